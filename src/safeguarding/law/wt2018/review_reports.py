"""Chapter 4, the report of a local review: what is in it, to whom it goes, and its publication."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import evolve

from safeguarding.law.asking import Ask
from safeguarding.law.casework import (
    Shown,
    by_runs,
    happened,
    lacking_parts,
    of_cases,
    recorded,
    settled_by_log,
    shown,
    timed,
)
from safeguarding.law.instruments import REVIEW_REGULATIONS, WT2023, Verification, act, guidance, regulation
from safeguarding.law.outcomes import Answer, Part
from safeguarding.law.requirement import Amended, Checked, Level, Requirement
from safeguarding.law.stated import (
    INDETERMINATE,
    MET,
    NOT_APPLICABLE,
    NOT_DUE,
    NOT_MET,
    PARTLY_MET,
    laid_out,
    stated,
)
from safeguarding.law.steps import Step, step
from safeguarding.law.wt2018.review_steps import (
    AUDITED,
    HELD,
    INFORMATION_PUBLISHED,
    NATIONALLY,
    NOT_PUBLISHED,
    PUBLISHED,
    RECEIVED,
    REPORT_PUBLISHED,
    planned,
)
from safeguarding.law.wt2018.review_timing import (
    availability,
    copies_of_both,
    copies_of_the_report,
    copies_to_ofsted,
    explanations,
    publications,
)
from safeguarding.model import Case, CaseKind, Happening, Matter, Paper, Topic

HEADING = "Expectations for the final report"

_SENT = step("the sending of the report", Happening.REPORT_SENT, of=Paper.REPORT)
_TO_PUBLISH_OR_NOT = step("the publication of the report, or the decision against it", Happening.NOT_PUBLISHED)
_NAMED = step("the publication of the reviewer's name", Happening.PUBLISHED, covers=Matter.REVIEWER)
_NAMED_IN_REPORT = step("the reviewer's name in the report", Happening.REPORT_RECEIVED, covers=Matter.REVIEWER)
_INFORMED = step("the publication of information on improvements", Happening.PUBLISHED)
_NO_DAY_SET = frozenset({MET, PARTLY_MET, NOT_MET, NOT_DUE, NOT_APPLICABLE, INDETERMINATE})


def _contains(*matters: tuple[Matter, str, str]) -> dict[str, Any]:
    """Make the check that a report contains something: each with its words, and what tells it from the others."""
    return shown(
        CaseKind.SERIOUS_INCIDENT,
        (RECEIVED,),
        *(
            Shown(step=step(words, Happening.REPORT_RECEIVED, covers=matter), by=(RECEIVED,), about=about)
            for matter, words, about in matters
        ),
    )


def _told(what: str, *happenings: Happening, by: tuple[Step, ...], **more: Paper) -> tuple[Shown, ...]:
    """Say that something is recorded to have gone to the Secretary of State, and to the Panel."""
    return tuple(
        Shown(step=step(f"{what} {about}", *happenings, to=to, **more), by=by, about=about)
        for about, to in NATIONALLY.items()
    )


def _published(ask: Ask, case: Case) -> Iterator[Part]:
    """Look whether the report was published, or is to be, or it was decided that it is not."""
    item = Shown(step=_TO_PUBLISH_OR_NOT, also_by=(REPORT_PUBLISHED,), by=(INFORMATION_PUBLISHED, AUDITED))
    for found in recorded(ask, case, HELD, (item,)):
        yield planned(ask, case, REPORT_PUBLISHED, item, found)


def _published_instead(ask: Ask, case: Case) -> Iterator[Part]:
    """Look whether there is any publication where the report itself was not to be published.

    The Act asks for such information as the partners think fit to publish, which may be none; but where progress on
    improvements is audited, there was something to publish.
    """
    item = Shown(step=_INFORMED, by=(AUDITED,))
    for found in recorded(ask, case, (NOT_PUBLISHED,), (item,)):
        yield planned(ask, case, _INFORMED, item, found)


def _reviewer_named(ask: Ask, case: Case) -> Iterator[Part]:
    """Look whether the reviewer's name was published: with what was published, or in the report that was."""
    of_the_report = any(happened(ask, event) for event in REPORT_PUBLISHED.taken(case)[0])
    also_by = (_NAMED_IN_REPORT,) if of_the_report else ()
    yield from recorded(ask, case, (PUBLISHED,), (Shown(step=_NAMED, also_by=also_by, by=(PUBLISHED,)),))


def _by_hand(parts: Any, reaches: frozenset[Any], lacks: Step) -> dict[str, Any]:
    """Make the check of a requirement from what looks at each case, and the event that one may lack."""

    def check(ask: Ask) -> Answer:
        cases = ask.situation.caseload.of(CaseKind.SERIOUS_INCIDENT)
        return of_cases(ask, CaseKind.SERIOUS_INCIDENT, lambda: [part for case in cases for part in parts(ask, case)])

    settle = settled_by_log(_SI, lacking_parts(_SI, parts, {"": lacks}))
    return {"check": check, "settle": settle, "checked": Checked.EVENTS, "reaches": reaches}


