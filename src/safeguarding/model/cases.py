"""What happened in a case, and when: references of our own and dated events, and nothing about a child."""

from __future__ import annotations

import re
from enum import Enum
from typing import ClassVar

from attrs import frozen

from safeguarding.dates import PartialDate
from safeguarding.model.record import Record, Slug, refers

REFERENCE = re.compile(r"[a-z]{1,6}(-[0-9]{1,4}){1,2}", re.ASCII)
"""The shape of a case's reference: too short for a full name or an NHS number; what it means is its author's duty."""
REFERENCE_ACCEPTED = "a reference of your own: up to 6 letters, then one or two numbers of up to 4 digits: si-2021-03"


class CaseKind(Enum):
    """What kind of case it is."""

    SERIOUS_INCIDENT = "serious-incident"
    CHILD_PROTECTION = "child-protection"
    PRIVATE_FOSTERING = "private-fostering"
    ALLEGATION = "allegation"
    CHILD_DEATH = "child-death"
    SERIOUS_CASE_REVIEW = "serious-case-review"
    YEARLY_REPORT = "yearly-report"


class Happening(Enum):
    """What happened.

    ``care-leaver-death`` is that of a care leaver up to and including the age of 24; ``notification-agreed`` is the
    agreement of all three safeguarding partners that an incident is notified.
    """

    # A serious incident, and what follows from it.
    INCIDENT = "incident"
    LOOKED_AFTER_DEATH = "looked-after-death"
    CARE_LEAVER_DEATH = "care-leaver-death"
    AWARE = "aware"
    NOTIFICATION_AGREED = "notification-agreed"
    NOTIFIED = "notified"
    CONSIDERED = "considered"
    RAPID_REVIEW_COMPLETED = "rapid-review-completed"
    RAPID_REVIEW_SENT = "rapid-review-sent"
    DECIDED = "decided"
    RATIONALE_COMMUNICATED = "rationale-communicated"
    REVIEW_START_NOTIFIED = "review-start-notified"
    CONFLICTS_CONSIDERED = "conflicts-considered"
    REVIEWER_APPOINTED = "reviewer-appointed"
    PROGRESS_MONITORED = "progress-monitored"
    INFORMATION_REQUESTED = "information-requested"
    NEW_INFORMATION = "new-information"
    NATIONAL_REVIEW_SUGGESTED = "national-review-suggested"
    PROCEEDINGS_BEGAN = "proceedings-began"
    DELAY_EXPLAINED = "delay-explained"
    REPORT_RECEIVED = "report-received"
    REPORT_SENT = "report-sent"
    NOT_PUBLISHED = "not-published"
    NON_PUBLICATION_JUSTIFIED = "non-publication-justified"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"
    FINDINGS_CONSIDERED = "findings-considered"
    FINDINGS_HIGHLIGHTED = "findings-highlighted"
    PROGRESS_AUDITED = "progress-audited"
    # Child protection.
    REFERRAL = "referral"
    REFERRAL_DECIDED = "referral-decided"
    ASSESSMENT_CONCLUDED = "assessment-concluded"
    OVERRUN_EXPLAINED = "overrun-explained"
    STRATEGY_DISCUSSION = "strategy-discussion"
    CONFERENCE = "conference"
    CORE_GROUP = "core-group"
    REVIEW_CONFERENCE = "review-conference"
    PLAN_ENDED = "plan-ended"
    TRANSFER_NOTIFIED = "transfer-notified"
    TRANSFER_CONFERENCE = "transfer-conference"
    FIRST_PLAN_ENDED = "first-plan-ended"
    # Private fostering.
    NOTIFICATION_RECEIVED = "notification-received"
    ARRANGEMENT_BEGAN = "arrangement-began"
    VISIT = "visit"
    ARRANGEMENT_ENDED = "arrangement-ended"
    # An allegation against somebody who works with children.
    ALLEGATION_KNOWN = "allegation-known"
    DESIGNATED_OFFICER_INFORMED = "designated-officer-informed"
    # A child's death.
    DEATH = "death"
    ABUSE_SUSPECTED = "abuse-suspected"
    ABUSE_REPORTED = "abuse-reported"
    ACTION_IDENTIFIED = "action-identified"
    PERSON_INFORMED = "person-informed"
    REVIEW_COMPLETED = "review-completed"
    # What a Local Safeguarding Children Board left unfinished.
    BEGUN = "begun"
    REPORT_COMPLETED = "report-completed"
    HANDED_OVER = "handed-over"
    # A yearly report.
    RESTRAINT_REVIEWED = "restraint-reviewed"
    RESTRAINT_REPORTED = "restraint-reported"

    __hash__ = object.__hash__  # there is one of each, and events are looked up by it


