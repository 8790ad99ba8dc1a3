"""Chapter 4, national reviews: the Panel's duties, listed and not assessed."""

from __future__ import annotations

from safeguarding.law.requirement import Requirement

REQUIREMENTS: tuple[Requirement, ...] = ()
