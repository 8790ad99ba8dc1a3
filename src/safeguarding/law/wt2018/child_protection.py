"""Chapter 1, timescales: referral, assessment, initial conference; those of a plan are in ``plans``.

A referral that led to no assessment is no case of this kind.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from safeguarding.dates import Span, TimeLimit, Unit
from safeguarding.law.asking import Ask, once
from safeguarding.law.casework import Shown, by_runs, lacking_parts, of_cases, recorded, settled_by_log
from safeguarding.law.clocks import Clock, Run
from safeguarding.law.intervals import Interval, Occasion, earliest_of, from_either, occasions, of_case, stand
from safeguarding.law.outcomes import Answer, Missing, Part
from safeguarding.law.requirement import Checked
from safeguarding.law.stated import INDETERMINATE, MET, NOT_APPLICABLE, NOT_MET, PARTLY_MET
from safeguarding.law.steps import step
from safeguarding.law.wt2018.plans import CONFERENCE, KIND, TRANSFER, timescale
from safeguarding.law.wt2018.plans import REQUIREMENTS as PLANS
from safeguarding.model import Case, Event, Happening, Matter
from safeguarding.structure import ANY_DAY, when

_REFERRAL = step("the referral", Happening.REFERRAL)
_DECIDED = step("the decision on the referral", Happening.REFERRAL_DECIDED)
_CONCLUDED = step("the conclusion of the assessment", Happening.ASSESSMENT_CONCLUDED)
_EXPLAINED = step("the reasons for taking longer", Happening.OVERRUN_EXPLAINED)
_DISCUSSION = step(
    "the strategy discussion at which enquiries were begun", Happening.STRATEGY_DISCUSSION, covers=Matter.ENQUIRIES
)
_AFTER = step("the plan", Happening.CORE_GROUP, Happening.REVIEW_CONFERENCE, Happening.PLAN_ENDED)

# The referral, and the assessment

_DECISION = Clock(limit=TimeLimit.within(1, Unit.WORKING_DAYS, "ch1.time.referral-1wd"), start=_REFERRAL, stop=_DECIDED)


def _decisions(ask: Ask) -> Iterator[Run]:
    """Run the time to the decision on each referral."""
    for case in ask.situation.caseload.of(KIND):
        yield from from_either(ask, case, _DECISION)


_ASSESSMENT = Clock(
    limit=TimeLimit.within(45, Unit.WORKING_DAYS, "ch1.time.assessment-45wd"),
    start=_REFERRAL,
    stop=_CONCLUDED,
)


def _assessments(ask: Ask) -> Iterator[Run]:
    """Run the time for each assessment."""
    for case in ask.situation.caseload.of(KIND):
        yield from from_either(ask, case, _ASSESSMENT)


def _reasons(ask: Ask) -> Answer:
    """Look whether reasons are recorded where an assessment took, or is taking, longer than its time."""
    cases = ask.situation.caseload.of(KIND)
    return of_cases(ask, KIND, lambda: [part for case in cases for part in _overrun(ask, case)])


def _overrun(ask: Ask, case: Case) -> Iterator[Part]:
    """Answer for a case whose assessment overran, or may have; nothing comes of it where it did not."""
    asked = (_REFERRAL,) if any(_REFERRAL.taken(case)) else (_CONCLUDED,)
    shown = Shown(step=_EXPLAINED, by=asked)
    for found in from_either(ask, case, _ASSESSMENT):
        if NOT_MET not in found.possible:
            return
        for part in recorded(ask, case, asked, (shown,)):
            message = f"{part.message}; of the assessment: {found.message}"
            if found.possible == {NOT_MET}:
                yield evolve(part, message=message)
            else:
                need = Missing(path=found.path, need="whether the assessment took longer than its time")
                missing = once((*part.missing, need, *found.missing))
                yield evolve(part, possible=part.possible | {NOT_APPLICABLE}, message=message, missing=missing)


# The initial conference


def _initial_conferences(ask: Ask) -> Iterator[Run]:
    """Run the time to the initial conference, from the discussion at which the enquiries were begun."""
    limit = TimeLimit.within(15, Unit.WORKING_DAYS, ask.requirement.key)
    for case in ask.situation.caseload.of(KIND):
        conference = earliest_of(occasions(ask, CONFERENCE.taken(case)[0], CONFERENCE.words))
        discussions = _begun_at(ask, case, conference)
        if not discussions and conference is None:
            continue
        found = of_case(
            ask,
            case,
            limits=(limit,),
            start=_at_one_of(ask, case, discussions),
            done=conference,
            words=(_DISCUSSION.words, CONFERENCE.words),
            begun=None if discussions or conference is None else conference.span,
            step=CONFERENCE,
        )
        ways = _ways(ask, case, found)
        if conference is not None and discussions and not any(_surely_before(one, conference) for one in discussions):
            ways.append(evolve(found, start=None, begun=conference.span))
        sure = any(_DISCUSSION.is_taken_by(event) for event in discussions)
        runs = [one if way.done else _if_owed(one, sure=sure) for way in ways for one in stand(ask, way)]
        yield evolve(
            runs[0],
            possible=frozenset(outcome for one in runs for outcome in one.possible),
            missing=once(need for one in runs for need in one.missing),
        )


def _begun_at(ask: Ask, case: Case, conference: Occasion | None) -> list[Event]:
    """Return the discussions at which the enquiries may have been begun that led to the conference.

    Those are the ones of which it is said; where it is said of none, any that was held, since at one of them it was.
    What was surely held after the conference did not lead to it.
    """
    sure, perhaps = _DISCUSSION.taken(case)
    held = [e for e in (*sure, *perhaps) if conference is None or when(e).earliest <= conference.span.latest]
    held = [event for event in held if _may_have_been(ask, event)] or held
    if any(event in sure and _surely_before(event, conference) for event in held):
        # Where it is said of one, silence on the others says that it was not at those.
        return [event for event in held if event in sure or event.values("covers") != ((),)]
    return held


def _may_have_been(ask: Ask, event: Event) -> bool:
    return when(event).earliest <= ask.as_of


def _surely_before(event: Event, conference: Occasion | None) -> bool:
    return conference is None or when(event).latest <= conference.span.earliest


def _at_one_of(ask: Ask, case: Case, discussions: list[Event]) -> Occasion | None:
    """Take the days of all the discussions from which the time may count."""
    if not discussions:
        return None
    found = occasions(ask, discussions, _DISCUSSION.words)
    which = Missing(path=ask.situation.path(case), need="at which strategy discussion the enquiries were begun")
    return Occasion(
        span=Span.of([one.span for one in found]),
        evidence=once(item for one in found for item in one.evidence),
        missing=once([*([which] if len(found) > 1 else []), *(need for one in found for need in one.missing)]),
    )


def _ways(ask: Ask, case: Case, item: Interval) -> list[Interval]:
    """Take a conference as held, on a day that is not recorded, where there was a plan, which it must have made."""
    later = earliest_of(occasions(ask, _AFTER.taken(case)[0], _AFTER.words))
    if item.done or later is None or later.span.earliest > ask.as_of or TRANSFER.taken(case)[0]:
        return [item]
    day = Missing(path=f"{item.path}.events", need=f"the day of {CONFERENCE.words}")
    held = evolve(item, done=Occasion(span=Span(ANY_DAY.earliest, later.span.latest), missing=(day,)))
    return [held] if later.span.latest <= ask.as_of else [held, item]


def _if_owed(found: Run, *, sure: bool) -> Run:
    """Leave open whether a conference was owed: not every discussion leads to enquiries, nor they to a conference."""
    if (sure and NOT_MET not in found.possible) or found.possible == {NOT_APPLICABLE}:
        return found
    need = Missing(path=found.path, need="whether enquiries were begun, and led to a conference")
    return evolve(found, possible=found.possible | {NOT_APPLICABLE}, missing=once((*found.missing, need)))


_TIMELINESS = "Timeliness"

REQUIREMENTS = (
    timescale(
        _TIMELINESS,
        key="ch1.time.referral-1wd",
        title="A referral is decided on within a working day",
        who="social worker of the local authority",
        asks=(
            "Within one working day of a referral a social worker acknowledges it and decides on the next steps and "
            "the type of response."
        ),
        read_at=("KCSIE24",),
        do="Record when the referral came and when the decision on it was made; decide at once if it is due.",
        **by_runs(KIND, _decisions),
    ),
    timescale(
        _TIMELINESS,
        "December 2020 edition, p. 34",
        key="ch1.time.assessment-45wd",
        title="An assessment concludes within 45 working days",
        asks="An assessment concludes at most 45 working days after the referral.",
        read_at=("FRG", "TRIXGLOS"),
        do="Record the day of the referral and the day on which the assessment was concluded.",
        **by_runs(KIND, _assessments),
    ),
    timescale(
        _TIMELINESS,
        "December 2020 edition, p. 34",
        key="ch1.time.assessment-reasons",
        title="Reasons are recorded where an assessment takes longer",
        asks="Where an assessment takes more than 45 working days, the reasons are recorded.",
        read_at=("TRIXGLOS",),
        do="Record that the reasons why the assessment took longer were written down.",
        check=_reasons,
        settle=settled_by_log(KIND, lacking_parts(KIND, _overrun, {"": _EXPLAINED})),
        checked=Checked.EVENTS,
        reaches=frozenset({MET, PARTLY_MET, NOT_MET, NOT_APPLICABLE, INDETERMINATE}),
    ),
    timescale(
        "Initial child protection conferences",
        "July 2018 edition, pp. 44 and 46; December 2020, pp. 47 and 49",
        key="ch1.time.icpc-15wd",
        title="The initial conference comes within 15 working days",
        asks=(
            "The initial child protection conference is held within 15 working days of the strategy discussion; where "
            "there were several, of the one at which the enquiries under section 47 were begun, not of the last."
        ),
        read_at=("FRG",),
        do=(
            'Mark the strategy discussion at which enquiries were begun with covers = ["enquiries"], and record the '
            "day of the initial conference."
        ),
        **by_runs(KIND, _initial_conferences),
    ),
    *PLANS,
)
