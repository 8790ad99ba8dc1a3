"""Working Together 2023, the partnership chair: one of the delegates, and apart from scrutiny and business."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from safeguarding.law import remedies
from safeguarding.law.asking import Ask
from safeguarding.law.drafting import Draft
from safeguarding.law.outcomes import OPEN, Answer, Missing, Part, under_each
from safeguarding.law.said import said, the_best
from safeguarding.law.settling import Say, Show, settled
from safeguarding.model import Body, Chair, Chairing, Delegation, Function, Lead, Office, Post, Scrutineer, Topic
from safeguarding.structure import leads
from safeguarding.structure.independence import same_holders
from safeguarding.unknown import agree, all_of, any_of

_BODIES = (Topic.BODIES,)


def chaired_by_delegate(ask: Ask) -> Answer:
    """Look whether a delegate chairs the partnership, as agreed by the leads and reviewed."""
    bodies = _chaired(ask)
    return ask.whole([_who_chairs(ask, bodies), _agreed(ask, bodies), _reviewed(ask, bodies)])


def kept_apart(ask: Ask) -> Answer:
    """Look whether nobody both chairs and scrutinises, and whether the partnership's business is managed by others."""
    bodies = _chaired(ask)
    return ask.whole([_chair_and_scrutiny(ask, bodies), _business(ask, bodies)])


def _delegates(ask: Ask) -> tuple[set[str], set[str]]:
    """Return the posts that are delegated to: surely, and perhaps."""
    sure: set[str] = set()
    perhaps: set[str] = set()
    given: tuple[Delegation, ...] = ask.situation.of("delegations")
    for item in given:
        posts = {post for post in item.values("to") if post}
        (sure if len(item.values("to")) == 1 else perhaps).update(posts)
    return sure, perhaps


def _chaired(ask: Ask) -> list[tuple[Body, bool]]:
    """Return the bodies that the partnership chair may chair, and whether each surely is one.

    Those are the bodies that the partners lead through, or that delegates sit on or chair.
    """
    given: tuple[Delegation, ...] = ask.situation.of("delegations")
    everybody = all(len(item.values("to")) == 1 for item in given)
    found = []
    for body in ask.situation.bodies:
        truth = any_of([leads(body), _with_delegates(ask, body)])
        if truth is not False or (not everybody and any(body.values("chair"))):
            found.append((body, truth is True and ask.situation.gone(body) is False))
    return found


def _with_delegates(ask: Ask, body: Body) -> bool | None:
    """Say whether delegates sit on a body, or chair it."""
    sure, perhaps = _delegates(ask)
    every = sure | perhaps
    chairs = agree(bool(chair and not every.isdisjoint(chair.held_by)) for chair in body.values("chair"))
    sits = agree(any(seat.post in every for seat in seats) for seats in body.values("seats"))
    truth = any_of([chairs, sits])
    return None if truth and perhaps else truth


def _who_chairs(ask: Ask, bodies: list[tuple[Body, bool]]) -> Part:
    """Look who chairs: of several bodies the one whose chair does most counts."""
    subject = "the partnership chair"
    found = []
    for body, sure in bodies:
        part = under_each([_held(ask, subject, body, chair) for chair in body.values("chair") or (None,)])
        found.append(part if sure else _perhaps(part, body))
    if not any(sure for _, sure in bodies):
        need = "the body that the partnership chair chairs, and which delegate that is"
        found.append(ask.silent(subject, _BODIES, "body", need))
    return the_best(subject, found)


def _perhaps(part: Part, body: Body) -> Part:
    """Open a part of which it is not sure that it is about the body which the partnership chair chairs."""
    need = Missing(path=f"body.{body.id}", need=f"whether the partnership chair chairs {body.name}")
    return evolve(part, possible=part.possible | OPEN, missing=(*part.missing, need))


