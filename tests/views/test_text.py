"""The page that a partnership's manager reads."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from attrs import evolve

import safeguarding as sg
from safeguarding.law.outcomes import Evidence
from safeguarding.model import Source
from safeguarding.views import as_text
from tests.views.made import (
    MAY,
    MET,
    MUST,
    NOT_MET,
    PARTLY_MET,
    PLAN,
    SHOULD,
    assessment,
    eastshire,
    evidence,
    finding,
    part,
)

HERE = Path(__file__).parent
CUMBRIA = HERE.parent.parent / "examples" / "cumbria-2019.toml"


def headings(text: str) -> list[str]:
    """Return the headings of the sections."""
    lines = text.splitlines()
    return [above for above, below in pairwise(lines) if re.fullmatch("-{3,}", below)]


def entry(text: str, key: str) -> list[str]:
    """Return the lines of one finding, without indents."""
    found = next(
        block for block in re.split(r"\n\n+", text) if re.search(rf"^ +\w+, {re.escape(key)}$", block, re.MULTILINE)
    )
    return [line.strip() for line in found.splitlines()]


def test_the_page_is_the_one_that_was_checked_by_eye() -> None:
    """Nothing on the page changes unseen."""
    assert as_text(eastshire(), sources=[PLAN]) == (HERE / "eastshire.txt").read_text(encoding="utf-8")


def test_sections_stand_in_order_of_urgency() -> None:
    """What must be done comes first, and what needs nothing is shown only on request."""
    brief = ["Musts that are not met (2)", "Shoulds that are not met (3)", "Open (3)", "For a person to judge (1)"]
    brief += ["Not due yet (1)"]
    assert headings(as_text(eastshire())) == brief
    more = ["Met (1)", "Not applicable (1)", "The law's position, not tested"]
    assert headings(as_text(eastshire(), verbose=True)) == brief + more


def test_open_musts_stand_before_open_shoulds_and_mays() -> None:
    """Within a section the strongest level comes first, whatever the order of the law."""
    text = as_text(eastshire())
    assert text.index("x.list") < text.index("x.lines") < text.index("x.open-may")


def test_what_is_certainly_unmet_stands_with_the_unmet_though_how_far_is_open() -> None:
    """A reader is not told that something is open when it cannot turn out well."""
    lines = entry(as_text(eastshire()), "x.degree")
    assert lines[0] == "NOT MET        Practice reviews"
    assert "Could be     partly met or not met" in lines


def test_a_power_is_never_shown_as_unmet() -> None:
    """Nobody is told off for not using a power."""
    assert "Title of x.may" not in as_text(assessment(finding("x.may", MAY, NOT_MET)))


def test_what_is_asked_twice_is_shown_once_and_says_so() -> None:
    """The requirement that restates is a line under the one it restates."""
    text = as_text(eastshire(), verbose=True)
    assert text.count("x.which") == 1
    assert "also asked by x.which" in entry(text, "x.list")


def test_what_restates_and_comes_out_otherwise_is_shown_for_itself() -> None:
    """An unmet should is not hidden behind a met must."""
    other = finding("x.b", SHOULD, NOT_MET, asks={"restates": "x.a"})
    text = as_text(assessment(finding("x.a", MUST, MET), other))
    assert any(line.startswith("asks the same as x.a") for line in entry(text, "x.b"))


def test_a_chain_of_restatements_ends_at_the_first() -> None:
    """What restates a restatement is shown under what is shown."""
    chain = [
        finding("x.a", MUST, NOT_MET),
        finding("x.b", SHOULD, NOT_MET, asks={"restates": "x.a"}),
        finding("x.c", SHOULD, NOT_MET, asks={"restates": "x.b"}),
    ]
    lines = entry(as_text(assessment(*chain)), "x.a")
    assert [line for line in lines if line.startswith("also")] == ["also asked by x.b", "also asked by x.c"]


def test_three_lines_of_evidence_are_shown_and_the_rest_is_counted() -> None:
    """A page stays short, and says what it leaves out; on request it leaves out nothing."""
    found = finding("x.a", SHOULD, NOT_MET, evidence=tuple(evidence(number) for number in range(1, 8)))
    brief, full = (as_text(assessment(found), verbose=verbose) for verbose in (False, True))
    assert [line for line in entry(brief, "x.a") if "fact" in line or "more" in line] == [
        "Found        Governance, p. 1: fact 1",
        "Governance, p. 2: fact 2",
        "Governance, p. 3: fact 3",
        "and 4 more",
    ]
    assert full.count("fact ") == 7
    assert "and 4 more" not in full


def test_evidence_for_what_is_wanting_comes_first() -> None:
    """Of many lines those that bear on the trouble are the ones shown."""
    wanting = evolve(part("late", "it came late", NOT_MET), evidence=(evidence(9),))
    found = finding(
        "x.a", SHOULD, PARTLY_MET, parts=(part("early", "said", MET), wanting),
        evidence=tuple(evidence(number) for number in (1, 2, 3, 9)),
    )  # fmt: skip
    assert "Found        Governance, p. 9: fact 9" in entry(as_text(assessment(found)), "x.a")


def test_met_parts_are_counted_and_named_only_on_request() -> None:
    """The parts that fall short are not lost among those that do not."""
    assert "commissioning" not in as_text(eastshire()).split("x.training")[1].split("\n\n")[0].split("To do")[0]
    assert "- commissioning: met; said, by Learning Group" in as_text(eastshire(), verbose=True)


def test_a_message_that_only_repeats_the_parts_is_left_out() -> None:
    """Nothing is said twice in a row."""
    parts = (part("the panel", "planned", MET, NOT_MET), part("the chair", "vacant", MET, NOT_MET))
    found = finding("x.a", MUST, MET, NOT_MET, parts=parts, message="the panel: planned; the chair: vacant")
    assert as_text(assessment(found)).count("planned") == 1


def test_a_message_before_the_count_is_kept() -> None:
    """What the engine puts before the summing up, such as a deadline, is not lost."""
    parts = (part("a", "said", MET), part("b", "not said", NOT_MET))
    found = finding("x.a", SHOULD, PARTLY_MET, parts=parts)
    found = evolve(found, message=f"not due until 30 June 2019; so far: {found.message}")
    assert "Not due until 30 June 2019; so far: 1 of 2 is met." in entry(as_text(assessment(found)), "x.a")


def test_a_provision_not_read_at_source_says_so() -> None:
    """A reader knows which citations to check before relying on them."""
    assert "(p. 7) (from memory, not read at source)" in as_text(eastshire())
    assert "read at source" not in "".join(entry(as_text(eastshire()), "x.partners"))


def test_one_source_goes_without_saying_and_several_are_named() -> None:
    """A place is readable where there is one source, and unmistakable where there are two."""
    one = finding("x.a", SHOULD, NOT_MET, evidence=(evidence(3),))
    assert "Found        Governance, p. 3: fact 3" in as_text(assessment(one), sources=[PLAN, PLAN])
    annex = Source(id="annex", title="Funding annex")
    two = finding("x.a", SHOULD, NOT_MET, evidence=(evidence(3), evidence(4, "annex")))
    text = as_text(assessment(two), sources=[PLAN, annex])
    assert "Eastshire arrangements, Governance, p. 3: fact 3" in text
    assert "Funding annex, Governance, p. 4: fact 4" in text
    assert "plan," not in text


def test_evidence_without_a_place_is_found_by_its_path() -> None:
    """Where no place was recorded, the reader is sent to the file."""
    bare = finding("x.a", SHOULD, NOT_MET, evidence=(Evidence(path="body.panel", source="", place="", says="Panel"),))
    assert "Found        Panel [body.panel]" in as_text(assessment(bare))


@pytest.mark.parametrize("verbose", [False, True])
@pytest.mark.parametrize("as_of", ["2019-06-01", "2019-11-30", "2024-06-01"])
def test_a_real_plan_fits_eighty_columns(as_of: str, verbose: bool) -> None:
    """No line is wider than a terminal; only an address, alone on its line, may be."""
    partnership = sg.load(CUMBRIA)
    sources = [source for document in partnership.documents for source in document.sources]
    text = as_text(sg.assess(partnership, as_of=as_of), sources=sources, verbose=verbose)
    wide = [line for line in text.splitlines() if len(line) > 80 and not line.strip().startswith("https://")]
    assert wide == []
    assert text == text.rstrip() + "\n"
    assert not re.search(r"[ \t]+$", text, re.MULTILINE)


def test_a_very_long_word_does_not_break_the_page() -> None:
    """A name without spaces is cut at the edge."""
    text = as_text(assessment(finding("x.a", MUST, NOT_MET, message="x" * 300), name="y" * 200))
    assert max(len(line) for line in text.splitlines()) == 80


def test_control_characters_are_shown_and_not_obeyed() -> None:
    """A name in a file can neither colour, clear nor turn round a terminal."""
    hostile = "a\x1b[2Jb\x07c\x9b31md\u202ee\u2028f\r\ng"
    harmed = finding(
        "x.a", MUST, PARTLY_MET, asks={"title": hostile, "do": hostile},
        message=hostile, parts=(part(hostile, hostile, NOT_MET), part("b", "said", MET)),
        evidence=(Evidence(path=hostile, source=hostile, place=hostile, says=hostile),),
    )  # fmt: skip
    source = Source(id="s", title=hostile)
    text = as_text(assessment(harmed, name=hostile, notices=(hostile,)), sources=[source, PLAN], verbose=True)
    assert "a\\u001b[2Jb\\u0007c\\u009b31md\\u202ee" in text
    assert [c for c in text if not c.isprintable() and c != "\n"] == []


def test_nothing_found_still_reads_as_sentences() -> None:
    """An assessment with nothing to say says so."""
    text = as_text(assessment(finding("x.a", MUST, MET)))
    assert "In short: no must or should is unmet; 0 are open; 0 are for a person to judge." in text
    assert text.endswith("Of 1: 1 met.\n")


def test_the_same_assessment_gives_the_same_page() -> None:
    """The page is a function of the assessment."""
    assert as_text(eastshire(), verbose=True) == as_text(eastshire(), verbose=True)
