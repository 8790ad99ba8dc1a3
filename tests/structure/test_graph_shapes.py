"""The shapes that real arrangements take, as the governance graph holds them."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import frozen

from safeguarding.structure.graph import governance_graph
from safeguarding.structure.graph_kinds import PARTNERS as ALL
from safeguarding.structure.graph_kinds import EdgeKind, NodeKind
from safeguarding.structure.matrix import MemberKind, matrix
from tests.structure.governed import TOP, body, situation

Edge = tuple[str, EdgeKind, str]


def agency(identity: str, kind: str = "other", *lines: str) -> str:
    return "\n".join(("[[agency]]", f'id = "{identity}"', f'name = "{identity}"', f'kind = "{kind}"', *lines, ""))


def partner(identity: str, side: str, *lines: str) -> str:
    return "\n".join(("[[partner]]", f'agency = "{identity}"', f'side = "{side}"', *lines, ""))


def post(identity: str, *lines: str) -> str:
    return "\n".join(("[[post]]", f'id = "{identity}"', f'title = "{identity}"', *lines, ""))


def area(identity: str, kind: str = "local-authority", *lines: str) -> str:
    return "\n".join(("[[area]]", f'id = "{identity}"', f'name = "{identity}"', f'kind = "{kind}"', *lines, ""))


def scrutineer(form: str, *lines: str, identity: str = "eye") -> str:
    return "\n".join(("[[scrutineer]]", f'id = "{identity}"', f'title = "{identity}"', f'form = "{form}"', *lines, ""))


@frozen
class Shape:
    """A shape: what is written, and which edges there are and are not."""

    sections: tuple[str, ...]
    there: tuple[Edge, ...]
    not_there: tuple[Edge, ...] = ()


HWB = '[[other_partnership]]\nid = "hwb"\nname = "Health and Wellbeing Board"\nkind = "other"\n'
EIGHT = tuple(f"ccg-{number}" for number in range(7))
COUNCILS = tuple(f"council-{number}" for number in range(2))

SHAPES: dict[str, Shape] = {
    "three councils": Shape(
        tuple(agency(one, "local-authority") + partner(one, "local-authority") for one in COUNCILS),
        (*((one, EdgeKind.BELONGS, ALL) for one in (*COUNCILS, "council")),),
    ),
    "eight health bodies, one acting for its peers": Shape(
        (
            *(agency(one, "clinical-commissioning-group") + partner(one, "health") for one in EIGHT),
            '[[acting_for]]\nagency = "ccg"\non_behalf_of = ["ccg-0", "ccg-1"]\n',
        ),
        (
            *((one, EdgeKind.BELONGS, ALL) for one in EIGHT),
            ("ccg", EdgeKind.ACTS_FOR, "ccg-0"),
            ("ccg", EdgeKind.ACTS_FOR, "ccg-1"),
        ),
        (("ccg", EdgeKind.ACTS_FOR, "ccg-2"),),
    ),
    "two forces": Shape(
        (agency("transport", "police-force") + partner("transport", "police"),),
        (("transport", EdgeKind.BELONGS, ALL), ("police", EdgeKind.BELONGS, ALL)),
    ),
    "a health body partly in the area, and a wider force": Shape(
        (
            area("north"),
            area("wide", "police"),
            agency("part", "clinical-commissioning-group"),
            partner("part", "health", 'covers = [{ area = "north", extent = "part" }]'),
            agency("force", "police-force"),
            partner("force", "police", 'covers = [{ area = "wide", extent = "whole" }]'),
        ),
        (("part", EdgeKind.COVERS, "north"), ("force", EdgeKind.COVERS, "wide")),
    ),
    "functions carried out by another council, and a children's trust": Shape(
        (agency("trust", "childrens-trust", 'acts_for = ["council"]'),),
        (("trust", EdgeKind.ACTS_FOR, "council"),),
    ),
    "more delegates than partners, one from education": Shape(
        (
            post("head", 'office = "head-teacher"'),
            post("dcs", 'agency = "council"'),
            '[[delegation]]\npartner = "council"\nto = "dcs"\n',
            '[[delegation]]\nto = "head"\n',
        ),
        (("council", EdgeKind.DELEGATES, "dcs"), (ALL, EdgeKind.DELEGATES, "head"), ("dcs", EdgeKind.BELONGS, ALL)),
        (("head", EdgeKind.BELONGS, ALL),),
    ),
    "a chair fixed, with a vice-chair, appointed and held to account": Shape(
        (
            post("chair", 'office = "independent-chair"'),
            body(
                "board",
                'chair = { held_by = ["chair"], vice = ["police"], appointed_by = ["council", "ccg"], '
                'held_to_account_by = ["director"] }',
                to=("top",),
            ),
        ),
        (
            ("chair", EdgeKind.CHAIRS, "board"),
            ("police", EdgeKind.VICE_CHAIRS, "board"),
            ("council", EdgeKind.APPOINTS, "board"),
            ("ccg", EdgeKind.APPOINTS, "board"),
            ("director", EdgeKind.HOLDS_TO_ACCOUNT, "board"),
        ),
        (("chair", EdgeKind.BELONGS, ALL),),
    ),
    "a chair that rotates among all partners": Shape(
        (body("board", 'chair = { how = "rotating", held_by = ["council", "ccg", "police"] }', to=("top",)),),
        (*((one, EdgeKind.CHAIRS, "board") for one in ("council", "ccg", "police")),),
    ),
    "a vacant chair": Shape((body("board", 'chair = { how = "vacant" }', to=("top",)),), ()),
    "an elected member and a head teacher who chair": Shape(
        (
            post("member", 'office = "elected-member"', 'agency = "council"'),
            post("head", 'office = "head-teacher"'),
            body("one", 'chair = { held_by = ["member"] }', to=("top",)),
            body("two", 'chair = { held_by = ["head"] }', to=("top",)),
        ),
        (("member", EdgeKind.CHAIRS, "one"), ("head", EdgeKind.CHAIRS, "two"), ("member", EdgeKind.BELONGS, ALL)),
    ),
    "two scrutineers, a panel that is a body, and one who also chairs": Shape(
        (
            post("chair"),
            body("board", 'chair = { held_by = ["chair"] }', to=("top",)),
            body("panel", kind="panel"),
            scrutineer("person", 'held_by = ["chair"]', 'scrutinises = ["board"]', 'reports_to = ["hwb"]'),
            scrutineer(
                "panel", 'held_by = ["panel"]', 'appointed_by = ["council"]', 'paid_by = ["ccg"]', identity="two"
            ),
            HWB,
        ),
        (
            ("chair", EdgeKind.HOLDS, "eye"),
            ("chair", EdgeKind.CHAIRS, "board"),
            ("eye", EdgeKind.SCRUTINISES, "board"),
            ("eye", EdgeKind.REPORTS, "hwb"),
            ("panel", EdgeKind.HOLDS, "two"),
            ("two", EdgeKind.APPOINTED, "council"),
            ("two", EdgeKind.PAID, "ccg"),
        ),
    ),
    "young scrutineers and a company": Shape(
        (
            agency("firm", "company"),
            scrutineer("company", 'held_by = ["firm"]'),
            scrutineer("young-people", identity="young"),
        ),
        (("firm", EdgeKind.HOLDS, "eye"),),
    ),
    "two lines of reporting, one for some matters only": Shape(
        (
            body("board", to=("top",)),
            body("panel", 'reports_to = [{ to = "board" }, { to = "council", matters = "deaths" }]'),
        ),
        (("panel", EdgeKind.REPORTS, "board"), ("panel", EdgeKind.REPORTS_PARTLY, "council")),
        (("panel", EdgeKind.REPORTS, "council"),),
    ),
    "a top group that answers to a health and wellbeing board, which receives its report": Shape(
        (
            HWB + 'flows = ["receives", "scrutinises", "shares-members"]\n',
            body("board", 'answers_to = [{ to = "hwb" }]', to=("top",)),
        ),
        (
            ("board", EdgeKind.ANSWERS, "hwb"),
            ("hwb", EdgeKind.RECEIVES, ALL),
            ("hwb", EdgeKind.SCRUTINISES, ALL),
        ),
        (("board", EdgeKind.REPORTS, "hwb"),),
    ),
    "locality groups whose areas are districts": Shape(
        (
            area("county"),
            area("a", "district", 'part_of = ["county"]'),
            area("b", "district", 'part_of = ["county"]'),
            body("local", 'serves = ["a", "b"]', to=("top",), kind="locality-group"),
        ),
        (
            ("local", EdgeKind.SERVES, "a"),
            ("local", EdgeKind.SERVES, "b"),
            ("a", EdgeKind.LIES_IN, "county"),
        ),
    ),
    "seats of a post, of an agency, of a body, vacant, and of a relevant agency": Shape(
        (
            '[[relevant_agency]]\nid = "cafcass"\nname = "Cafcass"\n',
            body("group", to=("board",)),
            body(
                "board",
                'seats = [{ post = "director" }, { agency = "ccg", vacant = true }, { agency = "cafcass" }, '
                '{ body = "group", role = "its chair" }, { group = "head teachers" }, { held_for = "police" }]',
                to=("top",),
            ),
        ),
        (
            ("director", EdgeKind.SITS, "board"),
            ("ccg", EdgeKind.SITS, "board"),
            ("group", EdgeKind.SITS, "board"),
            ("cafcass", EdgeKind.SITS, "board"),
        ),
        (("police", EdgeKind.SITS, "board"),),
    ),
    "two names that may be one body": Shape(
        (body("one", to=("top",)), body("two", 'may_be = ["one"]', to=("top",))),
        (("two", EdgeKind.MAY_BE, "one"),),
    ),
    "a body that starts later, one named as an example, one that has ended, and one that ends later": Shape(
        (
            body("later", 'starts = "2020-06-01"', to=("top",)),
            body("example", 'status = "example"', to=("top",)),
            body("old", 'ends = "2020-04-30"', to=("top",)),
            body("outliving", 'ends = "2020-05-01"', to=("top",)),
        ),
        (("outliving", EdgeKind.REPORTS, "top"),),
        (
            ("later", EdgeKind.REPORTS, "top"),
            ("example", EdgeKind.REPORTS, "top"),
            ("old", EdgeKind.REPORTS, "top"),
        ),
    ),
    "a group abolished and its successor": Shape(
        (
            agency("old-ccg", "clinical-commissioning-group", 'ends = "2020-03-31"', 'successors = ["ccg"]'),
            partner("old-ccg", "health"),
            body("board", 'seats = [{ agency = "old-ccg" }, { agency = "ccg" }]', to=("top",)),
        ),
        (("ccg", EdgeKind.SITS, "board"),),
        (("old-ccg", EdgeKind.SITS, "board"), ("old-ccg", EdgeKind.BELONGS, ALL)),
    ),
}


@pytest.mark.parametrize("name", SHAPES)
def test_the_graph_holds_the_shape(name: str) -> None:
    """What runs between whom is an edge of its own kind, and what is not said is none."""
    shape = SHAPES[name]
    graph = governance_graph(situation(TOP, *shape.sections))
    edges = {(lower, data["kind"], upper) for lower, upper, data in graph.edges(data=True)}
    assert set(shape.there) <= edges
    assert not edges & set(shape.not_there)


def told(name: str, kind: EdgeKind) -> list[dict[str, Any]]:
    """Return what is told on the edges of one kind in a shape, beside kind and place."""
    graph = governance_graph(situation(TOP, *SHAPES[name].sections))
    edges = [data for _, _, data in graph.edges(data=True) if data["kind"] is kind]
    return [{key: value for key, value in data.items() if key not in {"kind", "where"}} for data in edges]


def test_edges_tell_what_goes_with_them() -> None:
    """A chair how it is held, a seat its role and whether it is vacant, a partner how much it covers."""
    rotating = told("a chair that rotates among all partners", EdgeKind.CHAIRS)
    assert [one["how"].value for one in rotating] == ["rotating"] * 3
    seats = told("seats of a post, of an agency, of a body, vacant, and of a relevant agency", EdgeKind.SITS)
    assert sorted((one["vacant"], str(one["role"])) for one in seats) == [
        (False, "None"),
        (False, "None"),
        (False, "its chair"),
        (True, "None"),
    ]
    covers = told("a health body partly in the area, and a wider force", EdgeKind.COVERS)
    assert [one["extent"].value for one in covers] == ["part", "whole"]


def test_nodes_have_the_kind_of_what_they_are() -> None:
    """A relevant agency that sits, an area that is served and an agency that pays are nodes of their kinds."""
    shapes = (
        "seats of a post, of an agency, of a body, vacant, and of a relevant agency",
        "locality groups whose areas are districts",
        "young scrutineers and a company",
    )
    found = {}
    for name in shapes:
        graph = governance_graph(situation(TOP, *SHAPES[name].sections))
        found.update({node: data["kind"] for node, data in graph.nodes(data=True)})
    assert found["cafcass"] is NodeKind.RELEVANT_AGENCY
    assert found["director"] is NodeKind.POST
    assert found["a"] is found["county"] is NodeKind.AREA
    assert found["firm"] is NodeKind.AGENCY
    assert found["young"] is NodeKind.SCRUTINEER


def test_the_matrix_has_a_row_for_whoever_sits_or_chairs() -> None:
    """Partners first, then relevant agencies, then others by what they are; a class of members last."""
    sections = (
        agency("trust", "nhs-trust"),
        post("nurse", 'agency = "trust"'),
        post("lay"),
        '[[relevant_agency]]\nid = "cafcass"\nname = "Cafcass"\n',
        body("group", to=("board",)),
        body(
            "board",
            'seats = [{ post = "nurse" }, { post = "lay" }, { body = "group" }, { group = "head teachers" }]',
            'chair = { held_by = ["trust"] }',
            to=("top",),
        ),
    )
    found = matrix(situation(TOP, *sections))
    assert [(member.kind, member.name) for member in found.members] == [
        (MemberKind.PARTNER, "Eastshire Council"),
        (MemberKind.PARTNER, "NHS Eastshire CCG"),
        (MemberKind.PARTNER, "Eastshire Police"),
        (MemberKind.RELEVANT_AGENCY, "Cafcass"),
        (MemberKind.AGENCY, "trust"),
        (MemberKind.POST, "lay"),
        (MemberKind.BODY, "Group"),
        (MemberKind.CLASS, "head teachers"),
    ]
    (trust,) = found.of(MemberKind.AGENCY)
    cell = found.cell(trust, next(one for one in found.bodies if one.id == "board"))
    assert (cell.sits, cell.chairs) == (True, True)
    assert found.seats_of(trust) == tuple(one for one in found.bodies if one.id == "board")
