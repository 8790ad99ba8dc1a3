"""Partnerships side by side: what each cell says, and how well it is known."""

from __future__ import annotations

from fractions import Fraction

import pytest

import safeguarding as sg
from safeguarding.assessment.beside import Cell, Known, SideBySide, side_by_side
from safeguarding.model import Partnership
from tests.assessment.reorganising import CCG, agency, area, made, partner

UNREAD = 'could_hold = ["{0}"]'
NAMES = ("cumbria", "lincolnshire", "south-tees")


def cells(*bodies: str, **more: str) -> dict[str, Cell]:
    """Return the cells of one partnership."""
    return dict(side_by_side([made(*bodies, **more)]).columns[0].cells)


def unread(topic: str) -> str:
    """Write a source of which a part was not read."""
    return f'[[source]]\nid = "s"\ntitle = "S"\nunread = [{{ what = "a chart", could_hold = ["{topic}"] }}]\n'


TWO_WAYS = "open (the lines could not be read, or are stated in two ways)"
SIDELESS = agency("x", "X", "police-force") + (
    '[[partner]]\nagency = "x"\nside = "police"\nalso = [{ field = "side", value = "health" }]\n'
)


def examples() -> list[Partnership]:
    """Read the three plans."""
    return [sg.load(f"examples/{name}-2019.toml") for name in NAMES]


@pytest.fixture(scope="module")
def three() -> SideBySide:
    """The three plans side by side."""
    return side_by_side(examples())


# The three plans, against their texts

SIGNED = "none (of 4; 4 more only sign the document)"
POLICE = "6.0 % of the lines or 5.8 % of the total stated (disputed)"


@pytest.mark.parametrize(
    ("key", "texts"),
    [
        ("partners", ("4", "3", "4")),
        (
            "leads",
            ("none (of 4; 4 more only sign the document)", "3 (of 3)", "none (of 4; 4 more only sign the document)"),
        ),
        ("bodies.lead-group", ("open: 0 to 1, or more", "at least 1", None)),
        ("bodies.executive", (None, "not read", "not read")),
        ("examples", ("not read", "not read", "at least 12")),
        ("depth", ("at least 3", "at least 1", "at least 3")),
        ("meets.top-a-year", ("3", "2", "4")),
        (
            "chairs.top",
            (
                "not read (it is not said of Lead Safeguarding Partners Group)",
                "Independent Chair (Assurance Executive)",
                "to be agreed (Strategic Safeguarding Leadership Group)",
            ),
        ),
        ("funding.total", ("£237,416.00", "none (no total is stated)", "none (no total is stated)")),
        (
            "funding.lines",
            ("£229,615.00 (4 lines)", "none (no amount is given in 1 line)", None),
        ),
        ("funding.police", ("£13,811.00", "open (not every line says who pays)", None)),
        (
            "funding.share.police",
            ("6.0 % of the lines or 5.8 % of the total stated (disputed)", "open (as what is paid)", None),
        ),
        ("localities", ("not read (3 begin later)", "not read", "not read")),
        ("outcomes.must.not-met", ("1", "0", "0")),
    ],
)
def test_the_three_plans(three: SideBySide, key: str, texts: tuple[str | None, ...]) -> None:
    """What the table says of each was looked up in the plan, or in its assessment."""
    for cell, text in zip(three.row(key), texts, strict=True):
        assert text is None or cell.text == text


def test_outcomes_are_those_of_each_assessment(three: SideBySide) -> None:
    """Each at its own date; the counts are of what is asked."""
    for partnership, column in zip(examples(), three.columns, strict=True):
        found = sg.assess(partnership)
        assert column.as_of == found.as_of
        assert [one.outcome for one in column.assessment] == [one.outcome for one in found]
    for key in three.requirements:
        assert any(one.asked for one in three.findings(key))
    assert 0 < len(three.differing) < len(three.requirements)


