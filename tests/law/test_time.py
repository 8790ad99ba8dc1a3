"""Time: no duty has a gap or an overlap, and each date has the law that was in force on it."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeguarding.dates import Span
from safeguarding.law.catalogue import catalogue
from safeguarding.law.comparing import compared
from safeguarding.law.editions import EDITIONS, edition_on, regime, turning_days
from safeguarding.law.requirement import Requirement

DAY = timedelta(days=1)
ITEMS = tuple(catalogue().values())
COMMENCED = tuple(item for item in ITEMS if item.commenced)


def in_force(item: Requirement, day: date) -> bool:
    """Say whether a requirement is asked on a day."""
    return item.starts <= day and (item.ends is None or day <= item.ends)


def duties() -> list[tuple[Requirement, ...]]:
    """Return each duty: the requirements that follow one another, joined through what succeeds what."""
    found: list[set[str]] = []
    for item in COMMENCED:
        joined = [duty for duty in found if duty & {item.key, *item.succeeds, *item.succeeded_by}]
        found = [duty for duty in found if duty not in joined]
        found.append({item.key, *item.succeeds, *item.succeeded_by}.union(*joined))
    return [tuple(catalogue()[key] for key in sorted(duty)) for duty in found]


DUTIES = duties()


@pytest.mark.parametrize("item", COMMENCED, ids=lambda item: item.key)
def test_versions_follow_each_other_without_gap_or_overlap(item: Requirement) -> None:
    """Each version begins on the day after the one before it ended, and has a citation and a status."""
    for before, after in pairwise(item.versions):
        assert before.ends is not None
        assert after.starts == before.ends + DAY
    for version in item.versions:
        assert version.citations
        assert version.verification.value
        assert version.ends is None or version.starts <= version.ends


@pytest.mark.parametrize("item", COMMENCED, ids=lambda item: item.key)
def test_what_ends_is_followed_at_once_or_says_why_not(item: Requirement) -> None:
    """What stands in the place of a requirement begins on the day after it; where nothing does, it is said why."""
    if item.ends is None:
        assert not item.succeeded_by
        return
    followers = [catalogue()[key] for key in item.succeeded_by]
    assert followers or item.ceased or not item.of_guidance, item.key
    assert all(other.starts == item.ends + DAY for other in followers)


@given(st.sampled_from(DUTIES), st.dates(date(2018, 1, 1), date(2027, 12, 31)))
def test_a_duty_is_asked_once_on_every_day_from_its_commencement(duty: tuple[Requirement, ...], day: date) -> None:
    """From commencement to repeal one generation of a duty is in force: never none, never an old one with a new."""
    begins = min(item.starts for item in duty)
    ends = [item.ends for item in duty]
    last = None if None in ends else max(end for end in ends if end)
    there = [item for item in duty if in_force(item, day)]
    within = begins <= day and (last is None or day <= last)
    assert bool(there) == within
    for item in there:
        assert not any(other.key in item.succeeds for other in there)


@given(st.sampled_from(turning_days()), st.sampled_from([-1, 0]))
def test_either_side_of_each_change_has_its_edition(turn: date, offset: int) -> None:
    """On the first day of an edition it is in force, and on the day before the one before it is."""
    day = turn + offset * DAY
    expected = None
    for starts, name in ((date(2018, 7, 4), "WT2018"), (date(2023, 12, 15), "WT2023"), (date(2026, 3, 18), "WT2026")):
        expected = name if day >= starts else expected
    found = edition_on(day)
    assert (found.id if found else None) == expected


@given(
    st.dates(date(2018, 1, 1), date(2021, 12, 31)), st.dates(date(2018, 6, 29), date(2020, 6, 30)), st.integers(0, 60)
)
def test_each_area_has_the_law_of_its_own_implementation_date(day: date, start: date, unsure: int) -> None:
    """A board acts until its own area's start; it is open only on the days that may lie on either side of it."""
    began = Span(start, start + unsure * DAY)
    found = regime(day, began)
    if day < date(2018, 6, 29):
        assert found.boards is True
    elif day >= date(2020, 9, 29):
        assert found.boards is False
    else:
        before, after = day < began.earliest, day >= began.latest
        assert found.boards is (True if before else False if after else None)
    assert found.in_words


