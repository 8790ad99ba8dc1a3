"""By when a local review's report is copied and published, and what is owed where that is late."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from safeguarding.dates import State, TimeLimit, Unit
from safeguarding.law.asking import Ask
from safeguarding.law.casework import happened
from safeguarding.law.clocks import Clock, Run, brought, counted, supposed, within_reach
from safeguarding.law.outcomes import OPEN, Missing, Outcome, Possible
from safeguarding.law.requirement import Runs
from safeguarding.law.stated import MET, NOT_APPLICABLE, NOT_DUE, NOT_MET
from safeguarding.law.steps import Step, step
from safeguarding.law.wt2018.review_steps import (
    DECIDED,
    HELD,
    INFORMATION_PUBLISHED,
    NATIONALLY,
    NOT_PUBLISHED,
    PUBLISHED,
    REPORT_PUBLISHED,
    review_began,
)
from safeguarding.model import Case, CaseKind, Happening, Paper, Recipient
from safeguarding.unknown import any_of

_WORDS = {Paper.REPORT: "the report", Paper.INFORMATION: "the information"}
_PROCEEDINGS = step("other proceedings", Happening.PROCEEDINGS_BEGAN)


# Copies before publication. The regulation counts seven days, the guidance seven working days: the outcome of what
# cites the regulation rests on its own days, and the guidance's are shown beside it.


def copies_of_the_report(key: str) -> Runs:
    """Run the clocks of the copies of a report that is published."""
    return _before(REPORT_PUBLISHED, [_copy(key, REPORT_PUBLISHED, Paper.REPORT, about) for about in NATIONALLY])


def copies_of_both(key: str) -> Runs:
    """Run the clocks of the copies of the report and of the information, where only information is published."""
    return _before(
        INFORMATION_PUBLISHED,
        [_copy(key, INFORMATION_PUBLISHED, paper, about) for paper in Paper for about in NATIONALLY],
    )


def copies_by_the_guidance(key: str) -> Runs:
    """Run the guidance's seven working days alone: of the report, and of both where only information is published."""
    of_report = _before(REPORT_PUBLISHED, _of_guidance(key, REPORT_PUBLISHED, (Paper.REPORT,)), beside=False)
    of_both = _before(INFORMATION_PUBLISHED, _of_guidance(key, INFORMATION_PUBLISHED, tuple(Paper)), beside=False)

    def runs(ask: Ask) -> Iterator[Run]:
        yield from of_report(ask)
        yield from of_both(ask)

    return runs


def _of_guidance(key: str, start: Step, papers: Sequence[Paper]) -> list[Clock]:
    limit = TimeLimit.before(7, Unit.WORKING_DAYS, requirement=key)
    return [evolve(_copy(key, start, paper, about), limit=limit) for paper in papers for about in NATIONALLY]


def _copy(key: str, start: Step, paper: Paper, about: str) -> Clock:
    """Make the clock of the regulation for one copy."""
    stop = step(f"the copy of {_WORDS[paper]} {about}", Happening.REPORT_SENT, of=paper, to=NATIONALLY[about])
    words = about if start is REPORT_PUBLISHED else f"{_WORDS[paper]} {about}"
    return Clock(limit=TimeLimit.before(7, Unit.DAYS, requirement=key), start=start, stop=stop, about=words)


def copies_to_ofsted(key: str) -> Runs:
    """Run the guidance's clock of the copy to Ofsted: of the report or, where only that is published, information."""
    limit = TimeLimit.before(7, Unit.WORKING_DAYS, requirement=key)
    ofsted = [Recipient.OFSTED]
    report = step("the copy of the report to Ofsted", Happening.REPORT_SENT, of=Paper.REPORT, to=ofsted)
    either = step("the copy of the report or the information to Ofsted", Happening.REPORT_SENT, to=ofsted)
    of_report = _before(REPORT_PUBLISHED, [Clock(limit=limit, start=REPORT_PUBLISHED, stop=report)], beside=False)
    of_either = _before(
        INFORMATION_PUBLISHED, [Clock(limit=limit, start=INFORMATION_PUBLISHED, stop=either)], beside=False
    )

    def runs(ask: Ask) -> Iterator[Run]:
        yield from of_report(ask)
        yield from of_either(ask)

    return runs


