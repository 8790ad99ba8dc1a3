"""Working Together 2023, reporting: when the yearly report is published, to whom it goes, and what it says."""

from __future__ import annotations

from typing import Any

from safeguarding.law.instruments import WT2023, Citation, Verification, act, guidance
from safeguarding.law.papers import in_reports
from safeguarding.law.requirement import Checked, Level, Requirement
from safeguarding.law.stated import INDETERMINATE, MET, NOT_APPLICABLE, NOT_DUE, NOT_MET, PARTLY_MET
from safeguarding.law.wt2018.yearly_report import copies
from safeguarding.law.wt2023.report_costs import costs, settle_costs
from safeguarding.law.wt2023.report_days import by_september, years
from safeguarding.law.wt2023.report_restraint import restraint, settle_restraint
from safeguarding.model import DocumentKind, Recipient, Topic

HEADING = "Yearly report"
_REPORT = Topic.REPORT
_ALL = frozenset({MET, PARTLY_MET, NOT_MET, NOT_APPLICABLE, INDETERMINATE})


def _at(where: str) -> Citation:
    return guidance(HEADING, where, chapter=2, edition=WT2023)


def _r(*citations: Citation, **more: Any) -> Requirement:
    """Make a requirement on yearly reports; what differs from most of them is given."""
    usual: dict[str, Any] = {
        "level": Level.SHOULD,
        "who": "safeguarding partners",
        "heading": f"{HEADING}, 2023",
        "citations": citations or (_at("paragraph 107"),),
        "verification": Verification.READ,
        "read_at": ("WT23",),
        "silence": NOT_MET,
    }
    return Requirement(**{**usual, **more})


def _says(key: str, title: str, asks: str, do: str, parts: dict[str, str], **more: Any) -> Requirement:
    """Make a requirement that each report says something: its parts are those of the topic, each in words."""
    by_person = more.pop("by_person", False)
    return _r(
        key=f"wt23.report.{key}",
        title=title,
        asks=asks,
        do=do,
        **in_reports(_REPORT, parts, by_person=by_person),
        **more,
    )


