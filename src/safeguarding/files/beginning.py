"""How a first file begins: arrangements in which each thing that is asked has its place, with blanks to be filled."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache, partial
from typing import Any

from attrs import define, field

from safeguarding.assessment import Finding, assess
from safeguarding.dates import in_words
from safeguarding.errors import CannotAssessError
from safeguarding.files.entries import Tree
from safeguarding.files.gathering import gathered
from safeguarding.files.patching import filled, patched
from safeguarding.files.report import File
from safeguarding.law.editions import edition_on
from safeguarding.law.instruments import GUIDANCE
from safeguarding.law.patches import Addition, Blank, Fill, Patch, target
from safeguarding.law.requirement import Checked, Level
from safeguarding.model import DocumentKind, Partnership, Topic, sections
from safeguarding.written import toml

_MOST_ROUNDS = 40
_FIRST: tuple[str | tuple[str, ...], ...] = (
    "ch3.partners.arrange",
    "ch3.partners.",
    ("ch3.lead.representatives", "wt23.lsp.named"),
    "wt23.dsp.appoint",
    ("ch3.schools.name", "wt23.ra.education-expected"),
    ("ch3.ra.", "wt23.ra."),
    ("ch5.membership", "wt23.chair."),
)
"""What is drafted first, by its key or what that begins with: who they are, whom all else then names."""

_WIDTH = 100
_NO_SLUG = re.compile(r"[^a-z0-9]+")
_LONGEST_SLUG = 60


def begun(name: str, *, as_of: date | None = None) -> str:
    """Return the text of a first file for a partnership: TOML with blanks and remarks in plain words.

    Once its blanks are filled, no must and no should is unmet under the law of the date.

    Args:
        name: the name of the partnership, as it is to be printed.
        as_of: the date by whose law it is drafted; without one, the first day of the newest edition that is held.

    Raises:
        CannotAssessError: the name has no letter or digit, or the guidance was not in force on the date.
    """
    day = as_of or GUIDANCE[-1].starts
    edition = edition_on(day)
    if edition is None:
        raise CannotAssessError(f"{in_words(day)} is before {GUIDANCE[0].name}: give a later date")
    slug = _slug(name)
    if not slug:
        raise CannotAssessError(f'the name "{name}" has no letter or digit: give the name of the partnership')
    # The law of the newest edition runs on, so that no day is too late unless a date was given.
    drafted = _Drafted(_head(slug, name, day, filled), _head(slug, name, as_of, str))
    drafted.complete(day)
    remark = (
        f"{name}: a first file for its multi-agency safeguarding arrangements, drafted for the law of {in_words(day)} "
        f"({edition.name}). Each text in angle brackets is a blank: write in its place what your arrangements say, or "
        "delete the entry. Above each entry stands what asks for it. Entries that the guidance asks for and your "
        "arrangements do not have are better deleted than invented. Check the file as often as you like with: "
        f"safeguarding check THIS-FILE --as-of {day}. Once the day of publication is filled in, the date can be "
        "left out. A blank counts as open."
    )
    return f"{_remark(remark)}\n{drafted.text()}"


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return _NO_SLUG.sub("-", plain).strip("-")[:_LONGEST_SLUG].rstrip("-")


def _head(slug: str, name: str, until: date | None, fill: Callable[[Blank], Any]) -> Tree:
    return {
        "schema": "safeguarding.v1",
        "partnership": slug,
        "name": name,
        "kind": DocumentKind.ARRANGEMENTS.value,
        "transcribed": "all",
        "publication": {"published": fill(Blank("the day of publication", Fill.DAY, until=until))},
        "source": [{"id": "plan", "title": fill(Blank("the title of the published document", Fill.NAME))}],
    }


@define
class _Drafted:
    """A file that is drafted twice over: with its blanks filled, to see what follows, and with its blanks open.

    Args:
        full: its keys and values, filled.
        blank: the same with blanks.
        asked_by: for each entry, by its section and its place there, the findings that it settles.
    """

    full: Tree
    blank: Tree
    asked_by: dict[tuple[str, int], list[Finding]] = field(factory=dict)
    _fresh: set[tuple[str, str]] = field(factory=set)

    def complete(self, day: date) -> None:
        """Add what settles each must and should that is unmet or open, until nothing changes."""
        for _ in range(_MOST_ROUNDS):
            self._fresh.clear()
            found = assess(_read(self.full), as_of=day)
            if not self._settle_first([finding for finding in found if _to_settle(finding)]):
                self._credit(found)
                return

    def _settle_first(self, found: Sequence[Finding]) -> bool:
        """Add what settles the first group of findings of which anything can be added: what others point to."""
        for group in range(len(_FIRST) + 1):
            added = [self._add(finding) for finding in found if _group(finding) == group]
            if any(added):
                return True
        return False

    def _credit(self, found: Iterable[Finding]) -> None:
        """Note, beside what a statement was drafted for, all that rests on it."""
        for finding in found:
            if not _asks(finding):
                continue
            for path in dict.fromkeys(item.path.partition("].")[0] for item in finding.evidence):
                section, index = target(f"{path.rstrip(']')}]") if path.startswith("statement[") else ("", "")
                if isinstance(index, int):
                    self._note(section, index, finding)

    def _note(self, section: str, index: int, finding: Finding) -> None:
        asking = self.asked_by.setdefault((section, index), [])
        if all(other.key != finding.key for other in asking):
            asking.append(finding)

    def _add(self, finding: Finding) -> bool:
        patch = finding.remedy.patch
        if patch is None or patch.new or self._there(patch):
            return False
        before = {section: len(entries) for section, entries in self._entries()}
        (self.full,) = patched([self.full], patch, _named)
        (self.blank,) = patched([self.blank], patch, str)
        for section, entries in self._entries():
            for index in range(before.get(section, 0), len(entries)):
                self._note(section, index, finding)
                if section == "statement":
                    self._fresh.update((entries[index]["topic"], part) for part in entries[index]["parts"])
        for addition in patch.additions:
            self._note_changed(addition, finding)
        return True

    def _note_changed(self, addition: Addition, finding: Finding) -> None:
        """Note what asks for a field that is added to an entry."""
        section, identity = target(addition.to)
        entries = self.full.get(section)
        if not isinstance(entries, list):
            return
        for index, entry in enumerate(entries):
            if identity and identity in {index, entry.get("id")}:
                self._note(section, index, finding)

    def _there(self, patch: Patch) -> bool:
        """Say whether part of a patch stands in the file already, for the sake of another requirement."""
        for addition in patch.additions:
            if addition.section == "statement":
                topic, parts = addition.values["topic"], addition.values["parts"]
                if any((topic, part) in self._fresh for part in parts):
                    return True  # another requirement has it said already; what this one lacks then is seen later
            if addition.to and addition.section and self._has(addition):
                return True
            if addition.to and not addition.section:
                section, identity = target(addition.to)
                entry = self.full.get(section, {})
                if isinstance(identity, int):
                    entry = entry[identity]
                elif identity:
                    entry = next((one for one in entry if one.get("id") == identity), {})
                if any(name in entry and name != "guidance" for name in addition.values):
                    return True
            marks = {name: addition.values[name] for name in ("id", "agency", "partner") if name in addition.values}
            if any(marks.items() <= one.items() for one in self.full.get(addition.section, ()) if marks):
                return True
        return False

    def _has(self, addition: Addition) -> bool:
        """Say whether an entry has a seat for those for whom another is to be added."""
        section, identity = target(addition.to)
        entry: Mapping[str, Any] = next((one for one in self.full.get(section, ()) if one.get("id") == identity), {})
        wanted = list(addition.values.get("represents", ()))
        return bool(wanted) and any(one.get("represents") == wanted for one in entry.get(addition.section, ()))

    def _entries(self) -> Iterator[tuple[str, list[Mapping[str, Any]]]]:
        for section, value in self.full.items():
            if isinstance(value, list) and value and isinstance(value[0], dict):
                yield section, value

    def text(self) -> str:
        """Write the file with its blanks, and above each entry what asks for it."""
        found = dict(self._entries())
        written = toml({key: value for key, value in self.blank.items() if key not in found})
        for section in sorted(found, key=_place):
            heading = _HEADINGS.get(section)
            written += f"\n{_remark(f'--- {heading} ---')}" if heading else ""
            for index in sorted(range(len(found[section])), key=partial(_rank, found[section])):
                asking = self.asked_by.get((section, index), ())
                said = "; ".join(dict.fromkeys(f"{f.requirement.title} ({f.requirement.level.value})" for f in asking))
                remark = f"{_remark(said)}" if said else ""
                written += f"\n{remark}{toml({section: [self.blank[section][index]]}).lstrip(chr(10))}"
        return written


_HEADINGS = {
    "area": "The area",
    "agency": "Agencies: give each its name as printed",
    "post": "Posts, never the people in them",
    "partner": "The safeguarding partners",
    "lead": "Who leads for each partner",
    "delegation": "To whom they delegate",
    "relevant_agency": "Relevant agencies, or classes of them",
    "body": "Boards, groups and panels",
    "scrutineer": "Who scrutinises",
    "funding": "Who pays what",
    "other_partnership": "Other boards and partnerships",
    "register": "Documents that the arrangements name",
    "statement": "What the arrangements say, topic by topic: the gist in a sentence",
}
"""What stands above the entries of each section."""


@cache
def _order() -> dict[str, int]:
    """Return the places of the sections: as a document has them, and what is said on topics last."""
    keys = [attribute.metadata["key"] for attribute in sections()]
    return {key: place for place, key in enumerate(sorted(keys, key="statement".__eq__))}


def _place(section: str) -> int:
    return _order()[section]


_TOPICS = {topic.value: place for place, topic in enumerate(Topic)}


def _rank(entries: Sequence[Mapping[str, Any]], index: int) -> tuple[int, int]:
    """Return where an entry stands in its section: statements by their topics, others as they were drafted."""
    return _TOPICS.get(entries[index].get("topic", ""), 0), index


def _group(finding: Finding) -> int:
    """Return in which group it is drafted."""
    return next((place for place, begins in enumerate(_FIRST) if finding.key.startswith(begins)), len(_FIRST))


def _named(blank: Blank) -> str | int:
    """Fill a blank so that another that speaks of it reads well: what is to be named is called what it is."""
    if blank.fill is not Fill.NAME:
        return filled(blank)
    return blank.what.removeprefix("the name of ").removeprefix("the title of ").partition(",")[0]


def _asks(finding: Finding) -> bool:
    item = finding.requirement
    wanted = item.level in {Level.MUST, Level.SHOULD} and item.of is DocumentKind.ARRANGEMENTS
    of_2019 = item.key.startswith("trans.")  # its days are past: they stand in documents of that year
    return wanted and not of_2019 and item.checked not in {Checked.EVENTS, Checked.PERSON}


def _to_settle(finding: Finding) -> bool:
    return _asks(finding) and (finding.unmet or len(finding.possible) > 1)


def _read(tree: Tree) -> Partnership:
    return gathered([File("drafted", sha256="", form="toml", tree=tree)])


def _remark(text: str) -> str:
    return "".join(f"# {line}\n" for line in textwrap.wrap(text, _WIDTH - 2))
