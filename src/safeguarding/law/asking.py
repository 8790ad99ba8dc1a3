"""How a check looks at a situation and answers: evidence, silence, plans, parts and wholes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from attrs import frozen

from safeguarding.dates import PartialDate
from safeguarding.law.outcomes import (
    OPEN,
    Answer,
    Evidence,
    Missing,
    Outcome,
    Part,
    Possible,
    combine,
    for_a_person,
    from_truth,
)
from safeguarding.law.requirement import Checked, Level, Requirement
from safeguarding.law.wording import in_a_line, summary
from safeguarding.model import DocumentKind, Happening, Place, Topic
from safeguarding.structure import Situation

Exhibits = dict[tuple[int, str | None, str | None], tuple[Evidence, ...]]
"""What has been laid out: by entry, field and wording."""


@frozen
class Ask:
    """A requirement put to a situation.

    Args:
        requirement: the requirement.
        situation: how the partnership stands.
        guidance: the edition of the guidance that the caller named to judge by, whatever the dates; else none.
        rapid_review_from: the event of a case from which the time for its rapid review is counted.
    """

    requirement: Requirement
    situation: Situation
    guidance: str | None = None
    rapid_review_from: Happening = Happening.AWARE

    @property
    def as_of(self) -> date:
        """The date of the question."""
        return self.situation.as_of

    # Evidence

    def evidence(self, entry: Any, name: str | None = None, says: str | None = None) -> tuple[Evidence, ...]:
        """Lay out what an entry, or one field of it, says; once for each place and each value stated."""
        known = (id(entry), name, says)
        exhibits: Exhibits = self.situation.exhibits
        if known not in exhibits:
            exhibits[known] = self._laid_out(entry, name, says)
        return exhibits[known]

    def _laid_out(self, entry: Any, name: str | None, says: str | None) -> tuple[Evidence, ...]:
        path = self.situation.path(entry)
        full = f"{path}.{name}" if name else path
        places = entry.places(name) if hasattr(entry, "places") else (getattr(entry, "where", None),)
        stated = getattr(entry, name) if name else entry
        text = in_a_line(stated, self.situation) if says is None else says
        others = (
            _evidence(full, other.where, f"also: {in_a_line(other.value, self.situation)}")
            for other in getattr(entry, "also", ())
            if name and other.field == name and other.value is not None
        )
        return (*(_evidence(full, place, text) for place in places or (None,)), *others)

    # Parts

    def part(
        self,
        subject: str,
        truth: Possible | Outcome | bool | None,
        message: str,
        *,
        evidence: Sequence[Evidence] = (),
        missing: Sequence[Missing] = (),
        due: date | None = None,
    ) -> Part:
        """Make a part from yes, no or open; from an outcome; or from the outcomes possible."""
        if isinstance(truth, Outcome):
            possible = frozenset({truth})
        elif isinstance(truth, frozenset):
            possible = truth
        else:
            possible = from_truth(truth)
        return Part(
            subject=subject,
            possible=possible,
            message=message,
            evidence=tuple(evidence),
            missing=tuple(missing),
            due=due,
        )

    @property
    def anything(self) -> Possible:
        """What a part may be of which nothing is known; a power that was not used does not fail."""
        if self.requirement.level is Level.MAY:
            return frozenset({Outcome.MET, Outcome.NOT_APPLICABLE})
        after = self.requirement.silence
        return OPEN if after in {Outcome.INDETERMINATE, Outcome.NOT_MET} else OPEN | {after}

    def silent(self, subject: str, topics: Sequence[Topic], path: str, need: str, *, unreadable: bool = False) -> Part:
        """Make the part on which nothing was found: silence, or not written down, or not read.

        Args:
            subject: what the part is about.
            topics: the topics on which it could have been said.
            path: where it would be written in the file.
            need: what would settle it.
            unreadable: whether the file marks it as something that stands there and could not be read.
        """
        situation = self.situation
        document = situation.document
        unread = situation.unread(*topics)
        after, possible = self.requirement.silence, self.anything
        missing = Missing(path=path, need=need)
        if document is None:
            message = "no arrangements are among the files"
            return self.part(subject, possible, message, missing=(Missing(path="kind", need=NO_ARRANGEMENTS),))
        if unreadable:
            message = "it stands there, and could not be read"
            return self.part(subject, possible, message, missing=(missing,))
        if not situation.transcribed(*topics):
            message = "not written down yet"
            return self.part(subject, possible, message, missing=(missing,))
        if unread:
            parts = "; ".join(part.what for part in unread)
            message = f"not said in what was read, and it could stand in an unread part: {parts}"
            needs = tuple(Missing(path="source.unread", need=f"the unread part: {part.what}") for part in unread)
            return self.part(subject, possible, message, missing=(*needs, missing))
        if after is Outcome.INDETERMINATE:
            message = "the documents do not say"
            return self.part(subject, OPEN, message, missing=(missing,))
        return self.part(subject, after, _SILENT.get(document.kind, "the document does not say"), missing=(missing,))

    def planned(self, subject: str, when: PartialDate, message: str, **more: Any) -> Part:
        """Make the part that is planned: not due until its date, open after it until confirmed."""
        text = f"{message} for {when.in_words()}"
        if when.earliest > self.as_of:
            return self.part(subject, Outcome.NOT_DUE, text, due=when.latest, **more)
        possible = OPEN if when.latest <= self.as_of else OPEN | {Outcome.NOT_DUE}
        return self.part(subject, possible, f"{text}, and nothing shows that it happened", **more)

    def rest(self, *topics: Topic, what: str) -> list[Part]:
        """Make the part for what of a section is not written down yet; none where all of it is."""
        if self.situation.document is None or self.situation.transcribed(*topics):
            return []
        return [self.silent(f"other {what}", topics, "transcribed", f"the {what} not written down yet")]

    # Wholes

    def whole(self, parts: Sequence[Part], message: str | None = None) -> Answer:
        """Combine parts; where only presence was checked, what is present is left to a person."""
        if len(parts) == 1 and parts[0].counts:
            return self._alone(parts[0], message)
        counted = [part for part in parts if part.counts]
        possible = self._for_a_person(combine(part.possible for part in counted))
        due = [part.due for part in counted if part.due is not None] if possible == _NOT_DUE else []
        return Answer(
            possible=possible,
            message=message or summary(parts),
            parts=tuple(parts) if len(parts) > 1 else (),
            evidence=once(item for part in parts for item in part.evidence),
            missing=once(need for part in counted if part.possible != _MET for need in part.missing),
            due=min(due) if due else None,
        )

    def _alone(self, part: Part, message: str | None) -> Answer:
        """Answer by the only part that there is."""
        possible = self._for_a_person(part.possible)
        if message is None:
            message = f"{part.subject}: {part.message}" if part.subject else part.message
        return Answer(
            possible=possible,
            message=message,
            evidence=once(part.evidence),
            missing=() if part.possible == _MET else once(part.missing),
            due=part.due if possible == _NOT_DUE else None,
        )

    def _for_a_person(self, possible: Possible) -> Possible:
        checked = self.requirement.checked
        return for_a_person(possible) if checked is Checked.PRESENCE or checked is Checked.PERSON else possible

    def one(self, truth: Possible | Outcome | bool | None, message: str, **more: Any) -> Answer:
        """Answer without parts."""
        return self.whole([self.part("", truth, message, **more)], message)


_SILENT = {
    DocumentKind.ARRANGEMENTS: "the arrangements do not say",
    DocumentKind.YEARLY_REPORT: "the report does not say",
    DocumentKind.THRESHOLD_DOCUMENT: "the threshold document does not say",
}

_MET = frozenset({Outcome.MET})
_NOT_DUE = frozenset({Outcome.NOT_DUE})

NO_ARRANGEMENTS = "the published arrangements, as a file of kind arrangements"


def once(items: Iterable[Any]) -> tuple[Any, ...]:
    """Keep the first of equal items, in order."""
    found = tuple(items)
    return tuple(dict.fromkeys(found)) if len(found) > 1 else found


def _evidence(path: str, place: Place | None, says: str) -> Evidence:
    return Evidence(
        path=path,
        source=place.source if place else "",
        place=place.in_words() if place else "",
        says=says,
    )
