"""Whether the line in a message is the right one, however a file is written."""

import csv
import json
import tomllib
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeguarding.files import dumps, loads
from safeguarding.files.depth import DEEPEST, too_deep_at, unclosed_before
from safeguarding.files.faults import Fault
from safeguarding.files.positions import lines_of, positions
from safeguarding.files.rows import Row, rows_of
from safeguarding.files.wording import Path as Steps

HERE = Path(__file__).parent
NASTY = '''# a = 1
plain = 1
"quoted.key" . 'inner # key' = """begins here
[not.a.header]
b = "not a key" \\""" still inside
""" # = ends
literal = \'\'\'
"three quotes" and ''two''
\'\'\'
five = """"quoted""""
hash = "# not a remark" # a remark with " and [ and {
escaped = "a \\" quote and a \\\\" # after an escaped backslash
windows = 'C:\\' # a literal text has no escapes
empty = ""
list = [ # a remark with ] in it
  1,
  "]", [ 2,
    3 ], # nested
  { x = 1, "y.z" = [ { deep.er = '}' } ] },
]
date = 2019-06-29 10:00:00  # has a space
  indented   =   true

[table] # remark
key = { a.b = 1, c = [] }
[ spaced . "out" ]
key = 1
[[array]]
first = 1
[[array.of]]
i = 1
[[array.of]]
i = 2
[array.of.sub]
j = 1
[[array]]
first = 2
[[array.of]]
i = 3
[table.below]
"\\u0061" = 1'''
EXPECTED = [
    (("plain",), 2),
    (("quoted.key",), 3),
    (("quoted.key", "inner # key"), 3),
    (("literal",), 7),
    (("five",), 10),
    (("hash",), 11),
    (("escaped",), 12),
    (("windows",), 13),
    (("empty",), 14),
    (("list",), 15),
    (("list", 0), 16),
    (("list", 1), 17),
    (("list", 2), 17),
    (("list", 2, 0), 17),
    (("list", 2, 1), 18),
    (("list", 3), 19),
    (("list", 3, "x"), 19),
    (("list", 3, "y.z"), 19),
    (("list", 3, "y.z", 0), 19),
    (("list", 3, "y.z", 0, "deep"), 19),
    (("list", 3, "y.z", 0, "deep", "er"), 19),
    (("date",), 21),
    (("indented",), 22),
    (("table",), 24),
    (("table", "key"), 25),
    (("table", "key", "a"), 25),
    (("table", "key", "a", "b"), 25),
    (("table", "key", "c"), 25),
    (("spaced",), 26),
    (("spaced", "out"), 26),
    (("spaced", "out", "key"), 27),
    (("array",), 28),
    (("array", 0), 28),
    (("array", 0, "first"), 29),
    (("array", 0, "of"), 30),
    (("array", 0, "of", 0), 30),
    (("array", 0, "of", 0, "i"), 31),
    (("array", 0, "of", 1), 32),
    (("array", 0, "of", 1, "i"), 33),
    (("array", 0, "of", 1, "sub"), 34),
    (("array", 0, "of", 1, "sub", "j"), 35),
    (("array", 1), 36),
    (("array", 1, "first"), 37),
    (("array", 1, "of"), 38),
    (("array", 1, "of", 0), 38),
    (("array", 1, "of", 0, "i"), 39),
    (("table", "below"), 40),
    (("table", "below", "a"), 41),
]


