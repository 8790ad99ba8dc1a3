"""From Local Safeguarding Children Boards to safeguarding partners: SI 2018/497."""

from __future__ import annotations

from datetime import date, timedelta

from safeguarding.dates import PartialDate, in_words, months_after
from safeguarding.law.asking import Ask
from safeguarding.law.instruments import TRANSITION, Verification, regulation
from safeguarding.law.outcomes import OPEN, Answer, Missing, Outcome, Possible
from safeguarding.law.requirement import Checked, Level, Requirement
from safeguarding.law.stated import INDETERMINATE, MET, NOT_APPLICABLE, NOT_DUE, NOT_MET
from safeguarding.law.wt2018.deadlines import (
    FIRST_PUBLICATION,
    GUIDANCE_IMPLEMENTATION,
    GUIDANCE_PUBLICATION,
    MONTHS_TO_IMPLEMENT,
)
from safeguarding.model import AreaKind, Publication, Topic, Version

HEADING = "Transition"


def _later_area(ask: Ask) -> bool:
    """Say whether every local authority area came into being after the transition."""
    areas = [area for area in ask.situation.of("areas") if area.kind is AreaKind.LOCAL_AUTHORITY]
    return bool(areas) and all(area.starts is not None and area.starts.earliest > FIRST_PUBLICATION for area in areas)


def _publication(ask: Ask) -> Publication | None:
    return ask.situation.document.publication if ask.situation.document else None


def _first(publication: Publication) -> bool | None:
    """Say whether these are the area's first arrangements."""
    versions = publication.values("version")
    if not versions or None in versions:
        return None
    firsts = {version is Version.FIRST for version in versions}
    return firsts.pop() if len(firsts) == 1 else None


def _within(when: PartialDate, last: date) -> Possible:
    truth = when.not_after(last)
    return OPEN if truth is None else frozenset({MET if truth else NOT_MET})


def _publish_by(ask: Ask) -> Answer:
    if _later_area(ask):
        return ask.one(NOT_APPLICABLE, "the area came into being after the transition")
    publication = _publication(ask)
    dates = [when for when in publication.values("published") if when] if publication else []
    need = Missing(path="publication.published", need="the day on which arrangements were first published")
    if publication is None or not dates:
        if ask.as_of <= FIRST_PUBLICATION:
            message = f"not published yet; due by {in_words(FIRST_PUBLICATION)}"
            possible = frozenset({NOT_DUE, MET})
            return ask.one(possible, message, missing=(need,))
        return ask.whole([ask.silent("publication", (Topic.DATES,), need.path, need.need)])
    evidence = ask.evidence(publication, "published")
    possible = frozenset(outcome for when in dates for outcome in _by_deadline(ask, publication, when))
    words = " or ".join(when.in_words() for when in dates)
    message = f"published {words}; the regulations allow until {in_words(FIRST_PUBLICATION)}"
    message += _against_guidance(dates)
    if possible == {NOT_DUE}:
        return ask.one(NOT_DUE, message, evidence=evidence, due=FIRST_PUBLICATION)
    return ask.one(possible, message, evidence=evidence, missing=() if possible == {MET} else (need,))


def _by_deadline(ask: Ask, publication: Publication, when: PartialDate) -> Possible:
    in_time = _within(when, FIRST_PUBLICATION)
    if in_time == {NOT_MET} and ask.as_of <= FIRST_PUBLICATION:
        return frozenset({NOT_DUE})
    if NOT_MET in in_time:
        first = _first(publication)
        if first is not True:
            return OPEN
    if when.earliest > ask.as_of and ask.as_of <= FIRST_PUBLICATION:
        return frozenset({NOT_DUE})
    return in_time


def _against_guidance(dates: list[PartialDate]) -> str:
    """Say how the dates compare with the guidance's own, which is a day earlier."""
    day = in_words(GUIDANCE_PUBLICATION)
    truths = {when.not_after(GUIDANCE_PUBLICATION) for when in dates}
    if truths == {True}:
        return f", the guidance until {day}"
    if truths == {False}:
        if all(when.earliest == FIRST_PUBLICATION for when in dates):
            return f": in time by the regulations, and one day late by the guidance ({day})"
        return f", the guidance until {day}"
    return f"; whether by {day}, as the guidance asks, the dates leave open"


def _implement(ask: Ask) -> Answer:
    if _later_area(ask):
        return ask.one(NOT_APPLICABLE, "the area came into being after the transition")
    publication = _publication(ask)
    if publication is not None and _first(publication) is False:
        return ask.one(NOT_APPLICABLE, "these are not the first arrangements of the area")
    published = [when for when in publication.values("published") if when] if publication else []
    begun = [when for when in publication.values("implemented") if when] if publication else []
    if publication is None or not published:
        need = "the day of publication, from which three months run"
        return ask.whole([ask.silent("implementation", (Topic.DATES,), "publication.published", need)])
    first, last = _limits(published)
    if not begun:
        return _no_start(ask, publication, first, last)
    evidence = (*ask.evidence(publication, "published"), *ask.evidence(publication, "implemented"))
    possible = frozenset(o for p in published for b in begun for o in _in_three_months(ask, p, b))
    missing = [] if all(when.exact for when in published) else [_need_published()]
    if publication.implemented_as_planned:
        possible = _as_planned(ask, begun, possible)
        confirm = "the day on which the arrangements in fact began: the text only plans it"
        missing.append(Missing(path="publication.implemented", need=confirm))
    return ask.one(
        possible,
        _implement_message(ask, publication, published, begun, first, last),
        evidence=evidence,
        missing=() if possible in ({MET}, {NOT_MET}) else tuple(missing),
        due=last if possible == {NOT_DUE} else None,
    )


