"""Chapter 4, deciding on a local review: what the partners weigh, whom they tell why, and whom of its start."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import evolve

from safeguarding.dates import Span
from safeguarding.law.asking import Ask
from safeguarding.law.casework import Shown, happened, lacking_parts, of_cases, recorded, settled_by_log, shown
from safeguarding.law.instruments import REVIEW_REGULATIONS, Citation, Verification, act, guidance, regulation
from safeguarding.law.outcomes import Answer, Missing, Outcome, Part
from safeguarding.law.requirement import Checked, Level, Requirement
from safeguarding.law.said import said
from safeguarding.law.settling import Say, settled
from safeguarding.law.stated import INDETERMINATE, MET, NOT_APPLICABLE
from safeguarding.law.steps import Step, step
from safeguarding.law.wt2018.notification import SERIOUS
from safeguarding.model import Case, CaseKind, Decision, Happening, Matter, Recipient, Topic
from safeguarding.structure import first, when
from safeguarding.unknown import all_of

HEADING = "Deciding on a local review"

CONSIDERED = step("the consideration whether it meets the criteria", Happening.CONSIDERED)
DECIDED = step("the decision on a local review", Happening.DECIDED)
LOCAL_REVIEW = step("the decision to hold a local review", Happening.DECIDED, decision=Decision.LOCAL_REVIEW)
REVIEWED = step(
    "the outcome of the review",
    *(Happening.REPORT_RECEIVED, Happening.REPORT_SENT, Happening.PUBLISHED, Happening.NOT_PUBLISHED),
)
"""What comes at the end of a local review: all that goes with its beginning is to have been done by then."""

_RAPID_REVIEW = step("the rapid review", Happening.RAPID_REVIEW_COMPLETED, Happening.RAPID_REVIEW_SENT)
_NEXT_STEPS = step("the choice of next steps", Happening.RAPID_REVIEW_COMPLETED, covers=Matter.NEXT_STEPS)
_DECISION_SENT = step("the decision as it was sent", Happening.RAPID_REVIEW_SENT, covers=Matter.DECISION)
_NEW_INFORMATION = step("new information", Happening.NEW_INFORMATION)
_SUGGESTED = step(
    "the word to the Panel that a national review may be called for",
    Happening.NATIONAL_REVIEW_SUGGESTED,
    to=[Recipient.PANEL],
)
_APPOINTED = step("the appointment of a reviewer", Happening.REVIEWER_APPOINTED)

_PANEL = ("the Panel", (Recipient.PANEL,))
_OFSTED = ("Ofsted", (Recipient.OFSTED,))
_DEPARTMENT = ("the Department for Education", (Recipient.DEPARTMENT_FOR_EDUCATION, Recipient.SECRETARY_OF_STATE))
_TOLD_OF_START = (_PANEL, _OFSTED, _DEPARTMENT)


def _weighed(matter: Matter, what: str) -> dict[str, Any]:
    """Make the check that something was weighed when a review was considered or decided on."""
    taken = step(f"the weighing of {what}", Happening.CONSIDERED, Happening.DECIDED, covers=matter)
    return shown(CaseKind.SERIOUS_INCIDENT, (CONSIDERED, DECIDED), Shown(step=taken, by=(DECIDED,)))


def _start_told(ask: Ask) -> Answer:
    """Look who was told that a local review starts, and of its reviewer where there was one to name."""
    cases = ask.situation.caseload.of(CaseKind.SERIOUS_INCIDENT)
    return of_cases(
        ask, CaseKind.SERIOUS_INCIDENT, lambda: [part for case in cases for part in _of_the_start(ask, case)]
    )


_SI = CaseKind.SERIOUS_INCIDENT
_NOTICES = {
    f"to {name}": step(f"the notice to {name}", Happening.REVIEW_START_NOTIFIED, to=to) for name, to in _TOLD_OF_START
}


def _of_the_start(ask: Ask, case: Case) -> Iterator[Part]:
    appointed = [event for event in _APPOINTED.taken(case)[0] if happened(ask, event) is not False]
    for name, _ in _TOLD_OF_START:
        notice = _NOTICES[f"to {name}"]
        yield from recorded(ask, case, (LOCAL_REVIEW,), (Shown(step=notice, by=(REVIEWED,), about=f"to {name}"),))
        if appointed:
            words = f"the reviewer's name in the notice to {name}"
            named = Shown(
                step=evolve(notice, words=words, covers=Matter.REVIEWER),
                by=(REVIEWED,),
                about=f"the reviewer's name to {name}",
            )
            for part in recorded(ask, case, (LOCAL_REVIEW,), (named,)):
                yield _once_known(ask, case, notice, part, first(appointed))


def _once_known(ask: Ask, case: Case, notice: Step, part: Part, appointed: Span) -> Part:
    """Ask for the reviewer's name only in a notice that could give it: one that went out when there was a reviewer."""
    given = [when(event) for taken in notice.taken(case) for event in taken if happened(ask, event) is not False]
    before = all_of(_before(day, appointed) for day in given)
    if part.possible == {MET} or not given or before is False:
        return part
    if before:
        message = "no reviewer had been appointed when the notice went out"
        return evolve(part, possible=frozenset({NOT_APPLICABLE}), message=message, missing=())
    need = Missing(path=ask.situation.path(case), need="whether the reviewer was appointed before the notice went out")
    return evolve(part, possible=part.possible | {NOT_APPLICABLE}, missing=(*part.missing, need))


