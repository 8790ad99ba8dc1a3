"""What Local Safeguarding Children Boards handed over when they ended, and the first yearly report: SI 2018/497."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from attrs import evolve, frozen

from safeguarding.dates import Span, State, TimeLimit, Unit
from safeguarding.law.asking import Ask, once
from safeguarding.law.casework import by_runs
from safeguarding.law.clocks import Run
from safeguarding.law.implementation import NEED_AREA, Implementation, implementation, later_area
from safeguarding.law.instruments import TRANSITION, Verification, regulation
from safeguarding.law.intervals import Occasion, earliest_of, occasions, said
from safeguarding.law.outcomes import Answer, Missing, Outcome, Possible
from safeguarding.law.requirement import Checked, Level, Requirement
from safeguarding.law.stated import INDETERMINATE, MET, NOT_APPLICABLE, NOT_DUE, NOT_MET
from safeguarding.law.steps import Step, step
from safeguarding.law.wt2018.reports import first_report
from safeguarding.model import Case, CaseKind, Happening, Recipient
from safeguarding.unknown import all_of, any_of, negate

HEADING = "Transition"

_BEGUN = step("the beginning of the review", Happening.BEGUN)
_REPORT = step("the completion of the report", Happening.REPORT_COMPLETED)
_PUBLISHED = step("the publication of the report", Happening.PUBLISHED)
_TO_PARTNERS = step(
    "the handing over to the safeguarding partners", Happening.HANDED_OVER, to=[Recipient.SAFEGUARDING_PARTNERS]
)
_DEATH = step("the death", Happening.DEATH)
_REVIEWED = step("the completion of the review", Happening.REVIEW_COMPLETED)
_TO_REVIEWERS = step(
    "the handing over to the child death review partners",
    Happening.HANDED_OVER,
    to=[Recipient.CHILD_DEATH_REVIEW_PARTNERS],
)

TRANSITION_ENDED = date(2019, 9, 29)
"""The last day of the transition, four months after which unfinished child death reviews were handed over."""

_LAST_OF_THE_BOARDS = date(2020, 9, 28)
"""The last day before their law was repealed everywhere: SI 2018/497 regulation 8(4)."""

# What is asked of a Board


@frozen(kw_only=True)
class _Duty:
    """Something that a Board hands over if it is not finished by a day.

    Args:
        kind: the kind of case.
        limit: the time after which it is handed over.
        start: what that counts from, in words.
        to: the handing over.
        what: what is handed over, and when, in words.
    """

    kind: CaseKind
    limit: TimeLimit
    start: str
    to: Step
    what: str


def _handed_over(
    duty: _Duty, ask: Ask, case: Case, start: Occasion, applies: bool | None, about: Sequence[Step]
) -> Run | None:
    """Say how a handing over stands; nothing comes of it where it was surely not owed.

    The regulations say after what time it is owed, and not by when it is done: done later it is done.
    """
    if applies is False:
        return None
    last = duty.limit.due(start.span)
    sure, perhaps = (occasions(ask, events, duty.to.words) for events in duty.to.taken(case))
    kept_to = ask.situation.caseload.kept_to(case, ask.as_of)
    done = any_of(
        [*(_before(one.span, ask.as_of) for one in sure), *(None for one in perhaps if one.span.earliest <= ask.as_of)]
    )
    over = None if last.earliest < ask.as_of <= last.latest else ask.as_of > last.latest
    possible = _comes_to(applies, over, done, closed=kept_to < ask.as_of)
    facts = [one for some in about for one in occasions(ask, some.taken(case)[0], some.words)]
    known = [start, *facts, *sure, *perhaps]
    path = ask.situation.path(case)
    needs = [
        Missing(path=f"{path}.events", need=f"whether and when there was {some.words}") for some in (*about, duty.to)
    ]
    handed = earliest_of([*sure, *perhaps])
    status = duty.limit.status(ask.as_of, start.span, handed.span if handed else None)
    recorded = f"handed over {said(handed.span)}" if handed else "no handing over is recorded"
    return Run(
        case=case.id,
        about="",
        limit=duty.limit,
        start=duty.start,
        stop=duty.to.words,
        status=evolve(status, possible=frozenset({State.MET})) if possible == {MET} else status,
        possible=possible,
        message=f"{duty.what} {'' if last.exact else 'a day '}{said(last)}; {recorded}",
        path=path,
        evidence=once(item for one in known for item in one.evidence),
        missing=once([*needs, *(item for one in known for item in one.missing)]) if len(possible) > 1 else (),
    )


def _comes_to(applies: bool | None, over: bool | None, done: bool | None, *, closed: bool) -> Possible:
    """Return what it may come to: whether it is owed, whether the time is over, and whether it was done."""
    possible: set[Outcome] = set() if applies else {NOT_APPLICABLE}
    if done is not False:
        possible.add(MET)
    if done is not True:
        possible |= set() if over else {NOT_DUE}
        possible |= set() if over is False else {NOT_MET, MET} if closed else {NOT_MET}
    return frozenset(possible)


def _before(span: Span, day: date) -> bool | None:
    """Say whether something was on a day or before it."""
    return None if span.earliest <= day < span.latest else span.latest <= day


def _by(ask: Ask, case: Case, taken: Step, last: Span) -> bool | None:
    """Say whether a step was taken by a last day, as far as the date of the question lets it be known."""
    end = Span(min(last.earliest, ask.as_of), min(last.latest, ask.as_of))
    found = occasions(ask, taken.taken(case)[0], taken.words)
    shown = [one.span.latest <= end.earliest or (None if one.span.earliest <= end.latest else False) for one in found]
    if not found and ask.situation.caseload.kept_to(case, ask.as_of) < end.latest:
        return None  # it may have been taken after the log was closed
    return any_of(shown)


# Serious case reviews

_YEAR = (12, Unit.MONTHS)
_ONE_YEAR = "the implementation date"
_UNPUBLISHED = _Duty(
    kind=CaseKind.SERIOUS_CASE_REVIEW,
    limit=TimeLimit.within(*_YEAR, requirement="trans.scr.unpublished"),
    start=_ONE_YEAR,
    to=_TO_PARTNERS,
    what="to be handed over if complete and not published by",
)
_INCOMPLETE = _Duty(
    kind=CaseKind.SERIOUS_CASE_REVIEW,
    limit=TimeLimit.within(*_YEAR, requirement="trans.scr.incomplete"),
    start=_ONE_YEAR,
    to=_TO_PARTNERS,
    what="to be handed over if not complete by",
)


def _unpublished(ask: Ask) -> Iterator[Run]:
    """Run the year after which a report that is complete and not published is handed over."""
    began = _implemented(ask)
    last = _UNPUBLISHED.limit.due(began.span)
    for case in ask.situation.caseload.of(CaseKind.SERIOUS_CASE_REVIEW):
        complete, published = _by(ask, case, _REPORT, last), _by(ask, case, _PUBLISHED, last)
        applies = all_of([complete, negate(published)])
        found = _handed_over(_UNPUBLISHED, ask, case, began, applies, (_REPORT, _PUBLISHED))
        yield from _in_the_area(ask, case, found, _BEGUN, _LAST_OF_THE_BOARDS)


def _incomplete(ask: Ask) -> Iterator[Run]:
    """Run the year after which all information on a review that is not complete is handed over."""
    began = _implemented(ask)
    last = _INCOMPLETE.limit.due(began.span)
    for case in ask.situation.caseload.of(CaseKind.SERIOUS_CASE_REVIEW):
        # What was published was complete.
        complete = any_of([_by(ask, case, _REPORT, last), _by(ask, case, _PUBLISHED, last)])
        found = _handed_over(_INCOMPLETE, ask, case, began, negate(complete), (_REPORT,))
        yield from _in_the_area(ask, case, found, _BEGUN, _LAST_OF_THE_BOARDS)


def _implemented(ask: Ask) -> Occasion:
    began = implementation(ask)
    return Occasion(span=began.span, evidence=began.evidence, missing=began.missing)


def _in_the_area(ask: Ask, case: Case, found: Run | None, start: Step, until: date) -> Iterator[Run]:
    """Leave out an area of after the transition, and a case that had not begun by then, or only once it was over."""
    begun = earliest_of(occasions(ask, start.taken(case)[0], start.words))
    last = min(until, ask.as_of)
    later = later_area(ask)
    if found is None or later or (begun is not None and begun.span.earliest > last):
        return
    needs = [] if later is False else [NEED_AREA]
    if begun is not None and begun.span.latest > last:
        needs += begun.missing
    if needs:
        missing = once((*found.missing, *needs))
        found = evolve(found, possible=found.possible | {NOT_APPLICABLE}, missing=missing)
    yield found


# Child death reviews

_DEATHS = _Duty(
    kind=CaseKind.CHILD_DEATH,
    limit=TimeLimit.within(4, Unit.MONTHS, "trans.cdr.incomplete"),
    start="the end of the transition, 29 September 2019",
    to=_TO_REVIEWERS,
    what="to be handed over if not complete by",
)


def _deaths(ask: Ask) -> Iterator[Run]:
    """Run the time to 29 January 2020, on which unfinished reviews of the Board's are handed over."""
    began, end = implementation(ask), Occasion(span=Span(TRANSITION_ENDED, TRANSITION_ENDED))
    last = _DEATHS.limit.due(end.span)
    for case in ask.situation.caseload.of(CaseKind.CHILD_DEATH):
        applies = all_of([_of_the_board(ask, case, began), negate(_by(ask, case, _REVIEWED, last))])
        found = _handed_over(_DEATHS, ask, case, end, applies, (_DEATH, _REVIEWED))
        if found is not None and len(found.possible) > 1:
            found = evolve(found, missing=once((*found.missing, *began.missing)))
        yield from _in_the_area(ask, case, found, _DEATH, last.latest)


