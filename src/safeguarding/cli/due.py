"""The command ``due``: what falls due."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from safeguarding.cli.codes import FINE, FOUND
from safeguarding.cli.options import file_options, full_date, judging_options
from safeguarding.cli.streams import loaded, put

if TYPE_CHECKING:
    from safeguarding.assessment import Agenda

SAYS = "list what falls due: what is late, what is open, and what comes next"


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    file_options(parser)
    parser.add_argument(
        "--until",
        type=full_date,
        metavar="DATE",
        help="the last day of what comes next; otherwise a year after the date",
    )
    judging_options(parser)
    parser.add_argument(
        "--format",
        choices=("text", "json", "csv", "ics"),
        default="text",
        help="default: text; csv is for a spreadsheet, ics for a calendar",
    )
    parser.add_argument(
        "--fail-on",
        choices=("overdue", "late", "never"),
        default="never",
        help="exit with 1 for what is overdue and not recorded as done; for what was late or missed too; "
        "never (the default)",
    )
    parser.add_argument("--verbose", action="store_true", help="leave nothing out: addresses, paths, all that was done")


def run(options: argparse.Namespace) -> int:
    """List what falls due."""
    from safeguarding.assessment.due import due

    agenda = due(
        loaded(options.files, options.output),
        as_of=options.as_of,
        until=options.until,
        guidance=options.guidance,
        rapid_review_from=options.rapid_review_from,
    )
    # A table and a calendar have an encoding of their own, whatever that of the terminal.
    of_its_own = "utf-8" if options.format in {"csv", "ics"} else None
    put(_listed(agenda, options), options.output, of_its_own)
    failing = {"never": (), "overdue": agenda.overdue, "late": agenda.late}[options.fail_on]
    return FOUND if failing else FINE


def _listed(agenda: Agenda, options: argparse.Namespace) -> str:
    """Write what falls due in the format that was asked for."""
    from safeguarding.views import agenda_as_csv, agenda_as_ics, agenda_as_json, agenda_as_text

    if options.format == "text":
        return agenda_as_text(agenda, verbose=options.verbose)
    return {"json": agenda_as_json, "csv": agenda_as_csv, "ics": agenda_as_ics}[options.format](agenda)
