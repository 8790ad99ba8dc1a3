"""Chapter 3, schools, colleges and other educational providers."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from safeguarding.law.agency_names import meaning
from safeguarding.law.asking import Ask
from safeguarding.law.at_work import by_a_body
from safeguarding.law.drafting import Draft
from safeguarding.law.instruments import REVIEW_REGULATIONS, Verification, act, guidance, regulation
from safeguarding.law.outcomes import Answer, Missing, Outcome, Part
from safeguarding.law.requirement import Checked, Level, Requirement
from safeguarding.law.said import said
from safeguarding.law.scheduled import takes_in
from safeguarding.law.settling import Say, Show, body_for, settled
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
from safeguarding.law.wt2018.relevant_agencies import agencies, none_named
from safeguarding.model import Agency, AgencyKind, Body, Function, Office, Post, RelevantAgency, Seat, Topic
from safeguarding.unknown import agree, any_of

HEADING = "Schools, colleges and other educational providers"

_NAMED = {
    "schools": (frozenset({1, 3, 4, 5, 6, 7, 8}), frozenset({AgencyKind.SCHOOL})),
    "colleges": (frozenset({2, 9, 10}), frozenset({AgencyKind.COLLEGE})),
    "other educational providers": (frozenset({11, 12, 13, 14}), frozenset({AgencyKind.EARLY_YEARS})),
}
"""The paragraphs of the Schedule that are education and childcare, and the kinds of agency that are such."""

_EDUCATION = frozenset(kind for _, kinds in _NAMED.values() for kind in kinds)
_ALL = frozenset(number for numbers, _ in _NAMED.values() for number in numbers)
_OPEN_KINDS = frozenset({AgencyKind.GROUP, AgencyKind.OTHER})

# Whether they are named as relevant agencies


def _is_one(ask: Ask, agency: RelevantAgency, sort: str) -> bool | None:
    """Say whether a relevant agency is of one sort of educational provider; open for a class too wide to say."""
    numbers, kinds = _NAMED[sort]
    body = ask.situation.entries.get(agency.agency or "")
    of_kind = agree(_sort(kind, kinds) for kind in body.values("kind")) if isinstance(body, Agency) else None
    if is_post_elsewhere(ask, agency, kinds | _OPEN_KINDS):
        of_kind = False
    included = takes_in(agency, ask.situation.entries, numbers)
    if included or of_kind is None or agency.values("paragraphs") != (None,):
        return included
    return of_kind


def _sort(kind: AgencyKind, kinds: frozenset[AgencyKind]) -> bool | None:
    """Say whether a kind of agency is one of these; a group, or another kind, may be."""
    return None if kind in _OPEN_KINDS else kind in kinds


def _of_sort(ask: Ask, sort: str) -> Part:
    """Look whether one sort of educational provider is among the relevant agencies."""
    truths = [(_is_one(ask, agency, sort), agency) for agency in agencies(ask)]
    sure = [agency for truth, agency in truths if truth]
    if sure:
        evidence = tuple(item for agency in sure for item in ask.evidence(agency))
        return ask.part(sort, True, ", ".join(agency.name for agency in sure), evidence=evidence)
    wide = [agency for truth, agency in truths if truth is None]
    if wide:
        names = ", ".join(agency.name for agency in wide)
        missing = tuple(
            Missing(path=f"relevant_agency.{agency.id}.paragraphs", need=f"whether {agency.name} takes in {sort}")
            for agency in wide
        )
        return ask.part(sort, None, f"whether they are among these is open: {names}", missing=missing)
    need = Missing(path="relevant_agency", need=f"the {sort} that are relevant agencies")
    if ask.situation.fully_read(Topic.RELEVANT_AGENCIES):
        return ask.part(sort, False, "the list names none", missing=(need,))
    return ask.silent(sort, (Topic.RELEVANT_AGENCIES,), need.path, need.need)


def _name(ask: Ask) -> Answer:
    if not agencies(ask):
        return ask.whole([none_named(ask)])
    return ask.whole([_of_sort(ask, sort) for sort in _NAMED])


# Whether they are told of their duty


def _comply(ask: Ask) -> Answer:
    """Look whether those that are named are told that they have the duty of every relevant agency."""
    named = any_of(_is_one(ask, agency, sort) for sort in _NAMED for agency in agencies(ask))
    if named is False:
        named = False if ask.situation.fully_read(Topic.RELEVANT_AGENCIES) else None
    if named is False and agencies(ask):
        return ask.one(NOT_APPLICABLE, "no school, college or other educational provider is named as a relevant agency")
    found = said(ask, Topic.RA_DUTY, "act", "the duty to act as arranged")
    if not named:
        need = Missing(path="relevant_agency", need="whether schools, colleges or other providers are named")
        found = evolve(found, possible=found.possible | {NOT_APPLICABLE}, missing=(need, *found.missing))
    return ask.whole([found])


# Whether they are engaged

_ENGAGED = {
    "schools": "how schools are included",
    "academies-and-free-schools": "how academies, with multi-academy trusts, are included",
    "other-establishments": "how colleges and other providers are included",
}
_BY_WHAT_MEANS = "by what means education is heard"


def _engage(ask: Ask) -> Answer:
    """Look how each sort is to be included, and by what means education is heard."""
    found = [said(ask, Topic.EDUCATION, part, words) for part, words in _ENGAGED.items()]
    return ask.whole([*found, _heard(ask)])


def _heard(ask: Ask) -> Part:
    """Look for a body for education, or a seat of education on a body, that is in force."""
    found = [(body, has) for body in ask.situation.bodies if (has := _hears(ask, body)) is not False]
    need = "a body with education in its remit, or a seat of a school or college on a body"
    doubt = "whether {} has education in its remit, or a seat for it"
    return by_a_body(ask, _BY_WHAT_MEANS, found, need, doubt)


def _hears(ask: Ask, body: Body) -> bool | None:
    """Say whether a body has education in its remit, or a seat for it."""
    return any_of(
        [
            agree(Function.EDUCATION in remit if remit else None for remit in body.values("remit")),
            agree(any_of(_of_education(ask, seat) for seat in seats) for seats in body.values("seats")),
        ]
    )


def _of_education(ask: Ask, seat: Seat) -> bool | None:
    """Say whether a seat is that of a school, a college or another provider."""
    if seat.group is not None:
        return _of_words(seat.group)
    entry = ask.situation.entries.get(seat.agency or seat.post or "")
    if isinstance(entry, Post):
        if entry.office is Office.HEAD_TEACHER:
            return True
        owners = [ask.situation.entries.get(owner or "") for owner in entry.values("agency")]
        return agree(_provides(ask, owner) for owner in owners)
    return _provides(ask, entry)


def _provides(ask: Ask, entry: object) -> bool | None:
    if isinstance(entry, Agency):
        by_name = agree(_of_words(name) for name in entry.values("name"))
        return agree(by_name if kind in _OPEN_KINDS else kind in _EDUCATION for kind in entry.values("kind"))
    if isinstance(entry, RelevantAgency):
        by_name = takes_in(entry, ask.situation.entries, _ALL)
        return agree(_ALL.issuperset(numbers) if numbers else by_name for numbers in entry.values("paragraphs"))
    return False


def _of_words(name: str) -> bool | None:
    """Say whether a name means schools, colleges or other providers alone, or surely none; open where it is not plain.

    >>> [_of_words(name) for name in ("Schools", "Eastshire CCGs", "Elected Members")]
    [True, False, None]
    """
    found = meaning(name)
    if not found.plain:
        return None
    if found.surely and not found.outside and _ALL.issuperset(found.surely):
        return True
    return False if _ALL.isdisjoint((*found.surely, *found.perhaps)) else None


def _agencies_of(draft: Draft) -> Iterator[Show]:
    """Draft one class of relevant agencies for all of the sorts that the list does not name."""
    listed = {sort: any(_is_one(draft.ask, agency, sort) for agency in agencies(draft.ask)) for sort in _NAMED}
    numbers = sorted({number for sort, there in listed.items() if not there for number in _NAMED[sort][0]})

    def draft_them(_: Draft) -> bool:
        draft.relevant_agency("education-providers", EDUCATION_CLASS, numbers)
        return True

    yield Show(subjects=tuple(_NAMED), draft=draft_them)


EDUCATION_CLASS = "education providers, as they are named in the list"


def _told(draft: Draft, answer: Answer) -> Outcome | None:
    """Draft that they are told of their duty; and, where none is named yet, the class of them."""
    if not any(_is_one(draft.ask, agency, sort) for sort in _NAMED for agency in agencies(draft.ask)):
        draft.relevant_agency("education-providers", EDUCATION_CLASS, sorted(_ALL))
    return settled(Say(topic=Topic.RA_DUTY, part="act", subjects=("the duty to act as arranged",)))(draft, answer)


READ = Verification.READ
CITED = (guidance(HEADING),)

REQUIREMENTS = (
    Requirement(
        key="ch3.schools.engage",
        title="Schools and colleges are fully engaged",
        level=Level.SHOULD,
        who="safeguarding partners",
        asks=(
            "The arrangements allow all schools, with multi-academy trusts, colleges and other educational providers "
            "to be fully engaged, involved and included."
        ),
        heading=HEADING,
        citations=CITED,
        verification=READ,
        read_at=("KCSIE24", "PQ1464752"),
        checked=Checked.PRESENCE,
        silence=INDETERMINATE,
        reaches=frozenset({NEEDS_JUDGEMENT, PARTLY_MET, NOT_MET, NOT_DUE, INDETERMINATE}),
        do="Say how each sort of school and college takes part, and give education a body or seats of its own.",
        check=_engage,
        settle=settled(
            *(Say(topic=Topic.EDUCATION, part=part, subjects=(words,)) for part, words in _ENGAGED.items()),
            body_for(_BY_WHAT_MEANS, "education", "subgroup", "the group for education"),
        ),
        premises=("ch3.partners.arrange",),
    ),
    Requirement(
        key="ch3.schools.name",
        title="Schools and colleges are named",
        level=Level.SHOULD,
        who="safeguarding partners",
        asks="Schools, colleges and other educational providers are expected to be named as relevant agencies.",
        heading=HEADING,
        citations=(*CITED, regulation(REVIEW_REGULATIONS, "18")),
        verification=READ,
        read_at=("KCSIE24", "PQ1464752"),
        checked=Checked.DOCUMENTS,
        silence=INDETERMINATE,
        reaches=frozenset({MET, PARTLY_MET, NOT_MET, INDETERMINATE}),
        do="Name them in the list of relevant agencies, with the paragraphs of the Schedule under which they fall.",
        check=_name,
        settle=settled(_agencies_of),
        premises=("ch3.ra.publish-list",),
    ),
    Requirement(
        key="ch3.schools.comply",
        title="Named schools and colleges act as arranged",
        level=Level.MUST,
        who="named schools and colleges",
        asks="A school or college that is named has the same duty as other relevant agencies to act as arranged.",
        heading=HEADING,
        citations=(act("16G", "(4)"), guidance(HEADING)),
        verification=READ,
        read_at=("KCSIE24", "S16G", "PQ1464752"),
        checked=Checked.PRESENCE,
        silence=INDETERMINATE,
        reaches=frozenset({NEEDS_JUDGEMENT, NOT_MET, NOT_DUE, NOT_APPLICABLE, INDETERMINATE}),
        do="Record where named schools and colleges are told of this duty.",
        check=_comply,
        settle=_told,
        premises=("ch3.ra.publish-list",),
    ),
)
