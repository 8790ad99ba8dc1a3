"""Which days a picture of time goes over, and how its axis is marked."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeguarding.dates import england
from safeguarding.views.timelines.axis import SHORT, days_off, reach, ticks

DAYS = st.dates(date(1990, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    ("days", "as_of", "expected"),
    [
        # Tuesday 2 to Friday 12 March: from Monday the 1st; four weeks at least.
        (["2021-03-02", "2021-03-12"], "2021-03-10", ("2021-03-01", "2021-03-28")),
        # Three weeks and a day over a month's end: whole weeks, and the date among them.
        (["2021-03-24", "2021-04-20"], "2021-04-28", ("2021-03-22", "2021-05-02")),
        # Ninety days and more: whole months.
        (["2021-01-11", "2021-08-02"], "2021-08-15", ("2021-01-01", "2021-08-31")),
        # The date would be further off than the case is long, and than four weeks: it stays outside.
        (["2021-03-02", "2021-03-12"], "2021-04-10", ("2021-03-01", "2021-03-28")),
        (["2021-03-02", "2021-03-12"], "2021-04-09", ("2021-03-01", "2021-04-11")),
        # Before the case began, likewise.
        (["2021-03-02", "2021-03-12"], "2021-02-02", ("2021-02-01", "2021-03-14")),
        (["2021-03-02", "2021-03-12"], "2020-02-02", ("2021-03-01", "2021-03-28")),
        # Nothing but the date.
        ([], "2021-03-10", ("2021-03-08", "2021-04-04")),
    ],
)
def test_a_picture_goes_over_whole_weeks_or_months(days: list[str], as_of: str, expected: tuple[str, str]) -> None:
    """So a day more or less in the file seldom moves all the others."""
    found = reach(map(date.fromisoformat, days), date.fromisoformat(as_of))
    assert tuple(map(str, found)) == expected


def test_a_picture_can_be_cut_short() -> None:
    """It then ends on the day that was asked for, and not with its week."""
    days = [date(2021, 3, 2), date(2021, 3, 12)]
    assert reach(days, AS_OF, until=date(2021, 3, 17)) == (date(2021, 3, 1), date(2021, 3, 17))


AS_OF = date(2021, 3, 10)


@given(st.lists(DAYS, max_size=5), DAYS)
def test_whatever_is_to_be_seen_is_among_the_days(days: list[date], as_of: date) -> None:
    """Every day asked for lies between the first and the last."""
    first, last = reach(days, as_of)
    assert all(first <= day <= last for day in days)
    assert (last - first).days >= 27


@pytest.mark.parametrize(
    ("first", "last", "most", "expected"),
    [
        ("2021-03-01", "2021-03-05", 5, "1 Mar 2021, 2 Mar, 3 Mar, 4 Mar, 5 Mar"),
        # The first Monday on or after the first day.
        ("2021-03-03", "2021-03-31", 5, "8 Mar 2021, 15 Mar, 22 Mar, 29 Mar"),
        ("2021-03-01", "2021-05-09", 5, "1 Mar 2021, 15 Mar, 29 Mar, 12 Apr, 26 Apr"),
        ("2021-11-01", "2022-02-28", 5, "Nov 2021, Dec, Jan 2022, Feb"),
        # Every third month: those that begin a quarter.
        ("2021-02-01", "2022-03-31", 6, "Apr 2021, Jul, Oct, Jan 2022"),
        ("2015-01-01", "2021-12-31", 8, "2015 2015, 2016 2016, 2017 2017, 2018 2018, 2019 2019, 2020 2020, 2021 2021"),
    ],
)
def test_an_axis_is_marked_as_finely_as_there_is_room(first: str, last: str, most: int, expected: str) -> None:
    """Days, Mondays, months, quarters or years; the year is said once."""
    found = ticks(date.fromisoformat(first), date.fromisoformat(last), most)
    years = [tick.year or (tick.label if tick.label.isdecimal() else "") for tick in found]
    said = [f"{tick.label} {year}".strip() for tick, year in zip(found, years, strict=True)]
    assert ", ".join(said) == expected


def test_months_are_marked_more_finely_where_they_take_less_room() -> None:
    """Ten months where seven days would fit."""
    first, last = date(2021, 2, 1), date(2021, 11, 30)
    assert len(ticks(first, last, 7)) == 5
    assert len(ticks(first, last, 7, 10)) == 10


@given(DAYS, st.integers(0, 40_000), st.integers(3, 30))
def test_there_are_never_more_marks_than_there_is_room_for(first: date, length: int, most: int) -> None:
    """They also stand in order, on days of the axis, and there are some on any but the shortest."""
    last = first + timedelta(days=length)
    found = ticks(first, last, most)
    days = [tick.day for tick in found]
    assert len(days) <= most
    assert days == sorted(set(days))
    assert all(first <= day <= last for day in days)
    assert days or length < 6 * 366


def test_days_off_are_weekends_and_the_bank_holidays_of_england() -> None:
    """Over Easter 2021, Friday 2 April to Monday 5 April is one stretch."""
    found = days_off(date(2021, 3, 29), date(2021, 4, 11))
    assert found == ((date(2021, 4, 2), date(2021, 4, 5)), (date(2021, 4, 10), date(2021, 4, 11)))


def test_days_off_are_left_out_of_a_long_picture_and_beyond_the_horizon() -> None:
    """A stripe for every weekend of a year says nothing; past the horizon it is not known what a day is."""
    assert days_off(date(2021, 1, 1), date(2021, 1, 1) + timedelta(days=SHORT)) == ()
    horizon = england().horizon
    assert days_off(horizon - timedelta(days=10), horizon + timedelta(days=1)) == ()
    assert days_off(horizon - timedelta(days=10), horizon)
