"""What holds for every requirement: when it is asked, on what it rests, and what people may add to it."""

from datetime import date

import pytest

from safeguarding import Assessment, CannotAssessError, Outcome, UnknownRequirementError, assess
from safeguarding.law.catalogue import catalogue
from safeguarding.law.requirement import Checked, Level, Requirement
from safeguarding.model import DocumentKind
from tests.law.case import Case, head, partnership

ASKED = tuple(item for item in catalogue().values() if item.check is not None and item.commenced)
ARRANGEMENTS = DocumentKind.ARRANGEMENTS
AREA = """
[[area]]
id = "eastshire"
name = "Eastshire"
kind = "local-authority"
"""
SET_OUT = """
[[statement]]
topic = "working-together"
parts = ["partners", "relevant-agencies"]
says = "The partners meet every quarter, and with all agencies twice a year."
where = "How we work"
"""
REPORT = """
schema = "safeguarding.v1"
partnership = "eastshire"
name = "Eastshire Safeguarding Children Partnership"
kind = "yearly-report"
transcribed = "all"
[publication]
published = "2023-05-01"
"""


def assessed(
    document: str = "", *others: str, as_of: str = "2019-11-30", guidance: str | None = None, publication: str = ""
) -> Assessment:
    """Assess arrangements that say what is given."""
    case = Case(
        requirement="",
        outcome="",
        why="",
        as_of=as_of,
        guidance=guidance,
        document=document,
        others=others,
        publication=publication or 'published = "2019-06-20"',
    )
    return case.assess()


def named(items: object) -> list[object]:
    """Give each requirement its key as the name of its test."""
    assert isinstance(items, tuple)
    return [pytest.param(item, id=item.key) for item in items]


# --- What is in force -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("item", named(ASKED))
def test_nothing_applies_before_its_law_began(item: Requirement) -> None:
    """On the day before its law began a requirement does not apply, and the message says from when it does."""
    eve = date.fromordinal(item.starts.toordinal() - 1)
    finding = assessed(as_of=eve.isoformat())[item.key]
    assert finding.outcome is Outcome.NOT_APPLICABLE
    assert finding.message.startswith("not in force until ")


@pytest.mark.parametrize(
    ("key", "day", "message"),
    [
        ("ch3.partners.three", "2018-06-28", "not in force until 29 June 2018"),
        ("ch3.partners.coordinate", "2018-07-03", "not in force until 4 July 2018"),
        ("trans.publish-by", "2018-04-17", "not in force until 18 April 2018"),
    ],
)
def test_acts_regulations_and_guidance_have_their_own_days(key: str, day: str, message: str) -> None:
    """The sections of the Act, the guidance and the regulations on transition began on different days."""
    assert assessed(as_of=day)[key].message == message


@pytest.mark.parametrize("item", named(ASKED))
def test_everything_is_asked_from_the_day_its_law_began(item: Requirement) -> None:
    """On its first day a requirement is asked."""
    finding = assessed(as_of=item.starts.isoformat())[item.key]
    assert not finding.message.startswith("not in force")


OWED = tuple(item for item in ASKED if item.owed_from is not None and item.silence is Outcome.NOT_MET)


@pytest.mark.parametrize("item", named(OWED))
def test_nothing_is_due_before_the_first_arrangements_were(item: Requirement) -> None:
    """Until 30 June 2019 what unpublished arrangements lack is not due, and the finding has the day."""
    for day in ("2019-05-01", "2019-06-30"):
        finding = assessed(as_of=day, publication='published = "2019-07-15"')[item.key]
        assert (finding.outcome, finding.due) == (Outcome.NOT_DUE, date(2019, 6, 30))
        assert finding.message.startswith("not due until 30 June 2019; so far: ")


@pytest.mark.parametrize("item", named(OWED))
def test_from_the_day_after_it_is_owed_published_or_not(item: Requirement) -> None:
    """On 1 July 2019 nothing excuses what unpublished arrangements lack."""
    finding = assessed(as_of="2019-07-01", publication='published = "2019-07-15"')[item.key]
    assert Outcome.NOT_DUE not in finding.possible
    assert finding.outcome in {Outcome.NOT_MET, Outcome.INDETERMINATE}


def test_what_is_published_early_is_judged_at_once() -> None:
    """Arrangements published on 20 June 2019 are judged on 21 June, though they were not due."""
    assert assessed(as_of="2019-06-19")["ch3.partners.set-out"].outcome is Outcome.NOT_DUE
    assert assessed(as_of="2019-06-20")["ch3.partners.set-out"].outcome is Outcome.NOT_MET
    assert assessed(as_of="2019-06-21")["ch3.partners.set-out"].outcome is Outcome.NOT_MET


