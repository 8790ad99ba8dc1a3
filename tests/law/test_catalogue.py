"""The catalogue agrees with the digest of the law, and every answer that it promises is shown by a case."""

import csv
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from attrs import asdict

from safeguarding.law.catalogue import catalogue
from safeguarding.law.instruments import Verification
from safeguarding.law.outcomes import Outcome
from safeguarding.law.readings import READINGS
from safeguarding.law.requirement import Checked, Level, Requirement
from tests.law.case import cases

READ = "read at source"

HERE = Path(__file__).parent


def table(name: str) -> list[dict[str, str]]:
    """Read a table that was copied from the digest of the law."""
    with (HERE / name).open(encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text))


# Every row of the digest: key, level, who, how it is checked and status; the kinds of agency have no duty of their own.
# A row whose status is "from memory" and that names a corroboration, there or in the digest's list of rows that local
# plans restate, is corroborated. The column `silence` follows the digest's README, save where `departs` says why not.
# Of 2026 only what was read at a source is held.
WHO = {row["digest"]: row["term"] for row in table("who.csv")}
ROWS = {
    row["key"]: row
    for row in table("digest.csv")
    if row["level"] != "agency" and (row["file"] != "wt2026" or row["status"] == READ)
}

HOLD = tuple(catalogue().values())
CHECKED = tuple(item for item in HOLD if item.check is not None)
READ_SOMEWHERE = {Verification.READ, Verification.CORROBORATED, Verification.REPORTED}
STRENGTH = (Level.DEFINITION, Level.MAY, Level.SHOULD, Level.MUST)


def name(item: Requirement) -> str:
    return item.key


def test_keys_are_those_of_the_digest() -> None:
    """No row is held that the digest does not have, and the order is that of the digest."""
    assert set(catalogue()) <= set(ROWS)
    assert [key for key in catalogue() if key.startswith("ch3.publish.")] == [
        key for key in ROWS if key.startswith("ch3.publish.")
    ]


@pytest.mark.parametrize("item", HOLD, ids=name)
def test_requirement_agrees_with_the_digest(item: Requirement) -> None:
    """Level, who and how well it is known are those of the digest."""
    row = ROWS[item.key]
    assert (item.level.value, item.who, item.verification.value) == (row["level"], WHO[row["who"]], row["status"])


@pytest.mark.parametrize("item", HOLD, ids=name)
def test_silence_is_that_of_the_digest(item: Requirement) -> None:
    """Silence fails what a document must contain, leaves out what is conditional, and else settles nothing."""
    assert item.silence is Outcome(ROWS[item.key]["silence"])


@pytest.mark.parametrize("item", HOLD, ids=name)
def test_requirement_is_complete(item: Requirement) -> None:
    """Nothing that a reader needs is empty, the title is short, and the key has the form of the digest's."""
    assert re.fullmatch(r"(ch\d|trans|ra|wt23|wt26)(\.[a-z0-9]+(-[a-z0-9]+)*)+", item.key)
    assert item.citations
    assert all(citation.provision.strip() for citation in item.citations)
    for text in (item.title, item.asks, item.do, item.heading, item.who):
        assert text == text.strip() != ""
    assert len(item.title) <= 60
    assert item.asks.endswith(".")
    assert item.do.endswith(".")
    assert isinstance(item.verification, Verification)
    assert isinstance(item.level, Level)
    assert isinstance(item.silence, Outcome)


@pytest.mark.parametrize("item", HOLD, ids=name)
def test_every_version_is_complete(item: Requirement) -> None:
    """All of the law, each version of it: citation with its address, status, level, silence, period, what to do."""
    assert item.versions
    for version in item.versions:
        assert version.citations
        for citation in version.citations:
            assert citation.provision.strip()
            assert citation.url(version.starts).startswith("http")
        assert isinstance(version.verification, Verification)
        assert bool(version.read_at) == (version.verification in READ_SOMEWHERE)
        assert set(version.read_at) <= set(READINGS)
        assert isinstance(version.starts, date)
        assert version.ends is None or version.ends >= version.starts
    assert (isinstance(item.level, Level), isinstance(item.silence, Outcome), bool(item.do)) == (True, True, True)