def test_one_date_may_be_given_for_all() -> None:
    """And then it is that of every column."""
    found = side_by_side(examples()[:2], as_of="2020-06-30")
    assert {column.as_of.isoformat() for column in found.columns} == {"2020-06-30"}
    assert all(column.assessment.as_of_given for column in found.columns)
    # The locality groups of Cumbria begin in February 2020.
    assert found.row("localities")[0].text == "open: 0 to 3, or more"


def test_nobody_cannot_be_compared() -> None:
    """At least one partnership is needed."""
    with pytest.raises(sg.CannotAssessError, match="give one or more"):
        side_by_side([])


def test_which_of_them_has_no_date_is_said() -> None:
    """Its name and slug stand in the message; a date for all of them helps."""
    dated, undated = made(slug="a"), sg.loads(sg.dumps(made(slug="b").documents[0]).replace("published =", "url ="))
    with pytest.raises(sg.CannotAssessError, match=r"^b partnership \(b\): no document has a date"):
        side_by_side([dated, undated])
    assert len(side_by_side([dated, undated], "2020-01-01").columns) == 2


# Silence, unread, open, disputed

BOARD = '[[body]]\nid = "{0}"\nname = "{0}"\nkind = "{1}"\n{2}\n'


@pytest.mark.parametrize(
    ("bodies", "key", "known", "text"),
    [
        ((), "bodies", Known.NONE, "none"),
        ((unread("bodies"),), "bodies", Known.UNREAD, "not read"),
        ((BOARD.format("a", "board", ""),), "bodies", Known.STATED, "1"),
        ((unread("bodies"), BOARD.format("a", "board", "")), "bodies", Known.AT_LEAST, "at least 1"),
        ((BOARD.format("a", "board", 'status = "planned"\nstarts = "2019-01"'),), "bodies", Known.OPEN, None),
        ((BOARD.format("a", "lead-group", 'meets = "monthly"'),), "meets.top", Known.STATED, "monthly (a)"),
        (
            (BOARD.format("a", "lead-group", 'meets = "monthly"\nalso = [{ field = "meets", value = "quarterly" }]'),),
            "meets.top",
            Known.DISPUTED,
            "monthly or quarterly (disputed: a)",
        ),
        ((BOARD.format("a", "lead-group", ""),), "meets.top", Known.NONE, "none (it is not said of a)"),
        ((BOARD.format("a", "lead-group", ""),), "meets.top-a-year", Known.NONE, "none (it is not said of a)"),
        (
            (BOARD.format("a", "lead-group", 'unknown = ["meets"]'),),
            "meets.top",
            Known.OPEN,
            "open (it could not be read)",
        ),
        (
            (
                BOARD.format("a", "lead-group", 'meets = "monthly"'),
                BOARD.format("b", "lead-group", 'meets = "quarterly"'),
            ),
            "meets.top-a-year",
            Known.OPEN,
            "open: 4 or 12 (they differ)",
        ),
        (
            (BOARD.format("a", "lead-group", 'meets = "regularly"'),),
            "meets.top-a-year",
            Known.OPEN,
            "open (no one number is said of a)",
        ),
        ((), "scrutiny", Known.NONE, "none"),
        ((unread("all"),), "scrutiny", Known.UNREAD, "not read"),
    ],
)
def test_silence_is_told_from_what_was_not_read(
    bodies: tuple[str, ...], key: str, known: Known, text: str | None
) -> None:
    """No cell is empty, and none that is unknown has a number."""
    cell = cells(*bodies)[key]
    assert cell.known is known
    assert text is None or cell.text == text
    assert cell.number is None or known in {Known.STATED, Known.AT_LEAST}


def test_what_is_not_written_down_yet_is_not_none() -> None:
    """Of a transcript that has begun, silence says nothing."""
    text = sg.dumps(made().documents[0]).replace('transcribed = "all"', 'transcribed = ["dates"]')
    (column,) = side_by_side([sg.loads(text)]).columns
    assert column.cells["bodies"].text == "not read (not written down yet)"
    assert column.cells["unread"].text == "what is not written down yet"


