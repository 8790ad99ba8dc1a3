"""The diagrams of the examples under docs/: each drawn as SVG, and as Mermaid on a page that GitHub draws.

Run ``python tools/diagrams.py`` after any change to what is drawn; a test fails until it is done. It needs Graphviz:
the extra ``diagrams``. Another version of Graphviz sets the boxes otherwise: so a drawing counts as current while what
it was drawn from, and the list that it holds, are those of today.
"""

from __future__ import annotations

from pathlib import Path

from attrs import frozen

import safeguarding as sg
from safeguarding.views.diagram import View
from safeguarding.views.diagrams.svg import identity

ROOT = Path(__file__).resolve().parent.parent
PLACE = ROOT / "docs" / "diagrams"
_HEADINGS: dict[View, str] = {
    "governance": "Who answers to whom",
    "accountability": "The line of one body",
    "matrix": "Who sits where",
    "areas": "Areas, and who covers them",
}
_BODIES = {
    "cumbria-2019": "business-group",
    "lincolnshire-2019": "significant-incident-review-group",
    "south-tees-2019": "learning-and-development",
}
"""The body whose line is drawn, of each example."""


@frozen
class Drawing:
    """One drawing under docs/.

    Args:
        example: the name of the file that it is of.
        view: what it shows.
    """

    example: str
    view: View

    @property
    def path(self) -> Path:
        """Where it is kept as SVG."""
        return PLACE / f"{self.example}-{self.view}.svg"

    def diagram(self) -> sg.Diagram:
        """Draw it."""
        partnership = sg.load(ROOT / "examples" / f"{self.example}.toml")
        return sg.diagram(
            partnership, view=self.view, body=_BODIES[self.example] if self.view == "accountability" else None
        )

    def identity(self) -> str:
        """Return what names it after what it is drawn from, and after its list."""
        made = self.diagram()
        return identity(made.written("dot"), str(made))


DRAWINGS = tuple(Drawing(example, view) for example in _BODIES for view in _HEADINGS)
PAGES = tuple(PLACE / f"{example}.md" for example in _BODIES)


def page(path: Path) -> str:
    """Return the page of one example: each view drawn, and below it as Mermaid."""
    example = path.stem
    name = sg.load(ROOT / "examples" / f"{example}.toml").name
    lines = [f"# {name}: diagrams", "", f"Drawn from `examples/{example}.toml` by `python tools/diagrams.py`.", ""]
    for drawing in DRAWINGS:
        if drawing.example != example:
            continue
        made = drawing.diagram()
        lines += [f"## {_HEADINGS[drawing.view]}", "", f"![{made.picture.title}]({drawing.path.name})", ""]
        lines += [
            "<details><summary>As Mermaid</summary>",
            "",
            "```mermaid",
            made.written("mermaid").rstrip(),
            "```",
            "",
        ]
        lines += [
            "</details>",
            "",
            "<details><summary>As a list</summary>",
            "",
            "```text",
            str(made).rstrip(),
            "```",
            "",
        ]
        lines += ["</details>", ""]
    return "\n".join(lines)


def main() -> None:
    """Put everything in its place; a drawing that is current stays as it is."""
    PLACE.mkdir(exist_ok=True)
    for path in PAGES:
        path.write_text(page(path), encoding="utf-8")
    for drawing in DRAWINGS:
        if not drawing.path.exists() or drawing.identity() not in drawing.path.read_text(encoding="utf-8"):
            drawing.path.write_text(drawing.diagram().written("svg"), encoding="utf-8")


if __name__ == "__main__":
    main()
