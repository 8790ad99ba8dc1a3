"""A governance diagram as Mermaid text, which GitHub and many editors draw."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from attrs import evolve

from safeguarding.views.diagrams.labels import (
    caption_lines,
    detail_lines,
    group_lines,
    legend_lines,
    link_lines,
    mark_lines,
    name_lines,
    title_line,
)
from safeguarding.views.diagrams.picture import Box, Change, Group, Link, Look, Picture, Row, Stroke
from safeguarding.views.diagrams.rows import in_rows, stacked

# Everything but letters, digits and a few marks, which may mean something only at the edge of a word.
_UNSAFE = re.compile(
    r"[^\w ,'()£’‘–….:;-]|_"
    r"|(?<![^\W_])-|-(?![^\W_])"
    r"|[:;.](?! |$)|ﬂ"
)
_COVERS = frozenset({Stroke.WHOLE, Stroke.PART})
_NOTE = 90
"""How wide the note is, in characters."""

_LISTED = re.compile(r"^(\d+)([.)])")
_ENTITIES = {"&": "#amp;", '"': "#quot;", "<": "#lt;", ">": "#gt;"}
# After it has read the entities, Mermaid makes a line of "\\n", an icon of "fa:fa-", a formula of "$$", and an
# entity of the last of these: an invisible joiner comes between.
_ENTITIES |= {mark: f"#{ord(mark)};#8288;" for mark in "\\:$ﬂ"}
_LINES = {
    Stroke.LEADS: ("==", "==="),
    Stroke.REPORTS: ("--", "-->"),
    Stroke.PARTLY: ("-.", ".->"),
    Stroke.ANSWERS: ("--", "--o"),
    Stroke.SCRUTINISES: ("-.", ".-o"),
    Stroke.SAME: ("-.", ".-"),
    Stroke.WHOLE: ("--", "---"),
    Stroke.PART: ("-.", ".-"),
    Stroke.SERVES: ("--", "--o"),
}
_BARE = {Stroke.REPORTS: "-->", Stroke.PARTLY: "-.->", Stroke.WHOLE: "---", Stroke.SERVES: "--o"}
_CLASSES = {
    Look.BROKEN: ("planned", "stroke-dasharray: 7 5"),
    Look.DOTTED: ("example", "stroke-dasharray: 2 4"),
}
_CHANGES = {
    Change.ADDED: ("added", "stroke-width: 4px"),
    Change.REMOVED: ("removed", "text-decoration: line-through"),
}
_SETTINGS = ("config:", "  flowchart:", "    nodeSpacing: 30", "    rankSpacing: 40", "    wrappingWidth: 800")


def as_mermaid(picture: Picture) -> str:
    """Write a picture as a Mermaid flowchart.

    It runs from the bottom to the top, so that an arrow points from a body up to the one it reports to.

    Args:
        picture: the picture.
    """
    lines = ["---", f"title: {_quoted(title_line(picture))}", *_SETTINGS, "---", "flowchart BT"]
    lines += _group(picture.partners, columns=4)
    lines += _rows(picture.main, "  ")
    if picture.apart:
        lines += _apart(picture)
    for group in picture.sides:
        lines += _group(group, columns=3)
    lines += [f'  note["{_text(_note(picture))}"]', "  style note text-align:left"]
    lines += [_link(link) for link in _to_the_top(picture)]
    lines += _beside(picture)
    return "\n".join([*lines, *_classes(picture)]) + "\n"


def _classes(picture: Picture) -> list[str]:
    """Say how the classes look; a group, and a box for the second time, takes one in a line of its own only."""
    used = {box.look for box in picture.boxes} | {group.look for group in picture.groups}
    lines = [f"  classDef {name} {style}" for look, (name, style) in _CLASSES.items() if look in used]
    lines += [f"  class {group.id} {_CLASSES[group.look][0]}" for group in picture.groups if group.look in _CLASSES]
    focus = [box.id for box in picture.boxes if box.focus]
    lines += ["  classDef focus fill:#e4e4e4,color:#000"] if focus else []
    lines += [f"  class {identity} focus" for identity in focus]
    for change, (name, style) in _CHANGES.items():
        marked = [box.id for box in picture.boxes if box.mark and box.mark.change is change]
        lines += [f"  classDef {name} {style}"] if marked else []
        lines += [f"  class {identity} {name}" for identity in marked]
    return lines


def _note(picture: Picture) -> list[str]:
    return [*caption_lines(picture, _NOTE), "", *legend_lines(picture, _NOTE)]


def _apart(picture: Picture) -> list[str]:
    title = picture.headings.apart
    lines = [f'  subgraph apart["{_text([title])}"]', "    direction BT"]
    lines += _rows(picture.apart, "    ")
    return [*lines, *_stack(picture.loose, 2), "  end"]


def _to_the_top(picture: Picture) -> list[Link]:
    """Let a link to one partner run to the group of them and name that one.

    Mermaid sets a body below a group only while nothing runs into the group.
    """
    titles = {box.id: box.title for box in picture.partners.boxes}
    return [
        evolve(link, target=picture.partners.id, label=(f"to {titles[link.target]}", *link.label))
        if link.target in titles and link.stroke not in _COVERS
        else link
        for link in picture.links
    ]


def _beside(picture: Picture) -> list[str]:
    """Set what has no place of its own one below the other, beside the bodies; the note goes to the foot."""
    column = [picture.partners.id, *(group.id for group in picture.sides)]
    linked = {end for link in picture.links for end in (link.source, link.target)}
    if picture.apart and not linked.intersection(row.item.id for row in picture.apart):
        column.append("apart")
    deepest = max(picture.main, key=lambda row: row.layer or 0, default=None)
    foot = deepest.item.id if deepest else column[-1]
    return [f"  {lower} ~~~ {upper}" for upper, lower in (*pairwise(column), (foot, "note"))]


def _rows(rows: Iterable[Row], indent: str) -> list[str]:
    lines = []
    for row in rows:
        if isinstance(row.item, Group):
            lines += [indent[2:] + line for line in _group(row.item)]
        else:
            lines.append(indent + _box(row.item))
    return lines


def _group(group: Group, columns: int = 0) -> list[str]:
    lines = [f'  subgraph {group.id}["{_text(group_lines(group))}"]', "    direction BT"]
    # A title of Mermaid's has room for one line: what else is said of a group stands in it, without an outline.
    about = _text(detail_lines(group))
    lines += [f'    {group.id}_about["{about}"]', f"    style {group.id}_about fill:none,stroke:none"] if about else []
    lines += [f"    {_box(box)}" for box in group.boxes]
    for inner in group.groups:
        lines += [f"  {line}" for line in _group(inner)]
    return [*lines, *_stack([box.id for box in group.boxes], columns), "  end"]


def _stack(ids: Sequence[str], columns: int) -> list[str]:
    return [f"    {lower} ~~~ {upper}" for upper, lower in stacked(in_rows(ids, columns))]


def _box(box: Box) -> str:
    left, right = ("[[", "]]") if box.scrutiny else ("(", ")") if box.outside else ("[", "]")
    name = f":::{_CLASSES[box.look][0]}" if box.look in _CLASSES else ""
    label = "<br/>".join(
        text
        for text in (
            _text(mark_lines(box)),
            f"<b>{_text(name_lines(box))}</b>",
            _text(detail_lines(box)),
        )
        if text
    )
    return f'{box.id}{left}"{label}"{right}{name}'


def _link(link: Link) -> str:
    label = link_lines(link)
    left, right = _LINES[link.stroke]
    line = f'{left} "{_text(label)}" {right}' if label else _BARE[link.stroke]
    return f"  {link.source} {line} {link.target}"


def _text(lines: Iterable[str]) -> str:
    """Write a label so that nothing in it can be taken for Mermaid, Markdown or HTML."""
    # A colon that touches what follows would make Mermaid look for a style.
    return "<br/>".join(_escaped(line) for line in lines).replace(":<br/>", ": <br/>")


def _escaped(line: str) -> str:
    text = _UNSAFE.sub(lambda found: _ENTITIES.get(found[0], f"#{ord(found[0])};"), line)
    return _LISTED.sub(lambda found: f"{found[1]}#{ord(found[2])};", text)


def _quoted(text: str) -> str:
    """Write a text for the YAML above the diagram, fit for a page of HTML too."""
    return json.dumps(text, ensure_ascii=False).replace("<", "\\u003c").replace("`", "\\u0060")
