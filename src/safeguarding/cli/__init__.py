"""How it is run: the command ``safeguarding``, which reads, calls, prints and exits."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from safeguarding.cli import diff
from safeguarding.cli.streams import CannotReachError, loaded, put, say, spare, write
from safeguarding.errors import CannotAssessError, InvalidDocumentError, SafeguardingError

if TYPE_CHECKING:
    from safeguarding.assessment import Agenda, Assessment
    from safeguarding.model import Partnership, Source

FINE, FOUND, USAGE, UNREADABLE, OUR_FAULT, INTERRUPTED = 0, 1, 2, 3, 4, 130
"""The codes with which the command exits."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        arguments: what was typed after its name; that of this process, if not given.

    Returns:
        the code to exit with.
    """
    try:
        return _run(arguments)
    except SystemExit as exit_:
        # argparse has said what there was to say.
        return exit_.code if isinstance(exit_.code, int) else FINE
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001  # a traceback tells a partnership's manager nothing
        return _explained(error)


def _explained(error: Exception) -> int:
    """Say what went wrong, and return the code to exit with."""
    if isinstance(error, InvalidDocumentError):
        say(*(str(problem) for problem in error.problems))
        return UNREADABLE
    if isinstance(error, (CannotReachError, SafeguardingError)):
        say(str(error))
        return UNREADABLE if isinstance(error, CannotReachError) else USAGE
    kind = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    say(f"this is our fault and not yours: please report it, with the command and the files ({kind}).")
    return OUR_FAULT


def _run(arguments: Sequence[str] | None) -> int:
    from safeguarding.cli.asking import parser

    options = parser().parse_args(arguments)
    return _COMMANDS[options.command](options)


# What is done


def _check(options: argparse.Namespace) -> int:
    from safeguarding.assessment import assess

    for option in ("explain", "against"):
        if getattr(options, option) is not None and options.format == "markdown":
            raise CannotAssessError(
                f"--{option} can be written as text or as JSON, not as Markdown: leave --format out"
            )
    partnership = loaded(options.files, options.output)
    if options.against is not None:
        return _check_against(partnership, options)
    assessment = assess(
        partnership, as_of=options.as_of, guidance=options.guidance, rapid_review_from=options.rapid_review_from
    )
    put(_shown(assessment, partnership, options), options.output)
    return FOUND if _fails(assessment, options.fail_on) else FINE


def _check_against(partnership: Partnership, options: argparse.Namespace) -> int:
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


def _due(options: argparse.Namespace) -> int:
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


def _diagram(options: argparse.Namespace) -> int:
    from safeguarding.cli import diagram

    diagram.run(options)
    return FINE


def _law(options: argparse.Namespace) -> int:
    from safeguarding.law.catalogue import catalogue, requirement
    from safeguarding.views import law_as_json, law_as_text, requirement_as_text

    options.key = options.key.lower() if options.key is not None else None
    if options.coverage or options.compare:
        write(_law_at_large(options))
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


def _law_at_large(options: argparse.Namespace) -> str:
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


def _new(options: argparse.Namespace) -> int:
    from safeguarding.files.beginning import begun

    spare(options.output)
    put(begun(options.name, as_of=options.as_of), options.output, "utf-8")
    return FINE


def _bodies(options: argparse.Namespace) -> int:
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


_COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "check": _check,
    "due": _due,
    "diagram": _diagram,
    "law": _law,
    "new": _new,
    "bodies": _bodies,
    "diff": diff.run,
}
