"""Which body is meant: by official code, by NHS code, or by a name as documents print it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Generic, TypeVar

from attrs import frozen

from safeguarding.law.gazetteer import names, tables
from safeguarding.law.gazetteer.bodies import Authority, District, HealthBody, PoliceForce

_B = TypeVar("_B", Authority, PoliceForce, HealthBody)


@frozen(kw_only=True)
class Found(Generic[_B]):
    """What a text was found to be.

    Args:
        asked: the text.
        as_of: the date of the question.
        body: the body: as it is on the date; else as it was when it ended; else as it will be. None if none is known.
        exists: whether that exists on the date.
        did_you_mean: where none is known, the names that come nearest.
    """

    asked: str
    as_of: date
    body: _B | None = None
    exists: bool = False
    did_you_mean: tuple[str, ...] = ()


Index = MappingProxyType[str, tuple[_B, ...]]


@frozen
class _Shelf(Generic[_B]):
    """The bodies of one kind, by code and by name.

    Args:
        codes: each row by its codes, in capitals.
        names: each row by what its names have in common with others of them.
        rows: all rows of a body, by its identity.
        normal: what two names of one body have in common.
    """

    codes: Index[_B]
    names: Index[_B]
    rows: Index[_B]
    normal: Callable[[str], str]

    def find(self, text: str, as_of: date) -> Found[_B]:
        """Find the body that a text means on a date."""
        rows = self.codes.get(text.strip().upper()) or self.names.get(self.normal(text)) or ()
        whole = [row for identity in dict.fromkeys(row.identity for row in rows) for row in self.rows[identity]]
        body = _on(whole, as_of)
        if body is not None:
            return Found(asked=text, as_of=as_of, body=body, exists=body.exists(as_of))
        return Found(asked=text, as_of=as_of, did_you_mean=self.nearest(text, as_of))

    def nearest(self, text: str, as_of: date) -> tuple[str, ...]:
        """Return the names that come nearest to one that is not known: those of the day before others."""
        keys = names.nearest(self.normal(text), self.names)
        found = [body for key in keys if (body := _on(self.names[key], as_of)) is not None]
        found.sort(key=lambda body: not body.exists(as_of))
        return tuple(dict.fromkeys(body.name for body in found))[: names.OFFERED]


def _on(rows: Sequence[_B], as_of: date) -> _B | None:
    """Choose among rows: that of the date; else the last before it; else the next after it."""
    for row in rows:
        if row.exists(as_of):
            return row
    before = [row for row in rows if row.ended(as_of)]
    if before:
        return max(before, key=lambda row: row.ends or date.min)
    return min(rows, key=lambda row: row.starts or date.min, default=None)


def _shelf(
    rows: Iterable[_B], normal: Callable[[str], str], called: Callable[[_B], Iterable[str]], *codes: str
) -> _Shelf[_B]:
    by_code: dict[str, list[_B]] = {}
    by_name: dict[str, list[_B]] = {}
    by_identity: dict[str, list[_B]] = {}
    for row in rows:
        by_identity.setdefault(row.identity, []).append(row)
        for code in {getattr(row, code) for code in codes}:
            by_code.setdefault(code, []).append(row)
        for key in {normal(name) for name in called(row)}:
            by_name.setdefault(key, []).append(row)
    return _Shelf(codes=_fixed(by_code), names=_fixed(by_name), rows=_fixed(by_identity), normal=normal)


def _fixed(found: dict[str, list[_B]]) -> Index[_B]:
    return MappingProxyType({key: tuple(rows) for key, rows in found.items()})


@cache
def _authorities() -> _Shelf[Authority]:
    return _shelf(tables.authorities(), names.of_authority, lambda row: (row.name, row.official_name), "code")


@cache
def _forces() -> _Shelf[PoliceForce]:
    return _shelf(tables.police_forces(), names.of_force, lambda row: (row.name, *row.other_names), "code")


@cache
def _health_bodies(kind: str) -> _Shelf[HealthBody]:
    groups = tables.ccgs() if kind != "integrated-care-board" else ()
    boards = tables.icbs() if kind != "clinical-commissioning-group" else ()
    rows = (*groups, *boards)
    return _shelf(rows, names.of_health_body, lambda row: (row.name,), "code", "ods")


@cache
def _district(name: str, as_of: date) -> District | None:
    """Return the district of a name: one of the date, else any."""
    found = [row for row in tables.districts() if names.of_authority(row.name) == names.of_authority(name)]
    return next((row for row in found if row.exists(as_of)), next(iter(found), None))


@cache
def find_authority(text: str, as_of: date) -> Found[Authority]:
    """Find a local authority with children's services.

    Args:
        text: its official code, its name or that of its council, in any of the usual forms.
        as_of: the date: several authorities may have had a name one after another.

    Returns:
        what was found; of a name that is not known, those that come nearest.
    """
    return _authorities().find(text, as_of)


@cache
def find_district(text: str, as_of: date) -> District | None:
    """Find the district of a county by its code or name."""
    return next((row for row in tables.districts() if row.code == text.strip().upper()), None) or _district(text, as_of)


@cache
def find_force(text: str, as_of: date) -> Found[PoliceForce]:
    """Find a territorial police force by its official code or its name.

    Args:
        text: the code or the name.
        as_of: the date, which decides how it is called.

    Returns:
        what was found; of a name that is not known, those that come nearest.
    """
    return _forces().find(text, as_of)


@cache
def find_health_body(text: str, as_of: date, kind: str = "") -> Found[HealthBody]:
    """Find a clinical commissioning group or an integrated care board.

    Args:
        text: its official code, its NHS code or its name, in any of the usual forms.
        as_of: the date: a group and a board may share a name.
        kind: ``clinical-commissioning-group`` or ``integrated-care-board``; if not given, either.

    Returns:
        what was found; of a name that is not known, those that come nearest.
    """
    return _health_bodies(kind).find(text, as_of)
