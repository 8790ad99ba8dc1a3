"""Reorganisation: councils, health bodies or partnerships that end, and what follows for a partnership."""

from safeguarding.assessment.reorganisation.consequences import Certainty, Consequence, Follows, Reorganised, Unmatched
from safeguarding.assessment.reorganisation.events import Begun, Ended, EventKind, Part, Reorganisation, Sort
from safeguarding.assessment.reorganisation.known import events_of
from safeguarding.assessment.reorganisation.reorganised import reorganised
from safeguarding.assessment.reorganisation.roles import Role

__all__ = [
    "Begun",
    "Certainty",
    "Consequence",
    "Ended",
    "EventKind",
    "Follows",
    "Part",
    "Reorganisation",
    "Reorganised",
    "Role",
    "Sort",
    "Unmatched",
    "events_of",
    "reorganised",
]
