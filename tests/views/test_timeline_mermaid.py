"""A picture of time as a Mermaid gantt chart: taken apart by a grammar far stricter than Mermaid's own."""

from __future__ import annotations

import re
from datetime import date

import pytest
from attrs import evolve
from hypothesis import given

from safeguarding.dates import Span, TimeLimit, Unit
from safeguarding.views.timelines.layout import Bar, Group, Lane, Look, Mark, Sign, Standing, Timeline
from safeguarding.views.timelines.mermaid import as_mermaid
from tests.views.test_timeline_made import (
    AS_OF,
    EVENTS,
    HOSTILE,
    LATE,
    MET,
    PENDING,
    WD,
    counted,
    drawn,
    pictures,
    requirement,
    three,
)

# Mermaid writes its own entities with the ligature, so that none of a text may stand there.
_PLAIN = r"(?:[^\W_ﬂ]|[ ,.()'£’‘–-]|#(?:\d+|amp|quot|lt|gt);)*"
_LISTED = r"(?:[^\W_ﬂ]|[ ,.()\[\]'£’‘–-]|[:;](?=[ \n])|#(?:\d+|amp|quot|lt|gt);)*"
_ID = r"[a-z0-9]+(?:_[a-z0-9]+)*"
_DAY = r"\d{4}-\d\d-\d\d"
HEAD = re.compile(
    r"---\nconfig:\n  gantt:\n(?:    [a-zA-Z]+: \d+\n)+---\ngantt\n"
    rf"  title {_PLAIN}\n  accTitle: {_PLAIN}\n"
    r"  dateFormat YYYY-MM-DD\n  inclusiveEndDates\n  todayMarker off\n"
    r"  axisFormat [%a-zA-Z -]+\n  tickInterval \d+(?:week|month)\n(?:  weekday monday\n)?"
    rf"  accDescr \{{\n(?:{_LISTED}\n)*  \}}\n"
)
SECTION = re.compile(rf"  section (?!\s){_PLAIN}(?:<br/>{_PLAIN})*")
TASK = re.compile(
    rf"  (?!\s){_PLAIN} :(?:milestone, )?(?:(?:done|crit|active), )?{_ID}_\d+, {_DAY}, (?:{_DAY}|1d)"
    rf"|  as of \d+ [A-Z][a-z]+ \d+ :vert, as_of, {_DAY}, 1d"
)


def chart(picture: Timeline) -> list[str]:
    """Write a picture and return its sections and tasks, after what stands above them."""
    text = as_mermaid(picture)
    head = HEAD.match(text)
    assert head, text
    return text[head.end() :].splitlines()


def test_a_small_case_is_drawn_as_by_hand() -> None:
    """The label of what failed says so, and does not only look so."""
    assert chart(three()) == [
        "  section 1 March 2021#58; Incident",
        "  happened :milestone, event_1_march_2021_incident_1, 2021-03-01, 1d",
        "  section 2 March 2021#58; Aware",
        "  happened :milestone, event_2_march_2021_aware_1, 2021-03-02, 1d",
        "  section The notification<br/>within 5 working days of<br/>awareness",
        "  due 9 March 2021 :x_notify_1, 2021-03-02, 2021-03-09",
        "  LATE 3 working days :crit, x_notify_2, 2021-03-10, 2021-03-12",
        "  section The report<br/>within 5 working days of<br/>awareness",
        "  due 9 March 2021 :done, x_report_1, 2021-03-02, 2021-03-09",
        "  met, 8 March 2021 :milestone, done, x_report_2, 2021-03-08, 1d",
        "  section The review<br/>within 15 working days of…".replace("…", "#8230;"),
        "  due 23 March 2021 :x_rapid_1, 2021-03-02, 2021-03-23",
        "  as of 15 March 2021 :vert, as_of, 2021-03-15, 1d",
    ]


def test_the_list_stands_in_the_description() -> None:
    """For a reader who cannot see the chart."""
    text = as_mermaid(three())
    assert "    The notification (within 5 working days of awareness): LATE 3 working days; done 12 March" in text
    assert "  Notifying\n" in text


