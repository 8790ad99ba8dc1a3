"""What the name of a relevant agency means, by its words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from attrs import frozen

from safeguarding.law.agency_terms import TERMS, Named, Term

_SEPARATORS = frozenset({"and", "or", "including", "plus", ","})
_SAYS_NOTHING = frozenset({"the", "a", "all", "any", "local", "our", "each", "every", "other", "both"})
_BEFORE_A_PLACE = frozenset({"in", "within", "across"})
_MARKS = str.maketrans({"&": " and ", "'": "", "’": "", "‘": "", **dict.fromkeys(",;/():+", " , ")})


def words(text: str) -> tuple[str, ...]:
    """Return the words of a name, in the singular and without regard to case.

    >>> words("Children's homes & Schools")
    ('children', 'home', 'and', 'school')
    """
    return tuple(_singular(word) for word in _as_written(text))


def _as_written(text: str) -> list[str]:
    spaced = "".join(c if c.isalnum() or c == "," else " " for c in text.casefold().translate(_MARKS))
    return spaced.split()


def _singular(word: str) -> str:
    if len(word) < 3 or not word.endswith("s") or word.endswith("ss"):  # "as" is no plural
        return word
    if word.endswith("ies") and len(word) > 4:  # "ties" is not of "ty"
        return f"{word[:-3]}y"
    return word[:-2] if word.endswith(("ches", "shes")) else word[:-1]


_ANOTHER_BODY = frozenset(
    words(
        "friends league former supporters volunteers governors association fund forum network committee "
        "Wales Welsh Cymru Scotland Scottish"
    )
)
"""Beside a term they say that another body is meant than the term names, or one outside England."""
_CHARITY = (36,)
_ONE_BODY = frozenset({
    "academy", "centre", "college", "institution", "nursery", "preschool", "provider", "school", "trust", "unit",
    "university",
})  # fmt: skip
"""What one body can be called beside its proper name, in the singular."""
_COLLECTIVE = frozenset({"education", "childcare", "provision", "sector", "training"})
"""What many bodies are together, in the singular."""
_A_CLASS = frozenset({"all", "any", "each", "every", "both", "other"})


@cache
def terms() -> Mapping[tuple[str, ...], Term]:
    """Return what each term means, by its words."""
    return MappingProxyType({words(term): meaning for meaning, listed in TERMS for term in listed.split(";")})


@frozen(kw_only=True)
class Meaning:
    """What a name means.

    Args:
        plain: whether everything in the name is a term that surely means some paragraph, or an organisation that is
            in none.
        surely: the paragraphs that it surely means; none where it is not plain.
        perhaps: the paragraphs that it may mean.
        outside: the kinds of organisation outside the Schedule that it speaks of, by id.
        wide: whether it is a heading of the Schedule, or as wide as one.
    """

    plain: bool
    surely: tuple[int, ...] = ()
    perhaps: tuple[int, ...] = ()
    outside: tuple[str, ...] = ()
    wide: bool = False


@lru_cache(maxsize=2048)
def meaning(name: str) -> Meaning:
    """Say what a name means by its words.

    >>> meaning("Eastshire Youth Offending Team").surely, meaning("health").surely
    ((31,), ())
    """
    parts = [part for part in map(_of_a_part, _parts(words(name))) if part is not None]
    found = [term for part, _ in parts for term in part]
    plain = bool(parts) and all(exact and (part[0].surely or part[0].outside) for part, exact in parts)
    surely = _numbers(number for term in found for number in term.surely)
    perhaps = _numbers(number for term in found for number in term.perhaps)
    return Meaning(
        plain=plain,
        surely=surely if plain else (),
        perhaps=tuple(n for n in perhaps if n not in surely) if plain else _numbers((*surely, *perhaps)),
        outside=tuple(dict.fromkeys(term.outside for term in found if term.outside)),
        wide=bool(parts) and all(exact and part[0].wide for part, exact in parts),
    )


def _numbers(numbers: Iterable[int]) -> tuple[int, ...]:
    return tuple(sorted(set(numbers)))


def _parts(given: tuple[str, ...]) -> list[list[str | Term]]:
    """Split a name where it lists several things, its terms found: at each place the longest."""
    known, place = terms(), 0
    parts: list[list[str | Term]] = [[]]
    while place < len(given):
        for length in range(min(10, len(given) - place), 0, -1):
            term = known.get(given[place : place + length])
            if term is not None:
                parts[-1].append(term)
                place += length
                break
        else:
            if given[place] in _SEPARATORS:
                parts.append([])
            elif given[place] not in _SAYS_NOTHING:
                parts[-1].append(given[place])
            place += 1
    return [part for part in parts if part]


def _of_a_part(part: list[str | Term]) -> tuple[tuple[Term, ...], bool] | None:
    """Return the terms of a part of a name, and whether they are all that it says."""
    tail = next((place for place, item in enumerate(part) if item in _BEFORE_A_PLACE), len(part))
    items = part[:tail] or part
    found = tuple(item for item in items if isinstance(item, Term))
    if not found or _ANOTHER_BODY & {item for item in part if isinstance(item, str)}:
        return found, False
    first, last = items[0], items[-1]
    if isinstance(last, Term) and last.named is Named.BEFORE:
        # The charity of a trust is not the trust.
        return (found, False) if any(term.surely == _CHARITY for term in found) else ((last,), True)
    if isinstance(first, Term) and first.named is Named.AFTER and len(found) == 1:
        return found, True
    return found, len(items) == 1


def names_one_by_one(name: str) -> bool | None:
    """Say whether a name is the proper name of a body, or lists such names, or means a class; open where it may be.

    >>> [names_one_by_one(name) for name in ("Hilltop Academy and the College of St Mary", "all schools", "Hilltop")]
    [True, False, None]
    """
    pieces: list[list[str]] = [[]]
    for word in _as_written(name):
        if word in _SEPARATORS:
            pieces.append([])
        else:
            pieces[-1].append(word)
    found = [_is_one(piece) for piece in pieces]
    return False if False in found else True if True in found else None


def _is_one(written: list[str]) -> bool | None:
    """Say whether a piece of a name is the proper name of one body, or means a class; open where it does not show."""
    tail = next((place for place, word in enumerate(written) if word in _BEFORE_A_PLACE), len(written))
    given = tuple(map(_singular, written[:tail]))
    if _A_CLASS.intersection(given) or _ANOTHER_BODY.intersection(given):
        return False
    items = [item for part in _parts(given) for item in part]
    if not any(isinstance(item, Term) for item in items):
        return None
    head = given.index("of") - 1 if "of" in given[1:] else len(given) - 1
    after = any(isinstance(item, Term) for part in _parts(given[head + 1 :]) for item in part)
    of_its_own = any(isinstance(item, str) and item != "of" for item in items)
    if after or not of_its_own or written[head] != given[head] or given[head] in _COLLECTIVE:
        return False
    return True if given[head] in _ONE_BODY else None
