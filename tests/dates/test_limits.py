"""Time limits: last days worked by hand, and how what was done stands to them on a date."""

import csv
import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeguarding.dates import PartialDate, Sense, Span, State, TimeLimit, Unit, england, months_after
from safeguarding.errors import BeyondHorizonError

WD, DAYS, WEEKS, MONTHS, YEARS = Unit.WORKING_DAYS, Unit.DAYS, Unit.WEEKS, Unit.MONTHS, Unit.YEARS
TABLE = Path(__file__).with_name("limits.csv")
FORM = re.compile(
    r"(within|at least every|at least|for at least) (\d+) (working days?|days?|weeks?|months?|years?)( before)?"
)


def limit_of(text: str) -> TimeLimit:
    """Read a limit as the table writes it."""
    match = FORM.fullmatch(text)
    assert match is not None, text
    words, number, unit, before = match.groups()
    makers = {"within": TimeLimit.within, "at least every": TimeLimit.every, "for at least": TimeLimit.lasting}
    make = TimeLimit.before if before else makers[words]
    return make(int(number), Unit(unit if unit.endswith("s") else f"{unit}s"))


def rows() -> list[pytest.param]:  # type: ignore[valid-type]  # pytest names no type for it
    with TABLE.open(encoding="utf-8", newline="") as opened:
        return [
            pytest.param(row["event"], row["limit"], row["expected"], row["why"], id=f"{row['event']} {row['limit']}")
            for row in csv.DictReader(opened)
        ]


@pytest.mark.parametrize(("event", "limit", "expected", "why"), rows())
def test_last_day_is_as_worked_by_hand(event: str, limit: str, expected: str, why: str) -> None:
    """The last day of each limit in the table is the one found with a calendar, or lies beyond what is known."""
    day, asked = date.fromisoformat(event), limit_of(limit)
    if expected == "beyond":
        with pytest.raises(BeyondHorizonError, match=r"2028|2011"):
            asked.latest(day)
    else:
        assert asked.latest(day) == date.fromisoformat(expected), why


def test_the_tables_hold_at_least_150_dates() -> None:
    """Together with the table of working days there are 150 dates worked by hand, each with its reason."""
    found = [
        row
        for name in ("limits.csv", "working_days.csv")
        for row in csv.DictReader(TABLE.with_name(name).read_text(encoding="utf-8").splitlines())
    ]
    assert len(found) >= 150
    assert all(row["why"].strip() for row in found)


MARCH = PartialDate(2021, 3)
FIVE = TimeLimit.within(5, WD)
YEAR = TimeLimit.lasting(1, YEARS)
WEEK_BEFORE = TimeLimit.before(7, DAYS)
S = State

