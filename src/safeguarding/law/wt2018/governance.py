"""Through which body the partners lead, and who answers to whom."""

from __future__ import annotations

from collections.abc import Sequence

from safeguarding.law.asking import Ask
from safeguarding.law.outcomes import Answer, Missing, Part, under_each
from safeguarding.law.said import on_topic
from safeguarding.law.wt2018.areas import KINDS
from safeguarding.model import Body, Function, Partner, Seat, Status, Topic
from safeguarding.structure import locality_scheme
from safeguarding.unknown import agree


def coordinate(ask: Ask) -> Answer:
    """Look whether every body answers to the partners, and localities cover each district once."""
    bodies = ask.situation.bodies
    if not bodies:
        return _without_bodies(ask)
    answer = _of_bodies(ask)
    if any(ask.situation.gone(body) is False for body in bodies):
        return answer
    # None of them may be there any more.
    without = _without_bodies(ask)
    return evolve(answer, possible=answer.possible | without.possible, due=None)


def _without_bodies(ask: Ask) -> Answer:
    if ask.situation.statements(Topic.CO_ORDINATION):
        return ask.whole(on_topic(ask, Topic.CO_ORDINATION, {"means": "means of co-ordination"}))
    need = "the boards and groups, each with whom it reports to"
    return ask.whole([ask.silent("boards and groups", (Topic.BODIES,), "body", need)])


def _of_bodies(ask: Ask) -> Answer:
    bodies = [body for body in ask.situation.bodies if not _leads(body)]
    parts = [_unless_gone(ask, body, _line(ask, body)) for body in bodies] or [
        ask.part(body.name, True, "the partners lead through it", evidence=ask.evidence(body))
        for body in ask.situation.bodies
    ]
    return ask.whole(parts + _localities(ask) + ask.rest(Topic.BODIES, what="bodies"))


def _unless_gone(ask: Ask, body: Body, part: Part) -> Part:
    """Open a part to the possibility that nothing is asked of the body: it leads, or is not there any more."""
    if ask.situation.gone(body) is False and _leads(body) is False:
        return part
    need = Missing(path=f"body.{body.id}", need=f"whether {body.name} is there, and whether the partners lead through it")
    return evolve(part, possible=part.possible | {Outcome.NOT_APPLICABLE, Outcome.MET}, missing=(*part.missing, need))


def _line(ask: Ask, body: Body) -> Part:
    """Look whether a body has a line of accountability to the partners."""
    accountability = ask.situation.accountability
    reaches = accountability.reaches(body.id)
    to = ask.situation.names(line.to for line in body.reports_to)
    evidence = ask.evidence(body, "reports_to", f"{body.name} reports to {to}" if to else body.name)
    if reaches:
        line = accountability.line(body.id)
        *through, last = accountability.way(body.id)[1:] or [line.to if line else body.id]
        onward = ask.situation.name(last) + (f", by way of {ask.situation.names(through)}" if through else "")
        only = f", for some matters ({line.matters})" if line and line.matters else ""
        return ask.part(body.name, True, f"answers to {onward}{only}", evidence=evidence)
    need = Missing(path=f"body.{body.id}.reports_to", need=f"to whom {body.name} reports")
    if reaches is False:
        message = "reports to nobody who answers to the partners"
        return ask.part(body.name, False, message, evidence=evidence, missing=(need,))
    message = "no line to the partners was read, and one may be stated elsewhere"
    return ask.part(body.name, None, message, evidence=evidence, missing=(need,))


def _localities(ask: Ask) -> list[Part]:
    """Look whether the locality groups cover the area, each district once."""
    scheme = locality_scheme(ask.situation)
    if scheme is None:
        return []
    name = ask.situation.names
    evidence = tuple(item for group in scheme.groups for item in ask.evidence(group, "serves", group.name))
    groups = "1 locality group serves" if len(scheme.groups) == 1 else f"{len(scheme.groups)} locality groups serve"
    faults = [f"in none: {name(scheme.left_out)}"] if scheme.left_out else []
    faults += [f"in more than one: {name(scheme.twice)}"] if scheme.twice else []
    if scheme.placeless:
        need = Missing(path="body", need=f"which districts are served by {name(scheme.placeless)}")
        message = f"{groups} the area; not said where {name(scheme.placeless)} serves"
        truth = False if scheme.twice else None
        return [ask.part("locality groups", truth, message, evidence=evidence, missing=(need,))]
    served = len(scheme.served) - len(scheme.left_out)
    of_all = f"{served} of {len(scheme.served)}" if scheme.left_out else str(served)
    message = f"{groups} {of_all} districts{'' if faults else ', each in one'}"
    if not scheme.left_out or scheme.twice or ask.situation.fully_read(Topic.BODIES):
        return [ask.part("locality groups", not faults, "; ".join([message, *faults]), evidence=evidence)]
    need = Missing(path="body", need=f"which locality group serves {name(scheme.left_out)}")
    return [ask.part("locality groups", None, "; ".join([message, *faults]), evidence=evidence, missing=(need,))]


