"""Whether locality groups together cover an area, each place once."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from safeguarding.model import Area, AreaKind, Body, BodyKind
from safeguarding.structure.situation import Situation


@frozen
class LocalityScheme:
    """The locality groups of a partnership, and which places each serves.

    Args:
        groups: the locality groups.
        served: for each place that is a district of the area or is served, the groups that serve it.
        placeless: the groups of which it is not said where they serve.
    """

    groups: tuple[Body, ...]
    served: tuple[tuple[str, tuple[str, ...]], ...]
    placeless: tuple[str, ...]

    @property
    def left_out(self) -> tuple[str, ...]:
        """The places that no group serves."""
        return tuple(place for place, groups in self.served if not groups)

    @property
    def twice(self) -> tuple[str, ...]:
        """The places that more than one group serves."""
        return tuple(place for place, groups in self.served if len(groups) > 1)


def locality_doubts(situation: Situation) -> Iterator[tuple[Body | Area, str]]:
    """Find what leaves open which locality groups there are, or what they serve.

    Returns:
        each entry in doubt, with the field on which that rests: two statements of it differ, or it leaves open whether
        a group still exists on the date.
    """
    groups = [body for body in situation.bodies if BodyKind.LOCALITY_GROUP in body.values("kind")]
    for body in groups:
        yield from ((body, name) for name in ("kind", "serves") if len(body.values(name)) > 1)
        if situation.gone(body) is None:
            yield body, "ends"
    for area in situation.of("areas") if groups else ():
        districts = AreaKind.DISTRICT in area.values("kind")
        if districts and not len(area.values("kind")) == len(area.values("part_of")) == 1:
            yield area, "part_of" if len(area.values("kind")) == 1 else "kind"


def locality_scheme(situation: Situation) -> LocalityScheme | None:
    """Lay locality groups over the districts of the area; None where there are no such groups."""
    groups = tuple(body for body in situation.bodies if body.kind is BodyKind.LOCALITY_GROUP)
    if not groups:
        return None
    areas = situation.of("areas")
    districts = [area.id for area in areas if area.kind is AreaKind.DISTRICT]
    inside: dict[str, list[str]] = {}
    for district in (area for area in areas if area.kind is AreaKind.DISTRICT):
        for larger in dict.fromkeys(district.part_of):
            inside.setdefault(larger, []).append(district.id)
    serving: dict[str, list[str]] = {district: [] for district in districts}
    for group in groups:
        places = dict.fromkeys(place for area in group.serves for place in inside.get(area) or [area])
        for place in places:
            serving.setdefault(place, []).append(group.id)
    return LocalityScheme(
        groups=groups,
        served=tuple((place, tuple(found)) for place, found in serving.items()),
        placeless=tuple(group.id for group in groups if not group.serves),
    )
