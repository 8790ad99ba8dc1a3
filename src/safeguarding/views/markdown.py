"""An assessment as Markdown, for a report or a wiki."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from safeguarding.assessment import Assessment
from safeguarding.model import Source
from safeguarding.views.entry import Entry, Line, Reading, Row, beyond
from safeguarding.views.head import Read, counts_by_level, facts, in_short, remarks
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
from safeguarding.views.wording import one_line

_MARKS = re.compile(r"[\\`*_{}\[\]#~$]")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;"}
_LIST_MARK = re.compile(r"^(\d{1,9})([.)])|^([-+=:])")
_ADDRESS = re.compile(r"(?i)\b(?:https?|ftp)://|\bwww\.")
_UNSAFE_IN_URL = re.compile(r"[^A-Za-z0-9\-._~:/?#&=%+,;@!$*]")


def as_markdown(assessment: Assessment, *, sources: Iterable[Source] = (), verbose: bool = False) -> str:
    """Write an assessment as a document in Markdown, with the tables of GitHub's dialect.

    Args:
        assessment: the assessment.
        sources: the sources of the documents, for their titles.
        verbose: whether to show what is met and what does not apply as well, and to leave nothing out.
    """
    read = Read.of(sources)
    reading = Reading(titles=read.titles, folded=folded(assessment), verbose=verbose)
    shown = sections(assessment, verbose=verbose)
    blocks = [f"# {plain(assessment.name)}"]
    blocks += [f"**{label}:** {plain(text)}" for label, text in facts(assessment, read, verbose=verbose)]
    blocks += [f"> {plain(notice)}" for notice in assessment.notices]
    aside = set_aside(assessment)
    silent = () if verbose else unspoken(assessment)
    blocks += [plain(in_short(shown, aside, silent)), _counts(assessment)]
    blocks += [plain(remark) for remark in remarks(assessment, verbose=verbose)]
    for section in shown:
        blocks += [f"## {plain(section.title)} ({len(section.findings)})", plain(section.says)]
        for finding in section.findings:
            blocks += _entry(reading.entry(finding))
    blocks += _aside(NOT_SPOKEN_OF, silent, NO_WORD)
    blocks += _aside(NOT_LOOKED_AT, aside, verbose=verbose)
    blocks += _aside(NOT_ASKED, not_asked(assessment)) if verbose else []
    blocks += _untested() if verbose else []
    return "\n\n".join(blocks) + "\n"


def plain(text: str) -> str:
    r"""Escape a text so that it stays one line of plain words wherever in a document it stands.

    >>> print(plain("1. <b> | `x` *y*"))
    1\. &lt;b&gt; &#124; \`x\` \*y\*
    """
    line = one_line(text)
    line = _MARKS.sub(r"\\\g<0>", line)
    line = "".join(_ENTITIES.get(character, character) for character in line)
    # A bare address would become a link to wherever its author likes.
    line = _ADDRESS.sub(lambda match: match[0].replace(":", "&#58;").replace(".", "&#46;"), line)
    return _LIST_MARK.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", line)


def linked(text: str, url: str) -> str:
    """Link a text to an address.

    >>> linked("section 16E", "https://example.org/a(b)")
    '[section 16E](https://example.org/a%28b%29)'
    """
    if not url.startswith(("https://", "http://")):
        return plain(text)
    safe = _UNSAFE_IN_URL.sub(lambda m: "".join(f"%{byte:02X}" for byte in m[0].encode("utf-8", "replace")), url)
    return f"[{plain(text)}]({safe})"


def _counts(assessment: Assessment) -> str:
    rows: list[tuple[str, ...]] = [("Outcome", "Must", "Should", "May", "All"), ("---", "---:", "---:", "---:", "---:")]
    rows += [(words, *(str(n) for n in numbers)) for words, numbers in counts_by_level(assessment)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _entry(entry: Entry) -> list[str]:
    blocks = [f"### {plain(entry.title)}", f"**{entry.outcome}** ({entry.level}, `{entry.key}`)"]
    blocks += [plain(entry.message)] if entry.message else []
    if entry.groups:
        lines = []
        for group in entry.groups:
            lines.append(f"- {plain(group.text)}{':' if group.subjects else ''}")
            lines += [f"  - {plain(subject)}" for subject in group.subjects]
        lines += [f"- and {entry.more} more"] if entry.more else []
        blocks.append("\n".join(lines))
    return blocks + [_row(row) for row in entry.rows]


def _row(row: Row) -> str:
    texts = [_line(line) for line in row.lines] + ([beyond(row)] if row.more else [])
    if len(texts) == 1:
        return f"**{row.label}:** {texts[0]}"
    return f"**{row.label}:**\n\n" + "\n".join(f"- {text}" for text in texts)


def _line(line: Line) -> str:
    return linked(line.text, line.url) if line.url else plain(line.text)


def _aside(title: str, aside: Sequence[SetAside], says: str = "", *, verbose: bool = True) -> list[str]:
    blocks = [f"## {title} ({sum(len(some.findings) for some in aside)})"] if aside else []
    blocks += [plain(says)] if says and aside else []
    for some in aside:
        blocks.append(plain(some.says))
        if verbose:
            listed = (finding.requirement for finding in some.findings)
            blocks.append("\n".join(f"- {item.level.value}, `{item.key}`: {plain(item.title)}" for item in listed))
    return blocks


def _untested() -> Sequence[str]:
    blocks = ["## The law's position, not tested", "What the law says without asking anything of the documents."]
    for item in untested():
        cited = "; ".join(
            linked(f"{citation.instrument.name}, {citation.provision}", citation.url(item.starts))
            for citation in item.citations
        )
        blocks += [f"### {plain(item.title)}", f"`{item.key}`", plain(item.asks), f"**Stands in:** {cited}"]
    return blocks
