"""A diagram as a piece of HTML: the drawing, where there is one, and the same as a list beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from safeguarding.views.diagrams.labels import HEADING
from safeguarding.views.diagrams.outline import PHRASE, Entry, outline
from safeguarding.views.diagrams.picture import Picture
from safeguarding.views.timelines.lettering import xml
from safeguarding.views.wording import one_line, shortened


def as_html(picture: Picture, svg: str | None) -> str:
    """Write a picture as a figure of HTML.

    Args:
        picture: the picture.
        svg: the drawing; None where nothing can draw it, and the list stands alone.
    """
    title = shortened(one_line(picture.title), HEADING)
    lines = ["<figure>"]
    if svg is not None:
        lines += [svg.strip(), f"<figcaption><details><summary>{xml(title)}: as a list</summary>"]
    else:
        lines += [f"<figcaption><p><strong>{xml(title)}</strong></p>"]
    lines += [f"<p>{xml(shortened(one_line(remark), 2 * PHRASE))}</p>" for remark in picture.caption]
    for section in outline(picture):
        lines += [f"<p><strong>{xml(section.title)}</strong></p>"]
        lines += [f"<p>{xml(section.says)}</p>"] if section.says else []
        lines += _nested(section.entries)
    lines += ["</details></figcaption>" if svg is not None else "</figcaption>", "</figure>"]
    return "\n".join(lines) + "\n"


def _nested(entries: Iterable[Entry]) -> Iterator[str]:
    """Write a list, with the lists in it."""
    depth = -1
    for entry in entries:
        yield "<ul>" * (entry.depth - depth) if entry.depth > depth else "</li>" + "</ul></li>" * (depth - entry.depth)
        said = f"<br/>{xml(entry.said)}" if entry.said else ""
        yield f"<li>{xml(entry.title)}{said}"
        depth = entry.depth
    yield "</li></ul>" * (depth + 1)
