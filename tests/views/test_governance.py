"""What the governance reveals, as it is shown: what is asked told from what is notable, and nothing that acts."""

from __future__ import annotations

import json
import re

import pytest
from attrs import evolve

import safeguarding as sg
from safeguarding.errors import CannotAssessError
from tests.structure.governed import LEADS, PARTNERS, TOP, body, governed

DATE = "2020-05-01"
SEATS = 'seats = [{ agency = "council" }, { agency = "ccg" }]'
TWO_OF_THREE = body("top", LEADS, SEATS, 'meets = [{ how_often = "annually" }]', kind="lead-group")
BOARD = body("board", 'meets = [{ how_often = "monthly" }]', 'remit = ["practice-reviews", "training"]', to=("top",))
HOSTILE = 'x | y](http://evil) <script>alert(1)</script>\u202e"`'


def found(*sections: str) -> sg.Governance:
    """Look at a plan with three partners and these sections."""
    return sg.governance(governed(PARTNERS, *sections), as_of=DATE)


def section(text: str, title: str) -> str:
    """Return what stands under a heading of the page."""
    return re.split(r"\n\n[^\n]+\n-{5,}\n", text.split(f"{title} (", 1)[1])[0]


def test_what_is_asked_names_its_requirement_and_what_is_notable_does_not() -> None:
    """A partner without a seat is a finding of the guidance; that the top meets less often is merely notable."""
    text = sg.governance_as_text(found(TWO_OF_THREE, BOARD))
    asked, notable = section(text, "Asked about by the law or its guidance"), section(text, "Notable")
    assert "Eastshire Police has no seat on Top: no seat is named for it." in asked
    assert "A strategic leadership group (should, ch3.partners.lead-group): partly met." in " ".join(asked.split())
    assert "Top meets annually, and Board, which reports to it, monthly." in " ".join(notable.split())
    assert "ch3" not in notable


def test_work_in_no_remit_is_asked_only_where_a_requirement_asks() -> None:
    """Reviews in no remit are asked by the rule on supervising them; the yearly report in none is only notable."""
    records = {one["message"]: one["asked_by"] for one in sg.governance_records(found(TWO_OF_THREE, body("board")))}
    assert records["no body is said to be responsible for deciding on practice reviews"] == ["ch4.supervise"]
    assert records["no body is said to be responsible for the yearly report"] == []


def test_under_the_later_edition_other_requirements_ask() -> None:
    """Under Working Together 2023 training in no remit is asked by what the delegates do together."""
    later = sg.governance(governed(PARTNERS, TWO_OF_THREE, body("board")), as_of="2024-06-30", guidance="WT2023")
    records = {one["message"]: one["asked_by"] for one in sg.governance_records(later)}
    assert records["no body is said to be responsible for multi-agency training"] == ["wt23.dsp.joint-functions"]


def test_what_is_open_says_so_and_a_measure_as_far_as_was_read() -> None:
    """Where the chart was not read, a fault is open, and a measure is of what was read."""
    unread = '[[source]]\nid = "c"\ntitle = "C"\nunread = [{ what = "the chart", could_hold = ["all"] }]\n'
    text = " ".join(sg.governance_as_text(found(unread, TWO_OF_THREE, BOARD)).split())
    assert "Open: whether a body is responsible for audits: none was read." in text
    assert "As far as was read: the longest line to the partners has 2 steps" in text
    assert "Not read: the chart. What could stand there is left open." in text


def test_a_partnership_without_documents_of_structure_says_so() -> None:
    """A case log has no bodies: nothing is revealed, and the page says why."""
    log = sg.loads(
        'schema = "safeguarding.v1"\npartnership = "e"\nname = "E"\nkind = "case-log"\ntranscribed = "all"\n'
    )
    text = sg.governance_as_text(sg.governance(log, as_of=DATE))
    assert "No document among the files describes any bodies or partners." in text
    assert "Nothing was revealed." in text


def test_the_table_of_seats_tells_a_vacancy_from_a_gap_and_from_silence() -> None:
    """Chair, seat, vacant seat, no seat, and a body whose seats are not stated each have their own mark."""
    seats = 'seats = [{ agency = "council" }, { agency = "ccg", vacant = true }]'
    sections = (TWO_OF_THREE, body("board", seats, 'chair = { held_by = ["council"] }', to=("top",)), body("group"))
    rows = sg.governance_as_markdown(found(*sections)).splitlines()
    assert "| Eastshire Council | sits | chairs | ? |" in rows
    assert "| NHS Eastshire CCG | sits | vacant | ? |" in rows
    assert "| Eastshire Police | - | - | ? |" in rows


def test_as_json_every_observation_has_its_places_and_every_member_a_seat_for_every_body() -> None:
    """The JSON holds the same records, and a matrix without a hole."""
    value = json.loads(sg.governance_as_json(found(TWO_OF_THREE, BOARD)))
    assert value["schema"] == "safeguarding.governance.v1"
    assert value["observations"] == list(sg.governance_records(found(TWO_OF_THREE, BOARD)))
    assert all(set(member["seats"]) == {"top", "board"} for member in value["matrix"]["members"])
    assert value["matrix"]["members"][2]["seats"] == {"top": "no seat", "board": "not said"}


def test_a_hostile_name_stays_a_name() -> None:
    """No name breaks out of the page, of a cell of the table, or of a list."""
    plan = governed(PARTNERS, TOP, body("board", 'chair = { how = "vacant" }', to=("board",)))
    (document,) = plan.documents
    bodies = tuple(evolve(one, name=HOSTILE) if one.id == "board" else one for one in document.bodies)
    shown = sg.governance(evolve(plan, documents=(evolve(document, bodies=bodies),)), as_of=DATE)
    text, markdown = sg.governance_as_text(shown), sg.governance_as_markdown(shown)
    assert "\u202e" not in text + markdown
    assert "<script>" not in markdown
    assert all(len(line) <= 80 for line in text.splitlines())
    tables = [line for line in markdown.splitlines() if line.startswith("|")]
    assert {line.count("|") for line in tables} == {4}


def test_the_same_input_gives_the_same_bytes() -> None:
    """Nothing in the page depends on when or how often it is written."""
    assert sg.governance_as_markdown(found(TWO_OF_THREE, BOARD)) == sg.governance_as_markdown(
        found(TWO_OF_THREE, BOARD)
    )


def test_a_date_that_is_none_is_refused() -> None:
    """What is no full date is refused as everywhere."""
    with pytest.raises(CannotAssessError, match="is not a full date"):
        sg.governance(governed(PARTNERS), as_of="2020")
