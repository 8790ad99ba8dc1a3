"""A partnership like another one, but for a few changes."""

from __future__ import annotations

from datetime import date
from typing import Any

from attrs import NOTHING, evolve, fields
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from safeguarding.dates import PartialDate
from safeguarding.model import Case, Document, Event, Partnership, Publication, sections
from safeguarding.model.integrity import flaws, identities
from safeguarding.strategies.entries import default_of, makers
from safeguarding.strategies.keeping import put_right
from safeguarding.strategies.making import Cast, below
from safeguarding.strategies.values import EARLIEST, LATEST, partial_dates

_DROPPED = 4
"""One change in so many drops an entry."""

_ITSELF = 3
"""One change of a case in so many is of what is said of it as a whole."""


def varied(
    partnership: Partnership, *, most: int = 5, earliest: date = EARLIEST, latest: date = LATEST
) -> SearchStrategy[Partnership]:
    """Make partnerships that differ from one in a few places.

    A field is stated otherwise or left out, or an entry is dropped; a change after which the documents would
    not hang together is not made. From documents that meet a rule it makes some that do and some that do not.

    Args:
        partnership: the partnership to begin with.
        most: in how many places it is changed at most.
        earliest: the first day that a new date may be.
        latest: the last.
    """
    return _varied(partnership, most, partial_dates(earliest=earliest, latest=latest))


@st.composite
def _varied(draw: DrawFn, partnership: Partnership, most: int, dates: SearchStrategy[PartialDate]) -> Partnership:
    documents = list(partnership.documents)
    known = {key: tuple(sorted(names)) for key, names in identities(documents).items()}
    cast = Cast(known, dates)
    for _ in range(draw(below(most + 1))):
        index = draw(below(len(documents)))
        changed = [*documents]
        changed[index] = _changed(draw, documents[index], cast)
        if not any(flaws(changed)):
            documents = changed
    return evolve(partnership, documents=tuple(documents))


def _changed(draw: DrawFn, document: Document, cast: Cast) -> Document:
    """Draw a document with one change."""
    held = [a.name for a in sections() if getattr(document, a.name)]
    name = draw(st.sampled_from([*held, "publication"]))
    if name == "publication":
        return evolve(document, publication=_restated(draw, document.publication, Publication, cast))
    entries = getattr(document, name)
    place = draw(below(len(entries)))
    dropped = draw(below(_DROPPED)) == _DROPPED - 1
    new = () if dropped else (_altered(draw, entries[place], cast),)
    changes: dict[str, Any] = {name: (*entries[:place], *new, *entries[place + 1 :])}
    return evolve(document, **changes)


def _altered(draw: DrawFn, entry: Any, cast: Cast) -> Any:
    """Draw an entry with one change; more often than not, of a case with one of its events changed."""
    if not isinstance(entry, Case) or not entry.events or draw(below(_ITSELF)) == _ITSELF - 1:
        return _restated(draw, entry, type(entry), cast)
    place = draw(below(len(entry.events)))
    dropped = draw(below(_DROPPED)) == _DROPPED - 1
    new = () if dropped else (_restated(draw, entry.events[place], Event, cast),)
    return _with(draw, entry, "events", (*entry.events[:place], *new, *entry.events[place + 1 :]))


def _restated(draw: DrawFn, entry: Any, cls: Any, cast: Cast) -> Any:
    """Draw an entry of which one field is stated otherwise, or left out."""
    name = draw(st.sampled_from([a.name for a in fields(cls) if a.name not in {"id", "also", "unknown"}]))
    default = default_of(cls, name)
    if default is not NOTHING and draw(st.booleans()):
        return evolve(entry, **{name: default})
    value = makers(cls)[name](draw, cast)
    if value is NOTHING or (value is None and default is NOTHING):
        return entry
    return _with(draw, entry, name, value) if cls is Case else evolve(entry, **{name: value})


def _with(draw: DrawFn, case: Case, name: str, value: Any) -> Case:
    """Give a case another value, and let its events be such as can have happened in it."""
    made = {attribute.name: getattr(case, attribute.name) for attribute in fields(Case)} | {name: value}
    put_right(draw, Case, made)
    return Case(**made)
