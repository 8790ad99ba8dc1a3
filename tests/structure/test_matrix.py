"""Who sits where, in the cases in which somebody is there under another name, or not any more."""

from __future__ import annotations

from safeguarding.structure.matrix import matrix
from safeguarding.structure.observed import Notable
from safeguarding.views.governance import standing
from tests.structure.governed import LEADS, TOP, body, situation
from tests.structure.test_observed import FULL_TOP, found

POLICE = '[[relevant_agency]]\nid = "police-too"\nname = "The Police"\nagency = "police"\n'
OVER = '[[agency]]\nid = "crc"\nname = "CRC"\nkind = "probation-provider"\nends = "2019-06-30"\n'
OVER += '[[relevant_agency]]\nid = "probation"\nname = "Probation"\nagency = "crc"\n'


def cells(*sections: str, on: str = "board") -> dict[str, str]:
    """Return how each member stands to a body."""
    laid_out = matrix(situation(TOP, *sections))
    board = next(one for one in laid_out.bodies if one.id == on)
    return {member.id: standing(laid_out.cell(member, board)) for member in laid_out.members}


def test_a_partner_sits_by_a_seat_for_the_relevant_agency_that_it_is() -> None:
    """The police are listed as a relevant agency too, and the seat is written for that."""
    seats = 'seats = [{ agency = "council" }, { agency = "ccg" }, { agency = "police-too" }]'
    sections = (POLICE, body("board", seats, to=("top",)))
    assert cells(*sections) == {"council": "sits", "ccg": "sits", "police": "sits", "police-too": "sits"}
    assert found(Notable.ABSENT, POLICE, body("top", LEADS, seats, kind="lead-group")) == []


def test_who_is_not_there_any_more_has_no_row() -> None:
    """A post that is over, and a relevant agency whose agency is, sit nowhere and are not missed."""
    post = '[[post]]\nid = "past"\ntitle = "Past"\nends = "2019-12-31"\n'
    sections = (OVER, post, body("board", 'seats = [{ post = "past" }, { agency = "council" }]', to=("top",)))
    assert set(cells(*sections)) == {"council", "ccg", "police"}
    assert found(Notable.NO_SEAT, FULL_TOP, *sections) == []


def test_one_of_several_may_chair() -> None:
    """Where the text does not say which of two chairs, each may; where both are of one partner, it does."""
    assert cells(body("board", 'chair = { how = "one-of", held_by = ["council", "ccg"] }'))["ccg"] == "may chair"
    assert cells(body("board", 'chair = { how = "one-of", held_by = ["council", "director"] }'))["council"] == "chairs"
    assert cells(body("board", 'chair = { how = "one-of", held_by = ["council", "ccg"] }'))["police"] == "not said"
