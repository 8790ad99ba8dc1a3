"""In what role an entry names a body, what has to be agreed there when the body ends, and what asks for it."""

from __future__ import annotations

from enum import Enum
from typing import Any

from safeguarding.model import (
    ActingFor,
    Action,
    Agency,
    Area,
    Body,
    Chair,
    Cover,
    Delegation,
    FundingLine,
    Lead,
    Line,
    OtherPartnership,
    Partner,
    Post,
    RelevantAgency,
    Scrutineer,
    ScrutinyEvent,
    Seat,
    Statement,
)


class Role(Enum):
    """In what role an entry names a body; the value is the heading under which a reader finds it."""

    ITSELF = "Agencies and areas themselves"
    PARTNER = "Safeguarding partners"
    COVER = "What partners cover"
    LEAD = "Lead representatives"
    DELEGATION = "Delegations"
    ACTING = "Acting for others"
    POST = "Posts"
    AGENCY = "Relevant agencies"
    SEAT = "Seats"
    CHAIR = "Chairs"
    LINE = "Lines of accountability"
    SUPPORT = "Support of bodies"
    SERVES = "Areas that bodies serve"
    SCRUTINY = "Scrutiny"
    FUNDING = "Funding"
    STATEMENT = "What is said of who acts"
    LINK = "Other partnerships"
    RELATION = "How entries hang together"
    OTHER = "Elsewhere"
    DEATHS = "Review of child deaths"
    THRESHOLDS = "Thresholds"
    ID = "Ids and names"
    TOP = "Where the partners lead"
    WORK = "Bodies with the same work"


_OF_A_CLASS: dict[type[Any], Role] = {
    Partner: Role.PARTNER,
    Cover: Role.COVER,
    Lead: Role.LEAD,
    Delegation: Role.DELEGATION,
    ActingFor: Role.ACTING,
    Post: Role.POST,
    RelevantAgency: Role.AGENCY,
    Seat: Role.SEAT,
    Chair: Role.CHAIR,
    Line: Role.LINE,
    Scrutineer: Role.SCRUTINY,
    ScrutinyEvent: Role.SCRUTINY,
    Action: Role.SCRUTINY,
    FundingLine: Role.FUNDING,
    Statement: Role.STATEMENT,
    OtherPartnership: Role.LINK,
    Agency: Role.RELATION,
    Area: Role.RELATION,
}
_OF_A_FIELD: dict[tuple[type[Any], str], Role] = {
    (Body, "supported_by"): Role.SUPPORT,
    (Body, "serves"): Role.SERVES,
    (Body, "may_be"): Role.RELATION,
    (Agency, "acts_for"): Role.ACTING,
    (Post, "same_holder_as"): Role.RELATION,
}


def role_of(owner: type, field: str) -> Role:
    """Return the role in which a field names what it refers to; one that is not known here is still some role."""
    return _OF_A_FIELD.get((owner, field)) or _OF_A_CLASS.get(owner, Role.OTHER)


ENDS: dict[Role, str] = {
    Role.PARTNER: "is no partner any more",
    Role.COVER: "covers what is no more",
    Role.LEAD: "leads for a body that is no more",
    Role.DELEGATION: "the delegation rests on what is no more",
    Role.ACTING: "the arrangement to act for another rests on what is no more",
    Role.POST: "is a post of a body that is no more",
    Role.AGENCY: "is no relevant agency any more",
    Role.SEAT: "the seat is held by what is no more",
    Role.CHAIR: "the chair rests on what is no more",
    Role.LINE: "the line leads to what is no more",
    Role.SUPPORT: "is supported by what is no more",
    Role.SERVES: "serves what is no more",
    Role.SCRUTINY: "scrutiny rests on what is no more",
    Role.FUNDING: "is paid by or for a body that is no more",
    Role.STATEMENT: "names what is no more",
    Role.LINK: "belongs to a body that is no more",
    Role.RELATION: "hangs together with what is no more",
    Role.OTHER: "names what is no more",
}
"""What is so of an entry that names, in a role, something that has ended."""

AGREE: dict[Role, str] = {
    Role.LEAD: "Who leads for {successors}",
    Role.DELEGATION: "To whom the leads of {successors} delegate, and who stays accountable",
    Role.ACTING: "Whether one partner acts for another still, and which",
    Role.AGENCY: "Which of those that come after are chosen as relevant agencies, and why",
    Role.SEAT: "Who sits in the place of what ends",
    Role.CHAIR: "Who chairs, vice-chairs, or appoints the chair, in the place of what ends",
    Role.LINE: "To whom these report, or answer, in the place of what ends",
    Role.SUPPORT: "Who supports these bodies",
    Role.SERVES: "Which bodies serve the areas that come after",
    Role.COVER: "How much of which area each partner covers",
    Role.SCRUTINY: "Who holds, appoints, pays or carries out scrutiny in the place of what ends",
    Role.FUNDING: "Who pays what {ended} paid, and in what shares",
    Role.STATEMENT: "Who does what these statements say, in the place of what ends",
    Role.LINK: "With what these links go on",
    Role.OTHER: "What is in the place of what ends",
}
"""What has to be agreed in each role; what is not here follows from the rest."""

KEYS: dict[Role, tuple[str, ...]] = {
    Role.PARTNER: ("ch3.partners.three",),
    Role.COVER: ("ch3.publish.boundaries",),
    Role.LEAD: ("ch3.lead.representatives", "wt23.lsp.named"),
    Role.DELEGATION: ("ch3.lead.delegate-accountable", "wt23.dsp.appoint"),
    Role.ACTING: ("ch3.geo.delegate-la", "ch3.geo.delegate-health", "ch3.geo.delegate-police"),
    Role.AGENCY: ("ch3.ra.choose",),
    Role.SEAT: ("ch3.partners.lead-group", "ch3.partners.coordinate"),
    Role.CHAIR: ("wt23.chair.dsp",),
    Role.LINE: ("ch3.partners.coordinate",),
    Role.SCRUTINY: ("ch3.scrutiny.include", "wt23.scrutiny.effective"),
    Role.FUNDING: ("ch3.fund.level", "wt23.fund.equitable"),
    Role.DEATHS: ("ch5.partners",),
}
"""The requirements that ask for it, under whichever edition; those of the day are shown."""
