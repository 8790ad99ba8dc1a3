"""From a situation to the picture of who sits where: a grid, and the same body by body."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from safeguarding.model import Body
from safeguarding.structure import Situation
from safeguarding.structure.matrix import Matrix, Member, MemberKind, matrix
from safeguarding.structure.seats import Seating
from safeguarding.views.diagrams.grid import BY_BODY, Grid, Head, Line
from safeguarding.views.diagrams.picture import PARTNERS, Box, Group, Look, Picture
from safeguarding.views.diagrams.words import body_in_words, look_of, partner_in_words, title_of
from safeguarding.views.wording import either_of

_SAYS = "Who is not named at a body has no seat there that was read"
_BANDS = {
    MemberKind.PARTNER: "Safeguarding partners",
    MemberKind.RELEVANT_AGENCY: "Relevant agencies",
    MemberKind.AGENCY: "Other agencies",
    MemberKind.POST: "Posts of no agency",
    MemberKind.BODY: "Bodies that send a member",
    MemberKind.CLASS: "Classes of members",
}
_SHORT = {
    Seating.SITS: "seat",
    Seating.FOR_SIDE: "seat",
    Seating.SHARED: "shared",
    Seating.PERHAPS: "may sit",
    Seating.IN_A_CLASS: "?",
    Seating.UNREAD: "?",
    Seating.VACANT: "vacant",
}
"""What stands in a field of the grid; nothing where no seat is named."""

_LEGEND = {
    "chair": "chair: holds the chair, or is one of those who do",
    "may chair": "may chair: the text leaves open whether it does",
    "seat": "seat: a seat is named for it, or for each partner of its side",
    "shared": "shared: the partners of its side share the seats of their side; whose they are was not read",
    "may sit": "may sit: it is open whether the seat that is named is its own",
    "?": "?: open: it may be among a class of members, or be named in a part that was not read",
    "vacant": "vacant: the text says that its seat is vacant",
    "none": "none: the seats of the body were read, and none is for this partner",
}
_LONGEST = 120
"""How long a list of names may become, in characters, before another is begun."""

_EMPTY = "Empty: no seat there was read"


def draw_seats(situation: Situation, *, title: str, caption: tuple[str, ...]) -> Picture:
    """Lay out who sits where in a partnership on a date.

    Args:
        situation: the partnership on that date.
        title: what stands above the picture.
        caption: what stands below it.
    """
    return _Seats(situation).picture(title, caption)


class _Seats:
    """What the parts of one picture have in common."""

    def __init__(self, situation: Situation) -> None:
        self._situation = situation
        self._matrix: Matrix = matrix(situation)
        self._bodies = [body for body in self._matrix.bodies if _told(body)]
        self._members = [member for member in self._matrix.members if self._sitting(member)]

    def picture(self, title: str, caption: tuple[str, ...]) -> Picture:
        """Lay it all out."""
        left = [m for m in self._matrix.of(MemberKind.RELEVANT_AGENCY) if m not in self._members]
        there = {body.id for body in self._matrix.bodies}
        boxes = tuple(self._box(body, self._listed(body)) for body in self._bodies)
        sides = (
            Group(id=BY_BODY, title="Body by body", boxes=boxes, details=(_SAYS,)),
            Group(
                id="without",
                title="Relevant agencies for which no seat was read",
                boxes=tuple(Box(id=_id(member.id), title=member.name) for member in left),
            ),
            self._aside("untold", "No seat and no chair was read", (b for b in self._matrix.bodies if not _told(b))),
            self._aside("to_come", "Still to come", (b for b in self._situation.bodies if b.id not in there)),
        )
        return Picture(
            title=title,
            caption=caption,
            partners=self._partners(),
            main=(),
            apart=(),
            sides=tuple(group for group in sides if group.boxes),
            links=(),
            grid=self._grid(),
        )

    def _aside(self, identity: str, title: str, bodies: Iterable[Body]) -> Group:
        return Group(id=identity, title=title, boxes=tuple(self._box(body, ()) for body in bodies))

    def _sitting(self, member: Member) -> bool:
        """Say whether a member has a row: a partner always, anybody else where something is said of it."""
        cells = (self._matrix.cell(member, body) for body in self._bodies)
        return member.kind is MemberKind.PARTNER or any(
            cell.sits or cell.chairs or cell.vacant or Seating.PERHAPS in cell.how for cell in cells
        )

    def _word(self, member: Member, body: Body) -> str:
        """Say in a word or two how a member stands to a body."""
        cell = self._matrix.cell(member, body)
        words = ["chair"] if cell.chairs else ["may chair"] if cell.chairs is None else []
        none = "none" if member.kind is MemberKind.PARTNER else ""
        stated = (member.id, body.id) in self._matrix.stated
        seats = dict.fromkeys(_SHORT.get(how, none if how is Seating.NONE else "") for how in cell.how)
        # What is open for everybody is not said again of each who is named nowhere on the body, or who chairs it.
        told = [word for word in seats if word and (word != "?" or (stated and not cell.chairs))]
        words += [either_of(told)] if told else []
        words += ["vacant"] if cell.vacant and "vacant" not in told else []
        return ", ".join(words)

    # The grid

    def _grid(self) -> Grid:
        lines = tuple(
            Line(
                band=_BANDS[member.kind],
                name=member.name,
                fields=tuple(self._word(member, body) for body in self._bodies),
            )
            for member in self._members
        )
        fields = {field for line in lines for field in line.fields}
        used = {word for field in fields for words in field.split(", ") for word in words.split(" or ")}
        return Grid(
            columns=tuple(map(self._head, self._bodies)),
            lines=lines,
            legend=(*(text for word, text in _LEGEND.items() if word in used), _EMPTY),
        )

    def _head(self, body: Body) -> Head:
        return Head(
            title=title_of(self._situation, body),
            details=body_in_words(self._situation, body),
            broken=look_of(self._situation, body) is Look.BROKEN,
        )

    # Body by body

    def _box(self, body: Body, seats: Iterable[str]) -> Box:
        return Box(
            id=_id(body.id),
            title=title_of(self._situation, body),
            details=(*body_in_words(self._situation, body), *seats),
            look=look_of(self._situation, body),
        )

    def _listed(self, body: Body) -> Iterator[str]:
        """List who stands to a body in the same way."""
        found: dict[str, list[str]] = {}
        for member in self._members:
            word = self._word(member, body)
            # Who chairs is said of the body itself.
            if word not in {"", "chair"}:
                found.setdefault(word, []).append(member.name)
        for word, names in found.items():
            line = ""
            for name in names:
                # Several details rather than one that would have to be cut.
                if line and len(line) + len(name) > _LONGEST:
                    yield f"{_heading(word)}: {line}"
                    line = ""
                line += f"; {name}" if line else name
            yield f"{_heading(word)}: {line}"

    def _partners(self) -> Group:
        boxes = []
        for partner in self._situation.partners:
            # Made here: where it is stated in two ways who the partner is, its row may be that of another agency.
            member = Member(MemberKind.PARTNER, partner.agency, self._situation.name(partner.agency))
            lacking = [body for body in self._bodies if "none" in self._word(member, body)]
            boxes.append(
                Box(
                    id=f"partner_{_slug(partner.agency)}",
                    title=member.name,
                    details=(
                        *partner_in_words(self._situation, partner),
                        *((f"No seat on: {'; '.join(self._titles(lacking))}",) if lacking else ()),
                    ),
                )
            )
        none = Box(id="partner", title="No safeguarding partner was read", look=Look.DOTTED)
        return Group(id=PARTNERS, title="Safeguarding partners", boxes=tuple(boxes) or (none,))

    def _titles(self, bodies: Iterable[Body]) -> list[str]:
        return [title_of(self._situation, body) for body in bodies]


def _told(body: Body) -> bool:
    """Say whether anything is said of who sits on a body or chairs it."""
    chairs = (chair for chair in body.values("chair") if chair)
    return any(body.values("seats")) or any(chair.held_by for chair in chairs)


def _heading(word: str) -> str:
    named = {"seat": "Seats", "?": "Open", "shared": "Seats that they share", "none": "No seat"}
    return named.get(word, f"{word[:1].upper()}{word[1:]}".replace("?", "open"))


def _id(identity: str) -> str:
    return f"seat_{_slug(identity)}"


def _slug(identity: str) -> str:
    return identity.replace("-", "_")
