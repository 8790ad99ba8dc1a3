"""When, by its stated frequency, is something expected to happen, and did it?

No plan gives the days. What follows from "quarterly" or "April and October" is a sequence of windows, each of
which should hold one meeting, or several where the number cannot be spread evenly. What the readings are, and
why, is in ``docs/decisions/0011-meeting-frequency.md``.
"""

from __future__ import annotations

from bisect import bisect_right
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from enum import Enum
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from safeguarding.dates.frequency import Frequency
from safeguarding.dates.partial import PartialDate

if TYPE_CHECKING:
    from dateutil.rrule import rrule

Stated = tuple[Frequency, date, date | None]
"""A frequency, the first day on which it holds, and the last; None where no end is stated."""

_DAY = timedelta(days=1)
_YEAR = 12
_SHORTEST = 28
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


@frozen
class Window:
    """A stretch of days that should hold a meeting.

    Args:
        first: its first day.
        last: its last day.
        expected: how many meetings it should hold, 1 or more.
    """

    first: date
    last: date
    expected: int = 1


class Keeping(Enum):
    """How a window stands on a date."""

    KEPT = "kept"
    MISSED = "missed"
    RUNNING = "running"
    OPEN = "open"


@frozen
class Kept:
    """How one window was kept, as of a date.

    Args:
        window: the window.
        certain: how many of the meetings were in it for certain, and not after the date.
        possible: how many of them may have been.
        state: kept; missed; running, where there are too few yet and the last day is not over; open, where the
            days that the dates leave open lead to different answers.
    """

    window: Window
    certain: int
    possible: int
    state: Keeping


@frozen
class _Spread:
    """How the meetings of a frequency lie in time: by weeks, by months, or from months of the year.

    Args:
        weeks: the length of a window in weeks, or 0.
        months: its length in calendar months, or 0.
        named: the months, from 1, on whose first day a window begins.
        month_only: whether such a window ends with its month, and not where the next begins.
        expected: how many meetings a window should hold.
    """

    weeks: int = 0
    months: int = 0
    named: tuple[int, ...] = ()
    month_only: bool = False
    expected: int = 1


_SPREADS: dict[str, _Spread | None] = {
    "weekly": _Spread(weeks=1),
    "fortnightly": _Spread(weeks=2),
    "monthly": _Spread(months=1),
    "quarterly": _Spread(months=3),
    "annually": _Spread(months=_YEAR),
    # The days after those prescribed under s.8 of the Education Act 1996; see the decision record.
    "termly": _Spread(named=(1, 4, 9)),
    "regularly": None,
    "as needed": None,
}


