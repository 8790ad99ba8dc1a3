"""The governance of two versions in one picture, with what differs marked."""

from __future__ import annotations

from datetime import date

from safeguarding.dates import in_words
from safeguarding.model import Document, Partnership
from safeguarding.structure import Situation, day_of, situations
from safeguarding.structure.differences import Difference
from safeguarding.views.changes.names import document_words
from safeguarding.views.diagrams.drawing import draw
from safeguarding.views.diagrams.picture import Picture
from safeguarding.views.diagrams.shown import Diagram
from safeguarding.views.diagrams.versions import both_versions


def difference_as_diagram(difference: Difference, *, as_of: date | str | None = None) -> Diagram:
    """Draw the governance of both versions, with what differs marked in words and outline, as a diagram in any form.

    Args:
        difference: what is different.
        as_of: the date on which both are drawn; without one, that of the newest document of the new version.

    Raises:
        CannotAssessError: no date is given and the new documents have none, or the text is not a date.
    """
    return Diagram(pictured(difference, as_of=as_of))


def pictured(difference: Difference, *, as_of: date | str | None = None) -> Picture:
    """Draw who answers to whom in both versions, and mark what was added, removed, renamed or changed.

    Both are drawn as they stand on one date, so that nothing is marked that comes of the passing of time.

    Args:
        difference: what is different.
        as_of: the date; without one, the last day on which the newest document of the new version can have been
            published.

    Raises:
        CannotAssessError: no date is given and the new documents have none, or the text is not a date.
    """
    day = day_of(difference.new, as_of)
    old, new = (_situation(partnership, day) for partnership in (difference.old, difference.new))
    name = difference.new.name
    if difference.old.id != difference.new.id:
        name = f"{difference.old.name}, and {name}"
    return both_versions(
        draw(old, title="", caption=()),
        draw(new, title="", caption=()),
        title=f"{name}: who answers to whom, and what changed",
        caption=tuple(_caption(old, new, day, given=as_of is not None)),
    )


def _situation(partnership: Partnership, day: date) -> Situation:
    """Return how a version stands on the date, under its newest arrangements; without any, its newest document."""
    found = [situation for situation in situations(partnership, day) if situation.document is not None]
    in_order = {id(document): place for place, document in enumerate(partnership.newest_first)}
    if found:
        return min(found, key=lambda situation: in_order[id(situation.document)])
    return Situation(partnership, day, partnership.newest_first[0])


def _caption(old: Situation, new: Situation, day: date, *, given: bool) -> list[str]:
    lines = [f"{label}: {_read_in(situation.document)}." for label, situation in (("Old", old), ("New", new))]
    inferred = "" if given else ", the last day on which the new one can have been published"
    lines.append(f"Both as they stand on {in_words(day)}{inferred}.")
    unread = [part.what for situation in (old, new) for source in situation.of("sources") for part in source.unread]
    return lines + ([f"Not read: {'; '.join(dict.fromkeys(unread))}."] if unread else [])


def _read_in(document: Document | None) -> str:
    return document_words(document) if document else "nothing"