_SI = CaseKind.SERIOUS_INCIDENT
_FROM_MEMORY = evolve(guidance(HEADING, chapter=4), verification=Verification.MEMORY)


_SINCE_2023 = "the guidance's seven working days stand in the edition of 2023"


def _beside(paragraphs: str) -> tuple[Amended, ...]:
    """Say where the guidance's count stands since 2023, beside the regulation's own."""
    beside = guidance(HEADING, "paragraph 364", chapter=5, edition=WT2023)
    cited = (regulation(REVIEW_REGULATIONS, "16", paragraphs), beside)
    return (Amended(starts=WT2023.starts, changed=_SINCE_2023, citations=cited, read_at=("R16", "WT23")),)


def _r(**more: Any) -> Requirement:
    return Requirement(who="safeguarding partners", heading=HEADING, silence=INDETERMINATE, **more)


def _must(*read_at: str, **more: Any) -> Requirement:
    return _r(level=Level.MUST, verification=Verification.READ, read_at=read_at, **more)


def _should(**more: Any) -> Requirement:
    """Make a requirement of the guidance that is known from memory."""
    citations = (guidance(HEADING, chapter=4),)
    return _r(level=Level.SHOULD, citations=citations, verification=Verification.MEMORY, **more)


REQUIREMENTS = (
    _must(
        "S16F",
        key="ch4.report.provided",
        title="The report is provided, and given nationally",
        asks=(
            "The partners ensure that the reviewer provides a report, and give it to the Secretary of State and the "
            "Panel, whether or not it is published."
        ),
        citations=(act("16F", "(3)(a) and (c)"),),
        do="Record when the report came from the reviewer, and when it went to the Secretary of State and the Panel.",
        **shown(
            _SI,
            HELD,
            Shown(
                step=RECEIVED,
                also_by=(_SENT, REPORT_PUBLISHED),
                by=(NOT_PUBLISHED, AUDITED),
                about="from the reviewer",
            ),
            *_told(
                "the giving of the report",
                Happening.REPORT_SENT,
                of=Paper.REPORT,
                by=(REPORT_PUBLISHED, NOT_PUBLISHED, AUDITED),
            ),
        ),
    ),
    _must(
        "R15",
        key="ch4.report.improvements",
        title="The report summarises the improvements",
        asks="The report includes a summary of the improvements that it recommends to persons in the area.",
        citations=(regulation(REVIEW_REGULATIONS, "15", "(a)"),),
        do="Ask the reviewer for a summary of the improvements, and record what the report contains.",
        **_contains((Matter.IMPROVEMENTS_SUMMARY, "a summary of the improvements in the report", "")),
    ),
    _must(
        "R15",
        key="ch4.report.analysis",
        title="The report analyses underlying reasons",
        asks="The report includes an analysis of any systemic or underlying reasons why actions were taken or not.",
        citations=(regulation(REVIEW_REGULATIONS, "15", "(b)"),),
        do="Ask the reviewer for the analysis, and record what the report contains.",
        **_contains((Matter.ANALYSIS, "an analysis of underlying reasons in the report", "")),
    ),
    _should(
        key="ch4.report.clear-recs",
        title="Recommendations say who does what, and by when",
        asks="Recommendations are clear on what is to be done, by whom and by when.",
        do="Have an owner and a date put to each recommendation, and record that the report has them.",
        **_contains(
            (Matter.OWNERS, "owners of the recommendations in the report", "owners"),
            (Matter.DEADLINES, "dates for the recommendations in the report", "dates"),
        ),
    ),
    _should(
        key="ch4.report.reviewer-name",
        title="The reviewer's name is published",
        asks="What is published of the review gives the name of the reviewer or reviewers.",
        do="Publish the reviewer's name, and record that it was.",
        **_by_hand(_reviewer_named, _NO_DAY_SET - {NOT_DUE}, _NAMED),
    ),
    _must(
        "S16F",
        key="ch4.publish.report",
        title="The report is published, unless that is inappropriate",
        asks="The partners publish the report, unless they consider it inappropriate to.",
        citations=(act("16F", "(4)"),),
        do="Publish the report, or decide that it is inappropriate to; record the day.",
        **_by_hand(_published, _NO_DAY_SET, REPORT_PUBLISHED),
    ),
    _must(
        "S16F",
        key="ch4.publish.instead",
        title="Information is published where the report is not",
        asks=(
            "Where the report is not published, the partners publish any information about the improvements that "
            "they consider appropriate to publish."
        ),
        citations=(act("16F", "(5)"),),
        do="Publish what can be published about the improvements, and record the day.",
        **_by_hand(_published_instead, _NO_DAY_SET, _INFORMED),
    ),
    _must(
        "R17",
        "HILLCSPR",
        key="ch4.publish.1y",
        title="What is published stays available for a year",
        asks="The report or information is publicly available for at least one year from its publication.",
        citations=(regulation(REVIEW_REGULATIONS, "17"),),
        do="Keep what was published available until a year has passed; put it back where it was withdrawn sooner.",
        **timed(_SI, *availability("ch4.publish.1y")),
    ),
    _must(
        "R16",
        key="ch4.copy.7d",
        title="Copies of the report go out before publication",
        asks=(
            "The Secretary of State and the Panel have a copy of the report no later than seven days before it is "
            "published; seven working days, by the guidance."
        ),
        citations=(regulation(REVIEW_REGULATIONS, "16", "(1)"), _FROM_MEMORY),
        do="Send the copies, and publish no sooner than seven working days after them; record each day.",
        amended=_beside("(1)"),
        **by_runs(_SI, copies_of_the_report("ch4.copy.7d")),
    ),
    _must(
        "R16",
        key="ch4.copy.info-only-7d",
        title="Copies go out before information alone is published",
        asks=(
            "Where only information is published, the Secretary of State and the Panel have both the report and the "
            "information no later than seven days before; seven working days, by the guidance."
        ),
        citations=(regulation(REVIEW_REGULATIONS, "16", "(2)"), _FROM_MEMORY),
        do="Send both, and publish the information no sooner than seven working days after them; record each day.",
        amended=_beside("(2)"),
        **by_runs(_SI, copies_of_both("ch4.copy.info-only-7d")),
    ),
    _should(
        key="ch4.copy.ofsted",
        title="Ofsted has a copy before publication",
        asks="The report, or the information, goes to Ofsted no later than seven working days before publication.",
        do="Send Ofsted its copy seven working days before publication, and record the day.",
        **by_runs(_SI, copies_to_ofsted("ch4.copy.ofsted")),
    ),
    _r(
        key="ch4.report.6m",
        title="The review is completed and published in six months",
        level=Level.SHOULD,
        asks=(
            "The report is completed and published as soon as possible, and no later than six months from the "
            "decision to hold the review."
        ),
        citations=(guidance(HEADING, chapter=4),),
        verification=Verification.READ,
        read_at=("TRAFFORD",),
        do="Complete and publish the report; where other proceedings delay it, give the reasons (ch4.delay.reasons).",
        **by_runs(_SI, publications("ch4.report.6m")),
    ),
    _should(
        key="ch4.delay.reasons",
        title="Reasons are given for a delay by other proceedings",
        asks=(
            "Where other proceedings may affect or delay publication, the partners tell the Panel and the Secretary "
            "of State the reasons for the delay."
        ),
        do="Tell the Panel and the Secretary of State why publication is delayed, and record the days.",
        **by_runs(_SI, explanations()),
    ),
    _should(
        key="ch4.nonpublish.justify",
        title="The decision not to publish is justified",
        asks=(
            "The partners give the Panel and the Secretary of State the justification for a decision not to publish "
            "the report or information on improvements."
        ),
        do="Give the Panel and the Secretary of State the justification, and record the days.",
        **shown(
            _SI,
            (NOT_PUBLISHED,),
            *_told(
                "the justification",
                Happening.NON_PUBLICATION_JUSTIFIED,
                by=(INFORMATION_PUBLISHED, AUDITED),
            ),
        ),
    ),
    _should(
        key="ch4.comments.regard",
        title="Comments on publication are heeded",
        asks="The partners have regard to what the Panel and the Secretary of State comment on publication.",
        do="Lay the comments, and what was made of them, before a person.",
        premises=("ch3.partners.arrange",),
        **laid_out(Topic.REVIEW_FOLLOW_UP, only=("comments",)),
    ),
    _should(
        key="ch4.publish.impact",
        title="The impact of publication is managed",
        asks=(
            "The partners consider how best to manage the impact of publication on those affected, and reports are "
            "written so that publishing them harms no child or vulnerable adult."
        ),
        do="Record how it is prepared that a report is published, and how those affected are supported.",
        **stated(
            Topic.REVIEW_FOLLOW_UP,
            {"impact-of-publication": "how the impact of publication is managed"},
            by_person=True,
        ),
    ),
    _should(
        key="ch4.interim-learning",
        title="Improvements are made before and during a review",
        asks="The partners capture points for improvement and act on them before and during the review.",
        do="Record how improvements are captured, and made while a review is still under way.",
        **stated(
            Topic.REVIEW_FOLLOW_UP,
            {"interim-learning": "improvements before and during a review"},
            by_person=True,
        ),
    ),
)
