"""The record of verification: every reading is of a row that is held, at a source that has an address."""

from __future__ import annotations

import csv
import re
from importlib.resources import files

import pytest

from safeguarding.law.catalogue import catalogue
from safeguarding.law.instruments import Verification
from safeguarding.law.readings import READINGS
from safeguarding.law.verified import readings_of

ROWS = list(csv.DictReader((files("safeguarding.law") / "verified.csv").read_text(encoding="utf-8").splitlines()))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['key']}-{row['source']}")
def test_a_reading_says_what_of_which_row_and_where(row: dict[str, str]) -> None:
    """Its key is in the digest's catalogue, its source has an address, and its day is a day."""
    assert row["source"] in READINGS
    assert row["form"]
    assert row["verdict"] in {"confirmed", "corrected", "corroborated", "bracketed"}
    assert re.fullmatch(r"|\d{4}-\d\d-\d\d", row["checked"])


def test_no_reading_is_of_a_row_that_is_not_held() -> None:
    """A key that was mistyped would be read by nobody."""
    assert {row["key"] for row in ROWS} <= set(catalogue())


def test_what_was_confirmed_at_a_source_is_not_from_memory() -> None:
    """A row that a source confirms is read, one that a source only applies is at least corroborated.

    One that was only found in an edition before and one after is bracketed, which proves nothing of the one between.
    """
    for row in ROWS:
        known = catalogue()[row["key"]].verification
        if row["verdict"] in {"confirmed", "corrected"}:
            assert known is Verification.READ, row
        elif row["verdict"] == "corroborated":
            assert known is not Verification.MEMORY, row


def test_readings_are_found_by_key() -> None:
    """The record of one row is that of the file, in its order."""
    key = ROWS[0]["key"]
    assert [reading.source for reading in readings_of(key)] == [row["source"] for row in ROWS if row["key"] == key]
    assert readings_of("ch9.nothing") == ()
