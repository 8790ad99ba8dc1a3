"""Working Together 2023, publication of arrangements, and disputes."""

from __future__ import annotations

from typing import Any

from attrs import evolve

from safeguarding.law import remedies
from safeguarding.law.asking import Ask
from safeguarding.law.drafting import Draft
from safeguarding.law.instruments import WT2023, Citation, Verification, act, guidance
from safeguarding.law.outcomes import Answer, Outcome, Part
from safeguarding.law.requirement import Checked, Level, Requirement
from safeguarding.law.said import on_topic, said, the_best
from safeguarding.law.settling import Say, Show, settled
from safeguarding.law.stated import INDETERMINATE, MET, NOT_DUE, NOT_MET, PARTLY_MET, stated
from safeguarding.law.wt2018.publication import REQUIREMENTS as PUBLICATION
from safeguarding.law.wt2018.publication import who_they_are
from safeguarding.law.wt2023.chair import draft_chair
from safeguarding.law.wt2023.delegates import chair, delegates
from safeguarding.law.wt2023.leads import LEAD_OFFICES
from safeguarding.law.wt2023.sign_off import signatures, signed_off
from safeguarding.law.wt2023.updating import by_december, updated
from safeguarding.model import Topic

HEADING = "Publication"
DISPUTES = "Disputes"
_OF_THE_ACT = tuple(
    other
    for other in PUBLICATION
    if other.key in {"ch3.publish.identify-respond", "ch3.publish.lcspr", "ch3.publish.scrutiny"}
)
_EACH = frozenset({MET, PARTLY_MET, NOT_MET, INDETERMINATE})


def _three_items(ask: Ask) -> Answer:
    """Look for the three things that the Act has published, as its own rows do."""
    answers = [(other, other.check(evolve(ask, requirement=other))) for other in _OF_THE_ACT if other.check]
    return ask.whole([
        Part(
            subject=other.title,
            possible=found.possible,
            message=found.message,
            evidence=found.evidence,
            missing=found.missing,
        )
        for other, found in answers
    ])  # fmt: skip


def _partners(ask: Ask) -> Answer:
    return ask.whole([*who_they_are(ask), *delegates(ask), chair(ask)])


def _training_and_audits(ask: Ask) -> Answer:
    return ask.whole(on_topic(ask, Topic.TRAINING, _TRAINING) + on_topic(ask, Topic.AUDITS, _AUDITS))


_TRAINING = {"commission": "commissioning", "deliver": "delivery", "monitor": "monitoring its impact"}
_AUDITS = {"programme": "the programme of audits"}


_VOICES = {"children": "the voice of children", "families": "the voice of families"}
_ROUTES = {"escalation": "how to escalate concerns", "whistleblowing": "whistleblowing"}
_RESOLVED = "how disputes are resolved"


def _voice(ask: Ask) -> Answer:
    """Look for the voice of children and families, and the routes; a procedure for disputes says how they end."""
    words = _RESOLVED
    disputes = [said(ask, Topic.DISPUTES, "steps", words), said(ask, Topic.RA_ROUTES, "disputes", words)]
    return ask.whole([
        *on_topic(ask, Topic.VOICE, _VOICES), *on_topic(ask, Topic.RA_ROUTES, _ROUTES), the_best(words, disputes),
    ])  # fmt: skip


def _settle_three(draft: Draft, _: Answer) -> Outcome | None:
    """Draft what settles each of the three, as its own row does."""
    for other in _OF_THE_ACT:
        if other.check is None or other.settle is None:
            continue
        found = other.check(evolve(draft.ask, requirement=other))
        if found.outcome is not MET and other.settle(draft, found) is None:
            return None
    return MET


def _at(where: str, heading: str = HEADING) -> Citation:
    return guidance(heading, where, chapter=2, edition=WT2023)


def _r(*citations: Citation, **more: Any) -> Requirement:
    """Make a requirement on what the arrangements contain; what differs is given."""
    usual: dict[str, Any] = {
        "level": Level.SHOULD,
        "who": "safeguarding partners",
        "heading": f"{HEADING}, 2023",
        "citations": citations or (_at("paragraph 104"),),
        "verification": Verification.READ,
        "read_at": ("WT23",),
        "silence": NOT_MET,
        "premises": ("ch3.partners.arrange",),
    }
    return Requirement(**{**usual, **more})


def _by_parts(check: Any) -> dict[str, Any]:
    return {"check": check, "checked": Checked.DOCUMENTS, "reaches": _EACH}


_EXPECTATION = Citation(
    instrument=WT2023,
    provision=(
        "not in its text: the expectation of the Department for Education that it was acted on by December 2024, as a "
        "partnership reports it"
    ),
)

