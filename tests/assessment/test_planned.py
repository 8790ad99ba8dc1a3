"""What the partnership's own documents say will happen: meetings, milestones, what recurs, what comes of scrutiny."""

from __future__ import annotations

import pytest

from safeguarding.assessment import Item, Kind
from tests.assessment.agendas import agenda, days, log, plan
from tests.law.case import head

AS_OF = "2020-06-15"
"""The plans here are of 1 April 2020, and are seen from this day."""


def listed(*sections: str, kind: Kind, as_of: str = AS_OF, until: str | None = None) -> list[Item]:
    """Return the items of a kind under a plan with these sections."""
    return [item for item in agenda(plan(*sections), as_of=as_of, until=until) if item.kind is kind]


@pytest.mark.parametrize(
    ("fields", "state", "due", "message"),
    [
        ('when = "2020-09-01"', "pending", "2020-09-01", "planned"),
        ('when = "2020-09"\nonwards = true', "pending", "2020-09-01/2020-09-30", "planned, and goes on from then"),
        ('when = "2020-06-15"', "due today", "2020-06-15", "planned for today"),
        ('when = "2020-06"', "open", "2020-06-01/2020-06-30", "it may be due now"),
        ('when = "2020-05-01"', "open", "2020-05-01", "its day has passed, and nothing shows that it happened"),
        ('when = "2020-05-01"\ndone = true', "met", "2020-05-01", "the text reports it as done"),
        # A text of 1 April can say that something of March was not done; of May it cannot know.
        (
            'when = "2020-03-01"\ndone = false',
            "missing",
            "2020-03-01",
            "the text, written later, reports it as not done",
        ),
        ('when = "2020-05-01"\ndone = false', "open", "2020-05-01", "its day has passed, and nothing shows"),
        ('when = "2020-04-01"\ndone = false', "open", "2020-04-01", "its day has passed, and nothing shows"),
        (
            'when = "2020-05-01"\ndone = true\nalso = [{ field = "done", value = false }]',
            "open",
            "2020-05-01",
            "passed",
        ),
        ("", "open", "", "no day can be said for it"),
        ('unknown = ["when"]', "open", "", "no day can be said for it"),
        ("done = true", "met", "", "the text reports it as done"),
        (
            'when = "2020-05-01"\nalso = [{ field = "when", value = "2020-09-01" }]',
            "open",
            "2020-05-01/2020-09-01",
            "it may be due now",
        ),
    ],
)
def test_a_milestone_stands_as_its_text_and_its_day_say(fields: str, state: str, due: str, message: str) -> None:
    """Whether something happened the text may not say: then it is open, and not late."""
    (item,) = listed(f'[[milestone]]\nwhat = "Launch"\n{fields}\n', kind=Kind.MILESTONE)
    assert (item.state.value, days(item)) == (state, due)
    assert message in item.message
    assert (item.what, item.id, item.path) == ("Launch", "milestone/Launch", "milestone[0]")
    assert (item.requirement, item.citations) == (None, ())


def test_milestones_of_reports_count_and_those_of_superseded_plans_do_not() -> None:
    """What a yearly report plans is to come; what an earlier version planned, the one in force replaced."""
    step = '[[milestone]]\nwhat = "{}"\nwhen = "2020-09-01"\n'
    earlier = plan(step.format("Old"), publication='published = "2019-04-01"')
    report = log(step.format("Reported")).replace("case-log", "yearly-report")
    found = agenda(earlier, plan(step.format("New")), report, as_of=AS_OF)
    assert sorted(item.what for item in found if item.kind is Kind.MILESTONE) == ["New", "Reported"]


def test_equal_milestones_are_told_apart() -> None:
    """Two steps in the same words on two days are two items, numbered by their days."""
    twice = "".join(f'[[milestone]]\nwhat = "Meeting"\nwhen = "{day}"\n' for day in ("2020-10-01", "2020-09-01"))
    assert [(item.id, days(item)) for item in listed(twice, kind=Kind.MILESTONE)] == [
        ("milestone/Meeting", "2020-09-01"),
        ("milestone/Meeting/2", "2020-10-01"),
    ]


# What recurs

PUBLISH = (
    '[[statement]]\ntopic = "yearly-report"\nparts = ["publish"]\nsays = "A report each year."\nwhere = "Reports"\n'
)
BOARD = '[[body]]\nid = "board"\nname = "The Board"\nkind = "board"\nmeets = "quarterly"\nwhere = "Bodies"\n'


