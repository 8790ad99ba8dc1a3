"""Chapter 5: who the child death review partners are, whether a plan speaks of their work, and by which guidance."""

from __future__ import annotations

from attrs import frozen

from safeguarding.law.asking import Ask
from safeguarding.law.outcomes import OPEN, Missing, Part
from safeguarding.model import (
    Body,
    Function,
    Funding,
    Office,
    PaperKind,
    Post,
    Registered,
    Side,
    Stance,
    Standing,
    Statement,
    Topic,
)
from safeguarding.unknown import agree, all_of, any_of, negate

SIDES = frozenset({Side.LOCAL_AUTHORITY, Side.HEALTH})
"""The sides that are child death review partners: s.16Q(2)."""


@frozen
class Agencies:
    """The agencies of the child death review partners, by id.

    Args:
        sure: those that surely are.
        perhaps: those that may be, where their side or their agency is not one plain value.
    """

    sure: frozenset[str]
    perhaps: frozenset[str]


def agencies(ask: Ask) -> Agencies:
    """Return the agencies of the local authority and the health body, of the partners of an arrangement."""
    sure: set[str] = set()
    perhaps: set[str] = set()
    for partner in ask.situation.partners:
        own = partner.values("agency")
        truth = all_of([
            agree(side in SIDES for side in partner.values("side")),
            ask.situation.during(ask.situation.entries[partner.agency]),
        ])  # fmt: skip
        if truth is not False:
            (sure if truth and len(own) == 1 else perhaps).update(own)
    return Agencies(frozenset(sure), frozenset(perhaps - sure))


def involved(ask: Ask, side: Side) -> bool | None:
    """Say whether a child death review partner on one side is named among the partners."""
    return any_of(
        all_of([
            agree(one is side for one in partner.values("side")),
            ask.situation.during(ask.situation.entries[partner.agency]),
        ])
        for partner in ask.situation.partners
    )  # fmt: skip


_TOPICS = (
    Topic.CHILD_DEATHS,
    Topic.CHILD_DEATH_PLAN,
    Topic.CHILD_DEATH_INFORMATION,
    Topic.CHILD_DEATH_PUBLICATION,
    Topic.BEREAVED_FAMILIES,
    Topic.JOINT_AGENCY_RESPONSE,
)


def spoken_of(ask: Ask) -> bool:
    """Say whether the arrangements surely speak of the review of child deaths.

    They do by a statement, a body with that work in its remit, the designated doctor, or a payment for it. Without any
    of these, what they name for the safeguarding partners is not shown to be named for the review of deaths as well.
    """
    situation = ask.situation
    if any(situation.statements(topic) for topic in _TOPICS):
        return True
    bodies: tuple[Body, ...] = situation.of("bodies")
    posts: tuple[Post, ...] = situation.of("posts")
    funding: tuple[Funding, ...] = situation.of("funding")
    shown = (
        *(agree(Function.CHILD_DEATHS in remit for remit in body.values("remit")) for body in bodies),
        *(agree(office is Office.CHILD_DEATH_DOCTOR for office in post.values("office")) for post in posts),
        *(agree(any(line.for_child_deaths for line in lines) for lines in one.values("lines")) for one in funding),
    )
    return any_of(shown) is True


def guidance_used(ask: Ask, subject: str) -> list[Part]:
    """Make a part for each registered guidance by which child deaths are reviewed; none where none is named."""
    found = []
    for statement in ask.situation.statements(Topic.CHILD_DEATHS):
        if "uses" in statement.unknown:
            need = Missing(path=f"{ask.situation.path(statement)}.uses", need="by which guidance deaths are reviewed")
            found.append(ask.part(subject, None, "by which guidance could not be read", missing=(need,)))
        for identity in dict.fromkeys(one for uses in statement.values("uses") for one in uses):
            part = _used(ask, statement, identity, subject)
            found += [part] if part else []
    return found


def _used(ask: Ask, statement: Statement, identity: str, subject: str) -> Part | None:
    """Make the part for one registered document, if it is guidance that stands."""
    entry: Registered = ask.situation.entries[identity]
    guidance = agree(kind is PaperKind.LAW_OR_GUIDANCE for kind in entry.values("kind"))
    stands = negate(agree(Standing.ENDED in standing for standing in entry.values("standing")))
    done = agree(stance is Stance.DONE for stance in statement.values("stance"))
    plain = all(name not in statement.unknown for name in ("says", "where")) and len(statement.values("uses")) == 1
    truth = all_of([guidance, stands, done, True if plain and statement.says and statement.where else None])
    if truth is False:
        return None
    need = Missing(path=f"register.{identity}", need=f"whether “{entry.title}” is guidance that is followed")
    return ask.part(
        subject,
        truth or OPEN,
        f"named: {entry.title}",
        evidence=ask.evidence(statement, "uses", entry.title),
        missing=() if truth else (need,),
    )
