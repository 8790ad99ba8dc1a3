"""In which other forms a value may be written: the short ones beside the full ones."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from attrs import Attribute, fields, frozen

from safeguarding.dates import Frequency
from safeguarding.files.leaves import LEAVES, Hook, UnfitError, unfit
from safeguarding.files.stand_ins import UNREADABLE
from safeguarding.files.wording import any_of, meant, nearest, quoted
from safeguarding.model import Meets, Topic
from safeguarding.model.record import OWN

SCHEMA = "safeguarding.v1"
"""The form that this version of the library reads and writes."""


def in_order(kind: type) -> list[Attribute[Any]]:
    """Give the fields of a class as a file has them: first its own, then those that every entry has."""
    return sorted(fields(kind), key=lambda attribute: attribute.name in OWN)


def schema(value: Any, _: Any) -> str:
    """Accept the name of the one form that can be read."""
    if value != SCHEMA:
        raise unfit(value, "a form that can be read", quoted(SCHEMA))
    return SCHEMA


def short(key: str, read: Hook) -> Hook:
    """Accept a text for a table that has only this key."""
    return lambda value, kind: read({key: value} if isinstance(value, str) else value, kind)


def all_or_topics(read: Hook) -> Hook:
    """Accept the text "all" beside a list of topics."""

    def topics(value: Any, kind: Any) -> Any:
        if value == Topic.ALL.value:
            return (Topic.ALL,)
        if isinstance(value, list):
            return read(value, kind)
        raise unfit(value, "a list of topics", '"all", or what is written down so far: ["dates", "areas"]')

    return topics


def once_or_by_period(read: Hook) -> Hook:
    """Accept a text beside a list: how often a body meets, for as long as the document speaks of."""

    def meets(value: Any, kind: Any) -> Any:
        if isinstance(value, str):
            return (Meets(how_often=LEAVES[Frequency](value, Frequency)),)
        return read(value, kind)

    return meets


def field_name(names: Sequence[str]) -> Hook:
    """Make what accepts the name of a field of an entry."""

    def name(value: Any, _: Any) -> str:
        if isinstance(value, str) and value in names:
            return value
        if not isinstance(value, str):
            raise unfit(value, "a text", any_of(names))
        raise UnfitError(f"{quoted(value)} is not a field of this entry", any_of(names), meant(nearest(value, names)))

    return name


def anything(_value: Any, _: Any) -> None:
    """Read nothing: the field that a further statement is about is not known."""


@frozen
class Sources:
    """Which source a place is in that does not name one.

    Args:
        entries: what the file has under ``[[source]]``.
    """

    entries: Sequence[Any]

    def only(self) -> str:
        """Give the id of the only source of the file.

        Raises:
            UnfitError: there is no source, or there are several.
        """
        ids = [entry.get("id") if isinstance(entry, dict) else None for entry in self.entries]
        if len(ids) == 1:
            return ids[0] if isinstance(ids[0], str) else UNREADABLE
        if ids:
            known = sorted(identity for identity in ids if isinstance(identity, str))
            what = "it is not said in which of the sources this place is"
            raise UnfitError(what, any_of(known), 'add the source to the place, as in { heading = "…", source = "…" }')
        what = "the file has no [[source]] that this place could be in"
        raise UnfitError(what, do="add one for the document that was read, with an id and a title", once=what)
