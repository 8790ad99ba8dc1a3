"""Which yearly reports there are, when each was published, and by when the next one is.

A report is known from the document itself, where it is among the files, and from a case of its own. One that is in
neither may have been published all the same, unless a log says that it has every one.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from attrs import evolve, frozen

from safeguarding.dates import PartialDate, Span, TimeLimit, Unit
from safeguarding.law.asking import Ask, once
from safeguarding.law.clocks import Run
from safeguarding.law.implementation import NEED_AREA, Implementation, implementation, later_area
from safeguarding.law.intervals import Interval, Occasion, in_turn, occasions, one_by_one, said, stand
from safeguarding.law.outcomes import Missing
from safeguarding.law.stated import MET, NOT_APPLICABLE, NOT_MET
from safeguarding.law.steps import step
from safeguarding.model import CaseKind, Document, DocumentKind, Happening, Publication
from safeguarding.structure import ANY_DAY

KIND = CaseKind.YEARLY_REPORT
PUBLISHED = step("the publication of the report", Happening.PUBLISHED)


@frozen(kw_only=True)
class Reports:
    """The yearly reports that are known, and how far those are all.

    Args:
        began: when the arrangements began on which they report.
        known: when each was published, in turn; not those that were before that.
        perhaps: how many of them may have been before it.
        every: whether a log says that it has every one.
        kept_to: the day up to which what is not recorded was not published.
    """

    began: Implementation
    known: tuple[Occasion, ...]
    perhaps: int
    every: bool
    kept_to: date


def reports(ask: Ask) -> Reports:
    """Find the yearly reports among the documents and in the logs; one that is in both counts once."""
    known: list[Occasion] = []
    for one in (*recorded(ask), *(printed(ask, publication) for publication in publications(ask))):
        if not any(same(one.span, other.span) for other in known):
            known.append(one)
    began = implementation(ask)
    known = in_turn([one for one in known if one.span.latest >= began.span.earliest])
    if known and known[0].span.earliest >= began.shown_from:
        # A report on the arrangements shows that they had begun.
        latest = max(began.span.earliest, min(began.span.latest, known[0].span.latest))
        began = evolve(began, span=Span(began.span.earliest, latest))
    days = [_kept_to(log, ask.as_of) for log in ask.situation.caseload.logs if KIND in log.all_cases_of]
    return Reports(
        began=began,
        known=tuple(known),
        perhaps=sum(one.span.earliest < began.span.latest for one in known),
        every=bool(days),
        kept_to=min(max(days, default=ask.as_of), ask.as_of),
    )


def _kept_to(log: Document, as_of: date) -> date:
    """Return the first day on which a log may have been closed; the date asked about, where it has none."""
    for name in ("updated", "published"):
        stated: tuple[PartialDate | None, ...] = log.publication.values(name)
        if not stated:
            return date.min
        if any(stated):
            return min(when.earliest for when in stated if when)
    return as_of


def recorded(ask: Ask) -> list[Occasion]:
    """Return when the reports of the logs were published."""
    published = [PUBLISHED.taken(case)[0] for case in ask.situation.caseload.of(KIND)]
    return [in_turn(occasions(ask, events, PUBLISHED.words))[0] for events in published if events]


def publications(ask: Ask) -> list[Publication]:
    """Return what the yearly reports among the files say of their publication."""
    documents = ask.situation.partnership.documents
    return [document.publication for document in documents if document.kind is DocumentKind.YEARLY_REPORT]


def printed(ask: Ask, publication: Publication) -> Occasion:
    """Return when a report among the files was published; one without a date, by the date of the question."""
    stated = publication.values("published")
    span = Span.of(stated) if stated and None not in stated else Span(ANY_DAY.earliest, ask.as_of)
    need = Missing(path="publication.published", need="the day on which the yearly report was published")
    return Occasion(span=span, evidence=ask.evidence(publication, "published"), missing=() if span.exact else (need,))


def same(one: Span, other: Span) -> bool:
    """Say whether two reports are surely one: they were published on the same day."""
    return one.exact and one == other


def may_be_one(one: Span, other: Span) -> bool:
    """Say whether two reports may be one, since they may have been published on the same day."""
    return one.latest >= other.earliest and other.latest >= one.earliest


# How often


NEED_EVERY = Missing(path="all_cases_of", need="every yearly report, among the files or in a log that has all of them")
_REPORT = "the next yearly report"


def first_report(ask: Ask) -> Iterator[Run]:
    """Run the twelve months from the implementation date to the first yearly report (SI 2018/497 regulation 7)."""
    found, later = reports(ask), later_area(ask)
    if later is True:
        return
    item = Interval(
        case="yearly report",
        about="report 1",
        path="publication.implemented",
        limits=(TimeLimit.within(12, Unit.MONTHS, ask.requirement.key),),
        start=Occasion(span=found.began.span, evidence=found.began.evidence, missing=found.began.missing),
        done=found.known[0] if found.known else None,
        words=("the implementation date", "the first yearly report"),
        kept_to=found.kept_to,
        begun=ANY_DAY,
    )
    for one in stand(ask, item):
        stands = _if_all_are_known(_as_planned(one, found), found)
        if found.perhaps:
            stands = _if_some_were_before(ask, stands, item, found)
        if later is None:
            stands = evolve(stands, possible=stands.possible | {NOT_APPLICABLE}, missing=(*stands.missing, NEED_AREA))
        yield stands


def _if_some_were_before(ask: Ask, found: Run, item: Interval, known: Reports) -> Run:
    """Leave open whether what may have been published before the arrangements began was a report on them."""
    after = known.known[known.perhaps :]
    (without,) = stand(ask, evolve(item, done=after[0] if after else None))
    without = _if_all_are_known(without, known)
    missing = once((*found.missing, *without.missing, _NEED_START)) if found.possible != without.possible else ()
    return evolve(found, possible=found.possible | without.possible, missing=missing or found.missing)


def _as_planned(found: Run, known: Reports) -> Run:
    """Say by when the first report was due if the arrangements began as planned."""
    if known.began.planned is None or found.possible == {MET}:
        return found
    planned = said(found.limit.due(known.began.planned))
    return evolve(found, message=f"{found.message}; by {planned} if the arrangements began as planned")


def later_reports(ask: Ask) -> Iterator[Run]:
    """Run the twelve months from each yearly report to the next."""
    found = reports(ask)
    for number, last, following in one_by_one(found.known):
        if last.span.earliest > ask.as_of:
            return
        item = Interval(
            case="yearly report",
            about=f"report {number + 1}",
            path="publication.published",
            limits=(TimeLimit.every(12, Unit.MONTHS, ask.requirement.key),),
            start=last,
            done=following,
            words=("the last yearly report", "the next yearly report"),
            kept_to=found.kept_to,
            begun=ANY_DAY,
        )
        for one in stand(ask, item):
            yield _if_it_is_one(ask, _if_all_are_known(one, found), item, before=number <= found.perhaps)


def _if_it_is_one(ask: Ask, found: Run, item: Interval, *, before: bool) -> Run:
    """Leave open whether two reports are two, were published by the date, and are on these arrangements."""
    last, following = item.start, item.done
    if last is None:
        return found
    again = following is not None and may_be_one(last.span, following.span)
    if not (again or before or last.span.latest > ask.as_of):
        return found
    needs = (*last.missing, *(following.missing if following else ()), *((_NEED_START,) if before else ()))
    return evolve(found, possible=found.possible | {NOT_APPLICABLE}, missing=once((*found.missing, *needs)))


def _if_all_are_known(found: Run, known: Reports) -> Run:
    """Leave open whether another report was published in time, unless all of them are known."""
    if known.every or NOT_MET not in found.possible:
        return found
    message = found.message if MET in found.possible else f"{found.message}; others may not be among the files"
    return evolve(found, possible=found.possible | {MET}, message=message, missing=once((*found.missing, NEED_EVERY)))


NEED_EVERY = Missing(path="all_cases_of", need="every yearly report, among the files or in a log that has all of them")
_NEED_START = Missing(path="publication.implemented", need="the day from which the arrangements were acted on")
