"""How a message is put together, and what is said where a parser says something new."""

import json

import pytest

from safeguarding.errors import InvalidDocumentError, Problem
from safeguarding.files import loads
from safeguarding.files.faults import Cell
from safeguarding.files.mistakes import json_mistake, toml_mistake
from safeguarding.files.rows import csv_mistake
from safeguarding.files.syntax import parsed
from safeguarding.files.wording import nearest, path_in_words, quoted, shown


def test_a_message_says_where_what_what_to_do_and_what_is_accepted() -> None:
    """The parts come in the order in which they are needed, each as a sentence."""
    problem = Problem(
        path="body.board.kind",
        what='"bord" is not an accepted word',
        accepted="one of: board, panel",
        do='did you mean "board"',
        file="a.toml",
        line=3,
    )
    assert str(problem) == (
        'a.toml:3: body.board.kind: "bord" is not an accepted word. Did you mean "board"? Accepted: board, panel.'
    )
    assert str(Problem(path="", what="there is no document")) == "there is no document."
    assert str(Problem(path="x", what="why?", do="write it.")) == "x: why? Write it."


def test_a_long_list_does_not_hide_the_word_that_was_meant() -> None:
    """Beside a guess, fifty words that are accepted are left to whoever asks for them."""
    problem = Problem(path="x", what="no", accepted="one of: " + "word, " * 40, do='did you mean "word"')
    assert str(problem) == 'x: no. Did you mean "word"?'
    assert problem.accepted


def test_a_complaint_that_is_not_known_is_passed_on_with_its_line() -> None:
    """A parser of a later release may say something new; nothing is lost then."""
    fault = toml_mistake("a = 1\nb = 2\n", "Something new (at line 2, column 3)")
    assert (fault.what, fault.line) == ('this does not follow the rules of TOML: "Something new"', 2)
    assert toml_mistake("a = 1\nb = 2\n\n", "Something new (at end of document)").line == 2
    assert toml_mistake("a = 1\n", "Something new").line == 1
    fault = json_mistake(json.JSONDecodeError("Something new", '{\n"a": 1}', 2))
    assert (fault.what, fault.line) == ("this does not follow the rules of JSON", 2)


def test_what_csv_says_in_another_way_is_passed_on_with_its_cell() -> None:
    """The wording of Python's own reader is no promise either."""
    fault = csv_mistake(["a,b", "c"], 7, ",", "Something new")
    assert fault.what == 'this does not follow the rules of CSV: "Something new"'
    assert fault.cell == Cell(7, 2, "")


def test_a_key_that_stands_twice_is_named_where_it_can_be() -> None:
    """Where the value ends on another line than its key, the key is not on the line that is reported."""
    with pytest.raises(InvalidDocumentError) as caught:
        loads("a = 1\na = [\n  2,\n]\n")
    assert str(caught.value) == "<text>:4: a key stands twice in this table. Remove one of the two."


def test_no_more_keys_that_stand_twice_are_reported_than_anybody_would_read() -> None:
    """A file of nothing but repetitions is looked at only so far."""
    pairs = ", ".join(f'"k{number}": 1, "k{number}": 2' for number in range(1500))
    _, faults = parsed(f"{{{pairs}}}", "json")
    assert len(faults) == 1000
    tree, faults = parsed('{"a": {"b": 1}, "a": {"b": 2}, "a": 3}', "json")
    assert (tree, [fault.at for fault in faults]) == ({"a": {"b": 1}}, [("a",)])


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("a\nb\t\u202e\U000e0001", '"a\\u000ab\\u0009\\u202e\\U000e0001"'),
        ("x" * 61, '"' + "x" * 59 + '…"'),
        (2**100, "so large a number"),
        (float("-inf"), "so large a number"),
        (float("nan"), "NaN"),
        (-5, "-5"),
        (False, "false"),
        (None, "null"),
        ([1], "a list"),
        ({}, "a table"),
    ],
)
def test_values_are_shown_on_one_line_and_shortened(value: object, expected: str) -> None:
    """Whatever stands in a file, a message of one line can show it."""
    assert shown(value) == expected


def test_paths_are_written_as_a_reader_would_look_for_them() -> None:
    """An entry is named by its id where it has one that can be shown."""
    tree = {"body": [{"id": "board"}, {"id": 5}, {}, {"id": "x y"}, 7], "a": {"b": 1}}
    at = [("body", index, "to", 0) for index in range(6)]
    expected = ["body.board.to[0]", *(f"body[{index}].to[0]" for index in range(1, 6))]
    assert [path_in_words(tree, path) for path in at] == expected
    assert path_in_words(None, ("odd key", "x")) == f"{quoted('odd key')}.x"


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Local authority", "local-authority"),
        ("LOCAL_AUTHORITY", "local-authority"),
        ("relevant-agency", "relevant_agency"),
        ("localauthority", "local-authority"),
        ("lo", None),
        ("x" * 1000, None),
        ("something else", None),
    ],
)
def test_the_nearest_word_is_found_if_one_is_near(word: str, expected: str | None) -> None:
    """A guess is made only where it would help."""
    assert nearest(word, ["local-authority", "relevant_agency", "health"]) == expected
