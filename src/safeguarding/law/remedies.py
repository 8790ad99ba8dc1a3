"""What is drafted where a requirement asks for structure: partners, bodies, agencies, money, dates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from safeguarding.law.drafting import Draft, called
from safeguarding.law.gazetteer.rows import BOARDS_FROM
from safeguarding.law.outcomes import Answer, Outcome
from safeguarding.law.patches import Blank, Fill
from safeguarding.law.requirement import Settle
from safeguarding.law.settling import Say, Show, Way, amending, promised, settled
from safeguarding.law.wt2018.areas import KINDS, known_as, local_authority_areas
from safeguarding.law.wt2018.regard import in_force_when_written
from safeguarding.model import DocumentKind, Funding, Lead, Publication, RelevantAgency, Side, Topic

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


def partners(draft: Draft, answer: Answer) -> Outcome | None:
    """Draft a partner for each side that has none; what else is open of those who are there is theirs to correct."""
    situation = draft.ask.situation
    areas = local_authority_areas(draft.ask)
    known = [(area, text) for area in areas for text in known_as(area, draft.ask.as_of) if text]
    if known:
        # The gazetteer is loaded only for an area that is in it.
        from safeguarding.law.wt2018.required_partners import draft_required  # noqa: PLC0415  # as said above

        drafted = [draft_required(draft, area, text) for area, text in known]
        plain = len(known) == len(areas) == 1
        return MET if plain and drafted == [True] and not not_written_down(answer) else None
    there = {partner.side for partner in situation.of("partners")}
    lacking = {part.subject.partition(" for ")[0] for part in answer.parts if part.outcome not in SETTLED}
    if there == set(Side) or len(areas) > 1 or any(KINDS[side] in lacking for side in there):
        return None
    for side in Side:
        if side not in there:
            draft.partner(side)
    return MET


def take_part(draft: Draft, agency: str, side: Side) -> None:
    """Draft what a new partner needs where the others have it: a seat where they lead, who leads, and a delegate."""
    situation = draft.ask.situation
    for body in situation.bodies:
        if body.kind.value == "lead-group" and body.seats and not body.also:
            draft.seat(body.id, agency=agency)
    offices = _OFFICES if draft.ask.as_of < BOARDS_FROM else {**_OFFICES, Side.HEALTH: "chief-executive"}
    if situation.of("leads"):
        _lead(agency, offices[side], draft)
    if situation.of("delegations"):
        _delegate(agency, draft)


def authority_area(draft: Draft, _: Answer) -> Outcome | None:
    """Draft a local authority area, where none is named."""
    if local_authority_areas(draft.ask):
        return None
    draft.area()
    return MET


def covers(draft: Draft) -> Iterator[Show]:
    """Find what settles which areas each partner covers, where that is not said; and the area, where none is named."""
    areas = local_authority_areas(draft.ask)
    if not areas:
        yield Show(subjects=("the area",), draft=lambda own: bool(own.area()))
    extent = Blank("how much of it this partner covers", Fill.EXTENT)
    for partner in draft.ask.situation.partners:
        if not (partner.covers or partner.also or set(partner.unknown) - {"covers"}):
            over = tuple({"area": area.id, "extent": extent} for area in areas)
            yield amending(partner, draft.ask.situation.name(partner.agency), covers=over)


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


Offices = Mapping[Side, str]
"""The office that one holds who leads for a partner of a side."""

_OFFICES: Offices = {
    Side.LOCAL_AUTHORITY: "chief-executive",
    Side.HEALTH: "accountable-officer",
    Side.POLICE: "chief-officer-of-police",
}


def leads_of(offices: Offices) -> Settle:
    """Make what drafts who leads for each partner that has nobody of the office named by the guidance."""
    return settled(_no_partners(offices), leads_by("{}", offices))


def _no_partners(offices: Offices) -> Callable[[Draft], Iterator[Show]]:
    def ways(draft: Draft) -> Iterator[Show]:
        if draft.ask.situation.partners:
            return
        draft.complete("areas", "partners", "leads")
        for side in Side:
            yield Show(
                subjects=(f"the {side.value} partner",), draft=partial(_lead, draft.partner(side), offices[side])
            )

    return ways


def leads_by(subject: str, offices: Offices = _OFFICES) -> Callable[[Draft], Iterator[Show]]:
    """Make what drafts who leads for each partner.

    Args:
        subject: the subject of each partner, with braces for its name.
        offices: the office that one holds who leads, by side.
    """

    def ways(draft: Draft) -> Iterator[Show]:
        for partner in draft.ask.situation.partners:
            name = subject.format(draft.ask.situation.name(partner.agency))
            yield Show(subjects=(name,), draft=partial(_lead, partner.agency, offices[partner.side]))

    return ways


def _lead(agency: str, office: str, draft: Draft) -> bool:
    """Draft a post, and that it leads."""
    held = draft.post("lead", f"the title of the post that leads for {draft.whom(agency)}", agency, office)
    draft.add("lead", {"partner": agency, "post": held, "where": draft.where()})
    return True


leads = leads_of(_OFFICES)
"""Draft the lead representative of each partner that has none of the office named by the guidance."""

published_leads = settled(_no_partners(_OFFICES), leads_by("who represents {}"))
"""Draft who represents each partner."""

# Delegates


def delegates(subject: str) -> Callable[[Draft], Iterator[Show]]:
    """Make what drafts the delegate of each partner.

    Args:
        subject: the subject of each partner, with braces for its name.
    """

    def ways(draft: Draft) -> Iterator[Show]:
        there = draft.ask.situation.partners
        for partner in there:
            name = subject.format(draft.ask.situation.name(partner.agency))
            yield Show(subjects=(name,), draft=partial(_delegate, partner.agency))
        if not there:
            draft.complete("areas", "partners", "delegations")
            for side in Side:
                yield Show(subjects=(f"the {side.value} partner",), draft=partial(_delegate, draft.partner(side)))

    return ways


def delegate(draft: Draft) -> str:
    """Return the post of the delegate of some partner, drafted with the delegation."""
    partners_there = draft.ask.situation.partners
    agency = partners_there[0].agency if partners_there else draft.partner(Side.LOCAL_AUTHORITY)
    _delegate(agency, draft)
    return draft.post("delegate", "", agency)


def all_delegates(draft: Draft) -> bool:
    """Draft the delegate of every partner."""
    there = [partner.agency for partner in draft.ask.situation.partners]
    for agency in there or [draft.partner(side) for side in Side]:
        _delegate(agency, draft)
    return True


def _delegate(agency: str, draft: Draft) -> bool:
    """Draft a post, and that its partner's lead delegates to it."""
    whom = draft.whom(agency)
    draft.once(f"delegation {agency}", lambda: _delegation(agency, whom, draft))
    return True


