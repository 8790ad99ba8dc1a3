"""The commands about the law at large, about why, and about beginning a file."""

from __future__ import annotations

import json
import re
import tomllib
from datetime import date
from pathlib import Path

import pytest

from safeguarding.cli import main
from safeguarding.files.beginning import begun
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
        (["check", str(EXAMPLE), "--explain", "ch3.publish.trainig"], "did you mean ch3.publish.training"),
        (["check", str(EXAMPLE), "--explain", "ch3.info.enforce"], "listed and not assessed; see safeguarding law ch3"),
        (["check", str(EXAMPLE), "--explain", "RA.cafcass"], "ra.cafcass is a kind of relevant agency: it is listed"),
        (
            ["check", str(EXAMPLE), "--explain", "ch3.publish.training", "--format", "markdown"],
            "--explain can be written as text or as JSON",
        ),
        (
            ["check", str(EXAMPLE), "--guidance", "WT2023", "--against", "WT2018", "--format", "markdown"],
            "--against can be written as text or as JSON",
        ),
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


def test_what_a_new_file_says_to_run_can_be_run(tmp_path: Path) -> None:
    """The command in its head has a date, since there is none in the file yet; nothing says that a day is too late."""
    path = tmp_path / "eastshire.toml"
    main(["new", "Eastshire", "-o", str(path)])
    text = path.read_text(encoding="utf-8")
    head = " ".join(text.partition("\n\n")[0].replace("\n# ", " ").split())
    said = re.search(r"safeguarding (check THIS-FILE --as-of \d{4}-\d{2}-\d{2})", head)
    assert said is not None
    assert main([str(path) if word == "THIS-FILE" else word for word in said[1].split()]) == 0
    assert "not after" not in text.partition("[[source]]")[0]
    assert "not after 2024-06-30" in begun("Eastshire", as_of=date(2024, 6, 30))


@pytest.mark.parametrize(
    "arguments", [["law", "CH3.Publish.Training"], ["check", str(EXAMPLE), "--explain", "CH3.LEAD.ACTIVE"]]
)
def test_a_key_may_be_typed_in_capitals(arguments: list[str], capsys: Captured) -> None:
    """Keys have no capitals, so that these mean the same."""
    assert main(arguments) < 2
    assert arguments[-1].lower() in capsys.readouterr().out


@pytest.mark.parametrize(
    ("key", "to_do"),
    [("ch3.publish.training", True), ("ch3.partners.three", False), ("wt23.lsp.named", False)],
)
def test_what_leaves_nothing_to_do_says_nothing_of_it(key: str, to_do: bool, capsys: Captured) -> None:
    """What is partly met has something to do; what is met or not yet in force has not."""
    main(["check", str(EXAMPLE), "--as-of", "2019-11-30", "--explain", key])
    assert ("To do" in capsys.readouterr().out) is to_do


def test_a_new_file_does_not_take_the_place_of_one_that_is_there(tmp_path: Path, capsys: Captured) -> None:
    """What somebody has filled in is never written over."""
    path = tmp_path / "eastshire.toml"
    path.write_text("filled in", encoding="utf-8")
    assert main(["new", "Eastshire", "-o", str(path)]) == 3
    assert "is there already" in capsys.readouterr().err
    assert path.read_text(encoding="utf-8") == "filled in"
