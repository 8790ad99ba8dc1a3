"""What falls due as plain text, for a terminal of eighty columns."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from safeguarding.assessment import Agenda, Item, Standing
from safeguarding.dates import PartialDate, Span, in_words
from safeguarding.law.instruments import INSTRUMENTS, Verification
from safeguarding.views.layout import page, underlined, wrapped
from safeguarding.views.wording import harmless, one_line, sentence

_GUTTER = 15
_BODY = " " * _GUTTER
_FEW = 2
_LATEST = 10
_DECEMBER = 12
_NAMES = {instrument.id: instrument.name for instrument in INSTRUMENTS}
_STARTS = {"incident": "the incident", "aware": "the authority's becoming aware", "notified": "the notification"}
_SAYS = {
    Standing.OVERDUE: "The last day is over, and nothing is recorded of these.",
    Standing.LATE: "These came after their last day, ended too soon, or were not held.",
    Standing.OPEN: "What is recorded does not settle these, or their day has passed without a word of them.",
    Standing.TODAY: "Today is the last day on which these are in time.",
    Standing.COMING: "Beside each is its last day; where that is open, the days that it may be.",
    Standing.DONE: "Nothing is left to do.",
}
_COUNTED = {
    Standing.OVERDUE: ("is overdue", "are overdue"),
    Standing.LATE: ("was late or missed", "were late or missed"),
    Standing.OPEN: ("is open", "are open"),
    Standing.TODAY: ("is due today", "are due today"),
    Standing.COMING: ("is coming up", "are coming up"),
    Standing.DONE: ("was done in time", "were done in time"),
}


def agenda_as_text(agenda: Agenda, *, verbose: bool = False) -> str:
    """Write what falls due to be read on a screen: what is overdue first, what was done in time last.

    Args:
        agenda: the agenda.
        verbose: whether to leave nothing out: addresses, where each is written, what to do, all that was done.

    Returns:
        lines of at most 80 characters; only an address, which stands alone on its line, may be longer.
    """
    lines = underlined(f"{agenda.name}: what falls due", "=")
    for label, text in _facts(agenda, verbose=verbose):
        lines += wrapped(text, f"{label:<{_GUTTER}}", _BODY)
    for notice in agenda.notices:
        lines += ["", *wrapped(notice, "Note: ")]
    lines += ["", *wrapped(_in_short(agenda))]
    if agenda.items:
        lines += wrapped("What names no requirement is asked by the partnership's own documents.")
    for standing in Standing:
        if items := agenda.of(standing):
            lines += ["", "", *underlined(f"{standing.value.capitalize()} ({len(items)})"), *wrapped(_SAYS[standing])]
            lines += _section(agenda, standing, items, verbose=verbose)
    return page(lines)


def _facts(agenda: Agenda, *, verbose: bool) -> Iterable[tuple[str, str]]:
    """Say as of when, up to when and by what: pairs of a label and a text."""
    yield "As of", in_words(agenda.as_of) + ("" if agenda.as_of_given else " (no date was given)")
    yield "Until", in_words(agenda.until)
    guidance = _NAMES.get(agenda.guidance, agenda.guidance)
    yield "By", f"{guidance}, the Acts and regulations behind it, and the partnership's own documents"
    if verbose or agenda.rapid_review_from != "aware":
        yield "Rapid review", f"counted from {_STARTS[agenda.rapid_review_from]}"
    inputs = [f"{i.path} (SHA-256 {i.sha256})" if verbose else i.path for i in agenda.inputs]
    if inputs:
        yield "File" if len(inputs) == 1 else "Files", "; ".join(inputs)
    digest = f", SHA-256 {agenda.ruleset.sha256}" if verbose and agenda.ruleset.sha256 else ""
    yield "Rules", f"version {agenda.ruleset.version}{digest}"


def _in_short(agenda: Agenda) -> str:
    """Say in a sentence how it stands."""
    said = []
    for standing, (one, several) in _COUNTED.items():
        if items := agenda.of(standing):
            text = f"{len(items)} {one if len(items) == 1 else several}"
            first = items[0].due if standing is Standing.COMING else None
            said.append(f"{text}, the first by {in_words(first.earliest)}" if first else text)
    return f"In short: {'; '.join(said)}." if said else "Nothing falls due."


def _section(agenda: Agenda, standing: Standing, items: Sequence[Item], *, verbose: bool) -> list[str]:
    lines: list[str] = []
    if standing is Standing.COMING:
        for month, found in groupby(items, key=_month):
            lines += ["", *wrapped(f"- {month} -")]
            for item in found:
                lines += ["", *_entry(agenda, item, verbose=verbose)]
        return lines
    hidden = len(items) - _LATEST if standing is Standing.DONE and not verbose else 0
    if hidden > 0:
        lines += wrapped(f"The last {_LATEST} are shown; --verbose shows the {hidden} before them.")
    for item in items[max(hidden, 0) :]:
        lines += ["", *_entry(agenda, item, verbose=verbose)]
    return lines


def _month(item: Item) -> str:
    day = item.due.earliest if item.due else date.max
    return PartialDate(min(day.year, date.max.year - 1), day.month).in_words()


def _entry(agenda: Agenda, item: Item, *, verbose: bool) -> list[str]:
    subject = "" if item.subject == agenda.name else f"{item.subject}: "
    lines = [*wrapped(f"{subject}{item.what}", _BODY), *wrapped(sentence(item.message), _BODY)]
    for index, day in enumerate(_when(item.due)):
        lines[index] = f"{day:<{_GUTTER}}{lines[index][_GUTTER:]}"
    if item.requirement is not None and item.level is not None:
        lines += wrapped(f"{item.level.value}, {item.requirement.key}", _BODY)
    lines += _source(item, verbose=verbose)
    needed = [f"{missing.need} [{missing.path}]" for missing in item.missing]
    for index, text in enumerate(needed if verbose else needed[:_FEW]):
        lines += _row("Needed" if not index else "", text)
    if len(needed) > _FEW and not verbose:
        lines += _row("", f"and {len(needed) - _FEW} more")
    if item.requirement is not None and (item.standing is Standing.OVERDUE or verbose):
        lines += _row("To do", item.requirement.do)
    return lines


def _row(label: str, text: str) -> list[str]:
    return wrapped(text, f"  {label:<{_GUTTER - 2}}", f"{_BODY}  ")


def _source(item: Item, *, verbose: bool) -> list[str]:
    """Say what asks for it: the provisions, or the partnership's own documents."""
    lines: list[str] = []
    for index, cited in enumerate(item.citations):
        status = "" if cited.status == Verification.READ.value else f" ({cited.status}, not read at source)"
        lines += _row("Asked by" if not index else "", f"{cited.instrument}, {cited.provision}{status}")
        lines += [f"{_BODY}{harmless(cited.url)}"] if verbose and cited.url else []
    if verbose and item.path:
        lines += _row("Written at", f"[{item.path}]")
    return lines


def _when(due: Span | None) -> list[str]:
    """Write the days on which it may be due so that they fit beside the text."""
    if due is None:
        return ["no day known"]
    if due.exact:
        return [_short(due.latest)]
    if due.earliest.day == 1 and due.latest == _month_end(due.latest):
        if (due.earliest.year, due.earliest.month) == (due.latest.year, due.latest.month):
            return [_short(due.latest).split(" ", 1)[1]]
        if due.earliest.month == 1 and due.latest.month == _DECEMBER and due.earliest.year == due.latest.year:
            return [str(due.latest.year)]
    return [_short(due.earliest), f"to {_short(due.latest)}"]


def _month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _short(day: date) -> str:
    number, month, year = in_words(day).split()
    return one_line(f"{number} {month[:3]} {year}")
