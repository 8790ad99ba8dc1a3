"""Over what time: a period that a budget or a report speaks of."""

from __future__ import annotations

from attrs import frozen

from safeguarding.dates.partial import PartialDate


@frozen
class Period:
    """From one date to another, both included.

    Args:
        starts: its first day, as far as known.
        ends: its last day, as far as known.

    Raises:
        ValueError: it can be shown to end before it starts.
    """

    starts: PartialDate
    ends: PartialDate

    def __attrs_post_init__(self) -> None:
        if self.ends.latest < self.starts.earliest:
            raise ValueError(f"it ends ({self.ends}) before it starts ({self.starts})")

    def in_words(self) -> str:
        """Write both ends as far as they are known."""
        return f"{self.starts.in_words()} to {self.ends.in_words()}"
