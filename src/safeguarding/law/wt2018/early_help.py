"""Chapter 1, early help: co-operation, and who helps before a need grows."""

from __future__ import annotations

from itertools import product
from typing import Any

from safeguarding.law.asking import Ask
from safeguarding.law.drafting import Draft
from safeguarding.law.instruments import CO_OPERATION, Citation, Verification, guidance
from safeguarding.law.outcomes import Answer, Missing, Outcome, Part
from safeguarding.law.papers import in_the_one_in_force, writable
from safeguarding.law.requirement import Checked, Level, Requirement
from safeguarding.law.said import said
from safeguarding.law.settling import Say, settled
from safeguarding.law.stated import (
    INDETERMINATE,
    NEEDS_JUDGEMENT,
    NOT_DUE,
    NOT_MET,
    PARTLY_MET,
    stated,
)
from safeguarding.model import DocumentKind, ThresholdLevel, Topic
from safeguarding.unknown import agree

HEADING = "Early help"
ACCESS = "Accessing help and services"

_LISTED = "the levels"
_FEWEST = 2
_GROUPS = {
    "disabled-children": "levels for disabled children",
    "outside-family": "levels for harm outside the family",
}


def _levels(ask: Ask) -> Answer:
    return in_the_one_in_force(ask, lambda inside: _agreed(inside, ask), lambda: _agreed(ask, ask))


def _agreed(inside: Ask, ask: Ask) -> Answer:
    """Look for the levels and the groups that they cover in a document, and in the arrangements where it is silent."""
    speaking = inside if inside.situation.of("levels") else ask
    listed = _run(speaking) if speaking.situation.of("levels") else _said(inside, ask, "listed", _LISTED)
    return ask.whole([listed, *(_said(inside, ask, part, words) for part, words in _GROUPS.items())])


def _said(inside: Ask, ask: Ask, part: str, words: str) -> Part:
    speaks = any(part in statement.parts for statement in inside.situation.statements(Topic.LEVELS))
    return said(inside if speaks or not inside.situation.fully_read(Topic.LEVELS) else ask, Topic.LEVELS, part, words)


def _run(ask: Ask) -> Part:
    """Look whether the levels that are listed make a complete run, each with a number of its own."""
    levels: tuple[ThresholdLevel, ...] = ask.situation.of("levels")
    evidence = tuple(item for level in levels for item in ask.evidence(level, says=_called(level)))
    several = [tuple(product(level.values("scale"), level.values("number"))) for level in levels]
    # One that could not be read has no value here, and makes the product empty, so that it is open.
    truth = agree(_complete(reading) for reading in product(*several))
    if truth:
        return ask.part(_LISTED, True, f"{len(levels)} levels are listed", evidence=evidence)
    unread = not ask.situation.fully_read(Topic.LEVELS)
    numbers = ", ".join(str(level.number) for level in levels)
    how = "perhaps do" if truth is None or unread else "do"
    message = f"the levels listed ({numbers}) {how} not make a complete run from the lowest need upwards"
    missing = (Missing(path="level", need="every level, each with a number of its own from the lowest need upwards"),)
    return ask.part(_LISTED, None if unread else truth, message, evidence=evidence, missing=missing)


def _called(level: ThresholdLevel) -> str:
    return f"level {level.number}: {', '.join(level.names)}"


def _complete(levels: tuple[tuple[str | None, int], ...]) -> bool:
    """Say whether the levels of each scale are several, and follow each other from nought or one."""
    scales: dict[str | None, list[int]] = {}
    for scale, number in levels:
        scales.setdefault(scale, []).append(number)
    return all(
        len(numbers) >= _FEWEST
        and min(numbers) in {0, 1}
        and len(set(numbers)) == len(numbers) == max(numbers) - min(numbers) + 1
        for numbers in scales.values()
    )


def _settle_levels(draft: Draft, answer: Answer) -> Outcome | None:
    """Draft what is to be said of the levels: in the threshold document, where there is one."""
    kind = DocumentKind.THRESHOLD_DOCUMENT
    there = draft.ask.situation.documents_of(kind)
    if not writable(draft, kind):
        return None
    words = {"listed": _LISTED, **_GROUPS}
    said_there = [
        Say(topic=Topic.LEVELS, part=part, subjects=(subject,), document=kind if there else None)
        for part, subject in words.items()
        if part != "listed" or not _listed(draft)
    ]
    return settled(*said_there)(draft, answer)


