"""The document that goes into a report or a wiki."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from safeguarding.law.outcomes import Evidence
from safeguarding.views import as_markdown
from safeguarding.views.markdown import linked, plain
from tests.views.made import MUST, NOT_MET, PLAN, assessment, eastshire, finding, part

HERE = Path(__file__).parent
HOSTILE = "| a <script>alert(1)</script>\n\n# heading ``` `x` [y](javascript:z) ![i](u) *b* ~~s~~ &amp; \\"


def test_the_document_is_the_one_that_was_checked_by_eye() -> None:
    """Nothing in the document changes unseen."""
    assert as_markdown(eastshire(), sources=[PLAN]) == (HERE / "eastshire.md").read_text(encoding="utf-8")


def test_headings_stand_in_order_of_urgency() -> None:
    """The sections are those of the page of text."""
    found = [line for line in as_markdown(eastshire(), verbose=True).splitlines() if line.startswith("## ")]
    assert found == [
        "## Musts that are not met (2)",
        "## Shoulds that are not met (3)",
        "## Open (3)",
        "## For a person to judge (1)",
        "## Not due yet (1)",
        "## Met (1)",
        "## Not applicable (1)",
        "## The law's position, not tested",
    ]


def test_counts_add_up_by_level() -> None:
    """Each row of the table sums to its last number, and all rows to the number of findings."""
    rows = re.findall(r"^\| ([a-z ]+) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|$", as_markdown(eastshire()), re.MULTILINE)
    assert len(rows) == 7
    assert all(int(row[1]) + int(row[2]) + int(row[3]) == int(row[4]) for row in rows)
    assert sum(int(row[4]) for row in rows) == len(eastshire())


def test_provisions_are_links_to_the_date() -> None:
    """A reader gets from the report to the law as it stood."""
    address = "https://www.legislation.gov.uk/ukpga/2004/31/section/16E/2019-06-30"
    assert f"[Children Act 2004, section 16E(1)]({address})" in as_markdown(eastshire())


def test_a_hostile_text_changes_no_structure() -> None:
    """A name can add no heading, table, link, code or HTML of its own."""
    harmless, hostile = (
        as_markdown(
            assessment(
                finding(
                    "x.a", MUST, NOT_MET, asks={"title": text, "do": text}, message=text,
                    parts=(part(text, text, NOT_MET), part("b", text, NOT_MET)),
                    evidence=(Evidence(path="p", source="plan", place=text, says=text),),
                ),
                name=text,
                notices=(text,),
            )
        )
        for text in ("harmless", HOSTILE)
    )  # fmt: skip
    shape = re.compile(r"^(#+ |> |- |  - |\| |\*\*[A-Z]|$)?.*$", re.MULTILINE)
    assert shape.sub(r"\1", hostile) == shape.sub(r"\1", harmless)
    assert "<" not in hostile
    assert re.findall(r"(?<!\\)`[^`]*`", hostile) == ["`x.a`"]
    assert re.findall(r"(?<!\\)\]\((?!https://www\.legislation)", hostile) == []


@pytest.mark.parametrize("start", ["- a", "+ a", "1. a", "12) a", "# a", "> a", "=== a", ": a", "* a", "~~~", "| a"])
def test_a_text_cannot_begin_a_list_or_a_heading(start: str) -> None:
    """What a text begins with is read as text."""
    shown = plain(start)
    assert not re.match(r"[-+*#>=:~|]|\d+[.)]", shown)


@pytest.mark.parametrize("text", ["see https://evil.example/x", "WWW.evil.example", "ftp://evil.example"])
def test_a_bare_address_does_not_become_a_link(text: str) -> None:
    """Readers are sent to the law, and nowhere else."""
    assert not re.search(r"(?i)://|www\.", plain(text))


def test_only_an_address_of_the_web_is_linked() -> None:
    """An address that is none is left out."""
    assert linked("a", "javascript:alert(1)") == "a"
    assert linked("a", "https://x.example/ )[b](") == "[a](https://x.example/%20%29%5Bb%5D%28)"
