"""The words of the yearly report on updates to the published arrangements."""

from __future__ import annotations

import re

import pytest

import safeguarding as sg
from safeguarding import Outcome, Partnership
from safeguarding.errors import SafeguardingError
from safeguarding.views.changes.updates import REASON, WHAT, WHEN
from tests.assessment.test_changes import REPORT
from tests.structure.versions import (
    AUDIT_GROUP,
    EASTSHIRE,
    MORE_OFTEN,
    QUALITY,
    Edit,
    changed,
    edited,
    version,
)
from tests.views.differing import LATER, both, flat


def test_the_words_tell_the_changes_and_leave_the_reason_open() -> None:
    """Sentences with places that can be pasted; why, and from when, only the partners know."""
    text = sg.updates_as_text(changed(*LATER))
    for part in (
        "Since the arrangements published 28 June 2019, the partners have changed their published arrangements.",
        "- Eastshire Police is no longer a safeguarding partner (formerly Partners).",
        "- Executive Board now meets monthly (before: quarterly) (Governance, p. 7).",
        "- Training Group is now called Workforce Group (Governance, p. 8).",
        "£29,999.99 (before: £30,000.00, £0.01 less) (Money).",
        "- New: value “Children first.” (Values).",
        f"Reason: {REASON}.",
        f"Timescale: {WHEN}.",
    ):
        assert part in flat(text), part


@pytest.mark.parametrize(
    ("edit", "says"),
    [
        (('{ agency = "ccg" }, ', ""),
         "Eastshire CCG no longer has a seat on Executive Board (formerly Governance, p. 7)."),
        (('seats = [{ agency = "police" }]', 'seats = [{ agency = "police" }, { agency = "ccg" }]'),
         "Eastshire CCG now has a seat on Training Group (Governance, p. 8)."),
        (('reports_to = ["board"]', ""), "Training Group no longer reports to Executive Board"),
        (('reports_to = ["board"]', 'reports_to = ["board", "audit"]'), "Training Group now reports to Audit Group"),
        (('post = "director"\nwhere', 'post = "chair-person"\nwhere'),
         "Independent Chair, for Eastshire County Council, is now a lead representative (before: Director of"),
        (('chair = { held_by = ["director"]', 'chair = { held_by = ["chair-person"]'),
         "Executive Board is now chaired by Independent Chair (before: Director of Children's Services) ("),
        (('chair = { held_by = ["director"], ', "chair = { "),
         "chaired by: nothing is said any more (before: Director of Children's Services)"),
        (("number = 2", "number = 3"), "Early help is now level 3 (before: 2) (Thresholds)."),
        (('stated_total = "£120,000"', ""), "total as printed: nothing is said any more (before: £120,000.00)"),
        (('kind = "policy"', 'kind = "policy"\nabout = "Disputes"'), "about: Disputes (nothing was said before)"),
        ((QUALITY, f'titles = [{{ name = "Auditors" }}]\n{QUALITY}'),
         "titles of body “Audit Group”: Auditors"),
        (('meets = "quarterly"', 'meets = "quarterly"\nnote = "So printed."'), "say what they said before"),
        (('says = "Children are heard through a shadow board."', 'unknown = ["says"]'),
         "what is said: <what is said now, which could not be read> (before: Children are heard through a shadow "),
        (('implemented = "2019-09-01"', 'implemented = "2020-09-01"'),
         "Publication, start: 1 September 2020 (before: 1 September 2019) (Cover)."),
        (('names = ["Early help"]', 'names = ["Early help", "Targeted help"]'),
         "Early help is now called Early help and Targeted help (Thresholds)."),
        (('code = "99X"', 'code = "99Y"'), "The published arrangements say what they said before"),
    ],
)  # fmt: skip
def test_a_change_in_a_sentence(edit: Edit, says: str) -> None:
    """The forms that a report has most often, and the one for everything else."""
    assert says in flat(sg.updates_as_text(changed(edit)))


def test_what_changed_in_the_same_way_is_told_once() -> None:
    """Three bodies with one new meeting frequency make one sentence."""
    text = edited(("page = 8 }", 'page = 8 }\npurpose = "Learns."'), ("page = 9 }", 'page = 9 }\npurpose = "Learns."'))
    found = flat(sg.updates_as_text(sg.diff(version(), sg.loads(text))))
    assert (
        "Body “Training Group” and “Audit Group”, purpose: Learns. (nothing was said before) "
        "(Governance, p. 8; Governance, p. 9)." in found
    )


