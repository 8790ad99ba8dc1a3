"""What reorganisations invalidate, and what they leave to be agreed and published."""

from __future__ import annotations

from datetime import date

import pytest

import safeguarding as sg
from safeguarding.assessment.reorganisation import (
    Begun,
    Certainty,
    Ended,
    EventKind,
    Follows,
    Reorganisation,
    Role,
    Sort,
    events_of,
    reorganised,
)
from safeguarding.dates import PartialDate
from tests.assessment.reorganising import CCG, ICB, agency, area, made, partner, paths

CUMBRIA = sg.load("examples/cumbria-2019.toml")
TEES = (
    area("middlesbrough", "Middlesbrough"),
    area("redcar", "Redcar & Cleveland"),
    agency("ccg", "NHS South Tees CCG", CCG),
    partner("ccg", "health"),
)


def told(*bodies: str, **more: str) -> list[tuple[str, str, list[str], list[str]]]:
    """Return the events of a partnership: when, what kind, what ends and what begins."""
    return [
        (str(event.starts), event.kind.value, [one.name for one in event.ends], [one.name for one in event.begins])
        for event in events_of(made(*bodies), **more)
    ]


# Which events there are


def test_cumbria_has_the_boards_of_2022_and_the_councils_of_2023() -> None:
    """Neither of its two groups merged in April 2020; the county and its six districts ended together."""
    found = events_of(CUMBRIA)
    assert [(str(event.starts), event.kind) for event in found] == [
        ("2022-07-01", EventKind.BOARDS_FOR_GROUPS),
        ("2022-07-01", EventKind.BOARDS_FOR_GROUPS),
        ("2023-04-01", EventKind.COUNCILS),
    ]
    assert [[one.name for one in event.begins] for event in found] == [
        ["NHS North East and North Cumbria Integrated Care Board"],
        ["NHS Lancashire and South Cumbria Integrated Care Board"],
        ["Cumberland Council", "Westmorland and Furness Council"],
    ]
    ended = {one.name: one.named for one in found[2].ends}
    assert ended == {
        "Cumbria County Council": True,
        "Allerdale (district)": True,
        "Barrow-in-Furness (district)": False,
        "Carlisle (district)": True,
        "Copeland (district)": False,
        "Eden (district)": True,
        "South Lakeland (district)": True,
    }
    assert [one.partner_for for one in found[2].begins] == [("Cumberland",), ("Westmorland and Furness",)]


def test_what_came_in_the_place_of_a_named_body_is_followed() -> None:
    """South Tees CCG merged in 2020; what it became gave way to a board in 2022, though no document names it."""
    found = events_of(made(*TEES))
    assert [(str(e.starts), e.kind.value, [o.name for o in e.ends]) for e in found] == [
        ("2020-04-01", "groups-merged", ["NHS South Tees CCG"]),
        ("2022-07-01", "boards-for-groups", ["NHS Tees Valley CCG"]),
    ]
    assert (found[1].ends[0].named, found[1].ends[0].after) == (False, ("NHS South Tees CCG",))
    assert found[1].begins[0].partner_for == ("Middlesbrough", "Redcar and Cleveland")


def test_the_four_groups_of_lincolnshire_merged_as_one_event() -> None:
    """What ends on one day and has a successor in common is one event."""
    names = ("Lincolnshire East", "Lincolnshire West", "South Lincolnshire", "South West Lincolnshire")
    groups = [agency(f"ccg-{n}", f"{name} Clinical Commissioning Group", CCG) for n, name in enumerate(names)]
    found = told(area("lincs", "Lincolnshire"), *groups)
    assert [(when, kind, len(ends), begins) for when, kind, ends, begins in found] == [
        ("2020-04-01", "groups-merged", 4, ["NHS Lincolnshire CCG"]),
        ("2022-07-01", "boards-for-groups", 1, ["NHS Lincolnshire Integrated Care Board"]),
    ]


