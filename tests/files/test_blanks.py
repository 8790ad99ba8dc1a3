"""Blanks: what is still to be filled in counts as open, and nothing of it is taken for an answer."""

from __future__ import annotations

import pytest

import safeguarding as sg
from safeguarding import InvalidDocumentError, Partnership

HEAD = """
schema = "safeguarding.v1"
partnership = "eastshire"
name = "Eastshire"
kind = "arrangements"
transcribed = "all"
[[source]]
id = "plan"
title = "The plan"
[[agency]]
id = "council"
name = "Council"
kind = "local-authority"
"""


def read(text: str) -> Partnership:
    return sg.loads(HEAD + text)


def test_a_blank_leaves_its_field_open() -> None:
    """A blank date is neither a date nor left out: it is open, as what could not be read."""
    publication = read('[publication]\npublished = "<the day>"\n').documents[0].publication
    assert publication.published is None
    assert publication.unknown == ("published",)


def test_a_blank_within_a_list_leaves_the_list_open() -> None:
    """Lines of funding of which an amount is blank are open together."""
    text = '[[funding]]\nid = "budget"\nlines = [{ label = "Council", paid_by = ["council"], amount = "<£>" }]\n'
    (funding,) = read(text).documents[0].funding
    assert (funding.lines, funding.unknown) == ((), ("lines",))


def test_a_blank_name_stands_as_it_is_written() -> None:
    """A name is needed, and shows that it is still to be filled in."""
    (post,) = read('[[post]]\nid = "p"\ntitle = "<the title>"\n').documents[0].posts
    assert post.title == "<the title>"


def test_a_blank_place_is_no_place() -> None:
    """A statement without its place does not count."""
    text = '[[statement]]\ntopic = "audits"\nparts = ["programme"]\nsays = "Six a year."\nwhere = "<the heading>"\n'
    (statement,) = read(text).documents[0].statements
    assert statement.where is None
    assert sg.assess(read(text), as_of="2019-11-30")["ch3.publish.audits"].outcome.value == "indeterminate"


def test_what_was_unknown_before_stays_so() -> None:
    """A blank is added to what the file already marks as unknown."""
    text = '[publication]\npublished = "<the day>"\nunknown = ["implemented"]\n'
    assert read(text).documents[0].publication.unknown == ("implemented", "published")


@pytest.mark.parametrize("text", ["<", ">", "<>", "a < b > c", "5 < 6", "x <b>", "<b>x</b>", "<!-- c --> ]]>"])
def test_angle_brackets_within_a_text_are_text(text: str) -> None:
    """Only what is nothing but angle brackets with something in them is a blank."""
    read_text = f'[[statement]]\ntopic = "audits"\nparts = ["programme"]\nsays = "{text}"\nwhere = "Audits"\n'
    assert read(read_text).documents[0].statements[0].says == text


def test_a_blank_where_a_word_is_needed_is_refused() -> None:
    """A kind that is blank cannot be guessed: the message says what is accepted."""
    with pytest.raises(InvalidDocumentError, match="is not an accepted word"):
        read('[[area]]\nid = "a"\nname = "A"\nkind = "<what kind>"\n')


def test_what_was_open_survives_being_written() -> None:
    """Written and read again, a blank field is still open."""
    partnership = read('[publication]\npublished = "<the day>"\n')
    assert sg.loads(sg.dumps(partnership.documents[0])) == partnership


PARTNERS = """
[[area]]
id = "area"
name = "AREA"
kind = "local-authority"
[[agency]]
id = "health"
name = "HEALTH"
kind = "clinical-commissioning-group"
[[agency]]
id = "police"
name = "Cumbria Constabulary"
kind = "police-force"
[[partner]]
agency = "council"
side = "local-authority"
covers = [{ area = "area", extent = "whole" }]
[[partner]]
agency = "health"
side = "health"
covers = [{ area = "area", extent = "whole" }]
[[partner]]
agency = "police"
side = "police"
covers = [{ area = "area", extent = "whole" }]
"""


@pytest.mark.parametrize("key", ["ch3.partners.three", "ch3.partners.arrange", "ch3.geo.la-based"])
def test_an_area_whose_name_is_a_blank_meets_nothing(key: str) -> None:
    """Which area it is, is not told yet: open, with a word on what is to be filled in."""
    text = PARTNERS.replace("HEALTH", "NHS North Cumbria CCG")
    finding = sg.assess(read(text.replace("AREA", "<the name of the area>")), as_of="2019-11-30")[key]
    assert finding.outcome.value == "indeterminate"
    assert any("its name is still to be given" in need.need for need in finding.missing)
    assert sg.assess(read(text.replace("AREA", "Eastshire")), as_of="2019-11-30")[key].outcome.value == "met"


def test_where_an_area_whose_name_is_a_blank_lies_is_open() -> None:
    """The boundaries are not given by an area without a name, nor does it lie in that of an authority."""
    text = PARTNERS.replace("HEALTH", "NHS Eastshire ICB").replace(
        "clinical-commissioning-group", "integrated-care-board"
    )
    found = sg.assess(read(text.replace("AREA", "<the name of the area>")), as_of="2024-06-30", guidance="WT2023")
    keys = ("ch3.publish.boundaries", "wt23.geo.la-based", "wt23.geo.coverage")
    assert {found[key].outcome.value for key in keys} == {"indeterminate"}


@pytest.mark.parametrize("area", ["Eastshire", "Cumbria"])
def test_a_partner_whose_name_is_a_blank_is_none_yet(area: str) -> None:
    """Whether the gazetteer has the area or not, an agency without a name may be any."""
    text = PARTNERS.replace("AREA", area)
    finding = sg.assess(read(text.replace("HEALTH", "<the name of the group>")), as_of="2019-11-30")[
        "ch3.partners.three"
    ]
    part = next(part for part in finding.parts if "health" in part.subject)
    assert part.outcome.value == "indeterminate"
    assert "still to be given" in part.message
