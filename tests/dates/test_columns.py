"""Columns of days: answered as single days are, in the kind in which they came, with the position of what is wrong.

numpy, pandas and Polars are in no environment of ours but the one that compares with other packages: elsewhere the
tests of their columns are skipped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeguarding.dates.bank_holidays import FIRST, HORIZON
from safeguarding.dates.columns import apart_in_kind, in_kind
from safeguarding.dates.working_days import england
from safeguarding.errors import BeyondHorizonError

Column = list[date | None]
# Every fifth day of the table from which 15 working days can be counted either way, and every seventh missing.
SAMPLE: Column = [
    None if step % 7 == 3 else date(2011, 2, 1) + timedelta(days=5 * step)
    for step in range((date(2028, 11, 30) - date(2011, 2, 1)).days // 5)
]
SHORT: Column = [date(2019, 4, 18), None, date(2020, 5, 7)]
BEYOND: Column = [date(2028, 12, 1), None, date(2031, 1, 1), date(2010, 1, 1)]


def package(name: str) -> Any:
    """Import one of the packages, or skip the test with the reason."""
    return pytest.importorskip(name, reason=f"{name} is not a dependency; its columns are tested where it is installed")


def moments(days: Column) -> list[datetime | None]:
    """Give each day a time of day."""
    return [None if day is None else datetime.combine(day, time(23, 30)) for day in days]


def array(days: Column, unit: str = "D") -> Any:
    """Make a numpy array."""
    return package("numpy").array(days if unit == "D" else moments(days), dtype=f"datetime64[{unit}]")


def series(days: Column, dtype: str = "datetime64[s]") -> Any:
    """Make a pandas Series with an index and a name of its own."""
    pd = package("pandas")
    return pd.Series(days, index=[f"case {row}" for row in range(len(days))], name="due", dtype=dtype)


def polars(days: Column | list[datetime | None]) -> Any:
    """Make a Polars Series with a name."""
    return package("polars").Series("due", days)


def masked(days: Column) -> Any:
    """Make a numpy array in which what is missing is masked."""
    np = package("numpy")
    return np.ma.array([day or FIRST for day in days], dtype="datetime64[D]", mask=[day is None for day in days])


# Each kind of column, and how it is made from plain days.
KINDS: dict[str, Callable[[Column], Any]] = {
    "list": list,
    "tuple": tuple,
    "iterator": iter,
    "list of datetimes": moments,
    "numpy, days": array,
    "numpy, seconds": lambda days: array(days, "s"),
    "numpy, nanoseconds": lambda days: array(days, "ns"),
    "numpy, masked": masked,
    "pandas Series": series,
    "pandas Series, nanoseconds": lambda days: series(days, "datetime64[ns]"),
    "pandas Series of dates": lambda days: series(days, "object"),
    "pandas Series of a time zone": lambda days: series(days).dt.tz_localize("Europe/London"),
    "pandas DatetimeIndex": lambda days: package("pandas").DatetimeIndex(days, name="due"),
    "pandas Index of dates": lambda days: package("pandas").Index(days, name="due", dtype="object"),
    "Polars Date": polars,
    "Polars Datetime": lambda days: polars(moments(days)),
    "Polars Datetime of a time zone": lambda days: polars(moments(days)).dt.replace_time_zone("Europe/London"),
}
each_kind = pytest.mark.parametrize("kind", KINDS)


def plain(answers: Any) -> list[Any]:
    """Read the answers of any kind as plain values, with None for what is missing."""
    if hasattr(answers, "to_list"):
        answers = answers.to_list()
    elif hasattr(answers, "tolist"):
        answers = answers.tolist()
    return [
        None
        if repr(answer) in {"None", "NaT", "<NA>", "nan"}
        else answer.date()
        if isinstance(answer, datetime)
        else answer
        for answer in answers
    ]


def expected(question: Callable[..., object], *columns: Column) -> list[Any]:
    """Ask of each row what is asked of single days."""
    return [None if None in row else question(*row) for row in zip(*columns, strict=True)]


# --- the same as for single days ------------------------------------------------------------------------------------


@each_kind
def test_each_form_is_the_scalar_form(kind: str) -> None:
    """Whatever the kind of the column, each row has the answer that its day has, and what is missing stays missing."""
    make, of = KINDS[kind], england()
    assert plain(of.after_each(make(SAMPLE), 15)) == expected(lambda day: of.after(day, 15), SAMPLE)
    assert plain(of.before_each(make(SAMPLE), 7)) == expected(lambda day: of.before(day, 7), SAMPLE)
    assert plain(of.are_working_days(make(SAMPLE))) == expected(of.is_working_day, SAMPLE)
    assert plain(of.between_each(make(SAMPLE), make(SAMPLE[::-1]))) == expected(of.between, SAMPLE, SAMPLE[::-1])


@each_kind
@pytest.mark.parametrize("days", [[], [None], [None, None], [date(2019, 6, 28)], [HORIZON, FIRST]], ids=len)
def test_columns_of_any_length(kind: str, days: Column) -> None:
    """A column that is empty, has nothing but what is missing, or reaches over the whole table, is answered."""
    if not any(days) and kind in {"Polars Datetime of a time zone", "Polars Date", "Polars Datetime"}:
        column = package("polars").Series("due", days, dtype=package("polars").Date)
    else:
        column = KINDS[kind](days)
    column = list(column) if isinstance(column, Iterator) else column
    assert plain(england().are_working_days(column)) == expected(england().is_working_day, days)
    assert plain(england().between_each(column, column)) == expected(england().between, days, days)


@given(st.lists(st.none() | st.dates(FIRST, date(2028, 8, 31)), max_size=40), st.integers(1, 60))
def test_a_list_is_answered_day_by_day(days: Column, n: int) -> None:
    """Lists and tuples are answered in kind, row by row."""
    answers = expected(lambda day: england().after(day, n), days)
    assert england().after_each(days, n) == england().after_each(iter(days), n) == answers
    assert england().after_each(tuple(days), n) == tuple(answers)


@given(st.lists(st.tuples(*[st.none() | st.dates(FIRST, HORIZON)] * 2), max_size=40))
def test_two_lists_are_counted_row_by_row(rows: list[tuple[date | None, date | None]]) -> None:
    """A count is missing where either day is."""
    starts, ends = [start for start, _ in rows], [end for _, end in rows]
    assert england().between_each(starts, ends) == expected(england().between, starts, ends)
    assert england().between_each(tuple(starts), ends) == tuple(expected(england().between, starts, ends))


@each_kind
def test_any_function_of_a_day_is_answered_in_kind(kind: str) -> None:
    """Not only the table's: months, weekdays and days apart are answered in the same way."""
    make = KINDS[kind]
    assert plain(in_kind(make(SHORT), lambda day: day.replace(day=1))) == [date(2019, 4, 1), None, date(2020, 5, 1)]
    assert plain(in_kind(make(SHORT), date.isoweekday, int)) == [4, None, 4]
    assert plain(in_kind(make(SHORT), lambda day: day.year == 2020, bool)) == [False, None, True]
    later: Column = [date(2019, 4, 23), date(2019, 1, 1), date(2020, 5, 6)]
    assert plain(apart_in_kind(make(SHORT), make(later), date.toordinal)) == [5, None, -1]


