"""The governance graph: what is in it, how far down each body stands, and what each stands below."""

from __future__ import annotations

from time import process_time

import pytest

from safeguarding.structure.graph import governance_graph
from safeguarding.structure.graph_kinds import PARTNERS as ALL
from safeguarding.structure.graph_kinds import EdgeKind, NodeKind
from safeguarding.structure.outline import outline
from tests.structure.governed import LEADS, TOP, body, situation


def layers(*sections: str, beyond: bool = False) -> dict[str, int | None]:
    """Return how far down each body stands."""
    graph = governance_graph(situation(*sections), beyond=beyond)
    return {node: data["layer"] for node, data in graph.nodes(data=True) if data["kind"] is NodeKind.BODY}


def edges(*sections: str) -> set[tuple[str, str, EdgeKind]]:
    """Return what runs from whom to whom."""
    graph = governance_graph(situation(*sections))
    return {(lower, upper, data["kind"]) for lower, upper, data in graph.edges(data=True)}


def test_the_partners_are_there_without_any_body() -> None:
    """An arrangement without bodies has its partners, and nothing below them."""
    graph = governance_graph(situation())
    assert [(node, data["kind"]) for node, data in graph.nodes(data=True)] == [
        (ALL, NodeKind.PARTNERS),
        ("council", NodeKind.PARTNER),
        ("ccg", NodeKind.PARTNER),
        ("police", NodeKind.PARTNER),
    ]
    assert outline(graph) == {}


def test_a_body_stands_below_the_longest_way() -> None:
    """A body with a short and a long way to the partners stands below the long one."""
    found = layers(TOP, body("board", to=("top",)), body("panel", to=("top", "board")))
    assert found == {"top": 1, "board": 2, "panel": 3}


@pytest.mark.parametrize("upper", ["council", "director"])
def test_a_line_to_a_partner_or_a_post_of_one_reaches_the_partners(upper: str) -> None:
    """A body need not go through the lead group: a partner is one of the partners, and so is its officer."""
    assert layers(body("board", to=(upper,))) == {"board": 1}


def test_a_line_to_somebody_else_does_not() -> None:
    """A body that reports only to another partnership has no line to the partners."""
    other = '[[other_partnership]]\nid = "hwb"\nname = "Board"\nkind = "other"\nflows = ["reports"]\n'
    assert layers(body("board", to=("hwb",)), other) == {"board": None}


def test_bodies_in_a_loop_stand_side_by_side() -> None:
    """Two bodies that report to each other are one step below the body that one of them reports to."""
    found = layers(TOP, body("a", to=("b", "top")), body("b", to=("a",)), body("c", to=("b",)))
    assert found == {"top": 1, "a": 2, "b": 2, "c": 3}


def test_a_loop_without_a_way_out_has_no_layer() -> None:
    """Bodies that report only to each other, or to themselves, do not reach the partners."""
    found = layers(body("a", to=("b",)), body("b", to=("a",)), body("c", to=("c",)))
    assert found == {"a": None, "b": None, "c": None}


def test_a_line_for_some_matters_is_told_apart() -> None:
    """The kind of an edge says whether the line is for all matters; what was written goes with it."""
    line = 'reports_to = [{ to = "top", matters = "reviews", by = "minutes" }]'
    graph = governance_graph(situation(TOP, body("board", line)))
    (data,) = graph.get_edge_data("board", "top").values()
    told = {"matters": "reviews", "by": "minutes", "disputed": False}
    assert data == {"kind": EdgeKind.REPORTS_PARTLY, "where": None, **told}


def test_a_line_that_only_one_statement_has_is_disputed() -> None:
    """Where the sources disagree, both lines are drawn and marked; a line that both have is not."""
    also = 'also = [{ field = "reports_to", value = [{ to = "top" }, { to = "other" }] }]'
    graph = governance_graph(situation(TOP, body("other", to=("top",)), body("board", also, to=("top",))))
    assert [data["disputed"] for data in graph.get_edge_data("board", "top").values()] == [False]
    assert [data["disputed"] for data in graph.get_edge_data("board", "other").values()] == [True]


