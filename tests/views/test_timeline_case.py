"""What is drawn of a case: each time limit from what it counts from to its last day, and what was done."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from safeguarding import CannotAssessError
from safeguarding.dates import PartialDate, TimeLimit, Unit
from safeguarding.law.outcomes import Outcome
from safeguarding.model import Case, CaseKind, Event, Happening, Paper, Recipient
from safeguarding.views.timelines.case import Counted, picture_of_case
from safeguarding.views.timelines.layout import Lane, Look, Sign, Standing
from safeguarding.views.timelines.words import event_in_words
from tests.views.test_timeline_made import AS_OF, LATE, MET, PENDING, WD, counted, drawn, event, requirement

START = date(2021, 3, 2)
FIVE = TimeLimit.within(5, WD)


def lane(one: Counted) -> Lane:
    """Draw a time limit alone."""
    return next(drawn(one).lanes)


def bars(one: Counted) -> list[str]:
    """Write the bars of a time limit: how each is drawn, and its days of March 2021."""
    return [f"{bar.look.value} {bar.first:%m-%d} {bar.last:%m-%d}" for bar in lane(one).bars]


def marks(one: Counted) -> list[str]:
    """Write the marks of a time limit in the same way."""
    return [f"{mark.sign.value} {mark.at.earliest:%m-%d} {mark.at.latest:%m-%d}" for mark in lane(one).marks]


# Each way in which a time limit can stand, on Monday 15 March 2021

CASES = {
    "late": (LATE, ["allowed 03-02 03-09", "over 03-10 03-12"], ["failed 03-12 03-12"], "LATE 3 working days"),
    "met": (MET, ["kept 03-02 03-09"], ["met 03-08 03-08"], "met"),
    "pending": (PENDING, ["allowed 03-02 03-23"], [], "due 23 March 2021"),
    # Due on the 9th: over are the 10th to the 15th, of which 10, 11, 12 and 15 are working days.
    "overdue": (counted(FIVE, START), ["allowed 03-02 03-09", "over 03-10 03-15"], [], "OVERDUE 4 working days"),
    # Monday the 8th plus five working days is Monday the 15th.
    "due today": (counted(FIVE, date(2021, 3, 8)), ["allowed 03-08 03-15"], [], "DUE TODAY"),
    # Late on a Saturday: a day, but no working day.
    "late by a weekend": (
        counted(TimeLimit.within(3, WD), START, date(2021, 3, 6)),
        ["allowed 03-02 03-05", "over 03-06 03-06"],
        ["failed 03-06 03-06"],
        "LATE 1 day",
    ),
    # At least seven days before Monday the 15th: by the 8th. The notice is the 9th to the 15th, and three days of it
    # were lost.
    "too late before": (
        counted(TimeLimit.before(7, Unit.DAYS), date(2021, 3, 15), date(2021, 3, 11)),
        ["allowed 03-09 03-15", "over 03-09 03-11"],
        ["failed 03-11 03-11"],
        "LATE 3 days",
    ),
    "in time before": (
        counted(TimeLimit.before(7, Unit.DAYS), date(2021, 3, 15), date(2021, 3, 8)),
        ["kept 03-09 03-15"],
        ["met 03-08 03-08"],
        "met",
    ),
    # A week from the 2nd is to the 9th; it ended on the 5th, the first day without it: 5, 6, 7, 8, 9 are lacking.
    "too short": (
        counted(TimeLimit.lasting(7, Unit.DAYS), START, date(2021, 3, 5)),
        ["allowed 03-02 03-09", "over 03-05 03-09"],
        ["failed 03-05 03-05"],
        "TOO SHORT 5 days",
    ),
    "to go on": (
        counted(TimeLimit.lasting(3, Unit.WEEKS), START),
        ["allowed 03-02 03-23"],
        [],
        "to go on to 23 March 2021",
    ),
    # Aware on some day of March: the last day is any from 8 March (for Monday 1 March) to 9 April (for the 31st, with
    # Good Friday, 2 April, and Easter Monday left out).
    "open": (
        counted(FIVE, PartialDate(2021, 3), date(2021, 3, 10)),
        ["perhaps 03-01 04-09"],
        ["open 03-10 03-10"],
        "open",
    ),
    # Done on some day of March, while due on the 9th.
    "open when done": (
        counted(FIVE, START, PartialDate(2021, 3)),
        ["allowed 03-02 03-09"],
        ["open 03-01 03-31"],
        "open",
    ),
    "no day to count from": (counted(FIVE, None), [], [], "open"),
    "no day to count from, and done": (counted(FIVE, None, START), [], ["open 03-02 03-02"], "open"),
    # Planned for after the date: not done yet.
    "done later": (counted(FIVE, START, date(2021, 3, 20)), ["allowed 03-02 03-09", "over 03-10 03-15"],
                   ["event 03-20 03-20"], "OVERDUE 4 working days"),
    # It is enough that it was done at all.
    "late, and that does not count": (
        evolve(LATE, run=evolve(LATE.run, possible=frozenset({Outcome.MET}))),
        ["kept 03-02 03-09"],
        ["met 03-12 03-12"],
        "met",
    ),
    # What was done is perhaps something else.
    "met, if it applies": (
        evolve(MET, run=evolve(MET.run, possible=frozenset({Outcome.MET, Outcome.NOT_APPLICABLE}))),
        ["allowed 03-02 03-09"],
        ["open 03-08 03-08"],
        "open",
    ),
    "not counted": (evolve(LATE, run=evolve(LATE.run, status=None)), [], [], "NOT MET"),
    "not counted and not due": (evolve(PENDING, run=evolve(PENDING.run, status=None)), [], [], "not due yet"),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_each_way_to_stand_is_drawn(name: str) -> None:
    """A bar for the time and another for what went over it, a mark for what was done, and words for all of it."""
    one, expected_bars, expected_marks, headline = CASES[name]
    assert bars(one) == expected_bars
    assert marks(one) == expected_marks
    assert lane(one).headline == headline


DETAILS = {
    "late": "done 12 March 2021; due 9 March 2021",
    "met": "done 8 March 2021; due 9 March 2021, 1 working day to spare",
    "pending": "6 working days left",
    "overdue": "nothing recorded; due 9 March 2021",
    "due today": "",
    "too short": "ended 5 March 2021; to go on to 9 March 2021",
    "to go on": "no end is recorded",
    "open": "done 10 March 2021; due between 8 March 2021 and 9 April 2021; it may be late or met",
    "open when done": "done between 1 March 2021 and 31 March 2021; due 9 March 2021; it may be missing, late or met",
    "no day to count from": "no day is known of awareness; it may be missing, late, pending or met",
    "done later": "nothing recorded; due 9 March 2021",
    "late, and that does not count": "done 12 March 2021; whenever it is done counts",
    "met, if it applies": "done 8 March 2021; due 9 March 2021; it may be met or not applicable",
    "not counted": "as it stands",
}


@pytest.mark.parametrize("name", DETAILS)
def test_the_dates_stand_beside_the_bar(name: str) -> None:
    """Who cannot measure the bar reads them."""
    assert lane(CASES[name][0]).detail == DETAILS[name]


def test_a_start_that_is_open_leaves_a_part_of_the_bar_certain() -> None:
    """From the last day on which it may have begun to the first on which the time may end."""
    one = counted(TimeLimit.within(2, Unit.MONTHS), PartialDate(2021, 2), as_of=date(2021, 3, 15))
    assert bars(one) == ["perhaps 02-01 02-27", "allowed 02-28 04-01", "perhaps 04-02 04-28"]
    assert lane(one).deadline is None
    assert lane(LATE).deadline == date(2021, 3, 9)


def test_what_is_late_beyond_any_doubt_is_drawn_from_the_last_day_that_is_possible() -> None:
    """Aware in February: due by 5 March at the latest, so the days from the 6th on are surely over it."""
    one = counted(FIVE, PartialDate(2021, 2))
    assert bars(one)[-1] == "over 03-06 03-15"
    assert lane(one).standing is Standing.FAILED


def test_a_log_that_was_closed_leaves_open_what_came_later() -> None:
    """An outcome that the time limit alone would decide stays open where the requirement says so."""
    one = evolve(LATE, run=evolve(LATE.run, possible=frozenset({Outcome.MET, Outcome.NOT_MET})))
    assert lane(one).standing is Standing.OPEN
    assert [bar.look for bar in lane(one).bars] == [Look.ALLOWED]
    assert "LATE" not in lane(one).headline


def test_lanes_stand_under_the_headings_of_the_guidance() -> None:
    """In the order in which they are given, each heading once."""
    found = drawn(LATE, PENDING, MET)
    assert [(group.title, [lane.id for lane in group.lanes]) for group in found.groups] == [
        ("Notifying", ["x_notify", "x_report"]),
        ("Reviews", ["x_rapid"]),
    ]


def test_lanes_of_one_requirement_are_told_apart() -> None:
    """By what distinguishes them, else by a number."""
    one = counted(FIVE, START, about="to the Panel")
    assert [lane.id for lane in drawn(one, LATE, LATE).lanes] == ["x_notify_to_the_panel", "x_notify", "x_notify_2"]
    assert [lane.title for lane in drawn(one).lanes] == ["The notification, to the Panel"]
    assert next(drawn(counted(FIVE, START, stop="the copy to the Panel", about="to the Panel")).lanes).title == (
        "The copy to the Panel"
    )


def test_what_is_to_go_on_is_named_by_what_is_asked_and_not_by_its_end() -> None:
    """The withdrawal is what must not happen: the requirement's own title says what must."""
    one = counted(TimeLimit.lasting(1, Unit.YEARS), START, stop="the withdrawal", of=requirement(title="It stays"))
    assert lane(one).title == "It stays"


