"""A diagram as SVG: what Graphviz drew, with a name, and with the same as a list for whoever cannot see it."""

from __future__ import annotations

import re
from hashlib import sha256

from safeguarding.views.diagrams.graphviz import drawn
from safeguarding.views.timelines.lettering import xml

_OPENING = re.compile(r"<svg ([^>]*)>")
# Its remarks name its version; its titles are ids, which browsers show as tips; its ids would clash on one page.
_NEEDLESS = re.compile(r"<!--.*?-->\n?|<title>[^<]*</title>\n?", re.DOTALL)
_GRAPHVIZ_IDS = re.compile(r'<g id="[^"]*" ')


def as_svg(dot: str, *, title: str, listed: str) -> str:
    """Draw a text in DOT as an SVG document, fit to stand in a page of HTML.

    Args:
        dot: the text.
        title: what the drawing is called.
        listed: the same as a list.

    Raises:
        SafeguardingError: nothing that can draw is installed, or it fails.
    """
    made = drawn(dot, "svg").decode()
    body = _GRAPHVIZ_IDS.sub("<g ", _NEEDLESS.sub("", made[made.index("<svg") :]))
    own = identity(dot, listed)
    marks = f'role="img" aria-labelledby="{own}-title" aria-describedby="{own}-desc"'
    names = f'<title id="{own}-title">{xml(title)}</title>\n<desc id="{own}-desc">{xml(listed)}</desc>'
    return _OPENING.sub(lambda found: f"<svg {found[1]} {marks}>\n{names}", body, count=1)


def identity(dot: str, listed: str) -> str:
    """Name a drawing after what is drawn: two on one page share no id, and one that is out of date can be told."""
    return f"diagram-{sha256(f'{dot}{listed}'.encode()).hexdigest()[:16]}"