def test_two_bodies_that_name_each_other_have_one_edge() -> None:
    """That two bodies may be the same is said once, whoever says it; a body is always itself."""
    found = edges(body("a", 'may_be = ["b", "a"]'), body("b", 'may_be = ["a"]'))
    assert [edge[:2] for edge in found if edge[2] is EdgeKind.MAY_BE] == [("a", "b")]


def test_chairs_scrutineers_and_answers_are_edges() -> None:
    """Whoever is named as a chair, a scrutineer or an outside body becomes a node with its edge."""
    scrutineer = (
        '[[scrutineer]]\nid = "eye"\ntitle = "Scrutineer"\nform = "person"\nheld_by = ["director"]\n'
        'scrutinises = ["top"]\nreports_to = ["council"]\n'
    )
    agency = '[[agency]]\nid = "inspectorate"\nname = "Inspectorate"\nkind = "other"\n'
    other = '[[other_partnership]]\nid = "hwb"\nname = "Board"\nkind = "other"\nflows = ["receives", "scrutinises"]\n'
    lines = ('chair = { held_by = ["director"] }', 'answers_to = [{ to = "inspectorate" }]')
    found = edges(TOP, agency, body("board", *lines, to=("top",)), scrutineer, other)
    assert {
        ("director", "board", EdgeKind.CHAIRS),
        ("director", "eye", EdgeKind.HOLDS),
        ("director", ALL, EdgeKind.BELONGS),
        ("eye", "top", EdgeKind.SCRUTINISES),
        ("eye", "council", EdgeKind.REPORTS),
        ("board", "inspectorate", EdgeKind.ANSWERS),
        ("hwb", ALL, EdgeKind.RECEIVES),
        ("hwb", ALL, EdgeKind.SCRUTINISES),
        ("top", ALL, EdgeKind.LEADS),
    } <= found


def test_a_body_that_is_gone_is_there_only_where_it_is_named() -> None:
    """A board that has ended is left out, unless another body still reports to it and that is asked for."""
    old, older = (body(name, 'status = "ended"', 'ends = "2019"') for name in ("old", "older"))
    sections = (old, older, body("board", to=("old",)))
    assert layers(*sections) == {"board": None}
    assert layers(*sections, beyond=True) == {"board": None, "old": None}


def test_a_scrutineer_whose_time_is_over_is_left_out() -> None:
    """A scrutineer until 2019 is not one in 2020."""
    over = '[[scrutineer]]\nid = "eye"\ntitle = "Eye"\nform = "person"\nends = "2019"\n'
    assert NodeKind.SCRUTINEER not in {data["kind"] for _, data in governance_graph(situation(over)).nodes(data=True)}


@pytest.mark.parametrize(
    ("lines", "upper"),
    [
        ('{ to = "top", matters = "reviews" }, { to = "board" }', "board"),
        ('{ to = "board" }, { to = "top" }', "board"),
        ('{ to = "top" }, { to = "board" }', "top"),
        ('{ to = "board", matters = "data" }, { to = "top", matters = "reviews" }', "board"),
    ],
)
def test_a_body_stands_below_its_first_line_for_all_matters(lines: str, upper: str) -> None:
    """Of several lines to the partners a full one goes first, and else the one that is written first."""
    graph = governance_graph(situation(TOP, body("board", to=("top",)), body("panel", f"reports_to = [{lines}]")))
    assert outline(graph) == {"top": ALL, "board": "top", "panel": upper}


def test_a_group_that_leads_and_reports_stands_below_the_one_it_reports_to() -> None:
    """An executive with strategic leadership in its remit still stands below the lead group."""
    graph = governance_graph(situation(TOP, body("executive", LEADS, to=("top",))))
    assert outline(graph) == {"top": ALL, "executive": "top"}


