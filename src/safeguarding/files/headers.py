"""Which columns a CSV file has, and of which kind it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from attrs import define, field

from safeguarding.files.columns import ABOUT, CASES, EVENT, LAYOUTS, MEETINGS, Layout
from safeguarding.files.faults import Cell, Fault
from safeguarding.files.progress import MOST
from safeguarding.files.rows import Row
from safeguarding.files.wording import any_of, meant, nearest, quoted

_MOST_GUESSES = 100
_UNLIKE = re.compile(r"[\s_-]+")


@define
class Header:
    """The columns of a file.

    Args:
        layout: what the file holds.
        line: the line of the header.
        names: the names as they are written.
        columns: where each column stands, counted from 0.
        faults: what is wrong with the header.
        absent: those that are needed and not there.
    """

    layout: Layout
    line: int
    names: list[str]
    columns: dict[str, int] = field(factory=dict)
    faults: list[Fault] = field(factory=list)
    absent: set[str] = field(factory=set)

    @cached_property
    def free(self) -> list[str]:
        """The columns that it can have and does not."""
        names = set(self.names)
        return [column for column in self.layout.columns if column not in names]

    def cell(self, row: Row, name: str) -> Cell | None:
        """Name the cell of a row in a column; None where there is no such column."""
        index = self.columns.get(name)
        return None if index is None else Cell(row.line_of(index), index + 1, self.names[index])


def header_of(row: Row, rows: Sequence[Row]) -> Header | Fault:
    """Read the first row of a file as the names of its columns.

    Args:
        row: the first row.
        rows: the others, in which a column without a name may be empty.

    Returns:
        The header; or what is wrong, where the row does not name columns.
    """
    layout = _layout(row.cells)
    if layout is None:
        return _no_header(row)
    header = Header(layout, row.line, row.cells)
    line = row.line
    for index, name in enumerate(row.cells):
        at = Cell(line, index + 1, name)
        line += name.count("\n")
        if name in header.columns:
            header.faults.append(Fault(what=f"the column {quoted(name)} stands here twice", do="remove one", cell=at))
        elif name in layout.columns:
            header.columns[name] = index
        elif name or any(other.cells[index] for other in rows if len(other.cells) > index):
            header.faults.append(_strange(header, at))
        if len(header.faults) == MOST:
            break
    header.faults += _absent(header)
    return header


def _layout(names: Sequence[str]) -> Layout | None:
    """Find out what a file holds from the names of its columns, even where they are only nearly right."""
    for layout in LAYOUTS:
        if layout.needed[0] in names:
            return layout
    known = [name for name in names if name in CASES.columns and name not in {*ABOUT, "on"}]
    if known:
        return CASES
    for name in names[:_MOST_GUESSES]:
        for layout in LAYOUTS:
            if nearest(name, layout.needed[:1]):
                return layout
    return None


def _no_header(row: Row) -> Fault:
    if len(row.cells) == 1 and "\t" in row.cells[0]:
        do = "save it as CSV, with commas"
        return Fault(what="tabs stand between the cells", do=do, line=row.line)
    what = "the first line does not name the columns of a log"
    do = f"begin the file with {CASES.header}; for the meetings of bodies, with {MEETINGS.header}"
    return Fault(what=what, do=do, line=row.line)


def _strange(header: Header, at: Cell) -> Fault:
    """Refuse a column that there cannot be, and name the one that was probably meant."""
    layout, name = header.layout, at.name
    if not name:
        return Fault(what="this column has cells and no name", do="name it, or remove it", cell=at)
    other = next((one for one in LAYOUTS if one is not layout and name in one.columns), None)
    if other is not None:
        do = f"write a file of its own for it, with the columns {other.header}"
        return Fault(what=f"{quoted(name)} is not a column of a file of {layout.holds}", do=do, cell=at)
    free = header.free
    near = nearest(name, free) if len(header.faults) < _MOST_GUESSES else None
    if near is not None and near == _UNLIKE.sub("_", name.strip().lower()):
        # It is read nevertheless, so that what is wrong with its cells is reported too.
        header.columns.setdefault(near, at.number - 1)
    elif near is not None:
        header.absent.add(near)
    what = f"{quoted(name)} is not a column that can stand here"
    return Fault(what=what, accepted="" if near else any_of(free), do=meant(near), cell=at)


def _absent(header: Header) -> Iterator[Fault]:
    """Find the columns that are needed and not there."""
    needed = list(header.layout.needed)
    if header.layout is CASES and any(name in header.columns for name in EVENT):
        needed.append("event")
    for name in needed:
        if name in header.columns:
            continue
        if name not in header.absent:
            header.absent.add(name)
            yield Fault(what=f"the column {quoted(name)} is missing", do="add it", line=header.line)
