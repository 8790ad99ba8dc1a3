"""At what point: the levels of a threshold document."""

from __future__ import annotations

from enum import Enum
from typing import ClassVar

from attrs import frozen

from safeguarding.model.record import Record, Slug


class Need(Enum):
    """What a level of need means in law or guidance."""

    UNIVERSAL = "universal"
    EARLY_HELP = "early-help"
    CHILD_IN_NEED = "child-in-need"
    CHILD_PROTECTION = "child-protection"
    LOOKED_AFTER = "looked-after"
    OTHER = "other"


@frozen(kw_only=True)
class ThresholdLevel(Record):
    """A level of a threshold document.

    Args:
        id: its slug.
        number: its place, from the lowest need upwards.
        names: its names, as printed; several where one document uses several.
        means: what it stands for; several where two share a level.
        response: what is done at that level, paraphrased.
        scale: the scale that it belongs to, as printed, where the document has several.
    """

    KIND: ClassVar[str] = "level"

    id: Slug
    number: int
    names: tuple[str, ...]
    means: tuple[Need, ...] = ()
    response: str | None = None
    scale: str | None = None
