"""Requirements on what a document says that is not the arrangements: a yearly report, a threshold document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from attrs import evolve

from safeguarding.law.asking import Ask, once
from safeguarding.law.drafting import Draft
from safeguarding.law.outcomes import OPEN, Answer, Missing, Outcome, Part
from safeguarding.law.own_time import written_within
from safeguarding.law.requirement import Checked
from safeguarding.law.said import on_topic, said
from safeguarding.law.settling import Say, Way, settled
from safeguarding.law.stated import (
    INDETERMINATE,
    MET,
    NEEDS_JUDGEMENT,
    NOT_APPLICABLE,
    NOT_MET,
    PARTLY_MET,
)
from safeguarding.model import Document, DocumentKind, Topic
from safeguarding.unknown import agree

_CALLED = {
    DocumentKind.YEARLY_REPORT: "yearly report",
    DocumentKind.THRESHOLD_DOCUMENT: "threshold document",
}


Beside = Callable[[Ask], Sequence[Part]]
"""What else is looked for in a document, beside what it says on the parts of a topic."""


def in_reports(
    topic: Topic,
    parts: dict[str, str],
    *,
    by_person: bool = False,
    for_a_time: bool = True,
    beside: Beside | None = None,
    also: Sequence[Way] = (),
) -> dict[str, Any]:
    """Make the check of a requirement that each yearly report says something on a topic, in each of some parts.

    Each report is judged by the law of the day on which it was written.

    Args:
        topic: the topic.
        parts: the parts asked for, each with its name in words.
        by_person: whether only presence is checked, and adequacy is left to a person.
        for_a_time: whether the requirement ends, or began with a later edition than that of 2018, so that a report of
            another time does not come under it.
        beside: finds what else each report is to have, put to a situation within it.
        also: for each of that what settles it.

    Returns:
        the arguments ``check``, ``settle``, ``checked``, ``reaches`` and ``of`` of the requirement.
    """

    def check(ask: Ask) -> Answer:
        def look(inside: Ask) -> list[Part]:
            return [*on_topic(inside, topic, parts), *(beside(inside) if beside else ())]

        return of_each_report(ask, look, parts.values())

    reaches = {NEEDS_JUDGEMENT if by_person else MET, PARTLY_MET, NOT_MET, INDETERMINATE}
    kind = DocumentKind.YEARLY_REPORT
    return _arguments(check, kind, reaches | ({NOT_APPLICABLE} if for_a_time else set()), topic, parts, also)


def of_each_report(ask: Ask, look: Callable[[Ask], Sequence[Part]], asked: Iterable[str]) -> Answer:
    """Look into each yearly report that was written while the requirement was asked.

    Args:
        ask: the requirement and the situation.
        look: finds what one report says, as seen from within it.
        asked: what is looked for, in words, for where no report is among the files.
    """
    reports = ask.situation.documents_of(DocumentKind.YEARLY_REPORT)
    over = ask.guidance is None and ask.requirement.ends is not None and ask.as_of > ask.requirement.ends
    found = [part for report in reports for part in _of_a_report(ask, report, look, named=len(reports) > 1)]
    if (reports or over) and not found:
        return ask.one(NOT_APPLICABLE, "no yearly report that was written while this was asked is among the files")
    answer = ask.whole(found) if found else None
    if answer is not None and any(_out(ask, report) for report in reports):
        return answer
    none = ask.whole([_absent(words, DocumentKind.YEARLY_REPORT) for words in asked])
    # None of them may be published yet.
    return none if answer is None else evolve(answer, possible=answer.possible | none.possible)


def _of_a_report(ask: Ask, report: Document, look: Callable[[Ask], Sequence[Part]], *, named: bool) -> Iterator[Part]:
    """Look for what one report says; nothing comes of it where it was written in another time, or is still to come."""
    within = True if ask.guidance is not None else written_within(ask.requirement, report)
    if within and not _out(ask, report):
        within = None
    if within is False:
        return
    published = report.publication.published
    title = f", report published {published.in_words()}" if published else ", report without a date"
    for part in look(evolve(ask, situation=ask.situation.within(report))):
        one = evolve(part, subject=f"{part.subject}{title}") if named else part
        yield one if within else evolve(one, possible=one.possible | {NOT_APPLICABLE}, missing=(*one.missing, _WHEN))


def _out(ask: Ask, report: Document) -> bool | None:
    """Say whether a report was published by the date; of one that gives none, that is taken."""
    return agree(when is None or when.not_after(ask.as_of) for when in report.publication.values("published"))


_WHEN = Missing(path="publication.published", need="the day on which the report was written")


def in_threshold_document(topic: Topic, parts: dict[str, str], *, by_person: bool = False) -> dict[str, Any]:
    """Make the check of a requirement that the threshold document in force says something, in each of some parts.

    Where none is among the files, what the arrangements themselves say on the topic counts.

    Args:
        topic: the topic.
        parts: the parts asked for, each with its name in words.
        by_person: whether only presence is checked, and adequacy is left to a person.

    Returns:
        the arguments ``check``, ``settle``, ``checked``, ``reaches`` and ``of`` of the requirement.
    """

    def check(ask: Ask) -> Answer:
        return in_the_one_in_force(
            ask,
            lambda inside: inside.whole(on_topic(inside, topic, parts)),
            lambda: ask.whole([in_the_arrangements(ask, topic, part, words) for part, words in parts.items()]),
        )

    reaches = {NEEDS_JUDGEMENT if by_person else MET, NOT_MET, INDETERMINATE}
    kind = DocumentKind.THRESHOLD_DOCUMENT
    return _arguments(check, kind, reaches | ({PARTLY_MET} if len(parts) > 1 else set()), topic, parts)


def in_the_one_in_force(ask: Ask, look: Callable[[Ask], Answer], otherwise: Callable[[], Answer]) -> Answer:
    """Answer by the threshold document in force; otherwise, or also, where there may be none by the date.

    Args:
        ask: the requirement and the situation.
        look: answers from inside a threshold document.
        otherwise: answers where none is among the files.
    """
    documents = in_force(ask)
    answers = [look(evolve(ask, situation=ask.situation.within(document))) for document in documents]
    if not any(_surely_published(document, ask.as_of) for document in documents):
        answers.append(otherwise())
    first = answers[0]
    if all(answer.possible == first.possible for answer in answers):
        return first
    need = Missing(path="publication.published", need="the day on which each threshold document was published")
    return Answer(
        possible=frozenset(outcome for answer in answers for outcome in answer.possible),
        message="it depends on which threshold document is in force, which their dates leave open",
        evidence=first.evidence,
        missing=once([need, *(item for answer in answers for item in answer.missing)]),
    )


def in_force(ask: Ask) -> list[Document]:
    """Return the threshold documents that may be the one in force: the newest that surely is, and what may be newer."""
    found, sure = [], False
    for document in ask.situation.documents_of(DocumentKind.THRESHOLD_DOCUMENT):
        dates = document.publication.values("published")
        # One of which a date could not be read, or is stated in two ways, may be newer than its place in the order.
        if not sure or len(dates) != 1 or len(document.publication.values("updated")) != 1:
            found.append(document)
        dated = bool(dates) and all(when is not None and when.not_after(ask.as_of) for when in dates)
        sure = sure or dated
    return found


def _surely_published(document: Document, as_of: date) -> bool:
    """Say whether a document was surely published by a date; of one that gives none, that is taken."""
    dates = document.publication.values("published")
    return bool(dates) and all(when is None or bool(when.not_after(as_of)) for when in dates)


def in_the_arrangements(ask: Ask, topic: Topic, part: str, words: str) -> Part:
    """Look for what the arrangements say themselves; that they are silent settles nothing of another document."""
    if any(part in statement.parts for statement in ask.situation.statements(topic)):
        return said(ask, topic, part, words)
    return _absent(words, DocumentKind.THRESHOLD_DOCUMENT)


def _absent(subject: str, kind: DocumentKind) -> Part:
    """Make the part for what cannot be looked at, since no document of the kind is among the files."""
    called = _CALLED[kind]
    need = Missing(path="kind", need=f"the {called}, as a file of kind {kind.value}")
    return Part(subject=subject, possible=OPEN, message=f"no {called} is among the files", missing=(need,))


def writable(draft: Draft, kind: DocumentKind) -> bool:
    """Say whether it is plain which document of a kind is to say something: the only one that there is, or a new one.

    One of which it is open whether it is published by the date may not be the one that counts.
    """
    documents = draft.ask.situation.documents_of(kind)
    return len(documents) < 2 and all(_surely_published(document, draft.ask.as_of) for document in documents)


def _arguments(
    check: Any, kind: DocumentKind, reaches: set[Any], topic: Topic, parts: dict[str, str], also: Sequence[Way] = ()
) -> dict[str, Any]:
    by_person = NEEDS_JUDGEMENT in reaches

    def settle(draft: Draft, answer: Answer) -> Outcome | None:
        if NOT_APPLICABLE in answer.possible or not writable(draft, kind):
            return None  # whether it is asked of that document at all is first to be settled
        said_there = (Say(topic=topic, part=part, subjects=(words,), document=kind) for part, words in parts.items())
        if not draft.ask.situation.documents_of(kind):
            # A new document is to have everything: what it lacks is asked of it only once it is there.
            beside = [evolve(way, subjects=(*way.subjects, *parts.values())) for way in also]
            return settled(*said_there, *beside)(draft, answer)
        return settled(*said_there, *also)(draft, answer)

    return {
        "check": check,
        "settle": settle,
        "checked": Checked.PRESENCE if by_person else Checked.DOCUMENTS,
        "reaches": frozenset(reaches),
        "of": kind,
    }
