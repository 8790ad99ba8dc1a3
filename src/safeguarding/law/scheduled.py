"""Whether a relevant agency that a document names is in the Schedule to SI 2018/789, and in which paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from functools import lru_cache
from typing import Any

from attrs import evolve, frozen

from safeguarding.law.agency_names import Meaning, meaning
from safeguarding.law.agency_terms import KINDS
from safeguarding.law.outside_schedule import OUTSIDE
from safeguarding.law.schedule import paragraph
from safeguarding.model import Agency, AgencyKind, RelevantAgency
from safeguarding.unknown import agree, any_of


class InSchedule(Enum):
    """Whether an agency is in the Schedule."""

    YES = "in the Schedule"
    NO = "not in the Schedule"
    OPEN = "not established"


class Basis(Enum):
    """By what that is said."""

    STATED = "as stated"
    KIND = "by its kind"
    NAME = "by its name"
    NOTHING = ""


@frozen(kw_only=True)
class Match:
    """The paragraphs of the Schedule that an agency is matched to, or none.

    Args:
        answer: whether it is in the Schedule.
        basis: by what that is said.
        surely: the paragraphs it surely falls under.
        perhaps: the paragraphs it may fall under, or fall under too.
        outside: the kinds of organisation outside the Schedule that it is of, by id.
        wide: whether it is named by a heading of the Schedule, or as widely.
        against: what kind or name would say, where the file states something else; none where they agree.
    """

    answer: InSchedule
    basis: Basis
    surely: tuple[int, ...] = ()
    perhaps: tuple[int, ...] = ()
    outside: tuple[str, ...] = ()
    wide: bool = False
    against: Match | None = None

    @property
    def plain(self) -> bool:
        """Whether it is said which organisations are meant: those of a paragraph, or of a kind that is in none."""
        return self.answer is not InSchedule.OPEN

    def in_words(self) -> str:
        """Say it: ``by its name: youth offending team (paragraph 31)``; empty where nothing is known."""
        about = self._about()
        basis = f"{self.basis.value}: " if about and self.basis is not Basis.NOTHING else ""
        return f"{basis}{about}{self.contradiction()}"

    def contradiction(self) -> str:
        """Say what kind or name would say, where the file states something else; else nothing."""
        return f"; that contradicts what it is {self.against.in_words()}" if self.against is not None else ""

    def why(self) -> str:
        """Say why it is not in the Schedule and how it can take part, where it is of one kind that is in none."""
        if len(self.outside) != 1 or self.surely:
            return ""
        kind = OUTSIDE[self.outside[0]]
        return f"{kind.why}; {kind.power}"

    def _about(self) -> str:
        said = [_listed(self.surely)] if self.surely else []
        if self.perhaps and self.answer is not InSchedule.NO:
            said.append(f"perhaps {'also ' if self.surely else ''}{_listed(self.perhaps)}")
        if self.outside:
            said.append(f"not in the Schedule ({', '.join(OUTSIDE[kind].name for kind in self.outside)})")
        elif self.answer is InSchedule.NO:
            said.append("not in the Schedule")
        if self.wide:
            said.append("as wide as a heading of the Schedule")
        return "; ".join(said)


_A_FEW = 3
"""So many paragraphs are named; of more, the numbers are listed."""


def _listed(numbers: Sequence[int]) -> str:
    if len(numbers) > _A_FEW:
        return f"paragraphs {', '.join(str(number) for number in numbers[:-1])} and {numbers[-1]}"
    return ", ".join(f"{paragraph(number)[0].short} (paragraph {number})" for number in numbers)


def match(entry: RelevantAgency, entries: Mapping[str, Any]) -> Match:
    """Match a relevant agency to the paragraphs that it falls under.

    What the file states in ``paragraphs`` wins; else the kind of the agency that is named, then the words of its name.

    Args:
        entry: the relevant agency.
        entries: every entry of the documents, by id; among them the agency that it names.
    """
    inferred = _by_kind_and_name(entry, entries)
    stated = entry.values("paragraphs")
    if len(stated) > 1:
        numbers = tuple(sorted({number for some in stated for number in some or ()}))
        return Match(answer=InSchedule.OPEN, basis=Basis.STATED, perhaps=numbers)
    if not stated or stated[0] is None:
        return inferred
    numbers = stated[0]
    answer = InSchedule.YES if numbers else InSchedule.NO
    found = Match(answer=answer, basis=Basis.STATED, surely=numbers)
    return evolve(found, against=inferred) if _contradicts(found, inferred) else found


def by_name(entry: RelevantAgency) -> Match:
    """Match a relevant agency by the words of its name alone, under every name that the text states for it."""
    return _together([_inferred(None, (name,)) for name in entry.values("name")])


def takes_in(entry: RelevantAgency, entries: Mapping[str, Any], numbers: frozenset[int]) -> bool | None:
    """Say whether a relevant agency is, or takes in, what some paragraphs of the Schedule name.

    The paragraphs that the file states show it, or what kind or name surely mean. Whichever shows it suffices: so what
    is filled in of the others takes nothing away. It is open only where no paragraphs are stated, or they differ, and
    kind and name leave it open.

    Args:
        entry: the relevant agency.
        entries: every entry of the documents, by id.
        numbers: the paragraphs.
    """
    supposed = supposed_in(entry, entries, numbers)
    stated = entry.values("paragraphs")
    if supposed or not stated or stated == (None,):
        return supposed
    return agree(None if some is None else not numbers.isdisjoint(some) for some in stated)


def supposed_in(entry: RelevantAgency, entries: Mapping[str, Any], numbers: frozenset[int]) -> bool | None:
    """Say whether kind and name alone mean what some paragraphs name, whatever paragraphs the file states.

    Args:
        entry: the relevant agency.
        entries: every entry of the documents, by id.
        numbers: the paragraphs.
    """
    return any_of((_means(_by_kind_and_name(entry, entries), numbers), _touches(by_name(entry), numbers)))


def _means(found: Match, numbers: frozenset[int]) -> bool | None:
    """Say whether what is inferred surely means one of some paragraphs, or surely none of them."""
    if not numbers.isdisjoint(found.surely):
        return True
    if found.basis is Basis.KIND and found.perhaps and not found.outside:
        truth = agree(number in numbers for number in found.perhaps)  # a kind says all that it may be
        return None if truth and len(found.perhaps) == 1 else truth  # of one alone: that, or in none
    return False if found.plain and numbers.isdisjoint(found.perhaps) else None


def _touches(found: Match, numbers: frozenset[int]) -> bool | None:
    """Say whether a name speaks of one of some paragraphs, surely or perhaps."""
    return True if not numbers.isdisjoint(found.surely) else None if not numbers.isdisjoint(found.perhaps) else False


def _by_kind_and_name(entry: RelevantAgency, entries: Mapping[str, Any]) -> Match:
    return _together([_inferred(kind, names) for kind, names in _read(entry, entries)])


def _read(entry: RelevantAgency, entries: Mapping[str, Any]) -> Iterator[tuple[AgencyKind | None, tuple[str, ...]]]:
    """Give the kind and the names by which an entry is matched, once for each reading that the text leaves open."""
    bodies = [entries.get(body) if body else None for body in entry.values("agency")] or [None]
    for body in bodies:
        for name in entry.values("name"):
            if isinstance(body, Agency):
                for kind in body.values("kind"):
                    yield kind, (name, *body.values("name"))
            else:
                yield None, (name,)


def _together(found: list[Match]) -> Match:
    """Make one match of those under several readings: only what all agree on stands."""
    first = found[0]
    if all(other == first for other in found):
        return first
    numbers = tuple(sorted({number for one in found for number in (*one.surely, *one.perhaps)}))
    return Match(answer=InSchedule.OPEN, basis=Basis.NOTHING, perhaps=numbers)


@lru_cache(maxsize=2048)
def _inferred(kind: AgencyKind | None, names: tuple[str, ...]) -> Match:
    """Match by the kind of an agency first, then by its names."""
    known = KINDS.get(kind) if kind is not None else None
    named = [meaning(name) for name in names]
    if known is None:
        return _of_a_name(next((one for one in named if one.plain), named[0]))
    if known.surely:
        return Match(answer=InSchedule.YES, basis=Basis.KIND, surely=known.surely)
    for one in named:
        if one.plain and one.surely and {*one.surely} <= {*known.perhaps}:
            perhaps = tuple(number for number in one.perhaps if number in known.perhaps)
            return Match(answer=InSchedule.YES, basis=Basis.NAME, surely=one.surely, perhaps=perhaps)
        if one.plain and one.outside and known.outside:
            return _of_a_name(one)
    answer = InSchedule.NO if known.outside else InSchedule.OPEN
    outside = (known.outside,) if known.outside else ()
    return Match(answer=answer, basis=Basis.KIND, perhaps=known.perhaps, outside=outside)


def _of_a_name(one: Meaning) -> Match:
    answer = InSchedule.OPEN if not one.plain else InSchedule.YES if one.surely else InSchedule.NO
    basis = Basis.NAME if one.surely or one.perhaps or one.outside or one.wide else Basis.NOTHING
    unless = {number for kind in one.outside for number in OUTSIDE[kind].unless}
    perhaps = one.perhaps if one.surely or not one.plain else tuple(sorted({*one.perhaps, *unless}))
    return Match(answer=answer, basis=basis, surely=one.surely, perhaps=perhaps, outside=one.outside, wide=one.wide)


def _contradicts(stated: Match, inferred: Match) -> bool:
    """Say whether what the file states cannot be squared with what kind and name say."""
    if inferred.answer is InSchedule.OPEN:
        return False
    may = {*inferred.surely, *inferred.perhaps}
    if stated.answer is InSchedule.NO:
        return inferred.answer is InSchedule.YES
    return not may & {*stated.surely}
