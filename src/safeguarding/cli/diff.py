"""The command ``diff``: what changed between two versions."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from safeguarding.cli.codes import FINE, FOUND
from safeguarding.cli.options import full_date
from safeguarding.cli.streams import loaded, on_a_screen, put
from safeguarding.errors import CannotAssessError

if TYPE_CHECKING:
    from safeguarding.assessment.changes import Consequences
    from safeguarding.structure.differences import Difference
    from safeguarding.views.diagrams.shown import Form

SAYS = "list what changed between two versions of a document, and what comes of it"

_STANDARD = "-"
_DRAWN = ("mermaid", "dot", "svg", "png")


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    parser.add_argument("old", metavar="OLD", help="the file of the earlier version; - is standard input")
    parser.add_argument("new", metavar="NEW", help="the file of the later version")
    parser.add_argument(
        "--beside",
        action="append",
        default=[],
        metavar="FILE",
        help="a file that belongs to both versions, as one that they refer to; may be given several times",
    )
    parser.add_argument(
        "--as-of",
        type=full_date,
        metavar="DATE",
        help="the date by whose law both versions are judged; otherwise that of the newest document of NEW",
    )
    parser.add_argument(
        "--guidance", metavar="EDITION", help="the edition to judge both by, whatever the date: WT2018, WT2023, WT2026"
    )
    _forms(parser)
    parser.add_argument(
        "--fail-on",
        choices=("changed", "worse", "never"),
        default="never",
        help="exit with 1 if anything else is said than before; if a requirement comes out worse; never (the default)",
    )
    parser.add_argument("-o", "--output", metavar="PATH", help="the file to write, in UTF-8")


def _forms(parser: argparse.ArgumentParser) -> None:
    """Say in which forms the answer can be had."""
    shown = parser.add_mutually_exclusive_group()
    shown.add_argument(
        "--format",
        choices=("text", "markdown", "json", *_DRAWN),
        default="text",
        help="default: text; mermaid, dot, svg and png (the last two by Graphviz) draw the governance of both versions "
        "in one picture, and mark what differs",
    )
    shown.add_argument(
        "--words",
        action="store_true",
        help="write instead, as text, what the yearly report is to say of updates to the published arrangements",
    )


def run(asked: argparse.Namespace) -> int:
    """Compare the two files, and return the code to exit with."""
    from safeguarding.structure.differences import diff

    if [asked.old, asked.new, *asked.beside].count(_STANDARD) > 1:
        raise CannotAssessError("standard input can be only one of the files: give the other one by its path")
    old, new = (loaded([file, *asked.beside], asked.output) for file in (asked.old, asked.new))
    difference = diff(old, new)
    if asked.format == "png" and on_a_screen(asked.output):
        raise CannotAssessError("a PNG is no text for a screen: name a file for it, as in -o changes.png")
    judged = not asked.words and asked.format not in _DRAWN
    comes = _consequences(difference, asked) if judged or asked.fail_on == "worse" else ""
    # A picture in SVG has an encoding of its own, whatever that of the terminal.
    put(_shown(difference, asked, comes), asked.output, "utf-8" if asked.format == "svg" else None)
    if asked.fail_on == "changed":
        return FOUND if len(difference) else FINE
    return FOUND if asked.fail_on == "worse" and _worse(comes) else FINE


def _consequences(difference: Difference, asked: argparse.Namespace) -> Consequences | str:
    """Find which requirements come out otherwise; where no date can be inferred, say why not."""
    from safeguarding.assessment.changes import consequences

    try:
        return consequences(difference, as_of=asked.as_of, guidance=asked.guidance)
    except CannotAssessError as error:
        # Without a date the changes can still be shown; what was asked for outright, or decides the code, cannot.
        if asked.as_of is not None or asked.guidance is not None or asked.fail_on == "worse":
            raise
        return str(error)


def _shown(difference: Difference, asked: argparse.Namespace, comes: Consequences | str) -> str | bytes:
    """Write the answer in the form that was asked for."""
    from safeguarding.views.changes import difference_as_json, difference_as_markdown, difference_as_text

    if asked.words:
        from safeguarding.views.changes.updates import updates_as_text

        return updates_as_text(difference)
    if asked.format in _DRAWN:
        from safeguarding.views.changes.drawing import difference_as_diagram

        form: Form = asked.format
        return difference_as_diagram(difference, as_of=asked.as_of).written(form)
    view = {"json": difference_as_json, "markdown": difference_as_markdown, "text": difference_as_text}[asked.format]
    return view(difference, comes)


def _worse(comes: Consequences | str) -> bool:
    from safeguarding.assessment.changes import Direction

    return not isinstance(comes, str) and any(shift.direction is Direction.WORSE for shift in comes)
