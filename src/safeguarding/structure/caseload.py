"""Which cases are written down, how far, and when their events were."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property

from safeguarding.dates import Span
from safeguarding.model import Case, CaseKind, Document, DocumentKind, Event, Happening, Partnership
from safeguarding.model.cases import FOLLOWS

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
    def _kept(self) -> dict[str, tuple[Case, Span | None]]:
        """Each case, and the days on which its log may have been closed; None where the log has none."""
        kept: dict[str, tuple[Case, Span | None]] = {}
        for log in self.logs:
            closed = _closed(log)
            for case in log.cases:
                kept.setdefault(case.id, (case, closed))
        return dict(sorted(kept.items()))

    @cached_property
    def _closed_after(self) -> dict[int, Span | None]:
        """When the log of each event may have been closed, by the identity of the event."""
        return {id(event): closed for case, closed in self._kept.values() for event in case.events}

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

        That is the day of its log, the first that it may be; the date asked about, where the log has none or a
        later one.
        """
        closed = self._kept[case.id][1]
        return as_of if closed is None else min(closed.earliest, as_of)

    def recorded_by(self, event: Event, as_of: date) -> date:
        """Return the day by which an event has happened that has no date that can be read.

        That is the day of its log, the last that it may be; the date asked about, where the log has none.
        """
        closed = self._closed_after.get(id(event))
        return as_of if closed is None else closed.latest

    @cached_property
    def _follows(self) -> dict[int, date]:
        """The day before which an event without a date cannot have been: that of what it can only have followed."""
        found: dict[int, date] = {}
        for case, _ in self._kept.values():
            earliest: dict[Happening, date] = {}
            for event in case.events:
                day = when(event).earliest
                earliest[event.what] = min(day, earliest.get(event.what, day))
            for event in case.events:
                if when(event) is ANY_DAY:
                    known = [earliest[one] for later, one in FOLLOWS if later is event.what and one in earliest]
                    found[id(event)] = max(known, default=date.min)
        return found

    def days(self, event: Event, as_of: date) -> Span:
        """Return the days on which an event may have been, also where it has no date that can be read.

        Then it was after what it can only have followed, and by the day of its log.
        """
        span = when(event)
        if span is not ANY_DAY:
            return span
        first_day = self._follows.get(id(event), date.min)
        return Span(first_day, max(first_day, self.recorded_by(event, as_of)))


def _closed(log: Document) -> Span | None:
    """Return the days on which a log may have been closed: any, where that cannot be read."""
    for name in ("updated", "published"):
        stated = log.publication.values(name)
        if not stated:
            return ANY_DAY
        if any(stated):
            return Span.of(day for day in stated if day)
    return None


def _newest_first(document: Document) -> tuple[int, str]:
    return (-document.newest.latest.toordinal() if document.newest else 0, repr(document))
