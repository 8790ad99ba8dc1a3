"""How a case is written: a document in the library's own file form, and the outcome worked out by hand."""

import json
import tomllib
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from attrs import frozen

from safeguarding import Assessment, Finding, Partnership, assess, load, loads

FOLDER = Path(__file__).parent / "cases"
PUBLISHED = 'published = "2019-06-20"'
AS_OF = "2019-11-30"


@frozen(kw_only=True)
class Case:
    """One case.

    Args:
        requirement: the key of the requirement that is looked at.
        outcome: the outcome that law and design ask for.
        possible: where it is indeterminate, the outcomes that are still possible.
        why: the reasoning, in a sentence.
        as_of: the date of the question; empty to have it inferred.
        guidance: the edition to judge by, whatever the date.
        says: fragments of the message, or of the message of a part.
        needs: fragments of what would settle it.
        due: the date from which it is owed, where it is not due yet.
        document: the sections of the document. It may begin with ``[[source.unread]]`` tables, since the
            source is the last table of the head.
        head: all that stands before the sections, where the case gives it itself.
        publication: the lines of the head's ``[publication]``.
        transcribed: what has been written down so far.
        others: further documents of the partnership, each with its own head.
        log: the sections of a case log; without a document of its own, the case is then about the log alone.
        log_kept: the day to which the log is kept, as ``2021-06-30``; empty for a log without a date.
        all_cases_of: the kinds of case of which the log has every one.
        rapid_review_from: the event from which the time for a rapid review is counted.
        uses: sections that several cases share, by their names under ``[shared]`` in the same file; they
            stand before the document's own.
        disputed: where the library does not answer so yet, why; the case is then expected to fail.
    """

    requirement: str
    outcome: str
    why: str
    possible: tuple[str, ...] = ()
    as_of: str = AS_OF
    guidance: str | None = None
    says: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    due: str | None = None
    document: str = ""
    head: str | None = None
    publication: str = PUBLISHED
    transcribed: str | tuple[str, ...] = "all"
    others: tuple[str, ...] = ()
    log: str = ""
    log_kept: str = ""
    all_cases_of: tuple[str, ...] = ()
    rapid_review_from: str = "aware"
    uses: tuple[str, ...] = ()
    disputed: str = ""

    @property
    def text(self) -> str:
        """The document as a file would hold it."""
        return (head(self.publication, self.transcribed) if self.head is None else self.head) + self.document

    def assess(self) -> Assessment:
        """Assess what the documents say, as of the date of the case."""
        log = (self.written_log,) if self.log else ()
        plan = (self.text,) if self.document.strip() or not log else ()
        return _assessed((*plan, *log, *self.others), self.as_of, self.guidance, self.rapid_review_from)

    @property
    def written_log(self) -> str:
        """The case log as a file would hold it."""
        kept = f'[publication]\nupdated = "{self.log_kept}"\n' if self.log_kept else ""
        return "\n".join((
            'schema = "safeguarding.v1"',
            'partnership = "eastshire"',
            'name = "Eastshire Safeguarding Children Partnership"',
            'kind = "case-log"',
            'transcribed = "all"',
            f"all_cases_of = {json.dumps(self.all_cases_of)}",
            kept + self.log,
        ))  # fmt: skip

    def finding(self) -> Finding:
        """Return the finding that the case is about."""
        return self.assess()[self.requirement]


@cache
def _assessed(texts: tuple[str, ...], as_of: str, guidance: str | None, rapid_review_from: str) -> Assessment:
    return assess(partnership(*texts), as_of=as_of or None, guidance=guidance, rapid_review_from=rapid_review_from)


def head(publication: str = PUBLISHED, transcribed: str | tuple[str, ...] = "all") -> str:
    """Write what stands before the sections; the source comes last, so that unread parts may follow it."""
    return "\n".join((
        'schema = "safeguarding.v1"',
        'partnership = "eastshire"',
        'name = "Eastshire Safeguarding Children Partnership"',
        'kind = "arrangements"',
        f"transcribed = {json.dumps(transcribed)}",
        "[publication]",
        publication.strip(),
        "[[source]]",
        'id = "plan"',
        'title = "Multi-agency safeguarding arrangements"',
        "",
    ))  # fmt: skip


def partnership(*texts: str) -> Partnership:
    """Read documents as from files; together, since they may refer to each other."""
    if len(texts) == 1:
        return loads(texts[0])
    with TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{number}.toml" for number in range(len(texts))]
        for path, text in zip(paths, texts, strict=True):
            path.write_text(text, encoding="utf-8")
        return load(*paths)


def texts(finding: Finding) -> str:
    """Return all that a finding and its parts say, one message to a line."""
    return "\n".join([finding.message, *(f"{part.subject}: {part.message}" for part in finding.parts)])


@cache
def cases() -> tuple[tuple[str, Case], ...]:
    """Read every case file; each case comes with the name under which its test runs."""
    return tuple(found for path in sorted(FOLDER.glob("*.toml")) for found in _read(path))


def _read(path: Path) -> list[tuple[str, Case]]:
    written = tomllib.loads(path.read_text(encoding="utf-8"))
    shared = written.get("shared", {})
    return [
        (f"{path.stem}-{index:02}-{table['requirement']}-{table['outcome']}", _case(path, index, table, shared))
        for index, table in enumerate(written.get("case", ()), start=1)
    ]


def _case(path: Path, index: int, table: dict[str, Any], shared: dict[str, str]) -> Case:
    """Make a case from its table; a misspelt key fails here, with the place of the case."""
    values: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}
    try:
        sections = [shared[name] for name in table.get("uses", ())]
        values["document"] = "\n".join([*sections, table.get("document", "")])
        return Case(**values)
    except (TypeError, KeyError) as error:
        raise AssertionError(f"{path.name}, case {index}: {error}") from None
