"""What is drawn of a year: meetings, milestones, duties, and what the cases ask, each at its day."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from safeguarding import Partnership
from safeguarding.assessment.agenda import Agenda, Item, Kind
from safeguarding.assessment.due import due
from safeguarding.dates import Span, State
from safeguarding.model import Case, CaseKind, Happening
from safeguarding.structure import situations
from safeguarding.structure.meetings import meetings
from safeguarding.views.timeline import timeline
from safeguarding.views.timelines.layout import Lane, Look, Sign, Standing, Timeline
from safeguarding.views.timelines.mermaid import as_mermaid
from safeguarding.views.timelines.svg import as_svg
from safeguarding.views.timelines.text import as_text
from safeguarding.views.timelines.year import picture_of_year
from tests.law.case import head, partnership
from tests.views.test_timeline_made import TEXTS, event, requirement
from tests.views.test_timeline_svg import fits, parsed

AS_OF = date(2021, 8, 15)
PLAN = (
    head('published = "2019-06-28"\nimplemented = "2019-09-01"')
    + """
[[body]]
id = "board"
name = "Partnership Board"
kind = "board"
meets = [{ how_often = "quarterly", starts = "2021-01-01" }]
[[body]]
id = "pool"
name = "Training Pool"
kind = "subgroup"
meets = [{ how_often = "quarterly", starts = "2021" }]
"""
)
MINUTES = """
schema = "safeguarding.v1"
partnership = "eastshire"
name = "Eastshire Safeguarding Children Partnership"
kind = "other"
transcribed = "all"
[publication]
updated = "2021-07-31"
[[meeting]]
body = "board"
on = "2021-02-10"
[[meeting]]
body = "board"
on = "2021-07"
"""
CASES = (
    Case(
        id="si-2021-01",
        kind=CaseKind.SERIOUS_INCIDENT,
        events=(event(Happening.INCIDENT, "2020-12-01"), event(Happening.AWARE, "2021-03-05")),
    ),
    Case(id="yr-2020", kind=CaseKind.YEARLY_REPORT),
)


def read() -> Partnership:
    """Read a plan with two bodies, and minutes of one of them."""
    return partnership(PLAN, MINUTES)


@cache
def _of_nothing(as_of: date) -> Agenda:
    return due(partnership(head()), as_of=as_of)


def agenda(*items: Item, as_of: date = AS_OF) -> Agenda:
    """Make an agenda of these items alone."""
    return evolve(_of_nothing(as_of), items=items, notices=())


def item(state: State, day: str | None, *, subject: str = "si-2021-01", kind: Kind = Kind.CASE, **more: object) -> Item:
    """Make an item that falls due on a day, or within a stretch written as two days."""
    span = None
    if day:
        first, _, last = day.partition("/")
        span = Span(date.fromisoformat(first), date.fromisoformat(last or first))
    what = str(more.pop("what", "the notification"))
    return Item(
        id=f"{subject}/{day}/{what}", kind=kind, state=state, due=span, subject=subject, what=what,
        message=str(more.pop("message", "as it stands")), **more,  # type: ignore[arg-type]  # attrs checks the names
    )  # fmt: skip


def drawn(*items: Item, year: int = 2021, as_of: date = AS_OF) -> Timeline:
    """Lay out a year with these items and the two cases."""
    return picture_of_year(agenda(*items, as_of=as_of), year, cases=CASES)


def lane(*items: Item, as_of: date = AS_OF) -> Lane:
    """Lay out a year of one lane."""
    (found,) = drawn(*items, as_of=as_of).lanes
    return found


# Meetings


def of_meetings() -> list[Lane]:
    """Lay out the meetings of the two bodies as of 15 August 2021."""
    found = meetings(situations(read(), AS_OF)[0], date(2021, 12, 31))
    return list(picture_of_year(agenda(), 2021, meetings=found).lanes)


def test_the_windows_of_a_body_are_drawn_as_they_were_kept() -> None:
    """The first quarter was kept, the second missed, the third kept on some day of July, the fourth is to come."""
    board = of_meetings()[0]
    assert [(bar.look, bar.first.month, bar.last.month) for bar in board.bars] == [
        (Look.KEPT, 1, 3),
        (Look.OVER, 4, 6),
        (Look.KEPT, 7, 9),
        (Look.ALLOWED, 10, 12),
    ]
    assert board.headline == "1 MISSED, 1 to come, 2 kept"
    assert board.detail == "missed 1 April 2021 to 30 June 2021"
    assert board.standing is Standing.FAILED
    assert [mark.words for mark in board.marks] == [
        "met 10 February 2021",
        "met between 1 July 2021 and 31 July 2021",
    ]
    assert board.told[1] == "1 April 2021 to 30 June 2021: MISSED, 0 of 1 meeting recorded"


def test_windows_whose_days_are_open_are_drawn_as_open() -> None:
    """Quarterly from some day of 2021: where one ends is anybody's guess."""
    pool = of_meetings()[1]
    assert {bar.look for bar in pool.bars} == {Look.PERHAPS}
    assert all("days open" in bar.words for bar in pool.bars)