class Recipient(Enum):
    """To whom something was given or told.

    ``arrangements-unit`` is the unit for multi-agency safeguarding arrangements in the Department for Education.
    """

    PANEL = "panel"
    SAFEGUARDING_PARTNERS = "safeguarding-partners"
    OTHER_PARTNERS = "other-partners"
    SECRETARY_OF_STATE = "secretary-of-state"
    DEPARTMENT_FOR_EDUCATION = "department-for-education"
    OFSTED = "ofsted"
    FAMILY = "family"
    AGENCIES = "agencies"
    CHILD_DEATH_REVIEW_PARTNERS = "child-death-review-partners"
    WHAT_WORKS_CENTRE = "what-works-centre"
    ARRANGEMENTS_UNIT = "arrangements-unit"
    YOUTH_JUSTICE_BOARD = "youth-justice-board"
    YOUTH_CUSTODY_SERVICE = "youth-custody-service"
    INSPECTORATE_OF_PRISONS = "inspectorate-of-prisons"


class Matter(Enum):
    """What a step covered."""

    # What the partners weigh when they decide on a review.
    IMPROVEMENTS = "improvements"
    RECURRENT_THEMES = "recurrent-themes"
    AGENCIES_TOGETHER = "agencies-together"
    PANEL_VIEW = "panel-view"
    SINGLE_AGENCY = "single-agency"
    NO_AGENCY = "no-agency"
    SEVERAL_AREAS = "several-areas"
    INSTITUTION = "institution"
    # What a rapid review does, and what is sent with it.
    FACTS = "facts"
    IMMEDIATE_ACTION = "immediate-action"
    IMPROVEMENT_POTENTIAL = "improvement-potential"
    NEXT_STEPS = "next-steps"
    DECISION = "decision"
    NATIONAL_VIEW = "national-view"
    # What is told, watched, asked for, or in a report.
    REVIEWER = "reviewer"
    TIMELINESS = "timeliness"
    QUALITY = "quality"
    IN_WRITING = "in-writing"
    ORALLY = "orally"
    IMPROVEMENTS_SUMMARY = "improvements-summary"
    ANALYSIS = "analysis"
    OWNERS = "owners"
    DEADLINES = "deadlines"
    # Of a strategy discussion: that enquiries under section 47 were begun there.
    ENQUIRIES = "enquiries"


class Paper(Enum):
    """What was sent, published or withdrawn."""

    REPORT = "report"
    INFORMATION = "information"


class Decision(Enum):
    """What the partners decided of a local child safeguarding practice review."""

    LOCAL_REVIEW = "local-review"
    NO_LOCAL_REVIEW = "no-local-review"


@frozen(kw_only=True)
class Event(Record):
    """Something that happened in a case.

    Args:
        what: what happened.
        on: when; left out where it happened and the date is not recorded.
        by: the agency that did it.
        to: to whom something was given or told.
        covers: what it covered.
        of: of a sending, publication or withdrawal, whether of the report, or only of information about
            improvements.
        decision: of a decision, whether a local review is to be held.
    """

    what: Happening
    on: PartialDate | None = None
    by: Slug | None = refers("agency", default=None)
    to: tuple[Recipient, ...] = ()
    covers: tuple[Matter, ...] = ()
    of: Paper | None = None
    decision: Decision | None = None


