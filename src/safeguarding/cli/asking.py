"""What the command can be asked: its parser, with the options of each of its commands."""

from __future__ import annotations

import argparse
import re
from datetime import date
from typing import TYPE_CHECKING, NoReturn

from safeguarding.cli import diff
from safeguarding.cli.streams import write

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

_FULL_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_EXITS = """\
exit codes: 0, nothing at the level of --fail-on is unmet or late; 1, something is; 2, the command
was not understood, or the question cannot be put; 3, a file cannot be read, written or is not
valid; 4, our fault"""


class _Parser(argparse.ArgumentParser):
    """A parser whose complaints cannot act on a terminal, and whose help may be cut short by its reader."""

    def print_help(self, file: SupportsWrite[str] | None = None) -> None:
        if file is None:
            write(self.format_help())
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
        write(f"safeguarding {installed}, rules version {ruleset.VERSION}\n")
        parser.exit()


def parser() -> argparse.ArgumentParser:
    """Make the parser; what was asked for is in ``command``."""
    from safeguarding.cli import diagram

    made = _Parser(
        prog="safeguarding",
        description="Compare a safeguarding children partnership's documents with what the law asks.",
        epilog=_EXITS,
        allow_abbrev=False,
    )
    made.add_argument("--version", action=_Version, nargs=0, help="show the version and exit")
    commands = made.add_subparsers(metavar="COMMAND", required=True, dest="command")
    for name, add, says in (
        ("check", _check_options, "compare documents with the law"),
        ("due", _due_options, "list what falls due: what is late, what is open, and what comes next"),
        ("diagram", diagram.options, diagram.SAYS),
        ("law", _law_options, "show what the law asks, and how each is checked"),
        ("new", _new_options, "begin a first file: every entry that is asked for, with blanks to be filled in"),
        ("diff", diff.options, diff.SAYS),
        ("bodies", _bodies_options, "list who must be the safeguarding partners of an area on a date"),
    ):
        add(
            commands.add_parser(name, help=says, description=f"{says.capitalize()}.", epilog=_EXITS, allow_abbrev=False)
        )
    return made


def _check_options(parser: argparse.ArgumentParser) -> None:
    file_options(parser)
    _judging_options(parser)
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


def _due_options(parser: argparse.ArgumentParser) -> None:
    file_options(parser)
    parser.add_argument(
        "--until",
        type=full_date,
        metavar="DATE",
        help="the last day of what comes next; otherwise a year after the date",
    )
    _judging_options(parser)
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


def _law_options(parser: argparse.ArgumentParser) -> None:
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


def _new_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="PARTNERSHIP-NAME", help="the name of the partnership, in quotation marks")
    parser.add_argument(
        "--as-of",
        type=full_date,
        metavar="DATE",
        help="the date by whose law to draft; otherwise that from which the newest guidance is in force",
    )
    parser.add_argument("-o", "--output", metavar="PATH", help="the file to write, in UTF-8")


def _bodies_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("area", metavar="AREA", help="a council or its area, by name or official code")
    parser.add_argument(
        "--as-of",
        type=full_date,
        metavar="DATE",
        help="the date to ask about, as 2021-01-01; it is needed, since the answer changes with it",
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="default: text")


def file_options(parser: argparse.ArgumentParser) -> None:
    """Let a command take files, a date, and a file to write."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="a file for each document; - is standard input")
    parser.add_argument(
        "--as-of",
        type=full_date,
        metavar="DATE",
        help="the date to judge by, as 2019-11-30; otherwise that of the newest document",
    )
    parser.add_argument("-o", "--output", metavar="PATH", help="the file to write, in UTF-8")


def _judging_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--guidance", metavar="EDITION", help="the edition to judge by, whatever the date: WT2018, WT2023, WT2026"
    )
    rapid_review_option(parser)


def rapid_review_option(parser: argparse.ArgumentParser) -> None:
    """Let a command be told what the time for a rapid review is counted from."""
    parser.add_argument(
        "--rapid-review-from",
        choices=("incident", "aware", "notified"),
        default="aware",
        help="what the time for a rapid review is counted from; default: aware",
    )


def full_date(text: str) -> date:
    """Read a date as it is typed."""
    try:
        if _FULL_DATE.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f'"{text}" is not a day that exists') from None
    raise argparse.ArgumentTypeError(f'"{text}" is not a full date: write year, month and day, as in 2019-11-30')
