"""How a change is told in a sentence of a report."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from safeguarding.structure.differences import Change, Kind
from safeguarding.views.changes.telling import Told
from safeguarding.views.changes.unread import silent
from safeguarding.views.changes.wording import listed
from safeguarding.views.wording import one_line

UNREAD = "<what is said now, which could not be read>"

_Words = Callable[[Told, str], str]

_SENTENCES: Mapping[tuple[str, str, Kind], _Words] = {
    ("partner", "", Kind.ADDED): lambda _, name: f"{name} is now a safeguarding partner",
    ("partner", "", Kind.REMOVED): lambda _, name: f"{name} is no longer a safeguarding partner",
    ("lead", "", Kind.ADDED): lambda _, name: f"{name}, is now a lead representative",
    ("lead", "", Kind.REMOVED): lambda _, name: f"{name}, is no longer a lead representative",
    ("relevant_agency", "", Kind.ADDED): lambda _, name: f"{name} is new among the relevant agencies",
    ("relevant_agency", "", Kind.REMOVED): lambda _, name: f"{name} is no longer among the relevant agencies",
    ("body", "", Kind.ADDED): lambda _, name: f"{name} is new among the bodies of the partnership",
    ("body", "", Kind.REMOVED): lambda _, name: f"{name} is no longer among the bodies of the partnership",
    ("body", "seats", Kind.ADDED): lambda told, name: f"{told.now} now has a seat on {name}",
    ("body", "seats", Kind.REMOVED): lambda told, name: f"{told.was} no longer has a seat on {name}",
    ("body", "reports_to", Kind.ADDED): lambda told, name: f"{name} now reports to {told.now}",
    ("body", "reports_to", Kind.REMOVED): lambda told, name: f"{name} no longer reports to {told.was}",
}
"""Sentences for what a report speaks of most; everything else is told in one form."""

_CHANGED: Mapping[tuple[str, str], tuple[str, str]] = {
    ("lead", "post"): (", is now a lead representative", ", are now lead representatives"),
    ("body", "chair.held_by"): (" is now chaired by {now}", " are now chaired by {now}"),
    ("body", "meets.how_often"): (" now meets {now}", " now meet {now}"),
    ("level", "number"): (" is now level {now}", " are now level {now}"),
}
"""The same for what both versions say, of one entry and of several."""


def words(told: list[Told]) -> str:
    """Tell in one sentence what changed in the same way in one entry or several."""
    first = told[0]
    change = first.change
    called = listed(list(dict.fromkeys(one.called for one in told)))
    named = f"{first.sort} {listed([f'“{name}”' for name in dict.fromkeys(one.called for one in told)])}"
    named = named if called else first.sort
    made = _SENTENCES.get((change.section, change.field, change.kind))
    if made:
        return one_line(made(first, called))
    forms = _CHANGED.get((change.section, change.field)) if _plain(change) else None
    if forms:
        several = len({one.called for one in told}) > 1
        return one_line(f"{called}{forms[several].format(now=first.now)} (before: {first.was})")
    if change.kind is Kind.RENAMED:
        return one_line(f"{first.was} is now called {first.now}")
    of = f"{first.within} of " if first.within else ""
    if change.kind is not Kind.CHANGED:
        what = (first.now or first.was) if first.within else ""
        new = "new" if change.kind is Kind.ADDED else "no longer there"
        return one_line(f"{new}: {of}{named}{': ' if what else ''}{what}")
    by = f", {first.by}" if first.by else ""
    before = "nothing was said before" if silent(change.before) else f"before: {first.was}{by}"
    now = "nothing is said any more" if silent(change.after) else first.now
    now = UNREAD if change.after is not None and change.after.unreadable else now
    return one_line(f"{named}, {first.within}: {now} ({before})")


def _plain(change: Change) -> bool:
    """Say whether both versions say something, and it could be read."""
    return change.kind is Kind.CHANGED and not any(
        said is None or silent(said) or said.unreadable for said in (change.before, change.after)
    )
