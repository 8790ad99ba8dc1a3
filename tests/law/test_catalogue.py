"""The catalogue agrees with the digest of the law, and every answer that it promises is shown by a case."""

import re
from collections import Counter

import pytest
from attrs import asdict

from safeguarding.law.catalogue import catalogue
from safeguarding.law.instruments import Verification
from safeguarding.law.outcomes import Outcome
from safeguarding.law.requirement import Checked, Level, Requirement
from tests.law.case import cases

READ, CORROBORATED, MEMORY = "read at source", "corroborated", "from memory"

# Key, level, who and status of every row of the digest's sections 3a, 3b, 3d, 3g, 3h, 3i and 3j, of every row that is
# checked from dated events, and of the rules of transition that are held. A row whose status is "from memory" and that
# names a corroboration, there or in the digest's list of rows that local plans restate, is corroborated.
DIGEST = """
ch1.time.referral-1wd            | should     | LA social worker                   | read at source
ch1.time.assessment-45wd         | should     | LA                                 | read at source
ch1.time.assessment-reasons      | should     | LA                                 | read at source
ch1.time.icpc-15wd               | should     | LA                                 | read at source
ch1.time.core-group-10wd         | should     | Core group                         | corroborated
ch1.time.review-3m               | should     | LA                                 | read at source
ch1.time.review-6m               | should     | LA                                 | read at source
ch1.time.transfer-15wd           | should     | Receiving LA                       | read at source
ch1.pf.visit-7wd                 | must       | LA                                 | read at source
ch1.pf.visits-6w-12w             | must       | LA                                 | read at source
ch2.lado.1wd                     | should     | Employers, police                  | read at source
ch3.partners.three               | must       | SP                                 | read at source
ch3.partners.arrange             | must       | SP                                 | read at source
ch3.partners.identify-respond    | must       | SP                                 | read at source
ch3.partners.equal-duty          | must       | SP                                 | read at source
ch3.partners.act                 | must       | SP and RA                          | read at source
ch3.partners.regard              | must       | SP and RA                          | read at source
ch3.partners.coordinate          | should     | SP                                 | read at source
ch3.partners.lead-group          | should     | SP                                 | read at source
ch3.partners.learning            | should     | SP                                 | read at source
ch3.partners.set-out             | must       | SP                                 | read at source
ch3.purpose.outcomes             | should     | SP, local organisations            | read at source
ch3.purpose.processes            | should     | SP with others                     | read at source
ch3.links.boards                 | should     | SP                                 | corroborated
ch3.lead.representatives         | should     | SP                                 | read at source
ch3.lead.active                  | should     | Lead representatives               | from memory
ch3.lead.single-point            | should     | SP                                 | read at source
ch3.lead.delegate-accountable    | must       | Lead representative                | read at source
ch3.lead.delegate-senior         | should     | Lead representative                | read at source
ch3.lead.speak                   | should     | Representative or delegate         | read at source
ch3.lead.decide                  | should     | Representative or delegate         | read at source
ch3.lead.hold-account            | should     | Representative or delegate         | read at source
ch3.ra.choose                    | must       | SP                                 | read at source
ch3.ra.definition                | definition | -                                  | read at source
ch3.ra.publish-list              | must       | SP                                 | read at source
ch3.ra.act                       | must       | RA                                 | read at source
ch3.ra.aware                     | should     | SP                                 | read at source
ch3.ra.consult                   | should     | SP                                 | from memory
ch3.ra.national                  | should     | SP                                 | from memory
ch3.ra.assurance                 | should     | SP                                 | from memory
ch3.ra.communicate               | should     | SP                                 | from memory
ch3.ra.escalation-info           | should     | SP                                 | from memory
ch3.ra.any-organisation          | may        | SP                                 | read at source
ch3.ra.unlisted-cooperate        | should     | Organisations outside the Schedule | corroborated
ch3.ra.contributions             | should     | SP                                 | corroborated
ch3.ra.review-list               | should     | SP                                 | read at source
ch3.scrutiny.include             | must       | SP                                 | read at source
ch3.scrutiny.assurance           | should     | Scrutineer                         | read at source
ch3.scrutiny.objective           | should     | SP                                 | read at source
ch3.scrutiny.consider            | should     | Scrutineer                         | read at source
ch3.scrutiny.plans               | should     | SP                                 | read at source
ch3.scrutiny.yearly-report       | should     | SP                                 | corroborated
ch3.fund.sp-power                | may        | SP                                 | read at source
ch3.fund.ra-power                | may        | RA                                 | read at source
ch3.fund.pay                     | should     | SP and RA                          | from memory
ch3.fund.level                   | should     | SP                                 | read at source
ch3.fund.transparent             | should     | SP                                 | from memory
ch3.fund.sufficient              | should     | SP                                 | from memory
ch3.publish.publish              | must       | SP                                 | read at source
ch3.publish.identify-respond     | must       | SP                                 | read at source
ch3.publish.lcspr                | must       | SP                                 | read at source
ch3.publish.scrutiny             | must       | SP                                 | read at source
ch3.publish.partners             | should     | SP                                 | read at source
ch3.publish.boundaries           | should     | SP                                 | read at source
ch3.publish.ra-which             | should     | SP                                 | read at source
ch3.publish.ra-why               | should     | SP                                 | read at source
ch3.publish.ra-how               | should     | SP                                 | read at source
ch3.publish.education            | should     | SP                                 | read at source
ch3.publish.custody-homes        | should     | SP                                 | read at source
ch3.publish.data                 | should     | SP                                 | read at source
ch3.publish.training             | should     | SP                                 | read at source
ch3.publish.audits               | should     | SP                                 | corroborated
ch3.publish.funding              | should     | SP                                 | read at source
ch3.publish.lcspr-process        | should     | SP                                 | corroborated
ch3.publish.voice                | should     | SP                                 | corroborated
ch3.publish.threshold            | should     | SP                                 | read at source
ch3.dispute.local                | should     | SP and RA                          | corroborated
ch3.dispute.sos                  | should     | SP, RA                             | from memory
ch3.report.interval              | must       | SP                                 | read at source
ch3.report.restraint-recipients  | should     | SP                                 | from memory
ch3.report.copies-7d             | should     | SP                                 | from memory
ch4.def.serious-case             | definition | -                                  | read at source
ch4.notify.duty                  | must       | LA                                 | read at source
ch4.notify.5wd                   | should     | LA                                 | read at source
ch4.notify.partners-5wd          | should     | LA                                 | read at source
ch4.notify.lac-death             | must       | LA                                 | read at source
ch4.decide.consider              | must       | SP                                 | read at source
ch4.criteria.improvements        | must       | SP                                 | read at source
ch4.criteria.themes              | must       | SP                                 | read at source
ch4.criteria.two-agencies        | must       | SP                                 | read at source
ch4.criteria.panel-view          | must       | SP                                 | read at source
ch4.regard.single-agency         | should     | SP                                 | read at source
ch4.regard.no-agency             | should     | SP                                 | from memory
ch4.regard.multi-area            | should     | SP                                 | from memory
ch4.regard.institutional         | should     | SP                                 | from memory
ch4.decide.discretion            | definition | SP                                 | read at source
ch4.decide.transparent           | should     | SP                                 | from memory
ch4.rapid.15wd                   | should     | SP                                 | read at source
ch4.rapid.facts                  | should     | SP                                 | read at source
ch4.rapid.immediate              | should     | SP                                 | read at source
ch4.rapid.improvements           | should     | SP                                 | read at source
ch4.rapid.next                   | should     | SP                                 | read at source
ch4.rapid.send                   | should     | SP                                 | read at source
ch4.rapid.later-national         | should     | SP                                 | from memory
ch4.review.inform-start          | should     | SP                                 | from memory
ch4.reviewer.appoint             | must       | SP                                 | read at source
ch4.reviewer.conflict            | should     | SP                                 | from memory
ch4.monitor                      | must       | SP                                 | read at source
ch4.request-written              | must       | SP                                 | read at source
ch4.report.provided              | must       | SP                                 | read at source
ch4.report.improvements          | must       | SP                                 | read at source
ch4.report.analysis              | must       | SP                                 | read at source
ch4.report.clear-recs            | should     | SP                                 | from memory
ch4.report.reviewer-name         | should     | SP                                 | from memory
ch4.publish.report               | must       | SP                                 | read at source
ch4.publish.instead              | must       | SP                                 | read at source
ch4.publish.1y                   | must       | SP                                 | read at source
ch4.copy.7d                      | must       | SP                                 | read at source
ch4.copy.info-only-7d            | must       | SP                                 | read at source
ch4.copy.ofsted                  | should     | SP                                 | from memory
ch4.report.6m                    | should     | SP                                 | read at source
ch4.delay.reasons                | should     | SP                                 | from memory
ch4.nonpublish.justify           | should     | SP                                 | from memory
ch4.actions.consider             | should     | SP                                 | corroborated
ch4.actions.audit                | should     | SP                                 | corroborated
ch5.inform                       | must       | CDRP                               | read at source
ch5.abuse                        | should     | Practitioners                      | corroborated
trans.publish-by                 | must       | SP of each LA area                 | read at source
trans.implement-3m               | must       | SP and RA                          | read at source
trans.first-report               | must       | SP                                 | read at source
trans.scr.unpublished            | must       | LSCB                               | read at source
trans.scr.incomplete             | must       | LSCB                               | read at source
trans.cdr.incomplete             | must       | LSCB                               | read at source
"""
ROWS = {
    key: (level, who, status)
    for key, level, who, status in (map(str.strip, row.split("|")) for row in DIGEST.strip().splitlines())
}
WHO = {
    "LA": "local authority",
    "LA social worker": "social worker of the local authority",
    "Receiving LA": "receiving local authority",
    "LSCB": "Local Safeguarding Children Board",
    "CDRP": "child death review partners",
    "Core group": "core group",
    "Employers, police": "employers and police",
    "Practitioners": "practitioners",
    "SP": "safeguarding partners",
    "RA": "relevant agencies",
    "SP and RA": "safeguarding partners and relevant agencies",
    "SP, RA": "safeguarding partners and relevant agencies",
    "SP with others": "safeguarding partners, with others",
    "SP, local organisations": "safeguarding partners and local organisations",
    "SP of each LA area": "safeguarding partners of each local authority area",
    "Organisations outside the Schedule": "organisations outside the Schedule",
    "Lead representative": "lead representative",
    "Lead representatives": "lead representatives",
    "Representative or delegate": "representative or delegate",
    "Scrutineer": "scrutineer",
    "-": "-",
}

