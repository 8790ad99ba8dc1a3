"""What a document may speak of: topics, the parts each has, and whose work each is."""

from __future__ import annotations

from enum import Enum


class Topic(Enum):
    """Something that a document may speak of.

    The first group is held in sections of its own; on the others a document makes statements.
    """

    ALL = "all"

    DATES = "dates"
    AREAS = "areas"
    PARTNERS = "partners"
    LEADS = "leads"
    DELEGATIONS = "delegations"
    RELEVANT_AGENCIES = "relevant-agencies"
    BODIES = "bodies"
    REPORTING_LINES = "reporting-lines"
    SCRUTINEERS = "scrutineers"
    FUNDING = "funding"
    LINKS = "links"
    REGISTER = "register"
    MILESTONES = "milestones"
    AIMS = "aims"

    IDENTIFY_RESPOND = "identify-respond"
    EQUAL_DUTY = "equal-duty"
    COMMITMENT = "commitment"
    CO_ORDINATION = "co-ordination"
    LEARNING = "learning"
    WORKING_TOGETHER = "working-together"
    PURPOSE = "purpose"
    SINGLE_POINT = "single-point"
    LEAD_AUTHORITY = "lead-authority"
    LEAD_ACTIVITY = "lead-activity"
    RA_REASON = "ra-reason"
    RA_DUTY = "ra-duty"
    RA_EXPECTATIONS = "ra-expectations"
    RA_CONSULTATION = "ra-consultation"
    RA_ASSURANCE = "ra-assurance"
    RA_COMMUNICATION = "ra-communication"
    RA_ROUTES = "ra-routes"
    RA_REVIEW = "ra-review"
    RA_CONTRIBUTIONS = "ra-contributions"
    UNLISTED = "unlisted-organisations"
    SCRUTINY = "scrutiny"
    FUNDING_BASIS = "funding-basis"
    REVIEWS = "reviews"
    EDUCATION = "education"
    CUSTODY_HOMES = "custody-homes"
    DATA = "data"
    TRAINING = "training"
    AUDITS = "audits"
    VOICE = "voice"
    THRESHOLDS = "thresholds"
    DISPUTES = "disputes"
    YEARLY_REPORT = "yearly-report"
    CHILD_DEATHS = "child-deaths"
    POLICIES = "policies"
    RESOURCES = "resources"
    PRACTICE = "practice"

    # Chapter 1: early help, thresholds, assessment

    # Chapter 2: organisations

    # Chapter 3: geography, schools, information, what a yearly report says

    # Chapter 4: learning from serious incidents

    # Chapter 5: child death reviews

    # Working Together 2023: leadership, education, scrutiny

    # Working Together 2023: publication, reporting, serious incidents
    DATA_SHARING = "data-sharing"
    SIGN_OFF = "sign-off"
    UPDATES = "updates"
    REPORT = "report-content"


_REPORT_OF_2018 = (
    "done", "reviews", "effective", "impact", "training-impact", "gaps", "decisions", "feedback", "restraint",
    "updates", "timescale",
)  # fmt: skip
_REPORT_OF_2023 = (
    "contributions", "themes", "incident-learning", "costs", "education", "data", "reforms", "scrutiny",
    "review-impact", "education-strategic", "information-sharing", "cost-changes", "value",
)  # fmt: skip

