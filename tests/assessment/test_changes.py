"""Which requirements come out otherwise because the documents changed, and to what that is traced."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

import safeguarding as sg
from safeguarding import CannotAssessError, Consequences, Outcome, Partnership
from safeguarding.assessment.changes import Direction, Shift
from safeguarding.law.requirement import Level
from tests.structure.versions import EASTSHIRE, POLICE, Edit, changed, edited, version

AS_OF = "2019-11-30"


def of(*edits: Edit, as_of: str | None = AS_OF) -> Consequences:
    """Find what comes of some edits."""
    return sg.consequences(changed(*edits), as_of=as_of)


def shift(found: Consequences, key: str) -> Shift:
    """Return what became of one requirement."""
    return next(one for one in found if one.key == key)


def outcomes(one: Shift) -> tuple[Outcome, Outcome]:
    return one.before.outcome, one.after.outcome


def test_nothing_comes_of_nothing() -> None:
    """Two equal versions come out alike."""
    assert len(of()) == 0


def test_a_partner_that_is_gone_is_traced_to_its_entry() -> None:
    """The three partners are met no more, because of the entry that was removed, and of nothing else."""
    found = of((POLICE, ""))
    one = shift(found, "ch3.partners.three")
    assert outcomes(one) == (Outcome.MET, Outcome.PARTLY_MET)
    assert one.direction is Direction.WORSE
    assert [(change.kind.value, change.path_was) for change in one.rests_on] == [("removed", "partner[2]")]


def test_the_other_way_it_is_better_and_traced_to_what_was_added() -> None:
    """What the new version has, the finding on it rests on."""
    found = sg.consequences(sg.diff(version((POLICE, "")), version()), as_of=AS_OF)
    one = shift(found, "ch3.partners.three")
    assert one.direction is Direction.BETTER
    assert [(change.kind.value, change.path_now) for change in one.rests_on] == [("added", "partner[2]")]


def test_a_field_is_traced_by_the_path_of_what_is_missing() -> None:
    """Where a value is open, the requirement that needs it names its path, and that leads to the change."""
    found = of(('published = "2019-06-28"', 'unknown = ["published"]'))
    one = shift(found, "ch3.publish.publish")
    assert outcomes(one) == (Outcome.MET, Outcome.INDETERMINATE)
    assert [change.field for change in one.rests_on] == ["published"]


def test_what_is_not_traced_is_not_guessed() -> None:
    """A finding is traced to what it rests on and to no other change; where its evidence leads nowhere, to none."""
    found = of(('stated_total = "£120,000"', 'stated_total = "£130,000"'), (POLICE, ""))
    one = shift(found, "ch3.fund.transparent")
    assert [change.path_now for change in one.rests_on] == ["funding.budget.stated_total"]
    assert [change.path_was for change in shift(found, "ch3.partners.three").rests_on] == ["partner[2]"]
    # A topic that is not written down any more changes what silence means for many, and is the cause of that alone.
    half = of(('transcribed = "all"', 'transcribed = ["partners"]'))
    traced = [one for one in half if one.rests_on]
    assert len(traced) < len(half)
    assert {change.field for one in traced for change in one.rests_on} == {"transcribed"}


def test_both_are_judged_by_the_law_of_one_date() -> None:
    """Without a date it is that of the new version, for both: a change of the law is no doing of the documents."""
    difference = changed(('published = "2019-06-28"', 'published = "2024-06-28"'))
    found = sg.consequences(difference)
    assert found.old.as_of == found.new.as_of == date(2024, 6, 28)
    assert found.old.guidance == found.new.guidance == "WT2023"
    assert not found.given
    assert sg.consequences(difference, as_of=AS_OF).given
    assert sg.consequences(difference, as_of=AS_OF, guidance="WT2023").old.guidance == "WT2023"


def test_without_any_date_it_is_not_guessed() -> None:
    """Undated documents need a date."""
    undated = ('published = "2019-06-28"\nimplemented = "2019-09-01"', "")
    with pytest.raises(CannotAssessError, match="as_of"):
        of(undated, as_of=None)
    assert isinstance(of(undated), Consequences)


def test_the_worse_come_first_then_the_musts() -> None:
    """Whoever reads only the beginning reads what matters."""
    found = of(
        (POLICE, ""),
        ('stated_total = "£120,000"', 'stated_total = "£130,000"'),
        ('parts = ["children"]', 'parts = ["children", "families"]'),
    )
    directions = [list(Direction).index(one.direction) for one in found]
    assert directions == sorted(directions)
    worse = [one.after.requirement.level for one in found if one.direction is Direction.WORSE]
    assert worse == sorted(worse, key=[Level.MUST, Level.SHOULD, Level.MAY].index)
    assert {one.direction for one in found} >= {Direction.WORSE, Direction.BETTER}


def test_what_is_not_asked_any_more_is_neither_better_nor_worse() -> None:
    """A shortfall that goes because the requirement does not apply is no improvement."""
    found = of((POLICE, ""))
    one = found.shifts[0]
    gone = evolve(one.after, possible=frozenset({Outcome.NOT_APPLICABLE}))
    assert Shift(before=one.after, after=gone, rests_on=()).direction is Direction.OTHERWISE
    degree = evolve(one.after, possible=frozenset({Outcome.PARTLY_MET, Outcome.NOT_MET}))
    assert Shift(before=one.before, after=degree, rests_on=()).direction is Direction.WORSE


REPORT = (
    EASTSHIRE[: EASTSHIRE.index("[[area]]")]
    .replace('"arrangements"', '"yearly-report"')
    .replace("2019-06-28", "2020-09-01")
    .replace('implemented = "2019-09-01"\n', "")
    .replace('"plan"', '"report"')
    + '[[report_period]]\nperiod = { starts = "2019-09", ends = "2020-08" }\n'
    + '[[statement]]\ntopic = "report-content"\nparts = ["done"]\nsays = "What was done is told."\nwhere = "Done"\n'
)


def held(*texts: str) -> Partnership:
    """Hold several documents as one partnership."""
    return Partnership(id="eastshire", documents=tuple(sg.loads(text).documents[0] for text in texts))


def test_a_document_that_joins_is_what_its_findings_rest_on() -> None:
    """A report among the new files only is the cause of what comes out otherwise because of it."""
    found = sg.consequences(sg.diff(held(EASTSHIRE), held(EASTSHIRE, REPORT)), as_of="2020-09-30")
    one = shift(found, "ch3.report.done")
    assert [change.at[0].listed and change.kind.value for change in one.rests_on] == ["added"]
    back = sg.consequences(sg.diff(held(EASTSHIRE, REPORT), held(EASTSHIRE)), as_of="2020-09-30")
    assert [change.kind.value for change in shift(back, "ch3.report.done").rests_on] == ["removed"]
    with_less = sg.consequences(sg.diff(held(EASTSHIRE, REPORT), held(edited((POLICE, "")))), as_of="2020-09-30")
    assert [change.path_was for change in shift(with_less, "ch3.partners.three").rests_on] == ["partner[2]"]


def test_the_same_path_in_two_documents_is_told_apart_by_the_source() -> None:
    """A statement that is gone from the report is not blamed for what the arrangements' first statement bears."""
    quiet = REPORT[: REPORT.index("[[statement]]")]
    found = sg.consequences(sg.diff(held(EASTSHIRE, REPORT), held(EASTSHIRE, quiet)), as_of="2020-09-30")
    assert shift(found, "ch3.report.done").rests_on[0].path_was == "statement[0]"
    silent = EASTSHIRE[: EASTSHIRE.index("[[statement]]")] + EASTSHIRE[EASTSHIRE.index("[[other_partnership]]") :]
    both = sg.consequences(sg.diff(held(EASTSHIRE, REPORT), held(silent, quiet)), as_of="2020-09-30")
    (change,) = shift(both, "ch3.report.done").rests_on
    assert (change.document_was, change.path_was) == (1, "statement[0]")


def test_two_partnerships_can_be_compared() -> None:
    """That their ids differ is a change that no finding rests on."""
    other = sg.loads(edited(("[[milestone]]", "[[milestone]]"), text=EASTSHIRE.replace('"eastshire"', '"westshire"')))
    assert sg.consequences(sg.diff(version(), other), as_of=AS_OF).shifts == ()