def test_health_bodies_that_only_the_law_makes_partners_are_followed_too() -> None:
    """West Sussex, of which no health body is named: its groups merged, a board left, and both boards merged."""
    found = told(area("ws", "West Sussex"))
    assert ("2020-04-01", "health-boundary", [], ["NHS Surrey Heartlands CCG"]) in found
    assert ("2023-04-01", "health-boundary", ["NHS Surrey Heartlands Integrated Care Board"], []) in found
    assert found[-1][:2] == ("2026-04-01", "boards-merged")
    assert not any(one.named or one.after for event in events_of(made(area("ws", "West Sussex"))) for one in event.ends)


def test_areas_that_begin_with_the_day_bring_no_change_of_health_bodies() -> None:
    """Arrangements of the new unitaries, looked at from before: the group was there already, and is no news."""
    new = (area("n", "North Northamptonshire"), area("w", "West Northamptonshire"))
    councils = (
        agency("nn", "North Northamptonshire Council", "local-authority") + partner("nn", "local-authority"),
        agency("wn", "West Northamptonshire Council", "local-authority") + partner("wn", "local-authority"),
        agency(
            "old",
            "Northamptonshire County Council",
            "local-authority",
            'ends = "2021-03-31"\nsuccessors = ["nn", "wn"]',
        ),
    )
    leads = (
        '[[post]]\nid = "a"\ntitle = "A"\nagency = "nn"\n[[post]]\nid = "b"\ntitle = "B"\nagency = "wn"\n'
        '[[lead]]\npartner = "nn"\npost = "a"\n[[lead]]\npartner = "wn"\npost = "b"\n'
    )
    there = made(*new, *councils, leads, published="2021-05-01")
    found = events_of(there, since="2020-05-01", until="2021-12-31")
    assert [(str(event.starts), event.kind.value) for event in found] == [("2021-04-01", "councils")]
    assert [one.partner_for for one in found[0].begins] == [("West Northamptonshire",), ("North Northamptonshire",)]
    settled = paths(reorganised(there, found), Follows.AGREE)
    assert set(settled.values()) == {"already dealt with"}
    assert len(settled) == 4  # two partners, the area, who leads
    without = made(*new, *councils, published="2021-05-01")
    assert "certain" in paths(reorganised(without, found), Follows.AGREE).values()


def test_a_successor_that_the_law_makes_no_partner_here_is_not_offered_as_one() -> None:
    """Tameside and Glossop's group gave way to Greater Manchester's board, and Glossop went to Derbyshire's."""
    bodies = (
        area("d", "Derbyshire"),
        agency("tg", "NHS Tameside and Glossop CCG", CCG) + partner("tg", "health"),
        agency("dd", "NHS Derby and Derbyshire CCG", CCG) + partner("dd", "health"),
    )
    there = made(*bodies)
    found = reorganised(there, events_of(there))
    own = [one for one in found.consequences if one.follows is Follows.AGREE and "Tameside" in one.subject]
    assert [one.subject for one in own] == ["Who is a partner in the place of NHS Tameside and Glossop CCG"]
    assert own[0].why.startswith("the law makes NHS Greater Manchester Integrated Care Board a partner for none of")
    known = {one.name: one.elsewhere for event in found.events for one in event.begins}
    assert known == {
        "NHS Derby and Derbyshire Integrated Care Board": False,
        "NHS Greater Manchester Integrated Care Board": True,
    }
    unknown = made(area("d", "Nowhere"), *bodies[1:])
    assert not any(one.elsewhere for event in events_of(unknown) for one in event.begins)


def test_what_was_worked_out_and_not_read_is_not_sure() -> None:
    """The board of 2026 takes in Surrey by a list that was not read: what begins is not sure to be its partner."""
    event = events_of(made(area("s", "Surrey")), since="2026-01-01")[-1]
    assert {one.name: one.sure for one in event.begins}["NHS Surrey and Sussex Integrated Care Board"] is False


