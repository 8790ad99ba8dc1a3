"""What a node of a governance graph is, and what runs between two of them."""

from __future__ import annotations

from enum import Enum

PARTNERS = "@partners"
"""The node that stands for the safeguarding partners together; no slug can be the same."""


class NodeKind(Enum):
    """What a node is."""

    PARTNERS = "partners"
    PARTNER = "partner"
    BODY = "body"
    OTHER_PARTNERSHIP = "other"
    SCRUTINEER = "scrutineer"
    POST = "post"
    AGENCY = "agency"
    RELEVANT_AGENCY = "relevant agency"
    AREA = "area"


class EdgeKind(Enum):
    """What runs from one node to another: read it as a sentence, from the first to the second."""

    BELONGS = "belongs to"
    LEADS = "is led through by"
    REPORTS = "reports to"
    REPORTS_PARTLY = "reports for some matters to"
    ANSWERS = "answers to outside"
    CHAIRS = "chairs"
    VICE_CHAIRS = "is vice-chair of"
    SITS = "sits on"
    APPOINTS = "appoints the chair of"
    HOLDS_TO_ACCOUNT = "holds to account the chair of"
    DELEGATES = "delegates to"
    ACTS_FOR = "acts for"
    MAY_BE = "may be the same as"
    HOLDS = "holds the role of"
    SAME_HOLDER = "is held by the same person as"
    SCRUTINISES = "scrutinises"
    APPOINTED = "is appointed by"
    PAID = "is paid by"
    RECEIVES = "receives from"
    SERVES = "serves"
    COVERS = "covers"
    LIES_IN = "lies in"
