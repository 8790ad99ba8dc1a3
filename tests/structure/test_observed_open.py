"""What is revealed where the documents leave open what it rests on: as a question, and not as a fact."""

from __future__ import annotations

import pytest

from safeguarding.structure.observed import Notable
from tests.structure.governed import LEADS, TOP, body
from tests.structure.test_observed import FULL_TOP, SEATS, UNREAD, found, ways

MAY_BE_OVER = 'also = [{ field = "ends", value = "2020-03-01" }]\nends = "2023-01-01"'
MAY_COME = 'starts = "2020"'
TO_TOP_OR_NOBODY = 'also = [{ field = "reports_to", value = [{ to = "top" }] }]'


@pytest.mark.parametrize(
    ("lines", "doubt"),
    [
        (MAY_BE_OVER, "Stray may not be there"),
        (MAY_COME, "Stray may not be there"),
        ('also = [{ field = "kind", value = "team" }]', "Stray may be a team"),
    ],
)
def test_a_body_that_may_not_need_a_line_is_left_open(lines: str, doubt: str) -> None:
    """Whether it is there, or is a team could each do away with the fault; what reports to it is certain."""
    sections = (FULL_TOP, body("stray", lines), body("low", to=("stray",)))
    assert found(Notable.NO_LINE, *sections) == [
        (None, f"whether Stray reports to nobody: {doubt}"),
        (True, "the line of Low leads to Stray, and from there none leads to the partners"),
    ]


def test_lines_that_were_read_are_not_said_to_be_missing() -> None:
    """Where one statement leads to the partners and another does not, or the top may not be there, a line was read."""
    disputed = body("board", 'also = [{ field = "reports_to", value = [{ to = "other" }] }]', to=("top",))
    message = "whether Board has a line to the partners: the sources disagree, or whoever stands above may not be there"
    assert (None, message) in found(Notable.NO_LINE, FULL_TOP, disputed, body("other"))
    top = body("top", LEADS, SEATS, MAY_BE_OVER, kind="lead-group")
    assert found(Notable.NO_LINE, top, body("board", to=("top",))) == [(None, message)]


def test_one_body_reports_and_several_report() -> None:
    """What is said of one body is said in the singular, of an unread line and of what stands below a stray."""
    message = "to whom A reports: no line to the partners was read, and it may be stated elsewhere: the chart"
    assert found(Notable.NO_LINE, UNREAD, FULL_TOP, body("a")) == [(None, message)]
    message = "A reports to nobody, and with it B has no line to the partners"
    assert found(Notable.NO_LINE, FULL_TOP, body("a"), body("b", to=("a",))) == [(True, message)]


def test_a_line_to_a_body_that_has_ended_is_told_as_such() -> None:
    """The line is stated, and leads to what is not there any more."""
    over = body("over", 'ends = "2019-06-30"', to=("top",))
    message = "the line of A leads to Over, which is not there on the date, and from there none leads to the partners"
    assert found(Notable.NO_LINE, FULL_TOP, over, body("a", to=("over",))) == [(True, message)]


def test_a_loop_of_bodies_that_may_not_be_there_is_open() -> None:
    """A loop needs all its bodies."""
    sections = (FULL_TOP, body("a", MAY_BE_OVER, to=("b",)), body("b", to=("a",)))
    assert found(Notable.LOOP, *sections) == [(None, "whether A and B report to each other in a loop")]


def test_a_loop_that_every_statement_makes_is_certain() -> None:
    """That one statement has the line for some matters, and the other for all, leaves no doubt that there is one."""
    a = body("a", 'also = [{ field = "reports_to", value = [{ to = "b", matters = "deaths" }] }]', to=("b",))
    sections = (FULL_TOP, a, body("b", to=("a",)))
    assert found(Notable.LOOP, *sections) == [(True, "A and B report to each other in a loop")]
    assert ways(Notable.LOOP, *sections) == ["A reports to B, which reports to A"]


