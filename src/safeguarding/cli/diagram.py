"""The command ``diagram``: what it can be asked, and what it does."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from safeguarding.cli.codes import FINE
from safeguarding.cli.options import file_options, full_date, rapid_review_option, year
from safeguarding.cli.streams import loaded, on_a_screen, put
from safeguarding.errors import SafeguardingError

if TYPE_CHECKING:
    from safeguarding.views.diagrams.shown import Form

SAYS = "draw who answers to whom, one body's line, who sits where, or the areas; or a case or a year in time"


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command to its parser."""
    file_options(parser)
    drawn = parser.add_mutually_exclusive_group()
    drawn.add_argument(
        "--view",
        choices=("governance", "accountability", "matrix", "areas"),
        default="governance",
        help="who answers to whom (the default); the line of one body; who sits where; areas and who covers them",
    )
    drawn.add_argument("--case", metavar="REFERENCE", help="draw the time limits of one case instead")
    drawn.add_argument("--year", type=year, metavar="YEAR", help="draw what falls due in one year instead")
    parser.add_argument("--body", metavar="ID", help="the body whose line to draw, with --view accountability")
    parser.add_argument(
        "--format",
        choices=("mermaid", "dot", "svg", "png", "text"),
        default="text",
        help="default: text; svg and png of a view need Graphviz; dot and png are for a view only",
    )
    parser.add_argument("--until", type=full_date, metavar="DATE", help="the last day to be drawn, of a case or a year")
    rapid_review_option(parser)


def run(options: argparse.Namespace) -> int:
    """Draw what was asked for."""
    if options.format == "png" and on_a_screen(options.output):
        raise SafeguardingError("a PNG is no text for a screen: name a file for it, as in -o diagram.png")
    made = _in_time(options) if options.case is not None or options.year is not None else _view(options)
    # A picture in SVG has an encoding of its own, whatever that of the terminal.
    put(made, options.output, "utf-8" if options.format == "svg" else None)
    return FINE


def _view(options: argparse.Namespace) -> str | bytes:
    from safeguarding.views.diagram import diagram

    partnership = loaded(options.files, options.output)
    form: Form = options.format
    return diagram(partnership, view=options.view, body=options.body, as_of=options.as_of, format=form)


def _in_time(options: argparse.Namespace) -> str:
    from safeguarding.views.timeline import timeline

    if options.body is not None:
        raise SafeguardingError("--body is for --view accountability: leave it out with --case and --year")
    return timeline(
        loaded(options.files, options.output),
        case=options.case,
        year=options.year,
        as_of=options.as_of,
        until=options.until,
        format=options.format,
        rapid_review_from=options.rapid_review_from,
    )
