"""Who sits where: partners, relevant agencies and others, by the bodies of a partnership."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from enum import Enum
from functools import cached_property

from attrs import frozen

from safeguarding.model import Agency, Body, Chair, Chairing, Partner, Post, Seat
from safeguarding.structure.belonging import NOBODY, Own, Posts, own_ids
from safeguarding.structure.seats import Seated, Seating, partner_seated, seated, sits
from safeguarding.structure.situation import Situation, standing
from safeguarding.unknown import agree

CLASS = "@"
"""With what the id of a class begins; no slug does."""


class MemberKind(Enum):
    """What a row of the matrix is."""

    PARTNER = "partner"
    RELEVANT_AGENCY = "relevant agency"
    AGENCY = "other agency"
    POST = "post of no agency"
    BODY = "body that sends a member"
    CLASS = "class of members"


@frozen
class Member:
    """A row of the matrix.

    Args:
        kind: what it is.
        id: its id; of a class `CLASS` and its name as printed.
        name: its name.
    """

    kind: MemberKind
    id: str
    name: str


@frozen(kw_only=True)
class Cell:
    """How a member stands to a body.

    Args:
        sits: whether it has a seat that is filled; None where that is open.
        how: how, once for each way in which the seats are stated; empty for a body on itself.
        chairs: whether it holds the chair, or is one of those who do; None where that is open.
        vacant: whether a seat of its own is vacant.
    """

    sits: bool | None
    how: tuple[Seating, ...]
    chairs: bool | None
    vacant: bool = False

    @property
    def named(self) -> bool:
        """Whether it sits or chairs, or something that was read may say so."""
        return self.chairs is not False or any(how.may or how.seat for how in self.how)


@frozen(kw_only=True)
class Matrix:
    """Who sits where.

    Args:
        bodies: the columns: the bodies that are there on the date, or may be.
        members: the rows.
        stated: the cells that the text says something of, by the ids of member and body.
        otherwise: what is so of a body for every other member, by the id of the body.
    """

    bodies: tuple[Body, ...]
    members: tuple[Member, ...]
    stated: Mapping[tuple[str, str], Cell]
    otherwise: Mapping[str, Cell]

    def cell(self, member: Member, body: Body) -> Cell:
        """Return how a member stands to a body."""
        return self.stated.get((member.id, body.id)) or self.otherwise[body.id]

    def of(self, kind: MemberKind) -> tuple[Member, ...]:
        """Return the rows of one kind."""
        return tuple(member for member in self.members if member.kind is kind)

    def seats_of(self, member: Member) -> tuple[Body, ...]:
        """Return the bodies that it chairs, or on which a seat is, or may be, its own."""
        others = self._anybodys_seats
        its = self._stated_bodies.get(member.id, {})
        return tuple(body for body in self.bodies if its.get(body.id, body.id in others)) if its or others else ()

    @cached_property
    def _anybodys_seats(self) -> AbstractSet[str]:
        """The bodies of which a seat, or the chair, may be that of anybody of whom nothing is said."""
        return {body for body, cell in self.otherwise.items() if cell.named}

    @cached_property
    def _stated_bodies(self) -> dict[str, dict[str, bool]]:
        """For each member the bodies of which something is said of it, and whether that may be a seat or the chair."""
        found: dict[str, dict[str, bool]] = {}
        for (member, body), cell in self.stated.items():
            found.setdefault(member, {})[body] = cell.named
        return found


def matrix(situation: Situation) -> Matrix:
    """Lay out who sits where on the date of a situation.

    Args:
        situation: the partnership on that date.
    """
    return _Laying(situation).laid_out()


class _Laying:
    """The steps by which a matrix is laid out; a cell is made only where the text says something of it."""

    def __init__(self, situation: Situation) -> None:
        self._situation = situation
        self._bodies = standing(situation)
        self._posts = Posts(situation)
        self._members: dict[str, tuple[Member, Own]] = {}
        self._by_id: dict[str, list[str]] = {}
        self._stated: dict[tuple[str, str], Cell] = {}

    def laid_out(self) -> Matrix:
        """Lay it out: partners, relevant agencies, then whoever else sits or chairs."""
        situation = self._situation
        taken: set[str | None] = set()
        partners: list[tuple[Partner, Own]] = [(one, own_ids(situation, one)) for one in situation.partners]
        for partner, own in partners:
            self._add(MemberKind.PARTNER, partner.agency, own)
            taken |= own.sure
        for agency in situation.of("relevant_agencies"):
            if not any(one is None or self._there(one) for one in agency.values("agency") or (None,)):
                continue
            own = self._posts.own(agency)
            self._add(MemberKind.RELEVANT_AGENCY, agency.id, own)
            taken |= own.sure
        for identity in dict.fromkeys(who for body in self._bodies for who in _named(body)):
            if identity not in taken and self._there(identity):
                taken |= self._add_other(identity)
        for body in self._bodies:
            self._fill(body, partners)
        anybody = Own(frozenset(), self._posts.anybodys)
        return Matrix(
            bodies=self._bodies,
            members=tuple(member for member, _ in self._members.values()),
            stated=self._stated,
            otherwise={body.id: self._cell(body, anybody) for body in self._bodies},
        )

    def _there(self, identity: str) -> bool:
        """Say whether somebody who is named sends anybody: what is not there on the date does not."""
        entry = self._situation.entries.get(identity)
        if isinstance(entry, Body):
            return self._situation.stands(entry) is not False
        return not isinstance(entry, Agency | Post) or self._situation.during(entry) is not False

    def _add(self, kind: MemberKind, identity: str, own: Own) -> None:
        name = identity[1:] if kind is MemberKind.CLASS else self._situation.name(identity)
        self._members[identity] = (Member(kind, identity, name), own)
        # A post that may be anybody's is in what is so for every other member.
        for one in (*own.sure, *(own.perhaps if own.perhaps is not self._posts.anybodys else ())):
            if one is not None:
                self._by_id.setdefault(one, []).append(identity)

    def _add_other(self, identity: str) -> AbstractSet[str | None]:
        """Add somebody who is named on a body and is no partner and no relevant agency."""
        entry = self._situation.entries.get(identity)
        owner = entry.agency if isinstance(entry, Post) else None
        own = self._posts.own(owner or identity)
        kind = MemberKind.AGENCY
        if isinstance(entry, Body):
            kind = MemberKind.BODY
        elif isinstance(entry, Post) and owner is None:
            kind = MemberKind.POST
        self._add(kind, owner or identity, own)
        return own.sure

    def _fill(self, body: Body, partners: Sequence[tuple[Partner, Own]]) -> None:
        self._stated[body.id, body.id] = Cell(sits=False, how=(), chairs=False)
        for partner, own in partners:
            found = partner_seated(self._situation, body, partner, own)
            self._stated[partner.agency, body.id] = _told(body, found, own)
        for who in _named(body):
            for identity in self._by_id.get(who, ()):
                if (identity, body.id) not in self._stated:
                    self._stated[identity, body.id] = self._cell(body, self._members[identity][1])
        for group in dict.fromkeys(seat.group for seat in _seats(body) if seat.group):
            identity = f"{CLASS}{group}"
            if identity not in self._members:
                self._add(MemberKind.CLASS, identity, NOBODY)
            self._stated[identity, body.id] = _class_cell(body, group)

    def _cell(self, body: Body, own: Own) -> Cell:
        found = tuple(seated(self._situation, seats, own) for seats in body.values("seats") or ((),))
        for seat in _seats(body):
            if seat.body is not None and seat.body in own.sure and not seat.vacant:
                there = self._situation.stands(self._situation.entries[seat.body])
                found = (Seated(Seating.SITS if there else Seating.PERHAPS),)
        return _told(body, found, own)


def _told(body: Body, found: Sequence[Seated], own: Own) -> Cell:
    return Cell(
        sits=sits(found),
        how=tuple(dict.fromkeys(one.how for one in found)),
        chairs=agree(_among(chair, own) for chair in body.values("chair")),
        vacant=any({seat.agency, seat.post, seat.body} & own.sure - {None} for seat in _seats(body) if seat.vacant),
    )


def _among(chair: Chair | None, own: Own) -> bool | None:
    """Say whether somebody is among those who hold a chair."""
    held = set(chair.held_by) if chair else set()
    if chair and chair.how is Chairing.ONE_OF and not held <= own.sure:
        # Which of them it is the text does not say.
        return None if held & (own.sure | own.perhaps) else False
    return True if held & own.sure else None if held & own.perhaps else False


def _class_cell(body: Body, group: str) -> Cell:
    its = [seat for seat in _seats(body) if seat.group == group]
    filled = any(not seat.vacant for seat in its)
    return Cell(
        sits=filled,
        how=(Seating.SITS if filled else Seating.VACANT,),
        chairs=False,
        vacant=any(seat.vacant for seat in its),
    )


def _seats(body: Body) -> list[Seat]:
    return [seat for seats in body.values("seats") for seat in seats]


def _named(body: Body) -> Iterator[str]:
    """Go through the ids of those who sit on a body or chair it."""
    for seat in _seats(body):
        if holder := seat.agency or seat.post or seat.body:
            yield holder
    for chair in body.values("chair"):
        yield from chair.held_by if chair else ()
