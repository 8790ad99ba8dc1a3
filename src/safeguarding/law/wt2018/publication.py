"""Chapter 3, publication of arrangements: what must and what should be in them."""

from __future__ import annotations

from typing import Any

from attrs import evolve

from safeguarding.law import remedies
from safeguarding.law.asking import Ask, once
from safeguarding.law.instruments import Citation, Verification, act, guidance
from safeguarding.law.outcomes import Answer, Missing, Part
from safeguarding.law.requirement import Checked, Level, Requirement
from safeguarding.law.said import said, the_best
from safeguarding.law.settling import settled
from safeguarding.law.stated import (
    INDETERMINATE,
    MET,
    NEEDS_JUDGEMENT,
    NOT_DUE,
    NOT_MET,
    PARTLY_MET,
    stated,
)
from safeguarding.law.wt2018.areas import existence, exists, local_authority_areas
from safeguarding.law.wt2018.deadlines import FIRST_PUBLICATION
from safeguarding.law.wt2018.relevant_agencies import REQUIREMENTS as RELEVANT_AGENCIES
from safeguarding.law.wt2018.relevant_agencies import of_each
from safeguarding.model import Body, Funding, Lead, Partner, RelevantAgency, Seat, Stance, Topic
from safeguarding.unknown import agree, all_of, any_of, negate

HEADING = "Publication of arrangements"
PAGES = "July 2018 edition, pp. 78-79"


def _publish(ask: Ask) -> Answer:
    document = ask.situation.document
    need = "the date on which the arrangements were published"
    if document is None or not any(document.publication.values("published")):
        if document is not None and not document.publication.values("published"):
            missing = (Missing(path="publication.published", need=need),)
            return ask.one(None, "the date of publication could not be read", missing=missing)
        return ask.whole([ask.silent("publication", (Topic.DATES,), "publication.published", need)])
    publication = document.publication
    dates = [when for when in publication.values("published") if when]
    evidence = ask.evidence(publication, "published")
    truth = agree(when.not_after(ask.as_of) for when in dates)
    words = " or ".join(when.in_words() for when in dates)
    if truth:
        url = f", at {publication.url}" if publication.url else "; no address is recorded"
        return ask.one(True, f"published {words}{url}", evidence=evidence)
    missing = (Missing(path="publication.published", need=need),)
    message = (
        f"published only after this date, {words}" if truth is False else f"published {words}, perhaps after this date"
    )
    if truth is None and ask.as_of <= FIRST_PUBLICATION:
        # Until then it is not due, rather than not met, if it was not published yet.
        return ask.one(frozenset({MET, NOT_DUE}), message, evidence=evidence, missing=missing)
    return ask.one(truth, message, evidence=evidence, missing=missing)


def _partners(ask: Ask) -> Answer:
    return ask.whole(who_they_are(ask))


def who_they_are(ask: Ask) -> list[Part]:
    """Look whether it is said who the partners are, and who represents each."""
    partners: tuple[Partner, ...] = ask.situation.partners
    if not partners:
        need = "who the safeguarding partners are"
        return [ask.silent("the partners", (Topic.PARTNERS,), "partner", need)]
    evidence = tuple(item for partner in partners for item in ask.evidence(partner))
    names = ask.situation.names(partner.agency for partner in partners)
    parts = [ask.part("the partners", True, names, evidence=evidence)]
    parts += ask.rest(Topic.PARTNERS, what="partners")
    return parts + [_represented(ask, partner) for partner in partners]


def _represented(ask: Ask, partner: Partner) -> Part:
    """Look whether it is said who represents a partner."""
    subject = f"who represents {ask.situation.name(partner.agency)}"
    leads: tuple[Lead, ...] = ask.situation.of("leads")
    truths = [(ask.situation.leads_for(lead, partner), lead) for lead in leads]
    sure = [lead for truth, lead in truths if truth]
    found = sure or [lead for truth, lead in truths if truth is None]
    if not found:
        return ask.silent(subject, (Topic.LEADS,), "lead", subject)
    posts = ask.situation.names(lead.post for lead in found)
    shown = tuple(item for lead in found for item in ask.evidence(lead, says=posts))
    if sure:
        return ask.part(subject, True, posts, evidence=shown)
    need = Missing(path="lead.partner", need=f"{subject}, which is stated in two ways")
    return ask.part(subject, None, f"{posts}, perhaps", evidence=shown, missing=(need,))