def test_whether_published_by_then_may_be_open() -> None:
    """Arrangements of June 2019 may lack something in the middle of June, or not be due."""
    finding = assessed(as_of="2019-06-15", publication='published = "2019-06"')["ch3.partners.set-out"]
    assert finding.possible == {Outcome.NOT_MET, Outcome.NOT_DUE}


# --- When the guidance was replaced ---------------------------------------------------------------------------------

# A requirement on cases is judged by the day of each case; see tests/law/cases.
GUIDANCE = tuple(
    item
    for item in ASKED
    if item.edition == "WT2018" and item.checked is not Checked.EVENTS and item.of is ARRANGEMENTS
)
ENDED = tuple(item for item in GUIDANCE if item.ends is not None)
KEPT = tuple(item for item in GUIDANCE if item.ends is None)


@pytest.mark.parametrize("item", named(tuple(item for item in ENDED if not item.of_content)))
def test_what_was_replaced_is_not_asked_any_more(item: Requirement) -> None:
    """From 15 December 2023 what has a successor is not asked, and the message says what stands in its place."""
    finding = assessed(AREA, as_of="2023-12-15")[item.key]
    assert finding.outcome is Outcome.NOT_APPLICABLE
    assert finding.message.startswith("not asked after 14 December 2023")
    assert not finding.asked
    assert all(key in finding.message for key in item.succeeded_by)


@pytest.mark.parametrize("item", named(KEPT))
def test_what_the_next_edition_keeps_is_asked_as_before(item: Requirement) -> None:
    """What the edition of 2023 keeps comes out on its first day as on the day before."""
    before, after = (assessed(AREA, as_of=day)[item.key] for day in ("2023-12-14", "2023-12-15"))
    assert (before.possible, before.message) == (after.possible, after.message)
    assert after.citations[0].instrument == "Working Together to Safeguard Children 2023"


def test_the_last_day_of_the_guidance_is_still_its_own() -> None:
    """On 14 December 2023 nothing has been replaced."""
    on_the_day = assessed(AREA, as_of="2023-12-14")
    assert on_the_day.guidance == "WT2018"
    assert not any("not asked after" in finding.message for finding in on_the_day)
    assert {finding.requirement.edition for finding in on_the_day if finding.asked} == {"", "WT2018"}
    assert not any("replaced" in notice for notice in on_the_day.notices)


def test_the_notice_says_what_is_still_judged_by_it() -> None:
    """After it was replaced, the reader is told by which edition what is judged."""
    found = assessed(as_of="2023-12-15")
    assert found.guidance == "WT2023"
    assert any("the edition under which they were written" in notice for notice in found.notices)


CONTENT = tuple(item for item in ENDED if item.of_content)


@pytest.mark.parametrize("item", named(CONTENT))
def test_content_is_judged_by_the_edition_it_was_written_under(item: Requirement) -> None:
    """What a document of 2019 must contain is asked of it in 2024 as it was in 2019."""
    then, now = assessed(AREA)[item.key], assessed(AREA, as_of="2024-06-30")[item.key]
    assert (now.possible, now.message) == (then.possible, then.message)


@pytest.mark.parametrize("item", named(CONTENT))
def test_content_of_a_later_document_is_not_judged_by_it(item: Requirement) -> None:
    """What was published, or updated, after the guidance was replaced is not held against it."""
    for publication in ('published = "2024-02-01"', 'published = "2019-06-20"\nupdated = "2024-02"'):
        finding = assessed(AREA, as_of="2024-06-30", publication=publication)[item.key]
        assert finding.outcome is Outcome.NOT_APPLICABLE


def test_acts_outlive_the_guidance() -> None:
    """A requirement that rests on the Act is asked in 2024 as before, whatever the guidance."""
    now = assessed(AREA, as_of="2024-06-30")
    assert now["ch3.partners.arrange"].outcome is Outcome.MET
    assert now["ch3.publish.publish"].outcome is Outcome.MET


@pytest.mark.parametrize("item", named(GUIDANCE))
def test_the_edition_can_be_forced(item: Requirement) -> None:
    """Asked to judge by WT2018, the engine does so on any date."""
    forced = assessed(AREA, as_of="2024-06-30", guidance="WT2018")
    assert "not asked" not in forced[item.key].message
    assert any("Judged by Working Together to Safeguard Children 2018, as was asked" in n for n in forced.notices)
    before = assessed(AREA, as_of="2018-07-03", guidance="WT2018")
    assert not before[item.key].message.startswith("not in force")