REQUIREMENTS = (
    _r(
        _at("paragraph 109"),
        act("16G", "(7)"),
        key="wt23.report.deadline",
        title="The report is out by the end of September",
        asks=(
            "The yearly report is submitted and published by the end of September each year, from 2024 on, and covers "
            "the April to March before."
        ),
        silence=INDETERMINATE,
        do="Publish the report on the year to 31 March by 30 September, and give it with its period as a file.",
        checked=Checked.EVENTS,
        reaches=_ALL | {NOT_DUE},
        check=by_september,
        runs=years,
    ),
    _r(
        _at("paragraph 109"),
        key="wt23.report.recipients-7d",
        title="Copies go to the Panel and the Department",
        asks=(
            "A copy of the report is sent to the Panel and to the Department for Education's unit for multi-agency "
            "safeguarding arrangements within seven days of publication."
        ),
        silence=INDETERMINATE,
        do="Send the two copies, and record in a log when the report was published and to whom it was sent.",
        succeeds=("ch3.report.copies-7d",),
        **copies(
            {
                "to the Panel": [Recipient.PANEL],
                # A log that names the Department means this unit of it.
                "to the Department's arrangements unit": [
                    Recipient.ARRANGEMENTS_UNIT,
                    Recipient.DEPARTMENT_FOR_EDUCATION,
                ],
            }
        ),
    ),
    _r(
        _at("paragraph 109"),
        key="wt23.report.escalation",
        title="What follows where no report is submitted",
        level=Level.DEFINITION,
        who="-",
        asks="A failure to submit the yearly report may be taken to the Secretary of State.",
        silence=NOT_APPLICABLE,
        checked=Checked.NOT_TESTED,
        do="Nothing to do: this is what may follow where no report is submitted.",
    ),
    _says(
        "must",
        "What was done, and how effective it was",
        "The report says what was done as a result of the arrangements, on practice reviews too, and how effective "
        "the arrangements have been in practice.",
        "Say in the report what was done, on practice reviews too, and how effective the arrangements were.",
        {
            "done": "what was done",
            "reviews": "what was done on practice reviews",
            "effective": "how effective the arrangements were",
        },
        level=Level.MUST,
        citations=(_at("paragraph 106"), act("16G", "(7)")),
        read_at=("WT23", "S16G"),
        repeats=("ch3.report.done", "ch3.report.effective"),
    ),
    _says(
        "contributions",
        "What each partner contributed",
        "The report says what each partner contributed to the functioning and the structure of the arrangements.",
        "Say in the report what each partner contributed to how the arrangements work and are built.",
        {"contributions": "each partner's contribution"},
    ),
    _says(
        "themes",
        "Themes from scrutiny",
        "The report gives the themes that come out of the scrutiny of the year, taken together.",
        "Bring together what scrutiny found over the year, and give the themes.",
        {"themes": "the themes from scrutiny"},
    ),
    _says(
        "impact",
        "Evidence of impact, training included",
        "The report gives evidence of the impact of the work of partners and agencies, training included.",
        "Give evidence in the report of what the work changed for children and families, and what training did.",
        {"impact": "evidence of impact", "training-impact": "the impact of training"},
        by_person=True,
        succeeds=("ch3.report.impact",),
    ),
    _says(
        "gaps",
        "Where there was little progress",
        "The report analyses the areas in which there was little or no progress.",
        "Name in the report the areas of little or no progress, and say why.",
        {"gaps": "areas of little or no progress"},
        by_person=True,
        succeeds=("ch3.report.gaps",),
    ),
    _says(
        "incident-learning",
        "Learning from serious incidents",
        "The report analyses what was learnt from serious incidents.",
        "Analyse in the report what was learnt from serious incidents.",
        {"incident-learning": "learning from serious incidents"},
    ),
    _says(
        "decisions",
        "Key decisions, and what reviews changed",
        "The report gives the key decisions and actions, and what carrying out the recommendations of reviews changed.",
        "List in the report the key decisions and actions, and say what the recommendations of reviews changed.",
        {"decisions": "key decisions and actions", "review-impact": "the impact of the recommendations of reviews"},
        succeeds=("ch3.report.decisions",),
    ),
    _says(
        "feedback",
        "Feedback from children and families",
        "The report says how the feedback of children and families was sought and used.",
        "Say in the report how children and families were asked, and what came of it.",
        {"feedback": "feedback from children and families"},
        by_person=True,
        succeeds=("ch3.report.feedback",),
    ),
    _r(
        key="wt23.report.costs",
        title="Costs, contributions and value for money",
        asks=(
            "The report breaks down the costs and each partner's financial contribution, with changes, and says what "
            "the money achieved and whether it was value for money."
        ),
        do="Give the report a [[funding]] with an amount for each partner and each cost, and say what it achieved.",
        of=DocumentKind.YEARLY_REPORT,
        checked=Checked.DOCUMENTS,
        reaches=_ALL,
        check=costs,
        settle=settle_costs,
    ),
    _says(
        "education",
        "Education is adequately represented",
        "The report gives evidence that education is adequately represented, at operational and at strategic level.",
        "Show in the report how education is represented, at operational and at strategic level.",
        {"education": "education at operational level", "education-strategic": "education at strategic level"},
    ),
    _says(
        "data",
        "How data drive learning",
        "The report says how data drive learning, and how the sharing of information was improved.",
        "Say in the report what was learnt from data, and how information is shared better.",
        {"data": "how data drive learning", "information-sharing": "how information sharing was improved"},
        by_person=True,
    ),
    _says(
        "updates",
        "Updates to the arrangements",
        "The report gives updates to the published arrangements, with the timescale for them.",
        "List in the report what changes in the arrangements, and by when.",
        {"updates": "updates to the arrangements", "timescale": "the timescale"},
        succeeds=("ch3.report.updates",),
    ),
    _says(
        "reforms",
        "National reforms are implemented",
        "The report gives evidence that national reforms are being implemented.",
        "Show in the report how far national reforms are implemented.",
        {"reforms": "national reforms"},
        by_person=True,
    ),
    _r(
        _at("paragraph 108"),
        key="wt23.report.restraint",
        title="The use of restraint is reviewed",
        asks=(
            "Where there is a secure establishment in the area, the report includes a review of the use of restraint "
            "there, which goes to the Youth Justice Board, the Youth Custody Service and the Inspectorate of Prisons."
        ),
        do="Review the use of restraint in the secure establishment, or say that there is none in the area.",
        of=DocumentKind.YEARLY_REPORT,
        checked=Checked.DOCUMENTS,
        reaches=_ALL,
        succeeds=("ch3.report.restraint",),
        repeats=("ch3.report.restraint",),
        check=restraint,
        settle=settle_restraint,
    ),
)
