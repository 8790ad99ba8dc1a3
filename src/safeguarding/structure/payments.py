"""Who pays what, as a statement of funding has it: each agency's own payments, and lines without a payer."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce

from safeguarding.model import Funding, FundingLine, Money, split


def total(amounts: Iterable[Money]) -> Money:
    """Add amounts up."""
    return reduce(lambda one, other: one + other, amounts, Money(0))


def without_payer(funding: Funding) -> list[FundingLine]:
    """Return the lines of which it is not said who pays them, or the line that they are within."""
    named = {line.label for line in funding.lines if line.paid_by}
    return [
        line
        for line in funding.lines
        if not line.paid_by and not nothing(line) and not any(above.label in named for above in _above(funding, line))
    ]


def _above(funding: Funding, line: FundingLine) -> list[FundingLine]:
    """Return the lines that a line is within, the nearest first."""
    found: list[FundingLine] = []
    while line.within is not None and all(line.within != above.label for above in found):
        line = next(other for other in funding.lines if other.label == line.within)
        found.append(line)
    return found


def nothing(line: FundingLine) -> bool:
    """Say whether a line states that nothing is paid."""
    if line.amount is not None:
        return line.amount.pence == 0
    return line.share is not None and line.share.of_one == 0


def bearers(line: FundingLine) -> tuple[str, ...]:
    """Return the agencies whose payment a line is: those on whose behalf it is made, else those who make it."""
    return tuple(dict.fromkeys(line.on_behalf_of or line.paid_by))


def own_payments(funding: Funding, partner: str) -> list[Money]:
    """Return what one agency pays, where that is stated or follows from equal or given shares."""
    own = {
        line.label: amount
        for line in funding.lines
        if partner in bearers(line) and (amount := _in_line(funding, line, partner)) is not None
    }
    if not own:
        share = _equal_share(funding, partner)
        return [] if share is None else [share]
    lines = [line for line in funding.lines if line.label in own]
    return [own[line.label] for line in lines if not any(above.label in own for above in _above(funding, line))]


def _in_line(funding: Funding, line: FundingLine, partner: str) -> Money | None:
    """Return what one of those who bear a line pays in it."""
    payers, whole = bearers(line), _whole(funding, line)
    if whole is None or len(payers) == 1:
        return whole
    return split(whole, [1] * len(payers))[payers.index(partner)] if equal_shares(funding) else None


def equal_shares(funding: Funding) -> bool:
    """Say whether the text says that those who pay pay equal shares, and nothing else."""
    stated = funding.values("equal_shares")
    return bool(stated) and all(stated)


def _whole(funding: Funding, line: FundingLine) -> Money | None:
    """Return the amount of a line: as stated, or as its share of the total or of the line that it is within."""
    if line.amount is not None or line.share is None:
        return line.amount
    above = _above(funding, line)
    of = above[0].amount if above else funding.stated_total
    if of is None:
        return None
    beside = [other for other in funding.lines if other.within == line.within]
    shares = [other.share.of_one for other in beside if other.share is not None]
    if len(shares) == len(beside) and sum(shares) == 1:
        return split(of, shares)[beside.index(line)]
    return split(of, [line.share.of_one, 1 - line.share.of_one])[0]


def _equal_share(funding: Funding, partner: str) -> Money | None:
    """Return an equal share of the total, where the total is divided among those who pay and nothing else is said."""
    tops = [line for line in funding.lines if line.within is None]
    stated = any(line.amount is not None or line.share is not None or not bearers(line) for line in tops)
    if not equal_shares(funding) or funding.stated_total is None or stated or not tops:
        return None
    payers = list(dict.fromkeys(payer for line in tops for payer in bearers(line)))
    shares = split(funding.stated_total, [1] * len(payers))
    return shares[payers.index(partner)] if partner in payers else None
