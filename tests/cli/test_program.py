"""The command as a program among others: pipes, encodings, and what it loads."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from safeguarding.cli import main
from tests.cli.plans import EXAMPLE, HALF_WRITTEN

PROGRAM = [sys.executable, "-m", "safeguarding.cli"]
POSIX = pytest.mark.skipif(os.name != "posix", reason="it needs the streams of POSIX")


def run(
    *arguments: str, stdin: bytes = b"", through: str = "", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """Run the program, ``through`` a redirection of the shell where one is given."""
    command = [*PROGRAM, *arguments]
    if through:
        command = ["sh", "-c", f'"$@" {through}', "sh", *command]
    return subprocess.run(command, input=stdin, capture_output=True, env={**os.environ, **environment}, check=False)


def test_standard_input_is_read() -> None:
    """A dash stands for what is piped in, as TOML or as JSON."""
    done = run("check", "-", "--format", "json", stdin=HALF_WRITTEN.encode())
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["partnership"]["id"] == "eastshire"


def test_standard_input_that_is_not_valid_is_said_plainly() -> None:
    """Its problems have lines like those of a file."""
    done = run("check", "-", stdin=b"\xff\xfe")
    assert done.returncode == 3
    assert done.stderr.startswith(b"safeguarding: <stdin>")


@POSIX
def test_standard_input_without_end_is_refused() -> None:
    """It is read no further than a file may be long."""
    done = run("check", "-", through="</dev/zero")
    assert done.returncode == 3
    assert b"Traceback" not in done.stderr


@POSIX
def test_standard_input_that_is_closed_is_said_plainly() -> None:
    """Where nothing can come in, nothing is waited for."""
    done = run("check", "-", through="<&-")
    assert done.returncode == 3
    assert len(done.stderr.splitlines()) == 1


@POSIX
@pytest.mark.parametrize(
    "arguments",
    [("check", str(EXAMPLE), "--verbose"), ("due", str(EXAMPLE)), ("law",), ("--help",), ("--version",)],
)
def test_a_reader_that_closes_early_is_no_error(arguments: tuple[str, ...]) -> None:
    """`safeguarding ... | head` ends quietly, and with the code that it would have had."""
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run([*PROGRAM, *arguments], stdout=writing, stderr=subprocess.PIPE, check=False)
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (1 if arguments[0] == "check" else 0, b"")


@POSIX
@pytest.mark.parametrize(("through", "said"), [(">&-", b"closed"), (">/dev/full", b"cannot be written")])
def test_standard_output_that_takes_nothing_is_said_plainly(through: str, said: bytes) -> None:
    """A full disk is no fault of ours."""
    if "full" in through and not Path("/dev/full").exists():
        pytest.skip("there is no device that is always full")
    done = run("law", through=through)
    assert done.returncode == 3
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1


@POSIX
def test_without_a_stream_for_messages_the_code_still_tells() -> None:
    """Nothing that is meant for a person strays into the data."""
    done = run("check", "missing.toml", through="2>&-")
    assert (done.returncode, done.stdout) == (3, b"")


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-16", "utf-8"])
def test_a_terminal_of_any_encoding_can_show_it(encoding: str) -> None:
    """What the encoding lacks becomes an escape, which in JSON says the same."""
    page = run("check", str(EXAMPLE), PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert (page.returncode, page.stderr) == (1, b"")
    assert ("£" if encoding != "ascii" else "\\u00a3") in page.stdout.decode(encoding)
    done = run("check", str(EXAMPLE), "--format", "json", PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    same = run("check", str(EXAMPLE), "--format", "json", PYTHONIOENCODING="utf-8")
    assert json.loads(done.stdout.decode(encoding)) == json.loads(same.stdout.decode())


def test_the_bytes_do_not_depend_on_the_hash_seed() -> None:
    """Sets inside have an order outside."""
    first, second = (run("check", str(EXAMPLE), "--format", "json", PYTHONHASHSEED=seed).stdout for seed in "01")
    assert first == second


def test_a_name_that_cannot_be_decoded_is_shown() -> None:
    """A file whose name is not UTF-8 is reported, not tripped over."""
    if os.name != "posix" or sys.platform == "darwin":
        pytest.skip("names of files are text there")
    done = subprocess.run(
        [*(os.fsencode(part) for part in PROGRAM), b"check", b"\xff.toml"], capture_output=True, check=False
    )
    assert done.returncode == 3
    assert b"there is no such file" in done.stderr


@pytest.mark.parametrize("arguments", [["check", str(EXAMPLE)], ["due", str(EXAMPLE)], ["law"], ["--help"]])
def test_it_loads_no_more_than_it_needs(arguments: list[str]) -> None:
    """Neither the library of graphs, nor that of calendars, nor that of tests is paid for."""
    code = (
        "import sys; from safeguarding.cli import main\n"
        f"main({arguments!r})\n"
        "unwanted = {'networkx', 'hypothesis', 'icalendar', 'pytest', 'asyncio', 'http'}\n"
        "sys.exit(sorted(unwanted & set(sys.modules)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_the_installed_command_is_this_one() -> None:
    """The package names the function that was tested here."""
    import tomllib  # noqa: PLC0415  # only this test reads the project's file

    project = tomllib.loads((EXAMPLE.parent.parent / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["scripts"] == {"safeguarding": "safeguarding.cli:main"}
    assert callable(main)
