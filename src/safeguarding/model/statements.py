"""What is said on a topic; and what people have added: judgements and reasons for departing."""

from __future__ import annotations

from enum import Enum

from attrs import frozen

from safeguarding.dates import Frequency, PartialDate
from safeguarding.model.record import Record, Slug, refers
from safeguarding.model.topics import Topic


class Stance(Enum):
    """What a statement says of its parts."""

    DONE = "done"
    NOTHING_HERE = "nothing-here"
    NOT_DONE = "not-done"


@frozen(kw_only=True)
class Statement(Record):
    """What a document says on a topic.

    Args:
        topic: the topic.
        parts: the parts of the topic that it speaks of.
        says: a paraphrase of at most 300 characters; a part counts only with it and a place.
        stance: done; nothing of the kind in the area; or said not to be done.
        who: the bodies, agencies or posts that act.
        uses: the registered documents with which they do.
        how_often: how often.
        planned_for: when it will be so, where it is not yet.
        by_reference: the registered document in which it stands, where this one only points there.
    """

    topic: Topic
    parts: tuple[str, ...]
    says: str | None = None
    stance: Stance = Stance.DONE
    who: tuple[Slug, ...] = refers(
        "body", "agency", "post", "relevant_agency", "scrutineer", "other_partnership", default=()
    )
    uses: tuple[Slug, ...] = refers("register", default=())
    how_often: Frequency | None = None
    planned_for: PartialDate | None = None
    by_reference: Slug | None = refers("register", default=None)


class Judged(Enum):
    """What a person may find."""

    MET = "met"
    PARTLY_MET = "partly-met"
    NOT_MET = "not-met"


@frozen(kw_only=True)
class Judgement(Record):
    """A person's answer to a requirement that was laid before a person.

    Args:
        requirement: its key.
        outcome: what was found.
        role: in what role the person judged (never a name).
        date: when.
        reason: why.
        until: the last day on which it holds; none for as long as the documents stay the same.
    """

    requirement: str
    outcome: Judged
    role: str
    date: PartialDate
    reason: str
    until: PartialDate | None = None


@frozen(kw_only=True)
class Departure(Record):
    """A recorded reason for departing from the guidance.

    Args:
        requirement: the key of what is departed from.
        reason: why.
        date: when it was recorded.
    """

    requirement: str
    reason: str
    date: PartialDate | None = None
