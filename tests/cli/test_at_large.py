"""The commands about the law at large, about why, and about beginning a file."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from safeguarding.cli import main
from tests.cli.plans import EXAMPLE

Captured = pytest.CaptureFixture[str]


@pytest.mark.parametrize(
    "arguments",
    [
        ["law", "--coverage"],
        ["law", "--compare", "WT2018", "WT2023"],
        ["law", "ch3.publish.training"],
        ["check", str(EXAMPLE), "--explain", "ch3.publish.training"],
        ["check", str(EXAMPLE), "--guidance", "WT2023", "--against", "WT2018"],
    ],
)
def test_what_is_printed_fits_a_screen(arguments: list[str], capsys: Captured) -> None:
    """Every line is within eighty columns, but addresses and what is to be pasted."""
    main(arguments)
    lines = capsys.readouterr().out.splitlines()
    assert lines
    assert [line for line in lines if len(line) > 80 and "://" not in line and not line.startswith("    ")] == []


@pytest.mark.parametrize(
    ("arguments", "schema"),
    [
        (["law", "--coverage"], "safeguarding.coverage.v1"),
        (["law", "--compare", "WT2018", "WT2023"], "safeguarding.comparison.v1"),
        (["check", str(EXAMPLE), "--explain", "ch3.publish.training"], "safeguarding.explanation.v1"),
        (["check", str(EXAMPLE), "--guidance", "WT2023", "--against", "WT2018"], "safeguarding.against.v1"),
    ],
)
def test_each_has_its_json(arguments: list[str], schema: str, capsys: Captured) -> None:
    """A program can ask the same, in a form that names itself."""
    main([*arguments, "--format", "json"])
    assert json.loads(capsys.readouterr().out)["schema"] == schema


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["law", "--compare", "WT2018", "WT1066"], 'edition "WT1066" is not held; it can be: WT2018, WT2023, WT2026'),
        (["check", str(EXAMPLE), "--against", "WT2018"], "say by --guidance which is asked about"),
        (["check", str(EXAMPLE), "--explain", "ch3.publish.trainig"], "there is no finding for"),
        (["new", "***"], "has no letter or digit"),
        (["new", "Eastshire", "--as-of", "2017-01-01"], "give a later date"),
    ],
)
def test_a_question_that_cannot_be_put_says_what_can(arguments: list[str], says: str, capsys: Captured) -> None:
    """Two is the code, and the message names what is accepted."""
    assert main(arguments) == 2
    assert says in capsys.readouterr().err


def test_a_new_file_is_written_and_can_be_checked(tmp_path: Path, capsys: Captured) -> None:
    """What `new` writes, `check` reads at once, with its blanks; nothing in it is unmet."""
    path = tmp_path / "eastshire.toml"
    assert main(["new", "Eastshire Safeguarding Children Partnership", "-o", str(path)]) == 0
    assert tomllib.loads(path.read_text(encoding="utf-8"))["partnership"].startswith("eastshire")
    assert main(["check", str(path), "--as-of", "2026-06-01"]) == 0
    assert "must" in capsys.readouterr().out


def test_a_new_file_does_not_take_the_place_of_one_that_is_there(tmp_path: Path, capsys: Captured) -> None:
    """What somebody has filled in is never written over."""
    path = tmp_path / "eastshire.toml"
    path.write_text("filled in", encoding="utf-8")
    assert main(["new", "Eastshire", "-o", str(path)]) == 3
    assert "is there already" in capsys.readouterr().err
    assert path.read_text(encoding="utf-8") == "filled in"
