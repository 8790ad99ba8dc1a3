"""A diagram as a grid: who stands in the rows, what in the columns, and a word or two in each field."""

from __future__ import annotations

from attrs import frozen

BY_BODY = "by_body"
"""The id of the group of boxes that say the same as the grid, column by column, where no grid can be drawn."""


@frozen(kw_only=True)
class Head:
    """What stands above a column.

    Args:
        title: its name.
        details: what else is said of it, each a short phrase.
        broken: whether its outline is broken, since it is not known to have started.
    """

    title: str
    details: tuple[str, ...] = ()
    broken: bool = False


@frozen(kw_only=True)
class Line:
    """A row.

    Args:
        band: the heading that it stands below, with the rows next to it that have the same.
        name: what stands at its beginning.
        fields: what stands in each of its fields.
    """

    band: str
    name: str
    fields: tuple[str, ...]


@frozen(kw_only=True)
class Grid:
    """A grid.

    Args:
        columns: what stands above each column: a title, and what else is said.
        lines: the rows.
        legend: what the words in the fields stand for.
    """

    columns: tuple[Head, ...]
    lines: tuple[Line, ...]
    legend: tuple[str, ...]
