"""Chapter 1, information sharing: the arrangements that every organisation has for it."""

from __future__ import annotations

from safeguarding.law.asking import Ask
from safeguarding.law.instruments import Verification, guidance
from safeguarding.law.outcomes import Answer
from safeguarding.law.requirement import Checked, Level, Requirement
from safeguarding.law.said import on_topic
from safeguarding.law.settling import Say, paper, partners, settled
from safeguarding.law.stated import INDETERMINATE, MET, NOT_DUE, NOT_MET, PARTLY_MET
from safeguarding.law.wt2018.procedures import paper_named, party, somebody_named
from safeguarding.model import Topic

HEADING = "Information sharing"
TOPIC = Topic.SHARING_INFORMATION

_PARTS = {"within": "sharing information within an organisation", "with-others": "sharing it with others involved"}


def _arrangements(ask: Ask) -> Answer:
    """Look for what is said, for the agreement with which it is done, and for those who are party to it."""
    parts = on_topic(ask, TOPIC, _PARTS)
    parts.append(paper_named(ask, TOPIC, "with-others", "the agreement"))
    parts.append(somebody_named(ask, TOPIC, "with-others", "a party to it", party))
    return ask.whole(parts)


REQUIREMENTS = (
    Requirement(
        key="ch1.info.arrangements",
        title="Arrangements for sharing information",
        level=Level.SHOULD,
        who="all organisations",
        asks=(
            "Every organisation has arrangements with the processes and the principles for sharing information, within "
            "itself and with others who are involved with a child."
        ),
        heading=HEADING,
        citations=(guidance(HEADING, "July 2018 edition, p. 17; December 2020 edition, p. 18", chapter=1),),
        verification=Verification.CORROBORATED,
        read_at=("SGLOSINFO",),
        checked=Checked.DOCUMENTS,
        silence=INDETERMINATE,
        reaches=frozenset({MET, PARTLY_MET, NOT_MET, NOT_DUE, INDETERMINATE}),
        do="Say how information is shared within and between organisations; name the agreement, and its parties.",
        check=_arrangements,
        settle=settled(
            Say(topic=TOPIC, part="within", subjects=(_PARTS["within"],)),
            Say(
                topic=TOPIC,
                part="with-others",
                subjects=(_PARTS["with-others"], "the agreement", "a party to it"),
                who=partners(),
                uses=paper("information-sharing-agreement", "agreement", "an information sharing agreement"),
            ),
        ),
    ),
)
