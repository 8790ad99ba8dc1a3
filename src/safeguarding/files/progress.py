"""How far the reading of one file has come."""

from __future__ import annotations

from contextvars import ContextVar

from attrs import define
from cattrs.errors import BaseValidationError

from safeguarding.files.forms import Sources

MOST = 1000
"""After so many faults in one file no further ones are looked for."""


@define
class Progress:
    """What is known while one file is read.

    Args:
        sources: which source a place is in that does not name one.
        left: after how many further faults to stop looking for more.
    """

    sources: Sources
    left: int = MOST


progress: ContextVar[Progress] = ContextVar("progress")


def only_source() -> str:
    """Give the id of the only source of the file that is being read."""
    return progress.get().sources.only()


def note(error: Exception, where: str) -> None:
    """Add where an error is to it, and count it where it stands for one fault."""
    if not isinstance(error, BaseValidationError):
        progress.get().left -= 1
    error.add_note(where)
