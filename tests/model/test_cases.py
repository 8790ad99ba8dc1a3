"""Cases: what can happen in one, in which order, what each step can say, and that nothing is said about a child."""

from __future__ import annotations

import re
from typing import Any

import pytest
from attrs import evolve, fields

from safeguarding import InvalidDocumentError, loads
from safeguarding.dates import PartialDate
from safeguarding.model import (
    Also,
    Case,
    CaseKind,
    Decision,
    Document,
    DocumentKind,
    Event,
    Happening,
    Matter,
    Paper,
    Place,
    Recipient,
    Source,
    Topic,
)
from safeguarding.model.cases import ADDRESSED, COVERS, EVENTS, FOLLOWS, OF_A_PAPER, ONCE, PAPERS_FOLLOW
from safeguarding.model.flaws import Flaw
from safeguarding.model.integrity import flaws
from safeguarding.model.record import stated_fields

LOG = Document(
    partnership="x",
    name="X",
    kind=DocumentKind.CASE_LOG,
    transcribed=(Topic.ALL,),
    sources=(Source(id="minutes", title="Minutes"),),
)
ORDERS: list[tuple[Happening, Happening, Paper | None]] = [
    *((later, first, None) for later, first in FOLLOWS),
    *((later, first, Paper.REPORT) for later, first in PAPERS_FOLLOW),
]
KIND_AND_EVENT = [(kind, what) for kind in CaseKind for what in Happening]
EVERY_EVENT = [(kind, what) for kind, events in EVENTS.items() for what in events]


def case(*events: Event, kind: CaseKind = CaseKind.SERIOUS_INCIDENT, **stated: Any) -> Case:
    values: dict[str, Any] = {"id": "si-2021-3", "kind": kind, "events": events}
    return Case(**(values | stated))


def event(what: Happening, on: str = "", **stated: Any) -> Event:
    return Event(what=what, on=PartialDate.parse(on) if on else None, **stated)


def found(*cases: Case) -> list[Flaw]:
    return list(flaws([evolve(LOG, cases=cases)]))


def told(flaw: Flaw) -> str:
    return f"{flaw.what}; {flaw.accepted}; {flaw.do}"


def kind_with(*events: Happening) -> CaseKind:
    """Return a kind of case in which all of these can happen."""
    return next(kind for kind, able in EVENTS.items() if {*events} <= {*able})


def name(value: Any) -> str:
    return str(getattr(value, "value", value))


# Order


@pytest.mark.parametrize(("later", "first", "paper"), ORDERS, ids=name)
def test_what_can_only_follow_cannot_stand_before(later: Happening, first: Happening, paper: Paper | None) -> None:
    """Each order that cannot be is reported, at the date of the later step, whichever stands first in the file."""
    kind = kind_with(later, first)
    before = event(later, "2021-03-09", of=paper if later in OF_A_PAPER else None)
    after = event(first, "2021-03-10")
    for place, events in enumerate([(before, after), (after, before)]):
        (flaw,) = found(case(*events, kind=kind))
        assert flaw.at == ("case", 0, "events", place, "on")
        assert f'"{later.value}" (2021-03-09) is before "{first.value}" (2021-03-10)' in flaw.what
        assert flaw.do == "correct one of the two dates"


@pytest.mark.parametrize(("later", "first", "paper"), ORDERS, ids=name)
@pytest.mark.parametrize(
    ("second", "earlier"),
    [
        ("2021-03-10", "2021-03-10"),
        ("2021-03-11", "2021-03-10"),
        ("2021-03", "2021-03-31"),
        ("2021-03-01", "2021-03"),
        ("2021-03-01", "2021"),
        ("2021", "2021-12-31"),
        ("", "2021-03-10"),
        ("2021-03-10", ""),
        ("", ""),
    ],
)
def test_what_may_have_been_in_order_is_accepted(
    later: Happening, first: Happening, paper: Paper | None, second: str, earlier: str
) -> None:
    """The same day, partial dates that overlap, and events without a date are no contradiction."""
    of = paper if later in OF_A_PAPER else None
    assert found(case(event(later, second, of=of), event(first, earlier), kind=kind_with(later, first))) == []


