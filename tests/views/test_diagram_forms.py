"""What is particular to each form of a diagram."""

from __future__ import annotations

from pathlib import Path

import safeguarding as sg
from safeguarding.views.diagram import diagram
from safeguarding.views.diagrams.shown import TextForm
from tests.structure.governed import AS_OF, PARTNERS, TOP, body, governed

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "cumbria-2019.toml"
OTHER = '[[other_partnership]]\nid = "hwb"\nname = "Health Board"\nkind = "other"\n'


def lines(form: TextForm, *sections: str) -> list[str]:
    """Draw a plan with the three partners and these sections, line by line."""
    return [line.strip() for line in diagram(governed(PARTNERS, *sections), as_of=AS_OF, format=form).splitlines()]


# Mermaid


def test_mermaid_draws_each_kind_of_link() -> None:
    """An arrow points up to the one reported to; doubts, limits and leadership look different."""
    found = lines(
        "mermaid",
        TOP,
        OTHER,
        body("a", 'may_be = ["top"]', 'answers_to = [{ to = "hwb" }]', to=("top",)),
        body("b", 'reports_to = [{ to = "top", matters = "reviews" }, { to = "council" }]'),
        '[[post]]\nid = "eye"\ntitle = "Eye"\n[[scrutineer]]\nid = "s"\ntitle = "Eye"\nform = "person"\n'
        'held_by = ["eye"]\nscrutinises = ["top"]\n',
    )
    assert 'body_top == "the partners lead through<br/>this body" === partners' in found
    assert "body_a --> body_top" in found
    assert 'body_a -. "may be the same as" .- body_top' in found
    assert 'body_a -- "answers to" --o other_hwb' in found
    assert 'body_b -. "only for: reviews" .-> body_top' in found
    assert 'scrutineer_s -. "scrutinises" .-o body_top' in found


def test_mermaid_lets_a_line_to_one_partner_run_to_the_group() -> None:
    """Mermaid would lose the order of the layers otherwise; the label says which partner it is."""
    assert 'body_b -- "to Eastshire Council" --> partners' in lines("mermaid", body("b", to=("council",)))


def test_mermaid_marks_what_is_planned_and_what_is_an_example() -> None:
    """Outlines differ without colour, and a class is there only where it is used."""
    found = lines("mermaid", body("a", 'status = "planned"'), body("b", 'status = "example"'))
    assert 'body_a["<b>A</b><br/>Planned"]:::planned' in found
    assert 'body_b["<b>B</b>"]:::example' in found
    assert not [line for line in lines("mermaid", TOP) if line.startswith("classDef")]


def test_mermaid_sets_a_group_apart_below_the_rest_where_nothing_ties_it() -> None:
    """Bodies without any link do not float beside the partners."""
    assert "apart ~~~ partners" in lines("mermaid", TOP, body("a"))
    assert "apart ~~~ partners" not in lines("mermaid", TOP, body("a", 'may_be = ["top"]'))
    assert "note ~~~ partners" in lines("mermaid")


# DOT


def test_dot_draws_each_kind_of_link_from_the_top_down() -> None:
    """Links are written from the upper to the lower end, with the arrow at the upper one."""
    found = lines(
        "dot",
        TOP,
        OTHER,
        body("a", 'may_be = ["top"]', 'answers_to = [{ to = "hwb" }]', to=("top",)),
        body("b", 'reports_to = [{ to = "top", matters = "reviews" }, { to = "council" }]'),
    )
    lead = 'label="  the partners lead through\\l  this body\\l", penwidth=3, dir=none, ltail=cluster_partners'
    assert f"partner_police -> body_top [{lead}];" in found
    assert "body_top -> body_a;" in found
    same = "style=dashed, dir=none, constraint=false"
    assert f'body_top -> body_a [label="  may be the same as\\l", {same}];' in found
    assert 'other_hwb -> body_a [label="  answers to\\l", arrowtail=odot];' in found
    assert 'body_top -> body_b [label="  only for: reviews\\l", style=dashed];' in found
    assert "partner_council -> body_b;" in found


