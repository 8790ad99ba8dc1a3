"""By when the yearly report is published under the guidance of 2023, and over what year it reports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from attrs import evolve

from safeguarding.dates import Period, Span, TimeLimit, Unit
from safeguarding.law.asking import Ask, once
from safeguarding.law.clocks import Run
from safeguarding.law.implementation import NEED_AREA, later_area
from safeguarding.law.intervals import Interval, Occasion, stand
from safeguarding.law.outcomes import Answer, Missing, Part
from safeguarding.law.stated import MET, NOT_APPLICABLE, NOT_MET
from safeguarding.law.wt2018.reports import NEED_EVERY, Reports, reports
from safeguarding.model import Document, DocumentKind
from safeguarding.structure import ANY_DAY
from safeguarding.unknown import agree, any_of

FIRST_YEAR = 2024
"""The first year by whose September a report is asked for: that on April 2023 to March 2024."""


def by_september(ask: Ask) -> Answer:
    """Look whether each year's report was out by 30 September, and covers April to March."""
    parts = [found.part() for found in years(ask)]
    return ask.whole([*parts, *_periods(ask)])


def years(ask: Ask) -> Iterator[Run]:
    """Run the six months from the end of each year that is reported on, 31 March, to 30 September."""
    found, covered, later = reports(ask), _covered(ask), later_area(ask)
    for year in range(FIRST_YEAR, max(ask.as_of.year, FIRST_YEAR) + 1):
        ends = date(year, 3, 31)
        if year > FIRST_YEAR and ends >= ask.as_of:
            return
        done = next((one for one in found.known if _of_the_year(one.span, year, covered)), None)
        item = Interval(
            case="yearly report",
            about=f"on April {year - 1} to March {year}",
            path="publication.published",
            limits=(TimeLimit.within(6, Unit.MONTHS, ask.requirement.key),),
            start=Occasion(span=Span(ends, ends)),
            done=done,
            words=("the end of the year reported on", "the yearly report"),
            kept_to=found.kept_to,
            begun=ANY_DAY,
        )
        for run in stand(ask, item):
            one = run if done is None or _surely(done.span, year, covered) else _or_none(ask, item, run)
            # The report on that year is there, so that no other that is not known was out in its time.
            only = done is not None and covered.get(done.span) == frozenset({year})
            yield _if_begun(_if_known(one, found, done, only=only), found, ends, later=later)


def _covered(ask: Ask) -> dict[Span, frozenset[int]]:
    """Return, by the days on which reports among the files were published, the years to whose March they report."""
    found = {}
    for report in ask.situation.documents_of(DocumentKind.YEARLY_REPORT):
        stated = report.publication.values("published")
        periods = [period for one in report.report_periods for period in one.values("period")]
        on = frozenset(one.ends.earliest.year for one in periods if _financial(one, one.ends.earliest.year))
        if on and stated and None not in stated:
            found[Span.of(stated)] = on
    return found


def _of_the_year(span: Span, year: int, covered: Mapping[Span, frozenset[int]]) -> bool:
    """Say whether a report may be that on the year to a March: by its period, else as it was out in the year after."""
    if span in covered:
        return year in covered[span]
    return span.latest > date(year, 3, 31) and span.earliest <= date(year + 1, 3, 31)


def _surely(span: Span, year: int, covered: Mapping[Span, frozenset[int]]) -> bool:
    """Say whether a report that may be that on a year surely is."""
    return span in covered or (span.earliest > date(year, 3, 31) and span.latest <= date(year + 1, 3, 31))


def _or_none(ask: Ask, item: Interval, found: Run) -> Run:
    """Leave open that the report is on another year, so that none on this one is known."""
    without = list(stand(ask, evolve(item, done=None)))
    possible = found.possible.union(*(one.possible for one in without))
    return evolve(found, possible=possible, missing=once(need for one in (found, *without) for need in one.missing))


