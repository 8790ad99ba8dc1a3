"""What is drawn is read back by the parser of each form: a hostile name comes back as a name, and as nothing else."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from functools import cache
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from pygraphviz import AGraph

from safeguarding.views.diagram import View
from safeguarding.views.diagrams.labels import detail_lines, group_lines, link_lines, mark_lines, name_lines
from safeguarding.views.diagrams.picture import Box, Group, Link, Picture
from tests.views.hostile import NAMES, VIEWS, drawn

MERMAID = Path(__file__).resolve().parents[2] / "tools" / "mermaid"
PLAIN = "plain"
named = pytest.mark.parametrize("name", NAMES, ids=lambda name: repr(name[:20]))
viewed = pytest.mark.parametrize("view", VIEWS)


def expected(item: Box | Group | Link) -> str:
    """Return what a label has to say once it is read back, whatever marks kept it harmless."""
    if isinstance(item, Box):
        return joined([*mark_lines(item), *name_lines(item), *detail_lines(item)])
    return joined(group_lines(item) if isinstance(item, Group) else link_lines(item))


def joined(lines: list[str]) -> str:
    """Put lines on one, with single spaces."""
    return " ".join(" ".join(lines).split())


# SVG

SHAPES = {"svg", "title", "desc", "g", "polygon", "polyline", "path", "text", "ellipse"}
SVG = "{http://www.w3.org/2000/svg}"


@viewed
@named
def test_svg_is_read_as_xml_with_the_names_as_text(name: str, view: View) -> None:
    """Nothing but the shapes of a drawing is there, nothing acts, and the description is the list."""
    made = drawn(name, view)
    # What is parsed was made here.
    root = ET.fromstring(made.written("svg"))  # noqa: S314
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= SHAPES
    assert not [key for element in root.iter() for key in element.attrib if key.startswith("on") or "href" in key]
    title, description = root[0], root[1]
    assert root.attrib["role"] == "img"
    assert root.attrib["aria-labelledby"] == title.attrib["id"]
    assert root.attrib["aria-describedby"] == description.attrib["id"]
    listed = re.sub("[\ufffe\uffff]", lambda found: f"\\u{ord(found[0]):04x}", str(made))
    assert description.text == listed
    shown = joined([element.text or "" for element in root.iter(f"{SVG}text")])
    for box in made.picture.sides[0].boxes if made.picture.sides else made.picture.partners.boxes:
        for line in name_lines(box):
            assert joined([line]) in shown


def test_two_drawings_on_a_page_share_no_id() -> None:
    """An id of one is not that of another, and Graphviz's own are gone."""
    ids = [re.findall(r' id="([^"]+)"', drawn(PLAIN, view).written("svg")) for view in VIEWS]
    assert [len(found) for found in ids] == [2] * len(VIEWS)
    assert len({one for found in ids for one in found}) == 2 * len(VIEWS)


# HTML


class _Page(HTMLParser):
    """The tags of a page, those that are open, and its text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.open: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.open.append(tag)
        assert not [key for key, _ in attrs if key.startswith("on")]

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        assert not [key for key, _ in attrs if key.startswith("on")]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)


@viewed
@named
def test_html_is_read_with_the_names_as_text(name: str, view: View) -> None:
    """Every tag is closed where it should be, and none is a script's."""
    page = _Page()
    page.feed(drawn(name, view)._repr_mimebundle_(include={"text/html"})["text/html"])
    page.close()
    assert page.open == []
    assert page.tags <= SHAPES | {"figure", "figcaption", "details", "summary", "p", "strong", "ul", "li", "br"}


# DOT


@viewed
@named
def test_graphviz_reads_the_names_back(name: str, view: View) -> None:
    """Graphviz finds the same nodes and edges whatever the names, and each label says what it should."""
    picture = drawn(name, view).picture
    graph, plain = read(name, view), read(PLAIN, view)
    assert graph.nodes() == plain.nodes()
    assert graph.edges() == plain.edges()
    labels = {node: markup(graph.get_node(node).attr["label"]) for node in graph.nodes()}
    whole = joined(list(labels.values()))
    if picture.grid is None:
        for box in picture.boxes:
            assert expected(box) in labels.get(box.id, whole), box
    links = [lines(graph.get_edge(*edge).attr["label"] or "") for edge in graph.edges()]
    for link in picture.links:
        told = expected(link)
        assert told == "" or any(told in label for label in links)


def read(name: str, view: View) -> AGraph:
    """Let Graphviz read a diagram."""
    return AGraph(string=drawn(name, view).written("dot"))


def markup(label: str) -> str:
    """Return the text of a label of Graphviz's small markup, which is XML."""
    # What is parsed was made here.
    found = ET.fromstring(f"<label>{_closed(label)}</label>")  # noqa: S314
    return joined(list(found.itertext())).replace("\\\\", "\\")


def lines(label: str) -> str:
    """Return the text of a plain label, in which a backslash escapes itself, or sets the line before it left."""
    text = re.sub(r"\\(.)", lambda found: " " if found[1] == "l" else found[1], label)
    return joined([unescape(text)])


def _closed(label: str) -> str:
    """Put a space where a line or a field ends."""
    return label.replace("<BR/>", " ").replace("</TD>", " </TD>")


# Mermaid


@cache
def parsed() -> dict[tuple[str, View], dict[str, Any]]:
    """Parse every diagram with Mermaid's own parser, all at once."""
    if shutil.which("node") is None:
        pytest.skip("node is not on this machine, and Mermaid's parser needs it")
    if not (MERMAID / "node_modules" / "mermaid").is_dir():
        pytest.skip("Mermaid's parser is not installed: run `npm ci` in tools/mermaid")
    keys = [(name, view) for name in (PLAIN, *NAMES) for view in VIEWS]
    texts = [drawn(*key).written("mermaid") for key in keys]
    done = subprocess.run(
        ["node", "parse.mjs"], cwd=MERMAID, input=json.dumps(texts), capture_output=True, text=True, check=True
    )
    return dict(zip(keys, json.loads(done.stdout), strict=True))


@viewed
@named
def test_mermaid_reads_the_names_back(name: str, view: View) -> None:
    """Mermaid finds the same nodes, links and groups whatever the names, and each label says what it should."""
    found, plain = parsed()[name, view], parsed()[PLAIN, view]
    assert "error" not in found, found["error"]
    assert shape(found) == shape(plain)
    picture: Picture = drawn(name, view).picture
    nodes = {node["id"]: label(node["label"]) for node in found["nodes"]}
    assert {box.id: nodes[box.id] for box in picture.boxes} == {box.id: expected(box) for box in picture.boxes}
    groups = {group["id"]: label(group["label"]) for group in found["groups"]}
    shown = [group for group in picture.groups if group.id in groups]
    assert [groups[group.id] for group in shown] == [expected(group) for group in shown]


def shape(found: dict[str, Any]) -> Any:
    """Leave the labels out."""
    nodes = [(node["id"], node["classes"]) for node in found["nodes"]]
    links = [(link["start"], link["end"]) for link in found["links"]]
    return found["type"], nodes, links, [(group["id"], group["nodes"]) for group in found["groups"]]


def label(text: str) -> str:
    """Read a label as Mermaid does when it draws it: its own marks for entities, entities, then breaks and bold."""
    plain = text.replace("ﬂ°°", "&#").replace("ﬂ°", "&").replace("¶ß", ";")
    plain = re.sub(r"</?b>", "", re.sub(r"<br\s*/?>", " ", plain))
    return joined([unescape(plain).replace("\u2060", "")])
