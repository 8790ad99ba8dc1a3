"""Who pays what, as a statement of funding has it: each agency's own payments, and lines without a payer."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from functools import reduce

from attrs import frozen

from safeguarding.model import Funding, FundingLine, Money, Share, split


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


@frozen(kw_only=True)
class Paid:
    """What some agencies pay together, as a statement of funding has it.

    Args:
        amounts: the amount of each line that is theirs, or of their part of it.
        shares: the share of the total of each line that is theirs and has no amount.
        shared: the lines that they pay together with others, so that their part is not known.
        unstated: the lines of theirs of which neither amount nor share is stated.
    """

    amounts: tuple[Money, ...] = ()
    shares: tuple[Share, ...] = ()
    shared: tuple[FundingLine, ...] = ()
    unstated: tuple[FundingLine, ...] = ()

    @property
    def nothing_said(self) -> bool:
        """Whether no line is theirs."""
        return not (self.amounts or self.shares or self.shared or self.unstated)


def paid_together(funding: Funding, agencies: AbstractSet[str]) -> Paid:
    """Return what some agencies pay together: what one of them pays for another stays among them.

    Args:
        funding: the statement.
        agencies: their ids.
    """
    amounts: list[Money] = []
    shares: list[Share] = []
    shared: list[FundingLine] = []
    unstated: list[FundingLine] = []
    counted: set[str] = set()
    for line in funding.lines:
        payers = bearers(line)
        own = agencies & set(payers)
        # A part of a line that is theirs is in it.
        if not own or any(above.label in counted for above in _above(funding, line)):
            continue
        whole = _whole(funding, line)
        alone = own == set(payers)
        if not alone and _told_by_parts(funding, line, own):
            continue
        if not alone and not equal_shares(funding):
            shared.append(line)
            continue
        counted.add(line.label)
        if whole is not None:
            parts = (whole,) if alone else split(whole, [1] * len(payers))
            amounts += parts if alone else [part for payer, part in zip(payers, parts, strict=True) if payer in own]
        elif line.share is not None and line.within is None and alone:
            shares.append(line.share)
        else:
            unstated.append(line)
    return Paid(amounts=tuple(amounts), shares=tuple(shares), shared=tuple(shared), unstated=tuple(unstated))


def _told_by_parts(funding: Funding, line: FundingLine, own: AbstractSet[str]) -> bool:
    """Say whether the parts of a line that several pay say what some of them pay of it."""
    parts = [other for other in funding.lines if other.within == line.label]
    return any(own & set(bearers(part)) for part in parts)


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
