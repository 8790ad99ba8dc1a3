"""Where lines of accountability lead to nobody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from safeguarding.model import Body, BodyKind, Line, Topic
from safeguarding.structure.accountability import leads
from safeguarding.structure.graph_kinds import EdgeKind
from safeguarding.structure.observed.observation import Notable, Observation, Step, listed, reads
from safeguarding.structure.situation import Situation, standing


def without_line(situation: Situation) -> Iterator[Observation]:
    """Find the bodies that have no line to the partners, or of which none was read.

    Those whose lines end at the same place are told together, and so are those of which no line at all was read.
    """
    ends = _Ends(situation)
    together: dict[tuple[bool | None, str], list[Body]] = {}
    unsure: list[Body] = []
    for body in standing(situation):
        # A team supports or delivers; it is no board or group that the partners work through.
        if leads(body) or set(body.values("kind")) == {BodyKind.TEAM}:
            continue
        reaches = situation.accountability.reaches(body.id)
        if reaches is None and not situation.accountability.would_reach(body.id):
            if situation.accountability.may_reach_as_stated(body.id):
                unsure.append(body)
            else:
                together.setdefault((None, ""), []).append(body)
        elif reaches is False:
            together.setdefault((_asked_of(situation, body), ends.of(body)), []).append(body)
    for (truth, end), bodies in together.items():
        yield _without(situation, bodies, ends, end, truth) if end else _not_read(situation, bodies)
    if unsure:
        yield _unsure(situation, unsure)


def _asked_of(situation: Situation, body: Body) -> bool | None:
    """Say whether a body should have a line: it is there, and is no team."""
    return True if BodyKind.TEAM not in body.values("kind") and situation.to_stand(body) else None


def _not_read(situation: Situation, bodies: Sequence[Body]) -> Observation:
    parts = "; ".join(dict.fromkeys(part.what for part in situation.unread(Topic.REPORTING_LINES)))
    where = f": {parts}" if parts else ""
    names = listed(situation, [body.id for body in bodies])
    return Observation(
        kind=Notable.NO_LINE,
        about=tuple(body.id for body in bodies),
        truth=None,
        message=(
            f"to whom {names} {'reports' if len(bodies) == 1 else 'report'}: no line to the partners was read, "
            f"and it may be stated elsewhere{where}{_perhaps_the_same(situation, bodies)}"
        ),
        read=reads(situation, *bodies, name="reports_to"),
    )


def _unsure(situation: Situation, bodies: Sequence[Body]) -> Observation:
    names, have = listed(situation, [body.id for body in bodies]), "has" if len(bodies) == 1 else "have"
    return Observation(
        kind=Notable.NO_LINE,
        about=tuple(body.id for body in bodies),
        truth=None,
        message=(
            f"whether {names} {have} a line to the partners: the sources disagree, or whoever stands above may not be "
            "there"
        ),
        read=reads(situation, *bodies, name="reports_to"),
    )


def _perhaps_the_same(situation: Situation, bodies: Sequence[Body]) -> str:
    """Say which of some bodies may be another one."""
    return "".join(f"; {body.name} may be the same as {situation.names(body.may_be)}" for body in bodies if body.may_be)


def _without(situation: Situation, bodies: Sequence[Body], ends: _Ends, end: str, truth: bool | None) -> Observation:
    """Say of bodies whose lines end at the same place that none of them leads to the partners."""
    first = next((body for body in bodies if body.id == end), bodies[0])
    about = [first.id, *(body.id for body in bodies if body is not first)]
    names, one = listed(situation, about), len(about) == 1
    whose = f"the line of {names}" if one else f"the lines of {names}"
    if end in ends.looped:
        message = f"{whose} {'runs' if one else 'run'} in a loop, from which none leads to the partners"
    elif first.id != end:
        upper = situation.entries.get(end)
        over = ", which is not there on the date" if isinstance(upper, Body) and upper not in situation.bodies else ""
        message = f"{whose} {'leads' if one else 'lead'} to {situation.name(end)}{over}, and from there none leads to "
        message += "the partners"
    else:
        lower, have = listed(situation, about[1:]), "has" if len(about) == 2 else "have"  # noqa: PLR2004  # it, and one
        message = f"{first.name} reports to nobody"
        message += f", and with it {lower} {have} no line to the partners" if about[1:] else ""
    if truth is None:
        message = f"whether {message}: {'; '.join(_doubts(situation, bodies))}"
    furthest = max(bodies, key=lambda body: ends.length(body.id))
    return Observation(
        kind=Notable.NO_LINE,
        about=tuple(about),
        truth=truth,
        message=message,
        way=ends.way(furthest.id),
        read=reads(situation, *bodies, name="reports_to"),
    )


def _doubts(situation: Situation, bodies: Sequence[Body]) -> Iterator[str]:
    """Say why it is open whether some bodies should have a line."""
    several = (
        ("may not be there", [body.id for body in bodies if situation.to_stand(body) is None]),
        ("may be a team", [body.id for body in bodies if BodyKind.TEAM in body.values("kind")]),
    )
    for words, found in several:
        if found:
            yield f"{listed(situation, found)} {words}"


class _Ends:
    """Where the first line of each body ends, followed from body to body.

    Args:
        situation: the partnership on a date.
    """

    def __init__(self, situation: Situation) -> None:
        self._entries = situation.entries
        self._lines: dict[str, Line] = {}
        for body in situation.bodies:
            line = next((line for lines in body.values("reports_to") for line in lines), None)
            if line is not None:
                self._lines[body.id] = line
        self._end: dict[str, tuple[str, int]] = {}
        self.looped: set[str] = set()

    def of(self, body: Body) -> str:
        """Return the body that reports to nobody, whoever else the line ends at, or a body of the loop it runs into."""
        self._follow(body.id)
        return self._end[body.id][0]

    def length(self, body: str) -> int:
        """Count the lines from a body to the end."""
        return self._end[body][1]

    def way(self, body: str) -> tuple[Step, ...]:
        """Return the steps from a body to the end; through a loop once."""
        found, seen = [], {body}
        while body in self._lines:
            line = self._lines[body]
            kind = EdgeKind.REPORTS if line.matters is None else EdgeKind.REPORTS_PARTLY
            found.append(Step(body, kind, line.to))
            if line.to in seen:
                return tuple(found)
            body = line.to
            seen.add(body)
        if isinstance(self._entries.get(body), Body):
            found.append(Step(body, EdgeKind.REPORTS, None))
        return tuple(found)

    def _follow(self, start: str) -> None:
        way, place = [start], {start: 0}
        while way[-1] not in self._end and way[-1] in self._lines:
            following = self._lines[way[-1]].to
            if following in place:
                ring = way[place[following] :]
                self.looped.add(ring[0])
                self._end.update((one, (ring[0], len(ring))) for one in ring)
                break
            place[following] = len(way)
            way.append(following)
        self._end.setdefault(way[-1], (way[-1], 0))
        for lower, upper in zip(way[-2::-1], way[:0:-1], strict=True):
            end, length = self._end[upper]
            self._end.setdefault(lower, (end, length + 1))
