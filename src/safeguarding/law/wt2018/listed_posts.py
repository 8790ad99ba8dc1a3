"""Whether what a list of relevant agencies names is a post that the documents know, and whose it is."""

from __future__ import annotations

from safeguarding.law.asking import Ask
from safeguarding.model import Agency, AgencyKind, Post, RelevantAgency
from safeguarding.structure import Situation
from safeguarding.unknown import agree


def post_listed(ask: Ask, agency: RelevantAgency) -> Post | None:
    """Return the post that an entry names by its title; none where it names an agency, or no post surely."""
    if agency.values("agency") != (None,):
        return None
    # Surely, where each name that is stated of the entry is each title that is stated of the post.
    names = {name.casefold() for name in agency.values("name")}
    return _by_title(ask.situation).get(names.pop()) if len(names) == 1 else None


def _by_title(situation: Situation) -> dict[str, Post]:
    """Return the first post of each title, of those that surely have it."""
    found: dict[str, Post] = situation.partnership.once("titles", situation.document, lambda: _titled(situation))
    return found


def _titled(situation: Situation) -> dict[str, Post]:
    found: dict[str, Post] = {}
    for post in situation.of("posts"):
        titles = {title.casefold() for title in post.values("title")}
        if len(titles) == 1:
            found.setdefault(titles.pop(), post)
    return found


def whose(ask: Ask, post: Post) -> str:
    """Say whose a post is: ``a post of Eastshire Council``."""
    owners = [owner for owner in post.values("agency") if owner]
    return f"a post of {' or '.join(ask.situation.name(owner) for owner in owners)}" if owners else "a post"


def is_post_elsewhere(ask: Ask, agency: RelevantAgency, kinds: frozenset[AgencyKind]) -> bool:
    """Say whether an entry is a post of an agency that is surely of none of some kinds."""
    post = post_listed(ask, agency)
    owners = [ask.situation.entries.get(owner or "") for owner in post.values("agency")] if post else []
    truths = [_of_none(owner, kinds) for owner in owners]
    return agree(truths) is True


def _of_none(owner: object, kinds: frozenset[AgencyKind]) -> bool | None:
    if not isinstance(owner, Agency):
        return None
    return agree(kind not in kinds for kind in owner.values("kind"))
