"""That a difference is the whole difference, for every partnership that the model can hold."""

from __future__ import annotations

from typing import Any

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import safeguarding as sg
from safeguarding import Difference, Partnership
from safeguarding.errors import SafeguardingError
from safeguarding.model import sections
from safeguarding.model.record import is_blank
from safeguarding.strategies import opened, partnerships, varied
from safeguarding.structure.differences import Kind
from safeguarding.views import json as json_view
from safeguarding.views.changes.drawing import pictured
from safeguarding.views.changes.telling import GROUPS
from safeguarding.views.diagrams.dot import as_dot
from safeguarding.views.diagrams.mermaid import as_mermaid
from tests.assessment.test_changes import REPORT

DAY = "2021-06-30"


def made_from(old: Partnership, difference: Difference) -> Partnership:
    """Apply a difference that has never seen the new version, nor its files."""
    return evolve(difference, new=old).apply(old)


def mutated(data: st.DataObject, partnership: Partnership) -> Partnership:
    """Draw a version with a few fields stated otherwise or left open, and entries dropped or in another order."""
    new = data.draw(varied(partnership, most=6))
    if data.draw(st.booleans()):
        _, new = data.draw(opened(new))
    document = data.draw(st.integers(0, len(new.documents) - 1))
    name = data.draw(st.sampled_from([attribute.name for attribute in sections()]))
    shuffled = tuple(data.draw(st.permutations(getattr(new.documents[document], name))))
    documents = [*new.documents]
    changes: dict[str, Any] = {name: shuffled}
    documents[document] = evolve(documents[document], **changes)
    return evolve(new, documents=tuple(data.draw(st.permutations(documents))))


@given(partnerships())
def test_nothing_differs_from_itself(partnership: Partnership) -> None:
    """The difference of x with x is empty."""
    assert sg.diff(partnership, partnership).changes == ()


@given(st.data(), partnerships())
def test_applying_a_difference_gives_the_new_version(data: st.DataObject, old: Partnership) -> None:
    """Of a version with a few changes: what is found is all there is, orders, places and open fields too."""
    new = mutated(data, old)
    difference = sg.diff(old, new)
    assert made_from(old, difference) == new
    assert bool(difference) == (old != new)


@given(partnerships(), partnerships())
def test_applying_a_difference_gives_the_new_version_whatever_it_is(old: Partnership, new: Partnership) -> None:
    """Of two that have nothing to do with one another."""
    assert made_from(old, sg.diff(old, new)) == new


@given(st.data(), partnerships())
def test_the_way_back_undoes_the_way_there(data: st.DataObject, old: Partnership) -> None:
    """The difference the other way leads back, and what was added is what is removed."""
    new = mutated(data, old)
    there, back = sg.diff(old, new), sg.diff(new, old)
    assert made_from(made_from(old, there), back) == old
    assert len([c for c in there if c.kind is Kind.ADDED]) == len([c for c in back if c.kind is Kind.REMOVED])


@given(st.data(), partnerships())
def test_a_difference_can_be_shown_in_every_form(data: st.DataObject, old: Partnership) -> None:
    """Every kind of change is under one of the headings, and no line of the text is wider than a screen."""
    difference = sg.diff(old, mutated(data, old))
    text = sg.difference_as_text(difference)
    assert max(len(line) for line in text.splitlines()) <= 80
    assert sg.difference_as_markdown(difference).startswith("# What changed")
    assert sg.difference_as_json(difference).startswith('{\n  "schema": "safeguarding.difference.v1"')
    records = sg.difference_as_records(difference)
    assert len(records) == len(difference.changes)
    assert {record["group"] for record in records} <= set(GROUPS)
    assert json_view.written(records)


@given(st.data(), partnerships(most_entries=3))
def test_a_picture_of_both_versions_has_every_box_once(data: st.DataObject, old: Partnership) -> None:
    """The union of the two pictures, whatever they group; and nothing is marked where nothing differs."""
    new = mutated(data, old)
    picture = pictured(sg.diff(old, new), as_of=DAY)
    ids = [box.id for box in picture.boxes]
    assert len(ids) == len(set(ids))
    ends = {box.id for box in picture.boxes} | {row.item.id for row in (*picture.main, *picture.apart)} | {"partners"}
    assert all({link.source, link.target} <= ends for link in picture.links)
    assert as_dot(picture)
    assert as_mermaid(picture)
    assert pictured(sg.diff(old, old), as_of=DAY).marks == ()


@given(st.data(), partnerships())
def test_the_words_for_the_report_can_be_pasted(data: st.DataObject, old: Partnership) -> None:
    """Whatever changed, the statements are such as the file of a report may have."""
    try:
        draft = sg.updates(sg.diff(old, mutated(data, old)))
    except SafeguardingError:
        assert not old.arrangements
        return
    read = sg.loads(REPORT + draft.statements()).documents[0].statements
    # Where all has to be looked up first there is only a blank, which is read back as open.
    assert read[-2].says == (None if is_blank(draft.says) else draft.says)
