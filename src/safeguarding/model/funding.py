"""Who pays: statements of funding, line by line."""

from __future__ import annotations

from enum import Enum
from typing import ClassVar

from attrs import frozen

from safeguarding.dates import Period
from safeguarding.model.money import Money, Share
from safeguarding.model.record import Record, Slug, refers


class Means(Enum):
    """In what a contribution is made."""

    CASH = "cash"
    IN_KIND = "in-kind"


@frozen(kw_only=True)
class FundingLine:
    """A line of a statement of funding.

    Args:
        label: as printed.
        paid_by: who pays it; several where one amount stands for them together; none where not said.
        amount: the amount, exact to the penny; none where none is stated.
        share: the share of the total, or of the line that it is within.
        within: the label of the line that it is a part of.
        means: cash or in kind.
        on_behalf_of: the agencies for which another pays.
        purpose: the budget, the cost head, or whether for adults too; paraphrased.
        for_child_deaths: whether it is for the review of child deaths.
    """

    label: str
    paid_by: tuple[Slug, ...] = refers("agency", "relevant_agency", default=())
    amount: Money | None = None
    share: Share | None = None
    within: str | None = None
    means: Means = Means.CASH
    on_behalf_of: tuple[Slug, ...] = refers("agency", default=())
    purpose: str | None = None
    for_child_deaths: bool = False


@frozen(kw_only=True)
class Cost:
    """What the money is spent on.

    Args:
        label: the cost head, as printed.
        amount: the amount; none where none is stated.
        covers_reviews: whether it is for local child safeguarding practice reviews.
    """

    label: str
    amount: Money | None = None
    covers_reviews: bool = False


@frozen(kw_only=True)
class Funding(Record):
    """A statement of funding.

    Args:
        id: its slug.
        period: what it is for.
        printed_year: the year in its heading, where that is another.
        lines: who contributes what.
        costs: what it is spent on.
        stated_total: the total as printed, whatever the lines add up to.
        equal_shares: whether the text says that the payers pay equal shares.
        basis: on what basis the shares were agreed, paraphrased.
    """

    KIND: ClassVar[str] = "funding"

    id: Slug
    period: Period | None = None
    printed_year: str | None = None
    lines: tuple[FundingLine, ...] = ()
    costs: tuple[Cost, ...] = ()
    stated_total: Money | None = None
    equal_shares: bool | None = None
    basis: str | None = None
