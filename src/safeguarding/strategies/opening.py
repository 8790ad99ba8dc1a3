"""What was known made open: the step back from a filled-in value to an unknown one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from attrs import NOTHING, evolve, fields, frozen, has
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from safeguarding.dates import PartialDate
from safeguarding.model import (
    PARTS,
    Also,
    Departure,
    Document,
    Judgement,
    Partnership,
    Record,
    Topic,
    Unread,
    sections,
)
from safeguarding.model.integrity import flaws, identities
from safeguarding.model.record import stated_fields
from safeguarding.strategies.entries import default_of, differing
from safeguarding.strategies.making import Cast, below
from safeguarding.strategies.values import partial_dates

_RECORDED = (Judgement, Departure)
"""What people have added is no statement of a source, so nothing in it is open."""


@frozen
class _Opening:
    """One way of opening a document.

    Args:
        kind: what sort of way it is; the sorts are drawn equally often.
        document: which document, counted from 0.
        apply: returns the opened document; none where that cannot be drawn.
    """

    kind: str
    document: int
    apply: Callable[[DrawFn], Document | None]


def opened(partnership: Partnership, *, most: int = 3) -> SearchStrategy[tuple[Partnership, Partnership]]:
    """Make the partnership less known: one or a few of its values become open.

    A date known to the day or the month becomes one known to the month or the year; a field becomes
    unreadable; a further, differing statement of a field is added; two bodies may be the same; a topic is
    not written down yet; a part of a source that could speak of a topic was not read. In the last two
    cases the statements on that topic may be left out too.

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
        ways = [way for index, document in enumerate(documents) for way in _ways(index, document, cast)]
        if not ways:
            break
        kind = draw(st.sampled_from(sorted({way.kind for way in ways})))
        way = draw(st.sampled_from([way for way in ways if way.kind == kind]))
        found = way.apply(draw)
        if found is not None:
            changed = [found if place == way.document else one for place, one in enumerate(documents)]
            documents = documents if any(flaws(changed)) else changed
    return partnership, evolve(partnership, documents=tuple(documents))


def _ways(index: int, document: Document, cast: Cast) -> Iterator[_Opening]:
    """Give every way of opening a document."""
    yield from _of_entry(index, document.publication, lambda new: evolve(document, publication=new), cast)
    for attribute in sections():
        for place, entry in enumerate(getattr(document, attribute.name)):
            put = _putting(document, attribute.name, place)
            if not isinstance(entry, _RECORDED):
                yield from _of_entry(index, entry, put, cast)
    for body, other in ((body, other) for body in document.bodies for other in document.bodies):
        if body is not other and other.id not in body.may_be:
            put = _putting(document, "bodies", document.bodies.index(body))
            yield _Opening("may be", index, _giving(put(evolve(body, may_be=(*body.may_be, other.id)))))
    for topic in Topic:
        yield from _of_topic(index, document, topic)


def _putting(document: Document, name: str, place: int) -> Callable[[Any], Document]:
    entries = getattr(document, name)

    def put(new: Any) -> Document:
        changes: dict[str, Any] = {name: (*entries[:place], new, *entries[place + 1 :])}
        return evolve(document, **changes)

    return put


def _giving(found: Document) -> Callable[[DrawFn], Document]:
    return lambda _: found


def _of_entry(index: int, entry: Any, put: Callable[[Any], Document], cast: Cast) -> Iterator[_Opening]:
    for coarser in _coarser(entry):
        yield _Opening("date", index, _giving(put(coarser)))
    for attribute in stated_fields(type(entry)) if isinstance(entry, Record) else ():
        name, value = attribute.name, getattr(entry, attribute.name)
        default = default_of(type(entry), name)
        if name == "id" or name in entry.unknown or (value == default and value in (None, ())):
            continue
        if default is not NOTHING:
            others = tuple(other for other in entry.also if other.field != name or other.value is None)
            blank = evolve(entry, **{name: default}, also=others, unknown=(*entry.unknown, name))
            yield _Opening("unknown", index, _giving(put(blank)))
        yield _Opening("second value", index, _seconding(entry, name, put, cast))


def _seconding(
    entry: Record, name: str, put: Callable[[Any], Document], cast: Cast
) -> Callable[[DrawFn], Document | None]:
    def apply(draw: DrawFn) -> Document | None:
        value = differing(draw, entry, name, cast)
        if value is NOTHING:
            return None
        # Which of the two is true is open, and so may be either, whichever is written first.
        first, second = (value, getattr(entry, name)) if draw(below(2)) else (getattr(entry, name), value)
        stated: dict[str, Any] = {name: first}
        return put(evolve(entry, also=(*entry.also, Also(field=name, value=second)), **stated))

    return apply


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


def _of_topic(index: int, document: Document, topic: Topic) -> Iterator[_Opening]:
    """Give the ways of not having written down, or not having read, what is said on a topic."""
    without = tuple(statement for statement in document.statements if statement.topic is not topic)
    statements = {document.statements, without} if topic in PARTS else {document.statements}
    done = set(Topic) - {Topic.ALL} if Topic.ALL in document.transcribed else set(document.transcribed)
    for said in sorted(statements, key=len):
        if topic in done:
            rest = tuple(other for other in Topic if other in done - {topic})
            yield _Opening("not written down", index, _giving(evolve(document, transcribed=rest, statements=said)))
        for place, source in enumerate(document.sources):
            part = Unread(what="a part that was not supplied", could_hold=(topic,))
            put = _putting(evolve(document, statements=said), "sources", place)
            found = put(evolve(source, unread=(*source.unread, part)))
            yield _Opening("not read", index, _giving(found))
