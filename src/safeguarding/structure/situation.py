"""How things stand on a date: which arrangements, which bodies, and what was not read."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import Any

from safeguarding.dates import PartialDate
from safeguarding.model import (
    Agency,
    Area,
    Body,
    Document,
    DocumentKind,
    Lead,
    Meets,
    Partner,
    Partnership,
    Post,
    Scrutineer,
    Statement,
    Status,
    Topic,
    Unread,
    entries,
)
from safeguarding.structure.accountability import Accountability
from safeguarding.structure.caseload import Caseload
from safeguarding.structure.offices import Offices
from safeguarding.unknown import agree, all_of, any_of, negate


class Situation:
    """A partnership as it stands on a date, under one version of its arrangements.

    Args:
        partnership: the partnership.
        as_of: the date.
        document: the version of the arrangements; none where none is given.
    """

    def __init__(self, partnership: Partnership, as_of: date, document: Document | None) -> None:
        self.partnership = partnership
        self.as_of = as_of
        self.document = document
        self._gone: dict[int, bool | None] = {}
        # Where two documents use one id, the newest speaks, in whatever order they were given.
        self._others = tuple(other for other in partnership.newest_first if other is not document)
        self._plan: Situation | None = None
        # What was not read is the same on every date.
        self._unread: dict[tuple[Topic, ...], tuple[Unread, ...]] = partnership.once("unread", document, dict)
        self._within: dict[int, Situation] = {}
        self._of_kind: dict[DocumentKind, tuple[Document, ...]] = {}

    def within(self, document: Document) -> Situation:
        """Look into another document: what it says, beside the bodies and lines that these arrangements set up."""
        if id(document) not in self._within:
            inside = Situation(self.partnership, self.as_of, document)
            inside._plan = self  # of the same class
            self._within[id(document)] = inside
        return self._within[id(document)]

    def documents_of(self, kind: DocumentKind) -> tuple[Document, ...]:
        """Return the documents of a kind that were published by the date, or may have been; the newest first."""
        if kind not in self._of_kind:
            found = (d for d in self.partnership.newest_first if d.kind is kind)
            self._of_kind[kind] = tuple(d for d in found if published(d, self.as_of, undated=True) is not False)
        return self._of_kind[kind]

    def of(self, section: str) -> tuple[Any, ...]:
        """Return the entries of a section of the arrangements: ``of("bodies")``."""
        return () if self.document is None else getattr(self.document, section)

    @cached_property
    def entries(self) -> dict[str, Any]:
        """Every entry that has an id, by id; those of the arrangements before those of other documents."""
        found: dict[str, Any] = self.partnership.once("entries", self.document, self._find_entries)
        return found

    def _find_entries(self) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for document in (self.document, *self._others):
            if document is not None:
                for _, entry in entries(document):
                    if hasattr(entry, "id"):
                        found.setdefault(entry.id, entry)
        return found

    @cached_property
    def exhibits(self) -> dict[Any, Any]:
        """What has been laid out of the entries before, which is worded once whatever the date."""
        found: dict[Any, Any] = self.partnership.once("exhibits", self.document, dict)
        return found

    def path(self, entry: Any) -> str:
        """Return the path of an entry in its file."""
        return self.partnership.paths[id(entry)]

    def name(self, identity: str) -> str:
        """Return the name of an entry, or its id where it has none."""
        entry = self.entries.get(identity)
        for attribute in ("name", "title"):
            if hasattr(entry, attribute):
                return str(getattr(entry, attribute))
        return identity

    def names(self, identities: Iterable[str]) -> str:
        """Return the names of entries, listed: ``A, B and C``."""
        names = [self.name(identity) for identity in identities]
        return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)

    # What was not read

    def transcribed(self, *topics: Topic) -> bool:
        """Say whether all of these topics of the arrangements have been written down."""
        done = self.of("transcribed")
        return Topic.ALL in done or all(topic in done for topic in topics)

    def unread(self, *topics: Topic) -> tuple[Unread, ...]:
        """Return the unread parts of the sources that could speak of any of these topics."""
        if topics not in self._unread:
            self._unread[topics] = tuple(
                part
                for source in self.of("sources")
                for part in source.unread
                if Topic.ALL in part.could_hold or any(topic in part.could_hold for topic in topics)
            )
        return self._unread[topics]

    def fully_read(self, *topics: Topic) -> bool:
        """Say whether the arrangements' silence on these topics is really silence."""
        return self.document is not None and self.transcribed(*topics) and not self.unread(*topics)

    # What stands

    def stands(self, body: Body) -> bool | None:
        """Say whether a body is in force on the date; a plan whose date has passed is not known to be."""
        begun = agree(_begun(start, self.as_of) for start in body.values("starts"))
        if Status.PLANNED in statuses(body) and begun is not False:
            begun = None
        return all_of([begun, negate(self.gone(body))])

    def to_stand(self, body: Body) -> bool | None:
        """Say whether a body is to be in force on the date, as stated: a plan counts as carried out on its day."""
        stated = body.values("starts")
        begun = agree(_begun(start, self.as_of) for start in stated)
        if Status.PLANNED in statuses(body) and begun and None in stated:
            begun = None
        return all_of([begun, negate(self.gone(body))])

    def gone(self, body: Body) -> bool | None:
        """Say whether a body is not there any more, or is there only as an example."""
        if id(body) not in self._gone:
            self._gone[id(body)] = self._is_gone(body)
        return self._gone[id(body)]

    def _is_gone(self, body: Body) -> bool | None:
        over = agree(_over(end, self.as_of) for end in body.values("ends"))
        undated = body.ends is None and "ends" not in body.unknown
        return agree(
            True if status is Status.EXAMPLE or (status is Status.ENDED and undated) else over
            for status in statuses(body)
        )

    def during(self, entry: Agency | Area | Meets | Post | Scrutineer) -> bool | None:
        """Say whether the date lies between the start and the end of an entry, as far as the documents say."""
        begun = agree(_begun(start, self.as_of) for start in _values(entry, "starts"))
        over = agree(_over(end, self.as_of) for end in _values(entry, "ends"))
        return all_of([begun, negate(over)])

    def leads_for(self, lead: Lead, partner: Partner) -> bool | None:
        """Say whether a lead representative is that of a partner; open where two statements differ."""
        return agree(one == other for one in lead.values("partner") for other in partner.values("agency"))

    @cached_property
    def bodies(self) -> tuple[Body, ...]:
        """The bodies that are in force or planned on the date, or may be."""
        return tuple(body for body in self.of("bodies") if self.gone(body) is not True)

    @cached_property
    def partner_agencies(self) -> tuple[str, ...]:
        """The ids of the partners' agencies that exist on the date, or may."""
        return tuple(partner.agency for partner in self.partners)

    @cached_property
    def partners(self) -> tuple[Partner, ...]:
        """The partners whose agencies exist on the date, or may."""
        return tuple(p for p in self.of("partners") if self.during(self.entries[p.agency]) is not False)

    @cached_property
    def accountability(self) -> Accountability:
        """The lines of accountability to the partners."""
        if self._plan is not None:
            return self._plan.accountability
        ends, perhaps = self._ends()
        return Accountability(
            self.bodies,
            ends,
            perhaps=perhaps,
            sure={body.id for body in self.bodies if self.gone(body) is False},
            unread=not self.fully_read(Topic.REPORTING_LINES),
        )

    @cached_property
    def offices(self) -> Offices:
        """Who holds which chairs and seats."""
        return Offices(self.bodies, self.of("posts"))

    def _ends(self) -> tuple[set[str], set[str]]:
        """Return the agencies and posts of the partners, at which a line ends: those surely theirs, and others."""
        truths: dict[str, bool | None] = {}
        for partner in self.partners:
            stated = partner.values("agency")
            for agency in stated:
                truths[agency] = all_of([len(stated) == 1 or None, self.during(self.entries[agency])])
        leads = {
            post: len(lead.values("post")) == 1 or None for lead in self.of("leads") for post in lead.values("post")
        }
        for post in self.of("posts"):
            own = agree(truths.get(agency, False) for agency in post.values("agency"))
            truths[post.id] = all_of([any_of([own, leads.get(post.id, False)]), self.during(post)])
        return {who for who, truth in truths.items() if truth}, {who for who, truth in truths.items() if truth is None}

    # What happened

    @cached_property
    def caseload(self) -> Caseload:
        """The cases that are written down."""
        return Caseload(self.partnership)

    # What is said

    def statements(self, topic: Topic) -> tuple[Statement, ...]:
        """Return what the arrangements say on a topic."""
        return self._by_topic.get(topic, ())

    @cached_property
    def _by_topic(self) -> dict[Topic, tuple[Statement, ...]]:
        found: dict[Topic, tuple[Statement, ...]] = self.partnership.once("topics", self.document, self._find_topics)
        return found

    def _find_topics(self) -> dict[Topic, tuple[Statement, ...]]:
        found: dict[Topic, list[Statement]] = {}
        for statement in self.of("statements"):
            found.setdefault(statement.topic, []).append(statement)
        return {topic: tuple(statements) for topic, statements in found.items()}

    def supplied(self, registered: str) -> Document | None:
        """Return the document among the files that a registered document is, if it is among them."""
        source = getattr(self.entries.get(registered), "supplied", None)
        for document in self.partnership.documents:
            if source is not None and any(source == other.id for other in document.sources):
                return document
        return None


def statuses(body: Body) -> tuple[Status, ...]:
    """Return how far a body may exist: every status, where that could not be read."""
    return body.values("status") or tuple(Status)


def standing(situation: Situation) -> tuple[Body, ...]:
    """Return the bodies that are there on the date, or may be: without what starts later."""
    return tuple(body for body in situation.bodies if situation.stands(body) is not False)


def _values(entry: Agency | Area | Meets | Post | Scrutineer, name: str) -> tuple[Any, ...]:
    return (getattr(entry, name),) if isinstance(entry, Meets) else entry.values(name)


def published(document: Document, as_of: date, *, undated: bool) -> bool | None:
    """Say whether a document was published by a date.

    Args:
        document: the document.
        as_of: the date.
        undated: what is taken of a document that gives no day.
    """
    return agree(when.not_after(as_of) if when else undated for when in document.publication.values("published"))


def _begun(start: PartialDate | None, as_of: date) -> bool | None:
    return True if start is None else start.not_after(as_of)


def _over(end: PartialDate | None, as_of: date) -> bool | None:
    """Say whether the last day lies before the date."""
    if end is None or end.earliest >= as_of:
        return False
    return True if end.latest < as_of else None
