"""The law of the unknown for areas that the gazetteer knows, where what a name is decides who must be there."""

from __future__ import annotations

from datetime import date
from typing import cast

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from safeguarding import Partnership, loads
from safeguarding.law.asking import Ask
from safeguarding.law.catalogue import requirement
from safeguarding.law.outcomes import Possible, either
from safeguarding.law.wt2018.areas import three
from safeguarding.strategies import opened, partial_dates, varied
from safeguarding.strategies.making import Cast
from safeguarding.strategies.opening import WAYS
from safeguarding.structure import situations
from tests.law.case import cases

THREE = "ch3.partners.three"
KNOWN = tuple(
    {
        case.text: loads(case.text)
        for _, case in cases()
        if case.requirement == THREE and not case.others and case.as_of != "2019-11-30" and case.head is None
    }.values()
)
"""The plans of the cases that ask about another day than most do: those are about bodies that ended or began."""
DAYS = [date(2019, 11, 30), date(2020, 4, 1), date(2022, 8, 1), date(2023, 6, 1), date(2026, 5, 1), date(2027, 1, 1)]


def possible(partnership: Partnership, as_of: date) -> Possible:
    """Return what the check may come to; it alone is run, since it is run very often."""
    asked = [Ask(requirement(THREE), situation) for situation in situations(partnership, as_of)]
    return either([three(ask) for ask in asked]).possible


@given(st.sampled_from(KNOWN).flatmap(lambda one: varied(one, most=2)).flatmap(opened), st.sampled_from(DAYS))
def test_what_is_possible_of_a_known_area_is_possible_of_it_opened(
    pair: tuple[Partnership, Partnership], as_of: date
) -> None:
    """Whatever value becomes open: a code, a name, a kind, a side, a date, how much is covered."""
    closed, open_one = pair
    assert possible(closed, as_of) <= possible(open_one, as_of)


@pytest.mark.parametrize("as_of", DAYS[::2], ids=str)
@pytest.mark.parametrize("kind", [kind for kind in WAYS if kind != "second value"])
def test_every_value_of_a_known_area_may_be_open(kind: str, as_of: date) -> None:
    """Each value of each plan in turn, made open in each way."""
    for closed in KNOWN:
        (document,) = closed.documents
        for opening in WAYS[kind](document, Cast({}, partial_dates())):
            less = opening(cast("DrawFn", None))
            assert less is not None
            assert possible(closed, as_of) <= possible(evolve(closed, documents=(less,)), as_of), less
