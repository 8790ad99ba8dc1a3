"""How an edition's requirements are put to a partnership, as of a date."""

from __future__ import annotations

from datetime import date
from functools import cache

from attrs import evolve

from safeguarding.assessment.findings import Assessment, Cited, Finding, Remedy, Ruleset
from safeguarding.assessment.recorded import departures, judgements, reports
from safeguarding.dates import in_words
from safeguarding.errors import CannotAssessError
from safeguarding.law import ruleset
from safeguarding.law.asking import Ask, Exhibits
from safeguarding.law.casework import RAPID_REVIEW_STARTS
from safeguarding.law.catalogue import catalogue
from safeguarding.law.instruments import CHILDREN_ACT, WT2018
from safeguarding.law.outcomes import UNMET, Answer, Outcome, Possible, either
from safeguarding.law.requirement import Checked, Requirement
from safeguarding.model import Departure, Document, Happening, Judgement, Partnership
from safeguarding.structure import Situation, day_of, situations
from safeguarding.unknown import agree

EDITIONS = ("WT2018",)


def assess(
    partnership: Partnership,
    *,
    as_of: date | str | None = None,
    guidance: str | None = None,
    rapid_review_from: str = "aware",
) -> Assessment:
    """Compare what a partnership's documents say with what the law asks, on a date.

    Args:
        partnership: the partnership.
        as_of: the date, or its text as ``2019-11-30``; without one, the last day on which the newest
            document can have been published.
        guidance: the edition to judge by, ``WT2018``, whatever the date; the Acts keep their own dates.
        rapid_review_from: the event of a case from which the fifteen working days of its rapid review are
            counted: ``incident``, ``aware`` or ``notified``; the sources differ (decision 0012).

    Raises:
        CannotAssessError: no date is given and the documents have none, the text is not a full date, or the
            edition is not held.
    """
    day = day_of(partnership, as_of)
    if guidance is not None and guidance not in EDITIONS:
        raise CannotAssessError(f'guidance "{guidance}" is not held; it can be: {", ".join(EDITIONS)}')
    found = situations(partnership, day)
    start = starting(rapid_review_from)
    session = _Session(found, day, forced=guidance is not None, rapid_review_from=start)
    recorded, departing = judgements(partnership, day), departures(partnership)
    findings = {
        item.key: _finding(item, session.answer(item), day, recorded.get(item.key), departing.get(item.key))
        for item in catalogue().values()
        if item.check is not None
    }
    return Assessment(
        partnership=partnership.id,
        name=partnership.name,
        document=_judged(found),
        guidance=guidance or EDITIONS[0],
        as_of=day,
        as_of_given=as_of is not None,
        ruleset=Ruleset(version=ruleset.VERSION, sha256=ruleset.SHA256),
        inputs=partnership.inputs,
        findings=tuple(findings.values()),
        notices=(
            *_notices(found, day, guidance, given=as_of is not None),
            *reports(partnership, findings, day),
        ),
    )


def starting(name: str) -> Happening:
    """Read the event from which the time for a rapid review is counted.

    Raises:
        CannotAssessError: it is none of the three.
    """
    accepted = {event.value: event for event in RAPID_REVIEW_STARTS}
    if name not in accepted:
        raise CannotAssessError(
            f'rapid_review_from "{name}" is not an event from which it is counted; it can be: {", ".join(accepted)}'
        )
    return accepted[name]


class _Session:
    """One run of the requirements; each is put once, since others may rest on it."""

    def __init__(
        self, found: tuple[Situation, ...], as_of: date, *, forced: bool, rapid_review_from: Happening
    ) -> None:
        self._situations: list[tuple[Situation, Exhibits]] = [(situation, {}) for situation in found]
        self._found: dict[str, Answer] = {}
        self._as_of = as_of
        self._forced = forced
        self._rapid_review_from = rapid_review_from
        self._answers: dict[str, Answer] = {}

    def answer(self, item: Requirement) -> Answer:
        """Return the answer to a requirement."""
        if item.key not in self._answers:
            self._answers[item.key] = self._put(item)
        return self._answers[item.key]

    def _put(self, item: Requirement) -> Answer:
        outside = self._outside(item)
        if outside is not None:
            return outside
        return self._not_due(item, self._on_premises(item, self._checked(item)))

    def _checked(self, item: Requirement) -> Answer:
        """Put the check to each version of the arrangements that may be in force."""
        check = item.check
        if check is None:
            raise AssertionError(item.key)
        if item.restates is not None and catalogue()[item.restates].check is check:
            return self._checked(catalogue()[item.restates])
        if item.key not in self._found:
            asked = (
                Ask(item, situation, self._forced, self._rapid_review_from, exhibits)
                for situation, exhibits in self._situations
            )
            self._found[item.key] = either([check(ask) for ask in asked])
        return self._found[item.key]

    def _outside(self, item: Requirement) -> Answer | None:
        """Answer where the requirement is not in force on the date."""
        if self._forced and item.of_guidance:
            return None
        if item.checked is Checked.EVENTS and self._as_of >= item.starts:
            return None  # each case is judged by the law of its own day
        if self._as_of < item.starts:
            message = f"not in force until {in_words(item.starts)}"
            return Answer(possible=frozenset({Outcome.NOT_APPLICABLE}), message=message)
        if item.ends is None or self._as_of <= item.ends:
            return None
        if item.of_content and all(_written_by(s.document, item.ends) for s, _ in self._situations):
            return None
        message = (
            f"Working Together 2018 was replaced after {in_words(item.ends)}, and what replaced it is not held here"
        )
        # Where it is only open by which edition a document was written, it may come to what that one says.
        judged = self._checked(item).possible if item.of_content else frozenset()
        return Answer(possible=_anything(item) | judged, message=message)

    def _on_premises(self, item: Requirement, found: Answer) -> Answer:
        """Open the answer where a requirement that it rests on fails, or may fail."""
        for key in item.premises:
            premise = self.answer(catalogue()[key])
            if Outcome.NOT_MET not in premise.possible:
                continue
            if premise.outcome is Outcome.NOT_MET:
                message = f"cannot be judged, since what it rests on is not met: {catalogue()[key].title} ({key})"
                return Answer(possible=_anything(item) | found.possible, message=message, missing=premise.missing)
            missing = tuple(dict.fromkeys((*premise.missing, *found.missing)))
            message = f"{found.message}; but it rests on what is open: {catalogue()[key].title} ({key})"
            possible = _anything(item) | found.possible
            return evolve(found, possible=possible, message=message, missing=missing, due=None)
        return found

    def _not_due(self, item: Requirement, found: Answer) -> Answer:
        """Turn what is lacking before the first arrangements are due into what is not due yet.

        What has been published is judged at once; the deadline only excuses what has not.
        """
        if item.owed_from is None or self._as_of > item.owed_from or not found.possible & UNMET:
            return found
        published = agree(_published(situation.document, self._as_of) for situation, _ in self._situations)
        if published:
            return found
        possible = found.possible | {Outcome.NOT_DUE}
        if published is False:
            possible -= UNMET
        message = f"not due until {in_words(item.owed_from)}; so far: {found.message}"
        due = item.owed_from if possible == {Outcome.NOT_DUE} else None
        return evolve(found, possible=possible, message=message, due=due)


