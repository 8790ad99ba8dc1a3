"""Chapter 1, local protocols for assessment: what they say, and that they are published."""

from __future__ import annotations

from safeguarding.law.requirement import Requirement

REQUIREMENTS: tuple[Requirement, ...] = ()
