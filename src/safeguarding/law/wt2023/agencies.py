"""Working Together 2023, relevant agencies, education, and voluntary, sports and other organisations."""

from __future__ import annotations

from collections.abc import Iterator

from safeguarding.law import remedies
from safeguarding.law.asking import Ask
from safeguarding.law.instruments import REVIEW_REGULATIONS, WT2023, Citation, Verification, act, guidance, regulation
from safeguarding.law.outcomes import Answer, Missing, Part
from safeguarding.law.requirement import Checked, Level, Requirement
from safeguarding.law.said import on_topic, said, the_best
from safeguarding.law.scheduled import takes_in
from safeguarding.law.settling import Say, settled
from safeguarding.law.stated import (
    INDETERMINATE,
    MET,
    NOT_APPLICABLE,
    NOT_DUE,
    NOT_MET,
    PARTLY_MET,
    stated,
)
from safeguarding.law.wt2018.relevant_agencies import agencies, any_organisation, contributions, publish_list
from safeguarding.law.wt2023.education import providers_drafted, providers_included, represented
from safeguarding.model import Agency, AgencyKind, Topic
from safeguarding.unknown import agree, any_of

HEADING = "Relevant agencies and education"

_ROUTES = {
    "shared": "sharing the arrangements",
    "escalation": "how to escalate concerns",
    "disputes": "how disputes are resolved",
    "scrutiny": "independent scrutiny",
    "whistleblowing": "whistleblowing",
}


def _review(ask: Ask) -> Answer:
    interval = on_topic(ask, Topic.RA_REVIEW, {"interval": "how often the list is reviewed"})
    return ask.whole([*interval, *on_topic(ask, Topic.RA_ROUTES, _ROUTES)])


_SECTORS: dict[str, tuple[str, frozenset[AgencyKind], frozenset[int]]] = {
    "voluntary": (
        "voluntary, charity and social enterprise bodies",
        frozenset({AgencyKind.CHARITY}),
        frozenset({36}),
    ),
    "childcare": ("childcare", frozenset({AgencyKind.EARLY_YEARS}), frozenset({13, 14})),
    "out-of-school": ("out-of-school settings", frozenset(), frozenset()),
    "sport": ("sports bodies", frozenset({AgencyKind.SPORT_LEISURE}), frozenset({38})),
}
"""Whom to consider: in words, and by the kinds and paragraphs of the Schedule that show one as included."""


def _considered(ask: Ask) -> Answer:
    return ask.whole([_sector(ask, part, *shown) for part, shown in _SECTORS.items()])


def _sector(ask: Ask, part: str, words: str, kinds: frozenset[AgencyKind], paragraphs: frozenset[int]) -> Part:
    """Look whether a sector was considered: it is said, or one of it is among the relevant agencies."""
    found = list(_among(ask, words, kinds, paragraphs))
    return the_best(words, [*found, said(ask, Topic.VOLUNTARY_SECTOR, part, words)])


def _among(ask: Ask, words: str, kinds: frozenset[AgencyKind], paragraphs: frozenset[int]) -> Iterator[Part]:
    """Find the relevant agencies that are of a sector, or may be: by kind, paragraph or name."""
    if not paragraphs:
        return
    perhaps = []
    for agency in agencies(ask):
        by_kind = agree(_of_kind(ask, body, kinds) for body in agency.values("agency"))
        truth = any_of([by_kind, takes_in(agency, ask.situation.entries, paragraphs)])
        if truth:
            message = f"{agency.name} is among the relevant agencies"
            yield ask.part(words, True, message, evidence=ask.evidence(agency))
        elif truth is None:
            perhaps.append(agency)
    if perhaps:
        message = f"whether these relevant agencies are of it is open: {', '.join(agency.name for agency in perhaps)}"
        missing = [
            Missing(path=f"relevant_agency.{agency.id}", need=f"whether {agency.name} is of: {words}")
            for agency in perhaps
        ]
        evidence = [item for agency in perhaps for item in ask.evidence(agency)]
        yield ask.part(words, None, message, evidence=evidence, missing=missing)


def _of_kind(ask: Ask, body: str | None, kinds: frozenset[AgencyKind]) -> bool | None:
    """Say whether a body is of one of some kinds."""
    entry = ask.situation.entries.get(body or "")
    return agree(kind in kinds for kind in entry.values("kind")) if isinstance(entry, Agency) else False


def _at(paragraphs: str, *others: Citation) -> tuple[Citation, ...]:
    return (guidance(HEADING, paragraphs, chapter=2, edition=WT2023), *others)


