"""Chapter 3, yearly report: what it says."""

from __future__ import annotations

from typing import Any

from attrs import evolve

from safeguarding.law.asking import Ask
from safeguarding.law.drafting import Draft
from safeguarding.law.instruments import Verification, act, guidance
from safeguarding.law.outcomes import OPEN, Answer, Missing, Outcome, Part
from safeguarding.law.papers import in_reports
from safeguarding.law.patches import Blank, Fill
from safeguarding.law.requirement import Checked, Level, Requirement
from safeguarding.law.said import said
from safeguarding.law.settling import Say, paper
from safeguarding.law.stated import INDETERMINATE, MET, NOT_APPLICABLE, NOT_MET, PARTLY_MET
from safeguarding.law.wt2018.deadlines import FIRST_PUBLICATION
from safeguarding.model import AgencyKind, CaseKind, DocumentKind, RelevantAgency, Stance, Topic
from safeguarding.unknown import agree, all_of, any_of

HEADING = "Reporting"

# Decisions on the recommendations of reviews


def _which_reviews(ask: Ask) -> tuple[Part, ...]:
    """Look whether a report says of which reviews it speaks: by the papers that it uses, or by their references."""
    subject = "which reviews they were"
    statements = [one for one in ask.situation.statements(Topic.REPORT) if "decisions" in one.parts]
    cases = [case for case in ask.situation.of("cases") if CaseKind.SERIOUS_INCIDENT in case.values("kind")]
    named = any_of(
        [
            *(agree(bool(uses) for uses in one.values("uses")) for one in statements),
            *(agree(kind is CaseKind.SERIOUS_INCIDENT for kind in case.values("kind")) for case in cases),
        ]
    )
    evidence = tuple(item for case in cases for item in ask.evidence(case, says=case.id))
    evidence += tuple(item for one in statements if one.uses for item in ask.evidence(one, "uses"))
    if named:
        names = ", ".join(
            [*(case.id for case in cases), *(ask.situation.name(u) for one in statements for u in one.uses)]
        )
        return (ask.part(subject, True, names, evidence=evidence),)
    elsewhere = any(one.values("by_reference") != (None,) for one in statements)
    path = "statement.uses" if statements else "statement"
    need = "which local or national reviews, as papers in the register that the statement uses, or as cases"
    if named is None or elsewhere:
        missing = (Missing(path=path, need=need),)
        message = "what names the reviews stands in another document, or could not be read"
        return (ask.part(subject, None, message, evidence=evidence, missing=missing),)
    return (ask.silent(subject, (Topic.REPORT,), path, need),)


THE_REVIEWS = Say(
    topic=Topic.REPORT,
    part="decisions",
    subjects=("which reviews they were",),
    uses=paper("practice-review", "report", "the review", DocumentKind.YEARLY_REPORT),
    document=DocumentKind.YEARLY_REPORT,
)

# The use of restraint, where there is a secure establishment

_SECURE = frozenset({28, 29, 30})
"""The paragraphs of the Schedule for secure colleges, secure training centres and young offender institutions."""
_HELD = (Topic.RELEVANT_AGENCIES, Topic.CUSTODY_HOMES)


def secure_establishment(ask: Ask) -> bool | None:
    """Say whether there is a secure establishment in the area, as far as the arrangements say."""
    situation = ask.situation
    found = [_is_secure(ask, agency) for agency in situation.of("agencies") if _may_be(agency)]
    none = no_youth_custody(ask)
    # Where the text says that there is none here, a class of agencies is of elsewhere, or of something else.
    found += [] if none else [_of_the_schedule(agency) for agency in situation.of("relevant_agencies")]
    if True in found:
        return True
    if None in found or none is None:
        return None
    return False if none or situation.fully_read(*_HELD) else None


def no_youth_custody(ask: Ask) -> bool | None:
    """Say whether the arrangements say that there is no youth custody in the area; open where they speak of any."""
    youth = [one for one in ask.situation.statements(Topic.CUSTODY_HOMES) if "youth-custody" in one.parts]
    if any(one.values("stance") != (Stance.NOTHING_HERE,) for one in youth):
        return None
    counted = any(one.says and one.where for one in youth)
    return counted and ask.situation.fully_read(Topic.CUSTODY_HOMES)


