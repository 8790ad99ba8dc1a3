"""Chapter 5, child death reviews: the duties of the Act."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from attrs import evolve

from safeguarding.law.asking import Ask, once
from safeguarding.law.drafting import Draft
from safeguarding.law.instruments import Verification, act
from safeguarding.law.outcomes import OPEN, Answer, Missing, Outcome, Part
from safeguarding.law.papers import writable
from safeguarding.law.powers import power, unless_unused
from safeguarding.law.requirement import Amended, Checked, Level, Requirement
from safeguarding.law.said import said, the_best
from safeguarding.law.settling import Say, partners, settled
from safeguarding.law.stated import (
    INDETERMINATE,
    MET,
    NOT_APPLICABLE,
    NOT_DUE,
    NOT_MET,
    PARTLY_MET,
    stated,
)
from safeguarding.law.wt2018.areas import exists
from safeguarding.law.wt2018.charged import charged, group_for
from safeguarding.law.wt2018.child_death_panels import BY_GUIDANCE, REVIEWED_BY
from safeguarding.law.wt2018.child_death_partners import Agencies, agencies, guidance_used, spoken_of
from safeguarding.law.wt2018.child_deaths import DUTIES
from safeguarding.model import (
    ActingFor,
    Area,
    Document,
    DocumentKind,
    Edition,
    Function,
    Funding,
    FundingLine,
    Side,
    Topic,
)
from safeguarding.structure import nothing
from safeguarding.unknown import agree

HEADING = "Statutory requirements"
_DEATHS = Topic.CHILD_DEATHS
_PANEL = "a child death overview panel or its equivalent"


# Reviews


def _resident(ask: Ask) -> Answer:
    """Look for the body that reviews deaths, or for a statement of with whom else they are reviewed."""
    need = "the body that reviews child deaths, with child-death-review in its remit, or with whom else it is arranged"
    found = [group_for(ask, Function.CHILD_DEATHS, _PANEL, need)]
    if any("review" in statement.parts for statement in ask.situation.statements(_DEATHS)):
        found.insert(0, _with_others(ask))
    return ask.whole([the_best(_PANEL, found)])


def _with_others(ask: Ask) -> Part:
    """Look what is said of the review; a statement that names nobody leaves open by whom it is done."""
    words = "an arrangement for the review of each death"
    part = said(ask, _DEATHS, "review", words)
    several = [one for one in ask.situation.statements(_DEATHS) if "review" in one.parts]
    if MET not in part.possible or any(one.who or one.by_reference or "who" in one.unknown for one in several):
        return part
    need = Missing(path=f"{ask.situation.path(several[0])}.who", need="the body or the agency that reviews deaths")
    return evolve(part, possible=part.possible | OPEN, message="said, and not by whom", missing=(need,))


# The report


_REPORT = {"report-done": "what was done", "report-effective": "how effective the arrangements were"}


def _report(ask: Ask) -> Answer:
    """Look for a report on child deaths among the files, and for how often there is to be one."""
    reports = [
        document
        for kind in (DocumentKind.OTHER, DocumentKind.YEARLY_REPORT)
        for document in ask.situation.documents_of(kind)
        if any(one.topic is _DEATHS and _REPORT.keys() & set(one.parts) for one in document.statements)
    ]
    parts = [_of_reports(ask, reports, part, words) for part, words in _REPORT.items()] if reports else _unknown(ask)
    return ask.whole([_interval(ask), *parts])


def _of_reports(ask: Ask, reports: list[Document], part: str, words: str) -> Part:
    """Look for one of the two in each report: what any of them says counts, if it was published by the date."""
    found = []
    for report in reports:
        one = said(evolve(ask, situation=ask.situation.within(report)), _DEATHS, part, words)
        published = report.publication.values("published")
        if not published or any(when and not when.not_after(ask.as_of) for when in published):
            need = Missing(path="publication.published", need="whether the report was published by the date")
            one = evolve(one, possible=one.possible | OPEN, missing=(*one.missing, need), due=None)
        found.append(one)
    return the_best(words, found)


def _unknown(ask: Ask) -> list[Part]:
    """Make the parts for a report that is not among the files; where the register has it, it is named."""
    used = [name for one in ask.situation.statements(_DEATHS) if "report" in one.parts for name in one.uses]
    name = f"“{ask.situation.name(used[0])}”" if used else "a report on child deaths"
    path = f"register.{used[0]}.supplied" if used else "kind"
    need = Missing(path=path, need=f"{name}, as a file of kind other, with what it says on the topic child-deaths")
    message = f"{name} is {'named, and ' if used else ''}not among the files"
    return [ask.part(words, None, message, missing=(need,)) for words in _REPORT.values()]


def _interval(ask: Ask) -> Part:
    """Look whether it is said how often a report is published."""
    words = "at which intervals there is a report"
    part = said(ask, _DEATHS, "report", words)
    several = [one for one in ask.situation.statements(_DEATHS) if "report" in one.parts]
    if not several or MET not in part.possible or any(one.how_often or one.by_reference for one in several):
        return part
    need = Missing(path=f"{ask.situation.path(several[0])}.how_often", need="how often there is a report")
    return evolve(part, possible=part.possible | OPEN, message="said, and not how often", missing=(need,))


def _settle_report(draft: Draft, answer: Answer) -> Outcome | None:
    """Draft how often there is a report; and, in the only document of another kind or in a new one, what it says."""
    kind = DocumentKind.OTHER
    if not writable(draft, kind):
        return None
    interval = Say(
        topic=_DEATHS,
        part="report",
        subjects=("at which intervals there is a report",),
        how_often="how often there is a report on child deaths",
    )
    contents = (Say(topic=_DEATHS, part=part, subjects=(words,), document=kind) for part, words in _REPORT.items())
    return settled(interval, *contents)(draft, answer)


# Payments


def _fund(ask: Ask) -> Answer:
    """Look whether a child death review partner pays for the review, in a line or as it is said."""
    own = agencies(ask)
    funding: tuple[Funding, ...] = ask.situation.of("funding")
    lines = [(one, line) for one in funding for line in one.lines if line.for_child_deaths and not nothing(line)]
    paid = [(one, line) for one, line in lines if own.sure & {*line.paid_by, *line.on_behalf_of}]
    if any(len(one.values("lines")) == 1 for one, _ in paid):
        evidence = once(item for one, line in paid for item in ask.evidence(one, "lines", line.label))
        return ask.one(True, f"paid: {', '.join(line.label for _, line in paid)}", evidence=evidence)
    words = "payments for the review of child deaths"
    need = "what the local authority and the health body pay for it, in lines marked for_child_deaths"
    found = [unless_unused(ask.silent(words, (Topic.FUNDING, _DEATHS), "funding.lines", need))]
    doubts = tuple(_doubts(ask, funding, [line for _, line in lines], own))
    if doubts:
        possible = frozenset({MET, NOT_APPLICABLE})
        found.append(ask.part(words, possible, "who pays for it is open", missing=doubts))
    payers = own.sure | own.perhaps
    paying = [one for one in ask.situation.statements(_DEATHS) if "funding" in one.parts]
    if any(payers & {*one.who} or len(one.values("who")) != 1 or one.by_reference for one in paying):
        part = unless_unused(said(ask, _DEATHS, "funding", words))
        surely = any(own.sure & {*one.who} and len(one.values("who")) == 1 for one in paying)
        found.append(part if surely else evolve(part, possible=part.possible | {NOT_APPLICABLE}, due=None))
    best = the_best(words, found)
    return ask.whole([best], "no such payment is recorded" if best.outcome is NOT_APPLICABLE else best.message)


def _doubts(ask: Ask, funding: tuple[Funding, ...], lines: list[FundingLine], own: Agencies) -> Iterator[Missing]:
    """Say what leaves open whether a partner pays: a line that could not be read, or whose payer is not plain."""
    for one in funding:
        if len(one.values("lines")) != 1:
            yield Missing(path=f"{ask.situation.path(one)}.lines", need="which lines are for the review of deaths")
    for line in lines:
        if not line.paid_by or own.perhaps & {*line.paid_by, *line.on_behalf_of}:
            yield Missing(path="funding.lines", need=f"which partner pays “{line.label}”")
    if lines and not ask.situation.fully_read(Topic.PARTNERS):
        yield Missing(path="partner", need="who the local authority and the health body are")


def _settle_fund(draft: Draft, answer: Answer) -> Outcome | None:
    """Draft that the partners pay for it: those that are named, or, where none is, the local authority."""
    there = agencies(draft.ask)
    if not there.sure and draft.ask.situation.partners:
        return None
    subject = "payments for the review of child deaths"
    named = (lambda _: tuple(sorted(there.sure))) if there.sure else partners(Side.LOCAL_AUTHORITY)
    return settled(Say(topic=_DEATHS, part="funding", subjects=(subject,), who=named))(draft, answer)


# Areas together


def _combine(ask: Ask) -> Answer:
    """Look whether deaths of several areas are reviewed as of one, or one partner acts for another."""
    words = "areas treated as one, or one partner acting for another"
    own = [area for area in ask.situation.of("areas") if exists(area, ask.as_of) is not False]
    found: list[Part] = []
    for one in charged(ask, Function.CHILD_DEATHS):
        truth = agree(
            _several(ask, [area for area in own if not serves or area.id in serves])
            for serves in one.body.values("serves")
        )
        if truth is False:
            continue
        need = Missing(path=f"body.{one.body.id}.serves", need=f"which areas {one.body.name} serves")
        open_part = frozenset({MET, NOT_APPLICABLE})
        found.append(
            ask.part(
                words,
                MET if truth and one.surely else open_part,
                f"{one.body.name} serves more than one local authority area",
                evidence=ask.evidence(one.body, "serves"),
                missing=() if truth and one.surely else (*one.missing, need),
            )
        )
    found += _acting(ask, words)
    found.append(unless_unused(said(ask, _DEATHS, "combined", words)))
    best = the_best(words, found)
    message = "no areas are recorded as treated as one" if best.outcome is NOT_APPLICABLE else best.message
    return ask.whole([best], message)


def _several(ask: Ask, areas: list[Area]) -> bool | None:
    """Say whether more than one of some areas surely is there; open where more than one may be."""
    sure = sum(exists(area, ask.as_of) is True for area in areas)
    return True if sure > 1 else None if len(areas) > 1 or not ask.situation.fully_read(Topic.AREAS) else False


def _acting(ask: Ask, words: str) -> list[Part]:
    """Make the part for a partner who acts for others: whether in the review of deaths too is not said by that."""
    own = agencies(ask)
    acting: list[ActingFor] = [
        one
        for one in ask.situation.of("acting_for")
        if one.agency in own.sure | own.perhaps or len(one.values("agency")) != 1
    ]
    if not acting:
        return []
    name = ask.situation.name(acting[0].agency)
    need = Missing(
        path="statement", need=f'whether {name} acts for others in the review of deaths too: part "combined"'
    )
    evidence = tuple(item for one in acting for item in ask.evidence(one))
    message = f"{name} acts for others; whether in the review of child deaths too is not said"
    return [ask.part(words, frozenset({MET, NOT_APPLICABLE}), message, evidence=evidence, missing=(need,))]


# Guidance


_SINCE_2018 = frozenset({Edition.WT2018, Edition.WT2023, Edition.WT2026})
"""The editions that speak of child death review partners."""


def _regard(ask: Ask) -> Answer:
    """Look which guidance is named: an edition that speaks of these partners, or other guidance on child deaths."""
    words = "the guidance"
    need = Missing(path="publication.guidance", need="the guidance by which child deaths are reviewed")
    publication = ask.situation.document.publication if ask.situation.document else None
    named = publication.values("guidance") if publication else ((),)
    part = ask.silent(words, (Topic.DATES, _DEATHS), need.path, need.need, unreadable=not named)
    if publication is not None and any(named):
        truth = agree(not _SINCE_2018.isdisjoint(editions) for editions in named)
        names = ", ".join(edition.value for editions in named for edition in editions)
        evidence = ask.evidence(publication, "guidance", names)
        part = ask.part(words, truth, f"named: {names}", evidence=evidence, missing=() if truth else (need,))
        if truth is False and not ask.situation.fully_read(Topic.DATES, _DEATHS, Topic.REGISTER):
            part = evolve(part, possible=OPEN)
        if truth and not spoken_of(ask):
            message = f"{part.message}; that it is followed in the review of child deaths is not said"
            part = evolve(part, possible=OPEN, message=message, missing=(need,))
    used = guidance_used(ask, words)
    return ask.whole([the_best(words, [*used, part])])


def _r(section: str, subsections: str = "", **more: Any) -> Requirement:
    values: dict[str, Any] = {
        "level": Level.MUST,
        "who": "child death review partners",
        "citations": (act(section, subsections),),
        "verification": Verification.READ,
        "read_at": (f"S{section}",),
        "silence": INDETERMINATE,
    } | more
    return Requirement(heading=HEADING, **values)


_BOARDS = Amended(
    starts=date(2022, 7, 1),
    changed="An integrated care board stands where a clinical commissioning group did.",
)

REQUIREMENTS = (
    _r(
        "16Q",
        "(2)",
        key="ch5.partners",
        title="Who the child death review partners are",
        level=Level.DEFINITION,
        who="-",
        asks=(
            "The child death review partners for a local authority area are the local authority, and any health body "
            "whose area takes in any part of it; not the police."
        ),
        read_at=("S16Q", "WTO5"),
        checked=Checked.NOT_TESTED,
        silence=NOT_APPLICABLE,
        do="Nothing to do: this says who the partners are.",
        amended=(_BOARDS,),
    ),
    _r(
        "16M",
        "(1)",
        key="ch5.review.resident",
        title="Each death of a child resident in the area is reviewed",
        asks="The partners arrange for the review of each death of a child normally resident in the area.",
        checked=Checked.DOCUMENTS,
        reaches=frozenset({MET, NOT_MET, NOT_DUE, INDETERMINATE}),
        do="Name the body that reviews child deaths, with child-death-review in its remit, or who does it instead.",
        check=_resident,
        settle=settled(REVIEWED_BY),
    ),
    _r(
        "16M",
        "(2)",
        key="ch5.review.nonresident",
        title="Power to review the death of a child from elsewhere",
        level=Level.MAY,
        asks="The partners may arrange for the review of a death in their area of a child not normally resident there.",
        silence=NOT_APPLICABLE,
        do="Record when the death of a child from elsewhere is reviewed.",
        **power(_DEATHS, "non-resident", "reviews of the deaths of children from elsewhere"),
    ),
    _r(
        "16M",
        "(3)",
        key="ch5.analysis",
        title="What the reviews show is analysed",
        asks="The partners arrange for the analysis of information about the deaths reviewed.",
        do="Record who analyses what the reviews of deaths show, and how.",
        **stated(_DEATHS, {"analysis": "analysis of information about deaths"}),
    ),
    _r(
        "16M",
        "(4)",
        key="ch5.purpose",
        title="What reviews and their analysis are for",
        asks=(
            "Reviews and analysis identify matters relevant to the welfare of children in the area or to public health "
            "and safety, and consider whether anyone should act."
        ),
        do="Record that reviews look for such matters, and ask whether anyone should act on them.",
        **stated(
            _DEATHS,
            {
                "matters": "identifying matters relevant to welfare or public health and safety",
                "action": "considering whether anyone should act",
            },
        ),
    ),
    _r(
        "16M",
        "(6)",
        key="ch5.report",
        title="A report on child death reviews is published",
        asks=(
            "At such intervals as they consider appropriate the partners publish a report on what they did under the "
            "arrangements, and how effective these were."
        ),
        checked=Checked.DOCUMENTS,
        reaches=frozenset({MET, PARTLY_MET, NOT_MET, NOT_DUE, INDETERMINATE}),
        do="Say how often there is a report, and give the newest as a file of kind other.",
        check=_report,
        settle=_settle_report,
    ),
    _r(
        "16N",
        "(1)",
        key="ch5.info.request",
        title="Power to ask for information",
        level=Level.MAY,
        asks="The partners may ask for information that enables or assists the review of deaths.",
        silence=NOT_APPLICABLE,
        do="Record by which process the partners ask for information.",
        **power(Topic.CHILD_DEATH_INFORMATION, "requests", "how information is asked for", by_person=True),
    ),
    _r(
        "16N",
        "(2)-(4)",
        key="ch5.info.comply",
        title="Requests for information are complied with",
        who="person asked",
        asks=(
            "Whoever is asked complies, which an injunction can enforce; the information is used only for the "
            "functions for which it was asked."
        ),
        do="Record that agencies are told of this duty.",
        **stated(Topic.CHILD_DEATH_INFORMATION, {"compliance": "the duty to comply with a request"}, by_person=True),
    ),
    _r(
        "16O",
        key="ch5.fund.power",
        title="Power to pay for child death reviews",
        level=Level.MAY,
        asks=(
            "The partners may make payments, directly or into a pooled fund, and may provide staff, goods, services "
            "and accommodation."
        ),
        checked=Checked.DOCUMENTS,
        silence=NOT_APPLICABLE,
        reaches=frozenset({MET, NOT_APPLICABLE, NOT_DUE, INDETERMINATE}),
        do="Record what the local authority and the health body pay, and mark those lines as for child deaths.",
        check=_fund,
        settle=_settle_fund,
    ),
    _r(
        "16P",
        key="ch5.combine",
        title="Power to review the deaths of several areas together",
        level=Level.MAY,
        who="child death review partners of two or more areas",
        asks=(
            "The partners of two or more areas may agree that these are treated as one; and one local authority, or "
            "one health body, may act for another."
        ),
        read_at=("S16P", "CORNCDR2"),
        checked=Checked.DOCUMENTS,
        silence=NOT_APPLICABLE,
        reaches=frozenset({MET, NOT_APPLICABLE, NOT_DUE, INDETERMINATE}),
        do="Record which areas are treated as one for the review of deaths, and who acts for whom.",
        check=_combine,
        settle=settled(
            Say(topic=_DEATHS, part="combined", subjects=("areas treated as one, or one partner acting for another",))
        ),
        amended=(_BOARDS,),
    ),
    _r(
        "16Q",
        "(1)",
        key="ch5.regard",
        title="Regard to the guidance on child death review",
        asks="The partners have regard to the guidance of the Secretary of State.",
        checked=Checked.DOCUMENTS,
        reaches=frozenset({MET, NOT_MET, INDETERMINATE}),
        do='Record the guidance that is named, as publication.guidance = ["WT2018"], or in the register.',
        check=_regard,
        settle=settled(Say(topic=_DEATHS, part="process", subjects=("the guidance",), uses=BY_GUIDANCE)),
    ),
    *DUTIES,
)
