"""What a stated frequency makes due, and whether it was kept: worked by hand, and tried day by day."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import islice, pairwise, product

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from safeguarding.dates import frequency as frequency_module
from safeguarding.dates.frequency import Frequency
from safeguarding.dates.partial import PartialDate
from safeguarding.dates.recurrence import Keeping, Kept, Stated, Window, kept, kept_in, rule, timetable, windows

DAY = timedelta(days=1)
D = date.fromisoformat
FAR = date(2500, 1, 1)

# as written, from, how many in each window, the windows ("first/last"): each read off a calendar by hand.
EXPECTED = (
    # Weeks run from the day of the start, over the end of a leap February and of a year.
    ("weekly", "2020-02-24", 1, "2020-02-24/2020-03-01 2020-03-02/2020-03-08 2020-03-09/2020-03-15"),
    ("every week", "2019-02-25", 1, "2019-02-25/2019-03-03 2019-03-04/2019-03-10"),
    ("fortnightly", "2019-12-23", 1, "2019-12-23/2020-01-05 2020-01-06/2020-01-19 2020-01-20/2020-02-02"),
    ("every 6 weeks", "2019-01-01", 1, "2019-01-01/2019-02-11 2019-02-12/2019-03-25 2019-03-26/2019-05-06"),
    # Months run to the corresponding date, or to the last day of a shorter month, and come back to the 31st.
    ("monthly", "2019-01-01", 1, "2019-01-01/2019-01-31 2019-02-01/2019-02-28 2019-03-01/2019-03-31"),
    (
        "monthly",
        "2020-01-31",
        1,
        "2020-01-31/2020-02-28 2020-02-29/2020-03-30 2020-03-31/2020-04-29 2020-04-30/2020-05-30 2020-05-31/2020-06-29",
    ),
    ("monthly", "2019-01-30", 1, "2019-01-30/2019-02-27 2019-02-28/2019-03-29 2019-03-30/2019-04-29"),
    ("monthly", "2019-01-29", 1, "2019-01-29/2019-02-27 2019-02-28/2019-03-28 2019-03-29/2019-04-28"),
    ("monthly", "2020-01-29", 1, "2020-01-29/2020-02-28 2020-02-29/2020-03-28 2020-03-29/2020-04-28"),
    ("monthly", "2019-01-28", 1, "2019-01-28/2019-02-27 2019-02-28/2019-03-27 2019-03-28/2019-04-27"),
    # The last day of a short month is its 28th or 30th, and not "the last day" of the months that follow.
    ("every month", "2019-02-28", 1, "2019-02-28/2019-03-27 2019-03-28/2019-04-27"),
    ("once a month", "2019-04-30", 1, "2019-04-30/2019-05-29 2019-05-30/2019-06-29"),
    ("12 times a year", "2019-12-31", 1, "2019-12-31/2020-01-30 2020-01-31/2020-02-28 2020-02-29/2020-03-30"),
    ("1 times a month", "2019-03-15", 1, "2019-03-15/2019-04-14 2019-04-15/2019-05-14"),
    (
        "every 2 months",
        "2019-12-31",
        1,
        "2019-12-31/2020-02-28 2020-02-29/2020-04-29 2020-04-30/2020-06-29 2020-06-30/2020-08-30 2020-08-31/2020-10-30",
    ),
    ("six times a year", "2019-09-29", 1, "2019-09-29/2019-11-28 2019-11-29/2020-01-28 2020-01-29/2020-03-28"),
    ("quarterly", "2020-01-01", 1, "2020-01-01/2020-03-31 2020-04-01/2020-06-30 2020-07-01/2020-09-30"),
    (
        "every quarter",
        "2018-11-30",
        1,
        "2018-11-30/2019-02-27 2019-02-28/2019-05-29 2019-05-30/2019-08-29 2019-08-30/2019-11-29 2019-11-30/2020-02-28",
    ),
    ("4 times a year", "2019-06-29", 1, "2019-06-29/2019-09-28 2019-09-29/2019-12-28 2019-12-29/2020-03-28"),
    ("three times a year", "2019-10-31", 1, "2019-10-31/2020-02-28 2020-02-29/2020-06-29 2020-06-30/2020-10-30"),
    (
        "every five months",
        "2019-10-31",
        1,
        "2019-10-31/2020-03-30 2020-03-31/2020-08-30 2020-08-31/2021-01-30 2021-01-31/2021-06-29 2021-06-30/2021-11-29",
    ),
    ("twice a year", "2019-08-31", 1, "2019-08-31/2020-02-28 2020-02-29/2020-08-30 2020-08-31/2021-02-27"),
    # A year from 29 February ends in the others before the 28th, and the leap day comes back.
    (
        "annually",
        "2020-02-29",
        1,
        "2020-02-29/2021-02-27 2021-02-28/2022-02-27 2022-02-28/2023-02-27 2023-02-28/2024-02-28 2024-02-29/2025-02-27",
    ),
    ("yearly", "2019-03-01", 1, "2019-03-01/2020-02-29 2020-03-01/2021-02-28"),
    ("every year", "2019-09-29", 1, "2019-09-29/2020-09-28 2020-09-29/2021-09-28"),
    ("once a year", "2019-12-31", 1, "2019-12-31/2020-12-30 2020-12-31/2021-12-30"),
    ("every 3 years", "2019-09-29", 1, "2019-09-29/2022-09-28 2022-09-29/2025-09-28"),
    (
        "every three years",
        "2020-02-29",
        1,
        "2020-02-29/2023-02-27 2023-02-28/2026-02-27 2026-02-28/2029-02-27 2029-02-28/2032-02-28 2032-02-29/2035-02-27",
    ),
    # Terms are those of the calendar, from the first whole one on.
    (
        "termly",
        "2019-09-01",
        1,
        "2019-09-01/2019-12-31 2020-01-01/2020-03-31 2020-04-01/2020-08-31 2020-09-01/2020-12-31",
    ),
    ("every term", "2019-09-02", 1, "2020-01-01/2020-03-31 2020-04-01/2020-08-31"),
    ("termly", "2020-12-31", 1, "2021-01-01/2021-03-31"),
    # What whole months cannot hold one by one is owed over the year, or the month, as a number.
    ("5 times a year", "2019-09-29", 5, "2019-09-29/2020-09-28 2020-09-29/2021-09-28"),
    ("seven times a year", "2020-01-01", 7, "2020-01-01/2020-12-31 2021-01-01/2021-12-31"),
    ("8 times a year", "2020-04-01", 8, "2020-04-01/2021-03-31"),
    ("9 times a year", "2020-02-29", 9, "2020-02-29/2021-02-27 2021-02-28/2022-02-27"),
    ("10 times a year", "2020-04-01", 10, "2020-04-01/2021-03-31"),
    ("11 times a year", "2020-04-01", 11, "2020-04-01/2021-03-31"),
    ("24 times a year", "2020-04-01", 24, "2020-04-01/2021-03-31"),
    ("2 times a month", "2020-01-31", 2, "2020-01-31/2020-02-28 2020-02-29/2020-03-30 2020-03-31/2020-04-29"),
    ("12 times a month", "2020-02-01", 12, "2020-02-01/2020-02-29 2020-03-01/2020-03-31"),
    # Named months are those months, from the first whole one on.
    ("April and October", "2019-04-01", 1, "2019-04-01/2019-04-30 2019-10-01/2019-10-31 2020-04-01/2020-04-30"),
    ("April and October", "2019-04-02", 1, "2019-10-01/2019-10-31 2020-04-01/2020-04-30"),
    ("March, July and November", "2019-06-29", 1, "2019-07-01/2019-07-31 2019-11-01/2019-11-30 2020-03-01/2020-03-31"),
    ("December and January", "2019-11-30", 1, "2019-12-01/2019-12-31 2020-01-01/2020-01-31 2020-12-01/2020-12-31"),
    ("February", "2019-12-31", 1, "2020-02-01/2020-02-29 2021-02-01/2021-02-28"),
    ("May", "2019-05-31", 1, "2020-05-01/2020-05-31"),
    # No number, no window.
    ("regularly", "2019-09-29", 1, ""),
    ("as needed", "2019-09-29", 1, ""),
    ("when required", "2019-09-29", 1, ""),
    ("as required", "2019-09-29", 1, ""),
)

# "how often from/to; …", until, first days of the windows, why.
CHANGES = (
    (
        "quarterly 2020-01-01/2020-08-31; every 2 months 2020-09-01/",
        "2020-12-31",
        "2020-01-01 2020-04-01 2020-09-01 2020-11-01",
        "the quarter from 1 July is cut on 31 August, and what is cut is owed nothing",
    ),
    (
        "quarterly 2020-01-01/2020-06-30; monthly 2020-07-01/",
        "2020-08-31",
        "2020-01-01 2020-04-01 2020-07-01 2020-08-01",
        "the quarter that ends with its period is whole",
    ),
    (
        "quarterly 2020-01-01/2020-06-29; monthly 2020-06-30/",
        "2020-08-31",
        "2020-01-01 2020-06-30 2020-07-30 2020-08-30",
        "a day short of the quarter is not the quarter",
    ),
    ("annually 2019-01-01/2019-12-30", "2021-01-01", "", "it ended a day before the year was over"),
    ("annually 2019-01-01/2019-12-31", "2021-01-01", "2019-01-01", "it ended with the year"),
    ("annually 2019-01-01/2019-12-31", "2018-12-31", "", "asked for the time before"),
    (
        "quarterly 2020-01-01/2020-02-14; quarterly 2020-02-15/",
        "2020-07-01",
        "2020-01-01 2020-04-01 2020-07-01",
        "what is stated again has not changed",
    ),
    (
        "4 times a year 2020-01-01/2020-02-14; every 3 months 2020-02-15/2020-09-29",
        "2020-12-31",
        "2020-01-01 2020-04-01",
        "nor has it in other words; the joined period ends a day before the third quarter does",
    ),
    (
        "quarterly 2020-01-01/2020-02-14; quarterly 2020-02-16/",
        "2020-06-01",
        "2020-02-16 2020-05-16",
        "with a day between, it ended and began again",
    ),
    (
        "April and October 2020-01-01/2020-04-15; April and October 2020-04-16/",
        "2020-10-31",
        "2020-04-01 2020-10-01",
        "a named month stays whole over a restatement in its middle",
    ),
    ("April and October 2020-01-01/2020-10-30; as needed 2020-10-31/", "2022-01-01", "2020-04-01", "then no number"),
    (
        "monthly 2020-01-15/2020-04-14; termly 2020-04-15/2020-12-31; weekly 2021-01-01/",
        "2021-01-10",
        "2020-01-15 2020-02-15 2020-03-15 2020-09-01 2021-01-01 2021-01-08",
        "the term that was running on the change is not whole",
    ),
    (
        "weekly 2021-01-01/; monthly 2020-10-31/2020-12-31",
        "2021-01-03",
        "2020-10-31 2020-11-30 2021-01-01",
        "in any order; 31 December is a window of its own cut after a day",
    ),
)

WRONG = (
    ("quarterly 2020-01-01/2020-06-30; monthly 2020-06-30/", "is not over when"),
    ("quarterly 2020-01-01/; monthly 2020-06-30/", "is not over when"),
    ("quarterly 2020-01-01/; quarterly 2020-01-01/", "is not over when"),
    ("quarterly 2020-01-01/2020-09-30; monthly 2020-03-01/2020-03-31", "is not over when"),
    ("quarterly 2020-01-02/2020-01-01", "ends before it starts"),
)

# how often, from, meetings, as of, "certain-possible state" of each window, why.
KEEPING = (
    ("quarterly", "2020-01-01", "2020-01-01 2020-06-30", "2020-07-01", "1-1 kept, 1-1 kept, 0-0 running", "both ends"),
    ("quarterly", "2020-01-01", "2019-12-31", "2020-03-31", "0-0 running", "too early; the last day is not over"),
    ("quarterly", "2020-01-01", "2020-04-01", "2020-04-01", "0-0 missed, 1-1 kept", "a day late for the first"),
    ("quarterly", "2020-01-01", "2020-02-01 2020-02-02", "2020-06-30", "2-2 kept, 0-0 running", "two count in one"),
    ("quarterly", "2020-01-01", "2020-02-01", "2019-12-31", "", "nothing has begun"),
    ("quarterly", "2020-01-01", "2020-02-01", "2020-01-31", "0-0 running", "not held yet on the date"),
    (
        "quarterly",
        "2021-01-01",
        "2021-03",
        "2021-12-31",
        "1-1 kept, 0-0 missed, 0-0 missed, 0-0 running",
        "one of four",
    ),
    ("quarterly", "2021-03-15", "2021-03", "2021-07-01", "0-1 open, 0-0 running", "half of March is before it"),
    ("quarterly", "2021-03-15", "2021-06", "2021-10-01", "0-1 open, 0-1 open, 0-0 running", "before 15 June or after"),
    ("quarterly", "2021-01-01", "2021-03", "2021-03-15", "0-1 open", "it may be yet to come"),
    ("quarterly", "2021-01-01", "2021-03", "2021-02-28", "0-0 running", "it is yet to come"),
    ("quarterly", "2021-01-01", "2021-03", "2021-03-31", "1-1 kept", "it is over, and so is March"),
    ("quarterly", "2020-01-01", "2020", "2020-08-01", "0-1 open, 0-1 open, 0-1 open", "any quarter, or none yet"),
    ("quarterly", "2020-01-01", "2020 2020-05", "2020-12-31", "0-1 open, 1-2 kept, 0-1 open, 0-1 open", "May is sure"),
    ("5 times a year", "2020-01-01", "2020 2020 2020 2020 2020", "2021-01-01", "5-5 kept, 0-0 running", "any five"),
    ("5 times a year", "2020-01-01", "2020-01 2020-02 2020-03 2020-12", "2021-01-01", "4-4 missed, 0-0 running", "4"),
    (
        "5 times a year",
        "2020-01-15",
        "2020-01 2020-02 2020-03 2020-04 2020-12",
        "2021-01-15",
        "4-5 open, 0-0 running",
        "the first may have been before it began",
    ),
    ("2 times a month", "2020-02-01", "2020-02-29 2020-03-01", "2020-03-02", "1-1 missed, 1-1 running", "one in each"),
    ("April and October", "2020-01-01", "2020-05-01 2020-10-31", "2020-11-01", "0-0 missed, 1-1 kept", "May is late"),
    ("April and October", "2020-01-01", "2020", "2020-12-31", "0-1 open, 0-1 open", "or in neither"),
    ("termly", "2020-01-01", "2020-04-03", "2020-09-01", "0-0 missed, 1-1 kept, 0-0 running", "April is the summer's"),
    ("termly", "2019-09-02", "2019-11-05", "2020-01-01", "0-0 running", "the first term was not whole"),
    ("as needed", "2020-01-01", "2020-04-03", "2020-09-01", "", "nothing is expected"),
)

# how often, from about, meetings, as of, "first day under the latest start: certain-possible state", why.
STARTS = (
    (
        "quarterly",
        "2019-09",
        "2019-10 2020-01-15",
        "2020-02-01",
        "2019-09-30: 1-1 kept, 2019-12-30: 1-1 kept",
        "October is in the first quarter, and mid-January in the second, whichever day of September it was",
    ),
    (
        "quarterly",
        "2019-09",
        "2019-12-05",
        "2020-03-31",
        "2019-09-30: 0-1 open, 2019-12-30: 0-1 open, 2020-03-30: 0-0 running",
        "from 6 September on, 5 December is in the first quarter; before, in the second",
    ),
    (
        "quarterly",
        "2019-09",
        "",
        "2019-12-15",
        "2019-09-30: 0-0 open",
        "missed if it began by 15 September, else running",
    ),
    ("quarterly", "2019-09", "", "2019-11-30", "2019-09-30: 0-0 running", "the earliest ends on 30 November"),
    ("quarterly", "2019-09", "", "2019-12-30", "2019-09-30: 0-0 missed, 2019-12-30: 0-0 running", "all are over"),
    ("quarterly", "2019-09", "2019-09-20", "2019-09-29", "", "it may not have begun"),
    ("April and October", "2019", "2020-04", "2020-05-01", "2020-04-01: 1-1 kept", "the first, or the third, the same"),
    ("April and October", "2019-10", "2019-10-09", "2020-04-30", "2020-04-01: 0-0 running", "October may be cut"),
    ("termly", "2019-08", "2019-10", "2020-01-01", "2019-09-01: 1-1 kept, 2020-01-01: 0-0 running", "the same terms"),
)


def listed(text: str, number: int = 1) -> tuple[Window, ...]:
    ends = [pair.split("/") for pair in text.split()]
    return tuple(Window(D(first), D(last), number) for first, last in ends)


def dates(text: str) -> list[PartialDate]:
    return [PartialDate.parse(one) for one in text.split()]


def stated(text: str) -> tuple[Stated, ...]:
    parts = [part.rsplit(" ", 1) for part in text.split("; ")]
    ends = [(often, *days.split("/")) for often, days in parts]
    return tuple((Frequency(often), D(first), D(last) if last else None) for often, first, last in ends)


@pytest.mark.parametrize(("often", "start", "number", "expected"), EXPECTED)
def test_each_way_of_saying_how_often_gives_the_windows_of_the_calendar(
    often: str, start: str, number: int, expected: str
) -> None:
    """First days, last days and numbers are those worked by hand, and no window is more or less than listed."""
    wanted = listed(expected, number)
    until = wanted[-1].first if wanted else FAR
    assert windows(Frequency(often), D(start), until) == wanted
    assert windows(Frequency(often), D(start), until - DAY) == wanted[:-1]


def test_the_table_holds_every_word_that_is_accepted() -> None:
    """A word that is accepted one day and not worked by hand here is found out."""
    worked = {often for often, *_ in EXPECTED}
    assert worked >= {*frequency_module._WORDS, *frequency_module._SAME}


def test_the_recurrence_can_be_written_and_read_as_icalendar() -> None:
    """What a calendar is told is what the windows begin with, also from the end of a month."""
    made = rule(Frequency("quarterly"), D("2018-11-30"))
    assert made is not None
    text = str(made)
    assert text.splitlines() == [
        "DTSTART:20181130T000000",
        "RRULE:FREQ=MONTHLY;INTERVAL=3;BYSETPOS=-1;BYMONTHDAY=28,29,30",
    ]
    assert [day.date() for day in islice(rrulestr(text), 6)] == [
        window.first for window in windows(Frequency("quarterly"), D("2018-11-30"), D("2020-03-01"))
    ]


@pytest.mark.parametrize("often", ["regularly", "as needed"])
def test_words_without_a_number_recur_on_no_day(often: str) -> None:
    """Where no number is said there is nothing to be late for."""
    assert rule(Frequency(often), D("2020-01-01")) is None
    assert kept(Frequency(often), PartialDate(2020), dates("2020"), FAR) == ()


def test_what_recurs_stops_where_the_calendar_does() -> None:
    """At the end of the year 9999 a window ends with the calendar, and a term that never comes is no window."""
    last = date.max
    assert windows(Frequency("every 999 years"), D("9999-12-31"), last) == (Window(last, last),)
    assert windows(Frequency("monthly"), D("9999-11-15"), last) == listed("9999-11-15/9999-12-14 9999-12-15/9999-12-31")
    assert windows(Frequency("weekly"), D("9999-12-27"), D("9999-12-28")) == listed("9999-12-27/9999-12-31")
    assert windows(Frequency("December"), D("9998-12-02"), last) == listed("9999-12-01/9999-12-31")
    assert windows(Frequency("termly"), D("9999-09-02"), last) == ()


def test_dateutil_waits_until_it_is_needed() -> None:
    """Reading a frequency, and taking the module in, does not pay for it."""
    code = "import sys, safeguarding.dates.recurrence; sys.exit('dateutil' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(("periods", "until", "firsts", "why"), CHANGES)
def test_a_change_on_a_date_begins_anew_and_cuts_what_runs(periods: str, until: str, firsts: str, why: str) -> None:
    """A cut window is left out, a new period counts from its start, and a restatement is no change."""
    found = timetable(stated(periods), D(until))
    assert [window.first for window in found] == [D(day) for day in firsts.split()], why


@pytest.mark.parametrize(("periods", "message"), WRONG)
def test_periods_that_cannot_be_are_refused(periods: str, message: str) -> None:
    """Two frequencies at once, or an end before its start, are the caller's mistake, and are named."""
    with pytest.raises(ValueError, match=message):
        timetable(stated(periods), FAR)


