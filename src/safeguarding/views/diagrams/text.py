"""A governance diagram as an indented tree, for a terminal of eighty columns or a screen reader."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from safeguarding.views.diagrams.picture import Box, Group, Link, Mark, Picture, Row, Stroke
from safeguarding.views.layout import page, underlined, wrapped
from safeguarding.views.wording import either_of, one_line, sentence, shortened

_DEEPEST = 12
"""Further in than this nothing is indented, so that there is room to write; the depth is given in words."""

_TITLE, _DETAIL, _PHRASE = 150, 200, 200
_REPORTS = frozenset({Stroke.REPORTS, Stroke.PARTLY})
_WORDS = {
    Stroke.LEADS: "The partners lead through this body",
    Stroke.ANSWERS: "Answers, outside the partnership, to",
    Stroke.SCRUTINISES: "Scrutinises",
    Stroke.SAME: "May be the same as",
}


def as_tree(picture: Picture) -> str:
    """Write a picture as text, a body below the one it reports to.

    Args:
        picture: the picture.

    Returns:
        lines of at most 80 characters.
    """
    return page(_Tree(picture).lines())


class _Tree:
    """The parts of the text, which all need the names and the links."""

    def __init__(self, picture: Picture) -> None:
        self._picture = picture
        groups = [row.item for row in (*picture.main, *picture.apart) if isinstance(row.item, Group)]
        items: list[Box | Group] = [*picture.boxes, picture.partners, *groups]
        self._names = {item.id: shortened(one_line(item.title), _TITLE) for item in items}
        self._links: dict[str, list[Link]] = {}
        for link in picture.links:
            self._links.setdefault(link.source, []).append(link)
            if link.stroke is Stroke.SAME:
                back = Link(stroke=link.stroke, source=link.target, target=link.source, mark=link.mark)
                self._links.setdefault(back.source, []).append(back)

    def lines(self) -> list[str]:
        """Write it all."""
        picture = self._picture
        lines = underlined(shortened(one_line(picture.title), _TITLE), "=")
        for remark in picture.caption:
            lines += wrapped(shortened(one_line(remark), 2 * _PHRASE))
        lines += self._boxes(picture.partners.title, picture.partners.boxes)
        lines += self._rows(
            "From the partners down",
            "Each body stands below the one that it reports to. Where a body has no chair or no frequency here, "
            "none was read.",
            picture.main,
        )
        for group in picture.sides:
            lines += self._boxes(group.title, group.boxes)
        lines += self._rows("No line of accountability to the partners was read", "", picture.apart)
        if picture.marks:
            lines += ["", *underlined("What the marks of change stand for")]
            lines += [line for mark in picture.marks for line in wrapped(mark, "- ")]
        return lines

    def _boxes(self, title: str, boxes: Iterable[Box]) -> list[str]:
        lines = ["", *underlined(title)]
        for box in boxes:
            lines += self._box(box, 0, "")
        return lines

    def _rows(self, title: str, says: str, rows: Iterable[Row]) -> list[str]:
        lines: list[str] = []
        for row in rows:
            lines += self._row(row)
        return ["", *underlined(title), *(wrapped(says) if says else []), *lines] if lines else []

    def _row(self, row: Row) -> list[str]:
        if isinstance(row.item, Box):
            return self._box(row.item, row.depth, row.above)
        lines = self._entry(row.item.title, self._said_of(row.item, row.above), row.depth)
        for box in row.item.boxes:
            lines += self._box(box, row.depth + 1, row.item.id)
        return lines

    def _box(self, box: Box, depth: int, above: str) -> list[str]:
        mark = [_detail(box.mark.label)] if box.mark else []
        details = [*mark, *(_detail(text) for text in box.details)]
        return self._entry(box.title, [*details, *self._said_of(box, above)], depth)

    def _entry(self, title: str, said: Iterable[str], depth: int) -> list[str]:
        indent = "  " * min(depth, _DEEPEST)
        level = f" (level {depth + 1})" if depth > _DEEPEST else ""
        lines = wrapped(shortened(one_line(title), _TITLE) + level, f"{indent}- ")
        text = " ".join(said)
        return lines + (wrapped(text, f"{indent}  ") if text else [])

    def _said_of(self, item: Box | Group, above: str) -> list[str]:
        """Say what runs from a box, or from a group, to others: to the one above it first."""
        links = self._links.get(item.id, [])
        tree = [link for link in links if link.target == above and link.stroke in _REPORTS]
        found = [self._says(link.stroke, [link], "Reports to") for link in tree if link.label or link.mark]
        rest: dict[tuple[Stroke, Mark | None, tuple[str, ...]], list[Link]] = {}
        for link in links:
            if link not in tree:
                rest.setdefault((link.stroke, link.mark, link.label), []).append(link)
        also = "Also reports to" if tree or above else "Reports to"
        found += [self._says(stroke, same, also) for (stroke, _, _), same in rest.items()]
        return found

    def _says(self, stroke: Stroke, links: Sequence[Link], reports: str) -> str:
        words = reports if stroke in _REPORTS else _WORDS[stroke]
        names = [self._names[link.target] for link in links]
        listed = either_of(names) if stroke is Stroke.SAME else "; ".join(names)
        label = "; ".join(shortened(one_line(text), _PHRASE) for text in links[0].label)
        whole = words if stroke is Stroke.LEADS else f"{words} {listed}"
        mark = f" ({shortened(one_line(links[0].mark.label), _PHRASE)})" if links[0].mark else ""
        return sentence(whole + (f", {label}" if label else "") + mark)


def _detail(text: str) -> str:
    return sentence(shortened(one_line(text), _DETAIL))