def _before(published: Step, clocks: Sequence[Clock], *, beside: bool = True) -> Runs:
    """Make what runs clocks that count back from a publication, once one is recorded, done or planned.

    Args:
        published: what is published; for information, only where the report is not.
        clocks: the clocks.
        beside: whether each is shown beside itself in the guidance's working days.
    """

    def runs(ask: Ask) -> Iterator[Run]:
        for case in ask.situation.caseload.of(CaseKind.SERIOUS_INCIDENT):
            sure, perhaps = published.taken(case)
            other = ([], []) if published is REPORT_PUBLISHED else REPORT_PUBLISHED.taken(case)
            if other[0] or not (sure or perhaps):
                continue
            for clock in (one for each in clocks for one in (_with_guidance(each) if beside else (each,))):
                found = counted(ask, case, clock, starts=supposed((sure, perhaps)), stops=clock.stop.taken(case))
                if other[1] or not sure:
                    found = _perhaps(found, f"whether {_of_what(published)} is what was published")
                # A review comes under the law of its beginning: its publication may still be to come.
                yield within_reach(ask, found, review_began(ask, case))

    return runs


def _with_guidance(clock: Clock) -> tuple[Clock, Clock]:
    limit = TimeLimit.before(7, Unit.WORKING_DAYS, requirement=clock.limit.requirement)
    about = f"{clock.about}, by the guidance's working days"
    return clock, evolve(clock, limit=limit, about=about, counts=False, cites=1)


def _of_what(published: Step) -> str:
    return "the report" if published is REPORT_PUBLISHED else "only information"


def _perhaps(found: Run, need: str) -> Run:
    """Say of a clock that it may not be asked for."""
    missing = (*found.missing, Missing(path=found.path, need=need))
    return evolve(found, possible=found.possible | {NOT_APPLICABLE}, missing=missing)


# Publication within six months. Whether it is reached by the guidance is asked of the answer as a whole, so that what
# rests on it is not asked twice.

_OF_REPORT = Clock(
    limit=TimeLimit.within(6, Unit.MONTHS, requirement="ch4.report.6m"), start=DECIDED, stop=REPORT_PUBLISHED
)
_INSTEAD = evolve(_OF_REPORT, stop=PUBLISHED)


def publications(key: str) -> Runs:
    """Run the six months of each review, from the decision to hold it to its publication.

    Where it was decided not to publish the report, what is published in its stead stops the clock.

    Args:
        key: the key of the requirement.
    """

    def runs(ask: Ask) -> Iterator[Run]:
        for case in ask.situation.caseload.of(CaseKind.SERIOUS_INCIDENT):
            found = _publication(ask, case)
            if found is not None:
                own = evolve(found, limit=evolve(found.limit, requirement=key))
                yield within_reach(ask, own, brought(ask, [DECIDED.taken(case)]))

    return runs


def _publication(ask: Ask, case: Case) -> Run | None:
    """Say how the publication of a review stands to its six months; none where no review was decided on."""
    decided = DECIDED.taken(case)
    if not any(decided):
        return None
    against = any_of(happened(ask, event) for event in NOT_PUBLISHED.taken(case)[0])
    clocks = ([] if against else [_OF_REPORT]) + ([] if against is False else [_INSTEAD])
    found = _merged([
        _if_anything(case, counted(ask, case, clock, starts=supposed(decided), stops=clock.stop.taken(case)), clock)
        for clock in clocks
    ])  # fmt: skip
    if not decided[0]:
        found = _perhaps(found, "whether a local review was decided on")
    if not any(happened(ask, event) for event in _PROCEEDINGS.taken(case)[0]):
        return found
    return evolve(found, message=f"{found.message}; other proceedings are recorded, and the limit stays as it is")


def _if_anything(case: Case, found: Run, clock: Clock) -> Run:
    """Leave open, where nothing was published instead of the report, whether there was anything fit to be."""
    if clock is _INSTEAD and NOT_MET in found.possible and not any(PUBLISHED.taken(case)):
        return _perhaps(found, "whether there was information that was fit to be published")
    return found


def _merged(runs: Sequence[Run]) -> Run:
    """Merge what a clock comes to under each reading of what is open."""
    possible = frozenset(outcome for one in runs for outcome in one.possible)
    missing = tuple(dict.fromkeys(item for one in runs for item in one.missing))
    return runs[0] if len(runs) == 1 else evolve(runs[0], possible=possible, missing=missing)


