"""The gazetteer: its tables by what was counted in their sources, how names are matched, and who must be partners."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from safeguarding.errors import BeyondHorizonError, CannotAssessError, UnknownAreaError
from safeguarding.law.gazetteer import tables, who_must
from safeguarding.law.gazetteer.bodies import Authority, Body, HealthBody, Part, PoliceForce, Strength, Touch, listed
from safeguarding.law.gazetteer.finding import find_authority, find_force, find_health_body
from safeguarding.law.gazetteer.known import did_you_mean, is_known
from safeguarding.law.gazetteer.required import GAP, after, predecessors, required
from safeguarding.law.gazetteer.rows import BOARDS_FROM, KNOWN_TO
from safeguarding.model import Side
from tools import gazetteer

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared" / "data" / "geography"
DAYS = [
    date(2018, 4, 1),
    date(2018, 6, 29),
    date(2019, 3, 31),
    date(2019, 4, 1),
    date(2019, 6, 29),
    date(2019, 9, 29),
    date(2020, 3, 31),
    date(2020, 4, 1),
    date(2021, 3, 31),
    date(2021, 4, 1),
    date(2021, 6, 30),
    date(2022, 6, 30),
    date(2022, 7, 1),
    date(2023, 3, 31),
    date(2023, 4, 1),
    date(2025, 4, 30),
    date(2025, 5, 1),
    date(2026, 3, 31),
    date(2026, 4, 1),
    KNOWN_TO,
]
CCG, ICB = "clinical-commissioning-group", "integrated-care-board"


def on(bodies: Iterable[Body], as_of: date) -> list[Body]:
    """Return the bodies that exist on a date."""
    return [body for body in bodies if body.exists(as_of)]


def day(text: str) -> date:
    """Read a full date."""
    return date.fromisoformat(text)


def touches() -> list[Touch]:
    """Return every row that says which health body or force takes in which authority."""
    every = (tables.ccg_areas(), tables.icb_areas(), tables.police_areas())
    return [touch for table in every for some in table.values() for touch in some]


# The tables


@pytest.mark.skipif(not SHARED.is_dir(), reason="the tables that ours are written from are not at hand")
def test_the_tables_are_what_the_tool_writes() -> None:
    """Ours are written by the tool and not by hand: run `python tools/gazetteer.py FOLDER`."""
    for name, text in gazetteer.tables(SHARED).items():
        assert (gazetteer.TARGET / name).read_text(encoding="utf-8") == text, name


def test_the_tables_are_small() -> None:
    """They are in everybody's installation."""
    assert sum(path.stat().st_size for path in gazetteer.TARGET.glob("*.csv")) < 100_000


@pytest.mark.parametrize(
    ("as_of", "number"),
    [
        ("2009-04-01", 152),
        ("2013-04-01", 152),
        ("2018-06-29", 152),
        ("2019-03-31", 152),
        ("2019-04-01", 151),
        ("2019-09-29", 151),
        ("2020-04-01", 151),
        ("2021-04-01", 152),
        ("2022-07-01", 152),
        ("2023-03-31", 152),
        ("2023-04-01", 153),
        ("2025-04-30", 153),
        ("2025-05-01", 153),
        ("2026-04-01", 153),
    ],
)
def test_the_authorities_are_as_many_as_there_were(as_of: str, number: int) -> None:
    """On each day on which they were counted."""
    assert len(on(tables.authorities(), day(as_of))) == number


@pytest.mark.parametrize(
    ("as_of", "numbers"),
    [
        ("2018-06-29", (56, 36, 33, 27)),
        ("2019-04-01", (56, 36, 33, 26)),
        ("2020-04-01", (57, 36, 33, 25)),
        ("2021-04-01", (59, 36, 33, 24)),
        ("2023-04-01", (63, 36, 33, 21)),
    ],
)
def test_the_authorities_of_each_kind_are_as_many_as_there_were(as_of: str, numbers: tuple[int, ...]) -> None:
    """Unitary, metropolitan, London and county."""
    found = Counter(row.kind for row in tables.authorities() if row.exists(day(as_of)))
    assert tuple(found[kind] for kind in ("unitary", "metropolitan", "london", "county")) == numbers


@pytest.mark.parametrize(
    ("as_of", "number"),
    [("2018-12-31", 201), ("2019-04-01", 192), ("2020-04-01", 188), ("2021-04-01", 181), ("2023-04-01", 164)],
)
def test_the_districts_are_as_many_as_there_were(as_of: str, number: int) -> None:
    """Those of counties."""
    assert len([row for row in tables.districts() if row.exists(day(as_of))]) == number


