"""Bodies as they are found: two lines, shared and merged boards, localities, changing names and meetings."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from safeguarding import Outcome
from safeguarding.model import Flow, Function, LinkKind, Status
from safeguarding.structure import situations
from tests.shapes.plan import PARTNERS, document, held, judged, part, plan

COORDINATE = "ch3.partners.coordinate"
LEAD_GROUP = "ch3.partners.lead-group"
EXECUTIVE = """
[[body]]
id = "executive"
name = "Executive"
kind = "executive"
remit = ["strategic-leadership"]
seats = [{ agency = "council" }, { agency = "ccg" }, { agency = "police" }]
"""


def body(name: str, more: str = "") -> str:
    """Write a body that reports to the executive."""
    return f"""
[[body]]
id = "{name}"
name = "{name.replace("-", " ").title()}"
kind = "subgroup"
reports_to = ["executive"]
{more}
"""


def test_two_lines_of_reporting() -> None:
    """Two lines of reporting: one for all matters, one for some; either may lead to the partners."""
    text = (
        EXECUTIVE
        + body("other")
        + body("cases").replace(
            'reports_to = ["executive"]',
            'reports_to = [{ to = "council", matters = "serious cases", by = "presented minutes" }, { to = "other" }]',
        )
    )
    first, second = document(PARTNERS + text).bodies[-1].reports_to
    assert (first.to, first.matters, first.by) == ("council", "serious cases", "presented minutes")
    assert (second.to, second.matters) == ("other", None)
    found = part(judged(plan(PARTNERS + text))[COORDINATE], "Cases")
    assert found.outcome is Outcome.MET


def test_an_executive_shared_by_several_partnerships() -> None:
    """An executive shared by several partnerships: their common document is held by each beside its own."""
    shared = plan(PARTNERS + EXECUTIVE, head='shared_with = ["south", "east"]', source="shared-plan")
    own = plan(body("local-group"), kind="other").replace('partnership = "north"', 'partnership = "south"')
    found = held(shared, own)
    assert found.id == "south"
    assert found.documents[0].shared_with == ("south", "east")
    assert held(shared).id == "north"
    assert judged(shared, own)[LEAD_GROUP].outcome is not Outcome.NOT_MET


def test_the_boards_for_children_and_adults_merged() -> None:
    """Children's and adults' boards merged: one body with both remits, linked with the statutory adults board."""
    text = (
        EXECUTIVE
        + body("joint-board", 'remit = ["co-ordination", "adults"]')
        + """