def test_a_body_without_a_window_in_the_year_is_not_drawn() -> None:
    """The windows given end with 2021."""
    found = meetings(situations(read(), AS_OF)[0], date(2021, 12, 31))
    assert picture_of_year(agenda(), 2035, meetings=found).groups == ()


def of_the_board(*versions: str) -> str:
    """Draw 2021 under versions of the arrangements, and return what is said of the board's meetings."""
    text = timeline(partnership(*versions, MINUTES), year=2021, as_of=AS_OF)
    return " ".join(text.partition("Partnership Board")[2].split())


def test_meetings_are_drawn_with_the_year() -> None:
    """From the plan and the minutes together."""
    assert of_the_board(PLAN).startswith("(quarterly): 1 MISSED, 1 to come, 2 kept; ")


def test_where_it_is_open_which_version_is_in_force_nothing_is_missed_or_kept_for_certain() -> None:
    """The new version began on some day of 2021: each says something else, and both are drawn as open."""
    monthly = (
        PLAN.replace("2019-06-28", "2021-01").replace("2019-09-01", "2021").replace('"quarterly", ', '"monthly", ')
    )
    said = of_the_board(PLAN, monthly)
    assert "(quarterly): " in said
    assert "Partnership Board (monthly): " in said
    assert "MISSED" not in said
    assert " kept" not in said


def test_a_body_is_known_by_its_id() -> None:
    """Another name in the next version does not change what stands for it."""
    assert [found.id for found in of_meetings()] == ["body_board", "body_pool"]


# What falls due


STATES = {
    State.MET: ("met", Sign.MET, Standing.MET),
    State.LATE: ("LATE", Sign.FAILED, Standing.FAILED),
    State.TOO_SHORT: ("TOO SHORT", Sign.FAILED, Standing.FAILED),
    State.MISSING: ("OVERDUE", Sign.FAILED, Standing.FAILED),
    State.OPEN: ("open", Sign.OPEN, Standing.OPEN),
    State.DUE_TODAY: ("DUE TODAY", Sign.DUE, Standing.RUNNING),
    State.PENDING: ("due 9 March 2021", Sign.DUE, Standing.RUNNING),
}


@pytest.mark.parametrize("state", State)
def test_each_state_has_its_word_and_its_mark(state: State) -> None:
    """What failed is told in capitals."""
    found = lane(item(state, "2021-03-09"))
    assert (found.headline, found.marks[0].sign, found.standing) == STATES[state]


def test_a_case_is_one_lane_with_a_mark_for_each_of_its_time_limits() -> None:
    """With counts, the first that failed, and what comes next."""
    found = lane(
        item(State.PENDING, "2021-09-01", what="the review"),
        item(State.MISSING, "2021-03-12"),
        item(State.LATE, "2021-02-01", what="the report"),
        item(State.MET, "2021-02-01"),
    )
    assert (found.id, found.title, found.limit) == ("case_si_2021_01", "si-2021-01", "serious incident")
    assert found.headline == "1 OVERDUE, 1 LATE, 1 to come, 1 met"
    assert found.detail == (
        "OVERDUE: the notification, due 12 March 2021, and 1 more; next: the review, 1 September 2021"
    )
    assert [mark.sign for mark in found.marks] == [Sign.MET, Sign.FAILED, Sign.FAILED, Sign.DUE]
    assert [(bar.look, str(bar.first), str(bar.last)) for bar in found.bars] == [
        (Look.COURSE, "2020-12-01", "2021-09-01"),
        (Look.OVER, "2021-03-13", "2021-08-15"),
    ]
    assert found.told[-1] == "1 September 2021: the review: to come: as it stands"


def test_what_a_message_says_twice_is_said_once() -> None:
    """The word for the state is not repeated by the message behind it."""
    found = lane(item(State.LATE, "2021-02-01", message="late: 3 February 2021", requirement=requirement("x.y")))
    assert found.told == ("1 February 2021: the notification: LATE: 3 February 2021 (x.y)",)


def test_a_case_without_a_dated_event_has_no_course() -> None:
    """Only what falls due in it is drawn."""
    undated = Case(id="si-2021-01", kind=CaseKind.SERIOUS_INCIDENT)
    picture = picture_of_year(agenda(item(State.MET, "2021-02-01")), 2021, cases=(undated,))
    assert next(picture.lanes).bars == ()


def test_what_is_still_overdue_from_the_year_before_is_drawn() -> None:
    """What was done late in the year before is not."""
    found = lane(item(State.MISSING, "2020-10-01"), item(State.LATE, "2020-11-01", what="the report"))
    assert found.headline == "OVERDUE"
    assert [bar.look for bar in found.bars] == [Look.COURSE, Look.OVER]
    assert "LATE" not in as_text(drawn(item(State.LATE, "2020-11-01"))).partition("From")[2]


