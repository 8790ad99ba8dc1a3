"""From a situation to the picture of its areas: what lies in what, who covers it, and which groups serve it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from attrs import evolve

from safeguarding.model import Area, AreaKind, Body, BodyKind, Extent, Partner
from safeguarding.structure import Situation, locality_scheme
from safeguarding.views.diagrams.picture import (
    PARTNERS,
    Box,
    Group,
    Headings,
    Link,
    Look,
    Picture,
    Row,
    Stroke,
)
from safeguarding.views.diagrams.words import body_in_words, look_of, partner_in_words, title_of

_KINDS = {
    AreaKind.LOCAL_AUTHORITY: "local authority area",
    AreaKind.DISTRICT: "district",
    AreaKind.HEALTH: "health area",
    AreaKind.POLICE: "police area",
    AreaKind.OTHER: "",
}
_STROKES = {Extent.WHOLE: Stroke.WHOLE, Extent.PART: Stroke.PART}
_HEADINGS = Headings(
    main="The areas",
    says="An area that lies in another stands below it, or below the group that serves it there.",
    silence="Where no partner or group is shown at an area, none was read to cover or serve it by its name",
)
_DISPUTED = "the sources disagree"


def draw_areas(situation: Situation, *, title: str, caption: tuple[str, ...]) -> Picture:
    """Lay out the areas of a partnership on a date.

    Args:
        situation: the partnership on that date.
        title: what stands above the picture.
        caption: what stands below it.
    """
    return _Areas(situation).picture(title, caption)


class _Areas:
    """What the parts of one picture have in common."""

    def __init__(self, situation: Situation) -> None:
        self._situation = situation
        self._areas = self._mentioned()
        self._above = {area: self._parent(area) for area in self._areas}
        self._inside: dict[str, list[str]] = {}
        for area, above in self._above.items():
            if above:
                self._inside.setdefault(above, []).append(area)
        self._groups = [body for body in situation.bodies if body.kind is BodyKind.LOCALITY_GROUP or body.serves]
        self._framing = {body.id: areas for body in self._groups if (areas := self._framed_by(body))}

    def picture(self, title: str, caption: tuple[str, ...]) -> Picture:
        """Lay it all out."""
        partners = tuple(map(self._partner, self._situation.of("partners")))
        none = Box(id="partner", title="No safeguarding partner was read", look=Look.DOTTED)
        others = tuple(self._serving_box(body) for body in self._groups if body.id not in self._framing)
        serving = Group(id="localities", title="Groups that serve a part", boxes=others)
        rows = (self._row(area) for area, above in self._above.items() if not above)
        return Picture(
            title=title,
            caption=(*caption, *self._remarks()),
            partners=Group(id=PARTNERS, title="Safeguarding partners", boxes=partners or (none,)),
            main=tuple(rows),
            apart=(),
            sides=(serving,) if others else (),
            links=(*self._covering(), *self._serving()),
            headings=_HEADINGS,
        )

    def _mentioned(self) -> dict[str, Area]:
        """Return the areas of the document, and those of another one that it points to."""
        areas: dict[str, Area] = {area.id: area for area in self._situation.of("areas")}
        covered = (c.area for p in self._situation.of("partners") for covers in p.values("covers") for c in covers)
        served = (area for body in self._situation.bodies for serves in body.values("serves") for area in serves)
        for identity in (*covered, *served):
            entry = self._situation.entries.get(identity)
            if identity not in areas and isinstance(entry, Area):
                areas[identity] = entry
        return areas

    # What lies in what

    def _parent(self, area: str) -> str:
        """Return the first known area that one lies in, unless that one in the end lies in it."""
        for above in self._areas[area].part_of:
            seen, place = {area}, above
            while place in self._areas and place not in seen:
                seen.add(place)
                place = next(iter(self._areas[place].part_of), "")
            if above in self._areas and place not in seen:
                return above
        return ""

    def _framed_by(self, body: Body) -> tuple[str, ...]:
        """Return the areas that a group can be drawn around.

        They lie side by side in one area, no other group serves them, and no partner is shown at them, whose line
        would run through the group's title.
        """
        values = [tuple(value) for value in body.values("serves")]
        areas = values[0] if len(values) == 1 else ()
        others = {area for other in self._groups if other is not body for v in other.values("serves") for area in v}
        partners: Sequence[Partner] = self._situation.of("partners")
        others |= {cover.area for partner in partners for covers in partner.values("covers") for cover in covers}
        whole = all(area in self._areas and area not in self._inside and area not in others for area in areas)
        return areas if whole and len({self._above[area] for area in areas if area in self._areas}) == 1 else ()

    def _row(self, area: str) -> Row:
        item = self._frame(area) if area in self._inside else self._box(area)
        return Row(item=item, above="", depth=0, layer=None)

    def _frame(self, area: str) -> Group:
        inside = self._inside[area]
        said = "; ".join(self._said_of(self._areas[area]))
        framed = {each: body for body, areas in self._framing.items() for each in areas}
        bodies = [body for body in self._groups if any(framed.get(inner) == body.id for inner in inside)]
        frames = (self._frame(inner) for inner in inside if inner in self._inside)
        return Group(
            id=_id(area),
            title=self._areas[area].name + (f" ({said})" if said else ""),
            boxes=tuple(self._box(inner) for inner in inside if inner not in self._inside and inner not in framed),
            groups=(*frames, *map(self._served, bodies)),
        )

    def _served(self, body: Body) -> Group:
        """Draw a group around the areas that it serves."""
        return Group(
            id=f"body_{_slug(body.id)}",
            title=f"Served by {title_of(self._situation, body)}",
            details=body_in_words(self._situation, body),
            boxes=tuple(map(self._box, self._framing[body.id])),
            look=look_of(self._situation, body),
        )

    def _box(self, area: str) -> Box:
        said = [f"{text[:1].upper()}{text[1:]}" for text in self._said_of(self._areas[area])]
        if not self._within_an_authority(area):
            said.append("No local authority area that it lies in was read")
        waiting = self._situation.during(self._areas[area]) is False and not self._over(self._areas[area])
        look = Look.BROKEN if waiting else Look.FIRM
        return Box(id=_id(area), title=self._areas[area].name, details=tuple(said), look=look)

    def _within_an_authority(self, area: str) -> bool:
        while area:
            if self._areas[area].kind is AreaKind.LOCAL_AUTHORITY:
                return True
            area = self._above[area]
        return False

    def _over(self, area: Area) -> bool:
        return area.ends is not None and area.ends.latest < self._situation.as_of

    def _said_of(self, area: Area) -> Iterator[str]:
        """Say of what kind an area is, where else it lies, and how long it exists."""
        if _KINDS[area.kind]:
            yield _KINDS[area.kind]
        others = [above for above in area.part_of if above != self._above[area.id]]
        if others:
            yield f"also in {self._situation.names(others)}"
        if area.starts and area.starts.not_after(self._situation.as_of) is not True:
            yield f"from {area.starts.in_words()}"
        if area.ends:
            yield f"{'ended' if self._over(area) else 'until'} {area.ends.in_words()}"
            if area.successors:
                yield f"then {self._situation.names(area.successors)}"

    # Who covers and who serves

    def _partner(self, partner: Partner) -> Box:
        details = partner_in_words(self._situation, partner)
        beyond = [text for text in partner.values("beyond") if text]
        details += tuple(f"Beyond: {text}" for text in dict.fromkeys(beyond))
        if "covers" in partner.unknown:
            details += ("What it covers could not be read",)
        elif not any(partner.values("covers")):
            details += ("What it covers was not read",)
        return Box(id=f"partner_{_slug(partner.agency)}", title=self._situation.name(partner.agency), details=details)

    def _covering(self) -> Iterator[Link]:
        """Return who covers what; one line stands for those of all partners."""
        partners: Sequence[Partner] = self._situation.of("partners")
        found: dict[tuple[str, Extent, bool], list[str]] = {}
        for partner in partners:
            for cover, disputed in _stated(partner.values("covers")):
                found.setdefault((cover.area, cover.extent, disputed), []).append(f"partner_{_slug(partner.agency)}")
        for (area, extent, disputed), covering in found.items():
            every = len(partners) > 1 and len(covering) == len(partners)
            link = Link(stroke=_STROKES[extent], source=_id(area), target="", label=(_DISPUTED,) if disputed else ())
            yield from (evolve(link, target=target) for target in ((PARTNERS,) if every else covering))

    def _serving_box(self, body: Body) -> Box:
        details = body_in_words(self._situation, body)
        if "serves" in body.unknown:
            details += ("Where it serves could not be read",)
        elif not any(body.values("serves")):
            details += ("Where it serves was not read",)
        return Box(
            id=f"body_{_slug(body.id)}",
            title=title_of(self._situation, body),
            details=details,
            look=look_of(self._situation, body),
        )

    def _serving(self) -> Iterator[Link]:
        for body in self._groups:
            if body.id in self._framing:
                continue
            for area, disputed in _stated(body.values("serves")):
                label = (_DISPUTED,) if disputed else ()
                yield Link(stroke=Stroke.SERVES, source=f"body_{_slug(body.id)}", target=_id(area), label=label)

    def _remarks(self) -> Iterator[str]:
        """Say where locality groups leave a place out, or serve it twice."""
        scheme = locality_scheme(self._situation)
        if scheme and scheme.left_out:
            yield f"No locality group was read to serve: {self._situation.names(scheme.left_out)}."
        if scheme and scheme.twice:
            yield f"More than one locality group serves: {self._situation.names(scheme.twice)}."


def _stated(values: Iterable[Sequence[Any]]) -> Iterator[tuple[Any, bool]]:
    """Return all that any statement holds, and whether another statement leaves it out."""
    statements = [tuple(value) for value in values]
    for each in dict.fromkeys(each for statement in statements for each in statement):
        yield each, not all(each in statement for statement in statements)


def _id(area: str) -> str:
    return f"area_{_slug(area)}"


def _slug(identity: str) -> str:
    return identity.replace("-", "_")
