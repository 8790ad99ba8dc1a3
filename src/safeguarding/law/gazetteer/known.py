"""Whether an area is one that the gazetteer knows: all that is asked of a file whose area it does not know."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType

from safeguarding.law.gazetteer.names import nearest, of_authority
from safeguarding.law.gazetteer.rows import rows


@cache
def _codes() -> frozenset[str]:
    return frozenset(row[0] for row in rows("authorities"))


@cache
def _names() -> MappingProxyType[str, str]:
    """Return the names of authorities, each by what it has in common with others of the same."""
    return MappingProxyType({
        of_authority(name): row[2] for row in rows("authorities") for name in (row[3], row[2])
    })  # fmt: skip


@cache
def is_known(text: str) -> bool:
    """Say whether a text is the code or the name of an authority that there was, is, or is to be."""
    return text.strip().upper() in _codes() or of_authority(text) in _names()


@cache
def did_you_mean(text: str) -> tuple[str, ...]:
    """Return the names of authorities that come nearest to one that is not known."""
    return tuple(dict.fromkeys(_names()[key] for key in nearest(of_authority(text), _names())))


@cache
def county_of_district(text: str) -> tuple[str, str] | None:
    """Return the names of a district and of its county, for a text that is that of a district and of no authority."""
    if is_known(text):
        return None
    asked = of_authority(text)
    code = text.strip().upper()
    found = next((row for row in rows("districts") if row[0] == code or of_authority(row[1]) == asked), None)
    if found is None:
        return None
    return found[1], next(row[2] for row in rows("authorities") if row[0] == found[2])


@cache
def clash(code: str, name: str) -> str:
    """Return the name of the authority that a code is of, where a name is that of others and never was its own."""
    if code.strip().upper() not in _codes() or of_authority(name) not in _names():
        return ""
    table = [*rows("authorities")]
    body = next(row[1] for row in table if row[0] == code.strip().upper())
    own = [row for row in table if row[1] == body]
    known = {of_authority(text) for row in own for text in (row[2], row[3])}
    return "" if of_authority(name) in known else own[-1][2]


_SHORT = {"city": "City of London"}
"""What one area is called beside another only."""


def _plain(text: str) -> str:
    """Write a name in small letters, with each "and" as a word."""
    return " ".join(text.casefold().replace("&", " and ").split())


@cache
def several(text: str) -> tuple[str, ...]:
    """Return the areas that a joint name is made of, where each side of an "and" is that of an authority.

    >>> several("Cornwall and the Isles of Scilly"), several("City and Hackney"), several("Brighton and Hove")
    (('Cornwall', 'Isles of Scilly'), ('City of London', 'Hackney'), ())
    """
    if is_known(text):
        return ()
    words = _plain(text).split(" and ")
    for number in range(1, len(words)):
        sides = [" and ".join(some) for some in (words[:number], words[number:])]
        found = [_SHORT.get(side) or _names().get(of_authority(side)) for side in sides]
        if all(found):
            return tuple(name for name in found if name)
    return ()
