"""Which meetings of a body are recorded, and over which days would one have been."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from attrs import frozen

from safeguarding.dates import PartialDate, Span
from safeguarding.model import Body, Document, Meeting, Topic
from safeguarding.structure.situation import Situation


@frozen(kw_only=True)
class Held:
    """The meetings of a body that are recorded.

    Args:
        all: each of them once, as far as can be told.
        fewest: the dates of as few as they may be, of those with one date.
        most: the dates of as many as they may be.
        covered: the days of which a document would record a meeting, had there been one.
    """

    all: tuple[Meeting, ...]
    fewest: tuple[PartialDate, ...]
    most: tuple[PartialDate, ...]
    covered: tuple[Span, ...]

    @classmethod
    def of(cls, situation: Situation, body: Body) -> Held:
        """Gather the meetings of a body from every document."""
        fewest: list[Meeting] = []
        most: list[PartialDate] = []
        covered: list[Span] = []
        for document in situation.partnership.documents:
            here = [meeting for meeting in document.meetings if meeting.body == body.id]
            fewest = _joined(fewest, here)
            dates = [when for meeting in here for when in meeting.values("on")]
            most += [when for when in dates if not (when.exact and when in most)]
            covered += _covered(document, dates, situation.as_of)
        fewest.sort(key=lambda meeting: (meeting.on.earliest, meeting.on.latest))
        sure = tuple(meeting.on for meeting in fewest if len(meeting.values("on")) == 1)
        return cls(all=tuple(fewest), fewest=sure, most=tuple(most), covered=_merged(covered))

    def cover(self, days: Span) -> bool:
        """Say whether a document would record every meeting on these days."""
        return any(span.earliest <= days.earliest and days.latest <= span.latest for span in self.covered)

    def touch(self, days: Span) -> bool:
        """Say whether a document would record a meeting on any of these days."""
        return any(span.earliest <= days.latest and days.earliest <= span.latest for span in self.covered)


def _joined(known: Sequence[Meeting], here: Iterable[Meeting]) -> list[Meeting]:
    """Add the meetings of a document to those of others, taking as one what may be one; the more exact date stands."""
    rest, found = list(known), []
    for meeting in here:
        same = next((one for one in rest if _may_be_one(one.on, meeting.on)), None)
        if same is not None:
            rest.remove(same)
        found.append(same if same is not None and _days(same.on) <= _days(meeting.on) else meeting)
    return [*rest, *found]


def _may_be_one(one: PartialDate, other: PartialDate) -> bool:
    return one.earliest <= other.latest and other.earliest <= one.latest


def _days(when: PartialDate) -> int:
    return (when.latest - when.earliest).days


def _covered(document: Document, dates: Sequence[PartialDate], as_of: date) -> list[Span]:
    """Return the days of which a document records the meetings of a body; none where it records none.

    A report does so for its periods, any other document from the first meeting in it to its own day. One that is not
    fully written down, or of which a part was not read, may have others.
    """
    whole = Topic.ALL in document.transcribed and not any(source.unread for source in document.sources)
    if not dates or not whole:
        return []
    ends = [(entry.period.starts.latest, entry.period.ends.earliest) for entry in document.report_periods]
    # From the last day that the first of them may have been: before it, no record may have been kept.
    first = min(when.latest for when in dates)
    spans = ends or [(first, document.newest.earliest if document.newest else as_of)]
    return [Span(one, two) for one, two in spans if one <= two]


def _merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Join stretches of days that overlap, or follow each other without a day between."""
    found: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.earliest, one.latest)):
        if found and span.earliest.toordinal() - found[-1].latest.toordinal() <= 1:
            found[-1] = Span(found[-1].earliest, max(found[-1].latest, span.latest))
        else:
            found.append(span)
    return tuple(found)
