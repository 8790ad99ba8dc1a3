"""Whether locality groups together cover an area, each place once."""

from __future__ import annotations

from attrs import frozen

from safeguarding.model import AreaKind, Body, BodyKind
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


def locality_scheme(situation: Situation) -> LocalityScheme | None:
    """Lay locality groups over the districts of the area; None where there are no such groups."""
    groups = tuple(body for body in situation.bodies if body.kind is BodyKind.LOCALITY_GROUP)
    if not groups:
        return None
    areas = situation.of("areas")
    districts = [area.id for area in areas if area.kind is AreaKind.DISTRICT]
    inside = {area.id: [d.id for d in areas if d.kind is AreaKind.DISTRICT and area.id in d.part_of] for area in areas}
    serving: dict[str, list[str]] = {district: [] for district in districts}
    for group in groups:
        for area in group.serves:
            for place in inside.get(area) or [area]:
                serving.setdefault(place, []).append(group.id)
    return LocalityScheme(
        groups=groups,
        served=tuple((place, tuple(found)) for place, found in serving.items()),
        placeless=tuple(group.id for group in groups if not group.serves),
    )
