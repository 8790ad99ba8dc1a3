"""Chapter 1, early help: co-operation, and who helps before a need grows."""

from __future__ import annotations

from safeguarding.law.requirement import Requirement

REQUIREMENTS: tuple[Requirement, ...] = ()
