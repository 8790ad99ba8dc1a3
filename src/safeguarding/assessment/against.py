"""What a partnership would have to add to meet another edition of the guidance."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from safeguarding.assessment.engine import assess
from safeguarding.assessment.findings import Assessment, Finding
from safeguarding.errors import CannotAssessError
from safeguarding.law.comparing import compared
from safeguarding.law.outcomes import UNMET
from safeguarding.law.requirement import Level
from safeguarding.model import Partnership


@frozen(kw_only=True)
class Added:
    """Something that the other edition asks, and that the documents do not settle.

    Args:
        finding: what comes of it under that edition.
        before: what came of those in whose place it stands, under the one compared with.
    """

    finding: Finding
    before: tuple[Finding, ...]


@frozen(kw_only=True)
class Against:
    """One edition against another, for one partnership.

    Args:
        old: the assessment under the edition compared with.
        new: the assessment under the edition asked about.
        added: what is new in it, unmet or open.
        changed: what is changed in it, unmet or open, and was not so before, or lacks what was not lacking before;
            and what both ask, where it was not.
        same: how many are unmet or open, and ask no more than was asked and lacking before.
        met: how many of what is new or changed in it are met already, for a person to judge, or do not apply.
    """

    old: Assessment
    new: Assessment
    added: tuple[Added, ...]
    changed: tuple[Added, ...]
    same: int
    met: int


def against(
    partnership: Partnership,
    *,
    guidance: str,
    other: str,
    as_of: date | str | None = None,
    rapid_review_from: str = "aware",
) -> Against:
    """List what a partnership would have to add to meet one edition of the guidance, compared with another.

    Args:
        partnership: the partnership.
        guidance: the edition asked about, as ``WT2023``.
        other: the edition compared with, as ``WT2018``.
        as_of: the date of the question.
        rapid_review_from: the event from which the time for a rapid review is counted.

    Raises:
        CannotAssessError: an edition is not held, or both are the same.
    """
    try:
        comparison = compared(other, guidance)
    except ValueError as error:
        raise CannotAssessError(str(error)) from None
    new = assess(partnership, as_of=as_of, guidance=guidance, rapid_review_from=rapid_review_from)
    old = assess(partnership, as_of=as_of, guidance=other, rapid_review_from=rapid_review_from)
    if comparison.new != guidance:
        raise CannotAssessError(f"{guidance} is before {other}: ask about the later edition against the earlier")
    before = {
        change.now.key: tuple(old[item.key] for item in change.before if item.check) for change in comparison.changed
    }
    repeated = {change.now.key for change in comparison.repeated}
    fresh = {item.key for item in comparison.added}
    wanted = [finding for finding in new if _lacking(finding)]
    asked = [finding for finding in new if finding.key in fresh or finding.key in before]
    changed = []
    for finding in wanted:
        if finding.key in fresh or finding.key in repeated:
            continue
        stood = before.get(finding.key) or (old[finding.key],)
        if not _as_before(finding, stood):
            changed.append(Added(finding=finding, before=stood))
    added = tuple(Added(finding=finding, before=()) for finding in wanted if finding.key in fresh)
    return Against(
        old=old,
        new=new,
        added=added,
        changed=tuple(changed),
        same=len(wanted) - len(added) - len(changed),
        met=sum(not _lacking(finding) for finding in asked),
    )


def _lacking(finding: Finding) -> bool:
    owed = finding.requirement.level in {Level.MUST, Level.SHOULD}
    return owed and (finding.unmet or bool(finding.open_outcomes))


def _as_before(finding: Finding, before: tuple[Finding, ...]) -> bool:
    """Say whether something changed lacks nothing that what stood in its place did not lack as well.

    The same check finds the same. Else each thing that it lacks must have been lacking, and the whole have come out so.
    """
    lacked = [one for one in before if _lacking(one)]
    if any(one.requirement.check is finding.requirement.check for one in lacked):
        return True
    return any(one.possible == finding.possible for one in lacked) and _lacks(finding) <= frozenset(
        lack for one in lacked for lack in _lacks(one)
    )


def _lacks(finding: Finding) -> frozenset[str]:
    """Name what of a finding is unmet or open: its parts, or what would settle it."""
    if finding.parts:
        return frozenset(
            part.subject for part in finding.parts if part.counts and (part.possible & UNMET or len(part.possible) > 1)
        )
    return frozenset(need.need for need in finding.missing) or frozenset({finding.message})
