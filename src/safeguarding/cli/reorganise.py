"""The command ``reorganise``: what a reorganisation invalidates, and what has to be agreed and published anew."""

from __future__ import annotations

import argparse
from textwrap import fill

from safeguarding.cli.codes import FINE
from safeguarding.cli.options import full_date
from safeguarding.cli.streams import loaded_each, put

SAYS = "say what a reorganisation invalidates, and what it leaves to be agreed"

FORM = """\
Without --event, the events are those that the gazetteer knows of the councils,
districts and health bodies that the files name.

A file for --event:
  schema = "safeguarding.events.v1"
  [[event]]
  kind = "councils"
  date = "2027-04-01"                 # the first day, or the month or the year
  source = "the order that makes the two councils"
  ends = ["Surrey County Council"]    # names, official codes, or ids
  begins = ["East Surrey Council", "West Surrey Council"]

The kinds are councils; groups-merged, boards-for-groups, boards-merged (of
health bodies); agencies (any other); partnerships-merged (give the files of
each, and a name for the new one if it has one); partnership-divided, with an
[[event.part]] for each of the new ones: its name, and areas = [ids in files].
"""


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = f"{FORM}\n{fill(parser.epilog or '', 79)}"
    parser.add_argument("files", nargs="+", metavar="FILE", help="a file for each document; - is standard input")
    parser.add_argument(
        "--since",
        type=full_date,
        metavar="DATE",
        help="the first day of the events; otherwise the date of the newest arrangements",
    )
    parser.add_argument(
        "--until", type=full_date, metavar="DATE", help="the last day; otherwise the last that the gazetteer knows"
    )
    parser.add_argument(
        "--event", metavar="EVENTS", help="a file of events to look at instead of those of the gazetteer; see below"
    )
    parser.add_argument(
        "--as-of",
        type=full_date,
        metavar="DATE",
        help="the day on which to look at the arrangements; otherwise the first day of each event",
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="default: text")
    parser.add_argument("-o", "--output", metavar="PATH", help="the file to write, in UTF-8")


def run(options: argparse.Namespace) -> int:
    """Say what follows.

    Args:
        options: what was asked for.

    Returns:
        the code to exit with: 0 whatever follows.
    """
    from safeguarding.assessment.reorganisation import EventKind, events_of, reorganised
    from safeguarding.assessment.reorganisation.known import period
    from safeguarding.errors import CannotAssessError
    from safeguarding.files.events import load_events
    from safeguarding.views.reorganisation import reorganised_as_text
    from safeguarding.views.reorganisation_json import reorganised_as_json

    partnership, *others = loaded_each(options.files, options.output)
    span = None
    if options.event is not None:
        if options.since is not None or options.until is not None:
            raise CannotAssessError(
                "--since and --until are for the events of the gazetteer: leave them out with --event"
            )
        events = load_events(options.event)
    else:
        span = period(partnership, options.since, options.until)
        events = events_of(partnership, *span)
    if others and not any(event.kind is EventKind.PARTNERSHIPS_MERGED for event in events):
        names = ", ".join(one.id for one in (partnership, *others))
        raise CannotAssessError(
            f"the files are of several partnerships ({names}): give those of one, or by --event that they merge"
        )
    found = reorganised(partnership, events, options.as_of, others=others)
    shown = reorganised_as_json if options.format == "json" else reorganised_as_text
    put(shown(found, span), options.output)
    return FINE
