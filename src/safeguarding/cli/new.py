"""The command ``new``: a first file, with blanks to be filled in."""

from __future__ import annotations

import argparse

from safeguarding.cli.codes import FINE
from safeguarding.cli.options import full_date
from safeguarding.cli.streams import put, spare

SAYS = "begin a first file: every entry that is asked for, with blanks to be filled in"


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    parser.add_argument("name", metavar="PARTNERSHIP-NAME", help="the name of the partnership, in quotation marks")
    parser.add_argument(
        "--as-of",
        type=full_date,
        metavar="DATE",
        help="the date by whose law to draft; otherwise that from which the newest guidance is in force",
    )
    parser.add_argument("-o", "--output", metavar="PATH", help="the file to write, in UTF-8")


def run(options: argparse.Namespace) -> int:
    """Begin a first file."""
    from safeguarding.files.beginning import begun

    spare(options.output)
    put(begun(options.name, as_of=options.as_of), options.output, "utf-8")
    return FINE
