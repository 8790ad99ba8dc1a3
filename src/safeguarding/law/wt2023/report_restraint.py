"""Whether a yearly report reviews the use of restraint, where there is a secure establishment in the area."""

from __future__ import annotations

from attrs import evolve

from safeguarding.law.asking import Ask
from safeguarding.law.outcomes import Answer, Missing
from safeguarding.law.papers import in_reports
from safeguarding.law.stated import NOT_APPLICABLE
from safeguarding.model import Agency, AgencyKind, Stance, Topic
from safeguarding.unknown import agree, all_of

_ARGUMENTS = in_reports(Topic.REPORT, {"restraint": "a review of the use of restraint"})
_REVIEWED, settle_restraint = _ARGUMENTS["check"], _ARGUMENTS["settle"]
_NEED = Missing(
    path="statement", need='whether there is youth custody in the area: topic "custody-homes", part "youth-custody"'
)


def restraint(ask: Ask) -> Answer:
    """Look for the review in each report; whether it is asked for depends on what the arrangements say is there."""
    secure = _secure(ask)
    if secure is False:
        return ask.one(NOT_APPLICABLE, "the arrangements say that there is no youth custody in the area")
    found: Answer = _REVIEWED(ask)
    if secure or not found.possible - {NOT_APPLICABLE}:
        return found
    message = f"{found.message}; and whether there is a secure establishment in the area is open"
    return evolve(found, possible=found.possible | {NOT_APPLICABLE}, message=message, missing=(*found.missing, _NEED))


def _secure(ask: Ask) -> bool | None:
    """Say whether there is a secure establishment: one among the agencies, or youth custody that is spoken of."""
    for entry in ask.situation.entries.values():
        if isinstance(entry, Agency) and entry.kind is AgencyKind.SECURE_ESTABLISHMENT:
            there = all_of([
                agree(kind is AgencyKind.SECURE_ESTABLISHMENT for kind in entry.values("kind")),
                ask.situation.during(entry),
            ])  # fmt: skip
            if there:
                return True
    said = [
        stance
        for statement in ask.situation.statements(Topic.CUSTODY_HOMES)
        if "youth-custody" in statement.parts and statement.says and statement.where
        for stance in statement.values("stance")
    ]
    if Stance.NOT_DONE in said:
        return None  # not included, which is no word on whether there is any
    return agree(stance is Stance.DONE for stance in said)