@pytest.mark.parametrize("item", HOLD, ids=name)
def test_what_is_read_at_source_says_where(item: Requirement) -> None:
    """A rule that was read, or corroborated, names where; one from memory names nothing."""
    assert bool(item.read_at) == (item.verification is not Verification.MEMORY)


@pytest.mark.parametrize("item", HOLD, ids=name)
def test_only_what_is_not_tested_has_no_check(item: Requirement) -> None:
    """A definition or a statement of the law's position has no check and reaches nothing; the others do both."""
    assert (item.check is None) == (item.checked is Checked.NOT_TESTED) == (not item.reaches)


@pytest.mark.parametrize("item", HOLD, ids=name)
def test_no_text_prints_a_paragraph_number(item: Requirement) -> None:
    """Paragraph numbers of 2018 are from memory, and stand nowhere; those of 2023 were read, and stand in citations."""
    text = str(asdict(item, filter=lambda field, _: field.name != "check"))
    for version in item.versions:
        for citation in version.citations:
            if citation.instrument.id != "WT2018":
                text = text.replace(citation.provision, "")
    assert not re.search(r"¶|≈|\bpara(graph)?s? ?\d", text)


@pytest.mark.parametrize("item", HOLD, ids=name)
def test_what_is_restated_exists_at_no_lower_level(item: Requirement) -> None:
    """A requirement that restates another is shown under it, so that one asks at least as strongly."""
    if item.restates is not None:
        other = catalogue()[item.restates]
        assert STRENGTH.index(other.level) >= STRENGTH.index(item.level)
        assert other.restates is None
        assert other.key != item.key


@pytest.mark.parametrize("item", HOLD, ids=name)
def test_premises_exist_and_lead_to_an_end(item: Requirement) -> None:
    """A premise is a requirement with a check, and no requirement rests on itself, at however many removes."""
    seen: set[str] = set()
    waiting = list(item.premises)
    while waiting:
        key = waiting.pop()
        assert key != item.key
        assert catalogue()[key].check is not None
        if key not in seen:
            seen.add(key)
            waiting += catalogue()[key].premises


def test_every_reachable_outcome_is_shown_by_a_case() -> None:
    """For every requirement and every outcome that its check can reach there is a case.

    What is enacted and not in force comes out in one way; its check is put by itself (``test_enacted.py``).
    """
    shown = Counter((case.requirement, case.outcome) for _, case in cases() if not case.disputed)
    missing = [
        f"{item.key}: {outcome.value}"
        for item in CHECKED
        if item.commenced
        for outcome in sorted(item.reaches, key=lambda outcome: outcome.value)
        if not shown[item.key, outcome.value]
    ]
    assert not missing, "no case shows " + "; ".join(missing)


def test_no_case_shows_an_outcome_that_is_not_listed() -> None:
    """An outcome that a case shows is one that the check is said to reach, or comes from the engine.

    The engine itself says that nothing is due before the first arrangements were, that a requirement does not
    apply before its law began or where its guidance does not ask it, and that it is open where its premise fails.
    """
    unlisted = []
    for case_name, case in cases():
        item = catalogue()[case.requirement]
        engine = {
            Outcome.NOT_DUE: item.owed_from is not None and case.as_of <= item.owed_from.isoformat(),
            Outcome.NOT_APPLICABLE: item.of_guidance or (bool(case.as_of) and case.as_of < item.starts.isoformat()),
            Outcome.INDETERMINATE: item.of_guidance or bool(item.premises),
        }
        outcome = Outcome(case.outcome)
        if outcome not in item.reaches and not engine.get(outcome) and not case.disputed:
            unlisted.append(case_name)
    assert not unlisted
