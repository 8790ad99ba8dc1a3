"""England's multi-agency safeguarding children arrangements as facts, beside the law.

``load`` reads what a partnership's documents say, ``assess`` compares it with what the law asks on a date.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
    from safeguarding.views import as_json, as_markdown, as_text
    from safeguarding.views.diagram import diagram

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
    "as_json",
    "as_markdown",
    "as_text",
    "assess",
    "catalogue",
    "diagram",
    "dumps",
    "load",
    "loads",
    "requirement",
]

# Each name is looked up when it is first used: making the model's classes takes longer than starting Python.
_ROOMS = {
    "safeguarding.assessment": ("Assessment", "Finding", "assess"),
    "safeguarding.errors": (
        "CannotAssessError",
        "InvalidDocumentError",
        "Problem",
        "SafeguardingError",
        "UnknownRequirementError",
    ),
    "safeguarding.files": ("dumps", "load", "loads"),
    "safeguarding.law.catalogue": ("catalogue", "requirement"),
    "safeguarding.law.outcomes": ("Outcome",),
    "safeguarding.model": ("Document", "Partnership"),
    "safeguarding.views": ("as_json", "as_markdown", "as_text"),
    "safeguarding.views.diagram": ("diagram",),
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
