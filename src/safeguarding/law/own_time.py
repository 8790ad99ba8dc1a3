"""Whether a document was written while a requirement was asked: it is judged by the law of its own time."""

from __future__ import annotations

from datetime import date

from safeguarding.law.instruments import WT2018
from safeguarding.law.requirement import Requirement
from safeguarding.model import Document
from safeguarding.unknown import agree


def written_within(item: Requirement, document: Document | None) -> bool | None:
    """Say whether a document was written while a requirement was asked; no document, as if it were written now.

    What is older than Working Together 2018 is taken as written for it.
    """
    if document is None:
        return item.ends is None
    first = date.min if item.edition == WT2018.id else item.starts
    last = item.ends or date.max
    return agree(
        True if first <= earliest and latest <= last else (False if latest < first or earliest > last else None)
        for earliest, latest in _written(document)
    )


def _written(document: Document) -> list[tuple[date, date]]:
    """Return the first and the last day on which a document may have been written, for each date stated."""
    for name in ("updated", "published"):
        stated = document.publication.values(name)
        if not stated:
            break
        if any(stated):
            return [(when.earliest, when.latest) for when in stated if when]
    return [(date.min, date.max)]
