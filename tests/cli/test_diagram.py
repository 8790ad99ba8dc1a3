"""The command ``diagram``: its views, and where a picture that is no text may go."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

import safeguarding as sg
from safeguarding.cli import main
from safeguarding.views.diagram import View, diagram

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = str(ROOT / "examples" / "cumbria-2019.toml")
LOG = str(ROOT / "examples" / "case-log.toml")
Captured = pytest.CaptureFixture[str]


@pytest.mark.parametrize("view", ["governance", "matrix", "areas"])
def test_each_view_is_drawn(capsys: Captured, view: View) -> None:
    """The command prints what the library draws."""
    assert main(["diagram", EXAMPLE, "--view", view]) == 0
    assert capsys.readouterr().out == str(diagram(sg.load(EXAMPLE), view=view))


def test_the_line_of_a_body_is_drawn(capsys: Captured) -> None:
    """The body is named by its id."""
    assert main(["diagram", EXAMPLE, "--view", "accountability", "--body", "cscp-board"]) == 0
    assert "the line of accountability of CSCP Board" in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--view", "accountability"], "give its id; the bodies are: lead-group, "),
        (["--view", "accountability", "--body", "cscp-bord"], "did you mean cscp-board?"),
        (["--body", "cscp-board"], "leave the body out"),
        (["--year", "2021", "--body", "cscp-board"], "--body is for --view accountability"),
        (["--year", "2021", "--view", "areas"], "not allowed with argument"),
        (["--year", "2021", "--format", "dot"], "dot"),
        (["--view", "map"], "invalid choice"),
    ],
)
def test_what_cannot_be_asked_is_refused(capsys: Captured, arguments: list[str], says: str) -> None:
    """Each message says what is wrong and what there is; the code is that of a question that cannot be put."""
    assert main(["diagram", EXAMPLE, *arguments]) == 2
    assert says in capsys.readouterr().err


def test_a_picture_is_written_to_a_file(tmp_path: Path) -> None:
    """A PNG as bytes, an SVG in UTF-8."""
    png, svg = tmp_path / "a.png", tmp_path / "a.svg"
    assert main(["diagram", EXAMPLE, "--format", "png", "-o", str(png)]) == 0
    assert png.read_bytes()[:4] == b"\x89PNG"
    assert main(["diagram", EXAMPLE, "--format", "svg", "-o", str(svg)]) == 0
    assert svg.read_text(encoding="utf-8") == diagram(sg.load(EXAMPLE), format="svg")


class _Terminal(io.TextIOWrapper):
    """A standard output that is a screen, or that is not."""

    screen = True

    def isatty(self) -> bool:
        return self.screen


@pytest.mark.parametrize("output", [[], ["-o", "-"]])
def test_a_png_is_not_written_on_a_screen(monkeypatch: pytest.MonkeyPatch, capsys: Captured, output: list[str]) -> None:
    """The message says what to do; through a pipe it is written all the same."""
    terminal = _Terminal(io.BytesIO())
    monkeypatch.setattr(sys, "stdout", terminal)
    assert main(["diagram", EXAMPLE, "--format", "png", *output]) == 2
    assert "a PNG is no text for a screen: name a file for it, as in -o diagram.png" in capsys.readouterr().err
    assert terminal.buffer.getvalue() == b""  # type: ignore[attr-defined]
    terminal.screen = False
    assert main(["diagram", EXAMPLE, "--format", "png", *output]) == 0
    assert terminal.buffer.getvalue()[:4] == b"\x89PNG"  # type: ignore[attr-defined]


def test_a_png_needs_an_output_that_takes_bytes(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    """Where standard output takes text only, the message says what to do."""
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert main(["diagram", EXAMPLE, "--format", "png"]) == 3
    assert "name a file with -o" in capsys.readouterr().err


def test_a_case_is_not_to_be_had_as_png(tmp_path: Path, capsys: Captured) -> None:
    """The message says in which forms it is."""
    arguments = ["diagram", LOG, "--case", "si-2021-02", "--format", "png", "-o", str(tmp_path / "x.png")]
    assert main(arguments) == 2
    assert "svg" in capsys.readouterr().err
    assert not (tmp_path / "x.png").exists()
