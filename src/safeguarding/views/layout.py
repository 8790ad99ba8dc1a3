"""How text fills a page of eighty columns."""

from __future__ import annotations

import textwrap

from safeguarding.views.wording import one_line

WIDTH = 80


def wrapped(text: str, first: str = "", rest: str | None = None) -> list[str]:
    """Wrap a text, with nothing in it that acts on a screen.

    Args:
        text: the text.
        first: what the first line begins with.
        rest: what the others begin with; as many spaces, if not given.
    """
    return textwrap.wrap(
        one_line(text),
        WIDTH,
        initial_indent=first,
        subsequent_indent=" " * len(first) if rest is None else rest,
        # A key or a path that is cut at a hyphen can be neither searched for nor copied.
        break_on_hyphens=False,
    ) or [first.rstrip()]


def underlined(text: str, mark: str = "-") -> list[str]:
    """Make a heading."""
    lines = wrapped(text)
    return [*lines, mark * max(len(line) for line in lines)]


def page(lines: list[str]) -> str:
    """Join lines to a text that ends as a file should."""
    return "\n".join(line.rstrip() for line in lines).rstrip("\n") + "\n"
