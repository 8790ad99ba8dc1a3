"""What was read: sources, and the parts of them that could not be."""

from __future__ import annotations

from enum import Enum
from typing import ClassVar

from attrs import frozen

from safeguarding.model.record import Place, Slug
from safeguarding.model.topics import Topic


class Pages(Enum):
    """How the page numbers of a source are known."""

    PRINTED = "printed"
    CONTENTS = "contents"


@frozen(kw_only=True)
class Unread:
    """A part of a source that could not be read.

    Args:
        what: what it is: a lost chart, an annex that was not supplied.
        could_hold: the topics on which it could say something.
        where: its place.
    """

    what: str
    could_hold: tuple[Topic, ...]
    where: Place | None = None


@frozen(kw_only=True)
class Source:
    """A published document that was read.

    Args:
        id: its slug.
        title: as printed.
        published: a date as the source prints it; kept as text, since it is for finding the source again.
        url: where it was published, if known.
        copy: the name of the copy that was read.
        sha256: the SHA-256 of that copy, in hexadecimal.
        pages: how its page numbers are known.
        unread: its parts that could not be read.
    """

    KIND: ClassVar[str] = "source"

    id: Slug
    title: str
    published: str | None = None
    url: str | None = None
    copy: str | None = None
    sha256: str | None = None
    pages: Pages | None = None
    unread: tuple[Unread, ...] = ()
