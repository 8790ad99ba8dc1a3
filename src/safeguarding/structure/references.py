"""Which entries name which others: every reference in a document, found by what the model says of its fields."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args, get_type_hints

from attrs import fields, frozen, has

from safeguarding.model import Document, Place, Record, entries
from safeguarding.model.record import OWN


@frozen(kw_only=True)
class Reference:
    """That an entry names another.

    Args:
        document: the document.
        entry: the entry that names it.
        at: the path of the entry in its file.
        path: the path of the place in the entry where it is named: ``body.board.seats[2].agency``.
        owner: the class whose field it is: that of the entry, or of a table inside it.
        field: the field.
        to: the id that is named; empty where the field could not be read.
        kinds: the kinds of entry that may be named there.
        disputed: whether the sources disagree on the field.
        holder: the table or entry that holds the field.
    """

    document: Document
    entry: Any
    at: str
    path: str
    owner: type
    field: str
    to: str
    kinds: tuple[str, ...]
    disputed: bool
    holder: Any

    @property
    def places(self) -> tuple[Place, ...]:
        """Where it was read: as the table that holds it says, else as the entry does."""
        own = getattr(self.holder, "where", None)
        if own is not None and not isinstance(self.holder, Record):
            return (own,)
        name = self.path[len(self.at) + 1 :].partition(".")[0].partition("[")[0]
        return self.entry.places(name) if isinstance(self.entry, Record) else ()


def references(document: Document) -> Iterator[Reference]:
    """Go through every reference of a document, in the order of writing.

    A field that refers and could not be read is given with an empty ``to``: it may name anything of its kinds.

    Args:
        document: the document.
    """
    for at, entry in entries(document):
        for found in _of_table(entry, at, disputed=False):
            yield Reference(
                document=document,
                entry=entry,
                at=at,
                path=found.path,
                owner=found.owner,
                field=found.attribute.name,
                to=found.to,
                kinds=found.attribute.metadata["refers"],
                disputed=found.disputed,
                holder=found.holder,
            )


@frozen
class _Found:
    """A reference before it is known in which entry it stands."""

    path: str
    holder: Any
    owner: type
    attribute: Any
    to: str
    disputed: bool


def _of_table(table: Any, path: str, *, disputed: bool) -> Iterator[_Found]:
    """Find the references in an entry, or in a table inside one."""
    cls: Any = type(table)
    bearing = _bearing(cls)
    for attribute in bearing:
        value, here = getattr(table, attribute.name), f"{path}.{attribute.name}"
        yield from _of_value(table, attribute, value, here, disputed or _differs(table, attribute.name))
    if not isinstance(table, Record) or not (table.unknown or table.also):
        return
    own = {attribute.name: attribute for attribute in bearing}
    for name in table.unknown:
        for owner, attribute in _within(cls, own[name]) if name in own else ():
            yield _Found(f"{path}.{name}", table, owner, attribute, "", disputed)
    for index, other in enumerate(table.also):
        if other.field in own and other.value is not None:
            yield from _of_value(table, own[other.field], other.value, f"{path}.also[{index}].value", True)  # as below


def _of_value(
    holder: Any, attribute: Any, value: Any, path: str, disputed: bool
) -> Iterator[_Found]:  # passed down as it came
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _of_value(holder, attribute, item, f"{path}[{index}]", disputed)
    elif isinstance(value, str):
        yield _Found(path, holder, type(holder), attribute, value, disputed)
    elif value is not None:
        yield from _of_table(value, path, disputed=disputed)


def _differs(table: Any, name: str) -> bool:
    """Say whether another statement of a field says something else."""
    return isinstance(table, Record) and any(one.field == name and one.value is not None for one in table.also)


@cache
def _bearing(cls: Any) -> tuple[Any, ...]:
    """Return the fields of a class in which a reference may stand, at whatever depth."""
    own = (attribute for attribute in fields(cls) if attribute.name not in OWN)
    return tuple(attribute for attribute in own if _within(cls, attribute))


@cache
def _within(cls: Any, attribute: Any) -> tuple[tuple[type, Any], ...]:
    """Return the references that a field holds, each with its class: itself, or those of the tables in it."""
    if attribute.metadata.get("refers"):
        return ((cls, attribute),)
    inner = _table_of(cls, attribute.name)
    return () if inner is None else tuple(found for other in _bearing(inner) for found in _within(inner, other))


@cache
def _table_of(cls: Any, name: str) -> Any:
    """Return the class of the tables that a field holds; none where it holds something else."""
    waiting = [get_type_hints(cls)[name]]
    while waiting:
        hint = waiting.pop()
        if isinstance(hint, type) and has(hint):
            return hint
        waiting += get_args(hint)
    return None
