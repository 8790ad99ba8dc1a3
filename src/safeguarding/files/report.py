"""From faults to problems: in which file, on which line, under which name, in which order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from attrs import define, field

from safeguarding.errors import InvalidDocumentError, Problem
from safeguarding.files.entries import Tree
from safeguarding.files.faults import Fault
from safeguarding.files.wording import Path, path_in_words
from safeguarding.model import Document

if TYPE_CHECKING:
    from safeguarding.files.logs import Log

MOST_LISTED = 200
"""The most problems that are listed one by one."""


@define
class File:
    """One of the files given, as far as it has been read.

    Args:
        name: as the caller named it.
        sha256: of its bytes.
        form: ``toml``, ``json`` or ``csv``.
        text: its text.
        tree: its keys and values.
        log: of a CSV file, where in it they stand.
        document: the document in it.
        faults: what is wrong with it.
        lent: of a CSV file, the keys that it has from other files.
        cut: whether more is wrong than ``faults`` says.
    """

    name: str
    sha256: str = ""
    form: str = "toml"
    text: str = ""
    tree: Tree | None = None
    log: Log | None = None
    document: Document | None = None
    faults: list[Fault] = field(factory=list)
    lent: tuple[str, ...] = ()
    cut: bool = False


def invalid(files: Sequence[File]) -> InvalidDocumentError:
    """Report everything that is wrong with some files."""
    problems = [problem for file in files for problem in _problems(file)]
    more = len(problems) - MOST_LISTED
    if more > 0:
        count = f"at least {more}" if any(file.cut for file in files) else str(more)
        what = f"there {'is' if count == '1' else 'are'} {count} more"
        problems[MOST_LISTED:] = [Problem(path="", what=what, do="correct these first, then look again")]
    return InvalidDocumentError(problems)


def _problems(file: File) -> Iterator[Problem]:
    """Report what is wrong with one file, from its first line to its last."""
    found = [fault for fault in file.faults if not fault.follows]
    placed = _by_cell(file, found) if file.form == "csv" else _by_line(file, found)
    seen: set[str] = set()
    for fault, line, column in placed:
        if fault.once not in seen:
            path = path_in_words(file.tree, fault.at)
            yield Problem(
                file=file.name,
                line=line,
                path=f"{path} ({column})" if path and column else path or column,
                what=fault.what,
                accepted=fault.accepted,
                do=fault.do,
            )
        if fault.once:
            seen.add(fault.once)


def _by_line(file: File, faults: list[Fault]) -> Iterator[tuple[Fault, int | None, str]]:
    """Find the line of each fault of a TOML or JSON file."""
    from safeguarding.files.positions import lines_of  # noqa: PLC0415  # only errors need them

    wanted = {fault.at[:length] for fault in faults for length in range(1, len(fault.at) + 1)}
    lines = lines_of(file.text, file.form, wanted) if wanted else {}
    placed = [(_line(fault, lines) if file.tree is not None or fault.line else None, fault) for fault in faults]
    placed.sort(key=lambda pair: pair[0] or 0)
    return ((fault, line, "") for line, fault in placed)


def _line(fault: Fault, lines: dict[Path, int]) -> int:
    """Find the line of a fault: of its key or item, else of the nearest table or list around it."""
    if fault.line is not None:
        return fault.line
    above = (fault.at[:length] for length in range(len(fault.at), 0, -1))
    return next((lines[path] for path in above if path in lines), 1)


def _by_cell(file: File, faults: list[Fault]) -> Iterator[tuple[Fault, int | None, str]]:
    """Find the line and the column of each fault of a CSV file."""
    from safeguarding.files.cell_wording import as_of_a_cell  # noqa: PLC0415  # only errors need it

    placed = [(fault.cell or (file.log.cell(fault.at) if file.log else None), fault) for fault in faults]
    placed.sort(key=lambda pair: (pair[0].line, pair[0].number) if pair[0] else (pair[1].line or 0, 0))
    for cell, fault in placed:
        line = cell.line if cell else fault.line
        yield as_of_a_cell(fault), line, cell.in_words() if cell else ""
