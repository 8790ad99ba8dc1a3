"""The rules that use the Schedule of relevant agencies: SI 2018/789."""

from __future__ import annotations

from safeguarding.law.requirement import Requirement

REQUIREMENTS: tuple[Requirement, ...] = ()
