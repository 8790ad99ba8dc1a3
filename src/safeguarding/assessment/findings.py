"""What an assessment says: one finding for each requirement, and how they are read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from enum import Enum
from functools import cached_property
from typing import Any

from attrs import field, frozen

from safeguarding.errors import UnknownRequirementError
from safeguarding.law import schedule
from safeguarding.law.catalogue import catalogue, nearest
from safeguarding.law.outcomes import ORDER, UNMET, Evidence, Missing, Outcome, Part, Possible, decided
from safeguarding.law.patches import Patch
from safeguarding.law.requirement import Level, Requirement
from safeguarding.model import Departure, Input, Judgement


@frozen(kw_only=True)
class Cited:
    """A provision as it is cited in a finding.

    Args:
        instrument: the name of the Act, regulations or guidance.
        provision: the provision.
        url: its address, for the date of the assessment where there is one.
        status: how well it is known to say so.
    """

    instrument: str
    provision: str
    url: str
    status: str


class Way(Enum):
    """Which way a finding is settled."""

    AS_ASKED = "as asked"
    OTHERWISE = "otherwise"


@frozen(kw_only=True)
class Remedy:
    """What to do.

    Args:
        do: a sentence.
        draft: drafts what to add to the file, as is asked or the other way; none where the finding is settled.
    """

    do: str
    draft: Callable[[Way], Patch | None] | None = field(default=None, eq=False, repr=False)

    @cached_property
    def patch(self) -> Patch | None:
        """The smallest addition to the file that settles it, whose text is ready to paste, with blanks to be filled.

        None where no addition can: what was late stays late, and a part that was not read is to be read.
        """
        return self.draft(Way.AS_ASKED) if self.draft else None

    @cached_property
    def otherwise(self) -> Patch | None:
        """What to add where it is open, and the truth is that it is not so; None where no addition can say that."""
        return self.draft(Way.OTHERWISE) if self.draft else None


@frozen(kw_only=True)
class Finding:
    """How one requirement and the documents compare.

    Args:
        requirement: the requirement.
        possible: the outcomes that the documents leave possible.
        message: one sentence.
        due: the date until which it is not due.
        parts: its parts, where it repeats.
        citations: the provisions.
        evidence: what it rests on.
        missing: what would settle it.
        remedy: what to do.
        judgement: a person's judgement, where the documents leave it to a person, or may.
        departure: a recorded reason for departing from it, which changes nothing.
        asked: whether it is asked at all: on the date, by the edition, and of documents of their time; where it is not,
            the message says why.
    """

    requirement: Requirement
    possible: Possible
    message: str
    due: date | None
    parts: tuple[Part, ...]
    citations: tuple[Cited, ...]
    evidence: tuple[Evidence, ...]
    missing: tuple[Missing, ...]
    remedy: Remedy
    judgement: Judgement | None = None
    departure: Departure | None = None
    asked: bool = True

    @property
    def key(self) -> str:
        """The key of the requirement."""
        return self.requirement.key

    @property
    def outcome(self) -> Outcome:
        """The one possible outcome, or indeterminate."""
        return decided(self.possible)

    @property
    def unmet(self) -> bool:
        """Whether it is not met or only partly, whatever is still open."""
        return self.possible <= UNMET

    @property
    def open_outcomes(self) -> tuple[Outcome, ...]:
        """The outcomes still possible, in order; empty where it is decided."""
        return tuple(sorted(self.possible, key=ORDER.__getitem__)) if len(self.possible) > 1 else ()


@frozen(kw_only=True)
class Ruleset:
    """The set of rules that was run.

    Args:
        version: its version.
        sha256: of the source of its rules.
    """

    version: str
    sha256: str


@frozen(kw_only=True)
class Assessment:
    """How a partnership's documents compare with what the law asks, on a date.

    It is iterated over its findings, and indexed by the key of a requirement.

    Args:
        partnership: the slug of the partnership.
        name: its name.
        document: what was judged, in words.
        guidance: the edition of the guidance.
        as_of: the date.
        as_of_given: whether the date was given, not inferred.
        ruleset: the rules.
        inputs: the files.
        findings: one for each requirement, in the order of the guidance.
        notices: what else the reader should know, each a sentence.
    """

    partnership: str
    name: str
    document: str
    guidance: str
    as_of: date
    as_of_given: bool
    ruleset: Ruleset
    inputs: tuple[Input, ...]
    findings: tuple[Finding, ...]
    notices: tuple[str, ...]

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __len__(self) -> int:
        return len(self.findings)

    def __contains__(self, item: object) -> bool:
        return any(item == finding.key or item is finding for finding in self.findings)

    def __getitem__(self, key: str) -> Finding:
        for finding in self.findings:
            if finding.key == key:
                return finding
        raise UnknownRequirementError(_why_no_finding(key))

    @property
    def counts(self) -> dict[str, int]:
        """How many findings there are of each outcome, every outcome named."""
        counted = Counter(finding.outcome for finding in self.findings)
        return {outcome.value: counted[outcome] for outcome in Outcome}

    def unmet(self, *levels: Level) -> tuple[Finding, ...]:
        """Return the findings at these levels (all, if none are given) that are not met or only partly."""
        return tuple(f for f in self.findings if f.unmet and (not levels or f.requirement.level in levels))

    def to_records(self) -> list[dict[str, Any]]:
        """Return one flat dictionary for each finding, which pandas or Polars take as they are."""
        return [
            {
                "partnership": self.partnership,
                "as_of": self.as_of.isoformat(),
                "guidance": self.guidance,
                "requirement": finding.key,
                "title": finding.requirement.title,
                "level": finding.requirement.level.value,
                "outcome": finding.outcome.value,
                "possible": ", ".join(outcome.value for outcome in finding.open_outcomes),
                "due": finding.due.isoformat() if finding.due else None,
                "message": finding.message,
                "parts": len(finding.parts),
                "evidence": len(finding.evidence),
                "missing": len(finding.missing),
                "do": finding.remedy.do,
            }
            for finding in self.findings
        ]


def _why_no_finding(key: str) -> str:
    """Say why nothing was found on a key: it is listed and not assessed, or there is none."""
    if key in schedule.KEYS:
        return f"{key} is a kind of relevant agency: it is listed and not assessed; see safeguarding law {key}"
    if key in catalogue():
        return (
            f"{key} is a definition, or a duty that no document of the partnership shows: it is listed and not "
            f"assessed; see safeguarding law {key}"
        )
    return f'there is no finding for "{key}": {nearest(key)}'
