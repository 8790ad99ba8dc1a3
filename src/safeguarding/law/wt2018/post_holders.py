"""Which post of each partner holds an office that the guidance asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from attrs import evolve

from safeguarding.law.asking import Ask
from safeguarding.law.named import about
from safeguarding.law.outcomes import OPEN, Missing, Outcome, Part, under_each
from safeguarding.law.said import said
from safeguarding.model import Office, Partner, Post, Side, Topic
from safeguarding.structure.belonging import own_ids
from safeguarding.unknown import agree, all_of


def of_each_partner(
    ask: Ask, one: Callable[[Partner], Part], general: Callable[[], Part], side: Side | None = None
) -> list[Part]:
    """Look for something of each partner of the date; where none is named, for what is said in general.

    Args:
        ask: the requirement and the situation.
        one: finds it of a partner.
        general: finds it where no partner is surely there.
        side: the side whose partners are asked; none for all.
    """
    parts, anybody = [], False
    for partner in ask.situation.partners:
        asked = agree(side in {None, own} for own in partner.values("side"))
        there = ask.situation.during(ask.situation.entries[partner.agency])
        if asked is False:
            continue
        anybody = anybody or bool(asked and there)
        part = one(partner)
        parts.append(part if asked and there else _perhaps(ask, partner, part))
    if not anybody:
        # Where there may be partners, what is said in general is asked only if there are none.
        said_of_all = general()
        either = said_of_all.possible | ({Outcome.NOT_APPLICABLE} if parts else set())
        parts.append(evolve(said_of_all, possible=either, due=None if parts else said_of_all.due))
    return parts + ask.rest(Topic.PARTNERS, what="partners")


def _perhaps(ask: Ask, partner: Partner, part: Part) -> Part:
    """Open a part to the possibility that the partner is not one of those asked on the date."""
    name = ask.situation.name(partner.agency)
    need = Missing(path=f"agency.{partner.agency}", need=f"whether {name} is such a partner on this date")
    return evolve(part, possible=part.possible | {Outcome.NOT_APPLICABLE}, missing=(*part.missing, need), due=None)


def held(
    ask: Ask,
    partner: Partner,
    words: str,
    offices: frozenset[Office],
    stated: tuple[Topic, str],
    *,
    perhaps: frozenset[Office] = frozenset(),
    agencies: bool = True,
) -> Part:
    """Look for a post of a partner that holds an office, or a statement that it has one.

    Args:
        ask: the requirement and the situation.
        partner: the partner.
        words: the office, in words.
        offices: the offices that are it.
        stated: the topic and the part on which it may be said.
        perhaps: the offices that may be it.
        agencies: whether it is enough that a statement names the agency.
    """
    name = ask.situation.name(partner.agency)
    subject = f"{words}: {name}"
    found = list(_posts(ask, partner, subject, offices, perhaps))
    narrowed = about(ask, partner, nobody=True if agencies else None, agencies=agencies)
    best = said(ask, *stated, subject, narrowed, found)
    if best.outcome is Outcome.MET:
        return best
    need = Missing(path="post", need=f"the post of {name} that is its {words}, with its office")
    return evolve(best, missing=(*best.missing, need))


def _posts(
    ask: Ask, partner: Partner, subject: str, offices: frozenset[Office], perhaps: frozenset[Office]
) -> Iterator[Part]:
    """Make a part for each post that holds the office, or may."""
    posts: tuple[Post, ...] = ask.situation.of("posts")
    holding = [
        (post, office)
        for post in posts
        if (office := agree(_is(one, offices, perhaps) for one in post.values("office"))) is not False
    ]
    if not holding:
        return
    own = own_ids(ask.situation, partner)
    sure, maybe = own.sure, own.perhaps
    for post, office in holding:
        truth = all_of([office, True if post.id in sure else None if post.id in maybe else False])
        if truth is not False:
            yield _holding(ask, post, subject, sure=truth is True)


def _is(one: Office | None, offices: frozenset[Office], perhaps: frozenset[Office]) -> bool | None:
    """Say whether an office is one of those, or may be meant for one of them."""
    return True if one in offices else None if one in perhaps else False


def _holding(ask: Ask, post: Post, subject: str, *, sure: bool) -> Part:
    """Look whether a post is there on the date."""
    evidence = ask.evidence(post)
    need = Missing(path=f"post.{post.id}", need=f"whether {post.title} is it on this date: {subject}")
    there = ask.situation.during(post)
    starts = post.values("starts")
    ahead = [start for start in starts if start and start.earliest > ask.as_of]
    if there is False and ahead:
        message = f"{post.title}, planned"
        planned = [ask.planned(subject, start, message, evidence=evidence, missing=(need,)) for start in ahead]
        part = under_each(planned)
    elif there is False:
        message = f"{post.title} is no longer there, and nothing is said of another"
        part = ask.part(subject, None, message, evidence=evidence, missing=(need,))
    elif there is None:
        later = not starts or any(start and start.latest > ask.as_of for start in starts)
        possible = OPEN | {Outcome.NOT_DUE} if later else OPEN
        message = f"{post.title}, if it is there on this date"
        part = ask.part(subject, possible, message, evidence=evidence, missing=(need,))
    else:
        part = ask.part(subject, True, post.title, evidence=evidence)
    if sure:
        return part
    message = f"{part.message}, if that is what it is"
    return evolve(part, possible=part.possible | OPEN, message=message, missing=(need,), due=None)
