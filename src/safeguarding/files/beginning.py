"""How a first file begins: arrangements in which each thing that is asked has its place, with blanks to be filled."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from datetime import date
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
from safeguarding.law.patches import Blank, Fill, Patch
from safeguarding.law.requirement import Checked, Level
from safeguarding.model import DocumentKind, Partnership
from safeguarding.written import toml

_MOST_ROUNDS = 12
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

    def complete(self, day: date) -> None:
        """Add what settles each must and should that is unmet or open, until nothing changes."""
        for _ in range(_MOST_ROUNDS):
            found = [self._add(finding) for finding in assess(_read(self.full), as_of=day) if _to_settle(finding)]
            if not any(found):
                return

    def _add(self, finding: Finding) -> bool:
        patch = finding.remedy.patch
        if patch is None or patch.new or self._there(patch):
            return False
        before = {section: len(entries) for section, entries in self._entries()}
        (self.full,) = patched([self.full], patch)
        (self.blank,) = patched([self.blank], patch, str)
        for section, entries in self._entries():
            for index in range(before.get(section, 0), len(entries)):
                self.asked_by.setdefault((section, index), []).append(finding)
        return True

    def _there(self, patch: Patch) -> bool:
        """Say whether part of a patch stands in the file already, for the sake of another requirement."""
        for addition in patch.additions:
            if addition.to and not addition.section:
                section, _, identity = addition.to.partition(".")
                entry = self.full.get(section, {})
                if identity:
                    entry = next((one for one in entry if one.get("id") == identity), {})
                if any(name in entry and name != "guidance" for name in addition.values):
                    return True
            marks = {name: addition.values[name] for name in ("id", "agency", "partner") if name in addition.values}
            if any(marks.items() <= one.items() for one in self.full.get(addition.section, ()) if marks):
                return True
        return False

    def _entries(self) -> Iterator[tuple[str, list[Mapping[str, Any]]]]:
        for section, value in self.full.items():
            if isinstance(value, list) and value and isinstance(value[0], dict):
                yield section, value

    def text(self) -> str:
        """Write the file with its blanks, and above each entry what asks for it."""
        sections = {section for section, _ in self._entries()}
        written = toml({key: value for key, value in self.blank.items() if key not in sections})
        for section, entries in self._entries():
            for index in range(len(entries)):
                asking = self.asked_by.get((section, index), ())
                said = "; ".join(dict.fromkeys(f"{f.requirement.title} ({f.requirement.level.value})" for f in asking))
                remark = f"{_remark(said)}" if said else ""
                written += f"\n{remark}{toml({section: [self.blank[section][index]]}).lstrip(chr(10))}"
        return written


def _to_settle(finding: Finding) -> bool:
    item = finding.requirement
    wanted = item.level in {Level.MUST, Level.SHOULD} and item.of is DocumentKind.ARRANGEMENTS
    return wanted and item.checked is not Checked.EVENTS and (finding.unmet or len(finding.possible) > 1)


def _read(tree: Tree) -> Partnership:
    return gathered([File("drafted", sha256="", form="toml", tree=tree)])


def _remark(text: str) -> str:
    return "".join(f"# {line}\n" for line in textwrap.wrap(text, _WIDTH - 2))
