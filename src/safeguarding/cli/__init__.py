"""How it is run: the command ``safeguarding``, which reads, calls, prints and exits."""

from __future__ import annotations

from collections.abc import Sequence

from safeguarding.cli.codes import FINE, INTERRUPTED, OUR_FAULT, UNREADABLE, USAGE
from safeguarding.cli.streams import CannotReachError, say
from safeguarding.errors import InvalidDocumentError, SafeguardingError


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
    code: int = options.run(options)
    return code
