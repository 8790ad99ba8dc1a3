"""What follows from what the documents say."""

from safeguarding.structure.accountability import Accountability
from safeguarding.structure.localities import LocalityScheme, locality_scheme
from safeguarding.structure.situation import Situation, day_of, situations, versions_in_force

__all__ = [
    "Accountability",
    "LocalityScheme",
    "Situation",
    "day_of",
    "locality_scheme",
    "situations",
    "versions_in_force",
]