def _delegation(agency: str, whom: str, draft: Draft) -> str:
    post = draft.post("delegate", f"the title of the delegate of {whom}", agency)
    rank = Blank(f"the rank and authority of the delegate of {whom}")
    own: tuple[Lead, ...] = draft.ask.situation.of("leads")
    accountable = next(
        (lead.post for lead in own if lead.partner == agency and not lead.also), draft.made(f"post lead {agency}")
    )
    values = {"partner": agency, "to": post, "seniority": rank, "accountable": accountable, "where": draft.where()}
    draft.add("delegation", {name: value for name, value in values.items() if value is not None})
    return post


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


def lead_group(draft: Draft, answer: Answer) -> Outcome | None:
    """Draft the group in which the partners lead together, where there is none; or how often it meets."""
    groups = [body for body in draft.ask.situation.bodies if body.kind.value == "lead-group"]
    if not groups:
        draft.lead_group()
        return MET
    open_still = {part.subject for part in answer.parts if part.outcome is not MET}
    if len(groups) == 1 and open_still == {"how often it meets"} and not groups[0].meets and not groups[0].unknown:
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
    new_scrutineer(draft)
    return MET


def new_scrutineer(draft: Draft) -> None:
    """Draft a scrutineer who is independent."""
    title = Blank("the title of the scrutineer", Fill.NAME)
    basis = Blank("on what basis the scrutineer is independent of the partners")
    identity = draft.free("scrutineer")
    draft.add(
        "scrutineer",
        {"id": identity, "title": title, "form": "person", "independence": basis, "where": draft.where()},
    )


def leads_meet(draft: Draft) -> bool:
    """Draft the group in which the partners lead together, where there is none; or how often it meets."""
    return lead_group(draft, Answer(possible=frozenset(), message="")) is MET


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


def unlisted(draft: Draft, _: Answer) -> Outcome:
    """Draft an organisation that does not fall under the Schedule."""
    draft.relevant_agency("outside-the-schedule", "an organisation that the Schedule does not name", ())
    return MET


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


def payments(draft: Draft, answer: Answer) -> Outcome | None:
    """Draft who pays what, for each partner of whom nothing of it is stated."""
    situation = draft.ask.situation
    if not situation.of("funding"):
        _budget(draft, [(partner.side, partner.agency) for partner in situation.partners], costs=True)
        return promised(draft)
    return settled(shares)(draft, answer) if answer.parts else None


