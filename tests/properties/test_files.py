"""Laws of files: what was written is read back as it was, in both forms, alone and together."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from safeguarding import Document, InvalidDocumentError, Partnership, dumps, load, loads
from safeguarding.model import Case, DocumentKind, Publication, Topic
from safeguarding.strategies import documents, partnerships
from safeguarding.strategies.casebook import in_possible_order
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


@given(partnerships(most_documents=2, most_entries=3), st.sampled_from([",", ";"]))
def test_a_log_is_read_back_from_csv(partnership: Partnership, delimiter: str) -> None:
    """Whatever cases and meetings a partnership has, their logs come back equal beside what they refer to."""
    for log in logs_of(partnership):
        text = in_csv(log)
        if text is None:
            assert log.name.lstrip('",;\n')[:1] in set("=+-@\t\uff1d\uff0b\uff0d\uff20") or re.search(
                '[\n,;"]', log.name
            )
            continue
        with TemporaryDirectory() as folder:
            paths = [Path(folder, f"{number}.toml") for number in range(len(partnership.documents))]
            for path, document in zip(paths, partnership.documents, strict=True):
                path.write_text(dumps(document), encoding="utf-8", newline="")
            Path(folder, "log.csv").write_text(delimited(text, delimiter), encoding="utf-8", newline="")
            assert load(*paths, Path(folder, "log.csv")).documents == (*partnership.documents, log)


def in_csv(log: Document) -> str | None:
    """Write a log as CSV; nothing where its name would be a formula."""
    try:
        return dumps(log, format="csv")
    except InvalidDocumentError:
        return None


def logs_of(partnership: Partnership) -> Iterator[Document]:
    """Make logs of the cases, and of the meetings, of a partnership: what a CSV file can hold of them."""
    for document in partnership.documents:
        about = Document(
            partnership=partnership.id,
            name=document.name,
            kind=DocumentKind.CASE_LOG,
            transcribed=(Topic.ALL,),
            publication=Publication(updated=document.publication.updated),
        )
        cases = tuple(bare(case) for case in document.cases)
        yield evolve(about, cases=cases, all_cases_of=document.all_cases_of)
        meetings = tuple(evolve(meeting, where=None, also=(), note=None) for meeting in document.meetings)
        if meetings:
            yield evolve(about, kind=DocumentKind.OTHER, meetings=meetings)


def bare(case: Case) -> Case:
    """Leave out of a case what a CSV file has no column for."""
    events = tuple(evolve(event, where=None, also=()) for event in case.events)
    return evolve(case, where=None, also=(), events=in_possible_order(events))


def delimited(text: str, delimiter: str) -> str:
    """Write a table with another mark between its cells."""
    out = StringIO(newline="")
    csv.writer(out, delimiter=delimiter, lineterminator="\r\n").writerows(csv.reader(StringIO(text, newline="")))
    return out.getvalue()


def read_back(partnership: Partnership) -> Partnership:
    """Write each document to a file, TOML and JSON in turn, and read them together."""
    with TemporaryDirectory() as folder:
        paths = []
        for number, document in enumerate(partnership.documents):
            form: Form = "json" if number % 2 else "toml"
            paths.append(Path(folder, f"{number}.{form}"))
            paths[-1].write_text(dumps(document, format=form), encoding="utf-8", newline="")
        return load(*paths)
