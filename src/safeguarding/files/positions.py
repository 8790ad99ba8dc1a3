"""On which line: where each key, table and item of a file stands, which the parsers do not say.

The scanners read text that a parser has accepted, or the part of it before the mistake. On any other text
they end without finding everything, and never fail.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Generator, Iterator
from json import loads as read_json
from tomllib import loads as read_toml

from attrs import define, field

from safeguarding.files.depth import STRINGS
from safeguarding.files.wording import Path

_SPACE = re.compile(r"(?:[ \t\r\n]++|#[^\n]*+)*+")
_INLINE_SPACE = re.compile(r"[ \t]*+")
_STRING = re.compile(STRINGS, re.DOTALL)
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]++")
_PLAIN = re.compile(r"[^,\]}\n#]++")
_JSON_SPACE = re.compile(r"[ \t\r\n]*+")
_JSON_STRING = re.compile(r'"(?:[^"\\]++|\\.)*+"', re.DOTALL)
_JSON_PLAIN = re.compile(r"[^,\]}\s]++")

Position = tuple[Path, int]


@define
class _Open:
    """A list or a table that has begun and not ended."""

    path: Path
    is_list: bool
    items: int = 0


@define
class _Reading:
    """How far a text has been read, and on which line that is."""

    text: str
    space: re.Pattern[str]
    string: re.Pattern[str]
    plain: re.Pattern[str]
    at: int = 0
    line: int = 1
    stack: list[_Open] = field(factory=list)

    def skip(self, pattern: re.Pattern[str]) -> str:
        """Read what the pattern matches here, which may be nothing."""
        match = pattern.match(self.text, self.at)
        if match is None:
            return ""
        self.line += self.text.count("\n", self.at, match.end())
        self.at = match.end()
        return match[0]

    def take(self, mark: str) -> bool:
        """Read a mark, if it stands here."""
        if not self.text.startswith(mark, self.at):
            return False
        self.at += len(mark)
        return True

    def begin(self, path: Path) -> None:
        """Read a text or a plain value, or enter a list or a table."""
        if self.take("["):
            self.stack.append(_Open(path, is_list=True))
        elif self.take("{"):
            self.stack.append(_Open(path, is_list=False))
        elif not self.skip(self.string):
            self.skip(self.plain)


_Pair = Callable[[_Reading, Path], Generator[Position, None, Path]]


def lines_of(text: str, form: str, wanted: Collection[Path]) -> dict[Path, int]:
    """Find the lines of some paths.

    Args:
        text: what the file holds.
        form: ``toml`` or ``json``.
        wanted: the paths to look for.

    Returns:
        The line of each path that was found, counted from 1: that of its key, or of its item in a list.
    """
    found: dict[Path, int] = {}
    for path, line in positions(text, form):
        if path in wanted:
            found.setdefault(path, line)
            if len(found) == len(wanted):
                break
    return found


def positions(text: str, form: str) -> Iterator[Position]:
    """Give every key, table and item with its line, in the order of writing.

    >>> list(positions('name = "x"', "toml"))
    [(('name',), 1)]
    """
    return _of_json(text) if form == "json" else _of_toml(text)


def _of_toml(text: str) -> Iterator[Position]:
    reading = _Reading(text, space=_SPACE, string=_STRING, plain=_PLAIN)
    last: dict[Path, int] = {}
    base: Path = ()
    reading.skip(_SPACE)
    while reading.at < len(text):
        begun = reading.at
        if reading.take("["):
            base = yield from _header(reading, last)
        else:
            path = yield from _pair(reading, base)
            reading.begin(path)
            yield from _rest(reading, _pair)
        reading.skip(_SPACE)
        if reading.at == begun:
            return


def _header(reading: _Reading, last: dict[Path, int]) -> Generator[Position, None, Path]:
    """Read the header of a table, and return the path of what stands below it."""
    many = reading.take("[")
    line = reading.line
    keys = _key(reading)
    reading.take("]]" if many else "]")
    path: Path = ()
    for count, key in enumerate(keys, start=1):
        path = (*path, key)
        yield path, line
        if many and count == len(keys):
            last[path] = last.get(path, -1) + 1
        # On the way, a list of tables stands for its last table.
        if path in last:
            path = (*path, last[path])
            yield path, line
    return path


def _key(reading: _Reading) -> Path:
    """Read a key, which may have several parts with dots between them."""
    parts: list[str] = []
    more = True
    while more:
        reading.skip(_INLINE_SPACE)
        part = reading.skip(_BARE_KEY) or _unquoted(reading.skip(_STRING))
        parts.append(part)
        reading.skip(_INLINE_SPACE)
        more = reading.take(".")
    return tuple(parts)


def _unquoted(written: str) -> str:
    if "\\" in written and not written.startswith("'"):
        try:
            return str(read_toml(f"key = {written}")["key"])
        except ValueError:
            pass
    return written[1:-1]


def _pair(reading: _Reading, base: Path) -> Generator[Position, None, Path]:
    """Read a key and its equals sign, and return the path of the value that follows."""
    line = reading.line
    path = base
    for part in _key(reading):
        path = (*path, part)
        yield path, line
    if reading.take("="):
        reading.skip(_INLINE_SPACE)
    return path


def _rest(reading: _Reading, pair: _Pair) -> Iterator[Position]:
    """Read on to the end of the value that has begun, however deep it goes, without recursion."""
    while reading.stack:
        inner = reading.stack[-1]
        reading.skip(reading.space)
        begun = reading.at
        if reading.take("]" if inner.is_list else "}"):
            reading.stack.pop()
        elif reading.take(","):
            continue
        elif inner.is_list:
            path: Path = (*inner.path, inner.items)
            inner.items += 1
            yield path, reading.line
            reading.begin(path)
        else:
            path = yield from pair(reading, inner.path)
            reading.begin(path)
        if reading.at == begun:
            reading.stack.clear()


def _of_json(text: str) -> Iterator[Position]:
    reading = _Reading(text, space=_JSON_SPACE, string=_JSON_STRING, plain=_JSON_PLAIN)
    reading.skip(_JSON_SPACE)
    reading.begin(())
    yield from _rest(reading, _json_pair)


def _json_pair(reading: _Reading, base: Path) -> Generator[Position, None, Path]:
    line = reading.line
    path = (*base, _json_key(reading.skip(_JSON_STRING)))
    yield path, line
    reading.skip(_JSON_SPACE)
    if reading.take(":"):
        reading.skip(_JSON_SPACE)
    return path


def _json_key(written: str) -> str:
    try:
        return str(read_json(written))
    except ValueError:
        return written[1:-1]
