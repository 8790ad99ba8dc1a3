"""Who: agencies, and the posts in and around them (never the people)."""

from __future__ import annotations

from enum import Enum
from typing import ClassVar

from attrs import frozen

from safeguarding.dates import PartialDate
from safeguarding.model.record import Record, Slug, refers


class AgencyKind(Enum):
    """What kind of agency it is."""

    LOCAL_AUTHORITY = "local-authority"
    CLINICAL_COMMISSIONING_GROUP = "clinical-commissioning-group"
    INTEGRATED_CARE_BOARD = "integrated-care-board"
    POLICE_FORCE = "police-force"
    DISTRICT_COUNCIL = "district-council"
    CHILDRENS_TRUST = "childrens-trust"
    NHS_TRUST = "nhs-trust"
    NHS_FOUNDATION_TRUST = "nhs-foundation-trust"
    NHS_ENGLAND = "nhs-england"
    SCHOOL = "school"
    COLLEGE = "college"
    EARLY_YEARS = "early-years-provider"
    YOUTH_OFFENDING_TEAM = "youth-offending-team"
    PROBATION = "probation-provider"
    PRISON = "prison"
    CAFCASS = "cafcass"
    BRITISH_TRANSPORT_POLICE = "british-transport-police"
    CHILDRENS_HOME = "childrens-home"
    SECURE_ESTABLISHMENT = "secure-establishment"
    CHARITY = "charity"
    RELIGIOUS_ORGANISATION = "religious-organisation"
    SPORT_LEISURE = "sport-or-leisure-body"
    FIRE_AND_RESCUE = "fire-and-rescue-authority"
    COMPANY = "company"
    GROUP = "group-of-agencies"
    OTHER = "other"


@frozen(kw_only=True)
class Agency(Record):
    """A body with its own legal existence, or a named group of such bodies.

    Args:
        id: its slug; a body renamed keeps it.
        name: as printed.
        kind: what it is; a text such as "health trusts" is a ``group-of-agencies``.
        code: an official code.
        starts: from when it exists.
        ends: the last day on which it exists.
        successors: the agencies that came after it.
        acts_for: the agencies whose functions it carries out (a children's trust, a lead body).
    """

    KIND: ClassVar[str] = "agency"

    id: Slug
    name: str
    kind: AgencyKind
    code: str | None = None
    starts: PartialDate | None = None
    ends: PartialDate | None = None
    successors: tuple[Slug, ...] = refers("agency", default=())
    acts_for: tuple[Slug, ...] = refers("agency", default=())


class Office(Enum):
    """The office that a post is, in the guidance's own terms."""

    CHIEF_EXECUTIVE = "chief-executive"
    ACCOUNTABLE_OFFICER = "accountable-officer"
    CHIEF_OFFICER_OF_POLICE = "chief-officer-of-police"
    DIRECTOR_OF_CHILDRENS_SERVICES = "director-of-childrens-services"
    LEAD_MEMBER = "lead-member"
    ELECTED_MEMBER = "elected-member"
    INDEPENDENT_CHAIR = "independent-chair"
    SCRUTINEER = "independent-scrutineer"
    LAY_MEMBER = "lay-member"
    HEAD_TEACHER = "head-teacher"
    DESIGNATED_PROFESSIONAL = "designated-professional"
    CHILD_DEATH_DOCTOR = "designated-doctor-for-child-deaths"
    DESIGNATED_DOCTOR = "designated-doctor"
    DESIGNATED_NURSE = "designated-nurse"
    BOARD_LEVEL_LEAD = "board-level-safeguarding-lead"
    DESIGNATED_OFFICER = "designated-officer"
    SENIOR_OFFICER = "senior-officer"
    OTHER = "other"


@frozen(kw_only=True)
class Post(Record):
    """A post, whoever holds it.

    Args:
        id: its slug.
        title: as printed.
        agency: the agency that it belongs to; none for an independent post.
        office: the office it is, where the source says so.
        same_holder_as: posts that the same person holds.
        independence: on what basis it is said to be independent, paraphrased.
        starts: from when there is such a post.
        ends: until when.
    """

    KIND: ClassVar[str] = "post"

    id: Slug
    title: str
    agency: Slug | None = refers("agency", default=None)
    office: Office | None = None
    same_holder_as: tuple[Slug, ...] = refers("post", default=())
    independence: str | None = None
    starts: PartialDate | None = None
    ends: PartialDate | None = None
