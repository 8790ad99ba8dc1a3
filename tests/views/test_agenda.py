"""What falls due, as a page, for programs, for a spreadsheet and for a calendar."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
import unicodedata
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

import safeguarding as sg
from safeguarding.assessment import Agenda, Kind
from safeguarding.dates import State
from safeguarding.views import agenda_as_csv, agenda_as_ics, agenda_as_json, agenda_as_text
from safeguarding.views.agenda import _when
from safeguarding.views.agenda_records import COLUMNS
from tests.views.made_agenda import AS_OF, NAME, agenda, asked, day, eastshire, item

HERE = Path(__file__).parent
CUMBRIA = HERE.parent.parent / "examples" / "cumbria-2019.toml"
HOSTILE = "a\x1b[2Jb\x07c\x9b31md\u202ee\u2028f\r\ng,;:\\n\ud800"


def golden(name: str) -> str:
    """Read what was checked by hand; kept with plain line ends, since git may change any other."""
    return (HERE / name).read_text(encoding="utf-8")


def headings(text: str) -> list[str]:
    """Return the headings of the sections."""
    return [above for above, below in pairwise(text.splitlines()) if re.fullmatch("-{3,}", below)]


def block(text: str, title: str) -> list[str]:
    """Return the lines of one entry."""
    return next(found for found in re.split(r"\n\n+", text) if title in found.splitlines()[0]).splitlines()


# For a screen


def test_the_page_is_the_one_that_was_checked_by_eye() -> None:
    """Nothing on the page changes unseen."""
    assert agenda_as_text(eastshire()) == golden("eastshire-due.txt")


def test_sections_stand_in_order_of_urgency() -> None:
    """What is overdue comes first, what needs nothing last, and a section without anything is left out."""
    expected = ["Overdue (1)", "Late or missed (2)", "Open (3)", "Due today (1)", "Coming up (4)", "Done in time (2)"]
    assert headings(agenda_as_text(eastshire())) == expected
    assert headings(agenda_as_text(agenda(item(State.PENDING, "2021-04-01", "a", "planned")))) == ["Coming up (1)"]


def test_what_comes_stands_under_its_month() -> None:
    """A reader who plans a month finds it together; months without anything are not there."""
    months = re.findall(r"^- (\w+ \d{4}) -$", agenda_as_text(eastshire()), re.MULTILINE)
    assert months == ["April 2021", "January 2022", "March 2022"]


@pytest.mark.parametrize(
    ("due", "shown"),
    [
        ("2021-03-18", ["18 Mar 2021"]),
        ("2020-02-01/2020-02-29", ["Feb 2020"]),
        ("2021-02-01/2021-02-28", ["Feb 2021"]),
        ("2020-02-01/2020-02-28", ["1 Feb 2020", "to 28 Feb 2020"]),
        ("2021-01-01/2021-12-31", ["2021"]),
        ("2021-01-01/2022-12-31", ["1 Jan 2021", "to 31 Dec 2022"]),
        ("2021-04-01/2021-05-31", ["1 Apr 2021", "to 31 May 2021"]),
        ("2021-09-29/2021-09-30", ["29 Sep 2021", "to 30 Sep 2021"]),
        ("", ["no day known"]),
    ],
)
def test_the_days_beside_an_entry_are_as_short_as_they_are_true(due: str, shown: list[str]) -> None:
    """A month or a year is written as one; any other stretch from its first to its last day."""
    assert _when(day(due)) == shown
    assert all(len(line) < 15 for line in shown)


def test_the_whole_says_whose_what_by_whom_and_why() -> None:
    """Who reads one entry alone learns the day, the case, what is to be done, how it stands, and who asks for it."""
    assert block(agenda_as_text(eastshire()), "the report to the safeguarding partners") == [
        "18 Mar 2021    si-2021-02: the report to the safeguarding partners",
        "               Nothing recorded; due by 18 March 2021 (9 working days ago).",
        "               should, x.panel",
        "  Asked by     Working Together to Safeguard Children 2018, chapter 3, A heading",
        "                 (p. 7)",
        "  To do        Record the report to the safeguarding partners.",
    ]


def test_on_request_nothing_is_left_out() -> None:
    """Addresses, where each is written, everything needed, what to do, and the digests."""
    text = agenda_as_text(eastshire(), verbose=True)
    panel = block(text, "si-2021-04: the notification")
    assert [line.strip() for line in panel if "the day of event" in line or "[case.si-2021-04]" in line] == [
        "Written at   [case.si-2021-04]",
        *(f"{'Needed       ' if not n else ''}the day of event {n} [case.si-2021-04.events[{n}].on]" for n in range(4)),
    ]
    assert "               https://www.legislation.gov.uk/ukpga/2004/31/section/16E/2019-06-30" in text.splitlines()
    assert text.count("To do") == 6
    assert "counted from the authority's becoming aware" in text
    assert "ab" * 32 in text


def test_a_choice_that_is_not_the_usual_one_is_always_said() -> None:
    """Who counts rapid reviews from the incident is told so, and told where no date was given."""
    text = agenda_as_text(agenda(rapid_review_from="incident", as_of_given=False))
    assert "Rapid review   counted from the incident" in text
    assert "As of          31 March 2021 (no date was given)" in text


def test_of_much_that_was_done_the_last_ten_are_shown() -> None:
    """Twelve steps done in time leave ten and a line; verbose shows them all."""
    done = [item(State.MET, f"2021-01-{n:02}", f"step {n}", "in time") for n in range(1, 13)]
    brief, full = (agenda_as_text(agenda(*done), verbose=verbose) for verbose in (False, True))
    assert re.findall(r"step \d+", brief) == [f"step {n}" for n in range(3, 13)]
    assert "The last 10 are shown; --verbose shows the 2 before them." in brief
    assert len(re.findall(r"step \d+", full)) == 12
    assert "The last" not in full


def test_nothing_at_all_still_reads_as_a_sentence() -> None:
    """An empty list says that it is empty."""
    text = agenda_as_text(agenda())
    assert text.rstrip().endswith("Nothing falls due.")
    assert headings(text) == []


def test_provisions_not_read_at_source_say_so() -> None:
    """A reader knows how far to rely on a citation."""
    one = asked("x.panel", State.PENDING, "2021-04-07", "si-2021-1", "a step", "due")
    unread = evolve(one, citations=tuple(evolve(c, status="from memory") for c in one.citations))
    flat = re.sub(r"\s+", " ", agenda_as_text(agenda(unread)))
    assert "A heading (p. 7) (from memory, not read at source)" in flat


def hostile() -> Agenda:
    """Make an agenda whose every text tries to act."""
    one = asked("x.panel", State.PENDING, "2021-04-07", "si-2021-1", HOSTILE, HOSTILE)
    return agenda(
        evolve(one, citations=tuple(evolve(c, provision=HOSTILE, instrument=HOSTILE) for c in one.citations)),
        item(State.OPEN, "2021-04-08", HOSTILE, HOSTILE, subject=HOSTILE, path=HOSTILE, id=HOSTILE),
        name=HOSTILE,
        notices=(HOSTILE,),
    )


def test_control_characters_are_shown_and_not_obeyed() -> None:
    """A name in a file can neither colour, clear nor turn round a terminal."""
    text = agenda_as_text(hostile(), verbose=True)
    assert [c for c in text if not c.isprintable() and c != "\n"] == []
    assert "\\u001b[2J" in text


@pytest.mark.parametrize("verbose", [False, True])
@pytest.mark.parametrize("as_of", ["2019-06-01", "2019-11-30", "2024-06-01"])
def test_a_real_plan_fits_eighty_columns(as_of: str, verbose: bool) -> None:
    """No line is wider than a terminal; only an address, alone on its line, may be."""
    text = agenda_as_text(sg.due(sg.load(CUMBRIA), as_of=as_of), verbose=verbose)
    wide = [line for line in text.splitlines() if len(line) > 80 and not line.strip().startswith("https://")]
    assert wide == []
    assert not re.search(r"[ \t]+$", text, re.MULTILINE)


# For programs


def test_json_has_these_keys_in_this_order() -> None:
    """The shape is a promise: a program finds each key where it was."""
    found = json.loads(agenda_as_json(eastshire()))
    assert list(found) == [
        "schema", "partnership", "guidance", "as_of", "until", "rapid_review_from", "ruleset", "inputs", "counts",
        "items", "notices",
    ]  # fmt: skip
    assert found["schema"] == "safeguarding.agenda.v1"
    assert found["counts"] == {
        "missing": 2, "late": 1, "too short": 0, "due today": 1, "pending": 4, "met": 2, "open": 3,
    }  # fmt: skip
    for one in found["items"]:
        assert list(one) == [
            "id", "kind", "state", "due_earliest", "due_latest", "subject", "what", "message", "requirement", "level",
            "title", "do", "citations", "missing", "path",
        ]  # fmt: skip


def test_json_has_every_item_whole() -> None:
    """Every value of an item is there, spelt as in the library; what the law does not ask for has none of its own."""
    items = json.loads(agenda_as_json(eastshire()))["items"]
    assert items[4] == {
        "id": "case/si-2021-04/x.panel",
        "kind": "case",
        "state": "open",
        "due_earliest": "2021-03-08",
        "due_latest": "2021-04-09",
        "subject": "si-2021-04",
        "what": "the notification to the Panel",
        "message": "open: nothing recorded; due between 8 March 2021 and 9 April 2021, so it may be missing or pending",
        "requirement": "x.panel",
        "level": "should",
        "title": "Title of x.panel",
        "do": "Record the notification to the Panel.",
        "citations": [
            {
                "instrument": "Working Together to Safeguard Children 2018",
                "provision": "chapter 3, A heading (p. 7)",
                "url": "https://www.gov.uk/government/publications/working-together-to-safeguard-children--2",
                "status": "read at source",
            }
        ],
        "missing": [{"path": f"case.si-2021-04.events[{n}].on", "need": f"the day of event {n}"} for n in range(4)],
        "path": "case.si-2021-04",
    }
    assert items[5] == {
        "id": "milestone/Annual report published", "kind": "milestone", "state": "open", "due_earliest": None,
        "due_latest": None, "subject": NAME, "what": "Annual report published", "message": "no day can be said for it",
        "requirement": None, "level": None, "title": None, "do": None, "citations": [], "missing": [],
        "path": "milestone[0]",
    }  # fmt: skip


# For a spreadsheet


def rows(text: str) -> list[dict[str, str]]:
    """Read a table back, strictly."""
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))


def test_a_table_is_that_of_the_records() -> None:
    """A row for each item, with the values of its record; where there is none, an empty cell."""
    text = agenda_as_csv(eastshire())
    expected = [{key: value or "" for key, value in record.items()} for record in eastshire().to_records()]
    assert rows(text) == expected
    assert tuple(expected[0]) == COLUMNS
    assert expected[3]["due_earliest"] == "2019-09-01"


def test_a_table_is_written_as_the_standard_says() -> None:
    """RFC 4180: each line ends with CRLF, what holds a comma or a quotation mark is quoted, marks are doubled."""
    text = agenda_as_csv(agenda(item(State.OPEN, "", 'say "no", or not', "it is so")))
    first, second, rest = text.split("\r\n")
    assert first == "\ufeff" + ",".join(COLUMNS)
    assert '"say ""no"", or not",it is so,' in second
    assert (rest, "\n" in first + second) == ("", False)


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@sum", "|calc", "%0A", "\uff1d1", "\t=1", "\r\n=1", " =1"])
def test_no_cell_begins_a_formula(start: str) -> None:
    """A spreadsheet is given text to show, and nothing to work out; an apostrophe says that it is text."""
    (row,) = rows(agenda_as_csv(agenda(item(State.OPEN, "", start, start, subject=start, path=start))))
    for column in ("subject", "what", "message", "path"):
        assert row[column] == f"'{start.strip()}"
    assert row["id"].endswith(start.strip())


@given(st.text(st.characters(categories=None), max_size=40))
def test_whatever_is_in_a_text_no_cell_acts(text: str) -> None:
    """Each item is one row of plain text, of which none is a formula."""
    found = rows(agenda_as_csv(agenda(item(State.OPEN, "", text, text, subject=text))))
    assert len(found) == 1
    for value in found[0].values():
        assert value[:1] not in set("=+-@|%\t\r\n")
        assert [c for c in value if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Zl", "Zp"}] == []


# For a calendar


def read(found: Agenda) -> Any:
    """Read a calendar back; what it holds may be of any of the types of a calendar."""
    return Calendar.from_ical(agenda_as_ics(found))


def test_the_calendar_is_the_one_that_was_checked_by_hand() -> None:
    """Nothing in it changes unseen; each line ends with CRLF and holds at most 75 bytes.

    Where a long line is folded is for the package to say, and its versions differ.
    """
    text = agenda_as_ics(eastshire())
    assert text.replace("\r\n", "\n").replace("\n ", "") == golden("eastshire-due.ics").replace("\n ", "")
    assert "\n" not in text.replace("\r\n", "")
    assert text.endswith("\r\n")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75


def test_a_reader_of_calendars_finds_what_was_put_in() -> None:
    """Whole days from the day on to the next, nobody's time taken up, and the words as they were."""
    calendar = read(eastshire())
    events = calendar.walk("VEVENT")
    assert [(event.decoded("dtstart"), event.decoded("dtend")) for event in events] == [
        (date(2021, 3, 31), date(2021, 4, 1)),  # overdue since the 18th: on the date of the agenda
        (date(2021, 3, 31), date(2021, 4, 1)),  # from 8 March to 9 April: the first of these that is not past
        (date(2021, 3, 31), date(2021, 4, 1)),  # due today
        (date(2021, 4, 7), date(2021, 4, 8)),
        (date(2021, 4, 30), date(2021, 5, 1)),  # from 30 April to 29 May: the first
        (date(2022, 1, 1), date(2022, 1, 2)),
        (date(2022, 3, 31), date(2022, 4, 1)),
    ]
    assert calendar["X-WR-CALNAME"] == f"{NAME}: what falls due"
    assert (calendar["METHOD"], calendar["VERSION"]) == ("PUBLISH", "2.0")
    for event in events:
        assert (event["TRANSP"], event["X-MICROSOFT-CDO-BUSYSTATUS"]) == ("TRANSPARENT", "FREE")
        assert event.decoded("dtstamp").date() == AS_OF
        assert event["DTSTART"].params["VALUE"] == event["DTEND"].params["VALUE"] == "DATE"
    assert [event["STATUS"] for event in events] == ["CONFIRMED", "TENTATIVE"] + ["CONFIRMED"] * 5
    assert events[0]["SUMMARY"] == "Overdue since 18 March 2021: si-2021-02: the report to the safeguarding partners"
    assert events[4]["DESCRIPTION"].splitlines() == [
        "Stated: 3 times a year.",
        "The last day is between 30 April 2021 and 29 May 2021; it stands here on the first day that is not past.",
        "Asked by: the partnership's own documents",
    ]
    assert [str(category) for category in events[0]["CATEGORIES"].cats] == ["Safeguarding", "Case"]