@pytest.mark.parametrize(
    ("since", "until", "days"),
    [
        ("2020-04-01", "2020-04-01", ["2020-04-01"]),
        ("2020-04-02", "2022-06-30", []),
        ("2022-07-01", None, ["2022-07-01"]),
        ("2010-01-01", "2020-12-31", ["2020-04-01"]),
    ],
)
def test_the_first_and_the_last_day_are_looked_at(since: str, until: str | None, days: list[str]) -> None:
    """Both days count; before the gazetteer begins there is nothing to look at."""
    assert [str(event.starts) for event in events_of(made(*TEES), since, until)] == days


def test_without_a_day_it_begins_with_the_newest_arrangements() -> None:
    """A partnership whose arrangements were published later is not told of what was before; without any day it asks."""
    assert events_of(made(*TEES, published="2022-08")) == ()
    undated = sg.loads(sg.dumps(made(*TEES).documents[0]).replace('published = "2019-06-20"', ""))
    with pytest.raises(sg.CannotAssessError, match="--since"):
        events_of(undated)
    with pytest.raises(sg.CannotAssessError, match="not a full date"):
        events_of(undated, since="2019-06")


@pytest.mark.parametrize(
    "bodies",
    [
        (area("e", "Eastshire"), agency("ccg", "NHS Eastshire CCG", CCG), agency("c", "Cumbria Constabulary", "other")),
        (area("c", "Cumbria", "police"), agency("police", "Cumbria Constabulary", "police-force")),
        (area("h", "Hartlepool", "other"), agency("a", "NHS Tees Valley CCG", "company")),
    ],
)
def test_a_partnership_that_nothing_concerns_has_no_events(bodies: tuple[str, ...]) -> None:
    """Names that are not known, police forces, and entries of another kind are not followed."""
    assert told(*bodies) == []


# What follows in Cumbria, gone through against the file


def test_what_the_end_of_a_group_invalidates_in_cumbria() -> None:
    """Everything in the file that names the group or its chief officer, and nothing else."""
    found = reorganised(CUMBRIA, events_of(CUMBRIA))
    assert paths(found, Follows.ENDS) == {
        "agency.north-cumbria-ccg": "certain",
        "post.north-cumbria-chief-officer.agency": "certain",
        "partner[2].agency": "certain",
        "lead[3].partner": "certain",
        "lead[3].post": "certain",
        "body.locality-allerdale-copeland.chair.held_by[2]": "certain",
        "body.locality-carlisle-eden.chair.held_by[2]": "certain",
        "body.locality-barrow-south-lakeland.chair.held_by[2]": "certain",
        "funding.funding-2019-20.lines[1].paid_by[0]": "already dealt with",
        "statement[0].who[2]": "certain",
        "statement[2].who[2]": "certain",
        "statement[22].who[0]": "certain",
        "statement[24].who[3]": "certain",
    }
    agreed = {one.role: one.keys for one in found.of(0, Follows.AGREE)}
    assert agreed[Role.PARTNER] == ("ch3.partners.three",)
    assert agreed[Role.LEAD] == ("ch3.lead.representatives",)
    assert agreed[Role.FUNDING] == ("ch3.fund.level",)
    assert agreed[Role.DEATHS] == ("ch5.partners",)
    held = next(one for one in found.of(0, Follows.AGREE) if "seats held for health" in one.subject)
    assert held.rests_on == ("body.lead-group.seats[1]", "body.cscp-board.seats[12]")
    # The area stays, so no change of it is to be published.
    assert [one.keys for one in found.of(0, Follows.PUBLISH)] == [
        ("ch3.publish.publish", "ch3.publish.partners"),
        ("ch3.report.updates",),
        ("ch5.publicise",),
    ]


