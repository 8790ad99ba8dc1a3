"""Working Together 2023, lead and delegated safeguarding partners: who they are, and what they do together."""

from __future__ import annotations

from attrs import evolve

from safeguarding.law import remedies
from safeguarding.law.asking import Ask
from safeguarding.law.drafting import Draft
from safeguarding.law.instruments import WT2023, Citation, Verification, guidance
from safeguarding.law.outcomes import OPEN, Answer, Missing, Outcome, Part, under_each
from safeguarding.law.patches import Blank
from safeguarding.law.requirement import Checked, Level, Requirement
from safeguarding.law.said import on_topic, the_best
from safeguarding.law.settling import Say, Show, partners, settled
from safeguarding.law.stated import (
    INDETERMINATE,
    MET,
    NEEDS_JUDGEMENT,
    NOT_DUE,
    NOT_MET,
    PARTLY_MET,
    stated,
)
from safeguarding.law.wt2018.governance import meets_often
from safeguarding.law.wt2018.leadership import LeadRole, able, delegations, led, of_whom, senior
from safeguarding.law.wt2023.chair import chaired_by_delegate, kept_apart, settle_apart, settle_chair
from safeguarding.law.wt2023.sign_off import by_all
from safeguarding.law.wt2023.work import allocated, settle_allocated
from safeguarding.model import Delegation, Function, Lead, Office, Partner, Post, Power, Side, Topic
from safeguarding.structure import leads
from safeguarding.unknown import agree, all_of, any_of

HEADING = "Leadership"

LEAD_PARTNER = LeadRole(
    title="lead safeguarding partner",
    offices={
        Side.LOCAL_AUTHORITY: frozenset({Office.CHIEF_EXECUTIVE}),
        Side.HEALTH: frozenset({Office.CHIEF_EXECUTIVE}),
        Side.POLICE: frozenset({Office.CHIEF_OFFICER_OF_POLICE}),
    },
    # The guidance names the chief executive; that the accountable officer is that post is for the text to say.
    perhaps=frozenset({Office.ACCOUNTABLE_OFFICER}),
)


def _meet(ask: Ask) -> Part:
    """Look how often the body meets through which the leads lead; of several the one that does most counts."""
    subject = "how often the lead safeguarding partners meet"
    top = ask.situation.accountability.top
    sure = [leads(body) is True and ask.situation.gone(body) is False for body in top]
    found = [meets_often(ask, body) for body in top]
    found = [
        part if one else evolve(part, possible=part.possible | OPEN) for part, one in zip(found, sure, strict=True)
    ]
    if not any(sure):
        need = "the group through which the lead safeguarding partners lead, and how often it meets"
        found.append(ask.silent(subject, (Topic.BODIES,), "body", need))
    return the_best(subject, found)


_LSP_FUNCTIONS = {
    "direction": "direction and priorities",
    "contributions": "what each organisation contributes",
    "learning": "oversight of learning",
    "support": "business and analytical support",
    "agencies": "clarity for relevant agencies",
}
_SIGN_OFF = {
    "arrangements": "sign-off of the arrangements",
    "scrutiny-plan": "sign-off of the scrutiny plan",
    "budget": "sign-off of the shared annual budget",
    "yearly-report": "sign-off of the yearly report",
    "threshold-document": "sign-off of the threshold document",
}


def _joint_functions(ask: Ask) -> Answer:
    functions = on_topic(ask, Topic.LSP_FUNCTIONS, _LSP_FUNCTIONS)
    return ask.whole([_meet(ask), *functions, *by_all(ask, _SIGN_OFF)])


def _delegates(ask: Ask) -> Answer:
    there = ask.situation.partners
    if not there:
        need = "the partners, and for each its delegated safeguarding partner"
        topics = (Topic.PARTNERS, Topic.DELEGATIONS)
        return ask.whole([ask.silent(f"the {side.value} partner", topics, "delegation", need) for side in Side])
    return ask.whole([_delegate(ask, partner) for partner in there] + ask.rest(Topic.PARTNERS, what="partners"))


