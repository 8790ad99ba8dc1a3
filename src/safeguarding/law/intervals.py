"""What is to be done again and again: the intervals from one time to the next, and until when it is asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from attrs import evolve, frozen

from safeguarding.dates import Span, Status, TimeLimit, in_words
from safeguarding.errors import BeyondHorizonError
from safeguarding.law.asking import Ask, once
from safeguarding.law.clocks import Clock, Run, come_to, compared, in_short, run, within_reach
from safeguarding.law.outcomes import OPEN, Evidence, Missing, Outcome, Possible
from safeguarding.law.standing import how_it_stands
from safeguarding.law.steps import Step
from safeguarding.model import Case, Event
from safeguarding.structure import ANY_DAY, when


@frozen(kw_only=True)
class Occasion:
    """A time at which something happened, or may have.

    Args:
        span: the days on which that may have been.
        evidence: where it is written.
        missing: what would settle its day; nothing where it is known.
    """

    span: Span
    evidence: tuple[Evidence, ...] = ()
    missing: tuple[Missing, ...] = ()


def occasions(ask: Ask, events: Iterable[Event], words: str) -> list[Occasion]:
    """Take events of a case as occasions; one without a date has happened by the day of its log.

    Args:
        ask: the requirement, put to a situation.
        events: the events.
        words: what each of them is: ``the review conference``.
    """
    found = []
    for event in events:
        span = when(event)
        need = Missing(path=f"{ask.situation.path(event)}.on", need=f"the day of {words}")
        found.append(
            Occasion(
                span=Span(span.earliest, ask.situation.caseload.recorded_by(event, ask.as_of))
                if span is ANY_DAY
                else span,
                evidence=ask.evidence(event, "on", in_short(event)),
                missing=() if span.exact else (need,),
            )
        )
    return found


def said(span: Span) -> str:
    """Write when something was: ``9 March 2021``, or ``on a day that is not recorded``."""
    return "on a day that is not recorded" if span.earliest == ANY_DAY.earliest else span.in_words()


def since(found: Iterable[Occasion], start: Span) -> list[Occasion]:
    """Leave out, of the days on which each may have been, those before the first that something may have been on."""
    return [
        evolve(one, span=Span(max(one.span.earliest, start.earliest), max(one.span.latest, start.earliest)))
        for one in found
    ]


def in_turn(found: Sequence[Occasion]) -> list[Occasion]:
    """Put occasions in the order in which they were.

    Where two of them may have been in either order, the first of the two has as its days those on which the earlier
    may have been, and the second those of the later: so whatever follows from a turn holds for every order.
    """
    if len(found) <= 1:
        return list(found)
    ordered = sorted(found, key=lambda one: (one.span.earliest, one.span.latest))
    earliest = sorted(one.span.earliest for one in found)
    latest = sorted(one.span.latest for one in found)
    needs = once(need for one in ordered for need in one.missing)
    return [
        evolve(one, span=Span(first, last), missing=() if first == last else needs)
        for one, first, last in zip(ordered, earliest, latest, strict=True)
    ]


def one_by_one(turns: Sequence[Occasion]) -> Iterator[tuple[int, Occasion, Occasion | None]]:
    """Go through occasions in turn, each with its number from 1 and the one after it, if there is one."""
    for number, last in enumerate(turns, start=1):
        yield number, last, turns[number] if number < len(turns) else None


def earliest_of(found: Sequence[Occasion]) -> Occasion | None:
    """Return the first of some occasions; none where there are none."""
    return in_turn(found)[0] if found else None


def from_either(ask: Ask, case: Case, clock: Clock) -> Iterator[Run]:
    """Run a clock in a case where its start is recorded or, failing that, its end: then it must have started.

    By the law of which day a case is judged, the start says, where one is recorded; not the end.
    """
    asked = clock.start if any(clock.start.taken(case)) else clock.stop
    return run(ask, case, evolve(clock, asked=(asked,)))


@frozen(kw_only=True)
class Interval:
    """A time within which something is to be done, counted from an occasion.

    Args:
        case: the reference of the case, or what else it runs for.
        about: what distinguishes it from the others of the case.
        path: where the case is written.
        limits: the time limit; several where it is open which applies.
        start: from when it counts; none where nothing is recorded of that.
        done: when what is asked was done; none where nothing is recorded.
        words: what it counts from, and what is to be done.
        kept_to: the day up to which what is not recorded has not happened.
        ended: from when it is not asked any more; none where nothing is recorded of an end.
        ends: what ends it, in words; empty where nothing does.
        begun: when the case came under the requirement; the day that it counts from, if not given.
        needs: what else would settle it, where it is open.
        step: what is asked, as an event of a case, where one event settles it.
        repeats: whether it is then asked again, within the same time.
    """

    case: str
    about: str = ""
    path: str
    limits: tuple[TimeLimit, ...]
    start: Occasion | None
    done: Occasion | None = None
    words: tuple[str, str]
    kept_to: date
    ended: Occasion | None = None
    ends: str = ""
    begun: Span | None = None
    needs: tuple[Missing, ...] = ()
    step: Step | None = None
    repeats: bool = False


def of_case(ask: Ask, case: Case, **more: object) -> Interval:
    """Make an interval of a case, with its reference, its path and the day to which its log is kept."""
    kept_to = ask.situation.caseload.kept_to(case, ask.as_of)
    return Interval(case=case.id, path=ask.situation.path(case), kept_to=kept_to, **more)  # type: ignore[arg-type]  # attrs checks the names


def stand(ask: Ask, item: Interval) -> Iterator[Run]:
    """Say how an interval stands; nothing comes of it where what is asked surely ended in time."""
    limit, (start, stop) = item.limits[0], item.words
    known = [one for one in (item.start, item.done, item.ended) if one is not None]
    found = Run(
        case=item.case, about=item.about, limit=limit, start=start, stop=stop, status=None, possible=OPEN, message="",
        path=item.path, evidence=once(evidence for one in known for evidence in one.evidence),
        stopping=None if item.done or (item.repeats and item.ended) else item.step, repeats=item.repeats,
    )  # fmt: skip
    needs = once([*item.needs, *(need for one in known for need in one.missing)])
    begun = item.begun or (item.start.span if item.start else ANY_DAY)
    try:
        status = compared(item.limits, ask.as_of, [_from(ask, item.start)], [item.done.span if item.done else None])
    except BeyondHorizonError as error:
        message = f"cannot be counted: {error}"
        need = Missing(path=item.path, need=f"England's working days beyond {in_words(error.horizon)}")
        yield within_reach(ask, evolve(found, message=message, missing=(*needs, need)), begun)
        return
    possible, ended = _while_asked(item, status, come_to(status, item.kept_to))
    if ended:
        return
    message = how_it_stands(status, start, stop, stopped=item.done is not None)
    if item.done is not None and item.done.span.earliest == ANY_DAY.earliest and status.due is not None:
        message = f"recorded, and no day can be read: {stop}; due {status.due.in_words()}"
    if len(possible) > 1 and item.done is None:
        needs = (*needs, Missing(path=item.path, need=f"whether and when there was {stop}"))
    if len(possible) > 1 and item.start is None:
        needs = (*needs, Missing(path=item.path, need=f"whether and when there was {start}"))
    if Outcome.NOT_APPLICABLE in possible and item.ended is None:
        needs = (*needs, Missing(path=item.path, need=f"whether and when there was {item.ends}"))
    missing = (needs or (Missing(path=item.path, need=f"when there was {stop}"),)) if len(possible) > 1 else ()
    yield within_reach(ask, evolve(found, status=status, possible=possible, message=message, missing=missing), begun)


def _from(ask: Ask, start: Occasion | None) -> Span | None:
    """Return the days from which may be counted; what may only come later has not begun, and is not counted yet."""
    if start is None:
        return None
    earliest, latest = start.span.earliest, start.span.latest
    return Span(earliest, max(earliest, ask.as_of)) if latest == ANY_DAY.latest else start.span


def _while_asked(item: Interval, status: Status, possible: Possible) -> tuple[Possible, bool]:
    """Leave out what came to be due only after it was not asked any more; say whether nothing else is left."""
    rest = possible - {Outcome.MET}
    if not item.ends or not rest:
        return possible, False
    out = frozenset({Outcome.NOT_APPLICABLE})
    if item.ended is None:
        # It may have ended after the log was closed.
        closed = item.kept_to < status.as_of and (status.due is None or status.due.latest >= item.kept_to)
        return (possible | out if closed else possible), False
    ended = item.ended.span
    if item.done is not None and item.done.span.latest <= ended.earliest:
        return possible, False  # what was done before the end was asked for, in time or not
    if status.due is not None and ended.latest <= min(status.due.earliest, status.as_of):
        return possible - rest | out, Outcome.MET not in possible
    last = status.as_of if status.due is None else min(status.due.latest, status.as_of)
    return (possible | out if ended.earliest <= last else possible), False
