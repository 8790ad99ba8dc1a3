"""Values that stand in documents: texts, ids, dates, frequencies, amounts."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from safeguarding.dates import Frequency, PartialDate, Period
from safeguarding.model import Money, Place, Share, Slug
from safeguarding.model.record import is_blank

EARLIEST = date(2017, 1, 1)
LATEST = date(2027, 12, 31)

NASTY = (
    "plain words",
    "naïve",
    "nai\u0308ve",
    "a\ttab and\na new line",
    "quotes \" and ' and \"\"\" and '''",
    "back\\slash \\u0041 \\",
    "# no comment",
    "= [not] {a} table.",
    "true",
    "2019-06-29",
    "£1,000,000.00",
    "٠١٢٣٤٥٦٧٨٩",
    "\ufeffmark",
    "\u200bwide\u00a0space\u3000",
    "\u202eturned\u202c",
    "👩‍👧‍👦 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "<b>&amp;</b> | `code` [link](x) %s {0}",
    " spaced ",
    "\ue000\ufffd\U0010ffff",
)
"""Texts that break what is careless: about quoting, line ends, direction, width, case."""

_NHS_NUMBER = re.compile(r"\d{3}[ -]?\d{3}[ -]?\d{4}", re.ASCII)
_ALPHABET = st.characters(exclude_categories=("Cc", "Cs"), include_characters="\t\n", exclude_characters="\u2028\u2029")
_FREQUENCIES = (
    "annually", "quarterly", "weekly", "fortnightly", "monthly", "termly", "regularly", "as needed",
    "every 2 months", "every three years", "every 6 weeks", "3 times a year", "twice a year",
    "two times a month", "April and October", "January, May and September", "Every Month", "yearly",
)  # fmt: skip


def slugs(*, longest: int = 60) -> SearchStrategy[Slug]:
    """Make ids: lower-case letters, digits and single hyphens.

    Args:
        longest: the most characters, 1 to 60.
    """
    words = st.text(alphabet="abcdefghijklmnopqrstuvwxyz0123456789", min_size=1, max_size=12)
    return st.lists(words, min_size=1, max_size=6).map(lambda some: Slug("-".join(some)[:longest].strip("-")))


def texts(*, longest: int = 40) -> SearchStrategy[str]:
    """Make texts that a document can hold, the awkward ones among them.

    That is any Unicode but control characters, nothing in the shape of an NHS number, and no blank, which would be read
    back as open.

    Args:
        longest: the most characters, at least 1.
    """
    chosen = st.sampled_from([text for text in NASTY if len(text) <= longest] or ["x"])
    return chosen | st.text(alphabet=_ALPHABET, min_size=1, max_size=longest).filter(_can_be_held)


def _can_be_held(text: str) -> bool:
    return bool(text.strip()) and not _NHS_NUMBER.search(text) and not is_blank(text)


def days(*, earliest: date = EARLIEST, latest: date = LATEST) -> SearchStrategy[date]:
    """Make days.

    Args:
        earliest: the first.
        latest: the last.
    """
    return st.dates(min_value=earliest, max_value=latest)


def partial_dates(*, earliest: date = EARLIEST, latest: date = LATEST) -> SearchStrategy[PartialDate]:
    """Make dates known to the day, the month or the year.

    Args:
        earliest: the first day on which it really was.
        latest: the last.
    """
    # One number for both the day and how much of it is known: a document has many dates, and each draw costs.
    numbers = st.integers(min_value=earliest.toordinal() * 3, max_value=latest.toordinal() * 3 + 2)
    return numbers.map(_partial_date)


def _partial_date(number: int) -> PartialDate:
    day, left_out = date.fromordinal(number // 3), number % 3
    return PartialDate(*(day.year, day.month, day.day)[: 3 - left_out])


def periods(*, earliest: date = EARLIEST, latest: date = LATEST) -> SearchStrategy[Period]:
    """Make periods, their ends known to the day, the month or the year.

    Args:
        earliest: the first day on which one begins or ends.
        latest: the last.
    """
    ends = partial_dates(earliest=earliest, latest=latest)
    return st.builds(_from_first_to_last, ends, ends)


def _from_first_to_last(one: PartialDate, other: PartialDate) -> Period:
    starts, ends = in_order(one, other)
    return Period(starts, ends)


def in_order(one: PartialDate, other: PartialDate) -> tuple[PartialDate, PartialDate]:
    """Put two dates in such an order that the second is not surely before the first."""
    return (one, other) if one.earliest <= other.latest else (other, one)


def frequencies() -> SearchStrategy[Frequency]:
    """Make frequencies, in all the forms in which they can be written."""
    counted = st.builds("{} {} {}".format, st.just("every"), st.integers(1, 99), st.sampled_from(["weeks", "years"]))
    return st.sampled_from(_FREQUENCIES).map(Frequency) | counted.map(Frequency)


def money(*, most: int = 99_999_999_99) -> SearchStrategy[Money]:
    """Make amounts, exact to the penny.

    Args:
        most: the highest amount, in pence.
    """
    round_pounds = st.integers(min_value=0, max_value=most // 100).map(lambda pounds: pounds * 100)
    return (round_pounds | st.integers(min_value=0, max_value=most)).map(Money)


def shares() -> SearchStrategy[Share]:
    """Make shares of a whole: percentages with at most six decimals, and fractions."""
    percent = st.integers(min_value=0, max_value=100 * 10**6).map(lambda parts: Fraction(parts, 100 * 10**6))
    whole = st.integers(min_value=0, max_value=100).map(lambda parts: Fraction(parts, 100))
    return (whole | percent | st.builds(_fraction, st.integers(1, 9999), st.integers(0, 9999))).map(Share)


def _fraction(below: int, above: int) -> Fraction:
    return Fraction(above % (below + 1), below)


def places(*, source: str) -> SearchStrategy[Place]:
    """Make places in a source.

    Args:
        source: the id of the source.
    """
    return _places(source)


@st.composite
def _places(draw: DrawFn, source: str) -> Place:
    stated = draw(_WHAT_IS_STATED)
    first, more = divmod(draw(_LINES), 10) if stated & 4 else (0, 0)
    return Place(
        source=Slug(source),
        heading=draw(_HEADINGS) if stated & 1 else None,
        page=draw(_PAGES) if stated & 2 else None,
        lines=(first + 1, first + 1 + more) if stated & 4 else None,
    )


_WHAT_IS_STATED = st.integers(min_value=0, max_value=7)
_HEADINGS = texts()
_PAGES = st.integers(min_value=1, max_value=999)
_LINES = st.integers(min_value=0, max_value=99_999)
