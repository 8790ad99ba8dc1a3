"""The governance of a partnership as a diagram: a pure function from what was read to text."""

from __future__ import annotations

from datetime import date
from typing import Literal, get_args

from safeguarding.dates import in_words
from safeguarding.errors import SafeguardingError
from safeguarding.model import Document, DocumentKind, Partnership, Topic
from safeguarding.structure import Situation, day_of, situations
from safeguarding.views.diagrams.dot import as_dot
from safeguarding.views.diagrams.drawing import draw
from safeguarding.views.diagrams.mermaid import as_mermaid
from safeguarding.views.diagrams.text import as_tree

Form = Literal["mermaid", "dot", "text"]
"""The forms in which a diagram can be had."""

_WRITERS = {"mermaid": as_mermaid, "dot": as_dot, "text": as_tree}
_DRAWN = (Topic.BODIES, Topic.REPORTING_LINES, Topic.LINKS, Topic.SCRUTINEERS)
"""The topics whose unread parts could change the picture."""


def diagram(
    partnership: Partnership,
    *,
    as_of: date | str | None = None,
    format: Form = "text",  # noqa: A002  # the word that its readers use
) -> str:
    """Draw who answers to whom in a partnership on a date.

    Args:
        partnership: the partnership.
        as_of: the date, or its text as ``2019-11-30``; without one, the last day on which the newest document
            can have been published.
        format: ``mermaid``, ``dot`` (for Graphviz) or ``text`` (a tree for a terminal). GitHub draws no
            Mermaid text of more than 500 links, which some 400 bodies need.

    Raises:
        CannotAssessError: no date is given and the documents have none, or the text is not a date.
        SafeguardingError: the format is another one.
    """
    if format not in _WRITERS:
        raise SafeguardingError(f'the format "{format}" is not held; it can be: {", ".join(get_args(Form))}')
    day = day_of(partnership, as_of)
    found = situations(partnership, day)
    situation = max(found, key=_latest)
    if situation.document is None:
        situation = Situation(partnership, day, _newest_with_bodies(partnership))
    picture = draw(
        situation,
        title=f"{partnership.name}: who answers to whom on {in_words(day)}",
        caption=tuple(_caption(situation, versions=len(found), given=as_of is not None)),
    )
    return _WRITERS[format](picture)


def _latest(situation: Situation) -> date:
    newest = situation.document.newest if situation.document else None
    return newest.latest if newest else date.min


def _newest_with_bodies(partnership: Partnership) -> Document | None:
    """Return the newest document that describes any structure, where there are no arrangements."""
    telling = [document for document in partnership.documents if document.bodies or document.partners]
    return max(telling, key=lambda d: d.newest.latest if d.newest else date.min, default=None)


def _caption(situation: Situation, *, versions: int, given: bool) -> list[str]:
    """Say what was drawn and read, and what was not."""
    document = situation.document
    if document is None:
        return ["No arrangements are among the files."]
    lines = [_read_in(document)]
    if document.kind is not DocumentKind.ARRANGEMENTS:
        lines.append("No arrangements are among the files.")
    if not given:
        lines.append(
            "No date was given: the date is the last day on which the newest document can have been published."
        )
    if versions > 1:
        lines.append(f"Which of {versions} versions of the arrangements is in force is open; this is the newest.")
    unread = [part.what for part in situation.unread(*_DRAWN)]
    lines += [f"Not read: {'; '.join(dict.fromkeys(unread))}."] if unread else []
    missing = [topic.value.replace("-", " ") for topic in _DRAWN if not situation.transcribed(topic)]
    lines += [f"Not written down yet: {', '.join(missing)}."] if missing else []
    return lines


def _read_in(document: Document) -> str:
    """Name the document that was drawn, its dates and its sources."""
    published, updated = document.publication.published, document.publication.updated
    dates = [f"published {published.in_words()}" if published else "undated"]
    dates += [f"updated {updated.in_words()}"] if updated else []
    titles = [source.title for source in document.sources]
    listed = f" ({'; '.join(titles)})" if titles else ""
    return f"Read in: {document.kind.value.replace('-', ' ')}{listed}, {', '.join(dates)}."
