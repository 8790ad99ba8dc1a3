"""Chapter 3, disputes: resolved locally, and what the law does where they are not."""

from __future__ import annotations

from safeguarding.law.instruments import Verification, act, guidance
from safeguarding.law.requirement import Checked, Level, Requirement
from safeguarding.law.stated import INDETERMINATE, NOT_APPLICABLE, stated
from safeguarding.model import Topic

HEADING = "Disputes"

REQUIREMENTS = (
    Requirement(
        key="ch3.dispute.local",
        title="Disputes are resolved locally",
        level=Level.SHOULD,
        who="safeguarding partners and relevant agencies",
        asks="Partners and relevant agencies work together to resolve disputes locally.",
        heading=HEADING,
        citations=(guidance(HEADING), act("16G")),
        verification=Verification.CORROBORATED,
        read_at=("NTHUMB", "CESCP", "KBSP"),
        silence=INDETERMINATE,
        do="Set out the steps by which a dispute is resolved, and by when each is taken.",
        premises=("ch3.partners.arrange",),
        **stated(Topic.DISPUTES, {"steps": "the steps", "timescales": "the timescales"}),
    ),
    Requirement(
        key="ch3.dispute.sos",
        title="Where disputes end",
        level=Level.SHOULD,
        who="safeguarding partners and relevant agencies",
        asks=(
            "Bodies that fail in their duties are held to account by regulators and inspectorates; in the last "
            "resort, failure to comply is referred to the Secretary of State."
        ),
        heading=HEADING,
        citations=(guidance(HEADING), act("16G")),
        verification=Verification.MEMORY,
        checked=Checked.NOT_TESTED,
        silence=NOT_APPLICABLE,
        do="Nothing to do: this is what follows where a dispute is not resolved.",
    ),
)
