"""The picture of one case: what happened in it, and each of its time limits from what it counts from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from attrs import evolve, frozen

from safeguarding.dates import Sense, Span, State, in_words
from safeguarding.errors import CannotAssessError
from safeguarding.law.casework import WORDS
from safeguarding.law.clocks import Run
from safeguarding.law.outcomes import Outcome
from safeguarding.law.requirement import Requirement
from safeguarding.model import Case, Event
from safeguarding.structure import ANY_DAY, when
from safeguarding.views.timelines.axis import MONTHS, reach
from safeguarding.views.timelines.layout import Bar, Group, Lane, Look, Mark, Sign, Standing, Timeline, identifier
from safeguarding.views.timelines.layout import day_after as after
from safeguarding.views.timelines.layout import day_before as before
from safeguarding.views.timelines.listing import said_of
from safeguarding.views.timelines.words import (
    dates_in_words,
    detail_of,
    event_in_words,
    first_up,
    headline_of,
    known,
    limit_of,
    standing_of,
    when_in_words,
)

_SIGNS = {
    Standing.MET: Sign.MET,
    Standing.FAILED: Sign.FAILED,
    Standing.OPEN: Sign.OPEN,
    Standing.RUNNING: Sign.OPEN,
}
_SHORT = {Sign.MET: "met", Sign.OPEN: "open", Sign.EVENT: "done later"}


@frozen
class Counted:
    """A time limit as it runs in a case.

    Args:
        requirement: the requirement that sets it.
        run: how it runs.
    """

    requirement: Requirement
    run: Run

    @property
    def start(self) -> Span | None:
        """The days from which it counts, as far as they are known."""
        event = self.run.status.event if self.run.status else None
        return event if known(event) else None


def picture_of_case(
    case: Case, clocks: Iterable[Counted], as_of: date, *, until: date | None = None, caption: tuple[str, ...] = ()
) -> Timeline:
    """Lay out a case.

    Args:
        case: the case.
        clocks: its time limits, in the order in which they are shown.
        as_of: the date from which it is seen.
        until: the last day to be drawn; as far as the time limits go, if not given.
        caption: what a reader should know beside what the case itself says.

    Raises:
        CannotAssessError: nothing of the case lies on or before ``until``.
    """
    counted = tuple(clocks)
    drawn = [one for one in counted if one.run.possible != {Outcome.NOT_APPLICABLE}]
    dated = [event for event in case.events if when(event) != ANY_DAY]
    events = sorted(dated, key=lambda event: (when(event).earliest, when(event).latest))
    days = [day for event in events for day in (when(event).earliest, when(event).latest)]
    days += [day for one in drawn for day in _days(one)]
    if until is not None and days and until < min(days):
        raise CannotAssessError(
            f"until ({in_words(until)}) is before anything in the case {case.id}, which begins on {in_words(min(days))}"
        )
    first, last = reach([min(day, until or day) for day in days], as_of, until)
    undated = [event for event in case.events if when(event) == ANY_DAY]
    picture = Timeline(
        id=identifier(case.id),
        title=f"{case.id}, {WORDS[case.kind]}: time limits as of {in_words(as_of)}",
        caption=(*caption, *(f"{first_up(when_in_words(event))}." for event in undated)),
        first=first,
        last=last,
        as_of=as_of,
        events=tuple(_event(event) for event in events),
        groups=tuple(_groups(drawn, as_of)),
        asides=tuple(_aside(one) for one in counted if one not in drawn),
    )
    return picture if until is None else _without_what_is_later(picture)


def _without_what_is_later(picture: Timeline) -> Timeline:
    """Only list the time limits of which nothing falls on the days that are drawn."""
    groups = [evolve(g, lanes=tuple(lane for lane in g.lanes if picture.shows(lane))) for g in picture.groups]
    later = [
        f"{said_of(lane)} It is after the days that are drawn." for lane in picture.lanes if not picture.shows(lane)
    ]
    return evolve(picture, groups=tuple(g for g in groups if g.lanes), asides=(*picture.asides, *later))


def told_apart(lanes: Iterable[Lane]) -> tuple[Lane, ...]:
    """Number what has the same id, so that each has its own."""
    taken: Counter[str] = Counter()
    found = []
    for lane in lanes:
        taken[lane.id] += 1
        found.append(lane if taken[lane.id] == 1 else evolve(lane, id=f"{lane.id}_{taken[lane.id]}"))
    return tuple(found)


def _event(event: Event) -> Mark:
    at, what = when(event), event_in_words(event)
    dates = dates_in_words(event) if at.exact else f"{dates_in_words(event)} (day open)"
    short = f"{at.latest.day} {MONTHS[at.latest.month - 1]}" if at.exact else dates
    return Mark(at=at, sign=Sign.EVENT, words=f"{dates}: {what}", short=f"{short}: {what}")


def _aside(one: Counted) -> str:
    return f"{_title(one)}: does not apply, since {one.run.message} ({one.requirement.key})."


def _title(one: Counted) -> str:
    run = one.run
    if run.limit.sense is Sense.LASTING:
        return one.requirement.title  # what stops it is its end, and that is not what is asked
    return first_up(f"{run.stop}, {run.about}" if run.about and run.about not in run.stop else run.stop)


def _groups(clocks: Sequence[Counted], as_of: date) -> Iterator[Group]:
    """Set the time limits under the headings of the guidance, in the order of their first one."""
    lanes: dict[str, list[Lane]] = {one.requirement.heading: [] for one in clocks}
    for one, lane in zip(clocks, told_apart(_lane(one, as_of) for one in clocks), strict=True):
        lanes[one.requirement.heading].append(lane)
    for heading, its in lanes.items():
        yield Group(title=heading, lanes=tuple(its))


def _lane(one: Counted, as_of: date) -> Lane:
    run = one.run
    citation = one.requirement.citations[0]
    return Lane(
        id=identifier(one.requirement.key, run.about),
        title=_title(one),
        limit=limit_of(run),
        headline=headline_of(run),
        detail=detail_of(run),
        standing=standing_of(run),
        bars=tuple(_bars(one, as_of)),
        marks=tuple(_marks(one)),
        deadline=_deadline(run),
        told=(
            f"{one.requirement.level.value}: {citation.instrument.name}, {citation.provision} ({one.requirement.key})",
            *(f"would settle it: {missing.need} [{missing.path}]" for missing in run.missing),
        ),
    )


def _deadline(run: Run) -> date | None:
    due = run.status.due if run.status else None
    return due.latest if due and due.exact else None


def _days(one: Counted) -> Iterator[date]:
    """Go through the days that are to be seen of a time limit."""
    status = one.run.status
    for span in (one.start, status.due if status else None, status.done if status else None):
        if known(span):
            yield from (span.earliest, span.latest)


def _bars(one: Counted, as_of: date) -> Iterator[Bar]:
    """Draw the time that is allowed, as far as it is known, and what went over it."""
    status = one.run.status
    if status is None or status.due is None or one.start is None:
        return
    yield from _allowed(one, one.start, status.due)
    if standing_of(one.run) is not Standing.FAILED:
        return
    words = headline_of(one.run)
    begins, ends = after(status.due.latest), as_of
    if known(status.done) and status.done.earliest <= as_of:
        ends = status.done.earliest
    if status.state is State.TOO_SHORT:
        begins, ends = ends, status.due.latest
    if begins <= ends:
        yield Bar(first=begins, last=ends, look=Look.OVER, words=words)


def _allowed(one: Counted, start: Span, due: Span) -> Iterator[Bar]:
    """Draw the time itself: what of it is certain, and what may belong to it."""
    firm = Look.KEPT if standing_of(one.run) is Standing.MET else Look.ALLOWED
    until = "until" if one.run.limit.sense is Sense.LASTING else "due"
    words = f"{until} {due.in_words()}" if due.exact else "time allowed"
    ends = due
    if one.run.limit.sense is Sense.BEFORE:
        # The days of notice, which follow the last day in time.
        start, ends = Span(after(due.earliest), after(due.latest)), start
    if start.latest > ends.earliest:
        yield Bar(first=min(start.earliest, ends.earliest), last=ends.latest, look=Look.PERHAPS, words="open")
        return
    if not start.exact:
        yield Bar(first=start.earliest, last=before(start.latest), look=Look.PERHAPS, words="open")
    yield Bar(first=start.latest, last=ends.earliest, look=firm, words=words)
    if not ends.exact:
        yield Bar(first=after(ends.earliest), last=ends.latest, look=Look.PERHAPS, words="open")


def _marks(one: Counted) -> Iterator[Mark]:
    """Mark when it was done."""
    status = one.run.status
    if status is None or not known(status.done):
        return
    sign = _SIGNS[standing_of(one.run)] if status.done.earliest <= status.as_of else Sign.EVENT
    done = status.done.in_words()
    words = headline_of(one.run) if sign is Sign.FAILED else _SHORT[sign]
    yield Mark(
        at=status.done,
        sign=sign,
        words=f"{one.run.stop}, {done}",
        short=f"{words}, {done if status.done.exact else 'day open'}",
    )
