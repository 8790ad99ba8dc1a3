"""That a difference makes the new version from the old, and that nothing of the model is left out."""

from __future__ import annotations

from typing import get_args, get_type_hints

import pytest
from attrs import evolve, fields, has

import safeguarding as sg
from safeguarding import CannotApplyError
from safeguarding.model import Document
from safeguarding.structure.differences.likeness import KEYS, is_table, matched
from tests.structure.versions import (
    changed,
    version,
)


def test_nothing_differs_from_itself() -> None:
    """A version read twice has no difference at all, and applying none gives it back."""
    difference = sg.diff(version(), version())
    assert not difference
    assert len(difference) == 0
    assert difference.apply(version()) == version()


def test_applying_to_something_else_names_every_point_and_changes_nothing() -> None:
    """All conflicts come at once, in the words of a file."""
    difference = changed(('meets = "quarterly"', 'meets = "monthly"'))
    other = version(
        ('name = "Cafcass"', 'name = "CAFCASS"'),
        ('{ agency = "ccg" }, ', ""),
        ('where = "Voice"', 'where = "Else"'),
        ('parts = ["commission", "deliver"]', 'parts = ["deliver", "commission"]'),
        ("[[milestone]]", '[[aim]]\nkind = "value"\nsays = "Children first."\n\n[[milestone]]'),
    )
    with pytest.raises(CannotApplyError) as caught:
        difference.apply(other)
    assert [problem.path for problem in caught.value.problems] == [
        "relevant_agency.cafcass.name", "body.board.seats[1]", "statement[0].parts", "statement[1].where", "aim[0]",
    ]  # fmt: skip
    assert "seats[1]: it is in the old version, and not here. Apply the difference to" in str(caught.value)
    assert "aim[0]: it is not in the old version." in str(caught.value)


def test_the_files_that_were_read_do_not_count() -> None:
    """A difference is applied to the same documents from other files, and what it makes was read from none."""
    difference = changed(('meets = "quarterly"', 'meets = "monthly"'))
    made = difference.apply(evolve(version(), inputs=()))
    assert made == difference.new
    assert made.inputs == ()


def classes() -> set[type]:
    """Return every class that can stand in a list within a document."""
    listed: set[type] = set()
    waiting: list[type] = [Document]
    while waiting:
        cls = waiting.pop()
        for name, hint in get_type_hints(cls).items():
            if name not in {a.name for a in fields(cls)} or name == "also":
                continue
            for inner in (hint, *get_args(hint)):
                if isinstance(inner, type) and has(inner) and inner not in listed:
                    if get_args(hint) and get_args(hint)[-1] is Ellipsis:
                        listed.add(inner)
                    if inner not in waiting:
                        waiting.append(inner)
    return listed


def test_every_class_in_a_list_has_an_id_or_keys() -> None:
    """A class that joins the model is told from others of its kind by something chosen for it."""
    assert [cls.__name__ for cls in classes() if "id" not in {a.name for a in fields(cls)} and cls not in KEYS] == []


def test_the_keys_are_fields() -> None:
    """Each key names fields that its class has."""
    for cls, keys in KEYS.items():
        names = {attribute.name for attribute in fields(cls)}
        assert {*keys.first, *(name for then in keys.then for name in then), *(keys.within or ())} <= names, cls


def test_a_class_without_keys_is_matched_by_likeness() -> None:
    """Until keys are chosen for it, what is alike is taken for one, and the rest is not."""
    from attrs import frozen  # noqa: PLC0415  # only this test makes a class

    @frozen
    class Sort:
        says: str

    old = (Sort("courses are held each autumn"), Sort("something else"))
    new = (Sort("courses are held every autumn"), Sort("audits"))
    assert matched(old, new) == [(0, 0)]
    assert is_table(old[0])
