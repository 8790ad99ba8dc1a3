"""What a yearly report says of updates to the published arrangements: a draft in words, and as a file has it."""

from __future__ import annotations

from itertools import chain

from attrs import frozen

from safeguarding.errors import SafeguardingError
from safeguarding.model import Document, DocumentKind, Partnership, Publication, Topic
from safeguarding.model.record import PROSE_LIMIT
from safeguarding.structure.differences import Change, Difference, Kind
from safeguarding.views.changes.cautions import turned_round
from safeguarding.views.changes.names import document_words
from safeguarding.views.changes.sentences import words
from safeguarding.views.changes.telling import GROUPS, READING, Telling, Told, heading
from safeguarding.views.changes.unread import may_be_unread
from safeguarding.views.layout import page, underlined, wrapped
from safeguarding.views.wording import amount, one_line, sentence
from safeguarding.written import toml

REASON = "<why the partners made these changes, which only they know>"
WHEN = "<from when the changes are acted on>"
WHERE = "<the heading in the report under which this stands>"
WHAT = "<what was updated: those of the changes to be looked up that are so>"


class NoArrangementsError(SafeguardingError):
    """Updates to the published arrangements were asked for, and there are not two versions of one partnership's."""


@frozen(kw_only=True)
class Updates:
    """What a yearly report may say of updates to the published arrangements.

    Args:
        since: which arrangements the changes are from.
        until: which they are to.
        changes: the changes under their headings, each in a sentence with its place.
        unsure: what is no change if the version that is silent says it where it was not read or written down.
        when: from when they are acted on, in a sentence; empty where the documents do not say.
        says: the changes in at most 300 characters.
    """

    since: str
    until: str
    changes: tuple[tuple[str, tuple[str, ...]], ...]
    unsure: tuple[str, ...]
    when: str
    says: str

    def statements(self) -> str:
        """Write the statements for the file of the yearly report; what stands in <angle brackets> is to be filled in.

        They are what the checks ``ch3.report.updates`` and ``wt23.report.updates`` look for.
        """
        topic = Topic.REPORT.value
        return toml({
            "statement": [
                {"topic": topic, "parts": ["updates"], "says": self.says, "where": WHERE},
                {"topic": topic, "parts": ["timescale"], "says": self.when or WHEN, "where": WHERE},
            ]
        })  # fmt: skip


def updates(difference: Difference) -> Updates:
    """Draft what the yearly report says of updates to the published arrangements.

    Only what the newest arrangements of both versions say is drawn on, in paraphrase, with the places. Why the partners
    made the changes no document of theirs needs to say; it is left open.

    Args:
        difference: what is different.

    Raises:
        NoArrangementsError: one of the versions has no arrangements, or they are two partnerships.
    """
    if difference.old.id != difference.new.id:
        raise NoArrangementsError(
            f"{difference.old.name} and {difference.new.name} are two partnerships: neither updated the arrangements "
            "of the other; give two versions of one partnership's arrangements"
        )
    old, new = (_arrangements(partnership) for partnership in (difference.old, difference.new))
    if old is None or new is None:
        raise NoArrangementsError(
            "the words are on updates to the published arrangements, and "
            f"{'the old version has' if old is None else 'the new version has'} none: give a file of kind "
            "arrangements on both sides"
        )
    telling = Telling.of(difference)
    own = [change for change in difference if _of(change, difference, old, new) and heading(change) != READING]
    unsure = [telling.told(change) for change in own if may_be_unread(change, difference)]
    each = [telling.told(change) for change in own if not may_be_unread(change, difference)]
    grouped = {name: [one for one in each if heading(one.change) == name] for name in GROUPS}
    since = document_words(old)
    told = _together(sorted(chain(*grouped.values()), key=_first_what_matters))
    short = [words(some) for some in told if not (some[0].change.after and some[0].change.after.unreadable)]
    return Updates(
        since=since,
        until=document_words(new),
        changes=tuple(
            (name, tuple(_with_place(same) for same in _together(some))) for name, some in grouped.items() if some
        ),
        unsure=tuple(_with_place(same) for same in _together(unsure)),
        when=_when(old, new),
        says=_in_short(since, short, len(told)) if told or not unsure else WHAT,
    )


