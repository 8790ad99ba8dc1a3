"""Chapter 4, local reviews: the method, who takes part, and supervision."""

from __future__ import annotations

from typing import Any

from safeguarding.law.asking import Ask
from safeguarding.law.instruments import REVIEW_REGULATIONS, Verification, act, guidance, regulation
from safeguarding.law.outcomes import Answer
from safeguarding.law.powers import power
from safeguarding.law.requirement import Checked, Level, Requirement
from safeguarding.law.settling import body_for, settled
from safeguarding.law.stated import INDETERMINATE, MET, NOT_APPLICABLE, NOT_DUE, NOT_MET, laid_out, stated
from safeguarding.law.wt2018.charged import group_for
from safeguarding.law.wt2018.local_reviews import HEADING
from safeguarding.law.wt2018.review_duties import REVIEW_GROUP
from safeguarding.model import Function, Topic


def _supervise(ask: Ask) -> Answer:
    need = "the group that supervises reviews: a body with practice-reviews in its remit, and to whom it reports"
    return ask.whole([group_for(ask, Function.REVIEWS, "a group that supervises reviews", need, answering=True)])


def _r(**more: Any) -> Requirement:
    values: dict[str, Any] = {"who": "safeguarding partners", "silence": INDETERMINATE} | more
    return Requirement(**values)


def _should(**more: Any) -> Requirement:
    """Make a requirement of the guidance: known from memory, where nothing corroborates it."""
    cited = (guidance(HEADING, chapter=4),)
    known = Verification.CORROBORATED if "read_at" in more else Verification.MEMORY
    return _r(level=Level.SHOULD, heading=HEADING, citations=cited, verification=known, **more)


REQUIREMENTS = (
    _should(
        key="ch4.method.agree",
        title="The method is agreed with the reviewer",
        asks=(
            "The partners agree with the reviewer by which method the review is held: it takes account of the guidance "
            "and of the principles of systems methods, analyses frontline practice and the organisation around it, and "
            "reflects the child's perspective and the family."
        ),
        read_at=("PORTSREV",),
        do="Record how the method of a review is agreed, and on which principles it rests.",
        **stated(Topic.REVIEW_METHOD, {"agreed": "how the method is agreed"}, by_person=True),
    ),
    _should(
        key="ch4.method.proportionate",
        title="Reviews are proportionate and explain why",
        asks=(
            "Reviews are proportionate to the case, focus on what can be learnt, and explain why things happened as "
            "they did."
        ),
        do="Lay the terms of reference of the review before a person.",
        premises=("ch3.partners.arrange",),
        **laid_out(Topic.REVIEW_METHOD),
    ),
    _should(
        key="ch4.method.practitioners",
        title="Practitioners take part without fear of blame",
        asks=(
            "Practitioners are fully involved, and invited to give their view without fear of blame for what they did "
            "in good faith."
        ),
        read_at=("LEEDSPLE",),
        do="Record how practitioners are involved in a review.",
        **stated(Topic.REVIEW_METHOD, {"practitioners": "how practitioners are involved"}, by_person=True),
    ),
    _should(
        key="ch4.method.families",
        title="Families are invited to take part",
        asks=(
            "Families, surviving children among them, are invited to contribute, understand how they will be involved, "
            "and know what they can expect."
        ),
        read_at=("BUCKSFAM", "South Tees 2019", "Lincolnshire 2019"),
        do="Record how families are invited, and how their expectations are managed.",
        **stated(Topic.REVIEW_METHOD, {"families": "how families are involved"}, by_person=True),
    ),
    _r(
        key="ch4.supervise",
        title="Reviews are supervised",
        level=Level.MUST,
        asks="The partners ensure that the reviewer makes satisfactory progress and that the report is good enough.",
        heading=HEADING,
        citations=(act("16F", "(3)(b)"),),
        verification=Verification.READ,
        read_at=("S16F",),
        checked=Checked.DOCUMENTS,
        reaches=frozenset({MET, NOT_MET, NOT_DUE, INDETERMINATE}),
        do="Name the group that supervises reviews, give it practice-reviews as remit, and say to whom it reports.",
        check=_supervise,
        settle=settled(body_for("a group that supervises reviews", Function.REVIEWS.value, "subgroup", REVIEW_GROUP)),
    ),
    _r(
        key="ch4.request-info",
        title="Power to ask the reviewer for information",
        level=Level.MAY,
        asks="The partners may ask the reviewer for information about the review, or for a draft of the report.",
        heading=HEADING,
        citations=(regulation(REVIEW_REGULATIONS, "14", "(2)"),),
        verification=Verification.READ,
        read_at=("R14",),
        do="Record by which process the partners ask the reviewer for information or for a draft.",
        silence=NOT_APPLICABLE,
        **power(Topic.REVIEWER, "requests", "asking the reviewer for information or a draft", by_person=True),
    ),
    _should(
        key="ch4.parallel",
        title="Working beside other investigations",
        who="safeguarding partners and the Panel",
        asks=(
            "There are clear processes for working with other investigations: criminal ones, those of coroners, "
            "domestic homicide and adults' reviews, and those under MAPPA."
        ),
        do="Record how a review is held where there are other investigations of the same case.",
        **stated(Topic.REVIEW_METHOD, {"other-investigations": "how it goes with other investigations"}),
    ),
)
