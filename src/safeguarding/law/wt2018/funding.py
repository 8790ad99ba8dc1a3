"""Chapter 3, funding: who pays what, and whether it adds up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from attrs import evolve

from safeguarding.law import remedies
from safeguarding.law.asking import Ask, once
from safeguarding.law.instruments import Verification, act, guidance
from safeguarding.law.outcomes import Answer, Missing, Part
from safeguarding.law.requirement import Checked, Level, Requirement
from safeguarding.law.said import best_of, on_topic, said
from safeguarding.law.stated import (
    INDETERMINATE,
    MET,
    NEEDS_JUDGEMENT,
    NOT_APPLICABLE,
    NOT_DUE,
    NOT_MET,
    PARTLY_MET,
)
from safeguarding.model import Funding, FundingLine, Means, Money, Topic
from safeguarding.structure import bearers, equal_shares, nothing, own_payments, total, without_payer
from safeguarding.unknown import agree

HEADING = "Funding"
_ROUNDING = Fraction(1, 200)
"""Half a percentage point: how far one printed share may be from the exact one."""


def statements_of_funding(ask: Ask) -> tuple[Funding, ...]:
    """Return the statements of funding in the arrangements."""
    return ask.situation.of("funding")


def _lines_of(ask: Ask, payer: str) -> list[tuple[Funding, FundingLine]]:
    """Return the lines in which an agency pays, or another pays on its behalf."""
    return [
        (funding, line)
        for funding in statements_of_funding(ask)
        for line in funding.lines
        if payer in line.paid_by or payer in line.on_behalf_of
    ]


def unless_unreadable(ask: Ask, part: Part, *names: str) -> Part:
    """Open a part that is not met where what could meet it could not be read, or is stated in two ways."""
    missing = tuple(
        Missing(path=f"{ask.situation.path(funding)}.{name}", need="what stands there: it is not one plain value")
        for funding in statements_of_funding(ask)
        for name in names
        if len(funding.values(name)) != 1
    )
    if not missing or part.outcome is MET:
        return part
    return evolve(
        part,
        possible=best_of([part.possible, ask.anything]),
        message=f"{part.message}, in what could be read for certain",
        missing=(*part.missing, *missing),
    )


def _pay(ask: Ask) -> Answer:
    partners = ask.situation.partner_agencies
    if not statements_of_funding(ask) or not partners:
        need = "who pays what towards the arrangements"
        return ask.whole([ask.silent("payments", (Topic.FUNDING,), "funding", need)])
    return ask.whole([unless_unreadable(ask, _pays(ask, partner), "lines") for partner in partners])


def _pays(ask: Ask, partner: str) -> Part:
    name = ask.situation.name(partner)
    lines = _lines_of(ask, partner)
    if not lines:
        return ask.silent(name, (Topic.FUNDING,), "funding", f"what {name} pays")
    evidence = tuple(item for funding, line in lines for item in ask.evidence(funding, "lines", _line(line)))
    paying = [line for _, line in lines if not nothing(line)]
    if not paying:
        return ask.part(name, False, "a payment of nothing is stated", evidence=evidence)
    return ask.part(name, True, "; ".join(_line(line) for line in paying), evidence=evidence)


def _line(line: FundingLine) -> str:
    amount = str(line.amount) if line.amount is not None else str(line.share) if line.share else "no amount"
    kind = ", in kind" if line.means is Means.IN_KIND else ""
    return f"“{line.label}” {amount}{kind}"


def _level(ask: Ask) -> Answer:
    return ask.whole(level_parts(ask))


def level_parts(ask: Ask) -> list[Part]:
    """Look for each partner's own amount, and for the basis on which the shares were agreed."""
    partners = ask.situation.partner_agencies
    funding = statements_of_funding(ask)
    lines = any(statement.lines or "lines" in statement.unknown for statement in funding)
    if not lines or not partners:
        parts = {"level": "the level of funding from each partner", "basis": "on what basis it is shared"}
        return on_topic(ask, Topic.FUNDING_BASIS, parts)
    return [amount(ask, partner) for partner in partners] + [_basis(ask, funding)]


