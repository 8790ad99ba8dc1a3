"""Which partners an area must have, and whether there are arrangements for it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

from attrs import evolve

from safeguarding.dates import in_words
from safeguarding.law.asking import NO_ARRANGEMENTS, Ask, once
from safeguarding.law.gazetteer.known import clash, county_of_district, did_you_mean, is_known, several
from safeguarding.law.gazetteer.rows import BOARDS_FROM, KNOWN_FROM, KNOWN_TO
from safeguarding.law.outcomes import OPEN, Answer, Missing, Part
from safeguarding.law.stated import MET, NOT_APPLICABLE, NOT_MET
from safeguarding.model import Agency, AgencyKind, Area, AreaKind, Extent, Partner, Side, Topic
from safeguarding.model.record import is_blank
from safeguarding.unknown import agree, all_of, any_of, negate

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
    after = as_of >= BOARDS_FROM
    return frozenset({AgencyKind.INTEGRATED_CARE_BOARD if after else AgencyKind.CLINICAL_COMMISSIONING_GROUP})


def local_authority_areas(ask: Ask) -> list[Area]:
    """Return the local authority areas of the arrangements that exist on the date, or may."""
    return [area for area in ask.situation.of("areas") if exists(area, ask.as_of) is not False]


def exists(area: Area, as_of: date) -> bool | None:
    """Say whether an area is that of a local authority, and exists on a date."""
    if area.kind is not AreaKind.LOCAL_AUTHORITY and not area.also:
        return False
    eve = as_of - timedelta(days=1)
    begun = agree(start is None or start.not_after(as_of) for start in area.values("starts"))
    over = agree(False if end is None else end.not_after(eve) for end in area.values("ends"))
    kind = agree(kind is AreaKind.LOCAL_AUTHORITY for kind in area.values("kind"))
    return all_of([kind, begun, negate(over), identified(area)])


def existence(area: Area) -> Missing:
    """Say what would show whether an area exists, where that is open."""
    if identified(area) is None:
        return _its_name(area)
    return Missing(path=f"area.{area.id}.ends", need=f"whether {area.name} exists on this date")


def _its_name(area: Area) -> Missing:
    return Missing(path=f"area.{area.id}.name", need=f"which area {area.name} is: its name is still to be given")


def identified(entry: Area | Agency) -> bool | None:
    """Say whether it is told which area or agency an entry is: by a name that is no blank, or by a code."""
    return True if names_of(entry) or any(entry.values("code")) else None


def names_of(entry: Area | Agency) -> tuple[str, ...]:
    """Return the names that are stated of an area or an agency; one that is a blank names nothing."""
    return tuple(name for name in entry.values("name") if not is_blank(name))


def three(ask: Ask) -> Answer:
    """Look whether each local authority area has its partners on all three sides, covering the whole of it."""
    areas = [(area, known_as(area, ask.as_of)) for area in local_authority_areas(ask)]
    if not areas or not ask.situation.of("partners"):
        unnamed = [part for area, known in areas for part in _unnamed(ask, area, known)]
        return ask.whole(unnamed or _unnamed(ask, None, ()))
    parts = [part for area, known in areas for part in _of(ask, areas, area, known)]
    return ask.whole(parts + ask.rest(Topic.AREAS, Topic.PARTNERS, what="areas and partners"))


def _unnamed(ask: Ask, area: Area | None, known: tuple[Text, ...]) -> list[Part]:
    """Make the parts for an area of which no partner at all is named, or for the one that must be somewhere."""
    need = "the local authority areas, and the partners with the areas they cover"
    if area is not None and len(known) == 1 and known[0] is not None:
        from safeguarding.law.wt2018.required_partners import called_for  # noqa: PLC0415  # as below

        subjects = called_for(ask, known[0])
    else:
        subjects = tuple(f"{KINDS[side]} for {area.name if area else 'the area'}" for side in Side)
    return [
        ask.silent(subject, (Topic.AREAS, Topic.PARTNERS), "partner", f"{need}: {subject}" if known else need)
        for subject in subjects
    ]


Text = str | None
"""The code or the name under which the gazetteer has an area; none where it does not have it."""


def known_as(area: Area, as_of: date) -> tuple[Text, ...]:
    """Return how the gazetteer has an area: once for each way in which that may be read; empty if it may be any."""
    if as_of < KNOWN_FROM:
        return (None,)
    codes, names = area.values("code"), names_of(area)
    known = [code for code in codes if code and is_known(code)]
    if not codes or not names or any(clash(code, name) for code in known for name in names):
        # A name that is not told may be that of another area than the code.
        return ()
    if len(known) == len(codes):
        return tuple(dict.fromkeys(known))
    return tuple(dict.fromkeys([*known, *(name if is_known(name) else None for name in names)]))


def _of(ask: Ask, areas: list[tuple[Area, tuple[Text, ...]]], area: Area, known: tuple[Text, ...]) -> list[Part]:
    """Look whether an area has its partners: those that the gazetteer names, if it has the area."""
    parts: list[Part] = []
    if len(known) == 1 and known[0] is not None:
        # The gazetteer is loaded only for an area that is in it.
        from safeguarding.law.wt2018.required_partners import parts_of  # noqa: PLC0415  # as said above

        parts = parts_of(ask, area, known[0], [one for _, one in areas])
    why = "" if parts else _no_such_area(area, ask.as_of)
    if len(known) == 1 and not parts and not why:
        return [*(_side(ask, area, side) for side in Side), _unchecked(area, ask.as_of)]
    if not parts:
        need = Missing(path=f"area.{area.id}.code", need=f"which local authority {area.name} is: its official code")
        need = need if names_of(area) else _its_name(area)
        need = evolve(need, need=f"{need.need}; {why}") if why else need
        sides = (_side(ask, area, side) for side in Side)
        parts = [
            evolve(
                part,
                possible=OPEN,
                message="; ".join(filter(None, (part.message, why))),
                missing=once((need, *part.missing)),
            )
            for part in sides
        ]
    if exists(area, ask.as_of):
        return parts
    need = existence(area)
    return [
        evolve(part, possible=part.possible | OPEN, missing=once((need, *part.missing))) if part.counts else part
        for part in parts
    ]


def _no_such_area(area: Area, as_of: date) -> str:
    """Say what keeps an area from being the one of an authority that its code and name are to tell; else nothing."""
    if not KNOWN_FROM <= as_of <= KNOWN_TO:
        return ""
    codes = [code for code in area.values("code") if code]
    for code, name, other in ((code, name, clash(code, name)) for code in codes for name in names_of(area)):
        if other:
            return f"code and name clash: {code} is the code of {other}, and not of {name}"
    if any(is_known(code) for code in codes):
        return ""
    for name in names_of(area):
        district, joint = county_of_district(name), several(name)
        if district is not None:
            return (
                f"{district[0]} is no local authority with children's services, but the name of a district of "
                f"{district[1]}: give {district[1]}, or whatever came after it"
            )
        if joint:
            return f"{name} is no one local authority area, but {' and '.join(joint)}: give each by itself"
    return ""


def _unchecked(area: Area, as_of: date) -> Part:
    """Say that the names of the partners of an area were not compared with the bodies that there were."""
    if not KNOWN_FROM <= as_of <= KNOWN_TO:
        why = f"the gazetteer knows who the partners must be from {in_words(KNOWN_FROM)} to {in_words(KNOWN_TO)} only"
    else:
        meant = did_you_mean(area.name)
        why = f"no local authority area of this name is in the gazetteer{_meant(meant)}"
    possible = frozenset({NOT_APPLICABLE})
    return Part(subject=f"{area.name}, unchecked", possible=possible, message=why, counts=False)


def _meant(names: tuple[str, ...]) -> str:
    return f"; did you mean {' or '.join(names)}?" if names else ""


def _side(ask: Ask, area: Area, side: Side) -> Part:
    """Look whether one side is there for an area, as far as the area itself is there."""
    part = _covering(ask, area, side)
    if exists(area, ask.as_of):
        return part
    need = existence(area)
    return evolve(part, possible=part.possible | OPEN, missing=once((need, *part.missing)))


def _covering(ask: Ask, area: Area, side: Side) -> Part:
    """Look whether one side is there for an area, with bodies that exist and cover it.

    One who is not a partner any more, or not yet, does no harm beside one who covers the whole.
    """
    subject = f"{KINDS[side]} for {area.name}"
    partners = [partner for partner in ask.situation.of("partners") if side in partner.values("side")]
    here = [(partner, found) for partner in partners if any(found := extents(ask, partner, area))]
    known = False if ask.situation.fully_read(Topic.PARTNERS) else None
    if not here:
        need = Missing(path="partner", need=f"the {subject}")
        return ask.part(subject, known, "no such partner is named", missing=(need,))
    evidence = tuple(item for partner, _ in here for item in ask.evidence(partner, "covers"))
    faults = [_fault(ask, partner, side) for partner, _ in here]
    wholes = [
        all_of([truth, agree(WHOLE[extent] for extent in found)])
        for (_, found), (truth, _) in zip(here, faults, strict=True)
    ]
    if True in wholes:
        full = ask.situation.name(here[wholes.index(True)][0].agency)
        return ask.part(subject, True, f"{full} covers the whole", evidence=evidence)
    faulty = [text for (truth, text), (_, found) in zip(faults, here, strict=True) if truth is False and all(found)]
    if faulty and None not in wholes:
        return ask.part(subject, False, faulty[0], evidence=evidence)
    names = ask.situation.names(partner.agency for partner, _ in here)
    if None in wholes or len(here) > 1:
        cover = "together cover" if len(here) > 1 else "covers"
        together = f"whether {names} {cover} the whole of {area.name}"
        doubt = next((text for truth, text in faults if truth is None), None)
        need = Missing(path="partner", need=doubt or together)
        return ask.part(subject, None, doubt or f"not shown: {together}", evidence=evidence, missing=(need,))
    need = Missing(path="partner", need=f"the partner for the rest of {area.name}")
    message = f"{names} covers a part, and no partner is named for the rest"
    return ask.part(subject, known, message, evidence=evidence, missing=(need,))


Covered = Literal["whole", "part", "not said", ""]
"""How much of an area a partner covers; empty for nothing."""

WHOLE: dict[Covered, bool | None] = {"whole": True, "part": False, "not said": None, "": False}


def extents(ask: Ask, partner: Partner, area: Area) -> list[Covered]:
    """Return how much of an area a partner covers, once for each way in which that may be read."""
    inside = {
        other.id: agree(area.id in within for within in other.values("part_of")) for other in ask.situation.of("areas")
    }
    found: list[Covered] = []
    for covers in partner.values("covers") or ((),):
        own = next((cover.extent for cover in covers if cover.area == area.id), None)
        within = any_of(inside.get(cover.area, False) for cover in covers)
        if own is not None:
            found.append("whole" if own is Extent.WHOLE else "part")
        elif not covers:
            found.append("not said")
        else:
            found += ["part"] if within else [""] if within is False else ["part", ""]
    return found


def _fault(ask: Ask, partner: Partner, side: Side) -> tuple[bool | None, str]:
    """Say whether a partner's agency exists and is of a kind that can be a partner, and what is wrong."""
    name = ask.situation.name(partner.agency)
    if any(other is not side for other in partner.values("side")):
        return None, f"whether {name} is the {KINDS[side]}"
    found = [fault_of(ask, ask.situation.entries[agency], side) for agency in partner.values("agency")]
    if len({truth for truth, _ in found}) == 1:
        return found[0]
    return None, f"whether the {KINDS[side]} is {' or '.join(ask.situation.name(a) for a in partner.values('agency'))}"


