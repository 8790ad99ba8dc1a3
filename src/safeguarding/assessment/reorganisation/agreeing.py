"""What has to be agreed anew after an event, and what to be published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from safeguarding.assessment.reorganisation.consequences import Certainty, Consequence, Follows
from safeguarding.assessment.reorganisation.events import Begun, EventKind, Sort
from safeguarding.assessment.reorganisation.following import OVER, Scene
from safeguarding.assessment.reorganisation.roles import AGREE, KEYS, Role
from safeguarding.dates import in_words
from safeguarding.law.gazetteer.bodies import listed
from safeguarding.model import Function, Partner, Side, Topic
from safeguarding.unknown import all_of


def to_agree(scene: Scene, ended: Sequence[Consequence]) -> Iterator[Consequence]:
    """Say what has to be agreed, in the order of the roles.

    Args:
        scene: the event and the partnership.
        ended: what is invalidated.
    """
    yield from _partners(scene, ended)
    if scene.event.kind is EventKind.COUNCILS:
        yield from _area(scene, ended)
    yield from _held_for(scene, ended)
    for role, says in AGREE.items():
        own = [one for one in ended if one.role is role]
        if own or (role is Role.LEAD and _new(scene)):
            led = not own and _named(scene, (lead.partner for lead in scene.situation.of("leads")))
            yield _item(scene, role, _filled(says, scene, own), own, certainty=Certainty.SETTLED if led else None)
    yield from _child_deaths(scene)


def _new(scene: Scene) -> list[Begun]:
    """Return what the law makes a partner from that day."""
    return [begun for begun in scene.event.begins if begun.partner_for]


def _named(scene: Scene, identities: Iterable[str]) -> bool:
    """Say whether as many of some entries as there are new partners are what comes after."""
    return len(scene.following & {*identities}) >= len(_new(scene)) > 0


def _partners(scene: Scene, ended: Sequence[Consequence]) -> Iterator[Consequence]:
    own = [one for one in ended if one.role is Role.PARTNER]
    for begun in _new(scene):
        text = f"{begun.name} as a partner for {listed(begun.partner_for)}"
        named = _is_partner(scene, begun)
        why = "the law makes it one from that day" + ("" if begun.sure else "; that was worked out, and not read")
        certainty = Certainty.SETTLED if named else Certainty.CERTAIN if begun.sure else Certainty.OPEN
        why += "; it is named as one already" if named else ""
        yield _item(scene, Role.PARTNER, text, own, why=why, certainty=certainty)
    if own and not _new(scene):
        possible = [begun.name for begun in scene.event.begins if not begun.elsewhere]
        others = [begun.name for begun in scene.event.begins if begun.elsewhere]
        ended_names = listed(list(dict.fromkeys(one.names for one in own)))
        text = f"Who is a partner in the place of {ended_names}" + (f": {listed(possible)}" if possible else "")
        why = f"the law makes {listed(others)} a partner for none of the areas here" if others else ""
        yield _item(scene, Role.PARTNER, text, own, why=why)


def _is_partner(scene: Scene, begun: Begun) -> bool:
    """Say whether what comes is named as a partner already."""
    partners: tuple[Partner, ...] = scene.situation.of("partners")
    names = {scene.situation.name(partner.agency) for partner in partners if partner.agency in scene.following}
    return (bool(names) and len(scene.event.begins) == 1) or begun.name in names


def _area(scene: Scene, ended: Sequence[Consequence]) -> Iterator[Consequence]:
    given = scene.event.given
    areas = [begun.area or begun.name for begun in scene.event.begins if begun.partner_for or given]
    own = [one for one in ended if one.role is Role.ITSELF and one.at.startswith("area.")]
    if len(areas) > 1:
        text = f"Whether {listed(areas)} are treated as one area with one set of arrangements, or each has its own"
        keys = ("ch3.partners.arrange", "ch3.geo.combine", "ch3.geo.la-based", "wt23.geo.la-based")
        why = "there must be arrangements for each area"
        there = not own and _named(scene, (area.id for area in scene.situation.of("areas")))
        why += "; they are for all of these already" if there else ""
        certainty = Certainty.SETTLED if there else None
        yield _item(scene, Role.ITSELF, text, own, keys=keys, why=why, certainty=certainty)
    elif areas:
        text = f"The area of the arrangements: {areas[0]}, or that with what it is joined to"
        yield _item(scene, Role.ITSELF, text, own, keys=("ch3.partners.arrange",), why="the area is another one")


_SIDES = {Sort.AUTHORITY: Side.LOCAL_AUTHORITY, Sort.GROUP: Side.HEALTH, Sort.BOARD: Side.HEALTH}


def _held_for(scene: Scene, ended: Sequence[Consequence]) -> Iterator[Consequence]:
    """Seats that are held for a side, and not for a partner that is named, stay: who takes them is to be agreed."""
    sides = {_SIDES[one.sort] for one in scene.event.ends if one.sort in _SIDES}
    if not any(one.role is Role.PARTNER for one in ended):
        return
    for side in (side for side in Side if side in sides):
        seats = [
            (body, f"{scene.situation.path(body)}.seats[{index}]")
            for body in scene.situation.bodies
            for index, seat in enumerate(body.seats)
            if seat.held_for is side
        ]
        if seats:
            bodies = listed(list(dict.fromkeys(body.name for body, _ in seats)))
            whom = "health" if side is Side.HEALTH else "the local authority"
            text = f"Who takes the seats held for {whom}, whichever partner that is, on {bodies}"
            paths = tuple(path for _, path in seats)
            certainty = Certainty.CERTAIN if _sure(scene) else Certainty.OPEN
            yield _item(scene, Role.SEAT, text, [], certainty=certainty, paths=paths)


def _sure(scene: Scene) -> bool:
    return scene.event.sure and scene.only and scene.event.starts.exact


def _child_deaths(scene: Scene) -> Iterator[Consequence]:
    """The partners for the review of child deaths are councils and health bodies as well."""
    sorts = {Sort.AUTHORITY, Sort.GROUP, Sort.BOARD}
    there = {one.sort for one in scene.event.ends} | {one.sort for one in scene.event.begins}
    if not there & sorts or not scene.event.begins:
        return
    bodies = [body for body in scene.situation.bodies if Function.CHILD_DEATHS in body.remit]
    if bodies or scene.situation.statements(Topic.CHILD_DEATHS):
        names = listed([begun.name for begun in scene.event.begins])
        text = f"Who the child death review partners are, and how they review deaths with {names}"
        paths = tuple(scene.situation.path(body) for body in bodies)
        yield _item(scene, Role.DEATHS, text, [], why="they are the council and the health bodies", paths=paths)


def _filled(says: str, scene: Scene, own: Sequence[Consequence]) -> str:
    new = listed([begun.name for begun in _new(scene)] or [begun.name for begun in scene.event.begins])
    ended = listed(list(dict.fromkeys(one.names for one in own)))
    return says.format(successors=new or "whoever comes after", ended=ended)


def _item(
    scene: Scene,
    role: Role,
    text: str,
    own: Sequence[Consequence],
    *,
    keys: Sequence[str] | None = None,
    why: str = "",
    certainty: Certainty | None = None,
    paths: tuple[str, ...] | None = None,
) -> Consequence:
    """Make what has to be agreed, of what is invalidated in the role."""
    lasting = [one for one in own if not one.doubt.startswith(OVER)]
    return Consequence(
        event=scene.number,
        follows=Follows.AGREE,
        role=role,
        certainty=certainty or _certainty(scene, role, lasting, own),
        partnership=scene.situation.partnership.id,
        subject=text,
        starts=scene.event.starts,
        why=why,
        keys=scene.keys(*(KEYS.get(role, ()) if keys is None else keys)),
        rests_on=paths if paths is not None else tuple(dict.fromkeys(one.path or one.at for one in lasting or own)),
    )


def _certainty(scene: Scene, role: Role, lasting: Sequence[Consequence], own: Sequence[Consequence]) -> Certainty:
    """Say how sure it is that something has to be agreed: as sure as the surest of what it rests on."""
    # A statement of funding for a time that is over is followed by another, to be agreed.
    found = {one.certainty for one in (own if role is Role.FUNDING else lasting)}
    if role is Role.FUNDING and Certainty.SETTLED in found and Certainty.OPEN not in found:
        return Certainty.CERTAIN if _sure(scene) else Certainty.OPEN
    if Certainty.CERTAIN in found:
        return Certainty.CERTAIN
    if Certainty.OPEN in found or not own:
        return Certainty.CERTAIN if _sure(scene) and not own else Certainty.OPEN
    return Certainty.SETTLED


# What is to be published

_PUBLISH = (
    (
        "The arrangements, as they are from that day",
        ("ch3.publish.publish", "ch3.publish.partners", "wt23.publish.delegates-chair"),
    ),
    (
        "The change of the area: agreed, made known to relevant agencies and staff, shown",
        ("ch3.geo.change", "wt23.geo.change"),
    ),
    ("The update, sent to the Department for Education", ("wt23.publish.update",)),
    ("The new arrangements signed off by every lead safeguarding partner", ("wt23.publish.signed-off",)),
    ("The change, with its date, in the next yearly report", ("ch3.report.updates", "wt23.report.updates")),
    ("How and by whom child deaths are reviewed", ("ch5.publicise",)),
)
"""What is to be published, and the requirements one of which must be asked on the day."""

_ONLY_FOR_AREAS = frozenset({"ch3.geo.change", "wt23.geo.change"})


def to_publish(scene: Scene, agreed: Sequence[Consequence]) -> Iterator[Consequence]:
    """Say what has to be published because of an event; nothing where nothing has to be agreed.

    Args:
        scene: the event and the partnership.
        agreed: what has to be agreed.
    """
    if not agreed:
        return
    certainty = Certainty.CERTAIN if any(one.certainty is Certainty.CERTAIN for one in agreed) else Certainty.OPEN
    out = _out(scene)
    deaths = any(one.role is Role.DEATHS for one in agreed)
    area = any(one.role in {Role.ITSELF, Role.COVER, Role.SERVES} for one in agreed)
    for text, keys in _PUBLISH:
        wanted = scene.keys(*keys)
        skipped = (not area and _ONLY_FOR_AREAS & {*keys}) or (not deaths and "ch5.publicise" in keys)
        if not wanted or skipped:
            continue
        report = any(".report." in key for key in wanted)
        yield Consequence(
            event=scene.number,
            follows=Follows.PUBLISH,
            role=Role.OTHER,
            certainty=Certainty.SETTLED if out and not report else certainty,
            partnership=scene.situation.partnership.id,
            subject=text,
            starts=scene.event.starts,
            why="" if report else out,
            keys=wanted,
        )


def _out(scene: Scene) -> str:
    """Say that the arrangements in force were published or updated since, and name what comes after; else nothing."""
    document = scene.situation.document
    if document is None or not scene.only or not scene.following:
        return ""
    days = [when for name in ("published", "updated") for when in document.publication.values(name) if when]
    newest = max((when.latest for when in days), default=None)
    since = all_of(when.earliest >= scene.event.starts.earliest for when in days if when.latest == newest)
    named = {reference.agency for reference in scene.situation.of("partners")} & scene.following
    if newest is None or not since or not named:
        return ""
    return f"the version in force is of {in_words(newest)}, and names what comes after"