@pytest.mark.parametrize(
    ("as_of", "number"),
    [
        ("2018-06-29", 195),
        ("2019-04-01", 191),
        ("2020-03-31", 191),
        ("2020-04-01", 135),
        ("2021-04-01", 106),
        ("2022-06-30", 106),
        ("2022-07-01", 0),
    ],
)
def test_the_groups_are_as_many_as_there_were(as_of: str, number: int) -> None:
    """Before and after each round of mergers, until there are none."""
    assert len(on(tables.ccgs(), day(as_of))) == number


@pytest.mark.parametrize(
    ("as_of", "number"),
    [("2022-06-30", 0), ("2022-07-01", 42), ("2023-04-01", 42), ("2026-03-31", 42), ("2026-04-01", 36)],
)
def test_the_boards_are_as_many_as_there_were(as_of: str, number: int) -> None:
    """Before and after the mergers of April 2026."""
    assert len(on(tables.icbs(), day(as_of))) == number


@pytest.mark.parametrize("as_of", DAYS, ids=str)
def test_every_authority_has_its_partners(as_of: date) -> None:
    """On each day: one council, at least one health body of the day's kind, one force; and no body has no authority."""
    assert len({body.code for body in on(tables.police_forces(), as_of)}) == 39
    seen: set[str] = set()
    for authority in on(tables.authorities(), as_of):
        partners = required(authority.code, as_of).partners
        sides = Counter(partner.side for partner in partners)
        assert sides[Side.LOCAL_AUTHORITY] == sides[Side.POLICE] == 1, authority.name
        assert sides[Side.HEALTH] >= 1, authority.name
        kind = ICB if as_of >= BOARDS_FROM else CCG
        assert {p.body.kind for p in partners if isinstance(p.body, HealthBody)} == {kind}
        seen |= {partner.body.code for partner in partners}
    assert {body.code for body in on((*tables.ccgs(), *tables.icbs(), *tables.police_forces()), as_of)} <= seen


@pytest.mark.parametrize("as_of", DAYS, ids=str)
def test_the_shares_of_each_authority_add_up(as_of: date) -> None:
    """Within what rounding allows; what the tables only leave open is beside them."""
    for authority in on(tables.authorities(), as_of):
        health = [p.touch for p in required(authority.code, as_of).partners if p.touch.share is not None]
        assert sum(touch.share or 0 for touch in health if touch.basis.code != GAP) == pytest.approx(1, abs=0.004)


@pytest.mark.parametrize("as_of", DAYS, ids=str)
def test_the_shares_of_each_health_body_add_up(as_of: date) -> None:
    """A body lies in authorities altogether."""
    shares: Counter[str] = Counter()
    for touch in touches():
        if touch.holds(as_of) and touch.share_of_body is not None:
            shares[touch.body] += touch.share_of_body  # type: ignore[assignment]  # a counter adds up shares as well
    assert all(share == pytest.approx(1, abs=0.004) for share in shares.values())


def test_an_edge_is_little_of_both() -> None:
    """Under 5 % of the authority and of the health body; all of it is the whole."""
    for touch in touches():
        if touch.share is not None and touch.share_of_body is not None:
            assert (touch.part is Part.EDGE) == (touch.share < 0.05 and touch.share_of_body < 0.05), touch
            assert (touch.part is Part.WHOLE) == (touch.share == 1), touch


def test_successors_exist_and_start_the_day_after() -> None:
    """For authorities, districts and health bodies alike."""
    bodies = [*tables.authorities(), *tables.ccgs(), *tables.icbs(), *tables.districts()]
    starts = {body.code: body.starts for body in bodies}
    for body in bodies:
        for code in body.successors:
            assert body.ends is not None, body.name
            assert starts[code] == body.ends + timedelta(days=1), body.name


def test_whatever_ended_has_a_successor_and_whatever_began_late_a_predecessor() -> None:
    """No authority and no health body comes from nowhere or goes nowhere."""
    for body in (*tables.authorities(), *tables.ccgs(), *tables.icbs()):
        assert (body.ends is None) == (not body.successors), body.name
    for authority in tables.authorities():
        if authority.starts is not None and authority.starts > date(2018, 6, 29):
            same = [row for row in tables.authorities() if row.identity == authority.identity]
            assert predecessors(authority) or len(same) > 1, authority.name


