"""Whether a case can have happened as it is recorded, and says nothing that a case must not say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from enum import Enum

from attrs import evolve

from safeguarding.dates import PartialDate
from safeguarding.model.cases import (
    ADDRESSED,
    COVERS,
    EVENTS,
    FOLLOWS,
    OF_A_PAPER,
    ONCE,
    PAPERS_FOLLOW,
    REFERENCE,
    REFERENCE_ACCEPTED,
    Case,
    Event,
    Happening,
    Paper,
)
from safeguarding.model.flaws import Found, Path
from safeguarding.model.record import Place, Record

_YEARS = range(1990, 2100)
_WHAT_IT_IS = "a case is references and dates; nothing about a child can be recorded"
_DAYS = (
    re.compile(r"-(?P<year>\d{4})-(?P<month>\d\d)(?P<day>\d\d)\Z", re.ASCII),
    re.compile(r"-(?P<day>\d\d)(?P<month>\d\d)-(?P<year>\d{4})\Z", re.ASCII),
)
_SETTLED = {Case: ("kind", "events"), Event: ("what",)}
"""What says which entry it is: another kind of case, or another happening, is another entry."""


def of_case(case: Case, at: Path) -> Iterator[Found]:
    """Find what cannot stand in a case, or cannot have happened."""
    if not REFERENCE.fullmatch(case.id):
        what = f'"{case.id}" is not a reference of a case'
        yield Found((*at, "id"), what, REFERENCE_ACCEPTED, "make one up; a published title or a name is no reference")
    elif _is_a_day(case.id):
        what = f'"{case.id}" reads as a day, which could be one of birth or death'
        yield Found((*at, "id"), what, REFERENCE_ACCEPTED, "number the case in another way: si-21-304")
    yield from _texts(case, at)
    yield from _marks(case, at)
    seen: dict[Happening, Path] = {}
    for index, event in enumerate(case.events):
        here = (*at, "events", index)
        yield from _texts(event, here)
        yield from _marks(event, here)
        if event.what not in EVENTS[case.kind]:
            what = f'"{event.what.value}" does not happen in a case of the kind "{case.kind.value}"'
            yield Found((*here, "what"), what, _one_of(EVENTS[case.kind]))
        elif event.what in ONCE and event.what in seen:
            what = f'"{event.what.value}" stands here twice, and happens only once in a case'
            do = "write another case, or a second date of the same event under `also`"
            yield Found((*here, "what"), what, do=do, beside=seen[event.what])
        seen.setdefault(event.what, here)
        yield from _of_event(event, here)
    yield from _order(case.events, at)


def _is_a_day(reference: str) -> bool:
    """Say whether the two numbers of a reference are a year with a month and a day, as a date would be written."""
    for form in _DAYS:
        match = form.search(reference)
        if match is not None and int(match["year"]) in _YEARS:
            try:
                date(int(match["year"]), int(match["month"]), int(match["day"]))
            except ValueError:
                continue
            return True
    return False


def _marks(record: Case | Event, at: Path) -> Iterator[Found]:
    """Find further statements of what says which entry it is, and events that are all unreadable."""
    settled = _SETTLED[type(record)]
    do = "write another entry for what may have been another"
    for index, other in enumerate(record.also):
        if other.field in settled and other.value is not None:
            yield Found((*at, "also", index), f'nothing further can be stated of "{other.field}"', do=do)
    if "events" in record.unknown:
        here = (*at, "unknown", record.unknown.index("events"))
        do = 'write each of them, and mark its date: unknown = ["on"]'
        yield Found(here, '"events" cannot be unreadable as a whole', do=do)


def _texts(record: Record, at: Path) -> Iterator[Found]:
    """Find texts of one's own, which could speak of a child."""
    if record.note is not None:
        yield Found((*at, "note"), f"a case has no notes: {_WHAT_IT_IS}", do="remove it")
    places: list[tuple[Path, Place | None]] = [(("where",), record.where)]
    places += [(("also", index, "where"), other.where) for index, other in enumerate(record.also)]
    for end, place in places:
        if place is not None and place.heading is not None:
            what = f"the place of an entry in a case has no heading: {_WHAT_IT_IS}"
            yield Found((*at, *end, "heading"), what, "page or lines", "give the page or the lines alone")


