"""What is different between two versions: one change for each thing, with what both say and where both were read."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Any

from attrs import fields, fields_dict, frozen

from safeguarding.errors import Problem, SafeguardingError
from safeguarding.model import Also, Document, Partnership, Place, Publication


class Kind(Enum):
    """What sort of change it is.

    The last two are no news: the order in which a file has its entries, and at which place the same thing was read.
    """

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    CHANGED = "changed"
    REORDERED = "reordered"
    READ_ELSEWHERE = "read-elsewhere"


@frozen
class Step:
    """A step into a partnership: a field, and of a list of entries which one.

    Args:
        field: the name of the field in the model.
        was: which entry of the list it is in the old, counted from 0; None where it is not there, or no list.
        now: which it is in the new.
        id: its id, where it has one.
    """

    field: str
    was: int | None = None
    now: int | None = None
    id: str | None = None

    @property
    def listed(self) -> bool:
        """Whether it leads to an entry of a list."""
        return self.was is not None or self.now is not None


@frozen(kw_only=True)
class Said:
    """What one version says.

    Args:
        value: the value, as it is stated first; of something added or removed, the whole entry.
        others: further statements of it, which disagree; of where something was read, the other places.
        unreadable: whether there is something that could not be read.
    """

    value: Any
    others: tuple[Also, ...] = ()
    unreadable: bool = False

    @property
    def values(self) -> tuple[Any, ...]:
        """Every value that is stated; none where it could not be read."""
        if self.unreadable:
            return ()
        return (self.value, *(other.value for other in self.others if other.value != self.value))


@frozen(kw_only=True)
class Change:
    """One thing that is different.

    Args:
        kind: added, removed, renamed, changed; or no news.
        at: how to come to it from the partnership.
        before: what the old says of it; None where it is not in the old.
        after: what the new says of it; None where it is not in the new.
        was: where the old was read; None where the old gives no place.
        now: where the new was read.
        entry_was: the entry of the old that it belongs to; a document or its publication, if to none.
        entry_now: that of the new.
    """

    kind: Kind
    at: tuple[Step, ...]
    before: Said | None
    after: Said | None
    was: Place | None = None
    now: Place | None = None
    entry_was: Any = None
    entry_now: Any = None

    @property
    def news(self) -> bool:
        """Whether something else is said than before; if not, only order or place differ."""
        return self.kind not in {Kind.REORDERED, Kind.READ_ELSEWHERE}

    @property
    def old(self) -> Any:
        """The value that the old states, first if there are several; None where it has none."""
        return self.before.value if self.before else None

    @property
    def new(self) -> Any:
        """The value that the new states, first if there are several; None where it has none."""
        return self.after.value if self.after else None

    @property
    def section(self) -> str:
        """The key of its section in a file: ``body``; ``publication``; empty for the head of a document."""
        return _key(self.at[1].field) if len(self.at) > 1 and self.at[1].field in _SECTIONS else ""

    @property
    def subject(self) -> str:
        """The id of its entry, or where the entry has none, its path in the file that has it: ``statement[3]``."""
        if len(self.at) < 2 or not self.at[1].listed:  # noqa: PLR2004  # document, then entry
            return ""
        step = self.at[1]
        return step.id or f"{_key(step.field)}[{step.was if step.now is None else step.now}]"

    @property
    def field(self) -> str:
        """The field within the entry: ``chair.held_by``, ``seats``; empty where it is the whole entry."""
        return ".".join(step.field for step in self._inside)

    @property
    def path_was(self) -> str:
        """Its path in the old file: ``body.lead-group.seats[0]``; empty where it is not there."""
        return self._path(*(step.was for step in self.at)) if self.before else ""

    @property
    def path_now(self) -> str:
        """Its path in the new file."""
        return self._path(*(step.now for step in self.at)) if self.after else ""

    @property
    def document_was(self) -> int | None:
        """Which of the old documents it is in, counted from 0; None where that document is new."""
        return self.at[0].was

    @property
    def document_now(self) -> int | None:
        """Which of the new documents it is in."""
        return self.at[0].now

    @property
    def _inside(self) -> tuple[Step, ...]:
        return self.at[2:] if self.section else self.at[1:] if self.at[0].listed else self.at

    def _path(self, *indices: int | None) -> str:
        text = ""
        for step, index in tuple(zip(self.at, indices, strict=True))[1:]:
            text += "." * bool(text) + _key(step.field)
            if step.id is not None:
                text += f".{step.id}"
            elif index is not None:
                text += f"[{index}]"
        return text


_DOCUMENT = fields_dict(Document)
_SECTIONS = {name for name, attribute in _DOCUMENT.items() if "key" in attribute.metadata} | {"publication"}


def _key(name: str) -> str:
    """Return the name of a field as a file has it."""
    return str(_DOCUMENT[name].metadata.get("key", name)) if name in _DOCUMENT else name


class Why(Enum):
    """Why two entries may be one, or one may stand in the place of the other."""

    NAME = "same-name"
    CODE = "same-code"
    STRUCTURE = "alike"
    SUCCESSOR = "successor"
    MOVED = "moved"


@frozen(kw_only=True)
class Likely:
    """Two entries that are kept apart, and of which a reader should know that they may belong together.

    Nothing is merged because of it: the one stays removed and the other added, or both renamed.

    Args:
        why: both have the same name, or official code; both are alike in much else; the documents say that the one
            came after the other; the same seat is gone from one body and there on another.
        section: the key of their section.
        was: the path of the old one.
        now: the path of the new one.
        entry_was: the old one.
        entry_now: the new one.
    """

    why: Why
    section: str
    was: str
    now: str
    entry_was: Any
    entry_now: Any


class CannotApplyError(SafeguardingError):
    """A difference is applied to something else than the old version; each point is in ``problems``."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__("\n".join(str(problem) for problem in problems))


@frozen(kw_only=True)
class Difference:
    """What is different between two versions of a partnership's documents.

    It is iterated over the changes that are news.

    Args:
        old: the old version.
        new: the new one.
        changes: every change, in the order of the file; those that are no news as well.
        likely: entries that may belong together, and were not merged.
    """

    old: Partnership
    new: Partnership
    changes: tuple[Change, ...]
    likely: tuple[Likely, ...] = ()

    def __iter__(self) -> Iterator[Change]:
        return (change for change in self.changes if change.news)

    def __len__(self) -> int:
        return sum(change.news for change in self.changes)

    def __bool__(self) -> bool:
        """Say whether anything is different, be it only an order or a place."""
        return bool(self.changes)

    def apply(self, old: Partnership) -> Partnership:
        """Make the new version from the old one and the changes.

        Args:
            old: the version that the difference was taken from, or one that is equal to it.

        Returns:
            The new version, equal in all but the files it was read from, of which it has none.

        Raises:
            CannotApplyError: it is something else; every point at which it is, all at once.
        """
        from safeguarding.structure.differences.applying import applied

        return applied(self, old)

    def document_of(self, change: Change) -> Document | None:
        """Return the document that a change is in: that of the new version, where it is there."""
        if change.document_now is not None:
            return self.new.documents[change.document_now]
        return None if change.document_was is None else self.old.documents[change.document_was]


NAMES = frozenset({"name", "title", "label", "names"})
"""The fields that hold what something is called."""

MARKS = frozenset({"where", "also", "unknown"})
"""The fields of an entry that say how it was read, and not what."""

HEAD = tuple(a.name for a in fields(Document) if "key" not in a.metadata and not isinstance(a.default, Publication))
"""The fields of a document that are in none of its sections."""
