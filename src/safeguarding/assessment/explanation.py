"""Why a finding came out as it did: which facts, from where, made which part true, under which version of the law."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from safeguarding.assessment.findings import Assessment, Finding
from safeguarding.dates import in_words
from safeguarding.law.instruments import NOT_COMMENCED
from safeguarding.law.outcomes import Evidence, Missing, Outcome, Part, Possible, decided
from safeguarding.law.requirement import Requirement, Version


@frozen(kw_only=True)
class Reason:
    """A node of the tree: something that came out, and what it rests on.

    Args:
        about: what it is about.
        possible: the outcomes that are possible; empty for what has none of its own.
        says: one sentence.
        facts: what the documents say, each with its place.
        missing: what would settle it.
        below: what it follows from.
    """

    about: str
    possible: Possible = frozenset()
    says: str = ""
    facts: tuple[Evidence, ...] = ()
    missing: tuple[Missing, ...] = ()
    below: tuple[Reason, ...] = ()

    @property
    def outcome(self) -> Outcome | None:
        """The one possible outcome, or indeterminate; none for what has none of its own."""
        return decided(self.possible) if self.possible else None


def explain(assessment: Assessment, key: str) -> Reason:
    """Explain a finding as a tree: the law, what it rests on, its parts, and the facts under each.

    Raises:
        UnknownRequirementError: there is no finding of that key.
    """
    return _finding(assessment, assessment[key])


def _finding(assessment: Assessment, finding: Finding) -> Reason:
    item = finding.requirement
    below = [_law(item, assessment.as_of)]
    below += [
        Reason(about=f"rests on: {other.requirement.title} ({key})", possible=other.possible, says=other.message)
        for key in item.premises
        for other in [assessment[key]]
    ]
    if item.restates:
        other = assessment[item.restates]
        about = f"asks the same as: {other.requirement.title} ({item.restates})"
        below.append(Reason(about=about, possible=other.possible, says=other.message))
    below += [_part(part) for part in finding.parts]
    told = {fact for part in finding.parts for fact in part.evidence}
    wanted = {need for part in finding.parts for need in part.missing}
    return Reason(
        about=f"{item.title} ({finding.key}, {item.level.value})",
        possible=finding.possible,
        says=finding.message,
        facts=tuple(fact for fact in finding.evidence if fact not in told),
        missing=tuple(need for need in finding.missing if need not in wanted),
        below=tuple(below),
    )


def _part(part: Part) -> Reason:
    beside = "" if part.counts else " (shown beside; the whole does not rest on it)"
    return Reason(
        about=f"{part.subject}{beside}",
        possible=part.possible,
        says=part.message,
        facts=part.evidence,
        missing=part.missing,
    )


def _law(item: Requirement, as_of: date) -> Reason:
    version = item.version(as_of)
    cited = "; ".join(f"{one.instrument.name}, {one.provision}" for one in version.citations)
    known = f"{version.verification.value}{', at ' + ', '.join(version.read_at) if version.read_at else ''}"
    return Reason(about="the law", says=f"{cited} ({known}); {period_of(version)}")


def period_of(version: Version) -> str:
    """Say from when to when a version is in force: ``in force from 29 June 2018``."""
    if version.starts == NOT_COMMENCED:
        return "enacted, and not shown to be in force"
    until = f" to {in_words(version.ends)}" if version.ends else ""
    return f"in force from {in_words(version.starts)}{until}"