@pytest.mark.parametrize(
    ("second", "earlier"), [("2021-02", "2021-03"), ("2020", "2021-01"), ("2021-02-28", "2021-03")]
)
def test_partial_dates_that_do_not_overlap_are_in_order_or_not(second: str, earlier: str) -> None:
    """A month or a year before another is before it, whatever the days."""
    (flaw,) = found(case(event(Happening.NOTIFIED, second), event(Happening.AWARE, earlier)))
    assert f"({second})" in flaw.what
    assert found(case(event(Happening.NOTIFIED, earlier), event(Happening.AWARE, second))) == []


def test_contradictory_dates_are_refused_only_where_none_fits() -> None:
    """Of two dates stated for one event it is enough that one is in order."""
    aware = event(Happening.AWARE, "2021-03-10")
    early = event(Happening.NOTIFIED, "2021-03-08", also=(Also(field="on", value=PartialDate(2021, 3, 9)),))
    fitting = event(Happening.NOTIFIED, "2021-03-08", also=(Also(field="on", value=PartialDate(2021, 3, 10)),))
    (flaw,) = found(case(aware, early))
    assert '"notified" (2021-03-08 or 2021-03-09) is before "aware"' in flaw.what
    assert found(case(aware, fitting)) == []
    # Nor is it refused where the first of the two may have been on another day.
    open_start = evolve(aware, also=(Also(field="on", value=PartialDate(2021, 3, 8)),))
    assert found(case(open_start, event(Happening.NOTIFIED, "2021-03-08"))) == []


def test_a_date_that_cannot_be_read_is_in_order() -> None:
    """An unreadable date may be any."""
    assert found(case(event(Happening.AWARE, "2021-03-10"), Event(what=Happening.NOTIFIED, unknown=("on",)))) == []


def test_the_first_of_several_is_what_is_followed() -> None:
    """A report may come before a second reviewer is appointed, and not before the first is."""
    appointed = [event(Happening.REVIEWER_APPOINTED, day) for day in ("2021-06-01", "2021-02-01")]
    assert found(case(*appointed, event(Happening.REPORT_RECEIVED, "2021-03-01"))) == []
    (flaw,) = found(case(*appointed, event(Happening.REPORT_RECEIVED, "2021-01-29")))
    assert '"reviewer-appointed" (2021-02-01)' in flaw.what


@pytest.mark.parametrize("what", [Happening.PUBLISHED, Happening.REPORT_SENT])
@pytest.mark.parametrize("paper", [Paper.INFORMATION, None])
def test_information_may_go_out_before_there_is_a_report(what: Happening, paper: Paper | None) -> None:
    """Only the report itself has to have been received; where it is not said which, it may be information."""
    assert found(case(event(what, "2021-03-01", of=paper), event(Happening.REPORT_RECEIVED, "2021-07-01"))) == []


def test_every_wrong_order_is_reported_at_once() -> None:
    """Several wrong dates of several cases are several flaws, each with its own path."""
    wrong = (event(Happening.NOTIFIED, "2021-03-01"), event(Happening.DECIDED, "2021-03-02"))
    flawed = found(
        case(event(Happening.INCIDENT, "2021-03-10"), *wrong),
        case(*wrong, event(Happening.INCIDENT, "2021-03-02"), id="si-2021-4"),
    )
    assert [flaw.at for flaw in flawed] == [
        ("case", 0, "events", 1, "on"),
        ("case", 0, "events", 2, "on"),
        ("case", 1, "events", 0, "on"),
    ]