def test_what_falls_due_in_another_year_is_not_drawn() -> None:
    """Nor is what is overdue only later."""
    assert drawn(item(State.MET, "2020-12-31"), item(State.PENDING, "2022-01-01")).groups == ()
    assert drawn(item(State.MISSING, "2021-05-01"), year=2020).groups == ()
    assert len(list(drawn(item(State.MET, "2021-01-01"), item(State.MET, "2021-12-31")).lanes)) == 1


def test_what_may_be_due_on_several_days_is_a_stretch() -> None:
    """It is drawn if any of them is in the year."""
    found = lane(item(State.OPEN, "2020-12-01/2021-01-31"))
    assert found.marks[0].at == Span(date(2020, 12, 1), date(2021, 1, 31))
    assert found.marks[0].short == "open"


def test_what_has_no_day_is_only_listed() -> None:
    """With whose it is."""
    picture = drawn(item(State.OPEN, None))
    assert picture.groups == ()
    assert picture.asides == ("si-2021-01: the notification: as it stands (no day can be said).",)


def test_a_yearly_report_is_no_case_of_a_child() -> None:
    """It stands with the other duties, each of its time limits in a lane of its own."""
    picture = drawn(
        item(State.LATE, "2021-02-01", subject="yr-2020", what="the copy", requirement=requirement("x.copy")),
        item(State.PENDING, "2021-09-25", kind=Kind.DUTY, subject="partners", what="the next report"),
        item(State.MET, "2021-03-01"),
    )
    assert [(group.title, [lane.id for lane in group.lanes]) for group in picture.groups] == [
        ("Yearly report and other duties", ["duty_the_next_report", "case_x_copy_yr_2020"]),
        ("Cases", ["case_si_2021_01"]),
    ]
    assert next(picture.lanes).headline == "due 25 September 2021"


def test_what_recurs_is_one_lane() -> None:
    """A quarterly review of one statement has four marks."""
    days = ("2021-09-30", "2021-12-31")
    more = {"kind": Kind.MILESTONE, "what": "the audit", "path": "statement[0]", "message": "quarterly"}
    found = lane(*(item(State.PENDING, day, **more) for day in days))  # type: ignore[arg-type]  # as `item` takes them
    assert found.headline == "2 to come"
    assert found.detail == "quarterly; next: the audit, 30 September 2021"
    assert len(found.marks) == 2


def test_every_kind_of_item_but_meetings_has_a_place() -> None:
    """Meetings are drawn from what is recorded of them, and would otherwise stand twice."""
    for kind in Kind:
        found = drawn(item(State.PENDING, "2021-09-30", kind=kind))
        assert bool(found.groups) is (kind is not Kind.MEETING)


def test_a_year_can_be_cut_short() -> None:
    """What is after the last day is not drawn."""
    picture = picture_of_year(
        agenda(item(State.PENDING, "2021-11-01"), item(State.MET, "2021-02-01")), 2021, cases=CASES,
        until=date(2021, 9, 30),
    )  # fmt: skip
    assert picture.last == date(2021, 9, 30)
    assert [mark.sign for found in picture.lanes for mark in found.marks] == [Sign.MET]


# Any year


@st.composite
def years(draw: st.DrawFn) -> Timeline:
    """Draw a year of any items, named in any way."""
    day = st.dates(date(2020, 6, 1), date(2022, 6, 1))
    found = []
    for number in range(draw(st.integers(0, 8))):
        first, second = sorted((draw(day), draw(day)))
        span = draw(st.sampled_from((f"{first}", f"{first}/{second}", None)))
        found.append(
            evolve(
                item(
                    draw(st.sampled_from(State)),
                    span,
                    kind=draw(st.sampled_from(Kind)),
                    what=draw(TEXTS),
                    message=draw(TEXTS),
                    subject=draw(st.sampled_from(("si-2021-01", "yr-2020")) | TEXTS),
                ),
                path=f"x[{number}]",
            )
        )
    return picture_of_year(evolve(agenda(*found), name=draw(TEXTS)), 2021, cases=CASES, caption=(draw(TEXTS),))


@given(years())
def test_any_year_can_be_written_in_every_form(picture: Timeline) -> None:
    """No text leaves the picture or lies over another one, and every lane says how it stands."""
    root = parsed(picture)
    fits(root)
    described = root.findtext("{http://www.w3.org/2000/svg}desc") or ""
    text = " ".join(as_text(picture).split())
    for found in picture.lanes:
        assert f": {found.headline}" in described
        assert f": {found.headline}" in text
        if found.standing is Standing.FAILED:
            assert any(word in found.headline for word in ("LATE", "OVERDUE", "TOO SHORT", "MISSED"))
    identities = [found.id for group in picture.groups for found in group.lanes]
    assert len(identities) == len(set(identities))
    assert as_mermaid(picture) == as_mermaid(picture)
    assert as_svg(picture) == as_svg(picture)
