"""Chapter 3, funding: who pays what, and whether it adds up."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import reduce

from safeguarding.law.asking import Ask
from safeguarding.law.instruments import Verification, act, guidance
from safeguarding.law.outcomes import Answer, Missing, Part
from safeguarding.law.requirement import Checked, Level, Requirement
from safeguarding.law.said import on_topic, said
from safeguarding.law.stated import (
    INDETERMINATE,
    MET,
    NEEDS_JUDGEMENT,
    NOT_APPLICABLE,
    NOT_DUE,
    NOT_MET,
    PARTLY_MET,
)
from safeguarding.model import Funding, FundingLine, Means, Money, Topic, split

HEADING = "Funding"
_ROUNDING = Fraction(1, 200)
"""Half a percentage point: how far one printed share may be from the exact one."""


def statements_of_funding(ask: Ask) -> tuple[Funding, ...]:
    """Return the statements of funding in the arrangements."""
    return ask.situation.of("funding")


def _total(amounts: list[Money]) -> Money:
    return reduce(lambda one, other: one + other, amounts, Money(0))


def _lines_of(ask: Ask, payer: str) -> list[tuple[Funding, FundingLine]]:
    """Return the lines in which an agency pays, or another pays on its behalf."""
    return [
        (funding, line)
        for funding in statements_of_funding(ask)
        for line in funding.lines
        if payer in line.paid_by or payer in line.on_behalf_of
    ]


def _pay(ask: Ask) -> Answer:
    partners = ask.situation.partner_agencies
    if not statements_of_funding(ask) or not partners:
        need = "who pays what towards the arrangements"
        return ask.whole([ask.silent("payments", (Topic.FUNDING,), "funding", need)])
    return ask.whole([_pays(ask, partner) for partner in partners])


def _pays(ask: Ask, partner: str) -> Part:
    name = ask.situation.name(partner)
    lines = _lines_of(ask, partner)
    if not lines:
        return ask.silent(name, (Topic.FUNDING,), "funding", f"what {name} pays")
    evidence = tuple(item for funding, line in lines for item in ask.evidence(funding, "lines", _line(line)))
    paying = [line for _, line in lines if line.amount is None or line.amount.pence > 0]
    if not paying:
        return ask.part(name, False, "a payment of nothing is stated", evidence=evidence)
    said = "; ".join(_line(line) for line in paying)
    return ask.part(name, True, said, evidence=evidence)


def _line(line: FundingLine) -> str:
    amount = str(line.amount) if line.amount is not None else str(line.share) if line.share else "no amount"
    kind = ", in kind" if line.means is Means.IN_KIND else ""
    return f"“{line.label}” {amount}{kind}"


def _level(ask: Ask) -> Answer:
    partners = ask.situation.partner_agencies
    funding = statements_of_funding(ask)
    if not funding or not partners:
        parts = {"level": "the level of funding from each partner", "basis": "on what basis it is shared"}
        return ask.whole(on_topic(ask, Topic.FUNDING_BASIS, parts))
    return ask.whole([_amount(ask, partner) for partner in partners] + [_basis(ask, funding)])


def _amount(ask: Ask, partner: str) -> Part:
    """Look whether a partner's own amount is stated, or follows from what is stated."""
    name = ask.situation.name(partner)
    lines = _lines_of(ask, partner)
    need = Missing(path="funding", need=f"the amount that {name} pays")
    if not lines:
        return ask.silent(name, (Topic.FUNDING,), need.path, need.need)
    evidence = tuple(item for funding, line in lines for item in ask.evidence(funding, "lines", _line(line)))
    amounts = [amount for funding, line in lines if (amount := _own(funding, line, partner)) is not None]
    if amounts:
        return ask.part(name, True, str(_total(amounts)), evidence=evidence)
    if any(line.means is Means.IN_KIND for _, line in lines):
        return ask.part(name, True, "in kind", evidence=evidence)
    together = [line for _, line in lines if len(line.paid_by) > 1 and line.amount]
    if together:
        line = together[0]
        message = f"only within “{line.label}”, {line.amount} for {len(line.paid_by)} payers together"
    else:
        message = "pays, and no amount is stated"
    return ask.part(name, None, message, evidence=evidence, missing=(need,))


def _own(funding: Funding, line: FundingLine, partner: str) -> Money | None:
    """Return what one payer of a line pays, where that is stated or follows from equal or given shares."""
    total = funding.stated_total
    if len(line.paid_by) <= 1 or line.on_behalf_of:
        if line.amount is None and line.share and total and line.within is None:
            return split(total, [line.share.of_one, 1 - line.share.of_one])[0]
        if line.amount is None and funding.equal_shares and total:
            payers = [payer for other in funding.lines for payer in other.paid_by]
            return split(total, [1] * len(payers))[payers.index(partner)] if partner in payers else None
        return line.amount
    if funding.equal_shares and (line.amount or total) and partner in line.paid_by:
        whole = line.amount or total
        return split(whole, [1] * len(line.paid_by))[line.paid_by.index(partner)] if whole else None
    return None


