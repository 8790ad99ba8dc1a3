"""What everybody relies on: the public names, a light import, and that what is generated is current."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import safeguarding as sg
from safeguarding.law import ruleset
from tools import file_form
from tools.ruleset import digest

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "cumbria-2019.toml"


def test_every_public_name_is_there_once_and_in_order() -> None:
    """The public surface is what `__all__` says, sorted, and nothing in it is missing."""
    assert sorted(sg.__all__) == sg.__all__
    assert len(set(sg.__all__)) == len(sg.__all__)
    assert all(hasattr(sg, name) for name in sg.__all__)


def test_every_public_name_has_a_docstring() -> None:
    """A reader of the public surface finds a sentence on each name."""
    assert [name for name in sg.__all__ if not getattr(sg, name).__doc__] == []


@pytest.mark.parametrize("module", ["networkx", "cattrs", "hypothesis", "dateutil", "icalendar", "pytest"])
def test_importing_does_not_import(module: str) -> None:
    """`import safeguarding` stays light: what only some calls need is imported by those calls."""
    code = f"import sys, safeguarding; sys.exit({module!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_check_does_not_import_networkx() -> None:
    """Judging a file does not pay for the graph library."""
    code = (
        "import sys, safeguarding as sg\n"
        f"sg.assess(sg.load({str(EXAMPLE)!r}))\n"
        "sys.exit(bool({'networkx', 'hypothesis'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_ruleset_names_the_rules_that_run() -> None:
    """A change of a rule changes the name of the set: run `python tools/ruleset.py`."""
    assert digest() == ruleset.SHA256


def test_the_examples_in_the_reference_are_accepted() -> None:
    """What the page shows is a file that the library takes, once what it points to is added."""
    head = 'schema = "safeguarding.v1"\npartnership = "x"\nname = "X"\nkind = "arrangements"\ntranscribed = "all"\n'
    around = """
[[area]]
id = "eastshire"
name = "Eastshire"
kind = "local-authority"
[[agency]]
id = "council"
name = "Council"
kind = "local-authority"
[[agency]]
id = "police"
name = "Police"
kind = "police-force"
[[post]]
id = "director"
title = "Director"
[[body]]
id = "executive"
name = "Executive"
kind = "lead-group"
"""
    partnership = sg.loads("\n".join([head, *file_form.EXAMPLES.values(), around]))
    assert {body.id for body in partnership.documents[0].bodies} == {"board", "executive"}


def test_the_reference_of_the_file_form_is_current() -> None:
    """The page of keys says what the model takes: run `python tools/file_form.py`."""
    assert file_form.TARGET.read_text(encoding="utf-8") == file_form.page()
