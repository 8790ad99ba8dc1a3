"""Entries of a document, field by field, as the annotations of the model say.

The fields are read off the model, so that a field added there is generated from then on.
"""

from __future__ import annotations

from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from attrs import NOTHING, evolve, fields, has
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from safeguarding.dates import Frequency, PartialDate, Period
from safeguarding.model import Also, Money, Place, Record, Share
from safeguarding.model.record import stated_fields
from safeguarding.strategies.casebook import FIXED
from safeguarding.strategies.keeping import MANY, SPECIAL, put_right
from safeguarding.strategies.making import A_FEW, Cast, Maker, below, dating, drawing, placing, referring, several
from safeguarding.strategies.values import NASTY, frequencies, in_order, money, shares, texts

_MARKS = 11
"""One entry in so many gets a field that could not be read; as many a further place, or a further value."""


def _period(draw: DrawFn, cast: Cast) -> Period:
    starts, ends = in_order(draw(cast.dates), draw(cast.dates))
    return Period(starts, ends)


_LEAVES: dict[Any, Maker] = {
    str: drawing(st.sampled_from(NASTY * 3) | texts()),
    int: drawing(st.integers(min_value=1, max_value=9)),
    bool: drawing(st.booleans()),
    Period: _period,
    Frequency: drawing(frequencies()),
    Money: drawing(money()),
    Share: drawing(shares()),
    PartialDate: dating,
    Place: placing,
}


def entry(draw: DrawFn, cls: Any, cast: Cast, **given: Any) -> Any:
    """Draw an entry, or a table inside one.

    Args:
        draw: what Hypothesis hands to a composite strategy.
        cls: the class of the model.
        cast: what can be referred to.
        given: the fields that are given.

    Returns:
        The entry, or ``NOTHING`` where a field that it must have can refer to nothing.
    """
    made: dict[str, Any] = dict(given)
    needed, optional = _plan(cls)
    for name, make in needed:
        if name not in made:
            made[name] = make(draw, cast)
            if made[name] is NOTHING:
                return NOTHING
    # One number says which fields are stated: one draw instead of many, and fewer fields where it shrinks.
    stated = draw(below(2 ** len(optional)))
    for place, (name, make) in enumerate(optional):
        value = make(draw, cast) if stated >> place & 1 else NOTHING
        if value is not NOTHING:
            made[name] = value
    put_right(draw, cls, made)
    found = cls(**made)
    return _marked(draw, found, cast) if isinstance(found, Record) else found


@cache
def makers(cls: Any) -> dict[str, Maker]:
    """Return what makes each field of a class, by name."""
    return {name: make for some in _plan(cls) for name, make in some}


@cache
def _plan(cls: Any) -> tuple[list[tuple[str, Maker]], list[tuple[str, Maker]]]:
    """Return what makes the fields that an entry must have, and what makes those that it may have."""
    hints = get_type_hints(cls)
    needed: list[tuple[str, Maker]] = []
    optional: list[tuple[str, Maker]] = []
    for attribute in fields(cls):
        name = attribute.name
        if name not in {"also", "unknown"}:
            refers = attribute.metadata.get("refers", ())
            make = SPECIAL.get((cls, name)) or _maker(hints[name], refers, MANY.get((cls, name), A_FEW))
            (needed if attribute.default is NOTHING else optional).append((name, make))
    return needed, optional


def _maker(hint: Any, refers: tuple[str, ...], most: int = A_FEW) -> Maker:
    """Find what makes a value of a type; of one that is a list, with so many items at most."""
    if get_origin(hint) in {Union, UnionType}:
        (inner,) = (arg for arg in get_args(hint) if arg is not type(None))
        return _maker(inner, refers, most)
    if get_origin(hint) is tuple:
        inner, _ = get_args(hint)
        return several(_maker(inner, refers), unique=bool(refers) or issubclass(inner, Enum), most=most)
    if refers:
        return referring(refers)
    if hint in _LEAVES:
        return _LEAVES[hint]
    if issubclass(hint, Enum):
        return drawing(st.sampled_from(list(hint)))
    if has(hint):
        return lambda draw, cast: entry(draw, hint, cast)
    raise NotImplementedError(hint)


def default_of(cls: type[Any], name: str) -> Any:
    """Return what a field holds where nothing is stated."""
    return next(attribute.default for attribute in fields(cls) if attribute.name == name)


def differing(draw: DrawFn, found: Any, name: str, cast: Cast) -> Any:
    """Draw a second value for a field of an entry, or ``NOTHING`` where there is none that differs."""
    cls: Any = type(found)
    if name in FIXED.get(cls, ()):
        return NOTHING
    made = {name: makers(cls)[name](draw, cast)}
    if made[name] is NOTHING or made[name] is None:
        return NOTHING
    if name in {"lines", "covers"}:
        put_right(draw, cls, made)
    return NOTHING if made[name] == getattr(found, name) else made[name]


def _marked(draw: DrawFn, found: Any, cast: Cast) -> Any:
    """Mark a field as unreadable, or add a further statement of one, now and then."""
    cls: Any = type(found)
    mark = draw(below(_MARKS)) - (_MARKS - 3)
    names = [a.name for a in stated_fields(cls) if a.name not in {"id", *FIXED.get(cls, ())}]
    if mark < 0 or not names:
        return found
    name = names[draw(below(len(names)))]
    value = getattr(found, name)
    if mark == 0:
        return evolve(found, unknown=(name,)) if value == default_of(cls, name) else found
    if mark == 1:
        place = makers(cls)["where"](draw, cast)
        return found if place is NOTHING else evolve(found, also=(Also(field=name, where=place),))
    second = differing(draw, found, name, cast) if value not in (None, ()) else NOTHING
    return found if second is NOTHING else evolve(found, also=(Also(field=name, value=second),))
