"""How many of many were in time: a time limit over columns of days, and the figures that come of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from fractions import Fraction
from math import ceil
from statistics import median
from typing import Any

from attrs import asdict, evolve, frozen

from safeguarding.dates.columns import in_kind
from safeguarding.dates.frames import plain_days, plain_names, rows_back, words_back
from safeguarding.dates.limits import Sense, State, TimeLimit, Unit
from safeguarding.dates.working_days import WorkingDays, england
from safeguarding.errors import BeyondHorizonError

_CENTILE = Fraction(9, 10)
_MONTHS = 12
_COUNTED = ("in_time", "late", "missing", "pending", "open")
_COUNTS_AS = {
    State.MET: "in_time", State.LATE: "late", State.TOO_SHORT: "late", State.MISSING: "missing",
    State.PENDING: "pending", State.DUE_TODAY: "pending", State.OPEN: "open",
}  # fmt: skip


def due_each(limit: TimeLimit, events: Any, calendar: WorkingDays | None = None) -> Any:
    """Find the last day for each event of a column.

    Args:
        limit: the time limit.
        events: the days of the events; None (NaT, null) where it is not known.
        calendar: the working days to count by; England's, if not given.

    Returns:
        the last days, in the kind in which the events came.

    Raises:
        BeyondHorizonError: an answer needs working days that are not known; the message names the position.
        TypeError: what was given is not a column of days.

    >>> due_each(TimeLimit.within(5, Unit.WORKING_DAYS), [date(2021, 3, 1), None])
    [datetime.date(2021, 3, 8), None]
    """
    days = calendar or england()
    return in_kind(events, lambda event: limit.latest(event, days))


def states_each(limit: TimeLimit, events: Any, done: Any, *, as_of: date, calendar: WorkingDays | None = None) -> Any:
    """Say for each case of two columns how it stands to a time limit on a date.

    Args:
        limit: the time limit.
        events: the days of the events; None where it is not known: such a case is open.
        done: the days on which what is asked was done; None where nothing is recorded.
        as_of: the date.
        calendar: the working days to count by; England's, if not given.

    Returns:
        the words ``met``, ``late``, ``missing``, ``due today``, ``pending``, ``too short`` or ``open``, in the
        kind in which the events came.

    Raises:
        ValueError: the columns have not the same length.
        BeyondHorizonError: an answer needs working days that are not known; the message names the position.

    >>> states_each(TimeLimit.within(5, Unit.WORKING_DAYS), [date(2021, 3, 1)], [None], as_of=date(2021, 4, 1))
    ['missing']
    """
    starts, ends = _rows(events, done)
    return words_back(events, [state.value for state in _states(limit, starts, ends, as_of, calendar)])


@frozen(kw_only=True)
class Timeliness:
    """How many cases of a group and a year were in time.

    What is suppressed is None.

    Args:
        group: whose cases: a partnership.
        year: the year in which they began: ``2021``, or ``2021-22`` where years begin in April.
        cases: how many there are.
        in_time: how many were done in time, or went on long enough.
        late: how many were done, and late.
        missing: how many are overdue, with nothing recorded.
        pending: how many are not due yet.
        open: how many cannot be decided, since a day is missing.
        share: of those that are decided (in time, late, missing), the share that was in time.
        median: the median of the days taken, of those that were done: in working days where the limit is in them.
        centile_90: the number of days within which nine in ten of them were done (the nearest rank).
        suppressed: whether something was suppressed.
    """

    group: str
    year: str
    cases: int | None
    in_time: int | None
    late: int | None
    missing: int | None
    pending: int | None
    open: int | None
    share: Fraction | None
    median: float | None
    centile_90: int | None
    suppressed: bool = False

    def record(self) -> dict[str, str | int | float | bool | None]:
        """Give it as a row of a table; the share as a number from 0 to 1."""
        return asdict(self) | {"share": None if self.share is None else float(self.share)}


def timeliness(
    limit: TimeLimit,
    events: Any,
    done: Any,
    *,
    as_of: date,
    groups: Any = None,
    year_begins: int = 1,
    suppress_below: int = 0,
    calendar: WorkingDays | None = None,
) -> Any:
    """Count how many cases were in time, for each group and each year in which they began.

    Args:
        limit: the time limit.
        events: the days of the events; None where it is not known: such a case has no year.
        done: the days on which what is asked was done; None where nothing is recorded.
        as_of: the date.
        groups: whose case each is, such as a partnership; one group of all, if not given.
        year_begins: the month in which a year begins: 1, or 4 for financial years.
        suppress_below: leave out every count from 1 to one less than this, and what would give it away. 0 for
            nothing.
        calendar: the working days to count by; England's, if not given.

    Returns:
        a ``Timeliness`` for each group and year, in order; a pandas or Polars frame of their records, where the
        events came in a column of theirs.

    Raises:
        ValueError: the columns have not the same length, or there is no such month.
    """
    if not 1 <= year_begins <= _MONTHS:
        raise ValueError(f"{year_begins} is not a month: give 1 to 12")
    starts, ends = _rows(events, done)
    names = [""] * len(starts) if groups is None else plain_names(groups)
    if len(names) != len(starts):
        raise ValueError(f"there are {len(names)} groups and {len(starts)} events: each event needs its group")
    taken = _taken(limit, starts, ends, as_of, calendar or england())
    years = [year_of(day, year_begins) for day in starts]
    states = _states(limit, starts, ends, as_of, calendar)
    found = tally(zip(names, years, states, taken, strict=True), suppress_below=suppress_below)
    return rows_back(events, found, [one.record() for one in found])


Row = tuple[str, str, State, int | None]
"""A case: its group, its year, how it stands, and the days that it took, where it was done."""


def tally(rows: Iterable[Row], *, suppress_below: int = 0) -> tuple[Timeliness, ...]:
    """Count cases by group and year.

    Args:
        rows: the cases.
        suppress_below: leave out every count from 1 to one less than this, and what would give it away.
    """
    counts: dict[tuple[str, str], Counter[str]] = {}
    days: dict[tuple[str, str], list[int]] = {}
    for group, year, state, taken in rows:
        counts.setdefault((group, year), Counter())[_COUNTS_AS[state]] += 1
        if taken is not None:
            days.setdefault((group, year), []).append(taken)
    found = (_figures(*key, counts[key], sorted(days.get(key, ()))) for key in sorted(counts))
    return tuple(_suppressed(one, len(days.get((one.group, one.year), ())), suppress_below) for one in found)


def _figures(group: str, year: str, counted: Counter[str], days: Sequence[int]) -> Timeliness:
    decided = counted["in_time"] + counted["late"] + counted["missing"]
    return Timeliness(
        group=group,
        year=year,
        cases=counted.total(),
        share=Fraction(counted["in_time"], decided) if decided else None,
        median=float(median(days)) if days else None,
        centile_90=days[ceil(_CENTILE * len(days)) - 1] if days else None,
        in_time=counted["in_time"],
        late=counted["late"],
        missing=counted["missing"],
        pending=counted["pending"],
        open=counted["open"],
    )


def _suppressed(found: Timeliness, done: int, below: int) -> Timeliness:
    """Leave out small counts, and whatever would let a reader work one out."""
    counts: dict[str, int] = {name: getattr(found, name) for name in _COUNTED}
    small = [name for name in _COUNTED if 0 < counts[name] < below]
    if not small and not 0 < done < below:
        return found
    if len(small) == 1:
        # From the total and the others it could be worked out: the next smallest goes too, else the total.
        others = sorted((counts[name], name) for name in _COUNTED if counts[name] >= below)
        small += [name for _, name in others[:1]] or ["cases"]
    decided = {"in_time", "late", "missing"}
    hidden: dict[str, Any] = dict.fromkeys(small) | ({"share": None} if decided & set(small) else {})
    # A centile of few cases is a case.
    hidden |= {"median": None, "centile_90": None} if done < below else {}
    return evolve(found, suppressed=True, **hidden)


def _rows(events: Any, done: Any) -> tuple[list[date | None], list[date | None]]:
    starts, ends = plain_days(events, "events"), plain_days(done, "done")
    if len(starts) != len(ends):
        raise ValueError(f"there are {len(starts)} events and {len(ends)} in done: each event needs its own, or None")
    return starts, ends


def _states(
    limit: TimeLimit,
    events: Sequence[date | None],
    done: Sequence[date | None],
    as_of: date,
    calendar: WorkingDays | None,
) -> list[State]:
    """Find how each case stands; what stands the same way is looked at once."""
    days = calendar or england()
    known: dict[date | None, date | None] = {None: None}
    states = []
    for position, (event, act) in enumerate(zip(events, done, strict=True)):
        if event not in known:
            try:
                known[event] = limit.latest(event, days) if event else None
            except BeyondHorizonError as error:
                message = f"position {position} of the events: {error}"
                raise BeyondHorizonError(message, error.asked, error.horizon) from error
        states.append(_state(limit.sense, known[event], act, as_of))
    return states


def _state(sense: Sense, due: date | None, act: date | None, as_of: date) -> State:
    """Say how a case stands whose days are known; the same that ``TimeLimit.status`` says of it."""
    if due is None:
        return State.OPEN
    over = act is not None and act <= as_of
    if sense is Sense.LASTING:
        if over:
            return State.MET if act > due else State.TOO_SHORT  # type: ignore[operator]  # `over` has looked
        return State.PENDING if as_of <= due else State.MET
    if over:
        return State.MET if act <= due else State.LATE  # type: ignore[operator]  # `over` has looked
    if as_of == due:
        return State.DUE_TODAY
    return State.PENDING if as_of < due else State.MISSING


def _taken(
    limit: TimeLimit,
    events: Sequence[date | None],
    done: Sequence[date | None],
    as_of: date,
    calendar: WorkingDays,
) -> Iterator[int | None]:
    """Count the days that each case took: from the event to what was done by the date, or ahead of the event."""
    working = limit.unit is Unit.WORKING_DAYS
    for event, act in zip(events, done, strict=True):
        if event is None or act is None or act > as_of:
            yield None
        else:
            days = calendar.between(event, act) if working else (act - event).days
            yield -days if limit.sense is Sense.BEFORE else days


def year_of(day: date | None, begins: int = 1) -> str:
    """Name the year that a day lies in: ``2021``, or ``2021-22`` where years begin within a calendar year."""
    if day is None:
        return ""
    year = day.year - (day.month < begins)
    return f"{year}" if begins == 1 else f"{year}-{(year + 1) % 100:02}"
