"""That no name acts in any form in which what changed is shown."""

from __future__ import annotations

import json
import tomllib
from typing import Literal
from xml.etree import ElementTree as ET

import pytest

import safeguarding as sg
from safeguarding import Difference
from tests.assessment.test_changes import REPORT
from tests.structure.versions import (
    edited,
)
from tests.views.differing import AS_OF

HOSTILE = '"><script>alert(1)</script> | `x` *y* \\u202Egnp ]] {{ \\n\\t end " ' + "long " * 30


def hostile() -> Difference:
    """Put a name that would break out of every format, into names of every sort."""
    name = HOSTILE.replace('"', '\\"')
    old = edited(('name = "Training Group"', f'name = "{name}"'), ('name = "Cafcass"', f'name = "{name} old"'))
    new = edited(('name = "Audit Group"', f'name = "{name}"'), ('name = "Cafcass"', f'name = "{name} new"'),
                 ('says = "Neglect is found early."', f'says = "{name}"'), ('label = "Police"', f'label = "{name}"'),
                 ('title = "Eastshire arrangements"', f'title = "{name}"'))  # fmt: skip
    return sg.diff(sg.loads(old), sg.loads(new))


def test_a_hostile_name_acts_in_no_format() -> None:
    """No character that acts on a screen, no markup, no line too many; and JSON and TOML are read back."""
    difference = hostile()
    found = sg.consequences(difference, as_of=AS_OF)
    text, words = sg.difference_as_text(difference, found), sg.updates_as_text(difference)
    markdown, read = sg.difference_as_markdown(difference, found), sg.difference_as_json(difference, found)
    for page in (text, words, markdown, read):
        assert "\u202e" not in page
        assert "\t" not in page
    assert max(map(len, text.splitlines())) <= 80
    assert "<script>" not in markdown
    assert {line.count("|") for line in markdown.splitlines() if line.startswith("|")} == {5}
    assert any("<script>" in change["title"] for change in json.loads(read)["changes"])
    statements = sg.updates(difference).statements()
    assert len(tomllib.loads(statements)["statement"]) == 2
    assert len(sg.loads(REPORT + statements).documents) == 1


@pytest.mark.parametrize("form", ["dot", "mermaid", "text", "svg"])
def test_a_hostile_name_breaks_out_of_no_picture(form: Literal["dot", "mermaid", "text", "svg"]) -> None:
    """What a body was called stands in its mark, and is as harmless there as in its box; Graphviz and XML read it."""
    diagram = sg.difference_as_diagram(hostile(), as_of=AS_OF)
    if form == "svg":
        pytest.importorskip("pygraphviz")
    text = diagram.written(form)
    assert "renamed" in text
    assert "\u202e" not in text
    if form == "text":
        assert max(map(len, text.splitlines())) <= 80
    else:
        assert "<script" not in text
    if form == "svg":
        assert ET.fromstring(text).tag.endswith("svg")  # noqa: S314  # our own output
