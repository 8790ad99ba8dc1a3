"""Chapter 3, partners and purpose: who the partners are, and what they do together."""

from __future__ import annotations

from datetime import date

from safeguarding.law.asking import NO_ARRANGEMENTS, Ask
from safeguarding.law.instruments import Verification, act, guidance
from safeguarding.law.outcomes import Answer, Missing, Part
from safeguarding.law.requirement import Checked, Level, Requirement
from safeguarding.law.said import on_topic
from safeguarding.law.stated import (
    INDETERMINATE,
    MET,
    NEEDS_JUDGEMENT,
    NOT_DUE,
    NOT_MET,
    PARTLY_MET,
    laid_out,
    stated,
)
from safeguarding.law.wt2018.deadlines import FIRST_PUBLICATION
from safeguarding.model import Agency, AgencyKind, Area, AreaKind, Body, Extent, Partner, Side, Status, Topic
from safeguarding.structure import locality_scheme
from safeguarding.unknown import agree, any_of

HEADING = "Partners and purpose"
ICBS_FROM = date(2022, 7, 1)
"""Integrated care boards took the place of clinical commissioning groups: Health and Care Act 2022."""

_KINDS = {
    Side.LOCAL_AUTHORITY: "local authority",
    Side.HEALTH: "health partner",
    Side.POLICE: "chief officer of police",
}


def kinds_of(side: Side, as_of: date) -> frozenset[AgencyKind]:
    """Return the kinds of agency that are partners on one side on a date: s.16E(3)."""
    if side is Side.LOCAL_AUTHORITY:
        return frozenset({AgencyKind.LOCAL_AUTHORITY})
    if side is Side.POLICE:
        return frozenset({AgencyKind.POLICE_FORCE})
    after = as_of >= ICBS_FROM
    return frozenset({AgencyKind.INTEGRATED_CARE_BOARD if after else AgencyKind.CLINICAL_COMMISSIONING_GROUP})


def local_authority_areas(ask: Ask) -> list[Area]:
    """Return the local authority areas of the arrangements that exist on the date, or may."""
    areas = [area for area in ask.situation.of("areas") if area.kind is AreaKind.LOCAL_AUTHORITY]
    return [area for area in areas if area.ends is None or area.ends.latest >= ask.as_of]


def _three(ask: Ask) -> Answer:
    areas = local_authority_areas(ask)
    if not areas or not ask.situation.of("partners"):
        subject = "the area" if not areas else "the partners"
        need = "the local authority areas, and the partners with the areas they cover"
        return ask.whole([ask.silent(subject, (Topic.AREAS, Topic.PARTNERS), "partner", need)])
    return ask.whole([_side(ask, area, side) for area in areas for side in Side])


def _side(ask: Ask, area: Area, side: Side) -> Part:
    """Look whether one side is there for an area, with bodies that exist and cover it."""
    subject = f"{_KINDS[side]} for {area.name}"
    partners = [partner for partner in ask.situation.of("partners") if partner.side is side]
    here = [(partner, extents) for partner in partners if (extents := _extents(ask, partner, area))]
    if not here:
        need = Missing(path="partner", need=f"the {subject}")
        known = ask.situation.fully_read(Topic.PARTNERS)
        return ask.part(subject, False if known else None, "no such partner is named", missing=(need,))
    evidence = tuple(item for partner, _ in here for item in ask.evidence(partner, "covers"))
    faults = [_fault(ask, partner) for partner, _ in here]
    standing = [truth for truth, _ in faults]
    if False in standing:
        message = next(text for truth, text in faults if truth is False)
        return ask.part(subject, False, message, evidence=evidence)
    whole = any_of(agree(extent is Extent.WHOLE for extent in extents) for _, extents in here)
    names = ask.situation.names(partner.agency for partner, _ in here)
    if None in standing or whole is None or (whole is False and len(here) > 1):
        together = f"whether {names} together cover the whole of {area.name}"
        doubt = next((text for truth, text in faults if truth is None), None)
        need = Missing(path="partner", need=doubt or together)
        return ask.part(subject, None, doubt or f"not shown: {together}", evidence=evidence, missing=(need,))
    if whole:
        return ask.part(subject, True, f"{names} covers the whole", evidence=evidence)
    need = Missing(path="partner", need=f"the partner for the rest of {area.name}")
    message = f"{names} covers a part, and no partner is named for the rest"
    known = ask.situation.fully_read(Topic.PARTNERS)
    return ask.part(subject, False if known else None, message, evidence=evidence, missing=(need,))