def test_what_the_end_of_the_county_invalidates_in_cumbria() -> None:
    """The council, its area, its districts, what is of it; open where a name is misprinted or only a class is named."""
    found = reorganised(CUMBRIA, events_of(CUMBRIA))
    ended = paths(found, Follows.ENDS, event=2)
    assert {path for path, certainty in ended.items() if certainty == "open"} == {
        "area.copeland",
        "area.barrow",
        "body.locality-allerdale-copeland.serves[1]",
        "body.locality-barrow-south-lakeland.serves[0]",
        "relevant_agency.district-councils",
        "body.cscp-board.seats[16].agency",
        "statement[12].who[2]",
        "statement[13].who[2]",
    }
    for path in (
        "partner[0].agency",
        "partner[1].covers[0].area",
        "lead[0].post",
        "scrutineer.scrutiny-council.held_by[0]",
        "other_partnership.children-scrutiny-advisory-board.belongs_to",
        "area.south-cumbria.part_of[0]",
    ):
        assert ended[path] == "certain"
    assert not any("constabulary" in one.to for one in found.of(2))
    assert {"ch3.geo.combine", "ch3.partners.arrange"} <= {
        key for one in found.of(2, Follows.AGREE) for key in one.keys
    }
    assert ("ch3.geo.change",) in [one.keys for one in found.of(2, Follows.PUBLISH)]
    assert [(one.at, one.why) for one in found.unmatched] == [
        ("area.copeland", "no district of the name Copland is known; did you mean Copeland?"),
        ("area.barrow", "no district of the name Barrow is known; did you mean Barrow-in-Furness?"),
    ]


def test_everything_certain_has_its_place_and_its_day() -> None:
    """Whoever reads it can go to the page of the plan."""
    found = reorganised(CUMBRIA, events_of(CUMBRIA))
    for one in found.consequences:
        if one.follows is Follows.ENDS:
            assert one.places, one.path
        assert one.starts == found.events[one.event].starts


# Certain, open, already dealt with


def test_what_comes_after_and_is_named_is_dealt_with() -> None:
    """A version that names the board as partner and lead needs no new one; a seat that is left is to be agreed."""
    post = '[[post]]\nid = "{0}-chief"\ntitle = "Chief of {0}"\nagency = "{0}"\n'
    post += '[[lead]]\npartner = "{0}"\npost = "{0}-chief"\n'
    document = made(
        *TEES,
        agency("icb", "NHS North East and North Cumbria Integrated Care Board", ICB),
        partner("icb", "health"),
        post.format("ccg"),
        post.format("icb"),
        '[[body]]\nid = "b"\nname = "B"\nkind = "board"\nseats = [{ agency = "ccg" }]\n',
        '[[body]]\nid = "c"\nname = "C"\nkind = "board"\nseats = [{ agency = "ccg" }, { post = "icb-chief" }]\n',
        published="2022-07-01",
    )
    event = Reorganisation(
        kind=EventKind.BOARDS_FOR_GROUPS,
        starts=PartialDate(2022, 7, 1),
        ends=(Ended(name="ccg"),),
        begins=(Begun(name="icb", partner_for=("Middlesbrough",)),),
    )
    found = reorganised(document, [event])
    ended = paths(found, Follows.ENDS)
    assert ended["partner[0].agency"] == "already dealt with"
    assert ended["lead[0].partner"] == ended["lead[0].post"] == "already dealt with"
    assert ended["body.b.seats[0].agency"] == "certain"
    assert ended["body.c.seats[0].agency"] == "already dealt with"
    agreed = {one.role: one.certainty for one in found.of(0, Follows.AGREE)}
    assert agreed[Role.PARTNER] is agreed[Role.LEAD] is Certainty.SETTLED
    assert agreed[Role.SEAT] is Certainty.CERTAIN
    assert [one.certainty for one in found.of(0, Follows.PUBLISH)] == [Certainty.SETTLED, Certainty.CERTAIN]
    assert "and names what comes after" in found.of(0, Follows.PUBLISH)[0].why


def test_an_end_that_the_documents_state_is_dealt_with() -> None:
    """An agency that says when it ended is no news; a body that was over by then needs nobody in its seat."""
    over = '[[body]]\nid = "b"\nname = "B"\nkind = "board"\nends = "2020-01"\nseats = [{ agency = "ccg" }]\n'
    document = made(area("m", "Middlesbrough"), agency("ccg", "NHS South Tees CCG", CCG, 'ends = "2020-03-31"'), over)
    found = reorganised(document, events_of(document, until="2020-12-31"))
    assert paths(found, Follows.ENDS) == {
        "agency.ccg": "already dealt with",
        "body.b.seats[0].agency": "already dealt with",
    }
    assert Role.SEAT not in {one.role for one in found.of(0, Follows.AGREE) if one.certainty is not Certainty.SETTLED}


