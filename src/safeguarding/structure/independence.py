"""What ties a scrutineer to those whom it scrutinises, or may."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from attrs import evolve, frozen

from safeguarding.model import Body, Office, OtherPartnership, Post, Scrutineer
from safeguarding.structure.belonging import agencies_of, own_ids
from safeguarding.structure.offices import chairing, sitting
from safeguarding.structure.seats import partner_seated, sits
from safeguarding.structure.situation import Situation
from safeguarding.unknown import agree, all_of, any_of, negate


class TieKind(Enum):
    """What sort of tie it is."""

    CHAIRS = "chairs"
    SITS = "sits on"
    POST_OF_A_CHAIR = "is the post of a chair"
    EMPLOYED = "is employed by a partner"
    BELONGS = "belongs to a partner"
    REPORTS_WITHIN = "is a group that reports within what is scrutinised"
    IS_A_PARTNER = "is a partner"
    HOLDER_OPEN = "who holds the role is open"
    APPOINTED = "is appointed by one partner"
    PAID = "is paid by one partner"
    REPORTS_ONLY = "reports only to those it scrutinises"
    SEATS = "has a partner among its members"
    UNSAID = "who appoints and pays is not said"

    @property
    def tells(self) -> bool:
        """Whether it ties in law; the others are told, and are for a person to weigh."""
        return self not in {TieKind.REPORTS_ONLY, TieKind.SEATS, TieKind.UNSAID}


@frozen
class Tie:
    """Something that ties a scrutineer to what is scrutinised.

    Args:
        kind: what sort of tie.
        truth: whether there is one; None where that is open.
        text: what it is, to follow "since".
        way: the ids along it, from the scrutineer to what it is tied to.
    """

    kind: TieKind
    truth: bool | None
    text: str
    way: tuple[str, ...]


def ties_of(situation: Situation, scrutineer: Scrutineer) -> tuple[Tie, ...]:
    """Find what ties a scrutineer to what is scrutinised, or may; what surely does not is left out."""
    found = [tie for tie in dict.fromkeys(_ties(situation, scrutineer)) if tie.truth is not False]
    if _contradictory(situation, scrutineer):
        found = [evolve(tie, truth=None) for tie in found]
    # A thing is said once, whichever of the holders' posts it is found by.
    once: dict[tuple[bool | None, str], Tie] = {}
    for tie in found:
        once.setdefault((tie.truth, tie.text), tie)
    return tuple(once.values())


def same_holders(situation: Situation, scrutineer: Scrutineer) -> tuple[str, ...]:
    """Return the posts, bodies and agencies that hold the role, then the other posts of the same holders."""
    return situation.offices.same_holders(scrutineer.held_by)


def _contradictory(situation: Situation, scrutineer: Scrutineer) -> bool:
    """Say whether the text states in two ways who holds the role, or which posts one person holds."""
    return len(scrutineer.values("held_by")) > 1 or situation.offices.disputed


def _ties(situation: Situation, scrutineer: Scrutineer) -> Iterator[Tie]:
    roles = same_holders(situation, scrutineer)
    yield from _on_bodies(situation, scrutineer, roles)
    for who in roles:
        yield from _belonging(situation, scrutineer, who)
    if len(scrutineer.values("held_by")) != 1:
        text = "the one who holds the role is tied to a partner"
        yield Tie(TieKind.HOLDER_OPEN, None, text, (scrutineer.id,))
    if not situation.offices.plain and situation.offices.any_post(roles):
        yield Tie(TieKind.HOLDER_OPEN, None, "the same person holds another post", (scrutineer.id,))
    if len(situation.partner_agencies) > 1:
        yield from _given(situation, scrutineer)
    yield from _reporting(situation, scrutineer)
    yield from _members(situation, scrutineer, roles)


def _members(situation: Situation, scrutineer: Scrutineer, roles: tuple[str, ...]) -> Iterator[Tie]:
    """Find the partners who sit on a panel that holds the role."""
    panels = [entry for who in roles if isinstance(entry := situation.entries.get(who), Body)]
    for partner in situation.partners if panels else ():
        own = own_ids(situation, partner)
        for panel in panels:
            truth = sits(partner_seated(situation, panel, partner, own))
            text = f"{situation.name(partner.agency)}, a partner, sits on {panel.name}"
            yield Tie(TieKind.SEATS, truth or False, text, (scrutineer.id, panel.id, partner.agency))


def _on_bodies(situation: Situation, scrutineer: Scrutineer, roles: tuple[str, ...]) -> Iterator[Tie]:
    """Find the bodies that the holder of the role chairs or sits on."""
    place = {who: number for number, who in enumerate(roles)}
    for body in situation.offices.where(roles) if roles else ():
        if body.id in scrutineer.held_by:
            continue
        there = negate(situation.gone(body))
        several = ((TieKind.CHAIRS, "chairs", chairing(body)), (TieKind.SITS, "sits on", sitting(body)))
        for kind, verb, stated in several:
            truth = all_of([there, agree(any(who in place for who in held) for held in stated)])
            by = roles[min((place[who] for held in stated for who in held if who in place), default=0)]
            yield Tie(kind, truth, f"it also {verb} {body.name}", (scrutineer.id, by, body.id))


def _given(situation: Situation, scrutineer: Scrutineer) -> Iterator[Tie]:
    """Find whether one partner alone appoints or pays."""
    for kind, verb, name in ((TieKind.APPOINTED, "appointed", "appointed_by"), (TieKind.PAID, "paid", "paid_by")):
        several = scrutineer.values(name)
        alone = agree(_alone(situation, givers) for givers in several)
        giver = several[0][0] if alone else ""
        who = situation.name(agencies_of(situation, giver)[0]) if alone else "one partner"
        yield Tie(kind, alone, f"it is {verb} by {who} alone", (scrutineer.id, giver) if giver else (scrutineer.id,))


def _alone(situation: Situation, givers: tuple[str, ...]) -> bool | None:
    """Say whether those who appoint or pay are one and the same partner."""
    if not givers:
        return False
    each = [agencies_of(situation, giver) for giver in givers]
    return any_of(
        all_of(agree(agency == partner for agency in agencies) for agencies in each)
        for partner in situation.partner_agencies
    )


def _belonging(situation: Situation, scrutineer: Scrutineer, who: str) -> Iterator[Tie]:
    """Find to which partner, or to what that is scrutinised, the holder of a role belongs, or may."""
    name, partners = situation.name, situation.partner_agencies
    entry = situation.entries.get(who)
    way = (scrutineer.id, who)
    if isinstance(entry, Post):
        chair = agree(office is Office.INDEPENDENT_CHAIR for office in entry.values("office"))
        yield Tie(TieKind.POST_OF_A_CHAIR, chair, f"the post is that of a chair ({entry.title})", way)
        own = agree(agency in partners for agency in entry.values("agency"))
        text = f"it is a post of {name(str(entry.agency)) if own else 'a partner'}" + (", a partner" if own else "")
        yield Tie(TieKind.EMPLOYED, own, text, (*way, str(entry.agency)) if own else way)
    if isinstance(entry, OtherPartnership):
        own = agree(agency in partners for agency in entry.values("belongs_to"))
        text = f"{entry.name} belongs to {f'{name(str(entry.belongs_to))}, a partner' if own else 'a partner'}"
        yield Tie(TieKind.BELONGS, own, text, (*way, str(entry.belongs_to)) if own else way)
    if isinstance(entry, Body):
        lines = entry.values("reports_to")
        within = agree(any_of(_within(situation, line.to) for line in several) for several in lines)
        to = next((line.to for several in lines for line in several if _within(situation, line.to)), None)
        text = f"{entry.name} reports to {name(to) if to else 'somebody'}, within what is scrutinised"
        yield Tie(TieKind.REPORTS_WITHIN, within, text, (*way, to) if to else way)
    if who in partners:
        yield Tie(TieKind.IS_A_PARTNER, True, f"it is {name(who)}, a partner", way)


def _within(situation: Situation, to: str) -> bool | None:
    """Say whether a line leads to a body of the partnership, to a partner or to a post of one."""
    if isinstance(situation.entries.get(to), Body):
        return True
    return agree(agency in situation.partner_agencies for agency in agencies_of(situation, to))


def _reporting(situation: Situation, scrutineer: Scrutineer) -> Iterator[Tie]:
    """Find whether a scrutineer reports to nobody but the bodies and partners that it scrutinises."""
    several = scrutineer.values("reports_to")
    if several == ((),):
        return
    truth = agree(bool(to) and all_of(_within(situation, one) for one in to) for to in several)
    to = several[0] if several else ()
    text = f"it reports only to {situation.names(to) if to else 'those it scrutinises'}, within what is scrutinised"
    yield Tie(TieKind.REPORTS_ONLY, truth, text, (scrutineer.id, *to[:1]))
