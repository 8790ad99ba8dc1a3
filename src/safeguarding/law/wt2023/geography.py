"""Working Together 2023, geographical area and links to other partnerships."""

from __future__ import annotations

from safeguarding.law.requirement import Requirement

REQUIREMENTS: tuple[Requirement, ...] = ()
