"""The command as it is called from Python: what it answers, and with which code."""

from __future__ import annotations

import io
import json
from contextlib import redirect_stdout
from datetime import date
from pathlib import Path

import pytest

import safeguarding as sg
from safeguarding.cli import main
from safeguarding.law.catalogue import catalogue
from safeguarding.views import as_json, as_markdown, as_text, law_as_json, law_as_text, requirement_as_text
from safeguarding.views.diagram import diagram
from safeguarding.views.diagrams.shown import TextForm
from tests.cli.plans import EXAMPLE, HALF_WRITTEN, INVALID, UNDATED, UNMET_MUST, UNMET_SHOULD

Captured = pytest.CaptureFixture[str]


def written(folder: Path, text: str, name: str = "plan.toml") -> str:
    """Write a file, and return its path."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(
    ("text", "fail_on", "code"),
    [
        (UNMET_MUST, None, 1),
        (UNMET_MUST, "must", 1),
        (UNMET_MUST, "should", 1),
        (UNMET_MUST, "never", 0),
        (UNMET_SHOULD, None, 0),
        (UNMET_SHOULD, "should", 1),
        (UNMET_SHOULD, "never", 0),
        (HALF_WRITTEN, "must", 0),
        (HALF_WRITTEN, "should", 0),
        (HALF_WRITTEN, "indeterminate", 1),
        (HALF_WRITTEN, "never", 0),
    ],
)
def test_the_code_follows_the_level_of_fail_on(tmp_path: Path, text: str, fail_on: str | None, code: int) -> None:
    """A pipeline can stop on an unmet must, an unmet should, or on what is open."""
    options = ["--fail-on", fail_on] if fail_on else []
    assert main(["check", written(tmp_path, text), *options]) == code


def test_a_check_prints_the_page_and_no_message(tmp_path: Path, capsys: Captured) -> None:
    """Data goes to standard output, and nothing else does."""
    path = written(tmp_path, UNMET_SHOULD)
    main(["check", path])
    out, err = capsys.readouterr()
    partnership = sg.load(path)
    assert out == as_text(sg.assess(partnership), sources=partnership.documents[0].sources)
    assert err == ""


def test_each_format_is_that_of_its_view(capsys: Captured) -> None:
    """The command adds nothing to the views, and takes nothing away."""
    partnership = sg.load(str(EXAMPLE))
    assessment = sg.assess(partnership, as_of="2020-01-31", guidance="WT2018")
    sources = partnership.documents[0].sources
    for options, expected in (
        (["--format", "json"], as_json(assessment)),
        (["--format", "markdown"], as_markdown(assessment, sources=sources)),
        (["--format", "markdown", "--verbose"], as_markdown(assessment, sources=sources, verbose=True)),
        (["--format", "text", "--verbose"], as_text(assessment, sources=sources, verbose=True)),
    ):
        main(["check", str(EXAMPLE), "--as-of", "2020-01-31", "--guidance", "WT2018", *options])
        assert capsys.readouterr().out == expected


def test_several_files_are_one_partnership(tmp_path: Path, capsys: Captured) -> None:
    """The files given are read together, and each is named with its digest."""
    later = HALF_WRITTEN.replace("2019-06-28", "2020-06-28")
    paths = [written(tmp_path, HALF_WRITTEN, "a.toml"), written(tmp_path, later, "b.toml")]
    assert main(["check", *paths, "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [item["path"] for item in found["inputs"]] == paths
    assert found["as_of"] == "2020-06-28"


@pytest.mark.parametrize("option", ["-o", "--output"])
def test_output_goes_to_a_file_in_utf_8(tmp_path: Path, capsys: Captured, option: str) -> None:
    """With -o nothing is printed, and the file holds what would have been."""
    target = tmp_path / "report.md"
    arguments = ["check", str(EXAMPLE), "--format", "markdown"]
    assert main([*arguments, option, str(target)]) == main(arguments) == 1
    assert target.read_bytes() == capsys.readouterr().out.encode()
    assert "£".encode() in target.read_bytes()


def test_a_dash_as_output_is_standard_output(capsys: Captured) -> None:
    """A dash means the stream on either side."""
    main(["check", str(EXAMPLE), "-o", "-"])
    assert capsys.readouterr().out.startswith("Cumbria Safeguarding Children Partnership\n")


@pytest.mark.parametrize("target", ["", "missing/report.txt", "\0"])
def test_an_unwritable_output_is_said_plainly(tmp_path: Path, capsys: Captured, target: str) -> None:
    """A wrong path is no fault of ours and no traceback."""
    assert main(["check", str(EXAMPLE), "-o", str(tmp_path / target) if target else str(tmp_path)]) == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith('safeguarding: "')
    assert "cannot be written: " in err


def test_a_file_that_is_read_is_not_written_over(tmp_path: Path, capsys: Captured) -> None:
    """A slip of the keyboard does not cost a partnership its file."""
    path = written(tmp_path, HALF_WRITTEN)
    assert main(["check", path, "-o", str(tmp_path / "." / "plan.toml")]) == 3
    assert "is one of the files to be read" in capsys.readouterr().err
    assert Path(path).read_text(encoding="utf-8") == HALF_WRITTEN


def test_every_problem_of_a_file_is_said_on_its_own_line(tmp_path: Path, capsys: Captured) -> None:
    """An author corrects all mistakes at once, each found by file and line."""
    path = written(tmp_path, INVALID)
    assert main(["check", path]) == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.splitlines()) == 2
    assert all(line.startswith(f"safeguarding: {path}:") for line in err.splitlines())


@pytest.mark.parametrize("command", ["check", "due", "diagram"])
def test_a_missing_file_is_said_plainly(capsys: Captured, command: str) -> None:
    """A wrong name is no fault of ours, and a name cannot act on the terminal."""
    assert main([command, "no\x1b[31m.toml"]) == 3
    assert (
        capsys.readouterr().err
        == "safeguarding: no\\u001b[31m.toml: there is no such file. Check its name and folder.\n"
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "COMMAND"),
        (["judge"], "invalid choice"),
        (["check"], "FILE"),
        (["check", "plan.toml", "--as-of", "2019-11"], "is not a full date: write year, month and day, as in"),
        (["check", "plan.toml", "--as-of", "20191130"], "is not a full date"),
        (["check", "plan.toml", "--as-of", "2019-W48-6"], "is not a full date"),
        (["check", "plan.toml", "--as-of", "2019-11-31"], '"2019-11-31" is not a day that exists'),
        (["check", "plan.toml", "--as-of", "\x1b[31m"], '"\\u001b[31m" is not a full date'),
        (["check", "plan.toml", "--format", "dot"], "invalid choice"),
        (["check", "plan.toml", "--fail-on", "may"], "invalid choice"),
        (["check", "plan.toml", "--verb"], "unrecognized arguments"),
        (["check", "plan.toml", "--rapid-review-from", "death"], "invalid choice"),
        (["due", "plan.toml", "--until", "2019-11"], "is not a full date"),
        (["diagram", "plan.toml", "--format", "markdown"], "invalid choice"),
        (["law", "a", "b"], "unrecognized arguments"),
    ],
)  # fmt: skip
def test_a_command_that_is_not_understood_is_a_matter_of_usage(
    capsys: Captured, arguments: list[str], said: str
) -> None:
    """The code is 2, and the message says what would have been."""
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err


def test_a_question_that_cannot_be_put_is_a_matter_of_usage(tmp_path: Path, capsys: Captured) -> None:
    """Without a date, or for an edition that is not held, the message says what to give."""
    undated = written(tmp_path, UNDATED)
    assert main(["check", undated]) == 2
    assert "--as-of" in capsys.readouterr().err
    assert main(["check", undated, "--as-of", "2019-11-30"]) == 0
    capsys.readouterr()
    assert main(["check", str(EXAMPLE), "--guidance", "WT1066"]) == 2
    assert capsys.readouterr().err == 'safeguarding: guidance "WT1066" is not held; it can be: WT2018, WT2023, WT2026\n'


@pytest.mark.parametrize("as_of", ["0001-01-01", "9999-12-31"])
def test_any_date_can_be_asked_for(as_of: str) -> None:
    """The ends of the calendar are dates as well."""
    assert main(["check", str(EXAMPLE), "--as-of", as_of, "--fail-on", "never"]) == 0


@pytest.mark.parametrize("form", ["mermaid", "dot", "text"])
def test_a_diagram_is_that_of_its_view(tmp_path: Path, capsys: Captured, form: TextForm) -> None:
    """The diagram is printed or written, and no outcome changes the code."""
    target = tmp_path / "diagram.txt"
    arguments = ["diagram", str(EXAMPLE), "--as-of", "2020-03-01", "--format", form]
    assert main(arguments) == main([*arguments, "-o", str(target)]) == 0
    shown = diagram(sg.load(str(EXAMPLE)), as_of=date(2020, 3, 1), format=form)
    assert capsys.readouterr().out == target.read_text(encoding="utf-8") == shown


def test_a_diagram_without_a_date_is_of_the_newest_document(tmp_path: Path, capsys: Captured) -> None:
    """The date is inferred as it is for a check, and asked for where it cannot be."""
    assert main(["diagram", str(EXAMPLE)]) == 0
    assert capsys.readouterr().out == diagram(sg.load(str(EXAMPLE)), as_of=None, format="text")
    assert main(["diagram", written(tmp_path, UNDATED)]) == 2
    assert "--as-of" in capsys.readouterr().err


def test_law_lists_everything(capsys: Captured) -> None:
    """Without a key all that is held is listed, as a table or for programs."""
    items = tuple(catalogue().values())
    assert main(["law"]) == 0
    assert capsys.readouterr().out == law_as_text(items)
    assert main(["law", "--format", "json"]) == 0
    assert capsys.readouterr().out == law_as_json(items)


def test_law_explains_one_requirement(capsys: Captured) -> None:
    """With a key all about it is shown, and only that."""
    item = catalogue()["ch3.publish.training"]
    assert main(["law", item.key]) == 0
    assert capsys.readouterr().out == requirement_as_text(item)
    assert main(["law", item.key, "--format", "json"]) == 0
    assert capsys.readouterr().out == law_as_json([item])


def test_an_unknown_key_names_the_nearest(capsys: Captured) -> None:
    """A typing error is put right by the message."""
    assert main(["law", "ch3.publish.trainig"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "ch3.publish.training" in err


def test_version_and_help_answer_with_nothing_wrong(capsys: Captured) -> None:
    """They say what they are asked, on standard output."""
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("safeguarding ")
    for arguments in (["--help"], ["check", "--help"], ["due", "-h"], ["diagram", "-h"], ["law", "-h"]):
        assert main(arguments) == 0
        out, err = capsys.readouterr()
        assert out.startswith("usage: safeguarding")
        assert "exit codes" in out
        assert err == ""


@pytest.mark.parametrize("message", ["broken\nin\x1b[31m two", ""])
def test_our_own_fault_is_one_sentence(monkeypatch: pytest.MonkeyPatch, capsys: Captured, message: str) -> None:
    """Whatever breaks inside, a reader is asked to report it and sees no traceback."""

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError(message)

    monkeypatch.setattr("safeguarding.assessment.assess", broken)
    assert main(["check", str(EXAMPLE)]) == 4
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.splitlines()) == 1
    assert "please report it" in err
    assert "RuntimeError" in err
    assert "\x1b" not in err


def test_standard_input_that_breaks_off_is_said_plainly(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    """A stream that cannot be read is no fault of ours."""

    class Broken(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, _: object) -> int:
            raise OSError(5, "Input/output error")

    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BufferedReader(Broken())))
    assert main(["check", "-"]) == 3
    assert capsys.readouterr().err == "safeguarding: standard input cannot be read: Input/output error\n"


def test_an_interruption_ends_quietly(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    """Ctrl-C shows no traceback, and the code is the usual one."""

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("safeguarding.files.load", interrupted)
    assert main(["check", str(EXAMPLE)]) == 130
    assert capsys.readouterr() == ("", "")


def test_it_writes_to_a_stream_of_text_too() -> None:
    """A notebook that collects what is printed gets it."""
    collected = io.StringIO()
    with redirect_stdout(collected):
        assert main(["law", "ch3.publish.training"]) == 0
    assert collected.getvalue() == requirement_as_text(catalogue()["ch3.publish.training"])
