"""Chapter 3, leadership and delegation: lead representatives, and those they delegate to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from safeguarding.law.asking import Ask
from safeguarding.law.instruments import Verification, guidance
from safeguarding.law.outcomes import Answer, Missing, Part, under_each
from safeguarding.law.requirement import Checked, Level, Requirement
from safeguarding.law.stated import (
    INDETERMINATE,
    MET,
    NOT_APPLICABLE,
    NOT_MET,
    PARTLY_MET,
    laid_out,
    stated,
)
from safeguarding.model import Delegation, Lead, Office, Partner, Post, Power, Shown, Side, Topic
from safeguarding.unknown import agree

HEADING = "Leadership and delegation"
_OFFICES = {
    Side.LOCAL_AUTHORITY: frozenset({Office.CHIEF_EXECUTIVE}),
    Side.HEALTH: frozenset({Office.ACCOUNTABLE_OFFICER}),
    Side.POLICE: frozenset({Office.CHIEF_OFFICER_OF_POLICE}),
}
_SENIOR = frozenset({
    Office.CHIEF_EXECUTIVE,
    Office.ACCOUNTABLE_OFFICER,
    Office.CHIEF_OFFICER_OF_POLICE,
    Office.DIRECTOR_OF_CHILDRENS_SERVICES,
    Office.SENIOR_OFFICER,
})  # fmt: skip


def _representatives(ask: Ask) -> Answer:
    partners = ask.situation.of("partners")
    if not partners:
        need = "the partners, and for each its lead representative"
        topics = (Topic.PARTNERS, Topic.LEADS)
        return ask.whole([ask.silent(f"the {side.value} partner", topics, "lead", need) for side in Side])
    return ask.whole([_lead(ask, partner) for partner in partners] + ask.rest(Topic.PARTNERS, what="partners"))


def _lead(ask: Ask, partner: Partner) -> Part:
    name = ask.situation.name(partner.agency)
    leads: list[Lead] = [lead for lead in ask.situation.of("leads") if lead.partner == partner.agency]
    if not leads:
        return ask.silent(name, (Topic.LEADS,), "lead", f"the lead representative of {name}")
    found = [under_each([_office(ask, partner, lead, post) for post in lead.values("post")]) for lead in leads]
    return min(found, key=lambda part: (part.outcome is not MET, part.outcome is not INDETERMINATE))


def _office(ask: Ask, partner: Partner, lead: Lead, led_by: str) -> Part:
    """Look whether a lead representative holds the office that the guidance names."""
    name = ask.situation.name(partner.agency)
    post: Post = ask.situation.entries[led_by]
    evidence = ask.evidence(lead, says=post.title)
    offices = [office and office in _OFFICES[partner.side] for office in post.values("office")]
    if lead.shown is Shown.SIGNATURE or "shown" in lead.unknown:
        need = Missing(path="lead", need=f"whether the {post.title} is the lead representative of {name}")
        message = f"the {post.title} signs the document, which does not call the post lead representative"
        return ask.part(name, None, message, evidence=evidence, missing=(need,))
    if offices and all(office is False for office in offices):
        message = f"{post.title} is not the office that the guidance names"
        need = Missing(path="lead", need=f"a lead representative of {name} who holds that office")
        return ask.part(name, False, message, evidence=evidence, missing=(need,))
    if not offices or not all(offices):
        need = Missing(path=f"post.{post.id}.office", need=f"which office the {post.title} is")
        message = f"the {post.title} leads; which office that is, is not said"
        return ask.part(name, None, message, evidence=evidence, missing=(need,))
    return ask.part(name, True, post.title, evidence=evidence)


def _delegations(judge: Callable[[Ask, Delegation, str], Part]) -> Callable[[Ask], Answer]:
    """Make a check that looks at each delegation, and does not apply where there is none."""

    def check(ask: Ask) -> Answer:
        given: tuple[Delegation, ...] = ask.situation.of("delegations")
        if not given:
            need = "whether a lead representative delegates, and to whom"
            part = ask.silent("delegation", (Topic.DELEGATIONS,), "delegation", need)
            message = "no delegation is recorded" if part.outcome is NOT_APPLICABLE else None
            return ask.whole([part], message)
        rest = ask.rest(Topic.DELEGATIONS, what="delegations")
        return ask.whole([judge(ask, item, _of_whom(ask, item)) for item in given] + rest)

    return check


def _of_whom(ask: Ask, given: Delegation) -> str:
    return ask.situation.name(given.partner) if given.partner else "the lead representatives"


def _accountable(ask: Ask, given: Delegation, whom: str) -> Part:
    evidence = ask.evidence(given, says=_delegation(ask, given))
    leads = {lead.post for lead in ask.situation.of("leads") if given.partner in {None, lead.partner}}
    stated_posts = [post for post in given.values("accountable") if post]
    if not stated_posts:
        need = Missing(path="delegation.accountable", need=f"who remains accountable for {whom}")
        message = "the text does not say who remains accountable"
        return ask.part(whom, None, message, evidence=evidence, missing=(need,))
    named = ask.situation.names(stated_posts)
    if all(post in leads for post in stated_posts):
        return ask.part(whom, True, f"{named} remains accountable", evidence=evidence)
    if all(post == given.to and post not in leads for post in stated_posts):
        return ask.part(whom, False, f"{named}, the delegate, is made accountable", evidence=evidence)
    if not leads:
        need = Missing(path="lead", need=f"whether {named} is the lead representative of {whom}")
        message = f"{named} is named as accountable, and no lead representative is recorded"
        return ask.part(whom, None, message, evidence=evidence, missing=(need,))
    truth = None if any(post in leads for post in stated_posts) else False
    verb, only = ("is", "") if len(stated_posts) == 1 else ("are", " only")
    message = f"{named} {verb} named as accountable, not{only} the representative who delegates"
    need = Missing(path="delegation.accountable", need=f"who remains accountable for {whom}")
    return ask.part(whom, truth, message, evidence=evidence, missing=(need,))


def _senior(ask: Ask, given: Delegation, whom: str) -> Part:
    evidence = ask.evidence(given, says=_delegation(ask, given))
    if given.to is None:
        need = Missing(path="delegation.to", need=f"to which post {whom} delegate")
        return ask.part(whom, None, "nobody is named as delegate", evidence=evidence, missing=(need,))
    post: Post = ask.situation.entries[given.to]
    offices = [office for office in post.values("office") if office]
    if given.seniority or (offices and all(office in _SENIOR for office in offices)):
        return ask.part(whom, True, f"{post.title}: {given.seniority or 'a senior office'}", evidence=evidence)
    need = Missing(path="delegation.seniority", need=f"the rank and authority of the {post.title}")
    return ask.part(whom, None, f"the rank of the {post.title} is not said", evidence=evidence, missing=(need,))


def _delegation(ask: Ask, given: Delegation) -> str:
    return f"delegated to {ask.situation.name(given.to) if given.to else 'a nominee who is not named'}"


def _able(power: Power, words: str) -> dict[str, Any]:
    """Make the check that representatives and delegates are able to do something."""
    in_words = stated(Topic.LEAD_AUTHORITY, {power.value: words}, by_person=True)

    def check(ask: Ask) -> Answer:
        given = [
            item
            for item in ask.situation.of("delegations")
            if agree(power in powers for powers in item.values("powers"))
        ]
        if not given or any(power.value in s.parts for s in ask.situation.statements(Topic.LEAD_AUTHORITY)):
            answer: Answer = in_words["check"](ask)
            return answer
        return ask.whole([
            ask.part(_of_whom(ask, item), True, f"the delegate can {words}", evidence=ask.evidence(item, "powers"))
            for item in given
        ])  # fmt: skip

    return {**in_words, "check": check}


READ = Verification.READ
WHO = "lead representative"
CITED = (guidance(HEADING),)
PREMISES = ("ch3.partners.arrange",)
_EACH = frozenset({MET, PARTLY_MET, NOT_MET, NOT_APPLICABLE, INDETERMINATE})

REQUIREMENTS = (
    Requirement(
        key="ch3.lead.representatives",
        title="Lead representatives",
        level=Level.SHOULD,
        who="safeguarding partners",
        asks=(
            "The lead representatives are the chief executive of the local authority, the accountable officer "
            "of the health body, and the chief officer of police."
        ),
        heading=HEADING,
        citations=CITED,
        verification=READ,
        read_at=("RCGP",),
        checked=Checked.DOCUMENTS,
        silence=INDETERMINATE,
        reaches=frozenset({MET, PARTLY_MET, NOT_MET, INDETERMINATE}),
        do="Name for each partner the post that is its lead representative.",
        check=_representatives,
        premises=PREMISES,
    ),
    Requirement(
        key="ch3.lead.active",
        title="Representatives play an active role",
        level=Level.SHOULD,
        who="lead representatives",
        asks="Each lead representative plays an active role.",
        heading=HEADING,
        citations=CITED,
        verification=Verification.MEMORY,
        silence=INDETERMINATE,
        do="Lay attendance and decisions before a person.",
        premises=PREMISES,
        **laid_out(Topic.LEAD_ACTIVITY),
    ),
    Requirement(
        key="ch3.lead.single-point",
        title="Who leads when one must",
        level=Level.SHOULD,
        who="safeguarding partners",
        asks="Where a single point of leadership is needed, the partners decide together who leads on the issue.",
        heading=HEADING,
        citations=CITED,
        verification=READ,
        read_at=("CHSCP", "Lincolnshire 2019"),
        silence=INDETERMINATE,
        do="Record by what rule the partners choose who leads on an issue.",
        premises=PREMISES,
        **stated(Topic.SINGLE_POINT, {"rule": "how a lead partner is chosen"}),
    ),
    Requirement(
        key="ch3.lead.delegate-accountable",
        title="Who delegates stays accountable",
        level=Level.MUST,
        who=WHO,
        asks="A representative who delegates remains accountable for what the delegate does or decides.",
        heading=HEADING,
        citations=CITED,
        verification=READ,
        read_at=("ISL", "CHSCBP", "SURREYARR", "Lincolnshire 2019"),
        checked=Checked.DOCUMENTS,
        silence=NOT_APPLICABLE,
        reaches=_EACH,
        do="Say of each delegation that the representative remains accountable.",
        check=_delegations(_accountable),
        premises=PREMISES,
    ),
    Requirement(
        key="ch3.lead.delegate-senior",
        title="Delegates are senior",
        level=Level.SHOULD,
        who=WHO,
        asks=(
            "A representative who delegates nominates a senior officer with the responsibility and authority to "
            "ensure that the partner takes part fully."
        ),
        heading=HEADING,
        citations=CITED,
        verification=READ,
        read_at=("ISL", "CHSCBP"),
        checked=Checked.DOCUMENTS,
        silence=NOT_APPLICABLE,
        reaches=frozenset({MET, NOT_APPLICABLE, INDETERMINATE}),
        do="Name the post of each delegate, and its rank and authority.",
        check=_delegations(_senior),
        premises=PREMISES,
    ),
    Requirement(
        key="ch3.lead.speak",
        title="Able to speak for the partner",
        level=Level.SHOULD,
        who="representative or delegate",
        asks="The representative or delegate is able to speak with authority for the partner.",
        heading=HEADING,
        citations=CITED,
        verification=READ,
        read_at=("ISL", "CHSCBP", "Lincolnshire 2019"),
        silence=INDETERMINATE,
        do="Record what representatives and delegates may say on behalf of the partner.",
        premises=PREMISES,
        **_able(Power.SPEAK, "speak for the partner"),
    ),
    Requirement(
        key="ch3.lead.decide",
        title="Able to decide and commit",
        level=Level.SHOULD,
        who="representative or delegate",
        asks=(
            "The representative or delegate is able to take decisions, and to commit the partner on policy, "
            "resources and practice."
        ),
        heading=HEADING,
        citations=CITED,
        verification=READ,
        read_at=("ISL", "CHSCBP", "Lincolnshire 2019"),
        silence=INDETERMINATE,
        do="Record what representatives and delegates may decide and commit.",
        premises=PREMISES,
        **_able(Power.DECIDE, "decide for the partner and commit it"),
    ),
    Requirement(
        key="ch3.lead.hold-account",
        title="Able to hold their own organisation to account",
        level=Level.SHOULD,
        who="representative or delegate",
        asks=(
            "The representative or delegate is able to hold their own organisation to account for taking part "
            "and for carrying the arrangements out."
        ),
        heading=HEADING,
        citations=CITED,
        verification=READ,
        read_at=("ISL", "CHSCBP", "Lincolnshire 2019"),
        silence=INDETERMINATE,
        do="Record how representatives and delegates hold their own organisation to account.",
        premises=PREMISES,
        **_able(Power.HOLD_ACCOUNT, "hold their own organisation to account"),
    ),
)
