"""How a message shows what stands in a file: values quoted and shortened, paths, near words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from math import isinf, isnan
from typing import Any

Path = tuple[str | int, ...]
"""Keys and indexes, as the file writes them."""

_SHOWN = 60
_SHORTEST = 3
_BARE = re.compile(r"[A-Za-z0-9_-]{1,60}", re.ASCII)
_BITS = 64
_LAST_LATIN = 0xFFFF


def quoted(text: str) -> str:
    r"""Quote a text as a file would write it, on one line and shortened.

    >>> quoted("Lead" + chr(10) + "group")
    '"Lead\\u000agroup"'
    """
    shown = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
    return f'"{on_one_line(shown)}"'


def on_one_line(text: str) -> str:
    """Write out what a line of a message cannot show, such as a line break."""
    return "".join(_visible(character) for character in text)


def _visible(character: str) -> str:
    if character.isprintable():
        return character
    code = ord(character)
    return f"\\u{code:04x}" if code <= _LAST_LATIN else f"\\U{code:08x}"


def shown(value: Any) -> str:
    """Show a value of a file: short ones as they are written, lists and tables by what they are."""
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, (list, dict)):
        return "a list" if isinstance(value, list) else "a table"
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    # Python refuses to write out a number of more than 4,300 digits.
    if (isinstance(value, int) and value.bit_length() > _BITS) or (isinstance(value, float) and isinf(value)):
        return "so large a number"
    return "NaN" if isinstance(value, float) and isnan(value) else str(value)


def any_of(words: Iterable[str]) -> str:
    """List the words that are accepted."""
    return "one of: " + ", ".join(words)


def nearest(word: str, words: Collection[str]) -> str | None:
    """Find the word that was probably meant, if one is near.

    >>> nearest("Local authority", ["health", "local-authority"])
    'local-authority'
    """
    from difflib import get_close_matches  # noqa: PLC0415  # only errors need it

    if len(word) > _SHOWN:
        return None
    for form in (word.lower(), re.sub(r"[\s_]+", "-", word.strip().lower()), re.sub(r"[\s-]+", "_", word.lower())):
        if form in words:
            return form
    near = get_close_matches(word.lower(), words, n=1) if len(word) >= _SHORTEST else []
    return near[0] if near else None


def meant(word: str | None) -> str:
    """Ask whether a word was meant."""
    return "" if word is None else f'did you mean "{word}"'


def path_in_words(tree: Any, at: Path) -> str:
    """Write a path as a reader would look for it: ``body.lead-group.reports_to[0].to``.

    Args:
        tree: what the file holds; an entry is named by its id where it has one.
        at: the path.
    """
    text = ""
    for depth, part in enumerate(at):
        if isinstance(part, int):
            identity = _identity(tree, at) if depth == 1 else None
            text += f"[{part}]" if identity is None else f".{identity}"
        else:
            shown_part = part if _BARE.fullmatch(part) else quoted(part)
            text += f".{shown_part}" if text else shown_part
    return text


def _identity(tree: Any, at: Path) -> str | None:
    """Find the id of the entry of a section that a path leads into."""
    try:
        identity = tree[at[0]][at[1]]["id"]
    except (KeyError, IndexError, TypeError):
        return None
    return identity if isinstance(identity, str) and _BARE.fullmatch(identity) else None