@pytest.mark.parametrize(
    ("more", "doubt"),
    [
        ('also = [{ field = "name", value = "NHS County Durham CCG" }]', "what is said of NHS South Tees CCG differs"),
        (
            'also = [{ field = "name", value = "NHS Nowhere CCG" }]',
            "commissioning group of the name NHS Nowhere CCG is known",
        ),
        ('also = [{ field = "kind", value = "company" }]', ""),
    ],
)
def test_an_entry_that_may_be_another_body_is_open(more: str, doubt: str) -> None:
    """Two names, one unknown name; another kind beside it is not followed, and changes nothing of the first."""
    document = made(
        area("m", "Middlesbrough"), agency("ccg", "NHS South Tees CCG", CCG, more), partner("ccg", "health")
    )
    found = reorganised(document, events_of(document, until="2020-12-31"))
    (one,) = [one for one in found.of(0, Follows.ENDS) if one.path == "partner[0].agency"]
    assert (one.certainty is Certainty.OPEN) == bool(doubt)
    assert doubt in one.doubt


def test_a_second_statement_and_a_field_that_could_not_be_read_are_open() -> None:
    """Where another statement names somebody else, or nobody can tell whom, the entry may go on."""
    document = made(
        *TEES,
        agency("other", "Other", "company"),
        '[[post]]\nid = "a"\ntitle = "A"\nagency = "ccg"\nalso = [{ field = "agency", value = "other" }]\n',
        '[[post]]\nid = "b"\ntitle = "B"\nunknown = ["agency"]\n',
        '[[lead]]\npartner = "other"\npost = "a"\nalso = [{ field = "partner", value = "ccg" }]\n',
    )
    ended = paths(reorganised(document, events_of(document, until="2020-12-31")), Follows.ENDS)
    assert ended["post.a.agency"] == "open"
    assert ended["post.b.agency"] == "open"
    assert ended["lead[0].also[0].value"] == "open"
    assert ended["lead[0].post"] == "open"


def test_a_partner_that_is_entered_as_a_group_may_be_what_ends() -> None:
    """Lincolnshire names its four groups together, and one of them by half its name: all that names them is open."""
    document = sg.load("examples/lincolnshire-2019.toml")
    found = reorganised(document, events_of(document))
    ended = paths(found, Follows.ENDS)
    assert {"partner[1].agency", "agency.south-west-ccg", "agency.lincolnshire-ccgs"} <= set(ended)
    assert set(ended.values()) == {"open"}
    assert [one.at for one in found.unmatched] == ["agency.south-west-ccg", "agency.lincolnshire-ccgs"]


def test_a_date_that_is_not_known_to_the_day_leaves_it_open() -> None:
    """Of a month, nothing that follows is certain, and why is said."""
    event = Reorganisation(kind=EventKind.AGENCIES, starts=PartialDate(2021, 4), ends=(Ended(name="ccg"),))
    found = reorganised(made(*TEES), [event])
    assert {one.certainty for one in found.consequences} == {Certainty.OPEN}
    assert all("the day is open" in one.doubt for one in found.of(0, Follows.ENDS))


def test_two_versions_that_may_be_in_force_leave_it_open() -> None:
    """Where it is not known which version stands, nothing is certain."""
    one, two = made(*TEES, published="2020-03"), made(*TEES, published="2020-04")
    both = sg.Partnership(id="eastshire", documents=(*one.documents, *two.documents))
    found = reorganised(both, events_of(both, since="2020-03-01", until="2020-04-01"))
    assert found.consequences
    assert not any(one.certainty is Certainty.CERTAIN for one in found.of(0, Follows.ENDS, Follows.AGREE))