def test_a_timetable_is_kept_as_its_windows_are() -> None:
    """What was met under the old frequency does not count for the new one, nor a cut window for anything."""
    changed = timetable(stated("quarterly 2020-01-01/2020-04-30; monthly 2020-05-01/"), D("2020-06-30"))
    found = kept_in(changed, dates("2020-03-31 2020-04-20 2020-05"), D("2020-06-30"))
    assert [(one.window.first, one.state) for one in found] == [
        (D("2020-01-01"), Keeping.KEPT),
        (D("2020-05-01"), Keeping.KEPT),
        (D("2020-06-01"), Keeping.RUNNING),
    ]


@pytest.mark.parametrize(("often", "start", "met", "as_of", "expected", "why"), KEEPING)
def test_a_window_is_kept_missed_running_or_open(
    often: str, start: str, met: str, as_of: str, expected: str, why: str
) -> None:
    """The counts and the state of each window are those worked by hand."""
    found = kept(Frequency(often), D(start), dates(met), D(as_of))
    assert ", ".join(f"{one.certain}-{one.possible} {one.state.value}" for one in found) == expected, why


@pytest.mark.parametrize(("often", "start", "met", "as_of", "expected", "why"), STARTS)
def test_a_start_known_in_part_decides_only_what_every_start_decides(
    often: str, start: str, met: str, as_of: str, expected: str, why: str
) -> None:
    """Windows of the same number are compared over every day on which it may have begun."""
    found = kept(Frequency(often), PartialDate.parse(start), dates(met), D(as_of))
    told = [f"{one.window.first}: {one.certain}-{one.possible} {one.state.value}" for one in found]
    assert ", ".join(told) == expected, why


