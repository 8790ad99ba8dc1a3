"""Which cases are written down, how far, and when their events were."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property

from safeguarding.dates import Span
from safeguarding.model import Case, CaseKind, Document, DocumentKind, Event, Partnership

ANY_DAY = Span(date.min, date.max)
"""When something was that has no date that can be read."""


def when(event: Event) -> Span:
    """Return the days on which an event may have been, as far as is recorded."""
    stated = event.values("on")
    return Span.of(stated) if stated and None not in stated else ANY_DAY


def first(events: Iterable[Event]) -> Span:
    """Return the days on which the first of some events may have been."""
    spans = [when(event) for event in events]
    return Span(min(span.earliest for span in spans), min(span.latest for span in spans))


class Caseload:
    """The cases of a partnership, from all of its logs.

    Where two logs have a case under one reference, the newest speaks.

    Args:
        partnership: the partnership.
    """

    def __init__(self, partnership: Partnership) -> None:
        self._partnership = partnership

    @cached_property
    def logs(self) -> tuple[Document, ...]:
        """The documents that can be read as logs: case logs, and others that hold cases; the newest first."""
        found = [d for d in self._partnership.documents if d.kind is DocumentKind.CASE_LOG or d.cases]
        return tuple(sorted(found, key=_newest_first) if len(found) > 1 else found)

    @cached_property
    def _kept(self) -> dict[str, tuple[Case, date | None]]:
        kept: dict[str, tuple[Case, date | None]] = {}
        for log in self.logs:
            # What is recorded up to a month is surely recorded up to the day before it.
            until = log.newest.earliest if log.newest else None
            for case in log.cases:
                kept.setdefault(case.id, (case, until))
        return dict(sorted(kept.items()))

    @cached_property
    def _by_kind(self) -> dict[CaseKind, tuple[Case, ...]]:
        found: dict[CaseKind, list[Case]] = {}
        for case, _ in self._kept.values():
            found.setdefault(case.kind, []).append(case)
        return {kind: tuple(cases) for kind, cases in found.items()}

    def of(self, kind: CaseKind) -> tuple[Case, ...]:
        """Return the cases of a kind, by reference."""
        return self._by_kind.get(kind, ())

    def complete(self, kind: CaseKind) -> bool:
        """Say whether a log says that it has every case of a kind."""
        return any(kind in log.all_cases_of for log in self.logs)

    def kept_to(self, case: Case, as_of: date) -> date:
        """Return the day up to which what is not recorded of a case has not happened.

        That is the day of its log; the date asked about, where the log has none or a later one.
        """
        until = self._kept[case.id][1]
        return as_of if until is None else min(until, as_of)


def _newest_first(document: Document) -> tuple[int, str]:
    return (-document.newest.latest.toordinal() if document.newest else 0, repr(document))
