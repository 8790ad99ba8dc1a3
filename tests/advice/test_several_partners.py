"""Advice for a partnership that has several partners of one side."""

from datetime import date

import pytest

import safeguarding as sg
from safeguarding import Outcome
from safeguarding.files.gathering import gathered
from safeguarding.files.patching import filled, patched
from safeguarding.files.report import File

PARTNERS = (
    ("council", "Cumbria County Council", "local-authority", "local-authority"),
    ("north", "NHS North Cumbria CCG", "clinical-commissioning-group", "health"),
    ("bay", "NHS Morecambe Bay CCG", "clinical-commissioning-group", "health"),
    ("police", "Cumbria Constabulary", "police-force", "police"),
)


def plan(*partners: tuple[str, str, str, str]) -> dict[str, object]:
    """Write arrangements for Cumbria with these partners, a seat on the lead group and a lead for each."""
    return {
        "schema": "safeguarding.v1",
        "partnership": "cumbria",
        "name": "Cumbria",
        "kind": "arrangements",
        "transcribed": "all",
        "publication": {"published": "2019-06-20"},
        "area": [{"id": "area", "name": "Cumbria", "kind": "local-authority"}],
        "agency": [{"id": one, "name": name, "kind": kind} for one, name, kind, _ in partners],
        "partner": [
            {
                "agency": one,
                "side": side,
                "covers": [{"area": "area", "extent": "part" if side == "health" else "whole"}],
            }
            for one, _, _, side in partners
        ],
    }


@pytest.mark.parametrize("key", ["ch3.partners.lead-group", "ch3.fund.pay", "ch3.publish.funding"])
def test_each_of_two_health_partners_gets_a_seat_and_a_line_of_its_own(key: str) -> None:
    """What is drafted for the partners together leaves out none of them, and its labels differ."""
    drafted_as_promised(plan(*PARTNERS), key)


def test_a_partner_that_is_missing_comes_with_the_seat_that_the_others_have() -> None:
    """Naming the partner whom the gazetteer misses takes nothing from the group in which the others lead."""
    here = [one for one in PARTNERS if one[0] != "bay"]
    tree = plan(*here)
    seats = [{"agency": one} for one, *_ in here]
    tree["body"] = [
        {
            "id": "group",
            "name": "Group",
            "kind": "lead-group",
            "remit": ["strategic-leadership"],
            "seats": seats,
            "meets": "quarterly",
        }
    ]
    drafted_as_promised(tree, "ch3.partners.three")


def drafted_as_promised(tree: dict[str, object], key: str) -> None:
    """Check that the patch does what it says, and that nothing that was met is lost."""
    before = sg.assess(gathered([File("0.toml", sha256="0", form="toml", tree=tree)]), as_of=date(2019, 11, 30))
    patch = before[key].remedy.patch
    assert patch is not None
    (after_tree,) = patched([tree], patch, filled)
    after = sg.assess(gathered([File("0.toml", sha256="0", form="toml", tree=after_tree)]), as_of=date(2019, 11, 30))
    assert after[key].outcome is patch.promise, after[key].message
    assert not [one.key for one in before if one.outcome is Outcome.MET and after[one.key].outcome is not Outcome.MET]