def fault_of(ask: Ask, agency: Agency, side: Side) -> tuple[bool | None, str]:
    """Say whether an agency exists and can be a partner by its kind, as the documents have it, and what is wrong.

    A group of agencies may be, or take in, one that can be.
    """
    wanted = kinds_of(side, ask.as_of)
    fits = agree(None if kind is AgencyKind.GROUP else kind in wanted for kind in agency.values("kind"))
    if fits is False:
        kinds = " or ".join(sorted(_a(kind) for kind in wanted))
        return False, f"{agency.name} is {_a(agency.kind)}; on this date the partner is {kinds}"
    exists = ask.situation.during(agency)
    if fits is None and exists is not False:
        groups = agree(kind is AgencyKind.GROUP for kind in agency.values("kind"))
        kinds = " or ".join(sorted(_a(kind) for kind in wanted))
        return None, f"whether {agency.name} is {f'or takes in {kinds}' if groups else _a(agency.kind)}"
    if exists is False:
        after = ask.situation.names(agency.successors)
        return False, f"{agency.name} does not exist on this date" + (f"; after it came {after}" if after else "")
    if identified(agency) is None:
        return None, f"which body {agency.name} is: its name is still to be given"
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
    own = {area.id: exists(area, ask.as_of) for area in local_authority_areas(ask)}
    others: dict[str, list[Area]] = {}
    for document in ask.situation.partnership.documents:
        for area in document.areas:
            if document is not ask.situation.document and exists(area, ask.as_of) is not False:
                others.setdefault(area.id, []).append(area)
    everywhere = {area.id: area for area in local_authority_areas(ask)}
    everywhere |= {identity: areas[0] for identity, areas in others.items() if identity not in own}
    if not everywhere:
        evidence = ask.evidence(ask.situation.document.publication, says=ask.situation.document.name)
        return ask.one(True, "arrangements are among the files", evidence=evidence)
    return ask.whole([
        _arranged(ask, area, own.get(identity, False), any_of(exists(o, ask.as_of) for o in others.get(identity, ())))
        for identity, area in everywhere.items()
    ])  # fmt: skip


def _arranged(ask: Ask, area: Area, own: bool | None, elsewhere: bool | None) -> Part:
    """Look whether an area is one of those of the arrangements.

    Args:
        ask: the requirement and the situation.
        area: the area.
        own: whether it exists as one of those of the arrangements.
        elsewhere: whether it exists as another document has it.
    """
    evidence = ask.evidence(area)
    unnamed = identified(area) is None
    if own or (own is None and elsewhere is False and not unnamed):
        return ask.part(area.name, True, "arrangements are made for it", evidence=evidence)
    need = Missing(path="area", need=f"whether the arrangements are for {area.name}")
    message = "named in the documents, and in no arrangements"
    if own is None and unnamed:
        need, message = existence(area), "its name is still to be given"
    elif own is None:
        message = "whether it exists, as one of those of the arrangements, is open"
    possible = frozenset({NOT_MET}) if ask.situation.fully_read(Topic.AREAS) else OPEN
    if own is None or elsewhere is None:
        # It may be one of theirs, or may not exist at all.
        possible |= {MET, NOT_APPLICABLE}
    return ask.part(area.name, possible, message, evidence=evidence, missing=(need,))
