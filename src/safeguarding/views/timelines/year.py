"""The picture of a partnership's year: meetings, milestones, its yearly report, and what its cases ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from attrs import frozen

from safeguarding.assessment.agenda import Agenda, Item, Kind
from safeguarding.dates import FAILED, Span, State, in_words
from safeguarding.dates.recurrence import Keeping
from safeguarding.law.casework import WORDS
from safeguarding.model import Case, CaseKind
from safeguarding.structure import ANY_DAY, when
from safeguarding.structure.meetings import Meetings, Stretch
from safeguarding.views.timelines.case import told_apart
from safeguarding.views.timelines.layout import Bar, Group, Lane, Look, Mark, Sign, Standing, Timeline, identifier
from safeguarding.views.timelines.layout import day_after as after
from safeguarding.views.timelines.words import first_up
from safeguarding.views.wording import amount

_DECEMBER = 12
_LONG = 60
"""So many characters of a text go into an id."""
_STATES = {
    State.MISSING: (Standing.FAILED, Sign.FAILED, "OVERDUE"),
    State.LATE: (Standing.FAILED, Sign.FAILED, "LATE"),
    State.TOO_SHORT: (Standing.FAILED, Sign.FAILED, "TOO SHORT"),
    State.OPEN: (Standing.OPEN, Sign.OPEN, "open"),
    State.DUE_TODAY: (Standing.RUNNING, Sign.DUE, "DUE TODAY"),
    State.PENDING: (Standing.RUNNING, Sign.DUE, "to come"),
    State.MET: (Standing.MET, Sign.MET, "met"),
}
"""How each state stands and is marked, and its word, in the order in which they are counted."""
_KEEPING = {
    Keeping.MISSED: (Standing.FAILED, Look.OVER, "MISSED"),
    Keeping.OPEN: (Standing.OPEN, Look.PERHAPS, "open"),
    Keeping.RUNNING: (Standing.RUNNING, Look.ALLOWED, "to come"),
    Keeping.KEPT: (Standing.MET, Look.KEPT, "kept"),
}
"""The same of the windows for meetings."""
_SAID_ALREADY = ("in time: ", "late: ", "open: ")
"""What a message may begin with that the word for the state has said."""
_PLANNED = tuple(kind for kind in Kind if kind not in {Kind.CASE, Kind.DUTY, Kind.MEETING})


@frozen
class _Year:
    """The days that are drawn, and the date from which they are seen."""

    first: date
    last: date
    as_of: date

    def has(self, item: Item) -> bool:
        """Say whether something falls due in the year, or is still overdue in it."""
        if item.due is None:
            return False
        until = max(self.as_of, item.due.latest) if item.state is State.MISSING else item.due.latest
        return item.due.earliest <= self.last and until >= self.first


def picture_of_year(
    agenda: Agenda,
    year: int,
    *,
    meetings: Sequence[Meetings] = (),
    cases: Iterable[Case] = (),
    until: date | None = None,
    caption: tuple[str, ...] = (),
) -> Timeline:
    """Lay out a year.

    Args:
        agenda: what falls due; it reaches to the end of the year.
        year: the year.
        meetings: the meetings of each body beside the frequency that is stated for it.
        cases: the cases that are written down, for what kind they are and when they went on.
        until: the last day to be drawn, in that year; its 31 December, if not given.
        caption: what a reader should know beside that.
    """
    end = date(year, _DECEMBER, 31)
    seen = _Year(date(year, 1, 1), end if until is None else min(until, end), agenda.as_of)
    items = [item for item in agenda if seen.has(item)]
    known = {case.id: case for case in cases}
    groups = (
        ("Meetings", [lane for found in meetings for lane in _of_meetings(found, seen)]),
        ("Milestones and what recurs", _of_items(items, _PLANNED, seen)),
        ("Yearly report and other duties", _of_duties(items, known, seen)),
        ("Cases", list(_of_cases(items, known, seen))),
    )
    return Timeline(
        id=f"y{year}",
        title=f"{agenda.name}: {year}, as of {in_words(agenda.as_of)}",
        caption=(*caption, *agenda.notices),
        first=seen.first,
        last=seen.last,
        as_of=agenda.as_of,
        groups=tuple(Group(title=title, lanes=told_apart(lanes)) for title, lanes in groups if lanes),
        asides=tuple(_aside(item) for item in agenda if item.due is None),
        of_a_year=True,
    )


def _aside(item: Item) -> str:
    return f"{item.subject}: {item.what}: {item.message} (no day can be said)."


# Meetings


def _of_meetings(found: Meetings, seen: _Year) -> Iterator[Lane]:
    """Draw the stretches of days in which a body is to meet, and the meetings that are recorded."""
    stretches = [s for s in found.stretches if s.first.earliest <= seen.last and s.last.latest >= seen.first]
    if not stretches:
        return
    counts = [(sum(s.state is state for s in stretches), word) for state, (_, _, word) in _KEEPING.items()]
    missed = [s for s in stretches if s.state is Keeping.MISSED]
    held = [Span.of(meeting.values("on")) for meeting in found.held]
    yield Lane(
        id=identifier("body", found.body.id),
        title=found.body.name,
        limit=f"{found.frequency}; the text contradicts itself" if found.disputed else found.frequency,
        headline=", ".join(f"{number} {word}" for number, word in counts if number),
        detail=f"missed {_days(missed[0])}{_more(len(missed) - 1)}" if missed else "",
        standing=next(_KEEPING[state][0] for state in _KEEPING if any(s.state is state for s in stretches)),
        bars=tuple(bar for stretch in stretches for bar in _stretch(stretch)),
        marks=tuple(
            Mark(at=on, sign=Sign.EVENT, words=f"met {on.in_words()}")
            for on in held
            if on.earliest <= seen.last and on.latest >= seen.first
        ),
        told=tuple(_told(stretch) for stretch in stretches),
    )


def _stretch(stretch: Stretch) -> Iterator[Bar]:
    _, look, word = _KEEPING[stretch.state]
    if not (stretch.first.exact and stretch.last.exact):
        look, word = Look.PERHAPS, f"{word}, days open"
    yield Bar(first=stretch.first.latest, last=max(stretch.first.latest, stretch.last.latest), look=look, words=word)


def _days(stretch: Stretch) -> str:
    return f"{stretch.first.in_words()} to {stretch.last.in_words()}"


def _more(number: int) -> str:
    return f", and {number} more" if number else ""


def _told(stretch: Stretch) -> str:
    text = f"{_days(stretch)}: {_KEEPING[stretch.state][2]}"
    if stretch.state is Keeping.RUNNING:
        return text
    counted = f"{stretch.recorded} of {amount(stretch.expected, 'meeting')} recorded"
    return f"{text}, {counted}" + (f", perhaps {stretch.perhaps}" if stretch.perhaps > stretch.recorded else "")


# What falls due


def _of_items(items: Sequence[Item], kinds: tuple[Kind, ...], seen: _Year) -> list[Lane]:
    """Draw what the partnership's own documents say will happen, what recurs in one lane."""
    found: dict[tuple[Kind, str, str], list[Item]] = {}
    for item in items:
        if item.kind in kinds:
            found.setdefault((item.kind, item.path, item.what), []).append(item)
    return [_of_item(its, seen) for its in found.values()]


