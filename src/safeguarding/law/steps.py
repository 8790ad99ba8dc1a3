"""Which events of a case a requirement is about."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from safeguarding.model import Case, Decision, Event, Happening, Matter, Paper, Recipient
from safeguarding.unknown import agree, all_of


@frozen(kw_only=True)
class Step:
    """A step in a case: the events that count as it.

    Args:
        words: the step, as it reads after "nothing is recorded of": ``the notification to the Panel``.
        what: what happens; one of several.
        to: to whom something is given or told; one of several; empty for anybody.
        covers: a matter that it covers; none for whatever it does.
        of: of the report, or of information; none for either.
        decision: what was decided; none for either.
    """

    words: str
    what: tuple[Happening, ...]
    to: tuple[Recipient, ...] = ()
    covers: Matter | None = None
    of: Paper | None = None
    decision: Decision | None = None

    def is_taken_by(self, event: Event) -> bool | None:
        """Say whether an event is this step; open where what is recorded of it does not show."""
        if event.what not in self.what:
            return False
        shown: list[bool | None] = []
        if self.to:
            shown.append(_any_of(event.values("to"), self.to))
        if self.covers is not None:
            shown.append(_any_of(event.values("covers"), (self.covers,)))
        if self.of is not None:
            shown.append(agree(None if of is None else of is self.of for of in event.values("of")))
        if self.decision is not None:
            shown.append(agree(None if d is None else d is self.decision for d in event.values("decision")))
        return all_of(shown)

    def taken(self, case: Case) -> tuple[list[Event], list[Event]]:
        """Return the events of a case that surely are this step, and those that perhaps are."""
        sure: list[Event] = []
        perhaps: list[Event] = []
        for event in case.events:
            truth = self.is_taken_by(event)
            if truth is not False:
                (sure if truth else perhaps).append(event)
        return sure, perhaps


def step(words: str, *what: Happening, to: Sequence[Recipient] = (), **more: Matter | Paper | Decision) -> Step:
    """Make a step: ``step("the notification to the Panel", Happening.NOTIFIED, to=[Recipient.PANEL])``."""
    return Step(words=words, what=what, to=tuple(to), **more)  # type: ignore[arg-type]  # attrs checks the names


def _any_of(stated: Sequence[tuple[object, ...]], wanted: Sequence[object]) -> bool | None:
    """Say whether a list has one of what is wanted, whichever of its statements holds; open where it is empty."""
    return agree(any(one in wanted for one in values) if values else None for values in stated)