@pytest.mark.parametrize(("later", "first", "paper"), ORDERS, ids=name)
def test_every_order_can_occur(later: Happening, first: Happening, paper: Paper | None) -> None:
    """Each order is of two happenings of one kind of case, and not of one with itself or its own reverse."""
    assert any({later, first} <= {*events} for events in EVENTS.values())
    assert later is not first
    assert (first, later, paper) not in ORDERS
    assert ORDERS.count((later, first, paper)) == 1


def test_no_happening_follows_itself_at_however_many_removes() -> None:
    """The orders of a kind of case leave some order in which everything can happen."""
    for kind, events in EVENTS.items():
        left, pairs = [*events], [(later, first) for later, first, _ in ORDERS if {later, first} <= {*events}]
        while left:
            free = [what for what in left if not any(later is what and first in left for later, first in pairs)]
            assert free, (kind, left)
            left = [what for what in left if what not in free]


# What happens in which kind of case


@pytest.mark.parametrize(("kind", "what"), KIND_AND_EVENT, ids=name)
def test_a_happening_is_accepted_in_exactly_its_kinds_of_case(kind: CaseKind, what: Happening) -> None:
    """What belongs to another kind of case is refused, with what can happen in this one."""
    flawed = found(case(event(what, "2021-03-01"), kind=kind))
    if what in EVENTS[kind]:
        assert flawed == []
        return
    (flaw,) = flawed
    assert flaw.at == ("case", 0, "events", 0, "what")
    assert f'"{what.value}" does not happen in a case of the kind "{kind.value}"' in flaw.what
    assert all(able.value in flaw.accepted for able in EVENTS[kind])


def test_every_happening_has_its_kinds() -> None:
    """Each happens in one kind of case, but for the three that do in several."""
    several = {
        Happening.PUBLISHED: {CaseKind.SERIOUS_INCIDENT, CaseKind.SERIOUS_CASE_REVIEW, CaseKind.YEARLY_REPORT},
        Happening.REPORT_SENT: {CaseKind.SERIOUS_INCIDENT, CaseKind.YEARLY_REPORT},
        Happening.HANDED_OVER: {CaseKind.CHILD_DEATH, CaseKind.SERIOUS_CASE_REVIEW},
    }
    for what in Happening:
        kinds = {kind for kind, events in EVENTS.items() if what in events}
        assert kinds == several[what] if what in several else len(kinds) == 1
    assert set(EVENTS) == set(CaseKind)


@pytest.mark.parametrize(("kind", "what"), EVERY_EVENT, ids=name)
def test_only_what_happens_once_is_refused_twice(kind: CaseKind, what: Happening) -> None:
    """A second incident is another case; a second conference under review is not."""
    flawed = found(case(event(what, "2021-03-01"), event(what, "2021-05-01"), kind=kind))
    assert [flaw.at for flaw in flawed] == ([("case", 0, "events", 1, "what")] if what in ONCE else [])
    if what in ONCE:
        assert f'"{what.value}" stands here twice' in flawed[0].what
        assert "`also`" in flawed[0].do


# What can be said of a step


@pytest.mark.parametrize(("kind", "what"), EVERY_EVENT, ids=name)
def test_only_what_is_addressed_has_recipients(kind: CaseKind, what: Happening) -> None:
    """Nobody is told of an incident by its happening."""
    flawed = found(case(event(what, "2021-03-01", to=(Recipient.PANEL,)), kind=kind))
    assert [flaw.at for flaw in flawed] == ([] if what in ADDRESSED else [("case", 0, "events", 0, "to")])
    assert all("is not addressed to anybody" in flaw.what for flaw in flawed)


@pytest.mark.parametrize(("kind", "what"), EVERY_EVENT, ids=name)
def test_only_what_is_done_with_a_paper_is_of_one(kind: CaseKind, what: Happening) -> None:
    """A report is sent, published or withdrawn; a visit is of none."""
    flawed = found(case(event(what, "2021-03-01", of=Paper.INFORMATION), kind=kind))
    assert [flaw.at for flaw in flawed] == ([] if what in OF_A_PAPER else [("case", 0, "events", 0, "of")])
    assert all("is not of a report or of information" in flaw.what for flaw in flawed)


