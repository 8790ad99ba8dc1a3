"""Working Together 2023, information sharing and independent scrutiny."""

from __future__ import annotations

from attrs import evolve

from safeguarding.law import remedies
from safeguarding.law.asking import Ask
from safeguarding.law.instruments import WT2023, Citation, Verification, act, guidance
from safeguarding.law.outcomes import OPEN, Answer, Missing, Part
from safeguarding.law.papers import in_reports
from safeguarding.law.requirement import Checked, Level, Requirement
from safeguarding.law.said import said, the_best
from safeguarding.law.settling import Say, paper, settled
from safeguarding.law.stated import (
    INDETERMINATE,
    MET,
    NEEDS_JUDGEMENT,
    NOT_DUE,
    NOT_MET,
    PARTLY_MET,
    stated,
)
from safeguarding.law.wt2018.scrutiny import include, where_nobody_is_named
from safeguarding.model import Registered, Scrutineer, ScrutinyEvent, Standing, Topic
from safeguarding.unknown import agree, any_of

SECTION = "Information, scrutiny and funding"
"""Under what these requirements stand together here; the provisions are cited with a heading of their own."""
INFORMATION = "Information sharing"
HEADING = "Independent scrutiny"


def _agreement(ask: Ask) -> Answer:
    return ask.whole([_named(ask, part, words) for part, words in _SHARING.items()])


_SHARING = {"partners": "sharing between the partners", "agencies": "sharing with relevant agencies"}


def _named(ask: Ask, part: str, words: str) -> Part:
    """Look whether the agreement that is spoken of is a document that is named and stands."""
    topic = Topic.INFORMATION_AGREEMENT
    found = said(ask, topic, part, words)
    if MET not in found.possible:
        return found
    statements = [statement for statement in ask.situation.statements(topic) if part in statement.parts]
    documents = [identity for statement in statements for identity in statement.uses]
    unread = any(len(statement.values("uses")) != 1 for statement in statements)
    if not statements or (not documents and any(statement.by_reference for statement in statements)):
        return found  # silence; or what stands in the document itself
    stand = [_stands(ask.situation.entries[identity]) for identity in documents]
    truth = any_of([*stand, None] if unread or not stand else stand)
    if truth:
        return found
    path = ask.situation.path(statements[0])
    need = Missing(path=f"{path}.uses", need=f"which agreement it is, and that it is in force: {words}")
    names = ask.situation.names(dict.fromkeys(documents))
    message = "an agreement is spoken of, and none is named"
    if documents:
        message = f"{names} {'is' if truth is False else 'may be'} not in force"
    possible = found.possible - {MET} | {NOT_MET} if truth is False else found.possible | OPEN
    return evolve(found, possible=possible, message=message, missing=(*found.missing, need))


def _stands(document: Registered) -> bool | None:
    """Say whether a registered document is in force; what is planned may have come into force since."""
    return agree(
        False if Standing.ENDED in standing else None if Standing.PLANNED in standing else True
        for standing in document.values("standing")
    )


def _expertise(ask: Ask) -> Answer:
    """Lay before a person who scrutinises, and what is said of scrutiny."""
    entries = [*ask.situation.of("scrutineers"), *ask.situation.statements(Topic.SCRUTINY)]
    evidence = tuple(item for entry in entries for item in ask.evidence(entry))
    found = f"{len(entries)} entries bear on it" if len(entries) != 1 else "1 entry bears on it"
    message = f"for a person to judge: {found if entries else 'nothing in the documents bears on it'}"
    return ask.one(NEEDS_JUDGEMENT, message, evidence=evidence)


_PUBLISHED = {
    "plan": "how scrutiny is delivered",
    "by-whom": "by whom it is delivered",
    "review": "how, and how often, the arrangements are reviewed",
    "areas": "which areas are scrutinised",
    "recommendations": "how recommendations are taken forward",
}


def _published(ask: Ask) -> Answer:
    return ask.whole([_of_scrutiny(ask, part, words) for part, words in _PUBLISHED.items()])


def _of_scrutiny(ask: Ask, part: str, words: str) -> Part:
    """Look for one of the items: in a statement, or in the scrutineers and the programme, each with its place."""
    found = [said(ask, Topic.SCRUTINY, part, words)]
    scrutineers: tuple[Scrutineer, ...] = ask.situation.of("scrutineers")
    events: tuple[ScrutinyEvent, ...] = ask.situation.of("scrutiny_events")
    if part == "by-whom":
        found += [
            _shown(ask, words, ask.situation.during(one), f"by the {one.title}", one)
            for one in scrutineers
            if one.where and ask.situation.during(one) is not False
        ]
    if part in {"plan", "areas"}:
        found += [
            _shown(ask, words, scoped, f"in the programme: {event.scope or event.name}", event)
            for event in events
            if event.where
            and (scoped := part == "plan" or agree(bool(scope) for scope in event.values("scope"))) is not False
        ]
    return the_best(words, found)


def _shown(ask: Ask, words: str, truth: bool | None, message: str, entry: Scrutineer | ScrutinyEvent) -> Part:
    """Make the part that an entry shows, or may."""
    need = Missing(path=ask.situation.path(entry), need=f"whether this shows {words}")
    return ask.part(words, truth, message, evidence=ask.evidence(entry), missing=() if truth else (need,))


def _at(paragraphs: str, *others: Citation, heading: str = HEADING) -> tuple[Citation, ...]:
    return (guidance(heading, paragraphs, chapter=2, edition=WT2023), *others)


READ = Verification.READ
WT23 = ("WT23",)
SP = "safeguarding partners"
ARRANGED = ("ch3.partners.arrange",)

