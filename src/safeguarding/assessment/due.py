"""What falls due: the time limits of cases, and the partnership's own calendar, in one list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from attrs import evolve

from safeguarding.assessment.agenda import Agenda, Item, Kind, Standing
from safeguarding.assessment.engine import assess, cited, starting
from safeguarding.assessment.findings import Assessment, Finding
from safeguarding.assessment.planned import of_the_text, uncounted
from safeguarding.dates import FAILED, Sense, Span, State, in_words, months_after
from safeguarding.errors import CannotAssessError
from safeguarding.law.asking import Ask
from safeguarding.law.catalogue import catalogue
from safeguarding.law.clocks import Run
from safeguarding.law.outcomes import Outcome
from safeguarding.law.requirement import Checked
from safeguarding.model import CaseKind, Partnership
from safeguarding.structure import Situation, day_of, situations

_YEAR = 12
_ORDER = {standing: place for place, standing in enumerate(Standing)}
_AHEAD = frozenset({State.PENDING, State.DUE_TODAY, State.OPEN})


def due(
    partnership: Partnership,
    *,
    as_of: date | str | None = None,
    until: date | str | None = None,
    guidance: str | None = None,
    rapid_review_from: str = "aware",
) -> Agenda:
    """List what falls due: what is late first, then what is open, what comes next, and what was done in time.

    Args:
        partnership: the partnership.
        as_of: the date from which it is seen, or its text; without one, the last day on which the newest document
            can have been published.
        until: the last day of what is still to come, or its text; without one, a year after that date.
        guidance: the edition to judge by, as ``WT2018``, whatever the dates; the Acts keep their own.
        rapid_review_from: the event from which the time for a rapid review is counted: ``incident``, ``aware`` or
            ``notified``.

    Raises:
        CannotAssessError: a date cannot be read or is needed, ``until`` is before ``as_of``, the edition is not held,
            or the event is none of the three.
    """
    day = day_of(partnership, as_of)
    last = _last(until, day)
    assessment = assess(partnership, as_of=day, guidance=guidance, rapid_review_from=rapid_review_from)
    found = situations(partnership, day)
    listed = [_under(situation, last, guidance, rapid_review_from) for situation in found]
    duties = list(_of_duties(assessment, unpublished=_unpublished(found, day)))
    items = [*duties, *(item for item in _in_each(listed) if not _is_among(duties, item))]
    shown = [item for item in items if not (item.state in _AHEAD and item.due and item.due.earliest > last)]
    return Agenda(
        partnership=partnership.id,
        name=partnership.name,
        as_of=day,
        as_of_given=as_of is not None,
        until=last,
        guidance=assessment.guidance,
        rapid_review_from=rapid_review_from,
        ruleset=assessment.ruleset,
        inputs=partnership.inputs,
        items=tuple(sorted(_apart(shown), key=_rank)),
        notices=tuple(_notices(found)),
    )


def _last(until: date | str | None, day: date) -> date:
    """Return the last day of what is still to come."""
    if isinstance(until, str):
        try:
            until = date.fromisoformat(until)
        except ValueError:
            raise CannotAssessError(f'until "{until}" is not a full date such as "2020-11-30"') from None
    if until is None:
        return months_after(day, _YEAR) if day.year < date.max.year else date.max
    if until < day:
        raise CannotAssessError(
            f"until ({in_words(until)}) is before the date of the question, {in_words(day)}: give a later one"
        )
    return until


# Under one version of the arrangements


def _under(situation: Situation, last: date, guidance: str | None, rapid_review_from: str) -> list[Item]:
    """List what falls due under one of the versions of the arrangements that may be in force."""
    start = starting(rapid_review_from)
    cases = frozenset(case.id for kind in CaseKind for case in situation.caseload.of(kind))
    found: list[Item] = []
    for requirement in catalogue().values():
        held = situation.as_of >= requirement.starts and requirement.asked_by(guidance)
        if requirement.runs is not None and held:
            ask = Ask(requirement, situation, guidance, start)
            found += [_of_run(ask, run, cases) for run in requirement.runs(ask) if _asked(run)]
    return [*found, *of_the_text(situation, last)]


def _asked(run: Run) -> bool:
    """Say whether a time limit runs here: one that counts, or that another instrument sets beside it.

    One that another reading of the same text would set is shown beside the others in an assessment only.
    """
    return (run.counts or run.cites > 0) and run.possible != {Outcome.NOT_APPLICABLE}


def _of_run(ask: Ask, run: Run, cases: frozenset[str]) -> Item:
    item = ask.requirement
    of_a_case = run.case in cases
    citations = cited(item.key, ask.as_of)
    kind = Kind.CASE if of_a_case else Kind.DUTY
    state = _state(run)
    return Item(
        id="/".join(text for text in (kind.value, run.case, item.key, run.about) if text),
        kind=kind,
        state=state,
        due=run.status.due if run.status else None,
        subject=run.case if of_a_case else ask.situation.name(run.case),
        what=_what(run),
        message=run.message,
        requirement=item,
        level=run.level(item),
        citations=citations if not run.cites else (citations[run.cites],),
        missing=run.missing if state is State.OPEN else (),
        path=run.path,
    )


def _what(run: Run) -> str:
    """Say what is to be done; of what is to go on, what is not to come before its last day is over."""
    stop = f"not before then: {run.stop}" if run.limit.sense is Sense.LASTING else run.stop
    return ", ".join([stop, *(text for text in run.about.split(", ") if text and text not in run.stop)])


def _state(run: Run) -> State:
    """Say how a time limit stands: by its days, unless the outcome rests on more than them."""
    if run.status is None or len(run.possible) > 1:
        return State.OPEN
    if run.possible == {Outcome.MET}:
        return State.MET
    return run.status.state


def _in_each(listed: Sequence[Sequence[Item]]) -> list[Item]:
    """Merge what falls due under each version that may be in force; what some of them lack is only perhaps so."""
    if len(listed) == 1:
        return list(listed[0])
    said = [Counter(_gist(item) for item in items) for items in listed]
    merged: dict[object, Item] = {}
    for items in listed:
        seen: Counter[object] = Counter()
        for item in items:
            gist = _gist(item)
            seen[gist] += 1
            sure = all(counted[gist] >= seen[gist] for counted in said)
            merged.setdefault((gist, seen[gist]), item if sure else _perhaps(item))
    return list(merged.values())


def _gist(item: Item) -> object:
    """Return what tells items apart, wherever they are written."""
    return item.id, item.kind, item.state, item.due, item.subject, item.message


def _perhaps(item: Item) -> Item:
    state = State.OPEN if item.state in FAILED | {State.MET} else item.state
    return evolve(item, state=state, message=f"if that version of the arrangements is in force: {item.message}")


# The duties of the partnership


def _of_duties(assessment: Assessment, *, unpublished: bool) -> Iterator[Item]:
    """List the requirements on the arrangements themselves that have a day."""
    for finding in assessment:
        item = finding.requirement
        if item.checked is Checked.EVENTS:
            continue
        parts = [(part, part.due) for part in finding.parts if part.due is not None]
        if parts and (finding.due is None or len({day for _, day in parts}) > 1):
            for part, day in parts:
                path = part.evidence[0].path if part.evidence else ""
                yield _of_duty(finding, assessment.as_of, day, part.subject, part.message, path)
        elif finding.due is not None:
            path = finding.evidence[0].path if finding.evidence else ""
            yield _of_duty(finding, assessment.as_of, finding.due, "", finding.message, path)
        elif unpublished and finding.unmet and item.owed_from is not None:
            yield _of_duty(finding, assessment.as_of, item.owed_from, "", finding.message, "")


def _of_duty(finding: Finding, as_of: date, day: date, part: str, message: str, path: str) -> Item:
    item = finding.requirement
    state = State.PENDING if day > as_of else State.MISSING
    if day == as_of:
        state = State.DUE_TODAY
    return Item(
        id="/".join(text for text in (Kind.DUTY.value, item.key, part) if text),
        kind=Kind.DUTY,
        state=state,
        due=Span.of(day),
        subject=item.who,
        what=f"{item.title}: {part}" if part else item.title,
        message=message,
        requirement=item,
        citations=finding.citations,
        path=path,
    )


def _unpublished(found: Sequence[Situation], as_of: date) -> bool:
    """Say whether surely no arrangements have been published by a date; a day that is not stated shows nothing."""
    stated = [
        when
        for situation in found
        for when in (situation.document.publication.values("published") if situation.document else ())
    ]
    return bool(stated) and all(when is not None and when.earliest > as_of for when in stated)


def _is_among(duties: Sequence[Item], item: Item) -> bool:
    """Say whether a plan of the text is what a duty rests on, which is listed with its provisions."""
    return item.kind is Kind.MILESTONE and any(f"{duty.path}.".startswith(f"{item.path}.") for duty in duties)


# All together


def _rank(item: Item) -> tuple[int, date, date, str, str, str]:
    # By the first day on which it may be due: who acts by then is in time however the rest turns out.
    return _ORDER[item.standing], *_days(item), item.subject, item.what, item.id


def _days(item: Item) -> tuple[date, date]:
    return (item.due.earliest, item.due.latest) if item.due else (date.max, date.max)


def _apart(items: Sequence[Item]) -> Iterator[Item]:
    """Number the items that would have the same id, in an order that does not depend on how they stand."""
    seen: Counter[str] = Counter()
    for item in sorted(items, key=lambda one: (one.id, *_days(one), one.path, one.message)):
        seen[item.id] += 1
        yield item if seen[item.id] == 1 else evolve(item, id=f"{item.id}/{seen[item.id]}")


def _notices(found: Sequence[Situation]) -> Iterator[str]:
    if len(found) > 1:
        yield f"Which of {len(found)} versions of the arrangements is in force is open."
    if not found[0].caseload.logs:
        yield "No case log is among the files, so no case is in this list."
    if all(situation.document is None for situation in found):
        yield "No arrangements are among the files, so nothing that they plan is in this list."
    yield from dict.fromkeys(text for situation in found for text in uncounted(situation))
