"""Who is missing where decisions are made: partners, relevant agencies, vacant seats; and who chairs most."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from safeguarding.model import Body, BodyKind, Chairing, Progress, RelevantAgency, Topic
from safeguarding.structure.accountability import leads
from safeguarding.structure.belonging import own_ids
from safeguarding.structure.graph_kinds import EdgeKind
from safeguarding.structure.matrix import Cell, Matrix, Member, MemberKind
from safeguarding.structure.observed.observation import Notable, Observation, Read, Step, listed, reads
from safeguarding.structure.seats import Seating
from safeguarding.structure.situation import Situation, standing
from safeguarding.unknown import agree, all_of, any_of


def at_the_top(situation: Situation, matrix: Matrix) -> Iterator[Observation]:
    """Find the partners who have no seat on any body through which the partners lead."""
    top = [body for body in situation.accountability.top if situation.stands(body) is not False]
    sure = [body for body in top if leads(body) and situation.to_stand(body)]
    if not sure and situation.of("bodies"):
        yield _no_top(situation, top)
    for member in matrix.of(MemberKind.PARTNER) if top else ():
        yield from _absent(situation, matrix, member, top, sure)


def _no_top(situation: Situation, top: Sequence[Body]) -> Observation:
    """Say that there is no body through which the partners lead, or that it is open whether there is one."""
    names = situation.names(body.id for body in top[:12])
    message = f"whether the partners lead through {names}: the sources leave open whether it is there, or does that"
    return Observation(
        kind=Notable.NO_TOP,
        about=tuple(body.id for body in top),
        truth=(situation.fully_read(Topic.BODIES) and not top) or None,
        message=message if top else "no body is named through which the partners lead",
        read=reads(situation, *top),
    )


def _absent(
    situation: Situation, matrix: Matrix, member: Member, top: Sequence[Body], sure: Sequence[Body]
) -> Iterator[Observation]:
    """Tell of a partner who has no seat on any of these bodies; one that may not lead counts where another does."""
    cells = {body.id: matrix.cell(member, body) for body in top}
    sitting = {
        body.id: all_of([leads(body), situation.to_stand(body), cells[body.id].sits]) if sure else cells[body.id].sits
        for body in top
    }
    truth = any_of(sitting.values())
    if truth:
        return
    about = [body for body in top if body in (sure or top) or sitting[body.id] is not False]
    names = listed(situation, [body.id for body in about])
    certain = truth is False and sure and situation.during(situation.entries[member.id])
    said = f"whether {member.name} sits on {names}"
    if truth is False:
        said = f"{member.name} has no seat on {names}"
        said = said if certain else f"whether {member.name} is missing at the top: it has no seat on {names}"
    yield Observation(
        kind=Notable.ABSENT,
        about=(member.id, *(body.id for body in about)),
        truth=True if certain else None,
        message=f"{said}: {_why_not([cells[body.id] for body in about])}",
        read=_seats_read(situation, about, member),
    )


def _seats_read(situation: Situation, top: Sequence[Body], member: Member) -> tuple[Read, ...]:
    """Return where the seats were read, without those that are said to be somebody else's."""
    found = reads(situation, *top, name="seats")
    partner = next(one for one in situation.partners if one.agency == member.id)
    own, sides = own_ids(situation, partner), partner.values("side")
    others = {
        seat.where
        for body in top
        for seats in body.values("seats")
        for seat in seats
        if seat.held_for not in sides and not {seat.agency, seat.post} & (own.sure | own.perhaps) and not seat.group
    }
    return tuple(read for read in found if read.where is None or read.where not in others) or found


_WHY = {
    Seating.VACANT: "its seat is vacant",
    Seating.NONE: "no seat is named for it",
    Seating.UNSAID: "no seat is stated at all",
    Seating.SHARED: "a place is named for its side, and not which of the partners on it takes it",
    Seating.PERHAPS: "whether a seat is its own is open",
    Seating.IN_A_CLASS: "no seat is named for it, unless in a class of members",
    Seating.UNREAD: "no seat is named for it in what was read",
}


def _why_not(cells: Sequence[Cell]) -> str:
    several = any(len(cell.how) > 1 for cell in cells)
    other = "the sources disagree" if several else "whether the partners lead through where it sits is open"
    return "; ".join(dict.fromkeys(_WHY.get(how, other) for cell in cells for how in cell.how))


def vacancies(situation: Situation) -> Iterator[Observation]:
    """Find vacant seats, vacant chairs, and roles of scrutineers that nobody holds."""
    for body in standing(situation):
        chairs = body.values("chair")
        for how, words in ((Chairing.VACANT, "is vacant"), (Chairing.TO_BE_AGREED, "has still to be agreed")):
            empty = all_of(
                [agree(chair is not None and chair.how is how for chair in chairs), situation.to_stand(body)]
            )
            if chairs and empty is not False:
                message = f"the chair of {body.name} {words}"
                yield _vacant(situation, body, "chair", truth=empty, message=message)
        stated = body.values("seats")
        for seat in dict.fromkeys(seat for seats in stated for seat in seats if seat.vacant):
            truth = all_of([agree(seat in seats for seats in stated), situation.to_stand(body)])
            holder = seat.agency or seat.post or seat.body
            whose = situation.name(holder) if holder else seat.group or f"the {_side(seat.held_for)} side"
            message = f"the seat of {whose} on {body.name} is vacant"
            yield _vacant(situation, body, "seats", truth=truth, message=message, about=(holder,) if holder else ())
    for one in situation.of("scrutineers"):
        stated = one.values("progress")
        truth = agree(progress is Progress.VACANT for progress in stated) if stated else False
        truth = all_of([truth, situation.during(one)])
        if truth is not False:
            yield Observation(
                kind=Notable.VACANT,
                about=(one.id,),
                truth=truth,
                message=f"{'' if truth else 'whether '}the role of {one.title} is vacant",
                read=reads(situation, one, name="progress"),
            )


