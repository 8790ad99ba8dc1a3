"""Chapter 1, local protocols for assessment: what they say, and that they are published."""

from __future__ import annotations

from typing import Any

from safeguarding.law.asking import Ask, once
from safeguarding.law.instruments import Verification, guidance
from safeguarding.law.outcomes import Answer, Missing, Part
from safeguarding.law.requirement import Checked, Level, Requirement
from safeguarding.law.said import said, the_best
from safeguarding.law.settling import Say, paper, partners, settled
from safeguarding.law.stated import INDETERMINATE, MET, NEEDS_JUDGEMENT, NOT_DUE, NOT_MET, PARTLY_MET, stated
from safeguarding.law.wt2018.procedures import of_kind, paper_named, papers_of, somebody_named
from safeguarding.model import AgencyKind, Document, PaperKind, Side, Statement, Topic
from safeguarding.unknown import agree, all_of, any_of

HEADING = "Local protocols for assessment"
TOPIC = Topic.ASSESSMENT_PROTOCOL

_PROTOCOL = frozenset({PaperKind.PROTOCOL})
_PUBLICATION = "its publication"

_GROUPS = {
    "young-carers": "young carers",
    "special-needs": "children with special educational needs or disabilities",
    "unborn": "unborn children",
    "in-hospital": "children in hospital",
    "communication-needs": "children with specific communication needs",
    "asylum": "children seeking asylum",
    "outside-family": "children exploited, or harmed outside the family",
    "youth-justice": "children in the youth justice system",
    "returning-home": "children returning home from care",
    "no-recourse": "children whose family has no recourse to public funds",
}


def _publish(ask: Ask) -> Answer:
    """Look for the protocol in the register, and for its publication: what is said of it, or the file that it is."""
    files = [_of_file(ask, statement) for statement in ask.situation.statements(TOPIC)]
    published = [*(part for part in files if part is not None), said(ask, TOPIC, "published", _PUBLICATION)]
    return ask.whole(
        [
            paper_named(ask, TOPIC, None, "the protocol", _PROTOCOL),
            the_best(_PUBLICATION, published),
        ]
    )


def _of_file(ask: Ask, statement: Statement) -> Part | None:
    """Look at the date and the address of the protocol that a statement names, if it is among the files."""
    readings = papers_of(ask, statement, _PROTOCOL)
    documents = [[file for name in names if (file := ask.situation.supplied(name))] for names in readings]
    registered = (ask.situation.entries[name] for names in readings for name in names)
    unread = bool({"uses", "by_reference"} & set(statement.unknown)) or any("supplied" in e.unknown for e in registered)
    if not any(documents) and not unread:
        return None
    truth = agree(any_of(_has_both(ask, file) for file in several) if several else None for several in documents)
    evidence = ask.evidence(statement)
    if truth and not unread:
        return ask.part(_PUBLICATION, True, "its file gives the date and the address", evidence=evidence)
    missing = (
        Missing(
            path="publication.published", need="the day on which the protocol was published, by the date asked about"
        ),
        Missing(path="publication.url", need="the address at which the protocol is published"),
    )
    message = "its file gives no date and address by which it is published on this date"
    return ask.part(_PUBLICATION, None, message, evidence=evidence, missing=missing)


def _has_both(ask: Ask, file: Document) -> bool | None:
    """Say whether a document is published by the date, at an address; that one is not given settles nothing."""
    dates, addresses = file.publication.values("published"), file.publication.values("url")
    when = agree((one is not None and one.not_after(ask.as_of)) or None for one in dates)
    return all_of([when, agree(True if one else None for one in addresses)])


def _consistent(ask: Ask) -> Answer:
    """Lay out what is said of the protocol, here and in its file, and the guidance under which that was written."""
    statements = ask.situation.statements(TOPIC)
    named = (name for one in statements for names in papers_of(ask, one, _PROTOCOL) for name in names)
    files = [file for name in dict.fromkeys(named) if (file := ask.situation.supplied(name))]
    within = [one for file in files for one in ask.situation.within(file).statements(TOPIC)]
    evidence = [item for one in (*statements, *within) for item in ask.evidence(one)]
    for file in files:
        evidence += ask.evidence(file.publication, "guidance") if file.publication.guidance else ()
    count = len(statements) + len(within)
    found = f"{count} {'statement bears' if count == 1 else 'statements bear'} on it"
    message = f"for a person to judge: {found if count else 'nothing in the documents bears on it'}"
    return ask.one(NEEDS_JUDGEMENT, message, evidence=once(evidence))


def _accountable(ask: Ask) -> Answer:
    authority = of_kind(AgencyKind.LOCAL_AUTHORITY)
    return ask.whole(
        [
            said(ask, TOPIC, "accountable", "accountability for the protocol"),
            somebody_named(ask, TOPIC, "accountable", "the local authority as accountable", authority, else_fails=True),
            said(ask, TOPIC, "understood", "how every organisation comes to understand it"),
        ]
    )


def _complaints(ask: Ask) -> Answer:
    return ask.whole(
        [
            said(ask, TOPIC, "complaints", "how an assessment is challenged"),
            paper_named(ask, TOPIC, "complaints", "the complaints procedure", _COMPLAINTS),
        ]
    )


_COMPLAINTS = frozenset({PaperKind.PROCEDURE, PaperKind.POLICY, PaperKind.PROTOCOL, PaperKind.OTHER})


