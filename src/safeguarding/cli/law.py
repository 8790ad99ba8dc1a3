"""The command ``law``: what the law asks, and how each of it is checked."""

from __future__ import annotations

import argparse

from safeguarding.cli.codes import FINE
from safeguarding.cli.streams import write
from safeguarding.errors import CannotAssessError

SAYS = "show what the law asks, and how each is checked"


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    shown = parser.add_mutually_exclusive_group()
    shown.add_argument(
        "key", nargs="?", metavar="KEY", help="the key of one requirement or kind of agency, to see all about it"
    )
    shown.add_argument(
        "--schedule", action="store_true", help="list instead the kinds of relevant agency, and who is none"
    )
    shown.add_argument("--coverage", action="store_true", help="count instead how much of the law is held")
    shown.add_argument(
        "--compare", nargs=2, metavar="EDITION", help="list instead what is new, changed, gone: WT2018 WT2023"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="default: text")


def run(options: argparse.Namespace) -> int:
    """Show what the law asks."""
    from safeguarding.law.catalogue import catalogue, requirement
    from safeguarding.views import law_as_json, law_as_text, requirement_as_text

    options.key = options.key.lower() if options.key is not None else None
    if options.coverage or options.compare:
        write(_at_large(options))
        return FINE
    if options.schedule or (options.key or "").startswith("ra."):
        shown = _of_the_schedule(options)
        if shown is not None:
            write(shown)
            return FINE
    items = (requirement(options.key),) if options.key is not None else tuple(catalogue().values())
    if options.format == "json":
        write(law_as_json(items))
    elif options.key is not None:
        write(requirement_as_text(items[0]))
    else:
        write(law_as_text(items))
    return FINE


def _of_the_schedule(options: argparse.Namespace) -> str | None:
    """Write the Schedule of relevant agencies, or the paragraph whose key was given; nothing for another key."""
    from safeguarding.law.schedule import BY_KEY, PARAGRAPHS
    from safeguarding.views import paragraph_as_text, schedule_as_json, schedule_as_text

    one = BY_KEY.get(options.key)
    if not options.schedule and one is None:
        return None
    if options.format == "json":
        return schedule_as_json(PARAGRAPHS if one is None else (one,))
    return schedule_as_text() if one is None else paragraph_as_text(one)


def _at_large(options: argparse.Namespace) -> str:
    """Write how much of the law is held, or one edition beside another."""
    from safeguarding.law.comparing import compared
    from safeguarding.law.coverage import coverage
    from safeguarding.law.schedule import KEYS
    from safeguarding.views import editions as views

    as_json = options.format == "json"
    if options.coverage:
        return (views.coverage_as_json if as_json else views.coverage_as_text)(coverage(), len(KEYS))
    try:
        found = compared(*options.compare)
    except ValueError as error:
        raise CannotAssessError(str(error)) from None
    return (views.comparison_as_json if as_json else views.comparison_as_text)(found)
