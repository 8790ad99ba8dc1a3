"""A picture of time as SVG: every part where it belongs, nothing over anything else, and nothing that acts."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import combinations
from xml.etree import ElementTree as ET

import pytest
from attrs import evolve, frozen
from hypothesis import given
from hypothesis import strategies as st

from safeguarding.dates import PartialDate, Span, TimeLimit, Unit
from safeguarding.model import Happening
from safeguarding.views.timelines.flags import Flag, raised
from safeguarding.views.timelines.layout import Bar, Group, Lane, Look, Mark, Sign, Standing, Timeline
from safeguarding.views.timelines.lettering import broken, is_measured, width, xml
from safeguarding.views.timelines.listing import listing
from safeguarding.views.timelines.svg import as_svg
from tests.views.test_timeline_made import (
    AS_OF,
    EVENTS,
    HOSTILE,
    LATE,
    MET,
    PENDING,
    TEXTS,
    WD,
    clocks,
    counted,
    drawn,
    event,
    pictures,
    three,
)

_SVG = "{http://www.w3.org/2000/svg}"


@frozen
class Box:
    """A line of text, with the room that it may take."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    def covers(self, other: Box) -> bool:
        """Say whether it lies over another one."""
        beside = self.right <= other.left or other.right <= self.left
        return not (beside or self.bottom <= other.top or other.bottom <= self.top)


def parsed(picture: Timeline) -> ET.Element:
    """Write a picture and read it as XML."""
    return ET.fromstring(as_svg(picture))  # noqa: S314  # we have just written it


def lettered(root: ET.Element) -> list[Box]:
    """Return every line of text: from the height of its capitals to the depth of its tails."""
    found = []
    for line in root.iter(f"{_SVG}text"):
        left, down, size = (float(line.attrib[name]) for name in ("x", "y", "font-size"))
        wide = width(line.text or "", size, bold=line.get("font-weight") == "bold")
        found.append(Box(line.text or "", left, down - 0.74 * size, left + wide, down + 0.22 * size))
    return found


def fits(root: ET.Element) -> None:
    """Check that no line of text leaves the picture or lies over another one."""
    _, _, wide, high = map(float, root.attrib["viewBox"].split())
    boxes = lettered(root)
    assert [b for b in boxes if b.left < 0 or b.top < 0 or b.right > wide or b.bottom > high] == []
    assert [(a.text, b.text) for a, b in combinations(boxes, 2) if a.covers(b)] == []


def lane_of(picture: Timeline, identity: str) -> str:
    """Return what is written for a lane."""
    text = as_svg(picture)
    start = text.index(f'<g id="si_2021_03-{identity}">')
    return text[start : text.index("</g>\n<path", start)]


# What stands where: 28 days over 396 units from 258 on are 14.14 units a day


def test_a_late_lane_has_its_bars_its_last_day_and_its_mark() -> None:
    """Worked by hand: 2 March begins at 272.1, 9 March ends at 385.3, the middle of 12 March is at 420.6."""
    lane = lane_of(three(), "x_notify")
    assert re.findall(r'<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="14" fill="([^"]+)"', lane) == [
        ("272.1", "113.1", "#fff"),
        ("385.3", "42.4", "url(#si_2021_03-late)"),
    ]
    assert re.search(r'<path d="M385.3 [\d.]+ V[\d.]+" stroke="#000" stroke-width="3.4"/>', lane)
    assert re.search(r'<g transform="translate\(420.6 [\d.]+\)"><rect x="-6.5" y="-6.5"', lane)
    assert ">LATE 3 working days</text>" in lane
    assert ">due 9 March 2021</text>" in lane


def test_the_date_of_the_question_is_a_line_through_all_lanes() -> None:
    """The middle of 15 March 2021 is at 463.1, and its label stands above."""
    found = re.search(r'<path d="M463.1 ([\d.]+) V([\d.]+)"[^>]*stroke-dasharray="7 3 2 3"/>', as_svg(three()))
    assert found
    lanes = [box for box in lettered(parsed(three())) if box.text in {"The notification", "The review"}]
    assert all(float(found[1]) < lane.top < float(found[2]) for lane in lanes)
    assert "as of 15 March 2021" in {box.text for box in lettered(parsed(three()))}