@pytest.mark.parametrize(
    ("state", "due", "kind", "expected"),
    [
        (State.MISSING, "2021-03-30", Kind.CASE, AS_OF),
        (State.MISSING, "2021-03-30", Kind.MEETING, None),
        (State.LATE, "2021-03-30", Kind.CASE, None),
        (State.TOO_SHORT, "2021-03-30", Kind.CASE, None),
        (State.MET, "2021-04-30", Kind.CASE, None),
        (State.OPEN, "2021-03-30", Kind.MILESTONE, None),
        (State.OPEN, "", Kind.MILESTONE, None),
        (State.OPEN, "2021-03-01/2021-03-31", Kind.MILESTONE, AS_OF),
        (State.OPEN, "2021-04-02/2021-04-09", Kind.MILESTONE, date(2021, 4, 2)),
        (State.DUE_TODAY, "2021-03-31", Kind.CASE, AS_OF),
        (State.PENDING, "2021-04-02/2021-04-09", Kind.CASE, date(2021, 4, 2)),
    ],
)
def test_what_is_past_and_what_was_done_are_not_in_a_calendar(
    state: State, due: str, kind: Kind, expected: date | None
) -> None:
    """Only what is still to come is, and what is overdue and can still be done; else one event says so."""
    (event,) = read(agenda(item(state, due, "a step", "as it is", kind=kind))).walk("VEVENT")
    if expected is None:
        assert event["SUMMARY"] == "Nothing falls due up to 31 March 2022"
        assert event.decoded("dtstart") == AS_OF
    else:
        assert event.decoded("dtstart") == expected


