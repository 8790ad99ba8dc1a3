"""What the governance reveals, as the command lists it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import safeguarding as sg
from safeguarding.cli import main

Captured = pytest.CaptureFixture[str]
EXAMPLE = str(Path(__file__).resolve().parents[2] / "examples" / "cumbria-2019.toml")


@pytest.mark.parametrize(
    ("form", "view"),
    [
        ("text", sg.governance_as_text),
        ("markdown", sg.governance_as_markdown),
        ("json", sg.governance_as_json),
    ],
)
def test_it_writes_the_view_that_was_asked_for(form: str, view: object, capsys: Captured) -> None:
    """Each format is that of the library, as of the date of the newest document."""
    assert main(["governance", EXAMPLE, "--format", form]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert callable(view)
    assert out == view(sg.governance(sg.load(EXAMPLE)))


def test_it_writes_to_a_file_and_takes_a_date_and_an_edition(tmp_path: Path, capsys: Captured) -> None:
    """With a date and an edition it is asked what those ask."""
    path = tmp_path / "found.json"
    arguments = ["--as-of", "2024-06-30", "--guidance", "WT2023", "--format", "json", "-o", str(path)]
    assert main(["governance", EXAMPLE, *arguments]) == 0
    assert capsys.readouterr() == ("", "")
    asked = {key for one in json.loads(path.read_text())["observations"] for key in one["asked_by"]}
    assert asked == {"ch3.partners.coordinate", "ch3.partners.lead-group", "ch3.scrutiny.include"}


def test_an_edition_that_is_not_held_is_refused(capsys: Captured) -> None:
    """The message is that of every command, and the exit code that of a question that cannot be put."""
    assert main(["governance", EXAMPLE, "--guidance", "WT1999"]) == 2
    assert "WT1999" in capsys.readouterr().err