def _delegate(ask: Ask, partner: Partner) -> Part:
    """Look for the delegate of a partner: of several that are named the one that does most counts."""
    name = ask.situation.name(partner.agency)
    need = f"the delegated safeguarding partner of {name}"
    found: list[Part] = []
    sure = False
    given: tuple[Delegation, ...] = ask.situation.of("delegations")
    for item in given:
        truth = agree(
            None if whom is None else whom == agency
            for whom in item.values("partner")
            for agency in partner.values("agency")
        )
        if truth is False:
            continue
        readings = [_appointed(ask, item, to, partner, sure=bool(truth)) for to in item.values("to")]
        if readings:
            found.append(under_each(readings))
        else:
            path = f"{ask.situation.path(item)}.to"
            found.append(ask.silent(name, (Topic.DELEGATIONS,), path, need, unreadable=True))
        sure = sure or bool(truth)
    if not sure:
        found.append(ask.silent(name, (Topic.DELEGATIONS,), "delegation", need))
    return the_best(name, found)


def _appointed(ask: Ask, item: Delegation, to: str | None, partner: Partner, *, sure: bool) -> Part:
    """Look whether a delegation names a post, which is there on the date and is not that of the lead."""
    name = ask.situation.name(partner.agency)
    path = f"{ask.situation.path(item)}.to"
    evidence = ask.evidence(item, says=of_whom(ask, item))
    if to is None:
        return ask.silent(name, (Topic.DELEGATIONS,), path, f"the post of the delegated safeguarding partner of {name}")
    post: Post = ask.situation.entries[to]
    need = Missing(path=path, need=f"whether the {post.title} is the delegated safeguarding partner of {name}")
    there = ask.situation.during(post)
    if there is False:
        return ask.part(name, False, f"there is no {post.title} on this date", evidence=evidence, missing=(need,))
    own: tuple[Lead, ...] = ask.situation.of("leads")
    itself = any_of(
        all_of([ask.situation.leads_for(lead, partner), agree(held == to for held in lead.values("post"))])
        for lead in own
    )
    if itself:
        message = f"the {post.title} is the lead, and nobody else is named"
        return ask.part(name, False, message, evidence=evidence, missing=(need,))
    if not sure:
        message = f"the {post.title} is named, without saying for which partner"
        return ask.part(name, None, message, evidence=evidence, missing=(need,))
    if there is None or itself is None:
        message = f"{post.title}; whether there is such a post beside the lead is open"
        return ask.part(name, None, message, evidence=evidence, missing=(need,))
    return ask.part(name, True, post.title, evidence=evidence)


def _rank(ask: Ask, given: Delegation, whom: str) -> Part:
    """Look at the rank of a delegate; that of the police has a floor, so that "a senior officer" does not show it."""
    part = senior(ask, given, whom)
    police = agree(
        side is Side.POLICE
        for whose in given.values("partner")
        for partner in ask.situation.partners
        if whose is None or partner.agency == whose
        for side in partner.values("side")
    )
    posts = [ask.situation.entries[to] for to in given.values("to") if to is not None]
    enough = posts and all(post.values("office") == (Office.CHIEF_OFFICER_OF_POLICE,) for post in posts)
    if part.outcome is not MET or police is False or enough:
        return part
    if given.seniority:
        floor = "for a person, whether that is an area commander, a head of public protection or above"
        possible = frozenset({NEEDS_JUDGEMENT} if given.values("partner") else {MET, NEEDS_JUDGEMENT})
        need = Missing(
            path=f"{ask.situation.path(given)}.partner", need=f"whether the delegate of {whom} is of the police"
        )
        return ask.part(whom, possible, f"{part.message}; {floor}", evidence=part.evidence, missing=(need,))
    need = Missing(path="delegation.seniority", need=f"the rank of the delegate of {whom}: area commander or above")
    message = "a senior officer; whether of the rank of area commander or head of public protection is not said"
    return ask.part(whom, None, message, evidence=part.evidence, missing=(need,))


_ranks = delegations(_rank)


def _seniority(ask: Ask) -> Answer:
    ranks = _ranks(ask)
    alone = Part(
        subject="delegates",
        possible=ranks.possible,
        message=ranks.message,
        evidence=ranks.evidence,
        missing=ranks.missing,
    )
    return ask.whole([
        *(evolve(part, subject=f"the rank, {part.subject}") for part in ranks.parts or (alone,)),
        *_powers(ask, Power.DECIDE, _DECIDE),
        *_powers(ask, Power.HOLD_ACCOUNT, _HOLD),
    ])  # fmt: skip


