"""Under which guidance a document says that it was made, and whether that was the guidance in force."""

from __future__ import annotations

from datetime import date

from safeguarding.law.asking import Ask
from safeguarding.law.editions import edition_on
from safeguarding.law.instruments import GUIDANCE, WT2018
from safeguarding.law.outcomes import Answer, Missing
from safeguarding.model import Edition, Publication, Topic
from safeguarding.unknown import agree


def regard(ask: Ask) -> Answer:
    """Look whether the arrangements name the guidance that was in force when they were written."""
    publication = ask.situation.document.publication if ask.situation.document else None
    named = publication.values("guidance") if publication else ((),)
    need = "the guidance that the arrangements say they were made under"
    if publication is None or not any(named):
        if publication and not named:
            missing = (Missing(path="publication.guidance", need=need),)
            return ask.one(None, "the guidance named could not be read", missing=missing)
        return ask.whole([ask.silent("guidance", (Topic.DATES,), "publication.guidance", need)])
    evidence = ask.evidence(publication, "guidance", ", ".join(edition.value for edition in publication.guidance))
    asked = in_force_when_written(publication, ask.as_of)
    truth = agree(edition in editions for editions in named for edition in asked)
    editions = ", ".join(edition.value for edition in publication.guidance)
    lacking = [] if truth else [Missing(path="publication.guidance", need=need)]
    return ask.one(truth, f"the arrangements name {editions}", evidence=evidence, missing=lacking)


def in_force_when_written(publication: Publication, as_of: date) -> list[Edition]:
    """Return the editions of which one was in force when a document was written; what is older is of 2018.

    Args:
        publication: the dates of the document.
        as_of: the date of the question, after which what is before us was not written.
    """
    spans = [(date.min, as_of)]
    for name in ("updated", "published"):
        stated = publication.values(name)
        if not stated:
            break
        if any(stated):
            spans = [(when.earliest, when.latest) for when in stated if when]
            break
    found = []
    for earliest, latest in spans:
        first, last = (edition_on(min(day, as_of)) or WT2018 for day in (earliest, latest))
        found += [Edition(one.id) for one in GUIDANCE[GUIDANCE.index(first) : GUIDANCE.index(last) + 1]]
    return list(dict.fromkeys(found))
