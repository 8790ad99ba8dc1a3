"""What a requirement is: what is asked, by which law, of whom, and how it is checked."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from attrs import field, frozen

from safeguarding.law.instruments import Citation, Verification
from safeguarding.law.outcomes import Answer, Outcome

if TYPE_CHECKING:
    from safeguarding.law.asking import Ask
    from safeguarding.law.clocks import Run


class Level(Enum):
    """How strongly the text asks, by its own verb."""

    MUST = "must"
    SHOULD = "should"
    MAY = "may"
    DEFINITION = "definition"


class Checked(Enum):
    """How far a program can check it."""

    DOCUMENTS = "from the documents"
    PRESENCE = "presence from the documents, adequacy by a person"
    PERSON = "by a person"
    EVENTS = "from dated events"
    NOT_TESTED = "not tested"


Check = Callable[["Ask"], Answer]
Runs = Callable[["Ask"], Iterable["Run"]]
"""How the time limits of a requirement run in a situation."""


@frozen(kw_only=True)
class Requirement:
    """Something that law or guidance asks.

    Args:
        key: its key in the digest of the law; never reused.
        title: a few words.
        level: must, should, may; or a definition.
        who: whose duty it is.
        asks: what is asked, paraphrased.
        heading: the heading of the guidance that it stands under.
        citations: the provisions, first the one it rests on.
        verification: how well it is known that the provisions say so.
        read_at: the names, in the digest's list of sources, of where that was read.
        checked: how far a program can check it.
        silence: the outcome where a fully read document says nothing of it.
        reaches: the outcomes that its check can reach.
        do: what to do where it is unmet or open.
        check: the check; none for a definition or a statement of the law's position.
        runs: of a requirement with time limits, how they run in a situation.
        premises: the keys of requirements without which this one cannot be put.
        restates: the key of a requirement that asks the same, at the same or a higher level.
        owed_from: the day before which what is lacking is not due.
    """

    key: str
    title: str
    level: Level
    who: str
    asks: str
    heading: str
    citations: tuple[Citation, ...]
    verification: Verification
    read_at: tuple[str, ...] = ()
    checked: Checked
    silence: Outcome
    reaches: frozenset[Outcome] = frozenset()
    do: str
    check: Check | None = field(default=None, eq=False, repr=False)
    runs: Runs | None = field(default=None, eq=False, repr=False)
    premises: tuple[str, ...] = ()
    restates: str | None = None
    owed_from: date | None = None

    @property
    def starts(self) -> date:
        """The day from which the provisions cited first are in force."""
        return self.citations[0].instrument.starts

    @property
    def ends(self) -> date | None:
        """The last day on which they are; none while they last."""
        return self.citations[0].instrument.ends

    @property
    def of_guidance(self) -> bool:
        """Whether it rests on the guidance, cited first, and so lives by edition."""
        return self.citations[0].of_guidance

    @property
    def of_content(self) -> bool:
        """Whether it says what a published document contains, so that its silence fails it."""
        return self.silence is Outcome.NOT_MET

    def verified(self, citation: Citation) -> Verification:
        """Say how well it is known that a provision says so."""
        return citation.verification or self.verification
