"""What a structure reveals: each kind of observation where there is reason for it, and none where there is not."""

from __future__ import annotations

import pytest

from safeguarding.structure.matrix import matrix
from safeguarding.structure.observed import Notable, observations, way_in_words
from tests.structure.governed import LEADS, body, situation

SEATS = 'seats = [{ agency = "council" }, { agency = "ccg" }, { agency = "police" }]'
FULL_TOP = body("top", LEADS, SEATS, 'meets = [{ how_often = "quarterly" }]', kind="lead-group")
UNREAD = (
    '[[source]]\nid = "chart"\ntitle = "Chart"\nunread = [{ what = "the chart", could_hold = ["reporting-lines"] }]\n'
)
POST = '[[post]]\nid = "{}"\ntitle = "{}"\n'
AGENCY = '[[agency]]\nid = "{}"\nname = "{}"\nkind = "other"\n'
RELEVANT = '[[relevant_agency]]\nid = "{}"\nname = "{}"\n'
SCRUTINEER = '[[scrutineer]]\nid = "eye"\ntitle = "Scrutineer"\nform = "person"\n'


def found(kind: Notable, *sections: str) -> list[tuple[bool | None, str]]:
    """Return what is revealed of one kind: whether it is so, and the message."""
    now = situation(*sections)
    return [(one.truth, one.message) for one in observations(now, matrix(now)) if one.kind is kind]


def ways(kind: Notable, *sections: str) -> list[str]:
    """Return the ways, in words, of what is revealed of one kind."""
    now = situation(*sections)
    return [way_in_words(now, one.way) for one in observations(now, matrix(now)) if one.kind is kind]


QUIET = (Notable.DEPTH, Notable.SPAN, Notable.NO_REMIT, Notable.NO_SCRUTINEER)
"""What is said of every structure, or of every one whose remits are left out."""


def test_a_tree_under_the_partners_reveals_nothing() -> None:
    """A lead group with a seat for each partner and two layers below it has no fault that could be listed."""
    now = situation(FULL_TOP, body("board", to=("top",)), body("panel", to=("board",)))
    assert [one.kind for one in observations(now, matrix(now)) if one.kind not in QUIET] == []


def test_a_body_that_reports_to_nobody_takes_those_below_with_it() -> None:
    """Those whose lines end at the same body are told together, that body first."""
    sections = (FULL_TOP, body("low", to=("mid",)), body("mid", to=("root",)), body("root"))
    expected = "Root reports to nobody, and with it Low and Mid have no line to the partners"
    assert found(Notable.NO_LINE, *sections) == [(True, expected)]
    assert ways(Notable.NO_LINE, *sections) == ["Low reports to Mid, which reports to Root, which reports to nobody"]


def test_a_line_to_somebody_else_is_no_line_to_the_partners() -> None:
    """A board that reports only to another partnership is told with where its line leads."""
    other = '[[other_partnership]]\nid = "hwb"\nname = "Health Board"\nkind = "other"\n'
    expected = "the line of Board leads to Health Board, and from there none leads to the partners"
    assert found(Notable.NO_LINE, FULL_TOP, other, body("board", to=("hwb",))) == [(True, expected)]


def test_lines_that_may_stand_in_an_unread_part_are_left_open() -> None:
    """Where the chart was not read, no body is said to have no line; all are told at once, with the part."""
    sections = (UNREAD, FULL_TOP, body("a"), body("b"))
    expected = "to whom A and B report: no line to the partners was read, and it may be stated elsewhere: the chart"
    assert found(Notable.NO_LINE, *sections) == [(None, expected)]


def test_a_team_needs_no_line() -> None:
    """A team supports; it is no group that the partners work through."""
    assert found(Notable.NO_LINE, FULL_TOP, body("office", kind="team")) == []


