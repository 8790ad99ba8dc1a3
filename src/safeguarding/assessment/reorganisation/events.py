"""What a reorganisation is: what ends, what begins in its place, from which day, and on what that rests."""

from __future__ import annotations

from datetime import date, timedelta
from enum import Enum

from attrs import frozen

from safeguarding.dates import PartialDate
from safeguarding.model import Slug


class EventKind(Enum):
    """What kind of reorganisation it is."""

    COUNCILS = "councils"
    GROUPS_MERGED = "groups-merged"
    BOARDS_FOR_GROUPS = "boards-for-groups"
    BOARDS_MERGED = "boards-merged"
    HEALTH_BOUNDARY = "health-boundary"
    AGENCIES = "agencies"
    PARTNERSHIPS_MERGED = "partnerships-merged"
    PARTNERSHIP_DIVIDED = "partnership-divided"


class Sort(Enum):
    """What sort of body ends or begins."""

    AUTHORITY = "local authority"
    DISTRICT = "district"
    GROUP = "clinical commissioning group"
    BOARD = "integrated care board"
    OTHER = "agency"


@frozen(kw_only=True)
class Ended:
    """Something that ends, or that has no more to do with the area.

    Args:
        name: its name; for a council, that of the council.
        sort: what it is.
        code: its official code; empty where that is not given.
        identity: what is the same for all rows of it in the gazetteer; empty for what is not from there.
        area: of an authority or a district, the name of its area.
        successors: the names of what comes after it.
        named: whether the documents name it; if not, the law made it a partner all the same.
        after: what the documents name and in whose place it had come.
        goes_on: whether it does not end, and only its area no longer takes in any of the partnership's.
    """

    name: str
    sort: Sort = Sort.OTHER
    code: str = ""
    identity: str = ""
    area: str = ""
    successors: tuple[str, ...] = ()
    named: bool = True
    after: tuple[str, ...] = ()
    goes_on: bool = False


@frozen(kw_only=True)
class Begun:
    """Something that begins, or from now on has to do with the area.

    Args:
        name: its name.
        sort: what it is.
        code: its official code.
        identity: what is the same for all rows of it in the gazetteer; empty for what is not from there.
        area: of an authority, the name of its area.
        partner_for: the names of the areas for which the law makes it a partner from that day.
        beside: of an authority, whom else the law makes partners for its area.
        sure: whether that was read in a list, and not worked out.
        elsewhere: whether the law makes it a partner for none of the areas, as far as it is known which they are.
    """

    name: str
    sort: Sort = Sort.OTHER
    code: str = ""
    identity: str = ""
    area: str = ""
    partner_for: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    sure: bool = True
    elsewhere: bool = False


@frozen(kw_only=True)
class Part:
    """One of the partnerships that another is divided into.

    Args:
        name: its name.
        areas: the ids of the areas that go to it.
    """

    name: str
    areas: tuple[Slug, ...]


@frozen(kw_only=True)
class Reorganisation:
    """An event that changes which bodies there are.

    Args:
        kind: what kind it is.
        starts: the first day on which it is so; known to the day for what the gazetteer has.
        ends: what ends.
        begins: what comes in its place.
        basis: on what it rests, each in words: a list that was read, an order.
        sure: whether all of it was read, and not worked out.
        given: whether it was given, and not taken from the gazetteer.
        name: of partnerships that merge, the name of the new one.
        parts: of a partnership that is divided, those it is divided into.
    """

    kind: EventKind
    starts: PartialDate
    ends: tuple[Ended, ...] = ()
    begins: tuple[Begun, ...] = ()
    basis: tuple[str, ...] = ()
    sure: bool = True
    given: bool = False
    name: str = ""
    parts: tuple[Part, ...] = ()

    @property
    def day(self) -> date:
        """The first day on which it is surely so."""
        return self.starts.latest

    @property
    def eve(self) -> date:
        """The last day on which it may not be so yet."""
        return self.day - timedelta(days=1) if self.day > date.min else self.day
