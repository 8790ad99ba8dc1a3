"""How what changed is shown: as text, Markdown, JSON, records, words for the yearly report, and a picture."""

from __future__ import annotations

import json
import re
import tomllib
from typing import Literal
from xml.etree import ElementTree as ET

import pytest
from attrs import fields

import safeguarding as sg
from safeguarding import Difference, Outcome, Partnership
from safeguarding.errors import SafeguardingError
from safeguarding.model import Chair, Document, sections
from safeguarding.views.changes.drawing import pictured
from safeguarding.views.changes.names import IDS, Names
from safeguarding.views.changes.telling import GROUPS
from safeguarding.views.changes.updates import REASON, WHEN
from safeguarding.views.changes.wording import SECTIONS
from safeguarding.views.diagrams.dot import as_dot
from safeguarding.views.diagrams.mermaid import as_mermaid
from safeguarding.views.diagrams.picture import Change, Picture
from tests.assessment.test_changes import REPORT
from tests.structure.test_differences import classes
from tests.structure.versions import (
    AUDIT_GROUP,
    EASTSHIRE,
    MORE_OFTEN,
    POLICE,
    QUALITY,
    Edit,
    changed,
    edited,
    version,
)

AS_OF = "2019-11-30"
LATER: tuple[Edit, ...] = (
    ('implemented = "2019-09-01"', 'updated = "2020-06"'),
    (POLICE, ""),
    ('name = "Training Group"', 'name = "Workforce Group"'),
    ('meets = "quarterly"', 'meets = "monthly"'),
    ('amount = "£30,000"', 'amount = "£29,999.99"'),
    ("page = 12", "page = 14"),
    ("[[milestone]]", '[[aim]]\nkind = "value"\nsays = "Children first."\nwhere = "Values"\n\n[[milestone]]'),
)  # fmt: skip


def told(*edits: Edit) -> str:
    """Show a difference as text, on one line so that a test need not know where it is wrapped."""
    return flat(sg.difference_as_text(changed(*edits)))


def flat(text: str) -> str:
    return " ".join(text.split())


# Text


def test_the_page_tells_who_governance_money_and_what_comes_of_it() -> None:
    """Each heading has its changes, with both values and their places; what is no news is counted."""
    difference = changed(*LATER)
    text = sg.difference_as_text(difference, sg.consequences(difference, as_of=AS_OF))
    assert max(map(len, text.splitlines())) <= 80
    for part in (
        "What changed: Eastshire Safeguarding Children Partnership",
        "Old arrangements published 28 June 2019 [<text>]",
        "New arrangements published 28 June 2019, updated June 2020 [<text>]",
        "In short: 7 changes: 1 added, 1 removed, 1 renamed, 4 changed.",
        "Not shown, since nothing else is said: 1 entry was read at another place and says the same.",
        "REMOVED Safeguarding partner: Eastshire Police was side: police; covers: whole of Eastshire [Partners]",
        "RENAMED Body: Training Group was Training Group now Workforce Group [Governance, p. 8, in both]",
        "CHANGED Body: Executive Board; how often it meets was quarterly now monthly [Governance, p. 7, in both]",
        "amount was £30,000.00 now £29,999.99 [Money, in both] by £0.01 less",
        "ADDED Value: Children first. now what is said: Children first. [Values]",
        "CHANGED Publication: last updated was nothing now June 2020 [Cover, in both]",
        "CHANGED Publication: start was 1 September 2019 now nothing",
        "Both versions are judged by the law of one date, 30 November 2019, so that",
        "MET -> PARTLY MET Who the partners are (must) [ch3.partners.three]",
        "from removed: Safeguarding partner: Eastshire Police",
    ):
        assert part in flat(text), part
    headings = [
        line for line in text.splitlines() if re.fullmatch(r"(Who|Governance|Money|Dates|What is said) \(\d\)", line)
    ]
    assert headings == ["Who (1)", "Governance (2)", "Money (1)", "What is said (1)", "Dates (2)"]


def test_nothing_is_said_to_be_nothing() -> None:
    """Two equal versions make a short page."""
    assert "In short: nothing else is said than before." in told()
    assert "Not shown" not in told()


