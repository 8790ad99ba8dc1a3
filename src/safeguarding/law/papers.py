"""Requirements on what a document says that is not the arrangements: a yearly report, a threshold document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from attrs import evolve

from safeguarding.law.asking import Ask
from safeguarding.law.outcomes import OPEN, Answer, Missing, Part, either
from safeguarding.law.own_time import written_within
from safeguarding.law.requirement import Checked
from safeguarding.law.said import on_topic, said
from safeguarding.law.stated import INDETERMINATE, MET, NEEDS_JUDGEMENT, NOT_APPLICABLE, NOT_MET, PARTLY_MET
from safeguarding.model import Document, DocumentKind, Topic

_CALLED = {
    DocumentKind.YEARLY_REPORT: "yearly report",
    DocumentKind.THRESHOLD_DOCUMENT: "threshold document",
}


def in_reports(
    topic: Topic, parts: dict[str, str], *, by_person: bool = False, for_a_time: bool = True
) -> dict[str, Any]:
    """Make the check of a requirement that each yearly report says something on a topic, in each of some parts.

    Each report is judged by the law of the day on which it was written.

    Args:
        topic: the topic.
        parts: the parts asked for, each with its name in words.
        by_person: whether only presence is checked, and adequacy is left to a person.
        for_a_time: whether the requirement ends, or began with a later edition than that of 2018, so that a report of
            another time does not come under it.

    Returns:
        the arguments ``check``, ``checked``, ``reaches`` and ``of`` of the requirement.
    """

    def check(ask: Ask) -> Answer:
        return of_each_report(ask, lambda inside: on_topic(inside, topic, parts), parts.values())

    reaches = {NEEDS_JUDGEMENT if by_person else MET, PARTLY_MET, NOT_MET, INDETERMINATE}
    return _arguments(check, DocumentKind.YEARLY_REPORT, reaches | ({NOT_APPLICABLE} if for_a_time else set()))


def of_each_report(ask: Ask, look: Callable[[Ask], Sequence[Part]], asked: Iterable[str]) -> Answer:
    """Look into each yearly report that was written while the requirement was asked.

    Args:
        ask: the requirement and the situation.
        look: finds what one report says, as seen from within it.
        asked: what is looked for, in words, for where no report is among the files.
    """
    reports = ask.situation.documents_of(DocumentKind.YEARLY_REPORT)
    if not reports:
        return ask.whole([_absent(words, DocumentKind.YEARLY_REPORT) for words in asked])
    found = [part for report in reports for part in _of_a_report(ask, report, look, named=len(reports) > 1)]
    if not found:
        return ask.one(NOT_APPLICABLE, "no yearly report that was written while this was asked is among the files")
    return ask.whole(found)


def _of_a_report(ask: Ask, report: Document, look: Callable[[Ask], Sequence[Part]], *, named: bool) -> Iterator[Part]:
    """Look for what one report says; nothing comes of it where it was written in another time."""
    within = True if ask.guidance is not None else written_within(ask.requirement, report)
    if within is False:
        return
    published = report.publication.published
    title = f", report published {published.in_words()}" if published else ", report without a date"
    for part in look(evolve(ask, situation=ask.situation.within(report))):
        one = evolve(part, subject=f"{part.subject}{title}") if named else part
        yield one if within else evolve(one, possible=one.possible | {NOT_APPLICABLE}, missing=(*one.missing, _WHEN))


_WHEN = Missing(path="publication.published", need="the day on which the report was written")


def in_threshold_document(topic: Topic, parts: dict[str, str], *, by_person: bool = False) -> dict[str, Any]:
    """Make the check of a requirement that the threshold document in force says something, in each of some parts.

    Where none is among the files, what the arrangements themselves say on the topic counts.

    Args:
        topic: the topic.
        parts: the parts asked for, each with its name in words.
        by_person: whether only presence is checked, and adequacy is left to a person.

    Returns:
        the arguments ``check``, ``checked``, ``reaches`` and ``of`` of the requirement.
    """

    def check(ask: Ask) -> Answer:
        documents = in_force(ask)
        if not documents:
            return ask.whole([_in_the_arrangements(ask, topic, part, words) for part, words in parts.items()])
        inside = (evolve(ask, situation=ask.situation.within(document)) for document in documents)
        return either([one.whole(on_topic(one, topic, parts)) for one in inside])

    reaches = {NEEDS_JUDGEMENT if by_person else MET, NOT_MET, INDETERMINATE}
    return _arguments(check, DocumentKind.THRESHOLD_DOCUMENT, reaches | ({PARTLY_MET} if len(parts) > 1 else set()))


def in_force(ask: Ask) -> list[Document]:
    """Return the threshold documents that may be the one in force: the newest that surely is, and what may be newer."""
    found = []
    for document in ask.situation.documents_of(DocumentKind.THRESHOLD_DOCUMENT):
        found.append(document)
        if all(when is not None and when.not_after(ask.as_of) for when in document.publication.values("published")):
            break
    return found


def _in_the_arrangements(ask: Ask, topic: Topic, part: str, words: str) -> Part:
    """Look for what the arrangements say themselves; that they are silent settles nothing of another document."""
    if any(part in statement.parts for statement in ask.situation.statements(topic)):
        return said(ask, topic, part, words)
    return _absent(words, DocumentKind.THRESHOLD_DOCUMENT)


def _absent(subject: str, kind: DocumentKind) -> Part:
    """Make the part for what cannot be looked at, since no document of the kind is among the files."""
    called = _CALLED[kind]
    need = Missing(path="kind", need=f"the {called}, as a file of kind {kind.value}")
    return Part(subject=subject, possible=OPEN, message=f"no {called} is among the files", missing=(need,))


def _arguments(check: Any, kind: DocumentKind, reaches: set[Any]) -> dict[str, Any]:
    person = NEEDS_JUDGEMENT in reaches
    return {
        "check": check,
        "checked": Checked.PRESENCE if person else Checked.DOCUMENTS,
        "reaches": frozenset(reaches),
        "of": kind,
    }
