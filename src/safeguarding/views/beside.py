"""Partnerships side by side: as a page, as tables in Markdown, or for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from string import ascii_uppercase
from typing import Any

from safeguarding.assessment.beside import Cell, Column, Measure, Section, SideBySide
from safeguarding.assessment.beside.table import told
from safeguarding.assessment.findings import Finding
from safeguarding.dates import in_words
from safeguarding.law.outcomes import Outcome
from safeguarding.views.json import written
from safeguarding.views.layout import WIDTH, page, underlined, wrapped
from safeguarding.views.markdown import plain
from safeguarding.views.wording import WORDS, amount, one_line

SCHEMA = "safeguarding.compared.v1"

LEGEND = (
    ("at least, perhaps more", "a part was not read in which more may stand; such parts are listed above"),
    ("none", "the part that would say it was read, and says nothing of the kind"),
    ("not read", "nothing was read of it, and a part was not read in which it may stand"),
    ("open", "something is said, and it does not tell"),
    ("disputed", "the sources state more than one value; all are given"),
)
"""What the words in a cell mean."""

_LABEL, _MARK = 38, 5

# As a page


def side_by_side_as_text(found: SideBySide) -> str:
    """Write partnerships side by side, for a screen of eighty columns; of the requirements, those that differ.

    Args:
        found: the partnerships.
    """
    marks = [_mark(number) for number in range(len(found.columns))]
    lines = [*underlined(_title(found), "="), ""]
    for mark, column in zip(marks, found.columns, strict=True):
        lines += wrapped(f"{column.name} ({column.id}), {_dated(column)}", f"{mark:<{_MARK}}", " " * _MARK)
    lines += ["", *wrapped(_how_dated(found)), ""]
    for word, means in LEGEND:
        lines += wrapped(f"{word}: {means}.", "", "  ")
    for section in Section:
        lines += ["", *underlined(section.value)]
        for measure in found.measures:
            if measure.section is section:
                lines += _row(measure, found.row(measure.key), marks)
    lines += ["", *underlined("Requirements that come out differently"), *wrapped(_in_short(found)), ""]
    for key in found.differing:
        lines += _outcomes(key, found.findings(key), marks)
    return page(lines)


def _title(found: SideBySide) -> str:
    return f"{amount(len(found.columns), 'partnership')} side by side"


def _mark(number: int) -> str:
    """Name a column by a letter; beyond 26 by two."""
    rest, letter = divmod(number, len(ascii_uppercase))
    return (_mark(rest - 1) if rest else "") + ascii_uppercase[letter]


def _dated(column: Column) -> str:
    return f"as of {in_words(column.as_of)}, by {column.assessment.guidance}"


def _how_dated(found: SideBySide) -> str:
    """Say by which dates they are looked at."""
    if all(column.assessment.as_of_given for column in found.columns):
        return "All are looked at as of the day that was given."
    return "Each is looked at as of the last day on which its own newest document can have been published."


def _row(measure: Measure, cells: Sequence[Cell], marks: Sequence[str]) -> list[str]:
    """Write a measure in one line where all of it fits, else a line for each partnership."""
    texts = [one_line(cell.text) for cell in cells]
    said = [f"{mark} {text}" for mark, text in zip(marks, texts, strict=True)]
    if len(texts) > 1 and len(set(texts)) == 1:
        said = [f"all {texts[0]}"]
    width = (WIDTH - _LABEL) // len(said)
    if len(measure.label) < _LABEL and all(len(text) < width for text in said):
        return [f"{measure.label:<{_LABEL}}{''.join(f'{text:<{width}}' for text in said)}"]
    lines = wrapped(measure.label)
    if len(said) == 1 and len(texts) > 1:
        return lines + wrapped(texts[0], f"  {'all':<{_MARK}}", " " * (_MARK + 2))
    for mark, text in zip(marks, texts, strict=True):
        lines += wrapped(text, f"  {mark:<{_MARK}}", " " * (_MARK + 2))
    return lines


def _outcomes(key: str, findings: Sequence[Finding], marks: Sequence[str]) -> list[str]:
    words = [_word(finding) for finding in findings]
    level = findings[0].requirement.level.value
    lines = wrapped(f"{findings[0].requirement.title} ({level}, {key})", "", "  ")
    return lines + wrapped(", ".join(f"{mark} {word}" for mark, word in zip(marks, words, strict=True)), "  ")


def _word(finding: Finding) -> str:
    """Say how a requirement came out in the words of the other pages."""
    return WORDS[finding.outcome] if finding.asked else "not asked"


def _in_short(found: SideBySide) -> str:
    """Say how many requirements come out the same, and as what."""
    same = [key for key in found.requirements if key not in set(found.differing)]
    tally = Counter(told(found.findings(key)[0]) for key in same)
    said = ", ".join(f"{tally[outcome.value]} {WORDS[outcome]}" for outcome in Outcome if tally[outcome.value])
    asked = f"{amount(len(found.requirements), 'requirement')} asked of any"
    if not same:
        return f"{asked}; none comes out the same for all."
    return f"{asked}; {len(same)} come out the same for all ({said}), {len(found.differing)} do not."


# As Markdown


def side_by_side_as_markdown(found: SideBySide, *, title: str = "", introduction: Sequence[str] = ()) -> str:
    """Write partnerships side by side as tables of GitHub's Markdown, a column for each.

    Args:
        found: the partnerships.
        title: the title, if not how many they are.
        introduction: what stands under the title, each a paragraph in Markdown.
    """
    blocks = [f"# {plain(title or _title(found))}", *introduction, plain(_how_dated(found))]
    columns = [(plain(column.name), f"`{column.id}`", plain(_dated(column))) for column in found.columns]
    blocks.append(_table(("Partnership", "Id", "Looked at"), columns))
    blocks.append("\n".join(f"- *{word}*: {plain(means)}." for word, means in LEGEND))
    heads = [plain(column.name) for column in found.columns]
    for section in Section:
        rows = [
            (plain(measure.label), *(plain(cell.text) for cell in found.row(measure.key)))
            for measure in found.measures
            if measure.section is section
        ]
        blocks += [f"## {section.value}", _table(("", *heads), rows)]
    blocks += ["## Outcomes by requirement", plain(_in_short(found))]
    different = list(_requirement_rows(found, found.differing))
    blocks += ["### That differ", _table(("Requirement", "Level", *heads), different)] if different else []
    same = [key for key in found.requirements if key not in set(found.differing)]
    listed = [
        (f"`{key}` {plain(finding.requirement.title)}", finding.requirement.level.value, _word(finding))
        for key in same
        for finding in found.findings(key)[:1]
    ]
    blocks += ["### The same for all", _table(("Requirement", "Level", "All"), listed)] if listed else []
    return "\n\n".join(blocks) + "\n"


def _requirement_rows(found: SideBySide, keys: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for key in keys:
        findings = found.findings(key)
        first = findings[0].requirement
        yield (f"`{key}` {plain(first.title)}", first.level.value, *(_word(finding) for finding in findings))


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Write a table; what stands in it is escaped already, and nothing is left empty but the corner."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


# For programs


def side_by_side_as_json(found: SideBySide) -> str:
    """Write the same as JSON of the schema ``safeguarding.compared.v1``, every requirement included."""
    return written(
        {
            "schema": SCHEMA,
            "partnerships": [_column(column) for column in found.columns],
            "measures": [
                {
                    "key": measure.key,
                    "section": measure.section.value,
                    "label": measure.label,
                    "cells": [_cell(cell) for cell in found.row(measure.key)],
                }
                for measure in found.measures
            ],
            "requirements": [_requirement(key, found.findings(key)) for key in found.requirements],
        }
    )


def _column(column: Column) -> dict[str, Any]:
    assessment = column.assessment
    return {
        "id": column.id,
        "name": column.name,
        "as_of": column.as_of.isoformat(),
        "as_of_given": assessment.as_of_given,
        "guidance": assessment.guidance,
        "ruleset": {"version": assessment.ruleset.version, "sha256": assessment.ruleset.sha256},
        "inputs": [{"path": item.path, "sha256": item.sha256} for item in assessment.inputs],
    }


def _cell(cell: Cell) -> dict[str, Any]:
    number: float | int | None = None
    if cell.number is not None:
        number = cell.number.numerator if cell.number.denominator == 1 else float(cell.number)
    return {
        "known": cell.known.value,
        "values": list(cell.values),
        "number": number,
        "why": cell.why,
        "text": cell.text,
    }


def _requirement(key: str, findings: Sequence[Finding]) -> dict[str, Any]:
    return {
        "key": key,
        "title": findings[0].requirement.title,
        "level": findings[0].requirement.level.value,
        "outcomes": [
            {
                "asked": finding.asked,
                "outcome": finding.outcome.value,
                "possible": [outcome.value for outcome in finding.open_outcomes],
            }
            for finding in findings
        ],
    }