# From 1 March 2021, a Monday, five working days end on Monday 8 March.
STATUSES = [
    (FIVE, "2021-03-05", "2021-03-01", None, {S.PENDING}, (3, 3), "Friday, nothing done: due on Monday"),
    (FIVE, "2021-03-08", "2021-03-01", None, {S.DUE_TODAY}, (0, 0), "the last day itself"),
    (FIVE, "2021-03-09", "2021-03-01", None, {S.MISSING}, (-1, -1), "the day after, nothing done"),
    (FIVE, "2021-03-09", "2021-03-01", "2021-03-08", {S.MET}, (0, 0), "done on the last day"),
    (FIVE, "2021-03-09", "2021-03-01", "2021-03-03", {S.MET}, (5, 5), "done with five days to spare"),
    (FIVE, "2021-04-01", "2021-03-01", "2021-03-12", {S.LATE}, (-4, -4), "done four days late"),
    (FIVE, "2021-03-05", "2021-03-01", "2021-03-12", {S.PENDING}, (3, 3), "done after the date: not yet done on it"),
    (FIVE, "2021-03-10", "2021-03-01", "2021-03-12", {S.MISSING}, (-2, -2), "done after the date, which is too late"),
    (FIVE, "2021-05-01", "2021-03", "2021-03-02", {S.MET}, (6, 38), "whenever it began in March, the 2nd is in time"),
    (FIVE, "2021-05-01", "2021-03", "2021-03-29", {S.MET, S.LATE}, (-21, 11), "it depends on the day in March"),
    (FIVE, "2021-05-01", "2021-03", "2021-04-30", {S.LATE}, (-53, -21), "late whenever it began"),
    (FIVE, "2021-05-01", "2021-03-01", "2021-03", {S.MET, S.LATE}, (-23, 7), "done some day in March"),
    (FIVE, "2021-05-01", "2021-03-01", "2021-04", {S.LATE}, (-53, -24), "done some day in April"),
    (
        FIVE,
        "2021-03-20",
        "2021-03",
        None,
        {S.MISSING, S.DUE_TODAY, S.PENDING},
        (-12, 20),
        "the last day lies about the date",
    ),
    (FIVE, "2021-05-01", None, None, {S.MISSING, S.LATE, S.PENDING, S.MET}, None, "nothing to count from"),
    (FIVE, "2021-02-01", "2021-03-01", None, {S.PENDING}, (35, 35), "the event itself is still to come"),
    (WEEK_BEFORE, "2021-03-07", "2021-03-15", None, {S.PENDING}, (1, 1), "due on 8 March for 15 March"),
    (WEEK_BEFORE, "2021-03-20", "2021-03-15", "2021-03-09", {S.LATE}, (-1, -1), "six days before is a day late"),
    (WEEK_BEFORE, "2021-03-20", "2021-03-15", "2021-03-08", {S.MET}, (0, 0), "seven days before"),
    (WEEK_BEFORE, "2021-03-10", "2021-03-15", None, {S.MISSING}, (-2, -2), "too late already, before the event"),
    (YEAR, "2020-06-30", "2019-06-30", None, {S.PENDING}, (0, 0), "the last day of the year, still there"),
    (YEAR, "2020-07-01", "2019-06-30", None, {S.MET}, (-1, -1), "a year is over, and no end is recorded"),
    (
        YEAR,
        "2021-01-01",
        "2019-06-30",
        "2020-06-30",
        {S.TOO_SHORT},
        None,
        "ended on the last day, which lacks that day",
    ),
    (YEAR, "2021-01-01", "2019-06-30", "2020-07-01", {S.MET}, None, "ended the day after"),
    (YEAR, "2020-01-01", "2019-06-30", "2020-07-01", {S.PENDING}, (181, 181), "its end is still to come"),
    (YEAR, "2020-01-01", "2019-06-30", "2019-12-01", {S.TOO_SHORT}, None, "ended within the year"),
    (YEAR, "2021-01-01", "2019-06-30", "2020-06", {S.TOO_SHORT}, None, "ended some day in June, all of them too soon"),
    (YEAR, "2021-01-01", "2019-06", "2020-06", {S.TOO_SHORT, S.MET}, None, "it depends on both days"),
]


def when(text: str | None) -> PartialDate | None:
    return None if text is None else PartialDate.parse(text)


@pytest.mark.parametrize(
    ("limit", "as_of", "event", "done", "possible", "days", "why"), STATUSES, ids=[row[-1] for row in STATUSES]
)
def test_status_is_as_worked_by_hand(
    limit: TimeLimit, as_of: str, event: str | None, done: str | None, possible: set[State],
    days: tuple[int, int] | None, why: str,
) -> None:  # fmt: skip
    """The states that the dates leave possible, and the days between, are those worked out by hand."""
    found = limit.status(date.fromisoformat(as_of), when(event), when(done))
    assert found.possible == possible, why
    assert found.state is (next(iter(possible)) if len(possible) == 1 else State.OPEN)
    assert found.days == days, why


def test_late_days_are_counted_in_working_days_too() -> None:
    """Done on Wednesday 7 April, due on Thursday 1 April: two working days late, over Easter."""
    found = FIVE.status(date(2021, 5, 1), date(2021, 3, 25), date(2021, 4, 7))
    assert (found.due, found.days) == (Span(date(2021, 4, 1), date(2021, 4, 1)), (-6, -6))
    assert found.working_days() == (-2, -2)


@pytest.mark.parametrize(
    ("limit", "act", "day"),
    [
        (TimeLimit.before(7, WD), "2021-03-04", "2021-03-13"),
        (TimeLimit.before(7, WD), "2021-03-06", "2021-03-17"),
        (TimeLimit.before(7, DAYS), "2021-03-08", "2021-03-15"),
        (TimeLimit.before(6, MONTHS), "2021-02-28", "2021-08-28"),
        (TimeLimit.lasting(1, YEARS), "2019-06-30", "2020-07-01"),
    ],
)
def test_earliest_day_that_may_follow(limit: TimeLimit, act: str, day: str) -> None:
    """Sent on Thursday 4 March, seven working days end on Friday 12th; and so on, worked by hand."""
    assert limit.earliest(date.fromisoformat(act)) == date.fromisoformat(day)


def test_nothing_has_to_wait_for_a_limit_within_which() -> None:
    """A limit within which something is done has no earliest day, and says so."""
    with pytest.raises(ValueError, match="use latest"):
        FIVE.earliest(date(2021, 3, 1))


@pytest.mark.parametrize("number", [0, -1])
def test_a_limit_counts_at_least_one(number: int) -> None:
    """No limit is of nothing, or runs backwards."""
    with pytest.raises(ValueError, match="at least 1"):
        TimeLimit.within(number, WD)


