"""Chapter 4, national reviews: what the Child Safeguarding Practice Review Panel does; listed, and not assessed."""

from __future__ import annotations

from typing import Any

from safeguarding.law.instruments import REVIEW_REGULATIONS, Verification, act, regulation
from safeguarding.law.requirement import Checked, Level, Requirement
from safeguarding.law.stated import INDETERMINATE

HEADING = "National reviews"
_NOTHING = "Nothing to do: this is the Panel's own duty."


def _r(**more: Any) -> Requirement:
    return Requirement(
        level=Level.MUST,
        who="Child Safeguarding Practice Review Panel",
        heading=HEADING,
        verification=Verification.READ,
        checked=Checked.NOT_TESTED,
        silence=INDETERMINATE,
        **({"do": _NOTHING} | more),
    )


REQUIREMENTS = (
    _r(
        key="ch4.nat.function",
        title="The Panel identifies and reviews national cases",
        asks=(
            "The Panel identifies serious child safeguarding cases that are complex or of national importance and, "
            "where it considers it appropriate, has them reviewed under its supervision."
        ),
        citations=(act("16B", "(1)"),),
        read_at=("S16B",),
    ),
    _r(
        key="ch4.nat.criteria",
        title="The criteria of the Panel",
        asks=(
            "The Panel takes into account whether a case shows improvements to be needed, even where they were "
            "identified before; whether legislation or guidance needs to change; and whether themes recur."
        ),
        citations=(regulation(REVIEW_REGULATIONS, "3", "(a)-(c)"),),
        read_at=("R3",),
    ),
    _r(
        key="ch4.nat.pool",
        title="The pool of reviewers",
        asks=(
            "The Panel keeps a pool of potential reviewers that is open to the public; it may appoint another where "
            "nobody in the pool is available or suitable."
        ),
        citations=(regulation(REVIEW_REGULATIONS, "4", "(1)-(4)"),),
        read_at=("R4",),
    ),
    _r(
        key="ch4.nat.monitor",
        title="The Panel watches a national review",
        asks=(
            "The Panel monitors at regular intervals whether a national review keeps its time and quality; what it "
            "asks for to that end it asks for in writing."
        ),
        citations=(regulation(REVIEW_REGULATIONS, "7"),),
        read_at=("R7",),
    ),
    _r(
        key="ch4.nat.report",
        title="What the report of a national review contains",
        asks="The report sums up the improvements to be made, and analyses the reasons for what happened.",
        citations=(regulation(REVIEW_REGULATIONS, "8"),),
        read_at=("R8",),
    ),
    _r(
        key="ch4.nat.7d",
        title="A copy goes to the Secretary of State first",
        asks="The Secretary of State has a copy of the report no later than seven days before it is published.",
        citations=(regulation(REVIEW_REGULATIONS, "9"),),
        read_at=("R9",),
    ),
    _r(
        key="ch4.nat.publish",
        title="The report of a national review is published",
        asks=(
            "The Panel publishes the report unless it considers that inappropriate; it then publishes what should be "
            "said about the improvements."
        ),
        citations=(act("16B", "(4)-(5)"),),
        read_at=("S16B",),
    ),
    _r(
        key="ch4.nat.3y",
        title="The report stays public for three years",
        asks="What was published of a national review stays available to the public for at least three years.",
        citations=(regulation(REVIEW_REGULATIONS, "10"),),
        read_at=("R10",),
    ),
    _r(
        key="ch4.nat.regard",
        title="The Panel has regard to guidance",
        asks="The Panel has regard to the guidance of the Secretary of State on its functions.",
        citations=(act("16B", "(7)"),),
        read_at=("S16B",),
    ),
)
