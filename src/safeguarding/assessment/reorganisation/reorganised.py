"""Reorganisations applied to a partnership."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from attrs import evolve

from safeguarding.assessment.reorganisation.agreeing import to_agree, to_publish
from safeguarding.assessment.reorganisation.consequences import (
    Certainty,
    Consequence,
    Follows,
    Reorganised,
    Unmatched,
)
from safeguarding.assessment.reorganisation.dividing import Division, dividing
from safeguarding.assessment.reorganisation.ended import GROUP, grouped
from safeguarding.assessment.reorganisation.events import EventKind, Reorganisation
from safeguarding.assessment.reorganisation.following import Scene, ending, scene_of
from safeguarding.assessment.reorganisation.known import named_by
from safeguarding.assessment.reorganisation.merging import Meeting, merging
from safeguarding.errors import CannotAssessError
from safeguarding.law.gazetteer.bodies import listed as listed_names
from safeguarding.law.gazetteer.names import nearest
from safeguarding.model import Partnership
from safeguarding.structure import day_of, situations


def reorganised(
    partnership: Partnership,
    events: Iterable[Reorganisation],
    as_of: date | str | None = None,
    *,
    others: Sequence[Partnership] = (),
) -> Reorganised:
    """Say what follows from reorganisations for a partnership.

    That is every entry that names what ends, what has to be agreed in its place, and what to be published; each
    with the entry, the place where it was read, from when, why, and what asks for it.

    Args:
        partnership: the partnership.
        events: the events, from ``events_of`` or given.
        as_of: the day on which to look at the arrangements in force; without one, each event is looked at on its
            own first day.
        others: the partnerships with which it merges, for an event of that kind.

    Raises:
        CannotAssessError: a text is not a full date, partnerships are to merge and only one is given, or one is to be
            divided by areas that it does not have.
    """
    day = None if as_of is None else day_of(partnership, as_of)
    listed = tuple(sorted(events, key=lambda event: event.day))
    found: list[Consequence] = []
    for number, event in enumerate(listed):
        if event.kind is EventKind.PARTNERSHIPS_MERGED:
            found += _merged((partnership, *others), number, event, day or event.day)
        elif event.kind is EventKind.PARTNERSHIP_DIVIDED:
            found += _divided(partnership, number, event, day or event.day)
        else:
            found += _of(partnership, number, event, day or event.day)
    return Reorganised(
        partnership=partnership.id,
        name=listed_names([one.name for one in (partnership, *others)]),
        as_of=day,
        events=listed,
        consequences=tuple(found),
        unmatched=tuple(_unmatched((partnership, *others), listed)),
        notices=tuple(_notices(partnership, listed, found)),
    )


def _of(partnership: Partnership, number: int, event: Reorganisation, day: date) -> list[Consequence]:
    """Say what follows from one event, under each version of the arrangements that may be in force."""
    there = situations(partnership, day)
    found: list[Consequence] = []
    for situation in there:
        scene = scene_of(number, event, situation, only=len(there) == 1)
        found += [one for one in _in_scene(scene) if one not in found]
    return found


def _merged(
    partnerships: Sequence[Partnership], number: int, event: Reorganisation, day: date
) -> Iterable[Consequence]:
    """Say what follows where partnerships merge; of each, the newest version that may be in force is looked at."""
    if len(partnerships) < 2:  # noqa: PLR2004  # it takes two
        raise CannotAssessError("for partnerships that merge, give the files of each of them")
    there = [situations(partnership, day) for partnership in partnerships]
    only = all(len(one) == 1 for one in there)
    return merging(Meeting(number=number, event=event, situations=tuple(one[0] for one in there), only=only))


def _divided(partnership: Partnership, number: int, event: Reorganisation, day: date) -> Iterable[Consequence]:
    """Say what follows where a partnership is divided."""
    there = situations(partnership, day)
    return dividing(Division(number=number, event=event, situation=there[0], only=len(there) == 1))


def _in_scene(scene: Scene) -> list[Consequence]:
    every = list(ending(scene))
    live = [one for one in every if one.follows is Follows.ENDS]
    agreed = list(to_agree(scene, live))
    if not scene.only:
        agreed = [
            evolve(one, certainty=Certainty.OPEN) if one.certainty is Certainty.CERTAIN else one for one in agreed
        ]
    return [*every, *agreed, *to_publish(scene, agreed)]


def _unmatched(partnerships: Sequence[Partnership], events: Sequence[Reorganisation]) -> Iterator[Unmatched]:
    """List what the gazetteer does not know; for events that were given it is not asked."""
    if events and all(event.given for event in events):
        return
    for partnership in partnerships:
        day = min((event.eve for event in events), default=date.max)
        yield from _unmatched_of(partnership, day, alone=len(partnerships) == 1)


def _unmatched_of(partnership: Partnership, as_of: date, *, alone: bool) -> Iterator[Unmatched]:
    """List the agencies and areas of which it is open what they are."""
    listed = [(known.entry, known.why) for known in named_by(partnership, as_of) if known.body is None]
    for situation in situations(partnership, as_of):
        listed += [(agency, GROUP) for agency, _ in grouped(situation) if all(agency is not one for one, _ in listed)]
    whose = "" if alone else f"{partnership.id}: "
    for entry, why in listed:
        at = f"{whose}{partnership.paths[id(entry)]}"
        yield Unmatched(at=at, name=entry.name, why=why, places=entry.places())


def _notices(partnership: Partnership, events: Sequence[Reorganisation], found: Sequence[Consequence]) -> Iterator[str]:
    """Say what was given as ending and is nothing that the documents name."""
    named = {entry.name: None for known in named_by(partnership, date.max) for entry in [known.entry]}
    for number, event in enumerate(events):
        hit = {one.names for one in found if one.event == number}
        for ended in event.ends if event.given else ():
            if ended.name not in hit:
                near = nearest(ended.name.casefold(), [name.casefold() for name in named])
                meant = [name for name in named if name.casefold() in near]
                did = (
                    f"; did you mean {' or '.join(meant)}?" if meant else ": give its id, its code or its name in them"
                )
                yield f"nothing in the documents is {ended.name}{did}"