def test_a_certain_loop_is_told_beside_the_larger_one_that_is_open() -> None:
    """B and C report to each other for sure, and A is in the loop only under one statement."""
    a = body("a", TO_TOP_OR_NOBODY, to=("b",))
    sections = (FULL_TOP, a, body("b", to=("c",)), body("c", to=("b", "a")))
    assert found(Notable.LOOP, *sections) == [
        (None, "whether A, B and C report to each other in a loop"),
        (True, "B and C report to each other in a loop"),
    ]


RELEVANT = '[[relevant_agency]]\nid = "cafcass"\nname = "Cafcass"\n'


def test_a_group_that_may_not_lead_leaves_the_top_open() -> None:
    """Where the only lead group may be over, or a remit could not be read, it is asked whether the partners lead."""
    message = "whether the partners lead through Top: the sources leave open whether it is there, or does that"
    top = body("top", LEADS, SEATS, MAY_BE_OVER, kind="lead-group")
    assert found(Notable.NO_TOP, top) == [(None, message)]
    assert found(Notable.NO_TOP, body("top", 'unknown = ["remit"]', SEATS)) == [(None, message)]


def test_absence_from_a_group_that_may_not_lead_is_open() -> None:
    """Nobody can be missing at the top for sure where it is open whether that is the top."""
    top = body("top", 'unknown = ["remit"]', 'seats = [{ agency = "council" }, { agency = "ccg" }]')
    message = "whether Eastshire Police is missing at the top: it has no seat on Top: no seat is named for it"
    assert found(Notable.ABSENT, top) == [(None, message)]


def test_a_seat_on_a_second_group_that_may_lead_leaves_absence_open() -> None:
    """The police sit on no group that leads for sure, and on one that may lead."""
    two = body("top", LEADS, 'seats = [{ agency = "council" }, { agency = "ccg" }]', kind="lead-group")
    second = body("second", 'unknown = ["remit"]', 'seats = [{ agency = "police" }]', to=("top",))
    doubt = "no seat is named for it; whether the partners lead through where it sits is open"
    message = f"whether Eastshire Police sits on Top and Second: {doubt}"
    assert found(Notable.ABSENT, two, second) == [(None, message)]
    unseated = body("second", 'unknown = ["remit"]', SEATS.replace("police", "ccg"), to=("top",))
    message = "Eastshire Police has no seat on Top: no seat is named for it"
    assert found(Notable.ABSENT, two, unseated) == [(True, message)]


def test_a_vacancy_on_a_body_that_may_not_be_there_is_open() -> None:
    """A chair, and a seat, can be vacant only on a body that there is; a role only of a scrutineer there is."""
    vacant = body("board", MAY_BE_OVER, 'chair = { how = "vacant" }', 'seats = [{ agency = "ccg", vacant = true }]')
    eye = '[[scrutineer]]\nid = "eye"\ntitle = "Eye"\nform = "person"\nprogress = "vacant"\nstarts = "2020"\n'
    assert found(Notable.VACANT, FULL_TOP, vacant, eye) == [
        (None, "whether the chair of Board is vacant"),
        (None, "whether the seat of NHS Eastshire CCG on Board is vacant"),
        (None, "whether the role of Eye is vacant"),
    ]


@pytest.mark.parametrize(
    "sections",
    [
        ('[[source]]\nid = "a"\ntitle = "A"\nunread = [{ what = "list", could_hold = ["bodies"] }]\n',),
        (body("other", 'unknown = ["seats"]', to=("top",)),),
        (body("other", 'unknown = ["chair"]', to=("top",)),),
        (body("other", 'seats = [{ group = "all agencies" }]', to=("top",)),),
    ],
)
def test_seats_that_were_not_read_leave_a_route_open(sections: tuple[str, ...]) -> None:
    """An agency may have a seat in what was not read, or among a class of members, and so a way to the partners."""
    stray = body("stray", 'seats = [{ agency = "cafcass" }]')
    assert [truth for truth, _ in found(Notable.NO_ROUTE, *sections, FULL_TOP, RELEVANT, stray)] == [None]
    assert [truth for truth, _ in found(Notable.NO_SEAT, *sections, FULL_TOP, RELEVANT)] == [None]


