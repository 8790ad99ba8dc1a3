"""What falls due: the time limits of cases, the duties of the partnership, and how all of it is put together."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from itertools import pairwise
from types import FrameType
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from safeguarding import Agenda, CannotAssessError, due
from safeguarding.assessment import Item, Kind, Standing
from safeguarding.assessment.due import _of_duties
from safeguarding.dates import State
from safeguarding.law.requirement import Checked
from safeguarding.model import Partnership
from safeguarding.strategies import partnerships, turning_days
from safeguarding.views import agenda_as_csv, agenda_as_ics, agenda_as_json, agenda_as_text
from tests.assessment.agendas import NOTIFY, agenda, days, incident, log, of_notification, plan
from tests.law.case import partnership
from tests.views.made import MET, MUST, NOT_DUE, NOT_MET, assessment, finding, part

# A case and its clock


@pytest.mark.parametrize(
    ("aware", "notified", "as_of", "kept", "state", "due_on", "why"),
    [
        ("2021-03-02", "2021-03-08", "2021-03-31", "2021-12-31", "met", "2021-03-09", "3, 4, 5, 8 and 9 March"),
        ("2021-03-02", "2021-03-09", "2021-03-31", "2021-12-31", "met", "2021-03-09", "the last day is in time"),
        ("2021-03-02", "2021-03-10", "2021-03-31", "2021-12-31", "late", "2021-03-09", "a day after it is not"),
        ("2021-03-29", None, "2021-03-31", "2021-12-31", "pending", "2021-04-07", "30, 31, 1, then Easter, 6 and 7"),
        ("2021-03-29", None, "2021-04-07", "2021-12-31", "due today", "2021-04-07", "the last day is not over"),
        ("2021-03-29", None, "2021-04-08", "2021-12-31", "missing", "2021-04-07", "it is over, and nothing recorded"),
        ("2021-03-29", "2021-04-09", "2021-04-08", "2021-12-31", "missing", "2021-04-07", "it is not done by that day"),
        (
            "2021-03-29",
            None,
            "2021-04-08",
            "2021-04-01",
            "open",
            "2021-04-07",
            "the log was closed before that day",
        ),
        ("2021-03", None, "2021-03-31", "2021-12-31", "open", "2021-03-08/2021-04-09", "1 March to 31 March"),
        (None, None, "2021-03-31", "2021-12-31", "open", "", "no day can be said"),
        (None, "2021-03-08", "2021-03-31", "2021-12-31", "open", "", "nor whether it was in time"),
    ],
)
def test_a_time_limit_of_a_case_stands_as_its_days_say(
    aware: str | None, notified: str | None, as_of: str, kept: str, state: str, due_on: str, why: str
) -> None:
    """State and last day of one notification; the working days were counted on a calendar of 2021."""
    (item,) = of_notification(agenda(log(incident("si-2021-1", aware, notified), kept=kept), as_of=as_of))
    assert (item.state.value, days(item)) == (state, due_on), why
    assert (item.kind, item.subject, item.id) == (Kind.CASE, "si-2021-1", f"case/si-2021-1/{NOTIFY}")
    assert item.path == "case.si-2021-1"
    assert [cited.provision for cited in item.citations] == ["chapter 4, Notifying serious incidents"]


def test_what_is_open_names_what_would_settle_it() -> None:
    """A reader is told which fact is wanting, and only of what is open."""
    found = agenda(log(incident("si-2021-1", "2021-03"), incident("si-2021-2", "2021-03-02")), as_of="2021-03-31")
    first, second = sorted(of_notification(found), key=lambda item: item.subject)
    assert (first.state, second.state) == (State.OPEN, State.MISSING)
    assert first.missing[0].path == "case.si-2021-1.events[0].on"
    assert second.missing == ()


def test_a_case_outside_the_reach_of_a_rule_has_no_item() -> None:
    """What began before the guidance was in force on 4 July 2018 is not asked for."""
    assert of_notification(agenda(log(incident("si-2018-1", "2018-06-01")), as_of="2018-12-31")) == []


def test_nothing_is_asked_before_the_rule_is_in_force() -> None:
    """Seen from a day before the guidance, nothing of it falls due."""
    assert (
        of_notification(agenda(log(incident("si-2018-1", "2018-06-01"), kept="2018-06-15"), as_of="2018-06-20")) == []
    )


def test_of_several_starts_only_the_one_that_counts_is_listed() -> None:
    """A rapid review is due fifteen working days after the start that was chosen, and not three times."""
    found = partnership(log(incident("si-2021-1", "2021-03-02", "2021-03-08")))
    for start, last in (("aware", "2021-03-23"), ("notified", "2021-03-29")):
        listed = due(found, as_of="2021-03-10", rapid_review_from=start)
        items = [item for item in listed if item.requirement and item.requirement.key == "ch4.rapid.15wd"]
        assert [days(item) for item in items] == [last]


def test_the_copies_of_a_yearly_report_fall_due() -> None:
    """Published on 1 September 2020, its copies are due within seven days, by the 8th."""
    report = '[[case]]\nid = "yr-2020"\nkind = "yearly-report"\nevents = [{ what = "published", on = "2020-09-01" }]\n'
    found = agenda(log(report), as_of="2020-09-05")
    items = [item for item in found if item.requirement and item.requirement.key == "ch3.report.copies-7d"]
    assert {(item.subject, days(item), item.state) for item in items} == {("yr-2020", "2020-09-08", State.PENDING)}


# Duties of the partnership

TO_COME = plan(publication='published = "2019-06-20"\nversion = "first"')


def duties(found: Agenda, key: str) -> list[Item]:
    """Return the items of a duty on the arrangements."""
    return [item for item in found if item.kind is Kind.DUTY and item.requirement and item.requirement.key == key]


def test_a_duty_that_is_not_due_yet_is_to_come() -> None:
    """On 10 June 2019 the first publication is due by 30 June (SI 2018/497, regulation 5(1))."""
    (item,) = duties(agenda(TO_COME, as_of="2019-06-10"), "trans.publish-by")
    assert (item.state, days(item), item.what) == (
        State.PENDING,
        "2019-06-30",
        item.requirement and item.requirement.title,
    )
    assert item.subject == "safeguarding partners of each local authority area"
    assert item.citations[0].provision == "regulation 5(1)"


def test_what_the_first_arrangements_are_to_hold_is_due_with_them() -> None:
    """On the last day it is due today; where nothing was published by then, it is overdue the day after."""
    unpublished = plan(publication='published = "2019-08-20"')
    states = {
        as_of: [(item.state, days(item)) for item in duties(agenda(unpublished, as_of=as_of), "ch3.publish.training")]
        for as_of in ("2019-06-29", "2019-06-30", "2019-07-01")
    }
    assert states == {
        "2019-06-29": [(State.PENDING, "2019-06-30")],
        "2019-06-30": [(State.DUE_TODAY, "2019-06-30")],
        "2019-07-01": [(State.MISSING, "2019-06-30")],
    }


@pytest.mark.parametrize(
    "publication", ['published = "2019-06-20"', 'published = "2019"', "", 'unknown = ["published"]']
)
def test_what_arrangements_lack_that_may_be_out_is_a_finding_and_no_date(publication: str) -> None:
    """A plan that is or may be out and says nothing of training falls short; a calendar cannot help that."""
    assert duties(agenda(plan(publication=publication), as_of="2019-07-01"), "ch3.publish.training") == []


def test_a_plan_on_which_a_duty_rests_is_listed_once_with_its_provision() -> None:
    """Consultation planned for May 2020 is due by its end, as the guidance asks, and not once more as a plan."""
    consult = (
        '[[statement]]\ntopic = "ra-consultation"\nparts = ["consulted"]\nsays = "Agencies will be consulted."\n'
        'planned_for = "2020-05"\nwhere = "Agencies"\n'
    )
    before, after = (agenda(plan(consult), as_of=as_of) for as_of in ("2020-04-15", "2020-06-15"))
    assert [(item.kind, days(item)) for item in before if item.path.startswith("statement[0]")] == [
        (Kind.DUTY, "2020-05-31")
    ]
    assert [(item.kind, item.state) for item in after if item.path.startswith("statement[0]")] == [
        (Kind.MILESTONE, State.OPEN)
    ]


def test_each_part_of_a_duty_has_its_own_day() -> None:
    """Of two parts that are not due until May and July each is listed; of parts with one day, only the whole."""
    parts = [
        evolve(part(name, f"planned for {name}", NOT_DUE), due=day)
        for name, day in (("May", date(2020, 5, 31)), ("July", date(2020, 7, 31)))
    ]
    made = assessment(
        finding("x.two", MUST, NOT_DUE, parts=tuple(parts), due=date(2020, 5, 31)),
        finding("x.one", MUST, NOT_DUE, parts=(parts[0], part("done", "said", MET)), due=date(2020, 5, 31)),
        finding("x.open", MUST, MET, NOT_DUE, parts=(part("open", "not said", MET, NOT_MET), parts[1])),
        finding("x.log", MUST, NOT_DUE, asks={"checked": Checked.EVENTS}, due=date(2020, 5, 31)),
        as_of=date(2020, 4, 15),
    )
    assert [(item.id, days(item)) for item in _of_duties(made, unpublished=False)] == [
        ("duty/x.two/May", "2020-05-31"),
        ("duty/x.two/July", "2020-07-31"),
        ("duty/x.one", "2020-05-31"),
        ("duty/x.open/July", "2020-07-31"),
    ]


# Dates of the question


def test_what_comes_after_until_is_left_out() -> None:
    """Due on 7 April 2021: listed up to that day, and not up to the day before."""
    cases = log(incident("si-2021-1", "2021-03-29"))
    assert len(of_notification(agenda(cases, as_of="2021-03-30", until="2021-04-07"))) == 1
    assert of_notification(agenda(cases, as_of="2021-03-30", until="2021-04-06")) == []


def test_without_until_it_is_a_year() -> None:
    """From 29 February it ends on 28 February, the corresponding date."""
    found = agenda(plan(), as_of="2020-02-29")
    assert (found.as_of, found.until, found.as_of_given) == (date(2020, 2, 29), date(2021, 2, 28), True)


def test_without_a_date_it_is_that_of_the_newest_document() -> None:
    """The log is kept to the end of 2021, and the reader is told that no date was given."""
    found = due(partnership(plan(), log()))
    assert (found.as_of, found.as_of_given) == (date(2021, 12, 31), False)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"as_of": "2021-01-31", "until": "2021-01-30"}, "until (30 January 2021) is before the date of the question"),
        ({"as_of": "2021-01-31", "until": "2021-02"}, 'until "2021-02" is not a full date'),
        ({"as_of": "2021-02-30"}, 'as_of "2021-02-30" is not a full date'),
        ({"as_of": "2021-01-31", "guidance": "WT2015"}, 'guidance "WT2015" is not held'),
        ({"as_of": "2021-01-31", "rapid_review_from": "death"}, 'rapid_review_from "death" is not an event'),
    ],
)
def test_a_question_that_cannot_be_put_says_what_to_give(asked: dict[str, str], said: str) -> None:
    """A wrong date or choice is named, with what would be right."""
    with pytest.raises(CannotAssessError) as error:
        due(partnership(plan()), **asked)
    assert said in str(error.value)


@pytest.mark.parametrize("as_of", ["0001-01-01", "9999-12-31"])
def test_any_date_can_be_asked_for(as_of: str) -> None:
    """The ends of the calendar are dates as well."""
    body = '[[body]]\nid = "board"\nname = "Board"\nkind = "board"\nmeets = "quarterly"\n'
    found = agenda(plan(body), log(incident("si-2021-1", "2021-03-29")), as_of=as_of)
    assert found.until <= date.max


# Several versions of the arrangements

MILESTONES = '[[milestone]]\nwhat = "Launch"\nwhen = "2020-09-01"\n'
LATER = '[[milestone]]\nwhat = "Review"\nwhen = "2020-11-01"\n'


def versions(first: str, second: str) -> tuple[str, str]:
    """Write two versions of a plan of which either may be in force in mid-2020."""
    return (
        plan(first, publication='published = "2020-01-01"\nimplemented = "2020-01-01"'),
        plan(second, publication='published = "2020-01-02"\nimplemented = "2020"'),
    )


def test_what_both_versions_say_is_listed_once() -> None:
    """Whichever is in force, the launch is on 1 September, wherever in the file it stands; so with a case."""
    first, second = versions(MILESTONES, LATER + MILESTONES)
    found = agenda(first, second, log(incident("si-2020-1", "2020-06-01")), as_of="2020-06-15")
    assert "Which of 2 versions of the arrangements is in force is open." in found.notices
    assert [item.message for item in found if item.what == "Launch"] == ["planned"]
    assert len(of_notification(found)) == 1


def test_what_one_version_says_is_said_to_be_so_only_perhaps() -> None:
    """The review is planned only if the later version is in force."""
    found = agenda(*versions(MILESTONES, LATER + MILESTONES), as_of="2020-06-15")
    assert [(item.state, item.message) for item in found if item.what == "Review"] == [
        (State.PENDING, "if that version of the arrangements is in force: planned")
    ]


def test_what_only_one_version_has_late_is_open() -> None:
    """A version that reports a milestone as done may not be the one in force: nothing is decided."""
    done = MILESTONES.replace('"2020-09-01"', '"2020-05-01"') + "done = true\n"
    found = agenda(*versions(done, LATER), as_of="2020-06-15")
    assert [item.state for item in found if item.what == "Launch"] == [State.OPEN]


# All together


def test_what_is_missing_from_the_files_is_said() -> None:
    """A plan without a log, and a log without a plan, each tell what the list cannot hold."""
    assert "No case log is among the files, so no case is in this list." in agenda(plan(), as_of="2020-05-01").notices
    alone = agenda(log(), as_of="2021-05-01")
    assert alone.notices == ("No arrangements are among the files, so nothing that they plan is in this list.",)


def test_a_missed_meeting_is_late_and_not_overdue() -> None:
    """What is overdue can still be done; a quarter that has passed without its meeting cannot be met in."""
    body = '[[body]]\nid = "board"\nname = "Board"\nkind = "board"\nmeets = "quarterly"\n'
    held = '[[meeting]]\nbody = "board"\non = "2020-05-05"\n'
    found = agenda(plan(body), log(held, incident("si-2020-1", "2020-06-01"), kept="2020-12-31"), as_of="2020-10-01")
    assert [item.what for item in found.overdue if item.kind is Kind.MEETING] == []
    (missed,) = [item for item in found.late if item.kind is Kind.MEETING]
    assert (missed.state, missed.standing, days(missed)) == (State.MISSING, Standing.LATE, "2020-09-30")
    assert of_notification(found)[0] in found.overdue


def test_records_are_flat() -> None:
    """A table can be made of them: text or nothing in every field, the same fields in every row."""
    found = agenda(plan(MILESTONES), log(incident("si-2021-1", "2021-03-29")), as_of="2020-06-15")
    records = found.to_records()
    assert len(records) == len(found) > 1
    assert {tuple(record) for record in records} == {tuple(records[0])}
    assert all(value is None or isinstance(value, str) for record in records for value in record.values())


# Laws

DAYS = st.dates(date(2020, 1, 1), date(2021, 12, 31))
OPEN_DAYS = st.builds(lambda day, length: str(day)[:length], DAYS, st.sampled_from([10, 10, 7, 4]))


@st.composite
def documents(draw: st.DrawFn) -> tuple[str, ...]:
    """Draw a plan or two, and a log."""
    frequencies = st.sampled_from(["monthly", "quarterly", "annually", "April and October"])

    def version(first: str) -> str:
        steps = "".join(
            f'[[milestone]]\nwhat = "Step {draw(st.integers(1, 2))}"\nwhen = "{draw(OPEN_DAYS)}"\n'
            + draw(st.sampled_from(["", "done = true\n", "done = false\n"]))
            for _ in range(draw(st.integers(0, 3)))
        )
        bodies = "".join(
            f'[[body]]\nid = "{name}"\nname = "Board"\nkind = "board"\nmeets = "{draw(frequencies)}"\n'
            for name in ("board", "panel")[: draw(st.integers(0, 2))]
        )
        return plan(steps, bodies, publication=f'published = "{first}"\nimplemented = "{draw(OPEN_DAYS)}"')

    cases = "".join(
        incident(f"si-2021-{number}", draw(st.one_of(st.none(), OPEN_DAYS)))
        for number in range(draw(st.integers(0, 4)))
    )
    plans = [version(first) for first in ("2019-10-01", "2019-10-02")[: draw(st.integers(1, 2))]]
    return (*plans, log(cases, kept=str(draw(DAYS))))


@given(documents(), DAYS, st.integers(0, 400))
def test_every_item_stands_once_in_order_and_before_until(found: tuple[str, ...], day: date, ahead: int) -> None:
    """Headings in their order, days in order below each, no id twice, and nothing to come after the last day."""
    until = day + timedelta(days=ahead)
    listed = agenda(*found, as_of=str(day), until=str(until))
    order = list(Standing)
    for one, two in pairwise(listed):
        assert order.index(one.standing) <= order.index(two.standing)
        if one.standing is two.standing:
            assert (one.due.earliest if one.due else date.max) <= (two.due.earliest if two.due else date.max)
    ids = [item.id for item in listed]
    assert len(set(ids)) == len(ids)
    said = [(item.kind, item.subject, item.what, item.message, item.due, item.path) for item in listed]
    assert len(set(said)) == len(said)
    for item in listed:
        if item.due is not None and item.state in {State.PENDING, State.DUE_TODAY, State.OPEN}:
            assert item.due.earliest <= until
        if item.due is not None and item.state is State.PENDING:
            assert day < item.due.earliest
    assert sum(listed.counts.values()) == len(listed)


@given(documents(), DAYS)
def test_the_same_documents_in_any_order_give_the_same_bytes(found: tuple[str, ...], day: date) -> None:
    """Neither chance nor the order of the files decides what is written; only the names of the files follow it."""
    views: tuple[Callable[[Agenda], str], ...] = (agenda_as_text, agenda_as_json, agenda_as_csv, agenda_as_ics)
    one, again, other = (due(partnership(*some), as_of=day) for some in (found, found, found[::-1]))
    assert one.items == again.items == other.items
    assert one.notices == other.notices
    for view in views[2:]:
        assert view(one) == view(again) == view(other)


@given(documents(), DAYS)
def test_ids_stay_when_the_date_moves_on(found: tuple[str, ...], day: date) -> None:
    """A calendar knows a thing again: what one agenda has to come, the next day's has under the same id."""
    today, tomorrow = (agenda(*found, as_of=str(one), until="2023-12-31") for one in (day, day + timedelta(days=1)))
    known = {item.id: (item.subject, item.what) for item in tomorrow}
    for item in today.of(Standing.COMING):
        # Which version may be in force changes with the day, and with it what is asked.
        if len({notice for notice in (*today.notices, *tomorrow.notices) if "versions" in notice}) == 0:
            assert known[item.id] == (item.subject, item.what)


ANY = partnerships().flatmap(lambda one: st.tuples(st.just(one), turning_days(one)))


@given(ANY)
def test_whatever_can_be_built_has_an_agenda_in_every_form(case: tuple[Partnership, date]) -> None:
    """Nothing that the model can hold breaks the list, an id, or a view of it."""
    listed = due(case[0], as_of=case[1])
    assert len({item.id for item in listed}) == len(listed)
    for view in (agenda_as_text, agenda_as_json, agenda_as_csv, agenda_as_ics):
        assert view(listed)


# Speed


def calls(work: Callable[[], Any]) -> int:
    """Count the functions that are called, which does not depend on how busy the machine is."""
    count = 0

    def counting(_: FrameType, event: str, __: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(counting)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def test_the_work_grows_with_the_number_of_cases_and_no_faster() -> None:
    """Four times as many cases take about four times as many steps, not sixteen times."""
    logs = [
        partnership(log(*(incident(f"si-2021-{number}", f"2021-03-{number % 28 + 1:02}") for number in range(size))))
        for size in (25, 25, 100)
    ]
    _, few, many = (calls(partial(due, found, as_of="2021-03-31")) for found in logs)
    assert many < 5 * few