@pytest.mark.parametrize(
    ("bodies", "message", "way"),
    [
        ((body("a", to=("a",)),), "A reports to itself", "A reports to A"),
        (
            (body("a", to=("b",)), body("b", to=("a",))),
            "A and B report to each other in a loop",
            "A reports to B, which reports to A",
        ),
        (
            (body("a", to=("b",)), body("b", to=("c", "a")), body("c", to=("b",))),
            "A and B report to each other in a loop, in a tangle with 1 more",
            "A reports to B, which reports to A",
        ),
        (
            (body("a", to=("b", "top")), body("b", to=("a",))),
            "A and B report to each other in a loop",
            "A reports to B, which reports to A",
        ),
    ],
)
def test_bodies_that_report_to_each_other_are_a_loop(bodies: tuple[str, ...], message: str, way: str) -> None:
    """A tangle is told once, with its shortest loop, whether or not a line leads out of it."""
    assert found(Notable.LOOP, FULL_TOP, *bodies) == [(True, message)]
    assert ways(Notable.LOOP, FULL_TOP, *bodies) == [way]


def test_a_loop_that_only_one_statement_makes_is_open() -> None:
    """Where another statement leaves a line of the loop out, there may be none."""
    also = 'also = [{ field = "reports_to", value = [{ to = "top" }] }]'
    assert found(Notable.LOOP, FULL_TOP, body("a", also, to=("b",)), body("b", to=("a",)))[0][0] is None


def test_a_partner_without_a_seat_at_the_top_is_told() -> None:
    """Two partners sit there and the third does not; its vacant seat is another reason than none."""
    two = body("top", LEADS, 'seats = [{ agency = "council" }, { agency = "ccg" }]', kind="lead-group")
    vacant = two.replace('{ agency = "ccg" }', '{ agency = "ccg" }, { agency = "police", vacant = true }')
    assert found(Notable.ABSENT, two) == [(True, "Eastshire Police has no seat on Top: no seat is named for it")]
    assert found(Notable.ABSENT, vacant) == [(True, "Eastshire Police has no seat on Top: its seat is vacant")]


def test_a_partner_may_sit_through_its_post_or_for_its_side() -> None:
    """A post of the council, and a seat for the health side that has one partner, are seats of theirs."""
    seats = 'seats = [{ post = "director" }, { held_for = "health" }, { agency = "police" }]'
    assert found(Notable.ABSENT, body("top", LEADS, seats, kind="lead-group")) == []


def test_a_class_of_members_leaves_a_seat_open() -> None:
    """Where senior officers of all agencies sit, a partner may be among them."""
    seats = 'seats = [{ agency = "council" }, { agency = "ccg" }, { group = "senior officers" }]'
    message = "no seat is named for it, unless in a class of members"
    top = body("top", LEADS, seats, kind="lead-group")
    assert found(Notable.ABSENT, top) == [(None, f"whether Eastshire Police sits on Top: {message}")]


def test_bodies_without_one_that_leads_are_told() -> None:
    """A structure in which the partners lead through nothing is told as such, once."""
    message = "no body is named through which the partners lead"
    assert found(Notable.NO_TOP, body("board", to=("council",))) == [(True, message)]
    assert found(Notable.NO_TOP) == []


def test_vacancies_are_found_wherever_they_are() -> None:
    """A vacant chair, a vacant seat of a post and one of a side, and a role of scrutiny that nobody holds."""
    seats = 'seats = [{ post = "director", vacant = true }, { held_for = "health", vacant = true }]'
    vacant = SCRUTINEER + 'progress = "vacant"\n'
    sections = (FULL_TOP, body("board", seats, 'chair = { how = "vacant" }', to=("top",)), vacant)
    assert found(Notable.VACANT, *sections) == [
        (True, "the chair of Board is vacant"),
        (True, "the seat of Director of Children's Services on Board is vacant"),
        (True, "the seat of the health side on Board is vacant"),
        (True, "the role of Scrutineer is vacant"),
    ]


def test_a_relevant_agency_without_a_seat_is_told() -> None:
    """Agencies that sit nowhere are told together; one whose post sits is not among them."""
    agencies = AGENCY.format("trust", "Trust") + '[[post]]\nid = "nurse"\ntitle = "Nurse"\nagency = "trust"\n'
    listed = RELEVANT.format("trust-as-agency", "Trust") + 'agency = "trust"\n' + RELEVANT.format("cafcass", "Cafcass")
    sections = (FULL_TOP, agencies, listed, body("board", 'seats = [{ post = "nurse" }]', to=("top",)))
    assert found(Notable.NO_SEAT, *sections) == [(True, "no body is said to have a member from Cafcass")]


