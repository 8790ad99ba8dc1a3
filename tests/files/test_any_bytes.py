"""Any bytes at all give a partnership or a list of problems, in bounded time, and never another error."""

import copy
import json
import sys
from pathlib import Path
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeguarding.errors import InvalidDocumentError, Problem
from safeguarding.files import dumps, load, loads
from safeguarding.files.report import MOST_LISTED
from safeguarding.model import Partnership

RICH = (Path(__file__).parent / "good" / "rich.toml").read_bytes()
JSON = dumps(loads(RICH).documents[0], format="json")
HEAD = """schema = "safeguarding.v1"
partnership = "northshire"
name = "Northshire"
kind = "arrangements"
transcribed = "all"
"""
FRAGMENTS = [
    b'"', b"'", b"[", b"]", b"{", b"}", b"=", b".", b",", b"\n", b"#", b"\\", b'"""', b"'''", b"[[", b"]]", b"\0",
    b"\xff", b"2019-06", b"2019-06-29", b"29/06/2019", b"1979-05-27T07:32:00Z", b"07:32:00", b"true", b"nan",
    b"-inf", b"1e9", b"5", b"0x1F", b" ", b"\r\n", b"\r", b"[[body]]\n", b'id = "board"\n', b"\xe2\x80\xa8",
    b"\xef\xbb\xbf", b"141,600", b"\xc2\xa35", b"37.5%", b"\xe2\x80\x9c", b"\\u12", b"Yes",
]  # fmt: skip
VALUES: list[Any] = [
    None, True, False, 0, 1, -1, 5.0, float("nan"), float("inf"), 10**30, "", "x", "board", "2019-06", "all", "\ud800",
    "\0", [], {}, [[]], [{}], ["x"], {"id": "x"}, [1, 2], "£5", "annually", "a" * 500, "943 476 5919",
    {"source": "plan"}, {"": ""},
]  # fmt: skip
LOG = (Path(__file__).parent / "good" / "log.csv").read_bytes().replace(b",council,", b",,")
CELLS = [
    b",", b";", b'"', b'""', b"\n", b"\r", b"\r\n", b"\t", b" ", b"\0", b"\xff", b"\xef\xbb\xbf", b"\xff\xfe",
    b"PK\x03\x04", b"case", b"kind", b"event", b"on", b"unknown", b"name", b"body", b"partnership", b"kept_to", b"all",
    b"si-1", b"serious-incident", b"incident", b"notified", b"2021-03-01", b"01/03/2021", b"panel;ofsted", b"=1+1",
    b"@x", b"a" * 500,
    b"case,kind,event,on,partnership,name\n", b"body,on\n", b"si-1,serious-incident,incident,2021-03-01,a,A\n",
]  # fmt: skip
Form = Literal["toml", "json", "csv"]
FORMS: tuple[Form, Form, Form] = ("toml", "json", "csv")


def given_or_refused(data: str | bytes, form: Form) -> tuple[Problem, ...]:
    """Load something and look at what is said of it."""
    try:
        partnership = loads(data, format=form)
    except InvalidDocumentError as error:
        problems = error.problems
    else:
        assert loads(dumps(partnership.documents[0])) == partnership
        if form == "csv":
            comes_back(partnership)
        return ()
    content = data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass")
    lines = content.count(b"\n") + (content.count(b"\r") if form == "csv" else 0) + 1
    assert problems
    for problem in problems:
        assert problem.what
        assert problem.line is None or 1 <= problem.line <= lines
        assert str(problem).isprintable()
    return problems


def comes_back(partnership: Partnership) -> None:
    """Write what was read from CSV as CSV; only a name that is a formula is refused."""
    (document,) = partnership.documents
    try:
        text = dumps(document, format="csv")
    except InvalidDocumentError as error:
        (problem,) = error.problems
        assert (problem.path, problem.what.endswith("for a formula")) == ("name", True)
    else:
        assert loads(text, format="csv") == partnership


