"""When something happened, as far as the document says: a day, a month or a year."""

from __future__ import annotations

import re
from datetime import date, timedelta

from attrs import frozen

ACCEPTED = 'a date as quoted text: "2019-06-29", "2019-06" or "2019"'
_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DECEMBER = 12


def in_words(day: date) -> str:
    """Write a day as British readers do.

    >>> in_words(date(2019, 6, 29))
    '29 June 2019'
    """
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


@frozen
class PartialDate:
    """A date known to the day, the month or the year: the set of days on which it may have been.

    Args:
        year: 1 to 9998.
        month: 1 to 12, or None where only the year is known.
        day: the day of the month, or None where only the month is known.

    Raises:
        ValueError: there is no such day, or a day is given without its month.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __attrs_post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise ValueError("a day needs its month")
        if not 1 <= self.year <= date.max.year - 1:
            raise ValueError(f"the year must be from 1 to {date.max.year - 1}")
        date(self.year, self.month or 1, self.day or 1)

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read ``2019-06-29``, ``2019-06`` or ``2019``.

        Raises:
            ValueError: the text has another form, or names a day that does not exist.
        """
        match = _FORM.fullmatch(text)
        if match is None:
            raise ValueError(ACCEPTED)
        return cls(*(None if part is None else int(part) for part in match.groups()))  # type: ignore[arg-type]

    @classmethod
    def on(cls, day: date) -> PartialDate:
        """Make the partial date that is known to the day."""
        return cls(day.year, day.month, day.day)

    @property
    def earliest(self) -> date:
        """The first day on which it may have been."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """The last day on which it may have been."""
        if self.day is not None and self.month is not None:
            return date(self.year, self.month, self.day)
        if self.month is None or self.month == _DECEMBER:
            return date(self.year, 12, 31)
        return date(self.year, self.month + 1, 1) - timedelta(days=1)

    @property
    def exact(self) -> bool:
        """Whether it is known to the day."""
        return self.day is not None

    def not_after(self, day: date) -> bool | None:
        """Say whether it was on or before that day; None where that is open.

        >>> june = PartialDate(2019, 6)
        >>> june.not_after(date(2019, 6, 30)), june.not_after(date(2019, 6, 29))
        (True, None)
        """
        if self.latest <= day:
            return True
        return False if self.earliest > day else None

    def in_words(self) -> str:
        """Write it as far as it is known: ``June 2019``."""
        if self.day is not None:
            return in_words(self.earliest)
        return str(self.year) if self.month is None else f"{_MONTHS[self.month - 1]} {self.year}"

    def __str__(self) -> str:
        parts = [f"{self.year:04}"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)
