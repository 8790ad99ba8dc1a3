"""Chapter 4, duties around serious incidents: arrangements, purpose, guidance, information."""

from __future__ import annotations

from safeguarding.law.requirement import Requirement

REQUIREMENTS: tuple[Requirement, ...] = ()
