"""Whether the arrangements and the yearly report are signed off by all lead safeguarding partners."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from safeguarding.law.asking import Ask
from safeguarding.law.drafting import Draft
from safeguarding.law.outcomes import Answer, Missing, Part
from safeguarding.law.said import said, the_best
from safeguarding.law.settling import Say, partners
from safeguarding.law.stated import MET
from safeguarding.model import DocumentKind, Lead, Partner, Post, Shown, Statement, Topic
from safeguarding.unknown import agree, all_of

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
    leads: tuple[Lead, ...] = ask.situation.of("leads")
    signs = [(_signs(ask, lead, partner), lead) for lead in leads]
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


def _stated(ask: Ask, partner: Partner, subject: str) -> Part:
    """Look for a statement that a partner signed the arrangements off."""
    found = said(ask, _TOPIC, "arrangements", subject)
    if found.outcome is not MET:
        return found
    statements = [one for one in ask.situation.statements(_TOPIC) if "arrangements" in one.parts]
    truths = [(_names(ask, one, partner), one) for one in statements]
    for truth, one in truths:
        if truth:
            return ask.part(subject, True, f"said: {one.says}", evidence=ask.evidence(one))
    path = ask.situation.path(statements[0])
    missing = (Missing(path=f"{path}.who", need=f"whether {ask.situation.name(partner.agency)} signed them off"),)
    if any(truth is None for truth, _ in truths):
        message = "signed off, and it is open by whom"
        return ask.part(subject, None, message, evidence=found.evidence, missing=missing)
    return ask.part(subject, False, "signed off by others", evidence=found.evidence, missing=missing)


def _names(ask: Ask, statement: Statement, partner: Partner) -> bool | None:
    """Say whether a statement names a partner: its agency, or a post of it; open where it names nobody."""
    own = partner.values("agency")
    for who in statement.who:
        entry = ask.situation.entries.get(who)
        agencies = entry.values("agency") if isinstance(entry, Post) else (who,)
        truth = agree(agency == other for agency in agencies for other in own)
        if truth is not False:
            return truth
    return False if statement.who else None


def _report(ask: Ask) -> Part:
    """Look for the sign-off of the yearly report, in the arrangements or in a report that was written since."""
    words = "the yearly report, signed off"
    found = [said(ask, _TOPIC, "yearly-report", words)]
    for report in ask.situation.documents_of(DocumentKind.YEARLY_REPORT):
        inside = evolve(ask, situation=ask.situation.within(report))
        if inside.situation.statements(_TOPIC):
            found.append(said(inside, _TOPIC, "yearly-report", words))
    return the_best(words, found)


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
