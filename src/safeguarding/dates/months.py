"""How the law counts months: to the corresponding date."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date

_YEAR = 12


def months_after(day: date, months: int) -> date:
    """Find the last day of a period of months that runs from a day.

    The day itself is not counted, and the period ends on the corresponding date, or on the last day of
    a shorter month: Dodds v Walker [1981] 1 WLR 1027 (HL).

    Args:
        day: the day of the event.
        months: how many calendar months; a period that runs back where it is negative.

    Raises:
        OverflowError: the period ends after the year 9999, or before the year 1, where dates end.

    >>> months_after(date(2019, 6, 30), 3), months_after(date(2018, 11, 30), 3)
    (datetime.date(2019, 9, 30), datetime.date(2019, 2, 28))
    """
    year, month = divmod(day.year * _YEAR + day.month - 1 + months, _YEAR)
    if not MINYEAR <= year <= MAXYEAR:
        raise OverflowError(f"{months} months from {day} reach beyond the years that dates have")
    # Every month has 28 days, so only a later day may be one that the month lacks.
    return date(year, month + 1, day.day if day.day <= 28 else min(day.day, monthrange(year, month + 1)[1]))  # noqa: PLR2004