def amount(ask: Ask, partner: str) -> Part:
    """Look whether a partner's own amount is stated, or follows from what is stated."""
    name = ask.situation.name(partner)
    lines = _lines_of(ask, partner)
    need = Missing(path="funding", need=f"the amount that {name} pays")
    evidence = tuple(item for funding, line in lines for item in ask.evidence(funding, "lines", _line(line)))
    amounts = [amount for funding in statements_of_funding(ask) for amount in own_payments(funding, partner)]
    if amounts:
        return ask.part(name, True, str(total(amounts)), evidence=evidence)
    if any(line.means is Means.IN_KIND and partner in bearers(line) for _, line in lines):
        return ask.part(name, True, "in kind", evidence=evidence)
    if not lines:
        return ask.silent(name, (Topic.FUNDING,), need.path, need.need)
    message = _why_no_amount([line for _, line in lines], partner)
    return ask.part(name, None, message, evidence=evidence, missing=(need,))


def _why_no_amount(lines: list[FundingLine], partner: str) -> str:
    together = [line for line in lines if partner in bearers(line) and len(bearers(line)) > 1 and line.amount]
    if together:
        line = together[0]
        return f"only within “{line.label}”, {line.amount} for {len(bearers(line))} payers together"
    if not any(partner in bearers(line) for line in lines):
        return "pays on behalf of others, and no amount of its own is stated"
    return "pays, and no amount is stated"


def _basis(ask: Ask, funding: tuple[Funding, ...]) -> Part:
    for statement in funding:
        if statement.basis or equal_shares(statement):
            says = statement.basis or "equal shares"
            return ask.part("basis", True, says, evidence=ask.evidence(statement, "basis", says))
    part = said(ask, Topic.FUNDING_BASIS, "basis", "on what basis it is shared")
    return unless_unreadable(ask, part, "basis", "equal_shares")


def _transparent(ask: Ask) -> Answer:
    parts: list[Part] = []
    several = len(statements_of_funding(ask)) > 1
    for funding in statements_of_funding(ask):
        found = _figures(ask, funding) + sums(ask, funding)
        parts += [evolve(part, subject=f"{funding.id}: {part.subject}") for part in found] if several else found
    return ask.whole(parts or [ask.silent("figures", (Topic.FUNDING,), "funding", "the figures: who pays how much")])


def _figures(ask: Ask, funding: Funding) -> list[Part]:
    """Make the part for figures that are published, or could not be read; none where there are none."""
    if funding.lines and any(line.amount is not None for line in funding.lines):
        message = f"{_count(funding.lines)} published"
        return [ask.part("figures", True, message, evidence=ask.evidence(funding))]
    if funding.stated_total is not None:
        message = f"a total of {funding.stated_total} is published"
        return [ask.part("figures", True, message, evidence=ask.evidence(funding))]
    if {"lines", "stated_total"} & set(funding.unknown):
        path = ask.situation.path(funding)
        part = ask.silent("figures", (Topic.FUNDING,), path, "the figures", unreadable=True)
        return [evolve(part, possible=part.possible | {PARTLY_MET})]
    return []


def _count(lines: Sequence[FundingLine]) -> str:
    return "1 line is" if len(lines) == 1 else f"{len(lines)} lines are"


def sums(ask: Ask, funding: Funding) -> list[Part]:
    """Compare each total with the lines that it is the total of, exactly."""
    parts: list[Part] = []
    tops = [line for line in funding.lines if line.within is None]
    amounts = any(line.amount is not None for line in tops)
    if (funding.stated_total is not None and (tops or "lines" in funding.unknown)) or (
        amounts and "stated_total" in funding.unknown
    ):
        parts.append(_sum(ask, "the total", tops, funding.values("stated_total"), funding))
    for line in funding.lines:
        inner = [other for other in funding.lines if other.within == line.label]
        if inner and line.amount is not None:
            parts.append(_sum(ask, f"“{line.label}”", inner, (line.amount,), funding))
    shares = [line.share.of_one for line in tops if line.share is not None]
    if shares and len(shares) == len(tops):
        whole = sum(shares, start=Fraction(0))
        fits: bool | None = abs(whole - 1) <= _ROUNDING * len(shares)
        message = f"the {len(shares)} shares add up to {float(whole * 100):g}%"
        message += "" if fits else ", beyond any rounding"
        if not fits and whole < 1 and not ask.situation.fully_read(Topic.FUNDING):
            fits = None
        parts.append(ask.part("the shares", fits, message, evidence=ask.evidence(funding)))
    return parts


