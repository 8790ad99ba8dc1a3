"""England's multi-agency safeguarding children arrangements as facts, beside the law.

``load`` reads what a partnership's documents say, ``assess`` compares it with what the law asks on a date, and ``due``
lists what falls due.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from safeguarding.assessment import Agenda, Assessment, Finding, assess
    from safeguarding.assessment.beside import SideBySide, side_by_side
    from safeguarding.assessment.changes import Consequences, consequences
    from safeguarding.assessment.due import due
    from safeguarding.assessment.governance import Governance, governance
    from safeguarding.assessment.performance import clock_records, performance
    from safeguarding.assessment.reorganisation import events_of, reorganised
    from safeguarding.dates import TimeLimit, Unit, WorkingDays, england
    from safeguarding.dates.timeliness import due_each, states_each, timeliness
    from safeguarding.errors import (
        BeyondHorizonError,
        CannotAssessError,
        InvalidDocumentError,
        Problem,
        SafeguardingError,
        UnknownAreaError,
        UnknownRequirementError,
    )
    from safeguarding.files import dumps, load, loads
    from safeguarding.files.events import load_events
    from safeguarding.files.grouping import load_each
    from safeguarding.law.catalogue import catalogue, requirement
    from safeguarding.law.gazetteer import WhoMust, who_must
    from safeguarding.law.outcomes import Outcome
    from safeguarding.model import Document, Partnership
    from safeguarding.structure.differences import CannotApplyError, Difference, diff
    from safeguarding.structure.meetings import meetings_kept
    from safeguarding.views import (
        agenda_as_csv,
        agenda_as_ics,
        agenda_as_json,
        agenda_as_text,
        as_json,
        as_markdown,
        as_text,
    )
    from safeguarding.views.beside import side_by_side_as_json, side_by_side_as_markdown, side_by_side_as_text
    from safeguarding.views.bodies import bodies_as_json, bodies_as_text
    from safeguarding.views.changes import (
        difference_as_json,
        difference_as_markdown,
        difference_as_records,
        difference_as_text,
    )
    from safeguarding.views.changes.drawing import difference_as_diagram
    from safeguarding.views.changes.updates import updates, updates_as_text
    from safeguarding.views.diagram import diagram
    from safeguarding.views.diagrams.shown import Diagram
    from safeguarding.views.governance import (
        governance_as_json,
        governance_as_markdown,
        governance_as_text,
        governance_records,
    )
    from safeguarding.views.reorganisation import reorganised_as_text
    from safeguarding.views.reorganisation_json import reorganised_as_json
    from safeguarding.views.timeline import timeline

__all__ = [
    "Agenda",
    "Assessment",
    "BeyondHorizonError",
    "CannotApplyError",
    "CannotAssessError",
    "Consequences",
    "Diagram",
    "Difference",
    "Document",
    "Finding",
    "Governance",
    "InvalidDocumentError",
    "Outcome",
    "Partnership",
    "Problem",
    "SafeguardingError",
    "SideBySide",
    "TimeLimit",
    "Unit",
    "UnknownAreaError",
    "UnknownRequirementError",
    "WhoMust",
    "WorkingDays",
    "agenda_as_csv",
    "agenda_as_ics",
    "agenda_as_json",
    "agenda_as_text",
    "as_json",
    "as_markdown",
    "as_text",
    "assess",
    "bodies_as_json",
    "bodies_as_text",
    "catalogue",
    "clock_records",
    "consequences",
    "diagram",
    "diff",
    "difference_as_diagram",
    "difference_as_json",
    "difference_as_markdown",
    "difference_as_records",
    "difference_as_text",
    "due",
    "due_each",
    "dumps",
    "england",
    "events_of",
    "governance",
    "governance_as_json",
    "governance_as_markdown",
    "governance_as_text",
    "governance_records",
    "load",
    "load_each",
    "load_events",
    "loads",
    "meetings_kept",
    "performance",
    "reorganised",
    "reorganised_as_json",
    "reorganised_as_text",
    "requirement",
    "side_by_side",
    "side_by_side_as_json",
    "side_by_side_as_markdown",
    "side_by_side_as_text",
    "states_each",
    "timeline",
    "timeliness",
    "updates",
    "updates_as_text",
    "who_must",
]

# Each name is looked up when it is first used: making the model's classes takes longer than starting Python.
_ROOMS = {
    "safeguarding.assessment": ("Agenda", "Assessment", "Finding", "assess"),
    "safeguarding.assessment.beside": ("SideBySide", "side_by_side"),
    "safeguarding.assessment.changes": ("Consequences", "consequences"),
    "safeguarding.assessment.due": ("due",),
    "safeguarding.assessment.governance": ("Governance", "governance"),
    "safeguarding.assessment.performance": ("clock_records", "performance"),
    "safeguarding.assessment.reorganisation": ("events_of", "reorganised"),
    "safeguarding.dates": ("TimeLimit", "Unit", "WorkingDays", "england"),
    "safeguarding.dates.timeliness": ("due_each", "states_each", "timeliness"),
    "safeguarding.errors": (
        "BeyondHorizonError",
        "CannotAssessError",
        "InvalidDocumentError",
        "Problem",
        "SafeguardingError",
        "UnknownAreaError",
        "UnknownRequirementError",
    ),
    "safeguarding.files": ("dumps", "load", "loads"),
    "safeguarding.files.events": ("load_events",),
    "safeguarding.files.grouping": ("load_each",),
    "safeguarding.law.catalogue": ("catalogue", "requirement"),
    "safeguarding.law.gazetteer": ("WhoMust", "who_must"),
    "safeguarding.law.outcomes": ("Outcome",),
    "safeguarding.model": ("Document", "Partnership"),
    "safeguarding.structure.differences": ("CannotApplyError", "Difference", "diff"),
    "safeguarding.structure.meetings": ("meetings_kept",),
    "safeguarding.views": (
        "agenda_as_csv",
        "agenda_as_ics",
        "agenda_as_json",
        "agenda_as_text",
        "as_json",
        "as_markdown",
        "as_text",
    ),
    "safeguarding.views.beside": ("side_by_side_as_json", "side_by_side_as_markdown", "side_by_side_as_text"),
    "safeguarding.views.bodies": ("bodies_as_json", "bodies_as_text"),
    "safeguarding.views.changes": (
        "difference_as_json",
        "difference_as_markdown",
        "difference_as_records",
        "difference_as_text",
    ),
    "safeguarding.views.changes.drawing": ("difference_as_diagram",),
    "safeguarding.views.changes.updates": ("updates", "updates_as_text"),
    "safeguarding.views.diagram": ("diagram",),
    "safeguarding.views.governance": (
        "governance_as_json",
        "governance_as_markdown",
        "governance_as_text",
        "governance_records",
    ),
    "safeguarding.views.reorganisation": ("reorganised_as_text",),
    "safeguarding.views.reorganisation_json": ("reorganised_as_json",),
    "safeguarding.views.diagrams.shown": ("Diagram",),
    "safeguarding.views.timeline": ("timeline",),
}
_ROOM_OF = {name: room for room, names in _ROOMS.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in _ROOM_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(import_module(_ROOM_OF[name]), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return [*__all__, *(name for name in globals() if name not in __all__)]
