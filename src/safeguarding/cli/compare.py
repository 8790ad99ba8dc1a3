"""The command ``compare``: partnerships side by side."""

from __future__ import annotations

import argparse

from safeguarding.cli.codes import FINE
from safeguarding.cli.options import full_date
from safeguarding.cli.streams import loaded_each, put

SAYS = "lay two partnerships or more side by side"


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    parser.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="a file for each document of each partnership, in any order; - is standard input",
    )
    parser.add_argument(
        "--as-of",
        type=full_date,
        metavar="DATE",
        help="the date for all of them; otherwise for each that of its own newest document",
    )
    parser.add_argument("--format", choices=("text", "markdown", "json"), default="text", help="default: text")
    parser.add_argument("-o", "--output", metavar="PATH", help="the file to write, in UTF-8")


def run(options: argparse.Namespace) -> int:
    """Lay partnerships side by side.

    Args:
        options: what was asked for.

    Returns:
        the code to exit with: 0 whatever they are.
    """
    from safeguarding.assessment.beside import side_by_side
    from safeguarding.views.beside import side_by_side_as_json, side_by_side_as_markdown, side_by_side_as_text

    found = side_by_side(loaded_each(options.files, options.output), options.as_of)
    shown = {"text": side_by_side_as_text, "markdown": side_by_side_as_markdown, "json": side_by_side_as_json}
    put(shown[options.format](found), options.output)
    return FINE