def _need_published() -> Missing:
    return Missing(path="publication.published", need="the exact day of publication, from which the months run")


def _limits(published: list[PartialDate]) -> tuple[date, date]:
    """Return the earliest and the latest day on which the three months may end."""
    days = [day for when in published for day in (when.earliest, when.latest)]
    ends = [months_after(day, MONTHS_TO_IMPLEMENT) for day in days]
    return min(ends), max(ends)


def _in_three_months(ask: Ask, published: PartialDate, begun: PartialDate) -> Possible:
    """Compare a start with the end of the three months, over every day on which either may have been."""
    early = months_after(published.earliest, MONTHS_TO_IMPLEMENT)
    late = months_after(published.latest, MONTHS_TO_IMPLEMENT)
    possible: set[Outcome] = set()
    if begun.earliest <= late:
        possible.add(MET)
    if begun.latest > early:
        possible.add(NOT_DUE if ask.as_of <= early else NOT_MET)
        if early < ask.as_of <= late:
            possible.add(NOT_DUE)
    if begun.earliest > ask.as_of and ask.as_of <= early:
        return frozenset({NOT_DUE})
    return frozenset(possible)


def _as_planned(ask: Ask, begun: list[PartialDate], possible: Possible) -> Possible:
    """A start that is only planned: not due until its date, and open after it."""
    if all(when.earliest > ask.as_of for when in begun) and NOT_MET not in possible:
        return frozenset({NOT_DUE})
    return possible | OPEN


def _no_start(ask: Ask, publication: Publication, first: date, last: date) -> Answer:
    until = in_words(first) if first == last else f"a day from {in_words(first)} to {in_words(last)}"
    evidence = ask.evidence(publication, "published")
    if ask.as_of <= first:
        message = f"no start is stated; three months from publication end on {until}"
        return ask.one(frozenset({NOT_DUE, MET}), message, evidence=evidence, missing=(_need_start(),))
    message = f"no start is stated; three months from publication ended on {until}"
    possible = OPEN if ask.as_of > last else OPEN | {NOT_DUE}
    return ask.one(possible, message, evidence=evidence, missing=(_need_start(),))


def _need_start() -> Missing:
    return Missing(path="publication.implemented", need="the day from which the arrangements were acted on")


def _implement_message(
    ask: Ask,
    publication: Publication,
    published: list[PartialDate],
    begun: list[PartialDate],
    first: date,
    last: date,
) -> str:
    start = " or ".join(when.in_words() for when in begun)
    ahead = "starts" if all(when.earliest > ask.as_of for when in begun) else "started"
    planned = "planned for" if publication.implemented_as_planned else ahead
    until = in_words(first) if first == last else f"between {in_words(first)} and {in_words(last)}"
    said = " or ".join(when.in_words() for when in published)
    message = f"{planned} {start}; published {said}, so three months end on {until}".replace("on between", "between")
    if any(when.latest > GUIDANCE_IMPLEMENTATION for when in begun):
        message += f"; the guidance asks for {in_words(GUIDANCE_IMPLEMENTATION)} at the latest"
        late = [when for when in begun if when.exact and when.latest - GUIDANCE_IMPLEMENTATION == timedelta(days=1)]
        message += ", a day earlier" if late else ""
    return message


REQUIREMENTS = (
    Requirement(
        key="trans.publish-by",
        title="First publication in time",
        level=Level.MUST,
        who="safeguarding partners",
        asks="The first arrangements are published no later than 30 June 2019; the guidance says 29 June 2019.",
        heading=HEADING,
        citations=(regulation(TRANSITION, "5", "(1)"),),
        verification=Verification.READ,
        read_at=("SI497",),
        checked=Checked.DOCUMENTS,
        silence=INDETERMINATE,
        reaches=frozenset({MET, NOT_MET, NOT_DUE, NOT_APPLICABLE, INDETERMINATE}),
        do="Record the day of first publication.",
        check=_publish_by,
    ),
    Requirement(
        key="trans.implement-3m",
        title="Start within three months of publication",
        level=Level.MUST,
        who="safeguarding partners and relevant agencies",
        asks="Partners and relevant agencies start to act as arranged within three months of publication.",
        heading=HEADING,
        citations=(regulation(TRANSITION, "6", "(1)"),),
        verification=Verification.READ,
        read_at=("SI497",),
        checked=Checked.DOCUMENTS,
        silence=INDETERMINATE,
        reaches=frozenset({MET, NOT_MET, NOT_DUE, NOT_APPLICABLE, INDETERMINATE}),
        do="Record the day of publication, and the day from which the arrangements were acted on.",
        check=_implement,
    ),
)
