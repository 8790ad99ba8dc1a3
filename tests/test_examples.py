"""The real plans: read as they were transcribed, judged as was checked by hand."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Any

import pytest
from attrs import fields, has

import safeguarding as sg
from safeguarding.model import Place, entries
from tools import effects

ROOT = Path(__file__).resolve().parent.parent
PLANS = (
    "cumbria-2019",
    "lincolnshire-2019",
    "south-tees-2019",
)
"""The plans of which each finding was gone through by hand: each has a page NAME-checked.md under docs/."""
SEEDS = ROOT.parent / "shared" / "seeds"


def plan(name: str) -> sg.Partnership:
    """Read one of the plans."""
    return sg.load(ROOT / "examples" / f"{name}.toml")


def places(value: Any) -> list[Place]:
    """Collect every place in a document."""
    if isinstance(value, Place):
        return [value]
    if isinstance(value, tuple):
        return [place for item in value for place in places(item)]
    if has(type(value)):
        return [place for field in fields(type(value)) for place in places(getattr(value, field.name))]
    return []


@pytest.mark.parametrize("name", sorted(effects.examples()))
def test_what_is_found_on_an_example_is_what_is_recorded(name: str) -> None:
    """Each example is assessed as recorded: run `python tools/effects.py`, read what changed, then `--record`.

    What is recorded of a plan was checked against its source; see docs/NAME-checked.md.
    """
    before, after = effects.recorded(name), effects.found(name)
    assert before is not None
    assert list(effects.effects(before, after)) == []
    assert after == before


def test_an_effect_of_a_changed_rule_is_said_by_rule() -> None:
    """A finding that appears, vanishes, comes out otherwise or differs in anything else is told from the rest."""
    before = effects.found("case-log")
    first, second, third, fourth, *rest = before["findings"]
    other = {**second, "outcome": "met", "possible": [], "message": "so it is"}
    after = {**before, "findings": [{**first, "requirement": "x.new"}, other, {**third, "message": "x"}, fourth, *rest]}
    assert list(effects.effects(before, after)) == [
        ("x.new", f"appears: {first['outcome']}"),
        (second["requirement"], f"{effects.came_out(second)} becomes met: so it is"),
        (third["requirement"], f"still {third['outcome']}; otherwise: message"),
        (first["requirement"], f"vanishes: it was {first['outcome']}"),
    ]


def test_every_plan_that_was_gone_through_by_hand_is_held() -> None:
    """No page of what was checked by hand is left out of the plans."""
    pages = {path.name.removesuffix("-checked.md") for path in (ROOT / "docs").glob("*-checked.md")}
    assert pages == {*PLANS, "case-log"}


@pytest.mark.parametrize("name", PLANS)
def test_the_table_of_what_was_checked_by_hand_is_the_assessment(name: str) -> None:
    """The table under docs/ has a row for every finding, with its outcome, in order."""
    text = (ROOT / "docs" / f"{name}-checked.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([a-z0-9.-]+)` \| ([a-z-]+) \|", text, re.MULTILINE)
    assert rows == [(finding.key, finding.outcome.value) for finding in sg.assess(plan(name))]


@pytest.mark.parametrize("name", PLANS)
def test_the_example_survives_being_written_and_read(name: str) -> None:
    """Loading what was dumped gives back an equal partnership, as TOML and as JSON."""
    partnership = plan(name)
    (document,) = partnership.documents
    assert sg.loads(sg.dumps(document)) == partnership
    assert sg.loads(sg.dumps(document, format="json"), format="json") == partnership


@pytest.mark.parametrize("name", PLANS)
def test_every_entry_of_the_example_has_its_place(name: str) -> None:
    """Nothing in the transcription stands without where it was read."""
    (document,) = plan(name).documents
    found = [entry for _, entry in entries(document) if hasattr(entry, "where")]
    assert len(found) > 150
    assert [entry for entry in found if entry.where is None or entry.where.lines is None] == []


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the copies of the sources are kept beside the repository, not in it")
@pytest.mark.parametrize("name", PLANS)
def test_every_place_in_the_example_is_in_the_copy_that_it_names(name: str) -> None:
    """The copy has the SHA-256 recorded, and each heading stands at or before the lines given."""
    (document,) = plan(name).documents
    (source,) = document.sources
    assert source.copy is not None
    data = (SEEDS / source.copy).read_bytes()
    assert hashlib.sha256(data).hexdigest() == source.sha256
    lines = data.decode("utf-8").splitlines()
    for place in places(document):
        assert place.lines is not None
        first, last = place.lines
        assert last <= len(lines)
        assert place.heading is not None
        # The list of contents names headings too.
        above = [n for n, line in enumerate(lines[:first], 1) if place.heading.lower() in line.lower()]
        assert above, place


def test_the_list_of_what_falls_due_is_the_one_gone_through_by_hand() -> None:
    """The table under docs/ has a row for everything that falls due in the example log, with its state and its day."""
    text = (ROOT / "docs" / "case-log-checked.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([a-z ]+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \| `([a-z0-9.-]+)` \|", text, re.MULTILINE)
    assert rows == [
        (
            item.state.value,
            item.due.in_words() if item.due else "-",
            item.subject,
            item.what,
            item.requirement.key if item.requirement else "",
        )
        for item in sg.due(sg.load(ROOT / "examples" / "case-log.toml"))
    ]


def test_every_limit_of_the_example_log_is_shown_in_time_late_pending_and_open() -> None:
    """The log has what is in time, late, overdue, pending and open."""
    states = {item.state.value for item in sg.due(sg.load(ROOT / "examples" / "case-log.toml"))}
    assert states == {"met", "late", "missing", "pending", "open"}