@pytest.mark.parametrize(
    ("fields", "until", "expected", "why"),
    [
        ('how_often = "annually"', "2022-12-31", ["2021-03-31", "2022-03-31"], "years from 1 April"),
        ('how_often = "annually"', "2021-03-30", [], "the first ends a day later"),
        ('how_often = "quarterly"', "2020-10-01", ["2020-06-30", "2020-09-30"], "from 1 April, and 1 July"),
        ('how_often = "quarterly"\nplanned_for = "2020-10-01"', "2020-12-31", ["2020-12-31"], "from its own start"),
        ('how_often = "annually"\nplanned_for = "2020-10"', "2021-12-31", ["2021-09-30/2021-10-30"], "1 to 31 October"),
        ('how_often = "regularly"', "2022-12-31", [], "the words give no number"),
        ('how_often = "annually"\nstance = "not-done"', "2022-12-31", [], "it is not done"),
        ('how_often = "annually"\nstance = "nothing-here"', "2022-12-31", [], "there is nothing of the kind"),
        ('how_often = "annually"\nunknown = ["stance"]', "2022-12-31", [], "whether it is done cannot be read"),
        ('unknown = ["how_often"]', "2022-12-31", [], "how often cannot be read"),
        ("", "2022-12-31", [], "nothing is said of how often"),
    ],
)
def test_what_recurs_is_expected_from_its_start_on(fields: str, until: str, expected: list[str], why: str) -> None:
    """The last days of the stretches in which a report is to come."""
    found = listed(f"{PUBLISH}{fields}\n", kind=Kind.RECURRING, until=until)
    assert [days(item) for item in found] == expected, why
    assert {(item.what, item.path) for item in found} <= {("A report each year.", "statement[0]")}


def test_statements_that_disagree_are_both_laid_out() -> None:
    """Annually and twice a year are both stated: the reader is told at each that the text contradicts itself."""
    fields = 'how_often = "annually"\nalso = [{ field = "how_often", value = "2 times a year" }]\n'
    found = listed(PUBLISH + fields, kind=Kind.RECURRING, until="2021-03-31")
    assert [(days(item), item.message) for item in found] == [
        ("2020-09-30", "the text contradicts itself; by one statement: 2 times a year, as the documents say"),
        ("2021-03-31", "the text contradicts itself; by one statement: annually, as the documents say"),
        ("2021-03-31", "the text contradicts itself; by one statement: 2 times a year, as the documents say"),
    ]


def test_how_often_a_body_meets_is_not_listed_twice() -> None:
    """A statement that the board acts quarterly, as it meets, is its meeting; that it reports yearly is not."""
    acts = '[[statement]]\ntopic = "working-together"\nparts = ["partners"]\nsays = "It acts."\nwho = ["board"]\n'
    same, other = (acts + f'how_often = "{often}"\nwhere = "Bodies"\n' for often in ("quarterly", "annually"))
    assert listed(BOARD, same, kind=Kind.RECURRING, until="2021-03-31") == []
    (item,) = listed(BOARD, other, kind=Kind.RECURRING, until="2021-03-31")
    assert (item.subject, days(item)) == ("The Board", "2021-03-31")


def test_a_plan_without_a_day_of_its_own_starts_nothing() -> None:
    """Where no day is stated from which a year could be counted, nothing is guessed."""
    found = agenda(head("") + PUBLISH + 'how_often = "annually"\n', as_of=AS_OF)
    assert [item for item in found if item.kind is Kind.RECURRING] == []


# Meetings


def test_meetings_stand_as_they_were_kept() -> None:
    """A quarter kept, one missed and one to come, under the name of the body."""
    held = log('[[meeting]]\nbody = "board"\non = "2020-04-20"\n', kept="2020-12-31")
    found = agenda(plan(BOARD), held, as_of="2020-10-15", until="2020-12-31")
    kept, missed, coming = sorted((item for item in found if item.kind is Kind.MEETING), key=days)
    assert {item.subject for item in (kept, missed, coming)} == {"The Board"}
    assert (kept.state.value, days(kept), kept.message) == ("met", "2020-06-30", "stated: quarterly; 1 of 1 recorded")
    assert (missed.state.value, days(missed)) == ("missing", "2020-09-30")
    assert missed.what == "a meeting between 1 July 2020 and 30 September 2020"
    assert missed.message == "stated: quarterly; 0 of 1 recorded"
    assert (coming.state.value, days(coming), coming.message) == ("pending", "2020-12-31", "stated: quarterly")


