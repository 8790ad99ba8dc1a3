"""Laws of dates, frequencies, money and shares, each against a slower and plainer way of saying it."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from safeguarding.dates import Frequency, PartialDate, Period, months_after
from safeguarding.model import Money, Place, Share, split
from safeguarding.model.integrity import SLUG
from safeguarding.strategies import (
    days,
    frequencies,
    money,
    partial_dates,
    periods,
    places,
    shares,
    slugs,
    texts,
)

WEIGHTS = st.lists(st.fractions(min_value=0, max_value=100, max_denominator=99), min_size=1, max_size=8).filter(any)


def every_day(when: PartialDate) -> list[date]:
    """List the days that a partial date may be, by how they are written."""
    year = [date(when.year, 1, 1) + timedelta(days=number) for number in range(366)]
    return [day for day in year if day.isoformat().startswith(str(when))]


@given(partial_dates(), days())
def test_not_after_says_what_all_its_days_say(when: PartialDate, day: date) -> None:
    """A partial date is on or before a day if all its days are, after it if none is, and open otherwise."""
    truths = {one <= day for one in every_day(when)}
    assert when.not_after(day) == (truths.pop() if len(truths) == 1 else None)


@given(partial_dates())
def test_a_partial_date_runs_from_its_first_day_to_its_last(when: PartialDate) -> None:
    """The earliest and the latest are the ends of its days, and it is exact where they are one."""
    among = every_day(when)
    assert (when.earliest, when.latest) == (among[0], among[-1])
    assert when.exact == (len(among) == 1)


@given(partial_dates())
def test_a_partial_date_is_read_back_as_it_is_written(when: PartialDate) -> None:
    """Writing and reading a date changes nothing."""
    assert PartialDate.parse(str(when)) == when


@given(periods())
def test_a_period_may_end_on_or_after_its_start(period: Period) -> None:
    """No period that can be made surely ends before it starts."""
    assert period.starts.earliest <= period.ends.latest


@given(days(earliest=date(1600, 1, 1), latest=date(2399, 12, 31)), st.integers(min_value=0, max_value=400))
def test_months_are_counted_one_by_one(day: date, months: int) -> None:
    """Counting months is turning as many leaves of the calendar, and going back only in a shorter month."""
    year, month = day.year, day.month
    for _ in range(months):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    assert months_after(day, months) == date(year, month, min(day.day, monthrange(year, month)[1]))


@given(days(), st.integers(min_value=0, max_value=60))
def test_a_period_of_months_ends_on_the_corresponding_date(day: date, months: int) -> None:
    """Dodds v Walker: the same day of the month, or the last one where the month has no such day."""
    end = months_after(day, months)
    assert end.day == day.day or (end.day < day.day and (end + timedelta(days=1)).day == 1)


@given(days(), days(), st.integers(min_value=0, max_value=60))
def test_a_later_start_never_ends_a_period_earlier(one: date, other: date, months: int) -> None:
    """Counting months keeps the order of days, on which reasoning over spans of days relies."""
    first, last = sorted((one, other))
    assert months_after(first, months) <= months_after(last, months)


@given(frequencies())
def test_the_canonical_text_of_a_frequency_is_a_fixed_point(frequency: Frequency) -> None:
    """Reading what was written gives the same text and the same number a year."""
    again = Frequency(str(frequency))
    assert again == frequency
    assert again.per_year == frequency.per_year


@given(frequencies(), st.sampled_from([str.upper, str.title, lambda text: text.replace(" ", "  \t")]))
def test_case_and_spaces_of_a_frequency_do_not_count(frequency: Frequency, change: object) -> None:
    """However it is printed, it is the same frequency."""
    assert callable(change)
    assert Frequency(change(frequency.text)) == frequency


@given(money())
def test_an_amount_is_read_back_as_it_is_written(amount: Money) -> None:
    """Writing and reading an amount changes nothing."""
    assert Money.parse(str(amount)) == amount


@given(shares())
def test_a_share_is_read_back_as_it_is_written(share: Share) -> None:
    """Writing and reading a share changes nothing, to the last digit."""
    assert Share.parse(str(share)) == share


@given(money(), WEIGHTS)
def test_a_split_adds_up_to_the_penny(total: Money, weights: list[Fraction]) -> None:
    """The parts add up to the whole, and each is the exact part rounded down or up."""
    parts = split(total, weights)
    exact = [total.pence * weight / sum(weights) for weight in weights]
    assert sum(part.pence for part in parts) == total.pence
    assert all(abs(part.pence - one) < 1 for part, one in zip(parts, exact, strict=True))


@given(money(), st.integers(min_value=1, max_value=12))
def test_equal_parts_differ_by_a_penny_at_most(total: Money, number: int) -> None:
    """Equal shares come out equal but for single pence, which go to the first."""
    pence = [part.pence for part in split(total, [1] * number)]
    assert pence == sorted(pence, reverse=True)
    assert pence[0] - pence[-1] <= 1


@given(money(), WEIGHTS, st.integers(min_value=1, max_value=10**6))
def test_only_the_proportion_of_weights_counts(total: Money, weights: list[Fraction], times: int) -> None:
    """Percentages and amounts in the same proportion divide alike."""
    assert split(total, [weight * times for weight in weights]) == split(total, weights)


@given(slugs())
def test_a_generated_slug_is_one(slug: str) -> None:
    """What the strategy makes, the model takes."""
    assert SLUG.fullmatch(slug)
    assert len(slug) <= 60


@given(slugs(longest=5), texts(longest=5))
def test_longest_is_kept_to(slug: str, text: str) -> None:
    """Nothing longer than asked for is made."""
    assert 1 <= len(slug) <= 5
    assert 1 <= len(text) <= 5


@given(places(source="plan"))
def test_a_generated_place_is_in_its_source(place: Place) -> None:
    """A place names the source that was given, and a range of lines that can be."""
    assert place.source == "plan"
    assert place.lines is None or 1 <= place.lines[0] <= place.lines[1]
