"""What makes a case one that can have happened: events of its kind, in an order that is possible."""

from __future__ import annotations

from datetime import date
from typing import Any

from attrs import NOTHING, evolve
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from safeguarding.dates import PartialDate
from safeguarding.model import Case, CaseKind, Event, Happening, Paper, Place
from safeguarding.model.cases import ADDRESSED, COVERS, EVENTS, FOLLOWS, OF_A_PAPER, ONCE, PAPERS_FOLLOW
from safeguarding.strategies.making import Cast, below, placing

FIXED: dict[type[Any], frozenset[str]] = {Case: frozenset({"kind", "events"}), Event: frozenset({"what"})}
"""What says which entry it is: it cannot be unreadable, and nothing further is stated of it."""

YEARS = range(1990, 2100)
"""The years in which something may happen in a case."""

_HAPPENINGS = {
    kind: st.sampled_from([*happenings, *(what for what in happenings if what in {*COVERS, *ADDRESSED, *OF_A_PAPER})])
    for kind, happenings in EVENTS.items()
}
"""What can happen in a case of each kind: more often that of which more can be said."""

_BEFORE: dict[tuple[Happening, Paper | None], tuple[Happening, ...]] = {
    (what, paper): tuple(
        first
        for pairs in (FOLLOWS, PAPERS_FOLLOW if paper is Paper.REPORT else ())
        for later, first in pairs
        if later is what
    )
    for what in Happening
    for paper in (None, *Paper)
}
"""What each event can only follow."""


def placing_without_heading(draw: DrawFn, cast: Cast) -> Any:
    """Make the place of an entry in a case: a heading could be a text about a child."""
    place = placing(draw, cast)
    return evolve(place, heading=None) if isinstance(place, Place) else NOTHING


def nothing(_draw: DrawFn, _cast: Cast) -> Any:
    """Make no value: an entry in a case has no notes."""
    return NOTHING


def mend_case(draw: DrawFn, made: dict[str, Any]) -> None:
    """Let only such events stand in a case as happen in one of its kind, as often and in such an order as they can."""
    kind: CaseKind = made["kind"]
    events: list[Event] = []
    for event in made.get("events") or ():
        what = event.what if event.what in EVENTS[kind] else draw(_HAPPENINGS[kind])
        if what not in ONCE or all(other.what is not what for other in events):
            events.append(_fitted(draw, event, what))
    if events:
        made["events"] = in_possible_order(tuple(events))
    else:
        made.pop("events", None)


def _fitted(draw: DrawFn, event: Event, what: Happening) -> Event:
    """Let an event be of some kind, and say only what such an event can say."""
    covers = event.covers
    if not _says(what, "covers", covers):
        matters = COVERS.get(what, ())
        chosen = draw(below(2 ** len(matters)))
        covers = tuple(matter for place, matter in enumerate(matters) if chosen >> place & 1)
    fitted = evolve(
        event,
        what=what,
        on=event.on if _says(what, "on", event.on) else None,
        to=event.to if _says(what, "to", event.to) else (),
        covers=covers,
        of=event.of if _says(what, "of", event.of) else None,
        decision=event.decision if _says(what, "decision", event.decision) else None,
    )
    # There is no second value where there is no longer a first.
    also = tuple(
        other
        for other in event.also
        if other.value is None or (getattr(fitted, other.field) and _says(what, other.field, other.value))
    )
    return evolve(fitted, also=also)


def _says(what: Happening, name: str, value: Any) -> bool:
    """Say whether an event may have this value in a field, or in a further statement of it."""
    if not value:
        return True
    return {
        "on": lambda: value.year in YEARS,
        "to": lambda: what in ADDRESSED,
        "covers": lambda: set(value) <= set(COVERS.get(what, ())),
        "of": lambda: what in OF_A_PAPER,
        "decision": lambda: what is Happening.DECIDED,
    }.get(name, lambda: True)()


def in_possible_order(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """Put off what happened before something that it can only have followed, until the day of that."""
    held = list(events)
    moved = True
    while moved:
        # A date only ever comes later than it was: this ends when all are as late as the latest.
        moved = False
        for place, event in enumerate(held):
            others = [_earliest(held, first) for first in _BEFORE[event.what, event.of]]
            other = max((other for other in others if other is not None), key=_first, default=None)
            if other is not None and _days(event) and _last(event) < _first(other):
                held[place] = evolve(event, on=min(_days(other), key=_beginning))
                moved = True
    return tuple(held)


def _earliest(events: list[Event], what: Happening) -> Event | None:
    found = [event for event in events if event.what is what and _days(event)]
    return min(found, key=_first, default=None)


def _days(event: Event) -> tuple[PartialDate, ...]:
    return tuple(when for when in event.values("on") if when is not None)


def _beginning(when: PartialDate) -> date:
    return when.earliest


def _first(event: Event) -> date:
    return min(_beginning(when) for when in _days(event))


def _last(event: Event) -> date:
    return max(when.latest for when in _days(event))