def _if_known(found: Run, known: Reports, done: Occasion | None, *, only: bool) -> Run:
    """Leave open whether another report was out in time, and whether one of an open day is that of this year."""
    possible, missing = found.possible, found.missing
    if NOT_MET in possible and not known.every and not only:
        possible, missing = possible | {MET}, (*missing, NEED_EVERY)
    if done is not None and done.missing:
        missing = (*missing, *done.missing)
    return evolve(found, possible=possible, missing=once(missing) if len(possible) > 1 else ())


def _if_begun(found: Run, known: Reports, ends: date, *, later: bool | None) -> Run:
    """Leave out a year at whose end the arrangements of a new area had not begun; open where they may not have.

    In an area that is older than the arrangements of 2019 they began by September 2020 at the latest.
    """
    began = known.began.span
    if later is False or began.latest <= ends:
        return found
    surely = later is True and began.earliest > ends
    possible = frozenset({NOT_APPLICABLE}) if surely else found.possible | {NOT_APPLICABLE}
    message = "the arrangements had not begun by the end of that year" if surely else found.message
    missing = () if surely else once((*found.missing, *known.began.missing, _NEED_START, NEED_AREA))
    return evolve(found, possible=possible, message=message, missing=missing, status=None if surely else found.status)


_NEED_START = Missing(path="publication.implemented", need="the day from which the arrangements were acted on")


def _periods(ask: Ask) -> Iterator[Part]:
    """Look whether each report that was published since April 2024 covers the April to March before it."""
    before = date(FIRST_YEAR, 3, 31)
    for report in ask.situation.documents_of(DocumentKind.YEARLY_REPORT):
        stated = report.publication.values("published") or (None,)
        spans = [Span(when.earliest, when.latest) if when else Span(date.min, ask.as_of) for when in stated]
        if all(span.latest <= before for span in spans):
            continue
        first = min(max(span.earliest, before + timedelta(days=1)) for span in spans)
        years_before = range(_last_march(first), _last_march(max(span.latest for span in spans)) + 1)
        found = _period(ask, report, years_before)
        if any(span.earliest <= before for span in spans):
            need = Missing(path="publication.published", need="the day on which the yearly report was published")
            found = evolve(found, possible=found.possible | {NOT_APPLICABLE}, missing=(*found.missing, need))
        yield found


def _last_march(day: date) -> int:
    """Return the year of the last 31 March before a day."""
    return day.year - (day <= date(day.year, 3, 31))


def _period(ask: Ask, report: Document, years_before: range) -> Part:
    """Look whether a report covers the year to the March before it; several, where the day of it is open."""
    published = report.publication.published
    title = f"the period of the report {f'published {published.in_words()}' if published else 'without a date'}"
    covered = report.report_periods
    need = Missing(path="report_period", need=f"the days on which the period begins and ends: {title}")
    if not covered:
        return ask.part(title, None, "the period is not written down", missing=(need,))
    truth = agree(
        any_of(agree(_financial(period, year) for period in one.values("period")) for one in covered)
        for year in years_before
    )
    says = " and ".join(period.in_words() for one in covered for period in one.values("period"))
    inside = evolve(ask, situation=ask.situation.within(report))
    evidence = tuple(item for one in covered for item in inside.evidence(one, "period", says))
    asked = " or ".join(f"April {year - 1} to March {year}" for year in years_before)
    message = f"{says}; asked is {asked}"
    return ask.part(title, truth, message, evidence=evidence, missing=() if truth else (need,))


def _financial(period: Period, year: int) -> bool | None:
    """Say whether a period is the April to March up to a year's March: of one given by its months, that is enough."""
    starts, ends = period.starts, period.ends
    if not (
        starts.earliest <= date(year - 1, 4, 1) <= starts.latest and ends.earliest <= date(year, 3, 31) <= ends.latest
    ):
        return False
    return True if starts.month is not None and ends.month is not None else None
