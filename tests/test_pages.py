"""That what the documentation shows is what the library says."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

import safeguarding as sg
from tools import compared, diagrams, pages, reference

ROOT = Path(__file__).resolve().parent.parent


def test_the_readme_shows_what_the_main_job_prints() -> None:
    """The output in the README is the command's own: run `python tools/pages.py`."""
    assert pages.README.read_text(encoding="utf-8") == pages.readme()


def test_the_report_on_cumbria_is_current() -> None:
    """The report under docs/ is the library's own: run `python tools/pages.py`."""
    assert pages.REPORT.read_text(encoding="utf-8") == pages.report()


def test_the_comparison_of_the_examples_is_current() -> None:
    """The page under docs/ is the library's own: run `python tools/compared.py`."""
    assert compared.PAGE.read_text(encoding="utf-8") == compared.page()


@pytest.mark.parametrize("path", reference.pages(), ids=lambda path: path.name)
def test_the_reference_of_the_law_is_current(path: Path) -> None:
    """Each page under docs/law/ is written from the catalogue: run `python tools/reference.py`."""
    assert path.read_text(encoding="utf-8") == reference.pages()[path]


def test_the_reference_has_every_requirement() -> None:
    """No key is left out of the pages, and none stands in two."""
    text = "".join(reference.pages().values())
    found = re.findall(r"^### `([a-z0-9.-]+)`", text, re.MULTILINE)
    assert sorted(found) == sorted(sg.catalogue())


@pytest.mark.parametrize("path", pages.PICTURES, ids=lambda path: path.name)
def test_the_pictures_of_the_example_log_are_current(path: Path) -> None:
    """The pictures under docs/ are the library's own: run `python tools/pages.py`."""
    assert path.read_text(encoding="utf-8") == pages.picture(path)


@pytest.mark.parametrize("path", diagrams.PAGES, ids=lambda path: path.name)
def test_the_page_of_diagrams_is_current(path: Path) -> None:
    """The Mermaid and the lists under docs/ are the library's own: run `python tools/diagrams.py`."""
    assert path.read_text(encoding="utf-8") == diagrams.page(path)


@pytest.mark.parametrize("drawing", diagrams.DRAWINGS, ids=lambda drawing: drawing.path.stem)
def test_each_drawing_is_of_what_would_be_drawn_today(drawing: diagrams.Drawing) -> None:
    """Its id is made of the DOT that it was drawn from, and its list is that of today; run `python tools/diagrams.py`.

    Where each box stands is not compared, since that changes with Graphviz and with the fonts of the machine.
    """
    root = ET.fromstring(drawing.path.read_text(encoding="utf-8"))  # noqa: S314  # our own
    title, description = root[0], root[1]
    made = drawing.diagram()
    assert description.attrib["id"] == f"{drawing.identity()}-desc"
    assert description.text == str(made)
    assert title.text == made.picture.title
    names = {box.title.split()[0] for box in made.picture.boxes}
    shown = " ".join(element.text or "" for element in root.iter("{http://www.w3.org/2000/svg}text"))
    assert [name for name in sorted(names) if name not in shown] == []


def test_the_first_file_of_the_readme_says_what_the_readme_promises() -> None:
    """The example that a newcomer copies is accepted, and tells the three things that the text names."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    match = re.search(r"<!-- example: first file -->\n```toml\n(.*?)```", text, re.DOTALL)
    assert match is not None
    found = sg.assess(sg.loads(match[1]))
    said = {finding.key: [part.message for part in finding.parts] for finding in found}
    assert "Eastshire CCG covers a part, and no partner is named for the rest" in said["ch3.partners.three"]
    assert found["ch3.publish.training"].message == "2 of 3 (yes: commissioning, delivery; no: monitoring)"
    assert any("£30,000.00 more" in message for message in said["ch3.fund.transparent"])
    assert found["ch3.publish.voice"].parts[0].message == "not written down yet"
