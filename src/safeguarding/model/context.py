"""What stands around: other partnerships, other documents, milestones, aims."""

from __future__ import annotations

from enum import Enum
from typing import ClassVar

from attrs import frozen

from safeguarding.dates import PartialDate
from safeguarding.model.record import Record, Slug, refers


class LinkKind(Enum):
    """What kind of other strategic partnership it is."""

    HEALTH_AND_WELLBEING_BOARD = "health-and-wellbeing-board"
    SAFEGUARDING_ADULTS_BOARD = "safeguarding-adults-board"
    CHANNEL_OR_PREVENT = "channel-or-prevent"
    IMPROVEMENT_BOARD = "improvement-board"
    COMMUNITY_SAFETY_PARTNERSHIP = "community-safety-partnership"
    FAMILY_JUSTICE_BOARD = "family-justice-board"
    MAPPA = "mappa"
    CHILDRENS_TRUST_BOARD = "childrens-trust-board"
    CORPORATE_PARENTING_BOARD = "corporate-parenting-board"
    SAFEGUARDING_PARTNERSHIP = "safeguarding-partnership"
    SCRUTINY_COMMITTEE = "scrutiny-committee"
    PUBLIC_PROTECTION_BOARD = "public-protection-board"
    LOCAL_DRUG_PARTNERSHIP = "local-drug-partnership"
    DOMESTIC_ABUSE_BOARD = "domestic-abuse-board"
    YOUTH_JUSTICE_BOARD = "youth-justice-board"
    VIOLENCE_REDUCTION_UNIT = "violence-reduction-unit"
    OTHER = "other"


class Flow(Enum):
    """What flows between the partnership and another."""

    RECEIVES = "receives"
    REPORTS = "reports"
    SCRUTINISES = "scrutinises"
    LEADS_ON = "leads-on"
    SHARES_MEMBERS = "shares-members"


@frozen(kw_only=True)
class OtherPartnership(Record):
    """Another strategic partnership that this one is linked with.

    Args:
        id: its slug.
        name: as printed.
        kind: what it is.
        flows: what it does towards this partnership: receives from it, reports to it, scrutinises it,
            leads on a matter, shares members.
        how: how the link works, paraphrased.
        belongs_to: the agency whose own it is (a council's scrutiny committee).
    """

    KIND: ClassVar[str] = "other_partnership"

    id: Slug
    name: str
    kind: LinkKind
    flows: tuple[Flow, ...] = ()
    how: str | None = None
    belongs_to: Slug | None = refers("agency", default=None)


class PaperKind(Enum):
    """What kind of document it is."""

    POLICY = "policy"
    PROCEDURE = "procedure"
    STRATEGY = "strategy"
    PROTOCOL = "protocol"
    MEMORANDUM = "memorandum"
    FRAMEWORK = "framework"
    THRESHOLD_DOCUMENT = "threshold-document"
    DATA_SET = "data-set"
    PLAN = "plan"
    REPORT = "report"
    AGREEMENT = "agreement"
    LAW_OR_GUIDANCE = "law-or-guidance"
    OTHER = "other"


class Standing(Enum):
    """How a document stands."""

    IN_FORCE = "in-force"
    INHERITED = "inherited"
    UNDER_REVIEW = "under-review"
    PLANNED = "planned"
    ENDED = "ended"


@frozen(kw_only=True)
class Registered(Record):
    """A document that this one names.

    Args:
        id: its slug.
        title: as printed.
        kind: what it is.
        standing: in force; inherited from the Local Safeguarding Children Board; under review …
        standing_since: from when it stands so.
        supplied: the source, in any of the files, that is this document; none where it is not among them.
        about: what it is about, paraphrased.
    """

    KIND: ClassVar[str] = "register"

    id: Slug
    title: str
    kind: PaperKind
    standing: tuple[Standing, ...] = (Standing.IN_FORCE,)
    standing_since: PartialDate | None = None
    supplied: Slug | None = refers("source", default=None)
    about: str | None = None


@frozen(kw_only=True)
class Milestone(Record):
    """A step with a date.

    Args:
        what: the step, paraphrased.
        when: its date; none where the text leaves it to be confirmed.
        onwards: whether it goes on from that date.
        done: whether the text reports it as done; none where it does not say.
    """

    what: str
    when: PartialDate | None = None
    onwards: bool = False
    done: bool | None = None


class AimKind(Enum):
    """What sort of aim."""

    VISION = "vision"
    VALUE = "value"
    PRIORITY = "priority"


@frozen(kw_only=True)
class Aim(Record):
    """A vision, a value or a priority.

    Args:
        kind: which of the three.
        says: a paraphrase.
        means: by what it is to be achieved, each paraphrased.
    """

    kind: AimKind
    says: str
    means: tuple[str, ...] = ()


@frozen(kw_only=True)
class Background(Record):
    """Something said of population or context.

    Args:
        says: a paraphrase.
        when: the date that it speaks of.
    """

    says: str
    when: PartialDate | None = None