def _held(ask: Ask, subject: str, body: Body, chair: Chair | None) -> Part:
    """Look whether a chair of a body is held by a delegate, or by nobody else in turn."""
    path = f"body.{body.id}.chair"
    need = Missing(path=path, need=f"which delegated safeguarding partner chairs {body.name}")
    evidence = ask.evidence(body, "chair", f"{body.name}: {ask.situation.names(chair.held_by)}" if chair else body.name)
    if chair is None or (not chair.held_by and chair.how is not Chairing.VACANT):
        message = f"who chairs {body.name} is not said"
        return ask.part(subject, None, message, evidence=evidence, missing=(need,))
    if chair.how is Chairing.VACANT:
        return ask.part(subject, False, f"the chair of {body.name} is vacant", evidence=evidence, missing=(need,))
    named = ask.situation.names(chair.held_by)
    truth = all_of(_is_delegate(ask, who) for who in chair.held_by)
    if chair.how is Chairing.TO_BE_AGREED and truth is not False:
        message = f"who chairs {body.name} is still to be agreed"
        return ask.part(subject, None, message, evidence=evidence, missing=(need,))
    if truth:
        return ask.part(subject, True, f"{named} chairs {body.name}", evidence=evidence)
    lacks = "is no delegate" if truth is False else "is not shown to be a delegate"
    missing = (need, Missing(path="delegation", need=f"whether {named} is a delegated safeguarding partner"))
    message = f"{named}, who chairs {body.name}, {lacks}"
    return ask.part(subject, truth, message, evidence=evidence, missing=missing)


def _is_delegate(ask: Ask, who: str) -> bool | None:
    """Say whether one who chairs is a delegate; of an agency or a body, or where the list is not read, that is open."""
    sure, perhaps = _delegates(ask)
    if who in sure:
        return True
    entry = ask.situation.entries.get(who)
    if isinstance(entry, Post) and entry.values("office") == (Office.INDEPENDENT_CHAIR,):
        return False
    known = bool(sure) and not perhaps and ask.situation.fully_read(Topic.DELEGATIONS)
    unnamed = any(None in item.values("to") or not item.values("to") for item in ask.situation.of("delegations"))
    return False if isinstance(entry, Post) and known and not unnamed else None


def _agreed(ask: Ask, bodies: list[tuple[Body, bool]]) -> Part:
    words = "agreed by all of the leads"
    found = [said(ask, Topic.PARTNERSHIP_CHAIR, "agreed", words)]
    everybody = set(ask.situation.partner_agencies)
    unread = _unread(ask, words, bodies)
    for body, sure in bodies:
        by = [
            chair and {whom for giver in chair.appointed_by for whom in _on_whose_part(ask, giver)}
            for chair in body.values("chair")
        ]
        if everybody and by and all(some is not None and everybody <= some for some in by):
            part = ask.part(words, True, "all of the partners appoint", evidence=ask.evidence(body, "chair"))
            found.append(part if sure else _perhaps(part, body))
    return the_best(words, [*found, *unread])


def _unread(ask: Ask, words: str, bodies: list[tuple[Body, bool]]) -> list[Part]:
    """Make the part for what could be shown by a chair, or by a lead who appoints, that is not one plain value."""
    missing = [
        Missing(path=f"body.{body.id}.chair", need=f"who chairs {body.name}, on what terms: {words}")
        for body, sure in bodies
        if len(body.values("chair")) != 1 or not sure
    ]
    leads_known = all(len(lead.values(name)) == 1 for lead in ask.situation.of("leads") for name in ("post", "partner"))
    missing += [] if leads_known else [Missing(path="lead", need="who the leads are")]
    message = "it could be shown by what is not read for certain"
    return [ask.part(words, None, message, missing=missing)] if missing else []


def _on_whose_part(ask: Ask, giver: str) -> Iterator[str]:
    """Return the partners for whom one appoints: an agency, its lead, or a body through which all of them lead."""
    yield giver
    entry = ask.situation.entries.get(giver)
    if isinstance(entry, Body) and leads(entry):
        yield from ask.situation.partner_agencies
    own: tuple[Lead, ...] = ask.situation.of("leads")
    for lead in own:
        if lead.values("post") == (giver,) and len(lead.values("partner")) == 1:
            yield lead.partner


