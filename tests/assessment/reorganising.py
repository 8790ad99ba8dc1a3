"""Partnerships that are reorganised: short files in the library's own form."""

from __future__ import annotations

from safeguarding import Partnership, loads
from safeguarding.assessment.reorganisation import Consequence, Follows, Reorganised

HEAD = """
schema = "safeguarding.v1"
partnership = "{slug}"
name = "{slug} partnership"
kind = "{kind}"
transcribed = "all"
[publication]
published = "{published}"
"""


def made(
    *bodies: str, slug: str = "eastshire", kind: str = "arrangements", published: str = "2019-06-20"
) -> Partnership:
    """Read a partnership of one document."""
    return loads(HEAD.format(slug=slug, kind=kind, published=published) + "\n".join(bodies))


def area(identity: str, name: str, kind: str = "local-authority", more: str = "") -> str:
    """Write an area."""
    return f'[[area]]\nid = "{identity}"\nname = "{name}"\nkind = "{kind}"\n{more}\n'


def agency(identity: str, name: str, kind: str, more: str = "") -> str:
    """Write an agency."""
    return f'[[agency]]\nid = "{identity}"\nname = "{name}"\nkind = "{kind}"\n{more}\n'


def partner(identity: str, side: str) -> str:
    """Write a partner."""
    return f'[[partner]]\nagency = "{identity}"\nside = "{side}"\n'


CCG, ICB = "clinical-commissioning-group", "integrated-care-board"


def paths(found: Reorganised, *follows: Follows, event: int = 0) -> dict[str, str]:
    """Return how sure what follows is, by path; of what has no path, by what it is."""
    return {name(one): one.certainty.value for one in found.of(event, *follows)}


def name(one: Consequence) -> str:
    """Return the path of what follows, or what it is."""
    return one.path or one.at or one.subject
