"""From Local Safeguarding Children Boards to safeguarding partners: SI 2018/497."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from attrs import evolve

from safeguarding.dates import PartialDate, in_words, months_after
from safeguarding.law import child_death_plans, transition_terms
from safeguarding.law.asking import Ask
from safeguarding.law.drafting import Draft
from safeguarding.law.implementation import (
    first_documents,
    need_version,
    of_the_area,
    or_not_applicable,
    published_between,
    said_first,
)
from safeguarding.law.instruments import TRANSITION, Verification, regulation
from safeguarding.law.outcomes import OPEN, Answer, Missing, Outcome, Possible
from safeguarding.law.patches import Blank, Fill
from safeguarding.law.requirement import Checked, Level, Requirement
from safeguarding.law.stated import INDETERMINATE, MET, NOT_APPLICABLE, NOT_DUE, NOT_MET
from safeguarding.law.wt2018.deadlines import (
    FIRST_PUBLICATION,
    GUIDANCE_IMPLEMENTATION,
    GUIDANCE_PUBLICATION,
    MONTHS_TO_IMPLEMENT,
)
from safeguarding.model import Publication, Topic

HEADING = "Transition"


def _whichever(answers: Sequence[Answer]) -> Answer:
    """Merge the answers for the documents that may be the first."""
    possible = frozenset(outcome for answer in answers for outcome in answer.possible)
    if possible == answers[0].possible:
        return answers[0]
    message = "it depends on which of the arrangements are the first, which the documents leave open"
    missing = tuple(dict.fromkeys(item for answer in answers for item in answer.missing))
    return evolve(answers[0], possible=possible, message=message, missing=(need_version(), *missing), due=None)


def _publish_by(ask: Ask) -> Answer:
    """Look when arrangements were first published; any that were published in time were."""
    answers = [_published_in_time(ask, document.publication) for document in ask.situation.partnership.arrangements]
    in_time = [answer for answer in answers if answer.possible == {MET}]
    if in_time:
        return in_time[0]
    documents = first_documents(ask)
    if not documents:
        return _published_in_time(ask, None)
    first = [_published_in_time(ask, document.publication) for document in documents]
    if any(_perhaps_in_time(ask, document.publication) for document in ask.situation.partnership.arrangements):
        first = [answer if MET in answer.possible else _or_met(answer) for answer in first]
    return _whichever(first)


def _or_met(answer: Answer) -> Answer:
    """Open an answer to the possibility that other arrangements were published in time."""
    return evolve(answer, possible=answer.possible | {MET}, missing=(*answer.missing, need_version()), due=None)


def _perhaps_in_time(ask: Ask, publication: Publication) -> bool:
    """Say whether a document may have been published by the last day."""
    earliest, _ = published_between(publication)
    return earliest <= min(ask.as_of, FIRST_PUBLICATION)


def _published_in_time(ask: Ask, publication: Publication | None) -> Answer:
    dates = [when for when in publication.values("published") if when] if publication else []
    need = Missing(path="publication.published", need="the day on which arrangements were first published")
    if publication is None or not dates:
        if ask.as_of <= FIRST_PUBLICATION:
            message = f"no day of publication is stated; it is due by {in_words(FIRST_PUBLICATION)}"
            return ask.one(frozenset({NOT_DUE, MET}), message, missing=(need,))
        return ask.whole([ask.silent("publication", (Topic.DATES,), need.path, need.need)])
    evidence = ask.evidence(publication, "published")
    possible = frozenset(outcome for when in dates for outcome in _by_deadline(ask, publication, when))
    words = " or ".join(when.in_words() for when in dates)
    to_be = "to be " if all(when.earliest > ask.as_of for when in dates) else ""
    message = f"{to_be}published {words}; the regulations allow until {in_words(FIRST_PUBLICATION)}"
    message += _against_guidance(dates)
    if possible == {NOT_DUE}:
        return ask.one(NOT_DUE, message, evidence=evidence, due=FIRST_PUBLICATION)
    missing = [] if possible == {MET} else [need]
    if len(possible) > 1 and not said_first(publication):
        missing.append(need_version())
    return ask.one(possible, message, evidence=evidence, missing=missing)


def _by_deadline(ask: Ask, publication: Publication, when: PartialDate) -> Possible:
    """Compare a day of publication with the last day; earlier arrangements may have met it before."""
    before = OPEN if ask.as_of > FIRST_PUBLICATION else frozenset({MET, NOT_DUE})
    by_then = when.not_after(min(ask.as_of, FIRST_PUBLICATION))
    if by_then is not False:
        return frozenset({MET}) if by_then else before
    return before - {MET} if said_first(publication) else before


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


def _settle_published(draft: Draft, _: Answer) -> Outcome | None:
    """Draft the day of publication, one in time, where none is stated."""
    document = draft.ask.situation.document
    last = min(draft.ask.as_of, GUIDANCE_PUBLICATION)
    if document is None or document.publication.published or document.publication.also:
        return None
    draft.publish(published=Blank("the day of first publication", Fill.DAY, until=last))
    return MET


def _settle_implemented(draft: Draft, answer: Answer) -> Outcome | None:
    """Draft the day from which arrangements were acted on, one in time, where none is stated."""
    document = draft.ask.situation.document
    publication = document.publication if document else Publication()
    published = publication.published
    if NOT_APPLICABLE in answer.possible or published is None or not published.exact:
        return None
    if publication.implemented or publication.implemented_as_planned or publication.also:
        return None  # a day that a text only plans does not show that it was acted on
    first, _ = _limits([published])
    last = min(draft.ask.as_of, first)
    draft.publish(implemented=Blank("the day from which it was acted on", Fill.DAY, published.earliest, last))
    return MET


def _implement(ask: Ask) -> Answer:
    """Look when the first arrangements began; later ones are not asked for a date."""
    documents = first_documents(ask)
    if not documents:
        need = "the day of publication, from which three months run"
        return ask.whole([ask.silent("implementation", (Topic.DATES,), "publication.published", need)])
    return _whichever([_started(ask, document.publication) for document in documents])


def _started(ask: Ask, publication: Publication) -> Answer:
    first = said_first(publication)
    if first is False:
        return ask.one(NOT_APPLICABLE, "these are not the first arrangements of the area")
    answer = _begun_in_time(ask, publication)
    return answer if first else or_not_applicable(answer, need_version())


def _begun_in_time(ask: Ask, publication: Publication) -> Answer:
    published = [when for when in publication.values("published") if when]
    begun = [when for when in publication.values("implemented") if when]
    if not published:
        need = "the day of publication, from which three months run"
        silent = ask.silent("implementation", (Topic.DATES,), "publication.published", need)
        if "published" in publication.unknown or not ask.situation.fully_read(Topic.DATES):
            silent = evolve(silent, possible=silent.possible | {NOT_DUE})
        return ask.whole([silent])
    first, last = _limits(published)
    if not begun:
        return _no_start(ask, publication, first, last)
    evidence = (*ask.evidence(publication, "published"), *ask.evidence(publication, "implemented"))
    missing = [] if first == last else [_need_published()]
    if any(publication.values("implemented_as_planned")):
        possible = _as_planned(ask, begun, first, last)
        confirm = "the day on which the arrangements in fact began: the text only plans it"
        missing.append(Missing(path="publication.implemented", need=confirm))
    else:
        possible = frozenset(o for p in published for b in begun for o in _in_three_months(ask, p, b))
        missing += [] if len(begun) == 1 and begun[0].exact else [_need_start()]
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
    truths = {
        MET: begun.earliest <= min(late, ask.as_of),
        NOT_DUE: ask.as_of <= late and begun.latest > ask.as_of,
        NOT_MET: early < ask.as_of and early < begun.latest,
    }
    return frozenset(outcome for outcome, truth in truths.items() if truth)


def _as_planned(ask: Ask, begun: list[PartialDate], first: date, last: date) -> Possible:
    """A start that is only planned: not due until its date, and open after it."""
    if ask.as_of <= first and all(when.earliest > ask.as_of for when in begun):
        return frozenset({NOT_DUE})
    return _unconfirmed(ask, first, last)


def _unconfirmed(ask: Ask, first: date, last: date) -> Possible:
    """Return what a start may be of which nothing is known."""
    possible = {MET}
    possible |= {NOT_DUE} if ask.as_of <= last else set()
    possible |= {NOT_MET} if ask.as_of > first else set()
    return frozenset(possible)


def _no_start(ask: Ask, publication: Publication, first: date, last: date) -> Answer:
    until = in_words(first) if first == last else f"a day from {in_words(first)} to {in_words(last)}"
    evidence = ask.evidence(publication, "published")
    ended = "end" if ask.as_of <= last else "ended"
    stated = "no start is stated"
    if "implemented" in publication.unknown:
        stated = f"a start is {'planned' if publication.implemented_as_planned else 'stated'}, and no day could be read"
    message = f"{stated}; three months from publication {ended} on {until}"
    return ask.one(_unconfirmed(ask, first, last), message, evidence=evidence, missing=(_need_start(),))


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
        who="safeguarding partners of each local authority area",
        asks="The first arrangements are published no later than 30 June 2019; the guidance says 29 June 2019.",
        heading=HEADING,
        citations=(regulation(TRANSITION, "5", "(1)"),),
        verification=Verification.READ,
        read_at=("SI497",),
        checked=Checked.DOCUMENTS,
        silence=INDETERMINATE,
        reaches=frozenset({MET, NOT_MET, NOT_DUE, NOT_APPLICABLE, INDETERMINATE}),
        do="Record the day of first publication.",
        check=of_the_area(_publish_by),
        settle=_settle_published,
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
        check=of_the_area(_implement),
        settle=_settle_implemented,
    ),
    *child_death_plans.REQUIREMENTS,
    *transition_terms.REQUIREMENTS,
)
