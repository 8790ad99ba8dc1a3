"""In what words: the outcomes as a reader is told them, and text that is safe to show."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from safeguarding.law.outcomes import Outcome

WORDS: dict[Outcome, str] = {
    Outcome.MET: "met",
    Outcome.PARTLY_MET: "partly met",
    Outcome.NOT_MET: "not met",
    Outcome.NOT_DUE: "not due",
    Outcome.NOT_APPLICABLE: "not applicable",
    Outcome.INDETERMINATE: "open",
    Outcome.NEEDS_JUDGEMENT: "for a person",
}
"""Each outcome in words; what is neither met nor unmet is called open, since that is what it is."""

# Control characters drive a terminal, and marks of direction turn what is read into what is not written.
_UNSAFE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_SPACE = re.compile(r"\s+")


def escaped(character: str) -> str:
    r"""Write a character as an escape that stands for it, in the way of JSON.

    >>> print(escaped("\x1b"), escaped("\U000e0001"))
    \u001b \udb40\udc01
    """
    if ord(character) <= 0xFFFF:  # noqa: PLR2004  # the last character that one escape can hold
        return f"\\u{ord(character):04x}"
    units = character.encode("utf-16-be")
    return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))


def harmless(text: str) -> str:
    r"""Write out every character that would act on a screen instead of standing on it.

    >>> print(harmless("a\x1b[31mb"))
    a\u001b[31mb
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(escaped(c) if unicodedata.category(c) in _UNSAFE else c for c in text)


def one_line(text: str) -> str:
    r"""Put a text on one line, with nothing in it that acts on a screen.

    >>> print(one_line("two\nlines,  and\ta bell\a"))
    two lines, and a bell\u0007
    """
    return harmless(_SPACE.sub(" ", text).strip())


def sentence(text: str) -> str:
    """Begin a text as a sentence begins, and end it as one ends.

    The reference of a case stays as it is written.

    >>> sentence("published June 2019"), sentence("si-2021-03: late")
    ('Published June 2019.', 'si-2021-03: late.')
    """
    first = text.partition(" ")[0]
    begun = text if any(character.isdigit() for character in first) else f"{text[:1].upper()}{text[1:]}"
    return begun + ("" if text.endswith((".", "!", "?")) else ".")


def either_of(texts: Sequence[str]) -> str:
    """List alternatives.

    >>> either_of(["met", "partly met", "not met"])
    'met, partly met or not met'
    """
    return " or ".join(part for part in (", ".join(texts[:-1]), *texts[-1:]) if part)


def amount(number: int, one: str, several: str = "") -> str:
    """Count something.

    >>> amount(1, "must"), amount(2, "must"), amount(2, "body", "bodies")
    ('1 must', '2 musts', '2 bodies')
    """
    return f"{number} {one if number == 1 else several or f'{one}s'}"


def shortened(text: str, limit: int) -> str:
    """Cut a text at a word.

    >>> shortened("a rather long sentence", 15)
    'a rather ...'
    """
    if len(text) <= limit:
        return text
    cut = text[: limit - 3]
    return f"{cut[: cut.rindex(' ')].rstrip(' ,;:.')} ..." if " " in cut else f"{cut}..."
