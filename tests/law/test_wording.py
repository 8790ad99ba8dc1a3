"""What is put in a line for a reader is words: no class, no field and no other trace of the code."""

import re
import typing
from datetime import date
from enum import Enum
from fractions import Fraction
from types import NoneType, UnionType
from typing import Any

import attrs
import pytest

from safeguarding import model
from safeguarding.dates import Frequency, PartialDate, Period
from safeguarding.law.wording import in_a_line
from safeguarding.model.record import OWN, Record
from safeguarding.structure.situation import Situation
from tests.law.case import head, partnership

LAID_OUT = sorted(
    (
        found
        for found in vars(model).values()
        if isinstance(found, type) and attrs.has(found) and not issubclass(found, model.Partnership)
    ),
    key=lambda found: found.__name__,
)
CODE = re.compile(r"\w+\(|=<|\bNone\b|\w=[\w'(\[]")
_PLAN = partnership(head())
EMPTY = Situation(_PLAN, date(2024, 6, 30), _PLAN.documents[0])
GIVEN = {
    PartialDate: PartialDate(2024, 5),
    Period: Period(PartialDate(2024, 4, 1), PartialDate(2025, 3, 31)),
    Frequency: Frequency("monthly"),
    Fraction: Fraction(1, 3),
    str: "words",
    int: 3,
    bool: True,
}


def value_of(kind: Any, depth: int = 0) -> Any:
    """Make a value of a type: the first of an enum or of a union; a tuple of one."""
    if kind in GIVEN:
        return GIVEN[kind]
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin in {typing.Union, UnionType}:
        return value_of(next(one for one in arguments if one is not NoneType), depth)
    if origin is tuple:
        return tuple(value_of(one, depth) for one in arguments if one is not Ellipsis)
    if issubclass(kind, Enum):
        return next(iter(kind))
    return made(kind, full=False, depth=depth + 1)


def made(kind: type, *, full: bool, unknown: bool = False, depth: int = 0) -> Any:
    """Make an entry of a class: with what it must have, or with all that it can have; and unread, if asked."""
    hints = typing.get_type_hints(kind)
    values = {
        attribute.name: value_of(hints[attribute.name], depth)
        for attribute in attrs.fields(kind)
        if attribute.name not in OWN and hints[attribute.name] is not Any
        if attribute.default is attrs.NOTHING or full
    }
    if unknown:
        values["unknown"] = tuple(one.name for one in attrs.fields(kind) if one.name not in OWN)
    return kind(**values)


@pytest.mark.parametrize("kind", LAID_OUT, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("full", [False, True], ids=["least", "most"])
def test_every_entry_is_put_in_words(kind: type, full: bool) -> None:
    """An entry with the least and with the most that it can state, and one that could not be read, reads as words."""
    entries = [made(kind, full=full)]
    if issubclass(kind, Record):
        entries.append(made(kind, full=full, unknown=True))
    for entry in entries:
        line = in_a_line(entry, EMPTY)
        assert line
        assert not CODE.search(line), line
        assert not re.search(r"\b[A-Z]\w+\.[A-Z_]+\b", line), line
