"""What the governance of a partnership reveals: as a page, as Markdown, for programs, as records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from attrs import frozen

from safeguarding.assessment.findings import Finding
from safeguarding.assessment.governance import Governance, Revealed
from safeguarding.dates import in_words
from safeguarding.structure.matrix import Cell, Member
from safeguarding.structure.observed import Notable, Read, way_in_words
from safeguarding.views.json import written
from safeguarding.views.layout import page, underlined, wrapped
from safeguarding.views.markdown import plain
from safeguarding.views.wording import WORDS, amount, one_line, sentence

SCHEMA = "safeguarding.governance.v1"

_MEASURES = frozenset({Notable.CHAIRS_MOST, Notable.POST_HUNG_ON, Notable.CUTS_OFF, Notable.DEPTH, Notable.SPAN})
_PLACES = 3
"""So many places are shown; the rest is counted."""


@frozen
class _Section:
    """Observations that stand under one heading.

    Args:
        title: the heading.
        says: what they have in common.
        revealed: the observations.
    """

    title: str
    says: str
    revealed: tuple[Revealed, ...]


def _sections(found: Governance) -> Iterator[_Section]:
    asked: list[Revealed] = []
    notable: list[Revealed] = []
    measures: list[Revealed] = []
    for one in found.revealed:
        (measures if one.observation.kind in _MEASURES else asked if one.findings else notable).append(one)
    several = (
        ("Asked about by the law or its guidance", "Each names the requirement, and how that comes out.", asked),
        ("Notable", "No requirement in this library asks for these. They are for the partners to weigh.", notable),
        ("How it hangs together", "Measures, and no faults.", measures),
    )
    return (_Section(title, says, tuple(revealed)) for title, says, revealed in several if revealed)


def _title(found: Governance) -> str:
    return f"Governance of {found.partnership.name} on {in_words(found.as_of)}"


def _head(found: Governance) -> Iterator[str]:
    """Say what was looked at, and how much of what was found is certain."""
    situation = found.situation
    if situation.document is None:
        yield "No document among the files describes any bodies or partners."
        return
    titles = "; ".join(source.title for source in situation.document.sources)
    if titles:
        yield f"Read in: {titles}."
    if not found.given:
        yield "No date was given: the date is the last day on which the newest document can have been published."
    if found.versions > 1:
        yield f"Which of {found.versions} versions of the arrangements is in force is open; this is the newest."
    bodies, partners = len(found.matrix.bodies), len(situation.partners)
    yield f"{amount(bodies, 'body', 'bodies')} and {amount(partners, 'safeguarding partner')} are there, or may be."
    unread = dict.fromkeys(part.what for source in situation.of("sources") for part in source.unread)
    if unread:
        yield f"Not read: {'; '.join(unread)}. What could stand there is left open."
    if any(read.where and read.where.lines for one in found.revealed for read in one.observation.read):
        yield "Lines are those of the text copy that was read."


def governance_as_text(found: Governance) -> str:
    """Write what the governance reveals, for a screen of eighty columns.

    Args:
        found: what was found.
    """
    lines = underlined(_title(found), "=")
    for text in _head(found):
        lines += wrapped(text)
    if not found.revealed:
        lines += ["", "Nothing was revealed."]
    for section in _sections(found):
        lines += ["", *underlined(f"{section.title} ({len(section.revealed)})"), *wrapped(section.says)]
        for one in section.revealed:
            lines += ["", *wrapped(_said(one), "- ")]
            for label, text in _details(found, one):
                lines += wrapped(f"{label}: {text}", "  ")
    return page(lines)


def _said(one: Revealed) -> str:
    if one.observation.truth:
        return sentence(one.observation.message)
    doubt = "As far as was read" if one.observation.kind in _MEASURES else "Open"
    return f"{doubt}: {one.observation.message}."


def _details(found: Governance, one: Revealed) -> Iterator[tuple[str, str]]:
    observation = one.observation
    yield from (("Asked by", _asks(finding)) for finding in one.findings)
    if way := way_in_words(found.situation, observation.way):
        yield "How", sentence(way)
    if places := _places(observation.read):
        yield "Read in", places


def _asks(finding: Finding) -> str:
    outcome = WORDS[finding.outcome]
    return f"{finding.requirement.title} ({finding.requirement.level.value}, {finding.key}): {outcome}."


def _places(read: Iterable[Read]) -> str:
    places = list(dict.fromkeys(one.where.in_words() for one in read if one.where))
    more = f"; and {amount(len(places) - _PLACES, 'other place')}" if len(places) > _PLACES else ""
    return "; ".join(places[:_PLACES]) + more + ("." if places else "")


def governance_as_markdown(found: Governance) -> str:
    """Write what the governance reveals, and who sits where, as Markdown with the tables of GitHub's dialect.

    Args:
        found: what was found.
    """
    blocks = [f"# {plain(_title(found))}", *(plain(text) for text in _head(found))]
    for section in _sections(found):
        blocks += [f"## {section.title} ({len(section.revealed)})", plain(section.says)]
        for one in section.revealed:
            details = [f"  - {label}: {plain(text)}" for label, text in _details(found, one)]
            blocks.append("\n".join([f"- {plain(_said(one))}", *details]))
    return "\n\n".join([*blocks, *_seats_as_markdown(found)]) + "\n"


_MARKS = {
    "chairs": "chairs",
    "may chair": "may chair",
    "sits": "sits",
    "may sit": "may sit",
    "vacant": "vacant",
    "not said": "?",
    "no seat": "-",
    "itself": "",
}


def standing(cell: Cell) -> str:
    """Say in a word or two how a member stands to a body, such as ``chairs`` or ``no seat``."""
    words = (
        (not cell.how, "itself"),
        (cell.chairs, "chairs"),
        (cell.sits and cell.chairs is False, "sits"),
        (cell.vacant and not cell.sits, "vacant"),
        (cell.chairs is None, "may chair"),
        (cell.sits is False, "no seat"),
        (any(how.may for how in cell.how), "may sit"),
    )
    return next((word for holds, word in words if holds), "not said")


def _seats_as_markdown(found: Governance) -> list[str]:
    matrix = found.matrix
    if not matrix.bodies or not matrix.members:
        return []
    head = "| | " + " | ".join(plain(body.name) for body in matrix.bodies) + " |"
    rows = [f"| {plain(member.name)} | " + " | ".join(_mark(found, member)) + " |" for member in matrix.members]
    says = (
        "`-`: no seat is named for it. `?`: the seats of the body are not said, not all were read, or it may be "
        "among a class of members. *vacant*: it has a seat that nobody holds. *may sit*, *may chair*: the text leaves "
        "it open."
    )
    return ["## Who sits where", says, "\n".join([head, "| --- |" + " --- |" * len(matrix.bodies), *rows])]


def _mark(found: Governance, member: Member) -> Iterator[str]:
    return (_MARKS[standing(found.matrix.cell(member, body))] for body in found.matrix.bodies)


def governance_as_json(found: Governance) -> str:
    """Write what the governance reveals as JSON of the schema ``safeguarding.governance.v1``.

    Args:
        found: what was found.
    """
    matrix = found.matrix
    return written(
        {
            "schema": SCHEMA,
            "partnership": {"id": found.partnership.id, "name": found.partnership.name},
            "as_of": found.as_of.isoformat(),
            "observations": list(governance_records(found)),
            "matrix": {
                "bodies": [{"id": body.id, "name": body.name} for body in matrix.bodies],
                "members": [
                    {
                        "id": member.id,
                        "name": member.name,
                        "kind": member.kind.value,
                        "seats": {body.id: standing(matrix.cell(member, body)) for body in matrix.bodies},
                    }
                    for member in matrix.members
                ],
            },
        }
    )


def governance_records(found: Governance) -> tuple[dict[str, Any], ...]:
    """Return a record for each observation, for a data frame.

    Each has ``partnership``, ``as_of``, ``kind``, ``certain`` (false where the documents leave it open), ``about``
    (ids), ``message``, ``way`` (a sentence, or empty), ``asked_by`` (keys of requirements), ``outcomes`` (how they come
    out) and ``read`` (path and place, as often as it was read).

    Args:
        found: what was found.
    """
    return tuple(
        {
            "partnership": found.partnership.id,
            "as_of": found.as_of.isoformat(),
            "kind": one.observation.kind.name.lower().replace("_", "-"),
            "certain": one.observation.truth is True,
            "about": list(one.observation.about),
            "message": one_line(one.observation.message),
            "way": one_line(way_in_words(found.situation, one.observation.way)),
            "asked_by": [finding.key for finding in one.findings],
            "outcomes": [finding.outcome.value for finding in one.findings],
            "read": [
                {"path": read.path, "place": one_line(read.where.in_words()) if read.where else ""}
                for read in one.observation.read
            ],
        }
        for one in found.revealed
    )