@given(st.binary(max_size=200), st.sampled_from(FORMS))
def test_random_bytes(data: bytes, form: Form) -> None:
    """What is no text, no TOML and no JSON is refused."""
    given_or_refused(data, form)


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=30), st.sampled_from(FORMS))
def test_pieces_of_toml_in_any_order(pieces: list[bytes], form: Form) -> None:
    """What is nearly TOML is refused, or read as what it is."""
    given_or_refused(b"".join(pieces), form)


@given(st.data())
def test_a_file_with_pieces_cut_out_and_put_in(data: st.DataObject) -> None:
    """A file that was valid until somebody slipped is refused, or still valid."""
    content = RICH
    for _ in range(data.draw(st.integers(1, 3))):
        begin = data.draw(st.integers(0, len(content)))
        end = begin + data.draw(st.sampled_from([0, 0, 1, 2, 5, 20, 100]))
        content = content[:begin] + data.draw(st.sampled_from([b"", *FRAGMENTS])) + content[end:]
    given_or_refused(content, "toml")


@given(st.lists(st.sampled_from(CELLS), max_size=40))
def test_pieces_of_csv_in_any_order(pieces: list[bytes]) -> None:
    """What is nearly a log is refused, or read as what it is."""
    given_or_refused(b"".join(pieces), "csv")


@given(st.data())
def test_a_log_with_pieces_cut_out_and_put_in(data: st.DataObject) -> None:
    """A log that was valid until somebody slipped is refused, or still valid."""
    content = LOG
    for _ in range(data.draw(st.integers(1, 3))):
        begin = data.draw(st.integers(0, len(content)))
        end = begin + data.draw(st.sampled_from([0, 0, 1, 2, 5, 20, 100]))
        content = content[:begin] + data.draw(st.sampled_from([b"", *CELLS])) + content[end:]
    given_or_refused(content, "csv")


@given(st.data())
def test_a_log_with_cells_replaced(data: st.DataObject) -> None:
    """A table of the right shape with anything in any cell is refused, or valid."""
    rows = [line.split(b",") for line in LOG.replace(b'"Northshire Safeguarding\n', b'"Northshire ').splitlines()]
    for _ in range(data.draw(st.integers(1, 4))):
        row = data.draw(st.sampled_from(rows))
        if len(row) > 1:
            other = data.draw(st.sampled_from(rows))
            cells = [*CELLS, b"", *other]
            row[data.draw(st.integers(0, len(row) - 1))] = data.draw(st.sampled_from(cells))
    given_or_refused(b"\n".join(b",".join(row) for row in rows), "csv")


def test_the_log_that_is_cut_up_is_valid() -> None:
    """What is made by cutting begins with something that could be read."""
    assert given_or_refused(LOG, "csv") == ()


@given(st.data())
def test_a_tree_with_values_replaced(data: st.DataObject) -> None:
    """A tree of the right shape with any value anywhere is refused, or valid."""
    tree = json.loads(JSON)
    for _ in range(data.draw(st.integers(1, 3))):
        held: Any = tree
        while True:
            steps = list(held) if isinstance(held, dict) else list(range(len(held)))
            if not steps:
                break
            step = data.draw(st.sampled_from(steps))
            if isinstance(held[step], (dict, list)) and data.draw(st.booleans()):
                held = held[step]
                continue
            change = data.draw(st.sampled_from(["put", "put", "take", "rename"]))
            if change == "put":
                held[step] = copy.deepcopy(data.draw(st.sampled_from(VALUES)))
            elif change == "take":
                del held[step]
            elif isinstance(held, dict):
                held[data.draw(st.sampled_from(["idd", "nmae", "", "\u2028\ud800", "id", "where", "also"]))] = held.pop(
                    step
                )
            break
    given_or_refused(json.dumps(tree), "json")


