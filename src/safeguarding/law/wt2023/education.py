"""Working Together 2023, whether education has a voice where the partnership decides, and is among its agencies."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from safeguarding.law.agency_names import names_one_by_one
from safeguarding.law.asking import Ask
from safeguarding.law.drafting import Draft
from safeguarding.law.outcomes import OPEN, Answer, Missing, Outcome, Part, under_each
from safeguarding.law.own_time import written_within
from safeguarding.law.said import said, the_best
from safeguarding.law.scheduled import takes_in
from safeguarding.law.settling import Show
from safeguarding.law.wt2018.relevant_agencies import agencies
from safeguarding.model import Agency, AgencyKind, Body, Function, Office, Post, RelevantAgency, Seat, Topic
from safeguarding.structure import leads
from safeguarding.unknown import agree, all_of, any_of

EDUCATION = frozenset(range(1, 15))
"""The paragraphs of the Schedule to SI 2018/789 on education and childcare."""

_KINDS = frozenset({AgencyKind.SCHOOL, AgencyKind.COLLEGE, AgencyKind.EARLY_YEARS})

_PROVIDERS = {
    "schools": frozenset({1, 4, 7, 8}),
    "early years and childcare": frozenset({5, 13, 14}),
    "alternative provision": frozenset({3}),
    "pupil referral units": frozenset({6}),
    "further education and training": frozenset({2, 9, 10, 12}),
}
"""The providers that the guidance names, by the paragraphs of the Schedule; universities teach adults."""


def providers_included(ask: Ask) -> Answer:
    """Look whether the relevant agencies take in each kind of provider, or a list that was read leaves one out."""
    return ask.whole([_included(ask, words, paragraphs) for words, paragraphs in _PROVIDERS.items()])


def providers_drafted(draft: Draft) -> Iterator[Show]:
    """Draft one class of relevant agencies for all of the providers that the list does not name."""
    lacking = [numbers for numbers in _PROVIDERS.values() if class_of(draft.ask, numbers) is None]

    def draft_it(_: Draft) -> bool:
        draft.relevant_agency("education-providers", _CLASS, sorted(frozenset().union(*lacking)))
        return bool(lacking)

    yield Show(subjects=tuple(_PROVIDERS), draft=draft_it)


_CLASS = "education and childcare, as it is named in the list"


def _included(ask: Ask, words: str, paragraphs: frozenset[int]) -> Part:
    """Look whether the relevant agencies take in all of a kind of provider, as a class of them does."""
    entries = ask.situation.entries
    truths = [(takes_in(agency, entries, paragraphs), agency) for agency in agencies(ask)]
    alone = [agency for truth, agency in truths if truth and _by_itself(ask, agency) is not False]
    wide = [agency for truth, agency in truths if truth is None]
    a_class = class_of(ask, paragraphs)
    if a_class is not None:
        return ask.part(words, True, a_class.name, evidence=ask.evidence(a_class))
    missing = tuple(
        Missing(path=f"relevant_agency.{agency.id}.paragraphs", need=f"whether {agency.name} takes in {words}")
        for agency in wide
    )
    unless = f"unless under {', '.join(agency.name for agency in wide)}" if wide else ""
    if alone:
        evidence = tuple(item for agency in alone for item in ask.evidence(agency))
        those = Missing(path="relevant_agency", need=f"whether all {words} are relevant agencies: the class of them")
        named = ", ".join(agency.name for agency in alone)
        message = f"{named} {'is' if len(alone) == 1 else 'are'} named; whether all are, is not shown"
        message = f"{message}, {unless}" if wide else message
        return ask.part(words, _SOME, message, evidence=evidence, missing=(those, *missing))
    if wide:
        return ask.part(words, None, f"not named, {unless}", missing=missing)
    need = f"a relevant agency for {words}"
    if not agencies(ask) or not ask.situation.fully_read(Topic.RELEVANT_AGENCIES):
        return ask.silent(words, (Topic.RELEVANT_AGENCIES,), "relevant_agency", need)
    # A list that is read in full says whom it takes in.
    missing_one = Missing(path="relevant_agency", need=need)
    return ask.part(words, False, "none of the relevant agencies is of that kind", missing=(missing_one,))


def class_of(ask: Ask, paragraphs: frozenset[int]) -> RelevantAgency | None:
    """Find a relevant agency that surely is a class of what some paragraphs name, and no single provider."""
    for agency in agencies(ask):
        if takes_in(agency, ask.situation.entries, paragraphs) and _by_itself(ask, agency) is False:
            return agency
    return None


_SOME = frozenset({Outcome.MET, Outcome.PARTLY_MET})
"""What a kind is of which single providers are named: whether those are all that there are is not said."""


def _by_itself(ask: Ask, agency: RelevantAgency) -> bool | None:
    """Say whether an entry is a single provider, by its name or the agency that it names, and no class of them."""
    by_name = agree(names_one_by_one(name) for name in agency.values("name"))
    if by_name is not None or any(len(numbers or ()) > 1 for numbers in agency.values("paragraphs")):
        return bool(by_name)
    bodies = [ask.situation.entries.get(body or "") for body in agency.values("agency")]
    kinds = [kind for body in bodies if isinstance(body, Agency) for kind in body.values("kind")]
    return agree(False if kind is AgencyKind.GROUP else None if kind in _MANY else True for kind in kinds)


_MANY = frozenset({AgencyKind.GROUP, AgencyKind.OTHER})
"""The kinds of agency that can be more than one body."""


def represented(ask: Ask) -> Answer:
    """Look whether education has a seat where strategy is decided, or is said to be represented there."""
    subject = "education at strategic discussions"
    found = [said(ask, Topic.EDUCATION_VOICE, "representative", subject)]
    top = [body for body in ask.situation.accountability.top if body.values("seats") != ((),)]
    for body in top:
        sure = leads(body) is True and ask.situation.gone(body) is False
        part = under_each([_seated(ask, subject, body, seats) for seats in body.values("seats") or ((),)])
        part = _of_its_own_time(ask, part)
        found.append(part if sure else evolve(part, possible=part.possible | OPEN))
    spoken = any("representative" in statement.parts for statement in ask.situation.statements(Topic.EDUCATION_VOICE))
    if top and not spoken and ask.situation.fully_read(Topic.EDUCATION_VOICE):
        del found[0]  # a statement that is not there takes nothing from what the seats show
    return ask.whole([the_best(subject, found)])


def _of_its_own_time(ask: Ask, part: Part) -> Part:
    """Leave open what the seats do not show in arrangements that were not surely written under this guidance."""
    if Outcome.NOT_MET not in part.possible or written_within(ask.requirement, ask.situation.document):
        return part
    need = Missing(path="statement", need="who represents education now: the seats may be of before this guidance")
    message = f"{part.message}, in arrangements from before this guidance"
    return evolve(part, possible=part.possible | OPEN, message=message, missing=(*part.missing, need))


def _seated(ask: Ask, subject: str, body: Body, seats: tuple[Seat, ...]) -> Part:
    evidence = ask.evidence(body, "seats")
    need = Missing(path=f"body.{body.id}.seats", need=f"who represents education on {body.name}")
    of = [(seat, _of_education(ask, seat)) for seat in seats]
    if any(truth and not seat.vacant for seat, truth in of):
        return ask.part(subject, True, f"a seat on {body.name}", evidence=evidence)
    if not seats or any(truth is None and not seat.vacant for seat, truth in of):
        message = f"whether a seat on {body.name} is for education is open"
        return ask.part(subject, None, message, evidence=evidence, missing=(need,))
    if any(truth for _, truth in of):
        return ask.part(subject, False, f"the seat on {body.name} is vacant", evidence=evidence, missing=(need,))
    read = ask.situation.fully_read(Topic.BODIES)
    message = f"none of the seats on {body.name} is for education"
    return ask.part(subject, False if read else None, message, evidence=evidence, missing=(need,))


def _of_education(ask: Ask, seat: Seat) -> bool | None:
    """Say whether a seat is held for education; of a class of members it is not said who they are."""
    if seat.group is not None:
        return None
    if seat.held_for is not None:
        return False
    entry = ask.situation.entries.get(seat.agency or seat.post or seat.body or "")
    return any_of(_educational(ask, entry))


def _educational(ask: Ask, entry: object) -> Iterator[bool | None]:
    """Find what makes an entry one of education: its kind, its paragraph, its office, its agency, its remit."""
    if isinstance(entry, Agency):
        yield agree(None if kind in _MANY else kind in _KINDS for kind in entry.values("kind"))
        for agency in agencies(ask):
            same = agree(body == entry.id for body in agency.values("agency"))
            yield all_of([same, takes_in(agency, ask.situation.entries, EDUCATION)])
    if isinstance(entry, RelevantAgency):
        yield takes_in(entry, ask.situation.entries, EDUCATION)
    if isinstance(entry, Post):
        yield agree(office is Office.HEAD_TEACHER for office in entry.values("office"))
        for of in entry.values("agency"):
            yield from _educational(ask, ask.situation.entries.get(of or ""))
    if isinstance(entry, Body):
        yield agree(Function.EDUCATION in remit for remit in entry.values("remit"))
