"""Documents, and partnerships of several of them, that hang together."""

from __future__ import annotations

from datetime import date
from typing import Any, get_args, get_type_hints

from attrs import NOTHING, evolve, frozen
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from safeguarding.dates import PartialDate
from safeguarding.model import CaseKind, Document, DocumentKind, Partnership, Publication, Slug, Topic, sections
from safeguarding.strategies.entries import entry
from safeguarding.strategies.making import Cast, below
from safeguarding.strategies.values import EARLIEST, LATEST, partial_dates, slugs, texts


@frozen
class _Section:
    name: str
    key: str
    cls: type[Any]
    with_ids: bool


_HINTS = get_type_hints(Document)
_SECTIONS = tuple(
    _Section(a.name, a.metadata["key"], cls, hasattr(cls, "id"))
    for a in sections()
    for cls in [get_args(_HINTS[a.name])[0]]
)
_TRANSCRIBED = st.one_of(
    st.just((Topic.ALL,)),
    st.just((Topic.ALL,)),
    st.lists(st.sampled_from(list(Topic)), unique=True, max_size=len(Topic)).map(tuple),
)
_SLUGS = slugs()
_OTHERS = st.lists(slugs(longest=20), max_size=1)
_NAMES = texts()
_ALL_CASES_OF = st.just(()) | st.lists(st.sampled_from(list(CaseKind)), unique=True, max_size=3).map(tuple)
_KINDS = st.sampled_from([*[DocumentKind.ARRANGEMENTS] * 3, *DocumentKind])


def partnerships(
    *,
    most_documents: int = 3,
    most_entries: int = 2,
    earliest: date = EARLIEST,
    latest: date = LATEST,
) -> SearchStrategy[Partnership]:
    """Make partnerships whose documents hang together.

    Every section and every field of the model is covered, with places, second statements, fields that
    could not be read, unread parts of sources, and documents of which only some topics are transcribed.
    Of the arrangements there may be several versions. Dates are known to the day, the month or the year.

    Args:
        most_documents: the most documents, at least 1.
        most_entries: the most entries in a section, at least 1; statements may be twice as many.
        earliest: the first day on which anything in it happens.
        latest: the last.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=5)
    ... @given(partnerships(most_documents=2))
    ... def test_there_is_a_document(partnership):
    ...     assert 1 <= len(partnership.documents) <= 2
    >>> test_there_is_a_document()
    """
    kinds = st.lists(_KINDS, min_size=1, max_size=most_documents)
    return _partnerships(kinds, most_entries, partial_dates(earliest=earliest, latest=latest))


def documents(
    *,
    kind: DocumentKind | None = None,
    most_entries: int = 2,
    earliest: date = EARLIEST,
    latest: date = LATEST,
) -> SearchStrategy[Document]:
    """Make documents that hang together on their own.

    Args:
        kind: what they are; any kind if none is given.
        most_entries: the most entries in a section, at least 1; statements may be twice as many.
        earliest: the first day on which anything in it happens.
        latest: the last.
    """
    kinds = (_KINDS if kind is None else st.just(kind)).map(lambda one: [one])
    made = _partnerships(kinds, most_entries, partial_dates(earliest=earliest, latest=latest))
    return made.map(lambda partnership: partnership.documents[0])


@st.composite
def _partnerships(
    draw: DrawFn, kinds: SearchStrategy[list[DocumentKind]], most: int, dates: SearchStrategy[PartialDate]
) -> Partnership:
    identity = draw(_SLUGS)
    drawn = _drawn(draw, identity, draw(kinds), Cast({}, dates), most)
    return Partnership(id=identity, documents=drawn)


def _drawn(draw: DrawFn, identity: Slug, kinds: list[DocumentKind], cast: Cast, most: int) -> tuple[Document, ...]:
    """Draw documents: first which ids each has, then what stands under them."""
    ids = [_ids(draw, most) for _ in kinds]
    known = {key: tuple(dict.fromkeys(one for own in ids for one in own[key])) for key in ids[0]}
    cast = evolve(cast, ids=known)
    return tuple(_document(draw, identity, kind, own, cast, most) for kind, own in zip(kinds, ids, strict=True))


def _slug_of(key: str, number: int) -> Slug:
    return Slug(f"{key.replace('_', '-')}-{number + 1}")


def _ids(draw: DrawFn, most: int) -> dict[str, list[Slug]]:
    """Draw the ids of a document, by kind of entry: the same ones as in other documents, as it falls."""
    ids: dict[str, list[Slug]] = {}
    for section in _SECTIONS:
        if section.with_ids:
            chosen = draw(below(2**most))
            ids[section.key] = [_slug_of(section.key, n) for n in range(most) if chosen >> n & 1]
    return ids


def _document(
    draw: DrawFn, identity: Slug, kind: DocumentKind, ids: dict[str, list[Slug]], cast: Cast, most: int
) -> Document:
    held: dict[str, tuple[Any, ...]] = {}
    for section in _SECTIONS:
        if section.with_ids:
            found = [entry(draw, section.cls, cast, id=identity) for identity in ids[section.key]]
        else:
            number = draw(below(1 + most * (2 if section.key == "statement" else 1)))
            found = [entry(draw, section.cls, cast) for _ in range(number)]
        held[section.name] = tuple(item for item in found if item is not NOTHING)
    held["partners"] = tuple({partner.agency: partner for partner in held["partners"]}.values())
    others = tuple(draw(_OTHERS))
    borrowed = bool(others) and draw(below(2)) == 1
    return Document(
        partnership=others[0] if borrowed else identity,
        name=draw(_NAMES),
        kind=kind,
        transcribed=draw(_TRANSCRIBED),
        shared_with=(identity,) if borrowed else others,
        all_cases_of=draw(_ALL_CASES_OF),
        publication=entry(draw, Publication, cast),
        **held,
    )
