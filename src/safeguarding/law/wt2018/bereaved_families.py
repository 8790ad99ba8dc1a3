"""Chapter 5, child death reviews: what bereaved families are offered."""

from __future__ import annotations

from safeguarding.law.instruments import Verification, guidance
from safeguarding.law.requirement import Level, Requirement
from safeguarding.law.stated import INDETERMINATE, stated
from safeguarding.model import Topic

HEADING = "Child death reviews"

REQUIREMENTS = (
    Requirement(
        level=Level.SHOULD,
        heading=HEADING,
        citations=(guidance(HEADING, chapter=5),),
        verification=Verification.READ,
        silence=INDETERMINATE,
        key="ch5.family-guide",
        title="Bereaved families have a guide and support",
        who="agencies",
        asks=(
            "Agencies offer bereaved families the guide for parents and carers, and support families and the staff who "
            "knew the child."
        ),
        read_at=("WTO5",),
        do="Say that families are given the guide, and who supports them: a key worker.",
        **stated(
            Topic.BEREAVED_FAMILIES,
            {"guide": "the guide for parents and carers", "support": "support, as by a key worker"},
        ),
    ),
)
