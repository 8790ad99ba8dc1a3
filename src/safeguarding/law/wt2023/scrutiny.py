"""Working Together 2023, information sharing, independent scrutiny and funding."""

from __future__ import annotations

from safeguarding.law.requirement import Requirement

REQUIREMENTS: tuple[Requirement, ...] = ()
