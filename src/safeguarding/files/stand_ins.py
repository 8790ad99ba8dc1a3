"""What takes the place of a value that cannot be read, so that everything around it is still looked at."""

from __future__ import annotations

from enum import Enum
from typing import Any, get_args, get_origin

from attrs import NOTHING, fields, has, resolve_types

from safeguarding.dates import Frequency, PartialDate
from safeguarding.model import Money, Share, Slug

UNREADABLE = Slug("?")
"""The id that stands in for one that cannot be read; no author can choose it."""

_LEAVES: dict[Any, Any] = {
    str: "?",
    Slug: UNREADABLE,
    int: 1,
    bool: False,
    PartialDate: PartialDate(1),
    Frequency: Frequency("regularly"),
    Money: Money(0),
    Share: Share.parse("0%"),
}


def stand_in(kind: Any) -> Any:
    """Make a value of a type, as empty as the type allows.

    What the model then finds wrong with it is not reported: the value itself has been already.
    """
    if kind in _LEAVES:
        return _LEAVES[kind]
    if get_origin(kind) is tuple:
        items = get_args(kind)
        return () if Ellipsis in items else tuple(stand_in(item) for item in items)
    if has(kind):
        resolve_types(kind)
        required = (attribute for attribute in fields(kind) if attribute.default is NOTHING)
        return kind(**{attribute.name: stand_in(attribute.type) for attribute in required})
    if isinstance(kind, type) and issubclass(kind, Enum):
        return next(iter(kind))
    # What is left may be nothing: an optional value, or the value of a further statement.
    return None
