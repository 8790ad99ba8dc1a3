"""Working Together 2023, the area of the arrangements, and what they are linked with."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from attrs import evolve

from safeguarding.law import remedies
from safeguarding.law.asking import Ask
from safeguarding.law.drafting import Draft
from safeguarding.law.instruments import WT2023, Citation, Verification, act, guidance
from safeguarding.law.outcomes import OPEN, Answer, Missing, Part
from safeguarding.law.requirement import Checked, Level, Requirement
from safeguarding.law.said import said, the_best
from safeguarding.law.settling import Say, Show, settled
from safeguarding.law.stated import (
    INDETERMINATE,
    MET,
    NOT_APPLICABLE,
    NOT_DUE,
    NOT_MET,
    PARTLY_MET,
    stated,
)
from safeguarding.law.wt2018.areas import existence, exists, identified, local_authority_areas, three
from safeguarding.model import Area, Extent, LinkKind, OtherPartnership, Partner, Side, Topic
from safeguarding.unknown import agree, any_of

HEADING = "Geography and links"


def _based_on_areas(ask: Ask) -> Answer:
    """Look whether the area is made of whole local authority areas."""
    areas = local_authority_areas(ask)
    if not areas:
        need = "the local authority areas that the arrangements are for"
        return ask.whole([ask.silent("local authority areas", (Topic.AREAS,), "area", need)])
    return ask.whole([_whole_area(ask, area) for area in areas] + ask.rest(Topic.AREAS, what="areas"))


def _whole_area(ask: Ask, area: Area) -> Part:
    """Look whether an area is that of a local authority, which takes part for the whole of it."""
    evidence = ask.evidence(area)
    councils = [
        partner
        for partner in ask.situation.partners
        if (not partner.values("side") or Side.LOCAL_AUTHORITY in partner.values("side")) and _covers(partner, area.id)
    ]
    whole = any_of(
        agree(_covers(partner, area.id)) if len(partner.values("side")) == 1 else None for partner in councils
    )
    if not exists(area, ask.as_of):
        need = Missing(
            path=f"area.{area.id}", need=f"whether {area.name} is the area of a local authority on this date"
        )
        need = need if identified(area) else existence(area)
        message = "whether it is the area of a local authority on this date is open"
        return ask.part(area.name, OPEN | {NOT_APPLICABLE}, message, evidence=evidence, missing=(need,))
    if whole:
        return ask.part(area.name, True, "the whole area of a local authority", evidence=evidence)
    need = Missing(path="partner.covers", need=f"which local authority takes part for the whole of {area.name}")
    if not councils:
        message = "no local authority is said to take part for it"
        return ask.part(area.name, None, message, evidence=evidence, missing=(need,))
    names = ask.situation.names(partner.agency for partner in councils)
    sure = len(councils) == 1 and all(len(partner.values("side")) == 1 for partner in councils)
    if whole is False and sure:
        message = f"{names} takes part for a part of it only"
        return ask.part(area.name, False, message, evidence=evidence, missing=(need,))
    message = f"whether {names} takes part for the whole of it is not said"
    return ask.part(area.name, None, message, evidence=evidence, missing=(need,))


def _covers(partner: Partner, area: str) -> list[bool | None]:
    """Say whether a partner covers the whole of an area, once for each statement; nothing where it does not at all."""
    found: list[bool | None] = []
    for covers in partner.values("covers") or (None,):
        if not covers:
            found.append(None)
        found += [cover.extent is Extent.WHOLE for cover in covers or () if cover.area == area]
    return found


def _whole_areas(draft: Draft) -> Iterator[Show]:
    """Find what settles that a local authority takes part for the whole of each area."""
    councils = [one for one in draft.ask.situation.partners if Side.LOCAL_AUTHORITY in one.values("side")]
    for area in local_authority_areas(draft.ask):
        covering = [one for one in councils if not one.covers or any(cover.area == area.id for cover in one.covers)]
        yield Show(subjects=(area.name,), draft=partial(_cover, covering, area.id))
    if not local_authority_areas(draft.ask):
        yield Show(subjects=("local authority areas",), draft=partial(_cover, councils, ""))


def _cover(councils: list[Partner], area: str, draft: Draft) -> bool:
    """Draft that the only council that may be meant covers the whole of an area, or that council itself."""
    if not councils:
        draft.partner(Side.LOCAL_AUTHORITY)
        return True
    plain = len(councils) == 1 and not (councils[0].covers or councils[0].also or councils[0].unknown)
    if plain:
        draft.amend(councils[0], covers=({"area": area or draft.area(), "extent": "whole"},))
    return plain


def _regional(ask: Ask) -> Answer:
    """Look whether the power to meet regionally was used; a text that says that it was not leaves it unused."""
    part = said(ask, Topic.REGIONAL, "meetings", "regional meetings")
    possible = frozenset(NOT_APPLICABLE if outcome is NOT_MET else outcome for outcome in part.possible)
    return ask.whole([evolve(part, possible=possible)])


_BOARDS = {
    LinkKind.HEALTH_AND_WELLBEING_BOARD: "health and wellbeing board",
    LinkKind.SAFEGUARDING_ADULTS_BOARD: "safeguarding adults board",
    LinkKind.CHANNEL_OR_PREVENT: "Channel panel",
    LinkKind.IMPROVEMENT_BOARD: "improvement board",
    LinkKind.COMMUNITY_SAFETY_PARTNERSHIP: "community safety partnership",
    LinkKind.FAMILY_JUSTICE_BOARD: "family justice board",
    LinkKind.MAPPA: "MAPPA",
    LinkKind.LOCAL_DRUG_PARTNERSHIP: "local drug partnership",
    LinkKind.DOMESTIC_ABUSE_BOARD: "domestic abuse board",
    LinkKind.CORPORATE_PARENTING_BOARD: "corporate parenting board",
    LinkKind.YOUTH_JUSTICE_BOARD: "youth justice board",
    LinkKind.VIOLENCE_REDUCTION_UNIT: "violence reduction unit",
}
"""The boards that the guidance lists."""


def _wider_links(ask: Ask) -> Answer:
    links: tuple[OtherPartnership, ...] = ask.situation.of("other_partnerships")
    return ask.whole([_link(ask, links, kind, words) for kind, words in _BOARDS.items()])


def _link(ask: Ask, links: tuple[OtherPartnership, ...], kind: LinkKind, words: str) -> Part:
    """Look for a link with one kind of board: it is listed with how it works, or a statement speaks of it."""
    found = list(_listed(ask, links, kind, words))
    return the_best(words, [*found, said(ask, Topic.LINKED_BOARDS, kind.value, words)])


def _listed(ask: Ask, links: tuple[OtherPartnership, ...], kind: LinkKind, words: str) -> Iterator[Part]:
    for link in links:
        truth = agree(one is kind for one in link.values("kind"))
        if truth is False:
            continue
        evidence = ask.evidence(link)
        path = f"other_partnership.{link.id}"
        flows = [bool(some) for some in link.values("flows")]
        if truth and (link.how or (flows and all(flows))):
            says = link.how or ", ".join(flow.value for flow in link.flows)
            yield ask.part(words, True, f"{link.name}: {says}", evidence=evidence)
            continue
        lacks = "how it is linked" if truth else "of what kind it is"
        need = Missing(path=path if truth is None else f"{path}.how", need=f"{link.name}: {lacks}")
        yield ask.part(words, None, f"{link.name} is named; {lacks} is not said", evidence=evidence, missing=(need,))


def _at(paragraphs: str, *others: Citation) -> tuple[Citation, ...]:
    return (guidance(HEADING, paragraphs, chapter=2, edition=WT2023), *others)


READ = Verification.READ
WT23 = ("WT23",)
SP = "safeguarding partners"
ARRANGED = ("ch3.partners.arrange",)

REQUIREMENTS = (
    Requirement(
        key="wt23.geo.coverage",
        title="Everybody is covered",
        level=Level.MUST,
        who=SP,
        asks="Every local authority, integrated care board and constabulary is covered by arrangements.",
        heading=HEADING,
        citations=_at("paragraph 39", act("16E", "(3)")),
        verification=READ,
        read_at=WT23,
        checked=Checked.DOCUMENTS,
        silence=INDETERMINATE,
        reaches=frozenset({MET, PARTLY_MET, NOT_MET, INDETERMINATE}),
        do="Name, for each local authority area, every partner, and how much of the area each covers.",
        check=three,
        settle=remedies.partners,
        restates="ch3.partners.three",
        succeeds=("ch3.geo.coverage",),
        repeats=("ch3.geo.coverage",),
    ),
    Requirement(
        key="wt23.geo.la-based",
        title="Whole local authority areas",
        level=Level.SHOULD,
        who=SP,
        asks=(
            "The arrangements are based on local authority areas, or on two or more of them where that is agreed; "
            "local authorities may delegate to one of them."
        ),
        heading=HEADING,
        citations=_at("paragraph 41", act("16J")),
        verification=READ,
        read_at=WT23,
        checked=Checked.DOCUMENTS,
        silence=INDETERMINATE,
        reaches=frozenset({MET, PARTLY_MET, NOT_MET, INDETERMINATE}),
        do="Name the local authority areas, and the local authority that takes part for the whole of each.",
        check=_based_on_areas,
        settle=settled(_whole_areas),
        premises=ARRANGED,
        succeeds=("ch3.geo.la-based",),
    ),
    Requirement(
        key="wt23.geo.change",
        title="Changes of area",
        level=Level.SHOULD,
        who=SP,
        asks="Changes of the area are agreed by the partners, told to others, and shown in what is published.",
        heading=HEADING,
        citations=_at("paragraph 42"),
        verification=READ,
        read_at=WT23,
        silence=INDETERMINATE,
        do="Record how a change of area is agreed, who is told, and how what is published follows it.",
        premises=ARRANGED,
        succeeds=("ch3.geo.change",),
        **stated(
            Topic.GEOGRAPHY,
            {
                "change-agreed": "agreement of the partners",
                "change-told": "telling agencies and staff",
                "change-published": "in what is published",
            },
        ),
    ),
    Requirement(
        key="wt23.geo.regional",
        title="Regional meetings of the leads",
        level=Level.MAY,
        who="lead safeguarding partners",
        asks="Where the police or an integrated care board spans several areas, the leads may meet regionally.",
        heading=HEADING,
        citations=_at("paragraphs 43 and 52"),
        verification=READ,
        read_at=WT23,
        checked=Checked.DOCUMENTS,
        silence=NOT_APPLICABLE,
        reaches=frozenset({MET, NOT_APPLICABLE, NOT_DUE, INDETERMINATE}),
        do="Record whether the leads meet regionally, and with whom.",
        check=_regional,
        settle=settled(Say(topic=Topic.REGIONAL, part="meetings", subjects=("regional meetings",))),
        premises=ARRANGED,
    ),
    Requirement(
        key="wt23.links.wider",
        title="Links with the boards that are listed",
        level=Level.SHOULD,
        who=SP,
        asks=(
            "The arrangements link with other boards: those for health and wellbeing, adults, Channel, improvement, "
            "community safety, family justice and MAPPA, and those for drugs, domestic abuse, corporate parenting, "
            "youth justice and violence reduction."
        ),
        heading=HEADING,
        citations=_at("paragraph 44"),
        verification=READ,
        read_at=WT23,
        checked=Checked.DOCUMENTS,
        silence=INDETERMINATE,
        reaches=frozenset({MET, PARTLY_MET, NOT_MET, NOT_DUE, INDETERMINATE}),
        do="List each board with how the link works, or say which of them there are none of in the area.",
        check=_wider_links,
        settle=settled(
            *(Say(topic=Topic.LINKED_BOARDS, part=kind.value, subjects=(words,)) for kind, words in _BOARDS.items())
        ),
        premises=ARRANGED,
        succeeds=("ch3.links.boards",),
    ),
    Requirement(
        key="wt23.links.health",
        title="How health is organised",
        level=Level.SHOULD,
        who=SP,
        asks=(
            "The arrangements reflect how health is organised: integrated care boards and systems, maternity and "
            "neonatal systems, provider collaboratives, primary care networks, specialised commissioning."
        ),
        heading=HEADING,
        citations=_at("paragraph 45"),
        verification=READ,
        read_at=WT23,
        silence=INDETERMINATE,
        do="Record how each of the parts of the health system takes part.",
        premises=ARRANGED,
        **stated(
            Topic.HEALTH_SYSTEM,
            {
                "integrated-care-boards": "integrated care boards",
                "integrated-care-systems": "integrated care systems",
                "maternity-and-neonatal": "maternity and neonatal systems",
                "provider-collaboratives": "provider collaboratives",
                "primary-care-networks": "primary care networks",
                "specialised-commissioning": "specialised commissioning",
            },
            by_person=True,
        ),
    ),
)
