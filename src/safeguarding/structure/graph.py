"""The governance of a partnership as a graph: who is there, and what runs between them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import TYPE_CHECKING, Any

from safeguarding.model import (
    Agency,
    Area,
    Body,
    Chair,
    Flow,
    Line,
    OtherPartnership,
    Partner,
    Place,
    Post,
    Record,
    RelevantAgency,
    Scrutineer,
    Seat,
    Status,
)
from safeguarding.structure.accountability import leads
from safeguarding.structure.graph_kinds import PARTNERS, EdgeKind, NodeKind
from safeguarding.structure.outline import layers
from safeguarding.structure.situation import Situation

if TYPE_CHECKING:
    import networkx as nx

# A pair of bodies that each name the other has one edge, found by this key.
_SAME = "same"
_FLOWS = {
    Flow.RECEIVES: EdgeKind.RECEIVES,
    Flow.REPORTS: EdgeKind.REPORTS,
    Flow.SCRUTINISES: EdgeKind.SCRUTINISES,
}
_OF_SCRUTINEER = {
    "scrutinises": EdgeKind.SCRUTINISES,
    "reports_to": EdgeKind.REPORTS,
    "appointed_by": EdgeKind.APPOINTED,
    "paid_by": EdgeKind.PAID,
}
_KINDS = {
    Agency: NodeKind.AGENCY,
    Area: NodeKind.AREA,
    Body: NodeKind.BODY,
    OtherPartnership: NodeKind.OTHER_PARTNERSHIP,
    Post: NodeKind.POST,
    RelevantAgency: NodeKind.RELEVANT_AGENCY,
    Scrutineer: NodeKind.SCRUTINEER,
}


def governance_graph(situation: Situation, *, beyond: bool = False) -> nx.MultiDiGraph[str]:
    """Lay out who is there on the date of a situation, and what runs between them.

    A node is the id of an entry, or `PARTNERS`. It has ``kind`` (a `NodeKind`), ``entry`` (the partner, the
    body …; None for `PARTNERS`) and ``layer``: the length of the longest way down to it from the partners,
    bodies in a loop counting as one; None where no stated line leads there. An edge has ``kind`` (an
    `EdgeKind`) and ``where`` (the place at which it was read, or None); one that is a line also ``matters``,
    ``by`` and ``disputed`` (another statement of the sources leaves it out); one that is a seat ``vacant``
    and ``role``; one that is a chair ``how`` (fixed, rotating …); one from a partner to an area ``extent``. What
    is not surely gone, and not surely still to come, is there.

    Args:
        situation: the partnership on a date.
        beyond: whether to lay out as well what starts later, what is named only as an example, and what has
            ended and is still named.
    """
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    _Laying(graph, situation, beyond=beyond).lay()
    found = layers(graph)
    for node, data in graph.nodes(data=True):
        data["layer"] = found.get(node)
    return graph


class _Laying:
    """The steps by which a graph is laid out, which all need the same three things."""

    def __init__(self, graph: nx.MultiDiGraph[str], situation: Situation, *, beyond: bool) -> None:
        self._graph, self._situation, self._beyond = graph, situation, beyond
        self._leads = {lead.post for lead in situation.of("leads")}

    def lay(self) -> None:
        """Lay out everything, what is listed first before what is only named."""
        situation = self._situation
        self._graph.add_node(PARTNERS, kind=NodeKind.PARTNERS, entry=None)
        for partner in situation.of("partners"):
            if self._there(situation.entries[partner.agency]):
                self._graph.add_node(partner.agency, kind=NodeKind.PARTNER, entry=partner)
                self._edge(partner.agency, PARTNERS, EdgeKind.BELONGS, partner.where)
        listed = [body for body in situation.bodies if self._there(body)]
        examples = [body for body in situation.of("bodies") if body.status is Status.EXAMPLE and self._beyond]
        scrutineers = [one for one in self._scrutineers() if self._there(one)]
        for entry in (*listed, *examples, *scrutineers, *situation.of("other_partnerships")):
            self._graph.add_node(entry.id, kind=_KINDS[type(entry)], entry=entry)
        for body in listed:
            self._body(body)
        for scrutineer in scrutineers:
            self._scrutineer(scrutineer)
        for other in situation.of("other_partnerships"):
            for flow in other.flows:
                if flow in _FLOWS:
                    self._edge(other.id, PARTNERS, _FLOWS[flow], other.where)
        self._between_agencies()
        self._areas()
        self._persons()

    # Who is there

    def _there(self, entry: Any) -> bool:
        """Say whether an entry belongs in the graph: unless it is surely not there on the date."""
        if self._beyond:
            return True
        if isinstance(entry, Body):
            return self._situation.stands(entry) is not False
        return not hasattr(entry, "starts") or self._situation.during(entry) is not False

    def _node(self, identity: str) -> str | None:
        """Return a node that something runs to, adding it where it is not there yet; None for what is gone."""
        if identity in self._graph:
            return identity
        entry = self._situation.entries.get(identity)
        if not self._there(entry):
            return None
        # A relevant agency may sit or hold a chair under its own id.
        self._graph.add_node(identity, kind=_KINDS.get(type(entry), NodeKind.AGENCY), entry=entry)
        if isinstance(entry, Post) and (entry.agency in self._situation.partner_agencies or identity in self._leads):
            self._edge(identity, PARTNERS, EdgeKind.BELONGS, entry.where)
        return identity

    def _edge(self, source: str, target: str, kind: EdgeKind, where: Place | None, **more: Any) -> None:
        lower, upper = self._node(source), self._node(target)
        if lower is not None and upper is not None:
            self._graph.add_edge(lower, upper, kind=kind, where=where, **more)

    def _scrutineers(self) -> list[Scrutineer]:
        """Return the scrutineers whose time is not known to be over."""
        as_of = self._situation.as_of
        return [
            one
            for one in self._situation.of("scrutineers")
            if not one.values("ends") or any(end is None or end.latest >= as_of for end in one.values("ends"))
        ]

    # What runs between them

    def _body(self, body: Body) -> None:
        if leads(body) or (leads(body) is None and body.values("remit")):
            self._edge(body.id, PARTNERS, EdgeKind.LEADS, body.where)
        for name, whole in (("reports_to", EdgeKind.REPORTS), ("answers_to", EdgeKind.ANSWERS)):
            for line, disputed in _stated(body, name):
                partly = whole is EdgeKind.REPORTS and line.matters is not None
                kind = EdgeKind.REPORTS_PARTLY if partly else whole
                more = {"matters": line.matters, "by": line.by, "disputed": disputed}
                self._edge(body.id, line.to, kind, line.where or body.where, **more)
        for chair in body.values("chair"):
            self._chair(body, chair)
        for seat in dict.fromkeys(seat for seats in body.values("seats") for seat in seats):
            self._seat(body, seat)
        for area in dict.fromkeys(area for areas in body.values("serves") for area in areas):
            self._edge(body.id, area, EdgeKind.SERVES, body.where)
        for other in body.may_be:
            if other in self._graph and other != body.id and not self._graph.has_edge(other, body.id, _SAME):
                self._graph.add_edge(body.id, other, _SAME, kind=EdgeKind.MAY_BE, where=body.where)

    def _chair(self, body: Body, chair: Chair | None) -> None:
        if chair is None:
            return
        roles = (
            (chair.held_by, EdgeKind.CHAIRS),
            (chair.vice, EdgeKind.VICE_CHAIRS),
            (chair.appointed_by, EdgeKind.APPOINTS),
            (chair.held_to_account_by, EdgeKind.HOLDS_TO_ACCOUNT),
        )
        for holders, kind in roles:
            for holder in holders:
                how = {"how": chair.how} if kind is EdgeKind.CHAIRS else {}
                self._edge(holder, body.id, kind, chair.where or body.where, **how)

    def _seat(self, body: Body, seat: Seat) -> None:
        """Lay out a seat; one for a side, or for a class of members, belongs to nobody who is named."""
        holder = seat.agency or seat.post or seat.body
        if holder is not None:
            where = seat.where or body.where
            self._edge(holder, body.id, EdgeKind.SITS, where, vacant=seat.vacant, role=seat.role)

    def _scrutineer(self, scrutineer: Scrutineer) -> None:
        for holder in _all(scrutineer, "held_by"):
            self._edge(holder, scrutineer.id, EdgeKind.HOLDS, scrutineer.where)
        for name, kind in _OF_SCRUTINEER.items():
            for other in _all(scrutineer, name):
                self._edge(scrutineer.id, other, kind, scrutineer.where)

    def _between_agencies(self) -> None:
        """Lay out who delegates to whom, and who acts for whom."""
        situation = self._situation
        for given in situation.of("delegations"):
            for partner, to in product(given.values("partner"), given.values("to")):
                if to is not None:
                    self._edge(partner or PARTNERS, to, EdgeKind.DELEGATES, given.where)
        for acting in situation.of("acting_for"):
            for agency, other in product(acting.values("agency"), _all(acting, "on_behalf_of")):
                self._edge(agency, other, EdgeKind.ACTS_FOR, acting.where)
        for agency in situation.of("agencies"):
            for other in _all(agency, "acts_for"):
                self._edge(agency.id, other, EdgeKind.ACTS_FOR, agency.where)

    def _persons(self) -> None:
        """Lay out which posts one person holds, of those that are there for another reason."""
        for post in self._situation.of("posts"):
            for other in _all(post, "same_holder_as"):
                if post.id in self._graph and other in self._graph:
                    self._edge(post.id, other, EdgeKind.SAME_HOLDER, post.where)

    def _areas(self) -> None:
        """Lay out who covers which area, and which area lies in which."""
        partner: Partner
        for partner in self._situation.of("partners"):
            for cover in partner.covers if partner.agency in self._graph else ():
                self._edge(partner.agency, cover.area, EdgeKind.COVERS, partner.where, extent=cover.extent)
        for area in self._situation.of("areas"):
            for larger in area.part_of:
                if area.id in self._graph or larger in self._graph:
                    self._edge(area.id, larger, EdgeKind.LIES_IN, area.where)


def _all(entry: Record, name: str) -> tuple[str, ...]:
    """Return the ids that any statement of a field names."""
    return tuple(dict.fromkeys(one for several in entry.values(name) for one in several))


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
