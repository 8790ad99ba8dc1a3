"""What stands in a box, and how it is outlined: chair, meetings, and how far the body exists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from safeguarding.dates import PartialDate
from safeguarding.model import (
    Body,
    Chair,
    Chairing,
    Flow,
    Meets,
    OtherPartnership,
    Partner,
    Progress,
    Scrutineer,
    Shown,
    Status,
)
from safeguarding.structure import Situation
from safeguarding.views.diagrams.picture import Look
from safeguarding.views.wording import either_of

_FLOWS = {
    Flow.RECEIVES: "receives from the partnership",
    Flow.REPORTS: "reports to the partnership",
    Flow.SCRUTINISES: "scrutinises the partnership",
    Flow.LEADS_ON: "leads on matters of common concern",
    Flow.SHARES_MEMBERS: "shares members with the partnership",
}
_STATES = {
    Status.EXAMPLE: "named as an example",
    Status.PLANNED: "planned",
    Status.SHADOW: "in shadow form",
    Status.IN_FORCE: "in force",
    Status.ENDED: "ended",
}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def body_in_words(situation: Situation, body: Body) -> tuple[str, ...]:
    """Say who chairs a body, how often it meets, and how far it exists, as far as was read."""
    found = (_chairs(situation, body), _meetings(situation, body), _state(situation, body))
    return tuple(text for text in found if text)


def partner_in_words(situation: Situation, partner: Partner) -> tuple[str, ...]:
    """Say on which side a partner stands, who is named as its lead, and whether it is gone by then."""
    leads = [lead for lead in situation.of("leads") if lead.partner == partner.agency]
    named = [lead.post for lead in leads if lead.shown is Shown.NAMED]
    ends = getattr(situation.entries.get(partner.agency), "ends", None)
    over = ends if ends and ends.latest < situation.as_of else None
    found = (
        _first_up(partner.side.value.replace("-", " ")),
        f"Lead: {situation.names(named)}" if named else "",
        f"Ended {over.in_words()}" if over else "",
    )
    return tuple(text for text in found if text)


def other_in_words(other: OtherPartnership) -> tuple[str, ...]:
    """Say what another partnership does towards this one."""
    flows = [_FLOWS[flow] for flow in other.flows]
    return (_first_up("; ".join(flows)),) if flows else ()


def scrutineer_in_words(situation: Situation, scrutineer: Scrutineer) -> tuple[str, ...]:
    """Say who holds the role of scrutineer, and how far it is in place."""
    held = [holder for holder in scrutineer.held_by if situation.name(holder) != scrutineer.title]
    start = scrutineer.starts
    found = (
        f"Held by: {situation.names(held)}" if held else "",
        _first_up(progress_of(scrutineer)),
        f"From {start.in_words()}" if start and start.not_after(situation.as_of) is not True else "",
    )
    return tuple(text for text in found if text)


def progress_of(scrutineer: Scrutineer) -> str:
    """Say whether the role is still planned, or vacant; nothing where it is in place."""
    shown = {Progress.PLANNED, Progress.VACANT}
    return scrutineer.progress.value if scrutineer.progress in shown else ""


def look_of(situation: Situation, body: Body) -> Look:
    """Return the outline of a body: dotted for an example, broken until it is known to have started."""
    if body.status is Status.EXAMPLE:
        return Look.DOTTED
    waiting = body.status in {Status.PLANNED, Status.SHADOW} or situation.stands(body) is not True
    return Look.BROKEN if waiting and not situation.gone(body) else Look.FIRM


def title_of(situation: Situation, body: Body) -> str:
    """Return the name that a body bears on the date."""
    for title in body.titles:
        if (title.starts or title.ends) and _during(situation, title.starts, title.ends):
            return title.name
    return body.name


def _during(situation: Situation, starts: PartialDate | None, ends: PartialDate | None) -> bool:
    """Say whether the date of the situation surely lies in a time."""
    begun = starts is None or starts.not_after(situation.as_of) is True
    return begun and (ends is None or ends.earliest >= situation.as_of)


def _chairs(situation: Situation, body: Body) -> str:
    if "chair" in body.unknown:
        return "Chair: could not be read"
    return _stated("Chair: ", (_chair(situation, chair) for chair in body.values("chair") if chair))


def _chair(situation: Situation, chair: Chair) -> str:
    """Say who holds a chair, and how."""
    partners = set(situation.partner_agencies)
    all_partners = len(partners) > 1 and set(chair.held_by) == partners
    names = [situation.name(holder) for holder in chair.held_by]
    among = "the safeguarding partners" if all_partners else situation.names(chair.held_by)
    every = f" {chair.every}" if chair.every else ""
    if chair.how is Chairing.ROTATING:
        return (f"rotates among {among}" if names else "rotating") + every
    if chair.how is Chairing.ONE_OF:
        return "a safeguarding partner" if all_partners else either_of(names)
    if chair.how is Chairing.JOINT:
        return f"{among}, jointly" if names else "joint"
    if chair.how is Chairing.FIXED:
        return among
    return "vacant" if chair.how is Chairing.VACANT else "to be agreed"


def _meetings(situation: Situation, body: Body) -> str:
    if "meets" in body.unknown:
        return "How often it meets could not be read"
    return _stated("Meets ", (_meets(situation, meets) for meets in body.values("meets")))


def _meets(situation: Situation, meets: Sequence[Meets]) -> str:
    """Say how often a body meets on the date, or else how often at another time."""
    now = [each for each in meets if _during(situation, each.starts, each.ends)]
    return ", then ".join(_how_often(each, timed=not now) for each in now or meets)


def _how_often(meets: Meets, *, timed: bool) -> str:
    text = str(meets.how_often)
    often = f"in {text}" if text.startswith(_MONTHS) else text
    return often + (_from_until(meets.starts, meets.ends) if timed else "")


def _from_until(starts: PartialDate | None, ends: PartialDate | None) -> str:
    return (f" from {starts.in_words()}" if starts else "") + (f" until {ends.in_words()}" if ends else "")


def _state(situation: Situation, body: Body) -> str:
    """Say whether a body is planned, in shadow form, not begun, or coming to its end."""
    starts = either_of([start.in_words() for start in body.values("starts") if start])
    if "starts" in body.unknown:
        starts = "a date that could not be read"
    ends = either_of([end.in_words() for end in body.values("ends") if end])
    if situation.gone(body):
        return f"Ended {ends}".strip() if body.status is not Status.EXAMPLE else ""
    until = f"Until {ends}" if ends else ""
    statuses = list(dict.fromkeys(body.values("status")))
    if body.status is Status.EXAMPLE and len(statuses) > 1:
        said = [_STATES[status] for status in statuses]
        return f"{_first_up(either_of(said))} (the sources disagree)"
    if body.status in {Status.PLANNED, Status.SHADOW}:
        state = "Planned" if body.status is Status.PLANNED else "In shadow form"
        return "; ".join(part for part in (state + (f" from {starts}" if starts else ""), until) if part)
    if starts and situation.stands(body) is not True:
        return "; ".join(part for part in (f"From {starts}", until) if part)
    return until


def _stated(label: str, statements: Iterable[str]) -> str:
    """Join what several statements say of one fact."""
    said = [text for text in dict.fromkeys(statements) if text]
    if not said:
        return ""
    return label + either_of(said) + (" (the sources disagree)" if len(said) > 1 else "")


def _first_up(text: str) -> str:
    return text[:1].upper() + text[1:]
