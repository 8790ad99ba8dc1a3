"""Whether something is said on a part of a topic, and by whom it is to be done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from safeguarding.law.asking import Ask, once
from safeguarding.law.outcomes import OPEN, Evidence, Missing, Outcome, Part, Possible
from safeguarding.model import WORK, Body, Stance, Statement, Topic
from safeguarding.unknown import agree, all_of

_RANK = {
    outcome: rank
    for rank, outcome in enumerate((
        Outcome.MET,
        Outcome.NEEDS_JUDGEMENT,
        Outcome.INDETERMINATE,
        Outcome.NOT_DUE,
        Outcome.PARTLY_MET,
        Outcome.NOT_MET,
        Outcome.NOT_APPLICABLE,
    ))
}  # fmt: skip


def on_topic(ask: Ask, topic: Topic, parts: dict[str, str]) -> list[Part]:
    """Look for what is said on each part of a topic, and join it to those who are to act.

    Args:
        ask: the requirement and the situation.
        topic: the topic.
        parts: the parts asked for, each with its name in words.
    """
    return [said(ask, topic, part, words) for part, words in parts.items()]


def said(ask: Ask, topic: Topic, part: str, words: str) -> Part:
    """Look for what is said on one part of a topic: of several statements the one that does most counts."""
    statements = [statement for statement in ask.situation.statements(topic) if part in statement.parts]
    found = [_judged(ask, statement, part, words) for statement in statements]
    if not found or not ask.situation.fully_read(topic):
        need = f"a statement on {topic.value}, part {part}: {words}"
        found.append(ask.silent(words, (topic,), "statement", need))
    best = min(found, key=lambda candidate: _RANK[candidate.outcome])
    return ask.part(
        words,
        best_of([candidate.possible for candidate in found]),
        best.message,
        evidence=once(item for candidate in found for item in candidate.evidence),
        missing=best.missing,
        due=best.due,
    )


def best_of(several: Sequence[Possible]) -> Possible:
    """Combine what counts by its best: an outcome is possible where nothing must be better."""
    return frozenset(
        outcome
        for possible in several
        for outcome in possible
        if all(max(_RANK[other] for other in others) >= _RANK[outcome] for others in several)
    )


def _judged(ask: Ask, statement: Statement, part: str, words: str) -> Part:
    """Judge one statement: it counts with a paraphrase and a place, for what it says is done."""
    evidence = ask.evidence(statement)
    path = ask.situation.path(statement)
    if statement.by_reference is not None:
        return _by_reference(ask, statement, part, words)
    for name, lacks in (("says", "a paraphrase"), ("where", "its place")):
        if not getattr(statement, name):
            message = f"a statement is entered without {lacks}, so it does not count"
            missing = (Missing(path=f"{path}.{name}", need=lacks),)
            return ask.part(words, None, message, evidence=evidence, missing=missing)
    done = agree(stance is not Stance.NOT_DONE for stance in statement.values("stance"))
    if done is not True:
        message = "the text says that it is not done" if done is False else "the text contradicts itself"
        return ask.part(words, done, f"{message}: {statement.says}", evidence=evidence)
    if statement.planned_for is not None and not ask.requirement.of_content:
        missing = (Missing(path=path, need=f"whether this has happened: {words}"),)
        return ask.planned(words, statement.planned_for, "planned", evidence=evidence, missing=missing)
    return _joined(ask, statement, words, evidence)


def _by_reference(ask: Ask, statement: Statement, part: str, words: str) -> Part:
    """Look in the document that a statement points to, if it is among the files."""
    referred = str(statement.by_reference)
    name = ask.situation.name(referred)
    evidence = ask.evidence(statement)
    other = ask.situation.supplied(referred)
    if other is None:
        need = Missing(path=f"register.{referred}.supplied", need=f"the document “{name}”")
        message = f"it stands in “{name}”, which is not among the files"
        return ask.part(words, None, message, evidence=evidence, missing=(need,))
    there = [s for s in other.statements if s.topic is statement.topic and part in s.parts and s.says]
    if there:
        return ask.part(words, True, f"said in “{name}”", evidence=(*evidence, *ask.evidence(there[0])))
    need = Missing(path="statement", need=f"what “{name}” says: {words}")
    if Topic.ALL in other.transcribed or statement.topic in other.transcribed:
        message = f"“{name}” is pointed to, and does not say"
        return ask.part(words, False, message, evidence=evidence, missing=(need,))
    message = f"“{name}” is pointed to, and is not fully written down yet"
    return ask.part(words, None, message, evidence=evidence, missing=(need,))


def _joined(ask: Ask, statement: Statement, words: str, evidence: tuple[Evidence, ...]) -> Part:
    """Join a statement to the bodies it names: each is there, has that remit, and a line to the partners."""
    entries = [ask.situation.entries.get(who) for who in statement.who]
    faults = [fault for entry in entries if isinstance(entry, Body) for fault in _faults(ask, entry, statement.topic)]
    if faults:
        message = "said, but " + "; ".join(dict.fromkeys(fault.says for fault in faults))
        truth = all_of(fault.truth for fault in faults)
        missing = tuple(fault.need for fault in faults)
        return ask.part(words, truth, message, evidence=evidence, missing=missing)
    if "who" in statement.unknown:
        missing = (Missing(path=f"{ask.situation.path(statement)}.who", need=f"who does it: {words}"),)
        return ask.part(words, OPEN, "said, but who does it could not be read", evidence=evidence, missing=missing)
    who = ask.situation.names(statement.who)
    return ask.part(words, True, f"said, by {who}" if who else "said", evidence=evidence)


@frozen
class _Fault:
    """Why a body that a statement names cannot do what it says.

    Args:
        truth: no where that is sure; open where it may be.
        says: what is wrong.
        need: what would settle it.
    """

    truth: bool | None
    says: str
    need: Missing


def _faults(ask: Ask, body: Body, topic: Topic) -> Iterator[_Fault]:
    path, name = f"body.{body.id}", body.name
    gone = ask.situation.gone(body)
    if gone is not False:
        says = f"{name} is no longer there" if gone else f"{name} may no longer be there"
        need = Missing(path=f"{path}.ends", need=f"whether {name} still exists on the date")
        yield _Fault(False if gone else None, says, need)
        return
    reaches = ask.situation.accountability.reaches(body.id)
    if reaches is not True:
        read = "" if reaches is False else " that was read"
        need = Missing(path=f"{path}.reports_to", need=f"to whom {name} reports")
        yield _Fault(reaches, f"{name} has no line to the partners{read}", need)
    for function in WORK.get(topic, ()):
        holds = agree(function in remit if remit else None for remit in body.values("remit"))
        if holds is not True:
            says = f"{name} {'has no' if holds is False else 'may not have'} {function.value} in its remit"
            need = Missing(path=f"{path}.remit", need=f"whether {function.value} is in the remit of {name}")
            yield _Fault(holds, says, need)
