"""What was given: files, checked together, as one partnership."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path
from typing import Literal

from safeguarding.files.faults import Fault
from safeguarding.files.gathering import gathered
from safeguarding.files.report import File, invalid
from safeguarding.files.syntax import FORMS, FORMS_ACCEPTED, LARGEST, decoded, form_of, parsed
from safeguarding.files.wording import quoted
from safeguarding.model import Partnership

STANDARD_INPUT = "-"


def load(*paths: str | os.PathLike[str], stdin: bytes | None = None) -> Partnership:
    """Read a partnership from its files, one for each document.

    All files are checked together, and everything wrong with any of them is reported at once. A log of cases or
    of meetings may be a CSV file; one that does not name its partnership is a log of that of the other files.

    Args:
        paths: the files, as TOML or, with the suffixes ``.json`` and ``.csv``, as JSON and CSV; ``-`` stands for
            ``stdin``.
        stdin: what was given on standard input; JSON if it begins with ``{``, CSV if its first line names the
            columns of a log.

    Raises:
        InvalidDocumentError: a file cannot be read or holds something that it cannot hold, or the files do
            not hang together, or belong to different partnerships.
    """
    if not paths:
        raise invalid([File("", faults=[Fault(what="no file is given", do="name one or more files")])])
    return gathered([opened(os.fspath(path), stdin) for path in paths])


def loads(
    data: str | bytes,
    *,
    name: str = "<text>",
    format: Literal["toml", "json", "csv"] = "toml",  # noqa: A002  # the word that callers look for
) -> Partnership:
    """Read a partnership from the text of one document.

    Args:
        data: the text, or its bytes in UTF-8.
        name: what to call it in messages.
        format: ``toml``, ``json`` or, for a log of cases or of meetings, ``csv``.

    Raises:
        InvalidDocumentError: the text holds something that it cannot hold.
        ValueError: there is no such format.
    """
    if format not in FORMS:
        raise ValueError(f"there is no format {quoted(format)}: {FORMS_ACCEPTED}")
    # A text from JSON may hold half a character, which is reported later with its place.
    content = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    return gathered([_read(name, content, format)])


def opened(path: str, stdin: bytes | None) -> File:
    """Read one of the files that were named."""
    if path == STANDARD_INPUT:
        if stdin is None:
            return File("<stdin>", faults=[Fault(what="nothing was given on standard input", do="name a file")])
        return _read("<stdin>", stdin, form_of(stdin))
    try:
        with Path(path).open("rb") as stream:
            content = stream.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        return File(path, faults=[_unreadable(error)])
    suffix = Path(path).suffix.lower().removeprefix(".")
    return _read(path, content, suffix if suffix in FORMS else "toml")


def _unreadable(error: OSError | ValueError) -> Fault:
    """Say in a plain sentence why a file cannot be opened."""
    if isinstance(error, FileNotFoundError):
        return Fault(what="there is no such file", do="check its name and folder")
    if isinstance(error, IsADirectoryError):
        return Fault(what="this is a folder, not a file", do="name the files in it")
    if isinstance(error, PermissionError):
        return Fault(what="the file may not be read", do="ask for permission to read it")
    reason = error.strerror if isinstance(error, OSError) else None
    return Fault(what=f"the file cannot be read ({reason or error})", do="check its name and folder")


def _read(name: str, content: bytes, form: str) -> File:
    """Read the text of a file as far as its keys and values."""
    file = File(name, sha256=sha256(content).hexdigest(), form=form)
    text = decoded(content, form)
    if isinstance(text, Fault):
        file.faults = [text]
    elif form == "csv":
        _take(file, text)
    else:
        file.text = text
        file.tree, file.faults = parsed(text, form)
    return file


def _take(file: File, text: str) -> None:
    """Read the rows of a CSV file as the keys and values of the same log in TOML."""
    from safeguarding.files.logs import log_of  # noqa: PLC0415  # most files are no logs

    file.text = text
    file.log, file.faults = log_of(text)
    if file.log is not None:
        file.tree, file.cut = file.log.tree, file.log.cut
