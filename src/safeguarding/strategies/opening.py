"""What was known made open: the step back from a filled-in value to an unknown one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from attrs import NOTHING, evolve, fields, has
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from safeguarding.dates import PartialDate
from safeguarding.model import (
    Also,
    Case,
    Departure,
    Document,
    Judgement,
    Partnership,
    Record,
    Statement,
    Topic,
    Unread,
    sections,
)
from safeguarding.model.integrity import flaws, identities
from safeguarding.model.record import stated_fields
from safeguarding.strategies.casebook import FIXED
from safeguarding.strategies.entries import default_of, differing
from safeguarding.strategies.making import Cast, below
from safeguarding.strategies.values import partial_dates

_RECORDED = (Judgement, Departure)
"""What people have added is no statement of a source, so nothing in it is open."""

Opening = Callable[[DrawFn], Document | None]
"""Makes a document less known in one place; gives none where that cannot be drawn."""

Put = Callable[[Any], Document]
"""Makes the document in which another entry stands in the place of one."""


def opened(partnership: Partnership, *, most: int = 3) -> SearchStrategy[tuple[Partnership, Partnership]]:
    """Make the partnership less known: one or a few of its values become open.

    A date known to the day or the month becomes one known to the month or the year; a field becomes
    unreadable; a further, differing statement of a field is added; two bodies may be the same; a topic is
    not written down yet; a part of a source that could speak of a topic was not read; a log is no longer
    known to have every case of a kind. Where a topic is open, the statements on it may be left out too.

    Whatever a rule decides of what was opened, it must decide the same of the partnership as it was.

    Args:
        partnership: what is known.
        most: in how many places it is opened at most.

    Returns:
        A strategy for pairs: the partnership as it was, and opened. The two are equal where there is
        nothing to open.
    """
    return _opened(partnership, most)


@st.composite
def _opened(draw: DrawFn, partnership: Partnership, most: int) -> tuple[Partnership, Partnership]:
    documents = list(partnership.documents)
    known = {key: tuple(sorted(names)) for key, names in identities(documents).items()}
    cast = Cast(known, partial_dates())
    for _ in range(1 + draw(below(most))):
        first = draw(below(len(WAYS)))
        kinds = [*WAYS][first:] + [*WAYS][:first]
        ways = next(filter(None, (_of_kind(kind, documents, cast) for kind in kinds)), [])
        if not ways:
            break
        index, opening = draw(st.sampled_from(ways))
        found = opening(draw)
        if found is not None:
            changed = [found if place == index else one for place, one in enumerate(documents)]
            documents = documents if any(flaws(changed)) else changed
    return partnership, evolve(partnership, documents=tuple(documents))


def _of_kind(kind: str, documents: list[Document], cast: Cast) -> list[tuple[int, Opening]]:
    """Return every way of one kind, with the place of the document that it opens."""
    return [(index, way) for index, document in enumerate(documents) for way in WAYS[kind](document, cast)]


def _entries(document: Document) -> Iterator[tuple[Any, Put]]:
    """Give every entry, with what puts another one in its place."""
    yield document.publication, lambda new: evolve(document, publication=new)
    for attribute in sections():
        for place, entry in enumerate(getattr(document, attribute.name)):
            if not isinstance(entry, _RECORDED):
                yield entry, _putting(document, attribute.name, place)


def _entries_and_events(document: Document) -> Iterator[tuple[Any, Put]]:
    """Give every entry, and every event of a case, with what puts another one in its place."""
    for entry, put in _entries(document):
        yield entry, put
        if isinstance(entry, Case):
            for place, event in enumerate(entry.events):
                yield event, _putting_event(entry, place, put)


def _putting_event(case: Case, place: int, put: Put) -> Put:
    return lambda new: put(evolve(case, events=(*case.events[:place], new, *case.events[place + 1 :])))


def _putting(document: Document, name: str, place: int) -> Put:
    entries = getattr(document, name)

    def put(new: Any) -> Document:
        changes: dict[str, Any] = {name: (*entries[:place], new, *entries[place + 1 :])}
        return evolve(document, **changes)

    return put


def _stated(document: Document) -> Iterator[tuple[Any, str, Put]]:
    """Give every field that is stated, or taken for granted, of every entry."""
    for entry, put in _entries_and_events(document):
        for attribute in stated_fields(type(entry)) if isinstance(entry, Record) else ():
            name, value = attribute.name, getattr(entry, attribute.name)
            silent = value in (None, ()) and value == attribute.default
            if name != "id" and name not in entry.unknown and not silent:
                yield entry, name, put


def _dates(document: Document, _: Cast) -> Iterator[Opening]:
    for entry, put in _entries(document):
        for coarser in _coarser(entry):
            yield partial(_put, put, coarser)


def _put(put: Put, new: Any, _: DrawFn) -> Document:
    return put(new)


def _coarser(value: Any) -> Iterator[Any]:
    """Give the value with one of the dates in it known less exactly."""
    if isinstance(value, PartialDate):
        if value.month is not None:
            yield PartialDate(value.year, value.month if value.exact else None)
    elif isinstance(value, tuple):
        for place, item in enumerate(value):
            for coarser in _coarser(item):
                yield (*value[:place], coarser, *value[place + 1 :])
    elif has(type(value)):
        for attribute in fields(type(value)):
            for coarser in _coarser(getattr(value, attribute.name)):
                yield evolve(value, **{attribute.name: coarser})


def _unreadable(document: Document, _: Cast) -> Iterator[Opening]:
    for entry, name, put in _stated(document):
        if default_of(type(entry), name) is not NOTHING and name not in FIXED.get(type(entry), ()):
            yield partial(_blank, entry, name, put)


def _blank(entry: Any, name: str, put: Put, _: DrawFn) -> Document:
    others = tuple(other for other in entry.also if other.field != name or other.value is None)
    blank = {name: default_of(type(entry), name)}
    return put(evolve(entry, also=others, unknown=(*entry.unknown, name), **blank))


def _second_values(document: Document, cast: Cast) -> Iterator[Opening]:
    for entry, name, put in _stated(document):
        yield partial(_second, entry, name, put, cast)


def _second(entry: Any, name: str, put: Put, cast: Cast, draw: DrawFn) -> Document | None:
    stated, value = getattr(entry, name), differing(draw, entry, name, cast)
    if value is NOTHING:
        return None
    # Which of the two is true is open, and so may be either, whichever is written first.
    first, second = (value, stated) if draw(below(2)) else (stated, value)
    return put(evolve(entry, also=(*entry.also, Also(field=name, value=second)), **{name: first}))


def _identities(document: Document, _: Cast) -> Iterator[Opening]:
    for place, body in enumerate(document.bodies):
        for other in document.bodies:
            if other.id not in {body.id, *body.may_be}:
                new = evolve(body, may_be=(*body.may_be, other.id))
                yield partial(_put, _putting(document, "bodies", place), new)


def _not_written_down(document: Document, _: Cast) -> Iterator[Opening]:
    done = set(Topic) - {Topic.ALL} if Topic.ALL in document.transcribed else set(document.transcribed)
    for topic in Topic:
        rest = tuple(other for other in Topic if other in done - {topic})
        for said in _with_and_without(document, topic) if topic in done else ():
            yield partial(_stating, document, {"statements": said, "transcribed": rest})


def _not_read(document: Document, _: Cast) -> Iterator[Opening]:
    for topic in Topic:
        part = Unread(what="a part that was not supplied", could_hold=(topic,))
        for place, source in enumerate(document.sources):
            less = evolve(source, unread=(*source.unread, part))
            sources = (*document.sources[:place], less, *document.sources[place + 1 :])
            for said in _with_and_without(document, topic):
                yield partial(_stating, document, {"statements": said, "sources": sources})


def _not_every_case(document: Document, _: Cast) -> Iterator[Opening]:
    for kind in document.all_cases_of:
        others = tuple(other for other in document.all_cases_of if other is not kind)
        yield partial(_stating, document, {"all_cases_of": others})


def _with_and_without(document: Document, topic: Topic) -> list[tuple[Statement, ...]]:
    """Return the statements without those on a topic, and all of them."""
    without = tuple(statement for statement in document.statements if statement.topic is not topic)
    return [document.statements] if without == document.statements else [without, document.statements]


def _stating(document: Document, changes: dict[str, Any], _: DrawFn) -> Document:
    return evolve(document, **changes)


WAYS: dict[str, Callable[[Document, Cast], Iterator[Opening]]] = {
    "date": _dates,
    "unreadable": _unreadable,
    "second value": _second_values,
    "may be": _identities,
    "not written down": _not_written_down,
    "not read": _not_read,
    "not every case": _not_every_case,
}
"""What gives all the ways of one kind in which a document can be opened."""