def test_a_partnership_without_arrangements_has_nothing_that_was_read() -> None:
    """A report alone says nothing of bodies, and the table says so in each row."""
    found = cells(kind="yearly-report")
    for key in ("bodies", "partners", "funding.share.health", "depth", "scrutiny", "dates", "unread"):
        assert found[key].text == "not read (no arrangements are among the files)"


def test_two_versions_that_differ_leave_a_cell_open() -> None:
    """Where it is open which is in force, both are shown."""
    one = made(partner("ccg", "health"), agency("ccg", "NHS X CCG", CCG), published="2020")
    other = made(area("a", "A"), published="2020")
    both = Partnership(id="eastshire", documents=(*one.documents, *other.documents))
    cell = side_by_side([both], as_of="2020-06-30").columns[0].cells["partners"]
    assert cell.known is Known.OPEN
    assert set(cell.values) == {"1", "none"}


# Money

PEOPLE = (
    agency("council", "Council", "local-authority"),
    agency("ccg", "CCG", CCG),
    agency("other-ccg", "Other", CCG),
    agency("police", "Police", "police-force"),
    agency("school", "School", "school"),
    partner("council", "local-authority"),
    partner("ccg", "health"),
    partner("other-ccg", "health"),
    partner("police", "police"),
)


def funded(*lines: str, more: str = "") -> dict[str, Cell]:
    """Return the cells of a partnership with one statement of funding."""
    return cells(*PEOPLE, f'[[funding]]\nid = "f"\nlines = [{", ".join(lines)}]\n{more}\n')


def line(label: str, payers: str, rest: str) -> str:
    """Write a line."""
    paid = f"paid_by = [{', '.join(f'{chr(34)}{one}{chr(34)}' for one in payers.split())}], " if payers else ""
    return f'{{ label = "{label}", {paid}{rest} }}'


HEALTH_AND_POLICE = (line("a", "ccg", 'amount = "£30"'), line("b", "police", 'purpose = "x"'))
AS_PAID = "open (as what is paid)"


