"""How a fact of one partnership stands in a table beside those of others: stated, none, open, or not read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum
from fractions import Fraction

from attrs import frozen

from safeguarding.model import Topic
from safeguarding.structure import Situation


class Known(Enum):
    """How well a cell is known."""

    STATED = "stated"
    AT_LEAST = "at least"
    DISPUTED = "disputed"
    NONE = "none"
    OPEN = "open"
    UNREAD = "not read"


@frozen(kw_only=True)
class Cell:
    """What is known of a measure of one partnership.

    Args:
        known: how well it is known. *At least*: more may stand in a part that was not read. *None*: what was read says
            nothing of the kind. *Open*: something is said, and it does not tell.
        values: what is stated; several where the sources disagree.
        number: the same as a number, where it is one and there is one value: a count, times a year, or a share of 1.
        why: what is open about it, or belongs to it.
    """

    known: Known
    values: tuple[str, ...] = ()
    number: Fraction | None = None
    why: str = ""

    @property
    def text(self) -> str:
        """The cell in words; it is never empty."""
        after = f" ({self.why})" if self.why else ""
        if self.known in {Known.NONE, Known.UNREAD, Known.OPEN}:
            said = f": {' or '.join(self.values)}" if self.values else ""
            return f"{self.known.value}{said}{after}"
        if self.known is Known.DISPUTED:
            return f"{' or '.join(self.values)} (disputed{f': {self.why}' if self.why else ''})"
        said = " or ".join(self.values)
        if self.known is Known.AT_LEAST:
            said = f"at least {said}" if self.number is not None else f"{said}; perhaps more"
        return f"{said}{after}"


NOTHING_THERE = Cell(known=Known.UNREAD, why="no arrangements are among the files")
"""The cell of a partnership without arrangements."""


def read(situation: Situation, topics: Sequence[Topic]) -> bool:
    """Say whether the arrangements' silence on some topics is really silence."""
    return situation.fully_read(*topics)


def silent(situation: Situation, *topics: Topic) -> Cell:
    """Make the cell of what the arrangements do not speak of: none, or not read.

    Args:
        situation: the partnership on a date.
        topics: the topics on which it would stand.
    """
    if situation.document is None:
        return NOTHING_THERE
    if read(situation, topics):
        return Cell(known=Known.NONE)
    if not situation.transcribed(*topics):
        return Cell(known=Known.UNREAD, why="not written down yet")
    return Cell(known=Known.UNREAD)


def unsaid(situation: Situation, why: str, *topics: Topic) -> Cell:
    """Make the cell of what is not said of something that is there: none, or not read.

    Args:
        situation: the partnership on a date.
        why: of what it is not said.
        topics: the topics on which it would stand.
    """
    found = silent(situation, *topics)
    return Cell(known=found.known, why="; ".join(part for part in (why, found.why) if part))


def count(situation: Situation, number: int, *topics: Topic, perhaps: int = 0, why: str = "") -> Cell:
    """Make the cell of a number of things.

    Args:
        situation: the partnership on a date.
        number: how many there surely are.
        topics: the topics on which more could be said in parts that were not read.
        perhaps: how many more there may be, by what was read.
        why: what belongs to it.
    """
    if not number and not perhaps:
        return silent(situation, *topics)
    if perhaps:
        more = "" if read(situation, topics) else ", or more"
        return Cell(known=Known.OPEN, values=(f"{number} to {number + perhaps}{more}",), why=why)
    known = Known.STATED if read(situation, topics) else Known.AT_LEAST
    return Cell(known=known, values=(str(number),), number=Fraction(number), why=why)


def names(situation: Situation, listed: Iterable[str], *topics: Topic, why: str = "") -> Cell:
    """Make the cell of a list of names; each once."""
    found = list(dict.fromkeys(listed))
    if not found:
        return silent(situation, *topics)
    known = Known.STATED if read(situation, topics) else Known.AT_LEAST
    return Cell(known=known, values=("; ".join(found),), why=why)


def stated(values: Sequence[str], *, number: Fraction | None = None, why: str = "") -> Cell:
    """Make the cell of one fact, as it is stated; disputed where there are several values, open where there is none."""
    found = tuple(dict.fromkeys(values))
    if not found:
        return Cell(known=Known.OPEN, why=why or "it could not be read")
    if len(found) > 1:
        return Cell(known=Known.DISPUTED, values=found, why=why)
    return Cell(known=Known.STATED, values=found, number=number, why=why)


def together(cells: Sequence[Cell]) -> Cell:
    """Put together what a measure is under each version of the arrangements that may be in force."""
    found = list(dict.fromkeys(cells))
    if len(found) == 1:
        return found[0]
    # In an order of their own: that of the versions is that in which the files were given.
    texts = tuple(sorted({cell.text for cell in found}))
    return Cell(known=Known.OPEN, values=texts, why="which version is in force is open")
