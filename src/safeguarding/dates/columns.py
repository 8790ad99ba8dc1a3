"""How a column of days is answered: in the kind in which it came, without a package that the caller does not use.

A list or a tuple, and the columns of numpy, pandas and Polars, are all answered by one function of one day. It is
called once for each different day; every row is then a look-up. None of the packages is imported here: whoever
holds one of their columns has imported it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from operator import sub
from typing import Any

from safeguarding.errors import BeyondHorizonError

Gives = type[date] | type[bool] | type[int]
"""What a function of a day answers with."""

_EPOCH = date(1970, 1, 1).toordinal()
"""Where numpy and Polars count days from."""
_DAYS = (date.min.toordinal() - _EPOCH, date.max.toordinal() - _EPOCH)
"""The first and the last day that Python's dates know, counted so."""
_REFUSED = (BeyondHorizonError, TypeError, ValueError)
"""What a day that cannot be answered raises."""
_ACCEPTED = (
    "a list, a tuple or another iterable of datetime.date, a numpy array of datetime64, a pandas Series or Index of "
    "datetime64 or of dates, a Polars Series of Date or Datetime"
)


def in_kind(column: Any, per_day: Callable[[date], object], gives: Gives = date, *, name: str = "column") -> Any:
    """Answer each day of a column, and give the answers back in the kind in which the days came.

    ==================================  ==================  ===========================  =======================
    days                                answers: days       answers: counts, yes and no  a missing day
    ==================================  ==================  ===========================  =======================
    tuple                               tuple               tuple                        None, and stays so
    list, another iterable              list                list                         None, and stays so
    numpy array of datetime64           datetime64[D]       int64, bool                  NaT; else it is masked
    pandas Series or Index              the same dtype      Int64, boolean               NaT or None; else <NA>
    Polars Series of Date or Datetime   Date                Int64, Boolean               null
    ==================================  ==================  ===========================  =======================

    A time of day is left out, and a time zone too: the day is the one that is written. A Series keeps its index and
    its name.

    Args:
        column: the days.
        per_day: what answers one day.
        gives: what it answers with: ``date``, ``bool`` or ``int``.
        name: what to call the column in a message.

    Raises:
        TypeError: what was given is not a column of days.
        BeyondHorizonError: a day cannot be answered; the message names the first such position, counted from 0.

    >>> in_kind((date(2019, 6, 28), None), date.isoweekday, int)
    (5, None)
    """
    library = library_of(column)
    if library:
        return _LIBRARIES[library](sys.modules[library], column, per_day, gives, name)
    answers = _each(_listed(column), per_day, name)
    return tuple(answers) if isinstance(column, tuple) else answers


def apart_in_kind(starts: Any, ends: Any, measure: Callable[[date], int]) -> Any:
    """Say how far apart two columns of days are, row by row: the measure of the end less that of the start.

    Args:
        starts: the days from which is counted.
        ends: the days up to which is counted: as many, in a column of the same kind (and, in pandas, with the same
            index).
        measure: how far a day is along: ``date.toordinal`` gives days, ``WorkingDays.through`` working days.

    Returns:
        Counts, as ``in_kind`` gives them back; missing where either day is. A Series has the name of the starts.

    Raises:
        TypeError: what was given are not two columns of days of the same kind.
        ValueError: the columns do not belong row to row.
        BeyondHorizonError: a day cannot be answered; the message names the column and the first such position.

    >>> apart_in_kind([date(2019, 6, 28)], [date(2019, 7, 1)], date.toordinal)
    [3]
    """
    library = library_of(starts)
    if library != library_of(ends) or (library == "pandas" and hasattr(starts, "index") != hasattr(ends, "index")):
        kinds = f"the starts are a {type(starts).__name__} and the ends a {type(ends).__name__}"
        raise TypeError(f"{kinds}: give both as columns of the same kind")
    if not library:
        starts, ends = _listed(starts), _listed(ends)
    if len(starts) != len(ends) or getattr(starts, "shape", None) != getattr(ends, "shape", None):
        raise ValueError(f"there are {len(starts)} starts and {len(ends)} ends: each start needs its end")
    if library == "pandas" and hasattr(starts, "index") and not starts.index.equals(ends.index):
        raise ValueError("the starts and the ends have different indexes: give both the same, as with reset_index")
    begun = in_kind(starts, measure, int, name="starts")
    ended = in_kind(ends, measure, int, name="ends")
    if library == "pandas":
        return (ended - begun).rename(starts.name)
    if library:
        return (ended - begun).alias(starts.name) if library == "polars" else ended - begun
    try:
        counts = list(map(sub, ended, begun))
    except TypeError:
        counts = [None if None in pair else sub(*pair) for pair in zip(ended, begun, strict=True)]
    return tuple(counts) if isinstance(starts, tuple) else counts


