"""Chapter 1, threshold documents: what they state, and that they are published."""

from __future__ import annotations

from safeguarding.law.requirement import Requirement

REQUIREMENTS: tuple[Requirement, ...] = ()