def _of_duties(items: Sequence[Item], known: dict[str, Case], seen: _Year) -> list[Lane]:
    """Draw the duties that are not those of a case, and what a yearly report asks, each in a lane."""
    reports = [item for item in items if item.kind is Kind.CASE and not _is_a_case(item, known)]
    return [*_of_items(items, (Kind.DUTY,), seen), *(_of_item([item], seen) for item in reports)]


def _is_a_case(item: Item, known: dict[str, Case]) -> bool:
    """Say whether something is asked in a case of which a reader would speak as one."""
    case = known.get(item.subject)
    return case is not None and case.kind is not CaseKind.YEARLY_REPORT


def _of_item(items: Sequence[Item], seen: _Year) -> Lane:
    item = items[0]
    ordered = sorted(items, key=_when)
    of_a_report = item.kind is Kind.CASE
    key = item.requirement.key if item.requirement else ""
    return Lane(
        id=identifier(item.kind.value, (key or item.what)[:_LONG], item.subject if of_a_report else ""),
        title=first_up(item.what),
        limit=item.subject if of_a_report else item.kind.value,
        headline=_headline(ordered),
        detail=item.message if len(items) == 1 else f"{item.message}; {_next(ordered)}".rstrip("; "),
        standing=_worst(items),
        bars=tuple(bar for each in ordered for bar in _bars(each, seen)),
        marks=tuple(map(_mark, ordered)),
        told=tuple(_line(each) for each in ordered),
    )


