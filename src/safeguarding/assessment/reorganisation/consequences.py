"""What follows from a reorganisation for a partnership: what ends, what is to be agreed, what to be published."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Any

from attrs import frozen

from safeguarding.assessment.reorganisation.events import Reorganisation
from safeguarding.assessment.reorganisation.roles import Role
from safeguarding.dates import PartialDate
from safeguarding.model import Place, Slug


class Follows(Enum):
    """What follows for an entry."""

    ENDS = "invalidated"
    GOES = "goes along"
    AGREE = "to be agreed"
    PUBLISH = "to be published"
    RECORD = "stands as a record"


class Certainty(Enum):
    """How sure it is that it follows."""

    CERTAIN = "certain"
    OPEN = "open"
    SETTLED = "already dealt with"


@frozen(kw_only=True)
class Consequence:
    """Something that follows from a reorganisation.

    Args:
        event: which of the events it follows from, counted from 0.
        follows: what follows.
        role: in what role the entry names what ends, or what it is that has to be agreed.
        certainty: how sure it is.
        partnership: the slug of the partnership.
        at: the path of the entry; empty where it is about none.
        path: the path of the place in the entry.
        document: the kind of the document; empty where it is about none.
        subject: the name of the entry, or what is to be agreed or published.
        to: the id that is named there; empty where it could not be read.
        names: what it is that ends, as the documents name it.
        starts: from when.
        why: why.
        doubt: what is open about it; or how it has been dealt with already.
        places: where it was read.
        keys: the requirements that ask for it.
        rests_on: the paths of what it is about.
    """

    event: int
    follows: Follows
    role: Role
    certainty: Certainty
    partnership: Slug
    subject: str
    starts: PartialDate
    why: str
    doubt: str = ""
    at: str = ""
    path: str = ""
    document: str = ""
    to: str = ""
    names: str = ""
    places: tuple[Place, ...] = ()
    keys: tuple[str, ...] = ()
    rests_on: tuple[str, ...] = ()


@frozen(kw_only=True)
class Unmatched:
    """An agency or an area of which it is open what it is, so that what ends may be it.

    Args:
        at: the path of the entry.
        name: its name.
        why: why it is open.
        places: where it was read.
    """

    at: str
    name: str
    why: str
    places: tuple[Place, ...] = ()


@frozen(kw_only=True)
class Reorganised:
    """What follows from reorganisations for a partnership.

    Args:
        partnership: the slug of the partnership.
        name: its name.
        as_of: the day on which it was looked at; none where each event was looked at on its own first day.
        events: the events, in the order of time.
        consequences: what follows, by event.
        unmatched: the agencies and areas of which it is open what they are.
        notices: what else the reader should know, each a sentence.
    """

    partnership: Slug
    name: str
    as_of: date | None
    events: tuple[Reorganisation, ...]
    consequences: tuple[Consequence, ...]
    unmatched: tuple[Unmatched, ...] = ()
    notices: tuple[str, ...] = ()

    def of(self, event: int, *follows: Follows) -> tuple[Consequence, ...]:
        """Return what follows from one event, of some sorts; of all, if none are given."""
        return tuple(one for one in self.consequences if one.event == event and (not follows or one.follows in follows))

    def to_records(self) -> list[dict[str, Any]]:
        """Return one flat dictionary for each thing that follows, which pandas or Polars take as they are."""
        return [
            {
                "partnership": one.partnership,
                "event": one.event,
                "kind": self.events[one.event].kind.value,
                "starts": str(one.starts),
                "follows": one.follows.value,
                "certainty": one.certainty.value,
                "role": one.role.value,
                "path": one.path or one.at,
                "document": one.document,
                "subject": one.subject,
                "names": one.names,
                "why": one.why,
                "doubt": one.doubt,
                "requirements": ", ".join(one.keys),
                "where": "; ".join(place.in_words() for place in one.places),
                "rests_on": ", ".join(one.rests_on),
            }
            for one in self.consequences
        ]
