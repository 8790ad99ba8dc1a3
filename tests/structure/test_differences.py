"""What is found to be different between two versions, and that nothing else is."""

from __future__ import annotations

from typing import Any

import pytest

import safeguarding as sg
from safeguarding.structure.differences import Kind, Why
from tests.structure.versions import (
    AUDIT_GROUP,
    EASTSHIRE,
    Edit,
    changed,
    edited,
    found,
    replaced,
    version,
)

CCG = '[[agency]]\nid = "ccg"\nname = "Eastshire CCG"\nkind = "clinical-commissioning-group"\ncode = "99X"\n'
ICB = '[[agency]]\nid = "icb"\nname = "East ICB"\nkind = "integrated-care-board"\n'


ONE_CHANGE: list[tuple[str, Edit, tuple[str, str, str, str], Any, Any]] = [
    ("a side", ('side = "health"', 'side = "police"'),
     ("changed", "partner", "partner[1]", "side"), "health", "police"),
    ("a cover", ('extent = "whole" }]\nwhere', 'extent = "part" }]\nwhere'),
     ("changed", "partner", "partner[0]", "covers.extent"), "whole", "part"),
    ("another post leads", ('post = "director"', 'post = "chair-person"'),
     ("changed", "lead", "lead[0]", "post"), "director", "chair-person"),
    ("the powers of a delegate", ('powers = ["speak"]', 'powers = ["speak", "decide"]'),
     ("changed", "delegation", "delegation[0]", "powers"), None, None),
    ("a relevant agency is renamed", ('name = "Cafcass"', 'name = "CAFCASS"'),
     ("renamed", "relevant_agency", "cafcass", "name"), "Cafcass", "CAFCASS"),
    ("a body is renamed and keeps its id", ('name = "Training Group"', 'name = "Workforce Group"'),
     ("renamed", "body", "training", "name"), "Training Group", "Workforce Group"),
    ("a meeting frequency", ('meets = "quarterly"', 'meets = "monthly"'),
     ("changed", "body", "board", "meets.how_often"), "quarterly", "monthly"),
    ("the vice-chair", ('vice = ["chair-person"]', 'vice = ["director"]'),
     ("changed", "body", "board", "chair.vice"), None, None),
    ("how the chair is held", ("chair = { held_by", 'chair = { how = "rotating", held_by'),
     ("changed", "body", "board", "chair.how"), "fixed", "rotating"),
    ("who appoints the chair", ('vice = ["chair-person"] }', 'vice = ["chair-person"], appointed_by = ["council"] }'),
     ("changed", "body", "board", "chair.appointed_by"), (), ("council",)),
    ("the matters of a line", ('matters = "audits"', 'matters = "audits and data"'),
     ("changed", "body", "audit", "reports_to.matters"), "audits", "audits and data"),
    ("a new line", ('reports_to = ["board"]', 'reports_to = ["board", "audit"]'),
     ("added", "body", "training", "reports_to"), None, None),
    ("a role on a board", ('role = "deputy chair"', 'role = "member"'),
     ("changed", "body", "board", "seats.role"), "deputy chair", "member"),
    ("a seat", ('{ agency = "ccg" }, ', ""), ("removed", "body", "board", "seats"), None, None),
    ("an amount", ('amount = "£30,000"', 'amount = "£30,000.01"'),
     ("changed", "funding", "budget", "lines.amount"), "£30,000.00", "£30,000.01"),
    ("a share", ('share = "25%"', 'share = "26%"'), ("changed", "funding", "budget", "lines.share"), "25%", "26%"),
    ("a line of funding has another label and is the same in all else", ('label = "Police"', 'label = "The force"'),
     ("renamed", "funding", "budget", "lines.label"), "Police", "The force"),
    ("the total", ('stated_total = "£120,000"', 'stated_total = "£130,000"'),
     ("changed", "funding", "budget", "stated_total"), "£120,000.00", "£130,000.00"),
    ("a level", ('names = ["Early help"]', 'names = ["Help early"]'),
     ("renamed", "level", "level-2", "names"), ("Early help",), ("Help early",)),
    ("a scrutineer", ('form = "person"', 'form = "panel"'),
     ("changed", "scrutineer", "scrutineer", "form"), "person", "panel"),
    ("the programme", ('method = "audit"', 'method = "survey"'),
     ("changed", "scrutiny_event", "scrutiny_event[0]", "method"), "audit", "survey"),
    ("the register", ('kind = "policy"', 'kind = "procedure"'),
     ("changed", "register", "escalation", "kind"), "policy", "procedure"),
    ("a link", ('kind = "health-and-wellbeing-board"', 'kind = "other"'),
     ("changed", "other_partnership", "health-board", "kind"), "health-and-wellbeing-board", "other"),
    ("what is said", ("commissions and delivers courses each year", "commissions and delivers courses every term"),
     ("changed", "statement", "statement[0]", "says"), None, None),
    ("a part of what is said", ('parts = ["commission", "deliver"]', 'parts = ["commission"]'),
     ("changed", "statement", "statement[0]", "parts"), None, None),
    ("the start", ('implemented = "2019-09-01"', 'implemented = "2019-09"'),
     ("changed", "publication", "", "implemented"), "2019-09-01", "2019-09"),
    ("a milestone has another day", ('when = "2019-09"', 'when = "2020-01"'),
     ("changed", "milestone", "milestone[0]", "when"), "2019-09", "2020-01"),
    ("a milestone in other words", ("new groups begin their work", "groups begin their new work"),
     ("changed", "milestone", "milestone[0]", "what"), None, None),
    ("an area", ('kind = "local-authority"\nwhere = "Area"', 'kind = "district"\nwhere = "Area"'),
     ("changed", "area", "eastshire", "kind"), "local-authority", "district"),
    ("an official code", ('code = "99X"', 'code = "99Y"'), ("changed", "agency", "ccg", "code"), "99X", "99Y"),
    ("a successor", ('code = "99X"', 'code = "99X"\nsuccessors = ["council"]'),
     ("changed", "agency", "ccg", "successors"), (), ("council",)),
    ("the name of the partnership", ("Safeguarding Children Partnership", "Children's Partnership"),
     ("renamed", "", "", "name"), None, None),
    ("what is written down", ('transcribed = "all"', 'transcribed = ["bodies"]'),
     ("changed", "", "", "transcribed"), None, None),
    ("no place is given any more", ('where = "Voice"', ""),
     ("changed", "statement", "statement[1]", "where"), None, None),
    ("a remark of the transcriber's", ('where = "Voice"', 'where = "Voice"\nnote = "So printed."'),
     ("changed", "statement", "statement[1]", "note"), None, "So printed."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("edit", "expected", "old", "new"), [case[1:] for case in ONE_CHANGE], ids=[c[0] for c in ONE_CHANGE]
)
def test_one_change_is_found_as_one(edit: Edit, expected: tuple[str, ...], old: Any, new: Any) -> None:
    """What is replaced in the file is what is listed: it alone, with both values; and it can be applied."""
    difference = changed(edit)
    assert found(difference) == [expected]
    (change,) = difference
    for said, value in ((old, change.old), (new, change.new)):
        assert said is None or said in (value, getattr(value, "value", None), str(value))
    assert replaced(difference) == difference.new


ALONE = (
    "lead", "delegation", "relevant_agency", "scrutineer", "scrutiny_event", "funding", "level", "statement",
    "other_partnership", "register", "milestone", "aim",
)  # fmt: skip
"""Sections of which an entry can be taken out without others that refer to it; the properties draw every section."""


@pytest.mark.parametrize("key", ALONE)
def test_an_entry_is_added_and_removed_as_a_whole(key: str) -> None:
    """An entry that only one version has is one change, with its place and no other."""
    start = EASTSHIRE.rindex(f"[[{key}]]")
    end = EASTSHIRE.find("\n[[", start)
    without = sg.loads(EASTSHIRE.replace(EASTSHIRE[start : end if end > 0 else len(EASTSHIRE)], ""))
    (gone,) = sg.diff(version(), without)
    (come,) = sg.diff(without, version())
    assert (gone.kind, come.kind, gone.section, come.section) == (Kind.REMOVED, Kind.ADDED, key, key)
    assert gone.old == come.new
    assert gone.path_was == come.path_now != ""
    assert gone.path_now == come.path_was == ""
    assert gone.was == come.now == getattr(gone.old, "where", None)
    assert gone.now is come.was is None


def test_both_places_are_given() -> None:
    """A change names where the old and where the new value was read: its own place, or that of its entry."""
    (change,) = changed(('meets = "quarterly"\nwhere = { heading = "Governance", page = 7 }',
                         'meets = "monthly"\nwhere = { heading = "Meetings", page = 3 }'))  # fmt: skip
    assert change.was is not None
    assert change.now is not None
    assert (change.was.in_words(), change.now.in_words()) == ("Governance, p. 7", "Meetings, p. 3")
    assert (change.path_was, change.path_now) == ("body.board.meets[0].how_often", "body.board.meets[0].how_often")


def test_a_field_with_a_place_of_its_own_names_that() -> None:
    """Where a further place is given for a field, the change of the field was read there."""
    where = 'where = { heading = "Governance", page = 7 }'
    own = f'{where}\nalso = [{{ field = "purpose", where = {{ page = 30, heading = "X" }} }}]'
    (change,) = changed((where, f'purpose = "It leads."\n{own}'))
    assert change.field == "purpose"
    assert change.now is not None
    assert change.now.page == 30


def test_another_page_is_no_news_and_is_applied() -> None:
    """That the same is read on another page is kept apart from what is said."""
    difference = changed(("page = 12", "page = 13"), ('where = "Voice"', 'where = "The voice of children"'))
    assert found(difference) == []
    assert [change.kind for change in difference.changes] == [Kind.READ_ELSEWHERE, Kind.READ_ELSEWHERE]
    assert difference
    assert replaced(difference) == difference.new


def test_another_order_is_no_news_and_is_applied() -> None:
    """Entries, seats and names in another order are the same arrangements, and come back in their order."""
    difference = changed(
        ('[{ agency = "council" }, { agency = "ccg" },', '[{ agency = "ccg" }, { agency = "council" },'),
        ('parts = ["commission", "deliver"]', 'parts = ["deliver", "commission"]'),
    )
    assert found(difference) == []
    assert {change.kind for change in difference.changes} == {Kind.REORDERED}
    assert replaced(difference) == difference.new


def test_two_ids_that_change_places_are_renamed_twice_and_offered() -> None:
    """Ids are stable: each body has the other's name now, and that is said to be strange."""
    difference = changed(
        ('id = "training"\nname = "Training Group"', 'id = "training"\nname = "Audit Group"'),
        ('id = "audit"\nname = "Audit Group"', 'id = "audit"\nname = "Training Group"'),
    )
    assert found(difference) == [("renamed", "body", "training", "name"), ("renamed", "body", "audit", "name")]
    assert {(one.why, one.was, one.now) for one in difference.likely} == {
        (Why.NAME, "body.audit", "body.training"),
        (Why.NAME, "body.training", "body.audit"),
    }


def test_renamed_and_changed_in_one_are_both_told() -> None:
    """A new name hides nothing else."""
    difference = changed(('name = "Training Group"', 'name = "Workforce"'), ('meets = "monthly"', 'meets = "termly"'))
    assert found(difference) == [
        ("renamed", "body", "training", "name"),
        ("changed", "body", "training", "meets.how_often"),
    ]


def test_another_id_with_the_same_name_is_offered_and_not_merged() -> None:
    """The one is removed and the other added; that both may be one stands beside it."""
    difference = changed(('id = "audit"', 'id = "audit-group"'))
    assert found(difference) == [("added", "body", "audit-group", ""), ("removed", "body", "audit", "")]
    assert [(one.why, one.was, one.now) for one in difference.likely] == [(Why.NAME, "body.audit", "body.audit-group")]
    assert replaced(difference) == difference.new


def test_another_id_and_name_with_the_same_structure_is_offered() -> None:
    """The same kind, line, seat and frequency under another id and name may be the same body."""
    text = EASTSHIRE.replace('"training"\nname = "Training Group"', '"skills"\nname = "Skills"')
    difference = sg.diff(version(), sg.loads(text.replace('who = ["training"]', 'who = ["skills"]')))
    assert [(one.why, one.was, one.now) for one in difference.likely] == [
        (Why.STRUCTURE, "body.training", "body.skills")
    ]


def test_bodies_that_share_little_are_not_offered() -> None:
    """That both are sub-groups makes no body of two."""
    difference = changed(
        (AUDIT_GROUP, '[[body]]\nid = "voice"\nname = "Voice Group"\nkind = "subgroup"\npurpose = "Hears."\n\n')
    )
    assert difference.likely == ()


def test_a_seat_that_moves_is_gone_here_and_new_there() -> None:
    """The two changes stand apart, and that the seat may have moved beside them."""
    difference = changed(
        ('{ agency = "ccg" }, ', ""),
        ('seats = [{ agency = "police" }]', 'seats = [{ agency = "police" }, { agency = "ccg" }]'),
    )
    assert found(difference) == [("removed", "body", "board", "seats"), ("added", "body", "training", "seats")]
    assert [(one.why, one.was, one.now) for one in difference.likely] == [
        (Why.MOVED, "body.board.seats[1]", "body.training.seats[1]")
    ]


def test_a_body_replaced_by_its_successor() -> None:
    """The integrated care board is a new agency and partner, and the documents call it the group's successor."""
    text = edited((CCG, f'{CCG}ends = "2022-06-30"\nsuccessors = ["icb"]\n\n{ICB}'),
                  ('[[partner]]\nagency = "ccg"', '[[partner]]\nagency = "icb"'))  # fmt: skip
    difference = sg.diff(version(), sg.loads(text))
    assert set(found(difference)) == {
        ("changed", "agency", "ccg", "ends"),
        ("changed", "agency", "ccg", "successors"),
        ("added", "agency", "icb", ""),
        ("added", "partner", "partner[1]", ""),
        ("removed", "partner", "partner[1]", ""),
    }
    assert [(one.why, one.section, one.was, one.now) for one in difference.likely] == [
        (Why.SUCCESSOR, "agency", "agency.ccg", "agency.icb"),
        (Why.SUCCESSOR, "partner", "partner[1]", "partner[1]"),
    ]
    assert replaced(difference) == difference.new


def test_the_same_official_code_is_offered() -> None:
    """An agency under another id and name, with the code that it had, is probably the same."""
    text = EASTSHIRE.replace('"ccg"', '"health"').replace("Eastshire CCG", "NHS Eastshire")
    assert [(one.why, one.was, one.now) for one in sg.diff(version(), sg.loads(text)).likely] == [
        (Why.CODE, "agency.ccg", "agency.health")
    ]
