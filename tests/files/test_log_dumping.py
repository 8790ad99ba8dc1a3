"""What is written as CSV comes back as it was, cannot act on a spreadsheet, and is refused where it has no column."""

import csv
from enum import Enum
from io import StringIO
from pathlib import Path
from typing import Any, get_args

import pytest
from attrs import evolve, resolve_types

from safeguarding.dates import PartialDate
from safeguarding.errors import InvalidDocumentError
from safeguarding.files import dumps, load, loads
from safeguarding.files.columns import CASES
from safeguarding.model import (
    Agency,
    AgencyKind,
    Also,
    Case,
    CaseKind,
    Decision,
    Document,
    DocumentKind,
    Edition,
    Event,
    Happening,
    Matter,
    Meeting,
    Paper,
    Place,
    Publication,
    Recipient,
    Topic,
)
from safeguarding.model.cases import REFERENCE
from safeguarding.model.integrity import SLUG
from safeguarding.model.record import stated_fields

GOOD = Path(__file__).parent / "good"
DAY = PartialDate(2021, 12, 31)
EVENT = Event(what=Happening.INCIDENT, on=PartialDate(2021, 3))
CASE = Case(id="si-1", kind=CaseKind.SERIOUS_INCIDENT, events=(EVENT,))
EMPTY = Document(partnership="northshire", name="Northshire", kind=DocumentKind.CASE_LOG, transcribed=(Topic.ALL,))
LOG = evolve(EMPTY, cases=(CASE,))
MEETING = Meeting(body="board", on=PartialDate(2021))
MEETINGS = evolve(EMPTY, kind=DocumentKind.OTHER, meetings=(MEETING,))


def refused(document: Document) -> list[tuple[str, str]]:
    """Dump what CSV cannot hold and give what is said of it."""
    with pytest.raises(InvalidDocumentError) as caught:
        dumps(document, format="csv")
    return [(problem.path, problem.what) for problem in caught.value.problems]


@pytest.mark.parametrize("name", ["log.csv", "log.toml", "meetings.csv"])
def test_what_was_dumped_is_loaded_as_an_equal_object(name: str, tmp_path: Path) -> None:
    """A log with references comes back equal beside the plan that it refers to, whatever it was read from."""
    partnership = load(GOOD / "plan.toml", GOOD / name)
    text = dumps(partnership.documents[1], format="csv")
    (tmp_path / "dumped.csv").write_text(text, encoding="utf-8", newline="")
    again = load(GOOD / "plan.toml", tmp_path / "dumped.csv")
    assert again == partnership
    assert dumps(again.documents[1], format="csv") == text


def test_the_written_form_is_known_to_the_byte() -> None:
    """Every row is complete by itself, so that rows can be sorted, and lists with no spaces."""
    document = load(GOOD / "plan.toml", GOOD / "log.csv").documents[1]
    assert dumps(document, format="csv") == (GOOD / "log_dumped.csv").read_text(encoding="utf-8")


def test_the_rows_may_be_sorted_in_a_spreadsheet() -> None:
    """In whatever order the rows come back, what is said of file and cases is the same; only the order changes."""
    document = loads(dumps(evolve(LOG, publication=Publication(updated=DAY)), format="csv"), format="csv").documents[0]
    header, *rows = dumps(document, format="csv").splitlines()
    assert loads("\n".join([header, *reversed(rows)]), format="csv").documents[0] == document


def test_a_log_without_cases_is_a_row_that_says_whose_it_is() -> None:
    """Nothing that is said of the file is lost where there is no case to say it beside."""
    for document in (EMPTY, evolve(EMPTY, all_cases_of=(CaseKind.CHILD_DEATH, CaseKind.ALLEGATION))):
        assert loads(dumps(document, format="csv"), format="csv").documents == (document,)


