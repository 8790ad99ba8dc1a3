"""What a governance diagram shows, whatever the form in which it is written."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from attrs import frozen

from safeguarding.views.diagrams.grid import Grid

PARTNERS = "partners"
"""The id of the group that stands at the top."""


class Look(Enum):
    """How the outline of a box is drawn."""

    FIRM = "firm"
    BROKEN = "broken"
    DOTTED = "dotted"


class Stroke(Enum):
    """What a link stands for."""

    LEADS = "leads"
    REPORTS = "reports"
    PARTLY = "partly"
    ANSWERS = "answers"
    SCRUTINISES = "scrutinises"
    SAME = "same"
    WHOLE = "whole"
    PART = "part"
    SERVES = "serves"


class Change(Enum):
    """What became of something between two versions of a document."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    RENAMED = "renamed"


@frozen(kw_only=True)
class Mark:
    """That something differs between two versions.

    Args:
        change: what became of it.
        words: how, in a short phrase, such as ``was: Business Group``; empty where the mark says it all.
    """

    change: Change
    words: str = ""

    @property
    def label(self) -> str:
        """What stands in a box or on a link: a sign, the word, and how."""
        said = f"{_SIGNS[self.change]} {self.change.value}"
        return f"{said}: {self.words}" if self.words else said


# A sign and a word: a mark is told from another without colour, and read out by a screen reader.
_SIGNS = {Change.ADDED: "+", Change.REMOVED: "–", Change.CHANGED: "~", Change.RENAMED: "="}
_LEGEND_OF_CHANGES = {
    Change.ADDED: "+ added: in the later version only; the outline of a box is thick",
    Change.REMOVED: "– removed: in the earlier version only; the name in a box is struck through",
    Change.CHANGED: "~ changed: in both versions, and not the same; the mark says how",
    Change.RENAMED: "= renamed: the same body under another name",
}

PREFIX = {
    Stroke.LEADS: "the partners lead through this body",
    Stroke.REPORTS: "",
    Stroke.PARTLY: "",
    Stroke.ANSWERS: "answers to",
    Stroke.SCRUTINISES: "scrutinises",
    Stroke.SAME: "may be the same as",
    Stroke.WHOLE: "",
    Stroke.PART: "a part",
    Stroke.SERVES: "",
}
"""What stands on a link of each kind before its own label."""

_LEGEND = {
    Stroke.LEADS: "Thick line: the partners lead through this body",
    Stroke.REPORTS: "Arrow: reports to",
    Stroke.PARTLY: "Broken arrow: reports to, only for the matter named",
    Stroke.ANSWERS: "Line that ends in a circle: answers to, outside the partnership",
    Stroke.SCRUTINISES: "Broken line that ends in a circle: scrutinises",
    Stroke.SAME: "Broken line without an arrowhead: may be the same body; the text leaves it open",
    Stroke.WHOLE: "Line from a partner: covers the whole of the area",
    Stroke.PART: "Broken line from a partner: covers a part of the area",
    Stroke.SERVES: "Line that ends in a circle: serves the place",
}
_LEGEND_OF_BOXES = {
    Look.BROKEN: "Broken outline: planned or in shadow form; that it has started was not read",
    Look.DOTTED: "Dotted outline: named only as an example",
}
_SCRUTINY = "Double outline: independent scrutiny"
_FOCUS = "Grey box: the body whose line of accountability this is"
SILENCE = "Where no chair or no frequency is named, none was read"
"""What a picture of bodies says of what its boxes leave out."""


@frozen(kw_only=True)
class Box:
    """A partner, a body, or whoever else stands alone.

    Args:
        id: made of its kind and its slug: lower-case letters, digits and underscores.
        title: its name.
        details: what else is said of it, each a short phrase.
        look: its outline.
        scrutiny: whether it is marked as independent scrutiny.
        outside: whether it is another partnership, not part of this one.
        focus: whether it is the one that the picture is about.
        mark: how it differs between two versions, where two are drawn.
    """

    id: str
    title: str
    details: tuple[str, ...] = ()
    look: Look = Look.FIRM
    scrutiny: bool = False
    outside: bool = False
    focus: bool = False
    mark: Mark | None = None

    @property
    def removed(self) -> bool:
        """Whether it is there no longer, so that its name is struck through."""
        return self.mark is not None and self.mark.change is Change.REMOVED


