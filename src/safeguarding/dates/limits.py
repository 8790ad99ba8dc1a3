"""Time limits: by when something is owed, and how what was done stands to it on a date."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from enum import Enum

from attrs import field, frozen

from safeguarding.dates.months import months_after
from safeguarding.dates.partial import PartialDate
from safeguarding.dates.span import Span
from safeguarding.dates.working_days import WorkingDays, england
from safeguarding.errors import BeyondHorizonError

When = date | PartialDate | Span
"""A day, or the days on which something may have been."""


class Unit(Enum):
    """What a time limit counts."""

    WORKING_DAYS = "working days"
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


class Sense(Enum):
    """How a time limit is meant."""

    WITHIN = "within"
    BEFORE = "at least … before"
    EVERY = "at least every"
    LASTING = "for at least"


class State(Enum):
    """How what was done stands to a time limit on a date."""

    MISSING = "missing"
    LATE = "late"
    TOO_SHORT = "too short"
    DUE_TODAY = "due today"
    PENDING = "pending"
    MET = "met"
    OPEN = "open"

    __hash__ = object.__hash__  # there is one of each, and sets of these are made for every case


IN_HAND = frozenset({State.PENDING, State.DUE_TODAY})
"""States in which the last day is not over."""
FAILED = frozenset({State.MISSING, State.LATE, State.TOO_SHORT})
"""States in which it is over, and what was asked was not done by then."""

_ANY = frozenset({State.MISSING, State.LATE, State.PENDING, State.MET})
_DAYS_OF = {Unit.DAYS: 1, Unit.WEEKS: 7}
_MONTHS_OF = {Unit.MONTHS: 1, Unit.YEARS: 12}


@frozen
class TimeLimit:
    """A time within which, before which or for which something is to be done.

    The day of the event is not counted. Days, weeks and months are counted from the event, never from the
    end of another period; months and years end on the corresponding date, or on the last day of a shorter
    month (Dodds v Walker [1981] 1 WLR 1027). Working days are England's.

    Args:
        sense: within a time of an event, at least a time before it, at least so often, for at least so long.
        number: how many, 1 or more.
        unit: of what.
        requirement: the key of the requirement that sets it, by which its answers are cited; may be empty.

    Raises:
        ValueError: the number is less than 1.

    >>> TimeLimit.within(15, Unit.WORKING_DAYS).latest(date(2021, 3, 29))
    datetime.date(2021, 4, 21)
    >>> TimeLimit.before(7, Unit.DAYS).latest(date(2021, 3, 15))
    datetime.date(2021, 3, 8)
    """

    sense: Sense
    number: int
    unit: Unit
    requirement: str = ""
    _last: Callable[[date, WorkingDays], date] = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        if self.number < 1:
            raise ValueError(f"a time limit counts at least 1 of its {self.unit.value}, not {self.number}")
        object.__setattr__(self, "_last", _counting(self.sense, self.number, self.unit))

    @classmethod
    def within(cls, number: int, unit: Unit, requirement: str = "") -> TimeLimit:
        """Ask for something within a time of an event."""
        return cls(Sense.WITHIN, number, unit, requirement)

    @classmethod
    def before(cls, number: int, unit: Unit, requirement: str = "") -> TimeLimit:
        """Ask for something at least a time before an event."""
        return cls(Sense.BEFORE, number, unit, requirement)

    @classmethod
    def every(cls, number: int, unit: Unit, requirement: str = "") -> TimeLimit:
        """Ask for something again within a time of the last."""
        return cls(Sense.EVERY, number, unit, requirement)

    @classmethod
    def lasting(cls, number: int, unit: Unit, requirement: str = "") -> TimeLimit:
        """Ask that something goes on for a time from an event."""
        return cls(Sense.LASTING, number, unit, requirement)

    def latest(self, event: date, calendar: WorkingDays | None = None) -> date:
        """Find the last day on which what is asked is done in time, or up to which it is to go on.

        Args:
            event: the day of the event.
            calendar: the working days to count by; England's, if not given.

        Raises:
            BeyondHorizonError: the answer needs working days that are not known, or a day after the year 9999.
        """
        try:
            return self._last(event, calendar or england())
        except OverflowError:
            message = f"{self.in_words()} of {event} reaches beyond the years that dates have"
            raise BeyondHorizonError(message, event, date.max) from None

    def earliest(self, act: date, calendar: WorkingDays | None = None) -> date:
        """Find the first day that may follow when something was done on a day.

        For a time before an event that is the first day on which the event is not too soon; for something that
        goes on for a time from that day, the first on which it may end.

        Raises:
            ValueError: the limit is one within which something is to be done, so that nothing has to wait.
            BeyondHorizonError: the answer needs working days that are not known.
        """
        if self.sense is Sense.LASTING:
            return self.latest(act, calendar) + timedelta(days=1)
        if self.sense is not Sense.BEFORE:
            raise ValueError(f'nothing has to wait for a limit of the sense "{self.sense.value}": use latest')
        if self.unit is Unit.WORKING_DAYS:
            # The working days that lie between are counted from the day of the act itself.
            return (calendar or england()).after(act - timedelta(days=1), self.number) + timedelta(days=1)
        day = _counting(Sense.WITHIN, self.number, self.unit)(act, calendar or england())
        # Counted back from the last day of a month, the corresponding date may be an earlier one.
        while self.latest(day) < act:
            day += timedelta(days=1)
        return day

    def due(self, event: When, calendar: WorkingDays | None = None) -> Span:
        """Find the days on which the last day may fall, for an event that may have been on several days."""
        span = Span.of(event)
        first = self.latest(span.earliest, calendar)
        if span.exact:
            return Span(first, first)
        try:
            return Span(first, self._last(span.latest, calendar or england()))
        except OverflowError:
            return Span(first, date.max)  # the range ends where dates do

    def status(
        self, as_of: date, event: When | None, done: When | None = None, calendar: WorkingDays | None = None
    ) -> Status:
        """Say how what was done stands to the limit on a date.

        Args:
            as_of: the date. What was done after it does not count as done yet.
            event: when the event was, as far as known; None where it is not said.
            done: when what is asked was done, as far as known, or when what is to go on ended; None where
                nothing is recorded.
            calendar: the working days to count by; England's, if not given.

        Raises:
            BeyondHorizonError: the answer needs working days that are not known.
        """
        acted = None if done is None else Span.of(done)
        if event is None:
            return Status(limit=self, as_of=as_of, event=None, due=None, done=acted, possible=_ANY)
        began = Span.of(event)
        due = self.due(began, calendar)
        possible = (_lasted if self.sense is Sense.LASTING else _acted)(due, acted, as_of)
        return Status(limit=self, as_of=as_of, event=began, due=due, done=acted, possible=possible)

    def in_words(self, event: str = "") -> str:
        """Write the limit, with the event that it counts from: ``within 5 working days of awareness``."""
        unit = self.unit.value.removesuffix("s") if self.number == 1 else self.unit.value
        count = f"{self.number} {unit}"
        if self.sense is Sense.BEFORE:
            return f"at least {count} before {event}".rstrip()
        if self.sense is Sense.EVERY:
            return f"at least every {count}" if self.number > 1 else f"at least every {unit}"
        link = "of" if self.sense is Sense.WITHIN else "from"
        return f"{self.sense.value} {count} {link} {event}" if event else f"{self.sense.value} {count}"


def _counting(sense: Sense, number: int, unit: Unit) -> Callable[[date, WorkingDays], date]:
    """Make what finds the last day, so that nothing is decided again for each of many days."""
    back = sense is Sense.BEFORE
    if unit is Unit.WORKING_DAYS:
        return (lambda day, days: days.before(day, number)) if back else (lambda day, days: days.after(day, number))
    if unit in _MONTHS_OF:
        months = number * _MONTHS_OF[unit] * (-1 if back else 1)
        return lambda day, _: months_after(day, months)
    step = timedelta(days=number * _DAYS_OF[unit] * (-1 if back else 1))
    return lambda day, _: day + step


def _acted(due: Span, done: Span | None, as_of: date) -> frozenset[State]:
    """Say how something to be done by a day may stand."""
    possible = set()
    if done is not None and done.earliest <= as_of:
        if done.earliest <= due.latest:
            possible.add(State.MET)
        if min(done.latest, as_of) > due.earliest:
            possible.add(State.LATE)
    if done is None or done.latest > as_of:
        if due.latest > as_of:
            possible.add(State.PENDING)
        if due.earliest <= as_of <= due.latest:
            possible.add(State.DUE_TODAY)
        if due.earliest < as_of:
            possible.add(State.MISSING)
    return frozenset(possible)


def _lasted(due: Span, ended: Span | None, as_of: date) -> frozenset[State]:
    """Say how something that is to go on up to a day may stand; its end is the first day without it."""
    possible = set()
    if ended is not None and ended.earliest <= as_of:
        if min(ended.latest, as_of) > due.earliest:
            possible.add(State.MET)
        if ended.earliest <= due.latest:
            possible.add(State.TOO_SHORT)
    if ended is None or ended.latest > as_of:
        if due.latest >= as_of:
            possible.add(State.PENDING)
        if due.earliest < as_of:
            possible.add(State.MET)
    return frozenset(possible)


@frozen(kw_only=True)
class Status:
    """How what was done stands to a time limit on a date.

    Args:
        limit: the time limit.
        as_of: the date.
        event: on which days the event that it counts from may have been; None where that is not said.
        due: on which days the last day may fall; None where the event has no date.
        done: on which days it may have been done; None where nothing is recorded.
        possible: the states that the dates leave possible.
    """

    limit: TimeLimit
    as_of: date
    event: Span | None
    due: Span | None
    done: Span | None
    possible: frozenset[State]

    @property
    def state(self) -> State:
        """The one state that is possible, or open."""
        if len(self.possible) != 1:
            return State.OPEN
        (state,) = self.possible
        return state

    @property
    def days(self) -> tuple[int, int] | None:
        """The fewest and the most days to the last day: from what was done by the date, else from the date.

        To spare or still to come where positive, late where negative. None where the due day is not known, or
        where what is to go on has ended.
        """
        acted = self._acted
        if self.due is None or acted is None:
            return None
        return (self.due.earliest - acted.latest).days, (self.due.latest - acted.earliest).days

    def working_days(self, calendar: WorkingDays | None = None) -> tuple[int, int] | None:
        """The same in working days.

        Raises:
            BeyondHorizonError: the answer needs working days that are not known.
        """
        acted = self._acted
        if self.due is None or acted is None:
            return None
        count = (calendar or england()).between
        return count(acted.latest, self.due.earliest), count(acted.earliest, self.due.latest)

    @property
    def _acted(self) -> Span | None:
        """The days from which the time to the last day is counted."""
        if self.done is None or self.done.earliest > self.as_of:
            return Span(self.as_of, self.as_of)
        if self.limit.sense is Sense.LASTING or self.done.earliest == date.min:
            return None
        return self.done
