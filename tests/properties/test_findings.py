"""Laws of what an assessment finds, for every partnership that can be built and any date."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from safeguarding import Partnership, assess
from safeguarding.assessment import Finding
from safeguarding.dates import PartialDate
from safeguarding.law.catalogue import catalogue
from safeguarding.law.outcomes import UNMET, Outcome, Possible
from safeguarding.law.requirement import Requirement
from safeguarding.model import Departure, DocumentKind, Judged, Judgement
from safeguarding.strategies import partnerships, turning_days, varied
from safeguarding.views import as_json, as_markdown, as_text
from tests.properties.complete import complete

# An example that fails is shown as it is, however long.
pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")

ASSESSED = {key: item for key, item in catalogue().items() if item.check is not None}
ANY = st.one_of(
    partnerships(), partnerships(most_documents=1), varied(complete(earlier=True), most=8), varied(complete())
)
ANY_WITH_DAY = ANY.flatmap(lambda one: st.tuples(st.just(one), turning_days(one)))


def outcomes_of_a_person(partnership: Partnership, key: str) -> Possible:
    """Return what people have judged a requirement to be."""
    judged = [j.outcome for document in partnership.documents for j in document.judgements if j.requirement == key]
    return frozenset(Outcome(outcome.value) for outcome in judged)


def reached(item: Requirement, partnership: Partnership, as_of: date) -> Possible:
    """Return the outcomes that a requirement may have on a date, by its own account and by the engine's."""
    found = set(item.reaches)
    # What one edition asks and another does not is left out by the date, the document's own time, or the caller.
    by_edition = item.of_guidance and (item.ends is not None or item.edition != "WT2018")
    if as_of < item.starts or by_edition:
        found.add(Outcome.NOT_APPLICABLE)
    if item.owed_from is not None and as_of <= item.owed_from:
        found.add(Outcome.NOT_DUE)
    if item.premises or by_edition:
        found.add(Outcome.INDETERMINATE)
    if Outcome.NEEDS_JUDGEMENT in found:
        found |= outcomes_of_a_person(partnership, item.key)
    return frozenset(found)


@given(ANY_WITH_DAY, st.sampled_from([None, "WT2018"]))
def test_each_requirement_has_one_outcome_that_it_can_reach(
    case: tuple[Partnership, date], guidance: str | None
) -> None:
    """There is one finding for each requirement, in the order of the law, with an outcome that it `reaches`."""
    partnership, as_of = case
    found = assess(partnership, as_of=as_of, guidance=guidance)
    assert [finding.key for finding in found] == list(ASSESSED)
    for finding in found:
        assert finding.possible, finding.key
        assert finding.outcome in reached(finding.requirement, partnership, as_of), finding.key
        assert (finding.outcome is Outcome.INDETERMINATE) == (len(finding.possible) > 1), finding.key
        says_what_it_rests_on(finding)
        if as_of < finding.requirement.starts and guidance is None:
            assert finding.outcome is Outcome.NOT_APPLICABLE, finding.key
    premises_do_not_cascade({finding.key: finding for finding in found})


def says_what_it_rests_on(finding: Finding) -> None:
    """Check that a finding has a message, a citation, what to do, and until when what is not due is not."""
    assert finding.message.strip(), finding.key
    assert finding.citations, finding.key
    assert finding.remedy.do, finding.key
    assert (finding.due is not None) <= (finding.outcome is Outcome.NOT_DUE), finding.key
    assert len(finding.parts) != 1, finding.key


def premises_do_not_cascade(findings: dict[str, Finding]) -> None:
    """Check that what rests on a failed premise is open, or beyond its date, or answered by a person; not failed."""
    for finding in findings.values():
        premises = [findings[key].outcome for key in finding.requirement.premises]
        if Outcome.NOT_MET in premises and finding.judgement is None:
            assert finding.outcome not in {Outcome.MET, Outcome.PARTLY_MET, Outcome.NOT_MET}, finding.key


