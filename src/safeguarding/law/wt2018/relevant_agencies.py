"""Chapter 3, relevant agencies: with whom else the partners work, and on what terms."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from safeguarding.law import remedies
from safeguarding.law.agency_names import meaning
from safeguarding.law.asking import Ask
from safeguarding.law.instruments import REVIEW_REGULATIONS, Verification, act, guidance, regulation
from safeguarding.law.outcomes import OPEN, Answer, Missing, Part
from safeguarding.law.requirement import Checked, Level, Requirement
from safeguarding.law.said import said, the_best
from safeguarding.law.scheduled import Match, match
from safeguarding.law.stated import (
    INDETERMINATE,
    MET,
    NEEDS_JUDGEMENT,
    NOT_APPLICABLE,
    NOT_DUE,
    NOT_MET,
    PARTLY_MET,
    laid_out,
    stated,
)
from safeguarding.law.wt2018.deadlines import FIRST_PUBLICATION
from safeguarding.law.wt2018.funding import statements_of_funding
from safeguarding.law.wt2018.listed_posts import post_listed, whose
from safeguarding.model import PARTS, Agency, AgencyKind, RelevantAgency, Topic
from safeguarding.structure import without_payer
from safeguarding.unknown import agree, any_of

HEADING = "Relevant agencies"


def agencies(ask: Ask) -> tuple[RelevantAgency, ...]:
    """Return the relevant agencies that the arrangements name."""
    return ask.situation.of("relevant_agencies")


def none_named(ask: Ask) -> Part:
    """Make the part for arrangements that name no relevant agency."""
    need = "the organisations and agencies that the partners will work with"
    return ask.silent("relevant agencies", (Topic.RELEVANT_AGENCIES,), "relevant_agency", need)


def _typed(ask: Ask, agency: RelevantAgency) -> Part:
    """Look whether an entry says which organisations it means.

    Where it states no paragraphs, the words of its name count if they are plain: whatever would be stated, it then
    says which organisations it means, so that what is filled in later undoes nothing.
    """
    evidence = ask.evidence(agency)
    found = match(agency, ask.situation.entries)
    if agency.agency is not None:
        known = found.in_words()
        return ask.part(agency.name, True, f"a body is named{f'; {known}' if known else ''}", evidence=evidence)
    if agency.paragraphs is not None:
        numbers = ", ".join(str(number) for number in agency.paragraphs)
        several = "s" if len(agency.paragraphs) > 1 else ""
        message = f"Schedule paragraph{several} {numbers}" if numbers else "named, and not in the Schedule"
        return ask.part(agency.name, True, f"{message}{found.contradiction()}", evidence=evidence)
    if found.plain:
        return ask.part(agency.name, True, found.in_words(), evidence=evidence)
    post = post_listed(ask, agency)
    if post is not None:
        message = f"{whose(ask, post)} is named, which is no organisation of its own"
        return ask.part(agency.name, True, message, evidence=(*evidence, *ask.evidence(post)))
    need = Missing(
        path=f"relevant_agency.{agency.id}.paragraphs",
        need=f"which organisations, or which paragraphs of the Schedule, “{agency.name}” means",
    )
    known = found.in_words()
    message = f"a class too wide to say which organisations it means{f'; {known}' if known and not found.wide else ''}"
    return ask.part(agency.name, None, message, evidence=evidence, missing=(need,))


def publish_list(ask: Ask) -> Answer:
    """Look whether the arrangements name the organisations, or classes of them that say which are meant."""
    if not agencies(ask):
        return ask.whole([none_named(ask)])
    rest = ask.rest(Topic.RELEVANT_AGENCIES, what="relevant agencies")
    return ask.whole([_typed(ask, agency) for agency in agencies(ask)] + rest)


def _choose(ask: Ask) -> Answer:
    if not agencies(ask):
        return ask.whole([none_named(ask)])
    evidence = tuple(item for agency in agencies(ask) for item in ask.evidence(agency))
    count = len(agencies(ask))
    message = f"{count} agencies or classes of agencies are named"
    message = "1 agency or class of agencies is named" if count == 1 else message
    return ask.one(True, message, evidence=evidence)


def of_each(
    ask: Ask,
    name: str,
    words: tuple[str, str],
    own: Callable[[Ask, RelevantAgency], Part | None],
    topics: Sequence[Topic] = (),
) -> Answer:
    """Look for something of each relevant agency, or of all of them in a statement; what does more counts.

    Args:
        ask: the requirement and the situation.
        name: the field of the agency that holds it.
        words: what is looked for of all of them, and of one, whose name takes the place of the braces.
        own: finds it of one agency; None where nothing is said.
        topics: where else it could be said; on the first of them a statement may speak of all agencies.
    """
    general = [
        said(ask, topic, part, words[0])
        for topic in topics[:1]
        for part in PARTS[topic]
        if ask.situation.statements(topic)
    ]
    if general and (general[0].outcome is MET or not agencies(ask)):
        return ask.whole(general)
    read = ask.situation.fully_read(Topic.RELEVANT_AGENCIES, *topics)
    parts = []
    for agency in agencies(ask):
        found = [part for part in (own(ask, agency), *general) if part is not None]
        if not found or not read or name in agency.unknown:
            path, need = f"relevant_agency.{agency.id}.{name}", words[1].format(agency.name)
            where = (Topic.RELEVANT_AGENCIES, *topics)
            found.append(ask.silent(agency.name, where, path, need, unreadable=name in agency.unknown))
        parts.append(the_best(agency.name, found))
    return ask.whole(parts + ask.rest(Topic.RELEVANT_AGENCIES, what="relevant agencies") or [none_named(ask)])


def _expected(ask: Ask, agency: RelevantAgency) -> Part | None:
    if not agency.expected:
        return None
    return ask.part(agency.name, True, agency.expected, evidence=ask.evidence(agency, "expected"))


def _aware(ask: Ask) -> Answer:
    words = ("what is expected of them", "what is expected of {}")
    return of_each(ask, "expected", words, _expected, (Topic.RA_EXPECTATIONS,))


_NATIONAL = frozenset({AgencyKind.CAFCASS, AgencyKind.BRITISH_TRANSPORT_POLICE})
_NATIONAL_PARAGRAPHS = frozenset({25, 32})
"""Cafcass and British Transport Police, whom the guidance names as examples."""


def _is_national(ask: Ask, agency: RelevantAgency) -> bool | None:
    """Say whether the remit of an agency is national: as stated, or as one that the guidance names.

    One of these is known by its kind, by its paragraph or by its name, and whichever shows it suffices: so what is
    filled in of the others takes nothing away.
    """
    return any_of(
        (
            agree(_national_kind(ask, body) for body in agency.values("agency")),
            agree(bool(numbers) and {*numbers} <= _NATIONAL_PARAGRAPHS for numbers in agency.values("paragraphs")),
            agree(_named_national(name) for name in agency.values("name")),
            agree(remit is True for remit in agency.values("national")),
        )
    )


def _national_kind(ask: Ask, body: str | None) -> bool | None:
    found = ask.situation.entries.get(body or "")
    return agree(kind in _NATIONAL for kind in found.values("kind")) if isinstance(found, Agency) else False


def _named_national(name: str) -> bool:
    found = meaning(name)
    return bool(found.surely) and not found.perhaps and {*found.surely} <= _NATIONAL_PARAGRAPHS


def _national(ask: Ask) -> Answer:
    remits = {agency.id: _is_national(ask, agency) for agency in agencies(ask)}
    national = [agency for agency in agencies(ask) if remits[agency.id] is not False]
    rest = ask.rest(Topic.RELEVANT_AGENCIES, what="relevant agencies")
    if not national:
        need = "any relevant agency with a national remit, and how it will collaborate"
        part = ask.silent("national agencies", (Topic.RELEVANT_AGENCIES,), "relevant_agency", need)
        message = "no agency is said to have a national remit" if part.outcome is NOT_APPLICABLE else None
        return ask.whole([part], message)
    return ask.whole([_collaborates(ask, agency, sure=bool(remits[agency.id])) for agency in national] + rest)


def _collaborates(ask: Ask, agency: RelevantAgency, *, sure: bool) -> Part:
    """Look how an agency that has a national remit, or may have one, collaborates."""
    path = f"relevant_agency.{agency.id}"
    possible = frozenset({MET}) if agency.how else OPEN
    message = agency.how or "how it collaborates across several arrangements is not said"
    missing = (
        [] if agency.how else [Missing(path=f"{path}.how", need=f"how {agency.name} collaborates across arrangements")]
    )
    if not sure:
        possible |= {NOT_APPLICABLE}
        message += "; whether its remit is national is open"
        missing.append(Missing(path=f"{path}.national", need=f"whether the remit of {agency.name} is national"))
    return ask.part(agency.name, possible, message, evidence=ask.evidence(agency), missing=missing)


def _outside(agency: RelevantAgency) -> bool | None:
    """Say whether an entry falls under no paragraph of the Schedule; open where that is not established."""
    stated = [None if paragraphs is None else paragraphs == () for paragraphs in agency.values("paragraphs")]
    return agree(stated)


def any_organisation(ask: Ask) -> Answer:
    """Look whether the partners used their power to include who does not fall under the Schedule."""
    matches = {agency.id: match(agency, ask.situation.entries) for agency in agencies(ask)}
    outside = [agency for agency in agencies(ask) if _outside(agency)]
    if outside:
        names = ", ".join(agency.name for agency in outside)
        evidence = tuple(item for agency in outside for item in ask.evidence(agency))
        more = "".join(_contrary(agency, matches[agency.id]) for agency in outside)
        return ask.one(True, f"outside the Schedule, and so without its duty: {names}{more}", evidence=evidence)
    wide = [agency for agency in agencies(ask) if _outside(agency) is None]
    if wide:
        missing = tuple(
            Missing(
                path=f"relevant_agency.{agency.id}.paragraphs",
                need=f"whether {agency.name} falls under the Schedule{_suggested(ask, agency, matches[agency.id])}",
            )
            for agency in wide
        )
        listed = "; ".join(f"{agency.name}{_supposed(ask, agency, matches[agency.id])}" for agency in wide)
        message = f"whether these fall under the Schedule is not established: {listed}"
        return ask.one(ask.anything, message, missing=missing)
    rest = ask.rest(Topic.RELEVANT_AGENCIES, what="relevant agencies")
    if not agencies(ask) or rest:
        part = none_named(ask)
        message = "no organisation outside the Schedule is named" if part.outcome is NOT_APPLICABLE else part.message
        return ask.whole([part], message)
    more = "".join(_contrary(agency, matches[agency.id]) for agency in agencies(ask))
    return ask.one(NOT_APPLICABLE, f"all fall under the Schedule{more}")


def _supposed(ask: Ask, agency: RelevantAgency, found: Match) -> str:
    """Say in brackets what kind or name suppose, and why; they settle nothing, since what is stated wins."""
    post = post_listed(ask, agency)
    said = "; ".join(filter(None, (found.in_words(), found.why()))) if post is None else whose(ask, post)
    return f" ({said})" if said else ""


def _suggested(ask: Ask, agency: RelevantAgency, found: Match) -> str:
    """Say in brackets what kind or name suppose, where that helps to say what is so."""
    helps = found.surely or found.perhaps or found.outside
    return f" ({found.in_words()})" if helps and post_listed(ask, agency) is None else ""


def _contrary(agency: RelevantAgency, found: Match) -> str:
    """Say that what the file states of an agency is not what its kind or its name say."""
    return f"; of {agency.name}{found.contradiction().removeprefix(';')}" if found.against is not None else ""


def _contribution(ask: Ask, agency: RelevantAgency) -> Part | None:
    """Find what an agency contributes: as its entry says, or in a line that it pays or that is paid for it."""
    if agency.contribution:
        evidence = ask.evidence(agency, "contribution")
        return ask.part(agency.name, True, agency.contribution, evidence=evidence)
    statements = statements_of_funding(ask)
    bodies = agency.values("agency")
    for funding in statements:
        for line in funding.lines:
            paying = [bool({agency.id, body} & {*line.paid_by, *line.on_behalf_of}) for body in bodies or (None,)]
            if all(paying):
                amount = str(line.amount) if line.amount else "no amount stated"
                return ask.part(agency.name, True, f"{line.label}: {amount}", evidence=ask.evidence(funding))
    unnamed = [f"under “{line.label}”" for funding in statements for line in without_payer(funding)]
    unnamed += ["in lines that could not be read" for funding in statements if "lines" in funding.unknown]
    unnamed += ["as a body that is not named plainly"] if len(bodies) != 1 and statements else []
    if not unnamed:
        return None
    message = f"not named among those who pay, unless {', '.join(unnamed)}"
    path, need = f"relevant_agency.{agency.id}.contribution", f"what {agency.name} contributes, be it nil"
    return ask.part(agency.name, None, message, missing=(Missing(path=path, need=need),))


def contributions(ask: Ask) -> Answer:
    """Look whether the arrangements set out what each relevant agency contributes, be it nil."""
    words = ("what they contribute", "what {} contributes, be it nil")
    return of_each(ask, "contribution", words, _contribution, (Topic.RA_CONTRIBUTIONS, Topic.FUNDING))


READ = Verification.READ
MEMORY = Verification.MEMORY
SP = "safeguarding partners"
CITED = (guidance(HEADING),)
ARRANGED = ("ch3.partners.arrange",)
LISTED = ("ch3.ra.publish-list",)

REQUIREMENTS = (
    Requirement(
        key="ch3.ra.choose",
        title="Which agencies are chosen",
        level=Level.MUST,
        who=SP,
        asks="The arrangements extend to any relevant agency that the partners consider appropriate.",
        heading=HEADING,
        citations=(act("16E", "(1)(b)"),),
        verification=READ,
        read_at=("S16E",),
        checked=Checked.PRESENCE,
        silence=INDETERMINATE,
        reaches=frozenset({NEEDS_JUDGEMENT, INDETERMINATE}),
        do="List the relevant agencies that were chosen.",
        check=_choose,
        settle=remedies.agency_list,
        premises=ARRANGED,
    ),
    Requirement(
        key="ch3.ra.definition",
        title="What a relevant agency is",
        level=Level.DEFINITION,
        who="-",
        asks=(
            "A relevant agency is a person named in the regulations who exercises functions in the area in "
            "relation to children, so far as its activities are carried out in England."
        ),
        heading=HEADING,
        citations=(act("16E", "(3)"), regulation(REVIEW_REGULATIONS, "18")),
        verification=READ,
        read_at=("S16E", "R18"),
        checked=Checked.NOT_TESTED,
        silence=NOT_APPLICABLE,
        do="Give for each agency the paragraph of the Schedule to SI 2018/789 that it falls under.",
    ),
    Requirement(
        key="ch3.ra.publish-list",
        title="Which agencies they will work with",
        level=Level.MUST,
        who=SP,
        asks="The published arrangements say which organisations and agencies the partners will work with.",
        heading=HEADING,
        citations=(guidance(HEADING), act("16G", "(2)")),
        verification=READ,
        read_at=("CHSCP", "KCSIE24"),
        checked=Checked.DOCUMENTS,
        silence=NOT_MET,
        reaches=frozenset({MET, NOT_MET, INDETERMINATE}),
        do="Name the organisations, or classes of them as the Schedule to SI 2018/789 has them.",
        check=publish_list,
        settle=remedies.agency_list,
        premises=ARRANGED,
        owed_from=FIRST_PUBLICATION,
    ),
    Requirement(
        key="ch3.ra.act",
        title="Relevant agencies act as arranged",
        level=Level.MUST,
        who="relevant agencies",
        asks="A relevant agency that is chosen acts in accordance with the arrangements.",
        heading=HEADING,
        citations=(act("16G", "(4)"), guidance(HEADING)),
        verification=READ,
        read_at=("S16G", "KCSIE24", "CHSCP", "PQ1464752"),
        silence=INDETERMINATE,
        do="Record where relevant agencies are told of this duty.",
        premises=LISTED,
        **stated(Topic.RA_DUTY, {"act": "the duty to act as arranged"}, by_person=True),
    ),
    Requirement(
        key="ch3.ra.aware",
        title="Agencies know what is expected",
        level=Level.SHOULD,
        who=SP,
        asks="The partners make relevant agencies aware of what the arrangements expect of them.",
        heading=HEADING,
        citations=CITED,
        verification=READ,
        read_at=("KCSIE24",),
        checked=Checked.PRESENCE,
        silence=INDETERMINATE,
        reaches=frozenset({NEEDS_JUDGEMENT, PARTLY_MET, NOT_MET, NOT_DUE, INDETERMINATE}),
        do="Say of each relevant agency, or of all, what is expected of it.",
        check=_aware,
        settle=remedies.of_each_agency("expected", "what is expected of {}"),
        premises=LISTED,
    ),
    Requirement(
        key="ch3.ra.consult",
        title="Agencies were consulted",
        level=Level.SHOULD,
        who=SP,
        asks=(
            "The partners consult relevant agencies when developing the arrangements, with regard to their "
            "structure and statutory duties."
        ),
        heading=HEADING,
        citations=CITED,
        verification=Verification.CORROBORATED,
        read_at=("Lincolnshire 2019",),
        silence=INDETERMINATE,
        do="Record when and how relevant agencies were consulted.",
        premises=ARRANGED,
        **stated(Topic.RA_CONSULTATION, {"consulted": "consultation of relevant agencies"}),
    ),
    Requirement(
        key="ch3.ra.national",
        title="Agencies with a national remit",
        level=Level.SHOULD,
        who=SP,
        asks=(
            "Where a relevant agency has a national remit, such as British Transport Police or Cafcass, the "
            "partners are clear on how it will collaborate across several arrangements."
        ),
        heading=HEADING,
        citations=CITED,
        verification=MEMORY,
        checked=Checked.DOCUMENTS,
        silence=NOT_APPLICABLE,
        reaches=frozenset({MET, NOT_APPLICABLE, INDETERMINATE}),
        do="Say of each national agency how it will collaborate.",
        check=_national,
        settle=remedies.of_each_agency("how", "how the partners of several arrangements work with {}"),
        premises=LISTED,
    ),
    Requirement(
        key="ch3.ra.assurance",
        title="Assurance and information sharing",
        level=Level.SHOULD,
        who=SP,
        asks=(
            "The partners are clear on how they assure themselves that relevant agencies have robust "
            "safeguarding policies, and on how information is shared."
        ),
        heading=HEADING,
        citations=CITED,
        verification=Verification.CORROBORATED,
        read_at=("Cumbria 2019", "South Tees 2019"),
        silence=INDETERMINATE,
        do="Record how agencies' policies are assured, and by what agreement information is shared.",
        premises=ARRANGED,
        **stated(
            Topic.RA_ASSURANCE,
            {"policies": "assurance of agencies' policies", "information-sharing": "information sharing"},
        ),
    ),
    Requirement(
        key="ch3.ra.communicate",
        title="Regular communication",
        level=Level.SHOULD,
        who=SP,
        asks="The partners communicate regularly with relevant agencies and others they expect to work with them.",
        heading=HEADING,
        citations=CITED,
        verification=Verification.CORROBORATED,
        read_at=("South Tees 2019",),
        silence=INDETERMINATE,
        do="Record by which channel, and how often, the partners communicate with agencies.",
        premises=ARRANGED,
        **stated(Topic.RA_COMMUNICATION, {"channel": "how agencies are kept informed"}),
    ),
    Requirement(
        key="ch3.ra.escalation-info",
        title="Escalation, disputes, scrutiny, whistleblowing",
        level=Level.SHOULD,
        who=SP,
        asks=(
            "The partners share the arrangements with relevant agencies and tell them how to escalate concerns "
            "and how disputes are resolved, with details of independent scrutiny and whistleblowing."
        ),
        heading=HEADING,
        citations=CITED,
        verification=Verification.CORROBORATED,
        read_at=("Cumbria 2019",),
        silence=INDETERMINATE,
        do="Record where each of the four routes is explained to agencies.",
        premises=ARRANGED,
        **stated(
            Topic.RA_ROUTES,
            {
                "escalation": "how to escalate concerns",
                "disputes": "how disputes are resolved",
                "scrutiny": "independent scrutiny",
                "whistleblowing": "whistleblowing",
            },
        ),
    ),
    Requirement(
        key="ch3.ra.any-organisation",
        title="Organisations outside the Schedule",
        level=Level.MAY,
        who=SP,
        asks="The partners may include any local or national organisation, whether or not the regulations name it.",
        heading=HEADING,
        citations=CITED,
        verification=READ,
        read_at=("CHSCP",),
        checked=Checked.DOCUMENTS,
        silence=NOT_APPLICABLE,
        reaches=frozenset({MET, NOT_APPLICABLE, INDETERMINATE}),
        do="Mark organisations outside the Schedule with an empty list of paragraphs: they have no duty under it.",
        check=any_organisation,
        settle=remedies.unlisted,
        premises=ARRANGED,
    ),
    Requirement(
        key="ch3.ra.unlisted-cooperate",
        title="Unlisted organisations co-operate",
        level=Level.SHOULD,
        who="organisations outside the Schedule",
        asks="Organisations that the regulations do not name co-operate all the same; they may hold other duties.",
        heading=HEADING,
        citations=(guidance(HEADING), act("11")),
        verification=Verification.CORROBORATED,
        read_at=("Lincolnshire 2019",),
        silence=INDETERMINATE,
        do="Have a person judge whether organisations outside the Schedule co-operate.",
        premises=ARRANGED,
        **laid_out(Topic.UNLISTED),
    ),
    Requirement(
        key="ch3.ra.contributions",
        title="What relevant agencies contribute",
        level=Level.SHOULD,
        who=SP,
        asks=(
            "The published arrangements set out the contributions agreed with relevant agencies: funding, "
            "accommodation, services, resources."
        ),
        heading=HEADING,
        citations=(guidance(HEADING), act("16I", "(4)")),
        verification=Verification.CORROBORATED,
        read_at=("NTHUMB",),
        checked=Checked.DOCUMENTS,
        silence=NOT_MET,
        reaches=frozenset({MET, PARTLY_MET, NOT_MET, INDETERMINATE}),
        do='Set out what each relevant agency contributes; write "nil" where it is nothing.',
        check=contributions,
        settle=remedies.of_each_agency("contribution", "the contribution of {}, be it nil"),
        premises=LISTED,
        owed_from=FIRST_PUBLICATION,
    ),
    Requirement(
        key="ch3.ra.review-list",
        title="How often the list is reviewed",
        level=Level.SHOULD,
        who=SP,
        asks="The partners decide how often the list of relevant agencies is reviewed.",
        heading=HEADING,
        citations=CITED,
        verification=READ,
        read_at=("CHSCP",),
        silence=INDETERMINATE,
        do="Record how often, or on what occasion, the list is reviewed.",
        premises=LISTED,
        **stated(Topic.RA_REVIEW, {"interval": "how often the list is reviewed"}),
    ),
)
