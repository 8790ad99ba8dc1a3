"""Measures of money: the totals, and what each side of the partners pays of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from safeguarding.assessment.beside.cells import Cell, Known, count, names, silent, stated, unsaid
from safeguarding.model import Funding, FundingLine, Money, Side, Topic
from safeguarding.structure import Situation, bearers, equal_shares, total
from safeguarding.structure.payments import Paid, paid_together

Measure = Callable[[Situation], Cell]


def statement(situation: Situation) -> Cell:
    """Which statement of funding is looked at: that for the latest time."""
    found: tuple[Funding, ...] = situation.of("funding")
    newest = newest_of(found)
    if newest is None:
        return silent(situation, Topic.FUNDING)
    said = [period.in_words() for period in newest.values("period") if period] or ["for no time that is told"]
    more = f"the latest of {len(found)}" if len(found) > 1 else ""
    return names(situation, said, Topic.FUNDING, why=more)


def newest_of(found: Sequence[Funding]) -> Funding | None:
    """Return the statement of funding for the latest time; else the first."""
    dated = [one for one in found if one.period is not None]
    return max(dated, key=lambda one: one.period.ends.latest if one.period else 0) if dated else next(iter(found), None)


def _asked(situation: Situation) -> Funding | None:
    return newest_of(situation.of("funding"))


def stated_total(situation: Situation) -> Cell:
    """The total as printed."""
    funding = _asked(situation)
    if funding is None:
        return silent(situation, Topic.FUNDING)
    values = funding.values("stated_total")
    if values == (None,):
        return unsaid(situation, "no total is stated", Topic.FUNDING)
    return stated([str(value) for value in values if value])


def lines(situation: Situation) -> Cell:
    """What the lines add up to."""
    funding = _asked(situation)
    if funding is None:
        return silent(situation, Topic.FUNDING)
    tops = _tops(funding)
    if not funding.values("lines") or len(funding.values("lines")) > 1:
        return Cell(known=Known.OPEN, why="the lines could not be read, or are stated in two ways")
    if not tops:
        return unsaid(situation, "no line is given", Topic.FUNDING)
    without = [line for line in tops if line.amount is None]
    if len(without) == len(tops):
        return unsaid(situation, f"no amount is given in {_lines(len(tops))}", Topic.FUNDING)
    summed = str(total(line.amount for line in tops if line.amount is not None))
    if without:
        return Cell(known=Known.OPEN, values=(summed,), why=f"without {_lines(len(without))} of no amount")
    return stated([summed], why=_lines(len(tops)))


def _lines(number: int) -> str:
    return "1 line" if number == 1 else f"{number} lines"


def _tops(funding: Funding) -> list[FundingLine]:
    return [line for line in funding.lines if line.within is None]


def payers(situation: Situation) -> Cell:
    """How many payers are named."""
    funding = _asked(situation)
    if funding is None:
        return silent(situation, Topic.FUNDING)
    found = {payer for line in funding.lines for payer in bearers(line)}
    if not found:
        return unsaid(situation, "no payer is named", Topic.FUNDING)
    return count(situation, len(found), Topic.FUNDING)


def paid(side: Side) -> Measure:
    """Make the measure of what the partners of one side pay together."""

    def measured(situation: Situation) -> Cell:
        found = _paid(situation, side)
        if isinstance(found, Cell):
            return found
        if found.shares and not found.amounts:
            return Cell(known=Known.OPEN, why="only its share is stated")
        return stated([str(total(found.amounts))])

    return measured


def share(side: Side) -> Measure:
    """Make the measure of the share of the whole that the partners of one side pay, exact, of 1."""

    def measured(situation: Situation) -> Cell:
        funding, found = _asked(situation), _paid(situation, side)
        if funding is not None and isinstance(found, Cell) and found.known is Known.OPEN:
            return _equally(situation, side, funding) or Cell(known=Known.OPEN, why="as what is paid")
        if funding is None or isinstance(found, Cell):
            return found if isinstance(found, Cell) else silent(situation, Topic.FUNDING)
        if not found.shares:
            return _of_totals(funding, total(found.amounts))
        if found.amounts:
            return Cell(known=Known.OPEN, why="partly amounts, partly shares")
        whole = sum((one.of_one for one in found.shares), start=Fraction(0))
        return stated([_percent(whole)], number=whole, why="as stated")

    return measured


def _equally(situation: Situation, side: Side, funding: Funding) -> Cell | None:
    """Make the cell of a share where all who pay pay equal shares of a sum that is not stated."""
    plain = all(line.amount is None and line.share is None and bearers(line) for line in _tops(funding))
    if not equal_shares(funding) or not plain or len(funding.values("lines")) != 1:
        return None
    all_ = {payer for line in _tops(funding) for payer in bearers(line)}
    own = {one.agency for one in situation.of("partners") if one.values("side") == (side,)} & all_
    if not all_:
        return None
    value = Fraction(len(own), len(all_))
    return stated([_percent(value)], number=value, why=f"{len(own)} of {len(all_)} equal shares")


def _of_totals(funding: Funding, amount: Money) -> Cell:
    """Make the cell of an amount's share of the total that is stated, and of what the lines add up to."""
    tops = _tops(funding)
    summed = total(line.amount for line in tops if line.amount is not None)
    complete = bool(tops) and all(line.amount is not None for line in tops)
    totals = [("the lines", summed)] if complete and summed.pence else []
    totals += [("the total stated", value) for value in funding.values("stated_total") if value and value.pence]
    found = [(name, Fraction(amount.pence, whole.pence)) for name, whole in totals]
    values = {value for _, value in found}
    if not values:
        return Cell(known=Known.OPEN, why="there is no total to take it of")
    if len(values) == 1:
        return stated([_percent(found[0][1])], number=found[0][1])
    return Cell(known=Known.DISPUTED, values=tuple(dict.fromkeys(f"{_percent(v)} of {name}" for name, v in found)))


def _percent(value: Fraction) -> str:
    return f"{float(value * 100):.1f} %"


def _paid(situation: Situation, side: Side) -> Paid | Cell:
    """Return what one side pays; or the cell that says why it is not known."""
    funding = _asked(situation)
    if funding is None:
        return silent(situation, Topic.FUNDING)
    sides = {one.agency: one.values("side") for one in situation.of("partners")}
    own = {agency for agency, several in sides.items() if several == (side,)}
    found = paid_together(funding, own)
    if any(not several or (side in several and len(several) > 1) for several in sides.values()):
        why = "who is a partner on this side is open"
    elif len(funding.values("lines")) != 1:
        why = "the lines could not be read, or are stated in two ways"
    elif found.nothing_said and any(not bearers(line) and line.within is None for line in funding.lines):
        why = "not every line says who pays"
    elif found.nothing_said:
        return silent(situation, Topic.FUNDING)
    elif found.shared:
        why = "; ".join(_within(situation, line) for line in found.shared)
    elif found.unstated:
        why = "equal shares of no stated amount" if equal_shares(funding) else "no amount is stated"
    else:
        return found
    return Cell(known=Known.OPEN, why=why)


def _within(situation: Situation, line: FundingLine) -> str:
    amount = str(line.amount) if line.amount is not None else "a line without an amount"
    return f"within {amount} paid by {situation.names(bearers(line))} together"