def test_a_seat_on_a_body_without_a_line_is_no_route() -> None:
    """An agency that sits only where no line leads to the partners has no way to be heard by them."""
    sections = (FULL_TOP, RELEVANT.format("cafcass", "Cafcass"), body("stray", 'seats = [{ agency = "cafcass" }]'))
    only = "the only body on which it is named is Stray, from which no line leads to them"
    message = f"Cafcass has no way to the partners: {only}"
    assert found(Notable.NO_ROUTE, *sections) == [(True, message)]
    assert ways(Notable.NO_ROUTE, *sections) == ["Cafcass sits on Stray"]


@pytest.mark.parametrize(
    ("lines", "message", "way"),
    [
        (
            ('held_by = ["eye-post"]', 'chair = { held_by = ["eye-post"] }'),
            "scrutiny by Scrutineer: it also chairs Board",
            "Eye holds the role of Scrutineer; Eye chairs Board",
        ),
        (
            ('held_by = ["eye-post"]', 'seats = [{ post = "eye-post" }]'),
            "scrutiny by Scrutineer: it also sits on Board",
            "Eye holds the role of Scrutineer; Eye sits on Board",
        ),
        (
            ('appointed_by = ["council"]', ""),
            "scrutiny by Scrutineer: it is appointed by Eastshire Council alone",
            "Scrutineer is appointed by Eastshire Council",
        ),
        (
            ('paid_by = ["police"]', ""),
            "scrutiny by Scrutineer: it is paid by Eastshire Police alone",
            "Scrutineer is paid by Eastshire Police",
        ),
        (
            ('held_by = ["director"]', ""),
            "scrutiny by Scrutineer: it is a post of Eastshire Council, a partner",
            (
                "Director of Children's Services holds the role of Scrutineer; "
                "Director of Children's Services belongs to Eastshire Council"
            ),
        ),
        (
            ('reports_to = ["board"]', ""),
            "scrutiny by Scrutineer: it reports only to Board, within what is scrutinised",
            "Scrutineer reports to Board",
        ),
    ],
)
def test_each_tie_of_scrutiny_is_told_with_its_way(lines: tuple[str, str], message: str, way: str) -> None:
    """Chairing, sitting, being appointed, paid or employed by one partner, and reporting only within."""
    of_scrutineer, of_board = lines
    sections = (FULL_TOP, POST.format("eye-post", "Eye"), body("board", of_board, to=("top",)))
    scrutineer = SCRUTINEER + of_scrutineer + "\n"
    assert [one for one in found(Notable.TIE, *sections, scrutineer) if one[0]] == [(True, message)]
    assert ways(Notable.TIE, *sections, scrutineer)[0] == way


def test_a_scrutineer_appointed_by_all_and_reporting_outside_has_no_tie() -> None:
    """Whoever all partners appoint and pay, and who reports to another partnership too, is tied to none."""
    other = '[[other_partnership]]\nid = "hwb"\nname = "Health Board"\nkind = "other"\n'
    everyone = '["council", "ccg", "police"]'
    lines = f'appointed_by = {everyone}\npaid_by = {everyone}\nreports_to = ["council", "hwb"]\n'
    assert found(Notable.TIE, FULL_TOP, other, SCRUTINEER + lines) == []


def test_scrutiny_by_nobody_who_is_named_is_told_with_its_ways() -> None:
    """A menu of methods is no scrutineer; who is named for one of them is told."""
    events = "".join(f'[[scrutiny_event]]\nmethod = "audit"\nname = "{one}"\n' for one in "ab") + 'by = ["council"]\n'
    message = "no scrutineer is named, and 2 ways of scrutiny are listed; who does it is said of 1: Eastshire Council"
    assert found(Notable.NO_SCRUTINEER, FULL_TOP, events) == [(True, message)]
    assert found(Notable.NO_SCRUTINEER, FULL_TOP, SCRUTINEER) == []
    assert found(Notable.NO_SCRUTINEER, FULL_TOP) == [(True, "no scrutineer is named")]
    assert found(Notable.NO_SCRUTINEER) == []