def test_a_seat_that_may_be_an_agencys_is_asked_about() -> None:
    """A seat of a post whose agency could not be read is nobody's for sure."""
    sections = (
        FULL_TOP,
        RELEVANT,
        '[[post]]\nid = "nurse"\ntitle = "Nurse"\nunknown = ["agency"]\n',
        body("board", 'seats = [{ post = "nurse" }]', to=("top",)),
    )
    message = "whether a seat on Board is one of Cafcass: it is left open"
    assert found(Notable.NO_SEAT, *sections) == [(None, message)]


@pytest.mark.parametrize("doubt", ['unknown = ["chair"]', 'chair = { held_by = ["a"] }\n' + MAY_BE_OVER])
def test_who_chairs_most_is_open_where_a_chair_is(doubt: str) -> None:
    """Another could chair as many, or a body chaired may not be there."""
    post = '[[post]]\nid = "a"\ntitle = "A"\n'
    chaired = [body(one, 'chair = { held_by = ["a"] }', to=("top",)) for one in ("one", "two")]
    assert [truth for truth, _ in found(Notable.CHAIRS_MOST, FULL_TOP, post, *chaired)] == [True]
    open_one = body("three", doubt, to=("top",))
    assert [truth for truth, _ in found(Notable.CHAIRS_MOST, FULL_TOP, post, *chaired, open_one)] == [None]


@pytest.mark.parametrize("doubt", ['unknown = ["reports_to"]', MAY_BE_OVER, TO_TOP_OR_NOBODY, 'may_be = ["a"]'])
def test_measures_are_open_where_a_line_is(doubt: str) -> None:
    """Depth, span and what most hangs on rest on all lines: one that is open could change each."""
    bodies = [body("board", to=("top",)), *(body(one, to=("board",)) for one in "ab")]
    for kind in (Notable.DEPTH, Notable.SPAN, Notable.CUTS_OFF):
        assert [truth for truth, _ in found(kind, FULL_TOP, *bodies)] == [True]
        to = () if "unknown" in doubt else ("board",)
        assert [truth for truth, _ in found(kind, FULL_TOP, *bodies, body("c", doubt, to=to))] == [None]


def test_a_tie_of_a_scrutineer_who_may_not_be_there_is_open() -> None:
    """Nobody is tied who is not there; and whether anybody scrutinises is then asked as well."""
    eye = '[[scrutineer]]\nid = "eye"\ntitle = "Eye"\nform = "person"\npaid_by = ["police"]\nstarts = "2020"\n'
    doubt = "whether there is this scrutineer on the date is open"
    message = f"scrutiny by Eye: it is paid by Eastshire Police alone; {doubt}"
    assert found(Notable.TIE, FULL_TOP, eye) == [(None, message)]
    message = "whether anybody scrutinises on the date: when Eye is there is open"
    assert found(Notable.NO_SCRUTINEER, FULL_TOP, eye) == [(None, message)]


def test_a_scrutineer_of_another_time_is_named() -> None:
    """One who is named, and whose time is over, is not said not to be named."""
    eye = '[[scrutineer]]\nid = "eye"\ntitle = "Eye"\nform = "person"\nends = "2019-12-31"\n'
    message = "no scrutineer is named who is there on the date: Eye is at another time"
    assert found(Notable.NO_SCRUTINEER, FULL_TOP, eye) == [(True, message)]


@pytest.mark.parametrize("doubt", [MAY_BE_OVER, TO_TOP_OR_NOBODY])
def test_meeting_less_often_than_a_body_that_may_not_report_is_open(doubt: str) -> None:
    """What may not be there, or may report elsewhere, is not surely overseen."""
    upper = body("upper", 'meets = [{ how_often = "annually" }]', to=("top",))
    lower = body("lower", 'meets = [{ how_often = "monthly" }]', doubt, to=("upper",))
    message = "Upper meets annually, and Lower, which reports to it, monthly"
    asked = f"whether a body meets less often than what it oversees: {message}"
    assert found(Notable.MEETS_LESS, TOP, upper, lower) == [(None, asked)]