@pytest.mark.parametrize(
    ("edit", "says"),
    [
        (('seats = [{ agency = "council" }, { agency = "ccg" }', 'seats = [{ agency = "council", vacant = true }'),
         "Executive Board; seat of Eastshire County Council, vacant, vacant was no now yes"),
        (('{ agency = "ccg" }, ', ""), "REMOVED Body: Executive Board; seat was Eastshire CCG [Governance, p. 7]"),
        (('role = "deputy chair"', 'role = "member"'),
         "seat of Eastshire Police, member, role was deputy chair now member"),
        (("chair = { held_by", 'chair = { how = "rotating", every = "annually", held_by'),
         "Executive Board; how the chair is held was fixed now rotating"),
        (('chair = { held_by = ["director"], vice = ["chair-person"] }', ""),
         "chair was Director of Children's Services (fixed); vice-chair: Independent Chair now nothing"),
        (('matters = "audits"', 'matters = "audits", by = "a report"'),
         "Audit Group; reports to of Executive Board, on audits, by a report, who does it was nothing now a report"),
        (('reports_to = ["board"]', 'reports_to = ["board", "audit"]'), "Training Group; reports to now Audit Group"),
        ((QUALITY, 'answers_to = ["health-board"]\nserves = ["eastshire"]\nwhere = "X"'),
         "Audit Group; answers outside the partnership to now Health and Wellbeing Board"),
        (('share = "25%"', 'share = "1/3"'), "contribution of Police, share was 25% now 1/3"),
        (('stated_total = "£120,000"', 'unknown = ["stated_total"]'),
         "total as printed was £120,000.00 now something that could not be read"),
        (('stated_total = "£120,000"',
          'also = [{ field = "stated_total", value = "£130,000", where = "Annex" }]\nstated_total = "£120,000"'),
         "now £120,000.00 or £130,000.00 (it is said in 2 ways) [Money, in both]"),
        (('stated_total = "£120,000"',
          'also = [{ field = "stated_total", value = "£130,000", where = "Annex" }]\nstated_total = "£125,000"'),
         "printed was £120,000.00 now £125,000.00 or £130,000.00 (it is said in 2 ways) [Money, in both]"),
        (('who = ["training"]', 'who = ["training", "audit"]'),
         "training (commission, deliver); who acts was no other (1 other stays) now Audit Group (1 other stays)"),
        (('powers = ["speak"]', 'powers = ["decide"]\nto = "chair-person"'),
         "Delegation: Eastshire Police, to Independent Chair"),
        (('where = "Voice"', ""), "Statement: voice (children); where it was read was Voice now nothing"),
        (('transcribed = "all"', 'transcribed = ["bodies"]'), "Document: topics written down was all now bodies"),
        (('title = "Eastshire arrangements"',
          'title = "Eastshire plan"\nunread = [{ what = "a chart", could_hold = ["bodies"] }]'),
         "Source: Eastshire plan; unread now what: a chart; could hold: bodies"),
        (('when = "2019-09"', "onwards = true"), "Milestone: The new groups begin their work; onwards was no now yes"),
    ],
)  # fmt: skip
def test_a_change_is_told_in_the_words_of_its_readers(edit: Edit, says: str) -> None:
    """Names for ids, words for fields, and what is open said to be open."""
    assert says in told(edit)


