"""Working days: a table worked by hand, the laws that counting keeps, and what cannot be answered."""

from __future__ import annotations

import csv
import pickle
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from attrs.exceptions import FrozenInstanceError
from hypothesis import given
from hypothesis import strategies as st

from safeguarding.dates.bank_holidays import FIRST, HORIZON, bank_holidays, by_rule
from safeguarding.dates.working_days import WorkingDays, england
from safeguarding.errors import BeyondHorizonError, SafeguardingError

ORACLE = tuple(csv.DictReader((Path(__file__).parent / "working_days.csv").read_text(encoding="utf-8").splitlines()))
OFF = frozenset(row.day for row in bank_holidays())
DAY = timedelta(days=1)

days = st.dates(FIRST, HORIZON)
# From the first working day of the table, or to the last, and so far from the other end that 60 more fit in.
early = st.dates(date(2011, 1, 4), date(2028, 8, 31))
late = st.dates(date(2011, 4, 30), date(2028, 12, 29))
few = st.integers(1, 60)


def works(day: date, off: frozenset[date] = OFF) -> bool:
    """Say it as the rule says it: no Saturday, no Sunday, no bank holiday."""
    return day.strftime("%a") not in {"Sat", "Sun"} and day not in off


def walk(day: date, n: int, step: timedelta, off: frozenset[date] = OFF) -> date:
    """Go day by day until n working days have been met."""
    while n:
        day += step
        n -= works(day, off)
    return day


def ask(row: dict[str, str]) -> str:
    """Put the question of one line of the table."""
    day = date.fromisoformat(row["day"])
    what, _, number = row["what"].partition(" ")
    try:
        if what == "is":
            return "yes" if england().is_working_day(day) else "no"
        if what == "to":
            return str(england().between(day, date.fromisoformat(number)))
        return str({"after": england().after, "before": england().before}[what](day, int(number)))
    except BeyondHorizonError:
        return "beyond"


@pytest.mark.parametrize("row", ORACLE, ids=lambda row: f"{row['day']} {row['what']}")
def test_working_days_worked_by_hand(row: dict[str, str]) -> None:
    """Each line of the table is answered as it was worked out on a printed calendar."""
    assert ask(row) == row["expected"], row["why"]


def test_the_table_asks_each_question_once() -> None:
    """The table holds what it promises: enough lines, none twice, each with its reason."""
    assert len(ORACLE) >= 90
    assert len({(row["day"], row["what"]) for row in ORACLE}) == len(ORACLE)
    assert all(row["why"] for row in ORACLE)


# --- laws -----------------------------------------------------------------------------------------------------------


@given(early, few)
def test_after_is_what_a_walk_finds(day: date, n: int) -> None:
    """The table gives the day that counting one day after another gives."""
    assert england().after(day, n) == walk(day, n, DAY)


@given(late, few)
def test_before_is_what_a_walk_back_finds(day: date, n: int) -> None:
    """The table gives the day that counting one day after another gives, going back."""
    assert england().before(day, n) == walk(day, n, -DAY)


@given(days, days)
def test_between_is_what_a_walk_counts(start: date, end: date) -> None:
    """The days after the one, up to and including the other; the other way round the same, negative."""
    first, last = sorted((start, end))
    count = sum(works(first + DAY * step) for step in range(1, (last - first).days + 1))
    assert england().between(first, last) == count == -england().between(last, first)


@given(days)
def test_a_working_day_is_what_the_rule_says(day: date) -> None:
    """A day that is not a Saturday, a Sunday or a bank holiday."""
    assert england().is_working_day(day) is works(day)


@given(early, few)
def test_forth_and_back_ends_where_it_began(day: date, n: int) -> None:
    """Back by as many ends on the day itself, or on the last working day before it."""
    assert england().before(england().after(day, n), n) == england().on_or_before(day)


@given(late, few)
def test_back_and_forth_ends_where_it_began(day: date, n: int) -> None:
    """Forth by as many ends on the day itself, or on the first working day after it."""
    assert england().after(england().before(day, n), n) == england().on_or_after(day)


@given(early, early, few, few)
def test_later_and_more_never_end_earlier(one: date, other: date, n: int, m: int) -> None:
    """A later day never ends earlier, and each further working day is a later day."""
    first, last = sorted((one, other))
    assert england().after(first, n) <= england().after(last, n)
    assert (england().after(one, n) < england().after(one, m)) is (n < m)


