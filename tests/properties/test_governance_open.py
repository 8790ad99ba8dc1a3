"""What is certain of a partnership of which something is open is so however that comes out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from attrs import evolve
from hypothesis import given, note
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from safeguarding import Partnership
from safeguarding.model import Document, DocumentKind
from safeguarding.strategies import opened, partnerships
from safeguarding.structure import Situation
from safeguarding.structure.matrix import matrix
from safeguarding.structure.observed import Notable, Observation, observations
from tests.structure.governed import PARTNERS, body, governed

DAYS = (date(2019, 8, 15), date(2020, 3, 15), date(2020, 5, 1))
"""Before the plan, in the month in which a frequency and a body change, and after it."""

DISTRICTS = '[[area]]\nid = "e"\nname = "E"\nkind = "local-authority"\n' + "".join(
    f'[[area]]\nid = "{one}"\nname = "{one.upper()}"\nkind = "district"\npart_of = ["e"]\n'
    for one in ("d1", "d2", "d3")
)
PEOPLE = """
[[agency]]
id = "trust"
name = "Trust"
kind = "nhs-trust"
starts = "2019-01-01"
[[post]]
id = "chair"
title = "Independent Chair"
office = "independent-chair"
same_holder_as = ["eye-post"]
[[post]]
id = "eye-post"
title = "Eye"
[[post]]
id = "nurse"
title = "Nurse"
agency = "trust"
[[relevant_agency]]
id = "trust-as-agency"
name = "Trust"
agency = "trust"
[[relevant_agency]]
id = "cafcass"
name = "Cafcass"
[[relevant_agency]]
id = "schools"
name = "Schools"
[[scrutineer]]
id = "eye"
title = "Scrutineer"
form = "person"
held_by = ["eye-post"]
appointed_by = ["council"]
paid_by = ["police"]
reports_to = ["top"]
starts = "2019-09-01"
"""
CHANGING = (
    'meets = [{ how_often = "quarterly", ends = "2020-03-31" }, { how_often = "monthly", starts = "2020-04-01" }]'
)
BODIES = (
    body(
        "top",
        'remit = ["strategic-leadership"]',
        'seats = [{ post = "director" }, { agency = "police", vacant = true }, { held_for = "health" }]',
        'meets = [{ how_often = "annually" }]',
        kind="lead-group",
    ),
    body(
        "board",
        'seats = [{ agency = "council" }, { post = "nurse" }, { body = "panel" }]',
        'chair = { held_by = ["chair"] }',
        CHANGING,
        to=("top",),
        kind="board",
    ),
    body("panel", 'starts = "2020-01-01"', 'chair = { held_by = ["chair"] }', 'remit = ["training"]', to=("board",)),
    body("sub", 'chair = { how = "vacant" }', to=("board", "panel")),
    body("stray", 'seats = [{ agency = "cafcass" }]'),
    body("low", to=("stray",)),
    body("first", to=("second",)),
    body("second", to=("first",)),
    body("local", 'serves = ["d1", "d2"]', to=("board",), kind="locality-group"),
    body("near", 'serves = ["d2"]', to=("board",), kind="locality-group"),
    body("later", 'starts = "2020-09-01"'),
    body("old", 'ends = "2020-03-01"'),
)
EVERYTHING = governed(PARTNERS, DISTRICTS, PEOPLE, *BODIES)
"""A structure of which each kind of observation can be made, and nothing is open."""

Key = tuple[object, ...]
_ONE_BY_ONE = frozenset({Notable.NO_LINE, Notable.NO_SEAT, Notable.LOOP})
"""What is told of several together, who may be told in other company when more is known."""

_KEYS: dict[Notable, Callable[[Observation], Key]] = {
    Notable.ABSENT: lambda one: one.about[:1],
    Notable.NO_ROUTE: lambda one: one.about[:1],
    Notable.NO_REMIT: lambda one: (one.work,),
    # To whom a tie leads may be stated in two ways, of which each is one.
    Notable.TIE: lambda one: (one.tie, one.about[0]),
    Notable.NO_SCRUTINEER: lambda _: (),
}


def certain(found: tuple[Observation, ...]) -> dict[Key, str]:
    """Return what is certain, by kind and by what it is about, with its message."""
    said: dict[Key, str] = {}
    for one in found:
        if one.truth:
            keys = [(each,) for each in one.about] if one.kind in _ONE_BY_ONE else [_KEYS.get(one.kind, _about)(one)]
            said.update(((one.kind, *key), one.message) for key in keys)
    return said


def _about(one: Observation) -> Key:
    return (frozenset(one.about),)


def revealed(partnership: Partnership, document: Document, as_of: date) -> tuple[Observation, ...]:
    situation = Situation(partnership, as_of, document)
    return observations(situation, matrix(situation))


@st.composite
def cases(draw: DrawFn, bases: st.SearchStrategy[Partnership]) -> tuple[Partnership, Partnership]:
    """Make a partnership, and the same opened, but for who the partners are: of them the rest is told, one by one."""
    closed, open_one = draw(opened(draw(bases)))
    documents = tuple(
        evolve(
            less,
            partners=tuple(
                one if one.values("agency") == other.values("agency") else other
                for one, other in zip(less.partners, known.partners, strict=True)
            ),
        )
        for known, less in zip(closed.documents, open_one.documents, strict=True)
    )
    return closed, evolve(open_one, documents=documents)


def holds(case: tuple[Partnership, Partnership], as_of: date) -> None:
    """Check that whatever was certain is certain still when more is known."""
    closed, open_one = case
    for known, less in zip(closed.documents, open_one.documents, strict=True):
        if known.kind is DocumentKind.ARRANGEMENTS:
            before, after = (certain(revealed(*one, as_of)) for one in ((open_one, less), (closed, known)))
            lost = {key: message for key, message in before.items() if key not in after}
            note(
                f"as of {as_of}: {[one for one, other in zip(less.bodies, known.bodies, strict=True) if one != other]}"
            )
            assert lost == {}


@given(cases(st.just(EVERYTHING)), st.sampled_from(DAYS))
def test_what_is_certain_stays_so_when_more_is_known(case: tuple[Partnership, Partnership], as_of: date) -> None:
    """For a structure that reveals something of every kind."""
    holds(case, as_of)


@given(cases(partnerships()), st.sampled_from(DAYS))
def test_what_is_certain_of_any_partnership_stays_so(case: tuple[Partnership, Partnership], as_of: date) -> None:
    """For every partnership that can be built."""
    holds(case, as_of)


def test_the_structure_reveals_something_of_every_kind() -> None:
    """Each kind of observation is certain on one of the days, but for those that need a structure without its top."""
    kinds = {key[0] for day in DAYS for key in certain(revealed(EVERYTHING, EVERYTHING.documents[0], day))}
    assert set(Notable) - kinds == {Notable.NO_TOP}