def test_a_date_outside_is_said_and_no_line_is_drawn() -> None:
    """What is overdue by then goes on beyond the edge."""
    far = date(2022, 3, 15)
    text = as_svg(drawn(counted(TimeLimit.within(5, WD), date(2021, 3, 2), as_of=far), as_of=far))
    assert "7 3 2 3" not in text
    assert ">The date of the question, 15 March 2022, is after the days that are drawn.</text>" in text
    assert 'l8 5 l-8 5 Z"/>' in text


def test_what_goes_on_outside_has_an_arrowhead_on_that_side() -> None:
    """Left of the days that are drawn, and right of them."""
    picture = drawn(counted(TimeLimit.within(9, Unit.MONTHS), date(2021, 3, 2)))
    text = as_svg(evolve(picture, first=date(2021, 4, 1), last=date(2021, 4, 28)))
    assert re.search(r'<path d="M256 [\d.]+ l-8 5 l8 5 Z"/>', text)
    assert re.search(r'<path d="M656 [\d.]+ l8 5 l-8 5 Z"/>', text)
    assert not re.search(r"l-?8 5 l-?8 5", as_svg(three()))


def test_weekends_and_bank_holidays_are_shaded() -> None:
    """Over Easter 2021 one band is four days wide."""
    picture = drawn(counted(TimeLimit.within(5, WD), date(2021, 3, 30), as_of=date(2021, 4, 8)), as_of=date(2021, 4, 8))
    day = 396 / ((picture.last - picture.first).days + 1)
    wide = [float(w) for w in re.findall(r'width="([\d.]+)" height="[\d.]+" fill="#ececec"', as_svg(picture))]
    assert max(wide) == pytest.approx(4 * day, abs=0.1)
    assert ">weekends and bank holidays</text>" in as_svg(picture)


def test_what_is_open_is_dashed_ragged_and_said_to_be_open() -> None:
    """None of it rests on a colour."""
    picture = drawn(counted(TimeLimit.within(5, WD), PartialDate(2021, 3), date(2021, 3, 10)))
    lane = lane_of(picture, "x_notify")
    assert re.search(r'<path d="M258 [\d.]+ H[\d.]+( L[\d.]+ [\d.]+){4} H258( L[\d.]+ [\d.]+){4}"[^>]*dasharray', lane)
    assert ">open</text>" in lane
    assert ">it may be late or met</text>" in lane


def test_no_colour_is_used() -> None:
    """Black, white and greys: what is printed in black is what is seen on a screen."""
    colours = set(re.findall(r'(?:fill|stroke)="#([0-9a-f]+)"', as_svg(three())))
    assert colours <= {"000", "fff", "777", "bbb", "d4d4d4", "ececec"}
    assert "LATE" in as_svg(three())


def test_failing_differs_from_all_else_by_pattern_sign_and_word() -> None:
    """Take any one away and two are left."""
    late, met = lane_of(three(), "x_notify"), lane_of(three(), "x_report")
    assert "url(#si_2021_03-late)" in late
    assert "url(" not in met
    assert '<circle r="6.5"' in met
    assert '<circle r="6.5"' not in late
    assert ">met</text>" in met
    assert "LATE" not in met


def test_the_events_stand_along_the_top() -> None:
    """Each with a pole that stands on its day."""
    root = parsed(three())
    above = min(box.top for box in lettered(root) if box.text == "The notification")
    flags = {box.text: box for box in lettered(root) if box.bottom < above}
    assert flags["1 Mar: Incident"].left == pytest.approx(258 + 14.14 / 2 + 4, abs=0.1)
    assert flags["2 Mar: Aware"].left == pytest.approx(258 + 14.14 * 1.5 + 4, abs=0.1)
    assert flags["1 Mar: Incident"].bottom <= flags["2 Mar: Aware"].top


def test_an_open_day_of_an_event_is_a_stretch() -> None:
    """From the first day on which it may have been to the last, and in words."""
    text = as_svg(drawn(LATE, events=(event(Happening.INCIDENT, "2021-03"),)))
    right = 258 + 396 * 31 / 35
    assert f'<path d="M258 ' in text  # noqa: F541  # as it is written
    assert re.search(rf"M258 [\d.]+ v10 M{right:.1f} ", text)
    assert ">March 2021 (day open): Incident</text>" in text


