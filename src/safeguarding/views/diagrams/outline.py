"""A diagram as a list: what stands where, and what runs from it, in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from safeguarding.views.diagrams.picture import Box, Group, Link, Mark, Picture, Row, Stroke
from safeguarding.views.wording import either_of, one_line, sentence, shortened

TITLE, PHRASE = 150, 200
"""How long the name of something, and what is said of it, may be."""

_REPORTS = frozenset({Stroke.REPORTS, Stroke.PARTLY})
_WORDS = {
    Stroke.LEADS: "The partners lead through this body",
    Stroke.ANSWERS: "Answers, outside the partnership, to",
    Stroke.SCRUTINISES: "Scrutinises",
    Stroke.SAME: "May be the same as",
    Stroke.WHOLE: "Covered as a whole by",
    Stroke.PART: "Covered in part by",
    Stroke.SERVES: "Serves",
}


@frozen(kw_only=True)
class Entry:
    """One thing in a list.

    Args:
        title: its name, on one line.
        said: what is said of it: sentences, on one line.
        depth: below how many others it stands.
    """

    title: str
    said: str
    depth: int = 0


@frozen(kw_only=True)
class Section:
    """A part of a list under a heading.

    Args:
        title: the heading, on one line.
        says: how to read it; may be empty.
        entries: what stands in it.
    """

    title: str
    says: str = ""
    entries: tuple[Entry, ...]


def outline(picture: Picture) -> Iterator[Section]:
    """List all that a picture shows, a body below the one it reports to.

    Args:
        picture: the picture.
    """
    return _Outline(picture).sections()


class _Outline:
    """The parts of the list, which all need the names and the links."""

    def __init__(self, picture: Picture) -> None:
        self._picture = picture
        items: list[Box | Group] = [*picture.boxes, *picture.groups]
        self._names = {item.id: shortened(one_line(item.title), TITLE) for item in items}
        self._links: dict[str, list[Link]] = {}
        for link in picture.links:
            self._links.setdefault(link.source, []).append(link)
            if link.stroke is Stroke.SAME:
                back = Link(stroke=link.stroke, source=link.target, target=link.source, mark=link.mark)
                self._links.setdefault(back.source, []).append(back)

    def sections(self) -> Iterator[Section]:
        """List it all."""
        picture, headings = self._picture, self._picture.headings
        yield self._section(picture.partners.title, self._members(picture.partners, 0))
        if picture.main:
            says = f"{headings.says} {sentence(headings.silence)}"
            yield self._section(headings.main, self._rows(picture.main), says)
        for group in picture.sides:
            yield self._section(group.title, self._members(group, 0), " ".join(map(sentence, group.details)))
        if picture.apart:
            yield self._section(headings.apart, self._rows(picture.apart))
        if picture.marks:
            marks = (Entry(title=mark, said="") for mark in picture.marks)
            yield self._section("What the marks of change stand for", marks)

    def _section(self, title: str, entries: Iterable[Entry], says: str = "") -> Section:
        return Section(title=shortened(one_line(title), TITLE), says=says, entries=tuple(entries))

    def _rows(self, rows: Iterable[Row]) -> Iterator[Entry]:
        for row in rows:
            if isinstance(row.item, Box):
                yield self._box(row.item, row.depth, row.above)
            else:
                yield from self._group(row.item, row.depth, row.above)

    def _group(self, group: Group, depth: int, above: str) -> Iterator[Entry]:
        details = [sentence(shortened(one_line(text), PHRASE)) for text in group.details]
        yield self._entry(group.title, [*details, *self._said_of(group, above)], depth)
        yield from self._members(group, depth + 1)

    def _members(self, group: Group, depth: int) -> Iterator[Entry]:
        for box in group.boxes:
            yield self._box(box, depth, group.id)
        for inner in group.groups:
            yield from self._group(inner, depth, group.id)

    def _box(self, box: Box, depth: int, above: str) -> Entry:
        mark = [box.mark.label] if box.mark else []
        focus = ["The body whose line this is"] if box.focus else []
        details = [sentence(shortened(one_line(text), PHRASE)) for text in (*mark, *focus, *box.details)]
        return self._entry(box.title, [*details, *self._said_of(box, above)], depth)

    def _entry(self, title: str, said: Iterable[str], depth: int) -> Entry:
        return Entry(title=shortened(one_line(title), TITLE), said=" ".join(said), depth=depth)

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
        label = "; ".join(shortened(one_line(text), PHRASE) for text in links[0].label)
        whole = words if stroke is Stroke.LEADS else f"{words} {listed}"
        mark = f" ({shortened(one_line(links[0].mark.label), PHRASE)})" if links[0].mark else ""
        return sentence(whole + (f", {label}" if label else "") + mark)
