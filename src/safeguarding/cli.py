"""How it is run: the command ``safeguarding``, which reads, calls, prints and exits."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TextIO

from safeguarding.errors import InvalidDocumentError, SafeguardingError

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

    from safeguarding.assessment import Assessment
    from safeguarding.model import Partnership, Source

FINE, FOUND, USAGE, UNREADABLE, OUR_FAULT, INTERRUPTED = 0, 1, 2, 3, 4, 130
"""The codes with which the command exits."""

_STANDARD = "-"
_FULL_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_EXITS = """\
exit codes: 0, nothing at the level of --fail-on is unmet; 1, something is; 2, the command was
not understood, or the question cannot be put; 3, a file cannot be read, written or is not valid;
4, our fault"""


class _CannotReachError(Exception):
    """Something cannot be read or written; the message says what and why."""


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
        _say(*(str(problem) for problem in error.problems))
        return UNREADABLE
    if isinstance(error, (_CannotReachError, SafeguardingError)):
        _say(str(error))
        return UNREADABLE if isinstance(error, _CannotReachError) else USAGE
    kind = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    _say(f"this is our fault and not yours: please report it, with the command and the files ({kind}).")
    return OUR_FAULT


def _run(arguments: Sequence[str] | None) -> int:
    options = _parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = options.command
    return command(options)


# What can be asked


class _Parser(argparse.ArgumentParser):
    """A parser whose complaints cannot act on a terminal, and whose help may be cut short by its reader."""

    def print_help(self, file: SupportsWrite[str] | None = None) -> None:
        if file is None:
            _write(self.format_help())
        else:
            super().print_help(file)

    def error(self, message: str) -> NoReturn:
        from safeguarding.views.wording import one_line

        super().error(one_line(message))


class _Version(argparse.Action):
    """Say which version this is, without looking it up before it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        from importlib.metadata import PackageNotFoundError, version

        from safeguarding.law import ruleset

        try:
            installed = version("safeguarding")
        except PackageNotFoundError:
            installed = "(not installed)"
        _write(f"safeguarding {installed}, rules version {ruleset.VERSION}\n")
        parser.exit()


def _parser() -> _Parser:
    parser = _Parser(
        prog="safeguarding",
        description="Compare a safeguarding children partnership's documents with what the law asks.",
        epilog=_EXITS,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="show the version and exit")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for name, add, says in (
        ("check", _check_options, "compare documents with the law"),
        ("diagram", _diagram_options, "draw the bodies and their lines of accountability"),
        ("law", _law_options, "show what the law asks, and how each is checked"),
    ):
        add(
            commands.add_parser(name, help=says, description=f"{says.capitalize()}.", epilog=_EXITS, allow_abbrev=False)
        )
    return parser


def _check_options(parser: argparse.ArgumentParser) -> None:
    _file_options(parser)
    parser.add_argument("--guidance", metavar="EDITION", help="the edition to judge by, whatever the date: WT2018")
    parser.add_argument("--format", choices=("text", "markdown", "json"), default="text", help="default: text")
    parser.add_argument(
        "--fail-on",
        choices=("must", "should", "indeterminate", "never"),
        default="must",
        help="exit with 1 for an unmet must (the default); for a should too; for what is open too; never",
    )
    parser.add_argument("--verbose", action="store_true", help="leave nothing out: what is met, addresses, paths")
    parser.set_defaults(command=_check)


def _diagram_options(parser: argparse.ArgumentParser) -> None:
    _file_options(parser)
    parser.add_argument("--format", choices=("mermaid", "dot", "text"), default="text", help="default: text")
    parser.set_defaults(command=_diagram)


def _law_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("key", nargs="?", metavar="KEY", help="the key of one requirement, to see all about it")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="default: text")
    parser.set_defaults(command=_law)


def _file_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", metavar="FILE", help="a file for each document; - is standard input")
    parser.add_argument(
        "--as-of",
        type=_full_date,
        metavar="DATE",
        help="the date to judge by, as 2019-11-30; otherwise that of the newest document",
    )
    parser.add_argument("-o", "--output", metavar="PATH", help="the file to write, in UTF-8")


def _full_date(text: str) -> date:
    try:
        if _FULL_DATE.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f'"{text}" is not a day that exists') from None
    raise argparse.ArgumentTypeError(f'"{text}" is not a full date: write year, month and day, as in 2019-11-30')


