"""Reorganisations given in a file: what it says, and what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from safeguarding import InvalidDocumentError
from safeguarding.assessment.reorganisation import EventKind, Part, Sort
from safeguarding.files.events import EXAMPLE, load_events, loads_events

HEAD = 'schema = "safeguarding.events.v1"\n[[event]]\n'
GOOD = HEAD + 'kind = "agencies"\ndate = "2024"\nends = ["a"]\n'
PARTED = HEAD + 'kind = "partnership-divided"\ndate = "2024"\n'


def test_the_example_is_read(tmp_path: Path) -> None:
    """What the help shows is a file that is taken, from its path as from its text."""
    path = tmp_path / "events.toml"
    path.write_text(EXAMPLE, encoding="utf-8")
    (event,) = load_events(path)
    assert (event.kind, str(event.starts), event.given) == (EventKind.COUNCILS, "2027-04-01", True)
    assert [(one.name, one.sort, one.successors) for one in event.ends] == [
        ("Surrey County Council", Sort.AUTHORITY, ("East Surrey Council", "West Surrey Council"))
    ]
    assert [one.name for one in event.begins] == ["East Surrey Council", "West Surrey Council"]
    assert event.basis == ("the order that makes the two councils",)


@pytest.mark.parametrize(
    ("kind", "ending", "beginning"),
    [
        ("groups-merged", Sort.GROUP, Sort.GROUP),
        ("boards-for-groups", Sort.GROUP, Sort.BOARD),
        ("boards-merged", Sort.BOARD, Sort.BOARD),
        ("agencies", Sort.OTHER, Sort.OTHER),
    ],
)
def test_the_kind_says_what_ends_and_what_begins(kind: str, ending: Sort, beginning: Sort) -> None:
    """So that a name is looked for among entries of its own sort. A bare TOML date is taken too."""
    (event,) = loads_events(HEAD + f'kind = "{kind}"\ndate = 2024-04-01\nends = ["a"]\nbegins = ["b"]\n')
    assert (event.ends[0].sort, event.begins[0].sort, str(event.starts)) == (ending, beginning, "2024-04-01")


def test_partnerships_are_merged_and_divided() -> None:
    """A name for the new one; the areas of each part."""
    parts = '[[event.part]]\nname = "A"\nareas = ["x"]\n[[event.part]]\nname = "B"\nareas = ["y", "z"]\n'
    merge = '[[event]]\nkind = "partnerships-merged"\ndate = "2024-04"\nname = "One"\n'
    one, other = loads_events(PARTED + parts + merge)
    assert one.parts == (Part(name="A", areas=("x",)), Part(name="B", areas=("y", "z")))
    assert (other.kind, other.name, str(other.starts)) == (EventKind.PARTNERSHIPS_MERGED, "One", "2024-04")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", 'the file is empty. Begin it with schema = "safeguarding.events.v1"'),
        ("kind = agencies", 'Write it in quotes: "agencies"'),
        (b"\xff\xfe", "UTF-16"),
        ('[[event]]\nkind = "agencies"\ndate = "2024"\nends = ["a"]\n', '"schema" is missing'),
        (GOOD.replace(".events.", "."), 'schema is "safeguarding.v1"'),
        ('schema = "safeguarding.events.v1"\n', "Write one under [[event]]"),
        ('schema = "safeguarding.events.v1"\nevent = "x"\n', "there is no event"),
        (GOOD + "[[evnt]]\n", '"evnt" is no key that can stand here'),
        (GOOD.replace('"agencies"', '"agency"'), 'Did you mean "agencies"?'),
        (GOOD.replace('kind = "agencies"\n', ""), '"kind" is missing'),
        (GOOD.replace('"agencies"', "3"), "3 is no kind of event"),
        (GOOD + 'begin = ["b"]\n', 'Did you mean "begins"?'),
        (GOOD + "name = 'x'\n", '"name" is no key that can stand here'),
        (GOOD.replace('date = "2024"\n', ""), '"date" is missing'),
        (GOOD.replace('"2024"', '"April 2024"'), '"April 2024" is no date'),
        (GOOD.replace('"2024"', "2024"), "2024 is no date"),
        (GOOD.replace('["a"]', '"a"'), '"a" is no list of names'),
        (GOOD.replace('["a"]', "[]"), "the list is empty"),
        (GOOD.replace('["a"]', '["a", 1]'), "1 is no name"),
        (GOOD.replace('["a"]', '["a", "a"]'), '"a" stands here twice'),
        (GOOD + 'source = ""\n', '"" is no text'),
        (PARTED, '"part" is missing'),
        (PARTED + '[[event.part]]\nname = "A"\nareas = ["x"]\n', "is divided into two or more"),
        (PARTED + '[[event.part]]\nareas = ["x"]\n[[event.part]]\nname = "B"\nareas = ["y"]\n', "a part has no name"),
        (
            PARTED + '[[event.part]]\nname = "A"\n[[event.part]]\nname = "B"\nareas = ["y"]\n',
            "a part has no areas",
        ),
        (
            PARTED + '[[event.part]]\nname = "A"\nareas = ["x"]\n[[event.part]]\nname = "B"\nareas = ["x"]\n',
            '"x" goes to two parts',
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_line(text: str | bytes, says: str) -> None:
    """Each message names the file, and the line where there is one."""
    with pytest.raises(InvalidDocumentError) as caught:
        loads_events(text, name="events.toml")
    assert says in str(caught.value)
    assert all(problem.file == "events.toml" and problem.line for problem in caught.value.problems)


def test_everything_that_is_wrong_is_said_at_once() -> None:
    """Not only the first."""
    with pytest.raises(InvalidDocumentError) as caught:
        loads_events(HEAD + 'kind = "agencies"\nends = [1]\nsource = 3\n')
    assert len(caught.value.problems) == 3


def test_a_file_that_is_not_there_is_told_so(tmp_path: Path) -> None:
    """In a sentence."""
    with pytest.raises(InvalidDocumentError, match="cannot be read"):
        load_events(tmp_path / "none.toml")