def test_two_lines_to_one_body_are_told_once() -> None:
    """A body that reports to another for all matters, and by other means for some, is one that it oversees."""
    lines = 'reports_to = [{ to = "upper", matters = "deaths" }, { to = "upper" }]'
    upper = body("upper", 'meets = [{ how_often = "annually" }]', to=("top",))
    sections = (FULL_TOP, upper, body("lower", 'meets = [{ how_often = "monthly" }]', lines))
    assert len(found(Notable.MEETS_LESS, *sections)) == 1
    assert ways(Notable.MEETS_LESS, *sections) == ["Lower reports to Upper"]


def test_work_of_a_body_that_may_not_be_there_may_be_nobodys() -> None:
    """It is asked whether that body holds it."""
    held = 'remit = ["training", "audit", "data", "practice-reviews"]'
    sections = (FULL_TOP, body("board", held, to=("top",)), body("group", 'remit = ["yearly-report"]', MAY_BE_OVER))
    message = "whether a body is responsible for the yearly report: it may be Group"
    assert found(Notable.NO_REMIT, *sections) == [(None, message)]


AREAS = "".join(
    f'[[area]]\nid = "{one}"\nname = "{one.upper()}"\nkind = "district"\npart_of = ["e"]\n' for one in "abc"
)
AREAS += '[[area]]\nid = "e"\nname = "E"\nkind = "local-authority"\n'


def test_places_are_open_where_what_a_group_serves_is() -> None:
    """Two statements on what a group serves leave gaps and overlaps open, as they do for the law."""
    also = 'also = [{ field = "serves", value = ["b"] }]'
    groups = [
        body("x", 'serves = ["a", "b"]', to=("top",), kind="locality-group"),
        body("y", 'serves = ["c"]', also, to=("top",), kind="locality-group"),
    ]
    message = "whether the locality groups serve each place once: what is a group or a district, or which places "
    message += "belong to it, is open for Y"
    assert found(Notable.LOCALITIES, AREAS, FULL_TOP, *groups) == [(None, message)]


def test_a_group_does_not_overlap_with_itself() -> None:
    """One that serves the whole area and names a district of it serves that district once."""
    group = body("x", 'serves = ["e", "a"]', to=("top",), kind="locality-group")
    assert found(Notable.LOCALITIES, AREAS, FULL_TOP, group) == []


def test_the_longest_line_begins_with_the_partners_own_group_only_where_there_is_one() -> None:
    """A line that ends at a partner's agency has no group of the partners in it."""
    bodies = (body("board", to=("council",)), body("panel", to=("board",)))
    message = "the longest line to the partners has 2 steps: that of Panel"
    assert found(Notable.DEPTH, *bodies) == [(True, message)]


@pytest.mark.parametrize(
    ("post", "truth"),
    [
        ('agency = "council"', None),
        ('agency = "council"\nends = "2019-12-31"', True),
        ('agency = "council"\nends = "2020"', False),
        ('agency = "council"\nalso = [{ field = "agency", value = "other" }]', False),
        ('unknown = ["agency"]', False),
        ('agency = "other"', True),
    ],
)
def test_a_line_ends_with_a_post_of_a_partner_that_there_is(post: str, truth: bool | None) -> None:
    """A post that is over, or another's, is no end of a line; one that may be over, or another's, leaves it open."""
    other = '[[agency]]\nid = "other"\nname = "Other"\nkind = "other"\n'
    posts = f'[[post]]\nid = "head"\ntitle = "Head"\n{post}\n'
    seen = found(Notable.NO_LINE, FULL_TOP, other, posts, body("board", to=("head",)))
    # Nothing is said where the line is sure; what is open is told without being certain.
    assert [one[0] for one in seen] == {None: [], True: [True], False: [None]}[truth]
