"""Chapter 1, child protection plans: the core group, the reviews, and a child who moves.

How a case is read: it is one authority's. Where a child moved in, the conference after the move is the authority's
initial one; where a child moved away, what the authority owes ends with it. A conference that made no plan has
``plan-ended`` on its own day.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from safeguarding.dates import TimeLimit, Unit
from safeguarding.law.asking import Ask, once
from safeguarding.law.casework import by_runs, lacking_in_time, of_cases, settled_by_log
from safeguarding.law.clocks import Clock, Run
from safeguarding.law.instruments import Verification, guidance
from safeguarding.law.intervals import (
    Interval,
    Occasion,
    earliest_of,
    from_either,
    in_turn,
    occasions,
    of_case,
    one_by_one,
    said,
    since,
    stand,
)
from safeguarding.law.outcomes import Answer, Missing, Part, from_truth
from safeguarding.law.reach import began, beyond
from safeguarding.law.requirement import Level, Requirement
from safeguarding.law.stated import INDETERMINATE, NOT_APPLICABLE
from safeguarding.law.steps import Step, step
from safeguarding.model import Case, CaseKind, Happening

KIND = CaseKind.CHILD_PROTECTION

CONFERENCE = step("the initial conference", Happening.CONFERENCE)
_CORE_GROUP = step("the first core group", Happening.CORE_GROUP)
_REVIEW = step("the review conference", Happening.REVIEW_CONFERENCE)
_PLAN_ENDED = step("the end of the plan", Happening.PLAN_ENDED)
_MOVED = step("the notification of the move", Happening.TRANSFER_NOTIFIED)
TRANSFER = step("the conference in the new area", Happening.TRANSFER_CONFERENCE)
_FIRST_PLAN_ENDED = step("the end of the first authority's plan", Happening.FIRST_PLAN_ENDED)
_LEFT = step("the end of the plan", Happening.PLAN_ENDED, Happening.TRANSFER_CONFERENCE, Happening.FIRST_PLAN_ENDED)


def _initial(ask: Ask, case: Case) -> Occasion | None:
    """Return the conference that made the plan: the initial one or, of a child who moved in, that after the move."""
    events = CONFERENCE.taken(case)[0] or TRANSFER.taken(case)[0]
    return earliest_of(occasions(ask, events, CONFERENCE.words))


def _ended(ask: Ask, case: Case) -> Occasion | None:
    """Return when the authority's plan ended; of a child who moved away, with the conference in the new area."""
    events = (_LEFT if CONFERENCE.taken(case)[0] else _PLAN_ENDED).taken(case)[0]
    return earliest_of(occasions(ask, events, _PLAN_ENDED.words))


def _core_groups(ask: Ask) -> Iterator[Run]:
    """Run the time to the first core group of each plan."""
    limit = TimeLimit.within(10, Unit.WORKING_DAYS, ask.requirement.key)
    for case in ask.situation.caseload.of(KIND):
        initial = _initial(ask, case)
        group = earliest_of(occasions(ask, _CORE_GROUP.taken(case)[0], _CORE_GROUP.words))
        if initial is not None or group is not None:
            yield from stand(ask, _of_the_plan(ask, case, limit, initial, group, _CORE_GROUP.words, step=_CORE_GROUP))


def _of_the_plan(
    ask: Ask,
    case: Case,
    limit: TimeLimit,
    start: Occasion | None,
    done: Occasion | None,
    stop: str,
    about: str = "",
    step: Step | None = None,
) -> Interval:
    """Make an interval that is asked for while the plan lasts."""
    begun = done.span if start is None and done is not None else None
    return of_case(
        ask,
        case,
        about=about,
        limits=(limit,),
        start=start,
        done=done,
        words=(_REVIEW.words if about else CONFERENCE.words, stop),
        ended=_ended(ask, case),
        ends=_PLAN_ENDED.words,
        begun=begun,
        step=step,
        repeats=bool(about),
    )


def _reviews(ask: Ask, case: Case, initial: Occasion | None) -> list[Occasion]:
    """Return the review conferences of a plan in turn, as far as they were not before it was made."""
    found = occasions(ask, _REVIEW.taken(case)[0], _REVIEW.words)
    return in_turn(since(found, initial.span) if initial else found)


def _first_reviews(ask: Ask) -> Iterator[Run]:
    """Run the three months to the first review of each plan."""
    limit = TimeLimit.within(3, Unit.MONTHS, ask.requirement.key)
    for case in ask.situation.caseload.of(KIND):
        initial = _initial(ask, case)
        reviews = _reviews(ask, case, initial)
        if initial is not None or reviews:
            first = reviews[0] if reviews else None
            words = "the first review conference"
            yield from stand(ask, _of_the_plan(ask, case, limit, initial, first, words, step=_REVIEW))


def _later_reviews(ask: Ask) -> Iterator[Run]:
    """Run the six months from each review of a plan to the next, while it lasts."""
    limit = TimeLimit.every(6, Unit.MONTHS, ask.requirement.key)
    for case in ask.situation.caseload.of(KIND):
        reviews = _reviews(ask, case, _initial(ask, case))
        for number, last, following in one_by_one(reviews):
            about, words = f"review {number + 1}", "the next review conference"
            yield from stand(ask, _of_the_plan(ask, case, limit, last, following, words, about, _REVIEW))


# A move


