"""How the work is shared out: scrutiny that is tied, meetings too far apart, work in no remit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from safeguarding.model import Body, Function, Line, Meets, Scrutineer, ScrutinyEvent, Topic
from safeguarding.structure.graph_kinds import EdgeKind
from safeguarding.structure.independence import Tie, TieKind, ties_of
from safeguarding.structure.observed.observation import Notable, Observation, Read, Step, listed, reads
from safeguarding.structure.situation import Situation, standing
from safeguarding.unknown import agree, all_of

_EDGES = {
    TieKind.CHAIRS: EdgeKind.CHAIRS,
    TieKind.SITS: EdgeKind.SITS,
    TieKind.REPORTS_WITHIN: EdgeKind.REPORTS,
    TieKind.REPORTS_ONLY: EdgeKind.REPORTS,
    TieKind.APPOINTED: EdgeKind.APPOINTED,
    TieKind.PAID: EdgeKind.PAID,
}
_WHERE = {
    TieKind.CHAIRS: ("chair", -1),
    TieKind.SITS: ("seats", -1),
    TieKind.REPORTS_WITHIN: ("reports_to", 1),
    TieKind.SEATS: ("seats", 1),
}
"""In which field a tie is written, and of which entry along its way."""

WORK = {
    Function.REVIEWS: ("deciding on practice reviews", Topic.REVIEWS, {"commission", "process", "rapid-review"}),
    Function.TRAINING: ("multi-agency training", Topic.TRAINING, {"commission", "deliver", "monitor"}),
    Function.AUDIT: ("audits", Topic.AUDITS, {"programme"}),
    Function.DATA: ("data", Topic.DATA, {"effectiveness"}),
    Function.YEARLY_REPORT: ("the yearly report", Topic.YEARLY_REPORT, {"publish"}),
}
"""The work that some body should hold, in words, and the parts of a topic by which a document may give it away."""


def tied_scrutiny(situation: Situation) -> Iterator[Observation]:
    """Find what ties each scrutineer to those whom it scrutinises."""
    several = {one.id: situation.during(one) for one in situation.of("scrutineers")}
    if not any(several.values()):
        yield from _nobody(situation, [one for one, there in several.items() if there is None])
    scrutineer: Scrutineer
    for scrutineer in situation.of("scrutineers"):
        there = several[scrutineer.id]
        if there is False:
            continue
        doubt = "" if there else "; whether there is this scrutineer on the date is open"
        ties = ties_of(situation, scrutineer)
        chairing = {tie.way[1] for tie in ties if tie.kind is TieKind.CHAIRS and tie.truth}
        for tie in ties:
            if tie.kind is TieKind.POST_OF_A_CHAIR and tie.way[1] in chairing:
                continue
            yield Observation(
                kind=Notable.TIE,
                about=tuple(dict.fromkeys(tie.way)),
                truth=all_of([tie.truth, there]),
                message=f"scrutiny by {scrutineer.title}: {'' if tie.truth else 'whether '}{tie.text}{doubt}",
                way=_way(situation, scrutineer, tie),
                read=reads(situation, scrutineer) + _read_of(situation, tie),
                tie=tie.kind,
            )


def unsaid_givers(situation: Situation) -> Iterator[Observation]:
    """Say of which scrutineers it is not said who appoints and who pays them."""
    found: list[Scrutineer] = [
        one
        for one in situation.of("scrutineers")
        if situation.during(one) is not False and one.values("appointed_by") == one.values("paid_by") == ((),)
    ]
    if found:
        ids = tuple(one.id for one in found)
        yield Observation(
            kind=Notable.TIE,
            about=ids,
            truth=None,
            message=f"who appoints and who pays {listed(situation, ids)}: it is not said",
            read=reads(situation, *found),
            tie=TieKind.UNSAID,
        )


def _nobody(situation: Situation, perhaps: Sequence[str]) -> Iterator[Observation]:
    """Say that nobody is named who scrutinises, and which ways of scrutiny are listed all the same."""
    events: tuple[ScrutinyEvent, ...] = situation.of("scrutiny_events")
    scrutineers: tuple[Scrutineer, ...] = situation.of("scrutineers")
    if situation.document is None or not (events or scrutineers or situation.of("bodies")):
        return
    message = "no scrutineer is named"
    if scrutineers:
        message += f" who is there on the date: {listed(situation, [one.id for one in scrutineers])} is at another time"
    if perhaps:
        message = f"whether anybody scrutinises on the date: when {listed(situation, perhaps)} is there is open"
    ways = "1 way of scrutiny is" if len(events) == 1 else f"{len(events)} ways of scrutiny are"
    named = tuple(dict.fromkeys(who for event in events for who in event.by))
    given = sum(bool(event.by) for event in events)
    by = f"; who does it is said of {given}: {listed(situation, named)}" if named else ""
    yield Observation(
        kind=Notable.NO_SCRUTINEER,
        about=named,
        truth=(situation.fully_read(Topic.SCRUTINEERS) and not perhaps) or None,
        message=message + (f", and {ways} listed{by}" if events else ""),
        read=reads(situation, *scrutineers, *events),
    )


def _read_of(situation: Situation, tie: Tie) -> tuple[Read, ...]:
    """Return where the body of a tie was read, where it is one of chairing or sitting."""
    name, place = _WHERE.get(tie.kind, ("", 0))
    return reads(situation, situation.entries[tie.way[place]], name=name) if name else ()


def _way(situation: Situation, scrutineer: Scrutineer, tie: Tie) -> tuple[Step, ...]:
    """Make the ids along a tie into steps of the graph."""
    kind, way = tie.kind, tie.way
    if len(way) == 1:
        return ()
    if kind in {TieKind.APPOINTED, TieKind.PAID, TieKind.REPORTS_ONLY}:
        return (Step(way[0], _EDGES[kind], way[1]),)
    # The graph has the role at the end of the edge: who holds it is its holder.
    holder = next(one for one in scrutineer.held_by if way[1] in situation.offices.same_holders([one]))
    held = [Step(holder, EdgeKind.HOLDS, way[0])]
    if holder != way[1]:
        held.append(Step(holder, EdgeKind.SAME_HOLDER, way[1]))
    if kind is TieKind.SEATS:
        return (*held, Step(way[2], EdgeKind.SITS, way[1]))
    return (*held, *(Step(way[1], _EDGES.get(kind, EdgeKind.BELONGS), upper) for upper in way[2:]))


def meets_less(situation: Situation) -> Iterator[Observation]:
    """Find the bodies that meet less often than one that reports to them."""
    bodies = {body.id: body for body in standing(situation)}
    often = {identity: _times(situation, body) for identity, body in bodies.items()}
    for lower in bodies.values():
        lines: dict[str, Line] = {}
        for line in (line for several in lower.values("reports_to") for line in several):
            # A line for all matters says more than one for some.
            if line.to not in lines or line.matters is None:
                lines[line.to] = line
        for line in lines.values():
            upper = bodies.get(line.to)
            if upper is None or upper is lower:
                continue
            less = agree(above < below for above in often[upper.id] for below in often[lower.id])
            if less is not False and often[upper.id] and often[lower.id]:
                reports = agree(any(one.to == line.to for one in several) for several in lower.values("reports_to"))
                there = all_of([situation.to_stand(upper), situation.to_stand(lower), reports])
                yield _less(situation, upper, lower, line, all_of([less, there]))


def _less(situation: Situation, upper: Body, lower: Body, line: Line, truth: bool | None) -> Observation:
    return Observation(
        kind=Notable.MEETS_LESS,
        about=(upper.id, lower.id),
        truth=truth,
        message=("" if truth else "whether a body meets less often than what it oversees: ")
        + (
            f"{upper.name} meets {_in_words(situation, upper)}, and {lower.name}, which reports to it, "
            f"{_in_words(situation, lower)}"
        ),
        way=(Step(lower.id, EdgeKind.REPORTS if line.matters is None else EdgeKind.REPORTS_PARTLY, upper.id),),
        read=reads(situation, upper, lower, name="meets"),
    )


def _now(situation: Situation, body: Body) -> list[list[Meets]]:
    return [[each for each in meets if situation.during(each) is not False] for meets in body.values("meets")]


def _times(situation: Situation, body: Body) -> tuple[Fraction, ...]:
    """Return how many times a year a body may meet on the date; empty where one statement gives no number."""
    stated = [each.how_often.per_year for meets in _now(situation, body) for each in meets]
    return tuple(dict.fromkeys(times for times in stated if times)) if all(stated) else ()


def _in_words(situation: Situation, body: Body) -> str:
    return " or ".join(dict.fromkeys(each.how_often.text for meets in _now(situation, body) for each in meets))


def without_remit(situation: Situation) -> Iterator[Observation]:
    """Find the work that is in no body's remit, naming whom a statement gives it to."""
    bodies = standing(situation)
    if not bodies:
        return
    for function, (words, topic, parts) in WORK.items():
        held = {body.id: _holds(situation, body, function) for body in bodies}
        if True in held.values():
            continue
        perhaps = [
            body.id
            for body in bodies
            if held[body.id] is None and any(function in remit for remit in body.values("remit"))
        ]
        read = situation.fully_read(Topic.BODIES) and None not in held.values()
        said = [one for one in situation.statements(topic) if one.who and parts.intersection(one.parts)]
        given = dict.fromkeys(who for statement in said for who in statement.who)
        message = "no body is said to be" if read else "whether a body is"
        none = f": it may be {listed(situation, perhaps)}" if perhaps else ": none was read"
        message += f" responsible for {words}" + ("" if read else none)
        message += f"; a statement gives it to {listed(situation, tuple(given))}" if given else ""
        yield Observation(
            kind=Notable.NO_REMIT,
            about=tuple(given),
            truth=read or None,
            message=message,
            read=reads(situation, *said),
            work=function,
        )


def _holds(situation: Situation, body: Body, function: Function) -> bool | None:
    """Say whether a body is there and has a function in its remit."""
    return all_of([agree(function in remit for remit in body.values("remit")), situation.to_stand(body)])
