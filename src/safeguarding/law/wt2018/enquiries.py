"""Chapter 1, enquiries where a child may be suffering significant harm."""

from __future__ import annotations

from safeguarding.law.requirement import Requirement

REQUIREMENTS: tuple[Requirement, ...] = ()
