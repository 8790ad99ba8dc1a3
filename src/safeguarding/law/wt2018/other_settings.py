"""Chapter 2, single organisations: schools, health, secure establishments, voluntary bodies."""

from __future__ import annotations

from safeguarding.law.requirement import Requirement

REQUIREMENTS: tuple[Requirement, ...] = ()
