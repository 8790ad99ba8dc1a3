"""What every entry has: where it was read, what else is said of it, and what could not be read."""

from __future__ import annotations

import re
from typing import Any

from attrs import NOTHING, Attribute, field, fields, frozen

Slug = str
"""An id chosen by the author: lower-case letters, digits and hyphens, at most 60 characters."""

PROSE_LIMIT = 300
"""The longest paraphrase, in characters."""

_BLANK = re.compile(r"<[^<>]+>")


def is_blank(text: str) -> bool:
    """Say whether a text is a blank, still to be filled in, as ``<the name of the council>``."""
    return _BLANK.fullmatch(text) is not None


def refers(*kinds: str, default: Any = NOTHING) -> Any:
    """Make a field that holds the id, or the ids, of entries of these kinds."""
    return field(default=default, metadata={"refers": kinds})


def section(key: str) -> Any:
    """Make a field that holds the entries which a file writes under ``[[key]]``."""
    return field(default=(), metadata={"key": key})


@frozen(kw_only=True)
class Place:
    """Where in a source something was read.

    Args:
        source: the id of the source.
        heading: the heading above it, as printed.
        page: the page, counted as the source says that its pages are known.
        lines: the first and last line, counted from 1, of the text copy that the source names.
    """

    source: Slug
    heading: str | None = None
    page: int | None = None
    lines: tuple[int, int] | None = None

    def in_words(self) -> str:
        """Write heading, page and lines: ``Thresholds, p. 11, lines 316-330``."""
        parts = [self.heading] if self.heading else []
        if self.page is not None:
            parts.append(f"p. {self.page}")
        if self.lines is not None:
            first, last = self.lines
            parts.append(f"line {first}" if first == last else f"lines {first}-{last}")
        return ", ".join(parts)


@frozen(kw_only=True)
class Also:
    """A further statement of one field of an entry.

    Without a value it says where that field was read, if elsewhere than the entry. With a value it is a
    second statement of the same fact: the sources disagree, and both stand.

    Args:
        field: the field that it is about.
        value: what is said there, of that field's own type; None where nothing else is said.
        where: the place.
    """

    field: str
    value: Any = None
    where: Place | None = None


@frozen(kw_only=True)
class Record:
    """What every entry of a document has.

    Args:
        where: the place at which it was read.
        also: further statements of single fields, or other places for them.
        unknown: names of fields on which the source has something that could not be read.
        note: a remark of the transcriber's.
    """

    where: Place | None = None
    also: tuple[Also, ...] = ()
    unknown: tuple[str, ...] = ()
    note: str | None = None

    def places(self, name: str | None = None) -> tuple[Place, ...]:
        """Return where a field was read (without a name: where the entry was)."""
        own = tuple(other.where for other in self.also if other.field == name and other.value is None and other.where)
        return own or ((self.where,) if self.where else ())

    def values(self, name: str) -> tuple[Any, ...]:
        """Return every value that the sources state for a field: several where they disagree.

        Empty means that the field cannot be read. A field that is not stated comes as its own default.
        """
        if self.unknown and name in self.unknown:
            return ()
        stated = getattr(self, name)
        if not self.also:
            return (stated,)
        return (stated, *[o.value for o in self.also if o.field == name and o.value is not None and o.value != stated])


OWN = frozenset(attribute.name for attribute in fields(Record))
"""The fields that every entry has, which no further statement can be about."""


def stated_fields(cls: type) -> tuple[Attribute[Any], ...]:
    """Return the fields of an entry that hold what its source says."""
    return tuple(attribute for attribute in fields(cls) if attribute.name not in OWN)
