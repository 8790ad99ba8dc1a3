"""Chapter 2, single organisations: schools, health, secure establishments, voluntary bodies."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Any

from attrs import evolve

from safeguarding.law.asking import Ask, once
from safeguarding.law.drafting import Draft
from safeguarding.law.gazetteer.rows import BOARDS_FROM
from safeguarding.law.instruments import EDUCATION_ACT, Verification, guidance, section
from safeguarding.law.named import about, every
from safeguarding.law.outcomes import Answer, Missing, Outcome, Part
from safeguarding.law.requirement import Amended, Checked, Level, Requirement, Settle
from safeguarding.law.said import said
from safeguarding.law.scheduled import by_name, supposed_in
from safeguarding.law.settling import Say, Show, said_of_each, settled
from safeguarding.law.stated import (
    INDETERMINATE,
    MET,
    NEEDS_JUDGEMENT,
    NOT_APPLICABLE,
    NOT_DUE,
    NOT_MET,
    PARTLY_MET,
)
from safeguarding.law.wt2018.listed_posts import is_post_elsewhere
from safeguarding.law.wt2018.post_holders import held, of_each_partner
from safeguarding.law.wt2018.relevant_agencies import agencies
from safeguarding.law.wt2018.report_contents import no_youth_custody
from safeguarding.model import Agency, AgencyKind, Office, Partner, RelevantAgency, Side, Topic
from safeguarding.unknown import agree, any_of

# Which organisations there are

Sort = tuple[frozenset[int], frozenset[AgencyKind], bool | None]
"""A sort of organisation: its paragraphs of the Schedule, its kinds of agency, and whether what the Schedule does not
name can be of it where neither kind nor name says more."""

_SCHOOLS: Sort = (frozenset(range(1, 11)), frozenset({AgencyKind.SCHOOL, AgencyKind.COLLEGE}), False)
"""Schools and colleges."""

_SECURE: Sort = (frozenset({28, 29, 30}), frozenset({AgencyKind.SECURE_ESTABLISHMENT}), False)
"""Secure colleges and training centres, young offender institutions; and what is entered as secure."""

_VOLUNTARY: Sort = (
    frozenset({36, 37, 38}),
    frozenset({AgencyKind.CHARITY, AgencyKind.RELIGIOUS_ORGANISATION, AgencyKind.SPORT_LEISURE}),
    None,
)
"""Charities, religious organisations, sport and leisure."""

_VAGUE = frozenset({AgencyKind.GROUP, AgencyKind.OTHER, AgencyKind.COMPANY})
"""Kinds of agency that do not say of what sort it is."""


def _is(ask: Ask, agency: RelevantAgency, sort: Sort) -> bool | None:
    """Say whether a relevant agency is of a sort: by its paragraphs, by the agency that it names, or by its name."""
    supposed = supposed_in(agency, ask.situation.entries, sort[0])
    if supposed:
        return True
    if is_post_elsewhere(ask, agency, sort[1] | _VAGUE):
        supposed = False
    outside = False if sort[2] is False else supposed
    return agree(
        bool(sort[0] & set(paragraphs))
        if paragraphs
        else _by_kind(ask, agency, sort, supposed if paragraphs is None else outside)
        for paragraphs in agency.values("paragraphs")
    )


def _by_kind(ask: Ask, agency: RelevantAgency, sort: Sort, otherwise: bool | None) -> bool | None:
    """Say whether the agency that an entry names is of a sort; and what holds where it names none, or a vague one."""
    found = [ask.situation.entries[one] if one else None for one in agency.values("agency")]
    truths = [_of_kind(entry, sort) if isinstance(entry, Agency) else None for entry in found]
    return agree(otherwise if truth is None else truth for truth in truths)


def _of_kind(agency: Agency, sort: Sort) -> bool | None:
    return agree(True if kind in sort[1] else None if kind in _VAGUE else False for kind in agency.values("kind"))


Found = Sequence[tuple[bool | None, RelevantAgency | Agency]]
"""The agencies that are of a sort, or may be."""


def _found(ask: Ask, sort: Sort) -> Found:
    found: list[tuple[bool | None, RelevantAgency | Agency]] = [
        (_is(ask, agency, sort), agency) for agency in agencies(ask)
    ]
    entered: tuple[Agency, ...] = ask.situation.of("agencies")
    # What is entered as an agency counts only by a kind that says of what sort it is.
    found += [(_of_kind(one, sort), one) for one in entered if any(kind in sort[1] for kind in one.values("kind"))]
    return [(truth, agency) for truth, agency in found if truth is not False]


def _listed(ask: Ask, found: Found, sort: Sort, words: str) -> Part:
    """Make the part for organisations of a sort that the arrangements name, surely or perhaps."""
    sure = [agency for truth, agency in found if truth]
    shown = sure or [agency for _, agency in found]
    evidence = tuple(item for agency in shown for item in ask.evidence(agency))
    if sure:
        return ask.part(words, True, _names(sure), evidence=evidence)
    missing = tuple(
        Missing(path=ask.situation.path(agency), need=f"whether {agency.name} is among them: {words}")
        for agency in shown
    )
    likely = [agency for agency in shown if _speaks(agency, sort)]
    others = [agency for agency in shown if agency not in likely]
    texts = [f"perhaps {_names(likely)}"] if likely else []
    texts += [f"neither kind nor name rules out {_names(others)}"] if others else []
    return ask.part(words, None, "; ".join(texts), evidence=evidence, missing=missing)


def _names(several: Iterable[RelevantAgency | Agency]) -> str:
    return ", ".join(dict.fromkeys(one.name for one in several))


def _speaks(agency: RelevantAgency | Agency, sort: Sort) -> bool:
    """Say whether the name or the kind of what may be of a sort speaks of it, or is as wide as a heading."""
    if isinstance(agency, Agency):
        return True  # it is here only since it may be of such a kind
    named = by_name(agency)
    return named.wide or not sort[0].isdisjoint((*named.surely, *named.perhaps))


# What is asked of them


def _schools(ask: Ask) -> Answer:
    """Look whether schools are among the relevant agencies, and whether their duty is stated."""
    words = "schools and colleges among the relevant agencies"
    found = [(truth, agency) for truth, agency in _found(ask, _SCHOOLS) if isinstance(agency, RelevantAgency)]
    if found:
        listed = _listed(ask, found, _SCHOOLS, words)
    else:
        listed = ask.silent(words, (Topic.RELEVANT_AGENCIES,), "relevant_agency", words)
    return ask.whole([listed, said(ask, Topic.SETTINGS, "schools", "their duty is stated")])


Asked = tuple[str, str, frozenset[Office]]
"""A part of the topic, what it asks for in words, and the offices that are it; none where no office says so."""

_HEALTH: tuple[Asked, ...] = (
    ("doctor", "designated doctor", frozenset({Office.DESIGNATED_DOCTOR})),
    ("nurse", "designated nurse", frozenset({Office.DESIGNATED_NURSE})),
    ("looked-after-children", "designated professionals for looked-after children", frozenset()),
    ("child-deaths", "designated professional for child deaths", frozenset()),
)

_EITHER = frozenset({Office.DESIGNATED_PROFESSIONAL})
"""What does not say whether it is the doctor or the nurse."""


def _designated(ask: Ask) -> Answer:
    """Look for the designated professionals of each health partner."""
    return ask.whole(once(part for asked in _HEALTH for part in _of_health(ask, asked)))


def _of_health(ask: Ask, asked: Asked) -> list[Part]:
    """Look for one of them: by a post that holds the office, or by a statement."""
    part, words, offices = asked
    topic = Topic.DESIGNATED_HEALTH

    def one(partner: Partner) -> Part:
        if offices:
            return held(ask, partner, words, offices, (topic, part), perhaps=_EITHER)
        subject = f"{words}: {ask.situation.name(partner.agency)}"
        return said(ask, topic, part, subject, about(ask, partner))

    return of_each_partner(ask, one, lambda: said(ask, topic, part, words), Side.HEALTH)


def _secure(ask: Ask) -> Answer:
    """Look, where there is a secure establishment, for its policy, its lead, and its link to the partners."""
    parts = [
        said(ask, Topic.SETTINGS, "secure-policy", "a policy reviewed each year", every(ask, Fraction(1))),
        said(ask, Topic.SETTINGS, "secure-lead", "a lead on child protection"),
        said(ask, Topic.SETTINGS, "secure-link", "a link to local partners"),
    ]
    none = no_youth_custody(ask)
    silent = none is not None and ask.situation.fully_read(Topic.CUSTODY_HOMES)
    words = "secure establishments for children"
    if none and any_of(truth for truth, agency in _found(ask, _SECURE) if isinstance(agency, Agency)) is False:
        return ask.one(NOT_APPLICABLE, "the arrangements say that there is no youth custody in the area")
    return _where_there_are(ask, _SECURE, words, parts, silent=silent)


def _voluntary(ask: Ask) -> Answer:
    """Look, where voluntary and private bodies are named, for the arrangements that they have in place."""
    parts = [said(ask, Topic.SETTINGS, "voluntary-arrangements", _LIKE_OTHERS)]
    return _where_there_are(ask, _VOLUNTARY, "voluntary, religious and sports bodies", parts, silent=True)


def _where_there_are(ask: Ask, sort: Sort, words: str, parts: list[Part], *, silent: bool) -> Answer:
    """Judge what is asked only where the arrangements name an organisation of a sort.

    Args:
        ask: the requirement and the situation.
        sort: the sort of organisation.
        words: the sort, in words.
        parts: what is asked of them.
        silent: whether nothing else that is said hints at one.
    """
    found = _found(ask, sort)
    there = any_of(truth for truth, _ in found)
    read = ask.situation.fully_read(Topic.RELEVANT_AGENCIES)
    if there is False and read and silent:
        return ask.one(NOT_APPLICABLE, f"none are named: {words}")
    if found:
        listed = _listed(ask, found, sort, words)
    else:
        listed = ask.silent(words, (Topic.RELEVANT_AGENCIES,), "relevant_agency", f"any {words} in the area")
    answer = ask.whole([evolve(listed, counts=False), *parts])
    if there:
        return answer
    possible = answer.possible | {NOT_APPLICABLE}
    return evolve(answer, possible=possible, missing=(*listed.missing, *answer.missing), due=None)


_LIKE_OTHERS = "arrangements like those of other organisations"


def _draft_schools(draft: Draft) -> bool:
    draft.relevant_agency("schools", "schools and colleges, as they are named in the list", sorted(_SCHOOLS[0]))
    return True


def _where_named(sort: Sort, identity: str, words: str, *says: Say) -> Settle:
    """Make what drafts an organisation of a sort, where none is surely named, and what is asked of it."""

    def settle(draft: Draft, answer: Answer) -> Outcome | None:
        if not any(truth for truth, _ in _found(draft.ask, sort)):
            draft.relevant_agency(identity, words, sorted(sort[0])[-1:])
        return settled(*says)(draft, answer)

    return settle


READ = Verification.READ
MEMORY = Verification.MEMORY
_SHOULD: Any = {"level": Level.SHOULD, "silence": INDETERMINATE}
_CONDITIONAL = frozenset({NEEDS_JUDGEMENT, NOT_MET, NOT_DUE, NOT_APPLICABLE, INDETERMINATE})

REQUIREMENTS: tuple[Requirement, ...] = (
    Requirement(
        key="ch2.schools.duty",
        title="Schools and colleges safeguard their pupils",
        level=Level.MUST,
        who="governing bodies and proprietors",
        asks=(
            "Governing bodies and proprietors arrange to safeguard and promote the welfare of their pupils, having "
            "regard to the guidance of the Secretary of State."
        ),
        heading="Schools and colleges",
        citations=(section(EDUCATION_ACT, "175", "(1)-(3A)"), guidance("Schools and colleges", chapter=2)),
        verification=READ,
        read_at=("EA175",),
        checked=Checked.DOCUMENTS,
        silence=INDETERMINATE,
        reaches=frozenset({MET, PARTLY_MET, NOT_DUE, INDETERMINATE}),
        do="List schools and colleges among the relevant agencies, and say where their own duty is stated.",
        check=_schools,
        settle=settled(
            Show(subjects=("schools and colleges among the relevant agencies",), draft=_draft_schools),
            Say(topic=Topic.SETTINGS, part="schools", subjects=("their duty is stated",)),
        ),
    ),
    Requirement(
        key="ch2.health.designated",
        title="Designated doctor and nurse",
        who="clinical commissioning groups, from 1 July 2022 integrated care boards",
        asks=(
            "Each clinical commissioning group, from 1 July 2022 each integrated care board, employs or secures a "
            "designated doctor and a designated nurse for safeguarding, and for looked-after children and child deaths."
        ),
        heading="Health",
        citations=(guidance("Health", chapter=2),),
        verification=Verification.CORROBORATED,
        read_at=("NHSAPP",),
        checked=Checked.DOCUMENTS,
        reaches=frozenset({MET, PARTLY_MET, NOT_MET, NOT_DUE, INDETERMINATE}),
        do="Name the posts of designated doctor and designated nurse of each health partner.",
        check=_designated,
        settle=settled(*(said_of_each(Topic.DESIGNATED_HEALTH, part, words) for part, words, _ in _HEALTH)),
        amended=(
            Amended(
                starts=BOARDS_FROM,
                changed="it is asked of integrated care boards, and no longer of clinical commissioning groups",
                verification=Verification.CORROBORATED,
            ),
        ),
        **_SHOULD,
    ),
    Requirement(
        key="ch2.secure.policy",
        title="Secure establishments for children",
        who="secure establishments",
        asks=(
            "Each secure establishment has a safeguarding policy that is reviewed each year and a lead on child "
            "protection, and is linked with local partners."
        ),
        heading="Secure estate",
        citations=(guidance("Secure estate", chapter=2),),
        verification=MEMORY,
        checked=Checked.PRESENCE,
        reaches=_CONDITIONAL | {PARTLY_MET},
        do="List the establishment, and record its policy, its lead, and its link officer.",
        check=_secure,
        settle=_where_named(
            _SECURE,
            "secure-establishment",
            "the secure establishment in the area",
            Say(
                topic=Topic.SETTINGS,
                part="secure-policy",
                subjects=("a policy reviewed each year",),
                how_often="how often the policy is reviewed",
            ),
            Say(topic=Topic.SETTINGS, part="secure-lead", subjects=("a lead on child protection",)),
            Say(topic=Topic.SETTINGS, part="secure-link", subjects=("a link to local partners",)),
        ),
        **_SHOULD,
    ),
    Requirement(
        key="ch2.vcs.arrangements",
        title="Voluntary, faith, sports and private bodies",
        who="voluntary, charity, social enterprise, faith, sports and private bodies",
        asks="Such bodies have the same kind of arrangements in place as others that work with children.",
        heading="Voluntary and private sectors",
        citations=(guidance("Voluntary and private sectors", chapter=2),),
        verification=READ,
        read_at=("NORF23",),
        checked=Checked.PRESENCE,
        reaches=_CONDITIONAL,
        do="List the bodies of these sectors, or the one that speaks for them, and what they have in place.",
        check=_voluntary,
        settle=_where_named(
            _VOLUNTARY,
            "voluntary-sector",
            "the voluntary, religious or sports bodies",
            Say(topic=Topic.SETTINGS, part="voluntary-arrangements", subjects=(_LIKE_OTHERS,)),
        ),
        **_SHOULD,
    ),
)