def test_every_row_lies_within_the_lives_of_its_bodies_and_none_overlaps() -> None:
    """What touches what refers to rows that are there, at a time when both are."""
    lives: dict[str, list[Body]] = {}
    bodies: list[Body] = [*tables.authorities(), *tables.ccgs(), *tables.icbs(), *tables.police_forces()]
    for body in bodies:
        lives.setdefault(body.code, []).append(body)
    pairs: dict[tuple[str, str], list[Touch]] = {}
    for touch in touches():
        pairs.setdefault((touch.body, touch.authority), []).append(touch)
        ends = touch.ends or KNOWN_TO
        for code in (touch.body, touch.authority):
            first = min(body.starts or date.min for body in lives[code])
            last = max(body.ends or date.max for body in lives[code])
            assert first <= (touch.starts or first), touch
            assert ends <= last, touch
    for rows in pairs.values():
        ordered = sorted(rows, key=lambda touch: touch.starts or date.min)
        for one, other in pairwise(ordered):
            assert one.ends is not None
            assert other.starts is not None
            assert one.ends < other.starts


def test_every_row_says_what_it_rests_on_and_the_weak_ones_are_few() -> None:
    """The basis is one of the table of bases; what is not read is what the sources say is not."""
    found = Counter(touch.basis.strength for touch in touches())
    assert found[Strength.DERIVED] == 37
    assert found[Strength.INFERRED] == 4
    assert found[Strength.WEAK] == 6
    assert all(basis.says for basis in tables.bases().values())


# Names


@pytest.mark.parametrize(
    "name",
    [
        "Cumbria",
        "Cumbria County Council",
        "cumbria county council",
        "  The County of Cumbria ",
        "E10000006",
        "e10000006",
    ],
)
def test_an_authority_is_found_by_each_of_its_names(name: str) -> None:
    """The name of the area, of the council, and the code."""
    found = find_authority(name, day("2019-11-30"))
    assert isinstance(found.body, Authority)
    assert (found.body.code, found.exists) == ("E10000006", True)
    assert is_known(name)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("London Borough of Hackney", "E09000012"),
        ("City of London Corporation", "E09000001"),
        ("Telford & Wrekin", "E06000020"),
        ("Bristol City Council", "E06000023"),
        ("Hull City Council", "E06000010"),
        ("Kingston upon Hull", "E06000010"),
        ("Durham County Council", "E06000047"),
        ("St Helens", "E08000013"),
        ("Royal Borough of Kensington and Chelsea", "E09000020"),
        ("Council of the Isles of Scilly", "E06000053"),
        ("City of York Council", "E06000014"),
        ("Derby", "E06000015"),
        ("Derbyshire", "E10000007"),
    ],
)
def test_an_authority_is_found_by_what_documents_print(name: str, code: str) -> None:
    """With and without the words that say what kind of council it is."""
    found = find_authority(name, day("2019-11-30")).body
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize(
    "name",
    [
        "NHS Morecambe Bay CCG",
        "Morecambe Bay Clinical Commissioning Group",
        "NHS Morecambe Bay Clinical Commissioning Group (CCG)",
        "01K",
        "E38000228",
    ],
)
def test_a_health_body_is_found_by_each_of_its_names(name: str) -> None:
    """With and without NHS, in letters or in words, by either code."""
    found = find_health_body(name, day("2019-11-30"))
    assert found.body is not None
    assert found.body.code == "E38000228"


def test_a_name_that_two_bodies_bore_is_that_of_the_date_or_of_the_kind() -> None:
    """A group and a board of Lincolnshire, and before them four groups."""
    name = "NHS Lincolnshire"
    found = {text: find_health_body(name, day(text)) for text in ("2019-01-01", "2021-01-01", "2023-01-01")}
    assert [one.body.kind if one.body else None for one in found.values()] == [CCG, CCG, ICB]
    assert [one.exists for one in found.values()] == [False, True, True]
    assert find_health_body(name, day("2023-01-01"), CCG).exists is False


def test_a_name_is_that_of_the_authority_of_the_date() -> None:
    """Dorset was a county and is a unitary; Northamptonshire is no more; Cumberland was not yet."""
    before, later = (find_authority("Dorset", day(text)).body for text in ("2019-03-31", "2019-04-01"))
    assert before is not None
    assert later is not None
    assert (before.code, later.code) == ("E10000009", "E06000059")
    ended = find_authority("Northamptonshire", day("2022-01-01"))
    assert ended.body is not None
    assert not ended.exists
    assert after(ended.body) == "; after it came West Northamptonshire and North Northamptonshire"
    coming = find_authority("Cumberland", day("2021-01-01"))
    assert coming.body is not None
    assert coming.body.starts == day("2023-04-01")
    assert find_authority("Atlantis", day("2021-01-01")).body is None


