"""How two versions are compared: every field of every entry, whatever the model has."""

from __future__ import annotations

from collections import Counter
from typing import Any

from attrs import evolve, frozen

from safeguarding.model import Also, Document, DocumentKind, Partnership, Place, Record
from safeguarding.structure.differences.changes import NAMES, Change, Difference, Kind, Likely, Said, Step
from safeguarding.structure.differences.likeness import is_table, matched, stated
from safeguarding.structure.differences.together import likely


def diff(old: Partnership, new: Partnership) -> Difference:
    """Find what is different between two versions of a partnership's documents.

    Entries are matched by their ids, which are stable; those without ids by what they are of (a partner by its agency,
    a statement by its topic and parts), then by what they have in common. Documents are compared with those of their
    kind: the newest arrangements with the newest, reports with those of the same period; a document that only one
    version has is added or removed as a whole.

    Args:
        old: the old version.
        new: the new one.

    >>> from safeguarding import loads
    >>> head = '''schema = "safeguarding.v1"
    ... partnership = "eastshire"
    ... kind = "arrangements"
    ... transcribed = "all"
    ... '''
    >>> old, new = loads(head + 'name = "Eastshire Board"'), loads(head + 'name = "Eastshire Partnership"')
    >>> [(change.kind.value, change.field, change.old, change.new) for change in diff(old, new)]
    [('renamed', 'name', 'Eastshire Board', 'Eastshire Partnership')]
    """
    finder = _Finder()
    if old.id != new.id:
        finder.add(Kind.CHANGED, (Step("id"),), Said(value=old.id), Said(value=new.id), _Beside())
    pairs = paired(old, new)
    finder.entries("documents", (old.documents, new.documents), (), _Beside(), pairs)
    together: tuple[Likely, ...] = ()
    if old.id == new.id:  # nothing of one partnership became something of another
        documents = [(old.documents[was], new.documents[now]) for was, now in pairs]
        together = likely(documents, [change for change in finder.changes if change.news])
    return Difference(old=old, new=new, changes=tuple(finder.changes), likely=together)


def paired(old: Partnership, new: Partnership) -> list[tuple[int, int]]:
    """Say which document is compared with which: pairs of their places."""
    pairs = []
    for kind in DocumentKind:
        left = [document for document in old.newest_first if document.kind is kind]
        right = [document for document in new.newest_first if document.kind is kind]
        found = []
        if left and right and (kind is DocumentKind.ARRANGEMENTS or len(left) == len(right) == 1):
            found.append((left.pop(0), right.pop(0)))
        for key in (lambda document: document, _period, _published):
            for one in tuple(left):
                same = next((other for other in right if key(one) and key(one) == key(other)), None)
                if same is not None:
                    found.append((one, same))
                    left, right = _without(left, one), _without(right, same)
        if len(left) == len(right) == 1 and not _period(left[0]) and not _period(right[0]):
            found.append((left[0], right[0]))
        pairs += [(_place(old, one), _place(new, other)) for one, other in found]
    return sorted(pairs)


def _period(document: Document) -> Any:
    return tuple(one.period for one in document.report_periods)


def _published(document: Document) -> Any:
    return None if document.report_periods else document.publication.published


def _without(documents: list[Document], one: Document) -> list[Document]:
    return [document for document in documents if document is not one]


def _place(partnership: Partnership, one: Document) -> int:
    return next(place for place, document in enumerate(partnership.documents) if document is one)


@frozen
class _Beside:
    """What a change stands in: the entries, and where they were read."""

    was: Place | None = None
    now: Place | None = None
    entry_was: Any = None
    entry_now: Any = None


