"""Who looks from outside: scrutineers, and the programme of scrutiny."""

from __future__ import annotations

from enum import Enum
from typing import ClassVar

from attrs import frozen

from safeguarding.dates import Frequency, PartialDate
from safeguarding.model.record import Record, Slug, refers


class Form(Enum):
    """What form a scrutineer has."""

    PERSON = "person"
    PANEL = "panel"
    COMPANY = "company"
    YOUNG_PEOPLE = "young-people"
    OTHER_PARTNERSHIP = "other-partnership"


class Progress(Enum):
    """How far something has come."""

    IN_PLACE = "in-place"
    PLANNED = "planned"
    VACANT = "vacant"
    DONE = "done"


@frozen(kw_only=True)
class Scrutineer(Record):
    """An independent scrutineer, under whatever title.

    Args:
        id: its slug.
        title: as printed.
        form: a person, a panel, a company, young people, another partnership.
        held_by: the posts, bodies or agencies that hold the role.
        progress: in place, planned, vacant.
        independence: on what basis it is independent, paraphrased.
        appointed_by: who appoints it.
        paid_by: who pays it.
        reports_to: whom it reports to.
        scrutinises: the bodies it scrutinises, where the text says.
        role: what it does, paraphrased.
        starts: from when.
        ends: until when.
    """

    KIND: ClassVar[str] = "scrutineer"

    id: Slug
    title: str
    form: Form
    held_by: tuple[Slug, ...] = refers("post", "body", "agency", "other_partnership", default=())
    progress: Progress = Progress.IN_PLACE
    independence: str | None = None
    appointed_by: tuple[Slug, ...] = refers("agency", "body", "post", default=())
    paid_by: tuple[Slug, ...] = refers("agency", default=())
    reports_to: tuple[Slug, ...] = refers("agency", "body", "post", "other_partnership", default=())
    scrutinises: tuple[Slug, ...] = refers("body", default=())
    role: str | None = None
    starts: PartialDate | None = None
    ends: PartialDate | None = None


class Method(Enum):
    """A way of scrutinising."""

    PEER_REVIEW = "peer-review"
    RECIPROCAL_REVIEW = "reciprocal-review"
    AUDIT = "audit"
    SURVEY = "survey"
    LEARNING_REVIEW = "learning-review"
    SELF_ASSESSMENT = "self-assessment"
    INSPECTION = "inspection"
    LAY_CHALLENGE = "lay-challenge"
    FEEDBACK = "feedback"
    MEMBER_SCRUTINY = "member-scrutiny"
    OTHER = "other"


@frozen(kw_only=True)
class Action(Record):
    """Something to be done because of a finding.

    Args:
        what: what, paraphrased.
        by: who.
        due: by when.
        done: when it was done.
    """

    what: str
    by: tuple[Slug, ...] = refers("agency", "body", "post", default=())
    due: PartialDate | None = None
    done: PartialDate | None = None


@frozen(kw_only=True)
class ScrutinyEvent(Record):
    """An item of the programme of scrutiny.

    Args:
        method: of what kind it is.
        name: what the document calls it.
        by: the scrutineers, agencies or bodies that do it, where said.
        when: when it happens.
        how_often: how often, where it recurs.
        progress: in place, planned, done.
        scope: what it looks at, paraphrased.
        findings: what it found, each paraphrased.
        actions: what is to be done about them.
    """

    method: Method
    name: str
    by: tuple[Slug, ...] = refers("scrutineer", "agency", "body", "post", "other_partnership", default=())
    when: PartialDate | None = None
    how_often: Frequency | None = None
    progress: Progress = Progress.IN_PLACE
    scope: str | None = None
    findings: tuple[str, ...] = ()
    actions: tuple[Action, ...] = ()
