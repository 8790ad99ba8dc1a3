"""What is said at the head of an assessment: which document was judged, by which edition, and under which law."""

from __future__ import annotations

from datetime import date, timedelta

from safeguarding.dates import Span, in_words
from safeguarding.law.asking import Ask
from safeguarding.law.catalogue import catalogue
from safeguarding.law.editions import INCOMPLETE, NOBODY_LATER, edition, edition_on, regime, replaced
from safeguarding.law.implementation import implementation, surely_began
from safeguarding.law.instruments import CHILDREN_ACT, GUIDANCE, WT2018
from safeguarding.structure import Situation, published


def judged(found: tuple[Situation, ...]) -> str:
    """Say in words which document was judged."""
    said = []
    for situation in found:
        document = situation.document
        if document is None:
            return "no arrangements among the files"
        publication = document.publication
        day = publication.published
        text = f"arrangements published {day.in_words()}" if day else "arrangements, undated"
        said.append(text + (f", updated {publication.updated.in_words()}" if publication.updated else ""))
    return " or ".join(said)


def notices(found: tuple[Situation, ...], as_of: date, guidance: str | None, *, given: bool) -> list[str]:
    """Say what a reader is to know before the findings.

    Args:
        found: the versions of the arrangements that may be in force.
        as_of: the date.
        guidance: the edition that was asked for, if any was.
        given: whether the date was given.
    """
    said = []
    if not given:
        said.append(
            f"No date was given: judged as of {in_words(as_of)}, the last day on which the newest document "
            "can have been published."
        )
    if as_of < CHILDREN_ACT.starts:
        said.append(_before_the_act(as_of))
    elif all(
        situation.document and published(situation.document, as_of, undated=False) is False for situation in found
    ):
        said.append("The arrangements judged were not published by this date, as far as is stated.")
    if len(found) > 1:
        said.append(f"Which of {len(found)} versions of the arrangements is in force is open.")
    if CHILDREN_ACT.starts <= as_of < NOBODY_LATER:
        said += dict.fromkeys(_transition(situation, as_of) for situation in found)
    now = edition_on(as_of)
    if now is None and guidance is None:
        said.append(
            f"{GUIDANCE[0].name} was published on {in_words(GUIDANCE[0].starts)}, after this date, and no edition "
            "before it is held: only what Acts and regulations ask is judged."
        )
    if guidance is not None and now is not None and guidance != now.id:
        said.append(f"Judged by {edition(guidance).name}, as was asked; on this date {now.name} is in force.")
    elif now is not None and now is not GUIDANCE[0]:
        said.append(
            f"{WT2018.name} {replaced(WT2018.id)}: what arrangements contain is judged by the edition under which "
            "they were written, all else by the one in force. Ask for an edition to judge all by it."
        )
    used = guidance or (now.id if now else "")
    if used in INCOMPLETE:
        said.append(
            f"{edition(used).name} is held in part, since its text was not read: what the edition before it asks is "
            "put as carried over and not re-checked, so that nothing here is a clean pass against it."
        )
    return [notice for notice in said if notice]


def _before_the_act(as_of: date) -> str:
    """Say how little of what is held was in force before the sections on safeguarding partners were."""
    there = any(not item.of_guidance and item.starts <= as_of for item in catalogue().values())
    day = in_words(CHILDREN_ACT.starts)
    if not there:
        return f"Nothing that is held here was in force on this date; the law on safeguarding partners is from {day}."
    return f"The law on safeguarding partners is in force from {day}: before it only what older law asks is judged."


def _transition(situation: Situation, as_of: date) -> str:
    """Say under which law the area stands, while its board may still act; nothing once the partners surely do."""
    ask = Ask(catalogue()["trans.implement-3m"], situation)
    began = implementation(ask)
    # A start that is not known to have come by the date may be still to come.
    still = began.missing and began.span.latest == as_of and not surely_began(ask)
    stands = regime(as_of, Span(began.span.earliest, as_of + timedelta(days=1)) if still else began.span)
    return "" if stands.boards is False else stands.in_words
