"""All of the digest is held: row by row, and counted as the digest itself counts."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from safeguarding.law.catalogue import catalogue
from safeguarding.law.coverage import CHAPTERS, coverage

HERE = Path(__file__).parent
HELD = ("wt2018", "transition", "relevant-agencies", "wt2023")

# As the digest counts its own rows: must, should, may, definition.
COUNTED = {
    "ch1": (7, 32, 0, 0),
    "ch2": (5, 22, 0, 0),
    "ch3": (24, 61, 9, 1),
    "ch4": (32, 41, 3, 3),
    "ch5": (10, 17, 5, 2),
    "trans": (8, 1, 0, 4),
    "ra": (4, 0, 2, 2),
    "wt23": (6, 61, 2, 1),
}


def rows() -> list[dict[str, str]]:
    """Read the rows of the digest that are to be held: of 2026 only what was read at a source."""
    with (HERE / "digest.csv").open(encoding="utf-8", newline="") as text:
        return [
            row
            for row in csv.DictReader(text)
            if row["level"] != "agency" and (row["file"] in HELD or row["status"] == "read at source")
        ]


def test_no_key_of_the_digest_is_missing() -> None:
    """Every row of the digest is in the catalogue, and nothing else is."""
    assert sorted(catalogue()) == sorted(row["key"] for row in rows())


def test_the_digest_was_copied_whole() -> None:
    """The copied rows come to the numbers that the digest prints under each file."""
    found = Counter((row["key"].partition(".")[0], row["level"]) for row in rows())
    for prefix, numbers in COUNTED.items():
        assert tuple(found[prefix, level] for level in ("must", "should", "may", "definition")) == numbers


@pytest.mark.parametrize("prefix", COUNTED)
def test_the_manifest_has_each_chapter_in_full(prefix: str) -> None:
    """What `law --coverage` counts is what the digest counts."""
    levels, checked, known = coverage()
    assert levels.rows[prefix] == COUNTED[prefix]
    assert sum(checked.rows[prefix]) == sum(known.rows[prefix]) == sum(COUNTED[prefix])


def test_every_row_is_in_a_chapter() -> None:
    """No key has a first part that the manifest leaves out."""
    assert {key.partition(".")[0] for key in catalogue()} <= set(CHAPTERS)
    assert all(sum(table.totals) == len(catalogue()) for table in coverage())