def test_forcing_the_edition_does_not_force_the_acts() -> None:
    """The Acts keep their own dates whatever the edition."""
    before = assessed(as_of="2018-06-28", guidance="WT2018")
    assert before["ch3.partners.three"].outcome is Outcome.NOT_APPLICABLE


# --- On what a requirement rests ------------------------------------------------------------------------------------

RESTING = tuple(item for item in ASKED if "ch3.partners.arrange" in item.premises)
# By when the first report under the guidance of 2023 is owed needs no document; a report says itself what it says.
OPEN_WITHOUT = tuple(item for item in ASKED if item.of is ARRANGEMENTS and item.key != "wt23.report.deadline")


def later(item: Requirement) -> str | None:
    """Name the edition of what is asked only by one that is later than the summer of 2023."""
    return item.edition if item.starts > date(2023, 6, 1) else None


@pytest.mark.parametrize("item", named(RESTING))
def test_a_failed_premise_opens_what_rests_on_it(item: Requirement) -> None:
    """Where no arrangements are made for the area of the date, the rest is open and names why."""
    gone = AREA + 'ends = "2023-03-31"\n'
    upper = REPORT + '[[area]]\nid = "upper"\nname = "Upper Eastshire"\nkind = "local-authority"\n'
    found = assessed(gone, upper, as_of="2023-06-01", guidance=later(item))
    assert found["ch3.partners.arrange"].outcome is Outcome.NOT_MET
    assert found[item.key].outcome is Outcome.INDETERMINATE
    assert "Arrangements are made (ch3.partners.arrange)" in found[item.key].message


@pytest.mark.parametrize("item", named(OPEN_WITHOUT))
def test_without_arrangements_nothing_is_decided(item: Requirement) -> None:
    """Where only a yearly report is among the files nothing can be said of the arrangements."""
    finding = assess(partnership(REPORT), as_of="2023-06-01", guidance=later(item))[item.key]
    assert finding.outcome is Outcome.INDETERMINATE
    assert finding.missing


def test_a_premise_that_fails_elsewhere_is_named_too() -> None:
    """What is asked of relevant agencies rests on some being named."""
    finding = assessed(AREA)["ch3.publish.ra-why"]
    assert finding.outcome is Outcome.INDETERMINATE
    assert "(ch3.ra.publish-list)" in finding.message
    assert finding.missing


# --- Which version is in force --------------------------------------------------------------------------------------

SECOND = head('published = "2019-11"').replace('id = "plan"', 'id = "second-plan"')


def test_two_versions_that_may_be_in_force_leave_open_what_they_differ_in() -> None:
    """In the middle of November either of two versions may be in force; what both say is decided."""
    found = assessed(AREA, SECOND + AREA + SET_OUT, as_of="2019-11-15")
    differ = found["ch3.partners.set-out"]
    assert differ.possible == {Outcome.NOT_MET, Outcome.NEEDS_JUDGEMENT}
    assert "it depends on which version of the arrangements is in force" in differ.message
    assert any("the day on which each version came into force" in item.need for item in differ.missing)
    assert found["ch3.partners.arrange"].outcome is Outcome.MET
    assert "Which of 2 versions of the arrangements is in force is open." in found.notices
    assert found.document == "arrangements published June 2019 or arrangements published November 2019".replace(
        "published June", "published 20 June"
    )


@pytest.mark.parametrize(("day", "outcome"), [("2019-10-31", Outcome.NOT_MET), ("2019-11-30", Outcome.NEEDS_JUDGEMENT)])
def test_the_later_version_counts_from_when_it_is_surely_in_force(day: str, outcome: Outcome) -> None:
    """Before November it is the first version, at the end of November the second."""
    found = assessed(AREA, SECOND + AREA + SET_OUT, as_of=day)
    assert found["ch3.partners.set-out"].outcome is outcome
    assert not any("versions" in notice for notice in found.notices)


def test_a_version_counts_from_its_start_rather_than_its_publication() -> None:
    """A version published in October that starts in December is not in force in November."""
    second = SECOND.replace('published = "2019-11"', 'published = "2019-10-01"\nimplemented = "2019-12-01"')
    found = assessed(AREA, second + AREA + SET_OUT, publication='published = "2019-06-20"\nimplemented = "2019-09-01"')
    assert found["ch3.partners.set-out"].outcome is Outcome.NOT_MET


# --- What people add ------------------------------------------------------------------------------------------------


