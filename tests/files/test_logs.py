"""Logs as CSV: what a row says, whose log it is, and what a spreadsheet may do to it on the way."""

from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import evolve

from safeguarding.errors import InvalidDocumentError
from safeguarding.files import load, loads
from safeguarding.files.columns import CASE, CASES, EVENT, MEETING, UNKNOWN_OF_CASE, UNKNOWN_OF_EVENT
from safeguarding.files.progress import MOST
from safeguarding.files.report import MOST_LISTED
from safeguarding.files.syntax import form_of
from safeguarding.model import Case, CaseKind, DocumentKind, Event, Meeting, Topic
from safeguarding.model.record import stated_fields
from tools.file_form import LOG_EXAMPLE, MEETINGS_EXAMPLE

GOOD = Path(__file__).parent / "good"
PLAN = GOOD / "plan.toml"
LOG = (GOOD / "log.csv").read_bytes()
SMALL = """case,kind,event,on,partnership,name
si-1,serious-incident,incident,2021-03-01,northshire,Northshire
si-1,,notified,2021-03-05,,
"""


def refused(*paths: str | Path, stdin: bytes | None = None) -> str:
    """Load what is wrong and return the messages."""
    with pytest.raises(InvalidDocumentError) as caught:
        load(*paths, stdin=stdin)
    return str(caught.value)


def said_of(text: str | bytes) -> list[str]:
    """Give what is wrong with a log that is given alone."""
    with pytest.raises(InvalidDocumentError) as caught:
        loads(text, format="csv")
    return [problem.what for problem in caught.value.problems]


def log(text: str | bytes) -> tuple[Case, ...]:
    """Read the cases of a log that is given alone."""
    return loads(text, format="csv").documents[0].cases


def test_a_log_says_in_rows_what_it_says_in_tables() -> None:
    """Every column, rows in any order, cells over two lines: the document is that of the TOML file."""
    from_csv, from_toml = (load(PLAN, GOOD / name).documents[1] for name in ("log.csv", "log.toml"))
    assert from_csv == from_toml
    assert from_csv.kind is DocumentKind.CASE_LOG
    assert from_csv.transcribed == (Topic.ALL,)


def test_the_meetings_of_bodies_are_a_file_of_their_own() -> None:
    """A file with the columns body and on holds meetings, and is no log of cases."""
    _, meetings = load(PLAN, GOOD / "meetings.csv").documents
    assert [(meeting.body, str(meeting.on)) for meeting in meetings.meetings] == [
        ("board", "2021-03-01"),
        ("board", "2021-06"),
    ]
    assert meetings.kind is DocumentKind.OTHER


def test_every_field_of_a_case_and_of_a_meeting_has_its_column() -> None:
    """A field that the model gains has to be given a column, or the file form says something that is not so."""
    assert {a.name for a in stated_fields(Case)} - {"events"} == set(CASE.values())
    assert {a.name for a in stated_fields(Event)} == set(EVENT.values())
    assert {a.name for a in stated_fields(Meeting)} == set(MEETING.values())
    assert set(UNKNOWN_OF_CASE.values()) == {"authority"}
    assert set(UNKNOWN_OF_EVENT.values()) == set(EVENT.values()) - {"what"}


def test_a_log_that_does_not_say_whose_it_is_is_that_of_the_other_files(tmp_path: Path) -> None:
    """The partnership and its name come from the files given with it, in whatever order they are given."""
    (tmp_path / "log.csv").write_text("case,kind\nsi-1,serious-incident\n", encoding="utf-8")
    plan, found = load(PLAN, tmp_path / "log.csv").documents
    assert (found.partnership, found.name) == (plan.partnership, plan.name)
    assert load(tmp_path / "log.csv", PLAN).documents == (found, plan)


