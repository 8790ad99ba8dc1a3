"""How an edition's requirements are put to a partnership, as of a date."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache, partial

from attrs import evolve

from safeguarding.assessment.findings import Assessment, Cited, Finding, Remedy, Ruleset, Way
from safeguarding.assessment.recorded import departures, judgements, reports
from safeguarding.dates import Span, in_words
from safeguarding.errors import CannotAssessError
from safeguarding.law import ruleset
from safeguarding.law.asking import Ask, Exhibits
from safeguarding.law.casework import RAPID_REVIEW_STARTS
from safeguarding.law.catalogue import catalogue
from safeguarding.law.drafting import Draft
from safeguarding.law.editions import EDITIONS, INCOMPLETE, NOBODY_LATER, edition, edition_on, regime, replaced
from safeguarding.law.implementation import implementation
from safeguarding.law.instruments import CHILDREN_ACT, GUIDANCE, WT2018
from safeguarding.law.outcomes import UNMET, Answer, Missing, Outcome, Possible, either
from safeguarding.law.own_time import written_within
from safeguarding.law.patches import Patch
from safeguarding.law.requirement import Checked, Requirement
from safeguarding.model import Departure, Document, DocumentKind, Happening, Judgement, Partnership
from safeguarding.structure import Situation, day_of, situations
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
        document=_judged(found),
        guidance=guidance or (edition_on(day) or WT2018).id,
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
        self, found: tuple[Situation, ...], as_of: date, *, guidance: str | None, rapid_review_from: Happening
    ) -> None:
        self._situations: list[tuple[Situation, Exhibits]] = [(situation, {}) for situation in found]
        self._found: dict[str, Answer] = {}
        self._as_of = as_of
        self._guidance = guidance
        self._rapid_review_from = rapid_review_from
        self._answers: dict[str, Answer] = {}

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
        return _finding(item, found, self._as_of, judgement, departure, draft)

    def _draft(self, item: Requirement, found: Answer, way: Way) -> Patch | None:
        """Draft what settles a requirement one way or the other, and what it rests on where that fails or may fail."""
        as_asked = way is Way.AS_ASKED
        make = item.settle if as_asked else item.deny
        if make is None or len(self._situations) > 1 or not (as_asked or len(found.possible) > 1):
            return None  # first it is to be settled which version is in force
        if self._outside(item) is not None:
            return None  # and by which edition it was written
        situation, exhibits = self._situations[0]
        draft = Draft(Ask(item, situation, self._guidance, self._rapid_review_from, exhibits))
        for premise in (catalogue()[key] for key in item.premises):
            answer = self.answer(premise)
            if Outcome.NOT_MET in answer.possible and not (
                as_asked and premise.settle and premise.settle(draft, answer)
            ):
                return None
        promise = make(draft, found)
        return None if promise is None or draft.empty else draft.patch(promise)

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
                Ask(item, situation, self._guidance, self._rapid_review_from, exhibits)
                for situation, exhibits in self._situations
            )
            self._found[item.key] = either([check(ask) for ask in asked])
        return self._found[item.key]

    def _outside(self, item: Requirement) -> Answer | None:
        """Answer where the requirement is not asked on the date, or not of a document written when this one was."""
        never = _never(item, self._as_of, self._guidance)
        if never is not None or self._guidance is not None or not _by_its_own_time(item):
            return never
        if item.edition == WT2018.id and item.ends is not None and self._as_of <= item.ends:
            return None  # whatever is before us by then is taken as written by then
        within = agree(written_within(item, situation.document) for situation, _ in self._situations)
        if within:
            return None
        message = _why_not_of(item)
        # Where it is only open by which edition a document was written, it may come to what that one says.
        judged = self._checked(item) if within is None else None
        possible = frozenset({Outcome.NOT_APPLICABLE}) | (judged.possible if judged else frozenset())
        need = Missing(path="publication.published", need="the day on which the arrangements were written")
        return Answer(possible=possible, message=message, missing=(need,) if judged else ())

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


@cache
def _asked(as_of: date, guidance: str | None) -> tuple[tuple[Requirement, Finding | None], ...]:
    """Return what is checked, each with its finding where the date and the edition already say that it is not asked."""
    return tuple(
        (item, _finding(item, never, as_of) if (never := _never(item, as_of, guidance)) else None)
        for item in catalogue().values()
        if item.check is not None
    )


def _never(item: Requirement, as_of: date, guidance: str | None) -> Answer | None:
    """Answer where the date and the edition say by themselves that a requirement is not asked."""
    message = _why_never(item, as_of, guidance)
    return Answer(possible=frozenset({Outcome.NOT_APPLICABLE}), message=message) if message else None


def _why_never(item: Requirement, as_of: date, guidance: str | None) -> str:
    """Say why a requirement is not asked on a date; nothing where it is, or may be."""
    if not item.commenced:
        return "enacted, and not shown to be in force"
    if guidance is not None and item.of_guidance:
        if guidance in item.editions:
            return ""
        return f"not asked by {edition(guidance).name}{_instead(item, guidance)}"
    if as_of < item.starts:
        return f"not in force until {in_words(item.starts)}"
    of_its_own_day = item.checked is Checked.EVENTS or item.of is not DocumentKind.ARRANGEMENTS
    if of_its_own_day or item.ends is None or as_of <= item.ends or _by_its_own_time(item):
        return ""  # each case, and each document, is judged by the law of its own day
    return f"not asked after {in_words(item.ends)}{_instead(item)}"


def _instead(item: Requirement, guidance: str | None = None) -> str:
    """Say what stands in the place of a requirement that has ended, or why nothing does."""
    others = [catalogue()[key] for key in item.succeeded_by]
    keys = [other.key for other in others if guidance is None or guidance in other.editions]
    if keys:
        return f": in its place stands {' and '.join(keys)}"
    return f": {item.ceased}" if item.ceased else ""


def _by_its_own_time(item: Requirement) -> bool:
    """Say whether it is about what arrangements contain, which are judged by the edition they were written under."""
    later = item.edition != WT2018.id or item.ends is not None
    return item.of_guidance and item.of_content and item.of is DocumentKind.ARRANGEMENTS and later


def _why_not_of(item: Requirement) -> str:
    if item.edition == WT2018.id and item.ends is not None:
        return f"asked only of what was written by {in_words(item.ends)}{_instead(item)}"
    return f"asked of what is written under {edition(item.edition).name}, from {in_words(item.starts)}"


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
        remedy=Remedy(
            do=_FOR_A_PERSON.format(item.key) if possible == {Outcome.NEEDS_JUDGEMENT} else item.do, draft=draft
        ),
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
    if CHILDREN_ACT.starts <= as_of < NOBODY_LATER:
        notices += dict.fromkeys(_transition(situation, as_of) for situation in found)
    now = edition_on(as_of)
    if guidance is not None and now is not None and guidance != now.id:
        notices.append(f"Judged by {edition(guidance).name}, as was asked; on this date {now.name} is in force.")
    elif now is not None and now is not GUIDANCE[0]:
        notices.append(
            f"{WT2018.name} {replaced(WT2018.id)}: what arrangements contain is judged by the edition under which "
            "they were written, all else by the one in force. Ask for an edition to judge all by it."
        )
    used = guidance or (now.id if now else "")
    if used in INCOMPLETE:
        notices.append(
            f"{edition(used).name} is held in part, since its text was not read: what the edition before it asks is "
            "put as carried over and not re-checked, so that nothing here is a clean pass against it."
        )
    return [notice for notice in notices if notice]


def _transition(situation: Situation, as_of: date) -> str:
    """Say under which law the area stands, while its board may still act; nothing once the partners surely do."""
    began = implementation(Ask(catalogue()["trans.implement-3m"], situation))
    # A start that is not known to have come by the date may be still to come.
    still = began.missing and began.span.latest == as_of
    stands = regime(as_of, Span(began.span.earliest, as_of + timedelta(days=1)) if still else began.span)
    return "" if stands.boards is False else stands.in_words