def test_a_list_that_is_too_long_is_cut_and_says_so() -> None:
    """Mermaid draws nothing of more than fifty thousand characters, so the chart comes first."""
    many = [counted(TimeLimit.within(5, WD), date(2021, 3, 2), stop="word " * 60) for _ in range(120)]
    text = as_mermaid(drawn(*many))
    assert text.count("\n  section ") == 120
    assert "    The rest is in the other forms of this picture.\n  }" in text
    assert len(text) < 50_000


def test_no_two_sections_have_one_title() -> None:
    """Mermaid would take them for one, and set them wrongly."""
    sections = [line for line in chart(drawn(LATE, LATE, LATE)) if "section" in line]
    assert len(sections) == len(set(sections)) == 3
    assert sections[1].endswith(" no. 2")


def test_windows_that_are_alike_and_adjoin_are_one() -> None:
    """Three months kept are one bar, however many meetings; a gap parts them."""
    days = [(1, 1), (1, 2), (1, 4), (2, 5)]
    bars = tuple(
        Bar(first=date(2021, month, 1), last=date(2021, month, 28 if month == 2 else 30 + month % 2), look=look,
            words="kept" if look is Look.KEPT else "MISSED")
        for kind, month in days
        for look in [Look.KEPT if kind == 1 else Look.OVER]
    )  # fmt: skip
    lane = Lane(id="body_a", title="A", headline="x", standing=Standing.FAILED, bars=bars)
    picture = evolve(three(), events=(), first=date(2021, 1, 1), last=date(2021, 12, 31),
                     groups=(Group(title="x", lanes=(lane,)),))  # fmt: skip
    assert [line.strip() for line in chart(picture) if "body_a" in line] == [
        "2 kept :done, body_a_1, 2021-01-01, 2021-02-28",
        # April has thirty days; the expression above gives it thirty.
        "kept :done, body_a_2, 2021-04-01, 2021-04-30",
        "MISSED :crit, body_a_3, 2021-05-01, 2021-05-31",
    ]


def test_a_case_in_a_year_counts_its_marks() -> None:
    """What is met is in the count of the whole; what is overdue has its bar, and what was late its mark."""
    at = Span.of(date(2021, 3, 9))
    lane = Lane(
        id="case_a", title="a-1", headline="1 OVERDUE, 1 LATE, 2 to come, 1 met", standing=Standing.FAILED,
        bars=(
            Bar(first=date(2021, 3, 1), last=date(2021, 3, 20), look=Look.COURSE),
            Bar(first=date(2021, 3, 10), last=date(2021, 3, 15), look=Look.OVER, words="OVERDUE, due 9 March 2021"),
        ),
        marks=(
            Mark(at=at, sign=Sign.FAILED, short="OVERDUE, due 9 March 2021"),
            Mark(at=at, sign=Sign.FAILED, short="LATE, due 9 March 2021"),
            Mark(at=at, sign=Sign.MET, short="met, due 9 March 2021"),
            Mark(at=at, sign=Sign.DUE, short="to come, due 9 March 2021"),
            Mark(at=at, sign=Sign.MET, short="met, due 9 March 2021"),
            Mark(at=at, sign=Sign.DUE, short="to come, due 9 March 2021"),
        ),
    )  # fmt: skip
    picture = evolve(three(), events=(), groups=(Group(title="x", lanes=(lane,)),))
    assert [line.strip() for line in chart(picture) if "case_a" in line] == [
        # A label that would reach the names on the left is cut; what failed comes first in it.
        "1 OVERDUE, 1 LATE, 2 to come#8230; :crit, case_a_1, 2021-03-01, 2021-03-20",
        "OVERDUE, due 9 March 2021 :crit, case_a_2, 2021-03-10, 2021-03-15",
        "LATE, due 9 March 2021 :milestone, crit, case_a_3, 2021-03-09, 1d",
        "2 to come, due 9 March 2021 :milestone, case_a_4, 2021-03-09, 1d",
    ]


