"""How what the documents say and what the law asks compare."""

from safeguarding.assessment.agenda import Agenda, Item, Kind, Standing
from safeguarding.assessment.engine import assess
from safeguarding.assessment.findings import Assessment, Cited, Finding, Remedy, Ruleset

__all__ = [
    "Agenda",
    "Assessment",
    "Cited",
    "Finding",
    "Item",
    "Kind",
    "Remedy",
    "Ruleset",
    "Standing",
    "assess",
]
