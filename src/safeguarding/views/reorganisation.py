"""What follows from reorganisations for a partnership: as a page, or for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType

from safeguarding.assessment.engine import cited
from safeguarding.assessment.reorganisation import (
    Certainty,
    Consequence,
    Ended,
    EventKind,
    Follows,
    Reorganisation,
    Reorganised,
    Role,
    Sort,
)
from safeguarding.dates import in_words
from safeguarding.law.catalogue import catalogue
from safeguarding.law.gazetteer.bodies import listed
from safeguarding.views.layout import page, underlined, wrapped
from safeguarding.views.wording import amount, sentence

_LABEL = 10
_REST = " " * _LABEL


def reorganised_as_text(found: Reorganised, period: tuple[date, date] | None = None) -> str:
    """Write what follows from reorganisations, for a screen of eighty columns.

    Args:
        found: what follows.
        period: the first and the last day for which the gazetteer was asked; none where the events were given.
    """
    lines = [*underlined(f"What reorganisation changes: {found.name}", "="), ""]
    lines += wrapped(_introduction(found, period))
    before: tuple[str, list[str]] = ("", [])
    for number, event in enumerate(found.events):
        lines += ["", "", *underlined(f"{_when(event)}: {title_of(event)}"), *_head(event)]
        own = found.of(number)
        lines += _ended(own) + _agreed(own)
        published = _published(own)
        again = published and before == (str(event.starts), published)
        lines += ["", *wrapped("To be published: as for the event above.")] if again else published
        before = (str(event.starts), published)
        lines += [] if own else ["", "Nothing follows for what the documents say."]
    lines += _unmatched(found)
    for notice in found.notices:
        lines += ["", *wrapped(sentence(notice), "Note: ")]
    return page(lines)


def _introduction(found: Reorganised, period: tuple[date, date] | None) -> str:
    looked = (
        f"The arrangements are looked at as they stood on {in_words(found.as_of)}."
        if found.as_of
        else "The arrangements are looked at as they stood on the first day of each."
    )
    if period is None:
        return f"{amount(len(found.events), 'event')} given. {looked if found.events else ''}"
    span = f"from {in_words(period[0])} to {in_words(period[1])}"
    if not found.events:
        rest = " Of what is listed below it cannot tell." if found.unmatched else ""
        return f"The gazetteer knows of no reorganisation that concerns this partnership {span}.{rest}"
    return (
        f"The gazetteer knows of {amount(len(found.events), 'event')} that {_concern(len(found.events))} this "
        f"partnership {span}. {looked}"
    )


def _concern(number: int) -> str:
    return "concerns" if number == 1 else "concern"


def _when(event: Reorganisation) -> str:
    return event.starts.in_words()


def title_of(event: Reorganisation) -> str:
    """Say in a few words what an event is.

    Args:
        event: the event.
    """
    if event.kind is EventKind.PARTNERSHIPS_MERGED:
        return f"the partnerships merge{f' to {event.name}' if event.name else ''}"
    if event.kind is EventKind.PARTNERSHIP_DIVIDED:
        return f"the partnership is divided into {listed([part.name for part in event.parts])}"
    if event.kind is EventKind.HEALTH_BOUNDARY:
        return "the areas of health bodies change"
    main = [one for one in event.ends if one.sort is not Sort.DISTRICT] or list(event.ends)
    names = listed([one.name for one in main])
    if not event.begins:
        return f"{names} {'ends' if len(main) == 1 else 'end'}"
    gives = "gives" if len(main) == 1 else "give"
    return f"{names} {gives} way to {listed([one.name for one in event.begins])}"


def _head(event: Reorganisation) -> list[str]:
    lines: list[str] = []
    rows = [("Ends", _of_ended(one)) for one in event.ends]
    for one in event.begins:
        partner = f": by law a partner for {listed(one.partner_for)}" if one.partner_for else ""
        partner += f", beside {listed(one.beside)}" if one.beside else ""
        partner += ": by law a partner for none of the areas here" if one.elsewhere else ""
        rows.append(("Begins", f"{one.name}{partner}{'' if one.sure else ', which was worked out, and not read'}"))
    rows += [("Part", f"{part.name}: {', '.join(part.areas)}") for part in event.parts]
    rows += [("Known by", says) for says in event.basis or (("not said",) if event.given else ())]
    rows += [] if event.starts.exact else [("The day", "open, and so from when all that follows is so")]
    last = ""
    for label, text in rows:
        lines += wrapped(sentence(text), f"{label if label != last else '':<{_LABEL}}", _REST)
        last = label
    return lines


def _of_ended(one: Ended) -> str:
    name = f"{one.name} goes on, and no longer takes in any of the area" if one.goes_on else one.name
    after = f": {listed(one.successors)}" if one.successors and one.sort is Sort.DISTRICT else ""
    if one.named:
        return f"{name}{after}"
    came = f"; it had come in the place of {listed(one.after)}" if one.after else ""
    return f"{name}{after}, not named in the documents{came}"


# What is invalidated


def _ended(own: Sequence[Consequence]) -> list[str]:
    lines: list[str] = []
    for follows, title in ((Follows.ENDS, "Invalidated"), (Follows.GOES, "Goes along")):
        some = [one for one in own if one.follows is follows]
        if some:
            lines += ["", *wrapped(f"{title}: {_counted(some)}")]
            lines += _by_role(some)
    records = [one for one in own if one.follows is Follows.RECORD]
    if records:
        kinds = ", ".join(dict.fromkeys(one.document.replace("-", " ") for one in records))
        lines += ["", *wrapped(f"{amount(len(records), 'place')} in what only records the past ({kinds}) stay.")]
    return lines


def _counted(some: Sequence[Consequence]) -> str:
    counts = Counter(one.certainty for one in some)
    said = [f"{counts[one]} {one.value}" for one in Certainty if counts[one]]
    if len(counts) == 1:
        only = "" if counts[Certainty.CERTAIN] else f", {'all ' if len(some) > 1 else ''}{next(iter(counts)).value}"
        return f"{amount(len(some), 'place')}{only}"
    return f"{amount(len(some), 'place')} ({', '.join(said)})"


def _by_role(some: Sequence[Consequence]) -> list[str]:
    """List what is invalidated by role, each entry once with the places in it."""
    lines: list[str] = []
    for role in Role:
        entries: dict[tuple[str, str, str], list[Consequence]] = {}
        for one in some:
            if one.role is role:
                entries.setdefault((one.at, one.subject, _remark(one)), []).append(one)
        if entries:
            lines += [f"  {role.value}"]
            for (_, subject, remark), places in entries.items():
                lines += wrapped(f"{subject}{remark}", "    - ", "      ")
                paths = ", ".join(dict.fromkeys(one.path or one.at for one in places))
                read = "; ".join(dict.fromkeys(place.in_words() for one in places for place in one.places))
                lines += wrapped(f"{paths}{f' ({read})' if read else ''}", "      ")
    return lines


def _remark(one: Consequence) -> str:
    """Say what an entry has to do with it, where that does not go without saying, and what is open."""
    why = f": {one.why}" if one.role is Role.ITSELF or one.follows is Follows.GOES else ""
    if one.certainty is Certainty.CERTAIN or (not one.starts.exact and one.doubt in {"", "the day is open"}):
        return why
    word = "open" if one.certainty is Certainty.OPEN else "already dealt with"
    return f"{why} ({word}{f': {one.doubt}' if one.doubt else ''})"


# What is to be agreed and published


def _agreed(own: Sequence[Consequence]) -> list[str]:
    some = [one for one in own if one.follows is Follows.AGREE]
    names = {one.path or one.at: one.subject for one in own if one.follows is Follows.ENDS}
    lines = ["", "To be agreed:"] if some else []
    alike: dict[tuple[str, ...], list[Consequence]] = {}
    for number, one in enumerate(some):
        # Entries of which the same has to be decided are listed together.
        key = (one.role.value, one.why, one.certainty.value) if one.at else (str(number),)
        alike.setdefault(key, []).append(one)
    for several in alike.values():
        lines += _item(several[0], names) if len(several) == 1 else _several(several)
    return lines


def _several(some: Sequence[Consequence]) -> list[str]:
    """Write entries of which the same has to be decided."""
    lines = wrapped(f"{len(some)} entries, each: {some[0].why}{_doubt(some[0])}", "  - ", "    ")
    return lines + [line for one in some for line in wrapped(f"{one.subject} ({one.at})", "      ", "        ")]


def _doubt(one: Consequence) -> str:
    """Say that it is not certain; what is open about the day is said once, for the event."""
    return "" if one.certainty is Certainty.CERTAIN or not one.starts.exact else f" [{one.certainty.value}]"


def _item(one: Consequence, names: Mapping[str, str] = MappingProxyType({})) -> list[str]:
    why = f": {one.why}" if one.why else ""
    lines = wrapped(f"{one.subject}{why}{_doubt(one)}", "  - ", "    ")
    shown = [f"{level_of(key, one)}: {cited_by(key, one.starts.latest)} ({key})" for key in one.keys]
    lines += wrapped("; ".join(shown), "    ") if shown else []
    about = [one.at] if one.at else []
    about += [names.get(path, path) for path in one.rests_on]
    return lines + (wrapped(f"about {_shortened(list(dict.fromkeys(about)))}", "    ") if about else [])


_SHOWN = 6


def _shortened(paths: Sequence[str]) -> str:
    more = len(paths) - _SHOWN
    return "; ".join(paths[:_SHOWN]) + (f" and {more} more" if more > 0 else "")


def level_of(key: str, one: Consequence) -> str:
    """Say how strongly a requirement asks on the day."""
    return f"{catalogue()[key].at(one.starts.latest).level.value}"


def cited_by(key: str, day: date) -> str:
    """Cite the provision on which a requirement rests."""
    first = cited(key, day)[0]
    return f"{first.instrument}, {first.provision}"


def _published(own: Sequence[Consequence]) -> list[str]:
    some = [one for one in own if one.follows is Follows.PUBLISH]
    lines = ["", "To be published:"] if some else []
    for one in some:
        lines += _item(one)
    return lines


def _unmatched(found: Reorganised) -> list[str]:
    if not found.unmatched:
        return []
    lines = ["", "", *underlined("Not matched, so that it is open what they are")]
    for one in found.unmatched:
        lines += wrapped(f"{one.name} ({one.at}): {sentence(one.why)}", "- ", "  ")
    return lines
