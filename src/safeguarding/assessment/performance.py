"""How the clocks of many cases stand: as rows for a data frame, and as figures by partnership and year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from attrs import frozen

from safeguarding.assessment.engine import starting
from safeguarding.dates import Sense, Span, State, Unit, england
from safeguarding.dates.timeliness import Row, Timeliness, tally, year_of
from safeguarding.errors import BeyondHorizonError
from safeguarding.law.asking import Ask
from safeguarding.law.catalogue import catalogue, requirement
from safeguarding.law.clocks import Run
from safeguarding.law.outcomes import Outcome
from safeguarding.law.requirement import Requirement
from safeguarding.model import Partnership
from safeguarding.structure import day_of, situations

Cell = str | int | None


@frozen(kw_only=True)
class ClockTimeliness:
    """How many cases were in time by one clock.

    Args:
        requirement: the key of the requirement that sets it.
        about: what distinguishes it from the requirement's other clocks: ``to the Panel``.
        figures: for each partnership and each year in which cases began.
    """

    requirement: str
    about: str
    figures: tuple[Timeliness, ...]

    def records(self) -> list[dict[str, str | int | float | bool | None]]:
        """Give the figures as rows of a table."""
        return [{"requirement": self.requirement, "about": self.about, **figure.record()} for figure in self.figures]


def clock_records(
    partnerships: Iterable[Partnership],
    *,
    as_of: date | str | None = None,
    keys: Sequence[str] | None = None,
    rapid_review_from: str = "aware",
) -> list[dict[str, Cell]]:
    """Give every clock of every case as a row of a table, for a data frame.

    Args:
        partnerships: the partnerships.
        as_of: the date; without one, for each the last day on which its newest document can have been published.
        keys: the requirements to look at; all that have time limits, if not given.
        rapid_review_from: the event from which the time for a rapid review is counted.

    Returns:
        rows with ``partnership``, ``case``, ``requirement``, ``about``, ``level``, the first and last possible
        days of the event, of the last day and of what was done (as text; None where not known), ``state``, and
        ``days_taken`` (in working days where the limit is in them; None where it cannot be said).

    Raises:
        UnknownRequirementError: there is no requirement of such a key.
        CannotAssessError: no date is given and the documents of a partnership have none.
    """
    return [
        {
            "partnership": partnership.id,
            "case": run.case,
            "requirement": item.key,
            "about": run.about,
            "level": run.level(item).value,
            **_days("event", run.status.event if run.status else None),
            **_days("due", run.status.due if run.status else None),
            **_days("done", _done(run)),
            "state": _state(run).value,
            "days_taken": _taken(run),
        }
        for partnership in partnerships
        for item, run in _runs(partnership, as_of, keys, rapid_review_from)
    ]


def performance(
    partnerships: Iterable[Partnership],
    *,
    as_of: date | str | None = None,
    keys: Sequence[str] | None = None,
    year_begins: int = 1,
    suppress_below: int = 0,
    rapid_review_from: str = "aware",
) -> tuple[ClockTimeliness, ...]:
    """Count by each clock how many cases were in time, for each partnership and each year in which they began.

    Args:
        partnerships: the partnerships.
        as_of: the date; without one, for each the last day on which its newest document can have been published.
        keys: the requirements to look at; all that have time limits, if not given.
        year_begins: the month in which a year begins: 1, or 4 for financial years.
        suppress_below: leave out every count from 1 to one less than this, and what would give it away.
        rapid_review_from: the event from which the time for a rapid review is counted.

    Raises:
        UnknownRequirementError: there is no requirement of such a key.
        CannotAssessError: no date is given and the documents of a partnership have none.
    """
    rows: dict[tuple[str, str], list[Row]] = {}
    for partnership in partnerships:
        for item, run in _runs(partnership, as_of, keys, rapid_review_from):
            event = run.status.event if run.status else None
            years = {year_of(day, year_begins) for day in (event.earliest, event.latest)} if event else {""}
            year = years.pop() if len(years) == 1 else ""
            rows.setdefault((item.key, run.about), []).append((partnership.id, year, _state(run), _taken(run)))
    return tuple(
        ClockTimeliness(requirement=key, about=about, figures=tally(found, suppress_below=suppress_below))
        for (key, about), found in rows.items()
    )


def _runs(
    partnership: Partnership, as_of: date | str | None, keys: Sequence[str] | None, rapid_review_from: str
) -> Iterator[tuple[Requirement, Run]]:
    """Run every clock of a partnership, under the version of its arrangements that may be in force."""
    day, start = day_of(partnership, as_of), starting(rapid_review_from)
    wanted = catalogue().values() if keys is None else [requirement(key) for key in keys]
    situation = situations(partnership, day)[0]
    for item in wanted:
        if item.runs is not None and day >= item.starts:
            for run in item.runs(Ask(item, situation, rapid_review_from=start)):
                if run.possible != {Outcome.NOT_APPLICABLE}:
                    yield item, run


def _state(run: Run) -> State:
    return State.OPEN if run.status is None or len(run.possible) > 1 else run.status.state


def _done(run: Run) -> Span | None:
    """Return when what is asked was done, where anything is recorded of it."""
    done = run.status.done if run.status else None
    return None if done is None or done.earliest == date.min else done


def _taken(run: Run) -> int | None:
    """Count the days from the event to what was done by the date; None where either is open."""
    event, done = run.status.event if run.status else None, _done(run)
    if run.status is None or event is None or done is None or not (event.exact and done.exact):
        return None
    if done.latest > run.status.as_of:
        return None
    # What is to be done before an event is counted back from it.
    first, last = (done, event) if run.limit.sense is Sense.BEFORE else (event, done)
    if run.limit.unit is not Unit.WORKING_DAYS:
        return (last.latest - first.latest).days
    try:
        return england().between(first.latest, last.latest)
    except BeyondHorizonError:
        return None


def _days(name: str, span: Span | None) -> dict[str, Cell]:
    first, last = (span.earliest.isoformat(), span.latest.isoformat()) if span else (None, None)
    return {f"{name}_earliest": first, f"{name}_latest": last}
