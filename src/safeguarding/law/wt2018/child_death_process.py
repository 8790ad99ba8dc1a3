"""Chapter 5, child death reviews: the process, from the notification of a death to the national database."""

from __future__ import annotations

from typing import Any

from safeguarding.law.instruments import CORONERS, REGISTRARS, Citation, Verification, guidance, regulation
from safeguarding.law.powers import power
from safeguarding.law.requirement import Checked, Level, Requirement
from safeguarding.law.stated import INDETERMINATE, NOT_APPLICABLE, stated
from safeguarding.law.wt2018.child_death_panels import HEADING as PARTNERS
from safeguarding.model import Topic

OTHERS = "Responsibilities of other organisations and agencies"
BODIES = "Specific responsibilities of relevant bodies in relation to child deaths"
RESPONDING = "Responding to the death of a child: the child death review process"
_INFORMATION = Topic.CHILD_DEATH_INFORMATION


def _should(heading: str, known: Verification, **more: Any) -> Requirement:
    values: dict[str, Any] = {"level": Level.SHOULD, "who": "child death review partners", "silence": INDETERMINATE}
    return Requirement(heading=heading, citations=(guidance(heading, chapter=5),), verification=known, **values | more)


READ, CORROBORATED, MEMORY = Verification.READ, Verification.CORROBORATED, Verification.MEMORY

