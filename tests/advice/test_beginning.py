"""A first file: the fixed point of all advice, whose blanks are all that is left to do."""

from __future__ import annotations

import re
import tomllib
from datetime import date

import pytest

import safeguarding as sg
from safeguarding import CannotAssessError
from safeguarding.files.beginning import begun
from safeguarding.law.patches import Blank
from safeguarding.law.requirement import Checked, Level
from safeguarding.model import DocumentKind

HEADER = re.compile(r"\[\[[a-z_]+\]\]")
NAME = "Eastshire Safeguarding Children Partnership"
DAYS = [date(2019, 11, 30), date(2022, 12, 1), date(2024, 6, 30), date(2026, 6, 1)]


def filled_in(text: str, day: date) -> str:
    """Fill every blank with something that fits, as a person would with a search for angle brackets."""
    parts = re.split(r'"<([^>]*)>"', text)
    return "".join(_value(part, day, number) if number % 2 else part for number, part in enumerate(parts))


def _value(blank: str, day: date, number: int) -> str:
    for mark, value in (
        (": a day", f'"{day}"'),
        (": an address", '"https://example.org/plan"'),
        (": an amount", '"£12,000"'),
        (": how often", '"quarterly"'),
        (": its number", "24"),
        (": how many", "75"),
        (": whole or part", '"whole"'),
    ):
        if mark in blank:
            return value
    return f'"Filled in, number {number}"'


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_filled_in_it_has_no_unmet_must_or_should(day: date) -> None:
    """With its blanks filled the first file leaves nothing unmet, under the law of each edition."""
    found = sg.assess(sg.loads(filled_in(begun(NAME, as_of=day), day)), as_of=day)
    assert [f.key for f in found.unmet(Level.MUST, Level.SHOULD)] == []


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_filled_in_it_leaves_open_only_what_no_plan_decides(day: date) -> None:
    """What is still open then rests on other documents, on cases, or on the dates of 2019."""
    found = sg.assess(sg.loads(filled_in(begun(NAME, as_of=day), day)), as_of=day)
    left = [
        f.key
        for f in found
        if f.open_outcomes
        and f.requirement.checked is not Checked.EVENTS
        and f.requirement.of is DocumentKind.ARRANGEMENTS
        and f.requirement.level in {Level.MUST, Level.SHOULD}
        and not f.key.startswith("trans.")
        and f.key != "ch5.report"  # it rests on the report on child deaths itself, which is another document
    ]
    assert left == []


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_with_its_blanks_it_can_be_checked(day: date) -> None:
    """A half-filled file is accepted: a blank counts as open, and nothing is unmet for it."""
    found = sg.assess(sg.loads(begun(NAME, as_of=day)), as_of=day)
    assert [f.key for f in found.unmet(Level.MUST)] == []


def test_every_entry_says_what_asks_for_it() -> None:
    """Above each entry but the source stands a remark with a title and a level."""
    lines = begun(NAME, as_of=DAYS[0]).splitlines()
    headers = [number for number, line in enumerate(lines) if HEADER.fullmatch(line) and line != "[[source]]"]
    assert len(headers) > 40
    assert all(
        lines[number - 1].startswith("# ") and lines[number - 1].endswith(("(must)", "(should)")) for number in headers
    )


def test_the_same_name_and_date_give_the_same_text() -> None:
    """Two drafts agree to the letter."""
    assert begun(NAME, as_of=DAYS[1]) == begun(NAME, as_of=DAYS[1])


@pytest.mark.parametrize(
    ("name", "slug"), [("St Helens", "st-helens"), ("Côté & Fils", "cote-fils"), ("A" * 90, "a" * 60)]
)
def test_the_partnership_is_known_by_a_slug_of_its_name(name: str, slug: str) -> None:
    """Accents, signs and length are brought into the form of an id."""
    assert tomllib.loads(begun(name, as_of=DAYS[0]))["partnership"] == slug


@pytest.mark.parametrize("name", ["", "***", "区"])
def test_a_name_without_letters_is_refused(name: str) -> None:
    """What leaves no id is quoted."""
    with pytest.raises(CannotAssessError, match="has no letter or digit"):
        begun(name, as_of=DAYS[0])


def test_a_date_before_the_guidance_is_refused() -> None:
    """There was nothing to draft by in 2017."""
    with pytest.raises(CannotAssessError, match="is before Working Together to Safeguard Children 2018"):
        begun(NAME, as_of=date(2017, 1, 1))


def test_a_hostile_name_stays_a_name() -> None:
    """Quotation marks, line breaks and brackets in the name end up in the name."""
    name = 'East"shire\n[[area]]\n# <x>'
    assert tomllib.loads(begun(name, as_of=DAYS[0]))["name"] == name


def test_a_blank_reads_in_one_line() -> None:
    """A blank says what it is, how it is written and from when to when, between angle brackets."""
    assert str(Blank("how training is monitored")) == "<how training is monitored>"
