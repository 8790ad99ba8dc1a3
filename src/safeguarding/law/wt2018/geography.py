"""Chapter 3, geographical area: what it is made of, joining areas, and changing them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from attrs import evolve, frozen

from safeguarding.law import remedies
from safeguarding.law.asking import Ask
from safeguarding.law.drafting import Draft
from safeguarding.law.instruments import CHILDREN_ACT, Verification, act, guidance
from safeguarding.law.outcomes import OPEN, Answer, Missing, Outcome, Part
from safeguarding.law.requirement import Check, Checked, Level, Requirement
from safeguarding.law.said import said, the_best
from safeguarding.law.settling import Say, if_asked, partners, settled
from safeguarding.law.stated import (
    INDETERMINATE,
    MET,
    NEEDS_JUDGEMENT,
    NOT_APPLICABLE,
    NOT_DUE,
    NOT_MET,
    PARTLY_MET,
)
from safeguarding.law.wt2018.areas import WHOLE, existence, exists, extents, identified, local_authority_areas
from safeguarding.law.wt2018.partners import REQUIREMENTS as PARTNERS
from safeguarding.model import Agency, AgencyKind, Area, AreaKind, Body, Partner, Post, Side, Stance, Topic
from safeguarding.unknown import agree, all_of, any_of

HEADING = "Geographical area"
_THREE = next(other for other in PARTNERS if other.key == "ch3.partners.three")

# What it is made of


def _la_based(ask: Ask) -> Answer:
    """Look whether the area is made of whole local authority areas; districts beside them are only parts."""
    areas: tuple[Area, ...] = ask.situation.of("areas")
    need = "the local authority areas that the arrangements are for"
    kinds = [agree(kind is AreaKind.LOCAL_AUTHORITY for kind in area.values("kind")) for area in areas]
    based = [
        all_of([kind, ask.situation.during(area), identified(area)]) for kind, area in zip(kinds, areas, strict=True)
    ]
    evidence = tuple(item for area in areas for item in ask.evidence(area))
    if True in based or None in based:
        found = ask.whole(
            [
                _entire(ask, area) if truth else _perhaps(ask, area)
                for truth, area in zip(based, areas, strict=True)
                if truth is not False
            ]
        )
        if True in based:
            return found
        # None of them may be one.
        message = "whether a local authority area is named is open"
        return evolve(found, possible=(found.possible - {NOT_APPLICABLE}) | OPEN, message=message, evidence=evidence)
    if True in kinds or not areas:
        return ask.whole([ask.silent("the area", (Topic.AREAS,), "area", need)])
    names = ", ".join(area.name for area in areas)
    truth = False if ask.situation.fully_read(Topic.AREAS) else None
    message = f"no local authority area is named, only {names}"
    return ask.one(truth, message, evidence=evidence, missing=(Missing(path="area", need=need),))


def _entire(ask: Ask, area: Area) -> Part:
    """Look whether the arrangements take in the whole of an area: it is in part where its own council covers a part."""
    councils = [one for one in ask.situation.partners if _concerns(ask, one, area)]
    truth = any_of(_takes_in(ask, one, area) for one in councils) if councils else True
    if truth:
        return ask.part(area.name, True, "a local authority area", evidence=ask.evidence(area))
    need = Missing(path="partner.covers", need=f"whether the whole of {area.name} is in the arrangements")
    message = f"its council covers only a part of {area.name}"
    if truth is None:
        message = f"how much of {area.name} its council covers is open"
    return ask.part(area.name, truth, message, evidence=ask.evidence(area), missing=(need,))


def _perhaps(ask: Ask, area: Area) -> Part:
    """Make the part for an area that may be one of a local authority, and may not be there."""
    part = _entire(ask, area)
    need = Missing(path=f"area.{area.id}", need=f"whether {area.name} is a local authority area on this date")
    need = need if identified(area) else existence(area)
    return evolve(part, possible=part.possible | {NOT_APPLICABLE}, missing=(need, *part.missing))


def _concerns(ask: Ask, partner: Partner, area: Area) -> bool:
    """Say whether a partner is a council, or may be, that covers anything of an area as far as is stated."""
    sides = partner.values("side")
    council = not sides or Side.LOCAL_AUTHORITY in sides
    return council and partner.values("covers") != ((),) and any(extents(ask, partner, area))


def _takes_in(ask: Ask, council: Partner, area: Area) -> bool | None:
    """Say whether a council covers the whole of an area; of one that may be none, only that it does is telling."""
    whole = agree(WHOLE[extent] for extent in extents(ask, council, area))
    sides = agree(side is Side.LOCAL_AUTHORITY for side in council.values("side"))
    sure = all_of([sides, ask.situation.during(ask.situation.entries[council.agency])])
    return whole if sure or whole else None


# Joining areas


def _joined(ask: Ask) -> bool | None:
    """Say whether the arrangements are for more than one local authority area."""
    there = [exists(area, ask.as_of) for area in ask.situation.of("areas")]
    if there.count(True) > 1:
        return True
    unplain = any(len(area.values("kind")) != 1 for area in ask.situation.of("areas"))
    perhaps = len(there) - there.count(False) > 1 or unplain or not ask.situation.fully_read(Topic.AREAS)
    return None if perhaps else False


_WHICH_AREAS = Missing(path="area", need="whether the arrangements are for several local authority areas")


def _combine(ask: Ask) -> Answer:
    """Look whether all partners of all areas agreed that they are treated as one."""
    joined = _joined(ask)
    if joined is False:
        return ask.one(NOT_APPLICABLE, "the arrangements are not for several local authority areas")
    return ask.whole([_if_so(_agreed(ask), joined, _WHICH_AREAS)])


def _agreed(ask: Ask) -> Part:
    words = "the agreement of all partners to be treated as one area"
    found = said(ask, Topic.GEOGRAPHY, "combine", words)
    found = evolve(found, possible=frozenset(NOT_APPLICABLE if one is NOT_MET else one for one in found.possible))
    statements = [one for one in ask.situation.statements(Topic.GEOGRAPHY) if "combine" in one.parts]
    if MET not in found.possible or not statements or any(not one.who for one in statements):
        return found  # where nobody is named, it is the partners who agreed
    named: set[str] = set()
    for one in statements:
        named |= set(_agencies(ask, one.who))
    lacking = [partner for partner in ask.situation.partner_agencies if partner not in named]
    if not lacking or any(isinstance(ask.situation.entries.get(who), Body) for one in statements for who in one.who):
        return found
    names = ask.situation.names(lacking)
    need = Missing(path="statement.who", need=f"whether {names} agreed too")
    message = f"{found.message}; of {names} it is not said"
    return evolve(found, possible=found.possible | {NOT_APPLICABLE}, message=message, missing=(*found.missing, need))


def _settle_combine(draft: Draft, answer: Answer) -> Outcome | None:
    """Draft the agreement of all, where the arrangements surely are for several areas."""
    words = "the agreement of all partners to be treated as one area"
    agreed = settled(Say(topic=Topic.GEOGRAPHY, part="combine", subjects=(words,), who=partners()))
    return agreed(draft, answer) if _joined(draft.ask) else None


def _agencies(ask: Ask, who: Sequence[str]) -> Iterator[str]:
    """Return agencies, and those of posts."""
    for one in who:
        entry = ask.situation.entries.get(one)
        yield (entry.agency or one) if isinstance(entry, Post) else one


def _if_so(part: Part, truth: bool | None, need: Missing) -> Part:
    """Open a part to the possibility that nothing is asked, where its condition is open."""
    if truth:
        return part
    return evolve(part, possible=part.possible | {NOT_APPLICABLE}, missing=(need, *part.missing))


# One that acts for another

_HEALTH = frozenset({AgencyKind.CLINICAL_COMMISSIONING_GROUP, AgencyKind.INTEGRATED_CARE_BOARD})
_POLICE = frozenset({AgencyKind.POLICE_FORCE})
_COUNCILS = frozenset({AgencyKind.LOCAL_AUTHORITY})


@frozen
class _Acting:
    """One agency that acts for others, as an entry has it; each reading where it is stated in several ways."""

    entry: Any
    name: str
    readings: tuple[tuple[str, tuple[str, ...]], ...]


def _acting(ask: Ask) -> Iterator[_Acting]:
    for entry in ask.situation.of("acting_for"):
        several = entry.values("on_behalf_of")
        readings = tuple((agency, others) for agency in entry.values("agency") for others in several)
        yield _Acting(entry, "on_behalf_of", readings)
    for agency in ask.situation.of("agencies"):
        several = agency.values("acts_for")
        if several != ((),):
            yield _Acting(agency, "acts_for", tuple((agency.id, others) for others in several))


def _delegate(kinds: frozenset[AgencyKind], what: str) -> Check:
    """Make the check of the power of partners of one kind to act for one another: section 16J(3) to (5)."""

    def check(ask: Ask) -> Answer:
        found = []
        for acting in _acting(ask):
            pairs = [[(actor, other) for other in others] for actor, others in acting.readings]
            alike = agree(any_of(_alike(ask, kinds, pair) for pair in some) for some in pairs)
            if alike is not False:
                found.append(_used(ask, acting, pairs, kinds))
        if not found or not ask.situation.fully_read(Topic.DELEGATIONS):
            found.append(ask.silent(what, (Topic.DELEGATIONS,), "acting_for", f"whether there is {what}"))
        return ask.whole(found)

    return check


def _used(ask: Ask, acting: _Acting, pairs: list[list[tuple[str, str]]], kinds: frozenset[AgencyKind]) -> Part:
    """Look whether the power was there for one to act for another."""
    entry = acting.entry
    name = ask.situation.name
    actor = acting.readings[0][0] if acting.readings else ""
    others = ask.situation.names(acting.readings[0][1]) if acting.readings else ""
    subject = f"{name(actor)} for {others}" if actor else "one partner for another"
    evidence = ask.evidence(entry, says=subject)
    truths = agree(any_of(_may_act(ask, kinds, pair) for pair in some) for some in pairs)
    if truths:
        return ask.part(subject, True, "partners for the same area", evidence=evidence)
    if kinds is _COUNCILS:
        need = Missing(path="statement", need="that all partners agreed to be treated as one area, and who they are")
        why = "partners for areas that are treated as one by agreement"
    else:
        need = Missing(path="partner.covers", need=f"whether {name(actor)} and {others} are partners for the same area")
        why = "partners for the same area"
    if truths is False:
        message = f"they are not {why}, so that the power is not there"
        return ask.part(subject, NOT_APPLICABLE, message, evidence=evidence, missing=(need,))
    message = f"whether they are {why} is open"
    return ask.part(subject, frozenset({MET, NOT_APPLICABLE}), message, evidence=evidence, missing=(need,))


def _alike(ask: Ask, kinds: frozenset[AgencyKind], pair: tuple[str, str]) -> bool | None:
    """Say whether both are agencies of these kinds."""
    entries = [ask.situation.entries.get(one) for one in pair]
    return all_of(
        agree(kind in kinds for kind in entry.values("kind")) if isinstance(entry, Agency) else None
        for entry in entries
    )


def _may_act(ask: Ask, kinds: frozenset[AgencyKind], pair: tuple[str, str]) -> bool | None:
    """Say whether one may act for the other: both partners, of the same area, or of areas that are combined."""
    alike = _alike(ask, kinds, pair)
    if alike is False:
        return False
    if kinds is not _COUNCILS:
        return all_of([alike, _same_area(ask, pair)])
    partners = all_of(
        all_of(
            [
                ask.situation.during(ask.situation.entries[one]),
                any_of(_is(one, partner) for partner in ask.situation.partners),
            ]
        )
        for one in pair
    )
    if partners is False and not ask.situation.fully_read(Topic.PARTNERS):
        partners = None
    agreed = _combine(ask).possible
    # An agreement that no statement speaks of may have been made all the same.
    silent = not any("combine" in one.parts for one in ask.situation.statements(Topic.GEOGRAPHY))
    unknown = len(agreed) > 1 or (silent and _joined(ask) is not False)
    return all_of([alike, partners, None if unknown else agreed == {MET}])


def _is(agency: str, partner: Partner) -> bool | None:
    return agree(one == agency for one in partner.values("agency"))


def _same_area(ask: Ask, pair: tuple[str, str]) -> bool | None:
    """Say whether both are partners for one and the same local authority area, in the whole of it or a part."""
    if not any(area.values("kind") == (AreaKind.LOCAL_AUTHORITY,) for area in ask.situation.of("areas")):
        return None
    areas = local_authority_areas(ask)
    known = ask.situation.fully_read(Topic.AREAS, Topic.PARTNERS)
    same = any_of(all_of([exists(area, ask.as_of), *(_partner_for(ask, one, area) for one in pair)]) for area in areas)
    return same if same or known else None


_SOME: dict[str, bool | None] = {"whole": True, "part": True, "not said": None, "": False}


def _partner_for(ask: Ask, agency: str, area: Area) -> bool | None:
    """Say whether an agency is a partner for an area."""
    there = ask.situation.during(ask.situation.entries[agency])
    return any_of(
        all_of([there, _is(agency, partner), agree(_SOME[extent] for extent in extents(ask, partner, area))])
        for partner in ask.situation.partners
    )


# What stays, and what changes


_KEPT = "that each keeps its own statutory duties"


def _retain(ask: Ask) -> Answer:
    """Look whether it is said that each keeps its own duties, where areas are joined or functions delegated."""
    acts = any(True for _ in _acting(ask))
    shared = any_of(
        [_joined(ask), True if acts else None if not ask.situation.fully_read(Topic.DELEGATIONS) else False]
    )
    if shared is False:
        return ask.one(NOT_APPLICABLE, "no areas are joined, and nobody is said to act for another")
    need = Missing(path="area", need="whether areas are joined, or functions delegated")
    found = said(ask, Topic.GEOGRAPHY, "retain-duties", _KEPT)
    return ask.whole([_if_so(found, shared, need)])


_CHANGE = {
    "change-agreed": "that the partners agreed the change",
    "change-told": "that relevant agencies and staff were told",
    "change-published": "that the published arrangements show it",
}


def _change(ask: Ask) -> Answer:
    """Look whether a change of the area was agreed, told and published, where one is shown."""
    changed, evidence = _changed(ask)
    if changed is False:
        return ask.one(NOT_APPLICABLE, "no change of the area is shown")
    need = Missing(path="area", need="whether the area has changed, and from when")
    parts = [said(ask, Topic.GEOGRAPHY, part, words) for part, words in _CHANGE.items()]
    spoken = any("change-published" in one.parts for one in ask.situation.statements(Topic.GEOGRAPHY))
    if evidence and not spoken and ask.situation.fully_read(Topic.GEOGRAPHY):
        parts[-1] = _published(ask, parts[-1], evidence)
    return ask.whole([_if_so(part, changed, need) for part in parts])


def _changed(ask: Ask) -> tuple[bool | None, tuple[Area, ...]]:
    """Say whether the area changed since there are partners, and which areas show it."""
    situation = ask.situation
    truths = [(_turned(area), area) for area in situation.of("areas")]
    shown = tuple(area for truth, area in truths if truth)
    spoken = [
        agree(stance is not Stance.NOTHING_HERE for stance in one.values("stance"))
        for one in situation.statements(Topic.GEOGRAPHY)
        if any(part in one.parts for part in _CHANGE)
    ]
    if shown or True in spoken:
        return True, shown
    unsaid = None in spoken or any(truth is None for truth, _ in truths)
    return (None if unsaid or not situation.fully_read(Topic.AREAS, Topic.GEOGRAPHY) else False), ()


def _turned(area: Area) -> bool | None:
    """Say whether a local authority area began or ended since section 16E came into force, or gave way to others."""
    kind = agree(kind is AreaKind.LOCAL_AUTHORITY for kind in area.values("kind"))
    if kind is False:
        return False
    first = CHILDREN_ACT.starts
    turns = [
        agree(False if day is None or day.latest < first else True if day.earliest >= first else None for day in days)
        for days in (area.values("starts"), area.values("ends"))
    ]
    return all_of([kind, any_of([*turns, agree(bool(others) for others in area.values("successors"))])])


def _published(ask: Ask, found: Part, areas: tuple[Area, ...]) -> Part:
    """Look whether the arrangements that show the change have been published."""
    document = ask.situation.document
    stated = document.publication.values("published") if document else ()
    if not any(stated):
        return found
    truth = agree(when.not_after(ask.as_of) for when in stated if when)
    names = ", ".join(area.name for area in areas)
    evidence = tuple(item for area in areas for item in ask.evidence(area))
    message = f"the published arrangements have {names}" if truth else f"arrangements with {names}, not published yet"
    need = Missing(path="publication.published", need="the day on which these arrangements were published")
    here = ask.part(found.subject, truth, message, evidence=evidence, missing=() if truth else (need,))
    return here if truth else the_best(found.subject, [here, found]) if truth is None else here


READ = Verification.READ
MEMORY = Verification.MEMORY
SP = "safeguarding partners"
CITED = (guidance(HEADING),)
ARRANGED = ("ch3.partners.arrange",)
_POWER: Any = {
    "level": Level.MAY,
    "heading": HEADING,
    "verification": READ,
    "checked": Checked.DOCUMENTS,
    "silence": NOT_APPLICABLE,
    "premises": ARRANGED,
}
_USED = frozenset({MET, NOT_APPLICABLE, INDETERMINATE})

REQUIREMENTS = (
    Requirement(
        key="ch3.geo.la-based",
        title="The area is made of local authority areas",
        level=Level.SHOULD,
        who=SP,
        asks="The area of the arrangements is based on local authority areas, each of them whole.",
        heading=HEADING,
        citations=(*CITED, act("16E", "(1)")),
        verification=Verification.CORROBORATED,
        read_at=("CHSCBP", "NWORLD", "Cumbria 2019"),
        checked=Checked.DOCUMENTS,
        silence=INDETERMINATE,
        reaches=frozenset({MET, PARTLY_MET, NOT_MET, INDETERMINATE}),
        do="Name the local authority areas that the arrangements are for.",
        check=_la_based,
        settle=remedies.authority_area,
        premises=ARRANGED,
    ),
    Requirement(
        key="ch3.geo.coverage",
        title="Every area, health body and force is covered",
        level=Level.MUST,
        who=SP,
        asks="Every local authority, clinical commissioning group and police force is covered by arrangements.",
        heading=HEADING,
        citations=(*CITED, act("16E", "(1)")),
        verification=MEMORY,
        checked=Checked.DOCUMENTS,
        silence=INDETERMINATE,
        reaches=_THREE.reaches,
        do=_THREE.do,
        check=_THREE.check,
        settle=_THREE.settle,
        restates=_THREE.key,
    ),
    Requirement(
        key="ch3.geo.combine",
        title="Areas may be treated as one",
        who="safeguarding partners of two or more areas",
        asks="The partners of two or more local authority areas may agree that their areas are treated as one.",
        citations=(act("16J", "(1)-(2)"), guidance(HEADING)),
        read_at=("S16J", "NWORLD"),
        reaches=_USED | {NOT_DUE},
        do="Say that all partners of all areas agreed to be treated as one area.",
        check=_combine,
        settle=_settle_combine,
        **_POWER,
    ),
    Requirement(
        key="ch3.geo.delegate-la",
        title="One council may act for another",
        who="local authorities in a combined area",
        asks="Where areas are treated as one, local authorities may arrange for one of them to act for another.",
        citations=(act("16J", "(3)"),),
        read_at=("S16J",),
        reaches=_USED,
        do="Name the council that acts, the one that it acts for, and the agreement that joins their areas.",
        check=_delegate(_COUNCILS, "a council that acts for another"),
        **_POWER,
    ),
    Requirement(
        key="ch3.geo.delegate-health",
        title="One health body may act for another",
        who="health bodies for the same area",
        asks="Health bodies that are partners for the same area may arrange for one of them to act for another.",
        citations=(act("16J", "(4)"),),
        read_at=("S16J",),
        reaches=_USED,
        do="Name the health body that acts, and those that it acts for.",
        check=_delegate(_HEALTH, "a health body that acts for another"),
        **_POWER,
    ),
    Requirement(
        key="ch3.geo.delegate-police",
        title="One chief officer of police may act for another",
        who="chief officers of police for the same area",
        asks="Chief officers of police for the same area may arrange for one of them to act for another.",
        citations=(act("16J", "(5)"),),
        read_at=("S16J",),
        reaches=_USED,
        do="Name the police force that acts, and those that it acts for.",
        check=_delegate(_POLICE, "a police force that acts for another"),
        **_POWER,
    ),
    Requirement(
        key="ch3.geo.retain-duties",
        title="Each keeps its own statutory duties",
        level=Level.MUST,
        who="each local authority, health body and police force",
        asks="Where areas are joined or functions delegated, each keeps its own statutory duties.",
        heading=HEADING,
        citations=CITED,
        verification=Verification.CORROBORATED,
        read_at=("Cumbria 2019",),
        checked=Checked.PRESENCE,
        silence=INDETERMINATE,
        reaches=frozenset({NEEDS_JUDGEMENT, NOT_MET, NOT_DUE, NOT_APPLICABLE, INDETERMINATE}),
        do="Say that each local authority, health body and police force keeps its own statutory duties.",
        check=_retain,
        settle=if_asked(
            settled(Say(topic=Topic.GEOGRAPHY, part="retain-duties", subjects=(_KEPT,))),
        ),
        premises=ARRANGED,
    ),
    Requirement(
        key="ch3.geo.change",
        title="Changes of the area are agreed, told and published",
        level=Level.SHOULD,
        who=SP,
        asks=(
            "A change of the geographical area is agreed by the partners, made known to relevant agencies and staff, "
            "and shown in the published arrangements."
        ),
        heading=HEADING,
        citations=(*CITED, act("16G", "(2)")),
        verification=MEMORY,
        checked=Checked.DOCUMENTS,
        silence=INDETERMINATE,
        reaches=frozenset({MET, PARTLY_MET, NOT_MET, NOT_DUE, NOT_APPLICABLE, INDETERMINATE}),
        do="Record that the change was agreed, who was told, and publish the arrangements anew.",
        check=_change,
        settle=if_asked(
            settled(*(Say(topic=Topic.GEOGRAPHY, part=part, subjects=(words,)) for part, words in _CHANGE.items())),
        ),
        premises=ARRANGED,
    ),
)
