"""How an edition's requirements are put to a partnership, as of a date."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache, partial

from attrs import evolve

from safeguarding.assessment.findings import Assessment, Cited, Finding, Remedy, Ruleset, Way
from safeguarding.assessment.notices import judged, notices
from safeguarding.assessment.recorded import departures, judgements, reports
from safeguarding.assessment.standing import standing, why_not_of
from safeguarding.dates import in_words
from safeguarding.errors import CannotAssessError
from safeguarding.law import ruleset
from safeguarding.law.asking import Ask
from safeguarding.law.casework import RAPID_REVIEW_STARTS
from safeguarding.law.catalogue import catalogue
from safeguarding.law.drafting import Draft
from safeguarding.law.editions import EDITIONS, edition_on
from safeguarding.law.instruments import WT2018
from safeguarding.law.outcomes import UNMET, Answer, Missing, Outcome, Possible, either
from safeguarding.law.own_time import written_within
from safeguarding.law.patches import Patch
from safeguarding.law.requirement import Requirement
from safeguarding.law.said import denies
from safeguarding.model import Departure, Happening, Judgement, Partnership
from safeguarding.structure import Situation, day_of, published, situations
from safeguarding.unknown import agree


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
        guidance: the edition to judge by, as ``WT2018``, whatever the date; the Acts keep their own dates.
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
    session = _Session(found, day, guidance=guidance, rapid_review_from=start)
    recorded, departing = judgements(partnership, day), departures(partnership)
    findings = {
        item.key: outside or session.finding(item, recorded.get(item.key), departing.get(item.key))
        for item, outside in _asked(day, guidance)
    }
    return Assessment(
        partnership=partnership.id,
        name=partnership.name,
        document=judged(found),
        guidance=guidance or (edition_on(day) or WT2018).id,
        as_of=day,
        as_of_given=as_of is not None,
        ruleset=Ruleset(version=ruleset.VERSION, sha256=ruleset.SHA256),
        inputs=partnership.inputs,
        findings=tuple(findings.values()),
        notices=(
            *notices(found, day, guidance, given=as_of is not None),
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
        self, found: tuple[Situation, ...], as_of: date, *, guidance: str | None, rapid_review_from: Happening
    ) -> None:
        self._situations = found
        self._found: dict[str, Answer] = {}
        self._as_of = as_of
        self._guidance = guidance
        self._rapid_review_from = rapid_review_from
        self._answers: dict[str, Answer] = {}
        self._standing = standing(as_of, guidance)
        self._not_asked: set[str] = set()

    def answer(self, item: Requirement) -> Answer:
        """Return the answer to a requirement."""
        if item.key not in self._answers:
            self._answers[item.key] = self._put(item)
        return self._answers[item.key]

    def finding(self, item: Requirement, judgement: Judgement | None, departure: Departure | None) -> Finding:
        """Return the finding on a requirement, with what would settle it where it is unmet or open."""
        found = self.answer(item)
        settled = len(found.possible) == 1 and not found.possible <= UNMET
        draft = None if settled else partial(self._draft, item, found)
        asked = item.key not in self._not_asked
        return _finding(item, found, self._as_of, judgement, departure, draft, asked=asked)

    def _draft(self, item: Requirement, found: Answer, way: Way) -> Patch | None:
        """Draft what settles a requirement one way or the other, and what it rests on where that fails or may fail."""
        as_asked = way is Way.AS_ASKED
        make = item.settle if as_asked else item.deny
        if make is None or len(self._situations) > 1 or not (as_asked or len(found.possible) > 1):
            return None  # first it is to be settled which version is in force
        if self._outside(item) is not None:
            return None  # and by which edition it was written
        draft = Draft(self._ask(item, self._situations[0]))
        for premise in (catalogue()[key] for key in item.premises):
            answer = self.answer(premise)
            if Outcome.NOT_MET in answer.possible and not (
                as_asked and premise.settle and premise.settle(draft, answer)
            ):
                return None
        promise = make(draft, found)
        if promise is None or draft.empty:
            return None
        patch = draft.patch(promise)
        return None if as_asked and self._denied(patch) else patch

    def _denied(self, patch: Patch) -> bool:
        """Say whether what is to be stated is denied by a statement that is there, which is to be corrected first."""
        documents = self._situations[0].partnership.documents
        return any(
            denies(document.statements, str(added.values["topic"]), tuple(added.values["parts"]))
            for added in patch.additions
            if added.section == "statement"
            for document in documents
            if document.kind is added.document
        )

    def _put(self, item: Requirement) -> Answer:
        outside = self._outside(item)
        if outside is not None:
            if outside.possible == {Outcome.NOT_APPLICABLE}:
                self._not_asked.add(item.key)
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
            self._found[item.key] = either([check(self._ask(item, situation)) for situation in self._situations])
        return self._found[item.key]

    def _ask(self, item: Requirement, situation: Situation) -> Ask:
        return Ask(item, situation, self._guidance, self._rapid_review_from)

    def _outside(self, item: Requirement) -> Answer | None:
        """Answer where the requirement is not asked on the date, or not of a document written when this one was."""
        never, of_its_own_time = self._standing[item.key]
        if not of_its_own_time:
            return never
        within = agree(written_within(item, situation.document) for situation in self._situations)
        if within:
            return None
        message = why_not_of(item)
        # Where it is only open by which edition a document was written, it may come to what that one says.
        otherwise = self._checked(item) if within is None else None
        possible = frozenset({Outcome.NOT_APPLICABLE}) | (otherwise.possible if otherwise else frozenset())
        need = Missing(path="publication.published", need="the day on which the arrangements were written")
        return Answer(possible=possible, message=message, missing=(need,) if otherwise else ())

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
        are_out = agree(
            situation.document is not None and published(situation.document, self._as_of, undated=False)
            for situation in self._situations
        )
        if are_out:
            return found
        possible = found.possible | {Outcome.NOT_DUE}
        if are_out is False:
            possible -= UNMET
        message = f"not due until {in_words(item.owed_from)}; so far: {found.message}"
        due = item.owed_from if possible == {Outcome.NOT_DUE} else None
        return evolve(found, possible=possible, message=message, due=due)


_FOR_A_PERSON = 'Judge whether this is enough, and record it as a [[judgement]] with requirement = "{}".'


def _anything(item: Requirement) -> Possible:
    possible = item.reaches - {Outcome.INDETERMINATE}
    return possible if len(possible) > 1 else possible | {Outcome.NOT_MET}


@cache
def _asked(as_of: date, guidance: str | None) -> tuple[tuple[Requirement, Finding | None], ...]:
    """Return what is checked, each with its finding where the date and the edition already say that it is not asked."""
    alone = standing(as_of, guidance)
    return tuple(
        (item, _finding(item, never, as_of, asked=False) if (never := alone[item.key][0]) else None)
        for item in catalogue().values()
        if item.check is not None
    )


@cache
def cited(key: str, as_of: date) -> tuple[Cited, ...]:
    """Cite the provisions of a requirement, at their addresses for a date."""
    version = catalogue()[key].version(as_of)
    return tuple(
        Cited(
            instrument=citation.instrument.name,
            provision=citation.provision,
            url=citation.url(as_of),
            status=(citation.verification or version.verification).value,
        )
        for citation in version.citations
    )


def _finding(
    item: Requirement,
    found: Answer,
    as_of: date,
    judgement: Judgement | None = None,
    departure: Departure | None = None,
    draft: Callable[[Way], Patch | None] | None = None,
    *,
    asked: bool = True,
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
        requirement=item.at(as_of),
        possible=possible,
        message=message,
        due=found.due,
        parts=found.parts,
        citations=cited(item.key, as_of),
        evidence=found.evidence,
        missing=found.missing,
        remedy=Remedy(
            do=_FOR_A_PERSON.format(item.key) if possible == {Outcome.NEEDS_JUDGEMENT} else item.do, draft=draft
        ),
        judgement=judgement,
        departure=departure,
        asked=asked,
    )
