"""Which entries of a partnership end with an event, and which come in their place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from attrs import frozen

from safeguarding.assessment.reorganisation.events import Begun, Ended, Reorganisation, Sort
from safeguarding.assessment.reorganisation.known import matched_with
from safeguarding.assessment.reorganisation.matching import Known
from safeguarding.law.gazetteer.names import of_authority, of_health_body
from safeguarding.law.scheduled import match
from safeguarding.model import Agency, AgencyKind, Area, AreaKind, Body, OtherPartnership, Post, RelevantAgency, Side
from safeguarding.structure import Situation
from safeguarding.unknown import agree

_DISTRICTS = 24
"""The paragraph of the Schedule of relevant agencies that is district councils."""


@frozen(kw_only=True)
class Gone:
    """An entry that ends with an event.

    Args:
        id: its id.
        root: what ends, whose entry it is, or on which it hangs.
        sure: whether it surely ends.
        itself: whether it is the entry of what ends; if not, it hangs on one.
        alone: whether it is named without an agency of its own, so that no reference shows that it ends.
        why: why it is open, where it is.
    """

    id: str
    root: Ended
    sure: bool
    itself: bool
    alone: bool = False
    why: str = ""


def gone(event: Reorganisation, situation: Situation) -> dict[str, Gone]:
    """Find the entries that end with an event: what ends itself, its posts, and what else belongs to it.

    Args:
        event: the event.
        situation: the partnership under one version of its arrangements.
    """
    known = {one.entry.id: one for one in _known(situation, event)}
    found: dict[str, Gone] = {}
    for ended in event.ends:
        truths = {identity: _is(ended, entry, known.get(identity)) for identity, entry in _bodies(situation)}
        sure = {type(situation.entries[identity]) for identity, truth in truths.items() if truth}
        for identity, truth in truths.items():
            entry = situation.entries[identity]
            # Where another entry of the sort surely is what ends, one that is not known is not it as well.
            if truth or (truth is None and type(entry) not in sure and not ended.goes_on):
                why = "" if truth else _perhaps(ended, entry, known.get(identity))
                found.setdefault(identity, Gone(id=identity, root=ended, sure=bool(truth), itself=True, why=why))
    found |= _groups(event, situation, found)
    return {**found, **_hanging(situation, found), **_nameless(event, situation, found)}


GROUP = "named as a group: which bodies are meant is not said"
"""Why it is open what a partner is that is entered as several bodies together."""

_SIDES = {
    Sort.AUTHORITY: Side.LOCAL_AUTHORITY,
    Sort.GROUP: Side.HEALTH,
    Sort.BOARD: Side.HEALTH,
}


def grouped(situation: Situation) -> Iterator[tuple[Agency, tuple[Side, ...]]]:
    """Go through the partners that are entered as a group of agencies, each with the sides on which it stands.

    Args:
        situation: the partnership under one version of its arrangements.
    """
    for partner in situation.of("partners"):
        for identity in partner.values("agency"):
            agency = situation.entries[identity]
            if AgencyKind.GROUP in agency.values("kind"):
                yield agency, partner.values("side")


def _groups(event: Reorganisation, situation: Situation, found: dict[str, Gone]) -> dict[str, Gone]:
    """Find partners that are entered as a group, to which what ends may belong."""
    groups: dict[str, Gone] = {}
    for agency, sides in grouped(situation):
        root = next((one for one in event.ends if one.identity and _SIDES.get(one.sort) in sides), None)
        if root is not None and agency.id not in found:
            groups[agency.id] = Gone(id=agency.id, root=root, sure=False, itself=True, why=GROUP)
    return groups


def successors(event: Reorganisation, situation: Situation, found: dict[str, Gone]) -> frozenset[str]:
    """Find the entries of what comes in the place of what ends, and their posts.

    Args:
        event: the event.
        situation: the partnership under one version of its arrangements.
        found: what ends.
    """
    known = {one.entry.id: one for one in _known(situation, event)}
    own = {
        identity
        for identity, entry in _bodies(situation)
        if any(_is(_as_ended(begun), entry, known.get(identity)) is True for begun in event.begins)
    }
    stated = {
        other
        for identity, one in found.items()
        if one.itself and one.sure
        for other in situation.entries[identity].successors
    }
    posts = {i for i, e in situation.entries.items() if isinstance(e, Post) and e.agency in own | stated}
    return frozenset(own | stated | posts)


def _as_ended(begun: Begun) -> Ended:
    return Ended(name=begun.name, sort=begun.sort, code=begun.code, identity=begun.identity)


def _known(situation: Situation, event: Reorganisation) -> Sequence[Known]:
    return matched_with((entry for _, entry in _bodies(situation)), event.eve)


def _bodies(situation: Situation) -> Iterable[tuple[str, Agency | Area]]:
    return ((i, entry) for i, entry in situation.entries.items() if isinstance(entry, (Agency, Area)))


def _is(ended: Ended, entry: Agency | Area, known: Known | None) -> bool | None:
    """Say whether an entry is what ends; open where it may be."""
    if not ended.identity:
        return _by_name(ended, entry)
    if known is None or ended.sort not in known.sorts:
        return False
    truth = known.is_it(ended.identity)
    own = {ended.area, ended.name.removesuffix(" (district)")}
    if truth is None and ended.identity not in {body.identity for body in known.bodies if body is not None}:
        # A name that is like those of others only is not taken for this one.
        return None if not known.near or own & {*known.near} else False
    return truth


_NORMAL: dict[Sort, Callable[[str], str]] = {
    Sort.AUTHORITY: of_authority,
    Sort.DISTRICT: of_authority,
    Sort.GROUP: of_health_body,
    Sort.BOARD: of_health_body,
}
_KINDS: dict[Sort, frozenset[object]] = {
    Sort.AUTHORITY: frozenset(
        {AgencyKind.LOCAL_AUTHORITY, AgencyKind.DISTRICT_COUNCIL, AreaKind.LOCAL_AUTHORITY, AreaKind.DISTRICT}
    ),
    Sort.GROUP: frozenset({AgencyKind.CLINICAL_COMMISSIONING_GROUP}),
    Sort.BOARD: frozenset({AgencyKind.INTEGRATED_CARE_BOARD}),
}


def _by_name(ended: Ended, entry: Agency | Area) -> bool | None:
    """Say whether an entry is what was given as ending: by its id, its code or its name."""
    if ended.name == entry.id or ended.name in entry.values("code"):
        return True
    wanted, normal = _KINDS.get(ended.sort), _NORMAL.get(ended.sort, _folded)
    return agree(
        (wanted is None or kind in wanted) and normal(ended.name) == normal(name)
        for kind in entry.values("kind")
        for name in entry.values("name")
    )


def _perhaps(ended: Ended, entry: Agency | Area, known: Known | None) -> str:
    return known.why if known is not None and known.why else f"whether {entry.name} is {ended.name} is open"


# What hangs on it


def _hanging(situation: Situation, found: dict[str, Gone]) -> dict[str, Gone]:
    """Find posts, relevant agencies and other partnerships of what ends."""
    hanging: dict[str, Gone] = {}
    for identity, entry in situation.entries.items():
        name = _BELONGS.get(type(entry))
        if name is None:
            continue
        owners = [owner for owner in entry.values(name) if owner is not None]
        hit = next((found[owner] for owner in owners if owner in found), None)
        if hit is None:
            continue
        sure = len(entry.values(name)) == 1 and hit.sure
        why = hit.why or ("" if sure else "to whom it belongs is stated in two ways")
        hanging[identity] = Gone(id=identity, root=hit.root, sure=sure, itself=False, why=why)
    return hanging


_BELONGS: dict[type, str] = {Post: "agency", RelevantAgency: "agency", OtherPartnership: "belongs_to"}
"""By which field an entry is of an agency, and ends with it."""


def _nameless(event: Reorganisation, situation: Situation, found: dict[str, Gone]) -> dict[str, Gone]:
    """Find relevant agencies without an agency of their own: named as what ends, or as a class to which it belongs."""
    nameless: dict[str, Gone] = {}
    for identity, entry in situation.entries.items():
        if not isinstance(entry, RelevantAgency) or entry.agency is not None or identity in found:
            continue
        for root in event.ends:
            why = _alone(root, entry, situation)
            if why and identity not in nameless:
                nameless[identity] = Gone(id=identity, root=root, sure=False, itself=False, alone=True, why=why)
    return nameless


def _alone(root: Ended, entry: RelevantAgency, situation: Situation) -> str:
    """Say why a relevant agency may be what ends; nothing where nothing says so."""
    normal = _NORMAL.get(root.sort, _folded)
    own = {normal(root.name.removesuffix(" (district)"))}
    if any(normal(name) in own for name in entry.values("name")):
        return "named so, without saying which agency it is"
    if root.sort is not Sort.DISTRICT:
        return ""
    matched = match(entry, situation.entries)
    belongs = _DISTRICTS in (*matched.surely, *matched.perhaps)
    return "named as a class, to which the councils of districts belong: whether any is left is open" if belongs else ""


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def over_before(entry: object, event: Reorganisation, situation: Situation) -> bool:
    """Say whether an entry had surely ended by itself when an event came, as its documents say."""
    first = event.starts.earliest
    ends = entry.values("ends") if hasattr(entry, "ends") and hasattr(entry, "values") else ()
    if ends and all(end is not None and end.latest < first for end in ends):
        return True
    if isinstance(entry, Body):
        return situation.gone(entry) is True
    periods = entry.values("period") if hasattr(entry, "period") and hasattr(entry, "values") else ()
    return bool(periods) and all(p is not None and p.ends.latest < first for p in periods)