def test_several_that_changed_in_the_same_way_are_told_as_several() -> None:
    """The verb is that of several bodies."""
    often = changed((f"{QUALITY}", f'meets = "quarterly"\n{QUALITY}')).new
    text = sg.updates_as_text(sg.diff(often, version((QUALITY, f'meets = "monthly"\n{QUALITY}'), MORE_OFTEN)))
    assert "Executive Board and Audit Group now meet monthly (before: quarterly)" in flat(text)


def test_files_in_the_wrong_order_are_noticed() -> None:
    """An old version that is surely newer than the new one is said to be, on the page and above the words."""
    later = ('published = "2019-06-28"', 'published = "2021-03"')
    swapped = sg.diff(version(later), version())
    said = "The old version is of March 2021, and the new one of 28 June 2019"
    assert said in flat(sg.difference_as_text(swapped))
    assert said in flat(sg.updates_as_text(swapped))
    for right in (changed(later), changed(), changed(('published = "2019-06-28"', 'published = "2019-06"'))):
        assert "wrong order" not in flat(sg.updates_as_text(right))


def test_a_start_that_the_new_arrangements_give_is_the_timescale() -> None:
    """Where the text gives one day, planned or not, it is named; of two days neither, and none older than an update."""
    day = ('implemented = "2019-09-01"', 'implemented = "2020-09-01"\nimplemented_as_planned = true')
    assert sg.updates(changed(day)).when == "The arrangements are to be acted on from 1 September 2020."
    assert sg.updates(changed()).when == ""  # the start of the version before says nothing of an update
    assert sg.updates(changed(MORE_OFTEN)).when == ""
    unsure = (
        'where = "Cover"',
        'where = "Cover"\nalso = [{ field = "implemented", value = "2020-10-01", where = "Annex" }]',
    )
    assert sg.updates(changed(day, unsure)).when == ""
    assert sg.updates(changed(('implemented = "2019-09-01"', ""))).when == ""
    for updated, when in (
        ('updated = "2020-01"', ""),
        ('updated = "2019-09"', ""),
        ('updated = "2019-08"', "The arrangements are acted on from 1 September 2019."),
        ('unknown = ["updated"]', ""),
    ):
        later = ('implemented = "2019-09-01"', f'implemented = "2019-09-01"\n{updated}')
        assert sg.updates(changed(later)).when == when, updated


def test_the_paraphrase_holds_as_many_changes_as_it_may() -> None:
    """At most 300 characters, the rest counted; who the partners are first, new names last."""
    draft = sg.updates(changed(*LATER))
    assert len(draft.says) <= 300
    assert draft.says.startswith(
        "Since the arrangements published 28 June 2019: Eastshire Police is no longer a safeguarding partner;"
    )
    long = sg.updates(
        changed(("shadow board", f"{'shadow board ' * 18}"), ('name = "Audit Group"', f'name = "{"Audit " * 60}Group"'))
    )
    assert len(long.says) <= 300
    lost = sg.updates(
        changed(('says = "Children are heard through a shadow board."', 'unknown = ["says"]'), MORE_OFTEN)
    )
    assert lost.says == (
        "Since the arrangements published 28 June 2019: Executive Board now meets monthly (before: quarterly); "
        "and 1 more change."
    )
    unread = sg.updates(changed(('says = "Children are heard through a shadow board."', 'unknown = ["says"]')))
    assert unread.says == "Since the arrangements published 28 June 2019: 1 change, listed in the report."
    nothing = sg.updates(changed())
    assert nothing.says == "Nothing that the arrangements published 28 June 2019 say was updated."