def judgement(key: str, outcome: str = "met", day: str = "2019-10-15", until: str = "") -> str:
    """Write a judgement."""
    lapses = f'until = "{until}"\n' if until else ""
    return f"""
[[judgement]]
requirement = "{key}"
outcome = "{outcome}"
role = "independent scrutineer"
date = "{day}"
reason = "seen in the minutes"
{lapses}"""


def departure(key: str) -> str:
    """Write a reason for departing from a requirement."""
    return f'[[departure]]\nrequirement = "{key}"\nreason = "small area"\n'


@pytest.mark.parametrize("outcome", ["met", "partly-met", "not-met"])
def test_a_judgement_decides_what_awaits_a_person(outcome: str) -> None:
    """A recorded judgement is the outcome, and the message says whose it is."""
    finding = assessed(judgement("ch3.lead.active", outcome))["ch3.lead.active"]
    assert finding.outcome.value == outcome
    assert finding.message == "judged by the independent scrutineer, 15 October 2019: seen in the minutes"
    assert finding.judgement is not None
    assert finding.unmet == (outcome != "met")


def test_a_judgement_holds_to_the_end_of_its_last_day() -> None:
    """On its last day it holds; on the day after it has lapsed, and the reader is told."""
    text = judgement("ch3.lead.active", until="2019-11-30")
    assert assessed(text, as_of="2019-11-30")["ch3.lead.active"].outcome is Outcome.MET
    after = assessed(text, as_of="2019-12-01")
    assert after["ch3.lead.active"].outcome is Outcome.NEEDS_JUDGEMENT
    assert 'The judgement on "ch3.lead.active" has no effect: it lapsed after 30 November 2019.' in after.notices


def test_the_later_of_two_judgements_holds() -> None:
    """Of two judgements on the same requirement the later counts, in whatever order they are written."""
    first, second = judgement("ch3.lead.active"), judgement("ch3.lead.active", "not-met", "2019-11-15")
    for text in (first + second, second + first):
        found = assessed(text)
        assert found["ch3.lead.active"].outcome is Outcome.NOT_MET
        assert any("a later one stands in its place" in notice for notice in found.notices)


def test_a_judgement_that_lapsed_leaves_the_one_before_it() -> None:
    """A later judgement that no longer holds does not hide an earlier one that does."""
    text = judgement("ch3.lead.active") + judgement("ch3.lead.active", "not-met", "2019-11-01", "2019-11-15")
    assert assessed(text)["ch3.lead.active"].outcome is Outcome.MET


def test_a_judgement_cannot_change_what_the_documents_decide() -> None:
    """What the documents show is not for a person to judge away."""
    found = assessed(AREA + judgement("ch3.partners.set-out"))
    assert found["ch3.partners.set-out"].outcome is Outcome.NOT_MET
    assert found["ch3.partners.set-out"].judgement is None
    assert any("the documents decide it, and it is not-met" in notice for notice in found.notices)


def test_a_judgement_cannot_settle_what_is_open() -> None:
    """What the documents leave open is settled by facts; a judgement only says what a person would then find."""
    before = assessed(AREA)["ch3.partners.identify-respond"]
    after = assessed(AREA + judgement("ch3.partners.identify-respond"))["ch3.partners.identify-respond"]
    assert after.outcome is Outcome.INDETERMINATE
    assert after.possible == before.possible - {Outcome.NEEDS_JUDGEMENT} | {Outcome.MET}
    assert after.judgement is not None


@pytest.mark.parametrize("key", ["ch3.no-such-thing", "ch3.dispute.sos"])
def test_a_judgement_on_nothing_is_reported(key: str) -> None:
    """A key that no finding has is a slip that the reader is told of."""
    notice = f'The judgement on "{key}" has no effect: there is no such finding.'
    assert notice in assessed(judgement(key)).notices


def test_a_reason_for_departing_is_shown_and_changes_nothing() -> None:
    """A should that is not met stays so, with its reason beside it."""
    text = AREA + departure("ch3.publish.audits")
    with_reason, without = assessed(text), assessed(AREA)
    finding = with_reason["ch3.publish.audits"]
    assert finding.departure is not None
    assert finding.possible == without["ch3.publish.audits"].possible == {Outcome.NOT_MET}
    assert with_reason.notices == without.notices


@pytest.mark.parametrize(
    ("key", "why"),
    [
        ("ch3.partners.set-out", "it is a must, which nobody can waive"),
        ("ch3.fund.sp-power", "it is a power, which need not be used"),
        ("ch3.no-such-thing", "there is no such finding"),
        ("ch3.lead.active", "it is needs-judgement"),
    ],
)
def test_a_reason_without_effect_is_reported(key: str, why: str) -> None:
    """Nobody departs from a must, a power, what is not asked, or what is not unmet."""
    notice = f'The reason for departing from "{key}" has no effect: {why}.'
    assert notice in assessed(AREA + departure(key)).notices


