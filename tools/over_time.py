"""Write how Cumbria's assessment changes over time: each change of outcome with the dated fact that explains it.

Run ``python tools/over_time.py`` after a change of a rule; a test fails until it is done, or where nothing explains a
change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from attrs import frozen

import safeguarding as sg
from safeguarding import Partnership
from safeguarding.dates import PartialDate, in_words, months_after
from safeguarding.law.catalogue import catalogue
from safeguarding.law.editions import turning_days
from safeguarding.law.gazetteer import find_authority, find_health_body
from safeguarding.law.gazetteer.rows import KNOWN_TO
from safeguarding.law.requirement import Requirement
from safeguarding.law.wt2018.deadlines import FIRST_PUBLICATION, MONTHS_TO_IMPLEMENT
from safeguarding.law.wt2023.report_days import FIRST_YEAR
from safeguarding.law.wt2023.updating import LAST_DAY
from safeguarding.model import AreaKind, Document, Publication, Side, entries
from safeguarding.model.record import stated_fields
from safeguarding.views.wording import WORDS

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "cumbria-2019.toml"
PAGE = ROOT / "docs" / "cumbria-over-time.md"
DAY = timedelta(days=1)
WHO_MUST = frozenset({"ch3.partners.three", "ch3.geo.coverage", "wt23.geo.coverage"})
"""The requirements that ask who there must be, by the gazetteer."""
FIRST, LAST = date(2018, 1, 1), date(2026, 12, 1)


@frozen
class Fact:
    """Something with a date that can change what follows from the same document.

    Args:
        day: the first day on which it counts.
        says: what it is.
        keys: the requirements that it bears on; all, if none is named.
        path: the entry of the document whose date it is, which bears on what rests on that entry; empty for none.
    """

    day: date
    says: str
    keys: frozenset[str] = frozenset()
    path: str = ""

    def bears_on(self, change: Change) -> bool:
        """Say whether it can be why an outcome changes: it is of that day, and of what the outcome rests on."""
        of_it = not self.path or any(f"{one}.".startswith(f"{self.path}.") for one in change.rests_on)
        return self.day == change.day and of_it and (not self.keys or change.key in self.keys)


@frozen
class Change:
    """A requirement that comes out otherwise from a day on.

    Args:
        day: the first day of the new outcome.
        key: the requirement.
        before: how it came out until then.
        after: how it comes out from then on.
        rests_on: the entries that it rested on, or rests on, and those that would settle it.
    """

    day: date
    key: str
    before: str
    after: str
    rests_on: frozenset[str]


def months() -> list[date]:
    """Return the first of each month."""
    return [date(year, month, 1) for year in range(FIRST.year, LAST.year + 1) for month in range(1, 13)]


@frozen
class Came:
    """How a requirement comes out on a day.

    Args:
        outcome: the outcome.
        rests_on: the entries that it rests on, and those that would settle it.
    """

    outcome: str
    rests_on: frozenset[str]


def outcomes(partnership: Partnership, day: date) -> dict[str, Came]:
    """Return how each requirement comes out on a day."""
    found = {}
    for finding in sg.assess(partnership, as_of=day):
        paths = [item.path for item in finding.evidence] + [missing.path for missing in finding.missing]
        found[finding.key] = Came(finding.outcome.value, frozenset(paths))
    return found


def changes(partnership: Partnership) -> list[Change]:
    """Find every change of outcome from one first of a month to the next, and the day on which it comes."""
    seen = {day: outcomes(partnership, day) for day in months()}

    def on(day: date) -> dict[str, Came]:
        if day not in seen:
            seen[day] = outcomes(partnership, day)
        return seen[day]

    found: list[Change] = []
    for start, end in pairwise(months()):
        for key, before in seen[start].items():
            if seen[end][key].outcome != before.outcome:
                found += _days(on, key, start, end)
    return sorted(found, key=lambda change: (change.day, list(catalogue()).index(change.key)))


def _days(on: Callable[[date], dict[str, Came]], key: str, start: date, end: date) -> Iterator[Change]:
    """Find the days between two on which an outcome changes, by halving."""
    before, after = on(start)[key], on(end)[key]
    if before.outcome == after.outcome:
        return
    if end - start == DAY:
        yield Change(end, key, before.outcome, after.outcome, before.rests_on | after.rests_on)
        return
    middle = start + (end - start) / 2
    yield from _days(on, key, start, middle)
    yield from _days(on, key, middle, end)


def facts(partnership: Partnership) -> list[Fact]:
    """Collect what has a date: the law's days, and those of the documents."""
    found = [Fact(day, f"the law changes on {in_words(day)}") for day in turning_days()]
    found.append(Fact(FIRST_PUBLICATION + DAY, f"arrangements were due by {in_words(FIRST_PUBLICATION)}"))
    for item in catalogue().values():
        found += _of_the_law(item)
    found += _of_later_guidance()
    for document in partnership.documents:
        found += _of_the_gazetteer(document)
        for path, entry in [("publication", document.publication), *entries(document)]:
            found += _dated(path, entry)
        found += _counted(document.publication)
    return found