@given(ANY_WITH_DAY)
def test_the_same_input_gives_the_same_result(case: tuple[Partnership, date]) -> None:
    """Judging an equal partnership anew gives an equal assessment, and the same bytes however it is shown."""
    partnership, as_of = case
    again = evolve(partnership, documents=tuple(evolve(document) for document in partnership.documents))
    one, other = assess(partnership, as_of=as_of), assess(again, as_of=as_of)
    assert one == other
    for view in (as_json, as_text, as_markdown):
        assert view(one).encode() == view(other).encode()


@given(ANY, st.randoms(use_true_random=False))
def test_the_order_of_files_does_not_count(partnership: Partnership, shuffling: object) -> None:
    """What is decided of documents does not depend on the order in which they are given."""
    documents = list(partnership.documents)
    shuffling.shuffle(documents)  # type: ignore[attr-defined]  # Hypothesis's own Random
    turned = assess(evolve(partnership, documents=tuple(documents)), as_of=date(2020, 6, 1))
    found = assess(partnership, as_of=date(2020, 6, 1))
    assert [f.possible for f in turned] == [f.possible for f in found]


@given(ANY)
def test_without_a_date_it_is_judged_when_the_newest_document_was_published(partnership: Partnership) -> None:
    """The date inferred is the last day on which the newest document can have been published, and is said."""
    newest = [document.newest.latest for document in partnership.documents if document.newest]
    if newest:
        found = assess(partnership)
        assert found.as_of == max(newest)
        assert not found.as_of_given
        assert any("No date was given" in notice for notice in found.notices)


def without_recorded(partnership: Partnership) -> Partnership:
    """Take away what people have recorded beside the documents."""
    documents = (evolve(document, judgements=(), departures=()) for document in partnership.documents)
    return evolve(partnership, documents=tuple(documents))


KEYS = st.sampled_from(list(ASSESSED))
JUDGEMENTS = st.builds(
    Judgement,
    requirement=KEYS,
    outcome=st.sampled_from(Judged),
    role=st.just("scrutineer"),
    date=st.just(PartialDate(2020, 1, 10)),
    reason=st.just("the evidence was enough"),
)
DEPARTURES = st.builds(Departure, requirement=KEYS, reason=st.just("it is done otherwise here"))


@given(ANY_WITH_DAY, st.lists(JUDGEMENTS, max_size=4), st.lists(DEPARTURES, max_size=4))
def test_nothing_that_a_person_records_waives_a_must(
    case: tuple[Partnership, date], judgements: list[Judgement], departures: list[Departure]
) -> None:
    """A judgement answers only what was left to a person; a reason for departing changes no outcome at all."""
    plain = without_recorded(case[0])
    first = evolve(plain.documents[0], judgements=tuple(judgements), departures=tuple(departures))
    recorded = evolve(plain, documents=(first, *plain.documents[1:]))
    for before, after in zip(assess(plain, as_of=case[1]), assess(recorded, as_of=case[1]), strict=True):
        judged = outcomes_of_a_person(recorded, after.key)
        if judged and Outcome.NEEDS_JUDGEMENT in before.possible:
            assert after.possible - judged == before.possible - judged - {Outcome.NEEDS_JUDGEMENT}
            assert after.judgement in judgements
        else:
            assert after.possible == before.possible, after.key
            assert after.judgement is None, after.key
        assert after.departure is None or after.departure in departures
        if before.possible <= UNMET:
            assert after.unmet, after.key


def test_the_complete_partnership_meets_what_can_be_met() -> None:
    """In the year after its start nothing is unmet or open in the partnership about which all is said."""
    found = assess(complete(), as_of=date(2020, 6, 1))
    assert [finding.key for finding in found if finding.unmet or len(finding.possible) > 1] == []
    assert found.counts["met"] > 40


def test_without_arrangements_nothing_that_they_should_hold_is_failed() -> None:
    """A partnership of which only the threshold document is given has nothing unmet: it is not among the files."""
    thresholds = next(d for d in complete().documents if d.kind is DocumentKind.THRESHOLD_DOCUMENT)
    found = assess(Partnership(id=thresholds.partnership, documents=(thresholds,)), as_of=date(2020, 6, 1))
    assert [finding.key for finding in found if finding.unmet] == []
