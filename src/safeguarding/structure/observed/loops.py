"""Where lines of accountability run round in a loop."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from safeguarding.model import Body
from safeguarding.structure.graph_kinds import EdgeKind
from safeguarding.structure.observed.observation import Notable, Observation, Step, listed, reads
from safeguarding.structure.situation import Situation
from safeguarding.unknown import agree

if TYPE_CHECKING:
    import networkx as nx

LINES = frozenset({EdgeKind.REPORTS, EdgeKind.REPORTS_PARTLY})
_Onward = Mapping[str, Mapping[str, EdgeKind]]


def loops(situation: Situation, graph: nx.MultiDiGraph[str]) -> Iterator[Observation]:
    """Find bodies that report to each other, or to themselves: for each tangle the shortest loop through its first.

    A tangle is certain where all its bodies are there and all statements have its lines. One that would be larger if
    what is open came out so is told again, and left open.
    """
    onward: dict[str, dict[str, EdgeKind]] = {}
    for lower, upper, data in graph.edges(data=True):
        if data["kind"] in LINES:
            found = onward.setdefault(lower, {})
            if found.get(upper) is not EdgeKind.REPORTS:
                found[upper] = data["kind"]
    place = {node: number for number, node in enumerate(graph)}
    sure = _certain(situation, onward)
    certain = _tangles(sure, place)
    settled = {body for tangle in certain for body in tangle}
    several = [(tangle, True) for tangle in certain]
    several += [(tangle, False) for tangle in _tangles(onward, place) if not settled.issuperset(tangle)]
    for tangle, truth in sorted(several, key=lambda one: place[one[0][0]]):
        start = next(body for body in tangle if truth or body not in settled)
        yield _loop(situation, tangle, _ring(start, set(tangle), sure if truth else onward), onward, truth=truth)


def _certain(situation: Situation, onward: _Onward) -> dict[str, dict[str, EdgeKind]]:
    """Keep the lines that every statement has, between bodies that are surely there."""

    def there(identity: str) -> Body | None:
        body = situation.entries.get(identity)
        return body if isinstance(body, Body) and situation.to_stand(body) else None

    return {
        lower: {
            upper: kind
            for upper, kind in uppers.items()
            if there(upper) and agree(any(line.to == upper for line in lines) for lines in body.values("reports_to"))
        }
        for lower, uppers in onward.items()
        if (body := there(lower))
    }


def _tangles(onward: _Onward, place: Mapping[str, int]) -> list[list[str]]:
    """Find the bodies each of which lies on a loop with the others; one alone where it reports to itself."""
    import networkx as nx

    lines: nx.DiGraph[str] = nx.DiGraph((lower, upper) for lower, uppers in onward.items() for upper in uppers)
    tangles = [sorted(found, key=place.__getitem__) for found in nx.strongly_connected_components(lines)]
    return [tangle for tangle in tangles if len(tangle) > 1 or tangle[0] in onward.get(tangle[0], {})]


def _loop(
    situation: Situation, tangle: Sequence[str], ring: Sequence[str], onward: _Onward, *, truth: bool
) -> Observation:
    way = tuple(Step(lower, onward[lower][upper], upper) for lower, upper in pairwise(ring))
    names = listed(situation, ring[:-1])
    message = f"{names} report to each other in a loop" if len(way) > 1 else f"{names} reports to itself"
    more = len(tangle) - len(way)
    message += f", in a tangle with {more} more" if more else ""
    return Observation(
        kind=Notable.LOOP,
        about=tuple(tangle),
        truth=truth or None,
        message=message if truth else f"whether {message}",
        way=way,
        read=reads(situation, *(situation.entries[one] for one in ring[:-1]), name="reports_to"),
    )


def _ring(start: str, within: set[str], onward: Mapping[str, Mapping[str, object]]) -> list[str]:
    """Find the shortest way from a body back to itself."""
    before: dict[str, str] = {}
    waiting = deque([start])
    while start not in before:
        lower = waiting.popleft()
        for upper in onward[lower]:
            if upper in within and upper not in before:
                before[upper] = lower
                waiting.append(upper)
    ring = [start, before[start]]
    while ring[-1] != start:
        ring.append(before[ring[-1]])
    return ring[::-1]
