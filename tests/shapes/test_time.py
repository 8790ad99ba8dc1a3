"""Time as it is found: months for days, a day late, contradictions, and what merges, splits or is succeeded."""

from __future__ import annotations

from datetime import date

import pytest

from safeguarding import Outcome
from safeguarding.structure import situations
from tests.shapes.plan import PARTNERS, document, held, judged, outcomes, part, plan

PUBLISHED = "trans.publish-by"
STARTED = "trans.implement-3m"
THREE = "ch3.partners.three"
COUNCIL_AND_POLICE = """
[[area]]
id = "north"
name = "North"
kind = "local-authority"

[[agency]]
id = "council"
name = "North Council"
kind = "local-authority"

[[agency]]
id = "police"
name = "North Police"
kind = "police-force"

[[partner]]
agency = "council"
side = "local-authority"
covers = [{ area = "north", extent = "whole" }]

[[partner]]
agency = "police"
side = "police"
covers = [{ area = "north", extent = "whole" }]
"""


def health(name: str, *, kind: str = "clinical-commissioning-group", more: str = "") -> str:
    """Write a health body that is a partner for the whole area."""
    return f"""
[[agency]]
id = "{name}"
name = "{name}"
kind = "{kind}"
{more}

[[partner]]
agency = "{name}"
side = "health"
covers = [{{ area = "north", extent = "whole" }}]
"""


def test_month_only_dates() -> None:
    """Month-only dates: in time where the whole month is, open where the three months from it end on several days."""
    text = plan(PARTNERS, published="2019-06", publication='implemented = "2019-09-29"\nversion = "first"')
    found = judged(text)
    assert found[PUBLISHED].outcome is Outcome.MET
    assert found[STARTED].outcome is Outcome.INDETERMINATE
    assert found[STARTED].possible == {Outcome.MET, Outcome.NOT_MET}
    assert str(held(text).documents[0].publication.published) == "2019-06"


@pytest.mark.parametrize(
    ("published", "implemented", "outcome"),
    [
        ("2019-06-29", "2019-09-29", Outcome.MET),
        ("2019-06-29", "2019-09-30", Outcome.NOT_MET),
        ("2019-06-30", "2019-09-30", Outcome.MET),
    ],
)
def test_a_start_one_day_late(published: str, implemented: str, outcome: Outcome) -> None:
    """A start one day late: by the regulations that depends on the area's own day of publication."""
    text = plan(PARTNERS, published=published, publication=f'implemented = "{implemented}"\nversion = "first"')
    assert judged(text)[STARTED].outcome is outcome


def test_publication_a_day_late_by_the_guidance() -> None:
    """Publication on 30 June 2019 is in time by the regulations; the message says the guidance is a day earlier."""
    found = judged(plan(PARTNERS, published="2019-06-30"))[PUBLISHED]
    assert found.outcome is Outcome.MET
    assert "one day late by the guidance" in found.message


TWICE = """
version = "first"
implemented = "2019-09-01"
also = [{{ field = "implemented", value = "{}", where = "Timetable" }}]
"""


def test_a_source_that_contradicts_itself() -> None:
    """A source that contradicts itself: both statements stand with their places, and what differs is open."""
    text = plan(PARTNERS, publication=TWICE.format("2019-10-01"))
    publication = held(text).documents[0].publication
    assert [str(value) for value in publication.values("implemented")] == ["2019-09-01", "2019-10-01"]
    found = judged(text)[STARTED]
    assert found.possible == {Outcome.MET, Outcome.NOT_MET}
    assert "2019-10-01" not in found.message
    assert "1 October 2019" in found.message


def test_a_contradiction_that_makes_no_difference_is_decided() -> None:
    """Two dates that are both in time are in time."""
    text = plan(PARTNERS, publication=TWICE.format("2019-09-02"))
    assert judged(text)[STARTED].outcome is Outcome.MET


SPLIT = """
[[area]]
id = "county"
name = "County"
kind = "local-authority"
ends = "2023-03-31"
successors = ["east", "west"]

[[area]]
id = "east"
name = "East"
kind = "local-authority"
starts = "2023-04-01"

[[area]]
id = "west"
name = "West"
kind = "local-authority"
starts = "2023-04-01"

[[agency]]
id = "county-council"
name = "County Council"
kind = "local-authority"
ends = "2023-03-31"
successors = ["east-council", "west-council"]

[[agency]]
id = "east-council"
name = "East Council"
kind = "local-authority"
starts = "2023-04-01"

[[agency]]
id = "west-council"
name = "West Council"
kind = "local-authority"
starts = "2023-04-01"

[[partner]]
agency = "county-council"
side = "local-authority"
covers = [{ area = "county", extent = "whole" }]

[[partner]]
agency = "east-council"
side = "local-authority"
covers = [{ area = "east", extent = "whole" }]

[[partner]]
agency = "west-council"
side = "local-authority"
covers = [{ area = "west", extent = "whole" }]
"""


