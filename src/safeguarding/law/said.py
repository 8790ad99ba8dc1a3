"""Whether something is said on a part of a topic, and by whom it is to be done."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import product

from attrs import evolve, frozen

from safeguarding.law.asking import Ask, once
from safeguarding.law.outcomes import OPEN, Evidence, Missing, Outcome, Part, Possible
from safeguarding.model import WORK, Agency, Body, BodyKind, Document, Stance, Statement, Status, Topic
from safeguarding.unknown import agree, all_of, any_of

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


Narrowing = Callable[[Statement, Part], Part | None]
"""What a judged statement comes to, where more is asked than that it says something; none if it is about others."""


def said(
    ask: Ask, topic: Topic, part: str, words: str, narrowed: Narrowing | None = None, beside: Sequence[Part] = ()
) -> Part:
    """Look for what is said on one part of a topic: of several statements the one that does most counts.

    Args:
        ask: the requirement and the situation.
        topic: the topic.
        part: the part of the topic.
        words: the part, in words.
        narrowed: what more is asked of a statement.
        beside: what was found of it elsewhere than in statements, which counts like them.
    """
    statements = [statement for statement in ask.situation.statements(topic) if part in statement.parts]
    judged = [(statement, _judged(ask, statement, part, words)) for statement in statements]
    if narrowed is not None:
        each = ((statement, narrowed(statement, one)) for statement, one in judged)
        judged = [(statement, one) for statement, one in each if one is not None]
    found = [*_contradicted(ask, judged, words), *beside]
    if not found or not ask.situation.fully_read(topic):
        need = f'{words}: a statement on the topic "{topic.value}", part "{part}"'
        silent = ask.silent(words, (topic,), "statement", need)
        # What was not read may also be a plan whose day is still to come.
        unread = not ask.situation.fully_read(topic) and not ask.requirement.of_content
        found.append(evolve(silent, possible=silent.possible | {Outcome.NOT_DUE}) if unread else silent)
    return the_best(words, found)


def the_best(subject: str, found: Sequence[Part]) -> Part:
    """Make one part of several of which the best counts: it speaks, and the others say what is possible."""
    if len(found) == 1:
        return found[0] if found[0].subject == subject else evolve(found[0], subject=subject)
    best = min(found, key=lambda candidate: (_RANK[candidate.outcome], candidate.due or date.max))
    return evolve(
        best,
        subject=subject,
        possible=best_of([candidate.possible for candidate in found]),
        evidence=once(item for candidate in found for item in candidate.evidence),
    )


def best_of(several: Sequence[Possible]) -> Possible:
    """Combine what counts by its best: an outcome is possible where nothing must be better."""
    if len(several) == 1:
        return several[0]
    return frozenset(
        outcome
        for possible in several
        for outcome in possible
        if all(max(_RANK[other] for other in others) >= _RANK[outcome] for others in several)
    )


def _contradicted(ask: Ask, judged: Sequence[tuple[Statement, Part]], words: str) -> list[Part]:
    """Leave open what one statement says is done where another says of the same that it is not."""
    denials = [one for one, _ in judged if _may_deny(one)]
    found = []
    for statement, part in judged:
        against = [one for one in denials if one is not statement and _of_the_same(statement, one)]
        planned = statement.values("planned_for")
        done = Stance.DONE in statement.values("stance") and (not planned or None in planned)
        if not against or not done or Outcome.NOT_MET in part.possible:
            found.append(part)
            continue
        evidence = once([*part.evidence, *(item for one in against for item in ask.evidence(one))])
        paths = [f"{ask.situation.path(one)}.stance" for one in against]
        missing = once(Missing(path=path, need=f"which of the statements is right: {words}") for path in paths)
        message = "the text contradicts itself: one statement says that it is done, another that it is not"
        if all("stance" in one.unknown for one in against):
            message = "said, and whether another statement denies it could not be read"
        possible = part.possible | {Outcome.NOT_MET}
        found.append(evolve(part, possible=possible, message=message, evidence=evidence, missing=missing))
    return found


def denies(statements: Sequence[Statement], topic: str, parts: Sequence[str]) -> bool:
    """Say whether one of some statements denies one of these parts of a topic, or may: it would contradict another."""
    return any(one.topic.value == topic and not {*parts}.isdisjoint(one.parts) and _may_deny(one) for one in statements)


def _may_deny(statement: Statement) -> bool:
    """Say whether a statement may say, of now, that something is not done; what is planned is of another day."""
    stances, planned = statement.values("stance"), statement.values("planned_for")
    pointed = statement.values("by_reference")
    denies = not stances or Stance.NOT_DONE in stances
    return denies and (not planned or None in planned) and (not pointed or None in pointed)


def _of_the_same(statement: Statement, denial: Statement) -> bool:
    """Say whether a denial may be about those whom a statement names: it names nobody, or one of them."""
    if not denial.values("who") or not statement.values("who"):
        return True
    named = {who for several in denial.values("who") for who in several}
    return any(not several for several in denial.values("who")) or any(
        named.intersection(several) for several in statement.values("who")
    )


_UNREADABLE: dict[str, tuple[str, Possible]] = {
    "by_reference": ("in which document it stands", OPEN),
    "stance": ("whether it is done", OPEN),
    "planned_for": ("when it is to be", OPEN | {Outcome.NOT_DUE}),
    "who": ("who does it", OPEN),
}
"""What a statement may come to where one of these could not be read, and how that is said."""

_MAY_BE_ABSENT = frozenset({Topic.CUSTODY_HOMES, Topic.EDUCATION, Topic.LINKED_BOARDS})
"""Where it is an answer that there is nothing of the kind in the area."""


def _judged(ask: Ask, statement: Statement, part: str, words: str) -> Part:
    """Judge one statement under every reading that it leaves open."""
    path, evidence = ask.situation.path(statement), ask.evidence(statement)
    found = [_under(ask, reading, part, words, path, evidence) for reading in _readings(statement)]
    unread = [name for name in _UNREADABLE if name in statement.unknown]
    if ask.requirement.of_content and "planned_for" in unread:
        unread.remove("planned_for")
    several = [one.possible for one in found] + [_UNREADABLE[name][1] for name in unread]
    possible = frozenset(outcome for one in several for outcome in one)
    if possible == found[0].possible:
        return found[0]
    if unread:
        what = ", ".join(_UNREADABLE[name][0] for name in unread)
        message = f"said, but {what} could not be read"
        missing = tuple(Missing(path=f"{path}.{name}", need=f"{_UNREADABLE[name][0]}: {words}") for name in unread)
        return ask.part(words, possible, message, evidence=evidence, missing=missing)
    message = f"the text contradicts itself: {statement.says}"
    missing = (Missing(path=path, need=f"whether this is done: {words}"),)
    return ask.part(words, possible, message, evidence=evidence, missing=missing)


def _readings(statement: Statement) -> list[Statement]:
    """Return a statement once for every combination of values that the text states for it."""
    if not statement.also:
        return [statement]
    stated = [statement.values(name) or (getattr(statement, name),) for name in _UNREADABLE]
    return [evolve(statement, **dict(zip(_UNREADABLE, values, strict=True))) for values in product(*stated)]


def _under(ask: Ask, reading: Statement, part: str, words: str, path: str, evidence: tuple[Evidence, ...]) -> Part:
    """Judge one reading: it counts with a paraphrase and a place."""
    if reading.by_reference is not None:
        return _by_reference(ask, reading, part, words, evidence)
    counted = _counted(ask, reading, words, path, evidence)
    for name, lacks in (("says", "a paraphrase"), ("where", "its place")):
        if not getattr(reading, name):
            message = f"a statement is entered without {lacks}, so it does not count"
            missing = (Missing(path=f"{path}.{name}", need=lacks),)
            return ask.part(words, OPEN | counted.possible, message, evidence=evidence, missing=missing)
    return counted


def _counted(ask: Ask, reading: Statement, words: str, path: str, evidence: tuple[Evidence, ...]) -> Part:
    """Judge what a statement says, as one that counts."""
    absent = reading.stance is Stance.NOTHING_HERE and reading.topic not in _MAY_BE_ABSENT
    if absent or reading.stance is Stance.NOT_DONE:
        message = "there is nothing of the kind here" if absent else "it is not done"
        missing = (Missing(path=f"{path}.stance", need=f"whether this is done: {words}"),)
        message = f"the text says that {message}: {reading.says}"
        return ask.part(words, False, message, evidence=evidence, missing=missing)
    if reading.planned_for is not None and not ask.requirement.of_content:
        missing = (Missing(path=path, need=f"whether this has happened: {words}"),)
        return ask.planned(words, reading.planned_for, "planned", evidence=evidence, missing=missing)
    found = _joined(ask, reading, words, evidence)
    if reading.planned_for is None:
        return found
    return evolve(found, message=f"{found.message}, as planned for {reading.planned_for.in_words()}")


def _by_reference(ask: Ask, reading: Statement, part: str, words: str, evidence: tuple[Evidence, ...]) -> Part:
    """Look in the document that a statement points to, if it is among the files."""
    referred = str(reading.by_reference)
    name = ask.situation.name(referred)
    other = ask.situation.supplied(referred)
    if other is None:
        need = Missing(path=f"register.{referred}.supplied", need=f"the document “{name}”")
        message = f"it stands in “{name}”, which is not among the files"
        return ask.part(words, None, message, evidence=evidence, missing=(need,))
    source = ask.situation.entries[referred].supplied
    found = [
        _there(ask, statement, part, words)
        for statement in other.statements
        if statement.topic is reading.topic
        and part in statement.parts
        and statement.by_reference != reading.by_reference
        and (statement.where is None or statement.where.source == source)
    ]
    silence = _silence(other, reading.topic)
    if not found or silence != _SILENT:
        need = Missing(path="statement", need=f"what “{name}” says: {words}")
        # What stands nowhere fails what published arrangements contain, and leaves open what is to be done.
        truth = False if silence == _SILENT and ask.requirement.of_content else None
        found.append(ask.part(words, truth, f"and {silence}", missing=(need,)))
    best = the_best(words, found)
    message = f"said in “{name}”" if best.outcome is Outcome.MET else f"“{name}” is pointed to, {best.message}"
    return evolve(best, message=message, evidence=once([*evidence, *best.evidence]))


_SILENT = "does not say"


def _silence(document: Document, topic: Topic) -> str:
    """Say what it means that a document has no statement on a topic."""
    if not {Topic.ALL, topic} & set(document.transcribed):
        return "is not fully written down yet"
    unread = (part.could_hold for source in document.sources for part in source.unread)
    return "is not fully read" if any({Topic.ALL, topic} & set(topics) for topics in unread) else _SILENT


def _there(ask: Ask, statement: Statement, part: str, words: str) -> Part:
    """Judge what the document that is pointed to says; where it only points on, that is open."""
    if statement.by_reference is None:
        found = _judged(ask, statement, part, words)
        return evolve(found, message=f"and there: {found.message}")
    name = ask.situation.name(statement.by_reference)
    need = Missing(path=f"register.{statement.by_reference}.supplied", need=f"the document “{name}”")
    return ask.part(words, None, f"and points on to “{name}”", evidence=ask.evidence(statement), missing=(need,))


def _joined(ask: Ask, statement: Statement, words: str, evidence: tuple[Evidence, ...]) -> Part:
    """Join a statement to the bodies it names: each is there, has that remit, and a line to the partners."""
    entries = [ask.situation.entries.get(who) for who in statement.who]
    faults = [fault for entry in entries if isinstance(entry, Body) for fault in _faults(ask, entry, statement.topic)]
    faults += [
        _Fault(there, f"{entry.name} {'may' if there is None else 'does'} not exist on this date", _there_or_not(entry))
        for entry in entries
        if isinstance(entry, Agency) and (there := ask.situation.during(entry)) is not True
    ]
    if faults:
        message = "said, but " + "; ".join(dict.fromkeys(fault.says for fault in faults))
        truth = all_of(fault.truth for fault in faults)
        missing = tuple(fault.need for fault in faults)
        return ask.part(words, truth, message, evidence=evidence, missing=missing)
    if statement.stance is Stance.NOTHING_HERE:
        return ask.part(words, True, "the text says that there is none", evidence=evidence)
    who = ask.situation.names(statement.who)
    return ask.part(words, True, f"said, by {who}" if who else "said", evidence=evidence)


def _there_or_not(agency: Agency) -> Missing:
    return Missing(path=f"agency.{agency.id}.ends", need=f"whether {agency.name} exists on this date")


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


def _in_line(ask: Ask, body: Body) -> bool | None:
    """Say whether a body has a line to the partners, or is a team: it supports or delivers, and is asked for none."""
    team = agree(kind is BodyKind.TEAM for kind in body.values("kind"))
    return any_of((ask.situation.accountability.reaches(body.id), team))


def _faults(ask: Ask, body: Body, topic: Topic) -> Iterator[_Fault]:
    path, name = f"body.{body.id}", body.name
    gone = ask.situation.gone(body)
    if gone is not False:
        says = f"{name} is no longer there" if gone else f"{name} may no longer be there"
        if body.status is Status.EXAMPLE:
            says = f"{name} is named only as an example"
        need = Missing(path=f"{path}.ends", need=f"whether {name} still exists on the date")
        yield _Fault(False if gone else None, says, need)
        return
    reaches = _in_line(ask, body)
    if reaches is not True:
        read = "" if reaches is False else " that was read"
        need = Missing(path=f"{path}.reports_to", need=f"to whom {name} reports")
        yield _Fault(reaches, f"{name} has no line to the partners{read}", need)
    for function in WORK.get(topic, ()):
        holds = agree(function in remit if remit else None for remit in body.values("remit"))
        if holds is not True:
            work = function.value.replace("-", " ")
            says = f"{name} {'has no' if holds is False else 'may not have'} {work} in its remit"
            need = Missing(path=f"{path}.remit", need=f"whether {function.value} is in the remit of {name}")
            yield _Fault(holds, says, need)
