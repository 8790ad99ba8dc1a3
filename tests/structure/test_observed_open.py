"""What is revealed where the documents leave open what it rests on: as a question, and not as a fact."""

from __future__ import annotations

import pytest

from safeguarding.structure.observed import Notable
from tests.structure.governed import LEADS, body
from tests.structure.test_observed import FULL_TOP, SEATS, UNREAD, found, ways

MAY_BE_OVER = 'also = [{ field = "ends", value = "2020-03-01" }]\nends = "2023-01-01"'
MAY_COME = 'starts = "2020"'
TO_TOP_OR_NOBODY = 'also = [{ field = "reports_to", value = [{ to = "top" }] }]'


@pytest.mark.parametrize(
    ("lines", "doubt"),
    [
        (MAY_BE_OVER, "Stray may not be there"),
        (MAY_COME, "Stray may not be there"),
        ('also = [{ field = "kind", value = "team" }]', "Stray may be a team"),
    ],
)
def test_a_body_that_may_not_need_a_line_is_left_open(lines: str, doubt: str) -> None:
    """Whether it is there, or is a team could each do away with the fault; what reports to it is certain."""
    sections = (FULL_TOP, body("stray", lines), body("low", to=("stray",)))
    assert found(Notable.NO_LINE, *sections) == [
        (None, f"whether Stray reports to nobody: {doubt}"),
        (True, "the line of Low leads to Stray, and from there none leads to the partners"),
    ]


def test_lines_that_were_read_are_not_said_to_be_missing() -> None:
    """Where one statement leads to the partners and another does not, or the top may not be there, a line was read."""
    disputed = body("board", 'also = [{ field = "reports_to", value = [{ to = "other" }] }]', to=("top",))
    message = "whether Board has a line to the partners: the sources disagree, or whoever stands above may not be there"
    assert (None, message) in found(Notable.NO_LINE, FULL_TOP, disputed, body("other"))
    top = body("top", LEADS, SEATS, MAY_BE_OVER, kind="lead-group")
    assert found(Notable.NO_LINE, top, body("board", to=("top",))) == [(None, message)]


def test_one_body_reports_and_several_report() -> None:
    """What is said of one body is said in the singular, of an unread line and of what stands below a stray."""
    message = "to whom A reports: no line to the partners was read, and it may be stated elsewhere: the chart"
    assert found(Notable.NO_LINE, UNREAD, FULL_TOP, body("a")) == [(None, message)]
    message = "A reports to nobody, and with it B has no line to the partners"
    assert found(Notable.NO_LINE, FULL_TOP, body("a"), body("b", to=("a",))) == [(True, message)]


def test_a_line_to_a_body_that_has_ended_is_told_as_such() -> None:
    """The line is stated, and leads to what is not there any more."""
    over = body("over", 'ends = "2019-06-30"', to=("top",))
    message = "the line of A leads to Over, which is not there on the date, and from there none leads to the partners"
    assert found(Notable.NO_LINE, FULL_TOP, over, body("a", to=("over",))) == [(True, message)]


def test_a_loop_of_bodies_that_may_not_be_there_is_open() -> None:
    """A loop needs all its bodies."""
    sections = (FULL_TOP, body("a", MAY_BE_OVER, to=("b",)), body("b", to=("a",)))
    assert found(Notable.LOOP, *sections) == [(None, "whether A and B report to each other in a loop")]


def test_a_loop_that_every_statement_makes_is_certain() -> None:
    """That one statement has the line for some matters, and the other for all, leaves no doubt that there is one."""
    a = body("a", 'also = [{ field = "reports_to", value = [{ to = "b", matters = "deaths" }] }]', to=("b",))
    sections = (FULL_TOP, a, body("b", to=("a",)))
    assert found(Notable.LOOP, *sections) == [(True, "A and B report to each other in a loop")]
    assert ways(Notable.LOOP, *sections) == ["A reports to B, which reports to A"]


def test_a_certain_loop_is_told_beside_the_larger_one_that_is_open() -> None:
    """B and C report to each other for sure, and A is in the loop only under one statement."""
    a = body("a", TO_TOP_OR_NOBODY, to=("b",))
    sections = (FULL_TOP, a, body("b", to=("c",)), body("c", to=("b", "a")))
    assert found(Notable.LOOP, *sections) == [
        (None, "whether A, B and C report to each other in a loop"),
        (True, "B and C report to each other in a loop"),
    ]
