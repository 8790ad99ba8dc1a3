"""What falls due as an iCalendar file, for the calendars of Outlook and Google among others."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from safeguarding.assessment import Agenda, Item, Kind, Standing
from safeguarding.dates import State, in_words
from safeguarding.errors import SafeguardingError
from safeguarding.law.instruments import Verification
from safeguarding.views.wording import one_line, sentence, shortened

if TYPE_CHECKING:
    from icalendar import Event

_PRODUCT = "-//safeguarding//What falls due//EN"
_LONGEST = 120
_DAY = timedelta(days=1)
_CATEGORY = {
    Kind.CASE: "Case",
    Kind.DUTY: "Duty",
    Kind.MEETING: "Meeting",
    Kind.MILESTONE: "Milestone",
    Kind.RECURRING: "Recurring",
    Kind.SCRUTINY: "Scrutiny",
}


def agenda_as_ics(agenda: Agenda) -> str:
    r"""Write what falls due as an iCalendar file (RFC 5545), to be written in UTF-8 as it is.

    Each thing is an event of a whole day. What is due on that day or later stands on its last day, or on the first of
    the days that this may be. What is overdue stands on the date of the agenda, since a calendar is not opened at days
    gone by; its title says since when, and a later agenda moves it on. What was done, late or in time, and what is
    open with its day gone by, are not in it: the other forms list them. Where nothing is left, one event says so.

    No event counts as busy, and none has an alarm. The id of an event is made of the partnership and of what the event
    is about, so a calendar that knows it from an earlier agenda can take the later one in its place.

    Args:
        agenda: the agenda.

    Returns:
        text of which each line ends with ``\r\n``; write it as bytes: ``agenda_as_ics(agenda).encode()``.

    Raises:
        SafeguardingError: the package that writes it is not installed.
    """
    try:
        from icalendar import Calendar, vText  # noqa: PLC0415  # an extra, and only this form needs it
    except ImportError:
        raise SafeguardingError(
            "a calendar is written by the package icalendar, which is not installed: "
            'pip install "safeguarding[calendar]"'
        ) from None
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    # As text, so that what separates values in it is escaped.
    calendar.add("x-wr-calname", vText(one_line(f"{agenda.name}: what falls due")))
    dated = [(item, day) for item in agenda if (day := _day(agenda, item)) is not None]
    for item, day in dated:
        calendar.add_component(_event(agenda, item, day))
    if not dated:
        calendar.add_component(_nothing(agenda))
    written: bytes = calendar.to_ical()
    return written.decode("utf-8")


def _day(agenda: Agenda, item: Item) -> date | None:
    """Return the day on which it stands in a calendar, if it does."""
    if item.standing is Standing.OVERDUE:
        return agenda.as_of
    ahead = item.state in {State.PENDING, State.DUE_TODAY, State.OPEN}
    if not ahead or item.due is None or item.due.latest < agenda.as_of:
        return None
    return max(item.due.earliest, agenda.as_of)


def _event(agenda: Agenda, item: Item, day: date) -> Event:
    title = _title(agenda, item)
    lines = _description(item, whole=title if len(title) > _LONGEST else "")
    event = _whole_day(agenda, item.id, day, shortened(title, _LONGEST), lines)
    event.add("categories", ["Safeguarding", _CATEGORY[item.kind]])
    event.add("status", "TENTATIVE" if item.state is State.OPEN else "CONFIRMED")
    return event


def _nothing(agenda: Agenda) -> Event:
    """Make the event of a calendar that would have none, which a calendar file must not."""
    until = in_words(agenda.until)
    event = _whole_day(agenda, "nothing", agenda.as_of, f"Nothing falls due up to {until}", ())
    event.add("categories", ["Safeguarding"])
    event.add("status", "CONFIRMED")
    return event


def _whole_day(agenda: Agenda, about: str, day: date, title: str, lines: Iterable[str]) -> Event:
    """Make an event of a whole day that takes up nobody's time."""
    from icalendar import Event  # noqa: PLC0415  # an extra, and only this form needs it

    event = Event()
    event.add("uid", _identity(agenda, about))
    # The date of the agenda: the clock is not read. Outlook wants both, and a later agenda has later ones.
    event.add("dtstamp", datetime(agenda.as_of.year, agenda.as_of.month, agenda.as_of.day, tzinfo=UTC))
    event.add("sequence", agenda.as_of.toordinal())
    event.add("dtstart", day)
    if day < date.max:
        event.add("dtend", day + _DAY)
    event.add("summary", title)
    if description := "\n".join(one_line(line) for line in lines):
        event.add("description", description)
    event.add("transp", "TRANSPARENT")
    event.add("x-microsoft-cdo-busystatus", "FREE")
    return event


def _identity(agenda: Agenda, about: str) -> str:
    """Make an id of what the event is about, which is short and plain whatever is in its words."""
    digest = sha256(f"{agenda.partnership}\0{about}".encode("utf-8", "surrogatepass")).hexdigest()[:32]
    return f"{digest}@{agenda.partnership}.safeguarding"


def _title(agenda: Agenda, item: Item) -> str:
    subject = "" if item.subject == agenda.name else f"{item.subject}: "
    since = f"Overdue since {in_words(item.due.latest)}: " if item.standing is Standing.OVERDUE and item.due else ""
    perhaps = "Perhaps due: " if item.state is State.OPEN else ""
    return one_line(f"{since}{perhaps}{subject}{item.what}")


def _description(item: Item, whole: str) -> Iterable[str]:
    """Say what the event is about, line by line; first its whole title where that was cut."""
    if whole:
        yield whole
    yield sentence(item.message)
    if item.due is not None and not item.due.exact:
        yield f"The last day is {item.due.in_words()}; it stands here on the first day that is not past."
    if item.requirement is not None and item.level is not None:
        yield f"{item.requirement.title} ({item.level.value}, {item.requirement.key})"
        yield f"To do: {item.requirement.do}"
    for cited in item.citations:
        status = "" if cited.status == Verification.READ.value else f" ({cited.status}, not read at source)"
        yield f"Asked by: {cited.instrument}, {cited.provision}{status} {cited.url}"
    if not item.citations:
        yield "Asked by: the partnership's own documents"
    for missing in item.missing:
        yield f"Needed: {missing.need}"