# The digest's own list of what silence fails, and of what it leaves out because a condition is not shown.
SILENCE_FAILS = {
    # Decision 0004 departs here: a text that prints no date may have been published all the same.
    *(key for key in ROWS if key.startswith("ch3.publish.") and key != "ch3.publish.publish"),
    *("ch3.ra.publish-list", "ch3.ra.contributions", "ch3.scrutiny.plans", "ch3.scrutiny.yearly-report"),
    "ch3.partners.set-out",
}
CONDITIONAL = {
    *(key for key, (level, _, _) in ROWS.items() if level in {"may", "definition"}),
    *("ch3.lead.delegate-accountable", "ch3.lead.delegate-senior", "ch3.ra.national", "ch3.dispute.sos"),
}

HOLD = tuple(catalogue().values())
CHECKED = tuple(item for item in HOLD if item.check is not None)
STRENGTH = (Level.DEFINITION, Level.MAY, Level.SHOULD, Level.MUST)


def name(item: Requirement) -> str:
    return item.key


def test_keys_are_those_of_the_digest() -> None:
    """No row of the digest's sections is left out, none is added, and the order is that of the digest."""
    assert set(catalogue()) == set(ROWS)
    assert [key for key in catalogue() if key.startswith("ch3.publish.")] == [
        key for key in ROWS if key.startswith("ch3.publish.")
    ]


