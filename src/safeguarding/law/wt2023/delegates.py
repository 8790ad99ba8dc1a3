"""Whether it is said who the partners' delegates are, and who chairs the partnership."""

from __future__ import annotations

from safeguarding.law.asking import Ask
from safeguarding.law.outcomes import Missing, Part
from safeguarding.model import Body, Chair, Chairing, Delegation, Function, Partner, Post, Topic
from safeguarding.unknown import agree, all_of, negate

_NOBODY = frozenset({Chairing.VACANT, Chairing.TO_BE_AGREED})


def delegates(ask: Ask) -> list[Part]:
    """Look whether the delegated safeguarding partner of each partner is named."""
    return [_delegate(ask, partner) for partner in ask.situation.partners]


def _delegate(ask: Ask, partner: Partner) -> Part:
    """Look whether a delegation to a named post is that of a partner."""
    subject = f"the delegate of {ask.situation.name(partner.agency)}"
    posts: dict[str, Post] = {post.id: post for post in ask.situation.of("posts")}
    delegations: tuple[Delegation, ...] = ask.situation.of("delegations")
    found = [(_is_of(one, partner, posts), one) for one in delegations]
    sure = [one for truth, one in found if truth]
    perhaps = [one for truth, one in found if truth is None]
    evidence = tuple(item for one in sure or perhaps for item in ask.evidence(one))
    if sure:
        names = ask.situation.names(one.to for one in sure if one.to)
        return ask.part(subject, True, names, evidence=evidence)
    if perhaps:
        need = Missing(path="delegation", need=f"{subject}: which post, and of which partner")
        return ask.part(subject, None, "a delegate is named, and it is open whose", evidence=evidence, missing=(need,))
    return ask.silent(subject, (Topic.DELEGATIONS,), "delegation.to", subject)


def _is_of(one: Delegation, partner: Partner, posts: dict[str, Post]) -> bool | None:
    """Say whether a delegation names a post for a partner; one that speaks of all, by the agency of the post."""

    def named(whose: str | None, to: str | None, own: str) -> bool | None:
        if to is None or whose is not None:
            return to is not None and whose == own
        return agree(agency == own for agency in posts[to].values("agency")) if to in posts else None

    return agree(
        named(whose, to, own)
        for whose in one.values("partner")
        for to in one.values("to")
        for own in partner.values("agency")
    )


def chair(ask: Ask) -> Part:
    """Look whether it is said who chairs the body that leads the partnership."""
    subject = "the partnership chair"
    found = [(_chaired(ask, body), body) for body in ask.situation.bodies]
    body = next((body for truth, body in found if truth), None)
    if body is not None and body.chair is not None:
        says = f"{ask.situation.names(body.chair.held_by)}, of {body.name}"
        return ask.part(subject, True, says, evidence=ask.evidence(body, "chair"))
    body = next((body for truth, body in found if truth is None), None)
    if body is not None:
        need = Missing(path=f"body.{body.id}.chair", need=f"whether {body.name} leads the partnership, and its chair")
        message = f"that of {body.name}, perhaps"
        return ask.part(subject, None, message, evidence=ask.evidence(body, "chair"), missing=(need,))
    return ask.silent(subject, (Topic.BODIES,), "body.chair", "who chairs the body that leads the partnership")


def _chaired(ask: Ask, body: Body) -> bool | None:
    """Say whether a body leads the partnership, and has a chair who is named."""
    leads = agree(Function.STRATEGIC_LEADERSHIP in remit for remit in body.values("remit"))
    if leads is False:
        return False
    return all_of([leads, negate(ask.situation.gone(body)), agree(_held(one) for one in body.values("chair"))])


def _held(one: Chair | None) -> bool:
    return one is not None and one.how not in _NOBODY and bool(one.held_by)
