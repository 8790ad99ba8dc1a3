"""What Graphviz makes of a diagram, what happens where it is not there, and how a diagram shows itself."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from attrs import evolve

import safeguarding as sg
from safeguarding.views.diagram import diagram
from safeguarding.views.diagrams import graphviz
from safeguarding.views.diagrams.picture import Group, Link, Picture, Stroke
from safeguarding.views.diagrams.shown import TextForm
from tests.structure.governed import AS_OF, PARTNERS, TOP, body, governed

PLAN = governed(PARTNERS, TOP, body("board", to=("top",)))
DOT = "digraph { a -> b }"


def without_pygraphviz(monkeypatch: pytest.MonkeyPatch, command: str | None) -> None:
    """Behave as on a machine where pygraphviz is not installed, and dot is this command or none."""
    monkeypatch.setitem(sys.modules, "pygraphviz", None)
    monkeypatch.setattr(graphviz, "find_spec", lambda _: None)
    monkeypatch.setattr(shutil, "which", lambda _: command)


def stand_in(tmp_path: Path, does: str) -> str:
    """Write a program that stands in for dot."""
    path = tmp_path / "dot"
    path.write_text(f"#!{sys.executable}\nimport sys\n{does}\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


# With Graphviz


def test_png_is_bytes_and_everything_else_is_text() -> None:
    """A PNG begins as one does; SVG is a document without a declaration, fit for a page."""
    assert diagram(PLAN, as_of=AS_OF, format="png")[:8] == b"\x89PNG\r\n\x1a\n"
    assert diagram(PLAN, as_of=AS_OF, format="svg").startswith("<svg ")


def test_one_graphviz_gives_the_same_bytes() -> None:
    """Drawn twice, it is the same, and says nothing of when or by which version."""
    first, second = (diagram(PLAN, as_of=AS_OF, format="svg") for _ in range(2))
    assert first == second
    assert "<!--" not in first
    assert "graphviz" not in first.lower()


def test_a_drawing_changes_its_id_with_what_it_shows() -> None:
    """So that a kept drawing which is out of date can be told without drawing it."""
    other = governed(PARTNERS, TOP, body("board", to=("top",), name="Other"))
    ids = [
        re.findall(r'id="(diagram-[0-9a-f]{16})-desc"', diagram(p, as_of=AS_OF, format="svg")) for p in (PLAN, other)
    ]
    assert [len(found) for found in ids] == [1, 1]
    assert ids[0] != ids[1]


def test_more_lines_than_can_be_laid_out_are_refused() -> None:
    """Graphviz would not come to an end; the forms that need no layout are had all the same."""
    many = tuple(Link(stroke=Stroke.REPORTS, source="a", target=f"b{number}") for number in range(501))
    picture = Picture(
        title="x",
        caption=(),
        partners=Group(id="partners", title="", boxes=()),
        main=(),
        apart=(),
        sides=(),
        links=many,
    )
    for form in ("svg", "png"):
        with pytest.raises(sg.SafeguardingError, match=r"501 lines, more than the 500.*accountability"):
            sg.Diagram(picture).written(form)
    assert sg.Diagram(picture).written("mermaid")
    assert "image/svg+xml" not in sg.Diagram(picture)._repr_mimebundle_()


def test_many_lines_are_laid_out_quickly() -> None:
    """Fifty bodies that each report to five others are laid out in fewer rounds, with straight lines."""
    bodies = [body(f"b{i}", to=tuple(f"b{(i + j) % 50}" for j in range(1, 6))) for i in range(50)]
    dense = diagram(governed(PARTNERS, *bodies), as_of=AS_OF)
    assert "splines=line" in dense.written("dot")
    assert "splines=line" not in diagram(PLAN, as_of=AS_OF, format="dot")
    assert dense.written("svg").startswith("<svg ")


@pytest.mark.parametrize("form", ["mermaid", "dot", "svg", "text"])
def test_no_name_is_so_long_that_the_date_is_lost(form: TextForm) -> None:
    """A title says of what day it is, whoever it is about."""
    named = evolve(PLAN, documents=(evolve(PLAN.documents[0], name="Partnership " * 100),))
    text = diagram(named, view="accountability", body="board", as_of=AS_OF, format=form)
    assert "1 May 2020" in " ".join(re.sub(r"<BR/>|</?B>", " ", text).split())


# Without pygraphviz


def test_a_dot_on_the_path_draws_instead(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """It is given the text on standard input and asked for one format, without a shell."""
    echo = "print(sys.argv[1:], sys.stdin.read())"
    without_pygraphviz(monkeypatch, stand_in(tmp_path, echo))
    assert graphviz.is_there()
    assert graphviz.drawn(DOT, "svg").decode().split() == f"['-Tsvg'] {DOT}".split()
    assert graphviz.drawn(DOT, "png").decode().startswith("['-Tpng', '-Gdpi=144']")


@pytest.mark.parametrize(
    ("does", "says"),
    [
        ("sys.stderr.write('no\\x1b such\\nformat'); sys.exit(1)", r"no\u001b such format"),
        ("sys.exit(3)", "it ended with 3"),
        ("pass", "it ended with 0"),
    ],
)
def test_a_dot_that_fails_is_told_of(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, does: str, says: str) -> None:
    """What it said is passed on, harmless, with what to do."""
    without_pygraphviz(monkeypatch, stand_in(tmp_path, does))
    with pytest.raises(sg.SafeguardingError) as caught:
        graphviz.drawn(DOT, "png")
    assert says in str(caught.value)
    assert "install pygraphviz" in str(caught.value)


def test_without_graphviz_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message names the extra, the command, and the forms that need neither."""
    without_pygraphviz(monkeypatch, None)
    assert not graphviz.is_there()
    with pytest.raises(sg.SafeguardingError, match=r"safeguarding\[diagrams\].*mermaid, dot and text need nothing"):
        diagram(PLAN, as_of=AS_OF, format="svg")
    assert diagram(PLAN, as_of=AS_OF, format="mermaid")


