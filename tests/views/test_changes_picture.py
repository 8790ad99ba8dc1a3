"""Two versions in one picture."""

from __future__ import annotations

import pytest

import safeguarding as sg
from safeguarding.views.changes.drawing import pictured
from safeguarding.views.diagrams.dot import as_dot
from safeguarding.views.diagrams.mermaid import as_mermaid
from safeguarding.views.diagrams.picture import Change, Picture
from tests.assessment.test_changes import REPORT
from tests.structure.versions import (
    AUDIT_GROUP,
    EASTSHIRE,
    MORE_OFTEN,
    POLICE,
    QUALITY,
    Edit,
    changed,
    version,
)
from tests.views.differing import AS_OF


def labels(picture: Picture) -> dict[str, str]:
    """Return the marks on the boxes and links of a picture."""
    boxes = {box.id: box.mark.label for box in picture.boxes if box.mark}
    return boxes | {f"{link.source} > {link.target}": link.mark.label for link in picture.links if link.mark}


PICTURED: list[tuple[str, tuple[Edit, ...], dict[str, str]]] = [
    ("nothing", (), {}),
    ("renamed, and it meets more often",
     (('name = "Training Group"', 'name = "Workforce"'), ('meets = "monthly"', 'meets = "termly"')),
     {"body_training": "= renamed: was: Training Group; Meets monthly"}),
    ("it meets more often", (MORE_OFTEN,), {"body_board": "~ changed: was: Meets quarterly"}),
    ("a frequency is new", ((QUALITY, f'{QUALITY}\nmeets = "monthly"'),),
     {"body_audit": "~ changed: new: Meets monthly"}),
    ("it is only planned", (('kind = "board"', 'kind = "board"\nstatus = "shadow"'),),
     {"body_board": "~ changed: new: In shadow form"}),
    ("a body is gone", ((AUDIT_GROUP, ""),),
     {"body_audit": "– removed", "body_audit > body_board": "– removed"}),
    ("a body is new",
     (("[[scrutineer]]",
       '[[body]]\nid = "new"\nname = "New"\nkind = "panel"\nreports_to = ["audit"]\n\n[[scrutineer]]'),),
     {"body_new": "+ added", "body_new > body_audit": "+ added"}),
    ("a line has other matters", (('matters = "audits"', 'matters = "data"'),),
     {"body_audit > body_board": "~ changed: was: only for: audits"}),
    ("a line is for everything", (('{ to = "board", matters = "audits" }', '"board"'),),
     {"body_audit > body_board": "~ changed: was: only for: audits"}),
    ("a partner is gone", ((POLICE, ""),), {"partner_police": "– removed"}),
    ("another partnership is gone",
     ((EASTSHIRE[EASTSHIRE.index("[[other_partnership]]") : EASTSHIRE.index("[[register]]")], ""),),
     {"other_health_board": "– removed"}),
]  # fmt: skip


@pytest.mark.parametrize(("edits", "expected"), [case[1:] for case in PICTURED], ids=[case[0] for case in PICTURED])
def test_the_picture_marks_what_differs(edits: tuple[Edit, ...], expected: dict[str, str]) -> None:
    """Each box and line that differs says how, and no other is marked."""
    found = labels(pictured(changed(*edits), as_of=AS_OF))
    assert expected.items() <= found.items()
    assert bool(found) == bool(expected)


def test_the_picture_is_the_union_of_both() -> None:
    """What only the old version has stands where it stood, struck through; both documents are named below."""
    difference = changed((EASTSHIRE[EASTSHIRE.index('[[body]]\nid = "audit"') : EASTSHIRE.index("[[scrutineer]]")], ""))
    picture = pictured(difference)
    (gone,) = [row for row in (*picture.main, *picture.apart) if row.item.id == "body_audit"]
    assert (gone.above, gone.depth) == ("body_board", 1)
    assert picture.caption[0] == "Old: arrangements published 28 June 2019."
    assert picture.caption[2].startswith("Both as they stand on 28 June 2019, the last day")
    assert "<S>Audit Group</S>" in as_dot(picture)
    assert "classDef removed" in as_mermaid(picture)
    assert {box.mark.change for box in picture.boxes if box.mark} == {Change.REMOVED}


def test_the_picture_of_several_alike_marks_each_by_itself() -> None:
    """Bodies that are drawn as one group in one version only are neither new nor gone because of it."""
    groups = "".join(
        f'[[body]]\nid = "g{n}"\nname = "Group {n}"\nkind = "subgroup"\nreports_to = ["board"]\n\n' for n in range(4)
    )
    old = ("[[scrutineer]]", groups + "[[scrutineer]]")
    new = ("[[scrutineer]]", groups.replace('id = "g3"', 'id = "g4"') + "[[scrutineer]]")
    found = labels(pictured(sg.diff(version(old), version(new)), as_of=AS_OF))
    assert {key: label for key, label in found.items() if key.startswith("body_g")} == {
        "body_g3": "– removed", "body_g4": "+ added", "body_g3 > body_board": "– removed"
    }  # fmt: skip


def test_an_example_that_is_in_force_now_stands_among_the_bodies() -> None:
    """A box that changes its place is marked where it is now, and stands nowhere twice."""
    example = (QUALITY, f'{QUALITY}\nstatus = "example"')
    picture = pictured(sg.diff(version(example), version()), as_of=AS_OF)
    assert labels(picture)["body_audit"].startswith("~ changed")
    assert [box.id for box in picture.boxes].count("body_audit") == 1
    assert "examples" not in {group.id for group in picture.sides}


def test_a_picture_without_arrangements_and_of_two_partnerships() -> None:
    """A report has no bodies to draw, and says what was drawn; two partnerships are both named."""
    picture = pictured(sg.diff(version(), sg.loads(REPORT)), as_of="2020-12-31")
    assert "body_board" in {box.id for box in picture.boxes if box.mark and box.mark.change is Change.REMOVED}
    other = sg.loads(EASTSHIRE.replace('"eastshire"', '"westshire"').replace("Eastshire Safe", "Westshire Safe"))
    assert "Partnership, and Westshire" in pictured(sg.diff(version(), other), as_of=AS_OF).title