def _of_event(event: Event, at: Path) -> Iterator[Found]:
    yield from _stated(event, at)
    for index, other in enumerate(event.also):
        if other.value is not None and other.field in _FITS:
            # A further statement of a field says no more than the field itself could.
            further = evolve(_PLAIN, what=event.what, **{other.field: other.value})
            for found in _stated(further, (*at, "also", index)):
                yield evolve(found, at=(*at, "also", index, "value", *found.at[len(at) + 3 :]))
    for when in _dates(event):
        if when.year not in _YEARS:
            what = f"{when} is not a date of any case that this law is about"
            yield Found((*at, "on"), what, f"a year from {_YEARS[0]} to {_YEARS[-1]}", "correct it")


_PLAIN = Event(what=Happening.INCIDENT)
_FITS = frozenset({"covers", "to", "of", "decision"})
"""What can only be stated of some events."""


def _stated(event: Event, at: Path) -> Iterator[Found]:
    """Find what is stated of an event and cannot be of one of its kind."""
    name = event.what.value
    covered = COVERS.get(event.what, ())
    for index, matter in enumerate(event.covers):
        if matter not in covered:
            yield Found((*at, "covers", index), f'"{name}" does not cover "{matter.value}"', _one_of(covered))
    if event.to and event.what not in ADDRESSED:
        yield Found((*at, "to"), f'"{name}" is not addressed to anybody', do="remove it")
    if event.of is not None and event.what not in OF_A_PAPER:
        yield Found((*at, "of"), f'"{name}" is not of a report or of information', do="remove it")
    if event.decision is not None and event.what is not Happening.DECIDED:
        do = f'write it with what = "{Happening.DECIDED.value}"'
        yield Found((*at, "decision"), f'"{name}" is not a decision', do=do)


def _one_of(words: Sequence[Enum]) -> str:
    listed = ", ".join(str(word.value) for word in words)
    return f"one of: {listed}" if listed else "nothing: leave it out"


def _before() -> dict[Happening, tuple[tuple[Happening, Paper | None], ...]]:
    """Gather what each happening can only have followed; of a report, where only the report must have."""
    found: dict[Happening, tuple[tuple[Happening, Paper | None], ...]] = {}
    for pairs, paper in ((FOLLOWS, None), (PAPERS_FOLLOW, Paper.REPORT)):
        for later, first in pairs:
            found[later] = (*found.get(later, ()), (first, paper))
    return found


_BEFORE = _before()


def _order(events: Sequence[Event], at: Path) -> Iterator[Found]:
    """Find what stands before something that it can only have followed."""
    earliest: dict[Happening, tuple[date, int]] = {}
    for index, event in enumerate(events):
        if _dates(event):
            earliest[event.what] = min((_first(event), index), earliest.get(event.what, (date.max, index)))
    for index, event in enumerate(events):
        last = _last(event) if _dates(event) else date.max
        for first, paper in _BEFORE.get(event.what, ()):
            day, other = earliest.get(first, (date.min, index))
            if last < day and paper in {None, event.of}:
                what = (
                    f'"{event.what.value}" ({_said(event)}) is before "{first.value}" ({_said(events[other])}), '
                    "which it can only follow"
                )
                do = "correct one of the two dates"
                yield Found((*at, "events", index, "on"), what, do=do, beside=(*at, "events", other))


def _dates(event: Event) -> tuple[PartialDate, ...]:
    return tuple(when for when in event.values("on") if when is not None)


def _first(event: Event) -> date:
    return min(when.earliest for when in _dates(event))


def _last(event: Event) -> date:
    return max(when.latest for when in _dates(event))


def _said(event: Event) -> str:
    return " or ".join(str(when) for when in _dates(event))
