"""When an area's first arrangements were published, and when it began to act on them: SI 2018/497."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from attrs import evolve, frozen

from safeguarding.dates import PartialDate, Span
from safeguarding.law.asking import NO_ARRANGEMENTS, Ask
from safeguarding.law.instruments import CHILDREN_ACT
from safeguarding.law.outcomes import Answer, Evidence, Missing
from safeguarding.law.stated import NOT_APPLICABLE
from safeguarding.law.wt2018.areas import exists, local_authority_areas
from safeguarding.law.wt2018.deadlines import FIRST_PUBLICATION
from safeguarding.model import Document, Publication, Version
from safeguarding.unknown import agree, all_of, any_of, negate

# Which area


def later_area(ask: Ask) -> bool | None:
    """Say whether every local authority area of the date came into being after the transition."""
    areas = [(exists(area, ask.as_of), area) for area in local_authority_areas(ask)]
    later = [any_of([negate(there), agree(_later(start) for start in area.values("starts"))]) for there, area in areas]
    return all_of([any_of(there for there, _ in areas), *later])


def _later(start: PartialDate | None) -> bool | None:
    return negate(start.not_after(FIRST_PUBLICATION)) if start else False


def of_the_area(check: Callable[[Ask], Answer]) -> Callable[[Ask], Answer]:
    """Make a check that does not apply where the area came into being after the transition."""

    def checked(ask: Ask) -> Answer:
        later = later_area(ask)
        if later:
            return ask.one(NOT_APPLICABLE, "the area came into being after the transition")
        return check(ask) if later is False else or_not_applicable(check(ask), NEED_AREA)

    return checked


def or_not_applicable(answer: Answer, need: Missing) -> Answer:
    """Open an answer to the possibility that what is asked does not apply."""
    possible = answer.possible | {NOT_APPLICABLE}
    return evolve(answer, possible=possible, missing=(*answer.missing, need), due=None)


NEED_AREA = Missing(path="area", need="the day on which the area came into being")

# Which arrangements


def first_documents(ask: Ask) -> list[Document]:
    """Return the arrangements among the files that may be the area's first, the earliest before the others.

    Those are said to be the first; where none is, the earliest published.
    """
    documents = ask.situation.partnership.arrangements
    may_be = [document for document in documents if not any(_before(other, document) for other in documents)]
    return sorted(may_be, key=lambda document: published_between(document.publication)[0])


def _before(one: Document, other: Document) -> bool:
    """Say whether one document is there, so that another is surely not the first."""
    sure = _said(one.publication) == {True}
    if True not in _said(other.publication):
        return sure or published_between(one.publication)[1] < published_between(other.publication)[0]
    return sure and published_between(one.publication)[1] < published_between(other.publication)[0]


def _said(publication: Publication) -> set[bool]:
    """Return whether a document says that it is the first, in every way in which that may be read."""
    versions = publication.values("version")
    return {version is Version.FIRST for version in versions} if versions else {True, False}


def said_first(publication: Publication) -> bool | None:
    """Say whether these are the area's first arrangements."""
    versions = publication.values("version")
    if not versions or None in versions:
        return None
    firsts = {version is Version.FIRST for version in versions}
    return firsts.pop() if len(firsts) == 1 else None


def published_between(publication: Publication) -> tuple[date, date]:
    """Return the first and the last day on which a document may have been published."""
    stated = publication.values("published")
    if not stated:
        return date.min, date.max
    days = [day for when in stated if when for day in (when.earliest, when.latest)] or [date.max]
    return min(days), max(days)


def need_version() -> Missing:
    """Name what would settle whether arrangements are the first of the area."""
    return Missing(path="publication.version", need="whether these are the first arrangements of the area")


# When it began


@frozen(kw_only=True)
class Implementation:
    """When the area's first arrangements began to be acted on: its implementation date (regulation 6(2)).

    Args:
        span: the days on which that may have been, or may be.
        planned: the days for which it was planned, where a text only plans it.
        shown_from: where no day is stated, the day from which whatever shows that the arrangements were acted on
            shows that it had come.
        evidence: what that rests on.
        missing: what would settle the day; nothing where it is known.
    """

    span: Span
    evidence: tuple[Evidence, ...]
    missing: tuple[Missing, ...]
    planned: Span | None = None
    shown_from: date = date.max


def implementation(ask: Ask) -> Implementation:
    """Find the implementation date, as far as the documents show it.

    A start that a text only plans is not known to have happened then. It was not before the text was published,
    and where it had not happened by the date of the question, nothing counts from it yet.
    """
    starts = [_start(ask, document) for document in first_documents(ask)]
    if not starts:
        missing = (Missing(path="kind", need=NO_ARRANGEMENTS),)
        span = _before_now(ask, CHILDREN_ACT.starts)
        return Implementation(span=span, evidence=(), missing=missing, shown_from=span.earliest)
    needs = [need for start in starts for need in start.missing]
    return Implementation(
        span=Span.of([start.span for start in starts]),
        evidence=tuple(item for start in starts for item in start.evidence),
        missing=tuple(dict.fromkeys([need_version(), *needs] if len(starts) > 1 else needs)),
        planned=starts[0].planned if len(starts) == 1 else None,
        shown_from=max(start.shown_from for start in starts),
    )


def surely_began(ask: Ask) -> bool:
    """Say whether the texts state, and do not only plan, days of the start of which none is after the date."""
    stated = [
        [] if any(publication.values("implemented_as_planned")) else publication.values("implemented")
        for publication in (document.publication for document in first_documents(ask))
    ]
    return bool(stated) and all(days and all(day and day.latest <= ask.as_of for day in days) for days in stated)


def _start(ask: Ask, document: Document) -> Implementation:
    """Find the implementation date, if a document holds the first arrangements or those after them."""
    publication = document.publication
    begun = [when for when in publication.values("implemented") if when]
    planned = any(publication.values("implemented_as_planned"))
    missing = [] if len(begun) == 1 and begun[0].exact and not planned else [_need_start(planned=planned)]
    stated = bool(begun and not planned) or "implemented" in publication.unknown
    if begun and not planned:
        span = Span.of(begun)
    else:
        earliest = CHILDREN_ACT.starts if stated or publication.published is None else published_between(publication)[0]
        span = _before_now(ask, max(earliest, CHILDREN_ACT.starts))
        span = Span(span.earliest, max(span.latest, *(when.latest for when in begun))) if begun else span
    if not said_first(publication):
        # Other arrangements may have begun before these.
        span = Span(min(CHILDREN_ACT.starts, span.earliest), span.latest)
        missing.append(need_version())
    evidence = ask.evidence(publication, "implemented") if begun else ask.evidence(publication, "published")
    return Implementation(
        span=span,
        evidence=evidence,
        missing=tuple(missing),
        planned=Span.of(begun) if begun and planned and said_first(publication) else None,
        shown_from=date.max if stated else max(published_between(publication)[1], CHILDREN_ACT.starts),
    )


def _before_now(ask: Ask, earliest: date) -> Span:
    """Return the days from one to the date of the question."""
    return Span(earliest, max(earliest, ask.as_of))


def _need_start(*, planned: bool) -> Missing:
    need = "the day from which the arrangements were acted on"
    return Missing(path="publication.implemented", need=f"{need}: the text only plans it" if planned else need)
