"""An assessment as JSON, for programs."""

from __future__ import annotations

import json
from typing import Any

from safeguarding.assessment import Assessment, Finding
from safeguarding.law.outcomes import Part
from safeguarding.views.wording import harmless

SCHEMA = "safeguarding.assessment.v1"


def as_json(assessment: Assessment) -> str:
    """Write an assessment as JSON of the schema ``safeguarding.assessment.v1``, always the same way."""
    return written(
        {
            "schema": SCHEMA,
            "partnership": {"id": assessment.partnership, "name": assessment.name},
            "guidance": assessment.guidance,
            "as_of": assessment.as_of.isoformat(),
            "ruleset": {"version": assessment.ruleset.version, "sha256": assessment.ruleset.sha256},
            "inputs": [{"path": item.path, "sha256": item.sha256} for item in assessment.inputs],
            "counts": assessment.counts,
            "findings": [_finding(finding) for finding in assessment],
            "notices": list(assessment.notices),
        }
    )


def written(value: Any) -> str:
    """Write a value as JSON that a person can read and no terminal obeys, and that ends with a newline."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    # What acts stands inside texts only, and JSON reads an escape as what it stands for.
    return "\n".join(harmless(line) for line in text.split("\n")) + "\n"


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "requirement": finding.key,
        "title": finding.requirement.title,
        "level": finding.requirement.level.value,
        "outcome": finding.outcome.value,
        "possible": [outcome.value for outcome in finding.open_outcomes],
        "due": finding.due.isoformat() if finding.due else None,
        "message": finding.message,
        "parts": [_part(part) for part in finding.parts],
        "citations": [
            {"instrument": c.instrument, "provision": c.provision, "url": c.url, "status": c.status}
            for c in finding.citations
        ],
        "evidence": [{"path": e.path, "source": e.source, "place": e.place, "says": e.says} for e in finding.evidence],
        "missing": [{"path": missing.path, "need": missing.need} for missing in finding.missing],
        "remedy": remedy_of(finding),
        "restates": finding.requirement.restates,
        "judgement": _judgement(finding),
        "departure": _departure(finding),
    }


def remedy_of(finding: Finding) -> dict[str, Any]:
    """Give what to do about a finding, with what to add to the file either way."""
    remedy = finding.remedy
    return {
        "do": remedy.do,
        "patch": str(remedy.patch) if remedy.patch else None,
        "then": remedy.patch.promise.value if remedy.patch else None,
        "otherwise": str(remedy.otherwise) if remedy.otherwise else None,
        "otherwise_then": remedy.otherwise.promise.value if remedy.otherwise else None,
    }


def _part(part: Part) -> dict[str, Any]:
    return {"subject": part.subject, "outcome": part.outcome.value, "message": part.message}


def _judgement(finding: Finding) -> dict[str, Any] | None:
    judgement = finding.judgement
    if judgement is None:
        return None
    return {
        "role": judgement.role,
        "date": str(judgement.date),
        "reason": judgement.reason,
        "until": str(judgement.until) if judgement.until else None,
    }


def _departure(finding: Finding) -> dict[str, Any] | None:
    departure = finding.departure
    if departure is None:
        return None
    return {"reason": departure.reason, "date": str(departure.date) if departure.date else None}