PARTS: dict[Topic, tuple[str, ...]] = {
    Topic.IDENTIFY_RESPOND: ("identify", "respond"),
    Topic.EQUAL_DUTY: ("equal", "decision-rule"),
    Topic.COMMITMENT: ("act",),
    Topic.CO_ORDINATION: ("means",),
    Topic.LEARNING: ("local", "national"),
    Topic.WORKING_TOGETHER: ("partners", "relevant-agencies"),
    Topic.PURPOSE: ("outcomes", "processes"),
    Topic.SINGLE_POINT: ("rule",),
    Topic.LEAD_AUTHORITY: ("speak", "decide", "hold-account"),
    Topic.LEAD_ACTIVITY: ("active",),
    Topic.RA_REASON: ("reason",),
    Topic.RA_DUTY: ("act",),
    Topic.RA_EXPECTATIONS: ("expectation",),
    Topic.RA_CONSULTATION: ("consulted",),
    Topic.RA_ASSURANCE: ("policies", "information-sharing"),
    Topic.RA_COMMUNICATION: ("channel",),
    Topic.RA_ROUTES: ("shared", "escalation", "disputes", "scrutiny", "whistleblowing"),
    Topic.RA_REVIEW: ("interval",),
    Topic.RA_CONTRIBUTIONS: ("contribution",),
    Topic.UNLISTED: ("co-operate",),
    Topic.SCRUTINY: (
        "effectiveness", "serious-incidents", "plan", "review", "recommendations", "yearly-report",
        "experience", "leadership", "reporting", "objectivity",
    ),
    Topic.FUNDING_BASIS: ("level", "basis", "reviews", "how-funded"),
    Topic.REVIEWS: ("commission", "publish", "process", "embed"),
    Topic.EDUCATION: (
        "early-years", "schools", "independent-schools", "academies-and-free-schools", "other-establishments",
        "colleges", "childcare", "alternative-provision",
    ),
    Topic.CUSTODY_HOMES: ("youth-custody", "residential-homes"),
    Topic.DATA: ("effectiveness", "early-help"),
    Topic.TRAINING: ("commission", "deliver", "monitor"),
    Topic.AUDITS: ("programme",),
    Topic.VOICE: ("children", "families"),
    Topic.THRESHOLDS: ("document", "alignment"),
    Topic.DISPUTES: ("steps", "timescales", "recurring", "stakeholders", "secretary-of-state"),
    Topic.YEARLY_REPORT: ("publish", "where"),
    Topic.CHILD_DEATHS: ("review",),
    Topic.POLICIES: ("maintain",),
    Topic.RESOURCES: ("support",),
    Topic.PRACTICE: ("model",),
    # Chapter 1: early help, thresholds, assessment

    # Chapter 2: organisations

    # Chapter 3: geography, schools, information, what a yearly report says

    # Chapter 4: learning from serious incidents

    # Chapter 5: child death reviews

    # Working Together 2023: leadership, education, scrutiny

    # Working Together 2023: publication, reporting, serious incidents
    Topic.DATA_SHARING: ("process", "principles"),
    Topic.SIGN_OFF: ("arrangements", "yearly-report", "linked", "accessible"),
    Topic.UPDATES: ("key-change", "sent"),
    Topic.REPORT: (*_REPORT_OF_2018, *_REPORT_OF_2023),

}  # fmt: skip
"""The parts that each topic has; on a topic that is not here a document makes no statements."""


class Function(Enum):
    """What a body is for: its remit."""

    STRATEGIC_LEADERSHIP = "strategic-leadership"
    CO_ORDINATION = "co-ordination"
    SCRUTINY = "scrutiny"
    REVIEWS = "practice-reviews"
    LEARNING = "learning"
    TRAINING = "training"
    AUDIT = "audit"
    DATA = "data"
    POLICIES = "policies-and-procedures"
    CHILD_DEATHS = "child-death-review"
    VOICE = "voice"
    EDUCATION = "education"
    EARLY_HELP = "early-help"
    EXPLOITATION = "exploitation"
    FRONT_DOOR = "front-door"
    LOCALITY = "locality"
    THRESHOLDS = "thresholds"
    CHILD_PROTECTION_TEAM = "child-protection-team"
    FUNDING = "funding"
    YEARLY_REPORT = "yearly-report"
    COMMUNICATION = "communication"
    SUPPORT = "business-support"
    HEALTH = "health"
    CRIMINAL_JUSTICE = "criminal-justice"
    ADULTS = "adults"
    OTHER = "other"


WORK: dict[Topic, tuple[Function, ...]] = {
    Topic.REVIEWS: (Function.REVIEWS,),
    Topic.TRAINING: (Function.TRAINING,),
    Topic.AUDITS: (Function.AUDIT,),
    Topic.DATA: (Function.DATA,),
    Topic.EDUCATION: (Function.EDUCATION,),
    Topic.CHILD_DEATHS: (Function.CHILD_DEATHS,),
    Topic.POLICIES: (Function.POLICIES,),
}
"""The function that a body must have in its remit before a statement that names it counts."""
