"""Everything that is measured of a partnership, in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum
from fractions import Fraction

from attrs import frozen

from safeguarding.assessment.beside import of_bodies, of_money, of_people
from safeguarding.assessment.beside.cells import Cell, Known, stated
from safeguarding.assessment.engine import assess
from safeguarding.assessment.findings import Assessment
from safeguarding.law.outcomes import Outcome
from safeguarding.law.requirement import Level
from safeguarding.model import BodyKind, Document, Side, Topic
from safeguarding.structure import Situation
from safeguarding.structure.observed import Notable


class Section(Enum):
    """What a measure is about; the value is the heading under which it stands."""

    BASIS = "What was read"
    PARTNERS = "Areas and partners"
    BODIES = "Bodies"
    LINES = "Lines of accountability"
    MEETINGS = "Meetings"
    CHAIRS = "Chairs"
    LOCALITIES = "Localities"
    SCRUTINY = "Scrutiny"
    FUNDING = "Funding"
    AGENCIES = "Relevant agencies and thresholds"
    REVEALED = "What the structure reveals"
    OUTCOMES = "Outcomes, counted"


@frozen(kw_only=True)
class Measure:
    """Something that is measured of each partnership.

    Args:
        key: its key, the same in every version of the table.
        section: what it is about.
        label: what it is, as the head of its row.
        of: measures it in a situation.
    """

    key: str
    section: Section
    label: str
    of: Callable[[Situation], Cell]


# What was read


def _dated(situation: Situation) -> Cell:
    document = situation.document
    if document is None:
        return Cell(known=Known.UNREAD, why="no arrangements are among the files")
    return stated(list(_dates(document)) or ["undated"])


def _dates(document: Document) -> Iterator[str]:
    said = [
        f"{name} {' or '.join(when.in_words() for when in values if when)}"
        for name in ("published", "updated", "implemented")
        for values in [document.publication.values(name)]
        if any(values)
    ]
    if said:
        yield ", ".join(said)


def _documents(situation: Situation) -> Cell:
    kinds = [document.kind.value.replace("-", " ") for document in situation.partnership.documents]
    return stated([", ".join(sorted(kinds))])


def _unread(situation: Situation) -> Cell:
    if situation.document is None:
        return Cell(known=Known.UNREAD, why="no arrangements are among the files")
    found = [part.what for source in situation.of("sources") for part in source.unread]
    if not situation.transcribed(Topic.ALL):
        found.append("what is not written down yet")
    return stated(["; ".join(found)]) if found else Cell(known=Known.NONE)


# Outcomes


def _outcomes(level: Level, outcome: Outcome) -> Callable[[Situation], Cell]:
    def measured(situation: Situation) -> Cell:
        found: Assessment = situation.partnership.once(
            f"assessment on {situation.as_of}", None, lambda: assess(situation.partnership, as_of=situation.as_of)
        )
        some = [one for one in found if one.asked and one.requirement.level is level and one.outcome is outcome]
        return stated([str(len(some))], number=Fraction(len(some)))

    return measured


_SIDES = {Side.LOCAL_AUTHORITY: "local authority", Side.HEALTH: "health", Side.POLICE: "police"}
_COUNTED = (Outcome.MET, Outcome.PARTLY_MET, Outcome.NOT_MET, Outcome.INDETERMINATE, Outcome.NEEDS_JUDGEMENT)
_SAID = {
    Outcome.MET: "met",
    Outcome.PARTLY_MET: "partly met",
    Outcome.NOT_MET: "not met",
    Outcome.INDETERMINATE: "open",
    Outcome.NEEDS_JUDGEMENT: "for a person",
}
_REVEALED = (
    (Notable.NO_TOP, "No body that the partners lead through"),
    (Notable.ABSENT, "Partners without a seat at the top"),
    (Notable.NO_LINE, "Bodies without a line to the partners (teams left out)"),
    (Notable.LOOP, "Lines in a loop"),
    (Notable.VACANT, "Vacancies"),
    (Notable.NO_SEAT, "Relevant agencies without a seat of their own"),
    (Notable.NO_ROUTE, "Agencies that sit where no line leads on"),
    (Notable.NO_SCRUTINEER, "Scrutiny by nobody who is named"),
    (Notable.TIE, "Ties of those who scrutinise"),
    (Notable.MEETS_LESS, "Bodies that meet less often than what they oversee"),
    (Notable.NO_REMIT, "Work that is in no body's remit"),
)


def _measures() -> Iterator[Measure]:
    def of(section: Section, key: str, label: str, measured: Callable[[Situation], Cell]) -> Measure:
        return Measure(key=key, section=section, label=label, of=measured)

    yield of(Section.BASIS, "documents", "Documents", _documents)
    yield of(Section.BASIS, "dates", "Arrangements", _dated)
    yield of(Section.BASIS, "unread", "Parts not read", _unread)
    yield of(Section.PARTNERS, "areas", "Local authority areas", of_people.areas)
    yield of(Section.PARTNERS, "partners", "Partners", of_people.number_of_partners)
    for side, name in _SIDES.items():
        yield of(Section.PARTNERS, f"partners.{side.value}", f"Partners: {name}", of_people.partners(side))
    yield of(Section.PARTNERS, "leads", "Partners with a lead named as such", of_people.leads)
    yield of(Section.PARTNERS, "delegations", "Delegations", of_people.delegations)
    yield of(Section.BODIES, "bodies", "Bodies in force", of_bodies.bodies)
    for kind in (one for one in BodyKind if one is not BodyKind.LOCALITY_GROUP):
        name = kind.value.replace("-", " ")
        yield of(Section.BODIES, f"bodies.{kind.value}", f"Kind: {name}", of_bodies.of_kind(kind))
    yield of(Section.BODIES, "bodies.later", "Begin only later", of_bodies.begin_later)
    yield of(Section.BODIES, "examples", "Named only as examples", of_bodies.examples)
    yield of(Section.LINES, "lines", "Bodies with a line to the partners", of_bodies.with_line)
    yield of(Section.LINES, "depth", "Longest line, in steps (top group: 1)", of_bodies.depth)
    yield of(Section.LINES, "span", "Most bodies that report to one", of_bodies.span)
    yield of(Section.MEETINGS, "meets.top", "The top group meets", of_bodies.top_meets)
    yield of(Section.MEETINGS, "meets.top-a-year", "The same, times a year", of_bodies.a_year)
    yield of(Section.MEETINGS, "meets.boards", "Boards and executives meet", of_bodies.boards_meet)
    yield of(Section.MEETINGS, "meets.others", "Other bodies of which it is said", of_bodies.others_meet)
    yield of(Section.CHAIRS, "chairs.top", "Who chairs the top group", of_bodies.top_chair)
    yield of(Section.CHAIRS, "chairs", "Bodies whose chair is named", of_bodies.chairs)
    yield of(Section.CHAIRS, "chairs.how", "How chairs are held", of_bodies.chairing)
    yield of(Section.LOCALITIES, "localities", "Locality groups", of_bodies.localities)
    yield of(Section.LOCALITIES, "localities.cover", "Districts of the area that they serve", of_bodies.covered)
    yield of(Section.SCRUTINY, "scrutiny", "Who scrutinises (form, how far)", of_people.scrutineers)
    yield of(Section.SCRUTINY, "scrutiny.reports", "To whom they report", of_people.scrutiny_reports)
    yield of(Section.SCRUTINY, "scrutiny.methods", "Methods of scrutiny", of_people.programme)
    yield of(Section.FUNDING, "funding", "Statement of funding", of_money.statement)
    yield of(Section.FUNDING, "funding.total", "Total as stated", of_money.stated_total)
    yield of(Section.FUNDING, "funding.lines", "Sum of the lines", of_money.lines)
    yield of(Section.FUNDING, "funding.payers", "Payers that are named", of_money.payers)
    for side, name in _SIDES.items():
        yield of(Section.FUNDING, f"funding.{side.value}", f"Paid: {name}", of_money.paid(side))
        yield of(Section.FUNDING, f"funding.share.{side.value}", f"Share: {name}", of_money.share(side))
    yield of(Section.AGENCIES, "agencies", "Relevant agencies, or classes of them", of_people.relevant_agencies)
    yield of(Section.AGENCIES, "agencies.seated", "Of these with a seat", of_people.seated_agencies)
    yield of(Section.AGENCIES, "thresholds", "Levels of need", of_people.thresholds)
    for notable, label in _REVEALED:
        key = f"reveals.{notable.name.lower().replace('_', '-')}"
        yield of(Section.REVEALED, key, label, of_bodies.revealed(notable))
    for level in (Level.MUST, Level.SHOULD, Level.MAY):
        for outcome in _COUNTED:
            label = f"{level.value.capitalize()}, {_SAID[outcome]}"
            yield of(Section.OUTCOMES, f"outcomes.{level.value}.{outcome.value}", label, _outcomes(level, outcome))


MEASURES = tuple(_measures())
"""Everything that is measured, in order."""
