"""Who holds which chairs and seats, and which posts one person holds: looked up once for all scrutineers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from safeguarding.model import Body, Post, Seat


class Offices:
    """Who holds what, by whom it is held.

    Args:
        bodies: the bodies that are not known to be gone.
        posts: the posts.
    """

    def __init__(self, bodies: Sequence[Body], posts: Sequence[Post]) -> None:
        self._bodies = bodies
        self._posts = {post.id for post in posts}
        self._same: dict[str, list[str]] = {}
        for post in posts:
            for other in post.same_holder_as:
                self._same.setdefault(post.id, []).append(other)
                self._same.setdefault(other, []).append(post.id)
        self._at: dict[str, list[int]] = {}
        self._unread: list[int] = []
        for place, body in enumerate(bodies):
            chairs, seats = chairing(body), sitting(body)
            for who in set().union(*chairs, *seats):
                self._at.setdefault(who, []).append(place)
            if not (chairs and seats):
                self._unread.append(place)
        several = [len(post.values("same_holder_as")) for post in posts]
        self.disputed = any(number > 1 for number in several)
        """Whether it is stated in two ways which posts one person holds."""
        self.plain = all(number == 1 for number in several)
        """Whether it is clear which posts one person holds."""

    def same_holders(self, held_by: Iterable[str]) -> tuple[str, ...]:
        """Return those who hold a role, then the other posts of the same holders."""
        found = dict.fromkeys(held_by)
        waiting = list(found)
        for who in waiting:
            # What is added here is looked at in its turn.
            near = [other for other in dict.fromkeys(self._same.get(who, ())) if other not in found]
            found.update(dict.fromkeys(near))
            waiting += near
        return tuple(found)

    def any_post(self, among: Iterable[str]) -> bool:
        """Say whether any of these is a post."""
        return any(who in self._posts for who in among)

    def where(self, among: Iterable[str]) -> tuple[Body, ...]:
        """Return the bodies that any of these chairs or sits on, or may: in the order of the file."""
        places = {place for who in among for place in self._at.get(who, ())}
        return tuple(self._bodies[place] for place in sorted(places.union(self._unread)))


def chairing(body: Body) -> list[set[str]]:
    """Return who chairs a body, under each statement of it."""
    return [set(chair.held_by) if chair else set() for chair in body.values("chair")]


def sitting(body: Body) -> list[set[str]]:
    """Return who sits on a body, under each statement of its seats."""
    return [_holders(seats) for seats in body.values("seats")]


def _holders(seats: Iterable[Seat]) -> set[str]:
    return {who for seat in seats for who in (seat.post, seat.agency, seat.body) if who is not None}
