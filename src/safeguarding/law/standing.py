"""How a time limit stands, in words."""

from __future__ import annotations

from safeguarding.dates import Sense, Span, State, Status, Unit, in_words
from safeguarding.errors import BeyondHorizonError

_SAID = {
    State.MET: ("in time: {done}; due {due}", "on the last day", "{} to spare"),
    State.LATE: ("late: {done}; due {due}", "", "{} late"),
    State.MISSING: ("nothing recorded; due {due}", "", "{} ago"),
    State.DUE_TODAY: ("due today", "", ""),
    State.PENDING: ("due {due}", "", "{} left"),
}
"""How a state is said; what stands behind it where no days lie between, and where some do."""


def how_it_stands(status: Status, start: str, stop: str, *, stopped: bool) -> str:
    """Say in a sentence how a time limit stands.

    Args:
        status: how it stands.
        start: what it counts from, in words.
        stop: what is to be done, in words.
        stopped: whether anything is recorded of that.
    """
    if status.due is None:
        return f"it cannot be said by when {stop} was due, since no day is recorded of {start}"
    if status.limit.sense is Sense.LASTING:
        return _of_lasting(status)
    if status.state is State.OPEN:
        recorded = _done(status) if stopped else "nothing recorded"
        return f"open: {recorded}; due {_by(status.due)}, so it may be {_listed(status)}"
    words, none, some = _SAID[status.state]
    apart = _apart(status, none, some)
    return words.format(done=_done(status), due=_by(status.due)) + (f" ({apart})" if apart else "")


def _by(due: Span) -> str:
    return f"by {due.in_words()}" if due.exact else due.in_words()


def _of_lasting(status: Status) -> str:
    due = status.due.in_words() if status.due else ""
    ended = f"ended {status.done.in_words()}" if status.done else "no end is recorded"
    if status.state is State.TOO_SHORT:
        return f"too short: {ended}; it was to go on to {due}"
    if status.state is State.OPEN:
        return f"open: {ended}; it was to go on to {due}, so it may be {_listed(status)}"
    return f"it is to go on to {due}; {ended}"


def _listed(status: Status) -> str:
    return " or ".join(state.value for state in State if state in status.possible)


def _done(status: Status) -> str:
    done: Span | None = status.done
    if done is None:
        return "nothing recorded"
    return in_words(done.latest) if done.exact else f"done {done.in_words()}"


def _apart(status: Status, none: str, some: str) -> str:
    """Say how far apart the day of doing, or the date, and the last day are."""
    days = status.days
    if days is None:
        return none
    least, most = sorted((abs(days[0]), abs(days[1])))
    if most == 0:
        return none
    return some.format(_working(status) or _count(least, most, "day"))


def _working(status: Status) -> str:
    """Count in working days where the limit does, and any lie between."""
    if status.limit.unit is not Unit.WORKING_DAYS:
        return ""
    try:
        days = status.working_days()
    except BeyondHorizonError:
        return ""
    if days is None or days[0] == 0 or days[1] == 0:
        return ""
    least, most = sorted((abs(days[0]), abs(days[1])))
    return _count(least, most, "working day")


def _count(least: int, most: int, unit: str) -> str:
    counted = str(most) if least == most else f"{least} to {most}"
    return f"{counted} {unit}{'' if most == 1 else 's'}"
