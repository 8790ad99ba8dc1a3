"""What a label in DOT is made of: the small markup of Graphviz, out of which no name can break."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from safeguarding.views.diagrams.labels import detail_lines, group_lines, mark_lines, name_lines
from safeguarding.views.diagrams.picture import Box, Change, Group, Look
from safeguarding.views.diagrams.rows import in_rows
from safeguarding.views.timelines.lettering import xml

STYLES = {Look.FIRM: "", Look.BROKEN: "dashed", Look.DOTTED: "dotted"}
"""How an outline is drawn."""

GREY = "#e4e4e4"
"""What the box is filled with that a picture is about: it stays light when it is printed."""

_THICK = 3


def box_label(box: Box) -> str:
    """Write the label of a box: its mark, its name in bold or struck through, and the rest."""
    return f"<{_inside(box)}>"


def group_label(group: Group, columns: int) -> str:
    """Write a group of boxes as a table, a cell on each line, so that a new one is a new line.

    Args:
        group: the group; no link runs to or from one of its boxes alone.
        columns: how many boxes there are in a row, or 0 for as many as there are rows.
    """
    cells = {box.id: _cell(box, group.look) for box in group.boxes}
    rows = in_rows(tuple(cells), columns)
    width = max((len(row) for row in rows), default=1)
    title = f'<TR><TD BORDER="0" COLSPAN="{width}">{title_markup(group)}</TD></TR>' if group.title else ""
    border = int(bool(group.title))
    style = f' STYLE="{STYLES[group.look]}"' if STYLES[group.look] else ""
    lines = [f'<TABLE BORDER="{border}"{style} CELLBORDER="1" CELLSPACING="5" CELLPADDING="3">{title}']
    for row in rows:
        lines += ["<TR>", *(cells[identity] for identity in row), "</TR>"]
    return "\n".join(["<", *lines, "</TABLE>>"])


def title_markup(group: Group) -> str:
    """Write the title of a group, and below it what else is said of it."""
    return "<BR/>".join(map(markup, [*group_lines(group), *detail_lines(group)]))


def note_label(*columns: Sequence[str]) -> str:
    """Write blocks of text side by side, each set from the left."""
    cells = "".join(
        f'<TD ALIGN="LEFT" BALIGN="LEFT" VALIGN="TOP">{"<BR/>".join(map(markup, lines))}</TD>'
        for lines in columns
        if lines
    )
    return f'<<TABLE BORDER="0" CELLSPACING="12"><TR>{cells or "<TD></TD>"}</TR></TABLE>>'


def link_label(lines: Iterable[str]) -> str:
    """Write what stands beside a link, a little away from it."""
    return '"' + "".join(f"  {markup(line)}\\l" for line in lines) + '"'


def markup(line: str) -> str:
    """Write a line so that nothing in it can be taken for markup or for DOT, nor break out of the label.

    It is fit for a page of HTML as well.
    """
    # Graphviz puts names in the place of \\N and \\G in every label, also in its small markup.
    return xml(line).replace("&#x27;", "'").replace('"', "&quot;").replace("\\", "\\\\")


def _inside(box: Box) -> str:
    tags = ("<B><S>", "</S></B>") if box.removed else ("<B>", "</B>")
    lines = [f"<I>{markup(line)}</I>" for line in mark_lines(box)]
    lines += [markup(line).join(tags) for line in name_lines(box)]
    lines += [markup(line) for line in detail_lines(box)]
    return "<BR/>".join(lines)


def _cell(box: Box, around: Look) -> str:
    """Write a box as a cell of a table, with the same outline as it has alone."""
    # A cell would take on the outline of its table.
    plain = "" if around is Look.FIRM else "solid"
    styles = [style for style in (STYLES[box.look] or plain, "rounded" if box.outside else "") if style]
    border = _THICK if box.mark and box.mark.change is Change.ADDED else 1
    attributes = f' BORDER="{border}"' if border > 1 else ""
    attributes += f' STYLE="{",".join(styles)}"' if styles else ""
    attributes += f' BGCOLOR="{GREY}"' if box.focus else ""
    inside = _inside(box)
    if box.scrutiny:
        # A cell has one outline: the second is that of a table in it.
        inside = f'<TABLE BORDER="1" CELLBORDER="0" CELLSPACING="0"{attributes}><TR><TD>{inside}</TD></TR></TABLE>'
    return f"<TD{attributes}>{inside}</TD>"