def _spread(frequency: Frequency) -> _Spread | None:
    """Read the canonical spelling; None where the words give no number."""
    text = frequency.text
    if text in _SPREADS:
        return _SPREADS[text]
    if text.startswith("every "):
        _, number, unit = text.split()
        if unit == "weeks":
            return _Spread(weeks=int(number))
        return _Spread(months=int(number) * (_YEAR if unit == "years" else 1))
    if " times a " in text:
        number, _, _, unit = text.split()
        months, times = (_YEAR if unit == "year" else 1), int(number)
        if months % times == 0:
            return _Spread(months=months // times)
        return _Spread(months=months, expected=times)
    return _Spread(named=tuple(n for n, month in enumerate(_MONTHS, start=1) if month in text), month_only=True)


def rule(frequency: Frequency, start: date) -> rrule | None:
    """Make the recurrence whose occurrences are the first days of the windows.

    Months run to the corresponding date of the start, or to the last day of a shorter month, each counted from
    the start itself: Dodds v Walker [1981] 1 WLR 1027 (HL). A window that would have begun before the start is
    not among them, so named months and terms begin with the first whole one.

    Args:
        frequency: how often.
        start: the first day on which the frequency holds.

    Returns:
        The recurrence, without an end, its occurrences at midnight; None where the words give no number.

    >>> [day.date().isoformat() for day in rule(Frequency("monthly"), date(2020, 1, 31))[:4]]
    ['2020-01-31', '2020-02-29', '2020-03-31', '2020-04-30']
    """
    from dateutil.rrule import MONTHLY, WEEKLY, YEARLY, rrule  # noqa: PLC0415  # costs much at import

    spread = _spread(frequency)
    if spread is None:
        return None
    if spread.weeks:
        return rrule(WEEKLY, dtstart=start, interval=spread.weeks)
    if spread.named:
        return rrule(YEARLY, dtstart=start, bymonth=spread.named, bymonthday=1)
    if start.day <= _SHORTEST:
        return rrule(MONTHLY, dtstart=start, interval=spread.months, bymonthday=start.day)
    # A rule for the 31st alone would leave out every shorter month: this takes the last there is of 28 to 31.
    days = tuple(range(_SHORTEST, start.day + 1))
    return rrule(MONTHLY, dtstart=start, interval=spread.months, bymonthday=days, bysetpos=-1)


def windows(frequency: Frequency, start: date, until: date) -> tuple[Window, ...]:
    """List the windows that begin on or before a day, each to its own last day.

    Args:
        frequency: how often.
        start: the first day on which the frequency holds.
        until: the last day on which a window may begin.

    Returns:
        The windows in order, none overlapping; without gaps, but for named months. None at all where the words
        give no number.

    >>> for window in windows(Frequency("April and October"), date(2019, 9, 29), date(2020, 4, 1)):
    ...     print(window.first, window.last, window.expected)
    2019-10-01 2019-10-31 1
    2020-04-01 2020-04-30 1
    """
    spread, recurring = _spread(frequency), rule(frequency, start)
    if spread is None or recurring is None:
        return ()
    firsts: list[date] = []
    beyond: date | None = None
    for moment in recurring:
        if moment.date() > until:
            beyond = moment.date()
            break
        firsts.append(moment.date())
    if spread.month_only:
        lasts = [day.replace(day=monthrange(day.year, day.month)[1]) for day in firsts]
    else:
        # Where the calendar of `datetime` ends there is no next window, and the last one ends with it.
        lasts = [day - _DAY for day in firsts[1:]] + [date.max if beyond is None else beyond - _DAY]
    return tuple(Window(first, last, spread.expected) for first, last in zip(firsts, lasts, strict=False))


def timetable(periods: Sequence[Stated], until: date) -> tuple[Window, ...]:
    """List the windows of a frequency that changes on a date.

    Each period counts from its own start, and a window that its end would cut short is left out: nothing is
    owed in it. A period that goes on as the one before it, without a day between, changes nothing: the windows
    run on.

    Args:
        periods: each frequency with its first day, and its last or None, in any order.
        until: the last day on which a window may begin.

    Raises:
        ValueError: a period ends before it starts, or two overlap.

    >>> changed = ((Frequency("quarterly"), date(2020, 1, 1), date(2020, 8, 31)),
    ...            (Frequency("every 2 months"), date(2020, 9, 1), None))
    >>> [str(window.first) for window in timetable(changed, date(2020, 12, 31))]
    ['2020-01-01', '2020-04-01', '2020-09-01', '2020-11-01']
    """
    return tuple(
        window
        for frequency, starts, ends in _joined(periods)
        for window in windows(frequency, starts, until if ends is None else min(ends, until))
        if ends is None or window.last <= ends
    )


def _joined(periods: Sequence[Stated]) -> list[Stated]:
    """Put periods in order, and make one of those that go on without a change."""
    joined: list[Stated] = []
    for frequency, starts, ends in sorted(periods, key=lambda period: period[1]):
        if ends is not None and ends < starts:
            raise ValueError(
                f'"{frequency}" from {starts} ends before it starts, on {ends}: give its last day, or None for no end'
            )
        if joined:
            before, began, ended = joined[-1]
            if ended is None or ended >= starts:
                raise ValueError(
                    f'"{before}" from {began} is not over when "{frequency}" starts on {starts}: '
                    "give the last day of the earlier one, which is before the first day of the later"
                )
            if starts - ended == _DAY and _spread(before) == _spread(frequency):
                joined[-1] = (before, began, ends)
                continue
        joined.append((frequency, starts, ends))
    return joined


def kept_in(
    expected: Sequence[Window], met: Sequence[PartialDate], as_of: date, *, complete: bool = True
) -> tuple[Kept, ...]:
    """Say how each window that has begun was kept, as of a date.

    A state is given where it is the same for every day that each date may be; else it is open.

    Args:
        expected: the windows, in order and none overlapping, as `windows` and `timetable` give them.
        met: when the meetings were, each of them once; a day after `as_of` does not count yet.
        as_of: the date; a window whose last day it is, is still running.
        complete: whether no other meeting may have been held. Where one may, too few are no failure: open.

    >>> spring = (Window(date(2021, 3, 15), date(2021, 6, 14)),)
    >>> [kept_in(spring, [PartialDate.parse(day)], date(2021, 7, 1))[0].state.value for day in ("2021-03", "2021-04")]
    ['open', 'kept']
    """
    begun = [window for window in expected if window.first <= as_of]
    firsts = [window.first for window in begun]
    certain, possible = [0] * len(begun), [0] * len(begun)
    for when in met:
        # From the window that the earliest day may be in to the one that the latest may be in.
        nearest = max(bisect_right(firsts, when.earliest) - 1, 0)
        for at in range(nearest, bisect_right(firsts, when.latest)):
            first, last = firsts[at], min(begun[at].last, as_of)
            possible[at] += when.earliest <= last
            certain[at] += first <= when.earliest and when.latest <= last
    return tuple(
        Kept(window, sure, maybe, _state(window, sure, maybe if complete else window.expected, as_of))
        for window, sure, maybe in zip(begun, certain, possible, strict=True)
    )


def _state(window: Window, certain: int, possible: int, as_of: date) -> Keeping:
    """Say how a window stands; exact, because both counts can be reached, and every one between them."""
    if certain >= window.expected:
        return Keeping.KEPT
    if possible >= window.expected:
        return Keeping.OPEN
    return Keeping.RUNNING if as_of <= window.last else Keeping.MISSED


def kept(
    frequency: Frequency,
    start: date | PartialDate,
    met: Sequence[PartialDate],
    as_of: date,
    *,
    complete: bool = True,
) -> tuple[Kept, ...]:
    """Say how each window of a frequency was kept, as of a date.

    Where the start is known only to the month or the year, the windows shown are those of the latest day that it
    may be: as many as have begun by `as_of` whatever the start. Named months and terms are the same days for every
    start. Any other window shifts with it, so a state is given where the window of that number has it for every
    start, and else it is open.

    Args:
        frequency: how often.
        start: the first day on which the frequency holds, as far as known.
        met: when the meetings were, each of them once.
        as_of: the date.
        complete: whether no other meeting may have been held.

    Returns:
        One answer for each window that has begun; none where the words give no number.

    >>> held = [PartialDate.parse(day) for day in ("2020-02-11", "2020-07-02")]
    >>> for answer in kept(Frequency("quarterly"), date(2020, 1, 1), held, date(2020, 9, 30)):
    ...     print(answer.window.first, answer.state.value)
    2020-01-01 kept
    2020-04-01 missed
    2020-07-01 kept
    """
    if isinstance(start, date):
        return kept_in(windows(frequency, start, as_of), met, as_of, complete=complete)
    spread = _spread(frequency)
    first = start.earliest if spread is not None and not spread.named else start.latest
    answers = [
        kept_in(windows(frequency, date.fromordinal(day), as_of), met, as_of, complete=complete)
        for day in range(first.toordinal(), start.latest.toordinal() + 1)
    ]
    # The later the start, the fewer windows have begun: what is compared ends with those of the latest.
    return tuple(_agreed(of_one_number) for of_one_number in zip(*answers, strict=False))


def _agreed(answers: Sequence[Kept]) -> Kept:
    """Make one answer of those for each possible start, the latest of which comes last."""
    states = {answer.state for answer in answers}
    return evolve(
        answers[-1],
        certain=min(answer.certain for answer in answers),
        possible=max(answer.possible for answer in answers),
        state=states.pop() if len(states) == 1 else Keeping.OPEN,
    )
