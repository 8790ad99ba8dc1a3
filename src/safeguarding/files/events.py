"""Reorganisations that are given in a file: which keys it has, and what is wrong with it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from safeguarding.assessment.reorganisation.events import Begun, Ended, EventKind, Part, Reorganisation, Sort
from safeguarding.dates import PartialDate
from safeguarding.dates.partial import ACCEPTED
from safeguarding.files.faults import Fault
from safeguarding.files.report import File, invalid
from safeguarding.files.syntax import LARGEST, decoded, parsed
from safeguarding.files.wording import Path as At
from safeguarding.files.wording import any_of, nearest, quoted, shown

SCHEMA = "safeguarding.events.v1"

EXAMPLE = """\
schema = "safeguarding.events.v1"

[[event]]
kind = "councils"
date = "2027-04-01"
source = "the order that makes the two councils"
ends = ["Surrey County Council"]
begins = ["East Surrey Council", "West Surrey Council"]
"""
"""What such a file looks like."""

_SORTS: Mapping[EventKind, tuple[Sort, Sort]] = {
    EventKind.COUNCILS: (Sort.AUTHORITY, Sort.AUTHORITY),
    EventKind.GROUPS_MERGED: (Sort.GROUP, Sort.GROUP),
    EventKind.BOARDS_FOR_GROUPS: (Sort.GROUP, Sort.BOARD),
    EventKind.BOARDS_MERGED: (Sort.BOARD, Sort.BOARD),
    EventKind.AGENCIES: (Sort.OTHER, Sort.OTHER),
}
_KINDS = {kind.value: kind for kind in (*_SORTS, EventKind.PARTNERSHIPS_MERGED, EventKind.PARTNERSHIP_DIVIDED)}
_OF_BODIES = ("kind", "date", "source", "ends", "begins")
_KEYS: Mapping[EventKind, tuple[str, ...]] = {
    **dict.fromkeys(_SORTS, _OF_BODIES),
    EventKind.PARTNERSHIPS_MERGED: ("kind", "date", "source", "name"),
    EventKind.PARTNERSHIP_DIVIDED: ("kind", "date", "source", "part"),
}
_NEEDED: Mapping[EventKind, tuple[str, ...]] = {
    **dict.fromkeys(_SORTS, ("date", "ends")),
    EventKind.PARTNERSHIPS_MERGED: ("date",),
    EventKind.PARTNERSHIP_DIVIDED: ("date", "part"),
}


def load_events(path: str | os.PathLike[str]) -> tuple[Reorganisation, ...]:
    """Read reorganisations from a TOML file.

    Args:
        path: the file. It has ``schema = "safeguarding.events.v1"`` and one ``[[event]]`` for each, with ``kind``,
            ``date`` (its first day, or month or year) and, as its kind asks, ``ends`` and ``begins`` (names, codes or
            ids), ``name``, or ``[[event.part]]`` with ``name`` and ``areas``; ``source`` says on what it rests.

    Raises:
        InvalidDocumentError: the file cannot be read, or holds something that it cannot hold.
    """
    name = os.fspath(path)
    try:
        with Path(path).open("rb") as opened:
            content = opened.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        what = f"the file cannot be read ({getattr(error, 'strerror', None) or error})"
        raise invalid([File(name, faults=[Fault(what=what, do="check its name and folder")])]) from None
    return loads_events(content, name=name)


def loads_events(data: str | bytes, *, name: str = "<text>") -> tuple[Reorganisation, ...]:
    """Read reorganisations from the text of such a file; see ``load_events``.

    Args:
        data: the text, or its bytes in UTF-8.
        name: what to call it in messages.

    Raises:
        InvalidDocumentError: the text holds something that it cannot hold.
    """
    content = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    file = File(name, sha256=sha256(content).hexdigest())
    text = decoded(content, "toml")
    if isinstance(text, str) and not text.strip():
        text = Fault(what="the file is empty", do=f'begin it with schema = "{SCHEMA}"', line=1)
    if isinstance(text, Fault):
        file.faults = [text]
        raise invalid([file])
    file.text = text
    file.tree, file.faults = parsed(text, "toml")
    if file.tree is not None:
        file.faults += _of_the_file(file.tree)
    if file.faults or file.tree is None:
        raise invalid([file])
    return tuple(_event(table) for table in file.tree["event"])


# What is wrong


def _of_the_file(tree: dict[str, Any]) -> Iterator[Fault]:
    if tree.get("schema") != SCHEMA:
        what = f"schema is {shown(tree['schema'])}" if "schema" in tree else '"schema" is missing'
        yield Fault(
            at=("schema",) if "schema" in tree else (), what=what, do=f'begin the file with schema = "{SCHEMA}"'
        )
    yield from _strange(tree, ("schema", "event"), ())
    events = tree.get("event")
    if not _tables(events) or not events:
        at = ("event",) if "event" in tree else ()
        yield Fault(at=at, what="there is no event", do="write one under [[event]]")
        return
    for index, table in enumerate(events):
        yield from _of_an_event(table, ("event", index))


def _tables(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, dict) for one in value)


def _strange(table: dict[str, Any], keys: tuple[str, ...], at: At) -> Iterator[Fault]:
    for key in table:
        if key not in keys:
            near = nearest(key, [one for one in keys if one not in table])
            do = f"did you mean {quoted(near)}?" if near else "remove it"
            yield Fault(
                at=(*at, key), what=f"{quoted(key)} is no key that can stand here", accepted=any_of(keys), do=do
            )


def _of_an_event(table: dict[str, Any], at: At) -> Iterator[Fault]:
    kind = table.get("kind")
    if not isinstance(kind, str) or kind not in _KINDS:
        near = nearest(kind, list(_KINDS)) if isinstance(kind, str) else None
        what = f"{shown(kind)} is no kind of event" if "kind" in table else '"kind" is missing'
        do = f"did you mean {quoted(near)}?" if near else "say what kind of event it is"
        yield Fault(at=(*at, "kind") if "kind" in table else at, what=what, accepted=any_of(_KINDS), do=do)
        return
    known = _KINDS[kind]
    yield from _strange(table, _KEYS[known], at)
    for key in _NEEDED[known]:
        if key not in table:
            yield Fault(at=at, what=f'"{key}" is missing', do=_MISSING[key])
    yield from _of_a_date(table, at)
    for key in ("source", "name"):
        if key in table and not _text(table[key]):
            yield Fault(at=(*at, key), what=f"{shown(table[key])} is no text", do="write it in quotation marks")
    for key in ("ends", "begins"):
        if key in table:
            yield from _of_names(table[key], (*at, key))
    if "part" in table and known is EventKind.PARTNERSHIP_DIVIDED:
        yield from _of_parts(table["part"], (*at, "part"))


_MISSING = {
    "date": f"give its first day: {ACCEPTED}",
    "ends": "name what ends, as a list of names, codes or ids",
    "part": "write an [[event.part]] with name and areas for each of the new partnerships",
}


def _text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _of_a_date(table: dict[str, Any], at: At) -> Iterator[Fault]:
    if "date" in table and _date(table["date"]) is None:
        yield Fault(at=(*at, "date"), what=f"{shown(table['date'])} is no date", accepted=ACCEPTED, do="correct it")


def _date(value: Any) -> PartialDate | None:
    try:
        return PartialDate.parse(value if isinstance(value, str) else str(value.isoformat()))
    except (ValueError, AttributeError):
        return None


def _of_names(value: Any, at: At) -> Iterator[Fault]:
    if not isinstance(value, list) or not value:
        what = f"{shown(value)} is no list of names" if not isinstance(value, list) else "the list is empty"
        yield Fault(at=at, what=what, do='write a list, as in ["Surrey County Council"]')
        return
    seen: set[str] = set()
    for index, one in enumerate(value):
        if not _text(one):
            yield Fault(at=(*at, index), what=f"{shown(one)} is no name", do="write a name, a code or an id as a text")
        elif one in seen:
            yield Fault(at=(*at, index), what=f"{quoted(one)} stands here twice", do="remove one of the two")
        else:
            seen.add(one)


_LEAST = 2


def _of_parts(value: Any, at: At) -> Iterator[Fault]:
    if not _tables(value) or len(value) < _LEAST:
        yield Fault(at=at, what="a partnership is divided into two or more", do=_MISSING["part"])
        return
    taken: dict[str, str] = {}
    for index, table in enumerate(value):
        here = (*at, index)
        yield from _strange(table, ("name", "areas"), here)
        if not _text(table.get("name")):
            yield Fault(at=here, what="a part has no name", do="give one")
        if "areas" in table:
            yield from _of_names(table["areas"], (*here, "areas"))
        else:
            yield Fault(at=here, what="a part has no areas", do="list the ids of its areas")
        for area in table["areas"] if isinstance(table.get("areas"), list) else ():
            if isinstance(area, str) and taken.setdefault(area, str(index)) != str(index):
                yield Fault(at=(*here, "areas"), what=f"{quoted(area)} goes to two parts", do="leave it in one of them")


# What it says


def _event(table: dict[str, Any]) -> Reorganisation:
    kind, when = _KINDS[table["kind"]], _date(table["date"])
    if when is None:
        raise AssertionError(table)
    ending, beginning = _SORTS.get(kind, (Sort.OTHER, Sort.OTHER))
    begins = tuple(table.get("begins", ()))
    return Reorganisation(
        kind=kind,
        starts=when,
        ends=tuple(Ended(name=name, sort=ending, successors=begins) for name in table.get("ends", ())),
        begins=tuple(Begun(name=name, sort=beginning) for name in begins),
        basis=(table["source"],) if "source" in table else (),
        given=True,
        name=table.get("name", ""),
        parts=tuple(Part(name=part["name"], areas=tuple(part["areas"])) for part in table.get("part", ())),
    )
