"""The gazetteer: which bodies there were on a date, and which must be the safeguarding partners of an area.

Nothing of it is read before it is asked for, and then only the tables that the question needs. What the tables hold,
how current they are, and whose they are, is told in ``docs/gazetteer.md``.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from safeguarding.law.gazetteer.bodies import Authority, Basis, District, HealthBody, Part, PoliceForce, Strength
    from safeguarding.law.gazetteer.finding import Found, find_authority, find_force, find_health_body
    from safeguarding.law.gazetteer.required import RequiredPartner, WhoMust, who_must

__all__ = [
    "Authority",
    "Basis",
    "District",
    "Found",
    "HealthBody",
    "Part",
    "PoliceForce",
    "RequiredPartner",
    "Strength",
    "WhoMust",
    "find_authority",
    "find_force",
    "find_health_body",
    "who_must",
]

# Whether an area is known at all is asked of every file: that must not pay for the classes of what is known.
_FILES = {
    "bodies": ("Authority", "Basis", "District", "HealthBody", "Part", "PoliceForce", "Strength"),
    "finding": ("Found", "find_authority", "find_force", "find_health_body"),
    "required": ("RequiredPartner", "WhoMust", "who_must"),
}
_FILE_OF = {name: file for file, names in _FILES.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in _FILE_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(import_module(f"{__name__}.{_FILE_OF[name]}"), name)
    globals()[name] = found
    return found
