"""The Schedule of relevant agencies as it is listed and explained."""

from __future__ import annotations

import json
import re

import pytest

from safeguarding.cli import main
from safeguarding.law.outside_schedule import OUTSIDE
from safeguarding.law.readings import READINGS
from safeguarding.law.schedule import PARAGRAPHS, Heading, Paragraph
from safeguarding.views import paragraph_as_text, schedule_as_json, schedule_as_text

each = pytest.mark.parametrize("one", PARAGRAPHS, ids=lambda one: one.key)


def unwrapped(text: str) -> str:
    """Undo the wrapping of lines."""
    return re.sub(r"\s+", " ", text)


def fits(text: str) -> bool:
    """Say whether all but addresses fits a screen of eighty columns."""
    return all(len(line) <= 80 or line.strip().startswith("https://") for line in text.splitlines())


def test_the_list_has_every_paragraph_under_its_heading_in_order() -> None:
    """Number and key of each, and the headings above them as they stand in the Schedule."""
    text = schedule_as_text()
    listed = re.findall(r"^ ?(\d+)  (ra\.\S+)", text, re.MULTILINE)
    assert listed == [(str(one.number), one.key) for one in PARAGRAPHS]
    headings = re.findall(r"(?<=\n\n)(.+)\n-{3,}\n", text)
    assert headings == [heading.value for heading in Heading]
    assert fits(text)


def test_the_list_says_who_is_not_in_the_schedule_and_why() -> None:
    """Every kind of organisation outside it, with the reason, and the power under which it can take part."""
    flat = unwrapped(schedule_as_text())
    for kind in OUTSIDE.values():
        assert f"- {kind.name[:1].upper()}{kind.name[1:]}: {kind.why}" in flat
        assert kind.power in flat


@each
def test_all_about_a_paragraph_is_there(one: Paragraph) -> None:
    """Number, heading, definition, since when, its words over time with dated addresses, and where they were read."""
    text = paragraph_as_text(one)
    flat = unwrapped(text)
    for said in (one.key, f"Paragraph {one.number} of the Schedule", one.heading.value, one.definition, one.note):
        assert said in flat
    assert "From 29 June 2018." in flat
    assert f"paragraphs = [{one.number}]" in text
    for wording in one.wordings:
        assert wording.says in flat
        assert wording.changed in flat
        assert one.citation.url(wording.starts) in text.split()
        assert all(f"{name} {READINGS[name]}" in flat for name in wording.read_at)
    assert fits(text)


def test_the_amended_words_are_shown_with_their_day() -> None:
    """Paragraph 15 says which words it had, which it has, since when and by what."""
    flat = unwrapped(paragraph_as_text(PARAGRAPHS[14]))
    assert "As made The National Health Service Commissioning Board, known as NHS England." in flat
    assert "As amended NHS England. From 6 November 2023, by SI 2023/1071 regulation 98(2)" in flat


def test_json_has_every_field() -> None:
    """A program gets all that is held."""
    found = json.loads(schedule_as_json())
    assert list(found) == ["schema", "ruleset", "paragraphs", "not_in_the_schedule"]
    assert [item["key"] for item in found["paragraphs"]] == [one.key for one in PARAGRAPHS]
    assert [item["id"] for item in found["not_in_the_schedule"]] == [*OUTSIDE]
    assert found["paragraphs"][14]["wordings"][1]["from"] == "2023-11-06"
    assert found["paragraphs"][25]["definition"] is None


def test_the_command_shows_the_schedule_and_its_paragraphs(capsys: pytest.CaptureFixture[str]) -> None:
    """As text and as JSON; a misspelt key is told the nearest, and a rule of the same prefix is a requirement."""
    assert main(["law", "--schedule"]) == 0
    assert capsys.readouterr().out == schedule_as_text()
    assert main(["law", "--schedule", "--format", "json"]) == 0
    assert capsys.readouterr().out == schedule_as_json()
    assert main(["law", "ra.prison"]) == 0
    assert capsys.readouterr().out == paragraph_as_text(PARAGRAPHS[25])
    assert main(["law", "ra.prison", "--format", "json"]) == 0
    assert capsys.readouterr().out == schedule_as_json([PARAGRAPHS[25]])
    assert main(["law", "ra.rule.act"]) == 0
    assert "ch3.ra.act" in capsys.readouterr().out
    assert main(["law", "ra.prisn"]) == 2
    assert "did you mean ra.prison" in capsys.readouterr().err