def _boundaries(ask: Ask) -> Answer:
    areas = local_authority_areas(ask)
    partners: tuple[Partner, ...] = ask.situation.partners
    if not areas:
        need = "the local authority areas that the arrangements are for"
        return ask.whole([ask.silent("the area", (Topic.AREAS,), "area", need)])
    evidence = tuple(item for area in areas for item in ask.evidence(area))
    there = any_of(exists(area, ask.as_of) for area in areas)
    missing = tuple(existence(area) for area in areas)
    names = ", ".join(area.name for area in areas) + ("" if there else ", which may not exist on this date")
    parts = [ask.part("the area", there, names, evidence=evidence, missing=() if there else missing)]
    answer = ask.whole(parts + [_footprint(ask, partner) for partner in partners])
    if there:
        return answer
    none = ask.whole([ask.silent("the area", (Topic.AREAS,), "area", "the local authority areas")])
    return evolve(answer, possible=answer.possible | none.possible)


def _footprint(ask: Ask, partner: Partner) -> Part:
    name = ask.situation.name(partner.agency)
    if not partner.covers:
        need = f"which areas {name} covers, wholly or in part"
        unreadable = "covers" in partner.unknown
        return ask.silent(name, (Topic.AREAS, Topic.PARTNERS), "partner.covers", need, unreadable=unreadable)
    says = ", ".join(f"{cover.extent.value} of {ask.situation.name(cover.area)}" for cover in partner.covers)
    beyond = f"; beyond it: {partner.beyond}" if partner.beyond else ""
    return ask.part(name, True, says + beyond, evidence=ask.evidence(partner, "covers", says + beyond))


def _why(ask: Ask) -> Answer:
    return of_each(ask, "reason", ("why they were chosen", "why it was chosen: {}"), _reason, (Topic.RA_REASON,))


def _collaboration(ask: Ask) -> Answer:
    return of_each(ask, "how", ("how they take part", "how it takes part: {}"), _how)


def _reason(ask: Ask, agency: RelevantAgency) -> Part | None:
    if not agency.reason:
        return None
    return ask.part(agency.name, True, agency.reason, evidence=ask.evidence(agency, "reason"))


def _how(ask: Ask, agency: RelevantAgency) -> Part | None:
    """Find how an agency takes part: as the text says, or by a seat on a body, its own or a post's of it."""
    if agency.how:
        return ask.part(agency.name, True, agency.how, evidence=ask.evidence(agency, "how"))
    seated = [(all_of([negate(ask.situation.gone(b)), _sits(ask, agency, b)]), b) for b in ask.situation.bodies]
    body = next((body for sits, body in seated if sits), None)
    if body is not None:
        return ask.part(agency.name, True, f"by a seat on {body.name}", evidence=ask.evidence(body, "seats"))
    body = next((body for sits, body in seated if sits is None), None)
    if body is None:
        return None
    need = Missing(path=f"body.{body.id}", need=f"whether {agency.name} has a seat on {body.name} on the date")
    message = f"by a seat on {body.name}, perhaps"
    return ask.part(agency.name, None, message, evidence=ask.evidence(body, "seats"), missing=(need,))


def _sits(ask: Ask, agency: RelevantAgency, body: Body) -> bool | None:
    """Say whether an agency has a seat on a body, its own or that of one of its posts."""
    posts = {post.id: post.values("agency") for post in ask.situation.of("posts")}
    several = agency.values("agency")

    def owned(seat: Seat) -> bool | None:
        if seat.agency == agency.id:
            return True
        owners = posts.get(seat.post, ()) if seat.post else (seat.agency,) if seat.agency else (None,)
        return agree(owner is not None and owner == own for owner in owners for own in several)

    return agree(any_of(owned(seat) for seat in seats) for seats in body.values("seats"))


