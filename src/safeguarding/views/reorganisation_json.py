"""What follows from reorganisations for a partnership, for programs."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from safeguarding.assessment.reorganisation import Consequence, Reorganisation, Reorganised
from safeguarding.views.json import written
from safeguarding.views.reorganisation import cited_by, level_of, title_of

SCHEMA = "safeguarding.reorganised.v1"


def reorganised_as_json(found: Reorganised, period: tuple[date, date] | None = None) -> str:
    """Write the same as JSON of the schema ``safeguarding.reorganised.v1``."""
    return written(
        {
            "schema": SCHEMA,
            "partnership": {"id": found.partnership, "name": found.name},
            "as_of": found.as_of.isoformat() if found.as_of else None,
            "since": period[0].isoformat() if period else None,
            "until": period[1].isoformat() if period else None,
            "events": [_event(event) for event in found.events],
            "consequences": [_consequence(one) for one in found.consequences],
            "unmatched": [
                {"path": one.at, "name": one.name, "why": one.why, "places": _places(one.places)}
                for one in found.unmatched
            ],
            "notices": list(found.notices),
        }
    )


def _event(event: Reorganisation) -> dict[str, Any]:
    return {
        "kind": event.kind.value,
        "title": title_of(event),
        "starts": str(event.starts),
        "given": event.given,
        "sure": event.sure,
        "basis": list(event.basis),
        "ends": [
            {
                "name": one.name,
                "sort": one.sort.value,
                "code": one.code,
                "successors": list(one.successors),
                "named": one.named,
                "after": list(one.after),
                "goes_on": one.goes_on,
            }
            for one in event.ends
        ],
        "begins": [
            {
                "name": one.name,
                "sort": one.sort.value,
                "code": one.code,
                "partner_for": list(one.partner_for),
                "elsewhere": one.elsewhere,
                "beside": list(one.beside),
                "sure": one.sure,
            }
            for one in event.begins
        ],
        "parts": [{"name": part.name, "areas": list(part.areas)} for part in event.parts],
    }


def _consequence(one: Consequence) -> dict[str, Any]:
    return {
        "event": one.event,
        "follows": one.follows.value,
        "certainty": one.certainty.value,
        "role": one.role.value,
        "partnership": one.partnership,
        "document": one.document,
        "entry": one.at,
        "path": one.path,
        "subject": one.subject,
        "names": one.names,
        "starts": str(one.starts),
        "why": one.why,
        "doubt": one.doubt,
        "requirements": [
            {"key": key, "cited": cited_by(key, one.starts.latest), "level": level_of(key, one)} for key in one.keys
        ],
        "places": _places(one.places),
        "rests_on": list(one.rests_on),
    }


def _places(places: Iterable[Any]) -> list[dict[str, str]]:
    return [{"source": place.source, "place": place.in_words()} for place in places]