def test_who_chairs_most_counts_one_person_once() -> None:
    """Two posts that one person holds chair two bodies of the three that have a chair."""
    posts = POST.format("a", "Chair A") + 'same_holder_as = ["b"]\n' + POST.format("b", "Chair B")
    bodies = (
        body("one", 'chair = { held_by = ["a"] }', to=("top",)),
        body("two", 'chair = { held_by = ["b"] }', to=("top",)),
        body("three", 'chair = { held_by = ["director"] }', to=("top",)),
    )
    message = "Chair A chairs 2 of the 3 bodies whose chair is named: One and Two"
    assert found(Notable.CHAIRS_MOST, FULL_TOP, posts, *bodies) == [(True, message)]


def test_nobody_who_chairs_one_body_chairs_most() -> None:
    """One chair each is nothing to remark on, and a chair that rotates rests on nobody."""
    rotating = 'chair = { how = "rotating", held_by = ["council", "police"] }'
    bodies = (body("one", rotating, to=("top",)), body("two", rotating, to=("top",)))
    assert found(Notable.CHAIRS_MOST, FULL_TOP, *bodies) == []


def test_what_most_hangs_on_is_the_body_without_which_most_have_no_line() -> None:
    """A board with two groups below it, one of which has a second line past it, holds only the other and below."""
    bodies = (
        body("board", to=("top",)),
        body("a", to=("board",)),
        body("b", to=("board", "top")),
        body("c", to=("a",)),
    )
    message = "without Board, 2 bodies would have no line to the partners: A and C"
    assert found(Notable.CUTS_OFF, FULL_TOP, *bodies) == [(True, message)]
    assert ways(Notable.CUTS_OFF, FULL_TOP, *bodies) == [
        ("C reports to A, which reports to Board, which reports to Top, through which the safeguarding partners lead")
    ]


def test_a_body_that_meets_less_often_than_what_it_oversees_is_told() -> None:
    """Yearly over monthly is told; quarterly over a group that meets at no stated interval is not."""
    monthly, yearly = (f'meets = [{{ how_often = "{often}" }}]' for often in ("monthly", "yearly"))
    bodies = (body("board", yearly, to=("top",)), body("panel", monthly, to=("board",)), body("group", to=("top",)))
    message = "Board meets annually, and Panel, which reports to it, monthly"
    assert found(Notable.MEETS_LESS, FULL_TOP, *bodies) == [(True, message)]


def test_a_frequency_that_is_over_does_not_count() -> None:
    """A group that met monthly until 2019 and meets yearly since then meets no more often than its board."""
    then = 'meets = [{ how_often = "monthly", ends = "2019" }, { how_often = "yearly", starts = "2020-01-01" }]'
    assert found(Notable.MEETS_LESS, FULL_TOP, body("panel", then, to=("top",))) == []


def test_two_statements_of_a_frequency_leave_it_open() -> None:
    """Where one statement has the group meet more often than its board, and another less, it may be so."""
    also = 'also = [{ field = "meets", value = [{ how_often = "monthly" }] }]'
    panel = body("panel", 'meets = [{ how_often = "yearly" }]', also, to=("top",))
    assert [truth for truth, _ in found(Notable.MEETS_LESS, FULL_TOP, panel)] == [None]


def test_work_that_no_remit_holds_is_told_unless_a_remit_could_not_be_read() -> None:
    """Of five kinds of work each is told that is in no remit; with an unread remit it may be there."""
    held = 'remit = ["training", "audit", "data", "practice-reviews"]'
    message = "no body is said to be responsible for the yearly report"
    assert found(Notable.NO_REMIT, FULL_TOP, body("board", held, to=("top",))) == [(True, message)]
    message = "whether a body is responsible for the yearly report: none was read"
    unread = body("group", 'unknown = ["remit"]', to=("top",))
    assert found(Notable.NO_REMIT, FULL_TOP, body("board", held, to=("top",)), unread) == [(None, message)]


