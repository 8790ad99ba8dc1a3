"""Through which body the partners lead, and who answers to whom."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from safeguarding.law.asking import Ask, once
from safeguarding.law.outcomes import OPEN, Answer, Missing, Outcome, Part, under_each
from safeguarding.law.said import best_of, on_topic
from safeguarding.law.wt2018.areas import KINDS
from safeguarding.model import Area, Body, BodyKind, Partner, Status, Topic
from safeguarding.structure import leads, locality_doubts, locality_scheme, statuses
from safeguarding.structure.belonging import own_ids
from safeguarding.structure.seats import Seated, Seating, partner_seated
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
    # A team supports or delivers; it is no board or group that the partners co-ordinate through.
    bodies = [body for body in ask.situation.bodies if not leads(body) and set(body.values("kind")) != {BodyKind.TEAM}]
    parts = [_unless_gone(ask, body, _line(ask, body)) for body in bodies] or [
        ask.part(body.name, True, "the partners lead through it", evidence=ask.evidence(body))
        for body in ask.situation.bodies
    ]
    return ask.whole(parts + _localities(ask) + ask.rest(Topic.BODIES, what="bodies"))


def _unless_gone(ask: Ask, body: Body, part: Part) -> Part:
    """Open a part to the possibility that nothing is asked of the body: it leads, or is not there any more."""
    if ask.situation.gone(body) is False and leads(body) is False and BodyKind.TEAM not in body.values("kind"):
        return part
    need = Missing(
        path=f"body.{body.id}", need=f"whether {body.name} is there, and whether the partners lead through it"
    )
    return evolve(part, possible=part.possible | {Outcome.NOT_APPLICABLE, Outcome.MET}, missing=(*part.missing, need))


def _line(ask: Ask, body: Body) -> Part:
    """Look whether a body has a line of accountability to the partners."""
    accountability = ask.situation.accountability
    reaches = accountability.reaches(body.id)
    to = ask.situation.names(line.to for line in body.reports_to)
    evidence = ask.evidence(body, "reports_to", f"{body.name} reports to {to}" if to else body.name)
    if accountability.would_reach(body.id):
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
    unplain = tuple(_unplain(ask))
    if unplain:
        message = "which groups there are, and which districts they serve, is open"
        possible = OPEN | {Outcome.NOT_APPLICABLE}
        return [ask.part("locality groups", possible, message, missing=unplain)]
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


def _unplain(ask: Ask) -> Iterator[Missing]:
    """Ask for what leaves open which locality groups there are, or what they serve."""
    for entry, name in locality_doubts(ask.situation):
        if isinstance(entry, Area):
            need = f"whether {entry.name} is a district, and of which area"
            yield Missing(path=f"area.{entry.id}", need=need)
        elif name == "ends":
            yield Missing(path=f"body.{entry.id}.ends", need=f"whether {entry.name} still exists on the date")
        else:
            yield Missing(path=f"body.{entry.id}.{name}", need=f"which of two statements on {entry.name} is right")


def lead_group(ask: Ask) -> Answer:
    """Look whether the partners lead through a body in force, with a seat for each, that meets.

    Of several such bodies the one that does most counts, beside which another does no harm.
    """
    top = [(body, _led_through(ask, body)) for body in ask.situation.accountability.top]
    sure = [answer for body, answer in top if leads(body) and ask.situation.gone(body) is False]
    several = [answer.possible if answer in sure else answer.possible | {Outcome.NOT_APPLICABLE} for _, answer in top]
    if not sure:
        need = "the group through which the partners lead, with strategic-leadership in its remit"
        subjects = ("a leadership group", "a seat on it for each partner", "how often it meets")
        none = ask.whole([ask.silent(subject, (Topic.BODIES,), "body", need) for subject in subjects])
        if not top:
            return none
        several.append(none.possible)
    found = sure or [answer for _, answer in top]
    shown = next((answer for answer in found if answer.outcome is Outcome.MET), found[0])
    possible = best_of(several)
    if possible == shown.possible:
        return shown
    missing = once(item for _, answer in top for item in answer.missing)
    return evolve(shown, possible=possible, missing=missing, due=None)


def _led_through(ask: Ask, body: Body) -> Answer:
    seats = [_seat(ask, body, partner) for partner in ask.situation.partners]
    answer = ask.whole([in_force(ask, body), *seats, meets_often(ask, body)])
    if leads(body):
        return answer
    lead = Missing(path=f"body.{body.id}.remit", need=f"whether the partners lead through {body.name}")
    return evolve(answer, missing=(lead, *answer.missing))


def in_force(ask: Ask, body: Body) -> Part:
    """Look whether a body is in force, whatever is stated of how far it exists."""
    return under_each([_as_it_stands(ask, body, status) for status in statuses(body)])


def _as_it_stands(ask: Ask, body: Body, status: Status) -> Part:
    subject = f"{body.name} is in force"
    evidence = ask.evidence(body, "starts" if body.starts else "status")
    need = Missing(path=f"body.{body.id}.status", need=f"whether {body.name} is in force on this date")
    if status is Status.SHADOW:
        return ask.part(subject, False, "it is only a shadow body", evidence=evidence, missing=(need,))
    stands = ask.situation.stands(body)
    stated = body.values("starts")
    starts = [start for start in stated if start]
    to_come = any(start.earliest > ask.as_of for start in starts)
    if starts and (to_come or (status is Status.PLANNED and stands is not True)):
        planned = [ask.planned(subject, start, "planned", evidence=evidence, missing=(need,)) for start in starts]
        return under_each(planned)
    if stands is not None:
        message = "in force" if stands else "not in force"
        return ask.part(subject, stands, message, evidence=evidence, missing=() if stands else (need,))
    later = not stated or any(start.latest > ask.as_of for start in starts)
    possible = OPEN | {Outcome.NOT_DUE} if later else OPEN
    return ask.part(subject, possible, "whether it is in force is open", evidence=evidence, missing=(need,))


def _seat(ask: Ask, body: Body, partner: Partner) -> Part:
    """Look whether a partner sits on a body, however often its seats are stated."""
    own = own_ids(ask.situation, partner)
    found = partner_seated(ask.situation, body, partner, own)
    return under_each([_seated(ask, body, partner, one) for one in found])


def _seated(ask: Ask, body: Body, partner: Partner, found: Seated) -> Part:
    """Say whether a partner sits on a body, under one statement of its seats."""
    name = ask.situation.name(partner.agency)
    subject = f"a seat for {name}"
    need = Missing(path=f"body.{body.id}.seats", need=f"whether {name} has a seat on {body.name}")
    if found.how is Seating.UNSAID:
        return ask.silent(subject, (Topic.BODIES,), need.path, need.need)
    sides = " or ".join(KINDS[side] for side in partner.values("side"))
    counted = "1 seat" if found.held == 1 else f"{found.held} seats"
    message = {
        Seating.SITS: "it has one",
        Seating.FOR_SIDE: f"it has one as {sides}",
        Seating.SHARED: f"{counted} for {found.peers} partners on its side, the text not saying for which",
        Seating.PERHAPS: "whether a seat is its own is open",
        Seating.VACANT: "its seat is vacant",
        Seating.NONE: "no seat is named for it",
    }.get(found.how, "no seat is named for it, unless in a class of members")
    met = found.how in {Seating.SITS, Seating.FOR_SIDE}
    part = ask.part(
        subject,
        met if found.how in {Seating.VACANT, Seating.NONE} else met or None,
        message,
        evidence=ask.evidence(body, "seats"),
        missing=() if met else (need,),
    )
    return evolve(part, possible=part.possible | {Outcome.NOT_MET}) if found.perhaps_vacant else part


def meets_often(ask: Ask, body: Body) -> Part:
    """Look whether it is said how often a body meets on the date."""
    subject = "how often it meets"
    if not body.meets:
        need = f"how often {body.name} meets"
        return ask.silent(subject, (Topic.BODIES,), f"body.{body.id}.meets", need)
    several = [meets for meets in body.values("meets") if meets]
    now = [tuple(each for each in meets if ask.situation.during(each) is not False) for meets in several]
    evidence = ask.evidence(body, "meets")
    often = " or ".join("; ".join(str(each.how_often) for each in meets) for meets in now if meets)
    if not often:
        now_need = Missing(path=f"body.{body.id}.meets", need=f"how often {body.name} meets on this date")
        return ask.part(subject, None, "only said for other times", evidence=evidence, missing=(now_need,))
    said = agree(any(each.how_often.per_year for each in meets) or None for meets in now)
    number = Missing(path=f"body.{body.id}.meets", need=f"how many times a year {body.name} meets")
    return ask.part(subject, said, often, evidence=evidence, missing=() if said else (number,))
