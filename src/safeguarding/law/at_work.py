"""Whether a body does a work: it has it in its remit, is in force, and answers to the partners."""

from __future__ import annotations

from collections.abc import Sequence

from safeguarding.law.asking import Ask
from safeguarding.law.outcomes import OPEN, Missing, Outcome, Part, Possible
from safeguarding.law.said import the_best
from safeguarding.model import Body, Topic


def by_a_body(ask: Ask, subject: str, found: Sequence[tuple[Body, bool | None]], need: str, doubt: str) -> Part:
    """Look for a body that does a work; of several the one that does most counts.

    Args:
        ask: the requirement and the situation.
        subject: the work.
        found: the bodies that have it to do, or may.
        need: what would settle it where there is none.
        doubt: what is open of a body that may have it to do; its name takes the place of the braces.
    """
    # Of those who come to the same, one that surely has it to do says more than one that may.
    likeliest = sorted(found, key=lambda one: one[1] is not True)
    parts = [_at_work(ask, subject, body, has, doubt) for body, has in likeliest]
    sure = any(has and ask.situation.gone(body) is False for body, has in found)
    if not sure or not ask.situation.fully_read(Topic.BODIES):
        parts.append(ask.silent(subject, (Topic.BODIES,), "body", need))
    # Where one surely does, what others may do adds nothing to what it rests on.
    return the_best(subject, [part for part in parts if part.possible == {Outcome.MET}] or parts)


def _at_work(ask: Ask, subject: str, body: Body, has: bool | None, doubt: str) -> Part:
    stands, line = ask.situation.stands(body), ask.situation.accountability.reaches(body.id)
    evidence, path, name = ask.evidence(body), f"body.{body.id}", body.name
    if has and stands and line:
        return ask.part(subject, True, f"through {name}", evidence=evidence)
    if has and line and stands is False and body.starts is not None:
        need = Missing(path=f"{path}.starts", need=f"whether {name} has started")
        return ask.planned(subject, body.starts, f"{name} is planned", evidence=evidence, missing=(need,))
    doubts = (
        (has, doubt.format(name), "remit"),
        (stands, f"whether {name} is in force on the date", "status"),
        (line, f"to whom {name} reports", "reports_to"),
    )
    missing = tuple(Missing(path=f"{path}.{field}", need=need) for holds, need, field in doubts if holds is not True)
    message = f"{name} is named, but it is not shown {' or '.join(item.need for item in missing)}"
    if has and line is False:
        message = f"{name} has no line to the partners"
    return ask.part(subject, _possible(ask, body, has, stands, line), message, evidence=evidence, missing=missing)


def _possible(ask: Ask, body: Body, has: bool | None, stands: bool | None, line: bool | None) -> Possible:
    """Say what a body comes to that is not shown to be at work."""
    starts = body.values("starts")
    later = not starts or any(start is not None and start.latest > ask.as_of for start in starts)
    waiting = frozenset({Outcome.NOT_DUE}) if later else frozenset()
    if has is None or ask.situation.gone(body) is not False:
        return OPEN | waiting
    if line is False:
        return frozenset({Outcome.NOT_MET})
    return frozenset({Outcome.NOT_MET}) | waiting if stands is False else OPEN | waiting
