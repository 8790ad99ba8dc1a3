"""What is wrong with what was written, and where."""

from __future__ import annotations

from attrs import frozen

Path = tuple[str | int, ...]


@frozen(kw_only=True)
class Flaw:
    """Something that does not hang together.

    Args:
        document: which of the documents, counted from 0.
        at: the path in that document, keys and indexes as a file writes them.
        what: what is wrong.
        accepted: what would be accepted.
        do: what to do.
        beside: the other place of the document that it also rests on; empty where there is none.
    """

    document: int
    at: Path
    what: str
    accepted: str = ""
    do: str = ""
    beside: Path = ()


@frozen
class Found:
    """A flaw before it is known in which document it is."""

    at: Path
    what: str
    accepted: str = ""
    do: str = ""
    beside: Path = ()
