"""A picture of time in plain characters, and as a list."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from attrs import evolve
from hypothesis import given

from safeguarding.dates import PartialDate, TimeLimit, Unit
from safeguarding.model import Happening
from safeguarding.views.timelines.layout import Group, Timeline
from safeguarding.views.timelines.listing import Entry, listing
from safeguarding.views.timelines.text import as_text
from tests.views.test_timeline_made import (
    AS_OF,
    HOSTILE,
    LATE,
    WD,
    clocks,
    counted,
    drawn,
    event,
    pictures,
    three,
)

# Worked out by hand: 28 days over 76 columns, so that the day after n days begins in column 76n/28, rounded down.
THREE = """\
si-2021-03, serious incident: time limits as of 15 March 2021
=============================================================

From 1 March 2021 to 28 March 2021. = time allowed; # time allowed, and kept to;
x time over it: LATE or OVERDUE; ] the last day; o happened; + met; X LATE or
OVERDUE; | 15 March 2021.

What happened
-------------
- 1 March 2021: Incident
- 2 March 2021: Aware
  1 Mar 2021         8 Mar              15 Mar             22 Mar
  +------------------+------------------+------------------+------------------
  o o                                   |

Notifying
---------
  1 Mar 2021         8 Mar              15 Mar             22 Mar
  +------------------+------------------+------------------+------------------

The notification (within 5 working days of awareness): LATE 3 working days; done
12 March 2021; due 9 March 2021.
    =====================]xxxxxXxx      |
  - must: Children Act 2004, section 16C(1) (x.notify)

The report (within 5 working days of awareness): met; done 8 March 2021; due 9
March 2021, 1 working day to spare.
    #################+###]              |
  - must: Children Act 2004, section 16C(1) (x.report)

Reviews
-------
  1 Mar 2021         8 Mar              15 Mar             22 Mar
  +------------------+------------------+------------------+------------------

The review (within 15 working days of awareness): due 23 March 2021; 6 working
days left.
    ===========================================================]
  - must: Children Act 2004, section 16C(1) (x.rapid)
"""


def acting(lines: list[str]) -> set[str]:
    """Return the characters that would act on a screen instead of standing on it."""
    return {c for line in lines for c in line if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Zl", "Zp"}}


def test_a_small_case_is_drawn_as_by_hand() -> None:
    """One that is late, one that is met, one that is pending."""
    assert as_text(three()) == THREE


def rows(picture: Timeline) -> list[str]:
    """Return the lines of characters."""
    drawn_with = set(" =#x.-]|<>oX+D?")
    lines = as_text(picture).splitlines()
    return [line for line in lines if line.startswith("  ") and set(line) <= drawn_with and "----" not in line]


def test_what_is_open_is_dotted() -> None:
    """Aware in March: due on any day from 8 March to 9 April; done on the 10th, or not at all in time."""
    (row,) = rows(drawn(counted(TimeLimit.within(5, WD), PartialDate(2021, 3), date(2021, 3, 10))))
    assert set(row.strip()) == {".", "?"}


def test_what_goes_on_outside_has_an_arrow() -> None:
    """On the side on which it goes on."""
    picture = drawn(counted(TimeLimit.within(9, Unit.MONTHS), date(2021, 3, 2)))
    (row,) = rows(evolve(picture, first=date(2021, 4, 1), last=date(2021, 4, 28)))
    assert row == "  <" + "=" * 74 + ">"


def test_what_happened_never_hides_what_came_of_it() -> None:
    """A mark on the same place as an event is seen."""
    lane = next(drawn(LATE).lanes)
    both = evolve(lane, marks=(*lane.marks, evolve(three().events[0], at=lane.marks[0].at)))
    (row,) = rows(evolve(drawn(LATE), groups=(Group(title="x", lanes=(both,)),)))
    assert "X" in row
    assert "o" not in row


def test_a_picture_of_nothing_says_so() -> None:
    """Rather than drawing an empty axis."""
    text = as_text(drawn())
    assert text.endswith("As far as the files say, nothing runs against a time limit.\n")
    assert [entry.text for entry in listing(drawn())] == ["As far as the files say, nothing runs against a time limit."]


def test_the_list_has_everything_in_words() -> None:
    """What happened, each time limit, what asks for it, and what is not drawn."""
    found = list(listing(evolve(three(), caption=("A remark.",), asides=("Something else.",))))
    assert found[:5] == [
        Entry(1, "A remark."),
        Entry(0, "What happened"),
        Entry(1, "1 March 2021: Incident"),
        Entry(1, "2 March 2021: Aware"),
        Entry(0, "Notifying"),
    ]
    assert found[5].text.startswith("The notification (within 5 working days of awareness): LATE 3 working days; ")
    assert found[6] == Entry(2, "must: Children Act 2004, section 16C(1) (x.notify)")
    assert found[-2:] == [Entry(0, "Not drawn"), Entry(1, "Something else.")]


@given(pictures())
def test_any_picture_is_eighty_columns_wide_and_drives_no_terminal(picture: Timeline) -> None:
    """Nothing in it acts on a screen, and each lane is in it."""
    lines = as_text(picture).splitlines()
    assert max(map(len, lines)) <= 80
    assert not acting(lines)
    said = " ".join(" ".join(lines).split())
    for lane in picture.lanes:
        assert lane.headline in said


@given(clocks())
def test_whatever_failed_says_so_in_words(one: object) -> None:
    """In capitals, apart from its characters."""
    text = as_text(drawn(one))  # type: ignore[arg-type]  # Hypothesis gives what it was asked for
    head, _, body = text.partition("From ")
    assert head
    for lane in drawn(one).lanes:  # type: ignore[arg-type]
        assert lane.headline in " ".join(body.split())


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:20]))
def test_no_text_breaks_a_line(text: str) -> None:
    """A heading of ten thousand characters is cut."""
    picture = evolve(three(), title=text, groups=(Group(title=text, lanes=tuple(three().lanes)),))
    lines = as_text(picture).splitlines()
    assert max(map(len, lines)) <= 80
    assert not acting(lines)
    assert len(lines) < 80


def test_events_after_the_date_are_shown_where_they_are() -> None:
    """A plan for a day to come stands behind the line of the date."""
    picture = drawn(LATE, events=(event(Happening.PUBLISHED, "2021-03-20"),))
    row = next(row for row in rows(picture) if "o" in row)
    assert row.index("o") > row.index("|")
    assert picture.as_of == AS_OF
