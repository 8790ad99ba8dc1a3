"""The record of verification: what was read for which requirement, where, in what form, and what it showed."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

from attrs import frozen


@frozen(kw_only=True)
class Reading:
    """Something that was read of a requirement.

    Args:
        key: the key of the requirement.
        source: the name of the source; its address is in ``readings``.
        form: in what form it says so: official text, quotation, restatement, a local procedure, corroboration.
        shown: the paragraph or page that the source itself shows; empty where it shows none.
        verdict: confirmed, corrected, or only corroborated; bracketed, where an edition before and one after say it.
        says: what it showed, paraphrased.
        checked: the day on which it was read, as ``2026-11-29``; empty for what was read before days were kept.
    """

    key: str
    source: str
    form: str
    shown: str
    verdict: str
    says: str
    checked: str


@cache
def _readings() -> dict[str, tuple[Reading, ...]]:
    found: dict[str, list[Reading]] = {}
    text = (files("safeguarding.law") / "verified.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines()):
        found.setdefault(row["key"], []).append(Reading(**row))
    return {key: tuple(readings) for key, readings in found.items()}


def readings_of(key: str) -> tuple[Reading, ...]:
    """Return what was read of a requirement; nothing is recorded of those for which the Act itself was read first."""
    return _readings().get(key, ())
