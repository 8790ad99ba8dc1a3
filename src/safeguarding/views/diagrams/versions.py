"""Two pictures in one: what both versions have, and what only one of them has, each marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve

from safeguarding.views.diagrams.picture import Box, Change, Group, Link, Mark, Picture, Row, Stroke

_Key = tuple[Stroke, str, str]
_Labels = dict[_Key, list[tuple[str, ...]]]


def both_versions(old: Picture, new: Picture, *, title: str, caption: tuple[str, ...]) -> Picture:
    """Lay one version over the other.

    What is in the new version keeps its place there; what is in the old one only stands below what it stood below.

    Args:
        old: the picture of the old version.
        new: that of the new one.
        title: what stands above the picture.
        caption: what stands below it.
    """
    laid = _Laid(old, new)
    partners = laid.marked(new.partners)
    main, apart = laid.rows()
    return evolve(
        new,
        title=title,
        caption=caption,
        partners=evolve(partners, boxes=laid.with_gone(partners.boxes, old.partners.boxes)),
        main=main,
        apart=apart,
        sides=tuple(laid.sides()),
        links=tuple(laid.links()),
    )


class _Laid:
    """Two versions, one over the other."""

    def __init__(self, old: Picture, new: Picture) -> None:
        self._old, self._new = old, new
        self._before = {box.id: box for box in old.boxes}
        self._after = {box.id: box for box in new.boxes}

    # Boxes

    def _box(self, box: Box) -> Box:
        """Mark a box of the new version."""
        before = self._before.get(box.id)
        if before is None:
            return evolve(box, mark=Mark(change=Change.ADDED))
        gone = [detail for detail in before.details if detail not in box.details]
        if before.title != box.title:
            return evolve(box, mark=Mark(change=Change.RENAMED, words=f"was: {'; '.join([before.title, *gone])}"))
        if before.details == box.details and before.look is box.look:
            return box
        come = [detail for detail in box.details if detail not in before.details]
        words = f"was: {'; '.join(gone)}" if gone else f"new: {'; '.join(come)}" if come else ""
        return evolve(box, mark=Mark(change=Change.CHANGED, words=words))

    def marked(self, group: Group) -> Group:
        """Mark the boxes of a group of the new version."""
        return evolve(group, boxes=tuple(self._box(box) for box in group.boxes))

    def with_gone(self, boxes: Iterable[Box], before: Iterable[Box]) -> tuple[Box, ...]:
        """Add to boxes of the new version those of the old one that are nowhere in it."""
        return (*boxes, *(_gone(box) for box in before if box.id not in self._after))

    def sides(self) -> Iterator[Group]:
        """Lay over one another what stands beside the bodies, in the order of the new version."""
        before = {group.id: group for group in self._old.sides}
        for group in self._new.sides:
            old = before.pop(group.id, None)
            yield evolve(self.marked(group), boxes=self.with_gone(self.marked(group).boxes, old.boxes if old else ()))
        for group in before.values():
            boxes = self.with_gone((), group.boxes)
            if boxes:
                yield evolve(group, boxes=boxes)

    # Rows

    def rows(self) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
        """Lay the bodies over one another."""
        main, apart = (
            [evolve(row, item=self._item(row.item)) for row in rows] for rows in (self._new.main, self._new.apart)
        )
        for rows, before in ((main, self._old.main), (apart, self._old.apart)):
            for row in before:
                for box in row.item.boxes if isinstance(row.item, Group) else (row.item,):
                    if box.id not in self._after:
                        _insert(rows, evolve(row, item=_gone(box)))
        return tuple(main), tuple(apart)

    def _item(self, item: Box | Group) -> Box | Group:
        return self.marked(item) if isinstance(item, Group) else self._box(item)

    # Links

    def links(self) -> Iterator[Link]:
        """Lay over one another what runs between the boxes; a group's link stands for one of each of its members.

        Between two boxes there may be several of one kind, each for a matter of its own.
        """
        before, after = _labels(self._old), _labels(self._new)
        for link in self._new.links:
            yield evolve(link, mark=_mark(link, _ends(self._new, link), before, after))
        for link in self._old.links:
            for key in _ends(self._old, link):
                gone = link.label not in after.get(key, ())
                told = any(label not in before[key] for label in after.get(key, ()))  # by the mark on another one
                if gone and not told:
                    _, source, target = key
                    yield evolve(link, source=source, target=target, mark=Mark(change=Change.REMOVED))


def _mark(link: Link, ends: Sequence[_Key], before: _Labels, after: _Labels) -> Mark | None:
    """Mark a link of the new version by what runs between the same boxes in the old one."""
    if any(link.label in before.get(key, ()) for key in ends):
        return None
    others = [label for key in ends for label in before.get(key, ()) if label not in after[key]]
    words = dict.fromkeys("; ".join(label) or "without a condition" for label in others)
    return Mark(change=Change.CHANGED, words=f"was: {' or '.join(words)}") if words else Mark(change=Change.ADDED)


def _labels(picture: Picture) -> _Labels:
    """Return what stands on the links between the same two boxes."""
    found: _Labels = {}
    for link in picture.links:
        for key in _ends(picture, link):
            found.setdefault(key, []).append(link.label)
    return found


def _gone(box: Box) -> Box:
    return evolve(box, mark=Mark(change=Change.REMOVED))


def _ends(picture: Picture, link: Link) -> list[_Key]:
    """Return what a link is and runs between, box by box."""
    groups = {row.item.id: row.item for row in (*picture.main, *picture.apart) if isinstance(row.item, Group)}
    group = groups.get(link.source)
    sources = [box.id for box in group.boxes] if group else [link.source]
    # A line for everything and one for some matters are one line, of which the matters changed.
    stroke = Stroke.REPORTS if link.stroke is Stroke.PARTLY else link.stroke
    return [(stroke, source, link.target) for source in sources]


def _insert(rows: list[Row], row: Row) -> None:
    """Put a row below the one that it stood below, after what stands there already; else at the end."""
    place = next((n for n, other in enumerate(rows) if other.item.id == row.above), None)
    if place is None:
        rows.append(evolve(row, above="", depth=0))
        return
    depth = rows[place].depth
    end = next((n for n in range(place + 1, len(rows)) if rows[n].depth <= depth), len(rows))
    rows.insert(end, evolve(row, depth=depth + 1))
