"""Assessments made by hand, so that what is shown is tested apart from what the law says."""

from __future__ import annotations

from datetime import date
from typing import Any

from safeguarding.assessment import Assessment, Cited, Finding, Remedy, Ruleset
from safeguarding.dates import PartialDate
from safeguarding.law.instruments import Verification, act, guidance
from safeguarding.law.outcomes import Evidence, Missing, Outcome, Part
from safeguarding.law.requirement import Checked, Level, Requirement
from safeguarding.law.wording import summary
from safeguarding.model import Departure, Input, Judged, Judgement, Source

MUST, SHOULD, MAY = Level.MUST, Level.SHOULD, Level.MAY
MET, PARTLY_MET, NOT_MET = Outcome.MET, Outcome.PARTLY_MET, Outcome.NOT_MET
NOT_DUE, NOT_APPLICABLE, NEEDS_JUDGEMENT = Outcome.NOT_DUE, Outcome.NOT_APPLICABLE, Outcome.NEEDS_JUDGEMENT
PLAN = Source(id="plan", title="Eastshire arrangements", published="June 2019")


def finding(
    key: str,
    level: Level,
    *possible: Outcome,
    asks: dict[str, Any] | None = None,
    parts: tuple[Part, ...] = (),
    **more: Any,
) -> Finding:
    """Make a finding of a requirement that exists only here."""
    wording: dict[str, Any] = {
        "title": f"Title of {key}",
        "who": "safeguarding partners",
        "asks": f"What {key} asks.",
        "heading": "A heading",
        "citations": (act("16E", "(1)"),) if level is MUST else (guidance("A heading", "p. 7"),),
        "verification": Verification.READ,
        "checked": Checked.DOCUMENTS,
        "silence": Outcome.NOT_MET,
        "do": f"Do {key}.",
        **(asks or {}),
    }
    requirement = Requirement(key=key, level=level, **wording)
    given: dict[str, Any] = {
        "message": summary(parts) if parts else f"message of {key}",
        "due": None,
        "citations": tuple(
            Cited(
                instrument=citation.instrument.name,
                provision=citation.provision,
                url=citation.url(date(2019, 6, 30)),
                status=requirement.verified(citation).value,
            )
            for citation in requirement.citations
        ),
        "evidence": (),
        "missing": (),
        "remedy": Remedy(do=requirement.do),
        **more,
    }
    return Finding(requirement=requirement, possible=frozenset(possible), parts=parts, **given)


def part(subject: str, message: str, *possible: Outcome) -> Part:
    """Make a part without evidence of its own."""
    return Part(subject=subject, message=message, possible=frozenset(possible))


def evidence(number: int, source: str = "plan") -> Evidence:
    """Make evidence on a page."""
    return Evidence(path=f"statement[{number}]", source=source, place=f"Governance, p. {number}", says=f"fact {number}")


def missing(number: int) -> Missing:
    """Make something that would settle what is open."""
    return Missing(path=f"body.group-{number}.reports_to", need=f"to whom group {number} reports")


def assessment(*findings: Finding, **more: Any) -> Assessment:
    """Make an assessment of Eastshire."""
    given: dict[str, Any] = {
        "partnership": "eastshire",
        "name": "Eastshire Safeguarding Children Partnership",
        "document": "arrangements published 28 June 2019",
        "guidance": "WT2018",
        "as_of": date(2019, 6, 30),
        "as_of_given": True,
        "ruleset": Ruleset(version="2026.11.0", sha256="ab" * 32),
        "inputs": (Input(path="eastshire.toml", sha256="cd" * 32),),
        "notices": (),
        **more,
    }
    return Assessment(findings=findings, **given)


def _needs(*subjects: str) -> tuple[Part, ...]:
    return tuple(part(subject, "the arrangements do not say", NOT_MET) for subject in subjects)


