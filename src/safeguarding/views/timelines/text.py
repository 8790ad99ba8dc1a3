"""A picture of time in plain characters, for a terminal of eighty columns or a screen reader."""

from __future__ import annotations

from datetime import date

from safeguarding.dates import in_words
from safeguarding.views.layout import WIDTH, page, underlined, wrapped
from safeguarding.views.timelines.axis import ticks
from safeguarding.views.timelines.key import of_bars, of_marks
from safeguarding.views.timelines.layout import Group, Lane, Look, Mark, Sign, Timeline
from safeguarding.views.timelines.listing import nothing, outside, said_of
from safeguarding.views.wording import one_line, shortened

_INDENT = 2
_COLUMNS = WIDTH - 2 * _INDENT
_LABEL = 9
"""How many columns a label of the axis takes, with the space behind it."""

_YEAR = 12
_TITLE = 150

_BARS = {Look.ALLOWED: "=", Look.KEPT: "#", Look.OVER: "x", Look.PERHAPS: ".", Look.COURSE: "-"}
_MARKS = {Sign.EVENT: "o", Sign.MET: "+", Sign.FAILED: "X", Sign.DUE: "D", Sign.OPEN: "?"}
_LAST, _NOW, _EARLIER, _LATER = "]", "|", "<", ">"


def as_text(picture: Timeline) -> str:
    """Write a picture as text: a line of characters for each lane, under what is said of it.

    Args:
        picture: the picture.

    Returns:
        lines of at most 80 characters.
    """
    return page(_Chart(picture).lines())


class _Chart:
    """The parts of the text, which all need the days that it goes over."""

    def __init__(self, picture: Timeline) -> None:
        self._picture = picture
        self._days = (picture.last - picture.first).days + 1

    def lines(self) -> list[str]:
        """Write it all."""
        picture = self._picture
        lines = underlined(shortened(one_line(picture.title), _TITLE), "=")
        for remark in (*picture.caption, *outside(picture)):
            lines += wrapped(remark)
        lines += ["", *self._key()]
        if picture.events:
            lines += ["", *underlined("What happened")]
            for event in picture.events:
                lines += wrapped(event.words, "- ")
            lines += self._axis() + self._row(self._of_marks(picture.events))
        for group in picture.groups:
            lines += self._group(group)
        if picture.asides:
            lines += ["", *underlined("Not drawn")]
            for aside in picture.asides:
                lines += wrapped(aside, "- ")
        return lines if picture.groups else [*lines, "", *wrapped(nothing(picture))]

    def _group(self, group: Group) -> list[str]:
        lines = ["", *underlined(shortened(one_line(group.title), _TITLE)), *self._axis()]
        for lane in group.lanes:
            lines += ["", *wrapped(said_of(lane))]
            lines += self._row(self._of_lane(lane))
            for told in lane.told:
                lines += wrapped(told, "  - ")
        return lines

    def _axis(self) -> list[str]:
        """Write the labels of the axis, and below them the ruler with the date of the question."""
        labels, ruler = [" "] * _COLUMNS, ["-"] * _COLUMNS
        of_a_year = self._picture.of_a_year
        for tick in ticks(self._picture.first, self._picture.last, _YEAR if of_a_year else _COLUMNS // _LABEL):
            place = self._place(tick.day)
            ruler[place] = "+"
            label = f"{tick.label} {tick.year}" if tick.year and not of_a_year else tick.label
            if place and labels[place - 1] != " ":
                continue
            for offset, character in enumerate(label):
                if place + offset < _COLUMNS:
                    labels[place + offset] = character
        return self._row(labels) + self._row(ruler)

    def _row(self, characters: list[str]) -> list[str]:
        return [" " * _INDENT + "".join(characters)] if any(c != " " for c in characters) else []

    def _place(self, day: date) -> int:
        return (day - self._picture.first).days * _COLUMNS // self._days

    def _end(self, day: date) -> int:
        """Return the last place of a day, which is that before the next day's where a day has several."""
        return max(self._place(day), ((day - self._picture.first).days + 1) * _COLUMNS // self._days - 1)

    def _of_lane(self, lane: Lane) -> list[str]:
        """Draw the bars of a lane and upon them its marks."""
        row = [" "] * _COLUMNS
        for bar in lane.bars:
            drawn = self._picture.within(bar.first, bar.last)
            if drawn is None:
                continue
            start, end = self._place(drawn[0]), self._end(drawn[1])
            row[start : end + 1] = _BARS[bar.look] * (end - start + 1)
            row[start] = _EARLIER if drawn[0] > bar.first else row[start]
            row[end] = _LATER if drawn[1] < bar.last else row[end]
        if lane.deadline is not None and self._picture.within(lane.deadline, lane.deadline):
            row[self._end(lane.deadline)] = _LAST
        return self._of_marks(lane.marks, row) if lane.bars or lane.marks else row

    def _of_marks(self, marks: tuple[Mark, ...], row: list[str] | None = None) -> list[str]:
        row = [" "] * _COLUMNS if row is None else row
        picture = self._picture
        if picture.within(picture.as_of, picture.as_of) and row[self._place(picture.as_of)] == " ":
            row[self._place(picture.as_of)] = _NOW
        # What only happened never hides what came of it.
        for mark in sorted(marks, key=lambda mark: mark.sign is not Sign.EVENT):
            drawn = picture.within(mark.at.earliest, mark.at.latest)
            if drawn is not None:
                start, end = self._place(drawn[0]), self._place(drawn[1])
                for place in range(start, end + 1):
                    row[place] = "." if row[place] == " " else row[place]
                row[end if mark.sign in {Sign.DUE, Sign.FAILED} else start] = _MARKS[mark.sign]
        return row

    def _key(self) -> list[str]:
        """Say what the characters stand for that occur."""
        picture = self._picture
        words = [f"{_BARS[look]} {text}" for look, text in of_bars(picture).items()]
        if any(lane.deadline for lane in picture.lanes):
            words.append(f"{_LAST} the last day")
        words += [f"{_MARKS[sign]} {text}" for sign, text in of_marks(picture).items()]
        if picture.within(picture.as_of, picture.as_of):
            words.append(f"{_NOW} {in_words(picture.as_of)}")
        drawn = f"From {in_words(picture.first)} to {in_words(picture.last)}"
        return wrapped(f"{drawn}. {'; '.join(words)}." if words else f"{drawn}.")