REQUIREMENTS = (
    _should(
        PARTNERS,
        READ,
        key="ch5.scope",
        title="Which deaths are reviewed",
        level=Level.DEFINITION,
        who="-",
        asks=(
            "The deaths of all children under 18 are reviewed, whatever the cause, live births with a certificate of "
            "death included; attended stillbirths, late losses of pregnancy before 24 weeks, and lawful terminations, "
            "also where they end in a live birth, are not."
        ),
        read_at=("NORF111", "CPCDOP", "LLRCDOP", "NOTTSCDR"),
        checked=Checked.NOT_TESTED,
        silence=NOT_APPLICABLE,
        do="Nothing to do: this says which deaths are meant.",
    ),
    _should(
        PARTNERS,
        MEMORY,
        key="ch5.designated-doctor.notified",
        title="The designated doctor is told of each death",
        asks="There is a process by which the designated doctor is told of each death, and sent information.",
        do="Say how the designated doctor is told of each death, and what is sent.",
        **stated(_INFORMATION, {"designated-doctor": "how the designated doctor is told"}),
    ),
    _should(
        PARTNERS,
        CORROBORATED,
        key="ch5.cross-area",
        title="Which area reviews a death elsewhere is agreed",
        asks=(
            "Where a child died in another area than that of residence, the partners agree, through the designated "
            "doctors, which area reviews the death, so that it is not done twice."
        ),
        read_at=("LEEDSCDR", "HERTSCDOP", "LLRCDR"),
        do="Record by what rule it is agreed which area reviews a death.",
        **stated(Topic.CHILD_DEATHS, {"cross-area": "which area reviews a death elsewhere"}),
    ),
    _should(
        OTHERS,
        CORROBORATED,
        key="ch5.cooperate",
        read_at=("NHSAPP",),
        title="Organisations co-operate in child death review",
        who="local organisations and practitioners",
        asks="Local organisations and practitioners co-operate, and have regard to the guidance on child death review.",
        do="Record how local organisations are asked to co-operate.",
        **stated(_INFORMATION, {"co-operation": "how organisations co-operate"}, by_person=True),
    ),
    Requirement(
        key="ch5.registrar.7d",
        title="Registrars send particulars of a death in seven days",
        level=Level.MUST,
        who="registrars of births and deaths",
        asks=(
            "Registrars give the child death review partners, and before these the Board, the particulars within seven "
            "days from the day after registration, correction or certificate."
        ),
        heading=BODIES,
        citations=(
            Citation(instrument=REGISTRARS, provision="section 31", address="section/31"),
            guidance(BODIES, chapter=5),
        ),
        verification=READ,
        read_at=("CYPA31",),
        checked=Checked.NOT_TESTED,
        silence=INDETERMINATE,
        do="Nothing to do: this is the duty of registrars.",
    ),
    Requirement(
        key="ch5.coroner.3wd",
        title="Coroners tell the partners of an investigation",
        level=Level.MUST,
        who="coroners",
        asks=(
            "Coroners tell the child death review partners, and before these the Board, within three working days that "
            "they decided to investigate or asked for a post-mortem, and share information."
        ),
        heading=BODIES,
        citations=(regulation(CORONERS, "24"), guidance(BODIES, chapter=5)),
        verification=READ,
        read_at=("STAFFSCOR",),
        checked=Checked.NOT_TESTED,
        silence=INDETERMINATE,
        do="Nothing to do: this is the duty of coroners.",
    ),
    _should(
        RESPONDING,
        READ,
        key="ch5.forms",
        title="The standard forms are used",
        who="practitioners",
        asks="Practitioners use the standard forms for notification, reporting and analysis, sent to the panel.",
        read_at=("CDRFORMS",),
        do="Name the forms, or the system that carries them.",
        **stated(_INFORMATION, {"forms": "the forms, or the system that carries them"}),
    ),
    _should(
        RESPONDING,
        CORROBORATED,
        key="ch5.notify",
        title="Every death is notified to the panel's administrator",
        who="all practitioners",
        asks="Every practitioner who learns of the death of a child notifies the administrator of the panel.",
        read_at=("CHSCBCDR", "BRADCDOP", "PORTSCD", "CHSCPCDR"),
        do="Publish by which route a death is notified.",
        **stated(_INFORMATION, {"notification": "by which route a death is notified"}),
    ),
    _should(
        RESPONDING,
        READ,
        key="ch5.jar",
        title="When agencies respond to a death together",
        who="agencies",
        asks=(
            "There is a joint response of the agencies where a death may be due to external causes, is sudden without "
            "an immediate cause, happens in custody or under detention, raises suspicion, or is a stillbirth that "
            "nobody attended."
        ),
        read_at=("NOTTSCDR",),
        do="List what triggers a joint agency response.",
        **stated(
            Topic.JOINT_AGENCY_RESPONSE,
            {
                "external-causes": "external causes",
                "sudden": "a sudden death without an immediate cause",
                "custody": "a death in custody or under detention",
                "suspicious": "circumstances that raise suspicion",
                "unattended-stillbirth": "a stillbirth that nobody attended",
            },
        ),
    ),
    _should(
        RESPONDING,
        READ,
        key="ch5.cdrm",
        title="A meeting on each death comes before the panel",
        who="professionals involved",
        asks=(
            "The professionals involved hold a child death review meeting before the panel's, and send the panel a "
            "draft of the form of analysis."
        ),
        read_at=("LINCSCDOP", "BRADCDOP"),
        do="Say when the meeting is held, and that its draft goes to the panel.",
        **stated(
            _INFORMATION,
            {"review-meeting": "a meeting before the panel's", "draft-form": "a draft of the form of analysis"},
        ),
    ),
    _should(
        RESPONDING,
        READ,
        key="ch5.ncmd",
        title="Data goes to the National Child Mortality Database",
        asks=(
            "The partners share data from reviews with the National Child Mortality Database; before 1 April 2019, in "
            "the return to NHS Digital."
        ),
        read_at=("HLP", "CDRFORMS", "NCMDLSCB1", "LINCSCDOP"),
        do="Say that data from reviews goes to the national database.",
        **stated(_INFORMATION, {"national-database": "data for the national database"}),
    ),
    _should(
        RESPONDING,
        READ,
        key="ch5.cdop-annual",
        title="The panel may be asked for a yearly report",
        level=Level.MAY,
        asks="The partners may ask the panel for a yearly report on patterns, lessons and effectiveness.",
        read_at=("LINCSCDOP", "CPICSCDOP"),
        silence=NOT_APPLICABLE,
        do="Record the panel's report, and how often there is one.",
        **power(Topic.CHILD_DEATHS, "panel-report", "a yearly report of the panel"),
    ),
)
