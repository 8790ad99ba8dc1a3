"""What always holds of the governance graph and of what it reveals, on structures nobody wrote by hand."""

from __future__ import annotations

from datetime import date

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from safeguarding.model import (
    Body,
    BodyKind,
    Document,
    DocumentKind,
    Function,
    Line,
    Partnership,
    Place,
    Seat,
    Slug,
    Source,
    Topic,
)
from safeguarding.model.agencies import Agency, AgencyKind, Post
from safeguarding.model.bodies import Chair
from safeguarding.model.partners import Partner, Side
from safeguarding.strategies import partnerships
from safeguarding.structure import Situation, situations
from safeguarding.structure.graph import governance_graph
from safeguarding.structure.graph_kinds import PARTNERS, EdgeKind, NodeKind
from safeguarding.structure.matrix import matrix
from safeguarding.structure.observed import Notable, Observation, observations, way_in_words

AS_OF = date(2020, 5, 1)
MEASURES = frozenset(
    {Notable.NO_SCRUTINEER, Notable.DEPTH, Notable.SPAN, Notable.NO_REMIT, Notable.CUTS_OFF, Notable.NO_SEAT}
)
"""What says how a structure is, and is no fault of a tree in which nobody but the partners sits."""

KINDS = {
    "council": (AgencyKind.LOCAL_AUTHORITY, Side.LOCAL_AUTHORITY),
    "icb": (AgencyKind.INTEGRATED_CARE_BOARD, Side.HEALTH),
    "police": (AgencyKind.POLICE_FORCE, Side.POLICE),
}


def read(*bodies: Body, posts: tuple[Post, ...] = ()) -> Situation:
    """Return how things stand under a plan that was fully read, with three partners and these bodies."""
    source = Source(id=Slug("plan"), title="Plan")
    document = Document(
        partnership=Slug("east"),
        name="East",
        kind=DocumentKind.ARRANGEMENTS,
        transcribed=(Topic.ALL,),
        sources=(source,),
        agencies=tuple(Agency(id=Slug(one), name=one, kind=kind) for one, (kind, _) in KINDS.items()),
        partners=tuple(Partner(agency=Slug(one), side=side) for one, (_, side) in KINDS.items()),
        posts=posts,
        bodies=bodies,
    )
    return situations(Partnership(id=Slug("east"), documents=(document,)), AS_OF)[0]


def revealed(situation: Situation) -> tuple[Observation, ...]:
    return observations(situation, matrix(situation))


@st.composite
def trees(draw: DrawFn) -> tuple[Body, ...]:
    """Make a lead group with a seat for each partner, and bodies that each report to one made before it."""
    top = Body(
        id=Slug("b0"),
        name="b0",
        kind=BodyKind.LEAD_GROUP,
        remit=(Function.STRATEGIC_LEADERSHIP,),
        seats=tuple(Seat(agency=Slug(one)) for one in KINDS),
    )
    uppers = draw(st.lists(st.integers(0, 10**6), max_size=12))
    bodies = [
        Body(
            id=Slug(f"b{number}"),
            name=f"b{number}",
            kind=BodyKind.SUBGROUP,
            reports_to=(Line(to=Slug(f"b{upper % number}")),),
        )
        for number, upper in enumerate(uppers, start=1)
    ]
    return (top, *draw(st.permutations(bodies)))


@given(trees())
def test_a_tree_under_the_partners_reveals_no_fault(bodies: tuple[Body, ...]) -> None:
    """Whatever its shape and in whatever order it is written, a tree below the lead group has no fault."""
    assert [one for one in revealed(read(*bodies)) if one.kind not in MEASURES] == []


@given(trees(), st.data())
def test_without_a_line_exactly_the_bodies_below_it_have_none(bodies: tuple[Body, ...], data: st.DataObject) -> None:
    """Taking away one reporting line leaves the body that had it, and those below it, without a line; no others."""
    lower = [body for body in bodies if body.reports_to]
    if not lower:
        return
    cut = data.draw(st.sampled_from(lower))
    below = {cut.id}
    while True:
        more = {body.id for body in bodies if body.reports_to and body.reports_to[0].to in below} - below
        if not more:
            break
        below |= more
    without = tuple(evolve(body, reports_to=()) if body is cut else body for body in bodies)
    found = [one for one in revealed(read(*without)) if one.kind is Notable.NO_LINE]
    assert [set(one.about) for one in found] == [below]
    assert [one.about[0] for one in found] == [cut.id]


@given(trees(), st.data())
def test_a_line_back_down_is_one_loop(bodies: tuple[Body, ...], data: st.DataObject) -> None:
    """Where a body also reports to one below it, the ring of the two and those between is the one loop found."""
    lower = [body for body in bodies if body.reports_to]
    if not lower:
        return
    upper_of = {body.id: body.reports_to[0].to for body in lower}
    start = data.draw(st.sampled_from(lower))
    ring = [start.id]
    while upper_of.get(ring[-1], "b0") != "b0" and data.draw(st.booleans()):
        ring.append(upper_of[ring[-1]])
    back = tuple(
        evolve(body, reports_to=(*body.reports_to, Line(to=start.id))) if body.id == ring[-1] else body
        for body in bodies
    )
    found = [one for one in revealed(read(*back)) if one.kind is Notable.LOOP]
    assert [set(one.about) for one in found] == [set(ring)]
    assert [len(one.way) for one in found] == [len(ring)]