def test_a_section_that_is_added_whole_is_told_in_a_line_or_two() -> None:
    """Of an entry without a name, what it is stands for it."""
    entries = {
        '[[acting_for]]\nagency = "council"\non_behalf_of = ["ccg"]\n':
            "Partner that acts for others: Eastshire County Council, for Eastshire CCG",
        '[[background]]\nsays = "Many people work on farms."\n': "ADDED Background: Many people work on farms.",
        '[[meeting]]\nbody = "board"\non = "2019-10-01"\n': "Meeting held: Executive Board, 1 October 2019",
        '[[case]]\nid = "si-2021-03"\nkind = "serious-incident"\n': "ADDED Case: si-2021-03 now kind: serious incident",
        '[[report_period]]\nperiod = { starts = "2019-04", ends = "2020-03" }\n':
            "Period of the report: April 2019 to March 2020",
        '[[departure]]\nrequirement = "ch3.publish.voice"\nreason = "Being drafted."\n':
            "Reason for departing: ch3.publish.voice now reason: Being drafted.",
        '[[judgement]]\nrequirement = "ch3.publish.voice"\noutcome = "met"\nrole = "scrutineer"\ndate = "2019"\n'
        'reason = "Seen."\n':
            "Judgement: ch3.publish.voice now outcome: met; role: scrutineer; date: 2019; reason: Seen.",
        '[[funding]]\nid = "older"\nprinted_year = "2018/19"\n': "Statement of funding: 2018/19",
        '[[funding]]\nid = "other"\nperiod = { starts = "2018", ends = "2019" }\n':
            "Statement of funding: 2018 to 2019",
        '[[body]]\nid = "new"\nname = "New"\nkind = "panel"\nseats = [{ held_for = "health" }]\n':
            "ADDED Body: New now kind: panel; seat: the health partner",
        '[[funding]]\nid = "spent"\ncosts = [{ label = "Staff", amount = "£1" }, { label = "Rent" }]\n':
            "cost: Staff: £1.00; Rent: no amount",
        '[[funding]]\nid = "paid"\nlines = [{ label = "Council", amount = "£1", paid_by = ["council"] }, '
        '{ label = "X" }]\n':
            "contribution: Council: £1.00 by Eastshire County Council; X: no amount",
    }  # fmt: skip
    for entry, says in entries.items():
        found = told(("[[milestone]]", f"{entry}\n[[milestone]]"))
        assert says in found, (says, found)


def test_what_may_belong_together_is_told_and_not_merged() -> None:
    """One sentence for each reason."""
    for edits, says in (
        ((('id = "audit"', 'id = "audit-group"'),),
         "“Audit Group” is the name of both: probably the same, and its id changed."),
        ((('{ agency = "ccg" }, ', ""),
          ('seats = [{ agency = "police" }]', 'seats = [{ agency = "police" }, { agency = "ccg" }]')),
         "A seat is gone from “Executive Board”, and one of the same holder is new on “Training Group”."),
    ):  # fmt: skip
        text = told(*edits)
        assert says in text
        assert "Nothing below is merged" in text
    code = EASTSHIRE.replace('"ccg"', '"health"').replace("Eastshire CCG", "NHS Eastshire")
    assert "have the same official code" in flat(sg.difference_as_text(sg.diff(version(), sg.loads(code))))
    alike = EASTSHIRE.replace('"training"\nname = "Training Group"', '"skills"\nname = "Skills"').replace(
        '["training"]', '["skills"]'
    )
    assert "are alike in much" in flat(sg.difference_as_text(sg.diff(version(), sg.loads(alike))))
    text = EASTSHIRE.replace(
        "[[post]]", '[[agency]]\nid = "icb"\nname = "East ICB"\nkind = "integrated-care-board"\n\n[[post]]', 1
    )
    text = text.replace('code = "99X"', 'code = "99X"\nsuccessors = ["icb"]')
    assert "“East ICB” is new, and the documents call it the successor of “Eastshire CCG”." in flat(
        sg.difference_as_text(sg.diff(version(), sg.loads(text)))
    )


def test_a_reader_is_warned_of_what_was_not_read_or_written_down() -> None:
    """What looks added may only not have been read in the old version, and the other way."""
    chart = (
        'title = "Eastshire arrangements"',
        'title = "Eastshire arrangements"\nunread = [{ what = "a chart", could_hold = ["bodies"] }]',
    )
    half = ('transcribed = "all"', 'transcribed = ["bodies"]')
    new_lost = flat(sg.difference_as_text(sg.diff(version(), version(chart))))
    old_lost = flat(sg.difference_as_text(sg.diff(version(chart), version())))
    both_lost = flat(sg.difference_as_text(sg.diff(version(chart), version(chart))))
    assert "Not read in the new version: a chart. What is shown as removed may stand there." in new_lost
    assert "Not read in the old version: a chart. What is shown as added may stand there." in old_lost
    assert "Not read in both versions: a chart. What is shown as added or removed may stand there." in both_lost
    assert "Not all of the new arrangements published 28 June 2019 is written down" in told(half)


