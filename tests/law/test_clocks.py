"""Time limits as they run in cases: what is open stays apart, and what is filled in, reordered or later agrees."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, note
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from safeguarding import Partnership
from safeguarding.dates import FAILED, IN_HAND, PartialDate, Sense, TimeLimit, Unit
from safeguarding.law.asking import Ask
from safeguarding.law.catalogue import catalogue
from safeguarding.law.clocks import Clock, Run, run
from safeguarding.law.instruments import Verification, act
from safeguarding.law.outcomes import Answer, Outcome, Possible
from safeguarding.law.requirement import Checked, Level, Requirement
from safeguarding.law.steps import step
from safeguarding.model import (
    Also,
    Case,
    CaseKind,
    Decision,
    Document,
    DocumentKind,
    Event,
    Happening,
    Paper,
    Publication,
    Recipient,
    Topic,
)
from safeguarding.model.cases import ADDRESSED, COVERS, OF_A_PAPER
from safeguarding.structure import Situation, situations

SI = CaseKind.SERIOUS_INCIDENT
MET, NOT_MET, NOT_DUE = Outcome.MET, Outcome.NOT_MET, Outcome.NOT_DUE
ITEM = Requirement(
    key="ch4.notify.5wd",
    title="A clock of the tests",
    level=Level.MUST,
    who="local authority",
    asks="What a clock asks.",
    heading="Notifying serious incidents",
    citations=(act("16C"),),
    verification=Verification.READ,
    read_at=("S16C",),
    checked=Checked.EVENTS,
    silence=Outcome.INDETERMINATE,
    do="Nothing.",
)
BEGUN = step("the incident", Happening.INCIDENT)
# Two steps that stand in no order to each other, and may each be taken several times.
START = step("monitoring", Happening.PROGRESS_MONITORED)
STOP = step("the copy to the Panel", Happening.REPORT_SENT, to=[Recipient.PANEL])
INCIDENT = Event(what=Happening.INCIDENT, on=PartialDate(2021, 1, 4))

FIRST, LAST = date(2021, 3, 1), date(2021, 4, 30)
HOLIDAYS = {date(2021, 4, 2), date(2021, 4, 5)}  # Good Friday and Easter Monday
# From the middle of March so many days after or before lie within the days that are drawn, or a little outside.
LIMITS = [
    *(TimeLimit.within(number, unit) for number in (1, 5, 15) for unit in (Unit.DAYS, Unit.WORKING_DAYS)),
    *(TimeLimit.before(number, unit) for number in (1, 7) for unit in (Unit.DAYS, Unit.WORKING_DAYS)),
    *(TimeLimit.within(1, Unit.MONTHS), TimeLimit.every(2, Unit.WEEKS), TimeLimit.before(1, Unit.MONTHS)),
    *(TimeLimit.lasting(10, Unit.DAYS), TimeLimit.lasting(1, Unit.MONTHS)),
]


def situation_of(case: Case, as_of: date, kept: PartialDate | None = None) -> Situation:
    """Make the situation of a partnership that has a log of one case."""
    log = Document(
        partnership="x",
        name="X",
        kind=DocumentKind.CASE_LOG,
        transcribed=(Topic.ALL,),
        publication=Publication(updated=kept),
        cases=(case,),
    )
    (situation,) = situations(Partnership(id="x", documents=(log,)), as_of)
    return situation


def case_of(events: Iterable[Event]) -> Case:
    return Case(id="si-2021-3", kind=SI, events=tuple(events))


def ran(clock: Clock, events: Iterable[Event], as_of: date, kept: PartialDate | None = None) -> Run:
    """Run a clock in a case of these events, which came under it in January."""
    situation = situation_of(case_of([INCIDENT, *events]), as_of, kept)
    (case,) = situation.caseload.of(SI)
    (found,) = run(Ask(ITEM, situation), case, evolve(clock, asked=(BEGUN,)))
    return found


# What is drawn

days = st.dates(FIRST, LAST)


def partial(day: date, coarse: int) -> PartialDate:
    return PartialDate(day.year, day.month if coarse < 2 else None, day.day if coarse < 1 else None)


partial_dates = st.builds(partial, days, st.sampled_from([0, 0, 0, 1]))


@st.composite
def dated(draw: DrawFn, what: Happening, dates: SearchStrategy[PartialDate] = partial_dates) -> Event:
    """Make an event with one date, or two that disagree, and for the stop with recipients that may be open."""
    first, second = draw(dates), draw(st.none() | dates)
    also = (Also(field="on", value=second),) if second not in {None, first} else ()
    to: tuple[Recipient, ...] = ()
    if what is Happening.REPORT_SENT:
        to = draw(st.sampled_from([(Recipient.PANEL,)] * 3 + [(Recipient.OFSTED,), ()]))
    return Event(what=what, on=first, also=also, to=to)


starting = st.lists(dated(Happening.PROGRESS_MONITORED), min_size=1, max_size=2)
stopping = st.lists(dated(Happening.REPORT_SENT), max_size=2)
clocks = st.builds(
    lambda limit, ever: Clock(limit=limit, start=START, stop=STOP, ever=ever and limit.sense is not Sense.LASTING),
    st.sampled_from(LIMITS),
    st.booleans(),
)


# The reference: every completion of what is open, each counted a day at a time


def readings(event: Event) -> Iterator[tuple[date, bool]]:
    """Give every day on which an event may have been, each with whether it counts as the step."""
    spans = [when for when in event.values("on") if when is not None]
    possible = {
        when.earliest + timedelta(days=number)
        for when in spans
        for number in range((when.latest - when.earliest).days + 1)
    }
    unsaid = event.what is Happening.REPORT_SENT and not event.to
    yield from product(sorted(possible), [False, True] if unsaid else [Recipient.OFSTED not in event.to])


def is_working(day: date) -> bool:
    return day.weekday() < 5 and day not in HOLIDAYS


def last_day(limit: TimeLimit, event: date) -> date:
    """Count a limit a day at a time."""
    step_by = timedelta(days=-1 if limit.sense is Sense.BEFORE else 1)
    if limit.unit is Unit.MONTHS:
        month = event.month + limit.number * step_by.days
        ends = {2: 28, 4: 30, 6: 30}
        return date(event.year, month, min(event.day, ends.get(month, 31)))
    left = limit.number * (7 if limit.unit is Unit.WEEKS else 1)
    day = event
    while left:
        day += step_by
        left -= 1 if limit.unit is not Unit.WORKING_DAYS or is_working(day) else 0
    return day


def stands(clock: Clock, start: date, done: date | None, as_of: date) -> Outcome:
    """Say how one completion stands."""
    due = last_day(clock.limit, start)
    if done is not None and done > as_of:
        done = None
    if clock.limit.sense is Sense.LASTING:
        if done is not None:
            return MET if done > due else NOT_MET
        return MET if as_of > due else NOT_DUE
    if done is not None:
        return MET if done <= due or clock.ever else NOT_MET
    return NOT_MET if as_of > due else NOT_DUE


def by_completing(clock: Clock, starts: Sequence[Event], stops: Sequence[Event], as_of: date) -> Possible:
    """Return the outcomes of every completion."""
    found = set()
    for begun in product(*(readings(event) for event in starts)):
        for ended in product(*(readings(event) for event in stops)):
            dones = [day for day, is_it in ended if is_it]
            found.add(stands(clock, min(day for day, _ in begun), min(dones, default=None), as_of))
    return frozenset(found)


@given(clocks, starting, stopping, days)
def test_what_is_possible_is_what_some_completion_comes_to(
    clock: Clock, starts: list[Event], stops: list[Event], as_of: date
) -> None:
    """Neither more nor less: partial dates, contradictions and open recipients, against every completion."""
    found = ran(clock, [*starts, *stops], as_of)
    note(f"{clock.limit.in_words('monitoring')}: {found.message}")
    assert found.possible == by_completing(clock, starts, stops, as_of)


# Filling in


def unknown_days(event: Event) -> bool:
    return "on" in event.unknown or event.on is None


@st.composite
def filled(draw: DrawFn, event: Event, as_of: date) -> Event:
    """Fill in the date of an event: a day of those that it may have been.

    What is recorded without a day has happened, and so by the date of the question.
    """
    if unknown_days(event):
        day = draw(st.dates(FIRST, as_of))
        return evolve(event, on=PartialDate.on(day), unknown=())
    when = draw(st.sampled_from([one for one in event.values("on") if one is not None]))
    day = draw(st.dates(when.earliest, when.latest))
    return evolve(event, on=PartialDate.on(day), also=tuple(one for one in event.also if one.field != "on"))


@st.composite
def less_known(draw: DrawFn, event: Event) -> Event:
    """Take the date from an event, or leave it unreadable, now and then."""
    way = draw(st.sampled_from(["kept"] * 4 + ["undated", "unreadable"]))
    if way == "kept":
        return event
    return evolve(event, on=None, also=(), unknown=("on",) if way == "unreadable" else ())


@given(clocks, starting, stopping, days, st.data())
def test_filling_in_a_date_leaves_fewer_outcomes(
    clock: Clock, starts: list[Event], stops: list[Event], as_of: date, data: st.DataObject
) -> None:
    """A part that was decided stays as it was, and one that was open comes to nothing that was not possible."""
    open_events = [data.draw(less_known(event)) for event in (*starts, *stops)]
    place = data.draw(st.integers(0, len(open_events) - 1))
    known_events = [*open_events]
    known_events[place] = data.draw(filled(open_events[place], as_of))
    before, after = ran(clock, open_events, as_of), ran(clock, known_events, as_of)
    note(f"{before.message} -> {after.message}")
    assert after.possible <= before.possible


# Whole cases, and every requirement that is put to them

ORDER = (
    *(Happening.INCIDENT, Happening.AWARE, Happening.NOTIFIED, Happening.CONSIDERED),
    *(Happening.RAPID_REVIEW_COMPLETED, Happening.RAPID_REVIEW_SENT, Happening.DECIDED),
    *(Happening.RATIONALE_COMMUNICATED, Happening.REVIEW_START_NOTIFIED, Happening.CONFLICTS_CONSIDERED),
    *(Happening.REVIEWER_APPOINTED, Happening.PROGRESS_MONITORED, Happening.INFORMATION_REQUESTED),
    *(Happening.NEW_INFORMATION, Happening.NATIONAL_REVIEW_SUGGESTED, Happening.PROCEEDINGS_BEGAN),
    *(Happening.DELAY_EXPLAINED, Happening.PROGRESS_MONITORED, Happening.REPORT_RECEIVED, Happening.REPORT_SENT),
    *(Happening.NOT_PUBLISHED, Happening.NON_PUBLICATION_JUSTIFIED, Happening.PUBLISHED, Happening.WITHDRAWN),
    *(Happening.FINDINGS_CONSIDERED, Happening.FINDINGS_HIGHLIGHTED, Happening.PROGRESS_AUDITED),
    *(Happening.PROGRESS_AUDITED, Happening.LOOKED_AFTER_DEATH),
)
"""An order in which a whole review may go."""
ASKED = [item for item in catalogue().values() if item.checked is Checked.EVENTS and item.key.startswith("ch4.")]
PUBLISHED, REPLACED = date(2018, 7, 4), date(2023, 12, 14)
TURNS = [date(2018, 6, 29), PUBLISHED, date(2021, 1, 4), date(2021, 4, 2), REPLACED]
"""The days on which a rule begins or ends, and some between."""
SENT_TO = [
    (Recipient.PANEL, Recipient.SECRETARY_OF_STATE, Recipient.OFSTED, Recipient.SAFEGUARDING_PARTNERS),
    *((Recipient.PANEL,), (Recipient.DEPARTMENT_FOR_EDUCATION, Recipient.OFSTED), (Recipient.FAMILY,), ()),
]


@st.composite
def whole_cases(draw: DrawFn) -> Case:
    """Make a serious incident in which every day is known and in order."""
    day = draw(st.sampled_from(TURNS)) + timedelta(days=draw(st.integers(-40, 5)))
    events = []
    for what in ORDER:
        if draw(st.integers(0, 3)) == 0:
            continue
        day += timedelta(days=draw(st.sampled_from([0, 1, 3, 7, 8, 30, 100, 200])))
        matters = COVERS.get(what, ())
        events.append(
            Event(
                what=what,
                on=PartialDate.on(day),
                to=draw(st.sampled_from(SENT_TO)) if what in ADDRESSED else (),
                covers=tuple(matter for matter in matters if draw(st.booleans())),
                of=draw(st.sampled_from([*Paper, None])) if what in OF_A_PAPER else None,
                decision=draw(st.sampled_from([*Decision, *Decision, None])) if what is Happening.DECIDED else None,
            )
        )
    return case_of(events)


@st.composite
def opened(draw: DrawFn, event: Event, as_of: date, *, undated: bool = True) -> Event:
    """Make the date of an event open: a month, a year, another day beside it, or none that can be read.

    What is recorded without a day has happened, and so only what had by the date of the question can be.
    """
    if event.on is None:
        return event
    day = event.on.earliest
    ways = ["month", "year", "also", *(["undated", "unreadable"] if undated and day <= as_of else [])]
    way = draw(st.sampled_from(ways))
    if way in {"undated", "unreadable"}:
        return evolve(event, on=None, unknown=("on",) if way == "unreadable" else ())
    if way == "also":
        other = PartialDate.on(day + timedelta(days=draw(st.sampled_from([-60, -8, -1, 1, 9, 70]))))
        first, second = (event.on, other) if draw(st.booleans()) else (other, event.on)
        return evolve(event, on=first, also=(Also(field="on", value=second),))
    return evolve(event, on=PartialDate(day.year, day.month if way == "month" else None))


def days_of(case: Case) -> list[date]:
    return sorted({event.on.earliest for event in case.events if event.on})


def answers(case: Case, as_of: date, kept: PartialDate | None = None) -> dict[str, Answer]:
    """Put every requirement to a case."""
    situation = situation_of(case, as_of, kept)
    return {item.key: item.check(Ask(item, situation)) for item in ASKED if item.check is not None}


def runs(case: Case, as_of: date, kept: PartialDate | None = None) -> dict[tuple[str, str], Run]:
    """Run every clock of every requirement in a case."""
    situation = situation_of(case, as_of, kept)
    return {
        (item.key, found.about): found
        for item in ASKED
        if item.runs is not None
        for found in item.runs(Ask(item, situation))
    }


def differences(known: dict[str, Answer], less: dict[str, Answer]) -> list[str]:
    """Name each requirement that may come to what it could not while something was open."""
    return [
        f"{key}: {known[key].message} {known[key].possible}; opened: {less[key].message} {less[key].possible}"
        for key in known
        if not known[key].possible <= less[key].possible
    ]


full_cases = whole_cases().filter(lambda case: case.events)
later = st.sampled_from([-1, 0, 1, 5, 7, 40, 400])


@given(full_cases, later, st.data())
def test_what_a_case_may_come_to_it_may_come_to_with_open_dates(case: Case, after: int, data: st.DataObject) -> None:
    """For every requirement: what was decided of open dates is decided the same once they are filled in."""
    near = st.sampled_from(days_of(case))
    as_of = data.draw(near) + timedelta(days=after)
    kept = data.draw(st.none() | near.map(PartialDate.on))
    places = data.draw(st.sets(st.integers(0, len(case.events) - 1), min_size=1, max_size=3))
    # Of events without a day the law does not hold outside the time of the rules, or before steps that are still to
    # come: the two cases below.
    inside = days_of(case)[0] >= PUBLISHED and days_of(case)[-1] <= min(REPLACED, as_of)
    events = [
        data.draw(opened(one, as_of, undated=inside)) if place in places else one
        for place, one in enumerate(case.events)
    ]
    assert differences(answers(case, as_of, kept), answers(case_of(events), as_of, kept)) == []


OTHER_FIELDS: dict[str, tuple[Any, ...]] = {
    "to": tuple(to for to in SENT_TO if to),
    "of": tuple(Paper),
    "decision": tuple(Decision),
}


@st.composite
def less_said(draw: DrawFn, event: Event) -> Event:
    """Make open what an event says of itself: not said, not readable, or contradicted."""
    said = [name for name in ("to", "covers", "of", "decision") if getattr(event, name)]
    if not said:
        return event
    name, way = draw(st.sampled_from(said)), draw(st.sampled_from(["unsaid", "unreadable", "contradicted"]))
    stated = getattr(event, name)
    if way != "contradicted":
        empty: Any = () if isinstance(stated, tuple) else None
        return evolve(event, **{name: empty}, unknown=(name,) if way == "unreadable" else ())
    subsets = st.sets(st.sampled_from(COVERS.get(event.what, (None,))), min_size=1).map(tuple)
    other = draw(subsets if name == "covers" else st.sampled_from(OTHER_FIELDS[name]))
    first, second = (stated, other) if draw(st.booleans()) else (other, stated)
    return evolve(event, **{name: first}, also=(Also(field=name, value=second),) if first != second else ())


@given(full_cases, later, st.data())
def test_what_a_case_may_come_to_it_may_come_to_with_less_said(case: Case, after: int, data: st.DataObject) -> None:
    """The same of whom something went to, what it covered, what was published and what was decided."""
    as_of = data.draw(st.sampled_from(days_of(case))) + timedelta(days=after)
    place = data.draw(st.integers(0, len(case.events) - 1))
    events = [data.draw(less_said(one)) if number == place else one for number, one in enumerate(case.events)]
    assert differences(answers(case, as_of), answers(case_of(events), as_of)) == []


APPOINTED = Event(what=Happening.REVIEWER_APPOINTED, on=PartialDate(2018, 6, 28))
UNREADABLE = evolve(APPOINTED, on=None, unknown=("on",))
AHEAD = Event(what=Happening.REPORT_RECEIVED, on=PartialDate(2021, 6, 1))


def test_a_case_without_a_day_may_lie_outside_the_time_of_a_rule() -> None:
    """An appointment of an unreadable day may be one from before the regulations were in force."""
    key, as_of = "ch4.reviewer.appoint", date(2018, 7, 31)
    closed = answers(case_of([APPOINTED]), as_of)[key].possible
    assert closed == {Outcome.NOT_APPLICABLE}
    assert closed <= answers(case_of([UNREADABLE]), as_of)[key].possible


def test_a_case_with_a_step_behind_it_has_begun() -> None:
    """An appointment of an unreadable day has happened: the review has begun, though its report is still to come."""
    key, as_of = "ch4.reviewer.appoint", date(2021, 3, 1)
    known = evolve(APPOINTED, on=PartialDate(2021, 2, 12))
    closed = answers(case_of([known, AHEAD]), as_of)[key].possible
    assert closed == {MET}
    assert closed <= answers(case_of([UNREADABLE, AHEAD]), as_of)[key].possible


# Order in the file


@given(full_cases, later, st.data())
def test_the_order_of_the_events_in_a_file_does_not_count(case: Case, after: int, data: st.DataObject) -> None:
    """Whatever stands first, every requirement comes to the same, part by part."""
    as_of = data.draw(st.sampled_from(days_of(case))) + timedelta(days=after)
    events = [data.draw(opened(one, as_of)) if data.draw(st.booleans()) else one for one in case.events]
    turned = data.draw(st.permutations(events))
    one, other = answers(case_of(events), as_of), answers(case_of(turned), as_of)
    for key, answer in one.items():
        assert answer.possible == other[key].possible, key
        assert _told(answer) == _told(other[key]), key


def _told(answer: Answer) -> list[tuple[str, Possible]]:
    return sorted(((part.message, part.possible) for part in answer.parts), key=str)


# Time that goes on


@given(clocks, starting, stopping, days, st.integers(1, 90), st.none() | partial_dates)
def test_what_is_late_is_never_in_hand_again(
    clock: Clock, starts: list[Event], stops: list[Event], as_of: date, more: int, kept: PartialDate | None
) -> None:
    """A day on which something was late is followed by no day on which it is still due."""
    before = ran(clock, [*starts, *stops], as_of, kept)
    after = ran(clock, [*starts, *stops], as_of + timedelta(days=more), kept)
    if NOT_DUE not in before.possible:
        assert NOT_DUE not in after.possible
    assert before.status is not None
    assert after.status is not None
    if before.status.possible <= FAILED:
        assert not after.status.possible & IN_HAND


@given(full_cases, later, st.integers(1, 500), st.data())
def test_no_requirement_takes_what_is_late_for_due_again(
    case: Case, after: int, more: int, data: st.DataObject
) -> None:
    """The same of every clock of every requirement."""
    as_of = data.draw(st.sampled_from(days_of(case))) + timedelta(days=after)
    events = [data.draw(opened(one, as_of)) if data.draw(st.booleans()) else one for one in case.events]
    first = runs(case_of(events), as_of)
    second = runs(case_of(events), as_of + timedelta(days=more))
    for key, found in first.items():
        if found.possible == {NOT_MET} and key in second:
            assert NOT_DUE not in second[key].possible, key


# Logs that were closed. Monitored on 1 March 2021; ten days on is 11 March.

TEN_DAYS = TimeLimit.within(10, Unit.DAYS)
FOR_TEN_DAYS = TimeLimit.lasting(10, Unit.DAYS)
ON_TIME, TOO_LATE = date(2021, 3, 11), date(2021, 3, 12)


@pytest.mark.parametrize(
    ("limit", "ever", "kept", "stopped", "as_of", "possible"),
    [
        # Something to be done by 11 March.
        (TEN_DAYS, False, None, None, date(2021, 3, 11), {NOT_DUE}),
        (TEN_DAYS, False, None, None, date(2021, 3, 12), {NOT_MET}),
        (TEN_DAYS, False, "2021-03-10", None, date(2021, 3, 12), {MET, NOT_MET}),
        # A log kept to the last day itself may have been closed before what was done later on that day.
        (TEN_DAYS, False, "2021-03-11", None, date(2021, 3, 12), {MET, NOT_MET}),
        (TEN_DAYS, False, "2021-03-12", None, date(2021, 3, 12), {NOT_MET}),
        (TEN_DAYS, False, "2021-03-12", None, date(2021, 6, 1), {NOT_MET}),
        # Kept to March is kept at least to its first day.
        (TEN_DAYS, False, "2021-03", None, date(2021, 6, 1), {MET, NOT_MET}),
        (TEN_DAYS, False, "2021-04", None, date(2021, 6, 1), {NOT_MET}),
        (TEN_DAYS, False, "2021-03-05", ON_TIME, date(2021, 6, 1), {MET}),
        (TEN_DAYS, False, "2021-03-05", TOO_LATE, date(2021, 6, 1), {NOT_MET}),
        # Where it is enough that it was done at all, it may have been done after the log was closed, however late.
        (TEN_DAYS, True, None, None, date(2021, 6, 1), {NOT_MET}),
        (TEN_DAYS, True, None, TOO_LATE, date(2021, 6, 1), {MET}),
        (TEN_DAYS, True, "2021-04-30", None, date(2021, 6, 1), {MET, NOT_MET}),
        # Something that is to go on to 11 March: an end on that day is too soon.
        (FOR_TEN_DAYS, False, None, None, date(2021, 3, 11), {NOT_DUE}),
        (FOR_TEN_DAYS, False, None, None, date(2021, 3, 12), {MET}),
        (FOR_TEN_DAYS, False, None, ON_TIME, date(2021, 6, 1), {NOT_MET}),
        (FOR_TEN_DAYS, False, None, TOO_LATE, date(2021, 6, 1), {MET}),
        (FOR_TEN_DAYS, False, "2021-03-10", None, date(2021, 6, 1), {MET, NOT_MET}),
        (FOR_TEN_DAYS, False, "2021-03-11", None, date(2021, 6, 1), {MET, NOT_MET}),
        (FOR_TEN_DAYS, False, "2021-03-12", None, date(2021, 6, 1), {MET}),
        (FOR_TEN_DAYS, False, "2021-03-05", TOO_LATE, date(2021, 6, 1), {MET}),
    ],
)
def test_what_a_closed_log_leaves_open(
    limit: TimeLimit, ever: bool, kept: str | None, stopped: date | None, as_of: date, possible: set[Outcome]
) -> None:
    """What is not recorded has not happened up to the day of the log, and may have after it."""
    clock = Clock(limit=limit, start=START, stop=STOP, ever=ever)
    events = [Event(what=Happening.PROGRESS_MONITORED, on=PartialDate(2021, 3, 1))]
    if stopped:
        events.append(Event(what=Happening.REPORT_SENT, on=PartialDate.on(stopped), to=(Recipient.PANEL,)))
    found = ran(clock, events, as_of, PartialDate.parse(kept) if kept else None)
    assert found.possible == possible
    assert bool(found.missing) == (len(possible) > 1)


# What starts a clock


def test_a_clock_of_which_nothing_starts_does_not_run() -> None:
    """Without the step that it counts from nothing is asked."""
    situation = situation_of(case_of([INCIDENT]), FIRST)
    (case,) = situation.caseload.of(SI)
    assert [*run(Ask(ITEM, situation), case, Clock(limit=TEN_DAYS, start=START, stop=STOP))] == []


@pytest.mark.parametrize(
    ("second", "possible"),
    [
        (None, {MET, Outcome.NOT_APPLICABLE}),
        ("2021-02-20", {MET, NOT_MET, Outcome.NOT_APPLICABLE}),
        ("2021-03-20", {MET, Outcome.NOT_APPLICABLE}),
    ],
)
def test_where_only_open_events_start_a_clock_one_of_them_does_or_nothing_is_asked(
    second: str | None, possible: set[Outcome]
) -> None:
    """A copy that perhaps went to the Panel starts a clock from its day; were it none, nothing would be asked."""
    events = [
        Event(what=Happening.REPORT_SENT, on=PartialDate(2021, 3, 1)),
        Event(what=Happening.PROGRESS_MONITORED, on=PartialDate(2021, 3, 9)),
    ]
    if second is not None:
        events.append(Event(what=Happening.REPORT_SENT, on=PartialDate.parse(second)))
    situation = situation_of(case_of(events), LAST)
    (case,) = situation.caseload.of(SI)
    (found,) = run(Ask(ITEM, situation), case, Clock(limit=TEN_DAYS, start=STOP, stop=START))
    assert found.possible == possible
    assert any("whether the copy to the Panel is what is recorded" in item.need for item in found.missing)