def _published(document: Document | None, as_of: date) -> bool | None:
    """Say whether arrangements have been published by a date."""
    stated = document.publication.values("published") if document else (None,)
    return agree(when.not_after(as_of) if when else False for when in stated)


_FOR_A_PERSON = 'Judge whether this is enough, and record it as a [[judgement]] with requirement = "{}".'


def _anything(item: Requirement) -> Possible:
    possible = item.reaches - {Outcome.INDETERMINATE}
    return possible if len(possible) > 1 else possible | {Outcome.NOT_MET}


def _written_by(document: Document | None, last: date) -> bool:
    """Say whether a document was surely written on or before a day."""
    if document is None:
        return True
    for name in ("updated", "published"):
        stated = document.publication.values(name)
        if not stated:
            return False
        if any(stated):
            return all(when.latest <= last for when in stated if when)
    return True


@cache
def cited(key: str, as_of: date) -> tuple[Cited, ...]:
    """Cite the provisions of a requirement, at their addresses for a date."""
    item = catalogue()[key]
    return tuple(
        Cited(
            instrument=citation.instrument.name,
            provision=citation.provision,
            url=citation.url(as_of),
            status=item.verified(citation).value,
        )
        for citation in item.citations
    )


def _finding(
    item: Requirement, found: Answer, as_of: date, judgement: Judgement | None, departure: Departure | None
) -> Finding:
    possible, message = found.possible, found.message
    if judgement is None or Outcome.NEEDS_JUDGEMENT not in possible:
        judgement = None
    else:
        # What is left to a person is what the person found; what else is possible stays so.
        possible = possible - {Outcome.NEEDS_JUDGEMENT} | {Outcome(judgement.outcome.value)}
        if len(found.possible) == 1:
            message = f"judged by the {judgement.role}, {judgement.date.in_words()}: {judgement.reason}"
    return Finding(
        requirement=item,
        possible=possible,
        message=message,
        due=found.due,
        parts=found.parts,
        citations=cited(item.key, as_of),
        evidence=found.evidence,
        missing=found.missing,
        remedy=Remedy(do=_FOR_A_PERSON.format(item.key) if possible == {Outcome.NEEDS_JUDGEMENT} else item.do),
        judgement=judgement,
        departure=departure,
    )


def _judged(found: tuple[Situation, ...]) -> str:
    """Say in words which document was judged."""
    said = []
    for situation in found:
        document = situation.document
        if document is None:
            return "no arrangements among the files"
        publication = document.publication
        published = publication.published
        text = f"arrangements published {published.in_words()}" if published else "arrangements, undated"
        said.append(text + (f", updated {publication.updated.in_words()}" if publication.updated else ""))
    return " or ".join(said)


def _notices(found: tuple[Situation, ...], as_of: date, guidance: str | None, *, given: bool) -> list[str]:
    notices = []
    if not given:
        notices.append(
            f"No date was given: judged as of {in_words(as_of)}, the last day on which the newest document "
            "can have been published."
        )
    if as_of < CHILDREN_ACT.starts:
        notices.append(f"Nothing that is held here was in force before {in_words(CHILDREN_ACT.starts)}.")
    elif all(situation.document and _published(situation.document, as_of) is False for situation in found):
        notices.append("The arrangements judged were not published by this date, as far as is stated.")
    if len(found) > 1:
        notices.append(f"Which of {len(found)} versions of the arrangements is in force is open.")
    if WT2018.ends is not None and as_of > WT2018.ends and guidance is None:
        notices.append(
            f"Working Together 2018 was replaced after {in_words(WT2018.ends)}: what a document written under "
            "it contains is judged by it, and for the rest of the guidance no later edition is held."
        )
    return notices
