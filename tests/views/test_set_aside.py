"""What was not looked at for want of a case, and lists of parts that are too long: both stay short on a page."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from safeguarding.assessment import Assessment, Finding
from safeguarding.law.casework import NO_LOG
from safeguarding.law.outcomes import Missing
from safeguarding.law.requirement import Checked
from safeguarding.views import as_json, as_markdown, as_text
from tests.views.made import (
    MET,
    MUST,
    NOT_APPLICABLE,
    NOT_MET,
    PARTLY_MET,
    SHOULD,
    assessment,
    evidence,
    finding,
    part,
)

EVENTS = {"checked": Checked.EVENTS}
NO_DEATH = "no child death is written down"


def unlogged(key: str, level: Any = MUST, message: str = NO_LOG.message, path: str = "kind") -> Finding:
    """Make the finding of a requirement on cases for which nothing was there to be looked at."""
    need = Missing(path=path, need="the log of cases" if path == "kind" else "every child death")
    return finding(
        key, level, MET, NOT_MET, NOT_APPLICABLE, asks={**EVENTS, "title": f"Rule {key}"}, message=message,
        missing=(need,),
    )  # fmt: skip


def without_a_log() -> Assessment:
    """Make an assessment of a plan alone: one finding of it is open, and three on cases were not looked at."""
    return assessment(
        unlogged("x.case-b", SHOULD),
        finding("x.open", MUST, MET, NOT_MET, missing=(Missing(path="body", need="which"),)),
        unlogged("x.case-a"),
        unlogged("x.case-c", SHOULD),
    )


def flat(text: str) -> str:
    """Undo the wrapping of lines."""
    return re.sub(r"\s+", " ", text)


def test_without_a_log_its_requirements_are_one_short_block() -> None:
    """A partnership that gives no log is not told of each thing that a log could show."""
    text = as_text(without_a_log())
    assert "x.case" not in text
    assert "Open (1)\n" in text
    assert "Not looked at (3)\n" in text
    said = (
        "3 requirements on single cases were not looked at: no case log is among the files. Needed: the log of cases."
    )
    assert f"{said} --verbose lists them." in flat(text)


def test_on_request_they_are_listed_the_strongest_first() -> None:
    """Verbose leaves nothing out: each is named, and `safeguarding law` explains it."""
    text = as_text(without_a_log(), verbose=True)
    listed = re.findall(r"^- (must|should), (x\.case-\w): Rule \2$", text, re.MULTILINE)
    assert listed == [("must", "x.case-a"), ("should", "x.case-b"), ("should", "x.case-c")]
    assert "--verbose" not in text


def test_the_counts_say_where_they_went() -> None:
    """Four are open, of which the page shows one: nobody need wonder at the sum."""
    text = flat(as_text(without_a_log()))
    assert "1 is open; 0 are for a person to judge; 3 were not looked at." in text
    assert "Of 4: 4 open. 3 of the open ones were not looked at." in text


def test_markdown_folds_them_too() -> None:
    """A report reads like the page."""
    brief, full = (as_markdown(without_a_log(), verbose=verbose) for verbose in (False, True))
    assert "## Not looked at (3)\n\n3 requirements on single cases were not looked at:" in brief
    assert "x.case" not in brief
    assert "- must, `x.case-a`: Rule x.case-a\n- should, `x.case-b`: Rule x.case-b\n" in full


def test_json_keeps_them_all() -> None:
    """A program is told everything."""
    found = json.loads(as_json(without_a_log()))["findings"]
    assert [item["requirement"] for item in found] == ["x.case-b", "x.open", "x.case-a", "x.case-c"]
    assert found[0]["missing"] == [{"path": "kind", "need": "the log of cases"}]


def test_each_kind_of_case_that_is_not_written_down_has_its_own_line() -> None:
    """A log of incidents says nothing of deaths, and the reader learns which kinds are wanting."""
    text = flat(as_text(assessment(unlogged("x.a", message=NO_DEATH, path="all_cases_of"), unlogged("x.b"))))
    assert "1 requirement on single cases was not looked at: no child death is written down." in text
    assert "1 requirement on single cases was not looked at: no case log is among the files." in text
    assert "Not looked at (2)" in text


@pytest.mark.parametrize(
    "found",
    [
        finding("x.a", MUST, MET, NOT_MET, asks=EVENTS, parts=(part("si-2021-01", "undated", MET, NOT_MET),) * 2),
        finding("x.a", MUST, MET, NOT_MET, asks=EVENTS, evidence=(evidence(1),)),
        finding("x.a", MUST, MET, NOT_MET, asks=EVENTS, missing=(Missing(path="case.si-1.events", need="when"),)),
        finding("x.a", MUST, MET, NOT_MET, missing=(Missing(path="body.board.chair", need="who chairs it"),)),
    ],
    ids=["parts", "evidence", "an event", "not on cases"],
)
def test_what_is_open_for_another_reason_is_not_folded(found: Finding) -> None:
    """Only what nothing was there for goes: where a case is open, it is shown with what would settle it."""
    text = as_text(assessment(found))
    assert "Open (1)\n" in text
    assert "Not looked at" not in text


def test_what_does_not_apply_to_any_case_is_shown_only_on_request() -> None:
    """A requirement that no case in the log comes under is folded as whatever does not apply."""
    found = finding("x.a", MUST, NOT_APPLICABLE, asks=EVENTS, message="no case in the log comes under it")
    assert "x.a" not in as_text(assessment(found))
    assert "x.a" in as_text(assessment(found), verbose=True)


def many(number: int) -> Finding:
    """Make a finding on many cases: every fourth late, every other open, the rest in time."""
    kinds = {0: ("late: {} days", NOT_MET), 1: ("in time", MET), 2: ("undated {}", None), 3: ("in time", MET)}
    parts = []
    for index in range(number):
        message, outcome = kinds[index % 4]
        possible = (outcome,) if outcome else (MET, NOT_MET)
        parts.append(part(f"si-2021-{index:04}", message.format(index), *possible))
    return finding("x.a", MUST, PARTLY_MET, asks=EVENTS, parts=tuple(parts), message="so many")


@pytest.mark.parametrize("view", [as_text, as_markdown])
def test_of_many_cases_the_first_ten_are_shown_and_the_rest_counted(view: Any) -> None:
    """Of 200 cases 100 are in time; of the others what is late for certain comes first."""
    brief, full = (view(assessment(many(200)), verbose=verbose) for verbose in (False, True))
    assert len(re.findall(r"si-2021-\d{4}", brief.replace("\\", ""))) == 10
    assert brief.count("late: ") == 10
    assert "and 90 more" in flat(brief)
    assert len(set(re.findall(r"si-2021-\d{4}", full.replace("\\", "")))) == 200
    assert "and 90 more" not in full


def test_ten_are_not_cut() -> None:
    """Twenty cases of which ten are in time leave ten, in the order of the log."""
    text = as_text(assessment(many(20)))
    assert "more" not in text.split("x.a")[1]
    assert re.findall(r"si-2021-(\d{4})", text) == [f"{n:04}" for n in range(0, 20, 2)]


def of_another_time() -> Assessment:
    """Make an assessment in which two of three findings are on what is not asked on the date."""
    return assessment(
        finding("x.now", MUST, NOT_APPLICABLE, message="no areas are joined"),
        finding("y.later", MUST, NOT_APPLICABLE, message="not in force until 15 December 2023", asked=False),
        finding("y.soon", SHOULD, NOT_APPLICABLE, message="not in force until 15 December 2023", asked=False),
    )


def test_what_is_not_asked_on_the_date_is_kept_out_of_the_way() -> None:
    """A reader who asks about 2019 is told in a line that there is more, and the counts are of what is asked."""
    text = flat(as_text(of_another_time()))
    assert (
        "Of 1: 1 n/a. 2 more requirements are of other editions, or not in force, and not asked on this date." in text
    )
    assert "y." not in text
    assert "| not applicable | 1 | 0 | 0 | 1 |" in as_markdown(of_another_time())


def test_on_request_what_is_not_asked_is_listed_under_its_reason() -> None:
    """Verbose leaves nothing out, and does not mix what does not apply with what is not asked."""
    text = as_text(of_another_time(), verbose=True)
    assert "Not applicable (1)\n" in text
    listed = (
        "Not in force until 15 December 2023.\n- must, y.later: Title of y.later\n- should, y.soon: Title of y.soon\n"
    )
    assert listed in text
    assert "Not asked on this date (2)\n" in text
    assert "## Not asked on this date (2)\n\nNot in force" in as_markdown(of_another_time(), verbose=True)


SILENT = (Missing(path="statement", need="a statement"), Missing(path="register", need="the document"))


def of_which_little_is_said() -> Assessment:
    """Make an assessment in which two findings rest on nothing, and two on something in the documents."""
    said = (part("one", "said", MET), part("two", "not said", MET, NOT_MET))
    return assessment(
        finding("x.silent", MUST, MET, NOT_MET, asks={"heading": "Early help"}, missing=SILENT),
        finding("x.said", MUST, MET, PARTLY_MET, parts=said, missing=SILENT[:1]),
        finding("x.class", SHOULD, MET, NOT_MET, missing=(Missing(path="relevant_agency.x.paragraphs", need="y"),)),
        finding("x.mute", SHOULD, MET, NOT_MET, asks={"heading": "Private fostering"}, missing=SILENT[1:]),
    )


def test_what_the_documents_do_not_speak_of_is_a_list() -> None:
    """A plan need not speak of everything: what it leaves out entirely is a line each, under its heading."""
    text = as_text(of_which_little_is_said())
    listed = "Early help\n- must, x.silent: Title of x.silent\n\nPrivate fostering\n- should, x.mute: Title of x.mute\n"
    assert f"nothing either way.\n\n{listed}\n--verbose says what each would need.\n" in text
    assert "Open (2)\n" in text
    assert "2 are open; 0 are for a person to judge; 2 are not spoken of." in flat(text)
    assert "Of 4: 4 open. 2 of the open ones are not spoken of." in flat(text)
    assert "## Not spoken of (2)\n\nOn these" in as_markdown(of_which_little_is_said())


def test_on_request_what_they_do_not_speak_of_is_shown_whole() -> None:
    """Verbose says of each what would settle it."""
    for show in (as_text, as_markdown):
        text = show(of_which_little_is_said(), verbose=True)
        assert "Open (4)" in text
        assert "ot spoken of" not in text
