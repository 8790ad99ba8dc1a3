"""Chapter 3, geographical area: what it is made of, joining areas, and changing them."""

from __future__ import annotations

from safeguarding.law.requirement import Requirement

REQUIREMENTS: tuple[Requirement, ...] = ()
