"""Which entries of the documents are which bodies of the gazetteer, and which cannot be told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from attrs import frozen

from safeguarding.assessment.reorganisation.events import Sort
from safeguarding.law.agency_bodies import bodies_of
from safeguarding.law.gazetteer import tables
from safeguarding.law.gazetteer.bodies import Authority, District, HealthBody, PoliceForce
from safeguarding.law.gazetteer.finding import find_authority, find_district
from safeguarding.law.gazetteer.known import county_of_district, did_you_mean, several
from safeguarding.law.gazetteer.names import nearest, of_authority
from safeguarding.law.gazetteer.rows import KNOWN_FROM
from safeguarding.law.wt2018.areas import known_as, names_of
from safeguarding.model import Agency, AgencyKind, Area, AreaKind, Side

AnyBody = Authority | District | HealthBody | PoliceForce

_SIDES = {
    AgencyKind.LOCAL_AUTHORITY: Side.LOCAL_AUTHORITY,
    AgencyKind.CLINICAL_COMMISSIONING_GROUP: Side.HEALTH,
    AgencyKind.INTEGRATED_CARE_BOARD: Side.HEALTH,
    AgencyKind.POLICE_FORCE: Side.POLICE,
}
_SORTS = {
    AgencyKind.LOCAL_AUTHORITY: Sort.AUTHORITY,
    AgencyKind.CLINICAL_COMMISSIONING_GROUP: Sort.GROUP,
    AgencyKind.INTEGRATED_CARE_BOARD: Sort.BOARD,
    AgencyKind.DISTRICT_COUNCIL: Sort.DISTRICT,
    AreaKind.LOCAL_AUTHORITY: Sort.AUTHORITY,
    AreaKind.DISTRICT: Sort.DISTRICT,
}


@frozen(kw_only=True)
class Known:
    """What an agency or an area of the documents is.

    Args:
        entry: the entry.
        bodies: the bodies of the gazetteer that it may be: one for each way in which it may be read; none for a way
            in which that is not known.
        sorts: the sorts of body that it may be.
        near: the names of bodies that come nearest to its own, where that is not known.
        why: where it is open, why.
    """

    entry: Agency | Area
    bodies: tuple[AnyBody | None, ...]
    sorts: frozenset[Sort]
    near: tuple[str, ...] = ()
    why: str = ""

    @property
    def body(self) -> AnyBody | None:
        """The body that it is, where there is one in every way of reading it."""
        first = self.bodies[0] if self.bodies else None
        same = first is not None and all(one is not None and one.identity == first.identity for one in self.bodies)
        return first if same else None

    def is_it(self, identity: str) -> bool | None:
        """Say whether it is a body, by what is the same for all of its rows; open where it may be."""
        truths = {one is not None and one.identity == identity for one in self.bodies}
        if truths == {True}:
            return True
        return None if True in truths or None in self.bodies else False


def matched(entries: Iterable[object], as_of: date, counties: frozenset[str] = frozenset()) -> list[Known]:
    """Find what each agency and area is that the gazetteer could know, in the order in which they come.

    Args:
        entries: entries of the documents, of whatever kind.
        as_of: the date: several bodies may have had a name one after another.
        counties: the codes of the authorities in which a district may lie; any, if none are given.
    """
    found = []
    for entry in entries:
        if isinstance(entry, (Agency, Area)):
            sorts = frozenset(_SORTS[kind] for kind in entry.values("kind") if kind in _SORTS)
            readings = list(_readings(entry, as_of, counties))
            if readings:
                bodies = tuple(dict.fromkeys(reading.body for reading in readings))
                near = tuple(dict.fromkeys(name for reading in readings for name in reading.near))
                found.append(Known(entry=entry, bodies=bodies, sorts=sorts, near=near, why=_why(entry, readings)))
    return found


@frozen
class _Reading:
    """One way in which an entry may be read; what lies elsewhere is known, and is none of the partnership's."""

    body: AnyBody | None
    why: str = ""
    near: tuple[str, ...] = ()
    elsewhere: bool = False


def _why(entry: Agency | Area, readings: Iterable[_Reading]) -> str:
    """Say why it is open what an entry is; nothing where it is not."""
    listed = list(readings)
    said = "; ".join(
        dict.fromkeys(
            f"{one.why}; did you mean {' or '.join(one.near)}?" if one.near and not one.elsewhere else one.why
            for one in listed
            if one.body is None
        )
    )
    several_bodies = len({one.body.identity for one in listed if one.body is not None}) > 1
    return said or (f"what is said of {entry.name} differs" if several_bodies else "")


def _readings(entry: Agency | Area, as_of: date, counties: frozenset[str]) -> Iterator[_Reading]:
    for kind in entry.values("kind"):
        if kind in {AgencyKind.DISTRICT_COUNCIL, AreaKind.DISTRICT}:
            yield from _districts(entry, as_of, counties)
        elif isinstance(entry, Area):
            if kind is AreaKind.LOCAL_AUTHORITY:
                yield from _areas(entry, as_of)
        elif kind in _SIDES:
            yield from _agencies(entry, kind, as_of)


def _agencies(agency: Agency, kind: AgencyKind, as_of: date) -> Iterator[_Reading]:
    for reading in bodies_of(agency, _SIDES[kind], kind.value, as_of):
        what = kind.value.replace("-", " ")
        why = f"no {what} of the name {reading.name} is known" if reading.name else _NO_NAME
        yield _Reading(reading.body, reading.wrong or why, reading.nearest)


_NO_NAME = "its name is still to be given"


def _areas(area: Area, as_of: date) -> Iterator[_Reading]:
    texts = known_as(area, max(as_of, KNOWN_FROM))
    if not texts:
        yield _Reading(None, "its code and its name do not say which authority's it is")
    for text in texts:
        district, joint = county_of_district(area.name), several(area.name)
        if text is not None:
            yield _Reading(find_authority(text, as_of).body)
        elif district is not None:
            yield _Reading(None, f"{area.name} is the name of a district of {district[1]}, and of no authority")
        elif joint:
            yield _Reading(None, f"{area.name} is no one authority's, but {' and '.join(joint)}")
        else:
            yield _Reading(None, f"no authority of the name {area.name} is known", did_you_mean(area.name))


def _districts(entry: Agency | Area, as_of: date, counties: frozenset[str]) -> Iterator[_Reading]:
    texts = [code for code in entry.values("code") if code] or names_of(entry)
    if not texts:
        yield _Reading(None, _NO_NAME)
    own = {of_authority(row.name): row for row in tables.districts() if not counties or row.county in counties}
    for text in texts:
        district = (own.get(of_authority(text)) if counties else None) or find_district(text, as_of)
        if district is None:
            near = tuple(own[key].name for key in nearest(of_authority(text), own))
            yield _Reading(None, f"no district of the name {text} is known", near)
        elif counties and district.county not in counties:
            county = next(row.name for row in tables.authorities() if row.code == district.county)
            why = f"{district.name} is a district of {county}, which is none of the areas here"
            yield _Reading(None, why, (district.name,), elsewhere=True)
        else:
            yield _Reading(district)
