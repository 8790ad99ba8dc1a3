"""Yes, no and open: the whole of Kleene's tables, as small as they are."""

from __future__ import annotations

from itertools import product

import pytest

from safeguarding.unknown import agree, all_of, any_of, negate

VALUES = (True, False, None)
WORLDS = {True: (True,), False: (False,), None: (True, False)}


@pytest.mark.parametrize("pair", list(product(VALUES, repeat=2)))
def test_an_answer_is_given_as_soon_as_no_open_part_could_change_it(pair: tuple[bool | None, ...]) -> None:
    """All-of and any-of say what holds in every world that the open parts leave, and else are open."""
    worlds = list(product(*(WORLDS[truth] for truth in pair)))
    for combine, plain in ((all_of, all), (any_of, any)):
        found = {plain(world) for world in worlds}
        assert combine(pair) == (found.pop() if len(found) == 1 else None)


def test_what_is_open_stays_open_when_denied() -> None:
    """Denial turns yes and no round, and nothing else."""
    assert [negate(truth) for truth in VALUES] == [False, True, None]


def test_alternatives_say_only_what_all_of_them_say() -> None:
    """Statements that disagree, and no statement at all, leave a question open."""
    assert agree([True, True]) is True
    assert agree([False]) is False
    assert [agree([True, False]), agree([True, None]), agree([None]), agree([])] == [None] * 4
