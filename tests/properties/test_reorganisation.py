"""Laws of reorganisations, for every partnership that can be built."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from attrs import evolve, fields, fields_dict, has
from hypothesis import given
from hypothesis import strategies as st

from safeguarding import Partnership
from safeguarding.assessment.reorganisation import (
    Begun,
    Certainty,
    Ended,
    EventKind,
    Follows,
    Part,
    Reorganisation,
    events_of,
    reorganised,
)
from safeguarding.dates import PartialDate
from safeguarding.model import entries
from safeguarding.strategies import partial_dates, partnerships
from safeguarding.views.reorganisation import reorganised_as_text
from safeguarding.views.reorganisation_json import reorganised_as_json

pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")

BODIES = ("agency-1", "agency-2", "area-1", "area-2")
SINCE = date(2018, 4, 2)


def _by_force(value: Any, kinds: tuple[str, ...] = ()) -> Iterator[str]:
    """Give every id that anything in an entry refers to, by the model's own word for what refers."""
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


JULY = PartialDate(2022, 7, 1)
ACTS = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Categories of character that act on a screen."""


def _ending(*names: str, when: PartialDate = JULY) -> Reorganisation:
    return Reorganisation(
        kind=EventKind.AGENCIES,
        starts=when,
        ends=tuple(Ended(name=name) for name in names),
        begins=(Begun(name="what comes"),),
        given=True,
    )


@given(partnerships(), st.sets(st.sampled_from(BODIES), min_size=1), partial_dates())
def test_no_entry_that_names_what_ends_is_left_out(
    partnership: Partnership, names: set[str], when: PartialDate
) -> None:
    """In whatever document and field, and also where it names a post of an agency that ends."""
    found = reorganised(partnership, [_ending(*sorted(names), when=when)])
    told = {(one.at, one.to) for one in found.consequences if one.follows in {Follows.ENDS, Follows.RECORD}}
    posts = {
        (path, entry.id)
        for document in partnership.documents
        for path, entry in entries(document)
        if path.startswith("post.") and set(entry.values("agency")) == {entry.agency} and entry.agency in names
    }
    # A post that two documents give to different agencies is that of the newest.
    same = {
        identity
        for _, identity in posts
        if all(
            entry.values("agency") == (entry.agency,) and entry.agency in names
            for document in partnership.documents
            for path, entry in entries(document)
            if path == f"post.{identity}"
        )
    }
    for document in partnership.documents:
        for path, entry in entries(document):
            if getattr(entry, "id", None) in names:
                assert (path, entry.id) in told
            for identity in _by_force(entry):
                if identity in names | same:
                    assert (path, identity) in told


@given(partnerships())
def test_an_event_that_concerns_nobody_changes_nothing(partnership: Partnership) -> None:
    """No entry, nothing to agree, nothing to publish: only that nothing in the documents is what was given."""
    found = reorganised(partnership, [_ending("nobody-here-bears-this-name")])
    assert found.consequences == ()
    assert len(found.notices) == 1


@given(partnerships(), partial_dates())
def test_nothing_is_certain_of_a_day_that_is_open(partnership: Partnership, when: PartialDate) -> None:
    """And everything that follows has the day of its event."""
    found = reorganised(partnership, [_ending(*BODIES, when=when)])
    assert all(one.starts == when for one in found.consequences)
    if not when.exact:
        assert all(one.certainty is not Certainty.CERTAIN for one in found.consequences)


@given(partnerships())
def test_the_order_of_the_documents_does_not_matter(partnership: Partnership) -> None:
    """The same files in another order say the same, entry by entry."""
    turned = Partnership(id=partnership.id, documents=partnership.documents[::-1])
    event = _ending(*BODIES)
    key = lambda one: (one.follows.value, one.role.value, one.at, one.path, one.subject, one.certainty.value)  # noqa: E731
    one, other = reorganised(partnership, [event]), reorganised(turned, [event])
    assert sorted(map(key, one.consequences)) == sorted(map(key, other.consequences))
    assert events_of(partnership, SINCE) == events_of(turned, SINCE)


def _known(partnership: Partnership, names: tuple[str, str]) -> Partnership:
    """Give its areas and agencies the names of bodies that there were."""
    return Partnership(
        id=partnership.id,
        documents=tuple(
            evolve(
                document,
                areas=tuple(evolve(area, name=names[0]) for area in document.areas),
                agencies=tuple(evolve(agency, name=names[1]) for agency in document.agencies),
            )
            for document in partnership.documents
        ),
    )


NAMES = st.tuples(
    st.sampled_from(["Cumbria", "Allerdale", "Surrey", "Northamptonshire", "West Sussex", "Carlisle"]),
    st.sampled_from(["NHS South Tees CCG", "Cumbria County Council", "Lincolnshire West CCG", "Suffolk"]),
)


@given(partnerships(), NAMES)
def test_whatever_the_gazetteer_knows_can_be_shown(partnership: Partnership, names: tuple[str, str]) -> None:
    """The page fits eighty columns, and nothing in it acts on a screen; what is certain was read and is dated."""
    known = _known(partnership, names)
    found = reorganised(known, events_of(known, SINCE))
    text = reorganised_as_text(found)
    assert not {unicodedata.category(character) for character in text.replace("\n", "")} & ACTS
    assert all(len(line) <= 80 or " " not in line.strip() for line in text.split("\n"))
    assert reorganised_as_json(found).endswith("}\n")
    for one in found.consequences:
        assert one.certainty is not Certainty.CERTAIN or one.starts.exact


@given(partnerships(most_documents=1), partnerships(most_documents=1))
def test_any_two_partnerships_can_be_laid_together(one: Partnership, other: Partnership) -> None:
    """Each id that both have is told, and the same for both orders; a page can be made of it."""
    event = Reorganisation(kind=EventKind.PARTNERSHIPS_MERGED, starts=PartialDate(2022, 4, 1), given=True)
    found = reorganised(one, [event], others=[other])
    turned = reorganised(other, [event], others=[one])
    assert len(found.consequences) == len(turned.consequences)
    assert reorganised_as_text(found)


@given(partnerships(most_documents=1))
def test_what_a_division_places_goes_with_its_areas(partnership: Partnership) -> None:
    """Nothing is placed but by its areas, and every body is placed or to be decided."""
    (document,) = partnership.documents
    areas = [area.id for area in document.areas]
    if len(areas) < 2 or not partnership.arrangements:
        return
    parts = (Part(name="One", areas=(areas[0],)), Part(name="Two", areas=(areas[1],)))
    event = Reorganisation(kind=EventKind.PARTNERSHIP_DIVIDED, starts=PartialDate(2022, 4, 1), parts=parts, given=True)
    found = reorganised(partnership, [event])
    told = {one.at for one in found.consequences if one.at.startswith("body.")}
    gone = {
        f"body.{body.id}"
        for body in document.bodies
        if body.status.value in {"ended", "example"} or body.ends is not None or body.also
    }
    assert {f"body.{body.id}" for body in document.bodies} - told <= gone