[[other_partnership]]
id = "adults-board"
name = "Safeguarding Adults Board"
kind = "safeguarding-adults-board"
flows = ["shares-members"]
how = "meets as one board with the partnership"
"""
    )
    found = document(PARTNERS + text)
    assert found.bodies[-1].remit == (Function.CO_ORDINATION, Function.ADULTS)
    (link,) = found.other_partnerships
    assert (link.kind, link.flows) == (LinkKind.SAFEGUARDING_ADULTS_BOARD, (Flow.SHARES_MEMBERS,))
    assert judged(plan(PARTNERS + text))["ch3.links.boards"].outcome is Outcome.MET


DISTRICTS = "".join(
    f'[[area]]\nid = "{name}"\nname = "{name.title()}"\nkind = "district"\npart_of = ["north"]\n'
    for name in ("hill", "dale", "coast")
)


def locality(name: str, *districts: str) -> str:
    """Write a locality group and the districts that it serves."""
    served = ", ".join(f'"{district}"' for district in districts)
    return body(name, f"serves = [{served}]").replace("subgroup", "locality-group")


@pytest.mark.parametrize(
    ("second", "outcome"),
    [
        pytest.param(("coast",), Outcome.MET, id="each district once"),
        pytest.param(("dale", "coast"), Outcome.NOT_MET, id="a district twice"),
        pytest.param((), Outcome.INDETERMINATE, id="not said where"),
    ],
)
def test_locality_groups_cover_the_area_once(second: tuple[str, ...], outcome: Outcome) -> None:
    """Locality groups whose areas are districts, and together should cover the area once."""
    text = PARTNERS + DISTRICTS + EXECUTIVE + locality("uplands", "hill", "dale") + locality("shore", *second)
    assert part(judged(plan(text))[COORDINATE], "locality groups").outcome is outcome


def test_a_district_in_no_locality_group_is_left_out() -> None:
    """A district that no group serves is named."""
    text = PARTNERS + DISTRICTS + EXECUTIVE + locality("uplands", "hill", "dale")
    found = part(judged(plan(text))[COORDINATE], "locality groups")
    assert found.outcome is Outcome.NOT_MET
    assert "Coast" in found.message


def test_a_meeting_frequency_that_changes_on_a_date() -> None:
    """A meeting frequency that changes on a date: monthly until then, quarterly after it."""
    meets = """meets = [
  { how_often = "monthly", ends = "2019-12-31" },
  { how_often = "quarterly", starts = "2020-01-01" },
]"""
    first, second = document(PARTNERS + EXECUTIVE + meets).bodies[0].meets
    assert (str(first.how_often), str(first.ends)) == ("monthly", "2019-12-31")
    assert (str(second.how_often), str(second.starts)) == ("quarterly", "2020-01-01")
    assert judged(plan(PARTNERS + EXECUTIVE + meets))[LEAD_GROUP].outcome is Outcome.MET


@pytest.mark.parametrize(
    ("printed", "per_year"),
    [("April and October", Fraction(2)), ("termly", Fraction(3)), ("every three years", Fraction(1, 3))],
)
def test_meetings_in_named_months_or_termly_or_three_yearly(printed: str, per_year: Fraction) -> None:
    """A meeting frequency that names months, or is termly or three-yearly."""
    (meets,) = document(PARTNERS + EXECUTIVE + f'meets = "{printed}"').bodies[0].meets
    assert meets.how_often.per_year == per_year


def test_a_body_that_starts_later() -> None:
    """A body that starts later: its line counts as agreed, and the leading group is not due until its day."""
    planned = EXECUTIVE.replace("[[body]]", '[[body]]\nstatus = "planned"\nstarts = "2020-04-01"\nmeets = "monthly"')
    found = judged(plan(PARTNERS + planned + body("board")))
    assert found[COORDINATE].outcome is Outcome.NEEDS_JUDGEMENT
    assert found[LEAD_GROUP].outcome is Outcome.NOT_DUE
    later = judged(plan(PARTNERS + planned), as_of="2020-05-01")
    assert later[LEAD_GROUP].outcome is Outcome.INDETERMINATE


def test_a_body_that_outlives_the_start() -> None:
    """A body that outlives the start: the old board stands for a time beside the new arrangements, then is gone."""
    old = body("old-board", 'ends = "2019-12-31"').replace('reports_to = ["executive"]', "")
    text = plan(PARTNERS + EXECUTIVE + old, publication='implemented = "2019-09-01"')
    during, after = (situations(held(text), day)[0] for day in (date(2019, 12, 31), date(2020, 1, 1)))
    assert [one.id for one in during.bodies] == ["executive", "old-board"]
    assert [one.id for one in after.bodies] == ["executive"]
    # While it stands it answers to nobody; once it is gone nothing is asked of it.
    assert judged(text, as_of="2019-12-31")[COORDINATE].outcome is Outcome.NOT_MET
    assert judged(text, as_of="2020-01-01")[COORDINATE].outcome is Outcome.NEEDS_JUDGEMENT


def test_groups_named_only_as_examples() -> None:
    """Groups named only as examples: they are kept, and nothing is asked of them, nor built on them."""
    example = body("task-group", 'status = "example"').replace('reports_to = ["executive"]', "")
    text = PARTNERS + EXECUTIVE + example
    assert document(text).bodies[-1].status is Status.EXAMPLE
    assert judged(plan(text))[COORDINATE].outcome is Outcome.NEEDS_JUDGEMENT
    below = body("small-group").replace('"executive"', '"task-group"')
    assert part(judged(plan(text + body("board") + below))[COORDINATE], "Small").outcome is Outcome.NOT_MET


def test_the_same_body_under_several_names() -> None:
    """The same body under several names in one document: one id, its other titles with their places and times."""
    text = body(
        "board",
        """titles = [
  { name = "Partnership Board", where = "Timetable" },
  { name = "Shadow Board", ends = "2019-09-28" },
]""",
    )
    first, second = document(PARTNERS + EXECUTIVE + text).bodies[-1].titles
    assert first.where is not None
    assert (first.name, first.where.heading) == ("Partnership Board", "Timetable")
    assert (second.name, str(second.ends)) == ("Shadow Board", "2019-09-28")


def test_two_names_that_may_be_one_body() -> None:
    """Where the text leaves open whether two names are one body, a line through that identity is only possible."""
    text = (
        PARTNERS
        + EXECUTIVE
        + body("board")
        + body("business-group", 'may_be = ["board"]').replace(
            'reports_to = ["executive"]', 'reports_to = ["council-committee"]'
        )
    )
    text += '[[other_partnership]]\nid = "council-committee"\nname = "Committee"\nkind = "scrutiny-committee"\n'
    found = judged(plan(text))[COORDINATE]
    assert part(found, "Business Group").outcome is Outcome.INDETERMINATE
    assert part(found, "Board").outcome is Outcome.MET
