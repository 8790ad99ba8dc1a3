"""Chapter 1, procedures: which document a statement names, which agency or post, and whether they are there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import product
from typing import Any

from safeguarding.law.asking import Ask
from safeguarding.law.outcomes import Missing, Part
from safeguarding.law.said import said, the_best
from safeguarding.model import (
    Agency,
    AgencyKind,
    PaperKind,
    Post,
    Registered,
    RelevantAgency,
    Stance,
    Standing,
    Statement,
    Topic,
)
from safeguarding.unknown import agree, all_of, any_of

Fits = Callable[[Ask, Any], bool | None]
"""Whether an entry is the agency or post that is looked for."""

STANDS = frozenset({Standing.IN_FORCE, Standing.INHERITED, Standing.UNDER_REVIEW})
"""How a document may stand that is there to be acted by."""


def paper_named(
    ask: Ask, topic: Topic, part: str | None, words: str, kinds: frozenset[PaperKind] = frozenset(PaperKind)
) -> Part:
    """Look for a document of the register that is named by what is said on a topic, and that stands.

    Args:
        ask: the requirement and the situation.
        topic: the topic.
        part: the part of it on which the document is named; none for any.
        words: what the document is, in words.
        kinds: the kinds of document that it may be.
    """

    def named(statement: Statement) -> Part | None:
        readings = papers_of(ask, statement, kinds)
        unread = bool({"uses", "by_reference"} & set(statement.unknown))
        if not any(readings) and not unread:
            return None
        names = tuple(dict.fromkeys(identity for reading in readings for identity in reading))
        truth = agree(any_of(reading.values()) if reading else None for reading in readings)
        truth = None if unread and truth is False else truth
        evidence = ask.evidence(statement)
        if not names:
            need = Missing(path=f"{ask.situation.path(statement)}.uses", need=words)
            return ask.part(words, None, "which it is could not be read", evidence=evidence, missing=(need,))
        title = f"“{ask.situation.names(names)}”"
        if truth:
            return ask.part(words, True, title, evidence=evidence)
        how = "is not known to be" if truth is None else "is no longer"
        missing = tuple(
            Missing(path=f"register.{identity}.standing", need=f"whether this stands: {words}") for identity in names
        )
        return ask.part(words, truth, f"{title} {how} in force", evidence=evidence, missing=missing)

    return _of_statements(ask, topic, part, words, named, "uses")


def somebody_named(ask: Ask, topic: Topic, part: str, words: str, fits: Fits, *, else_fails: bool = False) -> Part:
    """Look for an agency or a post that acts, by what is said on a part of a topic.

    Args:
        ask: the requirement and the situation.
        topic: the topic.
        part: the part.
        words: who it is, in words.
        fits: whether an entry is such an agency or post.
        else_fails: whether it fails that somebody else is named.
    """
    named = partial(_somebody, ask, words, fits, else_fails)
    return _of_statements(ask, topic, part, words, named, "who")


def said_or_among(ask: Ask, topic: Topic, part: str, doing: str, words: str, fits: Fits) -> Part:
    """Look whether somebody takes part: it is said, or they are named among those who do a thing.

    Args:
        ask: the requirement and the situation.
        topic: the topic.
        part: the part on which it is said that they take part.
        doing: the part on which those who do the thing are named.
        words: that they take part, in words.
        fits: whether an entry is they.
    """
    spoken = any(part in statement.parts for statement in ask.situation.statements(topic))
    if not spoken:
        return somebody_named(ask, topic, doing, words, fits)
    among = _each(ask, topic, doing, words, partial(_somebody, ask, words, fits, False))
    return the_best(words, [said(ask, topic, part, words), *among])


def _somebody(ask: Ask, words: str, fits: Fits, else_fails: bool, statement: Statement) -> Part | None:
    """Make the part for those whom a statement names; none where it names nobody, or others that do not matter."""
    several = statement.values("who")
    if not any(several) and "who" not in statement.unknown:
        return None
    entries = ask.situation.entries
    truth = agree(any_of(fits(ask, entries.get(who)) for who in reading) for reading in several)
    if truth is False and not else_fails:
        return None
    names = ask.situation.names(dict.fromkeys(who for reading in several for who in reading))
    evidence = ask.evidence(statement)
    if truth:
        return ask.part(words, True, names, evidence=evidence)
    doubt = f"{names}, but whether that is {words} is open" if truth is None else f"{names}, which is not {words}"
    need = Missing(path=f"{ask.situation.path(statement)}.who", need=words)
    return ask.part(words, truth, doubt if names else "who it is could not be read", evidence=evidence, missing=(need,))


def _of_statements(
    ask: Ask, topic: Topic, part: str | None, words: str, named: Callable[[Statement], Part | None], field: str
) -> Part:
    """Make one part of what each statement names: the best counts, and where none does it is open."""
    found = _each(ask, topic, part, words, named)
    if not found or not ask.situation.fully_read(topic):
        on = f', part "{part}"' if part else ""
        need = f'{words}: in `{field}` of a statement on the topic "{topic.value}"{on}'
        found.append(ask.silent(words, (topic,), f"statement.{field}", need))
    return the_best(words, found)


def _each(
    ask: Ask, topic: Topic, part: str | None, words: str, named: Callable[[Statement], Part | None]
) -> list[Part]:
    """Make a part of each statement that names something, or that there is nothing of the kind."""
    statements = (one for one in ask.situation.statements(topic) if part is None or part in one.parts)
    return [one for statement in statements if (one := _denied(ask, statement, words) or named(statement)) is not None]


def _denied(ask: Ask, statement: Statement, words: str) -> Part | None:
    """Make the part for a statement that there is nothing of the kind; none where there is, or may be."""
    denied = agree(stance is not Stance.DONE for stance in statement.values("stance"))
    if denied is False:
        return None
    need = Missing(path=f"{ask.situation.path(statement)}.stance", need=f"whether there is this: {words}")
    message = f"the text says that it is not so: {statement.says}" if denied else "whether it is done is open"
    truth = False if denied else None
    return ask.part(words, truth, message, evidence=ask.evidence(statement), missing=(need,))


def _papers(statement: Statement) -> Iterator[tuple[str, ...]]:
    """Return the documents that a statement names, once for each way in which the text states them."""
    uses, referred = statement.values("uses") or ((),), statement.values("by_reference") or (None,)
    for used, reference in product(uses, referred):
        yield (*used, reference) if reference else used


def papers_of(ask: Ask, statement: Statement, kinds: frozenset[PaperKind]) -> list[dict[str, bool | None]]:
    """Return the documents of some kinds that a statement names, for each way in which the text states them.

    Each document comes with whether it is of such a kind, and stands.
    """
    return [_of_the_kinds(ask, papers, kinds) for papers in _papers(statement)]


def _of_the_kinds(ask: Ask, papers: Iterable[str], kinds: frozenset[PaperKind]) -> dict[str, bool | None]:
    """Return those of some documents that may be of one of the kinds, each with whether it is, and stands."""
    found = {}
    for identity in papers:
        entry = ask.situation.entries.get(identity)
        if isinstance(entry, Registered):
            kind = agree(one in kinds for one in entry.values("kind"))
            if kind is not False:
                found[identity] = agree(_standing(one) for one in entry.values("standing")) if kind else None
    return found


def _standing(several: Iterable[Standing]) -> bool | None:
    """Say whether a document stands; of one that is only planned it is open whether it does by now."""
    stated = set(several)
    if stated & STANDS:
        return True
    return False if Standing.ENDED in stated else None


def of_kind(*kinds: AgencyKind) -> Fits:
    """Make the test whether an entry is an agency of one of these kinds, acts for one, or is a post of either."""

    def own(entry: Agency) -> bool | None:
        return agree(None if kind is AgencyKind.GROUP else kind in kinds for kind in entry.values("kind"))

    def fits(ask: Ask, entry: Any) -> bool | None:
        if isinstance(entry, Post):
            owners = entry.values("agency")
            owner = agree(fits(ask, ask.situation.entries.get(one)) if one else None for one in owners)
            return all_of([ask.situation.during(entry), owner])
        if not isinstance(entry, Agency):
            return False
        acts = agree(
            any_of(own(ask.situation.entries[other]) for other in several) for several in entry.values("acts_for")
        )
        return any_of([own(entry), acts])

    return fits


def party(ask: Ask, entry: Any) -> bool | None:
    """Say whether an entry is one that can be party to an agreement, and exists: an agency, or a post of one."""
    if isinstance(entry, RelevantAgency):
        return True
    return ask.situation.during(entry) if isinstance(entry, (Agency, Post)) else False
