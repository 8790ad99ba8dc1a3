"""Chapter 4, commissioning a local review: the reviewer, the method, supervision."""

from __future__ import annotations

from safeguarding.law.requirement import Requirement

REQUIREMENTS: tuple[Requirement, ...] = ()