def test_a_list_that_may_leave_meetings_out_fails_nothing() -> None:
    """Enough is enough; too few is open, for what is not listed may have been held."""
    found = kept(Frequency("quarterly"), D("2020-01-01"), dates("2020-02-01"), D("2020-07-31"), complete=False)
    assert [one.state for one in found] == [Keeping.KEPT, Keeping.OPEN, Keeping.OPEN]
    assert [one.possible for one in found] == [1, 0, 0]


# --- laws ----------------------------------------------------------------------------------------------------------

MONTHS = frequency_module._MONTHS
COUNTS = st.integers(1, 12) | st.integers(1, 999)
NAMED = st.lists(st.sampled_from(MONTHS), min_size=1, unique=True).map(" and ".join)
NUMBERED = (
    st.sampled_from(["weekly", "fortnightly", "monthly", "quarterly", "termly", "annually"])
    | st.builds("every {} {}".format, COUNTS, st.sampled_from(["weeks", "months", "years"]))
    | st.builds("{} times a {}".format, COUNTS, st.sampled_from(["month", "year"]))
    | NAMED
).map(Frequency)
SHORT = (
    st.sampled_from([
        "weekly", "fortnightly", "monthly", "every 5 weeks", "every 2 months", "quarterly", "termly",
        "2 times a month", "5 times a year", "April and October", "January, February and March",
    ])
    | NAMED
).map(Frequency)  # fmt: skip
# Month ends and leap days as often as all other days together.
STARTS_ON = st.dates(date(2018, 1, 1), date(2024, 12, 31)) | st.sampled_from(
    [D(day) for day in ("2019-01-31", "2019-02-28", "2020-02-29", "2019-08-30", "2019-12-31", "2020-01-29")]
)
AHEAD = st.integers(0, 700).map(timedelta)
EXACT = st.dates(date(2018, 1, 1), date(2026, 12, 31)).map(PartialDate.on)
MONTH_ONLY = st.builds(PartialDate, st.integers(2018, 2026), st.integers(1, 12))
PARTIAL = EXACT | MONTH_ONLY | st.builds(PartialDate, st.integers(2018, 2026))


