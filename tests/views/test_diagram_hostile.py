"""No name can break out of a diagram: each form is taken apart by a grammar far stricter than its real one."""

from __future__ import annotations

import json
import re
from itertools import accumulate, pairwise

import pytest

from safeguarding.views.diagram import View, diagram
from safeguarding.views.diagrams.shown import TextForm
from tests.structure.governed import AS_OF, PARTNERS, body, governed
from tests.views.hostile import NAMES, VIEWS, drawn

_WORDS = r"(?:[^\W_]|[ ,'()£’‘–….:;-]|#(?:\d+|amp|quot|lt|gt);|<br/>|</?b>)*"
_ID = r"[a-z]+(?:_[a-z0-9]+)*"
MERMAID = re.compile(
    "|".join(
        (
            rf'subgraph {_ID}\["{_WORDS}"\]',
            r"direction BT",
            r"end",
            rf'{_ID}(?:\["{_WORDS}"\]|\[\["{_WORDS}"\]\]|\("{_WORDS}"\))(?::::(?:planned|example))?',
            rf"{_ID} (?:-->|-\.->|---|--o|~~~) {_ID}",
            rf'{_ID} (?:--|-\.|==) "{_WORDS}" (?:-->|\.->|===|---|--o|\.-o|\.-) {_ID}',
            r"style note text-align:left",
            rf"style {_ID} fill:none,stroke:none",
            r"classDef (?:planned|example) stroke-dasharray: \d \d",
            r"classDef focus fill:#e4e4e4,color:#000",
            rf"class {_ID} (?:planned|example|focus)",
        )
    )
)
_HEAD = re.compile(r'---\ntitle: ("[^\n]*")\nconfig:\n  flowchart:\n(?:    [a-zA-Z]+: \d+\n){3}---\nflowchart BT\n')
_STRING = re.compile(r'"(?:[^"\\\n<]|\\.)*"')
_VALUE = r"(?:\d+|#e4e4e4|LEFT|TOP|(?:dashed|dotted|solid)(?:,rounded)?|rounded)"
_TAG = rf'</?(?:TABLE|TR|TD|B|I|S)>|<BR/>|<(?:TABLE|TD)(?: [A-Z]+="{_VALUE}")+>'
LABEL = re.compile(rf'(?:[^<>"&]|&(?:amp|lt|gt|quot);|{_TAG})*')
_ATTRIBUTES = r'(?: \[(?:[a-z]+=(?:"@"|[a-z_0-9]+)(?:, )?)+\])?'
DOT = re.compile(
    "|".join(
        (
            r"digraph governance \{",
            rf"subgraph cluster_{_ID} \{{",
            r"\}",
            r'(?:[a-z]+=(?:"@"|[A-Za-z0-9.]+); ?)+',
            rf"(?:node|edge){_ATTRIBUTES};",
            rf"{_ID}{_ATTRIBUTES};",
            rf"{_ID} -> {_ID}{_ATTRIBUTES};",
            rf"\{{ rank=same; {_ID}(?: -> {_ID})* \[style=invis\]; \}}",
            rf"\{{ rank=same; {_ID}(?:; {_ID})*; \}}",
        )
    )
)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", NAMES, ids=lambda name: repr(name[:20]))
def test_no_name_breaks_out_of_mermaid(name: str, view: View) -> None:
    """Every line is one of a few kinds, and a label is made of letters, plain marks and entities."""
    text = drawn(name, view).written("mermaid")
    head = _HEAD.match(text)
    assert head
    assert isinstance(json.loads(head[1]), str)
    assert "<" not in head[1]
    lines = text[head.end() :].splitlines()
    assert [line for line in lines if not MERMAID.fullmatch(line.strip())] == []
    assert _skeleton(lines) == _skeleton(_HEAD.sub("", drawn("plain", view).written("mermaid")).splitlines())


def _skeleton(lines: list[str]) -> list[str]:
    return [re.sub(r'"[^"]*"', '""', line) for line in lines]


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", NAMES, ids=lambda name: repr(name[:20]))
def test_no_name_breaks_out_of_dot(name: str, view: View) -> None:
    """Apart from its strings, the text is the same whatever the names, and they hold no markup but our own."""
    text = drawn(name, view).written("dot")
    bare = _bare(text)
    assert bare == _bare(drawn("plain", view).written("dot"))
    assert [line for line in bare.splitlines() if not DOT.fullmatch(line.strip())] == []
    assert not set("<\x00") & set(bare)


def _bare(text: str) -> str:
    """Put a mark in the place of every string and every label; a label ends where its brackets are closed."""
    bare, rest = "", text
    while "label=<" in rest:
        before, _, rest = rest.partition("label=<")
        depths = accumulate(({"<": 1, ">": -1}.get(character, 0) for character in rest), initial=1)
        end = next(place for place, depth in enumerate(depths) if depth == 0)
        assert LABEL.fullmatch(rest[: end - 1]), rest[:end]
        bare, rest = f'{bare}{before}label="@"', rest[end:]
    return _STRING.sub('"@"', bare + rest)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", NAMES, ids=lambda name: repr(name[:20]))
def test_no_name_drives_a_terminal_or_breaks_a_line(name: str, view: View) -> None:
    """The text is eighty columns wide at most, and nothing in it acts on a screen."""
    lines = drawn(name, view).written("text").splitlines()
    assert max(map(len, lines)) <= 80
    # What Unicode holds to be no character does nothing to a terminal.
    assert all(re.sub("[\ufffe\uffff]", "", line).isprintable() for line in lines)
    assert len(lines) < 200


@pytest.mark.parametrize("form", ["mermaid", "dot", "text"])
def test_a_name_of_any_length_is_shortened(form: TextForm) -> None:
    """Ten thousand characters do not make a diagram of ten thousand characters a box."""
    assert len(drawn("x" * 10_000).written(form)) < 16_000


def test_no_slug_is_a_word_of_the_language() -> None:
    """Bodies may be called end, graph, node or edge: an id has its kind before it."""
    words = ("end", "graph", "node", "edge", "subgraph", "partners", "x")
    found = governed(PARTNERS, *(body(word, to=(upper,)) for upper, word in pairwise(("council", *words))))
    mermaid = diagram(found, as_of=AS_OF, format="mermaid").splitlines()
    assert '  body_end["<b>End</b>"]' in mermaid
    assert '  body_partners["<b>Partners</b>"]' in mermaid
    assert "body_node [label=<<B>Node</B>>];" in {
        line.strip() for line in diagram(found, as_of=AS_OF, format="dot").splitlines()
    }