def test_localities_that_overlap_or_leave_a_district_out_are_told() -> None:
    """Of three districts one is served twice and one not at all."""
    areas = '[[area]]\nid = "east"\nname = "East"\nkind = "local-authority"\n' + "".join(
        f'[[area]]\nid = "{one}"\nname = "{one.upper()}"\nkind = "district"\npart_of = ["east"]\n' for one in "abc"
    )
    groups = [
        body(
            f"local-{places[0]}{place}",
            f"serves = {list(places)}".replace("'", '"'),
            to=("top",),
            kind="locality-group",
        )
        for place, places in enumerate(("ab", "b"))
    ]
    assert found(Notable.LOCALITIES, areas, FULL_TOP, *groups) == [
        (True, "no locality group serves C"),
        (True, "B is served by 2 groups: Local A0 and Local B1"),
    ]


def test_depth_and_span_are_counted_from_the_partners() -> None:
    """The longest line has three steps, and two bodies report to the board."""
    sections = (FULL_TOP, body("board", to=("top",)), body("a", to=("board",)), body("b", to=("board",)))
    message = "the longest line to the partners has 3 steps, their own group being the first: that of A and B"
    assert found(Notable.DEPTH, *sections) == [(True, message)]
    assert found(Notable.SPAN, *sections) == [(True, "the most bodies report to Board: 2 bodies, which are A and B")]


def test_what_starts_later_is_not_yet_revealed() -> None:
    """A body that begins next year reports to nobody yet, and nothing hangs on it."""
    assert found(Notable.NO_LINE, FULL_TOP, body("later", 'starts = "2021-01-01"')) == []


def test_a_body_that_may_be_an_example_has_its_line_where_it_has_one() -> None:
    """That a body may not be there is no reason to say that its line was not read."""
    also = 'also = [{ field = "status", value = "example" }]'
    assert found(Notable.NO_LINE, FULL_TOP, body("network", also, to=("top",))) == []


def test_a_partner_who_sits_on_a_panel_of_scrutiny_is_told() -> None:
    """A panel that scrutinises and has a partner among its members is tied by that seat, and told with it."""
    panel = body("panel", 'seats = [{ agency = "police" }]', to=("council",))
    sections = (FULL_TOP, panel, SCRUTINEER.replace("person", "panel") + 'held_by = ["panel"]\n')
    message = "scrutiny by Scrutineer: Eastshire Police, a partner, sits on Panel"
    assert (True, message) in found(Notable.TIE, *sections)
    assert "Panel holds the role of Scrutineer; Eastshire Police sits on Panel" in ways(Notable.TIE, *sections)


def test_silence_on_who_appoints_and_pays_is_told_once_for_all() -> None:
    """Of scrutineers of whom nothing is said it is told together; one that somebody pays is not among them."""
    second = SCRUTINEER.replace('"eye"', '"two"').replace("Scrutineer", "Second") + 'paid_by = ["council", "ccg"]\n'
    message = "who appoints and who pays Scrutineer: it is not said"
    assert found(Notable.TIE, FULL_TOP, SCRUTINEER, second) == [(None, message)]


def test_the_post_of_a_chair_is_no_second_tie_beside_the_chair() -> None:
    """That the post is a chair's by its office says nothing more where it chairs a body."""
    posts = POST.format("eye-post", "Eye") + 'office = "independent-chair"\n'
    sections = (FULL_TOP, posts, body("board", 'chair = { held_by = ["eye-post"] }', to=("top",)))
    found_ = found(Notable.TIE, *sections, SCRUTINEER + 'held_by = ["eye-post"]\n')
    assert [message for truth, message in found_ if truth] == ["scrutiny by Scrutineer: it also chairs Board"]


def test_a_chair_that_has_still_to_be_agreed_is_told() -> None:
    """It is no vacancy in words, and nobody chairs all the same."""
    message = "the chair of Board has still to be agreed"
    sections = (FULL_TOP, body("board", 'chair = { how = "to-be-agreed" }', to=("top",)))
    assert found(Notable.VACANT, *sections) == [(True, message)]


