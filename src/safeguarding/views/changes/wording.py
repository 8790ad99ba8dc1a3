"""In what words a change is told: what the sections and the fields are called."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from safeguarding.model import Aim
from safeguarding.structure.differences import Change

SECTIONS: Mapping[str, str] = {
    "": "document",
    "publication": "publication",
    "source": "source",
    "area": "area",
    "agency": "agency",
    "post": "post",
    "partner": "safeguarding partner",
    "lead": "lead representative",
    "delegation": "delegation",
    "acting_for": "partner that acts for others",
    "relevant_agency": "relevant agency",
    "body": "body",
    "scrutineer": "independent scrutineer",
    "scrutiny_event": "item of scrutiny",
    "funding": "statement of funding",
    "level": "threshold level",
    "statement": "statement",
    "other_partnership": "other strategic partnership",
    "register": "document named",
    "milestone": "milestone",
    "aim": "aim",
    "background": "background",
    "report_period": "period of the report",
    "meeting": "meeting held",
    "case": "case",
    "judgement": "judgement",
    "departure": "reason for departing",
}
"""What an entry of each section is called."""

_FIELDS: Mapping[str, str] = {
    "agency": "agency",
    "also": "further statements",
    "answers_to": "answers outside the partnership to",
    "appointed_by": "appointed by",
    "beyond": "what it covers beyond the area",
    "by": "who does it",
    "chair": "chair",
    "chair.appointed_by": "who appoints the chair",
    "chair.every": "how often the chair rotates",
    "chair.held_by": "chaired by",
    "chair.held_to_account_by": "who holds the chair to account",
    "chair.how": "how the chair is held",
    "chair.vice": "vice-chair",
    "chair.vice_how": "how the vice-chair is held",
    "code": "official code",
    "copy": "copy that was read",
    "costs": "cost",
    "covers": "covers",
    "equal_shares": "whether the shares are equal",
    "every": "how often it rotates",
    "flows": "what it does towards the partnership",
    "for_child_deaths": "whether it is for child death reviews",
    "guidance": "the guidance it was written under",
    "held_by": "held by",
    "held_to_account_by": "held to account by",
    "how": "how",
    "how_often": "how often",
    "id": "id of the partnership",
    "implemented": "start",
    "implemented_as_planned": "whether the start is only planned",
    "lines": "contribution",
    "means": "means",
    "meets": "how often it meets",
    "meets.how_often": "",
    "names": "names",
    "on_behalf_of": "on behalf of",
    "paid_by": "paid by",
    "planned_for": "planned for",
    "published": "first published",
    "reports_to": "reports to",
    "same_holder_as": "held by the same person as",
    "says": "what is said",
    "seats": "seat",
    "serves": "areas it serves",
    "sha256": "fingerprint of the copy",
    "shown": "how it is shown",
    "standing": "standing",
    "stated_total": "total as printed",
    "transcribed": "topics written down",
    "unknown": "what could not be read",
    "updated": "last updated",
    "uses": "with what",
    "vice": "vice-chair",
    "vice_how": "how the vice-chair is held",
    "where": "where it was read",
    "who": "who acts",
    "within": "part of",
}
"""What a field is called, where its own name with spaces would not be understood."""


_VALUES: Mapping[str, str] = {
    "british-transport-police": "British Transport Police",
    "cafcass": "Cafcass",
    "channel-or-prevent": "Channel or Prevent",
    "childrens-home": "children's home",
    "childrens-trust": "children's trust",
    "childrens-trust-board": "children's trust board",
    "co-ordination": "co-ordination",
    "director-of-childrens-services": "director of children's services",
    "mappa": "MAPPA",
    "nhs-england": "NHS England",
    "nhs-foundation-trust": "NHS foundation trust",
    "nhs-trust": "NHS trust",
    "self-assessment": "self-assessment",
}
"""What a value of a closed list is called, where its own name with spaces would not be well written."""


def value_words(value: Enum) -> str:
    """Say what a value of a closed list is called: ``NHS trust``, ``in force``."""
    text = str(value.value)
    return _VALUES.get(text, text.replace("-", " "))


def field_words(name: str) -> str:
    """Say what a field is called: of ``chair.held_by`` as of ``held_by``."""
    last = name.rpartition(".")[2]
    return _FIELDS.get(name, _FIELDS.get(last, last.replace("_", " ")))


def listed(texts: list[str]) -> str:
    """List texts: ``A, B and C``."""
    return " and ".join([", ".join(texts[:-1]), texts[-1]] if len(texts) > 1 else texts)


def sort_of(change: Change) -> str:
    """Say what sort of thing a change is of: its section, and of some what they are more nearly."""
    entry = change.entry_now or change.entry_was
    if isinstance(entry, Aim):
        return entry.kind.value
    return SECTIONS.get(change.section, change.section.replace("_", " "))
