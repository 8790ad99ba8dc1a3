"""What is drafted where a requirement asks for structure: partners, bodies, agencies, money, dates."""

from __future__ import annotations

from collections.abc import Callable

from safeguarding.law.drafting import Draft
from safeguarding.law.outcomes import Answer, Outcome
from safeguarding.law.patches import Blank, Fill
from safeguarding.law.wt2018.regard import in_force_when_written
from safeguarding.model import Publication, RelevantAgency, Side

MET, NEEDS_JUDGEMENT = Outcome.MET, Outcome.NEEDS_JUDGEMENT
SETTLED = frozenset({MET, NEEDS_JUDGEMENT})


def open_subjects(answer: Answer) -> set[str] | None:
    """Return the subjects of the parts that are not settled; none where the answer has no parts."""
    if not answer.parts:
        return None
    return {part.subject for part in answer.parts if part.outcome not in SETTLED}


def _failed(answer: Answer, subject: str) -> bool:
    """Say whether a part is surely unmet for more than its absence: an addition may not mend it."""
    return any(part.subject == subject and part.outcome is Outcome.NOT_MET for part in answer.parts)


def not_written_down(answer: Answer) -> bool:
    """Say whether part of a list is not written down, or was not read: what it holds is only in the document."""
    return any(missing.path in {"transcribed", "source.unread"} for missing in answer.missing)


# Partners and those who lead


def partners(draft: Draft, _: Answer) -> Outcome | None:
    """Draft a partner for each side that has none; what else is open of those who are there is theirs to correct."""
    there = {partner.side for partner in draft.ask.situation.of("partners")}
    if there == set(Side):
        return None
    for side in Side:
        if side not in there:
            draft.partner(side)
    return MET


def area(draft: Draft, _: Answer) -> Outcome | None:
    """Draft the local authority area that the arrangements are for, where none is written down."""
    if any(document.areas for document in draft.ask.situation.partnership.documents):
        return None
    draft.area()
    return MET


def guidance(draft: Draft, _: Answer) -> Outcome | None:
    """Draft the naming of the guidance that was in force when the arrangements were written, beside what is named."""
    document = draft.ask.situation.document
    publication = document.publication if document else Publication()
    wanted = in_force_when_written(publication, draft.ask.as_of)
    if len(wanted) != 1 or len(publication.values("guidance")) > 1:
        return None
    named = dict.fromkeys(edition.value for edition in (*publication.guidance, *wanted))
    draft.publish(guidance=tuple(named))
    return MET


_OFFICES = {
    Side.LOCAL_AUTHORITY: ("chief-executive", "Chief Executive"),
    Side.HEALTH: ("accountable-officer", "Accountable Officer"),
    Side.POLICE: ("chief-officer-of-police", "Chief Constable"),
}


def leads(draft: Draft, answer: Answer) -> Outcome | None:
    """Draft the lead representative of each partner that has none of the office named by the guidance."""
    wanted = open_subjects(answer)
    situation = draft.ask.situation
    pairs = [(partner.side, partner.agency) for partner in situation.partners]
    if pairs and not_written_down(answer):
        return None
    if not pairs:
        draft.complete("areas", "partners", "leads")
        pairs = [(side, draft.partner(side)) for side in Side]
    for side, agency in pairs:
        subject = situation.name(agency)
        named = {subject, f"who represents {subject}", f"the {side.value} partner"}
        if wanted is not None and not named & wanted:
            continue
        office, _ = _OFFICES[side]
        post = draft.free(f"{agency}-lead")
        title = Blank(f"the title of the post that leads for {draft.whom(agency)}", Fill.NAME)
        draft.add("post", {"id": post, "title": title, "agency": agency, "office": office})
        draft.add("lead", {"partner": agency, "post": post, "where": draft.where()})
    return MET



# Bodies


def lines(draft: Draft, answer: Answer) -> Outcome | None:
    """Draft the line of each body that has none, and a lead group where there is none to report to."""
    bodies = {body.name: body for body in draft.ask.situation.bodies}
    wanted = open_subjects(answer) or ({*bodies} if bodies else set())
    lead = draft.lead_group()
    for name in sorted(wanted & bodies.keys()):
        body = bodies[name]
        if (
            body.id == lead
            or body.reports_to
            or body.also
            or (_failed(answer, name) and body.status.value != "in-force")
        ):
            return None
        draft.change(f"body.{body.id}", reports_to=(lead,))
    return NEEDS_JUDGEMENT


def lead_group(draft: Draft, _: Answer) -> Outcome | None:
    """Draft the group in which the partners lead together, where there is none; or how often it meets."""
    groups = [body for body in draft.ask.situation.bodies if body.kind.value == "lead-group"]
    if not groups:
        draft.lead_group()
        return MET
    if len(groups) == 1 and not groups[0].meets and groups[0].seats and "meets" not in groups[0].unknown:
        draft.change(f"body.{groups[0].id}", meets=Blank("how often it meets", Fill.FREQUENCY))
        return MET
    return None


