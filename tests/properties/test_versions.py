"""Which version of the arrangements is in force, against every day on which each may have begun."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import product

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from safeguarding.dates import PartialDate
from safeguarding.model import Also, Document, DocumentKind, Publication, Slug, Topic
from safeguarding.strategies import partial_dates
from safeguarding.structure import versions_in_force

FIRST, LAST = date(2019, 2, 1), date(2019, 4, 30)
DATES = partial_dates(earliest=FIRST, latest=LAST).map(lambda w: w if w.month else PartialDate(w.year, 3))
AS_OF = st.dates(min_value=FIRST - timedelta(days=2), max_value=LAST + timedelta(days=2))
World = tuple[tuple[date | None, date | None], ...]
"""On which day each version really began, and on which it really was published."""


@st.composite
def publications(draw: DrawFn) -> Publication:
    """Make publications in one spring; some of their dates are stated twice, some are unreadable."""
    stated = {name: draw(DATES) for name in ("published", "implemented") if draw(st.booleans())}
    made = Publication(published=stated.get("published"), implemented=stated.get("implemented"))
    name = draw(st.sampled_from(["published", "implemented"]))
    if not draw(st.booleans()):
        return made
    if name in stated:
        return evolve(made, also=(Also(field=name, value=draw(DATES)),))
    return evolve(made, unknown=(name,))


def arrangements(several: Sequence[Publication]) -> list[Document]:
    """Make a version of the arrangements of each publication."""
    return [
        Document(
            partnership=Slug("x"),
            name=f"version {number}",
            kind=DocumentKind.ARRANGEMENTS,
            transcribed=(Topic.ALL,),
            publication=publication,
        )
        for number, publication in enumerate(several)
    ]


def worlds(several: Sequence[Publication], as_of: date) -> Iterator[World]:
    """Give every way in which it may really have been.

    Of the days that a date may be, those are taken that can make a difference: the ends of all the dates,
    and the days about which the question is put.
    """
    stated = [
        when for publication in several for name in ("implemented", "published") for when in publication.values(name)
    ]
    telling = {day for when in stated if when for day in (when.earliest, when.latest)}
    telling |= {as_of, as_of + timedelta(days=1), date.min, date.max}

    def days_of(publication: Publication, name: str) -> list[date | None]:
        values = publication.values(name)
        if not values:
            return [*telling]
        return [day for when in values if when for day in telling if when.earliest <= day <= when.latest] or [None]

    yield from product(*(product(days_of(one, "implemented"), days_of(one, "published")) for one in several))


def in_force(world: World, as_of: date) -> set[int]:
    """Say which version is in force where every date is known; several if they began on one day."""
    for dates in ([began or published for began, published in world], [published for _, published in world]):
        by_then = [day for day in dates if day is not None and day <= as_of]
        if by_then:
            return {number for number, day in enumerate(dates) if day == max(by_then)}
    newest = max(published or date.min for _, published in world)
    return {number for number, (_, published) in enumerate(world) if (published or date.min) == newest}


@given(st.lists(publications(), min_size=1, max_size=2), AS_OF)
def test_what_may_be_in_force_is_what_is_in_some_world(several: list[Publication], as_of: date) -> None:
    """A version is taken into account if, and only if, it is in force on some days that the dates leave open."""
    documents = arrangements(several)
    found = {documents.index(document) for document in versions_in_force(documents, as_of)}
    assert found == {number for world in worlds(several, as_of) for number in in_force(world, as_of)}


@given(st.lists(DATES, min_size=3, max_size=4), AS_OF)
def test_of_several_versions_the_latest_counts(dates: list[PartialDate], as_of: date) -> None:
    """The same with more versions, each with one date."""
    several = [Publication(published=when) for when in dates]
    documents = arrangements(several)
    found = {documents.index(document) for document in versions_in_force(documents, as_of)}
    assert found == {number for world in worlds(several, as_of) for number in in_force(world, as_of)}


def test_nothing_is_in_force_where_there_are_no_arrangements() -> None:
    """Without a version there is none, and no fault."""
    assert versions_in_force([], date(2019, 6, 30)) == ()
