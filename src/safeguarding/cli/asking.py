"""What the command can be asked: its parser, with the options of each of its commands."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, NoReturn

from safeguarding.cli import bodies, check, compare, diagram, diff, due, governance, law, new, reorganise
from safeguarding.cli.codes import FAILING, PLAIN
from safeguarding.cli.streams import write

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

_COMMANDS = {
    "check": check,
    "due": due,
    "governance": governance,
    "diagram": diagram,
    "diff": diff,
    "compare": compare,
    "reorganise": reorganise,
    "law": law,
    "new": new,
    "bodies": bodies,
}
"""Each command in a module of its own, which says what it is for, adds its options, and runs."""


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
    """Make the parser; what was asked for is in ``command``, and what answers it in ``run``."""
    made = _Parser(
        prog="safeguarding",
        description="Compare a safeguarding children partnership's documents with what the law asks.",
        epilog=FAILING,
        allow_abbrev=False,
    )
    made.add_argument("--version", action=_Version, nargs=0, help="show the version and exit")
    commands = made.add_subparsers(metavar="COMMAND", required=True, dest="command")
    for name, command in _COMMANDS.items():
        one = commands.add_parser(
            name, help=command.SAYS, description=f"{command.SAYS.capitalize()}.", epilog=PLAIN, allow_abbrev=False
        )
        command.options(one)
        if one.get_default("fail_on") is not None and one.epilog == PLAIN:
            one.epilog = FAILING
        one.set_defaults(run=command.run)
    return made
