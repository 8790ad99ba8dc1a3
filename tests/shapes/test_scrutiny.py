"""Scrutiny as it is found: a person, two, a panel, a company, a menu of methods, young people, a programme."""

from __future__ import annotations

import pytest

from safeguarding import Finding, Outcome
from safeguarding.model import Form, Method, Progress
from tests.shapes.plan import PARTNERS, document, judged, part, plan

INCLUDE = "ch3.scrutiny.include"
SCRUTINEER = """
[[scrutineer]]
id = "scrutineer"
title = "Independent Scrutineer"
form = "person"
independence = "has worked for none of the partners"
appointed_by = ["council", "ccg", "police"]
"""


def included(sections: str) -> Finding:
    """Judge whether independent scrutiny is part of the arrangements."""
    return judged(plan(PARTNERS + sections))[INCLUDE]


@pytest.mark.parametrize("form", ["person", "panel", "company"])
def test_a_person_a_panel_or_a_company(form: str) -> None:
    """A person, a panel, a company: the Act asks for an independent person, and each can be one."""
    text = SCRUTINEER.replace('"person"', f'"{form}"')
    assert document(PARTNERS + text).scrutineers[0].form is Form(form)
    assert included(text).outcome is Outcome.MET


def test_two_people() -> None:
    """Two people: one who is independent is enough, also where the other is tied to a partner."""
    other = """
[[scrutineer]]
id = "second-scrutineer"
title = "Second Scrutineer"
form = "person"
independence = "a retired judge"
paid_by = ["council"]
"""
    assert len(document(PARTNERS + SCRUTINEER + other).scrutineers) == 2
    assert included(other).outcome is Outcome.NEEDS_JUDGEMENT
    both = included(SCRUTINEER + other)
    assert both.outcome is Outcome.MET
    assert part(both, "Second").outcome is Outcome.NEEDS_JUDGEMENT


def test_a_menu_of_methods_with_no_person() -> None:
    """A menu of methods with no person: it is laid before a person, since the Act asks for one."""
    methods = ["peer-review", "reciprocal-review", "inspection", "feedback", "lay-challenge"]
    text = "".join(f'[[scrutiny_event]]\nmethod = "{method}"\nname = "{method}"\n' for method in methods)
    assert [event.method for event in document(text).scrutiny_events] == [Method(method) for method in methods]
    assert included(text).outcome is Outcome.NEEDS_JUDGEMENT


def test_a_scrutineer_who_also_chairs() -> None:
    """One who also chairs: the tie is found through the post, and a person judges it."""
    text = """
[[post]]
id = "independent-chair"
title = "Independent Chair and Scrutineer"
independence = "employed by none of the partners"

[[body]]
id = "executive"
name = "Executive"
kind = "executive"
remit = ["strategic-leadership"]
chair = { held_by = ["independent-chair"] }
""" + SCRUTINEER.replace("[[scrutineer]]", '[[scrutineer]]\nheld_by = ["independent-chair"]')
    found = included(text)
    assert found.outcome is Outcome.NEEDS_JUDGEMENT
    assert "chairs Executive" in found.message


@pytest.mark.parametrize("title", ["Independent Adviser", "Independent Person", "Critical Friend", "Lead Reviewer"])
def test_other_titles_for_the_role(title: str) -> None:
    """Other titles for the role: the printed title is kept, and it is scrutiny all the same."""
    text = SCRUTINEER.replace("Independent Scrutineer", title)
    assert document(PARTNERS + text).scrutineers[0].title == title
    assert included(text).outcome is Outcome.MET


def test_young_scrutineers() -> None:
    """Young scrutineers: a form of its own, beside the others, looking at stated bodies."""
    text = """
[[body]]
id = "board"
name = "Board"
kind = "board"
reports_to = ["council"]

[[scrutineer]]
id = "young-scrutineers"
title = "Young Scrutineers"
form = "young-people"
independence = "children and young people of the area"
scrutinises = ["board"]
progress = "planned"
"""
    (found,) = document(PARTNERS + text).scrutineers
    assert (found.form, found.progress, found.scrutinises) == (Form.YOUNG_PEOPLE, Progress.PLANNED, ("board",))
    assert included(text).outcome is Outcome.INDETERMINATE
    assert included(SCRUTINEER + text).outcome is Outcome.MET


def test_a_programme_of_events_with_findings_and_actions() -> None:
    """A programme of events: when, by whom, what it found, and what is to be done by whom until when."""
    text = (
        SCRUTINEER
        + """
[[scrutiny_event]]
method = "audit"
name = "Audit of neglect"
by = ["scrutineer", "police"]
when = "2020-02"
progress = "done"
scope = "twelve cases of neglect"
findings = ["chronologies are missing", "children are seen alone"]
actions = [
  { what = "train on chronologies", by = ["council"], due = "2020-06-30" },
  { what = "repeat the audit", due = "2021" , done = "2021-03-01" },
]

[[scrutiny_event]]
method = "peer-review"
name = "Peer review"
how_often = "every 3 years"
progress = "planned"
"""
    )
    audit, review = document(PARTNERS + text).scrutiny_events
    assert (audit.progress, str(audit.when), len(audit.findings)) == (Progress.DONE, "2020-02", 2)
    assert [(action.by, str(action.due), str(action.done)) for action in audit.actions] == [
        (("council",), "2020-06-30", "None"),
        ((), "2021", "2021-03-01"),
    ]
    assert (str(review.how_often), review.when) == ("every 3 years", None)
    assert included(text).outcome is Outcome.MET
