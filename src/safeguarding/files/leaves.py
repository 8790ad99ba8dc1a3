"""What may stand at a key: texts, numbers, words and dates, none of which is ever turned into another."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import Enum
from typing import Any

from safeguarding.dates import Frequency, PartialDate
from safeguarding.dates.partial import ACCEPTED as DATE
from safeguarding.files.wording import any_of, meant, nearest, quoted, shown
from safeguarding.model import Money, Share

Hook = Callable[[Any, Any], Any]
"""What turns a value of a file into one of the model; the second argument is the type."""

AS_TABLE, AS_LIST = "<table>", "<list>"
"""Stand, as what to do, for writing something as a table or a list, which each format does in its way."""

LARGEST_NUMBER = 2**63 - 1
"""The largest number that every reader of TOML holds."""

_DIGITS = 18
_YEARS = range(1000, 10000)
_SWITCHES = {"true": "true", "yes": "true", "false": "false", "no": "false"}
_LONGEST = 200


class UnfitError(ValueError):
    """A value that cannot stand where it stands."""

    def __init__(self, what: str, accepted: str = "", do: str = "", once: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.accepted = accepted
        self.do = do
        self.once = once


def unfit(value: Any, name: str, accepted: str = "", do: str = "") -> UnfitError:
    """Say that a value is not what should stand there."""
    if value is None:
        return UnfitError("null is not a value", do="leave it out where there is nothing to say")
    return UnfitError(f"{shown(value)} is not {name}", accepted, do)


def text(value: Any, _: Any = None) -> str:
    """Accept a text."""
    if isinstance(value, str):
        return value
    if isinstance(value, (list, dict)):
        raise unfit(value, "a text", "one text in quotes")
    raise unfit(value, "a text", do=f'if it is meant as text, write it in quotes: "{shown(value)}"')


def whole_number(value: Any, _: Any = None) -> int:
    """Accept a whole number."""
    if isinstance(value, bool) or not isinstance(value, int):
        digits = isinstance(value, str) and value.isascii() and value.isdigit() and len(value) <= _DIGITS
        do = f"write it without quotes: {value}" if digits else ""
        raise unfit(value, "a whole number", "" if digits else "a whole number, without quotes", do)
    if abs(value) > LARGEST_NUMBER:
        raise UnfitError("the number is too large", do="correct it")
    return value


def switch(value: Any, _: Any = None) -> bool:
    """Accept true or false."""
    if isinstance(value, bool):
        return value
    meant = _SWITCHES.get(value.lower()) if isinstance(value, str) else None
    do = f"if that is meant, write {meant} without quotes" if meant else ""
    raise unfit(value, "true or false", "" if do else "true or false, without quotes", do)


def word_of(kind: type[Enum]) -> Hook:
    """Make what accepts one of the words of a closed list."""
    words: dict[str, Enum] = {member.value: member for member in kind}

    def word(value: Any, _: Any = None) -> Enum:
        if not isinstance(value, str):
            raise unfit(value, "a text", any_of(words))
        if value not in words:
            what = f"{quoted(value)} is not an accepted word"
            raise UnfitError(what, any_of(words), meant(nearest(value, words)))
        return words[value]

    return word


def partial_date(value: Any, _: Any = None) -> PartialDate:
    """Accept a date as text, or a bare TOML date, which is a day."""
    if type(value) is date:
        value = value.isoformat()
    if not isinstance(value, str):
        year = type(value) is int and value in _YEARS
        raise unfit(value, "a date", "" if year else DATE, f'write a year in quotes: "{value}"' if year else "")
    try:
        return PartialDate.parse(value)
    except ValueError as error:
        # The model names the accepted forms; of a day that does not exist, Python speaks.
        wrong_form = str(error) == DATE
        what = f"{quoted(value)} is not a date" if wrong_form else f"{quoted(value)} is not a day that exists"
        raise UnfitError(what, DATE if wrong_form else "", "" if wrong_form else "correct it") from error


def parsed_by(parse: Callable[[str], Any], name: str) -> Hook:
    """Make what accepts a text with a grammar of its own.

    Args:
        parse: reads the text; its ``ValueError`` says what is accepted.
        name: what such a text is called.
    """

    def parsed(value: Any, _: Any = None) -> Any:
        # In place of what is no text, or longer than any such text, an empty one: of that, too, the grammar
        # says what it accepts.
        fitting = value if isinstance(value, str) and len(value) <= _LONGEST else ""
        try:
            return parse(fitting)
        except ValueError as error:
            raise unfit(value, name, str(error)) from error

    return parsed


LEAVES: dict[Any, Hook] = {
    str: text,
    int: whole_number,
    bool: switch,
    PartialDate: partial_date,
    Frequency: parsed_by(Frequency, "a frequency"),
    Money: parsed_by(Money.parse, "an amount of money"),
    Share: parsed_by(Share.parse, "a share"),
}
"""The leaves that have no words of their own."""
