"""Files of several partnerships, each read with its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from safeguarding import InvalidDocumentError
from safeguarding.files.grouping import load_each

TEXT = 'schema = "safeguarding.v1"\npartnership = "{0}"\nname = "{0}"\nkind = "{1}"\ntranscribed = "all"\n'


def written(tmp_path: Path, name: str, slug: str, kind: str = "arrangements", more: str = "") -> Path:
    """Write a file."""
    path = tmp_path / name
    path.write_text(TEXT.format(slug, kind) + more, encoding="utf-8")
    return path


def test_files_are_grouped_by_their_partnership(tmp_path: Path) -> None:
    """In whatever order they are given; a partnership comes where it is first named."""
    a, b = written(tmp_path, "a.toml", "a"), written(tmp_path, "b.toml", "b")
    report = written(tmp_path, "r.toml", "a", "yearly-report")
    found = load_each(b, a, report)
    assert [(one.id, len(one.documents)) for one in found] == [("b", 1), ("a", 2)]
    assert load_each(a, stdin=None) == load_each("-", stdin=a.read_bytes())


def test_a_document_that_is_shared_stands_with_each(tmp_path: Path) -> None:
    """Its own partnership is not asked about where nothing else of it is given."""
    a, b = written(tmp_path, "a.toml", "a"), written(tmp_path, "b.toml", "b")
    shared = written(tmp_path, "t.toml", "c", "threshold-document", 'shared_with = ["a", "b"]\n')
    assert [(one.id, len(one.documents)) for one in load_each(a, shared, b)] == [("a", 2), ("b", 2)]


def test_a_log_that_says_nothing_belongs_to_the_only_partnership(tmp_path: Path) -> None:
    """With two of them it has to say whose it is."""
    a, b = written(tmp_path, "a.toml", "a"), written(tmp_path, "b.toml", "b")
    log = tmp_path / "log.csv"
    log.write_text("case,kind,event,on\nsi-1,serious-incident,incident,2021-01-04\n", encoding="utf-8")
    (one,) = load_each(a, log)
    assert len(one.documents) == 2
    with pytest.raises(InvalidDocumentError, match="does not say of which partnership it is"):
        load_each(a, b, log)


def test_what_cannot_be_read_is_said(tmp_path: Path) -> None:
    """Of each file; and that at least one is needed."""
    bad = tmp_path / "bad.toml"
    bad.write_text("x =", encoding="utf-8")
    with pytest.raises(InvalidDocumentError) as caught:
        load_each(bad, tmp_path / "none.toml")
    assert len(caught.value.problems) == 2
    with pytest.raises(InvalidDocumentError, match="no file is given"):
        load_each()
