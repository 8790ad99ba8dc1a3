"""Write what the documentation shows: the report on Cumbria's plan, the README's output, pictures of the example log.

Run ``python tools/pages.py`` after any change to what is shown; a test fails until it is done.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import safeguarding as sg
from safeguarding.model import Source
from safeguarding.views import as_markdown, as_text
from safeguarding.views.diagram import diagram

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = "examples/cumbria-2019.toml"
README = ROOT / "README.md"
REPORT = ROOT / "docs" / "cumbria-2019.md"
LOG = ROOT / "examples" / "case-log.toml"
PICTURES: dict[Path, dict[str, Any]] = {
    ROOT / "docs" / "case-si-2021-02.svg": {"case": "si-2021-02"},
    ROOT / "docs" / "eastshire-2021.svg": {"year": 2021},
}
"""Where each picture of the example log stands, and what it is of."""
_BLOCK = re.compile(r"(<!-- output: main job -->\n```text\n).*?(```\n)", re.DOTALL)
_MORE = "\n[… the shoulds, what is open, what is for a person …]\n\n"


def _loaded() -> tuple[sg.Partnership, list[Source]]:
    here = Path.cwd()
    os.chdir(ROOT)  # the report names the file as the command was given it
    try:
        partnership = sg.load(EXAMPLE)
    finally:
        os.chdir(here)
    return partnership, [source for document in partnership.documents for source in document.sources]


def readme() -> str:
    """Return the README with the beginning and the end of the main job's output."""
    partnership, sources = _loaded()
    shown = as_text(sg.assess(partnership), sources=sources, verbose=False)
    head, _, rest = shown.partition("\n\nShoulds that are not met")
    output = head.rstrip() + "\n" + _MORE + rest.rstrip().rpartition("\n\n")[2] + "\n"
    return _BLOCK.sub(lambda match: match[1] + output + match[2], README.read_text(encoding="utf-8"))


def report() -> str:
    """Return the whole report, with the diagram."""
    partnership, sources = _loaded()
    drawn = diagram(partnership, as_of=None, format="mermaid")
    shown = as_markdown(sg.assess(partnership), sources=sources, verbose=True)
    return f"{shown.rstrip()}\n\n## Who answers to whom\n\n```mermaid\n{drawn.rstrip()}\n```\n"


def picture(path: Path) -> str:
    """Return one of the pictures."""
    return sg.timeline(sg.load(LOG), format="svg", **PICTURES[path])


def main() -> None:
    """Put everything in its place."""
    for path in PICTURES:
        path.write_text(picture(path), encoding="utf-8")
    README.write_text(readme(), encoding="utf-8")
    REPORT.write_text(report(), encoding="utf-8")


if __name__ == "__main__":
    main()
