"""All that is asked, by key; and the name of this set of rules."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from safeguarding.errors import UnknownRequirementError
from safeguarding.law import handover, transition
from safeguarding.law.requirement import Requirement
from safeguarding.law.wt2018 import (
    allegations,
    child_deaths,
    child_protection,
    disputes,
    funding,
    leadership,
    local_reviews,
    notification,
    partners,
    private_fostering,
    publication,
    rapid_reviews,
    relevant_agencies,
    review_decisions,
    review_findings,
    review_reports,
    scrutiny,
    yearly_report,
)

_ROOMS = (
    *(child_protection, private_fostering, allegations),
    *(partners, leadership, relevant_agencies, scrutiny, funding, publication, disputes, yearly_report),
    *(notification, review_decisions, rapid_reviews, local_reviews, review_reports, review_findings),
    child_deaths,
    *(transition, handover),
)
"""In the order of the guidance, a heading at a time."""


@cache
def catalogue() -> Mapping[str, Requirement]:
    """Return every requirement that is held, by key, in the order of the guidance."""
    return MappingProxyType({item.key: item for room in _ROOMS for item in room.REQUIREMENTS})


def requirement(key: str) -> Requirement:
    """Return one requirement.

    Raises:
        UnknownRequirementError: there is none of that key; the message names the nearest ones.
    """
    found = catalogue().get(key)
    if found is None:
        from difflib import get_close_matches  # noqa: PLC0415  # only the error needs it

        near = get_close_matches(key, catalogue(), n=3, cutoff=0.5)
        hint = f"did you mean {' or '.join(near)}" if near else "safeguarding law lists them all"
        raise UnknownRequirementError(f'no requirement has the key "{key}": {hint}')
    return found