@pytest.mark.parametrize(
    ("lines", "more", "amount", "share", "number"),
    [
        # Two partners of one side in one line: theirs together.
        (
            [line("a", "ccg other-ccg", 'amount = "£30"'), line("b", "police", 'amount = "£10"')],
            "",
            "£30.00",
            "75.0 %",
            "3/4",
        ),
        # Shared with somebody who is no partner, and not said in what shares.
        (
            [line("a", "ccg school", 'amount = "£30"')],
            "",
            "open (within £30.00 paid by CCG and School together)",
            AS_PAID,
            None,
        ),
        ([line("a", "ccg school", 'amount = "£30"')], "equal_shares = true", "£15.00", "50.0 %", "1/2"),
        (
            [line("a", "ccg council police", 'purpose = "x"')],
            "equal_shares = true",
            "open (equal shares of no stated amount)",
            "33.3 % (1 of 3 equal shares)",
            "1/3",
        ),
        # Stated as shares, with a total or without.
        ([line("a", "ccg", 'share = "40%"')], "", "open (only its share is stated)", "40.0 % (as stated)", "2/5"),
        ([line("a", "ccg", 'share = "40%"')], 'stated_total = "£100"', "£40.00", "40.0 %", "2/5"),
        (
            [line("a", "ccg", 'share = "40%"'), line("b", "other-ccg", 'amount = "£30"')],
            "",
            None,
            "open (partly amounts, partly shares)",
            None,
        ),
        # The lines do not add up to the total.
        (
            [line("a", "ccg", 'amount = "£30"')],
            'stated_total = "£40"',
            "£30.00",
            "100.0 % of the lines or 75.0 % of the total stated (disputed)",
            None,
        ),
        (HEALTH_AND_POLICE, "", "£30.00", "open (there is no total to take it of)", None),
        # Nothing is theirs; or that is not known.
        ([line("a", "police", 'amount = "£30"')], "", "none", "none", None),
        (
            [line("a", "police", 'amount = "£30"'), line("b", "", 'amount = "£5"')],
            "",
            "open (not every line says who pays)",
            AS_PAID,
            None,
        ),
        ([line("a", "ccg", 'purpose = "x"')], "", "open (no amount is stated)", AS_PAID, None),
        # A line that several pay, told by its parts; one whose parts say nothing of them; a part of one's own.
        (
            [
                line("all", "ccg police", 'amount = "£30"'),
                line("x", "ccg", 'amount = "£20", within = "all"'),
                line("y", "police", 'amount = "£10", within = "all"'),
            ],
            "",
            "£20.00",
            "66.7 %",
            "2/3",
        ),
        (
            [line("all", "ccg police", 'amount = "£30"'), line("y", "police", 'amount = "£10", within = "all"')],
            "",
            "open (within £30.00 paid by CCG and Police together)",
            AS_PAID,
            None,
        ),
        (
            [line("a", "ccg", 'amount = "£30"'), line("b", "ccg", 'amount = "£10", within = "a"')],
            'stated_total = "£30"\nalso = [{ field = "stated_total", value = "£60" }]',
            "£30.00",
            "100.0 % of the lines or 100.0 % of the total stated or 50.0 % of the total stated (disputed)",
            None,
        ),
    ],
)
def test_what_one_side_pays(lines: list[str], more: str, amount: str | None, share: str, number: str | None) -> None:
    """Exact where it follows from the text, and open where it does not; nothing is divided by guess."""
    found = funded(*lines, more=more)
    assert amount is None or found["funding.health"].text == amount
    cell = found["funding.share.health"]
    assert (cell.text, cell.number) == (share, Fraction(number) if number else None)


def test_the_statement_for_the_latest_time_is_looked_at() -> None:
    """Of several, and the table says that there are more."""
    found = cells(
        *PEOPLE,
        '[[funding]]\nid = "new"\nperiod = { starts = "2020-04", ends = "2021-03" }\nstated_total = "£2"\n',
        '[[funding]]\nid = "old"\nperiod = { starts = "2019-04", ends = "2020-03" }\nstated_total = "£1"\n',
    )
    assert found["funding.total"].text == "£2.00"
    assert found["funding"].text == "April 2020 to March 2021 (the latest of 2)"


# For a data frame


def test_records_are_flat_and_no_unknown_is_a_number(three: SideBySide) -> None:
    """A row for each measure and partnership, and one for each requirement; the same keys in each."""
    rows = three.to_records()
    assert len(rows) == 3 * len(three.measures)
    assert len({tuple(row) for row in rows}) == 1
    assert all(row["text"] for row in rows)
    assert all(row["number"] is None for row in rows if row["known"] not in {"stated", "at least"})
    outcomes = three.outcome_records()
    assert len(outcomes) == 3 * len(three.requirements)
    assert {type(value) for row in outcomes for value in row.values()} == {str, bool}


# Localities, thresholds, and what could not be read

SHIRE = (
    area("shire", "Shire"),
    area("north", "North", "district", 'part_of = ["shire"]'),
    area("south", "South", "district", 'part_of = ["shire"]'),
)
GROUP = BOARD.format("{0}", "locality-group", "{1}")


@pytest.mark.parametrize(
    ("groups", "text"),
    [
        ((), "none"),
        ((GROUP.format("a", 'serves = ["shire"]'),), "2 places, each once"),
        ((GROUP.format("a", 'serves = ["north"]'),), "left out: South"),
        (
            (GROUP.format("a", 'serves = ["shire"]'), GROUP.format("b", 'serves = ["north"]')),
            "twice: North",
        ),
        ((GROUP.format("a", ""),), "open: left out: North and South (where a serve)"),
    ],
)
def test_how_localities_cover_the_area(groups: tuple[str, ...], text: str) -> None:
    """Each district once; what is left out or served twice is named, and a group without a place leaves it open."""
    assert cells(*SHIRE, *groups)["localities.cover"].text == text


