"""How much: exact amounts, shares, and splits that add up to the penny."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from attrs import frozen

MONEY = 'an amount as quoted text: "£141,600" or "£141,600.50"'
SHARE = 'a share as quoted text: "37.5%" or "1/3"'
_MONEY = re.compile(r"£(\d{1,3}(?:,\d{3})*|\d{1,12})(?:\.(\d{2}))?", re.ASCII)
_PERCENT = re.compile(r"(\d{1,3})(?:\.(\d{1,6}))?%", re.ASCII)
_FRACTION = re.compile(r"(\d{1,4})/(\d{1,4})", re.ASCII)


@frozen(order=True)
class Money:
    """An exact amount.

    Args:
        pence: the amount in pence.

    >>> str(Money.parse("£71,878"))
    '£71,878.00'
    """

    pence: int

    @classmethod
    def parse(cls, text: str) -> Money:
        """Read an amount in pounds, with or without pence.

        Raises:
            ValueError: the text has another form.
        """
        match = _MONEY.fullmatch(text)
        if match is None:
            raise ValueError(MONEY)
        return cls(int(match[1].replace(",", "")) * 100 + int(match[2] or 0))

    def __add__(self, other: Money) -> Money:
        return Money(self.pence + other.pence)

    def __sub__(self, other: Money) -> Money:
        return Money(self.pence - other.pence)

    def __str__(self) -> str:
        sign = "-" if self.pence < 0 else ""
        pounds, pence = divmod(abs(self.pence), 100)
        return f"{sign}£{pounds:,}.{pence:02}"


@frozen(order=True)
class Share:
    """An exact share of a whole.

    Args:
        of_one: the share, from 0 to 1.

    Raises:
        ValueError: it is below 0 or above 1.

    >>> Share.parse("37.5%").of_one
    Fraction(3, 8)
    """

    of_one: Fraction

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.of_one <= 1:
            raise ValueError("a share is from 0% to 100%")

    @classmethod
    def parse(cls, text: str) -> Share:
        """Read a percentage or a fraction.

        Raises:
            ValueError: the text has another form, or is not from 0 to 1.
        """
        if match := _PERCENT.fullmatch(text):
            return cls(Fraction(f"{match[1]}.{match[2] or 0}") / 100)
        if (match := _FRACTION.fullmatch(text)) and int(match[2]):
            return cls(Fraction(int(match[1]), int(match[2])))
        raise ValueError(SHARE)

    def __str__(self) -> str:
        percent = self.of_one * 100
        scaled = percent * 10**6
        if scaled.denominator != 1:
            return f"{self.of_one.numerator}/{self.of_one.denominator}"
        whole, rest = divmod(scaled.numerator, 10**6)
        return f"{whole}.{rest:06}".rstrip("0").rstrip(".") + "%"


def split(total: Money, weights: Sequence[Fraction | int]) -> tuple[Money, ...]:
    """Divide an amount in proportion to weights, so that the parts add up to it to the penny.

    Each part is rounded down, and the pence left over go to the largest remainders, the first of equal
    ones first.

    Args:
        total: the amount, not negative.
        weights: one for each part, none negative, not all 0.

    Raises:
        ValueError: there is nothing to divide in proportion to.

    >>> [str(part) for part in split(Money(100_00), [1, 1, 1])]
    ['£33.34', '£33.33', '£33.33']
    """
    whole = sum(weights, start=Fraction(0))
    if whole <= 0 or min(weights) < 0 or total.pence < 0:
        raise ValueError("weights must not be negative, nor all 0, and the amount must not be negative")
    exact = [total.pence * Fraction(weight) / whole for weight in weights]
    pence = [int(part) for part in exact]
    by_remainder = sorted(range(len(exact)), key=lambda index: pence[index] - exact[index])
    for index in by_remainder[: total.pence - sum(pence)]:
        pence[index] += 1
    return tuple(Money(part) for part in pence)
