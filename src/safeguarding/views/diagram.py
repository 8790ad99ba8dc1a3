"""A partnership as a diagram: a pure function from what was read to a picture, which can be had in any form."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Literal, get_args, overload

from safeguarding.dates import in_words
from safeguarding.errors import SafeguardingError
from safeguarding.model import Body, Document, DocumentKind, Partnership, Status, Topic
from safeguarding.structure import Situation, day_of
from safeguarding.structure.versions import telling
from safeguarding.views.diagrams.areas import draw_areas
from safeguarding.views.diagrams.drawing import draw
from safeguarding.views.diagrams.labels import cut
from safeguarding.views.diagrams.picture import Picture
from safeguarding.views.diagrams.seating import draw_seats
from safeguarding.views.diagrams.shown import Diagram, Form, TextForm
from safeguarding.views.diagrams.words import title_of

View = Literal["governance", "accountability", "matrix", "areas"]
"""What a diagram can be of."""

_TITLES = {
    "governance": "who answers to whom",
    "matrix": "who sits where",
    "areas": "areas, and who covers them",
}
_DRAWN = {
    "governance": (Topic.BODIES, Topic.REPORTING_LINES, Topic.LINKS, Topic.SCRUTINEERS),
    "accountability": (Topic.BODIES, Topic.REPORTING_LINES, Topic.LINKS, Topic.SCRUTINEERS),
    "matrix": (Topic.BODIES, Topic.PARTNERS, Topic.RELEVANT_AGENCIES),
    "areas": (Topic.AREAS, Topic.PARTNERS, Topic.BODIES),
}
"""The topics whose unread parts could change the picture."""

_NAME = 100
"""How long a name in a title may be."""

_MOST = 60
"""So many ids are listed in a message."""


@overload
def diagram(
    partnership: Partnership,
    *,
    view: View = ...,
    body: str | None = ...,
    as_of: date | str | None = ...,
    format: None = ...,
) -> Diagram: ...


@overload
def diagram(
    partnership: Partnership,
    *,
    view: View = ...,
    body: str | None = ...,
    as_of: date | str | None = ...,
    format: Literal["png"],
) -> bytes: ...


@overload
def diagram(
    partnership: Partnership,
    *,
    view: View = ...,
    body: str | None = ...,
    as_of: date | str | None = ...,
    format: TextForm,
) -> str: ...


@overload
def diagram(
    partnership: Partnership,
    *,
    view: View = ...,
    body: str | None = ...,
    as_of: date | str | None = ...,
    format: Form,
) -> str | bytes: ...


def diagram(
    partnership: Partnership,
    *,
    view: View = "governance",
    body: str | None = None,
    as_of: date | str | None = None,
    format: Form | None = None,  # noqa: A002  # the word that its readers use
) -> Diagram | str | bytes:
    """Draw a partnership on a date.

    Args:
        partnership: the partnership.
        view: ``governance``: who answers to whom; ``accountability``: the line of one body, up to the partners
            and outside, and what stands directly below it; ``matrix``: who sits where; ``areas``: what lies in
            what, and who covers it.
        body: the id of the body, for ``accountability`` and for nothing else.
        as_of: the date, or its text as ``2019-11-30``; without one, the last day on which the newest document
            can have been published.
        format: without one, a `Diagram`, which ``print`` gives as text and a notebook draws. ``mermaid``,
            ``dot`` (for Graphviz), ``svg`` and ``text`` (a list for a terminal) give a text, ``png`` bytes;
            ``svg`` and ``png`` need Graphviz. GitHub draws no Mermaid text of more than 500 links, which some
            400 bodies need.

    Raises:
        CannotAssessError: no date is given and the documents have none, or the text is not a date.
        SafeguardingError: the view or the format is another one; no body has the id, or none is given; Graphviz
            is needed and not installed.
    """
    if view not in get_args(View):
        raise SafeguardingError(f'the view "{view}" is not held; it can be: {", ".join(get_args(View))}')
    if format is not None and format not in get_args(Form):
        raise SafeguardingError(f'the format "{format}" is not held; it can be: {", ".join(get_args(Form))}')
    if body is not None and view != "accountability":
        raise SafeguardingError(f'the view "{view}" is not of one body: leave the body out, or ask for accountability')
    made = Diagram(_picture(partnership, view, body, as_of))
    return made if format is None else made.written(format)


def _picture(partnership: Partnership, view: View, body: str | None, as_of: date | str | None) -> Picture:
    day = day_of(partnership, as_of)
    situation, versions = telling(partnership, day)
    caption = tuple(_caption(situation, view, versions=versions, given=as_of is not None))
    # Shortened one by one, so that a long name does not push the date out of the title.
    name, when = cut(partnership.name, _NAME), in_words(day)
    if view == "accountability":
        chosen = _body(situation, body)
        title = f"{name}: the line of accountability of {cut(title_of(situation, chosen), _NAME)} on {when}"
        return draw(situation, title=title, caption=caption, body=chosen.id)
    title = f"{name}: {_TITLES[view]} on {when}"
    drawers: dict[str, Callable[..., Picture]] = {"governance": draw, "matrix": draw_seats, "areas": draw_areas}
    return drawers[view](situation, title=title, caption=caption)


def _body(situation: Situation, identity: str | None) -> Body:
    """Return the body with an id, or say which ids there are."""
    from difflib import get_close_matches  # noqa: PLC0415  # only the error needs it

    drawn: list[Body] = [
        body for body in situation.of("bodies") if not situation.gone(body) or body.status is Status.EXAMPLE
    ]
    bodies = {body.id: body for body in drawn}
    if identity is not None and identity in bodies:
        return bodies[identity]
    listed = ", ".join([*list(bodies)[:_MOST], *(["…"] if len(bodies) > _MOST else [])])
    there = f"the bodies are: {listed}" if bodies else "no body is written down"
    if identity is None:
        raise SafeguardingError(f"the view accountability is of one body: give its id; {there}")
    if any(body.id == identity for body in situation.of("bodies")):
        raise SafeguardingError(f'the body "{identity}" has ended by {in_words(situation.as_of)}; {there}')
    near = get_close_matches(identity.lower(), list(bodies), n=3)
    meant = f": did you mean {' or '.join(near)}?" if near else ";"
    raise SafeguardingError(f'no body has the id "{identity}"{meant} {there}')


def _caption(situation: Situation, view: View, *, versions: int, given: bool) -> list[str]:
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
    unread = [part.what for part in situation.unread(*_DRAWN[view])]
    lines += [f"Not read: {'; '.join(dict.fromkeys(unread))}."] if unread else []
    missing = [topic.value.replace("-", " ") for topic in _DRAWN[view] if not situation.transcribed(topic)]
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
