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