@frozen(kw_only=True)
class Case(Record):
    """A case, under a reference of our own, with what happened in it.

    Nothing about a child can be written: neither a case nor its events have a text of any kind.

    Args:
        id: its reference, such as ``si-2021-03``.
        kind: what kind of case it is.
        authority: the local authority whose case it is. Of a serious incident: that in whose area it happened
            or, where it happened outside England, in whose area the child normally lives.
        events: what happened.
    """

    KIND: ClassVar[str] = "case"

    id: Slug
    kind: CaseKind
    authority: Slug | None = refers("agency", default=None)
    events: tuple[Event, ...] = ()


@frozen(kw_only=True)
class Meeting(Record):
    """A meeting of a body that took place.

    Args:
        body: which body met.
        on: when.
    """

    body: Slug = refers("body")
    on: PartialDate


_H, _M = Happening, Matter

EVENTS: dict[CaseKind, tuple[Happening, ...]] = {
    CaseKind.SERIOUS_INCIDENT: tuple(list(Happening)[: list(Happening).index(Happening.REFERRAL)]),
    CaseKind.CHILD_PROTECTION: (
        _H.REFERRAL, _H.REFERRAL_DECIDED, _H.ASSESSMENT_CONCLUDED, _H.OVERRUN_EXPLAINED, _H.STRATEGY_DISCUSSION,
        _H.CONFERENCE, _H.CORE_GROUP, _H.REVIEW_CONFERENCE, _H.PLAN_ENDED, _H.TRANSFER_NOTIFIED,
        _H.TRANSFER_CONFERENCE, _H.FIRST_PLAN_ENDED,
    ),
    CaseKind.PRIVATE_FOSTERING: (_H.NOTIFICATION_RECEIVED, _H.ARRANGEMENT_BEGAN, _H.VISIT, _H.ARRANGEMENT_ENDED),
    CaseKind.ALLEGATION: (_H.ALLEGATION_KNOWN, _H.DESIGNATED_OFFICER_INFORMED),
    CaseKind.CHILD_DEATH: (
        _H.DEATH, _H.ABUSE_SUSPECTED, _H.ABUSE_REPORTED, _H.ACTION_IDENTIFIED, _H.PERSON_INFORMED,
        _H.REVIEW_COMPLETED, _H.HANDED_OVER,
    ),
    CaseKind.SERIOUS_CASE_REVIEW: (_H.BEGUN, _H.REPORT_COMPLETED, _H.PUBLISHED, _H.HANDED_OVER),
    CaseKind.YEARLY_REPORT: (_H.PUBLISHED, _H.REPORT_SENT, _H.RESTRAINT_REVIEWED, _H.RESTRAINT_REPORTED),
}  # fmt: skip
"""What can happen in a case of each kind."""

_WEIGHED = (
    _M.IMPROVEMENTS, _M.RECURRENT_THEMES, _M.AGENCIES_TOGETHER, _M.PANEL_VIEW,
    _M.SINGLE_AGENCY, _M.NO_AGENCY, _M.SEVERAL_AREAS, _M.INSTITUTION,
)  # fmt: skip
_REPORTED = (_M.IMPROVEMENTS_SUMMARY, _M.ANALYSIS, _M.OWNERS, _M.DEADLINES, _M.REVIEWER)
COVERS: dict[Happening, tuple[Matter, ...]] = {
    _H.CONSIDERED: _WEIGHED,
    _H.DECIDED: _WEIGHED,
    _H.RAPID_REVIEW_COMPLETED: (_M.FACTS, _M.IMMEDIATE_ACTION, _M.IMPROVEMENT_POTENTIAL, _M.NEXT_STEPS),
    _H.RAPID_REVIEW_SENT: (_M.DECISION, _M.NATIONAL_VIEW),
    _H.REVIEW_START_NOTIFIED: (_M.REVIEWER,),
    _H.PROGRESS_MONITORED: (_M.TIMELINESS, _M.QUALITY),
    _H.INFORMATION_REQUESTED: (_M.IN_WRITING, _M.ORALLY),
    _H.REPORT_RECEIVED: _REPORTED,
    _H.PUBLISHED: _REPORTED,
    _H.STRATEGY_DISCUSSION: (_M.ENQUIRIES,),
}
"""What each step can cover: a list is taken as whole, and an empty one as not saying."""