def test_dot_sets_a_layer_side_by_side() -> None:
    """Bodies equally far from the partners are on one rank; those that report alike are one table with one line."""
    boards = [body(name, to=("top",)) for name in ("a", "b")]
    groups = [body(name, to=("a",)) for name in ("c", "d", "e")]
    found = lines("dot", TOP, *boards, *groups)
    assert "{ rank=same; body_a; body_b; }" in found
    assert "body_a -> alike_body_c;" in found
    assert [line for line in found if line.startswith("<TD>")][3:] == [f"<TD><B>{name}</B></TD>" for name in "CDE"]


def test_dot_draws_outlines_without_colour() -> None:
    """Planned is dashed, an example dotted, another partnership rounded, scrutiny doubled."""
    scrutineer = '[[scrutineer]]\nid = "s"\ntitle = "Board"\nform = "panel"\nheld_by = ["hwb"]\n'
    shown = body("a", 'status = "planned"', 'answers_to = [{ to = "hwb" }]', to=("top",))
    found = lines("dot", OTHER, scrutineer, TOP, shown)
    assert 'body_a [label=<<B>A</B><BR/>Planned>, style="dashed"];' in found
    label = "<<B>Health Board</B><BR/>Independent scrutiny: Board>"
    assert f'other_hwb [label={label}, style="rounded", peripheries=2];' in found


def test_dot_draws_a_cell_as_it_draws_a_box() -> None:
    """What no line runs to stands in a table, with the same outlines."""
    scrutineer = '[[scrutineer]]\nid = "s"\ntitle = "Board"\nform = "panel"\nheld_by = ["hwb"]\n'
    found = lines("dot", OTHER, scrutineer, body("a", 'status = "planned"'), body("b", 'status = "example"'))
    assert '<TD STYLE="dashed"><B>A</B><BR/>Planned</TD>' in found
    assert '<TD STYLE="dotted"><B>B</B></TD>' in found
    (double,) = [line for line in found if "Health Board" in line]
    assert double.count('STYLE="rounded"') == 2
    assert double.count("BORDER=") == 2


# Text


def test_text_is_a_tree_that_names_the_second_line() -> None:
    """A body stands once, below its first line; the other one is told in a sentence."""
    text = diagram(
        governed(
            PARTNERS,
            TOP,
            body("board", 'meets = "quarterly"', 'chair = { how = "vacant" }', to=("top",)),
            body("panel", 'reports_to = [{ to = "board", by = "minutes" }, { to = "top", matters = "reviews" }]'),
        ),
        as_of=AS_OF,
        format="text",
    )
    assert text.endswith("""\
- Top
  The partners lead through this body.
  - Board
    Chair: vacant. Meets quarterly.
    - Panel
      Reports to Board, by minutes. Also reports to Top, only for: reviews.
""")


def test_text_tells_a_doubt_on_both_sides() -> None:
    """Whoever reads either body learns that they may be one."""
    text = str(diagram(governed(PARTNERS, body("a", 'may_be = ["b", "c"]'), body("b"), body("c")), as_of=AS_OF))
    assert "- A\n  May be the same as B or C.\n- B\n  May be the same as A.\n- C\n  May be the same as A.\n" in text


def test_text_gives_the_level_in_words_where_indenting_ends() -> None:
    """A chain of any length stays within eighty columns."""
    chain = [body(f"b{i}", to=(f"b{i - 1}" if i else "top",)) for i in range(20)]
    text = str(diagram(governed(PARTNERS, TOP, *chain), as_of=AS_OF))
    assert f"\n{'  ' * 12}- B11\n" in text
    assert f"\n{'  ' * 12}- B12 (level 14)\n" in text


def test_the_diagrams_of_cumbria_show_what_the_plan_leaves_open() -> None:
    """The sub-groups have their line to the Board; the Business Group, which may be the Board, has none."""
    found = sg.load(EXAMPLE)
    text = str(diagram(found))
    down, apart = text.split("No line of accountability to the partners was read")
    assert "    - 8 bodies that report in the same way\n      Reports to CSCP Board, only for: delivery" in down
    assert "Also reports to Business Group, by highlight" in down
    assert "- CSCP Executive Board" in apart
    assert "May be the same as CSCP Board." in apart
    assert apart.count("Locality Safeguarding Group") == 3
    mermaid = diagram(found, format="mermaid")
    assert mermaid.count(".->") == 2
    assert 'body_business_group -. "may be the same as" .- body_cscp_board' in mermaid
