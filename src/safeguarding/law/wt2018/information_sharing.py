"""Chapter 1, information sharing: the arrangements that every organisation has for it."""

from __future__ import annotations

from safeguarding.law.requirement import Requirement

REQUIREMENTS: tuple[Requirement, ...] = ()
