"""What of a difference is news: what is said, and not where or in which order; and of which documents."""

from __future__ import annotations

import safeguarding as sg
from safeguarding.model import Partnership
from safeguarding.structure.differences import Kind
from tests.structure.versions import (
    EASTSHIRE,
    QUALITY,
    TRAINING,
    changed,
    edited,
    found,
    replaced,
    version,
)


def test_a_value_that_becomes_unknown_is_not_removed() -> None:
    """The change says that there is something which could not be read."""
    (change,) = changed(('stated_total = "£120,000"', 'unknown = ["stated_total"]'))
    assert (change.kind, change.field) == (Kind.CHANGED, "stated_total")
    assert change.before is not None
    assert change.after is not None
    assert [str(value) for value in change.before.values] == ["£120,000.00"]
    assert change.after.values == ()
    assert change.after.unreadable


def test_a_second_statement_is_a_change_of_what_is_said() -> None:
    """Where the new source contradicts itself, both values are given, and the difference can be applied."""
    also = 'also = [{ field = "stated_total", value = "£130,000", where = "Annex" }]\nstated_total = "£120,000"'
    difference = changed(('stated_total = "£120,000"', also))
    (change,) = difference
    assert change.after is not None
    assert [str(value) for value in change.after.values] == ["£120,000.00", "£130,000.00"]
    assert change.old == change.new
    assert replaced(difference) == difference.new


def test_the_statements_of_a_list_are_compared_as_a_whole_where_they_disagree() -> None:
    """A second statement of the seats is a change of what is said of the seats, beside no other."""
    also = f'{TRAINING}\nalso = [{{ field = "seats", value = [{{ agency = "ccg" }}], where = "X" }}]'
    difference = changed((TRAINING, also))
    assert found(difference) == [("changed", "body", "training", "seats")]
    assert replaced(difference) == difference.new


def test_statements_of_one_topic_are_matched_by_what_they_have_in_common() -> None:
    """One put in front of another of the same topic and part takes nobody's place, be that one reworded or not."""
    first = '[[statement]]\ntopic = "voice"\nparts = ["children"]\n'
    new = f'{first}says = "Surveys are sent to schools by the council."\nwhere = "Voice"\n\n'
    assert found(changed((first, new + first))) == [("added", "statement", "statement[1]", "")]
    reworded = changed((first, new + first), ("through a shadow board", "through the shadow board"))
    assert found(reworded) == [
        ("added", "statement", "statement[1]", ""),
        ("changed", "statement", "statement[2]", "says"),
    ]
    assert replaced(reworded) == reworded.new


def test_what_is_identical_is_matched_in_order() -> None:
    """Of two equal seats one is gone."""
    seat = '{ group = "a head teacher" }'
    old = version(('seats = [{ agency = "police" }]', f"seats = [{seat}, {seat}]"))
    new = version(('seats = [{ agency = "police" }]', f"seats = [{seat}]"))
    assert found(sg.diff(old, new)) == [("removed", "body", "training", "seats")]


def test_lines_of_funding_are_not_taken_for_one_where_two_could_be_it() -> None:
    """A label is gone, and two new lines are of the same payer: which is which is not guessed."""
    paid = 'paid_by = ["police"], amount ='
    two = f'{{ label = "Force", {paid} "£1" }}, {{ label = "Fund", {paid} "£2" }}'
    difference = changed(('{ label = "Police", paid_by = ["police"], amount = "£30,000", share = "25%" }', two))
    assert [kind for kind, *_ in found(difference)] == ["added", "added", "removed"]


def test_further_statements_in_another_order_are_no_news_and_are_applied() -> None:
    """Two fields with further statements, written the other way round, and two that could not be read."""
    first, second = '{ field = "name", where = "Annex" }', '{ field = "kind", where = "X" }'
    both = f'{QUALITY}\nalso = [{first}, {second}]\nunknown = ["purpose", "starts"]'
    other = f'{QUALITY}\nalso = [{second}, {first}]\nunknown = ["starts", "purpose"]'
    difference = sg.diff(version((QUALITY, both)), version((QUALITY, other)))
    assert found(difference) == []
    assert replaced(difference) == difference.new
    values = ('{ field = "name", value = "A", where = "X" }', '{ field = "kind", value = "board", where = "X" }')
    old, new = (f"{QUALITY}\nalso = [{', '.join(order)}]" for order in (values, values[::-1]))
    turned = sg.diff(version((QUALITY, old)), version((QUALITY, new)))
    assert [(change.kind, change.field) for change in turned.changes] == [(Kind.REORDERED, "also")]
    assert replaced(turned) == turned.new


# Documents


def test_documents_are_compared_with_those_of_their_kind_and_period() -> None:
    """The newest arrangements with the newest, a report with that of its period; the rest is added or removed."""
    report = (
        EASTSHIRE[: EASTSHIRE.index("[[source]]")]
        .replace("arrangements", "yearly-report")
        .replace('where = "Cover"', "")
    )
    first, second, third = (
        report.replace("2019-06-28", f"{year + 1}-09-01")
        + f'[[report_period]]\nperiod = {{ starts = "{year}", ends = "{year}" }}\n'
        for year in (2019, 2020, 2021)
    )
    plan, later = sg.loads(EASTSHIRE), sg.loads(EASTSHIRE.replace("2019-06-28", "2021-06-28"))
    reports = [sg.loads(text).documents[0] for text in (first, second, third)]
    old = Partnership(id="eastshire", documents=(*plan.documents, reports[0], reports[1]))
    new = Partnership(id="eastshire", documents=(reports[2], reports[1], *plan.documents, *later.documents))
    difference = sg.diff(old, new)
    assert [(c.kind.value, c.document_was, c.document_now, c.field) for c in difference.changes] == [
        ("added", None, 0, ""),
        ("added", None, 2, ""),
        ("changed", 0, 3, "published"),
        ("removed", 1, None, ""),
        ("reordered", None, None, "documents"),
    ]
    assert replaced(difference) == new


def test_two_reports_alone_are_compared_whatever_their_periods() -> None:
    """Whoever gives two reports wants them compared."""
    text = (
        EASTSHIRE[: EASTSHIRE.index("[[source]]")]
        .replace("arrangements", "yearly-report")
        .replace('where = "Cover"', "")
    )
    period = '[[report_period]]\nperiod = { starts = "2019", ends = "2019" }\n'
    difference = sg.diff(sg.loads(text + period), sg.loads(text + period.replace("2019", "2020")))
    assert found(difference) == [("changed", "report_period", "report_period[0]", "period")]


def test_two_partnerships_are_compared_and_told_apart() -> None:
    """Another partnership's arrangements differ in whose they are, too."""
    text = EASTSHIRE.replace('partnership = "eastshire"', 'partnership = "westshire"')
    other = sg.loads(text)
    difference = sg.diff(version(), other)
    assert [change.field for change in difference] == ["id", "partnership"]
    assert replaced(difference) == other
    assert sg.diff(version(), sg.loads(edited(('id = "audit"', 'id = "x"'), text=text))).likely == ()