def test_a_file_of_meetings_has_their_columns_only() -> None:
    """Bodies and dates, and whose they are."""
    assert dumps(MEETINGS, format="csv") == "body,on,partnership,name,kept_to\nboard,2021,northshire,Northshire,\n"


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (
            evolve(LOG, kind=DocumentKind.YEARLY_REPORT, transcribed=(Topic.DATES,)),
            [
                ("kind", 'a CSV file of cases is always a document with kind = "case-log"'),
                ("transcribed", 'a CSV file of cases is always a document with transcribed = "all"'),
            ],
        ),
        (
            evolve(
                LOG,
                shared_with=("westshire",),
                agencies=(Agency(id="council", name="Council", kind=AgencyKind.LOCAL_AUTHORITY),),
                meetings=(MEETING,),
            ),
            [
                ("shared_with", "shared_with cannot stand in a CSV file of cases"),
                ("agency", "[[agency]] cannot stand in a CSV file of cases"),
                ("meeting", "[[meeting]] cannot stand in a CSV file of cases"),
            ],
        ),
        (
            evolve(LOG, publication=Publication(updated=DAY, published=DAY, guidance=(Edition.WT2018,))),
            [
                ("publication.published", 'a CSV file has no column for "published" here'),
                ("publication.guidance", 'a CSV file has no column for "guidance" here'),
            ],
        ),
        (
            evolve(
                LOG,
                cases=(
                    evolve(CASE, where=Place(source="log", page=3)),
                    evolve(CASE, id="si-2", events=(EVENT, evolve(EVENT, also=(Also(field="on", value=DAY),)))),
                ),
            ),
            [
                ("case.si-1.where", 'a CSV file has no column for "where" here'),
                ("case.si-2.events[1].also", 'a CSV file has no column for "also" here'),
            ],
        ),
        (
            evolve(MEETINGS, meetings=(evolve(MEETING, note="in the town hall"),), all_cases_of=(CaseKind.ALLEGATION,)),
            [
                ("all_cases_of", "all_cases_of cannot stand in a CSV file of meetings"),
                ("meeting[0].note", 'a CSV file has no column for "note" here'),
            ],
        ),
        (
            evolve(MEETINGS, kind=DocumentKind.CASE_LOG),
            [("kind", 'a CSV file of meetings is always a document with kind = "other"')],
        ),
    ],
    ids=["kind", "sections", "publication", "places", "meetings", "meetings that are no log of cases"],
)
def test_what_has_no_column_is_named(document: Document, expected: list[tuple[str, str]]) -> None:
    """Nothing is left out silently: each section and field that cannot be written is reported, and all at once."""
    assert refused(document) == expected


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"cases": (evolve(CASE, id="all"),)}, "case"),
        ({"cases": (evolve(CASE, unknown=("kind",)),)}, "case.si-1.unknown"),
        ({"cases": (evolve(CASE, unknown=("authority", "authority")),)}, "case.si-1.unknown"),
        ({"cases": (evolve(CASE, authority=""),)}, "case.si-1.authority"),
        ({"cases": (evolve(CASE, events=(evolve(EVENT, by=""),)),)}, "case.si-1.events[0].by"),
        ({"cases": (CASE, CASE)}, "case"),
        ({"name": ""}, "name"),
    ],
)
def test_what_would_come_back_otherwise_is_refused(change: dict[str, Any], path: str) -> None:
    """What is written has been read again first: what no partnership may hold is not written as something else."""
    assert refused(evolve(LOG, **change)) == [(path, "this would not be read back from a CSV file as it is")]


def test_a_name_that_would_break_a_row_apart_is_refused() -> None:
    """One that is no name of any partnership, since it has a line end of old computers in it."""
    assert refused(evolve(LOG, name="North\rshire"))[0][1] == "this would not be read back from a CSV file as it is"


DANGEROUS = ["=", "+", "-", "@", "\t", "\uff1d", "\uff0b", "\uff0d", "\uff20"]


def test_no_id_and_no_word_that_a_cell_can_hold_is_a_formula() -> None:
    """Every cell but the name is an id, a date or a word of a closed list, and all of these begin harmlessly."""
    kinds: tuple[type[Enum], ...] = (CaseKind, Happening, Recipient, Matter, Paper, Decision)
    words = [member.value for kind in kinds for member in kind]
    assert len(words) > 100
    assert all(word[0].isascii() and word[0].isalpha() for word in (*words, *CASES.columns))
    assert not any(pattern.fullmatch(f"{mark}si-1") for mark in DANGEROUS for pattern in (REFERENCE, SLUG))
    assert all(str(PartialDate(year))[0].isdigit() for year in (1, 2021, 9998))


def test_no_field_of_a_case_holds_a_text_of_ones_own() -> None:
    """Where a text stands, it is an id: the case's own, or that of what it refers to."""
    for cls in (Case, Event, Meeting):
        resolve_types(cls)
        texts = [attribute for attribute in stated_fields(cls) if str in (attribute.type, *get_args(attribute.type))]
        assert texts
        assert all(attribute.name == "id" or attribute.metadata["refers"] for attribute in texts)


@pytest.mark.parametrize("mark", DANGEROUS)
def test_nothing_that_is_written_is_a_formula(mark: str) -> None:
    """Neither a name nor, in a document that nobody has checked, an id is written so that a spreadsheet calculates."""
    said = f'a spreadsheet would take "{mark}1+1" for a formula'.replace("\t", "\\u0009")
    assert refused(evolve(LOG, name=f"{mark}1+1")) == [("name", said)]
    assert refused(evolve(LOG, partnership=f"{mark}1+1")) == [("partnership", said)]
    assert refused(evolve(LOG, cases=(evolve(CASE, authority=f"{mark}1+1"),))) == [("authority", said)]
    assert refused(evolve(LOG, cases=(evolve(CASE, id=f"{mark}1+1"),))) == [("case", said)]
    for between in (",", ";", "\n", '"', "\t"):
        # A spreadsheet that takes another mark for the end of a cell sees a formula behind it.
        assert refused(evolve(LOG, name=f"Northshire{between}{mark}1+1"))[0][0] == "name"


def test_a_name_with_a_hyphen_or_a_sum_in_it_is_written() -> None:
    """Only what stands at the beginning is dangerous."""
    for name in ("North-South", "North + South", "North, South; East", 'The "North"', "1 = 1", "North\nand South"):
        assert loads(dumps(evolve(LOG, name=name), format="csv"), format="csv").name == name


def test_every_row_has_a_cell_for_each_column() -> None:
    """Python's own reader finds the same table in it."""
    text = dumps(load(GOOD / "plan.toml", GOOD / "log.csv").documents[1], format="csv")
    rows = list(csv.reader(StringIO(text, newline="")))
    assert tuple(rows[0]) == CASES.columns
    assert {len(row) for row in rows} == {len(CASES.columns)}