@given(late, late, few, few)
def test_earlier_and_more_never_begin_later(one: date, other: date, n: int, m: int) -> None:
    """The same, going back."""
    first, last = sorted((one, other))
    assert england().before(first, n) <= england().before(last, n)
    assert (england().before(one, n) > england().before(one, m)) is (n < m)


@given(early, few)
def test_count_and_offset_agree(day: date, n: int) -> None:
    """Between a day and the n-th working day after it there are n."""
    assert england().between(day, england().after(day, n)) == n


@given(late, few)
def test_count_and_offset_back_agree(day: date, n: int) -> None:
    """From the n-th before a day there are n up to it, or one fewer where it is none itself."""
    assert england().between(england().before(day, n), day) == n - (not england().is_working_day(day))


@given(days, days, days)
def test_counts_add_up(one: date, two: date, three: date) -> None:
    """By way of any third day the count is the same."""
    count = england().between
    assert count(one, three) == count(one, two) + count(two, three)


@given(early, few)
def test_it_never_lands_on_a_day_off(day: date, n: int) -> None:
    """The answer is a working day, and so is what is next and previous."""
    answer = england().after(day, n)
    assert all(works(each) for each in (answer, england().next(answer), england().previous(answer)))


@given(days)
def test_the_nearest_working_day_may_be_the_day_itself(day: date) -> None:
    """On or after, on or before: the day itself if it is one, else the next and the previous."""
    calendar = england().extended_to(2029).adding([date(2011, 1, 1)])
    if works(day):
        assert calendar.on_or_after(day) == calendar.on_or_before(day) == day
    else:
        assert calendar.on_or_after(day) == calendar.next(day)
        if day > date(2011, 1, 3):
            assert calendar.on_or_before(day) == calendar.previous(day)


@given(early, few, st.frozensets(days, max_size=30))
def test_added_days_off_are_not_counted(day: date, n: int, more: frozenset[date]) -> None:
    """A calendar with more days off is that of a walk over them, and never ends earlier."""
    calendar = england().extended_to(2029).adding(more)
    off = frozenset(calendar.bank_holidays)
    assert off >= OFF | more
    assert calendar.after(day, n) == walk(day, n, DAY, off) >= england().after(day, n)
    assert not any(map(calendar.is_working_day, more))


@given(st.frozensets(days, max_size=30))
def test_what_is_added_can_be_withdrawn(more: frozenset[date]) -> None:
    """Withdrawing what was added gives back an equal calendar, and the one that was added to is the same as before."""
    assert england().adding(more).adding(withdrawing=more - OFF) == england()
    assert frozenset(england().bank_holidays) == OFF


@given(days, few)
def test_going_on_by_rule_changes_nothing_that_is_known(day: date, n: int) -> None:
    """Where the table has an answer, the calendar that goes on by rule has the same."""
    longer = england().extended_to(2040)
    assert longer.is_working_day(day) is england().is_working_day(day)
    assert longer.between(FIRST, day) == england().between(FIRST, day)
    try:
        expected = england().after(day, n)
    except BeyondHorizonError:
        assert longer.after(day, n) > HORIZON
    else:
        assert longer.after(day, n) == expected


@given(early, few, st.times())
def test_a_time_of_day_is_left_out(day: date, n: int, time: Any) -> None:
    """A datetime is answered for its day, whatever its time and zone, and with a plain date."""
    for moment in (datetime.combine(day, time), datetime.combine(day, time, UTC)):
        answers = (england().after(moment, n), england().on_or_after(moment), england().on_or_before(moment))
        assert answers == (england().after(day, n), england().on_or_after(day), england().on_or_before(day))
        assert {type(answer) for answer in answers} == {date}
        assert england().is_working_day(moment) is england().is_working_day(day)
        assert england().between(moment, answers[0]) == n


# --- other calendars ------------------------------------------------------------------------------------------------


def test_the_rule_goes_on_as_the_table_did() -> None:
    """A table that ended with 2012, gone on by rule to 2019, is the table: in those years nothing was moved."""
    until = {day for day in OFF if day.year < 2013}
    gone_on = WorkingDays(first=FIRST, horizon=date(2012, 12, 31), bank_holidays=until).extended_to(2019)
    assert set(gone_on.bank_holidays) == {day for day in OFF if day.year < 2020}
    assert (gone_on.horizon, gone_on.published_to) == (date(2019, 12, 31), date(2012, 12, 31))


