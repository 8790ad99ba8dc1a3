"""An invented partnership in two versions: the second is written as what is replaced in the first."""

from __future__ import annotations

from attrs import evolve

import safeguarding as sg
from safeguarding import Difference, Partnership

Edit = tuple[str, str]

EASTSHIRE = """\
schema = "safeguarding.v1"
partnership = "eastshire"
name = "Eastshire Safeguarding Children Partnership"
kind = "arrangements"
transcribed = "all"

[publication]
published = "2019-06-28"
implemented = "2019-09-01"
guidance = ["WT2018"]
where = "Cover"

[[source]]
id = "plan"
title = "Eastshire arrangements"

[[area]]
id = "eastshire"
name = "Eastshire"
kind = "local-authority"
where = "Area"

[[agency]]
id = "council"
name = "Eastshire County Council"
kind = "local-authority"

[[agency]]
id = "ccg"
name = "Eastshire CCG"
kind = "clinical-commissioning-group"
code = "99X"

[[agency]]
id = "police"
name = "Eastshire Police"
kind = "police-force"

[[post]]
id = "director"
title = "Director of Children's Services"
agency = "council"

[[post]]
id = "chair-person"
title = "Independent Chair"

[[partner]]
agency = "council"
side = "local-authority"
covers = [{ area = "eastshire", extent = "whole" }]
where = "Partners"

[[partner]]
agency = "ccg"
side = "health"
covers = [{ area = "eastshire", extent = "whole" }]
where = "Partners"

[[partner]]
agency = "police"
side = "police"
covers = [{ area = "eastshire", extent = "whole" }]
where = "Partners"

[[lead]]
partner = "council"
post = "director"
where = "Leads"

[[delegation]]
partner = "police"
powers = ["speak"]
where = "Leads"

[[relevant_agency]]
id = "cafcass"
name = "Cafcass"
where = "Relevant agencies"

[[body]]
id = "board"
name = "Executive Board"
kind = "board"
chair = { held_by = ["director"], vice = ["chair-person"] }
seats = [{ agency = "council" }, { agency = "ccg" }, { agency = "police", role = "deputy chair" }]
meets = "quarterly"
where = { heading = "Governance", page = 7 }

[[body]]
id = "training"
name = "Training Group"
kind = "subgroup"
seats = [{ agency = "police" }]
reports_to = ["board"]
meets = "monthly"
where = { heading = "Governance", page = 8 }

[[body]]
id = "audit"
name = "Audit Group"
kind = "subgroup"
reports_to = [{ to = "board", matters = "audits" }]
where = { heading = "Governance", page = 9 }

[[scrutineer]]
id = "scrutineer"
title = "Independent Scrutineer"
form = "person"
where = "Scrutiny"

[[scrutiny_event]]
method = "audit"
name = "Audit of neglect"
where = "Scrutiny"

[[funding]]
id = "budget"
lines = [
  { label = "Council", paid_by = ["council"], amount = "£90,000" },
  { label = "Police", paid_by = ["police"], amount = "£30,000", share = "25%" },
]
stated_total = "£120,000"
where = "Money"

[[level]]
id = "level-2"
number = 2
names = ["Early help"]
where = "Thresholds"

[[statement]]
topic = "training"
parts = ["commission", "deliver"]
says = "The Training Group commissions and delivers courses each year."
who = ["training"]
where = { heading = "Training", page = 12 }

[[statement]]
topic = "voice"
parts = ["children"]
says = "Children are heard through a shadow board."
where = "Voice"

[[other_partnership]]
id = "health-board"
name = "Health and Wellbeing Board"
kind = "health-and-wellbeing-board"
where = "Links"

[[register]]
id = "escalation"
title = "Escalation policy"
kind = "policy"
where = "Documents"

[[milestone]]
what = "The new groups begin their work"
when = "2019-09"
where = "Timetable"

[[aim]]
kind = "priority"
says = "Neglect is found early."
where = "Priorities"
"""


def _entry(begins: str, ends: str) -> str:
    return EASTSHIRE[EASTSHIRE.index(begins) : EASTSHIRE.index(ends)]


POLICE = _entry('[[partner]]\nagency = "police"', "[[lead]]")
AUDIT_GROUP = _entry('[[body]]\nid = "audit"', "[[scrutineer]]")
"""Entries that nothing else refers to."""

MORE_OFTEN: Edit = ('meets = "quarterly"', 'meets = "monthly"')
QUALITY = 'where = { heading = "Governance", page = 9 }'
TRAINING = 'where = { heading = "Governance", page = 8 }'
"""The last line of the audit group and of the training group, to which further ones are put."""


def edited(*edits: Edit, text: str = EASTSHIRE) -> str:
    """Replace texts that are there, each once."""
    for old, new in edits:
        assert text.count(old) >= 1, old
        text = text.replace(old, new, 1)
    return text


def version(*edits: Edit) -> Partnership:
    """Read the partnership, with something replaced."""
    return sg.loads(edited(*edits))


def changed(*edits: Edit) -> Difference:
    """Compare the partnership with itself after something is replaced."""
    return sg.diff(version(), version(*edits))


def found(difference: Difference) -> list[tuple[str, str, str, str]]:
    """List what is news: kind, section, subject, field."""
    return [(change.kind.value, change.section, change.subject, change.field) for change in difference]


def replaced(difference: Difference) -> Partnership:
    """Apply a difference that has never seen the new version."""
    return evolve(difference, new=difference.old).apply(difference.old)
