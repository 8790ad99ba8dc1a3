"""Whether a body has a line to the partners, against every world that the documents leave possible."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, product

from attrs import evolve, frozen
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from safeguarding.model import Also, Body, BodyKind, Function, Line, Slug
from safeguarding.structure import Accountability
from safeguarding.unknown import agree

NAMES = tuple(Slug(name) for name in ("a", "b", "c", "d"))
COUNCIL = Slug("council")
ELSEWHERE = Slug("elsewhere")
LEADS = (Function.STRATEGIC_LEADERSHIP,)
OTHER = (Function.DATA,)
OPENINGS = ("second lines", "second remit", "no lines read", "no remit read", "may be", "may be gone")

LINES = st.lists(st.sampled_from([*NAMES, COUNCIL, ELSEWHERE]), unique=True, max_size=2).map(
    lambda several: tuple(Line(to=to) for to in several)
)
REMITS = st.sampled_from([(), OTHER, LEADS, (*LEADS, *OTHER)])


@frozen
class Graph:
    """Bodies; which of them are surely there; and whether lines may stand in a part that was not read."""

    bodies: tuple[Body, ...]
    sure: frozenset[str]
    unread: bool

    @property
    def accountability(self) -> Accountability:
        return Accountability(self.bodies, {COUNCIL}, sure=self.sure, unread=self.unread)


@st.composite
def graphs(draw: DrawFn) -> Graph:
    """Make small graphs, with loops, in which a few things are open."""
    names = NAMES[: draw(st.integers(min_value=1, max_value=4))]
    bodies = {
        name: Body(id=name, name=name, kind=BodyKind.BOARD, remit=draw(REMITS), reports_to=draw(LINES))
        for name in names
    }
    sure = set(names)
    for opening in draw(st.lists(st.sampled_from(OPENINGS), max_size=4)):
        body = bodies[draw(st.sampled_from(names))]
        if opening == "may be gone":
            sure.discard(body.id)
        bodies[body.id] = opened(draw, body, opening, names)
    return Graph(tuple(bodies.values()), frozenset(sure), unread=draw(st.integers(0, 5)) == 5)


def opened(draw: DrawFn, body: Body, opening: str, names: tuple[Slug, ...]) -> Body:
    """Leave something open about a body."""
    if opening == "may be":
        return evolve(body, may_be=(draw(st.sampled_from(names)),))
    if opening == "no lines read":
        return evolve(body, reports_to=(), unknown=("reports_to",), also=())
    if opening == "no remit read":
        return evolve(body, remit=(), unknown=("remit",), also=())
    if opening == "second lines" and body.reports_to:
        return evolve(body, also=(*body.also, Also(field="reports_to", value=draw(LINES))))
    if opening == "second remit" and body.remit:
        return evolve(body, also=(*body.also, Also(field="remit", value=draw(REMITS))))
    return body


@frozen
class Really:
    """How it really is with a body: whether it is there, whether the partners lead through it, its lines."""

    there: bool
    leads: bool
    lines: tuple[str, ...]


def ways(graph: Graph, body: Body) -> Iterator[Really]:
    """Give every way in which it may really be with a body."""
    # Any lines at all are at their strongest one to the partners, and at their weakest none.
    stated = [tuple(line.to for line in lines) for lines in body.values("reports_to")] or [(), (COUNCIL,)]
    lines = [*stated, *((*some, COUNCIL) for some in stated if graph.unread)]
    remits = body.values("remit") or (OTHER, LEADS)
    for there in (True,) if body.id in graph.sure else (True, False):
        for remit in remits:
            for some in lines:
                yield Really(there, Function.STRATEGIC_LEADERSHIP in remit, some)


def worlds(graph: Graph) -> Iterator[tuple[dict[str, Really], tuple[tuple[str, str], ...]]]:
    """Give every way in which it may really be: with each body, and which two bodies are the same."""
    known = {body.id for body in graph.bodies}
    pairs = [(body.id, other) for body in graph.bodies for other in body.may_be if other in known]
    for really in product(*(ways(graph, body) for body in graph.bodies)):
        bodies = {body.id: one for body, one in zip(graph.bodies, really, strict=True)}
        for same in product(*([(), (pair,)] for pair in pairs)):
            yield bodies, tuple(pair for some in same for pair in some)


def reaching(bodies: dict[str, Really], same: tuple[tuple[str, str], ...]) -> set[str]:
    """Find the bodies with a line to the partners where everything is known."""
    found = {name for name, body in bodies.items() if body.there and body.leads}
    size = -1
    while size < len(found):
        size = len(found)
        found |= {n for n, body in bodies.items() if body.there and {*body.lines} & (found | {COUNCIL})}
        for one, other in same:
            if found & {one, other}:
                found |= {one, other}
    return found


@given(graphs())
def test_a_line_is_sure_in_every_world_and_impossible_in_none(graph: Graph) -> None:
    """Yes, no and open are what all possible worlds together say."""
    seen = [reaching(*world) for world in worlds(graph)]
    for body in graph.bodies:
        assert graph.accountability.reaches(body.id) == agree(body.id in found for found in seen), body.id


@given(graphs())
def test_a_way_to_the_partners_is_made_of_stated_lines(graph: Graph) -> None:
    """The way that is shown begins at the body, follows its lines and ends with the partners, without loops."""
    bodies = {body.id: body for body in graph.bodies}
    for name, body in bodies.items():
        way = graph.accountability.way(name)
        assert bool(way) == graph.accountability.would_reach(name)
        assert bool(way) >= (graph.accountability.reaches(name) is True)
        if way:
            assert way[0] == name
            assert len(set(way)) == len(way)
            assert way[-1] == COUNCIL or Function.STRATEGIC_LEADERSHIP in bodies[way[-1]].remit
        for lower, upper in pairwise(way):
            assert upper in {line.to for line in bodies[lower].reports_to}
        line = graph.accountability.line(name)
        assert line is None or line in body.reports_to


@given(graphs(), st.permutations(range(4)))
def test_the_order_of_bodies_does_not_count(graph: Graph, order: list[int]) -> None:
    """The answer is about the structure, not about how it was written down."""
    bodies = tuple(graph.bodies[place] for place in order if place < len(graph.bodies))
    turned = evolve(graph, bodies=bodies).accountability
    assert all(turned.reaches(b.id) == graph.accountability.reaches(b.id) for b in bodies)


def test_a_loop_reaches_nobody() -> None:
    """Two groups that report to each other answer to nobody."""
    lines = {name: (Line(to=other),) for name, other in (("a", Slug("b")), ("b", Slug("a")))}
    bodies = [Body(id=Slug(n), name=n, kind=BodyKind.BOARD, remit=OTHER, reports_to=to) for n, to in lines.items()]
    found = Accountability(bodies, {COUNCIL}, sure={"a", "b"}, unread=False)
    assert (found.reaches("a"), found.reaches("b")) == (False, False)
    assert found.way("a") == ()
    assert found.line("a") is None
    assert found.top == ()


def test_a_body_that_is_not_known_reaches_nobody() -> None:
    """Asking for a body that is not there is answered with no."""
    assert Accountability([], {COUNCIL}, sure=set(), unread=True).reaches("a") is False