def test_levels_of_need_may_stand_in_a_document_of_their_own() -> None:
    """They are those of the arrangements, else of the newest document that has any; scales are counted."""
    level = '[[level]]\nid = "l{0}"\nnumber = {0}\nnames = ["N{0}"]\n{1}\n'
    plan = made(area("a", "A"))
    own = made(level.format(1, ""), level.format(2, ""), kind="threshold-document")
    both = Partnership(id="eastshire", documents=(*plan.documents, *own.documents))
    assert side_by_side([both]).columns[0].cells["thresholds"].text == "2 (N1, N2)"
    scales = cells(level.format(1, 'scale = "one"'), level.format(2, 'scale = "other"'))
    assert scales["thresholds"].text == "2 (on 2 scales)"


@pytest.mark.parametrize(
    ("bodies", "key", "text"),
    [
        (('[[funding]]\nid = "f"\nunknown = ["lines"]\n',), "funding.lines", TWO_WAYS),
        (('[[funding]]\nid = "f"\nunknown = ["lines"]\n',), "funding.health", TWO_WAYS),
        (('[[funding]]\nid = "f"\nunknown = ["lines"]\n',), "funding.share.health", "open (as what is paid)"),
        (('[[funding]]\nid = "f"\nstated_total = "£5"\n',), "funding.lines", "none (no line is given)"),
        (('[[funding]]\nid = "f"\nequal_shares = true\n',), "funding.share.health", "none"),
        (
            ('[[funding]]\nid = "f"\nlines = [{ label = "a", paid_by = ["x"], amount = "£1" }]\n', SIDELESS),
            "funding.police",
            "open (who is a partner on this side is open)",
        ),
    ],
)
def test_money_that_could_not_be_read_is_open(bodies: tuple[str, ...], key: str, text: str) -> None:
    """And so is who pays where it is open who is a partner on a side."""
    assert cells(*bodies)[key].text == text


LATER = (
    '[[body]]\nid = "top"\nname = "Top"\nkind = "lead-group"\nstarts = "2019-09-29"\nmeets = "quarterly"\n'
    'chair = { how = "vacant" }\n'
    '[[body]]\nid = "audit"\nname = "Audit"\nkind = "subgroup"\nstatus = "shadow"\nreports_to = ["top"]\n'
)


@pytest.mark.parametrize(
    ("more", "silence"), [("", "none"), (unread("bodies"), "not read")], ids=["all read", "a chart lost"]
)
def test_what_is_said_of_a_top_group_that_begins_later_is_not_silence(more: str, silence: str) -> None:
    """As of the day of publication the group is still to come, and the cell says so; shadow form is told too."""
    found = cells(LATER, more)
    for key in ("meets.top", "meets.top-a-year", "chairs.top"):
        assert found[key].text == f"{silence} (Top begins later)", key
    assert found["bodies.lead-group"].text == f"{silence} (1 begins later)"
    assert found["bodies"].text.endswith("(1 of them in shadow form)")
    assert found["depth"].text.endswith("2 (by way of bodies of which 1 begins later)")
    assert found["lines"].text.endswith("(of 1, by way of bodies of which 1 begins later)")


def test_a_line_by_way_of_what_is_there_needs_no_word_on_it() -> None:
    """The longest line that is there counts as it stands."""
    found = cells(LATER.replace('starts = "2019-09-29"', ""))
    assert (found["depth"].text, found["lines"].text) == ("2", "2 (of 2)")
    assert found["meets.top"].text == "quarterly (Top)"
