"""Working Together 2023, whose a joint function is: a statement says so, or it is in the remit of a body."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from safeguarding.law.asking import Ask
from safeguarding.law.outcomes import Missing, Part
from safeguarding.law.requirement import Settle
from safeguarding.law.said import said, the_best
from safeguarding.law.settling import Say, settled
from safeguarding.model import Function, Topic
from safeguarding.unknown import agree, all_of


def allocated(ask: Ask, topic: Topic, parts: Mapping[str, tuple[str, Function | None]]) -> list[Part]:
    """Look whose each function is: as a statement has it, or as the remit of a body that stands on the date.

    Args:
        ask: the requirement and the situation.
        topic: the topic on which statements say it.
        parts: the parts of the topic, each with its name in words and the remit that shows it, if one does.
    """
    return [_of_one(ask, topic, part, words, function) for part, (words, function) in parts.items()]


def settle_allocated(topic: Topic, parts: Mapping[str, tuple[str, Function | None]]) -> Settle:
    """Make what drafts a statement on whose each of the functions is."""
    return settled(*(Say(topic=topic, part=part, subjects=(words,)) for part, (words, _) in parts.items()))


def _of_one(ask: Ask, topic: Topic, part: str, words: str, function: Function | None) -> Part:
    found = said(ask, topic, part, words)
    return found if function is None else the_best(words, [*_in_remits(ask, words, function), found])


def _in_remits(ask: Ask, words: str, function: Function) -> Iterator[Part]:
    """Find the bodies that have a function in their remit: there on the date, with a line to the partners."""
    for body in ask.situation.bodies:
        holds = agree(function in remit for remit in body.values("remit"))
        if holds is False:
            continue
        truth = all_of([holds, ask.situation.stands(body), ask.situation.accountability.reaches(body.id)])
        evidence = ask.evidence(body, "remit", f"{body.name}: {function.value}")
        if truth:
            yield ask.part(words, True, f"in the remit of {body.name}", evidence=evidence)
            continue
        need = Missing(
            path=f"body.{body.id}", need=f"whether {body.name} is in force, reports to the partners, and has this remit"
        )
        message = f"in the remit of {body.name}, which is not shown to be in force with a line to the partners"
        yield ask.part(words, truth, message, evidence=evidence, missing=(need,))
