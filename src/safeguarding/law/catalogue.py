"""All that is asked, by key; and the name of this set of rules."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from attrs import evolve

from safeguarding.errors import UnknownRequirementError
from safeguarding.law import agencies, handover, schedule, transition
from safeguarding.law.requirement import Requirement
from safeguarding.law.wt2018 import (
    allegations,
    assessment_protocols,
    bereaved_families,
    child_death_duties,
    child_death_panels,
    child_death_process,
    child_deaths,
    child_protection,
    commissioning,
    disputes,
    early_help,
    enquiries,
    funding,
    geography,
    information_requests,
    information_sharing,
    leadership,
    local_reviews,
    national_reviews,
    notification,
    other_settings,
    partners,
    private_fostering,
    publication,
    rapid_reviews,
    relevant_agencies,
    report_contents,
    review_decisions,
    review_duties,
    review_findings,
    review_methods,
    review_reports,
    schools,
    scrutiny,
    section_11,
    thresholds,
    yearly_report,
)
from safeguarding.law.wt2023 import agencies as agencies_2023
from safeguarding.law.wt2023 import funding as funding_2023
from safeguarding.law.wt2023 import geography as geography_2023
from safeguarding.law.wt2023 import incidents as incidents_2023
from safeguarding.law.wt2023 import kept as kept_2023
from safeguarding.law.wt2023 import leads as leads_2023
from safeguarding.law.wt2023 import publication as publication_2023
from safeguarding.law.wt2023 import reports as reports_2023
from safeguarding.law.wt2023 import scrutiny as scrutiny_2023
from safeguarding.law.wt2026 import act as act_2026
from safeguarding.law.wt2026 import kept as kept_2026

_ROOMS = (
    # Chapter 1
    *(early_help, thresholds, information_sharing, assessment_protocols, enquiries),
    *(child_protection, private_fostering),
    # Chapter 2
    *(section_11, allegations, other_settings),
    # Chapter 3
    *(partners, leadership, geography, relevant_agencies, schools, information_requests),
    *(scrutiny, funding, publication, disputes, yearly_report, report_contents),
    # Chapter 4
    *(review_duties, notification, review_decisions, rapid_reviews, commissioning, local_reviews, review_methods),
    *(review_reports, review_findings, national_reviews),
    # Chapter 5
    *(bereaved_families, child_death_duties, child_death_panels, child_death_process, child_deaths),
    # Transition, and the Schedule of relevant agencies
    *(transition, handover, agencies),
    # Working Together 2023
    *(leads_2023, geography_2023, agencies_2023, scrutiny_2023, funding_2023),
    *(publication_2023, reports_2023, incidents_2023),
    # Working Together 2026, and the Act of that year
    act_2026,
)
"""In the order of the guidance, a heading at a time."""

_KEPT = (kept_2023.kept, kept_2026.kept)


@cache
def catalogue() -> Mapping[str, Requirement]:
    """Return every requirement that is held, by key, in the order of the guidance."""
    held = {item.key: item for room in _ROOMS for item in room.REQUIREMENTS}
    after: dict[str, tuple[str, ...]] = {}
    for item in held.values():
        for before in item.succeeds:
            after[before] = (*after.get(before, ()), item.key)
    for kept in _KEPT:
        for key, how in kept(held).items():
            held[key] = evolve(held[key], kept=(*held[key].kept, how))
    return MappingProxyType({key: evolve(item, succeeded_by=after.get(key, ())) for key, item in held.items()})


def requirement(key: str) -> Requirement:
    """Return one requirement.

    Raises:
        UnknownRequirementError: there is none of that key; the message names the nearest ones.
    """
    found = catalogue().get(key)
    if found is None:
        raise UnknownRequirementError(f'no requirement has the key "{key}": {nearest(key)}')
    return found


def nearest(key: str) -> str:
    """Say which keys come nearest to one that nothing has, or where they are listed."""
    from difflib import get_close_matches  # noqa: PLC0415  # only the error needs it

    near = get_close_matches(key.lower(), (*catalogue(), *schedule.KEYS), n=3, cutoff=0.5)
    return f"did you mean {' or '.join(near)}" if near else "safeguarding law lists them all"
