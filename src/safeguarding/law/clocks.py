"""Time limits as they run in cases: what starts them, what stops them, and how they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import product

from attrs import evolve, frozen

from safeguarding.dates import IN_HAND, Sense, Span, State, Status, TimeLimit, in_words
from safeguarding.errors import BeyondHorizonError
from safeguarding.law.asking import Ask
from safeguarding.law.outcomes import OPEN, Evidence, Missing, Outcome, Part, Possible
from safeguarding.law.reach import began, beyond
from safeguarding.law.requirement import Level, Requirement, Runs
from safeguarding.law.standing import how_it_stands
from safeguarding.law.steps import Step
from safeguarding.model import Case, CaseKind, Event, Happening
from safeguarding.structure import ANY_DAY, first, when

_OUTCOME = {
    State.MET: Outcome.MET,
    State.LATE: Outcome.NOT_MET,
    State.MISSING: Outcome.NOT_MET,
    State.TOO_SHORT: Outcome.NOT_MET,
    State.PENDING: Outcome.NOT_DUE,
    State.DUE_TODAY: Outcome.NOT_DUE,
}


@frozen(kw_only=True)
class Clock:
    """A time limit that runs in every case of a kind.

    Args:
        limit: the time limit.
        start: the step that it counts from; before an event, the event.
        stop: the step that is to be taken in time; of something that is to go on, its end.
        asked: the steps by any of which the case comes under it; those it counts from, if not given.
        about: what distinguishes it from the other clocks of the requirement: ``to the Panel``.
        counts: whether the outcome rests on it; if not, it is shown beside what does.
        ever: whether it is enough that it was done at all; then the time only says from when its absence counts.
        cites: which of the requirement's citations sets it, from 0: another than the first where instruments differ.
    """

    limit: TimeLimit
    start: Step
    stop: Step
    asked: tuple[Step, ...] = ()
    about: str = ""
    counts: bool = True
    ever: bool = False
    cites: int = 0


@frozen(kw_only=True)
class Run:
    """One clock as it runs in one case.

    Args:
        case: the reference of the case, or the id of what else it runs for.
        about: what distinguishes it from the other runs of the case.
        limit: the time limit.
        start: what it counts from, in words.
        stop: what is to be done in time, in words.
        status: how it stands; none where it cannot be counted.
        possible: the outcomes that are possible.
        message: one sentence.
        path: where the case is written.
        evidence: what it rests on.
        missing: what would settle it.
        counts: whether the outcome rests on it.
        cites: which of the requirement's citations sets it, from 0.
        stopping: the step that is to be taken, where no event of the case is it.
        repeats: whether, once it is taken, it is to be taken again within the same time.
    """

    case: str
    about: str
    limit: TimeLimit
    start: str
    stop: str
    status: Status | None
    possible: Possible
    message: str
    path: str
    evidence: tuple[Evidence, ...] = ()
    missing: tuple[Missing, ...] = ()
    counts: bool = True
    cites: int = 0
    stopping: Step | None = None
    repeats: bool = False

    def level(self, item: Requirement) -> Level:
        """Say how strongly it is asked: a time that only the guidance sets beside an Act or regulations is a should."""
        return Level.SHOULD if self.cites and item.citations[self.cites].of_guidance else item.level

    def part(self) -> Part:
        """Give it as a part of the answer."""
        due = self.status.due.latest if self.status and self.status.due else None
        return Part(
            subject=f"{self.case}, {self.about}" if self.about else self.case,
            possible=self.possible,
            message=self.message,
            evidence=self.evidence,
            missing=self.missing,
            due=due if self.possible == {Outcome.NOT_DUE} else None,
            counts=self.counts,
        )


def running(kind: CaseKind, clocks: Sequence[Clock]) -> Runs:
    """Make what runs these clocks in every case of a kind."""

    def runs(ask: Ask) -> Iterator[Run]:
        for case in ask.situation.caseload.of(kind):
            for clock in clocks:
                yield from run(ask, case, clock)

    return runs


def run(ask: Ask, case: Case, clock: Clock, stops: Taken | None = None) -> Iterator[Run]:
    """Run a clock in a case; nothing comes of it where the case does not come under it.

    Args:
        ask: the requirement, put to a situation.
        case: the case.
        clock: the clock.
        stops: the events that stop it, where not all that its step names do.
    """
    asked = [step.taken(case) for step in clock.asked or (clock.start,)]
    if not any(sure or perhaps for sure, perhaps in asked):
        return
    starts = clock.start.taken(case)
    found = counted(
        ask,
        case,
        clock,
        starts=starts if clock.asked else supposed(starts),
        stops=clock.stop.taken(case) if stops is None else stops,
    )
    if not any(sure for sure, _ in asked):
        need = Missing(path=f"case.{case.id}", need=f"whether {clock.start.words} is what is recorded")
        found = evolve(found, possible=found.possible | {Outcome.NOT_APPLICABLE}, missing=(*found.missing, need))
    yield within_reach(ask, found, brought(ask, asked))


Taken = tuple[Sequence[Event], Sequence[Event]]
"""The events that surely are a step, and those that perhaps are."""


def supposed(taken: Taken) -> Taken:
    """Take it, where no event surely is a step, that one of those that perhaps are is it: else nothing is asked."""
    sure, perhaps = taken
    if sure or not perhaps:
        return taken
    *others, last = sorted(perhaps, key=lambda event: (when(event).latest, when(event).earliest))
    return [last], others


def brought(ask: Ask, asked: Sequence[Taken]) -> Span:
    """Return when a case may have come under a requirement, whichever of the open events bring it there.

    That is when the first of the events was by any of which it comes under it; but where the authority's becoming
    aware is among them, the day of that: nobody is asked for anything before knowing of it.

    Args:
        ask: the requirement, put to a situation.
        asked: the events of the case that are these steps.
    """
    sure = [event for taken in asked for event in taken[0]]
    perhaps = [event for taken in asked for event in taken[1]]
    ways = [sure, *([*sure, event] for event in perhaps), [*sure, *perhaps]] if perhaps else [sure]
    return Span.of(began(ask, _known(way)) for way in ways if way)


def _known(events: list[Event]) -> list[Event]:
    return [event for event in events if event.what is Happening.AWARE and when(event) is not ANY_DAY] or events


def counted(ask: Ask, case: Case, clock: Clock, *, starts: Taken, stops: Taken) -> Run:
    """Count a clock from the first of some events to the first of others."""
    events = [*starts[0], *starts[1], *stops[0], *stops[1]]
    evidence = tuple(item for event in events for item in ask.evidence(event, "on", in_short(event)))
    found = Run(
        case=case.id,
        about=clock.about,
        limit=clock.limit,
        start=clock.start.words,
        stop=clock.stop.words,
        status=None,
        possible=OPEN,
        message="",
        path=ask.situation.path(case),
        evidence=evidence,
        counts=clock.counts,
        cites=clock.cites,
        stopping=None if stops[0] or stops[1] or clock.limit.sense is Sense.LASTING else clock.stop,
    )
    try:
        dones = [_by_the_log(ask, span, stops) for span in _firsts(*stops)]
        status = compared((clock.limit,), ask.as_of, _firsts(*starts), dones)
    except BeyondHorizonError as error:
        beyond_it = "after" if error.asked > error.horizon else "before"
        need = Missing(path=found.path, need=f"England's working days {beyond_it} {in_words(error.horizon)}")
        return evolve(found, message=f"cannot be counted: {error}", missing=(need,))
    possible = outcomes(status, ask, case)
    if clock.ever:
        possible = _ever(status, possible, ask, case)
    missing = _missing(ask, case, clock, starts, stops) if len(possible) > 1 else ()
    message = how_it_stands(status, clock.start.words, clock.stop.words, stopped=bool(stops[0] or stops[1]))
    if clock.ever and possible == {Outcome.MET}:
        message = f"recorded: {clock.stop.words}"
    elif status.due is not None and status.done is not None and status.done.earliest == ANY_DAY.earliest:
        by = f"by {status.due.in_words()}" if status.due.exact else status.due.in_words()
        message = f"recorded, and no day can be read: {clock.stop.words}; due {by}"
    return evolve(found, status=status, possible=possible, message=message, missing=missing)


def compared(
    limits: Sequence[TimeLimit], as_of: date, starts: Sequence[Span | None], dones: Sequence[Span | None]
) -> Status:
    """Compare what was done with a time limit, under each reading of what is open.

    Args:
        limits: the limit; several where it is open which applies.
        as_of: the date.
        starts: when the event was that it counts from, once for each reading; None where that is not said.
        dones: when what is asked was done, likewise; None where nothing is recorded.

    Raises:
        BeyondHorizonError: the answer needs working days that are not known.
    """
    return _merged([
        _settled(limit.status(as_of, _dated(start), done))
        for limit, start, done in product(limits, starts, dones)
    ])  # fmt: skip


def _ever(status: Status, possible: Possible, ask: Ask, case: Case) -> Possible:
    """Return the outcomes where it is enough that it was done at all, on whatever day."""
    done = State.LATE in status.possible
    missing = State.MISSING in status.possible
    closed = missing and ask.situation.caseload.kept_to(case, ask.as_of) < ask.as_of
    if done and not missing:
        possible -= {Outcome.NOT_MET}
    return possible | {Outcome.MET} if done or closed else possible


def outcomes(status: Status, ask: Ask, case: Case) -> Possible:
    """Return what the states of a clock come to, for what is recorded up to the day of the log."""
    return come_to(status, ask.situation.caseload.kept_to(case, ask.as_of))


def come_to(status: Status, until: date) -> Possible:
    """Return the outcomes that the states come to, for what is recorded up to a day."""
    possible = {_OUTCOME[state] for state in status.possible}
    if State.MISSING in status.possible and until < status.as_of and (status.due is None or status.due.latest >= until):
        possible.add(Outcome.MET)  # it may have been done after the log was closed
    if status.limit.sense is Sense.LASTING and status.done is None and _ran_out_unseen(status, until):
        possible.add(Outcome.NOT_MET)  # it may have ended after the log was closed
    if status.due is None and not status.possible <= IN_HAND:
        possible |= OPEN
    return frozenset(possible)


def _ran_out_unseen(status: Status, until: date) -> bool:
    """Say whether the time for which something was to go on is over, and the log was closed before its last day."""
    over = State.MET in status.possible and until < status.as_of
    return over and (status.due is None or status.due.latest >= until)


def within_reach(ask: Ask, found: Run, start: Span) -> Run:
    """Answer for a case that began before the rule was in force, or after it was replaced."""
    outside = beyond(ask, start, found.path)
    if outside is None:
        return found
    if outside.surely:
        possible = outside.possible | (found.possible & {Outcome.NOT_APPLICABLE})
        missing = outside.missing if len(possible) > 1 else ()
        return evolve(found, possible=possible, message=outside.message, missing=missing, status=None)
    return evolve(found, possible=found.possible | outside.possible, missing=(*found.missing, *outside.missing))


def _firsts(sure: Sequence[Event], perhaps: Sequence[Event]) -> list[Span | None]:
    """Return when the first of a step may have been: once for each way in which the open events may count."""
    return [first(sure) if sure else None, *(first([*sure, event]) for event in perhaps)]


def _by_the_log(ask: Ask, span: Span | None, taken: Taken) -> Span | None:
    """Take what has no date as having happened by the day of its log."""
    if span is None or span.latest != ANY_DAY.latest:
        return span
    days = [ask.situation.caseload.recorded_by(event, ask.as_of) for events in taken for event in events]
    return Span(span.earliest, max(days))


def _settled(status: Status) -> Status:
    """Leave out, where no last day is known, that what was done by the date is still to be done."""
    if status.due is not None or status.done is None or status.done.latest > status.as_of:
        return status
    return evolve(status, possible=status.possible - {State.PENDING, State.DUE_TODAY, State.MISSING})


def _dated(span: Span | None) -> Span | None:
    """Take as not said what may have been on any day."""
    return None if span is None or span.earliest == ANY_DAY.earliest else span


def _merged(statuses: Sequence[Status]) -> Status:
    """Merge the statuses under each reading of what is open."""
    if len(statuses) == 1:
        return statuses[0]
    return evolve(
        statuses[0],
        possible=frozenset(state for status in statuses for state in status.possible),
        event=_hull([status.event for status in statuses]),
        due=_hull([status.due for status in statuses]),
    )


def _hull(spans: Sequence[Span | None]) -> Span | None:
    """Take all days together; none where one reading has none."""
    known = [span for span in spans if span is not None]
    return Span.of(known) if known and len(known) == len(spans) else None


def _missing(ask: Ask, case: Case, clock: Clock, starts: Taken, stops: Taken) -> tuple[Missing, ...]:
    """Name what would settle a clock."""
    path = ask.situation.path(case)
    needs: list[Missing] = []
    for step, (sure, perhaps) in ((clock.start, starts), (clock.stop, stops)):
        events = [*sure, *perhaps]
        if not events:
            needs.append(Missing(path=f"{path}.events", need=f"whether and when there was {step.words}"))
        needs += [
            Missing(path=f"{ask.situation.path(event)}.on", need=f"the day of {step.words}")
            for event in events
            if not when(event).exact
        ]
        needs += [Missing(path=ask.situation.path(event), need=f"whether this is {step.words}") for event in perhaps]
    if not needs:  # what is recorded lies after the date, and the log was closed before it
        needs.append(Missing(path=f"{path}.events", need=f"whether and when there was {clock.stop.words}"))
    return tuple(dict.fromkeys(needs))


def in_short(event: Event) -> str:
    """Write an event in a line: ``notified: 9 March 2021``."""
    dates = " or ".join(day.in_words() if day else "undated" for day in event.values("on")) or "unreadable"
    return f"{event.what.value}: {dates}"
