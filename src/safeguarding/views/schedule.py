"""The Schedule of relevant agencies: all of it under its headings with what is not in it, or one paragraph."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from safeguarding.dates import in_words
from safeguarding.law import ruleset
from safeguarding.law.agency_terms import TERMS
from safeguarding.law.instruments import REVIEW_REGULATIONS
from safeguarding.law.outside_schedule import OUTSIDE, POWER, Outside
from safeguarding.law.readings import READINGS
from safeguarding.law.schedule import PARAGRAPHS, Bearer, Paragraph, Wording
from safeguarding.views.json import written
from safeguarding.views.layout import page, underlined, wrapped
from safeguarding.views.wording import amount, sentence

SCHEMA = "safeguarding.schedule.v1"

_GUTTER = 14
_BODY = " " * _GUTTER
_BEARERS = {
    Bearer.PROPRIETOR: "its proprietor",
    Bearer.GOVERNING_BODY: "its governing body",
    Bearer.REGISTERED_PROVIDER: "its registered provider",
    Bearer.OFFICE_HOLDER: "the holder of the office named",
    Bearer.BODY: "the body itself",
}
_WHERE = "where the partners choose the agency, and it has to do with children in the area"


def schedule_as_text() -> str:
    """Write all paragraphs under their headings, and what is in none, for a screen of eighty columns."""
    lines = [*underlined("Relevant agencies", "="), *wrapped(f"The Schedule to the {REVIEW_REGULATIONS.name}."), ""]
    width = max(len(one.key) for one in PARAGRAPHS)
    lines.append(f"NO  {'KEY':<{width}}  AGENCY")
    for heading, found in groupby(PARAGRAPHS, key=lambda one: one.heading):
        lines += ["", *underlined(heading.value)]
        for one in found:
            lines += wrapped(one.short, f"{one.number:>2}  {one.key:<{width}}  ")
    lines += ["", *wrapped(f"{amount(len(PARAGRAPHS), 'paragraph')}, rules version {ruleset.VERSION}.")]
    lines += ["", "", *underlined("Not in the Schedule", "=")]
    lines += wrapped(sentence(f"Unless something else is said, {POWER}"))
    for kind in OUTSIDE.values():
        lines += ["", *wrapped(f"- {_begun(kind.name)}: {_why(kind)}.", rest="  ")]
    lines += ["", *wrapped(_IN_A_FILE)]
    return page([*lines, "", *wrapped("All about one of them: safeguarding law ra.prison")])


_IN_A_FILE = (
    "A file says paragraphs = [31] of an agency that falls under that paragraph, and paragraphs = [] of one that falls "
    "under none. Where it says neither, kind and name are looked at, and only what cannot be undone rests on them."
)


def _why(kind: Outside) -> str:
    return kind.why if kind.power == POWER else f"{kind.why}; {kind.power}"


def _begun(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


def paragraph_as_text(one: Paragraph) -> str:
    """Write all about a paragraph, for a screen of eighty columns."""
    lines = [*underlined(_begun(one.short), "="), *wrapped(one.key), ""]
    for label, text in _about(one):
        lines += wrapped(sentence(text), f"{label:<{_GUTTER}}", _BODY)
    lines += [f"{'In a file':<{_GUTTER}}paragraphs = [{one.number}]"]
    known = ", ".join(_known_by(one.number))
    lines += wrapped(known, f"{'Or named as':<{_GUTTER}}", _BODY) if known else []
    for wording in one.wordings:
        lines += ["", *_worded(one, wording)]
    read_at = tuple(dict.fromkeys(name for wording in one.wordings for name in wording.read_at))
    for index, name in enumerate(read_at):
        lines += [""] if not index else []
        lines += [f"{'Read at' if not index else '':<{_GUTTER}}{name}", f"{_BODY}{READINGS[name]}"]
    return page(lines)


def _about(one: Paragraph) -> list[tuple[str, str]]:
    found = [
        ("Paragraph", f"paragraph {one.number} of the Schedule to the {REVIEW_REGULATIONS.name}"),
        ("Heading", f"{one.heading.value}, which orders the Schedule and has no effect of its own"),
        ("Defined in", one.definition),
        ("Whose duty", f"{_BEARERS[one.bearer]}, {_WHERE}"),
        ("In force", f"from {in_words(one.wordings[0].starts)}"),
        ("To mind", one.note),
    ]
    return [(label, text) for label, text in found if text]


def _known_by(number: int) -> list[str]:
    """Return the words by which an agency is matched to the paragraph, and to no other, if a file does not state it."""
    terms = [term for term, _ in TERMS if term.surely == (number,) and not term.perhaps]
    return [words.strip() for term, listed in TERMS if term in terms for words in listed.split(";")]


def _worded(one: Paragraph, wording: Wording) -> list[str]:
    as_made = wording is one.wordings[0]
    label = "As made" if as_made else "As amended"
    lines = wrapped(sentence(wording.says), f"{label:<{_GUTTER}}", _BODY)
    if not as_made:
        text = f"from {in_words(wording.starts)}, by {wording.made_by}: {wording.changed}"
        lines += wrapped(sentence(text), _BODY, _BODY)
    return [*lines, f"{_BODY}{one.citation.url(wording.starts)}"]


def schedule_as_json(paragraphs: Iterable[Paragraph] = PARAGRAPHS) -> str:
    """Write paragraphs, and what is in none, as JSON of the schema ``safeguarding.schedule.v1``."""
    return written(
        {
            "schema": SCHEMA,
            "ruleset": {"version": ruleset.VERSION, "sha256": ruleset.SHA256},
            "paragraphs": [_fields(one) for one in paragraphs],
            "not_in_the_schedule": [
                {"id": kind.id, "name": kind.name, "why": kind.why, "power": kind.power, "unless": list(kind.unless)}
                for kind in OUTSIDE.values()
            ],
        }
    )


def _fields(one: Paragraph) -> dict[str, Any]:
    return {
        "paragraph": one.number,
        "key": one.key,
        "heading": one.heading.value,
        "name": one.short,
        "definition": one.definition or None,
        "bearer": one.bearer.value,
        "note": one.note or None,
        "wordings": [
            {
                "from": wording.starts.isoformat(),
                "says": wording.says,
                "changed": wording.changed or None,
                "made_by": wording.made_by or None,
                "url": one.citation.url(wording.starts),
                "read_at": [{"name": name, "at": READINGS[name]} for name in wording.read_at],
            }
            for wording in one.wordings
        ],
    }