def test_each_different_day_is_asked_once() -> None:
    """A column of many rows costs a look-up for each row, and one question for each day."""
    asked: list[date] = []

    def question(day: date) -> date:
        asked.append(day)
        return day

    rows = [FIRST, HORIZON, FIRST, None, FIRST]
    assert in_kind(rows, question) == rows
    assert asked == [FIRST, HORIZON]


def test_a_tuple_with_names_comes_back_as_a_tuple() -> None:
    """Names of fields mean nothing for the answers."""

    class Dates(NamedTuple):
        begun: date
        ended: date

    assert england().after_each(Dates(FIRST, date(2019, 4, 18)), 1) == (date(2011, 1, 4), date(2019, 4, 23))


# --- in kind --------------------------------------------------------------------------------------------------------


def test_numpy_arrays_come_back_as_numpy_arrays() -> None:
    """Days as datetime64[D] with NaT; counts as int64, yes and no as bool, masked only where something is missing."""
    np = package("numpy")
    days = england().after_each(array(SHORT, "ns"), 1)
    assert (type(days), days.dtype) == (np.ndarray, np.dtype("datetime64[D]"))
    assert np.isnat(days).tolist() == [False, True, False]
    whole = array([FIRST, HORIZON, FIRST, FIRST]).reshape(2, 2)
    assert england().are_working_days(whole).shape == (2, 2)
    assert (type(england().are_working_days(whole)), england().are_working_days(whole).dtype) == (
        np.ndarray,
        np.dtype(bool),
    )
    assert (type(england().between_each(whole, whole)), england().between_each(whole, whole).dtype) == (
        np.ndarray,
        np.dtype("int64"),
    )
    missing = england().between_each(array(SHORT), array(SHORT))
    assert isinstance(missing, np.ma.MaskedArray)
    assert missing.mask.tolist() == [False, True, False]
    assert england().are_working_days(array(SHORT)).mask.tolist() == [False, True, False]
    assert isinstance(england().after_each(masked(SHORT), 1), np.ma.MaskedArray)