def _funded(ask: Ask) -> Answer:
    funding = [statement for statement in ask.situation.of("funding") if _says_how(statement)]
    if not funding:
        part = said(ask, Topic.FUNDING_BASIS, "how-funded", "how the arrangements are funded")
        unreadable = any(statement.unknown for statement in ask.situation.of("funding"))
        if unreadable or not ask.situation.fully_read(Topic.FUNDING):
            topics = (Topic.FUNDING, Topic.FUNDING_BASIS)
            silent = ask.silent(part.subject, topics, "funding", "who pays what", unreadable=unreadable)
            part = the_best(part.subject, [part, silent])
        return ask.whole([part])
    evidence = tuple(item for statement in funding for item in ask.evidence(statement))
    lines = sum(len(statement.lines) for statement in funding)
    totals = ", ".join(str(statement.stated_total) for statement in funding if statement.stated_total)
    said_so = [f"{lines} {'line' if lines == 1 else 'lines'} of funding"] if lines else []
    said_so += [f"stated total {totals}"] if totals else []
    said_so += ["equal shares"] if any(statement.equal_shares for statement in funding) else []
    said_so += [statement.basis for statement in funding if statement.basis and not lines]
    return ask.one(True, ", ".join(said_so) or "what the money is spent on", evidence=evidence)


def _says_how(funding: Funding) -> bool:
    """Say whether a statement of funding says anything of who pays, how much, or for what."""
    figures = funding.lines or funding.costs or funding.stated_total
    return bool(figures or funding.basis or funding.equal_shares)


def _scrutiny(ask: Ask) -> Answer:
    """Look for a description of scrutiny: a statement, or else scrutineers or a programme with their places."""
    answer: Answer = _DESCRIBED["check"](ask)
    described = [
        entry
        for entry in (*ask.situation.of("scrutineers"), *ask.situation.of("scrutiny_events"))
        if entry.where is not None
    ]
    denials = [
        one
        for one in ask.situation.statements(Topic.SCRUTINY)
        if one.values("stance") != (Stance.DONE,) and any("effectiveness" in parts for parts in one.values("parts"))
    ]
    if answer.outcome is MET or not described:
        return answer
    if any(Stance.NOT_DONE in (one.values("stance") or (Stance.NOT_DONE,)) for one in denials):
        message = f"the text contradicts itself: it names who scrutinises, or how; {answer.message}"
        needs = [
            Missing(path=f"{ask.situation.path(one)}.stance", need="whether scrutiny is described") for one in denials
        ]
        evidence = once(item for entry in (*described, *denials) for item in ask.evidence(entry))
        return ask.one(answer.possible | {MET}, message, evidence=evidence, missing=needs)
    if denials:
        return answer
    evidence = once(item for entry in described for item in ask.evidence(entry))
    return ask.one(True, "described by naming who scrutinises, or how", evidence=evidence)


_DESCRIBED = stated(Topic.SCRUTINY, {"effectiveness": "scrutiny of effectiveness"}, plan=True)

SP = "safeguarding partners"
EACH = frozenset({MET, PARTLY_MET, NOT_MET, INDETERMINATE})
READ = Verification.READ
CORROBORATED = Verification.CORROBORATED
_AGREED: Any = {
    "who": SP,
    "heading": HEADING,
    "silence": NOT_MET,
    "premises": ("ch3.partners.arrange",),
    "owed_from": FIRST_PUBLICATION,
}
_LISTED: Any = {**_AGREED, "premises": ("ch3.ra.publish-list",)}
_SHOULD: Any = {"level": Level.SHOULD, "citations": (guidance(HEADING, PAGES),)}
_WHICH = next(other for other in RELEVANT_AGENCIES if other.key == "ch3.ra.publish-list")


def _must(*citations: Citation) -> dict[str, Any]:
    return {"level": Level.MUST, "citations": (*citations, guidance(HEADING))}