def _listed(column: Any) -> Sequence[Any]:
    """Keep what can be gone through only once."""
    if not isinstance(column, Iterable):
        raise TypeError(f"{column!r} is not a column of days: give {_ACCEPTED}")
    return column if isinstance(column, (list, tuple)) else list(column)


def library_of(column: Any) -> str:
    """Say which of numpy, pandas and Polars a column belongs to; empty for none of them."""
    modules = (base.__module__.partition(".")[0] for base in type(column).__mro__)
    return next((module for module in modules if module in _LIBRARIES), "")


class _Answers(dict[Any, Any]):
    """The answer for each different day, found when it is first asked for."""

    def __init__(self, per_day: Callable[[date], object]) -> None:
        super().__init__({None: None})
        self._per_day = per_day

    def __missing__(self, day: date) -> object:
        answer = self[day] = self._per_day(day)
        return answer


def _each(days: Sequence[Any], per_day: Callable[[date], object], name: str) -> list[Any]:
    """Answer plain days, None with None."""
    try:
        return list(map(_Answers(per_day).__getitem__, days))
    except _REFUSED as error:
        raise _first_refused(days, per_day, name, error) from error


def _first_refused(days: Iterable[Any], per_day: Callable[[date], object], name: str, error: Exception) -> Exception:
    """Say again why a day cannot be answered, with the position of the first such day."""
    for position, day in enumerate(days):
        try:
            if day is not None:
                per_day(day)
        except BeyondHorizonError as beyond:
            return BeyondHorizonError(f"{_place(name, position)}: {beyond}", beyond.asked, beyond.horizon)
        except TypeError as wrong:
            return TypeError(f"{_place(name, position)}: {wrong}")
        except ValueError as wrong:
            return ValueError(f"{_place(name, position)}: {wrong}")
    return error


def _place(name: str, position: int) -> str:
    return f"position {position} of the {name}"


# --- by index: each different day is answered once, and each row looks its answer up --------------------------------


def _numpy(np: Any, column: Any, per_day: Callable[[date], object], gives: Gives, name: str) -> Any:
    """Answer a numpy array: NaT stays NaT, and a count that is missing is masked."""
    values, missing = _looked_up(np, column, per_day, gives, name)
    masked = isinstance(column, np.ma.MaskedArray) or (gives is not date and missing.any())
    return np.ma.array(values, mask=missing) if masked else values


def _looked_up(np: Any, column: Any, per_day: Callable[[date], object], gives: Gives, name: str) -> tuple[Any, Any]:
    """Return an answer for each row of an array, and which rows are missing and have none that means anything."""
    if column.dtype.kind != "M" or np.datetime_data(column.dtype)[0] in {"Y", "M", "W"}:
        raise TypeError(
            f"a numpy array of {column.dtype} does not say which day is meant: give datetime64[D], or a finer unit"
        )
    days = np.ma.getdata(column).astype("datetime64[D]")
    missing = np.isnat(days) | np.ma.getmaskarray(column)
    counted = np.where(missing, np.datetime64(0, "D"), days).astype("int64")
    known = counted[~missing]
    outside = ~missing & ((counted < _DAYS[0]) | (counted > _DAYS[1]))
    if outside.any():
        position = int(np.flatnonzero(outside)[0])
        raise ValueError(f"{_place(name, position)}: {days.flat[position]} is not in a year from 1 to 9999")
    low = int(known.min()) if known.size else 0
    seen = np.zeros(int(known.max()) - low + 1 if known.size else 1, dtype=bool)
    seen[known - low] = True
    distinct = np.flatnonzero(seen)
    try:
        answers = _distinct(distinct.tolist(), low, per_day)
    except _REFUSED as error:
        raise _first_refused(np.ma.array(days, mask=missing).ravel().tolist(), per_day, name, error) from error
    table = np.zeros(seen.shape, dtype="datetime64[D]" if gives is date else gives)
    table[distinct] = np.array(answers, dtype=table.dtype)
    values = table[np.where(missing, 0, counted - low)]
    if gives is date:
        values[missing] = np.datetime64("NaT")
    return values, missing


