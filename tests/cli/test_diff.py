"""What changed, as the command tells it."""

from __future__ import annotations

import io
import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

import safeguarding as sg
from safeguarding.cli import main
from safeguarding.views.changes.drawing import pictured
from safeguarding.views.diagrams.dot import as_dot
from safeguarding.views.diagrams.mermaid import as_mermaid
from tests.assessment.test_changes import REPORT
from tests.cli.plans import INVALID
from tests.structure.versions import EASTSHIRE, MORE_OFTEN, POLICE, edited

Captured = pytest.CaptureFixture[str]

OFTEN = edited(MORE_OFTEN)
WORSE = edited((POLICE, ""))


@pytest.fixture(name="files")
def _files(tmp_path: Path) -> dict[str, str]:
    """Write files that the tests name."""
    undated = ('published = "2019-06-28"\nimplemented = "2019-09-01"', "")
    texts = {
        "old": EASTSHIRE,
        "same": edited(("page = 12", "page = 13")),
        "often": OFTEN,
        "worse": WORSE,
        "undated": edited(undated),
        "undated-often": edited(undated, ('meets = "quarterly"', 'meets = "monthly"')),
        "invalid": INVALID,
        "report": REPORT + '[[statement]]\ntopic = "voice"\nparts = ["families"]\nsays = "X"\nwho = ["board"]\n',
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.toml").write_text(text, encoding="utf-8")
    return {name: str(tmp_path / f"{name}.toml") for name in texts}


def test_it_prints_what_the_library_writes(files: dict[str, str], capsys: Captured) -> None:
    """Every form is that of the view, and nothing is said beside it."""
    difference = sg.diff(sg.load(files["old"]), sg.load(files["worse"]))
    comes, dated = sg.consequences(difference), sg.consequences(difference, as_of="2024-12-31", guidance="WT2023")
    for options, expected in (
        ([], sg.difference_as_text(difference, comes)),
        (["--format", "markdown"], sg.difference_as_markdown(difference, comes)),
        (["--format", "json"], sg.difference_as_json(difference, comes)),
        (["--as-of", "2024-12-31", "--guidance", "WT2023"], sg.difference_as_text(difference, dated)),
        (["--words"], sg.updates_as_text(difference)),
        (["--format", "mermaid"], as_mermaid(pictured(difference))),
        (["--format", "dot", "--as-of", "2019-12-31"], as_dot(pictured(difference, as_of="2019-12-31"))),
    ):
        assert main(["diff", files["old"], files["worse"], *options]) == 0
        assert capsys.readouterr() == (expected, "")


@pytest.mark.parametrize(
    ("new", "fail_on", "code"),
    [
        ("worse", None, 0),
        ("worse", "never", 0),
        ("worse", "changed", 1),
        ("worse", "worse", 1),
        ("often", "changed", 1),
        ("often", "worse", 0),
        ("same", "changed", 0),
        ("old", "changed", 0),
        ("old", "worse", 0),
    ],
)
def test_the_code_follows_fail_on(files: dict[str, str], new: str, fail_on: str | None, code: int) -> None:
    """A pipeline can stop on any news, or on a requirement that comes out worse; another page alone is no news."""
    assert main(["diff", files["old"], files[new], *(["--fail-on", fail_on] if fail_on else [])]) == code


def test_the_code_follows_fail_on_whatever_is_printed(files: dict[str, str]) -> None:
    """The words and the pictures do not hide that something is worse."""
    for options in (["--words"], ["--format", "dot"]):
        assert main(["diff", files["old"], files["worse"], "--fail-on", "worse", *options]) == 1


def test_without_a_date_the_changes_are_shown_and_the_outcomes_are_not(files: dict[str, str], capsys: Captured) -> None:
    """What can be answered is; where the answer was asked for outright, the question cannot be put."""
    assert main(["diff", files["undated"], files["undated-often"]]) == 0
    text = " ".join(capsys.readouterr().out.split())
    assert "how often it meets was quarterly now monthly" in text
    assert "No document has a date of publication, so the date must be given" in text
    assert main(["diff", files["undated"], files["undated-often"], "--fail-on", "worse"]) == 2
    assert main(["diff", files["old"], files["often"], "--guidance", "WT1066"]) == 2
    assert main(["diff", files["undated"], files["undated-often"], "--format", "dot"]) == 2
    assert main(["diff", files["undated"], files["undated-often"], "--as-of", "2019-11-30", "--format", "dot"]) == 0


def test_what_belongs_to_both_stands_beside(files: dict[str, str], capsys: Captured) -> None:
    """A report that refers to the arrangements cannot be read alone, and can beside them."""
    assert main(["diff", files["report"], files["report"]]) == 3
    assert '"board" is not the id of any' in capsys.readouterr().err
    assert main(["diff", files["report"], files["report"], "--beside", files["old"], "--fail-on", "changed"]) == 0
    capsys.readouterr()
    assert main(["diff", files["old"], files["often"], "--beside", files["report"], "--format", "json"]) == 0
    read = json.loads(capsys.readouterr().out)
    assert [change["new_path"] for change in read["changes"]] == ["body.board.meets[0].how_often"]
    assert [Path(item["path"]).name for item in read["new"]["inputs"]] == ["often.toml", "report.toml"]


def test_a_file_that_cannot_be_read_is_named(files: dict[str, str], capsys: Captured) -> None:
    """An unreadable file is an error of its own, whichever of the two it is."""
    assert main(["diff", files["old"], files["invalid"]]) == 3
    assert "invalid.toml" in capsys.readouterr().err
    assert main(["diff", "nowhere.toml", files["old"]]) == 3
    assert "nowhere.toml" in capsys.readouterr().err


def test_one_of_the_files_may_be_standard_input(
    files: dict[str, str], capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The version that is being written can come from a program; both cannot."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(OFTEN.encode())))
    assert main(["diff", files["old"], "-", "--fail-on", "changed"]) == 1
    assert main(["diff", "-", "-"]) == 2
    assert "standard input can be only one of the files" in capsys.readouterr().err


def test_it_writes_a_file_and_none_of_those_it_reads(files: dict[str, str], tmp_path: Path, capsys: Captured) -> None:
    """-o names a file; that it is one that is read is refused."""
    target = tmp_path / "changes.md"
    assert main(["diff", files["old"], files["often"], "--format", "markdown", "-o", str(target)]) == 0
    assert target.read_text(encoding="utf-8").startswith("# What changed: Eastshire")
    assert capsys.readouterr().out == ""
    for name in ("old", "often"):
        assert main(["diff", files["old"], files["often"], "-o", files[name]]) == 3
    assert Path(files["old"]).read_text(encoding="utf-8") == EASTSHIRE


def test_a_png_is_written_to_a_file_and_not_to_a_screen(
    files: dict[str, str], tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A picture is drawn by Graphviz; what no screen can show is refused there."""
    pytest.importorskip("pygraphviz")
    target = tmp_path / "changes.png"
    assert main(["diff", files["old"], files["worse"], "--format", "png", "-o", str(target)]) == 0
    assert target.read_bytes().startswith(b"\x89PNG")
    monkeypatch.setattr("safeguarding.cli.diff.on_a_screen", lambda _: True)
    assert main(["diff", files["old"], files["worse"], "--format", "png"]) == 2
    assert "name a file for it, as in -o changes.png" in capsys.readouterr().err


def test_an_svg_reads_as_xml_and_lists_the_changes(files: dict[str, str], capsys: Captured) -> None:
    """What is drawn is also there in words, for who cannot see it."""
    pytest.importorskip("pygraphviz")
    capsys.readouterr()
    assert main(["diff", files["old"], files["worse"], "--format", "svg"]) == 0
    root = ET.fromstring(capsys.readouterr().out)  # noqa: S314  # our own output
    assert root.tag.endswith("svg")
    assert "– removed" in "".join(root.itertext())


def test_the_words_are_text_only(files: dict[str, str], capsys: Captured) -> None:
    """Words in JSON are not a thing; and of a report there are none."""
    assert main(["diff", files["old"], files["often"], "--words", "--format", "json"]) == 2
    assert "not allowed with" in capsys.readouterr().err
    assert main(["diff", files["old"], files["report"], "--words", "--beside", files["old"]]) == 3
