"""A diagram in DOT, the language of Graphviz."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from attrs import evolve

from safeguarding.views.diagrams.dot_grid import grid_nodes, last_node
from safeguarding.views.diagrams.dot_labels import (
    GREY,
    STYLES,
    box_label,
    group_label,
    link_label,
    markup,
    note_label,
    title_markup,
)
from safeguarding.views.diagrams.grid import BY_BODY
from safeguarding.views.diagrams.labels import (
    caption_lines,
    detail_lines,
    link_lines,
    name_lines,
    note_lines,
    title_lines,
)
from safeguarding.views.diagrams.picture import (
    Box,
    Change,
    Group,
    Link,
    Picture,
    Row,
    Stroke,
)
from safeguarding.views.diagrams.rows import in_rows, stacked

_FONT = 'fontname="Helvetica,Arial,sans-serif"'
_HEAD = (
    'rankdir=TB; newrank=true; compound=true; charset="UTF-8"; nodesep=0.2; ranksep=0.3; pad=0.1;',
    f"labelloc=b; labeljust=l; fontsize=11; {_FONT};",
    f'node [shape=box, fontsize=11, margin="0.1,0.05", {_FONT}];',
    f"edge [fontsize=10, dir=back, {_FONT}];",
)
# Links are written from the upper to the lower end, so that Graphviz sets the upper one above; hence dir=back.
_STROKES = {
    Stroke.LEADS: "penwidth=3, dir=none",
    Stroke.REPORTS: "",
    Stroke.PARTLY: "style=dashed",
    Stroke.ANSWERS: "arrowtail=odot",
    Stroke.SCRUTINISES: "style=dashed, arrowtail=odot",
    # Beside, not above or below.
    Stroke.SAME: "style=dashed, dir=none, constraint=false",
    Stroke.WHOLE: "dir=none",
    Stroke.PART: "style=dashed, dir=none",
    Stroke.SERVES: "arrowtail=odot",
}
# The layout of many links takes hours if nothing bounds it: straight lines, and fewer rounds.
_QUICK = "splines=line; nslimit=2; nslimit1=2; mclimit=0.2;"
_MANY = 100
"""From so many links on it is laid out so."""

_PARTNERS, _ALIKE, _SIDE = 4, 3, 2
"""How many boxes there are in a row: of partners, of bodies that report alike, of a group at the foot."""


def as_dot(picture: Picture) -> str:
    """Write a picture in DOT; ``dot -Tsvg`` draws it.

    Args:
        picture: the picture.
    """
    return _Dot(picture).text()


class _Dot:
    """The parts of the text, which all need to know what the links run to."""

    def __init__(self, picture: Picture) -> None:
        self._picture = picture
        self._linked = picture.linked
        self._loose = frozenset(picture.loose)
        self._groups = {group.id: group for group in picture.groups}
        shown = [group for group in picture.sides if not picture.grid or group.id != BY_BODY]
        self._sides = [part for group in shown for part in self._parts(group)]

    def text(self) -> str:
        """Write it all."""
        picture = self._picture
        if picture.grid:
            inside = grid_nodes(picture.grid)
        else:
            inside = [*self._group(picture.partners, _PARTNERS), *self._rows(picture.main), *self._apart()]
            inside += self._ranks()
        for group in self._unlinked():
            inside += self._group(group, _SIDE)
        inside += [*map(self._link, picture.links), *self._below(), *self._foot()]
        lines = [f"label={note_label(caption_lines(picture), self._legend())};", *_HEAD]
        lines += [_QUICK] if len(picture.links) >= _MANY else []
        # The title is that of a frame without an outline: the graph itself has one label, which is the note below.
        title = "<BR/>".join(f"<B>{markup(line)}</B>" for line in title_lines(picture))
        lines += ["subgraph cluster_all {", f"  label=<{title}>;"]
        lines += ["  labelloc=t; labeljust=l; fontsize=15; pencolor=transparent;"]
        lines += [*(f"  {line}" for line in inside), "}"]
        return "\n".join(["digraph governance {", *(f"  {line}" for line in lines), "}"]) + "\n"

    def _legend(self) -> list[str]:
        grid = self._picture.grid
        return note_lines((*(grid.legend if grid else ()), *self._picture.legend))

    # Places

    def _apart(self) -> list[str]:
        """Frame what hangs together, and not with the partners."""
        tied = [row for row in self._picture.apart if row.item.id not in self._loose]
        frame = Group(id="apart", title=self._picture.headings.apart, boxes=())
        lines = _framed(frame, self._rows(tied)) if tied else []
        for group in self._sides:
            lines += self._group(group, _SIDE) if self._framed(group) else []
        return lines

    def _parts(self, group: Group) -> list[Group]:
        """Take out of a group at the side what a line runs to, so that the rest can stand at the foot."""
        tied = tuple(box for box in group.boxes if box.id in self._linked)
        rest = tuple(box for box in group.boxes if box.id not in self._linked)
        if not tied or not rest or group.id in self._linked:
            return [group]
        return [evolve(group, boxes=tied), evolve(group, id=f"{group.id}_rest", boxes=rest)]

    def _unlinked(self) -> list[Group]:
        """Return what no line runs to, which has its place at the foot."""
        groups = [group for group in self._sides if not self._framed(group)]
        loose = [row.item for row in self._picture.apart if row.item.id in self._loose]
        boxes = tuple(item for item in loose if isinstance(item, Box))
        if boxes:
            tied = len(self._loose) < len(self._picture.apart)
            title = self._picture.headings.loose if tied else self._picture.headings.apart
            groups.insert(1, Group(id="loose", title=title, boxes=boxes))
        return [*groups, *(item for item in loose if isinstance(item, Group))]

    def _below(self) -> list[str]:
        """Hold a frame below the partners, which the lines to it alone do not: they run to one box in it."""
        frames = [row.item for row in self._picture.main if isinstance(row.item, Group) and row.item.groups]
        upper = self._lent(self._picture.partners)
        nodes = [node for frame in frames for node in in_rows(self._nodes(frame), _SIDE)[0]]
        return [f"{upper} -> {node} [style=invis, weight=0];" for node in nodes]

    def _foot(self) -> list[str]:
        """Set what no line runs to below all the rest, in columns that come out about as high."""
        columns: list[list[Group]] = [[] for _ in range(self._columns())]
        for group in self._unlinked():
            min(columns, key=lambda column: sum(_height(each) for each in column)).append(group)
        upper = [column[0].id for column in columns if column]
        lines = [f"{{ rank=same; {'; '.join(upper)}; }}"] if len(upper) > 1 else []
        pairs = [(above, below) for above in self._lowest() for below in upper]
        pairs += [(above.id, below.id) for column in columns for above, below in pairwise(column)]
        return lines + [f"{above} -> {below} [style=invis, weight=0];" for above, below in pairs]

    def _columns(self) -> int:
        """Guess how many groups stand side by side below the widest layer: each is as wide as two boxes."""
        layers: dict[int, int] = {}
        for row in self._picture.main if not self._picture.grid else ():
            if row.layer is not None:
                size = min(len(row.item.boxes), _ALIKE) if isinstance(row.item, Group) else 1
                layers[row.layer] = layers.get(row.layer, 0) + size
        return min(max(2, max(layers.values(), default=0) // 2), 4)

    def _lowest(self) -> list[str]:
        """Return what stands lowest, of the bodies below the partners and of those apart; else the partners."""
        if self._picture.grid:
            return [last_node(self._picture.grid)]
        tied = [row for row in self._picture.apart if row.item.id not in self._loose]
        items = [
            max(rows, key=lambda row: (row.layer or 0, row.depth)).item for rows in (self._picture.main, tied) if rows
        ] or [self._picture.partners]
        return [self._lent(item, last=True) if isinstance(item, Group) else item.id for item in items]

    def _rows(self, rows: Iterable[Row]) -> list[str]:
        lines = []
        for row in rows:
            lines += self._group(row.item, _ALIKE) if isinstance(row.item, Group) else [_box(row.item)]
        return lines

    def _ranks(self) -> list[str]:
        """Set bodies that are equally far from the partners side by side, and what may be one of them beside it."""
        layers: dict[int, list[str]] = {}
        found: dict[str, int] = {}
        for row in self._picture.main:
            if row.layer is not None and isinstance(row.item, Box):
                layers.setdefault(row.layer, []).append(row.item.id)
                found[row.item.id] = row.layer
        same = [(link.source, link.target) for link in self._picture.links if link.stroke is Stroke.SAME]
        beside: dict[str, str] = {}
        for one, other in sorted((*same, *((b, a) for a, b in same)), key=lambda pair: found.get(pair[1], 0)):
            if one not in found and other in found:
                beside.setdefault(one, other)
        sets = [ids for _, ids in sorted(layers.items()) if len(ids) > 1]
        sets += [[one, beside[one]] for row in self._picture.apart if (one := row.item.id) in beside]
        return [f"{{ rank=same; {'; '.join(ids)}; }}" for ids in sets]

    def _framed(self, group: Group) -> bool:
        """Say whether a link runs to a box of the group alone, which then has to be a node of its own."""
        return bool(group.groups) or any(box.id in self._linked for box in group.boxes)

    def _hangs(self, group: Group) -> bool:
        """Say whether lines come to a frame from above only, so that its title is out of their way at the foot."""
        inside = {group.id, *(box.id for box in group.every_box), *(inner.id for inner in group.every_group)}
        return not any(link.target in inside for link in self._picture.links)

    def _group(self, group: Group, columns: int = 0) -> list[str]:
        if not self._framed(group):
            label = group_label(group, columns)
            return f"{group.id} [shape=plain, label={label}];".splitlines()
        inside = [_box(box) for box in group.boxes]
        for inner in group.groups:
            inside += self._group(inner)
        lines = [*inside, *_stack(self._nodes(group), _SIDE if group.groups else columns)]
        return _framed(group, lines, below=self._hangs(group))

    # Links

    def _link(self, link: Link) -> str:
        upper, lower = self._groups.get(link.target), self._groups.get(link.source)
        marks = [
            f"label={link_label(link_lines(link))}" if link_lines(link) else "",
            _STROKES[link.stroke],
            f"ltail=cluster_{upper.id}" if upper and self._framed(upper) else "",
            f"lhead=cluster_{lower.id}" if lower and self._framed(lower) else "",
        ]
        above = self._lent(upper, last=True) if upper else link.target
        below = self._lent(lower) if lower else link.source
        listed = ", ".join(mark for mark in marks if mark)
        return f"{above} -> {below}" + (f" [{listed}];" if listed else ";")

    def _lent(self, group: Group, *, last: bool = False) -> str:
        """Choose what a link to a group is tied to, since Graphviz joins nodes only."""
        nodes = self._nodes(group)
        return nodes[-1 if last else min(1, len(nodes) - 1)]

    def _nodes(self, group: Group) -> list[str]:
        """Return the nodes that a group is drawn as: itself, or its boxes and what is inside."""
        if not self._framed(group):
            return [group.id]
        inner = [node for each in group.groups for node in self._nodes(each)]
        return [*(box.id for box in group.boxes), *inner]


def _height(group: Group) -> int:
    """Guess how high the table of a group is, in lines."""
    return 2 + sum(1 + len(name_lines(box)) + len(detail_lines(box)) for box in group.boxes) // _SIDE


def _framed(group: Group, inside: Iterable[str], *, below: bool = False) -> list[str]:
    style = f' style="{STYLES[group.look]}";' if STYLES[group.look] else ""
    place = f"labelloc={'b' if below else 't'}; labeljust=l;"
    head = f"label=<{title_markup(group)}>; {place} fontsize=11; pencolor=black;{style}"
    return [f"subgraph cluster_{group.id} {{", f"  {head}", *(f"  {line}" for line in inside), "}"]


def _stack(ids: Sequence[str], columns: int) -> list[str]:
    """Set boxes out in rows, each row from left to right in its own order."""
    rows = in_rows(ids, columns)
    lines = [f"{{ rank=same; {' -> '.join(row)} [style=invis]; }}" for row in rows if len(row) > 1]
    return lines + [f"{upper} -> {lower} [style=invis];" for upper, lower in stacked(rows)]


def _box(box: Box) -> str:
    styles = [style for style in (STYLES[box.look], "rounded" if box.outside else "") if style]
    styles += ["filled"] if box.focus else []
    marks = [
        f"label={box_label(box)}",
        f'style="{",".join(styles)}"' if styles else "",
        f'fillcolor="{GREY}"' if box.focus else "",
        "peripheries=2" if box.scrutiny else "",
        "penwidth=3" if box.mark and box.mark.change is Change.ADDED else "",
    ]
    return f"{box.id} [{', '.join(mark for mark in marks if mark)}];"