def _extents(ask: Ask, partner: Partner, area: Area) -> list[Extent | None]:
    """Return how much of an area a partner covers, once for each way in which that is stated."""
    inside = {other.id for other in ask.situation.of("areas") if area.id in other.part_of}
    found: list[Extent | None] = []
    for covers in partner.values("covers") or ((),):
        own = next((cover.extent for cover in covers if cover.area == area.id), None)
        within = Extent.PART if any(cover.area in inside for cover in covers) else None
        if own or within or not covers:
            found.append(own or within)
    return found


def _fault(ask: Ask, partner: Partner) -> tuple[bool | None, str]:
    """Say whether a partner's agency exists and is of a kind that can be a partner, and what is wrong."""
    agency: Agency = ask.situation.entries[partner.agency]
    if agency.kind not in kinds_of(partner.side, ask.as_of):
        wanted = " or ".join(sorted(kind.value for kind in kinds_of(partner.side, ask.as_of)))
        return False, f"{agency.name} is a {agency.kind.value}; on this date the partner is a {wanted}"
    exists = ask.situation.during(agency)
    if exists is False:
        after = ask.situation.names(agency.successors)
        return False, f"{agency.name} does not exist on this date" + (f"; after it came {after}" if after else "")
    return exists, f"whether {agency.name} exists on this date"


def _arrange(ask: Ask) -> Answer:
    """Look whether there are arrangements for every local authority area that the documents speak of."""
    if ask.situation.document is None:
        need = Missing(path="kind", need=NO_ARRANGEMENTS)
        return ask.one(None, "no arrangements are among the files", missing=(need,))
    covered = {area.id for area in local_authority_areas(ask)}
    everywhere = {
        area.id: area
        for document in ask.situation.partnership.documents
        for area in document.areas
        if area.kind is AreaKind.LOCAL_AUTHORITY and (area.ends is None or area.ends.latest >= ask.as_of)
    }
    if not everywhere:
        evidence = ask.evidence(ask.situation.document.publication, says=ask.situation.document.name)
        return ask.one(True, "arrangements are among the files", evidence=evidence)
    return ask.whole([
        ask.part(area.name, area.id in covered, _covered(area.id in covered), evidence=ask.evidence(area))
        for area in everywhere.values()
    ])  # fmt: skip


def _covered(covered: bool) -> str:
    return "arrangements are made for it" if covered else "named in the documents, and in no arrangements"


def _regard(ask: Ask) -> Answer:
    publication = ask.situation.document.publication if ask.situation.document else None
    named = publication.values("guidance") if publication else ((),)
    need = "the guidance that the arrangements say they were made under"
    if publication is None or not any(named):
        if publication and not named:
            missing = (Missing(path="publication.guidance", need=need),)
            return ask.one(None, "the guidance named could not be read", missing=missing)
        return ask.whole([ask.silent("guidance", (Topic.DATES,), "publication.guidance", need)])
    evidence = ask.evidence(publication, "guidance", ", ".join(publication.guidance))
    truth = agree("WT2018" in editions for editions in named)
    editions = ", ".join(publication.guidance)
    lacking = [] if truth else [Missing(path="publication.guidance", need=need)]
    return ask.one(truth, f"the arrangements name {editions}", evidence=evidence, missing=lacking)