# The reasons for delay. They are owed where other proceedings delay publication, and no day is set for giving them. A
# log does not say what delayed a publication. So where proceedings are recorded, the reasons are owed once the six
# months are over; where none are, a late publication leaves open whether they are. What was published in time was not
# delayed.

_EXPLAINED = tuple(
    evolve(
        _OF_REPORT,
        stop=step(f"the explanation of the delay {about}", Happening.DELAY_EXPLAINED, to=to),
        about=about,
        ever=True,
    )
    for about, to in NATIONALLY.items()
)


def explanations() -> Runs:
    """Run the clocks of the reasons for delay, to the Secretary of State and to the Panel: late ones count as well."""

    def runs(ask: Ask) -> Iterator[Run]:
        for case in ask.situation.caseload.of(CaseKind.SERIOUS_INCIDENT):
            taken = [one.taken(case) for one in HELD]
            publication = _publication(ask, case)
            for clock in _EXPLAINED if any(map(any, taken)) else ():
                found = counted(ask, case, clock, starts=DECIDED.taken(case), stops=clock.stop.taken(case))
                found = _owed(ask, case, found, clock.stop, publication)
                if not any(sure for sure, _ in taken):
                    found = _perhaps(found, "whether a local review is held")
                if found.possible != {NOT_APPLICABLE} or _PROCEEDINGS.taken(case)[0]:
                    yield within_reach(ask, found, brought(ask, taken))

    return runs


def _owed(ask: Ask, case: Case, found: Run, told: Step, publication: Run | None) -> Run:
    """Answer whether the reasons for a delay were given, as far as there was any delay by other proceedings."""
    proceedings = any_of(happened(ask, event) for event in _PROCEEDINGS.taken(case)[0])
    delay = publication.possible if publication else frozenset()
    if not DECIDED.taken(case)[0]:
        delay |= OPEN | {NOT_DUE}  # nothing says from when the six months are counted
    given: bool | None = found.possible == {MET}
    if not given and MET in found.possible and (any(told.taken(case)) or _closed(ask, case)):
        given = None
    possible = frozenset(one for outcome in delay for one in _reasons(outcome, proceedings=proceedings, given=given))
    need = Missing(path=found.path, need="whether other proceedings delayed publication")
    missing = (*(publication.missing if publication else ()), *found.missing, need) if len(possible) > 1 else ()
    status = found.status
    if status is not None and possible == {MET}:
        status = evolve(status, possible=frozenset({State.MET}))  # on whatever day
    message = _why(found, possible, proceedings=proceedings)
    return evolve(found, possible=possible, message=message, missing=tuple(dict.fromkeys(missing)), status=status)


def _reasons(delay: Outcome, *, proceedings: bool | None, given: bool | None) -> Possible:
    """Return what may be of the reasons, where publication stands in some way to its six months."""
    if delay in {MET, NOT_APPLICABLE}:
        return frozenset({NOT_APPLICABLE})
    lacking = frozenset({delay})
    if proceedings is not True:
        # That a publication is late asks after the reasons; that it is still to come does not.
        lacking = lacking | {NOT_APPLICABLE} if delay is NOT_MET or proceedings is None else frozenset({NOT_APPLICABLE})
    if given is False:
        return lacking
    return frozenset({MET}) if given else lacking | {MET}


def _why(found: Run, possible: Possible, *, proceedings: bool | None) -> str:
    if possible == {NOT_APPLICABLE}:
        return "published within the six months, so that there is no delay to give reasons for"
    if possible == {MET}:
        return found.message
    if proceedings:
        return f"other proceedings are recorded; {found.message}"
    return f"no other proceedings are recorded, and publication may be late; {found.message}"


def _closed(ask: Ask, case: Case) -> bool:
    """Say whether the log was closed before the date."""
    return ask.situation.caseload.kept_to(case, ask.as_of) < ask.as_of


# Availability for a year.


def availability(key: str) -> tuple[Clock, ...]:
    """Make the clocks of the year for which what is published stays publicly available."""
    limit = TimeLimit.lasting(1, Unit.YEARS, requirement=key)
    return tuple(
        Clock(
            limit=limit,
            start=start,
            stop=step(f"the end of the public availability of {words}", Happening.WITHDRAWN, of=paper),
            about=words,
        )
        for start, paper, words in (
            (REPORT_PUBLISHED, Paper.REPORT, "the report"),
            (INFORMATION_PUBLISHED, Paper.INFORMATION, "the information"),
        )
    )