def _before(day: Span, other: Span) -> bool | None:
    """Say whether one day was before another."""
    if day.latest < other.earliest:
        return True
    return False if day.earliest >= other.latest else None


def _other_cases(ask: Ask) -> Answer:
    """Look whether the arrangements allow it; a power that is not taken up does not fail."""
    words = "reviews of other cases of local importance"
    found = said(ask, Topic.REVIEWS, "other-cases", words)
    possible = frozenset(NOT_APPLICABLE if one is Outcome.NOT_MET else one for one in found.possible)
    return ask.whole([evolve(found, possible=possible)])


def _r(**more: Any) -> Requirement:
    return Requirement(who="safeguarding partners", heading=HEADING, **({"silence": INDETERMINATE} | more))


def _guidance(**more: Any) -> Requirement:
    """Make a requirement that only the guidance makes."""
    return _r(level=Level.SHOULD, citations=(guidance(HEADING, chapter=4),), **more)


def _factor(
    key: str, title: str, matter: Matter, weighed: str, *, paragraph: str = "", read_at: tuple[str, ...] = ()
) -> Requirement:
    """Make the requirement that something is weighed: a criterion of the regulations, or a matter of the guidance.

    Args:
        key: its key.
        title: its title.
        matter: how a log says that it was weighed.
        weighed: what is weighed, in words that follow "the weighing of".
        paragraph: the paragraph of regulation 11; empty for a matter of the guidance.
        read_at: where it was read; nowhere if it is from memory.
    """
    citation: Citation = regulation(REVIEW_REGULATIONS, "11", paragraph) if paragraph else guidance(HEADING, chapter=4)
    verb = "take into account" if paragraph else "have regard to"
    return _r(
        key=key,
        title=title,
        level=Level.MUST if paragraph else Level.SHOULD,
        asks=f"The safeguarding partners, when they decide on a local review, {verb} {weighed}.",
        citations=(citation,),
        verification=Verification.READ if read_at else Verification.MEMORY,
        read_at=read_at,
        do=f'Weigh it, and record that under covers = ["{matter.value}"] where it was considered or decided.',
        **_weighed(matter, weighed),
    )


_IN_REGULATIONS = ("R11", "SEFTON111")