def _basis(ask: Ask, funding: tuple[Funding, ...]) -> Part:
    for statement in funding:
        if statement.basis or statement.equal_shares:
            says = statement.basis or "equal shares"
            return ask.part("basis", True, says, evidence=ask.evidence(statement, "basis", says))
    return said(ask, Topic.FUNDING_BASIS, "basis", "on what basis it is shared")


def _transparent(ask: Ask) -> Answer:
    funding = [f for f in statements_of_funding(ask) if f.stated_total or any(line.amount for line in f.lines)]
    if not funding:
        need = "the figures: who pays how much"
        return ask.whole([ask.silent("figures", (Topic.FUNDING,), "funding", need)])
    parts = [
        ask.part("figures", True, f"{len(f.lines)} lines are published", evidence=ask.evidence(f)) for f in funding
    ]
    for statement in funding:
        parts += _sums(ask, statement)
    return ask.whole(parts)


def _sums(ask: Ask, funding: Funding) -> list[Part]:
    """Compare each total with the lines that it is the total of, exactly."""
    evidence = ask.evidence(funding)
    parts: list[Part] = []
    tops = [line for line in funding.lines if line.within is None]
    if funding.stated_total is not None and tops:
        parts.append(_sum(ask, "the total", tops, funding.values("stated_total"), funding))
    for line in funding.lines:
        inner = [other for other in funding.lines if other.within == line.label]
        if inner and line.amount is not None:
            parts.append(_sum(ask, f"“{line.label}”", inner, (line.amount,), funding))
    shares = [line.share.of_one for line in tops if line.share is not None]
    if shares and len(shares) == len(tops):
        off = abs(sum(shares, start=Fraction(0)) - 1)
        fits = off <= _ROUNDING * len(shares)
        percent = f"{float(sum(shares, start=Fraction(0)) * 100):g}%"
        message = f"the {len(shares)} shares add up to {percent}" + ("" if fits else ", beyond any rounding")
        parts.append(ask.part("the shares", fits, message, evidence=evidence))
    return parts


def _sum(ask: Ask, what: str, lines: list[FundingLine], totals: tuple[Money, ...], funding: Funding) -> Part:
    path = ask.situation.path(funding)
    evidence = ask.evidence(funding, "stated_total", str(funding.stated_total)) if what == "the total" else ()
    amounts = [line.amount for line in lines if line.amount is not None]
    subject = f"{what} is the sum of its lines"
    if len(amounts) < len(lines) or not totals:
        without = [line.label for line in lines if line.amount is None]
        need = Missing(path=f"{path}.lines", need=f"the amounts of: {', '.join(without)}")
        message = f"{len(without)} of {len(lines)} lines have no amount, so the sum cannot be compared"
        if all(_total(amounts) > total for total in totals) and totals:
            message = f"the lines with amounts already add up to {_total(amounts)}, above {totals[0]}"
            return ask.part(subject, False, message, evidence=evidence)
        return ask.part(subject, None, message, evidence=evidence, missing=(need,))
    summed = _total(amounts)
    if all(summed == total for total in totals):
        return ask.part(subject, True, f"{len(lines)} lines add up to {summed}", evidence=evidence)
    wrong = next(total for total in totals if total != summed)
    gap = wrong - summed if wrong > summed else summed - wrong
    more = "more" if wrong > summed else "less"
    message = f"the {len(lines)} lines add up to {summed}; the stated total is {wrong}, {gap} {more}"
    need = Missing(path=path, need=f"a line for the difference of {gap}, or the right total")
    truth = None if summed in totals else False
    return ask.part(subject, truth, message, evidence=evidence, missing=(need,))


def _sufficient(ask: Ask) -> Answer:
    for funding in statements_of_funding(ask):
        for cost in funding.costs:
            if cost.covers_reviews:
                evidence = ask.evidence(funding, "costs", cost.label)
                return ask.one(True, f"reviews are among the costs: {cost.label}", evidence=evidence)
    return ask.whole([said(ask, Topic.FUNDING_BASIS, "reviews", "money for practice reviews")])


def _power(whose: Callable[[Ask], list[tuple[str, frozenset[str]]]]) -> Callable[[Ask], Answer]:
    """Make the check of a power to pay: met where it was used, otherwise not applicable."""

    def check(ask: Ask) -> Answer:
        used = [
            (name, funding, line)
            for name, ids in whose(ask)
            for funding in statements_of_funding(ask)
            for line in funding.lines
            if ids & {*line.paid_by, *line.on_behalf_of}
        ]
        if used:
            evidence = tuple(dict.fromkeys(e for _, f, line in used for e in ask.evidence(f, "lines", _line(line))))
            names = ", ".join(dict.fromkeys(name for name, _, _ in used))
            return ask.one(True, f"used by {names}", evidence=evidence)
        part = ask.silent("payments", (Topic.FUNDING,), "funding", "who pays what")
        message = "no such payment is recorded" if part.outcome is NOT_APPLICABLE else None
        return ask.whole([part], message)

    return check


