"""In what order: the sections of an assessment as it is shown, and what stands in each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import frozen

from safeguarding.assessment import Assessment, Finding
from safeguarding.law.catalogue import catalogue
from safeguarding.law.outcomes import Outcome
from safeguarding.law.requirement import Checked, Level, Requirement
from safeguarding.views.wording import amount, sentence

_LEVELS = {level: place for place, level in enumerate(Level)}


@frozen(kw_only=True)
class Section:
    """Findings that are shown together.

    Args:
        title: what they have in common, in a few words.
        says: what that means for the reader.
        findings: the findings, strongest level first.
    """

    title: str
    says: str
    findings: tuple[Finding, ...]


_MUSTS = ("Musts that are not met", "The law or its guidance says must, and the documents fall short.")
_SHOULDS = (
    "Shoulds that are not met",
    "The guidance says should. Do what is asked, or record the reason for departing from it.",
)
_REST = {
    Outcome.INDETERMINATE: (
        "Open",
        "The documents do not settle these. Each names what would, and [where in the file] to write it.",
    ),
    Outcome.NEEDS_JUDGEMENT: (
        "For a person to judge",
        "What was found is laid out; whether it is enough is for a person, whose judgement the file can record.",
    ),
    Outcome.NOT_DUE: ("Not due yet", "These are owed from a later day."),
}
_VERBOSE = {
    Outcome.MET: ("Met", "The documents show these."),
    Outcome.NOT_APPLICABLE: ("Not applicable", "These do not apply to what the documents describe."),
}


def sections(assessment: Assessment, *, verbose: bool = False) -> tuple[Section, ...]:
    """Arrange the findings of an assessment as they are shown; a section without any is left out.

    Args:
        assessment: the assessment.
        verbose: whether what is met, what does not apply and what the documents do not speak of are shown as well.
    """
    hidden = folded(assessment)
    shown = [finding for finding in asked(assessment) if finding.key not in hidden and not _unseen(finding)]
    if not verbose:
        shown = [finding for finding in shown if not _unspoken(finding)]
    unmet = [finding for finding in shown if finding.unmet]
    rest = [finding for finding in shown if not finding.unmet]
    found = [
        _section(_MUSTS, (f for f in unmet if f.requirement.level is Level.MUST)),
        _section(_SHOULDS, (f for f in unmet if f.requirement.level is Level.SHOULD)),
    ]
    for outcome, words in (*_REST.items(), *(_VERBOSE.items() if verbose else ())):
        found.append(_section(words, (f for f in rest if f.outcome is outcome)))
    return tuple(section for section in found if section.findings)


def asked(assessment: Assessment) -> tuple[Finding, ...]:
    """Return the findings on what is asked on the date; the rest is another edition's, or not in force then."""
    return tuple(finding for finding in assessment if finding.asked)


NOT_ASKED = "Not asked on this date"


def not_asked(assessment: Assessment) -> tuple[SetAside, ...]:
    """Find what is not asked on the date, or not of documents of their time: by the reason, in the order of the law."""
    found: dict[str, list[Finding]] = {}
    for finding in assessment:
        if not finding.asked:
            found.setdefault(finding.message, []).append(finding)
    return tuple(SetAside(says=sentence(reason), findings=tuple(some)) for reason, some in found.items())


@frozen(kw_only=True)
class SetAside:
    """Requirements that were not looked at, all for one reason.

    Args:
        says: how many they are, why, and what is needed.
        findings: the findings, strongest level first.
    """

    says: str
    findings: tuple[Finding, ...]


def set_aside(assessment: Assessment) -> tuple[SetAside, ...]:
    """Find what was not looked at, since no case of its kind is written down: it is shown in a line or two."""
    hidden = folded(assessment)
    found: dict[str, list[Finding]] = {}
    for finding in assessment:
        if _unseen(finding) and finding.key not in hidden:
            found.setdefault(finding.message, []).append(finding)
    return tuple(
        SetAside(
            says=(
                f"{amount(len(some), 'requirement')} on single cases {'was' if len(some) == 1 else 'were'} "
                f"not looked at: {reason}. Needed: {' and '.join(missing.need for missing in some[0].missing)}."
            ),
            findings=tuple(sorted(some, key=lambda finding: _LEVELS[finding.requirement.level])),
        )
        for reason, some in found.items()
    )


NOT_LOOKED_AT = "Not looked at"


def _unseen(finding: Finding) -> bool:
    """Say whether nothing was there to be looked at: no log of cases, or no case of the kind."""
    return (
        finding.requirement.checked is Checked.EVENTS
        and finding.outcome is Outcome.INDETERMINATE
        and not finding.parts
        and not finding.evidence
        and {missing.path for missing in finding.missing} <= {"kind", "all_cases_of"}
    )


NOT_SPOKEN_OF = "Not spoken of"
NO_WORD = "On these the documents say nothing, and arrangements need not: it settles nothing either way."


def unspoken(assessment: Assessment) -> tuple[SetAside, ...]:
    """Find what is open only since nothing that was given speaks of it: by its heading in the law."""
    hidden = folded(assessment)
    found: dict[str, list[Finding]] = {}
    for finding in asked(assessment):
        if finding.key not in hidden and not _unseen(finding) and _unspoken(finding):
            found.setdefault(finding.requirement.heading, []).append(finding)
    return tuple(SetAside(says=heading, findings=tuple(some)) for heading, some in found.items())


_WHOLLY_NEW = frozenset({
    "kind", "post", "register", "relevant_agency",
    "statement", "statement.how_often", "statement.uses", "statement.who",
})  # fmt: skip
"""Paths of what would be added as a whole: nothing that is in the file has a part in it."""


def _unspoken(finding: Finding) -> bool:
    """Say whether a finding is open, rests on nothing at all, and could be settled only by what is wholly new."""
    return (
        finding.outcome is Outcome.INDETERMINATE
        and not finding.unmet
        and not finding.evidence
        and not any(part.evidence or part.outcome is not Outcome.INDETERMINATE for part in finding.parts)
        and finding.departure is None
        and bool(finding.missing)
        and {missing.path for missing in finding.missing} <= _WHOLLY_NEW
    )


def _section(words: tuple[str, str], findings: Iterable[Finding]) -> Section:
    ordered = sorted(findings, key=lambda finding: _LEVELS[finding.requirement.level])
    return Section(title=words[0], says=words[1], findings=tuple(ordered))


def folded(assessment: Assessment) -> dict[str, str]:
    """Find what is asked twice and so is shown once: for each key not shown, the key it is shown under.

    A requirement that restates another and comes out otherwise is not folded: both answers stand.
    """
    findings = {finding.key: finding for finding in asked(assessment)}
    found: dict[str, str] = {}
    for finding in findings.values():
        original = _original(finding, findings)
        if original is not finding:
            found[finding.key] = original.key
    return found


def _original(finding: Finding, findings: Mapping[str, Finding]) -> Finding:
    other = findings.get(finding.requirement.restates or "")
    if other is None or other.possible != finding.possible:
        return finding
    return _original(other, findings)


def untested() -> tuple[Requirement, ...]:
    """Return what the law says without asking anything of the documents: definitions and positions."""
    return tuple(item for item in catalogue().values() if item.check is None)
