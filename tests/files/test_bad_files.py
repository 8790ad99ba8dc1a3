"""What is said of files with mistakes: the messages are public, so each stands in full beside its file.

A case is ``bad/NAME.toml`` (or ``.json``, or ``.csv``, or several files ``NAME.1.toml``, ``NAME.2.csv`` that are
loaded together), which says in its first line why it is there, and ``bad/NAME.txt`` with the messages. JSON and CSV
have no remarks: what such a file is for, its name says.
"""

import re
from pathlib import Path

import pytest

from safeguarding.errors import InvalidDocumentError
from safeguarding.files import load

BAD = Path(__file__).parent / "bad"
CASES = sorted({path.name.partition(".")[0] for path in BAD.iterdir()})


def files_of(case: str) -> list[str]:
    """Name the files of a case."""
    return sorted(path.name for path in BAD.glob(f"{case}.*") if path.suffix != ".txt")


@pytest.mark.parametrize("case", CASES)
def test_each_bad_file_is_refused_with_its_messages(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every mistake in a file is reported at once, with line, path, and what to do."""
    monkeypatch.chdir(BAD)
    with pytest.raises(InvalidDocumentError) as caught:
        load(*files_of(case))
    assert f"{caught.value}\n" == (BAD / f"{case}.txt").read_text(encoding="utf-8")


def test_there_are_many_cases_and_each_says_why_it_is_there() -> None:
    """A bad file whose purpose is forgotten cannot be kept up."""
    assert len(CASES) > 140
    for case in CASES:
        assert files_of(case), case
        for name in files_of(case):
            content = (BAD / name).read_bytes()
            assert name.endswith(".csv") or content.startswith((b"# ", b"{", b"[")) or case == "empty"


@pytest.mark.parametrize("case", CASES)
def test_messages_are_sentences_for_people(case: str) -> None:
    """No message shows a Python name, and each ends as a sentence does."""
    messages = (BAD / f"{case}.txt").read_text(encoding="utf-8")
    assert not re.search(r"\b(None|NoneType|str|dict|int|tuple|Error|Traceback)\b", messages)
    assert all(line.endswith((".", "?")) for line in messages.splitlines())
