"""How a text in DOT becomes a drawing: by Graphviz, if it is there in one of two ways."""

from __future__ import annotations

import shutil
import subprocess
from importlib.util import find_spec
from typing import Literal

from safeguarding.errors import SafeguardingError
from safeguarding.views.wording import one_line, shortened

_DPI = 144
"""How many dots of a PNG there are to an inch: enough for print, and for a screen that is looked at closely."""

_HOW = (
    'install pygraphviz, which brings Graphviz with it (pip install "safeguarding[diagrams]"), or install '
    "Graphviz, so that its command dot is found"
)
_LONGEST = 300


def is_there() -> bool:
    """Say whether anything is installed that can draw."""
    return find_spec("pygraphviz") is not None or shutil.which("dot") is not None


def drawn(dot: str, form: Literal["svg", "png"]) -> bytes:
    """Draw a text in DOT.

    Args:
        dot: the text.
        form: ``svg`` or ``png``.

    Raises:
        SafeguardingError: nothing that can draw is installed, or it fails.
    """
    arguments = f"-Gdpi={_DPI}" if form == "png" else ""
    try:
        from pygraphviz import AGraph  # noqa: PLC0415  # an extra, which only a drawing needs
    except ImportError:
        return _by_command(dot, form, arguments)
    made: bytes = AGraph(string=dot).draw(format=form, prog="dot", args=arguments)
    return made


def _by_command(dot: str, form: str, arguments: str) -> bytes:
    """Let the command of Graphviz draw, without a shell or a file."""
    command = shutil.which("dot")
    if command is None:
        raise SafeguardingError(
            f"a diagram as {form.upper()} is drawn by Graphviz, which is not installed: {_HOW}; "
            "mermaid, dot and text need nothing more"
        )
    given = [command, f"-T{form}", *([arguments] if arguments else [])]
    done = subprocess.run(given, input=dot.encode(), capture_output=True, check=False)  # noqa: S603  # as found
    if done.returncode != 0 or not done.stdout:
        said = shortened(one_line(done.stderr.decode(errors="replace")), _LONGEST) or f"it ended with {done.returncode}"
        raise SafeguardingError(f"{command} could not draw the diagram ({said}): {_HOW}")
    return done.stdout