def _listed(draft: Draft) -> bool:
    """Say whether levels are listed, of which no statement mends it that they make no complete run."""
    documents = draft.ask.situation.documents_of(DocumentKind.THRESHOLD_DOCUMENT)
    return bool(draft.ask.situation.of("levels")) or any(document.levels for document in documents)


def _should(heading: str, pages: str = "", **more: Any) -> Requirement:
    return Requirement(
        level=Level.SHOULD,
        heading=heading,
        citations=(guidance(heading, pages, chapter=1),),
        verification=Verification.READ,
        silence=INDETERMINATE,
        **more,
    )


REQUIREMENTS = (
    Requirement(
        key="ch1.s10.cooperation",
        title="Co-operation to improve well-being",
        level=Level.MUST,
        who="local authority",
        asks=(
            "The local authority makes arrangements to promote co-operation between itself, its relevant partners and "
            "others who work with children, to improve children's well-being; the relevant partners co-operate."
        ),
        heading=HEADING,
        citations=(
            Citation(instrument=CO_OPERATION, provision="section 10(1)", address="section/10"),
            Citation(instrument=CO_OPERATION, provision="section 10(5)", address="section/10"),
        ),
        verification=Verification.READ,
        read_at=("S10",),
        silence=INDETERMINATE,
        do=(
            "Say how the arrangements sit with the local authority's own for co-operation, and how its relevant "
            "partners take part."
        ),
        **stated(
            Topic.CO_OPERATION,
            {
                "promote": "how the local authority promotes co-operation",
                "relevant-partners": "how its relevant partners co-operate",
            },
            by_person=True,
        ),
    ),
    _should(
        HEADING,
        key="ch1.early-help.identify",
        title="Emerging problems are spotted",
        who="local organisations",
        asks=(
            "Local organisations have effective ways to spot emerging problems and unmet needs, of single children and "
            "of families."
        ),
        read_at=("LRSB",),
        do="Say by what routes emerging problems of children, and of families, are spotted.",
        **stated(
            Topic.EMERGING_NEEDS,
            {"children": "spotting emerging needs of children", "families": "spotting emerging needs of families"},
            by_person=True,
        ),
    ),
    _should(
        HEADING,
        "July 2018 edition, p. 13",
        key="ch1.early-help.offer",
        title="The early help offer",
        who="local authority, with agencies",
        asks=(
            "The local authority develops, with agencies, a joined-up early help offer that is built on a clear "
            "understanding of local need."
        ),
        read_at=("TRIX227",),
        do="Describe the early help offer, or name its strategy, and the analysis of local need on which it is built.",
        **stated(
            Topic.EARLY_HELP,
            {"offer": "the early help offer", "needs-analysis": "the analysis of local need behind it"},
            by_person=True,
        ),
    ),
    _should(
        HEADING,
        key="ch1.early-help.training",
        title="Training on early help and thresholds",
        who="safeguarding partners and agencies",
        asks="Multi-agency training supports a shared understanding of local need.",
        read_at=("LRSB",),
        do="Say what training covers early help, and what training covers thresholds.",
        **stated(
            Topic.TRAINING,
            {"early-help": "training on early help", "thresholds": "training on thresholds"},
            by_person=True,
        ),
    ),
    _should(
        "Effective assessment of the need for early help",
        "July 2018 edition, p. 13; December 2020 edition, p. 15",
        key="ch1.early-help.assessment",
        title="Early help assessments, with a lead practitioner",
        who="local authority and agencies",
        asks=(
            "Early help assessments rest on evidence, are clear about action and services, and aim at outcomes; a lead "
            "practitioner supports the family."
        ),
        read_at=("TRIX227", "SEFTONEH"),
        do="Describe how early help is assessed, and who is the lead practitioner of a family.",
        **stated(
            Topic.EARLY_HELP,
            {"assessment": "how early help is assessed", "lead-practitioner": "the lead practitioner"},
            by_person=True,
        ),
    ),
    _should(
        ACCESS,
        key="ch1.levels-agreed",
        title="Levels of assessment and service are agreed",
        who="safeguarding partners, with relevant agencies",
        asks=(
            "The partners agree with relevant agencies the levels for the different types of assessment and services, "
            "also for abuse and neglect inside and outside the family, and for disabled children."
        ),
        read_at=("BEXLEY",),
        checked=Checked.PRESENCE,
        reaches=frozenset({NEEDS_JUDGEMENT, PARTLY_MET, NOT_MET, NOT_DUE, INDETERMINATE}),
        do=(
            "List the levels from the lowest need upwards, and say how they cover disabled children and harm outside "
            "the family."
        ),
        check=_levels,
        settle=_settle_levels,
    ),
)
