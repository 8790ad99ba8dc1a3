"""What programs read."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from attrs import evolve

import safeguarding as sg
from safeguarding.dates import PartialDate
from safeguarding.model import Departure, Input
from safeguarding.views import as_json
from tests.views.made import MET, MUST, NOT_MET, SHOULD, assessment, eastshire, evidence, finding, missing, part

CUMBRIA = Path(__file__).parent.parent.parent / "examples" / "cumbria-2019.toml"


def test_keys_are_these_in_this_order() -> None:
    """The shape is a promise: a program finds each key where it was."""
    found = json.loads(as_json(eastshire()))
    assert list(found) == [
        "schema", "partnership", "guidance", "as_of", "ruleset", "inputs", "counts", "findings", "notices",
    ]  # fmt: skip
    assert list(found["partnership"]) == ["id", "name"]
    assert list(found["ruleset"]) == ["version", "sha256"]
    assert list(found["inputs"][0]) == ["path", "sha256"]
    assert list(found["counts"]) == [outcome.value for outcome in sg.Outcome]
    for item in found["findings"]:
        assert list(item) == [
            "requirement", "title", "level", "outcome", "possible", "due", "message", "parts", "citations",
            "evidence", "missing", "remedy", "restates", "judgement", "departure",
        ]  # fmt: skip


def test_a_finding_is_written_whole() -> None:
    """Every value of a finding is there, spelt as in the library."""
    found = finding(
        "x.a", SHOULD, MET, NOT_MET, asks={"restates": "x.b"}, parts=(part("one", "said", MET),),
        evidence=(evidence(3),), missing=(missing(1),), due=date(2019, 9, 28), message="it is “open”",
        departure=Departure(requirement="x.a", reason="why not", date=None),
    )  # fmt: skip
    (item,) = json.loads(as_json(assessment(found)))["findings"]
    assert item == {
        "requirement": "x.a",
        "title": "Title of x.a",
        "level": "should",
        "outcome": "indeterminate",
        "possible": ["met", "not-met"],
        "due": "2019-09-28",
        "message": "it is “open”",
        "parts": [{"subject": "one", "outcome": "met", "message": "said"}],
        "citations": [
            {
                "instrument": "Working Together to Safeguard Children 2018",
                "provision": "chapter 3, A heading (p. 7)",
                "url": "https://www.gov.uk/government/publications/working-together-to-safeguard-children--2",
                "status": "read at source",
            }
        ],
        "evidence": [{"path": "statement[3]", "source": "plan", "place": "Governance, p. 3", "says": "fact 3"}],
        "missing": [{"path": "body.group-1.reports_to", "need": "to whom group 1 reports"}],
        "remedy": {"do": "Do x.a.", "patch": None, "then": None, "otherwise": None, "otherwise_then": None},
        "restates": "x.b",
        "judgement": None,
        "departure": {"reason": "why not", "date": None},
    }


def test_what_is_decided_has_no_possible_outcomes_besides() -> None:
    """A reader tells what is open by the list alone."""
    (item,) = json.loads(as_json(assessment(finding("x.a", MUST, MET))))["findings"]
    assert (item["outcome"], item["possible"]) == ("met", [])


def test_a_judgement_and_a_dated_departure_are_written() -> None:
    """What people have added is kept apart from what was found."""
    items = {item["requirement"]: item for item in json.loads(as_json(eastshire()))["findings"]}
    assert items["x.objective"]["judgement"] == {
        "role": "independent scrutineer",
        "date": "2019-06-01",
        "reason": "it promotes reflection, rarely challenge",
        "until": "2020",
    }
    assert items["x.why"]["departure"] == {"reason": "the list is under review", "date": "2019-06-29"}
    found = eastshire()["x.objective"]
    assert found.judgement is not None
    endless = evolve(found, judgement=evolve(found.judgement, until=None, date=PartialDate(2019)))
    (item,) = json.loads(as_json(assessment(endless)))["findings"]
    assert (item["judgement"]["date"], item["judgement"]["until"]) == ("2019", None)


def test_nothing_is_left_out_that_the_page_folds() -> None:
    """What is asked twice is there twice."""
    keys = [item["requirement"] for item in json.loads(as_json(eastshire()))["findings"]]
    assert keys == [item.key for item in eastshire()]
    assert "x.which" in keys


def test_bytes_are_the_same_each_time_and_readable() -> None:
    """The same files give the same bytes, with letters as letters and a line at the end."""
    first, second = (as_json(sg.assess(sg.load(CUMBRIA))) for _ in range(2))
    assert first == second
    assert "£" in first
    assert first.startswith('{\n  "schema": "safeguarding.assessment.v1",\n')
    assert first.endswith("\n}\n")


def test_no_terminal_obeys_it_and_every_program_reads_it() -> None:
    """Characters that act are written as escapes, and come back as they were."""
    hostile = "a\x1b[2J\x9b1m\u202e\u2028\udc9b\U0001f600"
    text = as_json(assessment(name=hostile, inputs=(Input(path=hostile, sha256=""),)))
    assert [c for c in text if not c.isprintable() and c != "\n"] == []
    assert json.loads(text)["partnership"]["name"] == hostile
    assert "\U0001f600" in text