@pytest.mark.parametrize(
    ("day", "started", "boards", "edition", "health"),
    [
        # The digest's table "Which rules apply on a date", a row either side of each of its days.
        (date(2018, 6, 28), None, True, None, "clinical commissioning groups"),
        (date(2018, 6, 29), None, None, None, "clinical commissioning groups"),
        (date(2019, 9, 1), Span(date(2019, 9, 2), date(2019, 9, 2)), True, "WT2018", "clinical commissioning groups"),
        (date(2019, 9, 2), Span(date(2019, 9, 2), date(2019, 9, 2)), False, "WT2018", "clinical commissioning groups"),
        (date(2022, 6, 30), None, False, "WT2018", "clinical commissioning groups"),
        (date(2022, 7, 1), None, False, "WT2018", "integrated care boards"),
        (date(2023, 12, 14), None, False, "WT2018", "integrated care boards"),
        (date(2023, 12, 15), None, False, "WT2023", "integrated care boards"),
        (date(2026, 3, 17), None, False, "WT2023", "integrated care boards"),
        (date(2026, 3, 18), None, False, "WT2026", "integrated care boards"),
    ],
)
def test_which_rules_apply_on_a_date(
    day: date, started: Span | None, boards: bool | None, edition: str | None, health: str
) -> None:
    """Board or partners, edition and health body are those of the digest's table."""
    found = regime(day, started)
    assert (found.boards, found.edition.id if found.edition else None, found.health) == (boards, edition, health)


@pytest.mark.parametrize("key", ["ch2.health.designated", "ch4.regard.multi-area", "ch3.partners.three"])
def test_what_is_asked_of_health_bodies_goes_on_after_1_july_2022(key: str) -> None:
    """No clinical commissioning group is named alone in what is asked after there were none."""
    item = catalogue()[key]
    said = (item.who, item.asks, *(version.changed for version in item.versions))
    named = [text for text in said if "clinical commissioning group" in text]
    assert all("integrated care board" in text for text in named)
    assert named


def test_a_kept_rule_is_asked_at_the_level_of_its_edition() -> None:
    """Telling the Panel later is a should of 2018 and a may of 2023, which 2026 carries over."""
    item = catalogue()["ch4.rapid.later-national"]
    days = (date(2019, 1, 1), date(2024, 1, 1), date(2026, 6, 1))
    assert [item.at(day).level.value for day in days] == ["should", "may", "may"]


def test_a_comparison_accounts_for_every_requirement_of_both_editions() -> None:
    """New, changed and kept make up the later edition; changed, gone and kept the earlier."""
    for old, new in pairwise(EDITIONS):
        found = compared(old, new)
        now = [*found.added, *(change.now for change in (*found.changed, *found.repeated)), *found.kept]
        before = {
            item.key for change in (*found.changed, *found.repeated) for item in change.before if item.of_guidance
        }
        before |= {item.key for item in (*found.gone, *found.kept)}
        assert sorted(item.key for item in now) == sorted(item.key for item in ITEMS if new in item.editions)
        assert before == {item.key for item in ITEMS if old in item.editions}


def test_what_the_digest_calls_unchanged_is_neither_new_nor_changed() -> None:
    """Items of the Act, and what stands there as in 2018, are put again under a key of their own."""
    found = compared("WT2018", "WT2023")
    assert {change.now.key: [item.key for item in change.before] for change in found.repeated} == {
        "wt23.geo.coverage": ["ch3.geo.coverage"],
        "wt23.scrutiny.effective": ["ch3.scrutiny.include"],
        "wt23.publish.must": ["ch3.publish.identify-respond", "ch3.publish.lcspr", "ch3.publish.scrutiny"],
        "wt23.publish.training-audits": ["ch3.publish.training", "ch3.publish.audits"],
        "wt23.report.must": ["ch3.report.done", "ch3.report.effective"],
        "wt23.report.restraint": ["ch3.report.restraint"],
        "wt23.lcspr.7wd": ["ch4.copy.7d"],
    }
    listed = {item.key for item in (*found.added, *(change.now for change in found.changed), *found.gone)}
    assert not listed & {key for change in found.repeated for key in (change.now.key, *change.now.repeats)}


def test_what_is_on_another_subject_succeeds_nothing() -> None:
    """Who chairs is not who leads on an issue; outcomes are not the acts of a delegate: both are new, both are gone."""
    found = compared("WT2018", "WT2023")
    assert {"wt23.chair.dsp", "wt23.lsp.accountable"} <= {item.key for item in found.added}
    assert {"ch3.lead.single-point", "ch3.lead.delegate-accountable"} <= {item.key for item in found.gone}


def test_editions_are_compared_in_the_order_of_time() -> None:
    """Given the other way round they are turned."""
    assert compared("WT2023", "WT2018") == compared("WT2018", "WT2023")


@pytest.mark.parametrize("pair", [("WT2018", "WT2018"), ("WT2015", "WT2018"), ("WT2018", "")])
def test_editions_that_cannot_be_compared_are_refused(pair: tuple[str, str]) -> None:
    """The same edition twice, or one that is not held, is quoted."""
    with pytest.raises(ValueError, match=r"edition|both"):
        compared(*pair)