def test_many_problems_are_cut_off_with_their_number() -> None:
    """A file of nothing but mistakes is not answered with a book."""
    problems = given_or_refused(HEAD + '[[aim]]\nkind = "x"\n' * 150, "toml")
    assert len(problems) == MOST_LISTED + 1
    assert str(problems[-1]) == "there are 100 more. Correct these first, then look again."
    assert [problem.line for problem in problems[:4]] == [6, 7, 8, 9]


def many(count: int) -> str:
    """Write aims without a text."""
    return '[[aim]]\nkind = "value"\n' * count


def test_one_more_problem_is_said_in_the_singular() -> None:
    """Even the last line is a sentence."""
    problems = given_or_refused(HEAD + many(MOST_LISTED + 1), "toml")
    assert str(problems[-1]) == "there is 1 more. Correct these first, then look again."


def test_no_more_is_looked_for_than_anybody_would_read() -> None:
    """Beyond a thousand problems in a file, the rest is not counted."""
    problems = given_or_refused(HEAD + many(5000), "toml")
    assert problems[-1].what.startswith("there are at least ")
    problems = given_or_refused(HEAD + "[[statement]]\ntopic = 'data'\nparts = [" + "1, " * 5000 + "]", "toml")
    assert problems[-1].what == "there are at least 800 more"
    problems = given_or_refused(HEAD + "".join(f"k{number} = 1\n" for number in range(3000)), "toml")
    assert problems[-1].what == "there are at least 800 more"
    area = '[[area]]\nid = "a{0}"\nname = "A"\nkind = "other"\npart_of = ["b{0}"]\n'
    problems = given_or_refused(HEAD + "".join(area.format(number) for number in range(1500)), "toml")
    assert problems[-1].what == "there are 800 more"


@pytest.mark.parametrize(
    "data",
    [
        b"[" * 1_000_000,
        b"a = " + b"[" * 1_000_000,
        b"a = " + b"{a=" * 1_000_000,
        b"a" + b".a" * 1_000_000 + b" = 1",
        b"[" + b"a." * 1_000_000 + b"a]",
        b"a = 1" + b"1" * 1_000_000,
        b"a = 1_" + b"1_" * 1_000_000,
        b"a = 0x" + b"f" * 1_000_000,
        b"a = 1." + b"1" * 1_000_000,
        b'a = "' + b"a" * 1_000_000,
        b'a = """' + b'a"" ' * 250_000,
        b'"' * 1_000_000,
        b"'" * 1_000_000,
        b"#" * 1_000_000,
        b"\\" * 1_000_000,
        b"a" * 1_000_000,
        b"\n" * 1_000_000 + b"=",
        b"\xef\xbb\xbf" * 100_000,
        b"case" + b"," * 1_000_000,
        b"case,kind\n" + b'"' * 1_000_000,
        b"case,kind\n" + b'"a"b\n' * 200_000,
        b"case,kind\n" + b",x\n" * 300_000,
        b"case,kind\nsi-1," + b"x" * 1_000_000,
        b"case,kind,to\nsi-1,allegation," + b";" * 100_000,
    ],
    ids=lambda data: repr(data[:8]),
)
def test_what_would_keep_a_parser_busy_is_refused(data: bytes) -> None:
    """Depth, long keys, long numbers and texts without an end cost no more than their length."""
    for form in FORMS:
        assert given_or_refused(data, form)


def test_limits_of_python_that_are_set_lower_are_no_errors() -> None:
    """A program that lets Python read only short numbers still gets a list of problems."""
    limit = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(640)
    try:
        for form, begin, end in zip(FORMS[:2], ("a = ", '{"a": '), ("", "}"), strict=True):
            (problem,) = given_or_refused(begin + "1" * 1000 + end, form)
            assert "a number that is too long" in problem.what
    finally:
        sys.set_int_max_str_digits(limit)


def test_a_device_without_an_end_is_refused() -> None:
    """Only as much is read as shows that there is too much."""
    endless = Path("/dev/zero")
    if endless.exists():
        with pytest.raises(InvalidDocumentError, match="more than 5 MB"):
            load(endless)
