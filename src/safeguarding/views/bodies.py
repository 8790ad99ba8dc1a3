"""Who must be the safeguarding partners of an area: as a page, or for programs."""

from __future__ import annotations

from datetime import date
from typing import Any

from safeguarding.dates import in_words
from safeguarding.law.gazetteer.bodies import Authority, Body, HealthBody, Strength, Touch, listed, when_not
from safeguarding.law.gazetteer.required import RequiredPartner, WhoMust
from safeguarding.law.gazetteer.rows import BOARDS_FROM, CODES_FROM, KNOWN_TO
from safeguarding.law.gazetteer.wording import percent
from safeguarding.model import Side
from safeguarding.views.json import written
from safeguarding.views.layout import page, underlined, wrapped
from safeguarding.views.wording import amount, sentence

SCHEMA = "safeguarding.bodies.v1"

_GUTTER = 13
_BODY = " " * _GUTTER
_HEADINGS = {
    Side.LOCAL_AUTHORITY: "The local authority",
    Side.HEALTH: "Health",
    Side.POLICE: "The chief officer of police for",
}
_STRENGTHS = {
    Strength.DERIVED: "Not read in a list, but worked out",
    Strength.INFERRED: "Not read in a list, but inferred",
    Strength.WEAK: "Weakly known",
}


def bodies_as_text(who: WhoMust) -> str:
    """Write who must be the partners of an area on a date, for a screen of eighty columns."""
    name, day = who.authority.name, in_words(who.as_of)
    title = f"Safeguarding partners of {name} on {day}"
    if not who.exists:
        return page([*underlined(title, "="), "", *wrapped(_not_there(who))])
    board = "integrated care board" if who.as_of >= BOARDS_FROM else "clinical commissioning group"
    law = (
        f"By law: the council, every {board} whose area takes in any part of the council's, however small, and the "
        "chief officer of police (Children Act 2004, section 16E(3))."
    )
    lines = [*underlined(title, "="), *wrapped(law)]
    for side in Side:
        partners = [partner for partner in who.partners if partner.side is side]
        lines += ["", *underlined(_heading(side, partners, who.as_of))]
        for index, partner in enumerate(partners):
            lines += [""] if index else []
            lines += _partner(partner, who)
    lines += _remarks(who)
    return page(lines)


def _heading(side: Side, partners: list[RequiredPartner], as_of: date) -> str:
    if side is not Side.HEALTH:
        return _HEADINGS[side]
    one = "integrated care board" if as_of >= BOARDS_FROM else "clinical commissioning group"
    perhaps = sum(partner.perhaps for partner in partners)
    more = f", and perhaps {perhaps} more" if perhaps else ""
    return f"Health: {amount(len(partners) - perhaps, one)}{more}"


def _not_there(who: WhoMust) -> str:
    """Say that an authority is not there on the date, and whom to ask about."""
    authority = who.authority
    council = authority.official_name
    ended = authority.ended(who.as_of)
    others = who.successors if ended else who.predecessors
    text = f"There is no {authority.name} to be a partner on this date: {council} {when_not(authority, who.as_of)}."
    if not others:
        return text
    names = listed([other.official_name for other in others])
    return (
        f"{text} {'After' if ended else 'Before'} it came {names}: ask about {'that' if len(others) == 1 else 'each'}."
    )


def _partner(partner: RequiredPartner, who: WhoMust) -> list[str]:
    body = partner.body
    lines = wrapped(_called(body))
    for label, text in (
        ("Code", _codes(body)),
        ("Exists", _life(partner)),
        ("Before it", listed([_called(other) for other in partner.predecessors])),
        ("After it", listed([_called(other) for other in partner.successors])),
        ("Takes in", _takes_in(partner, who)),
        ("Known from", _basis(partner.touch)),
    ):
        lines += wrapped(sentence(text), f"  {label:<{_GUTTER - 2}}", _BODY) if text else []
    return lines