def test_the_limit_is_said_in_words() -> None:
    """With what it counts from, and whether the outcome rests on it."""
    assert lane(LATE).limit == "within 5 working days of awareness"
    assert lane(counted(TimeLimit.every(6, Unit.WEEKS), START)).limit == "at least every 6 weeks, from awareness"
    assert lane(counted(FIVE, START, counts=False)).limit == (
        "within 5 working days of awareness; shown beside what counts"
    )


def test_the_list_cites_and_says_what_would_settle_it() -> None:
    """Level, provision and key of the requirement."""
    assert lane(LATE).told == ("must: Children Act 2004, section 16C(1) (x.notify)",)


def test_what_does_not_apply_is_only_listed() -> None:
    """It takes no room in the picture."""
    one = evolve(LATE, run=evolve(LATE.run, possible=frozenset({Outcome.NOT_APPLICABLE}), status=None))
    found = drawn(one, MET)
    assert [lane.id for lane in found.lanes] == ["x_report"]
    assert found.asides == ("The notification: does not apply, since as it stands (x.notify).",)


# Events


def test_events_stand_in_order_and_undated_ones_in_words() -> None:
    """Of those on one day the order of the file holds; of an open day it is said that it is open."""
    found = drawn(
        events=(
            event(Happening.NOTIFIED, "2021-03-09"),
            event(Happening.INCIDENT, "2021-03"),
            event(Happening.AWARE, "2021-03-09"),
            Event(what=Happening.CONSIDERED),
            Event(what=Happening.DECIDED, unknown=("on",)),
        )
    )
    assert [mark.words for mark in found.events] == [
        "March 2021 (day open): Incident",
        "9 March 2021: Notified",
        "9 March 2021: Aware",
    ]
    assert [mark.short for mark in found.events][1:] == ["9 Mar: Notified", "9 Mar: Aware"]
    assert found.caption == (
        "On a day that is not recorded: Considered.",
        "On a day that could not be read: Decided.",
    )


