"""What follows for each entry that names what ends."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from attrs import frozen

from safeguarding.assessment.reorganisation.consequences import Certainty, Consequence, Follows
from safeguarding.assessment.reorganisation.ended import Gone, gone, over_before, successors
from safeguarding.assessment.reorganisation.events import Reorganisation
from safeguarding.assessment.reorganisation.roles import ENDS, KEYS, Role, role_of
from safeguarding.law.catalogue import catalogue
from safeguarding.law.gazetteer.bodies import listed
from safeguarding.model import Agency, Area, Document, DocumentKind, Lead, Partner, Record, entries
from safeguarding.structure import Situation
from safeguarding.structure.references import Reference, references

_RECORDS = frozenset({DocumentKind.YEARLY_REPORT, DocumentKind.BOARD_REPORT, DocumentKind.CASE_LOG})
"""Kinds of document that say what was, and are not changed by what comes later."""


@frozen(kw_only=True)
class Scene:
    """An event, and a partnership under one version of its arrangements on the day.

    Args:
        number: which of the events it is, counted from 0.
        event: the event.
        situation: the partnership.
        gone: the entries that end.
        following: the entries that come in their place.
        only: whether it is known which version is in force.
    """

    number: int
    event: Reorganisation
    situation: Situation
    gone: dict[str, Gone]
    following: frozenset[str]
    only: bool

    def keys(self, *keys: str) -> tuple[str, ...]:
        """Keep of some requirements those that are asked on the day."""
        return tuple(key for key in keys if asked_on(key, self.event.day))


def asked_on(key: str, day: date) -> bool:
    """Say whether a requirement is asked on a day."""
    item = catalogue()[key]
    return item.commenced and item.starts <= day and (item.ends is None or day <= item.ends)


def scene_of(number: int, event: Reorganisation, situation: Situation, *, only: bool) -> Scene:
    """Set the scene for what follows from an event."""
    found = gone(event, situation)
    return Scene(
        number=number,
        event=event,
        situation=situation,
        gone=found,
        following=successors(event, situation, found),
        only=only,
    )


def ending(scene: Scene) -> Iterator[Consequence]:
    """Go through every entry that ends, or names what ends, in every document, in the order of writing."""
    for document in (scene.situation.document, *_others(scene.situation)):
        if document is None:
            continue
        record = document is not scene.situation.document and _is_record(document)
        found = list(references(document))
        named = _named(scene, found)
        for _, entry in entries(document):
            hit = scene.gone.get(getattr(entry, "id", ""))
            if hit is not None and (isinstance(entry, (Agency, Area)) or hit.alone):
                yield _itself(scene, document, entry, hit, record=record)
        for reference in found:
            hit = scene.gone.get(reference.to) or _unreadable(scene, reference)
            if hit is not None:
                yield _of_reference(scene, reference, hit, record=record, settled=_group(reference) in named)


def _others(situation: Situation) -> tuple[Document, ...]:
    return tuple(other for other in situation.partnership.newest_first if other is not situation.document)


def _is_record(document: Document) -> bool:
    """Say whether a document, other than the arrangements in force, only says what was."""
    return document.kind in _RECORDS or document.kind is DocumentKind.ARRANGEMENTS


def _group(reference: Reference) -> tuple[str, Role]:
    """Return where what comes after would be named in the same role: on the same entry, or in the same section."""
    role = role_of(reference.owner, reference.field)
    return (role.value if role in _BY_SECTION else reference.at, role)


_BY_SECTION = frozenset({Role.PARTNER, Role.LEAD, Role.DELEGATION, Role.ACTING, Role.AGENCY})
"""Roles that have entries of their own: what comes after has another entry."""


def _named(scene: Scene, found: list[Reference]) -> set[tuple[str, Role]]:
    """Find where what comes after is named already."""
    return {_group(one) for one in found if one.to in scene.following}


def _unreadable(scene: Scene, reference: Reference) -> Gone | None:
    """Return what a field may name that could not be read; the first that ends of the kinds that it may be."""
    if reference.to:
        return None
    kinds = {scene.situation.entries[one.id].KIND: one for one in scene.gone.values()}
    hit = next((kinds[kind] for kind in reference.kinds if kind in kinds), None)
    if hit is None:
        return None
    return Gone(id="", root=hit.root, sure=False, itself=False, why="whom it names could not be read")


def _itself(scene: Scene, document: Document, entry: Any, hit: Gone, *, record: bool) -> Consequence:
    """Say that an entry is what ends, or a class to which it belongs."""
    verb = "no longer takes in any of the area" if hit.root.goes_on else "ends"
    after = f"; after it: {listed(hit.root.successors)}" if hit.root.successors else ""
    over = "the documents say when it ended" if over_before(entry, scene.event, scene.situation) else ""
    return Consequence(
        event=scene.number,
        follows=Follows.RECORD if record else Follows.ENDS,
        role=Role.AGENCY if hit.alone else Role.ITSELF,
        certainty=_certainty(scene, hit, settled=bool(over)),
        partnership=scene.situation.partnership.id,
        at=scene.situation.path(entry),
        document=document.kind.value,
        subject=entry.name,
        to=entry.id,
        names=hit.root.name,
        starts=scene.event.starts,
        why=f"{hit.root.name} {verb}{after}",
        doubt=_doubt(scene, hit, over),
        places=entry.places(),
        keys=scene.keys(*KEYS[Role.AGENCY]) if hit.alone else (),
    )


def _of_reference(scene: Scene, reference: Reference, hit: Gone, *, record: bool, settled: bool) -> Consequence:
    situation, role = scene.situation, role_of(reference.owner, reference.field)
    over = over_before(reference.entry, scene.event, situation)
    dealt = OVER if over else "what comes after is named there as well" if settled else ""
    if reference.disputed and not hit.why:
        hit = Gone(id=hit.id, root=hit.root, sure=False, itself=hit.itself, why="another statement differs")
    name = situation.name(reference.to) if reference.to else ""
    says = f"{name}: {ENDS[role]}" if name else ENDS[role]
    return Consequence(
        event=scene.number,
        follows=Follows.RECORD if record else Follows.ENDS,
        role=role,
        certainty=_certainty(scene, hit, settled=bool(dealt)),
        partnership=situation.partnership.id,
        at=reference.at,
        path=reference.path,
        document=reference.document.kind.value,
        subject=_subject(situation, reference),
        to=reference.to,
        names=hit.root.name,
        starts=scene.event.starts,
        why=says,
        doubt=_doubt(scene, hit, dealt),
        places=reference.places,
        keys=scene.keys(*KEYS.get(role, ())),
    )


def _certainty(scene: Scene, hit: Gone, *, settled: bool) -> Certainty:
    if settled and hit.sure:
        return Certainty.SETTLED
    sure = hit.sure and scene.only and scene.event.sure and scene.event.starts.exact
    return Certainty.CERTAIN if sure else Certainty.OPEN


OVER = "its time was over by then"
"""Said of an entry that had ended by itself: nothing has to be agreed in its place, unless it is one of funding."""


def _doubt(scene: Scene, hit: Gone, dealt: str) -> str:
    """Say how it has been dealt with, or what is open about it."""
    if dealt and hit.sure:
        return dealt
    doubts = [dealt, hit.why]
    doubts += [] if scene.only else ["which version of the arrangements is in force is open"]
    doubts += [] if scene.event.sure else ["what the gazetteer has of it was worked out, and not read"]
    doubts += [] if scene.event.starts.exact else ["the day is open"]
    return "; ".join(doubt for doubt in doubts if doubt)


def _subject(situation: Situation, reference: Reference) -> str:
    """Name the entry that names what ends; of a statement of funding, the line."""
    label = getattr(reference.holder, "label", "")
    return str(label) if label else called(situation, reference.entry, reference.at)


def called(situation: Situation, entry: Any, at: str) -> str:
    """Name an entry as a reader knows it: its name or title, else what it is about, else its path."""
    for name in ("name", "title"):
        if hasattr(entry, name):
            return str(getattr(entry, name))
    if isinstance(entry, Partner):
        return situation.name(entry.agency)
    if isinstance(entry, Lead):
        return situation.name(entry.post)
    if isinstance(entry, Record) and hasattr(entry, "topic"):
        return str(entry.topic.value)
    return at