def test_two_partnerships_and_two_kinds_are_said_at_the_head() -> None:
    """What is compared is said, where it is not two versions of one thing."""
    other = sg.loads(EASTSHIRE.replace('"eastshire"', '"westshire"').replace("Eastshire Safe", "Westshire Safe"))
    text = flat(sg.difference_as_text(sg.diff(version(), other)))
    assert text.startswith("How two partnerships differ: Eastshire Safeguarding Children Partnership, and Westshire")
    assert "These are two partnerships, Eastshire Safeguarding Children Partnership and Westshire" in text
    report = flat(sg.difference_as_text(sg.diff(version(), sg.loads(REPORT))))
    assert "The two files are documents of different kinds" in report
    assert "ADDED Document: yearly report published 1 September 2020 (on September 2019 to August 2020)" in report


def both(old: str, new: str) -> Difference:
    """Compare the arrangements and a report with new ones of both."""
    held = [Partnership(id="eastshire", documents=(sg.loads(text).documents[0], sg.loads(report).documents[0]))
            for text, report in ((EASTSHIRE, REPORT), (old, new))]  # fmt: skip
    return sg.diff(held[0], held[1])


def test_with_several_documents_each_change_names_its_own() -> None:
    """A date of publication is that of the report, or of the arrangements; a place is named with its source."""
    text = flat(
        sg.difference_as_text(
            both(
                edited(('meets = "quarterly"', 'meets = "monthly"')), edited(("2020-09-01", "2020-10-01"), text=REPORT)
            )
        )
    )
    assert (
        "Publication: yearly report published 1 October 2020 (on September 2019 to August 2020); first published"
        in text
    )
    assert "Old arrangements published 28 June 2019; yearly report published 1 September 2020" in text


def test_why_outcomes_cannot_be_compared_is_said() -> None:
    """Without a date the changes are shown all the same."""
    difference = changed(('meets = "quarterly"', 'meets = "monthly"'))
    why = "no document has a date of publication"
    assert "No document has a date of publication." in sg.difference_as_text(difference, why)
    assert "No document has a date of publication." in sg.difference_as_markdown(difference, why)
    assert json.loads(sg.difference_as_json(difference, why))["outcomes"]["why_not"] == why


def test_what_restates_another_is_shown_once_and_many_causes_are_counted() -> None:
    """The page has each thing once; the JSON has all."""
    half = changed(('transcribed = "all"', 'transcribed = ["partners"]'))
    found = sg.consequences(half, as_of=AS_OF)
    assert "not traced to a single change" in sg.difference_as_text(half, found)
    restated = sg.consequences(changed((POLICE, "")), as_of=AS_OF)
    text = flat(sg.difference_as_text(restated.difference, restated))
    assert len(json.loads(sg.difference_as_json(restated.difference, restated))["outcomes"]["requirements"]) == len(
        restated
    )
    shown = len(re.findall(r" -> [A-Z ]+ [A-Z][a-z]", text))
    assert ("of them ask" in text) == (shown < len(restated))
    nobody = (EASTSHIRE[EASTSHIRE.index("[[partner]]") : EASTSHIRE.index("[[relevant_agency]]")], "")
    gone = changed(nobody)
    assert sg.difference_as_text(gone, sg.consequences(gone, as_of=AS_OF)).count("removed: Safeguarding partner:") > 3


# Markdown, JSON, records


def test_the_markdown_has_a_table_for_each_heading() -> None:
    """Rows of four cells, with the places below the values."""
    difference = changed(*LATER)
    text = sg.difference_as_markdown(difference, sg.consequences(difference, as_of=AS_OF))
    assert (
        "## Who (1)\n\n| | of what | was | now |\n| --- | --- | --- | --- |\n"
        "| removed | Safeguarding partner: Eastshire Police |" in text
    )
    assert "£29,999.99 <br>*Money* (£0.01 less) |" in text
    assert "- **MET, now PARTLY MET:** Who the partners are (must, `ch3.partners.three`)" in text
    assert "  - from: removed: Safeguarding partner: Eastshire Police" in text
    rows = [line for line in text.splitlines() if line.startswith("|")]
    assert {row.count("|") for row in rows} == {5}