def _of_the_law(item: Requirement) -> Iterator[Fact]:
    key = frozenset({item.key})
    for version in item.versions if item.commenced else ():
        name = version.citations[0].instrument.name
        changed = version.changed.rstrip(".")
        says = (
            f"{name}, changed: {changed[:1].lower()}{changed[1:]}"
            if changed
            else f"in force from {in_words(version.starts)}: {name}"
        )
        yield Fact(version.starts, says, key)
        if version.ends and version is item.versions[-1]:
            yield Fact(version.ends + DAY, f"no longer asked by {name}", key)
    if item.owed_from:
        yield Fact(item.owed_from + DAY, f"owed since {in_words(item.owed_from)}", key)


def _of_later_guidance() -> Iterator[Fact]:
    """Give the days by which the guidance of 2023 asks for a report of each year, and for new arrangements."""
    by_then = frozenset({"wt23.report.deadline"})
    for year in range(FIRST_YEAR, LAST.year + 1):
        due = months_after(date(year, 3, 31), 6)
        yield Fact(due + DAY, f"a report on the year to March {year} was due by {in_words(due)}", by_then)
    says = f"arrangements under the guidance of 2023 were due by {in_words(LAST_DAY)}"
    yield Fact(LAST_DAY + DAY, says, frozenset({"wt23.publish.by-dec-2024"}))


def _of_the_gazetteer(document: Document) -> Iterator[Fact]:
    """Give the days of the areas and health bodies of a document, and the last day for which such are known."""
    names = {agency.id: agency.name for agency in document.agencies}
    health = [names[partner.agency] for partner in document.partners if partner.side is Side.HEALTH]
    areas = [area.name for area in document.areas if area.kind is AreaKind.LOCAL_AUTHORITY]
    known = [find_health_body(name, FIRST).body for name in health] + [
        find_authority(name, FIRST).body for name in areas
    ]
    for body in known:
        if body and body.starts:
            yield Fact(body.starts, f"{body.name} began on {in_words(body.starts)}", WHO_MUST)
        if body and body.ends:
            yield Fact(body.ends + DAY, f"{body.name} ended on {in_words(body.ends)}", WHO_MUST)
    says = f"who the partners of an area must be is known only up to {in_words(KNOWN_TO)}"
    yield Fact(KNOWN_TO + DAY, says, WHO_MUST)


def _counted(publication: Publication) -> Iterator[Fact]:
    """Count the months of the regulations from the days on which a document was, or may have been, published."""
    published = publication.published
    starting, reporting = frozenset({"trans.implement-3m"}), frozenset({"ch3.report.interval", "trans.first-report"})
    for day in (published.earliest, published.latest) if published else ():
        after = months_after(day, MONTHS_TO_IMPLEMENT)
        yield Fact(after + DAY, f"three months after a publication on {in_words(day)}", starting)
    # A report is due twelve months after the arrangements started, however late in what is open that was.
    for day in _implemented(publication):
        yield Fact(months_after(day, 12) + DAY, f"twelve months after a start on {in_words(day)}", reporting)


def _implemented(publication: Publication) -> list[date]:
    days = {date(2018, 6, 29)}
    for stated in (publication.implemented, publication.published):
        days |= {stated.earliest, stated.latest} if stated else set()
    return sorted(days)


def _dated(path: str, entry: object) -> Iterator[Fact]:
    for attribute in stated_fields(type(entry)) if hasattr(entry, "also") else ():
        value = getattr(entry, attribute.name)
        if isinstance(value, PartialDate):
            for day in (value.earliest, value.latest, value.latest + DAY, value.earliest + DAY):
                # On the publication all rests; on another entry, what names it.
                entry_path = "" if path == "publication" else path
                name = f"{path}.{attribute.name} is" if entry_path else attribute.name.replace("_", " ")
                yield Fact(day, f"{name} {value.in_words()}", path=entry_path)


def explained(change: Change, known: list[Fact]) -> list[str]:
    """Return the dated facts that explain a change, those of its own requirement or entries first."""
    bearing = [fact for fact in known if fact.bears_on(change)]
    own = [fact.says for fact in bearing if fact.keys or fact.path]
    return list(dict.fromkeys(own or [fact.says for fact in bearing]))


def _because(change: Change, known: list[Fact]) -> str:
    said = "; ".join(explained(change, known))
    return f"{said[:1].upper()}{said[1:]}"


def page() -> str:
    """Return the page."""
    partnership = sg.load(EXAMPLE)
    known = facts(partnership)
    found = changes(partnership)
    lines = [
        "# Cumbria's assessment over time",
        "",
        "The same plan of 2019, judged as of the first of every month from January 2018 to December 2026. Each row is",
        "a requirement that comes out otherwise from that day on, under the dated fact that explains it. Written by",
        "`tools/over_time.py`; a test fails where nothing explains a change.",
        "",
        f"{len(found)} changes on {len({change.day for change in found})} days.",
    ]
    by_day: dict[date, list[Change]] = {}
    for change in found:
        by_day.setdefault(change.day, []).append(change)
    names = {outcome.value: words for outcome, words in WORDS.items()}
    for day, some in by_day.items():
        lines += ["", f"## {in_words(day)}"]
        for because in dict.fromkeys(_because(change, known) for change in some):
            lines += ["", f"{because}:", "", "| requirement | until then | from then on |", "|---|---|---|"]
            lines += [
                f"| `{change.key}` | {names[change.before]} | {names[change.after]} |"
                for change in some
                if _because(change, known) == because
            ]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Put the page in its place."""
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
