"""What Working Together 2023 keeps of 2018: where it stands there, and how well that is known.

What has no successor among the keys of 2023, and has not ceased, is kept. Where the paragraph was read it is given;
else the rule is carried over, since no change of it is reported.
"""

from __future__ import annotations

from collections.abc import Mapping

from safeguarding.law.instruments import WT2018, WT2023, Citation, Verification
from safeguarding.law.requirement import Kept, Level, Requirement

CHAPTERS = {"ch1": 3, "ch2": 4, "ch3": 2, "ch4": 5, "ch5": 6}
"""The chapter of 2023 that each chapter of 2018 became."""

READ: dict[str, str] = {
    # Chapter 3 of 2023: help, support and protection
    "ch1.levels-agreed": "paragraph 116",
    "ch1.threshold.publish": "paragraph 117",
    "ch1.protocol.publish": "paragraph 141",
    "ch1.protocol.groups": "paragraph 142",
    "ch1.time.assessment-45wd": "paragraph 155",
    "ch1.time.icpc-15wd": "",
    "ch1.time.core-group-10wd": "child protection plan",
    "ch1.time.review-3m": "",
    "ch1.time.review-6m": "",
    # Chapter 4 of 2023: organisations
    "ch2.s11.designated-practitioner": "paragraph 222",
    "ch2.s11.safety-culture": "paragraph 222",
    "ch2.s11.induction": "paragraph 222",
    "ch2.pot.policy": "paragraph 223",
    "ch2.pot.coordinate": "paragraph 224",
    "ch2.health.designated": "paragraph 239",
    # Chapter 2 of 2023: arrangements, publication, disputes, reporting
    "ch3.geo.coverage": "paragraph 39",
    "ch3.geo.la-based": "paragraph 41",
    "ch3.geo.change": "paragraph 42",
    "ch3.links.boards": "paragraph 44",
    "ch3.ra.consult": "paragraph 71",
    "ch3.ra.national": "paragraph 72",
    "ch3.ra.contributions": "paragraph 73",
    "ch3.ra.assurance": "paragraph 74",
    "ch3.ra.communicate": "paragraph 75",
    "ch3.ra.escalation-info": "paragraph 75",
    "ch3.info.law": "paragraph 87",
    "ch3.fund.sufficient": "paragraph 98",
    "ch3.fund.transparent": "paragraph 100",
    "ch3.publish.boundaries": "paragraph 104",
    "ch3.publish.ra-which": "paragraph 104",
    "ch3.publish.ra-why": "paragraph 104",
    "ch3.publish.ra-how": "paragraph 104",
    "ch3.publish.custody-homes": "paragraph 104",
    "ch3.publish.data": "paragraph 104",
    "ch3.publish.audits": "paragraph 104",
    "ch3.publish.funding": "paragraph 104",
    "ch3.publish.lcspr-process": "paragraph 104",
    "ch3.publish.voice": "paragraph 104",
    "ch3.publish.threshold": "paragraph 104",
    "ch3.report.updates": "paragraph 107",
    "ch3.report.restraint": "paragraph 108",
    "ch3.report.restraint-recipients": "paragraph 108",
    "ch3.report.available": "paragraph 109",
    "ch3.report.copies-7d": "paragraph 109",
    "ch3.dispute.local": "paragraph 110",
    "ch3.dispute.sos": "paragraph 113",
    # Chapter 5 of 2023: learning from serious incidents
    "ch4.panel-guidance": "paragraph 327",
    "ch4.decide.other-cases": "paragraph 338",
    "ch4.decide.discretion": "paragraph 339",
    "ch4.decide.transparent": "paragraph 341",
    "ch4.regard.no-agency": "after paragraph 342",
    "ch4.regard.multi-area": "after paragraph 342",
    "ch4.regard.institutional": "after paragraph 342",
    "ch4.rapid.prompt": "paragraph 343",
    "ch4.rapid.send": "paragraph 344",
    "ch4.rapid.later-national": "paragraph 344",
    "ch4.review.inform-start": "paragraph 344",
    "ch4.parallel": "paragraph 353",
    "ch4.reviewer.knowledge": "paragraph 355",
    "ch4.reviewer.research": "paragraph 355",
    "ch4.reviewer.complexity": "paragraph 355",
    "ch4.reviewer.no-hindsight": "paragraph 355",
    "ch4.reviewer.communicate": "paragraph 355",
    "ch4.reviewer.conflict": "paragraph 355",
    "ch4.method.agree": "paragraph 356",
    "ch4.method.proportionate": "paragraph 357",
    "ch4.method.practitioners": "paragraph 358",
    "ch4.method.families": "paragraph 358",
    "ch4.report.clear-recs": "paragraph 361",
    "ch4.report.reviewer-name": "paragraph 362",
    "ch4.publish.impact": "paragraph 363",
    "ch4.copy.ofsted": "paragraph 364",
    "ch4.report.6m": "paragraph 365",
    "ch4.delay.reasons": "paragraph 365",
    "ch4.nonpublish.justify": "paragraph 365",
    "ch4.comments.regard": "paragraph 365",
    "ch4.interim-learning": "paragraph 366",
    "ch4.actions.consider": "paragraph 367",
    "ch4.actions.audit": "paragraph 367",
    "ch4.actions.sustain": "paragraph 367",
    # Chapter 6 of 2023: child death reviews
    "ch5.membership": "paragraph 382",
    "ch5.funding": "paragraph 383",
    "ch5.footprint.la": "paragraph 384",
    "ch5.footprint.60": "paragraph 384",
    "ch5.plans": "paragraph 384",
    "ch5.designated-doctor": "paragraph 385",
    "ch5.designated-doctor.notified": "paragraph 385",
    "ch5.cross-area": "paragraph 387",
    "ch5.publicise": "paragraph 388",
    "ch5.cooperate": "paragraph 389",
    "ch5.notify": "paragraph 394",
    "ch5.abuse": "paragraph 399",
}
"""The paragraph of 2023, which counts them through the whole, at which each rule was read.

Empty where only the chapter is known in which it was. What has a successor is here as well, since it was read; it is
not kept. Sources: the status of each row in the digest of 2018, and the map and the notes in that of 2023.
"""

LEVELS = {"ch4.rapid.later-national": Level.MAY}
"""The level at which a rule was read, where it is not that of 2018."""


def kept(held: Mapping[str, Requirement]) -> dict[str, Kept]:
    """Return how the edition keeps what earlier editions asked, by key."""
    succeeded = {before for item in held.values() for before in item.succeeds}
    return {
        key: _kept(key)
        for key, item in held.items()
        if item.edition == WT2018.id and key not in succeeded and not item.ceased
    }


def _kept(key: str) -> Kept:
    chapter = f"chapter {CHAPTERS[key.partition('.')[0]]}"
    where, read = READ.get(key, ""), key in READ
    return Kept(
        edition=WT2023.id,
        citation=Citation(instrument=WT2023, provision=f"{chapter}, {where}" if where else chapter),
        verification=Verification.READ if read else Verification.CARRIED,
        read_at=("WT23",) if read else (),
        level=LEVELS.get(key),
    )
