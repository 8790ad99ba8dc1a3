"""How a requirement of several things is settled: each thing by what is said of it, or by an entry that shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from attrs import frozen

from safeguarding.law.drafting import Draft
from safeguarding.law.outcomes import Answer, Outcome
from safeguarding.law.patches import Blank, Fill
from safeguarding.law.requirement import Checked, Settle
from safeguarding.model import DocumentKind, Office, Side, Topic

_SETTLED = frozenset({Outcome.MET, Outcome.NEEDS_JUDGEMENT})

Names = Callable[[Draft], tuple[str, ...]]
"""Gives the entries that a statement names, drafting those that are not there."""


@frozen(kw_only=True)
class Say:
    """Something that a statement settles.

    Args:
        topic: the topic.
        part: the part of it.
        subjects: the subjects of the answer that the statement settles; the first says what it is to say.
        who: those whom it names.
        uses: the documents of the register that it names.
        how_often: what is to be said of how often, in words.
        document: the kind of document that says it; the arrangements, if none is named.
    """

    topic: Topic
    part: str
    subjects: tuple[str, ...]
    who: Names | None = None
    uses: Names | None = None
    how_often: str = ""
    document: DocumentKind | None = None


@frozen(kw_only=True)
class Show:
    """Something that an entry settles.

    Args:
        subjects: the subjects of the answer that it settles.
        draft: drafts the entry; says no where it cannot.
    """

    subjects: tuple[str, ...]
    draft: Callable[[Draft], bool]


Way = Say | Show
Ways = Way | Callable[[Draft], Iterable[Way]]


def settled(*ways: Ways) -> Settle:
    """Make what drafts, for each thing that a requirement asks and that is unmet or open, what settles it.

    Args:
        ways: for each thing what settles it; or what finds these, where they differ from one arrangement to another.
    """

    def settle(draft: Draft, answer: Answer) -> Outcome | None:
        wanted = {part.subject for part in answer.parts if part.counts and part.outcome not in _SETTLED}
        each = [way for one in ways for way in (one(draft) if callable(one) else (one,))]
        taken = [way for way in each if not answer.parts or wanted & {*way.subjects}]
        if wanted - {subject for way in taken for subject in way.subjects}:
            return None  # what is open is no thing that an addition settles: a list that is not written down, say
        for way in taken:
            if isinstance(way, Show) and not way.draft(draft):
                return None
        _state(draft, [way for way in taken if isinstance(way, Say)])
        return promised(draft)

    return settle


def if_asked(settle: Settle) -> Settle:
    """Make the same, only where it is sure that a requirement is asked here."""

    def only(draft: Draft, answer: Answer) -> Outcome | None:
        return None if Outcome.NOT_APPLICABLE in answer.possible else settle(draft, answer)

    return only


def promised(draft: Draft) -> Outcome:
    """Return what a requirement comes to that is settled as it is asked: met, or for a person to judge."""
    person = draft.ask.requirement.checked in {Checked.PRESENCE, Checked.PERSON}
    return Outcome.NEEDS_JUDGEMENT if person else Outcome.MET


def _state(draft: Draft, several: list[Say]) -> None:
    """Draft one statement on each topic in each document, with all that is to be said and named there."""
    for topic, document in dict.fromkeys((say.topic, say.document) for say in several):
        own = [say for say in several if say.topic is topic and say.document is document]
        often = next((say.how_often for say in own if say.how_often), "")
        more: dict[str, Any] = {
            "who": _named(draft, (say.who for say in own)),
            "uses": _named(draft, (say.uses for say in own)),
            "how_often": Blank(often, Fill.FREQUENCY) if often else None,
        }
        parts = dict.fromkeys(say.part for say in own)
        words = list(dict.fromkeys(say.subjects[0] for say in own))
        draft.state(topic.value, parts, words, document, **{name: value for name, value in more.items() if value})


def _named(draft: Draft, several: Iterable[Names | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for names in several if names for name in names(draft)))


# Those who are named


def partners(*sides: Side) -> Names:
    """Make what names the partners of some sides, or of all; those that are not there are drafted."""

    def named(draft: Draft) -> tuple[str, ...]:
        wanted = sides or tuple(Side)
        there = [partner for partner in draft.ask.situation.partners if partner.side in wanted]
        sides_there = {partner.side for partner in there}
        return (
            *(partner.agency for partner in there),
            *(draft.partner(side) for side in wanted if side not in sides_there),
        )

    return named


def paper(identity: str, kind: str, title: str, document: DocumentKind | None = None) -> Names:
    """Make what names a document of the register; one with that id that is there, or else a new one.

    Args:
        identity: its id.
        kind: its kind.
        title: what it is, in words.
        document: the kind of document in whose register it stands; the arrangements, if none is named.
    """
    return lambda draft: (draft.paper(identity, kind, title, document),)


def of_each_partner(subject: str, way: Callable[[str, str], Way], *sides: Side) -> Callable[[Draft], Iterator[Way]]:
    """Make what settles something for each partner.

    Args:
        subject: the subject of each, with braces for the name of the partner.
        way: makes what settles one, from its agency and the subject.
        sides: the sides whose partners are asked; none for all.
    """

    def ways(draft: Draft) -> Iterator[Way]:
        for partner in draft.ask.situation.partners:
            if not sides or partner.side in sides:
                yield way(partner.agency, subject.format(draft.ask.situation.name(partner.agency)))

    return ways


def said_of_each(topic: Topic, part: str, words: str, **more: Any) -> Callable[[Draft], Iterator[Way]]:
    """Make a statement that settles something for every partner at once; where there is none, for all in general.

    Args:
        topic: the topic.
        part: the part of it.
        words: what is asked, as the subject of each partner begins.
        more: what else the statement names.
    """

    def ways(draft: Draft) -> Iterator[Way]:
        names = (draft.ask.situation.name(partner.agency) for partner in draft.ask.situation.partners)
        yield Say(topic=topic, part=part, subjects=(words, *(f"{words}: {name}" for name in names)), **more)

    return ways


def amending(entry: Any, subject: str, **values: Any) -> Show:
    """Make what adds fields to an entry, be it one without an id."""

    def draft_it(draft: Draft) -> bool:
        draft.amend(entry, **values)
        return True

    return Show(subjects=(subject,), draft=draft_it)


def post(agency: str, identity: str, office: Office, title: str, *subjects: str) -> Show:
    """Make what drafts a post of an agency that holds an office.

    Args:
        agency: the agency.
        identity: what its id is to say, beside the agency.
        office: the office.
        title: what the post is, in words.
        subjects: the subjects of the answer that it settles.
    """

    def draft_it(draft: Draft) -> bool:
        draft.post(identity, f"the title of {title}", agency, office.value)
        return True

    return Show(subjects=subjects, draft=draft_it)


def body_for(subject: str, function: str, kind: str, name: str) -> Show:
    """Make what drafts a body with a function in its remit, and a line to the partners."""

    def draft_it(draft: Draft) -> bool:
        draft.body(function, kind, name)
        return not draft.empty

    return Show(subjects=(subject,), draft=draft_it)
