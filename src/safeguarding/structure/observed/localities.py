"""How locality groups cover their area: what is left out, and what is served twice."""

from __future__ import annotations

from collections.abc import Iterator

from safeguarding.model import Topic
from safeguarding.structure.graph_kinds import EdgeKind
from safeguarding.structure.localities import locality_doubts, locality_scheme
from safeguarding.structure.observed.observation import Notable, Observation, Step, listed, reads
from safeguarding.structure.situation import Situation


def localities(situation: Situation) -> Iterator[Observation]:
    """Find the places that no locality group serves, or several, and groups that serve no place that is named."""
    doubts = tuple(dict.fromkeys(entry.id for entry, _ in locality_doubts(situation)))
    if doubts:
        yield Observation(
            kind=Notable.LOCALITIES,
            about=doubts,
            truth=None,
            message=(
                "whether the locality groups serve each place once: what is a group or a district, or which places "
                f"belong to it, is open for {listed(situation, doubts)}"
            ),
            read=reads(situation, *(situation.entries[one] for one in doubts)),
        )
        return
    scheme = locality_scheme(situation)
    if scheme is None:
        return
    read = situation.fully_read(Topic.BODIES) and not scheme.placeless
    for place in scheme.left_out:
        yield Observation(
            kind=Notable.LOCALITIES,
            about=(place,),
            truth=read or None,
            message=("" if read else "whether one does: ") + f"no locality group serves {situation.name(place)}",
            read=reads(situation, situation.entries[place]),
        )
    for place, groups in scheme.served:
        if len(groups) > 1:
            yield Observation(
                kind=Notable.LOCALITIES,
                about=(place, *groups),
                truth=True,
                message=f"{situation.name(place)} is served by {len(groups)} groups: {listed(situation, groups)}",
                way=tuple(Step(group, EdgeKind.SERVES, place) for group in groups),
                read=reads(situation, *(situation.entries[one] for one in groups), name="serves"),
            )
    if scheme.placeless:
        names, serve = listed(situation, scheme.placeless), "serves" if len(scheme.placeless) == 1 else "serve"
        yield Observation(
            kind=Notable.LOCALITIES,
            about=scheme.placeless,
            truth=None,
            message=f"which places {names} {serve}: it is not said",
            read=reads(situation, *(situation.entries[one] for one in scheme.placeless), name="serves"),
        )
