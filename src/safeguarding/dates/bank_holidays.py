"""Which days are England's bank holidays, why each of them is one, and where that was read.

The table holds the weekdays off that GOV.UK lists for England and Wales; Scotland's and Northern Ireland's days are
not in it. The rule gives what the Act and the yearly custom of proclaiming come to, for years after the table.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from enum import Enum
from functools import cache

from attrs import frozen

FIRST = date(2011, 1, 1)
"""The first day of the table."""
HORIZON = date(2028, 12, 31)
"""The last day of the last year whose bank holidays GOV.UK had published when the table was made."""

_COLUMNS = (
    "New Year's Day",
    "Good Friday",
    "Easter Monday",
    "Early May bank holiday",
    "Spring bank holiday",
    "Summer bank holiday",
    "Christmas Day",
    "Boxing Day",
)
_YEARS = """
        New     Good    Easter  Early   Spring  Summer  Christ- Boxing
        Year    Friday  Monday  May                     mas     Day
2011    3 Jan   22 Apr  25 Apr  2 May   30 May  29 Aug  27 Dec  26 Dec
2012    2 Jan   6 Apr   9 Apr   7 May   4 Jun   27 Aug  25 Dec  26 Dec
2013    1 Jan   29 Mar  1 Apr   6 May   27 May  26 Aug  25 Dec  26 Dec
2014    1 Jan   18 Apr  21 Apr  5 May   26 May  25 Aug  25 Dec  26 Dec
2015    1 Jan   3 Apr   6 Apr   4 May   25 May  31 Aug  25 Dec  28 Dec
2016    1 Jan   25 Mar  28 Mar  2 May   30 May  29 Aug  27 Dec  26 Dec
2017    2 Jan   14 Apr  17 Apr  1 May   29 May  28 Aug  25 Dec  26 Dec
2018    1 Jan   30 Mar  2 Apr   7 May   28 May  27 Aug  25 Dec  26 Dec
2019    1 Jan   19 Apr  22 Apr  6 May   27 May  26 Aug  25 Dec  26 Dec
2020    1 Jan   10 Apr  13 Apr  8 May   25 May  31 Aug  25 Dec  28 Dec
2021    1 Jan   2 Apr   5 Apr   3 May   31 May  30 Aug  27 Dec  28 Dec
2022    3 Jan   15 Apr  18 Apr  2 May   2 Jun   29 Aug  27 Dec  26 Dec
2023    2 Jan   7 Apr   10 Apr  1 May   29 May  28 Aug  25 Dec  26 Dec
2024    1 Jan   29 Mar  1 Apr   6 May   27 May  26 Aug  25 Dec  26 Dec
2025    1 Jan   18 Apr  21 Apr  5 May   26 May  25 Aug  25 Dec  26 Dec
2026    1 Jan   3 Apr   6 Apr   4 May   25 May  31 Aug  25 Dec  28 Dec
2027    1 Jan   26 Mar  29 Mar  3 May   31 May  30 Aug  27 Dec  28 Dec
2028    3 Jan   14 Apr  17 Apr  1 May   29 May  28 Aug  25 Dec  26 Dec
"""
_ONCE = (
    (date(2011, 4, 29), "Royal wedding"),
    (date(2012, 6, 5), "Diamond Jubilee"),
    (date(2022, 6, 3), "Platinum Jubilee"),
    (date(2022, 9, 19), "State funeral"),
    (date(2023, 5, 8), "Coronation"),
)
"""Days proclaimed for one occasion, beside those of every year."""
_MOVED = {
    date(2012, 6, 4): "moved from 28 May for the Diamond Jubilee",
    date(2020, 5, 8): "moved from 4 May for the 75th anniversary of VE Day",
    date(2022, 6, 2): "moved from 30 May for the Platinum Jubilee",
}
"""Days of every year that were on another day in one year: the usual day was a working day."""

_GOV_UK = (
    "GOV.UK, UK bank holidays, England and Wales, 2012 to 2028 (https://www.gov.uk/bank-holidays.json), as kept in the "
    "package govuk-bank-holidays 0.19 of February 2026"
)
_DIRECTGOV = "Directgov, Bank and public holidays in England and Wales, 2011 to 2015, read in a copy"
_GAZETTE = {
    date(2020, 1, 1): 3326938,
    date(2020, 5, 8): 3326938,
    date(2022, 9, 19): 4158896,
    date(2023, 1, 2): 4115743,
    date(2023, 5, 1): 4115743,
    date(2024, 1, 1): 4388378,
    date(2024, 5, 6): 4388378,
    date(2025, 1, 1): 4631404,
    date(2025, 5, 5): 4631404,
}
"""Notices of the London Gazette whose proclamation was read. GOV.UK lists these days as well."""
_BY_RULE = "by rule: Schedule 1 to the Banking and Financial Dealings Act 1971, and what is proclaimed every year"

_RULE_FROM = 1978
"""The first year in which the early May bank holiday was proclaimed."""
_RULE_TO = 4099
"""The last year for which the date of Easter can be reckoned."""
_MONDAY = range(1)
_WEEKDAYS = range(5)


class Basis(Enum):
    """What makes a day a day off in England."""

    STATUTE = "Banking and Financial Dealings Act 1971, Schedule 1, paragraph 1"
    MOVED = "royal proclamation under section 1(2) of that Act, in place of a day of the Schedule"
    PROCLAMATION = "royal proclamation under section 1(3) of that Act"
    COMMON_LAW = "common law: a day off already when the first Act on bank holidays was made, and not named in it"


@frozen
class BankHoliday:
    """A weekday off in England.

    Args:
        day: the day itself, which is a substitute where the usual day falls on a weekend.
        name: the name by which it is known, and whether it stands for another day.
        basis: what makes it a day off.
        source: where that was read.
    """

    day: date
    name: str
    basis: Basis
    source: str


@cache
def bank_holidays() -> tuple[BankHoliday, ...]:
    """List England's bank holidays from the first day of the table to its horizon, in order.

    Good Friday and Christmas Day are among them, as on every published list, although they rest on common law and
    not on the Act.

    >>> [str(holiday.day) for holiday in bank_holidays() if holiday.day.year == 2020][3:5]
    ['2020-05-08', '2020-05-25']
    """
    rows = [_row(day, name, _source(day)) for year in _YEARS.splitlines()[3:] for day, name in _read(year)]
    rows += [BankHoliday(day, name, Basis.PROCLAMATION, _source(day)) for day, name in _ONCE]
    return tuple(sorted(rows, key=lambda row: row.day))


def by_rule(year: int) -> tuple[BankHoliday, ...]:
    """List the days that the Act and the yearly custom give for a year, in order, with their substitutes.

    The Schedule gives Easter Monday, the last Mondays in May and August, 26 December unless that is a Sunday, and
    27 December when the 25th or the 26th is one. Each year New Year's Day and the first Monday in May are
    proclaimed, and a weekday for each day that falls on a weekend and for which the Schedule gives none. What is
    moved or added for one occasion is in no rule.

    Args:
        year: 1978, when the early May bank holiday began, to 4099.

    Raises:
        ValueError: the year is outside those.

    >>> [str(holiday.day) for holiday in by_rule(2029)]
    ['2029-01-01', '2029-03-30', '2029-04-02', '2029-05-07', '2029-05-28', '2029-08-27', '2029-12-25', '2029-12-26']
    """
    if not _RULE_FROM <= year <= _RULE_TO:
        raise ValueError(f"the rule gives the bank holidays of the years {_RULE_FROM} to {_RULE_TO}, not of {year}")
    from dateutil.easter import easter  # noqa: PLC0415  # only those who go past the horizon need it

    sunday = easter(year)
    christmas, boxing = date(year, 12, 25), date(year, 12, 26)
    days = (
        _first(date(year, 1, 1), _WEEKDAYS),
        sunday - timedelta(days=2),
        sunday + timedelta(days=1),
        _first(date(year, 5, 1), _MONDAY),
        _first(date(year, 5, 25), _MONDAY),
        _first(date(year, 8, 25), _MONDAY),
        # Where Christmas Day is a Sunday, the Monday is Boxing Day itself.
        christmas if christmas.weekday() in _WEEKDAYS else date(year, 12, 27),
        boxing if boxing.weekday() in _WEEKDAYS else date(year, 12, 28),
    )
    return tuple(sorted((_row(*row, _BY_RULE) for row in zip(days, _COLUMNS, strict=True)), key=lambda row: row.day))


def _first(day: date, among: range) -> date:
    """Find the first of certain days of the week, from a day on."""
    while day.weekday() not in among:
        day += timedelta(days=1)
    return day


def _read(line: str) -> Iterator[tuple[date, str]]:
    """Read one year of the table."""
    year, *words = line.split()
    months = dict(zip(("Jan", "Mar", "Apr", "May", "Jun", "Aug", "Dec"), (1, 3, 4, 5, 6, 8, 12), strict=True))
    for number, month, name in zip(words[::2], words[1::2], _COLUMNS, strict=True):
        yield date(int(year), months[month], int(number)), name


def _row(day: date, column: str, source: str) -> BankHoliday:
    """Say under which name a day of every year is listed, and what makes it a day off."""
    if day in _MOVED:
        # Only days of the Schedule are moved under section 1(2); for the others another day is proclaimed.
        basis = Basis.PROCLAMATION if column == _COLUMNS[3] else Basis.MOVED
        return BankHoliday(day, f"{column} ({_MOVED[day]})", basis, source)
    usual = {"New Year's Day": 1, "Christmas Day": 25, "Boxing Day": 26}.get(column, day.day)
    name = column if day.day == usual else f"{column} (substitute day)"
    if column == "Good Friday" or (day.month, day.day) == (12, 25):
        return BankHoliday(day, name, Basis.COMMON_LAW, source)
    proclaimed = column in {"New Year's Day", _COLUMNS[3]} or (day.month, day.day) == (12, 28)
    return BankHoliday(day, name, Basis.PROCLAMATION if proclaimed else Basis.STATUTE, source)


def _source(day: date) -> str:
    """Say where a day of the table was read."""
    if day in _GAZETTE:
        return f"London Gazette, notice {_GAZETTE[day]} (https://www.thegazette.co.uk/notice/{_GAZETTE[day]})"
    return _DIRECTGOV if day.year == FIRST.year else _GOV_UK