def test_reports_of_the_past_stay_as_they_are() -> None:
    """A yearly report that names what ends is a record, and nothing has to be agreed because of it."""
    report = made(agency("ccg", "NHS South Tees CCG", CCG), kind="yearly-report", published="2020-01-01")
    both = sg.Partnership(id="eastshire", documents=(*made(*TEES).documents, *report.documents))
    found = reorganised(both, events_of(both, since="2019-06-20", until="2020-12-31"))
    assert [(one.document, one.at) for one in found.of(0, Follows.RECORD)] == [("yearly-report", "agency.ccg")]


def test_an_as_of_looks_at_what_stands_on_that_day() -> None:
    """A version that came in 2021 is not asked on the first day of the event, and is on a later one."""
    old = made(*TEES)
    new = made(
        area("middlesbrough", "Middlesbrough"),
        agency("tv", "NHS Tees Valley CCG", CCG),
        partner("tv", "health"),
        published="2021-01-01",
    )
    both = sg.Partnership(id="eastshire", documents=(*old.documents, *new.documents))
    events = events_of(both, since="2019-06-20", until="2020-12-31")
    at_once, later = reorganised(both, events), reorganised(both, events, as_of="2021-02-01")
    assert paths(at_once, Follows.ENDS)["partner[0].agency"] == "certain"
    assert paths(later, Follows.ENDS) == {}
    assert {one.at for one in later.of(0, Follows.RECORD)} >= {"partner[0]", "agency.ccg"}
    assert {one.certainty for one in later.of(0, Follows.AGREE) if one.role is Role.PARTNER} == {Certainty.SETTLED}
    assert later.as_of == date(2021, 2, 1)


def test_the_guidance_of_the_day_asks() -> None:
    """After 14 December 2023 it is the later edition that names leads, asks for an update, and has it sent on."""
    event = Reorganisation(kind=EventKind.AGENCIES, starts=PartialDate(2026, 4, 1), ends=(Ended(name="ccg"),))
    document = made(*TEES, '[[post]]\nid = "p"\ntitle = "P"\nagency = "ccg"\n[[lead]]\npartner = "ccg"\npost = "p"\n')
    keys = {key for one in reorganised(document, [event]).consequences for key in one.keys}
    assert {"wt23.lsp.named", "wt23.publish.update", "wt23.report.updates"} <= keys
    assert not {key for key in keys if key in {"ch3.lead.representatives", "ch3.geo.change", "ch3.report.updates"}}


# Given events


@pytest.mark.parametrize("name", ["ccg", "E38000162", "NHS South Tees CCG", "South Tees Clinical Commissioning Group"])
def test_what_was_given_is_found_by_id_code_or_name(name: str) -> None:
    """In any of the forms that the gazetteer would take."""
    document = made(agency("ccg", "South Tees CCG", CCG, 'code = "E38000162"'), agency("x", "South Tees", "company"))
    event = Reorganisation(
        kind=EventKind.GROUPS_MERGED,
        starts=PartialDate(2020, 4, 1),
        ends=(Ended(name=name, sort=Sort.GROUP),),
        given=True,
    )
    found = reorganised(document, [event])
    assert paths(found, Follows.ENDS) == {"agency.ccg": "certain"}
    assert found.notices == ()


def test_what_was_given_and_is_nothing_here_is_said() -> None:
    """A misspelt name follows nothing, and the nearest is offered; another gets what to do."""
    ends = (Ended(name="NHS South Teas CCG", sort=Sort.GROUP), Ended(name="Utterly Else", sort=Sort.GROUP))
    event = Reorganisation(kind=EventKind.GROUPS_MERGED, starts=PartialDate(2020, 4, 1), ends=ends, given=True)
    found = reorganised(made(*TEES), [event])
    assert found.consequences == ()
    assert found.notices == (
        "nothing in the documents is NHS South Teas CCG; did you mean NHS South Tees CCG?",
        "nothing in the documents is Utterly Else: give its id, its code or its name in them",
    )


