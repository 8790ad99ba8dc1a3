"""The Schedule to SI 2018/789: the 38 paragraphs that say which agencies can be relevant agencies."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from safeguarding.errors import UnknownRequirementError
from safeguarding.law.schedule_forms import Bearer, Heading, Paragraph, Wording
from safeguarding.law.schedule_paragraphs import PARAGRAPHS

__all__ = ["BY_KEY", "KEYS", "PARAGRAPHS", "Bearer", "Heading", "Paragraph", "Wording", "paragraph"]

BY_KEY: Mapping[str, Paragraph] = MappingProxyType({one.key: one for one in PARAGRAPHS})
"""The paragraphs, by key."""

KEYS: tuple[str, ...] = tuple(BY_KEY)
"""Their keys: the kinds of agency that the manifest counts."""

_BY_NUMBER = {one.number: one for one in PARAGRAPHS}


def paragraph(number: int, as_of: date | None = None) -> tuple[Paragraph, Wording]:
    """Return a paragraph, and what it says on a date.

    Args:
        number: its number, 1 to 38.
        as_of: the date; before 29 June 2018 the words as made are given, and without a date the latest.

    Raises:
        UnknownRequirementError: the Schedule has no paragraph of that number.
    """
    found = _BY_NUMBER.get(number)
    if found is None:
        raise UnknownRequirementError(f"the Schedule to SI 2018/789 has no paragraph {number}: it has 1 to 38")
    return found, found.wording(as_of)
