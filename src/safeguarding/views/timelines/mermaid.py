"""A picture of time as a Mermaid gantt chart, which GitHub and many editors draw."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from attrs import frozen

from safeguarding.dates import in_words
from safeguarding.views.timelines.axis import SHORT, STEPS
from safeguarding.views.timelines.layout import Bar, Lane, Look, Sign, Standing, Timeline, day_after, identifier
from safeguarding.views.timelines.lettering import broken
from safeguarding.views.timelines.listing import listing
from safeguarding.views.wording import one_line, shortened

_WIDTH, _LEFT, _RIGHT, _SIZE = 1000, 250, 90, 13
_LABEL = 240.0
"""How wide a label can be, by the widest font, that Mermaid may set to the left of a bar, and that does not reach the
names there: in the fonts that it asks for it takes a third of what lies between them and where no label is set."""

_TICKS, _MONTH = 16, 30
"""How many labels of the axis fit beside each other, and how many days a month has at least, or nearly."""

_TITLE = 18
"""The size in which Mermaid sets a title, on one line."""
_LONGEST, _ENTRY = 49_000, 500
"""How long the whole, and a line of the list, may be: Mermaid draws nothing of more than 50,000 characters."""

# Everything but letters, digits and a few marks. The underscore is a letter to Python, and Markdown to some editors.
_UNSAFE = re.compile(r"[^\w ,.()'£’‘–-]|_|ﬂ")
# Nothing of a description is read, but for what ends it; a colon that touches what follows may look like a style.
_UNSAFE_IN_A_LIST = re.compile(r"[^\w ,.:;()\[\]'£’‘–-]|_|ﬂ|[:;](?! |$)")
_ENTITIES = {"&": "#amp;", '"': "#quot;", "<": "#lt;", ">": "#gt;"}
_TAGS = {Look.KEPT: "done, ", Look.OVER: "crit, ", Look.PERHAPS: "active, "}
_COURSES = {Standing.FAILED: "crit, ", Standing.MET: "done, ", Standing.OPEN: "active, ", Standing.RUNNING: ""}
_SIGNS = {Sign.MET: "done, ", Sign.FAILED: "crit, ", Sign.OPEN: "active, "}


@frozen
class _Task:
    """A line of the chart: what is written at it, how it is drawn, and its days."""

    label: str
    tags: str
    first: date
    last: date
    point: bool = False


def as_mermaid(picture: Timeline) -> str:
    """Write a picture as a Mermaid gantt chart, a section for each lane.

    What failed says so in its label, and is marked as critical. The list of all that is shown stands in the
    description for those who cannot see it, as far as there is room in what Mermaid reads.

    Args:
        picture: the picture.
    """
    lines = ["---", "config:", "  gantt:"]
    settings = {"useWidth": _WIDTH, "leftPadding": _LEFT, "rightPadding": _RIGHT, "topPadding": 60}
    settings |= {"barHeight": 24, "barGap": 6, "fontSize": _SIZE, "sectionFontSize": _SIZE}
    lines += [f"    {name}: {value}" for name, value in settings.items()]
    title = "".join(map(_escaped, broken(picture.title, _TITLE, _WIDTH - 40.0, most=1)))
    lines += ["---", "gantt", f"  title {title}", f"  accTitle: {title}"]
    lines += ["  dateFormat YYYY-MM-DD", "  inclusiveEndDates", "  todayMarker off"]
    drawing = list(_drawn(picture))
    room = _LONGEST - sum(len(line) + 3 for line in (*lines, *drawing))
    lines += [f"  {line}" for line in (*_axis(picture), *_described(picture, room), *drawing)]
    return "\n".join(lines) + "\n"


def _axis(picture: Timeline) -> tuple[str, ...]:
    days = (picture.last - picture.first).days
    if days < SHORT:
        return "axisFormat %-d %b", "tickInterval 1week", "weekday monday"
    if picture.of_a_year:
        return "axisFormat %b", "tickInterval 1month"
    months = next(step for step in STEPS if days <= _TICKS * step * _MONTH)
    return "axisFormat %b %Y", f"tickInterval {months}month"


def _described(picture: Timeline, room: int) -> Iterator[str]:
    yield "accDescr {"
    for entry in listing(picture):
        line = f"{'  ' * entry.depth}{_escaped(shortened(entry.text, _ENTRY), _UNSAFE_IN_A_LIST)}"
        room -= len(line) + 3
        if room < 0:
            yield "  The rest is in the other forms of this picture."
            break
        yield line
    yield "}"


def _drawn(picture: Timeline) -> Iterator[str]:
    """Write the sections, each with its tasks."""
    taken: set[str] = set()
    alike: Counter[str] = Counter()
    words = ("the year" if picture.of_a_year else "the days drawn") if picture.groups else "nothing to be drawn"
    whole = _Task(words, "", picture.first, picture.last)
    for event in picture.events:
        if drawn := picture.within(event.at.earliest, event.at.latest):
            point = event.at.exact
            task = _Task("happened" if point else "happened, day open", "" if point else "active, ", *drawn, point)
            identity = identifier("event", event.words)
            alike[identity] += 1
            identity += f"_no_{alike[identity]}" if alike[identity] > 1 else ""
            yield from _section(taken, [event.words], [task], identity)
    if picture.of_a_year or not picture.groups:
        yield from _section(taken, [f"{in_words(picture.first)} to {in_words(picture.last)}"], [whole], "days")
    for lane in picture.lanes:
        tasks = list(_tasks(lane, picture)) or [_Task(lane.headline, "active, ", picture.first, picture.last)]
        yield from _section(taken, [lane.title, lane.limit], tasks, lane.id)
    if picture.within(picture.as_of, picture.as_of):
        yield f"{_escaped(f'as of {in_words(picture.as_of)}')} :vert, as_of, {picture.as_of}, 1d"


def _section(taken: set[str], names: Iterable[str], tasks: list[_Task], identity: str) -> Iterator[str]:
    """Write a section; no two have the same title, since Mermaid would take them for one."""
    lines: list[str] = []
    for text in names:
        most = 2 * len(tasks) - len(lines)
        lines += broken(text, _SIZE, _LEFT - 20.0, most=most) if text and most > 0 else []
    name = title = "<br/>".join(_escaped(line) for line in lines)
    number = 1
    while title in taken:
        number += 1
        title = f"{name} no. {number}"
    taken.add(title)
    yield f"section {title}"
    for place, task in enumerate(tasks, start=1):
        (label,) = broken(task.label, _SIZE, _LABEL, most=1)
        time = f"{task.first}, 1d" if task.point else f"{task.first}, {task.last}"
        yield f"{_escaped(label)} :{'milestone, ' * task.point}{task.tags}{identity}_{place}, {time}"


def _tasks(lane: Lane, picture: Timeline) -> Iterator[_Task]:
    """Write the bars and the marks of a lane, what is alike and side by side as one."""
    for bars in _side_by_side(lane.bars):
        yield from _of_bars(lane, bars, picture)
    # What the bar of the days over the time says needs no mark at its end.
    over = tuple(bar.words for bar in lane.bars if bar.look is Look.OVER and bar.words)
    shown = [mark for mark in lane.marks if mark.sign is not Sign.EVENT and not mark.short.startswith(over)]
    course = any(bar.look is Look.COURSE for bar in lane.bars)
    for (at, sign, short), number in Counter((mark.at, mark.sign, mark.short) for mark in shown).items():
        drawn = picture.within(at.earliest, at.latest)
        if drawn is not None and not (course and sign is Sign.MET):
            label = f"{number} {short}" if number > 1 else short
            yield _Task(label, _SIGNS.get(sign, ""), *drawn, at.exact)


def _side_by_side(bars: Iterable[Bar]) -> list[list[Bar]]:
    """Gather what is alike and follows without a day between."""
    found: list[list[Bar]] = []
    for bar in bars:
        before = found[-1][-1] if found else None
        if before and (before.look, before.words, day_after(before.last)) == (bar.look, bar.words, bar.first):
            found[-1].append(bar)
        else:
            found.append([bar])
    return found


def _of_bars(lane: Lane, bars: list[Bar], picture: Timeline) -> Iterator[_Task]:
    seen = [bar for bar in bars if picture.within(bar.first, bar.last)]
    drawn = picture.within(bars[0].first, bars[-1].last)
    if drawn is None:
        return
    look = bars[0].look
    tags = _COURSES[lane.standing] if look is Look.COURSE else _TAGS.get(look, "")
    words = lane.headline if look is Look.COURSE else bars[0].words
    yield _Task(f"{len(seen)} {words}" if len(seen) > 1 else words, tags, *drawn)


def _escaped(text: str, unsafe: re.Pattern[str] = _UNSAFE) -> str:
    """Write a text so that nothing in it can be taken for Mermaid, Markdown or HTML."""
    return unsafe.sub(lambda found: _ENTITIES.get(found[0], f"#{ord(found[0])};"), one_line(text))
