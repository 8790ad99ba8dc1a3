"""Whether there are multi-agency child protection teams for the whole area."""

from __future__ import annotations

from collections.abc import Sequence

from safeguarding.law.asking import Ask
from safeguarding.law.outcomes import Answer, Missing, Part
from safeguarding.law.wt2018.areas import local_authority_areas
from safeguarding.model import Area, Body, Function, Topic
from safeguarding.unknown import agree, all_of

_NEED = "which multi-agency child protection team serves {}"


def teams(ask: Ask) -> Answer:
    """Look for each local authority area for a team that stands and serves it."""
    found = [(truth, body) for body in ask.situation.of("bodies") if (truth := _is_team(body)) is not False]
    areas = local_authority_areas(ask)
    if not found or not areas:
        need = _NEED.format("the area")
        return ask.whole([ask.silent("a child protection team", (Topic.BODIES,), "body.remit", need)])
    return ask.whole([_serving(ask, area, found) for area in areas])


def _is_team(body: Body) -> bool | None:
    return agree(Function.CHILD_PROTECTION_TEAM in remit for remit in body.values("remit"))


def _serving(ask: Ask, area: Area, found: Sequence[tuple[bool | None, Body]]) -> Part:
    """Look for a team of an area: one that names no areas serves them all; one that is planned is not due yet."""
    serving = [
        (all_of([truth, agree(not served or area.id in served for served in body.values("serves"))]), body)
        for truth, body in found
    ]
    serving = [(truth, body) for truth, body in serving if truth is not False]
    missing = (Missing(path="body.serves", need=_NEED.format(area.name)),)
    for truth, body in serving:
        if all_of([truth, ask.situation.stands(body)]):
            return ask.part(area.name, True, body.name, evidence=ask.evidence(body))
    for truth, body in serving:
        if truth and ask.situation.gone(body) is False and body.starts is not None:
            return ask.planned(area.name, body.starts, body.name, evidence=ask.evidence(body), missing=missing)
    if all(ask.situation.gone(body) for _, body in serving):
        return ask.part(area.name, False, "teams are named, and none that is there serves it", missing=missing)
    return ask.part(area.name, None, "whether a team serves it is open", missing=missing)
