"""How the law counts months: to the corresponding date."""

from __future__ import annotations

from datetime import date


def months_after(day: date, months: int) -> date:
    """Find the last day of a period of months that runs from a day.

    The day itself is not counted, and the period ends on the corresponding date, or on the last day of
    a shorter month: Dodds v Walker [1981] 1 WLR 1027 (HL).

    Args:
        day: the day of the event.
        months: how many calendar months, 0 or more.

    >>> months_after(date(2019, 6, 30), 3), months_after(date(2018, 11, 30), 3)
    (datetime.date(2019, 9, 30), datetime.date(2019, 2, 28))
    """
    from dateutil.relativedelta import relativedelta  # noqa: PLC0415  # costs more than all else at import

    return day + relativedelta(months=months)