def _row(**more: Any) -> Requirement:
    values: dict[str, Any] = {
        "who": "local authority",
        "verification": Verification.READ,
        "citations": (guidance(HEADING, "July 2018 edition, p. 23; December 2020 edition, p. 26", chapter=1),),
    }
    return Requirement(level=Level.SHOULD, heading=HEADING, silence=INDETERMINATE, **(values | more))


def _applied(*read_at: str) -> dict[str, Any]:
    """Give how a rule is known that only protocols made under other editions show."""
    return {"verification": Verification.CORROBORATED, "read_at": read_at, "citations": (guidance(HEADING, chapter=1),)}


_EACH = frozenset({MET, PARTLY_MET, NOT_MET, NOT_DUE, INDETERMINATE})

REQUIREMENTS = (
    _row(
        key="ch1.protocol.publish",
        title="A local protocol for assessment is published",
        who="local authority, with safeguarding partners",
        asks="The local authority, with its partners, develops and publishes a local protocol for assessment.",
        read_at=("PQ137389", "SGLOS", "KCSIE24", "FRGPBA"),
        checked=Checked.DOCUMENTS,
        reaches=_EACH,
        do="Name the protocol in the register, and say where and since when it is published, or give it as a file.",
        check=_publish,
        settle=settled(
            Say(
                topic=TOPIC,
                part="published",
                subjects=(_PUBLICATION, "the protocol"),
                uses=paper("assessment-protocol", "protocol", "the local protocol for assessment"),
            )
        ),
    ),
    _row(
        key="ch1.protocol.case-management",
        title="How cases are managed after a referral",
        asks="The protocol sets out how a case is managed once a child is referred to children's social care.",
        read_at=("PQ137389", "SGLOS"),
        do="State what the protocol says of managing a case after a referral, or point to it and give it as a file.",
        **stated(TOPIC, {"case-management": "how cases are managed after a referral"}),
    ),
    _row(
        key="ch1.protocol.consistent",
        title="The protocol is consistent with the guidance",
        asks="The protocol is consistent with the statutory guidance.",
        read_at=("SGLOS", "PQ137389"),
        do="Compare the protocol with the guidance in force, and say on which edition it relies.",
        checked=Checked.PERSON,
        reaches=frozenset({NEEDS_JUDGEMENT}),
        check=_consistent,
        settle=settled(),
        premises=("ch1.protocol.publish",),
    ),
    _row(
        key="ch1.protocol.accountable",
        title="Who answers for the protocol",
        who="local authority; all organisations",
        asks="The local authority is publicly accountable for the protocol, and every organisation understands it.",
        read_at=("SGLOS", "PQ137389"),
        checked=Checked.DOCUMENTS,
        reaches=_EACH,
        do="Say which post of the local authority answers for the protocol, and how other bodies get to know it.",
        check=_accountable,
        settle=settled(
            Say(
                topic=TOPIC,
                part="accountable",
                subjects=("accountability for the protocol", "the local authority as accountable"),
                who=partners(Side.LOCAL_AUTHORITY),
            ),
            Say(topic=TOPIC, part="understood", subjects=("how every organisation comes to understand it",)),
        ),
    ),
    _row(
        key="ch1.protocol.complaints",
        title="How an assessment is challenged",
        asks=(
            "A complaints procedure, for children and families who want to challenge an assessment, is published as "
            "part of the protocol."
        ),
        read_at=("PQ137389",),
        checked=Checked.DOCUMENTS,
        reaches=_EACH,
        do="Say how children and families challenge an assessment, and name the complaints procedure in the register.",
        check=_complaints,
        settle=settled(
            Say(
                topic=TOPIC,
                part="complaints",
                subjects=("how an assessment is challenged", "the complaints procedure"),
                uses=paper("complaints-procedure", "procedure", "the complaints procedure"),
            )
        ),
    ),
    _row(
        key="ch1.protocol.specialist",
        title="Statutory and other specialist assessments",
        asks=(
            "The protocol shows how statutory assessments inform, and are informed by, other specialist assessments, "
            "and how agencies contribute."
        ),
        do="Say how statutory and specialist assessments inform each other, and what agencies contribute to them.",
        **stated(
            TOPIC,
            {
                "specialist-assessments": "how specialist assessments are brought in",
                "agency-contributions": "how agencies contribute",
            },
            by_person=True,
        ),
        **_applied("SOLIHULLLPA", "WARWICK15"),
    ),
    _row(
        key="ch1.protocol.groups",
        title="Particular groups of children",
        asks=(
            "The protocol reflects the needs of particular groups, among them young carers, disabled and unborn "
            "children, children in hospital, and children exploited or seeking asylum."
        ),
        verification=Verification.CORROBORATED,
        citations=(guidance(HEADING, chapter=1),),
        read_at=("YORKLPA", "SOLIHULLLPA"),
        do="State what the protocol says of each of the groups, or point to it and give it as a file.",
        **stated(TOPIC, _GROUPS),
    ),
    _row(
        key="ch1.protocol.timeliness",
        title="Timeliness, review points, informing families",
        asks=(
            "The protocol says how assessments are kept timely, at what points they are reviewed, and how families are "
            "informed."
        ),
        do="State how assessments are kept timely, when they are reviewed, and how families are informed.",
        **stated(
            TOPIC,
            {
                "timeliness": "how assessments are kept timely",
                "review-points": "points of review",
                "information-to-families": "informing children and families",
            },
            by_person=True,
        ),
        **_applied("SOLIHULLLPA"),
    ),
)