def test_a_body_with_a_new_code_is_the_same_body() -> None:
    """Either code finds it as it is on the date, and its life begins with the first."""
    old, new = (find_authority(code, day("2026-01-01")).body for code in ("E08000016", "E08000038"))
    assert old is new
    board = next(p for p in who_must("Surrey", "2024-01-01").partners if p.body.code == "E54000063")
    assert (board.since, board.until) == (day("2022-07-01"), day("2026-03-31"))
    assert {body.code for body in board.predecessors if isinstance(body, HealthBody) and body.kind == ICB} == set()


def test_a_force_with_a_new_name_is_the_same_force() -> None:
    """Hampshire Constabulary has the name of the date, by whichever it is asked for."""
    names = ["Hampshire Constabulary", "Hampshire and Isle of Wight Constabulary", "Hampshire Police"]
    for text, called in (("2022-11-15", names[0]), ("2022-11-16", names[1])):
        found = [find_force(name, day(text)).body for name in names]
        assert all(isinstance(body, PoliceForce) and body.name == called for body in found)
    assert find_force("Chief Constable of Cumbria", day("2019-01-01")).exists


@pytest.mark.parametrize(
    ("name", "meant"),
    [("Cumbira", "Cumbria"), ("Lincolnshre County Council", "Lincolnshire"), ("Furness", "Westmorland and Furness")],
)
def test_a_name_that_is_not_known_is_answered_by_the_nearest(name: str, meant: str) -> None:
    """A slip, and a part of a name."""
    assert find_authority(name, day("2024-01-01")).did_you_mean[0] == meant
    assert did_you_mean(name)[0] == meant
    assert not is_known(name)


def test_a_name_that_is_like_none_is_answered_by_none() -> None:
    """Rather nothing than something far-fetched."""
    assert did_you_mean("Eastshire") == ()
    assert did_you_mean("!") == ()
    assert find_force("Atlantis Police", day("2024-01-01")).did_you_mean == ()


def test_no_two_authorities_of_one_day_share_a_name() -> None:
    """So that a name and a date always mean one."""
    for as_of in DAYS:
        for authority in on(tables.authorities(), as_of):
            assert isinstance(authority, Authority)
            for name in (authority.name, authority.official_name):
                assert find_authority(name, as_of).body == authority, name


def test_no_two_health_bodies_or_forces_of_one_day_share_a_name() -> None:
    """So that a name and a date always mean one."""
    for as_of in DAYS:
        for body in on((*tables.ccgs(), *tables.icbs()), as_of):
            assert find_health_body(body.name, as_of).body == body, body.name
        for force in on(tables.police_forces(), as_of):
            assert find_force(force.name, as_of).body == force, force.name


@pytest.mark.parametrize(
    ("names", "text"),
    [
        ([], ""),
        (["A"], "A"),
        (["A", "B", "C"], "A, B and C"),
        (["A and B", "C"], "A and B, and C"),
        (["A, B and C", "D"], "A, B and C; and D"),
    ],
)
def test_names_with_an_and_in_them_are_listed_so_that_they_can_be_told_apart(names: list[str], text: str) -> None:
    """Westmorland and Furness is one."""
    assert listed(names) == text


# Who must be partners


@pytest.mark.parametrize(
    ("area", "as_of", "names"),
    [
        (
            "Cumbria",
            "2019-11-30",
            {"Cumbria", "NHS North Cumbria CCG", "NHS Morecambe Bay CCG", "Cumbria Constabulary"},
        ),
        (
            "Lincolnshire",
            "2019-06-29",
            {
                "Lincolnshire",
                "NHS Lincolnshire East CCG",
                "NHS Lincolnshire West CCG",
                "NHS South Lincolnshire CCG",
                "NHS South West Lincolnshire CCG",
                "Lincolnshire Police",
            },
        ),
        ("Lincolnshire", "2020-04-01", {"Lincolnshire", "NHS Lincolnshire CCG", "Lincolnshire Police"}),
        ("Middlesbrough", "2020-03-31", {"Middlesbrough", "NHS South Tees CCG", "Cleveland Police"}),
        ("Redcar and Cleveland", "2020-04-01", {"Redcar and Cleveland", "NHS Tees Valley CCG", "Cleveland Police"}),
        ("City of London", "2019-11-30", {"City of London", "NHS City and Hackney CCG", "City of London Police"}),
        ("Hackney", "2021-04-01", {"Hackney", "NHS North East London CCG", "Metropolitan Police Service"}),
    ],
)
def test_those_are_the_partners_whom_the_sources_name(area: str, as_of: str, names: set[str]) -> None:
    """The examples that were checked with the tables."""
    assert {partner.body.name for partner in who_must(area, as_of).partners} == names


