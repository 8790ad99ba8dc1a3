"""What is still to be filled in: the blanks that a drafted file has, as ``"<how training is monitored>"``.

A blank that the entry can do without leaves that field open, as what could not be read does; a name that is still to be
filled in stands as it is written, and what rests on whose name it is stays open.
"""

from __future__ import annotations

from functools import cache
from typing import Any, get_args

from attrs import NOTHING, fields, resolve_types

from safeguarding.files.entries import Tree
from safeguarding.model import Document, Publication, sections
from safeguarding.model.record import OWN, Record, is_blank


def with_blanks_open(tree: Tree) -> Tree:
    """Return the keys and values of a file with each blank taken as open, where its entry can do without it."""
    if not any(_blank(value) for value in tree.values()):
        return tree
    return {key: _opened(key, value) for key, value in tree.items()}


def _opened(key: str, value: Any) -> Any:
    kind = _sections().get(key)
    if kind is None:
        return value
    if isinstance(value, list):
        return [_entry(kind, entry) if isinstance(entry, dict) else entry for entry in value]
    return _entry(kind, value) if isinstance(value, dict) else value


def _entry(kind: type, entry: dict[str, Any]) -> dict[str, Any]:
    optional = _optional(kind)
    blanks = [name for name, value in entry.items() if name in optional and _blank(value)]
    if not blanks:
        return entry
    kept = {name: value for name, value in entry.items() if name not in blanks}
    open_ = [name for name in blanks if name not in OWN]
    said = kept.get("unknown", [])
    if open_ and isinstance(said, list):
        kept["unknown"] = [*said, *(name for name in open_ if name not in said)]
    return kept


def _blank(value: Any) -> bool:
    """Say whether a value is a blank, or has one in it."""
    if isinstance(value, str):
        return is_blank(value)
    if isinstance(value, dict):
        return any(_blank(inner) for inner in value.values())
    return isinstance(value, list) and any(_blank(inner) for inner in value)


@cache
def _sections() -> dict[str, type]:
    """Return the classes of the entries that can have something open, by the key of their section."""
    resolve_types(Document)
    found = {attribute.metadata["key"]: get_args(attribute.type)[0] for attribute in sections()}
    return {key: kind for key, kind in {**found, "publication": Publication}.items() if issubclass(kind, Record)}


@cache
def _optional(kind: type) -> frozenset[str]:
    return frozenset(attribute.name for attribute in fields(kind) if attribute.default is not NOTHING)