@pytest.mark.parametrize(("kind", "what"), EVERY_EVENT, ids=name)
def test_only_a_decision_decides(kind: CaseKind, what: Happening) -> None:
    """What was decided stands with the decision, and with nothing else."""
    flawed = found(case(event(what, "2021-03-01", decision=Decision.LOCAL_REVIEW), kind=kind))
    decided = what is Happening.DECIDED
    assert [flaw.at for flaw in flawed] == ([] if decided else [("case", 0, "events", 0, "decision")])
    assert all('what = "decided"' in flaw.do for flaw in flawed)


@pytest.mark.parametrize(("kind", "what"), EVERY_EVENT, ids=name)
def test_a_step_covers_only_its_own_matters(kind: CaseKind, what: Happening) -> None:
    """Of all matters together exactly those that are not the step's own are refused, each at its place."""
    flawed = found(case(event(what, "2021-03-01", covers=tuple(Matter)), kind=kind))
    others = [place for place, matter in enumerate(Matter) if matter not in COVERS.get(what, ())]
    assert [flaw.at for flaw in flawed] == [("case", 0, "events", 0, "covers", place) for place in others]
    for flaw in flawed:
        assert "does not cover" in flaw.what
        own = ", ".join(matter.value for matter in COVERS.get(what, ()))
        assert flaw.accepted == (f"one of: {own}" if own else "nothing: leave it out")


def test_every_matter_is_covered_by_something() -> None:
    """No matter is in the list that no step can cover, and no step covers one twice."""
    assert {matter for covered in COVERS.values() for matter in covered} == set(Matter)
    assert all(len({*covered}) == len(covered) for covered in COVERS.values())


@pytest.mark.parametrize(
    ("what", "first", "field", "second", "end"),
    [
        (Happening.INCIDENT, {}, "to", (Recipient.PANEL,), ()),
        (Happening.NOTIFIED, {"to": (Recipient.PANEL,)}, "of", Paper.REPORT, ()),
        (Happening.CONSIDERED, {"covers": (Matter.IMPROVEMENTS,)}, "covers", (Matter.IMPROVEMENTS, Matter.FACTS), (1,)),
        (Happening.NOTIFIED, {}, "decision", Decision.LOCAL_REVIEW, ()),
    ],
)
def test_a_further_statement_says_no_more_than_the_first_could(
    what: Happening, first: dict[str, Any], field: str, second: Any, end: tuple[int, ...]
) -> None:
    """What cannot be said of a step cannot be said of it under ``also`` either."""
    flawed = found(case(event(what, "2021-03-01", **first, also=(Also(field=field, value=second),))))
    assert ("case", 0, "events", 0, "also", 0, "value", *end) in [flaw.at for flaw in flawed], flawed


def test_a_further_statement_that_could_be_the_first_is_accepted() -> None:
    """Two records may disagree on recipients, matters, paper and decision."""
    others = (
        event(Happening.NOTIFIED, to=(Recipient.PANEL,), also=(Also(field="to", value=(Recipient.OFSTED,)),)),
        event(Happening.PUBLISHED, of=Paper.REPORT, also=(Also(field="of", value=Paper.INFORMATION),)),
        event(Happening.CONSIDERED, covers=tuple(COVERS[Happening.CONSIDERED]), also=(Also(field="covers", value=()),)),
        event(
            Happening.DECIDED,
            decision=Decision.LOCAL_REVIEW,
            also=(Also(field="decision", value=Decision.NO_LOCAL_REVIEW),),
        ),
    )
    assert found(case(*others)) == []