def test_the_markdown_has_what_may_belong_together_and_nothing_of_what_is_not_asked() -> None:
    """Without consequences there is no heading for them."""
    text = sg.difference_as_markdown(changed(('id = "audit"', 'id = "audit-group"')))
    assert "## May belong together" in text
    assert "Requirements" not in text
    assert "> Not all of the new" in sg.difference_as_markdown(
        changed(('transcribed = "all"', 'transcribed = ["bodies"]'))
    )


def test_the_json_says_all_and_ties_outcomes_to_changes() -> None:
    """Every change by kind, path and place, those that are no news too; each requirement with its changes."""
    difference = changed(*LATER, ('id = "audit"', 'id = "audit-group"'))
    read = json.loads(sg.difference_as_json(difference, sg.consequences(difference, as_of=AS_OF)))
    assert len(read["changes"]) == len(difference.changes)
    partners = next(one for one in read["outcomes"]["requirements"] if one["requirement"] == "ch3.partners.three")
    (number,) = partners["changes"]
    assert read["changes"][number]["old_path"] == "partner[2]"
    assert read["changes"][number]["new"] is None
    assert read["changes"][number]["old_place"] == {
        "source": "plan", "heading": "Partners", "page": None, "lines": None, "in_words": "Partners"
    }  # fmt: skip
    assert [one["why"] for one in read["likely"]] == ["same-name"]
    assert sum(not change["news"] for change in read["changes"]) == 1
    assert json.loads(sg.difference_as_json(difference))["outcomes"] is None


def test_the_json_keeps_several_statements_and_what_could_not_be_read_apart() -> None:
    """Values are listed; an empty list is what could not be read, and none is what is not said."""
    also = 'also = [{ field = "stated_total", value = "£130,000", where = "Annex" }]\nstated_total = "£120,000"'
    (two,) = json.loads(sg.difference_as_json(changed(('stated_total = "£120,000"', also))))["changes"]
    assert two["new"]["values"] == ["£120,000.00", "£130,000.00"]
    (lost,) = json.loads(sg.difference_as_json(changed(('stated_total = "£120,000"', 'unknown = ["stated_total"]'))))[
        "changes"
    ]
    assert lost["new"] == {"says": "something that could not be read", "values": [], "readable": False}
    (none,) = json.loads(sg.difference_as_json(changed(('stated_total = "£120,000"', ""))))["changes"]
    assert none["new"] == {"says": "nothing", "values": [None], "readable": True}


def test_the_records_are_flat() -> None:
    """One row for each change, with the same columns."""
    records = sg.difference_as_records(changed(*LATER, ("lines = [", 'basis = "agreed"\nlines = [')))
    assert len({tuple(record) for record in records}) == 1
    assert all(value is None or isinstance(value, (str, bool)) for record in records for value in record.values())
    (gone,) = [record for record in records if record["section"] == "partner"]
    assert (gone["kind"], gone["old_path"], gone["new"], gone["old_place"]) == (
        "removed",
        "partner[2]",
        None,
        "Partners",
    )


# That nothing is left out when the model grows


def test_every_section_has_a_heading_and_a_name() -> None:
    """A section that joins the model is put under a heading, and called something."""
    keys = {attribute.metadata["key"] for attribute in sections()} | {"", "publication"}
    assert {key for some in GROUPS.values() for key in some} == keys == set(SECTIONS)


def test_the_fields_that_hold_ids_are_those_that_the_model_marks() -> None:
    """An id is told as a name wherever the model has one, and nothing else is taken for an id."""
    marked: dict[str, set[bool]] = {}
    for cls in (Document, *(cls for cls in classes() if cls is not Document), Chair):
        for attribute in fields(cls):
            marked.setdefault(attribute.name, set()).add("refers" in attribute.metadata)
    assert {name for name, refers in marked.items() if refers == {True}} <= IDS
    assert {name for name in IDS if True not in marked[name]} == set()


def test_names_are_those_of_the_newest_document() -> None:
    """An id without a name stands for itself."""
    partnership = version()
    assert Names.of(partnership).name("board") == "Executive Board"
    assert Names.of(partnership).name("nobody") == "nobody"
    assert Names({}).name(None) == ""


# Words for the yearly report


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
         "post: Independent Chair (before: Director of Children's Services)"),
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