@pytest.mark.parametrize("dtype", ["datetime64[s]", "datetime64[ns]", "object"])
def test_pandas_columns_keep_index_and_name(dtype: str) -> None:
    """A Series keeps index, name and dtype; counts and yes and no have dtypes in which something can be missing."""
    pd = package("pandas")
    column = series(SHORT, dtype)
    days = england().after_each(column, 1)
    assert (type(days), days.dtype, days.name) == (pd.Series, column.dtype, "due")
    for answers, kind in (
        (england().are_working_days(column), "boolean"),
        (england().between_each(column, column), "Int64"),
    ):
        assert (type(answers), str(answers.dtype), answers.name) == (pd.Series, kind, "due")
        assert answers.index.equals(column.index)
        assert answers.isna().tolist() == [False, True, False]
    assert days.index.equals(column.index)
    assert days.isna().tolist() == [False, True, False]


def test_pandas_indexes_come_back_as_indexes() -> None:
    """A DatetimeIndex is answered with one, and with an Index where the answers are no days."""
    pd = package("pandas")
    index = pd.DatetimeIndex(SHORT, name="due")
    days = england().after_each(index, 1)
    assert (type(days), days.name, days.dtype) == (pd.DatetimeIndex, "due", index.dtype)
    counts = england().between_each(index, index)
    assert (isinstance(counts, pd.Index), str(counts.dtype), counts.name) == (True, "Int64", "due")


def test_a_pandas_column_keeps_what_stands_for_missing() -> None:
    """In a column of objects, None stays None and NaT stays NaT."""
    pd = package("pandas")
    column = pd.Series([date(2019, 4, 18), None, pd.NaT], dtype=object)
    answers = england().after_each(column, 1)
    assert answers[1] is None
    assert answers[2] is pd.NaT


def test_polars_columns_come_back_as_polars_columns() -> None:
    """Days as Date, counts as Int64, yes and no as Boolean; the name is kept, and what is missing is null."""
    pl = package("polars")
    column = polars(moments(SHORT))
    answers = (
        (england().after_each(column, 1), pl.Date),
        (england().are_working_days(column), pl.Boolean),
        (england().between_each(column, column), pl.Int64),
    )
    for series_, dtype in answers:
        assert (type(series_), series_.dtype, series_.name) == (pl.Series, dtype, "due")
        assert series_.is_null().to_list() == [False, True, False]
    assert england().after_each(pl.Series("empty", [None]), 1).to_list() == [None]


