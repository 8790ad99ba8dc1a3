"""How wide a text is, at least as much as in any font that may be used, and how it is broken into lines."""

from __future__ import annotations

import re
from html import escape

from safeguarding.views.wording import escaped, one_line

FONT = "Arial, Helvetica, 'Liberation Sans', sans-serif"

# Of Arial and of the much wider DejaVu Sans, whichever is the wider, in hundredths of the size.
_PLAIN = (
    (29, "'ijl"), (35, " ,./:;I\\|"), (41, "!()-[]ft"), (50, '"*J`r'), (56, "?L_csz"), (60, "kvxy"),
    (64, "$0123456789FTabdeghnopqu{}"), (70, "ABEKPSVXYZ"), (75, "CNRU"), (80, "&DGHOQ"), (87, "#+<=>M^w~"),
    (97, "%"), (103, "@Wm"),
)  # fmt: skip
_BOLD = (
    (35, " 'ijl"), (38, ",./I\\|"), (42, "-:;"), (50, "!()[]`frt"), (56, '"*J_'), (61, "csz"), (66, "?Lvxy"),
    (70, "$0123456789EFTaeko"), (74, "CPSYZbdghnpqu{}"), (78, "ABKRVX"), (85, "#+<=>DGHNU^~"), (92, "&OQ"),
    (105, "%@Mmw"), (111, "W"),
)  # fmt: skip
_WIDTHS = {
    bold: {character: width for width, characters in table for character in characters}
    for bold, table in ((False, _PLAIN), (True, _BOLD))
}
_LATIN, _OTHER, _WIDE = 120, 160, 140
_LAST_LATIN, _LAST_MEASURED = "\u017f", "\u06ff"
_PUNCTUATION = re.compile("[\u2010-\u2027]")
_CJK = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]")
# What XML 1.0 cannot hold, even as a reference.
_WORDS = re.compile(r"\d{1,2} [A-Z][a-z]+ \d{4}\S*|\S+")
_IMPOSSIBLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide a line can be, in the units of its size."""
    known = _WIDTHS[bold]
    return sum(known.get(character) or _other(character) for character in text) * size / 100


def _other(character: str) -> int:
    if character <= _LAST_LATIN or _PUNCTUATION.match(character) or _CJK.match(character):
        return _LATIN
    return _OTHER if character <= _LAST_MEASURED else _WIDE


def is_measured(text: str) -> bool:
    """Say whether the width of every character is known; there are some that are as wide as ten."""
    return all(c <= _LAST_MEASURED or _PUNCTUATION.match(c) or _CJK.match(c) for c in text)


def broken(text: str, size: float, room: float, *, most: int, bold: bool = False) -> list[str]:
    """Break a text into lines, at words where it can be but not in a date, and cut it short after the last line.

    Args:
        text: the text.
        size: the size of the letters.
        room: how wide a line may be.
        most: how many lines there may be.
        bold: whether it is set in bold.
    """
    lines: list[str] = []
    line = ""
    for word in _WORDS.findall(one_line(text)):
        longer = f"{line} {word}" if line else word
        if width(longer, size, bold=bold) <= room:
            line = longer
            continue
        if line:
            lines.append(line)
        *whole, line = _cut(word, size, room, bold=bold)
        lines += whole
        if len(lines) > most:
            break
    lines += [line] if line else []
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], _shortened(lines[most - 1], size, room, bold=bold)]


def _cut(word: str, size: float, room: float, *, bold: bool) -> list[str]:
    """Cut a word that is longer than a line."""
    pieces = [""]
    for character in word:
        if pieces[-1] and width(pieces[-1] + character, size, bold=bold) > room:
            pieces.append("")
        pieces[-1] += character
    return pieces


def _shortened(line: str, size: float, room: float, *, bold: bool) -> str:
    while line and width(f"{line}…", size, bold=bold) > room:
        line = line[:-1]
    return f"{line.rstrip(' ,;:.')}…"


def xml(text: str) -> str:
    """Write a text so that it is only text in XML, whatever stands in it."""
    return escape(possible(text))


def possible(text: str) -> str:
    """Write out every character that no document of XML can hold."""
    return _IMPOSSIBLE.sub(lambda found: escaped(found[0]), text)
