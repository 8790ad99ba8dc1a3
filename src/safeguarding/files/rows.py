"""Which rows and cells a CSV file has, and on which line each stands."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from io import StringIO

from attrs import frozen

from safeguarding.files.faults import Cell, Fault
from safeguarding.files.wording import quoted


@frozen
class Row:
    """A row of a CSV file.

    Args:
        line: the line on which it begins, counted from 1.
        cells: what stands in it.
    """

    line: int
    cells: list[str]

    @property
    def blank(self) -> bool:
        """Whether nothing stands in it."""
        return not any(self.cells)

    def line_of(self, index: int) -> int:
        """Return the line on which a cell begins: a quoted cell may go over several."""
        return self.line + sum(cell.count("\n") for cell in self.cells[:index])


def delimiter_of(text: str) -> str:
    """Find what stands between the cells: a comma, or a semicolon as Excel writes it in some countries.

    >>> delimiter_of('"case";"kind"')
    ';'
    """
    first = text.lstrip("\n").partition("\n")[0]
    return ";" if first.count(";") > first.count(",") else ","


def rows_of(text: str) -> Iterator[Row | Fault]:
    """Read the rows of a text, but for blank ones.

    A row that breaks the rules of quoting comes as a fault. The next one is read where it is sure where it
    begins; otherwise there is none.

    Args:
        text: what the file holds, with plain line ends.
    """
    delimiter = delimiter_of(text)
    reader = csv.reader(StringIO(text, newline="\n"), delimiter=delimiter, strict=True)
    lines = text.split("\n")
    while True:
        line = reader.line_num + 1
        try:
            row = Row(line, next(reader))
        except StopIteration:
            return
        except csv.Error as error:
            yield csv_mistake(lines[line - 1 : reader.line_num], line, delimiter, str(error))
            if reader.line_num > line or lines[line - 1].count('"') % 2:
                return
        else:
            if not row.blank:
                yield row


def csv_mistake(lines: list[str], line: int, delimiter: str, said: str) -> Fault:
    """Say in a plain sentence why a row is not CSV.

    Args:
        lines: the lines of the row, as far as it was read.
        line: the number of the first of them.
        delimiter: what stands between the cells.
        said: what the parser said.
    """
    text = "\n".join(lines)
    offset = number = 0
    # Cell by cell, up to the first that is neither plain nor quoted to its end.
    cell = re.compile(rf'(?:"(?:[^"]++|"")*+"|[^"{delimiter}\n][^{delimiter}\n]*+|){delimiter}')
    while match := cell.match(text, offset):
        offset = match.end()
        number += 1
    at = Cell(line + text.count("\n", 0, offset), number + 1, "")
    if said.startswith("unexpected end"):
        what = "the quotation mark at the beginning of this cell is not closed"
        return Fault(what=what, do="close it, or remove it", cell=at)
    if said.startswith("field larger"):
        do = "look for a quotation mark that is not closed"
        return Fault(what="a cell has more characters than can be read", do=do, cell=at)
    if "expected after" in said:
        do = "put quotation marks round the whole cell, and write one inside it twice"
        return Fault(what="something stands after the closing quotation mark of this cell", do=do, cell=at)
    do = "compare it with the lines above"
    return Fault(what=f"this does not follow the rules of CSV: {quoted(said)}", do=do, cell=at)