def test_what_an_entry_is_has_no_second_value() -> None:
    """An event that may have been another one, or a case of another kind, is another entry."""
    incident = event(Happening.INCIDENT, "2021-03-01", also=(Also(field="what", value=Happening.AWARE),))
    other = Also(field="kind", value=CaseKind.CHILD_DEATH)
    assert [flaw.at for flaw in found(case(incident, also=(other,)))] == [
        ("case", 0, "also", 0),
        ("case", 0, "events", 0, "also", 0),
    ]
    # That it was read elsewhere as well is no second value.
    elsewhere = Also(field="what", where=Place(source="minutes", page=3))
    assert found(case(event(Happening.INCIDENT, "2021-03-01", also=(elsewhere,)))) == []


def test_events_are_not_unreadable_as_a_whole() -> None:
    """A case of which it is open whether anything happened would be taken for one in which nothing did."""
    (flaw,) = found(case(unknown=("events",)))
    assert flaw.at == ("case", 0, "unknown", 0)
    assert 'unknown = ["on"]' in flaw.do


@pytest.mark.parametrize(("year", "accepted"), [("1989", False), ("1990", True), ("2099", True), ("2100", False)])
def test_years_are_those_of_the_law(year: str, accepted: bool) -> None:
    """A slip in the century is found, in a first statement and in a further one."""
    plain = event(Happening.INCIDENT, f"{year}-03-01")
    further = event(Happening.INCIDENT, "2021-03-01", also=(Also(field="on", value=PartialDate.parse(year)),))
    for one in (plain, further):
        flawed = found(case(one))
        assert [flaw.at for flaw in flawed] == ([] if accepted else [("case", 0, "events", 0, "on")])
        assert all("a year from 1990 to 2099" in flaw.accepted for flaw in flawed)


# Nothing about a child


@pytest.mark.parametrize(
    ("reference", "told_of"),
    [
        ("jane", "is not a reference of a case"),
        ("jane-smith", "is not a reference of a case"),
        ("child-jane-1", "is not a reference of a case"),
        ("smithson-1", "is not a reference of a case"),
        ("si-2021-03-jane", "is not a reference of a case"),
        ("eastshire-2021", "is not a reference of a case"),
        ("9434765919", "is not a reference of a case"),
        ("943-476-5919", "is not a reference of a case"),
        ("nhs-943-476-5919", "is not a reference of a case"),
        ("si-9434765919", "is not a reference of a case"),
        ("2012-03-04", "is not a reference of a case"),
        ("si-2012-03-04", "is not a reference of a case"),
        ("si-20120304", "is not a reference of a case"),
        ("si-040312", "is not a reference of a case"),
        ("si-2012-0304", "reads as a day"),
        ("si-0403-2012", "reads as a day"),
        ("si-2012-0229", "reads as a day"),
        ("si-2021-٠٣", "is not a reference of a case"),
        ("SI-2021-3", "is not a reference of a case"),
        ("si-2021-3\n", "is not a reference of a case"),
        ("", "is not a reference of a case"),
    ],
)
def test_a_reference_has_no_room_for_a_child(reference: str, told_of: str) -> None:
    """Names, NHS numbers, dates of birth and published titles are refused, with the form that is accepted."""
    flawed = [flaw for flaw in found(case(id=reference)) if flaw.at == ("case", 0, "id") and told_of in flaw.what]
    assert len(flawed) == 1
    assert "si-2021-03" in flawed[0].accepted
    assert flawed[0].do


@pytest.mark.parametrize(
    "reference",
    [
        "si-2021-03",
        "si-3",
        "scr-2018-1",
        "cp-2021-1301",
        "cp-2021-0230",
        "cp-2021-0029",
        "cp-9999-1231",
        "cp-2013-0229",
        "cp-2021-301",
    ],
)
def test_a_reference_of_ones_own_is_accepted(reference: str) -> None:
    """Letters and numbers that count; four digits that are no day of their year are a number."""
    assert found(case(id=reference)) == []