def test_a_lane_without_a_day_is_open_over_all_that_is_drawn() -> None:
    """Mermaid leaves out a section that has no task."""
    lines = chart(drawn(counted(TimeLimit.within(5, WD), None), LATE))
    assert "  open :active, x_notify_1, 2021-03-01, 2021-03-28" in lines


def test_a_date_outside_has_no_line() -> None:
    """It would widen the axis by all the days between."""
    far = date(2023, 1, 1)
    lines = chart(drawn(counted(TimeLimit.within(5, WD), date(2021, 3, 2), as_of=far), as_of=far))
    assert not [line for line in lines if ":vert" in line]


@pytest.mark.parametrize(
    ("months", "interval"), [(1, "1week"), (6, "1month"), (14, "1month"), (40, "3month"), (100, "12month")]
)
def test_the_axis_is_marked_for_the_length_of_the_picture(months: int, interval: str) -> None:
    """Some sixteen labels fit beside each other."""
    one = counted(TimeLimit.within(months, Unit.MONTHS), date(2021, 3, 2))
    assert f"\n  tickInterval {interval}\n" in as_mermaid(drawn(one))


def test_another_day_changes_few_lines() -> None:
    """An event put in before the others leaves their ids as they are."""
    before = chart(drawn(LATE, MET, events=EVENTS[1:]))
    after = chart(drawn(LATE, MET, events=EVENTS))
    assert [line for line in after if line not in before] == [
        "  section 1 March 2021#58; Incident",
        "  happened :milestone, event_1_march_2021_incident_1, 2021-03-01, 1d",
    ]
    assert [line for line in before if line not in after] == []


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:20]))
def test_no_text_breaks_out(text: str) -> None:
    """Every line is one of four kinds, and there are as many of each as with plain texts."""

    def written(words: str) -> list[str]:
        lane = evolve(next(drawn(LATE).lanes), title=words, limit=words, headline=words, detail=words, told=(words,))
        picture = evolve(
            three(),
            title=words,
            caption=(words,),
            events=tuple(evolve(each, words=words) for each in three().events),
            groups=(Group(title=words, lanes=(lane,)),),
            asides=(words,),
        )
        return chart(picture)

    lines = written(text)
    assert [line for line in lines if not (SECTION.fullmatch(line) or TASK.fullmatch(line))] == []
    assert [_kind(line) for line in lines] == [_kind(line) for line in written("plain")]


def _kind(line: str) -> str:
    return "section" if line.startswith("  section ") else line.rpartition(", ")[2]


@given(pictures())
def test_any_picture_is_made_of_sections_and_tasks(picture: Timeline) -> None:
    """No line is of another kind, no id stands twice, and what failed is critical and says so."""
    lines = chart(picture)
    assert [line for line in lines if not (SECTION.fullmatch(line) or TASK.fullmatch(line))] == []
    identities = re.findall(rf"({_ID}_\d+), {_DAY}", "\n".join(lines))
    assert len(identities) == len(set(identities))
    for line in lines:
        if ":crit" in line or "milestone, crit" in line:
            assert re.match(r"  (LATE|OVERDUE|TOO SHORT|NOT MET)", line)


def test_no_word_of_the_language_begins_a_task() -> None:
    """A lane may be called anything: its name stands in the title of a section, which runs to the end of its line."""
    for word in ("section x", "title x", "click a", "dateFormat X", "2021-03-01", "gantt", "vert"):
        lines = chart(drawn(counted(TimeLimit.within(5, WD), date(2021, 3, 2), stop=word, of=requirement(word))))
        assert lines[0].startswith("  section ")
        assert all(line.startswith(("  section ", "  due ", "  OVERDUE ", "  as of ")) for line in lines)
    assert as_mermaid(drawn(PENDING)) == as_mermaid(drawn(PENDING))
    assert drawn(PENDING).as_of == AS_OF
