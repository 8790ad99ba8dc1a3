"""Who answers to whom: every body's line of accountability to the partners."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import pairwise

from safeguarding.model import Body, BodyKind, Function, Line
from safeguarding.unknown import agree


def leads(body: Body) -> bool | None:
    """Say whether the partners lead through a body: it is their group, or has strategic leadership in its remit."""
    if body.values("kind") == (BodyKind.LEAD_GROUP,):
        return True
    by_remit = agree(Function.STRATEGIC_LEADERSHIP in remit for remit in body.values("remit"))
    return None if by_remit is False and BodyKind.LEAD_GROUP in body.values("kind") else by_remit


class Accountability:
    """Which bodies have a line to the partners, and along which way.

    The partners are reached at a body through which they lead (their lead group, or another with strategic
    leadership in its remit), at a partner's own agency, or at a post of theirs. Stated lines are sure; where
    a text leaves it open whether two bodies are the same, where two statements differ, or where lines could
    stand in a part that was not read, a line is only possible.

    Args:
        bodies: the bodies that are not known to be gone.
        ends: the ids of the partners' agencies and posts.
        perhaps: the ids of posts that may be the partners'.
        sure: the ids of the bodies that are known not to be gone.
        unread: whether lines may stand in parts that have not been read or written down.
    """

    def __init__(
        self,
        bodies: Iterable[Body],
        ends: AbstractSet[str],
        *,
        perhaps: AbstractSet[str] = frozenset(),
        sure: AbstractSet[str],
        unread: bool,
    ) -> None:
        self._bodies = {body.id: body for body in bodies}
        self._place = {identity: place for place, identity in enumerate(self._bodies)}
        self._same = self._identities()
        self._ends = ends
        self.perhaps_ends = perhaps - ends
        self._possible_ends = ends | perhaps
        self._unread = unread
        self._next: dict[str, str] = {}
        self._sure = self._reach(lambda body: body.id in sure and leads(body) is True, self._sure_step, sure)
        self._possible = self._reach(lambda body: leads(body) is not False, self._possible_step, set(self._bodies))

    def reaches(self, body: str) -> bool | None:
        """Say whether a body has a line to the partners."""
        if body in self._sure:
            return True
        return None if body in self._possible else False

    def would_reach(self, body: str) -> bool:
        """Say whether a stated line of a body leads to the partners, whether or not the body itself is there."""
        return self.line(body) is not None or body in self._sure

    def may_reach_as_stated(self, body: str) -> bool:
        """Say whether lines that are stated lead a body to the partners, or may: whatever else was not read."""
        return body in self._by_lines

    def way(self, body: str) -> tuple[str, ...]:
        """Return the ids along a stated line to the partners, the body itself first; empty if none.

        That of a body of which it is open whether it is there is the one that it would have.
        """
        line = self.line(body)
        if line is None:
            return (body,) if body in self._sure else ()
        way = [body, line.to]
        while way[-1] in self._next:
            way.append(self._next[way[-1]])
        return tuple(way)

    def line(self, body: str) -> Line | None:
        """Return the stated line along which a body reports, or would report, towards the partners."""
        if body not in self._bodies:
            return None
        onward = self._next.get(body) if body in self._sure else self._onward(self._bodies[body], self._sure)
        return next((line for line in self._bodies[body].reports_to if line.to == onward), None)

    @cached_property
    def steps(self) -> dict[str, int]:
        """How many steps below the partners each body stands along its way; 1 where they lead through it."""
        found: dict[str, int] = {}
        # What is reached is so nearest first, but a body is asked for in any order.
        for body in self._sure:
            way = [body]
            while way[-1] not in found and way[-1] in self._next:
                way.append(self._next[way[-1]])
            # Whoever stands at the end and is no body is a partner, or a post of one.
            found.setdefault(way[-1], int(way[-1] in self._bodies))
            for upper, lower in pairwise(reversed(way)):
                found[lower] = found[upper] + 1
        for body in self._bodies:
            if body not in found and (line := self.line(body)) is not None:
                found[body] = found.get(line.to, 0) + 1
        return {body: found[body] for body in self._bodies if body in found}

    @cached_property
    def _by_lines(self) -> set[str]:
        return self._reach(lambda body: leads(body) is not False, self._stated_step, set(self._bodies))

    @property
    def top(self) -> tuple[Body, ...]:
        """The bodies through which the partners lead."""
        return tuple(body for body in self._bodies.values() if leads(body) is not False)

    def _reach(
        self, starts: Callable[[Body], bool], step: Callable[[Body, AbstractSet[str]], bool], among: AbstractSet[str]
    ) -> set[str]:
        """Find the bodies from which the partners are reached, nearest first."""
        reached = {body.id for body in self._bodies.values() if starts(body)}
        below = self._below()
        waiting = [body.id for body in self._bodies.values() if body.id in among and body.id not in reached]
        while waiting:
            found = [identity for identity in waiting if step(self._bodies[identity], reached)]
            if not found:
                break
            reached.update(found)
            near = {lower for identity in found for lower in below.get(identity, ())}
            waiting = sorted((near & among) - reached, key=self._place.__getitem__)
        return reached

    def _below(self) -> dict[str, list[str]]:
        """Return, for each body, the bodies that may report to it or be the same."""
        below: dict[str, list[str]] = {}
        for body in self._bodies.values():
            for lines in body.values("reports_to"):
                for line in lines:
                    below.setdefault(line.to, []).append(body.id)
            for other in self._same[body.id]:
                below.setdefault(other, []).append(body.id)
        return below

    def _sure_step(self, body: Body, reached: AbstractSet[str]) -> bool:
        onward = self._onward(body, reached)
        if onward is None:
            return False
        self._next[body.id] = onward
        return True

    def _onward(self, body: Body, reached: AbstractSet[str]) -> str | None:
        """Return to whom the first line of a body leads that reaches the partners, if each statement has one."""
        stated = body.values("reports_to")
        onward = [[line.to for line in lines if line.to in reached or line.to in self._ends] for lines in stated]
        return onward[0][0] if onward and all(onward) else None

    def _possible_step(self, body: Body, reached: AbstractSet[str]) -> bool:
        stated = body.values("reports_to")
        return (
            self._unread
            or not stated
            or "may_be" in body.unknown
            or bool(self._same[body.id] & reached)
            or self._stated_step(body, reached)
        )

    def _stated_step(self, body: Body, reached: AbstractSet[str]) -> bool:
        lines = (line for stated in body.values("reports_to") for line in stated)
        return any(line.to in reached or line.to in self._possible_ends for line in lines)

    def _identities(self) -> dict[str, set[str]]:
        """Return, for each body, the bodies that may be the same, whichever of them says so."""
        same: dict[str, set[str]] = {identity: set() for identity in self._bodies}
        for body in self._bodies.values():
            for other in body.may_be:
                if other in same:
                    same[body.id].add(other)
                    same[other].add(body.id)
        return same
