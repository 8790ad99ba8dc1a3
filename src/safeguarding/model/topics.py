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
    CO_OPERATION = "co-operation"
    EMERGING_NEEDS = "emerging-needs"
    EARLY_HELP = "early-help"
    LEVELS = "levels"
    THRESHOLD_DOCUMENT = "threshold-document"
    SHARING_INFORMATION = "sharing-information"
    ASSESSMENT_PROTOCOL = "assessment-protocol"
    ENQUIRIES = "enquiries"
    STRATEGY_DISCUSSION = "strategy-discussion"
    PRIVATE_FOSTERING = "private-fostering"

    # Chapter 2: organisations
    SECTION_11 = "section-11"
    ALLEGATIONS = "allegations"
    DESIGNATED_HEALTH = "designated-health-professionals"
    SETTINGS = "settings"
    INFORMATION_REQUESTS = "information-requests"
    CHILD_DEATH_PLAN = "child-death-plan"

    # Chapter 3: geography, schools, information, what a yearly report says
    GEOGRAPHY = "geography"
    REPORT = "report-content"

    # Chapter 4: learning from serious incidents
    SERIOUS_CASES = "serious-cases"
    REVIEWER = "reviewer"
    REVIEW_METHOD = "review-method"
    REVIEW_FOLLOW_UP = "review-follow-up"

    # Chapter 5: child death reviews
    CHILD_DEATH_INFORMATION = "child-death-information"
    CHILD_DEATH_PUBLICATION = "child-death-publication"
    BEREAVED_FAMILIES = "bereaved-families"
    JOINT_AGENCY_RESPONSE = "joint-agency-response"

    # Working Together 2023: leadership, education, scrutiny
    LSP_FUNCTIONS = "lsp-functions"
    LSP_ACCOUNTABILITY = "lsp-accountability"
    LSP_VOICE = "lsp-voice"
    DSP_FUNCTIONS = "dsp-functions"
    DSP_ESCALATION = "dsp-escalation"
    DSP_ASSURANCE = "dsp-assurance"
    PARTNERSHIP_CHAIR = "partnership-chair"
    BUSINESS_MANAGEMENT = "business-management"
    REGIONAL = "regional-meetings"
    LINKED_BOARDS = "linked-boards"
    HEALTH_SYSTEM = "health-system"
    RA_ROLE = "ra-role"
    EDUCATION_VOICE = "education-voice"
    EDUCATION_PROVIDERS = "education-providers"
    VOLUNTARY_SECTOR = "voluntary-sector"
    INFORMATION_AGREEMENT = "information-agreement"

    # Working Together 2023: publication, reporting, serious incidents
    DATA_SHARING = "data-sharing"
    SIGN_OFF = "sign-off"
    UPDATES = "updates"

    __hash__ = object.__hash__  # there is one of each; Enum's own hash is slow, and topics are looked up everywhere


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
    Topic.RA_DUTY: ("act", "information"),
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
        "challenge", "duties", "voice", "advice", "areas", "by-whom", "impact", "learning",
    ),
    Topic.FUNDING_BASIS: (
        "level", "basis", "reviews", "how-funded",
        "business-support", "scrutiny", "infrastructure", "training", "priorities", "kept-under-review",
    ),
    Topic.REVIEWS: ("commission", "publish", "process", "embed", "purpose", "rapid-review", "other-cases"),
    Topic.EDUCATION: (
        "early-years", "schools", "independent-schools", "academies-and-free-schools", "other-establishments",
        "colleges", "childcare", "alternative-provision",
    ),
    Topic.CUSTODY_HOMES: ("youth-custody", "residential-homes"),
    Topic.DATA: ("effectiveness", "early-help"),
    Topic.TRAINING: ("commission", "deliver", "monitor", "early-help", "thresholds"),
    Topic.AUDITS: ("programme",),
    Topic.VOICE: ("children", "families"),
    Topic.THRESHOLDS: ("document", "alignment"),
    Topic.DISPUTES: ("steps", "timescales", "recurring", "stakeholders", "secretary-of-state"),
    Topic.YEARLY_REPORT: ("publish", "where"),
    Topic.CHILD_DEATHS: (
        "review", "non-resident", "analysis", "matters", "action", "report", "report-done", "report-effective",
        "funding", "combined", "process", "administration", "cross-area", "panel-report",
    ),
    Topic.POLICIES: ("maintain",),
    Topic.RESOURCES: ("support",),
    Topic.PRACTICE: ("model",),
    # Chapter 1: early help, thresholds, assessment
    Topic.CO_OPERATION: ("promote", "relevant-partners"),
    Topic.EMERGING_NEEDS: ("children", "families"),
    Topic.EARLY_HELP: ("offer", "needs-analysis", "assessment", "lead-practitioner"),
    Topic.LEVELS: ("listed", "disabled-children", "outside-family"),
    Topic.THRESHOLD_DOCUMENT: (
        "published", "early-help-assessment", "early-help-services", "child-in-need", "child-in-need-level",
        "enquiries", "care-orders", "accommodation", "abuse-and-neglect", "exploitation", "youth-secure",
        "disabled-children",
    ),
    Topic.SHARING_INFORMATION: ("within", "with-others"),
    Topic.ASSESSMENT_PROTOCOL: (
        "published", "case-management", "consistent", "accountable", "understood", "complaints",
        "specialist-assessments", "agency-contributions", "young-carers", "special-needs", "unborn", "in-hospital",
        "communication-needs", "asylum", "outside-family", "youth-justice", "returning-home", "no-recourse",
        "timeliness", "review-points", "information-to-families",
    ),
    Topic.ENQUIRIES: ("enquire",),
    Topic.STRATEGY_DISCUSSION: ("held", "local-authority", "police", "health"),
    Topic.PRIVATE_FOSTERING: (
        "notify-six-weeks", "notify-at-once", "notify-beginning", "notify-end", "officer",
    ),

    # Chapter 2: organisations
    Topic.SECTION_11: (
        "programme", "contracted", "accountability", "senior-lead", "listening", "information-sharing",
        "designated-practitioner", "safe-recruitment", "supervision", "training", "safety-culture",
        "staff-competence", "induction", "practice-review",
    ),
    Topic.ALLEGATIONS: (
        "policy", "distinction", "welfare-action", "co-ordination", "officer", "experience", "social-worker",
        "advice", "liaison", "monitoring", "barring-referral",
    ),
    Topic.DESIGNATED_HEALTH: ("doctor", "nurse", "looked-after-children", "child-deaths"),
    Topic.SETTINGS: ("schools", "secure-policy", "secure-lead", "secure-link", "voluntary-arrangements"),
    Topic.INFORMATION_REQUESTS: ("process", "comply", "purpose", "law"),
    Topic.CHILD_DEATH_PLAN: ("published", "submitted", "transition"),

    # Chapter 3: geography, schools, information, what a yearly report says
    Topic.GEOGRAPHY: ("combine", "retain-duties", "change-agreed", "change-told", "change-published"),
    Topic.REPORT: (
        "done", "reviews", "effective", "impact", "training-impact", "gaps", "decisions", "improvements", "feedback",
        "restraint", "updates", "timescale",
        # asked since 2023
        "contributions", "themes", "incident-learning", "costs", "education", "data", "reforms", "scrutiny",
        "review-impact", "education-strategic", "information-sharing", "cost-changes", "value",
    ),

    # Chapter 4: learning from serious incidents
    Topic.SERIOUS_CASES: ("identify", "refer", "panel-requests", "panel-guidance", "notification-guidance"),
    Topic.REVIEWER: (
        "knowledge", "research", "complexity", "no-hindsight", "communication", "removal", "requests",
    ),
    Topic.REVIEW_METHOD: ("agreed", "practitioners", "families", "other-investigations"),
    Topic.REVIEW_FOLLOW_UP: ("interim-learning", "impact-of-publication", "comments", "sustained"),

    # Chapter 5: child death reviews
    Topic.CHILD_DEATH_INFORMATION: (
        "requests", "compliance", "co-operation", "notification", "forms", "designated-doctor", "review-meeting",
        "draft-form", "national-database",
    ),
    Topic.CHILD_DEATH_PUBLICATION: ("officials", "partners", "area", "designated-doctor"),
    Topic.BEREAVED_FAMILIES: ("guide", "support"),
    Topic.JOINT_AGENCY_RESPONSE: ("external-causes", "sudden", "custody", "suspicious", "unattended-stillbirth"),

    # Working Together 2023: leadership, education, scrutiny
    Topic.LSP_FUNCTIONS: ("direction", "contributions", "learning", "support", "agencies"),
    Topic.LSP_ACCOUNTABILITY: ("effectiveness", "outcomes", "recommendations"),
    Topic.LSP_VOICE: ("experience", "protected-characteristics"),
    Topic.DSP_FUNCTIONS: ("delivery", "engagement", "information-sharing", "reviews", "training", "feedback"),
    Topic.DSP_ESCALATION: ("risks", "decisions"),
    Topic.DSP_ASSURANCE: (
        "data", "strategic-plan", "thresholds", "voice", "engagement", "learning", "subgroups",
    ),
    Topic.PARTNERSHIP_CHAIR: ("agreed", "reviewed"),
    Topic.BUSINESS_MANAGEMENT: ("resourced",),
    Topic.REGIONAL: ("meetings",),
    Topic.LINKED_BOARDS: (
        "health-and-wellbeing-board", "safeguarding-adults-board", "channel-or-prevent", "improvement-board",
        "community-safety-partnership", "family-justice-board", "mappa", "local-drug-partnership",
        "domestic-abuse-board", "corporate-parenting-board", "youth-justice-board", "violence-reduction-unit",
    ),
    Topic.HEALTH_SYSTEM: (
        "integrated-care-boards", "integrated-care-systems", "maternity-and-neonatal", "provider-collaboratives",
        "primary-care-networks", "specialised-commissioning",
    ),
    Topic.RA_ROLE: ("responsibilities", "co-operate", "share", "apply"),
    Topic.EDUCATION_VOICE: ("representative", "operational", "strategic", "effect", "meaning", "escalation"),
    Topic.EDUCATION_PROVIDERS: ("audits", "training", "data"),
    Topic.VOLUNTARY_SECTOR: ("voluntary", "childcare", "out-of-school", "sport"),
    Topic.INFORMATION_AGREEMENT: ("partners", "agencies"),

    # Working Together 2023: publication, reporting, serious incidents
    Topic.DATA_SHARING: ("process", "principles"),
    Topic.SIGN_OFF: (
        "arrangements", "yearly-report", "scrutiny-plan", "budget", "threshold-document", "linked", "accessible",
    ),
    Topic.UPDATES: ("key-change", "sent"),

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
    Topic.REVIEWER: (Function.REVIEWS,),
    Topic.REVIEW_METHOD: (Function.REVIEWS,),
    Topic.EARLY_HELP: (Function.EARLY_HELP,),
    Topic.LSP_FUNCTIONS: (Function.STRATEGIC_LEADERSHIP,),
    Topic.SIGN_OFF: (Function.STRATEGIC_LEADERSHIP,),
    Topic.BUSINESS_MANAGEMENT: (Function.SUPPORT,),
}
"""The function that a body must have in its remit before a statement that names it counts."""
