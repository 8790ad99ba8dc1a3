"""A grid in DOT: tables below each other, of so many columns as fit on a page."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from safeguarding.views.diagrams.dot_labels import markup
from safeguarding.views.diagrams.grid import Grid, Head, Line
from safeguarding.views.diagrams.labels import cut

_COLUMNS = 7
"""So many columns fit on a page."""

_HEAD, _NAME, _FIELD = 15, 34, 13
"""How wide, in characters, the head of a column, the beginning of a row, and a field are."""

_LONGEST = 90


def grid_nodes(grid: Grid) -> list[str]:
    """Write a grid as nodes of DOT, each a table with some of the columns.

    Args:
        grid: the grid.
    """
    starts = range(0, max(len(grid.columns), 1), _COLUMNS)
    lines = []
    for start in starts:
        table = "\n".join(_table(grid, start, start + _COLUMNS))
        lines += f"grid_{start // _COLUMNS} [shape=plain, label=<\n{table}>];".splitlines()
    numbers = [start // _COLUMNS for start in starts]
    return [*lines, *(f"grid_{number} -> grid_{number + 1} [style=invis];" for number in numbers[:-1])]


def last_node(grid: Grid) -> str:
    """Return the node that stands lowest."""
    return f"grid_{(max(len(grid.columns), 1) - 1) // _COLUMNS}"


def _table(grid: Grid, start: int, stop: int) -> Iterator[str]:
    columns = grid.columns[start:stop]
    yield '<TABLE BORDER="0" CELLBORDER="1" CELLSPACING="0" CELLPADDING="2">'
    yield '<TR><TD BORDER="0"></TD>'
    yield from map(_head, columns)
    yield "</TR>"
    band = ""
    for line in grid.lines:
        if line.band != band:
            band = line.band
            yield f'<TR><TD COLSPAN="{len(columns) + 1}" ALIGN="LEFT"><B>{markup(band)}</B></TD></TR>'
        yield _row(line, start, stop)
    yield "</TABLE>"


def _head(head: Head) -> str:
    style = ' STYLE="dashed"' if head.broken else ""
    title = [f"<B>{markup(line)}</B>" for line in _wrapped(head.title, _HEAD)]
    details = [markup(line) for detail in head.details for line in _wrapped(detail, _HEAD)]
    return f'<TD VALIGN="TOP"{style}>{"<BR/>".join([*title, *details])}</TD>'


def _row(line: Line, start: int, stop: int) -> str:
    name = "<BR/>".join(map(markup, _wrapped(line.name, _NAME)))
    fields = ("<BR/>".join(map(markup, _wrapped(field, _FIELD))) for field in line.fields[start:stop])
    cells = "".join(f"<TD>{field}</TD>" for field in fields)
    return f'<TR><TD ALIGN="LEFT" BALIGN="LEFT">{name}</TD>{cells}</TR>'


def _wrapped(text: str, width: int) -> Sequence[str]:
    return textwrap.wrap(cut(text, _LONGEST), width, break_on_hyphens=False)
