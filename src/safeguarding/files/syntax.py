"""Whether it can be read at all: from bytes to a tree of keys and values, or a plain sentence."""

from __future__ import annotations

import codecs
import json
import re
import tomllib
from collections.abc import Iterator
from typing import Any

from safeguarding.files.depth import DEEPEST, too_deep_at
from safeguarding.files.faults import Fault
from safeguarding.files.wording import Path, quoted

FORMS = ("toml", "json", "csv")
FORMS_ACCEPTED = '"toml", "json" and "csv" are accepted'

LARGEST = 5_000_000
"""The most bytes that a file may have."""

MOST_DIGITS = 4000
"""The most digits that a number may have; Python itself refuses to read more than 4,300."""

_WORKBOOK = b"PK\x03\x04"
_SAVE_A_SHEET = 'in Excel, save the sheet as "CSV UTF-8" and give that file'
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_LONGEST_HEADER = 1000
_NUMBER = re.compile(r"[0-9A-Fa-f_]++")
_MOST_TWICE = 1000


def form_of(data: bytes) -> str:
    """Tell from its first characters in which form something is that has no name.

    >>> form_of(b"case;kind;event;on")
    'csv'
    """
    begin = data.removeprefix(codecs.BOM_UTF8).lstrip(b" \t\r\n")
    if begin.startswith(b"{"):
        return "json"
    first = re.split(rb"[\r\n]", begin[:_LONGEST_HEADER], maxsplit=1)[0].replace(b'"', b"").lower()
    return "csv" if {b"case", b"body"} & {name.strip() for name in re.split(b"[,;\t]", first)} else "toml"


def decoded(data: bytes, form: str) -> str | Fault:
    """Turn the bytes of a file into text with plain line ends.

    Args:
        data: the bytes.
        form: ``toml``, ``json`` or ``csv``.
    """
    if len(data) > LARGEST:
        do = "write the cases in several files" if form == "csv" else "give one transcribed document in each file"
        return Fault(what=f"the file has more than {LARGEST // 1_000_000} MB", do=do)
    save = 'save it as "CSV UTF-8"' if form == "csv" else "save it as plain text in UTF-8"
    if data.startswith(_WORKBOOK):
        return Fault(what="the file is a workbook or another packed file, and not text", do=_SAVE_A_SHEET)
    if data.startswith(_UTF16) or b"\0\0" in (data[:4:2], data[1:4:2]):
        return Fault(what="the file is not text in UTF-8, but probably in UTF-16", do=save, line=1)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return Fault(what="the file is not text in UTF-8", do=save, line=line)
    text = text.replace("\r\n", "\n")
    # A spreadsheet may end lines as old computers did; nowhere else is that a line end.
    return text.replace("\r", "\n") if form == "csv" else text


def parsed(text: str, form: str) -> tuple[dict[str, Any] | None, list[Fault]]:
    """Read a text as TOML or JSON.

    Args:
        text: what the file holds.
        form: ``toml`` or ``json``.

    Returns:
        The tree of keys and values, or None where there is none; and what is wrong.
    """
    fault = _beyond_limits(text, form)
    if fault is not None:
        return None, [fault]
    try:
        tree, twice = _json(text) if form == "json" else (tomllib.loads(text), False)
    except (ValueError, RecursionError) as error:
        return None, [_mistake(text, error)]
    if not isinstance(tree, dict):
        return None, [Fault(what="the file does not hold a table", do="begin it with { and a key", line=1)]
    return tree, list(_twice(text)) if twice else []


def _beyond_limits(text: str, form: str) -> Fault | None:
    """Refuse what would take a parser too long, or too far, before it sees it."""
    if not text.strip():
        return Fault(what="the file is empty", do='begin it with schema = "safeguarding.v1"', line=1)
    offset = too_deep_at(text, form)
    if offset is not None:
        what = f"lists, tables or the parts of a key are nested more than {DEEPEST} deep"
        do = "no document needs this: look for a bracket or a quotation mark too many or too few"
        return Fault(what=what, do=do, line=text.count("\n", 0, offset) + 1)
    for line, written in enumerate(text.split("\n"), start=1):
        # It need not be known what is a number: no word has so many characters either.
        if len(written) > MOST_DIGITS and any(len(match[0]) > MOST_DIGITS for match in _NUMBER.finditer(written)):
            what = f"a number or a word has more than {MOST_DIGITS:,} characters"
            return Fault(what=what, do="correct it", line=line)
    return None


def _mistake(text: str, error: ValueError | RecursionError) -> Fault:
    """Say in a plain sentence why a parser refused a text."""
    from safeguarding.files.mistakes import json_mistake, toml_mistake  # noqa: PLC0415  # only errors need them

    if isinstance(error, json.JSONDecodeError):
        return json_mistake(error)
    if isinstance(error, tomllib.TOMLDecodeError):
        return toml_mistake(text, str(error))
    # What is left is Python's own limits, which may be set lower than usual.
    return Fault(
        what="the file has a number that is too long, or is too deeply nested", do="look for it and correct it"
    )


def _json(text: str) -> tuple[Any, bool]:
    """Read JSON, and say whether a key stands twice, which JSON lets pass; the first is kept."""
    twice = False

    def table(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        nonlocal twice
        keys = dict(pairs)
        if len(keys) == len(pairs):
            return keys
        twice = True
        return dict(reversed(pairs))

    return json.loads(text, object_pairs_hook=table), twice


def _twice(text: str) -> Iterator[Fault]:
    """Find the keys that stand twice in the same table."""
    from safeguarding.files.positions import positions  # noqa: PLC0415  # only errors need them

    seen: set[Path] = set()
    again: set[Path] = set()
    for path, line in positions(text, "json"):
        if isinstance(path[-1], int) or any(path[:length] in again for length in range(1, len(path) + 1)):
            continue
        if path in seen:
            again.add(path)
            what = f"the key {quoted(str(path[-1]))} stands twice in this table"
            yield Fault(at=path, what=what, do="remove one of the two", line=line)
            if len(again) == _MOST_TWICE:
                return
        seen.add(path)
