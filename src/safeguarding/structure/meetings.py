"""Did a body meet as often as its arrangements say, and when should it next?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise, product

from attrs import evolve, frozen

from safeguarding.dates import Frequency, PartialDate, Span
from safeguarding.dates.recurrence import Keeping, Kept, kept, kept_in, timetable, windows
from safeguarding.model import Body, Meeting, Meets, Partnership, Status
from safeguarding.structure.recorded_meetings import Held
from safeguarding.structure.situation import Situation, statuses
from safeguarding.structure.versions import day_of, situations

_DAY = timedelta(days=1)


@frozen(kw_only=True)
class Stretch:
    """A stretch of days in which a body is to meet, and how it was kept.

    Args:
        first: on which days it may begin; one day, where the start of the frequency is known to the day.
        last: on which days it may end.
        expected: how many meetings it should hold, 1 or more.
        state: kept; missed; running, where it is not over or has not begun; open.
        recorded: how many meetings are recorded in it for certain.
        perhaps: how many of those recorded may have been in it.
    """

    first: Span
    last: Span
    expected: int
    state: Keeping = Keeping.RUNNING
    recorded: int = 0
    perhaps: int = 0


@frozen(kw_only=True)
class Meetings:
    """The meetings of a body beside the frequency that is stated for it.

    Args:
        body: the body.
        frequency: how often it meets, as stated.
        held: the meetings that are recorded, in order, each of them once as far as can be told.
        stretches: the stretches of days in which it is to meet: those of which there is a record, and those that
            are not over or begin by the last day asked about.
        disputed: whether the documents state other frequencies or starts too, so that none of them is certain.
        uncounted: why nothing can be expected of it; empty where something can.
    """

    body: Body
    frequency: str
    held: tuple[Meeting, ...] = ()
    stretches: tuple[Stretch, ...] = ()
    disputed: bool = False
    uncounted: str = ""

    @property
    def judged(self) -> tuple[Stretch, ...]:
        """The stretches that were kept or missed, or of which that is open."""
        return tuple(stretch for stretch in self.stretches if stretch.state is not Keeping.RUNNING)

    @property
    def coming(self) -> tuple[Stretch, ...]:
        """The stretches that are not over and have not held their meetings yet."""
        return tuple(stretch for stretch in self.stretches if stretch.state is Keeping.RUNNING)


def meetings_kept(partnership: Partnership, *, as_of: date | str | None = None) -> tuple[Meetings, ...]:
    """Say of each body whether it met as often as the arrangements say.

    A stretch of days counts as missed only where a document that records meetings covers all of it.

    Args:
        partnership: the partnership.
        as_of: the date of the question, or its text; without one, the last day on which the newest document can
            have been published.

    Raises:
        CannotAssessError: no date is given and the documents have none, or the text is not a full date.
    """
    day = day_of(partnership, as_of)
    found = [meetings(situation, day) for situation in situations(partnership, day)]
    once = dict.fromkeys(one for some in found for one in some)
    everywhere = [one for one in once if all(one in some for some in found)]
    return tuple(one if one in everywhere else _doubted(one) for one in once)


def meetings(situation: Situation, until: date) -> tuple[Meetings, ...]:
    """Lay the meetings of each body beside the frequency that is stated for it.

    Args:
        situation: how the partnership stands.
        until: the last day on which a stretch may begin.

    Returns:
        for each body of which a frequency is stated, one answer for each way in which the text can be read.
    """
    return tuple(found for body in situation.bodies for found in _of_body(situation, body, max(until, situation.as_of)))


def expected(frequency: Frequency, start: PartialDate, until: date) -> tuple[Stretch, ...]:
    """List the stretches of a frequency from a start that may be known only to the month or the year.

    Args:
        frequency: how often.
        start: the first day on which it holds, as far as known.
        until: the last day on which a stretch may begin.
    """
    late = windows(frequency, start.latest, until)
    early = late if start.exact else windows(frequency, start.earliest, until)
    # Named months and terms are the same days for every start; any other stretch shifts with it.
    if start.exact or set(windows(frequency, start.earliest + _DAY, until)) <= set(early):
        early = late
    return tuple(
        Stretch(first=Span(one.first, two.first), last=Span(one.last, two.last), expected=two.expected)
        for one, two in zip(early, late, strict=False)
    )


# One body


def _of_body(situation: Situation, body: Body, until: date) -> Iterable[Meetings]:
    stated = body.values("meets")
    if stated == ((),):
        return
    if not stated:
        yield Meetings(body=body, frequency="", uncounted="how often it meets stands there, and could not be read")
        return
    starts: list[PartialDate | None] = [*_starts(situation, body)] or [None]
    readings = list(product(stated, starts))
    held = Held.of(situation, body)
    for meets, start in readings:
        words = " then ".join(dict.fromkeys(one.how_often.text for one in meets)) or "not stated"
        found = Meetings(body=body, frequency=words, held=held.all, disputed=len(readings) > 1)
        try:
            stretches = _stretches(situation, _periods(body, meets, start), held, until)
        except ValueError as error:
            yield evolve(found, uncounted=str(error))
            continue
        stands = situation.stands(body) is True
        yield _doubted(evolve(found, stretches=stretches), missed_too=found.disputed or not stands, all_=found.disputed)


def _doubted(found: Meetings, *, missed_too: bool = True, all_: bool = True) -> Meetings:
    """Leave open what rests on a reading, or on a body, that is not certain."""
    doubted = {Keeping.MISSED} if missed_too else set()
    doubted |= {Keeping.KEPT} if all_ else set()
    stretches = tuple(evolve(s, state=Keeping.OPEN) if s.state in doubted else s for s in found.stretches)
    return evolve(found, stretches=stretches, disputed=found.disputed or all_)


def _starts(situation: Situation, body: Body) -> list[PartialDate]:
    """Return from when a body may meet: since it, else since the arrangements, are in force."""
    own = body.values("starts")
    if any(own) or not own:
        return [when for when in own if when]
    if Status.PLANNED in statuses(body) or situation.document is None:
        return []
    publication = situation.document.publication
    for name in ("implemented", "published"):
        stated = publication.values(name)
        if any(stated) or not stated:
            return [when for when in stated if when]
    return []


TWICE = "two frequencies are stated for the same time"
_Stated = tuple[Frequency, PartialDate, date | None]
"""A frequency, from when it holds, and the last day on which it surely does."""


def _periods(body: Body, meets: Sequence[Meets], start: PartialDate | None) -> list[_Stated]:
    """Return the frequencies of a body, each with the days on which it holds.

    One without an end goes on to the day before the next one begins.

    Raises:
        ValueError: nothing can be counted; the message says why.
    """
    if all(one.how_often.per_year is None for one in meets):
        raise ValueError("the words give no number")
    ordered = sorted(meets, key=lambda one: one.starts.latest if one.starts else date.min)
    ends = [end.earliest for end in body.values("ends") if end]
    found: list[_Stated] = []
    for one, following in zip(ordered, [*ordered[1:], None], strict=True):
        begins = one.starts or start
        if begins is None:
            raise ValueError("no day is stated from which it can be counted")
        own = one.ends.earliest if one.ends else None
        if own is None and following is not None:
            if following.starts is None or following.starts == one.starts:
                raise ValueError(TWICE)
            own = following.starts.earliest - _DAY
        last = min([*ends, *([own] if own else [])], default=None)
        if last is None or last >= begins.latest:
            found.append((one.how_often, begins, last))
    for (_, _, last), (_, begins, _) in pairwise(found):
        if last is None or last >= begins.latest:
            raise ValueError(TWICE)
    return found


# Its stretches of days


def _stretches(situation: Situation, periods: Sequence[_Stated], held: Held, until: date) -> tuple[Stretch, ...]:
    """Lay the meetings that are recorded into the stretches that should hold them."""
    as_of = situation.as_of
    found: list[Stretch] = []
    for stretches, fewest, most in _laid_out(periods, held, as_of, until):
        begun = zip(stretches, fewest, most, strict=False)
        found += [_counted(stretch, few, many, held, as_of) for stretch, few, many in begun]
        found += stretches[len(fewest) :]
    # Whether one was kept that is over, and of which there is no record, nobody can say.
    return tuple(one for one in found if one.state is not Keeping.RUNNING or one.last.latest >= as_of)


_Laid = tuple[Sequence[Stretch], Sequence[Kept], Sequence[Kept]]
"""Stretches, and those of them that have begun with as few and as many meetings as they may have held."""


def _laid_out(periods: Sequence[_Stated], held: Held, as_of: date, until: date) -> Iterable[_Laid]:
    if all(start.exact for _, start, _ in periods):
        found = timetable([(frequency, start.latest, last) for frequency, start, last in periods], until)
        stretches = [Stretch(first=Span.of(one.first), last=Span.of(one.last), expected=one.expected) for one in found]
        yield stretches, kept_in(found, held.fewest, as_of), kept_in(found, held.most, as_of)
        return
    for frequency, start, last in periods:
        within = [one for one in expected(frequency, start, until) if last is None or one.last.latest <= last]
        # Without a meeting nothing is judged, and counting for every possible start takes long.
        fewest, most = (kept(frequency, start, met, as_of) if held.most else () for met in (held.fewest, held.most))
        yield within, fewest, most


def _counted(stretch: Stretch, fewest: Kept, most: Kept, held: Held, as_of: date) -> Stretch:
    """Say how a stretch was kept; it stays as it is where there is no record of any of its days."""
    days = Span(stretch.first.earliest, max(min(stretch.last.latest, as_of), stretch.first.earliest))
    state = fewest.state
    if state is not Keeping.KEPT and (most.state in {Keeping.KEPT, Keeping.OPEN} or state is Keeping.OPEN):
        state = Keeping.OPEN
    if state is Keeping.MISSED and not held.cover(days):
        state = Keeping.OPEN
    if state is Keeping.OPEN and not most.possible and not held.touch(days):
        return stretch
    return evolve(stretch, state=state, recorded=fewest.certain, perhaps=most.possible)
