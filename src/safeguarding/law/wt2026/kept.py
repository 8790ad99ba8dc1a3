"""What is carried over into Working Together 2026, whose text was not read: all that the edition of 2023 asks."""

from __future__ import annotations

from collections.abc import Mapping

from safeguarding.law.instruments import WT2023, WT2026, Citation, Verification
from safeguarding.law.requirement import Kept, Requirement


def kept(held: Mapping[str, Requirement]) -> dict[str, Kept]:
    """Return how the edition keeps what earlier editions asked, by key."""
    return {key: _kept(item) for key, item in held.items() if WT2023.id in item.editions and not item.ceased}


def _kept(item: Requirement) -> Kept:
    last = next(version for version in item.versions if version.edition == WT2023.id)
    provision = f"not re-read; in 2023 {last.citations[0].provision}"
    return Kept(
        edition=WT2026.id,
        citation=Citation(instrument=WT2026, provision=provision),
        verification=Verification.CARRIED,
        level=last.level,
    )