def test_a_start_that_the_new_arrangements_give_is_the_timescale() -> None:
    """Where the text gives one day, planned or not, it is named; of two days neither, and none older than an update."""
    day = ('implemented = "2019-09-01"', 'implemented = "2020-09-01"\nimplemented_as_planned = true')
    assert sg.updates(changed(day)).when == "The arrangements are to be acted on from 1 September 2020."
    assert sg.updates(changed()).when == "The arrangements are acted on from 1 September 2019."
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


# Hostile names


HOSTILE = '"><script>alert(1)</script> | `x` *y* \\u202Egnp ]] {{ \\n\\t end " ' + "long " * 30


def hostile() -> Difference:
    """Put a name that would break out of every format, into names of every sort."""
    name = HOSTILE.replace('"', '\\"')
    old = edited(('name = "Training Group"', f'name = "{name}"'), ('name = "Cafcass"', f'name = "{name} old"'))
    new = edited(('name = "Audit Group"', f'name = "{name}"'), ('name = "Cafcass"', f'name = "{name} new"'),
                 ('says = "Neglect is found early."', f'says = "{name}"'), ('label = "Police"', f'label = "{name}"'),
                 ('title = "Eastshire arrangements"', f'title = "{name}"'))  # fmt: skip
    return sg.diff(sg.loads(old), sg.loads(new))


def test_a_hostile_name_acts_in_no_format() -> None:
    """No character that acts on a screen, no markup, no line too many; and JSON and TOML are read back."""
    difference = hostile()
    found = sg.consequences(difference, as_of=AS_OF)
    text, words = sg.difference_as_text(difference, found), sg.updates_as_text(difference)
    markdown, read = sg.difference_as_markdown(difference, found), sg.difference_as_json(difference, found)
    for page in (text, words, markdown, read):
        assert "\u202e" not in page
        assert "\t" not in page
    assert max(map(len, text.splitlines())) <= 80
    assert "<script>" not in markdown
    assert {line.count("|") for line in markdown.splitlines() if line.startswith("|")} == {5}
    assert any("<script>" in change["title"] for change in json.loads(read)["changes"])
    statements = sg.updates(difference).statements()
    assert len(tomllib.loads(statements)["statement"]) == 2
    assert len(sg.loads(REPORT + statements).documents) == 1


# The picture


def labels(picture: Picture) -> dict[str, str]:
    """Return the marks on the boxes and links of a picture."""
    boxes = {box.id: box.mark.label for box in picture.boxes if box.mark}
    return boxes | {f"{link.source} > {link.target}": link.mark.label for link in picture.links if link.mark}


PICTURED: list[tuple[str, tuple[Edit, ...], dict[str, str]]] = [
    ("nothing", (), {}),
    ("renamed, and it meets more often",
     (('name = "Training Group"', 'name = "Workforce"'), ('meets = "monthly"', 'meets = "termly"')),
     {"body_training": "= renamed: was: Training Group; Meets monthly"}),
    ("it meets more often", (MORE_OFTEN,), {"body_board": "~ changed: was: Meets quarterly"}),
    ("a frequency is new", ((QUALITY, f'{QUALITY}\nmeets = "monthly"'),),
     {"body_audit": "~ changed: new: Meets monthly"}),
    ("it is only planned", (('kind = "board"', 'kind = "board"\nstatus = "shadow"'),),
     {"body_board": "~ changed: new: In shadow form"}),
    ("a body is gone", ((AUDIT_GROUP, ""),),
     {"body_audit": "– removed", "body_audit > body_board": "– removed"}),
    ("a body is new",
     (("[[scrutineer]]",
       '[[body]]\nid = "new"\nname = "New"\nkind = "panel"\nreports_to = ["audit"]\n\n[[scrutineer]]'),),
     {"body_new": "+ added", "body_new > body_audit": "+ added"}),
    ("a line has other matters", (('matters = "audits"', 'matters = "data"'),),
     {"body_audit > body_board": "~ changed: was: only for: audits"}),
    ("a line is for everything", (('{ to = "board", matters = "audits" }', '"board"'),),
     {"body_audit > body_board": "~ changed: was: only for: audits"}),
    ("a partner is gone", ((POLICE, ""),), {"partner_police": "– removed"}),
    ("another partnership is gone",
     ((EASTSHIRE[EASTSHIRE.index("[[other_partnership]]") : EASTSHIRE.index("[[register]]")], ""),),
     {"other_health_board": "– removed"}),
]  # fmt: skip


