"""Whose log a CSV file is that does not say so: that of the partnership whose other files are given."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from attrs import evolve

from safeguarding.files.faults import Fault
from safeguarding.files.report import File
from safeguarding.model import Document, Slug

if TYPE_CHECKING:
    from safeguarding.files.logs import Log

NEEDED = ("partnership", "name")
"""What every document says, and a log may leave to the others."""


def borrows(file: File) -> Log | None:
    """Give the log in a file that leaves to others what it has to say of its partnership."""
    log = file.log
    return log if log is not None and any(key not in log.tree for key in NEEDED) else None


def lend(file: File, log: Log, documents: Sequence[Document], chosen: Slug, *, known: bool) -> None:
    """Give a log the partnership and its name from the other files, or report that they are missing.

    Args:
        file: the file.
        log: the log in it.
        documents: those of the other files, as far as they say whose they are.
        chosen: the partnership of those.
        known: whether there are other files that do not borrow, whatever is wrong with them.
    """
    missing = [key for key in NEEDED if key not in log.tree]
    if documents:
        own = [document for document in documents if document.partnership == chosen] or documents
        found = {"partnership": chosen, "name": max(own, key=_day).name}
        log.tree |= {key: found[key] for key in missing}
        file.lent = tuple(missing)
        return
    for key in missing:
        fault = evolve(_unsaid(key), line=log.header.line)
        # Where another file cannot be read, or a column or a row of this one, that is what has to be corrected.
        follows = known or log.explains(fault) or (key == "name" and "partnership" in missing)
        file.faults.append(evolve(fault, follows=follows))


def _day(document: Document) -> date:
    return document.newest.latest if document.newest else date.min


def _unsaid(key: str) -> Fault:
    give = "give a file of the partnership too, as in: safeguarding check plan.toml log.csv"
    if key == "partnership":
        what = "it is not said of which partnership this is a log"
        do = f'{give}; or add the columns "partnership" and "name"'
    else:
        what, do = "the name of the partnership is not said", f'{give}; or add the column "name"'
    return Fault(at=(key,), what=what, do=do, missing=True)
