"""What goes where when a partnership is divided: what serves an area goes with it, the rest has to be decided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from attrs import frozen

from safeguarding.assessment.reorganisation.consequences import Certainty, Consequence, Follows
from safeguarding.assessment.reorganisation.events import Reorganisation
from safeguarding.assessment.reorganisation.following import asked_on, called
from safeguarding.assessment.reorganisation.roles import Role
from safeguarding.errors import CannotAssessError
from safeguarding.law.gazetteer.bodies import listed
from safeguarding.model import Area, Body, Partner, sections
from safeguarding.structure import Situation

_PLACED = frozenset({"areas", "bodies", "partners", "leads", "sources", "agencies", "posts"})
"""Sections whose entries are placed by the areas that they are for, or that go with what names them."""


@frozen(kw_only=True)
class Division:
    """A partnership that is divided, under the version of its arrangements that may be in force.

    Args:
        number: which of the events it is, counted from 0.
        event: the event.
        situation: the partnership.
        only: whether it is known which version is in force.
    """

    number: int
    event: Reorganisation
    situation: Situation
    only: bool

    def item(self, role: Role, follows: Follows, subject: str, why: str, **more: Any) -> Consequence:
        """Make something that follows; it is certain, unless it is said otherwise or the day or the version is open."""
        certainty = more.pop("certainty", Certainty.CERTAIN)
        sure = self.only and self.event.starts.exact
        keys = tuple(key for key in more.pop("keys", ()) if asked_on(key, self.event.day))
        return Consequence(
            event=self.number,
            follows=follows,
            role=role,
            certainty=Certainty.OPEN if certainty is Certainty.CERTAIN and not sure else certainty,
            partnership=self.situation.partnership.id,
            subject=subject,
            starts=self.event.starts,
            why=why,
            keys=keys,
            **more,
        )

    def of(self, role: Role, follows: Follows, entry: Any, why: str, **more: Any) -> Consequence:
        """Make what follows for an entry."""
        at = self.situation.path(entry)
        document = self.situation.document.kind.value if self.situation.document else ""
        return self.item(
            role,
            follows,
            called(self.situation, entry, at),
            why,
            at=at,
            document=document,
            places=entry.places(),
            **more,
        )


def dividing(division: Division) -> Iterator[Consequence]:
    """Go through every entry of the arrangements: what goes with which area, and what has to be decided.

    Args:
        division: the partnership and its parts.

    Raises:
        CannotAssessError: an area that is to go somewhere is none of the partnership's.
    """
    places = _places(division)
    for area in division.situation.of("areas"):
        yield _area(division, area, places)
    for body in division.situation.of("bodies"):
        if division.situation.gone(body) is not True:
            yield _by_areas(division, body, Role.SERVES, body.values("serves"), places)
    for partner in division.situation.of("partners"):
        covered = [tuple(cover.area for cover in covers) for covers in partner.values("covers")]
        yield _by_areas(division, partner, Role.PARTNER, covered, places)
    yield from _leads(division, places)
    yield from _whole(division)
    yield from _published(division)


def _places(division: Division) -> dict[str, frozenset[str]]:
    """Return to which parts each area goes: itself, with the areas in it, and what it lies in to each of its parts'."""
    areas: dict[str, Area] = {area.id: area for area in division.situation.of("areas")}
    places: dict[str, set[str]] = {identity: set() for identity in areas}
    for part in division.event.parts:
        for identity in part.areas:
            if identity not in areas:
                known = ", ".join(sorted(areas)) or "none"
                raise CannotAssessError(
                    f'"{identity}", which is to go to {part.name}, is no area of {division.situation.partnership.id}; '
                    f"its areas are: {known}"
                )
            places[identity].add(part.name)
    stated = {identity: frozenset(names) for identity, names in places.items() if names}
    for identity in areas:
        for above in _above(identity, areas):
            if identity not in stated and above in stated:
                places[identity] |= stated[above]
    for identity, names in stated.items():
        for above in _above(identity, areas):
            if above not in stated:
                places[above] |= names
    return {identity: frozenset(found) for identity, found in places.items()}


