"""How the shapes are written: a few sections of a document, in the library's own file form."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from safeguarding import Assessment, Document, Finding, Outcome, Partnership, assess, load
from safeguarding.law.outcomes import Part

AS_OF = "2019-11-30"

# Three partners of one area, for shapes that are about something else.
PARTNERS = """
[[area]]
id = "north"
name = "North"
kind = "local-authority"

[[agency]]
id = "council"
name = "North Council"
kind = "local-authority"

[[agency]]
id = "ccg"
name = "North CCG"
kind = "clinical-commissioning-group"

[[agency]]
id = "police"
name = "North Police"
kind = "police-force"

[[partner]]
agency = "council"
side = "local-authority"
covers = [{ area = "north", extent = "whole" }]

[[partner]]
agency = "ccg"
side = "health"
covers = [{ area = "north", extent = "whole" }]

[[partner]]
agency = "police"
side = "police"
covers = [{ area = "north", extent = "whole" }]
"""


def plan(
    sections: str,
    *,
    published: str = "2019-06-20",
    publication: str = "",
    kind: str = "arrangements",
    head: str = "",
    source: str = "plan",
) -> str:
    """Write a document.

    Args:
        sections: its sections.
        published: the date of its publication.
        publication: further lines on its publication.
        kind: what it is.
        head: further lines of its head.
        source: the id of its source.
    """
    return f"""
schema = "safeguarding.v1"
partnership = "north"
name = "North Safeguarding Children Partnership"
kind = "{kind}"
transcribed = "all"
{head}

[publication]
published = "{published}"
{publication}

[[source]]
id = "{source}"
title = "The document"

{sections}
"""


def held(*texts: str) -> Partnership:
    """Read one partnership from the texts of its documents."""
    with TemporaryDirectory() as folder:
        paths = [Path(folder, f"{number}.toml") for number in range(len(texts))]
        for path, text in zip(paths, texts, strict=True):
            path.write_text(text, encoding="utf-8")
        return load(*paths)


def document(sections: str, **more: str) -> Document:
    """Read one document from its sections."""
    return held(plan(sections, **more)).documents[0]


def judged(*texts: str, as_of: str = AS_OF) -> Assessment:
    """Judge documents as of a date."""
    return assess(held(*texts), as_of=as_of)


def part(finding: Finding, subject: str) -> Part:
    """Return the part of a finding whose subject has these words in it."""
    (found,) = (part for part in finding.parts if subject in part.subject)
    return found


def outcomes(finding: Finding) -> dict[str, Outcome]:
    """Return the outcome of each part of a finding, by its subject."""
    return {part.subject: part.outcome for part in finding.parts}
