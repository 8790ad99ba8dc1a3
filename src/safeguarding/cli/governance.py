"""The command ``governance``: who sits where, who answers to whom, and what that reveals."""

from __future__ import annotations

import argparse

from safeguarding.cli.codes import FINE
from safeguarding.cli.options import file_options, guidance_option
from safeguarding.cli.streams import loaded, put

SAYS = "list what the governance reveals: who sits where, who answers to whom"


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    file_options(parser)
    guidance_option(parser)
    parser.add_argument("--format", choices=("text", "markdown", "json"), default="text", help="default: text")


def run(options: argparse.Namespace) -> int:
    """Look at the governance, and write what it reveals."""
    from safeguarding.assessment.governance import governance
    from safeguarding.views.governance import governance_as_json, governance_as_markdown, governance_as_text

    found = governance(loaded(options.files, options.output), as_of=options.as_of, guidance=options.guidance)
    view = {"text": governance_as_text, "markdown": governance_as_markdown, "json": governance_as_json}[options.format]
    put(view(found), options.output)
    return FINE