def _powers(ask: Ask, power: Power, words: str) -> list[Part]:
    """Look who is able to do something, and name what it is beside whose delegate it is."""
    return [
        part if part.subject == words else evolve(part, subject=f"{words}, {part.subject}")
        for part in able(ask, power, words)
    ]


_DSP_FUNCTIONS = {
    "delivery": ("delivery and monitoring of the priorities", None),
    "engagement": ("engagement of education and other agencies", None),
    "information-sharing": ("information sharing", None),
    "reviews": ("timely rapid reviews and practice reviews", Function.REVIEWS),
    "training": ("multi-agency training", Function.TRAINING),
    "feedback": ("feedback from children and families", Function.VOICE),
}
_DSP_ASSURANCE = {
    "data": ("data and the local picture", Function.DATA),
    "strategic-plan": ("the strategic plan", None),
    "thresholds": ("consistent use of thresholds", Function.THRESHOLDS),
    "voice": ("children's views", Function.VOICE),
    "engagement": ("engagement of agencies", None),
    "learning": ("learning", Function.LEARNING),
    "subgroups": ("the sub-groups", Function.CO_ORDINATION),
}


def _dsp_functions(ask: Ask) -> Answer:
    return ask.whole(allocated(ask, Topic.DSP_FUNCTIONS, _DSP_FUNCTIONS))


def _dsp_assurance(ask: Ask) -> Answer:
    return ask.whole(allocated(ask, Topic.DSP_ASSURANCE, _DSP_ASSURANCE))


LEAD_OFFICES = {
    Side.LOCAL_AUTHORITY: "chief-executive",
    Side.HEALTH: "chief-executive",
    Side.POLICE: "chief-officer-of-police",
}


def _settle_seniority(draft: Draft, answer: Answer) -> Outcome | None:
    """Draft the rank of each delegate who has none, and what delegates may do; where there is none, the delegates."""
    given: tuple[Delegation, ...] = draft.ask.situation.of("delegations")
    unranked = [item for item in given if item.to and not (item.seniority or item.also or item.unknown)]
    ranks = [_rank_of(item, of_whom(draft.ask, item)) for item in unranked]
    ranks += (
        [] if given else [Show(subjects=("the rank, delegates", "the rank, delegation"), draft=remedies.all_delegates)]
    )
    found = settled(
        *ranks,
        Say(topic=Topic.LEAD_AUTHORITY, part=Power.DECIDE.value, subjects=(_DECIDE,)),
        Say(topic=Topic.LEAD_AUTHORITY, part=Power.HOLD_ACCOUNT.value, subjects=(_HOLD,)),
    )(draft, answer)
    there = draft.ask.situation.partners
    police = {partner.agency for partner in there if partner.side is Side.POLICE}
    ranked = {item.partner for item in given if item.seniority or item in unranked} if given else police
    # Whether what is said of a police officer's rank is high enough is for a person.
    return NEEDS_JUDGEMENT if found and ((police | {None}) & ranked or not there) else found


def _rank_of(item: Delegation, whom: str) -> Show:
    def draft_it(draft: Draft) -> bool:
        draft.amend(item, seniority=Blank(f"the rank and authority of the delegate of {whom}"))
        return True

    return Show(subjects=(f"the rank, {whom}", "the rank, delegates"), draft=draft_it)


_DECIDE = "decide for the partner and commit it"
_HOLD = "hold their own sector to account"


def _at(paragraphs: str) -> tuple[Citation, ...]:
    return (guidance(HEADING, paragraphs, chapter=2, edition=WT2023),)


READ = Verification.READ
WT23 = ("WT23",)
LSPS = "lead safeguarding partners"
DSPS = "delegated safeguarding partners"
ARRANGED = ("ch3.partners.arrange",)
_ANY = frozenset({MET, PARTLY_MET, NOT_MET, NOT_DUE, INDETERMINATE})

