"""Who has a seat on a body, as far as the text says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum

from attrs import frozen

from safeguarding.model import Body, Partner, Seat, Side, Topic
from safeguarding.structure.belonging import Own
from safeguarding.structure.situation import Situation
from safeguarding.unknown import agree


class Seating(Enum):
    """How somebody stands to the seats of a body."""

    SITS = "sits"
    FOR_SIDE = "sits for its side"
    SHARED = "shares the seats of its side"
    PERHAPS = "may sit"
    IN_A_CLASS = "may be among a class of members"
    UNREAD = "may be named in a part that was not read"
    UNSAID = "no seat of the body is stated"
    VACANT = "its seat is vacant"
    NONE = "no seat is named for it"

    @property
    def seat(self) -> bool:
        """Whether a seat is its own."""
        return self in {Seating.SITS, Seating.FOR_SIDE}

    @property
    def may(self) -> bool:
        """Whether something that was read may be a seat of its own."""
        return self in {Seating.SHARED, Seating.PERHAPS}


_TRUTH = {Seating.SITS: True, Seating.FOR_SIDE: True, Seating.VACANT: False, Seating.NONE: False}


@frozen
class Seated:
    """Whether somebody sits on a body, under one statement of its seats.

    Args:
        how: how.
        held: how many seats that are filled are held for its side.
        peers: how many partners there are on its side.
        perhaps_vacant: whether a vacant seat may be its own.
    """

    how: Seating
    held: int = 0
    peers: int = 0
    perhaps_vacant: bool = False

    @property
    def truth(self) -> bool | None:
        """Whether it sits; None where that is open."""
        found = _TRUTH.get(self.how)
        return None if found and self.perhaps_vacant else found


def seated(situation: Situation, seats: Sequence[Seat], own: Own, side: Side | None = None) -> Seated:
    """Look whether somebody has one of the seats of a body, itself or through who acts for it.

    Args:
        situation: the partnership on a date.
        seats: the seats, under one statement of them.
        own: the ids under which it sits.
        side: of a partner, its side; its seat may be named by that alone.
    """
    if not seats:
        return Seated(Seating.UNSAID)
    its = [seat for seat in seats if {seat.agency, seat.post} & own.sure]
    if any(not seat.vacant for seat in its):
        return Seated(Seating.SITS)
    maybe = [seat for seat in seats if {seat.agency, seat.post} & own.perhaps]
    if any(not seat.vacant for seat in maybe):
        return Seated(Seating.PERHAPS)
    if its:
        return Seated(Seating.VACANT)
    held = [seat for seat in seats if side is not None and seat.held_for is side and not seat.vacant]
    peers = sum(side in other.values("side") for other in situation.partners) if held else 0
    if held:
        how = Seating.FOR_SIDE if len(held) >= peers else Seating.SHARED
    elif any(seat.group for seat in seats):
        how = Seating.IN_A_CLASS
    else:
        how = Seating.NONE if situation.fully_read(Topic.BODIES) else Seating.UNREAD
    return Seated(how, held=len(held), peers=peers, perhaps_vacant=bool(maybe))


def partner_seated(situation: Situation, body: Body, partner: Partner, own: Own) -> tuple[Seated, ...]:
    """Look whether a partner sits on a body: once for each way in which seats and side are stated."""
    sides: tuple[Side | None, ...] = partner.values("side") or (None,)
    return tuple(seated(situation, seats, own, side) for seats in body.values("seats") or ((),) for side in sides)


def sits(found: Iterable[Seated]) -> bool | None:
    """Say whether somebody sits under every statement; None where that is open."""
    return agree(one.truth for one in found)
