"""Where: the areas that an arrangement is for, and what they are made of."""

from __future__ import annotations

from enum import Enum
from typing import ClassVar

from attrs import frozen

from safeguarding.dates import PartialDate
from safeguarding.model.record import Record, Slug, refers


class AreaKind(Enum):
    """What kind of area it is."""

    LOCAL_AUTHORITY = "local-authority"
    DISTRICT = "district"
    HEALTH = "health"
    POLICE = "police"
    OTHER = "other"


@frozen(kw_only=True)
class Area(Record):
    """An area that the document speaks of.

    Args:
        id: its slug.
        name: as printed.
        kind: ``local-authority`` for the area of a children's services authority.
        code: an official code, such as the ONS's.
        part_of: the areas that it lies in.
        starts: from when it exists.
        ends: until when it exists.
        successors: the areas that came after it.
    """

    KIND: ClassVar[str] = "area"

    id: Slug
    name: str
    kind: AreaKind
    code: str | None = None
    part_of: tuple[Slug, ...] = refers("area", default=())
    starts: PartialDate | None = None
    ends: PartialDate | None = None
    successors: tuple[Slug, ...] = refers("area", default=())
