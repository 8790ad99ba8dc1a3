"""Chapter 2, people in positions of trust: allegations against them, and who oversees how they are dealt with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from safeguarding.dates import TimeLimit, Unit
from safeguarding.law.asking import Ask
from safeguarding.law.casework import by_runs
from safeguarding.law.clocks import Clock, Run
from safeguarding.law.drafting import Draft
from safeguarding.law.instruments import VULNERABLE_GROUPS, Verification, guidance, section
from safeguarding.law.intervals import from_either
from safeguarding.law.named import in_document
from safeguarding.law.outcomes import Answer
from safeguarding.law.requirement import Checked, Level, Requirement
from safeguarding.law.said import said
from safeguarding.law.settling import Say, Show, paper, post, settled
from safeguarding.law.stated import INDETERMINATE, MET, NOT_DUE, NOT_MET, PARTLY_MET, stated
from safeguarding.law.steps import step
from safeguarding.law.wt2018.post_holders import held, of_each_partner
from safeguarding.law.wt2018.section_11 import named
from safeguarding.model import CaseKind, Happening, Office, Side, Topic

HEADING = "People in positions of trust"

_KNOWN = step("the allegation's coming to notice", Happening.ALLEGATION_KNOWN)
_INFORMED = step("the information to the designated officer", Happening.DESIGNATED_OFFICER_INFORMED)

_TOLD = Clock(limit=TimeLimit.within(1, Unit.WORKING_DAYS, "ch2.lado.1wd"), start=_KNOWN, stop=_INFORMED)


def _allegations(ask: Ask) -> Iterator[Run]:
    """Run the working day in which the designated officer is told of each allegation."""
    for case in ask.situation.caseload.of(CaseKind.ALLEGATION):
        yield from from_either(ask, case, _TOLD)


def _policy(ask: Ask) -> Answer:
    """Look for a named procedure on allegations, and for what it keeps apart."""
    return ask.whole([
        said(ask, _TOPIC, "policy", "a procedure for allegations", in_document(ask)),
        said(ask, _TOPIC, "distinction", _DISTINCTION),
    ])  # fmt: skip


def _designated(ask: Ask) -> Answer:
    """Look for the officer or the team of each local authority."""
    words, offices, stated = "designated officer", frozenset({Office.DESIGNATED_OFFICER}), (_TOPIC, "officer")
    return ask.whole(
        of_each_partner(
            ask,
            lambda partner: held(ask, partner, words, offices, stated, agencies=False),
            lambda: said(ask, *stated, words),
            Side.LOCAL_AUTHORITY,
        )
    )


_TOPIC = Topic.ALLEGATIONS
_DISTINCTION = "allegation, concern about quality and complaint are told apart"


def _officers(draft: Draft) -> Iterator[Say | Show]:
    """Draft the post of each local authority; where none is named, a statement on the officer."""
    there = [partner for partner in draft.ask.situation.partners if partner.side is Side.LOCAL_AUTHORITY]
    for partner in there:
        name = draft.ask.situation.name(partner.agency)
        yield post(
            partner.agency,
            "designated-officer",
            Office.DESIGNATED_OFFICER,
            f"the post of the designated officer of {name}",
            f"designated officer: {name}",
        )
    if not there:
        yield Say(topic=_TOPIC, part="officer", subjects=("designated officer",))


READ = Verification.READ
EACH = frozenset({MET, PARTLY_MET, NOT_MET, NOT_DUE, INDETERMINATE})
_SHOULD: Any = {
    "level": Level.SHOULD,
    "heading": HEADING,
    "citations": (guidance(HEADING, chapter=2),),
    "silence": INDETERMINATE,
}
_AUTHORITIES: Any = {**_SHOULD, "who": "county and unitary authorities"}

REQUIREMENTS = (
    Requirement(
        key="ch2.pot.policy",
        title="A policy on allegations",
        who="organisations working with children",
        asks=(
            "Organisations have clear policies on allegations against people who work with children, volunteers "
            "included, which tell an allegation from a concern about quality and from a complaint."
        ),
        verification=READ,
        read_at=("SSSCPD", "BRISTOLLADO"),
        checked=Checked.DOCUMENTS,
        reaches=EACH,
        do="Name the allegations procedure, as a document in the register, and what it tells apart.",
        check=_policy,
        settle=settled(
            Say(
                topic=_TOPIC,
                part="policy",
                subjects=("a procedure for allegations",),
                uses=paper("allegations-procedure", "procedure", "the procedure for allegations"),
            ),
            Say(topic=_TOPIC, part="distinction", subjects=(_DISTINCTION,)),
        ),
        **_SHOULD,
    ),
    Requirement(
        key="ch2.pot.coordinate",
        title="Allegations are not dealt with in isolation",
        asks=(
            "An allegation is not dealt with in isolation: what is done for the welfare of children is done without "
            "delay, and is co-ordinated."
        ),
        verification=Verification.CORROBORATED,
        read_at=("LIMITLESS",),
        do="Record how the procedure on allegations is linked to child protection procedures.",
        **stated(
            _TOPIC,
            {"welfare-action": "action for children without delay", "co-ordination": "co-ordination with others"},
            by_person=True,
        ),
        **_AUTHORITIES,
    ),
    Requirement(
        key="ch2.lado.designate",
        title="A designated officer or team",
        asks="Each authority designates an officer, or a team, to manage and oversee allegations.",
        verification=READ,
        read_at=("NATLADO", "KENTLADO"),
        checked=Checked.DOCUMENTS,
        reaches=EACH,
        do="Name the post of designated officer, or the team, of each local authority.",
        check=_designated,
        settle=settled(_officers),
        **_AUTHORITIES,
    ),
    Requirement(
        key="ch2.lado.qualified",
        title="The designated officer is qualified",
        asks=(
            "The officer is sufficiently qualified and experienced; one newly appointed is a qualified social worker, "
            "unless moving between such posts."
        ),
        verification=READ,
        read_at=("LIMITLESS",),
        do="Record what is said of the officer's qualification and experience, and of new appointments.",
        **stated(
            _TOPIC,
            {"experience": "qualified and experienced", "social-worker": "new officers are social workers"},
        ),
        **_AUTHORITIES,
    ),
    Requirement(
        key="ch2.lado.advice",
        title="Advice, liaison and monitoring",
        asks=(
            "Employers and voluntary bodies can have advice, there is liaison with the police and others, and cases "
            "are monitored so that they are dealt with quickly and fairly."
        ),
        verification=READ,
        read_at=("SEFTON152",),
        do="Record where advice is to be had, with whom there is liaison, and how cases are monitored.",
        **stated(
            _TOPIC,
            {"advice": "advice to employers", "liaison": "liaison with others", "monitoring": "monitoring of cases"},
            by_person=True,
        ),
        **_AUTHORITIES,
    ),
    Requirement(
        key="ch2.lado.1wd",
        title="The designated officer is told within a working day",
        level=Level.SHOULD,
        who="employers and police",
        asks=(
            "The designated officer of the local authority is informed within one working day of an allegation's "
            "coming to an employer's notice, or of its being made to the police."
        ),
        heading=HEADING,
        citations=(guidance(HEADING, chapter=2),),
        verification=Verification.READ,
        read_at=("BRISTOLLADO", "STAFFSLADO"),
        silence=INDETERMINATE,
        do="Record when the allegation came to notice and when the designated officer was told; tell at once if due.",
        **by_runs(CaseKind.ALLEGATION, _allegations),
    ),
    Requirement(
        key="ch2.dbs.referral",
        title="Referral to the Disclosure and Barring Service",
        level=Level.MUST,
        who="organisations removing a person from regulated activity",
        asks=(
            "An organisation that removes a person from regulated activity refers that person to the Disclosure and "
            "Barring Service where the law asks for it."
        ),
        heading=HEADING,
        citations=(section(VULNERABLE_GROUPS, "35"), guidance(HEADING, chapter=2)),
        verification=READ,
        read_at=("SEFTON155", "NSPCCDBS"),
        silence=INDETERMINATE,
        do="Name the procedure that says when a referral has to be made, as a document in the register.",
        **named(_TOPIC, "barring-referral", "a procedure that states the duty to refer"),
    ),
)