def paths_in(value: Any, at: Steps = ()) -> Iterator[Steps]:
    """Give every path in a tree."""
    if at:
        yield at
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from paths_in(inner, (*at, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from paths_in(inner, (*at, index))


def first_lines(text: str, form: str) -> dict[Steps, int]:
    """Give the first line of each path."""
    found: dict[Steps, int] = {}
    for path, line in positions(text, form):
        found.setdefault(path, line)
    return found


def test_every_way_of_writing_toml_has_its_lines() -> None:
    """Remarks, all four kinds of text, dotted and quoted keys, headers and lists over lines are told apart."""
    assert list(first_lines(NASTY, "toml").items()) == EXPECTED


def test_the_scanner_finds_exactly_what_the_parser_does() -> None:
    """The list above is complete: it has every path of the tree, and no other."""
    assert {path for path, _ in EXPECTED} == set(paths_in(tomllib.loads(NASTY)))


@pytest.mark.parametrize("line_end", ["\n", " \n", " # x\n"])
def test_both_formats_of_a_rich_document_are_scanned_completely(line_end: str) -> None:
    """Every key and item of a real file has a line, on which the key stands."""
    text = (HERE / "good" / "rich.toml").read_text(encoding="utf-8")
    document = loads(text).documents[0]
    spaced = dumps(document).replace("\n", line_end)
    for form, written in (("toml", text), ("toml", spaced), ("json", dumps(document, format="json"))):
        tree = tomllib.loads(written) if form == "toml" else json.loads(written)
        found = first_lines(written, form)
        assert set(found) == set(paths_in(tree))
        lines = written.split("\n")
        assert all(str(path[-1]) in lines[line - 1] for path, line in found.items() if isinstance(path[-1], str))


def test_json_has_its_lines_too() -> None:
    """Escapes, brackets in texts, and values over several lines do not mislead."""
    text = '{"a": [1,\n {"b\\u0041\\"": "x]\\\\"}\n], "c":\n null, "d": [\n],\n"e": {} }'
    assert list(positions(text, "json")) == [
        (("a",), 1),
        (("a", 0), 1),
        (("a", 1), 2),
        (("a", 1, 'bA"'), 2),
        (("c",), 3),
        (("d",), 4),
        (("e",), 6),
    ]


def test_only_the_lines_that_are_wanted_are_kept() -> None:
    """A large file costs no more memory than the faults in it."""
    assert lines_of(NASTY, "toml", {("five",), ("nowhere",)}) == {("five",): 10}


@given(
    st.lists(st.lists(st.text(alphabet='ab";,\n ', max_size=5), min_size=3, max_size=3), min_size=1, max_size=6),
    st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    st.sampled_from([",", ";"]),
)
def test_every_cell_of_a_csv_file_has_its_line(table: list[list[str]], quoting: int, delimiter: str) -> None:
    """However many lines quoted cells have, the line of each cell is that on which it begins."""
    out = StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, quoting=quoting, lineterminator="\n")  # type: ignore[arg-type]
    writer.writerow(["case", "kind", "event"])
    expected = []
    for cells in table:
        begin = out.getvalue().count("\n") + 1
        writer.writerow(cells)
        if any(cells):
            expected.append([begin + "".join(cells[:index]).count("\n") for index in range(3)])
    header, *rows = rows_of(out.getvalue())
    assert isinstance(header, Row)
    assert [[row.line_of(index) for index in range(3)] for row in rows if isinstance(row, Row)] == expected


@pytest.mark.parametrize(
    ("row", "line", "number"),
    [
        ('"a"b,c,d', 2, 1),
        ('a,"b"c,d', 2, 2),
        ('"a,1","b""2",c"d,"e"f', 2, 4),
        ('"a\n\nb","c"d', 4, 2),
        ('a,"b,c', 2, 2),
        ('a,"b\nc","d""', 3, 3),
        ('"a\n",,"b\n\n\n', 3, 3),
    ],
)
def test_wrong_quoting_is_found_in_its_cell(row: str, line: int, number: int) -> None:
    """The cell that does not end as it begins is named, on the line on which it begins."""
    (fault,) = [item for item in rows_of(f"case,kind,event\n{row}\n") if isinstance(item, Fault)]
    assert fault.cell is not None
    assert (fault.cell.line, fault.cell.number) == (line, number)


@given(st.text(alphabet="ab.=[]{}\"'#\\,\n \t0-:", max_size=60), st.sampled_from(["toml", "json"]))
def test_any_text_is_scanned_to_an_end(text: str, form: str) -> None:
    """On text that no parser accepts the scanner still ends, and gives lines that exist."""
    assert all(1 <= line <= text.count("\n") + 1 for _, line in positions(text, form))


@given(
    st.recursive(
        st.integers(0, 9) | st.booleans() | st.text(max_size=8),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
        max_leaves=12,
    ),
    st.sampled_from([None, 0, 2]),
)
def test_any_json_is_scanned_completely(value: Any, indent: int | None) -> None:
    """The paths found are those of the tree, whatever the keys and texts hold."""
    text = json.dumps({"top": value}, indent=indent)
    assert set(first_lines(text, "json")) == set(paths_in({"top": value}))


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("a = " + "[" * DEEPEST + "]" * DEEPEST, "toml"),
        (".".join("a" * DEEPEST) + " = 1", "toml"),
        ("[" + ".".join("a" * DEEPEST) + "]", "toml"),
        ('a = "' + "[" * 99 + '"', "toml"),
        ("# " + "[" * 99, "toml"),
        ('a = """\n' + "." * 99 + '"""', "toml"),
        ("a = [" + "1.5, " * 99 + "]", "toml"),
        ("a = [" + "[], " * 99 + "]", "toml"),
        ('{"' + "[" * 99 + '": 1}', "json"),
        ('{"a\\"' + "[" * 99 + '": 1}', "json"),
    ],
)
def test_what_is_not_too_deep_is_let_through(text: str, form: str) -> None:
    """Only brackets and dots that nest count, not those in texts and remarks, nor those side by side."""
    assert too_deep_at(text, form) is None


@pytest.mark.parametrize(
    ("text", "form", "at"),
    [
        ("a = " + "[" * 51, "toml", 54),
        ("a = " + "{ a = " * 51, "toml", 304),
        ("a = " + "{ a = [" * 26, "toml", 179),
        (".".join("a" * 51) + " = 1", "toml", 99),
        ("[" + ".".join(["'a.='"] * 51) + "]", "toml", 300),
        ("a = '''\n'''\nb = " + "[" * 51, "toml", 66),
        ('{"a": ' + "[" * 50, "json", 55),
    ],
)
def test_what_is_too_deep_is_found_where_it_becomes_so(text: str, form: str, at: int) -> None:
    """The limit is the same for brackets of both kinds, dotted keys and headers."""
    assert too_deep_at(text, form) == at


def test_the_bracket_that_is_still_open_is_found() -> None:
    """A message on a list that is not closed can say where the list begins."""
    assert unclosed_before("a = [1, [2], '[', # [\n3", 23) == 4
    assert unclosed_before("a = [1]\n", 8) is None


def test_a_key_that_cannot_be_read_does_not_stop_the_scanner() -> None:
    """Text that no parser accepts is scanned too, since the beginning of a file may be sound."""
    assert list(positions('"\\u12" = 1\nb = 2', "toml")) == [(("\\u12",), 1), (("b",), 2)]
    assert list(positions('{"\\u12": 1, "b": 2}', "json")) == [(("\\u12",), 1), (("b",), 1)]
