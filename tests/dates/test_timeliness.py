"""Figures over many cases: counted by hand, suppressed so that nothing follows, and the same in every kind."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeguarding.dates import PartialDate, Sense, State, TimeLimit, Unit
from safeguarding.dates.timeliness import Timeliness, due_each, states_each, timeliness, year_of
from safeguarding.errors import BeyondHorizonError

FIVE = TimeLimit.within(5, Unit.WORKING_DAYS)
AS_OF = date(2021, 6, 30)


def day(text: str) -> date | None:
    """Read a day of March 2021, or none."""
    return date(2021, 3, int(text)) if text else None


# From Monday 1 March five working days end on Monday 8 March.
CASES = [
    ("north", "1", "3", "2 working days"),
    ("north", "1", "8", "5 working days, on the last day"),
    ("north", "1", "10", "7 working days, two late"),
    ("north", "1", "", "nothing recorded: missing"),
    ("north", "", "10", "no event: open, and of no year"),
    ("south", "2", "2", "the same day: 0 working days"),
    ("south", "6", "12", "a Saturday: 5 working days to Friday 12th"),
]
GROUPS = [row[0] for row in CASES]
EVENTS = [day(row[1]) for row in CASES]
DONE = [day(row[2]) for row in CASES]


def test_figures_are_those_counted_by_hand() -> None:
    """Counts, share, median and ninetieth centile of seven cases are as worked out by hand."""
    found = timeliness(FIVE, EVENTS, DONE, as_of=AS_OF, groups=GROUPS)
    assert [(one.group, one.year, one.cases) for one in found] == [
        ("north", "", 1),
        ("north", "2021", 4),
        ("south", "2021", 2),
    ]
    nowhere, north, south = found
    assert (nowhere.open, nowhere.share, nowhere.median) == (1, None, None)
    # North: 2, 5 and 7 working days; of four decided cases two were in time.
    assert (north.in_time, north.late, north.missing, north.share) == (2, 1, 1, Fraction(1, 2))
    assert (north.median, north.centile_90) == (5.0, 7)
    # South: 0 and 5 working days, both in time.
    assert (south.in_time, south.share, south.median, south.centile_90) == (2, Fraction(1), 2.5, 5)


def test_nearest_rank_of_ten_is_the_ninth() -> None:
    """Of ten cases that took 1 to 10 days, nine took at most 9."""
    limit = TimeLimit.within(30, Unit.DAYS)
    starts = [date(2021, 3, 1)] * 10
    (found,) = timeliness(limit, starts, [date(2021, 3, 1 + n) for n in range(1, 11)], as_of=AS_OF)
    assert (found.median, found.centile_90) == (5.5, 9)


def test_years_may_begin_in_april() -> None:
    """31 March and 1 April lie in two financial years, and in one calendar year."""
    days = [date(2021, 3, 31), date(2021, 4, 1)]
    assert [year_of(one) for one in days] == ["2021", "2021"]
    assert [year_of(one, 4) for one in days] == ["2020-21", "2021-22"]
    found = timeliness(FIVE, days, days, as_of=AS_OF, year_begins=4)
    assert [one.year for one in found] == ["2020-21", "2021-22"]
    assert year_of(date(1999, 12, 31), 4) == "1999-00"


@pytest.mark.parametrize("month", [0, 13])
def test_a_year_begins_in_a_month(month: int) -> None:
    """There is no thirteenth month."""
    with pytest.raises(ValueError, match="1 to 12"):
        timeliness(FIVE, EVENTS, DONE, as_of=AS_OF, year_begins=month)


def counts(found: Timeliness) -> dict[str, int | None]:
    return {name: getattr(found, name) for name in ("in_time", "late", "missing", "pending", "open")}


def made(in_time: int, late: int, missing: int) -> tuple[list[date], list[date | None]]:
    """Make cases that came out so."""
    done = [date(2021, 3, 3)] * in_time + [date(2021, 3, 10)] * late + [None] * missing
    return [date(2021, 3, 1)] * len(done), done


SUPPRESSED = [
    ((20, 10, 6), set(), "nothing is small"),
    ((20, 10, 3), {"missing", "late", "share"}, "3 are few; 10 go too, or 3 would follow from the total"),
    ((20, 2, 3), {"late", "missing", "share"}, "two are few: neither can be worked out"),
    ((20, 0, 3), {"missing", "in_time", "share"}, "a nought says nothing and stays; the 20 go"),
    ((3, 0, 0), {"in_time", "cases", "share", "median", "centile_90"}, "all there are: the total goes too"),
    ((0, 0, 3), {"missing", "cases", "share", "median", "centile_90"}, "the same of what is missing"),
]


@pytest.mark.parametrize(("cases", "hidden", "why"), SUPPRESSED, ids=[row[-1] for row in SUPPRESSED])
def test_small_numbers_are_suppressed_with_what_would_give_them_away(
    cases: tuple[int, int, int], hidden: set[str], why: str
) -> None:
    """With counts under five left out, what is None is what was worked out by hand."""
    (plain,) = timeliness(FIVE, *made(*cases), as_of=AS_OF)
    (found,) = timeliness(FIVE, *made(*cases), as_of=AS_OF, suppress_below=5)
    gone = {name for name, value in found.record().items() if value is None and plain.record()[name] is not None}
    # Without a case that was done there is no median to suppress.
    assert gone == hidden - {name for name in hidden if plain.record()[name] is None}, why
    assert found.suppressed == bool(hidden)


@given(st.tuples(*[st.integers(0, 12)] * 3), st.integers(2, 8))
def test_no_suppressed_count_follows_from_the_others(cases: tuple[int, int, int], below: int) -> None:
    """Whatever is suppressed, at least two of the counts and the total are unknown, so none is their difference."""
    if not any(cases):
        return
    (found,) = timeliness(FIVE, *made(*cases), as_of=AS_OF, suppress_below=below)
    shown = [value for value in counts(found).values() if value is not None]
    assert all(value == 0 or value >= below for value in shown)
    unknown = [*counts(found).values(), found.cases].count(None)
    assert unknown != 1
    if unknown:
        assert found.suppressed
        assert found.share is None or all(counts(found)[name] is not None for name in ("in_time", "late", "missing"))


LIMITS = st.builds(TimeLimit, st.sampled_from(list(Sense)), st.integers(1, 20), st.sampled_from(list(Unit)))
DAYS = st.dates(date(2013, 1, 1), date(2026, 12, 31))


@given(LIMITS, st.lists(st.tuples(DAYS, st.none() | DAYS), max_size=20), DAYS)
def test_states_of_a_column_are_those_of_each_case(
    limit: TimeLimit, cases: list[tuple[date, date | None]], as_of: date
) -> None:
    """A column is answered as each of its cases alone is."""
    if limit.unit is Unit.YEARS:
        limit = TimeLimit(limit.sense, 1, Unit.YEARS)
    events, done = [event for event, _ in cases], [act for _, act in cases]
    found = states_each(limit, events, done, as_of=as_of)
    assert found == [limit.status(as_of, event, act).state.value for event, act in cases]
    assert due_each(limit, events) == [limit.latest(event) for event in events]


def test_a_case_without_an_event_is_open() -> None:
    """Nothing to count from is open, as it is of a single case."""
    assert states_each(FIVE, (None,), (date(2021, 3, 1),), as_of=AS_OF) == (State.OPEN.value,)
    assert FIVE.status(AS_OF, None, PartialDate(2021, 3, 1)).state is State.OPEN


def test_what_cannot_be_counted_names_its_position() -> None:
    """The third case lies beyond the horizon, and the message says so."""
    events = [date(2021, 3, 1), None, date(2028, 12, 29)]
    with pytest.raises(BeyondHorizonError, match="position 2"):
        states_each(FIVE, events, [None] * 3, as_of=AS_OF)
    with pytest.raises(BeyondHorizonError, match="position 2"):
        due_each(FIVE, events)


def test_columns_of_different_length_are_refused() -> None:
    """Each event has its own act, or none; and its own group."""
    with pytest.raises(ValueError, match="1 events and 2"):
        states_each(FIVE, [AS_OF], [AS_OF, AS_OF], as_of=AS_OF)
    with pytest.raises(ValueError, match="2 groups and 1"):
        timeliness(FIVE, [AS_OF], [AS_OF], as_of=AS_OF, groups=["a", "b"])


# The packages below are nobody's dependency: CI has them in an environment of their own.


def test_numpy_columns_come_back_as_arrays() -> None:
    """Days of a numpy array give an array of words, and NaT is open."""
    np = pytest.importorskip("numpy", reason="numpy is not a dependency; CI tests it in an environment of its own")
    events = np.array(["2021-03-01", "NaT"], dtype="datetime64[D]")
    done = np.array(["NaT", "2021-03-02"], dtype="datetime64[D]")
    found = states_each(FIVE, events, done, as_of=AS_OF)
    assert found.tolist() == ["missing", "open"]
    assert due_each(FIVE, events).astype(str).tolist() == ["2021-03-08", "NaT"]


def test_pandas_columns_come_back_as_series_and_figures_as_a_frame() -> None:
    """A Series keeps its index; the figures are a frame of the same rows as from lists."""
    pd = pytest.importorskip("pandas", reason="pandas is not a dependency; CI tests it in an environment of its own")
    index = list("abcdefg")
    events = pd.Series(pd.to_datetime(EVENTS), index=index, name="aware")
    done = pd.Series(pd.to_datetime(DONE), index=index)
    found = states_each(FIVE, events, done, as_of=AS_OF)
    assert (found.index.tolist(), found.name) == (index, "aware")
    assert found.tolist() == states_each(FIVE, EVENTS, DONE, as_of=AS_OF)
    frame = timeliness(FIVE, events, done, as_of=AS_OF, groups=pd.Series(GROUPS, index=index))
    plain = timeliness(FIVE, EVENTS, DONE, as_of=AS_OF, groups=GROUPS)
    assert frame["in_time"].tolist() == [one.in_time for one in plain]
    assert frame["group"].tolist() == [one.group for one in plain]


def test_polars_columns_come_back_as_series_and_figures_as_a_frame() -> None:
    """A Polars Series keeps its name and its nulls; the figures are a frame."""
    pl = pytest.importorskip("polars", reason="Polars is not a dependency; CI tests it in an environment of its own")
    events, done = pl.Series("aware", EVENTS, dtype=pl.Date), pl.Series("done", DONE, dtype=pl.Date)
    found = states_each(FIVE, events, done, as_of=AS_OF)
    assert (found.name, found.to_list()) == ("aware", states_each(FIVE, EVENTS, DONE, as_of=AS_OF))
    frame = timeliness(FIVE, events, done, as_of=AS_OF, groups=pl.Series(GROUPS), suppress_below=5)
    plain = timeliness(FIVE, EVENTS, DONE, as_of=AS_OF, groups=GROUPS, suppress_below=5)
    assert frame["in_time"].to_list() == [one.in_time for one in plain]


def test_figures_of_nothing_are_nothing() -> None:
    """No case gives no row."""
    assert timeliness(FIVE, [], [], as_of=AS_OF) == ()
