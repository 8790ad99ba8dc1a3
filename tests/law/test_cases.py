"""Every case in ``cases/``: what the law asks of a document, worked out by hand, is what is answered."""

import pytest

from safeguarding.law.catalogue import catalogue
from safeguarding.law.outcomes import Outcome
from tests.law.case import Case, cases, texts

OUTCOMES = {outcome.value for outcome in Outcome}
NOT_ASKED = (
    *("not in force until", "not asked after", "not asked by", "asked only of what was written by"),
    *("asked of what is written under", "enacted, and not shown to be in force"),
)
"""How the engine itself begins to say that a requirement is not asked."""
EVERY = [
    pytest.param(case, id=name, marks=[pytest.mark.xfail(reason=case.disputed)] if case.disputed else [])
    for name, case in cases()
]
EVERY_ONE = [pytest.param(case, id=name) for name, case in cases()]


@pytest.mark.parametrize("case", EVERY)
def test_case_comes_out_as_worked_out_by_hand(case: Case) -> None:
    """The outcome, what is still possible, what is said, what is needed and when it is due are as expected."""
    finding = case.finding()
    shown = f"{case.why}\n{texts(finding)}\npossible: {[outcome.value for outcome in finding.open_outcomes]}"
    assert finding.outcome.value == case.outcome, shown
    assert {outcome.value for outcome in finding.open_outcomes} == set(case.possible), shown
    for fragment in case.says:
        assert fragment in texts(finding), shown
    for fragment in case.needs:
        assert any(fragment in item.need for item in finding.missing), (shown, finding.missing)
    assert case.due in {None, finding.due and finding.due.isoformat()}, shown


@pytest.mark.parametrize("case", EVERY_ONE)
def test_case_is_written_well(case: Case) -> None:
    """A case names a requirement, gives a reason, and lists what is possible exactly where it is open."""
    assert case.requirement in catalogue()
    assert case.why.strip()
    assert {case.outcome, *case.possible} <= OUTCOMES
    assert (len(case.possible) > 1) == (case.outcome == Outcome.INDETERMINATE.value)


@pytest.mark.parametrize("case", EVERY_ONE)
def test_every_finding_of_a_case_keeps_what_is_promised(case: Case) -> None:
    """What is open names what would settle it, what is not due has its day, and no check exceeds its outcomes."""
    for finding in case.assess():
        item = finding.requirement
        assert finding.missing or not finding.open_outcomes, (finding.key, finding.message)
        assert (finding.due is not None) == (finding.outcome is Outcome.NOT_DUE), finding.key
        of_the_engine = {
            Outcome.NOT_DUE: item.owed_from is not None and finding.due == item.owed_from,
            Outcome.NOT_APPLICABLE: finding.message.startswith(NOT_ASKED),
            Outcome.INDETERMINATE: bool(item.premises) or Outcome.NOT_APPLICABLE in finding.open_outcomes,
        }
        assert finding.outcome in item.reaches or of_the_engine.get(finding.outcome), (finding.key, finding.message)
