"""Which partners an area must have, and whether there are arrangements for it."""

from __future__ import annotations

from datetime import date, timedelta

from attrs import evolve

from safeguarding.law.asking import NO_ARRANGEMENTS, Ask
from safeguarding.law.outcomes import OPEN, Answer, Missing, Part
from safeguarding.model import Agency, AgencyKind, Area, AreaKind, Extent, Partner, Side, Topic
from safeguarding.unknown import agree, all_of, any_of, negate

ICBS_FROM = date(2022, 7, 1)
"""Integrated care boards took the place of clinical commissioning groups: Health and Care Act 2022."""

KINDS = {
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
    return [area for area in ask.situation.of("areas") if _exists(area, ask.as_of) is not False]


def _exists(area: Area, as_of: date) -> bool | None:
    """Say whether an area is that of a local authority, and exists on a date."""
    eve = as_of - timedelta(days=1)
    begun = agree(start is None or start.not_after(as_of) for start in area.values("starts"))
    over = agree(False if end is None else end.not_after(eve) for end in area.values("ends"))
    kind = agree(kind is AreaKind.LOCAL_AUTHORITY for kind in area.values("kind"))
    return all_of([kind, begun, negate(over)])


def three(ask: Ask) -> Answer:
    """Look whether each local authority area has its partners on all three sides, covering the whole of it."""
    areas = local_authority_areas(ask)
    if not areas or not ask.situation.of("partners"):
        need = "the local authority areas, and the partners with the areas they cover"
        return ask.whole([
            ask.silent(f"{KINDS[side]} for {name}", (Topic.AREAS, Topic.PARTNERS), "partner", need)
            for name in [area.name for area in areas] or ["the area"]
            for side in Side
        ])  # fmt: skip
    sides = [_side(ask, area, side) for area in areas for side in Side]
    return ask.whole(sides + ask.rest(Topic.AREAS, Topic.PARTNERS, what="areas and partners"))


def _side(ask: Ask, area: Area, side: Side) -> Part:
    """Look whether one side is there for an area, as far as the area itself is there."""
    part = _covering(ask, area, side)
    if _exists(area, ask.as_of):
        return part
    need = Missing(path=f"area.{area.id}.ends", need=f"whether {area.name} exists on this date")
    return evolve(part, possible=part.possible | OPEN, missing=(need, *part.missing))


def _covering(ask: Ask, area: Area, side: Side) -> Part:
    """Look whether one side is there for an area, with bodies that exist and cover it."""
    subject = f"{KINDS[side]} for {area.name}"
    partners = [partner for partner in ask.situation.of("partners") if side in partner.values("side")]
    here = [(partner, extents) for partner in partners if (extents := _extents(ask, partner, area))]
    if not here:
        need = Missing(path="partner", need=f"the {subject}")
        known = ask.situation.fully_read(Topic.PARTNERS)
        return ask.part(subject, False if known else None, "no such partner is named", missing=(need,))
    evidence = tuple(item for partner, _ in here for item in ask.evidence(partner, "covers"))
    faults = [_fault(ask, partner, side) for partner, _ in here]
    standing = [truth for truth, _ in faults]
    if False in standing:
        # One who is not a partner any more, or not yet, does no harm beside one who covers the whole.
        rest = [(one, fault) for one, fault in zip(here, faults, strict=True) if fault[0] is not False]
        covering = any_of(
            all_of([truth, agree(extent and extent is Extent.WHOLE for extent in extents)])
            for (_, extents), (truth, _) in rest
        )
        if covering is False:
            message = next(text for truth, text in faults if truth is False)
            return ask.part(subject, False, message, evidence=evidence)
        here, faults = [one for one, _ in rest], [fault for _, fault in rest]
        standing = [truth for truth, _ in faults]
    whole = any_of(agree(extent and extent is Extent.WHOLE for extent in extents) for _, extents in here)
    names = ask.situation.names(partner.agency for partner, _ in here)
    if None in standing or whole is None or (whole is False and len(here) > 1):
        cover = "together cover" if len(here) > 1 else "covers"
        together = f"whether {names} {cover} the whole of {area.name}"
        doubt = next((text for truth, text in faults if truth is None), None)
        need = Missing(path="partner", need=doubt or together)
        return ask.part(subject, None, doubt or f"not shown: {together}", evidence=evidence, missing=(need,))
    if whole:
        full = next(partner for partner, extents in here if set(extents) == {Extent.WHOLE})
        return ask.part(subject, True, f"{ask.situation.name(full.agency)} covers the whole", evidence=evidence)
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


def _fault(ask: Ask, partner: Partner, side: Side) -> tuple[bool | None, str]:
    """Say whether a partner's agency exists and is of a kind that can be a partner, and what is wrong."""
    agency: Agency = ask.situation.entries[partner.agency]
    if any(other is not side for other in partner.values("side")):
        return None, f"whether {agency.name} is the {KINDS[side]}"
    wanted = kinds_of(side, ask.as_of)
    fits = agree(kind in wanted for kind in agency.values("kind"))
    if fits is False:
        kinds = " or ".join(sorted(_a(kind) for kind in wanted))
        return False, f"{agency.name} is {_a(agency.kind)}; on this date the partner is {kinds}"
    if fits is None:
        return None, f"whether {agency.name} is {_a(agency.kind)}"
    exists = ask.situation.during(agency)
    if exists is False:
        after = ask.situation.names(agency.successors)
        return False, f"{agency.name} does not exist on this date" + (f"; after it came {after}" if after else "")
    return exists, f"whether {agency.name} exists on this date"


def _a(kind: AgencyKind) -> str:
    if kind is AgencyKind.OTHER:
        return "another kind of agency"
    return f"{'an' if kind.value.startswith(('a', 'e', 'i', 'o', 'u', 'nhs')) else 'a'} {kind.value}"


def arrange(ask: Ask) -> Answer:
    """Look whether there are arrangements for every local authority area that the documents speak of."""
    if ask.situation.document is None:
        need = Missing(path="kind", need=NO_ARRANGEMENTS)
        return ask.one(None, "no arrangements are among the files", missing=(need,))
    covered = {area.id for area in local_authority_areas(ask)}
    everywhere = {
        area.id: area
        for document in ask.situation.partnership.documents
        for area in document.areas
        if _exists(area, ask.as_of) is not False
    }
    if not everywhere:
        evidence = ask.evidence(ask.situation.document.publication, says=ask.situation.document.name)
        return ask.one(True, "arrangements are among the files", evidence=evidence)
    return ask.whole([_arranged(ask, area, covered=area.id in covered) for area in everywhere.values()])


def _arranged(ask: Ask, area: Area, *, covered: bool) -> Part:
    """Look whether an area is one of those of the arrangements."""
    evidence = ask.evidence(area)
    if covered:
        return ask.part(area.name, True, "arrangements are made for it", evidence=evidence)
    known = ask.situation.fully_read(Topic.AREAS) and _exists(area, ask.as_of)
    need = Missing(path="area", need=f"whether the arrangements are for {area.name}")
    message = "named in the documents, and in no arrangements"
    return ask.part(area.name, False if known else None, message, evidence=evidence, missing=(need,))
