"""Working Together 2023, funding: enough for everything, in fair shares, and shown payer by payer."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from safeguarding.law import remedies
from safeguarding.law.asking import Ask
from safeguarding.law.drafting import Draft
from safeguarding.law.instruments import WT2023, Citation, Verification, act, guidance
from safeguarding.law.outcomes import Answer, Outcome, Part
from safeguarding.law.papers import of_each_report, writable
from safeguarding.law.requirement import Checked, Level, Requirement
from safeguarding.law.said import on_topic
from safeguarding.law.settling import Say, settled
from safeguarding.law.stated import (
    INDETERMINATE,
    MET,
    NEEDS_JUDGEMENT,
    NOT_APPLICABLE,
    NOT_DUE,
    NOT_MET,
    PARTLY_MET,
)
from safeguarding.law.wt2018.funding import (
    amount,
    level_parts,
    reviews_funded,
    statements_of_funding,
    sums,
    unless_unreadable,
)
from safeguarding.law.wt2023.scrutiny import SECTION
from safeguarding.model import DocumentKind, Topic
from safeguarding.structure import bearers

HEADING = "Funding"


_HEADS = {
    "business-support": "business and analytical support",
    "scrutiny": "independent scrutiny",
    "infrastructure": "infrastructure",
    "training": "multi-agency training",
    "priorities": "spent on the priorities",
}


def _adequate(ask: Ask) -> Answer:
    """Look whether there is money for each of the things that it is to cover, and whether it follows the priorities."""
    reviews = evolve(reviews_funded(ask), subject="practice reviews")
    return ask.whole([*on_topic(ask, Topic.FUNDING_BASIS, _HEADS), reviews])


def _equitable(ask: Ask) -> Answer:
    """Look for each partner's amount, the basis of the shares, and when they are looked at again."""
    review = on_topic(ask, Topic.FUNDING_BASIS, {"kept-under-review": "kept under review"})
    return ask.whole([*level_parts(ask), *review])


def _transparent(ask: Ask) -> Answer:
    """Look whether each yearly report shows what each partner and agency contributes, in figures that add up."""
    partners = ask.situation.partner_agencies

    def look(inside: Ask) -> Sequence[Part]:
        paying = (who for funding in statements_of_funding(inside) for line in funding.lines for who in bearers(line))
        payers = dict.fromkeys([*partners, *paying])
        if not payers:
            need = "what each partner and each agency contributes"
            return [inside.silent("contributions", (Topic.FUNDING,), "funding", need)]
        figures = [
            unless_unreadable(inside, amount(inside, payer), "lines", "stated_total", "equal_shares")
            for payer in payers
        ]
        return [*figures, *(part for funding in statements_of_funding(inside) for part in sums(inside, funding))]

    return of_each_report(ask, look, ("the individual contributions",))


def _settle_transparent(draft: Draft, answer: Answer) -> Outcome | None:
    """Draft in the only report, or in a new one, what each partner contributes that is not shown there."""
    payers = draft.ask.situation.partners
    if NOT_APPLICABLE in answer.possible or not payers or not writable(draft, DocumentKind.YEARLY_REPORT):
        return None
    anything = "the individual contributions"
    shown = (
        remedies.contribution(one.side, one.agency, draft.ask.situation.name(one.agency), anything) for one in payers
    )
    return settled(*shown)(draft, answer)


def _at(paragraphs: str, *others: Citation) -> tuple[Citation, ...]:
    return (guidance(HEADING, paragraphs, chapter=2, edition=WT2023), *others)


READ = Verification.READ
WT23 = ("WT23",)
LSPS = "lead safeguarding partners"
ARRANGED = ("ch3.partners.arrange",)

REQUIREMENTS = (
    Requirement(
        key="wt23.fund.adequate",
        title="Enough money for each of the tasks",
        level=Level.SHOULD,
        who=LSPS,
        asks=(
            "The leads agree funding that covers business and analytical support, scrutiny, infrastructure, practice "
            "reviews and training, see that it is enough, and that it is spent on the priorities."
        ),
        heading=SECTION,
        citations=_at("paragraph 98", act("16I")),
        verification=READ,
        read_at=WT23,
        checked=Checked.DOCUMENTS,
        silence=INDETERMINATE,
        reaches=frozenset({MET, PARTLY_MET, NOT_MET, NOT_DUE, INDETERMINATE}),
        do="Record what is set aside for each of these, and how it follows the priorities.",
        check=_adequate,
        settle=settled(
            *(
                Say(topic=Topic.FUNDING_BASIS, part=part, subjects=(words,))
                for part, words in {**_HEADS, "reviews": "practice reviews"}.items()
            )
        ),
        premises=ARRANGED,
        succeeds=("ch3.fund.sufficient",),
    ),
    Requirement(
        key="wt23.fund.equitable",
        title="Equitable shares, kept under review",
        level=Level.SHOULD,
        who=LSPS,
        asks="What the three partners contribute is equitable, is agreed, and is kept under review.",
        heading=SECTION,
        citations=_at("paragraph 99", act("16I")),
        verification=READ,
        read_at=WT23,
        checked=Checked.PRESENCE,
        silence=INDETERMINATE,
        reaches=frozenset({NEEDS_JUDGEMENT, PARTLY_MET, NOT_MET, NOT_DUE, INDETERMINATE}),
        do="Record each partner's own amount, on what basis the shares were agreed, and when they are reviewed.",
        check=_equitable,
        settle=settled(
            remedies.shares,
            Say(topic=Topic.FUNDING_BASIS, part="kept-under-review", subjects=("kept under review",)),
        ),
        premises=ARRANGED,
        succeeds=("ch3.fund.level",),
    ),
    Requirement(
        key="wt23.fund.transparent",
        title="Each contribution shown in the report",
        level=Level.SHOULD,
        who="safeguarding partners",
        asks="Funding is transparent: the reports set out what each partner and each agency contributes.",
        heading=SECTION,
        citations=_at("paragraph 100"),
        verification=READ,
        read_at=WT23,
        checked=Checked.DOCUMENTS,
        silence=NOT_MET,
        reaches=frozenset({MET, PARTLY_MET, NOT_MET, NOT_APPLICABLE, INDETERMINATE}),
        do="Set out in the yearly report what each partner and each agency contributes.",
        check=_transparent,
        settle=_settle_transparent,
        of=DocumentKind.YEARLY_REPORT,
        premises=ARRANGED,
        succeeds=("ch3.fund.transparent",),
    ),
)
