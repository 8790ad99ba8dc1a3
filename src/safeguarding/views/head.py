"""What stands above and below the findings: what was judged, by what, and how many came out how."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from attrs import frozen

from safeguarding.assessment import Assessment
from safeguarding.dates import in_words
from safeguarding.law.instruments import INSTRUMENTS
from safeguarding.law.outcomes import Outcome
from safeguarding.law.requirement import Level
from safeguarding.model import Source
from safeguarding.views.order import Section, SetAside, asked, folded, set_aside, unspoken
from safeguarding.views.wording import WORDS, amount, one_line

_NAMES = {instrument.id: instrument.name for instrument in INSTRUMENTS}
_LEVELS = (Level.MUST, Level.SHOULD, Level.MAY)


@frozen(kw_only=True)
class Read:
    """The sources that an assessment rests on.

    Args:
        sources: the sources, each once.
    """

    sources: tuple[Source, ...] = ()

    @classmethod
    def of(cls, sources: Iterable[Source]) -> Read:
        """Take sources, of which several documents may have the same."""
        return cls(sources=tuple({source.id: source for source in sources}.values()))

    @property
    def titles(self) -> Mapping[str, str]:
        """The titles by id; empty where there is only one source, which goes without saying."""
        return {source.id: source.title for source in self.sources} if len(self.sources) > 1 else {}

    @property
    def named(self) -> str:
        """The sources, listed with their dates."""
        dated = (f"{s.title} ({s.published})" if s.published else s.title for s in self.sources)
        return "; ".join(dated)


def facts(assessment: Assessment, read: Read, *, verbose: bool) -> tuple[tuple[str, str], ...]:
    """Say what was judged, by what, and as of when: pairs of a label and a text."""
    by_guidance = any(finding.asked and finding.requirement.of_guidance for finding in assessment)
    guidance = f"{_NAMES.get(assessment.guidance, assessment.guidance)}, and the Acts and regulations behind it"
    inferred = "" if assessment.as_of_given else " (no date was given)"
    digest = f", SHA-256 {assessment.ruleset.sha256}" if verbose and assessment.ruleset.sha256 else ""
    inputs = (f"{i.path} (SHA-256 {i.sha256})" if verbose else i.path for i in assessment.inputs)
    found = (
        ("Judged", assessment.document),
        ("Against", guidance if by_guidance else "the Acts and regulations in force; no guidance that is held was"),
        ("As of", in_words(assessment.as_of) + inferred),
        ("Read in", read.named),
        ("File" if len(assessment.inputs) == 1 else "Files", "; ".join(inputs)),
        ("Rules", f"version {assessment.ruleset.version}{digest}"),
    )
    return tuple((label, one_line(text)) for label, text in found if text)


def in_short(shown: Sequence[Section], aside: Sequence[SetAside] = (), silent: Sequence[SetAside] = ()) -> str:
    """Say in a sentence how it came out.

    Args:
        shown: the sections.
        aside: what was not looked at.
        silent: what the documents do not speak of, where it is not among the sections.
    """
    findings = [finding for section in shown for finding in section.findings]
    unmet = Counter(finding.requirement.level for finding in findings if finding.unmet)
    rest = Counter(finding.outcome for finding in findings if not finding.unmet)
    musts, shoulds = amount(unmet[Level.MUST], "must"), amount(unmet[Level.SHOULD], "should")
    parts = [
        f"{musts} and {shoulds} are not met, or not fully" if sum(unmet.values()) else "no must or should is unmet",
        f"{rest[Outcome.INDETERMINATE]} {_is(rest[Outcome.INDETERMINATE])} open",
        f"{rest[Outcome.NEEDS_JUDGEMENT]} {_is(rest[Outcome.NEEDS_JUDGEMENT])} for a person to judge",
    ]
    unsaid = sum(len(some.findings) for some in silent)
    parts += [f"{unsaid} {_is(unsaid)} not spoken of"] if unsaid else []
    unseen = sum(len(some.findings) for some in aside)
    parts += [f"{unseen} {'was' if unseen == 1 else 'were'} not looked at"] if unseen else []
    return f"In short: {'; '.join(parts)}."


def _is(number: int) -> str:
    return "is" if number == 1 else "are"


def counts_line(assessment: Assessment) -> str:
    """Count the outcomes of what is asked on the date, in a line."""
    found = asked(assessment)
    counts = Counter(finding.outcome for finding in found)
    short = {**WORDS, Outcome.NOT_APPLICABLE: "n/a"}
    counted = [f"{counts[outcome]} {words}" for outcome, words in short.items() if counts[outcome]]
    return f"Of {len(found)}: {', '.join(counted)}."


def remarks(assessment: Assessment, *, verbose: bool = True) -> tuple[str, ...]:
    """Say why the counts are not those of the sections, where they are not.

    Args:
        assessment: the assessment.
        verbose: whether the sections leave nothing out.
    """
    twice = len(folded(assessment))
    degree = sum(finding.unmet and bool(finding.open_outcomes) for finding in assessment)
    unseen = sum(len(some.findings) for some in set_aside(assessment))
    outside = len(assessment) - len(asked(assessment))
    found = []
    if outside:
        more = amount(outside, "more requirement")
        found.append(f"{more} {_is(outside)} of other editions, or not in force, and not asked on this date.")
    if twice:
        found.append(f"{amount(twice, 'requirement')} asked for twice {_is(twice)} counted here and shown once.")
    unsaid = 0 if verbose else sum(len(some.findings) for some in unspoken(assessment))
    if unsaid:
        found.append(f"{unsaid} of the open ones {_is(unsaid)} not spoken of.")
    if unseen:
        found.append(f"{unseen} of the open ones {'was' if unseen == 1 else 'were'} not looked at.")
    if degree:
        found.append(f"{degree} of the open ones {_is(degree)} shown as not met, since only how far is open.")
    return tuple(found)


def counts_by_level(assessment: Assessment) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """Count the outcomes of the musts, shoulds and mays asked on the date, and of all together, each outcome named."""
    counted = Counter((finding.outcome, finding.requirement.level) for finding in asked(assessment))
    rows = []
    for outcome, words in WORDS.items():
        numbers = tuple(counted[outcome, level] for level in _LEVELS)
        rows.append((words, (*numbers, sum(numbers))))
    return tuple(rows)
