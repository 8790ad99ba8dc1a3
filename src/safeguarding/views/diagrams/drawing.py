"""From a situation to the picture of its governance."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from attrs import evolve

from safeguarding.model import Body, Progress, Scrutineer, Status
from safeguarding.structure import Situation
from safeguarding.structure.graph import governance_graph
from safeguarding.structure.graph_kinds import PARTNERS as ALL_PARTNERS
from safeguarding.structure.graph_kinds import EdgeKind, NodeKind
from safeguarding.structure.outline import outline
from safeguarding.views.diagrams import picture as show
from safeguarding.views.diagrams.line import line_of
from safeguarding.views.diagrams.picture import Box, Group, Link, Look, Picture, Row, Stroke
from safeguarding.views.diagrams.words import (
    body_in_words,
    look_of,
    other_in_words,
    partner_in_words,
    progress_of,
    scrutineer_in_words,
    title_of,
)

if TYPE_CHECKING:
    import networkx as nx

_STROKES = {
    EdgeKind.LEADS: Stroke.LEADS,
    EdgeKind.REPORTS: Stroke.REPORTS,
    EdgeKind.REPORTS_PARTLY: Stroke.PARTLY,
    EdgeKind.ANSWERS: Stroke.ANSWERS,
    EdgeKind.SCRUTINISES: Stroke.SCRUTINISES,
    EdgeKind.MAY_BE: Stroke.SAME,
}
_ALIKE = 3
"""So many bodies that report in the same way are drawn as one group."""


def draw(situation: Situation, *, title: str, caption: tuple[str, ...], body: str | None = None) -> Picture:
    """Lay out the governance of a partnership on a date, or the line of accountability of one body.

    Args:
        situation: the partnership on that date.
        title: what stands above the picture.
        caption: what stands below it.
        body: the id of the body whose line alone is laid out, where one is asked for.
    """
    graph = governance_graph(situation, beyond=True)
    if body is not None:
        kept = line_of(graph, body)
        # Not a subgraph, which would lose the order of the file.
        graph.remove_nodes_from([node for node in graph if node not in kept])
    drawing = _Drawing(situation, graph, body)
    main, apart = drawing.rows()
    return Picture(
        title=title,
        caption=caption,
        partners=drawing.partners(),
        main=main,
        apart=apart,
        sides=tuple(group for group in drawing.sides() if group.boxes),
        links=drawing.links,
    )


class _Drawing:
    """What the parts of one picture have in common."""

    def __init__(self, situation: Situation, graph: nx.MultiDiGraph[str], focus: str | None) -> None:
        self._situation = situation
        self._graph, self._focus = graph, focus
        self._bodies = [body for body in situation.bodies if body.id in graph]
        self._kinds: dict[str, NodeKind] = {node: data["kind"] for node, data in self._graph.nodes(data=True)}
        self._holders = self._held_elsewhere()
        self._boxes = {node: self._box(node) for node in self._graph if node != ALL_PARTNERS}
        links = self._all_links()
        self._together = self._alike(links)
        self.links = self._merged(links)

    def _of(self, kind: NodeKind) -> list[str]:
        return [node for node, other in self._kinds.items() if other is kind]

    def _edges(self, kind: EdgeKind) -> list[tuple[str, str]]:
        return [(lower, upper) for lower, upper, data in self._graph.edges(data=True) if data["kind"] is kind]

    def _id(self, node: str) -> str:
        if node == ALL_PARTNERS:
            return show.PARTNERS
        return f"{self._kinds[node].value}_{node.replace('-', '_')}"

    # Boxes

    def _held_elsewhere(self) -> dict[str, list[str]]:
        """Return the scrutineers that are bodies or other partnerships, which are marked where they stand."""
        holders: dict[str, list[str]] = {}
        for holder, scrutineer in self._edges(EdgeKind.HOLDS):
            holders.setdefault(scrutineer, []).append(holder)
        marked = {NodeKind.BODY, NodeKind.OTHER_PARTNERSHIP}
        return {s: held for s, held in holders.items() if all(self._kinds[h] in marked for h in held)}

    def _box(self, node: str) -> Box:
        kind, entry = self._kinds[node], self._graph.nodes[node]["entry"]
        title, details, look = self._situation.name(node), tuple[str, ...](), Look.FIRM
        if kind is NodeKind.PARTNER:
            details = partner_in_words(self._situation, entry)
        elif kind is NodeKind.BODY:
            title, look = title_of(self._situation, entry), look_of(self._situation, entry)
            details = body_in_words(self._situation, entry)
        elif kind is NodeKind.POST:
            details = (f"Post of {self._situation.name(entry.agency)}",) if entry.agency else ()
        elif kind is NodeKind.OTHER_PARTNERSHIP:
            details = other_in_words(entry)
        elif kind is NodeKind.SCRUTINEER:
            details = scrutineer_in_words(self._situation, entry)
            begun = entry.starts is None or entry.starts.not_after(self._situation.as_of) is True
            look = Look.FIRM if begun and entry.progress is not Progress.PLANNED else Look.BROKEN
        marks = tuple(dict.fromkeys(self._marks(node, title)))
        return Box(
            id=self._id(node),
            title=title,
            details=(*details, *marks),
            look=look,
            scrutiny=bool(marks) or kind is NodeKind.SCRUTINEER,
            outside=kind is NodeKind.OTHER_PARTNERSHIP,
            focus=node == self._focus,
        )

    def _marks(self, node: str, title: str) -> Iterable[str]:
        """Say of a body or another partnership that it is a scrutineer."""
        for identity, holders in self._holders.items():
            scrutineer: Scrutineer = self._graph.nodes[identity]["entry"]
            if node in holders:
                role = "" if scrutineer.title == title else f": {scrutineer.title}"
                progress = progress_of(scrutineer)
                yield f"Independent scrutiny{role}" + (f" ({progress})" if progress else "")

    # Links

    def _all_links(self) -> list[Link]:
        """Return every link, one to all partners standing for one to each."""
        targets: dict[tuple[Stroke, str, tuple[str, ...]], list[str]] = {}
        for lower, upper, data in self._graph.edges(data=True):
            stroke = _STROKES.get(data["kind"])
            if stroke is None or self._kinds[lower] is NodeKind.OTHER_PARTNERSHIP:
                continue
            for source in self._holders.get(lower, [lower]):
                if source != upper:
                    targets.setdefault((stroke, source, _label(data)), []).append(upper)
        partners = self._of(NodeKind.PARTNER)
        links: list[Link] = []
        for (stroke, source, label), uppers in targets.items():
            if len(partners) > 1 and set(partners) <= set(uppers):
                uppers[:] = [ALL_PARTNERS, *(upper for upper in uppers if upper not in partners)]
            ends = [(self._id(source), self._id(upper)) for upper in dict.fromkeys(uppers)]
            links += [Link(stroke=stroke, source=lower, target=upper, label=label) for lower, upper in ends]
        return links

    def _alike(self, links: Iterable[Link]) -> dict[str, Group]:
        """Group the bodies below which nothing stands and which report in the same way."""
        own: dict[str, list[Link]] = {}
        tied = set()
        for link in links:
            own.setdefault(link.source, []).append(link)
            tied.add(link.target)
            if link.stroke not in {Stroke.REPORTS, Stroke.PARTLY}:
                tied |= {link.source}
        alike: dict[tuple[tuple[Stroke, str, tuple[str, ...]], ...], list[Body]] = {}
        for body in self._bodies:
            lines = own.get(self._id(body.id), [])
            if lines and self._id(body.id) not in tied and body.id != self._focus:
                way = tuple((line.stroke, line.target, line.label) for line in lines)
                alike.setdefault(way, []).append(body)
        together: dict[str, Group] = {}
        for bodies in alike.values():
            if len(bodies) >= _ALIKE:
                boxes = tuple(self._boxes[body.id] for body in bodies)
                group = Group(id=f"alike_{boxes[0].id}", title=_what(bodies), boxes=boxes)
                together.update((box.id, group) for box in boxes)
        return together

    def _merged(self, links: Iterable[Link]) -> tuple[Link, ...]:
        """Let a group's links stand for those of its members."""
        merged = (
            evolve(link, source=self._together[link.source].id) if link.source in self._together else link
            for link in links
        )
        return tuple(dict.fromkeys(merged))

    # Places

    def rows(self) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
        """Return the bodies from which a line leads to the partners, and the others."""
        standing = {body.id for body in self._bodies}
        above = outline(self._graph)
        below: dict[str, list[tuple[Box | Group, int | None]]] = {}
        placed: set[str] = set()
        for body in self._bodies:
            box, layer = self._boxes[body.id], self._graph.nodes[body.id]["layer"]
            upper = above[body.id]
            key = self._id(upper) if upper in standing and upper is not None else ""
            item = self._together.get(box.id, box)
            if item.id not in placed:
                placed.add(item.id)
                below.setdefault(key, []).append((item, layer))
        rows = []
        waiting = [(item, layer, "", 0) for item, layer in reversed(below.get("", []))]
        while waiting:
            item, layer, upper_id, depth = waiting.pop()
            rows.append(Row(item=item, above=upper_id, depth=depth, layer=layer))
            waiting += [(lower, at, item.id, depth + 1) for lower, at in reversed(below.get(item.id, []))]
        return (
            tuple(row for row in rows if row.layer is not None),
            tuple(row for row in rows if row.layer is None),
        )

    def partners(self) -> Group:
        """Return the safeguarding partners, with those posts of theirs that a line runs to."""
        named = self._of(NodeKind.PARTNER)
        posts = [node for node, _ in self._edges(EdgeKind.BELONGS) if node not in named]
        boxes = [self._boxes[node] for node in (*named, *posts) if node in named or self._drawn(node)]
        none = Box(id="partner", title="No safeguarding partner was read", look=Look.DOTTED)
        return Group(id=show.PARTNERS, title="Safeguarding partners", boxes=tuple(boxes) or (none,))

    def _drawn(self, node: str) -> bool:
        """Say whether a link runs to or from a node."""
        return any(self._id(node) in (link.source, link.target) for link in self.links)

    def sides(self) -> Iterable[Group]:
        """Return those who stand beside the partnership's own bodies."""
        bodies = {body.id for body in self._bodies}
        apart = [node for node in self._of(NodeKind.SCRUTINEER) if node not in self._holders]
        examples = [
            body.id
            for body in self._situation.of("bodies")
            if body.status is Status.EXAMPLE and body.id in self._graph and body.id not in bodies
        ]
        ours = {node for node, _ in self._edges(EdgeKind.BELONGS)}
        rest = [
            node
            for kind in (NodeKind.BODY, NodeKind.POST, NodeKind.AGENCY)
            for node in self._of(kind)
            if node not in bodies and node not in examples and node not in ours and self._drawn(node)
        ]
        yield self._group("others", "Other partnerships", self._of(NodeKind.OTHER_PARTNERSHIP))
        yield self._group("scrutiny", "Independent scrutiny", apart)
        yield self._group("elsewhere", "Others to whom a line runs", rest)
        yield self._group("examples", "Named only as examples", examples)

    def _group(self, identity: str, title: str, nodes: Iterable[str]) -> Group:
        return Group(id=identity, title=title, boxes=tuple(self._boxes[node] for node in nodes))


def _label(data: dict[str, str | None]) -> tuple[str, ...]:
    """Say for which matters a line is, by what means, and whether all statements have it."""
    found = (
        f"only for: {data['matters']}" if data.get("matters") else "",
        f"by {data['by']}" if data.get("by") else "",
        "the sources disagree" if data.get("disputed") else "",
    )
    return tuple(text for text in found if text)


def _what(bodies: list[Body]) -> str:
    kinds = {body.kind.value.replace("-", " ").replace("subgroup", "sub-group") for body in bodies}
    what = f"{kinds.pop()}s" if len(kinds) == 1 else "bodies"
    return f"{len(bodies)} {what} that report in the same way"