@pytest.mark.parametrize(("edits", "expected"), [case[1:] for case in PICTURED], ids=[case[0] for case in PICTURED])
def test_the_picture_marks_what_differs(edits: tuple[Edit, ...], expected: dict[str, str]) -> None:
    """Each box and line that differs says how, and no other is marked."""
    found = labels(pictured(changed(*edits), as_of=AS_OF))
    assert expected.items() <= found.items()
    assert bool(found) == bool(expected)


def test_the_picture_is_the_union_of_both() -> None:
    """What only the old version has stands where it stood, struck through; both documents are named below."""
    difference = changed((EASTSHIRE[EASTSHIRE.index('[[body]]\nid = "audit"') : EASTSHIRE.index("[[scrutineer]]")], ""))
    picture = pictured(difference)
    (gone,) = [row for row in (*picture.main, *picture.apart) if row.item.id == "body_audit"]
    assert (gone.above, gone.depth) == ("body_board", 1)
    assert picture.caption[0] == "Old: arrangements published 28 June 2019."
    assert picture.caption[2].startswith("Both as they stand on 28 June 2019, the last day")
    assert "<S>Audit Group</S>" in as_dot(picture)
    assert "classDef removed" in as_mermaid(picture)
    assert {box.mark.change for box in picture.boxes if box.mark} == {Change.REMOVED}


def test_the_picture_of_several_alike_marks_each_by_itself() -> None:
    """Bodies that are drawn as one group in one version only are neither new nor gone because of it."""
    groups = "".join(
        f'[[body]]\nid = "g{n}"\nname = "Group {n}"\nkind = "subgroup"\nreports_to = ["board"]\n\n' for n in range(4)
    )
    old = ("[[scrutineer]]", groups + "[[scrutineer]]")
    new = ("[[scrutineer]]", groups.replace('id = "g3"', 'id = "g4"') + "[[scrutineer]]")
    found = labels(pictured(sg.diff(version(old), version(new)), as_of=AS_OF))
    assert {key: label for key, label in found.items() if key.startswith("body_g")} == {
        "body_g3": "– removed", "body_g4": "+ added", "body_g3 > body_board": "– removed"
    }  # fmt: skip


def test_an_example_that_is_in_force_now_stands_among_the_bodies() -> None:
    """A box that changes its place is marked where it is now, and stands nowhere twice."""
    example = (QUALITY, f'{QUALITY}\nstatus = "example"')
    picture = pictured(sg.diff(version(example), version()), as_of=AS_OF)
    assert labels(picture)["body_audit"].startswith("~ changed")
    assert [box.id for box in picture.boxes].count("body_audit") == 1
    assert "examples" not in {group.id for group in picture.sides}


def test_a_picture_without_arrangements_and_of_two_partnerships() -> None:
    """A report has no bodies to draw, and says what was drawn; two partnerships are both named."""
    picture = pictured(sg.diff(version(), sg.loads(REPORT)), as_of="2020-12-31")
    assert "body_board" in {box.id for box in picture.boxes if box.mark and box.mark.change is Change.REMOVED}
    other = sg.loads(EASTSHIRE.replace('"eastshire"', '"westshire"').replace("Eastshire Safe", "Westshire Safe"))
    assert "Partnership, and Westshire" in pictured(sg.diff(version(), other), as_of=AS_OF).title


@pytest.mark.parametrize("form", ["dot", "mermaid", "text", "svg"])
def test_a_hostile_name_breaks_out_of_no_picture(form: Literal["dot", "mermaid", "text", "svg"]) -> None:
    """What a body was called stands in its mark, and is as harmless there as in its box; Graphviz and XML read it."""
    diagram = sg.difference_as_diagram(hostile(), as_of=AS_OF)
    if form == "svg":
        pytest.importorskip("pygraphviz")
    text = diagram.written(form)
    assert "renamed" in text
    assert "\u202e" not in text
    if form == "text":
        assert max(map(len, text.splitlines())) <= 80
    else:
        assert "<script" not in text
    if form == "svg":
        assert ET.fromstring(text).tag.endswith("svg")  # noqa: S314  # our own output
