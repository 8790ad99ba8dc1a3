"""What is enacted and not shown to be in force: it is not asked, and its check would tell what it should."""

from datetime import date

import pytest

from safeguarding import loads
from safeguarding.law.asking import Ask
from safeguarding.law.catalogue import catalogue
from safeguarding.law.outcomes import Answer, Outcome
from safeguarding.structure import situations
from tests.law.case import Case, head

TEAMS = catalogue()["wt26.act.macpt-establish"]
AREAS = """
[[area]]
id = "east"
name = "East"
kind = "local-authority"
[[area]]
id = "west"
name = "West"
kind = "local-authority"
"""
TEAM = """
[[body]]
id = "team"
name = "Child Protection Team"
kind = "subgroup"
remit = ["child-protection-team"]
"""
MET, PARTLY, NOT_MET, NOT_DUE = Outcome.MET, Outcome.PARTLY_MET, Outcome.NOT_MET, Outcome.NOT_DUE


def answered(document: str) -> Answer:
    """Put the check by itself, as it will be put once the section is in force."""
    partnership = loads(head('published = "2026-06-01"') + document)
    (situation,) = situations(partnership, date(2026, 11, 29))
    assert TEAMS.check is not None
    return TEAMS.check(Ask(TEAMS, situation))


@pytest.mark.parametrize(
    ("document", "possible"),
    [
        pytest.param(AREAS + TEAM, {MET}, id="a team that names no areas serves both"),
        pytest.param(AREAS + TEAM + 'serves = ["east"]\n', {PARTLY}, id="one area is left out"),
        pytest.param(AREAS + TEAM + 'ends = "2026-09-30"\n', {NOT_MET}, id="the team has ended"),
        pytest.param(AREAS + TEAM + 'status = "planned"\nstarts = "2027-04-01"\n', {NOT_DUE}, id="the team is planned"),
        pytest.param(AREAS + TEAM + 'unknown = ["serves"]\n', {MET, PARTLY, NOT_MET}, id="whom it serves is open"),
        pytest.param(AREAS, {MET, NOT_MET}, id="silence settles nothing"),
        pytest.param(
            AREAS + TEAM.replace("child-protection-team", "front-door"), {MET, NOT_MET}, id="another body is no team"
        ),
    ],
)
def test_teams_are_looked_for_area_by_area(document: str, possible: set[Outcome]) -> None:
    """Each area has a team that stands and serves it, or none, or it is open."""
    found = answered(document)
    assert found.possible == possible
    assert found.missing or len(possible) == 1


@pytest.mark.parametrize("as_of", ["2026-11-29", "2030-01-01"])
@pytest.mark.parametrize("guidance", [None, "WT2026"])
def test_what_is_not_in_force_is_not_asked(as_of: str, guidance: str | None) -> None:
    """No date and no edition of the guidance brings an Act into force."""
    case = Case(requirement=TEAMS.key, outcome="", why="", as_of=as_of, guidance=guidance, document=AREAS)
    finding = case.finding()
    assert finding.outcome is Outcome.NOT_APPLICABLE
    assert finding.message == "enacted, and not shown to be in force"
    assert finding.citations[0].url == "https://www.legislation.gov.uk/ukpga/2026/21/section/3/enacted"
