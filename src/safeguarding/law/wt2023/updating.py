"""Whether arrangements are kept up to date, and stood for the guidance of 2023 by December 2024."""

from __future__ import annotations

from datetime import date

from safeguarding.dates import PartialDate, in_words
from safeguarding.law.asking import NO_ARRANGEMENTS, Ask
from safeguarding.law.instruments import WT2023
from safeguarding.law.outcomes import Answer, Missing, Part
from safeguarding.law.said import on_topic, said
from safeguarding.law.stated import MET, NOT_DUE, NOT_MET
from safeguarding.model import Agency, Document, Partner, Topic
from safeguarding.unknown import agree, any_of

LAST_DAY = date(2024, 12, 31)
"""The last day for arrangements under the guidance of 2023: December 2024 was read, the 31st is from memory."""


def updated(ask: Ask) -> Answer:
    """Look whether no partner that is gone is still named, and for how arrangements are updated and sent on."""
    sent = on_topic(ask, Topic.UPDATES, {"sent": "updates are sent to the Department for Education"})
    return ask.whole([*_gone(ask), _on_change(ask), *sent])


def _gone(ask: Ask) -> list[Part]:
    """Find partners that no longer exist, or may not, and whose successors the arrangements do not name."""
    partners: tuple[Partner, ...] = ask.situation.of("partners")
    named = {agency for partner in partners for agency in partner.values("agency")}
    parts = []
    for partner in partners:
        agency = ask.situation.entries[partner.agency]
        if not isinstance(agency, Agency):
            continue
        followed = agree(not named.isdisjoint(successors) for successors in agency.values("successors"))
        there = any_of([ask.situation.during(agency), followed])
        begun = any(start is not None and start.not_after(ask.as_of) is False for start in agency.values("starts"))
        if there is True or begun:
            continue
        says = f"{agency.name} {'may be' if there is None else 'is'} gone, and the arrangements still name it"
        need = Missing(path=f"agency.{agency.id}.ends", need=f"who the partner is in the place of {agency.name}")
        evidence = (*ask.evidence(agency, "ends"), *ask.evidence(partner))
        parts.append(ask.part(f"the change of {agency.name}", there, says, evidence=evidence, missing=(need,)))
    return parts


def _on_change(ask: Ask) -> Part:
    """Look for an update, or for what is said of when there is one."""
    words = "arrangements are updated on a key change"
    publication = ask.situation.document.publication if ask.situation.document else None
    days = publication.values("updated") if publication else ()
    if publication is not None and days and all(day is not None and day.not_after(ask.as_of) for day in days):
        says = f"updated {' or '.join(day.in_words() for day in days if day)}"
        return ask.part(words, True, says, evidence=ask.evidence(publication, "updated"))
    return said(ask, Topic.UPDATES, "key-change", words)


def by_december(ask: Ask) -> Answer:
    """Look whether a version of the arrangements was published, or updated, between the guidance and its last day."""
    documents: tuple[Document, ...] = ask.situation.partnership.arrangements
    memory = f"by {in_words(LAST_DAY)}, a day that is from memory"
    found = [(_within(document, ask.as_of), document) for document in documents]
    evidence = tuple(
        item
        for truth, document in found
        if truth is not False
        for name in ("published", "updated")
        if any(document.publication.values(name))
        for item in ask.evidence(document.publication, name)
    )
    if any(truth for truth, _ in found):
        return ask.one(True, f"published or updated under the guidance of 2023, {memory}", evidence=evidence)
    need = NO_ARRANGEMENTS if not documents else "the arrangements as they stood on 31 December 2024, and their day"
    missing = (Missing(path="publication.published" if documents else "kind", need=need),)
    if ask.as_of <= LAST_DAY:
        surely = documents and all(truth is False for truth, _ in found)
        if surely:
            text = f"no version under the guidance of 2023 is among the files; it is owed {memory}"
            return ask.one(NOT_DUE, text, missing=missing, due=LAST_DAY)
        return ask.one(frozenset({MET, NOT_DUE}), f"it is owed {memory}", evidence=evidence, missing=missing)
    if all(truth is False for truth, _ in found) and _old_until_late(documents, ask.as_of):
        return ask.one(False, f"the version of before 2023 stood until after {memory[3:]}", missing=missing)
    return ask.one(frozenset({MET, NOT_MET}), f"nothing shows that it was done {memory}", missing=missing)


def _within(document: Document, as_of: date) -> bool | None:
    """Say whether a document was published or updated between the guidance and its last day, by the date."""
    last = min(LAST_DAY, as_of)
    stated = [document.publication.values(name) for name in ("published", "updated")]
    if not any(any(days) for days in stated):
        return None
    return any_of(agree(_between(day, last) for day in days) for days in stated)


def _between(day: PartialDate | None, last: date) -> bool | None:
    if day is None or day.latest < WT2023.starts or day.earliest > last:
        return False
    return True if day.earliest >= WT2023.starts and day.latest <= last else None


def _old_until_late(documents: tuple[Document, ...], as_of: date) -> bool:
    """Say whether the files hold a version of before the guidance, and the next one only from after its last day."""
    days = [when for document in documents for when in document.publication.values("published") if when]
    old = any(when.latest < WT2023.starts for when in days)
    return old and any(when.earliest > LAST_DAY and when.latest <= as_of for when in days)
