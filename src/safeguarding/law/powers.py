"""Powers of which something is said: used, or else not applicable, since nobody must use a power."""

from __future__ import annotations

from typing import Any

from attrs import evolve

from safeguarding.law.asking import Ask
from safeguarding.law.outcomes import Answer, Part
from safeguarding.law.said import on_topic
from safeguarding.law.stated import INDETERMINATE, MET, NEEDS_JUDGEMENT, NOT_APPLICABLE, NOT_DUE, NOT_MET, stated
from safeguarding.model import Topic


def power(topic: Topic, part: str, words: str, *, by_person: bool = False) -> dict[str, Any]:
    """Make the check of a power that is used where the documents say so.

    Args:
        topic: the topic.
        part: the part of it on which a statement says that the power is used.
        words: the same in words.
        by_person: whether only its use is checked, and how it is used is left to a person.

    Returns:
        the arguments ``check``, ``checked`` and ``reaches`` of the requirement.
    """

    def check(ask: Ask) -> Answer:
        return ask.whole([unless_unused(found) for found in on_topic(ask, topic, {part: words})])

    used = NEEDS_JUDGEMENT if by_person else MET
    reaches = frozenset({used, NOT_APPLICABLE, NOT_DUE, INDETERMINATE})
    arguments = stated(topic, {part: words}, by_person=by_person)
    # A power that is denied does not fail: there is no other way that it could be settled.
    return {**arguments, "check": check, "deny": None, "reaches": reaches}


def unless_unused(part: Part) -> Part:
    """Say of a power that is not used that nothing is asked, since it does not fail."""
    if NOT_MET not in part.possible:
        return part
    possible = (part.possible - {NOT_MET}) | {NOT_APPLICABLE}
    return evolve(part, possible=possible, missing=part.missing if len(possible) > 1 else ())
