"""What is said at the head: which law was in force, by which edition documents are judged, and who acts."""

from __future__ import annotations

from datetime import date

import pytest

import safeguarding as sg
from safeguarding.views import as_text

PLAN = """\
schema = "safeguarding.v1"
partnership = "eastshire"
name = "Eastshire"
kind = "arrangements"
transcribed = "all"

[publication]
published = "2019-06-20"
implemented = "2019-09-16"
"""


def head(day: date, plan: str = PLAN) -> str:
    """Return what stands above the findings, in one line."""
    return " ".join(as_text(sg.assess(sg.loads(plan), as_of=day)).partition("In short")[0].split())


@pytest.mark.parametrize(
    ("day", "by_guidance", "before_the_act"),
    [
        (date(2015, 1, 1), False, True),
        (date(2018, 6, 29), False, False),
        (date(2018, 7, 3), False, False),
        (date(2018, 7, 4), True, False),
    ],
    ids=str,
)
def test_no_guidance_is_named_before_it_was_published(day: date, by_guidance: bool, before_the_act: bool) -> None:
    """Until 4 July 2018 only Acts and regulations are judged; older law is in force before 29 June 2018."""
    text = head(day)
    assert ("Against Working Together to Safeguard Children 2018" in text) is by_guidance
    assert ("was published on 4 July 2018, after this date" in text) is not by_guidance
    assert ("only what older law asks is judged" in text) is before_the_act
    assert "Nothing that is held" not in text


@pytest.mark.parametrize(
    ("day", "plan", "may_act"),
    [
        (date(2019, 9, 15), PLAN, True),
        (date(2019, 9, 16), PLAN, False),
        (date(2019, 9, 16), PLAN + "implemented_as_planned = true\n", True),
        (date(2019, 9, 16), PLAN.replace("2019-09-16", "2019-09"), True),
    ],
    ids=["the day before", "the day", "only planned", "some day of the month"],
)
def test_from_the_stated_start_the_board_is_gone(day: date, plan: str, may_act: bool) -> None:
    """Whether these are the first arrangements or not, the partners act once they are stated to have started."""
    assert ("Safeguarding Children Board may still act" in head(day, plan)) is may_act


@pytest.mark.parametrize(("day", "level"), [(date(2020, 1, 1), "should"), (date(2024, 6, 30), "may")], ids=str)
def test_a_finding_is_put_at_the_level_of_its_date(day: date, level: str) -> None:
    """What 2018 says should, and 2023 may, is not held against anybody under 2023."""
    assert sg.assess(sg.loads(PLAN), as_of=day)["ch4.rapid.later-national"].requirement.level.value == level
