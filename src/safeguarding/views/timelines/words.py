"""In what words a picture of time says how a time limit stands, and what happened."""

from __future__ import annotations

from typing import TypeGuard

from safeguarding.dates import Sense, Span, State, Status, Unit
from safeguarding.errors import BeyondHorizonError
from safeguarding.law.clocks import Run
from safeguarding.law.outcomes import ORDER, Outcome
from safeguarding.model import Event, Happening, Recipient
from safeguarding.structure import ANY_DAY
from safeguarding.views.timelines.layout import Standing
from safeguarding.views.wording import WORDS, amount, either_of

STANDINGS = {
    frozenset({Outcome.MET}): Standing.MET,
    frozenset({Outcome.NOT_MET}): Standing.FAILED,
    frozenset({Outcome.NOT_DUE}): Standing.RUNNING,
}
"""How a time limit stands by the one outcome that is possible; open, where there are several."""

_NAMES = {
    Recipient.PANEL: "the Panel",
    Recipient.SAFEGUARDING_PARTNERS: "the safeguarding partners",
    Recipient.OTHER_PARTNERS: "the partners of other areas",
    Recipient.SECRETARY_OF_STATE: "the Secretary of State",
    Recipient.DEPARTMENT_FOR_EDUCATION: "the Department for Education",
    Recipient.OFSTED: "Ofsted",
    Recipient.WHAT_WORKS_CENTRE: "the What Works Centre",
    Recipient.ARRANGEMENTS_UNIT: "the Department's arrangements unit",
    Recipient.YOUTH_JUSTICE_BOARD: "the Youth Justice Board",
    Recipient.YOUTH_CUSTODY_SERVICE: "the Youth Custody Service",
    Recipient.INSPECTORATE_OF_PRISONS: "the Inspectorate of Prisons",
}
_HAPPENED = {
    Happening.LOOKED_AFTER_DEATH: "Death of a looked-after child",
    Happening.CARE_LEAVER_DEATH: "Death of a care leaver",
    Happening.NON_PUBLICATION_JUSTIFIED: "Non-publication justified",
}
"""What reads badly without its hyphens; anything else is told in the word that stands in the file."""


def first_up(text: str) -> str:
    """Begin a text with a capital."""
    return text[:1].upper() + text[1:]


def standing_of(run: Run) -> Standing:
    """Say how a time limit stands, as far as only one outcome is possible."""
    return STANDINGS.get(run.possible, Standing.OPEN)


def limit_of(run: Run) -> str:
    """Write a time limit with what it counts from."""
    words = run.limit.in_words(run.start)
    words = f"{words}, from {run.start}" if run.limit.sense is Sense.EVERY else words
    return words if run.counts else f"{words}; shown beside what counts"


def headline_of(run: Run) -> str:
    """Say in a few words how a time limit stands; what failed in capitals."""
    status, standing = run.status, standing_of(run)
    if standing is Standing.MET:
        return "met"
    if standing is Standing.OPEN:
        return "open"
    if status is None or status.due is None:
        return "NOT MET" if standing is Standing.FAILED else "not due yet"
    if standing is Standing.RUNNING:
        if status.state is State.DUE_TODAY:
            return "DUE TODAY"
        return f"to go on to {_day(status.due)}" if status.limit.sense is Sense.LASTING else f"due {_day(status.due)}"
    word = {State.LATE: "LATE", State.MISSING: "OVERDUE", State.TOO_SHORT: "TOO SHORT"}.get(status.state, "NOT MET")
    return f"{word} {apart(status)}".rstrip()


def detail_of(run: Run) -> str:
    """Give the dates behind that."""
    status, standing = run.status, standing_of(run)
    if status is None:
        return run.message
    if standing is Standing.OPEN:
        return _open(run, status)
    if status.limit.sense is Sense.LASTING:
        ended = f"ended {_day(status.done)}" if known(status.done) else "no end is recorded"
        return ended if standing is Standing.RUNNING else f"{ended}; to go on to {_day(status.due)}"
    if standing is Standing.RUNNING:
        left = apart(status)
        return f"{left} left" if left and status.state is State.PENDING else ""
    done = f"done {_day(status.done)}" if known(status.done) else "done on a day that is not known"
    if status.done is None or status.done.earliest > status.as_of:
        done = "nothing recorded"
    if standing is Standing.MET and status.state is not State.MET:
        return f"{done}; whenever it is done counts"
    spare = apart(status) if standing is Standing.MET else ""
    return f"{done}; due {_day(status.due)}" + (f", {spare} to spare" if spare else "")


def _open(run: Run, status: Status) -> str:
    """Say between what it is open, and why."""
    due = f"due {_day(status.due)}" if status.due else f"no day is known of {run.start}"
    if status.limit.sense is Sense.LASTING and status.due:
        due = f"to go on to {_day(status.due)}"
    if len(status.possible) > 1:
        states = [state.value for state in State if state in status.possible]
    else:
        states = [WORDS[outcome] for outcome in sorted(run.possible, key=ORDER.__getitem__)]
    done = f"done {_day(status.done)}; " if known(status.done) else ""
    return f"{done}{due}; it may be {either_of(states)}"


def known(span: Span | None) -> TypeGuard[Span]:
    """Say whether the days are known on which something may have been."""
    return span is not None and span.earliest != ANY_DAY.earliest and span.latest != ANY_DAY.latest


def _day(span: Span | None) -> str:
    return span.in_words() if span else ""


def apart(status: Status) -> str:
    """Say how far the last day is from the day of doing, or from the date: ``3 working days``; nothing for 0 days."""
    days = status.days
    if status.limit.sense is Sense.LASTING and status.state is State.TOO_SHORT and status.due and status.done:
        days = (status.done.latest - status.due.earliest).days - 1, (status.done.earliest - status.due.latest).days - 1
    elif status.limit.unit is Unit.WORKING_DAYS:
        try:
            working = status.working_days()
        except BeyondHorizonError:
            working = None
        # A day late may be no working day late.
        if working and 0 not in working:
            return _count(working, "working day")
    return _count(days, "day") if days else ""


def _count(days: tuple[int, int], unit: str) -> str:
    least, most = sorted(map(abs, days))
    if most == 0:
        return ""
    return amount(most, unit) if least == most else f"{least} to {most} {unit}s"


def event_in_words(event: Event) -> str:
    """Name an event: ``notified: the Panel, Ofsted``."""
    words = _HAPPENED.get(event.what) or first_up(event.what.value.replace("-", " "))
    more = [_NAMES.get(to, to.value.replace("-", " ")) for to in event.to]
    more += [one.value.replace("-", " ") for one in (event.of, event.decision) if one is not None]
    return f"{words}: {', '.join(more)}" if more else words


def dates_in_words(event: Event) -> str:
    """Say when an event was, as far as is recorded."""
    stated = event.values("on")
    if not stated:
        return "on a day that could not be read"
    if None in stated:
        return "on a day that is not recorded"
    return either_of([day.in_words() for day in stated if day])


def when_in_words(event: Event) -> str:
    """Say what happened and when, in a line."""
    return f"{dates_in_words(event)}: {event_in_words(event)}"