def _of_the_board(ask: Ask, case: Case, began: Implementation) -> bool | None:
    """Say whether it was for the Board to review a death: one before the implementation date, when its law ended."""
    sure, perhaps = (occasions(ask, events, _TO_REVIEWERS.words) for events in _TO_REVIEWERS.taken(case))
    maybe = (None for one in perhaps if one.span.earliest <= ask.as_of)
    handed = any_of([*(_before(one.span, ask.as_of) for one in sure), *maybe])
    death = earliest_of(occasions(ask, _DEATH.taken(case)[0], _DEATH.words))
    if death is None or (began.span.earliest <= death.span.latest and death.span.earliest < began.span.latest):
        return handed or None
    return any_of([handed, death.span.latest < began.span.earliest])


# The first yearly report


def _first_report(ask: Ask) -> Answer:
    """Look whether the first yearly report came within twelve months of the implementation date."""
    found = [run.part() for run in first_report(ask)]
    return ask.whole(found) if found else ask.one(NOT_APPLICABLE, "the area came into being after the transition")


def _r(number: str, **more: Any) -> Requirement:
    values: dict[str, Any] = {"who": "Local Safeguarding Children Board"} | more
    return Requirement(
        level=Level.MUST,
        heading=HEADING,
        citations=(regulation(TRANSITION, *number.split(" ")),),
        verification=Verification.READ,
        read_at=("SI497",),
        silence=INDETERMINATE,
        **values,
    )