def _leads(body: Body) -> bool | None:
    """Say whether the partners lead through a body: strategic leadership is in its remit."""
    return agree(Function.STRATEGIC_LEADERSHIP in remit for remit in body.values("remit"))


def lead_group(ask: Ask) -> Answer:
    """Look whether the partners lead through a body in force, with a seat for each, that meets."""
    top = sorted(ask.situation.accountability.top, key=lambda body: _leads(body) is not True)
    if not top:
        need = "the group through which the partners lead, with strategic-leadership in its remit"
        subjects = ("a leadership group", "a seat on it for each partner", "how often it meets")
        return ask.whole([ask.silent(subject, (Topic.BODIES,), "body", need) for subject in subjects])
    body = top[0]
    seats = [_seat(ask, body, partner) for partner in ask.situation.of("partners")]
    return ask.whole([_in_force(ask, body), *seats, _meets(ask, body)])


def _in_force(ask: Ask, body: Body) -> Part:
    subject = f"{body.name} is in force"
    evidence = ask.evidence(body, "starts" if body.starts else "status")
    need = Missing(path=f"body.{body.id}.status", need=f"whether {body.name} is in force on this date")
    if body.status is Status.SHADOW:
        return ask.part(subject, False, "it is only a shadow body", evidence=evidence, missing=(need,))
    if _leads(body) is None:
        lead = Missing(path=f"body.{body.id}.remit", need=f"whether the partners lead through {body.name}")
        return ask.part(subject, None, "whether the partners lead through it is open", missing=(lead,))
    stands = ask.situation.stands(body)
    starts = [start for start in body.values("starts") if start]
    to_come = any(start.earliest > ask.as_of for start in starts)
    if starts and (to_come or (body.status is Status.PLANNED and stands is not True)):
        planned = [ask.planned(subject, start, "planned", evidence=evidence, missing=(need,)) for start in starts]
        return under_each(planned)
    message = "in force" if stands else "whether it is in force is open" if stands is None else "not in force"
    return ask.part(subject, stands, message, evidence=evidence, missing=() if stands else (need,))


def _seat(ask: Ask, body: Body, partner: Partner) -> Part:
    """Look whether a partner sits on a body, however often its seats are stated."""
    return under_each([_seated(ask, body, seats, partner) for seats in body.values("seats") or ((),)])


def _seated(ask: Ask, body: Body, seats: Sequence[Seat], partner: Partner) -> Part:
    """Look whether a partner has one of the seats, itself or through who acts for it."""
    situation = ask.situation
    name = situation.name(partner.agency)
    subject = f"a seat for {name}"
    evidence = ask.evidence(body, "seats")
    need = Missing(path=f"body.{body.id}.seats", need=f"whether {name} has a seat on {body.name}")
    if not seats:
        return ask.silent(subject, (Topic.BODIES,), need.path, need.need)
    acting = {partner.agency} | {a.agency for a in situation.of("acting_for") if partner.agency in a.on_behalf_of}
    posts = {post.id for post in situation.of("posts") if post.agency in acting}
    posts |= {lead.post for lead in situation.of("leads") if lead.partner in acting}
    posts |= {given.to for given in situation.of("delegations") if given.partner in acting and given.to}
    own = [seat for seat in seats if seat.agency in acting or seat.post in posts]
    if any(not seat.vacant for seat in own):
        return ask.part(subject, True, "it has one", evidence=evidence)
    if own:
        return ask.part(subject, False, "its seat is vacant", evidence=evidence, missing=(need,))
    for_side = [seat for seat in seats if seat.held_for is partner.side and not seat.vacant]
    peers = [other for other in situation.of("partners") if other.side is partner.side]
    if len(for_side) >= len(peers):
        return ask.part(subject, True, f"it has one as {KINDS[partner.side]}", evidence=evidence)
    if for_side:
        counted = "1 seat" if len(for_side) == 1 else f"{len(for_side)} seats"
        text = f"{counted} for {len(peers)} partners on its side, the text not saying for which"
        return ask.part(subject, None, text, evidence=evidence, missing=(need,))
    groups = any(seat.group for seat in seats) or not situation.fully_read(Topic.BODIES)
    text = "no seat is named for it" + (", unless in a class of members" if groups else "")
    return ask.part(subject, None if groups else False, text, evidence=evidence, missing=(need,))


def _meets(ask: Ask, body: Body) -> Part:
    subject = "how often it meets"
    if not body.meets:
        need = f"how often {body.name} meets"
        return ask.silent(subject, (Topic.BODIES,), f"body.{body.id}.meets", need)
    often = "; ".join(str(meets.how_often) for meets in body.meets)
    return ask.part(subject, True, often, evidence=ask.evidence(body, "meets"))
