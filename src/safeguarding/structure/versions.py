"""Which version of the arrangements is in force on a date, and which date is asked about."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from safeguarding.errors import CannotAssessError
from safeguarding.model import Document, Partnership
from safeguarding.structure.situation import Situation

Span = tuple[date, date]
"""The first and the last day that something may be."""

_ANY_DAY: Span = (date.min, date.max)


def _spans(document: Document, *names: str) -> list[Span]:
    """Return when a document may have been published, updated or implemented.

    That is each value of the first of these dates that is stated; any day where it cannot be read.
    """
    for name in names:
        stated = document.publication.values(name)
        if not stated:
            return [_ANY_DAY]
        if any(stated):
            return [(when.earliest, when.latest) for when in stated if when]
    return []


def _candidates(documents: Sequence[Document], names: tuple[str, ...], as_of: date) -> list[tuple[Document, bool]]:
    """Return the documents that may be the latest by that date, and whether each surely counts by then."""
    dated = [(document, spans) for document in documents if (spans := _spans(document, *names))]
    sure = [all(latest <= as_of for _, latest in spans) for _, spans in dated]
    since = max(
        (min(earliest for earliest, _ in spans) for (_, spans), truth in zip(dated, sure, strict=True) if truth),
        default=date.min,
    )
    return [
        (document, truth)
        for (document, spans), truth in zip(dated, sure, strict=True)
        if any(earliest <= as_of and latest >= since for earliest, latest in spans)
    ]


def _newest(documents: Sequence[Document], as_of: date) -> list[Document]:
    """Return the documents that may be the newest, where none is published by that date."""
    ahead = as_of + timedelta(days=as_of < date.max)
    spans = []
    for document in documents:
        stated = _spans(document, "updated", "published") or [(date.min, date.min)]
        later = [(max(earliest, ahead), latest) for earliest, latest in stated if latest > as_of]
        spans.append(later or stated)
    since = max((min(earliest for earliest, _ in some) for some in spans), default=date.min)
    return [
        document for document, some in zip(documents, spans, strict=True) if any(latest >= since for _, latest in some)
    ]


def day_of(partnership: Partnership, as_of: date | str | None) -> date:
    """Return the date that is asked about.

    Args:
        partnership: the partnership.
        as_of: the date, or its text; without one, the last day on which the newest document of the
            partnership can have been published.

    Raises:
        CannotAssessError: no date is given and the documents have none, or the text is not a full date.
    """
    if isinstance(as_of, str):
        try:
            return date.fromisoformat(as_of)
        except ValueError:
            raise CannotAssessError(f'as_of "{as_of}" is not a full date such as "2019-11-30"') from None
    if as_of is not None:
        return as_of
    dated = [document.newest.latest for document in partnership.documents if document.newest]
    if not dated:
        raise CannotAssessError(
            "no document has a date of publication, so the date must be given: as_of (--as-of) as a full date "
            'such as "2019-11-30"'
        )
    return max(dated)


def versions_in_force(documents: Sequence[Document], as_of: date) -> tuple[Document, ...]:
    """Return the versions of the arrangements that may be the one in force on a date.

    That is the latest whose implementation (else publication) is not after the date. Where a date is
    open there may be several. Where none is in force yet, it is the latest published; else the newest.
    """
    found: list[Document] = []
    for names in (("implemented", "published"), ("published",)):
        candidates = _candidates(documents, names, as_of)
        found += [document for document, _ in candidates if not any(document is other for other in found)]
        if any(sure for _, sure in candidates):
            return tuple(found)
    newest = _newest(documents, as_of)
    return (*found, *(document for document in newest if not any(document is other for other in found)))


def situations(partnership: Partnership, as_of: date) -> tuple[Situation, ...]:
    """Return how a partnership may stand on a date: once for each version that may be in force."""
    versions = versions_in_force(partnership.arrangements, as_of)
    return tuple(Situation(partnership, as_of, version) for version in versions or (None,))


def telling(partnership: Partnership, as_of: date) -> tuple[Situation, int]:
    """Return how a partnership stands on a date, for whoever has to show one picture of it.

    That is under the newest version of the arrangements that may be in force; where there are no arrangements, as the
    newest document says that describes any structure.

    Args:
        partnership: the partnership.
        as_of: the date.

    Returns:
        the situation, and how many versions may be in force.
    """
    found = situations(partnership, as_of)
    newest = max(found, key=lambda one: _newest_day(one.document))
    if newest.document is not None:
        return newest, len(found)
    telling = [document for document in partnership.documents if document.bodies or document.partners]
    return Situation(partnership, as_of, max(telling, key=_newest_day, default=None)), len(found)


def _newest_day(document: Document | None) -> date:
    newest = document.newest if document else None
    return newest.latest if newest else date.min
