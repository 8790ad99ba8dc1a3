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
    # Of what is drawn, so that two drawings on one page do not share an id.
    identity = f"diagram-{sha256(f'{dot}{listed}'.encode()).hexdigest()[:12]}"
    marks = f'role="img" aria-labelledby="{identity}-title" aria-describedby="{identity}-desc"'
    names = f'<title id="{identity}-title">{xml(title)}</title>\n<desc id="{identity}-desc">{xml(listed)}</desc>'
    return _OPENING.sub(lambda found: f"<svg {found[1]} {marks}>\n{names}", body, count=1)
