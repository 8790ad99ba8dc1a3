"""What could be written into a file to settle a requirement: additions, with blanks for what only they know."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import Any

from attrs import field, frozen

from safeguarding.law.outcomes import Outcome
from safeguarding.model import DocumentKind
from safeguarding.written import inline, toml


class Fill(Enum):
    """What a blank is to be filled with."""

    TEXT = "a sentence of at most 300 characters"
    NAME = "a name, as printed"
    HEADING = "the heading under which it stands"
    DAY = "a day, as 2019-06-28"
    ADDRESS = "an address, as https://example.org/plan"
    AMOUNT = "an amount, as £90,000"
    FREQUENCY = "how often, as quarterly"
    PARAGRAPH = "its number"
    COUNT = "how many, as 75"
    EXTENT = "whole or part"


@frozen
class Blank:
    """Something that only the partnership knows.

    Args:
        what: what it is, in words.
        fill: what it is to be filled with.
        since: of a day, the first that fits.
        until: of a day, the last that fits.
        least: of a number, the least that fits.
    """

    what: str
    fill: Fill = Fill.TEXT
    since: date | None = None
    until: date | None = None
    least: int | None = None

    def __str__(self) -> str:
        """Write it as it stands in a file: in angle brackets, which a filled-in value never has."""
        told = {Fill.TEXT: "", Fill.NAME: "", Fill.HEADING: ""}.get(self.fill, f": {self.fill.value}")
        bounds = [f"not before {self.since}"] if self.since else []
        bounds += [f"not after {self.until}"] if self.until else []
        bounds += [f"at least {self.least}"] if self.least is not None else []
        return f"<{', '.join([self.what + told, *bounds])}>"


WHERE = Blank("the heading under which it stands", Fill.HEADING)


@frozen(kw_only=True)
class Addition:
    """Something to be written into a file.

    Args:
        section: the section of a new entry, as a file writes its header: ``statement``.
        values: its fields.
        to: the path of an entry that is there, to which the fields are added, or, where there is a section, to whose
            list of that name the values are; empty for a new entry.
        known: the fields that are not unknown any more, once they are added.
        document: the kind of document it goes into.
    """

    section: str
    values: Mapping[str, Any]
    to: str = ""
    known: tuple[str, ...] = ()
    document: DocumentKind = DocumentKind.ARRANGEMENTS


@frozen(kw_only=True)
class Patch:
    """The smallest addition that settles a requirement, and what it then comes to.

    Args:
        additions: what is to be written, in order.
        promise: the outcome that follows once its blanks are filled.
        new: the documents that have to be added, each with the keys it begins with.
    """

    additions: tuple[Addition, ...]
    promise: Outcome
    new: Mapping[DocumentKind, Mapping[str, Any]] = field(factory=dict)

    def __str__(self) -> str:
        """Write it as TOML to be pasted, with a remark where each piece goes."""
        written = ""
        for kind in dict.fromkeys([*self.new, *(addition.document for addition in self.additions)]):
            if kind in self.new:
                written += f"# A new file, of kind {kind.value}:\n{toml(_plain(self.new[kind]))}\n"
            last = _END if kind in self.new else ""
            for addition in (addition for addition in self.additions if addition.document is kind):
                where = _goes(addition)
                written += (f"# {where}:\n" if where != last else "") + f"{_piece(addition)}\n"
                last = where
        return written.rstrip("\n") + "\n"


_END = "At the end of the file"


def target(path: str) -> tuple[str, str | int]:
    """Take a path apart: the section, and the id of an entry, or which one it is; an empty id for a section itself."""
    section, _, identity = path.partition(".")
    if identity or not section.endswith("]"):
        return section, identity
    section, _, number = section[:-1].partition("[")
    return section, int(number)


def _goes(addition: Addition) -> str:
    """Say where an addition goes."""
    of_kind = "" if addition.document is DocumentKind.ARRANGEMENTS else f" of kind {addition.document.value}"
    if not addition.to:
        if addition.section:
            return f"{_END}{of_kind}" if of_kind else _END
        return f"At the top of the file{of_kind}, in the place of what stands there"
    section, identity = target(addition.to)
    where = f'[[{section}]] with id = "{identity}"' if identity else f"[{section}]"
    if isinstance(identity, int):
        where = f"[[{section}]] number {identity + 1} of the file"
    if addition.section:
        return f"In {where}, add to the list {addition.section}"
    taken = f" (and take {' and '.join(addition.known)} out of its unknown)" if addition.known else ""
    return f"In {where}, add{taken}"


def _piece(addition: Addition) -> str:
    values = _plain(addition.values)
    if addition.to:
        return f"{inline(values)}," if addition.section else toml(values)
    return toml({addition.section: [values]}).lstrip("\n") if addition.section else toml(values)


def _plain(value: Any) -> Any:
    """Turn blanks into their text, and tuples into lists."""
    if isinstance(value, Blank):
        return str(value)
    if isinstance(value, Mapping):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(inner) for inner in value]
    return value
