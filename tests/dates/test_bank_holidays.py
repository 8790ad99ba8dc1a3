"""England's bank holidays: the table against the rule, what is not in it, and why each day is a day off."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from safeguarding.dates.bank_holidays import FIRST, HORIZON, Basis, bank_holidays, by_rule
from safeguarding.dates.working_days import england
from tools.compare_holidays import differences

# Every difference between what happened and what the rule gives, by hand: in the table only, by the rule only.
DIFFERENCES = {
    2011: (("2011-04-29",), ()),
    2012: (("2012-06-04", "2012-06-05"), ("2012-05-28",)),
    2020: (("2020-05-08",), ("2020-05-04",)),
    2022: (("2022-06-02", "2022-06-03", "2022-09-19"), ("2022-05-30",)),
    2023: (("2023-05-08",), ()),
}

# What makes a day a day off, worked out from the Schedule and the calendar of the year.
BASES = (
    ("2011-12-26", Basis.STATUTE, "26 December is a Monday"),
    ("2011-12-27", Basis.STATUTE, "25 December is a Sunday"),
    ("2012-01-02", Basis.PROCLAMATION, "New Year's Day is never in the Schedule"),
    ("2012-06-04", Basis.MOVED, "in place of the last Monday in May"),
    ("2012-06-05", Basis.PROCLAMATION, "added for one occasion"),
    ("2015-12-28", Basis.PROCLAMATION, "26 December is a Saturday, for which the Schedule gives no other day"),
    ("2018-05-07", Basis.PROCLAMATION, "the first Monday in May is not in the Schedule"),
    ("2019-04-19", Basis.COMMON_LAW, "Good Friday"),
    ("2019-04-22", Basis.STATUTE, "Easter Monday"),
    ("2019-05-27", Basis.STATUTE, "the last Monday in May"),
    ("2019-08-26", Basis.STATUTE, "the last Monday in August"),
    ("2019-12-25", Basis.COMMON_LAW, "Christmas Day on a weekday"),
    ("2019-12-26", Basis.STATUTE, "26 December"),
    ("2020-05-08", Basis.PROCLAMATION, "the first Monday in May is not in the Schedule, so nothing of it was moved"),
    ("2021-12-27", Basis.STATUTE, "26 December is a Sunday"),
    ("2021-12-28", Basis.PROCLAMATION, "the Schedule gives no day for a Christmas Day on a Saturday"),
    ("2022-06-02", Basis.MOVED, "in place of the last Monday in May"),
    ("2022-09-19", Basis.PROCLAMATION, "added for one occasion"),
    ("2023-05-08", Basis.PROCLAMATION, "added for one occasion"),
)

# year, days: from the Schedule, the custom and a printed calendar.
RULED = (
    # The Gazette of 30 June 1998 has 1 January and 3 May 1999.
    (1999, "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28"),
    (2029, "01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26"),
    # Christmas Day is a Saturday.
    (2032, "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28"),
    # New Year's Day is a Saturday, and Christmas Day a Sunday.
    (2033, "01-03 04-15 04-18 05-02 05-30 08-29 12-26 12-27"),
    # New Year's Day is a Sunday.
    (2034, "01-02 04-07 04-10 05-01 05-29 08-28 12-25 12-26"),
)

ELSEWHERE = (
    ("2012-01-03", "Scotland: a substitute for New Year's Day"),
    ("2019-01-02", "Scotland: 2 January"),
    ("2021-03-17", "Northern Ireland: St Patrick's Day"),
    ("2021-07-12", "Northern Ireland: Battle of the Boyne"),
    ("2019-08-05", "Scotland: the first Monday in August"),
    ("2021-11-30", "Scotland: St Andrew's Day"),
    ("2026-06-15", "Scotland: proclaimed in 2026 for one occasion"),
)


def days(year: int) -> set[str]:
    """Return the days of a year that the table holds."""
    return {str(row.day) for row in bank_holidays() if row.day.year == year}


@pytest.mark.parametrize("year", range(FIRST.year, HORIZON.year + 1))
def test_the_table_is_the_rule_but_for_what_happened_once(year: int) -> None:
    """Rule and table differ by the days that were moved or added for one occasion, and by no other."""
    ruled = {str(row.day) for row in by_rule(year)}
    only_happened, only_ruled = DIFFERENCES.get(year, ((), ()))
    assert (sorted(days(year) - ruled), sorted(ruled - days(year))) == (list(only_happened), list(only_ruled))


def test_rule_and_table_call_the_same_day_the_same() -> None:
    """Where both have a day, its name and what makes it a day off are the same."""
    ruled = {row.day: (row.name, row.basis) for year in range(FIRST.year, HORIZON.year + 1) for row in by_rule(year)}
    assert {row.day: (row.name, row.basis) for row in bank_holidays() if row.day in ruled}.items() <= ruled.items()


@pytest.mark.parametrize(("year", "expected"), RULED)
def test_the_rule_gives_the_days_of_a_year(year: int, expected: str) -> None:
    """The days of a year are those of the Schedule and the custom, with their substitutes."""
    assert [f"{row.day:%m-%d}" for row in by_rule(year)] == expected.split()


@pytest.mark.parametrize("year", [1977, 4100, 0, -1])
def test_the_rule_has_its_bounds(year: int) -> None:
    """A year before the custom, or after the last Easter that can be reckoned, is refused with the bounds."""
    with pytest.raises(ValueError, match="1978 to 4099"):
        by_rule(year)


@pytest.mark.parametrize(("day", "basis", "why"), BASES)
def test_what_makes_a_day_a_day_off(day: str, basis: Basis, why: str) -> None:
    """The Act, a proclamation or common law, as the Schedule and the calendar of the year have it."""
    assert [row.basis for row in bank_holidays() if str(row.day) == day] == [basis], why


@pytest.mark.parametrize(("day", "whose"), ELSEWHERE)
def test_days_of_the_other_nations_are_not_in_it(day: str, whose: str) -> None:
    """A day off in Scotland or Northern Ireland only is not one in England."""
    assert day not in days(int(day[:4])), whose


def test_each_year_has_eight_and_those_of_one_occasion() -> None:
    """Eight in a year, and one or two more in four of them."""
    counts = Counter(row.day.year for row in bank_holidays())
    assert counts == dict.fromkeys(range(2011, 2029), 8) | {2011: 9, 2012: 9, 2022: 10, 2023: 9}


def test_the_table_is_in_order_and_holds_weekdays_only() -> None:
    """Each day stands once, in order, within the table's bounds, and none at a weekend."""
    listed = [row.day for row in bank_holidays()]
    assert listed == sorted(set(listed))
    assert all(FIRST <= day <= HORIZON and day.isoweekday() <= 5 for day in listed)


