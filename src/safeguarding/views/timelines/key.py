"""What the bars and marks of a picture stand for, of those that it has."""

from __future__ import annotations

from collections.abc import Iterator

from safeguarding.views.timelines.axis import days_off
from safeguarding.views.timelines.layout import Look, Sign, Timeline
from safeguarding.views.timelines.shapes import bar, between, last_day, sign

_OF_A_CASE = {
    Look.ALLOWED: "time allowed",
    Look.KEPT: "time allowed, and kept to",
    Look.OVER: "time over it: LATE or OVERDUE",
    Look.PERHAPS: "time that is open, or its ends are",
}
_OF_A_YEAR = {
    Look.ALLOWED: "meeting to come",
    Look.KEPT: "meeting held",
    Look.OVER: "OVERDUE, or meeting MISSED",
    Look.PERHAPS: "open",
    Look.COURSE: "course of a case",
}
_SIGNS = {
    Sign.EVENT: "happened",
    Sign.MET: "met",
    Sign.FAILED: "LATE or OVERDUE",
    Sign.DUE: "due",
    Sign.OPEN: "open whether in time",
}


def of_bars(picture: Timeline) -> dict[Look, str]:
    """Say what the bars stand for that occur."""
    words = _OF_A_YEAR if picture.of_a_year else _OF_A_CASE
    return {look: text for look, text in words.items() if look in picture.looks}


def of_marks(picture: Timeline) -> dict[Sign, str]:
    """Say what the marks stand for that occur."""
    signs = picture.signs | ({Sign.EVENT} if picture.events else frozenset())
    return {which: text for which, text in _SIGNS.items() if which in signs}


def key(picture: Timeline, pattern: str) -> Iterator[tuple[str, str]]:
    """Go through what occurs: each as it is drawn in a space of 28 by 14 around its middle, and in words."""
    for look, words in of_bars(picture).items():
        yield bar(look, 0, 28, 0, pattern), words
    if any(lane.deadline for lane in picture.lanes):
        yield last_day(14, 0), "last day ends"
    for which, words in of_marks(picture).items():
        yield sign(which, 14, 0), words
    marks = [mark for lane in picture.lanes for mark in lane.marks]
    if any(not mark.at.exact for mark in (*marks, *picture.events)):
        yield between(2, 26, 0), "open: on one of these days"
    if picture.groups and days_off(picture.first, picture.last):
        yield '<rect y="-7" width="28" height="14" fill="#ececec"/>', "weekends and bank holidays"
