"""What a check may answer, and how the answers of parts combine."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from enum import Enum

from attrs import evolve, frozen


class Outcome(Enum):
    """How a requirement and the documents compare on a date."""

    MET = "met"
    PARTLY_MET = "partly-met"
    NOT_MET = "not-met"
    NOT_DUE = "not-due"
    NOT_APPLICABLE = "not-applicable"
    INDETERMINATE = "indeterminate"
    NEEDS_JUDGEMENT = "needs-judgement"

    __hash__ = object.__hash__  # there is one of each; Enum's own hash is slow, and sets of these are everywhere


UNMET = frozenset({Outcome.NOT_MET, Outcome.PARTLY_MET})
ORDER = {outcome: place for place, outcome in enumerate(Outcome)}

Possible = frozenset[Outcome]
OPEN: Possible = frozenset({Outcome.MET, Outcome.NOT_MET})
"""What a part may still be of which nothing is known."""


def decided(possible: Possible) -> Outcome:
    """Return the one outcome that is possible, or indeterminate where there are several."""
    if len(possible) != 1:
        return Outcome.INDETERMINATE
    (outcome,) = possible
    return outcome


def from_truth(truth: bool | None) -> Possible:
    """Turn yes into met, no into not met; what is open may be either."""
    if truth is None:
        return OPEN
    return frozenset({Outcome.MET if truth else Outcome.NOT_MET})


@frozen(kw_only=True)
class Evidence:
    """Something in the documents that an outcome rests on.

    Args:
        path: where it stands in the file.
        source: the id of the source; empty where the file names none.
        place: heading, page and lines in that source; empty where the file gives none.
        says: what it says, in short.
    """

    path: str
    source: str
    place: str
    says: str


@frozen(kw_only=True)
class Missing:
    """A fact that would settle what is open.

    Args:
        path: where it would be written in the file.
        need: what is needed, in words.
    """

    path: str
    need: str


@frozen(kw_only=True)
class Part:
    """One of the things that a requirement asks for: an area, a partner, a part of a topic.

    Args:
        subject: what it is about.
        possible: the outcomes that the documents leave possible.
        message: one sentence.
        evidence: what it rests on.
        missing: what would settle it.
        due: the date from which it is owed, where it is not due yet.
        counts: whether the outcome of the whole rests on it; if not, it is shown beside what does.
    """

    subject: str
    possible: Possible
    message: str
    evidence: tuple[Evidence, ...] = ()
    missing: tuple[Missing, ...] = ()
    due: date | None = None
    counts: bool = True

    @property
    def outcome(self) -> Outcome:
        """The one possible outcome, or indeterminate."""
        return decided(self.possible)


@frozen(kw_only=True)
class Answer:
    """What a check answers for a requirement.

    Args:
        possible: the outcomes that the documents leave possible, never empty.
        message: one sentence, with the figures in it.
        parts: where the requirement repeats, its parts.
        evidence: what it rests on.
        missing: what would settle it.
        due: the date from which it is owed, where it is not due yet.
    """

    possible: Possible
    message: str
    parts: tuple[Part, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    missing: tuple[Missing, ...] = ()
    due: date | None = None

    @property
    def outcome(self) -> Outcome:
        """The one possible outcome, or indeterminate."""
        return decided(self.possible)


_MET, _UNMET, _DUE, _JUDGE = 1, 2, 4, 8
_WEIGHT = {
    Outcome.MET: _MET,
    Outcome.PARTLY_MET: _MET | _UNMET,
    Outcome.NOT_MET: _UNMET,
    Outcome.NOT_DUE: _DUE,
    Outcome.NOT_APPLICABLE: 0,
    Outcome.NEEDS_JUDGEMENT: _JUDGE,
}


def _together(state: int) -> Possible:
    """Return what a whole is of whose parts some are met, unmet, not due, for judgement."""
    if state & _UNMET and state & _MET:
        return frozenset({Outcome.PARTLY_MET})
    if state & _UNMET:
        return UNMET if state & _JUDGE else frozenset({Outcome.NOT_MET})
    if state & _JUDGE:
        return frozenset({Outcome.NEEDS_JUDGEMENT})
    if state & _DUE:
        return frozenset({Outcome.NOT_DUE})
    return frozenset({Outcome.MET if state & _MET else Outcome.NOT_APPLICABLE})


def combine(parts: Iterable[Possible]) -> Possible:
    """Combine the possible outcomes of parts into those of the whole.

    All met is met; none met is not met; some met and the rest decided is partly met. What is not
    applicable is left out. What is not due yet neither meets nor fails, and what awaits a person leaves
    the whole to that person, unless a failure already decides it.
    """
    states = {0}
    for possible in parts:
        states = {state | _WEIGHT[outcome] for state in states for outcome in possible}
    return frozenset(outcome for state in states for outcome in _together(state))


def for_a_person(possible: Possible) -> Possible:
    """Leave to a person what is present, since only its presence was checked."""
    person = frozenset({Outcome.NEEDS_JUDGEMENT})
    return (possible - {Outcome.MET}) | person if Outcome.MET in possible else possible


def under_each(parts: Sequence[Part]) -> Part:
    """Merge what a part is under each of the values that the text states for the same fact."""
    first = parts[0]
    possible = frozenset(outcome for part in parts for outcome in part.possible)
    if possible == first.possible:
        return first
    said = "; or ".join(dict.fromkeys(part.message for part in parts))
    missing = tuple(dict.fromkeys(item for part in parts for item in part.missing))
    return evolve(first, possible=possible, message=f"the text contradicts itself: {said}", missing=missing, due=None)


def either(answers: Sequence[Answer]) -> Answer:
    """Merge the answers under several versions of the arrangements that may be the one in force."""
    first = answers[0]
    if all(answer.possible == first.possible for answer in answers):
        return first
    possible = frozenset(outcome for answer in answers for outcome in answer.possible)
    message = "it depends on which version of the arrangements is in force, which their dates leave open"
    missing = tuple(dict.fromkeys(item for answer in answers for item in answer.missing))
    need = Missing(path="publication.implemented", need="the day on which each version came into force")
    return evolve(first, possible=possible, message=message, parts=(), missing=(need, *missing), due=None)
