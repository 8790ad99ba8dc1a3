"""How a document is written down: in the shortest form of each value, and always in the same way."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from enum import Enum
from typing import Any, Literal

from attrs import has

from safeguarding.dates import Frequency, PartialDate
from safeguarding.errors import InvalidDocumentError, Problem
from safeguarding.files.forms import SCHEMA, in_order
from safeguarding.files.leaves import LARGEST_NUMBER
from safeguarding.files.syntax import FORMS, FORMS_ACCEPTED
from safeguarding.files.wording import Path, quoted
from safeguarding.model import Document, Line, Meets, Money, Place, Share, Topic
from safeguarding.model.integrity import in_words
from safeguarding.written import toml

_HALF = re.compile("[\ud800-\udfff]")
_GRAMMARS: dict[type, Callable[[str], Any]] = {
    PartialDate: PartialDate.parse,
    Frequency: Frequency,
    Money: Money.parse,
    Share: Share.parse,
}


def dumps(
    document: Document,
    *,
    format: Literal["toml", "json", "csv"] = "toml",  # noqa: A002  # the word that callers look for
) -> str:
    """Write a document as a file has it.

    Args:
        document: the document.
        format: ``toml`` or ``json``; ``csv`` for one that has nothing but cases, or nothing but meetings.

    Returns:
        The text of the file; for equal documents always the same.

    Raises:
        InvalidDocumentError: it holds something that has no written form, such as a negative amount, or none in
            this format.
        ValueError: there is no such format.
        TypeError: it is not a document.
    """
    if not isinstance(document, Document):
        raise TypeError("dumps writes one document at a time: give partnership.documents[0], say")
    if format not in FORMS:
        raise ValueError(f"there is no format {quoted(format)}: {FORMS_ACCEPTED}")
    writer = _Writer(document)
    tree = {"schema": SCHEMA, **writer.table(document, ())}
    if writer.problems:
        raise InvalidDocumentError(writer.problems)
    if format == "csv":
        from safeguarding.files.log_dumping import csv_of  # noqa: PLC0415  # most documents are no logs

        return csv_of(document, tree)
    return toml(tree) if format == "toml" else json.dumps(tree, ensure_ascii=False, indent=2) + "\n"


class _Writer:
    """Turns the objects of one document into keys and values, and notes what has no written form."""

    def __init__(self, document: Document) -> None:
        self.problems: list[Problem] = []
        self._document = document
        self._source = document.sources[0].id if len(document.sources) == 1 else None

    def table(self, value: Any, at: Path) -> dict[str, Any]:
        """Write an object with its keys in order, leaving out what a reader would supply."""
        found: dict[str, Any] = {}
        for attribute in in_order(type(value)):
            held = getattr(value, attribute.name)
            if held == attribute.default:
                continue
            key = attribute.metadata.get("key", attribute.name)
            found[key] = self.value(held, (*at, key))
        return found

    def value(self, value: Any, at: Path) -> Any:
        """Write anything that a field may hold."""
        if isinstance(value, (tuple, list)):
            return self._items(value, at)
        if isinstance(value, Enum):
            return value.value
        if isinstance(value, Place):
            return self._place(value, at)
        if type(value) in _GRAMMARS:
            return self._grammar(value, at)
        return self.table(value, at) if has(type(value)) else self._leaf(value, at)

    def _items(self, items: tuple[Any, ...] | list[Any], at: Path) -> Any:
        if at == ("transcribed",) and tuple(items) == (Topic.ALL,):
            return Topic.ALL.value
        if len(items) == 1 and isinstance(items[0], Meets) and items[0] == Meets(how_often=items[0].how_often):
            return self.value(items[0].how_often, at)
        return [self._item(item, (*at, index)) for index, item in enumerate(items)]

    def _item(self, item: Any, at: Path) -> Any:
        if isinstance(item, Line) and item == Line(to=item.to):
            return self.value(item.to, at)
        return self.value(item, at)

    def _place(self, place: Place, at: Path) -> Any:
        table = self.table(place, at)
        if place.source == self._source:
            del table["source"]
        return table["heading"] if list(table) == ["heading"] else table

    def _grammar(self, value: Any, at: Path) -> str:
        written = str(value)
        try:
            same = _GRAMMARS[type(value)](written) == value
        except ValueError:
            same = False
        if not same:
            self._refuse(at, quoted(written))
        return written

    def _leaf(self, value: Any, at: Path) -> Any:
        if isinstance(value, str):
            if _HALF.search(value):
                self._refuse(at, quoted(value))
        elif not isinstance(value, int) or abs(value) > LARGEST_NUMBER:
            self._refuse(at, f"a value of the type {type(value).__name__}")
        return value

    def _refuse(self, at: Path, shown: str) -> None:
        what = f"{shown} cannot be written in a file"
        self.problems.append(Problem(path=in_words(self._document, at), what=what, do="correct it"))