_MOVE = Clock(
    limit=TimeLimit.within(15, Unit.WORKING_DAYS, "ch1.time.transfer-15wd"),
    start=_MOVED,
    stop=TRANSFER,
    about="the conference",
)


def _moves(ask: Ask) -> Iterator[Run]:
    """Run the time to the conference in the new area, of each child who moved."""
    for case in ask.situation.caseload.of(KIND):
        yield from from_either(ask, case, _MOVE)


def _transfer(ask: Ask) -> Answer:
    """Look when the conference in the new area was held, and that the first plan did not end before it."""
    cases = ask.situation.caseload.of(KIND)
    return of_cases(
        ask,
        KIND,
        lambda: [
            *(found.part() for found in _moves(ask)),
            *(part for case in cases for part in _first_plan(ask, case)),
        ],
    )


def _ended_first(ask: Ask) -> Iterator[tuple[Part, None]]:
    """Find that the first plan ended too soon, which no event mends."""
    for case in ask.situation.caseload.of(KIND):
        yield from ((part, None) for part in _first_plan(ask, case))


_settle_transfer = settled_by_log(KIND, lacking_in_time(KIND, _moves), _ended_first)


def _first_plan(ask: Ask, case: Case) -> Iterator[Part]:
    """Look whether the first authority's plan ended before the conference in the new area; it may on its day."""
    ended = earliest_of(occasions(ask, _FIRST_PLAN_ENDED.taken(case)[0], _FIRST_PLAN_ENDED.words))
    if ended is None or ended.span.earliest > ask.as_of:
        return
    path = ask.situation.path(case)
    held = earliest_of(occasions(ask, TRANSFER.taken(case)[0], TRANSFER.words))
    missing = [*ended.missing, *(held.missing if held else ())]
    kept_to = ask.situation.caseload.kept_to(case, ask.as_of)
    if held is None:
        # What is not recorded up to the day of the log had not happened by then.
        possible = from_truth(False if ended.span.latest <= kept_to else None)
        message = f"the first plan ended {said(ended.span)}, and no conference in the new area is recorded"
        missing.append(Missing(path=f"{path}.events", need=f"whether and when there was {TRANSFER.words}"))
    else:
        before = held.span.latest <= ended.span.earliest
        possible = from_truth(before or (None if held.span.earliest <= ended.span.latest else False))
        message = f"the first plan ended {said(ended.span)}; conference in the new area {said(held.span)}"
    if ended.span.latest > ask.as_of:
        possible |= {NOT_APPLICABLE}
    outside = beyond(ask, began(ask, _MOVED.taken(case)[0] or _FIRST_PLAN_ENDED.taken(case)[0]), path)
    if outside is not None:
        possible = outside.possible if outside.surely else possible | outside.possible
        message = outside.message if outside.surely else message
        missing += outside.missing
    evidence = once([*ended.evidence, *(held.evidence if held else ())])
    missing = missing if len(possible) > 1 else []
    yield ask.part(f"{case.id}, the first plan", possible, message, evidence=evidence, missing=once(missing))


def timescale(heading: str, pages: str = "", **more: Any) -> Requirement:
    """Make a requirement on the local authority under a heading of chapter 1, with the pages at which it stands."""
    values: dict[str, Any] = {"who": "local authority", "verification": Verification.READ} | more
    cited = (guidance(heading, pages, chapter=1),)
    return Requirement(level=Level.SHOULD, heading=heading, citations=cited, silence=INDETERMINATE, **values)


REQUIREMENTS = (
    timescale(
        "The child protection plan",
        key="ch1.time.core-group-10wd",
        title="The core group first meets within 10 working days",
        who="core group",
        asks="The core group first meets within 10 working days of the initial conference.",
        verification=Verification.CORROBORATED,
        read_at=("BEDSCORE", "NOTTSCORE", "MEDWAYCORE", "ERYCORE", "NEWCASTLECORE"),
        do="Record the days of the initial conference and of the core group; if no plan was made, its end that day.",
        **by_runs(KIND, _core_groups),
    ),
    timescale(
        "Child protection review conference",
        "July 2018 edition, p. 50; December 2020 edition, p. 53",
        key="ch1.time.review-3m",
        title="The plan is first reviewed within three months",
        asks="The first review conference is held within three months of the initial conference.",
        read_at=("FRGREV",),
        do="Record the days of the initial conference and of each review conference, and when the plan ended.",
        **by_runs(KIND, _first_reviews),
    ),
    timescale(
        "Child protection review conference",
        "July 2018 edition, p. 50; December 2020 edition, p. 53",
        key="ch1.time.review-6m",
        title="The plan is reviewed again at least every six months",
        asks="Further review conferences are held at most six months after the one before, while the plan lasts.",
        read_at=("FRGREV",),
        do="Record the day of each review conference, and when the plan ended.",
        **by_runs(KIND, _later_reviews),
    ),
    timescale(
        "Discontinuing the child protection plan",
        "July 2018 edition, p. 52; December 2020 edition, p. 55",
        key="ch1.time.transfer-15wd",
        title="A child who moved has a conference in 15 working days",
        who="receiving local authority",
        asks=(
            "Where a child with a plan moves for good, the receiving authority holds a conference within 15 working "
            "days of being notified, and only then may the first authority end its plan."
        ),
        read_at=("NOTTSMOVE", "TEESTRANS"),
        do="Record the notification of the move, the conference in the new area, and the end of the first plan.",
        **(by_runs(KIND, _moves) | {"check": _transfer, "settle": _settle_transfer}),
    ),
)
