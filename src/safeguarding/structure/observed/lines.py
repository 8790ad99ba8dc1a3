"""Where lines of accountability lead to nobody, or round in a loop."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from safeguarding.model import Body, BodyKind, Line, Topic
from safeguarding.structure.accountability import leads
from safeguarding.structure.graph_kinds import EdgeKind
from safeguarding.structure.observed.observation import Notable, Observation, Step, listed, reads
from safeguarding.structure.situation import Situation, standing

if TYPE_CHECKING:
    import networkx as nx

LINES = frozenset({EdgeKind.REPORTS, EdgeKind.REPORTS_PARTLY})


def without_line(situation: Situation) -> Iterator[Observation]:
    """Find the bodies that have no line to the partners, or of which none was read.

    Those whose lines end at the same place are told together, and so are those of which no line at all was read.
    """
    ends = _Ends(situation)
    together: dict[tuple[bool | None, str], list[Body]] = {}
    for body in standing(situation):
        # A team supports or delivers; it is no board or group that the partners work through.
        if leads(body) or set(body.values("kind")) == {BodyKind.TEAM}:
            continue
        reaches = situation.accountability.reaches(body.id)
        if reaches is None and not situation.accountability.would_reach(body.id):
            together.setdefault((None, ""), []).append(body)
        elif reaches is False:
            together.setdefault((True, ends.of(body)), []).append(body)
    for (truth, end), bodies in together.items():
        yield _without(situation, bodies, ends, end) if truth else _not_read(situation, bodies)


def _not_read(situation: Situation, bodies: Sequence[Body]) -> Observation:
    parts = "; ".join(dict.fromkeys(part.what for part in situation.unread(Topic.REPORTING_LINES)))
    where = f": {parts}" if parts else ""
    return Observation(
        kind=Notable.NO_LINE,
        about=tuple(body.id for body in bodies),
        truth=None,
        message=(
            f"no line to the partners was read from {listed(situation, [body.id for body in bodies])}; "
            f"it may be stated elsewhere{where}"
        ),
        read=reads(situation, *bodies, names=("reports_to",)),
    )


def _without(situation: Situation, bodies: Sequence[Body], ends: _Ends, end: str) -> Observation:
    """Say of bodies whose lines end at the same place that none of them leads to the partners."""
    first = next((body for body in bodies if body.id == end), bodies[0])
    about = [first.id, *(body.id for body in bodies if body is not first)]
    names = listed(situation, about)
    if end in ends.looped:
        message = f"the lines of {names} run in a loop, from which none leads to the partners"
    elif first.id != end:
        whose = "the line" if len(bodies) == 1 else "the lines"
        message = f"{whose} of {names} lead to {situation.name(end)}, and from there none leads to the partners"
        message = message.replace(" lead to ", " leads to ", 1) if len(bodies) == 1 else message
    else:
        message = f"{first.name} reports to nobody"
        message += f", and with it {listed(situation, about[1:])} have no line to the partners" if about[1:] else ""
    furthest = max(bodies, key=lambda body: ends.length(body.id))
    return Observation(
        kind=Notable.NO_LINE,
        about=tuple(about),
        truth=True,
        message=message,
        way=ends.way(furthest.id),
        read=reads(situation, *bodies, names=("reports_to",)),
    )


class _Ends:
    """Where the first line of each body ends, followed from body to body.

    Args:
        situation: the partnership on a date.
    """

    def __init__(self, situation: Situation) -> None:
        self._entries = situation.entries
        self._lines: dict[str, Line] = {}
        for body in situation.bodies:
            line = next((line for lines in body.values("reports_to") for line in lines), None)
            if line is not None:
                self._lines[body.id] = line
        self._end: dict[str, tuple[str, int]] = {}
        self.looped: set[str] = set()

    def of(self, body: Body) -> str:
        """Return the body that reports to nobody, whoever else the line ends at, or a body of the loop it runs into."""
        self._follow(body.id)
        return self._end[body.id][0]

    def length(self, body: str) -> int:
        """Count the lines from a body to the end."""
        return self._end[body][1]

    def way(self, body: str) -> tuple[Step, ...]:
        """Return the steps from a body to the end; through a loop once."""
        found, seen = [], {body}
        while body in self._lines:
            line = self._lines[body]
            kind = EdgeKind.REPORTS if line.matters is None else EdgeKind.REPORTS_PARTLY
            found.append(Step(body, kind, line.to))
            if line.to in seen:
                return tuple(found)
            body = line.to
            seen.add(body)
        if isinstance(self._entries.get(body), Body):
            found.append(Step(body, EdgeKind.REPORTS, None))
        return tuple(found)

    def _follow(self, start: str) -> None:
        way, place = [start], {start: 0}
        while way[-1] not in self._end and way[-1] in self._lines:
            following = self._lines[way[-1]].to
            if following in place:
                ring = way[place[following] :]
                self.looped.add(ring[0])
                self._end.update((one, (ring[0], len(ring))) for one in ring)
                break
            place[following] = len(way)
            way.append(following)
        self._end.setdefault(way[-1], (way[-1], 0))
        for lower, upper in zip(way[-2::-1], way[:0:-1], strict=True):
            end, length = self._end[upper]
            self._end.setdefault(lower, (end, length + 1))


def loops(situation: Situation, graph: nx.MultiDiGraph[str]) -> Iterator[Observation]:
    """Find bodies that report to each other, or to themselves: for each tangle its shortest loop."""
    import networkx as nx

    onward: dict[str, dict[str, tuple[EdgeKind, bool]]] = {}
    for lower, upper, data in graph.edges(data=True):
        if data["kind"] in LINES:
            onward.setdefault(lower, {}).setdefault(upper, (data["kind"], data.get("disputed", False)))
    lines: nx.DiGraph[str] = nx.DiGraph((lower, upper) for lower, uppers in onward.items() for upper in uppers)
    place = {node: number for number, node in enumerate(graph)}
    tangles = [sorted(found, key=place.__getitem__) for found in nx.strongly_connected_components(lines)]
    for tangle in sorted(tangles, key=lambda found: place[found[0]]):
        if len(tangle) == 1 and tangle[0] not in onward.get(tangle[0], {}):
            continue
        ring = _ring(tangle[0], set(tangle), onward)
        way = tuple(Step(lower, onward[lower][upper][0], upper) for lower, upper in pairwise(ring))
        sure = not any(onward[step.source][step.target or ""][1] for step in way)
        names = listed(situation, ring[:-1])
        message = f"{names} reports to itself" if len(way) == 1 else f"{names} report to each other in a loop"
        more = len(tangle) - len(way)
        message += f", in a tangle with {more} more" if more else ""
        yield Observation(
            kind=Notable.LOOP,
            about=tuple(tangle),
            truth=True if sure else None,
            message=message,
            way=way,
            read=reads(situation, *(situation.entries[one] for one in ring[:-1]), names=("reports_to",)),
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
