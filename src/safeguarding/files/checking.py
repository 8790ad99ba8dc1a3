"""Whether files hang together: what the model finds wrong with their documents, and nothing twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from safeguarding.files.entries import Tree
from safeguarding.files.faults import Fault
from safeguarding.files.wording import Path, on_one_line
from safeguarding.model import Document
from safeguarding.model.flaws import Flaw
from safeguarding.model.integrity import SLUG_ACCEPTED, flaws

MOST_FLAWS = 1000
"""After so many flaws no further ones are looked for."""


def flaws_of(
    documents: Sequence[Document],
    trees: Sequence[Tree],
    faults: Sequence[Iterable[Fault]],
    known: dict[str, set[str]],
) -> Iterator[tuple[int, Fault]]:
    """Find what does not hang together in the documents of one partnership.

    A flaw that only follows from a fault which is already known is left out.

    Args:
        documents: the documents, with stand-ins for what could not be read.
        trees: what their files hold.
        faults: what is already known to be wrong with each file.
        known: the ids that references may lead to.

    Yields:
        Which of the documents it is, counted from 0, and what is wrong with it.
    """
    broken = [_Broken(known_faults) for known_faults in faults]
    found = 0
    for flaw in flaws(documents, known):
        if broken[flaw.document].explain(flaw, trees[flaw.document]) or _said_better(flaw):
            continue
        yield flaw.document, Fault(at=flaw.at, what=on_one_line(flaw.what), accepted=flaw.accepted, do=flaw.do)
        found += 1
        if found == MOST_FLAWS:
            return


def _said_better(flaw: Flaw) -> bool:
    """Say whether it is the lesser of two flaws: what is no id at all is no reference of a case either."""
    return flaw.at[:1] == ("case",) and flaw.at[2:] == ("id",) and flaw.accepted == SLUG_ACCEPTED


class _Broken:
    """The places of one file at which something is known to be wrong."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.paths: set[Path] = set()
        for fault in faults:
            self.paths |= {fault.at} if fault.instead_of is None else {fault.at, fault.instead_of}
        self.above = {path[:length] for path in self.paths for length in range(len(path) + 1)}

    def touches(self, at: Path) -> bool:
        """Say whether something is wrong there, above it or below it."""
        return at in self.above or any(at[:length] in self.paths for length in range(1, len(at)))

    def explain(self, flaw: Flaw, tree: Tree) -> bool:
        """Say whether a flaw may only follow from what is known to be wrong."""
        return self.touches(flaw.at) or any(self.touches(other) for other in _depends_on(flaw, tree))


def _depends_on(flaw: Flaw, tree: Tree) -> Iterator[Path]:
    """Give the other places of a file which decide whether there is a flaw."""
    match flaw.at:
        case ("publication", "implemented_as_planned"):
            yield ("publication", "implemented")
        case ("statement", int(index), "parts", *_):
            yield ("statement", index, "topic")
        case ("funding", int(index), "lines", int(), "within"):
            yield ("funding", index, "lines")
        case (*above, "also", int(index), "value"):
            yield (*above, _at(tree, (*above, "also", index, "field")))
        case ("case", int(index), "events", int(event), *_):
            yield ("case", index, "kind")
            here: Path = ("case", index, "events", event)
            yield (*here, "what")
            if flaw.beside:
                # Whether something comes too early, or twice, depends on what both are, and when.
                yield from ((*here, "also"), *((*flaw.beside, key) for key in ("what", "on", "also")))


def _at(tree: Tree, at: Path) -> Any:
    """Find what stands at a path; nothing where there is no such path."""
    value: Any = tree
    for step in at:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            return ""
    return value if isinstance(value, str) else ""
