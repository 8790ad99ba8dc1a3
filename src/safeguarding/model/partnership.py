"""The root: a partnership and its documents."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Any

from attrs import field, frozen

from safeguarding.errors import InvalidDocumentError, Problem
from safeguarding.model.cases import Case
from safeguarding.model.documents import Document, DocumentKind, entries
from safeguarding.model.integrity import flaws, in_words
from safeguarding.model.record import Slug


@frozen(kw_only=True)
class Input:
    """A file that a partnership was read from.

    Args:
        path: as the caller named it.
        sha256: of its bytes, in hexadecimal.
    """

    path: str
    sha256: str


def _newest_first(document: Document) -> date:
    return document.newest.latest if document.newest else date.min


def _before_others(document: Document) -> tuple[int, str, str]:
    newest = document.newest.latest.toordinal() if document.newest else 0
    return (-newest, document.kind.value, repr(document))


@frozen(kw_only=True)
class Partnership:
    """A safeguarding children partnership, as its documents describe it.

    Args:
        id: its slug.
        documents: one or more, in any order.
        inputs: the files they were read from; they do not count when partnerships are compared.

    Raises:
        InvalidDocumentError: the documents do not hang together.
    """

    id: Slug
    documents: tuple[Document, ...]
    inputs: tuple[Input, ...] = field(default=(), eq=False)
    _found: dict[tuple[str, int], Any] = field(factory=dict, init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        problems = [
            Problem(path=in_words(self.documents[f.document], f.at), what=f.what, accepted=f.accepted, do=f.do)
            for f in flaws(self.documents)
        ]
        problems += [
            Problem(
                path="partnership",
                what=f'a document of "{document.partnership}" stands among those of "{self.id}"',
                do="give the documents of one partnership at a time",
            )
            for document in self.documents
            if self.id not in (document.partnership, *document.shared_with)
        ]
        if not self.documents:
            problems.append(Problem(path="documents", what="there is no document", do="give at least one"))
        if problems:
            raise InvalidDocumentError(problems)

    @property
    def name(self) -> str:
        """Its name, as its newest document of its own prints it."""
        own = [document for document in self.documents if document.partnership == self.id] or self.documents
        return max(own, key=_newest_first).name

    @cached_property
    def paths(self) -> Mapping[int, str]:
        """The path of every entry in its file, by the identity of the object."""
        found = {id(document.publication): "publication" for document in self.documents}
        for document in self.documents:
            for path, entry in entries(document):
                found[id(entry)] = path
                if isinstance(entry, Case):
                    found.update((id(event), f"{path}.events[{index}]") for index, event in enumerate(entry.events))
        return MappingProxyType(found)

    def once(self, what: str, document: Document | None, find: Callable[[], Any]) -> Any:
        """Return what follows from the documents whatever the date, found when it is first asked for.

        Args:
            what: what it is.
            document: the document that it is found for, or that speaks before the others.
            find: finds it.
        """
        key = (what, id(document))
        if key not in self._found:
            self._found[key] = find()
        return self._found[key]

    @cached_property
    def newest_first(self) -> tuple[Document, ...]:
        """The documents, the newest first, in whatever order they were given."""
        return tuple(sorted(self.documents, key=_before_others))

    @property
    def arrangements(self) -> tuple[Document, ...]:
        """The published versions of its arrangements."""
        return tuple(d for d in self.documents if d.kind is DocumentKind.ARRANGEMENTS)
