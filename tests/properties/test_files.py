"""Laws of files: what was written is read back as it was, in both forms, alone and together."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

import pytest
from hypothesis import given

from safeguarding import Document, Partnership, dumps, load, loads
from safeguarding.strategies import documents, partnerships
from tests.properties.complete import complete

pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")

Form = Literal["toml", "json"]


@pytest.mark.parametrize("form", ["toml", "json"])
@given(document=documents())
def test_loading_what_was_dumped_gives_an_equal_document(form: Form, document: Document) -> None:
    """Every document that can be built can be written, and is read back equal, to the last character."""
    text = dumps(document, format=form)
    (found,) = loads(text, format=form).documents
    assert found == document
    assert dumps(found, format=form) == text


@given(partnerships(most_documents=3))
def test_a_partnership_is_read_back_from_its_files(partnership: Partnership) -> None:
    """Files that refer to each other are read back together, in the order in which they are given."""
    assert read_back(partnership).documents == partnership.documents


def test_the_complete_partnership_is_read_back_from_its_files() -> None:
    """So are the documents in which everything is said."""
    assert read_back(complete(earlier=True)) == complete(earlier=True)


def read_back(partnership: Partnership) -> Partnership:
    """Write each document to a file, TOML and JSON in turn, and read them together."""
    with TemporaryDirectory() as folder:
        paths = []
        for number, document in enumerate(partnership.documents):
            form: Form = "json" if number % 2 else "toml"
            paths.append(Path(folder, f"{number}.{form}"))
            paths[-1].write_text(dumps(document, format=form), encoding="utf-8", newline="")
        return load(*paths)