def test_going_on_by_rule_is_remembered() -> None:
    """The calendar says up to which day its bank holidays are published, and what lies within it is given back."""
    longer = england().extended_to(date(2030, 4, 30))
    assert (longer.horizon, longer.published_to) == (date(2030, 4, 30), HORIZON)
    assert longer.after(date(2028, 12, 29), 1) == date(2029, 1, 2)  # Monday 1 January 2029 is off
    assert longer.previous(date(2030, 4, 23)) == date(2030, 4, 18)  # Easter is on 21 April 2030
    assert longer.extended_to(2029) is longer
    assert england().extended_to(2011) is england()
    with pytest.raises(ValueError, match="1978 to 4099"):
        england().extended_to(4100)


def test_days_that_have_been_published_since_move_the_horizon() -> None:
    """Added up to a day, they take the table on to it, as published and not by rule."""
    calendar = england().adding([row.day for row in by_rule(2029)], to=date(2029, 12, 31))
    assert (calendar.horizon, calendar.published_to) == (date(2029, 12, 31), date(2029, 12, 31))
    assert calendar.bank_holidays == england().extended_to(2029).bank_holidays
    # What is published later confirms what had been gone on with by rule, with a day more.
    confirmed = england().extended_to(2030).adding([date(2029, 6, 8)], to=date(2029, 12, 31))
    assert (confirmed.horizon, confirmed.published_to) == (date(2030, 12, 31), date(2029, 12, 31))
    assert not confirmed.is_working_day(date(2029, 6, 8))


def test_what_cannot_be_added_or_withdrawn_is_refused() -> None:
    """A day outside the calendar is not added, and a day that is no bank holiday not withdrawn."""
    with pytest.raises(ValueError, match="2029-01-01 is not from 2011-01-01 to 2028-12-31"):
        england().adding([date(2029, 1, 1)])
    with pytest.raises(ValueError, match="2020-05-04 is not a bank holiday"):
        england().adding(withdrawing=[date(2020, 5, 4)])
    with pytest.raises(TypeError, match="'2020-05-04' is not a day"):
        england().adding(["2020-05-04"])  # type: ignore[list-item]


def test_a_withdrawn_bank_holiday_is_a_working_day() -> None:
    """As in a year in which the day was moved."""
    moved = england().adding([date(2027, 6, 4)], withdrawing=[date(2027, 5, 31)])
    assert moved.is_working_day(date(2027, 5, 31))
    assert not moved.is_working_day(date(2027, 6, 4))


def test_a_calendar_of_ones_own() -> None:
    """Any days off make a calendar; a datetime among them is its day, and what does not fit is refused."""
    week = WorkingDays(first=datetime(2019, 7, 1, 9, tzinfo=UTC), horizon=date(2019, 7, 7), bank_holidays=[])
    assert (week.first, week.published_to) == (date(2019, 7, 1), date(2019, 7, 7))
    assert week.between(date(2019, 7, 1), date(2019, 7, 7)) == 4
    with pytest.raises(ValueError, match="before the first day"):
        WorkingDays(first=date(2019, 7, 2), horizon=date(2019, 7, 1), bank_holidays=[])
    with pytest.raises(ValueError, match="2019-07-08 is not from 2019-07-01 to 2019-07-07"):
        WorkingDays(first=week.first, horizon=week.horizon, bank_holidays=[date(2019, 7, 8)])
    with pytest.raises(ValueError, match="2019-07-08 is not from"):
        WorkingDays(first=week.first, horizon=week.horizon, bank_holidays=[], published_to=date(2019, 7, 8))


def test_a_calendar_is_a_value() -> None:
    """Equal by what it holds, usable as a key, sent as it is, and never changed."""
    again = WorkingDays(first=FIRST, horizon=HORIZON, bank_holidays=sorted(OFF, reverse=True))
    assert again == england() != again.extended_to(2029)
    assert hash(again) == hash(england())
    assert pickle.loads(pickle.dumps(again)).after(date(2019, 4, 18), 1) == date(2019, 4, 23)  # noqa: S301  # our own
    with pytest.raises(FrozenInstanceError):
        again.horizon = date(2030, 1, 1)  # type: ignore[misc]
    assert england() is england()


# --- what cannot be answered ----------------------------------------------------------------------------------------