def _reviewed(ask: Ask, bodies: list[tuple[Body, bool]]) -> Part:
    words = "reviewed regularly"
    found = [said(ask, Topic.PARTNERSHIP_CHAIR, "reviewed", words)]
    for body, sure in bodies:
        chairs = body.values("chair")
        if chairs and all(chair and chair.every for chair in chairs):
            message = f"the chair of {body.name} rotates {chairs[0].every}"
            part = ask.part(words, True, message, evidence=ask.evidence(body, "chair"))
            found.append(part if sure else _perhaps(part, body))
    return the_best(words, [*found, *_unread(ask, words, bodies)])


def _chair_and_scrutiny(ask: Ask, bodies: list[tuple[Body, bool]]) -> Part:
    """Look whether one who scrutinises also chairs."""
    subject = "chair and scrutiny"
    several: tuple[Scrutineer, ...] = ask.situation.of("scrutineers")
    scrutineers = [one for one in several if ask.situation.during(one) is not False]
    chaired = [
        (body, sure)
        for body, sure in bodies
        if len(body.values("chair")) != 1 or any(chair and chair.held_by for chair in body.values("chair"))
    ]
    if not scrutineers or not chaired:
        lacking, topics = "scrutineer" if chaired else "body", (Topic.BODIES, Topic.SCRUTINEERS)
        return ask.silent(subject, topics, lacking, "who chairs the partnership, and who scrutinises it")
    pairs = [(one, body, sure) for one in scrutineers for body, sure in chaired]
    truths = [_apart(ask, one, body, sure=sure) for one, body, sure in pairs]
    evidence = tuple(item for one in scrutineers for item in ask.evidence(one))
    evidence += tuple(item for body, _ in chaired for item in ask.evidence(body, "chair"))
    truth = all_of(truths)
    if truth:
        return ask.part(subject, True, "nobody who scrutinises also chairs", evidence=evidence)
    one, body, _ = pairs[truths.index(truth)]
    need = Missing(path=f"scrutineer.{one.id}.held_by", need=f"whether the {one.title} also chairs {body.name}")
    message = f"the {one.title} {'also chairs' if truth is False else 'may also chair'} {body.name}"
    return ask.part(subject, truth, message, evidence=evidence, missing=(need,))


def _apart(ask: Ask, one: Scrutineer, body: Body, *, sure: bool) -> bool | None:
    """Say whether a scrutineer is another than who chairs a body; a title alone does not say who holds it."""
    holders = set(same_holders(ask.situation, one))
    apart = agree(chair is None or holders.isdisjoint(chair.held_by) for chair in body.values("chair"))
    if len(one.values("held_by")) != 1 or apart is None:
        return None
    if not apart:
        return False if sure and ask.situation.during(one) else None
    if holders:
        return True if _plain_holders(ask) else None
    chairs = [who for chair in body.values("chair") if chair for who in chair.held_by]
    posts = [entry for who in chairs if isinstance(entry := ask.situation.entries.get(who), Post)]
    doubtful = any(None in post.values("agency") or not post.values("agency") for post in posts)
    return None if doubtful or len(posts) < len(chairs) else True


def _plain_holders(ask: Ask) -> bool:
    """Say whether it is plain of every post which others the same person holds."""
    posts: tuple[Post, ...] = ask.situation.of("posts")
    return all(len(post.values("same_holder_as")) == 1 for post in posts)


def _business(ask: Ask, bodies: list[tuple[Body, bool]]) -> Part:
    """Look whether the business is managed by a body, or by who supports one, that neither chairs nor scrutinises."""
    words = "business management"
    part = _managed(ask, words, bodies)
    several: tuple[Scrutineer, ...] = ask.situation.of("scrutineers")
    unread = [f"body.{body.id}.{name}" for body, _ in bodies for name in ("chair", "supported_by")
              if len(body.values(name)) != 1]  # fmt: skip
    unread += [f"body.{body.id}" for body, sure in bodies if not sure]
    unread += [f"scrutineer.{one.id}" for one in several
               if len(one.values("held_by")) != 1 or ask.situation.during(one) is None]  # fmt: skip
    unread += [] if _plain_holders(ask) else ["post"]
    if not unread:
        return part
    missing = tuple(Missing(path=path, need="what stands there: it is not one plain value") for path in unread)
    return evolve(part, possible=part.possible | OPEN, missing=(*part.missing, *missing))


