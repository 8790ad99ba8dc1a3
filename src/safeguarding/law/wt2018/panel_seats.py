"""Chapter 5: for which discipline a seat on a body that reviews child deaths is, as far as the documents show."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from safeguarding.law.asking import Ask
from safeguarding.model import Agency, AgencyKind, Body, Discipline, Office, Post, RelevantAgency, Seat, Side
from safeguarding.unknown import agree, any_of

_D = Discipline
_HEALTH = frozenset({
    _D.PUBLIC_HEALTH, _D.CHILD_DEATH_DOCTOR, _D.SAFEGUARDING_PROFESSIONAL, _D.PRIMARY_CARE, _D.NURSING_OR_MIDWIFERY,
})  # fmt: skip
_COUNCIL = frozenset({_D.SOCIAL_SERVICES, _D.PUBLIC_HEALTH})
_ANY = frozenset(Discipline)
_NONE: frozenset[Discipline] = frozenset()

_Shown = tuple[frozenset[Discipline], frozenset[Discipline]]
"""The disciplines for which a seat surely is, and those for which it may be."""

_OPEN: _Shown = (_NONE, _ANY)
_BY_OFFICE: dict[Office, _Shown] = {
    Office.CHILD_DEATH_DOCTOR: (frozenset({_D.CHILD_DEATH_DOCTOR}), _NONE),
    Office.DESIGNATED_PROFESSIONAL: (frozenset({_D.SAFEGUARDING_PROFESSIONAL}), frozenset({_D.CHILD_DEATH_DOCTOR})),
    Office.DIRECTOR_OF_CHILDRENS_SERVICES: (frozenset({_D.SOCIAL_SERVICES}), _NONE),
    Office.CHIEF_OFFICER_OF_POLICE: (frozenset({_D.POLICE}), _NONE),
    Office.LAY_MEMBER: (frozenset({_D.LAY}), _NONE),
}
_POLICE: _Shown = (frozenset({_D.POLICE}), _NONE)
_BY_KIND: dict[AgencyKind, _Shown] = {
    AgencyKind.POLICE_FORCE: _POLICE,
    AgencyKind.LOCAL_AUTHORITY: (_NONE, _COUNCIL),
    AgencyKind.CHILDRENS_TRUST: (frozenset({_D.SOCIAL_SERVICES}), _NONE),
    AgencyKind.CLINICAL_COMMISSIONING_GROUP: (_NONE, _HEALTH),
    AgencyKind.INTEGRATED_CARE_BOARD: (_NONE, _HEALTH),
    AgencyKind.NHS_TRUST: (_NONE, _HEALTH),
    AgencyKind.NHS_FOUNDATION_TRUST: (_NONE, _HEALTH),
    AgencyKind.NHS_ENGLAND: (_NONE, _HEALTH),
    AgencyKind.COMPANY: _OPEN,
    AgencyKind.GROUP: _OPEN,
    AgencyKind.OTHER: _OPEN,
}
_BY_SIDE: dict[Side, _Shown] = {
    Side.POLICE: _POLICE,
    Side.LOCAL_AUTHORITY: (_NONE, _COUNCIL),
    Side.HEALTH: (_NONE, _HEALTH),
}


def represented(ask: Ask, body: Body, which: Discipline) -> bool | None:
    """Say whether a discipline has a seat on a body that is not vacant; open where a seat may be for it."""
    return agree(any_of(_is_for(ask, seat, which) for seat in seats) for seats in body.values("seats"))


def _is_for(ask: Ask, seat: Seat, which: Discipline) -> bool | None:
    if seat.vacant:
        return False
    if seat.represents:
        return which in seat.represents
    if seat.held_for is not None:
        return _shown(_BY_SIDE[seat.held_for], which)
    return _of_holder(ask, ask.situation.entries.get(seat.post or seat.agency or ""), which)


def _of_holder(ask: Ask, holder: Any, which: Discipline) -> bool | None:
    """Say it of the holder of a seat: an agency, a post; of a body or a class of members it is open."""
    if isinstance(holder, Agency):
        return agree(_shown(_BY_KIND.get(kind, (_NONE, _NONE)), which) for kind in holder.values("kind"))
    if isinstance(holder, RelevantAgency):
        return _of_agencies(ask, holder.values("agency"), which)
    if not isinstance(holder, Post):
        return None
    return agree(
        _shown(_BY_OFFICE[office], which) if office in _BY_OFFICE else _of_agencies(ask, holder.values("agency"), which)
        for office in holder.values("office")
    )


def _of_agencies(ask: Ask, several: Iterable[str | None], which: Discipline) -> bool | None:
    return agree(_of_holder(ask, ask.situation.entries.get(one), which) if one else None for one in several)


def _shown(shown: _Shown, which: Discipline) -> bool | None:
    surely, perhaps = shown
    return True if which in surely else None if which in perhaps else False
