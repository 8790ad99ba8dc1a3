"""Whether those whom the gazetteer makes the partners of an area are the partners that a plan names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import evolve, frozen

from safeguarding.dates import in_words
from safeguarding.law.agency_bodies import Reading, bodies_of
from safeguarding.law.asking import Ask
from safeguarding.law.drafting import Draft
from safeguarding.law.gazetteer.bodies import Authority, Body, HealthBody, listed, when_not
from safeguarding.law.gazetteer.bodies import Part as Extent
from safeguarding.law.gazetteer.finding import find_authority, find_health_body
from safeguarding.law.gazetteer.required import RequiredPartner, WhoMust, after, predecessors, required, successors
from safeguarding.law.gazetteer.rows import KNOWN_TO
from safeguarding.law.gazetteer.wording import share_of
from safeguarding.law.outcomes import OPEN, Evidence, Missing, Outcome, Part, Possible
from safeguarding.law.remedies import take_part
from safeguarding.law.wt2018.areas import KINDS, Covered, extents, fault_of, identified, kinds_of
from safeguarding.model import Agency, AgencyKind, Area, Partner, Side, Topic
from safeguarding.unknown import agree, all_of, any_of

_NOT_REQUIRED: Possible = frozenset({Outcome.NOT_APPLICABLE})


@frozen(kw_only=True)
class _Named:
    """A partner that the plan names on one side for an area.

    Args:
        partner: the partner.
        name: how the plan calls it.
        readings: the ways in which its agency may be read.
        here: whether it is named on that side, for that area.
        covers: how much of the area it is said to cover, in each way in which that may be read.
    """

    partner: Partner
    name: str
    readings: tuple[Reading, ...]
    here: bool | None
    covers: tuple[Covered, ...]

    def is_it(self, body: Body) -> bool | None:
        """Say whether it is a body; one of which the gazetteer does not know the name may be any."""
        return all_of([self.here, agree(_is(reading, body) for reading in self.readings)])

    @property
    def sure(self) -> Reading | None:
        """How it is to be read, where there is one way."""
        return self.readings[0] if len(self.readings) == 1 else None


def _is(reading: Reading, body: Body) -> bool | None:
    if not reading.fits:
        return False
    return None if reading.body is None else reading.body.identity == body.identity


def parts_of(ask: Ask, area: Area, text: str, others: Sequence[tuple[str | None, ...]]) -> list[Part]:
    """Look whether the partners of an area are those that the law names.

    Args:
        ask: the requirement and the situation.
        area: the area.
        text: the name or code under which the gazetteer has it.
        others: how the gazetteer has every area of the arrangements, in each way in which that may be read.
    """
    authority = find_authority(text, ask.as_of).body
    beyond = ask.as_of > KNOWN_TO
    if authority is None or (beyond and authority.exists(ask.as_of)):
        return []
    if authority.exists(ask.as_of):
        return _of(ask, area, required(authority.code, ask.as_of))
    found = [find_authority(known, ask.as_of).body for one in others if len(one) == 1 for known in one if known]
    own = {other.code for other in found if other is not None and other.exists(ask.as_of)}
    instead = _instead(authority, ask)
    gone = f"{authority.name} {when_not(authority, ask.as_of)}"
    if instead:
        gone += f"; in its place {'is' if len(instead) == 1 else 'are'} {listed([other.name for other in instead])}"
    need = Missing(path="area", need=f"the area that is there on this date: {gone}")
    note = Part(subject=area.name, possible=_NOT_REQUIRED, message=gone, counts=False)
    lacking = [other for other in instead if other.code not in own]
    if lacking and not beyond:
        looked_at = [part for other in lacking for part in _of(ask, area, required(other.code, ask.as_of))]
        parts = [note, *(_with(need, part) for part in dict.fromkeys(looked_at))]
    elif lacking or not instead:
        # Who must be there is not known; that this area is not, is.
        parts = [evolve(note, possible=frozenset({Outcome.NOT_MET}), missing=(need,), counts=True)]
    else:
        parts = [note]
    if any(len(one) != 1 for one in others):
        # Another area of the arrangements may be one that is in its place, and have partners of its own.
        return [evolve(part, possible=part.possible | OPEN | _NOT_REQUIRED) if part.counts else part for part in parts]
    return parts


def called_for(ask: Ask, text: str) -> tuple[str, ...]:
    """Name the partners of an area that is known, for a plan that names none."""
    authority = find_authority(text, ask.as_of).body
    if authority is None:
        return ()
    there = (authority,) if authority.exists(ask.as_of) else _instead(authority, ask)
    return tuple(
        _subject(who, partner) for who in (required(one.code, ask.as_of) for one in there) for partner in who.partners
    )


def draft_required(draft: Draft, area: Area, text: str) -> bool | None:
    """Draft the partners of an area whom the law names and the plan does not, each by its own name and code.

    Returns:
        whether any was drafted; none where what is wrong is for the plan to correct.

    Args:
        draft: what is drafted.
        area: the area.
        text: the name or code under which the gazetteer has it.
    """
    ask = draft.ask
    authority = find_authority(text, ask.as_of).body
    if authority is None or not authority.exists(ask.as_of) or ask.as_of > KNOWN_TO:
        return None
    drafted = False
    for partner in required(authority.code, ask.as_of).partners:
        truth = any_of(one.is_it(partner.body) for one in _named(ask, area, partner.side))
        if truth is None:
            return None
        if truth is False:
            _draft_one(draft, area, partner)
            drafted = True
    return drafted


_IDS = {Side.LOCAL_AUTHORITY: "council", Side.HEALTH: "health", Side.POLICE: "police"}


def _draft_one(draft: Draft, area: Area, partner: RequiredPartner) -> None:
    (kind,) = (one.value for one in kinds_of(partner.side, draft.ask.as_of))
    identity = draft.new_id(_IDS[partner.side])
    body = partner.body
    draft.add("agency", {"id": identity, "name": _called(body), "kind": kind, "code": body.code})
    extent = "whole" if partner.touch.part is Extent.WHOLE or partner.touch.share is None else "part"
    covers = ({"area": area.id, "extent": extent},)
    draft.add("partner", {"agency": identity, "side": partner.side.value, "covers": covers, "where": draft.where()})
    take_part(draft, identity, partner.side)


def _subject(who: WhoMust, partner: RequiredPartner) -> str:
    return f"{KINDS[partner.side]} for {who.authority.name}: {_called(partner.body)}"


def _with(need: Missing, part: Part) -> Part:
    """Add what would settle a part to what is missing of it."""
    return part if part.outcome is Outcome.MET or not part.counts else evolve(part, missing=(need, *part.missing))


def _instead(authority: Authority, ask: Ask) -> tuple[Authority, ...]:
    """Return the authorities that are there in the place of one that has ended or has not begun."""
    who = required(authority.code, ask.as_of)
    following = who.successors if authority.ended(ask.as_of) else who.predecessors
    found: list[Authority] = []
    for other in following:
        now = find_authority(other.code, ask.as_of).body or other
        found += [now] if now.exists(ask.as_of) else _instead(now, ask)
    return tuple(dict.fromkeys(found))


def _of(ask: Ask, area: Area, who: WhoMust) -> list[Part]:
    """Look at each body that must be a partner, and then at those named that need not be."""
    named = {side: _named(ask, area, side) for side in Side}
    parts = [_required(ask, who, partner, named[partner.side]) for partner in who.partners]
    parts += _no_health_body(ask, who, named[Side.HEALTH], parts)
    return parts + [note for side in Side for note in _beside(ask, who, side, named[side])]


# Who is named


def _named(ask: Ask, area: Area, side: Side) -> list[_Named]:
    found = []
    for partner in ask.situation.of("partners"):
        if side not in (partner.values("side") or tuple(Side)):
            continue
        covers = tuple(extents(ask, partner, area))
        # How much of an area it covers is not used: one that cannot be read matters only where there are several areas.
        sure = "covers" not in partner.unknown or len(ask.situation.of("areas")) == 1
        known = agree(bool(extent) for extent in covers) if sure else None
        if known is False:
            continue
        agencies = partner.values("agency")
        readings = [reading for agency in agencies for reading in _readings(ask, ask.situation.entries[agency], side)]
        found.append(
            _Named(
                partner=partner,
                name=ask.situation.name(partner.agency),
                readings=tuple(dict.fromkeys(readings)) or (Reading(agency=None, fits=True),),
                here=all_of([agree(other is side for other in partner.values("side")), known]),
                covers=covers,
            )
        )
    return found


def _readings(ask: Ask, agency: Agency, side: Side) -> Iterable[Reading]:
    """Give each way in which an agency may be read: by each kind, code and name that is stated of it."""
    wanted = kinds_of(side, ask.as_of)
    for kind in agency.values("kind") or (None,):
        if kind is None or kind is AgencyKind.GROUP:
            yield Reading(agency=agency, fits=True, group=kind is AgencyKind.GROUP)
        elif kind not in wanted:
            _, wrong = fault_of(ask, agency, side)
            yield Reading(agency=agency, fits=False, body=_body_of_kind(agency, kind.value, ask), wrong=wrong)
        else:
            yield from bodies_of(agency, side, kind.value, ask.as_of)


def _body_of_kind(agency: Agency, kind: str, ask: Ask) -> Body | None:
    """Return the health body that an agency is, of a kind that is no partner on the date."""
    if kind not in {"clinical-commissioning-group", "integrated-care-board"}:
        return None
    return find_health_body(agency.code or agency.name, ask.as_of, kind).body


# Who must be


def _called(body: Body) -> str:
    return body.official_name if isinstance(body, Authority) else body.name


def _required(ask: Ask, who: WhoMust, partner: RequiredPartner, named: Sequence[_Named]) -> Part:
    """Look whether a body that must be a partner is named as one."""
    truths = [(one, one.is_it(partner.body)) for one in named]
    subject = _subject(who, partner)
    truth = any_of(truth for _, truth in truths)
    if truth is False:
        part = _absent(ask, subject, who, partner, named)
    else:
        # Those who surely are it; else those who may be.
        likely = [one for one, said in truths if said is truth]
        part = _present(ask, subject, who, partner, likely) if truth else _in_doubt(ask, subject, who, partner, likely)
    return part if partner.sure else _weak(part, partner, who)


def _shown(ask: Ask, named: Sequence[_Named]) -> tuple[Evidence, ...]:
    return tuple(item for one in named for item in ask.evidence(one.partner, "covers"))


def _present(ask: Ask, subject: str, who: WhoMust, partner: RequiredPartner, named: Sequence[_Named]) -> Part:
    shares = share_of(partner, who)
    message = f"named; {shares}" if shares else "named"
    return ask.part(subject, True, message, evidence=_shown(ask, named))


def _in_doubt(ask: Ask, subject: str, who: WhoMust, partner: RequiredPartner, named: Sequence[_Named]) -> Part:
    body, name = partner.body, _called(partner.body)
    here = [one for one in named if one.sure is not None and _is(one.sure, body)]
    groups = [one for one in named if one not in here and _is_group(one)]
    others = [one for one in named if one not in here and one not in groups]
    texts = [f"whether {one.name} is a partner on this side for this area is not shown" for one in here]
    texts += [f"whether {one.name}, entered as a group of agencies, takes in {name} is not shown" for one in groups]
    if others:
        texts.append(f"whether {listed([_as_named(one) for one in others])} is {name} is not shown")
    texts += dict.fromkeys(_doubt(one) for one in others)
    missing = [
        _its_name(one, name)
        if _is_blank(one)
        else Missing(path=_code_of(one), need=f"whether {one.name} is {name}: its official code, which is {body.code}")
        for one in others
    ]
    needs = [_whether_here(one, who) for one in here] + [_who_is_in_it(one, name) for one in groups]
    message, missing = "; ".join(texts), [*needs, *missing]
    return ask.part(subject, None, message, evidence=_shown(ask, named), missing=missing)


def _absent(ask: Ask, subject: str, who: WhoMust, partner: RequiredPartner, named: Sequence[_Named]) -> Part:
    body = partner.body
    since = f"it has existed since {in_words(partner.begun)}" if partner.begun else ""
    texts = ["no such partner is named", since, share_of(partner, who), *_in_its_place(ask, body, named)]
    need = f"the {_subject(who, partner)} ({body.code})"
    return ask.part(
        subject,
        False if ask.situation.fully_read(Topic.PARTNERS) else None,
        "; ".join(filter(None, texts)),
        evidence=_shown(ask, named),
        missing=[Missing(path="partner", need=need)],
    )


def _weak(part: Part, partner: RequiredPartner, who: WhoMust) -> Part:
    """Leave open whether a body must be a partner, where that was not read in a list."""
    basis = partner.touch.basis
    about = f"that it takes in any of {who.authority.name} is {basis.strength.value}: {basis.says}"
    need = Missing(path="partner", need=f"whether {partner.body.name} takes in any part of {who.authority.name}")
    return evolve(
        part,
        possible=part.possible | _NOT_REQUIRED,
        message=f"{part.message}; {about}",
        missing=(*part.missing, need),
    )


def _no_health_body(ask: Ask, who: WhoMust, named: Sequence[_Named], parts: Sequence[Part]) -> Iterable[Part]:
    """Look whether there is any health body at all where it is in doubt which ones must be there.

    Every area lies in that of a health body: doubt about a boundary may move the duty among them, and cannot remove it.
    """
    own = [part for part, partner in zip(parts, who.partners, strict=True) if partner.side is Side.HEALTH]
    perhaps = frozenset({Outcome.NOT_MET}) | _NOT_REQUIRED
    if not own or any(part.possible != perhaps for part in own) or not all(_not_there(ask, one) for one in named):
        return
    why = "none that is named is there on this date" if named else "none is named"
    names = [_called(partner.body) for partner in who.partners if partner.side is Side.HEALTH]
    yield ask.part(
        f"any health partner for {who.authority.name}",
        False,
        f"{why}; every area lies in that of a health body, whichever it is",
        evidence=_shown(ask, named),
        missing=[Missing(path="partner", need=f"the health partner for {who.authority.name}: {' or '.join(names)}")],
    )


def _not_there(ask: Ask, one: _Named) -> bool:
    """Say whether a partner is surely no health body that can be a partner on the date."""
    return all(
        not reading.fits or (reading.body is not None and not reading.body.exists(ask.as_of))
        for reading in one.readings
    )


def _whether_here(one: _Named, who: WhoMust) -> Missing:
    """Say what would show whether a partner is one for the area on the side."""
    path, lacks = "partner.covers", "what it covers"
    if len(one.partner.values("side")) != 1:
        path, lacks = "partner.side", "on which side it is"
    return Missing(path=path, need=f"whether {one.name} is a partner for {who.authority.name}: {lacks}")


def _is_group(one: _Named) -> bool:
    """Say whether a partner is surely entered as a group of agencies, of which the file does not say which."""
    return all(reading.group for reading in one.readings)


def _who_is_in_it(one: _Named, wanted: str) -> Missing:
    need = f"whether {one.name} takes in {wanted}: each agency of the group, as a partner of its own"
    return Missing(path="partner", need=need)


def _is_blank(one: _Named) -> bool:
    """Say whether a partner's agency has neither a name nor a code yet."""
    agencies = [reading.agency for reading in one.readings if reading.agency is not None]
    return bool(agencies) and not any(identified(agency) for agency in agencies)