REQUIREMENTS = (
    _r(
        _at("paragraph 103"),
        act("16G", "(1)-(3)"),
        key="wt23.publish.must",
        title="The three statutory items are published",
        level=Level.MUST,
        asks=(
            "The published arrangements say how needs are identified and responded to, how local child safeguarding "
            "practice reviews are commissioned and published, and how the arrangements are scrutinised independently."
        ),
        do="Say all three in the arrangements: needs, practice reviews, independent scrutiny.",
        settle=_settle_three,
        repeats=tuple(other.key for other in _OF_THE_ACT),
        **_by_parts(_three_items),
    ),
    _r(
        key="wt23.publish.delegates-chair",
        title="Who the partners, delegates and chair are",
        asks="They say who the safeguarding partners are, with their delegates and the partnership chair.",
        do="Name each partner and who represents it, each delegated safeguarding partner, and the partnership chair.",
        succeeds=("ch3.publish.partners",),
        settle=settled(
            remedies.leads_by("who represents {}", LEAD_OFFICES),
            remedies.delegates("the delegate of {}"),
            Show(subjects=("the partnership chair",), draft=draft_chair),
        ),
        **_by_parts(_partners),
    ),
    _r(
        key="wt23.publish.education",
        title="How education and childcare are included",
        asks=(
            "They say how all early years and childcare settings, schools, colleges, alternative provision and other "
            "educational establishments are included."
        ),
        do="Say of each kind of education and childcare, colleges and alternative provision too, how it is included.",
        succeeds=("ch3.publish.education",),
        **stated(
            Topic.EDUCATION,
            {
                "early-years": "early years settings",
                "childcare": "childcare settings",
                "schools": "schools",
                "independent-schools": "independent schools",
                "academies-and-free-schools": "academies and free schools",
                "colleges": "colleges",
                "alternative-provision": "alternative provision",
                "other-establishments": "other educational establishments",
            },
            plan=True,
        ),
    ),
    _r(
        key="wt23.publish.info-sharing",
        title="How information and data are shared safely",
        asks="They say how information and data are shared safely, with the processes and the principles.",
        do="Say by what processes, and on what principles, information and data are shared safely.",
        **stated(
            Topic.DATA_SHARING,
            {"process": "the processes of sharing", "principles": "the principles of sharing"},
            plan=True,
        ),
    ),
    _r(
        key="wt23.publish.training-audits",
        title="Multi-agency training and audits",
        asks="They say how multi-agency training is commissioned, delivered and monitored, and how audits are done.",
        do="Say who commissions, delivers and monitors the training, and describe the programme of audits.",
        succeeds=("ch3.publish.training", "ch3.publish.audits"),
        settle=settled(
            *(Say(topic=Topic.TRAINING, part=part, subjects=(words,)) for part, words in _TRAINING.items()),
            *(Say(topic=Topic.AUDITS, part=part, subjects=(words,)) for part, words in _AUDITS.items()),
        ),
        repeats=("ch3.publish.training", "ch3.publish.audits"),
        **_by_parts(_training_and_audits),
    ),
    _r(
        key="wt23.publish.voice-escalation",
        title="Voice, escalation, disputes and whistleblowing",
        asks=(
            "They say how children and families are heard, and how concerns are escalated, disputes resolved and the "
            "whistle blown."
        ),
        do="Say how children and families are heard, and give the routes for concerns, disputes and whistleblowing.",
        succeeds=("ch3.publish.voice",),
        settle=settled(
            *(Say(topic=Topic.VOICE, part=part, subjects=(words,)) for part, words in _VOICES.items()),
            *(Say(topic=Topic.RA_ROUTES, part=part, subjects=(words,)) for part, words in _ROUTES.items()),
            Say(topic=Topic.DISPUTES, part="steps", subjects=(_RESOLVED,)),
        ),
        **_by_parts(_voice),
    ),
    _r(
        _at("paragraph 102"),
        key="wt23.publish.signed-off",
        title="Arrangements and report are signed off by all",
        who="lead safeguarding partners",
        asks=(
            "The arrangements and the yearly report are contributed to and signed off by all lead safeguarding "
            "partners, linked to each other, and easily accessible."
        ),
        do="Have every lead safeguarding partner sign off both documents, link them, and record who signed.",
        settle=settled(signatures),
        **_by_parts(signed_off),
    ),
    _r(
        _at("paragraph 105"),
        key="wt23.publish.update",
        title="Updated on a key change, and sent on",
        asks=(
            "The arrangements are updated when something important changes, such as a lead, the year's priorities or "
            "the list of agencies, and the update is sent to the Department for Education."
        ),
        do="Say how key changes lead to an update, update the arrangements, and send the update to the Department.",
        checked=Checked.DOCUMENTS,
        silence=INDETERMINATE,
        reaches=_EACH | {NOT_DUE},
        check=updated,
        settle=settled(
            Say(topic=Topic.UPDATES, part="key-change", subjects=("arrangements are updated on a key change",)),
            Say(topic=Topic.UPDATES, part="sent", subjects=("updates are sent to the Department for Education",)),
        ),
    ),
    _r(
        _EXPECTATION,
        key="wt23.publish.by-dec-2024",
        title="Arrangements for 2023 stand by December 2024",
        asks=(
            "Arrangements under the guidance of 2023 are published, or those before it updated, by December 2024; the "
            "31st is from memory."
        ),
        read_at=("CIOS",),
        do="Put every version of the arrangements among the files, each with the day on which it was published.",
        checked=Checked.DOCUMENTS,
        silence=INDETERMINATE,
        premises=(),
        reaches=frozenset({MET, NOT_MET, NOT_DUE, INDETERMINATE}),
        check=by_december,
        ceased="its day is past, and no counterpart of 2026 was found",
    ),
    _r(
        _at("paragraphs 110-113", DISPUTES),
        act("16G"),
        key="wt23.dispute.system",
        title="A system for resolving disputes",
        who="lead safeguarding partners",
        heading=f"{DISPUTES}, 2023",
        asks=(
            "The lead safeguarding partners agree a system for disputes, for single and recurring ones, which uses "
            "local stakeholders such as the police and crime commissioner, the mayor, the lead member or independent "
            "persons, and then the Secretary of State."
        ),
        silence=INDETERMINATE,
        do="Set out the stages, what is done about recurring disputes, which stakeholders help, and where they end.",
        succeeds=("ch3.dispute.local", "ch3.dispute.sos"),
        **stated(
            Topic.DISPUTES,
            {
                "steps": "the stages",
                "recurring": "recurring issues",
                "stakeholders": "local stakeholders",
                "secretary-of-state": "the Secretary of State at the end",
            },
        ),
    ),
)