REQUIREMENTS = (
    _r(
        "7",
        key="trans.first-report",
        title="The first yearly report comes within twelve months",
        who="safeguarding partners",
        asks="The first yearly report is published within twelve months of the implementation date.",
        checked=Checked.EVENTS,
        reaches=frozenset({MET, NOT_MET, NOT_DUE, NOT_APPLICABLE, INDETERMINATE}),
        do="Record the day from which the arrangements were acted on, and put the first yearly report among the files.",
        check=_first_report,
        runs=first_report,
    ),
    _r(
        "9 (1)",
        key="trans.scr.unpublished",
        title="An unpublished serious case review is handed over",
        asks=(
            "The report of a serious case review that is complete and not published twelve months after the "
            "implementation date is given to the safeguarding partners."
        ),
        do="Record when the report was completed, published or handed over to the safeguarding partners.",
        **by_runs(CaseKind.SERIOUS_CASE_REVIEW, _unpublished),
    ),
    _r(
        "9 (2)",
        key="trans.scr.incomplete",
        title="An unfinished serious case review is handed over",
        asks=(
            "Where a serious case review is not complete twelve months after the implementation date, all the "
            "information is given to the safeguarding partners."
        ),
        do="Record when the report was completed, or the information handed over to the safeguarding partners.",
        **by_runs(CaseKind.SERIOUS_CASE_REVIEW, _incomplete),
    ),
    _r(
        "10",
        key="trans.cdr.incomplete",
        title="An unfinished child death review is handed over",
        asks=(
            "Where the Board's review of a child's death is not complete by 29 January 2020, all the information is "
            "given to the child death review partners."
        ),
        do="Record when the review was completed, or the information handed over to the child death review partners.",
        **by_runs(CaseKind.CHILD_DEATH, _deaths),
    ),
)
