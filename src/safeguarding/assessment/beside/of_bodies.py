"""Measures of bodies: how many, of which kind, how deep and wide their lines go, how often they meet, who chairs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from fractions import Fraction

from safeguarding.assessment.beside.cells import Cell, Known, count, names, read, silent, stated, unsaid
from safeguarding.model import Body, BodyKind, Chair, Chairing, Meets, Status, Topic
from safeguarding.structure import Situation, leads, locality_scheme
from safeguarding.structure.matrix import matrix
from safeguarding.structure.observed import Notable, Observation, observations
from safeguarding.structure.situation import standing

Measure = Callable[[Situation], Cell]

_LINES = (Topic.BODIES, Topic.REPORTING_LINES)


def bodies(situation: Situation) -> Cell:
    """How many bodies there are on the date: those known to be in force, and those that may be."""
    found = standing(situation)
    sure = sum(situation.stands(body) is True for body in found)
    return count(situation, sure, Topic.BODIES, perhaps=len(found) - sure, why=_why_open(situation, found))


def _why_open(situation: Situation, found: tuple[Body, ...]) -> str:
    open_ = [body for body in found if situation.stands(body) is None]
    planned = sum(body.status is Status.PLANNED for body in open_)
    shadow = sum(Status.SHADOW in body.values("status") for body in found)
    said = [f"{shadow} of them in shadow form"] if shadow else []
    if planned:
        said.append(f"{planned} of them planned, and not shown to have begun")
    elif open_:
        said.append("it is open whether all are there")
    return "; ".join(said)


def of_kind(kind: BodyKind) -> Measure:
    """Make the measure of how many bodies of a kind there are, in force or perhaps."""

    def measured(situation: Situation) -> Cell:
        found = [body for body in standing(situation) if kind in (body.values("kind") or tuple(BodyKind))]
        sure = [body for body in found if body.values("kind") == (kind,) and situation.stands(body)]
        later = [body for body in _later(situation) if body.kind is kind]
        if later and not found:
            return unsaid(situation, _begin_later(len(later)), Topic.BODIES)
        return count(situation, len(sure), Topic.BODIES, perhaps=len(found) - len(sure))

    return measured


def _begin_later(number: int) -> str:
    return "1 begins later" if number == 1 else f"{number} begin later"


def begin_later(situation: Situation) -> Cell:
    """Which bodies begin only after the date, and when."""
    said = (
        f"{body.name}{f' ({body.starts.in_words()})' if body.starts is not None else ''}" for body in _later(situation)
    )
    return names(situation, said, Topic.BODIES)


def _later(situation: Situation) -> list[Body]:
    there = {body.id for body in standing(situation)}
    return [body for body in situation.bodies if body.id not in there]


def examples(situation: Situation) -> Cell:
    """How many bodies are named only as examples."""
    found = [body for body in situation.of("bodies") if Status.EXAMPLE in body.values("status")]
    return count(situation, len(found), Topic.BODIES)


def with_line(situation: Situation) -> Cell:
    """How many bodies have a stated line to the partners, of how many."""
    found = standing(situation)
    if not found:
        return silent(situation, *_LINES)
    reaching = [situation.accountability.reaches(body.id) for body in found]
    sure, perhaps = reaching.count(True), reaching.count(None)
    later = len({one for body in found for one in _later_on_the_way(situation, body)})
    why = f"of {len(found)}" + (f", by way of bodies of which {_begin_later(later)}" if later else "")
    cell = count(situation, sure, *_LINES, perhaps=perhaps, why=why)
    return cell if sure or perhaps else unsaid(situation, f"of {len(found)}", *_LINES)


def depth(situation: Situation) -> Cell:
    """How many steps the longest stated line to the partners has; the group that they lead through is the first."""
    steps = situation.accountability.steps
    longest = max((steps.get(body.id, 0) for body in standing(situation)), default=0)
    on_it = (body for body in standing(situation) if steps.get(body.id, 0) == longest)
    later = min((len(_later_on_the_way(situation, body)) for body in on_it), default=0)
    return count(situation, longest, *_LINES, why=f"by way of bodies of which {_begin_later(later)}" if later else "")


def _later_on_the_way(situation: Situation, body: Body) -> tuple[str, ...]:
    """Return those on the stated way of a body to the partners that begin only after the date."""
    later = {one.id for one in _later(situation)}
    return tuple(one for one in situation.accountability.way(body.id) if one in later)


def span(situation: Situation) -> Cell:
    """How many bodies report to the one to which most do."""
    found = _of(situation, Notable.SPAN)
    if not found:
        return unsaid(situation, "no two are read to report to the same" if standing(situation) else "", *_LINES)
    uppers = [situation.name(one.about[0]) for one in found if one.about[0] in situation.entries]
    return count(situation, len(found[0].about) - 1, *_LINES, why=f"to {' and '.join(uppers) or 'the partners'}")


def revealed(kind: Notable) -> Measure:
    """Make the measure of how often the structure reveals something notable."""

    def measured(situation: Situation) -> Cell:
        found = _of(situation, kind)
        # That there is a body which the partners lead through is plain as soon as one was read.
        whole = kind is Notable.NO_TOP and bool(situation.of("bodies"))
        if not found and (whole or situation.document is None or read(situation, _LINES)):
            return Cell(known=Known.NONE) if whole else silent(situation, *_LINES)
        if not found:
            return Cell(known=Known.OPEN, values=("none in what was read",))
        sure = sum(_weight(one) for one in found if one.truth is True)
        most = sum(map(_weight, found))
        if sure == most:
            return Cell(known=Known.STATED, values=(str(sure),), number=Fraction(sure))
        return Cell(known=Known.OPEN, values=(f"{sure} to {most}",))

    return measured


_OF_EACH = frozenset({Notable.NO_LINE, Notable.NO_SEAT})
"""What is observed once of several bodies or agencies, each of which counts."""


def _weight(one: Observation) -> int:
    return len(one.about) if one.kind in _OF_EACH else 1


def _of(situation: Situation, kind: Notable) -> list[Observation]:
    if situation.document is None:
        return []
    found: tuple[Observation, ...] = situation.partnership.once(
        f"observations on {situation.as_of}", situation.document, lambda: observations(situation, matrix(situation))
    )
    return [one for one in found if one.kind is kind]


# Meetings


def top_meets(situation: Situation) -> Cell:
    """How often the groups through which the partners lead meet."""
    return _of_tops(situation, "meets", lambda body: _often(situation, body))


def boards_meet(situation: Situation) -> Cell:
    """How often the boards and executives meet that are not such groups."""
    kinds = {BodyKind.BOARD, BodyKind.EXECUTIVE}
    found = [body for body in standing(situation) if body.kind in kinds and leads(body) is not True]
    said = (f"{body.name}: {_words(_often(situation, body)) or 'not said'}" for body in found)
    return names(situation, said, Topic.BODIES)


def others_meet(situation: Situation) -> Cell:
    """Of how many other bodies it is said how often they meet."""
    kinds = {BodyKind.BOARD, BodyKind.EXECUTIVE}
    found = [body for body in standing(situation) if body.kind not in kinds and leads(body) is not True]
    said = [body for body in found if _often(situation, body)]
    if not found:
        return silent(situation, Topic.BODIES)
    if not said:
        return unsaid(situation, f"of {len(found)}", Topic.BODIES)
    tally = Counter(_words(_often(situation, body)) for body in said)
    how = ", ".join(f"{number} {words}" for words, number in sorted(tally.items()))
    return count(situation, len(said), Topic.BODIES, why=f"of {len(found)}: {how}")


def _often(situation: Situation, body: Body) -> list[str]:
    """Return how often a body meets on the date, once for each way in which that is stated."""
    found = []
    for meets in body.values("meets"):
        now = [one for one in meets if situation.during(one) is not False]
        if now:
            found.append(" and ".join(str(one.how_often) for one in now))
    return list(dict.fromkeys(found))


def _words(several: list[str]) -> str:
    return " or ".join(several)


def _number(situation: Situation, body: Body) -> Fraction | None:
    several: list[tuple[Meets, ...]] = [
        tuple(one for one in meets if situation.during(one) is not False) for meets in body.values("meets")
    ]
    return several[0][0].how_often.per_year if len(several) == 1 and len(several[0]) == 1 else None


def _of_tops(situation: Situation, field: str, found: Callable[[Body], list[str]]) -> Cell:
    """Make the cell of something that is said of each group through which the partners lead."""
    tops = [body for body in standing(situation) if leads(body) is True]
    if not tops:
        return _no_top(situation)
    if len(tops) > 1:
        return names(situation, (f"{top.name}: {_words(found(top)) or 'not said'}" for top in tops), Topic.BODIES)
    values = found(tops[0])
    if field in tops[0].unknown:
        return stated([])
    if not values:
        return unsaid(situation, f"it is not said of {tops[0].name}", Topic.BODIES)
    return stated(values, why=tops[0].name)


def _no_top(situation: Situation) -> Cell:
    """Make the cell where there is no such group on the date; what is said of one that begins later is not silence."""
    later = [body.name for body in _later(situation) if leads(body) is True]
    if not later:
        return silent(situation, Topic.BODIES)
    return unsaid(situation, f"{' and '.join(later)} {'begins' if len(later) == 1 else 'begin'} later", Topic.BODIES)


def a_year(situation: Situation) -> Cell:
    """How many times a year the one group meets through which the partners lead."""
    tops = [body for body in standing(situation) if leads(body) is True]
    if not tops:
        return _no_top(situation)
    several = {body.name: _number(situation, body) for body in tops}
    without = [body.name for body in tops if body.values("meets") == ((),)]
    if without:
        return unsaid(situation, f"it is not said of {' and '.join(without)}", Topic.BODIES)
    if None in several.values():
        names_ = " and ".join(name for name, number in several.items() if number is None)
        return Cell(known=Known.OPEN, why=f"no one number is said of {names_}")
    values = {number for number in several.values() if number is not None}
    if len(values) > 1:
        return Cell(known=Known.OPEN, values=tuple(_plain(number) for number in sorted(values)), why="they differ")
    (number,) = values
    return stated([_plain(number)], number=number)


def _plain(number: Fraction) -> str:
    return str(number) if number.denominator == 1 else f"{float(number):.2g}"


# Chairs


def top_chair(situation: Situation) -> Cell:
    """Who chairs the groups through which the partners lead."""
    return _of_tops(
        situation, "chair", lambda body: [_chair(situation, chair) for chair in body.values("chair") if chair]
    )


def chairs(situation: Situation) -> Cell:
    """Of how many bodies it is said who chairs."""
    found = standing(situation)
    said = [body for body in found if any(chair and chair.held_by for chair in body.values("chair"))]
    if not found:
        return silent(situation, Topic.BODIES)
    if not said:
        return unsaid(situation, f"of {len(found)}", Topic.BODIES)
    return count(situation, len(said), Topic.BODIES, why=f"of {len(found)}")


def chairing(situation: Situation) -> Cell:
    """How the chairs are held: fixed, rotating, joint."""
    tally = Counter(chair.how for body in standing(situation) for chair in body.values("chair") if chair)
    said = (f"{tally[how]} {how.value.replace('-', ' ')}" for how in Chairing if tally[how])
    return names(situation, [", ".join(said)] if tally else [], Topic.BODIES)


def _chair(situation: Situation, chair: Chair) -> str:
    """Say who holds a chair, and how."""
    how = chair.how.value.replace("-", " ")
    if not chair.held_by:
        return how
    said = situation.names(chair.held_by)
    every = f" {chair.every}" if chair.every else ""
    return said if chair.how is Chairing.FIXED else f"{said} ({how}{every})"


# Localities


def localities(situation: Situation) -> Cell:
    """How many locality groups there are."""
    return of_kind(BodyKind.LOCALITY_GROUP)(situation)


def covered(situation: Situation) -> Cell:
    """Whether the locality groups together serve each district of the area once."""
    scheme = locality_scheme(situation)
    if scheme is None:
        return silent(situation, Topic.BODIES)
    said = list(_covered(situation, scheme.left_out, scheme.twice))
    if scheme.placeless:
        return Cell(known=Known.OPEN, values=tuple(said), why=f"where {situation.names(scheme.placeless)} serve")
    return names(situation, [", ".join(said) or f"{len(scheme.served)} places, each once"], Topic.BODIES)


def _covered(situation: Situation, left_out: tuple[str, ...], twice: tuple[str, ...]) -> Iterator[str]:
    if left_out:
        yield f"left out: {situation.names(left_out)}"
    if twice:
        yield f"twice: {situation.names(twice)}"