def updates_as_text(difference: Difference) -> str:
    """Write the draft as text that can be pasted into a report, with the statements for its file below.

    Args:
        difference: what is different.

    Raises:
        NoArrangementsError: one of the versions has no arrangements.
    """
    draft = updates(difference)
    lines = underlined("Updates to the published arrangements", "=")
    lines.append("")
    for caution in turned_round(difference):
        lines += [*wrapped(caution, "Note: "), ""]
    if draft.changes:
        lines += wrapped(
            f"Since the {draft.since}, the partners have changed their published arrangements. The {draft.until} "
            "differ from them in this:"
        )
    elif draft.unsure:
        lines += wrapped(f"That the partners changed anything since the {draft.since}, is not sure; see below.")
    else:
        lines += wrapped(f"The published arrangements say what they said before ({draft.since}).")
    for name, texts in draft.changes:
        lines += ["", f"{name}:"]
        for text in texts:
            lines += wrapped(text, "- ")
    lines += ["", *wrapped(f"Reason: {REASON}."), *wrapped(f"Timescale: {draft.when or WHEN + '.'}")]
    lines += _to_look_up(draft)
    lines += ["", *underlined("For the file of the yearly report")]
    lines += wrapped("Fill in what stands in <angle brackets>; the statements below settle what the law asks of it.")
    return page([*lines, "", *draft.statements().strip("\n").split("\n")])


def _to_look_up(draft: Updates) -> list[str]:
    if not draft.unsure:
        return []
    lines = ["", *underlined("To be looked up before it is reported")]
    lines += wrapped(
        "One version was not all read, or is not all written down yet, where this would stand; it may have changed "
        "nothing, and is not in the words above or below."
    )
    return lines + [line for text in draft.unsure for line in wrapped(text, "- ")]


def _arrangements(partnership: Partnership) -> Document | None:
    found = (document for document in partnership.newest_first if document.kind is DocumentKind.ARRANGEMENTS)
    return next(found, None)


def _of(change: Change, difference: Difference, old: Document, new: Document) -> bool:
    """Say whether a change is one of the newest arrangements, and not only of what their file lists beside it.

    That an agency or a post is named says nothing until it has a part, which is then told of that.
    """
    if len(change.at) == 1 or change.document_was is None or change.document_now is None:
        return False
    was, now = difference.old.documents[change.document_was], difference.new.documents[change.document_now]
    listed = change.section in {"agency", "post", "area", "publication"} and not change.field.startswith("implement")
    return was is old and now is new and (not listed or change.kind is Kind.RENAMED)


def _together(told: list[Told]) -> list[list[Told]]:
    """Put together what changed in the same way in several entries."""
    found: dict[tuple[str, ...], list[Told]] = {}
    for number, one in enumerate(told):
        alike = one.change.kind is Kind.CHANGED and one.within
        key = (one.sort, one.within, one.was, one.now) if alike else (str(number),)
        found.setdefault(key, []).append(one)
    return list(found.values())


_MATTERS = ("partner", "lead", "relevant_agency", "body", "scrutineer", "funding", "level", "delegation")


def _first_what_matters(told: Told) -> tuple[int, int]:
    """Put who the partners are first, and new names last."""
    section = told.change.section
    place = _MATTERS.index(section) if section in _MATTERS else len(_MATTERS)
    return (int(told.change.kind is Kind.RENAMED), place)


def _when(old: Document, new: Document) -> str:
    """Say from when the new arrangements are acted on, as far as they say; of two days that they give, neither."""
    publication: Publication = new.publication
    days, updates = publication.values("implemented"), publication.values("updated")
    if len(days) != 1 or days[0] is None or len(updates) != 1:
        return ""
    if updates[0] is not None and days[0].earliest <= updates[0].latest:
        return ""  # a start that may be older than the update says nothing of what was updated
    if updates[0] is None and days == old.publication.values("implemented"):
        return ""  # nor does the start of the version before
    planned = "are to be" if publication.implemented_as_planned else "are"
    return f"The arrangements {planned} acted on from {days[0].in_words()}."


def _with_place(told: list[Told]) -> str:
    """Tell what changed, with where it is read now, or was."""
    places = list(dict.fromkeys(one.read_now or one.read_was for one in told))
    before = "" if told[0].read_now else "formerly "
    read = f" ({before}{'; '.join(place for place in places if place)})" if any(places) else ""
    return sentence(words(told).rstrip(".") + read)


def _in_short(since: str, texts: list[str], number: int) -> str:
    """Put as many changes into a paraphrase as it may hold, and count the rest.

    Args:
        since: which arrangements they are from.
        texts: the changes that can be told.
        number: how many there are, with those of which it could not be read what is said now.
    """
    if not number:
        return one_line(f"Nothing that the {since} say was updated.")[:PROSE_LIMIT]
    head = f"Since the {since}: "
    for shown in range(len(texts), 0, -1):
        more = f"; and {amount(number - shown, 'more change')}" if shown < number else ""
        text = one_line(f"{head}{'; '.join(texts[:shown])}{more}.")
        if len(text) <= PROSE_LIMIT:
            return text
    return one_line(f"{head}{amount(number, 'change')}, listed in the report.")[:PROSE_LIMIT]
