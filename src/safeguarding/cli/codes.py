"""With what codes the command exits."""

from __future__ import annotations

FINE, FOUND, USAGE, UNREADABLE, OUR_FAULT, INTERRUPTED = 0, 1, 2, 3, 4, 130

FAILING = """\
exit codes: 0, nothing at the level of --fail-on is unmet, late or changed; 1, something is; 2, the
command was not understood, or the question cannot be put; 3, a file cannot be read, written or is
not valid; 4, our fault"""
PLAIN = """\
exit codes: 0, done; 2, the command was not understood, or the question cannot be put; 3, a file
cannot be read, written or is not valid; 4, our fault"""
"""What the help says of them, for a command that can fail on what it finds, and for one that cannot."""