@pytest.mark.parametrize(
    ("as_of", "areas"), [("2023-03-31", {"County"}), ("2023-04-01", {"East", "West"})], ids=["before", "after"]
)
def test_a_county_that_becomes_two_unitaries(as_of: str, areas: set[str]) -> None:
    """A county to two unitaries on 1 April 2023: which area and which council count depends on the day."""
    found = outcomes(judged(plan(SPLIT), as_of=as_of)[THREE])
    councils = {subject: outcome for subject, outcome in found.items() if subject.startswith("local authority")}
    assert councils == {f"local authority for {name}": Outcome.MET for name in areas}


def test_areas_that_merge() -> None:
    """Areas that merge: two districts end, and the one that comes after them both starts the next day."""
    text = "".join(
        f'[[area]]\nid = "{name}"\nname = "{name}"\nkind = "district"\nends = "2019-03-31"\nsuccessors = ["one"]\n'
        for name in ("hill", "dale")
    )
    text += '[[area]]\nid = "one"\nname = "one"\nkind = "district"\nstarts = "2019-04-01"\n'
    hill, dale, one = document(text).areas
    assert hill.successors == dale.successors == ("one",)
    assert str(one.starts) == "2019-04-01"


@pytest.mark.parametrize("year", [2020, 2021])
def test_clinical_commissioning_groups_that_merge(year: int) -> None:
    """CCG mergers of April 2020 and 2021: each body counts for its own days, and the new one covers the whole."""
    old = health("old-ccg", more=f'ends = "{year}-03-31"\nsuccessors = ["merged-ccg"]')
    merged = health("merged-ccg", more=f'starts = "{year}-04-01"')
    text = plan(COUNCIL_AND_POLICE + old + merged)
    for day, covering in ((f"{year}-03-31", "old-ccg"), (f"{year}-04-01", "merged-ccg")):
        found = part(judged(text, as_of=day)[THREE], "health")
        assert (found.outcome, found.message) == (Outcome.MET, f"{covering} covers the whole")


def test_arrangements_that_name_only_the_body_abolished() -> None:
    """Where the arrangements were not renewed, the partner that they name is gone, and its successor is named."""
    old = health("old-ccg", more='ends = "2020-03-31"\nsuccessors = ["merged-ccg"]')
    merged = '[[agency]]\nid = "merged-ccg"\nname = "Merged CCG"\nkind = "clinical-commissioning-group"\n'
    found = part(judged(plan(COUNCIL_AND_POLICE + old + merged), as_of="2020-04-01")[THREE], "health")
    assert found.outcome is Outcome.NOT_MET
    assert "Merged CCG" in found.message


def test_arrangements_under_which_a_ccg_became_an_icb() -> None:
    """CCG to ICB on 1 July 2022: on the day a CCG is no longer of the kind that is a partner."""
    first = (
        COUNCIL_AND_POLICE
        + health("ccg", more='ends = "2022-06-30"\nsuccessors = ["icb"]')
        + ('[[agency]]\nid = "icb"\nname = "icb"\nkind = "integrated-care-board"\nstarts = "2022-07-01"\n')
    )
    second = COUNCIL_AND_POLICE + health("icb", kind="integrated-care-board", more='starts = "2022-07-01"')
    texts = (plan(first), plan(second, published="2022-07-01", source="second-plan"))
    before = judged(*texts, as_of="2022-06-30")[THREE]
    assert part(before, "health").outcome is Outcome.MET
    after = judged(*texts, as_of="2022-07-01")[THREE]
    assert after.outcome is Outcome.MET
    # Where the arrangements were not renewed, the body that they name is gone.
    stale = judged(plan(first), as_of="2022-07-01")[THREE]
    assert part(stale, "health").outcome is Outcome.NOT_MET


def test_of_two_versions_the_one_in_force_is_judged() -> None:
    """A later version, published before it starts, does not count before its start."""
    first = plan(PARTNERS, published="2019-06-20")
    second = plan(COUNCIL_AND_POLICE, published="2020-02", publication='implemented = "2020-04-01"', source="second")
    found = held(first, second)
    for day, version in ((date(2020, 3, 31), 0), (date(2020, 4, 1), 1)):
        assert [situation.document for situation in situations(found, day)] == [found.documents[version]]
