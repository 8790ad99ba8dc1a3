"""Who belongs to the line of accountability of one body: all above it, and what stands directly below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safeguarding.structure.graph_kinds import PARTNERS, EdgeKind, NodeKind

if TYPE_CHECKING:
    import networkx as nx

_UPWARDS = frozenset({EdgeKind.REPORTS, EdgeKind.REPORTS_PARTLY, EdgeKind.LEADS, EdgeKind.ANSWERS, EdgeKind.BELONGS})
_BELOW = frozenset({EdgeKind.REPORTS, EdgeKind.REPORTS_PARTLY, EdgeKind.ANSWERS})
_SAME, _HOLDS = frozenset({EdgeKind.MAY_BE}), frozenset({EdgeKind.HOLDS})


def line_of(graph: nx.MultiDiGraph[str], body: str) -> frozenset[str]:
    """Return all that belongs to the line of a body: upwards by every stated line, and one step down.

    A body that may be the same as one on the way belongs to it, and so does what that one reports to; who
    scrutinises the body itself does as well, and the partners always do.

    Args:
        graph: the governance of the partnership.
        body: the id of the body, which is in the graph.
    """
    found, waiting = {body}, [body]
    while waiting:
        node = waiting.pop()
        further = _over(graph, node, _UPWARDS | _SAME) | _under(graph, node, _SAME)
        waiting += sorted(further - found)
        found |= further
    roles = _under(graph, body, frozenset({EdgeKind.SCRUTINISES})) | _over(graph, body, _HOLDS)
    holders = {holder for role in roles for holder in _under(graph, role, _HOLDS)}
    partners = {node for node, data in graph.nodes(data=True) if data["kind"] is NodeKind.PARTNER}
    return frozenset(found | _under(graph, body, _BELOW) | roles | holders | partners | {PARTNERS})


def _over(graph: nx.MultiDiGraph[str], node: str, kinds: frozenset[EdgeKind]) -> set[str]:
    return {upper for _, upper, data in graph.out_edges(node, data=True) if data["kind"] in kinds}


def _under(graph: nx.MultiDiGraph[str], node: str, kinds: frozenset[EdgeKind]) -> set[str]:
    return {lower for lower, _, data in graph.in_edges(node, data=True) if data["kind"] in kinds}
