"""How the command reads and writes: files, and the streams of the process."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from safeguarding.model import Partnership

_STANDARD = "-"


class CannotReachError(Exception):
    """Something cannot be read or written; the message says what and why."""


def loaded(files: Sequence[str], output: str | None) -> Partnership:
    """Read the files that were named; that to be written is not among them."""
    from safeguarding.files import load

    _spare(files, output)
    stdin = _standard_input() if _STANDARD in files else None
    return load(*files, stdin=stdin)


def loaded_each(files: Sequence[str], output: str | None) -> tuple[Partnership, ...]:
    """Read the files that were named, which may be of several partnerships; that to be written is not among them."""
    from safeguarding.files.grouping import load_each

    _spare(files, output)
    stdin = _standard_input() if _STANDARD in files else None
    return load_each(*files, stdin=stdin)


def _standard_input() -> bytes | None:
    from safeguarding.files.syntax import LARGEST

    try:
        # One more than is accepted, so that a stream without end is refused too.
        return sys.stdin.buffer.read(LARGEST + 1) if sys.stdin else None
    except OSError as error:
        raise CannotReachError(f"standard input cannot be read: {_reason(error)}") from None


def _spare(files: Sequence[str], output: str | None) -> None:
    """Refuse to write over a file that is to be read."""
    for path in files if output is not None and output != _STANDARD else ():
        if path != _STANDARD and _same(path, str(output)):
            raise CannotReachError(f'"{output}" is one of the files to be read: give -o another name')


def spare(output: str | None) -> None:
    """Refuse to write over a file that is there: what somebody has filled in would be lost."""
    if output is not None and output != _STANDARD and Path(output).exists():
        raise CannotReachError(f'"{output}" is there already: give -o another name')


def _same(path: str, other: str) -> bool:
    try:
        return Path(path).samefile(other)
    except (OSError, ValueError):
        return False


def on_a_screen(output: str | None) -> bool:
    """Say whether what is written goes to a terminal."""
    return output in {None, _STANDARD} and sys.stdout is not None and sys.stdout.isatty()


def put(text: str | bytes, output: str | None, encoding: str | None = None) -> None:
    """Write a text, or the bytes of a picture, to a file, or on standard output where none was asked for."""
    if output is None or output == _STANDARD:
        write(text, encoding)
        return
    try:
        Path(output).write_bytes(_fitted(text, "utf-8"))
    except (OSError, ValueError) as error:
        raise CannotReachError(f'"{output}" cannot be written: {_reason(error)}') from None


def write(text: str | bytes, encoding: str | None = None) -> None:
    """Write a text on standard output, in the encoding of the terminal unless it has one of its own."""
    out: TextIO | None = sys.stdout
    if out is None:
        raise CannotReachError("standard output is closed")
    try:
        if hasattr(out, "buffer"):
            # As bytes, so that lines end the same way everywhere.
            out.flush()
            out.buffer.write(_fitted(text, encoding or out.encoding or "utf-8"))
        elif isinstance(text, bytes):
            raise CannotReachError("standard output takes text only: name a file with -o")
        else:
            out.write(text)
        out.flush()
    except BrokenPipeError:
        # The reader has seen enough, which changes nothing about the answer.
        _give_up(out)
    except OSError as error:
        _give_up(out)
        raise CannotReachError(f"standard output cannot be written: {_reason(error)}") from None


def _give_up(out: TextIO) -> None:
    """Send nowhere what Python would still flush when it ends, and would complain of."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())


def _reason(error: OSError | ValueError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def _fitted(text: str | bytes, encoding: str) -> bytes:
    """Encode a text; what the encoding lacks becomes an escape, as JSON has them."""
    from safeguarding.views.wording import escaped

    if isinstance(text, bytes):
        return text
    try:
        return text.encode(encoding)
    except UnicodeEncodeError:
        return "".join(c if _has(encoding, c) else escaped(c) for c in text).encode(encoding)


def _has(encoding: str, character: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def say(*messages: str) -> None:
    """Say something to the person who runs the command, if anybody is there to be told."""
    from safeguarding.views.wording import one_line

    err: TextIO | None = sys.stderr
    if err is not None:
        with suppress(OSError):
            err.writelines(f"safeguarding: {one_line(message)}\n" for message in messages)
            err.flush()