def _coordinate(ask: Ask) -> Answer:
    situation = ask.situation
    top = {body.id for body in situation.accountability.top}
    bodies = [body for body in situation.bodies if body.id not in top]
    said = on_topic(ask, Topic.CO_ORDINATION, {"means": "means of co-ordination"})
    if not situation.bodies:
        found = said if situation.statements(Topic.CO_ORDINATION) else []
        need = "the boards and groups, each with whom it reports to"
        return ask.whole(found or [ask.silent("boards and groups", (Topic.BODIES,), "body", need)])
    parts = [_line(ask, body) for body in bodies] or [
        ask.part(body.name, True, "the partners lead through it", evidence=ask.evidence(body))
        for body in situation.bodies
    ]
    return ask.whole(parts + _localities(ask) + ask.rest(Topic.BODIES, what="bodies"))


def _line(ask: Ask, body: Body) -> Part:
    """Look whether a body has a line of accountability to the partners."""
    accountability = ask.situation.accountability
    reaches = accountability.reaches(body.id)
    evidence = ask.evidence(body, "reports_to")
    if reaches:
        line = accountability.line(body.id)
        way = " to ".join(ask.situation.name(step) for step in accountability.way(body.id)[1:])
        onward = way or (ask.situation.name(line.to) if line else "the partners")
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
    groups = f"{len(scheme.groups)} locality group{'s' if len(scheme.groups) > 1 else ''}"
    faults = [f"in none: {name(scheme.left_out)}"] if scheme.left_out else []
    faults += [f"in more than one: {name(scheme.twice)}"] if scheme.twice else []
    if scheme.placeless:
        need = Missing(path="body", need=f"which districts are served by {name(scheme.placeless)}")
        message = f"{groups}; not said where {name(scheme.placeless)} serves"
        truth = False if scheme.twice else None
        return [ask.part("locality groups", truth, message, evidence=evidence, missing=(need,))]
    served = f"{groups} serve {len(scheme.served)} districts"
    message = f"{served}, each in one" if not faults else f"{served}; {'; '.join(faults)}"
    return [ask.part("locality groups", not faults, message, evidence=evidence)]


def _lead_group(ask: Ask) -> Answer:
    top = ask.situation.accountability.top
    if not top:
        need = "the group through which the partners lead, with strategic-leadership in its remit"
        return ask.whole([ask.silent("leadership group", (Topic.BODIES,), "body", need)])
    body = top[0]
    return ask.whole(
        [
            _in_force(ask, body),
            *(_seat(ask, body, p) for p in ask.situation.of("partners")),
            _meets(ask, body),
        ]
    )


def _in_force(ask: Ask, body: Body) -> Part:
    subject = f"{body.name} is in force"
    evidence = ask.evidence(body, "starts" if body.starts else "status")
    need = Missing(path=f"body.{body.id}.status", need=f"whether {body.name} is in force on this date")
    if body.status is Status.SHADOW:
        return ask.part(subject, False, "it is only a shadow body", evidence=evidence, missing=(need,))
    stands = ask.situation.stands(body)
    if body.status is Status.PLANNED and body.starts is not None and stands is not True:
        return ask.planned(subject, body.starts, "planned", evidence=evidence, missing=(need,))
    message = "in force" if stands else "whether it is in force is open" if stands is None else "not in force"
    return ask.part(subject, stands, message, evidence=evidence, missing=() if stands else (need,))


