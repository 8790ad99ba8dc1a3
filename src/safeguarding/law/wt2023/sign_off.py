"""Whether the arrangements and the yearly report are signed off by all lead safeguarding partners."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from safeguarding.law.asking import Ask
from safeguarding.law.drafting import Draft
from safeguarding.law.outcomes import Answer, Missing, Part
from safeguarding.law.said import said, the_best
from safeguarding.law.settling import Say, partners
from safeguarding.law.stated import INDETERMINATE, MET, NOT_MET
from safeguarding.model import Body, DocumentKind, Lead, Partner, Post, Shown, Statement, Topic
from safeguarding.structure import leads
from safeguarding.unknown import agree, all_of, any_of

_TOPIC = Topic.SIGN_OFF


def signed_off(ask: Ask) -> Answer:
    """Look for the sign-off of the arrangements by each partner, that of the report, the link, and the address."""
    partners: tuple[Partner, ...] = ask.situation.partners
    need = "who signed the arrangements off, partner by partner"
    parts = [_by(ask, partner) for partner in partners]
    parts = parts or [ask.silent("the arrangements, signed off", (_TOPIC, Topic.PARTNERS), "partner", need)]
    return ask.whole([*parts, _report(ask), said(ask, _TOPIC, "linked", "the two are linked"), _accessible(ask)])


def signatures(draft: Draft) -> Iterator[Say]:
    """Draft one statement on who signed what off, and where it can be found."""
    names = [draft.ask.situation.name(partner.agency) for partner in draft.ask.situation.partners]
    by_each = (f"the arrangements, signed off by {name}" for name in names)
    subjects = ("the arrangements, signed off", *by_each)
    yield Say(topic=_TOPIC, part="arrangements", subjects=subjects, who=partners())
    yield Say(topic=_TOPIC, part="yearly-report", subjects=("the yearly report, signed off",), who=partners())
    yield Say(topic=_TOPIC, part="linked", subjects=("the two are linked",))
    yield Say(topic=_TOPIC, part="accessible", subjects=("easily accessible",))


def _by(ask: Ask, partner: Partner) -> Part:
    """Look whether a partner signed the arrangements off: a signature, or a statement that names it."""
    subject = f"the arrangements, signed off by {ask.situation.name(partner.agency)}"
    known: tuple[Lead, ...] = ask.situation.of("leads")
    signs = [(_signs(ask, lead, partner), lead) for lead in known]
    for truth, lead in signs:
        if truth:
            return ask.part(subject, True, "its lead signs them", evidence=ask.evidence(lead))
    found = _stated(ask, partner, subject)
    if all(truth is False for truth, _ in signs):
        return found
    need = Missing(path="lead.shown", need=f"whether the lead of {ask.situation.name(partner.agency)} signs them")
    return the_best(subject, [found, ask.part(subject, None, "its lead signs them, perhaps", missing=(need,))])


def _signs(ask: Ask, lead: Lead, partner: Partner) -> bool | None:
    """Say whether a lead is that of a partner, and signs the document."""
    signs = agree(shown is Shown.SIGNATURE for shown in lead.values("shown"))
    return all_of([ask.situation.leads_for(lead, partner), signs])


def by_all(ask: Ask, documents: dict[str, str]) -> list[Part]:
    """Look of several documents whether all partners are said to sign each off.

    Args:
        ask: the requirement and the situation.
        documents: the parts of the topic, each with the sign-off in words.
    """
    return [_by_each(ask, part, words, ask.situation.partners) for part, words in documents.items()]


def _by_each(ask: Ask, part: str, words: str, partners: Sequence[Partner]) -> Part:
    """Look for the sign-off of a document by each partner: the one that did least speaks."""
    found = [_stated(ask, partner, words, part) for partner in partners]
    for outcome in (NOT_MET, INDETERMINATE):
        for one, partner in zip(found, partners, strict=True):
            if one.outcome is outcome and one.message in {_OTHERS, _OPEN}:
                return evolve(one, message=f"{one.message}: {ask.situation.name(partner.agency)}")
    return said(ask, _TOPIC, part, words)


_OTHERS, _OPEN = "signed off by others", "signed off, and it is open by whom"


def _stated(ask: Ask, partner: Partner, subject: str, part: str = "arrangements") -> Part:
    """Look for a statement that a partner signed a document off, the arrangements if no other is named."""
    found = said(ask, _TOPIC, part, subject)
    if found.outcome is not MET:
        return found
    statements = [one for one in ask.situation.statements(_TOPIC) if part in one.parts]
    truths = [(_names(ask, one, partner), one) for one in statements]
    for truth, one in truths:
        if truth:
            return ask.part(subject, True, f"said: {one.says}", evidence=ask.evidence(one))
    path = ask.situation.path(statements[0])
    missing = (Missing(path=f"{path}.who", need=f"whether {ask.situation.name(partner.agency)} signed them off"),)
    if any(truth is None for truth, _ in truths):
        return ask.part(subject, None, _OPEN, evidence=found.evidence, missing=missing)
    return ask.part(subject, False, _OTHERS, evidence=found.evidence, missing=missing)


def _names(ask: Ask, statement: Statement, partner: Partner) -> bool | None:
    """Say whether a statement names a partner: its agency, or a post of it; open where it names nobody."""
    truths = [_is_of(ask, who, partner) for who in statement.who]
    return any_of(truths) if truths else None


def _is_of(ask: Ask, who: str, partner: Partner) -> bool | None:
    """Say whether who signs is a partner, or a post of it; a body through which the partners lead may be."""
    entry = ask.situation.entries.get(who)
    if isinstance(entry, Body):
        return None if leads(entry) is not False else False
    agencies = entry.values("agency") if isinstance(entry, Post) else (who,)
    return agree(agency == other for agency in agencies for other in partner.values("agency"))


def _report(ask: Ask) -> Part:
    """Look for the sign-off of the yearly report: in the arrangements, if they speak of it, and in the report itself.

    A report that is not among the files may be signed off, so that the silence of the arrangements shows nothing.
    """
    words = "the yearly report, signed off"
    reports = ask.situation.documents_of(DocumentKind.YEARLY_REPORT)
    spoken = any("yearly-report" in one.parts for one in ask.situation.statements(_TOPIC))
    partners = ask.situation.partners
    found = [_by_each(ask, "yearly-report", words, partners)] if spoken else []
    found += [_in(evolve(ask, situation=ask.situation.within(report)), words, partners) for report in reports]
    if not reports:
        message = "no yearly report is among the files"
        need = Missing(path="kind", need="the yearly report, as a file of kind yearly-report, and who signed it off")
        found.append(ask.part(words, None, message, missing=(need,)))
    return the_best(words, found)


def _in(inside: Ask, words: str, partners: Sequence[Partner]) -> Part:
    """Look for the sign-off of a report in the report itself: what it says, or a signature, whose may be open."""
    found = _by_each(inside, "yearly-report", words, partners)
    signing = [lead for lead in inside.situation.of("leads") if Shown.SIGNATURE in lead.values("shown")]
    if found.outcome is MET or not signing:
        return found
    need = Missing(path="statement", need="whether all lead safeguarding partners signed the yearly report off")
    evidence = tuple(item for lead in signing for item in inside.evidence(lead))
    perhaps = inside.part(words, None, "it bears signatures", evidence=evidence, missing=(need,))
    return the_best(words, [perhaps, found])


def _accessible(ask: Ask) -> Part:
    """Look for the address at which the arrangements are, or for what is said of where they can be found."""
    words = "easily accessible"
    publication = ask.situation.document.publication if ask.situation.document else None
    if publication is not None and publication.url:
        return ask.part(words, True, f"at {publication.url}", evidence=ask.evidence(publication, "url"))
    found = said(ask, _TOPIC, "accessible", words)
    if publication is None or "url" not in publication.unknown:
        return found
    need = Missing(path="publication.url", need="the address at which the arrangements are")
    return the_best(words, [found, ask.part(words, None, "the address could not be read", missing=(need,))])
