"""The command ``check``: documents compared with the law."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from safeguarding.cli.codes import FINE, FOUND
from safeguarding.cli.options import file_options, judging_options
from safeguarding.cli.streams import loaded, put
from safeguarding.errors import CannotAssessError

if TYPE_CHECKING:
    from safeguarding.assessment import Assessment
    from safeguarding.model import Partnership, Source

SAYS = "compare documents with the law"


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    file_options(parser)
    judging_options(parser)
    parser.add_argument("--format", choices=("text", "markdown", "json"), default="text", help="default: text")
    parser.add_argument(
        "--fail-on",
        choices=("must", "should", "indeterminate", "never"),
        default="must",
        help="exit with 1 for an unmet must (the default); for a should too; for what is open too; never",
    )
    parser.add_argument("--verbose", action="store_true", help="leave nothing out: what is met, addresses, paths")
    shown = parser.add_mutually_exclusive_group()
    shown.add_argument("--explain", metavar="KEY", help="show instead why one requirement came out as it did")
    shown.add_argument(
        "--against",
        metavar="EDITION",
        help="list instead what the edition of --guidance would add, compared with this one: WT2018",
    )


def run(options: argparse.Namespace) -> int:
    """Compare the documents with the law."""
    from safeguarding.assessment import assess

    for option in ("explain", "against"):
        if getattr(options, option) is not None and options.format == "markdown":
            raise CannotAssessError(
                f"--{option} can be written as text or as JSON, not as Markdown: leave --format out"
            )
    partnership = loaded(options.files, options.output)
    if options.against is not None:
        return _against(partnership, options)
    assessment = assess(
        partnership, as_of=options.as_of, guidance=options.guidance, rapid_review_from=options.rapid_review_from
    )
    put(_shown(assessment, partnership, options), options.output)
    return FOUND if _fails(assessment, options.fail_on) else FINE


def _against(partnership: Partnership, options: argparse.Namespace) -> int:
    """List what one edition would add, compared with another."""
    from safeguarding.assessment.against import against
    from safeguarding.views.editions import against_as_json, against_as_text

    if options.guidance is None:
        raise CannotAssessError("--against compares with another edition: say by --guidance which is asked about")
    found = against(
        partnership,
        guidance=options.guidance,
        other=options.against,
        as_of=options.as_of,
        rapid_review_from=options.rapid_review_from,
    )
    put(against_as_json(found) if options.format == "json" else against_as_text(found), options.output)
    return FOUND if _fails(found.new, options.fail_on) else FINE


def _shown(assessment: Assessment, partnership: Partnership, options: argparse.Namespace) -> str:
    """Write an assessment in the format that was asked for."""
    from safeguarding.views import as_json, as_markdown, as_text

    if options.explain is not None:
        from safeguarding.views.explanation import explanation_as_json, explanation_as_text

        explained = explanation_as_json if options.format == "json" else explanation_as_text
        return explained(assessment, options.explain.lower())
    if options.format == "json":
        return as_json(assessment)
    view = as_markdown if options.format == "markdown" else as_text
    sources: list[Source] = [source for document in partnership.documents for source in document.sources]
    return view(assessment, sources=sources, verbose=options.verbose)


def _fails(assessment: Assessment, fail_on: str) -> bool:
    """Say whether something at the level of ``--fail-on`` is unmet."""
    from safeguarding.law.outcomes import Outcome
    from safeguarding.law.requirement import Level

    levels = {"never": (), "must": (Level.MUST,)}.get(fail_on, (Level.MUST, Level.SHOULD))
    asked = [finding for finding in assessment if finding.requirement.level in levels]
    if any(finding.unmet for finding in asked):
        return True
    return fail_on == "indeterminate" and any(finding.outcome is Outcome.INDETERMINATE for finding in asked)
