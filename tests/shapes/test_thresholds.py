"""Threshold documents as they are found: four levels or five, two names, shared, two in one."""

from __future__ import annotations

import pytest

from safeguarding.model import Document, Need
from tests.shapes.plan import held, plan

NAMES = ("Universal", "Early help", "Targeted", "Specialist", "Acute")


def level(number: int, *means: str, name: str = "", more: str = "") -> str:
    """Write a level of need."""
    meanings = ", ".join(f'"{one}"' for one in means)
    return f"""
[[level]]
id = "level-{number}"
number = {number}
names = ["{name or NAMES[number - 1]}"]
means = [{meanings}]
{more}
"""


def thresholds(text: str, **more: str) -> Document:
    """Read a threshold document."""
    return held(plan(text, kind="threshold-document", **more)).documents[0]


@pytest.mark.parametrize("number", [4, 5])
def test_four_levels_or_five(number: int) -> None:
    """Four levels, or five: each with its place from the lowest need upwards."""
    found = thresholds("".join(level(place) for place in range(1, number + 1)))
    assert [one.number for one in found.levels] == list(range(1, number + 1))


def test_a_level_under_two_names() -> None:
    """A level under two names: both are kept, in the order of the document."""
    found = thresholds(level(1).replace('["Universal"]', '["Universal", "Level 1: no additional needs"]'))
    assert found.levels[0].names == ("Universal", "Level 1: no additional needs")


def test_child_in_need_and_child_protection_at_different_levels() -> None:
    """Child in need and child protection at different levels: each level says what it stands for."""
    found = thresholds(level(3, "child-in-need") + level(4, "child-protection", "looked-after"))
    assert [one.means for one in found.levels] == [
        (Need.CHILD_IN_NEED,),
        (Need.CHILD_PROTECTION, Need.LOOKED_AFTER),
    ]


def test_child_in_need_and_child_protection_at_the_same_level() -> None:
    """Child in need and child protection at the same level: one level stands for both."""
    (found,) = thresholds(level(4, "child-in-need", "child-protection")).levels
    assert found.means == (Need.CHILD_IN_NEED, Need.CHILD_PROTECTION)


def test_one_document_for_two_partnerships() -> None:
    """One document for two partnerships: it is each one's, beside the arrangements of its own."""
    text = plan(level(1), kind="threshold-document", head='shared_with = ["south"]', source="thresholds")
    own = plan("", source="south-plan").replace('partnership = "north"', 'partnership = "south"')
    found = held(text, own)
    assert found.id == "south"
    assert found.documents[0].levels[0].names == ("Universal",)
    assert found.name == "North Safeguarding Children Partnership"


def test_two_threshold_documents_in_one() -> None:
    """Two in one: one document with two scales, each level saying to which it belongs."""
    east = level(1, "universal", more='scale = "East"') + level(2, "early-help", more='scale = "East"')
    west = east.replace("East", "West").replace('"level-', '"west-level-')
    found = thresholds(east + west)
    assert [(one.scale, one.number) for one in found.levels] == [("East", 1), ("East", 2), ("West", 1), ("West", 2)]
