"""The Children's Wellbeing and Schools Act 2026, and what else of 2026 was read."""

from __future__ import annotations

from datetime import date
from typing import Any

from safeguarding.law.instruments import ACT_2026, ACT_2026_POWERS, Citation, Instrument, Verification, act
from safeguarding.law.requirement import Checked, Level, Requirement
from safeguarding.law.stated import INDETERMINATE, MET, NOT_APPLICABLE, NOT_DUE, NOT_MET, PARTLY_MET
from safeguarding.law.wt2026.teams import teams

_EDUCATION = "Education in the arrangements"
_TEAMS = "Multi-agency child protection teams"
_SHARING = "Information sharing and the consistent identifier"
_PARTNERS = "Who the safeguarding partners are"
_SP = "safeguarding partners"
_NOT_YET = "Nothing to do yet: it is enacted, and not shown to be in force."
_NOTHING = "Nothing to do: this says what the law is."

_PROGRAMME = Instrument(
    id="FFP",
    name="Families First Partnership programme guide",
    url="https://www.gov.uk/government/publications/families-first-partnership-programme",
    by_date=False,
    starts=date(2026, 3, 26),
)
_BOARDS_OF_2026 = Instrument(
    id="WS2025-09-09",
    name="Written statement of 9 September 2025 on integrated care boards",
    url=(
        "https://parallelparliament.co.uk/debate/2025-09-09/commons/written-statements/integrated-care-boards-running-"
        "costs-and-boundary-alignment-with-strategic-authorities/ministerial-extracts"
    ),
    by_date=False,
    starts=date(2026, 4, 1),
)
_BOARDS_OF_2027 = Instrument(
    id="NHSE-2025-09-23",
    name="NHS England, boundary change and merger procedure of 23 September 2025",
    url="https://www.england.nhs.uk/publication/integrated-care-system-boundary-changes-and-mergers-procedure",
    by_date=False,
    starts=date(2025, 9, 23),
)
_SURREY = Instrument(
    id="SURREY2026",
    name="Surrey (Structural Changes) Order 2026, as debated in draft",
    url=(
        "https://parallelparliament.co.uk/mp/alison-mcgovern/debate/2026-02-25/commons/general-committees/draft-surrey-"
        "structural-changes-order-2026"
    ),
    by_date=False,
    starts=date(2027, 4, 1),
)
_POLICE = Instrument(
    id="POLICE2026",
    name="Independent review of police force structures, terms of reference of 17 March 2026",
    url="https://www.gov.uk/government/publications/independent-review-of-police-force-structures-terms-of-reference",
    by_date=False,
    starts=date(2026, 3, 17),
)


def _inserted(number: str, provision: str) -> tuple[Citation, ...]:
    """Cite what a section of the Act puts into the Children Act 2004: enacted, and not shown to be in force."""
    text = f"section {number}, for {provision} of the Children Act 2004"
    return (Citation(instrument=ACT_2026, provision=text, address=f"section/{number}"),)


def _read(read_at: tuple[str, ...], **more: Any) -> Requirement:
    return Requirement(verification=Verification.READ, read_at=read_at, **more)


def _must(section: str, **more: Any) -> Requirement:
    """Make a duty that is enacted; it is not tested, unless a check is given."""
    usual = {"level": Level.MUST, "who": _SP, "silence": INDETERMINATE, "do": _NOT_YET, "checked": Checked.NOT_TESTED}
    return _read((f"CWSA26-{section}",), **{**usual, **more})


def _definition(*read_at: str, **more: Any) -> Requirement:
    usual = {"level": Level.DEFINITION, "who": "-", "silence": NOT_APPLICABLE, "do": _NOTHING}
    return _read(read_at, checked=Checked.NOT_TESTED, **{**usual, **more})


