"""Measure working days and time limits beside named peers, in one run.

Run ``python tools/bench_dates.py`` in an environment that has the library, numpy, pandas, holidays and workalendar
(holidays pins python-dateutil below 3, so it is an environment of its own). Each figure is the best of several runs,
since what disturbs a run only ever makes it slower; every peer is called in the quickest way it offers for one date.
"""

from __future__ import annotations

import platform
import time
import timeit
from collections.abc import Callable
from datetime import date, timedelta
from importlib.metadata import version

import numpy as np
import pandas as pd
from holidays import country_holidays
from workalendar.europe import UnitedKingdom

from safeguarding.dates import TimeLimit, Unit, england
from safeguarding.dates.timeliness import states_each

RUNS = 9
MILLION, CASES = 1_000_000, 100_000
DAYS = 15
START = date(2021, 3, 29)


def best(work: Callable[[], object], runs: int = RUNS) -> float:
    """Return the shortest time of several runs, in seconds."""
    times = []
    for _ in range(runs):
        begun = time.perf_counter()
        work()
        times.append(time.perf_counter() - begun)
    return min(times)


def each(call: str, **names: object) -> float:
    """Return the time of one call, of many made in a row; the loop itself is timed by none."""
    timer = timeit.Timer(call, globals=names)
    calls, _ = timer.autorange()
    return min(timer.repeat(RUNS, max(calls // 10, 1))) / max(calls // 10, 1)


def scalars() -> list[tuple[str, float]]:
    """Time the fifteenth working day after one day, by each library."""
    calendar = england()
    after = calendar.after
    off = [day.isoformat() for day in calendar.bank_holidays]
    busday = np.busdaycalendar(holidays=off)
    start64 = np.datetime64(START)
    known = country_holidays("GB", subdiv="ENG", years=range(2011, 2029))
    kingdom = UnitedKingdom()
    custom = pd.offsets.CustomBusinessDay(n=DAYS, holidays=off)
    stamp = pd.Timestamp(START)
    # All must agree before any is timed.
    expected = after(START, DAYS)
    answers = (
        np.busday_offset(start64, DAYS, roll="backward", busdaycal=busday).item(),
        known.get_nth_working_day(START, DAYS),
        kingdom.add_working_days(START, DAYS),
        (stamp + custom).date(),
    )
    if any(answer != expected for answer in answers):
        raise SystemExit(f"the libraries disagree: {expected} and {answers}")
    return [
        ("safeguarding", each("after(day, n)", after=after, day=START, n=DAYS)),
        (
            "numpy.busday_offset, datetime64 kept",
            each("busday(day, n, 'backward', busdaycal=off)", busday=np.busday_offset, day=start64, n=DAYS, off=busday),
        ),
        (
            "numpy.busday_offset, date in and out",
            each(
                "busday(day, n, 'backward', busdaycal=off).item()",
                busday=np.busday_offset,
                day=START,
                n=DAYS,
                off=busday,
            ),
        ),
        ("holidays", each("after(day, n)", after=known.get_nth_working_day, day=START, n=DAYS)),
        ("workalendar", each("after(day, n)", after=kingdom.add_working_days, day=START, n=DAYS)),
        ("pandas CustomBusinessDay", each("day + step", day=stamp, step=custom)),
    ]


def columns() -> list[tuple[str, float]]:
    """Time a million dates at once, by each library in its own kind."""
    calendar = england()
    days = [date(2012, 1, 1) + timedelta(days=n % 5000) for n in range(MILLION)]
    array = np.array(days, dtype="datetime64[D]")
    series = pd.Series(array.astype("datetime64[s]"))
    busday = np.busdaycalendar(holidays=[day.isoformat() for day in calendar.bank_holidays])
    return [
        ("safeguarding, a list", best(lambda: calendar.after_each(days, DAYS), 5)),
        ("safeguarding, a numpy array", best(lambda: calendar.after_each(array, DAYS), 5)),
        ("safeguarding, a pandas Series", best(lambda: calendar.after_each(series, DAYS), 5)),
        ("numpy.busday_offset, an array", best(lambda: np.busday_offset(array, DAYS, "backward", busdaycal=busday), 5)),
    ]


def clocks() -> list[tuple[str, float]]:
    """Time a hundred thousand cases' clocks of one kind, in pure Python."""
    starts = [date(2018, 7, 4) + timedelta(days=n % 1900) for n in range(CASES)]
    dones = [start + timedelta(days=n % 40) for n, start in enumerate(starts)]
    as_of = date(2024, 1, 1)
    rows = []
    for limit in (TimeLimit.within(DAYS, Unit.WORKING_DAYS), TimeLimit.within(6, Unit.MONTHS)):
        words = limit.in_words()

        def one_by_one(limit: TimeLimit = limit) -> None:
            for start, done in zip(starts, dones, strict=True):
                limit.status(as_of, start, done)

        rows.append((f"{words}, one by one", best(one_by_one, 3)))
        rows.append(
            (f"{words}, as columns", best(lambda limit=limit: states_each(limit, starts, dones, as_of=as_of), 5))  # type: ignore[misc]  # bound while the loop is here
        )
    return rows


def table(title: str, rows: list[tuple[str, float]], unit: str, factor: float) -> None:
    """Print one table; the ratio is to the first row."""
    print(f"\n{title}")
    for name, taken in rows:
        print(f"{name:42} {taken * factor:10.2f} {unit} {taken / rows[0][1]:9.1f} x")


def main() -> None:
    """Print the tables."""
    peers = ("numpy", "pandas", "holidays", "workalendar", "python-dateutil")
    print(f"Python {platform.python_version()}, {platform.machine()}, {', '.join(f'{p} {version(p)}' for p in peers)}")
    table(f"The {DAYS}th working day after {START}, one date", scalars(), "us", 1e6)
    table(f"The {DAYS}th working day after each of {MILLION:,} dates", columns(), "ms", 1e3)
    table(f"How {CASES:,} cases stand to a time limit", clocks(), "ms", 1e3)


if __name__ == "__main__":
    main()