def test_an_event_is_named_with_whom_it_was_told_and_what_it_was() -> None:
    """As a reader would say it, and not as the file writes it."""
    assert event_in_words(Event(what=Happening.LOOKED_AFTER_DEATH)) == "Death of a looked-after child"
    sent = Event(what=Happening.REPORT_SENT, to=(Recipient.PANEL, Recipient.FAMILY), of=Paper.REPORT)
    assert event_in_words(sent) == "Report sent: the Panel, family, report"


def test_every_kind_of_case_can_be_drawn_without_anything_in_it() -> None:
    """With its kind in words; the date alone gives the days."""
    for kind in CaseKind:
        found = picture_of_case(Case(id="x-1", kind=kind), (), AS_OF)
        assert found.title.startswith("x-1, ")
        assert (found.first, found.groups, found.events) == (date(2021, 3, 15), (), ())


# Cut short


def test_what_is_after_the_last_day_drawn_is_only_listed() -> None:
    """A long limit cut off goes on beyond the edge; one that only begins after it is not drawn."""
    later = counted(FIVE, date(2021, 6, 1), as_of=AS_OF, stop="the copy", of=requirement("x.copy"))
    found = drawn(PENDING, later, until=date(2021, 3, 17))
    assert [lane.id for lane in found.lanes] == ["x_rapid"]
    assert found.last == date(2021, 3, 17)
    said = "The copy (within 5 working days of awareness): due 8 June 2021; 57 working days left."
    assert found.asides == (f"{said} It is after the days that are drawn.",)


def test_a_case_cannot_be_cut_off_before_it_begins() -> None:
    """The message names both days."""
    with pytest.raises(CannotAssessError, match=r"until \(1 March 2021\) is before anything in the case si-2021-03"):
        drawn(LATE, until=date(2021, 3, 1))


def test_days_are_counted_where_working_days_are_not_known() -> None:
    """Due on 29 December 2028; the calendar ends with that year, and the date is 33 days later."""
    late = date(2029, 1, 31)
    one = counted(FIVE, date(2028, 12, 20), as_of=late)
    assert next(drawn(one, as_of=late).lanes).headline == "OVERDUE 33 days"


def test_signs_are_those_of_the_lane() -> None:
    """A tick never stands in a lane that is not met, nor a cross in one that did not fail."""
    for one, *_ in CASES.values():
        found = lane(one)
        for mark in found.marks:
            assert (mark.sign is Sign.MET) <= (found.standing is Standing.MET)
            assert (mark.sign is Sign.FAILED) <= (found.standing is Standing.FAILED)
