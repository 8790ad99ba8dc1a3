"""Which changes may only be of what was not read, or is not written down yet, in one of the versions."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from safeguarding.model import Document, Partnership, Statement, Topic
from safeguarding.structure import Situation
from safeguarding.structure.differences import Change, Difference, Said

_TOPICS: Mapping[str, tuple[Topic, ...]] = {
    "publication": (Topic.DATES,),
    "area": (Topic.AREAS,),
    "partner": (Topic.PARTNERS,),
    "lead": (Topic.LEADS,),
    "delegation": (Topic.DELEGATIONS,),
    "acting_for": (Topic.DELEGATIONS,),
    "relevant_agency": (Topic.RELEVANT_AGENCIES,),
    "body": (Topic.BODIES,),
    "scrutineer": (Topic.SCRUTINEERS,),
    "scrutiny_event": (Topic.SCRUTINY,),
    "funding": (Topic.FUNDING,),
    "level": (Topic.LEVELS,),
    "other_partnership": (Topic.LINKS,),
    "register": (Topic.REGISTER,),
    "milestone": (Topic.MILESTONES,),
    "aim": (Topic.AIMS,),
}
"""On which topics an entry of a section would stand; any, of a section that is not here."""

_LINES = frozenset({"reports_to", "answers_to"})


def silent(said: Said | None) -> bool:
    """Say whether a version says nothing of something; what could not be read is something."""
    return said is None or said.values in {(None,), ((),)}


def may_be_unread(change: Change, difference: Difference) -> bool:
    """Say whether one version is silent where it was not all read or written down, so that nothing need have changed.

    Args:
        change: a change within a document that both versions have.
        difference: the difference that it is one of.
    """
    return any(
        silent(said) and place is not None and not _fully_read(partnership, partnership.documents[place], change)
        for said, partnership, place in (
            (change.before, difference.old, change.document_was),
            (change.after, difference.new, change.document_now),
        )
    )


def _fully_read(partnership: Partnership, document: Document, change: Change) -> bool:
    return Situation(partnership, date.max, document).fully_read(*_topics(change))


def _topics(change: Change) -> tuple[Topic, ...]:
    entry = change.entry_now or change.entry_was
    if isinstance(entry, Statement):
        return (entry.topic,)
    if change.section == "body" and _LINES.intersection(step.field for step in change.at):
        return (Topic.BODIES, Topic.REPORTING_LINES)
    return _TOPICS.get(change.section, tuple(Topic))