REQUIREMENTS = (
    Requirement(
        key="wt23.lsp.named",
        title="Lead safeguarding partners",
        level=Level.SHOULD,
        who="safeguarding partners",
        asks=(
            "The head of each partner is its lead safeguarding partner, and is named in the published arrangements: "
            "the chief executives of the local authority and of the integrated care board, and the chief officer "
            "of police."
        ),
        heading=HEADING,
        citations=_at("paragraphs 47-48 and 51"),
        verification=READ,
        read_at=WT23,
        checked=Checked.DOCUMENTS,
        silence=NOT_MET,
        reaches=frozenset({MET, PARTLY_MET, NOT_MET, INDETERMINATE}),
        do="Name for each partner the post that is its lead safeguarding partner.",
        check=led(LEAD_PARTNER),
        settle=remedies.leads_of(LEAD_OFFICES),
        premises=ARRANGED,
        succeeds=("ch3.lead.representatives",),
    ),
    Requirement(
        key="wt23.lsp.joint-functions",
        title="What the leads do together",
        level=Level.SHOULD,
        who=LSPS,
        asks=(
            "The lead safeguarding partners meet often enough to set direction and priorities, see to what each "
            "organisation contributes, sign off five documents, oversee learning, provide business and analytical "
            "support, and make clear what is expected of relevant agencies."
        ),
        heading=HEADING,
        citations=_at("paragraph 50"),
        verification=READ,
        read_at=WT23,
        checked=Checked.DOCUMENTS,
        silence=INDETERMINATE,
        reaches=_ANY - {NOT_MET},
        do="Record how often the leads meet, their joint functions, and which documents they sign off.",
        check=_joint_functions,
        settle=settled(
            Show(subjects=("how often the lead safeguarding partners meet",), draft=remedies.leads_meet),
            *(Say(topic=Topic.LSP_FUNCTIONS, part=part, subjects=(words,)) for part, words in _LSP_FUNCTIONS.items()),
            *(
                Say(topic=Topic.SIGN_OFF, part=part, subjects=(words,), who=partners())
                for part, words in _SIGN_OFF.items()
            ),
        ),
        premises=ARRANGED,
        succeeds=("ch3.lead.active",),
    ),
    Requirement(
        key="wt23.lsp.accountable",
        title="What the leads are accountable for",
        level=Level.SHOULD,
        who=LSPS,
        asks=(
            "The lead safeguarding partners are accountable for how effective the arrangements are and for what "
            "comes of them, and responsible for carrying recommendations out, also those from outside the area."
        ),
        heading=HEADING,
        citations=_at("paragraphs 49, 51 and 54"),
        verification=READ,
        read_at=WT23,
        silence=INDETERMINATE,
        do="Say what the lead safeguarding partners remain accountable for.",
        premises=ARRANGED,
        **stated(
            Topic.LSP_ACCOUNTABILITY,
            {
                "effectiveness": "accountability for effectiveness",
                "outcomes": "accountability for outcomes",
                "recommendations": "carrying recommendations out, wherever they come from",
            },
            by_person=True,
        ),
    ),
    Requirement(
        key="wt23.lsp.voice",
        title="How experience shapes delivery",
        level=Level.SHOULD,
        who=LSPS,
        asks=(
            "The lead safeguarding partners show how what children and families experience, people with protected "
            "characteristics among them, shapes what is delivered."
        ),
        heading=HEADING,
        citations=_at("paragraph 53"),
        verification=READ,
        read_at=WT23,
        silence=INDETERMINATE,
        do="Record by what means the experience of children and families reaches the leads, and what it changes.",
        premises=ARRANGED,
        **stated(
            Topic.LSP_VOICE,
            {
                "experience": "the experience of children and families",
                "protected-characteristics": "that of people with protected characteristics",
            },
            by_person=True,
        ),
    ),
    Requirement(
        key="wt23.dsp.appoint",
        title="Delegated safeguarding partners",
        level=Level.SHOULD,
        who="each lead safeguarding partner",
        asks=(
            "Each lead safeguarding partner appoints a delegated safeguarding partner, who is named in the "
            "arrangements."
        ),
        heading=HEADING,
        citations=_at("paragraphs 55-56"),
        verification=READ,
        read_at=WT23,
        checked=Checked.DOCUMENTS,
        silence=NOT_MET,
        reaches=frozenset({MET, PARTLY_MET, NOT_MET, INDETERMINATE}),
        do="Name for each partner the post of its delegated safeguarding partner.",
        check=_delegates,
        settle=settled(remedies.delegates("{}")),
        premises=ARRANGED,
        succeeds=("ch3.lead.delegate-senior",),
    ),
    Requirement(
        key="wt23.dsp.seniority",
        title="Delegates are senior enough",
        level=Level.SHOULD,
        who=LSPS,
        asks=(
            "The delegates are senior enough to decide and to hold their sectors to account; for the police no lower "
            "than an area commander, a head of public protection or the like."
        ),
        heading=HEADING,
        citations=_at("paragraph 57 and its note"),
        verification=READ,
        read_at=WT23,
        checked=Checked.DOCUMENTS,
        silence=INDETERMINATE,
        reaches=_ANY | {NEEDS_JUDGEMENT},
        do="Record the rank or grade of each delegate, and that they can decide and hold their sector to account.",
        check=_seniority,
        settle=_settle_seniority,
        premises=ARRANGED,
        succeeds=(
            "ch3.lead.delegate-senior",
            "ch3.lead.speak",
            "ch3.lead.decide",
            "ch3.lead.hold-account",
        ),
    ),
    Requirement(
        key="wt23.dsp.joint-functions",
        title="What the delegates do together",
        level=Level.SHOULD,
        who=DSPS,
        asks=(
            "The delegates together deliver and monitor the priorities, engage education and other agencies, see to "
            "information sharing, to timely rapid reviews and practice reviews, to training, and to feedback from "
            "children and families."
        ),
        heading=HEADING,
        citations=_at("paragraph 60"),
        verification=READ,
        read_at=WT23,
        checked=Checked.DOCUMENTS,
        silence=INDETERMINATE,
        reaches=_ANY,
        do="Say of each of the six functions who carries it, or put it into the remit of a body.",
        check=_dsp_functions,
        settle=settle_allocated(Topic.DSP_FUNCTIONS, _DSP_FUNCTIONS),
        premises=ARRANGED,
    ),
    Requirement(
        key="wt23.dsp.escalate",
        title="What goes up to the leads",
        level=Level.SHOULD,
        who=DSPS,
        asks="The delegates bring unresolved risks and key decisions before the lead safeguarding partners.",
        heading=HEADING,
        citations=_at("paragraph 59"),
        verification=READ,
        read_at=WT23,
        silence=INDETERMINATE,
        do="Record by what rule risks and decisions go up to the lead safeguarding partners.",
        premises=ARRANGED,
        **stated(Topic.DSP_ESCALATION, {"risks": "unresolved risks", "decisions": "key decisions"}),
    ),
    Requirement(
        key="wt23.chair.dsp",
        title="A delegate chairs the partnership",
        level=Level.SHOULD,
        who=LSPS,
        asks=(
            "One of the delegates is appointed as partnership chair, which the leads agree on together and review "
            "regularly; the role may rotate."
        ),
        heading=HEADING,
        citations=_at("paragraph 61"),
        verification=READ,
        read_at=WT23,
        checked=Checked.DOCUMENTS,
        silence=INDETERMINATE,
        reaches=_ANY,
        do="Record which delegate chairs the partnership, and how that was agreed and is reviewed.",
        check=chaired_by_delegate,
        settle=settle_chair,
        premises=ARRANGED,
    ),
    Requirement(
        key="wt23.chair.not-scrutiny",
        title="Chair, business management, scrutiny kept apart",
        level=Level.SHOULD,
        who="safeguarding partners",
        asks=(
            "Chairing the partnership, managing its business and scrutinising it are three separate functions; no "
            "further or independent chair is needed."
        ),
        heading=HEADING,
        citations=_at("paragraphs 62-63"),
        verification=READ,
        read_at=WT23,
        checked=Checked.DOCUMENTS,
        silence=INDETERMINATE,
        reaches=_ANY,
        do="Record who chairs, who scrutinises, and which body or post manages the partnership's business.",
        check=kept_apart,
        settle=settle_apart,
        premises=ARRANGED,
    ),
    Requirement(
        key="wt23.dsp.assurance",
        title="What the delegates see to",
        level=Level.SHOULD,
        who=DSPS,
        asks=(
            "The delegates see to data and the local picture, the strategic plan, consistent thresholds, children's "
            "views, the engagement of agencies, learning, and the sub-groups."
        ),
        heading=HEADING,
        citations=_at("paragraph 64"),
        verification=READ,
        read_at=WT23,
        checked=Checked.DOCUMENTS,
        silence=INDETERMINATE,
        reaches=_ANY,
        do="Say of each activity who owns it, or put it into the remit of a body.",
        check=_dsp_assurance,
        settle=settle_allocated(Topic.DSP_ASSURANCE, _DSP_ASSURANCE),
        premises=ARRANGED,
    ),
)