def test_the_counts_of_two_columns_have_the_name_of_the_starts() -> None:
    """What is counted from gives its name."""
    pl = package("polars")
    counts = england().between_each(pl.Series("begun", [FIRST]), pl.Series("ended", [FIRST]))
    assert counts.name == "begun"


# --- what cannot be answered ----------------------------------------------------------------------------------------


@each_kind
def test_the_first_day_that_cannot_be_answered_is_named(kind: str) -> None:
    """Not the earliest or the latest: the first in the column, with its position, the day and the horizon."""
    with pytest.raises(BeyondHorizonError, match=r"^position 2 of the column: 1 January 2031 is after") as caught:
        england().are_working_days(KINDS[kind](BEYOND))
    assert (caught.value.asked, caught.value.horizon) == (date(2031, 1, 1), HORIZON)


@each_kind
def test_of_two_columns_the_one_is_named(kind: str) -> None:
    """The message says in which of the two the day stands."""
    make = KINDS[kind]
    known: Column = [FIRST] * len(BEYOND)
    with pytest.raises(BeyondHorizonError, match=r"^position 2 of the starts: "):
        england().between_each(make(BEYOND), make(known))
    with pytest.raises(BeyondHorizonError, match=r"^position 2 of the ends: "):
        england().between_each(make(known), make(BEYOND))


@pytest.mark.parametrize(
    ("column", "says"),
    [
        ("2019-06-28", "position 0 of the column: '2' is not a day"),
        ([FIRST, "2019-06-28"], "position 1 of the column: '2019-06-28' is not a day"),
        ([FIRST, [1]], r"position 1 of the column: \[1\] is not a day"),
        ((FIRST, None, 3), "position 2 of the column: 3 is not a day"),
        (FIRST, r"datetime.date\(2011, 1, 1\) is not a column of days: give a list, a tuple"),
        (None, "None is not a column of days"),
    ],
)
def test_what_is_no_column_of_days_is_refused(column: Any, says: str) -> None:
    """Text, numbers and a single day are refused, with their position where they have one."""
    with pytest.raises(TypeError, match=says):
        england().after_each(column, 1)
    with pytest.raises(TypeError, match=says.replace("of the column", "of the starts")):
        england().between_each(column, [FIRST] * (len(column) if hasattr(column, "__len__") else 1))


def test_a_value_that_a_function_refuses_has_its_position() -> None:
    """An error of any function of a day names the row as well."""
    with pytest.raises(ValueError, match=r"^position 1 of the column: day"):
        in_kind([FIRST, date(2019, 2, 1)], lambda day: day.replace(day=30))


def test_an_error_that_does_not_come_again_is_raised_as_it_was() -> None:
    """Where no row can be blamed on asking again, the first error is not lost."""
    errors = iter([ValueError("once")])

    def question(day: date) -> date:
        for error in errors:
            raise error
        return day

    with pytest.raises(ValueError, match=r"^once$"):
        in_kind([FIRST], question)


@pytest.mark.parametrize("column", [[], [FIRST]])
def test_what_is_counted_is_checked_even_without_rows(column: Column) -> None:
    """No rows are no reason to let a wrong number pass."""
    with pytest.raises(ValueError, match="use before_each"):
        england().after_each(column, 0)
    with pytest.raises(ValueError, match="use after_each"):
        england().before_each(column, -1)
    with pytest.raises(TypeError, match="whole number"):
        england().after_each(column, "5")  # type: ignore[arg-type]


def test_two_columns_belong_row_to_row() -> None:
    """Another length is refused, and so is another kind."""
    with pytest.raises(ValueError, match="2 starts and 1 ends"):
        england().between_each([FIRST, FIRST], [FIRST])
    with pytest.raises(TypeError, match="the starts are a list and the ends a ndarray"):
        england().between_each([FIRST], array([FIRST]))