def test_each_day_says_where_it_was_read() -> None:
    """Each row names a publication: the Gazette where the proclamation was read, else the government's list."""
    gazette = [str(row.day) for row in bank_holidays() if row.source.startswith("London Gazette, notice ")]
    assert gazette == [
        "2020-01-01", "2020-05-08", "2022-09-19", "2023-01-02", "2023-05-01", "2024-01-01", "2024-05-06",
        "2025-01-01", "2025-05-05",
    ]  # fmt: skip
    rest = {row.source.split(",")[0]: row.day.year for row in bank_holidays() if str(row.day) not in gazette}
    assert rest == {"Directgov": 2011, "GOV.UK": 2028}
    assert {row.source.split(":")[0] for row in by_rule(2029)} == {"by rule"}


def test_a_day_that_stands_for_another_says_so() -> None:
    """A reader sees from the name which days are substitutes and which were moved."""
    names = {row.day: row.name for row in bank_holidays()}
    assert names[date(2021, 12, 28)] == "Boxing Day (substitute day)"
    assert names[date(2022, 1, 3)] == "New Year's Day (substitute day)"
    assert names[date(2020, 5, 8)].startswith("Early May bank holiday (moved from 4 May")
    assert sum("(moved from " in name for name in names.values()) == 3
    # New Year's Day in 6 years, Christmas Day in 5 (2011, 2016, 2021, 2022, 2027), Boxing Day in 5 (2015, 2020 …).
    assert sum("(substitute day)" in name for name in names.values()) == 16


def test_the_comparison_with_another_list_finds_each_difference() -> None:
    """What the tool reports: each day on which two calendars differ, and none where they agree."""
    moved = england().adding([date(2027, 6, 4)], withdrawing=[date(2027, 5, 31)])
    found = differences(england().is_working_day, moved.is_working_day, FIRST, HORIZON)
    assert list(found) == [date(2027, 5, 31), date(2027, 6, 4)]
    assert list(differences(england().is_working_day, england().is_working_day, FIRST, HORIZON)) == []
