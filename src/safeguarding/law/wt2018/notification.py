"""Chapter 4, notifying serious incidents: whom the local authority tells, and by when."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import evolve

from safeguarding.dates import TimeLimit, Unit
from safeguarding.law.asking import Ask
from safeguarding.law.casework import Shown, by_runs, shown
from safeguarding.law.clocks import Clock, Run, run
from safeguarding.law.instruments import Verification, act, guidance
from safeguarding.law.outcomes import Answer, Missing
from safeguarding.law.requirement import Checked, Level, Requirement
from safeguarding.law.said import the_best
from safeguarding.law.stated import INDETERMINATE, MET, NOT_APPLICABLE, NOT_DUE, NOT_MET, stated
from safeguarding.law.steps import Step, step
from safeguarding.law.wt2018.review_duties import cite, citing
from safeguarding.model import AgencyKind, Case, CaseKind, Edition, Event, Happening, Recipient, Topic
from safeguarding.unknown import agree

HEADING = "Notifying serious incidents"

INCIDENT = step("the incident", Happening.INCIDENT)
AWARE = step("the authority's becoming aware", Happening.AWARE)
TO_PANEL = step("the notification to the Panel", Happening.NOTIFIED, to=[Recipient.PANEL])
_TO_PARTNERS = step("the report to the safeguarding partners", Happening.NOTIFIED, to=[Recipient.SAFEGUARDING_PARTNERS])
TO_MINISTER = step(
    "the notification to the Secretary of State",
    Happening.NOTIFIED,
    to=[Recipient.SECRETARY_OF_STATE, Recipient.DEPARTMENT_FOR_EDUCATION],
)
TO_OFSTED = step("the notification to Ofsted", Happening.NOTIFIED, to=[Recipient.OFSTED])
_LOOKED_AFTER_DEATH = step("the death of a looked-after child", Happening.LOOKED_AFTER_DEATH)
LATER = (step("the next step", Happening.RAPID_REVIEW_COMPLETED, Happening.DECIDED, Happening.PUBLISHED),)
SERIOUS = (INCIDENT, AWARE)
"""The steps that show that a case is a serious incident, and not only the death of a looked-after child."""


FIVE_WORKING_DAYS = (5, Unit.WORKING_DAYS)


def in_five_days(key: str, stop: Step, *, ever: bool = False) -> dict[str, Any]:
    """Make the check that something is done within five working days of awareness, by the authority whose case it is.

    Args:
        key: the key of the requirement.
        stop: what is to be done.
        ever: whether it is enough that it was done at all.
    """
    limit = TimeLimit.within(*FIVE_WORKING_DAYS, requirement=key)
    clock = Clock(limit=limit, start=AWARE, stop=stop, asked=SERIOUS, ever=ever)

    def runs(ask: Ask) -> Iterator[Run]:
        for case in ask.situation.caseload.of(CaseKind.SERIOUS_INCIDENT):
            by_it, perhaps, by_others = _by_whom(ask, case, stop)
            for found in run(ask, case, clock, (by_it, perhaps)):
                yield _of_others(ask, found, by_others) if by_others else found

    return by_runs(CaseKind.SERIOUS_INCIDENT, runs)


def _by_whom(ask: Ask, case: Case, stop: Step) -> tuple[list[Event], list[Event], list[Event]]:
    """Part the events that are a step: by the authority whose case it is, perhaps by it, by another one."""
    parted: dict[bool | None, list[Event]] = {True: [], None: [], False: []}
    sure, perhaps = stop.taken(case)
    for event in (*sure, *perhaps):
        truth = _is_its_own(ask, case, event)
        parted[None if truth and event in perhaps else truth].append(event)
    return parted[True], parted[None], parted[False]


def _is_its_own(ask: Ask, case: Case, event: Event) -> bool | None:
    """Say whether an event is the doing of the authority whose case it is; where it says of nobody, it is."""
    if event.values("by") == (None,):
        return True
    return agree(_for_it(ask, by, owes) for by in event.values("by") for owes in case.values("authority"))


def _for_it(ask: Ask, by: str | None, owes: str | None) -> bool | None:
    """Say whether what one body did counts for an authority; open of one that may act for it."""
    if by is None or owes is None or by == owes:
        return True
    agency = ask.situation.entries[by]
    acts = agree(owes in others for others in agency.values("acts_for"))
    if acts is not False:
        return acts
    return agree(False if kind is AgencyKind.LOCAL_AUTHORITY else None for kind in agency.values("kind"))


def _of_others(ask: Ask, found: Run, events: list[Event]) -> Run:
    """Say of a clock that was not stopped in time that another authority did what was to be done."""
    if not found.possible & {NOT_MET, NOT_DUE}:
        return found
    told = tuple(item for event in events for item in ask.evidence(event, "by"))
    message = f"{found.message}; {found.stop} was recorded of another authority than the one whose case it is"
    return evolve(found, message=message, evidence=(*found.evidence, *told))


_GIVEN = frozenset({Edition.WT2018, Edition.WT2023, Edition.WT2026})
"""The editions that are guidance under section 16C: those since it came into force."""


def _regard(ask: Ask) -> Answer:
    """Look whether the guidance on notification is cited: by the arrangements, or where they say how it is done."""
    words = "the guidance on notification"
    stated_so = [one for one in ask.situation.statements(Topic.SERIOUS_CASES) if "notification-guidance" in one.parts]
    publication = ask.situation.document.publication if ask.situation.document else None
    named = publication.values("guidance") if publication else ((),)
    also_said = stated_so or not any(named) or not ask.situation.fully_read(Topic.SERIOUS_CASES)
    found = [citing(ask, "notification-guidance", words)] if also_said else []
    if publication is not None and (not named or any(named)):
        truth = agree(not _GIVEN.isdisjoint(editions) for editions in named)
        cites = ", ".join(edition.value for edition in publication.guidance)
        message = f"the arrangements name {cites}" if named else "the guidance named could not be read"
        need = Missing(path="publication.guidance", need="the guidance that the arrangements say they were made under")
        evidence = ask.evidence(publication, "guidance", cites) if named else ()
        found.append(ask.part(words, truth, message, evidence=evidence, missing=() if truth else (need,)))
    return ask.whole([the_best(words, found)])


def _r(**more: Any) -> Requirement:
    return Requirement(who="local authority", heading=HEADING, silence=INDETERMINATE, **more)


REQUIREMENTS = (
    Requirement(
        key="ch4.def.serious-case",
        title="What a serious child safeguarding case is",
        level=Level.DEFINITION,
        who="-",
        asks=(
            "A case in which a local authority, or another person with functions relating to children, knows or "
            "suspects abuse or neglect, and the child has died or been seriously harmed."
        ),
        heading=HEADING,
        citations=(act("16B", "(9)"), act("16L")),
        verification=Verification.READ,
        read_at=("S16B", "SEFTONRR", "SEFTON111"),
        checked=Checked.NOT_TESTED,
        silence=NOT_APPLICABLE,
        do="Nothing to do: this says which cases a log has as serious incidents.",
    ),
    _r(
        key="ch4.notify.duty",
        title="The Panel is notified of a serious incident",
        level=Level.MUST,
        asks=(
            "The local authority notifies the Panel when it knows or suspects abuse or neglect and the child dies or "
            "is seriously harmed in its area or, where the child normally lives there, outside England."
        ),
        citations=(act("16C", "(1)"),),
        verification=Verification.READ,
        read_at=("S16C", "SLOUGH"),
        do="Notify the Panel, and record the day and the authority that did it.",
        # The guidance's five working days say from when the absence of what the Act asks counts: they fall due there.
        **(in_five_days("ch4.notify.duty", TO_PANEL, ever=True) | {"runs": None}),
    ),
    _r(
        key="ch4.notify.5wd",
        title="The notification comes within five working days",
        level=Level.SHOULD,
        asks="The local authority notifies within five working days of becoming aware of the incident.",
        citations=(guidance(HEADING, chapter=4),),
        verification=Verification.READ,
        read_at=("TRAFFORD", "MANC", "NELINCS", "GOVSIN", "WIRRALNOT"),
        do="Record when the authority became aware and when it notified the Panel; notify at once if it is due.",
        **in_five_days("ch4.notify.5wd", TO_PANEL),
    ),
    _r(
        key="ch4.notify.partners-5wd",
        title="The partners are told within five working days",
        level=Level.SHOULD,
        asks=(
            "The local authority reports the event to the safeguarding partners of its area, and of others where "
            "that is appropriate, within five working days."
        ),
        citations=(guidance(HEADING, chapter=4),),
        verification=Verification.READ,
        read_at=("NELINCS", "GOVSIN", "WIRRALNOT"),
        do="Record when the safeguarding partners were told; tell them at once if it is due.",
        **in_five_days("ch4.notify.partners-5wd", _TO_PARTNERS),
    ),
    _r(
        key="ch4.notify.lac-death",
        title="A looked-after child's death is notified",
        level=Level.MUST,
        asks=(
            "The local authority notifies the Secretary of State and Ofsted when a looked-after child dies, whether "
            "or not abuse or neglect is known or suspected."
        ),
        citations=(guidance(HEADING, chapter=4),),
        verification=Verification.READ,
        read_at=("NELINCS", "GOVSIN", "WIRRALNOT"),
        do="Notify the Secretary of State and Ofsted, and record the days.",
        **shown(
            CaseKind.SERIOUS_INCIDENT,
            (_LOOKED_AFTER_DEATH,),
            Shown(step=TO_MINISTER, by=LATER, about="to the Secretary of State"),
            Shown(step=TO_OFSTED, by=LATER, about="to Ofsted"),
        ),
    ),
    _r(
        key="ch4.notify.regard",
        title="Guidance on notification is followed",
        level=Level.MUST,
        asks="The local authority has regard to the guidance of the Secretary of State on notifying the Panel.",
        citations=(act("16C", "(2)"),),
        verification=Verification.READ,
        read_at=("S16C",),
        checked=Checked.DOCUMENTS,
        reaches=frozenset({MET, NOT_MET, NOT_DUE, INDETERMINATE}),
        do="Name the edition of Working Together, or the guidance in the register, by which incidents are notified.",
        check=_regard,
        settle=cite("notification-guidance", "the guidance on notification"),
    ),
    Requirement(
        key="ch4.notify.others",
        title="Others tell the partners of incidents",
        level=Level.SHOULD,
        who="others with functions relating to children",
        asks=(
            "Others with functions relating to children tell the safeguarding partners of any incident that they "
            "think should be considered for a review."
        ),
        heading=HEADING,
        citations=(guidance(HEADING, chapter=4),),
        verification=Verification.READ,
        read_at=("WIRRALNOT", "DARLREV"),
        silence=INDETERMINATE,
        do="Say how anybody who works with children refers an incident to the partners.",
        **stated(Topic.SERIOUS_CASES, {"refer": "how others refer an incident to the partners"}),
    ),
)
