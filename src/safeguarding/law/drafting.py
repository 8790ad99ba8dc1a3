"""How what settles a requirement is drafted: from the entries that the file has, else from new ones."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from safeguarding.law.outcomes import Outcome
from safeguarding.law.patches import WHERE, Addition, Blank, Fill, Patch
from safeguarding.model import DocumentKind, Partnership, Registered, Side

if TYPE_CHECKING:
    from safeguarding.law.asking import Ask

_TOPICS = {
    "area": "areas",
    "partner": "partners",
    "lead": "leads",
    "delegation": "delegations",
    "relevant_agency": "relevant-agencies",
    "body": "bodies",
    "scrutineer": "scrutineers",
    "funding": "funding",
    "other_partnership": "links",
    "register": "register",
    "milestone": "milestones",
    "aim": "aims",
    "publication": "dates",
}
"""The topic on which an entry of a section speaks."""

_SIDES = {
    Side.LOCAL_AUTHORITY: ("council", "local-authority", "the council"),
    Side.HEALTH: ("health", "", "the health body"),
    Side.POLICE: ("police", "police-force", "the police force"),
}
"""How a partner of each side is drafted: its id, its kind, and what it is called."""


def called(side: Side) -> str:
    """Say what a partner of a side is called, in words."""
    return _SIDES[side][2]


_BOARDS_FROM = date(2022, 7, 1)


class Draft:
    """What is to be added, and what it points to: the entries of the file where it has them, else new ones.

    Args:
        ask: the requirement, put to a situation.
    """

    def __init__(self, ask: Ask) -> None:
        self.ask = ask
        self._additions: list[Addition] = []
        self._made: dict[str, str] = {}
        self._new: dict[DocumentKind, dict[str, Any]] = {}

    def patch(self, promise: Outcome) -> Patch:
        """Return what was drafted, and what it comes to."""
        return Patch(additions=tuple(self._additions), promise=promise, new=self._new)

    @property
    def empty(self) -> bool:
        """Whether nothing was drafted."""
        return not self._additions and not self._new

    # What is added

    def add(self, section: str, values: Mapping[str, Any], document: DocumentKind | None = None) -> None:
        """Add an entry to a document: the arrangements, if none is named."""
        kind = document or DocumentKind.ARRANGEMENTS
        self._open(kind)
        if kind in self._new:
            self._speak(kind, values.get("topic") or _TOPICS.get(section, ""))
        self._additions.append(Addition(section=section, values=values, document=kind))

    def change(self, to: str, document: DocumentKind | None = None, **values: Any) -> None:
        """Add fields to an entry, or to the publication, of a document."""
        kind = document or DocumentKind.ARRANGEMENTS
        self._open(kind)
        given = self._given(kind)
        publication = given.publication if given is not None else None
        entry = publication if to == "publication" else self.ask.situation.entries.get(to.partition(".")[2])
        known = tuple(name for name in values if name in getattr(entry, "unknown", ()))
        self._additions.append(Addition(section="", to=to, values=values, known=known, document=kind))

    def amend(self, entry: Any, **values: Any) -> None:
        """Add fields to an entry of the arrangements, be it one without an id."""
        known = tuple(name for name in values if name in entry.unknown)
        self._additions.append(Addition(section="", to=self.ask.situation.path(entry), values=values, known=known))

    def complete(self, *topics: str) -> None:
        """Say of topics of the arrangements that they are written down in full, where the file does not say so yet."""
        document = self.ask.situation.document
        if document is None:
            return
        told = [topic.value for topic in document.transcribed]
        lacking = [topic for topic in topics if topic not in told]
        if lacking and "all" not in told:
            self._additions.append(Addition(section="", values={"transcribed": (*told, *lacking)}))

    def fill(self, to: str, name: str, blank: Blank) -> None:
        """Add one field to an entry of the arrangements."""
        self.change(to, None, **{name: blank})

    def record(self, case: str, **values: Any) -> None:
        """Add an event to a case."""
        values = {name: value for name, value in values.items() if value not in {None, ()}}
        addition = Addition(section="events", to=f"case.{case}", values=values, document=DocumentKind.CASE_LOG)
        self._additions.append(addition)

    def seat(self, body: str, **values: Any) -> None:
        """Add a seat to a body of the arrangements, be it one that is only drafted."""
        self._additions.append(Addition(section="seats", to=f"body.{body}", values=values))

    def state(
        self,
        topic: str,
        parts: Iterable[str],
        words: Iterable[str],
        document: DocumentKind | None = None,
        **more: Any,
    ) -> None:
        """Add a statement on parts of a topic.

        Args:
            topic: the topic.
            parts: the parts.
            words: what it is to say, part by part.
            document: the kind of document that says it; the arrangements, if none is named.
            more: what else stands in it: another stance, who acts, which documents they use, how often.
        """
        kind = document or DocumentKind.ARRANGEMENTS
        says = Blank(_in_words(self.ask.requirement.title, list(words)))
        self.add(
            "statement",
            {"topic": topic, "parts": tuple(parts), **more, "says": says, "where": self.where(kind)},
            kind,
        )

    def publish(self, document: DocumentKind | None = None, **values: Any) -> None:
        """Add to what a document says of its publication."""
        self.change("publication", document, **values)

    def where(self, document: DocumentKind = DocumentKind.ARRANGEMENTS) -> Any:
        """Return the place at which an addition was read: in the only source of the file, or in its first."""
        given = self._given(document)
        sources: tuple[Any, ...] = given.sources if given else ()
        if len(sources) > 1:
            return {"heading": WHERE, "source": sources[0].id}
        if given is not None and not sources and "source" not in self._made:
            title = Blank("the title of the document that was read", Fill.NAME)
            self._made["source"] = "document"
            self._additions.append(
                Addition(section="source", values={"id": "document", "title": title}, document=document)
            )
        return WHERE

    def keep_log(self, kinds: tuple[str, ...]) -> None:
        """Say of the log of cases that it has every case of some kinds; where there is no log, begin one."""
        log = DocumentKind.CASE_LOG
        if self.ask.situation.caseload.logs:
            self._additions.append(Addition(section="", values={"all_cases_of": kinds}, document=log))
            return
        kept = Blank("the day to which the log is kept", Fill.DAY, since=self.ask.as_of)
        self._new[log] = {
            **self._head(log),
            "transcribed": "all",
            "all_cases_of": kinds,
            "publication": {"updated": kept},
        }

    # What is pointed to

    def partner(self, side: Side) -> str:
        """Return the agency of a partner of a side: the first of the file, else a new one."""
        for partner in self.ask.situation.partners:
            if partner.side is side:
                return partner.agency
        return self._once(side.value, lambda: self._partner(side))

    def _partner(self, side: Side) -> str:
        identity, kind, name = _SIDES[side]
        area = self.area()
        board = "integrated-care-board" if self.ask.as_of >= _BOARDS_FROM else "clinical-commissioning-group"
        identity = self.free(identity)
        called = Blank(f"the name of {name}", Fill.NAME)
        self.add("agency", {"id": identity, "name": called, "kind": kind or board})
        covers = ({"area": area, "extent": "whole"},)
        where = self.where()
        self.add("partner", {"agency": identity, "side": side.value, "covers": covers, "where": where})
        return identity

    def area(self) -> str:
        """Return the local authority area: the first of the file, else a new one."""
        for area in self.ask.situation.of("areas"):
            if area.kind.value == "local-authority" and self.ask.situation.during(area) is not False:
                return str(area.id)
        return self._once("area", self._area)

    def _area(self) -> str:
        identity = self.free("area")
        name = Blank("the name of the local authority area", Fill.NAME)
        self.add("area", {"id": identity, "name": name, "kind": "local-authority", "where": self.where()})
        return identity

    def body(self, function: str, kind: str, name: str) -> str:
        """Return a body that has a function in its remit: the first that surely stands, else a new one."""
        situation = self.ask.situation
        for body in situation.bodies:
            reaches = situation.accountability.reaches(body.id)
            if any(one.value == function for one in body.remit) and situation.stands(body) and reaches:
                return str(body.id)
        return self._once(f"body {function}", lambda: self._body(function, kind, name))

    def _body(self, function: str, kind: str, name: str) -> str:
        identity = self.free(function)
        lines = () if kind == "lead-group" else (self.lead_group(),)
        seats = tuple({"agency": agency} for agency in self._partners()) if kind == "lead-group" else ()
        standing: dict[str, Any] = {"reports_to": lines} if lines else {"seats": seats}
        self.add(
            "body",
            {
                "id": identity,
                "name": Blank(f"the name of {name}", Fill.NAME),
                "kind": kind,
                "remit": (function,),
                **standing,
                "meets": Blank("how often it meets", Fill.FREQUENCY),
                "where": self.where(),
            },
        )
        return identity

    def _partners(self) -> tuple[str, ...]:
        """Return the agency of every partner of the file, and a new one for each side that has none."""
        there = self.ask.situation.partners
        lacking = [side for side in Side if side not in {partner.side for partner in there}]
        return (*dict.fromkeys(partner.agency for partner in there), *(self.partner(side) for side in lacking))

    def lead_group(self) -> str:
        """Return the group in which the partners lead together: the first of the file, else a new one."""
        for body in self.ask.situation.bodies:
            if body.kind.value == "lead-group" and self.ask.situation.stands(body):
                return str(body.id)
        return self._once("lead group", lambda: self._body("strategic-leadership", "lead-group", "the lead group"))

    def relevant_agency(self, identity: str, words: str, paragraphs: Iterable[int | Blank]) -> str:
        """Return a new class of relevant agencies, which has what is said of each of the others."""
        return self._once(f"relevant {identity}", lambda: self._relevant(identity, words, paragraphs))

    def _relevant(self, identity: str, words: str, paragraphs: Iterable[int | Blank]) -> str:
        others = self.ask.situation.of("relevant_agencies")
        identity = self.free(identity)
        told = {
            name: Blank(what)
            for name, what in _OF_AN_AGENCY.items()
            if any(getattr(other, name) is not None for other in others)
        }
        name = Blank(words, Fill.NAME)
        self.add(
            "relevant_agency",
            {"id": identity, "name": name, "paragraphs": tuple(paragraphs), **told, "where": self.where()},
        )
        return identity

    def paper(self, identity: str, kind: str, title: str, document: DocumentKind | None = None, **more: Any) -> str:
        """Return a document of the register: the one with an id, if it stands and is of the kind, else a new one."""
        there = self.ask.situation.entries.get(identity)
        if (
            not more
            and isinstance(there, Registered)
            and there.kind.value == kind
            and not there.also
            and not there.unknown
        ):
            return identity
        return self._once(f"paper {identity}", lambda: self._paper(identity, kind, title, document, more))

    def _paper(
        self, identity: str, kind: str, title: str, document: DocumentKind | None, more: Mapping[str, Any]
    ) -> str:
        identity = self.free(identity)
        values = {"id": identity, "title": Blank(f"the title of {title}", Fill.NAME), "kind": kind, **more}
        where = self.where(document or DocumentKind.ARRANGEMENTS)
        self.add("register", {**values, "where": where}, document)
        return identity

    def post(self, identity: str, title: str, agency: str | None = None, office: str | None = None) -> str:
        """Return a new post; the same one, where it is asked for twice."""
        return self._once(f"post {identity} {agency}", lambda: self._post(identity, title, agency, office))

    def _post(self, identity: str, title: str, agency: str | None, office: str | None) -> str:
        identity = self.free(f"{agency}-{identity}" if agency else identity)
        values = {"id": identity, "title": Blank(title, Fill.NAME), "agency": agency, "office": office}
        self.add("post", {name: value for name, value in values.items() if value is not None})
        return identity

    def whom(self, agency: str) -> str:
        """Name an agency; one that is only drafted by the role that its id says."""
        return self.ask.situation.name(agency) if agency in self.ask.situation.entries else f"the {agency}"

    def free(self, wanted: str) -> str:
        """Return an id that nothing has yet: the one wanted, or with a number after it."""
        taken = {*self.ask.situation.entries, *self._made.values()}
        found, number = wanted, 2
        while found in taken:
            found, number = f"{wanted}-{number}", number + 1
        return found

    def new_id(self, wanted: str) -> str:
        """Return an id that nothing has yet, and take it."""
        found = self.free(wanted)
        self._made[f"id {found}"] = found
        return found

    def once(self, role: str, make: Callable[[], str]) -> str:
        """Draft something once, whatever asks for it, and return its id."""
        return self._once(role, make)

    def made(self, role: str) -> str | None:
        """Return the id of what was drafted for a role, if it was."""
        return self._made.get(role)

    def _once(self, role: str, make: Callable[[], str]) -> str:
        if role not in self._made:
            self._made[role] = make()
        return self._made[role]

    # Documents

    def _given(self, kind: DocumentKind) -> Any:
        situation = self.ask.situation
        if kind is DocumentKind.ARRANGEMENTS:
            return situation.document
        found = situation.documents_of(kind)
        return found[0] if found else None

    def _open(self, kind: DocumentKind) -> None:
        """Begin a new document of a kind, where none is among the files."""
        if kind in self._new or self._given(kind) is not None:
            return
        self._new[kind] = {
            **self._head(kind),
            "transcribed": (),
            "publication": {"published": Blank("the day of publication", Fill.DAY, until=self.ask.as_of)},
            "source": ({"id": kind.value, "title": Blank("its title", Fill.NAME)},),
        }

    def _head(self, kind: DocumentKind) -> dict[str, Any]:
        partnership: Partnership = self.ask.situation.partnership
        return {
            "schema": "safeguarding.v1",
            "partnership": partnership.id,
            "name": partnership.name,
            "kind": kind.value,
        }

    def _speak(self, kind: DocumentKind, topic: str) -> None:
        """Say of a new document that a topic of it is written down."""
        told = self._new[kind]["transcribed"]
        if topic and topic not in told:
            self._new[kind]["transcribed"] = (*told, topic)


_OF_AN_AGENCY = {
    "reason": "why they were chosen",
    "how": "how they take part",
    "expected": "what is expected of them",
    "contribution": "what they contribute, be it nil",
}
"""What is said of each relevant agency."""

_LONGEST = 160


def _in_words(title: str, several: list[str]) -> str:
    """Say what a statement is to say: each part; with the requirement before them, where they are terse."""
    telling = len(" ".join(several).split()) > _TERSE or _alike(title, several[0])
    text, left = several[0] if telling else f"{title}: {several[0]}", several[1:]
    while left and len(text) + len(left[0]) <= _LONGEST:
        text += f"; {left.pop(0)}"
    return f"{text}; and so on for each of the parts" if left else text


def _alike(title: str, words: str) -> bool:
    """Say whether two phrases have half of their long words in common."""
    first, second = (
        {word.strip(",.") for word in text.lower().split() if len(word) > _SHORT} for text in (title, words)
    )
    return 2 * len(first & second) >= min(len(first), len(second))


_SHORT = 3
_TERSE = 4
