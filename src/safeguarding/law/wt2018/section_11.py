"""Chapter 2, section 11: what organisations and agencies have in place."""

from __future__ import annotations

from safeguarding.law.requirement import Requirement

REQUIREMENTS: tuple[Requirement, ...] = ()
