"""How often: the words in which plans say it, and what they come to in a year."""

from __future__ import annotations

import re
from fractions import Fraction

from attrs import frozen

ACCEPTED = (
    'one of: "weekly", "fortnightly", "monthly", "quarterly", "termly", "annually", "every 2 months", '
    '"every 3 years", "3 times a year", "April and October", "regularly", "as needed"'
)
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_NUMBERS = {
    word: number
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
        start=1,
    )
}
_WORDS: dict[str, Fraction | None] = {
    "weekly": Fraction(52),
    "fortnightly": Fraction(26),
    "monthly": Fraction(12),
    "quarterly": Fraction(4),
    "termly": Fraction(3),
    "annually": Fraction(1),
    "regularly": None,
    "as needed": None,
}
_SAME = {
    "yearly": "annually", "once a year": "annually", "every year": "annually", "every month": "monthly",
    "every week": "weekly", "every quarter": "quarterly", "every term": "termly", "when required": "as needed",
    "as required": "as needed",
    "twice a year": "2 times a year", "once a month": "monthly",
}  # fmt: skip
_EVERY = re.compile(r"every (\d{1,3}|[a-z]+) (weeks|months|years)", re.ASCII)
_TIMES = re.compile(r"(\d{1,3}|[a-z]+) times a (month|year)", re.ASCII)
_PER_YEAR = {
    "weeks": Fraction(52),
    "months": Fraction(12),
    "years": Fraction(1),
    "month": Fraction(12),
    "year": Fraction(1),
}


def _number(text: str) -> int:
    number = int(text) if text.isdigit() else _NUMBERS.get(text, 0)
    if not number:
        raise ValueError(ACCEPTED)
    return number


def _canonical(text: str) -> tuple[str, Fraction | None]:
    """Return the one way of writing it, and how many times a year that is (None: not said)."""
    plain = " ".join(text.lower().split())
    plain = _SAME.get(plain, plain)
    if plain in _WORDS:
        return plain, _WORDS[plain]
    if match := _EVERY.fullmatch(plain):
        number = _number(match[1])
        return f"every {number} {match[2]}", _PER_YEAR[match[2]] / number
    if match := _TIMES.fullmatch(plain):
        number = _number(match[1])
        return f"{number} times a {match[2]}", _PER_YEAR[match[2]] * number
    named = re.split(r", | and ", plain)
    months = [month for month in _MONTHS if month.lower() in named]
    if months and len(months) == len(named):
        listed = ", ".join(months[:-1])
        return (f"{listed} and {months[-1]}" if listed else months[0]), Fraction(len(months))
    raise ValueError(ACCEPTED)


@frozen
class Frequency:
    """How often something happens.

    Args:
        text: in one of the accepted forms; it is kept in its one canonical spelling.

    Raises:
        ValueError: the text has no accepted form; the message lists them.

    >>> Frequency("Three times a year").text
    '3 times a year'
    >>> Frequency("April and October").per_year
    Fraction(2, 1)
    """

    text: str

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "text", _canonical(self.text)[0])

    @property
    def per_year(self) -> Fraction | None:
        """How many times a year it comes to; None where the words give no number."""
        return _canonical(self.text)[1]

    def __str__(self) -> str:
        return self.text