class _Finder:
    """Goes through two versions side by side, and notes each change."""

    def __init__(self) -> None:
        self.changes: list[Change] = []

    def add(self, kind: Kind, at: tuple[Step, ...], before: Said | None, after: Said | None, beside: _Beside) -> None:
        """Note a change."""
        self.changes.append(
            Change(
                kind=kind,
                at=at,
                before=before,
                after=after,
                was=beside.was,
                now=beside.now,
                entry_was=beside.entry_was,
                entry_now=beside.entry_now,
            )
        )

    def table(self, old: Any, new: Any, at: tuple[Step, ...], beside: _Beside) -> None:
        """Compare two that are the same thing, field by field."""
        restated: dict[str, Said] = {}
        for name in stated(old.__class__):
            before, after = said(old, name), said(new, name)
            if before == after:
                continue
            inside = evolve(beside, was=_read(old, name, beside.was), now=_read(new, name, beside.now))
            if remarked(before, after):
                restated[name] = after
                self.add(_kind(name, before, after), (*at, Step(name)), before, after, inside)
            else:
                self._value(name, before, after, at, inside)
        self._places(old, new, at, beside, restated)

    def _value(self, name: str, before: Said, after: Said, at: tuple[Step, ...], beside: _Beside) -> None:
        """Compare two values of a field: entry by entry, field by field, or each as a whole."""
        old, new = before.value, after.value
        kind = _kind(name, before, after)
        if isinstance(old, tuple) and isinstance(new, tuple):
            if any(is_table(item) for item in (*old[:1], *new[:1])):
                self.entries(name, (old, new), at, beside, matched(old, new))
                return
            if Counter(old) == Counter(new):
                kind = Kind.REORDERED
        elif is_table(old) and is_table(new):
            self._inner(old, new, (*at, Step(name)), beside)
            return
        self.add(kind, (*at, Step(name)), before, after, beside)

    def entries(
        self,
        name: str,
        lists: tuple[tuple[Any, ...], tuple[Any, ...]],
        at: tuple[Step, ...],
        beside: _Beside,
        pairs: list[tuple[int, int]],
    ) -> None:
        """Compare two lists of entries of which it is known which is which."""
        old, new = lists
        to = dict(pairs)
        back = {now: was for was, now in pairs}
        for now, entry in enumerate(new):
            if now in back:
                was = back[now]
                if old[was] != entry:
                    step = Step(name, was, now, getattr(entry, "id", None))
                    self._inner(old[was], entry, (*at, step), beside)
            else:
                step = Step(name, None, now, getattr(entry, "id", None))
                inside = evolve(_into(at, beside, None, entry), was=None)
                self.add(Kind.ADDED, (*at, step), None, Said(value=entry), inside)
        for was, entry in enumerate(old):
            if was not in to:
                step = Step(name, was, None, getattr(entry, "id", None))
                inside = evolve(_into(at, beside, entry, None), now=None)
                self.add(Kind.REMOVED, (*at, step), Said(value=entry), None, inside)
        kept = tuple(was for was, _ in pairs)
        order = tuple(sorted(kept, key=to.__getitem__))
        if order != kept:
            self.add(Kind.REORDERED, (*at, Step(name)), Said(value=kept), Said(value=order), beside)

    def _inner(self, old: Any, new: Any, at: tuple[Step, ...], beside: _Beside) -> None:
        self.table(old, new, at, _into(at[:-1], beside, old, new))

    def _places(self, old: Any, new: Any, at: tuple[Step, ...], beside: _Beside, restated: dict[str, Said]) -> None:
        """Compare where two were read, and in which order they have their further statements."""
        before, after = places(old), places(new)
        moved = None
        if before != after:
            moved = after
            kind = Kind.READ_ELSEWHERE if (before.value is None) == (after.value is None) else Kind.CHANGED
            self.add(kind, (*at, Step("where")), before, after, beside)
        if not isinstance(old, Record):
            return
        for name, made in zip(("also", "unknown"), marked(old, restated, moved), strict=True):
            if made != getattr(new, name):
                first, last = Said(value=getattr(old, name)), Said(value=getattr(new, name))
                self.add(Kind.REORDERED, (*at, Step(name)), first, last, beside)


_ENTRY = 1
"""How many steps lead to the list in which an entry of a document stands, or to its publication."""


def _into(at: tuple[Step, ...], beside: _Beside, old: Any, new: Any) -> _Beside:
    """Step into an entry: what is found there was read at its place, else at that of what it stands in."""
    inside = evolve(beside, was=_read(old, None, beside.was), now=_read(new, None, beside.now))
    return evolve(inside, entry_was=old, entry_now=new) if len(at) <= _ENTRY else inside


def _read(entry: Any, name: str | None, outer: Place | None) -> Place | None:
    """Return where an entry, or a field of it, was read."""
    own = entry.places(name) if isinstance(entry, Record) else (getattr(entry, "where", None),)
    return own[0] if own and own[0] is not None else outer


def _kind(name: str, before: Said, after: Said) -> Kind:
    return Kind.RENAMED if name in NAMES and before.value != after.value else Kind.CHANGED


def said(entry: Any, name: str) -> Said:
    """Return all that an entry says of a field."""
    value = getattr(entry, name)
    if not isinstance(entry, Record) or not (entry.also or entry.unknown):
        return Said(value=value)
    others = tuple(other for other in entry.also if other.field == name and other.value is not None)
    return Said(value=value, others=others, unreadable=name in entry.unknown)


def remarked(before: Said | None, after: Said | None) -> bool:
    """Say whether the further statements of a field are others, or whether it can be read or not."""
    one, other = ((said.others, said.unreadable) if said else None for said in (before, after))
    return one != other


def places(entry: Any) -> Said:
    """Return where an entry was read, and single fields of it."""
    others = tuple(other for other in getattr(entry, "also", ()) if other.value is None)
    return Said(value=getattr(entry, "where", None), others=others)


def marked(entry: Record, restated: dict[str, Said], moved: Said | None) -> tuple[tuple[Also, ...], tuple[str, ...]]:
    """Return the further statements of an entry, and what of it could not be read, after some changes.

    Args:
        entry: the entry.
        restated: what is now said of some of its fields.
        moved: where it was read now; None if that is as before.
    """
    gone = [other for other in entry.also if (moved if other.value is None else restated.get(other.field))]
    kept = tuple(other for other in entry.also if not any(other is one for one in gone))
    new = tuple(other for after in (*restated.values(), *((moved,) if moved else ())) for other in after.others)
    unread = tuple(name for name, after in restated.items() if after.unreadable)
    return (*kept, *new), (*(name for name in entry.unknown if name not in restated), *unread)