# --- The date of the question ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("publication", "expected"),
    [
        ('published = "2019-06-20"', date(2019, 6, 20)),
        ('published = "2019-11"', date(2019, 11, 30)),
        ('published = "2019"', date(2019, 12, 31)),
        ('published = "2019-06"\nupdated = "2019-11"', date(2019, 11, 30)),
    ],
)
def test_without_a_date_it_is_the_last_on_which_the_document_can_have_been_published(
    publication: str, expected: date
) -> None:
    """The date is inferred from the newest document, and the output says so."""
    found = assessed(publication=publication, as_of="")
    assert (found.as_of, found.as_of_given) == (expected, False)
    assert found.notices[0].startswith("No date was given: judged as of ")


def test_the_newest_of_several_documents_gives_the_date() -> None:
    """A report of 2023 among the files makes the question one of 2023."""
    assert assessed(AREA, REPORT, as_of="").as_of == date(2023, 5, 1)


def test_a_date_that_is_given_is_taken() -> None:
    """A date may be given as a date or as its text, and nothing is said of having inferred it."""
    partners = partnership(head())
    by_text, by_date = assess(partners, as_of="2019-11-30"), assess(partners, as_of=date(2019, 11, 30))
    assert by_text == by_date
    assert by_text.as_of_given
    assert not any("No date was given" in notice for notice in by_text.notices)


def test_documents_without_a_date_cannot_be_assessed_without_one() -> None:
    """Without any date the message says which option to give, and how it looks."""
    undated = partnership(head('guidance = ["WT2018"]'))
    with pytest.raises(CannotAssessError, match=r"as_of \(--as-of\) as a full date such as \"2019-11-30\""):
        assess(undated)
    assert assess(undated, as_of="2019-11-30").as_of == date(2019, 11, 30)


@pytest.mark.parametrize("text", ["2019-11", "30 November 2019", "2019-02-30", "", "latest"])
def test_a_date_that_is_none_is_refused(text: str) -> None:
    """What is not a full date is quoted, with an example of one."""
    with pytest.raises(CannotAssessError, match="is not a full date such as"):
        assess(partnership(head()), as_of=text)


@pytest.mark.parametrize("edition", ["WT2015", "WT2024", "wt2018", ""])
def test_an_edition_that_is_not_held_is_refused(edition: str) -> None:
    """An edition that is not held is quoted, with those that are."""
    with pytest.raises(CannotAssessError, match="is not held; it can be: WT2018, WT2023, WT2026"):
        assess(partnership(head()), guidance=edition, as_of="2019-11-30")


# --- The assessment -------------------------------------------------------------------------------------------------


def test_every_requirement_with_a_check_has_one_finding() -> None:
    """Findings stand in the order of the catalogue, one each, and definitions have none."""
    found = assessed(AREA)
    checked = [item.key for item in catalogue().values() if item.check is not None]
    assert [finding.key for finding in found] == checked
    assert len(found) == len(checked)
    assert sum(found.counts.values()) == len(checked)
    with pytest.raises(UnknownRequirementError, match=r"ch3\.dispute\.sos"):
        found["ch3.dispute.sos"]


def test_unmet_findings_are_listed_by_level() -> None:
    """Asked for the unmet musts, the assessment leaves out what only should be."""
    found = assessed(AREA)
    musts = found.unmet(Level.MUST)
    assert {finding.requirement.level for finding in musts} == {Level.MUST}
    assert set(musts) < set(found.unmet())
    assert "ch3.partners.set-out" in {finding.key for finding in musts}


def test_the_same_question_has_the_same_answer() -> None:
    """Two runs over the same documents agree to the letter."""
    first, second = (assess(partnership(head() + AREA + SET_OUT), as_of="2019-11-30") for _ in range(2))
    assert first is not second
    assert repr(first) == repr(second)


def test_an_address_is_that_of_the_date() -> None:
    """A section of the Act is cited as it stood on the date, and never before it began."""
    on_the_day = assessed(as_of="2019-11-30")["ch3.partners.three"].citations[0]
    assert on_the_day.url == "https://www.legislation.gov.uk/ukpga/2004/31/section/16E/2019-11-30"
    before = assessed(as_of="2018-01-01")["ch3.partners.three"].citations[0]
    assert before.url == "https://www.legislation.gov.uk/ukpga/2004/31/section/16E/2018-06-29"