def test_a_year_has_months_as_columns() -> None:
    """Every second month is shaded, and each label stands in its own."""
    picture = Timeline(
        id="y2021", title="2021", caption=(), first=date(2021, 1, 1), last=date(2021, 12, 31), as_of=AS_OF,
        of_a_year=True,
        groups=(Group(title="Cases", lanes=(Lane(id="case_a", title="a", headline="met", standing=Standing.MET),)),),
    )  # fmt: skip
    text = as_svg(picture)
    boxes = {box.text: box for box in lettered(parsed(picture))}
    day = 396 / 365
    for label, first, days in (("Jan", 0, 31), ("Feb", 31, 28), ("Dec", 334, 31)):
        assert 258 + first * day <= boxes[label].left + 2
        assert boxes[label].right <= 258 + (first + days) * day + 2
    assert len(re.findall('fill="#ececec"', text)) == 6


def test_marks_of_one_day_stand_below_each_other() -> None:
    """What failed comes first; none covers another."""
    day = Span.of(date(2021, 3, 9))
    marks = tuple(Mark(at=day, sign=sign) for sign in (Sign.MET, Sign.MET, Sign.FAILED))
    lane = Lane(id="case_a", title="a", headline="x", standing=Standing.FAILED, marks=marks)
    picture = evolve(three(), groups=(Group(title="x", lanes=(lane,)),), of_a_year=True)
    places = re.findall(r'translate\(([\d.]+) ([\d.]+)\)"><(rect|circle r="6)', lane_of(picture, "case_a"))
    assert [shape for _, _, shape in places] == ["rect", 'circle r="6', 'circle r="6']
    assert [float(down) - float(places[0][1]) for _, down, _ in places] == [0, 16, 32]


def test_what_a_lane_cannot_hold_is_cut_and_stands_in_the_list() -> None:
    """The picture stays legible, and nothing is lost."""
    long = "the " + " ".join(f"word{number}" for number in range(60))
    picture = drawn(counted(TimeLimit.within(5, WD), date(2021, 3, 2), stop=long))
    root = parsed(picture)
    assert any(box.text.endswith("…") for box in lettered(root))
    assert "word59" in (root.findtext(f"{_SVG}desc") or "")


# What must hold for any picture


@given(pictures())
def test_any_picture_is_well_formed_and_nothing_leaves_it(picture: Timeline) -> None:
    """No text runs over another, or out of the picture, by the widest of fonts."""
    fits(parsed(picture))


@given(pictures())
def test_any_picture_says_all_that_it_shows(picture: Timeline) -> None:
    """For a reader who cannot see it: its role, its name, and a list with each lane and event."""
    root = parsed(picture)
    assert root.get("role") == "img"
    identities = {element.get("id") for element in root.iter() if element.get("id")}
    assert {root.get("aria-labelledby"), root.get("aria-describedby")} <= identities
    described = root.findtext(f"{_SVG}desc") or ""
    assert [entry.text for entry in listing(picture) if xml(entry.text) not in xml(described)] == []
    assert described.count(": LATE") >= sum(lane.headline.startswith("LATE") for lane in picture.lanes)


@given(pictures())
def test_no_two_parts_of_any_picture_have_one_id(picture: Timeline) -> None:
    """Nor does an id hold anything but letters, digits and two marks."""
    found = [element.attrib["id"] for element in parsed(picture).iter() if "id" in element.attrib]
    assert len(found) == len(set(found))
    assert all(re.fullmatch(r"[a-z0-9_]+(-[a-z0-9_]+)?", identity) for identity in found)


