"""Partnerships side by side: a column for each, a row for each measure, and one for each requirement."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import Any

from attrs import frozen

from safeguarding.assessment.beside.cells import Cell, together
from safeguarding.assessment.beside.measures import MEASURES, Measure
from safeguarding.assessment.engine import assess
from safeguarding.assessment.findings import Assessment, Finding
from safeguarding.errors import CannotAssessError
from safeguarding.model import Partnership
from safeguarding.structure import day_of, situations


@frozen(kw_only=True)
class Column:
    """A partnership in the table.

    Args:
        id: its slug.
        name: its name.
        assessment: its assessment, with the date as of which all is looked at.
        cells: what is known of each measure, by its key.
    """

    id: str
    name: str
    assessment: Assessment
    cells: dict[str, Cell]

    @property
    def as_of(self) -> date:
        """The date as of which it is looked at."""
        return self.assessment.as_of


@frozen(kw_only=True)
class SideBySide:
    """Partnerships side by side.

    Args:
        columns: the partnerships, in the order in which they were given.
    """

    columns: tuple[Column, ...]

    @property
    def measures(self) -> tuple[Measure, ...]:
        """What is measured, section by section."""
        return MEASURES

    def row(self, key: str) -> tuple[Cell, ...]:
        """Return the cells of one measure, one for each partnership."""
        return tuple(column.cells[key] for column in self.columns)

    @cached_property
    def requirements(self) -> tuple[str, ...]:
        """The keys of the requirements that are asked of any of them, in the order of the law."""
        asked = {finding.key for column in self.columns for finding in column.assessment if finding.asked}
        return tuple(finding.key for finding in self.columns[0].assessment if finding.key in asked)

    def findings(self, key: str) -> tuple[Finding, ...]:
        """Return the findings on one requirement, one for each partnership."""
        return tuple(self._by_key[number][key] for number in range(len(self.columns)))

    @cached_property
    def _by_key(self) -> list[dict[str, Finding]]:
        return [{finding.key: finding for finding in column.assessment} for column in self.columns]

    @property
    def differing(self) -> tuple[str, ...]:
        """The requirements that do not come out the same for all."""
        return tuple(key for key in self.requirements if len({told(one) for one in self.findings(key)}) > 1)

    def to_records(self) -> list[dict[str, Any]]:
        """Return one flat dictionary for each measure of each partnership, which pandas or Polars take as they are.

        ``number`` is a count, times a year or a share of 1; none where there is no one number, which is not the same
        as 0: ``known`` says why.
        """
        return [
            {
                "partnership": column.id,
                "name": column.name,
                "as_of": column.as_of.isoformat(),
                "section": measure.section.value,
                "measure": measure.key,
                "label": measure.label,
                "known": column.cells[measure.key].known.value,
                "number": _number(column.cells[measure.key]),
                "text": column.cells[measure.key].text,
            }
            for measure in MEASURES
            for column in self.columns
        ]

    def outcome_records(self) -> list[dict[str, Any]]:
        """Return one flat dictionary for each requirement of each partnership."""
        return [
            {
                "partnership": column.id,
                "as_of": column.as_of.isoformat(),
                "requirement": key,
                "title": finding.requirement.title,
                "level": finding.requirement.level.value,
                "asked": finding.asked,
                "outcome": finding.outcome.value,
                "possible": ", ".join(outcome.value for outcome in finding.open_outcomes),
            }
            for key in self.requirements
            for column, finding in zip(self.columns, self.findings(key), strict=True)
        ]


def told(finding: Finding) -> str:
    """Say how a requirement came out, or that it is not asked."""
    return finding.outcome.value if finding.asked else "not asked"


def _number(cell: Cell) -> float | int | None:
    if cell.number is None:
        return None
    return cell.number.numerator if cell.number.denominator == 1 else float(cell.number)


def side_by_side(partnerships: Sequence[Partnership], as_of: date | str | None = None) -> SideBySide:
    """Lay partnerships side by side: partners, bodies, lines, meetings, scrutiny, money, and outcomes by requirement.

    Args:
        partnerships: one or more, in the order of the columns.
        as_of: the date for all of them, or its text as ``2019-11-30``; without one, each is looked at as of the last
            day on which its own newest document can have been published.

    Raises:
        CannotAssessError: none is given, or one has no date and none is given, or the text is not a full date.
    """
    if not partnerships:
        raise CannotAssessError("no partnership is given to be compared: give one or more")
    return SideBySide(columns=tuple(_column(partnership, _day(partnership, as_of)) for partnership in partnerships))


def _day(partnership: Partnership, as_of: date | str | None) -> date | str | None:
    """Return the date that was given; without one, make sure that the partnership has one, and say which has not."""
    if as_of is None:
        try:
            day_of(partnership, None)
        except CannotAssessError as error:
            raise CannotAssessError(f"{partnership.name} ({partnership.id}): {error}") from None
    return as_of


def _column(partnership: Partnership, as_of: date | str | None) -> Column:
    assessment = assess(partnership, as_of=as_of)
    there = situations(partnership, assessment.as_of)
    cells = {measure.key: together([measure.of(one) for one in there]) for measure in MEASURES}
    return Column(id=partnership.id, name=partnership.name, assessment=assessment, cells=cells)
