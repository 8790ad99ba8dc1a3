"""The command `due`: what it answers in each format, and with which code."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

import safeguarding as sg
from safeguarding.cli import main
from safeguarding.views import agenda_as_csv, agenda_as_ics, agenda_as_json, agenda_as_text
from tests.assessment.agendas import incident, log, plan
from tests.cli.plans import EXAMPLE, INVALID, UNDATED
from tests.cli.test_program import run

Captured = pytest.CaptureFixture[str]

OVERDUE = log(incident("si-2021-1", "2021-03-11"))
"""Its notification was due by 18 March 2021, and none is recorded."""
LATE = plan(
    '[[body]]\nid = "board"\nname = "Board"\nkind = "board"\n'
    '[[scrutiny_event]]\nmethod = "audit"\nname = "Audit"\n'
    'actions = [{ what = "Train", by = ["board"], due = "2021-01-31", done = "2021-02-01" }]\n'
)
"""An action of it was done a day late, and nothing is overdue."""
TO_COME = plan('[[milestone]]\nwhat = "Review"\nwhen = "2021-06-30"\n')
"""Something of it is to come, and nothing is late."""
AS_OF = ["--as-of", "2021-03-31"]


def written(folder: Path, text: str, name: str = "file.toml") -> str:
    """Write a file, and return its path."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(
    ("text", "fail_on", "code"),
    [
        (OVERDUE, None, 0),
        (OVERDUE, "never", 0),
        (OVERDUE, "overdue", 1),
        (OVERDUE, "late", 1),
        (LATE, None, 0),
        (LATE, "overdue", 0),
        (LATE, "late", 1),
        (TO_COME, "overdue", 0),
        (TO_COME, "late", 0),
    ],
)
def test_the_code_follows_fail_on(tmp_path: Path, text: str, fail_on: str | None, code: int) -> None:
    """A list is no verdict unless it is asked for one: on what is still to be done, or on all that was late."""
    options = ["--fail-on", fail_on] if fail_on else []
    assert main(["due", written(tmp_path, text), *AS_OF, *options]) == code


def test_each_format_is_that_of_its_view(tmp_path: Path, capsys: Captured) -> None:
    """The command adds nothing to the views, and takes nothing away."""
    paths = [written(tmp_path, TO_COME, "plan.toml"), written(tmp_path, OVERDUE, "log.toml")]
    agenda = sg.due(sg.load(*paths), as_of="2021-03-31", until="2021-12-31")
    for options, expected in (
        ([], agenda_as_text(agenda)),
        (["--verbose"], agenda_as_text(agenda, verbose=True)),
        (["--format", "json"], agenda_as_json(agenda)),
        (["--format", "csv"], agenda_as_csv(agenda)),
        (["--format", "ics"], agenda_as_ics(agenda)),
    ):
        assert main(["due", *paths, *AS_OF, "--until", "2021-12-31", *options]) == 0
        out, err = capsys.readouterr()
        assert (out.replace("\r\n", "\n"), err) == (expected.replace("\r\n", "\n"), "")


@pytest.mark.parametrize("form", ["text", "json", "csv", "ics"])
def test_a_file_has_the_bytes_of_the_view(tmp_path: Path, capsys: Captured, form: str) -> None:
    """With -o nothing is printed, and lines end as the format asks, whatever the system."""
    path, target = written(tmp_path, OVERDUE), tmp_path / "due.out"
    assert main(["due", path, *AS_OF, "--format", form, "-o", str(target)]) == 0
    assert capsys.readouterr() == ("", "")
    views = {"text": agenda_as_text, "json": agenda_as_json, "csv": agenda_as_csv, "ics": agenda_as_ics}
    assert target.read_bytes() == views[form](sg.due(sg.load(path), as_of="2021-03-31")).encode()
    assert (b"\r\n" in target.read_bytes()) == (form in {"csv", "ics"})


@pytest.mark.parametrize("form", ["csv", "ics"])
def test_a_table_and_a_calendar_are_utf_8_on_any_terminal(tmp_path: Path, form: str) -> None:
    """They are files for other programs: the encoding of the terminal has no say, nor has the chance of a hash."""
    path = written(tmp_path, TO_COME.replace("Review", "A “review” — £1"))
    arguments = ["due", path, *AS_OF, "--format", form]
    first = run(*arguments, PYTHONIOENCODING="ascii", PYTHONUTF8="0", PYTHONHASHSEED="0")
    other = run(*arguments, PYTHONIOENCODING="utf-16", PYTHONUTF8="0", PYTHONHASHSEED="1")
    assert (first.returncode, first.stderr, other.stdout) == (0, b"", first.stdout)
    assert "“review” — £1" in first.stdout.decode("utf-8")


