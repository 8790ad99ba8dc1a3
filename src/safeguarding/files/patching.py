"""How a patch goes into files: its entries at the end, its fields into entries that are there, its new documents."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from typing import Any

from safeguarding.files.entries import Tree
from safeguarding.law.patches import Addition, Blank, Fill, Patch, target

_VALUES: dict[Fill, str | int] = {
    Fill.TEXT: "It is written down here in a sentence.",
    Fill.HEADING: "A heading",
    Fill.ADDRESS: "https://example.org/arrangements",
    Fill.AMOUNT: "£90,000",
    Fill.FREQUENCY: "quarterly",
    Fill.PARAGRAPH: 24,
    Fill.COUNT: 75,
    Fill.EXTENT: "whole",
}


def filled(blank: Blank) -> str | int:
    """Return some value that fits a blank: of a day, the last that does."""
    if blank.fill is Fill.DAY:
        day = blank.until or blank.since
        return day.isoformat() if day else "2019-06-28"
    if blank.fill is Fill.NAME:
        return f"{blank.what[:1].upper()}{blank.what[1:]}"
    return _VALUES[blank.fill]


def patched(trees: Sequence[Tree], patch: Patch, fill: Callable[[Blank], Any] = filled) -> list[Tree]:
    """Return the keys and values of files with a patch in them; the files themselves stay as they are.

    Args:
        trees: the keys and values of each file.
        patch: the patch.
        fill: gives what stands in the place of each blank.
    """
    found = [deepcopy(tree) for tree in trees]
    new = {kind: _written(head, fill) for kind, head in patch.new.items()}
    for addition in patch.additions:
        tree = new.get(addition.document) or _file_of(found, addition)
        _put(tree, addition, _written(addition.values, fill))
    return [*found, *new.values()]


def _file_of(trees: Sequence[Tree], addition: Addition) -> Tree:
    """Return the file that an addition goes into: that which has the entry, else the first of its kind of document."""
    section, identity = target(addition.to)
    for tree in trees:
        if (
            identity
            and isinstance(identity, str)
            and any(entry.get("id") == identity for entry in tree.get(section, ()))
        ):
            return tree
    return next(tree for tree in trees if tree.get("kind") == addition.document.value)


def _put(tree: Tree, addition: Addition, values: dict[str, Any]) -> None:
    section, identity = target(addition.to)
    if isinstance(identity, int):
        entry = tree[section][identity]
    elif identity:
        entry = next(entry for entry in tree[section] if entry.get("id") == identity)
    else:
        entry = tree.setdefault(section, {}) if section else tree
    if addition.section:
        entry.setdefault(addition.section, []).append(values)
        return
    entry.update(values)
    if addition.known:
        entry["unknown"] = [name for name in entry.get("unknown", ()) if name not in addition.known]


def _written(value: Any, fill: Callable[[Blank], Any]) -> Any:
    if isinstance(value, Blank):
        return fill(value)
    if isinstance(value, Mapping):
        return {key: _written(inner, fill) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_written(inner, fill) for inner in value]
    return value
