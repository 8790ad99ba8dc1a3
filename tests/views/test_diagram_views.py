"""The line of one body, who sits where, and the areas: what each view shows, and what it leaves out."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given

import safeguarding as sg
from safeguarding import strategies
from safeguarding.views.diagram import View, diagram
from safeguarding.views.diagrams.picture import Box, Group, Look, Picture, Stroke
from tests.structure.governed import AS_OF, PARTNERS, TOP, body, governed

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "cumbria-2019.toml"
OTHER = '[[other_partnership]]\nid = "hwb"\nname = "Health Board"\nkind = "other"\n'


def picture(view: View, *sections: str, of: str | None = None, partners: str = PARTNERS) -> Picture:
    """Draw a plan with the three partners and these sections."""
    return diagram(governed(partners, *sections), view=view, body=of, as_of=AS_OF).picture


def ids(drawn: Picture) -> set[str]:
    """Return the ids of the boxes, those of the partners left out."""
    return {box.id for box in drawn.boxes} - {box.id for box in drawn.partners.boxes}


def box(drawn: Picture, identity: str) -> Box:
    """Return the box with that id."""
    return next(each for each in drawn.boxes if each.id == identity)


def links(drawn: Picture) -> set[tuple[Stroke, str, str]]:
    """Return what runs from where to where."""
    return {(link.stroke, link.source, link.target) for link in drawn.links}


# The line of one body

LINE = (
    TOP,
    OTHER,
    body("board", 'answers_to = [{ to = "hwb" }]', to=("top",)),
    body("panel", to=("board",)),
    body("below", to=("panel",)),
    body("far-below", to=("below",)),
    body("beside", to=("board",)),
)


def test_a_line_is_all_above_and_one_step_below() -> None:
    """Up to the partners and outside; below, the bodies that report to it and not those below them; nobody beside."""
    drawn = picture("accountability", *LINE, of="panel")
    assert ids(drawn) == {"body_top", "body_board", "body_panel", "body_below", "other_hwb"}
    assert [each.id for each in drawn.boxes if each.focus] == ["body_panel"]
    assert drawn.title.endswith("the line of accountability of Panel on 1 May 2020")
    assert "Grey box: the body whose line of accountability this is" in drawn.legend
    assert len(drawn.partners.boxes) == 3


def test_a_line_goes_by_every_stated_way_and_through_what_may_be_the_same() -> None:
    """A line for some matters counts, and so does that of a body which may be this one."""
    drawn = picture(
        "accountability",
        TOP,
        body("board", to=("top",)),
        body("other", to=("top",)),
        body("panel", 'reports_to = [{ to = "board", matters = "reviews" }]', 'may_be = ["other"]'),
        of="panel",
    )
    assert ids(drawn) == {"body_top", "body_board", "body_other", "body_panel"}


def test_a_line_shows_who_scrutinises_the_body() -> None:
    """Whoever looks at the body itself belongs to its line; who looks at another does not."""
    eyes = "".join(
        f'[[post]]\nid = "post-{to}"\ntitle = "Eye of {to}"\n'
        f'[[scrutineer]]\nid = "{to}-eye"\ntitle = "Scrutineer"\nform = "person"\nheld_by = ["post-{to}"]\n'
        f'scrutinises = ["{to}"]\n'
        for to in ("panel", "board")
    )
    drawn = picture("accountability", *LINE, eyes, of="panel")
    assert "scrutineer_panel_eye" in ids(drawn)
    assert "scrutineer_board_eye" not in ids(drawn)


def test_a_body_without_a_line_is_drawn_apart() -> None:
    """That no line leads to the partners is what the picture then says."""
    drawn = picture("accountability", TOP, body("alone"), of="alone")
    assert [row.item.id for row in drawn.apart] == ["body_alone"]
    assert drawn.main == ()


def test_the_body_itself_is_not_drawn_as_one_of_a_group() -> None:
    """Of three that report alike, the one that is asked about has a box and a line of its own."""
    groups = [body(name, to=("top",)) for name in ("a", "b", "c")]
    drawn = picture("accountability", TOP, *groups, of="b")
    assert ids(drawn) == {"body_top", "body_b"}
    assert (Stroke.REPORTS, "body_b", "body_top") in links(drawn)


@pytest.mark.parametrize(
    ("of", "says"),
    [
        (None, r"give its id; the bodies are: top, board, panel$"),
        ("bord", r'no body has the id "bord": did you mean board\? the bodies are: top, board, panel$'),
        ("xyz", r'no body has the id "xyz"; the bodies are: top, board, panel$'),
        ("Panel", r"did you mean panel\?"),
        ("gone", r'the body "gone" has ended by 1 May 2020; the bodies are'),
    ],
)
def test_a_body_that_is_not_there_is_refused_with_those_that_are(of: str | None, says: str) -> None:
    """Whoever mistypes an id, or gives none, is told which there are and which is near."""
    sections = (TOP, body("board"), body("panel"), body("gone", 'ends = "2019-01"', 'status = "ended"'))
    with pytest.raises(sg.SafeguardingError, match=says):
        picture("accountability", *sections, of=of)


def test_without_bodies_there_is_no_line() -> None:
    """The error says that none is written down, rather than listing nothing."""
    with pytest.raises(sg.SafeguardingError, match="no body is written down"):
        picture("accountability", of="board")


def test_very_many_ids_are_not_all_listed() -> None:
    """A message stays a message."""
    with pytest.raises(sg.SafeguardingError, match=r"b59, …$"):
        picture("accountability", *(body(f"b{number}") for number in range(100)))


@pytest.mark.parametrize("view", ["governance", "matrix", "areas"])
def test_another_view_is_not_of_one_body(view: View) -> None:
    """A body that would be ignored is refused."""
    with pytest.raises(sg.SafeguardingError, match="leave the body out"):
        picture(view, TOP, of="top")


def test_another_view_is_refused_with_those_that_there_are() -> None:
    """A caller who asks for what is not held is told what is."""
    with pytest.raises(sg.SafeguardingError, match=r'"map".*governance, accountability, matrix, areas'):
        picture("map")  # type: ignore[arg-type]


# Areas

COUNTY = '[[area]]\nid = "county"\nname = "County"\nkind = "local-authority"\n'


def district(identity: str, *lines: str) -> str:
    """Write a district of the county."""
    named = f'[[area]]\nid = "{identity}"\nname = "{identity.title()}"\nkind = "district"\npart_of = ["county"]\n'
    return named + "".join(f"{line}\n" for line in lines)


def covering(side: str, *lines: str) -> str:
    """Return the partners, of which one covers something."""
    return PARTNERS.replace(f'side = "{side}"', f'side = "{side}"\n' + "\n".join(lines))


def test_areas_lie_in_each_other_and_beyond() -> None:
    """A district is inside its county; what lies in no local authority area says so."""
    elsewhere = '[[area]]\nid = "coast"\nname = "Coast"\nkind = "health"\n'
    drawn = picture("areas", COUNTY, district("north"), district("south"), elsewhere)
    county, coast = (row.item for row in drawn.main)
    assert isinstance(county, Group)
    assert [each.title for each in county.boxes] == ["North", "South"]
    assert county.title == "County (local authority area)"
    assert isinstance(coast, Box)
    assert coast.details == ("Health area", "No local authority area that it lies in was read")


def test_areas_say_who_covers_them_wholly_or_in_part() -> None:
    """A line for the whole, a broken one for a part, and in words what lies beyond."""
    covers = 'covers = [{ area = "county", extent = "part" }, { area = "north", extent = "whole" }]'
    partners = covering("health", covers, 'beyond = "the hills"')
    drawn = picture("areas", COUNTY, district("north"), partners=partners)
    assert links(drawn) == {
        (Stroke.PART, "area_county", "partner_ccg"),
        (Stroke.WHOLE, "area_north", "partner_ccg"),
    }
    assert box(drawn, "partner_ccg").details == ("Health", "Beyond: the hills")
    assert box(drawn, "partner_police").details == ("Police", "What it covers was not read")


def test_what_all_partners_cover_is_one_line() -> None:
    """Three lines to the same area would only be in the way."""
    partners = PARTNERS
    for side in ("local-authority", "health", "police"):
        partners = partners.replace(
            f'side = "{side}"', f'side = "{side}"\ncovers = [{{ area = "county", extent = "whole" }}]'
        )
    assert links(picture("areas", COUNTY, partners=partners)) == {(Stroke.WHOLE, "area_county", "partners")}


def test_coverage_that_could_not_be_read_or_is_disputed_says_so() -> None:
    """Illegible is another thing than silent, and a contradiction is shown."""
    unread = picture("areas", COUNTY, partners=covering("police", 'unknown = ["covers"]'))
    assert box(unread, "partner_police").details == ("Police", "What it covers could not be read")
    also = 'also = [{ field = "covers", value = [{ area = "county", extent = "part" }] }]'
    disputed = picture(
        "areas", COUNTY, partners=covering("police", 'covers = [{ area = "county", extent = "whole" }]', also)
    )
    assert {(link.stroke, link.label) for link in disputed.links} == {
        (Stroke.WHOLE, ("the sources disagree",)),
        (Stroke.PART, ("the sources disagree",)),
    }


def test_a_locality_group_is_drawn_around_what_it_serves_alone() -> None:
    """The frame has the outline and the words of the group; a place that no group serves is named below."""
    group = body("local", 'serves = ["north", "south"]', 'status = "planned"', kind="locality-group")
    drawn = picture("areas", COUNTY, district("north"), district("south"), district("west"), group)
    (county,) = (row.item for row in drawn.main)
    assert isinstance(county, Group)
    (frame,) = county.groups
    assert (frame.id, frame.title, frame.look) == ("body_local", "Served by Local", Look.BROKEN)
    assert [each.title for each in frame.boxes] == ["North", "South"]
    assert [each.title for each in county.boxes] == ["West"]
    assert drawn.sides == ()
    assert "No locality group was read to serve: West." in drawn.caption


def test_a_place_that_two_groups_serve_has_a_line_from_each() -> None:
    """A frame cannot overlap another one: then both groups stand beside, and the caption tells."""
    groups = [body(name, 'serves = ["north"]', kind="locality-group") for name in ("one", "two")]
    drawn = picture("areas", COUNTY, district("north"), *groups, body("lost", kind="locality-group"))
    assert links(drawn) == {(Stroke.SERVES, f"body_{name}", "area_north") for name in ("one", "two")}
    assert "More than one locality group serves: North." in drawn.caption
    assert box(drawn, "body_lost").details == ("Where it serves was not read",)
    unread = picture("areas", COUNTY, body("lost", 'unknown = ["serves"]', kind="locality-group"))
    assert box(unread, "body_lost").details == ("Where it serves could not be read",)


def test_areas_say_from_when_and_until_when_they_are() -> None:
    """An area to come has a broken outline; one that is gone says what came after it."""
    drawn = picture(
        "areas",
        COUNTY,
        district("early", 'starts = "2021-04"'),
        district("late", 'ends = "2019-03"', 'successors = ["early"]'),
        district("short", 'ends = "2023-03"'),
    )
    assert (box(drawn, "area_early").details, box(drawn, "area_early").look) == (
        ("District", "From April 2021"),
        Look.BROKEN,
    )
    assert (box(drawn, "area_late").details, box(drawn, "area_late").look) == (
        ("District", "Ended March 2019", "Then Early"),
        Look.FIRM,
    )
    assert box(drawn, "area_short").details == ("District", "Until March 2023")


def test_an_area_in_two_others_stands_in_the_first_and_names_the_second() -> None:
    """And areas that lie in each other in a circle are still drawn, once each."""
    second = '[[area]]\nid = "force"\nname = "Force"\nkind = "police"\n'
    both = district("north").replace('["county"]', '["county", "force"]')
    assert box(picture("areas", COUNTY, second, both), "area_north").details == ("District", "Also in Force")
    circle = "".join(
        f'[[area]]\nid = "{one}"\nname = "{one}"\nkind = "other"\npart_of = ["{other}"]\n'
        for one, other in (("x", "y"), ("y", "x"))
    )
    drawn = picture("areas", circle)
    assert ids(drawn) == {"area_x", "area_y"}


# Who sits where


SEATED = body(
    "top",
    'seats = [{ agency = "council" }, { agency = "police", vacant = true }]',
    'chair = { held_by = ["director"] }',
)


def fields(drawn: Picture) -> dict[str, tuple[str, ...]]:
    """Return what stands in each row of the grid."""
    assert drawn.grid is not None
    return {line.name: line.fields for line in drawn.grid.lines}


def test_the_grid_says_who_sits_chairs_is_missing_and_vacant() -> None:
    """A word in each field: a partner without a seat is a gap and says so, another agency is merely not named."""
    agency = '[[agency]]\nid = "trust"\nname = "Trust"\nkind = "nhs-trust"\n'
    relevant = '[[relevant_agency]]\nid = "trusts"\nname = "Trusts"\nagency = "trust"\n'
    idle = '[[relevant_agency]]\nid = "idle"\nname = "Idle"\n'
    drawn = picture(
        "matrix",
        agency,
        relevant,
        idle,
        body(
            "top",
            'seats = [{ agency = "council" }, { agency = "police", vacant = true }]',
            'chair = { held_by = ["director"] }',
        ),
        body("panel", 'seats = [{ agency = "trust" }, { held_for = "health" }]'),
        body("bare"),
    )
    assert drawn.grid is not None
    assert [head.title for head in drawn.grid.columns] == ["Top", "Panel"]
    assert fields(drawn) == {
        "Eastshire Council": ("chair, seat", "none"),
        "NHS Eastshire CCG": ("none", "seat"),
        "Eastshire Police": ("vacant", "none"),
        "Trusts": ("", "seat"),
    }
    assert [(side.title, [each.title for each in side.boxes]) for side in drawn.sides[1:]] == [
        ("Relevant agencies for which no seat was read", ["Idle"]),
        ("No seat and no chair was read", ["Bare"]),
    ]
    assert any(text.startswith("none: ") for text in drawn.grid.legend)
    assert not any(text.startswith("shared: ") for text in drawn.grid.legend)


def test_the_list_says_the_same_as_the_grid_body_by_body() -> None:
    """Where no grid can be drawn, each body names those who stand to it in the same way."""
    text = diagram(
        governed(
            PARTNERS,
            body(
                "top",
                'seats = [{ agency = "council" }, { agency = "police", vacant = true }]',
                'chair = { held_by = ["director"] }',
            ),
        ),
        view="matrix",
        as_of=AS_OF,
        format="text",
    )
    found = " ".join(text.split())
    assert "Chair, seat: Eastshire Council." in found
    assert "No seat: NHS Eastshire CCG." in found
    assert "Vacant: Eastshire Police." in found
    assert "- NHS Eastshire CCG Health. No seat on: Top." in found


def test_a_partner_of_whom_it_is_disputed_who_it_is_is_still_among_the_partners() -> None:
    """Two statements of the agency, of which one has a seat, neither break the view nor lose the partner."""
    also = 'also = [{ field = "agency", value = "ccg" }]'
    partners = PARTNERS.replace('side = "police"', f'side = "police"\n{also}')
    drawn = picture("matrix", body("top", 'seats = [{ agency = "police" }]'), partners=partners)
    assert [each.title for each in drawn.partners.boxes][2] == "Eastshire Police"


def test_many_members_are_listed_in_full() -> None:
    """A list of names is broken off nowhere."""
    posts = "".join(f'[[post]]\nid = "p{n}"\ntitle = "Post number {n} of a long list"\n' for n in range(40))
    seats = ", ".join(f'{{ post = "p{n}" }}' for n in range(40))
    text = diagram(
        governed(PARTNERS, posts, body("top", f"seats = [{seats}]")), view="matrix", as_of=AS_OF, format="text"
    )
    assert all(f"Post number {n} of a long list" in " ".join(text.split()) for n in range(40))


def test_many_columns_make_several_tables() -> None:
    """A table fits on a page: the eighth body begins another one."""
    bodies = [body(f"b{n}", 'seats = [{ agency = "council" }]') for n in range(8)]
    dot = diagram(governed(PARTNERS, *bodies), view="matrix", as_of=AS_OF, format="dot")
    assert [dot.count(f"grid_{n} [shape=plain") for n in range(3)] == [1, 1, 0]
    assert "grid_0 -> grid_1 [style=invis];" in dot


def test_the_grid_of_cumbria_leaves_open_what_the_plan_leaves_open() -> None:
    """Two health bodies share the seats of their side, and a class of members may hold the police."""
    found = fields(diagram(sg.load(EXAMPLE), view="matrix").picture)
    assert found["Cumbria County Council"] == ("seat", "seat", "?", "?")
    assert found["North Cumbria Clinical Commissioning Group"] == ("shared", "shared", "?", "?")
    assert found["Youth Offending Team"] == ("", "", "seat", "")


# What always holds


@given(strategies.partnerships())
def test_every_view_of_any_partnership_is_drawn_with_each_box_once(partnership: sg.Partnership) -> None:
    """No partnership breaks a view, no id stands twice, and every line runs to something that is there."""
    for view in ("governance", "matrix", "areas"):
        drawn = diagram(partnership, view=view, as_of=AS_OF).picture
        there = [each.id for each in drawn.boxes] + [group.id for group in drawn.groups]
        assert len(there) == len(set(there))
        assert {end for link in drawn.links for end in (link.source, link.target)} <= set(there)
        assert sg.Diagram(drawn).written("mermaid")
        assert sg.Diagram(drawn).written("dot")
        assert max(map(len, str(sg.Diagram(drawn)).splitlines())) <= 80
