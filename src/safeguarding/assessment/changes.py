"""Which requirements come out otherwise because the documents changed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from enum import Enum

from attrs import frozen

from safeguarding.assessment.engine import assess
from safeguarding.assessment.findings import Assessment, Finding
from safeguarding.law.outcomes import UNMET, Evidence, Missing, Outcome
from safeguarding.law.requirement import Level
from safeguarding.structure import day_of
from safeguarding.structure.differences import Change, Difference

_STEPS = re.compile(r"\[\d+\]|[^.\[\]]+")

_SHORT = {Outcome.NOT_MET: 4, Outcome.PARTLY_MET: 2, Outcome.INDETERMINATE: 1}
"""How far an outcome falls short; the others do not."""

_UNMET_AND_OPEN = 3
"""How far it does where it is surely unmet, and only how far is open."""

_LEVELS = {level: place for place, level in enumerate((Level.MUST, Level.SHOULD, Level.MAY))}


class Direction(Enum):
    """Which way an outcome went."""

    WORSE = "worse"
    OTHERWISE = "otherwise"
    BETTER = "better"


@frozen(kw_only=True)
class Shift:
    """A requirement that comes out otherwise.

    Args:
        before: the finding on the old version.
        after: the finding on the new one.
        rests_on: the changes in what one of the two findings rests on; none where its evidence leads to no change.
    """

    before: Finding
    after: Finding
    rests_on: tuple[Change, ...]

    @property
    def key(self) -> str:
        """The key of the requirement."""
        return self.after.key

    @property
    def direction(self) -> Direction:
        """Whether it falls short by more than before, or by less; otherwise, where it is not asked any more, or now."""
        before, after = _short(self.before), _short(self.after)
        if after > before:
            return Direction.WORSE
        settled = self.after.outcome not in {Outcome.NOT_APPLICABLE, Outcome.NOT_DUE}
        return Direction.BETTER if after < before and settled else Direction.OTHERWISE


@frozen(kw_only=True)
class Consequences:
    """What comes of a difference.

    It is iterated over the requirements that come out otherwise, the worse ones first.

    Args:
        difference: the difference.
        old: the assessment of the old version.
        new: that of the new one, by the same law on the same date.
        shifts: the requirements that come out otherwise.
        given: whether the date was given, not inferred.
    """

    difference: Difference
    old: Assessment
    new: Assessment
    shifts: tuple[Shift, ...]
    given: bool

    def __iter__(self) -> Iterator[Shift]:
        return iter(self.shifts)

    def __len__(self) -> int:
        return len(self.shifts)


def consequences(
    difference: Difference,
    *,
    as_of: date | str | None = None,
    guidance: str | None = None,
    rapid_review_from: str = "aware",
) -> Consequences:
    """Find which requirements come out otherwise because the documents changed.

    Both versions are judged by the law of one and the same date, so that nothing is put down to the documents that
    comes of a change of the law.

    Args:
        difference: what is different in the documents.
        as_of: the date for both; without one, the last day on which the newest document of the new version can have
            been published.
        guidance: the edition to judge both by, whatever the date.
        rapid_review_from: the event from which the time for a rapid review is counted.

    Raises:
        CannotAssessError: no date is given and the new documents have none, or the question cannot be put.
    """
    day = day_of(difference.new, as_of)
    old = assess(difference.old, as_of=day, guidance=guidance, rapid_review_from=rapid_review_from)
    new = assess(difference.new, as_of=day, guidance=guidance, rapid_review_from=rapid_review_from)
    trace = _Trace(difference)
    shifts = [
        Shift(before=before, after=after, rests_on=trace.of(before, after))
        for before, after in zip(old, new, strict=True)
        if (before.outcome, before.unmet) != (after.outcome, after.unmet)
    ]
    return Consequences(
        difference=difference,
        old=old,
        new=new,
        shifts=tuple(sorted(shifts, key=_worse_first)),
        given=as_of is not None,
    )


def _worse_first(shift: Shift) -> tuple[int, int, int]:
    return (
        list(Direction).index(shift.direction),
        _LEVELS[shift.after.requirement.level],
        -_short(shift.after),
    )


def _short(finding: Finding) -> int:
    if finding.possible <= UNMET and len(finding.possible) > 1:
        return _UNMET_AND_OPEN
    return _SHORT.get(finding.outcome, 0)


_Path = tuple[str, ...]


class _Trace:
    """Leads from what a finding rests on to what changed there."""

    def __init__(self, difference: Difference) -> None:
        self._difference = difference
        self._place = {id(change): place for place, change in enumerate(difference.changes)}
        self._at: dict[tuple[bool, _Path], list[Change]] = defaultdict(list)
        self._under: dict[tuple[bool, _Path], list[Change]] = defaultdict(list)
        self._whole: list[Change] = []
        for change in difference:
            if len(change.at) == 1:
                self._whole += [change] if change.at[0].listed else []
                continue
            for old, text in ((True, change.path_was), (False, change.path_now)):
                path = _steps(text)
                self._at[old, path].append(change)
                for length in range(2, len(path)):
                    self._under[old, path[:length]].append(change)

    def of(self, before: Finding, after: Finding) -> tuple[Change, ...]:
        """Return the changes in what two findings rest on, or lack, in the order of the difference."""
        found: dict[int, Change] = {}
        for old, finding in ((True, before), (False, after)):
            for evidence in _evidence(finding):
                for change in self._of_evidence(evidence, old=old):
                    found[self._place[id(change)]] = change
            for missing in _missing(finding):
                for change in self._of_missing(missing, old=old):
                    found[self._place[id(change)]] = change
        return tuple(found[place] for place in sorted(found))

    def _of_evidence(self, evidence: Evidence, *, old: bool) -> Iterator[Change]:
        # The same path may lead into several documents, which their sources tell apart.
        for change in self._on(evidence.path, old=old):
            if evidence.source in {"", *self._sources(change, old=old)}:
                yield change
        for change in self._whole:
            if evidence.source in self._sources(change, old=old):
                yield change

    def _of_missing(self, missing: Missing, *, old: bool) -> Iterator[Change]:
        yield from self._on(missing.path, old=old)
        for change in self._whole:
            document = change.new or change.old
            if missing.path == "kind" and missing.need.endswith(f"kind {document.kind.value}"):
                yield change

    def _on(self, text: str, *, old: bool) -> Iterator[Change]:
        """Find the changes at a path, above it and below it; the name of a section alone leads nowhere."""
        path = _steps(text)
        yield from self._under.get((old, path), ())
        for length in range(1, len(path) + 1):
            yield from self._at.get((old, path[:length]), ())

    def _sources(self, change: Change, *, old: bool) -> frozenset[str]:
        partnership = self._difference.old if old else self._difference.new
        place = change.document_was if old else change.document_now
        return frozenset() if place is None else frozenset(one.id for one in partnership.documents[place].sources)


def _steps(path: str) -> _Path:
    return tuple(_STEPS.findall(path))


def _evidence(finding: Finding) -> Iterable[Evidence]:
    return (*finding.evidence, *(item for part in finding.parts for item in part.evidence))


def _missing(finding: Finding) -> Iterable[Missing]:
    return (*finding.missing, *(item for part in finding.parts for item in part.missing))