def _called(body: Body) -> str:
    return body.official_name if isinstance(body, Authority) else body.name


def _codes(body: Body) -> str:
    return f"{body.code}, in the NHS {body.ods}" if isinstance(body, HealthBody) else body.code


def _life(partner: RequiredPartner) -> str:
    """Say since when and until when a body exists, as far as that is known."""
    since = partner.begun
    if since and partner.until:
        return f"{in_words(since)} to {in_words(partner.until)}"
    if partner.until:
        return f"until {in_words(partner.until)}"
    return f"since {in_words(since)}" if since else ""


def _takes_in(partner: RequiredPartner, who: WhoMust) -> str:
    touch = partner.touch
    if touch.share is None:
        return ""
    beyond = touch.share_of_body is not None and touch.share_of_body < 1
    whole = "all of the area" if touch.share == 1 else f"{percent(touch.share)} of the area"
    text = f"{'perhaps ' if partner.perhaps else ''}{whole}: {touch.small_areas} of its {who.small_areas} small areas"
    if beyond and touch.share_of_body is not None:
        text += f", {percent(touch.share_of_body)} of the health body's own"
    if partner.edge:
        text += ". An edge: a plan may well leave it out; in law it counts"
    return text


def _basis(touch: Touch) -> str:
    if touch.basis.sure:
        return touch.basis.says
    strength, says = _STRENGTHS[touch.basis.strength], touch.basis.says
    return f"{strength}: {says.removeprefix('worked out ') if strength.endswith('worked out') else says}"


def _remarks(who: WhoMust) -> list[str]:
    lines: list[str] = []
    says = "Small areas are those of the census (LSOAs), each of about 1,500 to 1,900 people."
    if any(partner.edge for partner in who.partners):
        says += " An edge is under 5 % of both the area and the health body's own."
    lines += ["", *wrapped(says)]
    if not who.in_tables:
        lines += [
            "",
            *wrapped(f"The tables end on {in_words(KNOWN_TO)}: what changed after that is not in them.", "Note: "),
        ]
    if any(not partner.sure for partner in who.partners) and who.in_tables:
        lines += ["", *wrapped("What was not read in a list is to be checked before you rely on it.", "Note: ")]
    lines += ["", *wrapped("Where this comes from, and whose it is: docs/gazetteer.md.")]
    return lines


def bodies_as_json(who: WhoMust) -> str:
    """Write who must be the partners of an area as JSON of the schema ``safeguarding.bodies.v1``."""
    return written(
        {
            "schema": SCHEMA,
            "as_of": who.as_of.isoformat(),
            "authority": _named(who.authority),
            "exists": who.exists,
            "predecessors": [_named(other) for other in who.predecessors],
            "successors": [_named(other) for other in who.successors],
            "small_areas": who.small_areas,
            "in_tables": who.in_tables,
            "partners": [_fields(partner) for partner in who.partners],
        }
    )


def _named(body: Body) -> dict[str, Any]:
    found = {"code": body.code, "name": _called(body), "from": _first(body.starts), "until": _iso(body.ends)}
    return {**found, "ods": body.ods} if isinstance(body, HealthBody) else found


def _first(day: date | None) -> str | None:
    """Write a first day; that on which the list of codes begins is none."""
    return None if day == CODES_FROM else _iso(day)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _fields(partner: RequiredPartner) -> dict[str, Any]:
    touch = partner.touch
    return {
        "side": partner.side.value,
        **_named(partner.body),
        "from": _first(partner.since),
        "until": _iso(partner.until),
        "predecessors": [_named(other) for other in partner.predecessors],
        "successors": [_named(other) for other in partner.successors],
        "part": touch.part.value,
        "share_of_area": touch.share,
        "share_of_body": touch.share_of_body,
        "small_areas": touch.small_areas,
        "sure": partner.sure,
        "basis": {"code": touch.basis.code, "strength": touch.basis.strength.value, "says": touch.basis.says},
    }
