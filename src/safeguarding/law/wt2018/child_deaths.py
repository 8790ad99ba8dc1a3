"""Chapter 5, child death reviews: whom what is found is told to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from attrs import evolve

from safeguarding.dates import Span
from safeguarding.law.asking import Ask, once
from safeguarding.law.casework import lacking_parts, of_cases, settled_by_log, where_asked
from safeguarding.law.instruments import Verification, act, guidance
from safeguarding.law.intervals import Occasion, earliest_of, occasions, said
from safeguarding.law.outcomes import OPEN, Answer, Missing, Outcome, Part, Possible
from safeguarding.law.reach import began
from safeguarding.law.requirement import Checked, Level, Requirement
from safeguarding.law.stated import (
    INDETERMINATE,
    MET,
    NEEDS_JUDGEMENT,
    NOT_APPLICABLE,
    NOT_DUE,
    NOT_MET,
    PARTLY_MET,
)
from safeguarding.law.steps import Step, step
from safeguarding.model import Case, CaseKind, Event, Happening, Recipient
from safeguarding.structure import ANY_DAY, when

_KIND = CaseKind.CHILD_DEATH

_IDENTIFIED = step("the finding that somebody should act", Happening.ACTION_IDENTIFIED)
_INFORMED = step("the information to whoever should act", Happening.PERSON_INFORMED)
_COMPLETED = step("the completion of the review", Happening.REVIEW_COMPLETED)
_SUSPECTED = step("the suspicion of abuse or neglect", Happening.ABUSE_SUSPECTED)
_TO_PARTNERS = step(
    "the report to the safeguarding partners", Happening.ABUSE_REPORTED, to=[Recipient.SAFEGUARDING_PARTNERS]
)
_TO_PANEL = step("the report to the Panel", Happening.ABUSE_REPORTED, to=[Recipient.PANEL])


# Who should act


def _inform(ask: Ask) -> Answer:
    """Look whether after each finding that somebody should act, somebody was told."""
    cases = ask.situation.caseload.of(_KIND)
    return of_cases(ask, _KIND, lambda: [part for case in cases for part in _findings(ask, case)])


def _findings(ask: Ask, case: Case) -> Iterator[Part]:
    identified = _IDENTIFIED.taken(case)[0]
    for number, event in enumerate(identified, start=1):
        subject = f"{case.id}, action {number}" if len(identified) > 1 else case.id
        yield where_asked(
            ask, _told(ask, case, subject, event), ask.situation.path(case), surely=True, start=began(ask, [event])
        )


def _told(ask: Ask, case: Case, subject: str, event: Event) -> Part:
    """Look whether somebody was told after an action was identified; until the review is done no day is set."""
    (identified,) = occasions(ask, [event], _IDENTIFIED.words)
    told = occasions(ask, _INFORMED.taken(case)[0], _INFORMED.words)
    path = ask.situation.path(case)
    after = [_after(one.span, identified.span, ask) for one in told]
    evidence = once((*identified.evidence, *(item for one in told for item in one.evidence)))
    need = Missing(path=f"{path}.events", need=f"whether and when there was {_INFORMED.words}")
    missing = once([need, *identified.missing, *(item for one in told for item in one.missing)])
    if True in after:
        return ask.part(subject, MET, f"recorded: {_INFORMED.words}", evidence=evidence)
    if None in after:
        message = f"what is recorded leaves open whether {_INFORMED.words} followed"
        return ask.part(subject, OPEN, message, evidence=evidence, missing=missing)
    done = earliest_of(occasions(ask, _COMPLETED.taken(case)[0], _COMPLETED.words))
    over = done is not None and done.span.latest <= ask.as_of
    if over and ask.situation.caseload.kept_to(case, ask.as_of) >= ask.as_of:
        message = f"nothing is recorded of {_INFORMED.words}, and the review is completed"
        return ask.part(subject, NOT_MET, message, evidence=evidence)
    end = "up to the day of the log" if over else "yet, and no day is set for it"
    return ask.part(
        subject, OPEN, f"nothing is recorded of {_INFORMED.words} {end}", evidence=evidence, missing=missing
    )


def _after(told: Span, identified: Span, ask: Ask) -> bool | None:
    """Say whether somebody was told by the date, and not before the action was identified."""
    if told.earliest > ask.as_of or told.latest < identified.earliest:
        return False
    return True if told.latest <= ask.as_of and told.earliest >= identified.latest else None


# Abuse or neglect suspected

_RECIPIENTS = {"to the safeguarding partners": _TO_PARTNERS, "to the Panel": _TO_PANEL}


def _day_of_suspicion(case: Case) -> date:
    """Return the last day that is at once: that of the suspicion."""
    return min((when(event).earliest for event in _SUSPECTED.taken(case)[0]), default=date.max)


def _abuse(ask: Ask) -> Answer:
    """Look whether the partners and the Panel were told at once where abuse or neglect was suspected."""
    cases = ask.situation.caseload.of(_KIND)
    return of_cases(ask, _KIND, lambda: [part for case in cases for part in _suspicion(ask, case)])


def _suspicion(ask: Ask, case: Case) -> Iterator[Part]:
    suspected = earliest_of(occasions(ask, _SUSPECTED.taken(case)[0], _SUSPECTED.words))
    told_of = [told.taken(case) for told in _RECIPIENTS.values()]
    if suspected is None and not any(sure or perhaps for sure, perhaps in told_of):
        return
    for about, told in _RECIPIENTS.items():
        found = _at_once(ask, case, f"{case.id}, {about}", told, suspected)
        if suspected is None and not any(sure for sure, _ in told_of):
            found = evolve(found, possible=found.possible | {NOT_APPLICABLE}, due=None)
        yield found


def _at_once(ask: Ask, case: Case, subject: str, told: Step, suspected: Occasion | None) -> Part:
    """Look whether somebody was told on the day of the suspicion; what came later is for a person.

    The guidance says at once, and no number of days: of the same day that is certain, of no later one can it be
    worked out. Where nothing was recorded up to the end of the review, it was not done at all.
    """
    sure, perhaps = (occasions(ask, events, told.words) for events in told.taken(case))
    path = ask.situation.path(case)
    need = Missing(path=f"{path}.events", need=f"whether and when there was {told.words}")
    if suspected is None:
        need = Missing(path=f"{path}.events", need=f"whether and when there was {_SUSPECTED.words}")
        suspected = Occasion(span=Span(ANY_DAY.earliest, ask.as_of), missing=(need,))
    ways = [earliest_of(sure), *(earliest_of([*sure, one]) for one in perhaps)]
    possible = frozenset(outcome for way in ways for outcome in _so_soon(ask, case, suspected.span, way))
    known = [suspected, *sure, *perhaps]
    unclear = (Missing(path=path, need=f"whether this is {told.words}") for _ in perhaps)
    missing = once([need, *unclear, *(item for one in known for item in one.missing)])
    found = ask.part(
        subject,
        possible,
        _how_soon(ask, told, suspected.span, [way for way in ways if way]),
        evidence=once(item for one in known for item in one.evidence),
        missing=missing if len(possible) > 1 else _JUDGED if possible == {NEEDS_JUDGEMENT} else (),
        due=suspected.span.latest if possible == {NOT_DUE} else None,
    )
    return where_asked(ask, found, path, surely=True, start=suspected.span)


def _so_soon(ask: Ask, case: Case, suspected: Span, told: Occasion | None) -> Possible:
    """Return what it may come to, if this is when somebody was told."""
    possible = set()
    if told is not None and told.span.earliest <= ask.as_of:
        possible |= {MET} if told.span.earliest <= suspected.latest else set()
        possible |= {NEEDS_JUDGEMENT} if told.span.latest > suspected.earliest else set()
    if told is None or told.span.latest > ask.as_of:
        possible |= _not_yet(ask, case, suspected)
    return frozenset(possible)


def _not_yet(ask: Ask, case: Case, suspected: Span) -> set[Outcome]:
    """Return what it may come to where nobody is recorded as told by the date."""
    kept_to = ask.situation.caseload.kept_to(case, ask.as_of)
    possible = {NOT_DUE} if ask.as_of <= suspected.latest else set()
    if ask.as_of > suspected.earliest:
        done = earliest_of(occasions(ask, _COMPLETED.taken(case)[0], _COMPLETED.words))
        if done is not None and done.span.earliest <= ask.as_of:
            possible.add(NOT_MET)
        if done is None or done.span.latest > ask.as_of:
            possible.add(NEEDS_JUDGEMENT)
        if kept_to < ask.as_of:  # somebody may have been told after the log was closed
            possible |= {NEEDS_JUDGEMENT, MET} if kept_to <= suspected.latest else {NEEDS_JUDGEMENT}
    return possible


_JUDGED = (Missing(path="judgement", need="a person's judgement whether that was at once"),)


def _how_soon(ask: Ask, told: Step, suspected: Span, ways: list[Occasion]) -> str:
    when_told = " or ".join(dict.fromkeys(said(way.span) for way in ways))
    recorded = f"{told.words}: {when_told}" if ways else f"nothing is recorded of {told.words}"
    last = max((way.span.latest for way in ways), default=ask.as_of)
    day = f"suspected {said(suspected)}"
    return f"{recorded}; {day}" + ("; at once has no number of days" if last > suspected.earliest else "")


_RESPONDING = "Responding to the death of a child: the child death review process"

DUTIES = (
    Requirement(
        key="ch5.inform",
        title="Whoever should act on a review is told",
        level=Level.MUST,
        who="child death review partners",
        asks="Where they find that a person should take action, the partners inform that person.",
        heading="Statutory requirements",
        citations=(act("16M", "(5)"),),
        verification=Verification.READ,
        read_at=("S16M",),
        checked=Checked.EVENTS,
        silence=INDETERMINATE,
        reaches=frozenset({MET, PARTLY_MET, NOT_MET, NOT_APPLICABLE, INDETERMINATE}),
        do="Tell whoever should act, and record the day.",
        check=_inform,
        settle=settled_by_log(_KIND, lacking_parts(_KIND, _findings, {"": _INFORMED})),
    ),
)
"""The duty of the Act, which stands under its own heading."""

REQUIREMENTS = (
    Requirement(
        key="ch5.abuse",
        title="Suspected abuse is reported at once",
        level=Level.SHOULD,
        who="practitioners",
        asks="Where abuse or neglect is suspected, the safeguarding partners and the Panel are told immediately.",
        heading=_RESPONDING,
        citations=(guidance(_RESPONDING, chapter=5),),
        verification=Verification.CORROBORATED,
        read_at=("CPICSCDOP", "LLRCDOP"),
        checked=Checked.EVENTS,
        silence=INDETERMINATE,
        reaches=frozenset({MET, PARTLY_MET, NOT_MET, NOT_DUE, NOT_APPLICABLE, INDETERMINATE, NEEDS_JUDGEMENT}),
        do="Tell the safeguarding partners and the Panel, and record when it was suspected and when they were told.",
        check=_abuse,
        settle=settled_by_log(_KIND, lacking_parts(_KIND, _suspicion, _RECIPIENTS, _day_of_suspicion)),
    ),
)
