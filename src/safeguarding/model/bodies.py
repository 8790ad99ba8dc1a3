"""Who meets: boards, groups and panels; their seats, chairs, lines and meetings."""

from __future__ import annotations

from enum import Enum
from typing import ClassVar

from attrs import frozen

from safeguarding.dates import Frequency, PartialDate
from safeguarding.model.partners import Side
from safeguarding.model.record import Place, Record, Slug, refers
from safeguarding.model.topics import Function


class BodyKind(Enum):
    """What kind of body it is."""

    LEAD_GROUP = "lead-group"
    BOARD = "board"
    EXECUTIVE = "executive"
    SUBGROUP = "subgroup"
    LOCALITY_GROUP = "locality-group"
    REFERENCE_GROUP = "reference-group"
    PANEL = "panel"
    TASK_GROUP = "task-group"
    TEAM = "team"


class Status(Enum):
    """How far a body exists."""

    IN_FORCE = "in-force"
    PLANNED = "planned"
    SHADOW = "shadow"
    EXAMPLE = "example"
    ENDED = "ended"


@frozen(kw_only=True)
class Title:
    """Another name of a body in the same document, or its name at another time.

    Args:
        name: as printed.
        starts: from when it bore that name.
        ends: until when.
        where: the place.
    """

    name: str
    starts: PartialDate | None = None
    ends: PartialDate | None = None
    where: Place | None = None


class Discipline(Enum):
    """Which of those whom the guidance names for reviewing child deaths a seat is for."""

    PUBLIC_HEALTH = "public-health"
    CHILD_DEATH_DOCTOR = "designated-doctor-for-child-deaths"
    SOCIAL_SERVICES = "social-services"
    POLICE = "police"
    SAFEGUARDING_PROFESSIONAL = "safeguarding-professional"
    PRIMARY_CARE = "primary-care"
    NURSING_OR_MIDWIFERY = "nursing-or-midwifery"
    LAY = "lay"
    OTHER = "other"


@frozen(kw_only=True)
class Seat:
    """A seat on a body; exactly one of the first four says whose it is.

    Args:
        agency: the agency.
        post: the post.
        body: a body that sends its chair or a member.
        held_for: one of the partners' three sides, where the text does not say which partner.
        group: a class of agencies or people, as printed.
        role: in what role (chair of a sub-group, adviser), paraphrased.
        represents: on a body that reviews child deaths, which of those named by the guidance it is for.
        vacant: whether the text says that it is vacant.
        where: the place, if other than the body's.
    """

    agency: Slug | None = refers("agency", "relevant_agency", default=None)
    post: Slug | None = refers("post", default=None)
    body: Slug | None = refers("body", default=None)
    held_for: Side | None = None
    group: str | None = None
    role: str | None = None
    represents: tuple[Discipline, ...] = ()
    vacant: bool = False
    where: Place | None = None


class Chairing(Enum):
    """How the chair is held."""

    FIXED = "fixed"
    ONE_OF = "one-of"
    ROTATING = "rotating"
    JOINT = "joint"
    VACANT = "vacant"
    TO_BE_AGREED = "to-be-agreed"


@frozen(kw_only=True)
class Chair:
    """Who chairs a body.

    Args:
        how: fixed; one of several, the text not saying which; rotating; joint; vacant; to be agreed.
        held_by: the posts, agencies or bodies that hold it, or among which it rotates.
        every: how often it rotates.
        vice: who holds the vice-chair, or among whom it rotates.
        vice_how: how the vice-chair is held.
        appointed_by: who appoints the chair.
        held_to_account_by: who holds the chair to account.
        where: the place, if other than the body's.
    """

    how: Chairing = Chairing.FIXED
    held_by: tuple[Slug, ...] = refers("post", "agency", "body", default=())
    every: Frequency | None = None
    vice: tuple[Slug, ...] = refers("post", "agency", "body", default=())
    vice_how: Chairing | None = None
    appointed_by: tuple[Slug, ...] = refers("post", "agency", "body", default=())
    held_to_account_by: tuple[Slug, ...] = refers("post", "agency", "body", default=())
    where: Place | None = None


@frozen(kw_only=True)
class Line:
    """A line along which a body reports.

    Args:
        to: the body, agency, post or other partnership that it reports to.
        matters: the matters for which it does, where it is not for all, paraphrased.
        by: by what means: a highlight report, presented minutes; paraphrased.
        where: the place, if other than the body's.
    """

    to: Slug = refers("body", "agency", "post", "other_partnership")
    matters: str | None = None
    by: str | None = None
    where: Place | None = None


@frozen(kw_only=True)
class Meets:
    """How often a body meets, over a time.

    Args:
        how_often: the frequency.
        starts: from when; none for as long as the document speaks of.
        ends: until when.
    """

    how_often: Frequency
    starts: PartialDate | None = None
    ends: PartialDate | None = None


@frozen(kw_only=True)
class Body(Record):
    """A board, group or panel.

    Args:
        id: its slug; a body renamed keeps it.
        name: its title, as printed.
        titles: its other names, with their times.
        kind: what kind it is.
        status: in force, planned, shadow, named only as an example, ended.
        starts: from when it is in force.
        ends: the last day on which it is.
        remit: what it is for.
        purpose: the same in a paraphrase.
        seats: who sits on it.
        chair: who chairs it.
        reports_to: its lines of accountability.
        answers_to: whom it answers to outside the partnership.
        supported_by: who supports it.
        serves: the areas it is for, where not the whole.
        meets: how often it meets, by period.
        reviews_a_year: of a body that reviews child deaths, how many are typically reviewed in a year, as the text
            says; a number for the whole of what it serves, and nothing about any one of them.
        may_be: bodies of this document that may be the same one, the text leaving it open.
    """

    KIND: ClassVar[str] = "body"

    id: Slug
    name: str
    kind: BodyKind
    titles: tuple[Title, ...] = ()
    status: Status = Status.IN_FORCE
    starts: PartialDate | None = None
    ends: PartialDate | None = None
    remit: tuple[Function, ...] = ()
    purpose: str | None = None
    seats: tuple[Seat, ...] = ()
    chair: Chair | None = None
    reports_to: tuple[Line, ...] = ()
    answers_to: tuple[Line, ...] = ()
    supported_by: tuple[Slug, ...] = refers("body", "agency", "post", default=())
    serves: tuple[Slug, ...] = refers("area", default=())
    meets: tuple[Meets, ...] = ()
    reviews_a_year: int | None = None
    may_be: tuple[Slug, ...] = refers("body", default=())
