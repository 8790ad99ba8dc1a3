"""Which reorganisations the gazetteer knows of that concern a partnership."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from attrs import evolve, frozen

from safeguarding.assessment.reorganisation.events import Begun, Ended, EventKind, Reorganisation, Sort
from safeguarding.assessment.reorganisation.lives import DAY, following, last_day, sort_of, successors_of, turning_days
from safeguarding.assessment.reorganisation.matching import AnyBody, Known, matched
from safeguarding.dates import PartialDate
from safeguarding.errors import CannotAssessError
from safeguarding.law.gazetteer import tables
from safeguarding.law.gazetteer.bodies import Authority, District, HealthBody
from safeguarding.law.gazetteer.finding import find_authority
from safeguarding.law.gazetteer.required import RequiredPartner, required
from safeguarding.law.gazetteer.rows import BOARDS_FROM, KNOWN_FROM, KNOWN_TO
from safeguarding.model import Agency, Area, AreaKind, Partnership, entries
from safeguarding.structure import day_of


def events_of(
    partnership: Partnership, since: date | str | None = None, until: date | str | None = None
) -> tuple[Reorganisation, ...]:
    """Return the reorganisations that the gazetteer knows of and that concern a partnership, in the order of time.

    They are those of the councils, districts and health bodies that its documents name, those of the health bodies
    that the law makes partners for its areas, and those of whatever came in their place. Police forces have not
    changed.

    Args:
        partnership: the partnership.
        since: the first day to look at, or its text as ``2019-11-30``; without one, the date of its newest
            arrangements. What the gazetteer does not know yet, before April 2018, is left out.
        until: the last day; without one, the last that the gazetteer knows.

    Raises:
        CannotAssessError: a text is not a full date, or no day is given and the documents have none.
    """
    first, last = period(partnership, since, until)
    state = _State(named_by(partnership, first))
    found: list[Reorganisation] = []
    for day in turning_days():
        if max(first, KNOWN_FROM + DAY) <= day <= last:
            found += _on(state, day)
        elif KNOWN_FROM < day < first:
            state.areas = following(state.areas, day)
    return tuple(found)


def period(partnership: Partnership, since: date | str | None, until: date | str | None) -> tuple[date, date]:
    """Return the first and the last day that are asked about; see ``events_of``."""
    if since is None:
        days = [document.newest.latest for document in partnership.arrangements if document.newest]
        since = max(days) if days else None
    try:
        first = day_of(partnership, since)
    except CannotAssessError as error:
        if since is None:
            raise CannotAssessError(
                "no document has a date of publication, so the first day must be given: since (--since) as a full "
                'date such as "2019-11-30"'
            ) from None
        raise error from None
    return first, KNOWN_TO if until is None else day_of(partnership, until)


def named_by(partnership: Partnership, as_of: date) -> list[Known]:
    """Find what the agencies and areas of all documents are, each id as the newest document has it."""
    found: dict[str, Agency | Area] = {}
    for document in partnership.newest_first:
        for _, entry in entries(document):
            if isinstance(entry, (Agency, Area)):
                found.setdefault(entry.id, entry)
    return matched_with(found.values(), as_of)


def matched_with(some: Iterable[object], as_of: date) -> list[Known]:
    """Find what some entries are, districts only within the counties that are among them."""
    listed = list(some)
    areas = [entry for entry in listed if isinstance(entry, Area) and AreaKind.LOCAL_AUTHORITY in entry.values("kind")]
    own = [body for known in matched(areas, as_of) for body in known.bodies if isinstance(body, Authority)]
    counties = {body.code for body in own}
    counties |= {row.code for row in tables.authorities() if counties & {*row.successors}}
    return matched(listed, as_of, frozenset(counties))


@frozen
class _Held:
    """A body that the documents name, or that came in the place of one."""

    body: AnyBody
    named: bool = True
    after: tuple[str, ...] = ()


class _State:
    """What there is of a partnership's bodies while the days go by.

    Args:
        named: what its documents name.
    """

    def __init__(self, named: Sequence[Known]) -> None:
        bodies = [body for known in named for body in known.bodies if body is not None]
        self.held = {body.identity: _Held(body) for body in bodies}
        own = [known.body for known in named if isinstance(known.entry, Area)]
        self.areas = tuple(dict.fromkeys(body for body in own if isinstance(body, Authority)))
        self.districts = any(Sort.DISTRICT in known.sorts for known in named)


# One day


def _on(state: _State, day: date) -> list[Reorganisation]:
    """Find what is reorganised on a day, and go on with what there is from then on."""
    eve, before = day - DAY, state.areas
    state.areas = following(before, day)
    was, now = _required(before, eve), _required(state.areas, day)
    going = {identity: one for identity, one in state.held.items() if last_day(one.body) == eve}
    for identity, partners in was.items():
        if last_day(partners[0].body) == eve:
            going.setdefault(identity, _Held(partners[0].body, named=False))
    for area in (area for area in before if last_day(area) == eve):
        going.setdefault(area.identity, _Held(area, named=False))
        for row in tables.districts() if state.districts else ():
            if row.county == area.code and row.ends == eve:
                going.setdefault(row.identity, _Held(row, named=False))
    found = [_event(some, day, now, before) for some in _together(going.values(), day)]
    coming = {other.identity for one in going.values() for other in successors_of(one.body, day)}
    leaving = [some for identity, some in was.items() if identity not in now and last_day(some[0].body) != eve]
    # Whoever is a partner for an area that only begins on the day has begun to be one with it.
    there = {area.code for area in state.areas if area not in before or area.exists(eve)}
    joining = [
        some
        for identity, some in now.items()
        if identity not in {*was, *coming} and any(partner.touch.authority in there for partner in some)
    ]
    if leaving or joining:
        found.append(_boundary(leaving, joining, day, state.held))
    for one in going.values():
        first = one.after or ((_called(one.body),) if one.named else ())
        for other in successors_of(one.body, day):
            held = state.held.get(other.identity) or _Held(other, named=False)
            state.held[other.identity] = evolve(held, after=tuple(dict.fromkeys((*held.after, *first))))
    return found


def _required(areas: Iterable[Authority], day: date) -> dict[str, list[RequiredPartner]]:
    """Return the health bodies that must be partners for some areas on a day, by their identity."""
    found: dict[str, list[RequiredPartner]] = {}
    for area in areas:
        now = find_authority(area.code, day).body
        if now is not None and now.exists(day) and day >= KNOWN_FROM:
            for partner in required(now.code, day).partners:
                if isinstance(partner.body, HealthBody):
                    found.setdefault(partner.body.identity, []).append(partner)
    return found


def _together(going: Iterable[_Held], day: date) -> list[list[_Held]]:
    """Put together what ends on a day and has successors in common; one authority with its districts."""
    groups: list[tuple[set[str], list[_Held]]] = []
    for one in going:
        keys = {other.identity for other in successors_of(one.body, day)} or {f"-{one.body.identity}"}
        keys |= {one.body.county} if isinstance(one.body, District) else {one.body.code}
        touching = [group for group in groups if group[0] & keys]
        merged = (keys.union(*(group[0] for group in touching)), [o for group in touching for o in group[1]] + [one])
        groups = [group for group in groups if not any(group is other for other in touching)] + [merged]
    return [some for _, some in groups]


def _event(
    some: Sequence[_Held], day: date, now: dict[str, list[RequiredPartner]], before: Sequence[Authority]
) -> Reorganisation:
    """Make the event of what ends together on a day."""
    order = sorted(some, key=lambda one: (isinstance(one.body, District), one.body.code))
    coming = dict.fromkeys(other for one in order for other in successors_of(one.body, day))
    bases = [*(one.body.basis for one in order), *(other.basis for other in coming)]
    begins = tuple(_begun(other, now.get(other.identity, ()), day, before) for other in coming)
    return Reorganisation(
        kind=_kind([one.body for one in order], day),
        starts=PartialDate.on(day),
        ends=tuple(_ended(one, day) for one in order),
        begins=begins,
        basis=tuple(dict.fromkeys(basis.says for basis in bases)),
        sure=all(basis.sure for basis in bases),
    )


def _kind(bodies: Sequence[AnyBody], day: date) -> EventKind:
    if any(isinstance(body, (Authority, District)) for body in bodies):
        return EventKind.COUNCILS
    if day == BOARDS_FROM:
        return EventKind.BOARDS_FOR_GROUPS
    return EventKind.GROUPS_MERGED if day < BOARDS_FROM else EventKind.BOARDS_MERGED


def _called(body: AnyBody) -> str:
    if isinstance(body, District):
        return f"{body.name} (district)"
    return body.official_name if isinstance(body, Authority) else body.name


def _ended(one: _Held, day: date, *, goes_on: bool = False) -> Ended:
    body = one.body
    return Ended(
        name=_called(body),
        sort=sort_of(body),
        code=body.code,
        identity=body.identity,
        area=body.name if isinstance(body, (Authority, District)) else "",
        successors=() if goes_on else tuple(_called(other) for other in successors_of(body, day)),
        named=one.named,
        after=one.after,
        goes_on=goes_on,
    )


def _begun(body: AnyBody, partners: Sequence[RequiredPartner], day: date, before: Sequence[Authority]) -> Begun:
    """Say what begins, and for which areas the law makes it a partner."""
    areas = [_area_of(partner, day) for partner in partners]
    if isinstance(body, Authority):
        own = body in before or any(body in successors_of(area, day) for area in before)
        areas = [body.name] if own else []
    return Begun(
        name=_called(body),
        sort=sort_of(body),
        code=body.code,
        identity=body.identity,
        area=body.name if isinstance(body, Authority) else "",
        partner_for=tuple(dict.fromkeys(areas)),
        beside=_beside(body, day) if isinstance(body, Authority) and areas else (),
        elsewhere=bool(before) and not areas,
        sure=all(partner.sure for partner in partners),
    )


def _beside(authority: Authority, day: date) -> tuple[str, ...]:
    """Name whom else the law makes partners for the area of an authority."""
    others = [partner for partner in required(authority.code, day).partners if partner.body.code != authority.code]
    return tuple(f"{_called(partner.body)}{' (at an edge)' if partner.edge else ''}" for partner in others)


def _area_of(partner: RequiredPartner, day: date) -> str:
    area = find_authority(partner.touch.authority, day).body
    return area.name if area is not None else partner.touch.authority


def _boundary(
    leaving: Sequence[Sequence[RequiredPartner]],
    joining: Sequence[Sequence[RequiredPartner]],
    day: date,
    held: dict[str, _Held],
) -> Reorganisation:
    """Make the event of health bodies that go on, and begin or cease to take in any of the areas."""
    partners = [partner for some in (*leaving, *joining) for partner in some]
    return Reorganisation(
        kind=EventKind.HEALTH_BOUNDARY,
        starts=PartialDate.on(day),
        ends=tuple(
            _ended(held.get(some[0].body.identity) or _Held(some[0].body, named=False), day, goes_on=True)
            for some in leaving
        ),
        begins=tuple(_begun(some[0].body, some, day, ()) for some in joining),
        basis=tuple(dict.fromkeys(partner.touch.basis.says for partner in partners)),
        sure=all(partner.sure for partner in partners),
    )
