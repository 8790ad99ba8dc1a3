"""Text that is safe to show."""

from __future__ import annotations

import json
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from safeguarding.views.json import written
from safeguarding.views.layout import wrapped
from safeguarding.views.markdown import plain
from safeguarding.views.wording import escaped, one_line, shortened

anything = st.text(st.characters(categories=None), max_size=60)


@given(anything)
def test_one_line_is_one_line_that_nothing_obeys(text: str) -> None:
    """Whatever is given, no control character, mark of direction or half character is left."""
    shown = one_line(text)
    assert len(shown.splitlines()) <= 1
    assert [c for c in shown if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Zl", "Zp"}] == []
    shown.encode("utf-8")
    assert one_line(shown) == shown


@given(anything)
def test_markdown_keeps_its_lines_whatever_is_in_a_text(text: str) -> None:
    """Whatever is given, a text in Markdown is one line without HTML or a bar of a table."""
    shown = plain(text)
    assert len(shown.splitlines()) <= 1
    assert not set("<>|") & set(shown)


@given(anything)
def test_json_comes_back_as_it_was(text: str) -> None:
    """Whatever is given, a program reads back what was written."""
    assert json.loads(written([text])) == [text]


@given(anything, st.integers(5, 40))
def test_a_cut_text_is_no_longer_than_asked(text: str, limit: int) -> None:
    """What is cut says so, and fits."""
    shown = shortened(text, limit)
    assert shown == text if len(text) <= limit else shown.endswith("...")
    assert len(shown) <= limit


def test_an_escape_is_that_of_json() -> None:
    """What is shown for a character can be read back by a program."""
    for character in "\x1b\u2028\U000e0001":
        assert json.loads(f'"{escaped(character)}"') == character


def test_a_key_is_never_cut_at_a_hyphen() -> None:
    """What a reader may want to copy stands on one line."""
    assert "body.a-very-long-name.reports_to" in wrapped("x" * 60 + " body.a-very-long-name.reports_to", " ")[1]
