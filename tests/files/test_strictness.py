"""Nothing is coerced, every mistake is found, and nothing is reported that only follows from another.

Each test goes through every key of a file that has every field of the model in it, and breaks it.
"""

import copy
import json
from collections.abc import Callable, Iterator
from enum import Enum
from pathlib import Path
from types import UnionType
from typing import Any, Union, get_args, get_origin

import pytest
from attrs import NOTHING, fields, has, resolve_types

from safeguarding.dates import Frequency, PartialDate
from safeguarding.errors import InvalidDocumentError, Problem
from safeguarding.files import dumps, loads
from safeguarding.files.gathering import gathered
from safeguarding.files.report import File
from safeguarding.files.shapes import reader
from safeguarding.files.unravelling import faults_of
from safeguarding.files.wording import Path as Steps
from safeguarding.files.wording import path_in_words
from safeguarding.model import Also, Document, Money, Place, Share
from safeguarding.model.record import OWN

RICH = (Path(__file__).parent / "good" / "rich.toml").read_text(encoding="utf-8")
TREE: dict[str, Any] = json.loads(dumps(loads(RICH).documents[0], format="json"))
LEAVES = (str, int, bool, PartialDate, Frequency, Money, Share)


def nodes(value: Any, at: Steps = ()) -> Iterator[Steps]:
    """Give the path of every key and item."""
    if at:
        yield at
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in pairs:
        yield from nodes(inner, (*at, step))


def changed(value: Any, at: Steps, change: Callable[[Any, str | int], None]) -> Any:
    """Copy a tree as far as it changes, and change the table or list that holds a path."""
    value = dict(value) if isinstance(value, dict) else list(value)
    if len(at) == 1:
        change(value, at[0])
    else:
        value[at[0]] = changed(value[at[0]], at[1:], change)
    return value


def broken(at: Steps, value: Any) -> dict[str, Any]:
    """Copy the tree with one value replaced."""
    tree: dict[str, Any] = changed(TREE, at, lambda held, step: held.__setitem__(step, value))
    return tree


def problems(tree: dict[str, Any]) -> tuple[Problem, ...]:
    """Give what is wrong with a tree."""
    try:
        gathered([File("<tree>", form="json", tree=tree)])
    except InvalidDocumentError as error:
        return error.problems
    return ()


def once_for_each_field() -> Iterator[Steps]:
    """Give one path for each field of each class, as far as the shape of paths tells classes apart."""
    seen: set[Steps] = set()
    for at in nodes(TREE):
        shape = tuple(step if isinstance(step, str) else "" for step in at)
        if shape not in seen:
            seen.add(shape)
            yield at


ALL = list(once_for_each_field())
KEYS = [at for at in ALL if isinstance(at[-1], str)]


@pytest.mark.parametrize("value", [1.5, "", {"a": 1.5}], ids=repr)
def test_a_value_of_another_type_is_one_problem_where_it_stands(value: Any) -> None:
    """Wherever something cannot stand, exactly that is reported, and nothing that only follows from it."""
    for at in ALL:
        tree = broken(at, value)
        where = path_in_words(tree, at)
        if value == "" and at[-1] == "label":
            # An empty label is a text; that no line can be within it is a second mistake.
            continue
        found = problems(tree)
        assert found, (at, value)
        for problem in found:
            assert problem.path.startswith(where) or where.startswith(problem.path), (at, problem)


def test_no_type_passes_for_another() -> None:
    """A number is not a text, a text is not a list, true is not 1, and 5.0 is not 5."""
    tried = 0
    for at, kind in kinds():
        for sample, fitting in SAMPLES:
            if kind in fitting or (isinstance(sample, str) and SHORT_FORMS.intersection(at[-2:])):
                continue
            _, error, _ = reader().document(broken(at, sample))
            assert error is not None, (at, kind, sample)
            assert any(fault.at[: len(at)] == at for fault in faults_of(error, "json")), (at, kind, sample)
            tried += 1
    assert tried > 1000


SHORT_FORMS = {"where", "meets", "transcribed", "reports_to", "answers_to"}
"""Where a text may stand for a table or a list."""

SAMPLES: list[tuple[Any, set[str]]] = [
    (5.0, set()),
    (True, {"bool"}),
    (1, {"int"}),
    ("no", {"text"}),
    ("5", {"text"}),
    (None, set()),
    ([], {"list"}),
    ({}, {"table"}),
]


def kinds() -> Iterator[tuple[Steps, str]]:
    """Give each path that the types of the model know, with the sort of value that it takes."""
    for at in ALL:
        kind = type_at(at)
        if kind is not None:
            yield at, sort_of(kind)


