"""How names of bodies are compared: without what differs from one document to the next."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

_COUNCIL = frozenset({
    "council",
    "corporation",
    "borough",
    "county",
    "city",
    "metropolitan",
    "district",
    "unitary",
    "authority",
    "royal",
    "london",
})  # fmt: skip
_POLICE = frozenset({"police", "constabulary", "service", "force"})
_PHRASES = ("clinical commissioning group", "integrated care board", "chief constable of", "chief officer of")
_HEALTH = frozenset({"nhs", "ccg", "icb"})


def _words(name: str) -> list[str]:
    """Return the words of a name, in small letters, without marks; ``&`` is "and"."""
    text = name.casefold().replace("&", " and ").replace("'", "").replace("’", "")
    words = "".join(c if c.isalnum() else " " for c in text).split()
    return words[1:] if words[:1] == ["the"] else words


def _trimmed(words: list[str]) -> str:
    """Leave out what a word that is gone left behind: ``of hackney``."""
    while words and words[0] in {"of", "for", "the"}:
        words = words[1:]
    while words and words[-1] in {"of", "for", "the", "and"}:
        words = words[:-1]
    return " ".join(words)


@cache
def of_authority(name: str) -> str:
    """Return what two names of one authority, or of its council, have in common.

    >>> of_authority("Cumbria County Council"), of_authority("London Borough of Hackney")
    ('cumbria', 'hackney')
    >>> of_authority("Telford & Wrekin Council"), of_authority("City of London Corporation")
    ('telford and wrekin', 'city of london')
    """
    words = _words(name)
    kept = _trimmed([word for word in words if word not in _COUNCIL])
    return kept or _trimmed([word for word in words if word not in {"council", "corporation"}])


@cache
def of_health_body(name: str) -> str:
    """Return what two names of one health body have in common.

    >>> of_health_body("NHS Morecambe Bay CCG"), of_health_body("Morecambe Bay Clinical Commissioning Group")
    ('morecambe bay', 'morecambe bay')
    """
    text = " ".join(_words(name))
    for phrase in _PHRASES:
        text = text.replace(phrase, " ")
    return _trimmed([word for word in text.split() if word not in _HEALTH])


@cache
def of_force(name: str) -> str:
    """Return what two names of one police force have in common.

    >>> of_force("Cumbria Constabulary"), of_force("Chief Constable of Cumbria"), of_force("Devon & Cornwall Police")
    ('cumbria', 'cumbria', 'devon and cornwall')
    """
    words = " ".join(_words(name))
    for phrase in _PHRASES:
        words = words.replace(phrase, " ")
    return _trimmed([word for word in words.split() if word not in _POLICE])


_LIKE = 0.82
"""How alike two names must be for one to be offered in the place of the other, of 1."""
OFFERED = 3
"""How many names are offered at most."""


def nearest(asked: str, known: Iterable[str]) -> list[str]:
    """Return the known names that are like one that is not known, or have all of its words; the most alike first.

    Args:
        asked: what the name has in common with other names of its body.
        known: the same of those that are known.
    """
    from difflib import get_close_matches  # noqa: PLC0415  # only a name that is not known needs it

    if not asked:
        return []
    keys, words = [*known], set(asked.split())
    found = get_close_matches(asked, keys, n=OFFERED, cutoff=_LIKE)
    within = [key for key in keys if len(asked) > OFFERED and words <= {*key.split()}]
    return [*dict.fromkeys([*found, *within])]