_ACT = (
    _must(
        "2",
        key="wt26.act.edu-include",
        title="Designated education agencies are included",
        asks=(
            "The arrangements are for the partners, for the relevant agencies that are designated childcare or "
            "education agencies, and for others as the partners think fit; not tested, since no regulations that "
            "designate any were found."
        ),
        heading=_EDUCATION,
        citations=_inserted("2", "section 16E(1)(aa) and (b)"),
        do="Nothing to do yet; once regulations designate agencies, list every kind of them.",
    ),
    _must(
        "2",
        key="wt26.act.edu-identify",
        title="Designated agencies help to identify need",
        who="safeguarding partners and designated agencies",
        asks=(
            "The designated childcare or education agencies work together with the partners to identify and respond "
            "to needs; not tested, since no regulations that designate any were found."
        ),
        heading=_EDUCATION,
        citations=_inserted("2", "section 16E(2)"),
        do="Nothing to do yet; once regulations designate agencies, say what their part is.",
    ),
    _definition(
        "CWSA26-2",
        key="wt26.act.edu-designate",
        title="Which education agencies are designated",
        who="Secretary of State",
        asks=(
            "Designated is a relevant agency with childcare or education functions that regulations designate, "
            "approved in both Houses; none were found, in draft or made."
        ),
        heading=_EDUCATION,
        citations=(
            Citation(
                instrument=ACT_2026_POWERS,
                provision="section 2, for sections 16E(2A) and 66(3) of the Children Act 2004",
                address="section/2",
            ),
        ),
    ),
    _must(
        "3",
        key="wt26.act.macpt-establish",
        title="There are child protection teams for the area",
        asks=(
            "The arrangements include one or more multi-agency child protection teams for the area, which support the"
            " local authority in its duties under section 47."
        ),
        heading=_TEAMS,
        citations=_inserted("3", "section 16EA(1)"),
        do=(
            "Nothing to do yet; a team that is there, or planned, is a body with child-protection-team in its remit, "
            "and the areas it serves."
        ),
        checked=Checked.DOCUMENTS,
        reaches=frozenset({MET, PARTLY_MET, NOT_MET, NOT_DUE, INDETERMINATE}),
        check=teams,
    ),
    _definition(
        "CWSA26-3",
        key="wt26.act.macpt-support",
        title="What the support of a team includes",
        who=_SP,
        asks="It includes co-ordinating help under section 47(9) of the Children Act 1989, and whatever is prescribed.",
        heading=_TEAMS,
        citations=_inserted("3", "section 16EA(2)"),
    ),
    _must(
        "3",
        key="wt26.act.macpt-members",
        title="Who the members of a team are",
        asks=(
            "A team has at least one person from education, a social worker, a registered health professional and one"
            " from the police, and others after consulting the partners; not tested, since a seat does not show a "
            "calling."
        ),
        heading=_TEAMS,
        citations=_inserted("3", "section 16EA(3)-(4)"),
    ),
    _must(
        "3",
        key="wt26.act.macpt-nominate",
        title="Who nominates the members of a team",
        who="local authority, integrated care board and chief officer of police",
        asks=(
            "The authority nominates the person from education and the social worker, the integrated care board the "
            "health professional, the chief officer the one from the police, each with experience of the work; not "
            "tested, since documents rarely say who nominated."
        ),
        heading=_TEAMS,
        citations=_inserted("3", "section 16EA(4)"),
    ),
    _must(
        "3",
        key="wt26.act.macpt-qualified",
        title="Members of a team are qualified",
        who="nominators",
        asks="Those nominated meet what regulations require; not tested, since no such regulations were found.",
        heading=_TEAMS,
        citations=_inserted("3", "section 16EA(5)"),
    ),
    _must(
        "4",
        key="wt26.act.info-share",
        title="Information on a child is shared",
        who="persons under section 16LA",
        asks=(
            "Who holds information that they consider relevant to a child's safeguarding or welfare discloses it to "
            "another such person where it may help that one's functions; it is reported in force from 30 September "
            "2026, and the regulations that would show it were not found, so it is not tested."
        ),
        heading=_SHARING,
        citations=_inserted("4", "section 16LA(1)-(2)"),
        do=(
            "It is reported in force from 30 September 2026: find the regulations that bring it in, and have "
            "agreements and procedures on sharing restate the duty."
        ),
    ),
    _definition(
        "CWSA26-4",
        key="wt26.act.info-not-if",
        title="When information is not to be shared",
        who="persons under section 16LA",
        asks="There is no duty where the holder considers that to disclose would harm the child more than not to.",
        heading=_SHARING,
        citations=_inserted("4", "section 16LA(3)"),
    ),
    _definition(
        "CWSA26-4",
        key="wt26.act.info-who",
        title="Who is under the duty to share",
        asks=(
            "They are the bodies in section 11(1), the designated childcare or education agencies, and those who "
            "provide services for either under arrangements."
        ),
        heading=_SHARING,
        citations=_inserted("4", "section 16LA(4)"),
    ),
    _read(
        ("CA04-16LC", "CWSA26-78"),
        key="wt26.act.identifier",
        title="The consistent identifier is used",
        level=Level.MUST,
        who="designated persons",
        asks=(
            "Designated persons include a child's consistent identifier when they process information about the "
            "child, once regulations specify one; not tested, since none were found, though the power to make them "
            "began on 29 April 2026."
        ),
        heading=_SHARING,
        citations=_inserted("4", "section 16LC"),
        checked=Checked.NOT_TESTED,
        silence=INDETERMINATE,
        do=_NOT_YET,
    ),
    _definition(
        "CWSA26-78",
        key="wt26.act.commence",
        title="When the Act of 2026 begins",
        asks=(
            "Powers to make regulations in its first two Parts, its Part 3 and its final Part began on 29 April 2026,"
            " and a list of sections two months later; sections 2, 3 and 4 are in neither, and wait for regulations."
        ),
        heading="Commencement",
        citations=(Citation(instrument=ACT_2026_POWERS, provision="section 78", address="section/78"),),
    ),
)