def _managed(ask: Ask, words: str, bodies: list[tuple[Body, bool]]) -> Part:
    """Look who manages the business, as far as that can be read."""
    others = {who for body, _ in bodies for chair in body.values("chair") if chair for who in chair.held_by}
    several: tuple[Scrutineer, ...] = ask.situation.of("scrutineers")
    others |= {who for one in several if ask.situation.during(one) for who in same_holders(ask.situation, one)}
    found = [said(ask, Topic.BUSINESS_MANAGEMENT, "resourced", words)]
    for who, path, truth in _supporters(ask, bodies):
        name = ask.situation.name(who)
        evidence = ask.evidence(ask.situation.entries[who])
        if who in others:
            need = Missing(path=path, need="who manages the business beside those who chair and scrutinise")
            message = f"{name} manages the business, and also chairs or scrutinises"
            # What fails the separation is not mended by another who supports.
            return ask.part(words, False if truth else None, message, evidence=evidence, missing=(need,))
        need = Missing(path=path, need=f"whether {name} manages the business of the partnership on this date")
        message = f"by {name}" if truth else f"by {name}, perhaps"
        found.append(ask.part(words, truth, message, evidence=evidence, missing=() if truth else (need,)))
    return the_best(words, found)


def _supporters(ask: Ask, bodies: list[tuple[Body, bool]]) -> Iterator[tuple[str, str, bool | None]]:
    """Find who manages the business: with the path at which that stands, and whether it is sure."""
    for body in ask.situation.bodies:
        holds = agree(Function.SUPPORT in remit for remit in body.values("remit"))
        truth = all_of([holds, ask.situation.stands(body)])
        if truth is not False:
            yield body.id, f"body.{body.id}.remit", truth
    for body, _ in bodies:
        stated = body.values("supported_by")
        for who in dict.fromkeys(who for some in stated for who in some):
            yield who, f"body.{body.id}.supported_by", True if len(stated) == 1 else None


# What settles it


def draft_chair(draft: Draft) -> bool:
    """Draft that a delegate chairs the body through which the partners lead, where nothing is said of its chair."""
    there = [body for body, _ in _chaired(draft.ask)]
    if any(body.chair or body.also or body.unknown for body in there) or len(there) > 1:
        return False
    body = there[0].id if there else draft.lead_group()
    given: tuple[Delegation, ...] = draft.ask.situation.of("delegations")
    delegate = next((item.to for item in given if item.to and not item.also), None)
    draft.change(f"body.{body}", chair={"held_by": (delegate or remedies.delegate(draft),)})
    return True


_THE_CHAIR = Show(subjects=("the partnership chair",), draft=draft_chair)

settle_chair = settled(
    _THE_CHAIR,
    Say(topic=Topic.PARTNERSHIP_CHAIR, part="agreed", subjects=("agreed by all of the leads",)),
    Say(topic=Topic.PARTNERSHIP_CHAIR, part="reviewed", subjects=("reviewed regularly",)),
)


def _draft_both(draft: Draft) -> bool:
    """Draft who chairs, and who scrutinises, where either is not said."""
    chaired = any(body.chair and body.chair.held_by for body, _ in _chaired(draft.ask))
    if not chaired and not draft_chair(draft):
        return False
    scrutineers: tuple[Scrutineer, ...] = draft.ask.situation.of("scrutineers")
    if scrutineers and chaired:
        return False  # who both are is said, and whether they are apart is not for an addition
    holders = {
        who for body, _ in _chaired(draft.ask) for chair in body.values("chair") if chair for who in chair.held_by
    }
    posts = [entry for who in holders if isinstance(entry := draft.ask.situation.entries.get(who), Post)]
    if len(posts) < len(holders) or not all(post.agency for post in posts):
        return False  # which person chairs is not said, be the scrutineer who it may
    if not scrutineers:
        remedies.new_scrutineer(draft)
    return True


settle_apart = settled(
    Show(subjects=("chair and scrutiny",), draft=_draft_both),
    Say(topic=Topic.BUSINESS_MANAGEMENT, part="resourced", subjects=("business management",)),
)
