"""What follows where partnerships merge, or one is divided."""

from __future__ import annotations

import pytest

import safeguarding as sg
from safeguarding.assessment.reorganisation import (
    Certainty,
    EventKind,
    Follows,
    Part,
    Reorganisation,
    Role,
    reorganised,
)
from safeguarding.dates import PartialDate
from tests.assessment.reorganising import CCG, agency, area, made, partner, paths

MERGE = Reorganisation(kind=EventKind.PARTNERSHIPS_MERGED, starts=PartialDate(2024, 4, 1), name="One", given=True)


def level(number: int, name: str) -> str:
    """Write a level of need."""
    return f'[[level]]\nid = "level-{number}"\nnumber = {number}\nnames = ["{name}"]\n'


def body(identity: str, name: str, more: str = "") -> str:
    """Write a body."""
    return f'[[body]]\nid = "{identity}"\nname = "{name}"\n{more}\n'


EAST = made(
    area("east", "Eastshire"),
    agency("police", "Shire Police", "police-force"),
    agency("council", "Eastshire Council", "local-authority"),
    partner("police", "police"),
    body("top", "East Top", 'kind = "lead-group"\nmeets = "quarterly"\nchair = { held_by = ["council"] }'),
    body("audit", "East Audit", 'kind = "subgroup"\nremit = ["audit"]'),
    level(1, "Universal"),
    level(2, "Early help"),
    slug="east",
)
WEST = made(
    area("west", "Westshire"),
    agency("the-police", "Shire  POLICE", "police-force"),
    agency("council", "Westshire Council", "local-authority"),
    partner("the-police", "police"),
    body("top", "West Top", 'kind = "lead-group"\nmeets = "twice a year"'),
    body("quality", "West Quality", 'kind = "subgroup"\nremit = ["audit", "data"]'),
    body("police", "Police Group", 'kind = "subgroup"'),
    level(1, "Universal"),
    level(2, "Targeted"),
    slug="west",
)


EAST_TOP = "east: East Top (quarterly; chaired by Eastshire Council, fixed)"


def test_what_two_partnerships_both_hold_is_laid_side_by_side() -> None:
    """Ids that clash, one body under two ids, both tops, the same work, differing thresholds."""
    found = reorganised(EAST, [MERGE], others=[WEST])
    said = {one.subject: (one.certainty.value, one.why) for one in found.of(0, Follows.AGREE)}
    assert said == {
        "Another id for council in one of the two": (
            "certain",
            "in east it is “Eastshire Council”, in west agency “Westshire Council”",
        ),
        "Another id for police in one of the two": (
            "certain",
            "in east it is “Shire Police”, in west entry of another kind “Police Group”",
        ),
        "Another id for top in one of the two": ("certain", "in east it is “East Top”, in west body “West Top”"),
        "Whether level-1 is one and the same in both": ("open", "in both it is level “Universal”"),
        "Another id for level-2 in one of the two": ("certain", "in east it is “Early help”, in west level “Targeted”"),
        "One entry for Shire Police, which is police in one and the-police in the other": (
            "certain",
            "both are the same body",
        ),
        "That all partners of all areas agree to be treated as one: Eastshire and Westshire": ("certain", ""),
        "One group through which the partners lead, its meetings and its chair": (
            "certain",
            f"{EAST_TOP}; west: West Top (2 times a year; who chairs is not said)",
        ),
        "Which body has the work of audit": ("certain", "east: East Audit; west: West Quality"),
        "One threshold document": ("certain", "east: 1 Universal, 2 Early help; west: 1 Universal, 2 Targeted"),
    }
    keys = {key for one in found.consequences for key in one.keys}
    assert {"ch3.geo.combine", "wt23.geo.change", "wt23.publish.update"} <= keys
    ids = [one for one in found.consequences if one.role is Role.ID]
    assert ids[0].rests_on == ("east: agency.police", "west: body.police")
    assert {one.partnership for one in found.consequences} == {"east+west"}


@pytest.mark.parametrize(
    ("levels", "certainty"),
    [
        ((level(1, "Universal"), level(2, "Early help")), Certainty.SETTLED),
        ((level(1, "Universal"),), Certainty.CERTAIN),
        ((), Certainty.OPEN),
    ],
)
def test_thresholds_that_are_alike_need_no_agreement(levels: tuple[str, ...], certainty: Certainty) -> None:
    """The same levels are dealt with; where one has none that was read, it is open."""
    found = reorganised(EAST, [MERGE], others=[made(area("w", "Westshire"), *levels, slug="west")])
    assert [one.certainty for one in found.consequences if one.role is Role.THRESHOLDS] == [certainty]


def test_a_partnership_without_a_top_leaves_it_open() -> None:
    """Who leads there was not read, so what is to be one cannot be told."""
    found = reorganised(EAST, [MERGE], others=[made(area("w", "Westshire"), slug="west")])
    (top,) = [one for one in found.consequences if one.role is Role.TOP]
    assert (top.certainty, top.why.endswith("; none is read of west")) == (Certainty.OPEN, True)


