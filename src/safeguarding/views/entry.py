"""What is shown of a finding, before it is set as plain text or as Markdown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import frozen

from safeguarding.assessment import Finding
from safeguarding.dates import in_words
from safeguarding.law.instruments import Verification
from safeguarding.law.outcomes import UNMET, Evidence, Missing, Outcome, Part
from safeguarding.law.requirement import Checked
from safeguarding.law.wording import summary
from safeguarding.views.wording import WORDS, either_of, one_line, sentence, shortened

_FEW = 3
_NAMED = 8
_MOST = 10
_SHORT = 110
_POSSIBLE = {**WORDS, Outcome.NEEDS_JUDGEMENT: "for a person to judge"}
_PASSED = frozenset({Outcome.MET, Outcome.NOT_APPLICABLE})


@frozen(kw_only=True)
class Line:
    """A line of a row.

    Args:
        text: what it says.
        url: where that can be read; empty if nowhere.
    """

    text: str
    url: str = ""


@frozen(kw_only=True)
class Row:
    """Lines under one label.

    Args:
        label: what they are, in a word or two.
        lines: the lines.
        more: how many further ones are not shown.
    """

    label: str
    lines: tuple[Line, ...]
    more: int = 0


@frozen(kw_only=True)
class Group:
    """Parts that came out the same way for the same reason.

    Args:
        text: how they came out; of a single part, also what it is about.
        subjects: what the parts are about, where there are several.
    """

    text: str
    subjects: tuple[str, ...] = ()


@frozen(kw_only=True)
class Entry:
    """A finding as it is shown.

    Args:
        outcome: in capitals, so that it stands out without colour.
        title: of the requirement.
        level: must, should or may.
        key: of the requirement.
        message: one sentence; empty where the parts say it all.
        groups: the parts that are shown.
        more: how many further parts are not shown.
        rows: all else, by label.
    """

    outcome: str
    title: str
    level: str
    key: str
    message: str
    groups: tuple[Group, ...]
    more: int
    rows: tuple[Row, ...]


@frozen(kw_only=True)
class Reading:
    """How a reader wants a finding shown.

    Args:
        titles: the titles of the sources by id, where several were read; empty where it goes without saying.
        folded: for each key that is shown under another one, that other one.
        verbose: whether nothing is left out.
    """

    titles: Mapping[str, str] = {}
    folded: Mapping[str, str] = {}
    verbose: bool = False

    def entry(self, finding: Finding) -> Entry:
        """Set out a finding."""
        parts = [part for part in finding.parts if self.verbose or part.outcome not in _PASSED]
        first = parts if self.verbose or len(parts) <= _MOST else sorted(parts, key=_unmet_first)[:_MOST]
        outcome = Outcome.NOT_MET if finding.unmet and finding.open_outcomes else finding.outcome
        return Entry(
            outcome=WORDS[outcome].upper(),
            title=finding.requirement.title,
            level=finding.requirement.level.value,
            key=finding.key,
            message=_message(finding, parts),
            groups=_grouped(first),
            more=len(parts) - len(first),
            rows=tuple(row for row in self._rows(finding) if row.lines),
        )

    def _rows(self, finding: Finding) -> list[Row]:
        passed = finding.outcome in _PASSED
        asks = [Line(text=finding.requirement.asks)] if self.verbose else []
        undecided = finding.missing if finding.open_outcomes else ()
        return [
            Row(label="Judged", lines=_judged(finding)),
            Row(label="Asks", lines=tuple(asks)),
            Row(label="Asked by", lines=self._law(finding)),
            self._some("Found", [self._found(item) for item in _first_what_matters(finding)]),
            self._some("Needed", [_needed(item) for item in undecided]),
            Row(label="Could be", lines=_could_be(finding)),
            Row(label="Due", lines=(Line(text=in_words(finding.due)),) if finding.due else ()),
            Row(label="Reason", lines=_departure(finding)),
            Row(label="To do", lines=() if passed else (Line(text=finding.remedy.do),)),
        ]

    def _law(self, finding: Finding) -> tuple[Line, ...]:
        lines = []
        for cited in finding.citations:
            read = cited.status == Verification.READ.value
            status = "" if read else f" ({cited.status}, not read at source)"
            lines.append(Line(text=f"{cited.instrument}, {cited.provision}{status}", url=cited.url))
        also = [key for key, shown in self.folded.items() if shown == finding.key]
        lines += [Line(text=f"also asked by {key}") for key in also]
        restates = finding.requirement.restates
        if restates is not None and finding.key not in self.folded:
            lines.append(Line(text=f"asks the same as {restates}, which comes out otherwise"))
        return tuple(lines)

    def _found(self, evidence: Evidence) -> str:
        title = self.titles.get(evidence.source, evidence.source if self.titles else "")
        place = one_line(", ".join(text for text in (title, evidence.place) if text))
        says = one_line(evidence.says)
        says = says if self.verbose else shortened(says, _SHORT)
        path = f"[{evidence.path}]" if evidence.path and (self.verbose or not place) else ""
        return " ".join(text for text in (f"{place}:" if place and says else place, says, path) if text)

    def _some(self, label: str, texts: Sequence[str]) -> Row:
        """Show a few lines of many, each once."""
        once = list(dict.fromkeys(text for text in texts if text))
        few = once if self.verbose else once[:_FEW]
        return Row(label=label, lines=tuple(Line(text=text) for text in few), more=len(once) - len(few))


def _message(finding: Finding, shown: Sequence[Part]) -> str:
    """Say what was found; where the parts stand below, count them instead of naming them twice."""
    message = finding.message
    if finding.judgement is not None:
        return ""
    if finding.parts:
        listed = summary(finding.parts)
        if listed in message:
            message = message.replace(listed, _counted(finding, shown))
        elif not _left(message, shown):
            return ""
    return sentence(message)


def _counted(finding: Finding, shown: Sequence[Part]) -> str:
    """Count the parts that are met, and name them where no part is shown below."""
    asked = [part for part in finding.parts if part.outcome is not Outcome.NOT_APPLICABLE]
    met = [part.subject for part in asked if part.outcome is Outcome.MET]
    # Where a person judges whether it is enough, being there is all that was looked for.
    there = finding.requirement.checked in {Checked.PRESENCE, Checked.PERSON}
    text = f"{len(met)} of {len(asked)} {'is' if len(met) == 1 else 'are'} {'there' if there else 'met'}"
    if shown or not met:
        return text
    return f"{text}: {', '.join(met[:_NAMED])}" + (" and others" if len(met) > _NAMED else "")


def _left(message: str, shown: Sequence[Part]) -> str:
    """Return what a message says beyond the parts that are shown below it."""
    for part in shown:
        message = message.replace(f"{part.subject}: {part.message}", "")
    return message.strip("; ")


def _grouped(parts: Sequence[Part]) -> tuple[Group, ...]:
    """Put three parts or more under one text where they differ only in what they are about."""
    alike: dict[str, list[str]] = {}
    for part in parts:
        text = f"{WORDS[part.outcome]}; {part.message}"
        alike.setdefault(text, []).append(part.subject)
    groups: list[Group] = []
    for text, subjects in alike.items():
        if len(subjects) >= _FEW:
            groups.append(Group(text=text, subjects=tuple(subjects)))
        else:
            groups += [Group(text=f"{subject}: {text}" if subject else text) for subject in subjects]
    return tuple(groups)


def _unmet_first(part: Part) -> bool:
    """Put what falls short for certain before what is open, where not all can be shown."""
    return not part.possible <= UNMET


def _first_what_matters(finding: Finding) -> list[Evidence]:
    """Put what bears on the parts that are not met before the rest."""
    wanting = [item for part in finding.parts if part.outcome not in _PASSED for item in part.evidence]
    return list(dict.fromkeys((*wanting, *finding.evidence)))


def _needed(missing: Missing) -> str:
    return f"{missing.need} [{missing.path}]"


def _could_be(finding: Finding) -> tuple[Line, ...]:
    text = either_of([_POSSIBLE[outcome] for outcome in finding.open_outcomes])
    return (Line(text=text),) if text else ()


def _judged(finding: Finding) -> tuple[Line, ...]:
    judgement = finding.judgement
    if judgement is None:
        return ()
    until = f" (it holds until {judgement.until.in_words()})" if judgement.until else ""
    text = f"by the {judgement.role}, {judgement.date.in_words()}{until}: {judgement.reason}"
    return (Line(text=text),)


def _departure(finding: Finding) -> tuple[Line, ...]:
    departure = finding.departure
    if departure is None:
        return ()
    recorded = f", recorded {departure.date.in_words()}" if departure.date else ""
    text = f"for departing from this{recorded}: {departure.reason}"
    return (Line(text=text),)


def beyond(row: Row) -> str:
    """Say how many lines of a row are not shown; nothing where all are."""
    return f"and {row.more} more" if row.more else ""