def test_an_id_is_the_same_whenever_it_is_asked_for() -> None:
    """A later agenda has the same event under its id, with a higher number; another partnership has another."""
    one = item(State.PENDING, "2021-04-30", "a step", "planned")
    (first,), (later,), (other,) = (
        read(agenda(*items, **more)).walk("VEVENT")
        for items, more in (
            ([one], {}),
            ([evolve(one, due=day("2021-05-15"), message="moved")], {"as_of": date(2021, 4, 15)}),
            ([one], {"partnership": "westshire"}),
        )
    )
    assert first["UID"] == later["UID"] != other["UID"]
    assert later["SEQUENCE"] - first["SEQUENCE"] == 15
    assert re.fullmatch(r"[0-9a-f]{32}@eastshire\.safeguarding", first["UID"])


def test_a_long_title_is_cut_and_stands_whole_below() -> None:
    """A month shows the beginning of a title; the event itself has all of it."""
    what = "A step that has very many words in it, " * 5
    (event,) = read(agenda(item(State.PENDING, "2021-04-30", what, "planned"))).walk("VEVENT")
    assert len(event["SUMMARY"]) <= 120
    assert event["SUMMARY"].endswith("...")
    assert event["DESCRIPTION"].splitlines()[0] == what.strip()


def test_hostile_words_stay_words() -> None:
    """Separators, backslashes and line breaks come back as they are shown, and begin no property of their own."""
    events = read(hostile()).walk("VEVENT")
    shown = "a\\u001b[2Jb\\u0007c\\u009b31md\\u202ee f g,;:\\n\\ud800"
    assert [event["SUMMARY"] for event in events] == [f"si-2021-1: {shown}", f"Perhaps due: {shown}"]


@given(st.text(st.characters(categories=None), max_size=60))
def test_whatever_is_in_a_text_a_calendar_can_be_read_back(text: str) -> None:
    """One event, its title as it is shown on a screen, no line too long."""
    shown = item(State.PENDING, "2021-04-30", text, text)
    written = agenda_as_ics(agenda(shown, name=text or "x"))
    (event,) = read(agenda(shown, name=text or "x")).walk("VEVENT")
    assert max(len(line.encode()) for line in written.split("\r\n")) <= 75
    assert event.decoded("dtstart") == date(2021, 4, 30)


def test_the_last_day_of_the_calendar_has_no_day_after() -> None:
    """On 31 December 9999 an event is a whole day without saying where it ends, as the standard allows."""
    last = {"as_of": date.max, "until": date.max}
    (event,) = read(agenda(item(State.DUE_TODAY, "9999-12-31", "a step", "due today"), **last)).walk("VEVENT")
    assert "DTEND" not in event


def test_without_the_package_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is an extra, so whoever lacks it is told its name."""
    monkeypatch.setitem(sys.modules, "icalendar", None)
    with pytest.raises(sg.SafeguardingError, match=re.escape('pip install "safeguarding[calendar]"')):
        agenda_as_ics(eastshire())
