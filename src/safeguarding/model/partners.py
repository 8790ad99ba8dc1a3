"""Who is answerable: safeguarding partners, their lead representatives, and what is delegated."""

from __future__ import annotations

from enum import Enum

from attrs import frozen

from safeguarding.dates import PartialDate
from safeguarding.model.record import Record, Slug, refers


class Side(Enum):
    """Which of the three kinds of safeguarding partner."""

    LOCAL_AUTHORITY = "local-authority"
    HEALTH = "health"
    POLICE = "police"


class Extent(Enum):
    """How much of an area."""

    WHOLE = "whole"
    PART = "part"


@frozen(kw_only=True)
class Cover:
    """How much of an area a partner covers.

    Args:
        area: the area.
        extent: the whole of it, or part of it.
    """

    area: Slug = refers("area")
    extent: Extent


@frozen(kw_only=True)
class Partner(Record):
    """A safeguarding partner: Children Act 2004 s.16E(3).

    Args:
        agency: the agency.
        side: local authority, health or police.
        covers: the areas that it covers, each wholly or in part.
        beyond: what it covers outside the area of the arrangement, paraphrased.
    """

    agency: Slug = refers("agency")
    side: Side
    covers: tuple[Cover, ...] = ()
    beyond: str | None = None


class Shown(Enum):
    """What shows that a post is the lead representative."""

    NAMED = "named"
    SIGNATURE = "signature"


@frozen(kw_only=True)
class Lead(Record):
    """The lead representative of a partner.

    Args:
        partner: the partner's agency.
        post: the post.
        shown: ``named`` where the text calls it the lead; ``signature`` where it only signs the document.
    """

    partner: Slug = refers("agency")
    post: Slug = refers("post")
    shown: Shown = Shown.NAMED


class Power(Enum):
    """What a representative or a delegate is able to do."""

    SPEAK = "speak"
    DECIDE = "decide"
    HOLD_ACCOUNT = "hold-account"


@frozen(kw_only=True)
class Delegation(Record):
    """A lead representative's role, given to somebody else.

    Args:
        partner: the agency whose lead delegates; none where the text speaks of all partners at once.
        to: the delegate's post, where named.
        powers: what the delegate is able to do, as far as the text says.
        seniority: what the text says of the delegate's rank and authority, paraphrased.
        accountable: the post that remains accountable, where the text says.
    """

    partner: Slug | None = refers("agency", default=None)
    to: Slug | None = refers("post", default=None)
    powers: tuple[Power, ...] = ()
    seniority: str | None = None
    accountable: Slug | None = refers("post", default=None)


@frozen(kw_only=True)
class ActingFor(Record):
    """One partner that carries out the functions of others: Children Act 2004 s.16J.

    Args:
        agency: the agency that acts.
        on_behalf_of: the agencies that it acts for.
        functions: which functions, paraphrased.
        agreed: when it was agreed.
    """

    agency: Slug = refers("agency")
    on_behalf_of: tuple[Slug, ...] = refers("agency")
    functions: str | None = None
    agreed: PartialDate | None = None
