"""What a paragraph of the Schedule to SI 2018/789 is: whom it names, who bears the duty, its words over time."""

from __future__ import annotations

from datetime import date
from enum import Enum

from attrs import frozen

from safeguarding.law.instruments import REVIEW_REGULATIONS, Citation

READ_AT = "SI789-SCH"
"""Where all of it was read, by the name of the digest's source."""

AMENDED_AT = "SI1071"
"""Where its one amendment was read."""


class Heading(Enum):
    """The headings in the Schedule; they order it, and have no effect of their own."""

    EDUCATION = "Education and childcare"
    HEALTH = "Health and Social Care"
    LOCAL_GOVERNMENT = "Local Government"
    CRIMINAL_JUSTICE = "Criminal Justice"
    POLICE = "Police and Immigration"
    MISCELLANEOUS = "Miscellaneous"


class Bearer(Enum):
    """Whom the paragraph names, and who so bears the duty of section 16G(4) where the agency is chosen."""

    PROPRIETOR = "proprietor"
    GOVERNING_BODY = "governing body"
    REGISTERED_PROVIDER = "registered provider"
    OFFICE_HOLDER = "office-holder"
    BODY = "body itself"


@frozen(kw_only=True)
class Wording:
    """What a paragraph says, for as long as its words stay the same.

    Args:
        starts: its first day.
        says: whom it names, paraphrased.
        changed: what is different from the words before; empty for those as made.
        made_by: what changed them, as it is cited; empty for those as made.
        read_at: where they were read, by the names of the digest's sources.
    """

    starts: date
    says: str
    changed: str = ""
    made_by: str = ""
    read_at: tuple[str, ...] = (READ_AT,)


@frozen(kw_only=True)
class Paragraph:
    """One of the kinds of agency that can be a relevant agency.

    Args:
        number: its number in the Schedule, by which it is known.
        key: its key in the digest of the law.
        heading: the heading above it.
        short: the agency in a few words.
        definition: the provision whose definition it borrows; empty where it borrows none.
        bearer: who bears the duty.
        wordings: what it says over time, first as made.
        note: what to mind in reading it.
    """

    number: int
    key: str
    heading: Heading
    short: str
    definition: str
    bearer: Bearer
    wordings: tuple[Wording, ...]
    note: str = ""

    def wording(self, as_of: date | None = None) -> Wording:
        """Return its words on a date: before it began those as made, and without a date the latest."""
        found = self.wordings[0]
        for wording in self.wordings[1:]:
            if as_of is None or wording.starts <= as_of:
                found = wording
        return found

    @property
    def citation(self) -> Citation:
        """The provision."""
        return Citation(
            instrument=REVIEW_REGULATIONS,
            provision=f"the Schedule, paragraph {self.number}",
            address=f"schedule/paragraph/{self.number}",
        )


_AMENDED = {
    15: (
        Wording(
            starts=date(2023, 11, 6),
            says="NHS England",
            changed="NHS England is named as such, and no longer as the National Health Service Commissioning Board",
            made_by="SI 2023/1071 regulation 98(2)",
            read_at=(AMENDED_AT, READ_AT),
        ),
    ),
}
"""The words that were changed since they were made: none but these were found."""


def paragraph(
    number: int,
    key: str,
    heading: Heading,
    bearer: Bearer,
    *,
    short: str,
    says: str,
    definition: str = "",
    note: str = "",
) -> Paragraph:
    """Make a paragraph of its words as made, and of those that were changed since."""
    return Paragraph(
        number=number,
        key=f"ra.{key}",
        heading=heading,
        short=short,
        definition=definition,
        bearer=bearer,
        wordings=(Wording(starts=REVIEW_REGULATIONS.starts, says=says), *_AMENDED.get(number, ())),
        note=note,
    )
