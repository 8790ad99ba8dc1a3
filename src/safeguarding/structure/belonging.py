"""Which agencies and posts are a partner's own, or act for it."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from attrs import frozen

from safeguarding.model import Partner, Post, Record, RelevantAgency
from safeguarding.structure.situation import Situation
from safeguarding.unknown import agree


@frozen
class Own:
    """The ids under which somebody may sit, chair or act.

    Args:
        sure: those that are surely theirs.
        perhaps: those of which that is open: a field that says so is stated in two ways, or could not be read.
    """

    sure: AbstractSet[str | None]
    perhaps: AbstractSet[str | None]


NOBODY = Own(frozenset(), frozenset())


def own_ids(situation: Situation, partner: Partner) -> Own:
    """Return the agencies and posts that are a partner's or act for it."""
    sure: set[str | None] = set()
    perhaps: set[str | None] = set()

    def add(found: tuple[str | None, ...], truth: bool | None) -> None:
        if truth is not False:
            (sure if truth and len(found) == 1 else perhaps).update(one for one in found if one)

    add(partner.values("agency"), True)
    for acting in situation.of("acting_for"):
        add(acting.values("agency"), agree(bool(sure & set(some)) for some in acting.values("on_behalf_of")))
    own, maybe = set(sure), sure | perhaps
    for post in situation.of("posts"):
        add((post.id,), _belongs(post, "agency", own, maybe))
    for relevant in situation.of("relevant_agencies"):
        # A partner may be listed as a relevant agency as well, and sit as that.
        add((relevant.id,), _belongs(relevant, "agency", own, maybe))
    for lead in situation.of("leads"):
        add(lead.values("post"), _belongs(lead, "partner", own, maybe))
    for given in situation.of("delegations"):
        add(given.values("to"), _belongs(given, "partner", own, maybe))
    return Own(sure, perhaps)


class Posts:
    """Which posts are of which agency, found once for all agencies.

    Args:
        situation: the partnership on a date.
    """

    def __init__(self, situation: Situation) -> None:
        self._sure: dict[str, list[str]] = {}
        self._perhaps: dict[str, list[str]] = {}
        anybodys: list[str] = []
        for post in situation.of("posts"):
            stated = post.values("agency")
            if not stated:
                anybodys.append(post.id)
            for agency in stated:
                if agency is not None:
                    (self._sure if len(stated) == 1 else self._perhaps).setdefault(agency, []).append(post.id)
        self.anybodys: AbstractSet[str | None] = frozenset(anybodys)
        """The posts whose agency could not be read: each may be any agency's."""

    def own(self, agency: RelevantAgency | str) -> Own:
        """Return the ids under which a relevant agency, or another agency, sits: its own and those of its posts."""
        sure: set[str | None] = {agency} if isinstance(agency, str) else {agency.id}
        perhaps: set[str | None] = set()
        if isinstance(agency, RelevantAgency):
            stated = agency.values("agency")
            (sure if len(stated) == 1 else perhaps).update(one for one in stated if one)
        for one in tuple(sure):
            sure.update(self._sure.get(str(one), ()))
            perhaps.update(self._perhaps.get(str(one), ()))
        for one in tuple(perhaps):
            perhaps.update(self._sure.get(str(one), ()))
        return Own(sure, perhaps | self.anybodys if perhaps else self.anybodys)


def agencies_of(situation: Situation, who: str) -> tuple[str, ...]:
    """Return the agency of a post, as often as it is stated; of anything else, itself."""
    entry = situation.entries.get(who)
    return tuple(agency or who for agency in entry.values("agency")) if isinstance(entry, Post) else (who,)


def _belongs(entry: Record, name: str, own: AbstractSet[str | None], maybe: AbstractSet[str | None]) -> bool | None:
    """Say whether what an entry names in a field is somebody's own."""
    stated = entry.values(name)
    return None if not stated else True if set(stated) <= own else None if set(stated) & maybe else False
