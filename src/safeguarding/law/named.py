"""What a statement names: the document in which a thing stands, how often it is done, and whom it is about."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from attrs import evolve

from safeguarding.law.asking import Ask, once
from safeguarding.law.outcomes import OPEN, Evidence, Missing, Outcome, Part, Possible
from safeguarding.law.said import Narrowing
from safeguarding.model import (
    Agency,
    AgencyKind,
    Body,
    PaperKind,
    Partner,
    Registered,
    Standing,
    Statement,
)
from safeguarding.structure.belonging import Own, own_ids
from safeguarding.unknown import agree, all_of, any_of

_NOT_OWN = frozenset({PaperKind.LAW_OR_GUIDANCE, PaperKind.DATA_SET})
"""What is no document in which an organisation says what it does."""


def in_document(ask: Ask, *, at_least: bool = True) -> Narrowing:
    """Ask of a statement that it names a registered document, one that is there, in which the thing stands.

    Args:
        ask: the requirement and the situation.
        at_least: whether a document has to be named; if not, one that is named has still to be there.
    """

    def narrowed(statement: Statement, judged: Part) -> Part:
        if Outcome.MET not in judged.possible or statement.by_reference is not None:
            return judged
        several = statement.values("uses")
        if not at_least and several == ((),):
            return judged
        truth = agree(any_of(_there(ask, used) for used in uses) if uses else None for uses in several)
        entries = [ask.situation.entries[used] for uses in several for used in uses]
        evidence = once([*judged.evidence, *(item for entry in entries for item in ask.evidence(entry))])
        names = " or ".join(dict.fromkeys(f"“{entry.title}”" for entry in entries))
        if truth:
            return evolve(judged, message=f"{judged.message}: {names}", evidence=evidence)
        path = ask.situation.path(statement)
        need = Missing(path=f"{path}.uses", need=f"the document in the register that holds it: {judged.subject}")
        if truth is False:
            message = f"said, but {names} has ended, or is no document of the kind"
            return _instead(judged, frozenset({Outcome.NOT_MET}), message, need, evidence)
        message = f"said, but whether {names} is there is open" if names else "said, but no document is named"
        if names and agree(Standing.PLANNED in one for entry in entries for one in entry.values("standing")):
            message = f"said, but {names} is planned, and nothing shows that it is there"
        return _instead(judged, OPEN, message, need, evidence)

    return narrowed


def _there(ask: Ask, used: str) -> bool | None:
    """Say whether a registered document is there, and may hold what an organisation does.

    One that is planned may be there by now: a text that plans it gives no day.
    """
    entry: Registered = ask.situation.entries[used]
    stands = agree(
        False if Standing.ENDED in standing else None if Standing.PLANNED in standing else True
        for standing in entry.values("standing")
    )
    return all_of([stands, agree(kind not in _NOT_OWN for kind in entry.values("kind"))])


def every(ask: Ask, least: Fraction | None = None) -> Narrowing:
    """Ask of a statement that it says how often.

    Args:
        ask: the requirement and the situation.
        least: how many times a year it is asked at the least; none for any interval.
    """

    def narrowed(statement: Statement, judged: Part) -> Part:
        if Outcome.MET not in judged.possible:
            return judged
        stated = statement.values("how_often")
        years = [often.per_year if often else None for often in stated]
        truth = agree(None if year is None else least is None or year >= least for year in years)
        words = " or ".join(str(often) for often in stated if often)
        if truth:
            return evolve(judged, message=words)
        need = Missing(path=f"{ask.situation.path(statement)}.how_often", need=f"how often: {judged.subject}")
        if truth is False:
            return _instead(judged, frozenset({Outcome.NOT_MET}), f"only {words}", need, judged.evidence)
        message = f"said, but how often is open: {words}" if words else "said, but not how often"
        return _instead(judged, OPEN, message, need, judged.evidence)

    return narrowed


def about(
    ask: Ask, partner: Partner, *, nobody: bool | None = True, agencies: bool = True, otherwise: Possible | None = None
) -> Narrowing:
    """Ask of a statement that it is about a partner, or names a post of that partner.

    Args:
        ask: the requirement and the situation.
        partner: the partner.
        nobody: whether a statement that names nobody is about every partner.
        agencies: whether it is enough that the agency is named; if not, it has to be a post or a team.
        otherwise: what a statement comes to that is about others; none where it then says nothing of the partner.
    """
    name = ask.situation.name(partner.agency)
    named = _agency_named if agencies else _holder_named

    def narrowed(statement: Statement, judged: Part) -> Part | None:
        own = own_ids(ask.situation, partner)
        truth = agree(named(ask, own, who) if who else nobody for who in statement.values("who"))
        if truth:
            return judged
        if truth is False and otherwise is None:
            return None
        need = Missing(path=f"{ask.situation.path(statement)}.who", need=f"whether {name} is meant: {judged.subject}")
        if truth is False and otherwise is not None:
            return evolve(judged, possible=otherwise, message=f"{name} is not named", missing=(need,), due=None)
        message = f"{judged.message}; whether {name} is meant is open"
        return evolve(judged, possible=judged.possible | OPEN, message=message, missing=(need,), due=None)

    return narrowed


def _agency_named(ask: Ask, own: Own, who: Sequence[str]) -> bool | None:
    """Say whether a partner is among those named, itself or as one of a class."""
    sure, perhaps = own.sure, own.perhaps
    if sure & set(who):
        return True
    entries = [ask.situation.entries.get(one) for one in who]
    behind = {getattr(entry, "agency", None) for entry in entries} - {None}
    if perhaps & set(who) or behind & (sure | perhaps):
        return None
    classes = any(isinstance(entry, Agency) and _is_class(entry) is not False for entry in entries)
    return None if classes or all(isinstance(entry, Body) for entry in entries) else False


def _holder_named(ask: Ask, own: Own, who: Sequence[str]) -> bool | None:
    """Say whether a post of a partner is among those named, or a body such as a team."""
    sure, perhaps = own.sure, own.perhaps
    entries = {one: ask.situation.entries.get(one) for one in who}
    posts = [one for one, entry in entries.items() if not isinstance(entry, Agency)]
    if sure & set(posts) or any(isinstance(entry, Body) for entry in entries.values()):
        return True
    return None if (sure | perhaps) & set(who) else False


def _is_class(agency: Agency) -> bool | None:
    """Say whether what is entered as an agency is a group of them, among which a partner may be."""
    return agree(kind is AgencyKind.GROUP for kind in agency.values("kind"))


def _instead(judged: Part, met: Possible, message: str, need: Missing, evidence: Sequence[Evidence]) -> Part:
    """Put in the place of met what it comes to."""
    return evolve(
        judged,
        possible=(judged.possible - {Outcome.MET}) | met,
        message=message,
        evidence=tuple(evidence),
        missing=(*judged.missing, need),
        due=None,
    )
