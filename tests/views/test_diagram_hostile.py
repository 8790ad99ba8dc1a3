"""No name can break out of a diagram: each form is taken apart by a grammar far stricter than its real one."""

from __future__ import annotations

import json
import re

import pytest
from attrs import evolve

from safeguarding.views.diagram import Form, diagram
from tests.structure.governed import AS_OF, PARTNERS, TOP, body, governed

NAMES = (
    "plain",
    '"]; evil["x"]',
    'x"] --> y["z',
    "</script><script>alert(1)</script>",
    "`**bold**` _it_ ~~struck~~",
    "line one\nend\nsubgraph x",
    '%%{init: {"theme":"dark"}}%%',
    "%% comment",
    "1. list",
    "2) list",
    "- item",
    "# heading",
    "#quot;#35;&lt;&amp;",
    "fa:fa-car",
    "http://x.example/y www.example.com",
    "\u202eturned\u202c \u2066round\u2069",
    "שלום عربى",
    "x" * 10_000,
    "word " * 2_000,
    "\\",
    '\\"',
    "\\N\\G\\l a\\nb",
    "$$x^2$$",
    "click body_top call x()",
    ":::planned",
    "classDef default fill:#f00;",
    "Lifestyle:\nfoo & bar",
    "---",
    "end",
    "((x)) {{x}} [[x]] |x|",
    "@{ shape: circle }",
    "😀 e\u0301",
    "ﬂ°°35¶ß",
    "<!--c--> ]]>",
    "---\ntitle: x\n---",
    "'",
)  # fmt: skip

_WORDS = r"(?:[^\W_]|[ ,'()£’‘–….:;-]|#(?:\d+|amp|quot|lt|gt);|<br/>)*"
_ID = r"[a-z]+(?:_[a-z0-9]+)*"
MERMAID = re.compile(
    "|".join(
        (
            rf'subgraph {_ID}\["{_WORDS}"\]',
            r"direction BT",
            r"end",
            rf'{_ID}(?:\["{_WORDS}"\]|\[\["{_WORDS}"\]\]|\("{_WORDS}"\))(?::::(?:planned|example))?',
            rf"{_ID} (?:-->|-\.->|~~~) {_ID}",
            rf'{_ID} (?:--|-\.|==) "{_WORDS}" (?:-->|\.->|===|--o|\.-o|\.-) {_ID}',
            r"style note text-align:left",
            r"classDef (?:planned|example) stroke-dasharray: \d \d",
        )
    )
)
_HEAD = re.compile(r'---\ntitle: ("[^\n]*")\nconfig:\n  flowchart:\n(?:    [a-zA-Z]+: \d+\n){3}---\nflowchart BT\n')
_STRING = re.compile(r'"(?:[^"\\\n<]|\\.)*"')
_LABEL = re.compile(r"label=<(?:[^<>\"&]|&(?:amp|lt|gt|quot);|</?[BIS]>|<BR/>)*>(?=[],])")
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


def drawn(name: str, form: Form) -> str:
    """Draw a partnership in which everything that can have a name has this one."""
    quoted = json.dumps(name, ensure_ascii=False)
    short = json.dumps(name[:250].strip(), ensure_ascii=False)
    sections = (
        PARTNERS.replace('"Eastshire Council"', quoted).replace('"Director of Children\'s Services"', quoted),
        TOP,
        body("named", f'reports_to = [{{ to = "top", matters = {short}, by = {quoted} }}]', name=name),
        body("chaired", 'chair = { held_by = ["director"] }', 'may_be = ["named"]', to=("director",), name=name),
        body("example", 'status = "example"', name=name),
        *(body(identity, 'status = "planned"', to=("chaired",), name=name) for identity in ("a", "b", "c")),
        f'[[other_partnership]]\nid = "o"\nname = {quoted}\nkind = "other"\n',
        f'[[scrutineer]]\nid = "s"\ntitle = {quoted}\nform = "person"\nheld_by = ["director"]\nscrutinises = ["top"]\n',
    )
    found = governed(*sections)
    source = evolve(found.documents[0].sources[0], title=name)
    documents = (evolve(found.documents[0], name=name, sources=(source,)),)
    return diagram(evolve(found, documents=documents), as_of=AS_OF, format=form)


@pytest.mark.parametrize("name", NAMES, ids=lambda name: repr(name[:20]))
def test_no_name_breaks_out_of_mermaid(name: str) -> None:
    """Every line is one of a few kinds, and a label is made of letters, plain marks and entities."""
    text = drawn(name, "mermaid")
    head = _HEAD.match(text)
    assert head
    assert isinstance(json.loads(head[1]), str)
    assert "<" not in head[1]
    lines = text[head.end() :].splitlines()
    assert [line for line in lines if not MERMAID.fullmatch(line.strip())] == []
    assert _skeleton(lines) == _skeleton(_HEAD.sub("", drawn("plain", "mermaid")).splitlines())


def _skeleton(lines: list[str]) -> list[str]:
    return [re.sub(r'"[^"]*"', '""', line) for line in lines]


@pytest.mark.parametrize("name", NAMES, ids=lambda name: repr(name[:20]))
def test_no_name_breaks_out_of_dot(name: str) -> None:
    """Apart from its strings, the text is the same whatever the names, and they hold no markup but our own."""
    text = drawn(name, "dot")
    bare = _bare(text)
    assert bare == _bare(drawn("plain", "dot"))
    assert [line for line in bare.splitlines() if not DOT.fullmatch(line.strip())] == []
    assert not set("<\x00") & set(bare)


def _bare(text: str) -> str:
    """Put a mark in the place of every string and every label."""
    return _STRING.sub('"@"', _LABEL.sub('label="@"', text))


@pytest.mark.parametrize("name", NAMES, ids=lambda name: repr(name[:20]))
def test_no_name_drives_a_terminal_or_breaks_a_line(name: str) -> None:
    """The text is eighty columns wide at most, and nothing in it acts on a screen."""
    lines = drawn(name, "text").splitlines()
    assert max(map(len, lines)) <= 80
    assert all(line.isprintable() for line in lines)
    assert len(lines) < 200


@pytest.mark.parametrize("form", ["mermaid", "dot", "text"])
def test_a_name_of_any_length_is_shortened(form: Form) -> None:
    """Ten thousand characters do not make a diagram of ten thousand characters a box."""
    assert len(drawn("x" * 10_000, form)) < 12_000


def test_no_slug_is_a_word_of_the_language() -> None:
    """Bodies may be called end, graph, node or edge: an id has its kind before it."""
    found = governed(PARTNERS, *(body(word) for word in ("end", "graph", "node", "edge", "subgraph", "partners", "x")))
    mermaid = diagram(found, as_of=AS_OF, format="mermaid").splitlines()
    assert '    body_end["End"]' in mermaid
    assert '    body_partners["Partners"]' in mermaid
    assert "body_node [label=<<B>Node</B>>];" in {
        line.strip() for line in diagram(found, as_of=AS_OF, format="dot").splitlines()
    }
