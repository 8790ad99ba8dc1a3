"""Yearly reports as they are found: periods of every length, overlapping, with gaps, two in one."""

from __future__ import annotations

import pytest

from safeguarding.model import Document, DocumentKind
from tests.shapes.plan import held, plan


def reports(*periods: tuple[str, str], published: str = "2021-09") -> Document:
    """Read a yearly report with its periods."""
    text = "".join(
        f'[[report_period]]\nperiod = {{ starts = "{starts}", ends = "{ends}" }}\n' for starts, ends in periods
    )
    (found,) = held(plan(text, kind="yearly-report", published=published)).documents
    assert found.kind is DocumentKind.YEARLY_REPORT
    return found


def months(document: Document) -> list[int]:
    """Return how many months each period of a report takes in, first and last included."""
    return [
        (one.period.ends.latest.year - one.period.starts.earliest.year) * 12
        + one.period.ends.latest.month
        - one.period.starts.earliest.month
        + 1
        for one in document.report_periods
    ]


@pytest.mark.parametrize(
    ("starts", "ends", "length"),
    [
        pytest.param("2019-10-01", "2020-03-31", 6, id="half a year"),
        pytest.param("2020-04-01", "2021-03-31", 12, id="a financial year"),
        pytest.param("2019-07-01", "2021-03-31", 21, id="twenty-one months"),
        pytest.param("2020-01-01", "2020-12-31", 12, id="a calendar year"),
        pytest.param("2020-07-01", "2021-06-30", 12, id="July to June"),
        pytest.param("2020-07", "2021-06", 12, id="months without days"),
        pytest.param("2020", "2020", 12, id="a year without months"),
    ],
)
def test_periods_of_any_length(starts: str, ends: str, length: int) -> None:
    """Periods of 6 to 21 months; calendar year; July to June; known to the day, the month or the year."""
    found = reports((starts, ends))
    assert months(found) == [length]
    assert (str(found.report_periods[0].period.starts), str(found.report_periods[0].period.ends)) == (starts, ends)


@pytest.mark.parametrize(
    ("starts", "days"), [("2020-03-31", 0), ("2020-04-01", 1), ("2020-06-30", 91)], ids=["overlap", "join", "gap"]
)
def test_periods_that_overlap_by_a_day_or_leave_a_gap(starts: str, days: int) -> None:
    """Overlapping by a day or leaving a gap: two reports of one partnership, each with its own period."""
    texts = [
        plan(
            f'[[report_period]]\nperiod = {{ starts = "{first}", ends = "{last}" }}\n',
            kind="yearly-report",
            source=f"report-{first}",
            published=f"{last[:4]}-09",
        )
        for first, last in (("2019-04-01", "2020-03-31"), (starts, "2021-03-31"))
    ]
    one, other = held(*texts).documents
    between = other.report_periods[0].period.starts.earliest - one.report_periods[0].period.ends.latest
    assert between.days == days


def test_two_periods_in_one_report() -> None:
    """Two periods in one report: one document, both periods."""
    assert months(reports(("2018-04-01", "2019-03-31"), ("2019-04-01", "2019-09-28"))) == [12, 6]


def test_a_report_published_before_its_period_ends() -> None:
    """Published before its period ends: recorded as printed, since it is a fact about the report and no mistake."""
    found = reports(("2020-04-01", "2021-03-31"), published="2021-01-15")
    assert found.publication.published is not None
    assert found.publication.published.latest < found.report_periods[0].period.ends.earliest