def _its_name(one: _Named, wanted: str) -> Missing:
    path = _code_of(one).removesuffix(".code") + ".name"
    return Missing(path=path, need=f"whether {one.name} is {wanted}: its name is still to be given")


def _as_named(one: _Named) -> str:
    """Name a partner by every name that is stated of it."""
    names = [name for reading in one.readings if reading.agency is not None for name in reading.agency.values("name")]
    return " or ".join(dict.fromkeys(names)) or one.name


def _doubt(one: _Named) -> str:
    """Say why it is open which body a partner is."""
    nearest = tuple(dict.fromkeys(name for reading in one.readings for name in reading.nearest))
    if _is_blank(one):
        return f"the name of {one.name} is still to be given"
    if all(reading.body is None for reading in one.readings):
        meant = f"; did you mean {' or '.join(nearest)}?" if nearest else ""
        return f"no body of the name {one.name} is known{meant}"
    return f"what is said of {one.name} differs"


def _code_of(one: _Named) -> str:
    agency = next((reading.agency for reading in one.readings if reading.agency is not None), None)
    return f"agency.{agency.id}.code" if agency is not None else "partner.agency"


def _in_its_place(ask: Ask, body: Body, named: Sequence[_Named]) -> Iterable[str]:
    """Say of those named on the side what keeps them from being the body that is looked for."""
    for one in named:
        reading = one.sure
        if reading is not None and reading.body is not None and not reading.body.exists(ask.as_of):
            if body.identity in {other.identity for other in (*successors(reading.body), *predecessors(reading.body))}:
                yield f"{one.name} {when_not(reading.body, ask.as_of)}{after(reading.body)}{_misnamed(reading)}"
        elif reading is not None and reading.wrong:
            yield reading.wrong