def test_two_logs_may_borrow_from_one_that_says_whose_it_is(tmp_path: Path) -> None:
    """A log of cases that names the partnership does for the meetings too."""
    (tmp_path / "log.csv").write_text(SMALL, encoding="utf-8")
    (tmp_path / "more.csv").write_text("case,kind\nsi-2,serious-incident\n", encoding="utf-8")
    assert {document.name for document in load(tmp_path / "log.csv", tmp_path / "more.csv").documents} == {"Northshire"}


def test_a_borrowed_name_is_the_newest(tmp_path: Path) -> None:
    """A partnership that was renamed keeps its new name when a log is added, however new the log is."""
    report = PLAN.read_text(encoding="utf-8").replace("Safeguarding Children Partnership", "SCP")
    (tmp_path / "report.toml").write_text(report.replace("2019-06-29", "2020-06-29"), encoding="utf-8")
    (tmp_path / "log.csv").write_text("case,kind,kept_to\nsi-1,allegation,2021-12-31\n", encoding="utf-8")
    partnership = load(tmp_path / "report.toml", PLAN, tmp_path / "log.csv")
    assert partnership.name == partnership.documents[2].name == "Northshire SCP"


def test_a_shared_document_lends_the_partnership_of_all_files(tmp_path: Path) -> None:
    """Of several partnerships that a plan is of, the log is of the one that all files are of."""
    shared = PLAN.read_text(encoding="utf-8").replace('"northshire"', '"westshire"')
    (tmp_path / "shared.toml").write_text(shared.replace("kind =", 'shared_with = ["northshire"]\nkind =', 1))
    (tmp_path / "log.csv").write_text("case,kind\nsi-1,serious-incident\n", encoding="utf-8")
    partnership = load(tmp_path / "shared.toml", tmp_path / "log.csv", PLAN)
    assert partnership.id == partnership.documents[1].partnership == "northshire"


def test_a_partnership_that_is_wrong_is_wrong_once(tmp_path: Path) -> None:
    """What a log has from another file is reported there, and not in the log again."""
    (tmp_path / "plan.toml").write_text(PLAN.read_text(encoding="utf-8").replace('"northshire"', '"North!"'))
    (tmp_path / "log.csv").write_text("case,kind\nsi-1,serious-incident\n", encoding="utf-8")
    (message,) = refused(tmp_path / "plan.toml", tmp_path / "log.csv").splitlines()
    assert f'{tmp_path / "plan.toml"}:3: partnership: "North!" is not an id.' in message


def test_what_is_said_of_a_case_may_stand_on_one_of_its_rows_or_on_all() -> None:
    """The kind may come on a later row than the first."""
    rows = SMALL.replace("si-1,serious-incident", "si-1,").replace("si-1,,notified", "si-1,serious-incident,notified")
    assert log(rows) == log(SMALL)
    assert log(SMALL.replace("si-1,,", "si-1,serious-incident,")) == log(SMALL)


def test_cases_stand_in_the_order_of_their_first_rows_and_events_in_that_of_theirs() -> None:
    """Rows of several cases may be mixed, as they are in a log that is kept by date."""
    text = """case,kind,event,on,partnership,name
pf-2,private-fostering,visit,2021-03-02,a,A
pf-1,private-fostering,visit,2021-03-01,,
pf-2,,visit,2021-03-01,,
"""
    assert [(case.id, [str(event.on) for event in case.events]) for case in log(text)] == [
        ("pf-2", ["2021-03-02", "2021-03-01"]),
        ("pf-1", ["2021-03-01"]),
    ]


def test_a_row_may_speak_of_the_file_alone() -> None:
    """Whose log it is may stand on a row of its own; so a log without a case can say to which day it is kept."""
    (found,) = loads("case,kind,partnership,name,kept_to\n,,a,A,2021-12-31\n", format="csv").documents
    assert (found.partnership, str(found.publication.updated), found.cases) == ("a", "2021-12-31", ())


def test_a_log_may_say_that_it_has_every_case_of_a_kind_even_where_there_was_none() -> None:
    """The row with "all" is no case."""
    (found,) = loads("case,kind,partnership,name\nall,child-death,a,A\n", format="csv").documents
    assert (found.all_cases_of, found.cases) == ((CaseKind.CHILD_DEATH,), ())


