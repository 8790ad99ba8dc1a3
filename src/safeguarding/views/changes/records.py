"""What changed, for programs: as JSON, and as flat dictionaries for a data frame."""

from __future__ import annotations

from typing import Any

from safeguarding.assessment import Finding
from safeguarding.assessment.changes import Consequences, Shift
from safeguarding.model import Place
from safeguarding.structure.differences import Change, Difference, Kind, Likely, Said
from safeguarding.views.changes.cautions import cautions
from safeguarding.views.changes.names import Names
from safeguarding.views.changes.telling import Telling, heading
from safeguarding.views.json import written

SCHEMA = "safeguarding.difference.v1"


def difference_as_records(difference: Difference) -> list[dict[str, Any]]:
    """Return one flat dictionary for each change, which pandas or Polars take as they are.

    Changes that are no news (another order, another place) are among them, with ``news`` false.

    Args:
        difference: what is different.
    """
    telling = Telling.of(difference)
    return [_record(telling, change) for change in difference.changes]


def _record(telling: Telling, change: Change) -> dict[str, Any]:
    told = telling.told(change)
    document = telling.difference.document_of(change)
    return {
        "partnership": telling.difference.new.id,
        "document": document.kind.value if document else None,
        "group": heading(change),
        "kind": change.kind.value,
        "news": change.news,
        "section": change.section,
        "subject": change.subject,
        "field": change.field,
        "title": told.title,
        "old": told.was if change.before else None,
        "new": told.now if change.after else None,
        "old_path": change.path_was or None,
        "new_path": change.path_now or None,
        "old_source": change.was.source if change.was and change.before else None,
        "old_place": told.read_was or None,
        "new_source": change.now.source if change.now and change.after else None,
        "new_place": told.read_now or None,
        "by": told.by or None,
    }


def difference_as_json(difference: Difference, comes: Consequences | str | None = None) -> str:
    """Write what changed as JSON of the schema ``safeguarding.difference.v1``, always the same way.

    Args:
        difference: what is different.
        comes: which requirements come out otherwise, or why that cannot be said.
    """
    telling = Telling.of(difference)
    return written({
        "schema": SCHEMA,
        "old": _version(difference, old=True),
        "new": _version(difference, old=False),
        "notes": list(cautions(difference)),
        "changes": [_change(telling, change) for change in difference.changes],
        "likely": [_likely(telling, one) for one in difference.likely],
        "outcomes": _outcomes(difference, comes),
    })  # fmt: skip


def _version(difference: Difference, *, old: bool) -> dict[str, Any]:
    partnership = difference.old if old else difference.new
    return {
        "partnership": {"id": partnership.id, "name": partnership.name},
        "inputs": [{"path": item.path, "sha256": item.sha256} for item in partnership.inputs],
    }


def _change(telling: Telling, change: Change) -> dict[str, Any]:
    told = telling.told(change)
    return {
        "kind": change.kind.value,
        "news": change.news,
        "group": heading(change),
        "section": change.section,
        "subject": change.subject,
        "field": change.field,
        "title": told.title,
        "old": _said(change, change.before, told.was, telling.old),
        "new": _said(change, change.after, told.now, telling.new),
        "old_path": change.path_was or None,
        "new_path": change.path_now or None,
        "old_place": _place(change.was, told.read_was) if change.before else None,
        "new_place": _place(change.now, told.read_now) if change.after else None,
        "by": told.by or None,
    }


def _said(change: Change, said: Said | None, words: str, names: Names) -> dict[str, Any] | None:
    """Give what one version says: in words, and each of the values that it states."""
    if said is None:
        return None
    name = change.at[-1].field
    whole = change.kind in {Kind.ADDED, Kind.REMOVED}
    return {
        "says": words,
        "values": [words] if whole else [None if value is None else names.value(value, name) for value in said.values],
        "readable": not said.unreadable,
    }


def _place(place: Place | None, words: str) -> dict[str, Any] | None:
    if place is None:
        return None
    lines = list(place.lines) if place.lines else None
    return {"source": place.source, "heading": place.heading, "page": place.page, "lines": lines, "in_words": words}


def _likely(telling: Telling, one: Likely) -> dict[str, Any]:
    return {
        "why": one.why.value,
        "section": one.section,
        "old_path": one.was,
        "new_path": one.now,
        "says": telling.likely(one),
    }


def _outcomes(difference: Difference, comes: Consequences | str | None) -> dict[str, Any] | None:
    if comes is None:
        return None
    if isinstance(comes, str):
        return {"as_of": None, "why_not": comes, "guidance": None, "requirements": []}
    places = {id(change): place for place, change in enumerate(difference.changes)}
    return {
        "as_of": comes.new.as_of.isoformat(),
        "why_not": None,
        "guidance": comes.new.guidance,
        "requirements": [_shift(shift, places) for shift in comes],
    }


def _shift(shift: Shift, places: dict[int, int]) -> dict[str, Any]:
    return {
        "requirement": shift.key,
        "title": shift.after.requirement.title,
        "level": shift.after.requirement.level.value,
        "direction": shift.direction.value,
        "old": _finding(shift.before),
        "new": _finding(shift.after),
        "restates": shift.after.requirement.restates,
        "changes": [places[id(change)] for change in shift.rests_on],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "outcome": finding.outcome.value,
        "possible": [outcome.value for outcome in finding.open_outcomes],
        "message": finding.message,
    }
