"""Working Together 2023, serious incidents: who is notified, and by when reviews are sent and published."""

from __future__ import annotations

from typing import Any

from safeguarding.law.asking import Ask
from safeguarding.law.casework import (
    Shown,
    by_runs,
    lacking_in_time,
    lacking_records,
    of_cases,
    recorded,
    settled_by_log,
    shown,
)
from safeguarding.law.instruments import REVIEW_REGULATIONS, WT2023, Citation, Verification, act, guidance, regulation
from safeguarding.law.outcomes import Answer, Part
from safeguarding.law.requirement import Checked, Level, Requirement
from safeguarding.law.stated import INDETERMINATE
from safeguarding.law.steps import step
from safeguarding.law.wt2018.notification import LATER, SERIOUS, TO_MINISTER, TO_OFSTED, TO_PANEL, in_five_days
from safeguarding.law.wt2018.notification import REQUIREMENTS as NOTIFICATION
from safeguarding.law.wt2018.rapid_reviews import in_fifteen_days
from safeguarding.law.wt2018.review_timing import copies_by_the_guidance, publications
from safeguarding.model import CaseKind, Happening

HEADING = "Serious incidents"
_SI = CaseKind.SERIOUS_INCIDENT
_CARE_LEAVER_DEATH = step("the death of a care leaver", Happening.CARE_LEAVER_DEATH)
_AGREED = Shown(
    step=step("the partners' agreement to notify", Happening.NOTIFICATION_AGREED),
    by=(TO_PANEL, *LATER),
    about="agreed by the partners",
)
_LOOKED_AFTER = next(other for other in NOTIFICATION if other.key == "ch4.notify.lac-death")


def _jointly(key: str) -> dict[str, Any]:
    """Make the check that an incident is notified in five working days, and that all three partners agreed to it.

    Once the Panel was notified, the agreement is to be recorded; until then its absence settles nothing.
    """
    in_time = in_five_days(key, TO_PANEL)

    def check(ask: Ask) -> Answer:
        return of_cases(ask, _SI, lambda: [*(found.part() for found in in_time["runs"](ask)), *_agreements(ask)])

    agreed = lacking_records(_SI, SERIOUS, (_AGREED,))
    settle = settled_by_log(_SI, lacking_in_time(_SI, in_time["runs"]), agreed)
    return {**in_time, "check": check, "settle": settle}


def _agreements(ask: Ask) -> list[Part]:
    cases = ask.situation.caseload.of(_SI)
    return [part for case in cases for part in recorded(ask, case, SERIOUS, (_AGREED,))]


def _at(where: str) -> Citation:
    return guidance(HEADING, where, chapter=5, edition=WT2023)


def _r(*citations: Citation, **more: Any) -> Requirement:
    return Requirement(
        heading=f"{HEADING}, 2023",
        citations=citations,
        verification=Verification.READ,
        **{"read_at": ("WT23",), "silence": INDETERMINATE, **more},
    )


REQUIREMENTS = (
    _r(
        _at("paragraph 330"),
        act("16C"),
        key="wt23.notify.joint-decision",
        title="All partners agree which incidents are notified",
        level=Level.SHOULD,
        who="safeguarding partners",
        asks=(
            "The local authority notifies within five working days of becoming aware; all three partners agree which "
            "incidents are notified, and take a disagreement to local dispute resolution."
        ),
        do=(
            "Record the day of awareness, that of the partners' agreement (notification-agreed) and that of the "
            "notification; take a disagreement to the local dispute procedure at once."
        ),
        succeeds=("ch4.notify.5wd",),
        **_jointly("wt23.notify.joint-decision"),
    ),
    _r(
        _at("paragraph 332"),
        key="wt23.notify.care-leaver",
        title="A care leaver's death is notified",
        level=Level.SHOULD,
        who="local authority",
        asks=(
            "The local authority notifies the Secretary of State and Ofsted of the death of a care leaver up to and "
            "including the age of 24; it calls as such for no rapid review."
        ),
        do="Notify the Secretary of State and Ofsted, and record the days under the case of the care leaver's death.",
        **shown(
            _SI,
            (_CARE_LEAVER_DEATH,),
            Shown(step=TO_MINISTER, by=LATER, about="to the Secretary of State"),
            Shown(step=TO_OFSTED, by=LATER, about="to Ofsted"),
        ),
    ),
    _r(
        _at("paragraph 331"),
        key="wt23.notify.lac",
        title="A looked-after child's death is notified",
        level=Level.MUST,
        who="local authority",
        asks="The local authority notifies the Secretary of State and Ofsted of the death of a looked-after child.",
        do=_LOOKED_AFTER.do,
        check=_LOOKED_AFTER.check,
        settle=_LOOKED_AFTER.settle,
        checked=_LOOKED_AFTER.checked,
        reaches=_LOOKED_AFTER.reaches,
        succeeds=(_LOOKED_AFTER.key,),
    ),
    _r(
        _at("p. 144"),
        key="wt23.rapid.15wd",
        title="The rapid review is sent in fifteen working days",
        level=Level.SHOULD,
        who="safeguarding partners",
        asks=(
            "The rapid review is submitted within fifteen working days of the incident, an expectation said to be "
            "non-statutory; counted here from awareness unless another start is chosen, since the Panel's later "
            "guidance counts from the notification."
        ),
        read_at=("WT23", "CAMBSRR"),
        do="Record when the incident was known, when the Panel was notified, and when the rapid review was sent to it.",
        succeeds=("ch4.rapid.15wd",),
        **in_fifteen_days("wt23.rapid.15wd"),
    ),
    _r(
        _at("paragraph 364"),
        regulation(REVIEW_REGULATIONS, "16"),
        key="wt23.lcspr.7wd",
        title="Copies go out seven working days before publication",
        level=Level.MUST,
        who="safeguarding partners",
        asks=(
            "The Panel and the Secretary of State have copies no later than seven working days before publication; "
            "the regulations themselves count seven days."
        ),
        read_at=("WT23", "R16"),
        do="Send the copies, and publish no sooner than seven working days after them; record each day.",
        repeats=("ch4.copy.7d",),
        **by_runs(_SI, copies_by_the_guidance("wt23.lcspr.7wd")),
    ),
    _r(
        _at("paragraph 365"),
        key="wt23.lcspr.6m",
        title="The review is published in six months",
        level=Level.SHOULD,
        who="safeguarding partners",
        asks="The report is published no later than six months from the decision to hold the review.",
        do="Complete and publish the report; where other proceedings delay it, give the reasons (ch4.delay.reasons).",
        succeeds=("ch4.report.6m",),
        **by_runs(_SI, publications("wt23.lcspr.6m")),
    ),
    _r(
        _at("paragraph 345"),
        regulation(REVIEW_REGULATIONS, "3"),
        key="wt23.lcspr.regard-edu",
        title="National criteria list education otherwise",
        level=Level.SHOULD,
        who="Child Safeguarding Practice Review Panel",
        asks="In choosing national reviews the Panel has regard to children who are educated otherwise than at school.",
        checked=Checked.NOT_TESTED,
        do="Nothing to do: this is what the Panel weighs.",
    ),
)
