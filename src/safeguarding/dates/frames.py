"""How a column is read as plain days, and how words and rows are given back in the kind in which it came."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from safeguarding.dates.columns import in_kind, library_of


def plain_days(column: Any, name: str) -> list[date | None]:
    """Read a column of any kind as a list of days, None where one is missing.

    Raises:
        TypeError: what was given is not a column of days.
    """
    library = library_of(column)
    if not library:
        return list(in_kind(column, _itself, name=name))
    if library == "numpy":
        return list(in_kind(column, _itself, name=name).tolist())
    if library == "polars":
        return list(in_kind(column, _itself, name=name).to_list())
    missing = column.isna()
    return [None if absent else _day(value) for value, absent in zip(column, missing, strict=True)]


def plain_names(column: Any) -> list[str]:
    """Read a column of any kind as a list of texts."""
    values: Iterable[Any] = column.tolist() if library_of(column) in {"numpy", "pandas"} else column
    return [str(value) for value in values]


def words_back(column: Any, words: Sequence[str]) -> Any:
    """Give a word for each row of a column back, in the kind in which it came."""
    library = library_of(column)
    if library == "numpy":
        return sys.modules["numpy"].array(words, dtype=str)
    if library == "polars":
        return sys.modules["polars"].Series(column.name, words, dtype=sys.modules["polars"].String)
    if library == "pandas":
        index = {"index": column.index} if hasattr(column, "index") else {}
        return sys.modules["pandas"].Series(words, name=column.name, dtype="string", **index)
    return tuple(words) if isinstance(column, tuple) else list(words)


def rows_back(column: Any, rows: Sequence[Any], records: Sequence[dict[str, Any]]) -> Any:
    """Give rows back: as a frame of their records where a column came from pandas or Polars, else as they are."""
    library = library_of(column)
    if library in {"pandas", "polars"}:
        return sys.modules[library].DataFrame(list(records))
    return tuple(rows)


def _itself(day: date) -> date:
    return day


def _day(value: Any) -> date:
    day: date = value.date() if hasattr(value, "date") else value
    return day
