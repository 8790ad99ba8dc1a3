"""From the rows of a CSV file to the keys and values that a TOML file of the same log has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import define, field

from safeguarding.files.columns import (
    ABOUT,
    ALL,
    BETWEEN,
    CASE,
    CASES,
    COLUMN_OF,
    EVENT,
    LISTS,
    MEETING,
    MEETINGS,
    UNKNOWN,
    UNKNOWN_OF_CASE,
    UNKNOWN_OF_EVENT,
)
from safeguarding.files.entries import Tree
from safeguarding.files.faults import Cell, Fault
from safeguarding.files.forms import SCHEMA
from safeguarding.files.headers import Header, header_of
from safeguarding.files.progress import MOST
from safeguarding.files.rows import Row, delimiter_of, rows_of
from safeguarding.files.wording import Path, any_of, meant, nearest, quoted

_ONE = {
    "partnership": "a file is of one partnership",
    "name": "a partnership has one name in a file",
    "kept_to": "a file is kept to one day",
    "kind": "a case has one kind",
    "authority": "a case has one authority",
}


def log_of(text: str) -> tuple[Log | None, list[Fault]]:
    """Read the text of a CSV file.

    Args:
        text: what the file holds, with plain line ends.

    Returns:
        The log, or None where no columns can be told; and what is wrong.
    """
    faults: list[Fault] = []
    rows: list[Row] = []
    for item in rows_of(text):
        if isinstance(item, Row):
            rows.append(item)
        else:
            faults.append(item)
        if not rows or len(faults) == MOST:
            break
    if not rows:
        empty = Fault(what="the file is empty", do=f"begin it with {CASES.header}", line=1)
        return None, faults or [empty]
    header = header_of(rows[0], rows[1:])
    if isinstance(header, Fault):
        return None, [header]
    log = Log(header, delimiter_of(text), lost=bool(faults), faults=[*header.faults, *faults])
    log.read(rows[1:])
    return log, log.faults


@define
class Log:
    """A CSV file as a tree of keys and values, and where in the file each of them stands.

    Args:
        header: its columns.
        delimiter: what stands between its cells.
        lost: whether there are rows that could not be read.
        faults: what is wrong with it.
        tree: its keys and values.
        cut: whether not all of its rows were looked at, since too much is wrong with it.
    """

    header: Header
    delimiter: str
    lost: bool
    faults: list[Fault]
    tree: Tree = field(factory=dict)
    cut: bool = False
    _rows: dict[Path, tuple[Row, str]] = field(factory=dict)
    _cases: dict[str, int] = field(factory=dict)

    def cell(self, at: Path) -> Cell | None:
        """Find the cell of a path; None where it has no column of its own."""
        for length in range(len(at), -1, -1):
            if at[:length] in self._rows:
                row, name = self._rows[at[:length]]
                rest = [step for step in at[length:] if isinstance(step, str)]
                return self.header.cell(row, COLUMN_OF.get(rest[0], name) if rest else name)
        return None

    def explains(self, fault: Fault) -> bool:
        """Say whether a key is missing only because of a column, or a row, that is reported already."""
        name = COLUMN_OF.get(str(fault.at[-1])) if fault.missing else None
        return name in self.header.absent or (self.lost and name in {"kind", *ABOUT})

    def read(self, rows: list[Row]) -> None:
        """Go through the rows below the header."""
        layout = self.header.layout
        self.tree |= {"schema": SCHEMA, "kind": layout.kind, "transcribed": "all"}
        for row in rows:
            if len(self.faults) >= MOST:
                self.cut = self.lost = True
                return
            if len(row.cells) != len(self.header.names):
                self._wrong_width(row)
                continue
            said = {name: row.cells[index] for name, index in self.header.columns.items() if row.cells[index]}
            self._about(row, said)
            if layout is MEETINGS:
                self._meeting(row, said)
            elif said.get("case") == ALL:
                self._every_case(row, said)
            elif said.get("case", "").strip().lower() == ALL:
                self._fault(row, "case", f"{quoted(said['case'])} is no reference of a case", meant(ALL))
            elif "case" in said:
                self._case(row, said)
            elif "case" not in self.header.absent and said.keys() - ABOUT.keys():
                self._fault(row, "case", "the row does not say of which case it is", "write its reference on every row")
        if not rows and not self.lost:
            do = f'add a row for each event; where there was no case of a kind, one with the case "{ALL}" and that kind'
            do = "add a row for each meeting" if layout is MEETINGS else do
            self.faults.append(Fault(what="there are no rows below the header", do=do, line=self.header.line))

    def _fault(self, row: Row, name: str, what: str, do: str, **more: Any) -> None:
        self.faults.append(Fault(what=what, do=do, cell=self.header.cell(row, name), **more))

    def _wrong_width(self, row: Row) -> None:
        self.lost = True
        width, mark = len(self.header.names), quoted(self.delimiter)
        what = f"the row has {_cells(len(row.cells))}, and the header {width}"
        if len(row.cells) > width:
            do = f"put a cell that has {mark} in it in quotation marks, and remove each {mark} too many"
            at = Cell(row.line_of(width), width + 1, "")
        else:
            do = f"write a {mark} for each cell, also where it is empty"
            at = Cell(row.line, len(row.cells), "")
        self.faults.append(Fault(what=what, do=do, cell=at))

    def _say(self, at: Path, row: Row, name: str, value: str) -> None:
        """Take a value that may stand on several rows, on all of which it must be the same."""
        table: Any = self.tree
        for step in at[:-1]:
            table = table.setdefault(step, {}) if isinstance(table, dict) else table[step]
        if at[-1] not in table:
            table[at[-1]] = value
            self._rows[at] = (row, name)
        elif table[at[-1]] != value:
            line = self._rows[at][0].line_of(self.header.columns[name])
            what = f"{quoted(value)} stands here, and {quoted(table[at[-1]])} on line {line}"
            self._fault(row, name, what, f"{_ONE[name]}: correct one of the two", at=at)

    def _about(self, row: Row, said: dict[str, str]) -> None:
        for name, path in ABOUT.items():
            if name in said:
                self._say(path, row, name, said[name])

    def _meeting(self, row: Row, said: dict[str, str]) -> None:
        if not said.keys() & MEETING.keys():
            return
        meetings = self.tree.setdefault("meeting", [])
        self._rows["meeting", len(meetings)] = (row, "body")
        meetings.append({key: said[name] for name, key in MEETING.items() if name in said})

    def _every_case(self, row: Row, said: dict[str, str]) -> None:
        """Take the row that says that the file has every case of a kind."""
        for name in (*CASE, *EVENT, UNKNOWN):
            if name in said and name not in {"case", "kind"}:
                what = f'the row with "{ALL}" says that every case of a kind is here, and nothing else'
                self._fault(row, name, what, "leave this cell empty")
        if "kind" in said:
            kinds = self.tree.setdefault("all_cases_of", [])
            self._rows["all_cases_of", len(kinds)] = (row, "kind")
            kinds.append(said["kind"])
        elif "kind" not in self.header.absent:
            self._fault(row, "kind", "it is not said of which kind every case is here", "write the kind")

    def _case(self, row: Row, said: dict[str, str]) -> None:
        cases = self.tree.setdefault("case", [])
        index = self._cases.setdefault(said["case"], len(cases))
        if index == len(cases):
            cases.append({"id": said["case"]})
            self._rows["case", index] = (row, "case")
        for name in ("kind", "authority"):
            if name in said:
                self._say(("case", index, CASE[name]), row, name, said[name])
        of_case, of_event = self._unknown(row, said)
        unknown = cases[index].setdefault(UNKNOWN, []) if of_case else []
        for key in of_case:
            if key not in unknown:
                self._rows["case", index, UNKNOWN, len(unknown)] = (row, UNKNOWN)
                unknown.append(key)
        event: Tree = {key: self._value(row, name, said[name]) for name, key in EVENT.items() if name in said}
        if of_event:
            event[UNKNOWN] = of_event
        if event:
            events = cases[index].setdefault("events", [])
            self._rows["case", index, "events", len(events)] = (row, "event")
            events.append(event)

    def _value(self, row: Row, name: str, cell: str) -> Any:
        return list(self._words(row, name, cell)) if name in LISTS else cell

    def _words(self, row: Row, name: str, cell: str) -> Iterator[str]:
        """Take a cell apart that may hold several words."""
        for word in cell.split(BETWEEN):
            if word.strip(" "):
                yield word.strip(" ")
            else:
                what = f'{quoted(cell)} has a "{BETWEEN}" with no word beside it'
                self._fault(row, name, what, f'put one "{BETWEEN}" between two words, and none at the end')
                return

    def _unknown(self, row: Row, said: dict[str, str]) -> tuple[list[str], list[str]]:
        """Sort what a row says is unknown into that of its case and that of its event."""
        of_case: list[str] = []
        of_event: list[str] = []
        for name in self._words(row, UNKNOWN, said[UNKNOWN]) if UNKNOWN in said else ():
            if name in UNKNOWN_OF_CASE:
                of_case.append(UNKNOWN_OF_CASE[name])
            elif name in UNKNOWN_OF_EVENT:
                of_event.append(UNKNOWN_OF_EVENT[name])
            else:
                names = [*UNKNOWN_OF_CASE, *UNKNOWN_OF_EVENT]
                near = nearest(name, names)
                what = f"{quoted(name)} is not a column that can be unknown"
                self._fault(row, UNKNOWN, what, meant(near), accepted=any_of(names))
        return of_case, of_event


def _cells(number: int) -> str:
    return "1 cell" if number == 1 else f"{number} cells"