def how_funded(draft: Draft, answer: Answer) -> Outcome | None:
    """Draft who pays what; or how the arrangements are funded, where a statement of funding does not say it."""
    words = "how the arrangements are funded"
    said_so = settled(Say(topic=Topic.FUNDING_BASIS, part="how-funded", subjects=(words,)))
    return said_so(draft, answer) if draft.ask.situation.of("funding") else payments(draft, answer)


def contribution(side: Side, agency: str, *subjects: str) -> Show:
    """Make what drafts, in a yearly report, the amount that a partner paid.

    Args:
        side: its side.
        agency: its agency.
        subjects: the subjects of the answer that it settles.
    """
    kind = DocumentKind.YEARLY_REPORT

    def draft_it(draft: Draft) -> bool:
        line = {
            "label": Blank(f"the payer as printed: {called(side)}", Fill.NAME),
            "paid_by": (agency,),
            "amount": Blank("what it paid", Fill.AMOUNT),
        }
        where = draft.where(kind)
        draft.add("funding", {"id": draft.new_id("contribution"), "lines": (line,), "where": where}, kind)
        return True

    return Show(subjects=subjects, draft=draft_it)


def partners_pay(draft: Draft, _: Answer) -> Outcome:
    """Draft that the partners pay."""
    _budget(draft, [(partner.side, partner.agency) for partner in draft.ask.situation.partners], costs=False)
    return MET


def agencies_pay(draft: Draft, _: Answer) -> Outcome:
    """Draft that a relevant agency pays: the first that is named, or a new one."""
    named: tuple[RelevantAgency, ...] = draft.ask.situation.of("relevant_agencies")
    payer = (
        named[0].id
        if named
        else draft.relevant_agency(
            "payer",
            "the relevant agency that pays",
            (Blank("the paragraph of the Schedule, from 1 to 38", Fill.PARAGRAPH),),
        )
    )
    whom = named[0].name if named else "the relevant agency"
    line = {
        "label": Blank(f"the payer as printed: {whom}", Fill.NAME),
        "paid_by": (payer,),
        "amount": Blank("what it pays", Fill.AMOUNT),
    }
    draft.add("funding", {"id": draft.new_id("contributions"), "lines": (line,), "where": draft.where()})
    return MET


def shares(draft: Draft) -> Iterator[Way]:
    """Find what settles which share each partner pays, and on what basis."""
    situation = draft.ask.situation
    funding: tuple[Funding, ...] = situation.of("funding")
    basis = Say(topic=Topic.FUNDING_BASIS, part="basis", subjects=("basis", "on what basis it is shared"))
    level = Say(topic=Topic.FUNDING_BASIS, part="level", subjects=("the level of funding from each partner",))
    yield from (basis, level)
    yield Say(topic=Topic.FUNDING_BASIS, part="reviews", subjects=("money for practice reviews", "practice reviews"))
    paying = {who for one in funding for line in one.lines for who in (*line.paid_by, *line.on_behalf_of)}
    for partner in situation.partners:
        if partner.agency not in paying:
            own = [(partner.side, partner.agency)]
            yield Show(subjects=(situation.name(partner.agency),), draft=partial(_pays, own))


def _pays(payers: Payers, draft: Draft) -> bool:
    _budget(draft, payers, costs=False)
    return True


Payers = Sequence[tuple[Side, str]]


def _budget(draft: Draft, payers: Payers, *, costs: bool) -> None:
    """Draft a statement of funding, with a line for each payer; for each partner, if none is given."""
    whole = {
        "basis": Blank("on what basis the shares were agreed"),
        "costs": ({"label": Blank("the costs of practice reviews", Fill.NAME), "covers_reviews": True},),
    }
    paying = payers or [(side, draft.partner(side)) for side in Side]
    sides = Counter(side for side, _ in paying)
    lines = [
        {
            # Each line has a label of its own, so that partners of one side are told apart by name.
            "label": Blank(
                f"the payer as printed: {called(side) if sides[side] == 1 else draft.whom(payer)}", Fill.NAME
            ),
            "paid_by": (payer,),
            "amount": Blank("what it pays", Fill.AMOUNT),
        }
        for side, payer in paying
    ]
    identity = draft.new_id("budget")
    draft.add("funding", {"id": identity, "lines": tuple(lines), **(whole if costs else {}), "where": draft.where()})
