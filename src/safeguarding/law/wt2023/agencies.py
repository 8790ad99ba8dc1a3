"""Working Together 2023, relevant agencies, education, voluntary organisations."""

from __future__ import annotations

from safeguarding.law.requirement import Requirement

REQUIREMENTS: tuple[Requirement, ...] = ()
