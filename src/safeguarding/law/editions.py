"""Which law applies on a date: the edition of the guidance, and, through the transition, the law of each area."""

from __future__ import annotations

from datetime import date, timedelta

from attrs import frozen

from safeguarding.dates import Span, in_words
from safeguarding.law.instruments import CHILDREN_ACT, GUIDANCE, WT2026, Instrument

EDITIONS = tuple(edition.id for edition in GUIDANCE)
"""The editions by which documents can be judged."""

INCOMPLETE = frozenset({WT2026.id})
"""The editions of which only a part is known: their text was not read."""

NOBODY_LATER = date(2020, 9, 29)
"""The day on which the repeal of sections 13 to 16 was complete everywhere: SI 2018/497 regulation 8(4)."""

INTEGRATED_CARE_BOARDS_FROM = date(2022, 7, 1)
"""From then on integrated care boards stand where clinical commissioning groups stood: SI 2022/734."""


def edition(identity: str) -> Instrument:
    """Return an edition of the guidance by its id: ``edition("WT2018")``."""
    return next(one for one in GUIDANCE if one.id == identity)


def edition_on(day: date) -> Instrument | None:
    """Return the edition of the guidance that is in force on a day; none before Working Together 2018."""
    for one in GUIDANCE:
        if one.starts <= day and (one.ends is None or day <= one.ends):
            return one
    return None


@frozen(kw_only=True)
class Regime:
    """The law under which an area stands on a day.

    Args:
        boards: whether a Local Safeguarding Children Board still acts, under sections 13 to 16; None where that is
            open, since the day on which the area's arrangements started is.
        partners: whether sections 16A to 16Q are in force.
        edition: the edition of the guidance; none before Working Together 2018.
        health: the kind of health body that is a safeguarding partner, in words.
    """

    boards: bool | None
    partners: bool
    edition: Instrument | None
    health: str

    @property
    def in_words(self) -> str:
        """Say it in a sentence."""
        guidance = self.edition.name if self.edition else "Working Together to Safeguard Children 2015"
        if not self.partners:
            return f"A Local Safeguarding Children Board acts, under sections 13 to 16 and {guidance}."
        if self.boards is False:
            return f"Safeguarding partners act, under sections 16E to 16Q and {guidance}; for health, {self.health}."
        still = "still acts" if self.boards else "may still act"
        return (
            f"The area's Local Safeguarding Children Board {still}, under sections 13 to 16 and chapters 3 to 5 of "
            f"Working Together 2015, until the area's arrangements start; chapters 1 and 2 of {guidance} apply, and "
            "chapter 4 where the Panel is notified."
        )


def regime(day: date, started: Span | None = None) -> Regime:
    """Return the law of an area on a day.

    Args:
        day: the day.
        started: the days on which the area's first arrangements may have started to be acted on (its implementation
            date: SI 2018/497 regulation 6(2)); None where nothing is known of them.
    """
    if day < CHILDREN_ACT.starts:
        boards: bool | None = True
    elif day >= NOBODY_LATER:
        boards = False
    else:
        boards = None if started is None else _before(day, started)
    health = "integrated care boards" if day >= INTEGRATED_CARE_BOARDS_FROM else "clinical commissioning groups"
    return Regime(boards=boards, partners=day >= CHILDREN_ACT.starts, edition=edition_on(day), health=health)


def _before(day: date, started: Span) -> bool | None:
    """Say whether a day lies before the start of an area's arrangements, whichever of its days that was."""
    if day < started.earliest:
        return True
    return False if day >= started.latest else None


def turning_days() -> tuple[date, ...]:
    """Return the days on which the law of every area changes: those of each edition, and of each change of an Act."""
    eve = timedelta(days=1)
    days = {one.starts for one in GUIDANCE} | {one.ends + eve for one in GUIDANCE if one.ends is not None}
    return tuple(sorted({*days, CHILDREN_ACT.starts, INTEGRATED_CARE_BOARDS_FROM, NOBODY_LATER}))


def replaced(identity: str) -> str:
    """Say since when an edition is replaced, and by which: ``was replaced on 15 December 2023 by …``."""
    one = edition(identity)
    if one.ends is None:
        return "is in force"
    following = edition_on(one.ends + timedelta(days=1))
    by = f" by {following.name}" if following else ""
    return f"was replaced on {in_words(one.ends + timedelta(days=1))}{by}"
