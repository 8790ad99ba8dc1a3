"""How the new version is made from the old one and the changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from attrs import evolve

from safeguarding.errors import Problem
from safeguarding.model import Partnership, Record
from safeguarding.structure.differences.changes import MARKS, CannotApplyError, Change, Difference, Kind, Said
from safeguarding.structure.differences.finding import diff, marked, remarked
from safeguarding.structure.differences.likeness import is_table


def applied(difference: Difference, old: Partnership) -> Partnership:
    """Make the new version; see ``Difference.apply``."""
    conflicts = diff(difference.old, old).changes
    if conflicts:
        raise CannotApplyError(tuple(_problem(conflict) for conflict in conflicts))
    made: Partnership = _made(old, difference.changes, 0)
    return evolve(made, inputs=())


def _problem(conflict: Change) -> Problem:
    what = {
        Kind.ADDED: "it is not in the old version",
        Kind.REMOVED: "it is in the old version, and not here",
        Kind.REORDERED: "the order is not that of the old version",
        Kind.READ_ELSEWHERE: "the place is not that of the old version",
    }.get(conflict.kind, "the value is not that of the old version")
    return Problem(
        path=conflict.path_now or conflict.path_was or conflict.field,
        what=what,
        do="apply the difference to the version that it was taken from, or take it again from this one",
    )


def _made(value: Any, changes: Sequence[Change], depth: int) -> Any:
    """Make a value from that of the old version and the changes in it.

    Args:
        value: the old value.
        changes: what is different in it.
        depth: how many of the steps of each change lead to it.
    """
    by_field: dict[str, list[Change]] = defaultdict(list)
    for change in changes:
        by_field[change.at[depth].field].append(change)
    new: dict[str, Any] = {}
    restated: dict[str, Said] = {}
    moved = None
    for name, some in by_field.items():
        current = getattr(value, name)
        whole = next((change for change in some if len(change.at) == depth + 1 and not change.at[depth].listed), None)
        if _is_list(name, current, some, depth):
            new[name] = _listed(current, some, depth)
        elif whole is None or whole.after is None:
            new[name] = _made(current, some, depth + 1)
        else:
            new[name] = whole.new
            if name == "where":
                moved = whole.after
            elif remarked(whole.before, whole.after):
                restated[name] = whole.after
    if isinstance(value, Record):
        also, unknown = marked(value, restated, moved)
        new = {"also": also, "unknown": unknown, **new}
    return evolve(value, **new)


def _is_list(name: str, current: Any, changes: Sequence[Change], depth: int) -> bool:
    """Say whether the changes of a field are of the entries that it holds, or of their order."""
    if any(change.at[depth].listed for change in changes):
        return True
    of_order = changes[0].kind is Kind.REORDERED and len(changes[0].at) == depth + 1
    return of_order and name not in MARKS and any(is_table(item) for item in current)


def _listed(current: tuple[Any, ...], changes: Sequence[Change], depth: int) -> tuple[Any, ...]:
    """Make a list from the old one: without what is gone, in the new order, with what is new in its place."""
    added: dict[int | None, Any] = {}
    gone: set[int | None] = set()
    inside: dict[int | None, list[Change]] = defaultdict(list)
    order: tuple[int, ...] | None = None
    for change in changes:
        step, ends = change.at[depth], len(change.at) == depth + 1
        if not step.listed:
            order = change.new
        elif ends and change.kind is Kind.ADDED:
            added[step.now] = change.new
        elif ends and change.kind is Kind.REMOVED:
            gone.add(step.was)
        else:
            inside[step.was].append(change)
    kept = iter(order if order is not None else [place for place in range(len(current)) if place not in gone])
    length = len(current) - len(gone) + len(added)
    return tuple(
        added[place] if place in added else _kept(current, next(kept), inside, depth) for place in range(length)
    )


def _kept(current: tuple[Any, ...], place: int, inside: dict[int | None, list[Change]], depth: int) -> Any:
    return _made(current[place], inside[place], depth + 1) if place in inside else current[place]