def link(draft: Draft, answer: Answer) -> Outcome | None:
    """Draft a link to another partnership, or how those that are named are linked."""
    wanted = open_subjects(answer)
    others = draft.ask.situation.of("other_partnerships")
    if not others:
        draft.add(
            "other_partnership",
            {
                "id": draft.free("wellbeing-board"),
                "name": Blank("the name of the health and wellbeing board", Fill.NAME),
                "kind": "health-and-wellbeing-board",
                "how": Blank("how it is linked with this partnership"),
                "where": draft.where(),
            },
        )
    for other in others:
        if wanted is None or other.name in wanted:
            draft.change(f"other_partnership.{other.id}", how=Blank(f"how {other.name} is linked"))
    return MET


def scrutineer(draft: Draft, _: Answer) -> Outcome | None:
    """Draft an independent scrutineer, where none is named; or on what basis the one who is named is independent."""
    named = draft.ask.situation.of("scrutineers")
    basis = Blank("on what basis the scrutineer is independent of the partners")
    one = named[0] if len(named) == 1 else None
    if one and not (one.independence or one.also or one.held_by or one.appointed_by or one.paid_by or one.unknown):
        draft.change(f"scrutineer.{one.id}", independence=basis)
        return MET if one.progress.value == "in-place" and draft.ask.situation.during(one) else None
    if named or draft.ask.situation.of("scrutiny_events"):
        return None
    title = Blank("the title of the scrutineer", Fill.NAME)
    identity = draft.free("scrutineer")
    draft.add(
        "scrutineer",
        {"id": identity, "title": title, "form": "person", "independence": basis, "where": draft.where()},
    )
    return MET


# Relevant agencies


def agency_list(draft: Draft, answer: Answer) -> Outcome | None:
    """Draft a relevant agency where none is named; or which paragraphs of the Schedule a wide class means."""
    wanted = open_subjects(answer)
    named: tuple[RelevantAgency, ...] = draft.ask.situation.of("relevant_agencies")
    promise = NEEDS_JUDGEMENT if NEEDS_JUDGEMENT in draft.ask.requirement.reaches else MET
    if not named:
        draft.add(
            "relevant_agency",
            {
                "id": draft.free("district-councils"),
                "name": Blank(
                    "the organisation, or the class of organisations, that the partners work with", Fill.NAME
                ),
                "paragraphs": (Blank("the paragraph of the Schedule, from 1 to 38", Fill.PARAGRAPH),),
                "where": draft.where(),
            },
        )
        return promise
    for agency in named:
        if (wanted is None or agency.name in wanted) and agency.paragraphs is None:
            paragraph = Blank(f"the paragraphs of the Schedule that “{agency.name}” means", Fill.PARAGRAPH)
            draft.change(f"relevant_agency.{agency.id}", paragraphs=(paragraph,))
    return promise


def of_each_agency(name: str, words: str) -> Callable[[Draft, Answer], Outcome | None]:
    """Make what drafts a field of each relevant agency of which nothing is said.

    Args:
        name: the field.
        words: what it is to say, with braces for the name of the agency.
    """

    def settle(draft: Draft, answer: Answer) -> Outcome | None:
        wanted = open_subjects(answer)
        promise = NEEDS_JUDGEMENT if NEEDS_JUDGEMENT in draft.ask.requirement.reaches else MET
        named: tuple[RelevantAgency, ...] = draft.ask.situation.of("relevant_agencies")
        if not_written_down(answer) or any(missing.path.endswith(".national") for missing in answer.missing):
            return None
        for agency in named:
            if wanted is not None and agency.name not in wanted:
                continue
            if getattr(agency, name) is not None or agency.also:
                return None
            draft.fill(f"relevant_agency.{agency.id}", name, Blank(words.format(agency.name)))
        return promise if named else None

    return settle


# Publication and money


def published(draft: Draft, _: Answer) -> Outcome | None:
    """Draft the day of publication, where none is stated."""
    document = draft.ask.situation.document
    if document is not None and (document.publication.published or document.publication.also):
        return None
    draft.publish(published=Blank("the day of publication", Fill.DAY, until=draft.ask.as_of))
    return MET


def payments(draft: Draft, _: Answer) -> Outcome | None:
    """Draft who pays what, where nothing of it is stated."""
    situation = draft.ask.situation
    if situation.of("funding"):
        return None
    payers = [(partner.side, partner.agency) for partner in situation.partners]
    payers = payers or [(side, draft.partner(side)) for side in Side]
    draft.add(
        "funding",
        {
            "id": draft.free("budget"),
            "lines": tuple(
                {
                    "label": Blank(f"the payer as printed: the {side.value} partner", Fill.NAME),
                    "paid_by": (payer,),
                    "amount": Blank("what it pays", Fill.AMOUNT),
                }
                for side, payer in payers
            ),
            "basis": Blank("on what basis the shares were agreed"),
            "costs": ({"label": Blank("the costs of practice reviews", Fill.NAME), "covers_reviews": True},),
            "where": draft.where(),
        },
    )
    return NEEDS_JUDGEMENT if NEEDS_JUDGEMENT in draft.ask.requirement.reaches else MET
