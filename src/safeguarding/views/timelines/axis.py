"""Which days a picture goes over, where its axis is marked, and which of its days are no working days."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from attrs import frozen

from safeguarding.dates import england
from safeguarding.errors import BeyondHorizonError
from safeguarding.views.timelines.layout import day_after

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WEEK = 7
SHORT = 12 * _WEEK
"""Up to this many days a picture shows single days off, and begins and ends with a week."""

_LEAST = 4 * _WEEK
"""No fewer days are drawn, so that one day is not as wide as a page."""
_YEAR = 12
STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 120000)
"""How many months there may be from one mark of the axis to the next, where weeks are too many."""


@frozen
class Tick:
    """A mark of the axis.

    Args:
        day: the day at which it stands.
        label: the day or the month.
        year: its year, where it is the first mark of that year; empty where the label says it.
    """

    day: date
    label: str
    year: str = ""


def reach(days: Iterable[date], as_of: date, until: date | None = None) -> tuple[date, date]:
    """Find the days that a picture goes over.

    They begin and end with a week, or where there are many with a month, so that another day in the file seldom moves
    the others. The date of the question is among them unless that would make the picture more than twice as long.

    Args:
        days: the days that are to be seen; only the date of the question where there are none.
        as_of: the date of the question.
        until: the last day to be drawn; it is not before all of the others.
    """
    found = sorted(days) or [as_of]
    first, last = found[0], found[-1]
    room = max(timedelta(days=_LEAST), last - first)
    if last < as_of and as_of - last <= room:
        last = as_of
    elif as_of < first and first - as_of <= room:
        first = as_of
    first, last = _whole(first, last)
    return (first, last) if until is None else (min(first, until), min(last, until))


def _whole(first: date, last: date) -> tuple[date, date]:
    """Widen a stretch to whole weeks, or to whole months where it is long."""
    if (last - first).days < SHORT - 2 * _WEEK:
        begins, ends = first.toordinal() - first.weekday(), last.toordinal() + _WEEK - 1 - last.weekday()
        ends = max(ends, begins + _LEAST - 1)
        return date.fromordinal(max(begins, 1)), date.fromordinal(min(ends, date.max.toordinal()))
    return first.replace(day=1), last.replace(day=monthrange(last.year, last.month)[1])


def ticks(first: date, last: date, most: int, months: int = 0) -> tuple[Tick, ...]:
    """Mark an axis: by days, weeks, months or years, whichever is the finest for which there is room.

    Args:
        first: the first day of the axis.
        last: its last day.
        most: how many labels fit beside each other.
        months: how many fit of months and years, which are shorter; as many, if not given.

    >>> [tick.label for tick in ticks(date(2021, 3, 1), date(2021, 3, 28), 5)]
    ['1 Mar', '8 Mar', '15 Mar', '22 Mar']
    >>> [(tick.label, tick.year) for tick in ticks(date(2020, 11, 1), date(2021, 2, 28), 5)]
    [('Nov', '2020'), ('Dec', ''), ('Jan', '2021'), ('Feb', '')]
    """
    for step in (1, _WEEK, 2 * _WEEK):
        if (last - first).days < most * step and (step <= _WEEK or (last - first).days < SHORT):
            return tuple(_named(_every(first, last, step), "{0.day} {1}"))
    apart = next(step for step in STEPS if len(list(_months(first, last, step))) <= (months or most))
    found = _months(first, last, apart)
    return tuple(_named(found, "{1}") if apart < _YEAR else (Tick(day, str(day.year)) for day in found))


def _named(days: Iterable[date], form: str) -> Iterator[Tick]:
    before = 0
    for day in days:
        year = str(day.year) if day.year != before else ""
        yield Tick(day, form.format(day, MONTHS[day.month - 1]), year)
        before = day.year


def _every(first: date, last: date, step: int) -> Iterator[date]:
    """Go through each day, or each first or second Monday."""
    day = first.toordinal() + (-first.weekday() % _WEEK if step > 1 else 0)
    yield from map(date.fromordinal, range(day, last.toordinal() + 1, step))


def _months(first: date, last: date, step: int) -> Iterator[date]:
    """Go through the first days of months whose number from the year 0 is a multiple of the step."""
    begin = first.year * _YEAR + first.month - 1 + (first.day > 1)
    for number in range(begin + -begin % step, last.year * _YEAR + last.month, step):
        yield date(number // _YEAR, number % _YEAR + 1, 1)


def days_off(first: date, last: date) -> tuple[tuple[date, date], ...]:
    """Return the stretches of days that are no working days in England, of a picture short enough to show them.

    Days whose bank holidays are not known are left out, since only part of them could be shown.
    """
    if (last - first).days >= SHORT:
        return ()
    found: list[tuple[date, date]] = []
    for day in map(date.fromordinal, range(first.toordinal(), last.toordinal() + 1)):
        try:
            if england().is_working_day(day):
                continue
        except BeyondHorizonError:
            return ()
        if found and day == day_after(found[-1][1]):
            found[-1] = found[-1][0], day
        else:
            found.append((day, day))
    return tuple(found)
