"""What people have recorded beside the documents: judgements, and reasons for departing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from safeguarding.assessment.findings import Finding
from safeguarding.law.requirement import Level
from safeguarding.model import Departure, Judgement, Partnership


def lapsed(judgement: Judgement, as_of: date) -> bool:
    """Say whether a judgement no longer holds on a date."""
    return judgement.until is not None and judgement.until.latest < as_of


def judgements(partnership: Partnership, as_of: date) -> dict[str, Judgement]:
    """Return the judgements that hold on a date, the latest for each requirement."""
    found: dict[str, Judgement] = {}
    for document in partnership.documents:
        for judgement in document.judgements:
            before = found.get(judgement.requirement)
            later = before is None or judgement.date.latest >= before.date.latest
            if later and not lapsed(judgement, as_of):
                found[judgement.requirement] = judgement
    return found


def departures(partnership: Partnership) -> dict[str, Departure]:
    """Return the reasons for departing, the last recorded for each requirement."""
    return {d.requirement: d for document in partnership.documents for d in document.departures}


def reports(partnership: Partnership, findings: Mapping[str, Finding], as_of: date) -> Iterator[str]:
    """Report each judgement and each reason for departing that has no effect, and why."""
    for document in partnership.documents:
        for judgement in document.judgements:
            if text := _on_judgement(judgement, findings.get(judgement.requirement), as_of):
                yield f'The judgement on "{judgement.requirement}" has no effect: {text}.'
        for departure in document.departures:
            if text := _on_departure(findings.get(departure.requirement)):
                yield f'The reason for departing from "{departure.requirement}" has no effect: {text}.'


def _on_judgement(judgement: Judgement, finding: Finding | None, as_of: date) -> str:
    if finding is None:
        return "there is no such finding"
    if judgement.until is not None and lapsed(judgement, as_of):
        return f"it lapsed after {judgement.until.in_words()}"
    if finding.judgement is None:
        return f"the documents decide it, and it is {finding.outcome.value}"
    if finding.judgement is not judgement:
        return "a later one stands in its place"
    return ""


def _on_departure(finding: Finding | None) -> str:
    if finding is None:
        return "there is no such finding"
    if finding.requirement.level is Level.MUST:
        return "it is a must, which nobody can waive"
    if finding.requirement.level is Level.MAY:
        return "it is a power, which need not be used"
    if not finding.unmet and len(finding.possible) == 1:
        return f"it is {finding.outcome.value}"
    return ""