Named = dict[int | date, Keeping]


def near(start: date, when: PartialDate) -> PartialDate:
    """Bring a date into the two years after the start, so that it may matter."""
    day = min(when.day, 28) if when.day and when.month == 2 else when.day
    return PartialDate(start.year + when.year % 3, when.month, day)


def days_of(when: PartialDate) -> list[date]:
    return [when.earliest + n * DAY for n in range((when.latest - when.earliest).days + 1)]


def by_name(frequency: Frequency, found: Iterable[tuple[Window, Keeping]]) -> Named:
    """Name each window by what it has in common under every start: its days, or else its number."""
    fixed = frequency.text == "termly" or any(month in frequency.text for month in MONTHS)
    return {window.first if fixed else number: state for number, (window, state) in enumerate(found)}


def named(frequency: Frequency, answers: Iterable[Kept]) -> Named:
    return by_name(frequency, ((answer.window, answer.state) for answer in answers))


def spelt(start: date, as_of: date, frequency: Frequency, days: Sequence[date]) -> Named:
    """Say how each window stands where every day is known: the definition, word for word."""
    states = []
    for window in windows(frequency, start, as_of):
        held = sum(window.first <= day <= window.last and day <= as_of for day in days)
        if held >= window.expected:
            states.append((window, Keeping.KEPT))
        else:
            states.append((window, Keeping.MISSED if window.last < as_of else Keeping.RUNNING))
    return by_name(frequency, states)