_OTHERS = (
    _definition(
        "GOVDIFF-FFP",
        "WMS-FFP",
        key="wt26.ffp.guide-year2",
        title="The programme guide has a second year",
        who="safeguarding partners and relevant agencies",
        asks=(
            "The guide of the Families First Partnership programme, first of 20 March 2025, has a version of 26 March"
            " 2026 with what is expected in 2026-27; it is no statutory guidance."
        ),
        heading="Families First Partnership programme",
        citations=(Citation(instrument=_PROGRAMME, provision="the version of 26 March 2026"),),
        do="Nothing to do here: before relying on an expectation of the first year, look at the version of March 2026.",
    ),
    _definition(
        "WMS-ICB",
        key="wt26.who.icb-2026",
        title="The integrated care boards of April 2026",
        who="integrated care boards",
        asks=(
            "On 1 April 2026 boards are merged and their areas redrawn, so that six are new and one is larger; names "
            "and number are reported by others."
        ),
        heading=_PARTNERS,
        citations=(
            Citation(instrument=_BOARDS_OF_2026, provision="the whole"),
            act("16E", "(3)"),
        ),
        do="Nothing to do here: name the board that exists on the date of the arrangements.",
    ),
    _definition(
        "NHSE-MERGE",
        key="wt26.who.icb-2027",
        title="The integrated care boards of April 2027",
        who="integrated care boards",
        asks="Further mergers are provided for on 1 April 2027; which boards there will be was not found.",
        heading=_PARTNERS,
        citations=(
            Citation(instrument=_BOARDS_OF_2027, provision="the whole"),
            act("16E", "(3)"),
        ),
        do="Nothing to do here: look the board up again in April 2027.",
    ),
    _definition(
        "SURREY-HC",
        key="wt26.who.lgr-2027",
        title="The councils of Surrey from April 2027",
        who="local authority",
        asks=(
            "Two councils take the place of Surrey County Council, reported from 1 April 2027: two sets of "
            "safeguarding partners, or one arrangement of both."
        ),
        heading=_PARTNERS,
        citations=(
            Citation(instrument=_SURREY, provision="the whole"),
            act("16J"),
        ),
        do="Nothing to do here: arrangements of Surrey after that day name a new council.",
    ),
    _definition(
        "POL-TOR",
        key="wt26.who.police",
        title="Police forces are under review",
        who="chief officer of police",
        asks=(
            "A review of the structure of police forces was set up in March 2026, to report in five months; no change"
            " of a force's boundary has been shown."
        ),
        heading=_PARTNERS,
        citations=(
            Citation(instrument=_POLICE, provision="the whole"),
            act("16E", "(3)"),
        ),
        do="Nothing to do here: name the force that exists on the date of the arrangements.",
    ),
)

REQUIREMENTS = (*_ACT, *_OTHERS)
