"""How deep: whether lists, tables and keys are nested further than any document needs.

This is looked at before a parser sees the text: parsers call themselves for each level, or take time that
grows with the square of a key's length.
"""

from __future__ import annotations

import re

DEEPEST = 50
"""The most levels that a file may have."""

STRINGS = (
    r'"""(?:[^"\\]++|\\.|"(?!""))*+"{3,5}'
    r"|'''(?:[^']++|'(?!''))*+'{3,5}"
    r'|"(?:[^"\\\n]++|\\[^\n])*+"'
    r"|'[^'\n]*+'"
)
"""The four kinds of TOML text; possessive, so that a missing quotation mark costs no backtracking."""

_TOML = re.compile(STRINGS + r"|#[^\n]*+|[\[\]{}.=,\n]", re.DOTALL)
_JSON = re.compile(r'"(?:[^"\\]++|\\.)*+"|[\[\]{}]', re.DOTALL)


def too_deep_at(text: str, form: str) -> int | None:
    """Find where a text becomes too deep.

    Args:
        text: what the file holds.
        form: ``toml`` or ``json``.

    Returns:
        The offset at which it goes below the deepest level that is accepted; None if it never does.

    >>> too_deep_at("a = " + "[" * 51, "toml")
    54
    """
    open_now = dots = 0
    for match in (_JSON if form == "json" else _TOML).finditer(text):
        mark = match[0]
        if mark in "[{":
            open_now += 1
            dots = 0
        elif mark in "]}":
            open_now = max(0, open_now - 1)
        elif mark == ".":
            dots += 1
        elif mark in "=,\n":
            dots = 0
        if open_now > DEEPEST or dots >= DEEPEST:
            return match.start()
    return None


def unclosed_before(text: str, offset: int) -> int | None:
    """Find the innermost bracket of a TOML text that is still open at an offset.

    >>> unclosed_before("a = [1, {b = 2}, ", 17)
    4
    """
    begun: list[int] = []
    for match in _TOML.finditer(text, 0, offset):
        if match[0] in "[{":
            begun.append(match.start())
        elif match[0] in "]}" and begun:
            begun.pop()
    return begun[-1] if begun else None
