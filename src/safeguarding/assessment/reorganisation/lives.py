"""How long bodies of the gazetteer last, and what comes after them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache

from safeguarding.assessment.reorganisation.events import Sort
from safeguarding.assessment.reorganisation.matching import AnyBody
from safeguarding.law.gazetteer import tables
from safeguarding.law.gazetteer.bodies import Authority, HealthBody, PoliceForce
from safeguarding.law.gazetteer.finding import find_authority, find_health_body

DAY = timedelta(days=1)


@cache
def turning_days() -> tuple[date, ...]:
    """Return the days on which anything in the gazetteer begins, or is no more."""
    touches = [touch for table in (tables.ccg_areas(), tables.icb_areas()) for some in table.values() for touch in some]
    bodies = (*tables.authorities(), *tables.districts(), *tables.ccgs(), *tables.icbs())
    found: set[date] = set()
    spans = [(body.starts, body.ends) for body in bodies] + [(touch.starts, touch.ends) for touch in touches]
    for starts, ends in spans:
        found |= {starts} if starts else set()
        found |= {ends + DAY} if ends else set()
    return tuple(sorted(found))


def following(areas: Iterable[Authority], day: date) -> tuple[Authority, ...]:
    """Return the authorities of some areas as they are on a day: themselves, or what came after them on it."""
    found: list[Authority] = []
    for area in areas:
        now = find_authority(area.code, day).body or area
        found += [area] if now.exists(day) or last_day(area) != day - DAY else _after(area, day)
    return tuple(dict.fromkeys(found))


def _after(area: Authority, day: date) -> list[Authority]:
    return [body for body in successors_of(area, day) if isinstance(body, Authority)]


def _rows(body: AnyBody) -> list[AnyBody]:
    """Return all rows of a body."""
    every: tuple[AnyBody, ...] = (*tables.authorities(), *tables.districts(), *tables.ccgs(), *tables.icbs())
    return [row for row in every if row.identity == body.identity and sort_of(row) is sort_of(body)]


@cache
def last_day(body: AnyBody) -> date | None:
    """Return the last day of a body, whatever its code or name then; none while it lasts."""
    ends = [row.ends for row in _rows(body)]
    return None if None in ends or not ends else max(end for end in ends if end)


@cache
def successors_of(body: AnyBody, day: date) -> tuple[AnyBody, ...]:
    """Return what comes after a body, as it is on a day; not the same one under a new code."""
    codes = dict.fromkeys(code for row in _rows(body) for code in row.successors)
    others = (other for code in codes for other in (find_authority(code, day).body, find_health_body(code, day).body))
    return tuple(dict.fromkeys(other for other in others if other is not None and other.identity != body.identity))


def sort_of(body: AnyBody) -> Sort:
    """Say what sort of body it is."""
    if isinstance(body, HealthBody):
        return Sort.GROUP if body.kind == "clinical-commissioning-group" else Sort.BOARD
    if isinstance(body, PoliceForce):
        return Sort.OTHER
    return Sort.AUTHORITY if isinstance(body, Authority) else Sort.DISTRICT
