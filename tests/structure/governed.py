"""Partnerships of which only the governance is written down."""

from __future__ import annotations

import json
from datetime import date

from safeguarding import Partnership
from safeguarding.structure import Situation, situations
from tests.law.case import head, partnership

AS_OF = date(2020, 5, 1)
PARTNERS = """
[[agency]]
id = "council"
name = "Eastshire Council"
kind = "local-authority"
[[agency]]
id = "ccg"
name = "NHS Eastshire CCG"
kind = "clinical-commissioning-group"
[[agency]]
id = "police"
name = "Eastshire Police"
kind = "police-force"
[[post]]
id = "director"
title = "Director of Children's Services"
agency = "council"
[[partner]]
agency = "council"
side = "local-authority"
[[partner]]
agency = "ccg"
side = "health"
[[partner]]
agency = "police"
side = "police"
"""
LEADS = 'remit = ["strategic-leadership"]'


def body(identity: str, *lines: str, to: tuple[str, ...] = (), name: str = "", kind: str = "subgroup") -> str:
    """Write a body; ``to`` are the ids of those it reports to for all matters."""
    reports = f"reports_to = [{', '.join(f'{{ to = {json.dumps(upper)} }}' for upper in to)}]" if to else ""
    title = json.dumps(name or identity.replace("-", " ").title(), ensure_ascii=False)
    return "\n".join(("[[body]]", f'id = "{identity}"', f"name = {title}", f'kind = "{kind}"', reports, *lines, ""))


TOP = body("top", LEADS, kind="lead-group")


def governed(*sections: str, publication: str = 'published = "2020-04-01"') -> Partnership:
    """Read a plan with these sections."""
    return partnership(head(publication) + "".join(sections))


def situation(*sections: str) -> Situation:
    """Return how things stand on the date under a plan with the three partners and these sections."""
    return situations(governed(PARTNERS, *sections), AS_OF)[0]