def test_a_body_stands_below_a_line_to_the_partners_before_one_that_leads_nowhere() -> None:
    """A line for some matters that leads to the partners counts for more than a full one that does not."""
    partly = '{ to = "stray" }, { to = "top", matters = "reviews" }'
    graph = governance_graph(situation(TOP, body("stray"), body("panel", f"reports_to = [{partly}]")))
    assert outline(graph) == {"top": ALL, "panel": "top", "stray": None}


def test_every_body_is_placed_once_whatever_loops_there_are() -> None:
    """Loops below the partners and apart from them give trees, each body in one of them."""
    sections = (
        TOP,
        body("a", to=("b", "top")),
        body("b", to=("a",)),
        body("x", to=("y",)),
        body("y", to=("z",)),
        body("z", to=("x",)),
        body("alone", to=("alone",)),
    )
    placed = outline(governance_graph(situation(*sections)))
    assert placed == {"top": ALL, "a": "top", "b": "a", "x": None, "z": "x", "y": "z", "alone": None}


def test_a_tree_apart_begins_at_the_body_without_a_line() -> None:
    """The body that others report to and that reports to nobody heads its tree, wherever it is written."""
    placed = outline(governance_graph(situation(body("lower", to=("upper",)), body("upper"))))
    assert placed == {"upper": None, "lower": "upper"}


def test_many_bodies_and_loops_take_no_time() -> None:
    """A dense tangle of 300 bodies, where counting single ways would never end, is laid out at once."""
    tangle = [body(f"b{i}", to=tuple(f"b{(i + j) % 300}" for j in range(1, 8))) for i in range(300)]
    lattice = [body(f"c{i}", to=("top", *(f"c{j}" for j in range(max(0, i - 8), i)))) for i in range(300)]
    found = situation(TOP, *tangle, *lattice)
    before = process_time()
    placed = outline(governance_graph(found))
    assert process_time() - before < 5
    assert len(placed) == 601
    assert governance_graph(found).nodes["c299"]["layer"] == 301


def test_two_groups_may_lead() -> None:
    """Each body through which the partners lead stands directly below them."""
    found = edges(body("first", LEADS), body("second", LEADS))
    assert {edge[0] for edge in found if edge[2] is EdgeKind.LEADS} == {"first", "second"}


def test_what_only_a_further_statement_says_is_there() -> None:
    """Of a scrutineer, of who acts for whom and of a delegation each statement may be true, and each has its edge."""
    scrutineer = (
        '[[scrutineer]]\nid = "eye"\ntitle = "Eye"\nform = "person"\nends = "2019"\npaid_by = ["council"]\n'
        'also = [{ field = "ends", value = "2021" }, { field = "paid_by", value = ["police"] }]\n'
    )
    acting = (
        '[[acting_for]]\nagency = "ccg"\non_behalf_of = ["council"]\nalso = [{ field = "agency", value = "police" }]\n'
    )
    given = '[[delegation]]\nto = "director"\nunknown = ["partner"]\n'
    found = edges(scrutineer, acting, given)
    assert {("eye", "council", EdgeKind.PAID), ("eye", "police", EdgeKind.PAID)} <= found
    assert {("ccg", "council", EdgeKind.ACTS_FOR), ("police", "council", EdgeKind.ACTS_FOR)} <= found
    # Of a delegation whose giver could not be read it is not said that all partners gave it.
    assert EdgeKind.DELEGATES not in {edge[2] for edge in found}


def test_posts_of_one_person_are_joined_where_both_are_there() -> None:
    """A post that chairs and one that holds a role are joined; one that does nothing here stays out."""
    posts = "".join(f'[[post]]\nid = "{one}"\ntitle = "{one}"\n' for one in ("idle", "head"))
    posts += '[[post]]\nid = "eye-post"\ntitle = "Eye"\nsame_holder_as = ["head", "idle"]\n'
    eye = '[[scrutineer]]\nid = "eye"\ntitle = "Eye"\nform = "person"\nheld_by = ["eye-post"]\n'
    found = edges(TOP, posts, eye, body("board", 'chair = { held_by = ["head"] }', to=("top",)))
    assert [edge[:2] for edge in found if edge[2] is EdgeKind.SAME_HOLDER] == [("eye-post", "head")]