def test_drawing_text_does_not_import_graphviz() -> None:
    """Whoever wants a list does not pay for a library that draws."""
    code = (
        "import sys, safeguarding as sg\n"
        "found = sg.diagram(sg.load('examples/cumbria-2019.toml'))\n"
        "str(found), found.written('dot'), found.written('mermaid')\n"
        "sys.exit('pygraphviz' in sys.modules)"
    )
    root = Path(__file__).resolve().parents[2]
    assert subprocess.run([sys.executable, "-c", code], check=False, cwd=root).returncode == 0


# In a notebook


def test_a_diagram_shows_itself_in_every_form() -> None:
    """A notebook takes the richest that it knows; the list stands beside the drawing."""
    made = diagram(PLAN, as_of=AS_OF)
    shown = made._repr_mimebundle_()
    assert list(shown) == ["text/plain", "text/html", "image/svg+xml", "text/vnd.mermaid"]
    assert shown["text/plain"] == str(made) == made.written("text")
    assert shown["text/vnd.mermaid"] == made.written("mermaid")
    assert shown["image/svg+xml"] in shown["text/html"] + "\n"
    assert (
        "<li>Top<br/>The partners lead through this body.\n<ul>\n<li>Board\n</li></ul></li></ul>" in shown["text/html"]
    )


def test_without_graphviz_the_drawing_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Then the HTML is the list alone, open."""
    without_pygraphviz(monkeypatch, None)
    shown = diagram(PLAN, as_of=AS_OF)._repr_mimebundle_()
    assert list(shown) == ["text/plain", "text/html", "text/vnd.mermaid"]
    assert "<svg" not in shown["text/html"]
    assert "<details" not in shown["text/html"]
    assert "<li>Board" in shown["text/html"]


def test_a_notebook_can_ask_for_some_forms() -> None:
    """As the protocol of notebooks has it."""
    made = diagram(PLAN, as_of=AS_OF)
    assert list(made._repr_mimebundle_(include={"text/plain", "text/html"}, exclude={"text/html"})) == ["text/plain"]


def test_a_diagram_is_a_value() -> None:
    """Two of the same are equal, and none can be changed."""
    made = diagram(PLAN, as_of=AS_OF)
    assert made == diagram(PLAN, as_of=AS_OF)
    with pytest.raises(AttributeError):
        made.picture = made.picture  # type: ignore[misc]
    with pytest.raises(sg.SafeguardingError, match='the format "gif" is not held; it can be: mermaid'):
        made.written("gif")  # type: ignore[call-overload]
