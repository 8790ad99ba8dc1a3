"""Who must be the safeguarding partners of an area on a date: Children Act 2004 s.16E(3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from types import MappingProxyType

from attrs import frozen

from safeguarding.dates import in_words
from safeguarding.errors import BeyondHorizonError, CannotAssessError, UnknownAreaError
from safeguarding.law.gazetteer import tables
from safeguarding.law.gazetteer.bodies import Authority, Body, HealthBody, Part, Touch, listed
from safeguarding.law.gazetteer.finding import find_authority, find_district
from safeguarding.law.gazetteer.known import several
from safeguarding.law.gazetteer.rows import BOARDS_FROM, CODES_FROM, KNOWN_FROM, KNOWN_TO
from safeguarding.model import Side

GAP = "s26-gap"
"""The basis of what the tables only leave open."""


@frozen(kw_only=True)
class RequiredPartner:
    """A body that the law makes a safeguarding partner of an area on a date.

    Args:
        side: local authority, health or police.
        body: the body, as it is on the date.
        since: the first day of that body, whatever its code or name then; none for before any day that is asked about.
        until: its last day, likewise; none while it lasts.
        touch: how its area and the authority's meet, and what that rests on.
        sure: whether that was read in a list that reaches to the date, and not worked out.
        predecessors: what it came after.
        successors: what comes after it, where its end is known.
    """

    side: Side
    body: Body
    since: date | None
    until: date | None
    touch: Touch
    sure: bool
    predecessors: tuple[Body, ...] = ()
    successors: tuple[Body, ...] = ()

    @property
    def begun(self) -> date | None:
        """Its first day, where that is known: the codes of authorities begin in 2009, and the bodies mostly before."""
        early = self.since is not None and self.since.year <= CODES_FROM.year
        return None if early and self.side is Side.LOCAL_AUTHORITY else self.since

    @property
    def edge(self) -> bool:
        """Whether it takes in so little that a plan may well leave it out; in law it counts all the same."""
        return self.touch.part is Part.EDGE

    @property
    def perhaps(self) -> bool:
        """Whether the tables only leave open that it is one."""
        return self.touch.basis.code == GAP


@frozen(kw_only=True)
class WhoMust:
    """Who must be the safeguarding partners of an authority's area on a date.

    Args:
        authority: the authority.
        as_of: the date.
        exists: whether the authority exists on that date; if not, nobody is required, and its successors or
            predecessors are to be asked about.
        partners: who must be: the authority, the health bodies by their share of it, the police force.
        predecessors: the authorities before it.
        successors: the authorities after it.
        small_areas: how many small areas (LSOAs) the authority's area has.
    """

    authority: Authority
    as_of: date
    exists: bool
    partners: tuple[RequiredPartner, ...] = ()
    predecessors: tuple[Authority, ...] = ()
    successors: tuple[Authority, ...] = ()
    small_areas: int | None = None

    @property
    def in_tables(self) -> bool:
        """Whether the date lies within what the tables of the gazetteer know."""
        return self.as_of <= KNOWN_TO


def who_must(area: str, as_of: date | str) -> WhoMust:
    """Return who must be the safeguarding partners of a local authority's area on a date.

    That is the local authority, each clinical commissioning group (from 1 July 2022 each integrated care board) whose
    area takes in any part of the authority's, and the chief officer of police for it: Children Act 2004 s.16E(3).

    Args:
        area: the name of the area or of its council, or the official code of the authority.
        as_of: the date, or its text as ``2021-01-01``.

    Returns:
        the partners; none where the authority has ended or has not begun, and then its successors or predecessors.

    Raises:
        UnknownAreaError: no authority of that name or code is known.
        BeyondHorizonError: the date lies before 1 April 2018.
        CannotAssessError: the date is not a full date.
    """
    day = _day(as_of)
    found = find_authority(area, day)
    if found.body is None:
        raise UnknownAreaError(_unknown(area, day, found.did_you_mean), found.did_you_mean)
    return required(found.body.code, day)


def _day(as_of: date | str) -> date:
    if isinstance(as_of, str):
        try:
            as_of = date.fromisoformat(as_of)
        except ValueError:
            raise CannotAssessError(f'as_of "{as_of}" is not a full date such as "2021-01-01"') from None
    if as_of < KNOWN_FROM:
        raise BeyondHorizonError(
            f"who must be the partners is known from {in_words(KNOWN_FROM)}, and not as of {in_words(as_of)}: "
            "give a later date",
            asked=as_of,
            horizon=KNOWN_FROM,
        )
    return as_of


def _unknown(area: str, as_of: date, nearest: tuple[str, ...]) -> str:
    district = find_district(area, as_of)
    if district is not None:
        county = next(row for row in tables.authorities() if row.code == district.county)
        was = "is" if district.exists(as_of) else "was"
        return (
            f'"{area}" is no local authority with children\'s services: {district.name} {was} a district of '
            f"{county.name}. Ask about {county.name}"
        )
    joint = several(area)
    if joint:
        return f'"{area}" is no one local authority area, but {" and ".join(joint)}: ask about each by itself'
    known = f'no local authority in England with children\'s services is known by the name or code "{area}"'
    if nearest:
        return f"{known}. Did you mean {' or '.join(nearest)}?"
    return (
        f"{known}: give the name of the council or its area, or its code as E10000006; "
        "for a partnership of several areas, ask about each by itself"
    )


@cache
def required(code: str, as_of: date) -> WhoMust:
    """Return who must be the partners of an authority that is known, by its code; see ``who_must``."""
    authority = next(row for row in tables.authorities() if row.code == code)
    later = tuple(_authorities(authority.successors))
    earlier = tuple(
        row for row in tables.authorities() if code in row.successors and row.identity != authority.identity
    )
    later = tuple(row for row in later if row.identity != authority.identity)
    if not authority.exists(as_of):
        return WhoMust(authority=authority, as_of=as_of, exists=False, predecessors=earlier, successors=later)
    touches = [
        touch
        for table in (tables.icb_areas() if as_of >= BOARDS_FROM else tables.ccg_areas(), tables.police_areas())
        for touch in table.get(code, ())
        if touch.holds(as_of)
    ]
    touches.sort(key=lambda touch: (-(touch.share or 0), touch.body))
    own = Touch(body=code, authority=code, starts=authority.starts, ends=authority.ends, basis=authority.basis)
    partners = [_partner(Side.LOCAL_AUTHORITY, own, as_of)]
    partners += [_partner(Side.HEALTH, touch, as_of) for touch in touches if touch.share is not None]
    partners += [_partner(Side.POLICE, touch, as_of) for touch in touches if touch.share is None]
    number = sum(touch.small_areas or 0 for touch in touches if touch.basis.code != GAP)
    return WhoMust(
        authority=authority,
        as_of=as_of,
        exists=True,
        partners=tuple(partners),
        predecessors=earlier,
        successors=later,
        small_areas=number,
    )


def _authorities(codes: Iterable[str]) -> Iterator[Authority]:
    for code in codes:
        yield from (row for row in tables.authorities() if row.code == code)


def _partner(side: Side, touch: Touch, as_of: date) -> RequiredPartner:
    rows = _rows(side)[touch.body]
    body = next(row for row in rows if row.exists(as_of))
    same = _same_body(side, body)
    starts, ends = [row.starts for row in same], [row.ends for row in same]
    return RequiredPartner(
        side=side,
        body=body,
        since=None if None in starts else min(start for start in starts if start),
        until=None if None in ends else max(end for end in ends if end),
        touch=touch,
        sure=touch.basis.sure and as_of <= KNOWN_TO,
        predecessors=predecessors(body),
        successors=successors(body),
    )


@cache
def _rows(side: Side) -> MappingProxyType[str, tuple[Body, ...]]:
    """Return the rows of the bodies of one side by their official code."""
    bodies: dict[Side, tuple[Body, ...]] = {
        Side.LOCAL_AUTHORITY: tables.authorities(),
        Side.POLICE: tables.police_forces(),
        Side.HEALTH: (*tables.ccgs(), *tables.icbs()) if side is Side.HEALTH else (),
    }
    found: dict[str, list[Body]] = {}
    for body in bodies[side]:
        found.setdefault(body.code, []).append(body)
    return MappingProxyType({code: tuple(rows) for code, rows in found.items()})


def _side(body: Body) -> Side:
    if isinstance(body, HealthBody):
        return Side.HEALTH
    return Side.LOCAL_AUTHORITY if isinstance(body, Authority) else Side.POLICE


def _same_body(side: Side, body: Body) -> tuple[Body, ...]:
    return tuple(row for rows in _rows(side).values() for row in rows if row.identity == body.identity)


@cache
def successors(body: Body) -> tuple[Body, ...]:
    """Return what came after a body: other bodies, and not the same one under a new code."""
    side = _side(body)
    codes = dict.fromkeys(code for row in _same_body(side, body) for code in row.successors)
    return tuple(row for code in codes for row in _rows(side)[code][:1] if row.identity != body.identity)


@cache
def predecessors(body: Body) -> tuple[Body, ...]:
    """Return what a body came after: other bodies, and not the same one under an earlier code."""
    side = _side(body)
    own = {row.code for row in _same_body(side, body)}
    rows = (row for rows in _rows(side).values() for row in rows)
    return tuple(row for row in rows if row.identity != body.identity and own & {*row.successors})


def after(body: Body) -> str:
    """Name what came after a body: ``; after it came NHS Lincolnshire CCG``."""
    names = listed([row.name for row in successors(body)])
    return f"; after it came {names}" if names else ""
