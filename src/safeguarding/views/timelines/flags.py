"""How high the label of each event is raised, so that none is written across another."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

_GAP = 8.0


@frozen(kw_only=True)
class Flag:
    """The label of an event, on a pole that stands at its day.

    Args:
        pole: where the pole stands.
        end: how far the label reaches, always to the right.
        text: what it says.
        last: where the last of its days ends, where it stands for several since the day is open.
    """

    pole: float
    end: float
    text: str
    last: float | None = None


def raised(flags: Sequence[Flag]) -> list[int]:
    """Say how high each flag is raised, in rows from 0 at the foot.

    No label covers another one or the pole of another one. Poles that stand further right are no higher than needed,
    and a label that reaches over them is raised above them all.

    Args:
        flags: the flags, in order of time.

    >>> raised([Flag(pole=0, end=50, text="a"), Flag(pole=30, end=60, text="b")])
    [1, 0]
    """
    rows = [0] * len(flags)
    for place in reversed(range(len(flags))):
        reached = [
            rows[later] for later in range(place + 1, len(flags)) if flags[later].pole <= flags[place].end + _GAP
        ]
        rows[place] = max(reached, default=-1) + 1
    return rows
