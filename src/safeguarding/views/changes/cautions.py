"""What a reader should know of a difference as a whole, before and beside its single changes."""

from __future__ import annotations

from collections import Counter

from safeguarding.model import Partnership, Topic
from safeguarding.structure.differences import Difference, Kind
from safeguarding.views.changes.names import document_words
from safeguarding.views.wording import amount, one_line


def headline(difference: Difference) -> str:
    """Say what is compared."""
    if difference.old.id != difference.new.id:
        return f"How two partnerships differ: {difference.old.name}, and {difference.new.name}"
    return f"What changed: {difference.new.name}"


def cautions(difference: Difference) -> tuple[str, ...]:
    """Say what a reader should know before drawing anything from the changes."""
    old, new = difference.old, difference.new
    found = []
    if old.id != new.id:
        found.append(
            f"These are two partnerships, {old.name} and {new.name}: what follows is how their documents differ, "
            "not what changed. An id that both use need not mean the same thing."
        )
    found += turned_round(difference)
    if not {one.kind for one in old.documents} & {one.kind for one in new.documents}:
        found.append("The two files are documents of different kinds, so that nothing in them could be compared.")
    found += _half_written(old, "old", "added") + _half_written(new, "new", "removed")
    lost, still = _unread(old), _unread(new)
    both = tuple(part for part in lost if part in still)
    for parts, which, other in (
        (both, "both versions", "added or removed"),
        (tuple(part for part in lost if part not in both), "the old version", "added"),
        (tuple(part for part in still if part not in both), "the new version", "removed"),
    ):
        if parts:
            found.append(f"Not read in {which}: {'; '.join(parts)}. What is shown as {other} may stand there.")
    return tuple(one_line(text) for text in found)


def turned_round(difference: Difference) -> list[str]:
    """Say that the old version is newer than the new one, where it surely is: the files may have been swapped."""
    old, new = (
        max((one.newest for one in partnership.documents if one.newest), key=lambda when: when.latest, default=None)
        for partnership in (difference.old, difference.new)
    )
    if difference.old.id != difference.new.id or old is None or new is None or old.earliest <= new.latest:
        return []
    dates = f"The old version is of {old.in_words()}, and the new one of {new.in_words()}"
    return [f"{dates}: if the files were given in the wrong order, all that follows is the wrong way round."]


def no_news(difference: Difference) -> str:
    """Count what differs only in its order, or in where it was read."""
    counted = Counter(change.kind for change in difference.changes if not change.news)
    parts = []
    if counted[Kind.READ_ELSEWHERE]:
        number = counted[Kind.READ_ELSEWHERE]
        parts.append(f"{amount(number, 'entry was', 'entries were')} read at another place and {_says(number)}")
    if counted[Kind.REORDERED]:
        parts.append(f"{amount(counted[Kind.REORDERED], 'list')} only in another order")
    return f"Not shown, since nothing else is said: {' and '.join(parts)}." if parts else ""


def in_short(difference: Difference) -> str:
    """Count the changes in a sentence."""
    counted = Counter(change.kind for change in difference)
    if not counted:
        return "In short: nothing else is said than before."
    order = (Kind.ADDED, Kind.REMOVED, Kind.RENAMED, Kind.CHANGED)
    parts = ", ".join(f"{counted[kind]} {kind.value}" for kind in order if counted[kind])
    return f"In short: {amount(len(difference), 'change')}: {parts}."


def _says(number: int) -> str:
    return "says the same" if number == 1 else "say the same"


def _half_written(partnership: Partnership, which: str, other: str) -> list[str]:
    return [
        f"Not all of the {which} {document_words(document)} is written down: what is shown as {other} may only be "
        "missing there."
        for document in partnership.documents
        if Topic.ALL not in document.transcribed
    ]


def _unread(partnership: Partnership) -> tuple[str, ...]:
    return tuple(
        part.what for document in partnership.documents for source in document.sources for part in source.unread
    )