def _seat(ask: Ask, body: Body, partner: Partner) -> Part:
    """Look whether a partner sits on a body, itself or through who acts for it."""
    situation = ask.situation
    name = situation.name(partner.agency)
    subject = f"a seat for {name}"
    evidence = ask.evidence(body, "seats")
    need = Missing(path=f"body.{body.id}.seats", need=f"whether {name} has a seat on {body.name}")
    if not body.seats:
        return ask.silent(subject, (Topic.BODIES,), need.path, need.need)
    acting = {partner.agency} | {a.agency for a in situation.of("acting_for") if partner.agency in a.on_behalf_of}
    posts = {post.id for post in situation.of("posts") if post.agency in acting}
    posts |= {lead.post for lead in situation.of("leads") if lead.partner in acting}
    posts |= {given.to for given in situation.of("delegations") if given.partner in acting and given.to}
    own = [seat for seat in body.seats if seat.agency in acting or seat.post in posts]
    if any(not seat.vacant for seat in own):
        return ask.part(subject, True, "it has one", evidence=evidence)
    if own:
        return ask.part(subject, False, "its seat is vacant", evidence=evidence, missing=(need,))
    for_side = [seat for seat in body.seats if seat.held_for is partner.side and not seat.vacant]
    peers = [other for other in situation.of("partners") if other.side is partner.side]
    if len(for_side) >= len(peers):
        return ask.part(subject, True, f"it has one as {_KINDS[partner.side]}", evidence=evidence)
    if for_side:
        text = f"{len(for_side)} seat for {len(peers)} partners on its side, the text not saying for which"
        return ask.part(subject, None, text, evidence=evidence, missing=(need,))
    groups = any(seat.group for seat in body.seats) or not situation.fully_read(Topic.BODIES)
    text = "no seat is named for it" + (", unless in a class of members" if groups else "")
    return ask.part(subject, None if groups else False, text, evidence=evidence, missing=(need,))


def _meets(ask: Ask, body: Body) -> Part:
    subject = "how often it meets"
    if not body.meets:
        need = f"how often {body.name} meets"
        return ask.silent(subject, (Topic.BODIES,), f"body.{body.id}.meets", need)
    often = "; ".join(str(meets.how_often) for meets in body.meets)
    return ask.part(subject, True, often, evidence=ask.evidence(body, "meets"))


def _links(ask: Ask) -> Answer:
    links = ask.situation.of("other_partnerships")
    need = "how it is linked: what one receives from, reports to or does for the other"
    if not links:
        return ask.whole([ask.silent("links", (Topic.LINKS,), "other_partnership", need)])
    parts = []
    for link in links:
        path = f"other_partnership.{link.id}.how"
        if link.flows or link.how:
            says = link.how or ", ".join(flow.value for flow in link.flows)
            parts.append(ask.part(link.name, True, says, evidence=ask.evidence(link, says=says)))
        else:
            parts.append(ask.silent(link.name, (Topic.LINKS,), path, f"{link.name}: {need}"))
    return ask.whole(parts + ask.rest(Topic.LINKS, what="links"))


READ = Verification.READ
SP = "safeguarding partners"

