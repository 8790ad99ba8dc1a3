"""Private fostering: notice, visits and the officer who monitors (SI 2005/1533)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import evolve

from safeguarding.dates import Span, State, TimeLimit, Unit, months_after
from safeguarding.law.asking import Ask, once
from safeguarding.law.casework import by_runs
from safeguarding.law.clocks import Clock, Run, counted, within_reach
from safeguarding.law.instruments import CORONAVIRUS, PRIVATE_FOSTERING, Citation, Verification, regulation
from safeguarding.law.intervals import Interval, Occasion, earliest_of, in_turn, occasions, of_case, one_by_one, stand
from safeguarding.law.outcomes import Answer, Missing
from safeguarding.law.reach import began
from safeguarding.law.requirement import Checked, Level, Requirement
from safeguarding.law.said import said
from safeguarding.law.settling import Say, partners, settled
from safeguarding.law.stated import (
    INDETERMINATE,
    MET,
    NEEDS_JUDGEMENT,
    NOT_APPLICABLE,
    NOT_DUE,
    NOT_MET,
    PARTLY_MET,
    stated,
)
from safeguarding.law.steps import step
from safeguarding.law.wt2018.procedures import of_kind, somebody_named
from safeguarding.model import AgencyKind, Case, CaseKind, Happening, Side, Topic
from safeguarding.structure import ANY_DAY, when

HEADING = "Private fostering"
_KIND = CaseKind.PRIVATE_FOSTERING

_NOTIFIED = step("the notification to the authority", Happening.NOTIFICATION_RECEIVED)
_BEGAN = step("the beginning of the arrangement", Happening.ARRANGEMENT_BEGAN)
_VISIT = step("the visit", Happening.VISIT)
_ENDED = step("the end of the arrangement", Happening.ARRANGEMENT_ENDED)
_ANYTHING = step("an arrangement", *(_NOTIFIED.what + _VISIT.what + _ENDED.what))

# The visit on notification

_PRACTICABLE = "from 24 April to 25 September 2020 the visit was to be as soon as was reasonably practicable"


def _on_notification(ask: Ask) -> Iterator[Run]:
    """Run the seven working days in each case of which the authority was notified."""
    limit = TimeLimit.within(7, Unit.WORKING_DAYS, ask.requirement.key)
    clock = Clock(limit=limit, start=_NOTIFIED, stop=_VISIT)
    for case in ask.situation.caseload.of(_KIND):
        notified, _ = _NOTIFIED.taken(case)
        if notified:
            day = when(notified[0])
            visits = [event for event in _VISIT.taken(case)[0] if when(event).latest >= day.earliest]
            after = [event for event in visits if when(event).earliest >= day.latest]
            perhaps = [event for event in visits if event not in after]
            found = counted(ask, case, clock, starts=(notified, []), stops=(after, perhaps))
            yield within_reach(ask, _in_2020(found, day), began(ask, notified))


def _in_2020(found: Run, notified: Span) -> Run:
    """Leave to a person what was not done in seven working days while those did not apply."""
    status, starts, ends = found.status, CORONAVIRUS.starts, CORONAVIRUS.ends
    if NOT_MET not in found.possible or status is None or ends is None or status.as_of < starts:
        return found
    if notified.earliest > ends or (status.due is not None and status.due.latest < starts):
        return found
    surely = status.due is not None and notified.latest <= ends and status.due.earliest >= starts
    possible = (found.possible - {NOT_MET} if surely else found.possible) | {NEEDS_JUDGEMENT}
    need = Missing(path=f"{found.path}.events", need=f"the day of {_NOTIFIED.words}")
    judged = Missing(path="judgement", need="a person's judgement whether it was as soon as was practicable")
    return evolve(
        found,
        status=evolve(status, possible=status.possible | {State.MET}),
        possible=possible,
        missing=once((*found.missing, judged) if surely else (*found.missing, need, judged)),
        message=f"{found.message}; {_PRACTICABLE} ({CORONAVIRUS.id.replace('SI', 'SI ')})",
    )


# The visits after it

_SIX, _TWELVE = 6, 12


def _visits(ask: Ask) -> Iterator[Run]:
    """Run the weeks from the beginning of each arrangement to the first visit, and from each visit to the next."""
    for case in ask.situation.caseload.of(_KIND):
        beginning = _beginning(ask, case)
        if beginning is not None:
            yield from _in_one(ask, case, beginning)
        elif any(_ANYTHING.is_taken_by(event) for event in case.events):
            yield from (_if_begun(found) for found in stand(ask, _interval(ask, case, 1, (_SIX,), None, None)))


def _if_begun(found: Run) -> Run:
    """Leave open whether there was an arrangement: what was notified may have been a proposal."""
    return evolve(found, possible=found.possible | {NOT_APPLICABLE})


def _beginning(ask: Ask, case: Case) -> Occasion | None:
    """Return when an arrangement is taken to have begun: when the authority came to know of it (regulation 8(6)).

    A proposal may be notified before there is an arrangement to know of, so it is the later of the two days. Where
    no notification is recorded, the authority knew at the latest when it first visited.
    """
    began_on = earliest_of(occasions(ask, _BEGAN.taken(case)[0], _BEGAN.words))
    notified = earliest_of(occasions(ask, _NOTIFIED.taken(case)[0], _NOTIFIED.words))
    if began_on is None:
        return None
    if notified is not None:
        return Occasion(
            span=_later(began_on.span, notified.span),
            evidence=(*began_on.evidence, *notified.evidence),
            missing=once((*began_on.missing, *notified.missing)),
        )
    visit = earliest_of(occasions(ask, _VISIT.taken(case)[0], _VISIT.words))
    latest = ANY_DAY.latest if visit is None else max(began_on.span.latest, visit.span.latest)
    need = Missing(path=f"{ask.situation.path(case)}.events", need=f"when there was {_NOTIFIED.words}")
    return evolve(began_on, span=Span(began_on.span.earliest, latest), missing=(*began_on.missing, need))


def _later(one: Span, other: Span) -> Span:
    return Span(max(one.earliest, other.earliest), max(one.latest, other.latest))


def _in_one(ask: Ask, case: Case, beginning: Occasion) -> Iterator[Run]:
    """Run the intervals of one arrangement."""
    start = beginning.span
    made = [v for v in occasions(ask, _VISIT.taken(case)[0], _VISIT.words) if v.span.latest >= start.earliest]
    # A visit that may have been before the beginning is counted as on that day then, where it shortens nothing.
    perhaps = sum(visit.span.earliest < start.latest for visit in made)
    turns = [beginning, *in_turn([_not_before(visit, start) for visit in made])]
    need = Missing(path=ask.situation.path(case), need="whether the arrangement had begun when the visit was made")
    for number, last, following in one_by_one(turns):
        weeks = _weeks(ask, start, last.span) if number > 1 else (_SIX,)
        for found in stand(ask, _interval(ask, case, number, weeks, last, following, beginning)):
            if number <= perhaps or start.latest > ask.as_of:
                missing = once((*found.missing, need, *beginning.missing))
                yield evolve(found, possible=found.possible | {NOT_APPLICABLE}, missing=missing)
            else:
                yield found


def _not_before(visit: Occasion, start: Span) -> Occasion:
    return evolve(visit, span=_later(visit.span, start)) if visit.span.earliest < start.latest else visit


def _weeks(ask: Ask, beginning: Span, last: Span) -> tuple[int, ...]:
    """Return after how many weeks the next visit is due; both, where the dates leave it open.

    While six weeks end in the first year it is six. Where they would end after it, no interval of the first year has
    grown too long, and twelve weeks from the last visit are allowed.
    """
    latest = min(last.latest, max(last.earliest, ask.as_of))
    six = Span(_SIX_WEEKS.latest(last.earliest), _SIX_WEEKS.latest(latest))
    year = [months_after(day, 12) for day in (beginning.earliest, min(beginning.latest, max(latest, ask.as_of)))]
    if six.latest <= year[0]:
        return (_SIX,)
    return (_TWELVE,) if six.earliest > year[1] else (_SIX, _TWELVE)


_SIX_WEEKS = TimeLimit.within(6, Unit.WEEKS)


def _interval(
    ask: Ask,
    case: Case,
    number: int,
    weeks: tuple[int, ...],
    last: Occasion | None,
    following: Occasion | None,
    beginning: Occasion | None = None,
) -> Interval:
    known = beginning.missing if beginning else ()
    known_of = earliest_of(occasions(ask, _ANYTHING.taken(case)[0], _ANYTHING.words))
    nothing = Missing(path=f"{ask.situation.path(case)}.events", need=f"whether and when there was {_BEGAN.words}")
    return of_case(
        ask,
        case,
        about=f"visit {number}",
        limits=tuple(TimeLimit.every(count, Unit.WEEKS, ask.requirement.key) for count in weeks),
        start=last,
        done=following,
        words=("the last visit" if number > 1 else "the authority's knowing of the arrangement", "the next visit"),
        ended=earliest_of(occasions(ask, _ENDED.taken(case)[0], _ENDED.words)),
        ends=_ENDED.words,
        begun=known_of.span if last is None and known_of else None,
        needs=(known if len(weeks) > 1 else ()) if last else (nothing,),
        step=_VISIT,
        repeats=True,
    )


# What its procedure says

_TOPIC = Topic.PRIVATE_FOSTERING


def _monitor(ask: Ask) -> Answer:
    """Look for the officer: that there is one, and which post or agency it is."""
    return ask.whole(
        [
            said(ask, _TOPIC, "officer", "that an officer is appointed"),
            somebody_named(ask, _TOPIC, "officer", "the officer, of the local authority", _AUTHORITY, else_fails=True),
        ]
    )


_AUTHORITY = of_kind(AgencyKind.LOCAL_AUTHORITY)


def _r(*citations: Citation, **more: Any) -> Requirement:
    values: dict[str, Any] = {"who": "local authority"} | more
    return Requirement(
        level=Level.MUST,
        heading=HEADING,
        citations=citations,
        verification=Verification.READ,
        read_at=("SI1533",),
        silence=INDETERMINATE,
        **values,
    )


_RELAXED = evolve(regulation(CORONAVIRUS, "5"), verification=Verification.CORROBORATED)

REQUIREMENTS = (
    _r(
        regulation(PRIVATE_FOSTERING, "3", "(1)"),
        key="ch1.pf.notify-6w",
        title="Notice six weeks before private fostering",
        who="proposed private foster carer",
        asks=(
            "Whoever proposes to foster a child privately notifies the authority at least six weeks before the "
            "arrangement begins, or at once where it begins sooner."
        ),
        do="State in the private fostering procedure when a proposed arrangement is notified.",
        **stated(
            _TOPIC,
            {
                "notify-six-weeks": "notice six weeks before",
                "notify-at-once": "notice at once where it begins sooner",
            },
        ),
    ),
    _r(
        regulation(PRIVATE_FOSTERING, "6"),
        regulation(PRIVATE_FOSTERING, "10"),
        key="ch1.pf.notify-48h",
        title="Notice within 48 hours of beginning and end",
        who="carer and parent",
        asks=(
            "The authority is notified within 48 hours of the child's going to live with the private foster carer, and "
            "within 48 hours of the end of the arrangement."
        ),
        do="State in the private fostering procedure that beginning and end are notified within 48 hours.",
        **stated(
            _TOPIC,
            {"notify-beginning": "notice of the beginning", "notify-end": "notice of the end"},
        ),
    ),
    _r(
        regulation(PRIVATE_FOSTERING, "4", "(1)"),
        regulation(PRIVATE_FOSTERING, "7", "(1)"),
        _RELAXED,
        key="ch1.pf.visit-7wd",
        title="A visit within seven working days of notification",
        asks=(
            "An officer of the authority visits within seven working days of its being notified that a child is, or is "
            "to be, fostered privately; from 24 April to 25 September 2020, as soon as was reasonably practicable."
        ),
        do="Record when the authority was notified and when an officer visited; visit at once if it is due.",
        **(
            by_runs(_KIND, _on_notification)
            | {
                "reaches": frozenset(
                    {MET, PARTLY_MET, NOT_MET, NOT_DUE, NOT_APPLICABLE, INDETERMINATE, NEEDS_JUDGEMENT}
                )
            }
        ),
    ),
    _r(
        regulation(PRIVATE_FOSTERING, "8", "(1)"),
        regulation(PRIVATE_FOSTERING, "8", "(6)"),
        key="ch1.pf.visits-6w-12w",
        title="Visits every six weeks, and later every twelve",
        asks=(
            "An officer visits the child at intervals of at most six weeks in the first year of the arrangement, and "
            "of at most twelve weeks after it. It is taken to begin when the authority comes to know of it."
        ),
        do="Record when the arrangement began, when the authority was notified, each visit, and when it ended.",
        **by_runs(_KIND, _visits),
    ),
    _r(
        regulation(PRIVATE_FOSTERING, "12"),
        key="ch1.pf.monitor",
        title="An officer monitors private fostering",
        asks="The authority appoints an officer to monitor how it carries out its functions in private fostering.",
        do="Name the post of the local authority that monitors its private fostering functions.",
        checked=Checked.DOCUMENTS,
        reaches=frozenset({MET, PARTLY_MET, NOT_MET, NOT_DUE, INDETERMINATE}),
        check=_monitor,
        settle=settled(
            Say(
                topic=_TOPIC,
                part="officer",
                subjects=("that an officer is appointed", "the officer, of the local authority"),
                who=partners(Side.LOCAL_AUTHORITY),
            )
        ),
    ),
)
