"""What an agenda says: the things that fall due, how each stands, and how they are read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from enum import Enum
from typing import Any

from attrs import field, frozen

from safeguarding.assessment.findings import Cited, Ruleset
from safeguarding.dates import FAILED, Span, State
from safeguarding.law.outcomes import Missing
from safeguarding.law.requirement import Level, Requirement
from safeguarding.model import Input


class Kind(Enum):
    """What sort of thing falls due."""

    CASE = "case"
    DUTY = "duty"
    MEETING = "meeting"
    MILESTONE = "milestone"
    RECURRING = "recurring"
    SCRUTINY = "scrutiny"


class Standing(Enum):
    """Under which heading something stands; in this order."""

    OVERDUE = "overdue"
    LATE = "late or missed"
    OPEN = "open"
    TODAY = "due today"
    COMING = "coming up"
    DONE = "done in time"


_STANDING = {
    State.MISSING: Standing.OVERDUE,
    State.LATE: Standing.LATE,
    State.TOO_SHORT: Standing.LATE,
    State.OPEN: Standing.OPEN,
    State.DUE_TODAY: Standing.TODAY,
    State.PENDING: Standing.COMING,
    State.MET: Standing.DONE,
}


@frozen(kw_only=True)
class Item:
    """Something that falls due.

    Args:
        id: what it is, the same on every date: ``case/si-2021-03/ch4.notify.5wd``; no two of an agenda have the same.
        kind: a step in a case, a duty of the partnership, a meeting, a milestone or another plan for a day, what
            recurs, or what is planned of scrutiny or comes of it.
        state: how it stands on the date.
        due: the days on which its last day may fall; None where that cannot be said.
        subject: the reference of the case, or whose it is.
        what: what is to be done.
        message: how it stands, in a sentence.
        requirement: the requirement that asks for it; None where only the partnership's own text does.
        level: how strongly it is asked: as the requirement asks, if not given; None where only the partnership's own
            text does.
        citations: the provisions of that requirement, or the one of them that sets this time limit.
        missing: what would settle it, where it is open.
        path: where what it rests on is written.
    """

    id: str
    kind: Kind
    state: State
    due: Span | None
    subject: str
    what: str
    message: str
    requirement: Requirement | None = None
    level: Level | None = field()
    citations: tuple[Cited, ...] = ()
    missing: tuple[Missing, ...] = ()
    path: str = ""

    @level.default
    def _as_required(self) -> Level | None:
        return self.requirement.level if self.requirement else None

    @property
    def standing(self) -> Standing:
        """Where it stands: a meeting that was missed cannot be held any more, so it is late and not overdue."""
        if self.state is State.MISSING and self.kind is Kind.MEETING:
            return Standing.LATE
        return _STANDING[self.state]


@frozen(kw_only=True)
class Agenda:
    """What falls due for a partnership, seen from a date.

    It is iterated over its items.

    Args:
        partnership: the slug of the partnership.
        name: its name.
        as_of: the date.
        as_of_given: whether the date was given, not inferred.
        until: the last day of what is still to come.
        guidance: the edition of the guidance.
        rapid_review_from: the event from which the time for a rapid review is counted.
        ruleset: the rules.
        inputs: the files.
        items: what is overdue first, then what was late or missed, what is open, what is due today, what comes next,
            and what was done in time; each by its day.
        notices: what else the reader should know, each a sentence.
    """

    partnership: str
    name: str
    as_of: date
    as_of_given: bool
    until: date
    guidance: str
    rapid_review_from: str
    ruleset: Ruleset
    inputs: tuple[Input, ...]
    items: tuple[Item, ...]
    notices: tuple[str, ...]

    def __iter__(self) -> Iterator[Item]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def of(self, *standings: Standing) -> tuple[Item, ...]:
        """Return the items under some headings, in order."""
        return tuple(item for item in self.items if item.standing in standings)

    @property
    def overdue(self) -> tuple[Item, ...]:
        """What is still to be done, and should have been: its last day is over, and nothing is recorded of it."""
        return self.of(Standing.OVERDUE)

    @property
    def late(self) -> tuple[Item, ...]:
        """What is overdue, and what was done late, ended too soon or was missed."""
        return tuple(item for item in self.items if item.state in FAILED)

    @property
    def counts(self) -> dict[str, int]:
        """How many items there are in each state, every state named."""
        counted = Counter(item.state for item in self.items)
        return {state.value: counted[state] for state in State}

    def to_records(self) -> list[dict[str, Any]]:
        """Return one flat dictionary for each item, which pandas or Polars take as they are."""
        return [
            {
                "partnership": self.partnership,
                "as_of": self.as_of.isoformat(),
                "state": item.state.value,
                "kind": item.kind.value,
                "due_earliest": item.due.earliest.isoformat() if item.due else None,
                "due_latest": item.due.latest.isoformat() if item.due else None,
                "subject": item.subject,
                "what": item.what,
                "message": item.message,
                "requirement": item.requirement.key if item.requirement else None,
                "level": item.level.value if item.level else None,
                "title": item.requirement.title if item.requirement else None,
                "provisions": "; ".join(f"{cited.instrument}, {cited.provision}" for cited in item.citations),
                "url": item.citations[0].url if item.citations else None,
                "status": item.citations[0].status if item.citations else None,
                "needed": "; ".join(missing.need for missing in item.missing),
                "path": item.path,
                "id": item.id,
            }
            for item in self.items
        ]
