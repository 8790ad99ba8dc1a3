"""Who is missing where decisions are made: partners, relevant agencies, vacant seats; and who chairs most."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from safeguarding.model import Body, Chairing, Post, Progress, RelevantAgency, Topic
from safeguarding.structure.graph_kinds import EdgeKind
from safeguarding.structure.matrix import Cell, Matrix, Member, MemberKind
from safeguarding.structure.observed.observation import Notable, Observation, Read, Step, listed, reads
from safeguarding.structure.seats import Seating
from safeguarding.structure.situation import Situation, standing
from safeguarding.unknown import agree, any_of


def at_the_top(situation: Situation, matrix: Matrix) -> Iterator[Observation]:
    """Find the partners who have no seat on any body through which the partners lead."""
    top = [body for body in situation.accountability.top if situation.stands(body) is not False]
    if not top:
        if situation.of("bodies"):
            yield Observation(
                kind=Notable.NO_TOP,
                about=(),
                truth=situation.fully_read(Topic.BODIES) or None,
                message="no body is named through which the partners lead",
            )
        return
    names = listed(situation, [body.id for body in top])
    for member in matrix.of(MemberKind.PARTNER):
        cells = [matrix.cell(member, body) for body in top]
        truth = any_of(cell.sits for cell in cells)
        if truth:
            continue
        why = _why_not(cells)
        said = "has no seat on" if truth is False else "is not shown to have a seat on"
        yield Observation(
            kind=Notable.ABSENT,
            about=(member.id, *(body.id for body in top)),
            truth=True if truth is False else None,
            message=f"{member.name} {said} {names}: {why}",
            read=reads(situation, *top, names=("seats",)),
        )


_WHY = {
    Seating.VACANT: "its seat is vacant",
    Seating.NONE: "no seat is named for it",
    Seating.UNSAID: "no seat is stated at all",
    Seating.SHARED: "the seats of its side are fewer than the partners on it",
    Seating.PERHAPS: "whether a seat is its own is open",
    Seating.IN_A_CLASS: "no seat is named for it, unless in a class of members",
    Seating.UNREAD: "no seat is named for it in what was read",
}


def _why_not(cells: Sequence[Cell]) -> str:
    return "; ".join(dict.fromkeys(_WHY.get(how, "the sources disagree") for cell in cells for how in cell.how))


def vacancies(situation: Situation) -> Iterator[Observation]:
    """Find vacant seats, vacant chairs, and roles of scrutineers that nobody holds."""
    for body in standing(situation):
        chairs = body.values("chair")
        empty = agree(chair is not None and chair.how is Chairing.VACANT for chair in chairs)
        if chairs and empty is not False:
            yield _vacant(situation, body, "chair", truth=empty, message=f"the chair of {body.name} is vacant")
        stated = body.values("seats")
        for seat in dict.fromkeys(seat for seats in stated for seat in seats if seat.vacant):
            truth = agree(seat in seats for seats in stated)
            holder = seat.agency or seat.post or seat.body
            whose = situation.name(holder) if holder else seat.group or f"the {_side(seat.held_for)} side"
            message = f"the seat of {whose} on {body.name} is vacant"
            yield _vacant(situation, body, "seats", truth=truth, message=message, about=(holder,) if holder else ())
    for one in situation.of("scrutineers"):
        stated = one.values("progress")
        truth = agree(progress is Progress.VACANT for progress in stated) if stated else False
        if truth is not False and situation.during(one) is not False:
            yield Observation(
                kind=Notable.VACANT,
                about=(one.id,),
                truth=truth,
                message=f"the role of {one.title} is vacant",
                read=reads(situation, one, names=("progress",)),
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
        message=message,
        read=reads(situation, body, names=(name,)),
    )


def agencies_without(situation: Situation, matrix: Matrix) -> Iterator[Observation]:
    """Find the relevant agencies that sit on no body, or on none that has a line to the partners."""
    bare: list[Member] = []
    for member in matrix.of(MemberKind.RELEVANT_AGENCY):
        bodies = matrix.seats_of(member)
        if not bodies:
            bare.append(member)
            continue
        lines = [situation.accountability.reaches(body.id) for body in bodies]
        if any_of(lines) is not True:
            yield _no_route(situation, member, bodies, any_of(lines))
    if bare:
        yield _no_seat(situation, matrix, bare)


def _no_seat(situation: Situation, matrix: Matrix, bare: Sequence[Member]) -> Observation:
    entries: list[RelevantAgency] = [situation.entries[member.id] for member in bare]
    classes = matrix.of(MemberKind.CLASS)
    read = situation.fully_read(Topic.BODIES) and not classes
    names = listed(situation, [member.id for member in bare])
    message = f"no body has a seat that is named for {names}"
    if classes:
        message += f"; they may be among a class of members ({', '.join(member.name for member in classes)})"
    told = [entry.id for entry in entries if entry.how]
    if told:
        # What is paraphrased there cannot be read as a seat.
        message += f"; how they take part is said in words of {listed(situation, told)}"
    return Observation(
        kind=Notable.NO_SEAT,
        about=tuple(member.id for member in bare),
        truth=read or None,
        message=message,
        read=reads(situation, *entries),
    )


def _no_route(situation: Situation, member: Member, bodies: Sequence[Body], reaches: bool | None) -> Observation:
    names = listed(situation, [body.id for body in bodies])
    end = "none leads" if reaches is False else "none was read"
    return Observation(
        kind=Notable.NO_ROUTE,
        about=(member.id, *(body.id for body in bodies)),
        truth=True if reaches is False else None,
        message=f"{member.name} sits only on {names}, from which {end} to the partners".replace(
            "which none", "which no line", 1
        ),
        way=(Step(member.id, EdgeKind.SITS, bodies[0].id),),
        read=reads(situation, *bodies, names=("seats",)),
    )


def chairs_most(situation: Situation) -> Iterator[Observation]:
    """Find who chairs most bodies, the posts that one person holds counting as one."""
    bodies = standing(situation)
    one_of = _one_person(situation)
    chaired: dict[str, list[Body]] = {}
    sure: dict[str, bool] = {}
    for body in bodies:
        for chair in body.values("chair"):
            held = chair.held_by if chair and chair.how in {Chairing.FIXED, Chairing.JOINT} else ()
            for holder in dict.fromkeys(one_of.get(holder, holder) for holder in held):
                if body not in chaired.setdefault(holder, []):
                    chaired[holder].append(body)
                sure[holder] = sure.get(holder, True) and len(body.values("chair")) == 1
    most = max((len(found) for found in chaired.values()), default=0)
    for holder, found in chaired.items():
        if most > 1 and len(found) == most:
            names = listed(situation, [body.id for body in found])
            known = sum(bool(body.chair and body.chair.held_by) for body in bodies)
            yield Observation(
                kind=Notable.CHAIRS_MOST,
                about=(holder, *(body.id for body in found)),
                truth=sure[holder] or None,
                message=f"{situation.name(holder)} chairs {most} of the {known} bodies whose chair is named: {names}",
                way=tuple(Step(holder, EdgeKind.CHAIRS, body.id) for body in found),
                read=_once(read for body in found for read in reads(situation, body, names=("chair",))),
            )


def _one_person(situation: Situation) -> dict[str, str]:
    """Return for each post the first of those that the same person holds."""
    first: dict[str, str] = {}

    def find(post: str) -> str:
        while first.get(post, post) != post:
            post = first[post]
        return post

    post: Post
    for post in situation.of("posts"):
        for other in post.same_holder_as:
            one, two = find(post.id), find(other)
            if one != two:
                first[two] = one
    return {post: find(post) for post in first}


def _once(found: Iterator[Read]) -> tuple[Read, ...]:
    return tuple(dict.fromkeys(found))
