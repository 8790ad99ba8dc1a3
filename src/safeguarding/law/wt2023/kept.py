"""What Working Together 2023 keeps of 2018: where it stands there, and how well that is known.

What has no successor among the keys of 2023, and has not ceased, is kept. Where the paragraph was read it is given;
else the rule is carried over, since no change of it is reported.
"""

from __future__ import annotations

from collections.abc import Mapping

from safeguarding.law.instruments import WT2018, WT2023, Citation, Verification
from safeguarding.law.requirement import Kept, Requirement

CHAPTERS = {"ch1": 3, "ch2": 4, "ch3": 2, "ch4": 5, "ch5": 6}
"""The chapter of 2023 that each chapter of 2018 became."""

READ: dict[str, str] = {}
"""The paragraph of 2023, which counts them through the whole, at which each rule was read."""


def kept(held: Mapping[str, Requirement]) -> dict[str, Kept]:
    """Return how the edition keeps what earlier editions asked, by key."""
    succeeded = {before for item in held.values() for before in item.succeeds}
    return {
        key: _kept(key)
        for key, item in held.items()
        if item.edition == WT2018.id and key not in succeeded and not item.ceased
    }


def _kept(key: str) -> Kept:
    chapter = f"chapter {CHAPTERS[key.partition('.')[0]]}"
    read = READ.get(key)
    return Kept(
        edition=WT2023.id,
        citation=Citation(instrument=WT2023, provision=f"{chapter}, {read}" if read else chapter),
        verification=Verification.READ if read else Verification.CARRIED,
        read_at=("WT23",) if read else (),
    )
