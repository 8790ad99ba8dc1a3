"""Chapter 3, independent scrutiny: who scrutinises, how independent they are, and what they look at."""

from __future__ import annotations

from collections.abc import Iterator

from safeguarding.law.asking import Ask, once
from safeguarding.law.instruments import Verification, act, guidance
from safeguarding.law.outcomes import Answer, Missing, Part, Possible
from safeguarding.law.requirement import Checked, Level, Requirement
from safeguarding.law.said import best_of
from safeguarding.law.stated import (
    INDETERMINATE,
    MET,
    NEEDS_JUDGEMENT,
    NOT_DUE,
    NOT_MET,
    laid_out,
    stated,
)
from safeguarding.law.wt2018.deadlines import FIRST_PUBLICATION
from safeguarding.model import Body, Office, OtherPartnership, Post, Progress, Scrutineer, Topic

HEADING = "Independent scrutiny"


def _include(ask: Ask) -> Answer:
    scrutineers: tuple[Scrutineer, ...] = ask.situation.of("scrutineers")
    events = ask.situation.of("scrutiny_events")
    need = "who scrutinises the arrangements independently, and on what basis they are independent"
    if scrutineers:
        parts = [_scrutineer(ask, scrutineer) for scrutineer in scrutineers]
        return _best(parts)
    if events:
        evidence = tuple(item for event in events for item in ask.evidence(event))
        message = f"{len(events)} ways of scrutiny are listed, and no person or body is named"
        return ask.one(NEEDS_JUDGEMENT, message, evidence=evidence)
    return ask.whole([ask.silent("scrutineer", (Topic.SCRUTINEERS,), "scrutineer", need)])


def _best(parts: list[Part]) -> Answer:
    """Answer for all scrutineers together: one who is there and independent is enough."""
    possible = best_of([part.possible for part in parts])
    telling = [part for part in parts if part.outcome in possible] or parts
    return Answer(
        possible=possible,
        message="; ".join(f"{part.subject}: {part.message}" for part in telling),
        parts=tuple(parts) if len(parts) > 1 else (),
        evidence=once(item for part in parts for item in part.evidence),
        missing=() if possible == {MET} else once(item for part in parts for item in part.missing),
        due=next((part.due for part in parts if part.due), None) if possible == {NOT_DUE} else None,
    )


def _scrutineer(ask: Ask, scrutineer: Scrutineer) -> Part:
    """Look at one scrutineer: in place, independent on a stated basis, without ties."""
    title = scrutineer.title
    evidence = ask.evidence(scrutineer)
    there = ask.situation.during(scrutineer)
    if there is False:
        if scrutineer.starts is not None and scrutineer.starts.earliest > ask.as_of:
            return ask.planned(title, scrutineer.starts, "planned", evidence=evidence)
        return ask.part(title, False, "no longer there", evidence=evidence)
    possible, message, missing = _independence(ask, scrutineer)
    progress = scrutineer.values("progress")
    if there is None or not progress or {Progress.PLANNED, Progress.VACANT} & set(progress):
        said = " or ".join(item.value for item in progress) or "not said"
        missing += (Missing(path=f"scrutineer.{scrutineer.id}.progress", need=f"whether the {title} is in place"),)
        message = f"whether it is in place is open ({said}); {message}"
        possible |= {NOT_MET}
    return ask.part(title, possible, message, evidence=evidence, missing=missing)


def _independence(ask: Ask, scrutineer: Scrutineer) -> tuple[Possible, str, tuple[Missing, ...]]:
    """Say what a scrutineer who is in place comes to."""
    ties = tuple(dict.fromkeys(_ties(ask, scrutineer)))
    if ties:
        return frozenset({NEEDS_JUDGEMENT}), f"laid before a person, since {'; '.join(ties)}", ()
    posts = [entry for who in scrutineer.held_by if isinstance(entry := ask.situation.entries.get(who), Post)]
    basis = next((text for text in (scrutineer.independence, *(post.independence for post in posts)) if text), None)
    if basis is not None:
        return frozenset({MET}), f"independent: {basis}", ()
    path = f"scrutineer.{scrutineer.id}.independence"
    need = Missing(path=path, need=f"on what basis the {scrutineer.title} is independent")
    return frozenset({MET, NEEDS_JUDGEMENT}), "on what basis it is independent is not said", (need,)


def _ties(ask: Ask, scrutineer: Scrutineer) -> Iterator[str]:
    """Find what ties a scrutineer to what is scrutinised."""
    roles = {scrutineer.id, *_same_holders(ask, scrutineer)}
    for body in ask.situation.bodies:
        if body.chair and roles & set(body.chair.held_by) and body.id not in scrutineer.held_by:
            yield f"it also chairs {body.name}"
        if any(seat.post in roles for seat in body.seats):
            yield f"it also sits on {body.name}"
    for who in sorted(roles):
        yield from _belonging(ask, who)
    partners = set(ask.situation.partner_agencies)
    for verb, givers in (("appointed", scrutineer.appointed_by), ("paid", scrutineer.paid_by)):
        if len(givers) == 1 and givers[0] in partners and len(partners) > 1:
            yield f"it is {verb} by {ask.situation.name(givers[0])} alone"


