"""What the gazetteer holds: authorities, districts, police forces and health bodies, each with its dates and basis."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import Enum

from attrs import frozen

from safeguarding.dates import in_words


class Strength(Enum):
    """How well a row of the gazetteer is known."""

    READ = "read"
    DERIVED = "derived"
    INFERRED = "inferred"
    WEAK = "weak"


class Part(Enum):
    """How much of an authority's area a health body takes in.

    ``edge`` is under 5 % of both the authority and the health body. It counts in law as any other part does.
    """

    WHOLE = "whole"
    PART = "part"
    EDGE = "edge"


@frozen(kw_only=True)
class Basis:
    """What a row of the gazetteer rests on.

    Args:
        code: a short name for it.
        strength: how strong it is.
        says: what it is, in words.
    """

    code: str
    strength: Strength
    says: str

    @property
    def sure(self) -> bool:
        """Whether the row was read in a list and not worked out."""
        return self.strength is Strength.READ


@frozen(kw_only=True)
class _Body:
    """What all bodies have.

    Args:
        code: the official statistical code; it changes with a boundary, so one body may have had several.
        identity: what is the same for all rows of one body.
        name: its name.
        starts: its first day under that code and name; none for before any day that is asked about.
        ends: its last day; none while it lasts.
        successors: the codes of what came after it, the largest part first.
        basis: what this rests on.
    """

    code: str
    identity: str
    name: str
    starts: date | None
    ends: date | None
    successors: tuple[str, ...]
    basis: Basis

    def exists(self, as_of: date) -> bool:
        """Say whether the body exists on a date, under that code and name."""
        return (self.starts is None or self.starts <= as_of) and (self.ends is None or as_of <= self.ends)

    def ended(self, as_of: date) -> bool:
        """Say whether its last day lies before a date."""
        return self.ends is not None and self.ends < as_of


@frozen(kw_only=True)
class Authority(_Body):
    """A local authority with children's services.

    Args:
        official_name: the name of the council.
        kind: ``unitary``, ``metropolitan``, ``london`` or ``county``.
    """

    official_name: str
    kind: str


@frozen(kw_only=True)
class District(_Body):
    """A district of a county, whose council is no safeguarding partner.

    Args:
        county: the code of its county.
    """

    county: str


@frozen(kw_only=True)
class PoliceForce(_Body):
    """A territorial police force, whose chief officer is the partner.

    Args:
        other_names: further names that it goes by.
    """

    other_names: tuple[str, ...]


@frozen(kw_only=True)
class HealthBody(_Body):
    """A clinical commissioning group or an integrated care board.

    Args:
        ods: its code in the NHS's own directory, which stays with the body.
        kind: ``clinical-commissioning-group`` or ``integrated-care-board``.
    """

    ods: str
    kind: str


Body = Authority | PoliceForce | HealthBody


@frozen(kw_only=True)
class Touch:
    """That a body's area takes in some of an authority's.

    Args:
        body: the code of the body.
        authority: the code of the authority.
        starts: the first day; none for before any day that is asked about.
        ends: the last day; none while it lasts.
        basis: what this rests on.
        part: how much of the authority's area.
        share: the share of the authority's small areas (LSOAs), of 1; none for the police.
        share_of_body: the share of the body's small areas, of 1; none where that is not known.
        small_areas: how many there are.
    """

    body: str
    authority: str
    starts: date | None
    ends: date | None
    basis: Basis
    part: Part = Part.WHOLE
    share: float | None = None
    share_of_body: float | None = None
    small_areas: int | None = None

    def holds(self, as_of: date) -> bool:
        """Say whether it is so on a date."""
        return (self.starts is None or self.starts <= as_of) and (self.ends is None or as_of <= self.ends)


def listed(names: Sequence[str]) -> str:
    """List names, so that an "and" or a comma within one is not taken for one between two.

    >>> listed(["Cumberland", "Westmorland and Furness"])
    'Cumberland, and Westmorland and Furness'
    """
    if len(names) < 2:
        return "".join(names)
    comma = "; " if any("," in name for name in names) else ", "
    link = f"{comma}and " if any("," in name or " and " in name for name in names) else " and "
    return f"{comma.join(names[:-1])}{link}{names[-1]}"


def when_not(body: _Body, as_of: date) -> str:
    """Say when a body that does not exist on a date ended, or is to begin."""
    if body.ends is not None and body.ends < as_of:
        return f"ended on {in_words(body.ends)}"
    return f"does not begin until {in_words(body.starts)}" if body.starts else ""
