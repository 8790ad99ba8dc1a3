"""Chairs as they are found: fixed, rotating, joint, independent, vacant, a councillor, a head teacher."""

from __future__ import annotations

from safeguarding import Outcome
from safeguarding.model import Body, Chair, Chairing, Office, Post
from tests.shapes.plan import PARTNERS, document, judged, plan

POSTS = """
[[agency]]
id = "school"
name = "Hill School"
kind = "school"

[[post]]
id = "director"
title = "Director of Children's Services"
agency = "council"
office = "director-of-childrens-services"

[[post]]
id = "superintendent"
title = "Superintendent"
agency = "police"

[[post]]
id = "independent-chair"
title = "Independent Chair"
office = "independent-chair"
independence = "employed by none of the partners"

[[post]]
id = "lead-member"
title = "Cabinet Member for Children"
agency = "council"
office = "lead-member"

[[post]]
id = "head"
title = "Head Teacher"
agency = "school"
office = "head-teacher"
"""


def board(chair: str) -> str:
    """Write a board with a chair."""
    head = PARTNERS + POSTS + '[[body]]\nid = "board"\nname = "Board"\nkind = "board"\nreports_to = ["council"]\n'
    return f"{head}chair = {chair}\n"


def body(chair: str) -> Body:
    """Read a board with a chair."""
    (found,) = document(board(chair)).bodies
    return found


def chair_of(chair: str) -> Chair:
    """Read a chair."""
    found = body(chair).chair
    assert found is not None
    return found


def post(chair: str) -> Post:
    """Read the one post that chairs."""
    (held_by,) = chair_of(chair).held_by
    return next(one for one in document(board(chair)).posts if one.id == held_by)


def test_a_fixed_chair() -> None:
    """Fixed: one post chairs, and nothing need be said of how."""
    assert chair_of('{ held_by = ["director"] }') == Chair(how=Chairing.FIXED, held_by=("director",))


def test_a_chair_rotating_between_all_partners() -> None:
    """Rotating between all partners on a period: those among whom it rotates, in order, and how often."""
    found = chair_of('{ how = "rotating", held_by = ["council", "ccg", "police"], every = "annually" }')
    assert (found.how, found.held_by) == (Chairing.ROTATING, ("council", "ccg", "police"))
    assert found.every is not None
    assert found.every.per_year == 1


def test_a_chair_rotating_between_some_partners() -> None:
    """Rotating between some partners on a period of two years."""
    found = chair_of('{ how = "rotating", held_by = ["council", "ccg"], every = "every 2 years" }')
    assert found.held_by == ("council", "ccg")
    assert str(found.every) == "every 2 years"


def test_a_rotating_vice_chair() -> None:
    """A rotating vice-chair beside a fixed chair."""
    found = chair_of('{ held_by = ["director"], vice = ["ccg", "police"], vice_how = "rotating" }')
    assert (found.how, found.vice_how, found.vice) == (Chairing.FIXED, Chairing.ROTATING, ("ccg", "police"))


def test_a_joint_chair() -> None:
    """Joint: two posts chair together."""
    found = chair_of('{ how = "joint", held_by = ["director", "superintendent"] }')
    assert (found.how, found.held_by) == (Chairing.JOINT, ("director", "superintendent"))


def test_an_independent_chair() -> None:
    """Independent: a post of no agency, with the basis of its independence, appointed and held to account by others."""
    text = (
        '{ held_by = ["independent-chair"], appointed_by = ["council", "ccg", "police"], '
        'held_to_account_by = ["council"] }'
    )
    found = post(text)
    assert (found.agency, found.office) == (None, Office.INDEPENDENT_CHAIR)
    assert found.independence == "employed by none of the partners"
    assert chair_of(text).appointed_by == ("council", "ccg", "police")
    assert chair_of(text).held_to_account_by == ("council",)


def test_a_vacant_chair() -> None:
    """Vacant: nobody holds it, which is not the same as nothing being said."""
    found = chair_of('{ how = "vacant" }')
    assert (found.how, found.held_by) == (Chairing.VACANT, ())
    assert document(PARTNERS + '[[body]]\nid = "board"\nname = "Board"\nkind = "board"\n').bodies[0].chair is None


def test_an_elected_member_as_chair() -> None:
    """An elected member: the post is one of the council, and its office says what it is."""
    found = post('{ held_by = ["lead-member"] }')
    assert (found.agency, found.office) == ("council", Office.LEAD_MEMBER)


def test_a_head_teacher_as_chair() -> None:
    """A head teacher: the post is one of a school, which is no partner."""
    found = post('{ held_by = ["head"] }')
    assert (found.agency, found.office) == ("school", Office.HEAD_TEACHER)


def test_how_a_body_is_chaired_does_not_decide_to_whom_it_answers() -> None:
    """Whatever the chair, the line to the partners is what is looked for."""
    for chair in ('{ how = "vacant" }', '{ held_by = ["head"] }'):
        assert judged(plan(board(chair)))["ch3.partners.coordinate"].outcome is Outcome.NEEDS_JUDGEMENT