def _side(side: object) -> str:
    return str(getattr(side, "value", "")).replace("-", " ")


def _vacant(
    situation: Situation, body: Body, name: str, *, truth: bool | None, message: str, about: tuple[str, ...] = ()
) -> Observation:
    return Observation(
        kind=Notable.VACANT,
        about=(body.id, *about),
        truth=truth,
        message=message if truth else f"whether {message}",
        read=reads(situation, body, name=name),
    )


def agencies_without(situation: Situation, matrix: Matrix) -> Iterator[Observation]:
    """Find the relevant agencies that sit on no body, or on none that has a line to the partners."""
    bare: list[Member] = []
    perhaps: dict[Member, tuple[Body, ...]] = {}
    unread = _seats_unread(situation, matrix)
    for member in matrix.of(MemberKind.RELEVANT_AGENCY):
        bodies = matrix.seats_of(member)
        seats = {body.id: _takes_part(matrix.cell(member, body)) for body in bodies}
        lines = (
            all_of([seats[one.id], situation.to_stand(one), situation.accountability.reaches(one.id)]) for one in bodies
        )
        route = any_of(lines)
        if not bodies:
            bare.append(member)
        elif True not in seats.values():
            perhaps[member] = bodies
        elif route is not True:
            closed = not (unread or matrix.of(MemberKind.CLASS)) and situation.entries[member.id].values("agency")
            yield _no_route(situation, member, bodies, route if closed else None)
    if bare:
        yield _no_seat(situation, matrix, bare, unread)
    if perhaps:
        yield _perhaps_seated(situation, perhaps)


def _takes_part(cell: Cell) -> bool | None:
    return any_of([cell.sits, cell.chairs])


def _seats_unread(situation: Situation, matrix: Matrix) -> bool:
    """Say whether seats may be stated that were not read."""
    unread = any(not body.values(name) for body in matrix.bodies for name in ("seats", "chair"))
    return unread or not situation.fully_read(Topic.BODIES)


def _no_seat(situation: Situation, matrix: Matrix, bare: Sequence[Member], unread: bool) -> Observation:
    entries: list[RelevantAgency] = [situation.entries[member.id] for member in bare]
    classes = matrix.of(MemberKind.CLASS)
    read = not unread and not classes and all(entry.values("agency") for entry in entries)
    names = listed(situation, [member.id for member in bare])
    message = f"no body is said to have a member from {names}"
    if not read:
        message = f"where {names} can take part: {message.replace(names, 'them')}"
    teams = {(BodyKind.TEAM,), ()}
    silent = [one.id for one in matrix.bodies if one.values("seats") == ((),) and one.values("kind") not in teams]
    if silent:
        message += f"; of {listed(situation, silent, 4)} no seats are stated"
    if classes:
        message += f"; they may be among a class of members ({', '.join(member.name for member in classes)})"
    message += _how(situation, entries)
    return Observation(
        kind=Notable.NO_SEAT,
        about=tuple(member.id for member in bare),
        truth=read or None,
        message=message,
        read=reads(situation, *entries),
    )


def _perhaps_seated(situation: Situation, perhaps: Mapping[Member, Sequence[Body]]) -> Observation:
    """Ask of agencies all of whose seats are open whether they have one."""
    ids = [member.id for member in perhaps]
    bodies = list(dict.fromkeys(body.id for some in perhaps.values() for body in some))
    return Observation(
        kind=Notable.NO_SEAT,
        about=tuple(ids),
        truth=None,
        message=f"whether a seat on {listed(situation, bodies)} is one of {listed(situation, ids)}: it is left open",
        read=reads(situation, *(situation.entries[one] for one in bodies), name="seats"),
    )


def _no_route(situation: Situation, member: Member, bodies: Sequence[Body], reaches: bool | None) -> Observation:
    names = listed(situation, [body.id for body in bodies])
    only = "the only body on which it is named is" if len(bodies) == 1 else "the only bodies on which it is named are"
    said = f"{member.name} has no way" if reaches is False else f"how {member.name} finds a way"
    end = "no line leads to them" if reaches is False else "no line to them was read"
    how = _how(situation, [situation.entries[member.id]])
    return Observation(
        kind=Notable.NO_ROUTE,
        about=(member.id, *(body.id for body in bodies)),
        truth=True if reaches is False else None,
        message=f"{said} to the partners: {only} {names}, from which {end}{how}",
        way=(Step(member.id, EdgeKind.SITS, bodies[0].id),),
        read=reads(situation, *bodies, name="seats"),
    )


def _how(situation: Situation, entries: Sequence[RelevantAgency]) -> str:
    """Say of which agencies it is described how they take part: what is paraphrased cannot be read as a seat."""
    told = [entry.id for entry in entries if entry.how]
    if not told:
        return ""
    who = "it takes" if len(entries) == 1 else f"{listed(situation, told)} take{'' if len(told) > 1 else 's'}"
    return f"; how {who} part is described"