def together(answers: Iterable[Named]) -> Named:
    """Decide what all the answers say, as far as they all speak of it."""
    one, *others = answers
    every = {name: {state, *(other.get(name) for other in others)} for name, state in one.items()}
    return {
        name: one[name] if states == {one[name]} else Keeping.OPEN
        for name, states in every.items()
        if None not in states
    }


@given(NUMBERED, STARTS_ON, st.integers(0, 3000).map(timedelta))
def test_windows_are_in_order_and_leave_no_day_out(frequency: Frequency, start: date, ahead: timedelta) -> None:
    """None overlaps or begins before the start or too late; only named months and a first part of a term are gaps."""
    found = windows(frequency, start, start + ahead)
    assert all(start <= window.first <= window.last and window.first <= start + ahead for window in found)
    assert all(one.last < other.first for one, other in pairwise(found))
    assert all(window.expected >= 1 for window in found)
    if not any(month in frequency.text for month in MONTHS):
        assert all(one.last + DAY == other.first for one, other in pairwise(found))
        assert frequency.text == "termly" or found[0].first == start
    recurring = rule(frequency, start)
    assert recurring is not None
    assert [day.date() for day in islice(recurring, len(found))] == [window.first for window in found]


@given(NUMBERED, STARTS_ON, st.integers(1, 3))
def test_as_many_are_expected_as_the_words_come_to_in_a_year(frequency: Frequency, start: date, times: int) -> None:
    """Over years enough for a whole number, the windows that begin hold it; a year of weeks has 52 of them."""
    per_year = frequency.per_year
    assert per_year is not None
    years = per_year.denominator * times
    weeks = frequency.text in {"weekly", "fortnightly"} or frequency.text.endswith(" weeks")
    day, month = start.day, start.month
    leap_day_lost = (month, day) == (2, 29) and (start.year + years) % 4 != 0
    end = start + 364 * years * DAY if weeks else date(start.year + years, month, 28 if leap_day_lost else day)
    found = windows(frequency, start, end - DAY)
    assert sum(window.expected for window in found) == per_year * years


