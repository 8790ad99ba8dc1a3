"""A partnership in which everything that can have a name has a hostile one."""

from __future__ import annotations

import json

from attrs import evolve

from safeguarding import Partnership
from safeguarding.views.diagram import View, diagram
from safeguarding.views.diagrams.shown import Diagram
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
    "\ufffe\uffff",
    "]]>&#x3c;script&#x3e;",
    "</TD></TR></TABLE>> -> evil",
    "<B>bold</B><BR/>",
    "graph TD; subgraph; flowchart; linkStyle 0 stroke:red",
    "%{ }% --> -.-> ==> --o --x <-->",
)  # fmt: skip

VIEWS: tuple[View, ...] = ("governance", "accountability", "matrix", "areas")


def hostile(name: str) -> Partnership:
    """Write a partnership in which everything that can have a name has this one."""
    quoted = json.dumps(name, ensure_ascii=False)
    short = json.dumps(name[:250].strip(), ensure_ascii=False)
    partners = PARTNERS.replace('"Eastshire Council"', quoted).replace('"Director of Children\'s Services"', quoted)
    sections = (
        partners.replace(
            'side = "police"', f'side = "police"\ncovers = [{{ area = "county", extent = "part" }}]\nbeyond = {short}'
        ),
        TOP,
        body("named", f'reports_to = [{{ to = "top", matters = {short}, by = {short} }}]', name=name),
        body("chaired", 'chair = { held_by = ["director"] }', 'may_be = ["named"]', to=("director",), name=name),
        body("example", 'status = "example"', name=name),
        body("seated", f'seats = [{{ group = {short} }}, {{ agency = "council" }}]', to=("top",), name=name),
        body("local", 'serves = ["north"]', kind="locality-group", name=name),
        *(body(identity, 'status = "planned"', to=("chaired",), name=name) for identity in ("a", "b", "c")),
        f'[[other_partnership]]\nid = "o"\nname = {quoted}\nkind = "other"\n',
        f'[[scrutineer]]\nid = "s"\ntitle = {quoted}\nform = "person"\nheld_by = ["director"]\nscrutinises = ["top"]\n',
        f'[[area]]\nid = "county"\nname = {quoted}\nkind = "local-authority"\n',
        f'[[area]]\nid = "north"\nname = {quoted}\nkind = "district"\npart_of = ["county"]\n',
        f'[[area]]\nid = "beyond"\nname = {quoted}\nkind = "other"\n',
        f'[[relevant_agency]]\nid = "r"\nname = {quoted}\n',
    )
    found = governed(*sections)
    source = evolve(found.documents[0].sources[0], title=name)
    return evolve(found, documents=(evolve(found.documents[0], name=name, sources=(source,)),))


def drawn(name: str, view: View = "governance") -> Diagram:
    """Draw that partnership."""
    return diagram(hostile(name), view=view, body="chaired" if view == "accountability" else None, as_of=AS_OF)