READ = Verification.READ
WT23 = ("WT23",)
LSPS = "lead safeguarding partners"
SCHEDULE = regulation(REVIEW_REGULATIONS, "18", " and the Schedule")
ARRANGED = ("ch3.partners.arrange",)
_ANY = frozenset({MET, PARTLY_MET, NOT_MET, NOT_DUE, INDETERMINATE})

REQUIREMENTS = (
    Requirement(
        key="wt23.ra.publish",
        title="Whom they require as relevant agencies",
        level=Level.SHOULD,
        who=LSPS,
        asks="The published arrangements set out which organisations are required to be relevant agencies.",
        heading=HEADING,
        citations=_at("paragraph 67", SCHEDULE),
        verification=READ,
        read_at=WT23,
        checked=Checked.DOCUMENTS,
        silence=NOT_MET,
        reaches=frozenset({MET, NOT_MET, INDETERMINATE}),
        do="Name the organisations, or classes of them as the Schedule to SI 2018/789 has them.",
        check=publish_list,
        settle=remedies.agency_list,
        premises=ARRANGED,
        succeeds=("ch3.ra.publish-list",),
    ),
    Requirement(
        key="wt23.ra.education-expected",
        title="All providers of education and childcare",
        level=Level.SHOULD,
        who=LSPS,
        asks=(
            "The relevant agencies are expected to take in all local providers of education and childcare for those "
            "under 18, alternative provision, pupil referral units and further education among them."
        ),
        heading=HEADING,
        citations=_at("paragraphs 67-68 and 76", SCHEDULE),
        verification=READ,
        read_at=WT23,
        checked=Checked.DOCUMENTS,
        silence=INDETERMINATE,
        reaches=frozenset({MET, PARTLY_MET, NOT_MET, INDETERMINATE}),
        do="Enter the providers among the relevant agencies, each with its paragraphs of the Schedule.",
        check=providers_included,
        settle=settled(providers_drafted),
        premises=ARRANGED,
        succeeds=("ch3.schools.name",),
    ),
    Requirement(
        key="wt23.ra.expectations",
        title="What relevant agencies do",
        level=Level.SHOULD,
        who="relevant agencies",
        asks=(
            "Relevant agencies understand their responsibilities, co-operate to improve and monitor, share "
            "information and data, and apply the arrangements in their own organisation."
        ),
        heading=HEADING,
        citations=_at("paragraph 70", act("16G", "(4)")),
        verification=READ,
        read_at=WT23,
        silence=INDETERMINATE,
        do="Record where relevant agencies are told of each of the four.",
        premises=ARRANGED,
        **stated(
            Topic.RA_ROLE,
            {
                "responsibilities": "understanding their responsibilities",
                "co-operate": "co-operating to improve and monitor",
                "share": "sharing information and data",
                "apply": "applying the arrangements in their own organisation",
            },
        ),
    ),
    Requirement(
        key="wt23.ra.unlisted",
        title="Bodies that the regulations do not name",
        level=Level.MAY,
        who=LSPS,
        asks="The leads may invite bodies that the regulations do not name, such as special police forces.",
        heading=HEADING,
        citations=_at("paragraph 72"),
        verification=READ,
        read_at=WT23,
        checked=Checked.DOCUMENTS,
        silence=NOT_APPLICABLE,
        reaches=frozenset({MET, NOT_APPLICABLE, INDETERMINATE}),
        do="Mark organisations outside the Schedule with an empty list of paragraphs: they have no duty under it.",
        check=any_organisation,
        settle=remedies.unlisted,
        premises=ARRANGED,
        succeeds=("ch3.ra.any-organisation",),
    ),
    Requirement(
        key="wt23.ra.contributions",
        title="What is contributed, money included",
        level=Level.SHOULD,
        who=LSPS,
        asks=(
            "The published arrangements set out the contributions agreed with relevant agencies, also to the budget."
        ),
        heading=HEADING,
        citations=_at("paragraph 73", act("16I", "(4)")),
        verification=READ,
        read_at=WT23,
        checked=Checked.DOCUMENTS,
        silence=NOT_MET,
        reaches=frozenset({MET, PARTLY_MET, NOT_MET, INDETERMINATE}),
        do='Set out what each relevant agency contributes; write "nil" where it is nothing.',
        check=contributions,
        settle=remedies.of_each_agency("contribution", "the contribution of {}, be it nil"),
        premises=("wt23.ra.publish",),
        succeeds=("ch3.ra.contributions",),
    ),
    Requirement(
        key="wt23.ra.review",
        title="Review of the list, and what agencies are told",
        level=Level.SHOULD,
        who=LSPS,
        asks=(
            "The leads decide when the list of relevant agencies is reviewed, share the arrangements with them, and "
            "tell them of escalation, disputes, scrutiny and whistleblowing."
        ),
        heading=HEADING,
        citations=_at("paragraph 75"),
        verification=READ,
        read_at=WT23,
        checked=Checked.DOCUMENTS,
        silence=INDETERMINATE,
        reaches=_ANY,
        do="Record when the list is reviewed, and where each of the four routes is explained to agencies.",
        check=_review,
        settle=settled(
            Say(topic=Topic.RA_REVIEW, part="interval", subjects=("how often the list is reviewed",)),
            *(Say(topic=Topic.RA_ROUTES, part=part, subjects=(words,)) for part, words in _ROUTES.items()),
        ),
        premises=ARRANGED,
        succeeds=("ch3.ra.review-list", "ch3.ra.escalation-info"),
    ),
    Requirement(
        key="wt23.edu.representative",
        title="Education where strategy is decided",
        level=Level.SHOULD,
        who=LSPS,
        asks=(
            "Education is represented at strategic discussions, and its views are heard where decisions are made at "
            "the highest level; it does not become a fourth statutory partner by that."
        ),
        heading=HEADING,
        citations=_at("paragraph 77"),
        verification=READ,
        read_at=WT23,
        checked=Checked.DOCUMENTS,
        silence=INDETERMINATE,
        reaches=frozenset({MET, NOT_MET, NOT_DUE, INDETERMINATE}),
        do="Give education a seat on the body through which the partners lead, or say who represents it there.",
        check=represented,
        settle=settled(
            Say(topic=Topic.EDUCATION_VOICE, part="representative", subjects=("education at strategic discussions",))
        ),
        premises=ARRANGED,
    ),
    Requirement(
        key="wt23.edu.published",
        title="What is published on education",
        level=Level.SHOULD,
        who="safeguarding partners",
        asks=(
            "The arrangements outline how education is engaged, in operation and in strategy, what that changes in "
            "decisions, what it means locally to be a relevant agency, and how to escalate."
        ),
        heading=HEADING,
        citations=_at("paragraph 78"),
        verification=READ,
        read_at=WT23,
        silence=NOT_MET,
        do="Set out each of these in the published arrangements.",
        premises=ARRANGED,
        **stated(
            Topic.EDUCATION_VOICE,
            {
                "operational": "how education is engaged in operation",
                "strategic": "how education is engaged in strategy",
                "effect": "what that changes in decisions",
                "meaning": "what it means to be a relevant agency",
                "escalation": "how to escalate",
            },
            plan=True,
        ),
    ),
    Requirement(
        key="wt23.edu.providers",
        title="What providers of education do",
        level=Level.SHOULD,
        who="education providers",
        asks=(
            "Providers of education answer safeguarding audits, train staff and governors, and share data on "
            "attendance, exclusion and concerns."
        ),
        heading=HEADING,
        citations=_at("paragraph 79"),
        verification=READ,
        read_at=WT23,
        silence=INDETERMINATE,
        do="Record how often providers are audited, how they train, and which data they share.",
        premises=ARRANGED,
        **stated(
            Topic.EDUCATION_PROVIDERS,
            {
                "audits": "answering safeguarding audits",
                "training": "training of staff and governors",
                "data": "data on attendance, exclusion and concerns",
            },
            by_person=True,
        ),
    ),
    Requirement(
        key="wt23.vcse.consider",
        title="Voluntary, childcare and sports bodies",
        level=Level.SHOULD,
        who=LSPS,
        asks=(
            "The leads consider including voluntary, charity and social enterprise bodies, childcare, out-of-school "
            "settings and sports bodies, whether or not the regulations name them."
        ),
        heading=HEADING,
        citations=_at("paragraphs 68 and 82-83"),
        verification=READ,
        read_at=WT23,
        checked=Checked.DOCUMENTS,
        silence=INDETERMINATE,
        reaches=_ANY,
        do="Record that each was considered, or enter one of it among the relevant agencies.",
        check=_considered,
        settle=settled(
            *(Say(topic=Topic.VOLUNTARY_SECTOR, part=part, subjects=(shown[0],)) for part, shown in _SECTORS.items())
        ),
        premises=ARRANGED,
    ),
)
