"""How the work is shared out: scrutiny that is tied, meetings too far apart, work in no remit, localities."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from safeguarding.model import Body, Function, Meets, Scrutineer, Topic
from safeguarding.structure.graph_kinds import EdgeKind
from safeguarding.structure.independence import TieKind, ties_of
from safeguarding.structure.localities import locality_scheme
from safeguarding.structure.observed.observation import Notable, Observation, Step, listed, reads
from safeguarding.structure.situation import Situation, standing
from safeguarding.unknown import agree

_EDGES = {
    TieKind.CHAIRS: EdgeKind.CHAIRS,
    TieKind.SITS: EdgeKind.SITS,
    TieKind.REPORTS_WITHIN: EdgeKind.REPORTS,
    TieKind.REPORTS_ONLY: EdgeKind.REPORTS,
    TieKind.APPOINTED: EdgeKind.APPOINTED,
    TieKind.PAID: EdgeKind.PAID,
}
WORK = {
    Function.REVIEWS: ("deciding on practice reviews", (Topic.REVIEWS,)),
    Function.TRAINING: ("multi-agency training", (Topic.TRAINING,)),
    Function.AUDIT: ("audit", (Topic.AUDITS,)),
    Function.DATA: ("data", (Topic.DATA,)),
    Function.YEARLY_REPORT: ("the yearly report", (Topic.YEARLY_REPORT,)),
}
"""The work that some body should hold, in words, and the topics on which a document may speak of it."""


def tied_scrutiny(situation: Situation) -> Iterator[Observation]:
    """Find what ties each scrutineer to those whom it scrutinises."""
    scrutineer: Scrutineer
    for scrutineer in situation.of("scrutineers"):
        if situation.during(scrutineer) is False:
            continue
        for tie in ties_of(situation, scrutineer):
            perhaps = "" if tie.truth else "perhaps "
            yield Observation(
                kind=Notable.TIE,
                about=tuple(dict.fromkeys(tie.way)),
                truth=tie.truth,
                message=f"{scrutineer.title}: {perhaps}{tie.text}",
                way=_way(tie.kind, tie.way),
                read=reads(situation, scrutineer),
            )


def _way(kind: TieKind, way: tuple[str, ...]) -> tuple[Step, ...]:
    """Make the ids along a tie into steps of the graph."""
    if len(way) == 1:
        return ()
    if kind in {TieKind.APPOINTED, TieKind.PAID, TieKind.REPORTS_ONLY}:
        return (Step(way[0], _EDGES[kind], way[1]),)
    # The graph has the role at the end of the edge: who holds it is its holder.
    held = Step(way[1], EdgeKind.HOLDS, way[0])
    return (held, Step(way[1], _EDGES.get(kind, EdgeKind.BELONGS), way[2])) if way[2:] else (held,)


def meets_less(situation: Situation) -> Iterator[Observation]:
    """Find the bodies that meet less often than one that reports to them."""
    bodies = {body.id: body for body in standing(situation)}
    often = {identity: _times(situation, body) for identity, body in bodies.items()}
    for lower in bodies.values():
        for line in dict.fromkeys(line for lines in lower.values("reports_to") for line in lines):
            upper = bodies.get(line.to)
            if upper is None or upper is lower:
                continue
            less = agree(above < below for above in often[upper.id] for below in often[lower.id])
            if less is False or not often[upper.id] or not often[lower.id]:
                continue
            yield Observation(
                kind=Notable.MEETS_LESS,
                about=(upper.id, lower.id),
                truth=less,
                message=(
                    f"{upper.name} meets {_in_words(situation, upper)}, and {lower.name}, which reports to it, "
                    f"{_in_words(situation, lower)}"
                ),
                way=(Step(lower.id, EdgeKind.REPORTS if line.matters is None else EdgeKind.REPORTS_PARTLY, upper.id),),
                read=reads(situation, upper, lower, names=("meets",)),
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
    for function, (words, topics) in WORK.items():
        held = [agree(function in remit for remit in body.values("remit")) for body in bodies]
        if True in held:
            continue
        read = situation.fully_read(Topic.BODIES) and None not in held
        given = dict.fromkeys(
            who for topic in topics for statement in situation.statements(topic) for who in statement.who
        )
        message = f"{words} is in no body's remit"
        message += f"; a statement names {listed(situation, tuple(given))}" if given else ""
        said = [statement for topic in topics for statement in situation.statements(topic) if statement.who]
        yield Observation(
            kind=Notable.NO_REMIT,
            about=tuple(given),
            truth=read or None,
            message=message,
            read=reads(situation, *said),
        )


def localities(situation: Situation) -> Iterator[Observation]:
    """Find the places that no locality group serves, or several, and groups that serve no place that is named."""
    scheme = locality_scheme(situation)
    if scheme is None:
        return
    for place in scheme.left_out:
        yield Observation(
            kind=Notable.LOCALITIES,
            about=(place,),
            truth=(situation.fully_read(Topic.BODIES) and not scheme.placeless) or None,
            message=f"no locality group serves {situation.name(place)}",
            read=reads(situation, situation.entries[place]),
        )
    for place, groups in scheme.served:
        if len(groups) > 1:
            yield Observation(
                kind=Notable.LOCALITIES,
                about=(place, *groups),
                truth=True,
                message=f"{situation.name(place)} is served by {len(groups)} groups: {listed(situation, groups)}",
                way=tuple(Step(group, EdgeKind.SERVES, place) for group in groups),
                read=reads(situation, *(situation.entries[one] for one in groups), names=("serves",)),
            )
    if scheme.placeless:
        yield Observation(
            kind=Notable.LOCALITIES,
            about=scheme.placeless,
            truth=None,
            message=f"which places {listed(situation, scheme.placeless)} serves is not said",
            read=reads(situation, *(situation.entries[one] for one in scheme.placeless), names=("serves",)),
        )
