"""What a reorganisation changes, as the command tells it."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest

import safeguarding as sg
from safeguarding.assessment.reorganisation import events_of, reorganised
from safeguarding.cli import main
from safeguarding.files.events import loads_events
from safeguarding.views.reorganisation import reorganised_as_text
from safeguarding.views.reorganisation_json import reorganised_as_json
from tests.assessment.reorganising import CCG, agency, area, made, partner

Captured = pytest.CaptureFixture[str]
CUMBRIA = "examples/cumbria-2019.toml"
HOSTILE = "<b>|`x` \x1b[31m \u202egnihtemos ](javascript:1) " + "long " * 200


def asked(capsys: Captured, *arguments: str) -> str:
    """Run the command and return what it printed."""
    assert main(["reorganise", *arguments]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


def test_with_just_a_file_it_tells_what_the_gazetteer_knows(capsys: Captured) -> None:
    """From the date of the document to the last day that is known: each event with what it does."""
    out = asked(capsys, CUMBRIA)
    plain = " ".join(out.split())
    for text in (
        "The gazetteer knows of 3 events that concern this partnership from 30 November 2019 to 30 November 2026.",
        "1 July 2022: NHS North Cumbria CCG gives way to NHS North East and North Cumbria Integrated Care Board",
        "1 April 2023: Cumbria County Council gives way to Cumberland Council, and Westmorland and Furness Council",
        "Invalidated: 13 places (12 certain, 1 already dealt with)",
        "lead[3].partner, lead[3].post (Foreword, p. 3, lines 79-83)",
        "must: Children Act 2004, section 16E(3) (ch3.partners.three)",
        "To be published: as for the event above.",
        "may: Children Act 2004, section 16J(1)-(2) (ch3.geo.combine)",
        "Copeland (district): Cumberland Council, not named in the documents.",
        "- Barrow (area.barrow): No district of the name Barrow is known; did you mean Barrow-in-Furness?",
    ):
        assert text in plain
    assert max(map(len, out.split("\n"))) <= 80


def test_programs_get_all_of_it(capsys: Captured) -> None:
    """Every consequence with its places, requirements and certainty; the span that was asked about."""
    found = json.loads(asked(capsys, CUMBRIA, "--since", "2023-01-01", "--until", "2023-12-31", "--format", "json"))
    assert (found["schema"], found["since"], found["until"]) == (
        "safeguarding.reorganised.v1",
        "2023-01-01",
        "2023-12-31",
    )
    (event,) = found["events"]
    assert [one["beside"][-1] for one in event["begins"]] == ["Cumbria Constabulary", "Cumbria Constabulary"]
    lead = next(one for one in found["consequences"] if one["path"] == "lead[0].post")
    assert lead["places"] == [{"source": "plan-2019", "place": "Foreword, p. 3, lines 57-60"}]
    assert lead["requirements"][0]["key"] == "ch3.lead.representatives"


def test_where_nothing_is_known_it_says_so(capsys: Captured, tmp_path: Path) -> None:
    """One sentence, and the names that could not be matched."""
    path = tmp_path / "x.toml"
    path.write_text(sg.dumps(made(area("n", "Nowhereshire")).documents[0]), encoding="utf-8")
    out = asked(capsys, str(path))
    says = "The gazetteer knows of no reorganisation that concerns this partnership from 20 June 2019"
    assert f"{says} to 30 November 2026. Of what is listed below it cannot tell." in " ".join(out.split())
    assert "- Nowhereshire (area.n): No authority of the name Nowhereshire is known." in out


def test_given_events_stand_in_the_place_of_the_known(capsys: Captured, tmp_path: Path) -> None:
    """Their date may be a month; what was given and is nothing here is noted."""
    path = tmp_path / "events.toml"
    path.write_text(
        'schema = "safeguarding.events.v1"\n[[event]]\nkind = "agencies"\ndate = "2021-04"\nends = ["lga", "nobody"]\n',
        encoding="utf-8",
    )
    out = asked(capsys, CUMBRIA, "--event", str(path), "--as-of", "2021-05-01")
    for text in (
        "1 event given. The arrangements are looked at as they stood on 1 May 2021.",
        "April 2021: lga and nobody end",
        "The day   Open, and so from when all that follows is so.",
        "Known by  Not said.",
        "Local Government Association",
        "Note: Nothing in the documents is nobody:",
    ):
        assert text in out


def test_partnerships_are_laid_together(capsys: Captured, tmp_path: Path) -> None:
    """Of files of two, where a file of events says that they merge."""
    other = tmp_path / "other.toml"
    other.write_text(sg.dumps(made(area("w", "Westshire"), slug="west").documents[0]), encoding="utf-8")
    events = tmp_path / "events.toml"
    merge = 'schema = "safeguarding.events.v1"\n[[event]]\nkind = "partnerships-merged"\ndate = "2022-04-01"\n'
    events.write_text(merge, encoding="utf-8")
    out = asked(capsys, CUMBRIA, str(other), "--event", str(events))
    assert "Not matched" not in out  # the gazetteer, which does not know Westshire, is not asked
    assert "1 April 2022: the partnerships merge" in out
    assert "That all partners of all areas agree to be treated as one: Cumbria" in " ".join(out.split())


def test_a_division_is_shown(capsys: Captured, tmp_path: Path) -> None:
    """What goes along first, then what is to be decided, entries of one kind together."""
    events = tmp_path / "events.toml"
    events.write_text(
        'schema = "safeguarding.events.v1"\n[[event]]\nkind = "partnership-divided"\ndate = "2023-04-01"\n'
        '[[event.part]]\nname = "Cumberland"\nareas = ["allerdale", "carlisle", "copeland"]\n'
        '[[event.part]]\nname = "The rest"\nareas = ["eden", "barrow", "south-lakeland"]\n',
        encoding="utf-8",
    )
    out = asked(capsys, CUMBRIA, "--event", str(events))
    for text in (
        "1 April 2023: the partnership is divided into Cumberland and The rest",
        "Goes along: 8 places",
        "15 entries, each: is for the whole",
        "      CSCP Board (body.cscp-board)",
    ):
        assert text in out
    assert max(map(len, out.split("\n"))) <= 80


def test_a_boundary_that_moves_and_what_only_records_are_shown(capsys: Captured, tmp_path: Path) -> None:
    """A health body that goes on, and a report that names what ended."""
    plan, report = tmp_path / "plan.toml", tmp_path / "report.toml"
    plan.write_text(sg.dumps(made(area("ws", "West Sussex")).documents[0]), encoding="utf-8")
    named = made(agency("c", "NHS Crawley CCG", CCG), kind="yearly-report", published="2019-07")
    report.write_text(sg.dumps(named.documents[0]), encoding="utf-8")
    out = asked(capsys, str(plan), str(report))
    for text in (
        "1 April 2020: the areas of health bodies change",
        "1 place in what only records the past (yearly report) stay.",
        "NHS Surrey Heartlands Integrated Care Board goes on",
        "which was worked out",
    ):
        assert text in out


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["--since", "June 2019"], 2, "is not a full date"),
        (["--event", "none.toml"], 3, "none.toml: the file cannot be read"),
        (["--event", "none.toml", "--until", "2022-01-01"], 2, "leave them out with --event"),
        (["{other}"], 2, "the files are of several partnerships (cumbria, west)"),
    ],
)
def test_what_cannot_be_asked_is_told_so(
    arguments: list[str], code: int, says: str, capsys: Captured, tmp_path: Path
) -> None:
    """With the code for it, and nothing on standard output."""
    other = tmp_path / "other.toml"
    other.write_text(sg.dumps(made(area("w", "Westshire"), slug="west").documents[0]), encoding="utf-8")
    assert main(["reorganise", CUMBRIA, *(one.format(other=other) for one in arguments)]) == code
    out, err = capsys.readouterr()
    assert (out, says in err) == ("", True)


def test_the_help_shows_a_file_of_events(capsys: Captured) -> None:
    """In eighty columns, and what it shows is taken."""
    assert main(["reorganise", "--help"]) == 0
    out = capsys.readouterr().out
    assert max(map(len, out.split("\n"))) <= 80
    shown = out[out.index('schema = "') : out.index("The kinds are")]
    assert [one.name for one in loads_events(shown)[0].ends] == ["Surrey County Council"]


def test_a_hostile_name_stays_words() -> None:
    """Whatever a file calls its agencies, nothing in the page or the JSON acts on a screen."""
    name = json.dumps(HOSTILE.replace("\x1b", ""))[1:-1]
    document = made(
        area("m", "Middlesbrough"),
        agency("ccg", "South Tees", CCG, f'note = "{name}"'),
        partner("ccg", "health"),
        f'[[post]]\nid = "p"\ntitle = "{name}"\nagency = "ccg"\n',
    )
    found = reorganised(document, events_of(document))
    for text in (reorganised_as_text(found), reorganised_as_json(found)):
        assert not {unicodedata.category(one) for one in text.replace("\n", "")} & {"Cc", "Cf", "Zl", "Zp"}
        assert "gnihtemos" in text
    assert max(map(len, reorganised_as_text(found).split("\n"))) <= 80
