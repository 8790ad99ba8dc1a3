"""Money worked out by hand: amounts, shares and splits to the penny."""

from __future__ import annotations

from fractions import Fraction

import pytest

from safeguarding.model import Money, Share, split

# total in pence, weights, parts in pence: rounded down, the pence left over to the largest remainders.
SPLITS = (
    (10000, [1, 1, 1], [3334, 3333, 3333]),
    (100, [1, 1, 1, 1, 1, 1], [17, 17, 17, 17, 16, 16]),
    (23741600, [Fraction(60, 100), Fraction(30, 100), Fraction(10, 100)], [14244960, 7122480, 2374160]),
    (1, [1, 3], [0, 1]),
    (5, [0, 1], [0, 5]),
    (0, [1, 2], [0, 0]),
)


@pytest.mark.parametrize(("total", "weights", "parts"), SPLITS)
def test_a_split_adds_up_to_the_penny(total: int, weights: list[Fraction | int], parts: list[int]) -> None:
    """Each part is what was worked out by hand, and together they are the whole."""
    found = [part.pence for part in split(Money(total), weights)]
    assert found == parts
    assert sum(found) == total


@pytest.mark.parametrize("weights", [[], [0, 0], [1, -1], [2, -1]])
def test_nothing_can_be_divided_in_no_proportion(weights: list[int]) -> None:
    """Without a positive weight, or with a negative one, there is no split."""
    with pytest.raises(ValueError, match="weights"):
        split(Money(100), weights)


@pytest.mark.parametrize(
    ("text", "pence"), [("£141,600", 14160000), ("£71878.50", 7187850), ("£0", 0), ("£1,000,000.01", 100000001)]
)
def test_an_amount_is_read_exactly(text: str, pence: int) -> None:
    """Pounds with or without commas and pence become whole pence."""
    assert Money.parse(text) == Money(pence)


@pytest.mark.parametrize("text", ["141600", "£1,41,600", "£1.5", "£ 5", "€5", "£-5", "£1.005", ""])
def test_what_is_no_amount_is_refused(text: str) -> None:
    """A bare number, a stray comma, half a penny: none is guessed at."""
    with pytest.raises(ValueError, match="£141,600"):
        Money.parse(text)


@pytest.mark.parametrize(
    ("text", "share", "shown"),
    [("37.5%", Fraction(3, 8), "37.5%"), ("1/3", Fraction(1, 3), "1/3"), ("100%", Fraction(1), "100%")],
)
def test_a_share_is_exact(text: str, share: Fraction, shown: str) -> None:
    """A percentage or a fraction is kept as a fraction of one, and comes back as it was."""
    assert Share.parse(text).of_one == share
    assert str(Share.parse(text)) == shown


@pytest.mark.parametrize("text", ["101%", "3/2", "1/0", "0.5", "50", "-5%"])
def test_what_is_no_share_is_refused(text: str) -> None:
    """More than the whole, or a bare number, is no share."""
    with pytest.raises(ValueError, match=r"."):
        Share.parse(text)