def _may_be(agency: Any) -> bool:
    kinds = agency.values("kind")
    return not kinds or AgencyKind.SECURE_ESTABLISHMENT in kinds


def _is_secure(ask: Ask, agency: Any) -> bool | None:
    kind = agree(kind is AgencyKind.SECURE_ESTABLISHMENT for kind in agency.values("kind"))
    return all_of([kind, ask.situation.during(agency)])


def _of_the_schedule(agency: RelevantAgency) -> bool | None:
    """Say whether an entry is one of a secure establishment; open for a class of which the paragraphs are not said."""
    return agree(_among(paragraphs, agency) for paragraphs in agency.values("paragraphs"))


def _among(paragraphs: tuple[int, ...] | None, agency: RelevantAgency) -> bool | None:
    if paragraphs is None:
        return None if agency.agency is None else False  # the kind of a body that is named is looked at by itself
    if _SECURE.isdisjoint(paragraphs):
        return False
    return True if _SECURE.issuperset(paragraphs) else None


_ON_RESTRAINT = in_reports(Topic.REPORT, {"restraint": "the review of the use of restraint"})


def _restraint(ask: Ask) -> Answer:
    """Look for a review of the use of restraint in each report, where there is a secure establishment."""
    here = secure_establishment(ask)
    if here is False:
        return ask.one(NOT_APPLICABLE, "no secure establishment is named in the area")
    # Once there is one, a report that says nothing of restraint lacks what it should contain.
    as_content = evolve(ask, requirement=evolve(ask.requirement, silence=NOT_MET))
    found: Answer = _ON_RESTRAINT["check"](as_content)
    if here:
        return found
    need = Missing(path="agency", need="whether there is a secure establishment in the area")
    message = f"{found.message}; whether there is a secure establishment in the area is open"
    possible = found.possible | {NOT_APPLICABLE}
    missing = (need, *found.missing) if len(possible) > 1 else ()
    return evolve(found, possible=possible, message=message, missing=missing)


# Where it is published


def _available(ask: Ask) -> Answer:
    """Look whether the arrangements say where reports are published, and at which address each report is."""
    parts = [said(ask, Topic.YEARLY_REPORT, "where", "where reports are published")]
    for report in ask.situation.documents_of(DocumentKind.YEARLY_REPORT):
        publication = report.publication
        when = publication.published
        subject = f"the report published {when.in_words()}" if when else "the report without a date"
        address = publication.values("url")
        if address and all(address):
            evidence = ask.evidence(publication, "url")
            parts.append(ask.part(subject, True, f"at {' or '.join(address)}", evidence=evidence))
        else:
            need = Missing(path="publication.url", need=f"where {subject} can be read")
            parts.append(ask.part(subject, OPEN, "no address is recorded", missing=(need,)))
    return ask.whole(parts)


def _settle_available(draft: Draft, answer: Answer) -> Outcome | None:
    """Draft where reports are published; and the address of the only report, where it has none."""
    words = "where reports are published"
    reports = draft.ask.situation.documents_of(DocumentKind.YEARLY_REPORT)
    lacking = [report for report in reports if not report.publication.values("url") or not report.publication.url]
    if lacking and (len(reports) > 1 or lacking[0].publication.also):
        return None
    if any(part.subject == words and part.outcome is MET for part in answer.parts) is False:
        draft.state(Topic.YEARLY_REPORT.value, ("where",), (words,))
    if lacking:
        draft.publish(DocumentKind.YEARLY_REPORT, url=Blank("where the report is published", Fill.ADDRESS))
    return MET


READ = Verification.READ
_BY_GUIDANCE: Any = {"level": Level.SHOULD, "citations": (guidance(HEADING),)}


def _r(**more: Any) -> Requirement:
    return Requirement(who="safeguarding partners", heading=HEADING, **({"silence": NOT_MET} | more))


