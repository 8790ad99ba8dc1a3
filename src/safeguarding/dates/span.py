"""On which days something may fall: all of those from a first to a last one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from attrs import frozen

from safeguarding.dates.partial import PartialDate, in_words


@frozen
class Span:
    """The days on which something may fall.

    Args:
        earliest: the first of them.
        latest: the last of them.

    Raises:
        ValueError: the last is before the first.
    """

    earliest: date
    latest: date

    def __attrs_post_init__(self) -> None:
        if self.latest < self.earliest:
            raise ValueError(f"{self.latest} is before {self.earliest}")

    @classmethod
    def of(cls, when: date | PartialDate | Span | Iterable[date | PartialDate | Span]) -> Span:
        """Take a day, a partial date, or several that disagree, as the days on which it may be.

        Raises:
            ValueError: several are asked for and none is given.

        >>> Span.of(PartialDate(2019, 6)).in_words()
        'between 1 June 2019 and 30 June 2019'
        """
        if isinstance(when, Span):
            return when
        if isinstance(when, date):
            return cls(when, when)
        if isinstance(when, PartialDate):
            return cls(when.earliest, when.latest)
        spans = [cls.of(one) for one in when]
        if not spans:
            raise ValueError("no date is given")
        return cls(min(span.earliest for span in spans), max(span.latest for span in spans))

    @property
    def exact(self) -> bool:
        """Whether it is a single day."""
        return self.earliest == self.latest

    def in_words(self) -> str:
        """Write it as British readers do."""
        if self.exact:
            return in_words(self.latest)
        return f"between {in_words(self.earliest)} and {in_words(self.latest)}"
