"""An assessment as plain text, for a terminal of eighty columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from safeguarding.assessment import Assessment
from safeguarding.model import Source
from safeguarding.views.entry import Entry, Line, Reading, Row, beyond
from safeguarding.views.head import Read, counts_line, facts, in_short, remarks
from safeguarding.views.layout import page, underlined, wrapped
from safeguarding.views.order import (
    NO_WORD,
    NOT_ASKED,
    NOT_LOOKED_AT,
    NOT_SPOKEN_OF,
    SetAside,
    folded,
    not_asked,
    sections,
    set_aside,
    unspoken,
    untested,
)
from safeguarding.views.wording import harmless

_GUTTER = 15
_BODY = " " * _GUTTER


def as_text(assessment: Assessment, *, sources: Iterable[Source] = (), verbose: bool = False) -> str:
    """Write an assessment to be read on a screen.

    Args:
        assessment: the assessment.
        sources: the sources of the documents, for their titles.
        verbose: whether to show what is met and what does not apply as well, and to leave nothing out.

    Returns:
        lines of at most 80 characters; only an address, which stands alone on its line, may be longer.
    """
    read = Read.of(sources)
    reading = Reading(titles=read.titles, folded=folded(assessment), verbose=verbose)
    shown = sections(assessment, verbose=verbose)
    lines = _head(assessment, read, verbose=verbose)
    aside = set_aside(assessment)
    silent = () if verbose else unspoken(assessment)
    lines += ["", *wrapped(in_short(shown, aside, silent))]
    for section in shown:
        lines += ["", "", *underlined(f"{section.title} ({len(section.findings)})"), *wrapped(section.says)]
        for finding in section.findings:
            lines += ["", *_entry(reading.entry(finding), verbose=verbose)]
    lines += _listed(NOT_SPOKEN_OF, silent, NO_WORD, "--verbose says what each would need.")
    lines += _aside(aside, verbose=verbose) if aside else []
    if verbose:
        lines += _listed(NOT_ASKED, not_asked(assessment)) + _untested()
    lines += ["", "", *wrapped(counts_line(assessment))]
    for remark in remarks(assessment, verbose=verbose):
        lines += wrapped(remark)
    return page(lines)


def _head(assessment: Assessment, read: Read, *, verbose: bool) -> list[str]:
    lines = underlined(assessment.name, "=")
    for label, text in facts(assessment, read, verbose=verbose):
        lines += _labelled(label, text)
    for notice in assessment.notices:
        lines += ["", *wrapped(notice, "Note: ")]
    return lines


def _labelled(label: str, text: str) -> list[str]:
    return wrapped(text, f"{label:<{_GUTTER}}", _BODY)


def _entry(entry: Entry, *, verbose: bool) -> list[str]:
    lines = _labelled(entry.outcome, entry.title)
    lines += wrapped(f"{entry.level}, {entry.key}", _BODY)
    lines += wrapped(entry.message, _BODY) if entry.message else []
    for group in entry.groups:
        lines += wrapped(f"{group.text}:" if group.subjects else group.text, f"{_BODY}- ")
        for subject in group.subjects:
            lines += wrapped(subject, f"{_BODY}  - ")
    lines += wrapped(f"and {entry.more} more: --verbose shows them", f"{_BODY}- ") if entry.more else []
    for row in entry.rows:
        lines += _row(row, verbose=verbose)
    return lines


def _row(row: Row, *, verbose: bool) -> list[str]:
    texts = [line.text for line in row.lines] + ([beyond(row)] if row.more else [])
    lines: list[str] = []
    for index, text in enumerate(texts):
        lines += wrapped(text, f"  {row.label if not index else '':<{_GUTTER - 2}}", f"{_BODY}  ")
        lines += _address(row.lines[index]) if verbose and index < len(row.lines) else []
    return lines


def _address(line: Line) -> list[str]:
    """Write an address on a line of its own, uncut, so that it can be followed."""
    return [f"{_BODY}{harmless(line.url)}"] if line.url else []


def _aside(aside: Sequence[SetAside], *, verbose: bool) -> list[str]:
    """Say what was not looked at and why; the requirements themselves are listed on request."""
    lines = ["", "", *underlined(f"{NOT_LOOKED_AT} ({sum(len(some.findings) for some in aside)})")]
    for index, some in enumerate(aside):
        lines += ["", *wrapped(some.says)] if index else wrapped(some.says)
        for finding in some.findings if verbose else ():
            item = finding.requirement
            lines += wrapped(f"{item.level.value}, {item.key}: {item.title}", "- ")
    return [*lines, *([] if verbose else ["", "--verbose lists them."])]


def _listed(title: str, groups: Sequence[SetAside], says: str = "", more: str = "") -> list[str]:
    """List requirements in a line each, under what each group of them has in common; nothing where there are none."""
    if not groups:
        return []
    lines = ["", "", *underlined(f"{title} ({sum(len(some.findings) for some in groups)})")]
    lines += [*wrapped(says), ""] if says else []
    for index, some in enumerate(groups):
        lines += ["", *wrapped(some.says)] if index else wrapped(some.says)
        for finding in some.findings:
            item = finding.requirement
            lines += wrapped(f"{item.level.value}, {item.key}: {item.title}", "- ")
    return [*lines, *(["", more] if more else [])]


def _untested() -> list[str]:
    title = "The law's position, not tested"
    lines = ["", "", *underlined(title), *wrapped("What the law says without asking anything of the documents.")]
    for item in untested():
        cited = "; ".join(f"{citation.instrument.name}, {citation.provision}" for citation in item.citations)
        lines += [
            "",
            *_labelled(item.level.value.upper(), item.title),
            *wrapped(item.key, _BODY),
            *wrapped(item.asks, _BODY),
        ]
        lines += wrapped(cited, f"  {'Stands in':<{_GUTTER - 2}}", f"{_BODY}  ")
    return lines
