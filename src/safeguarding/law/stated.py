"""Requirements that are alike: something is said, in all the parts that are asked for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from safeguarding.law.asking import Ask
from safeguarding.law.drafting import Draft
from safeguarding.law.outcomes import Answer, Outcome
from safeguarding.law.requirement import Checked
from safeguarding.law.said import on_topic
from safeguarding.model import Topic

MET = Outcome.MET
PARTLY_MET = Outcome.PARTLY_MET
NOT_MET = Outcome.NOT_MET
NOT_DUE = Outcome.NOT_DUE
NOT_APPLICABLE = Outcome.NOT_APPLICABLE
INDETERMINATE = Outcome.INDETERMINATE
NEEDS_JUDGEMENT = Outcome.NEEDS_JUDGEMENT


def stated(topic: Topic, parts: dict[str, str], *, by_person: bool = False, plan: bool = False) -> dict[str, Any]:
    """Make the check of a requirement that something is said on a topic, in each of some parts.

    Args:
        topic: the topic.
        parts: the parts asked for, each with its name in words.
        by_person: whether only presence is checked, and adequacy is left to a person.
        plan: whether it asks what published arrangements set out, so that what is planned is not still due.

    Returns:
        the arguments ``check``, ``settle``, ``deny``, ``checked`` and ``reaches`` of the requirement.
    """

    def check(ask: Ask) -> Answer:
        situation = ask.situation
        if situation.statements(topic):
            return ask.whole(on_topic(ask, topic, parts))
        # Where nothing is said, nothing of it turns on the date.
        silence = f"silence on {ask.requirement.key}"
        found: Answer = situation.partnership.once(
            silence, situation.document, lambda: ask.whole(on_topic(ask, topic, parts))
        )
        return found

    def settle(draft: Draft, answer: Answer) -> Outcome:
        wanted = unsettled(answer, parts)
        draft.state(topic.value, wanted, (parts[part] for part in wanted))
        return NEEDS_JUDGEMENT if by_person else MET

    def deny(draft: Draft, answer: Answer) -> Outcome | None:
        situation = draft.ask.situation
        wanted = unsettled(answer, parts)
        spoken = {part for statement in situation.statements(topic) for part in statement.parts}
        if draft.ask.requirement.of_content or not situation.fully_read(topic) or spoken.intersection(wanted):
            return None  # what may still be read, or is read already, is not to be denied
        draft.state(topic.value, wanted, (parts[part] for part in wanted), stance="not-done")
        return NOT_MET if len(wanted) == len(parts) else PARTLY_MET

    reaches = {NEEDS_JUDGEMENT if by_person else MET, NOT_MET, INDETERMINATE}
    if not plan:
        reaches.add(NOT_DUE)
    if len(parts) > 1:
        reaches.add(PARTLY_MET)
    return {
        "check": check,
        "settle": settle,
        "deny": deny,
        "checked": Checked.PRESENCE if by_person else Checked.DOCUMENTS,
        "reaches": frozenset(reaches),
    }


def unsettled(answer: Answer, parts: dict[str, str]) -> list[str]:
    """Return which of the parts that are asked for are not met yet."""
    met = {part.subject for part in answer.parts if part.outcome in {MET, NEEDS_JUDGEMENT}}
    return [part for part, words in parts.items() if words not in met]


def laid_out(*topics: Topic, only: Iterable[str] = (), aims: bool = False) -> dict[str, Any]:
    """Make the check of a requirement that only a person can judge: what bears on it is laid out.

    Args:
        topics: the topics whose statements bear on it.
        only: the parts of the topics that bear on it; all, if none is named.
        aims: whether visions, values and priorities do too.

    Returns:
        the arguments ``check``, ``checked`` and ``reaches`` of the requirement.
    """
    bearing = frozenset(only)

    def check(ask: Ask) -> Answer:
        statements = [statement for topic in topics for statement in ask.situation.statements(topic)]
        entries = [one for one in statements if not bearing or not bearing.isdisjoint(one.parts)]
        entries += ask.situation.of("aims") if aims else ()
        evidence = tuple(item for entry in entries for item in ask.evidence(entry))
        found = f"{len(entries)} entries bear on it" if len(entries) != 1 else "1 entry bears on it"
        message = f"for a person to judge: {found if entries else 'nothing in the documents bears on it'}"
        return ask.one(NEEDS_JUDGEMENT, message, evidence=evidence)

    def settle(_: Draft, __: Answer) -> Outcome:
        return NEEDS_JUDGEMENT  # where it is open, what it rests on is to be settled, and nothing beside that

    return {"check": check, "settle": settle, "checked": Checked.PERSON, "reaches": frozenset({NEEDS_JUDGEMENT})}
