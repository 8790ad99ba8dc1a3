"""From faults to problems: in which file, on which line, under which name, in which order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import define, field

from safeguarding.errors import InvalidDocumentError, Problem
from safeguarding.files.entries import Tree
from safeguarding.files.faults import Fault
from safeguarding.files.wording import Path, path_in_words
from safeguarding.model import Document

MOST_LISTED = 200
"""The most problems that are listed one by one."""


@define
class File:
    """One of the files given, as far as it has been read.

    Args:
        name: as the caller named it.
        sha256: of its bytes.
        form: ``toml`` or ``json``.
        text: its text.
        tree: its keys and values.
        document: the document in it.
        faults: what is wrong with it.
        cut: whether more is wrong than ``faults`` says.
    """

    name: str
    sha256: str = ""
    form: str = "toml"
    text: str = ""
    tree: Tree | None = None
    document: Document | None = None
    faults: list[Fault] = field(factory=list)
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
    from safeguarding.files.positions import lines_of  # noqa: PLC0415  # only errors need them

    wanted = {fault.at[:length] for fault in file.faults for length in range(1, len(fault.at) + 1)}
    lines = lines_of(file.text, file.form, wanted) if wanted else {}
    placed = [(_line(fault, lines) if file.tree is not None or fault.line else None, fault) for fault in file.faults]
    placed.sort(key=lambda pair: pair[0] or 0)
    seen: set[str] = set()
    for line, fault in placed:
        if fault.once not in seen:
            yield Problem(
                file=file.name,
                line=line,
                path=path_in_words(file.tree, fault.at),
                what=fault.what,
                accepted=fault.accepted,
                do=fault.do,
            )
        if fault.once:
            seen.add(fault.once)


def _line(fault: Fault, lines: dict[Path, int]) -> int:
    """Find the line of a fault: of its key or item, else of the nearest table or list around it."""
    if fault.line is not None:
        return fault.line
    above = (fault.at[:length] for length in range(len(fault.at), 0, -1))
    return next((lines[path] for path in above if path in lines), 1)
