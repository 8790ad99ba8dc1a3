"""How parts are summed up, and how facts are put, in a line."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import Any

from attrs import fields, has

from safeguarding.law.outcomes import Outcome, Part
from safeguarding.model.record import OWN
from safeguarding.structure import Situation

_WORDS = (
    (Outcome.MET, "yes"),
    (Outcome.NEEDS_JUDGEMENT, "for a person"),
    (Outcome.PARTLY_MET, "in part"),
    (Outcome.NOT_MET, "no"),
    (Outcome.NOT_DUE, "not due"),
    (Outcome.INDETERMINATE, "open"),
)
_MOST = 24
_GIST = ("says", "name", "title", "what", "label", "group", "held_for", "how_often", "stated_total")
_REFERENCE = ("agency", "post", "body", "to", "area")


def summary(parts: Sequence[Part]) -> str:
    """Say in one sentence how many parts there are, and which came out how."""
    if len(parts) == 1:
        return f"{parts[0].subject}: {parts[0].message}" if parts[0].subject else parts[0].message
    parts = [part for part in parts if part.counts]
    subjects: dict[Outcome, list[str]] = {outcome: [] for outcome, _ in _WORDS}
    for part in parts:
        subjects.setdefault(part.outcome, []).append(part.subject)
    listed = [f"{word}: {_few(subjects[outcome])}" for outcome, word in _WORDS if subjects[outcome]]
    counted = sum(len(subjects[outcome]) for outcome, _ in _WORDS)
    return f"{len(subjects[Outcome.MET])} of {counted} ({'; '.join(listed)})" if counted else "nothing to look at"


def _few(subjects: Sequence[str]) -> str:
    """List subjects; of very many, the first ones and how many more there are."""
    if len(subjects) <= _MOST:
        return ", ".join(subjects)
    return f"{', '.join(subjects[:_MOST])} and {len(subjects) - _MOST} more"


def in_a_line(value: Any, situation: Situation) -> str:
    """Write a value, or the gist of an entry, in a line."""
    if isinstance(value, tuple):
        return ", ".join(in_a_line(item, situation) for item in value)
    if isinstance(value, str):
        return situation.name(value)
    if isinstance(value, Enum):
        return str(value.value)
    for name in _GIST:
        if (gist := getattr(value, name, None)) is not None:
            return gist if isinstance(gist, str) else in_a_line(gist, situation)
    for name in _REFERENCE:
        if isinstance(identity := getattr(value, name, None), str):
            return situation.name(identity)
    return _spelt(value) or _field_by_field(value, situation)


def _spelt(value: Any) -> str:
    """Write what has words of its own, an id, or no fields; empty for what has to be gone through."""
    words = value.in_words() if hasattr(value, "in_words") else getattr(value, "id", "")
    in_fields = has(type(value)) and "__str__" not in vars(type(value))
    return str(words or ("" if in_fields else value))


def _field_by_field(value: Any, situation: Situation) -> str:
    """Write an entry that has no gist: what is stated of it, field by field, and what could not be read."""
    said = []
    for attribute in fields(type(value)):
        stated, words = getattr(value, attribute.name), attribute.name.replace("_", " ")
        if attribute.name in OWN or stated is None or stated is False or stated == ():
            continue
        said.append(words if stated is True else f"{words}: {in_a_line(stated, situation)}")
    unread = ", ".join(name.replace("_", " ") for name in getattr(value, "unknown", ()))
    if unread:
        said.append(f"could not be read: {unread}")
    return "; ".join(said) or "nothing is stated"
