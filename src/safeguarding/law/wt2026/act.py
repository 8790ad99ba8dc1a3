"""The Children's Wellbeing and Schools Act 2026, and what else of 2026 was read."""

from __future__ import annotations

from safeguarding.law.requirement import Requirement

REQUIREMENTS: tuple[Requirement, ...] = ()
