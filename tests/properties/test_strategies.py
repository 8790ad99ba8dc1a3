"""What the strategies make: every part of the model, in documents that hang together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from enum import Enum
from typing import Any, get_args, get_type_hints

import pytest
from attrs import NOTHING, evolve, fields, has
from hypothesis import given, settings
from hypothesis import strategies as st

from safeguarding import Document, Partnership
from safeguarding.dates import PartialDate
from safeguarding.model import (
    Agency,
    AgencyKind,
    Case,
    CaseKind,
    Decision,
    DocumentKind,
    Event,
    Happening,
    Input,
    Paper,
    Recipient,
    Topic,
    sections,
)
from safeguarding.model.cases import ADDRESSED, COVERS, EVENTS, FOLLOWS, OF_A_PAPER, ONCE
from safeguarding.model.integrity import flaws
from safeguarding.strategies import cases, documents, opened, partnerships, turning_days, varied
from tests.properties.complete import complete

FIRST, LAST = date(2019, 1, 1), date(2019, 12, 31)


def parts_of(value: Any) -> Iterator[Any]:
    """Go through a value and everything in it."""
    yield value
    if isinstance(value, tuple):
        for item in value:
            yield from parts_of(item)
    elif has(type(value)):
        for attribute in fields(type(value)):
            yield from parts_of(getattr(value, attribute.name))


def classes(cls: Any) -> Iterator[type[Any]]:
    """Go through the classes that a class is made of, enumerations among them."""
    if isinstance(cls, type) and issubclass(cls, Enum):
        yield cls
    elif has(cls):
        yield cls
        for hint in get_type_hints(cls).values():
            yield from classes(hint)
    for inner in get_args(cls):
        yield from classes(inner)


MODEL = set(classes(Document)) - {Input}


def fields_of_the_model() -> set[tuple[type[Any], str]]:
    """Name every field that can be stated; a case has no notes."""
    every = {(cls, attribute.name) for cls in MODEL if has(cls) for attribute in fields(cls)}
    return every - {(Case, "note"), (Event, "note")}


def test_every_section_and_field_of_the_model_is_made() -> None:
    """A rule that reads anything at all meets a document in which it is stated."""
    stated: set[tuple[type[Any], str]] = set()

    def collect(value: Any) -> None:
        for attribute in fields(type(value)) if has(type(value)) else ():
            if attribute.default is NOTHING or getattr(value, attribute.name) != attribute.default:
                stated.add((type(value), attribute.name))

    @settings(max_examples=600, derandomize=True, database=None)
    @given(documents())
    def in_documents(document: Document) -> None:
        for value in parts_of(document):
            collect(value)

    # A document has few events of the many kinds, so that one of a kind may be in none of these.
    @settings(max_examples=300, derandomize=True, database=None)
    @given(cases(kind=CaseKind.SERIOUS_INCIDENT))
    def in_cases(case: Case) -> None:
        for value in parts_of(case):
            collect(value)

    in_documents()
    in_cases()
    assert {name for _, name in stated} >= {"also", "unknown"}
    assert {(cls, name) for cls, name in fields_of_the_model() - stated if name not in {"also", "unknown"}} == set()


@given(partnerships(most_documents=2, most_entries=1, earliest=FIRST, latest=LAST))
def test_what_is_asked_for_is_kept_to(partnership: Partnership) -> None:
    """No more documents, no more entries and no other dates are made than asked for, and nothing is flawed."""
    assert 1 <= len(partnership.documents) <= 2
    assert not any(flaws(partnership.documents))
    for document in partnership.documents:
        numbers = Counter({a.metadata["key"]: len(getattr(document, a.name)) for a in sections()})
        assert numbers.pop("statement") <= 2
        assert max(numbers.values()) <= 1
    dates = [value for value in parts_of(partnership.documents) if isinstance(value, PartialDate)]
    assert all(when.latest >= FIRST and when.earliest <= LAST for when in dates)


@pytest.mark.parametrize("kind", CaseKind, ids=lambda kind: kind.value)
def test_every_event_of_every_kind_of_case_is_made(kind: CaseKind) -> None:
    """A rule about any event of any kind of case meets one, with and without a date, with all that it may say."""
    seen: set[Happening] = set()
    said: set[object] = set()

    # Some kinds have few events, and one has many.
    @settings(max_examples=400 + 30 * len(EVENTS[kind]), derandomize=True, database=None)
    @given(cases(kind=kind))
    def collect(case: Case) -> None:
        for event in case.events:
            seen.add(event.what)
            said.update((*event.to, *event.covers, event.of, event.decision, event.on is None))

    collect()
    assert seen == set(EVENTS[kind])
    assert {True, False} <= said
    assert {matter for what in EVENTS[kind] for matter in COVERS.get(what, ())} <= said
    assert set(Recipient) <= said or not ADDRESSED & set(EVENTS[kind])
    assert set(Paper) <= said or not OF_A_PAPER & set(EVENTS[kind])
    assert set(Decision) <= said or Happening.DECIDED not in EVENTS[kind]


def test_events_are_made_in_every_order_in_which_they_can_have_happened() -> None:
    """What may come in either order does; what can only follow what happens once never comes before it."""
    orders: set[tuple[Happening, Happening]] = set()

    @settings(max_examples=800, derandomize=True, database=None)
    @given(cases(kind=CaseKind.SERIOUS_INCIDENT))
    def collect(case: Case) -> None:
        dated = [(event.what, event.on) for event in case.events if event.on is not None and not event.also]
        orders.update((one, other) for one, first in dated for other, last in dated if first.latest < last.earliest)

    collect()
    assert len([pair for pair in orders if pair[::-1] in orders and pair[0] is not pair[1]]) > 20
    assert not orders & {(later, first) for later, first in FOLLOWS if first in ONCE}


@given(cases(agencies=("council", "police")), st.booleans())
def test_a_case_hangs_together(case: Case, in_a_log: bool) -> None:
    """Each can stand in a log beside the agencies that it may refer to, and refers to no other."""
    agencies = tuple(Agency(id=slug, name=slug, kind=AgencyKind.OTHER) for slug in ("council", "police"))
    kind = DocumentKind.CASE_LOG if in_a_log else DocumentKind.OTHER
    log = Document(partnership="x", name="x", kind=kind, transcribed=(), agencies=agencies, cases=(case,))
    assert Partnership(id="x", documents=(log,)).documents == (log,)


@given(documents(most_entries=3, earliest=date(1980, 1, 1), latest=date(1995, 12, 31)))
def test_no_case_is_older_than_a_case_can_be(document: Document) -> None:
    """Where other dates are asked for than cases can have, cases have those that they can have, or none."""
    assert not any(flaws([document]))
    dates = [value for case in document.cases for value in parts_of(case) if isinstance(value, PartialDate)]
    assert all(when.year >= 1990 for when in dates)


@given(documents(kind=DocumentKind.YEARLY_REPORT, most_entries=1))
def test_documents_of_a_kind_are_of_that_kind(document: Document) -> None:
    """A kind that is asked for is made."""
    assert document.kind is DocumentKind.YEARLY_REPORT


@given(varied(complete()).flatmap(opened))
def test_what_is_opened_hangs_together(pair: tuple[Partnership, Partnership]) -> None:
    """The first is as it was; the second can be built, and has the same entries but for statements left out."""
    closed, less = pair
    assert less.id == closed.id
    for document, other in zip(closed.documents, less.documents, strict=True):
        for attribute in sections():
            if attribute.name != "statements":
                assert len(getattr(document, attribute.name)) == len(getattr(other, attribute.name))
        assert len(other.statements) <= len(document.statements)


def test_everything_that_can_be_open_is_opened() -> None:
    """Dates, values that cannot be read, second values, names, topics and parts of sources are all opened."""
    seen: set[str] = set()

    @settings(max_examples=150, derandomize=True, database=None)
    @given(opened(complete(), most=1))
    def collect(pair: tuple[Partnership, Partnership]) -> None:
        closed, less = pair[0].documents[0], pair[1].documents[0]
        seen.add("statements left out" if len(less.statements) < len(closed.statements) else "")
        seen.add("topic" if Topic.ALL not in less.transcribed else "")
        seen.add("unread" if less.sources != closed.sources else "")
        for one, other in zip(parts_of(closed), parts_of(less), strict=False):
            if isinstance(one, PartialDate) and one != other:
                seen.add("date")
        for value in parts_of(less):
            seen.add("unknown" if getattr(value, "unknown", ()) else "")
            seen.add("may be" if getattr(value, "may_be", ()) else "")
            seen.add("second value" if any(a.value is not None for a in getattr(value, "also", ())) else "")

    collect()
    assert seen - {""} == {
        "date",
        "may be",
        "second value",
        "statements left out",
        "topic",
        "unknown",
        "unread",
    }


def test_what_is_known_of_cases_is_opened() -> None:
    """Dates of events, who did them and for whom, and whether a log has every case, are all opened."""
    log = next(document for document in complete().documents if document.cases)
    agencies = complete().documents[0].agencies
    partnership = evolve(complete(), documents=(evolve(log, agencies=agencies),))
    seen: set[str] = set()

    @settings(max_examples=300, derandomize=True, database=None)
    @given(opened(partnership, most=1))
    def collect(pair: tuple[Partnership, Partnership]) -> None:
        (less,) = pair[1].documents
        seen.add("every case" if less.all_cases_of != log.all_cases_of else "")
        for case, other in zip(log.cases, less.cases, strict=True):
            seen.update(f"{name} of the case" for name in set(other.unknown) - set(case.unknown))
            for event, changed in zip(case.events, other.events, strict=True):
                seen.update(f"{name} unknown" for name in set(changed.unknown) - set(event.unknown))
                seen.update(f"{also.field} twice" for also in changed.also if also not in event.also)
                seen.add("coarser date" if changed.on not in {None, event.on} and not changed.also else "")

    collect()
    assert seen >= {
        "authority of the case",
        "coarser date",
        "covers unknown",
        "every case",
        "on twice",
        "on unknown",
        "to unknown",
    }
    assert not seen & {"what unknown", "what twice", "events of the case", "kind of the case"}


def test_a_partnership_of_which_nothing_is_known_cannot_be_opened() -> None:
    """Where there is nothing to open but what is taken for granted, nothing else changes."""
    blank = Document(partnership="x", name="x", kind=DocumentKind.ARRANGEMENTS, transcribed=())
    nothing = Partnership(id=blank.partnership, documents=(blank,))

    @settings(max_examples=5)
    @given(opened(nothing))
    def check(pair: tuple[Partnership, Partnership]) -> None:
        assert pair[0] == nothing
        (less,) = pair[1].documents
        assert evolve(less, publication=blank.publication) == blank

    check()


@given(partnerships().flatmap(lambda one: st.tuples(st.just(one), turning_days(one, earliest=FIRST, latest=LAST))))
def test_turning_days_are_within_the_bounds(case: tuple[Partnership, date]) -> None:
    """No day outside the bounds is made, whatever dates the documents have."""
    assert FIRST <= case[1] <= LAST