REQUIREMENTS = (
    _r(
        key="ch4.decide.consider",
        title="Each serious incident is considered for a review",
        level=Level.MUST,
        asks=(
            "When a serious incident becomes known to them, the safeguarding partners consider whether the case "
            "meets the criteria for a local review."
        ),
        citations=(guidance(HEADING, chapter=4), act("16F", "(1)")),
        verification=Verification.READ,
        read_at=("SEFTON111", "LINCSIMP", "Lincolnshire 2019"),
        do="Consider the case, and record the day on which it was considered, or decided.",
        **shown(
            CaseKind.SERIOUS_INCIDENT,
            SERIOUS,
            Shown(step=CONSIDERED, by=(_RAPID_REVIEW, REVIEWED), also_by=(DECIDED, _NEXT_STEPS, _DECISION_SENT)),
        ),
    ),
    _factor(
        "ch4.criteria.improvements",
        "Improvements needed are weighed",
        Matter.IMPROVEMENTS,
        "whether the case shows, or may show, improvements that are needed, including ones identified before",
        paragraph="(a)",
        read_at=_IN_REGULATIONS,
    ),
    _factor(
        "ch4.criteria.themes",
        "Recurrent themes are weighed",
        Matter.RECURRENT_THEMES,
        "whether the case shows, or may show, themes that recur in safeguarding",
        paragraph="(b)",
        read_at=_IN_REGULATIONS,
    ),
    _factor(
        "ch4.criteria.two-agencies",
        "How agencies worked together is weighed",
        Matter.AGENCIES_TOGETHER,
        "whether there are, or may be, concerns about how two or more agencies worked together",
        paragraph="(c)",
        read_at=_IN_REGULATIONS,
    ),
    _factor(
        "ch4.criteria.panel-view",
        "The Panel's view of the case is weighed",
        Matter.PANEL_VIEW,
        "whether the Panel has considered the case and concluded that a local review may be more appropriate",
        paragraph="(d)",
        read_at=_IN_REGULATIONS,
    ),
    _factor(
        "ch4.regard.single-agency",
        "Concern about a single agency is weighed",
        Matter.SINGLE_AGENCY,
        "whether what a single agency did gives cause for concern",
        read_at=("SEFTON111",),
    ),
    _factor(
        "ch4.regard.no-agency",
        "That no agency was involved is weighed",
        Matter.NO_AGENCY,
        "whether it gives cause for concern that no agency was involved",
    ),
    _factor(
        "ch4.regard.multi-area",
        "That several areas are involved is weighed",
        Matter.SEVERAL_AREAS,
        (
            "whether more than one local authority, police area or clinical commissioning group (from 1 July 2022 "
            "integrated care board) is involved, families who moved included"
        ),
    ),
    _factor(
        "ch4.regard.institutional",
        "Institutional settings are weighed",
        Matter.INSTITUTION,
        "whether the case raises issues about children in institutional settings",
    ),
    _r(
        key="ch4.decide.discretion",
        title="The criteria do not oblige a review",
        level=Level.DEFINITION,
        asks=(
            "A case that meets the criteria need not be reviewed: whether a review is appropriate is for the "
            "safeguarding partners to decide."
        ),
        citations=(
            act("16F", "(1)(b)"),
            evolve(guidance(HEADING, chapter=4), verification=Verification.MEMORY),
        ),
        verification=Verification.READ,
        read_at=("S16F",),
        checked=Checked.NOT_TESTED,
        silence=NOT_APPLICABLE,
        do="Nothing to do: record the decision and what was weighed, whichever way it goes.",
    ),
    _guidance(
        key="ch4.decide.transparent",
        title="The rationale of the decision is communicated",
        asks=(
            "The safeguarding partners decide transparently on a review and communicate their rationale, including "
            "to the family."
        ),
        verification=Verification.CORROBORATED,
        read_at=("TRAFFORDLCSPR",),
        do="Record when the rationale of the decision was communicated, and to whom, the family included.",
        **shown(
            CaseKind.SERIOUS_INCIDENT,
            (DECIDED,),
            Shown(
                step=step("the communication of the rationale", Happening.RATIONALE_COMMUNICATED),
                by=(REVIEWED,),
                about="communicated",
            ),
            Shown(
                step=step(
                    "the communication of the rationale to the family",
                    Happening.RATIONALE_COMMUNICATED,
                    to=[Recipient.FAMILY],
                ),
                by=(REVIEWED,),
                about="to the family",
            ),
        ),
    ),
    _r(
        key="ch4.decide.other-cases",
        title="Other cases may be reviewed too",
        level=Level.MAY,
        asks=(
            "The partners may review a case outside the definition that raises issues of local importance, such as "
            "good practice, poor practice or a near miss."
        ),
        citations=(guidance(HEADING, chapter=4),),
        verification=Verification.MEMORY,
        checked=Checked.DOCUMENTS,
        silence=NOT_APPLICABLE,
        reaches=frozenset({MET, Outcome.NOT_DUE, NOT_APPLICABLE, INDETERMINATE}),
        do="If the partners mean to review such cases, say so.",
        check=_other_cases,
        settle=settled(
            Say(topic=Topic.REVIEWS, part="other-cases", subjects=("reviews of other cases of local importance",))
        ),
    ),
    _guidance(
        key="ch4.rapid.later-national",
        title="The Panel hears of a case for a national review",
        asks=(
            "Where new information during a local review suggests that a national one may be called for, the "
            "safeguarding partners tell the Panel."
        ),
        verification=Verification.MEMORY,
        do="Tell the Panel, and record the day.",
        **shown(CaseKind.SERIOUS_INCIDENT, (_NEW_INFORMATION,), Shown(step=_SUGGESTED, by=(REVIEWED,))),
    ),
    _guidance(
        key="ch4.review.inform-start",
        title="The start of a local review is notified",
        asks=(
            "Where they decide on a local review, the safeguarding partners tell the Panel, Ofsted and the "
            "Department for Education, with the name of any reviewer."
        ),
        verification=Verification.MEMORY,
        do=(
            "Tell each of the three, with the reviewer's name once there is one, and record the days, with "
            'covers = ["reviewer"] where the name was given.'
        ),
        check=_start_told,
        settle=settled_by_log(_SI, lacking_parts(_SI, _of_the_start, _NOTICES)),
        checked=Checked.EVENTS,
        reaches=frozenset({MET, Outcome.PARTLY_MET, Outcome.NOT_MET, NOT_APPLICABLE, INDETERMINATE}),
    ),
)