@pytest.mark.parametrize(
    ("as_of", "key"), [("2020-12-31", "ch3.report.updates"), ("2024-12-31", "wt23.report.updates")]
)
@pytest.mark.parametrize("planned", [True, False])
def test_pasted_into_the_report_it_settles_what_the_law_asks(as_of: str, key: str, planned: bool) -> None:
    """From end to end: not met before; after pasting, and filling the blanks, met."""
    day = ('implemented = "2019-09-01"', 'implemented = "2020-09-01"' if planned else "")
    statements = sg.updates(changed(*LATER[1:], day)).statements()
    assert ("<from when" in statements) is not planned
    report = REPORT if key.startswith("ch3") else REPORT.replace("2020-09-01", "2024-09-01")
    plan = sg.loads(EASTSHIRE).documents[0]

    def outcome(text: str) -> Outcome:
        documents = (plan, sg.loads(text).documents[0])
        return sg.assess(Partnership(id="eastshire", documents=documents), as_of=as_of)[key].outcome

    assert outcome(report) is Outcome.NOT_MET
    assert outcome(report + statements) is not Outcome.MET  # a blank place is no place
    filled = re.sub("<the heading[^>]*>", "Updates", statements)
    filled = re.sub("<from when[^>]*>", "The changes are acted on from 1 September 2020.", filled)
    assert outcome(report + filled) is Outcome.MET


HALF = ('transcribed = "all"', 'transcribed = ["partners"]')
LOST = (
    'title = "Eastshire arrangements"',
    'title = "Eastshire arrangements"\n[[source.unread]]\nwhat = "the chart"\ncould_hold = ["bodies"]',
)


@pytest.mark.parametrize(
    ("old", "new", "left_out"),
    [((), (HALF,), True), ((), (LOST,), True), ((LOST,), (), False), ((), (), False)],
    ids=["not written down", "in a lost chart", "a chart lost from the old alone", "all read"],
)
def test_silence_where_not_all_was_read_is_no_change_to_report(
    old: tuple[Edit, ...], new: tuple[Edit, ...], left_out: bool
) -> None:
    """A body that may only not be written down, or stand in a lost chart, is not said to be gone."""
    difference = sg.diff(version(*old), version((AUDIT_GROUP, ""), *new))
    draft, gone = sg.updates(difference), "Audit Group is no longer among the bodies of the partnership"
    assert any(gone in text for text in draft.unsure) is left_out
    assert any(gone in text for _, texts in draft.changes for text in texts) is not left_out
    assert (gone in draft.says) is not left_out
    assert ("To be looked up" in sg.updates_as_text(difference)) is left_out


def test_what_is_new_where_the_old_version_was_not_all_read_is_looked_up_first() -> None:
    """A line of reporting that the old chart may have shown is not said to be new; a seat there is."""
    chart = (LOST[0], LOST[1].replace('"bodies"', '"reporting-lines"'))
    line = ('reports_to = ["board"]', 'reports_to = ["board", "audit"]')
    seat = ('seats = [{ agency = "police" }]', 'seats = [{ agency = "police" }, { agency = "ccg" }]')
    draft = sg.updates(sg.diff(version(chart), version(line, seat)))
    assert draft.unsure == ("Training Group now reports to Audit Group (Governance, p. 8).",)
    assert draft.changes == (("Governance", ("Eastshire CCG now has a seat on Training Group (Governance, p. 8).",)),)


def test_where_nothing_is_sure_to_have_changed_the_words_stay_open() -> None:
    """Neither a change, nor that nothing was updated, is put into the report."""
    difference = changed(HALF, (AUDIT_GROUP, ""))
    draft = sg.updates(difference)
    assert draft.unsure
    assert draft.changes == ()
    assert draft.says == WHAT
    text = flat(sg.updates_as_text(difference))
    assert "is not sure; see below" in text
    assert "the partners have changed" not in text


def test_the_words_need_the_arrangements_of_one_partnership() -> None:
    """Of anything else there is no update to tell."""
    with pytest.raises(SafeguardingError, match="the new version has none"):
        sg.updates(sg.diff(version(), sg.loads(REPORT)))
    with pytest.raises(SafeguardingError, match="the old version has none"):
        sg.updates_as_text(sg.diff(sg.loads(REPORT), version()))
    other = sg.loads(EASTSHIRE.replace('"eastshire"', '"westshire"'))
    with pytest.raises(SafeguardingError, match="are two partnerships"):
        sg.updates(sg.diff(version(), other))


def test_the_words_are_of_the_arrangements_alone() -> None:
    """What changed in a report, or is another document as a whole, is no update to the arrangements."""
    difference = both(
        edited(('meets = "quarterly"', 'meets = "monthly"')),
        edited(("What was done is told", "All is told"), text=REPORT),
    )
    assert [name for name, _ in sg.updates(difference).changes] == ["Governance"]
    joined = sg.diff(
        version(), Partnership(id="eastshire", documents=(*version().documents, *sg.loads(REPORT).documents))
    )
    assert sg.updates(joined).changes == ()