ADDRESSED = frozenset(
    {
        _H.NOTIFIED, _H.RAPID_REVIEW_SENT, _H.RATIONALE_COMMUNICATED, _H.REVIEW_START_NOTIFIED,
        _H.NATIONAL_REVIEW_SUGGESTED, _H.DELAY_EXPLAINED, _H.REPORT_SENT, _H.NON_PUBLICATION_JUSTIFIED,
        _H.ABUSE_REPORTED, _H.HANDED_OVER, _H.RESTRAINT_REPORTED,
    }
)  # fmt: skip
"""What is given or told to somebody."""

OF_A_PAPER = frozenset({_H.REPORT_SENT, _H.PUBLISHED, _H.WITHDRAWN})
"""What is done with a report or with information."""

ONCE = frozenset(
    {
        _H.INCIDENT, _H.LOOKED_AFTER_DEATH, _H.CARE_LEAVER_DEATH, _H.AWARE, _H.REFERRAL, _H.CONFERENCE,
        _H.TRANSFER_NOTIFIED, _H.NOTIFICATION_RECEIVED, _H.ARRANGEMENT_BEGAN, _H.ARRANGEMENT_ENDED,
        _H.ALLEGATION_KNOWN, _H.DEATH, _H.BEGUN, _H.PLAN_ENDED, _H.FIRST_PLAN_ENDED,
    }
)  # fmt: skip
"""What can happen only once in a case."""

FOLLOWS: tuple[tuple[Happening, Happening], ...] = (
    *((later, _H.INCIDENT) for later in EVENTS[CaseKind.SERIOUS_INCIDENT][3:]),
    (_H.NOTIFICATION_AGREED, _H.AWARE),
    (_H.NOTIFIED, _H.AWARE),
    (_H.RAPID_REVIEW_SENT, _H.RAPID_REVIEW_COMPLETED),
    (_H.RATIONALE_COMMUNICATED, _H.DECIDED),
    (_H.REVIEW_START_NOTIFIED, _H.DECIDED),
    (_H.REPORT_RECEIVED, _H.DECIDED),
    (_H.REPORT_RECEIVED, _H.REVIEWER_APPOINTED),
    (_H.NATIONAL_REVIEW_SUGGESTED, _H.NEW_INFORMATION),
    (_H.DELAY_EXPLAINED, _H.PROCEEDINGS_BEGAN),
    (_H.NON_PUBLICATION_JUSTIFIED, _H.NOT_PUBLISHED),
    (_H.WITHDRAWN, _H.PUBLISHED),
    (_H.REFERRAL_DECIDED, _H.REFERRAL),
    (_H.ASSESSMENT_CONCLUDED, _H.REFERRAL),
    (_H.CORE_GROUP, _H.CONFERENCE),
    (_H.REVIEW_CONFERENCE, _H.CONFERENCE),
    (_H.PLAN_ENDED, _H.CONFERENCE),
    (_H.TRANSFER_CONFERENCE, _H.TRANSFER_NOTIFIED),
    (_H.ARRANGEMENT_ENDED, _H.ARRANGEMENT_BEGAN),
    (_H.DESIGNATED_OFFICER_INFORMED, _H.ALLEGATION_KNOWN),
    *((later, _H.DEATH) for later in EVENTS[CaseKind.CHILD_DEATH][2:]),
    (_H.ABUSE_REPORTED, _H.ABUSE_SUSPECTED),
    (_H.PERSON_INFORMED, _H.ACTION_IDENTIFIED),
    (_H.REPORT_COMPLETED, _H.BEGUN),
    (_H.PUBLISHED, _H.REPORT_COMPLETED),
    (_H.HANDED_OVER, _H.BEGUN),
    (_H.RESTRAINT_REPORTED, _H.RESTRAINT_REVIEWED),
)
"""What cannot have happened before something else: the later, and what it follows."""

PAPERS_FOLLOW: tuple[tuple[Happening, Happening], ...] = (
    (_H.REPORT_SENT, _H.REPORT_RECEIVED),
    (_H.PUBLISHED, _H.REPORT_RECEIVED),
)
"""The same, of the report itself: information may be published before there is a report."""
