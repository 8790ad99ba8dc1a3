"""Which entries a file has, and under which ids, as far as can be told before it has been checked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, get_args

from attrs import fields, fields_dict, has, resolve_types

from safeguarding.files.stand_ins import UNREADABLE
from safeguarding.files.wording import nearest
from safeguarding.model import Document, Place, sections
from safeguarding.model.integrity import SLUG

Tree = dict[str, Any]
"""The keys and values of a file."""

_MOST_GUESSES = 100


def entries(tree: Tree) -> Iterator[tuple[str, Any]]:
    """Give the entries of a file with the key of their section.

    A header that is nearly right counts as the one that was probably meant. One that is like no other comes
    with an empty key; and so does an entry with an id under one that is like a section without ids.
    """
    keys = [attribute.metadata["key"] for attribute in sections()]
    free = [key for key in keys if key not in tree]
    guesses = 0
    for key, value in tree.items():
        meant, guessed = key, key not in keys
        if guessed:
            found = [value] if isinstance(value, dict) else value
            if key == "publication" or not isinstance(found, list) or guesses == _MOST_GUESSES:
                continue
            guesses += 1
            meant = nearest(key, free) or ""
        for entry in value if isinstance(value, list) else [value]:
            unlike = guessed and isinstance(entry, dict) and "id" in entry and meant not in _with_ids()
            yield "" if unlike else meant, entry


@cache
def _with_ids() -> frozenset[str]:
    """Name the sections whose entries have ids."""
    resolve_types(Document)
    return frozenset(a.metadata["key"] for a in sections() if "id" in fields_dict(get_args(a.type)[0]))


def known_ids(trees: Sequence[Tree], documents: Sequence[Document], *, all_read: bool) -> dict[str, set[str]]:
    """Collect the ids that references may lead to, by kind of entry.

    An id that cannot be read would make every reference to it seem wrong. So where there is one, whatever is
    referred to as an entry of that kind counts as known; and if a file cannot be read, of any kind.

    Args:
        trees: the files that can be read.
        documents: the documents in them.
        all_read: whether those are all files.
    """
    known: dict[str, set[str]] = {a.metadata["key"]: {UNREADABLE} for a in sections()}
    unsure = set() if all_read else set(known)
    for tree in trees:
        for key, entry in entries(tree):
            identity = entry.get("id") if isinstance(entry, dict) else None
            if not isinstance(identity, str) or not SLUG.fullmatch(identity):
                unsure.add(key)
            for kind in [key] if key else known:
                known[kind].add(identity if isinstance(identity, str) else UNREADABLE)
    for kinds, identity in _references(documents) if unsure else ():
        for kind in unsure.intersection(kinds):
            known[kind].add(identity)
    return known


def _references(value: Any, kinds: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Give every reference in some objects, with the kinds of entry that it may lead to."""
    if isinstance(value, (tuple, list)):
        for item in value:
            yield from _references(item, kinds)
    elif isinstance(value, str):
        if kinds:
            yield kinds, value
    elif isinstance(value, Place):
        yield ("source",), value.source
    elif has(type(value)):
        for attribute in fields(type(value)):
            yield from _references(getattr(value, attribute.name), attribute.metadata.get("refers", ()))
        for other in getattr(value, "also", ()):
            attribute = fields_dict(type(value)).get(other.field)
            yield from _references(other.value, attribute.metadata.get("refers", ()) if attribute else ())