REQUIREMENTS = (
    Requirement(
        key="ch3.publish.publish",
        title="The arrangements are published",
        asks="The partners publish the arrangements.",
        verification=READ,
        read_at=("S16G", "BEVAN"),
        checked=Checked.DOCUMENTS,
        reaches=frozenset({MET, NOT_MET, INDETERMINATE}),
        do="Publish the arrangements, and record the date and the address.",
        check=_publish,
        settle=remedies.published,
        **_must(act("16G", "(2)")),
        **{**_AGREED, "premises": (), "silence": INDETERMINATE},
    ),
    Requirement(
        key="ch3.publish.identify-respond",
        title="How needs are identified and responded to",
        asks="The published arrangements say how the partners work together to identify and respond to needs.",
        verification=READ,
        read_at=("S16E", "BEVAN"),
        do="Say how the partners together identify children's needs, and how they respond to them.",
        **stated(
            Topic.IDENTIFY_RESPOND, {"identify": "identifying needs", "respond": "responding to needs"}, plan=True
        ),
        **_must(act("16E", "(2)")),
        **_AGREED,
    ),
    Requirement(
        key="ch3.publish.lcspr",
        title="Commissioning and publishing practice reviews",
        asks=(
            "The published arrangements include those for commissioning and for publishing local child "
            "safeguarding practice reviews."
        ),
        verification=READ,
        read_at=("S16F", "S16G", "BEVAN"),
        do="Say who commissions local child safeguarding practice reviews, and how their reports are published.",
        **stated(Topic.REVIEWS, {"commission": "commissioning reviews", "publish": "publishing reviews"}, plan=True),
        **_must(act("16F", "(1)"), act("16G", "(1)-(2)")),
        **_AGREED,
    ),
    Requirement(
        key="ch3.publish.scrutiny",
        title="Independent scrutiny is described",
        asks="The published arrangements include those for independent scrutiny of their effectiveness.",
        verification=READ,
        read_at=("S16G", "BEVAN"),
        do="Describe how the effectiveness of the arrangements is scrutinised independently.",
        **{**_DESCRIBED, "check": _scrutiny},
        **_must(act("16G", "(3)")),
        **_AGREED,
    ),
    Requirement(
        key="ch3.publish.partners",
        title="Who the partners are",
        asks="They say who the safeguarding partners are, above all where several local authority areas are covered.",
        verification=READ,
        read_at=("BEVAN",),
        checked=Checked.DOCUMENTS,
        reaches=EACH,
        do="Name each partner, and who represents it.",
        check=_partners,
        settle=remedies.published_leads,
        **_SHOULD,
        **_AGREED,
    ),
    Requirement(
        key="ch3.publish.boundaries",
        title="Geographical boundaries",
        asks="They give the geographical boundaries, above all where several local authority areas are covered.",
        verification=READ,
        read_at=("BEVAN",),
        checked=Checked.DOCUMENTS,
        reaches=EACH,
        do="Name the local authority areas, and how much of them each partner covers.",
        check=_boundaries,
        settle=settled(remedies.covers),
        **_SHOULD,
        **_AGREED,
    ),
    Requirement(
        key="ch3.publish.ra-which",
        title="Which relevant agencies",
        asks="They say which relevant agencies the partners will work with.",
        verification=READ,
        read_at=("BEVAN",),
        checked=Checked.DOCUMENTS,
        reaches=_WHICH.reaches,
        do=_WHICH.do,
        check=_WHICH.check,
        settle=_WHICH.settle,
        restates=_WHICH.key,
        **_SHOULD,
        **_AGREED,
    ),
    Requirement(
        key="ch3.publish.ra-why",
        title="Why those agencies",
        asks="They say why those relevant agencies were chosen.",
        verification=READ,
        read_at=("BEVAN",),
        checked=Checked.DOCUMENTS,
        reaches=EACH,
        do="Say of each relevant agency, or of all, why it was chosen.",
        check=_why,
        settle=remedies.of_each_agency("reason", "the reason for choosing {}"),
        **_SHOULD,
        **_LISTED,
    ),
    Requirement(
        key="ch3.publish.ra-how",
        title="How agencies take part",
        asks="They say how partners and relevant agencies will collaborate and work together to improve outcomes.",
        verification=READ,
        read_at=("BEVAN",),
        checked=Checked.PRESENCE,
        reaches=frozenset({NEEDS_JUDGEMENT, PARTLY_MET, NOT_MET, INDETERMINATE}),
        do="Say of each relevant agency how it takes part: by a seat, a group, a report.",
        check=_collaboration,
        settle=remedies.of_each_agency("how", "how the partners work with {}"),
        **_SHOULD,
        **_LISTED,
    ),
    Requirement(
        key="ch3.publish.education",
        title="How education is included",
        asks=(
            "They say how all early years settings, schools (independent schools, academies and free schools "
            "among them) and other educational establishments are included."
        ),
        verification=READ,
        read_at=("BEVAN", "CWAC"),
        do="Say of each kind of educational establishment how it is included.",
        **stated(
            Topic.EDUCATION,
            {
                "early-years": "early years settings",
                "schools": "schools",
                "independent-schools": "independent schools",
                "academies-and-free-schools": "academies and free schools",
                "other-establishments": "other educational establishments",
            },
            plan=True,
        ),
        **_SHOULD,
        **_AGREED,
    ),
    Requirement(
        key="ch3.publish.custody-homes",
        title="Youth custody and residential homes",
        asks="They say how any youth custody and any residential homes for children are included.",
        verification=READ,
        read_at=("BEVAN", "CWAC"),
        do="Say how each is included, or that there is none in the area.",
        **stated(
            Topic.CUSTODY_HOMES, {"youth-custody": "youth custody", "residential-homes": "residential homes"}, plan=True
        ),
        **_SHOULD,
        **_AGREED,
    ),
    Requirement(
        key="ch3.publish.data",
        title="Use of data and intelligence",
        asks="They say how data and intelligence are used to assess how effective help is, early help included.",
        verification=READ,
        read_at=("BEVAN",),
        do="Say which data are used, by whom, how often, and what they show of help and of early help.",
        **stated(
            Topic.DATA,
            {"effectiveness": "assessing effectiveness", "early-help": "early help"},
            by_person=True,
            plan=True,
        ),
        **_SHOULD,
        **_AGREED,
    ),
    Requirement(
        key="ch3.publish.training",
        title="Inter-agency training",
        asks="They say how inter-agency training is commissioned, delivered and monitored for its impact.",
        verification=READ,
        read_at=("BEVAN", "South Tees 2019"),
        do="Say who commissions the training, how it is delivered, and how its impact is monitored.",
        **stated(
            Topic.TRAINING, {"commission": "commissioning", "deliver": "delivery", "monitor": "monitoring"}, plan=True
        ),
        **_SHOULD,
        **_AGREED,
    ),
    Requirement(
        key="ch3.publish.audits",
        title="Multi-agency audits",
        asks="They say how multi-agency and inter-agency audits are undertaken.",
        verification=CORROBORATED,
        read_at=("BEXSHIELD",),
        do="Describe the programme of audits: what is audited, by whom, how often.",
        **stated(Topic.AUDITS, {"programme": "the programme of audits"}, plan=True),
        **_SHOULD,
        **_AGREED,
    ),
    Requirement(
        key="ch3.publish.funding",
        title="How the arrangements are funded",
        asks="They say how the arrangements are funded.",
        verification=READ,
        read_at=("ESSEX39", "ZOOMBMA"),
        checked=Checked.DOCUMENTS,
        reaches=frozenset({MET, NOT_MET, INDETERMINATE}),
        do="Say who pays towards the arrangements, and how much.",
        check=_funded,
        settle=remedies.how_funded,
        **_SHOULD,
        **_AGREED,
    ),
    Requirement(
        key="ch3.publish.lcspr-process",
        title="The process of reviews, and their learning",
        asks="They set out the process for practice reviews, and how learning is embedded across organisations.",
        verification=CORROBORATED,
        read_at=("BEXSHIELD",),
        do="Set out the steps of a review, and how its learning is embedded.",
        **stated(Topic.REVIEWS, {"process": "the process of reviews", "embed": "embedding the learning"}, plan=True),
        **_SHOULD,
        **_AGREED,
    ),
    Requirement(
        key="ch3.publish.voice",
        title="The voice of children and families",
        asks="They say how the voice of children and of families is included.",
        verification=CORROBORATED,
        read_at=("BEXSHIELD",),
        do="Say by what means, and how often, children and families are heard.",
        **stated(
            Topic.VOICE,
            {"children": "the voice of children", "families": "the voice of families"},
            by_person=True,
            plan=True,
        ),
        **_SHOULD,
        **_AGREED,
    ),
    Requirement(
        key="ch3.publish.threshold",
        title="The threshold document",
        asks="They say how the threshold document aligns with the arrangements.",
        verification=READ,
        read_at=("CWAC",),
        do="Name the threshold document, and say how it aligns with the arrangements.",
        **stated(
            Topic.THRESHOLDS,
            {"document": "the threshold document", "alignment": "how it aligns with the arrangements"},
            plan=True,
        ),
        **_SHOULD,
        **_AGREED,
    ),
)
