"""Advice is proved: a patch, filled and applied, gives the outcome that it promises, and loses nothing that was met."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import safeguarding as sg
from safeguarding import Assessment, Outcome, Partnership
from safeguarding.assessment import Finding
from safeguarding.files.entries import Tree
from safeguarding.files.gathering import gathered
from safeguarding.files.patching import filled, patched
from safeguarding.files.report import File
from safeguarding.law.outcomes import UNMET
from safeguarding.law.patches import Blank, Fill, Patch
from tests.law.case import Case, cases

TEXTS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), min_size=1, max_size=40).map(
    lambda text: f"x{text.strip('<>')}x"
)


def texts(case: Case) -> list[str]:
    """Return the text of each file of a case."""
    log = [case.written_log] if case.log else []
    plan = [case.text] if case.document.strip() or not log else []
    return [*plan, *log, *case.others]


def trees(case: Case) -> list[Tree]:
    """Return the keys and values of each file of a case."""
    return [tomllib.loads(text) for text in texts(case)]


def read(given_trees: list[Tree]) -> Partnership:
    """Read files from their keys and values."""
    return gathered([File(f"{i}.toml", sha256=str(i), form="toml", tree=tree) for i, tree in enumerate(given_trees)])


def judged(case: Case, partnership: Partnership, as_of: date) -> Assessment:
    """Assess a partnership as the case is."""
    return sg.assess(partnership, as_of=as_of, guidance=case.guidance, rapid_review_from=case.rapid_review_from)


WITH_PATCH = [pytest.param(case, id=name) for name, case in cases() if case.finding().remedy.patch is not None]


def keeps_its_promise(case: Case, fill: Any, patch: Patch | None) -> None:
    """Check that a patch does what it says, and loses nothing."""
    before = case.assess()
    assert patch is not None
    after = judged(case, read(patched(trees(case), patch, fill)), before.as_of)
    found = after[case.requirement]
    assert found.outcome is patch.promise, (found.message, str(patch))
    lost = [one.key for one in before if one.outcome is Outcome.MET and after[one.key].outcome is not Outcome.MET]
    assert not lost, (lost, str(patch))


@pytest.mark.parametrize("case", WITH_PATCH)
def test_a_patch_filled_and_applied_gives_what_it_promises(case: Case) -> None:
    """For every case of the law with a patch: the outcome becomes the one promised, and nothing met is lost."""
    keeps_its_promise(case, filled, case.finding().remedy.patch)


@pytest.mark.parametrize(
    "case", [pytest.param(case, id=name) for name, case in cases() if case.finding().remedy.otherwise is not None]
)
def test_what_is_open_can_be_settled_the_other_way(case: Case) -> None:
    """Where it can be said that something is not done, saying so gives the outcome that is promised for that."""
    patch = case.finding().remedy.otherwise
    keeps_its_promise(case, filled, patch)
    assert patch is not None
    assert patch.promise in case.finding().possible
    assert patch.promise in UNMET


@st.composite
def fillings(draw: st.DrawFn, blank: Blank) -> str | int:
    """Draw a value that fits a blank."""
    if blank.fill is Fill.DAY:
        since = blank.since or (blank.until or date(2019, 6, 28)) - timedelta(days=30)
        return draw(st.dates(since, blank.until or since + timedelta(days=30))).isoformat()
    if blank.fill is Fill.AMOUNT:
        return f"£{draw(st.integers(1, 10**7)):,}"
    if blank.fill is Fill.COUNT:
        least = blank.least or 0
        return draw(st.integers(least, least + 500))
    return draw(OTHERWISE.get(blank.fill, TEXTS))


OTHERWISE: dict[Fill, st.SearchStrategy[str | int]] = {
    Fill.FREQUENCY: st.sampled_from(["monthly", "quarterly", "yearly"]),
    Fill.PARAGRAPH: st.integers(1, 38),
    Fill.EXTENT: st.sampled_from(["whole", "part"]),
    Fill.ADDRESS: st.just("https://example.org/plan"),
}


@given(st.sampled_from([case.values[0] for case in WITH_PATCH]), st.data())
def test_whatever_its_blanks_are_filled_with(case: Case, data: st.DataObject) -> None:
    """A patch keeps its promise whatever fitting values its blanks are filled with."""
    names: set[object] = set()

    def fill(blank: Blank) -> str | int:
        values = data.draw(fillings(blank).filter(lambda value: blank.fill is not Fill.NAME or value not in names))
        names.add(values)
        return values

    keeps_its_promise(case, fill, case.finding().remedy.patch)


NEVER = frozenset({
    "ch1.time.icpc-15wd",
    "ch1.time.transfer-15wd",
    "ch3.geo.delegate-health",
    "ch3.geo.delegate-la",
    "ch3.geo.delegate-police",
    "ch3.report.interval",
    "ch4.publish.1y",
    "ch4.request-written",
    "trans.first-report",
    "wt23.publish.by-dec-2024",
    "wt23.report.deadline",
})  # fmt: skip
"""What has no patch in any case: decision 0024 says why."""


def test_what_never_has_a_patch_is_known() -> None:
    """Each other requirement that is unmet or open in some case has a patch in one of these."""
    found = [case.finding() for _, case in cases() if not case.disputed]
    lacking = [one for one in found if one.unmet or one.open_outcomes]
    drafted = {one.key for one in lacking if one.remedy.patch is not None}
    assert {one.key for one in lacking} - drafted == NEVER


def for_the_end(case: Case) -> bool:
    """Say whether a patch is nothing but entries for the end of one file."""
    patch = case.finding().remedy.patch
    if patch is None or patch.new or len({one.document for one in patch.additions}) > 1:
        return False
    return all(one.section and not one.to for one in patch.additions)


@pytest.mark.parametrize("case", [case for case in WITH_PATCH if for_the_end(case.values[0])])  # type: ignore[arg-type]
def test_a_patch_is_ready_to_paste(case: Case) -> None:
    """What goes to the end of a file can be pasted there as it is, and its blanks are accepted as open."""
    patch = case.finding().remedy.patch
    assert patch is not None
    (kind,) = {one.document.value for one in patch.additions}
    written = texts(case)
    place = next(i for i, text in enumerate(written) if tomllib.loads(text)["kind"] == kind)
    written[place] += f"\n{patch}"
    found = judged(case, read([tomllib.loads(text) for text in written]), case.assess().as_of)[case.requirement]
    assert not found.unmet


def unsettled(case: Case) -> list[Finding]:
    """Return what is unmet or open in a case."""
    return [finding for finding in case.assess() if finding.unmet or finding.open_outcomes]


@pytest.mark.parametrize("case", [pytest.param(case, id=name) for name, case in cases()])
def test_only_what_is_unmet_or_open_has_a_patch(case: Case) -> None:
    """What is settled, or for a person, has nothing to add."""
    finding = case.finding()
    if not (finding.unmet or finding.open_outcomes):
        assert finding.remedy.patch is None
