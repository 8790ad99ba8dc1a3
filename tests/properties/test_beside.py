"""Laws of the table, for every partnership that can be built."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

from safeguarding import Partnership
from safeguarding.assessment.beside import Known, side_by_side
from safeguarding.strategies import partnerships
from safeguarding.views.beside import side_by_side_as_json, side_by_side_as_markdown, side_by_side_as_text

pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")

DAY = date(2021, 6, 1)


@given(partnerships())
def test_a_partnership_beside_itself_is_the_same(partnership: Partnership) -> None:
    """Equal columns, no requirement that differs; in whatever order its documents are given."""
    turned = Partnership(id=partnership.id, documents=partnership.documents[::-1])
    found = side_by_side([partnership, turned], DAY)
    assert found.columns[0].cells == found.columns[1].cells
    assert found.differing == ()


@given(partnerships(most_documents=1), partnerships(most_documents=1))
def test_the_order_of_partnerships_only_turns_the_columns(one: Partnership, other: Partnership) -> None:
    """What is said of each does not depend on who stands beside it."""
    both, turned = side_by_side([one, other], DAY), side_by_side([other, one], DAY)
    assert [column.cells for column in both.columns] == [column.cells for column in turned.columns][::-1]
    assert both.columns[0].cells == side_by_side([one], DAY).columns[0].cells
    assert set(both.differing) == set(turned.differing)


@given(partnerships(most_documents=1))
def test_no_cell_is_empty_and_nothing_unknown_is_a_number(partnership: Partnership) -> None:
    """Each says how well it is known; only what is stated counts."""
    (column,) = side_by_side([partnership], DAY).columns
    for cell in column.cells.values():
        assert cell.text.strip()
        assert cell.number is None or cell.known in {Known.STATED, Known.AT_LEAST}
        assert len(cell.values) > 1 or cell.known is not Known.DISPUTED


@given(partnerships(most_documents=1), partnerships(most_documents=1))
def test_whatever_can_be_built_can_be_shown(one: Partnership, other: Partnership) -> None:
    """In all three forms; each row of a table has as many cells as its head."""
    found = side_by_side([one, other], DAY)
    assert side_by_side_as_text(found)
    assert side_by_side_as_json(found).endswith("}\n")
    for block in side_by_side_as_markdown(found).split("\n\n"):
        rows = [row for row in block.split("\n") if row.startswith("|")]
        assert len({row.count("|") for row in rows}) <= 1
