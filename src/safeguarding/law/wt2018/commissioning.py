"""Chapter 4, commissioning a local review: by what a reviewer is chosen, and removed."""

from __future__ import annotations

from safeguarding.law.instruments import REVIEW_REGULATIONS, Verification, guidance, regulation
from safeguarding.law.powers import power
from safeguarding.law.requirement import Level, Requirement
from safeguarding.law.stated import INDETERMINATE, NOT_APPLICABLE, stated
from safeguarding.law.wt2018.local_reviews import COMMISSIONING
from safeguarding.model import Topic

_PARTNERS = "safeguarding partners"


def _criterion(part: str, words: str, title: str, asks: str) -> Requirement:
    """Make a requirement on what the partners consider in choosing a reviewer."""
    return Requirement(
        level=Level.SHOULD,
        who=_PARTNERS,
        heading=COMMISSIONING,
        citations=(guidance(COMMISSIONING, chapter=4),),
        verification=Verification.MEMORY,
        silence=INDETERMINATE,
        key=f"ch4.reviewer.{'communicate' if part == 'communication' else part}",
        title=title,
        asks=asks,
        do="Put this among the criteria by which reviewers are chosen, and record where they stand.",
        **stated(Topic.REVIEWER, {part: words}),
    )


REQUIREMENTS = (
    Requirement(
        who=_PARTNERS,
        key="ch4.reviewer.remove",
        title="Power to remove a reviewer",
        level=Level.MAY,
        asks="The partners may remove a reviewer whom they appointed at any time before the report is published.",
        heading=COMMISSIONING,
        citations=(regulation(REVIEW_REGULATIONS, "13"),),
        verification=Verification.READ,
        read_at=("R13",),
        do="Keep the power in the reviewer's terms of appointment, and record what they say of it.",
        silence=NOT_APPLICABLE,
        **power(Topic.REVIEWER, "removal", "removing a reviewer", by_person=True),
    ),
    _criterion(
        "knowledge",
        "the reviewer's professional knowledge and practice",
        "The reviewer's knowledge and practice are considered",
        "In choosing a reviewer the partners consider professional knowledge, understanding and practice, and the "
        "ability to engage practitioners, children and families.",
    ),
    _criterion(
        "research",
        "the reviewer's knowledge of research",
        "The reviewer's knowledge of research is considered",
        "In choosing a reviewer the partners consider knowledge and understanding of research that bears on "
        "children's safeguarding.",
    ),
    _criterion(
        "complexity",
        "whether the reviewer sees the complex circumstances of practice",
        "The reviewer's eye for complexity is considered",
        "In choosing a reviewer the partners consider the ability to recognise the complex circumstances in which "
        "practitioners work together.",
    ),
    _criterion(
        "no-hindsight",
        "whether the reviewer sees practice as it was at the time",
        "The reviewer's view without hindsight is considered",
        "In choosing a reviewer the partners consider the ability to see practice from the viewpoint of those involved "
        "at the time, rather than with hindsight.",
    ),
    _criterion(
        "communication",
        "whether the reviewer can communicate findings",
        "The reviewer's ability to communicate is considered",
        "In choosing a reviewer the partners consider the ability to communicate findings well.",
    ),
)
