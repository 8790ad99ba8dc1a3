"""What it means not to know: reasoning with yes, no and open.

A question about the documents has three answers: ``True``, ``False``, and ``None`` for *open*: the
sources leave possible values on both sides. The rules are Kleene's: an answer is given as soon as no
open part could change it.
"""

from __future__ import annotations

from collections.abc import Iterable


def all_of(truths: Iterable[bool | None]) -> bool | None:
    """Say whether every one holds: no if any does not, else open if any is open.

    >>> all_of([True, None, False]), all_of([True, None]), all_of([])
    (False, None, True)
    """
    answer: bool | None = True
    for truth in truths:
        if truth is False:
            return False
        if truth is None:
            answer = None
    return answer


def any_of(truths: Iterable[bool | None]) -> bool | None:
    """Say whether at least one holds: yes if any does, else open if any is open.

    >>> any_of([False, None, True]), any_of([False, None]), any_of([])
    (True, None, False)
    """
    answer: bool | None = False
    for truth in truths:
        if truth is True:
            return True
        if truth is None:
            answer = None
    return answer


def negate(truth: bool | None) -> bool | None:
    """Turn yes to no and no to yes; what is open stays open.

    >>> negate(True), negate(None)
    (False, None)
    """
    return None if truth is None else not truth


def agree(truths: Iterable[bool | None]) -> bool | None:
    """Say what all the alternatives say; open where they differ, or where there are none.

    >>> agree([True, True]), agree([True, False]), agree([])
    (True, None, None)
    """
    answer: bool | None = None
    for number, truth in enumerate(truths):
        if truth is None or (number and truth is not answer):
            return None
        answer = truth
    return answer
