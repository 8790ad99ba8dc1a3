"""Chapter 4, rapid reviews: by when, what is done in one, and what is sent."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import evolve

from safeguarding.dates import TimeLimit, Unit
from safeguarding.law.asking import Ask
from safeguarding.law.casework import (
    RAPID_REVIEW_STARTS,
    Lacking,
    Shown,
    by_runs,
    lacking_in_time,
    lacking_records,
    of_cases,
    recorded,
    settled_by_log,
    shown,
)
from safeguarding.law.clocks import Clock, Run, run
from safeguarding.law.instruments import Verification, guidance
from safeguarding.law.outcomes import Answer, Part
from safeguarding.law.requirement import Checked, Level, Requirement
from safeguarding.law.stated import INDETERMINATE, MET, NOT_APPLICABLE, NOT_DUE, NOT_MET, PARTLY_MET, stated
from safeguarding.law.steps import step
from safeguarding.law.wt2018.notification import AWARE, INCIDENT, SERIOUS, TO_PANEL
from safeguarding.model import CaseKind, Happening, Matter, Recipient, Topic

HEADING = "Rapid review"
FIFTEEN_WORKING_DAYS = (15, Unit.WORKING_DAYS)

COMPLETED = step("the completion of the rapid review", Happening.RAPID_REVIEW_COMPLETED)
SENT = step("the sending of the rapid review", Happening.RAPID_REVIEW_SENT)
SENT_TO_PANEL = step("the rapid review as sent to the Panel", Happening.RAPID_REVIEW_SENT, to=[Recipient.PANEL])
_WITH_DECISION = step(
    "the sending of the decision on a local review, or of the view that a national one may be appropriate",
    Happening.RAPID_REVIEW_SENT,
    to=[Recipient.PANEL],
    covers=Matter.DECISION,
)
_WITH_VIEW = step(
    "the sending of the view that a national review may be appropriate",
    Happening.RAPID_REVIEW_SENT,
    to=[Recipient.PANEL],
    covers=Matter.NATIONAL_VIEW,
)

_STARTS = {
    Happening.INCIDENT: (INCIDENT, "from the incident"),
    Happening.AWARE: (AWARE, "from awareness"),
    Happening.NOTIFIED: (TO_PANEL, "from the notification"),
}


def _clock(key: str, start: Happening, *, counts: bool) -> Clock:
    """Make the clock of fifteen working days from one of the events from which the sources count them."""
    counted_from, about = _STARTS[start]
    limit = TimeLimit.within(*FIFTEEN_WORKING_DAYS, requirement=key)
    return Clock(limit=limit, start=counted_from, stop=SENT_TO_PANEL, asked=SERIOUS, about=about, counts=counts)


_COPIES = {
    chosen: evolve(
        _clock("ch4.rapid.send", chosen, counts=True),
        asked=(COMPLETED, SENT),
        about="the copy to the Panel",
        ever=True,
    )
    for chosen in RAPID_REVIEW_STARTS
}
"""The same for the copy, which has no day of its own: its absence counts once the rapid review itself is overdue."""


def in_fifteen_days(key: str) -> dict[str, Any]:
    """Make the check that the rapid review is sent within fifteen working days of the start that was chosen.

    Args:
        key: the key of the requirement.

    Returns:
        the arguments ``check``, ``runs``, ``checked`` and ``reaches`` of the requirement.
    """
    # For each start that may be chosen the three clocks, first the one that counts.
    clocks = {
        chosen: (
            _clock(key, chosen, counts=True),
            *(_clock(key, other, counts=False) for other in RAPID_REVIEW_STARTS if other is not chosen),
        )
        for chosen in RAPID_REVIEW_STARTS
    }

    def runs(ask: Ask) -> Iterator[Run]:
        for case in ask.situation.caseload.of(CaseKind.SERIOUS_INCIDENT):
            for clock in clocks[ask.rapid_review_from]:
                yield from run(ask, case, clock)

    return by_runs(CaseKind.SERIOUS_INCIDENT, runs)


def _sent(ask: Ask) -> Answer:
    """Look whether a rapid review that was completed was sent to the Panel, and with what."""
    return of_cases(ask, CaseKind.SERIOUS_INCIDENT, lambda: list(_of_sending(ask)))


def _of_sending(ask: Ask) -> Iterator[Part]:
    for case in ask.situation.caseload.of(CaseKind.SERIOUS_INCIDENT):
        for found in run(ask, case, _COPIES[ask.rapid_review_from]):
            yield found.part()
        yield from recorded(ask, case, (SENT_TO_PANEL,), (_WITH_IT,))


_SI = CaseKind.SERIOUS_INCIDENT
_WITH_IT = Shown(step=_WITH_DECISION, also_by=(_WITH_VIEW,), by=(), about="with the decision or the view")


def _unsent(ask: Ask) -> Iterator[tuple[Part, Lacking | None]]:
    """Find rapid reviews that were not sent: what is sent is to have the decision with it."""
    for part, item in lacking_in_time(_SI, _copies)(ask):
        yield part, evolve(item, step=_WITH_DECISION) if item else None


def _copies(ask: Ask) -> Iterator[Run]:
    for case in ask.situation.caseload.of(_SI):
        yield from run(ask, case, _COPIES[ask.rapid_review_from])


def _r(**more: Any) -> Requirement:
    return Requirement(
        level=Level.SHOULD,
        who="safeguarding partners",
        heading=HEADING,
        citations=(guidance(HEADING, chapter=4),),
        verification=Verification.READ,
        silence=INDETERMINATE,
        **more,
    )


def _does(key: str, title: str, matter: Matter, done: str) -> Requirement:
    """Make the requirement that something is done in a rapid review.

    Args:
        key: its key.
        title: its title.
        matter: how a log says that it was done.
        done: what is done, in words that follow "the".
    """
    taken = step(f"the rapid review's {done}", Happening.RAPID_REVIEW_COMPLETED, covers=matter)
    return _r(
        key=key,
        title=title,
        asks=f"One aim of a rapid review is the {done}.",
        read_at=("SEFTONRR",),
        do=f'Do it, and record it under covers = ["{matter.value}"] where the rapid review was completed.',
        **shown(CaseKind.SERIOUS_INCIDENT, (COMPLETED, SENT), Shown(step=taken, by=(COMPLETED,))),
    )


REQUIREMENTS = (
    _r(
        key="ch4.rapid.prompt",
        title="A rapid review is undertaken promptly",
        asks="The partners undertake a rapid review promptly, in line with the guidance of the Panel.",
        read_at=("SEFTONRR",),
        do="Set out how a rapid review is undertaken, by whom, and in what time.",
        **stated(Topic.REVIEWS, {"rapid-review": "how a rapid review is undertaken"}),
    ),
    _r(
        key="ch4.rapid.15wd",
        title="The rapid review is done in fifteen working days",
        asks=(
            "The rapid review is completed and sent to the Panel within fifteen working days, an expectation without "
            "statutory force, counted here from awareness unless another start is chosen."
        ),
        read_at=("TRAFFORD", "PANELFAQ", "CAMBSRR", "SUSSEXSPR20"),
        do="Record when the incident was known, when the Panel was notified, and when the rapid review was sent to it.",
        **in_fifteen_days("ch4.rapid.15wd"),
    ),
    _does(
        "ch4.rapid.facts",
        "The rapid review gathers the facts",
        Matter.FACTS,
        "gathering of the facts, as far as they can readily be established",
    ),
    _does(
        "ch4.rapid.immediate",
        "The rapid review looks at immediate action",
        Matter.IMMEDIATE_ACTION,
        "discussion of immediate action for children's safety, and the sharing of what was learnt",
    ),
    _does(
        "ch4.rapid.improvements",
        "The rapid review looks for improvements",
        Matter.IMPROVEMENT_POTENTIAL,
        "consideration of what improvements might be identified",
    ),
    _does(
        "ch4.rapid.next",
        "The rapid review decides on next steps",
        Matter.NEXT_STEPS,
        "choice of next steps, including whether to hold a local review",
    ),
    _r(
        key="ch4.rapid.send",
        title="The rapid review is sent to the Panel",
        asks=(
            "On completion a copy of the rapid review goes to the Panel, with the decision on a local review or the "
            "view that a national one may be appropriate."
        ),
        read_at=("KSCMP", "South Tees 2019"),
        do=('Send it, and record the day, with covers = ["decision"] or ["national-view"] for what went with it.'),
        check=_sent,
        settle=settled_by_log(_SI, _unsent, lacking_records(_SI, (SENT_TO_PANEL,), (_WITH_IT,))),
        checked=Checked.EVENTS,
        reaches=frozenset({MET, PARTLY_MET, NOT_MET, NOT_DUE, NOT_APPLICABLE, INDETERMINATE}),
    ),
)
