"""What a diagram shows, in whatever form: who is drawn, where, and with what words."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from difflib import unified_diff
from pathlib import Path
from time import process_time

import pytest

import safeguarding as sg
from safeguarding.structure import Situation, situations
from safeguarding.views.diagram import diagram
from safeguarding.views.diagrams.drawing import draw
from safeguarding.views.diagrams.picture import Box, Group, Link, Look, Picture, Stroke
from safeguarding.views.diagrams.rows import in_rows, stacked
from safeguarding.views.diagrams.shown import TextForm
from tests.law.case import head, partnership
from tests.structure.governed import AS_OF, LEADS, PARTNERS, TOP, body, governed, situation

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "cumbria-2019.toml"
FORMS: tuple[TextForm, ...] = ("mermaid", "dot", "text")
"""The forms that need nothing but this library."""


def picture(*sections: str) -> Picture:
    """Draw a plan with the three partners and these sections."""
    return draw(situation(*sections), title="Eastshire", caption=())


def box(drawn: Picture, identity: str) -> Box:
    """Return the box with that id."""
    return next(each for each in drawn.boxes if each.id == identity)


def links(drawn: Picture) -> set[tuple[Stroke, str, str]]:
    """Return what runs from which box to which."""
    return {(link.stroke, link.source, link.target) for link in drawn.links}


# Which date, which document


def test_without_a_date_it_is_the_date_of_an_assessment() -> None:
    """The diagram and the assessment of the same files speak of the same day, and the diagram says which."""
    found = sg.load(EXAMPLE)
    inferred, given = str(diagram(found)).splitlines(), str(diagram(found, as_of=sg.assess(found).as_of)).splitlines()
    assert [line for line in inferred if line not in given] == [
        "No date was given: the date is the last day on which the newest document can",
        "have been published.",
    ]
    assert [line for line in given if line not in inferred] == []


@pytest.mark.parametrize("form", FORMS)
def test_without_any_date_it_cannot_be_drawn(form: TextForm) -> None:
    """A document without a date of publication needs a date from the caller."""
    undated = governed(PARTNERS, publication="")
    with pytest.raises(sg.CannotAssessError, match="as_of"):
        diagram(undated, as_of=None, format=form)
    assert diagram(undated, as_of=AS_OF, format=form)


def test_another_form_is_refused_with_those_that_there_are() -> None:
    """A caller who asks for what is not held is told what is."""
    with pytest.raises(sg.SafeguardingError, match=r'"gif".*mermaid, dot, svg, png, text'):
        diagram(governed(PARTNERS), as_of=AS_OF, format="gif")  # type: ignore[call-overload]


def test_the_newest_of_the_versions_that_may_be_in_force_is_drawn() -> None:
    """Where it is open which version is in force, the newest is drawn, and the caption says so."""
    first = head('published = "2020-04"') + PARTNERS + body("early", LEADS)
    second = head('published = "2020-05"').replace("plan", "plan-2") + PARTNERS + body("late", LEADS)
    text = str(diagram(partnership(second, first), as_of=date(2020, 5, 15)))
    assert "- Late" in text
    assert "- Early" not in text
    assert "Which of 2 versions" in text


def test_without_arrangements_the_newest_document_with_bodies_is_drawn() -> None:
    """A yearly report that describes the structure can be drawn, and the caption says what is missing."""
    report = head('published = "2021-09"').replace('"arrangements"', '"yearly-report"')
    text = str(diagram(partnership(report + PARTNERS + TOP)))
    assert "Read in: yearly report" in text
    assert "No arrangements are among the files." in text
    assert "- Top" in text


def test_nothing_at_all_is_still_drawn() -> None:
    """Documents without partners or bodies give a picture that says so."""
    report = head('published = "2021-09"').replace('"arrangements"', '"yearly-report"')
    text = str(diagram(partnership(report)))
    assert "No arrangements are among the files." in text
    assert "No safeguarding partner was read" in text


def test_the_caption_says_what_was_not_read_or_not_written_down() -> None:
    """A chart that was lost, and topics not yet transcribed, could change the picture."""
    unread = '[[source.unread]]\nwhat = "the lost chart"\ncould_hold = ["bodies"]\n'
    text = head('published = "2020-04-01"', ("partners", "bodies", "links"))
    found = str(diagram(partnership(text + unread + PARTNERS), as_of=AS_OF))
    assert "Not read: the lost chart." in found
    assert "Not written down yet: reporting lines, scrutineers." in found


@pytest.mark.parametrize("form", FORMS)
def test_the_caption_names_partnership_date_and_document(form: TextForm) -> None:
    """A printed picture can be traced to what it was drawn from."""
    found = diagram(governed(PARTNERS, TOP), as_of=AS_OF, format=form)
    joined = " ".join(found.replace("<br/>", " ").replace("<BR/>", " ").split())
    assert "Eastshire Safeguarding Children Partnership" in joined
    assert "1 May 2020" in joined
    assert "Read in: arrangements (Multi" in joined
    assert "published 1 April 2020" in joined


# Who is drawn, and where


def test_an_arrangement_without_bodies_still_draws_its_partners() -> None:
    """The partners stand at the top even when nothing stands below them."""
    drawn = picture()
    assert [each.title for each in drawn.partners.boxes] == [
        "Eastshire Council",
        "NHS Eastshire CCG",
        "Eastshire Police",
    ]
    assert [each.details for each in drawn.partners.boxes] == [("Local authority",), ("Health",), ("Police",)]
    assert (drawn.main, drawn.apart, drawn.links, drawn.sides, drawn.legend) == ((), (), (), (), ())


def test_bodies_that_report_in_the_same_way_are_one_group() -> None:
    """Three sub-groups of one parent make one box with one line; the fourth, with a line of its own, does not."""
    groups = [body(name, to=("board",)) for name in ("a", "b", "c")]
    drawn = picture(TOP, body("board", to=("top",)), *groups, body("d", to=("board", "top")))
    items = [row.item for row in drawn.main]
    assert [item.id for item in items] == ["body_top", "body_board", "alike_body_a", "body_d"]
    assert isinstance(items[2], Group)
    assert items[2].title == "3 sub-groups that report in the same way"
    assert (Stroke.REPORTS, "alike_body_a", "body_board") in links(drawn)
    assert len(drawn.links) == 5


def test_a_body_that_others_depend_on_is_not_grouped() -> None:
    """A body that has a body below it, or that may be another one, needs a box that a line can reach."""
    groups = [body(name, to=("top",)) for name in ("a", "b", "c")]
    drawn = picture(TOP, *groups, body("e", to=("a",)), body("f", 'may_be = ["b"]', to=("top",)))
    assert not any(isinstance(row.item, Group) for row in drawn.main)


def test_two_lines_of_reporting_are_two_links() -> None:
    """A body stands below one of those it reports to, and the other line is drawn as well."""
    drawn = picture(TOP, body("board", to=("top",)), body("panel", to=("board", "top")))
    assert {target for _, source, target in links(drawn) if source == "body_panel"} == {"body_board", "body_top"}
    assert [(row.item.id, row.above, row.depth, row.layer) for row in drawn.main] == [
        ("body_top", "", 0, 1),
        ("body_board", "body_top", 1, 2),
        ("body_panel", "body_board", 2, 3),
    ]


def test_a_line_to_each_partner_is_one_line_to_all() -> None:
    """A body that reports to every partner is drawn as reporting to the partners."""
    drawn = picture(body("board", to=("council", "ccg", "police")))
    assert links(drawn) == {(Stroke.REPORTS, "body_board", "partners")}


def test_a_post_that_a_line_runs_to_stands_with_the_partners() -> None:
    """The director to whom a body reports is drawn, a director who only chairs is not."""
    chaired = picture(body("board", LEADS, 'chair = { held_by = ["director"] }'))
    assert [each.id for each in chaired.partners.boxes][3:] == []
    named = picture(body("board", to=("director",)))
    assert [each.id for each in named.partners.boxes][3:] == ["post_director"]
    assert box(named, "post_director").details == ("Post of Eastshire Council",)
    assert [row.item.id for row in named.main] == ["body_board"]


def test_bodies_without_a_line_stand_apart() -> None:
    """A body with no line, one that reports to it, and a loop of two are all apart from the rest."""
    drawn = picture(TOP, body("a"), body("b", to=("a",)), body("x", to=("y",)), body("y", to=("x",)))
    assert [(row.item.id, row.above) for row in drawn.apart] == [
        ("body_a", ""),
        ("body_b", "body_a"),
        ("body_x", ""),
        ("body_y", "body_x"),
    ]
    assert drawn.loose == ()
    assert picture(body("a")).loose == ("body_a",)


def test_a_board_that_has_ended_is_drawn_where_a_body_still_reports_to_it() -> None:
    """A line into the past is not a line to the partners, and one sees where it goes."""
    drawn = picture(body("lscb", 'status = "ended"', 'ends = "2019-09"'), body("panel", to=("lscb",)))
    (elsewhere,) = drawn.sides
    assert (elsewhere.id, elsewhere.boxes[0].details) == ("elsewhere", ("Ended September 2019",))
    assert [row.item.id for row in drawn.apart] == ["body_panel"]


def test_groups_named_only_as_examples_are_listed_apart() -> None:
    """What "could include" a group does not set one up."""
    drawn = picture(TOP, body("neglect", 'status = "example"', to=("top",)))
    assert [(side.id, side.boxes[0].look) for side in drawn.sides] == [("examples", Look.DOTTED)]
    assert [row.item.id for row in drawn.main] == ["body_top"]
    assert not drawn.apart
    assert "Dotted outline: named only as an example" in drawn.legend


def test_bodies_that_may_be_the_same_are_linked_once() -> None:
    """The doubt is drawn as a link without direction, and explained."""
    drawn = picture(TOP, body("a", 'may_be = ["b"]', to=("top",)), body("b", 'may_be = ["a"]'))
    assert [link for link in drawn.links if link.stroke is Stroke.SAME] == [
        Link(stroke=Stroke.SAME, source="body_a", target="body_b")
    ]
    assert any("may be the same body" in text for text in drawn.legend)


def test_a_scrutineer_has_a_box_or_marks_the_one_that_it_has_already() -> None:
    """A person gets a box; a body of young people that scrutinises is marked where it stands."""
    scrutineers = (
        '[[post]]\nid = "eye"\ntitle = "Scrutineer"\n'
        '[[scrutineer]]\nid = "person"\ntitle = "Independent Scrutineer"\nform = "person"\nheld_by = ["eye"]\n'
        'reports_to = ["council", "ccg", "police"]\nscrutinises = ["top"]\nprogress = "planned"\n'
        '[[scrutineer]]\nid = "young"\ntitle = "Young Scrutineers"\nform = "young-people"\nheld_by = ["youth"]\n'
    )
    drawn = picture(TOP, body("youth", to=("top",)), scrutineers)
    person = box(drawn, "scrutineer_person")
    assert (person.details, person.look, person.scrutiny) == (("Held by: Scrutineer", "Planned"), Look.BROKEN, True)
    assert box(drawn, "body_youth").scrutiny
    assert box(drawn, "body_youth").details == ("Independent scrutiny: Young Scrutineers",)
    assert not box(drawn, "body_top").scrutiny
    assert [side.id for side in drawn.sides] == ["scrutiny"]
    assert {
        (Stroke.REPORTS, "scrutineer_person", "partners"),
        (Stroke.SCRUTINISES, "scrutineer_person", "body_top"),
    } <= links(drawn)


@pytest.mark.parametrize(
    ("lines", "look", "details"),
    [
        ('starts = "2020-04"', Look.FIRM, ()),
        ('starts = "2020-06"', Look.BROKEN, ("From June 2020",)),
        ('progress = "vacant"', Look.FIRM, ("Vacant",)),
        ('ends = "2020-06"', Look.FIRM, ()),
    ],
)
def test_a_scrutineer_shows_how_far_the_role_is_in_place(lines: str, look: Look, details: tuple[str, ...]) -> None:
    """A scrutineer who has yet to start has a broken outline; a vacant post says so."""
    drawn = picture(f'[[scrutineer]]\nid = "eye"\ntitle = "Eye"\nform = "person"\n{lines}\n')
    found = box(drawn, "scrutineer_eye")
    assert (found.look, found.details) == (look, details)


def test_a_body_that_scrutinises_itself_is_marked_and_not_linked() -> None:
    """A board that is its own scrutineer makes no line from itself to itself."""
    own = '[[scrutineer]]\nid = "eye"\ntitle = "Top"\nform = "panel"\nheld_by = ["top"]\nscrutinises = ["top"]\n'
    drawn = picture(TOP, own)
    assert box(drawn, "body_top").details == ("Independent scrutiny",)
    assert [link.stroke for link in drawn.links] == [Stroke.LEADS]


def test_other_partnerships_stand_at_the_side_with_what_flows() -> None:
    """What another partnership does is said in its box; a body that answers to it has a link."""
    other = (
        '[[other_partnership]]\nid = "hwb"\nname = "Health Board"\nkind = "other"\n'
        'flows = ["receives", "reports", "leads-on"]\n'
    )
    drawn = picture(body("top", LEADS, 'answers_to = [{ to = "hwb", matters = "needs" }]'), other)
    assert box(drawn, "other_hwb").outside
    assert box(drawn, "other_hwb").details == (
        "Receives from the partnership; reports to the partnership; leads on matters of common concern",
    )
    answers = [link for link in drawn.links if link.stroke is Stroke.ANSWERS]
    assert answers == [Link(stroke=Stroke.ANSWERS, source="body_top", target="other_hwb", label=("only for: needs",))]


def test_lines_say_for_which_matters_and_by_what_means() -> None:
    """What limits a line stands on it, and so does a disagreement of the sources."""
    lines = 'reports_to = [{ to = "top", matters = "reviews", by = "highlight report" }]'
    also = 'also = [{ field = "reports_to", value = [{ to = "other" }] }]'
    drawn = picture(TOP, body("other", to=("top",)), body("panel", lines, also))
    found = {link.target: (link.stroke, link.label) for link in drawn.links if link.source == "body_panel"}
    assert found == {
        "body_top": (Stroke.PARTLY, ("only for: reviews", "by highlight report", "the sources disagree")),
        "body_other": (Stroke.REPORTS, ("the sources disagree",)),
    }


# What stands in a box


@pytest.mark.parametrize(
    ("lines", "look", "details"),
    [
        ((), Look.FIRM, ()),
        (('starts = "2020-04"',), Look.FIRM, ()),
        (('starts = "2020-09"',), Look.BROKEN, ("From September 2020",)),
        (('starts = "2020"',), Look.BROKEN, ("From 2020",)),
        (('ends = "2021-03"',), Look.FIRM, ("Until March 2021",)),
        (('status = "planned"',), Look.BROKEN, ("Planned",)),
        (('status = "planned"', 'starts = "2019-09"'), Look.BROKEN, ("Planned from September 2019",)),
        (('status = "planned"', 'unknown = ["starts"]'), Look.BROKEN, ("Planned from a date that could not be read",)),
        (
            ('status = "shadow"', 'starts = "2018-04"', 'ends = "2021"'),
            Look.BROKEN,
            ("In shadow form from April 2018; Until 2021",),
        ),
        (
            ('status = "planned"', 'starts = "2020-09"', 'also = [{ field = "starts", value = "2020-10" }]'),
            Look.BROKEN,
            ("Planned from September 2020 or October 2020",),
        ),
    ],
)
def test_a_box_shows_how_far_its_body_exists(lines: tuple[str, ...], look: Look, details: tuple[str, ...]) -> None:
    """A broken outline says that a body is not known to have started, and the words say from when."""
    found = box(picture(body("board", *lines)), "body_board")
    assert (found.look, found.details) == (look, details)


@pytest.mark.parametrize(
    ("chair", "words"),
    [
        ('{ held_by = ["director"] }', "Director of Children's Services"),
        ('{ held_by = ["director", "police"] }', "Director of Children's Services and Eastshire Police"),
        ('{ how = "one-of", held_by = ["council", "ccg", "police"] }', "a safeguarding partner"),
        ('{ how = "one-of", held_by = ["ccg", "police"] }', "NHS Eastshire CCG or Eastshire Police"),
        (
            '{ how = "rotating", held_by = ["council", "ccg", "police"], every = "every 2 years" }',
            "rotates among the safeguarding partners every 2 years",
        ),
        ('{ how = "rotating" }', "rotating"),
        ('{ how = "joint", held_by = ["ccg", "police"] }', "NHS Eastshire CCG and Eastshire Police, jointly"),
        ('{ how = "joint" }', "joint"),
        ('{ how = "vacant" }', "vacant"),
        ('{ how = "to-be-agreed" }', "to be agreed"),
    ],
)
def test_a_box_names_the_chair(chair: str, words: str) -> None:
    """Each way of holding a chair has its words."""
    found = box(picture(body("board", f"chair = {chair}")), "body_board")
    assert found.details == (f"Chair: {words}",)


def test_what_could_not_be_read_is_not_shown_as_silence() -> None:
    """A chair that is printed and illegible is another thing than no chair."""
    found = box(picture(body("board", 'unknown = ["chair", "meets"]')), "body_board")
    assert found.details == ("Chair: could not be read", "How often it meets could not be read")
    assert box(picture(body("board", "chair = {}")), "body_board").details == ()


@pytest.mark.parametrize(
    ("meets", "words"),
    [
        ('"quarterly"', "Meets quarterly"),
        ('"April and October"', "Meets in April and October"),
        (
            '[{ how_often = "monthly", ends = "2020-03" }, { how_often = "quarterly", starts = "2020-04" }]',
            "Meets quarterly",
        ),
        ('[{ how_often = "monthly", starts = "2020-09" }]', "Meets monthly from September 2020"),
        (
            '[{ how_often = "weekly", starts = "2020-06" }, { how_often = "monthly", starts = "2021" }]',
            "Meets weekly from June 2020, then monthly from 2021",
        ),
    ],
)
def test_a_box_says_how_often_the_body_meets_on_the_date(meets: str, words: str) -> None:
    """A frequency that changes is that of the date; one of another time comes with its time."""
    assert box(picture(body("board", f"meets = {meets}")), "body_board").details == (words,)


def test_two_statements_that_disagree_both_stand() -> None:
    """A contradiction in the sources is shown, not resolved."""
    also = 'also = [{ field = "meets", value = "monthly" }]'
    found = box(picture(body("board", 'meets = "quarterly"', also)), "body_board")
    assert found.details == ("Meets quarterly or monthly (the sources disagree)",)


def test_a_body_bears_the_name_of_the_date() -> None:
    """A body renamed keeps its id and its box, which has the name of the time."""
    titles = 'titles = [{ name = "New Name", starts = "2020-04" }, { name = "Also Called" }]'
    renamed = body("board", titles, name="Old Name")
    assert box(picture(renamed), "body_board").title == "New Name"
    earlier: Situation = situations(governed(PARTNERS, renamed), date(2020, 3, 31))[0]
    assert box(draw(earlier, title="", caption=()), "body_board").title == "Old Name"


def test_a_partner_names_its_lead_and_its_end() -> None:
    """A lead who is called so is named, one who only signed is not; an agency that is gone says so."""
    lead = '[[lead]]\npartner = "council"\npost = "director"\n'
    assert box(picture(lead), "partner_council").details[1:] == ("Lead: Director of Children's Services",)
    assert box(picture(lead + 'shown = "signature"\n'), "partner_council").details[1:] == ()
    ended = PARTNERS.replace('group"\n', 'group"\nends = "2020-03-31"\n', 1)
    found = draw(situations(governed(ended), AS_OF)[0], title="", caption=())
    assert box(found, "partner_ccg").details == ("Health", "Ended 31 March 2020")


# What always holds


def test_rows_are_filled_and_held_in_place() -> None:
    """Boxes stand in rows of a width, every box of a row above one of the next."""
    rows = in_rows("abcdefg", 3)
    assert rows == [("a", "b", "c"), ("d", "e", "f"), ("g",)]
    assert stacked(rows) == [("a", "d"), ("b", "e"), ("c", "f"), ("d", "g"), ("e", "g"), ("f", "g")]
    assert [len(row) for row in in_rows("abcdefg")] == [3, 3, 1]
    assert in_rows("") == []
    assert len(in_rows("x" * 300, 4)) == 30


@pytest.mark.parametrize("form", FORMS)
def test_the_same_input_gives_the_same_bytes(form: TextForm) -> None:
    """No set and no hash decides the order of anything."""
    code = (
        "import sys, safeguarding as sg\n"
        "from safeguarding.views.diagram import diagram\n"
        f"sys.stdout.buffer.write(diagram(sg.load({str(EXAMPLE)!r}), format={form!r}).encode())"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("0", "1")
    }
    assert found == {diagram(sg.load(EXAMPLE), format=form).encode()}


@pytest.mark.parametrize("form", FORMS)
def test_a_small_change_in_the_file_is_a_small_change_in_the_text(form: TextForm) -> None:
    """A new name changes the line of its box; a new body adds a few lines and moves none."""
    groups = [body(name, to=("top",)) for name in ("a", "b", "c", "d")]
    before = diagram(governed(PARTNERS, TOP, *groups, body("z", to=("a",))), as_of=AS_OF, format=form).splitlines()
    named = [*groups[:2], body("c", to=("top",), name="Renamed"), groups[3]]
    after = diagram(governed(PARTNERS, TOP, *named, body("z", to=("a",))), as_of=AS_OF, format=form).splitlines()
    assert len(before) == len(after)
    assert sum(old != new for old, new in zip(before, after, strict=True)) == 1
    added = [*groups, body("z", to=("a",)), body("y", to=("z",))]
    longer = diagram(governed(PARTNERS, TOP, *added), as_of=AS_OF, format=form).splitlines()
    assert set(before) - set(longer) <= {"  note ~~~ body_z"}
    assert [line for line in longer if line in before] == [line for line in before if line in longer]
    assert len(longer) - len(before) in {1, 2}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("to", ["top", "parent", ""])
def test_a_body_more_changes_only_the_lines_about_it(form: TextForm, to: str) -> None:
    """Among many that report alike, below a parent, or alone: what else changes is a row, a count or the foot."""
    here = [TOP, *(body(name, to=("top",)) for name in "abcd"), body("parent", to=("top",)), body("l", to=("parent",))]
    here += [body("alone")]
    before = diagram(governed(PARTNERS, *here), as_of=AS_OF, format=form).splitlines()
    new = body("zzz", to=(to,) if to else ())
    after = diagram(governed(PARTNERS, *here, new), as_of=AS_OF, format=form).splitlines()
    changed = [line[1:].strip() for line in unified_diff(before, after, n=0, lineterm="")][2:]
    about = re.compile(r"zzz|Zzz|that report in the same way|</?TR>|note ~~~|^@|apart ~~~|style=invis|~~~ body_[a-d]$")
    assert [line for line in changed if not about.search(line)] == []
    assert any("zzz" in line.lower() for line in changed)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("shape", ["flat", "chain", "loops", "alone"])
def test_three_hundred_bodies_are_drawn_quickly(form: TextForm, shape: str) -> None:
    """Neither width, nor depth, nor loops make it slow or exhaust the stack."""
    uppers: dict[str, Callable[[int], tuple[str, ...]]] = {
        "flat": lambda _: ("top",),
        "chain": lambda i: (f"b{i - 1}" if i else "top",),
        "loops": lambda i: tuple(f"b{(i + j) % 300}" for j in range(1, 6)),
        "alone": lambda _: (),
    }
    found = governed(PARTNERS, TOP, *(body(f"b{i}", to=uppers[shape](i)) for i in range(300)))
    before = process_time()
    drawn = diagram(found, as_of=AS_OF, format=form)
    assert process_time() - before < 5
    assert all(f"B{i}" in drawn for i in range(300))
