"""How a TOML file looks: short tables on one line, longer ones under headers of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

WIDEST = 100
"""The most columns that a line has, unless one text alone is longer."""

_ESCAPED = re.compile('[\\x00-\\x1f"\\\\\\x7f-\\x9f\\u2028\\u2029\\ufeff]')
_SHORT = {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\"}

Table = dict[str, Any]


def toml(tree: Table) -> str:
    """Write keys and values as TOML.

    Tables stand under headers at the top level; further in they stand in one line where they fit.

    >>> print(toml({"name": "x", "body": [{"id": "a", "where": {"page": 3}}]}), end="")
    name = "x"
    <BLANKLINE>
    [[body]]
    id = "a"
    where = { page = 3 }
    """
    lines = [f"{key} = {inline(value)}" for key, value in tree.items() if not _has_header(value)]
    for key, value in tree.items():
        if _has_header(value):
            lines += _under_header(key, value)
    return "\n".join(lines) + "\n"


def _has_header(value: Any) -> bool:
    return isinstance(value, dict) or (isinstance(value, list) and bool(value) and isinstance(value[0], dict))


def _under_header(path: str, value: Any) -> Iterator[str]:
    """Write a table, or each of a list of tables, under its header."""
    for table in value if isinstance(value, list) else [value]:
        yield ""
        yield f"[[{path}]]" if isinstance(value, list) else f"[{path}]"
        # A header ends the keys of the table above it, so what needs one comes last.
        later = []
        for key, inner in table.items():
            lines = _lines(key, inner)
            if lines is None:
                later.append(key)
            else:
                yield from lines
        for key in later:
            yield from _under_header(f"{path}.{key}", table[key])


def _lines(key: str, value: Any) -> list[str] | None:
    """Write a key with its value where they fit; None where the value needs a header of its own."""
    line = f"{key} = {inline(value)}"
    if len(line) <= WIDEST or not isinstance(value, (list, dict)):
        return [line]
    if isinstance(value, dict):
        return None
    items = [f"    {inline(item)}," for item in value]
    tables = all(isinstance(item, dict) for item in value)
    if tables and any(len(item) > WIDEST for item in items):
        return None
    return [f"{key} = [", *items, "]"]


def inline(value: Any) -> str:
    """Write a value in one line."""
    if isinstance(value, str):
        return '"' + _ESCAPED.sub(_escaped, value) + '"'
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return f"[{', '.join(inline(item) for item in value)}]"
    if isinstance(value, dict):
        pairs = ", ".join(f"{key} = {inline(item)}" for key, item in value.items())
        return f"{{ {pairs} }}" if pairs else "{}"
    return str(value)


def _escaped(match: re.Match[str]) -> str:
    character = match[0]
    return _SHORT.get(character) or f"\\u{ord(character):04x}"