def type_at(at: Steps) -> Any:
    """Find the type at a path from the model, not from the room that is tested; None where it says nothing."""
    kind: Any = Document
    for step in at:
        if isinstance(step, int):
            kind = get_args(kind)[0]
        elif not has(kind) or (kind is Also and step == "value"):
            return None
        else:
            resolve_types(kind)
            kind = {a.metadata.get("key", a.name): a.type for a in fields(kind)}.get(step)
            if get_origin(kind) in {Union, UnionType}:
                (kind,) = (part for part in get_args(kind) if part is not type(None))
    return kind


def sort_of(kind: Any) -> str:
    """Name what a type is written as."""
    if get_origin(kind) is tuple:
        return "list" if Ellipsis in get_args(kind) else "pair"
    if issubclass(kind, Enum):
        return "word"
    named = {str: "text", int: "int", bool: "bool"}
    return named.get(kind, "grammar" if kind in LEAVES else "table")


def required() -> Iterator[Steps]:
    """Give the path of every key that must be there."""
    for at in KEYS:
        kind = type_at(at[:-1])
        if has(kind) and not (kind is Place and at[-1] == "source"):
            defaults = {a.metadata.get("key", a.name): a.default for a in fields(kind)}
            if defaults.get(at[-1]) is NOTHING:
                yield at


def test_each_key_that_is_missing_is_one_problem() -> None:
    """Nothing that refers to the entry, or stands in it, is reported beside the missing key."""
    paths = list(required())
    assert len(paths) > 50
    for at in paths:
        tree = changed(TREE, at, lambda held, step: held.__delitem__(step))
        (problem,) = problems(tree)
        assert (problem.path, problem.what) == (path_in_words(tree, at), f'the key "{at[-1]}" is missing'), at


def test_each_key_that_is_misspelt_is_one_problem() -> None:
    """The key that was meant is named, and is not reported as missing; nothing follows from it."""

    def misspell(held: Any, step: str | int) -> None:
        held[f"{step}x"] = held.pop(step)

    for at in KEYS:
        (problem,) = problems(changed(TREE, at, misspell))
        assert problem.what == f'"{at[-1]}x" is not a key that can stand here', at
        assert problem.do == f'did you mean "{at[-1]}"', at


def test_every_text_that_refers_is_checked() -> None:
    """A reference that leads nowhere is found wherever a reference can stand, and is the only problem."""
    tried = 0
    lists = [value for value in TREE.values() if isinstance(value, list)]
    ids = {entry["id"] for entries in lists for entry in entries if isinstance(entry, dict) and "id" in entry}
    for at in ALL:
        value: Any = TREE
        for step in at:
            value = value[step]
        if at[-1] == "id" or not isinstance(value, str) or value not in ids:
            continue
        found = problems(broken(at, "leads-nowhere"))
        if found and "is not the id of any" in found[0].what:
            assert len(found) == 1
            assert '"leads-nowhere"' in found[0].what
            tried += 1
    assert tried > 30


def test_structure_and_what_must_hang_together_are_reported_in_one_run() -> None:
    """An author who corrects everything that is reported has nothing new to find."""
    tree = copy.deepcopy(TREE)
    tree["body"][0]["status"] = "plannd"
    tree["body"][0]["ends"] = "2018"
    tree["body"][1]["kind"] = 5
    tree["body"][1]["serves"] = ["nowhere"]
    tree["post"][0]["agency"] = "counsil"
    tree["level"][0]["number"] = "1"
    tree["level"].append({"id": "level-1", "number": 2, "names": []})
    tree["agenda"] = []
    assert sorted(problem.path for problem in problems(tree)) == [
        "agenda",
        "body.board.kind",
        "body.board.serves[0]",
        "body.lead-group.ends",
        "body.lead-group.status",
        "level.level-1.id",
        "level.level-1.number",
        "post.chief-executive.agency",
    ]


def test_the_rich_file_has_every_section_and_every_field() -> None:
    """What is proved by breaking or dumping that file is proved of the whole model."""
    seen: dict[type, set[str]] = {}
    collect(loads(RICH).documents[0], seen)
    for kind, names in seen.items():
        assert {a.name for a in fields(kind)} - OWN <= names, kind
    assert set().union(*seen.values()) >= OWN
    everything = {kind for kind in classes(Document) if has(kind) and kind not in LEAVES}
    assert everything == set(seen)


def collect(value: Any, seen: dict[type, set[str]]) -> None:
    """Collect which fields of which classes hold something other than their default."""
    if isinstance(value, (tuple, list)):
        for item in value:
            collect(item, seen)
    elif has(type(value)) and type(value) not in LEAVES:
        for attribute in fields(type(value)):
            held = getattr(value, attribute.name)
            if held != attribute.default:
                seen.setdefault(type(value), set()).add(attribute.name)
            collect(held, seen)


def classes(kind: Any) -> Iterator[type]:
    """Give every class that a class of the model is made of."""
    for part in get_args(kind) or [kind]:
        if part is not kind:
            yield from classes(part)
        elif has(part):
            yield part
            resolve_types(part)
            for attribute in fields(part):
                yield from classes(attribute.type)
