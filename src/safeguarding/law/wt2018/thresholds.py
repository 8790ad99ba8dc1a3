"""Chapter 1, threshold documents: what they state, and that they are published."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from attrs import evolve

from safeguarding.law.asking import Ask
from safeguarding.law.drafting import Draft
from safeguarding.law.instruments import CHILDREN_ACT_1989, Citation, Verification, guidance
from safeguarding.law.outcomes import Answer, Missing, Outcome, Part
from safeguarding.law.papers import in_the_arrangements, in_the_one_in_force, in_threshold_document, writable
from safeguarding.law.patches import Blank, Fill
from safeguarding.law.requirement import Checked, Level, Requirement
from safeguarding.law.said import said, the_best
from safeguarding.law.settling import Say, settled
from safeguarding.law.stated import INDETERMINATE, MET, NOT_DUE, NOT_MET, PARTLY_MET
from safeguarding.law.wt2018.early_help import ACCESS
from safeguarding.law.wt2018.procedures import STANDS
from safeguarding.model import Document, DocumentKind, Need, PaperKind, Registered, ThresholdLevel, Topic
from safeguarding.unknown import agree, all_of, any_of

TOPIC = Topic.THRESHOLD_DOCUMENT

# That it is published

_PUBLISHED = "the published threshold document"


def _publish(ask: Ask) -> Answer:
    """Look for a threshold document among the files, with date and address; else for what is said of one."""
    found = [_published(ask, document) for document in ask.situation.documents_of(DocumentKind.THRESHOLD_DOCUMENT)]
    speaks = any("published" in statement.parts for statement in ask.situation.statements(TOPIC))
    named = not found and not speaks
    if speaks or not found or not ask.situation.fully_read(TOPIC):
        found.append(said(ask, TOPIC, "published", _PUBLISHED))
    if named:
        found = [
            _registered(ask, entry) for entry in ask.situation.of("register") if _is_one(entry) is not False
        ] + found
    return ask.whole([the_best(_PUBLISHED, found)])


def _published(ask: Ask, document: Document) -> Part:
    """Look at the date and the address of a threshold document that is among the files."""
    publication = document.publication
    dates, addresses = publication.values("published"), publication.values("url")
    when = agree(one.not_after(ask.as_of) if one else None for one in dates)
    known = agree(True if one else None for one in addresses)
    title = document.sources[0].title if document.sources else "the threshold document"
    evidence = (*ask.evidence(publication, "published"), *ask.evidence(publication, "url"))
    if all_of([when, known]):
        words = " or ".join(one.in_words() for one in dates)
        message = f"“{title}”, published {words}, at {' or '.join(addresses)}"
        return ask.part(_PUBLISHED, True, message, evidence=evidence)
    lacks = [
        (name, words)
        for truth, name, words in (
            (when, "published", "the day on which the threshold document was published"),
            (known, "url", "the address at which it is published"),
        )
        if not truth
    ]
    missing = tuple(Missing(path=f"publication.{name}", need=words) for name, words in lacks)
    message = f"“{title}” is among the files; open is {' and '.join(words for _, words in lacks)}"
    return ask.part(_PUBLISHED, None, message, evidence=evidence, missing=missing)


def _is_one(entry: Registered) -> bool | None:
    return agree(kind is PaperKind.THRESHOLD_DOCUMENT for kind in entry.values("kind"))


def _registered(ask: Ask, entry: Registered) -> Part:
    """Make the part for a threshold document that is only named: where and when it is published is open."""
    stands = any(not STANDS.isdisjoint(several) for several in entry.values("standing"))
    message = f"“{entry.title}” is named{'' if stands else ', but not as in force'}, and is not among the files"
    need = Missing(path=f"register.{entry.id}.supplied", need=f"“{entry.title}”, with its date and address")
    return ask.part(_PUBLISHED, ask.anything, message, evidence=ask.evidence(entry), missing=(need,))


def _settle_published(draft: Draft, answer: Answer) -> Outcome | None:
    """Draft the day and the address of the threshold document; where none is among the files, what is said of one."""
    documents = draft.ask.situation.documents_of(DocumentKind.THRESHOLD_DOCUMENT)
    if len(documents) > 1:
        return None
    if not documents:
        return settled(Say(topic=TOPIC, part="published", subjects=(_PUBLISHED,)))(draft, answer)
    publication = documents[0].publication
    if publication.also or (publication.published and publication.published.not_after(draft.ask.as_of) is not True):
        return None
    blanks = {
        "published": Blank("the day of publication", Fill.DAY, until=draft.ask.as_of),
        "url": Blank("where it is published", Fill.ADDRESS),
    }
    lacking = {name: blank for name, blank in blanks.items() if getattr(publication, name) is None}
    draft.publish(DocumentKind.THRESHOLD_DOCUMENT, **lacking)
    return MET


# What it states

Tell = Callable[[str, str], Part]
"""Makes the part for what is said on a part of the topic, by its name in words."""


def _states(need: Need, parts: dict[str, str], level: tuple[str, str] | None = None) -> dict[str, Any]:
    """Make the check that a threshold document states what is asked, beside the levels that stand for a need.

    Args:
        need: the need.
        parts: the parts asked for, each with its name in words.
        level: where a level for the need is asked for as well, the part by which it may be stated, and its name.
    """
    several = len(parts) > 1 or level is not None

    def answer(where: Ask, tell: Tell) -> Answer:
        told = [tell(part, words) for part, words in parts.items()]
        message = None if several else f"{told[0].subject}: {told[0].message}"
        return where.whole([*told, *_level(where, need, level, tell)], message)

    def check(ask: Ask) -> Answer:
        return in_the_one_in_force(
            ask,
            lambda inside: answer(inside, partial(said, inside, TOPIC)),
            lambda: answer(ask, partial(in_the_arrangements, ask, TOPIC)),
        )

    def settle(draft: Draft, found: Answer) -> Outcome | None:
        kind = DocumentKind.THRESHOLD_DOCUMENT
        words = {**parts, **({level[0]: level[1]} if level else {})}
        said_there = (
            Say(topic=TOPIC, part=part, subjects=(subject,), document=kind) for part, subject in words.items()
        )
        return settled(*said_there)(draft, found) if writable(draft, kind) else None

    return {
        "check": check,
        "settle": settle,
        "checked": Checked.DOCUMENTS,
        "reaches": frozenset({MET, NOT_MET, INDETERMINATE} | ({PARTLY_MET} if several else set())),
        "of": DocumentKind.THRESHOLD_DOCUMENT,
    }


def _level(where: Ask, need: Need, asked: tuple[str, str] | None, tell: Tell) -> list[Part]:
    """Make the part for the levels that stand for a need; where none is asked for, they are only shown beside."""
    levels: tuple[ThresholdLevel, ...] = where.situation.of("levels")
    truths = [(agree(need in means for means in level.values("means")), level) for level in levels]
    truth = any_of(one for one, _ in truths)
    words = asked[1] if asked else f"a level for {need.value.replace('-', ' ')}"
    if truth:
        shown = [level for one, level in truths if one]
        message = "; ".join(f"level {level.number}, {', '.join(level.names)}" for level in shown)
        evidence = tuple(item for level in shown for item in where.evidence(level, says=message))
        return [evolve(where.part(words, True, message, evidence=evidence), counts=asked is not None)]
    if asked is None:
        return []
    told = tell(*asked)
    if truth is False:
        which = Missing(path="level.means", need=f"which level stands for {need.value.replace('-', ' ')}")
        return [evolve(told, missing=(which, *told.missing)) if levels and told.missing else told]
    missing = tuple(
        Missing(path=f"level.{level.id}.means", need=f"what level {level.number} stands for")
        for one, level in truths
        if one is None
    )
    perhaps = where.part(words, None, "what a level stands for could not be read", missing=missing)
    return [the_best(words, [told, perhaps])]


def _row(*citations: Citation, pages: str = "", **more: Any) -> Requirement:
    values: dict[str, Any] = {"silence": NOT_MET, "read_at": ("PBORO", "WYORKS")} | more
    return Requirement(
        level=Level.SHOULD,
        who="safeguarding partners",
        heading=ACCESS,
        citations=(guidance(ACCESS, pages, chapter=1), *citations),
        verification=Verification.READ,
        **values,
    )


def _section(number: str) -> Citation:
    return Citation(instrument=CHILDREN_ACT_1989, provision=f"section {number}", address=f"section/{number}")


REQUIREMENTS = (
    _row(
        pages="July 2018 edition, p. 16",
        key="ch1.threshold.publish",
        title="A threshold document is published",
        asks=(
            "The partners publish a threshold document with the local criteria for action, in a form that is "
            "transparent, accessible and easy to understand."
        ),
        read_at=("PBORO", "WYORKS", "TRIX227", "KCSIE24"),
        silence=INDETERMINATE,
        checked=Checked.DOCUMENTS,
        reaches=frozenset({MET, NOT_MET, NOT_DUE, INDETERMINATE}),
        do="Publish the threshold document, and give it as a file with its title, its date and its address.",
        check=_publish,
        settle=_settle_published,
    ),
    _row(
        key="ch1.threshold.early-help",
        title="Thresholds: early help",
        asks=(
            "The threshold document sets out the process for the early help assessment, and the type and level of "
            "early help that there is."
        ),
        do="State in the threshold document how early help is assessed, and what early help there is at which level.",
        **_states(
            Need.EARLY_HELP,
            {
                "early-help-assessment": "the process for the early help assessment",
                "early-help-services": "the type and level of early help",
            },
        ),
    ),
    _row(
        _section("17"),
        key="ch1.threshold.s17",
        title="Thresholds: child in need",
        asks=(
            "The threshold document states the criteria, with the level of need, for referring a child as one in need "
            "under section 17."
        ),
        do="State when a child is referred as a child in need, and enter which level of need that is.",
        **_states(
            Need.CHILD_IN_NEED,
            {"child-in-need": "the criteria for referral as a child in need"},
            ("child-in-need-level", "the level of need for it"),
        ),
    ),
    _row(
        _section("47"),
        key="ch1.threshold.s47",
        title="Thresholds: significant harm",
        asks=(
            "The threshold document states the criteria for referral under section 47, where there is reasonable cause "
            "to suspect significant harm."
        ),
        do="State when there is reasonable cause to suspect significant harm, so that section 47 applies.",
        **_states(Need.CHILD_PROTECTION, {"enquiries": "the criteria for section 47"}),
    ),
    _row(
        _section("31"),
        key="ch1.threshold.s31",
        title="Thresholds: care and supervision orders",
        asks="The threshold document states the criteria for care and supervision orders under section 31.",
        do="State when a care or a supervision order is considered.",
        **_states(Need.LOOKED_AFTER, {"care-orders": "the criteria for care and supervision orders"}),
    ),
    _row(
        _section("20"),
        key="ch1.threshold.s20",
        title="Thresholds: accommodation",
        asks="The threshold document states the criteria for the duty to accommodate a child under section 20.",
        do="State when a child is accommodated under section 20.",
        **_states(Need.LOOKED_AFTER, {"accommodation": "the criteria for accommodating a child"}),
    ),
    _row(
        key="ch1.threshold.exploitation",
        title="Thresholds: abuse, neglect and exploitation",
        asks="The threshold document has clear procedures and processes for abuse, neglect and exploitation.",
        do="Set out, or point to, the procedures for abuse, neglect and exploitation, and give what is pointed to.",
        **in_threshold_document(
            TOPIC,
            {"abuse-and-neglect": "procedures for abuse and neglect", "exploitation": "procedures for exploitation"},
        ),
    ),
    _row(
        key="ch1.threshold.youth-secure",
        title="Thresholds: the youth secure estate",
        asks="The threshold document has clear procedures for children who are managed within the youth secure estate.",
        do="Set out, or point to, the procedures for children in the youth secure estate, and give what is pointed to.",
        **in_threshold_document(TOPIC, {"youth-secure": "procedures for children in the youth secure estate"}),
    ),
    _row(
        key="ch1.threshold.disabled",
        title="Thresholds: disabled children",
        asks="The threshold document has clear procedures for disabled children.",
        do="Set out, or point to, the procedures for disabled children, and give what is pointed to.",
        **in_threshold_document(TOPIC, {"disabled-children": "procedures for disabled children"}),
    ),
)
