"""Did a body keep to its frequency: cases gone through with a calendar, and laws."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

import pytest
from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st

from safeguarding import meetings_kept
from safeguarding.dates import Frequency, PartialDate
from safeguarding.dates.recurrence import Keeping, windows
from safeguarding.model import Partnership
from safeguarding.structure import situations
from safeguarding.structure.meetings import Meetings, meetings
from tests.law.case import head, partnership
from tests.structure.governed import body, governed

KEPT, MISSED, OPEN, COMING = "kept", "missed", "open", "running"
PLAN = 'published = "2020-04-01"'
"""From this day on the bodies of the plan meet, where nothing else is stated: windows begin on the 1st."""


def record(*dates: str, kept: str, kind: str = "case-log", more: str = "", transcribed: str = '"all"') -> str:
    """Write a document that records meetings of the board."""
    held = "".join(f'[[meeting]]\nbody = "board"\non = "{day}"\n' for day in dates)
    return (
        'schema = "safeguarding.v1"\npartnership = "eastshire"\n'
        'name = "Eastshire Safeguarding Children Partnership"\n'
        f'kind = "{kind}"\ntranscribed = {transcribed}\n[publication]\nupdated = "{kept}"\n{more}{held}'
    )


def board(*lines: str) -> str:
    """Write the board of the plan."""
    return body("board", *lines, kind="board")


def read(plan: str, *records: str, publication: str = PLAN) -> Partnership:
    """Read a plan and what records the meetings."""
    return partnership(head(publication) + plan, *records)


def shown(found: Meetings) -> list[tuple[str, str, str]]:
    """Return the stretches, each with its first and last day, and its state; of an open day its latest."""
    return [(str(s.first.latest), str(s.last.latest), s.state.value) for s in found.stretches]


@frozen(kw_only=True)
class Case:
    """One case: the lines of the body, what is recorded, and what is expected, worked out by hand."""

    why: str
    meets: str
    records: tuple[str, ...] = ()
    as_of: str = "2020-12-31"
    expected: tuple[tuple[str, str, str], ...]


CASES = (
    Case(
        why="no meeting is recorded: nothing is late, and only what is still running is shown",
        meets='meets = "quarterly"',
        as_of="2021-05-01",
        expected=(("2021-04-01", "2021-06-30", COMING),),
    ),
    Case(
        why="recorded from November on: what was before nobody can say, January to March was missed",
        meets='meets = "quarterly"',
        records=(record("2020-11-10", "2021-04-20", kept="2021-05-01"),),
        as_of="2021-05-01",
        expected=(
            ("2020-10-01", "2020-12-31", KEPT),
            ("2021-01-01", "2021-03-31", MISSED),
            ("2021-04-01", "2021-06-30", KEPT),
        ),
    ),
    Case(
        why="two of five are recorded, in a record from November on: the others may have been before",
        meets='meets = "5 times a year"',
        records=(record("2020-11-10", "2021-01-20", kept="2021-05-01"),),
        as_of="2021-05-01",
        expected=(("2020-04-01", "2021-03-31", OPEN), ("2021-04-01", "2022-03-31", COMING)),
    ),
    Case(
        why="the record was closed at the end of December: nothing is said of January to March",
        meets='meets = "quarterly"',
        records=(record("2020-05-05", "2020-11-10", kept="2020-12-31"),),
        as_of="2021-05-01",
        expected=(
            ("2020-04-01", "2020-06-30", KEPT),
            ("2020-07-01", "2020-09-30", MISSED),
            ("2020-10-01", "2020-12-31", KEPT),
            ("2021-04-01", "2021-06-30", COMING),
        ),
    ),
    Case(
        why="the record was closed in the middle of January to March: a meeting may have come after",
        meets='meets = "quarterly"',
        records=(record("2020-05-05", "2020-09-30", "2020-10-01", kept="2021-02-15"),),
        as_of="2021-05-01",
        expected=(
            ("2020-04-01", "2020-06-30", KEPT),
            ("2020-07-01", "2020-09-30", KEPT),
            ("2020-10-01", "2020-12-31", KEPT),
            ("2021-01-01", "2021-03-31", OPEN),
            ("2021-04-01", "2021-06-30", COMING),
        ),
    ),
    Case(
        why="quarterly to September, monthly from October: November is missed, December is kept on its first day",
        meets='meets = [{ how_often = "quarterly", ends = "2020-09-30" }, '
        '{ how_often = "monthly", starts = "2020-10-01" }]',
        records=(record("2020-05-05", "2020-08-08", "2020-10-20", "2020-12-01", kept="2020-12-31"),),
        expected=(
            ("2020-04-01", "2020-06-30", KEPT),
            ("2020-07-01", "2020-09-30", KEPT),
            ("2020-10-01", "2020-10-31", KEPT),
            ("2020-11-01", "2020-11-30", MISSED),
            ("2020-12-01", "2020-12-31", KEPT),
        ),
    ),
    Case(
        why="the same without an end: the first frequency goes on until the day before the second begins",
        meets='meets = [{ how_often = "quarterly" }, { how_often = "monthly", starts = "2020-10-01" }]',
        records=(record("2020-05-05", "2020-08-08", "2020-10-20", "2020-12-01", kept="2020-12-31"),),
        expected=(
            ("2020-04-01", "2020-06-30", KEPT),
            ("2020-07-01", "2020-09-30", KEPT),
            ("2020-10-01", "2020-10-31", KEPT),
            ("2020-11-01", "2020-11-30", MISSED),
            ("2020-12-01", "2020-12-31", KEPT),
        ),
    ),
    Case(
        why="July to September is cut short at the end of August, and so is not owed",
        meets='meets = [{ how_often = "quarterly", ends = "2020-08-31" }, '
        '{ how_often = "every 2 months", starts = "2020-09-01" }]',
        records=(record("2020-05-05", "2020-09-15", kept="2020-10-31"),),
        as_of="2020-10-31",
        expected=(("2020-04-01", "2020-06-30", KEPT), ("2020-09-01", "2020-10-31", KEPT)),
    ),
    Case(
        why="stated again on 1 July without a change: the quarters run on",
        meets='meets = [{ how_often = "quarterly", ends = "2020-06-30" }, '
        '{ how_often = "every 3 months", starts = "2020-07-01" }]',
        records=(record("2020-05-05", "2020-08-08", kept="2020-09-30"),),
        as_of="2020-09-30",
        expected=(("2020-04-01", "2020-06-30", KEPT), ("2020-07-01", "2020-09-30", KEPT)),
    ),
    Case(
        why="from 15 April: a meeting in July may be in the first quarter, to 14 July, or in the second",
        meets='starts = "2020-04-15"\nmeets = "quarterly"',
        records=(record("2020-07", kept="2020-10-31"),),
        as_of="2020-10-31",
        expected=(
            ("2020-04-15", "2020-07-14", OPEN),
            ("2020-07-15", "2020-10-14", OPEN),
            ("2020-10-15", "2021-01-14", COMING),
        ),
    ),
    Case(
        why="a meeting in May is in April to June whatever its day",
        meets='meets = "quarterly"',
        records=(record("2020-05", kept="2020-06-30"),),
        as_of="2020-07-01",
        expected=(("2020-04-01", "2020-06-30", KEPT), ("2020-07-01", "2020-09-30", COMING)),
    ),
    Case(
        why="from some day in April: 10 July is in the first quarter or the second, as that day may be; the third, "
        "which ends on 31 December at the earliest, is running in either",
        meets='starts = "2020-04"\nmeets = "quarterly"',
        records=(record("2020-07-10", kept="2020-12-31"),),
        expected=(
            ("2020-04-30", "2020-07-29", OPEN),
            ("2020-07-30", "2020-10-29", OPEN),
            ("2020-10-30", "2021-01-29", COMING),
        ),
    ),
    Case(
        why="from some day in April: 20 May and 20 August keep the first two quarters whichever day it is",
        meets='starts = "2020-04"\nmeets = "quarterly"',
        records=(record("2020-05-20", "2020-08-20", kept="2020-09-15"),),
        as_of="2020-09-15",
        expected=(("2020-04-30", "2020-07-29", KEPT), ("2020-07-30", "2020-10-29", KEPT)),
    ),
    Case(
        why="from some day in April, monthly: 31 May keeps the second month and nothing the third, whichever day it is",
        meets='starts = "2020-04"\nmeets = "monthly"',
        records=(record("2020-05-01", "2020-05-31", "2020-08-25", kept="2020-09-15"),),
        as_of="2020-09-15",
        expected=(
            ("2020-04-30", "2020-05-29", OPEN),  # 1 May is in it from 2 April on, and not from 1 April
            ("2020-05-30", "2020-06-29", KEPT),  # 31 May is in 1 to 31 May, in 30 May to 29 June, and in all between
            ("2020-06-30", "2020-07-29", MISSED),  # 1 to 30 June, 30 June to 29 July, and all between, have none
            ("2020-07-30", "2020-08-29", OPEN),  # 25 August is in it from 26 July on
            ("2020-08-30", "2020-09-29", OPEN),  # kept from 1 August to 25 August on, else still running
        ),
    ),
    Case(
        why="named months do not depend on the day on which the body began",
        meets='starts = "2020-04"\nmeets = "May and October"',
        records=(record("2020-05-31", kept="2020-12-31"),),
        expected=(("2020-05-01", "2020-05-31", KEPT), ("2020-10-01", "2020-10-31", MISSED)),
    ),
    Case(
        why="planned from April, and nothing shows that it began: what was missed may not have been owed",
        meets='status = "planned"\nstarts = "2020-04-01"\nmeets = "quarterly"',
        records=(record("2020-05-05", kept="2020-12-31"),),
        expected=(
            ("2020-04-01", "2020-06-30", KEPT),
            ("2020-07-01", "2020-09-30", OPEN),
            ("2020-10-01", "2020-12-31", COMING),
        ),
    ),
    Case(
        why="it ends on 31 May 2021: April to June is cut short",
        meets='ends = "2021-05-31"\nmeets = "quarterly"',
        as_of="2021-04-10",
        expected=(),
    ),
    Case(
        why="a report is silent on what lies outside its period: July to September was missed, October on is not said",
        meets='meets = "quarterly"',
        records=(
            record(
                "2020-05-05", kept="2021-01-15", kind="yearly-report",
                more='[[report_period]]\nperiod = { starts = "2020-04-01", ends = "2020-09-30" }\n',
            ),
        ),
        expected=(
            ("2020-04-01", "2020-06-30", KEPT),
            ("2020-07-01", "2020-09-30", MISSED),
            ("2020-10-01", "2020-12-31", COMING),
        ),
    ),
    Case(
        why="a report for April to September and one for October to December leave no gap between them",
        meets='meets = "2 times a year"',
        records=(
            record(
                "2020-05-05", kept="2020-10-15", kind="yearly-report",
                more='[[report_period]]\nperiod = { starts = "2020-01-01", ends = "2020-07-31" }\n',
            ),
            record(
                "2021-04-04", kept="2021-06-15", kind="yearly-report",
                more='[[report_period]]\nperiod = { starts = "2020-08-01", ends = "2021-05-31" }\n',
            ),
        ),
        as_of="2021-07-01",
        expected=(
            ("2020-04-01", "2020-09-30", KEPT),
            ("2020-10-01", "2021-03-31", MISSED),
            ("2021-04-01", "2021-09-30", KEPT),
        ),
    ),
    Case(
        why="a record of which not all is written down may have further meetings",
        meets='meets = "quarterly"',
        records=(record("2020-05-05", kept="2020-12-31", transcribed='["bodies"]'),),
        expected=(("2020-04-01", "2020-06-30", KEPT), ("2020-10-01", "2020-12-31", COMING)),
    ),
    Case(
        why="a record of which a part could not be read may have further meetings",
        meets='meets = "quarterly"',
        records=(
            record(
                "2020-05-05", kept="2020-12-31",
                more='[[source]]\nid = "minutes"\ntitle = "Minutes"\n'
                'unread = [{ what = "July", could_hold = ["all"] }]\n',
            ),
        ),
        expected=(("2020-04-01", "2020-06-30", KEPT), ("2020-10-01", "2020-12-31", COMING)),
    ),
    Case(
        why="a meeting after the date does not count yet",
        meets='meets = "quarterly"',
        records=(record("2020-05-05", "2020-12-20", kept="2020-12-31"),),
        as_of="2020-12-19",
        expected=(
            ("2020-04-01", "2020-06-30", KEPT),
            ("2020-07-01", "2020-09-30", MISSED),
            ("2020-10-01", "2020-12-31", COMING),
        ),
    ),
)  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.why)
def test_a_body_met_as_often_as_stated(case: Case) -> None:
    """Each stretch of days came out as a person with a calendar says."""
    (found,) = meetings_kept(read(board(case.meets), *case.records), as_of=case.as_of)
    assert shown(found) == list(case.expected)
    assert (found.uncounted, found.disputed) == ("", False)


def test_an_open_start_leaves_open_when_a_stretch_begins_and_ends() -> None:
    """From some day in April: the third quarter ends between 31 December and 29 January."""
    (found,) = meetings_kept(read(board('starts = "2020-04"\nmeets = "quarterly"')), as_of="2020-12-31")
    (stretch,) = found.coming
    assert (stretch.first.in_words(), stretch.last.in_words()) == (
        "between 1 October 2020 and 30 October 2020",
        "between 31 December 2020 and 29 January 2021",
    )
    assert found.judged == ()


TWO = (("2020-05-12",), ("2020-05",))


@pytest.mark.parametrize("order", [TWO, TWO[::-1]])
def test_two_documents_may_record_one_meeting(order: Sequence[tuple[str, ...]]) -> None:
    """12 May in one and May in the other are one meeting or two, whichever document comes first."""
    records = [record(*dates, kept="2020-12-31") for dates in order]
    (found,) = meetings_kept(read(board('meets = "5 times a year"'), *records), as_of="2020-12-31")
    assert [str(meeting.on) for meeting in found.held] == ["2020-05-12"]
    (stretch,) = found.coming
    assert (stretch.recorded, stretch.perhaps, stretch.expected) == (1, 2, 5)


def test_the_same_day_in_two_documents_is_one_meeting() -> None:
    """Nobody meets twice a day, so nothing is open about it."""
    records = [record("2020-05-12", kept=kept) for kept in ("2020-12-30", "2020-12-31")]
    (found,) = meetings_kept(read(board('meets = "5 times a year"'), *records), as_of="2020-12-31")
    assert (found.stretches[0].recorded, found.stretches[0].perhaps) == (1, 1)


def test_one_document_counts_its_meetings_as_it_lists_them() -> None:
    """A log that has May twice has two meetings, of which a second log may name one."""
    logs = [record("2020-05", "2020-05", kept="2020-12-31"), record("2020-05-12", kept="2020-12-31")]
    (found,) = meetings_kept(read(board('meets = "5 times a year"'), *logs), as_of="2020-12-31")
    assert [str(meeting.on) for meeting in found.held] == ["2020-05", "2020-05-12"]
    assert (found.stretches[0].recorded, found.stretches[0].perhaps) == (2, 3)


def test_whether_a_second_meeting_was_held_leaves_a_stretch_open() -> None:
    """Twice a month is expected of 24 times a year; two records that may be of one meeting do not settle May."""
    logs = [record(day, kept="2020-12-31") for day in ("2020-05-12", "2020-05")]
    (found,) = meetings_kept(read(board('meets = "2 times a month"'), *logs), as_of="2020-12-31")
    may = found.stretches[0]
    assert (str(may.first.latest), may.expected) == ("2020-05-01", 2)
    assert (may.recorded, may.perhaps, may.state) == (1, 2, Keeping.OPEN)


def test_statements_that_disagree_leave_all_open() -> None:
    """Quarterly and monthly are both stated: each is laid out, and neither is kept or missed for certain."""
    plan = board('meets = "quarterly"', 'also = [{ field = "meets", value = "monthly" }]')
    quarterly, monthly = meetings_kept(read(plan, record("2020-04-10", kept="2020-06-30")), as_of="2020-06-30")
    assert (quarterly.frequency, monthly.frequency) == ("quarterly", "monthly")
    assert quarterly.disputed
    assert monthly.disputed
    assert shown(quarterly) == [("2020-04-01", "2020-06-30", OPEN)]
    assert shown(monthly) == [
        ("2020-04-01", "2020-04-30", OPEN),
        ("2020-05-01", "2020-05-31", OPEN),
        ("2020-06-01", "2020-06-30", COMING),
    ]


def test_starts_that_disagree_leave_all_open() -> None:
    """A body that began in April or in June, as two statements say, is laid out both ways."""
    plan = board('starts = "2020-04-01"', 'meets = "quarterly"', 'also = [{ field = "starts", value = "2020-06-01" }]')
    found = meetings_kept(read(plan, record("2020-06-10", kept="2020-08-31")), as_of="2020-08-31")
    assert [shown(one) for one in found] == [
        [("2020-04-01", "2020-06-30", OPEN), ("2020-07-01", "2020-09-30", COMING)],
        [("2020-06-01", "2020-08-31", OPEN)],
    ]


@pytest.mark.parametrize(
    ("lines", "publication", "why"),
    [
        ('meets = "regularly"', PLAN, "the words give no number"),
        ('unknown = ["meets"]', PLAN, "how often it meets stands there, and could not be read"),
        ('unknown = ["starts"]\nmeets = "quarterly"', PLAN, "no day is stated from which it can be counted"),
        ('meets = "quarterly"', "", "no day is stated from which it can be counted"),
        ('meets = "quarterly"', 'unknown = ["implemented"]', "no day is stated from which it can be counted"),
        ('status = "planned"\nmeets = "quarterly"', PLAN, "no day is stated from which it can be counted"),
        (
            'meets = [{ how_often = "quarterly" }, { how_often = "monthly" }]',
            PLAN,
            "two frequencies are stated for the same time",
        ),
        (
            """meets = [{ how_often = "quarterly", ends = "2020-12-31" },
            { how_often = "monthly", starts = "2020-10-01" }]""",
            PLAN,
            "two frequencies are stated for the same time",
        ),
        (
            'meets = [{ how_often = "quarterly", ends = "2020-12" }, { how_often = "monthly", starts = "2020-11" }]',
            PLAN,
            "two frequencies are stated for the same time",
        ),
    ],
)
def test_what_cannot_be_counted_says_why(lines: str, publication: str, why: str) -> None:
    """Where nothing can be expected of a body, it is named with the reason, and nothing is guessed."""
    (found,) = meetings_kept(read(board(lines), publication=publication), as_of="2021-01-31")
    assert (found.uncounted, found.stretches) == (why, ())


@pytest.mark.parametrize(
    "lines", ["", 'ends = "2020-09-30"\nmeets = "quarterly"', 'status = "example"\nmeets = "quarterly"']
)
def test_a_body_that_is_not_there_or_says_nothing_is_left_out(lines: str) -> None:
    """Nothing is expected of a body without a frequency, one that is gone, or one that is only an example."""
    assert meetings_kept(read(board(lines), record("2020-05-05", kept="2020-12-31")), as_of="2020-12-31") == ()


def test_a_body_that_begins_later_is_expected_from_then_on() -> None:
    """Its first stretch begins with it, and none of those that are over is its own."""
    found = governed(board('starts = "2021-09-01"', 'meets = "quarterly"'), publication=PLAN)
    (board_,) = meetings(situations(found, date(2021, 5, 1))[0], date(2022, 3, 1))
    assert shown(board_) == [
        ("2021-09-01", "2021-11-30", COMING),
        ("2021-12-01", "2022-02-28", COMING),
        ("2022-03-01", "2022-05-31", COMING),
    ]


def test_a_frequency_that_was_over_before_the_body_began_is_left_out() -> None:
    """What was stated for another time is history: only the frequency that holds is counted."""
    plan = board(
        'starts = "2020-10-01"',
        'meets = [{ how_often = "monthly", ends = "2020-09-30" }, '
        '{ how_often = "quarterly", starts = "2020-10-01" }]',
    )  # fmt: skip
    (found,) = meetings_kept(read(plan), as_of="2020-12-31")
    assert shown(found) == [("2020-10-01", "2020-12-31", COMING)]


def test_which_version_is_in_force_may_leave_it_open() -> None:
    """One version says quarterly, a later one monthly, and which is in force is open: so are all their stretches."""
    first = head('published = "2020-04-01"\nimplemented = "2020-04-01"') + board('meets = "quarterly"')
    later = head('published = "2020-06-01"\nimplemented = "2020"') + board('meets = "monthly"')
    found = meetings_kept(partnership(first, later, record("2020-04-10", kept="2020-09-30")), as_of="2020-09-30")
    assert {one.frequency for one in found} == {"quarterly", "monthly"}
    assert all(one.disputed for one in found)
    assert {stretch.state for one in found for stretch in one.judged} == {Keeping.OPEN}


# Laws

DAYS = st.dates(date(2020, 1, 1), date(2021, 12, 31))
OFTEN = st.sampled_from(["monthly", "quarterly", "5 times a year", "fortnightly", "April and October", "termly"])


@st.composite
def partial(draw: st.DrawFn) -> tuple[str, str]:
    """Draw a date that may be open, and a day that it may be."""
    day = draw(DAYS)
    return draw(st.sampled_from([str(day), str(day)[:7]])), str(day)


@given(OFTEN, DAYS, st.lists(partial(), min_size=1, max_size=8), DAYS, DAYS)
def test_filling_in_a_date_never_undecides(
    often: str, start: date, dates: list[tuple[str, str]], kept: date, as_of: date
) -> None:
    """What was kept or missed whatever the open days of the meetings are, stays so when they are filled in."""
    plan = board(f'starts = "{start}"\nmeets = "{often}"')
    opened, closed = (
        meetings_kept(read(plan, record(*some, kept=str(kept))), as_of=as_of) for some in zip(*dates, strict=True)
    )
    now = {(s.first, s.last): s.state for found in closed for s in found.stretches}
    for found in opened:
        for stretch in found.judged:
            if stretch.state is not Keeping.OPEN:
                assert now[stretch.first, stretch.last] is stretch.state


@given(OFTEN, DAYS, st.lists(DAYS, max_size=8), DAYS, DAYS)
def test_filling_in_the_start_never_undecides(
    often: str, start: date, days: list[date], kept: date, as_of: date
) -> None:
    """What was kept or missed whatever the day of the month on which the body began, stays so when it is known."""

    def states(begun: str, first: date) -> dict[int, Keeping]:
        numbers = {window.first: number for number, window in enumerate(windows(Frequency(often), first, as_of))}
        found = read(board(f'starts = "{begun}"\nmeets = "{often}"'), record(*map(str, days), kept=str(kept)))
        return {
            numbers[stretch.first.latest]: stretch.state
            for one in meetings_kept(found, as_of=as_of)
            for stretch in one.stretches
        }

    month = PartialDate(start.year, start.month)
    now = states(str(start), start)
    # Named months and terms that began before the latest start are not asked about while the start is open.
    skipped = 0
    if often in {"April and October", "termly"}:
        skipped = sum(window.first < month.latest for window in windows(Frequency(often), start, month.latest))
    for number, state in states(str(month), month.latest).items():
        if state in {Keeping.KEPT, Keeping.MISSED}:
            assert now[number + skipped] is state


@given(OFTEN, DAYS, st.lists(DAYS, unique=True, min_size=1, max_size=8), DAYS, DAYS)
def test_days_that_are_known_are_counted_as_a_child_would(
    often: str, start: date, days: list[date], kept: date, as_of: date
) -> None:
    """Kept where enough days are in a stretch; missed where it is over, too few are, and the record covers it all."""
    plan = board(f'starts = "{start}"\nmeets = "{often}"')
    for found in meetings_kept(read(plan, record(*map(str, days), kept=str(kept))), as_of=as_of):
        for stretch in found.stretches:
            first, last = stretch.first.latest, stretch.last.latest
            inside = sum(first <= day <= min(last, as_of) for day in days)
            if inside >= stretch.expected:
                assert stretch.state is Keeping.KEPT
            elif last >= as_of:
                assert stretch.state is Keeping.RUNNING
            else:
                covered = min(days) <= first and last <= kept
                assert stretch.state is (Keeping.MISSED if covered else Keeping.OPEN)


@given(OFTEN, DAYS, st.lists(partial(), max_size=6), DAYS, DAYS)
def test_stretches_come_in_order_without_overlap(
    often: str, start: date, dates: list[tuple[str, str]], kept: date, as_of: date
) -> None:
    """No day asks for two meetings of one reading, and nothing that is over is still to come."""
    plan = board(f'starts = "{start}"\nmeets = "{often}"')
    for found in meetings_kept(read(plan, record(*(one for one, _ in dates), kept=str(kept))), as_of=as_of):
        spans = [(stretch.first.latest, stretch.last.latest) for stretch in found.stretches]
        assert spans == sorted(spans)
        assert all(one[1] + timedelta(days=1) <= two[0] for one, two in pairwise(spans))
        assert all(stretch.last.latest >= as_of for stretch in found.coming)
        assert all(PartialDate.on(first).earliest >= start for first, _ in spans)