def test_lines_for_some_matters_are_counted_apart() -> None:
    """To whom the most report, and how many of them only on some matters."""
    partly = body("b", 'reports_to = [{ to = "board", matters = "deaths" }]')
    sections = (FULL_TOP, body("board", to=("top",)), body("a", to=("board",)), partly)
    message = "the most bodies report to Board: 2 bodies, 1 of them for some matters only, which are A and B"
    assert found(Notable.SPAN, *sections) == [(True, message)]


def test_a_body_that_is_not_there_sends_nobody() -> None:
    """A group that begins next year has no row, and a seat for it fills no cell."""
    later = body("later", 'starts = "2021-01-01"', to=("board",))
    now = situation(FULL_TOP, later, body("board", 'seats = [{ body = "later" }]', to=("top",)))
    assert [member.id for member in matrix(now).members] == ["council", "ccg", "police"]


def test_a_tie_by_another_post_of_the_same_person_is_told_by_way_of_it() -> None:
    """The chair does not hold the role: the person who does holds that post as well."""
    posts = POST.format("eye-post", "Eye") + POST.format("head", "Chair") + 'same_holder_as = ["eye-post"]\n'
    sections = (FULL_TOP, posts, body("board", 'chair = { held_by = ["head"] }', to=("top",)))
    way = "Eye holds the role of Scrutineer; Eye is held by the same person as Chair, which chairs Board"
    assert way in ways(Notable.TIE, *sections, SCRUTINEER + 'held_by = ["eye-post"]\n')


def test_a_body_does_not_count_among_those_that_report_to_it() -> None:
    """One that reports to itself is a loop, and no wider for it."""
    sections = (FULL_TOP, body("a", to=("top", "a")), body("b", to=("a",)), body("c", to=("a",)))
    message = "the most bodies report to A: 2 bodies, which are B and C"
    assert found(Notable.SPAN, *sections) == [(True, message)]


def test_the_post_on_which_most_hangs_need_not_chair_most() -> None:
    """One post chairs two groups at the foot, and another the board through which alone three bodies have a line."""
    posts = POST.format("a", "Chair A") + POST.format("b", "Chair B")
    bodies = (
        body("board", 'chair = { held_by = ["b"] }', to=("top",)),
        body("one", 'chair = { held_by = ["a"] }', to=("board",)),
        body("two", 'chair = { held_by = ["a"] }', to=("board",)),
        body("three", to=("one",)),
        body("four", to=("board", "top")),
    )
    message = (
        "the most hangs on Chair B: it chairs Board, through which alone 3 bodies have a line to the partners: "
        "One, Two and Three"
    )
    assert found(Notable.POST_HUNG_ON, FULL_TOP, posts, *bodies) == [(True, message)]
    assert ways(Notable.POST_HUNG_ON, FULL_TOP, posts, *bodies) == ["Chair B chairs Board"]
    assert [text[:7] for _, text in found(Notable.CHAIRS_MOST, FULL_TOP, posts, *bodies)] == ["Chair A"]


def test_nothing_hangs_on_a_post_that_chairs_only_groups_at_the_foot() -> None:
    """Where no other body has its line through them, nothing more hangs on the post than these."""
    assert found(Notable.POST_HUNG_ON, FULL_TOP, POST.format("a", "A"), body("b", 'chair = { held_by = ["a"] }')) == []


def test_what_an_observation_is_about_is_named_once() -> None:
    """A body with a vacant seat of its own is named once, and so is whatever else stands on both sides."""
    now = situation(FULL_TOP, body("odd", 'seats = [{ body = "odd", vacant = true }]', to=("top",)))
    assert [one.about for one in observations(now, matrix(now)) if one.kind is Notable.VACANT] == [("odd",)]


def test_a_seat_that_one_of_two_statements_has_is_left_open() -> None:
    """Where another statement of the seats leaves the agency out, whether it sits there is asked, and not denied."""
    also = 'also = [{ field = "seats", value = [{ agency = "council" }] }]'
    board = body("board", 'seats = [{ agency = "cafcass" }]', also, to=("top",))
    message = "whether a seat on Board is one of Cafcass: it is left open"
    assert found(Notable.NO_SEAT, FULL_TOP, RELEVANT.format("cafcass", "Cafcass"), board) == [(None, message)]
