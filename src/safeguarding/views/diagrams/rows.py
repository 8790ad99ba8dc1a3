"""How boxes are set out in rows."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import isqrt


def in_rows(ids: Sequence[str], columns: int = 0) -> list[tuple[str, ...]]:
    """Set boxes out in rows.

    Args:
        ids: the boxes, row by row.
        columns: how many there are in a row, or more with very many boxes; without it, as many as there
            are rows.
    """
    many = isqrt(len(ids))
    # Three times as high as wide is still a page.
    columns = max(columns, isqrt(len(ids) // 3)) if columns else many + (many**2 < len(ids))
    return [tuple(ids[start : start + columns]) for start in range(0, len(ids), columns or 1)]


def stacked(rows: Sequence[Sequence[str]]) -> list[tuple[str, str]]:
    """Say what has to stand above what, for boxes to come out in rows: pairs of an upper and a lower one."""
    pairs = []
    for upper, lower in pairwise(rows):
        # Where a row is short, the rest of the row above it would be free to slip down beside it.
        pairs += [(box, lower[min(place, len(lower) - 1)]) for place, box in enumerate(upper)]
    return pairs
