"""Something that the structure of a partnership reveals, with its way through the graph."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum

from attrs import field, frozen

from safeguarding.model import Function, Place, Record
from safeguarding.structure.graph_kinds import PARTNERS, EdgeKind
from safeguarding.structure.independence import TieKind
from safeguarding.structure.situation import Situation


class Notable(Enum):
    """What sort of thing is revealed; in this order they are listed."""

    NO_TOP = "no body that the partners lead through"
    ABSENT = "a partner without a seat at the top"
    NO_LINE = "no line to the partners"
    LOOP = "lines in a loop"
    VACANT = "a vacancy"
    NO_SEAT = "a relevant agency without a seat"
    NO_ROUTE = "a seat from which no line leads to the partners"
    NO_SCRUTINEER = "scrutiny by nobody who is named"
    TIE = "a tie of scrutiny"
    CHAIRS_MOST = "who chairs most"
    POST_HUNG_ON = "the post on which most hangs"
    CUTS_OFF = "what most hangs on"
    LOCALITIES = "how localities are covered"
    MEETS_LESS = "meets less often than what it oversees"
    NO_REMIT = "a function that no remit holds"
    DEPTH = "depth"
    SPAN = "span"


@frozen
class Step:
    """One edge of a way through the graph.

    Args:
        source: the id it runs from.
        kind: what runs.
        target: the id it runs to; None where it runs to nobody.
    """

    source: str
    kind: EdgeKind
    target: str | None


@frozen
class Read:
    """Where something was read.

    Args:
        path: the path in the file.
        where: the place in the source, where one is given.
    """

    path: str
    where: Place | None


def _each_once(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))


@frozen(kw_only=True)
class Observation:
    """Something notable about the governance of a partnership on a date.

    Args:
        kind: what sort of thing.
        about: the ids of those it is about, the first one first, each once.
        truth: whether it is so; None where the documents leave it open, and it may be.
        message: what it is, in a sentence without its full stop; where it is open, what is asked.
        way: the way through the graph on which it rests; empty where it is about what is not there.
        read: where the entries it rests on were read.
        work: of work that no remit holds, which.
        tie: of a tie of scrutiny, what sort.
    """

    kind: Notable
    about: tuple[str, ...] = field(converter=_each_once)
    truth: bool | None
    message: str
    way: tuple[Step, ...] = ()
    read: tuple[Read, ...] = ()
    work: Function | None = None
    tie: TieKind | None = None


def reads(situation: Situation, *entries: Record, name: str | None = None) -> tuple[Read, ...]:
    """Return where entries, or a field of them, were read; each place once.

    Args:
        situation: the partnership on a date.
        entries: the entries.
        name: the field that matters, where it was read elsewhere than its entry.
    """
    found = []
    for entry in entries:
        path = situation.path(entry) + (f".{name}" if name else "")
        places = [place for value in entry.values(name) for place in _own(value)] if name else []
        found += [Read(path, place) for place in places or entry.places(name) or (None,)]
    return tuple(dict.fromkeys(found))


def _own(value: object) -> list[Place]:
    """Return the places of the lines or seats that a field holds, or of its chair."""
    items = value if isinstance(value, tuple) else (value,)
    return [item.where for item in items if getattr(item, "where", None) is not None]


def listed(situation: Situation, ids: Sequence[str], most: int = 12) -> str:
    """List names, of more than so many only the first: ``A, B and 7 others``."""
    if len(ids) <= most:
        return situation.names(ids)
    return ", ".join(situation.name(one) for one in ids[: most - 1]) + f" and {len(ids) - most + 1} others"


def way_in_words(situation: Situation, way: tuple[Step, ...]) -> str:
    """Say a way through the graph: ``Panel reports to Board, which reports to nobody``."""
    text, at = "", ""
    for step in way:
        source = _named(situation, step.source)
        target = "nobody" if step.target is None else _named(situation, step.target)
        if step.kind is EdgeKind.HOLDS and source == target:
            continue
        if step.kind is EdgeKind.LEADS:
            text += f", through which {target} lead" if text else f"{target} lead through {source}"
        else:
            start = ", which" if text and at == step.source else ("; " if text else "") + source
            text += f"{start} {step.kind.value} {target}"
        at = step.target or ""
    return text


def _named(situation: Situation, identity: str) -> str:
    return "the safeguarding partners" if identity == PARTNERS else situation.name(identity)
