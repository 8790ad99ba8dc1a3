"""From cattrs' nested errors to faults, each with the exact path of what does not fit."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from itertools import islice
from typing import Any

from attrs import evolve
from cattrs.errors import (
    AttributeValidationNote,
    BaseValidationError,
    ClassValidationError,
    IterableValidationError,
)

from safeguarding.files.entries import Tree
from safeguarding.files.faults import Fault
from safeguarding.files.forms import SCHEMA
from safeguarding.files.leaves import AS_LIST, AS_TABLE, UnfitError
from safeguarding.files.misfits import MissingKeyError, StrangeKeysError
from safeguarding.files.progress import MOST
from safeguarding.files.wording import Path, any_of, meant, nearest, quoted
from safeguarding.model import CaseKind
from safeguarding.model.cases import EVENTS


def faults_of(error: BaseValidationError, form: str, tree: Tree | None = None) -> list[Fault]:
    """List what does not fit in a file.

    Args:
        error: what the hooks raised.
        form: ``toml``, ``json`` or ``csv``.
        tree: what the file holds.

    Returns:
        The faults. A key that is missing is not among them where one that is nearly right stands in its
        place, or where the key itself stands too far down in the file.
    """
    faults = list(_below(error, (), None))
    missing = {fault.at for fault in faults if fault.missing}
    faults = [_narrowed(_finished(fault, missing, form), tree or {}) for fault in faults]
    replaced = {fault.instead_of for fault in faults}
    return [fault for fault in faults if not (fault.missing and fault.at in replaced)]


def _finished(fault: Fault, missing: set[Path], form: str) -> Fault:
    """Say what to do where that depends on the format, or on the rest of the file."""
    header = ".".join(step for step in fault.at if isinstance(step, str))
    if fault.do == AS_TABLE:
        do = f"head it with single brackets: [{header}]" if form == "toml" else "take the square brackets away"
        return evolve(fault, do=do)
    if fault.do == AS_LIST:
        do = f"head it with double brackets: [[{header}]]" if form == "toml" else "put it in square brackets"
        return evolve(fault, do=do)
    if fault.strange and fault.instead_of is None and fault.at[-1:] in missing:
        do = "move it to the top of the file" + (", above the first header" if form == "toml" else "")
        return evolve(fault, do=do, accepted="", instead_of=fault.at[-1:])
    return fault


def _narrowed(fault: Fault, tree: Tree) -> Fault:
    """Name, where an event is asked for, only those that can happen in a case of that kind."""
    match fault.at:
        case ("case", int(index), "events", int(), "what") if fault.accepted:
            words = {kind.value: EVENTS[kind] for kind in CaseKind}
            kind = tree["case"][index].get("kind") if "case" in tree else None
            if isinstance(kind, str) and kind in words:
                return evolve(fault, accepted=any_of(event.value for event in words[kind]))
    return fault


def _below(error: Exception, at: Path, kind: Any) -> Iterator[Fault]:
    if isinstance(error, (ClassValidationError, IterableValidationError)):
        with_notes, without = error.group_exceptions()
        for inner, note in with_notes:
            step = note.name if isinstance(note, AttributeValidationNote) else note.index
            yield from _below(inner, (*at, step), note.type)
        for inner in without:
            yield from _below(inner, at, kind)
    elif isinstance(error, StrangeKeysError):
        yield from _strange(error, at)
    elif isinstance(error, MissingKeyError):
        yield _missing(at, kind)
    elif isinstance(error, UnfitError):
        yield Fault(at=at, what=error.what, accepted=error.accepted, do=error.do, once=error.once)


def _missing(at: Path, kind: Any) -> Fault:
    accepted = quoted(SCHEMA) if at == ("schema",) else ""
    if isinstance(kind, type) and issubclass(kind, Enum):
        accepted = any_of(member.value for member in kind)
    return Fault(at=at, what=f'the key "{at[-1]}" is missing', accepted=accepted, do="add it", missing=True)


def _strange(error: StrangeKeysError, at: Path) -> Iterator[Fault]:
    for key in islice(error.strange, MOST):
        near = nearest(key, error.free)
        yield Fault(
            at=(*at, key),
            what=f"{quoted(key)} is not a key that can stand here",
            accepted="" if near else any_of(error.free),
            do=meant(near),
            strange=True,
            instead_of=(*at, near) if near else None,
        )
