"""From keys and values to the model's own objects, with everything that does not fit collected on the way.

The hooks of cattrs are written out rather than generated: generating them takes longer than reading a file.
Each one that fails raises cattrs' own errors, which carry the path, and beside them what could be read.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

from attrs import NOTHING, fields, has, resolve_types
from cattrs import BaseConverter
from cattrs.errors import BaseValidationError

from safeguarding.files.entries import Tree, entries
from safeguarding.files.forms import (
    Sources,
    all_or_topics,
    anything,
    field_name,
    in_order,
    once_or_by_period,
    schema,
    short,
)
from safeguarding.files.leaves import LEAVES, Hook, word_of
from safeguarding.files.lists import exactly, list_of
from safeguarding.files.misfits import TableError
from safeguarding.files.progress import Progress, only_source, progress
from safeguarding.files.tables import Member, missing, table_of
from safeguarding.model import Also, Document, Line, Meets, Place
from safeguarding.model.record import stated_fields


class Reader:
    """Reads the trees of files; it is made once, since to make it takes longer than to read a short file."""

    def __init__(self) -> None:
        self._converter = BaseConverter(detailed_validation=True)
        for kind, hook in LEAVES.items():
            self._converter.register_structure_hook(kind, hook)
        # The last that says yes to a type is asked to make its hook.
        for is_one, make in (
            (has, self._table),
            (_is_list, self._list),
            (_is_optional, self._optional),
        ):
            self._converter.register_structure_hook_factory(is_one, make)
        self._document = self._make_document()

    def document(self, tree: Tree) -> tuple[Document, BaseValidationError | None, bool]:
        """Read one file.

        Args:
            tree: its keys and values.

        Returns:
            The document, with stand-ins for everything that does not fit; what that is; and whether more
            does not fit than was looked for.
        """
        state = Progress(Sources([entry for key, entry in entries(tree) if key == "source"]))
        token = progress.set(state)
        try:
            return self._document(tree, Document), None, False
        except TableError as error:
            return error.instead, error, state.left <= 0
        finally:
            progress.reset(token)

    def _hook(self, kind: Any) -> Hook:
        # Older releases of cattrs have a hook of their own for enums, which no factory displaces.
        hook: Hook = word_of(kind) if _is_enum(kind) else self._converter.get_structure_hook(kind)
        return hook

    def _make_document(self) -> Hook:
        resolve_types(Document)
        members = [Member("schema", "", str, schema, missing("schema"))]
        for attribute in fields(Document):
            key = attribute.metadata.get("key", attribute.name)
            hook = self._hook(attribute.type)
            members.append(
                Member(
                    key=key,
                    name=attribute.name,
                    kind=attribute.type,
                    hook=all_or_topics(hook) if attribute.name == "transcribed" else hook,
                    absent=missing(key) if attribute.default is NOTHING else None,
                )
            )
        return table_of(Document, members)

    def _table(self, kind: type) -> Hook:
        """Make the hook for a class of the model."""
        resolve_types(kind)
        members = []
        for attribute in in_order(kind):
            hook = self._further(kind) if attribute.name == "also" else self._hook(attribute.type)
            absent = missing(attribute.name) if attribute.default is NOTHING else None
            if kind is Place and attribute.name == "source":
                absent = only_source
            members.append(Member(attribute.name, attribute.name, attribute.type, hook, absent))
        read = table_of(kind, members)
        if kind is Place:
            return short("heading", read)
        if kind is Line:
            return short("to", read)
        return read

    def _list(self, kind: Any) -> Hook:
        first, *rest = get_args(kind)
        if rest == [Ellipsis]:
            items = list_of(first, self._hook(first))
            return once_or_by_period(items) if first is Meets else items
        return exactly(1 + len(rest), list_of(first, self._hook(first)))

    def _optional(self, kind: Any) -> Hook:
        (inner,) = (part for part in get_args(kind) if part is not NoneType)
        return self._hook(inner)

    def _further(self, kind: type) -> Hook:
        """Make the hook for the further statements of a class, whose values have its fields' types."""
        stated = {a.name: a.type for a in stated_fields(kind) if a.name != "id"}
        hooks: dict[str, Hook] = {}

        def read(value: Any, _: Any) -> Any:
            name = value.get("field") if isinstance(value, dict) else None
            name = name if isinstance(name, str) and name in stated else ""
            if name not in hooks:
                hooks[name] = self._statement(stated, name)
            return hooks[name](value, Also)

        return list_of(Also, read)

    def _statement(self, stated: Mapping[str, Any], name: str) -> Hook:
        """Make the hook for the further statements of one field, or of none that is known."""
        hook = self._hook(stated[name]) if name else anything
        return table_of(
            Also,
            [
                Member("field", "field", str, field_name(sorted(stated)), missing("field")),
                Member("value", "value", None, hook, None),
                Member("where", "where", None, self._hook(Place), None),
            ],
        )


def _is_enum(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Enum)


def _is_list(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _is_optional(kind: Any) -> bool:
    return get_origin(kind) in {Union, UnionType}


@cache
def reader() -> Reader:
    """Give the reader."""
    return Reader()