@pytest.mark.parametrize(
    ("limit", "event", "words"),
    [
        (TimeLimit.within(15, WD), "awareness", "within 15 working days of awareness"),
        (TimeLimit.within(1, WD), "the referral", "within 1 working day of the referral"),
        (TimeLimit.before(7, WD), "publication", "at least 7 working days before publication"),
        (TimeLimit.every(12, MONTHS), "", "at least every 12 months"),
        (TimeLimit.lasting(1, YEARS), "publication", "for at least 1 year from publication"),
    ],
)
def test_limit_reads_as_the_law_puts_it(limit: TimeLimit, event: str, words: str) -> None:
    """A limit says itself in words."""
    assert limit.in_words(event) == words


DAY = st.dates(date(2012, 1, 1), date(2027, 6, 30))
LIMITS = st.builds(
    TimeLimit,
    st.sampled_from([Sense.WITHIN, Sense.BEFORE, Sense.EVERY]),
    st.integers(1, 60),
    st.sampled_from([WD, DAYS]),
) | st.builds(TimeLimit, st.sampled_from(list(Sense)), st.integers(1, 12), st.sampled_from([MONTHS, WEEKS]))
PARTIAL = DAY.map(PartialDate.on) | DAY.map(lambda day: PartialDate(day.year, day.month))


@given(LIMITS, DAY, DAY)
def test_a_later_event_never_falls_due_earlier(limit: TimeLimit, one: date, other: date) -> None:
    """The last day never moves back when the event moves on."""
    first, last = sorted((one, other))
    assert limit.latest(first) <= limit.latest(last)


@given(st.integers(1, 60), DAY)
def test_working_days_agree_with_the_calendar(number: int, day: date) -> None:
    """A limit in working days lands on the working day that the calendar counts, and never on a day off."""
    last = TimeLimit.within(number, WD).latest(day)
    assert england().is_working_day(last)
    assert england().between(day, last) == number


@given(DAY, st.integers(1, 36), st.integers(1, 36))
def test_months_are_counted_from_the_event_and_never_from_a_shortened_end(day: date, one: int, other: int) -> None:
    """Counting on from the end of a period never comes later than counting from the event: nothing is chained."""
    assert months_after(months_after(day, one), other) <= months_after(day, one + other)


@given(LIMITS, DAY)
def test_earliest_is_the_turned_latest(limit: TimeLimit, act: date) -> None:
    """The earliest event that an act is in time for is the first day whose last day is not before the act."""
    if limit.sense is not Sense.BEFORE:
        return
    event = limit.earliest(act)
    assert limit.latest(event) >= act
    assert limit.latest(event - timedelta(days=1)) < act


@given(LIMITS, DAY, PARTIAL | st.none(), PARTIAL | st.none(), st.data())
def test_an_open_status_contains_every_closed_one(
    limit: TimeLimit, as_of: date, event: PartialDate | None, done: PartialDate | None, data: st.DataObject
) -> None:
    """Whatever days the dates turn out to be, the state and the last day were among those possible."""
    wide = limit.status(as_of, event, done)
    days = st.dates
    exact_event = data.draw(days(event.earliest, event.latest)) if event else data.draw(DAY)
    exact_done = data.draw(days(done.earliest, done.latest)) if done else None
    closed = limit.status(as_of, exact_event, exact_done)
    assert closed.due is not None
    if wide.due is not None:
        assert wide.due.earliest <= closed.due.earliest <= wide.due.latest
        assert closed.possible <= wide.possible
    if wide.days is not None and closed.days is not None:
        assert wide.days[0] <= closed.days[0] <= wide.days[1]


@given(LIMITS, DAY, PARTIAL, PARTIAL | st.none())
def test_a_state_is_given_only_where_every_day_leads_to_it(
    limit: TimeLimit, as_of: date, event: PartialDate, done: PartialDate | None
) -> None:
    """The possible states are just those of all days that the dates may be, worked through one by one."""
    events = [date.fromordinal(n) for n in range(event.earliest.toordinal(), event.latest.toordinal() + 1)]
    acts: list[date | None] = [None]
    if done is not None:
        acts = [date.fromordinal(n) for n in range(done.earliest.toordinal(), done.latest.toordinal() + 1)]
    every = {limit.status(as_of, one, other).state for one in events for other in acts}
    found = limit.status(as_of, event, done)
    assert every <= found.possible
    # Of a day between the first and the last due day it is not looked whether it can be one itself.
    assert found.possible - every <= {State.DUE_TODAY}
    assert (len(every) == 1) == (found.state is not State.OPEN)
