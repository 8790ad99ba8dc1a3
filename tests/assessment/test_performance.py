"""The clocks of many cases, as rows and as figures by partnership and year."""

from datetime import date

import pytest

import safeguarding as sg
from safeguarding.assessment.performance import clock_records, performance
from safeguarding.dates import State
from safeguarding.errors import CannotAssessError, UnknownRequirementError

KEY = "ch4.notify.5wd"
HEAD = """
schema = "safeguarding.v1"
partnership = "{name}"
name = "{name}"
kind = "case-log"
transcribed = "all"
[publication]
updated = "2021-12-31"
"""
CASE = """
[[case]]
id = "si-{number}"
kind = "serious-incident"
events = [{events}]
"""


def log(name: str, *cases: str) -> sg.Partnership:
    """Make a log of serious incidents, each written as ``aware day > notified day``."""
    text = HEAD.format(name=name)
    for number, case in enumerate(cases, start=1):
        aware, _, told = (part.strip() for part in case.partition(">"))
        events = f'{{ what = "aware", on = "{aware}" }}' if aware else '{ what = "incident", on = "2021-01-04" }'
        events += f', {{ what = "notified", to = ["panel"], on = "{told}" }}' if told else ""
        text += CASE.format(number=number, events=events)
    return sg.loads(text)


# 1 March 2021 is a Monday: due on the 8th. 24 December 2020, a Thursday: 29, 30, 31, 4, 5 January.
NORTH = log(
    "north",
    "2021-03-01 > 2021-03-05",
    "2021-03-01 > 2021-03-10",
    "2021-03-01 >",
    "2020-12-24 > 2021-01-05",
    "2021-05 >2021-05-20",
)
SOUTH = log("south", "2021-12-29 >", "2020-12 > 2021-01-04", " > 2021-02-01")


def test_each_clock_of_each_case_is_a_row() -> None:
    """A row gives the days of the event, the last day and the act as ranges, the state and the days taken."""
    rows = clock_records([NORTH], keys=[KEY])
    assert [(row["case"], row["state"], row["days_taken"]) for row in rows] == [
        ("si-1", "met", 4),
        ("si-2", "late", 7),
        ("si-3", "missing", None),
        ("si-4", "met", 5),
        ("si-5", "open", None),
    ]
    first, *_, last = rows
    assert (first["partnership"], first["requirement"], first["level"]) == ("north", KEY, "should")
    assert (first["due_earliest"], first["due_latest"], first["done_latest"]) == (
        "2021-03-08",
        "2021-03-08",
        "2021-03-05",
    )
    # From 1 May, a Saturday, over the holiday on Monday 3rd to the 10th; from 31 May, a holiday, to 7 June. By the
    # day of the notification the authority was aware, so that only the days up to the 20th are left for the event:
    # yet what is recorded of it is the month, and that is what is given.
    assert (last["event_earliest"], last["event_latest"]) == ("2021-05-01", "2021-05-31")
    assert (last["due_earliest"], last["due_latest"]) == ("2021-05-10", "2021-06-07")


def test_figures_are_by_partnership_and_by_the_year_in_which_a_case_began() -> None:
    """What began at Christmas 2020 counts for 2020; what has no day counts for no year."""
    (found,) = performance([NORTH, SOUTH], keys=[KEY])
    shown = [
        (f.group, f.year, f.cases, f.in_time, f.late, f.missing, f.pending, f.open, f.centile_90) for f in found.figures
    ]
    assert shown == [
        ("north", "2020", 1, 1, 0, 0, 0, 0, 5),
        ("north", "2021", 4, 1, 1, 1, 0, 1, 7),
        ("south", "", 1, 0, 0, 0, 0, 1, None),
        # In December 2020: late if it was known before the 24th, and in time if after.
        ("south", "2020", 1, 0, 0, 0, 0, 1, None),
        ("south", "2021", 1, 0, 0, 0, 1, 0, None),
    ]
    assert found.records()[0]["requirement"] == KEY


def test_financial_years_and_small_numbers() -> None:
    """March 2021 lies in 2020-21; three cases are too few to show."""
    (found,) = performance([NORTH], keys=[KEY], year_begins=4, suppress_below=5)
    assert [(f.year, f.suppressed) for f in found.figures] == [("2020-21", True), ("2021-22", True)]
    assert found.figures[0].in_time is None


def test_every_clock_is_counted_where_no_key_is_given() -> None:
    """Each requirement with time limits that a case comes under has its figures, each of its clocks apart."""
    found = performance([NORTH])
    assert KEY in {one.requirement for one in found}
    assert len({(one.requirement, one.about) for one in found}) == len(found)
    rows = clock_records([NORTH])
    assert sum(figure.cases or 0 for one in found for figure in one.figures) == len(rows)
    assert {row["state"] for row in rows} <= {state.value for state in State}


def test_what_is_asked_wrongly_is_said() -> None:
    """A key that is not held, a partnership without any date, and a start that is none are refused in words."""
    with pytest.raises(UnknownRequirementError, match=r"ch4\.notify\.5wd"):
        performance([NORTH], keys=["ch4.notify.5w"])
    undated = sg.loads(HEAD.format(name="x").partition("[publication]")[0])
    with pytest.raises(CannotAssessError, match="as_of"):
        clock_records([undated])
    with pytest.raises(CannotAssessError, match="incident, aware, notified"):
        clock_records([NORTH], as_of=date(2021, 12, 31), rapid_review_from="birth")