@given(trees(), st.data())
def test_what_hangs_on_a_post_is_what_is_below_the_bodies_that_it_chairs(
    bodies: tuple[Body, ...], data: st.DataObject
) -> None:
    """In a tree the post that most hangs on is that with most bodies chaired or below, where any is only below."""
    held = data.draw(st.lists(st.sampled_from(["p", "q", None]), min_size=len(bodies), max_size=len(bodies)))
    chaired = tuple(
        evolve(body, chair=Chair(held_by=(Slug(post),)) if post else None)
        for body, post in zip(bodies, held, strict=True)
    )
    upper_of = {body.id: body.reports_to[0].to for body in bodies if body.reports_to}
    hung: dict[str, set[str]] = {}
    own: dict[str, set[str]] = {}
    for body in chaired:
        way = [body.id]
        while way[-1] in upper_of:
            way.append(upper_of[way[-1]])
        for other in chaired:
            if other.chair and other.id in way:
                hung.setdefault(other.chair.held_by[0], set()).add(body.id)
        if body.chair:
            own.setdefault(body.chair.held_by[0], set()).add(body.id)
    telling = {post: found for post, found in hung.items() if found - own[post]}
    most = max(map(len, telling.values()), default=0)
    expected = {(post, frozenset(found)) for post, found in telling.items() if len(found) == most}
    posts = tuple(Post(id=Slug(one), title=one) for one in "pq")
    found = [one for one in revealed(read(*chaired, posts=posts)) if one.kind is Notable.POST_HUNG_ON]
    assert {(one.about[0], frozenset(one.about[1:])) for one in found} == expected


@given(partnerships(), st.dates(date(2018, 1, 1), date(2026, 12, 31)))
def test_the_graph_holds_nothing_that_ended_before_or_starts_after(partnership: Partnership, as_of: date) -> None:
    """No node of the graph as of a date has surely ended before it, or surely starts after it."""
    for situation in situations(partnership, as_of):
        for node, data in governance_graph(situation).nodes(data=True):
            entry = data["entry"]
            if data["kind"] is NodeKind.PARTNER:
                entry = situation.entries[entry.agency]
            if node == PARTNERS or not hasattr(entry, "starts"):
                continue
            starts, ends = entry.values("starts"), entry.values("ends")
            assert not starts or any(start is None or start.earliest <= as_of for start in starts)
            assert not ends or any(end is None or end.latest >= as_of for end in ends)


@given(partnerships(), st.dates(date(2018, 1, 1), date(2026, 12, 31)))
def test_whatever_is_written_down_is_revealed_without_a_fault_of_ours(partnership: Partnership, as_of: date) -> None:
    """Every partnership gives the same observations twice; each names entries that there are, along edges that join."""
    for situation in situations(partnership, as_of):
        found = revealed(situation)
        again = revealed(Situation(situation.partnership, as_of, situation.document))
        assert found == again
        for one in found:
            assert one.truth in {True, None}
            assert one.message
            assert bool(way_in_words(situation, one.way)) >= any(step.kind is not EdgeKind.HOLDS for step in one.way)
            assert all(about in situation.entries for about in one.about)
            assert len(set(one.about)) == len(one.about)


@given(partnerships(), st.dates(date(2018, 1, 1), date(2026, 12, 31)))
def test_the_matrix_has_an_answer_for_everybody(partnership: Partnership, as_of: date) -> None:
    """Every member has a cell for every body, each partner a row, and a seat that is named is found again."""
    for situation in situations(partnership, as_of):
        found = matrix(situation)
        assert all(found.cell(member, body) for member in found.members for body in found.bodies)
        rows = {member.id for member in found.members}
        assert set(situation.partner_agencies) <= rows
        for body in found.bodies:
            for seats in body.values("seats"):
                for seat in seats:
                    holder = seat.agency or seat.post or seat.body
                    there = seat.body is None or situation.stands(situation.entries[seat.body]) is not False
                    # A body is not said to sit on itself, and one that is not there sends nobody.
                    if holder and there and holder != body.id and not seat.vacant:
                        cells = [found.cell(member, body) for member in found.members]
                        assert any(cell.sits is not False for cell in cells)


def test_a_place_is_read_with_its_source() -> None:
    """What is revealed says where the entry that it rests on was read."""
    where = Place(source=Slug("plan"), heading="Structure", lines=(3, 4))
    found = revealed(read(Body(id=Slug("stray"), name="Stray", kind=BodyKind.BOARD, where=where)))
    (one,) = [one for one in found if one.kind is Notable.NO_LINE]
    assert [(seen.path, seen.where) for seen in one.read] == [("body.stray.reports_to", where)]
