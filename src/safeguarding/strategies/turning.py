"""The days on which an answer may change."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from attrs import fields, has
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from safeguarding.dates import PartialDate
from safeguarding.law.catalogue import catalogue
from safeguarding.model import Partnership
from safeguarding.strategies.values import EARLIEST, LATEST, days


def turning_days(partnership: Partnership, *, earliest: date = EARLIEST, latest: date = LATEST) -> SearchStrategy[date]:
    """Make days to judge a partnership by: more often those on which something begins or ends.

    These are the first and the last day that each date in its documents may be, the days on which provisions
    come into force, are due and are replaced, and the days beside them; and then any other day.

    Args:
        partnership: the partnership.
        earliest: the first day.
        latest: the last.
    """
    near = {
        day + timedelta(days=beside)
        for day in (*_of_law(), *_of_value(partnership.documents))
        if earliest <= day <= latest
        for beside in (-1, 0, 1)
    }
    within = sorted(day for day in near if earliest <= day <= latest)
    others = days(earliest=earliest, latest=latest)
    return st.sampled_from(within) | others if within else others


def _of_law() -> Iterator[date]:
    for requirement in catalogue().values():
        for day in (requirement.starts, requirement.ends, requirement.owed_from):
            if day is not None:
                yield day


def _of_value(value: Any) -> Iterator[date]:
    """Find the ends of every date inside a value."""
    if isinstance(value, PartialDate):
        yield value.earliest
        yield value.latest
    elif isinstance(value, tuple):
        for item in value:
            yield from _of_value(item)
    elif has(type(value)):
        for attribute in fields(type(value)):
            yield from _of_value(getattr(value, attribute.name))
