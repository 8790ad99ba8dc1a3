"""Whether a set of documents hangs together: ids, places, order in time, and nothing about a child."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from attrs import Attribute, fields, has

from safeguarding.dates import PartialDate
from safeguarding.model.bodies import Seat
from safeguarding.model.cases import Case
from safeguarding.model.chronology import of_case
from safeguarding.model.documents import Document, Publication, path_of, sections
from safeguarding.model.flaws import Flaw, Found, Path
from safeguarding.model.funding import Funding
from safeguarding.model.partners import Partner
from safeguarding.model.record import PROSE_LIMIT, Place, Record, stated_fields
from safeguarding.model.relevant import RelevantAgency
from safeguarding.model.sources import Source
from safeguarding.model.statements import Statement
from safeguarding.model.topics import PARTS

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
SLUG_ACCEPTED = "an id is lower-case letters, digits and single hyphens, at most 60 characters"
_SLUG_LIMIT = 60
_NEAR_AMONG = 1000
_NHS_NUMBER = re.compile(r"(?<!\d)\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)", re.ASCII)
_SHA256 = re.compile(r"[0-9a-f]{64}", re.ASCII)
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_PARAGRAPHS = range(1, 39)
_SEAT_OWNERS = ("agency", "post", "body", "held_for", "group")
_PROSE = frozenset({"says", "purpose", "reason", "how", "expected", "contribution", "role", "matters"})


Ids = Mapping[str, set[str]]


def identities(documents: Sequence[Document]) -> dict[str, set[str]]:
    """Collect the ids of all entries, by kind of entry."""
    known: dict[str, set[str]] = {}
    for document in documents:
        for attribute in sections():
            for entry in getattr(document, attribute.name):
                if hasattr(entry, "id"):
                    known.setdefault(attribute.metadata["key"], set()).add(entry.id)
    return known


def flaws(documents: Sequence[Document], known: Ids | None = None) -> Iterator[Flaw]:
    """Find everything in a set of documents that does not hang together, in the order of writing.

    Args:
        documents: the documents of one partnership.
        known: the ids to take as known, by kind; those of the documents if none are given.
    """
    ids = identities(documents) if known is None else known
    kinds: dict[str, str] = {}
    for index, document in enumerate(documents):
        for found in chain(_of_document(document, ids), _duplicates(document, kinds)):
            yield Flaw(
                document=index, at=found.at, what=found.what, accepted=found.accepted, do=found.do, beside=found.beside
            )


def _of_document(document: Document, ids: Ids) -> Iterator[Found]:
    for attribute in fields(Document):
        value = getattr(document, attribute.name)
        key = attribute.metadata.get("key")
        if key is None:
            yield from _of_value(attribute, value, (attribute.name,), ids)
        else:
            for index, entry in enumerate(value):
                yield from _of_record(entry, (key, index), ids)


def _duplicates(document: Document, kinds: dict[str, str]) -> Iterator[Found]:
    """Find ids used twice in a document, or for different kinds of entry in different documents."""
    here: dict[str, str] = {}
    for attribute in sections():
        key = attribute.metadata["key"]
        for index, entry in enumerate(getattr(document, attribute.name)):
            identity = getattr(entry, "id", None)
            if identity is None:
                continue
            do = "an id means one thing everywhere: choose another"
            if identity in here:
                what = f'"{identity}" is already the id of {_an(here[identity])}'
                yield Found((key, index, "id"), what, do=do)
            elif kinds.setdefault(identity, key) != key:
                what = f'"{identity}" is the id of {_an(kinds[identity])} in another document'
                yield Found((key, index, "id"), what, do=do)
            here.setdefault(identity, key)
    partners: set[str] = set()
    for index, partner in enumerate(document.partners):
        if partner.agency in partners:
            what = f'"{partner.agency}" is already a partner'
            yield Found(("partner", index, "agency"), what, do="write one [[partner]] with all it covers")
        partners.add(partner.agency)


def _an(key: str) -> str:
    word = key.replace("_", " ")
    return f"{'an' if word[0] in 'aeiou' else 'a'} {word}"


def _of_record(entry: Any, at: Path, ids: Ids) -> Iterator[Found]:
    """Look at one entry, or one table inside it."""
    for attribute in fields(type(entry)):
        yield from _of_value(attribute, getattr(entry, attribute.name), (*at, attribute.name), ids)
    if isinstance(entry, Record):
        yield from _of_marks(entry, at, ids)
    yield from _of_order(entry, at)
    for kind, special in _SPECIAL.items():
        if isinstance(entry, kind):
            yield from special(entry, at)


def _of_value(attribute: Attribute[Any], value: Any, at: Path, ids: Ids) -> Iterator[Found]:
    if value is None or (attribute.name == "also" and isinstance(value, tuple)):
        return
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _of_value(attribute, item, (*at, index), ids)
    elif isinstance(value, str):
        yield from _of_text(attribute, value, at, ids)
    elif isinstance(value, Place):
        yield from _of_place(value, at, ids)
    elif has(type(value)) and not isinstance(value, PartialDate):
        yield from _of_record(value, at, ids)


def _of_text(attribute: Attribute[Any], text: str, at: Path, ids: Ids) -> Iterator[Found]:
    kinds = attribute.metadata.get("refers")
    if kinds is not None:
        if not any(text in ids.get(kind, ()) for kind in kinds):
            yield _dangling(text, kinds, at, ids)
    elif attribute.name in {"id", "partnership", "shared_with"}:
        if not SLUG.fullmatch(text) or len(text) > _SLUG_LIMIT:
            yield Found(at, f"{_quoted(text)} is not an id", SLUG_ACCEPTED)
    elif not text.strip():
        yield Found(at, "the text is empty", do="write what the source says, or leave the key out")
    elif _UNWRITABLE.search(text):
        yield Found(at, f"{_quoted(text)} has a character that cannot be written out", do="remove it")
    elif len(text) > PROSE_LIMIT and attribute.name in _PROSE:
        what = f"the paraphrase has {len(text)} characters"
        yield Found(at, what, f"at most {PROSE_LIMIT}", "shorten it; the place says where the rest is")
    elif attribute.name != "sha256" and _NHS_NUMBER.search(text):
        what = "the text has a number in the shape of an NHS number"
        yield Found(at, what, do="remove it: nothing about a child can be recorded")


def _dangling(text: str, kinds: tuple[str, ...], at: Path, ids: Ids) -> Found:
    from difflib import get_close_matches  # noqa: PLC0415  # only errors need it

    wanted = " or ".join(f"[[{kind}]]" for kind in kinds)
    # Among very many ids the search would take longer than anybody would wait for it.
    few = sum(len(ids.get(kind, ())) for kind in kinds) <= _NEAR_AMONG
    candidates = sorted(set().union(*(ids.get(kind, set()) for kind in kinds))) if few else []
    near = get_close_matches(text, candidates, n=1)
    others = sorted(kind for kind, names in ids.items() if text in names)
    what = f"{_quoted(text)} is not the id of any {wanted}"
    if others:
        what += f" (it is the id of {_an(others[0])})"
    do = f'did you mean "{near[0]}"?' if near else f"add an entry with that id under {wanted.split(' or ')[0]}"
    return Found(at, what, do=do.rstrip("?") if near else do)


def _of_place(place: Place, at: Path, ids: Ids) -> Iterator[Found]:
    if place.source not in ids.get("source", ()):
        found = _dangling(place.source, ("source",), (*at, "source"), ids)
        yield found
    if place.page is not None and place.page < 1:
        yield Found((*at, "page"), f"{place.page} is not a page", "pages count from 1")
    if place.lines is not None and not 1 <= place.lines[0] <= place.lines[1]:
        what = f"[{place.lines[0]}, {place.lines[1]}] is not a range of lines"
        yield Found((*at, "lines"), what, "the first and the last line, counted from 1")
    if place.heading is not None:
        yield from _of_text(fields(Place).heading, place.heading, (*at, "heading"), ids)


def _of_marks(entry: Record, at: Path, ids: Ids) -> Iterator[Found]:
    """Look at the further statements of an entry, and at what it marks as unreadable."""
    stated = {attribute.name: attribute for attribute in stated_fields(type(entry))}
    accepted = "one of: " + ", ".join(sorted(set(stated) - {"id"}))
    for index, name in enumerate(entry.unknown):
        if name not in stated or name == "id":
            yield Found((*at, "unknown", index), f"{_quoted(name)} is not a field of this entry", accepted)
        elif getattr(entry, name) != stated[name].default:
            what = f'"{name}" is marked as unknown and has a value'
            yield Found((*at, "unknown", index), what, do="remove one of the two")
    for index, other in enumerate(entry.also):
        here = (*at, "also", index)
        if other.field not in stated or other.field == "id":
            yield Found((*here, "field"), f"{_quoted(other.field)} is not a field of this entry", accepted)
            continue
        if other.value is None and other.where is None:
            yield Found(here, "the further statement has neither a value nor a place", do="add one of them")
        first = getattr(entry, other.field)
        if other.value is not None and first in (None, ()) and first == stated[other.field].default:
            what = f'"{other.field}" has a second value and no first'
            yield Found((*here, "value"), what, do=f'write the first as "{other.field}"')
        yield from _of_value(stated[other.field], other.value, (*here, "value"), ids)
        if other.where is not None:
            yield from _of_place(other.where, (*here, "where"), ids)


_ORDERED = (("starts", "ends"), ("published", "updated"))


def _of_order(entry: Any, at: Path) -> Iterator[Found]:
    for first, last in _ORDERED:
        start, end = getattr(entry, first, None), getattr(entry, last, None)
        if isinstance(start, PartialDate) and isinstance(end, PartialDate) and end.latest < start.earliest:
            what = f"{last} ({end}) is before {first} ({start})"
            yield Found((*at, last), what, do="correct one of the two dates")


def _of_source(source: Source, at: Path) -> Iterator[Found]:
    if source.sha256 is not None and not _SHA256.fullmatch(source.sha256):
        yield Found((*at, "sha256"), f"{_quoted(source.sha256)} is not a SHA-256", "64 hexadecimal digits")


def _of_seat(seat: Seat, at: Path) -> Iterator[Found]:
    given = [name for name in _SEAT_OWNERS if getattr(seat, name) is not None]
    if len(given) != 1:
        what = f"a seat has one owner, this one has {len(given)}"
        yield Found(at, what, "exactly one of: " + ", ".join(_SEAT_OWNERS))


def _of_relevant(agency: RelevantAgency, at: Path) -> Iterator[Found]:
    for index, paragraph in enumerate(agency.paragraphs or ()):
        if paragraph not in _PARAGRAPHS:
            what = f"the Schedule has no paragraph {paragraph}"
            yield Found((*at, "paragraphs", index), what, "1 to 38, or an empty list for none")


def _of_partner(partner: Partner, at: Path) -> Iterator[Found]:
    seen: set[str] = set()
    for index, cover in enumerate(partner.covers):
        if cover.area in seen:
            yield Found((*at, "covers", index, "area"), f'"{cover.area}" stands here twice')
        seen.add(cover.area)


def _of_statement(statement: Statement, at: Path) -> Iterator[Found]:
    parts = PARTS.get(statement.topic)
    if parts is None:
        topics = ", ".join(topic.value for topic in PARTS)
        what = f'"{statement.topic.value}" is a section, not a topic of statements'
        yield Found((*at, "topic"), what, f"one of: {topics}")
        return
    if not statement.parts:
        yield Found((*at, "parts"), "no part is named", "one or more of: " + ", ".join(parts))
    for index, part in enumerate(statement.parts):
        if part not in parts:
            what = f'{_quoted(part)} is not a part of the topic "{statement.topic.value}"'
            yield Found((*at, "parts", index), what, "one of: " + ", ".join(parts))


def _of_funding(funding: Funding, at: Path) -> Iterator[Found]:
    labels = {line.label for line in funding.lines}
    seen: set[str] = set()
    for index, line in enumerate(funding.lines):
        if line.label in seen:
            what = f"{_quoted(line.label)} is already the label of a line"
            yield Found((*at, "lines", index, "label"), what, do="choose another")
        seen.add(line.label)
        if line.within is not None and (line.within not in labels or line.within == line.label):
            what = f"{_quoted(line.within)} is not the label of another line"
            yield Found((*at, "lines", index, "within"), what, "one of the other lines' labels")


def _of_publication(publication: Publication, at: Path) -> Iterator[Found]:
    unstated = publication.implemented is None and "implemented" not in publication.unknown
    if publication.implemented_as_planned and unstated:
        what = "a planned start has no date"
        yield Found((*at, "implemented_as_planned"), what, do='write the date as "implemented"')


_SPECIAL: dict[type, Any] = {
    Source: _of_source,
    Seat: _of_seat,
    RelevantAgency: _of_relevant,
    Partner: _of_partner,
    Statement: _of_statement,
    Funding: _of_funding,
    Publication: _of_publication,
    Case: of_case,
}


def _quoted(text: str, limit: int = 60) -> str:
    """Quote a text as it is written in a file, shortened."""
    shown = text if len(text) <= limit else text[: limit - 1] + "…"
    return '"' + "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in shown) + '"'


def in_words(document: Document, at: Path) -> str:
    """Write a path as a reader would look for it: ``body.lead-group.reports_to[0].to``."""
    parts = list(at)
    text = ""
    keys = {attribute.metadata["key"]: attribute.name for attribute in sections()}
    if len(parts) > 1 and parts[0] in keys and isinstance(parts[1], int):
        entry = getattr(document, keys[str(parts[0])])[parts[1]]
        text = path_of(str(parts[0]), parts[1], entry)
        parts = parts[2:]
    for part in parts:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else str(part)
    return text
