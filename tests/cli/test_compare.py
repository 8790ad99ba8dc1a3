"""Partnerships side by side, as the command shows them."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest

import safeguarding as sg
from safeguarding.assessment.beside import side_by_side
from safeguarding.cli import main
from safeguarding.views.beside import side_by_side_as_json, side_by_side_as_markdown, side_by_side_as_text
from tests.assessment.reorganising import agency, area, made, partner

Captured = pytest.CaptureFixture[str]
FILES = tuple(f"examples/{name}-2019.toml" for name in ("cumbria", "lincolnshire", "south-tees"))
HOSTILE = "</td><script>|`x`| **b** [y](javascript:1) www.evil.example \u202egnihtemos " + "long " * 100


def asked(capsys: Captured, *arguments: str) -> str:
    """Run the command and return what it printed."""
    assert main(["compare", *arguments]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


def test_three_plans_stand_side_by_side(capsys: Captured) -> None:
    """A letter for each, each measure in a line where it fits, and the requirements that differ."""
    out = asked(capsys, *FILES)
    for text in (
        "A    Cumbria Safeguarding Children Partnership (cumbria), as of 30 November\n     2019, by WT2018",
        "Each is looked at as of the last day on which its own newest document",
        "Partners                              A 4           B 3           C 4",
        "The same, times a year                A 3           B 2           C 4",
        "  B    not read (it is not said to whom they report)",
        "(must, ch5.review.resident)",
    ):
        assert " ".join(text.split()) in " ".join(out.split())
    assert max(map(len, out.split("\n"))) <= 80


def test_the_order_of_the_files_decides_the_columns_only(capsys: Captured) -> None:
    """In another order the same is said of each."""
    one = json.loads(asked(capsys, *FILES, "--format", "json"))
    other = json.loads(asked(capsys, *FILES[::-1], "--format", "json"))
    assert one["schema"] == "safeguarding.compared.v1"
    assert [item["id"] for item in one["partnerships"]] == [item["id"] for item in other["partnerships"]][::-1]
    for mine, its in zip(one["measures"], other["measures"], strict=True):
        assert mine["cells"] == its["cells"][::-1]
    assert {item["key"] for item in one["requirements"]} == {item["key"] for item in other["requirements"]}


def test_markdown_has_a_column_for_each(capsys: Captured, tmp_path: Path) -> None:
    """Written to a file, with one date for all."""
    path = tmp_path / "table.md"
    assert asked(capsys, *FILES[:2], "--format", "markdown", "--as-of", "2020-01-01", "-o", str(path)) == ""
    text = path.read_text(encoding="utf-8")
    assert "All are looked at as of the day that was given." in text
    assert "| Partners | 4 | 3 |" in text
    assert "### The same for all" in text
    for block in text.split("\n\n"):
        assert len({row.count("|") for row in block.split("\n") if row.startswith("|")}) <= 1


def test_files_of_one_partnership_are_one_column(capsys: Captured, tmp_path: Path) -> None:
    """A report beside its arrangements is no partnership of its own; alone it can be looked at as well."""
    plan, report = tmp_path / "plan.toml", tmp_path / "report.toml"
    plan.write_text(sg.dumps(made(area("a", "A")).documents[0]), encoding="utf-8")
    report.write_text(sg.dumps(made(kind="yearly-report", published="2020-09").documents[0]), encoding="utf-8")
    out = asked(capsys, str(plan), FILES[0], str(report))
    assert "2 partnerships side by side" in out
    assert "arrangements, yearly report" in out
    assert "1 partnership side by side" in asked(capsys, str(plan))


def test_what_cannot_be_asked_is_told_so(capsys: Captured, tmp_path: Path) -> None:
    """A partnership without a date needs one."""
    path = tmp_path / "plan.toml"
    path.write_text(
        sg.dumps(made(area("a", "A")).documents[0]).replace('published = "2019-06-20"', ""), encoding="utf-8"
    )
    assert main(["compare", str(path), FILES[0]]) == 2
    assert "--as-of" in capsys.readouterr().err


def test_a_hostile_name_stays_words() -> None:
    """In no form can a name leave its cell, become markup or a link, or act on a screen."""
    name = json.dumps(HOSTILE)[1:-1]
    both = [
        made(
            area("a", name),
            agency("p", name, "police-force"),
            partner("p", "police"),
            f'[[body]]\nid = "b"\nname = "{name}"\nkind = "lead-group"\nmeets = "monthly"\n',
            slug=slug,
        )
        for slug in ("one", "other")
    ]
    found = side_by_side(both)
    forms = {
        "text": side_by_side_as_text(found),
        "markdown": side_by_side_as_markdown(found, title=HOSTILE),
        "json": side_by_side_as_json(found),
    }
    for text in forms.values():
        assert not {unicodedata.category(one) for one in text.replace("\n", "")} & {"Cc", "Cf", "Zl", "Zp"}
        assert "gnihtemos" in text
    assert max(map(len, forms["text"].split("\n"))) <= 80
    assert "<script" not in forms["markdown"]
    assert "y](javascript" not in forms["markdown"]
    assert "www.evil" not in forms["markdown"]
    for block in forms["markdown"].split("\n\n"):
        rows = [row for row in block.split("\n") if row.startswith("| ")]
        assert len({row.count("|") for row in rows}) <= 1
    areas = next(one for one in json.loads(forms["json"])["measures"] if one["key"] == "areas")
    assert areas["cells"][0]["values"] == [HOSTILE]


def test_more_than_twenty_six_have_letters_too() -> None:
    """After Z comes AA, and each name is still there."""
    many = [made(area("a", f"Area {number}"), slug=f"p{number}") for number in range(28)]
    text = side_by_side_as_text(side_by_side(many))
    assert "\nAB   p27 partnership (p27)" in text
    assert max(map(len, text.split("\n"))) <= 80