@pytest.mark.parametrize("item", HOLD, ids=name)
def test_requirement_agrees_with_the_digest(item: Requirement) -> None:
    """Level, who and how well it is known are those of the digest."""
    level, who, status = ROWS[item.key]
    assert (item.level.value, item.who, item.verification.value) == (level, WHO[who], status)


@pytest.mark.parametrize("item", HOLD, ids=name)
def test_silence_is_that_of_the_digest(item: Requirement) -> None:
    """Silence fails what a document must contain, leaves out what is conditional, and else settles nothing."""
    expected = Outcome.INDETERMINATE
    if item.key in SILENCE_FAILS:
        expected = Outcome.NOT_MET
    elif item.key in CONDITIONAL:
        expected = Outcome.NOT_APPLICABLE
    assert item.silence is expected


@pytest.mark.parametrize("item", HOLD, ids=name)
def test_requirement_is_complete(item: Requirement) -> None:
    """Nothing that a reader needs is empty, the title is short, and the key has the form of the digest's."""
    assert re.fullmatch(r"(ch\d|trans)(\.[a-z0-9]+(-[a-z0-9]+)*)+", item.key)
    assert item.citations
    assert all(citation.provision.strip() for citation in item.citations)
    for text in (item.title, item.asks, item.do, item.heading, item.who):
        assert text == text.strip() != ""
    assert len(item.title) <= 60
    assert item.asks.endswith(".")
    assert item.do.endswith(".")
    assert isinstance(item.verification, Verification)
    assert isinstance(item.level, Level)
    assert isinstance(item.silence, Outcome)


