"""The streams of the process, stood in for: what is written where, and what happens where nothing can be."""

from __future__ import annotations

import errno
import io

import pytest

from safeguarding.cli import main
from safeguarding.law.catalogue import catalogue
from safeguarding.views import requirement_as_text

KEY = "ch3.fund.sp-power"
Patch = pytest.MonkeyPatch
Captured = pytest.CaptureFixture[str]


class Refusing:
    """A standard output that takes nothing, and says why."""

    encoding = "utf-8"

    def __init__(self, number: int) -> None:
        self.buffer = self
        self._number = number

    def flush(self) -> None:
        """Do nothing: nothing was taken."""

    def write(self, _: bytes) -> None:
        raise OSError(self._number, "it takes nothing")

    def fileno(self) -> int:
        return -1


def test_an_early_end_of_reading_changes_nothing(monkeypatch: Patch, capsys: Captured) -> None:
    """The reader has seen enough, and the answer stands."""
    monkeypatch.setattr("sys.stdout", Refusing(errno.EPIPE))
    assert main(["law", KEY]) == 0
    assert capsys.readouterr().err == ""


def test_a_full_disk_is_said_plainly(monkeypatch: Patch, capsys: Captured) -> None:
    """What was lost is not passed over."""
    monkeypatch.setattr("sys.stdout", Refusing(errno.ENOSPC))
    assert main(["law", KEY]) == 3
    assert capsys.readouterr().err == "safeguarding: standard output cannot be written: it takes nothing\n"


def test_a_closed_output_is_said_plainly(monkeypatch: Patch, capsys: Captured) -> None:
    """Where nothing can go out, the code says so too."""
    monkeypatch.setattr("sys.stdout", None)
    assert main(["law", KEY]) == 3
    assert capsys.readouterr().err == "safeguarding: standard output is closed\n"


def test_a_closed_stream_for_messages_is_no_error(monkeypatch: Patch, capsys: Captured) -> None:
    """The message is lost; the code is not."""
    monkeypatch.setattr("sys.stderr", None)
    assert main(["law", "no-such-key"]) == 2
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(("encoding", "dash"), [("ascii", "\\u2019"), ("cp1252", "’"), ("utf-8", "’")])
def test_what_an_encoding_lacks_becomes_an_escape(monkeypatch: Patch, encoding: str, dash: str) -> None:
    """A terminal of any age shows a page, with an escape at most."""
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    monkeypatch.setattr("sys.stdout", stream)
    monkeypatch.setattr("safeguarding.views.requirement_as_text", lambda _: "the partners’ power\n")
    assert main(["law", KEY]) == 0
    stream.seek(0)
    assert stream.read() == f"the partners{dash} power\n"


def test_lines_end_the_same_way_everywhere(monkeypatch: Patch) -> None:
    """The bytes are the same on every system."""
    written = io.BytesIO()
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(written, encoding="utf-8", newline="\r\n"))
    assert main(["law", KEY]) == 0
    assert written.getvalue() == requirement_as_text(catalogue()[KEY]).encode()