def _misnamed(reading: Reading) -> str:
    """Say that a health body is named as of another kind than is entered of it."""
    if reading.agency is None or reading.body is None or not isinstance(reading.body, HealthBody):
        return ""
    words = set(reading.agency.name.casefold().replace("(", " ").replace(")", " ").split())
    board = "icb" in words or {"integrated", "care", "board"} <= words
    group = "ccg" in words or {"clinical", "commissioning", "group"} <= words
    if board and not group and reading.body.kind == "clinical-commissioning-group":
        return "; what is named is an integrated care board, though its kind says clinical-commissioning-group"
    if group and not board and reading.body.kind == "integrated-care-board":
        return "; what is named is a clinical commissioning group, though its kind says integrated-care-board"
    return ""


# Who need not be


def _beside(ask: Ask, who: WhoMust, side: Side, named: Sequence[_Named]) -> Iterable[Part]:
    """Note who is named and need not be: one who has ended, is not there yet, or has none of the area."""
    must = {partner.body.identity for partner in who.partners}
    for one in named:
        reading = one.sure
        if reading is None or one.here is not True or (reading.body is None and not reading.nearest):
            continue
        if reading.body is None:
            message = f"no {KINDS[side]} of this name is known; did you mean {' or '.join(reading.nearest)}?"
        elif reading.body.identity in must:
            continue
        elif not reading.body.exists(ask.as_of):
            message = f"{when_not(reading.body, ask.as_of)}{after(reading.body)}{_misnamed(reading)}"
        elif not {"whole", "part"} & {*one.covers}:
            continue
        else:
            message = f"its area takes in no part of {who.authority.name}"
        yield Part(
            subject=one.name,
            possible=_NOT_REQUIRED,
            message=message,
            evidence=ask.evidence(one.partner, "covers"),
            counts=False,
        )
