"""The law of the unknown: filling in a value that was open never undecides, and never changes what was decided."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import cast

import pytest
from attrs import evolve
from hypothesis import given, note, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from safeguarding import Partnership, assess, load
from safeguarding.model import Document
from safeguarding.strategies import opened, partial_dates, partnerships, turning_days, varied
from safeguarding.strategies.making import Cast
from safeguarding.strategies.opening import WAYS
from tests.properties.complete import complete

pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")

CUMBRIA = load(Path(__file__).parents[2] / "examples" / "cumbria-2019.toml")
QUICK = 15
"""The most examples of a run that repeats another one."""

SPAN = {"earliest": date(2018, 6, 1), "latest": date(2024, 6, 30)}


def differences(closed: Partnership, open_one: Partnership, as_of: date) -> list[str]:
    """Name each requirement for which the closed partnership may come to what the opened one cannot."""
    return [
        f"{known.key}: {sorted(o.value for o in known.possible)}, opened {sorted(o.value for o in less.possible)}"
        for known, less in zip(assess(closed, as_of=as_of), assess(open_one, as_of=as_of), strict=True)
        if not known.possible <= less.possible
    ]


@st.composite
def cases(draw: DrawFn, bases: st.SearchStrategy[Partnership]) -> tuple[Partnership, Partnership, date]:
    """Make a partnership, the same opened, and a day on which something in it changes."""
    closed, open_one = draw(opened(draw(bases)))
    return closed, open_one, draw(turning_days(open_one, **SPAN))


def holds(case: tuple[Partnership, Partnership, date]) -> None:
    """Check that what is known of the closed partnership was possible of the opened one."""
    closed, open_one, as_of = case
    for document, less in zip(closed.documents, open_one.documents, strict=True):
        note(f"as of {as_of}: {changes(document, less)}")
    # What is decided of the opened one is then decided the same of the closed one: a single outcome has one subset.
    assert differences(closed, open_one, as_of) == []


def changes(document: Document, less: Document) -> list[str]:
    """Show the entries of a document that were opened."""
    return [
        f"{one} -> {other}"
        for name in document.__attrs_attrs__
        for one, other in [(getattr(document, name.name), getattr(less, name.name))]
        if one != other
    ]


@given(cases(partnerships(most_documents=2)))
def test_what_any_partnership_may_come_to_it_may_come_to_opened(case: tuple[Partnership, Partnership, date]) -> None:
    """For every partnership that can be built."""
    holds(case)


@given(cases(st.booleans().flatmap(lambda earlier: varied(complete(earlier=earlier), most=3))))
def test_what_a_full_partnership_may_come_to_it_may_come_to_opened(
    case: tuple[Partnership, Partnership, date],
) -> None:
    """For partnerships of which nearly everything is known, so that much is decided, and could be undone."""
    holds(case)


@given(cases(varied(CUMBRIA, most=2)))
def test_what_real_arrangements_may_come_to_they_may_come_to_opened(
    case: tuple[Partnership, Partnership, date],
) -> None:
    """For the arrangements of Cumbria of 2019, as they are and with small changes."""
    holds(case)


@pytest.mark.parametrize("as_of", [date(2019, 9, 20), date(2020, 6, 1)], ids=str)
# A second value would have to be drawn; what draws one stands above.
@pytest.mark.parametrize("kind", [kind for kind in WAYS if kind != "second value"])
def test_every_value_of_a_full_partnership_may_be_open(kind: str, as_of: date) -> None:
    """Each value in turn, made open in each way: nothing that was possible becomes impossible."""
    closed = complete(earlier=True)
    # A run that repeats another one looks at every seventh; which those are differs from kind to kind.
    step = 1 if settings().max_examples > QUICK else 7
    for place, document in enumerate(closed.documents):
        ways = list(WAYS[kind](document, Cast({}, partial_dates())))
        for opening in ways[len(kind) % step :: step]:
            less = opening(cast("DrawFn", None))
            assert less is not None
            documents = (*closed.documents[:place], less, *closed.documents[place + 1 :])
            assert differences(closed, evolve(closed, documents=documents), as_of) == [], less