def _of_cases(items: Sequence[Item], known: dict[str, Case], seen: _Year) -> Iterator[Lane]:
    """Draw each case in a lane, with a mark for each of its time limits."""
    found: dict[str, list[Item]] = {}
    for item in items:
        if item.kind is Kind.CASE and _is_a_case(item, known):
            found.setdefault(item.subject, []).append(item)
    for reference in sorted(found):
        case, ordered = known[reference], sorted(found[reference], key=_when)
        yield Lane(
            id=identifier("case", reference),
            title=reference,
            limit=WORDS[case.kind],
            headline=_headline(ordered),
            detail="; ".join(text for text in (_failed(ordered), _next(ordered)) if text),
            standing=_worst(ordered),
            bars=(*_course(case, ordered), *(bar for item in ordered for bar in _bars(item, seen))),
            marks=tuple(map(_mark, ordered)),
            told=tuple(_line(item) for item in ordered),
        )


def _when(item: Item) -> tuple[date, date, str, str]:
    due = item.due or ANY_DAY
    return due.earliest, due.latest, item.what, item.path


def _line(item: Item) -> str:
    """Write something for the list, with what asks for it."""
    due = item.due.in_words() if item.due else "no day can be said"
    key = f" ({item.requirement.key})" if item.requirement else ""
    message = item.message
    for word in _SAID_ALREADY:
        message = message.removeprefix(word)
    return f"{due}: {item.what}: {_STATES[item.state][2]}: {message}{key}"


def _headline(items: Sequence[Item]) -> str:
    """Count how they stand, or say how the only one does."""
    if len(items) == 1 and items[0].state is State.PENDING and items[0].due:
        return f"due {items[0].due.in_words()}"
    counts = [(sum(item.state is state for item in items), word) for state, (_, _, word) in _STATES.items()]
    counted = [word if len(items) == 1 else f"{number} {word}" for number, word in counts if number]
    return ", ".join(counted)


def _worst(items: Sequence[Item]) -> Standing:
    return next(_STATES[state][0] for state in _STATES if any(item.state is state for item in items))


def _failed(items: Sequence[Item]) -> str:
    """Name what is overdue, or was late; the first of it where there is more."""
    found = [item for state in _STATES for item in items if item.state is state in FAILED and item.due]
    if not found:
        return ""
    item, more = found[0], _more(len(found) - 1)
    return f"{_STATES[item.state][2]}: {item.what}, {_by(item)}{more}"


def _by(item: Item) -> str:
    return f"due {item.due.in_words()}" if item.due else ""


def _next(items: Sequence[Item]) -> str:
    """Name what comes next; nothing where nothing does."""
    for item in items:
        if item.state in {State.DUE_TODAY, State.PENDING} and item.due:
            return f"next: {item.what}, {item.due.in_words()}"
    return ""


def _course(case: Case, items: Sequence[Item]) -> tuple[Bar, ...]:
    """Draw from when to when a case goes on, as far as it is dated."""
    spans = [span for span in map(when, case.events) if span != ANY_DAY]
    ends = [span.latest for span in spans] + [item.due.latest for item in items if item.due]
    if not spans:
        return ()
    return (Bar(first=min(span.earliest for span in spans), last=max(ends), look=Look.COURSE, words=case.id),)


def _bars(item: Item, seen: _Year) -> Iterator[Bar]:
    """Draw the days for which something is overdue."""
    if item.state is State.MISSING and item.due and item.due.latest < seen.as_of:
        yield Bar(first=after(item.due.latest), last=seen.as_of, look=Look.OVER, words=_short(item))


def _mark(item: Item) -> Mark:
    _, sign, word = _STATES[item.state]
    due = item.due or ANY_DAY
    return Mark(at=due, sign=sign, words=f"{word}: {item.what}, {due.in_words()}", short=_short(item))


def _short(item: Item) -> str:
    """Say in very few words how something stands, and when it is due if that is one day."""
    word = _STATES[item.state][2]
    return f"{word}, {_by(item)}" if item.due and item.due.exact else word
