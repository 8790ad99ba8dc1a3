"""What the law is written in: Acts, regulations and guidance, and where a provision can be read."""

from __future__ import annotations

from datetime import date
from enum import Enum

from attrs import frozen


class Verification(Enum):
    """How well it is known that a provision says what is stated here."""

    READ = "read at source"
    CORROBORATED = "corroborated"
    REPORTED = "reported by others"
    CARRIED = "carried over, not re-checked"
    MEMORY = "from memory"


NOT_COMMENCED = date.max
"""The first day of what is enacted and not shown to be in force: no day is known from which it would be asked."""


@frozen(kw_only=True)
class Instrument:
    """An Act, a set of regulations, or an edition of the guidance.

    Args:
        id: how it is referred to here.
        name: its name.
        url: its address.
        by_date: whether a provision has an address for each date.
        starts: the day from which what is cited of it is in force; ``NOT_COMMENCED`` where none is known.
        ends: the last day on which it is; none while it lasts.
    """

    id: str
    name: str
    url: str
    by_date: bool
    starts: date
    ends: date | None = None


CHILDREN_ACT = Instrument(
    id="CA2004",
    name="Children Act 2004",
    url="https://www.legislation.gov.uk/ukpga/2004/31",
    by_date=True,
    starts=date(2018, 6, 29),
)
REVIEW_REGULATIONS = Instrument(
    id="SI2018/789",
    name="Child Safeguarding Practice Review and Relevant Agency (England) Regulations 2018 (SI 2018/789)",
    url="https://www.legislation.gov.uk/uksi/2018/789",
    by_date=True,
    starts=date(2018, 6, 29),
)
TRANSITION = Instrument(
    id="SI2018/497",
    name=(
        "Children and Social Work Act 2017 (Commencement No. 4 and Transitional and Saving Provisions) "
        "Regulations 2018 (SI 2018/497)"
    ),
    url="https://www.legislation.gov.uk/uksi/2018/497",
    by_date=False,
    starts=date(2018, 4, 18),
)
WT2018 = Instrument(
    id="WT2018",
    name="Working Together to Safeguard Children 2018",
    url="https://www.gov.uk/government/publications/working-together-to-safeguard-children--2",
    by_date=False,
    starts=date(2018, 7, 4),
    ends=date(2023, 12, 14),
)
WT2023 = Instrument(
    id="WT2023",
    name="Working Together to Safeguard Children 2023",
    url="https://www.gov.uk/government/publications/working-together-to-safeguard-children--2",
    by_date=False,
    starts=date(2023, 12, 15),
    ends=date(2026, 3, 17),
)
WT2026 = Instrument(
    id="WT2026",
    name="Working Together to Safeguard Children 2026",
    url="https://www.gov.uk/government/publications/working-together-to-safeguard-children--2",
    by_date=False,
    starts=date(2026, 3, 18),
)
PRIVATE_FOSTERING = Instrument(
    id="SI2005/1533",
    name="Children (Private Arrangements for Fostering) Regulations 2005 (SI 2005/1533)",
    url="https://www.legislation.gov.uk/uksi/2005/1533",
    by_date=True,
    starts=date(2005, 7, 1),
)
CORONAVIRUS = Instrument(
    id="SI2020/445",
    name="Adoption and Children (Coronavirus) (Amendment) Regulations 2020 (SI 2020/445)",
    url="https://www.legislation.gov.uk/uksi/2020/445",
    by_date=False,
    starts=date(2020, 4, 24),
    ends=date(2020, 9, 25),
)
"""In the place of seven working days it asked for the visit as soon as was reasonably practicable: regulation 5."""
REGISTRARS = Instrument(
    id="CYPA2008",
    name="Children and Young Persons Act 2008",
    url="https://www.legislation.gov.uk/ukpga/2008/23",
    by_date=True,
    starts=date(2010, 4, 1),
)
"""Section 31, which is shown to be in force by this day by the version of that date; it may have been before."""
CORONERS = Instrument(
    id="SI2013/1629",
    name="Coroners (Investigations) Regulations 2013 (SI 2013/1629)",
    url="https://www.legislation.gov.uk/uksi/2013/1629",
    by_date=True,
    starts=date(2013, 7, 25),
)
DUTY_TO_SAFEGUARD = Instrument(
    id="CA2004",
    name="Children Act 2004",
    url="https://www.legislation.gov.uk/ukpga/2004/31",
    by_date=True,
    starts=date(2005, 10, 1),
)
"""Section 11, which is older than the sections on safeguarding partners: SI 2005/394 article 2."""
EDUCATION_ACT = Instrument(
    id="EA2002",
    name="Education Act 2002",
    url="https://www.legislation.gov.uk/ukpga/2002/32",
    by_date=True,
    starts=date(2018, 7, 4),
)
"""Section 175 is older; the day of its commencement was not found, and by this one it was in force."""
VULNERABLE_GROUPS = Instrument(
    id="SVGA2006",
    name="Safeguarding Vulnerable Groups Act 2006",
    url="https://www.legislation.gov.uk/ukpga/2006/47",
    by_date=True,
    starts=date(2009, 10, 12),
)
"""Section 35, the duty to refer."""
TRANSITIONAL_GUIDANCE = Instrument(
    id="TG2018",
    name="Working Together: transitional guidance (July 2018)",
    url="https://www.gov.uk/government/publications/working-together-to-safeguard-children--2",
    by_date=False,
    starts=date(2018, 7, 4),
)
CHILD_DEATH_TRANSITION = Instrument(
    id="CDR2018",
    name="Child death review: transition statements (2018)",
    url="https://www.healthylondon.org/our-work/children-young-people/child-death-review-programme/",
    by_date=False,
    starts=date(2018, 6, 29),
)
"""What was announced of the child death review partners' plans; the transition began on this day."""
EARLY_ADOPTERS = Instrument(
    id="DFE2018",
    name="Department for Education: early adopters (2018)",
    url="https://www.procedures.org.uk/2018/07/05/revised-working-together-published/",
    by_date=False,
    starts=date(2018, 7, 5),
)
"""No law; the day of the page on which it was read."""
CHILDREN_ACT_1989 = Instrument(
    id="CA1989",
    name="Children Act 1989",
    url="https://www.legislation.gov.uk/ukpga/1989/41",
    by_date=True,
    starts=date(1991, 10, 14),
)
"""SI 1991/828 article 3(2) brought what is cited here into force."""
CO_OPERATION = Instrument(
    id="CA2004/10",
    name="Children Act 2004",
    url="https://www.legislation.gov.uk/ukpga/2004/31",
    by_date=True,
    starts=date(2005, 4, 1),
)
"""Section 10, which SI 2005/394 article 2(2)(a) brought into force long before sections 16E to 16Q."""
ACT_2026 = Instrument(
    id="CWSA2026",
    name="Children's Wellbeing and Schools Act 2026",
    url="https://www.legislation.gov.uk/ukpga/2026/21",
    by_date=True,
    starts=NOT_COMMENCED,
)
"""Its sections 2 to 4, which are enacted and wait for regulations that were not found."""
ACT_2026_POWERS = Instrument(
    id="CWSA2026-powers",
    name="Children's Wellbeing and Schools Act 2026, what began on its passing",
    url="https://www.legislation.gov.uk/ukpga/2026/21",
    by_date=True,
    starts=date(2026, 4, 29),
)
"""Its powers to make regulations and its final Part: section 78."""
GUIDANCE = (WT2018, WT2023, WT2026)
"""The editions of the guidance that are held, in the order of time."""

