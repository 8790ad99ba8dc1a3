"""What was published: one document, with everything in it that the model can hold."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from functools import cache
from typing import Any

from attrs import Attribute, fields, frozen

from safeguarding.dates import PartialDate, Period
from safeguarding.model.agencies import Agency, Post
from safeguarding.model.areas import Area
from safeguarding.model.bodies import Body
from safeguarding.model.cases import Case, CaseKind, Meeting
from safeguarding.model.context import Aim, Background, Milestone, OtherPartnership, Registered
from safeguarding.model.funding import Funding
from safeguarding.model.partners import ActingFor, Delegation, Lead, Partner
from safeguarding.model.record import Record, Slug, section
from safeguarding.model.relevant import RelevantAgency
from safeguarding.model.scrutiny import Scrutineer, ScrutinyEvent
from safeguarding.model.sources import Source
from safeguarding.model.statements import Departure, Judgement, Statement
from safeguarding.model.thresholds import ThresholdLevel
from safeguarding.model.topics import Topic


class DocumentKind(Enum):
    """What kind of document it is."""

    ARRANGEMENTS = "arrangements"
    YEARLY_REPORT = "yearly-report"
    BOARD_REPORT = "board-report"
    THRESHOLD_DOCUMENT = "threshold-document"
    CASE_LOG = "case-log"
    OTHER = "other"


class Version(Enum):
    """Whether these are the first arrangements of the area."""

    FIRST = "first"
    LATER = "later"


class Edition(Enum):
    """An edition of Working Together to Safeguard Children, by its year."""

    WT2013 = "WT2013"
    WT2015 = "WT2015"
    WT2018 = "WT2018"
    WT2023 = "WT2023"
    WT2026 = "WT2026"


@frozen(kw_only=True)
class Publication(Record):
    """When and how the document was published and came into force.

    Args:
        published: when it was first published.
        updated: when it was last updated.
        implemented: when the arrangements start, or started, to be acted on.
        implemented_as_planned: whether that start is only planned in the text.
        url: where it is published.
        guidance: the guidance that it says it was written under.
        version: the first arrangements of the area, or later ones; leave out if not known.
    """

    published: PartialDate | None = None
    updated: PartialDate | None = None
    implemented: PartialDate | None = None
    implemented_as_planned: bool = False
    url: str | None = None
    guidance: tuple[Edition, ...] = ()
    version: Version | None = None


@frozen(kw_only=True)
class ReportPeriod(Record):
    """A period that a report covers.

    Args:
        period: from when to when.
    """

    period: Period


@frozen(kw_only=True)
class Document:
    """One published document, transcribed.

    Args:
        partnership: the slug of the partnership.
        name: the partnership's name, as printed.
        kind: what the document is.
        transcribed: the topics written down so far; ``all`` when everything has been.
        shared_with: other partnerships whose document it is too, by slug.
        all_cases_of: the kinds of case of which it has every one.
        publication: when and how it was published.

    The other fields are its sections, one tuple of entries each.
    """

    partnership: Slug
    name: str
    kind: DocumentKind
    transcribed: tuple[Topic, ...]
    shared_with: tuple[Slug, ...] = ()
    all_cases_of: tuple[CaseKind, ...] = ()
    publication: Publication = Publication()
    sources: tuple[Source, ...] = section("source")
    areas: tuple[Area, ...] = section("area")
    agencies: tuple[Agency, ...] = section("agency")
    posts: tuple[Post, ...] = section("post")
    partners: tuple[Partner, ...] = section("partner")
    leads: tuple[Lead, ...] = section("lead")
    delegations: tuple[Delegation, ...] = section("delegation")
    acting_for: tuple[ActingFor, ...] = section("acting_for")
    relevant_agencies: tuple[RelevantAgency, ...] = section("relevant_agency")
    bodies: tuple[Body, ...] = section("body")
    scrutineers: tuple[Scrutineer, ...] = section("scrutineer")
    scrutiny_events: tuple[ScrutinyEvent, ...] = section("scrutiny_event")
    funding: tuple[Funding, ...] = section("funding")
    levels: tuple[ThresholdLevel, ...] = section("level")
    statements: tuple[Statement, ...] = section("statement")
    other_partnerships: tuple[OtherPartnership, ...] = section("other_partnership")
    register: tuple[Registered, ...] = section("register")
    milestones: tuple[Milestone, ...] = section("milestone")
    aims: tuple[Aim, ...] = section("aim")
    background: tuple[Background, ...] = section("background")
    report_periods: tuple[ReportPeriod, ...] = section("report_period")
    meetings: tuple[Meeting, ...] = section("meeting")
    cases: tuple[Case, ...] = section("case")
    judgements: tuple[Judgement, ...] = section("judgement")
    departures: tuple[Departure, ...] = section("departure")

    @property
    def newest(self) -> PartialDate | None:
        """The last date on which it was published or updated, as far as stated."""
        return self.publication.updated or self.publication.published


@cache
def sections() -> tuple[Attribute[Any], ...]:
    """Return the fields of a document that hold entries."""
    return tuple(attribute for attribute in fields(Document) if "key" in attribute.metadata)


def entries(document: Document) -> Iterator[tuple[str, Any]]:
    """Go through the entries of a document, each with its path."""
    for attribute in sections():
        for index, entry in enumerate(getattr(document, attribute.name)):
            yield path_of(attribute.metadata["key"], index, entry), entry


def path_of(key: str, index: int, entry: Any) -> str:
    """Name an entry as a reader would look for it: ``body.lead-group``, or ``statement[3]``."""
    identity = getattr(entry, "id", None)
    return f"{key}[{index}]" if identity is None else f"{key}.{identity}"
