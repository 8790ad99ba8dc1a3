"""When the child death review partners published their plans, and whether their transition was done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from attrs import evolve

from safeguarding.dates import PartialDate, in_words
from safeguarding.law.asking import Ask
from safeguarding.law.drafting import Draft
from safeguarding.law.implementation import of_the_area
from safeguarding.law.instruments import CHILD_DEATH_TRANSITION, Citation, Verification
from safeguarding.law.outcomes import OPEN, Answer, Missing, Outcome, Part, Possible
from safeguarding.law.patches import Blank, Fill
from safeguarding.law.requirement import Checked, Level, Requirement
from safeguarding.law.said import Narrowing, said
from safeguarding.law.settling import Say, if_asked, settled
from safeguarding.law.stated import INDETERMINATE, MET, NOT_APPLICABLE, NOT_DUE, NOT_MET, PARTLY_MET
from safeguarding.law.wt2018.deadlines import GUIDANCE_IMPLEMENTATION, GUIDANCE_PUBLICATION
from safeguarding.model import Registered, Statement, Topic

_TOPIC = Topic.CHILD_DEATH_PLAN


def _publish(ask: Ask) -> Answer:
    """Look when the plan was published, whether it was submitted, and when the transition was done."""
    return ask.whole([
        _until(ask, said(ask, _TOPIC, "published", "published", _by(ask, GUIDANCE_PUBLICATION)), GUIDANCE_PUBLICATION),
        _until(ask, said(ask, _TOPIC, "submitted", "submitted to NHS England"), GUIDANCE_PUBLICATION),
        _until(
            ask,
            said(ask, _TOPIC, "transition", "transition done", _by(ask, GUIDANCE_IMPLEMENTATION)),
            GUIDANCE_IMPLEMENTATION,
        ),
    ])  # fmt: skip


def _until(ask: Ask, part: Part, limit: date) -> Part:
    """Leave what is not there until the last day as not due."""
    if ask.as_of > limit:
        return _no_later(part)
    possible: Possible = frozenset(NOT_DUE if outcome is NOT_MET else outcome for outcome in part.possible)
    message = f"{part.message}; due by {in_words(limit)}" if NOT_DUE in possible else part.message
    return evolve(part, possible=possible, message=message, due=limit if possible == {NOT_DUE} else None)


def _no_later(part: Part) -> Part:
    """Let nothing be not due after the last day."""
    if NOT_DUE not in part.possible:
        return part
    possible = frozenset(NOT_MET if outcome is NOT_DUE else outcome for outcome in part.possible)
    return evolve(part, possible=possible, due=None)


def _by(ask: Ask, limit: date) -> Narrowing:
    """Ask of a statement that the plan of which it speaks is dated, and no later than a day."""

    def narrowed(statement: Statement, judged: Part) -> Part:
        if MET not in judged.possible:
            return judged
        dated = [_dated(ask, uses) for uses in statement.values("uses")]
        possible: Possible = frozenset(
            outcome
            for own, days in dated or [(False, (None,))]
            for day in days
            for outcome in _in_time(day, limit, own)
        )
        days = dict.fromkeys(day.in_words() for _, several in dated for day in several if day)
        words = f"{judged.message}; dated {' or '.join(days)}" if days else f"{judged.message}, without a date"
        need = Missing(path="register", need=f"the day of the child death review plan: {judged.subject}")
        missing = judged.missing if possible == {MET} else (*judged.missing, need)
        possible |= judged.possible - {MET}
        return evolve(judged, possible=possible, message=words, missing=missing, due=None)

    return narrowed


Days = Sequence[PartialDate | None]


def _dated(ask: Ask, uses: Sequence[str]) -> tuple[bool, Days]:
    """Return the days that a plan may have: of the registered document, or else of the arrangements themselves.

    The first says whether they are the arrangements', of which an earlier version may have held the plan.
    """
    if not uses:
        publication = ask.situation.document.publication if ask.situation.document else None
        return True, (publication.values("published") or (None,)) if publication else (None,)
    found: list[PartialDate | None] = []
    for used in uses:
        found += _of_document(ask, used)
    return False, found


def _of_document(ask: Ask, used: str) -> Days:
    """Return the days that a registered document may have: its own, where it is among the files."""
    entry: Registered = ask.situation.entries[used]
    document = ask.situation.supplied(used)
    stated = document.publication.values("published") if document else (None,)
    if not stated or len(entry.values("supplied")) != 1:
        return (None,)
    return stated if any(stated) else entry.values("standing_since") or (None,)


def _in_time(day: PartialDate | None, limit: date, own: bool) -> Possible:
    """Compare a day with the last day; what the arrangements say later may have stood elsewhere before."""
    truth = day.not_after(limit) if day else None
    return frozenset({Outcome.MET}) if truth else OPEN if truth is None or own else frozenset({Outcome.NOT_MET})


def _plan(draft: Draft) -> tuple[str, ...]:
    """Name the plan in the register, dated in time; a new entry."""
    day = Blank("the day of the plan", Fill.DAY, until=min(draft.ask.as_of, GUIDANCE_PUBLICATION))
    return (draft.paper("child-death-plan", "plan", "the child death review plan", standing_since=day),)


REQUIREMENTS: tuple[Requirement, ...] = (
    Requirement(
        key="trans.cdr.publish",
        title="Child death review plans published in time",
        level=Level.SHOULD,
        who="child death review partners",
        asks=(
            "The child death review partners publish their plans by 29 June 2019, submit them to NHS England, and "
            "have made the transition by 29 September 2019."
        ),
        heading="Transition",
        citations=(Citation(instrument=CHILD_DEATH_TRANSITION, provision="plans of child death review partners"),),
        verification=Verification.READ,
        read_at=("HLP",),
        checked=Checked.DOCUMENTS,
        silence=INDETERMINATE,
        reaches=frozenset({MET, PARTLY_MET, NOT_MET, NOT_DUE, NOT_APPLICABLE, INDETERMINATE}),
        do="Name the plan, with its day, and say when it was submitted and when the transition was done.",
        check=of_the_area(_publish),
        settle=if_asked(
            settled(
                Say(topic=_TOPIC, part="published", subjects=("published",), uses=_plan),
                Say(topic=_TOPIC, part="submitted", subjects=("submitted to NHS England",)),
                Say(topic=_TOPIC, part="transition", subjects=("transition done",), uses=_plan),
            )
        ),
    ),
)
