"""How often something was done in a case, where it is asked for regularly and no interval is set."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from safeguarding.dates import Span, TimeLimit
from safeguarding.law.asking import Ask
from safeguarding.law.casework import happened
from safeguarding.law.clocks import in_short
from safeguarding.law.outcomes import OPEN, Missing, Part, Possible
from safeguarding.law.stated import MET, NOT_MET
from safeguarding.law.steps import Step
from safeguarding.model import Case
from safeguarding.structure import when


@frozen
class Count:
    """A number that is not known exactly.

    Args:
        least: the least that it may be.
        most: the most that it may be.
    """

    least: int
    most: int

    def in_words(self) -> str:
        """Write it: ``2``, or ``1 to 3``."""
        return str(self.least) if self.least == self.most else f"{self.least} to {self.most}"


def times_done(ask: Ask, case: Case, step: Step) -> Count:
    """Count the days on which a step was taken by the date."""
    sure, perhaps = step.taken(case)
    certain = [when(event) for event in sure if happened(ask, event)]
    likely = [when(event) for event in (*sure, *perhaps) if happened(ask, event) is not False]
    # Two entries whose days overlap may be of one day: as few days as meet all of them.
    least, last = 0, date.min
    for span in sorted(certain, key=lambda span: span.latest):
        if least == 0 or span.earliest > last:
            least, last = least + 1, span.latest
    exact = {span for span in likely if span.exact}
    return Count(least, len(exact) + sum(not span.exact for span in likely))


def passed(limits: tuple[TimeLimit, ...], start: Span, end: Span) -> Count:
    """Count the time limits, from a day on which something began, whose last day is over by another day."""
    truths = [_over(limit, start, end) for limit in limits]
    return Count(truths.count(True), sum(truth is not False for truth in truths))


def _over(limit: TimeLimit, start: Span, end: Span) -> bool | None:
    if start.latest != date.max and end.earliest > limit.latest(start.latest):
        return True
    return False if start.earliest != date.min and end.latest <= limit.latest(start.earliest) else None


def often_enough(ask: Ask, case: Case, step: Step, asked: Count, about: str = "") -> Part:
    """Answer whether something was done as often as it had to be by now.

    Args:
        ask: the requirement, put to a situation.
        case: the case.
        step: what is asked for regularly.
        asked: how often it had to be done by now; 0 where it is too early for its absence to count.
        about: what distinguishes it from the others of the requirement.
    """
    done = times_done(ask, case, step)
    possible = frozenset(
        outcome
        for often in range(done.least, done.most + 1)
        for least in range(asked.least, asked.most + 1)
        for outcome in _outcomes(often, least)
    )
    closed = ask.situation.caseload.kept_to(case, ask.as_of) < ask.as_of
    path = ask.situation.path(case)
    sure, perhaps = step.taken(case)
    return ask.part(
        f"{case.id}, {about}" if about else case.id,
        possible | {MET} if closed else possible,
        _message(step, done, asked, closed=closed),
        evidence=tuple(item for event in (*sure, *perhaps) for item in ask.evidence(event, says=in_short(event))),
        missing=(Missing(path=f"{path}.events", need=f"on which days there was {step.words}"),),
    )


def _outcomes(often: int, least: int) -> Possible:
    """Return what may be met: where it is too early to fail, what is not done yet may still be."""
    if often and often >= least:
        return frozenset({MET})
    return frozenset({NOT_MET}) if least else OPEN


def _message(step: Step, done: Count, asked: Count, *, closed: bool) -> str:
    upto = " up to the day of the log" if closed else ""
    if done.most == 0 and asked.most == 0:
        return f"nothing is recorded of {step.words}{upto} yet, and no interval is set"
    recorded = "nothing is" if done.most == 0 else f"{done.in_words()} {'is' if done.most == 1 else 'are'}"
    least = f"; at least {asked.in_words()} by now" if asked.most > 1 or done.most == 0 else ""
    return f"{recorded} recorded of {step.words}{upto}{least}; no interval is set"
