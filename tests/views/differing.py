"""Differences of an invented partnership that are told in several forms."""

from __future__ import annotations

import safeguarding as sg
from safeguarding import Difference, Partnership
from tests.assessment.test_changes import REPORT
from tests.structure.versions import (
    EASTSHIRE,
    POLICE,
    Edit,
    changed,
)

AS_OF = "2019-11-30"
LATER: tuple[Edit, ...] = (
    ('implemented = "2019-09-01"', 'updated = "2020-06"'),
    (POLICE, ""),
    ('name = "Training Group"', 'name = "Workforce Group"'),
    ('meets = "quarterly"', 'meets = "monthly"'),
    ('amount = "£30,000"', 'amount = "£29,999.99"'),
    ("page = 12", "page = 14"),
    ("[[milestone]]", '[[aim]]\nkind = "value"\nsays = "Children first."\nwhere = "Values"\n\n[[milestone]]'),
)  # fmt: skip


def told(*edits: Edit) -> str:
    """Show a difference as text, on one line so that a test need not know where it is wrapped."""
    return flat(sg.difference_as_text(changed(*edits)))


def flat(text: str) -> str:
    return " ".join(text.split())


def both(old: str, new: str) -> Difference:
    """Compare the arrangements and a report with new ones of both."""
    held = [Partnership(id="eastshire", documents=(sg.loads(text).documents[0], sg.loads(report).documents[0]))
            for text, report in ((EASTSHIRE, REPORT), (old, new))]  # fmt: skip
    return sg.diff(held[0], held[1])