@given(NUMBERED, STARTS_ON)
def test_each_first_day_is_counted_from_the_start(frequency: Frequency, start: date) -> None:
    """The n-th is n steps from the start, on its date or the last day of a shorter month: never from the one before."""
    per_year = frequency.per_year
    assert per_year is not None
    if frequency.text == "termly" or any(month in frequency.text for month in MONTHS):
        found = windows(frequency, start, start + 1000 * DAY)
        assert {window.first.day for window in found} <= {1}
        return
    found = windows(frequency, start, start + 3000 * DAY)
    by_weeks = frequency.text in {"weekly", "fortnightly"} or frequency.text.endswith(" weeks")
    for n, window in enumerate(found):
        if by_weeks:
            assert (window.first - start).days == n * 7 * 52 / per_year
            continue
        months = (start.year * 12 + start.month - 1) + n * 12 * window.expected / per_year
        year, month = divmod(int(months), 12)
        next_month = date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
        assert (window.first.year, window.first.month) == (year, month + 1)
        assert window.first.day == min(start.day, (next_month - DAY).day)


@given(NUMBERED, STARTS_ON, AHEAD, AHEAD)
def test_looking_further_ahead_only_adds_windows(
    frequency: Frequency, start: date, near_by: timedelta, more: timedelta
) -> None:
    """What is listed up to a day is the beginning of what is listed up to a later one."""
    few = windows(frequency, start, start + near_by)
    many = windows(frequency, start, start + near_by + more)
    assert many[: len(few)] == few
    assert all(window.first > start + near_by for window in many[len(few) :])


