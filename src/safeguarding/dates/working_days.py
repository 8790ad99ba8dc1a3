"""Which days are working days in England, and how they are counted.

A working day is a day that is not a Saturday, a Sunday or a bank holiday in England; see decision 0010.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from functools import cache
from typing import Any

from attrs import field, frozen

from safeguarding.dates.bank_holidays import FIRST, HORIZON, bank_holidays, by_rule
from safeguarding.dates.columns import apart_in_kind, in_kind
from safeguarding.dates.partial import in_words
from safeguarding.errors import BeyondHorizonError

_SATURDAY = 5


def _in_order(days: Iterable[date]) -> tuple[date, ...]:
    return tuple(sorted({_plain(day) for day in days}))


@frozen(kw_only=True)
class WorkingDays:
    """A calendar of working days: from a first day to a horizon, each day is known to be one or not.

    It never changes; what adds to it makes a new one. Every question is answered from one table, whatever the
    distance. A ``datetime`` is answered for its day, and with a plain date.

    Args:
        first: the first day that is known.
        horizon: the last day that is known.
        bank_holidays: the weekdays off between them; a day at a weekend may be among them.
        published_to: the last day up to which the bank holidays have been published; after it they are by rule.
            The horizon, if not given.

    Raises:
        ValueError: the horizon is before the first day, or another day is not between them.
        TypeError: what was given is not a day.

    >>> from datetime import date
    >>> england().after(date(2019, 12, 20), 5)  # 25 and 26 December are not counted
    datetime.date(2019, 12, 31)
    """

    first: date
    horizon: date
    bank_holidays: tuple[date, ...] = field(converter=_in_order, repr=False)
    published_to: date = field()
    _working: tuple[date, ...] = field(init=False, repr=False, eq=False)
    _earlier: dict[date, int] = field(init=False, repr=False, eq=False)
    _through: dict[date, int] = field(init=False, repr=False, eq=False)

    @published_to.default
    def _all_published(self) -> date:
        return self.horizon

    def __attrs_post_init__(self) -> None:
        for name in ("first", "horizon", "published_to"):
            object.__setattr__(self, name, _plain(getattr(self, name)))
        if self.horizon < self.first:
            raise ValueError(f"the horizon ({self.horizon}) is before the first day ({self.first})")
        for day in (self.published_to, *self.bank_holidays):
            if not self.first <= day <= self.horizon:
                raise ValueError(f"{day} is not from {self.first} to {self.horizon}, the days that the calendar holds")
        off = set(self.bank_holidays)
        working: list[date] = []
        earlier, through = {}, {}
        for day in map(date.fromordinal, range(self.first.toordinal(), self.horizon.toordinal() + 1)):
            earlier[day] = len(working)
            if day.weekday() < _SATURDAY and day not in off:
                working.append(day)
            through[day] = len(working)
        object.__setattr__(self, "_working", tuple(working))
        object.__setattr__(self, "_earlier", earlier)
        object.__setattr__(self, "_through", through)

    # --- one day ----------------------------------------------------------------------------------------------------

    def is_working_day(self, day: date) -> bool:
        """Say whether a day is a working day.

        Raises:
            BeyondHorizonError: the calendar does not hold the day.
            TypeError: what was given is not a day.

        >>> england().is_working_day(date(2020, 5, 4)), england().is_working_day(date(2020, 5, 8))
        (True, False)
        """
        try:
            return self._through[day] > self._earlier[day]
        except (KeyError, TypeError):
            plain = self._held(day)
            return self._through[plain] > self._earlier[plain]

    def after(self, day: date, n: int) -> date:
        """Find the n-th working day after a day, which is itself not counted.

        Args:
            day: the day from which is counted: a working day or not.
            n: how many working days, 1 or more.

        Raises:
            BeyondHorizonError: the calendar does not hold the day, or ends before the answer.
            ValueError: n is less than 1.
            TypeError: what was given is not a day, or not a whole number.

        >>> england().after(date(2019, 4, 18), 1)  # Maundy Thursday
        datetime.date(2019, 4, 23)
        """
        try:
            if n > 0:
                return self._working[self._through[day] + n - 1]
        except (KeyError, IndexError, TypeError):
            pass  # a datetime, or what cannot be answered: both are rare, and looking first would cost every call
        plain = self._counted(day, n, "before")
        position = self._through[plain] + n - 1
        if position >= len(self._working):
            words = f"{_working_days(n)} after {in_words(plain)} would end after {in_words(self.horizon)}"
            raise self._too_late(words, date.fromordinal(self.horizon.toordinal() + 1))
        return self._working[position]

    def before(self, day: date, n: int) -> date:
        """Find the n-th working day before a day, which is itself not counted.

        Args:
            day: the day from which is counted back: a working day or not.
            n: how many working days, 1 or more.

        Raises:
            BeyondHorizonError: the calendar does not hold the day, or begins after the answer.
            ValueError: n is less than 1.
            TypeError: what was given is not a day, or not a whole number.

        >>> england().before(date(2019, 4, 23), 1)  # the Tuesday after Easter
        datetime.date(2019, 4, 18)
        """
        try:
            if 0 < n <= (earlier := self._earlier[day]):
                return self._working[earlier - n]
        except (KeyError, TypeError):
            pass
        plain = self._counted(day, n, "after")
        position = self._earlier[plain] - n
        if position < 0:
            words = f"{_working_days(n)} before {in_words(plain)} would begin before {in_words(self.first)}"
            raise self._too_early(words, date.fromordinal(self.first.toordinal() - 1))
        return self._working[position]

    def between(self, start: date, end: date) -> int:
        """Count the working days after a day, up to and including another.

        So ``between(day, after(day, n))`` is n. With the days the other way round the count is the same, and
        negative: ``between(a, b) == -between(b, a)``. From a day to itself it is 0.

        Raises:
            BeyondHorizonError: the calendar does not hold one of the days.
            TypeError: what was given is not a day.

        >>> england().between(date(2019, 4, 18), date(2019, 4, 24))  # Maundy Thursday to the Wednesday after Easter
        2
        """
        return self.through(end) - self.through(start)

    def through(self, day: date) -> int:
        """Count the working days from the first day of the calendar up to and including a day.

        Raises:
            BeyondHorizonError: the calendar does not hold the day.
            TypeError: what was given is not a day.
        """
        try:
            return self._through[day]
        except (KeyError, TypeError):
            return self._through[self._held(day)]

    def next(self, day: date) -> date:
        """Find the first working day after a day; it raises what ``after`` raises."""
        return self.after(day, 1)

    def previous(self, day: date) -> date:
        """Find the last working day before a day; it raises what ``before`` raises."""
        return self.before(day, 1)

    def on_or_after(self, day: date) -> date:
        """Find the first working day that is not before a day: the day itself, if it is one."""
        return _plain(day) if self.is_working_day(day) else self.after(day, 1)

    def on_or_before(self, day: date) -> date:
        """Find the last working day that is not after a day: the day itself, if it is one."""
        return _plain(day) if self.is_working_day(day) else self.before(day, 1)

    # --- columns ----------------------------------------------------------------------------------------------------

    def after_each(self, days: Any, n: int) -> Any:
        """Find the n-th working day after each day of a column, and give them back in kind.

        Args:
            days: a list, a tuple or another iterable of days, in which None stays None; or a column of numpy,
                pandas or Polars, in which what is missing stays missing.
            n: how many working days, 1 or more.

        Raises:
            BeyondHorizonError: as ``after`` raises it; the message names the position of the first such day.
            ValueError: n is less than 1.
            TypeError: what was given is not a column of days, or not a whole number.

        >>> england().after_each([date(2019, 4, 18), None], 1)
        [datetime.date(2019, 4, 23), None]
        """
        self._counted(self.first, n, "before_each")
        return in_kind(days, lambda day: self.after(day, n))

    def before_each(self, days: Any, n: int) -> Any:
        """Find the n-th working day before each day of a column; all else is as in ``after_each``."""
        self._counted(self.first, n, "after_each")
        return in_kind(days, lambda day: self.before(day, n))

    def between_each(self, starts: Any, ends: Any) -> Any:
        """Count the working days between two columns of the same kind, row by row, as ``between`` does.

        Raises:
            BeyondHorizonError: as ``between`` raises it; the message names the column and the first position.
            ValueError: the columns do not belong row to row.
            TypeError: what was given are not two columns of days of the same kind.

        >>> england().between_each((date(2019, 4, 18),), (date(2019, 4, 23),))
        (1,)
        """
        return apart_in_kind(starts, ends, self.through)

    def are_working_days(self, days: Any) -> Any:
        """Say of each day of a column whether it is a working day; all else is as in ``after_each``."""
        return in_kind(days, self.is_working_day, bool)

    # --- other calendars --------------------------------------------------------------------------------------------

    def adding(
        self, days: Iterable[date] = (), *, withdrawing: Iterable[date] = (), to: date | None = None
    ) -> WorkingDays:
        """Make a calendar with other days off: days that have been proclaimed since, or days that are kept locally.

        Args:
            days: the days off to add.
            withdrawing: bank holidays of this calendar that are to be working days.
            to: the day up to which, with these, all bank holidays are published. The new calendar goes on to it.

        Raises:
            ValueError: a day that is added is not in the new calendar, or one that is withdrawn is no bank holiday.
            TypeError: what was given is not a day.

        >>> december = england().adding([date(2019, 12, day) for day in (27, 30, 31)])  # a council that closes
        >>> december.after(date(2019, 12, 20), 5)
        datetime.date(2020, 1, 6)
        """
        gone = set(_in_order(withdrawing))
        if unknown := sorted(gone - set(self.bank_holidays)):
            raise ValueError(f"{unknown[0]} is not a bank holiday of this calendar, so it cannot be withdrawn")
        return WorkingDays(
            first=self.first,
            horizon=self.horizon if to is None else max(self.horizon, _plain(to)),
            bank_holidays=(set(self.bank_holidays) - gone) | set(_in_order(days)),
            published_to=self.published_to if to is None else max(self.published_to, _plain(to)),
        )

    def extended_to(self, end: date | int) -> WorkingDays:
        """Make a calendar that goes on by rule: knowingly, since what will be moved or added is in no rule.

        ``published_to`` stays what it is, so that it can be told which answers rest on the rule.

        Args:
            end: the last day of the new calendar; a year stands for its 31 December. This calendar is given back
                if it goes as far.

        Raises:
            ValueError: the rule does not reach so far.
            TypeError: what was given is neither a day nor a year.

        >>> england().extended_to(2029).after(date(2028, 12, 29), 1)
        datetime.date(2029, 1, 2)
        """
        last = date(end, 12, 31) if isinstance(end, int) else _plain(end)
        if last <= self.horizon:
            return self
        ruled = (row.day for year in range(self.horizon.year, last.year + 1) for row in by_rule(year))
        return WorkingDays(
            first=self.first,
            horizon=last,
            bank_holidays=(*self.bank_holidays, *(day for day in ruled if self.horizon < day <= last)),
            published_to=self.published_to,
        )

    # --- what cannot be answered ------------------------------------------------------------------------------------

    def _counted(self, day: date, n: int, other: str) -> date:
        """Check what is counted, and from where."""
        if not hasattr(type(n), "__index__"):
            raise TypeError(f"n is a whole number of working days, not {n!r}")
        if n < 1:
            raise ValueError(f"n counts working days from 1 on, and {n} was given: to count the other way, use {other}")
        return self._held(day)

    def _held(self, day: date) -> date:
        """Return the plain day, which the calendar holds."""
        plain = _plain(day)
        if plain > self.horizon:
            raise self._too_late(f"{in_words(plain)} is after {in_words(self.horizon)}", plain)
        if plain < self.first:
            raise self._too_early(f"{in_words(plain)} is before {in_words(self.first)}", plain)
        return plain

    def _too_late(self, words: str, asked: date) -> BeyondHorizonError:
        message = (
            f"{words}, the last day whose bank holidays are known. Add the days that have been published since, with "
            f"adding(days, to=…), or go on by rule, knowingly, with extended_to({asked.year})."
        )
        return BeyondHorizonError(message, asked, self.horizon)

    def _too_early(self, words: str, asked: date) -> BeyondHorizonError:
        message = f"{words}, the first day of this calendar. For earlier days, make one with their bank holidays."
        return BeyondHorizonError(message, asked, self.first)


@cache
def england() -> WorkingDays:
    """Return England's working days, from 2011 to the last year whose bank holidays had been published.

    >>> england().horizon
    datetime.date(2028, 12, 31)
    """
    return WorkingDays(first=FIRST, horizon=HORIZON, bank_holidays=(row.day for row in bank_holidays()))


def _plain(day: date) -> date:
    """Return a day as a plain date."""
    plain: object = day.date() if isinstance(day, datetime) else day
    # pandas' NaT says that it is a datetime, and that its date is NaT.
    if isinstance(plain, date) and not isinstance(plain, datetime):
        return plain
    raise TypeError(
        f"{day!r} is not a day: give a datetime.date or a datetime.datetime; date.fromisoformat reads text such as "
        '"2019-06-28"'
    )


def _working_days(n: int) -> str:
    return f"{n} working day{'s' if n > 1 else ''}"
