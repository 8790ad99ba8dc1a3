"""Which entries may belong together although their ids differ: shown to the reader, and never merged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

from safeguarding.model import Document, sections
from safeguarding.structure.differences.changes import Change, Kind, Likely, Why
from safeguarding.structure.differences.likeness import HALF, HOLDER, alike, features

_SHARED = 3
"""So many things two entries must at least have in common to be offered as one: their kind alone says little."""

Entries = dict[str, tuple[str, Any]]
"""Entries of one section by their ids, each with its path."""


def likely(pairs: Sequence[tuple[Document, Document]], changes: Sequence[Change]) -> tuple[Likely, ...]:
    """Find entries that may be one, or of which one came after the other.

    Args:
        pairs: the documents that were compared.
        changes: what is different in them.
    """
    found: dict[tuple[str, str], Likely] = {}
    for old, new in pairs:
        for section in sections():
            left, right = _by_id(getattr(old, section.name)), _by_id(getattr(new, section.name))
            if left and right and left != right:
                for one in _of_a_section(section.metadata["key"], left, right):
                    found.setdefault((one.was, one.now), one)
        for one in _partners(old, new):
            found.setdefault((one.was, one.now), one)
    for one in _moved(changes):
        found.setdefault((one.was, one.now), one)
    return tuple(found.values())


def _by_id(entries: Iterable[Any]) -> dict[str, Any]:
    return {entry.id: entry for entry in entries if hasattr(entry, "id")}


def _of_a_section(key: str, old: dict[str, Any], new: dict[str, Any]) -> Iterator[Likely]:
    gone = {identity: entry for identity, entry in old.items() if identity not in new}
    come = {identity: entry for identity, entry in new.items() if identity not in old}
    by_like = _alike(gone, come)
    for why, pairs in (
        (Why.SUCCESSOR, _succeeding(old, new, come)),
        (Why.CODE, _sharing(old, new, _code)),
        (Why.NAME, _sharing(old, new, _name)),
        (Why.STRUCTURE, by_like),
    ):
        for was, now in pairs:
            yield Likely(
                why=why,
                section=key,
                was=f"{key}.{was}",
                now=f"{key}.{now}",
                entry_was=old[was],
                entry_now=new[now],
            )


def _sharing(old: dict[str, Any], new: dict[str, Any], of: Any) -> Iterator[tuple[str, str]]:
    """Find what one entry of the old has, and another one has now."""
    having: dict[str, list[str]] = defaultdict(list)
    for identity, entry in old.items():
        if text := of(entry):
            having[text].append(identity)
    for identity, entry in new.items():
        text = of(entry)
        if not text or (identity in old and of(old[identity]) == text):
            continue
        yield from (
            (other, identity)
            for other in having.get(text, ())
            if other != identity and not (other in new and of(new[other]) == text)
        )


def _name(entry: Any) -> str:
    text = next((getattr(entry, name) for name in ("name", "title") if hasattr(entry, name)), None)
    names = (text,) if text is not None else getattr(entry, "names", ())
    return " ".join(" / ".join(names).casefold().split())


def _code(entry: Any) -> str:
    return getattr(entry, "code", None) or getattr(entry, "sha256", None) or ""


def _succeeding(old: dict[str, Any], new: dict[str, Any], come: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Find what is new and, as the documents say, came after something that was there."""
    for identity, entry in old.items():
        said = (*getattr(entry, "successors", ()), *getattr(new.get(identity), "successors", ()))
        yield from ((identity, other) for other in dict.fromkeys(said) if other in come)


def _alike(gone: dict[str, Any], come: dict[str, Any]) -> list[tuple[str, str]]:
    """Find what is gone and what is new that are of one kind, and have much in common."""
    found = []
    kinds = {_role(entry) for entry in gone.values()} & {_role(entry) for entry in come.values()}
    for kind in sorted(kinds, key=repr):
        left = [identity for identity, entry in gone.items() if _role(entry) == kind]
        right = [identity for identity, entry in come.items() if _role(entry) == kind]
        pairs = alike(
            {place: features(gone[identity], names=False) for place, identity in enumerate(left)},
            {place: features(come[identity], names=False) for place, identity in enumerate(right)},
            HALF,
            _SHARED,
        )
        found += [(left[was], right[now]) for was, now in pairs]
    return found


def _role(entry: Any) -> Any:
    return getattr(entry, "kind", None) or getattr(entry, "form", None) or getattr(entry, "office", None)


def _partners(old: Document, new: Document) -> Iterator[Likely]:
    """Find partners of whom one stands, as the documents say, in the place of the other."""
    before, after = ({partner.agency: partner for partner in document.partners} for document in (old, new))
    follows = {
        (agency.id, other)
        for agency in chain(old.agencies, new.agencies)
        for others in agency.values("successors")
        for other in others
    }
    places = {partner.agency: place for place, partner in enumerate(new.partners)}
    for place, was in enumerate(old.partners):
        for agency in after:
            if was.agency not in after and agency not in before and (was.agency, agency) in follows:
                yield Likely(
                    why=Why.SUCCESSOR,
                    section="partner",
                    was=f"partner[{place}]",
                    now=f"partner[{places[agency]}]",
                    entry_was=was,
                    entry_now=after[agency],
                )


def _moved(changes: Sequence[Change]) -> Iterator[Likely]:
    """Find seats that are gone from one body, and there on another one, with the same holder."""
    seats: dict[Kind, dict[tuple[Any, ...], list[Change]]] = {
        Kind.ADDED: defaultdict(list),
        Kind.REMOVED: defaultdict(list),
    }
    for change in changes:
        if change.field == "seats" and change.kind in seats:
            seat = change.new or change.old
            seats[change.kind][tuple(getattr(seat, name) for name in HOLDER)].append(change)
    for holder, gone in seats[Kind.REMOVED].items():
        come = seats[Kind.ADDED].get(holder, [])
        if len(gone) == len(come) == 1 and gone[0].subject != come[0].subject:
            yield Likely(
                why=Why.MOVED,
                section="body",
                was=gone[0].path_was,
                now=come[0].path_now,
                entry_was=gone[0].entry_was,
                entry_now=come[0].entry_now,
            )
