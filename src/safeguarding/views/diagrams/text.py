"""A diagram as an indented tree, for a terminal of eighty columns or a screen reader."""

from __future__ import annotations

from collections.abc import Iterable

from safeguarding.views.diagrams.labels import HEADING
from safeguarding.views.diagrams.outline import PHRASE, Entry, outline
from safeguarding.views.diagrams.picture import Picture
from safeguarding.views.layout import page, underlined, wrapped
from safeguarding.views.wording import one_line, shortened

_DEEPEST = 12
"""Further in than this nothing is indented, so that there is room to write; the depth is given in words."""


def as_tree(picture: Picture) -> str:
    """Write a picture as text, a body below the one it reports to.

    Args:
        picture: the picture.

    Returns:
        lines of at most 80 characters.
    """
    lines = underlined(shortened(one_line(picture.title), HEADING), "=")
    for remark in picture.caption:
        lines += wrapped(shortened(one_line(remark), 2 * PHRASE))
    for section in outline(picture):
        lines += ["", *underlined(section.title), *(wrapped(section.says) if section.says else [])]
        lines += _listed(section.entries)
    return page(lines)


def _listed(entries: Iterable[Entry]) -> list[str]:
    lines = []
    for entry in entries:
        indent = "  " * min(entry.depth, _DEEPEST)
        level = f" (level {entry.depth + 1})" if entry.depth > _DEEPEST else ""
        lines += wrapped(entry.title + level, f"{indent}- ")
        lines += wrapped(entry.said, f"{indent}  ") if entry.said else []
    return lines
