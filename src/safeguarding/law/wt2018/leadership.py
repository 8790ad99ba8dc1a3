"""Chapter 3, leadership and delegation: lead representatives, and those they delegate to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from attrs import evolve, frozen

from safeguarding.law import remedies
from safeguarding.law.asking import Ask
from safeguarding.law.drafting import Draft
from safeguarding.law.instruments import Verification, guidance
from safeguarding.law.outcomes import Answer, Evidence, Missing, Part, under_each
from safeguarding.law.patches import Blank
from safeguarding.law.requirement import Checked, Level, Requirement
from safeguarding.law.said import on_topic, the_best
from safeguarding.law.settling import Show, amending, settled
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


@frozen(kw_only=True)
class LeadRole:
    """The role of those who lead for the partners.

    Args:
        title: what the guidance calls one who holds it.
        offices: the offices that the guidance names, by side.
        perhaps: offices of which it is open whether they are those.
    """

    title: str
    offices: Mapping[Side, frozenset[Office]]
    perhaps: frozenset[Office] = frozenset()

    def fits(self, side: Side, office: Office | None) -> bool | None:
        """Say whether an office is the one that is named for a side; open where it is not said which it is."""
        if office is None or (office in self.perhaps and office not in self.offices[side]):
            return None
        return office in self.offices[side]


REPRESENTATIVE = LeadRole(
    title="lead representative",
    offices={
        Side.LOCAL_AUTHORITY: frozenset({Office.CHIEF_EXECUTIVE}),
        Side.HEALTH: frozenset({Office.ACCOUNTABLE_OFFICER}),
        Side.POLICE: frozenset({Office.CHIEF_OFFICER_OF_POLICE}),
    },
)
_NO_OFFICERS = frozenset({Office.ELECTED_MEMBER, Office.LEAD_MEMBER, Office.LAY_MEMBER})
"""Posts that are not those of an officer, senior or not."""
_SENIOR = frozenset({
    Office.CHIEF_EXECUTIVE,
    Office.ACCOUNTABLE_OFFICER,
    Office.CHIEF_OFFICER_OF_POLICE,
    Office.DIRECTOR_OF_CHILDRENS_SERVICES,
    Office.SENIOR_OFFICER,
})  # fmt: skip


def led(role: LeadRole) -> Callable[[Ask], Answer]:
    """Make the check that each partner has one who leads for it, of the office that the guidance names."""

    def check(ask: Ask) -> Answer:
        partners = ask.situation.partners
        if not partners:
            need = f"the partners, and for each its {role.title}"
            topics = (Topic.PARTNERS, Topic.LEADS)
            return ask.whole([ask.silent(f"the {side.value} partner", topics, "lead", need) for side in Side])
        return ask.whole(
            [_lead(ask, role, partner) for partner in partners] + ask.rest(Topic.PARTNERS, what="partners")
        )

    return check


def _lead(ask: Ask, role: LeadRole, partner: Partner) -> Part:
    """Look at who leads for a partner: of several that are named the one that does most counts."""
    name = ask.situation.name(partner.agency)
    found: list[Part] = []
    sure = False
    leads: tuple[Lead, ...] = ask.situation.of("leads")
    for lead in leads:
        truth = ask.situation.leads_for(lead, partner)
        readings = [(post, side) for post in lead.values("post") for side in partner.values("side")]
        if truth is not False:
            part = under_each([_office(ask, role, partner, lead, post, side) for post, side in readings])
            found.append(part if truth else evolve(part, possible=part.possible | {NOT_APPLICABLE}))
            sure = sure or bool(truth)
    if not sure:
        found.append(ask.silent(name, (Topic.LEADS,), "lead", f"the {role.title} of {name}"))
    return the_best(name, found)


def _office(ask: Ask, role: LeadRole, partner: Partner, lead: Lead, led_by: str, side: Side) -> Part:
    """Look whether one who leads holds the office that the guidance names."""
    name = ask.situation.name(partner.agency)
    post: Post = ask.situation.entries[led_by]
    evidence = ask.evidence(lead, says=post.title)
    offices = [role.fits(side, office) for office in post.values("office")]
    if lead.values("shown") != (Shown.NAMED,):
        need = Missing(path="lead", need=f"whether the {post.title} is the {role.title} of {name}")
        return ask.part(name, None, _not_named(role, post, lead), evidence=evidence, missing=(need,))
    if offices and all(office is False for office in offices):
        message = f"{post.title} is not the office that the guidance names"
        need = Missing(path="lead", need=f"a {role.title} of {name} who holds that office")
        return ask.part(name, False, message, evidence=evidence, missing=(need,))
    if not offices or not all(offices):
        return _of_an_open_office(ask, name, post, evidence)
    return ask.part(name, True, post.title, evidence=evidence)


def _not_named(role: LeadRole, post: Post, lead: Lead) -> str:
    """Say why it is open whether a post that is entered as a lead is one: it only signs, or that was not read."""
    shown = lead.values("shown")
    if shown == (Shown.SIGNATURE,):
        return f"the {post.title} signs the document, which does not call the post {role.title}"
    why = "is stated in two ways" if shown else "could not be read"
    return f"whether the document calls the {post.title} {role.title}, or the post only signs it, {why}"


def _of_an_open_office(ask: Ask, name: str, post: Post, evidence: Sequence[Evidence]) -> Part:
    """Make the part for one who leads whose office is not said, or may be the one that the guidance names."""
    offices = post.values("office")
    said_to_be = " or ".join(office.value.replace("-", " ") for office in offices if office)
    if said_to_be:
        which = f"whether the {post.title}, said to be {said_to_be}, is of the office that the guidance names"
        whether = "whether that is the office that the guidance names is open"
        message = f"the {post.title} leads, and is said to be {said_to_be}; {whether}"
    else:
        which = f"which office the {post.title} is"
        why = "is not said" if offices else "could not be read"
        message = f"the {post.title} leads; which office that is, {why}"
    need = Missing(path=f"post.{post.id}.office", need=which)
    return ask.part(name, None, message, evidence=evidence, missing=(need,))


def delegations(judge: Callable[[Ask, Delegation, str], Part]) -> Callable[[Ask], Answer]:
    """Make a check that looks at each delegation; where there is none, silence says what that means."""

    def check(ask: Ask) -> Answer:
        given: tuple[Delegation, ...] = ask.situation.of("delegations")
        if not given:
            need = "whether a lead representative delegates, and to whom"
            part = ask.silent("delegation", (Topic.DELEGATIONS,), "delegation", need)
            message = "no delegation is recorded" if part.outcome is NOT_APPLICABLE else None
            return ask.whole([part], message)
        rest = ask.rest(Topic.DELEGATIONS, what="delegations")
        return ask.whole([judge(ask, item, of_whom(ask, item)) for item in given] + rest)

    return check


def of_whom(ask: Ask, given: Delegation) -> str:
    """Say who delegates: a partner, or all of the lead representatives."""
    return ask.situation.name(given.partner) if given.partner else "the lead representatives"


def _accountable(ask: Ask, given: Delegation, whom: str) -> Part:
    evidence = ask.evidence(given, says=_delegation(ask, given))
    leads, perhaps = _leads(ask, given)
    stated_posts = [post for post in given.values("accountable") if post]
    if not stated_posts:
        need = Missing(path="delegation.accountable", need=f"who remains accountable for {whom}")
        message = "the text does not say who remains accountable"
        return ask.part(whom, None, message, evidence=evidence, missing=(need,))
    named = ask.situation.names(stated_posts)
    if given.values("partner") == (None,) and 1 < len(leads | perhaps) > len(set(stated_posts)):
        need = Missing(path="delegation.accountable", need=f"who remains accountable for {whom}, partner by partner")
        message = f"only {named} is said to remain accountable, of {len(leads | perhaps)} who may delegate"
        return ask.part(whom, None, message, evidence=evidence, missing=(need,))
    if leads.issuperset(stated_posts):
        return ask.part(whom, True, f"{named} remains accountable", evidence=evidence)
    if all(given.values("to") == (post,) and post not in leads | perhaps for post in stated_posts):
        return ask.part(whom, False, f"{named}, the delegate, is made accountable", evidence=evidence)
    if not leads:
        need = Missing(path="lead", need=f"whether {named} is the lead representative of {whom}")
        message = f"{named} is named as accountable, and no lead representative is recorded"
        return ask.part(whom, None, message, evidence=evidence, missing=(need,))
    truth = None if (leads | perhaps).intersection(stated_posts) else False
    verb, only = ("is", "") if len(stated_posts) == 1 else ("are", " only")
    message = f"{named} {verb} named as accountable, not{only} the representative who delegates"
    need = Missing(path="delegation.accountable", need=f"who remains accountable for {whom}")
    return ask.part(whom, truth, message, evidence=evidence, missing=(need,))


def _leads(ask: Ask, given: Delegation) -> tuple[set[str], set[str]]:
    """Return the posts of those who may delegate here: surely, and perhaps."""
    sure: set[str] = set()
    perhaps: set[str] = set()
    leads: tuple[Lead, ...] = ask.situation.of("leads")
    for lead in leads:
        pairs = [(whom, partner) for whom in given.values("partner") for partner in lead.values("partner")]
        truth = agree(whom is None or whom == partner for whom, partner in pairs)
        if truth is not False:
            posts = lead.values("post")
            (sure if truth and len(posts) == 1 else perhaps).update(posts)
    return sure, perhaps


def senior(ask: Ask, given: Delegation, whom: str) -> Part:
    """Look whether a delegate is a senior officer: by what is said of the rank, or by the office."""
    evidence = ask.evidence(given, says=_delegation(ask, given))
    if given.to is None:
        need = Missing(path="delegation.to", need=f"to which post {whom} delegate")
        return ask.part(whom, None, "nobody is named as delegate", evidence=evidence, missing=(need,))
    posts: list[Post] = [ask.situation.entries[to] for to in given.values("to")]
    titles = " or ".join(post.title for post in posts)
    offices = [[office for office in post.values("office") if office] for post in posts]
    if given.seniority or all(some and _SENIOR.issuperset(some) for some in offices):
        return ask.part(whom, True, f"{titles}: {given.seniority or 'a senior office'}", evidence=evidence)
    need = Missing(path="delegation.seniority", need=f"the rank and authority of the {titles}")
    if all(some and _NO_OFFICERS.issuperset(some) for some in offices):
        return ask.part(whom, False, f"{titles}: not an officer", evidence=evidence, missing=(need,))
    return ask.part(whom, None, f"the rank of the {titles} is not said", evidence=evidence, missing=(need,))


def _delegation(ask: Ask, given: Delegation) -> str:
    return f"delegated to {ask.situation.name(given.to) if given.to else 'a nominee who is not named'}"


def _to_stay_accountable(draft: Draft) -> Iterator[Show]:
    """Find what settles that the lead of a partner stays accountable, where that is not said."""
    given: tuple[Delegation, ...] = draft.ask.situation.of("delegations")
    for item in given:
        sure, perhaps = _leads(draft.ask, item)
        if item.partner and len(sure) == 1 and not (perhaps or item.accountable or item.also or item.unknown):
            yield amending(item, of_whom(draft.ask, item), accountable=next(iter(sure)))


def _to_be_ranked(draft: Draft) -> Iterator[Show]:
    """Find what settles the rank of each delegate, where that is not said."""
    given: tuple[Delegation, ...] = draft.ask.situation.of("delegations")
    for item in given:
        whom = of_whom(draft.ask, item)
        if item.to and not (item.seniority or item.also or item.unknown):
            yield amending(item, whom, seniority=Blank(f"the rank and authority of the delegate of {whom}"))


def able(ask: Ask, power: Power, words: str) -> list[Part]:
    """Look whether representatives and delegates are said to be able to do something."""
    holds: dict[bool | None, list[Delegation]] = {True: [], None: [], False: []}
    for item in ask.situation.of("delegations"):
        holds[agree(power in powers for powers in item.values("powers"))].append(item)
    if holds[True]:
        return [
            ask.part(of_whom(ask, item), True, f"the delegate can {words}", evidence=ask.evidence(item, "powers"))
            for item in holds[True]
        ]
    (part,) = on_topic(ask, Topic.LEAD_AUTHORITY, {power.value: words})
    if holds[None]:
        need = Missing(path="delegation.powers", need=f"whether the delegate can {words}")
        perhaps = ask.part(words, frozenset({MET, NOT_APPLICABLE}), part.message, missing=(need,))
        part = the_best(words, [part, perhaps])
    return [part]


def _able(power: Power, words: str) -> dict[str, Any]:
    """Make the check that representatives and delegates are able to do something."""
    in_words = stated(Topic.LEAD_AUTHORITY, {power.value: words}, by_person=True)
    return {**in_words, "check": lambda ask: ask.whole(able(ask, power, words)), "deny": None}


READ = Verification.READ
WHO = "lead representative"
CITED = (guidance(HEADING),)
PREMISES = ("ch3.partners.arrange",)
_EACH = frozenset({MET, PARTLY_MET, NOT_MET, NOT_APPLICABLE, INDETERMINATE})
_CEASED = "the leads, delegates and chair of 2023 took the place of representatives, and none of their rows asks this"

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
        check=led(REPRESENTATIVE),
        settle=remedies.leads,
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
        verification=Verification.CORROBORATED,
        read_at=("Lincolnshire 2019",),
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
        ceased=_CEASED,
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
        check=delegations(_accountable),
        settle=settled(_to_stay_accountable),
        premises=PREMISES,
        ceased=_CEASED,
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
        reaches=_EACH,
        do="Name the post of each delegate, and its rank and authority.",
        check=delegations(senior),
        settle=settled(_to_be_ranked),
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
