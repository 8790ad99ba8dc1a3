"""Chapter 3, information requests."""

from __future__ import annotations

from typing import Any

from attrs import evolve

from safeguarding.law.asking import Ask
from safeguarding.law.instruments import Verification, act, guidance
from safeguarding.law.outcomes import Answer, Outcome, Part, Possible
from safeguarding.law.requirement import Checked, Level, Requirement
from safeguarding.law.said import said
from safeguarding.law.settling import Say, settled
from safeguarding.law.stated import INDETERMINATE, NEEDS_JUDGEMENT, NOT_APPLICABLE, NOT_DUE, NOT_MET, stated
from safeguarding.model import Topic

HEADING = "Information requests"
_TOPIC = Topic.INFORMATION_REQUESTS


def _power(ask: Ask) -> Answer:
    """Look for a process by which requests are made; a power that is not used, or not yet, does not fail."""
    return ask.whole([_unused(said(ask, _TOPIC, "process", "a process for requests"))])


def _unused(part: Part) -> Part:
    possible: Possible = frozenset(_OF_A_POWER.get(outcome, outcome) for outcome in part.possible)
    missing = () if possible == {NOT_APPLICABLE} else part.missing
    return part if possible == part.possible else evolve(part, possible=possible, missing=missing, due=None)


_OF_A_POWER: dict[Outcome, Outcome] = {NOT_MET: NOT_APPLICABLE, NOT_DUE: NOT_APPLICABLE}

READ = Verification.READ
_ASKED: Any = {"heading": HEADING, "premises": ("ch3.partners.arrange",)}

REQUIREMENTS: tuple[Requirement, ...] = (
    Requirement(
        key="ch3.info.power",
        title="The power to ask for information",
        level=Level.MAY,
        who="any safeguarding partner",
        asks=(
            "A partner may require a person or body to give specified information to a partner, a relevant agency, "
            "a reviewer or another, so that functions under sections 16E and 16F can be exercised."
        ),
        citations=(act("16H", "(1)"), guidance(HEADING)),
        verification=READ,
        read_at=("S16H",),
        checked=Checked.PRESENCE,
        silence=NOT_APPLICABLE,
        reaches=frozenset({NEEDS_JUDGEMENT, NOT_APPLICABLE, INDETERMINATE}),
        do="Describe how a request is made, by whom, and how it is answered.",
        check=_power,
        settle=settled(Say(topic=_TOPIC, part="process", subjects=("a process for requests",))),
        **_ASKED,
    ),
    Requirement(
        key="ch3.info.comply",
        title="Who is asked complies",
        level=Level.MUST,
        who="person or body asked",
        asks="The person or body that is asked for information complies with the request.",
        citations=(act("16H", "(2)"),),
        verification=READ,
        read_at=("S16H", "KCSIE24"),
        silence=INDETERMINATE,
        do="Record where agencies are told that they have to comply with a request.",
        **stated(_TOPIC, {"comply": "the duty to comply with a request"}, by_person=True),
        **_ASKED,
    ),
    Requirement(
        key="ch3.info.enforce",
        title="A request can be enforced in court",
        level=Level.MAY,
        who="safeguarding partner that asked",
        asks="The partner that asked may apply to the High Court or the county court for an injunction.",
        heading=HEADING,
        citations=(act("16H", "(3)"),),
        verification=READ,
        read_at=("S16H",),
        checked=Checked.NOT_TESTED,
        silence=NOT_APPLICABLE,
        do="Where a request is not answered, take legal advice on enforcing it.",
    ),
    Requirement(
        key="ch3.info.purpose",
        title="Information is used only for its purpose",
        level=Level.MUST,
        who="recipient",
        asks="Who receives information on a request uses it only for the purpose of the request.",
        citations=(act("16H", "(4)"),),
        verification=READ,
        read_at=("S16H",),
        silence=INDETERMINATE,
        do="Record where the limit of purpose stands, such as in an information sharing agreement.",
        **stated(_TOPIC, {"purpose": "the limit of purpose"}, by_person=True),
        **_ASKED,
    ),
    Requirement(
        key="ch3.info.law",
        title="The law on information is known",
        level=Level.SHOULD,
        who="safeguarding partners",
        asks=(
            "The partners know their own duties under the law on information, and have regard to the Information "
            "Commissioner's guidance, when they ask and when they answer."
        ),
        citations=(guidance(HEADING),),
        verification=Verification.MEMORY,
        silence=INDETERMINATE,
        do="Record where the basis in data protection law is cited.",
        **stated(_TOPIC, {"law": "the basis in data protection law"}, by_person=True),
        **_ASKED,
    ),
)
