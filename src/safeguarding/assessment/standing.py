"""Whether a requirement is asked at all: what the date, the edition and a document's time say of it by themselves."""

from __future__ import annotations

from datetime import date
from functools import cache

from safeguarding.dates import in_words
from safeguarding.law.catalogue import catalogue
from safeguarding.law.editions import edition
from safeguarding.law.instruments import WT2018
from safeguarding.law.outcomes import Answer, Outcome
from safeguarding.law.requirement import Checked, Requirement
from safeguarding.model import DocumentKind


@cache
def standing(as_of: date, guidance: str | None) -> dict[str, tuple[Answer | None, bool]]:
    """Return, by key, the answer that date and edition give by themselves; else whether the document's time decides."""
    found: dict[str, tuple[Answer | None, bool]] = {}
    for item in catalogue().values():
        never = _never(item, as_of, guidance)
        # Whatever is before us while it is asked is taken as written by then.
        still = item.edition == WT2018.id and item.ends is not None and as_of <= item.ends
        found[item.key] = never, never is None and guidance is None and _by_its_own_time(item) and not still
    return found


def _never(item: Requirement, as_of: date, guidance: str | None) -> Answer | None:
    """Answer where the date and the edition say by themselves that a requirement is not asked."""
    message = _why_never(item, as_of, guidance)
    return Answer(possible=frozenset({Outcome.NOT_APPLICABLE}), message=message) if message else None


def _why_never(item: Requirement, as_of: date, guidance: str | None) -> str:
    """Say why a requirement is not asked on a date; nothing where it is, or may be."""
    if not item.commenced:
        return "enacted, and not shown to be in force"
    if guidance is not None and item.of_guidance:
        if guidance in item.editions:
            return ""
        return f"not asked by {edition(guidance).name}{_instead(item, guidance)}"
    if as_of < item.starts:
        return f"not in force until {in_words(item.starts)}"
    of_its_own_day = item.checked is Checked.EVENTS or item.of is not DocumentKind.ARRANGEMENTS
    if of_its_own_day or item.ends is None or as_of <= item.ends or _by_its_own_time(item):
        return ""  # each case, and each document, is judged by the law of its own day
    return f"not asked after {in_words(item.ends)}{_instead(item)}"


def _instead(item: Requirement, guidance: str | None = None) -> str:
    """Say what stands in the place of a requirement that has ended, or why nothing does."""
    others = [catalogue()[key] for key in item.succeeded_by]
    keys = [other.key for other in others if guidance is None or guidance in other.editions]
    if keys:
        return f": in its place stands {' and '.join(keys)}"
    return f": {item.ceased}" if item.ceased else ""


def _by_its_own_time(item: Requirement) -> bool:
    """Say whether it is about what arrangements contain, which are judged by the edition they were written under."""
    later = item.edition != WT2018.id or item.ends is not None
    return item.of_guidance and item.of_content and item.of is DocumentKind.ARRANGEMENTS and later


def why_not_of(item: Requirement) -> str:
    """Say why a requirement is not asked of a document by the time that it was written."""
    if item.edition == WT2018.id and item.ends is not None:
        return f"asked only of what was written by {in_words(item.ends)}{_instead(item)}"
    return f"asked of what is written under {edition(item.edition).name}, from {in_words(item.starts)}"
