"""One case or one year of a partnership as a picture of time: what can be asked, and what cannot."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any, get_args

import pytest

from safeguarding import CannotAssessError, Partnership
from safeguarding.assessment.engine import starting
from safeguarding.errors import SafeguardingError
from safeguarding.law.asking import Ask
from safeguarding.law.catalogue import catalogue
from safeguarding.law.outcomes import Outcome
from safeguarding.structure import situations
from safeguarding.views.timeline import Form, timeline
from tests.law.case import head, partnership

FORMS = get_args(Form)
AS_OF = "2021-06-01"
_HEAD = """
schema = "safeguarding.v1"
partnership = "eastshire"
name = "Eastshire Safeguarding Children Partnership"
kind = "case-log"
transcribed = "all"
[publication]
updated = "2021-05-14"
"""
LOG = (
    _HEAD
    + """
[[case]]
id = "si-2021-01"
kind = "serious-incident"
events = [
    { what = "incident", on = "2021-03-01" },
    { what = "aware", on = "2021-03-02" },
    { what = "notified", on = "2021-03-12", to = ["panel"] },
    { what = "considered" },
]
[[case]]
id = "si-2021-02"
kind = "serious-incident"
events = [
    { what = "incident", on = "2021-04" },
    { what = "aware", on = "2021-04", also = [{ field = "on", value = "2021-05-04" }] },
]
"""
)


def read() -> Partnership:
    """Read a log of two cases."""
    return partnership(LOG)


def refused(**asked: Any) -> str:
    """Ask for a picture that cannot be had, and return what is said."""
    with pytest.raises(SafeguardingError) as caught:
        timeline(read(), **{"as_of": AS_OF, **asked})
    return str(caught.value)


# What can be asked


@pytest.mark.parametrize("form", FORMS)
def test_a_case_and_a_year_can_be_had_in_every_form(form: Form) -> None:
    """Each says what it is of, and as of when."""
    assert "si-2021-01, serious incident" in timeline(read(), case="si-2021-01", as_of=AS_OF, format=form)
    assert "2021, as of 1 June 2021" in timeline(read(), year=2021, as_of=AS_OF, format=form)


def test_every_time_limit_that_runs_in_a_case_is_in_the_list() -> None:
    """Whatever the law asks: each requirement whose clock runs there is named by its key, in every form."""
    for case in ("si-2021-01", "si-2021-02"):
        (situation,) = situations(read(), date.fromisoformat(AS_OF))
        keys = {
            key
            for key, item in catalogue().items()
            if item.runs is not None and item.starts <= date.fromisoformat(AS_OF)
            for run in item.runs(Ask(item, situation, rapid_review_from=starting("aware")))
            if run.case == case
        }
        for form in FORMS:
            text = " ".join(timeline(read(), case=case, as_of=AS_OF, format=form).split()).replace("- ", "-")
            assert [key for key in keys if f"({key})" not in text] == []


def test_every_time_limit_of_a_case_that_failed_is_counted_in_the_year() -> None:
    """Of those that count: the year says LATE or OVERDUE as often as they do."""
    (situation,) = situations(read(), date.fromisoformat(AS_OF))
    failed = [
        run
        for item in catalogue().values()
        if item.runs is not None
        for run in item.runs(Ask(item, situation))
        if run.case == "si-2021-01" and run.counts and run.possible == {Outcome.NOT_MET}
    ]
    text = timeline(read(), year=2021, as_of=AS_OF)
    entry = text.partition("\nsi-2021-01")[2].partition("\nsi-2021-02")[0]
    marked = sum(line.startswith("  - ") for line in entry.splitlines())
    assert marked >= len(failed)
    assert " ".join(entry.split()).count(": LATE:") + " ".join(entry.split()).count(": OVERDUE:") == len(failed)


def test_what_is_not_dated_is_said_above() -> None:
    """It can stand nowhere in the picture."""
    assert "On a day that is not recorded: Considered." in timeline(read(), case="si-2021-01", as_of=AS_OF)


def test_two_dates_that_disagree_are_both_possible() -> None:
    """April, or 4 May: the event may have been on any day from the first to the last of them."""
    text = timeline(read(), case="si-2021-02", as_of=AS_OF)
    assert "- April 2021 or 4 May 2021 (day open): Aware" in text


def test_a_log_that_was_closed_before_the_date_says_so() -> None:
    """What came later nobody wrote down."""
    text = timeline(read(), case="si-2021-01", as_of=AS_OF)
    assert "The log was kept up to 14 May 2021; what came later is not known." in text
    assert "was kept up to" not in timeline(read(), case="si-2021-01", as_of="2021-05-14")


def test_without_a_date_it_is_that_of_the_newest_document() -> None:
    """As it is of an assessment, and the picture says so."""
    text = timeline(read(), case="si-2021-01")
    assert "time limits as of 14 May 2021" in text
    assert "No date was given" in text
    assert "No date was given" not in timeline(read(), case="si-2021-01", as_of=AS_OF)


def test_the_start_of_a_rapid_review_can_be_chosen() -> None:
    """And the picture says which was."""
    text = timeline(read(), case="si-2021-01", as_of=AS_OF, rapid_review_from="incident")
    assert 'The time for a rapid review is counted from "incident".' in text


def test_the_last_day_drawn_can_be_chosen() -> None:
    """As a day or as its text."""
    text = timeline(read(), case="si-2021-01", as_of=AS_OF, until="2021-03-10")
    assert "From 1 March 2021 to 10 March 2021." in text
    assert text == timeline(read(), case="si-2021-01", as_of=AS_OF, until=date(2021, 3, 10))
    assert "to 10 March 2021" in timeline(read(), year=2021, as_of=AS_OF, until="2021-03-10")


@pytest.mark.parametrize("year", [1990, 2019, 2021, 2030, 2099])
@pytest.mark.parametrize("form", FORMS)
def test_any_year_can_be_drawn(year: int, form: Form) -> None:
    """Also one in which nothing falls due, or beyond the last bank holiday that is known."""
    assert timeline(read(), year=year, as_of=AS_OF, format=form)


def test_an_empty_year_says_so() -> None:
    """It is not a failure."""
    text = timeline(partnership(head('published = "2019-06-28"')), year=2050, as_of=AS_OF)
    assert "As far as the files say, nothing falls due in the year." in text


# What cannot


def test_exactly_one_of_case_and_year_is_asked_for() -> None:
    """The message names both."""
    assert refused() == refused(case="si-2021-01", year=2021)
    assert refused() == "give either the reference of a case (--case) or a year (--year), and not both"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"case": "si-2021-1"}, 'no case has the reference "si-2021-1": did you mean si-2021-01 or si-2021-02?'),
        ({"case": "zz"}, 'no case has the reference "zz"; there are si-2021-01, si-2021-02'),
        ({"year": 1989}, "the year 1989 cannot be drawn: it can be from 1990 to 2099"),
        ({"case": "si-2021-01", "format": "dot"}, 'the format "dot" is not held; it can be: mermaid, svg, text'),
        ({"case": "si-2021-01", "until": "2021-02"}, 'until "2021-02" is not a full date such as "2019-11-30"'),
        (
            {"case": "si-2021-01", "until": "2021-02-28"},
            "until (28 February 2021) is before anything in the case si-2021-01, which begins on 1 March 2021",
        ),
        (
            {"year": 2021, "until": "2022-02-28"},
            "until (28 February 2022) is not a day of 2021, the year that is asked for",
        ),
        ({"year": 2021, "as_of": "June"}, 'as_of "June" is not a full date such as "2019-11-30"'),
    ],
)
def test_what_cannot_be_drawn_is_refused_in_words(asked: dict[str, Any], said: str) -> None:
    """What was asked, what can be, and the nearest of it."""
    assert refused(**asked) == said


def test_a_start_that_is_none_is_refused() -> None:
    """With those that there are."""
    assert "incident, aware, notified" in refused(case="si-2021-01", rapid_review_from="decided")


def test_without_any_case_it_is_said_that_there_is_none() -> None:
    """Rather than that the reference is wrong."""
    with pytest.raises(CannotAssessError, match="no case is among the files"):
        timeline(partnership(head('published = "2019-06-28"')), case="si-2021-01", as_of=AS_OF)


def test_of_many_cases_only_some_are_named() -> None:
    """A list of hundreds is no help."""
    cases = "".join(f'[[case]]\nid = "si-{number}"\nkind = "allegation"\n' for number in range(100, 130))
    with pytest.raises(CannotAssessError, match=r"there are si-100, .*, si-111 and 18 more$"):
        timeline(partnership(_HEAD + cases), case="zz-zz", as_of=AS_OF)


# The same again


def test_the_bytes_do_not_depend_on_the_process() -> None:
    """Sets and dictionaries of another order give the same text."""
    code = (
        "from tests.views.test_timeline import read, AS_OF, FORMS, timeline\n"
        "for form in FORMS:\n"
        "    print(timeline(read(), case='si-2021-02', as_of=AS_OF, format=form))\n"
        "    print(timeline(read(), year=2021, as_of=AS_OF, format=form))\n"
    )
    root = Path(__file__).resolve().parents[2]
    path = os.pathsep.join([str(root), *sys.path])
    digests = {
        sha256(
            subprocess.run(
                [sys.executable, "-c", code],
                capture_output=True,
                check=True,
                cwd=root,
                env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path},
            ).stdout
        ).hexdigest()
        for seed in ("1", "2")
    }
    assert len(digests) == 1