# What is done


def _check(options: argparse.Namespace) -> int:
    from safeguarding.assessment import assess

    partnership = _loaded(options)
    assessment = assess(partnership, as_of=options.as_of, guidance=options.guidance)
    _put(_shown(assessment, partnership, options), options.output)
    return FOUND if _fails(assessment, options.fail_on) else FINE


def _shown(assessment: Assessment, partnership: Partnership, options: argparse.Namespace) -> str:
    """Write an assessment in the format that was asked for."""
    from safeguarding.views import as_json, as_markdown, as_text

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


def _diagram(options: argparse.Namespace) -> int:
    from safeguarding.views.diagram import diagram

    _put(diagram(_loaded(options), as_of=options.as_of, format=options.format), options.output)
    return FINE


def _law(options: argparse.Namespace) -> int:
    from safeguarding.law.catalogue import catalogue, requirement
    from safeguarding.views import law_as_json, law_as_text, requirement_as_text

    items = (requirement(options.key),) if options.key is not None else tuple(catalogue().values())
    if options.format == "json":
        _write(law_as_json(items))
    elif options.key is not None:
        _write(requirement_as_text(items[0]))
    else:
        _write(law_as_text(items))
    return FINE


# Reading and writing


def _loaded(options: argparse.Namespace) -> Partnership:
    from safeguarding.files import load

    _spare(options.files, options.output)
    stdin = _standard_input() if _STANDARD in options.files else None
    return load(*options.files, stdin=stdin)


def _standard_input() -> bytes | None:
    from safeguarding.files.syntax import LARGEST

    try:
        # One more than is accepted, so that a stream without end is refused too.
        return sys.stdin.buffer.read(LARGEST + 1) if sys.stdin else None
    except OSError as error:
        raise _CannotReachError(f"standard input cannot be read: {_reason(error)}") from None


def _spare(files: Sequence[str], output: str | None) -> None:
    """Refuse to write over a file that is to be read."""
    for path in files if output is not None and output != _STANDARD else ():
        if path != _STANDARD and _same(path, str(output)):
            raise _CannotReachError(f'"{output}" is one of the files to be read: give -o another name')


def _same(path: str, other: str) -> bool:
    try:
        return Path(path).samefile(other)
    except (OSError, ValueError):
        return False


def _put(text: str, output: str | None) -> None:
    """Write a text to a file, or on standard output where none was asked for."""
    if output is None or output == _STANDARD:
        _write(text)
        return
    try:
        Path(output).write_bytes(_fitted(text, "utf-8"))
    except (OSError, ValueError) as error:
        raise _CannotReachError(f'"{output}" cannot be written: {_reason(error)}') from None


def _write(text: str) -> None:
    """Write a text on standard output."""
    out: TextIO | None = sys.stdout
    if out is None:
        raise _CannotReachError("standard output is closed")
    try:
        if hasattr(out, "buffer"):
            # As bytes, so that lines end the same way everywhere.
            out.flush()
            out.buffer.write(_fitted(text, out.encoding or "utf-8"))
        else:
            out.write(text)
        out.flush()
    except BrokenPipeError:
        # The reader has seen enough, which changes nothing about the answer.
        _give_up(out)
    except OSError as error:
        _give_up(out)
        raise _CannotReachError(f"standard output cannot be written: {_reason(error)}") from None


def _give_up(out: TextIO) -> None:
    """Send nowhere what Python would still flush when it ends, and would complain of."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())


def _reason(error: OSError | ValueError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def _fitted(text: str, encoding: str) -> bytes:
    """Encode a text; what the encoding lacks becomes an escape, as JSON has them."""
    from safeguarding.views.wording import escaped

    try:
        return text.encode(encoding)
    except UnicodeEncodeError:
        return "".join(c if _has(encoding, c) else escaped(c) for c in text).encode(encoding)


def _has(encoding: str, character: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _say(*messages: str) -> None:
    """Say something to the person who runs the command, if anybody is there to be told."""
    from safeguarding.views.wording import one_line

    err: TextIO | None = sys.stderr
    if err is not None:
        with suppress(OSError):
            err.writelines(f"safeguarding: {one_line(message)}\n" for message in messages)
            err.flush()


if __name__ == "__main__":
    sys.exit(main())
