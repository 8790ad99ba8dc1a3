"""How editions of the guidance are shown: what is held of the law, one edition beside another, what is to be added."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from safeguarding.assessment.against import Added, Against
from safeguarding.law import ruleset
from safeguarding.law.comparing import Comparison
from safeguarding.law.coverage import CHAPTERS, Table
from safeguarding.law.editions import INCOMPLETE, edition
from safeguarding.law.requirement import Requirement
from safeguarding.views.json import written
from safeguarding.views.layout import page, underlined, wrapped
from safeguarding.views.wording import WORDS, amount, sentence

_SHORT = {
    "presence from the documents, adequacy by a person": "presence",
    "from the documents": "documents",
    "from dated events": "events",
    "by a person": "person",
    "not tested": "listed",
    "read at source": "read",
    "carried over, not re-checked": "carried",
    "reported by others": "reported",
    "from memory": "memory",
}
_BODY = " " * 15
_LEGEND = (
    ("documents", "a program can tell from the documents"),
    ("events", "a program can tell from dated events in a log of cases"),
    ("presence", "a program sees whether it is there; whether it is enough is for a person"),
    ("person", "a person judges; what bears on it is laid out"),
    ("listed", "a definition or somebody else's duty: listed, and not assessed"),
)


def coverage_as_text(tables: Sequence[Table], agencies: int) -> str:
    """Write how much of the law is held, for a screen of eighty columns.

    Args:
        tables: the counts.
        agencies: how many kinds of relevant agency the Schedule has.
    """
    every = sum(tables[0].totals)
    lines = underlined("What is held of the law", "=")
    lines += wrapped(f"{amount(every, 'row')} of Acts, regulations and guidance, rules version {ruleset.VERSION}.")
    lines += ["", "Where the rows stand:"]
    lines += [line for key, says in CHAPTERS.items() for line in wrapped(says, f"  {key:<6} ")]
    for table in tables:
        lines += ["", *_counted(table)]
    lines += ["", "How each is checked:"]
    lines += [line for how, says in _LEGEND for line in wrapped(says, f"  {how:<10} ")]
    lines += ["", *wrapped(f"The Schedule of relevant agencies has {agencies} kinds: safeguarding law --schedule")]
    return page(lines)


def _counted(table: Table) -> list[str]:
    names = [_SHORT.get(column, column) for column in table.columns]
    widths = [max(len(name), 5) for name in names]

    def row(first: str, cells: Iterable[object]) -> str:
        return f"{first:<12}" + "".join(f"  {cell!s:>{width}}" for cell, width in zip(cells, widths, strict=True))

    found = [row(table.title, names)]
    found += [row(key, [number or "-" for number in numbers]) for key, numbers in table.rows.items()]
    return [*found, row("all", table.totals)]


def coverage_as_json(tables: Sequence[Table], agencies: int) -> str:
    """Write the same as JSON of the schema ``safeguarding.coverage.v1``."""
    return written(
        {
            "schema": "safeguarding.coverage.v1",
            "ruleset": {"version": ruleset.VERSION, "sha256": ruleset.SHA256},
            "rows": sum(tables[0].totals),
            "agencies": agencies,
            "tables": [
                {
                    "by": table.title,
                    "chapters": {
                        key: dict(zip(table.columns, numbers, strict=True)) for key, numbers in table.rows.items()
                    },
                }
                for table in tables
            ],
        }
    )


def comparison_as_text(found: Comparison) -> str:
    """Write what one edition asks that another does not, for a screen of eighty columns."""
    old, new = edition(found.old).name, edition(found.new).name
    lines = [*underlined(f"{old}, and {new}", "="), ""]
    if found.new in INCOMPLETE:
        lines += [*wrapped(_in_part(new)), ""]
    counts = (len(found.added), len(found.changed), len(found.gone), len(found.kept) + len(found.repeated))
    lines += wrapped("{} are new, {} stand in the place of others, {} are gone, {} are kept.".format(*counts))
    lines += wrapped("What Acts and regulations ask is the same under both, by its own dates.")
    if found.added:
        lines += ["", *underlined(f"New ({len(found.added)})"), *_listed(found.added)]
    if found.changed:
        lines += ["", *underlined(f"Changed ({len(found.changed)})")]
        for change in found.changed:
            lines += _row(change.now)
            lines += [line for before in change.before for line in wrapped(_level(before), "    was  ")]
    if found.gone:
        lines += ["", *underlined(f"Gone ({len(found.gone)})")]
        for item in found.gone:
            lines += _row(item)
            lines += wrapped(sentence(item.ceased), "    ") if item.ceased else []
    if found.kept or found.repeated:
        lines += ["", *underlined(f"Kept ({len(found.kept) + len(found.repeated)})"), *_listed(found.kept)]
        for change in found.repeated:
            lines += _row(change.now)
            lines += [line for before in change.before for line in wrapped(_level(before), "    as   ")]
    return page(lines)


def _in_part(name: str) -> str:
    """Say that an edition is held in part, so that what it adds cannot be told."""
    return (
        f"{name} is held in part, since its text was not read: what others report that it adds is not held, so that "
        "nothing here shows that it asks no more."
    )


def _listed(items: Iterable[Requirement]) -> list[str]:
    return [line for item in items for line in _row(item)]


def _row(item: Requirement) -> list[str]:
    return wrapped(_level(item), "  ", "    ")


def _level(item: Requirement) -> str:
    return f"{item.key} ({item.level.value}): {item.title}"


def comparison_as_json(found: Comparison) -> str:
    """Write the same as JSON of the schema ``safeguarding.comparison.v1``."""
    return written(
        {
            "schema": "safeguarding.comparison.v1",
            "old": found.old,
            "new": found.new,
            "incomplete": [name for name in (found.old, found.new) if name in INCOMPLETE],
            "added": [_named(item) for item in found.added],
            "changed": [
                {"now": _named(change.now), "before": [_named(item) for item in change.before]}
                for change in found.changed
            ],
            "gone": [_named(item) for item in found.gone],
            "repeated": [
                {"now": _named(change.now), "before": [_named(item) for item in change.before]}
                for change in found.repeated
            ],
            "kept": [_named(item) for item in found.kept],
        }
    )


def _named(item: Requirement) -> dict[str, Any]:
    return {"requirement": item.key, "title": item.title, "level": item.level.value, "asks": item.asks}


def against_as_text(found: Against) -> str:
    """Write what a partnership would have to add, for a screen of eighty columns."""
    old, new = edition(found.old.guidance).name, edition(found.new.guidance).name
    lines = [*underlined(f"{found.new.name}: what {new} would add", "=")]
    lines += wrapped(f"Compared with {old}. Judged: {found.new.document}.")
    if found.new.guidance in INCOMPLETE:
        lines += wrapped(_in_part(new))
    lines += ["", *wrapped(_in_short(found))]
    for title, added in ((f"New in {new}", found.added), (f"Changed in {new}", found.changed)):
        if added:
            lines += ["", *underlined(f"{title} ({len(added)})")]
            lines += [line for one in added for line in ("", *_to_add(one))]
    return page(lines)


def _in_short(found: Against) -> str:
    return (
        f"{len(found.added)} of what is new and {len(found.changed)} of what has changed would be unmet or open. "
        f"{found.met} of what is new or changed gives nothing to add. {found.same} are unmet or open "
        "and ask no more than before: they are not listed here."
    )


def _to_add(one: Added) -> list[str]:
    finding = one.finding
    item = finding.requirement
    lines = wrapped(f"{item.title} ({item.level.value}, {item.key})", f"{WORDS[finding.outcome].upper():<13}  ", _BODY)
    lines += wrapped(sentence(finding.message), _BODY)
    for before in one.before:
        was = before.requirement
        lines += wrapped(f"before: {was.title} ({was.level.value}, {was.key}): {WORDS[before.outcome]}", _BODY)
    return lines + wrapped(f"To do: {finding.remedy.do}", _BODY)


def against_as_json(found: Against) -> str:
    """Write the same as JSON of the schema ``safeguarding.against.v1``."""
    return written(
        {
            "schema": "safeguarding.against.v1",
            "partnership": {"id": found.new.partnership, "name": found.new.name},
            "as_of": found.new.as_of.isoformat(),
            "guidance": found.new.guidance,
            "against": found.old.guidance,
            "added": [_step(one) for one in found.added],
            "changed": [_step(one) for one in found.changed],
            "same": found.same,
            "met": found.met,
        }
    )


def _step(one: Added) -> dict[str, Any]:
    patch = one.finding.remedy.patch
    return {
        "requirement": one.finding.key,
        "outcome": one.finding.outcome.value,
        "message": one.finding.message,
        "before": {finding.key: finding.outcome.value for finding in one.before},
        "do": one.finding.remedy.do,
        "patch": str(patch) if patch else None,
    }