REQUIREMENTS = (
    _r(
        key="ch3.report.done",
        title="What the report says was done",
        level=Level.MUST,
        asks=(
            "The report says what the partners and relevant agencies have done as a result of the arrangements, those "
            "for practice reviews among them."
        ),
        citations=(act("16G", "(7)(a)"), act("16F", "(1)"), guidance(HEADING)),
        verification=READ,
        read_at=("S16G", "BUCKS", "COVENTRY"),
        do="Say in the report what was done as a result of the arrangements, and on practice reviews.",
        **in_reports(
            Topic.REPORT, {"done": "what was done as arranged", "reviews": "what was done on practice reviews"}
        ),
    ),
    _r(
        key="ch3.report.effective",
        title="How effective the arrangements have been",
        level=Level.MUST,
        asks="The report says how effective the arrangements have been in practice.",
        citations=(act("16G", "(7)(b)"), guidance(HEADING)),
        verification=READ,
        read_at=("S16G", "BUCKS", "COVENTRY"),
        do="Say in the report how effective the arrangements have been.",
        **in_reports(Topic.REPORT, {"effective": "how effective the arrangements have been"}),
    ),
    _r(
        key="ch3.report.impact",
        title="Evidence of impact on children",
        asks=(
            "The report gives evidence of the impact of the work of partners and relevant agencies, training "
            "included, on outcomes for children, from early help to looked-after children and care leavers."
        ),
        verification=READ,
        read_at=("BUCKS",),
        do="Give evidence in the report of what the work, and the training, changed for children.",
        **_BY_GUIDANCE,
        **in_reports(
            Topic.REPORT,
            {"impact": "evidence of impact on children", "training-impact": "the impact of training"},
            by_person=True,
        ),
    ),
    _r(
        key="ch3.report.gaps",
        title="Where there is little progress",
        asks="The report analyses where there is little or no evidence of progress on agreed priorities.",
        verification=READ,
        read_at=("BUCKS",),
        do="Say in the report on which priorities there was little or no progress, and why.",
        **_BY_GUIDANCE,
        **in_reports(Topic.REPORT, {"gaps": "where there is little or no progress"}, by_person=True),
    ),
    _r(
        key="ch3.report.decisions",
        title="Decisions on the recommendations of reviews",
        asks=(
            "The report records the decisions and actions, taken or planned, on the recommendations of local and "
            "national reviews, and the improvements that resulted."
        ),
        verification=READ,
        read_at=("BUCKS",),
        do="Record in the report, for each review by name, what was decided and done, and what improved.",
        **_BY_GUIDANCE,
        **in_reports(
            Topic.REPORT,
            {"decisions": "decisions and actions on recommendations", "improvements": "the improvements that resulted"},
            beside=_which_reviews,
            also=(THE_REVIEWS,),
        ),
    ),
    _r(
        key="ch3.report.feedback",
        title="Feedback from children and families",
        asks="The report says how feedback from children and families was sought and used.",
        verification=READ,
        read_at=("BUCKS",),
        do="Say in the report how children and families were asked, and what came of it.",
        **_BY_GUIDANCE,
        **in_reports(Topic.REPORT, {"feedback": "how feedback was sought and used"}, by_person=True),
    ),
    _r(
        key="ch3.report.restraint",
        title="Review of the use of restraint",
        asks=(
            "Where there is a secure establishment in the area, the report includes a review of the use of restraint "
            "there."
        ),
        verification=Verification.MEMORY,
        silence=NOT_APPLICABLE,
        do="Say whether there is a secure establishment in the area; if so, review there the use of restraint.",
        **_BY_GUIDANCE,
        **(_ON_RESTRAINT | {"check": _restraint}),
    ),
    _r(
        key="ch3.report.available",
        title="Reports are widely available",
        asks="The report is made widely available; the published arrangements say where reports will be published.",
        verification=Verification.MEMORY,
        checked=Checked.DOCUMENTS,
        reaches=frozenset({MET, PARTLY_MET, NOT_MET, INDETERMINATE}),
        do="Say in the arrangements where reports are published, and record the address of each.",
        check=_available,
        settle=_settle_available,
        premises=("ch3.partners.arrange",),
        owed_from=FIRST_PUBLICATION,
        **_BY_GUIDANCE,
    ),
    _r(
        key="ch3.report.updates",
        title="Updates to the arrangements",
        asks="The report gives the updates to the published arrangements, and when they are to be implemented.",
        verification=Verification.MEMORY,
        do="List in the report what changes in the arrangements, and from when.",
        **_BY_GUIDANCE,
        **in_reports(
            Topic.REPORT,
            {"updates": "updates to the arrangements", "timescale": "when they are to be implemented"},
        ),
    ),
)
