"""Who must be the partners, as the command lists it."""

from __future__ import annotations

import json

import pytest

import safeguarding as sg
from safeguarding.cli import main
from safeguarding.law.gazetteer import tables
from safeguarding.views.bodies import bodies_as_json, bodies_as_text

Captured = pytest.CaptureFixture[str]


def test_it_lists_who_must_be_the_partners(capsys: Captured) -> None:
    """The council, both groups with how much they take in and what came after them, and the force."""
    assert main(["bodies", "Cumbria", "--as-of", "2021-01-01"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out == bodies_as_text(sg.who_must("Cumbria", "2021-01-01"))
    for text in (
        "Safeguarding partners of Cumbria on 1 January 2021",
        "Cumbria County Council\n  Code       E10000006.\n  Exists     Until 31 March 2023.",
        "Health: 2 clinical commissioning groups",
        "E38000228, in the NHS 01K.",
        "1 April 2013 to 30 June 2022.",
        "NHS Lancashire and South Cumbria Integrated Care Board.",
        "36 % of the area: 114 of its 321 small areas",
        "Cumbria Constabulary",
    ):
        assert text in out
    assert "edge" not in out


def test_it_says_what_is_an_edge_and_what_is_not_read() -> None:
    """A board that may be one, and on what that rests."""
    text = bodies_as_text(sg.who_must("Surrey", "2026-05-01"))
    assert "Health: 1 integrated care board, and perhaps 1 more" in text
    assert "Perhaps 0.8 % of the area: 6 of its 719 small areas. An edge" in text
    assert "Weakly known" in text
    assert "to be checked before you rely on it" in text
    assert "The tables end on 30 November 2026" in bodies_as_text(sg.who_must("Surrey", "2027-05-01"))
    assert "not read in a list, but inferred" in bodies_as_text(sg.who_must("Sheffield", "2026-05-01")).lower()


@pytest.mark.parametrize(
    ("area", "as_of", "says"),
    [
        ("Cumbria", "2024-01-01", "After it came Cumberland Council, and Westmorland and Furness"),
        ("Cumberland", "2021-01-01", "Before it came Cumbria County Council: ask about that."),
    ],
)
def test_it_names_the_relatives_of_an_authority_that_is_not_there(
    area: str, as_of: str, says: str, capsys: Captured
) -> None:
    """Nobody is listed, and whom to ask about is said."""
    assert main(["bodies", area, "--as-of", as_of]) == 0
    assert says in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["Cumbira", "--as-of", "2021-01-01"], "Did you mean Cumbria?"),
        (["Carlisle", "--as-of", "2021-01-01"], "Ask about Cumbria"),
        (["Cumbria"], "--as-of is needed"),
        (["Cumbria", "--as-of", "June 2021"], "is not a full date"),
        (["Cumbria", "--as-of", "2017-01-01"], "is known from 1 April 2018"),
    ],
)
def test_a_question_that_cannot_be_put_is_told_so(arguments: list[str], says: str, capsys: Captured) -> None:
    """With the code for what was not understood, and nothing on standard output."""
    assert main(["bodies", *arguments]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert says in err


def test_programs_get_all_of_it(capsys: Captured) -> None:
    """Each body with codes, dates, relatives, shares and basis."""
    assert main(["bodies", "Oxfordshire", "--as-of", "2019-11-30", "--format", "json"]) == 0
    out = capsys.readouterr().out
    assert out == bodies_as_json(sg.who_must("Oxfordshire", "2019-11-30"))
    found = json.loads(out)
    assert found["schema"] == "safeguarding.bodies.v1"
    swindon = next(partner for partner in found["partners"] if partner["name"] == "NHS Swindon CCG")
    assert swindon["part"] == "edge"
    assert swindon["basis"]["strength"] == "read"
    assert swindon["successors"][0]["name"] == "NHS Bath and North East Somerset, Swindon and Wiltshire CCG"


@pytest.mark.parametrize("as_of", ["2019-11-30", "2022-07-01", "2026-05-01"])
def test_every_page_fits_eighty_columns(as_of: str) -> None:
    """Of every authority, whether it is there or not."""
    for authority in tables.authorities():
        assert max(map(len, bodies_as_text(sg.who_must(authority.code, as_of)).split("\n"))) <= 80


def test_the_day_on_which_the_list_of_codes_begins_is_no_first_day() -> None:
    """The council is older than its code: neither the page nor the program is told that it began then."""
    who = sg.who_must("Middlesbrough", "2024-06-30")
    assert "2009" not in bodies_as_text(who)
    assert json.loads(bodies_as_json(who))["partners"][0]["from"] is None
    text = """
schema = "safeguarding.v1"
partnership = "m"
name = "M"
kind = "arrangements"
transcribed = "all"
[[area]]
id = "m"
name = "Middlesbrough"
kind = "local-authority"
[[agency]]
id = "police"
name = "Cleveland Police"
kind = "police-force"
[[partner]]
agency = "police"
side = "police"
"""
    (part, *_) = sg.assess(sg.loads(text), as_of="2024-06-30")["ch3.partners.three"].parts
    assert (part.subject, part.message) == (
        "local authority for Middlesbrough: Middlesbrough Borough Council",
        "no such partner is named",
    )


def test_how_a_row_was_worked_out_is_said_once() -> None:
    """Not "worked out: worked out from"."""
    text = " ".join(bodies_as_text(sg.who_must("Buckinghamshire", "2026-05-01")).split())
    assert "Not read in a list, but worked out: from the small areas" in text
