"""Flaws worked out by hand: for each way in which documents may not hang together, what is said and where."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from safeguarding import InvalidDocumentError, Partnership
from safeguarding.dates import PartialDate
from safeguarding.model import (
    Agency,
    AgencyKind,
    Aim,
    AimKind,
    Also,
    Area,
    AreaKind,
    Body,
    BodyKind,
    Cover,
    Document,
    DocumentKind,
    Extent,
    Funding,
    FundingLine,
    Line,
    Partner,
    Place,
    Publication,
    Registered,
    RelevantAgency,
    Seat,
    Side,
    Source,
    Stance,
    Statement,
    Status,
    Topic,
)
from safeguarding.model.context import PaperKind
from safeguarding.model.integrity import flaws

SOURCE = Source(id="plan", title="Plan")
COUNCIL = Agency(id="council", name="Council", kind=AgencyKind.LOCAL_AUTHORITY)
NORTH = Area(id="north", name="North", kind=AreaKind.LOCAL_AUTHORITY)
BOARD = Body(id="board", name="Board", kind=BodyKind.BOARD)
PLAIN = Document(
    partnership="x",
    name="X",
    kind=DocumentKind.ARRANGEMENTS,
    transcribed=(Topic.ALL,),
    sources=(SOURCE,),
    areas=(NORTH,),
    agencies=(COUNCIL,),
    bodies=(BOARD,),
)


def body(**stated: Any) -> Document:
    """Make the document with a board of which this is stated."""
    return evolve(PLAIN, bodies=(evolve(BOARD, **stated),))


def statement(**stated: Any) -> Document:
    """Make the document with a statement on training."""
    made = Statement(topic=Topic.TRAINING, parts=("deliver",))
    return evolve(PLAIN, statements=(evolve(made, **stated),))


def funding(*lines: FundingLine) -> Document:
    """Make the document with a statement of funding."""
    return evolve(PLAIN, funding=(Funding(id="budget", lines=lines),))


def partners(*several: Partner) -> Document:
    """Make the document with partners."""
    return evolve(PLAIN, partners=several)


WHOLE = Cover(area="north", extent=Extent.WHOLE)
PARTNER = Partner(agency="council", side=Side.LOCAL_AUTHORITY)
CLASS = RelevantAgency(id="schools", name="schools")

# what is given; where the flaw is, as a file writes it; a fragment of what is said.
FLAWED = {
    "an id that is none": (evolve(PLAIN, agencies=(evolve(COUNCIL, id="The Council"),)), "agency.0.id", "is not an id"),
    "an id too long": (evolve(PLAIN, agencies=(evolve(COUNCIL, id="a" * 61),)), "agency.0.id", "is not an id"),
    "an id used twice": (evolve(PLAIN, areas=(evolve(NORTH, id="council"),)), "agency.0.id", "already the id"),
    "a reference to nothing": (body(reports_to=(Line(to="none"),)), "body.0.reports_to.0.to", "is not the id of any"),
    "a reference to the wrong kind": (body(serves=("council",)), "body.0.serves.0", "it is the id of an agency"),
    "a place in no source": (body(where=Place(source="none")), "body.0.where.source", "is not the id of any"),
    "a page before the first": (body(where=Place(source="plan", page=0)), "body.0.where.page", "is not a page"),
    "lines backwards": (
        body(where=Place(source="plan", lines=(9, 8))),
        "body.0.where.lines",
        "is not a range of lines",
    ),
    "an empty text": (body(name=" "), "body.0.name", "the text is empty"),
    "a control character": (body(name="a\x07b"), "body.0.name", "cannot be written out"),
    "a paraphrase too long": (body(purpose="x" * 301), "body.0.purpose", "301 characters"),
    "the shape of an NHS number": (body(note="ref 943 476 5919"), "body.0.note", "NHS number"),
    "a seat of nobody": (body(seats=(Seat(),)), "body.0.seats.0", "this one has 0"),
    "a seat of two": (
        body(seats=(Seat(agency="council", held_for=Side.POLICE),)),
        "body.0.seats.0",
        "this one has 2",
    ),
    "an end before the start": (
        body(starts=PartialDate(2019, 7), ends=PartialDate(2019, 6)),
        "body.0.ends",
        "is before starts",
    ),
    "unknown and stated": (body(purpose="x", unknown=("purpose",)), "body.0.unknown.0", "and has a value"),
    "unknown and no field": (body(unknown=("purposes",)), "body.0.unknown.0", "is not a field"),
    "a second value and no first": (
        body(also=(Also(field="purpose", value="x"),)),
        "body.0.also.0.value",
        "a second value and no first",
    ),
    "a further statement of nothing": (body(also=(Also(field="name"),)), "body.0.also.0", "neither a value"),
    "a further statement of no field": (body(also=(Also(field="x", value="y"),)), "body.0.also.0.field", "not a field"),
    "a topic that is a section": (statement(topic=Topic.BODIES), "statement.0.topic", "is a section"),
    "a part of another topic": (statement(parts=("steps",)), "statement.0.parts.0", "is not a part of the topic"),
    "no part": (statement(parts=()), "statement.0.parts", "no part is named"),
    "a partner twice": (partners(PARTNER, PARTNER), "partner.1.agency", "already a partner"),
    "an area covered twice": (
        partners(evolve(PARTNER, covers=(WHOLE, WHOLE))),
        "partner.0.covers.1.area",
        "stands here twice",
    ),
    "a paragraph that is not there": (
        evolve(PLAIN, relevant_agencies=(evolve(CLASS, paragraphs=(39,)),)),
        "relevant_agency.0.paragraphs.0",
        "no paragraph 39",
    ),
    "a label twice": (funding(FundingLine(label="A"), FundingLine(label="A")), "funding.0.lines.1.label", "already"),
    "a line within itself": (
        funding(FundingLine(label="A", within="A")),
        "funding.0.lines.0.within",
        "is not the label of another line",
    ),
    "no SHA-256": (evolve(PLAIN, sources=(evolve(SOURCE, sha256="abc"),)), "source.0.sha256", "is not a SHA-256"),
    "a planned start without a date": (
        evolve(PLAIN, publication=Publication(implemented_as_planned=True)),
        "publication.implemented_as_planned",
        "a planned start has no date",
    ),
    "updated before it was published": (
        evolve(PLAIN, publication=Publication(published=PartialDate(2019, 7), updated=PartialDate(2019, 6))),
        "publication.updated",
        "is before published",
    ),
}


@pytest.mark.parametrize(("document", "at", "says"), FLAWED.values(), ids=FLAWED)
def test_each_flaw_is_found_where_it_is(document: Document, at: str, says: str) -> None:
    """One flaw is found, at the path that a file writes, in words that name it."""
    (found,) = flaws([document])
    assert ".".join(str(part) for part in found.at) == at
    assert says in found.what


# what looks near to a flaw, and is none.
SOUND = {
    "nothing but a head": evolve(PLAIN, sources=(), areas=(), agencies=(), bodies=()),
    "an end that may be on the day of the start": body(starts=PartialDate(2019, 6, 30), ends=PartialDate(2019, 6)),
    "ten digits that are no NHS number": body(note="£1,000,000,000 and 0191 498 0000 x"),
    "a second value of what is taken for granted": body(also=(Also(field="status", value=Status.PLANNED),)),
    "a second stance": statement(also=(Also(field="stance", value=Stance.NOT_DONE),)),
    "a planned start that cannot be read": evolve(
        PLAIN, publication=Publication(implemented_as_planned=True, unknown=("implemented",))
    ),
    "an empty list of paragraphs": evolve(PLAIN, relevant_agencies=(evolve(CLASS, paragraphs=()),)),
    "a body that reports to itself": body(reports_to=(Line(to="board"),)),
}


@pytest.mark.parametrize("document", SOUND.values(), ids=SOUND)
def test_what_is_no_flaw_is_not_found(document: Document) -> None:
    """The checks refuse what cannot be, not what is odd."""
    assert list(flaws([document])) == []


def test_an_id_means_one_thing_in_all_documents() -> None:
    """The same id for two kinds of entry in two documents is a flaw of the second."""
    other = evolve(PLAIN, sources=(), areas=(), agencies=(), bodies=(evolve(BOARD, id="north"),))
    (found,) = flaws([PLAIN, other])
    assert (found.document, found.at) == (1, ("body", 0, "id"))
    assert "in another document" in found.what


def test_a_reference_may_lead_into_another_document() -> None:
    """What one document names may stand in another one of the same partnership."""
    thresholds = Registered(id="thresholds", title="T", kind=PaperKind.THRESHOLD_DOCUMENT, supplied="other")
    one = evolve(PLAIN, register=(thresholds,))
    other = evolve(PLAIN, sources=(evolve(SOURCE, id="other"),), areas=(), agencies=(), bodies=())
    assert len(list(flaws([one]))) == 1
    assert list(flaws([one, other])) == []


def test_a_partnership_with_flaws_cannot_be_made() -> None:
    """All flaws are raised at once, each with its path in words."""
    flawed = evolve(body(name=""), aims=(Aim(kind=AimKind.VISION, says=""),))
    with pytest.raises(InvalidDocumentError) as caught:
        Partnership(id=PLAIN.partnership, documents=(flawed,))
    assert [problem.path for problem in caught.value.problems] == ["body.board.name", "aim[0].says"]


def test_documents_of_different_partnerships_stay_apart() -> None:
    """A document of another partnership is refused, unless it says that it is shared."""
    other = evolve(PLAIN, partnership="y")
    with pytest.raises(InvalidDocumentError, match='a document of "y" stands among those of "x"'):
        Partnership(id=PLAIN.partnership, documents=(PLAIN, other))
    shared = evolve(other, shared_with=("x",))
    assert Partnership(id=PLAIN.partnership, documents=(PLAIN, shared)).name == "X"


def test_a_partnership_has_a_document() -> None:
    """Without any document there is nothing to hold."""
    with pytest.raises(InvalidDocumentError, match="there is no document"):
        Partnership(id=PLAIN.partnership, documents=())
