"""The governance of a partnership as a graph: who is there, and what runs between them."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from enum import Enum
from typing import TYPE_CHECKING, Any

from safeguarding.model import Agency, Body, Flow, Line, OtherPartnership, Post, Scrutineer, Status
from safeguarding.structure.accountability import leads
from safeguarding.structure.situation import Situation

if TYPE_CHECKING:
    import networkx as nx

PARTNERS = "@partners"
"""The node that stands for the safeguarding partners together; no slug can be the same."""


class NodeKind(Enum):
    """What a node is."""

    PARTNERS = "partners"
    PARTNER = "partner"
    BODY = "body"
    OTHER_PARTNERSHIP = "other"
    SCRUTINEER = "scrutineer"
    POST = "post"
    AGENCY = "agency"


class EdgeKind(Enum):
    """What runs from one node to another."""

    BELONGS = "belongs to"
    LEADS = "is led through by"
    REPORTS = "reports to"
    REPORTS_PARTLY = "reports to for some matters"
    ANSWERS = "answers to outside"
    CHAIRS = "chairs"
    MAY_BE = "may be the same as"
    HOLDS = "holds the role of"
    SCRUTINISES = "scrutinises"
    RECEIVES = "receives from"


# The lines along which a body accounts to somebody, the one that it is first looked for under first.
_UPWARDS = (EdgeKind.REPORTS, EdgeKind.LEADS, EdgeKind.REPORTS_PARTLY)

# A pair of bodies that each name the other has one edge, found by this key.
_SAME = "same"
_FLOWS = {
    Flow.RECEIVES: EdgeKind.RECEIVES,
    Flow.REPORTS: EdgeKind.REPORTS,
    Flow.SCRUTINISES: EdgeKind.SCRUTINISES,
}


def governance_graph(situation: Situation) -> nx.MultiDiGraph[str]:
    """Lay out who is there on the date of a situation, and what runs between them.

    A node is the id of an entry, or `PARTNERS`. It has ``kind`` (a `NodeKind`), ``entry`` (None for
    `PARTNERS`) and ``layer``: the length of the longest way down to it from the partners, bodies in a
    loop counting as one; None where no stated line leads there. An edge has ``kind`` (an `EdgeKind`) and,
    where they are stated, ``matters`` and ``by``; it is ``disputed`` where another statement of the
    sources leaves it out. Bodies that are gone are nodes only where another one names them.

    Args:
        situation: the partnership on a date.
    """
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    _add_nodes(graph, situation)
    for body in situation.bodies:
        _add_lines(graph, situation, body)
    _add_scrutiny(graph, situation)
    for other in situation.of("other_partnerships"):
        for flow in other.flows:
            if flow in _FLOWS:
                graph.add_edge(other.id, PARTNERS, kind=_FLOWS[flow])
    layers = _layers(graph)
    for node, data in graph.nodes(data=True):
        data["layer"] = layers.get(node)
    return graph


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
    lines = sorted((edge for edge in _upward(graph) if edge[0] != edge[1]), key=lambda edge: _UPWARDS.index(edge[2]))
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
    return [edge for edge in edges if edge[0] in bodies and edge[2] in _UPWARDS]


def _top(graph: nx.MultiDiGraph[str]) -> list[str]:
    """Return the partners, and the posts of theirs that are named."""
    return [node for node, _, data in graph.in_edges(PARTNERS, data=True) if data["kind"] is EdgeKind.BELONGS]


def _layers(graph: nx.MultiDiGraph[str]) -> dict[str, int]:
    """Count how far down from the partners each node stands, by the longest way."""
    import networkx as nx

    top = _top(graph)
    down: nx.DiGraph[str] = nx.DiGraph()
    down.add_node(PARTNERS)
    for lower, upper, _ in _upward(graph):
        # A partner, or a post of one, stands where the partners stand.
        down.add_edge(PARTNERS if upper in top else upper, lower)
    reached = down.subgraph({PARTNERS} | nx.descendants(down, PARTNERS))
    merged = nx.condensation(reached)
    layers = dict.fromkeys(top, 0)
    for layer, loops in enumerate(nx.topological_generations(merged)):
        for loop in loops:
            layers.update(dict.fromkeys(merged.nodes[loop]["members"], layer))
    return layers


def _add_nodes(graph: nx.MultiDiGraph[str], situation: Situation) -> None:
    graph.add_node(PARTNERS, kind=NodeKind.PARTNERS, entry=None)
    for partner in situation.of("partners"):
        graph.add_node(partner.agency, kind=NodeKind.PARTNER, entry=partner)
        graph.add_edge(partner.agency, PARTNERS, kind=EdgeKind.BELONGS)
    examples = [body for body in situation.of("bodies") if body.status is Status.EXAMPLE]
    for body in (*situation.bodies, *examples):
        graph.add_node(body.id, kind=NodeKind.BODY, entry=body)
    for scrutineer in _scrutineers(situation):
        graph.add_node(scrutineer.id, kind=NodeKind.SCRUTINEER, entry=scrutineer)
    for other in situation.of("other_partnerships"):
        graph.add_node(other.id, kind=NodeKind.OTHER_PARTNERSHIP, entry=other)


def _node(graph: nx.MultiDiGraph[str], situation: Situation, identity: str) -> str:
    """Return a node that something runs to, adding it where it is not there yet."""
    if identity in graph:
        return identity
    entry = situation.entries.get(identity)
    kinds = {
        Agency: NodeKind.AGENCY,
        Post: NodeKind.POST,
        Body: NodeKind.BODY,
        OtherPartnership: NodeKind.OTHER_PARTNERSHIP,
    }
    # A relevant agency may sit or hold a chair under its own id.
    graph.add_node(identity, kind=kinds.get(type(entry), NodeKind.AGENCY), entry=entry)
    agencies = situation.partner_agencies
    if isinstance(entry, Post) and (
        entry.agency in agencies or any(lead.post == identity for lead in situation.of("leads"))
    ):
        graph.add_edge(identity, PARTNERS, kind=EdgeKind.BELONGS)
    return identity


def _add_lines(graph: nx.MultiDiGraph[str], situation: Situation, body: Body) -> None:
    if leads(body) or (leads(body) is None and body.values("remit")):
        graph.add_edge(body.id, PARTNERS, kind=EdgeKind.LEADS)
    for line, disputed in _stated(body, "reports_to"):
        kind = EdgeKind.REPORTS if line.matters is None else EdgeKind.REPORTS_PARTLY
        _add_line(graph, situation, body, line, kind=kind, disputed=disputed)
    for line, disputed in _stated(body, "answers_to"):
        _add_line(graph, situation, body, line, kind=EdgeKind.ANSWERS, disputed=disputed)
    for chair in body.values("chair"):
        for holder in chair.held_by if chair else ():
            graph.add_edge(_node(graph, situation, holder), body.id, kind=EdgeKind.CHAIRS)
    for other in body.may_be:
        if other in graph and other != body.id and not graph.has_edge(other, body.id, _SAME):
            graph.add_edge(body.id, other, _SAME, kind=EdgeKind.MAY_BE)


def _add_line(
    graph: nx.MultiDiGraph[str],
    situation: Situation,
    body: Body,
    line: Line,
    *,
    kind: EdgeKind,
    disputed: bool,
) -> None:
    upper = _node(graph, situation, line.to)
    graph.add_edge(body.id, upper, kind=kind, matters=line.matters, by=line.by, disputed=disputed)


def _stated(body: Body, name: str) -> Iterator[tuple[Line, bool]]:
    """Return every stated line, and whether another statement leaves it out."""
    statements: list[tuple[Line, ...]] = [tuple(value) for value in body.values(name)]
    said = [{(line.to, line.matters) for line in lines} for lines in statements]
    seen: set[tuple[Any, ...]] = set()
    for lines in statements:
        for line in lines:
            what = (line.to, line.matters)
            if (*what, line.by) not in seen:
                seen.add((*what, line.by))
                yield line, not all(what in other for other in said)


def _scrutineers(situation: Situation) -> list[Scrutineer]:
    """Return the scrutineers whose time is not known to be over."""
    return [
        scrutineer
        for scrutineer in situation.of("scrutineers")
        if scrutineer.ends is None or scrutineer.ends.latest >= situation.as_of
    ]


def _add_scrutiny(graph: nx.MultiDiGraph[str], situation: Situation) -> None:
    for scrutineer in _scrutineers(situation):
        for holder in scrutineer.held_by:
            graph.add_edge(_node(graph, situation, holder), scrutineer.id, kind=EdgeKind.HOLDS)
        for body in scrutineer.scrutinises:
            graph.add_edge(scrutineer.id, _node(graph, situation, body), kind=EdgeKind.SCRUTINISES)
        for upper in scrutineer.reports_to:
            graph.add_edge(scrutineer.id, _node(graph, situation, upper), kind=EdgeKind.REPORTS)
