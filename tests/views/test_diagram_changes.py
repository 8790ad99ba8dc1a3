"""How a picture shows what differs between two versions."""

from __future__ import annotations

import pytest
from attrs import evolve

from safeguarding.views.diagrams.dot import as_dot
from safeguarding.views.diagrams.drawing import draw
from safeguarding.views.diagrams.mermaid import as_mermaid
from safeguarding.views.diagrams.picture import Box, Change, Mark, Picture, Row
from safeguarding.views.diagrams.text import as_tree
from tests.structure.governed import TOP, body, situation

WRITERS = (as_mermaid, as_dot, as_tree)


def marked(**marks: Mark) -> Picture:
    """Draw a board below a top group; a mark is given by the slug of a body, or for the one line as ``line``."""
    drawn = draw(situation(TOP, body("board", to=("top",))), title="Eastshire", caption=())
    rows = tuple(
        evolve(row, item=evolve(row.item, mark=marks.get(row.item.id.removeprefix("body_"))))
        if isinstance(row.item, Box)
        else row
        for row in drawn.main
    )
    links = tuple(evolve(link, mark=marks.get("line") if link.source == "body_board" else None) for link in drawn.links)
    return evolve(drawn, main=rows, links=links)


def test_without_marks_nothing_speaks_of_change() -> None:
    """One version alone has neither marks nor a legend of them."""
    plain = marked()
    assert plain.marks == ()
    assert not [word for word in ("added", "removed", "renamed") if any(word in write(plain) for write in WRITERS)]


@pytest.mark.parametrize("change", Change)
@pytest.mark.parametrize("write", WRITERS)
def test_every_writer_says_a_change_in_words(write: type, change: Change) -> None:
    """The word stands at the box and in the legend, so that no colour is needed and a screen reader reads it."""
    text = write(marked(board=Mark(change=change, words="was otherwise")))
    assert text.replace("#126;", "~").replace("#43;", "+").replace("#61;", "=").count(change.value) >= 2
    assert "was otherwise" in " ".join(text.replace("<BR/>", " ").replace("<br/>", " ").split())


@pytest.mark.parametrize("write", WRITERS)
def test_every_writer_says_a_change_of_a_line(write: type) -> None:
    """A line that is gone is there still, and says that it was removed."""
    text = write(marked(line=Mark(change=Change.REMOVED)))
    assert text.count("– removed") == 2


def test_dot_and_mermaid_draw_added_thick_and_removed_struck_through() -> None:
    """The look differs too, beside the words."""
    drawn = marked(top=Mark(change=Change.REMOVED), board=Mark(change=Change.ADDED))
    dot, mermaid = as_dot(drawn), as_mermaid(drawn)
    assert "body_top [label=<<I>– removed</I><BR/><B><S>Top</S></B>>];" in dot
    assert "body_board [label=<<I>+ added</I><BR/><B>Board</B>>, penwidth=3];" in dot
    assert "  classDef added stroke-width: 4px\n  class body_board added\n" in mermaid
    assert "  classDef removed text-decoration: line-through\n  class body_top removed\n" in mermaid


def test_the_text_says_of_a_line_towards_the_tree_that_it_is_new() -> None:
    """The line by which a body stands below another is told only where there is more to say: here there is."""
    assert "- Board\n    Reports to Top (+ added).\n" in as_tree(marked(line=Mark(change=Change.ADDED)))


def test_a_mark_belongs_to_the_box_and_not_to_its_place() -> None:
    """Marking one body leaves every other row as it was."""
    plain, drawn = marked(), marked(board=Mark(change=Change.CHANGED, words="chair"))
    assert [row for row in drawn.main if row not in plain.main] == [
        Row(item=next(box for box in drawn.boxes if box.mark), above="body_top", depth=1, layer=2)
    ]
