"""Chapter 1, enquiries where a child may be suffering significant harm."""

from __future__ import annotations

from safeguarding.law.asking import Ask
from safeguarding.law.instruments import CHILDREN_ACT_1989, Citation, Verification, guidance
from safeguarding.law.outcomes import Answer
from safeguarding.law.requirement import Checked, Level, Requirement
from safeguarding.law.said import said
from safeguarding.law.settling import Say, paper, partners, settled
from safeguarding.law.stated import INDETERMINATE, MET, NEEDS_JUDGEMENT, NOT_DUE, NOT_MET, PARTLY_MET
from safeguarding.law.wt2018.procedures import of_kind, paper_named, said_or_among
from safeguarding.model import AgencyKind, PaperKind, Topic

HEADING = "Strategy discussion"

_PROCEDURES = frozenset({PaperKind.PROCEDURE, PaperKind.PROTOCOL, PaperKind.POLICY})

_LEAST = {
    "local-authority": ("the local authority takes part", of_kind(AgencyKind.LOCAL_AUTHORITY)),
    "police": ("the police take part", of_kind(AgencyKind.POLICE_FORCE)),
    "health": (
        "health takes part",
        of_kind(
            AgencyKind.CLINICAL_COMMISSIONING_GROUP,
            AgencyKind.INTEGRATED_CARE_BOARD,
            AgencyKind.NHS_TRUST,
            AgencyKind.NHS_FOUNDATION_TRUST,
        ),
    ),
}
"""Who at least takes part in a strategy discussion: by the part of the topic, in words, and by kind of agency."""


def _enquire(ask: Ask) -> Answer:
    return ask.whole(
        [
            said(ask, Topic.ENQUIRIES, "enquire", "that enquiries are made, and when"),
            paper_named(ask, Topic.ENQUIRIES, "enquire", "the procedure for enquiries", _PROCEDURES),
        ]
    )


def _discussion(ask: Ask) -> Answer:
    parts = [said(ask, Topic.STRATEGY_DISCUSSION, "held", "that a strategy discussion is held, and when")]
    for part, (words, fits) in _LEAST.items():
        parts.append(said_or_among(ask, Topic.STRATEGY_DISCUSSION, part, "held", words, fits))
    return ask.whole(parts)


REQUIREMENTS = (
    Requirement(
        key="ch1.s47.enquire",
        title="Enquiries where significant harm is suspected",
        level=Level.MUST,
        who="local authority",
        asks=(
            "The local authority makes enquiries where there is reasonable cause to suspect that a child in its area "
            "is suffering, or is likely to suffer, significant harm."
        ),
        heading="Initiating section 47 enquiries",
        citations=(Citation(instrument=CHILDREN_ACT_1989, provision="section 47(1)", address="section/47"),),
        verification=Verification.READ,
        read_at=("WT23",),
        checked=Checked.PRESENCE,
        silence=INDETERMINATE,
        reaches=frozenset({NEEDS_JUDGEMENT, PARTLY_MET, NOT_MET, NOT_DUE, INDETERMINATE}),
        do="Say when enquiries are made, and name the procedure for them in the register.",
        check=_enquire,
        settle=settled(
            Say(
                topic=Topic.ENQUIRIES,
                part="enquire",
                subjects=("that enquiries are made, and when", "the procedure for enquiries"),
                uses=paper("enquiries-procedure", "procedure", "the procedure for enquiries"),
            )
        ),
    ),
    Requirement(
        key="ch1.strategy-discussion",
        title="A strategy discussion with police and health",
        level=Level.SHOULD,
        who="local authority",
        asks=(
            "Where there is reasonable cause to suspect significant harm, the local authority convenes a strategy "
            "discussion, at least with the police and with health."
        ),
        heading=HEADING,
        citations=(guidance(HEADING, chapter=1),),
        verification=Verification.MEMORY,
        checked=Checked.DOCUMENTS,
        silence=INDETERMINATE,
        reaches=frozenset({MET, PARTLY_MET, NOT_MET, NOT_DUE, INDETERMINATE}),
        do="Say when a strategy discussion is held, and name the authority, the police and health as taking part.",
        check=_discussion,
        settle=settled(
            Say(
                topic=Topic.STRATEGY_DISCUSSION,
                part="held",
                subjects=(
                    "that a strategy discussion is held, and when",
                    *(words for words, _ in _LEAST.values()),
                ),
                who=partners(),
            )
        ),
    ),
)
