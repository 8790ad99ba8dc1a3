"""A picture of time as a list: everything that it shows, in words and in full, for whoever cannot see it."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from safeguarding.dates import in_words
from safeguarding.views.timelines.layout import Lane, Timeline
from safeguarding.views.wording import one_line


@frozen
class Entry:
    """A line of the list.

    Args:
        depth: 0 for a heading, 1 for what stands under it, 2 for what is said of that.
        text: the line.
    """

    depth: int
    text: str


def listing(picture: Timeline) -> Iterator[Entry]:
    """List what a picture shows: its caption, what happened, every lane, and what is not drawn."""
    for remark in (*picture.caption, *outside(picture)):
        yield Entry(1, one_line(remark))
    if picture.events:
        yield Entry(0, "What happened")
        for event in picture.events:
            yield Entry(1, one_line(event.words))
    for group in picture.groups:
        yield Entry(0, one_line(group.title))
        for lane in group.lanes:
            yield Entry(1, one_line(said_of(lane)))
            for told in lane.told:
                yield Entry(2, one_line(told))
    if picture.asides:
        yield Entry(0, "Not drawn")
        for aside in picture.asides:
            yield Entry(1, one_line(aside))
    if not any(picture.lanes):
        yield Entry(1, nothing(picture))


def said_of(lane: Lane) -> str:
    """Say what a lane shows, in a line."""
    named = f"{lane.title} ({lane.limit})" if lane.limit else lane.title
    return f"{named}: {lane.headline}" + (f"; {lane.detail}" if lane.detail else "") + "."


def outside(picture: Timeline) -> tuple[str, ...]:
    """Say on which side the date lies, where it is not among the days drawn."""
    if picture.first <= picture.as_of <= picture.last:
        return ()
    side = "before" if picture.as_of < picture.first else "after"
    return (f"The date of the question, {in_words(picture.as_of)}, is {side} the days that are drawn.",)


def nothing(picture: Timeline) -> str:
    """Say that there is nothing to draw, and in what."""
    what = "falls due in the year" if picture.of_a_year else "runs against a time limit"
    return f"As far as the files say, nothing {what}."