_FUNCTIONS = stated(
    Topic.SCRUTINY,
    {
        "challenge": "challenge in strategy and in operation",
        "effectiveness": "assurance on effectiveness",
        "duties": "duties, quality assurance and lessons of reviews",
        "voice": "the voice of children and families",
        "objectivity": "a critical friend who promotes reflection",
        "advice": "advice where there is disagreement",
        "yearly-report": "a contribution to the arrangements and the yearly report",
    },
)

REQUIREMENTS = (
    Requirement(
        key="wt23.info.agreement",
        title="An agreement on sharing information",
        level=Level.SHOULD,
        who=SP,
        asks=(
            "The partners have an agreement on how information is shared safely, between themselves and with "
            "relevant agencies."
        ),
        heading=SECTION,
        citations=_at("paragraph 88", heading=INFORMATION),
        verification=READ,
        read_at=WT23,
        checked=Checked.DOCUMENTS,
        silence=INDETERMINATE,
        reaches=frozenset({MET, PARTLY_MET, NOT_MET, NOT_DUE, INDETERMINATE}),
        do="Register the agreement, and say that information is shared by it.",
        check=_agreement,
        settle=settled(
            *(
                Say(
                    topic=Topic.INFORMATION_AGREEMENT,
                    part=part,
                    subjects=(words,),
                    uses=paper("information-sharing-agreement", "agreement", "an information sharing agreement"),
                )
                for part, words in _SHARING.items()
            )
        ),
        premises=ARRANGED,
    ),
    Requirement(
        key="wt23.scrutiny.effective",
        title="Effective independent scrutiny",
        level=Level.MUST,
        who=SP,
        asks="The partners ensure that there are arrangements for effective independent scrutiny.",
        heading=SECTION,
        citations=_at("paragraph 89", act("16G", "(3)")),
        verification=READ,
        read_at=WT23,
        checked=Checked.DOCUMENTS,
        silence=INDETERMINATE,
        reaches=frozenset({MET, NOT_MET, NOT_DUE, INDETERMINATE, NEEDS_JUDGEMENT}),
        do="Name the scrutineer, and on what basis they are independent of the partners and of what is scrutinised.",
        check=include,
        settle=remedies.scrutineer,
        premises=ARRANGED,
        restates="ch3.scrutiny.include",
        repeats=("ch3.scrutiny.include",),
    ),
    Requirement(
        # Read at source, by the digest, are the first, the last and their number; the rest as a partnership puts them.
        key="wt23.scrutiny.functions",
        title="The seven functions of scrutiny",
        level=Level.SHOULD,
        who="scrutineer",
        asks=(
            "Scrutiny challenges and supports at every level, gives assurance on effectiveness, sees that duties and "
            "lessons are carried out and that children and families are heard, is a critical friend, advises where "
            "there is disagreement, and contributes to the arrangements and the yearly report."
        ),
        heading=SECTION,
        citations=_at("paragraphs 89-90"),
        verification=READ,
        read_at=WT23,
        silence=INDETERMINATE,
        do="Put the seven functions into the terms of reference of scrutiny.",
        premises=ARRANGED,
        succeeds=(
            "ch3.scrutiny.assurance",
            "ch3.scrutiny.objective",
            "ch3.scrutiny.consider",
            "ch3.scrutiny.yearly-report",
        ),
        **{**_FUNCTIONS, "deny": where_nobody_is_named(_FUNCTIONS["deny"])},
    ),
    Requirement(
        key="wt23.scrutiny.expertise",
        title="The expertise of who scrutinises",
        level=Level.SHOULD,
        who=SP,
        asks=(
            "Who scrutinises shows knowledge, skills and expertise, and considers what the lead and delegated "
            "partners achieve."
        ),
        heading=SECTION,
        citations=_at("paragraphs 90-91"),
        verification=READ,
        read_at=WT23,
        checked=Checked.PERSON,
        silence=INDETERMINATE,
        reaches=frozenset({NEEDS_JUDGEMENT}),
        do="Have a person judge the expertise of who scrutinises.",
        check=_expertise,
        premises=ARRANGED,
    ),
    Requirement(
        key="wt23.scrutiny.published",
        title="What is published on scrutiny",
        level=Level.SHOULD,
        who=SP,
        asks=(
            "What is published says how scrutiny is delivered and by whom, how and how often the arrangements are "
            "reviewed, which areas are scrutinised, and how recommendations are taken forward."
        ),
        heading=SECTION,
        citations=_at("paragraph 97"),
        verification=READ,
        read_at=WT23,
        checked=Checked.DOCUMENTS,
        silence=NOT_MET,
        reaches=frozenset({MET, PARTLY_MET, NOT_MET, INDETERMINATE}),
        do="Set out each of the five in the published arrangements.",
        check=_published,
        settle=settled(
            *(Say(topic=Topic.SCRUTINY, part=part, subjects=(words,)) for part, words in _PUBLISHED.items())
        ),
        premises=ARRANGED,
        succeeds=("ch3.scrutiny.plans",),
    ),
    Requirement(
        key="wt23.scrutiny.report",
        title="Impact of scrutiny in the yearly report",
        level=Level.SHOULD,
        who="lead safeguarding partners",
        asks="The yearly report reviews the impact of scrutiny, and what was learnt from it.",
        heading=SECTION,
        citations=_at("paragraphs 97 and 107"),
        verification=READ,
        read_at=WT23,
        silence=NOT_MET,
        do="Review in the yearly report what scrutiny changed, and what was learnt from it.",
        premises=ARRANGED,
        **in_reports(Topic.SCRUTINY, {"impact": "the impact of scrutiny", "learning": "what was learnt from scrutiny"}),
    ),
)
