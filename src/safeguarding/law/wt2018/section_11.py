"""Chapter 2, section 11: what organisations and agencies have in place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from safeguarding.law import remedies
from safeguarding.law.asking import Ask
from safeguarding.law.drafting import Draft
from safeguarding.law.instruments import DUTY_TO_SAFEGUARD, Verification, guidance, section
from safeguarding.law.named import about, every, in_document
from safeguarding.law.outcomes import Answer, Missing, Part, from_truth
from safeguarding.law.requirement import Checked, Level, Requirement
from safeguarding.law.said import said
from safeguarding.law.settling import Names, Say, paper, partners, said_of_each, settled
from safeguarding.law.stated import (
    INDETERMINATE,
    MET,
    NOT_DUE,
    NOT_MET,
    PARTLY_MET,
    laid_out,
    stated,
)
from safeguarding.law.wt2018.post_holders import held, of_each_partner
from safeguarding.law.wt2018.regard import regard
from safeguarding.model import Office, Partner, Topic

HEADING = "Section 11 of the Children Act 2004"
_TOPIC = Topic.SECTION_11
_AUDIT = "a programme of section 11 audits"


def _programme(ask: Ask) -> Answer:
    """Look for a programme of audits: that there is one, how often it comes round, and which partners it covers."""
    parts = [
        said(ask, _TOPIC, "programme", _AUDIT, in_document(ask, at_least=False)),
        said(ask, _TOPIC, "programme", "how often it comes round", every(ask)),
    ]
    return ask.whole(parts + of_each_partner(ask, lambda partner: _covers(ask, partner), lambda: _anybody(ask)))


def _covers(ask: Ask, partner: Partner) -> Part:
    """Look whether the audits cover a partner: named, where the bodies that they cover are."""
    subject = f"it covers {ask.situation.name(partner.agency)}"
    return said(ask, _TOPIC, "programme", subject, about(ask, partner, nobody=None, otherwise=from_truth(False)))


def _anybody(ask: Ask) -> Part:
    """Make the part for a programme of which no partner is known that it could cover."""
    missing = (Missing(path="partner", need="the safeguarding partners, and which of them the audits cover"),)
    return ask.part("the bodies it covers", None, "no partner is named that it could cover", missing=missing)


def _audited(draft: Draft) -> Iterator[Say]:
    """Draft the programme: how often it comes round, and that it covers every partner."""
    there = draft.ask.situation.partners
    covered = [f"it covers {draft.ask.situation.name(partner.agency)}" for partner in there]
    subjects = (_AUDIT, "how often it comes round", *covered, "the bodies it covers")
    often = "how often section 11 audits come round"
    yield Say(topic=_TOPIC, part="programme", subjects=subjects, who=partners(), how_often=often)


def _senior_lead(ask: Ask) -> Answer:
    return _each_holds(ask, "board-level lead", frozenset({Office.BOARD_LEVEL_LEAD}), "senior-lead")


def _designated(ask: Ask) -> Answer:
    return _each_holds(ask, "designated practitioner", DESIGNATED, "designated-practitioner")


DESIGNATED = frozenset({Office.DESIGNATED_PROFESSIONAL, Office.DESIGNATED_DOCTOR, Office.DESIGNATED_NURSE})


def _each_holds(ask: Ask, words: str, offices: frozenset[Office], part: str) -> Answer:
    """Look for a post of each partner that holds an office."""
    return ask.whole(
        of_each_partner(
            ask,
            lambda partner: held(ask, partner, words, offices, (_TOPIC, part)),
            lambda: said(ask, _TOPIC, part, words),
        )
    )


def named(topic: Topic, part: str, words: str) -> dict[str, Any]:
    """Make the check of a requirement that a document is named in which a thing stands.

    Args:
        topic: the topic.
        part: the part of the topic.
        words: the document, in words.

    Returns:
        the arguments ``check``, ``settle``, ``checked`` and ``reaches`` of the requirement.
    """

    def check(ask: Ask) -> Answer:
        return ask.whole([said(ask, topic, part, words, in_document(ask))])

    reaches = frozenset({MET, NOT_MET, NOT_DUE, INDETERMINATE})
    settle = settled(Say(topic=topic, part=part, subjects=(words,), uses=_paper(part, words)))
    return {"check": check, "settle": settle, "checked": Checked.DOCUMENTS, "reaches": reaches}


def _paper(part: str, words: str) -> Names:
    """Make what names the document: its kind as its name in words says."""
    kind = next((kind for kind in ("procedure", "agreement") if kind in words), "policy")
    return paper(f"{part}-{kind}", kind, words)


READ = Verification.READ
ARRANGED = ("ch3.partners.arrange",)
"""Without arrangements nothing is before a person who is to judge."""
EACH = frozenset({MET, PARTLY_MET, NOT_MET, NOT_DUE, INDETERMINATE})
_DUTY: Any = {"level": Level.MUST, "who": "bodies under section 11", "heading": HEADING, "silence": INDETERMINATE}
_SHOULD: Any = {
    "level": Level.SHOULD,
    "heading": HEADING,
    "citations": (guidance(HEADING, chapter=2),),
    "silence": INDETERMINATE,
}
_BODIES: Any = {**_SHOULD, "who": "bodies under section 11"}

REQUIREMENTS: tuple[Requirement, ...] = (
    Requirement(
        key="ch2.s11.duty",
        title="Functions with regard to children's welfare",
        asks=(
            "Each body under section 11 arranges for its functions to be discharged having regard to the need to "
            "safeguard and promote the welfare of children."
        ),
        citations=(section(DUTY_TO_SAFEGUARD, "11", "(2)(a)"),),
        verification=READ,
        read_at=("S11",),
        checked=Checked.DOCUMENTS,
        reaches=EACH,
        do="Name the programme of section 11 audits, how often it comes round, and the bodies that it covers.",
        check=_programme,
        settle=settled(_audited),
        **_DUTY,
    ),
    Requirement(
        key="ch2.s11.contracted",
        title="The same for services provided on their behalf",
        asks="The same holds for services that another person provides on behalf of such a body.",
        citations=(section(DUTY_TO_SAFEGUARD, "11", "(2)(b)"),),
        verification=READ,
        read_at=("S11",),
        do="Record the clause of contracts, or the question of the audit, that asks this of providers.",
        **stated(_TOPIC, {"contracted": "services provided on their behalf"}, by_person=True),
        **_DUTY,
    ),
    Requirement(
        key="ch2.s11.regard",
        title="Regard to the guidance on section 11",
        asks="Each body under section 11 has regard to the guidance of the Secretary of State.",
        citations=(section(DUTY_TO_SAFEGUARD, "11", "(4)"),),
        verification=READ,
        read_at=("S11",),
        checked=Checked.DOCUMENTS,
        reaches=frozenset({MET, NOT_MET, INDETERMINATE}),
        do="Record the guidance in force that the arrangements name, under publication.guidance.",
        check=regard,
        settle=remedies.guidance,
        **_DUTY,
    ),
    Requirement(
        key="ch2.s11.accountability",
        title="A line of accountability in each body",
        asks="Each body has a clear line of accountability for commissioning or providing its services.",
        verification=READ,
        read_at=("DARL", "CPORG"),
        do="Record where audits or self-assessments show the line of accountability.",
        **stated(_TOPIC, {"accountability": "a clear line of accountability"}, by_person=True),
        **_BODIES,
    ),
    Requirement(
        key="ch2.s11.senior-lead",
        title="A board-level lead in each body",
        asks="Each body has a senior lead at board level, with the knowledge and skills to lead on safeguarding.",
        verification=READ,
        read_at=("CPORG", "DARL"),
        checked=Checked.DOCUMENTS,
        reaches=EACH,
        do="Name the post in each body that leads on safeguarding at board level.",
        check=_senior_lead,
        settle=settled(said_of_each(_TOPIC, "senior-lead", "board-level lead")),
        **_BODIES,
    ),
    Requirement(
        key="ch2.s11.listening",
        title="A culture of listening to children",
        asks="Each body has a culture of listening to children, in single decisions and in developing its services.",
        verification=READ,
        read_at=("SURREY23",),
        do="Have a person judge whether audits show that children are listened to.",
        premises=ARRANGED,
        **laid_out(_TOPIC, Topic.VOICE, only=("programme", "listening", "children", "families")),
        **_BODIES,
    ),
    Requirement(
        key="ch2.s11.whistleblowing",
        title="Whistleblowing procedures",
        asks="Each body has clear whistleblowing procedures, part of its training and its codes of conduct.",
        verification=READ,
        read_at=("DARL",),
        do="Name the whistleblowing procedure, as a document in the register.",
        **named(Topic.RA_ROUTES, "whistleblowing", "a whistleblowing procedure"),
        **_BODIES,
    ),
    Requirement(
        key="ch2.s11.escalation",
        title="An escalation policy",
        asks="Each body has a clear policy for escalating concerns that are not addressed, within it or by others.",
        verification=READ,
        read_at=("DARL",),
        do="Name the escalation policy, as a document in the register.",
        **named(Topic.RA_ROUTES, "escalation", "an escalation policy"),
        **_BODIES,
    ),
    Requirement(
        key="ch2.s11.info-sharing",
        title="Processes for sharing information",
        asks="Each body has clear processes for sharing information with practitioners and safeguarding partners.",
        verification=READ,
        read_at=("DARL",),
        do="Name the agreement on sharing information, as a document in the register.",
        **named(_TOPIC, "information-sharing", "an information sharing agreement"),
        **_BODIES,
    ),
    Requirement(
        key="ch2.s11.designated-practitioner",
        title="A designated practitioner in each body",
        asks=(
            "Each body has a designated practitioner for child safeguarding (in health, designated and named "
            "practitioners), whose role is in the job description, with time, funding, supervision and support."
        ),
        verification=READ,
        read_at=("DARL",),
        checked=Checked.DOCUMENTS,
        reaches=EACH,
        do="Name the post in each body that is its designated practitioner.",
        check=_designated,
        settle=settled(said_of_each(_TOPIC, "designated-practitioner", "designated practitioner")),
        **_BODIES,
    ),
    Requirement(
        key="ch2.s11.safe-recruitment",
        title="Safe recruitment and working practices",
        asks=(
            "Each body recruits safely and keeps to safe working practices, with a policy on when criminal records "
            "are checked."
        ),
        verification=READ,
        read_at=("DARL",),
        do="Name the policy on safe recruitment, as a document in the register.",
        **named(_TOPIC, "safe-recruitment", "a policy on safe recruitment"),
        **_BODIES,
    ),
    Requirement(
        key="ch2.s11.supervision-training",
        title="Supervision, support and training of staff",
        asks="Each body gives its staff appropriate supervision and support, safeguarding training among it.",
        verification=READ,
        read_at=("DARL",),
        do="Record where audits show supervision and support, and safeguarding training.",
        **stated(
            _TOPIC,
            {"supervision": "supervision and support", "training": "safeguarding training"},
            by_person=True,
        ),
        **_BODIES,
    ),
    Requirement(
        key="ch2.s11.safety-culture",
        title="A culture of safety, equality and protection",
        asks="Each body has a culture of safety, equality and protection in the services that it provides.",
        verification=Verification.MEMORY,
        do="Have a person judge whether audits show such a culture.",
        premises=ARRANGED,
        **laid_out(_TOPIC, only=("programme", "safety-culture")),
        **_BODIES,
    ),
    Requirement(
        key="ch2.s11.staff-competence",
        title="Staff are competent and can raise concerns",
        who="employers",
        asks="Staff are competent, able to raise concerns, and feel supported.",
        verification=READ,
        read_at=("SUSSEX92",),
        do="Have a person judge whether audits show that staff are competent and supported.",
        premises=ARRANGED,
        **laid_out(_TOPIC, only=("programme", "staff-competence")),
        **_SHOULD,
    ),
    Requirement(
        key="ch2.s11.induction",
        title="Induction in child protection",
        who="employers",
        asks="Staff have a mandatory induction that covers their responsibilities and procedures in child protection.",
        verification=READ,
        read_at=("SUSSEX92", "NORF82"),
        do="Record where it is said what induction covers.",
        **stated(_TOPIC, {"induction": "induction in child protection"}, by_person=True),
        **_SHOULD,
    ),
    Requirement(
        key="ch2.s11.practice-review",
        title="Practitioners review their own practice",
        who="practitioners",
        asks="Practitioners regularly review their own practice.",
        verification=READ,
        read_at=("SUSSEX92",),
        do="Have a person judge whether audits show that practitioners review their practice.",
        premises=ARRANGED,
        **laid_out(_TOPIC, only=("programme", "practice-review")),
        **_SHOULD,
    ),
)
"""Each standard binds each body; what the arrangements show of it is looked at for the partners (decision 0017)."""