def test_standard_input_is_read() -> None:
    """A dash stands for what is piped in."""
    done = run("due", "-", *AS_OF, "--format", "json", stdin=OVERDUE.encode())
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["counts"]["missing"] >= 1


def test_without_a_date_it_is_seen_from_the_newest_document(capsys: Captured) -> None:
    """Cumbria's plan was last updated in November 2019."""
    assert main(["due", str(EXAMPLE), "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["as_of"], found["until"]) == ("2019-11-30", "2020-11-30")


def test_the_start_of_a_rapid_review_can_be_chosen(tmp_path: Path, capsys: Captured) -> None:
    """Fifteen working days from awareness on 2 March end on the 23rd, from the notification of the 8th on the 29th."""
    path = written(tmp_path, log(incident("si-2021-1", "2021-03-02", "2021-03-08")))
    for start, last in (("aware", "2021-03-23"), ("notified", "2021-03-29")):
        assert main(["due", path, *AS_OF, "--format", "json", "--rapid-review-from", start]) == 0
        found = json.loads(capsys.readouterr().out)
        assert found["rapid_review_from"] == start
        assert [one["due_latest"] for one in found["items"] if one["requirement"] == "ch4.rapid.15wd"] == [last]


def test_a_check_takes_the_same_choice(tmp_path: Path, capsys: Captured) -> None:
    """Who counts from elsewhere judges from there too."""
    path = written(tmp_path, log(incident("si-2021-1", "2021-03-02", "2021-03-08")))
    messages = []
    for start in ("aware", "notified"):
        main(["check", path, *AS_OF, "--format", "json", "--rapid-review-from", start])
        findings = json.loads(capsys.readouterr().out)["findings"]
        messages += [one["message"] for one in findings if one["requirement"] == "ch4.rapid.15wd"]
    assert len(set(messages)) == 2


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--until", "2021-02"], "is not a full date"),
        (["--until", "2021-02-30"], '"2021-02-30" is not a day that exists'),
        (["--until", "2021-03-30"], "until (30 March 2021) is before the date of the question, 31 March 2021"),
        (["--format", "markdown"], "invalid choice"),
        (["--fail-on", "must"], "invalid choice"),
        (["--rapid-review-from", "death"], "invalid choice"),
        (["--guidance", "WT1066"], 'guidance "WT1066" is not held'),
    ],
)
def test_a_question_that_cannot_be_put_is_a_matter_of_usage(
    tmp_path: Path, capsys: Captured, options: list[str], said: str
) -> None:
    """The code is 2, nothing is written, and the message says what would have been right."""
    assert main(["due", written(tmp_path, TO_COME), *AS_OF, *options]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err


def test_where_no_date_can_be_inferred_it_is_asked_for(tmp_path: Path, capsys: Captured) -> None:
    """A plan without a date, and no date given, leave nothing to count from."""
    assert main(["due", written(tmp_path, UNDATED)]) == 2
    assert "--as-of" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["due", "missing.toml"], ["due"]])
def test_what_cannot_be_read_is_said_plainly(capsys: Captured, arguments: list[str]) -> None:
    """A wrong name is code 3, and no name at all code 2."""
    assert main(arguments) == (3 if len(arguments) > 1 else 2)
    assert capsys.readouterr().out == ""


def test_a_file_that_is_not_valid_or_would_be_written_over_is_refused(tmp_path: Path, capsys: Captured) -> None:
    """Neither a mistake in a file nor a slip of the keyboard costs anything."""
    assert main(["due", written(tmp_path, INVALID)]) == 3
    path = written(tmp_path, TO_COME, "plan.toml")
    assert main(["due", path, "-o", path]) == 3
    assert capsys.readouterr().out == ""
    assert Path(path).read_text(encoding="utf-8") == TO_COME


def test_without_the_package_a_calendar_says_what_to_install(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The extra is named; the other formats do not need it."""
    monkeypatch.setitem(sys.modules, "icalendar", None)
    path, target = written(tmp_path, TO_COME), tmp_path / "due.ics"
    assert main(["due", path, *AS_OF, "--format", "ics", "-o", str(target)]) == 2
    assert 'pip install "safeguarding[calendar]"' in capsys.readouterr().err
    assert not target.exists()
    assert main(["due", path, *AS_OF, "--format", "csv"]) == 0


def test_help_says_what_the_codes_mean(capsys: Captured) -> None:
    """A stranger learns from the command itself what it takes."""
    assert main(["due", "--help"]) == 0
    out = capsys.readouterr().out
    for option in ("--as-of", "--until", "--format", "--fail-on", "--rapid-review-from", "--guidance", "exit codes"):
        assert option in out
