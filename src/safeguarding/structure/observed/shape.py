"""How deep and how wide the lines of accountability go, and what most hangs on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING

from safeguarding.model import Body, Topic
from safeguarding.structure.accountability import leads
from safeguarding.structure.graph_kinds import PARTNERS, EdgeKind
from safeguarding.structure.observed.loops import LINES
from safeguarding.structure.observed.observation import Notable, Observation, Step, listed, reads
from safeguarding.structure.outline import downward
from safeguarding.structure.situation import Situation, standing

if TYPE_CHECKING:
    import networkx as nx


def hanging(graph: nx.MultiDiGraph[str]) -> dict[str, list[str]]:
    """Return what hangs directly on what: for each node those to which every line from the partners goes through it.

    Args:
        graph: what `governance_graph` returned.
    """
    import networkx as nx

    below: dict[str, list[str]] = {}
    for node, upper in nx.immediate_dominators(downward(graph), PARTNERS).items():
        if node != PARTNERS and upper is not None:
            below.setdefault(upper, []).append(node)
    return below


def cuts_off_most(
    situation: Situation, graph: nx.MultiDiGraph[str], below: Mapping[str, list[str]]
) -> Iterator[Observation]:
    """Find the bodies without which most others would have no line, other than those that the partners lead through."""
    counted = _counted(below)
    place = {node: number for number, node in enumerate(graph)}
    bodies = {body.id: body for body in standing(situation)}
    found = [node for node in counted if node in bodies and not leads(bodies[node]) and counted[node] > 1]
    most = max((counted[node] for node in found), default=0)
    truth = as_read(situation)
    for node in sorted((node for node in found if counted[node] == most), key=place.__getitem__):
        cut = sorted(under(node, below), key=place.__getitem__)
        steps = situation.accountability.steps
        deepest = max(cut, key=lambda one: (steps.get(one, 0), -place[one]))
        yield Observation(
            kind=Notable.CUTS_OFF,
            about=(node, *cut),
            truth=truth,
            message=(
                f"without {situation.name(node)}, {len(cut)} bodies would have no line to the partners: "
                f"{listed(situation, cut)}"
            ),
            way=line_of(situation, deepest),
            read=reads(situation, *(bodies[one] for one in cut if one in bodies), name="reports_to"),
        )


def _counted(below: Mapping[str, list[str]]) -> dict[str, int]:
    """Count what stands under each node of a tree."""
    order = [PARTNERS]
    for node in order:
        order += below.get(node, ())
    counted: dict[str, int] = {}
    for node in reversed(order):
        counted[node] = sum(1 + counted[one] for one in below.get(node, ()))
    return counted


def under(node: str, below: Mapping[str, list[str]]) -> list[str]:
    """Return all that hangs on a node, directly or not."""
    found = list(below.get(node, ()))
    for one in found:
        found += below.get(one, ())
    return found


def depth(situation: Situation) -> Iterator[Observation]:
    """Say how many steps the longest line to the partners has."""
    steps = {body.id: steps for body in standing(situation) if (steps := situation.accountability.steps.get(body.id))}
    if not steps:
        return
    most = max(steps.values())
    if most == 1:
        return
    deepest = [body for body, count in steps.items() if count == most]
    way = line_of(situation, deepest[0])
    first = ", their own group being the first" if way[-1].kind is EdgeKind.LEADS else ""
    yield Observation(
        kind=Notable.DEPTH,
        about=tuple(deepest),
        truth=as_read(situation),
        message=(f"the longest line to the partners has {most} steps{first}: that of {listed(situation, deepest, 2)}"),
        way=way,
        read=reads(situation, situation.entries[deepest[0]], name="reports_to"),
    )


def span(situation: Situation, graph: nx.MultiDiGraph[str]) -> Iterator[Observation]:
    """Say to whom most bodies report."""
    lower_of: dict[str, list[str]] = {}
    whole: set[tuple[str, str]] = set()
    bodies = {body.id for body in standing(situation)}
    for lower, upper, data in graph.edges(data=True):
        if lower == upper:
            continue
        if data["kind"] in LINES and lower in bodies and lower not in lower_of.setdefault(upper, []):
            lower_of[upper].append(lower)
        if data["kind"] is EdgeKind.REPORTS:
            whole.add((lower, upper))
    most = max((len(below) for below in lower_of.values()), default=0)
    truth = as_read(situation)
    for upper, below in lower_of.items():
        if most > 1 and len(below) == most:
            yield Observation(
                kind=Notable.SPAN,
                about=(upper, *below),
                truth=truth,
                message=_most(situation, upper, below, sum((lower, upper) not in whole for lower in below)),
                read=reads(situation, *(situation.entries[one] for one in below), name="reports_to"),
            )


def _most(situation: Situation, upper: str, below: list[str], partly: int) -> str:
    """Say which bodies report to another, and how many of them for some matters only."""
    counted = f"{len(below)} bodies" + (f", {partly} of them for some matters only" if partly else "")
    return f"the most bodies report to {situation.name(upper)}: {counted}, which are {listed(situation, below)}"


def line_of(situation: Situation, body: str) -> tuple[Step, ...]:
    """Return the stated line of a body to the partners, step by step."""
    accountability = situation.accountability
    way = accountability.way(body)
    found = []
    for lower, upper in pairwise(way):
        line = accountability.line(lower)
        kind = EdgeKind.REPORTS if line is None or line.matters is None else EdgeKind.REPORTS_PARTLY
        found.append(Step(lower, kind, upper))
    if way and isinstance(situation.entries.get(way[-1]), Body):
        found.append(Step(way[-1], EdgeKind.LEADS, PARTNERS))
    return tuple(found)


def as_read(situation: Situation) -> bool | None:
    """Leave open what rests on all lines, where any is open, or may stand in a part that was not read."""
    if not situation.fully_read(Topic.BODIES, Topic.REPORTING_LINES):
        return None
    plain = all(
        situation.to_stand(body)
        and leads(body) is not None
        and len(body.values("reports_to")) == 1
        and not (body.may_be or "may_be" in body.unknown)
        for body in standing(situation)
    )
    return (plain and not situation.accountability.perhaps_ends) or None