def test_on_the_last_day_a_meeting_is_due_today() -> None:
    """The quarter ends on 30 June."""
    (item, *_) = listed(BOARD, kind=Kind.MEETING, as_of="2020-06-30")
    assert (item.state.value, days(item)) == ("due today", "2020-06-30")


def test_several_meetings_in_a_stretch_are_counted() -> None:
    """Five a year are owed as a number, and one that may have been in it is said."""
    body = BOARD.replace("quarterly", "5 times a year")
    held = log('[[meeting]]\nbody = "board"\non = "2020-04-01"\n[[meeting]]\nbody = "board"\non = "2021"\n')
    (item, *_) = [i for i in agenda(plan(body), held, as_of="2021-12-31") if i.kind is Kind.MEETING and i.due]
    assert item.what == "5 meetings between 1 April 2020 and 31 March 2021"
    assert item.message == "stated: 5 times a year; 1 of 5 recorded, perhaps 2"
    assert item.state.value == "missing"


def test_bodies_of_which_no_meeting_can_be_expected_are_named_with_the_reason() -> None:
    """Bodies that meet "regularly" are put together in one sentence."""
    bodies = "".join(BOARD.replace('"board"', f'"{name}"', 1).replace("The Board", name) for name in ("a", "b"))
    found = agenda(plan(bodies.replace("quarterly", "regularly")), log(), as_of=AS_OF)
    assert found.notices == ("No meetings are expected of these, since the words give no number: a, b.",)


# Scrutiny

AUDIT = '[[scrutiny_event]]\nmethod = "audit"\nname = "Audit of files"\nby = ["board"]\nwhere = "Scrutiny"\n'


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ('when = "2020-09"\nprogress = "planned"', [("pending", "2020-09-01/2020-09-30")]),
        ('when = "2020-05"\nprogress = "planned"', [("open", "2020-05-01/2020-05-31")]),
        ('when = "2020-05"\nprogress = "done"', [("met", "2020-05-01/2020-05-31")]),
        ('progress = "planned"', []),
    ],
)
def test_scrutiny_that_is_planned_has_its_day(fields: str, expected: list[tuple[str, str]]) -> None:
    """An audit is to come, may have been, or was done; without a day it is not in a calendar."""
    found = listed(BOARD, f"{AUDIT}{fields}\n", kind=Kind.SCRUTINY)
    assert [(item.state.value, days(item)) for item in found] == expected
    assert {(item.subject, item.what) for item in found} <= {("The Board", "Audit of files")}


def test_scrutiny_recurs() -> None:
    """Half-yearly audits are expected like anything else that recurs."""
    found = listed(BOARD, f'{AUDIT}how_often = "2 times a year"\n', kind=Kind.RECURRING, until="2021-03-31")
    assert [(item.subject, item.what, days(item)) for item in found] == [
        ("The Board", "Audit of files", "2020-09-30"),
        ("The Board", "Audit of files", "2021-03-31"),
    ]


@pytest.mark.parametrize(
    ("fields", "state", "message"),
    [
        ('due = "2020-05-31", done = "2020-05-31"', "met", "done 31 May 2020"),
        ('due = "2020-05-31", done = "2020-06-01"', "late", "late: done 1 June 2020"),
        ('due = "2020-05", done = "2020-05-20"', "open", "done 20 May 2020"),
        ('due = "2020-05-31", done = "2020"', "open", "its day has passed, and nothing shows that it happened"),
        ('due = "2020-05-31"', "open", "its day has passed, and nothing shows that it happened"),
        ('due = "2020-07-31"', "pending", "planned"),
        ('due = "2020-07-31", done = "2020-07-01"', "pending", "planned"),
    ],
)
def test_an_action_that_comes_of_scrutiny_falls_due(fields: str, state: str, message: str) -> None:
    """Done in time, late, open or to come: by the day on which it was to be done, as far as both are known."""
    actions = f'actions = [{{ what = "Train the panel", by = ["board"], {fields} }}]\n'
    (item,) = listed(BOARD, AUDIT, actions, kind=Kind.SCRUTINY)
    assert (item.state.value, item.message) == (state, message)
    assert (item.what, item.subject, item.path) == ("Train the panel", "The Board", "scrutiny_event[0].actions[0]")