def _partners(ask: Ask) -> list[tuple[str, frozenset[str]]]:
    return [(ask.situation.name(agency), frozenset({agency})) for agency in ask.situation.partner_agencies]


def _agencies(ask: Ask) -> list[tuple[str, frozenset[str]]]:
    return [
        (agency.name, frozenset({agency.id} | ({agency.agency} if agency.agency else set())))
        for agency in ask.situation.of("relevant_agencies")
    ]


READ = Verification.READ
ARRANGED = ("ch3.partners.arrange",)
POWER = frozenset({MET, NOT_APPLICABLE, INDETERMINATE})

REQUIREMENTS = (
    Requirement(
        key="ch3.fund.sp-power",
        title="The partners' power to pay",
        level=Level.MAY,
        who="safeguarding partners",
        asks=(
            "The partners may make payments, directly or into a pooled fund, also for reviewers and scrutineers, "
            "and may provide staff, goods, services and accommodation."
        ),
        heading=HEADING,
        citations=(act("16I", "(1)-(3)"),),
        verification=READ,
        read_at=("S16I",),
        checked=Checked.DOCUMENTS,
        silence=NOT_APPLICABLE,
        reaches=POWER,
        do="Record what each partner pays or provides.",
        check=_power(_partners),
        premises=ARRANGED,
    ),
    Requirement(
        key="ch3.fund.ra-power",
        title="Relevant agencies' power to pay",
        level=Level.MAY,
        who="relevant agencies",
        asks="A relevant agency may make payments towards the arrangements.",
        heading=HEADING,
        citations=(act("16I", "(4)"),),
        verification=READ,
        read_at=("S16I",),
        checked=Checked.DOCUMENTS,
        silence=NOT_APPLICABLE,
        reaches=POWER,
        do="Record what each relevant agency pays or provides.",
        check=_power(_agencies),
        premises=ARRANGED,
    ),
    Requirement(
        key="ch3.fund.pay",
        title="Payments towards the arrangements",
        level=Level.SHOULD,
        who="safeguarding partners and relevant agencies",
        asks="Partners and relevant agencies make payments towards the cost of the arrangements.",
        heading=HEADING,
        citations=(guidance(HEADING), act("16I")),
        verification=Verification.MEMORY,
        checked=Checked.DOCUMENTS,
        silence=INDETERMINATE,
        reaches=frozenset({MET, PARTLY_MET, NOT_MET, INDETERMINATE}),
        do="Record who pays what, line by line.",
        check=_pay,
        premises=ARRANGED,
    ),
    Requirement(
        key="ch3.fund.level",
        title="The level of funding is agreed",
        level=Level.SHOULD,
        who="safeguarding partners",
        asks=(
            "The partners agree the level of funding from each of them, which is equitable and proportionate, "
            "and any contribution from each relevant agency."
        ),
        heading=HEADING,
        citations=(guidance(HEADING), act("16I")),
        verification=READ,
        read_at=("SOLACE",),
        checked=Checked.PRESENCE,
        silence=INDETERMINATE,
        reaches=frozenset({NEEDS_JUDGEMENT, PARTLY_MET, NOT_MET, NOT_DUE, INDETERMINATE}),
        do="Record each partner's own amount, and on what basis the shares were agreed.",
        check=_level,
        premises=ARRANGED,
    ),
    Requirement(
        key="ch3.fund.transparent",
        title="Transparent funding",
        level=Level.SHOULD,
        who="safeguarding partners",
        asks="The funding is transparent to children and families.",
        heading=HEADING,
        citations=(guidance(HEADING),),
        verification=Verification.MEMORY,
        checked=Checked.DOCUMENTS,
        silence=INDETERMINATE,
        reaches=frozenset({MET, PARTLY_MET, INDETERMINATE}),
        do="Publish figures that add up to their total, or say what makes the difference.",
        check=_transparent,
        premises=ARRANGED,
    ),
    Requirement(
        key="ch3.fund.sufficient",
        title="Enough for everything, reviews included",
        level=Level.SHOULD,
        who="safeguarding partners",
        asks="The funding is enough for all elements of the arrangements, practice reviews included.",
        heading=HEADING,
        citations=(guidance(HEADING),),
        verification=Verification.MEMORY,
        checked=Checked.PRESENCE,
        silence=INDETERMINATE,
        reaches=frozenset({NEEDS_JUDGEMENT, NOT_MET, NOT_DUE, INDETERMINATE}),
        do="Record what is set aside for practice reviews.",
        check=_sufficient,
        premises=ARRANGED,
    ),
)
