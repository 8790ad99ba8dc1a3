"""What the entries of a version are called, and what is said of them, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from fractions import Fraction
from typing import Any

from attrs import NOTHING, fields, frozen

from safeguarding.dates import Frequency, PartialDate, Period
from safeguarding.model import (
    ActingFor,
    Aim,
    Background,
    Case,
    Chair,
    Cost,
    Cover,
    Delegation,
    Departure,
    Document,
    Funding,
    FundingLine,
    Judgement,
    Lead,
    Line,
    Meeting,
    Meets,
    Milestone,
    Money,
    Partner,
    Partnership,
    Place,
    Publication,
    ReportPeriod,
    Seat,
    Share,
    Statement,
    Unread,
    entries,
)
from safeguarding.structure.differences import Said
from safeguarding.structure.differences.changes import MARKS
from safeguarding.views.changes.wording import field_words, listed, value_words
from safeguarding.views.wording import amount, one_line, shortened

_LONG = 90
"""From this length on, in characters, a paraphrase that stands for a name is cut."""

_LISTS = (", ", ": ", " and ")


@frozen
class Names:
    """The names that one version has for what it refers to by id.

    Args:
        by_id: the names.
    """

    by_id: Mapping[str, str]

    @classmethod
    def of(cls, partnership: Partnership) -> Names:
        """Gather them; where two documents use one id, the newest names it."""
        found: dict[str, str] = {}
        for document in partnership.newest_first:
            for _, entry in entries(document):
                if hasattr(entry, "id"):
                    found.setdefault(entry.id, _own_name(entry) or entry.id)
        return cls(found)

    def name(self, identity: str | None) -> str:
        """Return the name under an id, or the id where it has none."""
        return "" if identity is None else self.by_id.get(identity, identity)

    def listed(self, identities: tuple[str, ...]) -> str:
        """Return the names under several ids, listed."""
        return listed([self.name(identity) for identity in identities])

    # What an entry is called

    def entry(self, entry: Any) -> str:
        """Name an entry as its readers would."""
        named = _TITLES.get(type(entry))
        return named(entry, self) if named else _own_name(entry) or self.value(entry)

    # What is said

    def beside(self, value: Any, other: Any, name: str) -> str:
        """Write of a list what another one lacks, and how much of it both have."""
        if not isinstance(value, tuple) or not isinstance(other, tuple) or not {*value} & {*other}:
            return ""
        own = tuple(item for item in value if item not in other)
        both = len(value) - len(own)
        stay = f"{amount(both, 'other')} {'stays' if both == 1 else 'stay'}"
        return f"{self.value(own, name)} ({stay})" if own else f"no other ({stay})"

    def said(self, said: Said, name: str = "") -> str:
        """Write all that is said of something: each statement, that it could not be read, or nothing."""
        if said.unreadable:
            return "something that could not be read"
        texts = list(dict.fromkeys(self.value(value, name) for value in said.values))
        return texts[0] if len(texts) == 1 else f"{' or '.join(texts)} (it is said in {len(texts)} ways)"

    def value(self, value: Any, name: str = "") -> str:  # noqa: PLR0911  # one for each form of value
        """Write a value.

        Args:
            value: the value.
            name: the field that it is of; where that holds ids, their names are written.
        """
        if value is None or value == ():
            return "nothing"
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(value, Enum):
            return value_words(value)
        if isinstance(value, (PartialDate, Period, Place)):
            return value.in_words()
        if isinstance(value, (Money, Share, Frequency, int, Fraction)):
            return str(value)
        if isinstance(value, str):
            return one_line(self.name(value) if name in IDS else value)
        if isinstance(value, tuple):
            texts = [self.value(item, name) for item in value]
            # A semicolon, where what is listed has commas of its own.
            return "; ".join(texts) if any(mark in text for mark in _LISTS for text in texts) else listed(texts)
        described = DESCRIBED.get(type(value))
        return described(value, self) if described else self.fields(value)

    def fields(self, entry: Any, *without: str) -> str:
        """Write what is stated of an entry, field by field."""
        found = []
        for attribute in fields(type(entry)):
            name, value = attribute.name, getattr(entry, attribute.name)
            plain = attribute.default is not NOTHING and value == attribute.default
            if name in {*MARKS, *without, "id", "note"} or plain:
                continue
            found.append(f"{field_words(name)}: {self.value(value, name)}")
        found += [f"{field_words(name)}: something that could not be read" for name in getattr(entry, "unknown", ())]
        return "; ".join(found)


IDS = frozenset({
    "accountable", "acts_for", "agency", "appointed_by", "area", "authority", "belongs_to", "body", "by",
    "by_reference", "held_by", "held_to_account_by", "may_be", "on_behalf_of", "paid_by", "part_of", "partner", "post",
    "reports_to", "same_holder_as", "scrutinises", "serves", "successors", "supplied", "supported_by", "to", "uses",
    "vice", "who",
})  # fmt: skip
"""The fields that hold ids of entries; a test holds them to be those that the model marks so."""


def _own_name(entry: Any) -> str:
    text = next((getattr(entry, name) for name in ("name", "title", "label") if hasattr(entry, name)), "")
    return one_line(text or " / ".join(getattr(entry, "names", ())))


def _paraphrase(entry: Any, _: Names) -> str:
    return shortened(one_line(str(getattr(entry, "says", None) or entry.what)), _LONG)


def _statement(entry: Statement, _: Names) -> str:
    topic = entry.topic.value.replace("-", " ")
    return f"{topic} ({', '.join(part.replace('-', ' ') for part in entry.parts)})"


def _lead(entry: Lead, names: Names) -> str:
    return f"{names.name(entry.post)}, for {names.name(entry.partner)}"


def _delegation(entry: Delegation, names: Names) -> str:
    return f"{names.name(entry.partner) or 'all partners'}, to {names.name(entry.to) or 'a delegate who is not named'}"


def _acting_for(entry: ActingFor, names: Names) -> str:
    return f"{names.name(entry.agency)}, for {names.listed(entry.on_behalf_of)}"


def _meeting(entry: Meeting, names: Names) -> str:
    return f"{names.name(entry.body)}, {entry.on.in_words()}"


def _funding(entry: Funding, _: Names) -> str:
    return entry.period.in_words() if entry.period else entry.printed_year or entry.id


def _seat(seat: Seat, names: Names) -> str:
    held_for = f"the {names.value(seat.held_for)} partner" if seat.held_for else ""
    whose = next(names.name(one) for one in (seat.agency, seat.post, seat.body, seat.group, held_for) if one)
    details = [seat.role or "", *(names.value(one) for one in seat.represents), "vacant" if seat.vacant else ""]
    return whose + "".join(f", {one_line(detail)}" for detail in details if detail)


def _line(line: Line, names: Names) -> str:
    return (
        names.name(line.to) + (f", on {line.matters}" if line.matters else "") + (f", by {line.by}" if line.by else "")
    )


def _meets(meets: Meets, _: Names) -> str:
    begins = f" from {meets.starts.in_words()}" if meets.starts else ""
    return meets.how_often.text + begins + (f" until {meets.ends.in_words()}" if meets.ends else "")


def _chair(chair: Chair, names: Names) -> str:
    text = f"{names.listed(chair.held_by) or 'nobody named'} ({names.value(chair.how)})"
    rest = names.fields(chair, "how", "held_by")
    return f"{text}; {rest}" if rest else text


def _cover(cover: Cover, names: Names) -> str:
    return f"{names.value(cover.extent)} of {names.name(cover.area)}"


def _line_of_funding(line: FundingLine, names: Names) -> str:
    details = [str(one) for one in (line.amount, line.share) if one is not None]
    by = f" by {names.listed(line.paid_by)}" if line.paid_by else ""
    return f"{one_line(line.label)}: {', '.join(details) or 'no amount'}{by}"


def _cost(cost: Cost, _: Names) -> str:
    return f"{one_line(cost.label)}: {cost.amount or 'no amount'}"


DESCRIBED: Mapping[type, Callable[[Any, Names], str]] = {
    Seat: _seat,
    Line: _line,
    Meets: _meets,
    Chair: _chair,
    Cover: _cover,
    FundingLine: _line_of_funding,
    Cost: _cost,
}
"""How what stands within an entry is written in a few words."""

_TITLES: Mapping[type, Callable[[Any, Names], str]] = {
    Partner: lambda entry, names: names.name(entry.agency),
    Lead: _lead,
    Delegation: _delegation,
    ActingFor: _acting_for,
    Statement: _statement,
    Milestone: _paraphrase,
    Aim: _paraphrase,
    Background: _paraphrase,
    Unread: _paraphrase,
    ReportPeriod: lambda entry, _: entry.period.in_words(),
    Meeting: _meeting,
    Case: lambda entry, _: entry.id,
    Judgement: lambda entry, _: entry.requirement,
    Departure: lambda entry, _: entry.requirement,
    Funding: _funding,
    Document: lambda entry, _: document_words(entry),
    Publication: lambda _, __: "",
}


TITLED: Mapping[type, tuple[str, ...]] = {
    Partner: ("agency",),
    Lead: ("partner", "post"),
    Delegation: ("partner", "to"),
    ActingFor: ("agency", "on_behalf_of"),
    Statement: ("topic", "parts"),
    Aim: ("kind",),
    ReportPeriod: ("period",),
    Meeting: ("body", "on"),
    Judgement: ("requirement",),
    Departure: ("requirement",),
    FundingLine: ("label",),
    Cost: ("label",),
}
"""The fields that the name of an entry says already."""


def document_words(document: Document) -> str:
    """Name a document by its kind and dates: ``arrangements published June 2019, updated November 2019``."""
    kind = document.kind.value.replace("-", " ")
    publication = document.publication
    if publication.published:
        kind += f" published {publication.published.in_words()}"
    if publication.updated:
        kind += f"{',' * bool(publication.published)} updated {publication.updated.in_words()}"
    periods = listed([one.period.in_words() for one in document.report_periods])
    return f"{kind} (on {periods})" if periods else kind
