"""How a log is written as CSV: one row for each event or meeting, each of them complete."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from io import StringIO
from typing import Any

from safeguarding.errors import InvalidDocumentError, Problem
from safeguarding.files.columns import (
    ABOUT,
    ALL,
    BETWEEN,
    CASE,
    CASES,
    EVENT,
    MEETING,
    MEETINGS,
    UNKNOWN,
    UNKNOWN_OF_CASE,
    UNKNOWN_OF_EVENT,
    Layout,
)
from safeguarding.files.entries import Tree
from safeguarding.files.logs import log_of
from safeguarding.files.wording import Path, quoted
from safeguarding.model import Document, sections
from safeguarding.model.integrity import in_words

_FORMULA = re.compile(r'(?:\A|[,;\t\n"])[=+@\t\uff1d\uff0b\uff0d\uff20-]')
"""A cell that begins so is calculated by a spreadsheet instead of being shown; and so is a part of one, where the
spreadsheet takes another mark for what stands between cells."""

_TO_DO = "write the document as TOML"


def csv_of(document: Document, tree: Tree) -> str:
    """Write a document as CSV that is nothing but a log of cases, or of meetings.

    Args:
        document: the document.
        tree: its keys and values, as a file has them.

    Raises:
        InvalidDocumentError: it has something that no column is for, or that would not come back as it is.
    """
    layout = MEETINGS if "meeting" in tree and "case" not in tree else CASES
    problems = [Problem(path=in_words(document, at), what=what, do=_TO_DO) for at, what in _strange(tree, layout)]
    rows = list(_rows(tree, layout))
    formulas = {cell: name for row in rows for name, cell in row.items() if _FORMULA.search(cell)}
    for cell, name in formulas.items():
        what = f"a spreadsheet would take {quoted(cell)} for a formula"
        problems.append(Problem(path=name, what=what, do=_TO_DO))
    if problems:
        raise InvalidDocumentError(problems)
    text = _written(rows, layout)
    # As it would be read: with one sort of line end.
    log, _ = log_of(text.replace("\r", "\n"))
    at = _difference(tree, {} if log is None else log.tree)
    if at is not None:
        what = "this would not be read back from a CSV file as it is"
        raise InvalidDocumentError([Problem(path=in_words(document, at), what=what, do=_TO_DO)])
    return text


def _written(rows: list[dict[str, str]], layout: Layout) -> str:
    out = StringIO(newline="")
    writer = csv.DictWriter(out, layout.columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def _strange(tree: Tree, layout: Layout) -> Iterator[tuple[Path, str]]:
    """Find what no column is for."""
    for key in ("kind", "transcribed"):
        wanted = {"kind": layout.kind, "transcribed": "all"}[key]
        if tree[key] != wanted:
            yield (key,), f"a CSV file of {layout.holds} is always a document with {key} = {quoted(wanted)}"
    known = {"schema", "partnership", "name", "kind", "transcribed", "publication", layout.section}
    keys = {attribute.metadata["key"] for attribute in sections()}
    known |= {"all_cases_of"} if layout is CASES else set()
    for key in tree:
        if key not in known:
            yield (key,), f"{f'[[{key}]]' if key in keys else key} cannot stand in a CSV file of {layout.holds}"
    yield from _keys(tree.get("publication", {}), ("publication",), {"updated"})
    for index, entry in enumerate(tree.get(layout.section, [])):
        at = (layout.section, index)
        if layout is MEETINGS:
            yield from _keys(entry, at, set(MEETING.values()))
            continue
        yield from _keys(entry, at, {*CASE.values(), "events", UNKNOWN})
        for number, event in enumerate(entry.get("events", [])):
            yield from _keys(event, (*at, "events", number), {*EVENT.values(), UNKNOWN})


def _keys(table: Tree, at: Path, known: set[str]) -> Iterator[tuple[Path, str]]:
    for key in table:
        if key not in known:
            yield (*at, key), f'a CSV file has no column for "{key}" here'


def _rows(tree: Tree, layout: Layout) -> Iterator[dict[str, str]]:
    """Give the rows; each says all that is said of the file, so that they can be sorted."""
    about = {name: str(_at(tree, path)) for name, path in ABOUT.items() if _at(tree, path) is not None}
    bare = True
    for row in _meetings(tree) if layout is MEETINGS else _cases(tree):
        bare = False
        yield row | about
    if bare:
        yield about


def _at(tree: Tree, path: Path) -> Any:
    value: Any = tree
    for step in path:
        value = value.get(step) if isinstance(value, dict) else None
    return value


def _meetings(tree: Tree) -> Iterator[dict[str, str]]:
    for meeting in tree["meeting"]:
        yield {name: meeting[key] for name, key in MEETING.items() if key in meeting}


def _cases(tree: Tree) -> Iterator[dict[str, str]]:
    for case in tree.get("case", []):
        of_case = {name: case[key] for name, key in CASE.items() if key in case}
        lacking = [name for key in case.get(UNKNOWN, []) for name, other in UNKNOWN_OF_CASE.items() if other == key]
        for number, event in enumerate(case.get("events") or [{}]):
            row = {name: _cell(event[key]) for name, key in EVENT.items() if key in event}
            of_event = [name for key in event.get(UNKNOWN, []) for name, k in UNKNOWN_OF_EVENT.items() if k == key]
            row[UNKNOWN] = _cell([*([] if number else lacking), *of_event])
            yield of_case | row
    for kind in tree.get("all_cases_of", []):
        yield {"case": ALL, "kind": kind}


def _cell(value: Any) -> str:
    return BETWEEN.join(value) if isinstance(value, list) else str(value)


def _difference(one: Any, other: Any, at: Path = ()) -> Path | None:
    """Find the first path at which two trees differ."""
    if type(one) is not type(other):
        return at
    if isinstance(one, dict):
        steps: list[Any] = [*one, *(key for key in other if key not in one)]
        inner = ((step, one.get(step), other.get(step)) for step in steps)
    elif isinstance(one, list) and len(one) == len(other):
        inner = zip(range(len(one)), one, other, strict=True)  # type: ignore[assignment]
    else:
        return None if one == other else at
    found = (_difference(first, second, (*at, step)) for step, first, second in inner)
    return next((path for path in found if path is not None), None)
