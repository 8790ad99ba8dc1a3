"""A picture of time as SVG, written by hand: no script, no style sheet, no font from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property

from safeguarding.dates import in_words
from safeguarding.views.timelines.axis import Tick, days_off, ticks
from safeguarding.views.timelines.flags import Flag, raised
from safeguarding.views.timelines.key import key
from safeguarding.views.timelines.layout import Bar, Lane, Mark, Sign, Timeline, day_after
from safeguarding.views.timelines.lettering import FONT, broken, width, xml
from safeguarding.views.timelines.listing import listing, nothing, outside, said_of
from safeguarding.views.timelines.shapes import (
    BAR,
    SIGN,
    bar,
    between,
    box,
    goes_on,
    hatching,
    last_day,
    lettering,
    number,
    rule,
    sign,
    upright,
)
from safeguarding.views.wording import one_line

WIDTH, MARGIN = 900.0, 16.0
LABEL, CHART, STATE = (16.0, 226.0), (258.0, 396.0), (674.0, 210.0)
"""The three columns: where each begins, and how wide it is."""

_YEAR = 12
_TITLE, _TEXT, _SMALL = 19.0, 14.0, 12.5
_LINE = {_TITLE: 24.0, _TEXT: 17.0, _SMALL: 15.5}
_FLAG, _BESIDE, _LONGEST = 16.0, 4.0, 330.0
"""How high the label of an event is, how far it stands from its pole, and how wide it can be."""
_ROW = SIGN + 3
_MOST = 8
"""How many lines there may be below the title of a lane, or below how it stands."""
_ASIDES = 8
"""So many of what is not drawn stand below the picture; the list has all."""


def as_svg(picture: Timeline) -> str:
    """Write a picture as an SVG document, fit to be printed in black on a page of A4 or to stand in a page of HTML.

    What it shows stands as a list in its description, in full where a label had to be cut.

    Args:
        picture: the picture.
    """
    return _Page(picture).document()


class _Page:
    """A page on which lane is set below lane; ``_down`` is how far it has come."""

    def __init__(self, picture: Timeline) -> None:
        self._picture = picture
        self._days = (picture.last - picture.first).days + 1
        self._pattern = f"{picture.id}-late"
        self._down = self._ruler = MARGIN
        self._back: list[str] = []
        self._front: list[str] = []

    def document(self) -> str:
        """Write it all."""
        picture = self._picture
        self._head()
        self._what_happened()
        top = self._axis()
        for group in picture.groups:
            self._heading(group.title)
            for lane in group.lanes:
                self._lane(lane)
        self._ground(top, self._down)
        self._foot()
        return "\n".join([*self._opening(), *self._back, *self._front, "</svg>"]) + "\n"

    def _opening(self) -> list[str]:
        picture, height = self._picture, number(self._down + MARGIN)
        described = "\n".join(
            f"{'- ' * bool(entry.depth):>{2 * entry.depth}}{entry.text}" for entry in listing(picture)
        )
        return [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {number(WIDTH)} {height}"',
            f'width="{number(WIDTH)}" height="{height}" role="img" font-family="{FONT}"',
            f'aria-labelledby="{picture.id}-title" aria-describedby="{picture.id}-desc">',
            f'<title id="{picture.id}-title">{xml(one_line(picture.title))}</title>',
            f'<desc id="{picture.id}-desc">{xml(described)}</desc>',
            hatching(self._pattern),
            f'<rect width="{number(WIDTH)}" height="{height}" fill="#fff"/>',
        ]

    # Text

    def _text(self, text: str, across: float, size: float, *, bold: bool = False) -> None:
        """Set a line at the present height, and leave that as it is."""
        self._front.append(lettering(text, across, self._down, size, bold=bold))

    def _lines(self, lines: Iterable[str], across: float, size: float, *, bold: bool = False) -> None:
        """Set lines below each other and go on below them."""
        for line in lines:
            self._down += _LINE[size]
            self._text(line, across, size, bold=bold)

    def _head(self) -> None:
        room = WIDTH - 2 * MARGIN
        self._lines(broken(self._picture.title, _TITLE, room, most=3, bold=True), MARGIN, _TITLE, bold=True)
        for remark in (*self._picture.caption, *outside(self._picture)):
            self._lines(broken(remark, _SMALL, room, most=3), MARGIN, _SMALL)
        self._down += 10

    def _heading(self, title: str) -> None:
        self._down += 12
        if (wide := width(title, _TEXT, bold=True)) > LABEL[1]:
            # A long heading reaches over the days, whose lines are not to run through it.
            room = min(wide, WIDTH - 2 * MARGIN)
            self._front.append(box(MARGIN, self._down + 3, room, _LINE[_TEXT] * (2 if wide > room else 1), "#fff"))
        self._lines(broken(title, _TEXT, WIDTH - 2 * MARGIN, most=2, bold=True), MARGIN, _TEXT, bold=True)
        self._down += 5
        self._front.append(rule(self._down, MARGIN, WIDTH - MARGIN))

    # Days

    def _left(self, day: date) -> float:
        """Return where a day begins."""
        return CHART[0] + (day - self._picture.first).days * CHART[1] / self._days

    def _right(self, day: date) -> float:
        return self._left(day) + CHART[1] / self._days

    def _middle(self, day: date) -> float:
        return (self._left(day) + self._right(day)) / 2

    def _ground(self, top: float, bottom: float) -> None:
        """Draw what stands behind the lanes: months or days off, the lines of the axis, the date of the question."""
        picture, height = self._picture, bottom - top
        months = self._ticks if picture.of_a_year else ()
        shaded = [(self._left(a), self._right(b)) for a, b in days_off(picture.first, picture.last)]
        edges = [*(self._left(tick.day) for tick in months), CHART[0] + CHART[1]]
        shaded += [(edges[at], edges[at + 1]) for at in range(1, len(months), 2)]
        for left, right in shaded:
            self._back.append(box(left, top, right - left, height, "#ececec"))
        for tick in () if months else self._ticks:
            self._back.append(upright(self._left(tick.day), top, bottom, "#bbb"))
        for edge in (CHART[0], CHART[0] + CHART[1]):
            self._back.append(upright(edge, top, bottom, "#777"))
        if picture.within(picture.as_of, picture.as_of):
            day = self._middle(picture.as_of)
            self._back.append(upright(day, self._ruler, bottom, wide=1.8, dashes="7 3 2 3"))

    @cached_property
    def _ticks(self) -> tuple[Tick, ...]:
        """The marks of the axis, as many as fit beside each other."""
        days, months = (int(CHART[1] // (width(label, _SMALL) + 6)) for label in ("30 Mar", "2020"))
        return ticks(
            self._picture.first, self._picture.last, *((0, _YEAR) if self._picture.of_a_year else (days, months))
        )

    def _axis(self) -> float:
        """Set the days or months, and below them the date of the question; return where what stands behind begins."""
        picture = self._picture
        top = self._down
        found = self._ticks
        self._down += 15
        for tick in found:
            across = self._left(tick.day) + 2
            if picture.of_a_year:
                across += (CHART[1] * 30 / 365 - width(tick.label, _SMALL)) / 2 - 2
            self._text(tick.label, across, _SMALL)
        if not picture.of_a_year and any(tick.year for tick in found):
            self._down += 14
            self._years(found)
        if picture.within(picture.as_of, picture.as_of):
            self._down += 15
            text = f"as of {in_words(picture.as_of)}"
            wide = width(text, _SMALL, bold=True)
            across = self._middle(picture.as_of) - wide / 2
            self._text(text, min(max(across, CHART[0]), STATE[0] + STATE[1] - wide), _SMALL, bold=True)
        self._down += 5
        self._ruler = self._down
        self._front.append(rule(self._ruler, CHART[0], CHART[0] + CHART[1]))
        return top if picture.of_a_year else self._ruler

    def _years(self, found: Iterable[Tick]) -> None:
        end = 0.0
        for tick in found:
            across = self._left(tick.day) + 2
            if tick.year and across >= end:
                self._text(tick.year, across, _SMALL)
                end = across + width(tick.year, _SMALL) + 6

    # What happened

    def _what_happened(self) -> None:
        """Raise a flag for each event, none across another."""
        drawn = []
        for event in self._picture.events:
            days = self._picture.within(event.at.earliest, event.at.latest)
            if days is None:
                continue
            pole = self._middle(days[0]) if event.at.exact else self._left(days[0])
            (text,) = broken(event.short, _SMALL, min(_LONGEST, WIDTH - MARGIN - pole - _BESIDE), most=1)
            last = None if event.at.exact else self._right(days[1])
            drawn.append(Flag(pole=pole, end=pole + _BESIDE + width(text, _SMALL), text=text, last=last))
        if not drawn:
            return
        self._down += 14
        self._text("What happened", LABEL[0], _TEXT, bold=True)
        rows = raised(drawn)
        foot = self._down + _FLAG * (max(rows) + 1) + 2
        for flag, row in zip(drawn, rows, strict=True):
            self._flag(flag, foot - _FLAG * row - 6, foot)
        self._down = foot + 6
        self._front.append(rule(foot, CHART[0], CHART[0] + CHART[1]))

    def _flag(self, flag: Flag, down: float, foot: float) -> None:
        self._front.append(upright(flag.pole, down - 9, foot))
        if flag.last is None:
            self._front.append(sign(Sign.EVENT, flag.pole, foot))
        else:
            self._front.append(between(flag.pole, flag.last, foot))
        self._front.append(lettering(flag.text, flag.pole + _BESIDE, down, _SMALL))

    # Lanes

    def _lane(self, lane: Lane) -> None:
        top = self._down
        middle = top + 14
        self._front.append(f'<g id="{self._picture.id}-{lane.id}"><title>{xml(one_line(said_of(lane)))}</title>')
        bottom = self._drawn(lane, middle)
        for column, parts in ((LABEL, (lane.title, lane.limit)), (STATE, (lane.headline, lane.detail))):
            self._down = top + 2
            bold = column is STATE
            self._lines(broken(parts[0], _TEXT, column[1], most=4, bold=bold), column[0], _TEXT, bold=bold)
            more = [line for part in parts[1].split("; ") for line in broken(part, _SMALL, column[1], most=5)]
            self._lines([*more[: _MOST - 1], "…"] if len(more) > _MOST else more, column[0], _SMALL)
            bottom = max(bottom, self._down)
        self._down = bottom + 7
        self._front += ["</g>", rule(self._down, MARGIN, WIDTH - MARGIN, "#bbb")]

    def _drawn(self, lane: Lane, middle: float) -> float:
        """Draw the bars and marks of a lane, and return how far down they go."""
        for each in lane.bars:
            self._bar(each, middle)
        if lane.deadline is not None and self._picture.within(lane.deadline, lane.deadline):
            self._front.append(last_day(self._left(day_after(lane.deadline)), middle))
        rows: list[list[tuple[float, float]]] = []
        # What failed comes first, nearest to the bars; what only happened takes no room of its own.
        for which in (Sign.EVENT, Sign.FAILED, Sign.OPEN, Sign.DUE, Sign.MET):
            for mark in lane.marks:
                if mark.sign is which:
                    self._mark(mark, middle, rows)
        return middle + (len(rows) + (not self._picture.of_a_year)) * _ROW - SIGN / 2

    def _bar(self, each: Bar, middle: float) -> None:
        days = self._picture.within(each.first, each.last)
        if days is None:
            return
        left, right = self._left(days[0]), self._right(days[1])
        self._front.append(bar(each.look, left, right, middle, self._pattern))
        if days[0] > each.first:
            self._front.append(goes_on(CHART[0], middle, later=False))
        if days[1] < each.last:
            self._front.append(goes_on(CHART[0] + CHART[1], middle, later=True))

    def _mark(self, mark: Mark, middle: float, rows: list[list[tuple[float, float]]]) -> None:
        """Draw a mark so that it covers no other; ``rows`` is what is taken in each row of them."""
        days = self._picture.within(mark.at.earliest, mark.at.latest)
        if days is None:
            return
        left, right = self._left(days[0]), self._right(days[1])
        across = (left + right) / 2
        if mark.sign is Sign.EVENT:
            self._front.append(sign(mark.sign, across, middle) if mark.at.exact else between(left, right, middle))
            return
        taken = (left, right) if right - left > SIGN else (across - SIGN / 2 - 1, across + SIGN / 2 + 1)
        row = next(
            (at for at, its in enumerate(rows) if all(taken[0] >= b or taken[1] <= a for a, b in its)), len(rows)
        )
        rows[row:] = rows[row:] or [[]]
        rows[row].append(taken)
        down = middle + row * _ROW
        if not self._picture.of_a_year:
            # Below the bar, which may be narrower than the mark, and joined to its day by a line.
            down += _ROW + 2
            if mark.at.exact:
                self._front.append(upright(across, middle - BAR / 2, down, wide=1.6))
        if not mark.at.exact:
            self._front.append(between(left, right, down))
        self._front.append(sign(mark.sign, across, down))

    # Below the lanes

    def _foot(self) -> None:
        picture, room = self._picture, WIDTH - 2 * MARGIN
        if not picture.groups:
            self._down += 8
            self._lines(broken(nothing(picture), _TEXT, room, most=2), MARGIN, _TEXT)
        if picture.asides:
            self._heading("Not drawn")
            for aside in picture.asides[:_ASIDES]:
                self._lines(broken(aside, _SMALL, room, most=2), MARGIN, _SMALL)
            if len(picture.asides) > _ASIDES:
                more = f"And {len(picture.asides) - _ASIDES} more, which the list has."
                self._lines([more], MARGIN, _SMALL)
        self._down += 10
        across = MARGIN
        for shape, text in key(picture, self._pattern):
            wide = 44 + width(text, _SMALL)
            if across == MARGIN or across + wide > WIDTH - MARGIN:
                across, self._down = MARGIN, self._down + 22
            self._front.append(f'<g transform="translate({number(across)} {number(self._down - 4)})">{shape}</g>')
            self._text(text, across + 36, _SMALL)
            across += wide + 14
