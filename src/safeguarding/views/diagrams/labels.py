"""What is written in and beside the boxes of a drawn diagram: short, and in short lines."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from safeguarding.views.diagrams.picture import PREFIX, Box, Group, Link, Picture
from safeguarding.views.timelines.lettering import possible
from safeguarding.views.wording import one_line

_NAME, _BOX, _GROUP, _LINK, _NOTE = 25, 30, 80, 25, 62
"""How wide the name in a box, what else stands in it, a group's title, what is on a link, and the note are."""

HEADING, _PAGE = 260, 84
"""How long the title of a picture may be, of which no part may be lost, and how wide a line of it."""

_TITLE, _DETAIL, _PHRASE, _REMARK = 120, 160, 50, 300
"""How long a title, a detail, a phrase on a link, and a remark in the note may be."""


def title_line(picture: Picture) -> str:
    """Return the title of the picture, on one line."""
    return cut(picture.title, HEADING)


def title_lines(picture: Picture) -> list[str]:
    """Return the title of the picture, on lines as wide as a page; one that needs two has its date on the second."""
    title, on, when = title_line(picture).rpartition(" on ")
    if not title or len(title) + len(on) + len(when) <= _PAGE:
        return _lines([(title + on + when, HEADING)], _PAGE)
    return [*_lines([(title, HEADING)], _PAGE), *_lines([(f"on {when}", HEADING)], _PAGE)]


def group_lines(group: Group) -> list[str]:
    """Return the title of a group, on one line unless it is very long."""
    return _lines([(group.title, _TITLE)], _GROUP)


def mark_lines(item: Box | Link) -> list[str]:
    """Return how something differs between two versions; nothing where only one is drawn."""
    return _lines([(item.mark.label, _DETAIL)], _BOX) if item.mark else []


def name_lines(box: Box) -> list[str]:
    """Return the title of a box."""
    return _lines([(box.title, _TITLE)], _NAME)


def detail_lines(item: Box | Group) -> list[str]:
    """Return what else is said in a box, or of a group."""
    return _lines([(detail, _DETAIL) for detail in item.details], _BOX)


def link_lines(link: Link) -> list[str]:
    """Return what stands on a link."""
    # Rather a whole phrase than one word more.
    phrases = [cut(phrase, _PHRASE, (", ", " ")) for phrase in (PREFIX[link.stroke], *link.label) if phrase]
    return [*mark_lines(link), *_lines([(phrase, _PHRASE) for phrase in phrases], _LINK)]


def caption_lines(picture: Picture, width: int = _NOTE) -> list[str]:
    """Return what was read, and what was not."""
    return note_lines(picture.caption, width)


def legend_lines(picture: Picture, width: int = _NOTE) -> list[str]:
    """Return what the marks stand for."""
    return note_lines(picture.legend, width)


def note_lines(texts: Iterable[str], width: int = _NOTE) -> list[str]:
    """Return remarks, each on lines of its own."""
    return _lines([(text, _REMARK) for text in texts], width)


def _lines(texts: Iterable[tuple[str, int]], width: int) -> list[str]:
    found = []
    for text, limit in texts:
        found += textwrap.wrap(cut(text, limit), width, break_on_hyphens=False)
    return found


def cut(text: str, limit: int, marks: tuple[str, ...] = (" ",)) -> str:
    """Put a text on one line and cut it, if it is too long, before the last of the first of the marks.

    Args:
        text: the text.
        limit: how long it may be, in characters.
        marks: before what it is best cut.
    """
    line = possible(one_line(text))
    if len(line) <= limit:
        return line
    start = line[: limit - 1]
    for mark in marks:
        place = start.rfind(mark)
        if place > limit // 2:
            start = start[:place]
            break
    return start.rstrip(" ,;:.-") + "…"