def test_one_partnership_alone_cannot_merge() -> None:
    """Whoever asks is told to give the files of both."""
    with pytest.raises(sg.CannotAssessError, match="give the files of each"):
        reorganised(EAST, [MERGE])


# Divided

SHIRE = made(
    area("shire", "Shire"),
    area("north", "North", "district", 'part_of = ["shire"]'),
    area("south", "South", "district", 'part_of = ["shire"]'),
    area("town", "Town", "other", 'part_of = ["north"]'),
    area("abroad", "Abroad", "other"),
    agency("council", "Shire Council", "local-authority"),
    agency("ccg", "North CCG", CCG),
    agency("far", "Far CCG", CCG),
    '[[partner]]\nagency = "council"\nside = "local-authority"\ncovers = [{ area = "shire", extent = "whole" }]\n',
    '[[partner]]\nagency = "ccg"\nside = "health"\ncovers = [{ area = "town", extent = "part" }]\n',
    '[[partner]]\nagency = "far"\nside = "health"\ncovers = [{ area = "abroad", extent = "part" }]\n',
    body("n", "North Group", 'kind = "locality-group"\nserves = ["north"]'),
    body("t", "Town Group", 'kind = "locality-group"\nserves = ["town"]'),
    body("ns", "Both", 'kind = "locality-group"\nserves = ["north", "south"]'),
    body("all", "All", 'kind = "board"'),
    body("open", "Open", 'kind = "board"\nunknown = ["serves"]'),
    body("over", "Over", 'kind = "board"\nstatus = "ended"'),
    '[[statement]]\ntopic = "training"\nparts = ["commission"]\n',
)
PARTS = (Part(name="Northern", areas=("north",)), Part(name="Southern", areas=("south",)))
DIVIDE = Reorganisation(kind=EventKind.PARTNERSHIP_DIVIDED, starts=PartialDate(2024, 4, 1), parts=PARTS, given=True)


def test_what_serves_an_area_goes_with_it_and_the_rest_is_decided() -> None:
    """Also what lies in an area goes with it; what the parts have in common is divided; an ended body is left out."""
    found = reorganised(SHIRE, [DIVIDE])
    assert paths(found, Follows.GOES) == dict.fromkeys(
        ("area.north", "area.south", "area.town", "body.n", "body.t", "partner[1]"), "certain"
    )
    agreed = {one.at: (one.certainty.value, one.why) for one in found.of(0, Follows.AGREE) if one.at}
    assert agreed == {
        "area.shire": ("certain", "is divided between Northern and Southern"),
        "area.abroad": ("open", "to which part it goes is not said"),
        "body.ns": ("certain", "is for areas of Northern and Southern: each needs one, or they share it"),
        "body.all": ("certain", "is for the whole: whether each part has one, or which, is open"),
        "body.open": ("open", "which areas it is for could not be read, or is stated in two ways"),
        "partner[0]": ("certain", "is for areas of Northern and Southern: each needs one, or they share it"),
        "partner[2]": ("open", "it is for an area of which it is not said where it goes"),
    }
    whole = [one.rests_on for one in found.of(0, Follows.AGREE) if not one.at]
    assert whole == [("statement[0]",)]
    assert {key for one in found.of(0, Follows.PUBLISH) for key in one.keys} >= {"ch3.partners.arrange"}


def test_a_lead_goes_with_the_partner_for_which_it_leads() -> None:
    """Where that partner goes to one part; else it is to be decided."""
    force = agency("force", "Force", "police-force") + '[[partner]]\nagency = "force"\nside = "police"\n'
    leads = [
        f'[[post]]\nid = "p-{one}"\ntitle = "P"\nagency = "{one}"\n[[lead]]\npartner = "{one}"\npost = "p-{one}"'
        for one in ("council", "ccg", "far", "force")
    ]
    found = reorganised(sg.loads("\n".join((sg.dumps(SHIRE.documents[0]), force, *leads))), [DIVIDE])
    goes = {one.at: one.why for one in found.of(0, Follows.GOES) if one.at.startswith("lead")}
    assert goes == {"lead[1]": "goes to Northern, with the partner for which it leads"}
    left = {one.at for one in found.of(0, Follows.AGREE) if one.at.startswith("lead")}
    assert left == {"lead[0]", "lead[2]", "lead[3]"}


def test_an_area_that_is_none_of_the_partnership_is_refused() -> None:
    """The message names it, and the areas that there are."""
    parts = (Part(name="A", areas=("nowhere",)), *PARTS)
    event = Reorganisation(kind=EventKind.PARTNERSHIP_DIVIDED, starts=PartialDate(2024, 4, 1), parts=parts, given=True)
    with pytest.raises(sg.CannotAssessError, match=r'"nowhere".* is no area of eastshire; .*: abroad, north'):
        reorganised(SHIRE, [event])