@frozen(kw_only=True)
class Group:
    """Boxes that stand together under a title.

    Args:
        id: as that of a box.
        title: what they have in common.
        boxes: the boxes.
        groups: what stands inside it and holds boxes itself: an area within an area.
        details: what else is said of it, each a short phrase.
        look: its outline.
    """

    id: str
    title: str
    boxes: tuple[Box, ...]
    details: tuple[str, ...] = ()
    groups: tuple[Group, ...] = ()
    look: Look = Look.FIRM

    @property
    def every_box(self) -> Iterator[Box]:
        """Its boxes, and those of the groups inside it."""
        yield from self.boxes
        for group in self.groups:
            yield from group.every_box

    @property
    def every_group(self) -> Iterator[Group]:
        """The group itself, and those inside it."""
        yield self
        for group in self.groups:
            yield from group.every_group


@frozen(kw_only=True)
class Link:
    """What runs from one box or group to another.

    Args:
        stroke: what it stands for.
        source: the id of the lower one.
        target: the id of the upper one.
        label: for which matters, by what means; each a short phrase.
        mark: how it differs between two versions, where two are drawn.
    """

    stroke: Stroke
    source: str
    target: str
    label: tuple[str, ...] = ()
    mark: Mark | None = None


@frozen(kw_only=True)
class Row:
    """A box or a group at its place below the one that it reports to.

    Args:
        item: the box, or bodies that report in the same way.
        above: the id of the one that it stands below; empty where it begins a tree.
        depth: how many stand above it.
        layer: the length of the longest way down to it from the partners; None where no line leads there.
    """

    item: Box | Group
    above: str
    depth: int
    layer: int | None


@frozen(kw_only=True)
class Headings:
    """What stands above the parts of a picture.

    Args:
        main: above what hangs together.
        says: how to read it as a list, in a sentence or two.
        apart: above what stands apart from that.
        loose: above those of them to which nothing runs at all.
        silence: what the boxes leave out, for the legend.
    """

    main: str = "From the partners down"
    says: str = "Each body stands below the one that it reports to."
    apart: str = "No line of accountability to the partners was read"
    loose: str = "No line at all was read"
    silence: str = SILENCE


@frozen(kw_only=True)
class Picture:
    """A diagram of boxes and of what runs between them.

    Args:
        title: of what, and as of when.
        caption: what it was read in, and what was not read.
        partners: the safeguarding partners.
        main: the bodies from which a line leads to the partners, from the top down; or the areas.
        apart: the other bodies, each tree from the top down; or the areas beyond.
        sides: other partnerships, scrutineers and whoever else; none of them empty.
        links: what runs between all of these.
        headings: what stands above the parts.
        grid: the same as a grid, which Graphviz draws in the place of partners and bodies.
    """

    title: str
    caption: tuple[str, ...]
    partners: Group
    main: tuple[Row, ...]
    apart: tuple[Row, ...]
    sides: tuple[Group, ...]
    links: tuple[Link, ...]
    headings: Headings = Headings()
    grid: Grid | None = None

    @property
    def items(self) -> Iterator[Box | Group]:
        """Every box and group that stands by itself."""
        yield self.partners
        yield from (row.item for row in (*self.main, *self.apart))
        yield from self.sides

    @property
    def groups(self) -> Iterator[Group]:
        """Every group, and those inside them."""
        for item in self.items:
            if isinstance(item, Group):
                yield from item.every_group

    @property
    def boxes(self) -> Iterator[Box]:
        """Every box."""
        for item in self.items:
            yield from item.every_box if isinstance(item, Group) else (item,)

    @property
    def legend(self) -> tuple[str, ...]:
        """What the marks that occur stand for."""
        boxes = tuple(self.boxes)
        strokes = {link.stroke for link in self.links}
        looks = {box.look for box in boxes} | {group.look for group in self.groups}
        found = [text for stroke, text in _LEGEND.items() if stroke in strokes]
        found += [_FOCUS] if any(box.focus for box in boxes) else []
        found += [text for look, text in _LEGEND_OF_BOXES.items() if look in looks]
        found += [_SCRUTINY] if any(box.scrutiny for box in boxes) else []
        return (*found, *self.marks, *((self.headings.silence,) if self.main or self.apart else ()))

    @property
    def marks(self) -> tuple[str, ...]:
        """What the marks of change that occur stand for; nothing where one version is drawn."""
        marks = [*(box.mark for box in self.boxes), *(link.mark for link in self.links)]
        changes = {mark.change for mark in marks if mark}
        return tuple(text for change, text in _LEGEND_OF_CHANGES.items() if change in changes)

    @property
    def linked(self) -> frozenset[str]:
        """The ids of all to which or from which a link runs."""
        return frozenset(end for link in self.links for end in (link.source, link.target))

    @property
    def loose(self) -> tuple[str, ...]:
        """The ids of what stands apart and has no link."""
        linked = self.linked
        return tuple(row.item.id for row in self.apart if row.item.id not in linked)
