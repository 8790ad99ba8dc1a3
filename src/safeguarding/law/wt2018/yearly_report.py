"""Chapter 3, reporting: when yearly reports are published, and to whom they go."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import evolve

from safeguarding.dates import TimeLimit, Unit
from safeguarding.law.asking import Ask, once
from safeguarding.law.casework import Shown, lacking_in_time, of_cases, settled_by_log, shown
from safeguarding.law.clocks import Clock, Run
from safeguarding.law.instruments import TRANSITION, Verification, act, guidance, regulation
from safeguarding.law.intervals import Interval, Occasion, from_either, said, stand
from safeguarding.law.outcomes import OPEN, Answer, Missing
from safeguarding.law.requirement import Checked, Level, Requirement
from safeguarding.law.stated import INDETERMINATE, MET, NOT_APPLICABLE, NOT_DUE, NOT_MET, PARTLY_MET
from safeguarding.law.steps import Step, step
from safeguarding.law.wt2018.reports import (
    KIND,
    NEED_EVERY,
    PUBLISHED,
    first_report,
    later_reports,
    may_be_one,
    printed,
    publications,
    recorded,
    same,
)
from safeguarding.model import Happening, Recipient

HEADING = "Reporting"
_REVIEWED = step("the review of the use of restraint", Happening.RESTRAINT_REVIEWED)
_DONE = (PUBLISHED, step("the sending of the report", Happening.REPORT_SENT))

# How often


def _interval(ask: Ask) -> Answer:
    """Look whether no more than twelve months lie between the implementation date, and each report, and the next.

    While the last report is not twelve months old, no more have passed.
    """
    parts = [found.part() for found in first_report(ask)]
    parts += [
        evolve(found, possible=frozenset(MET if one is NOT_DUE else one for one in found.possible)).part()
        for found in later_reports(ask)
    ]
    if parts:
        return ask.whole(parts)
    return ask.one(OPEN | {NOT_DUE}, "no yearly report is among the files or in a log", missing=(NEED_EVERY,))


# To whom it goes


def copies(recipients: Mapping[str, Sequence[Recipient]]) -> dict[str, Any]:
    """Make the check that each report is sent to each of several recipients within seven days of its publication.

    Args:
        recipients: for each, in words, the words of a log that count as it.

    Returns:
        the arguments ``check``, ``runs``, ``checked`` and ``reaches`` of the requirement.
    """
    sent = {about: step(f"the copy {about}", Happening.REPORT_SENT, to=to) for about, to in recipients.items()}

    def runs(ask: Ask) -> Iterator[Run]:
        return _copies(ask, sent)

    def check(ask: Ask) -> Answer:
        parts = [found.part() for found in runs(ask)]
        return ask.whole(parts) if parts else of_cases(ask, KIND, tuple)

    reaches = frozenset({MET, PARTLY_MET, NOT_MET, NOT_DUE, NOT_APPLICABLE, INDETERMINATE})
    settle = settled_by_log(KIND, lacking_in_time(KIND, runs))
    return {"check": check, "settle": settle, "runs": runs, "checked": Checked.EVENTS, "reaches": reaches}


def _copies(ask: Ask, sent: Mapping[str, Step]) -> Iterator[Run]:
    """Run the seven days in which each report is sent to each recipient."""
    limit = TimeLimit.within(7, Unit.DAYS, ask.requirement.key)
    clocks = [Clock(limit=limit, start=PUBLISHED, stop=stop, about=about) for about, stop in sent.items()]
    for case in ask.situation.caseload.of(KIND):
        for clock in clocks:
            yield from from_either(ask, case, clock)
    in_logs = [one.span for one in recorded(ask)]
    for publication in dict.fromkeys(publications(ask)):
        one = printed(ask, publication)
        if not any(same(one.span, other) for other in in_logs):
            perhaps = any(may_be_one(one.span, other) for other in in_logs)
            for clock in clocks:
                yield from _of_a_document(ask, one, clock, perhaps=perhaps)


def _of_a_document(ask: Ask, one: Occasion, clock: Clock, *, perhaps: bool) -> Iterator[Run]:
    """Run the days from the publication of a report of which no log speaks: to whom it went, it does not say."""
    item = Interval(
        case="yearly report",
        about=f"{said(one.span)}, {clock.about}",
        path="publication.published",
        limits=(clock.limit,),
        start=one,
        words=(PUBLISHED.words, clock.stop.words),
        kept_to=ask.as_of,
    )
    need = Missing(path="case", need=f"whether and when there was {clock.stop.words}, in a log")
    for found in stand(ask, item):
        possible = found.possible | ({MET} if NOT_MET in found.possible else set())
        possible |= {NOT_APPLICABLE} if perhaps else set()
        missing = once((*found.missing, *one.missing, need)) if len(possible) > 1 else ()
        yield evolve(found, possible=possible, missing=missing)


def _r(**more: Any) -> Requirement:
    return Requirement(who="safeguarding partners", heading=HEADING, silence=INDETERMINATE, **more)


REQUIREMENTS = (
    _r(
        key="ch3.report.interval",
        title="A yearly report is published every twelve months",
        level=Level.MUST,
        asks="The partners prepare and publish a report at least once in every twelve months.",
        citations=(act("16G", "(7)"), regulation(TRANSITION, "7"), guidance(HEADING)),
        verification=Verification.READ,
        read_at=("S16G", "BUCKS", "COVENTRY"),
        checked=Checked.EVENTS,
        reaches=frozenset({MET, PARTLY_MET, NOT_MET, NOT_DUE, INDETERMINATE}),
        do="Put the yearly reports among the files, or record in a log that has every one when each was published.",
        check=_interval,
        runs=later_reports,
    ),
    _r(
        key="ch3.report.restraint-recipients",
        title="Findings on restraint go to three national bodies",
        level=Level.SHOULD,
        asks=(
            "Where the use of restraint in a secure establishment was reviewed, the findings are reported to the Youth "
            "Justice Board, the Youth Custody Service and the Inspectorate of Prisons."
        ),
        citations=(guidance(HEADING),),
        verification=Verification.MEMORY,
        do="Report the findings to all three, and record it.",
        **shown(
            KIND,
            (_REVIEWED,),
            *(
                Shown(step=step(f"the report {about}", Happening.RESTRAINT_REPORTED, to=[to]), by=_DONE, about=about)
                for about, to in (
                    ("to the Youth Justice Board", Recipient.YOUTH_JUSTICE_BOARD),
                    ("to the Youth Custody Service", Recipient.YOUTH_CUSTODY_SERVICE),
                    ("to the Inspectorate of Prisons", Recipient.INSPECTORATE_OF_PRISONS),
                )
            ),
        ),
    ),
    _r(
        key="ch3.report.copies-7d",
        title="Copies of the yearly report go out within seven days",
        level=Level.SHOULD,
        asks=(
            "A copy of the report is sent to the Panel and to the What Works Centre for Children's Social Care within "
            "seven days of publication."
        ),
        citations=(guidance(HEADING),),
        verification=Verification.CORROBORATED,
        read_at=("PQ92015",),
        do="Send the two copies, and record in a log when the report was published and to whom it was sent.",
        **copies(
            {
                "to the Panel": [Recipient.PANEL],
                "to the What Works Centre": [Recipient.WHAT_WORKS_CENTRE],
            }
        ),
    ),
)
