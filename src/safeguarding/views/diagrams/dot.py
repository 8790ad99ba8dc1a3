"""A governance diagram in DOT, the language of Graphviz."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from safeguarding.views.diagrams.labels import (
    detail_lines,
    group_line,
    link_lines,
    mark_lines,
    name_lines,
    note_lines,
    title_line,
)
from safeguarding.views.diagrams.picture import Box, Change, Group, Link, Look, Picture, Row, Stroke, in_rows, stacked

_FONT = 'fontname="Helvetica,Arial,sans-serif"'
_HEAD = (
    'rankdir=TB; newrank=true; compound=true; charset="UTF-8"; nodesep=0.25; ranksep=0.45;',
    f"labelloc=b; labeljust=l; fontsize=11; {_FONT};",
    f'node [shape=box, fontsize=11, margin="0.12,0.06", {_FONT}];',
    f"edge [fontsize=9, dir=back, {_FONT}];",
)
# Links are written from the upper to the lower end, so that Graphviz sets the upper one above; hence dir=back.
_STROKES = {
    Stroke.LEADS: "style=bold, penwidth=3, dir=none",
    Stroke.REPORTS: "",
    Stroke.PARTLY: "style=dashed",
    # Beside, not above: the partnership's own lines decide who stands below whom.
    Stroke.ANSWERS: "arrowtail=odot, constraint=false",
    Stroke.SCRUTINISES: "style=dashed, arrowtail=odot",
    Stroke.SAME: "style=dashed, dir=none",
}
_OUTLINES = {Look.FIRM: "", Look.BROKEN: "dashed", Look.DOTTED: "dotted"}


def as_dot(picture: Picture) -> str:
    """Write a picture in DOT; ``dot -Tsvg`` draws it.

    Args:
        picture: the picture.
    """
    inside = [*_cluster(picture.partners, columns=4), *_rows(picture.main), *_ranks(picture)]
    if picture.apart:
        inside += _apart(picture)
    for group in picture.sides:
        inside += _cluster(group, columns=3)
    inside += _Links(picture).lines()
    lines = [f"label={_left(note_lines(picture))};", *_HEAD]
    # The title is that of a frame without an outline: the graph itself has one label, which is the note below.
    lines += ["subgraph cluster_all {", f"  label={_text([title_line(picture)])};"]
    lines += ["  labelloc=t; labeljust=c; fontsize=16; pencolor=transparent;"]
    lines += [*(f"  {line}" for line in inside), "}"]
    return "\n".join(["digraph governance {", *(f"  {line}" for line in lines), "}"]) + "\n"


def _apart(picture: Picture) -> list[str]:
    title = "No line of accountability to the partners was read"
    return _framed("apart", title, [*_rows(picture.apart), *_stack(picture.loose, 2)])


def _framed(identity: str, title: str, inside: Iterable[str]) -> list[str]:
    head = f"label={_text([group_line(title)])}; labeljust=c; fontsize=12; pencolor=black;"
    return [f"subgraph cluster_{identity} {{", f"  {head}", *(f"  {line}" for line in inside), "}"]


def _rows(rows: Iterable[Row]) -> list[str]:
    lines = []
    for row in rows:
        lines += _cluster(row.item) if isinstance(row.item, Group) else [_box(row.item)]
    return lines


def _ranks(picture: Picture) -> list[str]:
    """Set bodies that are equally far from the partners side by side."""
    layers: dict[int, list[str]] = {}
    for row in picture.main:
        if row.layer is not None and isinstance(row.item, Box):
            layers.setdefault(row.layer, []).append(row.item.id)
    return [f"{{ rank=same; {'; '.join(ids)}; }}" for _, ids in sorted(layers.items()) if len(ids) > 1]


def _cluster(group: Group, columns: int = 0) -> list[str]:
    boxes = [_box(box) for box in group.boxes]
    return _framed(group.id, group.title, [*boxes, *_stack([box.id for box in group.boxes], columns)])


def _stack(ids: Sequence[str], columns: int) -> list[str]:
    """Set boxes out in rows, each row from left to right in its own order."""
    rows = in_rows(ids, columns)
    lines = [f"{{ rank=same; {' -> '.join(row)} [style=invis]; }}" for row in rows if len(row) > 1]
    return lines + [f"{upper} -> {lower} [style=invis];" for upper, lower in stacked(rows)]


def _box(box: Box) -> str:
    styles = [style for style in (_OUTLINES[box.look], "rounded" if box.outside else "") if style]
    style = f', style="{",".join(styles)}"' if styles else ""
    double = ", peripheries=2" if box.scrutiny else ""
    thick = ", penwidth=3" if box.mark and box.mark.change is Change.ADDED else ""
    return f"{box.id} [label={_label(box)}{style}{double}{thick}];"


def _label(box: Box) -> str:
    """Write the label of a box: its mark, its name in bold or struck through, and the rest."""
    tags = ("<B><S>", "</S></B>") if box.removed else ("<B>", "</B>")
    lines = [*(f"<I>{_markup(line)}</I>" for line in mark_lines(box))]
    lines += [_markup(line).join(tags) for line in name_lines(box)]
    lines += [_markup(line) for line in detail_lines(box)]
    return f"<{'<BR/>'.join(lines)}>"


def _markup(line: str) -> str:
    """Write a line so that nothing in it can be taken for markup, nor break out of the label."""
    return line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


class _Links:
    """The links of a picture; Graphviz joins boxes only, so that a group lends one of its own."""

    def __init__(self, picture: Picture) -> None:
        rows = [row.item for row in (*picture.main, *picture.apart)]
        groups = [item for item in (picture.partners, *rows, *picture.sides) if isinstance(item, Group)]
        self._groups = {group.id: group for group in groups}
        self._picture = picture

    def lines(self) -> list[str]:
        """Write the links, and what holds the rest beside and below them."""
        return [self._link(link) for link in self._picture.links] + self._beside()

    def _link(self, link: Link) -> str:
        upper, lower = self._groups.get(link.target), self._groups.get(link.source)
        marks = [
            f"label={_text(link_lines(link))}" if link_lines(link) else "",
            _STROKES[link.stroke],
            f"ltail=cluster_{upper.id}" if upper else "",
            f"lhead=cluster_{lower.id}" if lower else "",
        ]
        above = _lent(upper, last=True) if upper else link.target
        below = _lent(lower) if lower else link.source
        listed = ", ".join(mark for mark in marks if mark)
        return f"{above} -> {below}" + (f" [{listed}];" if listed else ";")

    def _beside(self) -> list[str]:
        """Set what has no place of its own one below the other, beside the bodies."""
        column = [self._picture.partners, *self._picture.sides]
        return [f"{_lent(upper, last=True)} -> {_lent(lower)} [style=invis];" for upper, lower in pairwise(column)]


def _lent(group: Group, *, last: bool = False) -> str:
    """Choose the box of a group that a link is tied to: one of its first row, or the last one of all."""
    return group.boxes[-1 if last else min(1, len(group.boxes) - 1)].id


def _text(lines: Iterable[str]) -> str:
    """Write a label so that nothing in it can be taken for DOT."""
    return '"' + "\\n".join(_escaped(line) for line in lines) + '"'


def _left(lines: Iterable[str]) -> str:
    return '"' + "".join(f"{_escaped(line)}\\l" for line in lines) + '"'


def _escaped(line: str) -> str:
    # Graphviz reads entities of HTML in every label; written so, a label is fit for a page of HTML as well.
    text = line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("\\", "\\\\").replace('"', '\\"')