@pytest.mark.parametrize(
    "change",
    [
        lambda text: "\ufeff" + text,
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n", "\r"),
        lambda text: text.replace(",", ";"),
        lambda text: "\ufeff" + text.replace(",", ";").replace("\n", "\r\n"),
        lambda text: "\n\n" + text.replace("\n", "\n\n"),
        lambda text: text + ",,,,,\n,,,,,\n",
        lambda text: text.rstrip("\n"),
        lambda text: text.replace("\n", ",,\n"),
        lambda text: "\n".join(",".join(f'"{cell}"' for cell in line.split(",")) for line in text.splitlines()),
        lambda text: "\n".join(",".join(reversed(line.split(","))) for line in text.splitlines()),
    ],
    ids=[
        "byte order mark", "Windows line ends", "old Mac line ends", "semicolons", "as Excel in some countries",
        "blank lines", "blank rows", "no last line end", "columns with nothing in them", "everything quoted",
        "columns in another order",
    ],
)  # fmt: skip
def test_what_a_spreadsheet_does_to_a_file_changes_nothing(change: Callable[[str], str]) -> None:
    """However a program writes the same table, it is the same log."""
    assert log(change(SMALL)) == log(SMALL)


def test_standard_input_may_be_a_log() -> None:
    """Nobody has to say that a pipe is CSV: its first line names the columns."""
    assert load("-", stdin=SMALL.encode()) == loads(SMALL, format="csv")
    for begin in (b'\xef\xbb\xbf\r\n"case";"kind"\r\nx', b"body,on", b"Case, Kind", b"kind\tcase"):
        assert form_of(begin) == "csv"
    for begin in (b"", b"# case, kind\n", b'case = "x"', b"[[case]]\n", b'kind = "case"\ncase,kind', b"case.x = 1"):
        assert form_of(begin) == "toml"


def test_the_suffix_tells_csv_in_whatever_case_it_is_written(tmp_path: Path) -> None:
    """A name that ends in .CSV is that of a CSV file."""
    (tmp_path / "LOG.CSV").write_text(SMALL, encoding="utf-8")
    assert load(tmp_path / "LOG.CSV") == loads(SMALL, format="csv")


def test_problems_name_line_and_column_of_each_cell() -> None:
    """Two mistakes on one line come from left to right, each with the path, the column's number and its name."""
    with pytest.raises(InvalidDocumentError) as caught:
        loads(SMALL.replace("incident,2021-03-01", "incidents,1/3/2021"), format="csv", name="log.csv")
    assert [(problem.file, problem.line, problem.path) for problem in caught.value.problems] == [
        ("log.csv", 2, 'case.si-1.events[0].what (column 3, "event")'),
        ("log.csv", 2, 'case.si-1.events[0].on (column 4, "on")'),
    ]


BRITISH = [
    f"{day}{mark}{month}{mark}{year}" for mark in "/.-" for day, month, year in (("01", "03", "2021"), (1, 3, 21))
]


@pytest.mark.parametrize("written", BRITISH)
def test_a_british_date_is_refused_and_never_guessed(written: str) -> None:
    """The message shows how to write a date, and does not propose one: 01/03 is in March here, and elsewhere not."""
    with pytest.raises(InvalidDocumentError) as caught:
        loads(SMALL.replace("2021-03-01", written), format="csv")
    (problem,) = caught.value.problems
    assert problem.what == f'"{written}" is not a date'
    assert "2019-06-29" in problem.do
    assert "yyyy-mm-dd" in problem.do
    assert "2021" not in problem.do + problem.accepted


def test_rows_that_cannot_be_read_make_nothing_else_seem_wrong() -> None:
    """The kind, and whose log it is, may have stood on the row that was lost."""
    lost = SMALL.replace("northshire,Northshire", "northshire,Northshire,too,many")
    assert said_of(lost) == ["the row has 8 cells, and the header 6"]
    assert said_of(SMALL.replace("incident,2021-03-01", '"incident"?,2021-03-01')) == [
        "something stands after the closing quotation mark of this cell"
    ]


