"""Which body some work is given to: it has it in its remit, and stands on the date."""

from __future__ import annotations

from attrs import evolve, frozen

from safeguarding.law.asking import Ask
from safeguarding.law.outcomes import OPEN, Missing, Outcome, Part, Possible
from safeguarding.law.said import the_best
from safeguarding.law.wt2018.governance import in_force
from safeguarding.model import Body, Function, Topic
from safeguarding.unknown import agree

_NOT_HERE = frozenset({Outcome.NOT_APPLICABLE})


@frozen
class Charged:
    """A body that has some work, or may have it.

    Args:
        body: the body.
        surely: whether it surely has the work, and is surely not gone.
        missing: what would settle it, where it is open.
    """

    body: Body
    surely: bool
    missing: tuple[Missing, ...] = ()


def charged(ask: Ask, function: Function) -> list[Charged]:
    """Return the bodies in whose remit some work is, or may be, and that are not known to be gone."""
    found = []
    for body in ask.situation.bodies:
        holds = agree(function in remit for remit in body.values("remit"))
        if holds is False:
            continue
        missing = []
        if holds is None:
            need = f"whether {function.value} is in the remit of {body.name}"
            missing.append(Missing(path=f"body.{body.id}.remit", need=need))
        gone = ask.situation.gone(body)
        if gone is None:
            need = f"whether {body.name} still exists on the date"
            missing.append(Missing(path=f"body.{body.id}.ends", need=need))
        found.append(Charged(body, holds is True and gone is False, tuple(missing)))
    return found


def group_for(ask: Ask, function: Function, subject: str, need: str, *, answering: bool = False) -> Part:
    """Look whether a body stands that has some work: of several the one that does most counts.

    Args:
        ask: the requirement, put to a situation.
        function: the work, as it stands in a remit.
        subject: what is looked for, in words.
        need: what would settle it where there is none.
        answering: whether it must also answer to the partners.
    """
    bodies = charged(ask, function)
    found = [_unless_other(one, _group(ask, one.body, subject, answering=answering)) for one in bodies]
    read = ask.situation.fully_read(Topic.BODIES)
    if not read or not any(one.surely for one in bodies):
        silent = ask.silent(subject, (Topic.BODIES,), "body", need)
        # What was not read may be a body that is still to come.
        found.append(silent if read else evolve(silent, possible=silent.possible | {Outcome.NOT_DUE}))
    return the_best(subject, found)


def _unless_other(one: Charged, part: Part) -> Part:
    """Open a part to the possibility that the body has not the work, or is not there any more."""
    if one.surely:
        return part
    return evolve(part, possible=part.possible | _NOT_HERE, missing=(*one.missing, *part.missing), due=None)


def _group(ask: Ask, body: Body, subject: str, *, answering: bool) -> Part:
    stands = in_force(ask, body)
    part = evolve(stands, subject=subject, message=f"{body.name}: {stands.message}")
    if not answering:
        return part
    reaches = ask.situation.accountability.reaches(body.id)
    if reaches:
        return evolve(part, message=f"{part.message}, and it answers to the partners")
    need = Missing(path=f"body.{body.id}.reports_to", need=f"to whom {body.name} reports")
    possible: Possible = frozenset({Outcome.NOT_MET}) if reaches is False else part.possible | OPEN
    message = f"{part.message}; no line of it to the partners {'is stated' if reaches is False else 'was read'}"
    return evolve(part, possible=possible, message=message, missing=(*part.missing, need), due=None)
