"""England's multi-agency safeguarding children arrangements as facts, beside the law.

``load`` reads what a partnership's documents say, ``assess`` compares it with what the law asks on a date.
"""

from safeguarding.assessment import Assessment, Finding, assess
from safeguarding.errors import (
    CannotAssessError,
    InvalidDocumentError,
    Problem,
    SafeguardingError,
    UnknownRequirementError,
)
from safeguarding.files import dumps, load, loads
from safeguarding.law.catalogue import catalogue, requirement
from safeguarding.law.outcomes import Outcome
from safeguarding.model import Document, Partnership

__all__ = [
    "Assessment",
    "CannotAssessError",
    "Document",
    "Finding",
    "InvalidDocumentError",
    "Outcome",
    "Partnership",
    "Problem",
    "SafeguardingError",
    "UnknownRequirementError",
    "assess",
    "catalogue",
    "dumps",
    "load",
    "loads",
    "requirement",
]