def test_a_row_with_half_a_line_in_quotes_ends_the_reading() -> None:
    """After a quoted cell that begins on one line and ends badly on another, nobody can say where a row begins."""
    broken = SMALL.replace("si-1,,notified", '"si\n1"x,,notified') + "si-2,child-death,,01/03/2021,,\n"
    assert said_of(broken) == ["something stands after the closing quotation mark of this cell"]


def test_a_very_long_cell_is_refused() -> None:
    """A quotation mark that is missing may put the rest of a file into one cell."""
    with pytest.raises(InvalidDocumentError) as caught:
        loads(SMALL + 'si-1,,"' + "x\n" * 100_000 + '",,,\n', format="csv")
    (problem,) = caught.value.problems
    assert (problem.what, problem.line) == ("a cell has more characters than can be read", 4)
    assert problem.do == "look for a quotation mark that is not closed"


def test_no_more_is_looked_for_than_anybody_would_read() -> None:
    """Beyond a thousand problems in a file, the rest is not counted."""
    with pytest.raises(InvalidDocumentError) as caught:
        loads(SMALL + "si-1,,notified,2021-03-05,x\n" * (MOST * 2), format="csv")
    assert len(caught.value.problems) == MOST_LISTED + 1
    assert caught.value.problems[-1].what == f"there are at least {MOST - MOST_LISTED} more"
    with pytest.raises(InvalidDocumentError) as caught:
        loads(SMALL + "si-1,,notified,5,,\n" * (MOST * 2), format="csv")
    assert caught.value.problems[-1].what == f"there are at least {MOST - MOST_LISTED} more"
    with pytest.raises(InvalidDocumentError) as caught:
        loads(",".join(["case", "kind", *(f"c{number}" for number in range(5000))]) + "\nsi-1", format="csv")
    assert caught.value.problems[-1].what.startswith("there are ")


def test_the_size_limit_of_a_log_says_what_to_do(tmp_path: Path) -> None:
    """A log that is too large can be given in several files."""
    with (tmp_path / "log.csv").open("wb") as file:
        file.truncate(6_000_000)
    assert refused(tmp_path / "log.csv").endswith(
        "log.csv: the file has more than 5 MB. Write the cases in several files."
    )


def test_a_case_may_go_on_in_another_file(tmp_path: Path) -> None:
    """Each file is a document of its own; which of them speaks is not a matter of files."""
    (tmp_path / "a.csv").write_text(SMALL, encoding="utf-8")
    (tmp_path / "b.csv").write_text(SMALL.replace("2021-03-05", "2021-03-06"), encoding="utf-8")
    first, second = load(tmp_path / "a.csv", tmp_path / "b.csv").documents
    assert first.cases[0].id == second.cases[0].id
    assert evolve(first, cases=()) == evolve(second, cases=())


def test_a_file_that_is_no_log_can_be_no_csv() -> None:
    """A log is the only document that CSV holds."""
    assert said_of("schema,partnership\nsafeguarding.v1,northshire\n") == [
        "the first line does not name the columns of a log"
    ]
    assert CASES.header == "case,kind,authority,event,on,by,to,covers,of,decision,unknown"


def test_the_examples_in_the_reference_are_accepted(tmp_path: Path) -> None:
    """The tables on the page are files that the library takes beside the plan that they refer to."""
    (tmp_path / "log.csv").write_text(LOG_EXAMPLE, encoding="utf-8")
    (tmp_path / "meetings.csv").write_text(MEETINGS_EXAMPLE, encoding="utf-8")
    _, cases, meetings = load(PLAN, tmp_path / "log.csv", tmp_path / "meetings.csv").documents
    assert [len(case.events) for case in cases.cases] == [3, 0]
    assert cases.all_cases_of == (CaseKind.SERIOUS_INCIDENT,)
    assert len(meetings.meetings) == 2
