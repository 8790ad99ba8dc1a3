"""What a picture of time shows, whatever the form in which it is written: lanes of bars and marks over days."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from enum import Enum

from attrs import frozen

from safeguarding.dates import Span

_DAY = timedelta(days=1)


class Look(Enum):
    """How a bar is drawn."""

    ALLOWED = "allowed"
    KEPT = "kept"
    OVER = "over"
    PERHAPS = "perhaps"
    COURSE = "course"


class Sign(Enum):
    """What a mark stands for."""

    EVENT = "event"
    MET = "met"
    FAILED = "failed"
    DUE = "due"
    OPEN = "open"


class Standing(Enum):
    """How what a lane shows stands on the date."""

    FAILED = "failed"
    OPEN = "open"
    RUNNING = "running"
    MET = "met"


@frozen(kw_only=True)
class Bar:
    """A stretch of days.

    Args:
        first: its first day.
        last: its last day.
        look: how it is drawn.
        words: what it stands for, in a few words.
    """

    first: date
    last: date
    look: Look
    words: str = ""


@frozen(kw_only=True)
class Mark:
    """Something that happened, or falls due, on a day; or on one of several.

    Args:
        at: the days on which it may be.
        sign: what it stands for.
        words: what it is, in a few words.
        short: how it stands and when, in very few; the same for marks that can be counted together.
    """

    at: Span
    sign: Sign
    words: str = ""
    short: str = ""


@frozen(kw_only=True)
class Lane:
    """What stands side by side on one level of the picture: a time limit, a body's meetings, a case.

    Args:
        id: made of references and slugs: lower-case letters, digits and underscores; one of its kind in a picture.
        title: what it is.
        limit: the time limit, or how often, in words.
        headline: how it stands, in a few words; what failed in capitals.
        detail: the dates behind that, in a sentence.
        standing: how it stands.
        bars: in the order in which they are drawn, a later one upon an earlier one.
        marks: in order of time.
        deadline: the last day in time, where it is a single one.
        told: what the list says of it, a line each, beyond title, limit, headline and detail.
    """

    id: str
    title: str
    limit: str = ""
    headline: str
    detail: str = ""
    standing: Standing
    bars: tuple[Bar, ...] = ()
    marks: tuple[Mark, ...] = ()
    deadline: date | None = None
    told: tuple[str, ...] = ()


@frozen(kw_only=True)
class Group:
    """Lanes under a heading.

    Args:
        title: what they have in common.
        lanes: the lanes; never none.
    """

    title: str
    lanes: tuple[Lane, ...]


@frozen(kw_only=True)
class Timeline:
    """A picture of time.

    Args:
        id: as that of a lane.
        title: of what, and as of when.
        caption: what a reader should know before looking.
        first: the first day drawn.
        last: the last day drawn.
        as_of: the date from which it is seen; it may lie outside.
        events: what happened, in order of time.
        groups: the lanes.
        asides: what is not drawn and stands only in the list, a line each.
        of_a_year: whether its columns are the months of a year.
    """

    id: str
    title: str
    caption: tuple[str, ...]
    first: date
    last: date
    as_of: date
    events: tuple[Mark, ...] = ()
    groups: tuple[Group, ...] = ()
    asides: tuple[str, ...] = ()
    of_a_year: bool = False

    @property
    def lanes(self) -> Iterator[Lane]:
        """Every lane, from the top down."""
        for group in self.groups:
            yield from group.lanes

    @property
    def looks(self) -> frozenset[Look]:
        """How the bars are drawn that there are."""
        return frozenset(bar.look for lane in self.lanes for bar in lane.bars)

    @property
    def signs(self) -> frozenset[Sign]:
        """What the marks stand for that there are."""
        return frozenset(mark.sign for lane in self.lanes for mark in lane.marks)

    def shows(self, lane: Lane) -> bool:
        """Say whether anything of a lane falls on the days that are drawn, or it has no days at all."""
        stretches = [(bar.first, bar.last) for bar in lane.bars]
        stretches += [(mark.at.earliest, mark.at.latest) for mark in lane.marks]
        return not stretches or any(self.within(first, last) for first, last in stretches)

    def within(self, first: date, last: date) -> tuple[date, date] | None:
        """Cut a stretch of days to those that are drawn; None where none of them is."""
        if last < self.first or first > self.last:
            return None
        return max(first, self.first), min(last, self.last)


def day_after(day: date) -> date:
    """Return the next day; the last that there is has none and is its own."""
    return day if day == date.max else day + _DAY


def day_before(day: date) -> date:
    """Return the day before; the first that there is has none and is its own."""
    return day if day == date.min else day - _DAY


def identifier(*parts: str) -> str:
    """Make an id of references, keys and words.

    >>> identifier("ch4.notify.5wd", "to the Panel")
    'ch4_notify_5wd_to_the_panel'
    """
    return "_".join(re.findall(r"[a-z0-9]+", " ".join(parts).lower(), re.ASCII))
