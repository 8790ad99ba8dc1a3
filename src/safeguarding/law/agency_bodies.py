"""Which body of the gazetteer an agency of the documents is, in each way in which that may be read."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from attrs import field, frozen

from safeguarding.law.gazetteer.bodies import Body
from safeguarding.law.gazetteer.finding import find_authority, find_district, find_force, find_health_body
from safeguarding.law.wt2018.areas import names_of
from safeguarding.model import Agency, Side


@frozen(kw_only=True)
class Reading:
    """One way in which an agency may be read.

    Args:
        agency: the agency; none where the plan's own word for it could not be read.
        fits: whether it is of a kind that can be a partner on the date.
        body: the body of the gazetteer that it is; none where that is not known.
        nearest: of a name that is not known, the names that come nearest.
        wrong: what is wrong with its kind.
        group: whether it is a group of agencies, which may be any of those looked for, or take in several.
        name: the name by which it was looked for; empty where it was found by its code, or has no name. Two names of
            one body are one reading.
    """

    agency: Agency | None
    fits: bool
    body: Body | None = None
    nearest: tuple[str, ...] = ()
    wrong: str = ""
    group: bool = False
    name: str = field(default="", eq=False)


def bodies_of(agency: Agency, side: Side, kind: str, as_of: date) -> Iterable[Reading]:
    """Give the body that an agency is by its code, else by its name; none where that is not known.

    Args:
        agency: the agency.
        side: the side of the partners on which its kind stands.
        kind: its kind, as the file form has it, which tells a health body from another of the same name.
        as_of: the date: several bodies may have had a name one after another.
    """
    for code in agency.values("code") or (None,):
        body = _find(code, side, kind, as_of).body if code else None
        if body is not None:
            yield Reading(agency=agency, fits=True, body=body)
            continue
        for name in names_of(agency):
            found = _find(name, side, kind, as_of)
            district = find_district(name, as_of) if side is Side.LOCAL_AUTHORITY and found.body is None else None
            wrong = f"{name} is the council of a district, which is no partner" if district else ""
            yield Reading(
                agency=agency, fits=not wrong, body=found.body, nearest=found.did_you_mean, wrong=wrong, name=name
            )
        if not names_of(agency):
            yield Reading(agency=agency, fits=True)
    if "code" in agency.unknown:
        yield Reading(agency=agency, fits=True)


def _find(text: str, side: Side, kind: str, as_of: date) -> Any:
    if side is Side.HEALTH:
        return find_health_body(text, as_of, kind)
    return find_authority(text, as_of) if side is Side.LOCAL_AUTHORITY else find_force(text, as_of)
