"""Whether a yearly report breaks down the costs, what each partner paid, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from safeguarding.law.asking import NO_ARRANGEMENTS, Ask
from safeguarding.law.drafting import Draft
from safeguarding.law.outcomes import OPEN, Answer, Missing, Outcome, Part
from safeguarding.law.own_time import written_within
from safeguarding.law.papers import writable
from safeguarding.law.remedies import contribution
from safeguarding.law.said import said, the_best
from safeguarding.law.settling import Say, settled
from safeguarding.law.stated import MET, NOT_APPLICABLE
from safeguarding.model import Document, DocumentKind, Funding, Money, Topic
from safeguarding.structure import own_payments, total

_NO_REPORT = Missing(path="kind", need="the yearly report, as a file of kind yearly-report")
_WHEN = Missing(path="publication.published", need="the day on which the report was written")


def costs(ask: Ask) -> Answer:
    """Look in each report of the time for amounts of each partner and each cost, changes, and what came of them."""
    reports = ask.situation.documents_of(DocumentKind.YEARLY_REPORT)
    if not reports:
        return ask.one(OPEN, "no yearly report is among the files", missing=(_NO_REPORT,))
    found = [part for report in reports for part in _of_a_report(ask, report, reports)]
    if not found:
        return ask.one(NOT_APPLICABLE, "no yearly report that was written while this was asked is among the files")
    return ask.whole(found)


def _of_a_report(ask: Ask, report: Document, reports: tuple[Document, ...]) -> Iterator[Part]:
    within = True if ask.guidance is not None else written_within(ask.requirement, report)
    if within is False:
        return
    published = report.publication.published
    title = f", report published {published.in_words()}" if published else ", report without a date"
    inside = evolve(ask, situation=ask.situation.within(report))
    partners = ask.situation.partner_agencies or inside.situation.partner_agencies
    for part in (*_contributions(inside, partners), _costs(inside), _changes(inside), _value(inside)):
        one = evolve(part, subject=f"{part.subject}{title}") if len(reports) > 1 else part
        yield one if within else evolve(one, possible=one.possible | {NOT_APPLICABLE}, missing=(*one.missing, _WHEN))


def _contributions(ask: Ask, partners: tuple[str, ...]) -> Iterator[Part]:
    """Look for the amount that each partner paid."""
    if not partners:
        need = Missing(path="kind", need=f"who the partners are: {NO_ARRANGEMENTS}")
        yield ask.part("what each partner paid", None, "who the partners are is not written down", missing=(need,))
    for partner in partners:
        name = ask.situation.name(partner)
        subject = f"what {name} paid"
        paid = [(one, amount) for one in _funding(ask) for amount in own_payments(one, partner)]
        if paid:
            amounts = ", ".join(f"{amount}{_period(one)}" for one, amount in paid)
            evidence = tuple(item for one, _ in paid for item in ask.evidence(one, "lines", f"{name}: {amounts}"))
            yield ask.part(subject, True, amounts, evidence=evidence)
        else:
            yield _silent(ask, subject, "lines", f"the amount that {name} paid")


def _costs(ask: Ask) -> Part:
    """Look for a breakdown of the costs: two heads with amounts, at least, or words on them."""
    words = "a breakdown of the costs"
    for one in _funding(ask):
        stated = [cost for cost in one.costs if cost.amount is not None]
        if len(stated) > 1:
            of_all = total(cost.amount for cost in stated if cost.amount is not None)
            says = f"{len(stated)} costs, {of_all} together{_against(one, of_all)}"
            return ask.part(words, True, says, evidence=ask.evidence(one, "costs", says))
    return _or_said(ask, "costs", words)


def _changes(ask: Ask) -> Part:
    """Look for what changed: the funding of two years, or words on it."""
    words = "changes in costs and contributions"
    own = [(one, amount) for one in _funding(ask) if (amount := _whole(one)) is not None and one.period is not None]
    own.sort(key=lambda found: found[0].period.starts.earliest if found[0].period else ask.as_of)
    if len(own) > 1:
        (first, before), (last, after) = own[0], own[-1]
        if first.period != last.period:
            says = f"{before}{_period(first)}, {after}{_period(last)}: a change of {after - before}"
            return ask.part(words, True, says, evidence=(*ask.evidence(first), *ask.evidence(last)))
    return _or_said(ask, "cost-changes", words)


def _value(ask: Ask) -> Part:
    return said(ask, Topic.REPORT, "value", "impact and value for money")


def _or_said(ask: Ask, part: str, words: str) -> Part:
    """Look for words on it; where the money itself is not fully written down, that leaves it open."""
    found = said(ask, Topic.REPORT, part, words)
    if found.possible == {MET} or (ask.situation.fully_read(Topic.FUNDING) and not _unreadable(ask)):
        return found
    return the_best(words, [found, _silent(ask, words, "costs", words)])


# What settles it


def settle_costs(draft: Draft, answer: Answer) -> Outcome | None:
    """Draft in the only report, or in a new one, what each partner paid, and what is said of costs."""
    kind = DocumentKind.YEARLY_REPORT
    payers = draft.ask.situation.partners
    if NOT_APPLICABLE in answer.possible or not payers or not writable(draft, kind):
        return None
    paid = (contribution(one.side, one.agency, f"what {draft.ask.situation.name(one.agency)} paid") for one in payers)
    words = {
        "costs": "a breakdown of the costs",
        "cost-changes": "changes in costs and contributions",
        "value": "impact and value for money",
    }
    said_so = (
        Say(topic=Topic.REPORT, part=part, subjects=(subject,), document=kind) for part, subject in words.items()
    )
    return settled(*paid, *said_so)(draft, answer)


def _silent(ask: Ask, subject: str, name: str, need: str) -> Part:
    return ask.silent(subject, (Topic.FUNDING,), f"funding.{name}", need, unreadable=_unreadable(ask))


def _unreadable(ask: Ask) -> bool:
    return any(one.unknown for one in _funding(ask))


def _funding(ask: Ask) -> tuple[Funding, ...]:
    return ask.situation.of("funding")


def _whole(one: Funding) -> Money | None:
    """Return the total of a statement of funding, as stated or as the sum of its lines."""
    if one.stated_total is not None:
        return one.stated_total
    amounts = [line.amount for line in one.lines if line.within is None]
    return total(amount for amount in amounts if amount is not None) if amounts and None not in amounts else None


def _period(one: Funding) -> str:
    return f" ({one.period.in_words()})" if one.period else ""


def _against(one: Funding, of_all: Money) -> str:
    """Say where the costs do not come to the total that is printed."""
    stated = one.stated_total
    return f"; the stated total is {stated}" if stated is not None and stated != of_all else ""
