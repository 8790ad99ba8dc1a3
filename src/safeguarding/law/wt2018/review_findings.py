"""Chapter 4, actions in response to local and national reviews."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import frozen

from safeguarding.dates import Span, TimeLimit, Unit
from safeguarding.law.asking import Ask
from safeguarding.law.casework import Lacking, lacking_parts, of_cases, settled_by_log, where_asked
from safeguarding.law.how_often import often_enough, passed
from safeguarding.law.instruments import Verification, guidance
from safeguarding.law.outcomes import Answer, Part
from safeguarding.law.reach import began
from safeguarding.law.requirement import Checked, Level, Requirement
from safeguarding.law.stated import INDETERMINATE, MET, NOT_APPLICABLE, NOT_MET, PARTLY_MET, stated
from safeguarding.law.steps import Step, step
from safeguarding.law.wt2018.review_steps import AUDITED, PUBLISHED, RECEIVED
from safeguarding.model import Case, CaseKind, Happening, Topic

HEADING = "Actions in response to local and national reviews"

_CONSIDERED = step("the considering of the findings", Happening.FINDINGS_CONSIDERED)
_HIGHLIGHTED = step("the highlighting of the findings", Happening.FINDINGS_HIGHLIGHTED)
_REPORTED = (RECEIVED, PUBLISHED)
"""The steps that show that there are findings of a local review."""


@frozen(kw_only=True)
class _Asked:
    """Something that is asked once there are findings: once within each of some times of them.

    Args:
        step: what is asked.
        months: the times, in months.
        about: what distinguishes it from the others of the requirement.
    """

    step: Step
    months: tuple[int, ...]
    about: str = ""


def _follow_up(key: str, *asked: _Asked) -> dict[str, Any]:
    """Make the check that something follows from the findings of each review.

    The guidance sets no day. At least every twelve months the partners report what they did as a result of reviews, so
    that what is not recorded a year after the report was is taken as not done; and what is to be done regularly was
    done more than once after two years.
    """

    def parts(ask: Ask, case: Case) -> Iterator[Part]:
        events = [event for one in _REPORTED for event in one.taken(case)[0]]
        start = began(ask, events)
        for item in asked if events else ():
            limits = tuple(TimeLimit.within(number, Unit.MONTHS, requirement=key) for number in item.months)
            due = passed(limits, start, Span(ask.as_of, ask.as_of))
            found = often_enough(ask, case, item.step, due, item.about)
            yield where_asked(ask, found, ask.situation.path(case), surely=True, start=start)

    def check(ask: Ask) -> Answer:
        cases = ask.situation.caseload.of(kind)
        return of_cases(ask, kind, lambda: [part for case in cases for part in parts(ask, case)])

    kind = CaseKind.SERIOUS_INCIDENT

    def lacking(ask: Ask) -> Iterator[tuple[Part, Lacking | None]]:
        """Find what was to be done once by now; where it was to be done more often, one event is too few."""
        times = {item.step: item.months for item in asked}
        for part, item in lacking_parts(kind, parts, {item.about: item.step for item in asked})(ask):
            events = [event for one in _REPORTED for event in one.taken(item.case)[0]] if item else []
            limits = (
                [TimeLimit.within(number, Unit.MONTHS, requirement=key) for number in times[item.step]] if item else []
            )
            due = passed(tuple(limits), began(ask, events), Span(ask.as_of, ask.as_of)) if item else None
            yield part, item if due and due.most <= 1 else None

    settle = settled_by_log(kind, lacking)
    reaches = frozenset({MET, PARTLY_MET, NOT_MET, NOT_APPLICABLE, INDETERMINATE})
    return {"check": check, "settle": settle, "checked": Checked.EVENTS, "reaches": reaches}


def _r(*read_at: str, **more: Any) -> Requirement:
    return Requirement(
        who="safeguarding partners",
        level=Level.SHOULD,
        heading=HEADING,
        citations=(guidance(HEADING, chapter=4),),
        verification=Verification.CORROBORATED if read_at else Verification.MEMORY,
        read_at=read_at,
        silence=INDETERMINATE,
        **more,
    )


REQUIREMENTS = (
    _r(
        *("Lincolnshire 2019", "KRSCPLLR", "South Tees 2019"),
        key="ch4.actions.consider",
        title="The findings of reviews are considered",
        asks=(
            "The partners take account of the findings of their own reviews and of all national ones, and consider "
            "how the improvements can be made locally."
        ),
        do=(
            "Consider what follows locally from the findings of the review, and record the day. What was made of "
            "national reviews, a log of local cases does not show."
        ),
        **_follow_up("ch4.actions.consider", _Asked(step=_CONSIDERED, months=(12,))),
    ),
    _r(
        "Lincolnshire 2019",
        key="ch4.actions.audit",
        title="Findings are highlighted, and progress is audited",
        asks=(
            "The partners highlight the findings of reviews to those who work locally, and regularly audit progress "
            "on the improvements that were recommended."
        ),
        do="Make the findings known, audit progress on the improvements again and again, and record each day.",
        **_follow_up(
            "ch4.actions.audit",
            _Asked(step=_HIGHLIGHTED, months=(12,), about="findings highlighted"),
            _Asked(step=AUDITED, months=(12, 24), about="progress audited"),
        ),
    ),
    _r(
        "Cumbria 2019",
        key="ch4.actions.sustain",
        title="Improvement is sustained",
        asks="The partners sustain improvement, by monitoring what was changed and following it up.",
        do="Record how it is monitored and followed up that what a review improved has stayed so.",
        **stated(Topic.REVIEW_FOLLOW_UP, {"sustained": "how improvement is sustained"}, by_person=True),
    ),
)
