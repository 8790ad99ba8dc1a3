"""What follows from what the documents say."""

from safeguarding.structure.accountability import Accountability, leads
from safeguarding.structure.caseload import ANY_DAY, Caseload, first, when
from safeguarding.structure.localities import LocalityScheme, locality_doubts, locality_scheme
from safeguarding.structure.payments import bearers, equal_shares, nothing, own_payments, total, without_payer
from safeguarding.structure.situation import Situation, published, statuses
from safeguarding.structure.versions import day_of, situations, versions_in_force

__all__ = [
    "ANY_DAY",
    "Accountability",
    "Caseload",
    "LocalityScheme",
    "Situation",
    "bearers",
    "day_of",
    "equal_shares",
    "first",
    "leads",
    "locality_doubts",
    "locality_scheme",
    "nothing",
    "own_payments",
    "published",
    "situations",
    "statuses",
    "total",
    "versions_in_force",
    "when",
    "without_payer",
]
