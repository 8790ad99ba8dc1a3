"""Who holds what is looked up once, however many scrutineers there are."""

from __future__ import annotations

from time import process_time

from safeguarding.structure.independence import same_holders, ties_of
from safeguarding.structure.offices import Offices
from tests.structure.governed import TOP, body, situation

POST = '[[post]]\nid = "p{0}"\ntitle = "P{0}"\n'
EYE = '[[scrutineer]]\nid = "s{0}"\ntitle = "S{0}"\nform = "person"\nheld_by = ["p{0}"]\n'


def test_a_chain_of_posts_of_one_person_is_followed_both_ways() -> None:
    """Whichever of two posts names the other, and by way of a third, they are of one person."""
    posts = POST.format(1) + 'same_holder_as = ["p0"]\n' + POST.format(2) + 'same_holder_as = ["p1"]\n' + POST.format(0)
    now = situation(TOP, posts + POST.format(9), EYE.format(0))
    assert same_holders(now, now.of("scrutineers")[0]) == ("p0", "p1", "p2")


def test_bodies_are_found_by_any_statement_and_where_one_could_not_be_read() -> None:
    """By the chair, by a second statement of seats, and where the chair could not be read; in the file's order."""
    also = 'also = [{ field = "seats", value = [{ post = "p0" }] }]\nseats = [{ post = "p1" }]'
    bodies = (
        body("unread", 'unknown = ["chair"]'),
        body("seated", also),
        body("chaired", 'chair = { held_by = ["p0"] }'),
        body("none"),
    )
    now = situation(TOP, POST.format(0), POST.format(1), *bodies)
    found = Offices(now.bodies, now.of("posts"))
    assert [one.id for one in found.where(["p0"])] == ["unread", "seated", "chaired"]


def test_many_scrutineers_take_no_longer_each() -> None:
    """A thousand scrutineers beside as many bodies and posts: each is not laid against every body."""
    count = 1000
    posts = "".join(POST.format(number) for number in range(count))
    eyes = "".join(EYE.format(number) for number in range(count))
    bodies = "".join(body(f"b{number}", f'chair = {{ held_by = ["p{number}"] }}') for number in range(count))
    now = situation(TOP, posts, eyes, bodies)
    start = process_time()
    found = [tie for one in now.of("scrutineers") for tie in ties_of(now, one)]
    assert (
        process_time() - start < 2
    )  # seconds; it takes a small part of one, and several where each is laid against all
    assert len(found) == count
