"""What the words of the transition mean, and what the law says of boards and areas that no document answers for."""

from __future__ import annotations

from typing import Any

from safeguarding.law.instruments import (
    EARLY_ADOPTERS,
    TRANSITION,
    TRANSITIONAL_GUIDANCE,
    Citation,
    Verification,
    regulation,
)
from safeguarding.law.requirement import Checked, Level, Requirement
from safeguarding.law.stated import INDETERMINATE, NOT_APPLICABLE

HEADING = "Transition"
_BOARDS = Citation(instrument=TRANSITIONAL_GUIDANCE, provision="Local Safeguarding Children Boards")
_TERM: Any = {
    "level": Level.DEFINITION,
    "who": "-",
    "heading": HEADING,
    "verification": Verification.READ,
    "checked": Checked.NOT_TESTED,
    "silence": NOT_APPLICABLE,
}
_OF_BOARDS: Any = {
    "level": Level.MUST,
    "heading": HEADING,
    "citations": (_BOARDS,),
    "checked": Checked.NOT_TESTED,
    "silence": INDETERMINATE,
}

REQUIREMENTS: tuple[Requirement, ...] = (
    Requirement(
        key="trans.publication-date",
        title="The publication date of an area",
        asks="The day on which arrangements are first published for an area is its publication date.",
        citations=(regulation(TRANSITION, "5", "(2)"),),
        read_at=("SI497",),
        do="Give the day of first publication under publication.published.",
        **_TERM,
    ),
    Requirement(
        key="trans.implementation-date",
        title="The implementation date of an area",
        asks=(
            "The day from which partners and agencies act as arranged is the area's implementation date; the law on "
            "the area's Local Safeguarding Children Board is switched off then."
        ),
        citations=(
            regulation(TRANSITION, "6", "(2)"),
            regulation(TRANSITION, "8", "(2)"),
            regulation(TRANSITION, "11"),
        ),
        read_at=("SI497",),
        do="Give the day from which the arrangements were acted on under publication.implemented.",
        **_TERM,
    ),
    Requirement(
        key="trans.lscb-saved",
        title="The old sections are saved for what is unfinished",
        asks=(
            "Sections 13 to 16 are saved as far as boards need them to hand over reviews that are not finished, and "
            "are repealed altogether on 29 September 2020."
        ),
        citations=(regulation(TRANSITION, "8", "(3)-(4)"),),
        read_at=("SI497",),
        do="Date what the board still did after the area's implementation date.",
        **_TERM,
    ),
    Requirement(
        key="trans.lscb-continue",
        title="Boards go on until the partners start",
        who="Local Safeguarding Children Board",
        asks=(
            "Until an area's arrangements start, its board goes on with all its functions, commissioning serious "
            "case reviews among them; chapters 3 to 5 of Working Together 2015 still apply there."
        ),
        verification=Verification.READ,
        read_at=("LRSB", "DERBYS18"),
        do="Give the day from which the arrangements were acted on; until then the board acts.",
        **_OF_BOARDS,
    ),
    Requirement(
        key="trans.no-new-scr-after",
        title="No new serious case review after the start",
        who="Local Safeguarding Children Board and safeguarding partners",
        asks=(
            "After an area's arrangements have started, cases go to the partners and the Panel, and no serious case "
            "review is begun."
        ),
        verification=Verification.MEMORY,
        do="Record incidents after the start as cases of the partners.",
        **_OF_BOARDS,
    ),
    Requirement(
        key="trans.early-adopters",
        title="Early adopters",
        asks="Seventeen areas, the early adopters, tried out arrangements before the deadline; that is no rule of law.",
        citations=(Citation(instrument=EARLY_ADOPTERS, provision="early adopters"),),
        read_at=("PROC18",),
        do="Nothing follows for the arrangements of an area from its having been one of them.",
        **_TERM,
    ),
)
