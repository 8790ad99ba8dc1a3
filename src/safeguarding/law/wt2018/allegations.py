"""Chapter 2, people in positions of trust: telling the designated officer of an allegation."""

from __future__ import annotations

from collections.abc import Iterator

from safeguarding.dates import TimeLimit, Unit
from safeguarding.law.asking import Ask
from safeguarding.law.casework import by_runs
from safeguarding.law.clocks import Clock, Run
from safeguarding.law.instruments import Verification, guidance
from safeguarding.law.intervals import from_either
from safeguarding.law.requirement import Level, Requirement
from safeguarding.law.stated import INDETERMINATE
from safeguarding.law.steps import step
from safeguarding.model import CaseKind, Happening

HEADING = "People in positions of trust"

_KNOWN = step("the allegation's coming to notice", Happening.ALLEGATION_KNOWN)
_INFORMED = step("the information to the designated officer", Happening.DESIGNATED_OFFICER_INFORMED)

_TOLD = Clock(limit=TimeLimit.within(1, Unit.WORKING_DAYS, "ch2.lado.1wd"), start=_KNOWN, stop=_INFORMED)


def _allegations(ask: Ask) -> Iterator[Run]:
    """Run the working day in which the designated officer is told of each allegation."""
    for case in ask.situation.caseload.of(CaseKind.ALLEGATION):
        yield from from_either(ask, case, _TOLD)


REQUIREMENTS = (
    Requirement(
        key="ch2.lado.1wd",
        title="The designated officer is told within a working day",
        level=Level.SHOULD,
        who="employers and police",
        asks=(
            "The designated officer of the local authority is informed within one working day of an allegation's "
            "coming to an employer's notice, or of its being made to the police."
        ),
        heading=HEADING,
        citations=(guidance(HEADING, chapter=2),),
        verification=Verification.READ,
        read_at=("BRISTOLLADO", "STAFFSLADO"),
        silence=INDETERMINATE,
        do="Record when the allegation came to notice and when the designated officer was told; tell at once if due.",
        **by_runs(CaseKind.ALLEGATION, _allegations),
    ),
)
