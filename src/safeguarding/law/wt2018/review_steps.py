"""The steps of a local review, from the decision to hold it to what follows from it, and what is counted in one."""

from __future__ import annotations

from attrs import evolve

from safeguarding.dates import Span
from safeguarding.law.asking import Ask
from safeguarding.law.casework import Shown, happened
from safeguarding.law.clocks import brought
from safeguarding.law.outcomes import OPEN, Part
from safeguarding.law.reach import began
from safeguarding.law.stated import MET, NOT_DUE, NOT_MET
from safeguarding.law.steps import Step, step
from safeguarding.model import Case, Decision, Happening, Paper, Recipient
from safeguarding.structure import when

DECIDED = step("the decision to hold a local review", Happening.DECIDED, decision=Decision.LOCAL_REVIEW)
APPOINTED = step("the appointment of the reviewer", Happening.REVIEWER_APPOINTED)
RECEIVED = step("the reviewer's report", Happening.REPORT_RECEIVED)
HELD = (DECIDED, APPOINTED, RECEIVED)
"""The steps that show that a local review is held, in their order."""

PUBLISHED = step("the publication", Happening.PUBLISHED)
REPORT_PUBLISHED = step("the publication of the report", Happening.PUBLISHED, of=Paper.REPORT)
INFORMATION_PUBLISHED = step("the publication of information", Happening.PUBLISHED, of=Paper.INFORMATION)
NOT_PUBLISHED = step("the decision not to publish the report", Happening.NOT_PUBLISHED)
AUDITED = step("an audit of progress", Happening.PROGRESS_AUDITED)

NATIONALLY: dict[str, tuple[Recipient, ...]] = {
    # The Department for Education acts for the Secretary of State.
    "to the Secretary of State": (Recipient.SECRETARY_OF_STATE, Recipient.DEPARTMENT_FOR_EDUCATION),
    "to the Panel": (Recipient.PANEL,),
}
"""Who is told of a review nationally: each in words, with the recipients that count as it."""


def review_began(ask: Ask, case: Case) -> Span:
    """Return when a review began, by which the law that it is held under is chosen.

    That is when it was decided on or, failing that, its first step; where no step is recorded, the case itself.
    """
    taken = [one.taken(case) for one in HELD]
    return brought(ask, taken) if any(sure or perhaps for sure, perhaps in taken) else began(ask, case.events)


def planned(ask: Ask, case: Case, what: Step, item: Shown, found: Part) -> Part:
    """Answer, where something that is not done yet is recorded for a day still to come, that it is not due until then.

    Args:
        ask: the requirement, put to a situation.
        case: the case.
        what: the step that is planned.
        item: all that would show that it is done.
        found: the answer without the plan.
    """
    sure, perhaps = what.taken(case)
    ahead = [event for event in sure if happened(ask, event) is not True]
    if NOT_MET not in found.possible or len(ahead) < len(sure):
        return found
    if not ahead:
        may_be_planned = any(happened(ask, event) is not True for event in perhaps)
        return evolve(found, possible=found.possible | {NOT_DUE}) if may_be_planned else found
    may_be_done = any(happened(ask, event) is not False for events in item.taken(case) for event in events)
    possible = found.possible - OPEN | {NOT_DUE} | ({MET} if may_be_done else frozenset())
    day = min((when(event) for event in ahead), key=lambda span: span.latest)
    return evolve(
        found,
        possible=possible,
        message=f"planned: {what.words}, {day.in_words()}",
        missing=found.missing if len(possible) > 1 else (),
        due=day.latest if len(possible) == 1 else None,
    )
