"""What is told of a difference, before it is set as plain text or as Markdown: what a reader cares about, in order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import frozen

from safeguarding.model import Document, Meets, Money, Partnership, Place, Publication
from safeguarding.structure.differences import Change, Difference, Kind, Likely, Why
from safeguarding.views.changes.names import DESCRIBED, TITLED, Names, document_words
from safeguarding.views.changes.wording import field_words, sort_of
from safeguarding.views.wording import one_line, sentence

GROUPS: Mapping[str, tuple[str, ...]] = {
    "Who": ("area", "agency", "post", "partner", "lead", "delegation", "acting_for", "relevant_agency"),
    "Governance": ("body", "other_partnership"),
    "Scrutiny": ("scrutineer", "scrutiny_event"),
    "Money": ("funding",),
    "Thresholds": ("level",),
    "What is said": ("statement", "aim", "background"),
    "Documents named": ("register",),
    "Dates": ("publication", "milestone", "report_period", "meeting", "case"),
    "Judgements, and reasons for departing": ("judgement", "departure"),
    "The documents, and how they were read": ("", "source"),
}
"""Under which heading the changes of each section stand, in the order in which they are shown."""

_HEADINGS = {section: heading for heading, sections in GROUPS.items() for section in sections}
READING = "The documents, and how they were read"
"""The heading of what is about the files more than about the partnership."""
_OTHER = "What is said"
_ABOUTREADING = frozenset({"note", "where", "transcribed", "copy", "sha256"})
_ORDER = {kind: place for place, kind in enumerate(Kind)}


@frozen(kw_only=True)
class Told:
    """A change as it is shown.

    Args:
        change: the change.
        kind: in capitals, so that it stands out without colour.
        sort: what sort of thing it is of: its section, in words.
        called: the name of the entry that it is in; empty where that has none.
        within: what of that entry it is; empty where it is the entry itself.
        title: all three in one.
        was: what the old says; empty where it has nothing of the kind.
        now: what the new says.
        read_was: where the old was read.
        read_now: where the new was read.
        by: of an amount, by how much.
    """

    change: Change
    kind: str
    sort: str
    called: str
    within: str
    title: str
    was: str
    now: str
    read_was: str
    read_now: str
    by: str = ""


@frozen(kw_only=True)
class Telling:
    """Tells the changes of a difference.

    Args:
        difference: the difference.
        old: the names that the old version has.
        new: those of the new one.
        several: whether changes are in several documents.
    """

    difference: Difference
    old: Names
    new: Names
    several: bool

    @classmethod
    def of(cls, difference: Difference) -> Telling:
        """Gather the names that a difference is told in."""
        several = len({(change.document_was, change.document_now) for change in difference.changes}) > 1
        return cls(difference=difference, old=Names.of(difference.old), new=Names.of(difference.new), several=several)

    def groups(self) -> tuple[tuple[str, tuple[Told, ...]], ...]:
        """Return the changes that are news under their headings, those of each entry together."""
        found: dict[str, list[Change]] = {heading: [] for heading in GROUPS}
        for change in self.difference:
            found[heading(change)].append(change)
        return tuple((name, tuple(self.told(change) for change in some)) for name, some in found.items() if some)

    def told(self, change: Change) -> Told:
        """Set out one change."""
        before, after = self._says(change)
        placed = change.at[-1].field != "where"  # else the place is what is told
        read_was = self._place(change.was, change, old=True) if change.before and placed else ""
        read_now = self._place(change.now, change, old=False) if change.after and placed else ""
        return Told(
            change=change,
            kind=change.kind.value.upper(),
            sort=sort_of(change),
            called=self._called(change),
            within=self.within(change),
            title=self.title(change),
            was=before,
            now=after,
            read_was=read_was,
            read_now=read_now,
            by=by_how_much(change),
        )

    def _says(self, change: Change) -> tuple[str, str]:
        """Write what both versions say."""
        name = change.at[-1].field
        if change.before is None or change.after is None:
            return self._whole(change.old, self.old), self._whole(change.new, self.new)
        if change.kind is not Kind.RENAMED and len(change.before.values) == len(change.after.values) == 1:
            was, now = (
                self.old.beside(change.old, change.new, name),
                self.new.beside(change.new, change.old, name),
            )
            if was and now:
                return was, now
        return self.old.said(change.before, name), self.new.said(change.after, name)

    def title(self, change: Change) -> str:
        """Say what a change is of: the entry, and the field or what is within it."""
        if len(change.at) == 1 and change.at[0].listed:
            return f"Document: {document_words(change.new or change.old)}"
        called, sort, within = self._called(change), sort_of(change), self.within(change)
        text = f"{sort[:1].upper()}{sort[1:]}" + (f": {called}" if called else "")
        return one_line(f"{text}{'; ' if called else ': '}{within}" if within else text)

    def within(self, change: Change) -> str:
        """Say what of its entry a change is of; empty where it is the entry itself, or its name."""
        if change.section and not change.at[1].listed:
            return field_words(change.field)
        first = 2 if change.section else int(change.at[0].listed)
        told = [self._within(change, depth) for depth in range(first, len(change.at))]
        return ", ".join(part for part in (told[:-1] if change.kind is Kind.RENAMED else told) if part)

    def _called(self, change: Change) -> str:
        """Name the entry that a change is in: by its new name, but for what is renamed itself."""
        itself = change.kind is Kind.RENAMED and "." not in change.field
        if change.entry_now is None or itself:
            entry, names = change.entry_was, self.old
        else:
            entry, names = change.entry_now, self.new
        if isinstance(entry, (Document, Publication)):
            document = self.difference.document_of(change)
            return document_words(document) if self.several and document else ""
        return names.entry(entry) if entry is not None else ""

    def _within(self, change: Change, depth: int) -> str:
        """Name a step within an entry; what is changed in a seat or a line names whose it is."""
        step = change.at[depth]
        path = ".".join(one.field for one in change.at[2 : depth + 1]) or step.field
        words = field_words(path)
        if step.listed and depth < len(change.at) - 1:
            item = self._reach(change, depth)
            return words if isinstance(item, Meets) else f"{words} of {self.new.entry(item)}"
        if depth < len(change.at) - 1 and change.at[depth + 1].field not in {"where", "note"}:
            return ""  # the words of the last field say it: who appoints the chair
        return words

    @staticmethod
    def _reach(change: Change, depth: int) -> Any:
        """Follow the steps of a change from the entry of the new version to something within it."""
        value = change.entry_now
        for step in change.at[2 : depth + 1]:
            value = getattr(value, step.field)
            value = value[step.now] if step.listed else value
        return value

    def _whole(self, value: Any, names: Names) -> str:
        if value is None:
            return ""
        if isinstance(value, Document):
            return f"the whole document: {value.name}"
        if type(value) in DESCRIBED:
            return names.value(value)
        return names.fields(value, "name", "title", *TITLED.get(type(value), ())) or names.entry(value)

    def _place(self, place: Place | None, change: Change, *, old: bool) -> str:
        if place is None:
            return ""
        partnership = self.difference.old if old else self.difference.new
        index = change.document_was if old else change.document_now
        documents = [partnership.documents[index]] if index is not None else partnership.documents
        sources = {source.id: source.title for document in documents for source in document.sources}
        title = sources.get(place.source, place.source)
        return one_line(", ".join(part for part in (title if len(sources) > 1 else "", place.in_words()) if part))

    def paired(self) -> tuple[tuple[str, str], ...]:
        """Name the documents that were compared, the old beside the new."""
        pairs = dict.fromkeys((change.document_was, change.document_now) for change in self.difference.changes)
        return tuple(
            (
                "" if was is None else document_words(self.difference.old.documents[was]),
                "" if now is None else document_words(self.difference.new.documents[now]),
            )
            for was, now in pairs
        )

    def all_of(self, partnership: Partnership) -> str:
        """Name all the documents of a version."""
        return "; ".join(document_words(document) for document in partnership.documents)

    def likely(self, one: Likely) -> str:
        """Say that two entries may belong together."""
        was, now = self.old.entry(one.entry_was), self.new.entry(one.entry_now)
        role = " as a safeguarding partner" if one.section == "partner" else ""
        code = "copy, by its SHA-256" if one.section == "source" else "official code"
        told = {
            Why.NAME: f"“{now}” is the name of both: probably the same, and its id changed.",
            Why.CODE: f"“{was}” and “{now}” have the same {code}: probably the same, and its id changed.",
            Why.STRUCTURE: f"“{was}” and “{now}” are alike in much: perhaps the same, renamed and with a new id.",
            Why.SUCCESSOR: f"“{now}” is new{role}, and the documents call it the successor of “{was}”.",
            Why.MOVED: f"a seat is gone from “{was}”, and one of the same holder is new on “{now}”.",
        }[one.why]
        return one_line(f"{sentence(told)} [{one.was} -> {one.now}]")


def heading(change: Change) -> str:
    """Say under which heading a change stands."""
    if _ABOUTREADING.intersection(step.field for step in change.at):
        return READING
    return _HEADINGS.get(change.section, _OTHER)


def by_how_much(change: Change) -> str:
    """Say by how much an amount is more or less, to the penny, where both versions state one amount."""
    values = [said.values if said else () for said in (change.before, change.after)]
    old, new = (stated[0] if len(stated) == 1 else None for stated in values)
    if not isinstance(old, Money) or not isinstance(new, Money):
        return ""
    return f"{new - old} more" if new > old else f"{old - new} less"
