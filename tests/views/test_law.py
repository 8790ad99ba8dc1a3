"""The law as it is listed and explained."""

from __future__ import annotations

import json
import re

import pytest

from safeguarding.law.catalogue import catalogue
from safeguarding.law.requirement import Level, Requirement
from safeguarding.views import law_as_json, law_as_text, requirement_as_text

ALL = tuple(catalogue().values())
each = pytest.mark.parametrize("item", ALL, ids=lambda item: item.key)


def unwrapped(text: str) -> str:
    """Undo the wrapping of lines."""
    return re.sub(r"\s+", " ", text)


def test_the_table_lists_everything_once_under_its_heading() -> None:
    """Nothing that is held is missing from the list, and headings come in the order of the guidance."""
    text = law_as_text(ALL)
    assert [found[0] for found in re.findall(r"^((ch\d|trans|ra|wt\d\d)\.\S+)", text, re.MULTILINE)] == list(
        catalogue()
    )
    headings = [unwrapped(above) for above in re.findall(r"(?<=\n\n)((?:.+\n)+?)-{3,}\n", text)]
    assert [heading.strip() for heading in headings] == list(dict.fromkeys(item.heading for item in ALL))
    assert f"{len(ALL)} requirements" in text


def test_the_table_fits_eighty_columns() -> None:
    """It can be read on a terminal."""
    assert max(len(line) for line in law_as_text(ALL).splitlines()) <= 80


@each
def test_all_about_a_requirement_is_there(item: Requirement) -> None:
    """The page on a requirement has its paraphrase, provisions with dated addresses, and what to do."""
    text = requirement_as_text(item)
    flat = unwrapped(text)
    for said in (item.key, item.asks, item.do, item.heading, *item.read_at):
        assert said in flat
    for citation in item.citations:
        assert f"{citation.instrument.name}, {citation.provision}" in flat
        assert citation.url(item.starts) in text.split()
    for key in (*item.premises, *([item.restates] if item.restates else ())):
        assert f"({key})" in flat
    wide = [line for line in text.splitlines() if len(line) > 80]
    assert all("://" in line for line in wide)


def test_no_jargon_of_ours_is_shown() -> None:
    """A reader need not know how the library is made."""
    shown = "".join(requirement_as_text(item) for item in ALL) + law_as_text(ALL)
    assert not re.search(r"premise|indeterminate|frozenset|None|ruleset", shown)


def test_a_definition_asks_for_nothing() -> None:
    """What cannot be met or not met is not spoken of as if it could."""
    definition = next(item for item in ALL if item.level is Level.DEFINITION)
    text = requirement_as_text(definition)
    assert "A definition, which asks for nothing." in text
    assert "Silence" not in text
    assert "Can come out" not in text


def test_json_has_every_field_of_every_requirement() -> None:
    """A program gets all that is held."""
    found = json.loads(law_as_json(ALL))
    assert list(found) == ["schema", "ruleset", "requirements"]
    assert [item["key"] for item in found["requirements"]] == list(catalogue())
    for item in found["requirements"]:
        assert list(item) == [
            "key", "title", "level", "who", "asks", "heading", "citations", "verification", "read_at", "readings",
            "checked",
            "silence", "reaches", "do", "premises", "restates", "owed_from", "in_force",
                "versions", "succeeds", "succeeded_by", "ceased", "depended_on_by",
        ]  # fmt: skip
        assert list(item["in_force"]) == ["from", "until"]
        assert [list(citation) for citation in item["citations"]] == [
            ["instrument", "provision", "url", "status"] for _ in item["citations"]
        ]


def test_json_of_one_requirement_is_spelt_as_in_the_library() -> None:
    """Values are those of the enumerations, dates in the ISO form, outcomes in their order."""
    (item,) = json.loads(law_as_json([catalogue()["ch3.publish.ra-why"]]))["requirements"]
    assert item["level"] == "should"
    assert item["checked"] == "from the documents"
    assert item["silence"] == "not-met"
    assert item["owed_from"] == "2019-06-30"
    assert item["in_force"] == {"from": "2018-07-04", "until": None}
    assert item["reaches"][:3] == ["met", "partly-met", "not-met"]
    assert item["premises"] == ["ch3.ra.publish-list"]
