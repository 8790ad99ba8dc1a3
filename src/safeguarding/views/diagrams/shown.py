"""A diagram that can be had in every form, and shows itself in a notebook."""

from __future__ import annotations

from collections.abc import Callable, Container
from typing import Literal, get_args, overload

from attrs import frozen

from safeguarding.errors import SafeguardingError
from safeguarding.views.diagrams.dot import as_dot
from safeguarding.views.diagrams.graphviz import drawn, is_there
from safeguarding.views.diagrams.html import as_html
from safeguarding.views.diagrams.mermaid import as_mermaid
from safeguarding.views.diagrams.picture import Picture
from safeguarding.views.diagrams.svg import as_svg
from safeguarding.views.diagrams.text import as_tree
from safeguarding.views.wording import one_line

TextForm = Literal["mermaid", "dot", "svg", "text"]
"""The forms of a diagram that are text."""

Form = Literal["mermaid", "dot", "svg", "png", "text"]
"""The forms in which a diagram can be had."""

_MOST = 500
"""So many lines are laid out."""


@frozen
class Diagram:
    """A diagram: what it shows, to be had in any form.

    ``print`` gives it as text; in a notebook it shows itself, drawn where Graphviz is installed.

    Args:
        picture: what it shows, whatever the form.
    """

    picture: Picture

    def __str__(self) -> str:
        return as_tree(self.picture)

    @overload
    def written(self, form: Literal["png"]) -> bytes: ...

    @overload
    def written(self, form: TextForm) -> str: ...

    @overload
    def written(self, form: Form) -> str | bytes: ...

    def written(self, form: Form) -> str | bytes:
        """Write it in one form.

        Args:
            form: ``mermaid``, ``dot``, ``svg`` or ``text`` give a text; ``png`` gives bytes. ``svg`` and ``png``
                need Graphviz: the extra ``diagrams``, or its command ``dot``.

        Raises:
            SafeguardingError: the form is another one, or Graphviz is needed and not installed.
        """
        if form == "png":
            return drawn(self._layable(), "png")
        writers: dict[str, Callable[[], str]] = {
            "mermaid": lambda: as_mermaid(self.picture),
            "dot": lambda: as_dot(self.picture),
            "svg": self._svg,
            "text": self.__str__,
        }
        if form not in writers:
            raise SafeguardingError(f'the format "{form}" is not held; it can be: {", ".join(get_args(Form))}')
        return writers[form]()

    def _layable(self) -> str:
        """Write it in DOT, unless Graphviz would hardly come to an end, and nobody could read what it drew."""
        links = len(self.picture.links)
        if links > _MOST:
            raise SafeguardingError(
                f"the diagram has {links} lines, more than the {_MOST} that are laid out: draw the line of one body "
                "(the view accountability), or take mermaid, dot or text"
            )
        return as_dot(self.picture)

    def _svg(self) -> str:
        return as_svg(self._layable(), title=one_line(self.picture.title), listed=str(self))

    def _repr_mimebundle_(
        self, include: Container[str] | None = None, exclude: Container[str] | None = None
    ) -> dict[str, str]:
        """Give a notebook every form that it may be able to show."""
        svg = self._svg() if is_there() and len(self.picture.links) <= _MOST else None
        forms = {
            "text/plain": str(self),
            "text/html": as_html(self.picture, svg),
            "image/svg+xml": svg,
            "text/vnd.mermaid": as_mermaid(self.picture),
        }
        return {
            kind: text
            for kind, text in forms.items()
            if text is not None and (include is None or kind in include) and (exclude is None or kind not in exclude)
        }
