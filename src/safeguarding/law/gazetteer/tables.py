"""The tables of the gazetteer, each read when it is first asked for."""

from __future__ import annotations

from datetime import date
from functools import cache
from types import MappingProxyType

from safeguarding.law.gazetteer.bodies import (
    Authority,
    Basis,
    District,
    HealthBody,
    Part,
    PoliceForce,
    Strength,
    Touch,
)
from safeguarding.law.gazetteer.rows import rows

Table = MappingProxyType[str, tuple[Touch, ...]]


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _codes(text: str) -> tuple[str, ...]:
    return tuple(text.split(";")) if text else ()


@cache
def bases() -> MappingProxyType[str, Basis]:
    """Return what rows rest on, by code."""
    return MappingProxyType({
        code: Basis(code=code, strength=Strength(strength), says=says) for code, strength, says in rows("bases")
    })  # fmt: skip


@cache
def authorities() -> tuple[Authority, ...]:
    """Return every authority with children's services; one with a new code has a row for each."""
    return tuple(
        Authority(
            code=code,
            identity=body,
            name=name,
            official_name=official,
            kind=kind,
            starts=_day(starts),
            ends=_day(ends),
            successors=_codes(successors),
            basis=bases()[basis],
        )
        for code, body, name, official, kind, starts, ends, successors, basis in rows("authorities")
    )


@cache
def districts() -> tuple[District, ...]:
    """Return the districts of counties."""
    return tuple(
        District(
            code=code,
            identity=code,
            name=name,
            county=county,
            starts=_day(starts),
            ends=_day(ends),
            successors=_codes(successors),
            basis=bases()[basis],
        )
        for code, name, county, starts, ends, successors, basis in rows("districts")
    )


@cache
def police_forces() -> tuple[PoliceForce, ...]:
    """Return the territorial police forces; one that was renamed has a row for each name."""
    return tuple(
        PoliceForce(
            code=code,
            identity=code,
            name=name,
            other_names=_codes(others),
            starts=_day(starts),
            ends=_day(ends),
            successors=(),
            basis=bases()[basis],
        )
        for code, name, others, starts, ends, basis in rows("police_forces")
    )


def _health(table: str, kind: str) -> tuple[HealthBody, ...]:
    return tuple(
        HealthBody(
            code=code,
            identity=ods,
            ods=ods,
            name=name,
            kind=kind,
            starts=_day(starts),
            ends=_day(ends),
            successors=_codes(successors),
            basis=bases()[basis],
        )
        for code, ods, name, starts, ends, successors, basis in rows(table)
    )


@cache
def ccgs() -> tuple[HealthBody, ...]:
    """Return the clinical commissioning groups."""
    return _health("ccgs", "clinical-commissioning-group")


@cache
def icbs() -> tuple[HealthBody, ...]:
    """Return the integrated care boards; one with a new code has a row for each."""
    return _health("icbs", "integrated-care-board")


def _by_authority(touches: list[Touch]) -> Table:
    found: dict[str, list[Touch]] = {}
    for touch in touches:
        found.setdefault(touch.authority, []).append(touch)
    return MappingProxyType({code: tuple(some) for code, some in found.items()})


def _health_areas(table: str) -> Table:
    return _by_authority([
        Touch(
            body=body,
            authority=authority,
            part=Part(part),
            share=float(share),
            share_of_body=float(of_body) if of_body else None,
            small_areas=int(number),
            starts=_day(starts),
            ends=_day(ends),
            basis=bases()[basis],
        )
        for body, authority, part, share, of_body, number, starts, ends, basis in rows(table)
    ])  # fmt: skip


@cache
def ccg_areas() -> Table:
    """Return which clinical commissioning group takes in some of which authority, by authority."""
    return _health_areas("ccg_areas")


@cache
def icb_areas() -> Table:
    """Return which integrated care board takes in some of which authority, by authority."""
    return _health_areas("icb_areas")


@cache
def police_areas() -> Table:
    """Return which police force takes in which authority, by authority."""
    return _by_authority([
        Touch(body=force, authority=authority, starts=_day(starts), ends=_day(ends), basis=bases()[basis])
        for force, authority, starts, ends, basis in rows("police_areas")
    ])  # fmt: skip
