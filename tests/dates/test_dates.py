"""Dates worked out by hand: what a partial date may be, when months end, how often words mean."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from safeguarding.dates import Frequency, PartialDate, Period, in_words, months_after

# text, first day, last day, in words: read off a calendar.
PARTIAL = (
    ("2019-06-29", date(2019, 6, 29), date(2019, 6, 29), "29 June 2019"),
    ("2019-06", date(2019, 6, 1), date(2019, 6, 30), "June 2019"),
    ("2019-12", date(2019, 12, 1), date(2019, 12, 31), "December 2019"),
    ("2020-02", date(2020, 2, 1), date(2020, 2, 29), "February 2020"),
    ("2019-02", date(2019, 2, 1), date(2019, 2, 28), "February 2019"),
    ("2019", date(2019, 1, 1), date(2019, 12, 31), "2019"),
)

# day, months, end: the corresponding date, or the last day of a shorter month (Dodds v Walker [1981]).
MONTHS = (
    (date(2019, 6, 29), 3, date(2019, 9, 29)),
    (date(2019, 6, 30), 3, date(2019, 9, 30)),
    (date(2019, 5, 31), 3, date(2019, 8, 31)),
    (date(2018, 11, 30), 3, date(2019, 2, 28)),
    (date(2019, 11, 30), 3, date(2020, 2, 29)),
    (date(2020, 2, 29), 12, date(2021, 2, 28)),
    (date(2019, 12, 31), 6, date(2020, 6, 30)),
    (date(2019, 6, 29), 0, date(2019, 6, 29)),
)

# as printed, kept as, times a year (None: no number is said).
OFTEN = (
    ("quarterly", "quarterly", Fraction(4)),
    ("Three times a year", "3 times a year", Fraction(3)),
    ("every 2 months", "every 2 months", Fraction(6)),
    ("every two months", "every 2 months", Fraction(6)),
    ("every 3 years", "every 3 years", Fraction(1, 3)),
    ("termly", "termly", Fraction(3)),
    ("October and April", "April and October", Fraction(2)),
    ("march, july and november", "March, July and November", Fraction(3)),
    ("June", "June", Fraction(1)),
    ("twice a year", "2 times a year", Fraction(2)),
    ("yearly", "annually", Fraction(1)),
    ("six times a year", "6 times a year", Fraction(6)),
    ("regularly", "regularly", None),
    ("when required", "as needed", None),
)


@pytest.mark.parametrize(("text", "earliest", "latest", "words"), PARTIAL)
def test_a_partial_date_may_be_any_day_that_it_leaves_open(text: str, earliest: date, latest: date, words: str) -> None:
    """First day, last day and words are those of the calendar, and the text comes back."""
    when = PartialDate.parse(text)
    assert (when.earliest, when.latest, when.in_words(), str(when)) == (earliest, latest, words, text)


@pytest.mark.parametrize(
    "text", ["2019-6", "2019-06-31", "2019-02-29", "2019-13", "29/06/2019", "June 2019", "", "2019-06-29T10:00", "0000"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    """A form that is not accepted, or a day that does not exist, is no date."""
    with pytest.raises(ValueError, match=r"."):
        PartialDate.parse(text)


@pytest.mark.parametrize(("day", "months", "end"), MONTHS)
def test_months_end_on_the_corresponding_date(day: date, months: int, end: date) -> None:
    """The day of the event is not counted, and a shorter month ends the period on its last day."""
    assert months_after(day, months) == end


@pytest.mark.parametrize(("printed", "kept", "per_year"), OFTEN)
def test_how_often_is_read_as_people_write_it(printed: str, kept: str, per_year: Fraction | None) -> None:
    """Words, numbers and months are read, kept in one spelling, and counted."""
    assert (Frequency(printed).text, Frequency(printed).per_year) == (kept, per_year)


@pytest.mark.parametrize(
    "text", ["often", "every 0 months", "zero times a year", "April and Octember", "", "every month and a half"]
)
def test_what_is_no_frequency_is_refused(text: str) -> None:
    """Words that say nothing countable, and are not among those accepted, are refused with the accepted ones."""
    with pytest.raises(ValueError, match="quarterly"):
        Frequency(text)


def test_a_period_cannot_end_before_it_starts() -> None:
    """What can be shown to end before its start is refused; what only may is not."""
    june, early = PartialDate(2019, 6), PartialDate(2019, 5, 31)
    with pytest.raises(ValueError, match="before it starts"):
        Period(june, early)
    assert Period(june, PartialDate(2019, 6, 1)).in_words() == "June 2019 to 1 June 2019"


def test_a_day_is_written_as_british_readers_do() -> None:
    """Day, month, year, without a leading nought."""
    assert in_words(date(2019, 6, 1)) == "1 June 2019"