def _above(identity: str, areas: dict[str, Area]) -> list[str]:
    """Return what an area lies in, at however many removes."""
    found: list[str] = []
    waiting = list(areas[identity].part_of)
    while waiting:
        above = waiting.pop()
        if above in areas and above not in found and above != identity:
            found.append(above)
            waiting += areas[above].part_of
    return found


def _area(division: Division, area: Area, places: dict[str, frozenset[str]]) -> Consequence:
    where = sorted(places[area.id])
    if len(where) == 1:
        return division.of(Role.ITSELF, Follows.GOES, area, f"goes to {where[0]}")
    if where:
        return division.of(Role.ITSELF, Follows.AGREE, area, f"is divided between {listed(where)}")
    why = "to which part it goes is not said"
    return division.of(Role.ITSELF, Follows.AGREE, area, why, certainty=Certainty.OPEN)


def _by_areas(
    division: Division,
    entry: Body | Partner,
    role: Role,
    several: Sequence[tuple[str, ...]],
    places: dict[str, frozenset[str]],
) -> Consequence:
    """Place an entry by the areas that it is for."""
    if len(several) != 1:
        why = "which areas it is for could not be read, or is stated in two ways"
        return division.of(role, Follows.AGREE, entry, why, certainty=Certainty.OPEN)
    if not several[0]:
        return division.of(role, Follows.AGREE, entry, "is for the whole: whether each part has one, or which, is open")
    where = [places.get(area, frozenset()) for area in several[0]]
    reached = sorted(frozenset().union(*where))
    if not all(where):
        why = "it is for an area of which it is not said where it goes"
        return division.of(role, Follows.AGREE, entry, why, certainty=Certainty.OPEN)
    if len(reached) == 1:
        return division.of(role, Follows.GOES, entry, f"goes to {reached[0]}, with the areas that it is for")
    return division.of(
        role, Follows.AGREE, entry, f"is for areas of {listed(reached)}: each needs one, or they share it"
    )


_OPEN: frozenset[str] = frozenset()
"""Where it is not said to which part something goes."""


def _leads(division: Division, places: dict[str, frozenset[str]]) -> Iterator[Consequence]:
    """A lead goes with the partner whose lead that is, where all that the partner covers goes to one part."""
    reached: dict[str, set[frozenset[str]]] = {}
    for partner in division.situation.of("partners"):
        for covers in partner.values("covers"):
            reached.setdefault(partner.agency, set()).update(places.get(cover.area, _OPEN) for cover in covers)
    for lead in division.situation.of("leads"):
        agencies = lead.values("partner")
        found = reached.get(agencies[0], set()) if len(agencies) == 1 else set()
        parts = _OPEN.union(*found)
        if len(found) == len(parts) == 1:
            why = f"goes to {listed(sorted(parts))}, with the partner for which it leads"
            yield division.of(Role.LEAD, Follows.GOES, lead, why)
        else:
            why = "leads for a partner: for which part, or for both, is open"
            yield division.of(Role.LEAD, Follows.AGREE, lead, why)


def _whole(division: Division) -> Iterator[Consequence]:
    """List what is for the whole, section by section."""
    document = division.situation.document
    for attribute in sections() if document is not None else ():
        found = getattr(document, attribute.name)
        if found and attribute.name not in _PLACED:
            name = attribute.metadata["key"].replace("_", " ")
            text = f"{len(found)} under [[{attribute.metadata['key']}]]: which part each is for, or that it is for both"
            paths = tuple(division.situation.path(entry) for entry in found)
            yield division.item(Role.OTHER, Follows.AGREE, text, f"each {name} is for the whole", rests_on=paths)


def _published(division: Division) -> Iterator[Consequence]:
    parts = [part.name for part in division.event.parts]
    for text, keys in (
        (f"Arrangements for each: {listed(parts)}", ("ch3.partners.arrange", "ch3.publish.publish")),
        (
            "The change of the area: agreed, made known to relevant agencies and staff, shown",
            ("ch3.geo.change", "wt23.geo.change"),
        ),
        ("The update, sent to the Department for Education", ("wt23.publish.update",)),
        ("The change, with its date, in the next yearly report", ("ch3.report.updates", "wt23.report.updates")),
    ):
        if any(asked_on(key, division.event.day) for key in keys):
            yield division.item(Role.OTHER, Follows.PUBLISH, text, "", keys=keys)
