"""Which entries are which: by their ids, else by what they are of, else by how much they have in common."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from functools import cache
from typing import Any

from attrs import NOTHING, fields, frozen, has

from safeguarding.dates import Frequency, PartialDate, Period
from safeguarding.model import (
    ActingFor,
    Action,
    Aim,
    Background,
    Cost,
    Cover,
    Delegation,
    Departure,
    Event,
    FundingLine,
    Judgement,
    Lead,
    Line,
    Meeting,
    Meets,
    Milestone,
    Money,
    Partner,
    Place,
    ReportPeriod,
    ScrutinyEvent,
    Seat,
    Share,
    Statement,
    Title,
    Unread,
)
from safeguarding.structure.differences.changes import MARKS, NAMES

LEAVES = (PartialDate, Frequency, Money, Share, Period, Place)
"""The classes whose values are one thing each, and are compared as a whole."""

HALF = 0.5
"""From this much in common on, from 0 to 1, two entries without ids are taken for one."""

_COMMON = 16
"""What more entries than these have in common tells none of them from another."""

_WORD = re.compile(r"\w{4,}")

HOLDER = ("agency", "post", "body", "held_for", "group")
"""The fields of a seat that say whose it is."""


@frozen
class Keys:
    """How entries without an id are told from one another.

    Args:
        first: the fields that say which one it is.
        then: further ones, each used only where one entry on either side has the same.
        within: the fields that entries must share to be one; None where nothing but the keys decides.
    """

    first: tuple[str, ...]
    then: tuple[tuple[str, ...], ...] = ()
    within: tuple[str, ...] | None = None


KEYS: dict[type, Keys] = {
    Partner: Keys(("agency",)),
    Lead: Keys(("partner", "post"), (("partner",), ("post",))),
    Delegation: Keys(("partner", "to"), (("partner",), ("to",))),
    ActingFor: Keys(("agency", "on_behalf_of"), (("agency",),)),
    Statement: Keys(("topic", "parts"), within=("topic",)),
    Milestone: Keys(("what",), within=()),
    Aim: Keys(("kind", "says"), within=("kind",)),
    Background: Keys(("says",), within=()),
    ReportPeriod: Keys(("period",), ((),)),
    ScrutinyEvent: Keys(("name", "method"), (("name",),), within=()),
    Judgement: Keys(("requirement", "date"), (("requirement",),)),
    Departure: Keys(("requirement",)),
    Meeting: Keys(("body", "on")),
    Event: Keys(("what", "on", "by"), (("what", "on"), ("what",))),
    Seat: Keys((*HOLDER, "role"), (HOLDER,)),
    Line: Keys(("to", "matters"), (("to",),)),
    Meets: Keys(("starts", "ends"), ((),)),
    Title: Keys(("name",)),
    Cover: Keys(("area",)),
    FundingLine: Keys(("label",), (("paid_by", "amount"), ("paid_by", "within"))),
    Cost: Keys(("label",), (("amount",),)),
    Action: Keys(("what",), within=()),
    Unread: Keys(("what",), within=()),
}
"""The keys of each class of entry that has no id."""

_BY_LIKENESS = Keys((), within=())


def is_table(value: Any) -> bool:
    """Say whether a value has fields that are compared one by one."""
    return has(type(value)) and not isinstance(value, LEAVES)


@cache
def stated(cls: type) -> tuple[str, ...]:
    """Return the names of the fields that hold what is said."""
    return tuple(attribute.name for attribute in fields(cls) if attribute.name not in MARKS)


@cache
def _defaults(cls: type) -> dict[str, Any]:
    return {a.name: a.default for a in fields(cls) if a.name not in MARKS and a.name != "id"}


def matched(old: Sequence[Any], new: Sequence[Any]) -> list[tuple[int, int]]:
    """Say which entry of a list is which of another one.

    Args:
        old: the entries of one class.
        new: entries of the same class.

    Returns:
        The places of each pair, in the order of the old.
    """
    if any(hasattr(entry, "id") for entry in (*old[:1], *new[:1])):
        at = {entry.id: place for place, entry in enumerate(new)}
        return [(place, at[entry.id]) for place, entry in enumerate(old) if entry.id in at]
    return _Matching(old, new).pairs()


class _Matching:
    """The entries of two lists that are still to be told which is which."""

    def __init__(self, old: Sequence[Any], new: Sequence[Any]) -> None:
        self._old, self._new = old, new
        self._found: dict[int, int] = {}
        self._taken: set[int] = set()

    def pairs(self) -> list[tuple[int, int]]:
        """Match them: what is the same, then what is of the same thing, then what is alike."""
        for same in (lambda entry: entry, bare):
            for left, right in self._buckets(same):
                self._pair(zip(left, right, strict=False))
        if len(self._found) < min(len(self._old), len(self._new)):
            keys = KEYS.get(type(self._old[0]), _BY_LIKENESS)
            self._by_keys(keys)
            if keys.within is not None:
                for left, right in self._buckets(lambda entry: _key(entry, keys.within or ())):
                    self._alike(left, right, HALF)
        return sorted(self._found.items())

    def _by_keys(self, keys: Keys) -> None:
        if keys.first:
            for left, right in self._buckets(lambda entry: _key(entry, keys.first)):
                if len(left) > 1 or len(right) > 1:
                    left, right = self._alike(left, right, 0)  # noqa: PLW2901  # what is left of them
                self._pair(zip(left, right, strict=False))
        for names in keys.then:
            for left, right in self._buckets(lambda entry, names=names: _key(entry, names)):
                told = not names or any(value not in (None, ()) for value in _key(self._old[left[0]], names))
                if told and len(left) == len(right) == 1:
                    self._pair(zip(left, right, strict=True))

    def _buckets(self, key: Any) -> list[tuple[list[int], list[int]]]:
        """Group what is left by a key, where both lists have some under it."""
        left, right = defaultdict(list), defaultdict(list)
        for place, entry in enumerate(self._old):
            if place not in self._found:
                left[key(entry)].append(place)
        for place, entry in enumerate(self._new):
            if place not in self._taken:
                right[key(entry)].append(place)
        return [(places, right[one]) for one, places in left.items() if one in right]

    def _pair(self, pairs: Iterable[tuple[int, int]]) -> None:
        for place, other in pairs:
            self._found[place] = other
            self._taken.add(other)

    def _alike(self, left: list[int], right: list[int], least: float) -> tuple[list[int], list[int]]:
        """Match what has most in common first, and return what is left."""
        old = {place: features(self._old[place]) for place in left}
        new = {place: features(self._new[place]) for place in right}
        self._pair(alike(old, new, least))
        return [n for n in left if n not in self._found], [n for n in right if n not in self._taken]


def alike(
    old: dict[int, frozenset[Hashable]], new: dict[int, frozenset[Hashable]], least: float, shared: int = 1
) -> list[tuple[int, int]]:
    """Match what has most in common, each at most once.

    Args:
        old: the features of some entries, by their places.
        new: those of others.
        least: how much two must have in common at least: twice what both have over what each has.
        shared: how many features they must share at least.
    """
    having: dict[Hashable, list[int]] = defaultdict(list)
    for place, found in new.items():
        for feature in found:
            having[feature].append(place)
    scores = []
    for place, found in old.items():
        few = [having[feature] for feature in found if feature in having and len(having[feature]) <= _COMMON]
        for other in set().union(*few):
            both = len(found & new[other])
            score = 2 * both / (len(found) + len(new[other]))
            if score >= least and both >= shared:
                scores.append((-score, place, other))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, place, other in sorted(scores):
        if place not in pairs and other not in taken:
            pairs[place] = other
            taken.add(other)
    return list(pairs.items())


def _key(entry: Any, names: Sequence[str]) -> tuple[Any, ...]:
    return tuple(getattr(entry, name) for name in names)


def bare(value: Any) -> Hashable:
    """Return what is said, without where it was read."""
    if isinstance(value, tuple):
        return tuple(bare(item) for item in value)
    if not is_table(value):
        return value  # type: ignore[no-any-return]
    found = [bare(getattr(value, name)) for name in stated(value.__class__)]
    also = tuple((other.field, bare(other.value)) for other in getattr(value, "also", ()) if other.value is not None)
    return (type(value), *found, also, getattr(value, "unknown", ()))


def features(entry: Any, *, names: bool = True) -> frozenset[Hashable]:
    """Return what an entry says, in small pieces: each value, each item of a list, each longer word of a text.

    Args:
        entry: the entry.
        names: whether what it is called counts.
    """
    found: set[Hashable] = set()
    for name, default in _defaults(entry.__class__).items():
        value = getattr(entry, name)
        if (value == default and default is not NOTHING) or (name in NAMES and not names):
            continue
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, str) and " " in item:
                found.update((name, word) for word in _WORD.findall(item.lower()))
            else:
                found.add((name, bare(item)))
    return frozenset(found)