INSTRUMENTS = (
    *(CHILDREN_ACT, REVIEW_REGULATIONS, TRANSITION, *GUIDANCE, PRIVATE_FOSTERING, CORONAVIRUS, REGISTRARS, CORONERS),
    *(EDUCATION_ACT, VULNERABLE_GROUPS, TRANSITIONAL_GUIDANCE, CHILD_DEATH_TRANSITION, EARLY_ADOPTERS),
    *(CHILDREN_ACT_1989, CO_OPERATION),
    *(ACT_2026, ACT_2026_POWERS),
)


@frozen(kw_only=True)
class Citation:
    """A provision of an instrument.

    Args:
        instrument: the instrument.
        provision: the provision, as it is cited.
        address: the provision's part of the address: ``section/16E``; empty for the whole.
        verification: how well it is known to say so; none to take that of the requirement.
    """

    instrument: Instrument
    provision: str
    address: str = ""
    verification: Verification | None = None

    @property
    def of_guidance(self) -> bool:
        """Whether it is a provision of the guidance, and not of an Act or of regulations."""
        return self.instrument.id.startswith("WT")

    def url(self, as_of: date) -> str:
        """Return the address of the provision as it stood on a date, where there is one for dates."""
        parts = [self.instrument.url]
        if self.address:
            parts.append(self.address)
            if self.instrument.by_date:
                first = self.instrument.starts
                parts.append("enacted" if first == NOT_COMMENCED else max(as_of, first).isoformat())
        return "/".join(parts)


def act(section: str, subsections: str = "") -> Citation:
    """Cite a section of the Children Act 2004: ``act("16E", "(1)(b)")``."""
    return Citation(instrument=CHILDREN_ACT, provision=f"section {section}{subsections}", address=f"section/{section}")


def section(instrument: Instrument, number: str, subsections: str = "") -> Citation:
    """Cite a section of another Act: ``section(EDUCATION_ACT, "175", "(1)")``."""
    return Citation(instrument=instrument, provision=f"section {number}{subsections}", address=f"section/{number}")


def regulation(instrument: Instrument, number: str, paragraphs: str = "") -> Citation:
    """Cite a regulation: ``regulation(TRANSITION, "5", "(1)")``."""
    return Citation(instrument=instrument, provision=f"regulation {number}{paragraphs}", address=f"regulation/{number}")


def guidance(heading: str, pages: str = "", *, chapter: int = 3, edition: Instrument = WT2018) -> Citation:
    """Cite a heading of a chapter of Working Together, with pages or paragraphs that were read."""
    provision = f"chapter {chapter}, {heading}" + (f" ({pages})" if pages else "")
    return Citation(instrument=edition, provision=provision)
