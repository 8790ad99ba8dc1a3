"""Compare England's working days, day by day, with those of the PyPI package ``holidays``.

Run ``python tools/compare_holidays.py`` where that package is installed beside this one. It goes through every day
of the table, and of as many years again after its horizon, where the rule is compared. It prints each difference,
and ends with status 1 if there is one.
"""

from __future__ import annotations

import platform
import sys
from collections.abc import Callable, Iterator
from datetime import date
from importlib import import_module
from typing import Any

from safeguarding.dates.bank_holidays import FIRST, HORIZON, bank_holidays, by_rule
from safeguarding.dates.working_days import england

_LATER = 2 * HORIZON.year - FIRST.year + 1
"""The last year of which the rule is compared."""


def differences(
    works: Callable[[date], bool], theirs: Callable[[date], bool], first: date, last: date
) -> Iterator[date]:
    """Find the days on which two calendars differ.

    Args:
        works: whether a day is a working day here.
        theirs: whether it is one there.
        first: the first day to compare.
        last: the last one.
    """
    days = map(date.fromordinal, range(first.toordinal(), last.toordinal() + 1))
    return (day for day in days if works(day) is not theirs(day))


def main() -> int:
    """Print how the two compare, and return the exit status."""
    holidays: Any = import_module("holidays")
    listed = holidays.country_holidays("GB", subdiv="ENG", years=range(FIRST.year, _LATER + 1))

    def theirs(day: date) -> bool:
        return day.isoweekday() <= 5 and day not in listed  # noqa: PLR2004  # Friday

    longer = england().extended_to(_LATER)
    last = date(_LATER, 12, 31)
    found = list(differences(longer.is_working_day, theirs, FIRST, last))
    names = {row.day: row.name for row in bank_holidays()}
    names |= {row.day: row.name for year in range(HORIZON.year + 1, _LATER + 1) for row in by_rule(year)}
    for day in found:
        here, there = names.get(day, "a working day"), listed.get(day, "a working day")
        print(f"{day:%A} {day}: here {here}, there {there}")
    count = last.toordinal() - FIRST.toordinal() + 1
    print(
        f"{count} days compared, {FIRST} to {HORIZON} by the table and to {last} by the rule, with holidays "
        f"{holidays.__version__} (GB, ENG) on Python {platform.python_version()}: {len(found)} differences"
    )
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