def _belonging(ask: Ask, who: str) -> Iterator[str]:
    """Find to which partner, or to what that is scrutinised, the holder of a role belongs."""
    name = ask.situation.name
    partners = ask.situation.partner_agencies
    entry = ask.situation.entries.get(who)
    if isinstance(entry, Post) and entry.office is Office.INDEPENDENT_CHAIR:
        yield f"the post is that of a chair ({entry.title})"
    if isinstance(entry, Post) and entry.agency in partners:
        yield f"it is a post of {name(entry.agency)}, a partner"
    if isinstance(entry, OtherPartnership) and entry.belongs_to in partners:
        yield f"{entry.name} belongs to {name(entry.belongs_to)}, a partner"
    if isinstance(entry, Body) and entry.reports_to:
        yield f"{entry.name} reports to {name(entry.reports_to[0].to)}, within what is scrutinised"
    if who in partners:
        yield f"it is {name(who)}, a partner"


def _same_holders(ask: Ask, scrutineer: Scrutineer) -> set[str]:
    """Return the posts and bodies that hold the role, with other posts of the same holders."""
    found = set(scrutineer.held_by)
    posts: tuple[Post, ...] = ask.situation.of("posts")
    for post in posts:
        if post.id in found:
            found.update(post.same_holder_as)
        elif found & set(post.same_holder_as):
            found.add(post.id)
    return found


READ = Verification.READ
SP = "safeguarding partners"
CITED = (guidance(HEADING),)
ARRANGED = ("ch3.partners.arrange",)
SCRUTINISED = ("ch3.publish.scrutiny",)

REQUIREMENTS = (
    Requirement(
        key="ch3.scrutiny.include",
        title="Scrutiny by an independent person",
        level=Level.MUST,
        who=SP,
        asks="The arrangements include scrutiny of their effectiveness by an independent person.",
        heading=HEADING,
        citations=(act("16G", "(3)"),),
        verification=READ,
        read_at=("S16G",),
        checked=Checked.DOCUMENTS,
        silence=INDETERMINATE,
        reaches=frozenset({MET, NOT_MET, NOT_DUE, INDETERMINATE, NEEDS_JUDGEMENT}),
        do="Name the scrutineer, and on what basis they are independent of the partners and of what is scrutinised.",
        check=_include,
        premises=ARRANGED,
        owed_from=FIRST_PUBLICATION,
    ),
    Requirement(
        key="ch3.scrutiny.assurance",
        title="What scrutiny gives assurance on",
        level=Level.SHOULD,
        who="scrutineer",
        asks=(
            "Scrutiny gives assurance on effectiveness for all children, also on how serious cases are "
            "identified and reviewed, and sits beside the work of the inspectorates."
        ),
        heading=HEADING,
        citations=CITED,
        verification=READ,
        read_at=("VKPP", "seed 003", "seed 004"),
        silence=INDETERMINATE,
        do="Record that scrutiny covers effectiveness and the review of serious incidents.",
        premises=SCRUTINISED,
        **stated(
            Topic.SCRUTINY,
            {"effectiveness": "effectiveness", "serious-incidents": "reviews of serious incidents"},
            by_person=True,
        ),
    ),
    Requirement(
        key="ch3.scrutiny.objective",
        title="Objective, a critical friend",
        level=Level.SHOULD,
        who=SP,
        asks="Scrutiny is objective, acts as a constructive critical friend, and promotes reflection.",
        heading=HEADING,
        citations=CITED,
        verification=READ,
        read_at=("VKPP", "GSCP", "seed 003"),
        silence=INDETERMINATE,
        do="Have a person judge how objective the scrutiny is.",
        premises=SCRUTINISED,
        **laid_out(Topic.SCRUTINY),
    ),
    Requirement(
        key="ch3.scrutiny.consider",
        title="What scrutiny considers",
        level=Level.SHOULD,
        who="scrutineer",
        asks=(
            "Scrutiny considers how well the arrangements work for children, families and practitioners, and "
            "how well the partners lead; how it is reported is agreed with them."
        ),
        heading=HEADING,
        citations=CITED,
        verification=READ,
        read_at=("VKPP",),
        silence=INDETERMINATE,
        do="Record what scrutiny looks at, and how it reports.",
        premises=SCRUTINISED,
        **stated(
            Topic.SCRUTINY,
            {
                "experience": "children, families and practitioners",
                "leadership": "the partners' leadership",
                "reporting": "how it is reported",
            },
            by_person=True,
        ),
    ),
    Requirement(
        key="ch3.scrutiny.plans",
        title="Plans for scrutiny and review",
        level=Level.SHOULD,
        who=SP,
        asks=(
            "The published arrangements set out the plans for scrutiny, how the arrangements will be reviewed, "
            "and how recommendations are taken forward."
        ),
        heading=HEADING,
        citations=(guidance(HEADING, "December 2020 edition, p. 80"),),
        verification=READ,
        read_at=("GSCP",),
        silence=NOT_MET,
        do="Set out the plan, when the arrangements are reviewed, and how recommendations are taken forward.",
        premises=ARRANGED,
        owed_from=FIRST_PUBLICATION,
        **stated(
            Topic.SCRUTINY,
            {
                "plan": "the plan for scrutiny",
                "review": "how the arrangements are reviewed",
                "recommendations": "how recommendations are taken forward",
            },
            plan=True,
        ),
    ),
    Requirement(
        key="ch3.scrutiny.yearly-report",
        title="Scrutiny of the yearly report",
        level=Level.SHOULD,
        who=SP,
        asks="The partners agree arrangements for independent scrutiny of the yearly report.",
        heading=HEADING,
        citations=(guidance(HEADING), act("16G", "(7)")),
        verification=Verification.CORROBORATED,
        read_at=("KRSCP", "seed 004"),
        silence=NOT_MET,
        do="Say how the yearly report is scrutinised independently.",
        premises=ARRANGED,
        owed_from=FIRST_PUBLICATION,
        **stated(Topic.SCRUTINY, {"yearly-report": "scrutiny of the yearly report"}, plan=True),
    ),
)
