"""Requirements that are put to each case: something is done in time, or is recorded at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from attrs import evolve, frozen

from safeguarding.dates import Sense, Span
from safeguarding.law.asking import Ask
from safeguarding.law.clocks import Clock, Run, brought, in_short, running
from safeguarding.law.drafting import Draft
from safeguarding.law.outcomes import OPEN, Answer, Missing, Outcome, Part
from safeguarding.law.patches import Blank, Fill
from safeguarding.law.reach import beyond
from safeguarding.law.requirement import Checked, Runs
from safeguarding.law.stated import INDETERMINATE, MET, NOT_APPLICABLE, NOT_DUE, NOT_MET, PARTLY_MET
from safeguarding.law.steps import Step
from safeguarding.model import Case, CaseKind, Event, Happening
from safeguarding.model.cases import FOLLOWS
from safeguarding.structure import ANY_DAY, when
from safeguarding.unknown import any_of

_TIMED = frozenset({MET, PARTLY_MET, NOT_MET, NOT_DUE, NOT_APPLICABLE, INDETERMINATE})
_SHOWN = frozenset({MET, PARTLY_MET, NOT_MET, NOT_APPLICABLE, INDETERMINATE})


def timed(kind: CaseKind, *clocks: Clock) -> dict[str, Any]:
    """Make the check of a requirement that something is done in time in each case of a kind.

    Args:
        kind: the kind of case.
        clocks: its time limits; each run is a part of the answer.

    Returns:
        the arguments ``check``, ``runs``, ``checked`` and ``reaches`` of the requirement.
    """
    return by_runs(kind, running(kind, clocks))


def by_runs(kind: CaseKind, runs: Runs) -> dict[str, Any]:
    """Make the same from what runs the clocks, where they do not run alike in every case."""

    def check(ask: Ask) -> Answer:
        return of_cases(ask, kind, lambda: [found.part() for found in runs(ask)])

    settle = settled_by_log(kind, lacking_in_time(kind, runs))
    return {"check": check, "settle": settle, "runs": runs, "checked": Checked.EVENTS, "reaches": _TIMED}


def lacking_in_time(kind: CaseKind, runs: Runs) -> Lack:
    """Make what finds the events by which the runs of a requirement would stop in time."""

    def find(ask: Ask) -> Iterator[tuple[Part, Lacking | None]]:
        cases = {case.id: case for case in ask.situation.caseload.of(kind)}
        for found in runs(ask):
            case, due = cases.get(found.case), found.status.due if found.status else None
            start = found.status.event if found.status else None
            if (
                case is None
                or due is None
                or start is None
                or found.stopping is None
                or not (due.exact and start.exact)
            ):
                yield found.part(), None
            else:
                until = min(due.latest, _kept(ask, case))
                before = found.limit.sense is Sense.BEFORE
                since = None if before else _late_enough(ask, found, start.latest, until)
                item = Lacking(case=case, step=found.stopping, since=since, until=until, repeats=found.repeats)
                yield found.part(), item if before or since else None

    return find


@frozen(kw_only=True)
class Shown:
    """Something that is to be recorded in a case, at no set time.

    Args:
        step: what is to be recorded.
        by: the steps by any of which it is to have been done; until then its absence settles nothing.
        about: what distinguishes it from the others of the requirement: ``to the family``.
        also_by: other steps that show the same.
    """

    step: Step
    by: tuple[Step, ...]
    about: str = ""
    also_by: tuple[Step, ...] = ()

    def taken(self, case: Case) -> tuple[list[Event], list[Event]]:
        """Return the events of a case that surely show it, and those that perhaps do."""
        sure, perhaps = self.step.taken(case)
        for step in self.also_by:
            more = step.taken(case)
            sure += more[0]
            perhaps += more[1]
        return sure, perhaps


def shown(kind: CaseKind, asked: Sequence[Step], *what: Shown) -> dict[str, Any]:
    """Make the check of a requirement that something is recorded in each case that comes under it.

    Args:
        kind: the kind of case.
        asked: the steps by any of which a case comes under it.
        what: what is to be recorded; each is a part of the answer.

    Returns:
        the arguments ``check``, ``checked`` and ``reaches`` of the requirement.
    """

    def check(ask: Ask) -> Answer:
        cases = ask.situation.caseload.of(kind)
        return of_cases(ask, kind, lambda: [part for case in cases for part in recorded(ask, case, asked, what)])

    settle = settled_by_log(kind, lacking_records(kind, asked, what))
    return {"check": check, "settle": settle, "checked": Checked.EVENTS, "reaches": _SHOWN}


def lacking_records(kind: CaseKind, asked: Sequence[Step], what: Sequence[Shown]) -> Lack:
    """Make what finds the events of which nothing is recorded in the cases that come under a requirement."""

    def find(ask: Ask) -> Iterator[tuple[Part, Lacking | None]]:
        for case in ask.situation.caseload.of(kind):
            for part, item in zip(recorded(ask, case, asked, what), what, strict=False):
                nothing = not any(item.taken(case))
                yield part, Lacking(case=case, step=item.step, until=_kept(ask, case)) if nothing else None

    return find


def lacking_parts(
    kind: CaseKind,
    parts: Callable[[Ask, Case], Iterable[Part]],
    steps: Mapping[str, Step],
    last: Callable[[Case], date] | None = None,
) -> Lack:
    """Make what finds, in each case, the event that a part of the answer lacks.

    Args:
        kind: the kind of case.
        parts: gives the parts of the answer for a case.
        steps: the step that each is about, by what stands in its subject after the case.
        last: the last day that fits in a case, where there is one beside that to which its log is kept.
    """

    def find(ask: Ask) -> Iterator[tuple[Part, Lacking | None]]:
        for case in ask.situation.caseload.of(kind):
            for part in parts(ask, case):
                step = steps.get(part.subject.removeprefix(case.id).removeprefix(", "))
                nothing = step is not None and not any(step.taken(case))
                until = min(_kept(ask, case), last(case)) if last else _kept(ask, case)
                yield part, Lacking(case=case, step=step, until=until) if step and nothing else None

    return find


def _late_enough(ask: Ask, found: Run, since: date, until: date) -> date | None:
    """Return the first day from which the next time of what repeats is not over yet; none where no day is."""
    if not found.repeats:
        return since
    days = (since + timedelta(days=number) for number in range((until - since).days + 1))
    return next((day for day in days if found.limit.latest(day) >= ask.as_of), None)


@frozen(kw_only=True)
class Lacking:
    """An event that a case lacks.

    Args:
        case: the case.
        step: the step that it would be.
        since: the first day that fits, where there is one.
        until: the last day that fits.
        repeats: whether it is then due again.
    """

    case: Case
    step: Step
    since: date | None = None
    until: date
    repeats: bool = False


Lack = Callable[[Ask], Iterable[tuple[Part, Lacking | None]]]
"""Finds what is asked of each case, and the event that it lacks; none where no event settles it."""


def settled_by_log(kind: CaseKind, *lacking: Lack) -> Callable[[Draft, Answer], Outcome | None]:
    """Make what drafts the events that cases lack; or, where none is written down, the word that there is none.

    Args:
        kind: the kind of case.
        lacking: gives what is asked of each case, and the event that it lacks; none where no event settles it.
    """

    def settle(draft: Draft, _: Answer) -> Outcome | None:
        caseload = draft.ask.situation.caseload
        if not caseload.of(kind):
            elsewhere = any(True for find in lacking for _ in find(draft.ask))
            if elsewhere or caseload.complete(kind) or len(caseload.logs) > 1:
                return None
            told = tuple(dict.fromkeys(one.value for log in caseload.logs for one in log.all_cases_of))
            draft.keep_log((*told, kind.value))
            return NOT_APPLICABLE
        promise = MET
        for part, item in (found for find in lacking for found in find(draft.ask)):
            if part.counts and part.possible == {NOT_DUE}:
                promise = NOT_DUE
            if not part.counts or part.possible <= {MET, NOT_APPLICABLE} or part.possible == {NOT_DUE}:
                continue
            if item is None or NOT_APPLICABLE in part.possible or NOT_DUE in part.possible:
                return None
            since, until = _between(item)
            if since is not None and since > until:
                return None
            promise = NOT_DUE if item.repeats else promise
            day = Blank(f"the day of {item.step.words}", Fill.DAY, since=since, until=until)
            draft.record(item.case.id, on=day, **_told(item.step))
        return None if draft.empty else promise

    return settle


def _between(item: Lacking) -> tuple[date | None, date]:
    """Return the days on which what a case lacks can have been, beside the events that it has."""
    what = item.step.what[0]
    after = [one for later, one in FOLLOWS if later is what]
    before = [later for later, one in FOLLOWS if one is what]
    since = [when(event).latest for event in item.case.events if event.what in after and when(event).latest != date.max]
    until = [
        when(event).earliest for event in item.case.events if event.what in before and when(event).earliest != date.min
    ]
    return max([*since, *([item.since] if item.since else [])], default=None), min([*until, item.until])


def _told(one: Step) -> dict[str, Any]:
    """Write what shows that an event is a step."""
    return {
        "what": one.what[0].value,
        "to": tuple(recipient.value for recipient in one.to[:1]),
        "covers": (one.covers.value,) if one.covers else (),
        "of": one.of.value if one.of else None,
        "decision": one.decision.value if one.decision else None,
    }


def _kept(ask: Ask, case: Case) -> date:
    return ask.situation.caseload.kept_to(case, ask.as_of)


def recorded(ask: Ask, case: Case, asked: Sequence[Step], what: Sequence[Shown]) -> Iterator[Part]:
    """Look whether things are recorded in a case; nothing comes of it where the case does not come under it.

    Args:
        ask: the requirement, put to a situation.
        case: the case.
        asked: the steps by any of which it comes under it.
        what: what is to be recorded.
    """
    taken = [step.taken(case) for step in asked]
    if not any(sure or perhaps for sure, perhaps in taken):
        return
    surely, start = any(sure for sure, _ in taken), brought(ask, taken)
    for item in what:
        yield _recorded(ask, case, item, surely=surely, start=start)


def _recorded(ask: Ask, case: Case, item: Shown, *, surely: bool, start: Span) -> Part:
    """Look whether something is recorded in a case."""
    subject = f"{case.id}, {item.about}" if item.about else case.id
    path = ask.situation.path(case)
    sure, perhaps = item.taken(case)
    over = any_of(happened(ask, event) for later in item.by for event in later.taken(case)[0])
    maybe = (None for event in perhaps if happened(ask, event) is not False)
    done = any_of([*(happened(ask, event) for event in sure), *maybe])
    evidence = tuple(found for event in (*sure, *perhaps) for found in ask.evidence(event, says=in_short(event)))
    need = Missing(path=f"{path}.events", need=f"whether there was {item.step.words}")
    if done:
        possible, message = frozenset({MET}), f"recorded: {item.step.words}"
    elif done is None:
        possible, message = OPEN, f"what is recorded leaves open whether it is {item.step.words}"
    elif over and ask.situation.caseload.kept_to(case, ask.as_of) >= ask.as_of:
        possible, message = frozenset({NOT_MET}), f"nothing is recorded of {item.step.words}"
    elif over:
        possible, message = OPEN, f"nothing is recorded of {item.step.words} up to the day of the log"
    else:
        possible, message = OPEN, f"nothing is recorded of {item.step.words} yet, and no day is set for it"
    found = ask.part(subject, possible, message, evidence=evidence, missing=(need,))
    return where_asked(ask, found, path, surely=surely, start=start)


def where_asked(ask: Ask, found: Part, path: str, *, surely: bool, start: Span) -> Part:
    """Answer for a case that perhaps does not come under the requirement, or lies outside its reach.

    Args:
        ask: the requirement, put to a situation.
        found: the answer for a case that comes under it.
        path: where the case is written.
        surely: whether the case surely comes under it.
        start: when it did.
    """
    if not surely:
        need = Missing(path=path, need="whether it is asked here")
        found = evolve(found, possible=found.possible | {NOT_APPLICABLE}, missing=(*found.missing, need))
    outside = beyond(ask, start, path)
    if outside is not None and outside.surely:
        possible = outside.possible | (found.possible & {NOT_APPLICABLE})
        found = evolve(found, possible=possible, message=outside.message, missing=outside.missing)
    elif outside is not None:
        possible = found.possible | outside.possible
        found = evolve(found, possible=possible, missing=(*found.missing, *outside.missing))
    due = found.due if found.possible == {NOT_DUE} else None
    return evolve(found, missing=found.missing if len(found.possible) > 1 else (), due=due)


def happened(ask: Ask, event: Event) -> bool | None:
    """Say whether an event has happened by the date; one without a date has by the day of its log."""
    span = when(event)
    last = ask.situation.caseload.recorded_by(event, ask.as_of) if span is ANY_DAY else span.latest
    if last <= ask.as_of:
        return True
    return False if span.earliest > ask.as_of else None


def of_cases(ask: Ask, kind: CaseKind, parts: Callable[[], Sequence[Part]]) -> Answer:
    """Answer for every case of a kind; for none, say whether that is known to be all.

    Args:
        ask: the requirement, put to a situation.
        kind: the kind of case.
        parts: gives a part for each case that comes under the requirement, and for each thing asked there.
    """
    caseload = ask.situation.caseload
    if not caseload.logs:
        return NO_LOG
    cases = caseload.of(kind)
    if found := parts() if cases else ():
        return ask.whole(found)
    if cases:
        return ask.one(NOT_APPLICABLE, "no case in the log comes under it")
    if caseload.complete(kind):
        return ask.one(NOT_APPLICABLE, f"the log has every {WORDS[kind]}, and there is none")
    need = Missing(path="all_cases_of", need=f"every {WORDS[kind]}, or the word that there is none")
    return ask.one(OPEN | {NOT_APPLICABLE}, f"no {WORDS[kind]} is written down", missing=(need,))


WORDS = {
    CaseKind.SERIOUS_INCIDENT: "serious incident",
    CaseKind.CHILD_PROTECTION: "child protection case",
    CaseKind.PRIVATE_FOSTERING: "private fostering arrangement",
    CaseKind.ALLEGATION: "allegation",
    CaseKind.CHILD_DEATH: "child death",
    CaseKind.SERIOUS_CASE_REVIEW: "unfinished serious case review",
    CaseKind.YEARLY_REPORT: "yearly report",
}
"""The kinds of case, in words."""

NO_LOG = Answer(
    possible=OPEN | {NOT_APPLICABLE},
    message="no case log is among the files",
    missing=(Missing(path="kind", need="the log of cases, as a file of kind case-log"),),
)
"""What is answered where no log of cases is among the files."""

RAPID_REVIEW_STARTS = (Happening.INCIDENT, Happening.AWARE, Happening.NOTIFIED)
"""The events from which the time for a rapid review may be counted: the sources differ (decision 0012)."""