def eastshire() -> Assessment:
    """Make one that has everything that can be shown: in the order of the law, not that of the page."""
    return assessment(
        finding(
            "x.open-may", MAY, MET, NOT_APPLICABLE, asks={"title": "Organisations outside the Schedule"},
            message="whether the sea cadets fall under the Schedule is not established",
            missing=(Missing(path="relevant_agency.cadets.paragraphs", need="whether the sea cadets fall under it"),),
        ),
        finding(
            "x.why", SHOULD, NOT_MET, asks={"title": "Why those agencies", "do": "Say why each was chosen."},
            parts=_needs("schools", "Cafcass", "the sea cadets"),
            departure=Departure(
                requirement="x.why", reason="the list is under review", date=PartialDate(2019, 6, 29)
            ),
        ),
        finding(
            "x.training", SHOULD, PARTLY_MET,
            asks={
                "title": "Inter-agency training",
                "verification": Verification.MEMORY,
                "do": "Say who commissions the training, how it is delivered, and how its impact is monitored.",
            },
            parts=(
                part("commissioning", "said, by Learning Group", MET),
                part("delivery", "said", MET),
                *_needs("monitoring"),
            ),
            evidence=(
                Evidence(
                    path="statement[4]", source="plan", place="Training, p. 14, lines 445-461",
                    says=(
                        "The Learning Group commissions courses each year from the council's own academy; they are "
                        "given in person and online, and every agency may send whom it likes."
                    ),
                ),
            ),
        ),
        finding(
            "x.partners", MUST, PARTLY_MET, asks={"title": "Who the partners are", "do": "Name every partner."},
            parts=(
                part("local authority for Eastshire", "Eastshire County Council covers the whole", MET),
                part("health partner for Eastshire", "Eastshire CCG covers a part, and none the rest", NOT_MET),
                part("chief officer of police for Eastshire", "Eastshire Police covers the whole", MET),
            ),
            evidence=tuple(evidence(number) for number in (3, 4, 5, 6, 7)),
        ),
        finding(
            "x.list", MUST, MET, PARTLY_MET, asks={"title": "Which agencies they will work with"},
            parts=(
                part("Cafcass", "named", MET),
                part("youth groups", "a class too wide to say which organisations it means", MET, NOT_MET),
            ),
            missing=(Missing(path="relevant_agency.youth.paragraphs", need="which organisations it means"),),
        ),
        finding("x.which", SHOULD, MET, PARTLY_MET, asks={"restates": "x.list"}),
        finding(
            "x.lines", SHOULD, PARTLY_MET, NEEDS_JUDGEMENT,
            asks={"title": "Who answers to whom", "checked": Checked.PRESENCE},
            parts=tuple(part(f"group {number}", "no line was read", MET, NOT_MET) for number in range(1, 6)),
            evidence=tuple(evidence(number) for number in (9, 9, 10, 11, 12)),
            missing=tuple(missing(number) for number in range(1, 6)),
        ),
        finding(
            "x.voice", SHOULD, NEEDS_JUDGEMENT,
            asks={"title": "The voice of children and families", "checked": Checked.PRESENCE},
            parts=(part("children", "said", MET), part("families", "said", MET)),
            evidence=(evidence(21),),
        ),
        finding(
            "x.objective", SHOULD, PARTLY_MET, asks={"title": "Objective, a critical friend"},
            message="judged by the independent scrutineer, 1 June 2019: it promotes reflection, rarely challenge",
            judgement=Judgement(
                requirement="x.objective", outcome=Judged.PARTLY_MET, role="independent scrutineer",
                date=PartialDate(2019, 6, 1), until=PartialDate(2020),
                reason="it promotes reflection, rarely challenge",
            ),
        ),
        finding(
            "x.start", MUST, NOT_DUE, asks={"title": "Start within three months of publication"},
            message="starts 16 September 2019", due=date(2019, 9, 28),
        ),
        finding("x.published", MUST, MET, asks={"title": "The arrangements are published"}),
        finding("x.national", SHOULD, NOT_APPLICABLE, asks={"title": "Agencies with a national remit"}),
        finding(
            "x.degree", MUST, PARTLY_MET, NOT_MET, asks={"title": "Practice reviews"},
            parts=(
                part("commissioning reviews", "not written down yet", MET, NOT_MET),
                part("publishing reviews", "the text says that it is not done", NOT_MET),
            ),
            missing=(Missing(path="statement", need="who commissions reviews"),),
        ),
        notices=("The judgement on “x.gone” has no effect: there is no such finding.",),
    )  # fmt: skip
