"""What the documents say."""

from safeguarding.model.agencies import Agency, AgencyKind, Office, Post
from safeguarding.model.areas import Area, AreaKind
from safeguarding.model.bodies import Body, BodyKind, Chair, Chairing, Discipline, Line, Meets, Seat, Status, Title
from safeguarding.model.cases import Case, CaseKind, Decision, Event, Happening, Matter, Meeting, Paper, Recipient
from safeguarding.model.context import (
    Aim,
    AimKind,
    Background,
    Flow,
    LinkKind,
    Milestone,
    OtherPartnership,
    PaperKind,
    Registered,
    Standing,
)
from safeguarding.model.documents import (
    Document,
    DocumentKind,
    Edition,
    Publication,
    ReportPeriod,
    Version,
    entries,
    path_of,
    sections,
)
from safeguarding.model.funding import Cost, Funding, FundingLine, Means
from safeguarding.model.money import Money, Share, split
from safeguarding.model.partners import (
    ActingFor,
    Cover,
    Delegation,
    Extent,
    Lead,
    Partner,
    Power,
    Shown,
    Side,
)
from safeguarding.model.partnership import Input, Partnership
from safeguarding.model.record import Also, Place, Record, Slug
from safeguarding.model.relevant import RelevantAgency
from safeguarding.model.scrutiny import Action, Form, Method, Progress, Scrutineer, ScrutinyEvent
from safeguarding.model.sources import Pages, Source, Unread
from safeguarding.model.statements import Departure, Judged, Judgement, Stance, Statement
from safeguarding.model.thresholds import Need, ThresholdLevel
from safeguarding.model.topics import PARTS, WORK, Function, Topic

__all__ = [
    "PARTS", "WORK", "ActingFor", "Action", "Agency", "AgencyKind", "Aim", "AimKind", "Also", "Area", "AreaKind",
    "Background", "Body", "BodyKind", "Case", "CaseKind", "Chair", "Chairing", "Cost", "Cover", "Decision",
    "Delegation", "Departure", "Discipline", "Document", "DocumentKind", "Edition", "Event", "Extent", "Flow", "Form",
    "Function", "Funding", "FundingLine", "Happening", "Input", "Judged", "Judgement", "Lead", "Line", "LinkKind",
    "Matter", "Means", "Meeting", "Meets", "Method", "Milestone", "Money", "Need", "Office", "OtherPartnership",
    "Pages", "Paper", "PaperKind", "Partner", "Partnership", "Place", "Post", "Power", "Progress", "Publication",
    "Recipient", "Record", "Registered", "RelevantAgency", "ReportPeriod", "Scrutineer", "ScrutinyEvent", "Seat",
    "Share", "Shown", "Side", "Slug", "Source", "Stance", "Standing", "Statement", "Status", "ThresholdLevel", "Title",
    "Topic", "Unread", "Version", "entries", "path_of", "sections", "split",
]  # fmt: skip
