"""Cases on their own, for rules about what happens in them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from safeguarding.model import Case, CaseKind, Slug
from safeguarding.strategies.entries import entry, makers
from safeguarding.strategies.making import Cast
from safeguarding.strategies.values import EARLIEST, LATEST, partial_dates


def references() -> SearchStrategy[Slug]:
    """Make references of cases: some letters, and one or two numbers that cannot be read as a day."""
    letters = st.sampled_from(["si", "cd", "pf", "al", "cp", "case", "review"])
    years = st.sampled_from(["", "-2021", "-2019", "-21"])
    return st.builds("{}{}-{}".format, letters, years, st.integers(min_value=1, max_value=999)).map(Slug)


def cases(
    *,
    kind: CaseKind | None = None,
    agencies: Sequence[Slug] = (),
    earliest: date = EARLIEST,
    latest: date = LATEST,
) -> SearchStrategy[Case]:
    """Make cases that can have happened: events of their kind, in an order that is possible.

    Their dates are known to the day, the month or the year, or not recorded, or cannot be read.

    Args:
        kind: what kind of case; any if none is given.
        agencies: the ids of the agencies that they may refer to.
        earliest: the first day on which anything in them happens.
        latest: the last.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=5)
    ... @given(cases(kind=CaseKind.CHILD_DEATH))
    ... def test_it_is_the_death_of_a_child(case):
    ...     assert case.kind is CaseKind.CHILD_DEATH
    >>> test_it_is_the_death_of_a_child()
    """
    cast = Cast({"agency": tuple(agencies)}, partial_dates(earliest=earliest, latest=latest))
    return _cases({} if kind is None else {"kind": kind}, cast)


@st.composite
def _cases(draw: DrawFn, given: dict[str, Any], cast: Cast) -> Case:
    # A case in which nothing happened is of little use: it is left to chance in documents only.
    events = makers(Case)["events"](draw, cast)
    found: Case = entry(draw, Case, cast, id=draw(references()), events=events, **given)
    return found
