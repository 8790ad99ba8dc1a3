"""What is written in and beside the boxes of a drawn diagram: short, and in short lines."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from safeguarding.views.diagrams.picture import PREFIX, Box, Link, Picture
from safeguarding.views.wording import one_line

_BOX, _LINK, _NOTE = 30, 26, 90
"""How wide a box, the label of a link, and the note are, in characters."""

_TITLE, _DETAIL, _PHRASE, _REMARK = 120, 160, 50, 300
"""How long a title, a detail, a phrase on a link, and a remark in the note may be."""


def title_line(picture: Picture) -> str:
    """Return the title of the picture, on one line."""
    return _cut(picture.title, _TITLE)


def group_line(title: str) -> str:
    """Return the title of a group, on one line."""
    return _cut(title, _TITLE)


def mark_lines(item: Box | Link) -> list[str]:
    """Return how something differs between two versions; nothing where only one is drawn."""
    return _lines([(item.mark.label, _DETAIL)], _BOX) if item.mark else []


def name_lines(box: Box) -> list[str]:
    """Return the title of a box."""
    return _lines([(box.title, _TITLE)], _BOX)


def detail_lines(box: Box) -> list[str]:
    """Return what else is said in a box."""
    return _lines([(detail, _DETAIL) for detail in box.details], _BOX)


def link_lines(link: Link) -> list[str]:
    """Return what stands on a link."""
    # Rather a whole phrase than one word more.
    phrases = [_cut(phrase, _PHRASE, (", ", " ")) for phrase in (PREFIX[link.stroke], *link.label) if phrase]
    return [*mark_lines(link), *_lines([(phrase, _PHRASE) for phrase in phrases], _LINK)]


def note_lines(picture: Picture) -> list[str]:
    """Return the caption and the legend."""
    caption = _lines([(text, _REMARK) for text in picture.caption], _NOTE)
    return [*caption, "", *_lines([(text, _REMARK) for text in picture.legend], _NOTE)]


def _lines(texts: Iterable[tuple[str, int]], width: int) -> list[str]:
    found = []
    for text, limit in texts:
        found += textwrap.wrap(_cut(text, limit), width, break_on_hyphens=False)
    return found


def _cut(text: str, limit: int, marks: tuple[str, ...] = (" ",)) -> str:
    """Put a text on one line and cut it, if it is too long, before the last of the first of the marks."""
    line = one_line(text)
    if len(line) <= limit:
        return line
    start = line[: limit - 1]
    for mark in marks:
        place = start.rfind(mark)
        if place > limit // 2:
            start = start[:place]
            break
    return start.rstrip(" ,;:.-") + "…"