@given(NUMBERED, STARTS_ON, st.integers(0, 400).map(timedelta))
def test_a_later_start_begins_no_window_earlier(frequency: Frequency, start: date, later: timedelta) -> None:
    """Of two starts, the n-th window of the later one is not before that of the earlier one."""
    until = start + 1500 * DAY
    early, late = windows(frequency, start, until), windows(frequency, start + later, until)
    assert len(late) <= len(early)
    assert all(one.first <= other.first for one, other in zip(early, late, strict=False))


@given(st.lists(st.tuples(SHORT, st.integers(0, 200), st.integers(0, 40)), min_size=1, max_size=4), STARTS_ON)
def test_a_timetable_has_only_whole_windows_of_its_periods(
    drawn: list[tuple[Frequency, int, int]], start: date
) -> None:
    """In order, none overlapping, each inside the period whose frequency it has; a restatement changes nothing."""
    periods: list[Stated] = []
    for frequency, length, gap in drawn:
        first = start if not periods else (periods[-1][2] or start) + gap * DAY + DAY
        periods.append((frequency, first, first + length * DAY))
    until = start + 2000 * DAY
    found = timetable(periods, until)
    assert all(one.last < other.first for one, other in pairwise(found))
    starts, ends = periods[0][1], periods[-1][2]
    assert ends is not None
    assert all(starts <= window.first <= window.last <= ends for window in found)
    assert timetable(periods[::-1], until) == found
    again: list[Stated] = []
    for frequency, first, last in periods:
        assert last is not None
        middle = first + (last - first) // 2
        again += [(frequency, first, middle)] + ([(frequency, middle + DAY, last)] if middle < last else [])
    assert timetable(again, until) == found


