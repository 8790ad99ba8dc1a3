"""Working Together 2023, lead and delegated safeguarding partners, and the chair."""

from __future__ import annotations

from safeguarding.law.requirement import Requirement

REQUIREMENTS: tuple[Requirement, ...] = ()
