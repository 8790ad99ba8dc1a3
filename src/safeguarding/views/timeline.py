"""One case, or one year of a partnership, as a picture of time: a pure function from what was read to text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal, get_args

from attrs import evolve

from safeguarding.assessment.due import due
from safeguarding.assessment.engine import starting
from safeguarding.dates import in_words
from safeguarding.dates.recurrence import Keeping
from safeguarding.errors import CannotAssessError, SafeguardingError
from safeguarding.law.asking import Ask
from safeguarding.law.catalogue import catalogue
from safeguarding.law.clocks import Run
from safeguarding.law.requirement import Requirement
from safeguarding.model import Case, CaseKind, Happening, Partnership
from safeguarding.structure import Situation, day_of, situations
from safeguarding.structure.meetings import Meetings, meetings
from safeguarding.views.timelines.case import Counted, picture_of_case
from safeguarding.views.timelines.layout import Timeline
from safeguarding.views.timelines.mermaid import as_mermaid
from safeguarding.views.timelines.svg import as_svg
from safeguarding.views.timelines.text import as_text
from safeguarding.views.timelines.year import picture_of_year

Form = Literal["mermaid", "svg", "text"]
"""The forms in which a picture of time can be had."""

_WRITERS = {"mermaid": as_mermaid, "svg": as_svg, "text": as_text}
_YEARS = range(1990, 2100)
_LISTED = 12
"""Where no reference is near, this many of those that there are, are named."""


def timeline(  # each is a choice of its own, given by name
    partnership: Partnership,
    *,
    case: str | None = None,
    year: int | None = None,
    as_of: date | str | None = None,
    until: date | str | None = None,
    format: Form = "text",  # noqa: A002  # the word that its readers use
    rapid_review_from: str = "aware",
) -> str:
    """Draw one case with its time limits, or one year of a partnership.

    Args:
        partnership: the partnership.
        case: the reference of the case.
        year: the year; either a case or a year is given.
        as_of: the date from which it is seen, or its text as ``2021-05-03``; without one, the last day on which the
            newest document can have been published.
        until: the last day to be drawn, or its text; without one, a case is drawn as far as its time limits go, and a
            year as far as its 31 December.
        format: ``mermaid`` (a gantt chart), ``svg`` or ``text`` (for a terminal of eighty columns). GitHub draws no
            Mermaid text of more than 50,000 characters.
        rapid_review_from: the event from which the time for a rapid review is counted: ``incident``, ``aware`` or
            ``notified``.

    Raises:
        CannotAssessError: not exactly one of case and year is given, there is no such case, the year cannot be
            drawn, or a date is needed, cannot be read or lies outside.
        SafeguardingError: the format is another one.
    """
    if format not in _WRITERS:
        raise SafeguardingError(f'the format "{format}" is not held; it can be: {", ".join(get_args(Form))}')
    day, start = day_of(partnership, as_of), starting(rapid_review_from)
    last = None if until is None else _until(partnership, until)
    caption = tuple(_caption(given=as_of is not None, start=start))
    if case is not None and year is None:
        picture = _of_case(situations(partnership, day), case, start, last, caption)
    elif year is not None and case is None:
        picture = _of_year(partnership, day, year, start, last, caption)
    else:
        raise CannotAssessError("give either the reference of a case (--case) or a year (--year), and not both")
    return _WRITERS[format](picture)


def _until(partnership: Partnership, until: date | str) -> date:
    try:
        return day_of(partnership, until)
    except CannotAssessError:
        raise CannotAssessError(f'until "{until}" is not a full date such as "2019-11-30"') from None


def _caption(*, given: bool, start: Happening) -> Iterator[str]:
    if not given:
        yield "No date was given: the date is the last day on which the newest document can have been published."
    if start is not Happening.AWARE:
        yield f'The time for a rapid review is counted from "{start.value}".'


# A case


def _of_case(
    found: tuple[Situation, ...], reference: str, start: Happening, until: date | None, caption: tuple[str, ...]
) -> Timeline:
    case, as_of = _named(found[0], reference), found[0].as_of
    kept_to = found[0].caseload.kept_to(case, as_of)
    if kept_to < as_of:
        caption = (*caption, f"The log was kept up to {in_words(kept_to)}; what came later is not known.")
    # Where several versions of the arrangements may be in force, most time limits run alike under each.
    clocks = {
        (requirement.key, run): Counted(requirement, run)
        for situation in found
        for requirement, run in _runs(situation, start)
        if run.case == reference
    }
    return picture_of_case(case, tuple(clocks.values()), as_of, until=until, caption=caption)


def _runs(situation: Situation, start: Happening) -> Iterator[tuple[Requirement, Run]]:
    """Go through every time limit as it runs, in the order of the guidance."""
    for requirement in catalogue().values():
        if requirement.runs is not None and situation.as_of >= requirement.starts:
            ask = Ask(requirement, situation, rapid_review_from=start)
            yield from ((requirement, run) for run in requirement.runs(ask))


def _cases(situation: Situation) -> dict[str, Case]:
    return {case.id: case for kind in CaseKind for case in situation.caseload.of(kind)}


def _named(situation: Situation, reference: str) -> Case:
    """Find a case, or say which references are near."""
    from difflib import get_close_matches  # noqa: PLC0415  # only the error needs it

    cases = _cases(situation)
    if reference in cases:
        return cases[reference]
    if not cases:
        raise CannotAssessError(f'no case has the reference "{reference}": no case is among the files')
    near = get_close_matches(reference, sorted(cases), n=3, cutoff=0.6)
    if near:
        raise CannotAssessError(f'no case has the reference "{reference}": did you mean {" or ".join(near)}?')
    some = sorted(cases)[:_LISTED]
    more = f" and {len(cases) - len(some)} more" if len(cases) > len(some) else ""
    raise CannotAssessError(f'no case has the reference "{reference}"; there are {", ".join(some)}{more}')


# A year


def _of_year(  # what was asked, passed on
    partnership: Partnership, as_of: date, year: int, start: Happening, until: date | None, caption: tuple[str, ...]
) -> Timeline:
    if year not in _YEARS:
        raise CannotAssessError(f"the year {year} cannot be drawn: it can be from {_YEARS[0]} to {_YEARS[-1]}")
    end = date(year, 12, 31)
    if until is not None and until.year != year:
        raise CannotAssessError(f"until ({in_words(until)}) is not a day of {year}, the year that is asked for")
    found = situations(partnership, as_of)
    return picture_of_year(
        due(partnership, as_of=as_of, until=max(as_of, end), rapid_review_from=start.value),
        year,
        meetings=tuple(_meetings(found, end)),
        cases=_cases(found[0]).values(),
        until=until,
        caption=caption,
    )


def _meetings(found: tuple[Situation, ...], until: date) -> Iterator[Meetings]:
    """Go through the meetings of each body; what not every version of the arrangements says is left open."""
    said = [meetings(situation, until) for situation in found]
    for one in dict.fromkeys(one for some in said for one in some):
        everywhere = all(one in some for some in said)
        stretches = tuple(
            s if everywhere or s.state is Keeping.RUNNING else evolve(s, state=Keeping.OPEN) for s in one.stretches
        )
        yield evolve(one, stretches=stretches)
