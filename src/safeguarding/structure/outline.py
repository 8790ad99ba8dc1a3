"""How far down from the partners each node of a governance graph stands, and what each body stands below."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from typing import TYPE_CHECKING

from safeguarding.structure.graph_kinds import PARTNERS, EdgeKind, NodeKind

if TYPE_CHECKING:
    import networkx as nx

# The lines along which a body accounts to somebody, the one that it is first looked for under first.
UPWARDS = (EdgeKind.REPORTS, EdgeKind.LEADS, EdgeKind.REPORTS_PARTLY)


def layers(graph: nx.MultiDiGraph[str]) -> dict[str, int]:
    """Count how far down from the partners each node stands, by the longest way; bodies in a loop count as one.

    Args:
        graph: what `governance_graph` returned.

    Returns:
        for each node to which a line leads from the partners the number of steps; the others are left out.
    """
    import networkx as nx

    top = _top(graph)
    merged = nx.condensation(downward(graph))
    found = dict.fromkeys(top, 0)
    for layer, loops in enumerate(nx.topological_generations(merged)):
        for loop in loops:
            found.update(dict.fromkeys(merged.nodes[loop]["members"], layer))
    return found


def downward(graph: nx.MultiDiGraph[str]) -> nx.DiGraph[str]:
    """Lay out what stands below the partners, each edge from the upper to the lower one.

    A partner, or a post of one, stands where the partners stand. What no line from the partners leads to is left out.

    Args:
        graph: what `governance_graph` returned.
    """
    import networkx as nx

    top = set(_top(graph))
    down: nx.DiGraph[str] = nx.DiGraph()
    down.add_node(PARTNERS)
    down.add_edges_from((PARTNERS if upper in top else upper, lower) for lower, upper, _ in _upward(graph))
    return down.subgraph({PARTNERS} | nx.descendants(down, PARTNERS)).copy()


def outline(graph: nx.MultiDiGraph[str]) -> dict[str, str | None]:
    """Choose for each body the one node that it stands below, so that all of them make trees.

    Of its lines towards the partners it is the first one for all matters, else the first one for some.
    Bodies to which no line leads from the partners make trees of their own.

    Args:
        graph: what `governance_graph` returned.

    Returns:
        for each body the node above it, which is a body, `PARTNERS`, a partner or a post of one; None for
        a body that begins a tree.
    """
    bodies = {node: data["layer"] for node, data in graph.nodes(data=True) if data["kind"] is NodeKind.BODY}
    lines = sorted((edge for edge in _upward(graph) if edge[0] != edge[1]), key=lambda edge: UPWARDS.index(edge[2]))
    below: _Below = {}
    for lower, upper, kind in lines:
        below.setdefault(upper, []).append((lower, kind is not EdgeKind.REPORTS_PARTLY))
    placed: dict[str, str | None] = {}
    for lower, upper, _ in lines:
        # A line to a higher layer is in no loop.
        layer, higher = bodies[lower], graph.nodes[upper]["layer"]
        if layer is not None and higher is not None and higher < layer:
            placed.setdefault(lower, upper)
    _grow(tuple(placed), below, placed)
    has_upper = {lower for lower, upper, _ in lines if upper in bodies}
    # What only a loop holds has no beginning: its first body serves.
    for body in sorted(bodies, key=has_upper.__contains__):
        if body not in placed:
            placed[body] = None
            _grow((body,), below, placed)
    return placed


_Below = dict[str, list[tuple[str, bool]]]
"""For each node, those directly below it, and whether they are so for all matters."""


def _grow(starts: Iterable[str], below: _Below, placed: dict[str, str | None]) -> None:
    """Place what stands below some nodes; a line for some matters waits until no other is left."""
    ready, reserve = deque[tuple[str, str]](), deque[tuple[str, str]]()

    def look_below(node: str) -> None:
        for lower, whole in below.get(node, ()):
            (ready if whole else reserve).append((lower, node))

    for start in starts:
        look_below(start)
    while ready or reserve:
        node, upper = (ready or reserve).popleft()
        if node not in placed:
            placed[node] = upper
            look_below(node)


def _kinds(graph: nx.MultiDiGraph[str]) -> list[tuple[str, NodeKind]]:
    return [(node, data["kind"]) for node, data in graph.nodes(data=True)]


def _upward(graph: nx.MultiDiGraph[str]) -> list[tuple[str, str, EdgeKind]]:
    """Return the edges along which bodies account to somebody."""
    bodies = {node for node, kind in _kinds(graph) if kind is NodeKind.BODY}
    edges = [(lower, upper, data["kind"]) for lower, upper, data in graph.edges(data=True)]
    return [edge for edge in edges if edge[0] in bodies and edge[2] in UPWARDS]


def _top(graph: nx.MultiDiGraph[str]) -> list[str]:
    """Return the partners, and the posts of theirs that are named."""
    return [node for node, _, data in graph.in_edges(PARTNERS, data=True) if data["kind"] is EdgeKind.BELONGS]
