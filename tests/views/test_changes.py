"""How what changed is told, as text for a terminal."""

from __future__ import annotations

import json
import re
from enum import Enum

import pytest
from attrs import fields

import safeguarding as sg
from safeguarding.model import AgencyKind, Chair, Document, Function, LinkKind, Office, sections
from safeguarding.views.changes.names import IDS, Names
from safeguarding.views.changes.telling import GROUPS
from safeguarding.views.changes.wording import SECTIONS
from tests.assessment.test_changes import REPORT
from tests.structure.test_differences_applied import classes
from tests.structure.versions import (
    EASTSHIRE,
    POLICE,
    QUALITY,
    Edit,
    changed,
    edited,
    version,
)
from tests.views.differing import AS_OF, LATER, both, flat, told


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


@pytest.mark.parametrize(
    ("value", "words"),
    [(AgencyKind.CHILDRENS_TRUST, "children's trust"), (AgencyKind.NHS_FOUNDATION_TRUST, "NHS foundation trust"),
     (Office.DIRECTOR_OF_CHILDRENS_SERVICES, "director of children's services"), (LinkKind.MAPPA, "MAPPA"),
     (Function.CO_ORDINATION, "co-ordination"), (AgencyKind.POLICE_FORCE, "police force")],
)  # fmt: skip
def test_a_value_of_a_closed_list_is_written_as_its_readers_write_it(value: Enum, words: str) -> None:
    """With its apostrophe, hyphen and capitals."""
    assert Names({}).value(value) == words


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
    copy = EASTSHIRE.replace('title = "Eastshire arrangements"', f'title = "Plan"\nsha256 = "{"ab" * 32}"')
    moved = sg.loads(copy.replace('"plan"', '"plan-2020"').replace('"Plan"', '"The plan"'))
    same_copy = flat(sg.difference_as_text(sg.diff(sg.loads(copy), moved)))
    assert "“Plan” and “The plan” have the same copy, by its SHA-256: probably the same" in same_copy
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
    text = text.replace('[[partner]]\nagency = "ccg"', '[[partner]]\nagency = "icb"')
    assert "“East ICB” is new as a safeguarding partner, and the documents call it the successor of" in flat(
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