def _distinct(offsets: Iterable[int], low: int, per_day: Callable[[date], object]) -> list[object]:
    """Answer each different day."""
    return [per_day(date.fromordinal(_EPOCH + low + offset)) for offset in offsets]


def _pandas(pd: Any, column: Any, per_day: Callable[[date], object], gives: Gives, name: str) -> Any:
    """Answer a pandas Series or Index, with its index and name."""
    if not isinstance(column, (pd.Series, pd.Index)):
        raise TypeError(f"a {type(column).__name__} is not one column of days: give a Series or an Index")

    def back(values: Any, dtype: Any) -> Any:
        if isinstance(column, pd.Series):
            return pd.Series(values, index=column.index, name=column.name).astype(dtype)
        return pd.Index(values, name=column.name).astype(dtype)

    if column.dtype == object:
        missing = column.isna()
        plain = [None if absent else day for day, absent in zip(column, missing, strict=True)]
        answers = _each(plain, per_day, name)
        if gives is date:
            kept = [day if absent else answer for day, absent, answer in zip(column, missing, answers, strict=True)]
            return back(pd.array(kept, dtype=object), object)
        return back(pd.array(answers, dtype=_NULLABLE[gives]), _NULLABLE[gives])
    if isinstance(column.dtype, pd.DatetimeTZDtype):
        column = (column.dt if isinstance(column, pd.Series) else column).tz_localize(None)
    elif getattr(column.dtype, "kind", "") != "M" or not hasattr(column.dtype, "itemsize"):
        raise TypeError(f'a pandas column of {column.dtype} is not one of days: use .astype("datetime64[s]") first')
    values, missing = _looked_up(sys.modules["numpy"], column.to_numpy(), per_day, gives, name)
    if gives is date:
        return back(values, column.dtype)
    array = pd.arrays.BooleanArray if gives is bool else pd.arrays.IntegerArray
    return back(array(values, missing), _NULLABLE[gives])


def _polars(pl: Any, column: Any, per_day: Callable[[date], object], gives: Gives, name: str) -> Any:
    """Answer a Polars Series, without numpy: nulls stay null."""
    if not isinstance(column, pl.Series) or column.dtype not in (pl.Date, pl.Datetime, pl.Null):
        kind = f"Series of {column.dtype}" if isinstance(column, pl.Series) else type(column).__name__
        raise TypeError(f"a Polars {kind} is not one column of days: give a Series of Date or Datetime")
    days = (column.dt.date() if column.dtype == pl.Datetime else column.cast(pl.Date)).to_physical()
    outside = ((days < _DAYS[0]) | (days > _DAYS[1])).fill_null(value=False)
    if outside.any():
        position = outside.arg_max()
        raise ValueError(f"{_place(name, position)}: {days[position]} days from 1970 is not in a year from 1 to 9999")
    distinct = days.drop_nulls().unique().sort().to_list()
    low = distinct[0] if distinct else 0
    try:
        answers = _distinct((day - low for day in distinct), low, per_day)
    except _REFUSED as error:
        raise _first_refused(days.cast(pl.Date).to_list(), per_day, name, error) from error
    table: list[object] = [None] * (distinct[-1] - low + 1 if distinct else 1)
    for day, answer in zip(distinct, answers, strict=True):
        table[day - low] = answer
    dtype = {date: pl.Date, bool: pl.Boolean, int: pl.Int64}[gives]
    return pl.Series(table, dtype=dtype).gather(days - low).alias(column.name)


_NULLABLE: dict[Gives, str] = {bool: "boolean", int: "Int64"}
_LIBRARIES: dict[str, Callable[..., Any]] = {"numpy": _numpy, "pandas": _pandas, "polars": _polars}
