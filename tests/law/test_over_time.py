"""As-of sweeps: the same plan over nine years, each change of outcome explained by a dated fact."""

from __future__ import annotations

import safeguarding as sg
from tools import over_time


def test_every_change_of_outcome_is_explained_by_a_dated_fact() -> None:
    """On each day on which Cumbria's plan comes out otherwise, the law or the documents have a date."""
    partnership = sg.load(over_time.EXAMPLE)
    known = over_time.facts(partnership)
    unexplained = [change for change in over_time.changes(partnership) if not over_time.explained(change, known)]
    assert unexplained == []


def test_the_page_is_current() -> None:
    """The page under docs/ is the library's own: run `python tools/over_time.py`."""
    assert over_time.PAGE.read_text(encoding="utf-8") == over_time.page()
