"""What a partnership's own documents say will happen: meetings, milestones, what recurs, what comes of scrutiny."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from attrs import frozen

from safeguarding.assessment.agenda import Item, Kind
from safeguarding.dates import Frequency, PartialDate, Span, State
from safeguarding.dates.recurrence import Keeping
from safeguarding.model import (
    Document,
    DocumentKind,
    Milestone,
    Progress,
    ScrutinyEvent,
    Stance,
    Statement,
)
from safeguarding.structure import Situation
from safeguarding.structure.meetings import Meetings, Stretch, expected, meetings

_KEPT = {Keeping.KEPT: State.MET, Keeping.MISSED: State.MISSING, Keeping.OPEN: State.OPEN}
_BOTH = "the text contradicts itself; by one statement: "


def of_the_text(situation: Situation, until: date) -> Iterator[Item]:
    """List what the partnership's own documents say will happen.

    Args:
        situation: how the partnership stands.
        until: the last day on which what recurs may begin again.
    """
    for found in meetings(situation, until):
        yield from _of_meetings(situation, found)
    for document in _speaking(situation):
        for milestone in document.milestones:
            yield _of_milestone(situation, document, milestone)
        for event in document.scrutiny_events:
            yield from _of_scrutiny(situation, document, event, until)
    for statement in situation.of("statements"):
        yield from _of_statement(situation, statement, until)


def uncounted(situation: Situation) -> Iterator[str]:
    """Say of which bodies no meeting can be expected, and why."""
    reasons: dict[str, dict[str, None]] = {}
    for found in meetings(situation, situation.as_of):
        if found.uncounted:
            reasons.setdefault(found.uncounted, {})[found.body.name] = None
    for reason, names in reasons.items():
        yield f"No meetings are expected of these, since {reason}: {', '.join(names)}."


def _speaking(situation: Situation) -> list[Document]:
    """Return the arrangements in force, and the documents that are no arrangements; superseded ones are silent."""
    others = [d for d in situation.partnership.documents if d.kind is not DocumentKind.ARRANGEMENTS]
    return [*([situation.document] if situation.document else []), *others]


# Meetings


def _of_meetings(situation: Situation, found: Meetings) -> Iterator[Item]:
    path = situation.path(found.body)
    said = f"{_BOTH if found.disputed else 'stated: '}{found.frequency}"
    for stretch in found.stretches:
        recorded = f"{stretch.recorded} of {stretch.expected} recorded"
        if stretch.perhaps > stretch.recorded:
            recorded += f", perhaps {stretch.perhaps}"
        judged = stretch.state in _KEPT
        yield Item(
            id=f"meeting/{found.body.id}/{stretch.first.latest.isoformat()}",
            kind=Kind.MEETING,
            state=_KEPT[stretch.state] if judged else _ahead(stretch.last, situation.as_of),
            due=stretch.last,
            subject=found.body.name,
            what=_meeting(stretch),
            message=f"{said}; {recorded}" if judged else said,
            path=path,
        )


def _meeting(stretch: Stretch) -> str:
    count = "a meeting" if stretch.expected == 1 else f"{stretch.expected} meetings"
    days = Span(stretch.first.earliest, stretch.last.latest).in_words()
    return f"{count} {days}"


def _ahead(due: Span, as_of: date) -> State:
    """Say how something stands that is not recorded, and whose last day may not be over."""
    if due.earliest > as_of:
        return State.PENDING
    return State.DUE_TODAY if due.exact and due.latest == as_of else State.OPEN


# Plans with a day


@frozen(kw_only=True)
class _Plan:
    """A plan for a day.

    Args:
        when: on which days it may be; none where no day is set.
        done: whether the text reports it as done; none where it does not say, or contradicts itself.
        done_on: when it was done, as far as stated.
        written: from when the text may be.
        onwards: whether it goes on from that day.
    """

    when: Span | None
    done: bool | None = None
    done_on: Span | None = None
    written: date = date.min
    onwards: bool = False

    def stands(self, as_of: date) -> tuple[State, str]:
        """Say how it stands on a date, and in words."""
        if self.done_on is not None and self.when is not None and self.done_on.latest <= as_of:
            return self._done(self.when, self.done_on)
        if self.done:
            return State.MET, "the text reports it as done"
        if self.when is None:
            return State.OPEN, "no day can be said for it"
        return self._open(self.when, as_of)

    def _open(self, when: Span, as_of: date) -> tuple[State, str]:
        if when.earliest > as_of:
            return State.PENDING, "planned, and goes on from then" if self.onwards else "planned"
        if when.latest >= as_of:
            return (State.DUE_TODAY, "planned for today") if when.exact else (State.OPEN, "it may be due now")
        # A text from before the day could not yet say that it was done.
        if self.done is False and self.written > when.latest:
            return State.MISSING, "the text, written later, reports it as not done"
        return State.OPEN, "its day has passed, and nothing shows that it happened"

    def _done(self, when: Span, done: Span) -> tuple[State, str]:
        said = f"done {done.in_words()}"
        if done.latest <= when.earliest:
            return State.MET, said
        return (State.LATE, f"late: {said}") if done.earliest > when.latest else (State.OPEN, said)


def _stated(dates: Iterable[PartialDate | None]) -> Span | None:
    known = [when for when in dates if when is not None]
    return Span.of(known) if known else None


def _sure(values: Sequence[bool | None]) -> bool | None:
    return values[0] if len(values) == 1 else None


def _written(document: Document | None) -> date:
    return document.newest.earliest if document and document.newest else date.min


def _planned(plan: _Plan, situation: Situation, *, kind: Kind, subject: str, what: str, path: str) -> Item:
    state, message = plan.stands(situation.as_of)
    return Item(
        id=f"{kind.value}/{what}", kind=kind, state=state, due=plan.when, subject=subject, what=what, message=message,
        path=path,
    )  # fmt: skip


def _of_milestone(situation: Situation, document: Document, milestone: Milestone) -> Item:
    plan = _Plan(
        when=_stated(milestone.values("when")),
        done=_sure(milestone.values("done")),
        written=_written(document),
        onwards=milestone.onwards,
    )
    return _planned(
        plan, situation, kind=Kind.MILESTONE, subject=situation.partnership.name, what=milestone.what,
        path=situation.path(milestone),
    )  # fmt: skip


def _of_scrutiny(situation: Situation, document: Document, event: ScrutinyEvent, until: date) -> Iterator[Item]:
    """List when scrutiny is planned or recurs, and what is to be done because of it."""
    path = situation.path(event)
    when = _stated(event.values("when"))
    done = True if event.values("progress") == (Progress.DONE,) else None
    subject = _whose(situation, event.by)
    if when is not None:
        plan = _Plan(when=when, done=done, written=_written(document))
        yield _planned(plan, situation, kind=Kind.SCRUTINY, subject=subject, what=event.name, path=path)
    for index, action in enumerate(event.actions):
        due = _stated(action.values("due"))
        if due is not None:
            plan = _Plan(when=due, done_on=_stated(action.values("done")), written=_written(document))
            whose, here = _whose(situation, action.by), f"{path}.actions[{index}]"
            yield _planned(plan, situation, kind=Kind.SCRUTINY, subject=whose, what=action.what, path=here)
    if document is situation.document and done is None:
        recurs = _Recurs(event.values("how_often"), _since(situation, ()), event.name, subject, path)
        yield from recurs.items(situation, until)


# What recurs


@frozen
class _Recurs:
    """Something that recurs: how often, from when, what it is, whose, and where it is written."""

    often: Sequence[Frequency | None]
    since: Sequence[PartialDate]
    what: str
    subject: str
    path: str

    def items(self, situation: Situation, until: date) -> Iterator[Item]:
        """List when it is next expected; whether it happened before, the text does not say."""
        readings = [(often, start) for often in self.often if often is not None for start in self.since]
        for often, start in readings:
            said = f"{_BOTH if len(readings) > 1 else ''}{often.text}, as the documents say"
            for stretch in expected(often, start, until):
                if stretch.last.latest >= situation.as_of:
                    yield Item(
                        id=f"recurring/{self.what}/{stretch.first.latest.isoformat()}",
                        kind=Kind.RECURRING,
                        state=_ahead(stretch.last, situation.as_of),
                        due=stretch.last,
                        subject=self.subject,
                        what=self.what,
                        message=said,
                        path=self.path,
                    )


def _of_statement(situation: Situation, statement: Statement, until: date) -> Iterator[Item]:
    """List when something that is stated will be so, or is next expected."""
    if statement.values("stance") != (Stance.DONE,):
        return
    path = situation.path(statement)
    subject = _whose(situation, statement.who)
    what = statement.says or f"{statement.topic.value}: {', '.join(statement.parts)}"
    when = _stated(statement.values("planned_for"))
    if when is not None:
        plan = _Plan(when=when)
        yield _planned(plan, situation, kind=Kind.MILESTONE, subject=subject, what=what, path=path)
    if not _is_its_meeting(situation, statement):
        since = _since(situation, statement.values("planned_for"))
        yield from _Recurs(statement.values("how_often"), since, what, subject, path).items(situation, until)


def _is_its_meeting(situation: Situation, statement: Statement) -> bool:
    """Say whether a statement only repeats how often one body meets, which is listed with its meetings."""
    if len(statement.who) != 1:
        return False
    often = [meets.how_often for body in situation.bodies if body.id == statement.who[0] for meets in body.meets]
    return statement.how_often in often


def _since(situation: Situation, own: Iterable[PartialDate | None]) -> list[PartialDate]:
    """Return from when something may recur: its own start, else that of the arrangements."""
    if starts := [when for when in own if when is not None]:
        return starts
    publication = situation.document.publication if situation.document else None
    for name in ("implemented", "published"):
        stated = publication.values(name) if publication else ()
        if any(stated):
            return [when for when in stated if when is not None]
    return []


def _whose(situation: Situation, who: Sequence[str]) -> str:
    return situation.names(who) if who else situation.partnership.name