def test_an_authority_that_is_not_there_has_no_partners_but_relatives() -> None:
    """One that has ended, and one that is to come."""
    ended = who_must("Cumbria", date(2023, 4, 1))
    assert (ended.exists, ended.partners) == (False, ())
    assert [other.name for other in ended.successors] == ["Cumberland", "Westmorland and Furness"]
    coming = who_must("Cumberland", "2023-03-31")
    assert [other.name for other in coming.predecessors] == ["Cumbria"]


def test_what_is_not_read_in_a_list_is_not_sure() -> None:
    """Frimley's successors, a police area under a new code, and what lies after the tables end."""
    assert [p.sure for p in who_must("Slough", "2026-04-01").partners] == [True, False, True]
    assert [p.sure for p in who_must("Sheffield", "2025-05-01").partners] == [True, True, False]
    late = who_must("Cumbria", "2022-01-01"), who_must("Kent", "2027-04-01")
    assert [who.in_tables for who in late] == [True, False]
    assert not any(partner.sure for partner in late[1].partners)
    assert [p.perhaps for p in who_must("Surrey", "2026-04-01").partners] == [False, False, True, False]


@pytest.mark.parametrize(
    ("area", "as_of", "error", "says"),
    [
        ("Cumbira", "2021-01-01", UnknownAreaError, "Did you mean Cumbria?"),
        ("Carlisle", "2021-01-01", UnknownAreaError, "Carlisle is a district of Cumbria"),
        ("Carlisle", "2024-01-01", UnknownAreaError, "Carlisle was a district of Cumbria"),
        ("Atlantis", "2021-01-01", UnknownAreaError, "give the name of the council"),
        ("South Tees", "2021-01-01", UnknownAreaError, "for a partnership of several areas, ask about each by itself"),
        ("City & Hackney", "2021-01-01", UnknownAreaError, "but City of London and Hackney: ask about each by itself"),
        ("Cornwall and the Isles of Scilly", "2021-01-01", UnknownAreaError, "but Cornwall and Isles of Scilly: ask"),
        ("Cumbria", "2018-03-31", BeyondHorizonError, "known from 1 April 2018"),
        ("Cumbria", "June 2019", CannotAssessError, "is not a full date"),
    ],
)
def test_a_question_that_cannot_be_put_says_why(area: str, as_of: str, error: type[Exception], says: str) -> None:
    """And what to ask instead."""
    with pytest.raises(error, match=says.replace("?", r"\?")):
        who_must(area, as_of)


# What is loaded


PLAN = """
import sys, safeguarding as sg
text = '''
schema = "safeguarding.v1"
partnership = "x"
name = "X"
kind = "arrangements"
transcribed = "all"
[publication]
published = "2019-06-20"
[[area]]
id = "x"
name = "NAME"
kind = "local-authority"
[[agency]]
id = "council"
name = "NAME Council"
kind = "local-authority"
[[partner]]
agency = "council"
side = "local-authority"
covers = [{ area = "x", extent = "whole" }]
'''
sg.assess(sg.loads(text))
loaded = [name for name in sys.modules if name.startswith("safeguarding.law.gazetteer.")]
print("safeguarding.law.gazetteer.tables" in loaded)
"""


@pytest.mark.parametrize(("name", "loaded"), [("Eastshire", "False"), ("Cumbria", "True")])
def test_it_is_loaded_only_for_an_area_that_it_knows(name: str, loaded: str) -> None:
    """A file of an area that it does not know pays for a list of names, and for nothing else."""
    code = PLAN.replace("NAME", name)
    run = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert run.stdout.strip() == loaded


def test_importing_the_library_does_not_load_it() -> None:
    """Nor does it read a table."""
    code = "import sys, safeguarding; sys.exit(any('gazetteer' in name for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