def test_two_pandas_columns_have_the_same_index() -> None:
    """pandas would pair rows by their labels: other labels, or an index beside a Series, are refused."""
    pd = package("pandas")
    with pytest.raises(ValueError, match="different indexes"):
        england().between_each(series([FIRST]), pd.Series([FIRST], dtype="datetime64[s]"))
    with pytest.raises(TypeError, match="the starts are a Series and the ends a DatetimeIndex"):
        england().between_each(series([FIRST]), pd.DatetimeIndex([FIRST]))


def test_numpy_arrays_that_name_no_days_are_refused() -> None:
    """Months are not taken for their first days, nor numbers for days, and years that no date has are named."""
    np = package("numpy")
    for dtype in ("datetime64[M]", "datetime64[Y]", "int64", "object"):
        with pytest.raises(TypeError, match="does not say which day is meant"):
            england().after_each(np.zeros(1, dtype=dtype), 1)
    far = np.array([FIRST, None, "12019-06-28"], dtype="datetime64[D]")
    with pytest.raises(ValueError, match="position 2 of the column: 12019-06-28 is not in a year from 1 to 9999"):
        england().after_each(far, 1)
    with pytest.raises(ValueError, match="1 starts and 1 ends"):
        england().between_each(array([FIRST]), array([FIRST]).reshape(1, 1))


def test_pandas_columns_that_name_no_days_are_refused() -> None:
    """Text, numbers, categories, months and whole tables: the message says how to make days of them."""
    pd = package("pandas")
    text = pd.Series(["2019-06-28"])
    for column in (text.astype("category"), pd.Series([1]), pd.PeriodIndex(["2019-06"], freq="M")):
        with pytest.raises(TypeError, match=r'is not one of days: use \.astype\("datetime64\[s\]"\) first'):
            england().after_each(column, 1)
    with pytest.raises(TypeError, match="a DataFrame is not one column of days"):
        england().after_each(text.to_frame(), 1)
    with pytest.raises(TypeError, match="position 0 of the column: '2019-06-28' is not a day"):
        england().after_each(text.astype(object), 1)
    with pytest.raises(TypeError, match="position 1 of the column: NaT is not a day"):
        england().after_each([FIRST, pd.NaT], 1)


def test_polars_columns_that_name_no_days_are_refused() -> None:
    """Text, numbers and whole tables are refused, and years that no date has are named."""
    pl = package("polars")
    for column in (pl.Series(["2019-06-28"]), pl.Series([1])):
        with pytest.raises(TypeError, match=r"a Polars Series of (String|Int64) is not one column of days"):
            england().after_each(column, 1)
    with pytest.raises(TypeError, match="a Polars DataFrame is not one column of days"):
        england().after_each(pl.DataFrame(), 1)
    far = pl.Series([0, None, 10_000_000], dtype=pl.Int32).cast(pl.Date)
    with pytest.raises(ValueError, match="position 2 of the column: 10000000 days from 1970"):
        england().after_each(far, 1)


def test_a_moment_is_on_the_day_that_is_written() -> None:
    """A quarter to midnight in London is that day in London, whatever day it is elsewhere."""
    pl = package("polars")
    utc = pl.Series([datetime(2019, 4, 18, 22, 45, tzinfo=UTC)])
    assert england().after_each(utc, 1).to_list() == [date(2019, 4, 23)]
    london = utc.dt.convert_time_zone("Europe/London")
    assert in_kind(london, lambda day: day).to_list() == [date(2019, 4, 18)]
    after_midnight = pl.Series([datetime(2019, 4, 18, 23, 45, tzinfo=UTC)]).dt.convert_time_zone("Europe/London")
    assert in_kind(after_midnight, lambda day: day).to_list() == [date(2019, 4, 19)]
