"""What is wrong with one file, before it is known how to name the place."""

from __future__ import annotations

from attrs import frozen

from safeguarding.files.wording import Path, quoted


@frozen
class Cell:
    """Where a cell of a CSV file stands.

    Args:
        line: counted from 1.
        number: of the column, counted from 1.
        name: of the column; empty where it has none.
    """

    line: int
    number: int
    name: str

    def in_words(self) -> str:
        """Name the column by its number and its name."""
        return f"column {self.number}" + (f", {quoted(self.name)}" if self.name else "")


@frozen(kw_only=True)
class Fault:
    """One thing that is wrong with a file.

    Args:
        at: the path in the file.
        what: what is wrong.
        accepted: what would be accepted.
        do: what to do.
        line: the line, where it is known already; otherwise that of the path.
        instead_of: the path of the key that was probably meant.
        missing: whether it is that the path does not exist.
        strange: whether it is that there can be no such path.
        once: faults with the same text here have one cause; only the first is reported.
        cell: the cell of a CSV file, where it is known already; otherwise that of the path.
        follows: whether it only follows from another fault, and so is not reported.
    """

    at: Path = ()
    what: str
    accepted: str = ""
    do: str = ""
    line: int | None = None
    instead_of: Path | None = None
    missing: bool = False
    strange: bool = False
    once: str = ""
    cell: Cell | None = None
    follows: bool = False
