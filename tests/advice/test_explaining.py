"""A finding explains itself: the law and its version, what it rests on, each part, and the fact under each."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import safeguarding as sg
from safeguarding import Assessment, CannotAssessError, UnknownRequirementError
from safeguarding.assessment.against import against
from safeguarding.assessment.explanation import Reason, explain
from safeguarding.views.editions import against_as_json, against_as_text
from safeguarding.views.explanation import explanation_as_json, explanation_as_text

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "cumbria-2019.toml"


@pytest.fixture(scope="module")
def cumbria() -> Assessment:
    return sg.assess(sg.load(EXAMPLE), as_of="2019-11-30")


def nodes(reason: Reason) -> list[Reason]:
    """Return a tree flat."""
    return [reason, *(node for below in reason.below for node in nodes(below))]


def test_the_tree_names_law_premise_parts_and_facts(cumbria: Assessment) -> None:
    """Cumbria's training: commissioning is said on lines 306-308, delivery nowhere, and the law is that of 2018."""
    tree = explain(cumbria, "ch3.publish.training")
    law, premise, *parts = tree.below
    assert "Working Together to Safeguard Children 2018, chapter 3" in law.says
    assert law.says.endswith("in force from 4 July 2018 to 14 December 2023")
    assert premise.about == "rests on: Arrangements are made (ch3.partners.arrange)"
    assert {part.about: part.outcome and part.outcome.value for part in parts} == {
        "commissioning": "met",
        "delivery": "not-met",
        "monitoring": "met",
    }
    commissioning = next(part for part in parts if part.about == "commissioning")
    assert [fact.place.endswith("lines 306-308") for fact in commissioning.facts] == [True]


def test_every_fact_and_need_of_every_finding_is_in_its_tree(cumbria: Assessment) -> None:
    """Nothing that a finding rests on is lost in its explanation, and nothing is added."""
    for finding in cumbria:
        flat = nodes(explain(cumbria, finding.key))
        facts = {fact for node in flat for fact in node.facts}
        needs = {need for node in flat for need in node.missing}
        assert facts >= set(finding.evidence), finding.key
        assert needs >= set(finding.missing), finding.key


def test_the_text_fits_a_screen_and_shows_the_patch(cumbria: Assessment) -> None:
    """No line is wider than eighty columns but a patch's own; the patch says what it leads to."""
    text = explanation_as_text(cumbria, "ch3.publish.training")
    assert all(len(line) <= 80 for line in text.splitlines() if not line.startswith("    "))
    assert "this settles it (then: met)" in " ".join(text.split())
    assert 'parts = ["deliver"]' in text


def test_both_ways_are_shown_where_both_exist(cumbria: Assessment) -> None:
    """What is open because the plan does not say can be settled as it is asked, or by saying that it is not so."""
    text = " ".join(explanation_as_text(cumbria, "ch3.lead.single-point").split())
    assert "If it is so, this settles it (then: met)" in text
    assert "If it is not so, this does (then: not met)" in text
    assert 'stance = "not-done"' in text


def test_the_json_is_the_same_tree(cumbria: Assessment) -> None:
    """The JSON has the nodes of the tree, with outcome, facts and what is missing."""
    read: dict[str, Any] = json.loads(explanation_as_json(cumbria, "ch3.publish.training"))
    assert read["schema"] == "safeguarding.explanation.v1"
    assert [below["outcome"] for below in read["reason"]["below"]] == [None, "met", "met", "not-met", "met"]
    assert read["remedy"]["then"] == "met"


def test_what_has_no_finding_cannot_be_explained(cumbria: Assessment) -> None:
    """An unknown key is refused with a message."""
    with pytest.raises(UnknownRequirementError, match=r"ch9\.nothing"):
        explain(cumbria, "ch9.nothing")


def test_against_lists_what_the_later_edition_adds() -> None:
    """Nothing is listed that the partnership meets, nothing twice, and all that is listed is unmet or open."""
    found = against(sg.load(EXAMPLE), guidance="WT2023", other="WT2018", as_of="2019-11-30")
    listed = [one.finding for one in (*found.added, *found.changed)]
    assert len({finding.key for finding in listed}) == len(listed)
    assert all(finding.unmet or finding.open_outcomes for finding in listed)
    assert all(one.before for one in found.changed)
    assert json.loads(against_as_json(found))["against"] == "WT2018"
    assert all(len(line) <= 80 for line in against_as_text(found).splitlines())


SILENT = """\
schema = "safeguarding.v1"
partnership = "eastshire"
name = "Eastshire"
kind = "arrangements"
transcribed = "all"

[publication]
published = "2019-06"
implemented = "2019-09-16"
guidance = ["WT2018"]

[[partner]]
agency = "council"
side = "local-authority"

[[agency]]
id = "council"
name = "Eastshire Council"
kind = "local-authority"
"""


def test_against_lists_a_changed_requirement_that_lacks_more_than_before() -> None:
    """What is widened is listed where all was lacking already; what is put again without a change is not."""
    partnership = sg.loads(SILENT)
    found = against(partnership, guidance="WT2023", other="WT2018", as_of="2024-06-30")
    added = {one.finding.key for one in found.added}
    changed = {one.finding.key: one for one in found.changed}
    assert {"wt23.chair.dsp", "wt23.lsp.accountable"} <= added
    assert changed.keys() >= {
        "wt23.links.wider", "wt23.dispute.system", "wt23.scrutiny.published", "wt23.publish.voice-escalation",
        "wt23.publish.delegates-chair", "wt23.lsp.named",
    }  # fmt: skip
    unchanged = {
        "wt23.publish.must", "wt23.report.must", "wt23.scrutiny.effective", "wt23.lcspr.7wd", "wt23.geo.coverage",
        "wt23.report.restraint", "wt23.notify.lac", "wt23.publish.training-audits",
    }  # fmt: skip
    assert not unchanged & (added | changed.keys())
    lacking = [one for one in found.new if one.requirement.level.value in {"must", "should"}]
    lacking = [one for one in lacking if one.unmet or one.open_outcomes]
    assert len(added) + len(changed) + found.same == len(lacking)
    words = " ".join(against_as_text(found).split())
    assert "before: The voice of children and families (should, ch3.publish.voice): not met" in words


@pytest.mark.parametrize(
    ("guidance", "other", "says"),
    [
        ("WT2018", "WT2018", "give two"),
        ("WT2018", "WT2023", "ask about the later edition"),
        ("WT2023", "WT2015", "is not held"),
    ],
)
def test_editions_that_cannot_be_set_against_each_other(guidance: str, other: str, says: str) -> None:
    """The same edition twice, the wrong way round, or one that is not held."""
    with pytest.raises(CannotAssessError, match=says):
        against(sg.load(EXAMPLE), guidance=guidance, other=other)