def _sum(ask: Ask, what: str, lines: list[FundingLine], totals: tuple[Money, ...], funding: Funding) -> Part:
    path = ask.situation.path(funding)
    evidence = ask.evidence(funding, "stated_total", str(funding.stated_total)) if what == "the total" else ()
    subject = f"{what} is the sum of its lines" if what == "the total" else f"{what} holds its lines"
    without = [line.label for line in lines if line.amount is None and line.means is Means.CASH]
    unpriced = [line.label for line in lines if line.amount is None and line.means is Means.IN_KIND]
    summed = total([line.amount for line in lines if line.amount is not None])
    if not totals or not lines:
        lost = "lines" if totals else "stated_total"
        message = f"{'the lines' if totals else 'the total'} could not be read, so the sum cannot be compared"
        need = Missing(path=f"{path}.{lost}", need="what could not be read there")
        return ask.part(subject, None, message, evidence=evidence, missing=(need,))
    if without and all(summed > total for total in totals):
        message = f"the lines with amounts already add up to {summed}, above {totals[0]}"
        return ask.part(subject, False, message, evidence=evidence)
    if without:
        need = Missing(path=f"{path}.lines", need=f"the amounts of: {', '.join(without)}")
        message = f"{len(without)} of {len(lines)} lines have no amount, so the sum cannot be compared"
        return ask.part(subject, None, message, evidence=evidence, missing=(need,))
    adding = "the one line comes" if len(lines) == 1 else f"{len(lines)} lines add up"
    if all(summed == total for total in totals):
        return ask.part(subject, True, f"{adding} to {summed}", evidence=evidence)
    if what != "the total" and all(summed < total for total in totals):
        return ask.part(subject, True, f"{adding} to {summed} of its {totals[0]}", evidence=evidence)
    wrong = next(total for total in totals if total != summed)
    gap, more = (wrong - summed, "more") if wrong > summed else (summed - wrong, "less")
    message = f"{'' if len(lines) == 1 else 'the '}{adding} to {summed}; the stated total is {wrong}, {gap} {more}"
    need = Missing(path=path, need=f"a line for the difference of {gap}, or the right total")
    lacking = bool(unpriced) or not ask.situation.fully_read(Topic.FUNDING)
    message += f", which may be {', '.join(unpriced)}" if unpriced and wrong > summed else ""
    truth = agree(True if summed == total else None if lacking and summed < total else False for total in totals)
    return ask.part(subject, truth, message, evidence=evidence, missing=(need,))


def _sufficient(ask: Ask) -> Answer:
    return ask.whole([reviews_funded(ask)])


def reviews_funded(ask: Ask) -> Part:
    """Look whether practice reviews are among the costs, or money for them is spoken of."""
    for funding in statements_of_funding(ask):
        for cost in funding.costs:
            if cost.covers_reviews:
                evidence = ask.evidence(funding, "costs", cost.label)
                return ask.part("", True, f"reviews are among the costs: {cost.label}", evidence=evidence)
    part = said(ask, Topic.FUNDING_BASIS, "reviews", "money for practice reviews")
    return unless_unreadable(ask, part, "costs")