def test_a_county_that_is_to_become_two_is_told_by_its_name() -> None:
    """Council and area are found by one name; what is to be agreed names the two that come."""
    event = Reorganisation(
        kind=EventKind.COUNCILS,
        starts=PartialDate(2027, 4, 1),
        ends=(Ended(name="Surrey County Council", sort=Sort.AUTHORITY),),
        begins=(Begun(name="East Surrey Council"), Begun(name="West Surrey Council")),
        given=True,
    )
    document = made(
        area("surrey", "Surrey"),
        agency("council", "Surrey County Council", "local-authority"),
        agency("trust", "Surrey", "nhs-trust"),
        partner("council", "local-authority"),
    )
    found = reorganised(document, [event])
    assert set(paths(found, Follows.ENDS)) == {"area.surrey", "agency.council", "partner[0].agency"}
    said = [one.subject for one in found.of(0, Follows.AGREE)]
    assert "Who is a partner in the place of Surrey County Council: East Surrey Council and West Surrey Council" in said
    assert any(one.startswith("Whether East Surrey Council and West Surrey Council are treated as one") for one in said)


def test_records_are_flat() -> None:
    """A data frame takes them: one row for each thing that follows, and only plain values."""
    found = reorganised(CUMBRIA, events_of(CUMBRIA))
    rows = found.to_records()
    assert len(rows) == len(found.consequences)
    assert {type(value) for row in rows for value in row.values()} == {str, int}


# What is open about names


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (area("a", "Carlisle"), "Carlisle is the name of a district of Cumbria, and of no authority"),
        (area("a", "City and Hackney"), "City and Hackney is no one authority's, but City of London and Hackney"),
        (area("a", "Cumbira"), "no authority of the name Cumbira is known; did you mean Cumbria?"),
        (
            area("a", "Cumbria", more='code = "E10000023"'),
            "its code and its name do not say which authority's it is",
        ),
        (agency("a", "<the name of the group>", CCG), "its name is still to be given"),
        (area("a", "<the district>", "district"), "its name is still to be given"),
        (agency("a", "Carlisle City Council", "local-authority"), "Carlisle City Council is the council of a district"),
        (agency("a", "Nowhere District Council", "district-council"), "no district of the name Nowhere District"),
    ],
)
def test_why_an_entry_cannot_be_matched_is_said(body: str, why: str) -> None:
    """Each is listed once, whatever the events."""
    (one,) = reorganised(made(body), []).unmatched
    assert one.why.startswith(why)


def test_a_district_by_its_code_lies_in_its_county() -> None:
    """Of another county it is none of this partnership's; a relevant agency by its name alone may be its council."""
    more = 'code = "E07000028"'
    document = made(
        area("cumbria", "Cumbria"),
        area("carlisle", "The city", "district", more),
        area("elsewhere", "Aylesbury Vale", "district"),
        '[[relevant_agency]]\nid = "council"\nname = "Carlisle City Council"\n',
    )
    found = reorganised(document, events_of(document, since="2023-01-01"))
    assert paths(found, Follows.ENDS) == {
        "area.cumbria": "certain",
        "area.carlisle": "certain",
        "relevant_agency.council": "open",
    }
    assert [one.at for one in found.unmatched] == ["area.elsewhere"]


def test_two_councils_that_become_one_change_the_area() -> None:
    """What is to be agreed names the one area; where no arrangements are among the files, the law still names it."""
    event = Reorganisation(
        kind=EventKind.COUNCILS,
        starts=PartialDate(2027, 4, 1),
        ends=(Ended(name="North", sort=Sort.AUTHORITY), Ended(name="South", sort=Sort.AUTHORITY)),
        begins=(Begun(name="Both"),),
        given=True,
    )
    found = reorganised(made(area("n", "North"), area("s", "South")), [event])
    said = [one.subject for one in found.of(0, Follows.AGREE)]
    assert "The area of the arrangements: Both, or that with what it is joined to" in said
    report = made(area("n", "North"), kind="yearly-report")
    assert [one.follows for one in reorganised(report, [event]).of(0, Follows.RECORD)] == [Follows.RECORD]