@given(SHORT, STARTS_ON, st.lists(PARTIAL, max_size=6), AHEAD, AHEAD, st.booleans())
def test_what_is_missed_stays_missed_and_what_is_kept_stays_kept(
    frequency: Frequency, start: date, met: list[PartialDate], soon: timedelta, more: timedelta, complete: bool
) -> None:
    """As time goes on a window may only stop running, or close; missed and kept are for good."""
    met = [near(start, when) for when in met]
    now = kept(frequency, start, met, start + soon, complete=complete)
    later = kept(frequency, start, met, start + soon + more, complete=complete)
    assert [one.window for one in now] == [one.window for one in later[: len(now)]]
    for one, other in zip(now, later, strict=False):
        assert one.certain <= other.certain
        assert one.possible <= other.possible
        if one.state in {Keeping.MISSED, Keeping.KEPT}:
            assert other.state is one.state


@given(SHORT, STARTS_ON, st.lists(EXACT, max_size=4), st.lists(MONTH_ONLY, max_size=2), AHEAD)
def test_open_is_what_the_days_left_open_decide_differently(
    frequency: Frequency, start: date, exact: list[PartialDate], months: list[PartialDate], ahead: timedelta
) -> None:
    """Trying every day that each date may be gives the same states: none open too many, none too few."""
    met = [near(start, when) for when in [*exact, *months]]
    every = product(*map(days_of, met))
    as_of = start + ahead
    found = kept(frequency, start, met, as_of)
    assert named(frequency, found) == together(spelt(start, as_of, frequency, days) for days in every)
    assert all(0 <= one.certain <= one.possible <= len(met) for one in found)


@given(SHORT, STARTS_ON, PARTIAL, st.lists(EXACT, max_size=4), AHEAD)
def test_a_year_is_tried_day_by_day(
    frequency: Frequency, start: date, wide: PartialDate, exact: list[PartialDate], ahead: timedelta
) -> None:
    """The same, with one date that may be known to the year only."""
    met = [near(start, when) for when in [PartialDate(wide.year), *exact]]
    as_of = start + ahead
    found = kept(frequency, start, met, as_of)
    every = product(*map(days_of, met))
    assert named(frequency, found) == together(spelt(start, as_of, frequency, days) for days in every)


@given(SHORT, MONTH_ONLY, st.lists(EXACT, max_size=4), st.none() | MONTH_ONLY, AHEAD)
def test_a_start_known_to_the_month_is_tried_day_by_day(
    frequency: Frequency, start: PartialDate, exact: list[PartialDate], month: PartialDate | None, ahead: timedelta
) -> None:
    """Trying every start with every day that each date may be gives the same states."""
    met = [near(start.earliest, when) for when in [*exact, *([] if month is None else [month])]]
    as_of = start.latest + ahead
    found = kept(frequency, start, met, as_of)
    every = product(days_of(start), product(*map(days_of, met)))
    assert named(frequency, found) == together(spelt(begun, as_of, frequency, days) for begun, days in every)
    assert [one.window for one in found] == [*windows(frequency, start.latest, as_of)]


@given(SHORT, PARTIAL, st.lists(PARTIAL, min_size=1, max_size=5), AHEAD, st.data())
def test_filling_in_what_was_open_never_undecides(
    frequency: Frequency, start: PartialDate, met: list[PartialDate], ahead: timedelta, data: st.DataObject
) -> None:
    """Once a month, a day or the whole list is known, what was decided is decided, and in the same way."""
    met = [near(start.earliest, when) for when in met]
    as_of = start.latest + ahead
    at = data.draw(st.integers(0, len(met)))
    was_open = start if at == len(met) else met[at]
    day = data.draw(st.sampled_from(days_of(was_open)))
    month_too = data.draw(st.booleans()) and was_open.month is None
    known = PartialDate(day.year, day.month) if month_too else PartialDate.on(day)
    before = kept(frequency, start, met, as_of, complete=False)
    if at == len(met):
        after = kept(frequency, known, met, as_of)
        assert kept(frequency, PartialDate.on(day), met, as_of) == kept(frequency, day, met, as_of)
    else:
        after = kept(frequency, start, [*met[:at], known, *met[at + 1 :]], as_of)
    closed = named(frequency, after)
    assert all(state in {Keeping.OPEN, closed[name]} for name, state in named(frequency, before).items())
