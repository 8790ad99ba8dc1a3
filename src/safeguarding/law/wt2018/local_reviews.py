"""Chapter 4, commissioning a local review: the reviewer, and how progress is watched."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from safeguarding.dates import Span, TimeLimit, Unit
from safeguarding.law.asking import Ask
from safeguarding.law.casework import (
    Lacking,
    Shown,
    happened,
    lacking_parts,
    of_cases,
    settled_by_log,
    shown,
    where_asked,
)
from safeguarding.law.clocks import brought
from safeguarding.law.how_often import Count, often_enough, passed
from safeguarding.law.instruments import REVIEW_REGULATIONS, Verification, guidance, regulation
from safeguarding.law.outcomes import Answer, Missing, Part
from safeguarding.law.reach import began
from safeguarding.law.requirement import Checked, Level, Requirement
from safeguarding.law.stated import INDETERMINATE, MET, NOT_APPLICABLE, NOT_MET, PARTLY_MET
from safeguarding.law.steps import step
from safeguarding.law.wt2018.review_steps import APPOINTED, DECIDED, HELD, RECEIVED, REPORT_PUBLISHED
from safeguarding.model import Case, CaseKind, Happening, Matter
from safeguarding.structure import ANY_DAY, first, when
from safeguarding.unknown import any_of

COMMISSIONING = "Commissioning a reviewer or reviewers for a local child safeguarding practice review"
HEADING = "Local child safeguarding practice reviews"

_MONITORED = step("monitoring of the review", Happening.PROGRESS_MONITORED)
_REQUESTED = step("a request to the reviewer", Happening.INFORMATION_REQUESTED)
_IN_WRITING = step("its being in writing", Happening.INFORMATION_REQUESTED, covers=Matter.IN_WRITING)
_CONFLICTS = step("the considering of conflicts of interest", Happening.CONFLICTS_CONSIDERED)
_AT_WORK = (_MONITORED, _REQUESTED, RECEIVED, REPORT_PUBLISHED)
"""The steps that are taken only once there is a reviewer."""

_WATCHED = {
    "time taken": step("monitoring of the time taken", Happening.PROGRESS_MONITORED, covers=Matter.TIMELINESS),
    "quality": step("monitoring of the quality of the work", Happening.PROGRESS_MONITORED, covers=Matter.QUALITY),
}
# The regulation sets no interval. Whatever it is, a review that is over was watched at least once; and one that took
# longer than the six months which the guidance gives it, more than once, or there was no interval at all.
_LONG = (TimeLimit.within(6, Unit.MONTHS, requirement="ch4.monitor"),)


def _monitoring(ask: Ask) -> Answer:
    """Look whether a review was watched, and more than once if it was long."""
    cases = ask.situation.caseload.of(CaseKind.SERIOUS_INCIDENT)
    return of_cases(ask, CaseKind.SERIOUS_INCIDENT, lambda: [part for case in cases for part in _watched(ask, case)])


def _watched(ask: Ask, case: Case) -> Iterator[Part]:
    taken = [one.taken(case) for one in HELD]
    surely = any(sure for sure, _ in taken)
    for about, what in _WATCHED.items() if surely or any(perhaps for _, perhaps in taken) else ():
        found = often_enough(ask, case, what, _watching(ask, case), about)
        yield where_asked(ask, found, ask.situation.path(case), surely=surely, start=brought(ask, taken))


def _watching(ask: Ask, case: Case) -> Count:
    """Say how often a review was to be watched by now: once it is over, or has been long, at least once."""
    start, received = _commissioned(case), RECEIVED.taken(case)[0]
    over = any_of(happened(ask, event) for event in received)
    counts: list[Count] = []
    if over is not False:
        ended = first(event for event in received if happened(ask, event) is not False)
        long = passed(_LONG, start, Span(min(ended.earliest, ask.as_of), min(ended.latest, ask.as_of)))
        counts.append(Count(1 + long.least, 1 + long.most))
    if over is not True:
        counts.append(passed(_LONG, start, Span(ask.as_of, ask.as_of)))
    return Count(min(count.least for count in counts), max(count.most for count in counts))


def _commissioned(case: Case) -> Span:
    """Return when a review was decided on; where that is not recorded, when its reviewer was appointed."""
    sure, perhaps = DECIDED.taken(case)
    if not sure and not perhaps:
        appointed = APPOINTED.taken(case)[0]
        return first(appointed) if appointed else ANY_DAY
    latest = first(sure).latest if sure else ANY_DAY.latest
    return Span(first([*sure, *perhaps]).earliest, latest)


def _in_writing(ask: Ask) -> Answer:
    """Look whether each request was made in writing."""
    cases = ask.situation.caseload.of(CaseKind.SERIOUS_INCIDENT)
    return of_cases(ask, CaseKind.SERIOUS_INCIDENT, lambda: [part for case in cases for part in _requests(ask, case)])


def _requests(ask: Ask, case: Case) -> Iterator[Part]:
    requests = _REQUESTED.taken(case)[0]
    for number, event in enumerate(sorted(requests, key=lambda event: when(event).earliest), start=1):
        subject = f"{case.id}, request {number}" if len(requests) > 1 else case.id
        truth = _IN_WRITING.is_taken_by(event)
        said = {True: "in writing", False: "not in writing", None: "whether it was in writing is not recorded"}[truth]
        path = ask.situation.path(event)
        found = ask.part(
            subject,
            truth,
            f"requested of the reviewer, {when(event).in_words()}: {said}" if when(event) != ANY_DAY else said,
            evidence=ask.evidence(event, "covers"),
            missing=(Missing(path=f"{path}.covers", need="whether the request was made in writing"),),
        )
        yield where_asked(ask, found, path, surely=True, start=began(ask, [event]))


_SI = CaseKind.SERIOUS_INCIDENT


def _unwatched(ask: Ask) -> Iterator[tuple[Part, Lacking | None]]:
    """Find reviews that were to be watched once, and were not; where it was more than once, one event is too few."""
    for part, item in lacking_parts(_SI, _watched, _WATCHED)(ask):
        yield part, item if item and _watching(ask, item.case).most <= 1 else None


def _r(**more: Any) -> Requirement:
    return Requirement(who="safeguarding partners", silence=INDETERMINATE, **more)


REQUIREMENTS = (
    _r(
        key="ch4.reviewer.appoint",
        title="A reviewer is appointed",
        level=Level.MUST,
        asks="The safeguarding partners appoint one or more reviewers to conduct a local review.",
        heading=COMMISSIONING,
        citations=(regulation(REVIEW_REGULATIONS, "12"),),
        verification=Verification.READ,
        read_at=("R12",),
        do="Appoint the reviewer, and record the day.",
        **shown(CaseKind.SERIOUS_INCIDENT, HELD, Shown(step=APPOINTED, by=_AT_WORK)),
    ),
    _r(
        key="ch4.reviewer.conflict",
        title="Conflicts of interest of the reviewer are considered",
        level=Level.SHOULD,
        asks="In choosing a reviewer the partners consider any conflict of interest, real or perceived.",
        heading=COMMISSIONING,
        citations=(guidance(COMMISSIONING, chapter=4),),
        verification=Verification.MEMORY,
        do="Consider whether the reviewer has a conflict of interest, and record the day on which that was done.",
        **shown(CaseKind.SERIOUS_INCIDENT, HELD, Shown(step=_CONFLICTS, by=(APPOINTED, *_AT_WORK))),
    ),
    _r(
        key="ch4.monitor",
        title="The time taken and the quality of a review are monitored",
        level=Level.MUST,
        asks=(
            "The partners monitor, at regular intervals, how long the review is taking and the quality of the "
            "reviewer's work."
        ),
        heading=HEADING,
        citations=(regulation(REVIEW_REGULATIONS, "14", "(1)"),),
        verification=Verification.READ,
        read_at=("R14",),
        checked=Checked.EVENTS,
        reaches=frozenset({MET, PARTLY_MET, NOT_MET, NOT_APPLICABLE, INDETERMINATE}),
        do="Record each day on which the review was looked at, and whether for the time it takes or for its quality.",
        check=_monitoring,
        settle=settled_by_log(_SI, _unwatched),
    ),
    _r(
        key="ch4.request-written",
        title="Requests to the reviewer are in writing",
        level=Level.MUST,
        asks="A request to the reviewer for information about the review, or for a draft of the report, is in writing.",
        heading=HEADING,
        citations=(regulation(REVIEW_REGULATIONS, "14", "(3)"),),
        verification=Verification.READ,
        read_at=("R14",),
        checked=Checked.EVENTS,
        reaches=frozenset({MET, PARTLY_MET, NOT_MET, NOT_APPLICABLE, INDETERMINATE}),
        do="Make each request in writing, and record that it was.",
        check=_in_writing,
        settle=settled_by_log(_SI),
    ),
)
