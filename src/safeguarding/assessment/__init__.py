"""How what the documents say and what the law asks compare."""

from safeguarding.assessment.engine import assess
from safeguarding.assessment.findings import Assessment, Cited, Finding, Remedy, Ruleset

__all__ = ["Assessment", "Cited", "Finding", "Remedy", "Ruleset", "assess"]