def test_a_case_and_its_events_have_no_text() -> None:
    """Every field of either is a date, one of a closed list, or the id of an agency: there is no other text."""
    for kind in (Case, Event):
        for attribute in stated_fields(kind):
            # Their types are names until something resolves them.
            if attribute.name == "id" or attribute.metadata.get("refers") == ("agency",):
                continue
            assert not re.search(r"\b(str|Slug|Any)\b", str(attribute.type)), attribute.name
    assert {attribute.name for attribute in fields(Event)} - {attribute.name for attribute in stated_fields(Event)} == {
        "where",
        "also",
        "unknown",
        "note",
    }


def test_nothing_is_noted_or_headed() -> None:
    """A note, or the heading of a place, could speak of a child: both are refused wherever they can stand."""
    headed = Place(source="minutes", heading="Jane", page=3)
    one = event(Happening.INCIDENT, "2021-03-01", note="Jane", where=headed, also=(Also(field="on", where=headed),))
    flawed = found(case(one, note="Jane", where=headed, also=(Also(field="kind", where=headed),)))
    assert [flaw.at for flaw in flawed] == [
        ("case", 0, "note"),
        ("case", 0, "where", "heading"),
        ("case", 0, "also", 0, "where", "heading"),
        ("case", 0, "events", 0, "note"),
        ("case", 0, "events", 0, "where", "heading"),
        ("case", 0, "events", 0, "also", 0, "where", "heading"),
    ]
    for flaw in flawed:
        assert "nothing about a child can be recorded" in flaw.what
        assert "remove it" in flaw.do or "page or the lines" in flaw.do
        assert "Jane" not in told(flaw)
    pages = Place(source="minutes", page=3, lines=(4, 9))
    assert found(case(event(Happening.INCIDENT, "2021-03-01", where=pages), where=pages)) == []


WRITTEN = """
schema = "safeguarding.v1"
partnership = "eastshire"
name = "Eastshire Safeguarding Children Partnership"
kind = "case-log"
transcribed = "all"

[[case]]
id = "si-2021-3"
kind = "serious-incident"
{more}

[[case.events]]
what = "aware"
on = "2021-03-10"

[[case.events]]
what = "notified"
on = "{notified}"
{told}
"""


@pytest.mark.parametrize(
    ("more", "notified", "told_in_event", "line", "said"),
    [
        ("", "2021-03-09", "", 18, '"notified" (2021-03-09) is before "aware" (2021-03-10)'),
        ('note = "Jane"', "2021-03-11", "", 10, "a case has no notes"),
        ('name = "Jane"', "2021-03-11", "", 10, "name"),
        ('born = "2012-03-04"', "2021-03-11", "", 10, "born"),
        ("", "2021-03-11", 'says = "Jane was hurt"', 19, "says"),
        ("", "2021-03-11", 'to = ["panle"]', 19, "panel"),
        ("", "2021-03-11", 'of = "report"', 19, "is not of a report or of information"),
    ],
)
def test_a_file_says_where_a_case_cannot_be(more: str, notified: str, told_in_event: str, line: int, said: str) -> None:
    """In a file each of these is an error with its line; keys of one's own are not accepted."""
    with pytest.raises(InvalidDocumentError) as error:
        loads(WRITTEN.format(more=more, notified=notified, told=told_in_event).lstrip("\n"))
    said_of_line = [text for text in str(error.value).splitlines() if f":{line}:" in text or f"line {line}" in text]
    assert any(said in text for text in said_of_line), str(error.value)


def test_a_file_of_a_case_in_order_is_read() -> None:
    """The same file without any of that is read as it stands."""
    text = WRITTEN.format(more="", notified="2021-03-11", told='to = ["panel"]')
    (read,) = loads(text).documents[0].cases
    assert [one.what for one in read.events] == [Happening.AWARE, Happening.NOTIFIED]
    assert read.events[1].to == (Recipient.PANEL,)