# question, the first day that is needed and not known, the end that it lies beyond, what the message says.
BEYOND = (
    (lambda: england().is_working_day(date(2029, 3, 1)), "2029-03-01", "2028-12-31", "1 March 2029 is after"),
    (lambda: england().is_working_day(date(2010, 3, 1)), "2010-03-01", "2011-01-01", "1 March 2010 is before"),
    (lambda: england().after(date(2028, 12, 20), 6), "2029-01-01", "2028-12-31", "6 working days after 20 December"),
    (lambda: england().after(date(2028, 12, 29), 1), "2029-01-01", "2028-12-31", "1 working day after 29 December"),
    (lambda: england().after(date.max, 1), "9999-12-31", "2028-12-31", "extended_to(9999)"),
    (lambda: england().before(date(2011, 1, 5), 2), "2010-12-31", "2011-01-01", "2 working days before 5 January 2011"),
    (lambda: england().before(date.min, 1), "0001-01-01", "2011-01-01", "1 January 1 is before"),
    (lambda: england().next(date(2028, 12, 31)), "2029-01-01", "2028-12-31", "extended_to(2029)"),
    (lambda: england().previous(date(2011, 1, 1)), "2010-12-31", "2011-01-01", "the first day of this calendar"),
    (lambda: england().on_or_after(date(2028, 12, 30)), "2029-01-01", "2028-12-31", "after 31 December 2028"),
    (lambda: england().on_or_before(date(2011, 1, 3)), "2010-12-31", "2011-01-01", "before 1 January 2011"),
    (lambda: england().between(FIRST, date(2029, 1, 1)), "2029-01-01", "2028-12-31", "adding(days, to=…)"),
    (lambda: england().between(date(2010, 12, 31), HORIZON), "2010-12-31", "2011-01-01", "31 December 2010"),
    (lambda: england().after(datetime(2029, 1, 1, 9, tzinfo=UTC), 1), "2029-01-01", "2028-12-31", "1 January 2029"),
)


@pytest.mark.parametrize(("question", "asked", "horizon", "says"), BEYOND)
def test_beyond_the_horizon_nothing_is_guessed(question: Any, asked: str, horizon: str, says: str) -> None:
    """The error names the day that was needed, the end of the calendar, and what to do; it can be sent elsewhere."""
    with pytest.raises(BeyondHorizonError) as caught:
        question()
    error = caught.value
    assert isinstance(error, SafeguardingError)
    assert (str(error.asked), str(error.horizon)) == (asked, horizon)
    assert says in str(error)
    again = pickle.loads(pickle.dumps(error))  # noqa: S301  # our own
    assert (str(again), again.asked, again.horizon) == (str(error), error.asked, error.horizon)


@pytest.mark.parametrize("n", [0, -1, -15, False])
def test_counting_starts_from_one(n: int) -> None:
    """Nothing is counted the other way by a sign: the message says what does it."""
    with pytest.raises(ValueError, match=f"from 1 on, and {n} was given: to count the other way, use before"):
        england().after(date(2019, 6, 28), n)
    with pytest.raises(ValueError, match="use after"):
        england().before(date(2019, 6, 28), n)


@pytest.mark.parametrize("n", ["5", 2.0, None])
def test_what_is_counted_is_a_whole_number(n: Any) -> None:
    """Text, a fraction or nothing is no number of working days."""
    for method in (england().after, england().before):
        with pytest.raises(TypeError, match="a whole number of working days, not "):
            method(date(2019, 6, 28), n)


@pytest.mark.parametrize("day", ["2019-06-28", 20190628, None, [], ("2019", 6)])
def test_what_is_no_day_is_refused(day: Any) -> None:
    """Each question says what was given and what is accepted."""
    for question in (
        lambda: england().is_working_day(day),
        lambda: england().after(day, 1),
        lambda: england().before(day, 1),
        lambda: england().between(day, HORIZON),
        lambda: england().between(FIRST, day),
        lambda: england().on_or_after(day),
        lambda: WorkingDays(first=day, horizon=HORIZON, bank_holidays=[]),
    ):
        with pytest.raises(TypeError, match=r"is not a day: give a datetime\.date or a datetime\.datetime"):
            question()


def test_nothing_is_built_before_it_is_asked() -> None:
    """Importing makes no table, and loads neither dateutil nor a package for columns."""
    code = (
        "import sys\n"
        "from safeguarding.dates.bank_holidays import bank_holidays\n"
        "from safeguarding.dates.working_days import england\n"
        "built = england.cache_info().currsize + bank_holidays.cache_info().currsize\n"
        "from datetime import date\n"
        "england().after_each([date(2019, 6, 28)], 15)\n"
        "sys.exit(bool(built or {'dateutil', 'numpy', 'pandas', 'polars'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