REQUIREMENTS = (
    Requirement(
        key="ch3.partners.three",
        title="Who the partners are",
        level=Level.MUST,
        who=SP,
        asks=(
            "The partners for a local authority area are the local authority, and every health body and every "
            "chief officer of police whose area takes in any part of it."
        ),
        heading=HEADING,
        citations=(act("16E", "(3)"), guidance(HEADING)),
        verification=READ,
        read_at=("S16E", "CPSCP"),
        checked=Checked.DOCUMENTS,
        silence=INDETERMINATE,
        reaches=frozenset({MET, PARTLY_MET, NOT_MET, INDETERMINATE}),
        do="Name, for each local authority area, every partner, and how much of the area each covers.",
        check=_three,
    ),
    Requirement(
        key="ch3.partners.arrange",
        title="Arrangements are made",
        level=Level.MUST,
        who=SP,
        asks=(
            "The partners make arrangements for themselves, and any relevant agency they think fit, to work "
            "together to safeguard and promote the welfare of children in the area."
        ),
        heading=HEADING,
        citations=(act("16E", "(1)"),),
        verification=READ,
        read_at=("S16E",),
        checked=Checked.DOCUMENTS,
        silence=INDETERMINATE,
        reaches=frozenset({MET, PARTLY_MET, NOT_MET, INDETERMINATE}),
        do="Give the published arrangements as a file of kind arrangements, with every area they are for.",
        check=_arrange,
    ),
    Requirement(
        key="ch3.partners.identify-respond",
        title="Working together on children's needs",
        level=Level.MUST,
        who=SP,
        asks="The arrangements include working together to identify and respond to the needs of children.",
        heading=HEADING,
        citations=(act("16E", "(2)"),),
        verification=READ,
        read_at=("S16E",),
        silence=INDETERMINATE,
        do="Record what the arrangements say on how needs are identified and how they are responded to.",
        premises=("ch3.partners.arrange",),
        **stated(
            Topic.IDENTIFY_RESPOND,
            {"identify": "identifying needs", "respond": "responding to needs"},
            by_person=True,
        ),
    ),
    Requirement(
        key="ch3.partners.equal-duty",
        title="A shared and equal duty",
        level=Level.MUST,
        who=SP,
        asks="The partners share the duty equally, and are responsible equally and jointly.",
        heading=HEADING,
        citations=(guidance(HEADING), act("16E")),
        verification=READ,
        read_at=("CPSCP", "CHSCP", "KCSIE24", "PQ1464752", "WIRRALDEC", "HOUNS"),
        silence=INDETERMINATE,
        do="Record where the arrangements say that the duty is equal and joint, and how the partners decide.",
        premises=("ch3.partners.arrange",),
        **stated(Topic.EQUAL_DUTY, {"equal": "equal and joint responsibility"}, by_person=True),
    ),
    Requirement(
        key="ch3.partners.act",
        title="Acting in accordance with the arrangements",
        level=Level.MUST,
        who="safeguarding partners and relevant agencies",
        asks="Partners and relevant agencies act in accordance with the arrangements.",
        heading=HEADING,
        citations=(act("16G", "(4)"),),
        verification=READ,
        read_at=("S16G",),
        silence=INDETERMINATE,
        do="Lay before a person what shows that partners and agencies act as the arrangements say.",
        premises=("ch3.partners.arrange",),
        **laid_out(Topic.COMMITMENT, Topic.RA_DUTY),
    ),
    Requirement(
        key="ch3.partners.regard",
        title="Regard to the guidance",
        level=Level.MUST,
        who="safeguarding partners and relevant agencies",
        asks="Partners and relevant agencies have regard to the guidance of the Secretary of State.",
        heading=HEADING,
        citations=(act("16K", "(1)"),),
        verification=READ,
        read_at=("S16K",),
        checked=Checked.DOCUMENTS,
        silence=INDETERMINATE,
        reaches=frozenset({MET, NOT_MET, INDETERMINATE}),
        do='Record the guidance that the arrangements name, as publication.guidance = ["WT2018"].',
        check=_regard,
        premises=("ch3.partners.arrange",),
    ),
    Requirement(
        key="ch3.partners.coordinate",
        title="Co-ordination, and who answers to whom",
        level=Level.SHOULD,
        who=SP,
        asks="The partners agree on ways to co-ordinate their safeguarding services.",
        heading=HEADING,
        citations=(guidance(HEADING),),
        verification=READ,
        read_at=("CPSCP", "CHSCP"),
        checked=Checked.PRESENCE,
        silence=INDETERMINATE,
        reaches=frozenset({NEEDS_JUDGEMENT, PARTLY_MET, NOT_MET, NOT_DUE, INDETERMINATE}),
        do="Say of each board and group to whom it reports, so that every line ends with the partners.",
        check=_coordinate,
        premises=("ch3.partners.arrange",),
    ),
    Requirement(
        key="ch3.partners.lead-group",
        title="A strategic leadership group",
        level=Level.SHOULD,
        who=SP,
        asks="The partners act as a strategic leadership group in supporting and engaging others.",
        heading=HEADING,
        citations=(guidance(HEADING),),
        verification=READ,
        read_at=("CPSCP", "CHSCP"),
        checked=Checked.DOCUMENTS,
        silence=INDETERMINATE,
        reaches=frozenset({MET, PARTLY_MET, NOT_MET, NOT_DUE, INDETERMINATE}),
        do="Name the group through which the partners lead, a seat on it for each, and how often it meets.",
        check=_lead_group,
        premises=("ch3.partners.arrange",),
    ),
    Requirement(
        key="ch3.partners.learning",
        title="Local and national learning",
        level=Level.SHOULD,
        who=SP,
        asks="The partners put local and national learning into effect, also from serious incidents.",
        heading=HEADING,
        citations=(guidance(HEADING),),
        verification=READ,
        read_at=("CPSCP", "CHSCP"),
        silence=INDETERMINATE,
        do="Record by which route local learning, and by which national learning, reaches practice.",
        premises=("ch3.partners.arrange",),
        **stated(Topic.LEARNING, {"local": "local learning", "national": "national learning"}, by_person=True),
    ),
    Requirement(
        key="ch3.partners.set-out",
        title="How they will work together is set out",
        level=Level.MUST,
        who=SP,
        asks="The partners set out how they will work together, and with any relevant agency.",
        heading=HEADING,
        citations=(guidance(HEADING), act("16G", "(2)")),
        verification=READ,
        read_at=("CPSCP", "KCSIE24"),
        silence=NOT_MET,
        do="Set out how the partners work together, and how they work with relevant agencies.",
        premises=("ch3.partners.arrange",),
        owed_from=FIRST_PUBLICATION,
        **stated(
            Topic.WORKING_TOGETHER,
            {"partners": "working with each other", "relevant-agencies": "working with relevant agencies"},
            by_person=True,
            plan=True,
        ),
    ),
    Requirement(
        key="ch3.purpose.outcomes",
        title="A system in which children are safeguarded",
        level=Level.SHOULD,
        who="safeguarding partners and local organisations",
        asks=(
            "The arrangements support a local system in which children are safeguarded, a vision is owned "
            "jointly, organisations challenge each other, new threats are spotted early, learning is embedded "
            "and information is shared."
        ),
        heading=HEADING,
        citations=(guidance(HEADING),),
        verification=READ,
        read_at=("SEFTONSCP", "CWACABOUT"),
        silence=INDETERMINATE,
        do="Have a person judge how the vision, values and priorities serve these purposes.",
        premises=("ch3.partners.arrange",),
        **laid_out(Topic.PURPOSE, aims=True),
    ),
    Requirement(
        key="ch3.purpose.processes",
        title="Processes across institutional boundaries",
        level=Level.SHOULD,
        who="safeguarding partners, with others",
        asks=(
            "The partners and others develop processes that drive action across institutional boundaries and "
            "rest on lasting, trusting relationships with children and families."
        ),
        heading=HEADING,
        citations=(guidance(HEADING),),
        verification=READ,
        read_at=("SUSSEX21", "CWACABOUT"),
        silence=INDETERMINATE,
        do="Have a person judge whether the processes do this.",
        premises=("ch3.partners.arrange",),
        **laid_out(Topic.PURPOSE, Topic.PRACTICE, Topic.CO_ORDINATION),
    ),
    Requirement(
        key="ch3.links.boards",
        title="Links to other strategic partnerships",
        level=Level.SHOULD,
        who=SP,
        asks=(
            "The arrangements link to other strategic partnerships: the health and wellbeing board, the adults "
            "board, Channel, improvement, community safety and family justice boards, MAPPA."
        ),
        heading=HEADING,
        citations=(guidance(HEADING),),
        verification=Verification.CORROBORATED,
        read_at=("CESCP", "CPMASA", "seed 003"),
        checked=Checked.DOCUMENTS,
        silence=INDETERMINATE,
        reaches=frozenset({MET, INDETERMINATE}),
        do="Say for each other partnership how it is linked with this one.",
        check=_links,
        premises=("ch3.partners.arrange",),
    ),
)
