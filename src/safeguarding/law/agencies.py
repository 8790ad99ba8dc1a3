"""The rules that use the Schedule of relevant agencies: who can be one, and what follows for it."""

from __future__ import annotations

from typing import Any

from safeguarding.law.instruments import REVIEW_REGULATIONS, Verification, act, regulation
from safeguarding.law.requirement import Checked, Level, Requirement
from safeguarding.law.stated import INDETERMINATE, NOT_APPLICABLE, stated
from safeguarding.law.wt2018.funding import REQUIREMENTS as FUNDING
from safeguarding.law.wt2018.relevant_agencies import REQUIREMENTS as RELEVANT_AGENCIES
from safeguarding.model import Topic

HEADING = "The Schedule of relevant agencies"
_SAME = {item.key: item for item in (*RELEVANT_AGENCIES, *FUNDING)}


def _restating(key: str) -> dict[str, Any]:
    """Ask the same as a requirement of chapter 3, by the same check."""
    other = _SAME[key]
    return {
        "checked": other.checked,
        "silence": other.silence,
        "reaches": other.reaches,
        "do": other.do,
        "check": other.check,
        "premises": other.premises,
        "restates": other.key,
        "settle": other.settle,
    }


_READ: Any = {"heading": HEADING, "verification": Verification.READ}
_NOT_TESTED: Any = {**_READ, "checked": Checked.NOT_TESTED}

REQUIREMENTS: tuple[Requirement, ...] = (
    Requirement(
        key="ra.rule.two-limbs",
        title="Named, and at work with children in the area",
        level=Level.DEFINITION,
        who="-",
        asks=(
            "A body is a relevant agency only if the Schedule names its kind and it also exercises functions in the "
            "area in relation to children."
        ),
        citations=(act("16E", "(3)"),),
        read_at=("S16E",),
        silence=NOT_APPLICABLE,
        do="Say of each agency which paragraph of the Schedule it falls under, and what it does with children here.",
        **_NOT_TESTED,
    ),
    Requirement(
        key="ra.rule.england",
        title="Only for what is done in England",
        level=Level.DEFINITION,
        who="-",
        asks="An agency of the Schedule is a relevant agency only to the extent that its activities are in England.",
        citations=(regulation(REVIEW_REGULATIONS, "18"),),
        read_at=("R18",),
        silence=NOT_APPLICABLE,
        do="Bear in mind, of an agency that also works outside England, that the duty is for its work in England.",
        **_NOT_TESTED,
    ),
    Requirement(
        key="ra.rule.chosen",
        title="An agency takes part where it is chosen",
        level=Level.MUST,
        who="safeguarding partners",
        asks=(
            "The arrangements are for the partners and for those relevant agencies that they consider appropriate: to "
            "be in the Schedule does not by itself make a body part of them."
        ),
        citations=(act("16E", "(1)(b)"),),
        read_at=("S16E",),
        **_READ,
        **_restating("ch3.ra.choose"),
    ),
    Requirement(
        key="ra.rule.act",
        title="Relevant agencies act as arranged",
        level=Level.MUST,
        who="relevant agencies for the area",
        asks="A relevant agency for the area acts in accordance with the arrangements.",
        citations=(act("16G", "(4)"),),
        read_at=("S16G",),
        **_READ,
        **_restating("ch3.ra.act"),
    ),
    Requirement(
        key="ra.rule.regard",
        title="Relevant agencies have regard to guidance",
        level=Level.MUST,
        who="relevant agencies",
        asks="A relevant agency has regard to the guidance that the Secretary of State gives.",
        citations=(act("16K", "(1)"),),
        read_at=("S16K",),
        silence=INDETERMINATE,
        do="Point relevant agencies to the guidance in force; their regard to it shows in what they do.",
        **_NOT_TESTED,
    ),
    Requirement(
        key="ra.rule.enforcement",
        title="Enforcement against a relevant agency",
        level=Level.MAY,
        who="Secretary of State",
        asks=(
            "The Secretary of State may make regulations to enforce the duty to act as arranged against an agency "
            "where there is no other means, and not by a criminal offence; the regulations of 2018 have none."
        ),
        citations=(act("16G", "(5)-(6)"),),
        read_at=("S16G", "SI789"),
        silence=NOT_APPLICABLE,
        do="Resolve a disagreement with an agency by the arrangements' own route: no regulations enforce the duty.",
        **_NOT_TESTED,
    ),
    Requirement(
        key="ra.rule.pay",
        title="Relevant agencies may contribute payments",
        level=Level.MAY,
        who="relevant agencies",
        asks="A relevant agency may contribute payments towards the arrangements.",
        citations=(act("16I", "(4)"),),
        read_at=("S16I",),
        **_READ,
        **_restating("ch3.fund.ra-power"),
    ),
    Requirement(
        key="ra.rule.review-info",
        title="A request for information is complied with",
        level=Level.MUST,
        who="any person or body",
        asks=(
            "Whoever a safeguarding partner asks for information that helps with the arrangements or with a review "
            "complies with the request, be it a relevant agency or not."
        ),
        citations=(act("16H", "(1)-(2)"),),
        read_at=("S16H",),
        silence=INDETERMINATE,
        do="Record where relevant agencies and others are told that they must comply with a request for information.",
        premises=("ch3.partners.arrange",),
        **_READ,
        **stated(
            Topic.RA_DUTY,
            {"information": "the duty to comply with a request for information"},
            by_person=True,
        ),
    ),
)
