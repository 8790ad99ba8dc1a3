"""How what changed is written as Markdown, as JSON and as records."""

from __future__ import annotations

import json

import safeguarding as sg
from tests.structure.versions import (
    changed,
)
from tests.views.differing import AS_OF, LATER


def test_the_markdown_has_a_table_for_each_heading() -> None:
    """Rows of four cells, with the places below the values."""
    difference = changed(*LATER)
    text = sg.difference_as_markdown(difference, sg.consequences(difference, as_of=AS_OF))
    assert (
        "## Who (1)\n\n| | of what | was | now |\n| --- | --- | --- | --- |\n"
        "| removed | Safeguarding partner: Eastshire Police |" in text
    )
    assert "£29,999.99 <br>*Money* (£0.01 less) |" in text
    assert "- **MET, now PARTLY MET:** Who the partners are (must, `ch3.partners.three`)" in text
    assert "  - from: removed: Safeguarding partner: Eastshire Police" in text
    rows = [line for line in text.splitlines() if line.startswith("|")]
    assert {row.count("|") for row in rows} == {5}


def test_the_markdown_has_what_may_belong_together_and_nothing_of_what_is_not_asked() -> None:
    """Without consequences there is no heading for them."""
    text = sg.difference_as_markdown(changed(('id = "audit"', 'id = "audit-group"')))
    assert "## May belong together" in text
    assert "Requirements" not in text
    assert "> Not all of the new" in sg.difference_as_markdown(
        changed(('transcribed = "all"', 'transcribed = ["bodies"]'))
    )


def test_the_json_says_all_and_ties_outcomes_to_changes() -> None:
    """Every change by kind, path and place, those that are no news too; each requirement with its changes."""
    difference = changed(*LATER, ('id = "audit"', 'id = "audit-group"'))
    read = json.loads(sg.difference_as_json(difference, sg.consequences(difference, as_of=AS_OF)))
    assert len(read["changes"]) == len(difference.changes)
    partners = next(one for one in read["outcomes"]["requirements"] if one["requirement"] == "ch3.partners.three")
    (number,) = partners["changes"]
    assert read["changes"][number]["old_path"] == "partner[2]"
    assert read["changes"][number]["new"] is None
    assert read["changes"][number]["old_place"] == {
        "source": "plan", "heading": "Partners", "page": None, "lines": None, "in_words": "Partners"
    }  # fmt: skip
    assert [one["why"] for one in read["likely"]] == ["same-name"]
    assert sum(not change["news"] for change in read["changes"]) == 1
    assert json.loads(sg.difference_as_json(difference))["outcomes"] is None


def test_the_json_keeps_several_statements_and_what_could_not_be_read_apart() -> None:
    """Values are listed; an empty list is what could not be read, and none is what is not said."""
    also = 'also = [{ field = "stated_total", value = "£130,000", where = "Annex" }]\nstated_total = "£120,000"'
    (two,) = json.loads(sg.difference_as_json(changed(('stated_total = "£120,000"', also))))["changes"]
    assert two["new"]["values"] == ["£120,000.00", "£130,000.00"]
    (lost,) = json.loads(sg.difference_as_json(changed(('stated_total = "£120,000"', 'unknown = ["stated_total"]'))))[
        "changes"
    ]
    assert lost["new"] == {"says": "something that could not be read", "values": [], "readable": False}
    (none,) = json.loads(sg.difference_as_json(changed(('stated_total = "£120,000"', ""))))["changes"]
    assert none["new"] == {"says": "nothing", "values": [None], "readable": True}


def test_the_records_are_flat() -> None:
    """One row for each change, with the same columns."""
    records = sg.difference_as_records(changed(*LATER, ("lines = [", 'basis = "agreed"\nlines = [')))
    assert len({tuple(record) for record in records}) == 1
    assert all(value is None or isinstance(value, (str, bool)) for record in records for value in record.values())
    (gone,) = [record for record in records if record["section"] == "partner"]
    assert (gone["kind"], gone["old_path"], gone["new"], gone["old_place"]) == (
        "removed",
        "partner[2]",
        None,
        "Partners",
    )