@pytest.mark.parametrize("item", HOLD, ids=name)
def test_what_is_read_at_source_says_where(item: Requirement) -> None:
    """A rule that was read, or corroborated, names where; one from memory names nothing."""
    assert bool(item.read_at) == (item.verification is not Verification.MEMORY)


@pytest.mark.parametrize("item", HOLD, ids=name)
def test_only_what_is_not_tested_has_no_check(item: Requirement) -> None:
    """A definition or a statement of the law's position has no check and reaches nothing; the others do both."""
    assert (item.check is None) == (item.checked is Checked.NOT_TESTED) == (not item.reaches)


@pytest.mark.parametrize("item", HOLD, ids=name)
def test_no_text_prints_a_paragraph_number(item: Requirement) -> None:
    """Paragraph numbers of the guidance are from memory, and stand nowhere: headings are cited instead."""
    assert not re.search(r"¶|≈|\bpara(graph)?s? ?\d", str(asdict(item, filter=lambda field, _: field.name != "check")))


@pytest.mark.parametrize("item", HOLD, ids=name)
def test_what_is_restated_exists_at_no_lower_level(item: Requirement) -> None:
    """A requirement that restates another is shown under it, so that one asks at least as strongly."""
    if item.restates is not None:
        other = catalogue()[item.restates]
        assert STRENGTH.index(other.level) >= STRENGTH.index(item.level)
        assert other.restates is None
        assert other.key != item.key


@pytest.mark.parametrize("item", HOLD, ids=name)
def test_premises_exist_and_lead_to_an_end(item: Requirement) -> None:
    """A premise is a requirement with a check, and no requirement rests on itself, at however many removes."""
    seen: set[str] = set()
    waiting = list(item.premises)
    while waiting:
        key = waiting.pop()
        assert key != item.key
        assert catalogue()[key].check is not None
        if key not in seen:
            seen.add(key)
            waiting += catalogue()[key].premises


def test_every_reachable_outcome_is_shown_by_a_case() -> None:
    """For every requirement and every outcome that its check can reach there is a case."""
    shown = Counter((case.requirement, case.outcome) for _, case in cases() if not case.disputed)
    missing = [
        f"{item.key}: {outcome.value}"
        for item in CHECKED
        for outcome in sorted(item.reaches, key=lambda outcome: outcome.value)
        if not shown[item.key, outcome.value]
    ]
    assert not missing, "no case shows " + "; ".join(missing)


def test_no_case_shows_an_outcome_that_is_not_listed() -> None:
    """An outcome that a case shows is one that the check is said to reach, or comes from the engine.

    The engine itself says that nothing is due before the first arrangements were, that a requirement does not
    apply before its law began, and that it is open where its premise fails or its guidance was replaced.
    """
    unlisted = []
    for case_name, case in cases():
        item = catalogue()[case.requirement]
        engine = {
            Outcome.NOT_DUE: item.owed_from is not None and case.as_of <= item.owed_from.isoformat(),
            Outcome.NOT_APPLICABLE: bool(case.as_of) and case.as_of < item.starts.isoformat(),
            Outcome.INDETERMINATE: item.of_guidance or bool(item.premises),
        }
        outcome = Outcome(case.outcome)
        if outcome not in item.reaches and not engine.get(outcome) and not case.disputed:
            unlisted.append(case_name)
    assert not unlisted
