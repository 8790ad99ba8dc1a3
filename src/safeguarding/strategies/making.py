"""What makes the value of a field: drawn as its type says, from what can be referred to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from attrs import NOTHING, frozen
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from safeguarding.dates import PartialDate
from safeguarding.model import Place
from safeguarding.strategies.values import places

A_FEW = 3
"""The most items of a list, unless it is said otherwise."""


@frozen
class Cast:
    """What the entries of a partnership are drawn with.

    Args:
        ids: the ids that can be referred to, by kind of entry.
        dates: the strategy for dates.
    """

    ids: Mapping[str, tuple[str, ...]]
    dates: SearchStrategy[PartialDate]


Maker = Callable[[DrawFn, Cast], Any]
"""Draws the value of a field; ``NOTHING`` where there is nothing that it could refer to."""


@cache
def below(number: int) -> SearchStrategy[int]:
    """Make whole numbers from 0 that are lower than one."""
    return st.integers(min_value=0, max_value=number - 1)


def drawing(strategy: SearchStrategy[Any]) -> Maker:
    """Make what a strategy makes."""
    return lambda draw, _: draw(strategy)


def dating(draw: DrawFn, cast: Cast) -> PartialDate:
    """Make a date."""
    return draw(cast.dates)


def referring(kinds: tuple[str, ...]) -> Maker:
    """Make an id of an entry of one of some kinds."""

    def make(draw: DrawFn, cast: Cast) -> Any:
        known = [identity for kind in kinds for identity in cast.ids.get(kind, ())]
        return known[draw(below(len(known)))] if known else NOTHING

    return make


def several(one: Maker, *, unique: bool, most: int = A_FEW) -> Maker:
    """Make a few values of a kind, in a tuple."""

    def make(draw: DrawFn, cast: Cast) -> Any:
        found: list[Any] = []
        for _ in range(1 + draw(below(most))):
            item = one(draw, cast)
            if item is not NOTHING and not (unique and item in found):
                found.append(item)
        return tuple(found) or NOTHING

    return make


def placing(draw: DrawFn, cast: Cast) -> Any:
    """Make a place in one of the sources."""
    source = referring(("source",))(draw, cast)
    return NOTHING if source is NOTHING else draw(_places_in(source))


@cache
def _places_in(source: str) -> SearchStrategy[Place]:
    return places(source=source)
