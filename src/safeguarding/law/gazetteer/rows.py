"""The rows of the tables as they are written, and for which dates they speak."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from pkgutil import get_data

KNOWN_FROM = date(2018, 4, 1)
"""The first day for which the tables say which health body takes in which area."""

KNOWN_TO = date(2026, 11, 30)
"""The last day of the month in which they were put together: nothing that came later is in them."""

CODES_FROM = date(2009, 1, 1)
"""Where the list of codes of authorities begins: a body of which that is the first day in it is older."""

BOARDS_FROM = date(2022, 7, 1)
"""Integrated care boards took the place of clinical commissioning groups: Health and Care Act 2022."""


def rows(table: str) -> Iterator[list[str]]:
    """Read the rows of a table, without its header."""
    data = get_data("safeguarding.law.gazetteer", f"{table}.csv") or b""
    found = csv.reader(data.decode("utf-8").splitlines())
    next(found)
    return found
