"""Money as it is found: sums that do not add up, nested shares, joint budgets, payments in kind."""

from __future__ import annotations

from safeguarding import Finding, Outcome
from safeguarding.model import Funding, Means, Money, Share, split
from tests.shapes.plan import PARTNERS, document, judged, part, plan

LEVEL = "ch3.fund.level"
TRANSPARENT = "ch3.fund.transparent"


def funding(text: str) -> str:
    """Write a statement of funding."""
    return f'{PARTNERS}\n[[funding]]\nid = "budget"\n{text}'


def stated(text: str) -> Funding:
    """Read a statement of funding."""
    (found,) = document(funding(text)).funding
    return found


def finding(text: str, key: str) -> Finding:
    """Judge a statement of funding."""
    return judged(plan(funding(text)))[key]


SUM = """
stated_total = "£141,600"
lines = [
  { label = "Council", paid_by = ["council"], amount = "£100,000" },
  { label = "CCG", paid_by = ["ccg"], amount = "£20,000.50" },
  { label = "Police", paid_by = ["police"], amount = "£21,000" },
]
"""


def test_a_stated_total_that_is_not_the_sum() -> None:
    """A stated total that is not the sum: both are kept, and the difference is named to the penny."""
    found = stated(SUM)
    assert found.stated_total == Money(141_600_00)
    assert sum(line.amount.pence for line in found.lines if line.amount) == 141_000_50
    transparent = finding(SUM, TRANSPARENT)
    assert transparent.outcome is Outcome.PARTLY_MET
    assert "£599.50 more" in part(transparent, "the total").message


SHARES = """
stated_total = "£100,000"
lines = [
  { label = "Local authority", paid_by = ["council"], share = "33.3%" },
  { label = "Health", share = "33.3%" },
  { label = "Police", paid_by = ["police"], share = "33.3%" },
  { label = "CCG", paid_by = ["ccg"], share = "2/3", within = "Health" },
  { label = "Hospital", share = "1/3", within = "Health" },
]
"""


def test_percentages_with_nested_splits_and_rounding() -> None:
    """Percentages with nested splits and rounding: shares of a share, which add up but for rounding."""
    found = stated(SHARES)
    assert [line.within for line in found.lines] == [None, None, None, "Health", "Health"]
    assert found.lines[3].share == Share.parse("2/3")
    assert part(finding(SHARES, TRANSPARENT), "the shares").outcome is Outcome.MET
    level = finding(SHARES, LEVEL)
    assert part(level, "North Council").message == "£33,300.00"
    # What two thirds of 33.3% come to is exact as a fraction, and is divided to the penny.
    parts = split(Money(33_300_00), [line.share.of_one for line in found.lines[3:] if line.share])
    assert [str(one) for one in parts] == ["£22,200.00", "£11,100.00"]


def test_shares_beyond_any_rounding_do_not_add_up() -> None:
    """Three shares of a third and one of a tenth are more than the whole."""
    third, more = 'label = "Police", paid_by = ["police"], share = "33.3%"', 'label = "Police", share = "43.3%"'
    text = SHARES.replace(third, more)
    assert part(finding(text, TRANSPARENT), "the shares").outcome is Outcome.NOT_MET


def test_cost_heads_without_amounts() -> None:
    """Cost heads without amounts: what the money is spent on, reviews among it, no figure beside it."""
    reviews = '{ label = "Practice reviews", covers_reviews = true }'
    text = f'costs = [{{ label = "Staff" }}, {reviews}, {{ label = "Training" }}]'
    assert [cost.amount for cost in stated(text).costs] == [None, None, None]
    assert finding(text, "ch3.fund.sufficient").outcome is Outcome.NEEDS_JUDGEMENT


def test_one_payment_for_children_and_adults() -> None:
    """One payment for children and adults: the amount stands once, and its purpose says what else it is for."""
    text = SUM.replace('paid_by = ["ccg"],', 'paid_by = ["ccg"], purpose = "the children\'s and the adults\' board",')
    assert stated(text).lines[1].purpose == "the children's and the adults' board"
    assert part(finding(text, LEVEL), "North CCG").message == "£20,000.50"


def test_one_agency_paying_from_two_budgets() -> None:
    """One agency paying from two budgets: two lines, and its level is their sum."""
    text = """
lines = [
  { label = "Children's services", paid_by = ["council"], amount = "£60,000", purpose = "social care" },
  { label = "Public health", paid_by = ["council"], amount = "£15,000", purpose = "the public health grant" },
]
"""
    assert [line.paid_by for line in stated(text).lines] == [("council",), ("council",)]
    assert part(finding(text, LEVEL), "North Council").message == "£75,000.00"


def test_another_body_paying_on_a_partners_behalf() -> None:
    """Another body paying on a partner's behalf: the payment is the partner's, and who makes it is said."""
    text = """
lines = [
  { label = "Council", paid_by = ["council"], amount = "£50,000" },
  { label = "Health", paid_by = ["council"], on_behalf_of = ["ccg"], amount = "£30,000" },
]
"""
    line = stated(text).lines[1]
    assert (line.paid_by, line.on_behalf_of) == (("council",), ("ccg",))
    level = finding(text, LEVEL)
    assert part(level, "North CCG").message == "£30,000.00"
    assert part(level, "North Council").message == "£50,000.00"


def test_equal_shares_with_no_amounts() -> None:
    """Equal shares with no amounts: with a total each share follows from it, without one the level is open."""
    text = 'equal_shares = true\nlines = [{ label = "The partners", paid_by = ["council", "ccg", "police"] }]\n'
    assert stated(text).lines[0].amount is None
    assert part(finding(text, LEVEL), "North CCG").outcome is Outcome.INDETERMINATE
    with_total = finding(text + 'stated_total = "£100"', LEVEL)
    names = ("North Council", "North CCG", "North Police")
    assert [part(with_total, name).message for name in names] == ["£33.34", "£33.33", "£33.33"]


def test_a_contribution_in_kind() -> None:
    """In kind: a contribution without an amount, which is a contribution."""
    text = 'lines = [{ label = "Rooms", paid_by = ["police"], means = "in-kind", purpose = "meeting rooms" }]'
    assert stated(text).lines[0].means is Means.IN_KIND
    assert part(finding(text, LEVEL), "North Police").outcome is Outcome.MET


def test_a_headings_year_that_is_not_the_reports() -> None:
    """A heading's year that is not the report's: the printed year is kept beside the period."""
    found = stated('printed_year = "2018/19"\nperiod = { starts = "2019-04-01", ends = "2020-03-31" }')
    assert found.printed_year == "2018/19"
    assert found.period is not None
    assert str(found.period.starts) == "2019-04-01"
