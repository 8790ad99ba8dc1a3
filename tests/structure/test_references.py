"""Every reference of a document is found, by the model's own word for what refers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from attrs import fields, fields_dict, has
from hypothesis import given

from safeguarding.model import Agency, AgencyKind, Document, DocumentKind, Post, Seat, Topic, entries
from safeguarding.model.bodies import Body, BodyKind
from safeguarding.strategies import documents
from safeguarding.structure.references import references


def _by_force(value: Any, kinds: tuple[str, ...] = ()) -> Iterator[str]:
    """Give every id that anything in an entry refers to, looking everywhere."""
    if isinstance(value, tuple):
        for item in value:
            yield from _by_force(item, kinds)
    elif isinstance(value, str):
        if kinds:
            yield value
    elif has(type(value)):
        for attribute in fields(type(value)):
            if attribute.name != "also":
                yield from _by_force(getattr(value, attribute.name), attribute.metadata.get("refers", ()))
        for other in getattr(value, "also", ()):
            yield from _by_force(other.value, fields_dict(type(value))[other.field].metadata.get("refers", ()))


@given(documents())
def test_no_reference_is_left_out(document: Document) -> None:
    """What is found by the model's metadata is what a walk over everything finds, entry by entry."""
    found = Counter((one.at, one.to) for one in references(document) if one.to)
    assert found == Counter((at, identity) for at, entry in entries(document) for identity in _by_force(entry))


@given(documents())
def test_the_path_of_a_reference_leads_to_it(document: Document) -> None:
    """Followed from the entry, each path ends at the id that it is said to end at."""
    by_path = dict(entries(document))
    for one in references(document):
        assert one.path.startswith(f"{one.at}.")
        value: Any = by_path[one.at]
        for step in one.path[len(one.at) + 1 :].replace("]", "").replace("[", ".").split("."):
            value = value[int(step)] if step.isdigit() else getattr(value, step)
        assert value == one.to or not one.to


def test_a_field_that_could_not_be_read_may_name_anything() -> None:
    """It is given without an id, and with the kinds that it may be of, also where tables stand in it."""
    post = Post(id="chief", title="Chief", unknown=("agency",))
    body = Body(id="board", name="Board", kind=BodyKind.BOARD, unknown=("seats",))
    document = Document(
        partnership="x",
        name="X",
        kind=DocumentKind.ARRANGEMENTS,
        transcribed=(Topic.ALL,),
        posts=(post,),
        bodies=(body,),
        agencies=(Agency(id="council", name="Council", kind=AgencyKind.LOCAL_AUTHORITY),),
    )
    assert [(one.path, one.to, one.kinds, one.owner) for one in references(document)] == [
        ("post.chief.agency", "", ("agency",), Post),
        ("body.board.seats", "", ("agency", "relevant_agency"), Seat),
        ("body.board.seats", "", ("post",), Seat),
        ("body.board.seats", "", ("body",), Seat),
    ]