@given(pictures())
def test_nothing_in_any_picture_acts_or_comes_from_elsewhere(picture: Timeline) -> None:
    """It is made of a few kinds of element, and no address but its own name stands in it."""
    root = parsed(picture)
    assert {element.tag.removeprefix(_SVG) for element in root.iter()} <= {
        "svg", "title", "desc", "defs", "pattern", "rect", "path", "circle", "g", "text",
    }  # fmt: skip
    attributes = {name for element in root.iter() for name in element.attrib}
    assert not {name for name in attributes if name.startswith("on") or "href" in name or name == "style"}
    references = {value for element in root.iter() for value in element.attrib.values() if "url(" in value}
    assert references <= {f"url(#{picture.id}-late)"}


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:20]))
def test_no_text_breaks_out(text: str) -> None:
    """Apart from its words and where they stand, the picture is the same whatever they are."""
    lane = evolve(next(drawn(LATE).lanes), title=text, limit=text, headline=text, detail=text, told=(text,))
    picture = evolve(
        three(),
        title=text,
        caption=(text,),
        events=tuple(evolve(e, words=text, short=text) for e in three().events),
        groups=(Group(title=text, lanes=(lane,)),),
        asides=(text,) * 9,
    )
    root = parsed(picture)
    fits(root)
    assert not any("\u202e" in (line.text or "") or "\x1b" in (line.text or "") for line in root.iter())
    assert float(root.attrib["height"]) < 2_000


def test_a_character_of_unknown_width_is_fitted_into_its_room() -> None:
    """There are some that are as wide as ten others."""
    assert not is_measured("\ufdfd")
    picture = evolve(three(), title="\ufdfd")
    assert re.search(r'<text [^>]*textLength="[\d.]+" lengthAdjust="spacingAndGlyphs">\ufdfd</text>', as_svg(picture))
    assert "textLength" not in as_svg(three())


# Letters and flags


@given(TEXTS, st.floats(60, 800), st.integers(1, 5), st.booleans())
def test_broken_lines_fit_and_lose_nothing_without_saying_so(text: str, room: float, most: int, bold: bool) -> None:
    """Every line is within its room; if words are missing, the last line ends in dots."""
    lines = broken(text, 14, room, most=most, bold=bold)
    assert len(lines) <= most
    assert all(width(line, 14, bold=bold) <= room for line in lines)
    whole = broken(text, 14, room, most=100_000, bold=bold)
    assert lines == whole or lines[-1].endswith("…")


def test_a_date_is_not_broken() -> None:
    """Its three parts stay on one line."""
    assert broken("done by 9 March 2021, or so", 14, 110, most=9) == ["done by", "9 March 2021,", "or so"]


@given(st.lists(st.tuples(st.floats(0, 400), st.floats(5, 200)), max_size=25))
def test_no_flag_is_written_across_another(found: list[tuple[float, float]]) -> None:
    """Neither over its label, nor over its pole, which goes down through all rows below."""
    flags = [Flag(pole=pole, end=pole + wide, text="") for pole, wide in sorted(found)]
    rows = raised(flags)
    for (one, row), (other, its) in combinations(zip(flags, rows, strict=True), 2):
        assert not (row <= its and other.pole <= one.end)


@given(clocks())
def test_any_time_limit_that_failed_is_hatched_and_said_in_capitals(one: object) -> None:
    """Whatever it is called, and however open its dates are."""
    picture = drawn(one)  # type: ignore[arg-type]  # Hypothesis gives what it was asked for
    for lane in picture.lanes:
        if lane.standing is Standing.FAILED:
            assert re.match(r"LATE|OVERDUE|TOO SHORT|NOT MET", lane.headline)
        else:
            assert not any(bar.look is Look.OVER for bar in lane.bars)
            assert not re.search(r"LATE|OVERDUE|TOO SHORT|NOT MET", lane.headline)


def test_a_bar_of_no_width_can_still_be_seen() -> None:
    """A day in a picture of a hundred years is three units wide."""
    bar = Bar(first=AS_OF, last=AS_OF, look=Look.OVER)
    lane = Lane(id="x", title="x", headline="LATE", standing=Standing.FAILED, bars=(bar,))
    picture = evolve(three(), first=AS_OF - timedelta(days=18_000), last=AS_OF + timedelta(days=18_000),
                     groups=(Group(title="x", lanes=(lane,)),))  # fmt: skip
    assert 'width="3" height="14"' in lane_of(picture, "x")


def test_the_same_picture_gives_the_same_bytes() -> None:
    """And another day changes only its own lane: in the list, its title, its bar and mark, and two lines of words."""
    assert as_svg(three()) == as_svg(three())
    moved = counted(TimeLimit.within(5, WD), date(2021, 3, 2), date(2021, 3, 11))
    before, after = as_svg(three()), as_svg(drawn(moved, MET, PENDING, events=EVENTS))
    changed = [line for line in after.splitlines() if line not in before.splitlines()]
    assert len(changed) == 7
