"""Who chairs most bodies, and on which post most hangs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from safeguarding.model import Body, Chairing, Post, Topic
from safeguarding.structure.graph_kinds import PARTNERS, EdgeKind
from safeguarding.structure.observed.observation import Notable, Observation, Read, Step, listed, reads
from safeguarding.structure.observed.shape import as_read, under
from safeguarding.structure.situation import Situation, standing


class Chairs:
    """Who holds the chairs that are fixed or joint, the posts that one person holds counting as one.

    Args:
        situation: the partnership on a date.
    """

    def __init__(self, situation: Situation) -> None:
        self._situation = situation
        bodies = standing(situation)
        posts = all(len(post.values("same_holder_as")) == 1 for post in situation.of("posts"))
        plain = all(situation.to_stand(body) and len(body.values("chair")) == 1 for body in bodies)
        self._certain = posts and plain and situation.fully_read(Topic.BODIES)
        self._named = sum(bool(body.chair and body.chair.held_by) for body in bodies)
        self._chaired: dict[str, list[Body]] = {}
        one_of = _one_person(situation)
        for body in bodies:
            for chair in body.values("chair"):
                held = chair.held_by if chair and chair.how in {Chairing.FIXED, Chairing.JOINT} else ()
                for holder in dict.fromkeys(one_of.get(holder, holder) for holder in held):
                    if body not in self._chaired.setdefault(holder, []):
                        self._chaired[holder].append(body)

    def most(self) -> Iterator[Observation]:
        """Find who chairs most bodies, where that is more than one."""
        most = max((len(found) for found in self._chaired.values()), default=0)
        for holder, found in self._chaired.items():
            if most > 1 and len(found) == most:
                name, names = self._situation.name(holder), self._names(found)
                message = f"{name} chairs {most} of the {self._named} bodies whose chair is named: {names}"
                truth = self._certain or None
                yield self._observed(Notable.CHAIRS_MOST, holder, found, (), truth=truth, message=message)

    def hung_on(self, below: Mapping[str, list[str]]) -> Iterator[Observation]:
        """Find the post on which most hangs: the bodies that it chairs, and those that have no line but through them.

        Args:
            below: what hangs on what, as `safeguarding.structure.observed.shape.hanging` returned it.
        """
        turns = _turns(below)
        sizes = {holder: _size(found, turns) for holder, found in self._chaired.items()}
        more = {holder: size - len(self._chaired[holder]) for holder, size in sizes.items()}
        most = max((size for holder, size in sizes.items() if more[holder]), default=0)
        place = {body.id: number for number, body in enumerate(self._situation.bodies)}
        truth = (self._certain and as_read(self._situation)) or None
        for holder, found in self._chaired.items():
            if more[holder] and sizes[holder] == most:
                own = {body.id for body in found}
                hung = {one for body in own for one in under(body, below)} - own
                cut = sorted(hung, key=lambda one: (place.get(one, len(place)), one))
                bodies = "1 body has" if len(cut) == 1 else f"{len(cut)} bodies have"
                message = (
                    f"the most hangs on {self._situation.name(holder)}: it chairs {self._names(found)}, through which "
                    f"alone {bodies} a line to the partners: {listed(self._situation, cut)}"
                )
                yield self._observed(Notable.POST_HUNG_ON, holder, found, cut, truth=truth, message=message)

    def _names(self, found: Sequence[Body]) -> str:
        return listed(self._situation, [body.id for body in found])

    def _observed(
        self, kind: Notable, holder: str, found: Sequence[Body], cut: Sequence[str], *, truth: bool | None, message: str
    ) -> Observation:
        read: dict[Read, None] = {}
        for body in found:
            read.update(dict.fromkeys(reads(self._situation, body, name="chair")))
        return Observation(
            kind=kind,
            about=(holder, *(body.id for body in found), *cut),
            truth=truth,
            message=message,
            way=tuple(Step(holder, EdgeKind.CHAIRS, body.id) for body in found),
            read=tuple(read),
        )


def _turns(below: Mapping[str, list[str]]) -> dict[str, tuple[int, int]]:
    """Number what hangs on what, so that all that hangs on a node has the numbers between its own two."""
    turns: dict[str, tuple[int, int]] = {}
    order, number = [(PARTNERS, False)], 0
    while order:
        node, done = order.pop()
        if done:
            turns[node] = (turns[node][0], number)
            continue
        turns[node] = (number, number)
        number += 1
        order.append((node, True))
        order += [(one, False) for one in below.get(node, ())]
    return turns


def _size(found: Sequence[Body], turns: Mapping[str, tuple[int, int]]) -> int:
    """Count some bodies, and all that hang on one of them, each once."""
    count, last = sum(body.id not in turns for body in found), -1
    for first, end in sorted(turns[body.id] for body in found if body.id in turns):
        if first >= last:
            count, last = count + end - first, end
    return count


def _one_person(situation: Situation) -> dict[str, str]:
    """Return for each post the first of those that the same person holds."""
    first: dict[str, str] = {}

    def find(post: str) -> str:
        while first.get(post, post) != post:
            post = first[post]
        return post

    post: Post
    for post in situation.of("posts"):
        for other in post.same_holder_as:
            one, two = find(post.id), find(other)
            if one != two:
                first[two] = one
    return {post: find(post) for post in first}