def _power(
    whose: Callable[[Ask], list[tuple[str, frozenset[str]]]], doubtful: Callable[[Ask, Funding], list[FundingLine]]
) -> Callable[[Ask], Answer]:
    """Make the check of a power to pay: met where it was used, otherwise not applicable.

    Args:
        whose: those who have the power, each with the ids under which they may pay.
        doubtful: finds the lines that name none of them, and may yet be paid by one.
    """

    def check(ask: Ask) -> Answer:
        used = [
            (name, funding, line)
            for name, ids in whose(ask)
            for funding in statements_of_funding(ask)
            for line in funding.lines
            if ids & {*line.paid_by, *line.on_behalf_of} and not nothing(line)
        ]
        if used:
            evidence = once(e for _, f, line in used for e in ask.evidence(f, "lines", _line(line)))
            names = ", ".join(dict.fromkeys(name for name, _, _ in used))
            return ask.one(True, f"used by {names}", evidence=evidence)
        perhaps = [line for funding in statements_of_funding(ask) for line in doubtful(ask, funding)]
        if perhaps:
            lines = ", ".join(f"“{line.label}”" for line in perhaps)
            need = Missing(path="funding.lines", need=f"who of them pays: {lines}")
            message = f"not named among those who pay, unless under {lines}"
            return ask.one(ask.anything, message, missing=(need,))
        part = ask.silent("payments", (Topic.FUNDING,), "funding", "who pays what")
        part = unless_unreadable(ask, part, "lines")
        unplain = tuple(Missing(path="relevant_agency", need=f"which body {n} is") for n, ids in whose(ask) if not ids)
        if unplain:
            part = evolve(part, possible=part.possible | ask.anything, missing=(*part.missing, *unplain))
        message = "no such payment is recorded" if part.outcome is NOT_APPLICABLE else part.message
        return ask.whole([part], message)

    return check


def _partners(ask: Ask) -> list[tuple[str, frozenset[str]]]:
    return [(ask.situation.name(agency), frozenset({agency})) for agency in ask.situation.partner_agencies]


def _unnamed(_: Ask, funding: Funding) -> list[FundingLine]:
    return without_payer(funding)


def _by_others(ask: Ask, funding: Funding) -> list[FundingLine]:
    partners = set(ask.situation.partner_agencies)
    others = [line for line in funding.lines if set(line.paid_by) - partners and not nothing(line)]
    return without_payer(funding) + others


def _agencies(ask: Ask) -> list[tuple[str, frozenset[str]]]:
    """Return the relevant agencies, each with its ids; without any once more where its body is not plain."""
    found: list[tuple[str, frozenset[str]]] = []
    for agency in ask.situation.of("relevant_agencies"):
        bodies = agency.values("agency")
        own = {bodies[0]} if len(bodies) == 1 and bodies[0] else set()
        found.append((agency.name, frozenset({agency.id} | own)))
        found += [] if len(bodies) == 1 else [(agency.name, frozenset())]
    return found


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
        check=_power(_partners, _unnamed),
        settle=remedies.partners_pay,
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
        check=_power(_agencies, _by_others),
        settle=remedies.agencies_pay,
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
        verification=Verification.CORROBORATED,
        read_at=("South Tees 2019", "Lincolnshire 2019"),
        checked=Checked.DOCUMENTS,
        silence=INDETERMINATE,
        reaches=frozenset({MET, PARTLY_MET, NOT_MET, INDETERMINATE}),
        do="Record who pays what, line by line.",
        check=_pay,
        settle=remedies.payments,
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
        settle=remedies.payments,
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
        reaches=frozenset({MET, PARTLY_MET, NOT_MET, INDETERMINATE}),
        do="Publish figures that add up to their total, or say what makes the difference.",
        check=_transparent,
        settle=remedies.payments,
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
        verification=Verification.CORROBORATED,
        read_at=("South Tees 2019",),
        checked=Checked.PRESENCE,
        silence=INDETERMINATE,
        reaches=frozenset({NEEDS_JUDGEMENT, NOT_MET, NOT_DUE, INDETERMINATE}),
        do="Record what is set aside for practice reviews.",
        check=_sufficient,
        settle=remedies.payments,
        premises=ARRANGED,
    ),
)
