"""What can go wrong: one root exception, and the problem that every message is made of."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from attrs import frozen

_LONG = 160
"""From this length on, in characters, a list of what is accepted is not written out beside a guess."""


@frozen(kw_only=True)
class Problem:
    """One thing that is wrong with what was given.

    Args:
        path: where in the file, as a reader would look for it: ``body.lead-group.chair``.
        what: what is wrong, with the value quoted.
        accepted: what would have been accepted; empty where nothing of the kind would be.
        do: what to do about it.
        file: the file as it was named by the caller; empty where there is none.
        line: the line in that file, counted from 1; None where it has no lines.
    """

    path: str
    what: str
    accepted: str = ""
    do: str = ""
    file: str = ""
    line: int | None = None

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line) if part not in ("", None))
        head = "".join(f"{part}: " for part in (place, self.path) if part)
        do = f"{self.do[:1].upper()}{self.do[1:]}"
        # Beside the word that was probably meant, a long list of others would only hide it.
        hides = do.startswith("Did you mean ") and len(self.accepted) > _LONG
        accepted = f"Accepted: {self.accepted.removeprefix('one of: ')}" if self.accepted and not hides else ""
        return head + " ".join(_sentence(text) for text in (self.what, do, accepted) if text)


def _sentence(text: str) -> str:
    """End a text as a sentence ends."""
    if text.startswith("Did you mean "):
        return f"{text.rstrip('?')}?"
    return text if text.endswith((".", "!", "?")) else f"{text}."


class SafeguardingError(Exception):
    """The root of everything that this library raises on purpose."""


class InvalidDocumentError(SafeguardingError):
    """What was given is not a document that can be held; every problem found is in ``problems``."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class UnknownRequirementError(SafeguardingError, KeyError):
    """A key that no requirement has."""

    def __str__(self) -> str:
        return str(self.args[0])


class CannotAssessError(SafeguardingError):
    """The question cannot be put: no date can be inferred, or the edition is not held."""


class UnknownAreaError(SafeguardingError, LookupError):
    """An area of which the gazetteer knows no local authority with children's services.

    Args:
        message: what was asked, and what comes nearest.
        did_you_mean: the names that come nearest.
    """

    def __init__(self, message: str, did_you_mean: Iterable[str] = ()) -> None:
        self.did_you_mean = tuple(did_you_mean)
        super().__init__(message)


class BeyondHorizonError(SafeguardingError):
    """A question that needs a day outside the calendar, before its first or after its last.

    Args:
        message: what was asked, where the calendar ends, and what to do.
        asked: the first day that is needed and not known.
        horizon: the end of the calendar that it lies beyond: the last day, or the first for a day before it.
    """

    def __init__(self, message: str, asked: date, horizon: date) -> None:
        self.asked = asked
        self.horizon = horizon
        super().__init__(message, asked, horizon)

    def __str__(self) -> str:
        return str(self.args[0])
