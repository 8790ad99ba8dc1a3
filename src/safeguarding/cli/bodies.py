"""The command ``bodies``: who must be the safeguarding partners of an area."""

from __future__ import annotations

import argparse

from safeguarding.cli.codes import FINE
from safeguarding.cli.options import full_date
from safeguarding.cli.streams import write
from safeguarding.errors import CannotAssessError

SAYS = "list who must be the safeguarding partners of an area on a date"


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    parser.add_argument("area", metavar="AREA", help="a council or its area, by name or official code")
    parser.add_argument(
        "--as-of",
        type=full_date,
        metavar="DATE",
        help="the date to ask about, as 2021-01-01; it is needed, since the answer changes with it",
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="default: text")


def run(options: argparse.Namespace) -> int:
    """List who must be the partners."""
    from safeguarding.law.gazetteer import who_must
    from safeguarding.views.bodies import bodies_as_json, bodies_as_text

    if options.as_of is None:
        raise CannotAssessError(
            "--as-of is needed: who must be the partners changes with the date, and nothing here reads the clock. "
            "Give a full date, as in --as-of 2021-01-01"
        )
    who = who_must(options.area, options.as_of)
    write(bodies_as_json(who) if options.format == "json" else bodies_as_text(who))
    return FINE
