"""Chapter 3, independent scrutiny: who scrutinises, how independent they are, and what they look at."""

from __future__ import annotations

from collections.abc import Iterator

from safeguarding.law import remedies
from safeguarding.law.asking import Ask, once
from safeguarding.law.drafting import Draft
from safeguarding.law.instruments import Verification, act, guidance
from safeguarding.law.outcomes import Answer, Missing, Outcome, Part, Possible
from safeguarding.law.requirement import Checked, Level, Requirement, Settle
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
from safeguarding.model import (
    Post,
    Progress,
    Scrutineer,
    ScrutinyEvent,
    Topic,
)
from safeguarding.structure.independence import ties_of

HEADING = "Independent scrutiny"


def include(ask: Ask) -> Answer:
    """Look whether somebody who is independent scrutinises the arrangements: one who is there is enough."""
    scrutineers: tuple[Scrutineer, ...] = ask.situation.of("scrutineers")
    parts = [_scrutineer(ask, scrutineer) for scrutineer in scrutineers] or _methods(ask)
    if not parts or not ask.situation.fully_read(Topic.SCRUTINEERS):
        need = "who scrutinises the arrangements independently, and on what basis they are independent"
        subject = "other scrutineers" if parts else "scrutineer"
        parts.append(ask.silent(subject, (Topic.SCRUTINEERS,), "scrutineer", need))
    return _best(parts)


def _methods(ask: Ask) -> list[Part]:
    """Make the part for ways of scrutiny that are listed without a scrutineer; none where none are."""
    events: tuple[ScrutinyEvent, ...] = ask.situation.of("scrutiny_events")
    if not events:
        return []
    evidence = tuple(item for event in events for item in ask.evidence(event))
    listed = "1 way of scrutiny is listed" if len(events) == 1 else f"{len(events)} ways of scrutiny are listed"
    message = f"{listed}, and no scrutineer is named"
    return [ask.part("methods", NEEDS_JUDGEMENT, message, evidence=evidence)]


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
    if ask.situation.during(scrutineer) is False:
        if scrutineer.starts is not None and scrutineer.starts.earliest > ask.as_of:
            return ask.planned(title, scrutineer.starts, "planned", evidence=evidence)
        return ask.part(title, False, "no longer there", evidence=evidence)
    possible, message, missing = _independence(ask, scrutineer)
    doubts = _doubts(ask, scrutineer)
    if doubts:
        said = ", ".join(_stated(scrutineer))
        missing += (Missing(path=f"scrutineer.{scrutineer.id}.progress", need=f"whether the {title} is in place"),)
        message = f"whether it is in place is open ({said}); {message}"
    return ask.part(title, possible | doubts, message, evidence=evidence, missing=missing)


def _stated(scrutineer: Scrutineer) -> Iterator[str]:
    """Say what is stated of when a scrutineer is there."""
    yield " or ".join(item.value for item in scrutineer.values("progress")) or "not readable"
    for word, name in (("from", "starts"), ("until", "ends")):
        days = [when.in_words() for when in scrutineer.values(name) if when is not None]
        if days or name in scrutineer.unknown:
            yield f"{word} {' or '.join(days) or 'a day that could not be read'}"


def _doubts(ask: Ask, scrutineer: Scrutineer) -> Possible:
    """Say what a scrutineer comes to who, as the documents leave open, may not be there yet, or any more."""
    progress, starts, ends = (scrutineer.values(name) for name in ("progress", "starts", "ends"))
    doubts: set[Outcome] = set()
    if not starts or any(when is not None and when.latest > ask.as_of for when in starts):
        doubts.add(NOT_DUE)
    if not ends or any(when is not None and when.earliest < ask.as_of for when in ends):
        doubts.add(NOT_MET)
    if not progress or {Progress.PLANNED, Progress.VACANT} & set(progress):
        doubts.add(NOT_MET)
    if None in starts and (not progress or Progress.PLANNED in progress):
        doubts.add(NOT_DUE)
    return frozenset(doubts)


def _independence(ask: Ask, scrutineer: Scrutineer) -> tuple[Possible, str, tuple[Missing, ...]]:
    """Say what a scrutineer who is in place comes to."""
    ties = [tie for tie in ties_of(ask.situation, scrutineer) if tie.kind.tells]
    sure = [tie.text for tie in ties if tie.truth]
    if sure:
        return frozenset({NEEDS_JUDGEMENT}), f"laid before a person, since {'; '.join(sure)}", ()
    posts = [entry for who in scrutineer.held_by if isinstance(entry := ask.situation.entries.get(who), Post)]
    basis = next((text for text in (scrutineer.independence, *(post.independence for post in posts)) if text), None)
    path = f"scrutineer.{scrutineer.id}"
    need = Missing(path=f"{path}.independence", need=f"on what basis the {scrutineer.title} is independent")
    missing: tuple[Missing, ...] = () if basis else (need,)
    missing += tuple(Missing(path=path, need=f"whether {tie.text}") for tie in ties if tie.truth is None)
    message = f"independent: {basis}" if basis else "on what basis it is independent is not said"
    perhaps = "".join(f"; perhaps {tie.text}" for tie in ties if tie.truth is None)
    return frozenset({MET, NEEDS_JUDGEMENT} if missing else {MET}), message + perhaps, missing


READ = Verification.READ
SP = "safeguarding partners"
CITED = (guidance(HEADING),)
ARRANGED = ("ch3.partners.arrange",)


def where_nobody_is_named(deny: Settle) -> Settle:
    """Settle something of scrutiny only where the text names neither who scrutinises, nor how: that describes it."""

    def only(draft: Draft, answer: Answer) -> Outcome | None:
        named = (*draft.ask.situation.of("scrutineers"), *draft.ask.situation.of("scrutiny_events"))
        return None if any(entry.where for entry in named) else deny(draft, answer)

    return only


_ASSURANCE = stated(
    Topic.SCRUTINY,
    {"effectiveness": "effectiveness", "serious-incidents": "reviews of serious incidents"},
    by_person=True,
)

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
        check=include,
        settle=remedies.scrutineer,
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
        read_at=("VKPP", "Lincolnshire 2019", "South Tees 2019"),
        silence=INDETERMINATE,
        do="Record that scrutiny covers effectiveness and the review of serious incidents.",
        premises=SCRUTINISED,
        **{**_ASSURANCE, "deny": where_nobody_is_named(_ASSURANCE["deny"])},
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
        read_at=("VKPP", "GSCP", "Lincolnshire 2019"),
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
        read_at=("KRSCP", "South Tees 2019"),
        silence=NOT_MET,
        do="Say how the yearly report is scrutinised independently.",
        premises=ARRANGED,
        owed_from=FIRST_PUBLICATION,
        **stated(Topic.SCRUTINY, {"yearly-report": "scrutiny of the yearly report"}, plan=True),
    ),
)
